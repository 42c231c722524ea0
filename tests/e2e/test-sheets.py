#!/usr/bin/python3
"""The guiding sheets: answers by keyboard, and cards between them and the
board.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import e2e
from e2e import Atspi

e2e.SHEETS = True

MAP = {'id': 'map', 'type': 'text', 'x': 720, 'y': 36, 'width': 204, 'height': 62,
       'text': 'Base map', 'color': '2', 'commons': {'kind': 'resource', 'status': 'agreed'}}
VALUE = {'id': 'value', 'type': 'text', 'x': 240, 'y': 360, 'width': 204, 'height': 62,
         'text': 'Free access', 'color': '6', 'commons': {'kind': 'value', 'status': 'agreed'}}
FAR = {'id': 'far', 'type': 'text', 'x': 1200, 'y': 720, 'width': 204, 'height': 62,
       'text': 'Surveyors’ time', 'color': '2', 'commons': {'kind': 'resource', 'status': 'agreed'}}


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', [MAP, VALUE, FAR])
    program, window = session.open(path)
    return path, window


def sheets_of(path):
    return e2e.read_board(path)['commons'].get('sheets', {})


def entry(window):
    return window.find(None, 'New answer')


def wait_entry(window):
    e2e.wait_for(lambda: e2e.has_state(entry(window), Atspi.StateType.FOCUSED), 'the field to have the keyboard')


def open_question(window, number):
    """From the first one on, by keyboard."""
    window.key('F9')
    wait_entry(window)
    for _ in range(number - 1):
        window.key('alt+Down')
    wait_entry(window)


def answer(window, text, kind):
    window.type(text)
    window.key('Return')
    window.find(None, f'{kind}, {text}')


@e2e.test
def answers_are_typed_one_after_another(session):
    """F9, write, Enter, write, Enter; Alt+Down goes on."""
    path, window = open_bench(session)
    open_question(window, 2)
    answer(window, 'A survey guide', 'Resource')
    answer(window, 'The name', 'Resource')
    window.key('alt+Down')
    wait_entry(window)
    window.key('Escape')
    window.save(path)

    board = e2e.read_board(path)
    cards = sheets_of(path)['def2']['cards']
    e2e.check_equal([e2e.title_of(e2e.node_by_id(board, card)) for card in cards],
                    ['A survey guide', 'The name'], 'what answers the question')


@e2e.test
def one_person_answers_and_later_asks(session):
    """I, We and Later are told apart in the file."""
    path, window = open_bench(session)
    window.require_tried_toolkit()
    open_question(window, 7)
    window.press('push button', 'Later')
    window.click(entry(window))
    answer(window, 'Who could say', 'Open question')
    window.press('push button', 'I')
    window.click(window.find(None, 'Who speaks?'))
    window.type('Camille')
    window.click(entry(window))
    window.type('Independence')
    window.key('Return')
    e2e.wait_for(lambda: e2e.text_of(entry(window)) == '', 'the answer to be taken')
    window.key('Escape')
    window.save(path)

    board = e2e.read_board(path)
    later, mine = [e2e.node_by_id(board, card) for card in sheets_of(path)['def7']['cards']]
    e2e.check_equal(later['commons']['kind'], 'question', 'what is answered later')
    e2e.check_equal((mine['commons'].get('author'), mine['commons'].get('hidden')), ('Camille', True),
                    'what one person says')
    e2e.check_equal(sheets_of(path)['def7']['state'], 'discuss', 'what became of the question')


@e2e.test
def cards_are_dragged_out_of_a_question(session):
    """An answer gets another place on the board."""
    path, window = open_bench(session)
    open_question(window, 2)
    answer(window, 'The name', 'Resource')
    window.save(path)
    made = sheets_of(path)['def2']['cards'][0]
    before = e2e.node_by_id(e2e.read_board(path), made)
    x, y, width, height = window.rect(window.board())
    window.drop_on_board(window.centre(window.find(None, 'Resource, The name')), (x + width * 0.6, y + height * 0.5))
    window.wait_state('not saved')
    window.save(path)
    after = e2e.node_by_id(e2e.read_board(path), made)
    e2e.check((after['x'], after['y']) != (before['x'], before['y']), 'the card is where it was')
    e2e.check_equal(sheets_of(path)['def2']['cards'], [made], 'what answers the question')


if __name__ == '__main__':
    sys.exit(e2e.main())

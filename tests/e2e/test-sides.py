#!/usr/bin/python3
"""I and We: what two people answered alone becomes what they hold together.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sys

import e2e
from e2e import Atspi

e2e.SHEETS = True


def own(identifier, author, text, y):
    return {'id': identifier, 'type': 'text', 'x': 0, 'y': y, 'width': 204, 'height': 62, 'text': text,
            'commons': {'kind': 'resource', 'side': 'i', 'author': author, 'hidden': True}}


ANSWERS = [own('a', 'Ines', 'The database', 0), own('b', 'Ines', 'The time of the surveyors', 100),
           own('c', 'Malo', 'The app', 200), own('d', 'Malo', 'The time of surveyors', 300)]


def open_sides(session):
    path = session.write_board('bench.commons', 'Bench', ANSWERS)
    board = e2e.read_board(path)
    board['commons']['sheets'] = {'def2': {'cards': [card['id'] for card in ANSWERS]}}
    path = session.write('answers.commons', e2e.json.dumps(board))
    program, window = session.open(path)
    window.key('alt+3')
    return path, program, window


def answer(window, name):
    """The cards of the board are list items, too."""
    def look():
        return next(iter(e2e.search(window.find('list', 'I'), 'list item', name)), None)
    return e2e.wait_for(look, f'the answer {name}')


def wait_selected(window, name):
    e2e.wait_for(lambda: e2e.has_state(answer(window, name), Atspi.StateType.SELECTED), f'{name} to be selected')


def wait_focus(window, name):
    e2e.wait_for(lambda: name in window.focused(), lambda: f'{name} to have the keyboard; it is on {window.focused()}')


def summary(window, words):
    window.find('label', words)


def derivations(board):
    """The texts each card of the group comes from, by its own."""
    texts = {node['id']: node.get('text', '') for node in board['nodes']}
    found = {}
    for edge in board['edges']:
        if edge['commons']['link'] == 'derives_from':
            found.setdefault(texts[edge['fromNode']], []).append(texts[edge['toNode']])
    return {text: sorted(sources) for text, sources in found.items()}


@e2e.test
def answers_become_what_the_group_holds(session):
    path, program, window = open_sides(session)
    e2e.wait_for(lambda: e2e.count(window.frame, 'list item', '2 hidden answers') == 2, 'two people who answered')
    e2e.check(not e2e.search(window.frame, None, re.compile('surveyors')), 'hidden words are told')

    window.press('push button', 'Reveal All (4)')
    answer(window, 'Resource: The app')
    summary(window, '4 answers from 2 people: 0 kept, 0 merged, 0 dropped, 4 open')

    # One is kept with the keyboard,
    window.tab_to(answer(window, 'Resource: The database'))
    window.key('k')
    summary(window, '4 answers from 2 people: 1 kept, 0 merged, 0 dropped, 3 open')
    wait_focus(window, 'Resource: The database')

    # two are merged, in words of the group,
    window.key('Down')
    wait_selected(window, 'Resource: The time of the surveyors')
    window.key('ctrl+Down', 'ctrl+Down')
    wait_focus(window, 'Resource: The time of surveyors')
    window.key('space')
    wait_selected(window, 'Resource: The time of surveyors')
    window.key('m')
    dialog = program.window('Merge Answers')
    words = dialog.find(None, 'Words of the card')
    e2e.wait_for(lambda: e2e.has_state(words, Atspi.StateType.FOCUSED), 'the words to have the keyboard')
    dialog.key('ctrl+a')
    dialog.type('The time people give')
    dialog.key('ctrl+Return')
    program.wait_gone('Merge Answers')
    # Nobody else gives the keyboard back to the window.
    window.focus()
    summary(window, '4 answers from 2 people: 1 kept, 2 merged, 0 dropped, 1 open')

    # and one is dropped.
    wait_focus(window, 'Resource: The time of surveyors')
    window.key('Up')
    wait_selected(window, 'Resource: The app')
    window.key('d')
    summary(window, '4 answers from 2 people: 1 kept, 2 merged, 1 dropped, 0 open')

    window.save(path)
    board = e2e.read_board(path)
    e2e.check_equal(derivations(board), {
        'The database': ['The database'],
        'The time people give': ['The time of surveyors', 'The time of the surveyors'],
    }, 'where cards came from')
    e2e.check_equal([node['commons'].get('status') for node in board['nodes'] if node.get('text') == 'The app'],
                    ['dropped'], 'the status of what was dropped')
    e2e.check(not any(node['commons'].get('hidden') for node in board['nodes']), 'answers are hidden still')
    e2e.check_equal(sorted(node['text'] for node in board['nodes'] if node['commons'].get('side') == 'i'),
                    sorted(card['text'] for card in ANSWERS), 'answers of persons')
    e2e.check_equal(len(board['commons']['sheets']['def2']['cards']), 6, 'cards filed under the question')

    # Each was one step, and all of it can be taken back.
    for state in ('1 kept, 2 merged, 0 dropped, 1 open', '1 kept, 0 merged, 0 dropped, 3 open',
                  '0 kept, 0 merged, 0 dropped, 4 open'):
        window.key('ctrl+z')
        summary(window, f'4 answers from 2 people: {state}')
    window.key('ctrl+z')
    e2e.wait_for(lambda: e2e.count(window.frame, 'list item', '2 hidden answers') == 2, 'answers to be hidden again')
    window.save(path)
    board = e2e.read_board(path)
    e2e.check_equal((board['nodes'], board['edges']), (ANSWERS, []), 'the board after undo')


@e2e.test
def an_answer_dragged_to_the_group(session):
    path, program, window = open_sides(session)
    if not window.tells_places:
        raise e2e.Skip('this toolkit does not tell where cards are')
    window.press('push button', 'Reveal All (4)')
    card = answer(window, 'Resource: The app')
    column = window.find('list', 'We')
    e2e.settle(lambda: window.rect(card))
    e2e.drag_and_drop(window.centre(card), window.centre(window.find('page tab', 'Board')), window.centre(column))
    summary(window, '4 answers from 2 people: 1 kept, 0 merged, 0 dropped, 3 open')
    window.save(path)
    e2e.check_equal(derivations(e2e.read_board(path)), {'The app': ['The app']}, 'where cards came from')


if __name__ == '__main__':
    sys.exit(e2e.main())

#!/usr/bin/python3
"""The outline: the same board as lines, by keyboard and by dragging.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sys

import e2e
from e2e import Atspi

CIRCLE = {'id': 'circle', 'type': 'group', 'x': 0, 'y': 0, 'width': 480, 'height': 480, 'label': 'Surveyors',
          'commons': {'kind': 'circle', 'fields': {'ring': 1}}}
RULE = {'id': 'rule', 'type': 'text', 'x': 720, 'y': 36, 'width': 204, 'height': 62,
        'text': 'Answer within two days', 'color': '6', 'commons': {'kind': 'rule', 'status': 'agreed'}}
EDITOR = 'Title and text of the card'


def open_outline(session):
    path = session.write_board('bench.commons', 'Bench', [CIRCLE, RULE])
    program, window = session.open(path)
    window.key('alt+2')
    window.find('list', 'Outline')
    return path, window


def lines(window):
    return [e2e.name_of(line) for line in e2e.children_of(window.find('list', 'Outline'))]


def line(window, name):
    """The cards of the board are list items, too."""
    def look():
        return next(iter(e2e.search(window.find('list', 'Outline'), 'list item', name)), None)
    return e2e.wait_for(look, f'the line {name}')


def wait_lines(window, *names):
    e2e.wait_for(lambda: lines(window) == list(names), lambda: f'{names}; there is {lines(window)}')


def wait_focus(window, accessible_of, what):
    e2e.wait_for(lambda: e2e.has_state(accessible_of(), Atspi.StateType.FOCUSED), what)


def write_line(window, text):
    editor = window.find(None, EDITOR)
    e2e.wait_for(lambda: e2e.has_state(editor, Atspi.StateType.FOCUSED), 'the field to have the keyboard')
    window.type(text)


@e2e.test
def lines_are_read_and_written(session):
    """Two cards made with the keyboard alone, the second from the first."""
    path, window = open_outline(session)
    wait_lines(window, 'Rule: Answer within two days', 'Circle: Surveyors')
    wait_focus(window, lambda: line(window, 'Rule: Answer within two days'), 'the first line to have the keyboard')

    window.key('n')
    write_line(window, 'Thank everybody')
    window.key('ctrl+Return')
    write_line(window, 'Meet each month')
    window.key('Escape')
    line(window, re.compile('Meet each month$'))
    e2e.check_equal(len(lines(window)), 4, 'lines')

    window.save(path)
    texts = [node['text'] for node in e2e.read_board(path)['nodes'] if node['type'] == 'text']
    e2e.check_equal(sorted(texts), ['Answer within two days', 'Meet each month', 'Thank everybody'], 'cards')

    # Making a card and naming it are one step.
    window.key('ctrl+z')
    e2e.wait_for(lambda: len(lines(window)) == 3, 'the second card to be gone')
    window.key('ctrl+z')
    e2e.wait_for(lambda: len(lines(window)) == 2, 'the first card to be gone')


@e2e.test
def a_line_dragged_into_a_circle(session):
    path, window = open_outline(session)
    if not window.tells_places:
        raise e2e.Skip('this toolkit does not tell where lines are')
    start = window.centre(line(window, 'Rule: Answer within two days'))
    end = window.centre(line(window, 'Circle: Surveyors'))
    header = window.centre(window.find('page tab', 'Board'))
    e2e.drag_and_drop(start, header, end)
    wait_lines(window, 'Circle: Surveyors', 'Rule: Answer within two days')

    window.save(path)
    board = e2e.read_board(path)
    rule = e2e.node_by_id(board, 'rule')
    e2e.check(rule['x'] + rule['width'] <= 480 and rule['x'] >= 0, f'the card stands at {rule["x"]}')
    e2e.check_equal([(edge['fromNode'], edge['commons']['link'], edge['toNode']) for edge in board['edges']],
                    [('rule', 'applies_to', 'circle')], 'links')

    # The board shows the same, with the same selection and undo.
    window.key('alt+1')
    card = window.card('Rule: Answer within two days')
    e2e.wait_for(lambda: e2e.has_state(card, Atspi.StateType.SELECTED), 'the card to be selected on the board')
    window.key('ctrl+z')
    window.wait_state('not saved')
    window.save(path)
    board = e2e.read_board(path)
    e2e.check_equal((board['nodes'], board['edges']), ([CIRCLE, RULE], []), 'the board after undo')


@e2e.test
def folding_and_deleting(session):
    path, window = open_outline(session)
    wait_focus(window, lambda: line(window, 'Rule: Answer within two days'), 'the first line to have the keyboard')
    window.key('Delete')
    wait_lines(window, 'Circle: Surveyors')
    wait_focus(window, lambda: line(window, 'Circle: Surveyors'), 'the line that is left to have the keyboard')
    window.key('n')
    write_line(window, 'Inside')
    window.key('Escape')
    e2e.wait_for(lambda: len(lines(window)) == 2, 'a line in the circle')
    wait_focus(window, lambda: line(window, re.compile('Inside$')), 'it to have the keyboard')

    window.key('Left')
    wait_focus(window, lambda: line(window, 'Circle: Surveyors'), 'the circle to have the keyboard')
    window.key('Left')
    wait_lines(window, 'Circle: Surveyors')
    window.key('Right')
    e2e.wait_for(lambda: len(lines(window)) == 2, 'the circle to unfold')


if __name__ == '__main__':
    sys.exit(e2e.main())

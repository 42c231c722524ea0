#!/usr/bin/python3
"""Somebody writes fast: one card after the other, linked ones, and the keys
of the field.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import e2e

EDITOR = 'Title and text of the card'

RULE = {'id': 'rule', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62,
        'text': 'Review within a week', 'color': '6', 'commons': {'kind': 'rule'}}
VALUE = {'id': 'value', 'type': 'text', 'x': 480, 'y': 252, 'width': 204, 'height': 62,
         'text': 'Welcome', 'color': '2', 'commons': {'kind': 'value'}}
NODES = [RULE, VALUE]


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', NODES)
    program, window = session.open(path)
    return path, window, window.camera(path)


def wait_editor(window):
    editor = window.find(None, EDITOR)
    e2e.wait_for(lambda: e2e.has_state(editor, e2e.Atspi.StateType.FOCUSED), 'the field to have the keyboard')
    return editor


def edit(window, camera, node):
    e2e.click(*camera.centre(node))
    window.key('F2')
    return wait_editor(window)


def added(board):
    return [node for node in board['nodes'] if node['id'] not in ('rule', 'value')]


@e2e.test
def one_card_after_the_other(session):
    """Ctrl+Enter goes on below, Tab beside, and each card is one step."""
    path, window, camera = open_bench(session)
    edit(window, camera, RULE)
    window.key('End', 'ctrl+Return')
    window.type('Second')
    window.key('ctrl+Return')
    window.type('Third')
    window.key('Tab')
    window.type('Fourth')
    window.key('Escape')
    window.card('Rule: Fourth')
    window.save(path)

    cards = added(e2e.read_board(path))
    e2e.check_equal([(node['text'], node['commons']['kind']) for node in cards],
                    [('Second', 'rule'), ('Third', 'rule'), ('Fourth', 'rule')], 'new cards')
    second, third, fourth = cards
    e2e.check_equal((second['x'], second['y']), (0, 74), 'place of the second')
    e2e.check_equal((third['x'], third['y']), (0, second['y'] + second['height'] + 12), 'place of the third')
    e2e.check_equal((fourth['x'], fourth['y']), (228, third['y']), 'place of the fourth')

    for left in (2, 1, 0):
        window.key('ctrl+z')
        window.wait_state('not saved')
        window.save(path)
        e2e.check_equal(len(added(e2e.read_board(path))), left, 'new cards after undo')


@e2e.test
def an_empty_card_goes(session):
    path, window, camera = open_bench(session)
    edit(window, camera, RULE)
    window.key('ctrl+Return')
    wait_editor(window)
    window.key('Escape')
    e2e.wait_for(lambda: window.query(None, EDITOR) is None, 'the field to close')
    e2e.wait_for(lambda: len(window.cards()) == 2, 'the empty card to go')
    e2e.check_equal(window.state, 'saved', 'state')


@e2e.test
def back_to_the_card_before(session):
    path, window, camera = open_bench(session)
    edit(window, camera, VALUE)
    window.key('shift+Tab')
    card = window.card('Rule: Review within a week')
    e2e.wait_for(lambda: e2e.has_state(card, e2e.Atspi.StateType.FOCUSED), 'the card before to have the keyboard')


def check_linked(path, window, x, y):
    window.type('Because')
    window.key('Escape')
    window.card('Rule: Because')
    window.save(path)
    board = e2e.read_board(path)
    made = e2e.node_by_title(board, 'Because')
    e2e.check_equal((made['x'], made['y']), (x, y), 'place of the linked card')
    e2e.check_equal([(edge['fromNode'], edge['commons']['link'], edge['toNode']) for edge in board['edges']],
                    [('rule', 'relates_to', made['id'])], 'links')

    window.key('ctrl+z')
    window.wait_state('not saved')
    window.save(path)
    board = e2e.read_board(path)
    e2e.check_equal(board['nodes'], NODES, 'cards after one undo')
    e2e.check_equal(board.get('edges', []), [], 'links after one undo')


@e2e.test
def a_linked_card_with_the_keyboard(session):
    path, window, camera = open_bench(session)
    e2e.click(*camera.centre(RULE))
    window.key('ctrl+shift+Right')
    wait_editor(window)
    check_linked(path, window, 252, 0)


@e2e.test
def a_linked_card_by_a_click_on_a_dot(session):
    path, window, camera = open_bench(session)
    e2e.click(*camera.point_at_dot(RULE, 'bottom'))
    wait_editor(window)
    check_linked(path, window, 0, 110)


@e2e.test
def the_field_knows_lists_and_marks(session):
    path, window, camera = open_bench(session)
    edit(window, camera, VALUE)
    window.key('End', 'Return')
    window.type('* one')
    window.key('Return')
    window.type('two')
    window.key('Return', 'Return')
    window.type('very')
    window.key('ctrl+shift+Left', 'ctrl+b')
    window.key('Escape')
    window.card('Value: Welcome')
    window.save(path)
    e2e.check_equal(e2e.node_by_id(e2e.read_board(path), 'value')['text'],
                    'Welcome\n* one\n* two\n**very**', 'text of the card')


@e2e.test
def undo_in_the_field_and_after(session):
    """Inside, Ctrl+Z takes back what was typed; afterwards, all of it."""
    path, window, camera = open_bench(session)
    editor = edit(window, camera, VALUE)
    window.key('End')
    window.type(' all')
    window.key('ctrl+z')
    e2e.wait_for(lambda: e2e.text_of(editor) == 'Welcome', 'typing to be undone')
    window.type(' to everybody')
    window.key('Return')
    window.type('and their dogs')
    window.key('Escape')
    window.save(path)
    e2e.check_equal(e2e.node_by_id(e2e.read_board(path), 'value')['text'],
                    'Welcome to everybody\nand their dogs', 'text of the card')
    window.key('ctrl+z')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(e2e.read_board(path)['nodes'], NODES, 'cards after undo')


@e2e.test
def going_elsewhere_keeps_the_words(session):
    """The keyboard that goes to another tool ends the editing."""
    path, window, camera = open_bench(session)
    edit(window, camera, VALUE)
    window.key('End')
    window.type(' all')
    window.key('F10')
    e2e.wait_for(window.menu_items, 'the menu')
    window.key('Escape')
    window.card('Value: Welcome all')
    window.save(path)
    e2e.check_equal(e2e.node_by_id(e2e.read_board(path), 'value')['text'], 'Welcome all', 'text of the card')


if __name__ == '__main__':
    sys.exit(e2e.main())

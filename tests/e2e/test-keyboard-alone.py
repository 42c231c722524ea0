#!/usr/bin/python3
"""A person without a pointer builds a board: the mouse is never used.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import math
import sys

import e2e
from e2e import Atspi

EDITOR = 'Title and text of the card'
CIRCLE, RULE, VALUE = 'Équipe des relevés', 'Réponse sous sept jours', 'Accueil même tardif'


def has_keyboard(accessible):
    return e2e.has_state(accessible, Atspi.StateType.FOCUSED)


def open_new(session):
    e2e.move_to(0, 0)
    program = session.start('--template', 'governance')
    window = e2e.wait_for(lambda: next((e2e.Window(program, frame) for frame in program.frames()), None), 'a window')
    window.wait_state('new')
    window.board()
    return program, window


def make(window, kind, title):
    """From the palette, where Right goes to the next kind."""
    tile = window.find(None, f'Add a card: {kind}')
    window.key('F6')
    first = window.find(None, 'Add a card: Circle')
    e2e.wait_for(lambda: has_keyboard(first), 'the palette to have the keyboard')
    window.tab_to(tile)
    window.key('Return')
    editor = window.find(None, EDITOR)
    e2e.wait_for(lambda: has_keyboard(editor), 'the field to have the keyboard')
    window.type(title)
    e2e.wait_for(lambda: title in e2e.text_of(editor), f'“{title}” to be written')
    window.key('Escape')
    return wait_card(window, f'{kind}: {title}')


def wait_card(window, name):
    card = window.card(name)
    window.focus()
    e2e.wait_for(lambda: has_keyboard(card), f'“{name}” to have the keyboard')
    return card


def answer(program, title, words):
    """Writes a part of a name into the list that asks, and takes the first."""
    picker = program.window(title)
    e2e.wait_for(picker.focused, 'the field to have the keyboard')
    picker.type(words)
    picker.key('Return')
    program.wait_gone(title)


def is_inside(circle, node):
    radius = circle['width'] / 2
    return math.hypot(node['x'] + node['width'] / 2 - circle['x'] - radius,
                      node['y'] + node['height'] / 2 - circle['y'] - radius) < radius


def links_between(board, one, other):
    return [edge['commons']['link'] for edge in board['edges'] if {edge['fromNode'], edge['toNode']} == {one['id'], other['id']}]


def read(path):
    board = e2e.read_board(path)
    return board, [e2e.node_by_title(board, title) for title in (CIRCLE, RULE, VALUE)]


@e2e.test
def a_board_built_with_the_keyboard_alone(session):
    with e2e.layout('fr', 'oss'):
        program, window = open_new(session)
        make(window, 'Circle', CIRCLE)
        make(window, 'Value', VALUE)
        make(window, 'Rule', 'Réponse')

        # New cards lie in the middle of the view: in the circle, here. Out into
        # a zone and back through the list; accents do not count there.
        window.key('ctrl+shift+m')
        answer(program, 'Move Into', 'what we share')
        window.find('label', e2e.re.compile('Réponse goes to What we share'))
        window.key('ctrl+shift+m')
        answer(program, 'Move Into', 'equipe des')
        window.find('label', e2e.re.compile('Réponse applies to Équipe des relevés'))

        # The rule goes on having the keyboard, and its text can be changed.
        wait_card(window, 'Rule: Réponse')
        window.key('F2')
        editor = window.find(None, EDITOR)
        e2e.wait_for(lambda: has_keyboard(editor), 'the field to have the keyboard')
        window.key('ctrl+End')
        window.type(' sous sept jours')
        window.key('Escape')
        wait_card(window, f'Rule: {RULE}')

        window.key('ctrl+shift+k')
        answer(program, 'Link To', 'accueil meme')
        e2e.wait_for(lambda: VALUE in window.card(f'Rule: {RULE}').get_description(), 'the link to be said')

        # Back to before the link, and there again.
        window.key('ctrl+z')
        e2e.wait_for(lambda: VALUE not in window.card(f'Rule: {RULE}').get_description(), 'the link to be gone')
        window.key('ctrl+shift+z')
        e2e.wait_for(lambda: VALUE in window.card(f'Rule: {RULE}').get_description(), 'the link to be back')

        path = session.path('clavier.commons')
        window.key('ctrl+s')
        program.choose_file('Save the Board', path)
        window.wait_state('saved')

        board, (circle, rule, value) = read(path)
        e2e.check(is_inside(circle, rule), 'the rule is not in the circle')
        e2e.check_equal([node['commons']['kind'] for node in (circle, rule, value)], ['circle', 'rule', 'value'], 'kinds')
        e2e.check_equal(links_between(board, rule, circle), ['applies_to'], 'links of rule and circle')
        e2e.check_equal(len(links_between(board, rule, value)), 1, 'links of rule and value')

        # Out of all circles, by the first line of the list.
        window.key('ctrl+shift+m')
        answer(program, 'Move Into', 'outside')
        window.wait_state('not saved')
        window.save(path)
        board, (circle, rule, value) = read(path)
        e2e.check(not is_inside(circle, rule), 'the rule is still in the circle')
        e2e.check_equal(links_between(board, rule, circle), [], 'links of rule and circle')


@e2e.test
def moving_from_the_outline(session):
    path = session.write_board('bench.commons', 'Bench', [
        {'id': 'circle', 'type': 'group', 'x': 0, 'y': 0, 'width': 480, 'height': 480, 'label': 'Surveyors',
         'commons': {'kind': 'circle'}},
        {'id': 'rule', 'type': 'text', 'x': 720, 'y': 36, 'width': 204, 'height': 62, 'text': 'Answer',
         'commons': {'kind': 'rule'}}])
    program, window = session.open(path)
    window.key('alt+2')
    outline = window.find('list', 'Outline')

    def lines():
        return [e2e.name_of(line) for line in e2e.children_of(outline)]

    def line():
        return next(iter(e2e.search(outline, 'list item', 'Rule: Answer')), None)

    def wait_line():
        window.focus()
        e2e.wait_for(lambda: line() is not None and has_keyboard(line()), 'the line to have the keyboard')

    wait_line()
    window.key('Down', 'Up')
    e2e.wait_for(lambda: e2e.has_state(line(), Atspi.StateType.SELECTED), 'the line to be selected')
    window.key('ctrl+shift+m')
    answer(program, 'Move Into', 'surv')
    e2e.wait_for(lambda: lines() == ['Circle: Surveyors', 'Rule: Answer'], 'the line under the circle')
    wait_line()
    window.save(path)
    board = e2e.read_board(path)
    e2e.check_equal([edge['commons']['link'] for edge in board['edges']], ['applies_to'], 'links')

    # The keyboard stayed with the line, so the same goes the other way.
    window.key('ctrl+shift+m')
    answer(program, 'Move Into', 'outside')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(e2e.read_board(path)['edges'], [], 'links')


@e2e.test
def menus_and_giving_up(session):
    """The menu of a card and of the empty board; Escape ends one thing after
    the other."""
    path = session.write_board('bench.commons', 'Bench', [
        {'id': 'one', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62, 'text': 'One',
         'commons': {'kind': 'value'}}])
    program, window = session.open(path)
    for keys in ('Menu', 'shift+F10'):
        before = e2e.count_windows()
        window.key(keys)
        e2e.wait_for(window.menu_items, 'the menu of the board')
        window.key('Escape')
        e2e.wait_for(lambda: e2e.count_windows() == before, 'the menu to close')

    window.key('Home')
    card = wait_card(window, 'Value: One')
    window.key('shift+F10')
    window.choose('Duplicate', keys='Ctrl+D')
    e2e.wait_for(lambda: len(window.cards()) == 2, 'the copy')
    window.key('ctrl+z')
    e2e.wait_for(lambda: len(window.cards()) == 1, 'the copy to be gone')
    window.key('Home')
    card = wait_card(window, 'Value: One')
    window.key('ctrl+shift+m')
    window.find('label', 'There is no circle or zone to move this into.')

    window.key('ctrl+shift+k')
    window.find('label', 'There is no other card to link to.')

    window.key('Return')
    editor = window.find(None, EDITOR)
    e2e.wait_for(lambda: has_keyboard(editor), 'the field to have the keyboard')
    window.key('Escape')
    e2e.wait_for(lambda: window.query(None, EDITOR) is None, 'the field to close')
    e2e.check(e2e.has_state(card, Atspi.StateType.SELECTED), 'the first Escape did more than end writing')
    window.key('Escape')
    e2e.wait_for(lambda: not e2e.has_state(card, Atspi.StateType.SELECTED), 'the second Escape to select nothing')
    window.key('space')
    e2e.wait_for(lambda: e2e.has_state(card, Atspi.StateType.SELECTED), 'Space to select')
    window.key('space')
    e2e.wait_for(lambda: not e2e.has_state(card, Atspi.StateType.SELECTED), 'Space to take that back')
    e2e.check_equal(e2e.read_board(path)['nodes'][0]['text'], 'One', 'the file')


if __name__ == '__main__':
    sys.exit(e2e.main())

#!/usr/bin/python3
"""Somebody writes down what a room says, without looking, and gives the cards
their place afterwards.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import e2e

CIRCLE = {'id': 'circle', 'type': 'group', 'x': 0, 'y': 0, 'width': 480, 'height': 480, 'label': 'Reviewers',
          'commons': {'kind': 'circle', 'fields': {'ring': 1}}}
VALUE = {'id': 'value', 'type': 'text', 'x': 600, 'y': 252, 'width': 204, 'height': 62,
         'text': 'Welcome', 'color': '2', 'commons': {'kind': 'value'}}
NODES = [CIRCLE, VALUE]
WORDS = ['Fountains are broken', 'Nobody answers', 'Who pays for water', 'A map of all of them', 'Ask the schools']


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', NODES)
    program, window = session.open(path)
    return path, window, window.camera(path)


def open_entry(window):
    window.key('ctrl+shift+b')
    entry = window.find('text', 'Quick Entry')
    e2e.wait_for(lambda: any('Quick Entry' in name for name in window.focused()), 'the entry to have the keyboard')
    return entry


def enter(window, *words):
    for word in words:
        window.type(word)
        window.key('Return')


def written(board):
    known = {node['id'] for node in NODES}
    return [node for node in board['nodes'] if node['id'] not in known and node['type'] == 'text']


def trays(board):
    return [node for node in board['nodes'] if node.get('commons', {}).get('role') == 'tray']


@e2e.test
def five_cards_in_a_burst(session):
    path, window, camera = open_bench(session)
    open_entry(window)
    enter(window, *WORDS)
    window.find('push button', WORDS[-1])
    window.save(path)

    board = e2e.read_board(path)
    e2e.check_equal([node['text'] for node in written(board)], WORDS, 'cards in the file')
    e2e.check_equal([node['label'] for node in trays(board)], ['To place'], 'trays')
    tray = trays(board)[0]
    for node in written(board):
        e2e.check(tray['x'] <= node['x'] and node['x'] + node['width'] <= tray['x'] + tray['width'] and
                  tray['y'] <= node['y'] and node['y'] + node['height'] <= tray['y'] + tray['height'],
                  f'{node["text"]} is not in the tray')

    # With nothing typed, Ctrl+Z takes the last card back.
    for left in (4, 3, 2, 1, 0):
        window.key('ctrl+z')
        window.wait_state('not saved')
        window.save(path)
        e2e.check_equal([node['text'] for node in written(e2e.read_board(path))], WORDS[:left], 'cards after undo')
    e2e.check_equal(e2e.read_board(path)['nodes'], NODES, 'the board after undo')


@e2e.test
def tab_changes_the_kind(session):
    path, window, camera = open_bench(session)
    open_entry(window)
    window.key('Tab')
    window.find(None, 'Kind: Rule')
    enter(window, 'Review within a week')
    window.key('shift+Tab')
    window.find(None, 'Kind: Card')
    enter(window, 'Plain')
    window.save(path)
    board = e2e.read_board(path)
    e2e.check_equal([(node['text'], node.get('commons', {}).get('kind')) for node in written(board)],
                    [('Review within a week', 'rule'), ('Plain', None)], 'cards')


@e2e.test
def into_the_selected_circle(session):
    path, window, camera = open_bench(session)
    e2e.click(*camera.to_screen(240 + 240 * 0.5 ** 0.5, 240 + 240 * 0.5 ** 0.5))
    e2e.wait_for(lambda: e2e.has_state(window.card('Circle: Reviewers'), e2e.Atspi.StateType.SELECTED),
                 'the circle to be selected')
    open_entry(window)
    window.find('label', 'Add to “Reviewers”')
    window.key('Tab')
    enter(window, 'Review within a week', 'Two signatures')
    window.save(path)

    board = e2e.read_board(path)
    e2e.check_equal(trays(board), [], 'trays')
    e2e.check_equal(len(written(board)), 2, 'cards')
    circle = e2e.node_by_id(board, 'circle')
    for node in written(board):
        dx = node['x'] + node['width'] / 2 - circle['x'] - circle['width'] / 2
        dy = node['y'] + node['height'] / 2 - circle['y'] - circle['height'] / 2
        e2e.check(dx * dx + dy * dy <= (circle['width'] / 2) ** 2, f'{node["text"]} is not in the circle')
        e2e.check_equal([(edge['commons']['link'], edge['toNode']) for edge in board['edges']
                         if edge['fromNode'] == node['id']], [('applies_to', 'circle')], 'links of the rule')


@e2e.test
def escape_keeps_what_is_written(session):
    path, window, camera = open_bench(session)
    entry = open_entry(window)
    window.type('half a thou')
    window.key('Escape')
    e2e.wait_for(lambda: window.query('text', 'Quick Entry') is None, 'the bar to close')
    entry = open_entry(window)
    e2e.check_equal(e2e.text_of(entry), 'half a thou', 'what is written')
    e2e.check_equal(window.state, 'saved', 'state')


@e2e.test
def placed_with_the_keyboard(session):
    path, window, camera = open_bench(session)
    open_entry(window)
    enter(window, 'First', 'Second')
    chip = window.find('push button', 'Second')
    window.key('Up')
    e2e.wait_for(lambda: e2e.has_state(chip, e2e.Atspi.StateType.FOCUSED), 'the chip to have the keyboard')
    window.key('Return')
    e2e.wait_for(lambda: window.query('push button', 'Second') is None, 'the chip to go')
    window.save(path)
    board = e2e.read_board(path)
    tray = trays(board)[0]
    e2e.check(e2e.node_by_title(board, 'First')['x'] >= tray['x'], 'the other card left the tray')
    e2e.check(e2e.node_by_title(board, 'Second')['x'] < tray['x'], 'the card is still in the tray')

    # The last one takes the tray with it.
    window.key('Return')
    e2e.wait_for(lambda: window.query('push button', 'First') is None, 'the chip to go')
    window.save(path)
    e2e.check_equal(trays(e2e.read_board(path)), [], 'trays')


@e2e.test
def placed_with_the_pointer(session):
    path, window, camera = open_bench(session)
    open_entry(window)
    window.key('Tab')
    enter(window, 'Review within a week')
    chip = window.find('push button', 'Review within a week')
    if not window.tells_places:
        raise e2e.Skip('places cannot be told')
    start = e2e.settle(lambda: window.centre(chip))
    camera = window.camera(path)
    window.drop_on_board(start, camera.to_screen(240, 240))
    window.find('label', e2e.re.compile('applies to'))
    window.save(path)
    board = e2e.read_board(path)
    node = e2e.node_by_title(board, 'Review within a week')
    e2e.check_equal([(edge['fromNode'], edge['commons']['link'], edge['toNode']) for edge in board['edges']],
                    [(node['id'], 'applies_to', 'circle')], 'links')
    e2e.check_equal(trays(board), [], 'trays')


@e2e.test
def closing_keeps_what_is_written(session):
    """What was not entered yet is a card when the window asks what to do."""
    path = session.write_board('bench.commons', 'Bench', NODES)
    program, window = session.open(path)
    open_entry(window)
    window.type('Last words')
    window.key('ctrl+w')
    program.answer('Save')
    program.wait_end()
    e2e.check_equal([node['text'] for node in written(e2e.read_board(path))], ['Last words'], 'cards in the file')


if __name__ == '__main__':
    sys.exit(e2e.main())

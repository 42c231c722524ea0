#!/usr/bin/python3
"""Place is meaning: what is dropped into a circle is related to it.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import e2e

CIRCLE = {'id': 'circle', 'type': 'group', 'x': 0, 'y': 0, 'width': 480, 'height': 480, 'label': 'Reviewers',
          'commons': {'kind': 'circle', 'fields': {'entry_mode': 'open'}}}
ROLE = {'id': 'role', 'type': 'text', 'x': 144, 'y': 96, 'width': 192, 'height': 62,
        'text': 'Mediator', 'color': '5', 'commons': {'kind': 'role'}}
RULE = {'id': 'rule', 'type': 'text', 'x': 660, 'y': 36, 'width': 204, 'height': 62,
        'text': 'Review within a week', 'color': '6', 'commons': {'kind': 'rule', 'status': 'agreed'}}
VALUE = {'id': 'value', 'type': 'text', 'x': 660, 'y': 372, 'width': 204, 'height': 62,
         'text': 'Welcome', 'color': '2', 'commons': {'kind': 'value'}}
NODES = [CIRCLE, ROLE, RULE, VALUE]
SEAT = {'id': 'seat', 'fromNode': 'role', 'toNode': 'circle', 'commons': {'link': 'sits_in'}}


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', NODES, [SEAT])
    program, window = session.open(path)
    return path, window, window.camera(path)


def links(path):
    return sorted((edge['fromNode'], edge['commons']['link'], edge['toNode']) for edge in e2e.read_board(path)['edges'])


def save(window, path):
    window.wait_state('not saved')
    window.save(path)


@e2e.test
def drag_into_a_circle_and_undo(session):
    path, window, camera = open_bench(session)
    e2e.drag(camera.centre(RULE), camera.to_screen(240, 300))
    window.find('label', 'Review within a week applies to Reviewers')
    save(window, path)
    e2e.check_equal(links(path), [('role', 'sits_in', 'circle'), ('rule', 'applies_to', 'circle')], 'links')
    e2e.wait_for(lambda: 'in circle Reviewers' in window.card('Rule: Review within a week').get_description(),
                 'the place to be read out')

    # One step: the place and the link.
    window.press('push button', e2e.re.compile('Undo$'))
    save(window, path)
    e2e.check_equal(e2e.read_board(path)['nodes'], NODES, 'cards after undo')
    e2e.check_equal(e2e.read_board(path)['edges'], [SEAT], 'links after undo')


@e2e.test
def drag_out_of_a_circle(session):
    path, window, camera = open_bench(session)
    e2e.drag(camera.centre(ROLE), camera.to_screen(760, 230))
    window.find('label', 'Mediator leaves Reviewers')
    save(window, path)
    e2e.check_equal(links(path), [], 'links')
    window.key('ctrl+z')
    save(window, path)
    e2e.check_equal(e2e.read_board(path)['edges'], [SEAT], 'links after undo')


@e2e.test
def ctrl_only_moves(session):
    path, window, camera = open_bench(session)
    try:
        e2e.drag(camera.centre(RULE), camera.to_screen(240, 300), after_start=('keydown', 'ctrl'))
    finally:
        e2e.xdotool('keyup', 'ctrl')
    save(window, path)
    board = e2e.read_board(path)
    e2e.check_equal(links(path), [('role', 'sits_in', 'circle')], 'links')
    e2e.check(e2e.node_by_id(board, 'rule')['x'] < 400, 'the card has not moved')


@e2e.test
def ctrl_moves_a_frame_alone(session):
    """Ctrl from the press on: what lay in the circle stays, and is told."""
    path, window, camera = open_bench(session)
    x, y = camera.to_screen(240 + 240 * 0.5 ** 0.5, 240 + 240 * 0.5 ** 0.5)
    e2e.drag((x, y), (x + 36 * camera.zoom, y + 240 * camera.zoom), modifiers=['ctrl'])
    window.find('label', 'Mediator leaves Reviewers')
    save(window, path)
    board = e2e.read_board(path)
    e2e.check_equal(e2e.node_by_id(board, 'role'), ROLE, 'the card')
    e2e.check(e2e.node_by_id(board, 'circle')['y'] > 150, 'the circle has not moved')
    e2e.check_equal(links(path), [], 'links')


@e2e.test
def arrows_cross_the_border(session):
    # 33 units of the circle are left below the middle of the card.
    low = {**ROLE, 'y': 416}
    path = session.write_board('bench.commons', 'Bench', [CIRCLE, low, RULE, VALUE], [SEAT])
    program, window = session.open(path)
    e2e.click(*window.camera(path).centre(low))
    # The third step crosses the border; another one would put an end to the message.
    for _ in range(3):
        window.key('shift+Down')
    window.find('label', 'Mediator leaves Reviewers')
    save(window, path)
    e2e.check_equal(links(path), [], 'links')


@e2e.test
def new_card_in_a_circle(session):
    path, window, camera = open_bench(session)
    _, start = window.tile('Rule')
    window.drop_on_board(start, camera.to_screen(240, 300))
    editor = window.find(None, 'Title and text of the card')
    e2e.wait_for(lambda: e2e.has_state(editor, e2e.Atspi.StateType.FOCUSED), 'the field to have the keyboard')
    window.type('Two signatures')
    window.key('Escape')
    window.card('Rule: Two signatures')
    save(window, path)
    rule = e2e.node_by_title(e2e.read_board(path), 'Two signatures')
    e2e.check_equal(links(path), sorted([('role', 'sits_in', 'circle'), (rule['id'], 'applies_to', 'circle')]), 'links')
    window.key('ctrl+z')
    save(window, path)
    e2e.check_equal(e2e.read_board(path)['edges'], [SEAT], 'links after undo')


@e2e.test
def delete_a_circle_with_what_is_in_it(session):
    path, window, camera = open_bench(session)
    e2e.click(*camera.to_screen(240 + 240 * 0.5 ** 0.5, 240 + 240 * 0.5 ** 0.5))
    window.key('Delete')
    window.find('label', '“Reviewers” and 1 card deleted')
    save(window, path)
    e2e.check_equal([node['id'] for node in e2e.read_board(path)['nodes']], ['rule', 'value'], 'cards after Delete')
    window.key('ctrl+z')
    save(window, path)
    e2e.check_equal(e2e.read_board(path)['nodes'], NODES, 'cards after undo')


@e2e.test
def ungroup_leaves_the_cards(session):
    path, window, camera = open_bench(session)
    e2e.click(*camera.to_screen(240 + 240 * 0.5 ** 0.5, 240 + 240 * 0.5 ** 0.5))
    window.key('ctrl+shift+g')
    window.find('label', 'Mediator leaves Reviewers')
    save(window, path)
    e2e.check_equal([node['id'] for node in e2e.read_board(path)['nodes']], ['role', 'rule', 'value'], 'cards')
    e2e.check_equal(links(path), [], 'links')


if __name__ == '__main__':
    sys.exit(e2e.main())

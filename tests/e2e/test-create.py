#!/usr/bin/python3
"""New cards, links, copies, and what a hand does to them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import e2e

TITLE = 'Bench'
EDITOR = 'Title and text of the card'

CIRCLE = {'id': 'circle', 'type': 'group', 'x': 0, 'y': 0, 'width': 360, 'height': 360, 'label': 'Reviewers',
          'commons': {'kind': 'circle', 'fields': {'ring': 1}}}
INSIDE = {'id': 'inside', 'type': 'text', 'x': 84, 'y': 156, 'width': 192, 'height': 60,
          'text': 'Review a survey', 'color': '4', 'commons': {'kind': 'contribution'}}
RULE = {'id': 'rule', 'type': 'text', 'x': 480, 'y': 36, 'width': 204, 'height': 62,
        'text': 'Review within a week', 'color': '6', 'commons': {'kind': 'rule', 'status': 'agreed'}}
VALUE = {'id': 'value', 'type': 'text', 'x': 480, 'y': 252, 'width': 204, 'height': 62,
         'text': 'Welcome', 'color': '2', 'commons': {'kind': 'value'}}
ROLE = {'id': 'role', 'type': 'text', 'x': 780, 'y': 36, 'width': 204, 'height': 62,
        'text': 'Mediator', 'color': '5', 'commons': {'kind': 'role'}}
NODES = [CIRCLE, INSIDE, RULE, VALUE, ROLE]


def open_bench(session):
    path = session.write_board('bench.commons', TITLE, NODES)
    program, window = session.open(path)
    return path, window, window.camera(path)


def added(path, member='nodes'):
    """What the file has that the bench has not."""
    known = {node['id'] for node in NODES}
    return [item for item in e2e.read_board(path)[member] if item['id'] not in known]


def wait_editor(window):
    editor = window.find(None, EDITOR)
    e2e.wait_for(lambda: e2e.has_state(editor, e2e.Atspi.StateType.FOCUSED), 'the field to have the keyboard')


def name_and_save(window, path, title):
    """Types the title of the card being made; returns it as it was saved."""
    wait_editor(window)
    window.type(title)
    window.key('Escape')
    window.find('list item', e2e.re.compile(title))
    window.save(path)
    return e2e.node_by_title(e2e.read_board(path), title)


def check_near(camera, node, x, y, what):
    """The card is centred there, as far as the grid lets it."""
    left, top = camera.to_board(x, y)
    for axis, size, expected in (('x', 'width', left), ('y', 'height', top)):
        centre = node[axis] + node[size] / 2
        e2e.check(e2e.close_to(centre, expected, e2e.GRID / 2 + 2),
                  f'{what}: {axis} of the centre is {centre}, expected about {expected:.0f}')


@e2e.test
def new_card_with_a_key(session):
    path, window, camera = open_bench(session)
    window.key('n')
    node = name_and_save(window, path, 'Dispute')
    e2e.check_equal(node['type'], 'text', 'type')
    e2e.check_equal(len(added(path)), 1, 'new cards')

    # Making and naming it are one step.
    window.key('ctrl+z')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(added(path), [], 'cards after undo')


@e2e.test
def new_card_by_double_click(session):
    path, window, camera = open_bench(session)
    x, y = camera.to_screen(880, 290)
    e2e.click(x, y, times=2)
    node = name_and_save(window, path, 'Here')
    check_near(camera, node, x, y, 'the new card')


@e2e.test
def click_a_kind_then_the_board(session):
    path, window, camera = open_bench(session)
    x, y = camera.to_screen(880, 290)
    tile, place = window.tile('Rule')
    e2e.click(*place)
    e2e.wait_for(lambda: any(e2e.has_state(tile, state) for state in
                             (e2e.Atspi.StateType.PRESSED, e2e.Atspi.StateType.CHECKED)), 'the kind to be chosen')
    e2e.click(x, y)
    node = name_and_save(window, path, 'Two signatures')
    e2e.check_equal(node['commons']['kind'], 'rule', 'kind')
    check_near(camera, node, x, y, 'the new card')
    window.card('Rule: Two signatures')


@e2e.test
def drag_a_kind_onto_the_board(session):
    path, window, camera = open_bench(session)
    end = camera.to_screen(880, 290)
    _, start = window.tile('Value')
    window.drop_on_board(start, end)
    node = name_and_save(window, path, 'Frugality')
    e2e.check_equal(node['commons']['kind'], 'value', 'kind')
    check_near(camera, node, *end, 'the new card')


@e2e.test
def delete_and_undo_in_the_message(session):
    path, window, camera = open_bench(session)
    e2e.click(*camera.centre(RULE))
    window.key('Delete')
    window.wait_state('not saved')
    window.find('label', '“Review within a week” deleted')
    window.save(path)
    e2e.check_equal([node['id'] for node in e2e.read_board(path)['nodes']],
                    ['circle', 'inside', 'value', 'role'], 'cards after Delete')

    window.press('push button', e2e.re.compile('Undo$'))
    window.card('Rule: Review within a week')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(e2e.read_board(path)['nodes'], NODES, 'cards after Undo')


@e2e.test
def link_that_is_the_only_one(session):
    """Between a rule and a value one link makes sense: it is made at once."""
    path, window, camera = open_bench(session)
    e2e.drag(camera.point_at_dot(RULE, 'bottom'), camera.centre(VALUE))
    window.wait_state('not saved')
    window.save(path)
    edges = [(edge['fromNode'], edge['commons']['link'], edge['toNode']) for edge in added(path, 'edges')]
    e2e.check_equal(edges, [('rule', 'embodies', 'value')], 'links')
    e2e.wait_for(lambda: 'embodies Welcome' in window.card('Rule: Review within a week').get_description(),
                 'the link to be read out')


@e2e.test
def link_chosen_in_a_menu(session):
    """Between a rule and a circle several do: only those are offered."""
    path, window, camera = open_bench(session)
    e2e.drag(camera.point_at_dot(RULE, 'left'), camera.to_screen(180, 1))
    e2e.wait_for(window.menu_items, 'a menu')
    e2e.check_equal(len(window.menu_items()), 2, 'links offered')
    window.choose('enforced by', position=1)
    window.wait_state('not saved')
    window.save(path)
    edges = [(edge['fromNode'], edge['commons']['link'], edge['toNode']) for edge in added(path, 'edges')]
    e2e.check_equal(edges, [('rule', 'enforced_by', 'circle')], 'links')


@e2e.test
def link_with_the_keyboard(session):
    """C, then Tab to the other card, then Enter."""
    path, window, camera = open_bench(session)
    e2e.click(*camera.centre(RULE))
    window.key('c')
    role = window.card('Role: Mediator')
    e2e.wait_for(lambda: window.query('label', e2e.re.compile('^Click the card to link to')), 'what to do next')
    window.key('ctrl+Right')
    e2e.wait_for(lambda: e2e.has_state(role, e2e.Atspi.StateType.FOCUSED), 'the other card to have the keyboard')
    window.key('Return')
    window.wait_state('not saved')
    window.save(path)
    edges = [(edge['fromNode'], edge['commons']['link'], edge['toNode']) for edge in added(path, 'edges')]
    e2e.check_equal(edges, [('rule', 'enforced_by', 'role')], 'links')


@e2e.test
def duplicate(session):
    path, window, camera = open_bench(session)
    e2e.click(*camera.centre(RULE))
    window.key('ctrl+d')
    window.wait_state('not saved')
    window.save(path)
    copies = added(path)
    e2e.check_equal(len(copies), 1, 'copies')
    e2e.check_equal({**copies[0], 'id': 0, 'x': 0, 'y': 0}, {**RULE, 'id': 0, 'x': 0, 'y': 0}, 'the copy')
    e2e.check((copies[0]['x'], copies[0]['y']) != (RULE['x'], RULE['y']), 'the copy hides the card')
    e2e.check_equal(e2e.node_by_id(e2e.read_board(path), 'rule'), RULE, 'the card')


@e2e.test
def arrows_move_the_selection(session):
    path, window, camera = open_bench(session)
    e2e.click(*camera.centre(RULE))
    window.key('Right', 'Right', 'Down')
    window.wait_state('not saved')
    window.save(path)
    small = e2e.node_by_id(e2e.read_board(path), 'rule')
    step = small['y'] - RULE['y']
    e2e.check(0 < step < e2e.GRID, f'a small step is {step}')
    e2e.check_equal(small['x'], RULE['x'] + 2 * step, 'x')

    window.key('shift+Left')
    window.wait_state('not saved')
    window.save(path)
    large = e2e.node_by_id(e2e.read_board(path), 'rule')
    e2e.check(small['x'] - large['x'] >= e2e.GRID / 2, f'a larger step went from {small["x"]} to {large["x"]}')
    e2e.check_equal(large['y'], small['y'], 'y')


@e2e.test
def circle_takes_its_content_along(session):
    path, window, camera = open_bench(session)
    # Inside, a circle is ground: it is taken by its border, between two dots.
    x, y = camera.to_screen(180 + 180 * 0.5 ** 0.5, 180 + 180 * 0.5 ** 0.5)
    e2e.drag((x, y), (x + 60 * camera.zoom, y + 24 * camera.zoom))
    window.wait_state('not saved')
    window.save(path)
    board = e2e.read_board(path)
    circle = e2e.node_by_id(board, 'circle')
    inside = e2e.node_by_id(board, 'inside')
    e2e.check_equal((circle['x'], circle['y']), (60, 24), 'place of the circle')
    e2e.check_equal((inside['x'], inside['y']), (INSIDE['x'] + 60, INSIDE['y'] + 24), 'place of what is in it')
    e2e.check_equal([node for node in board['nodes'] if node['id'] not in ('circle', 'inside')],
                    [RULE, VALUE, ROLE], 'the other cards')


@e2e.test
def rubber_band_moves_several_as_one(session):
    path, window, camera = open_bench(session)
    e2e.drag(camera.to_screen(440, 10), camera.to_screen(1000, 130))
    for name in ('Rule: Review within a week', 'Role: Mediator'):
        card = window.card(name)
        e2e.wait_for(lambda: e2e.has_state(card, e2e.Atspi.StateType.SELECTED), f'{name} to be selected')
    x, y = camera.centre(ROLE)
    e2e.drag((x, y), (x, y + 72 * camera.zoom))
    window.wait_state('not saved')
    window.save(path)
    board = e2e.read_board(path)
    e2e.check_equal([e2e.node_by_id(board, one)['y'] for one in ('rule', 'role', 'value')],
                    [RULE['y'] + 72, ROLE['y'] + 72, VALUE['y']], 'y of the cards')
    window.key('ctrl+z')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(e2e.read_board(path)['nodes'], NODES, 'cards after undo')


if __name__ == '__main__':
    sys.exit(e2e.main())

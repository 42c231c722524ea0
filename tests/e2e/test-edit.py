#!/usr/bin/python3
"""A person opens the example, moves a card, takes it back, writes in one,
saves, and finds it again.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import copy
import sys

import e2e

EXAMPLE = e2e.example('fontaines-ouvertes.en.commons')
CARD = 'Value: Independence'
TITLE = 'Independence'


def others(board, identifier):
    """The board without that card."""
    rest = copy.deepcopy(board)
    rest['nodes'] = [node for node in rest['nodes'] if node['id'] != identifier]
    return rest


def changed_lines(before, after):
    before, after = before.split(b'\n'), after.split(b'\n')
    e2e.check_equal(len(after), len(before), 'lines of the file')
    return [index for index, (one, other) in enumerate(zip(before, after)) if one != other]


def drag_card(window, path, dx, dy, **more):
    """Drags the card by that many pixels; returns how much that is on the
    board, and by how much that may be wrong."""
    camera = window.camera(path)
    card = e2e.node_by_title(e2e.read_board(path), TITLE)
    x, y = camera.centre(card)
    e2e.drag((x, y), (x + dx, y + dy), **more)
    window.wait_state('not saved')
    return dx / camera.zoom, dy / camera.zoom, max(dx, dy) / camera.zoom * camera.error + 2


def is_in_line(card, rest, axis):
    """Whether an edge or the middle of the card is level with one of another."""
    size = {'x': 'width', 'y': 'height'}[axis]

    def lines(node):
        return {node[axis], node[axis] + node[size] / 2, node[axis] + node[size]}

    return any(e2e.close_to(one, other, 0.5)
               for node in rest for one in lines(card) for other in lines(node))


@e2e.test
def drag_a_card(session):
    path = session.copy(EXAMPLE)
    original = e2e.read_bytes(path)
    before = e2e.read_board(path)
    card = e2e.node_by_title(before, TITLE)
    program, window = session.open(path)
    place = window.rect(window.card(CARD))

    # Neighbours are caught from eight pixels away, on the screen.
    reach = 8 / window.camera(path).zoom
    dx, dy, error = drag_card(window, path, 90, 37)
    e2e.wait_for(lambda: window.rect(window.card(CARD))[:2] != place[:2], 'the card to move on the screen')
    window.save(path)

    after = e2e.read_board(path)
    moved = e2e.node_by_title(after, TITLE)
    for axis, by in (('x', dx), ('y', dy)):
        e2e.check(e2e.close_to(moved[axis], card[axis] + by, max(e2e.GRID / 2, reach) + error),
                  f'{axis} went from {card[axis]} to {moved[axis]}, expected about {by:.0f} more')
        e2e.check(moved[axis] % e2e.GRID == 0 or is_in_line(moved, others(after, card['id'])['nodes'], axis),
                  f'{axis} is {moved[axis]}, neither on the grid nor in line with another card')
    e2e.check_equal(others(after, card['id']), others(before, card['id']), 'the rest of the board')
    e2e.check_equal({**moved, 'x': card['x'], 'y': card['y']}, card, 'the card but for its place')
    e2e.check_equal(len(changed_lines(original, e2e.read_bytes(path))), 1, 'changed lines')

    window.key('ctrl+z')
    window.wait_state('not saved')
    window.save(path)
    e2e.check(e2e.read_bytes(path) == original, 'undone and saved, the file is not what it was')

    window.key('ctrl+shift+z')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(e2e.read_board(path), after, 'the board after redo')


@e2e.test
def drag_off_the_grid(session):
    """Ctrl pressed after the drag began frees the card from the grid."""
    path = session.copy(EXAMPLE)
    card = e2e.node_by_title(e2e.read_board(path), TITLE)
    program, window = session.open(path)

    try:
        dx, dy, error = drag_card(window, path, 91, 40, after_start=('keydown', 'ctrl'))
    finally:
        e2e.xdotool('keyup', 'ctrl')
    window.save(path)

    moved = e2e.node_by_title(e2e.read_board(path), TITLE)
    for axis, by in (('x', dx), ('y', dy)):
        e2e.check(e2e.close_to(moved[axis], card[axis] + by, error),
                  f'{axis} went from {card[axis]} to {moved[axis]}, expected {by:.1f} more')


@e2e.test
def escape_during_a_drag(session):
    path = session.copy(EXAMPLE)
    program, window = session.open(path)
    place = window.rect(window.card(CARD))
    camera = window.camera(path)
    x, y = camera.centre(e2e.node_by_title(e2e.read_board(path), TITLE))

    e2e.drag((x, y), (x + 80, y + 80), release=False)
    window.key('Escape')
    e2e.xdotool('mouseup', 1)

    # What is pressed next is done after what came before it.
    window.key('ctrl+a')
    e2e.wait_for(lambda: e2e.has_state(window.card(CARD), e2e.Atspi.StateType.SELECTED), 'all to be selected')
    e2e.check_equal(window.rect(window.card(CARD)), place, 'place of the card')
    e2e.check_equal(window.state, 'saved', 'state')


@e2e.test
def drag_at_actual_size(session):
    """At 100 % a pixel is a unit of the board."""
    path = session.copy(EXAMPLE)
    card = e2e.node_by_title(e2e.read_board(path), TITLE)
    program, window = session.open(path)
    e2e.click(*window.camera(path).centre(card))
    window.key('ctrl+2')
    window.key('ctrl+0')
    e2e.wait_for(lambda: e2e.close_to(window.camera(path).zoom, 1, 0.01), 'actual size')

    drag_card(window, path, 120, -48)
    window.save(path)

    moved = e2e.node_by_title(e2e.read_board(path), TITLE)
    for axis, by in (('x', 120), ('y', -48)):
        expected = round((card[axis] + by) / e2e.GRID) * e2e.GRID
        e2e.check(abs(moved[axis] - expected) <= 0, f'{axis} is {moved[axis]}, expected {expected}')


@e2e.test
def edit_a_title(session):
    path = session.copy(EXAMPLE)
    before = e2e.read_board(path)
    card = e2e.node_by_title(before, TITLE)
    program, window = session.open(path)

    e2e.click(*window.camera(path).centre(card), times=2)
    editor = window.find(None, 'Title and text of the card')
    e2e.wait_for(lambda: e2e.has_state(editor, e2e.Atspi.StateType.FOCUSED), 'the field to have the keyboard')
    window.type('Free of any funder')
    window.key('Escape')
    window.card('Value: Free of any funder')
    window.save(path)

    after = e2e.read_board(path)
    edited = e2e.node_by_id(after, card['id'])
    e2e.check_equal(edited['text'].split('\n')[0], 'Free of any funder', 'title in the file')
    e2e.check_equal(others(after, card['id']), others(before, card['id']), 'the rest of the board')

    window.key('ctrl+w')
    program.wait_end()
    program, window = session.open(path)
    window.card('Value: Free of any funder')


@e2e.test
def edit_title_and_body(session):
    """Enter begins a line: the first is the title, the rest the text."""
    path = session.copy(EXAMPLE)
    card = e2e.node_by_title(e2e.read_board(path), TITLE)
    program, window = session.open(path)

    e2e.click(*window.camera(path).centre(card))
    window.key('F2')
    editor = window.find(None, 'Title and text of the card')
    e2e.wait_for(lambda: e2e.has_state(editor, e2e.Atspi.StateType.FOCUSED), 'the field to have the keyboard')
    window.type('Independence')
    window.key('Return')
    window.type('No funder above a third.')
    window.key('Escape')
    window.wait_state('not saved')
    window.save(path)

    edited = e2e.node_by_id(e2e.read_board(path), card['id'])
    e2e.check_equal(edited['text'], 'Independence\nNo funder above a third.', 'text')
    e2e.check(edited['height'] >= card['height'], 'the card shrank')
    described = window.card(CARD).get_description()
    e2e.check('No funder above a third.' in described, f'described as “{described}”')


if __name__ == '__main__':
    sys.exit(e2e.main())

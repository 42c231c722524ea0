#!/usr/bin/python3
"""Moving: neighbours catch what is dragged, edges scroll, Alt leaves a copy.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import e2e


def card(identifier, title, x, y):
    return {'id': identifier, 'type': 'text', 'x': x, 'y': y, 'width': 204, 'height': 62, 'text': title}


# No edge of theirs is on the grid, nor is any distance among them.
NEAR = card('near', 'Near', 7, 5)
BESIDE = card('beside', 'Beside', 252, 5)
DRAGGED = card('dragged', 'Dragged', 430, 290)
NODES = [NEAR, BESIDE, DRAGGED]
EDGE = {'id': 'edge', 'fromNode': 'near', 'toNode': 'beside'}


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', NODES, [EDGE])
    program, window = session.open(path)
    window.key('ctrl+0')
    e2e.wait_for(lambda: window.zoom() == 100, '100 %')
    return path, window, window.camera(path)


def save(window, path):
    window.wait_state('not saved')
    window.save(path)
    return e2e.read_board(path)


def place(board, identifier):
    node = e2e.node_by_id(board, identifier)
    return (node['x'], node['y'])


def out_of_sight(window, title):
    """A condition: a card is left of what is shown of the board. It is still
    there for assistive technologies, as all that is read soon after is."""
    def is_left():
        left = window.board().get_extents(e2e.Atspi.CoordType.WINDOW).x
        places = [one.get_extents(e2e.Atspi.CoordType.WINDOW) for one in window.cards()
                  if e2e.name_of(one).endswith(title)]
        return len(places) == 1 and places[0].x + places[0].width < left

    def gone():
        try:
            return is_left()
        except e2e.GLib.Error:
            return False

    e2e.check(not gone(), f'the card “{title}” is out of sight to begin with')
    return gone


@e2e.test
def neighbours_catch_what_is_dragged(session):
    path, window, camera = open_bench(session)
    x, y = camera.centre(DRAGGED)
    # Five units beside the left edge of one, six below the top of both.
    e2e.drag((x, y), (x + 252 + 5 - 430, y + 120 - 290))
    e2e.check_equal(place(save(window, path), 'dragged'), (252, 120), 'the place')
    window.key('ctrl+z')
    e2e.check_equal(save(window, path)['nodes'], NODES, 'cards after undo')


@e2e.test
def gaps_become_equal(session):
    path, window, camera = open_bench(session)
    x, y = camera.centre(DRAGGED)
    # 41 units are between both, and 45 from the second one to here.
    e2e.drag((x, y), (x + 252 + 204 + 45 - 430, y + 8 - 290))
    e2e.check_equal(place(save(window, path), 'dragged'), (252 + 204 + 41, 5), 'the place')


@e2e.test
def ctrl_lets_go_of_neighbours_and_grid(session):
    path, window, camera = open_bench(session)
    x, y = camera.centre(DRAGGED)
    try:
        e2e.drag((x, y), (x + 252 + 5 - 430, y + 121 - 290), after_start=('keydown', 'ctrl'))
    finally:
        e2e.xdotool('keyup', 'ctrl')
    found = place(save(window, path), 'dragged')
    # Half a pixel is lost when the place is measured.
    e2e.check(abs(found[0] - 257) <= 1 and abs(found[1] - 121) <= 1, f'the card is at {found}')


@e2e.test
def edges_scroll(session):
    """Holding a card at the right edge takes it far out of what was in view."""
    path, window, camera = open_bench(session)
    left, _, width, _ = window.board_rect()
    x, y = camera.centre(DRAGGED)
    gone = out_of_sight(window, 'Near')
    e2e.drag((x, y), (left + width - 3, y), release=False)
    e2e.wait_for(gone, 'the first card to go out of sight')
    e2e.xdotool('mouseup', 1)
    found = place(save(window, path), 'dragged')
    e2e.check(found[0] > width, f'the card is at {found}')
    e2e.check_equal(found[1], 290, 'its height')
    e2e.check_equal(place(e2e.read_board(path), 'near'), (7, 5), 'the other card')


@e2e.test
def escape_stops_everything(session):
    path, window, camera = open_bench(session)
    left, _, width, _ = window.board_rect()
    x, y = camera.centre(DRAGGED)
    gone = out_of_sight(window, 'Near')
    e2e.drag((x, y), (left + width - 3, y), release=False)
    e2e.wait_for(gone, 'the first card to go out of sight')
    window.key('Escape')
    e2e.xdotool('mouseup', 1)
    window.key('ctrl+0', 'ctrl+1')
    e2e.check_equal(window.state, 'saved', 'the state')
    e2e.settle(lambda: window.camera(path).x)
    e2e.check_equal(e2e.read_board(path)['nodes'], NODES, 'cards')


@e2e.test
def alt_leaves_a_copy_with_its_link(session):
    path, window, camera = open_bench(session)
    e2e.click(*camera.centre(NEAR))
    e2e.click(*camera.centre(BESIDE), modifiers=['shift'])
    x, y = camera.centre(BESIDE)
    e2e.drag((x, y), (x, y + 180), modifiers=['alt'])
    board = save(window, path)
    e2e.check_equal([node['id'] for node in board['nodes'][:3]], ['near', 'beside', 'dragged'], 'the originals')
    e2e.check_equal(board['nodes'][:3], NODES, 'the originals')
    copies = {e2e.title_of(node): node['id'] for node in board['nodes'][3:]}
    e2e.check_equal(sorted(copies), ['Beside', 'Near'], 'the copies')
    e2e.check_equal([(edge['fromNode'], edge['toNode']) for edge in board['edges']],
                    [('near', 'beside'), (copies['Near'], copies['Beside'])], 'the links')
    window.key('ctrl+z')
    e2e.check_equal(save(window, path)['nodes'], NODES, 'cards after undo')


@e2e.test
def making_room(session):
    path, window, camera = open_bench(session)
    window.key('r')
    start = camera.to_screen(600, 150)
    e2e.drag(start, (start[0] + 5, start[1] + 60))
    board = save(window, path)
    e2e.check_equal([place(board, node['id']) for node in NODES], [(7, 5), (252, 5), (430, 350)], 'the places')
    window.key('ctrl+z')
    e2e.check_equal(save(window, path)['nodes'], NODES, 'cards after undo')


@e2e.test
def what_is_locked_stays(session):
    path, window, camera = open_bench(session)
    e2e.click(*camera.centre(DRAGGED))
    window.key('ctrl+shift+l')
    window.wait_state('not saved')
    x, y = camera.centre(DRAGGED)
    e2e.drag((x, y), (x - 100, y))
    window.find('label', '“Dragged” is locked')
    board = save(window, path)
    e2e.check_equal(place(board, 'dragged'), (430, 290), 'the place')
    e2e.check_equal(e2e.node_by_id(board, 'dragged').get('commons'), {'locked': True}, 'the lock')


if __name__ == '__main__':
    sys.exit(e2e.main())

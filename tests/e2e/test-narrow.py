#!/usr/bin/python3
"""On a screen as narrow as a telephone: a day of work, what hands can do, what
is said once, and the size that is remembered.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sys

os.environ.setdefault('COMMONS_E2E_SCREEN', '360x640')

import e2e
from e2e import Atspi

CARD = {'id': 'one', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62,
        'text': 'One', 'commons': {'kind': 'value'}}


# On the screen, where there is nothing but the board until a panel lies over it.
GROUND = (100, 440, 100, 60)
SCREEN = (0, 0, 360, 640)


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', [CARD])
    program, window = session.open(path)
    return path, program, window


def size_of(window):
    geometry = e2e.geometry_of(window.xid)
    return geometry['WIDTH'], geometry['HEIGHT']


# Where nothing composes windows, newer toolkits draw a border around them that
# does not count as theirs.
BORDER = 8


def check_fits(window):
    border = 0 if window.tells_places else BORDER
    width, height = size_of(window)
    e2e.check(width <= 360 + border and height <= 640 + border, f'the window is {width} × {height}')


def wait_focused(accessible, what):
    e2e.wait_for(lambda: e2e.has_state(accessible, Atspi.StateType.FOCUSED), what)


def find_button(window, name):
    """Which toolkits call by several names, as it can stay pressed."""
    return next((found for found in e2e.search(window.frame, None, name) if 'button' in e2e.role_of(found)), None)


def check_panel(window, name, key):
    """Over the board, by its key and by its button."""
    button = e2e.wait_for(lambda: find_button(window, name), f'a button “{name}”')

    ground = window.look(GROUND)

    # What is folded away is told as if it was not, by some toolkits.
    def is_open():
        return e2e.screenshot.differing(ground, e2e.screenshot.read(GROUND)) > 0

    window.key(key)
    e2e.wait_for(is_open, f'{name} to be open')
    window.key('Escape')
    e2e.wait_for(lambda: not is_open(), f'{name} to be closed')
    window.click(button)
    e2e.wait_for(is_open, f'{name} to be open again')
    check_fits(window)
    window.key('Escape')
    e2e.wait_for(lambda: not is_open(), f'{name} to be closed again')


@e2e.test
def a_day(session):
    path, program, window = open_bench(session)
    check_fits(window)

    window.key('n')
    editor = window.find(None, 'Title and text of the card')
    wait_focused(editor, 'a new card to be written')
    window.type('Written standing up')
    window.key('Escape')
    e2e.wait_for(lambda: len(window.cards()) == 2, 'two cards')

    check_panel(window, 'Guiding Sheets', 'F9')
    check_panel(window, 'Inspector', 'shift+F9')

    window.key('ctrl+s')
    e2e.wait_for(lambda: any(e2e.title_of(node) == 'Written standing up' for node in e2e.read_board(path)['nodes']),
                 'the card in the file')
    check_fits(window)


@e2e.test
def gestures(session):
    path, program, window = open_bench(session)
    before = window.look(SCREEN)
    window.key('shift+F1')
    layer = window.find('dialog', 'Board Gestures')
    wait_focused(layer, 'the gestures to have the keyboard')
    e2e.check(window.query('list item', 'Drag a card: move it, also into a circle or zone') is not None,
              'each gesture is read as a whole')
    window.key('Escape')
    e2e.wait_for(lambda: window.query('dialog', 'Board Gestures') is None, 'the gestures to be gone')
    e2e.check_equal(e2e.screenshot.differing(before, window.look(SCREEN)), 0, 'pixels that are not as before')

    # A click closes them, and does nothing to the board under them.
    window.key('shift+F1')
    window.find('dialog', 'Board Gestures')
    e2e.click(180, 300)
    e2e.wait_for(lambda: window.query('dialog', 'Board Gestures') is None, 'a click to close them')
    e2e.check_equal(len(window.cards()), 1, 'cards')

    # A key of the board does nothing to what cannot be seen.
    window.key('shift+F1')
    window.find('dialog', 'Board Gestures')
    window.key('n')
    e2e.check_equal(len(window.cards()), 1, 'cards after a key that is for the board')


def find_hint(window):
    return window.query('push button', 'Got It')


@e2e.test
def hints(session):
    e2e.HINTS_SEEN = []
    try:
        path, program, window = open_bench(session)
        e2e.wait_for(lambda: find_hint(window), 'the hint of the board')
        wait_focused(window.board(), 'the board to keep the keyboard')
        window.press('push button', 'Got It')
        e2e.wait_for(lambda: find_hint(window) is None, 'the hint to be gone')

        window.key('alt+2')
        e2e.wait_for(lambda: find_hint(window), 'the hint of the outline')
        window.key('alt+1')
        e2e.wait_for(lambda: find_hint(window) is None, 'the board, which has nothing more to say')
        window.key('ctrl+w')
        program.wait_end()

        again = e2e.Program(program.home, path)
        session.programs.append(again)
        window = again.window('Bench')
        e2e.check_in_sight(window, e2e.read_board(path))
        e2e.check(find_hint(window) is None, 'what was read is not said again')
    finally:
        e2e.HINTS_SEEN = ['start', 'board', 'outline', 'sides', 'sheets', 'inspector', 'tables', 'versions']


@e2e.test
def size_is_kept(session):
    path, program, window = open_bench(session)
    e2e.xdotool('windowsize', '--sync', window.xid, 360, 500)
    e2e.wait_for(lambda: size_of(window)[1] == 500, 'the window to be lower')
    before = e2e.settle(lambda: size_of(window))
    window.key('ctrl+w')
    program.wait_end()

    again = e2e.Program(program.home, path)
    session.programs.append(again)
    window = again.window('Bench')
    e2e.wait_for(lambda: size_of(window) == before, lambda: f'{before}, the size it had, not {size_of(window)}')


if __name__ == '__main__':
    sys.exit(e2e.main())

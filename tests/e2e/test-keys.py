#!/usr/bin/python3
"""The keys and the movements of the hand that the help promises.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sys

import e2e
from e2e import Atspi

# Two rows, read from left to right.
TITLES = ('One', 'Two', 'Three', 'Four')
NODES = [{'id': title.lower(), 'type': 'text', 'x': 360 * (index % 2), 'y': 180 * (index // 2),
          'width': 204, 'height': 62, 'text': title, 'commons': {'kind': 'value'}}
         for index, title in enumerate(TITLES)]


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', NODES)
    program, window = session.open(path)
    return path, program, window


def cards(window):
    return {title: window.card(f'Value: {title}') for title in TITLES}


def wait_selected(window, *titles):
    known = cards(window)
    e2e.wait_for(lambda: {title for title, card in known.items()
                          if e2e.has_state(card, Atspi.StateType.SELECTED)} == set(titles),
                 f'{" and ".join(titles) or "nothing"} to be selected')


def wait_focused(window, title):
    card = window.card(f'Value: {title}')
    e2e.wait_for(lambda: e2e.has_state(card, Atspi.StateType.FOCUSED), f'{title} to have the keyboard')


def wait_zoom(window, condition, what):
    e2e.wait_for(lambda: condition(window.zoom()), lambda: f'{what}; the zoom is {window.zoom()} %')


def place_of(window, title):
    return window.rect(window.card(f'Value: {title}'))[:2]


@e2e.test
def selecting(session):
    path, program, window = open_bench(session)
    window.key('ctrl+a')
    wait_selected(window, *TITLES)
    window.key('ctrl+shift+a')
    wait_selected(window)
    window.key('ctrl+a')
    wait_selected(window, *TITLES)
    window.key('Escape')
    wait_selected(window)


@e2e.test
def going_from_card_to_card(session):
    path, program, window = open_bench(session)
    e2e.click(*window.camera(path).centre(NODES[0]))
    wait_focused(window, 'One')
    for keys, title in (('Tab', 'Two'), ('Tab', 'Three'), ('shift+Tab', 'Two'), ('ctrl+Down', 'Four'),
                        ('ctrl+Left', 'Three'), ('ctrl+Up', 'One'), ('ctrl+Right', 'Two'),
                        ('End', 'Four'), ('Home', 'One')):
        window.key(keys)
        wait_focused(window, title)
        wait_selected(window, title)


@e2e.test
def zooming(session):
    path, program, window = open_bench(session)
    window.key('ctrl+0')
    wait_zoom(window, lambda zoom: zoom == 100, 'actual size')
    window.key('ctrl+plus')
    wait_zoom(window, lambda zoom: zoom > 100, 'more than the actual size')
    window.key('ctrl+0')
    wait_zoom(window, lambda zoom: zoom == 100, 'actual size again')
    window.key('ctrl+minus')
    wait_zoom(window, lambda zoom: zoom < 100, 'less than the actual size')

    e2e.click(*window.camera(path).centre(NODES[3]))
    window.key('ctrl+2')
    wait_zoom(window, lambda zoom: zoom > 100, 'the selection')
    window.key('ctrl+1')
    wait_zoom(window, lambda zoom: zoom <= 100, 'the whole board')
    e2e.check_in_sight(window, e2e.read_board(path))


@e2e.test
def wheel_and_pointer(session):
    """The wheel moves the view; with Ctrl it zooms where the pointer is."""
    path, program, window = open_bench(session)
    camera = window.camera(path)
    x, y = camera.centre(NODES[0])
    before = place_of(window, 'One')
    e2e.wheel(x, y + 90 * camera.zoom, down=1)
    e2e.wait_for(lambda: place_of(window, 'One')[1] < before[1], 'the view to go down')
    e2e.wheel(x, y + 90 * camera.zoom, down=-1)
    e2e.wait_for(lambda: place_of(window, 'One') == before, 'the view to come back')

    e2e.wheel(x, y, down=-1, modifiers=['ctrl'])
    e2e.wait_for(lambda: e2e.close_to(window.camera(path).zoom, camera.zoom * 1.3, 0.05), 'the zoom')
    after = window.camera(path).centre(NODES[0])
    e2e.check(e2e.close_to(after[0], x, 3) and e2e.close_to(after[1], y, 3),
              f'what was under the pointer at {x:.0f},{y:.0f} is at {after[0]:.0f},{after[1]:.0f}')


@e2e.test
def dragging_the_view(session):
    """The middle button, or Space held."""
    path, program, window = open_bench(session)
    camera = window.camera(path)
    empty = camera.to_screen(280, 120)
    before = place_of(window, 'One')
    e2e.drag(empty, (empty[0] + 60, empty[1] + 40), button=2)
    e2e.wait_for(lambda: place_of(window, 'One') == (before[0] + 60, before[1] + 40), 'the view to follow the hand')

    window.focus()
    with e2e.held('space'):
        e2e.drag((empty[0] + 60, empty[1] + 40), empty)
    e2e.wait_for(lambda: place_of(window, 'One') == before, 'the view to follow the hand back')
    e2e.check_equal(window.state, 'saved', 'state')


@e2e.test
def writing(session):
    """Enter opens the text, Escape keeps it, and its keys are its own."""
    path, program, window = open_bench(session)
    e2e.click(*window.camera(path).centre(NODES[0]))
    wait_focused(window, 'One')
    window.key('Return')
    editor = window.find(None, 'Title and text of the card')
    e2e.wait_for(lambda: e2e.has_state(editor, Atspi.StateType.FOCUSED), 'the field to have the keyboard')
    window.type('nc')
    window.key('BackSpace')
    window.key('Escape')
    window.card('Value: n')
    e2e.check_equal(len(window.cards()), len(NODES), 'cards')


@e2e.test
def menus_and_windows(session):
    path, program, window = open_bench(session)
    before = e2e.count_windows()
    window.key('F10')
    e2e.wait_for(lambda: e2e.count_windows() > before, 'the main menu')
    e2e.wait_for(window.menu_items, 'items in it')
    window.key('Escape')
    e2e.wait_for(lambda: e2e.count_windows() == before, 'the main menu to close')

    window.key('ctrl+question')
    shortcuts = program.window('Keyboard Shortcuts')
    shortcuts.find(None, 'Duplicate')
    shortcuts.key('Escape')
    program.wait_gone('Keyboard Shortcuts')

    e2e.click(*window.camera(path).centre(NODES[0]), button=3)
    window.choose('Duplicate', keys='Ctrl+D')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(len(e2e.read_board(path)['nodes']), len(NODES) + 1, 'cards')

    count = len(program.frames())
    window.key('ctrl+n')
    e2e.wait_for(lambda: len(program.frames()) > count, 'a new board')
    window.key('ctrl+q')
    program.wait_end()


if __name__ == '__main__':
    sys.exit(e2e.main())

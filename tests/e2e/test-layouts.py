#!/usr/bin/python3
"""Every shortcut on the keyboards people have, by the keys their hands know.

Keys are pressed by their place, as fingers do: 10 is the first of the row of
digits, 38 the one that gives A on QWERTY.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import e2e
from e2e import Atspi

CARD = {'id': 'one', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62,
        'text': 'One', 'commons': {'kind': 'value'}}
OTHER = {**CARD, 'id': 'two', 'x': 360, 'y': 120, 'text': 'Two'}

DIGIT_1, DIGIT_2, DIGIT_0 = 10, 11, 19
MINUS, EQUAL = 20, 21


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', [CARD, OTHER])
    program, window = session.open(path)
    e2e.click(*window.camera(path).centre(CARD))
    return path, program, window


def wait_zoom(window, condition, what):
    e2e.wait_for(lambda: condition(window.zoom()), lambda: f'{what}; the zoom is {window.zoom()} %')


def check_zoom_keys(window):
    """The keys of 0, 1 and 2, whatever is written on them."""
    window.key(f'ctrl+{DIGIT_2}')
    wait_zoom(window, lambda zoom: zoom > 100, 'the selection')
    window.key(f'ctrl+{DIGIT_0}')
    wait_zoom(window, lambda zoom: zoom == 100, 'actual size')
    window.key(f'ctrl+{DIGIT_2}')
    wait_zoom(window, lambda zoom: zoom > 100, 'the selection again')
    selection = window.zoom()
    window.key(f'ctrl+{DIGIT_1}')
    wait_zoom(window, lambda zoom: zoom < selection, 'everything')


def check_undo(window, path, z, d):
    """Duplicates with the key of D, and takes it back with that of Z."""
    window.key(f'ctrl+{d}')
    e2e.wait_for(lambda: len(window.cards()) == 3, 'the copy')
    window.key(f'ctrl+{z}')
    e2e.wait_for(lambda: len(window.cards()) == 2, 'the copy to be gone')
    window.key(f'ctrl+shift+{z}')
    e2e.wait_for(lambda: len(window.cards()) == 3, 'the copy to be back')


def check_shortcuts_window(program, window, *keys):
    window.key(*keys)
    shortcuts = program.window('Keyboard Shortcuts')
    shortcuts.key('Escape')
    program.wait_gone('Keyboard Shortcuts')


def check_named_by_place(program, window):
    """Brackets have no key of their own on AZERTY: what is written at their
    place is."""
    window.key('ctrl+shift+58')
    shortcuts = program.window('Keyboard Shortcuts')
    for name, keys in (('Bring Forward', 'Ctrl+$'), ('Show Everything', 'Ctrl+1'), ('Undo', 'Ctrl+Z')):
        row = e2e.wait_for(lambda: shortcuts.query(None, name), name)
        e2e.check_equal(row.get_description(), keys, f'the keys of “{name}”')
    shortcuts.key('Escape')
    program.wait_gone('Keyboard Shortcuts')


@e2e.test
def azerty(session):
    with e2e.layout('fr'):
        path, program, window = open_bench(session)
        check_zoom_keys(window)
        window.key('ctrl+0')
        window.key(f'ctrl+shift+{EQUAL}')
        wait_zoom(window, lambda zoom: zoom > 100, 'larger, with Ctrl++')
        window.key(f'ctrl+{DIGIT_0}')
        window.key('ctrl+15')
        wait_zoom(window, lambda zoom: zoom < 100, 'smaller, with Ctrl+-')

        # Z is at the place of W, and W at that of Z.
        check_undo(window, path, 25, 40)
        check_shortcuts_window(program, window, 'ctrl+shift+58')
        check_named_by_place(program, window)


@e2e.test
def french_words(session):
    """Letters that need two keys, or the third level of one."""
    with e2e.layout('fr', 'oss'):
        path, program, window = open_bench(session)
        window.key('F2')
        editor = window.find(None, 'Title and text of the card')
        e2e.wait_for(lambda: e2e.has_state(editor, Atspi.StateType.FOCUSED), 'the field to have the keyboard')
        window.key('ctrl+a')
        window.type('Où l’œuvre « Été » coûte 3 €')
        window.key('Escape')
        window.card('Value: Où l’œuvre « Été » coûte 3 €')


@e2e.test
def bepo(session):
    with e2e.layout('fr', 'bepo'):
        path, program, window = open_bench(session)
        check_zoom_keys(window)

        # The key at the place of W gives é, which closes nothing; Z is at the
        # place of the left bracket, D at that of I.
        window.key('ctrl+25')
        check_undo(window, path, 34, 31)


@e2e.test
def qwertz(session):
    with e2e.layout('de'):
        path, program, window = open_bench(session)
        check_zoom_keys(window)

        # Z and Y change places.
        check_undo(window, path, 29, 40)


@e2e.test
def cyrillic(session):
    """No Latin letter at all: letters are found by their place."""
    with e2e.layout('ru'):
        path, program, window = open_bench(session)
        check_zoom_keys(window)
        check_undo(window, path, 52, 40)

        window.key('57')
        editor = window.find(None, 'Title and text of the card')
        e2e.wait_for(lambda: e2e.has_state(editor, Atspi.StateType.FOCUSED), 'a new card to be written')
        window.key('57')
        e2e.wait_for(lambda: e2e.text_of(editor) == 'т', 'the letter in the text')
        window.key('Escape')


if __name__ == '__main__':
    sys.exit(e2e.main())

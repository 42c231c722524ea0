#!/usr/bin/python3
"""Pictures out of the window.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import struct
import sys

import e2e

RULE = {'id': 'a', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62,
        'text': 'Two signatures', 'commons': {'kind': 'rule'}}
VALUE = {'id': 'b', 'type': 'text', 'x': 600, 'y': 240, 'width': 204, 'height': 62,
         'text': 'Welcome', 'commons': {'kind': 'value'}}
DIALOG = 'Export Picture'
SIZE = re.compile(r'^([\d,.\s]+) × ([\d,.\s]+) pixels$')


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', [RULE, VALUE])
    return path, *session.open(path)


def open_dialog(program, window):
    window.key('ctrl+shift+e')
    return program.window(DIALOG)


def message_of(dialog):
    """What stands under the choices."""
    status = dialog.query('status bar')
    return (e2e.name_of(status) or e2e.text_of(status)) if status is not None else ''


def announced_size(dialog):
    """The size the dialog tells before anything is drawn."""
    found = SIZE.match(message_of(dialog))
    return tuple(int(re.sub(r'\D', '', number)) for number in found.groups()) if found else None


def other_size(dialog, size):
    """The next size it tells."""
    def look():
        found = announced_size(dialog)
        return found if found not in (None, size) else None

    return e2e.wait_for(look, f'another size than {size}')


def size_of_png(path):
    content = e2e.read_bytes(path)
    e2e.check(content.startswith(b'\x89PNG\r\n\x1a\n') and content[12:16] == b'IHDR', f'{path} is no PNG')
    return struct.unpack('>II', content[16:24])


def export_to(program, window, dialog, path):
    dialog.press('push button', 'Export…')
    program.choose_file(DIALOG, path)
    window.find('label', f'The picture was saved as “{os.path.basename(path)}”.')
    program.wait_gone(DIALOG)


def choose(dialog, row, position):
    """Takes an entry, counted from the first, of the list of a row, with the
    keyboard alone."""
    before = e2e.count_windows()
    combo = dialog.find('combo box', row)
    dialog.tab_to(combo)
    dialog.key('space')
    e2e.wait_for(lambda: e2e.count_windows() > before, f'the list of “{row}”')
    e2e.wait_for(lambda: not e2e.has_state(combo, e2e.Atspi.StateType.FOCUSED), 'the list to have the keyboard')
    dialog.key(*['Up'] * 3, *['Down'] * position, 'Return')
    e2e.wait_for(lambda: e2e.count_windows() == before, f'the list of “{row}” to close')


@e2e.test
def whole_board(session):
    path, program, window = open_bench(session)
    before = e2e.read_bytes(path)
    picture = session.path('board.png')
    dialog = open_dialog(program, window)
    size = e2e.wait_for(lambda: announced_size(dialog), 'a size')

    export_to(program, window, dialog, picture)
    e2e.check_equal(size_of_png(picture), size, 'size of the picture')
    e2e.check_equal(e2e.read_bytes(path), before, 'the board')
    e2e.check_equal(window.state, 'saved', 'state')

    # The program without a window draws the same.
    other = session.path('other.png')
    e2e.subprocess.run([os.environ['COMMONS_BOARD'], 'export', '--scale', '2', '-o', other, path], check=True)
    e2e.check_equal(size_of_png(other), size, 'size drawn by the command line')


@e2e.test
def selection_at_actual_size(session):
    """Less is drawn, at half the size; and the choices are remembered."""
    path, program, window = open_bench(session)
    e2e.click(*window.camera(path).centre(RULE))
    dialog = open_dialog(program, window)
    whole = e2e.wait_for(lambda: announced_size(dialog), 'a size')
    choose(dialog, 'Content', 1)
    twice = other_size(dialog, whole)
    e2e.check(twice[0] < whole[0] and twice[1] < whole[1], f'the selection takes {twice}, all of it {whole}')
    choose(dialog, 'Size', 0)
    size = other_size(dialog, twice)
    for one, two in zip(size, twice):
        e2e.check(e2e.close_to(one * 2, two, 2), f'{size} is not half of {twice}')

    picture = session.path('card.png')
    export_to(program, window, dialog, picture)
    e2e.check_equal(size_of_png(picture), size, 'size of the picture')

    dialog = open_dialog(program, window)
    e2e.wait_for(lambda: announced_size(dialog) == size, f'{size} again')
    dialog.press('push button', 'Cancel')
    program.wait_gone(DIALOG)


@e2e.test
def too_large_is_refused(session):
    """The largest that fits is said, and there is nothing to press."""
    high = {**RULE, 'width': 100}
    low = {**VALUE, 'x': 0, 'y': 12000, 'width': 100}
    path = session.write_board('bench.commons', 'Bench', [high, low])
    program, window = session.open(path)
    dialog = open_dialog(program, window)
    e2e.wait_for(lambda: announced_size(dialog), 'a size')
    choose(dialog, 'Size', 3)
    message = e2e.wait_for(lambda: announced_size(dialog) is None and message_of(dialog), 'a refusal')
    e2e.check(re.search(r'\d', message), f'it says “{message}”')
    button = dialog.find('push button', 'Export…')
    e2e.check(not e2e.has_state(button, e2e.Atspi.StateType.SENSITIVE), 'it can be exported all the same')
    dialog.key('Escape')
    program.wait_gone(DIALOG)


if __name__ == '__main__':
    sys.exit(e2e.main())

"""Pointer, wheel, keyboard and clipboard.

What is done in one call of xdotool comes to the program in that order, however
busy it is; but of several motions in a row a busy program may see only the
last. Whatever needs a motion to have been seen waits for what it changes.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import os
import re
import subprocess
import sys
import tempfile

import cursor
import keyboard
from waiting import DEADLINE, Failure, check, settle, wait_for, xdotool

MODIFIERS = ('shift', 'ctrl', 'alt')
CLIPBOARD = os.path.join(os.path.dirname(__file__), 'clipboard.py')
TEXT = 'text/plain;charset=utf-8'

# The letters of a keyboard as it is sold in the United States, by rows: the
# numbers of the keys follow one another.
QWERTY = {letter: first + index
          for first, letters in ((10, '1234567890-='), (24, 'qwertyuiop[]'), (38, "asdfghjkl;'"), (52, 'zxcvbnm,./'))
          for index, letter in enumerate(letters)}


# ----------------------------------------------------------------------------
# The keyboard

@contextlib.contextmanager
def held(*keys):
    """Keys that stay down for as long as the block lasts: held ('ctrl', 'shift')."""
    try:
        for key in keys:
            xdotool('keydown', key)
        yield
    finally:
        for key in reversed(keys):
            xdotool('keyup', key)


@contextlib.contextmanager
def layout(*words):
    """Another layout for as long as the block lasts, in words for setxkbmap:
    layout ('fr'), layout ('fr', 'bepo')."""
    subprocess.run(['setxkbmap', *words], check=True)
    try:
        yield
    finally:
        subprocess.run(['setxkbmap', 'us'], check=True)


def key_at(letter):
    """The key, by its number, at the place where a QWERTY keyboard has that
    letter, digit or sign; for Window.key: f'ctrl+{key_at("z")}'."""
    return str(QWERTY[letter])


def type_text(text):
    """Types what the layout of the moment has. xdotool would give any other
    letter to a key for the time of a stroke, and a busy program look too late
    for what was on that key."""
    missing = keyboard.missing(text)
    check(not missing, f'the layout has no {" ".join(missing)}: use e2e.layout (), such as (“fr”, “oss”)')
    xdotool('type', '--delay', 10, text)


def release_all():
    """Leaves nothing down after a test that ended early."""
    for button in (1, 2, 3):
        xdotool('mouseup', button, expect=False)
    for key in (*MODIFIERS, 'space'):
        xdotool('keyup', key, expect=False)


# ----------------------------------------------------------------------------
# The pointer

def move_to(x, y):
    xdotool('mousemove', round(x), round(y))


def click(x, y, button=1, times=1, modifiers=()):
    with held(*modifiers):
        xdotool('mousemove', round(x), round(y), 'click', '--repeat', times, '--delay', 40, button)


def drag(start, end, button=1, modifiers=(), after_start=(), steps=8, release=True):
    """Presses at start and lets go at end. MODIFIERS are held from before until
    after; AFTER_START are words for xdotool once the drag has begun, such as
    keydown ctrl."""
    (x0, y0), (x1, y1) = start, end
    words = ['mousemove', round(x0), round(y0), 'mousedown', button]
    for step in range(1, steps + 1):
        words += ['mousemove', round(x0 + (x1 - x0) * step / steps), round(y0 + (y1 - y0) * step / steps)]
        if step == steps // 2:
            words += list(after_start)
    if release:
        words += ['mouseup', button]
    with held(*modifiers):
        xdotool(*words)


def wheel(x, y, down=0, right=0, modifiers=()):
    """Turns the wheel over a place by so many steps; negative ones go up or
    left."""
    words = ['mousemove', round(x), round(y)]
    for steps, buttons in ((down, (4, 5)), (right, (6, 7))):
        words += ['click', buttons[steps > 0]] * abs(steps)
    with held(*modifiers):
        xdotool(*words)


def count_windows():
    """How many there are on the screen, with lists, menus and tooltips. One that
    goes away meanwhile ends the count early."""
    return settle(lambda: len(xdotool('search', '--onlyvisible', '.*', expect=False).split()))


# ----------------------------------------------------------------------------
# Drags between surfaces

def is_taken():
    """Whether what is being dragged would be taken where the pointer is. The
    toolkit says so with the cursor alone, which themes call by one of these
    names, once the place under the pointer has answered."""
    return re.search(r'copy|move|link|alias', cursor.name()) is not None


def drag_to(place, taken):
    """Goes on with a drag between surfaces until its answer at a place is
    known. A drag that has not been answered yet forgets where the pointer went
    meanwhile, so it goes back and forth by one pixel."""
    x, y = place
    aside = 0

    def answered():
        nonlocal aside
        aside = 1 - aside
        move_to(x + aside, y)
        return is_taken() == taken

    wait_for(answered, lambda: f'what is dragged to be {"taken" if taken else "refused"} '
                               f'at {x:.0f}, {y:.0f} (the cursor is “{cursor.name()}”)')


def drag_and_drop(start, beside, end):
    """A drag between surfaces, that begins with the button going down at start.
    What is let go before it has been accepted is lost, and what is accepted is
    dropped at the last place that answered: so the drag goes to the end, then to
    a place beside, where nothing is taken, and back, each time waiting for the
    answer."""
    check(not is_taken(), f'the cursor is “{cursor.name()}” before anything is dragged')
    drag(start, end, release=False)
    drag_to(end, True)
    drag_to(beside, False)
    drag_to(end, True)
    xdotool('mouseup', 1)


# ----------------------------------------------------------------------------
# The clipboard, as another program sees it

def run_clipboard(*arguments):
    result = subprocess.run([sys.executable, CLIPBOARD, *arguments], capture_output=True,
                            timeout=DEADLINE, check=False)
    if result.returncode != 0:
        raise Failure(f'the clipboard: {result.stderr.decode(errors="replace").strip()}')
    return result.stdout


def clipboard_formats():
    """What it can be read as, such as text/plain;charset=utf-8."""
    return run_clipboard('formats').decode().split()


def read_clipboard(mime_type=TEXT):
    """Its bytes in that form; a Failure when it does not come in it."""
    return run_clipboard('read', mime_type)


def clipboard_text():
    return read_clipboard().decode()


def wait_clipboard(mime_type=TEXT):
    """Its bytes once it comes in that form."""
    wait_for(lambda: mime_type in clipboard_formats(),
             lambda: f'{mime_type} in the clipboard, which has {clipboard_formats()}')
    return read_clipboard(mime_type)


@contextlib.contextmanager
def offered(contents):
    """The clipboard of another program, for as long as the block lasts:
    CONTENTS are bytes or text by form, the best first."""
    with tempfile.TemporaryDirectory(prefix='commons-e2e-clipboard-') as folder:
        arguments = []
        for index, (mime_type, content) in enumerate(contents.items()):
            path = os.path.join(folder, str(index))
            with open(path, 'wb') as file:
                file.write(content if isinstance(content, bytes) else content.encode())
            arguments += [mime_type, path]
        process = subprocess.Popen([sys.executable, CLIPBOARD, 'offer', *arguments], stdout=subprocess.PIPE)
        try:
            check(process.stdout.readline() == b'offered\n', 'the clipboard cannot be taken')
            yield
        finally:
            process.kill()
            process.wait()
            process.stdout.close()

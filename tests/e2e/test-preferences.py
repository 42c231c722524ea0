#!/usr/bin/python3
"""Preferences changed with the keyboard alone, seen at once and after a restart.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sys

import e2e
from e2e import Atspi

# What toolkits call a switch.
SWITCHES = ('check box', 'switch', 'toggle button')

READER = '''#!/bin/sh
echo "$1" > "$COMMONS_ASKED"
'''

DESKTOP = '''[Desktop Entry]
Type=Application
Name=Reader
Exec=%s %%u
MimeType=x-scheme-handler/help;
'''


def write_board(session):
    return session.write_board('bench.commons', 'Bench', [
        {'id': 'rule', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 76,
         'text': 'Answer\nwithin seven days', 'commons': {'kind': 'rule'}}])


def open_preferences(program, window):
    """The dialog, which newer toolkits show inside its window."""
    window.key('ctrl+comma')
    dialog, _ = program.find(None, 'Large print')
    return dialog


def is_on(dialog, name):
    switch = next((one for one in e2e.search(dialog.frame, None, name) if e2e.role_of(one) in SWITCHES), None)
    return switch is not None and (e2e.has_state(switch, Atspi.StateType.CHECKED) or
                                   e2e.has_state(switch, Atspi.StateType.PRESSED))


def marked(window):
    return any(e2e.name_of(one).startswith('Zoom:') and 'Too small to be read from' in e2e.name_of(one)
               for one, _ in e2e.walk(window.frame))


def close(program, dialog):
    dialog.key('Escape')
    e2e.wait_for(lambda: all(window.query(None, 'Large print') is None
                             for window in (e2e.Window(program, frame) for frame in program.frames())),
                 'the preferences to close')


@e2e.test
def by_keyboard_alone(session):
    program, window = session.open(write_board(session))
    window.key('ctrl+0')
    e2e.wait_for(lambda: window.zoom() == 100, 'the actual size')
    before = window.look()

    # Titles carry mnemonics, and so do the names of pages.
    dialog = open_preferences(program, window)
    dialog.key('alt+l')
    e2e.wait_for(lambda: is_on(dialog, 'Large print'), 'large print to be on')
    dialog.key('alt+o')
    dialog.find(None, 'Tell when texts are too small')
    dialog.key('alt+t')
    e2e.wait_for(lambda: is_on(dialog, 'Tell when texts are too small'), 'the room to be minded')
    e2e.wait_for(lambda: marked(window), 'the zoom to have a mark while the dialog is still open')
    close(program, dialog)

    # Larger letters, on the screen and not only in the settings.
    e2e.check(window.look() != before, 'nothing looks different')
    window.key('ctrl+0')
    e2e.wait_for(lambda: window.zoom() == 125, 'an actual size that goes with large print')

    window.key('ctrl+3')
    e2e.wait_for(lambda: not marked(window), 'the mark to go')
    readable = window.zoom()
    e2e.check(readable > 125, f'{readable} per cent are no more than before')
    window.key('ctrl+minus')
    e2e.wait_for(lambda: marked(window), 'the mark to come back')
    e2e.check_equal(e2e.read_bytes(session.path('bench.commons')), e2e.read_bytes(write_board(session)), 'the file')
    window.key('ctrl+q')
    program.wait_end()

    # The next time all is as it was left.
    config = {'XDG_CONFIG_HOME': session.path('home0/config')}
    program = session.start(session.path('bench.commons'), more_env=config)
    window = program.window('Bench')
    e2e.wait_for(lambda: marked(window) or window.zoom() >= readable, 'the room to be remembered')
    dialog = open_preferences(program, window)
    e2e.wait_for(lambda: is_on(dialog, 'Large print'), 'large print to be remembered')
    dialog.key('alt+l')
    e2e.wait_for(lambda: not is_on(dialog, 'Large print'), 'large print to be off')
    close(program, dialog)
    window.key('ctrl+0')
    e2e.wait_for(lambda: window.zoom() == 100, 'the usual actual size')


@e2e.test
def a_name_on_cards(session):
    path = write_board(session)
    program, window = session.open(path)
    dialog = open_preferences(program, window)
    dialog.key('alt+m')
    dialog.type('Zoe Martin')
    close(program, dialog)

    window.focus()
    window.key('n')
    window.find(None, 'Title and text of the card')
    window.type('Welcome')
    window.key('Escape')
    window.wait_state('not saved')
    window.save(path)
    cards = {e2e.title_of(node): node['commons'].get('author') for node in e2e.read_board(path)['nodes']}
    e2e.check_equal(cards, {'Answer': None, 'Welcome': 'Zoe Martin'}, 'authors')


@e2e.test
def help_of_its_own(session):
    reader = session.write('reader', READER)
    os.chmod(reader, 0o755)
    os.makedirs(session.path('data/applications'), exist_ok=True)
    session.write('data/applications/reader.desktop', DESKTOP % reader)
    session.write('data/applications/mimeapps.list', '[Default Applications]\nx-scheme-handler/help=reader.desktop\n')
    asked = session.path('asked')
    program = session.start(write_board(session), more_env={
        'XDG_DATA_HOME': session.path('data'), 'COMMONS_ASKED': asked})
    window = program.window('Bench')
    dialog = open_preferences(program, window)
    dialog.key('F1')
    e2e.wait_for(lambda: os.path.exists(asked) and e2e.read_bytes(asked).strip(), 'the help to be asked for')
    e2e.check_equal(e2e.read_bytes(asked).strip().decode(), 'help:commons-canvas/preferences', 'the page')


if __name__ == '__main__':
    sys.exit(e2e.main())

#!/usr/bin/python3
"""F1 shows the page about what one is at: the board, a panel, a dialog.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sys

import e2e
from waiting import check_equal, wait_for

READER = '''#!/bin/sh
echo "$1" > "$ASKED.part"
mv "$ASKED.part" "$ASKED"
'''

READER_ENTRY = '''[Desktop Entry]
Type=Application
Name=Reader
Exec={reader} %u
NoDisplay=true
MimeType=x-scheme-handler/help;
'''

# Keys that lead to a place, whether it is a dialog, and the page about it.
PLACES = (
    (None, None, 'window'),
    ('F9', None, 'sheets'),
    ('alt+Return', None, 'inspector'),
    ('ctrl+f', None, 'find#words'),
    ('ctrl+shift+b', None, 'cards#quick'),
    ('alt+2', None, 'outline'),
    ('alt+3', None, 'sides'),
    ('ctrl+shift+e', 'Export Picture', 'export-png'),
    ('ctrl+alt+h', 'Versions', 'versions'),
    ('ctrl+alt+b', 'Deleted Cards', 'versions#deleted'),
    ('ctrl+question', 'Keyboard Shortcuts', 'shortcuts'),
)


def add_reader(session):
    """Something that notes which page it is asked for, in place of the reader of
    the desktop."""
    reader = session.write('reader', READER)
    os.chmod(reader, 0o755)
    applications = session.path('home0/data/applications')
    os.makedirs(applications, exist_ok=True)
    for name, text in (('reader.desktop', READER_ENTRY.format(reader=reader)),
                       ('mimeapps.list', '[Default Applications]\nx-scheme-handler/help=reader.desktop\n')):
        with open(os.path.join(applications, name), 'w', encoding='utf-8') as file:
            file.write(text)
    return session.path('asked')


def page_asked(window, asked):
    window.key('F1')
    wait_for(lambda: os.path.exists(asked), 'the help to be asked for')
    with open(asked, encoding='utf-8') as file:
        page = file.read().strip()
    os.unlink(asked)
    return page


@e2e.test
def the_page_of_each_place(session):
    asked = add_reader(session)
    path = session.copy(e2e.example('fontaines-ouvertes.en.commons'))
    program = session.start(path, more_env={'ASKED': asked})
    window = program.window('Open Fountains')
    e2e.check_in_sight(window, e2e.read_board(path))
    window.key('Home')
    for keys, title, page in PLACES:
        if keys:
            window.key(keys)
        place = program.window(title) if title else window
        e2e.settle(place.look)
        check_equal(page_asked(place, asked), f'help:commons-canvas/{page}', f'the page after {keys}')
        if title:
            place.key('Escape')
            program.wait_gone(title)
        elif keys in ('ctrl+f', 'ctrl+shift+b'):
            window.key('Escape')


if __name__ == '__main__':
    sys.exit(e2e.main())

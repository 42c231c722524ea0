#!/usr/bin/python3
"""The window talks to the display, the session and assistive technologies, and
to nobody else, whatever the board names.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

import e2e

sys.path.insert(0, os.path.join(e2e.SOURCE, 'tests', 'support'))

import sockets

PICTURE = os.path.join(e2e.SOURCE, 'data', 'icons', 'org.inno3.CommonsCanvas.svg')
DIALOG = 'Export Picture'

# Whom the window may call, and why.
ALLOWED = (
    # The display.
    r'@?/tmp/\.X11-unix/X\d+',
    # The session bus, of which dbus-run-session says where it is, and the bus
    # of assistive technologies.
    r'@?/tmp/dbus-\w+', r'@?.*/(bus|at-spi/bus\S*|dbus-\w+)',
    # The file chooser of the toolkit asks for the name of this machine.
    r'(/var)?/run/dbus/system_bus_socket',
    # The C library asks who one is, where such a service runs.
    r'(/var)?/run/nscd/socket', r'/run/systemd/userdb/\S*',
)
ALLOWED_PATH = re.compile('|'.join(f'(?:{pattern})' for pattern in ALLOWED))

WRAPPER = """#!/bin/sh
exec {tracer} '{program}' "$@"
"""


def watch(session):
    """Has the program started so that its calls are seen."""
    reason = sockets.reason_not_here()
    if reason is not None:
        raise e2e.Skip(reason)
    log = session.path('calls')
    wrapper = session.write('watched', WRAPPER.format(tracer=' '.join(sockets.tracer(log)),
                                                      program=os.environ['COMMONS_CANVAS']))
    os.chmod(wrapper, 0o755)
    os.environ['COMMONS_CANVAS'], before = wrapper, os.environ['COMMONS_CANVAS']
    return log, before


def is_allowed(call, family, address):
    if call == 'socket':
        return family in ('AF_UNIX', 'PF_UNIX', 'AF_LOCAL', 'PF_LOCAL')
    return family in ('AF_UNIX', 'AF_LOCAL') and ALLOWED_PATH.fullmatch(address) is not None


def export(program, window, path):
    window.key('ctrl+shift+e')
    dialog = program.window(DIALOG)
    dialog.press('push button', 'Export…')
    program.choose_file(DIALOG, path)
    window.find('label', f'The picture was saved as “{os.path.basename(path)}”.')
    program.wait_gone(DIALOG)


@e2e.test
def nobody_else_is_called(session):
    log, unwatched = watch(session)
    listener = sockets.Listener()
    path = session.write_board('board.commons', 'Tempting', sockets.tempting_nodes(listener, PICTURE))
    try:
        program, window = session.open(path)
    finally:
        os.environ['COMMONS_CANVAS'] = unwatched

    window.key('ctrl+a', 'Right')
    window.wait_state('not saved')
    window.save(path)
    export(program, window, session.path('board.png'))
    window.key('ctrl+q')
    program.wait_end()

    found = sockets.calls(log)
    e2e.check(any('X11-unix' in address for _, _, address in found), f'the display was not called: {found}')
    others = [call for call in found if not is_allowed(*call)]
    e2e.check(not others, f'others were called: {others}')
    e2e.check(not listener.was_called(), 'something was fetched')


if __name__ == '__main__':
    sys.exit(e2e.main())

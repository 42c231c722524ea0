#!/usr/bin/python3
"""The product as people have it: installed under a prefix, started by the
desktop, in French.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import importlib
import os
import re
import subprocess
import sys

import e2e
from e2e import Gio, GLib, check, check_equal, wait_for

sys.path.insert(0, os.path.join(e2e.SOURCE, 'tests', 'desktop'))

import desktop  # noqa: E402

# Only for how it reads the tree.
accessible = importlib.import_module('test-accessible')
e2e.TESTS.clear()

# What is installed finds its own.
for name in ('COMMONS_LOCALEDIR', 'GSETTINGS_SCHEMA_DIR'):
    os.environ.pop(name, None)

APP_ID = desktop.APP_ID
EXAMPLE = 'fontaines-ouvertes.fr.commons'

# What reads help pages: finds them as the one of the desktop does, by language
# and then by folder, and notes which one it would show.
READER = '''#!/usr/bin/python3
import os, sys
name, _, topic = sys.argv[1].removeprefix("help:").partition("/")
for language in [*os.environ.get("LANGUAGE", "").split(":"), "C"]:
    for folder in os.environ["XDG_DATA_DIRS"].split(":"):
        page = os.path.join(folder, "help", language, name, topic.partition("#")[0] + ".page")
        if language and os.path.exists(page):
            with open(os.environ["SHOWN"] + ".part", "w", encoding="utf-8") as file:
                file.write(sys.argv[1] + "\\n" + page + "\\n")
            os.rename(os.environ["SHOWN"] + ".part", os.environ["SHOWN"])
            sys.exit(0)
'''

READER_ENTRY = '''[Desktop Entry]
Type=Application
Name=Reader
Exec={reader} %u
NoDisplay=true
MimeType=x-scheme-handler/help;
'''


def french(session, tree):
    """The environment of a French desktop that has this tree."""
    env = tree.session(session.path('home'))
    kept = {name: env[name] for name in ('PATH', 'XDG_DATA_DIRS', 'COMMONS_LOCALEDIR') if name in env}
    locales = session.path('locales')
    os.makedirs(locales, exist_ok=True)
    return {**kept, **desktop.make_locale(locales), 'XDG_DATA_HOME': session.path('data'),
            'XDG_CACHE_HOME': session.path('cache'), 'SHOWN': session.path('shown')}


def add_reader(session):
    applications = session.path('data/applications')
    os.makedirs(applications, exist_ok=True)
    reader = session.write('reader', READER)
    os.chmod(reader, 0o755)
    session.write('data/applications/reader.desktop', READER_ENTRY.format(reader=reader))
    session.write('data/applications/mimeapps.list', '[Default Applications]\nx-scheme-handler/help=reader.desktop\n')


@contextlib.contextmanager
def programs_of(tree):
    before = os.environ['COMMONS_CANVAS']
    os.environ['COMMONS_CANVAS'] = tree.path('bin', 'commons-canvas')
    try:
        yield
    finally:
        os.environ['COMMONS_CANVAS'] = before


@e2e.test
def run_from_the_prefix(session):
    """The example, as read aloud in French, and its help."""
    with desktop.installed() as tree, programs_of(tree):
        tree.settle()
        add_reader(session)
        path = session.copy(e2e.example(EXAMPLE))
        board = e2e.read_board(path)
        program = session.start(path, more_env=french(session, tree))
        window = program.window(board['commons']['title'])
        e2e.check_in_sight(window_in_french(window), board)

        told = accessible.lines_of(window)
        for node in board['nodes']:
            title = e2e.title_of(node)
            check(any(title in line for line in told), f'“{title}” is not told')
        for name in ('list item\tRègle', 'list item\tCercle', 'list item\tValeur', 'Plateau'):
            check(any(name in line for line in told), f'nothing is called “{name}”:\n' + '\n'.join(told))
        check(not any(line.startswith('push button\tMain Menu') for line in told), 'the window is English')

        window.key('F1')
        wait_for(lambda: os.path.exists(session.path('shown')), 'the help to be asked for')
        uri, page = desktop.read(session.path('shown')).splitlines()
        check_equal(uri, 'help:commons-canvas/window', 'what is asked for')
        check_equal(page, tree.path('share/help/fr/commons-canvas/window.page'), 'the page')


class FrenchWindow(e2e.Window):
    """Its board goes by its French name."""

    def board(self):
        return self.keep('board', lambda: self.find('panel', 'Plateau'))


def window_in_french(window):
    return FrenchWindow(window.program, window.frame)


# ----------------------------------------------------------------------------
# Started by the bus

class Bus:
    """A session bus that knows what is installed, and what it starts."""

    def __init__(self, session, tree):
        address = f'unix:path={session.path("bus")}'
        self.env = {**french(session, tree), 'DBUS_SESSION_BUS_ADDRESS': address}
        before = os.environ['COMMONS_CANVAS']
        os.environ['COMMONS_CANVAS'] = 'dbus-daemon'
        try:
            # What it starts has its environment, and its end.
            self.program = session.start('--session', '--nofork', f'--address={address}', more_env=self.env)
        finally:
            os.environ['COMMONS_CANVAS'] = before
        wait_for(lambda: os.path.exists(session.path('bus')), 'the bus')
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.listen()

    def call(self, name, path, interface, method, arguments):
        return self.connection.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                         e2e.DEADLINE * 1000).unpack()

    def listen(self):
        """Newer toolkits ask their own session whether anybody does."""
        for name in ('IsEnabled', 'ScreenReaderEnabled'):
            try:
                self.call('org.a11y.Bus', '/org/a11y/bus', 'org.freedesktop.DBus.Properties', 'Set',
                          GLib.Variant('(ssv)', ('org.a11y.Status', name, GLib.Variant('b', True))))
            except GLib.Error as error:
                e2e.say(f'{name} could not be set: {error.message}')

    def search(self, method, arguments):
        return self.call(APP_ID, f'{desktop.BUS_PATH}/SearchProvider', 'org.gnome.Shell.SearchProvider2', method,
                         arguments)

    def gapplication(self, *words):
        result = subprocess.run(['gapplication', words[0], APP_ID, *words[1:]], capture_output=True, text=True,
                                env={**os.environ, **self.env}, timeout=e2e.DEADLINE, check=False)
        check_equal((result.returncode, result.stderr), (0, ''), f'gapplication {words[0]}')
        return result.stdout

    def window(self, title):
        """Of the program that was started."""
        self.program.pid = self.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                     'GetConnectionUnixProcessID', GLib.Variant('(s)', (APP_ID,)))[0]
        return self.program.window(title)


@contextlib.contextmanager
def bus_of(session):
    with desktop.installed() as tree:
        tree.settle()
        yield Bus(session, tree)


@e2e.test
def started_by_the_launcher(session):
    """As the menu of a launcher does: files, and the actions of its entry."""
    path = session.write_board('wells.commons', 'Wells', [
        {'id': 'a', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62, 'text': 'Pump',
         'commons': {'kind': 'resource'}}])
    with bus_of(session) as bus:
        bus.gapplication('launch', path)
        bus.window('Wells').find('list item', re.compile('^Resource.*Pump'))
        actions = bus.gapplication('list-actions').split()
        check({'new', 'open', 'open-example'} <= set(actions), f'actions: {actions}')
        bus.gapplication('action', 'open-example')
        bus.window('Fontaines ouvertes')
        bus.gapplication('action', 'new')
        bus.window('Canevas de gouvernance')


@e2e.test
def found_by_the_desktop(session):
    """The bus starts the program for the first question already."""
    path = session.write_board('wells.commons', 'Puits à Élise', [
        {'id': 'a', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62, 'text': 'Pump',
         'commons': {'kind': 'resource'}}])
    words = GLib.Variant('(as)', (['FONTAINES'],))
    with bus_of(session) as bus:
        (found,) = bus.search('GetInitialResultSet', words)
        check_equal(len(found), 1, f'what is found: {found}')
        (metas,) = bus.search('GetResultMetas', GLib.Variant('(as)', (found,)))
        check_equal((metas[0]['id'], metas[0]['name']), (found[0], 'Fontaines ouvertes'), 'what is told of it')
        check(metas[0]['description'], 'nothing is said about it')
        kind, content = metas[0]['icon']
        check_equal(kind, 'bytes', 'kind of picture')
        check_equal(bytes(content[:8]), b'\x89PNG\r\n\x1a\n', 'picture')
        check_equal(bus.search('GetInitialResultSet', GLib.Variant('(as)', (['nothing', 'like', 'this'],))), ([],),
                    'what is found of other words')

        bus.search('ActivateResult', GLib.Variant('(sasu)', (found[0], ['fontaines'], 0)))
        bus.window('Fontaines ouvertes')

        # A board that was open is found by the title in it.
        bus.gapplication('launch', path)
        bus.window('Puits à Élise')
        wait_for(lambda: bus.search('GetInitialResultSet', GLib.Variant('(as)', (['elise'],)))[0],
                 'the board to be found')
        both = GLib.Variant('(as)', (['e'],))
        (every,) = bus.search('GetInitialResultSet', both)
        check_equal(len(every), 4, f'the board and the examples: {every}')
        (narrowed,) = bus.search('GetSubsearchResultSet', GLib.Variant('(asas)', (every, ['puits', 'elise'])))
        check_equal([os.path.basename(uri) for uri in narrowed], ['wells.commons'], 'what remains')
        order = [every[2], every[0]]
        (metas,) = bus.search('GetResultMetas', GLib.Variant('(as)', (order,)))
        check_equal([meta['id'] for meta in metas], order, 'order')

        bus.search('LaunchSearch', GLib.Variant('(asu)', (['fontaines'], 0)))
        start = bus.window('Commons Canvas')
        start.find(None, 'Fontaines ouvertes')
        wait_for(lambda: start.query('push button', 'Canevas économique') is None, 'the templates to go')


if __name__ == '__main__':
    sys.exit(e2e.main())

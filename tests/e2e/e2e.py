"""Drives the real program as a person does: with a pointer, a keyboard, and
what assistive technologies see of it.

Each test file holds functions marked with @e2e.test; e2e.main () runs them and
prints the Test Anything Protocol. They bring a display of their own; by hand

    env COMMONS_CANVAS=… COMMONS_BOARD=… COMMONS_SOURCE=… \\
        GSETTINGS_SCHEMA_DIR=… tests/e2e/test-edit.py

Nothing sleeps for a given time: everything waits for a condition, and fails
when it does not come. COMMONS_E2E_DEADLINE is how long, in seconds. With
COMMONS_E2E_STUTTER=0.3 the program stops again and again, for up to so many
seconds, as on a busy machine: a new test should pass like that ten times.

Pointer, wheel, keys and clipboard are in hands.py, waiting in waiting.py; all
of it can be called as e2e.….

SPDX-License-Identifier: GPL-3.0-or-later
"""

import fcntl
import json
import math
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback


def own_display():
    """A display that no other test points or types at: so several can run at
    once. They mostly wait."""
    if shutil.which('xvfb-run') is None:
        return []
    size = os.environ.get('COMMONS_E2E_SCREEN', '1280x800')
    return ['xvfb-run', '-n', str(1000 + os.getpid() % 30000), '-s', f'-screen 0 {size}x24 -noreset']


def enter_session():
    """Goes on inside of a display and a session bus with folders of its own, so
    that neither another run nor a program left over from one is met there. What
    the services of that bus print is kept out of the results."""
    if os.environ.get('COMMONS_E2E_SESSION'):
        sys.stdout = os.fdopen(int(os.environ['COMMONS_E2E_RESULTS']), 'w', encoding='utf-8', buffering=1)
        return
    # Small numbers are used by the script that starts the display.
    results = fcntl.fcntl(sys.stdout.fileno(), fcntl.F_DUPFD, 20)
    folder = tempfile.mkdtemp(prefix='commons-e2e-session-')
    env = {**os.environ, 'COMMONS_E2E_SESSION': folder, 'HOME': folder, 'XDG_RUNTIME_DIR': folder,
           'COMMONS_E2E_RESULTS': str(results), 'COMMONS_E2E_G_DEBUG': os.environ.get('G_DEBUG', '')}
    # The bridge warns about applications that come and go, which must not end
    # the tests; the program still gets what was asked for.
    for name in ('AT_SPI_BUS_ADDRESS', 'GTK_A11Y', 'G_DEBUG', 'NO_AT_BRIDGE', 'WAYLAND_DISPLAY',
                 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME'):
        env.pop(name, None)
    try:
        status = subprocess.call([*own_display(), 'dbus-run-session', '--', sys.executable, *sys.argv], env=env,
                                 stdout=sys.stderr, pass_fds=[results])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(status)


enter_session()

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib

import cursor
import screenshot
from hands import (click, clipboard_formats, clipboard_text, count_windows, drag, drag_and_drop, held, key_at, layout,
                   move_to, offered, read_clipboard, release_all, type_text, wait_clipboard, wheel)
from waiting import DEADLINE, Failure, check, check_equal, settle, wait_for, xdotool

G_DEBUG = os.environ.get('COMMONS_E2E_G_DEBUG', '')
SOURCE = os.environ.get('COMMONS_SOURCE') or os.path.realpath(f'{__file__}/../../..')
EXAMPLES = os.path.join(SOURCE, 'data', 'examples')
GRID = 12
STUTTER = float(os.environ.get('COMMONS_E2E_STUTTER', '0'))

# Newer releases of the bridge have other names for the same roles.
ROLE_NAMES = {
    'button': 'push button',
    'grouping': 'panel',
}

# What the toolkits have to say of themselves; any other warning is a failure.
TOOLKIT_COMPLAINTS = re.compile('|'.join((
    # A question whose answers stand side by side, in libadwaita 1.7.
    r'Trying to measure GtkLabel \S+ for width of \d+',
    # A path that is typed into a file chooser while the list of its completions
    # is being replaced, in GTK 4.18. The program has no tree model of its own.
    r"gtk_tree_model_get_iter_first: assertion 'GTK_IS_TREE_MODEL \(tree_model\)' failed",
)))

SETTINGS = """[Settings]
gtk-enable-animations=false
gtk-cursor-blink=false
"""


class Skip(Exception):
    """The test cannot be done here; the reason is said."""


# ----------------------------------------------------------------------------
# Files

def example(name):
    return os.path.join(EXAMPLES, name)


def read_bytes(path):
    with open(path, 'rb') as file:
        return file.read()


def help_in(language):
    env = {**os.environ, 'LANGUAGE': language, 'LC_ALL': 'C.UTF-8'}
    return subprocess.run([os.environ['COMMONS_BOARD'], '--help'], env=env, capture_output=True, check=True).stdout


def speaks(language):
    """Newer C libraries translate nothing without a locale, which a bare system
    has none of."""
    return help_in(language) != help_in('C')


def require_language(language):
    if language != 'en' and not speaks(language):
        raise Skip('there is no locale to translate for')


def read_board(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def title_of(node):
    text = node.get('text', node.get('label', ''))
    return text.split('\n')[0]


def node_by_title(board, title):
    found = [node for node in board['nodes'] if title_of(node) == title]
    check(len(found) == 1, f'{len(found)} cards are called “{title}”: '
                           f'{[title_of(node) for node in board["nodes"]]}')
    return found[0]


def node_by_id(board, identifier):
    return next((node for node in board['nodes'] if node['id'] == identifier), None)


# ----------------------------------------------------------------------------
# What assistive technologies see

def role_of(accessible):
    name = accessible.get_role_name()
    return ROLE_NAMES.get(name, name)


def children_of(accessible):
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child is not None:
            yield child


def is_showing(accessible):
    """The state of that name is not told for every widget by the oldest
    toolkit; what is not laid out has no size."""
    try:
        extents = accessible.get_extents(Atspi.CoordType.WINDOW)
    except GLib.Error:
        return False
    return extents.width > 0 and extents.height > 0


def has_state(accessible, state):
    return accessible.get_state_set().contains(state)


# Parts of a window that have much in them, even while they are folded away.
FOLDED = {'Guiding Sheets', 'Fiches guides', 'Inspector', 'Inspecteur', 'AdwViewSwitcherBar'}


def is_folded(accessible):
    return not is_showing(accessible) and name_of(accessible) in FOLDED


def walk(accessible, depth=0):
    yield accessible, depth
    try:
        if 0 < depth < 12 and is_folded(accessible):
            return
        for child in children_of(accessible):
            yield from walk(child, depth + 1)
    except GLib.Error:
        # It went away meanwhile.
        return


def name_of(accessible):
    """Its name; the oldest toolkit says that of a button with a mnemonic twice,
    once with its underline."""
    name = accessible.get_name() or ''
    half, space, rest = name.partition(' ')
    while space:
        if '_' in half and half.replace('_', '') == rest:
            return rest
        more, space, rest = rest.partition(' ')
        half = f'{half} {more}'
    return name


def text_of(accessible):
    """What is written in a field."""
    return Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))


def matches(accessible, role, name):
    if role is not None and role_of(accessible) != role:
        return False
    if name is None:
        return True
    found = name_of(accessible)
    return bool(name.search(found)) if isinstance(name, re.Pattern) else found == name


def look_through(root, role=None, name=None):
    """All of that role and name, one after the other: every step to the next
    asks the program, so whoever only wants the first stops there."""
    for accessible, _ in walk(root):
        try:
            if matches(accessible, role, name):
                yield accessible
        except GLib.Error:
            continue


def search(root, role=None, name=None):
    return list(look_through(root, role, name))


def count(root, role, name):
    """How many there are. Newer toolkits tell what is on one page of a stack
    with every page: it is in the same place then."""
    def place(accessible):
        extents = accessible.get_extents(Atspi.CoordType.WINDOW)
        return (extents.x, extents.y)

    return len({place(accessible) for accessible in look_through(root, role, name)})


def dump(root):
    lines = []
    for accessible, depth in walk(root):
        try:
            extents = accessible.get_extents(Atspi.CoordType.WINDOW)
            place = f'{extents.x},{extents.y} {extents.width}×{extents.height}'
        except GLib.Error:
            place = 'nowhere'
        try:
            lines.append(f'{"  " * depth}{role_of(accessible)} {name_of(accessible)!r} '
                         f'{accessible.get_description()!r} {place}')
        except GLib.Error:
            lines.append(f'{"  " * depth}gone')
    return '\n'.join(lines)


# ----------------------------------------------------------------------------
# The program

def geometry_of(xid):
    lines = xdotool('getwindowgeometry', '--shell', xid, expect=False).split()
    return {name: int(value) for name, value in (line.split('=') for line in lines)}


class Window:
    """A window of the program: its accessible and its X window."""

    def __init__(self, program, frame):
        self.program = program
        self.frame = frame
        # Looked for once: going through the whole tree takes a while.
        self.known = {}

    def keep(self, key, find):
        if self.known.get(key) is None:
            self.known[key] = find()
        return self.known[key]

    @property
    def title(self):
        return self.frame.get_name()

    @property
    def tells_places(self):
        """Since 4.10 the toolkit adds up places from parent to child without
        their paddings and scales: they can be compared, not pointed at."""
        def look():
            version = self.frame.get_application().get_toolkit_version()
            return tuple(int(number) for number in re.findall(r'\d+', version)[:2]) < (4, 10)

        if 'places' not in self.known:
            self.known['places'] = look()
        return self.known['places']

    def require_tried_toolkit(self):
        """For what was only tried from outside with the oldest toolkit: newer
        ones tell parts of it in other words. Below, it is tried with all."""
        if not self.tells_places:
            raise Skip('this was not tried from outside with this toolkit yet')

    def find_xid(self):
        """Of windows with the same title, that whose size is nearest: it only
        has a border more."""
        title = self.title
        extents = self.frame.get_extents(Atspi.CoordType.WINDOW)
        found = []
        for xid in xdotool('search', '--onlyvisible', '--pid', self.program.pid, expect=False).split():
            if xdotool('getwindowname', xid, expect=False).rstrip('\n') == title:
                geometry = geometry_of(xid)
                found.append((abs(geometry.get('WIDTH', 0) - extents.width) +
                              abs(geometry.get('HEIGHT', 0) - extents.height), xid))
        return min(found)[1] if found else None

    @property
    def xid(self):
        return wait_for(self.find_xid, lambda: f'a window called “{self.title}” on the screen')

    def origin(self):
        """Where places in the window are counted from, on the screen. The frame
        leaves out the border that is drawn around it."""
        geometry = geometry_of(self.xid)
        extents = self.frame.get_extents(Atspi.CoordType.WINDOW)
        return (geometry['X'] + (geometry['WIDTH'] - extents.width) // 2 - extents.x,
                geometry['Y'] + (geometry['HEIGHT'] - extents.height) // 2 - extents.y)

    def look(self, place=None):
        """What is painted in a place on the screen, or all over the window, once
        it stays the same; see screenshot.differing ()."""
        geometry = geometry_of(self.xid)
        return settle(lambda: screenshot.read(place or [geometry[side] for side in ('X', 'Y', 'WIDTH', 'HEIGHT')]))

    def focus(self):
        """No window manager hands the keyboard from one window to another."""
        xid = self.xid
        if xdotool('getwindowfocus', expect=False).strip() != xid:
            xdotool('windowfocus', '--sync', xid)

    def key(self, *keys):
        self.focus()
        xdotool('key', '--delay', 10, *keys)

    def type(self, text):
        self.focus()
        type_text(text)

    def write(self, entry, text):
        """Types a path where the toolkit completes what is typed, and may do so
        between two letters."""
        for attempt in range(4):
            if attempt < 2:
                self.key('ctrl+a')
                self.type(text)
            else:
                Atspi.EditableText.set_text_contents(entry, text)
            end = time.monotonic() + 2
            while time.monotonic() < end:
                if text_of(entry) == text:
                    return
                time.sleep(0.03)
        raise Failure(f'“{text_of(entry)}” is written instead of “{text}”')

    def query(self, role=None, name=None):
        """The first showing thing of that role and name, or None."""
        self.program.check_running()
        for accessible in look_through(self.frame, role, name):
            if is_showing(accessible):
                return accessible
        return None

    def find(self, role=None, name=None, timeout=DEADLINE):
        words = name.pattern if isinstance(name, re.Pattern) else name
        return wait_for(lambda: self.query(role, name), f'{role} “{words}” in “{self.title}”', timeout)

    def rect(self, accessible):
        """Its rectangle on the screen."""
        x, y = self.origin()
        extents = accessible.get_extents(Atspi.CoordType.WINDOW)
        return (x + extents.x, y + extents.y, extents.width, extents.height)

    def centre(self, accessible):
        x, y, width, height = self.rect(accessible)
        return (x + width / 2, y + height / 2)

    def click(self, accessible):
        """Clicks it where it is, or asks for the same as assistive technologies
        do."""
        settle(lambda: self.rect(accessible))
        if self.tells_places:
            click(*self.centre(accessible))
        else:
            check(Atspi.Action.do_action(accessible, 0), f'“{name_of(accessible)}” cannot be pressed')

    def press(self, role, name):
        """Clicks a thing once it is there and stays where it is."""
        self.click(self.find(role, name))

    # The board in it

    def focused(self):
        """What has the keyboard, as often as the tree tells."""
        return [name_of(accessible) for accessible, _ in walk(self.frame)
                if has_state(accessible, Atspi.StateType.FOCUSED)]

    def tab_to(self, accessible):
        for _ in range(20):
            if has_state(accessible, Atspi.StateType.FOCUSED):
                return
            before = self.focused()
            self.key('Tab')
            wait_for(lambda: self.focused() != before, 'Tab to go on')
        raise Failure(f'Tab does not reach “{name_of(accessible)}”')

    def menu_items(self):
        return [item for item in search(self.frame, 'menu item') if is_showing(item)]

    def choose(self, name, keys=None, position=None):
        """Goes through the open menu with the keyboard, to an item: some toolkits
        do not tell its place. Newer ones do not tell its name either, but the
        KEYS that do the same, such as Ctrl+D; of an item without any, its
        position from the top must be known."""
        def look():
            items = self.menu_items()
            for index, item in enumerate(items):
                found = name_of(item)
                if found == name or (not found and (
                        item.get_attributes().get('keyshortcuts') == keys if keys else index == position)):
                    return item
            return None

        item = wait_for(look, lambda: f'“{name}” among {[name_of(item) for item in self.menu_items()]}')
        for _ in range(20):
            if has_state(item, Atspi.StateType.FOCUSED):
                xdotool('key', 'Return')
                return
            xdotool('key', 'Down')
            settle(lambda: [has_state(other, Atspi.StateType.FOCUSED) for other in self.menu_items()])
        raise Failure(f'the keyboard does not reach “{name}” in the menu')

    @property
    def state(self):
        """The last words under the title, such as saved or not saved."""
        states = re.compile(r'(^|· )(new|saved|not saved|read-only|saving…)$')
        label = self.keep('state', lambda: next(look_through(self.frame, 'label', states), None))
        return label.get_name().split('· ')[-1] if label is not None else None

    def wait_state(self, state):
        wait_for(lambda: self.state == state, lambda: f'“{state}” under the title, which says “{self.state}”')

    def board(self):
        return self.keep('board', lambda: self.find('panel', re.compile('^(Board|Plateau)$')))

    def board_rect(self):
        """Where the board is on the screen: all of the window under the header
        bar and inside of the border."""
        geometry = geometry_of(self.xid)
        extents = self.board().get_extents(Atspi.CoordType.WINDOW)
        border = (geometry['WIDTH'] - extents.width) / 2
        return (geometry['X'] + border, geometry['Y'] + geometry['HEIGHT'] - border - extents.height,
                extents.width, extents.height)

    def tile(self, kind):
        """The place of a kind on the palette, which floats at the bottom of the
        board, once the palette has its size."""
        tile = self.find(None, f'Add a card: {kind}')
        return tile, settle(lambda: self.place_of_tile(tile))

    def place_of_tile(self, tile):
        if self.tells_places:
            return self.centre(tile)
        x, y, width, height = self.board_rect()
        bar = self.find('tool bar', 'Kinds of Cards').get_extents(Atspi.CoordType.WINDOW)
        extents = tile.get_extents(Atspi.CoordType.WINDOW)
        return (x + width / 2 + extents.x + extents.width / 2 - bar.x - bar.width / 2,
                y + height - 12 - bar.height / 2)

    def drop_on_board(self, start, end):
        """Drags something of the window to a place of its board. The header bar
        takes nothing."""
        x, top, width, _ = self.board_rect()
        drag_and_drop(start, (x + width / 2, (geometry_of(self.xid)['Y'] + top) / 2), end)

    def list(self):
        return self.keep('cards', lambda: next(look_through(self.board(), 'list'), None))

    def cards(self):
        """Those near what is in view, in the order of the board."""
        parent = self.list()
        return list(children_of(parent)) if parent is not None else []

    def zoom(self):
        """In percent, as it is written."""
        name = name_of(self.find(None, re.compile(r'^Zoom: \d+')))
        return int(re.search(r'\d+', name)[0])

    def card(self, name, timeout=DEADLINE):
        def look():
            for card in self.cards():
                try:
                    if matches(card, 'list item', name):
                        return card
                except GLib.Error:
                    continue
            return None

        return wait_for(look, lambda: f'a card “{name}” among {[name_of(card) for card in self.cards()]}', timeout)

    def camera(self, path):
        """How places on the board come on the screen, told from where the
        cards of the file at path are found: they must be on it unchanged."""
        return Camera(self, read_board(path))

    def save(self, path):
        """Ctrl+S, until the file at path is a new one and the window says so."""
        def identity():
            status = os.stat(path)
            return (status.st_ino, status.st_mtime_ns)

        before = identity()
        self.key('ctrl+s')
        wait_for(lambda: identity() != before, f'{path} to be saved')
        self.wait_state('saved')


class Camera:
    """Zoom and place of the view, measured; ERROR is what the zoom may be off
    by, as a share of it."""

    def __init__(self, window, board):
        self.zoom = self.x = self.y = 0
        self.error = 0.002
        if window.tells_places:
            self.measure(window, board)
        else:
            self.read(window)

    def measure(self, window, board):
        labels = {}
        for card in window.cards():
            labels.setdefault(re.sub(r'^[^:]*: ', '', card.get_name()), card)
        known = []
        x, y = window.origin()
        for node in board['nodes']:
            card = labels.get(title_of(node))
            if card is None:
                continue
            extents = card.get_extents(Atspi.CoordType.WINDOW)
            known.append((node['x'], node['y'], x + extents.x, y + extents.y))
        check(len(known) >= 2, f'{len(known)} cards of the file are in sight')

        # The longest of all distances tells the zoom best.
        across = sorted(known)
        down = sorted(known, key=lambda place: place[1])
        dx = across[-1][0] - across[0][0]
        dy = down[-1][1] - down[0][1]
        self.zoom = ((across[-1][2] - across[0][2]) / dx if dx >= dy else
                     (down[-1][3] - down[0][3]) / dy)
        # Places are cut to whole pixels, half a pixel less on average.
        self.x = sum(place[2] - place[0] * self.zoom for place in known) / len(known) + 0.5
        self.y = sum(place[3] - place[1] * self.zoom for place in known) / len(known) + 0.5

    def read(self, window):
        """The list of cards lies where the board's own origin is."""
        percent = window.zoom()
        self.zoom = percent / 100
        if percent != 100:
            self.error = 0.5 / percent
        left, top, _, _ = window.board_rect()
        board = window.board().get_extents(Atspi.CoordType.WINDOW)
        origin = window.list().get_extents(Atspi.CoordType.WINDOW)
        self.x = left + origin.x - board.x
        self.y = top + origin.y - board.y

    def to_screen(self, x, y):
        return (self.x + x * self.zoom, self.y + y * self.zoom)

    def to_board(self, x, y):
        return ((x - self.x) / self.zoom, (y - self.y) / self.zoom)

    def centre(self, node):
        return self.to_screen(node['x'] + node['width'] / 2, node['y'] + node['height'] / 2)

    def side(self, node, side):
        """The dot on the top, right, bottom or left of a card."""
        dx, dy = {'top': (0, -1), 'right': (1, 0), 'bottom': (0, 1), 'left': (-1, 0)}[side]
        return self.to_screen(node['x'] + node['width'] * (1 + dx) / 2,
                              node['y'] + node['height'] * (1 + dy) / 2)

    def point_at_dot(self, node, side):
        """Goes over a card to the dot on its side, and says where that is. Dots
        are there once the card knows of the pointer, which a program that is
        busy only sees where it ends up."""
        place = self.side(node, side)

        def reached():
            move_to(*self.centre(node))
            settle(cursor.name)
            move_to(*place)
            return settle(cursor.name) == 'crosshair'

        wait_for(reached, lambda: f'a dot under the pointer (the cursor is “{cursor.name()}”)')
        return place


class Stutter(threading.Thread):
    """Stops a program for a moment, again and again, as a machine that has
    other things to do: what only holds on a quick one comes to light."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.process = process
        self.over = threading.Event()
        self.start()

    def run(self):
        while not self.over.wait(random.uniform(0, STUTTER)):
            self.process.send_signal(signal.SIGSTOP)
            self.over.wait(random.uniform(0, STUTTER))
            self.process.send_signal(signal.SIGCONT)

    def end(self):
        self.over.set()
        self.join()


# Whether boards are met with their guiding sheets, as by people who start; a
# test file that is about them says so. They have as many parts again as all
# the rest of a window, and every look for something goes through all of them.
SHEETS = False

# Whoever runs the tests has seen all hints; a test file about them says what.
HINTS_SEEN = ['start', 'board', 'outline', 'sides', 'sheets', 'inspector', 'tables', 'versions']


def prefer_settings(folder):
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, 'keyfile')
    if not os.path.exists(path):
        with open(path, 'w', encoding='utf-8') as file:
            file.write(f'[org/inno3/CommonsCanvas]\nsheets={"true" if SHEETS else "false"}\n'
                       f'hints-seen={json.dumps(HINTS_SEEN) if HINTS_SEEN else "@as []"}\n')


class Program:
    """The program on files, with settings and a home of its own."""

    def __init__(self, home, *arguments, more_env=None):
        self.home = home
        config = os.path.join(home, 'config', 'gtk-4.0')
        os.makedirs(config, exist_ok=True)
        with open(os.path.join(config, 'settings.ini'), 'w', encoding='utf-8') as file:
            file.write(SETTINGS)
        prefer_settings(os.path.join(home, 'config', 'glib-2.0', 'settings'))

        self.env = dict(os.environ)
        self.env.pop('GDK_DEBUG', None)
        self.env.update({
            'HOME': home,
            'XDG_CONFIG_HOME': os.path.join(home, 'config'),
            'XDG_DATA_HOME': os.path.join(home, 'data'),
            'XDG_CACHE_HOME': os.path.join(home, 'cache'),
            'XDG_STATE_HOME': os.path.join(home, 'state'),
            'XDG_RUNTIME_DIR': os.path.join(home, 'run'),
            'ADW_DISABLE_PORTAL': '1',
            'GDK_BACKEND': 'x11',
            'GIO_USE_PORTALS': '0',
            'GSETTINGS_BACKEND': 'keyfile',
            'GSK_RENDERER': 'cairo',
            'GTK_USE_PORTAL': '0',
            'LANGUAGE': 'C',
            'LC_ALL': 'C.UTF-8',
            'G_DEBUG': 'gc-friendly',
        })
        self.env.update(more_env or {})
        os.makedirs(self.env['XDG_RUNTIME_DIR'], mode=0o700, exist_ok=True)

        self.log = open(os.path.join(home, 'stderr'), 'w+', encoding='utf-8')
        self.process = subprocess.Popen([os.environ['COMMONS_CANVAS'], *arguments],
                                        env=self.env, cwd=home, stdout=self.log, stderr=self.log,
                                        stdin=subprocess.DEVNULL)
        self.pid = self.process.pid
        self.accessible = None
        self.stutter = Stutter(self.process) if STUTTER else None

    def call_again(self, *arguments):
        """What a second start does: it hands its files over and ends."""
        return subprocess.run([os.environ['COMMONS_CANVAS'], *arguments], env=self.env,
                              capture_output=True, text=True, timeout=DEADLINE, check=False)

    def check_running(self):
        """There is nothing to wait for in a program that has ended."""
        if self.process.poll() is not None:
            raise Failure(f'the program ended with {self.process.returncode}')

    def find_accessible(self):
        self.check_running()
        for application in children_of(Atspi.get_desktop(0)):
            try:
                if application.get_process_id() == self.pid:
                    application.set_cache_mask(Atspi.Cache.NONE)
                    return application
            except GLib.Error:
                continue
        return None

    def frames(self):
        if self.accessible is None:
            self.accessible = wait_for(self.find_accessible, 'the program to be accessible')
        try:
            return [frame for frame in children_of(self.accessible)]
        except GLib.Error:
            return []

    def window(self, title, timeout=DEADLINE):
        """The window of that title, once it is there."""
        def find():
            for frame in self.frames():
                try:
                    if matches(frame, None, title):
                        return Window(self, frame)
                except GLib.Error:
                    continue
            return None

        window = wait_for(find, lambda: f'a window “{title}” among {self.titles()}', timeout)
        window.xid
        return window

    def find(self, role, name, timeout=DEADLINE):
        """A thing of any window, and the window: questions are windows of
        their own with some toolkits, and parts of their window with others."""
        def look():
            for frame in self.frames():
                window = Window(self, frame)
                accessible = window.query(role, name)
                if accessible is not None:
                    return window, accessible
            return None

        words = name.pattern if isinstance(name, re.Pattern) else name
        return wait_for(look, f'{role} “{words}” anywhere', timeout)

    def press(self, role, name):
        self.press_found(lambda: self.find(role, name), name)

    def press_found(self, find, name):
        def pressed():
            window, accessible = find()
            try:
                window.click(accessible)
            except GLib.Error:
                # It was made anew while its window found its size.
                return False
            return True

        wait_for(pressed, f'“{name}” to be pressed')

    def answer(self, name):
        """Presses a button of the question that is asked. The window behind it
        may have one of the same name."""
        def look():
            for frame in self.frames():
                for question in (*search(frame, 'alert'), *search(frame, 'dialog')):
                    for button in look_through(question, 'push button', name):
                        if is_showing(button):
                            return Window(self, frame), button
            return None

        self.press_found(lambda: wait_for(look, f'an answer “{name}”'), name)

    def choose_file(self, title, path):
        """Types the path of a file where the toolkit asks for one."""
        def look():
            for frame in self.frames():
                if not matches(frame, None, title):
                    continue
                for entry in search(frame, 'text'):
                    if has_state(entry, Atspi.StateType.FOCUSED):
                        return Window(self, frame), entry
            return None

        window, entry = wait_for(look, 'a name of a file to have the keyboard')
        count = len(self.frames())
        window.write(entry, path)
        window.key('Return')
        wait_for(lambda: len(self.frames()) < count, 'the choice of a file to be over')

    def titles(self):
        titles = []
        for frame in self.frames():
            try:
                titles.append(frame.get_name())
            except GLib.Error:
                continue
        return titles

    def wait_gone(self, title):
        wait_for(lambda: self.process.poll() is not None or title not in self.titles(),
                 f'the window “{title}” to close')

    def wait_end(self):
        wait_for(lambda: self.process.poll() is not None, 'the program to end')
        check_equal(self.process.returncode, 0, 'exit status')

    def stderr(self):
        self.log.flush()
        with open(self.log.name, encoding='utf-8', errors='replace') as file:
            return file.read()

    def check_complaints(self):
        complaints = [line for line in self.stderr().splitlines()
                      if re.search(r'-(WARNING|CRITICAL|ERROR) \*\*', line) and not TOOLKIT_COMPLAINTS.search(line)]
        check(not complaints, 'the program complained:\n' + '\n'.join(complaints))

    def end(self):
        if self.stutter is not None:
            self.stutter.end()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()


class Session:
    """What one test has: a folder, and the programs it started."""

    def __init__(self, name):
        self.folder = tempfile.mkdtemp(prefix=f'commons-e2e-{name}-')
        self.programs = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def copy(self, source, name=None):
        return shutil.copy(source, self.path(name or os.path.basename(source)))

    def write(self, name, content):
        path = self.path(name)
        with open(path, 'wb') as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def write_board(self, name, title, nodes, edges=()):
        """A board in the form that the program writes."""
        def lines(items):
            return ',\n'.join('\t\t' + json.dumps(item, ensure_ascii=False, separators=(',', ':'))
                              for item in items)

        head = {'format': 1, 'title': title, 'language': 'en'}
        text = ('{\n\t"commons":' + json.dumps(head, ensure_ascii=False, separators=(',', ':')) +
                ',\n\t"nodes":[' + (f'\n{lines(nodes)}\n\t' if nodes else '') +
                '],\n\t"edges":[' + (f'\n{lines(edges)}\n\t' if edges else '') + ']\n}\n')
        return self.write(name, text)

    def start(self, *arguments, more_env=None):
        program = Program(os.path.join(self.folder, f'home{len(self.programs)}'), *arguments, more_env=more_env)
        self.programs.append(program)
        return program

    def open(self, path, language=None):
        """Starts the program on a board; returns it and its window."""
        board = read_board(path)
        # What the pointer was left on would show tooltips, as windows.
        move_to(0, 0)
        program = self.start(path, more_env={'LANGUAGE': language} if language else None)
        window = program.window(board['commons']['title'])
        check_in_sight(window, board)
        return program, window

    def end(self, keep):
        release_all()
        for program in self.programs:
            program.end()
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)


def check_in_sight(window, board):
    """Waits until the cards have their places: the view has been fitted."""
    if not board['nodes']:
        window.board()
        return
    seen = []

    def settled():
        cards = window.cards()
        places = [(card.get_name(), card.get_extents(Atspi.CoordType.WINDOW)) for card in cards]
        seen.append(sorted((name, place.x, place.y) for name, place in places))
        return (len(cards) == len(board['nodes']) and len(seen) > 1 and seen[-1] == seen[-2] and
                (len(cards) == 1 or len({place[1:] for place in seen[-1]}) > 1))

    wait_for(settled, lambda: f'{len(board["nodes"])} cards in their places, of {len(seen[-1])}')


# ----------------------------------------------------------------------------
# Running tests

TESTS = []


def test(function):
    TESTS.append(function)
    return function


def start_accessibility():
    """Newer toolkits only speak when somebody listens; and the screen may still
    name the bus of an earlier session."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def call(interface, method, arguments):
        return bus.call_sync('org.a11y.Bus', '/org/a11y/bus', interface, method, arguments, None,
                             Gio.DBusCallFlags.NONE, DEADLINE * 1000)

    os.environ['AT_SPI_BUS_ADDRESS'] = call('org.a11y.Bus', 'GetAddress', None).unpack()[0]
    for name in ('IsEnabled', 'ScreenReaderEnabled'):
        try:
            call('org.freedesktop.DBus.Properties', 'Set',
                 GLib.Variant('(ssv)', ('org.a11y.Status', name, GLib.Variant('b', True))))
        except GLib.Error as error:
            say(f'{name} could not be set: {error.message}')


def say(text):
    for line in text.splitlines():
        print(f'# {line}')


def tell_failure(session, name):
    """What helps to see why: the tree, what was printed, the screen. Why is also
    told with the errors, which are shown where the results are only counted."""
    reason = traceback.format_exc()
    say(reason)
    print(f'{name}: {reason}', file=sys.stderr, flush=True)
    for program in session.programs:
        said = (f'the program is {"running" if program.process.poll() is None else program.process.returncode}; '
                f'it said:\n{program.stderr()}')
        say(said)
        print(said, file=sys.stderr, flush=True)
        if program.process.poll() is None and program.accessible is not None:
            tree = session.path('tree.txt')
            with open(tree, 'w', encoding='utf-8') as file:
                file.write('\n'.join(dump(frame) for frame in program.frames()) + '\n')
            say(f'what assistive technologies see: {tree}')
    try:
        picture = session.path('screen.png')
        screenshot.save(picture)
        say(f'the screen: {picture}')
    except OSError as error:
        say(f'no picture of the screen: {error}')


def run(number, function):
    name = function.__name__.replace('_', ' ')
    session = Session(function.__name__.replace('_', '-'))
    keep = False
    started = time.monotonic()
    line = f'not ok {number} - {name}'
    try:
        function(session)
        for program in session.programs:
            program.check_complaints()
        line = f'ok {number} - {name}'
    except Skip as reason:
        line = f'ok {number} - {name} # SKIP {reason}'
    except (Exception, KeyboardInterrupt):
        keep = True
        tell_failure(session, name)
    finally:
        session.end(keep)
    say(f'{name}: {time.monotonic() - started:.1f} s')
    print(line, flush=True)
    return not keep


def main(needs_display=True):
    names = sys.argv[1:]
    chosen = [function for function in TESTS if not names or function.__name__ in names]
    print('TAP version 13')
    print(f'1..{len(chosen)}')

    if needs_display:
        if not os.environ.get('DISPLAY'):
            print('Bail out! There is no display.')
            return 1
        start_accessibility()

    passed = [run(number, function) for number, function in enumerate(chosen, 1)]
    return 0 if all(passed) else 1


def close_to(found, expected, tolerance):
    return math.isclose(found, expected, rel_tol=0, abs_tol=tolerance)

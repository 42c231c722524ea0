"""What the tests of this folder share: running checks, and a tree in which the
product is installed.

Each test file holds functions marked with @desktop.test; desktop.main () runs
them and prints the Test Anything Protocol.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

SOURCE = os.environ['COMMONS_SOURCE']
BUILD = os.environ['COMMONS_BUILD']
PREFIX = os.environ['COMMONS_PREFIX']
APP_ID = 'org.inno3.CommonsCanvas'
BUS_PATH = '/org/inno3/CommonsCanvas'
BOARD_TYPE = 'application/vnd.inno3.commons-canvas+json'

TESTS = []


class Failure(AssertionError):
    """What was expected is not so."""


class Skip(Exception):
    """The test cannot be done here; the reason is said."""


def check(condition, message):
    if not condition:
        raise Failure(message)


def check_equal(found, expected, what):
    if found != expected:
        raise Failure(f'{what}: found {found!r}, expected {expected!r}')


def require_tool(name):
    """For what not every distribution has a package of."""
    if shutil.which(name) is None:
        raise Skip(f'there is no {name} here')


def run(*command, code=0, **options):
    """Runs a program to its end and returns what it said."""
    options.setdefault('timeout', 120)
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    if code is not None and result.returncode != code:
        raise Failure(f'{" ".join(str(word) for word in command)} ended with {result.returncode}, not {code}:\n'
                      f'{result.stdout}{result.stderr}')
    return result


def read(*parts):
    with open(os.path.join(*parts), encoding='utf-8') as file:
        return file.read()


def keys_of(path, group):
    """The keys of a group of a desktop entry, or of any such file."""
    keys, on = {}, False
    for line in read(path).splitlines():
        if line.startswith('['):
            on = line == f'[{group}]'
        elif on and '=' in line:
            name, _, value = line.partition('=')
            keys[name] = value
    return keys


def list_files(folder):
    """All files below a folder, relative to it."""
    return sorted(os.path.relpath(os.path.join(top, name), folder)
                  for top, _, names in os.walk(folder) for name in names)


def list_folders(folder):
    return sorted(os.path.relpath(os.path.join(top, name), folder)
                  for top, names, _ in os.walk(folder) for name in names)


def make_locale(folder, name='fr_FR'):
    """What the environment needs for French: newer C libraries translate
    nothing without a locale of the language, and not every system has it."""
    run('localedef', '-f', 'UTF-8', '-i', name, os.path.join(folder, f'{name}.UTF-8'), code=None)
    return {'LOCPATH': folder, 'LC_ALL': f'{name}.UTF-8', 'LANGUAGE': name[:2]}


# ----------------------------------------------------------------------------
# An installed tree

# What tools of the desktop write beside what they read; nobody removes it.
CACHES = ('share/applications/mimeinfo.cache', 'share/glib-2.0/schemas/gschemas.compiled',
          'share/icons/hicolor/icon-theme.cache', 'share/mime/')


def is_cache(path):
    return path.startswith(CACHES) and path != f'share/mime/packages/{APP_ID}.xml'


@contextlib.contextmanager
def alone():
    """One at a time: what was installed last is what is uninstalled, and the
    note of what the person at this build directory installed is put back."""
    log = os.path.join(BUILD, 'meson-logs', 'install-log.txt')
    kept = None
    with open(os.path.join(BUILD, '.install-lock'), 'w', encoding='utf-8') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if os.path.exists(log):
            with open(log, 'rb') as file:
                kept = file.read()
        try:
            yield
        finally:
            if kept is not None:
                with open(log, 'wb') as file:
                    file.write(kept)


class Installed:
    """The product under a prefix: the one this build was made for, when that is
    a folder of the build, otherwise a tree as those who make packages have it,
    in which the files that name the prefix are then made to name that tree."""

    def __init__(self):
        self.temporary = tempfile.mkdtemp(prefix='commons-installed-')
        self.here = PREFIX.startswith(BUILD + os.sep)
        self.destdir = None if self.here else self.temporary
        self.prefix = PREFIX if self.here else self.temporary + PREFIX
        env = {**os.environ}
        env.pop('DESTDIR', None)
        if self.destdir:
            env['DESTDIR'] = self.destdir
        self.env = env

    def path(self, *parts):
        return os.path.join(self.prefix, *parts)

    def install(self):
        shutil.rmtree(self.prefix, ignore_errors=True)
        run('meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', env=self.env)

    def settle(self):
        """What the tools of packages, or meson itself, do afterwards."""
        if not self.destdir:
            return
        for name in (f'share/dbus-1/services/{APP_ID}.service', f'share/thumbnailers/{APP_ID}.thumbnailer'):
            text = read(self.path(name))
            check(PREFIX in text, f'{name} does not name the prefix')
            with open(self.path(name), 'w', encoding='utf-8') as file:
                file.write(text.replace(f'{PREFIX}/', f'{self.prefix}/'))
        run('glib-compile-schemas', '--strict', self.path('share/glib-2.0/schemas'))
        run('update-mime-database', self.path('share/mime'))
        run('update-desktop-database', self.path('share/applications'))

    def uninstall(self):
        run('ninja', '-C', BUILD, 'uninstall', env=self.env)

    def session(self, home):
        """The environment of a person who has the product under this prefix."""
        env = {**os.environ, 'HOME': home, 'XDG_DATA_HOME': os.path.join(home, 'data'),
               'XDG_CONFIG_HOME': os.path.join(home, 'config'), 'XDG_CACHE_HOME': os.path.join(home, 'cache'),
               'XDG_DATA_DIRS': f'{self.path("share")}:/usr/local/share:/usr/share',
               'PATH': f'{self.path("bin")}:{os.environ["PATH"]}', 'LC_ALL': 'C.UTF-8'}
        for name in ('COMMONS_LOCALEDIR', 'GSETTINGS_SCHEMA_DIR', 'LANGUAGE'):
            env.pop(name, None)
        if self.destdir:
            env['COMMONS_LOCALEDIR'] = self.path('share/locale')
        return env

    def end(self):
        shutil.rmtree(self.temporary, ignore_errors=True)
        if self.here:
            shutil.rmtree(self.prefix, ignore_errors=True)


@contextlib.contextmanager
def installed():
    with alone():
        tree = Installed()
        try:
            tree.install()
            yield tree
        finally:
            tree.end()


# ----------------------------------------------------------------------------
# Running tests

def test(function):
    TESTS.append(function)
    return function


def main():
    names = sys.argv[1:]
    chosen = [function for function in TESTS if not names or function.__name__ in names]
    failed = False
    print('TAP version 13')
    print(f'1..{len(chosen)}')
    for number, function in enumerate(chosen, 1):
        name = function.__name__.replace('_', ' ')
        line = f'ok {number} - {name}'
        with tempfile.TemporaryDirectory(prefix='commons-desktop-') as folder:
            try:
                function(folder)
            except Skip as reason:
                line += f' # SKIP {reason}'
            except Exception:
                failed = True
                line = f'not {line}'
                for text in traceback.format_exc().splitlines():
                    print(f'# {text}')
        print(line, flush=True)
    return 1 if failed else 0

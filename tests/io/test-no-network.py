#!/usr/bin/env python3
"""commons-board opens no socket at all, whatever the board names.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), '..', 'support'))

import sockets

BOARD = os.environ['COMMONS_BOARD']
EXAMPLE = os.path.join(os.environ['COMMONS_SOURCE'], 'data', 'examples', 'fontaines-ouvertes.fr.commons')
PICTURE = os.path.join(os.environ['COMMONS_SOURCE'], 'data', 'icons', 'org.inno3.CommonsCanvas.svg')


def write_board(path, listener, title):
    head = {'format': 1, 'title': title, 'licence': listener.url('licence'), 'language': 'fr'}
    board = {'nodes': sockets.tempting_nodes(listener, PICTURE), 'edges': [], 'commons': head}
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(board, file)


def commands(folder):
    path, other = os.path.join(folder, 'board.commons'), os.path.join(folder, 'other.commons')
    for extension in ('png', 'svg', 'pdf'):
        yield 0, ('export', '-o', os.path.join(folder, f'out.{extension}'), path)
    yield 0, ('export', '--theme', 'dark', '-o', os.path.join(folder, 'out.png'), EXAMPLE)
    yield 0, ('info', path)
    yield 0, ('info', '--json', EXAMPLE)
    yield 0, ('format', '-o', os.path.join(folder, 'out.commons'), path)
    yield 0, ('new', '--language', 'fr', '-o', os.path.join(folder, 'new.commons'))
    yield 0, ('diff', path, other)
    yield 0, ('merge', '-o', os.path.join(folder, 'merged.commons'), path, other, path)
    yield 0, ('--help',)
    yield 0, ('export', '--help')
    yield 2, ('export', path, other)
    yield 1, ('info', os.path.join(folder, 'missing.commons'))


def addresses(listener):
    yield 1, ('info', listener.url('board.commons'))
    yield 1, ('info', 'https://localhost/board.commons')
    yield 1, ('export', '-o', 'sftp://localhost/out.png', EXAMPLE)
    yield 1, ('format', '-o', 'smb://localhost/share/out.commons', EXAMPLE)
    yield 129, ('merge', EXAMPLE, listener.url('ours'), EXAMPLE)


def run(folder, code, words):
    log = os.path.join(folder, 'calls')
    # What another file system could be asked for is there to be tempted by.
    env = {name: value for name, value in os.environ.items() if name not in ('GIO_USE_VFS', 'G_DEBUG')}
    # Leaks cannot be looked for in a program that is watched.
    env.update({'LC_ALL': 'C.UTF-8', 'HOME': folder, 'ASAN_OPTIONS': 'detect_leaks=0'})
    done = subprocess.run([*sockets.tracer(log), BOARD, *words], env=env, capture_output=True, timeout=120, check=False)
    found = sockets.calls(log)
    if done.returncode != code or found:
        print(f'not ok 1 - {words} left with {done.returncode}: {done.stderr!r}, and called {found}')
        sys.exit(1)


def require_sight(folder, listener):
    """A program that does call somebody is seen, whether it gets through or not."""
    log = os.path.join(folder, 'calls')
    code = f'import socket; socket.socket().connect_ex(("127.0.0.1", {listener.port}))'
    subprocess.run([*sockets.tracer(log), sys.executable, '-c', code], check=True, timeout=120)
    listener.was_called()
    if ('connect', 'AF_INET') not in [call[:2] for call in sockets.calls(log)]:
        print('not ok 1 - calls are not seen')
        sys.exit(1)


def main():
    reason = sockets.reason_not_here()
    if reason is not None:
        print(f'1..0 # SKIP {reason}')
        return
    print('1..1')
    folder = tempfile.mkdtemp(prefix='commons-network-')
    listener = sockets.Listener()
    write_board(os.path.join(folder, 'board.commons'), listener, 'One')
    write_board(os.path.join(folder, 'other.commons'), listener, 'Two')
    n_runs = 0
    try:
        require_sight(folder, listener)
        for code, words in (*commands(folder), *addresses(listener)):
            run(folder, code, words)
            n_runs += 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if listener.was_called():
        print('not ok 1 - something was fetched')
        sys.exit(1)
    print(f'ok 1 - no socket in {n_runs} runs')


main()

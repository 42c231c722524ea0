"""Which sockets a program opens, as strace saw them, and a place on this machine
that nobody must call.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import shutil
import socket
import subprocess
import tempfile

CALLS = re.compile(r'\b(socket|connect|bind|sendto|sendmsg)\((.*)$')
FAMILY = re.compile(r'\b(AF_\w+|PF_\w+)')
PATH = re.compile(r'sun_path=(@?)"([^"]*)"')


def reason_not_here():
    """Why nothing can be seen on this machine, or None."""
    if shutil.which('strace') is None:
        return 'strace is not installed'
    with tempfile.NamedTemporaryFile() as log:
        run = subprocess.run([*tracer(log.name), 'true'], capture_output=True, check=False)
    return None if run.returncode == 0 else 'programs may not be watched here'


def tracer(log):
    """What to write before a command: the command stays the child, and what it
    asks of the network goes to LOG."""
    return ['strace', '-D', '-f', '-qq', '-s', '300', '-e', 'trace=%network', '-e', 'signal=none', '-o', log]


def calls(log):
    """Each call that makes or addresses a socket, as (call, family, address);
    the address of another than AF_UNIX is what strace wrote."""
    found = []
    with open(log, encoding='utf-8', errors='replace') as lines:
        for line in lines:
            call = CALLS.search(line)
            family = FAMILY.search(line) if call else None
            if family is None:
                continue
            path = PATH.search(line)
            address = f'{"@" if path.group(1) else ""}{path.group(2)}' if path else call.group(2)
            found.append((call.group(1), family.group(1), address))
    return found


class Listener:
    """A server of this machine that counts who calls."""

    def __init__(self):
        self.socket = socket.socket()
        self.socket.bind(('127.0.0.1', 0))
        self.socket.listen(20)
        self.socket.setblocking(False)
        self.port = self.socket.getsockname()[1]

    def url(self, path):
        return f'http://127.0.0.1:{self.port}/{path}'

    def was_called(self):
        try:
            self.socket.accept()[0].close()
        except BlockingIOError:
            return False
        return True


def tempting_nodes(listener, picture):
    """Cards that name what could be fetched or shown."""
    place = {'width': 260, 'height': 120}
    texts = (f'See {listener.url("text")} and ![a picture]({listener.url("text.png")})',
             f'[link]({listener.url("link")})\n<img src="{listener.url("image.png")}">', f'file://{picture}')
    nodes = [{'id': f't{i}', 'type': 'text', 'x': 300 * i, 'y': 0, **place, 'text': text,
              'commons': {'kind': 'resource', 'fields': {'url': listener.url('field'), 'address': listener.url('field')}}}
             for i, text in enumerate(texts)]
    nodes += [{'id': f'l{i}', 'type': 'link', 'x': 300 * i, 'y': 200, **place, 'url': url}
              for i, url in enumerate((listener.url('card'), 'https://localhost:1/', 'ftp://localhost/a', f'file://{picture}'))]
    nodes += [{'id': f'f{i}', 'type': 'file', 'x': 300 * i, 'y': 400, **place, 'file': name}
              for i, name in enumerate((picture, os.path.basename(picture), listener.url('file.png')))]
    nodes.append({'id': 'g', 'type': 'group', 'x': -20, 'y': -60, 'width': 1400, 'height': 640, 'label': 'Group',
                  'background': listener.url('background.png'), 'backgroundStyle': 'cover'})
    return nodes

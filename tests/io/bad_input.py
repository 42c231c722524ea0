"""Files nobody means to open as a board, and what else a name can lead to.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import io
import os
import socket
import sqlite3
import zipfile

MARK = b'\xef\xbb\xbf'
DEEP_FOLDERS = 60

# Nothing can be told apart from what one knows, so these are whole files.
PNG = (b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89'
       b'\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82')
PDF = b'%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
HTML = b'<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head><body>Not Found</body></html>\n'


def make_zip(first, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as archive:
        archive.writestr(first, content)
        archive.writestr('content.xml', '<x/>' * 50)
    return out.getvalue()


def make_sqlite(path):
    with sqlite3.connect(path) as database:
        database.execute('create table nodes (id text)')
    database.close()


def write(path, data):
    with open(path, 'wb') as file:
        file.write(data)


def of_other_kinds(board):
    """Files of other programs and of other encodings, by name."""
    text = board.decode()
    return {
        'picture.png': PNG,
        'paper.pdf': PDF,
        'archive.zip': make_zip('a.txt', 'a'),
        'text.odt': make_zip('mimetype', 'application/vnd.oasis.opendocument.text'),
        'page.html': HTML,
        'drawing.svg': b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>\n',
        'program.elf': b'\x7fELF\x02\x01\x01' + bytes(200),
        'photo.jpeg': b'\xff\xd8\xff\xe0\0\x10JFIF\0' + bytes(range(256)),
        'packed.gz': b'\x1f\x8b\x08\0\0\0\0\0\0\x03' + bytes(20),
        'words.txt': 'Une phrase, puis une autre.\n'.encode(),
        'latin-1.txt': 'Un café'.encode('latin-1'),
        'words-utf-16.txt': 'Une phrase'.encode('utf-16'),
        'board-utf-16.commons': text.encode('utf-16'),
        'board-utf-32.commons': text.encode('utf-32'),
        'board-latin-1.commons': text.replace('Open', 'Café').encode('latin-1', 'replace'),
        'table.csv': b'a;b;c\n1;2;3\n',
        'half.commons': board[:len(board) // 2],
        'zeros.commons': bytes(len(board)),
        'twice.commons': board + board,
        'marks.commons': b'<<<<<<< ours\n' + board + b'=======\n' + board + b'>>>>>>> theirs\n',
        'list.json': b'[1,2,3]\n',
        'noise': bytes((i * 7919 + i // 251) % 256 for i in range(5000)),
        'deep.commons': b'[' * 200000,
        'deep-objects.commons': b'{"a":' * 100000,
        'one-text.commons': b'"' + b'a' * 3000000,
        'spaces.commons': b' ' * 3000000,
        'lines.commons': b'\n' * 3000000,
        'comments.commons': b'//' * 100000,
        'many-nodes.commons': b'{"nodes":[' + b'{},' * 60000 + b'{}]}',
        'nodes-number.commons': b'{"nodes":3}',
        'empty.commons': b'',
        'mark.commons': MARK,
    }


def odd_names():
    """Names a file may have, all of one that holds nothing of use."""
    return [
        b'line\nbreak.commons', b'\x1b[31mred\x1b[0m.commons', b'bell\x07.commons', b'\xff\xfe\xc3.commons',
        b'tab\there.commons', 'turned\u202esnommoc.commons'.encode(), b'x' * 240 + b'.commons', b' .commons',
        b'-o', b'--version', b'%s%n%p.commons', b'"quoted" \'too\'.commons', 'sep\u2028arator.commons'.encode(),
        b'back\\slash.commons', '\U0001f333.commons'.encode(), b'a:b.commons',
    ]


def make_all(folder, board):
    """Makes them below FOLDER; returns names to be given as an argument, with
    what the message must say of them, or nothing when that is the same for
    all."""
    made = {}

    def add(name, says=''):
        made[os.path.join(os.fsencode(folder), os.fsencode(name))] = says

    for name, data in of_other_kinds(board).items():
        write(os.path.join(folder, name), data)
        add(name)
    make_sqlite(os.path.join(folder, 'base.sqlite'))
    add('base.sqlite', 'zero byte')

    for name in odd_names():
        write(os.path.join(os.fsencode(folder), name), b'[nothing')
        add(name)

    for name, size in (('five-gigabytes', 5 << 30), ('a-terabyte', 1 << 40), ('just-too-large', (64 << 20) + 1)):
        with open(os.path.join(folder, name), 'wb') as file:
            file.truncate(size)
        add(name, '64 MiB')
    with open(os.path.join(folder, 'just-not-too-large'), 'wb') as file:
        file.truncate(64 << 20)
    add('just-not-too-large', 'zero byte')

    os.mkdir(os.path.join(folder, 'folder.commons'))
    add('folder.commons', 'folder')
    os.makedirs(os.path.join(folder, *(['down'] * DEEP_FOLDERS)))
    add(os.path.join(*(['down'] * DEEP_FOLDERS), 'nothing.commons'), 'no such file')
    os.mkfifo(os.path.join(folder, 'pipe.commons'))
    add('pipe.commons', 'pipe')
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(os.path.relpath(os.path.join(folder, 'socket.commons')))
    add('socket.commons', 'not a plain file')

    for name, target, says in (('dangling', 'nowhere', 'no such file'), ('loop', 'loop', 'leads back'),
                               ('to-folder', 'folder.commons', 'folder'), ('to-zeros', '/dev/zero', 'not a plain file'),
                               ('to-pipe', 'pipe.commons', 'pipe'), ('to-huge', 'five-gigabytes', '64 MiB')):
        os.symlink(target, os.path.join(folder, name))
        add(name, says)

    for name in ('/dev/zero', '/dev/random', '/dev/full', '/dev/tty', '/dev/null'):
        if os.path.exists(name):
            made[os.fsencode(name)] = 'not a plain file'
    made[b'/proc/self/mem'] = ''
    made[b'/'] = made[b'.'] = 'folder'
    add('missing.commons', 'no such file')
    add(os.path.join('missing', 'board.commons'), 'no such file')
    add(os.path.join('list.json', 'board.commons'), 'not a folder')
    add('x' * 300, 'cannot have that name')
    add('/'.join(['x' * 200] * 30), 'cannot have that name')
    made[b''] = 'empty'
    for address in ('http://localhost/a.commons', 'https://localhost:1/a', 'sftp://localhost/a', 'smb://localhost/a',
                    'dav://localhost/a', 'resource:///org/inno3/a', 'data:,%7B%7D://'):
        made[address.encode()] = 'network'
    made[b'file:///nowhere/at/all.commons'] = 'no such file'
    made[b'file://localhost/nowhere.commons'] = ''
    return made

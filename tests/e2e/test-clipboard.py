#!/usr/bin/python3
"""What goes from one board to another, and from and to other programs: with
the real clipboard, and dropped with the pointer.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import os
import subprocess
import sys

import e2e

OTHER = os.path.join(e2e.SOURCE, 'tests', 'e2e', 'other-program.py')
CIRCLE = {'id': 'circle', 'type': 'group', 'x': 0, 'y': 0, 'width': 360, 'height': 360, 'label': 'Core',
          'commons': {'kind': 'circle'}}
RULE = {'id': 'rule', 'type': 'text', 'x': 480, 'y': 120, 'width': 204, 'height': 62, 'text': 'Review\nWithin a week',
        'commons': {'kind': 'rule'}}
LINK = {'id': 'link', 'fromNode': 'rule', 'toNode': 'circle', 'commons': {'link': 'applies_to'}}
SOMETHING = {'id': 'something', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62, 'text': 'Something',
             'commons': {'kind': 'value'}}
ELSEWHERE = {**SOMETHING, 'id': 'elsewhere', 'x': 300, 'y': 240, 'text': 'Elsewhere'}


@contextlib.contextmanager
def other_program(session, *offered):
    """Runs a program that has (type, content) on the clipboard and in its
    window, which it puts in the corner of the screen."""
    arguments = []
    for number, (mime, content) in enumerate(offered):
        arguments += [mime, session.write(f'offered{number}', content)]
    process = subprocess.Popen([sys.executable, OTHER, 'offer', 'Other Program', *arguments],
                               stdout=subprocess.PIPE, text=True,
                               env={**os.environ, 'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'GTK_A11Y': 'none'})
    try:
        e2e.check_equal(process.stdout.readline().strip(), 'ready', 'what the other program says')
        yield process
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def take(mime):
    """What another program gets from the clipboard."""
    result = subprocess.run([sys.executable, OTHER, 'take', mime], capture_output=True, timeout=e2e.DEADLINE, check=False,
                            env={**os.environ, 'GDK_BACKEND': 'x11', 'GTK_A11Y': 'none'})
    e2e.check_equal(result.returncode, 0, f'taking {mime}, which said {result.stderr.decode()}')
    return result.stdout


def titles(path):
    return sorted(e2e.title_of(node) for node in e2e.read_board(path)['nodes'])


def open_bench(session, *nodes):
    path = session.write_board('bench.commons', 'Bench', nodes or [SOMETHING, ELSEWHERE])
    program, window = session.open(path)
    return path, program, window


@e2e.test
def from_one_board_to_another(session):
    source = session.write_board('source.commons', 'Source', [CIRCLE, RULE], [LINK])
    target = session.write_board('target.commons', 'Target', [{**SOMETHING, 'x': 3000}])
    program, window = session.open(source)
    program.call_again(target)
    other = program.window('Target')

    window.key('ctrl+a')
    window.key('ctrl+c')
    other.key('ctrl+v')
    other.wait_state('not saved')
    other.save(target)

    board = e2e.read_board(target)
    e2e.check_equal(titles(target), ['Core', 'Review', 'Something'], 'cards of the target')
    rule, circle = (e2e.node_by_title(board, title) for title in ('Review', 'Core'))
    e2e.check(rule['id'] != 'rule' and circle['id'] != 'circle', 'the copies have ids of their own')
    e2e.check_equal([(edge['fromNode'], edge['toNode'], edge['commons']['link']) for edge in board['edges']],
                    [(rule['id'], circle['id'], 'applies_to')], 'links of the target')
    e2e.check_equal((rule['x'] - circle['x'], rule['y'] - circle['y']), (480, 120), 'where the copies stand')

    other.key('ctrl+z')
    other.save(target)
    e2e.check_equal(titles(target), ['Something'], 'cards after taking it back')


@e2e.test
def cut_and_paste(session):
    path, program, window = open_bench(session, CIRCLE, RULE)
    before = e2e.read_board(path)
    window.key('ctrl+a')
    window.key('ctrl+x')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(e2e.read_board(path)['nodes'], [], 'cards after Ctrl+X')

    window.key('ctrl+v')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(titles(path), ['Core', 'Review'], 'cards after Ctrl+V')

    window.key('ctrl+z', 'ctrl+z')
    window.save(path)
    e2e.check_equal(e2e.read_board(path), before, 'the board after taking both back')


@e2e.test
def to_other_programs(session):
    path, program, window = open_bench(session, CIRCLE, RULE)
    window.key('ctrl+a')
    window.key('ctrl+c')

    def copied():
        with contextlib.suppress(e2e.Failure):
            return take('text/plain;charset=utf-8')
        return None

    text = e2e.wait_for(copied, 'something on the clipboard')
    e2e.check_equal(text.decode(), '- Core\n- Review\n  Within a week', 'text')
    e2e.check(take('image/png').startswith(b'\x89PNG'), 'the picture is none')
    e2e.check(b'"applies_to"' not in take('application/vnd.inno3.commons-canvas+json'), 'there was no link')


@e2e.test
def lines_from_another_program(session):
    path, program, window = open_bench(session)
    with other_program(session, ('text/plain;charset=utf-8', '- Éclair\n- Zoé\n- Œuf\n')):
        window.key('ctrl+v')
        dialog, button = program.find('push button', '3 Cards')
        dialog.key('Return')
        window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(titles(path), sorted(['Something', 'Elsewhere', 'Éclair', 'Zoé', 'Œuf']), 'cards')

    window.key('ctrl+z')
    window.save(path)
    e2e.check_equal(titles(path), ['Elsewhere', 'Something'], 'cards after taking it back')


@e2e.test
def a_drawing_from_another_program(session):
    path, program, window = open_bench(session)
    drawing = e2e.read_bytes(os.path.join(e2e.SOURCE, 'tests', 'data', 'clip', 'drawing-clip.json'))
    with other_program(session, ('text/plain;charset=utf-8', drawing)):
        window.key('ctrl+v')
        window.wait_state('not saved')
    window.save(path)
    board = e2e.read_board(path)
    rule = e2e.node_by_title(board, 'Two reviews per change')
    e2e.check_equal(rule['commons']['kind'], 'rule', 'kind of the card')
    e2e.check_equal([(edge['fromNode'] == rule['id']) for edge in board['edges']], [True], 'links')


def drop(session, window, path, *offered):
    """Drags what another program offers to a free place of the board."""
    with other_program(session, *offered):
        camera = window.camera(path)
        xid = e2e.wait_for(lambda: e2e.xdotool('search', '--onlyvisible', '--name', '^Other Program$', expect=False).split(),
                           'the other program’s window')[0]
        e2e.xdotool('windowmove', xid, 8, 600, 'windowraise', xid)
        at = e2e.settle(lambda: e2e.geometry_of(xid))
        start = (at['X'] + at['WIDTH'] / 2, at['Y'] + at['HEIGHT'] / 2)
        end = camera.to_screen(560, 60)
        e2e.drag_and_drop(start, start, end)
        window.wait_state('not saved')
    window.save(path)
    return camera.to_board(*end)


@e2e.test
def dropping_a_word(session):
    path, program, window = open_bench(session)
    x, y = drop(session, window, path, ('text/plain;charset=utf-8', 'Dropped'))
    card = e2e.node_by_title(e2e.read_board(path), 'Dropped')
    e2e.check(e2e.close_to(card['x'] + card['width'] / 2, x, e2e.GRID * 2), f'the card is at {card["x"]}, not around {x}')
    e2e.check(e2e.close_to(card['y'] + card['height'] / 2, y, e2e.GRID * 2), f'the card is at {card["y"]}, not around {y}')


@e2e.test
def dropping_a_link(session):
    path, program, window = open_bench(session)
    drop(session, window, path, ('text/x-moz-url', 'https://example.org/a\nA page'.encode('utf-16-le')))
    card = e2e.node_by_title(e2e.read_board(path), 'A page')
    e2e.check_equal(card['text'], 'A page\nhttps://example.org/a', 'text of the card')


@e2e.test
def dropping_files(session):
    """What lies beside the board is pointed to from there."""
    path, program, window = open_bench(session)
    os.mkdir(session.path('notes'))
    session.write('notes/day one.pdf', '%PDF-')
    uri = 'file://' + session.path('notes/day one.pdf').replace(' ', '%20')
    drop(session, window, path, ('text/uri-list', f'{uri}\r\nhttps://example.org/\r\n'))
    nodes = e2e.read_board(path)['nodes']
    e2e.check_equal([node['file'] for node in nodes if node['type'] == 'file'], ['notes/day one.pdf'], 'files')
    e2e.check_equal([node['url'] for node in nodes if node['type'] == 'link'], ['https://example.org/'], 'links')


if __name__ == '__main__':
    sys.exit(e2e.main())

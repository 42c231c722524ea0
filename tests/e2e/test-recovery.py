#!/usr/bin/python3
"""The program ends all at once, and what was not saved is offered by the next.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import glob
import json
import os
import re
import signal
import subprocess
import sys

import e2e

CARD = {'id': 'a', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62,
        'text': 'Two signatures', 'commons': {'kind': 'rule'}}
OF_THIS_BOARD = r'^This board was left unsaved: (\d+) changes? from \d\d:\d\d\.$'
NEVER_SAVED = r'^“.+” was never saved: (\d+) changes? from \d\d:\d\d\.$'
OF_A_FILE = r'^“Bench” \(bench\.commons\) was left unsaved: (\d+) changes? from \d\d:\d\d\.$'


def folder_of(program):
    return os.path.join(program.home, 'data', 'commons-canvas', 'drafts')


def list_drafts(program):
    return glob.glob(os.path.join(folder_of(program), '*.draft'))


def read_draft(path):
    try:
        line, _, board = e2e.read_bytes(path).partition(b'\n')
        return json.loads(line), json.loads(board)
    except FileNotFoundError:
        return {}, {}


def draft_with(program, words):
    """Path of the draft that has a card of these words, once there is one."""
    def look():
        for path in list_drafts(program):
            if any(e2e.title_of(node) == words for node in read_draft(path)[1].get('nodes', ())):
                return path
        return None

    return e2e.wait_for(look, f'a draft with “{words}”')


def kill(program, number=signal.SIGKILL):
    if program.stutter is not None:
        program.stutter.end()
        program.stutter = None
    program.process.send_signal(number)
    e2e.wait_for(lambda: program.process.poll() is not None, 'the program to end')


def start_again(session, program, *arguments, more_env=None):
    """Another start in the same home."""
    e2e.move_to(0, 0)
    again = e2e.Program(program.home, *arguments, more_env=more_env)
    session.programs.append(again)
    return again


def write_card(window, words, enter=True):
    window.key('n')
    window.find(None, 'Title and text of the card')
    window.type(words)
    if enter:
        window.key('Escape')
        window.wait_state('not saved')


def wait_offer(program, pattern):
    """The window that offers, and how many changes it says there are."""
    window, label = program.find('label', re.compile(pattern))
    return window, int(re.match(pattern, e2e.name_of(label))[1])


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', [CARD])
    return path, *session.open(path)


def check_no_draft(program):
    e2e.wait_for(lambda: not os.listdir(folder_of(program)), 'the draft to go')


@e2e.test
def killed_with_a_file(session):
    """Cards entered and words only typed come back, with their file; the draft
    goes when they are saved, and not before."""
    path, program, window = open_bench(session)
    before = e2e.read_bytes(path)
    write_card(window, 'Entered')
    write_card(window, 'Only typed', enter=False)
    draft = draft_with(program, 'Only typed')
    kill(program)
    e2e.check_equal(e2e.read_bytes(path), before, 'the file')

    program = start_again(session, program, path)
    window, n_changes = wait_offer(program, OF_THIS_BOARD)
    e2e.check_equal(n_changes, read_draft(draft)[0]['changes'], 'changes')
    e2e.check_equal(len(window.cards()), 1, 'cards of the file')
    window.press('push button', 'Recover')
    window.card('Entered')
    window.card('Only typed')
    window.wait_state('not saved')
    e2e.check(os.path.exists(draft), 'the draft went before it was saved')
    e2e.check_equal(e2e.read_bytes(path), before, 'the file')

    window.save(path)
    e2e.node_by_title(e2e.read_board(path), 'Entered')
    e2e.node_by_title(e2e.read_board(path), 'Only typed')
    check_no_draft(program)


@e2e.test
def the_file_changed_since(session):
    """What was not saved and what another program wrote meanwhile become one
    board."""
    path, program, window = open_bench(session)
    write_card(window, 'Ours')
    draft_with(program, 'Ours')
    kill(program)
    session.write_board('bench.commons', 'Bench', [CARD, {**CARD, 'id': 'b', 'x': 0, 'y': 300, 'text': 'Theirs'}])

    program = start_again(session, program, path)
    window, _ = wait_offer(program, OF_THIS_BOARD)
    window.press('push button', 'Recover')
    window.card('Rule: Theirs')
    window.card('Ours')
    window.wait_state('not saved')
    window.save(path)
    board = e2e.read_board(path)
    for title in ('Two signatures', 'Ours', 'Theirs'):
        e2e.node_by_title(board, title)
    check_no_draft(program)


@e2e.test
def killed_before_the_first_save(session):
    program = session.start('--template', 'blank')
    window = e2e.wait_for(lambda: next((e2e.Window(program, frame) for frame in program.frames()), None),
                          'a window')
    window.board()
    write_card(window, 'First')
    draft_with(program, 'First')
    kill(program)

    # On the start page, as one who just starts sees it.
    program = start_again(session, program)
    window, n_changes = wait_offer(program, NEVER_SAVED)
    e2e.check_equal(n_changes, 1, 'changes')
    window.press('push button', 'Recover')
    window.card('First')
    window.wait_state('not saved')

    path = session.path('first.commons')
    window.key('ctrl+s')
    program.choose_file('Save the Board', path)
    window.wait_state('saved')
    e2e.node_by_title(e2e.read_board(path), 'First')
    check_no_draft(program)
    window.key('ctrl+q')
    program.wait_end()


@e2e.test
def not_now_keeps_it(session):
    """Whoever is in a hurry works at once, and is asked again next time, in
    whichever way the program starts."""
    path, program, window = open_bench(session)
    write_card(window, 'For later')
    draft = draft_with(program, 'For later')
    kill(program)

    program = start_again(session, program, '--template', 'blank')
    window, n_changes = wait_offer(program, OF_A_FILE)
    e2e.check_equal(n_changes, 1, 'changes')
    window.press('push button', 'Not Now')
    e2e.wait_for(lambda: window.query('push button', 'Not Now') is None, 'the offer to go')
    write_card(window, 'At once')
    window.key('ctrl+q')
    program.answer('Don’t Save')
    program.wait_end()

    # Not to save is a wish about that board alone.
    e2e.check_equal(list_drafts(program), [draft], 'drafts')
    program = start_again(session, program, path)
    wait_offer(program, OF_THIS_BOARD)


@e2e.test
def told_to_end(session):
    """The session ends: everything is written, to the last letter, and nobody
    is asked."""
    path, program, window = open_bench(session)
    before = e2e.read_bytes(path)
    write_card(window, 'Half a wo', enter=False)
    entry = window.find(None, 'Title and text of the card')
    e2e.wait_for(lambda: e2e.text_of(entry) == 'Half a wo', 'the letters')
    kill(program, signal.SIGTERM)
    e2e.check_equal(program.process.returncode, 0, 'exit status')
    draft_with(program, 'Half a wo')
    e2e.check_equal(e2e.read_bytes(path), before, 'the file')

    program = start_again(session, program, path)
    wait_offer(program, OF_THIS_BOARD)
    kill(program, signal.SIGHUP)
    e2e.check_equal(program.process.returncode, 0, 'exit status')
    e2e.check_equal(len(list_drafts(program)), 1, 'drafts')


@e2e.test
def damaged(session):
    """What cannot be read is moved and told, never deleted."""
    path = session.write_board('bench.commons', 'Bench', [CARD])
    program = session.start(path)
    program.window('Bench')
    kill(program)
    os.makedirs(folder_of(program), exist_ok=True)
    cut = '{"commons-draft":1,"title":"Cut","changes":4}\n{"nodes":[{"id":"a","te'
    for name, content in (('cut', cut), ('other', 'something else')):
        with open(os.path.join(folder_of(program), f'{name}.draft'), 'w', encoding='utf-8') as file:
            file.write(content)

    program = start_again(session, program, path)
    program.find('label', re.compile(r'could not be read.*unreadable/other\.draft'))
    window, n_changes = wait_offer(program, NEVER_SAVED)
    e2e.check_equal(n_changes, 4, 'changes')
    window.press('push button', 'Recover')
    program.find('label', re.compile(r'could not be read.*unreadable/cut\.draft'))
    kept = os.path.join(folder_of(program), 'unreadable', 'cut.draft')
    e2e.check_equal(e2e.read_bytes(kept), cut.encode(), 'what was kept')

    # The board that was opened is there as before.
    window.card('Rule: Two signatures')
    e2e.check_equal(program.titles(), ['Bench'], 'windows')


class OtherSession:
    """A second session of the same person, with a bus of its own."""

    def __enter__(self):
        self.process = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address'],
                                        stdout=subprocess.PIPE, text=True)
        return {'DBUS_SESSION_BUS_ADDRESS': self.process.stdout.readline().strip()}

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


@e2e.test
def two_programs_at_once(session):
    """What another program works on is not offered, and not taken."""
    path, program, window = open_bench(session)
    write_card(window, 'Mine')
    mine = draft_with(program, 'Mine')
    with OtherSession() as bus:
        # With its draft written, the other has long looked for those left behind.
        other = start_again(session, program, '--template', 'blank', more_env=bus)
        theirs = e2e.wait_for(lambda: next((e2e.Window(other, frame) for frame in other.frames()), None), 'a window')
        theirs.board()
        write_card(theirs, 'Theirs')
        draft_with(program, 'Theirs')
        e2e.check(theirs.query('push button', 'Not Now') is None, 'the other program offers what is open')
        e2e.check_equal(len(list_drafts(program)), 2, 'drafts')

        kill(program)
        again = start_again(session, program, path)
        window, n_changes = wait_offer(again, OF_THIS_BOARD)
        e2e.check_equal(n_changes, 1, 'changes')
        window.press('push button', 'Recover')
        window.card('Mine')
        e2e.check(os.path.exists(mine), 'the draft went')
        e2e.check(window.query('push button', 'Not Now') is None, 'what the other program has is offered')
        kill(other)


if __name__ == '__main__':
    sys.exit(e2e.main())

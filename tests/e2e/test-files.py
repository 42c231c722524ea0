#!/usr/bin/python3
"""Files that cannot be read, second starts, questions before closing, other
names.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

import e2e

CARD = {'id': 'a', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62,
        'text': 'Two signatures', 'commons': {'kind': 'rule'}}
OTHER = {'id': 'b', 'type': 'text', 'x': 300, 'y': 0, 'width': 204, 'height': 62,
         'text': 'Welcome', 'commons': {'kind': 'value'}}
BAD = '{\n\t"commons":{"format":1,"title":"Broken"},\n\t"nodes":[\n\t\t{"id":"a",}\n\t],\n\t"edges":[]\n}\n'
QUESTION = 'Save the changes of “Bench”?'


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', [CARD, OTHER])
    return path, *session.open(path)


def change(window, path):
    """Moves a card a little."""
    e2e.click(*window.camera(path).centre(CARD))
    window.key('Right')
    window.wait_state('not saved')


def wait_no_question(program, answer):
    """Until a question with that answer is gone."""
    e2e.wait_for(lambda: all(not e2e.search(frame, 'push button', answer) for frame in program.frames()),
                 f'the question with “{answer}” to go')


def moved(path):
    return e2e.node_by_id(e2e.read_board(path), 'a')['x'] - CARD['x']


@e2e.test
def bad_file_beside_a_good_one(session):
    """Each has its window; that of the bad one says where it is bad."""
    bad = session.write('bad.commons', BAD)
    good = session.write_board('good.commons', 'Good', [CARD, OTHER])
    program = session.start(bad, good)
    window = program.window('Good')
    e2e.check_in_sight(window, e2e.read_board(good))

    broken = program.window('bad')
    broken.find('label', 'This Board Cannot Be Shown')
    words = ' '.join(e2e.name_of(label) for label in e2e.search(broken.frame, 'label'))
    e2e.check(re.search(r'\bline 4\b', words, re.IGNORECASE) and re.search(r'\bcolumn \d+\b', words),
              f'the page does not say where: {words}')

    # The other window works, and the page leads on.
    window.card('Rule: Two signatures')
    e2e.xdotool('windowraise', window.xid)
    change(window, good)
    window.save(good)
    e2e.check(moved(good) > 0, 'the good board was not saved')

    e2e.xdotool('windowraise', broken.xid)
    broken.key('ctrl+s')
    broken.press('push button', 'New Board')
    e2e.wait_for(lambda: len(program.frames()) == 3, 'a new board')
    e2e.check_equal(e2e.read_bytes(bad), BAD.encode(), 'the bad file')


@e2e.test
def second_start_opens_in_the_first(session):
    path, program, window = open_bench(session)
    other = session.write_board('other.commons', 'Other', [CARD])
    result = program.call_again(other)
    e2e.check_equal(result.returncode, 0, 'exit status of the second start')
    second = program.window('Other')
    second.card('Rule: Two signatures')
    e2e.check_equal(sorted(program.titles()), ['Bench', 'Other'], 'windows')

    # A board that is open already is shown, not opened twice.
    e2e.check_equal(program.call_again(path).returncode, 0, 'exit status of the third start')
    e2e.wait_for(lambda: e2e.has_state(window.frame, e2e.Atspi.StateType.ACTIVE), 'its window to come to the front')
    e2e.check_equal(sorted(program.titles()), ['Bench', 'Other'], 'windows')

    window.key('ctrl+w')
    program.wait_gone('Bench')
    e2e.check_equal(program.titles(), ['Other'], 'windows left')
    second.key('ctrl+q')
    program.wait_end()


@e2e.test
def closing_without_changes_asks_nothing(session):
    path, program, window = open_bench(session)
    before = e2e.read_bytes(path)
    window.key('ctrl+w')
    program.wait_end()
    e2e.check_equal(e2e.read_bytes(path), before, 'the file')


@e2e.test
def closing_asks_then_cancel(session):
    path, program, window = open_bench(session)
    before = e2e.read_bytes(path)
    change(window, path)
    window.key('ctrl+w')
    program.find('label', QUESTION)
    program.press('push button', 'Cancel')
    wait_no_question(program, 'Don’t Save')
    e2e.check_equal(window.state, 'not saved', 'state')
    e2e.check_equal(e2e.read_bytes(path), before, 'the file')

    # Escape is the same answer, and the board can still be saved.
    window.key('ctrl+w')
    question, _ = program.find('label', QUESTION)
    question.key('Escape')
    wait_no_question(program, 'Don’t Save')
    window.save(path)
    e2e.check(moved(path) > 0, 'the change was not saved')


@e2e.test
def closing_asks_then_do_not_save(session):
    path, program, window = open_bench(session)
    before = e2e.read_bytes(path)
    change(window, path)
    window.key('ctrl+w')
    program.press('push button', 'Don’t Save')
    program.wait_end()
    e2e.check_equal(e2e.read_bytes(path), before, 'the file')


@e2e.test
def closing_asks_then_save(session):
    path, program, window = open_bench(session)
    change(window, path)
    window.key('ctrl+w')
    question, _ = program.find('label', QUESTION)
    # What Enter does is what is wanted most.
    question.key('Return')
    program.wait_end()
    e2e.check(moved(path) > 0, 'the change was not saved')


@e2e.test
def save_as(session):
    path, program, window = open_bench(session)
    before = e2e.read_bytes(path)
    change(window, path)
    other = session.path('elsewhere.commons')
    window.key('ctrl+shift+s')
    program.choose_file('Save the Board', other)
    window.wait_state('saved')
    e2e.check(moved(other) > 0, 'the other file has not the change')
    e2e.check_equal(e2e.read_bytes(path), before, 'the first file')

    # From then on the board is the other file.
    window.key('ctrl+z')
    window.wait_state('not saved')
    window.save(other)
    e2e.check_equal(e2e.read_bytes(other), before, 'the other file')


def path_field(chooser):
    """A path that is typed opens the field for paths, once the list of files is
    there to hear of it."""
    def look():
        return next((entry for entry in e2e.search(chooser.frame, 'text')
                     if e2e.has_state(entry, e2e.Atspi.StateType.FOCUSED)), None)

    def ask():
        if look() is None:
            chooser.type('/')
        return e2e.settle(look)

    return e2e.wait_for(ask, 'a field for the path')


@e2e.test
def open_in_the_window(session):
    path, program, window = open_bench(session)
    other = session.write_board('other.commons', 'Other', [CARD])
    window.key('ctrl+o')
    chooser = program.window('Open Boards')
    entry = path_field(chooser)
    chooser.write(entry, other)
    chooser.key('Return')
    second = program.window('Other')
    second.card('Rule: Two signatures')
    e2e.check_equal(sorted(program.titles()), ['Bench', 'Other'], 'windows')


def ask_to_save(program, window):
    """A question that was just answered may take a moment to let keys through
    again, and nothing tells when."""
    def asked():
        window.key('ctrl+s')
        try:
            return program.find('push button', 'Save Over It', timeout=3)
        except e2e.Failure:
            return None

    e2e.wait_for(asked, 'the question about the file')


@e2e.test
def another_program_changed_the_file(session):
    path, program, window = open_bench(session)
    change(window, path)
    written = BAD.encode()
    session.write('bench.commons', written)
    window.find('panel', re.compile('cannot be read'))
    window.key('ctrl+s')
    program.find('label', 'Another program changed this file')
    program.press('push button', 'Cancel')
    wait_no_question(program, 'Save Over It')
    window.wait_state('not saved')
    e2e.check_equal(e2e.read_bytes(path), written, 'the file after Cancel')

    ask_to_save(program, window)
    program.press('push button', 'Save Over It')
    window.wait_state('saved')
    e2e.check(moved(path) > 0, 'the change was not saved over the file')


@e2e.test
def newer_file_is_only_read(session):
    path = session.copy(e2e.example('../../tests/data/future/format-2.commons'))
    before = e2e.read_bytes(path)
    program, window = session.open(path)
    window.wait_state('read-only')
    window.key('ctrl+a')
    window.key('Delete')
    window.key('n')
    # A card was neither deleted nor made once what follows is done.
    window.key('ctrl+shift+a')
    e2e.settle(lambda: len(window.cards()), times=5)
    e2e.check_equal(len(window.cards()), len(e2e.read_board(path)['nodes']), 'cards')
    e2e.check_equal(window.state, 'read-only', 'state')
    e2e.check_equal(e2e.read_bytes(path), before, 'the file')


@e2e.test
def new_board_has_no_file_yet(session):
    program = session.start('--template', 'governance')
    window = e2e.wait_for(lambda: next((e2e.Window(program, frame) for frame in program.frames()), None),
                          'a window')
    window.wait_state('new')
    window.board()
    window.key('n')
    window.find(None, 'Title and text of the card')
    window.type('First')
    window.key('Escape')
    window.wait_state('not saved')
    path = session.path('first.commons')
    window.key('ctrl+s')
    program.choose_file('Save the Board', path)
    window.wait_state('saved')
    e2e.node_by_title(e2e.read_board(path), 'First')
    result = e2e.subprocess.run([os.environ['COMMONS_BOARD'], 'info', path], capture_output=True, check=False)
    e2e.check_equal(result.returncode, 0, 'the command line on what was saved')


if __name__ == '__main__':
    sys.exit(e2e.main())

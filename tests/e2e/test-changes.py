#!/usr/bin/python3
"""Other programs write the board that is open: a folder that is shared, git, a
text editor.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import copy
import json
import os
import re
import shutil
import subprocess
import sys

import e2e

RULE = {'id': 'rule', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62,
        'text': 'Review within a week', 'color': '6', 'commons': {'kind': 'rule'}}
VALUE = {'id': 'value', 'type': 'text', 'x': 480, 'y': 252, 'width': 204, 'height': 62,
         'text': 'Welcome', 'color': '2', 'commons': {'kind': 'value'}}
EDITOR = 'Title and text of the card'
DIALOG = 'Changes From Elsewhere'


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', [RULE, VALUE])
    program, window = session.open(path)
    return path, program, window, window.camera(path)


def change_elsewhere(path, change):
    """As other programs do: a new file beside, which then takes the name."""
    board = e2e.read_board(path)
    change({node['id']: node for node in board['nodes']})
    beside = path + '.part'
    with open(beside, 'w', encoding='utf-8') as file:
        json.dump(board, file, ensure_ascii=False)
    os.replace(beside, path)


def rename(identifier, text):
    return lambda nodes: nodes[identifier].update(text=text)


def text_in(path, identifier):
    return e2e.node_by_id(e2e.read_board(path), identifier)['text']


def write(window, camera, node, text):
    e2e.click(*camera.centre(node))
    window.key('F2')
    editor = window.find(None, EDITOR)
    e2e.wait_for(lambda: e2e.has_state(editor, e2e.Atspi.StateType.FOCUSED), 'the field to have the keyboard')
    window.key('ctrl+a')
    window.type(text)
    window.key('Escape')
    window.wait_state('not saved')


def wait_notice(window, words, shown=True):
    pattern = re.compile(words)
    e2e.wait_for(lambda: (window.query('panel', pattern) is not None) == shown,
                 f'“{words}” to be {"shown" if shown else "gone"} above the board')


def open_dialog(program, window):
    """With the keyboard: from part to part of the window to the bar."""
    decide = window.find('push button', 'Decide…')
    for _ in range(12):
        if e2e.has_state(decide, e2e.Atspi.StateType.FOCUSED):
            break
        before = window.focused()
        window.key('F6')
        e2e.wait_for(lambda: window.focused() != before, 'F6 to go on')
    window.key('Return')
    dialog = program.window(DIALOG)
    first = dialog.find('push button', 'Keep Ours')
    e2e.wait_for(lambda: e2e.has_state(first, e2e.Atspi.StateType.FOCUSED), 'the first choice to have the keyboard')
    return dialog


def choose(dialog, name):
    dialog.tab_to(dialog.find('push button', name))
    dialog.key('Return')


def close(program, dialog):
    dialog.key('Escape')
    program.wait_gone(DIALOG)


@e2e.test
def reloads_in_place(session):
    """Nothing was unsaved: the board follows its file, and people stay where
    they were."""
    path, program, window, camera = open_bench(session)
    e2e.click(*camera.centre(VALUE))
    window.key('ctrl+plus')
    zoom = e2e.settle(window.zoom)
    selected = window.card('Value: Welcome')
    e2e.wait_for(lambda: e2e.has_state(selected, e2e.Atspi.StateType.SELECTED), 'the card to be selected')

    change_elsewhere(path, rename('rule', 'Review within two days'))
    written = e2e.read_bytes(path)
    window.card('Rule: Review within two days')
    program.find('label', re.compile('1 change taken over'))
    e2e.check_equal(window.state, 'saved', 'state')
    e2e.check_equal(window.zoom(), zoom, 'zoom')
    e2e.check(e2e.has_state(window.card('Value: Welcome'), e2e.Atspi.StateType.SELECTED), 'the card is not selected')
    e2e.check_equal(e2e.read_bytes(path), written, 'the file')

    # It can be taken back, and saved so.
    window.key('ctrl+z')
    window.card('Rule: Review within a week')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(text_in(path, 'rule'), RULE['text'], 'the card after undo')


@e2e.test
def merges_what_both_wrote(session):
    path, program, window, camera = open_bench(session)
    write(window, camera, VALUE, 'Welcome to all')
    change_elsewhere(path, rename('rule', 'Review within two days'))
    window.card('Rule: Review within two days')
    window.card('Value: Welcome to all')
    e2e.check_equal(window.state, 'not saved', 'state')
    window.save(path)
    e2e.check_equal((text_in(path, 'rule'), text_in(path, 'value')),
                    ('Review within two days', 'Welcome to all'), 'both cards')


@e2e.test
def decides_with_the_keyboard(session):
    path, program, window, camera = open_bench(session)
    write(window, camera, RULE, 'Review within a day')
    change_elsewhere(path, rename('rule', 'Review within two days'))
    wait_notice(window, '^1 thing to decide')
    window.card('Rule: Review within a day')

    # The merge is one step.
    window.key('ctrl+z')
    wait_notice(window, 'to decide', shown=False)
    window.key('ctrl+shift+z')
    wait_notice(window, '^1 thing to decide')

    dialog = open_dialog(program, window)
    dialog.find('label', 'Review within a day')
    dialog.find('label', 'Review within two days')
    choose(dialog, 'Take Theirs')
    window.card('Rule: Review within two days')
    wait_notice(window, 'to decide', shown=False)
    close(program, dialog)
    window.save(path)
    e2e.check_equal(e2e.node_by_id(e2e.read_board(path), 'rule'), {**RULE, 'text': 'Review within two days'},
                    'the card')

    # And so is the choice.
    window.key('ctrl+z')
    wait_notice(window, '^1 thing to decide')
    dialog = open_dialog(program, window)
    choose(dialog, 'Keep Both')
    close(program, dialog)
    window.save(path)
    e2e.check_equal(text_in(path, 'rule'), 'Review within a day\nReview within two days', 'both texts')


@e2e.test
def saving_over_another_file_asks(session):
    """The file is another one at the very moment it is saved."""
    path, program, window, camera = open_bench(session)
    write(window, camera, VALUE, 'Welcome to all')
    session.write('bench.commons', '{"nodes": [')
    wait_notice(window, 'cannot be read')
    window.key('ctrl+s')
    program.find('label', 'Another program changed this file')
    session.write_board('bench.commons', 'Bench', [{**RULE, 'text': 'Review within two days'}, VALUE])
    program.answer('Merge')
    window.wait_state('saved')
    wait_notice(window, 'cannot be read', shown=False)
    e2e.check_equal((text_in(path, 'rule'), text_in(path, 'value')),
                    ('Review within two days', 'Welcome to all'), 'both cards')


@e2e.test
def brings_back_a_deleted_file(session):
    path, program, window, camera = open_bench(session)
    before = e2e.read_bytes(path)
    os.remove(path)
    wait_notice(window, 'saving brings it back')
    window.wait_state('not saved')
    window.key('ctrl+s')
    window.wait_state('saved')
    wait_notice(window, 'saving brings it back', shown=False)
    e2e.check_equal(e2e.read_bytes(path), before, 'the file')


def git(folder, *words):
    env = {**os.environ, 'HOME': folder, 'GIT_CONFIG_NOSYSTEM': '1', 'LC_ALL': 'C.UTF-8'}
    return subprocess.run(['git', '-c', 'user.name=A', '-c', 'user.email=a@example.org', *words], cwd=folder, env=env,
                          capture_output=True, text=True, check=False)


@e2e.test
def decides_what_git_could_not(session):
    """Two branches changed one card, and one of them deleted another."""
    if shutil.which('git') is None:
        raise e2e.Skip('there is no git')
    path = session.write_board('bench.commons', 'Bench', [RULE, VALUE])
    session.write('.gitattributes', '*.commons merge=commons diff=commons\n')
    git(session.folder, 'init', '-q', '-b', 'main')
    git(session.folder, 'config', 'merge.commons.driver', f'"{os.environ["COMMONS_BOARD"]}" merge -o %A %O %A %B')
    git(session.folder, 'add', '.')
    git(session.folder, 'commit', '-qm', 'A board')
    git(session.folder, 'checkout', '-qb', 'other')
    change_elsewhere(path, lambda nodes: (rename('rule', 'Theirs')(nodes), rename('value', 'Changed there')(nodes)))
    git(session.folder, 'commit', '-qam', 'Theirs')
    git(session.folder, 'checkout', '-q', 'main')
    board = e2e.read_board(path)
    board['nodes'] = [{**copy.deepcopy(RULE), 'text': 'Ours'}]
    session.write('bench.commons', json.dumps(board))
    git(session.folder, 'commit', '-qam', 'Ours')
    e2e.check_equal(git(session.folder, 'merge', 'other').returncode, 1, 'exit status of git merge')

    program, window = session.open(path)
    wait_notice(window, '^2 things to decide')
    e2e.check_equal(window.state, 'saved', 'state')
    dialog = open_dialog(program, window)
    dialog.find('label', 'We deleted it.')
    choose(dialog, 'Take Theirs')
    wait_notice(window, '^1 thing to decide')
    # The next one has the keyboard.
    e2e.wait_for(lambda: dialog.focused() == ['Keep Ours'], 'the next choice to have the keyboard')
    dialog.key('Return')
    wait_notice(window, 'to decide', shown=False)
    close(program, dialog)
    window.save(path)
    saved = e2e.read_board(path)
    e2e.check_equal([node['text'] for node in saved['nodes']], ['Theirs'], 'cards')
    e2e.check('conflicts' not in saved['nodes'][0]['commons'], 'a conflict is still written')


if __name__ == '__main__':
    sys.exit(e2e.main())

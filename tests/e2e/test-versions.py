#!/usr/bin/python3
"""Versions of a board that are kept, named and restored; deleted cards that
come back after the program ended.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sys

import e2e

CIRCLE = {'id': 'ring', 'type': 'group', 'x': -60, 'y': -60, 'width': 480, 'height': 480,
          'label': 'Surveyors', 'commons': {'kind': 'circle'}}
CARD = {'id': 'a', 'type': 'text', 'x': 60, 'y': 60, 'width': 204, 'height': 62,
        'text': 'Two signatures', 'commons': {'kind': 'rule'}}
OTHER = {'id': 'b', 'type': 'text', 'x': 60, 'y': 180, 'width': 204, 'height': 62,
         'text': 'Welcome\nEveryone is.', 'odd': [1, None], 'commons': {'kind': 'value'}}
THIRD = {'id': 'c', 'type': 'text', 'x': 600, 'y': 60, 'width': 204, 'height': 62,
         'text': 'Answer', 'commons': {'kind': 'contribution'}}
LINKS = [{'id': 'ab', 'fromNode': 'a', 'toNode': 'b'}, {'id': 'bc', 'fromNode': 'b', 'toNode': 'c'}]


def open_bench(session):
    path = session.write_board('bench.commons', 'Bench', [CIRCLE, CARD, OTHER, THIRD], LINKS)
    return path, *session.open(path)


def select(window, path, card):
    e2e.click(*window.camera(path).centre(card))
    e2e.wait_for(lambda: any(card['text'].split('\n')[0] in name for name in window.focused()),
                 f'“{card["text"]}” to be selected')


def kept(program):
    """Names of the versions that are kept, of one board."""
    folder = os.path.join(program.home, 'data', 'commons-canvas', 'boards')
    found = []
    for _, _, names in os.walk(folder):
        found += [name for name in names if name.endswith('.version')]
    return found


def wait_kept(program, count):
    e2e.wait_for(lambda: len(kept(program)) == count, lambda: f'{count} versions to be kept, of {kept(program)}')


def start_again(session, program, path):
    """With the folders the program had before."""
    again = e2e.Program(program.home, path)
    session.programs.append(again)
    window = again.window('Bench')
    e2e.check_in_sight(window, e2e.read_board(path))
    return again, window


def rows(window):
    """What the list of the window says, from top to bottom."""
    return [e2e.name_of(item) for item in e2e.search(window.frame, 'list item') if e2e.is_showing(item)]


@e2e.test
def restored_in_place_and_back(session):
    path, program, window = open_bench(session)
    first = e2e.read_bytes(path)
    wait_kept(program, 1)

    states = []
    for count in (2, 3, 4):
        select(window, path, THIRD if count == 2 else e2e.node_by_id(e2e.read_board(path), 'c'))
        window.key('Right')
        window.wait_state('not saved')
        window.save(path)
        wait_kept(program, count)
        states.append(e2e.read_bytes(path))

    window.key('ctrl+alt+s')
    dialog = program.window('Name This Version')
    dialog.type('before the vote')
    dialog.key('Return')
    program.wait_gone('Name This Version')
    e2e.check_equal(e2e.read_bytes(path), states[-1], 'the file')

    def named():
        window.key('ctrl+alt+h')
        found = program.window('Versions')
        e2e.wait_for(lambda: len(rows(found)) == 4, lambda: f'four versions, of {rows(found)}')
        if 'before the vote' in rows(found)[0]:
            return found
        found.key('Escape')
        program.wait_gone('Versions')
        return None

    versions = e2e.wait_for(named, 'a version with a name')
    versions.key('End')
    versions.find('label', '1 changed')
    restore = versions.find('push button', 'Restore')
    e2e.wait_for(lambda: e2e.has_state(restore, e2e.Atspi.StateType.SENSITIVE), 'the version to be read')
    versions.click(restore)
    program.wait_gone('Versions')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(e2e.read_bytes(path), first, 'the file')

    window.focus()
    window.key('ctrl+z')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(e2e.read_bytes(path), states[-1], 'the file')


@e2e.test
def opened_as_a_copy(session):
    path, program, window = open_bench(session)
    wait_kept(program, 1)
    window.key('ctrl+alt+h')
    versions = program.window('Versions')
    copy = versions.find('push button', 'Open as Copy')
    e2e.wait_for(lambda: e2e.has_state(copy, e2e.Atspi.StateType.SENSITIVE), 'the version to be read')
    versions.click(copy)
    program.wait_gone('Versions')
    e2e.wait_for(lambda: any(title.startswith('Bench – version of ') for title in program.titles()), 'the copy')
    title = next(title for title in program.titles() if title.startswith('Bench – version of '))
    other = program.window(title)
    other.card('Rule: Two signatures')


@e2e.test
def deleted_cards_come_back_after_a_restart(session):
    path, program, window = open_bench(session)
    before = e2e.read_bytes(path)
    select(window, path, OTHER)
    window.key('Delete')
    window.wait_state('not saved')
    window.save(path)
    select(window, path, CARD)
    window.key('Delete')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(len(e2e.read_board(path)['edges']), 0, 'links')
    window.key('ctrl+q')
    program.wait_end()

    again, window = start_again(session, program, path)
    window.key('ctrl+alt+b')
    dialog = again.window('Deleted Cards')
    dialog.press('push button', 'Select All')
    dialog.press('push button', 'Restore 2 Cards')
    again.wait_gone('Deleted Cards')
    window.card('Rule: Two signatures')
    window.card('Value: Welcome')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(e2e.read_bytes(path), before, 'the file')

    # Nothing is left to be put back.
    window.key('ctrl+alt+b')
    dialog = again.window('Deleted Cards')
    dialog.find('label', 'No Deleted Cards')


if __name__ == '__main__':
    sys.exit(e2e.main())

#!/usr/bin/python3
"""What a screen reader is told of the example: roles, names, descriptions.

With --update the golden file is written anew; look at what changed in it.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import difflib
import os
import re
import sys

import e2e

NAME = 'fontaines-ouvertes.en'
UPDATE = '--update' in sys.argv[1:]


# What people meet; the boxes that hold it, and the labels inside of buttons,
# differ between toolkits.
ROLES = {'frame', 'list', 'list item', 'push button', 'toggle button', 'tool bar', 'panel'}

# Parts that are the toolkit's own affair.
TOOLKIT = {'Minimize', 'Maximize', 'Close', 'Réduire', 'Minimiser', 'Agrandir', 'Maximiser', 'Fermer'}


def described(accessible):
    """The description, unless it only repeats the name or the tooltip does."""
    text = accessible.get_description() or ''
    return '' if text == e2e.name_of(accessible) else text


def is_told(accessible):
    role = e2e.role_of(accessible)
    name = e2e.name_of(accessible)
    # Without a name of its own a widget is called by its class.
    if role not in ROLES or not name or name in TOOLKIT or name.startswith(('Gtk', 'Adw')):
        return False
    return role == 'list item' or e2e.is_showing(accessible)


def lines_of(window):
    """One line for each thing, each once, in an order of their words: places
    in the tree change from one toolkit to the next, the zoom with the layout."""
    lines = set()
    for accessible, _ in e2e.walk(window.frame):
        if is_told(accessible):
            role = e2e.role_of(accessible).replace('toggle button', 'push button')
            name = re.sub(r'^(Zoom\W+)\d+', r'\1…', e2e.name_of(accessible))
            lines.add('\t'.join((role, name, described(accessible))).rstrip('\t'))
    return sorted(lines)


def compare(name, found):
    golden = os.path.join(e2e.SOURCE, 'tests', 'e2e', f'{name}.tree')
    if UPDATE:
        with open(golden, 'w', encoding='utf-8') as file:
            file.write('\n'.join(found) + '\n')
    with open(golden, encoding='utf-8') as file:
        expected = file.read().splitlines()
    difference = list(difflib.unified_diff(expected, found, 'expected', 'found', lineterm='', n=0))
    e2e.check(not difference, f'the tree differs from {name}.tree; look, then run this test '
                              'with --update:\n' + '\n'.join(difference))


@e2e.test
def tree_of_the_example(session):
    program, window = session.open(session.copy(e2e.example(f'{NAME}.commons')))
    compare(NAME, e2e.settle(lambda: lines_of(window)))


@e2e.test
def tree_of_the_example_in_french(session):
    e2e.require_language('fr')
    program, window = session.open(session.copy(e2e.example('fontaines-ouvertes.fr.commons')), 'fr')
    compare('fontaines-ouvertes.fr', e2e.settle(lambda: lines_of(window)))


PANES = (
    ('sheets', 'F9', re.compile('^(Guiding Sheets|Fiches guides)$')),
    ('inspector', 'shift+F9', re.compile('^(Inspector|Inspecteur)$')),
)


def find_pane(window, name):
    return next((found for found in e2e.search(window.frame, None, name)
                 if e2e.is_showing(found) and e2e.role_of(found) not in ('push button', 'toggle button')), None)


def pane_lines(pane):
    """What can be pressed in a pane, and what stands in its lists; without the
    descriptions, which toolkits make of tooltips in their own way, and without
    groups, which they call by several roles."""
    lines = set()
    for accessible, _ in e2e.walk(pane):
        if is_told(accessible) and e2e.role_of(accessible) != 'panel':
            role = e2e.role_of(accessible).replace('toggle button', 'push button')
            lines.add(f'{role}\t{e2e.name_of(accessible)}')
    return sorted(lines)


def check_panes(session, language):
    e2e.require_language(language)
    program, window = session.open(session.copy(e2e.example(f'fontaines-ouvertes.{language}.commons')), language)
    window.key('Home')
    for name, key, title in PANES:
        window.key(key)
        pane = e2e.wait_for(lambda: find_pane(window, title), f'the {name}')
        compare(f'{name}.{language}', e2e.settle(lambda: pane_lines(pane)))
        window.key(key)


@e2e.test
def trees_of_the_panes(session):
    check_panes(session, 'en')


@e2e.test
def trees_of_the_panes_in_french(session):
    check_panes(session, 'fr')


@e2e.test
def everything_can_be_heard(session):
    """Each card of the file has one item with its title and a description, each
    button a name."""
    path = session.copy(e2e.example(f'{NAME}.commons'))
    program, window = session.open(path)
    board = e2e.read_board(path)
    names = [e2e.name_of(card) for card in window.cards()]

    for node in board['nodes']:
        title = e2e.title_of(node)
        heard = [name for name in names if name.endswith(f': {title}')]
        e2e.check(heard, f'“{title}” is not heard')
    for accessible, _ in e2e.walk(window.frame):
        if e2e.role_of(accessible) in ('push button', 'toggle button') and e2e.is_showing(accessible):
            name = e2e.name_of(accessible)
            e2e.check(name and not name.startswith('Gtk'), f'a button is called “{name}”')


@e2e.test
def selection_is_told(session):
    path = session.copy(e2e.example(f'{NAME}.commons'))
    program, window = session.open(path)
    card = window.card('Value: Independence')
    other = window.card('Value: Free access')
    camera = window.camera(path)
    board = e2e.read_board(path)

    e2e.click(*camera.centre(e2e.node_by_title(board, 'Independence')))
    e2e.wait_for(lambda: e2e.has_state(card, e2e.Atspi.StateType.SELECTED), 'the card to be selected')
    e2e.wait_for(lambda: e2e.has_state(card, e2e.Atspi.StateType.FOCUSED), 'the card to have the keyboard')
    e2e.check(not e2e.has_state(other, e2e.Atspi.StateType.SELECTED), 'another card is selected too')

    e2e.click(*camera.centre(e2e.node_by_title(board, 'Free access')), modifiers=['shift'])
    e2e.wait_for(lambda: e2e.has_state(other, e2e.Atspi.StateType.SELECTED), 'the second card to be selected')
    e2e.check(e2e.has_state(card, e2e.Atspi.StateType.SELECTED), 'the first card is not selected any more')


if __name__ == '__main__':
    sys.argv = [argument for argument in sys.argv if argument != '--update']
    sys.exit(e2e.main())

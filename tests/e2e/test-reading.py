#!/usr/bin/python3
"""The example board as a screen reader reads it out: from card to card with the
keyboard, in both languages.

With --update the files of what is read are written anew; look at what changed
in them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import difflib
import os
import sys

import e2e

UPDATE = '--update' in sys.argv[1:]
ROLE_WORDS = {'list item': {'en': 'list item', 'fr': 'élément de liste'}}


def read_aloud(card, language):
    """What is said of what has the keyboard, in the order screen readers say it
    in: name, role, state, description."""
    role = e2e.role_of(card)
    parts = [e2e.name_of(card), ROLE_WORDS.get(role, {}).get(language, role)]
    if e2e.has_state(card, e2e.Atspi.StateType.SELECTED):
        parts.append({'en': 'selected', 'fr': 'sélectionné'}[language])
    parts.append(card.get_description() or '')
    return ' | '.join(part for part in parts if part)


def focused_card(window):
    return next((card for card in window.cards() if e2e.has_state(card, e2e.Atspi.StateType.FOCUSED)), None)


def read_board(session, language):
    path = session.copy(e2e.example(f'fontaines-ouvertes.{language}.commons'))
    program = session.start(path, more_env={'LANGUAGE': language, 'LC_ALL': 'C.UTF-8'})
    board = e2e.read_board(path)
    window = program.window(board['commons']['title'])
    e2e.wait_for(lambda: len(search_cards(window)) == len(board['nodes']), 'the cards')

    lines = []
    window.key('Home')
    for _ in board['nodes']:
        card = e2e.wait_for(lambda: focused_card(window), 'a card to have the keyboard')
        # Its place is told shortly after it has the keyboard.
        e2e.settle(lambda: card.get_description())
        lines.append(read_aloud(card, language))
        before = e2e.name_of(card)
        window.key('Tab')
        if len(lines) < len(board['nodes']):
            e2e.wait_for(lambda: (found := focused_card(window)) is not None and e2e.name_of(found) != before,
                         f'Tab to go on from “{before}”')
    return lines


def search_cards(window):
    lists = [found for found in e2e.search(window.frame, 'list') if e2e.name_of(found) == window.title]
    if lists:
        window.known['cards'] = lists[0]
    return window.cards() if lists else []


def compare(lines, language):
    golden = os.path.join(e2e.SOURCE, 'tests', 'e2e', f'fontaines-ouvertes.{language}.reading')
    if UPDATE:
        with open(golden, 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines) + '\n')
    with open(golden, encoding='utf-8') as file:
        expected = file.read().splitlines()
    difference = list(difflib.unified_diff(expected, lines, 'expected', 'read', lineterm='', n=0))
    e2e.check(not difference, 'something else is read; look, then run this test with --update:\n' +
              '\n'.join(difference))


@e2e.test
def the_example_in_english(session):
    compare(read_board(session, 'en'), 'en')


@e2e.test
def the_example_in_french(session):
    compare(read_board(session, 'fr'), 'fr')


if __name__ == '__main__':
    sys.argv = [argument for argument in sys.argv if argument != '--update']
    sys.exit(e2e.main())

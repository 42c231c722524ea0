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


PLACE = e2e.re.compile(r'\d+ (of|sur) \d+$')


def wait_focused(window, index):
    """The card read as that one: cards stand in the tree as they are read."""
    def look():
        card = window.list().get_child_at_index(index)
        focused = card is not None and e2e.has_state(card, e2e.Atspi.StateType.FOCUSED)
        return card if focused and PLACE.search(card.get_description() or '') else None

    return e2e.wait_for(look, lambda: f'card {index + 1} to have the keyboard; '
                                      f'{[e2e.name_of(card) for card in window.cards()][index:index + 1]}')


def read_board(session, language):
    e2e.require_language(language)
    path = session.copy(e2e.example(f'fontaines-ouvertes.{language}.commons'))
    program, window = session.open(path, language)
    lines = []

    window.key('Home')
    for index in range(len(window.cards())):
        lines.append(read_aloud(wait_focused(window, index), language))
        window.key('Tab')
    return lines


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

#!/usr/bin/python3
"""A person looks for a card, dims the others, gets lost and comes back, and
finds the board the next day where it was left.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sys

import e2e

EXAMPLE = e2e.example('fontaines-ouvertes.fr.commons')
COUNT = re.compile(r'^\d+ of \d+$')
LEFT_OUT = 'left out by the filter'


def wait_count(window, words):
    def look():
        label = window.query('label', COUNT)
        return label is not None and name_of(label) == words

    e2e.wait_for(look, f'“{words}”')


def name_of(accessible):
    return accessible.get_name()


def press_chip(window, words):
    """With the keyboard: popovers do not tell their place."""
    window.tab_to(window.find(None, re.compile(words)))
    window.key('space')


def is_left_out(window, name):
    return LEFT_OUT in window.card(name).get_description()


@e2e.test
def find_without_accents(session):
    path = session.copy(EXAMPLE)
    original = e2e.read_bytes(path)
    program, window = session.open(path)

    window.key('ctrl+f')
    entry = window.find(None, 'Find on the board')
    e2e.wait_for(lambda: window.query('push button', 'Next Match'), 'the bar')
    window.type('INDEPENDANCE')
    wait_count(window, '1 of 1')

    # Several, one after the other and round.
    window.key('ctrl+a')
    window.type('releve ')
    label = window.find('label', re.compile(r'^1 of \d+$'))
    total = int(name_of(label).split()[-1])
    e2e.check(total > 3, f'only {total} match')
    window.key('Return')
    wait_count(window, f'2 of {total}')
    window.key('F3')
    wait_count(window, f'3 of {total}')
    window.key('shift+Return')
    wait_count(window, f'2 of {total}')
    window.key('shift+F3')
    wait_count(window, f'1 of {total}')
    window.key('ctrl+shift+g')
    wait_count(window, f'{total} of {total}')
    window.key('ctrl+g')
    wait_count(window, f'1 of {total}')

    window.key('ctrl+a')
    window.type('zz!@')
    window.find('label', 'No match')
    e2e.check_equal(e2e.text_of(entry), 'zz!@', 'what is written')

    window.key('ctrl+a')
    window.type('indep')
    wait_count(window, '1 of 1')
    window.key('Escape')
    card = window.card('Valeur: Indépendance')
    e2e.wait_for(lambda: e2e.has_state(card, e2e.Atspi.StateType.FOCUSED), 'the card to take the keyboard')
    e2e.wait_for(lambda: e2e.has_state(card, e2e.Atspi.StateType.SELECTED), 'the card to be selected')
    e2e.wait_for(lambda: window.query('push button', 'Next Match') is None, 'the bar to close')
    e2e.check_equal(window.state, 'saved', 'state')
    e2e.check(e2e.read_bytes(path) == original, 'looking changed the file')


@e2e.test
def filter_dims_the_rest(session):
    path = session.copy(EXAMPLE)
    program, window = session.open(path)
    kept = 'Ressource: Guide de relevé'
    other = 'Communauté: Releveur·euses bénévoles'

    window.key('ctrl+shift+f')
    press_chip(window, r'^Ressource, 6 cards')
    e2e.wait_for(lambda: is_left_out(window, other), 'the community to be left out')
    e2e.check(not is_left_out(window, kept), 'the resource is left out')
    window.find('label', re.compile(r'^6 of \d+ cards shown$'))

    # Another kind beside it.
    press_chip(window, r'^Communauté, 6 cards')
    e2e.wait_for(lambda: not is_left_out(window, other), 'the community to be back')
    window.key('Escape')
    e2e.wait_for(lambda: window.query(None, re.compile(r'^Ressource, ')) is None, 'the chips to close')

    # The bar goes, the filter stays and says so, until somebody is done with it.
    window.key('Escape')
    e2e.wait_for(lambda: window.query('push button', 'Next Match') is None, 'the bar to close')
    window.find('label', re.compile(r'^12 of \d+ cards shown$'))
    window.key('Escape')
    e2e.wait_for(lambda: window.query('label', re.compile(r'of \d+ cards shown$')) is None, 'the filter to end')
    action = 'Contribution: Relire un relevé'
    e2e.check(not is_left_out(window, action), 'a card is still left out')
    e2e.check_equal(window.state, 'saved', 'state')


@e2e.test
def back_to_content(session):
    path = session.copy(EXAMPLE)
    program, window = session.open(path)
    zoom = window.zoom()

    window.key('ctrl+0')
    e2e.wait_for(lambda: window.zoom() == 100, '100 %')
    for _ in range(6):
        window.key('Page_Down')
    program.press('push button', 'Back to Content')
    e2e.wait_for(lambda: abs(window.zoom() - zoom) < 3, 'all to be in view')
    e2e.wait_for(lambda: window.query('push button', 'Back to Content') is None, 'the button to go')


@e2e.test
def view_is_remembered(session):
    path = session.copy(EXAMPLE)
    original = e2e.read_bytes(path)
    state = {'XDG_STATE_HOME': session.path('state')}
    title = e2e.read_board(path)['commons']['title']

    program = session.start(path, more_env=state)
    window = program.window(title)
    e2e.check_in_sight(window, e2e.read_board(path))
    window.key('ctrl+f')
    window.find(None, 'Find on the board')
    window.type('independance')
    wait_count(window, '1 of 1')
    window.key('Escape')
    window.key('ctrl+2')
    zoom = e2e.settle(window.zoom)
    e2e.check(zoom > 100, f'the selection is shown at {zoom} %')
    card = window.card('Valeur: Indépendance')
    place = e2e.settle(lambda: window.rect(card))
    window.key('ctrl+q')
    program.wait_end()

    program = session.start(path, more_env=state)
    window = program.window(title)
    e2e.wait_for(lambda: window.zoom() == zoom, f'{zoom} % again')
    e2e.wait_for(lambda: window.rect(window.card('Valeur: Indépendance')) == place, 'the card where it was')
    e2e.check_equal(window.state, 'saved', 'state')
    e2e.check(e2e.read_bytes(path) == original, 'the file keeps the view')


if __name__ == '__main__':
    sys.exit(e2e.main())

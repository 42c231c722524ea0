#!/usr/bin/python3
"""The start page: from a template to a board, boards to go on with, and
templates of people.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

import e2e
from e2e import check, check_equal, wait_for

e2e.SHEETS = True


def start_page(session, *arguments, more_env=None):
    program = session.start(*arguments, more_env=more_env)
    window = program.window('Commons Canvas')
    window.find('push button', 'Governance canvas')
    return program, window


def folders(session):
    """Data and cache that several starts share."""
    return {'XDG_DATA_HOME': session.path('data'), 'XDG_CACHE_HOME': session.path('cache')}


def choose_french(dialog):
    """Français comes after English."""
    dialog.key('Tab')
    dialog.key('space')
    e2e.wait_for(lambda: dialog.query(None, 'Français') is not None, 'the list of languages')
    dialog.key('Down')
    dialog.key('Return')


@e2e.test
def a_board_of_a_template_by_keyboard(session):
    program, window = start_page(session)
    first = window.find('push button', 'Governance canvas')
    wait_for(lambda: 'Governance canvas' in window.focused(), lambda: f'the first template to have the keyboard, not {window.focused()}')

    # Arrows go from one template to the next.
    window.key('Right')
    wait_for(lambda: 'Economic canvas' in window.focused(), lambda: f'the second template, not {window.focused()}')
    window.key('Left')
    wait_for(lambda: 'Governance canvas' in window.focused(), lambda: f'the first template, not {window.focused()}')
    check(e2e.name_of(first) == 'Governance canvas', 'the template has a name')

    window.key('Return')
    dialog = program.window('New Board')
    dialog.find('push button', 'Create')
    dialog.type('Fontaines ouvertes')
    wait_for(lambda: any(e2e.text_of(entry) == 'Fontaines ouvertes' for entry in e2e.search(dialog.frame, 'text')),
             'the name to be written')
    choose_french(dialog)
    dialog.key('alt+r')
    board = program.window('Fontaines ouvertes')
    board.wait_state('new')
    check_equal(program.titles(), ['Fontaines ouvertes'], 'windows: the start page made room for the board')
    board.find(None, re.compile('Usage public'))

    path = session.path('fountains.commons')
    board.key('ctrl+s')
    program.choose_file('Save the Board', path)
    board.wait_state('saved')
    saved = e2e.read_board(path)
    check_equal(saved['commons']['language'], 'fr', 'language')
    check_equal(e2e.node_by_id(saved, 'project')['text'].split('\n')[0], 'Fontaines ouvertes', 'the commons')


@e2e.test
def a_session_that_is_prepared(session):
    program, window = start_page(session)
    window.require_tried_toolkit()
    window.tab_to(window.find('push button', re.compile('Prepare')))
    window.key('Return')
    dialog = program.window('Prepare a Session')
    fields = ['Wells', 'Who looks after the pumps', '2026-12-01', 'Lou, Idriss']
    dialog.find('push button', 'Create')
    for field in fields:
        dialog.key('ctrl+a')
        dialog.type(field)
        dialog.key('Tab')
        if field == fields[2]:
            dialog.key('Tab')   # past the calendar
    dialog.key('alt+r')
    board = program.window('Wells')
    path = session.path('wells.commons')
    board.key('ctrl+s')
    program.choose_file('Save the Board', path)
    board.wait_state('saved')
    check_equal(e2e.read_board(path)['commons']['session'],
                {'purpose': fields[1], 'date': fields[2], 'participants': ['Lou', 'Idriss']}, 'the session')


@e2e.test
def a_board_opened_lately(session):
    path = session.write_board('wells.commons', 'Wells', [
        {'id': 'a', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62, 'text': 'Pump',
         'commons': {'kind': 'resource'}}])
    program = session.start(path, more_env=folders(session))
    window = program.window('Wells')
    window.wait_state('saved')
    window.key('ctrl+q')
    program.wait_end()

    program, window = start_page(session, more_env=folders(session))
    row = window.find(None, 'Wells')
    check(row is not None, 'the board is listed by its title')
    cache = os.path.join(session.path('cache'), 'commons-canvas', 'glances')
    wait_for(lambda: os.path.isdir(cache) and os.listdir(cache), 'a picture of the board to be kept')

    # Found, and opened in place of the start page.
    window.key('ctrl+f')
    window.type('well')
    wait_for(lambda: window.query('push button', 'Governance canvas') is None, 'the templates to go')
    window.key('Down')
    window.key('Return')
    board = program.window('Wells')
    wait_for(lambda: len(board.cards()) == 1, 'the card')
    check_equal(program.titles(), ['Wells'], 'windows')


@e2e.test
def a_template_of_ones_own(session):
    folder = os.path.join(session.path('data'), 'commons-canvas', 'templates')
    os.makedirs(folder)
    program, window = start_page(session, more_env=folders(session))
    with open(os.path.join(folder, 'walk.commons'), 'w', encoding='utf-8') as file:
        file.write('{"commons":{"format":1,"title":"Walk round","description":"Outside"},"nodes":[],"edges":[]}')
    window.find('push button', 'Walk round')

    path = os.path.join(folder, 'walk.commons')

    # Removed, and brought back.
    window.press('push button', 'Remove the template “Walk round”')
    wait_for(lambda: not os.path.exists(path), 'the template to be gone')
    window.press('push button', 'Undo')
    wait_for(lambda: os.path.exists(path), 'the template to be back')
    window.tab_to(window.find('push button', 'Walk round'))
    window.key('Return')
    dialog = program.window('New Board')
    dialog.find('push button', 'Create')
    dialog.key('Return')
    program.window('Walk round').wait_state('new')


@e2e.test
def the_command_line_names_a_template(session):
    program = session.start('--template', 'argument')
    window = program.window('Argument sheet')
    window.wait_state('new')
    program.call_again('--template', 'economic')
    program.window('Economic canvas').wait_state('new')
    program.call_again('--example')
    program.window('Open Fountains')
    program.call_again('--template', 'castle')
    program.window('Commons Canvas').find(None, 'There is no template “castle”')


if __name__ == '__main__':
    sys.exit(e2e.main())

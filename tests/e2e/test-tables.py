#!/usr/bin/python3
"""The boards of two tables brought into one, with the keyboard alone.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import sys

import e2e

TEMPLATE = os.path.join(e2e.SOURCE, 'data', 'templates', 'governance.en.commons')


def card(identifier, kind, x, y, text):
    return {'id': identifier, 'type': 'text', 'x': x, 'y': y, 'width': 204, 'height': 62,
            'text': text, 'commons': {'kind': kind}}


def write_copy(session, name, cards):
    """A copy of the template, as a table filled it."""
    board = e2e.read_board(TEMPLATE)
    return session.write_board(name, 'Governance canvas', board['nodes'] + cards, board['edges'])


def choose_file(program, path):
    chooser = program.window('Boards of the Tables')
    # A path that is typed opens the field for paths.
    chooser.type('/')
    entry = chooser.find('text')
    e2e.wait_for(lambda: e2e.has_state(entry, e2e.Atspi.StateType.FOCUSED), 'a field for the path')
    chooser.write(entry, path)
    chooser.key('Return')


def table_of(node):
    return node['commons'].get('table')


@e2e.test
def two_tables(session):
    """Both are brought in, what they say alike is merged, and one step undoes
    all of it."""
    path = write_copy(session, 'board.commons', [])
    blue = write_copy(session, 'Blue.commons', [card('v', 'value', -820, -300, 'Free access to water'),
                                                card('r', 'rule', -100, 200, 'Two signatures')])
    red = write_copy(session, 'Red.commons', [card('v', 'value', -820, -300, 'Water: free access'),
                                              card('r', 'rule', -100, 200, 'Answer within a week')])
    program, window = session.open(path)
    before = e2e.read_board(path)

    window.key('ctrl+shift+t')
    choose_file(program, blue)
    dialog = program.window('Merge Tables')
    dialog.find('label', 'Merge Tables')
    dialog.key('alt+m')
    choose_file(program, red)
    e2e.wait_for(lambda: len(e2e.search(dialog.frame, None, 'Name of the table')) == 2, 'two tables')

    dialog.key('alt+n')
    dialog.find('label', 'Cards That Look Alike')
    dialog.find(None, 'Merge Into One')
    dialog.key('m')
    text = dialog.find('text', 'Words of the card')
    e2e.wait_for(lambda: e2e.has_state(text, e2e.Atspi.StateType.FOCUSED), 'the words of the card')
    e2e.check_equal(e2e.text_of(text), 'Free access to water\nWater: free access', 'the words proposed')
    dialog.key('ctrl+Return')
    dialog.key('alt+i')
    window.wait_state('not saved')
    window.save(path)

    board = e2e.read_board(path)
    titles = {e2e.title_of(node): node for node in board['nodes']}
    e2e.check_equal([table['name'] for table in board['commons']['tables']], ['Blue', 'Red'], 'tables')
    e2e.check_equal(len(board['nodes']), len(before['nodes']) + 5, 'nodes')
    e2e.check_equal(table_of(titles['Two signatures']), 'Blue', 'table of a rule')
    e2e.check_equal(table_of(titles['Answer within a week']), 'Red', 'table of a rule')
    e2e.check_equal(titles['Water: free access']['commons']['status'], 'dropped', 'status of what was merged')
    merged = [node for node in board['nodes'] if node['commons'].get('tables')]
    e2e.check_equal([node['text'] for node in merged], ['Free access to water\nWater: free access'], 'the merged card')
    derived = [edge for edge in board['edges'] if edge['commons'].get('link') == 'derives_from']
    e2e.check_equal({edge['fromNode'] for edge in derived}, {merged[0]['id']}, 'what was merged into')
    e2e.check_equal(len(derived), 2, 'links to what was merged')

    window.card('Rule: Answer within a week')
    window.key('ctrl+z')
    window.wait_state('not saved')
    window.save(path)
    undone = e2e.read_board(path)
    e2e.check_equal(undone['nodes'], before['nodes'], 'the cards after Ctrl+Z')
    e2e.check('tables' not in undone['commons'], 'the tables after Ctrl+Z')


if __name__ == '__main__':
    sys.exit(e2e.main())

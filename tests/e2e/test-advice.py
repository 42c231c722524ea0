#!/usr/bin/python3
"""What the catalogue advises, chosen with the keyboard alone: a structure of
circles, risks, a legal structure, the stage and its actions.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import e2e
from e2e import Atspi

e2e.SHEETS = True

NODES = [
    {'id': 'rule', 'type': 'text', 'x': 0, 'y': 0, 'width': 204, 'height': 62, 'text': 'Answer within a week',
     'commons': {'kind': 'rule'}},
    {'id': 'value', 'type': 'text', 'x': 0, 'y': 120, 'width': 204, 'height': 62, 'text': 'Welcome',
     'commons': {'kind': 'value'}},
]
ADVICE = ['Structures of Circles…', 'Ready Risks…', 'Compare Legal Structures…', 'Stage of the Commons…']


def open_bench(session):
    e2e.move_to(0, 0)
    path = session.write_board('bench.commons', 'Bench', NODES, [])
    program, window = session.open(path)
    return path, program, window


def go_to(window, name, key):
    """To an item of the open menu, which is looked for once: walking through all
    of them at each step takes long."""
    item = e2e.wait_for(lambda: next((item for item in window.menu_items() if e2e.name_of(item) == name), None),
                        f'“{name}” in the menu')
    for _ in range(40):
        if e2e.has_state(item, Atspi.StateType.FOCUSED):
            e2e.xdotool('key', 'Return')
            return
        e2e.xdotool('key', key)
        e2e.settle(lambda: e2e.has_state(item, Atspi.StateType.FOCUSED))
    raise e2e.Failure(f'the keyboard does not reach “{name}”')


def open_advice(program, window, index, title):
    """F10, up to the submenu from the end of the menu, down to the item."""
    window.require_tried_toolkit()
    window.key('F10')
    go_to(window, 'Advice for Commons', 'Up')
    go_to(window, ADVICE[index], 'Down')
    dialog = program.window(title)
    dialog.focus()
    return dialog


def save(window, path):
    window.wait_state('not saved')
    window.save(path)
    return e2e.read_board(path)


def of_kind(board, kind):
    return [node for node in board['nodes'] if node['commons'].get('kind') == kind]


def fields(node):
    return node['commons'].get('fields', {})


def is_on(accessible):
    return e2e.has_state(accessible, Atspi.StateType.CHECKED)


def wait_focus(accessible):
    e2e.wait_for(lambda: e2e.has_state(accessible, Atspi.StateType.FOCUSED),
                 lambda: f'“{e2e.name_of(accessible)}” to have the keyboard')


def reach(dialog, accessible, key='Tab'):
    """Looks at that one thing after each key: walking through all of the window
    takes long."""
    for _ in range(40):
        if e2e.has_state(accessible, Atspi.StateType.FOCUSED):
            return
        dialog.key(key)
        e2e.settle(lambda: e2e.has_state(accessible, Atspi.StateType.FOCUSED))
    raise e2e.Failure(f'{key} does not reach “{e2e.name_of(accessible)}”')


@e2e.test
def lay_out_circles(session):
    path, program, window = open_bench(session)
    dialog = open_advice(program, window, 0, 'Structures of Circles')
    wait_focus(dialog.find(None, 'Onion'))
    dialog.key('Right')
    wait_focus(dialog.find(None, 'Assembly, board and groups'))
    dialog.key('Return')
    program.wait_gone('Structures of Circles')
    window.find('label', '“Assembly, board and groups”: 5 circles laid out')

    board = save(window, path)
    circles = of_kind(board, 'circle')
    e2e.check_equal(len(circles), 5, 'circles')
    e2e.check(any(edge['commons']['link'] == 'leads_to' for edge in board['edges']), 'the way in is not linked')

    window.key('ctrl+z')
    e2e.check_equal(of_kind(save(window, path), 'circle'), [], 'circles after undo')


@e2e.test
def add_two_risks(session):
    path, program, window = open_bench(session)
    dialog = open_advice(program, window, 1, 'Risks')
    rows = [dialog.find('check box', name) for name in ('Enclosure by one actor', 'All but one actor leave')]
    wait_focus(rows[0])
    dialog.key('space')
    e2e.wait_for(lambda: is_on(rows[0]), 'the first risk to be ticked')
    dialog.key('Down')
    wait_focus(rows[1])
    dialog.key('space')
    e2e.wait_for(lambda: is_on(rows[1]), 'the second risk to be ticked')
    dialog.find('push button', 'Add 2 Risks')
    dialog.key('Return')
    program.wait_gone('Risks')
    window.find('label', '2 risks added')

    risks = of_kind(save(window, path), 'risk')
    e2e.check_equal(sorted(e2e.title_of(risk) for risk in risks),
                    ['All but one actor leave', 'Enclosure by one actor'], 'risks')
    e2e.check(all(fields(risk).get('early_sign') for risk in risks), 'no early sign')

    # They are known the next time.
    dialog = open_advice(program, window, 1, 'Risks')
    e2e.wait_for(lambda: 'Already on the board' in
                 dialog.find('check box', 'Enclosure by one actor').get_description(), 'the risk to be marked')
    dialog.key('Escape')
    program.wait_gone('Risks')
    window.key('ctrl+z')
    e2e.check_equal(of_kind(save(window, path), 'risk'), [], 'risks after undo')


@e2e.test
def compare_and_use_a_legal_structure(session):
    path, program, window = open_bench(session)
    dialog = open_advice(program, window, 2, 'Legal Structures')
    e2e.check_equal(len([button for button in e2e.search(dialog.frame, 'push button', e2e.re.compile('^Use “'))]), 3,
                    'structures that are compared')
    dialog.find('status bar', e2e.re.compile('not legal advice'))

    # An answer, with Space: it excludes what cannot employ.
    employees = dialog.find(None, e2e.re.compile('employ people.* Yes$'))
    reach(dialog, employees)
    dialog.key('space')
    dialog.find('label', 'Does not fit, because…')

    # Down the list to one more; then its button.
    row = dialog.find('check box', e2e.re.compile(r'\(SCIC\)'))
    e2e.check(not is_on(row), 'it is compared already')
    reach(dialog, dialog.find('check box', 'Carried by one organisation'))
    reach(dialog, row, 'Down')
    dialog.key('Return')
    e2e.wait_for(lambda: is_on(row), 'it to be ticked')
    use = dialog.find('push button', e2e.re.compile(r'^Use “.*\(SCIC\)'))
    reach(dialog, use)
    dialog.key('Return')
    program.wait_gone('Legal Structures')

    cards = of_kind(save(window, path), 'legal')
    e2e.check_equal([(fields(card).get('form'), fields(card).get('state')) for card in cards], [('scic', 'planned')],
                    'legal structures')


@e2e.test
def say_the_stage_and_add_an_action(session):
    path, program, window = open_bench(session)
    dialog = open_advice(program, window, 3, 'Stage of the Commons')
    wait_focus(dialog.find(None, 'Prefiguration'))
    launch = dialog.find(None, 'Launch')
    dialog.key('Right')
    wait_focus(launch)
    dialog.key('space')
    dialog.find('label', 'What it looks like')
    dialog.key('alt+w')
    dialog.find('status bar', 'The commons is at this stage.')

    # One action, and the window goes on being there.
    add = dialog.find('push button', e2e.re.compile('^Add “'))
    title = e2e.name_of(add)[len('Add “'):-1]
    reach(dialog, add)
    dialog.key('Return')
    dialog.find('push button', f'“{title}” is on the board')
    dialog.key('Escape')
    program.wait_gone('Stage of the Commons')

    board = save(window, path)
    e2e.check_equal([fields(card).get('stage') for card in of_kind(board, 'project')], ['launch'], 'stages')
    e2e.check_equal([e2e.title_of(card) for card in of_kind(board, 'action')], [title], 'actions')

    # A step each: the action, then the stage with its card.
    window.key('ctrl+z')
    window.key('ctrl+z')
    e2e.check_equal(save(window, path)['nodes'], NODES, 'cards after undo')


if __name__ == '__main__':
    sys.exit(e2e.main())

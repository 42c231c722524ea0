#!/usr/bin/python3
"""Somebody opens the inspector with the keyboard and completes a rule: its
type, when it is to be reviewed, and who sees to it; then takes it all back.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import e2e

CIRCLE = {'id': 'circle', 'type': 'group', 'x': 0, 'y': 0, 'width': 480, 'height': 480, 'label': 'Reviewers',
          'commons': {'kind': 'circle', 'fields': {'ring': 1}}}
RULE = {'id': 'rule', 'type': 'text', 'x': 600, 'y': 252, 'width': 204, 'height': 62,
        'text': 'Review within a week', 'color': '6', 'commons': {'kind': 'rule', 'fields': {'weather': 'kept'}}}
NODES = [CIRCLE, RULE]

e2e.SHEETS = True


def open_inspector(session):
    path = session.write_board('bench.commons', 'Bench', NODES)
    program, window = session.open(path)
    card = window.card('Rule: Review within a week')
    camera = window.camera(path)
    e2e.click(*camera.centre(RULE))
    e2e.wait_for(lambda: e2e.has_state(card, e2e.Atspi.StateType.SELECTED), 'the rule to be selected')
    window.key('alt+Return')
    e2e.wait_for(lambda: any('Title' in name for name in window.focused()), 'the title to have the keyboard')
    return path, program, window


def tab_to(window, role, name, limit=80):
    """Goes on with Tab until that has the keyboard."""
    target = window.find(role, name)

    def has_focus():
        return any(e2e.has_state(one, e2e.Atspi.StateType.FOCUSED) for one, _ in e2e.walk(target))

    for _ in range(limit):
        if has_focus():
            return
        window.key('Tab')
    e2e.wait_for(has_focus, f'Tab to lead to {name}')


def rule_of(path):
    return e2e.node_by_id(e2e.read_board(path), 'rule')


@e2e.test
def complete_a_rule(session):
    path, program, window = open_inspector(session)
    tab_to(window, None, e2e.re.compile('^Type, '))
    window.key('Return')
    window.find('label', 'Sanction')
    window.type('sanct')
    window.key('Return')
    window.wait_state('not saved')
    tab_to(window, 'text', 'To review on')
    window.type('6 mars 2027')
    window.key('Return')
    window.save(path)

    fields = rule_of(path)['commons']['fields']
    e2e.check_equal(fields, {'weather': 'kept', 'rule_type': 'sanction', 'review_on': '2027-03-06'}, 'fields')

    # Enforced by the circle, found in the picker.
    tab_to(window, 'push button', 'Enforced by: add a card')
    window.key('Return')
    program.window('enforced by')
    window.type('revie')
    window.key('Return')
    program.wait_gone('enforced by')
    window.save(path)
    e2e.check_equal([(edge['fromNode'], edge['commons']['link'], edge['toNode'])
                     for edge in e2e.read_board(path)['edges']], [('rule', 'enforced_by', 'circle')], 'links')

    # The board undoes what was done in the panel, step by step.
    window.key('alt+Return')
    for _ in range(3):
        window.key('ctrl+z')
    window.save(path)
    e2e.check_equal(e2e.read_board(path)['nodes'], NODES, 'cards after undo')
    e2e.check_equal(e2e.read_board(path)['edges'], [], 'links after undo')


if __name__ == '__main__':
    sys.exit(e2e.main())

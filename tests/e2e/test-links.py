#!/usr/bin/python3
"""Links and gates, with a real pointer and real keys.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import e2e

LABEL = 'Title and text of the card'

CIRCLE = {'id': 'circle', 'type': 'group', 'x': 0, 'y': 0, 'width': 360, 'height': 360, 'label': 'Reviewers',
          'commons': {'kind': 'circle', 'fields': {'ring': 1}}}
INSIDE = {'id': 'inside', 'type': 'text', 'x': 84, 'y': 156, 'width': 192, 'height': 60,
          'text': 'Review a survey', 'color': '4', 'commons': {'kind': 'contribution'}}
RULE = {'id': 'rule', 'type': 'text', 'x': 480, 'y': 36, 'width': 204, 'height': 62,
        'text': 'Review within a week', 'color': '6', 'commons': {'kind': 'rule', 'status': 'agreed'}}
VALUE = {'id': 'value', 'type': 'text', 'x': 480, 'y': 300, 'width': 204, 'height': 62,
         'text': 'Welcome', 'color': '2', 'commons': {'kind': 'value'}}
ROLE = {'id': 'role', 'type': 'text', 'x': 860, 'y': 36, 'width': 204, 'height': 62,
        'text': 'Mediator', 'color': '5', 'commons': {'kind': 'role'}}
NODES = [CIRCLE, INSIDE, RULE, VALUE, ROLE]
EDGES = [
    {'id': 'embodies', 'fromNode': 'rule', 'toNode': 'value', 'commons': {'link': 'embodies'}},
    {'id': 'enforced', 'fromNode': 'rule', 'toNode': 'role', 'commons': {'link': 'enforced_by'}},
]


def open_bench(session, edges=()):
    path = session.write_board('links.commons', 'Bench', NODES, list(edges))
    program, window = session.open(path)
    return path, window, window.camera(path)


def read_links(path):
    return {edge['id']: edge for edge in e2e.read_board(path)['edges']}


@e2e.test
def walk_rename_and_delete_with_keys(session):
    """L goes from link to link, Enter writes its label, Delete removes it."""
    path, window, camera = open_bench(session, EDGES)
    e2e.click(*camera.centre(RULE))
    window.key('l')
    window.key('l')
    window.key('Return')
    editor = window.find(None, LABEL)
    e2e.wait_for(lambda: e2e.has_state(editor, e2e.Atspi.StateType.FOCUSED), 'the field to have the keyboard')
    window.type('watched over')
    window.key('Return')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(read_links(path)['enforced'].get('label'), 'watched over', 'label')
    e2e.check_equal(read_links(path)['embodies'].get('label'), None, 'label of the other link')

    e2e.click(*camera.centre(RULE))
    window.key('l')
    window.key('Delete')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(list(read_links(path)), ['enforced'], 'links left')


@e2e.test
def drop_on_nothing_makes_a_card(session):
    """A link let go over the board asks for a kind, and is one step."""
    path, window, camera = open_bench(session)
    e2e.drag(camera.point_at_dot(RULE, 'bottom'), camera.to_screen(900, 330))
    search = window.find(None, 'Search kinds of cards')
    e2e.wait_for(lambda: e2e.has_state(search, e2e.Atspi.StateType.FOCUSED), 'the search to have the keyboard')
    window.type('role')
    window.key('Return')
    editor = window.find(None, LABEL)
    e2e.wait_for(lambda: e2e.has_state(editor, e2e.Atspi.StateType.FOCUSED), 'the field to have the keyboard')
    window.type('Guardian')
    window.key('Escape')
    window.find('list item', e2e.re.compile('Guardian'))
    window.save(path)
    made = e2e.node_by_title(e2e.read_board(path), 'Guardian')
    e2e.check_equal(made['commons']['kind'], 'role', 'kind')
    edges = [(edge['fromNode'], edge['commons']['link'], edge['toNode']) for edge in read_links(path).values()]
    e2e.check_equal(edges, [('rule', 'enforced_by', made['id'])], 'links')

    window.key('ctrl+z')
    window.wait_state('not saved')
    window.save(path)
    e2e.check_equal(read_links(path), {}, 'links after Undo')
    e2e.check_equal(e2e.read_board(path)['nodes'], NODES, 'cards after Undo')


@e2e.test
def rule_on_a_border_is_a_gate(session):
    """A rule laid on the border of a circle becomes its way in, and slides off it."""
    path, window, camera = open_bench(session)
    e2e.drag(camera.centre(RULE), camera.to_screen(352, 150))
    window.wait_state('not saved')
    window.save(path)
    gate = e2e.node_by_title(e2e.read_board(path), RULE['text'])
    e2e.check_equal(gate['height'], 26, 'height of a gate')
    e2e.check_equal(gate['commons']['fields']['rule_type'], 'boundary', 'type of rule')
    distance = ((gate['x'] + gate['width'] / 2 - 180) ** 2 + (gate['y'] + 13 - 180) ** 2) ** 0.5
    e2e.check(abs(distance - 180) < 3, f'the gate is {distance:.1f} from the centre of a circle of radius 180')
    edges = [(edge['fromNode'], edge['commons']['link'], edge['toNode']) for edge in read_links(path).values()]
    e2e.check_equal(edges, [('rule', 'applies_to', 'circle')], 'links')

    e2e.drag(camera.centre(gate), camera.to_screen(640, 160))
    window.wait_state('not saved')
    window.save(path)
    card = e2e.node_by_title(e2e.read_board(path), RULE['text'])
    e2e.check_equal((card['width'], card['height']), (204, 62), 'size of a card')
    e2e.check_equal(read_links(path), {}, 'links of a rule that left')


if __name__ == '__main__':
    sys.exit(e2e.main())

#!/usr/bin/python3
"""A newcomer answers the guiding sheets, in French and with the keyboard alone,
and the board holds the answers where they belong.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import gettext
import json
import math
import os
import re
import sys

import e2e
from e2e import Atspi, GLib

e2e.SHEETS = True

CATALOGUE = os.path.join(e2e.SOURCE, 'data', 'catalogue')
TEMPLATE = os.path.join(e2e.SOURCE, 'data', 'templates', 'governance.fr.commons')
LOCALE = os.environ.get('COMMONS_LOCALEDIR', '')
SHEETS = json.loads(e2e.read_bytes(os.path.join(CATALOGUE, 'sheets.json')))
TEXTS = json.loads(e2e.read_bytes(os.path.join(CATALOGUE, 'texts', 'fr.json')))
FILED = {name: answer['cards'] for name, answer in e2e.read_board(TEMPLATE)['commons'].get('sheets', {}).items()}
N_ASKED = 5

# How far from a border the middle of a gate may be, in board units.
GATE_REACH = 18

# What is written under the first five questions of each sheet.
ANSWERS = {
    'def1': ['Trouver de l\'eau potable en marchant'],
    'def2': ['Base de points d\'eau', 'Guide de relevé'],
    'def3': ['Serveur de cartes'],
    'def4': ['Randonneuses et randonneurs'],
    'def5': ['Signaler une fontaine à sec'],
    'fon1': ['Relecture'],
    'fon2': ['Valider ou refuser un relevé'],
    'fon3': ['Un compte suffit'],
    'fon4': ['Tout le monde peut télécharger'],
    'fon5': ['Relever un quartier', 'Traduire'],
    'pro1': ['On contribue en deux minutes'],
    'pro2': ['Douze relevés en attente'],
    'pro3': ['Quarante communes entretiennent leurs points'],
    'pro4': ['Plus personne n\'avait les mots de passe'],
    'pro5': ['Idriss seul sait relancer le serveur'],
}
ANSWERED = 'def2'


def make_translation():
    """Where the window speaks English, as it cannot do else, the board still
    speaks French."""
    if not e2e.speaks('fr'):
        return gettext.NullTranslations()
    return gettext.translation('commons-canvas', LOCALE, ['fr'])


TRANSLATION = make_translation() if os.path.isdir(LOCALE) else gettext.NullTranslations()


def words(message):
    """A message of the window, in French where it is."""
    return TRANSLATION.gettext(message)


def plural(one, many, number):
    return TRANSLATION.ngettext(one, many, number).replace("%'u", str(number))


def has_keyboard(accessible):
    return e2e.has_state(accessible, Atspi.StateType.FOCUSED)


@contextlib.contextmanager
def in_french(session, *arguments):
    """The program in French, which must have been told apart from English."""
    if not os.path.isdir(LOCALE):
        raise e2e.Skip('the translations are not built')
    e2e.move_to(0, 0)
    with e2e.layout('fr', 'oss'):
        yield session.start(*arguments, more_env={'LANGUAGE': 'fr'})


def look(window, role, name):
    """The first such thing of the sheets that shows: all of the window would
    take long to go through."""
    sheets = window.keep('sheets', lambda: window.find('panel', words('Guiding Sheets')))
    for accessible, _ in e2e.walk(sheets):
        try:
            if e2e.matches(accessible, role, name) and e2e.is_showing(accessible):
                return accessible
        except GLib.Error:
            continue
    return None


def find(window, role, name):
    return e2e.wait_for(lambda: look(window, role, name), f'{role} “{name}” in the sheets')


def find_row(window, question, mark):
    """The line of a question, as it is told to who does not see it."""
    cards = plural("%'u card", "%'u cards", len(FILED.get(question['id'], ())) + len(ANSWERS.get(question['id'], ())))
    parts = (TEXTS[f'question.{question["id"]}.title'], words(mark), cards)
    return find(window, 'list item', re.compile('.*'.join(map(re.escape, parts))))


def mark_of(question):
    return 'answered' if question['id'] == ANSWERED else 'under way'


def wait_entry(window):
    """The field for answers, once it has the keyboard."""
    def focused():
        entry = look(window, 'text', words('New answer'))
        return entry if entry is not None and has_keyboard(entry) else None

    return e2e.wait_for(focused, 'the field for answers to have the keyboard')


def wait_question(window, question):
    """The question is open when all of it is written, not its title alone."""
    find(window, 'label', TEXTS[f'question.{question["id"]}'])
    return wait_entry(window)


def answer(window, text):
    entry = wait_entry(window)
    window.type(text)
    e2e.wait_for(lambda: e2e.text_of(entry) == text, f'“{text}” to be written')
    window.key('Return')
    e2e.wait_for(lambda: e2e.text_of(entry) == '', f'“{text}” to become a card')


def mark_as_answered(window):
    window.tab_to(find(window, None, words('Answered')))
    window.key('space')


def go_on(window, questions, start, end):
    """From one question to another, one by one."""
    if end > start:
        window.key(*['alt+Down'] * (end - start))
        wait_question(window, questions[end])


def answer_sheets(window):
    questions = [question for sheet in SHEETS['sheets'] for question in sheet['questions']]
    n_sheet = len(SHEETS['sheets'][0]['questions'])
    at = 0
    wait_question(window, questions[0])
    for index, question in enumerate(questions):
        texts = ANSWERS.get(question['id'])
        if texts is None:
            continue
        go_on(window, questions, at, index)
        at = index
        for text in texts:
            answer(window, text)
        if question['id'] == ANSWERED:
            mark_as_answered(window)
        find_row(window, question, mark_of(question))
    e2e.check_equal(at, 2 * n_sheet + N_ASKED - 1, 'the last question that was answered')


def save(window, path):
    before = os.stat(path).st_ino
    window.key('ctrl+s')
    e2e.wait_for(lambda: os.stat(path).st_ino != before, f'{path} to be saved')
    window.find('label', re.compile(f'(^|· ){re.escape(words("saved"))}$'))


# ----------------------------------------------------------------------------
# The file

def centre(node):
    return (node['x'] + node['width'] / 2, node['y'] + node['height'] / 2)


def distance(circle, node):
    (x0, y0), (x1, y1) = centre(circle), centre(node)
    return math.hypot(x1 - x0, y1 - y0)


def contains(container, node):
    if container['commons']['kind'] == 'circle':
        return distance(container, node) < container['width'] / 2
    x, y = centre(node)
    return (container['x'] <= x <= container['x'] + container['width'] and
            container['y'] <= y <= container['y'] + container['height'])


def containers(board, kind):
    return [node for node in board['nodes'] if node['commons']['kind'] == kind]


def fields_of(node):
    return node['commons'].get('fields', {})


def innermost(board, node):
    found = [circle for circle in containers(board, 'circle') if circle is not node and contains(circle, node)]
    return min(found, key=lambda circle: circle['width'], default=None)


def linked(board, card, link, kind):
    """The cards of a kind at the other end of such a link."""
    found = []
    for edge in board['edges']:
        ends = {edge['fromNode'], edge['toNode']}
        if edge['commons']['link'] == link and card['id'] in ends:
            other = e2e.node_by_id(board, (ends - {card['id']}).pop())
            if other['commons']['kind'] == kind:
                found.append(other)
    return found


def check_about(board, card, capture):
    """It is linked to what it is about, and stands there."""
    about = linked(board, card, capture['link'], capture['about'])
    title = e2e.title_of(card)
    e2e.check_equal(len(about), 1, f'number of things that “{title}” is about')
    if capture['about'] != 'circle':
        return
    if capture.get('fields', {}).get('rule_type') in ('boundary', 'exit'):
        away = abs(distance(about[0], card) - about[0]['width'] / 2)
        e2e.check(away <= GATE_REACH, f'“{title}” is {away:.0f} from the border it is a gate of')
    else:
        e2e.check(contains(about[0], card), f'“{title}” is not in “{e2e.title_of(about[0])}”')


def check_place(board, card, kind):
    """In the circle where such cards belong, or in a zone that expects them."""
    title = e2e.title_of(card)
    ring = SHEETS['rings'].get(kind)
    if ring is not None:
        circle = innermost(board, card)
        e2e.check(circle is not None, f'“{title}” is in no circle')
        wanted = {'outer': 'circle-use', 'middle': 'circle-contribution', 'inner': 'circle-coordination'}[ring]
        e2e.check_equal(circle['id'], wanted, f'circle of “{title}”')
        return
    expecting = [zone for zone in containers(board, 'zone')
                 if contains(zone, card) and kind in fields_of(zone).get('expects', [])]
    e2e.check(expecting, f'“{title}” is in no zone that expects it')


def check_card(board, card, text, capture):
    kind = capture['kind']
    e2e.check_equal(card['commons']['kind'], kind, f'kind of “{text}”')
    for name, value in capture.get('fields', {}).items():
        e2e.check_equal(fields_of(card).get(name), value, f'{name} of “{text}”')
    e2e.check('side' not in card['commons'] or card['commons']['side'] == 'we', f'“{text}” belongs to one person')
    if 'into' in capture:
        e2e.check_equal(fields_of(card)[capture['into']], text, f'{capture["into"]} of the commons')
        return
    e2e.check_equal(e2e.title_of(card), text, 'title')
    if 'about' in capture:
        check_about(board, card, capture)
    else:
        check_place(board, card, kind)


def check_board(board):
    sheets = board['commons']['sheets']
    e2e.check_equal(set(sheets), {*ANSWERS, *FILED}, 'questions with answers')
    for sheet in SHEETS['sheets']:
        for question in sheet['questions'][:N_ASKED]:
            texts = ANSWERS[question['id']]
            filed = FILED.get(question['id'], [])
            names = sheets[question['id']]['cards']
            e2e.check_equal((names[:len(filed)], len(names)), (filed, len(filed) + len(texts)), f'cards of {question["id"]}')
            cards = [e2e.node_by_id(board, name) for name in names[len(filed):]]
            for card, text in zip(cards, texts):
                check_card(board, card, text, question['captures'][0])
            e2e.check_equal(sheets[question['id']].get('state'),
                            'answered' if question['id'] == ANSWERED else None, f'state of {question["id"]}')


# ----------------------------------------------------------------------------
# The window that opens the file again

def check_shown(window):
    """Every question says its state and how many cards it has, and the open one
    names them."""
    questions = [question for sheet in SHEETS['sheets'] for question in sheet['questions']]
    n_sheet = len(SHEETS['sheets'][0]['questions'])
    at = N_ASKED
    wait_question(window, questions[at])
    for first in range(0, len(questions), n_sheet):
        for question in questions[first:first + N_ASKED]:
            find_row(window, question, mark_of(question))
        find_row(window, questions[first + N_ASKED], 'open')
        if first + n_sheet < len(questions):
            go_on(window, questions, at, first + n_sheet)
            at = first + n_sheet
            for text in ANSWERS[questions[at]['id']]:
                find(window, 'push button', re.compile(re.escape(text)))


@e2e.test
def sheets_answered_in_french(session):
    path = session.copy(TEMPLATE, 'canevas.commons')
    with in_french(session, path) as program:
        window = program.window('Canevas de gouvernance')
        window.keep('board', lambda: window.find('panel', words('Board')))
        window.key('F9')
        answer_sheets(window)
        save(window, path)
        check_board(e2e.read_board(path))
        window.key('ctrl+q')
        program.wait_end()

    with in_french(session, path) as program:
        window = program.window('Canevas de gouvernance')
        window.keep('board', lambda: window.find('panel', words('Board')))
        window.key('F9')
        check_shown(window)
        shown = [card.get_name() for card in window.cards()]
        for texts in list(ANSWERS.values())[1:]:
            for text in texts:
                e2e.check(any(text in name for name in shown), f'“{text}” is not on the board: {shown}')


if __name__ == '__main__':
    sys.exit(e2e.main())

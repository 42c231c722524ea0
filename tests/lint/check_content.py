# check_content.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What check-catalogue.py asks of the data of advice: licences, risks,
# patterns of circles, legal structures, stages, and sentences on choices.

import math
import re

# The sentences every value of an enumeration has.
SENTENCES = {
    'method': ('about', 'good_for', 'caution', 'needs'),
    'motivation_family': ('about', 'rewards'),
    **dict.fromkeys(('right', 'ostrom', 'reward_type', 'contrib_type', 'sanction', 'entry_mode',
                     'mandate', 'constituent', 'rule_type', 'link_to_parent', 'access',
                     'sensitivity', 'relation', 'role_function', 'subject', 'dimension',
                     'text_type', 'flow_type', 'licence', 'legal_form', 'stage'), ('about',)),
}

QUESTIONS = ('money', 'employees', 'individuals', 'public_majority', 'services')
USES = ('code', 'data', 'content')
PATTERN_LINKS = ('leads_to', 'linked_with')

# Room that the name and two rows of cards need above what a circle holds, and
# the least distance between borders, both in board units.
HEADROOM = 160
TOUCH = 3

# Prefixes of what this module looks after, and the most characters a name, or
# a sentence, may have there.
PREFIXES = ('enum.', 'risk.', 'pattern.', 'legal.', 'stage.')
NAME_MAX = 40
SENTENCE_MAX = 200
# What ends the key of a sentence; the rest are names and titles.
SENTENCE_ENDS = ('about', 'good_for', 'caution', 'needs', 'rewards', 'text', 'sign', 'suits',
                 'purpose', 'governs', 'funds', 'limits', 'country', 'answers', 'yes', 'no',
                 'notice')
LISTED = re.compile(r'^(?:stage\.\w+\.(?:signs|advice)\.\d+|legal\.question\.\w+)$')
TITLE_MAX = 60


class Content:
    def __init__(self, load, complain, enums):
        self.complain, self.enums = complain, enums
        self.lists = {name: load(f'data/catalogue/{name}.json', member)
                      for name, member in (('licences', 'licences'), ('risks', 'risks'),
                                           ('patterns', 'patterns'), ('legal', 'forms'),
                                           ('stages', 'stages'))}

    def wanted(self):
        """Returns the keys that must have a text."""
        keys = ['legal.notice']
        for name, suffixes in SENTENCES.items():
            keys += [f'enum.{name}.{value}.{suffix}' for value in self.enums.get(name, ())
                     for suffix in suffixes]
        for risk in self.lists['risks']:
            keys += [f'risk.{risk}', f'risk.{risk}.text', f'risk.{risk}.sign']
        keys += [f'legal.question.{question}' for question in QUESTIONS]
        for pattern in self.lists['patterns'].values():
            keys += self.wanted_of_pattern(pattern)
        for form in self.lists['legal'].values():
            keys += self.wanted_of_form(form)
        for stage in self.lists['stages'].values():
            keys += self.wanted_of_stage(stage)
        return keys

    @staticmethod
    def wanted_of_pattern(pattern):
        name = f'pattern.{pattern["id"]}'
        yield from (name, f'{name}.about', f'{name}.suits')
        for circle in pattern['circles']:
            yield f'{name}.{circle["id"]}'
            yield f'{name}.{circle["id"]}.purpose'
            if 'gate' in circle:
                yield f'{name}.{circle["id"]}.gate'

    @staticmethod
    def wanted_of_form(form):
        name = f'legal.{form["id"]}'
        yield from (f'{name}.{what}' for what in ('governs', 'funds', 'suits', 'limits'))
        if form.get('country'):
            yield f'{name}.country'
        for question, answer, _ in form['conditions']:
            yield f'{name}.{question}.{answer}'

    @staticmethod
    def wanted_of_stage(stage):
        name = f'stage.{stage["id"]}'
        for what in ('signs', 'advice'):
            yield from (f'{name}.{what}.{n + 1}' for n in range(stage[what]))
        for action in stage['actions']:
            yield f'{name}.action.{action["id"]}'
            yield f'{name}.action.{action["id"]}.answers'

    def check(self, questions):
        self.check_licences()
        for name, risk in self.lists['risks'].items():
            if risk.get('severity') not in (1, 2, 3, 4, 5):
                self.complain(f'risk {name}', 'severity is not 1 to 5')
        for pattern in self.lists['patterns'].values():
            PatternCheck(pattern, self.complain, self.enums).run()
        for form in self.lists['legal'].values():
            self.check_form(form)
        for stage in self.lists['stages'].values():
            self.check_stage(stage, questions)

    def check_value(self, where, enum, value):
        if value not in self.enums.get(enum, ()):
            self.complain(where, f'{value!r} is no {enum}')

    def check_licences(self):
        for name, licence in self.lists['licences'].items():
            self.check_value(f'licence {name}', 'licence', name)
            if not licence.get('for') or not set(licence['for']) <= set(USES):
                self.complain(f'licence {name}', 'is for nothing known')
        for name in self.enums.get('licence', ()):
            if name not in self.lists['licences']:
                self.complain('licences', f'{name} is not among them')

    def check_form(self, form):
        where = f'legal form {form["id"]}'
        self.check_value(where, 'legal_form', form['id'])
        seen = set()
        for question, answer, fit in form['conditions']:
            if question not in QUESTIONS or answer not in ('yes', 'no') or (question, answer) in seen:
                self.complain(where, f'asks {question} {answer}')
            if fit not in ('excluded', 'careful', 'good'):
                self.complain(where, f'unknown fit {fit!r}')
            seen.add((question, answer))

    def check_stage(self, stage, questions):
        where = f'stage {stage["id"]}'
        self.check_value(where, 'stage', stage['id'])
        for action in stage['actions']:
            self.check_value(where, 'dimension', action['dimension'])
            self.check_value(where, 'horizon', action['horizon'])
            if questions and action.get('question', questions[0]) not in questions:
                self.complain(where, f'there is no question {action["question"]}')


def is_sentence(key):
    last = key.rpartition('.')[2]
    if '.action.' in key:
        return last == 'answers'
    return last in SENTENCE_ENDS or bool(LISTED.match(key))


def check_wording(texts, complain):
    """Lengths, full stops, and what nobody has translated."""
    for language, words in texts.items():
        for key, text in words.items():
            if key.startswith(PREFIXES) and isinstance(text, str):
                check_text(f'texts/{language}.json', key, text, complain)
    for key, text in texts['fr'].items():
        # Licences go by one name everywhere.
        if (len(re.findall(r'\w+', str(text))) > 3 and texts['en'].get(key) == text
                and not key.startswith('enum.licence.')):
            complain('texts', f'{key} is the same in both languages')


def check_text(where, key, text, complain):
    if is_sentence(key):
        if len(text) > SENTENCE_MAX:
            complain(where, f'{key} has {len(text)} characters')
        if text[-1:] not in ('.', '?', '!', '…'):
            complain(where, f'{key} does not end as a sentence')
        return
    if len(text) > (TITLE_MAX if '.action.' in key else NAME_MAX):
        complain(where, f'{key} has {len(text)} characters')
    if text.endswith('.'):
        complain(where, f'{key} ends as a sentence')


class PatternCheck:
    """Circles lie in one another as design 6 asks for, names free."""

    def __init__(self, pattern, complain, enums):
        self.where = f'pattern {pattern["id"]}'
        self.pattern, self.complain, self.enums = pattern, complain, enums
        self.circles = {}

    def run(self):
        for circle in self.pattern['circles']:
            self.check_circle(circle)
        for link, start, end in self.pattern['links']:
            if link not in PATTERN_LINKS:
                self.complain(self.where, f'unknown link {link!r}')
            if start == end or not {start, end} <= self.circles.keys():
                self.complain(self.where, f'cannot link {start} with {end}')
        corner = [min(circle['place'][n] for circle in self.circles.values()) for n in (0, 1)]
        if corner != [0, 0]:
            self.complain(self.where, f'begins at {corner}')

    def check_circle(self, circle):
        name = f'{self.where}: {circle["id"]}'
        for field, enum in (('entry_mode', 'entry_mode'), ('method', 'method'),
                            ('link_to_parent', 'link_to_parent')):
            if field in circle and circle[field] not in self.enums.get(enum, ()):
                self.complain(name, f'{circle[field]!r} is no {enum}')
        if circle['id'] in self.circles:
            self.complain(name, 'is there twice')
        if any(number % 12 for number in circle['place']):
            self.complain(name, 'is not on the grid')
        parent = self.circles.get(circle.get('in'))
        if 'in' in circle and parent is None:
            self.complain(name, f'lies in unknown {circle["in"]}')
        elif parent is not None:
            self.check_nested(name, circle, parent)
        for other in self.circles.values():
            if other.get('in') == circle.get('in') and self.gap(circle, other) < 16:
                self.complain(name, f'is too near to {other["id"]}')
        self.circles[circle['id']] = circle

    @staticmethod
    def centre(circle):
        x, y, size = circle['place']
        return x + size / 2, y + size / 2, size / 2

    def gap(self, one, other):
        (x, y, radius), (ox, oy, other_radius) = self.centre(one), self.centre(other)
        return math.hypot(x - ox, y - oy) - radius - other_radius

    def check_nested(self, name, circle, parent):
        (x, y, radius), (px, py, outer) = self.centre(circle), self.centre(parent)
        if outer - radius - math.hypot(x - px, y - py) < TOUCH:
            self.complain(name, f'crosses {parent["id"]}')
        if circle['place'][1] - parent['place'][1] < HEADROOM:
            self.complain(name, f'leaves no room at the top of {parent["id"]}')

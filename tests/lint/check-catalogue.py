#!/usr/bin/env python3
# check-catalogue.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Holds the catalogue, its texts, the templates and the examples together:
# check-catalogue.py SOURCE_ROOT lists what does not fit and exits with 1,
# or says nothing.

import datetime
import json
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the source tree stays as it is

from check_content import Content, check_wording as check_content_wording  # noqa: E402
from json_schema import Schema, is_type  # noqa: E402

HUES = {'rule', 'value', 'why', 'who', 'give', 'share', 'strength', 'improve',
        'risk', 'act', 'measure', 'ask', 'argue', 'commons'}
EXTRAS = {'none', 'disc', 'tab', 'pile', 'hole', 'foot', 'fold', 'gauge',
          'circle', 'zone'}
FIELD_TYPES = {'string', 'text', 'enum', 'enums', 'list', 'int', 'number',
               'bool', 'date', 'url', 'rights', 'person'}
INSIDES = {'none', 'from-in-to', 'to-in-from'}
STYLES = {'arrow', 'double', 'dotted'}
DRAWN = ('always', 'selected')
SHEETS = (1, 2, 3, 4)
COMMON = {'status': ('draft', 'agreed', 'contested', 'dropped'),
          'confidence': ('0', '1', '2', '3'),
          'side': ('i', 'we')}
LANGUAGES = ('fr', 'en')

problems = []


def complain(where, what):
    problems.append(f'{where}: {what}')


def pairs_once(where):
    """Returns a hook for json that objects to a member written twice."""
    def hook(pairs):
        members = dict(pairs)
        if len(members) != len(pairs):
            names = [name for name, _ in pairs]
            twice = sorted({name for name in names if names.count(name) > 1})
            complain(where, f'written twice: {", ".join(twice)}')
        return members
    return hook


def load(root, path, kind=dict):
    """Reads a JSON file; says what is wrong and returns None otherwise."""
    where = str(path)
    try:
        text = (root / path).read_text(encoding='utf-8')
        value = json.loads(text, object_pairs_hook=pairs_once(where))
    except (OSError, ValueError) as error:
        complain(where, str(error))
        return None
    if not isinstance(value, kind):
        complain(where, f'is not a JSON {kind.__name__}')
        return None
    return value


def load_list(root, path, member):
    """Reads the entries of kinds.json or links.json, by id."""
    document = load(root, path)
    if document is None:
        return {}
    if document.get('format') != 1:
        complain(path, 'format is not 1')
    entries = {}
    for entry in document.get(member, []):
        if entry.get('id') in entries:
            complain(path, f'{entry["id"]} is there twice')
        entries[entry.get('id')] = entry
    return entries


# Kinds, links, enumerations

def check_field(where, field, enums):
    if field.get('type') not in FIELD_TYPES:
        complain(where, f'unknown type {field.get("type")!r}')
    if field.get('type') in ('enum', 'enums', 'rights') and 'enum' not in field:
        complain(where, 'names no enumeration')
    if 'enum' in field and field['enum'] not in enums:
        complain(where, f'unknown enumeration {field["enum"]!r}')
    if 'min' in field and 'max' in field and field['min'] > field['max']:
        complain(where, 'min is above max')


def check_look(where, look, root):
    if look.get('hue') not in HUES:
        complain(where, f'unknown hue {look.get("hue")!r}')
    icon = f'data/icons/symbolic/{look.get("icon")}-symbolic.svg'
    if not (root / icon).is_file():
        complain(where, f'there is no {icon}')
    radii = look.get('radii', [])
    if len(radii) != 4 or not all(r == 'round' or isinstance(r, int) and r >= 0
                                  for r in radii):
        complain(where, 'radii are not four lengths or "round"')
    bars = look.get('bars', [])
    if len(bars) != 4 or not all(isinstance(b, int) and b >= 0 for b in bars):
        complain(where, 'bars are not four lengths')
    if look.get('border') not in (1, 2):
        complain(where, 'border is neither 1 nor 2')
    if look.get('extra') not in EXTRAS:
        complain(where, f'unknown extra {look.get("extra")!r}')
    if 'pad' in look and len(look['pad']) != 2:
        complain(where, 'pad is not [left, right]')


def check_kinds(root, kinds, enums):
    for name, kind in kinds.items():
        where = f'kind {name}'
        check_look(where, kind.get('look', {}), root)
        if not kind.get('sheet') or not set(kind['sheet']) <= set(SHEETS):
            complain(where, 'sheet is not a list of guiding sheets')
        if not isinstance(kind.get('core'), bool):
            complain(where, 'core is neither true nor false')
        if 'color' in kind and kind['color'] not in tuple('123456'):
            complain(where, 'color is not a JSON Canvas preset')
        for host in kind.get('docks', []):
            if host not in kinds:
                complain(where, f'docks at unknown kind {host!r}')
        fields = [field.get('id') for field in kind.get('fields', [])]
        if len(fields) != len(set(fields)):
            complain(where, 'a field is there twice')
        for field in kind.get('fields', []):
            check_field(f'field {name}.{field.get("id")}', field, enums)


def check_palette(root, kinds):
    document = load(root, 'data/catalogue/kinds.json') or {}
    for name in document.get('palette', []):
        if name not in kinds:
            complain('palette', f'unknown kind {name!r}')


def check_links(links, kinds):
    for name, link in links.items():
        where = f'link {name}'
        for end in ('from', 'to'):
            if not link.get(end):
                complain(where, f'names no kind at its {end} end')
            for kind in link.get(end, []):
                if kind != '*' and kind not in kinds:
                    complain(where, f'unknown kind {kind!r}')
        if link.get('inside') not in INSIDES:
            complain(where, f'unknown inside {link.get("inside")!r}')
        if link.get('style') not in STYLES:
            complain(where, f'unknown style {link.get("style")!r}')
        if link.get('drawn', 'always') not in DRAWN:
            complain(where, f'unknown drawn {link.get("drawn")!r}')
        if not isinstance(link.get('directed'), bool):
            complain(where, 'directed is neither true nor false')


def check_enums(enums):
    for name, values in enums.items():
        if not values or not all(isinstance(value, str) for value in values):
            complain(f'enum {name}', 'is not a list of strings')
        elif len(values) != len(set(values)):
            complain(f'enum {name}', 'a value is there twice')


# Guiding sheets

def questions_of(sheets):
    return [question for sheet in sheets.get('sheets', []) for question in sheet['questions']]


def check_sheet_value(where, name, fields, value, enums):
    if name not in fields:
        complain(where, f'no field {name!r}')
    elif 'enum' in fields[name]:
        for one in value if isinstance(value, list) else [value]:
            if one not in enums.get(fields[name]['enum'], []):
                complain(where, f'{one!r} is no {fields[name]["enum"]}')


def check_capture(where, capture, kinds, links, enums):
    kind = kinds.get(capture.get('kind'))
    if kind is None:
        complain(where, f'unknown kind {capture.get("kind")!r}')
        return
    fields = {field['id']: field for field in kind.get('fields', [])}
    for name, value in capture.get('fields', {}).items():
        check_sheet_value(where, name, fields, value, enums)
    if 'into' in capture and fields.get(capture['into'], {}).get('type') != 'text':
        complain(where, f'{capture["into"]!r} takes no words')
    if capture.get('status') not in (None, *COMMON['status']):
        complain(where, f'unknown status {capture["status"]!r}')
    if 'about' in capture or 'link' in capture:
        link = links.get(capture.get('link'), {'from': [], 'to': []})
        ends = capture['kind'], capture.get('about')
        if ends[1] not in kinds or not any(
                {'*', a} & set(link['from']) and {'*', b} & set(link['to'])
                for a, b in (ends, ends[::-1])):
            complain(where, f'{capture.get("link")!r} does not link {ends[0]} and {ends[1]}')


def check_sheets(sheets, kinds, links, enums):
    for question in questions_of(sheets):
        where = f'sheets.json: {question["id"]}'
        if not question.get('captures'):
            complain(where, 'has no answer')
        for capture in question.get('captures', []):
            check_capture(where, capture, kinds, links, enums)
        for fill in question.get('fills', []):
            fields = {field['id']: field for field in kinds.get(fill['kind'], {}).get('fields', [])}
            for name, value in {fill['field']: None, **fill.get('only', {})}.items():
                if value is not None or name not in fields:
                    check_sheet_value(where, name, fields, value, enums)
    for kind in sheets.get('rings', {}):
        if kind not in kinds:
            complain('sheets.json', f'unknown kind {kind!r}')


# Texts

def wanted_keys(kinds, links, enums, sheets):
    """Returns keys that must have a text, each with what may stand for it."""
    keys = {}
    for kind in kinds:
        for suffix in ('', '.plural', '.about', '.new'):
            keys[f'kind.{kind}{suffix}'] = set()
        for field in kinds[kind].get('fields', []):
            own = f'field.{kind}.{field["id"]}'
            keys[own] = {f'field.{field["id"]}'}
            if 'unit' in field:
                keys[f'unit.{field["unit"]}'] = set()
    for link in links:
        keys[f'link.{link}'] = keys[f'link.{link}.inverse'] = set()
    for name, values in enums.items():
        keys.update({f'enum.{name}.{value}': set() for value in values})
    for name, values in COMMON.items():
        keys[name] = set()
        keys.update({f'{name}.{value}': set() for value in values})
    for name in ('language.name', 'author', 'votes', 'tags', 'tray'):
        keys[name] = set()
    keys['gate.missing'] = keys['side.i.zone'] = set()
    for question in questions_of(sheets):
        for suffix in ('', '.title', '.example'):
            keys[f'question.{question["id"]}{suffix}'] = set()
        for capture in question['captures']:
            if 'name' in capture:
                keys[f'capture.{capture["name"]}'] = set()
    for prompt in sheets.get('prompts', []):
        keys[f'prompt.{prompt}'] = keys[f'prompt.{prompt}.words'] = set()
    keys['imprint.licence'] = keys['imprint.method'] = set()
    keys.update({f'month.{month}': set() for month in range(1, 13)})
    for sheet in SHEETS:
        keys[f'sheet.{sheet}'] = keys[f'sheet.{sheet}.about'] = set()
    return keys


def check_wording(where, key, text, language):
    if not isinstance(text, str) or not text.strip():
        complain(where, f'{key} is empty')
        return
    if text != text.strip() or '  ' in text:
        complain(where, f'{key} has spaces to spare')
    if "'" in text or '"' in text:
        complain(where, f'{key} has a straight quote')
    if language == 'fr' and re.search('[^\u00a0\u202f](?:[:;?!](?: |$)|»)|«[^\u00a0\u202f]', text):
        complain(where, f'{key} lacks a no-break space')


def check_texts(texts, wanted):
    for language, words in texts.items():
        where = f'texts/{language}.json'
        for key, stand_ins in wanted.items():
            if key not in words and not stand_ins & words.keys():
                complain(where, f'nothing for {key}')
        used = set(wanted).union(*wanted.values())
        for key in words.keys() - used:
            complain(where, f'{key} names nothing')
        for key, text in words.items():
            check_wording(where, key, text, language)
        for value in COMMON['confidence']:
            if words.get(f'confidence.{value}') != words.get(f'enum.confidence.{value}'):
                complain(where, f'confidence.{value} is worded in two ways')
    for language, words in texts.items():
        for other, others in texts.items():
            for key in sorted(words.keys() - others.keys()):
                complain(f'texts/{other}.json', f'lacks {key}, which {language} has')


# Boards

class BoardCheck:
    def __init__(self, where, board, kinds, links, enums):
        self.where = where
        self.kinds, self.links, self.enums = kinds, links, enums
        self.nodes = {node['id']: node for node in board['nodes']}
        self.board = board

    def complain(self, name, what):
        complain(f'{self.where}: {name}', what)

    def run(self):
        for table in ('nodes', 'edges'):
            ids = [record['id'] for record in self.board[table]]
            for name in sorted({name for name in ids if ids.count(name) > 1}):
                self.complain(name, f'is there twice among the {table}')
        for node in self.board['nodes']:
            self.check_node(node)
        for edge in self.board['edges']:
            self.check_edge(edge)
        self.check_order()
        self.check_answers()

    def check_answers(self):
        for name, answer in self.board['commons'].get('sheets', {}).items():
            if not re.fullmatch('(def|fon|pro)([1-9]|1[0-4])', name):
                self.complain(name, 'is no question of the sheets')
            for card in answer.get('cards', []):
                if card not in self.nodes:
                    self.complain(name, f'there is no {card}')

    def kind_of(self, name):
        return self.nodes[name].get('commons', {}).get('kind')

    def check_node(self, node):
        meaning = node.get('commons', {})
        if node['type'] == 'text' and not node['text'].split('\n')[0].strip():
            self.complain(node['id'], 'has no title')
        kind = self.kinds.get(meaning.get('kind'))
        if kind is None:
            self.complain(node['id'], f'unknown kind {meaning.get("kind")!r}')
            return
        fields = {field['id']: field for field in kind.get('fields', [])}
        for name, value in meaning.get('fields', {}).items():
            if name not in fields:
                self.complain(node['id'], f'{kind["id"]} has no field {name}')
            else:
                self.check_value(f'{node["id"]}.{name}', fields[name], value)

    def check_value(self, name, field, value):
        values = value if isinstance(value, list) else [value]
        if not self.fits(field, value):
            self.complain(name, f'{value!r} is no {field["type"]}')
        elif field['type'] in ('enum', 'enums'):
            for one in values:
                if str(one) not in self.enums.get(field['enum'], []):
                    self.complain(name, f'{one!r} is no {field["enum"]}')
        elif field['type'] == 'rights':
            for one in values:
                self.check_right(name, field, one)
        elif not all(field.get('min', one) <= one <= field.get('max', one)
                     for one in values if is_type(one, 'number')):
            self.complain(name, f'{value!r} is out of range')

    def check_right(self, name, field, value):
        if value['right'] not in self.enums.get(field['enum'], []):
            self.complain(name, f'{value["right"]!r} is no {field["enum"]}')
        if value['resource'] not in self.nodes:
            self.complain(name, f'there is no {value["resource"]}')
        elif self.kind_of(value['resource']) != 'resource':
            self.complain(name, f'{value["resource"]} is no resource')

    @staticmethod
    def fits(field, value):
        wanted = field['type']
        if wanted == 'date':
            try:
                return bool(datetime.date.fromisoformat(value))
            except (TypeError, ValueError):
                return False
        if wanted in ('list', 'enums'):
            kinds = str if wanted == 'list' else (str, int)
            return isinstance(value, list) and all(isinstance(one, kinds) for one in value)
        name = {'int': 'integer', 'number': 'number', 'bool': 'boolean',
                'rights': 'array'}.get(wanted, 'string')
        return is_type(value, name) and value != ''

    def check_edge(self, edge):
        link = self.links.get(edge.get('commons', {}).get('link'))
        if link is None:
            self.complain(edge['id'], f'unknown link {edge.get("commons")!r}')
            return
        for end in ('from', 'to'):
            name = edge[f'{end}Node']
            if name not in self.nodes:
                self.complain(edge['id'], f'there is no {name}')
            elif not {'*', self.kind_of(name)} & set(link[end]):
                self.complain(edge['id'], f'{link["id"]} may not have {name} at its {end} end')

    def check_order(self):
        """A group is written before what lies in it."""
        seen = []
        for node in self.board['nodes']:
            if node['type'] == 'group':
                for before in seen:
                    if contains(node, before):
                        self.complain(node['id'], f'is written after {before["id"]}, which it contains')
            seen.append(node)


def contains(outer, inner):
    return (outer['x'] <= inner['x'] and outer['y'] <= inner['y']
            and inner['x'] + inner['width'] <= outer['x'] + outer['width']
            and inner['y'] + inner['height'] <= outer['y'] + outer['height'])


def canonical(board):
    """The bytes the program would write."""
    def compact(value):
        return json.dumps(value, ensure_ascii=False, separators=(',', ':'))

    parts = []
    for name, value in board.items():
        if name in ('nodes', 'edges') and value:
            rows = ',\n'.join('\t\t' + compact(row) for row in value)
            parts.append(f'\t"{name}":[\n{rows}\n\t]')
        else:
            parts.append(f'\t{compact(name)}:{compact(value)}')
    return '{\n' + ',\n'.join(parts) + '\n}\n'


def check_board(root, path, schema, *catalogue):
    board = load(root, path)
    if board is None:
        return None
    errors = list(schema.errors(board, schema.document))
    for where, what in errors:
        complain(f'{path}{where}', what)
    if errors:
        return None
    BoardCheck(str(path), board, *catalogue).run()
    if (root / path).read_bytes() != canonical(board).encode():
        complain(path, 'is not in canonical form')
    language = Path(path.stem).suffix.removeprefix('.')
    if board['commons'].get('language') != language:
        complain(path, 'is not in the language of its name')
    return board


def check_twins(boards):
    """The French and the English board hold the same cards and links."""
    for path, board in boards.items():
        name = Path(path.stem).stem
        for language in LANGUAGES:
            twin = boards.get(path.with_name(f'{name}.{language}.commons'))
            if twin is None:
                complain(path, f'has no sound twin in {language}')
                continue
            for table in ('nodes', 'edges'):
                surplus = {r['id'] for r in board[table]} - {r['id'] for r in twin[table]}
                for record in sorted(surplus):
                    complain(path, f'{record} is not in {language}')


def check_boards(root, *catalogue):
    document = load(root, 'data/schema/commons-canvas-1.schema.json')
    if document is None:
        return
    schema = Schema(document)
    for room in ('data/templates', 'data/examples'):
        paths = sorted(path.relative_to(root) for path in (root / room).glob('*.commons'))
        if not paths:
            complain(room, 'holds no board')
        boards = {path: check_board(root, path, schema, *catalogue) for path in paths}
        check_twins({path: board for path, board in boards.items() if board is not None})


def main(arguments):
    if len(arguments) != 2:
        print('usage: check-catalogue.py SOURCE_ROOT', file=sys.stderr)
        return 2
    root = Path(arguments[1])
    kinds = load_list(root, 'data/catalogue/kinds.json', 'kinds')
    links = load_list(root, 'data/catalogue/links.json', 'links')
    enums = (load(root, 'data/catalogue/enums.json') or {}).get('enums', {})
    texts = {language: load(root, f'data/catalogue/texts/{language}.json') or {}
             for language in LANGUAGES}
    check_enums(enums)
    check_kinds(root, kinds, enums)
    check_palette(root, kinds)
    check_links(links, kinds)
    sheets = load(root, 'data/catalogue/sheets.json') or {}
    check_sheets(sheets, kinds, links, enums)
    content = Content(lambda path, member: load_list(root, path, member), complain, enums)
    content.check([question['id'] for question in questions_of(sheets)])
    wanted = wanted_keys(kinds, links, enums, sheets)
    wanted.update({key: set() for key in content.wanted()})
    check_texts(texts, wanted)
    check_content_wording(texts, complain)
    check_boards(root, kinds, links, enums)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))

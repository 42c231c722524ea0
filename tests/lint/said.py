"""What the product says, wherever it is written: each text with its language.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import xml.etree.ElementTree as ElementTree

import lint

ESCAPES = {'\\n': '\n', '\\t': '\t', '\\"': '"', '\\\\': '\\'}
# Members of board files that are names for programs, or somebody's address.
NO_WORDS = {'id', 'type', 'kind', 'color', 'fromNode', 'toNode', 'fromSide', 'toSide', 'url', 'spdx',
            'version', 'language', 'answers', 'generator', 'template', 'tool', 'file', 'made_on',
            'source', 'icon'}
# What pages quote as it is typed, and is no prose.
TYPED = re.compile(r'<link\b[^>]*/>|<(code|cmd|file|sys|screen|key|input|output)\b[^>]*>.*?</\1>', re.DOTALL)
TAG = re.compile(r'<[^<>]+>')


def plain(text):
    """Returns what is read of a text with markup, typed words as a dot."""
    text = TAG.sub('', TYPED.sub('·', text))
    for entity, sign in (('&lt;', '<'), ('&gt;', '>'), ('&amp;', '&')):
        text = text.replace(entity, sign)
    return re.sub(r'(?:https?|mailto):\S*', '·', text)


def unescape(text):
    return re.sub(r'\\[nt"\\]', lambda found: ESCAPES[found[0]], text)


def entries(text):
    """Yields (line, {msgid: …, msgstr[0]: …}) for each entry of a .po file that
    is not typed as it is."""
    entry, start, last, typed = {}, 0, None, False
    for number, line in enumerate(text.splitlines() + [''], 1):
        found = re.match(r'(msg\w+(?:\[\d\])?) "(.*)"$', line)
        typed = typed or line.startswith('#. (itstool) path:') and line.endswith('/screen')
        if found:
            entry[found[1]], last = found[2], found[1]
            start = start or number
        elif line.startswith('"') and last:
            entry[last] += line[1:-1]
        elif entry:
            if not typed:
                yield start, {name: unescape(words) for name, words in entry.items()}
            entry, start, last, typed = {}, 0, None, False


def of_po(root, path, language):
    for line, entry in entries(lint.read(root, path) or ''):
        # The head of the file, and lists of search terms.
        if entry.get('msgid', '') in ('', 'translator-credits') or entry['msgid'].endswith(';'):
            continue
        for name, words in entry.items():
            if name.startswith('msgstr'):
                yield f'{path}:{line}', language, plain(words)
            elif name.startswith('msgid'):
                yield f'{path}:{line}', 'en', plain(words)


def strings(value, name=''):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, name)
    elif isinstance(value, str) and name not in NO_WORDS:
        yield name, value


def of_json(root, path, language):
    for name, text in strings(json.loads(lint.read(root, path))):
        yield f'{path}: {name}', language, plain(text)


def of_manual(root, path, language):
    """Lines of a manual page that are prose: no macro but .B and .I, no escapes."""
    for number, line in enumerate((lint.read(root, path) or '').splitlines(), 1):
        if not re.match(r'[.\'](?!(?:B|I)\b)', line):
            yield f'{path}:{number}', language, re.sub(r'\\f.[^\\]*\\f.|\\.', '·', line)


def of_page(root, path, language):
    for element in ElementTree.fromstring(lint.read(root, path).encode()).iter():
        if element.tag.rpartition('}')[2] in ('p', 'title', 'desc', 'cite'):
            text = ElementTree.tostring(element, encoding='unicode')
            yield path, language, plain(re.sub(r'(</?)ns\d+:', r'\1', text))


def everything(root):
    """Yields (where, language, text) for all that is said."""
    for path in lint.walk(root):
        found = re.search(r'[./](en|fr)\.(commons|json|po|1)$', path)
        if found and found[2] == 'po':
            yield from of_po(root, path, found[1])
        elif found and found[2] == '1':
            yield from of_manual(root, path, found[1])
        elif found and path.startswith('data' + os.sep):
            yield from of_json(root, path, found[1])
        elif path.startswith(os.path.join('data', 'man')) and path.endswith('.1'):
            yield from of_manual(root, path, 'en')
        elif path.startswith('help') and path.endswith('.page'):
            yield from of_page(root, path, 'en')

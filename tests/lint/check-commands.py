#!/usr/bin/env python3
"""Every command of the table is told of in the help, by a key or by its name,
and no key is taken twice.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys
import xml.etree.ElementTree as ElementTree

import lint

TABLE = 'src/ui/app/commons-commands.c'
ENTRY = re.compile(r'\{\s*"([a-z0-9.-]+)",\s*N_\s*\("([^"]*)"\),\s*[A-Z]+,\s*\{([^}]*)\}', re.DOTALL)
MALLARD = '{http://projectmallard.org/1.0/}'

# What keys are called in the help, where that is not their own name.
KEYS = {
    'Control': 'Ctrl',
    'Return': 'Enter',
    'KP_Enter': 'Enter',
    'ISO_Left_Tab': 'Tab',
    'Escape': 'Esc',
    'BackSpace': 'Backspace',
    'space': 'Space',
    'Page_Up': 'Page Up',
    'Page_Down': 'Page Down',
    'Left': '←',
    'Right': '→',
    'Up': '↑',
    'Down': '↓',
    'plus': '+',
    'KP_Add': '+',
    'equal': '=',
    'minus': '-',
    'KP_Subtract': '-',
    'bracketleft': '[',
    'bracketright': ']',
    'question': '?',
    'exclam': '!',
    'at': '@',
}


def keys_of(accel):
    """Returns the set of keys of an accelerator, as the help names them."""
    names = re.findall(r'<(\w+)>', accel) + [accel.rsplit('>', 1)[-1]]
    shown = [KEYS.get(name, name) for name in names]
    return frozenset(name.upper() if len(name) == 1 else name for name in shown)


def text_of(element):
    return ' '.join(''.join(element.itertext()).split())


def read_help(root):
    """Returns all sets of keys, and all words, of the pages."""
    keys, words = set(), []
    folder = os.path.join(root, 'help', 'C')
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.page'):
            continue
        page = ElementTree.parse(os.path.join(folder, name)).getroot()
        for sequence in page.iter(MALLARD + 'keyseq'):
            pressed = {text_of(key) for key in sequence.iter(MALLARD + 'key')}
            keys.add(frozenset(key.upper() if len(key) == 1 else key for key in pressed))
        for key in page.iter(MALLARD + 'key'):
            name = text_of(key)
            keys.add(frozenset([name.upper() if len(name) == 1 else name]))
        words.append(text_of(page))
    return keys, '\n'.join(words).casefold()


def main(root):
    problems, taken = [], {}
    keys, words = read_help(root)
    entries = ENTRY.findall(lint.read(root, TABLE))
    if len(entries) < 100:
        problems.append(f'{TABLE}: only {len(entries)} commands are read: has its form changed?')
    for action, title, accels in entries:
        accels = re.findall(r'"([^"]+)"', accels)
        for accel in accels:
            other = taken.setdefault(accel.lower(), action)
            if other != action:
                problems.append(f'{TABLE}: {accel} is for {other} and for {action}')
        named = title.rstrip('…').casefold() in words
        if not named and not any(keys_of(accel) in keys for accel in accels):
            problems.append(f'help/C: no page tells of {action} (“{title}”, {", ".join(accels) or "no key"})')
    lint.report(problems)


if __name__ == '__main__':
    main(sys.argv[1])

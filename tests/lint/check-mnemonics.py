#!/usr/bin/env python3
"""No two things of one menu or dialog are reached with the same letter, in any
language: each file of the interface builds one, and what is never shown at the
same time is listed.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import os
import re
import subprocess
import sys
import tempfile

import lint
import said

# Labels of one button that changes, or of notices that replace one another.
NEVER_TOGETHER = (
    {'_Add Risks', '_Add %\'u Risk'},
    {'_Close', '_Cancel'},
    {'_Try Again', '_Take Over Now'},
    {'_Save', '_Show…'},
    {'_Delete…', '_Delete'},
    {'_Empty the Bin…', '_Empty the Bin'},
    {'_Restore', '_Restore %\'u Card'},
)
MNEMONIC = re.compile(r'_(\w)')


def labels(root):
    """Returns {file: {English label}} of what has a letter of its own."""
    found = collections.defaultdict(set)
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'all.pot')
        subprocess.run(['xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
                        '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', '--no-wrap', '--output', template,
                        '--files-from=po/POTFILES.in'], cwd=root, check=True)
        with open(template, encoding='utf-8') as file:
            for block in file.read().split('\n\n'):
                label = re.search(r'^msgid "(.*_\w.*)"$', block, re.MULTILINE)
                for path in set(re.findall(r'^#: .*$', block, re.MULTILINE)) if label else ():
                    for name in set(re.findall(r'(\S+\.(?:c|ui)):\d+', path)):
                        found[name].add(said.unescape(label[1]))
    return found


def translations(root, path):
    return {entry['msgid']: entry.get('msgstr') or entry.get('msgstr[0]')
            for _, entry in said.entries(lint.read(root, path)) if 'msgid' in entry}


def check(where, language, words):
    """WORDS is {English label: what it says in that language}."""
    by_letter = collections.defaultdict(set)
    for label, text in words.items():
        letter = MNEMONIC.search(text or '')
        if letter:
            by_letter[letter[1].casefold()].add(label)
        else:
            yield f'{where}: {language}: “{text}” has no letter of its own'
    for letter, same in sorted(by_letter.items()):
        if len(same) > 1 and not any(same <= pair for pair in NEVER_TOGETHER):
            texts = ', '.join(sorted(words[label] for label in same))
            yield f'{where}: {language}: {letter.upper()} stands for {texts}'


def main(root):
    problems = []
    found = labels(root)
    with open(os.path.join(root, 'po', 'LINGUAS'), encoding='utf-8') as lines:
        languages = [word for line in lines if not line.startswith('#') for word in line.split()]
    spoken = {'en': None, **{language: translations(root, f'po/{language}.po') for language in languages}}
    for where, english in sorted(found.items()):
        for language, words in spoken.items():
            texts = {label: label if words is None else words.get(label) for label in english}
            problems += check(where, language, texts)
    lint.report(problems)


if __name__ == '__main__':
    main(sys.argv[1])

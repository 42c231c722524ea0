#!/usr/bin/env python3
"""Every language of po/LINGUAS says every sentence of the interface: nothing
left out, nothing uncertain, and the formats in order.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import subprocess
import sys
import tempfile

import lint
import said

# A number that may be one, before a word in the plural: such a sentence has to
# have a form for each number. Limits, totals and sizes are never one.
FIXED_PLURAL = re.compile(r"(?<!than )(?<!plus de )(?<!of )(?<!× )%[\d$']*[du] [a-zé]+s\b")

KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'Q_:1g', 'g_dcgettext:2', 'g_dngettext:2,3',
            'g_dpgettext2:2c,3')


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False,
                          env=dict(os.environ, LC_ALL='C.UTF-8'), **options)


def extract(root, template):
    """Writes the sentences of the sources to TEMPLATE and returns complaints."""
    keywords = [f'--keyword={keyword}' for keyword in KEYWORDS]
    result = run('xgettext', '--from-code=UTF-8', *keywords, '--files-from=po/POTFILES.in',
                 '--output', template, cwd=root)
    return [] if result.returncode == 0 else result.stderr.splitlines()


def missing(merged, *options):
    """Returns the sentences that msgattrib selects, one line each."""
    result = run('msgattrib', '--no-wrap', '--no-obsolete', *options, merged)
    return [line[len('msgid '):] for line in result.stdout.splitlines()
            if line.startswith('msgid ') and line != 'msgid ""']


def fixed_plurals(root, path):
    for line, entry in said.entries(lint.read(root, path)):
        for text in (entry.get('msgid', ''), entry.get('msgstr', '')):
            if 'msgid_plural' not in entry and FIXED_PLURAL.search(text):
                yield f'{path}:{line}: in the plural whatever the number: {text}'


def check(root, language, template, folder):
    path = os.path.join('po', language + '.po')
    if not os.path.exists(os.path.join(root, path)):
        return [f'{path} is not there']
    checked = run('msgfmt', '--check', '--output-file', os.devnull, path, cwd=root)
    problems = checked.stderr.splitlines() if checked.returncode != 0 else []
    problems += fixed_plurals(root, path)
    merged = os.path.join(folder, language + '.po')
    result = run('msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file', merged,
                 os.path.join(root, path), template)
    if result.returncode != 0:
        return problems + result.stderr.splitlines()
    problems += [f'{path}: not translated: {text}' for text in missing(merged, '--untranslated')]
    problems += [f'{path}: uncertain: {text}' for text in missing(merged, '--only-fuzzy')]
    return problems


def main(root):
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'all.pot')
        problems += extract(root, template)
        with open(os.path.join(root, 'po', 'LINGUAS'), encoding='utf-8') as lines:
            languages = [word for line in lines if not line.startswith('#')
                         for word in line.split()]
        if not problems:
            for language in languages:
                problems += check(root, language, template, folder)
    lint.report(problems)


if __name__ == '__main__':
    main(sys.argv[1])

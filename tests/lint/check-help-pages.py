#!/usr/bin/env python3
"""Each page the window asks the help for is there, with the section that is
named, in the list of what is installed; and each class that has one exists.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys
import xml.etree.ElementTree as ElementTree

import lint

TABLE = 'src/ui/app/commons-help.c'
ENTRY = re.compile(r'\{ "(\w+)", "([\w#-]+)" \}')
CLASS = re.compile(r'G_DEFINE_\w*TYPE\w* ?\((\w+),')
PAGES = 'help/C'
# The help is read on slow disks and installed for every language.
PICTURE_MAX = 120 * 1024
MALLARD = '{http://projectmallard.org/1.0/}'


def sections(root, page):
    """Returns the names of the sections of a page, or None without that page."""
    path = os.path.join(root, PAGES, page + '.page')
    if not os.path.exists(path):
        return None
    return {section.get('id') for section in ElementTree.parse(path).iter(MALLARD + 'section')}


def check_page(root, name):
    page, _, section = name.partition('#')
    known = sections(root, page)
    if known is None:
        yield f'{TABLE}: there is no page {page}'
    elif section and section not in known:
        yield f'{TABLE}: the page {page} has no section {section}'


def check_installed(root):
    """Every page and picture is in the list, and all that is listed is there."""
    build = lint.read(root, 'help/meson.build')
    listed = set(re.findall(r"'([\w-]+\.page|legal\.xml)'", build))
    there = {name for name in os.listdir(os.path.join(root, PAGES)) if name.endswith(('.page', '.xml'))}
    for name in sorted(listed ^ there):
        yield f'help/meson.build: {name} is ' + ('not there' if name in listed else 'not listed')
    wanted = set()
    for name in sorted(there):
        wanted |= set(re.findall(r'src="(figures/[^"]+)"', lint.read(root, os.path.join(PAGES, name))))
    pictures = set(re.findall(r"'(figures/[^']+)'", build))
    for name in sorted(wanted ^ pictures):
        yield f'help/meson.build: {name} is ' + ('not listed' if name in wanted else 'shown nowhere')
    with open(os.path.join(root, 'help', 'LINGUAS'), encoding='utf-8') as lines:
        languages = [word for line in lines if not line.startswith('#') for word in line.split()]
    for name in sorted(wanted):
        for language in ['C', *languages]:
            path = os.path.join(root, 'help', language, name)
            if not os.path.exists(path):
                yield f'help/{language}/{name} is not there'
            elif os.path.getsize(path) > PICTURE_MAX:
                yield f'help/{language}/{name} is larger than {PICTURE_MAX // 1024} KiB'


def main(root):
    problems = []
    classes = {found for path in lint.walk(root, '.c') for found in CLASS.findall(lint.read(root, path) or '')}
    entries = ENTRY.findall(lint.without_comments(lint.read(root, TABLE)))
    for name, page in entries:
        # Some dialogs are of a class of the toolkit.
        if name not in classes and not name.startswith('Adw'):
            problems.append(f'{TABLE}: there is no {name}')
        problems += check_page(root, page)
    if len(entries) < 20:
        problems.append(f'{TABLE}: only {len(entries)} pages were found')
    lint.report(problems + list(check_installed(root)))


if __name__ == '__main__':
    main(sys.argv[1])

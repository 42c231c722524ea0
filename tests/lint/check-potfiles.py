#!/usr/bin/env python3
"""po/POTFILES.in names every file that has words to translate, sorted, and no
other.  With --update as second argument, writes it so.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

import lint

IN_C = re.compile(r'\b(?:_|N_|C_|NC_|Q_|ngettext|g_d[np]?gettext2?)\s*\(\s*"')
IN_UI = re.compile(r'\btranslatable="(?:yes|true|1)"')
ALWAYS = ('.desktop.in', '.metainfo.xml.in', '.gschema.xml')


def has_words(root, path):
    if path.endswith(ALWAYS):
        return True
    text = lint.read(root, path)
    if path.endswith('.ui'):
        return IN_UI.search(text) is not None
    return IN_C.search(lint.without_comments(text)) is not None


def wanted_files(root):
    return sorted(path for path in lint.walk(root, '.c', '.h', '.ui', *ALWAYS)
                  if path.split(os.sep)[0] in ('src', 'data') and has_words(root, path))


def listed_files(potfiles):
    with open(potfiles, encoding='utf-8') as lines:
        return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def main(root, update):
    potfiles = os.path.join(root, 'po', 'POTFILES.in')
    wanted = wanted_files(root)
    if update:
        with open(potfiles, 'w', encoding='utf-8') as file:
            file.writelines(path + '\n' for path in wanted)
    listed = listed_files(potfiles)
    problems = [f'po/POTFILES.in lacks {path}' for path in wanted if path not in listed]
    problems += [f'po/POTFILES.in names {path}, which has no words to translate'
                 for path in listed if path not in wanted]
    if listed != sorted(set(listed)):
        problems.append('po/POTFILES.in is not sorted, or names a file twice')
    lint.report(problems)


if __name__ == '__main__':
    main(sys.argv[1], '--update' in sys.argv[2:])

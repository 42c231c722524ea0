#!/usr/bin/env python3
"""The product speaks of itself alone: no path of the place where it was made,
and no note to finish something later.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sys

import lint

# In pieces, so that this file passes its own check.
WORDS = (
    (re.compile(r'(?<![\w./-])/' + r'work(?![\w-])'), 'a path outside of the project'),
    (re.compile(r'\.\./' + r'shared\b'), 'a path outside of the project'),
    (re.compile(r'(?<!\w)\.' + r'library\b'), 'a path outside of the project'),
    (re.compile(r'\b(?:TO' + r'DO|FIX' + r'ME|XX' + r'X)\b'), 'a note to finish something later'),
)
# A licence is quoted as it is.
QUOTED = {'COPYING'}


def check(root, path):
    text = lint.read(root, path)
    if text is None:
        return
    for pattern, what in WORDS:
        for found in pattern.finditer(text):
            yield f'{path}:{lint.line_of(text, found.start())}: {found[0]}: {what}'


def main(root):
    lint.report([problem for path in lint.walk(root) if path not in QUOTED
                 for problem in check(root, path)])


if __name__ == '__main__':
    main(sys.argv[1])

"""What the checks of this folder share: walking the sources, reading C.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

# Build directories and what tools leave behind are not part of the product.
IGNORED = re.compile(r'^(\.git|\.flatpak-builder|\.cache|__pycache__|_build.*|builddir)$')

TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def walk(root, *suffixes):
    """Yields the paths of files below ROOT, relative to it, in a stable order."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not IGNORED.match(name))
        for name in sorted(files):
            if not IGNORED.match(name) and (not suffixes or name.endswith(suffixes)):
                yield os.path.relpath(os.path.join(folder, name), root)


def read(root, path):
    """Returns the text of a file, or None for one that is not text."""
    with open(os.path.join(root, path), 'rb') as file:
        content = file.read()
    if b'\0' in content:
        return None
    try:
        return content.decode('utf-8')
    except UnicodeDecodeError:
        return None


def blank(text):
    """Returns spaces in place of TEXT, keeping its lines."""
    return re.sub(r'[^\n]', ' ', text)


def without_comments(source):
    """Returns C source with its comments blanked, its strings kept."""
    return TOKEN.sub(lambda token: blank(token[0]) if token[0][0] == '/' else token[0], source)


def without_comments_and_strings(source):
    """Returns C source with its comments and strings blanked."""
    return TOKEN.sub(lambda token: blank(token[0]), source)


def line_of(text, offset):
    """Returns the line number, from 1, of an offset."""
    return text.count('\n', 0, offset) + 1


def report(problems):
    """Prints the problems and leaves: with 1 when there are any."""
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)

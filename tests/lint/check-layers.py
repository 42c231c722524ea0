#!/usr/bin/env python3
"""Each layer of src includes only what it may know.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

import lint

# Who may include whose headers, besides its own.
MAY_USE = {
    'core': set(),
    'io': {'core'},
    'interact': {'core'},
    'render': {'core'},
    'compat': set(),
    'cli': {'core', 'io', 'render'},
    'ui': {'core', 'io', 'interact', 'render', 'compat'},
    'main.c': {'core', 'io', 'interact', 'render', 'compat', 'ui'},
    'commons-board.c': {'core', 'io', 'render', 'cli'},
}
MAY_USE_TOOLKIT = {'compat', 'ui', 'main.c'}
MAY_USE_DRAWING = {'render', 'cli', 'commons-board.c'} | MAY_USE_TOOLKIT

TOOLKIT = re.compile(r'^(gtk|gdk|gsk|graphene)\b|^(adwaita|libadwaita)|^(gtk|gdk|gsk|adw)-')
DRAWING = re.compile(r'^(pango|cairo|harfbuzz|hb)\b|^(pango|cairo|hb)-')
GENERATED = re.compile(r'^(config|.*-?(resources|enums|enum-types))\.h$')
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
VERSION_TEST = re.compile(r'\b[A-Z_]+_CHECK_VERSION\b')


def layer_of(path):
    """Returns the first folder below src, or the name of a file in src itself."""
    return path.split(os.sep)[1]


def own_headers(root, sources):
    """Maps the name of each header of src to its layer."""
    return {os.path.basename(path): layer_of(path)
            for path in sources if path.endswith('.h')}


def judge(layer, quote, name, headers):
    """Returns what is wrong with one include, or None."""
    if '..' in name.split('/'):
        return 'goes through a parent folder'
    if TOOLKIT.match(name) and layer not in MAY_USE_TOOLKIT:
        return 'brings in the toolkit'
    if DRAWING.match(name) and layer not in MAY_USE_DRAWING:
        return 'brings in drawing'
    if quote == '<' or GENERATED.match(os.path.basename(name)):
        return None
    owner = headers.get(os.path.basename(name))
    if owner is None:
        return 'is no header of this project'
    if owner != layer and owner not in MAY_USE[layer]:
        return f'belongs to {owner}, which {layer} must not know'
    return None


def check(root, path, headers):
    layer = layer_of(path)
    if layer not in MAY_USE:
        yield f'{path}: “{layer}” is no layer of the map in src/README.md'
        return
    source = lint.without_comments(lint.read(root, path))
    for include in INCLUDE.finditer(source):
        wrong = judge(layer, include[1], include[2], headers)
        if wrong:
            yield f'{path}:{lint.line_of(source, include.start())}: {include[2]} {wrong}'
    if layer != 'compat':
        for test in VERSION_TEST.finditer(source):
            yield (f'{path}:{lint.line_of(source, test.start())}: '
                   f'{test[0]}: versions are told apart in src/compat alone')


def main(root):
    sources = [os.path.join('src', path)
               for path in lint.walk(os.path.join(root, 'src'), '.c', '.h')]
    headers = own_headers(root, sources)
    lint.report([problem for path in sources for problem in check(root, path, headers)])


if __name__ == '__main__':
    main(sys.argv[1])

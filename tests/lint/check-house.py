#!/usr/bin/env python3
"""The top level holds what it should and nothing else; the scripts can run;
the package lists and the Flatpak manifest are in order.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import subprocess
import sys

import lint

TOP_LEVEL = {
    'COPYING', 'README.md', 'build-aux', 'data', 'help', 'meson.build', 'meson_options.txt',
    'org.inno3.CommonsCanvas.json', 'po', 'src', 'tests',
}
NEEDED = TOP_LEVEL - {'help', 'meson_options.txt'}
SCRIPTS = ('build-aux/in-debian', 'build-aux/install', 'build-aux/run', 'build-aux/test',
           '.ci/run')
PACKAGES = {'arch', 'debian', 'fedora', 'opensuse'}
SECTIONS = ['build', 'run', 'test', 'root']
PACKAGE = re.compile(r'^[A-Za-z0-9/][A-Za-z0-9+._/-]*$')
PERMISSIONS = {'--device=dri', '--share=ipc', '--socket=fallback-x11', '--socket=wayland'}


def check_top_level(root):
    names = {name for name in os.listdir(root)
             if not name.startswith('.') and not lint.IGNORED.match(name)}
    for name in sorted(names - TOP_LEVEL):
        yield f'{name} does not belong at the top level'
    for name in sorted(NEEDED - names):
        yield f'{name} is not there'


def check_scripts(root):
    for script in SCRIPTS:
        path = os.path.join(root, script)
        if not os.path.exists(path):
            yield f'{script} is not there'
            continue
        if not os.access(path, os.X_OK):
            yield f'{script} cannot be run'
        with open(path, encoding='utf-8') as file:
            shell = 'bash' if 'bash' in file.readline() else 'sh'
        result = subprocess.run([shell, '-n', path], capture_output=True, text=True, check=False)
        if result.returncode != 0:
            yield f'{script}: {result.stderr.strip()}'


def check_package_list(root, name):
    sections = {}
    path = os.path.join('build-aux', 'packages', name)
    for line in lint.read(root, path).splitlines():
        line = line.split('#')[0].strip()
        if line.startswith('['):
            sections[line.strip('[]')] = entries = []
        elif line:
            if not PACKAGE.match(line):
                yield f'{path}: “{line}” is no name of a package'
            entries.append(line)
    if list(sections) != SECTIONS:
        yield f'{path}: its sections should be {", ".join(SECTIONS)}'
    for section, entries in sections.items():
        if len(entries) != len(set(entries)) or not entries:
            yield f'{path}: [{section}] is empty or names something twice'


def check_packages(root):
    names = set(os.listdir(os.path.join(root, 'build-aux', 'packages')))
    if names != PACKAGES:
        yield f'build-aux/packages should hold {", ".join(sorted(PACKAGES))}'
    for name in sorted(names & PACKAGES):
        yield from check_package_list(root, name)


def check_manifest(root):
    manifest = json.loads(lint.read(root, 'org.inno3.CommonsCanvas.json'))
    if manifest.get('id') != 'org.inno3.CommonsCanvas':
        yield 'the manifest is not that of org.inno3.CommonsCanvas'
    if manifest.get('command') != 'commons-canvas':
        yield 'the manifest does not run commons-canvas'
    for permission in sorted(set(manifest.get('finish-args', [])) - PERMISSIONS):
        yield f'the manifest asks for {permission}, which the program does not need'


def main(root):
    lint.report([problem
                 for part in (check_top_level, check_scripts, check_packages, check_manifest)
                 for problem in part(root)])


if __name__ == '__main__':
    main(sys.argv[1])

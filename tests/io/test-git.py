#!/usr/bin/env python3
"""Two people change one board in two branches, and git calls commons-board to
put them together and to tell what changed.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

BOARD = os.environ['COMMONS_BOARD']
EXAMPLE = os.path.join(os.environ['COMMONS_SOURCE'], 'data', 'examples', 'fontaines-ouvertes.en.commons')

count = 0


def ok(what):
    global count
    count += 1
    print(f'ok {count} - {what}', flush=True)


def require(condition, what):
    if not condition:
        print(f'not ok {count + 1} - {what}')
        sys.exit(1)


def git(folder, *words, code=0):
    env = {**os.environ, 'HOME': folder, 'GIT_CONFIG_NOSYSTEM': '1', 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en',
           'GIT_AUTHOR_NAME': 'A', 'GIT_AUTHOR_EMAIL': 'a@example.org', 'GIT_COMMITTER_NAME': 'A',
           'GIT_COMMITTER_EMAIL': 'a@example.org'}
    run = subprocess.run(['git', *words], cwd=folder, env=env, capture_output=True, text=True)
    require(code is None or run.returncode == code, f'git {" ".join(words)}: {run.returncode} {run.stdout} {run.stderr}')
    return run


def edit(path, change):
    with open(path, encoding='utf-8') as file:
        board = json.load(file)
    change({node['id']: node for node in board['nodes']})
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(board, file, ensure_ascii=False)


def read(path):
    with open(path, encoding='utf-8') as file:
        return {node['id']: node for node in json.load(file)['nodes']}


def make(folder):
    """What the README tells to write, and a board."""
    with open(os.path.join(folder, '.gitattributes'), 'w', encoding='utf-8') as file:
        file.write('*.commons merge=commons diff=commons\n')
    git(folder, 'init', '-q', '-b', 'main')
    git(folder, 'config', 'merge.commons.driver', f'"{BOARD}" merge -o %A %O %A %B')
    git(folder, 'config', 'diff.commons.command', f'"{BOARD}" diff')
    path = os.path.join(folder, 'board.commons')
    shutil.copy(EXAMPLE, path)
    git(folder, 'add', '.')
    git(folder, 'commit', '-qm', 'base')
    return path


def branch(folder, path, ours, theirs):
    git(folder, 'checkout', '-qb', 'other')
    edit(path, theirs)
    git(folder, 'commit', '-qam', 'theirs')
    git(folder, 'checkout', '-q', 'main')
    edit(path, ours)
    git(folder, 'commit', '-qam', 'ours')


def text_ids():
    return [node['id'] for node in read(EXAMPLE).values() if node['type'] == 'text'][:3]


def test_clean(folder):
    first, second, _ = text_ids()
    path = make(folder)
    branch(folder, path,
           lambda nodes: nodes[first].update(text='Ours'),
           lambda nodes: (nodes[first].update(x=nodes[first]['x'] + 500), nodes[second].update(text='Theirs')))
    git(folder, 'merge', '-q', '-m', 'merge', 'other')
    nodes = read(path)
    require(nodes[first]['text'] == 'Ours' and nodes[second]['text'] == 'Theirs', 'both texts are there')
    require(nodes[first]['x'] == read(EXAMPLE)[first]['x'] + 500, 'what moved there moved')
    ok('what both sides changed apart is merged')


def test_conflict(folder):
    first = text_ids()[0]
    path = make(folder)
    branch(folder, path,
           lambda nodes: nodes[first].update(text='Our words'),
           lambda nodes: nodes[first].update(text='Their words'))
    run = git(folder, 'merge', 'other', code=1)
    require('Our words' in run.stderr + run.stdout and 'Their words' in run.stderr + run.stdout, 'both sides are told')
    node = read(path)[first]
    require(node['text'] == 'Our words', 'ours stays')
    require(node['commons']['conflicts'] == [{'at': ['text'], 'ours': 'Our words', 'theirs': 'Their words'}],
            'theirs is written beside it')
    require(subprocess.run([BOARD, 'info', path], capture_output=True).returncode == 0, 'the board still opens')
    ok('what both sides changed is kept twice, and git says that there is a conflict')


def test_diff(folder):
    first = text_ids()[0]
    path = make(folder)
    edit(path, lambda nodes: nodes[first].update(text='Other words'))
    run = git(folder, '--no-pager', 'diff')
    require('Other words' in run.stdout and '~' in run.stdout, f'the change is told in words: {run.stdout}')
    os.unlink(path)
    run = git(folder, '--no-pager', 'diff')
    require('−' in run.stdout, 'a board that is gone is told')
    ok('git tells in words what changed')


def test_unreadable(folder):
    path = make(folder)
    git(folder, 'checkout', '-qb', 'other')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('{"nodes": [')
    git(folder, 'commit', '-qam', 'broken')
    git(folder, 'checkout', '-q', 'main')
    edit(path, lambda nodes: nodes[text_ids()[0]].update(text='Ours'))
    git(folder, 'commit', '-qam', 'ours')
    with open(path, encoding='utf-8') as file:
        before = file.read()
    run = git(folder, 'merge', 'other', code=None)
    require(run.returncode != 0, 'git is told that it failed')
    with open(path, encoding='utf-8') as file:
        require(file.read() == before, 'our board is untouched')
    ok('what cannot be read is not merged, and ours stays whole')


def main():
    if shutil.which('git') is None:
        print('1..0 # SKIP git is not installed')
        return
    tests = [test_clean, test_conflict, test_diff, test_unreadable]
    print(f'1..{len(tests)}', flush=True)
    for test in tests:
        folder = tempfile.mkdtemp(prefix='commons-git-')
        try:
            test(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


main()

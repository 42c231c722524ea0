#!/usr/bin/env python3
# check-written.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Holds a board with every answer to every question against the schema, as it
# was written: check-written.py SOURCE_ROOT PROGRAM, where PROGRAM --board OUT
# writes it.

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, str(Path(sys.argv[1]) / 'tests' / 'lint'))

from json_schema import Schema  # noqa: E402


def main(root, program):
    schema = Schema(json.loads((Path(root) / 'data/schema/commons-canvas-1.schema.json').read_text()))
    with tempfile.TemporaryDirectory(prefix='commons-written-') as folder:
        path = Path(folder) / 'answers.commons'
        subprocess.run([program, '--board', str(path)], check=True)
        board = json.loads(path.read_text(encoding='utf-8'))
    problems = [f'{where}: {what}' for where, what in schema.errors(board, schema.document)]
    answers = board['commons'].get('sheets', {})
    cards = {node['id'] for node in board['nodes']}
    if len(answers) != 42:
        problems.append(f'{len(answers)} questions are answered')
    for name, answer in answers.items():
        for card in answer['cards']:
            if card not in cards:
                problems.append(f'{name}: there is no {card}')
    print('\n'.join(problems), end='')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))

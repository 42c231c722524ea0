#!/usr/bin/env python3
# check-tables.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Holds a board that two tables were brought into against the schema, as it
# was written: check-tables.py SOURCE_ROOT PROGRAM, where PROGRAM --board OUT
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
    with tempfile.TemporaryDirectory(prefix='commons-tables-') as folder:
        path = Path(folder) / 'tables.commons'
        subprocess.run([program, '--board', str(path)], check=True)
        board = json.loads(path.read_text(encoding='utf-8'))
    problems = [f'{where}: {what}' for where, what in schema.errors(board, schema.document)]
    named = schema.document['$defs']['table']['properties']
    tables = board['commons'].get('tables', [])
    if [table['name'] for table in tables] != ['Ash', 'Birch']:
        problems.append(f'the tables are {tables}')
    for table in tables:
        if table['color'] not in named['color']['enum']:
            problems.append(f'{table["color"]} is no colour of the schema')
    for node in board['nodes']:
        meaning = node.get('commons', {})
        for name in [meaning.get('table', 'Ash'), *meaning.get('tables', [])]:
            if name not in ('Ash', 'Birch'):
                problems.append(f'{node["id"]}: no table is named {name}')
    if not any(node.get('commons', {}).get('tables') == ['Ash', 'Birch'] for node in board['nodes']):
        problems.append('no card is from both tables')
    print('\n'.join(problems), end='')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))

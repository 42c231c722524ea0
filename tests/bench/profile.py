#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the instructions of starting, opening, panning and dragging.

    tests/bench/profile.py BUILD [start open pan drag] [--cards 2000] [--items 12]

Runs the programs of the bench under callgrind and prints, for each, what is
spent most instructions on, by itself and with all it calls. These counts repeat,
whatever else the machine does. Needs valgrind.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from bench import Bench

# How each is measured: the program, its arguments, and the function around what
# counts; all of the program counts where there is none.
WAYS = {
    'start': ('commons-bench-launch', lambda board, cards: [time.monotonic() * 1e3, cards, board], None),
    'open': ('commons-bench-window', lambda board, cards: [cards, 'profile-open'], 'bench_profiled'),
    'pan': ('commons-bench-window', lambda board, cards: [cards, 'profile-pan'], 'bench_profiled'),
    'drag': ('commons-bench-window', lambda board, cards: [cards, 'profile-drag'], 'bench_profiled'),
}


def count(bench, what, cards):
    program, list_arguments, around = WAYS[what]
    output = pathlib.Path(bench.home) / f'{what}.callgrind'
    command = ['valgrind', '--tool=callgrind', f'--callgrind-out-file={output}', '--quiet']
    if around:
        command += ['--collect-atstart=no', f'--toggle-collect={around}']
    arguments = list_arguments(bench.write_board(cards), cards)
    subprocess.run([*command, bench.programs / program, *map(str, arguments)], env=bench.environment,
                   stdout=subprocess.DEVNULL, check=True)
    return output


def print_items(output, what, items, inclusive):
    text = subprocess.run(['callgrind_annotate', f'--inclusive={"yes" if inclusive else "no"}', '--threshold=99', output],
                          stdout=subprocess.PIPE, text=True, check=True).stdout
    lines = [line for line in text.splitlines() if line.lstrip()[:1].isdigit() and '%)' in line]
    print(f'\n{what}, {"with what they call" if inclusive else "by themselves"}')
    for line in lines[:items]:
        print('  ' + line.strip().replace('???:', '')[:150])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('build', type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument('what', nargs='*', choices=[*WAYS, []], default=list(WAYS))
    parser.add_argument('--cards', type=int, default=2000)
    parser.add_argument('--items', type=int, default=12)
    options = parser.parse_args()
    if 'COMMONS_BENCH_DISPLAY' not in os.environ:
        os.environ['COMMONS_BENCH_DISPLAY'] = '1'
        os.execvp('dbus-run-session', ['dbus-run-session', '--', 'xvfb-run', '-a', '-s', '-screen 0 1600x900x24 -noreset',
                                       sys.executable, *sys.argv])

    with tempfile.TemporaryDirectory(prefix='commons-profile-') as home:
        bench = Bench(options.build, home, 'cairo')
        for what in options.what:
            output = count(bench, what, options.cards)
            print_items(output, what, options.items, False)
            print_items(output, what, options.items * 2, True)


if __name__ == '__main__':
    main()

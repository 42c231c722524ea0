#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the instructions of starting, opening, panning, dragging, undoing and autosaving.

    tests/bench/profile.py BUILD [start open pan drag undo autosave] [--cards 2000] [--items 12]

Runs the programs of the bench under callgrind and prints, for each, what is
spent most instructions on, by itself and with all it calls. These counts repeat,
whatever else the machine does. Functions of libraries without debug symbols
have no name: they are left out of what is told with all it calls, as is what
calls itself. Needs valgrind.
"""

import argparse
import os
import pathlib
import re
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
    'undo': ('commons-bench-window', lambda board, cards: [cards, 'profile-undo'], 'bench_undo'),
    'autosave': ('commons-bench-window', lambda board, cards: [cards, 'profile-autosave'], 'bench_profiled'),
}

# What has no name, calls itself, or only passes calls on.
PASSING = re.compile(r":0x0|'2 |below main|libc-start|:main |g_main_|g_signal_emit|g_closure|g_cclosure|g_application_run")


def count(bench, what, cards):
    program, list_arguments, around = WAYS[what]
    output = pathlib.Path(bench.home) / f'{what}.callgrind'
    command = ['valgrind', '--tool=callgrind', f'--callgrind-out-file={output}', '--quiet']
    if around:
        command += ['--collect-atstart=no', f'--toggle-collect={around}']
    else:
        # The first figure is printed when the board is drawn.
        command += ['--dump-before=bench_print']
    arguments = list_arguments(bench.write_board(cards), cards)
    subprocess.run([*command, bench.programs / program, *map(str, arguments)], env=bench.environment,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return output if around else output.with_name(output.name + '.1')


def shorten(line):
    """Without the folders of the build and of the libraries."""
    line = re.sub(r'\S*_build/\.\./|\?\?\?:', '', line.strip())
    return re.sub(r'\[.*/(.*)\]', r'[\1]', line)[:150]


def print_items(output, what, items, inclusive):
    text = subprocess.run(['callgrind_annotate', f'--inclusive={"yes" if inclusive else "no"}', '--threshold=99', output],
                          stdout=subprocess.PIPE, text=True, check=True).stdout
    lines = [line for line in text.splitlines() if line.lstrip()[:1].isdigit() and '%)' in line]
    if inclusive:
        lines = [line for line in lines if '[' in line and not PASSING.search(line)]
    print(f'\n{what}, {"with what they call" if inclusive else "by themselves"}')
    for line in lines[:items]:
        print('  ' + shorten(line))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('build', type=lambda path: pathlib.Path(path).resolve())
    # Nothing is no choice, for some versions of argparse: all is meant.
    parser.add_argument('what', nargs='*', metavar='{' + ','.join(WAYS) + '}')
    parser.add_argument('--cards', type=int, default=2000)
    parser.add_argument('--items', type=int, default=12)
    options = parser.parse_args()
    unknown = [what for what in options.what if what not in WAYS]
    if unknown:
        parser.error(f'there is no {unknown[0]}')
    if 'COMMONS_BENCH_DISPLAY' not in os.environ:
        os.environ['COMMONS_BENCH_DISPLAY'] = '1'
        os.execvp('dbus-run-session', ['dbus-run-session', '--', 'xvfb-run', '-a', '-s', '-screen 0 1600x900x24 -noreset',
                                       sys.executable, *sys.argv])

    with tempfile.TemporaryDirectory(prefix='commons-profile-') as home:
        bench = Bench(options.build, home, 'cairo')
        for what in options.what or WAYS:
            output = count(bench, what, options.cards)
            print_items(output, what, options.items, False)
            print_items(output, what, options.items * 2, True)


if __name__ == '__main__':
    main()

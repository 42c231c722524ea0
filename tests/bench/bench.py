#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the program and prints a table: measured, wanted, last release.

    tests/bench/bench.py BUILD [--sizes 200,2000,10000] [--runs 3] [--growth]
                         [--only window,launch,files] [--renderer cairo]
                         [--record VERSION]

Times are those of the processor, in milliseconds, so that a machine that is
busy with something else gives the same figures; each is the median of the runs.
A window of 1600 × 900 is shown on a display of its own.

--growth measures boards from 200 to 20,000 cards instead, and prints with which
power of their number each cost grows: 0 is constant, 1 is linear.
--record writes figures.tsv, which the next release is compared with.
"""

import argparse
import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
FIGURES = HERE / 'figures.tsv'
GROWTH_SIZES = [200, 500, 1000, 2000, 5000, 10000, 20000]

# Exponents that the growth of a cost may have at most. Both pans and the drag
# touch what is in view; the least squares of a constant are rarely 0.
EXPONENTS = {'pan': 0.15, 'drag': 0.15, 'pan-all': 0.15, 'load': 1.1, 'save': 1.1, 'png': 1.1, 'file': 1.1}


def read_targets():
    targets = {}
    for line in (HERE / 'targets.tsv').read_text().splitlines():
        if line and not line.startswith('#'):
            name, label, unit, *values = line.split('\t')
            targets[name] = (label, unit, dict(zip((200, 2000, 10000), map(float, values))))
    return targets


def read_lines(text, figures):
    """Adds lines of name, number of cards, value and unit."""
    for line in text.splitlines():
        fields = line.split('\t')
        if len(fields) == 4 and not line.startswith('#'):
            figures.setdefault((fields[0], int(fields[1])), []).append(float(fields[2]))


def read_figures():
    figures, title = {}, 'last release'
    if FIGURES.exists():
        text = FIGURES.read_text()
        title = text.splitlines()[0].lstrip('# ')
        read_lines(text, figures)
    return {key: values[0] for key, values in figures.items()}, title


class Bench:
    def __init__(self, build, home, renderer):
        self.build = build
        self.home = home
        self.programs = build / 'tests' / 'bench'
        # Without a processor of graphics, shaders are compiled for this one, a
        # minute's worth for each window unless there is where to keep them.
        pathlib.Path(home, 'cache').mkdir()
        self.environment = dict(
            os.environ, HOME=home, XDG_CONFIG_HOME=home + '/config', XDG_DATA_HOME=home + '/data',
            XDG_CACHE_HOME=home + '/cache', XDG_STATE_HOME=home + '/state', GSETTINGS_BACKEND='memory',
            GSETTINGS_SCHEMA_DIR=str(build / 'data'), GSK_RENDERER=renderer, GDK_BACKEND='x11', GTK_A11Y='none',
            GIO_USE_VFS='local', GIO_USE_VOLUME_MONITOR='unix', GIO_USE_PORTALS='0', ADW_DISABLE_PORTAL='1',
            NO_AT_BRIDGE='1', LC_ALL='C.UTF-8', LANGUAGE='C', COMMONS_LOCALEDIR=str(build / 'po'),
            COMMONS_SOURCE=str(HERE.parent.parent), COMMONS_BOARD=str(build / 'src' / 'commons-board'))
        self.figures = {}

    def run(self, program, *arguments):
        result = subprocess.run([self.programs / program, *map(str, arguments)], env=self.environment,
                                stdout=subprocess.PIPE, text=True, check=False)
        if result.returncode != 0:
            print(f'{program} {" ".join(map(str, arguments))} ended with {result.returncode}', file=sys.stderr)
        # What was measured so far is seen, and not lost when somebody gives up.
        print(result.stdout, end='', file=sys.stderr, flush=True)
        read_lines(result.stdout, self.figures)

    def write_board(self, size):
        path = pathlib.Path(self.home) / f'{size}.commons'
        if not path.exists():
            with path.open('wb') as file:
                subprocess.run([self.programs / 'commons-bench-generate', str(size)], stdout=file, check=True)
        return path

    def launch(self, size, runs):
        """The floor is measured in turns with the program: both meet the same machine."""
        board = self.write_board(size)
        for _ in range(runs + 1):
            self.run('commons-bench-launch', time.monotonic() * 1e3, size)
            self.run('commons-bench-launch', time.monotonic() * 1e3, size, board)
        for name, ours, floor in (('launch', 'launch-cpu', 'floor-cpu'),
                                  ('launch-wall', 'launch-wall', 'floor-wall'),
                                  ('memory', 'launch-memory', 'floor-memory')):
            if (ours, size) in self.figures and (floor, size) in self.figures:
                # The first of each fills the caches of the system.
                mine = statistics.median(self.figures[ours, size][1:])
                least = statistics.median(self.figures[floor, size][1:])
                self.figures[name, size] = [mine - least]

    def measure(self, size, options):
        if 'launch' in options.only and not options.growth:
            self.launch(size, options.runs)
        for _ in range(1 if options.growth else options.runs):
            if 'window' in options.only:
                self.run('commons-bench-window', size, *(['growth'] if options.growth else []))
        if 'files' in options.only and (self.programs / 'commons-bench-files').exists():
            self.run('commons-bench-files', size, *(['growth'] if options.growth else []))

    def get(self, name, size):
        values = self.figures.get((name, size))
        return statistics.median(values) if values else None


def say(value):
    if value is None:
        return '–'
    return f'{value:,.0f}' if abs(value) >= 100 else f'{value:.1f}'


def print_table(bench, sizes, targets):
    before, title = read_figures()
    print('\n' + f'{"measured | target | " + title:<48}' + ''.join(f'{size:>26,}' for size in sizes))
    missed = 0
    for name, (label, unit, wanted) in targets.items():
        cells = []
        for size in sizes:
            value, target = bench.get(name, size), wanted.get(size)
            over = value is not None and target is not None and value > target
            missed += over
            cells.append(f'{say(value) + ("!" if over else ""):>9} |{say(target):>6} |{say(before.get((name, size))):>6}')
        print(f'{label + " (" + unit + ")":<48}' + ''.join(f'{cell:>26}' for cell in cells))
    print(f'\n{missed} over their target (!)')

    others = sorted({name for name, _ in bench.figures} - set(targets))
    if others:
        print('\nBeside these:')
    for name in others:
        print(f'{name:<48}' + ''.join(f'{say(bench.get(name, size)):>26}' for size in sizes))


def fit_exponent(points):
    """The slope of the straight line through the logarithms."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(max(y, 1e-6)) for _, y in points]
    mean_x, mean_y = statistics.mean(xs), statistics.mean(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)


def print_growth(bench, sizes):
    print('\n' + f'{"cost by number of cards":<28}' + ''.join(f'{size:>10,}' for size in sizes) + f'{"exponent":>10}')
    for name in sorted({name for name, _ in bench.figures}):
        points = [(size, bench.get(name, size)) for size in sizes if bench.get(name, size) is not None]
        if len(points) < 3:
            continue
        exponent = fit_exponent(points)
        mark = '!' if exponent > EXPONENTS.get(name, 9) else ''
        print(f'{name:<28}' + ''.join(f'{say(bench.get(name, size)):>10}' for size in sizes) + f'{exponent:>9.2f}{mark}')


def record(bench, sizes, version):
    lines = [f'# {version}']
    for name in sorted({name for name, _ in bench.figures}):
        lines += [f'{name}\t{size}\t{bench.get(name, size):.3f}\t' for size in sizes if bench.get(name, size) is not None]
    FIGURES.write_text('\n'.join(lines) + '\n')


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('build', type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument('--sizes', type=lambda text: [int(size) for size in text.split(',')])
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--growth', action='store_true')
    parser.add_argument('--only', type=lambda text: text.split(','), default=['launch', 'window', 'files'])
    parser.add_argument('--renderer', default='cairo')
    parser.add_argument('--record', metavar='VERSION')
    return parser.parse_args()


def main():
    options = parse()
    if 'COMMONS_BENCH_DISPLAY' not in os.environ:
        # Again, within a session and a display of its own.
        os.environ['COMMONS_BENCH_DISPLAY'] = '1'
        os.execvp('dbus-run-session', ['dbus-run-session', '--', 'xvfb-run', '-a', '-s', '-screen 0 1600x900x24 -noreset',
                                       sys.executable, *sys.argv])

    sizes = options.sizes or (GROWTH_SIZES if options.growth else [200, 2000, 10000])
    with tempfile.TemporaryDirectory(prefix='commons-bench-') as home:
        bench = Bench(options.build, home, options.renderer)
        for size in sizes:
            bench.measure(size, options)

    if options.growth:
        print_growth(bench, sizes)
    else:
        print_table(bench, sizes, read_targets())
    if options.record:
        record(bench, sizes, options.record)


if __name__ == '__main__':
    main()

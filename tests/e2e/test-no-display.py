#!/usr/bin/python3
"""Where there is no display the window says so, and the command line works.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess
import sys

import e2e

EXAMPLE = e2e.example('fontaines-ouvertes.en.commons')


def run(session, variable, *arguments):
    env = {name: value for name, value in os.environ.items()
           if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'GDK_BACKEND')}
    env.update({'HOME': session.folder, 'XDG_RUNTIME_DIR': session.folder, 'G_DEBUG': e2e.G_DEBUG,
                'LC_ALL': 'C.UTF-8'})
    return subprocess.run([os.environ[variable], *arguments], env=env, capture_output=True, text=True,
                          timeout=e2e.DEADLINE, check=False)


@e2e.test
def the_window_says_what_is_missing(session):
    result = run(session, 'COMMONS_CANVAS', EXAMPLE)
    e2e.check_equal(result.returncode, 1, 'exit status')
    e2e.check('needs a display' in result.stderr, f'it says “{result.stderr}”')
    e2e.check('commons-board' in result.stderr, 'it does not say what works here')
    e2e.check('WARNING' not in result.stderr and 'CRITICAL' not in result.stderr, result.stderr)


@e2e.test
def version_and_help_need_none(session):
    version = run(session, 'COMMONS_CANVAS', '--version')
    e2e.check_equal((version.returncode, version.stderr), (0, ''), 'status and errors of --version')
    e2e.check(version.stdout.startswith('commons-canvas '), f'--version says “{version.stdout}”')
    usage = run(session, 'COMMONS_CANVAS', '--help')
    e2e.check_equal(usage.returncode, 0, 'status of --help')
    e2e.check('commons-canvas' in usage.stdout, f'--help says “{usage.stdout}”')


@e2e.test
def the_command_line_draws(session):
    for extension, start in (('png', b'\x89PNG'), ('svg', b'<?xml'), ('pdf', b'%PDF-')):
        path = session.path(f'board.{extension}')
        result = run(session, 'COMMONS_BOARD', 'export', '-o', path, EXAMPLE)
        e2e.check_equal((result.returncode, result.stderr), (0, ''), f'status and errors for {extension}')
        e2e.check(e2e.read_bytes(path).startswith(start), f'{path} is no {extension}')


@e2e.test
def the_command_line_tells_errors(session):
    path = session.write('bad.commons', '{\n\t"nodes":[}\n')
    out = session.path('out.png')
    result = run(session, 'COMMONS_BOARD', 'export', '-o', out, path)
    e2e.check_equal(result.returncode, 1, 'exit status')
    e2e.check('ine 2' in result.stderr, f'it says “{result.stderr}”')
    e2e.check(not os.path.exists(out), 'a picture was written')


if __name__ == '__main__':
    sys.exit(e2e.main(needs_display=False))

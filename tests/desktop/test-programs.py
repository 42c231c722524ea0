#!/usr/bin/env python3
"""What is said of the programs beside them: manual pages and what shells
complete name every option there is, and no other.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

import desktop
from desktop import BUILD, SOURCE, check, check_equal, read, require_tool, run

MAN = os.path.join(SOURCE, 'data', 'man')
COMPLETIONS = os.path.join(SOURCE, 'data', 'completions')
PROGRAMS = {
    'commons-board': os.environ['COMMONS_BOARD'],
    'commons-canvas': os.environ['COMMONS_CANVAS'],
}
ENV = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'C'}
# Those of the toolkit, not ours to tell.
TOOLKIT = re.compile(r'--(help-\w+|gapplication-\w+|display|gtk-\w+)')


def commands():
    """The commands of commons-board, as its help lists them."""
    told = run(PROGRAMS['commons-board'], '--help', env=ENV).stdout
    return re.findall(r'^  commons-board (\w+) ', told, re.MULTILINE)


def options_told(program, *words):
    """The options the program itself tells of: {long: short or None}."""
    told = run(PROGRAMS[program], *words, '--help', env=ENV).stdout
    found = {}
    for short, long in re.findall(r'^  (?:(-\w), )?(--[\w-]+)', told, re.MULTILINE):
        if not TOOLKIT.fullmatch(long):
            found[long] = short or None
    return found


def all_options(program):
    found = {**options_told(program), '--help': '-h', '--version': None}
    if program == 'commons-board':
        for command in commands():
            found.update(options_told(program, command))
    return found


def options_of_page(text):
    """Every long option a manual page names."""
    return {'--' + name.replace('\\-', '-') for name in re.findall(r'\bFl \\-([\w-]+)', text)} - {'--'}


@desktop.test
def options_are_read(_folder):
    """Or the tests below would compare nothing."""
    check_equal(commands(), ['export', 'info', 'new', 'format', 'diff', 'merge', 'thumbnail'], 'commands')
    check(len(all_options('commons-board')) >= 15, str(all_options('commons-board')))
    check({'--template', '--open', '--example'} <= set(all_options('commons-canvas')), 'options of the window')


@desktop.test
def manual_pages(_folder):
    for program in PROGRAMS:
        options = all_options(program)
        for name in (f'{program}.1', f'{program}.fr.1'):
            text = read(MAN, name)
            check_equal(options_of_page(text), set(options), f'options in {name}')
            for long, short in options.items():
                check(short is None or f'Fl {short[1:]} ' in text, f'{name} does not tell of {short}, which is {long}')
            if program == 'commons-board':
                check_equal(re.findall(r'^\.It Cm (\w+)$', text, re.MULTILINE), commands(), f'commands in {name}')


# The names of sections are those of the language of the page.
TRANSLATED = re.compile(r'first section is not "NAME"|description line outside NAME section')


@desktop.test
def manual_pages_are_sound(_folder):
    require_tool('mandoc')
    for name in sorted(os.listdir(MAN)):
        if name.endswith('.1'):
            said = run('mandoc', '-Tlint', '-Wwarning', os.path.join(MAN, name), code=None, env=ENV)
            complaints = [line for line in (said.stdout + said.stderr).splitlines()
                          if not ('.fr.' in name and TRANSLATED.search(line)) and 'mandoc.db' not in line]
            check(not complaints, '\n'.join(complaints))


@desktop.test
def completions_name_all_options(_folder):
    for program in PROGRAMS:
        options = set(all_options(program))
        for name in (program, f'_{program}'):
            text = read(COMPLETIONS, name)
            check_equal(set(re.findall(r'(?<![\w-])--[a-z][\w-]+', text)), options, f'options in {name}')
        fish = read(COMPLETIONS, f'{program}.fish')
        check_equal({f'--{name}' for name in re.findall(r'^complete .* -l ([\w-]+)', fish, re.MULTILINE)}, options, f'options in {program}.fish')


def complete_in_bash(program, *words, folder):
    """What bash offers after these words, the last of them begun."""
    script = f'''
      cd {folder!r}; source {os.path.join(COMPLETIONS, program)!r}
      COMP_WORDS=({" ".join(repr(word) for word in (program, *words))}); COMP_CWORD={len(words)}
      complete -p {program} | grep -q -- '-F ' || exit 3
      _{program.replace("-", "_")} {program} {words[-1]!r} {([program] + list(words))[-2]!r}
      printf '%s\\n' "${{COMPREPLY[@]}}"
    '''
    return run('bash', '--norc', '-u', '-c', script, env=ENV).stdout.split()


@desktop.test
def bash_completes(folder):
    for name in ('one.commons', 'two.canvas', 'three.txt', 'four.png'):
        with open(os.path.join(folder, name), 'w', encoding='utf-8'):
            pass
    check_equal(complete_in_bash('commons-board', 'ex', folder=folder), ['export'], 'commands')
    check_equal(complete_in_bash('commons-board', 'export', '--th', folder=folder), ['--theme'], 'options')
    check_equal(complete_in_bash('commons-board', 'export', '-t', '', folder=folder), ['light', 'dark', 'print'], 'themes')
    check_equal(sorted(complete_in_bash('commons-board', 'info', '', folder=folder)), ['one.commons', 'two.canvas'], 'boards')
    check_equal(complete_in_bash('commons-board', 'export', '-o', '', folder=folder), ['four.png'], 'pictures')
    check_equal(complete_in_bash('commons-canvas', '-t', 'ec', folder=folder), ['economic'], 'templates')
    check_equal(complete_in_bash('commons-canvas', '--o', folder=folder), ['--open'], 'options of the window')
    for command in commands():
        offered = set(complete_in_bash('commons-board', command, '--', folder=folder))
        check_equal(offered, {*options_told('commons-board', command), '--help'}, f'options of {command}')


@desktop.test
def zsh_completes(folder):
    require_tool('zsh')
    found = run('zsh', '-f', '-c', f'fpath=({COMPLETIONS!r} $fpath); autoload -Uz compinit; '
                f'compinit -u -d {folder!r}/dump; print $_comps[commons-board] $_comps[commons-canvas]', env=ENV)
    check_equal(found.stdout.split(), ['_commons-board', '_commons-canvas'], 'what completes them')
    for program in PROGRAMS:
        run('zsh', '-n', os.path.join(COMPLETIONS, f'_{program}'))
        check(read(COMPLETIONS, f'_{program}').startswith(f'#compdef {program}\n'), f'_{program} says for what it is')


@desktop.test
def fish_completes(folder):
    require_tool('fish')
    env = {**ENV, 'HOME': folder, 'XDG_CONFIG_HOME': folder, 'XDG_DATA_HOME': folder}

    def offered(program, line):
        said = run('fish', '--no-config', '-c',
                   f'source {os.path.join(COMPLETIONS, program)}.fish; complete -C {line!r}', env=env, cwd=folder)
        return {word.split('\t')[0].rstrip('=') for word in said.stdout.splitlines()}

    check_equal(offered('commons-board', 'commons-board '), set(commands()), 'commands')
    for command in commands():
        check_equal(offered('commons-board', f'commons-board {command} --'),
                    {option for option in options_told('commons-board', command)} | {'--help'}, f'options of {command}')
    check_equal(offered('commons-board', 'commons-board export --theme '), {'light', 'dark', 'print'}, 'themes')


if __name__ == '__main__':
    check(os.path.isdir(BUILD), BUILD)
    sys.exit(desktop.main())

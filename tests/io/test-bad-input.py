#!/usr/bin/env python3
"""Whatever is given to commons-board: it ends soon, takes little memory, leaves
with the status the README tells, and says in one line what happened and what
can be done. Nothing is written where nothing could be read.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True

import bad_input

BOARD = os.environ['COMMONS_BOARD']
EXAMPLE = os.path.join(os.environ['COMMONS_SOURCE'], 'data', 'examples', 'fontaines-ouvertes.en.commons')

# A few seconds, and room for a machine that does something else besides.
SECONDS = 60
MEBIBYTES = 400

with open(BOARD, 'rb') as program:
    SANITIZED = b'__asan_init' in program.read()

count = 0
tried = 0
peak = 0
slowest = 0.0


def ok(what):
    global count
    count += 1
    print(f'ok {count} - {what}', flush=True)


def require(condition, what):
    if not condition:
        print(f'not ok {count + 1} - {what!r}')
        sys.exit(1)


def use_nobody():
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)


def no_cores():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Run:
    """One run: status, output, errors, and what it took."""

    def __init__(self, *words, program=BOARD, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, cwd=None, env=None,
                 prepare=no_cores):
        global tried, peak, slowest
        environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', **(env or {})}
        self.words = words
        began = time.monotonic()
        with tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as output:
            process = subprocess.Popen([program, *words], stdin=stdin, cwd=cwd, env=environment, stderr=errors,
                                       stdout=output if stdout == subprocess.PIPE else stdout, preexec_fn=prepare)
            alarm = threading.Timer(SECONDS, process.kill)
            alarm.start()
            _, status, usage = os.wait4(process.pid, 0)
            alarm.cancel()
            process.returncode = os.waitstatus_to_exitcode(status)
            errors.seek(0)
            output.seek(0)
            self.errors = errors.read()
            self.output = output.read()
        self.code = process.returncode
        self.mebibytes = usage.ru_maxrss // 1024
        took = time.monotonic() - began
        require(self.code != -signal.SIGKILL, f'{words} did not end in {SECONDS} s')
        require(SANITIZED or self.mebibytes <= MEBIBYTES, f'{words} took {self.mebibytes} MiB')
        tried += 1
        peak = max(peak, self.mebibytes)
        slowest = max(slowest, took)

    def require_refusal(self, code, says=''):
        words = (self.words, self.code, self.errors)
        require(self.code == code, ('status', code, *words))
        require(self.errors.endswith(b'\n'), ('no line', *words))
        try:
            line = self.errors[:-1].decode('utf-8')
        except UnicodeDecodeError:
            require(False, ('no UTF-8', *words))
        require(line.startswith('commons-board: '), ('of whom', *words))
        require(not re.search('[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]', line), ('controls', *words))
        require('WARNING' not in line and 'CRITICAL' not in line and 'ERROR' not in line, ('complaint', *words))
        # What happened, and then what is safe or what to do.
        require(re.search(r'\w[”’)]?[.:;?] .*\S$', line), ('no advice', *words))
        require(says in line, ('does not say', says, *words))
        require(self.output == b'', ('wrote', *words))


def commands(folder, bad):
    """Each command with the bad file in each place it can have, and its status
    then."""
    good = os.path.join(folder, 'good.commons')
    out = os.path.join(folder, 'out.png')
    named = b'--' if bad.startswith(b'-') else b'--no-imprint'
    yield 1, ('export', '-o', out, named, bad) if named != b'--' else ('export', '-o', out, '--', bad)
    yield 1, ('info', '--', bad)
    yield 1, ('info', '--json', '--', bad)
    yield 1, ('format', '--', bad)
    yield 1, ('diff', '--', bad, good)
    yield 1, ('diff', '--', good, bad)
    yield 129, ('merge', '--', bad, good, good)
    yield 129, ('merge', '-o', out, '--', good, bad, good)
    yield 129, ('merge', '--', good, good, bad)


def test_all(folder):
    """Every file with one command, the next ones each with another of them, so
    that each command meets files of every kind."""
    inputs = bad_input.make_all(os.path.join(folder, 'bad'), bad_input_board())
    n_runs = 0
    for index, (bad, says) in enumerate(inputs.items()):
        every = list(commands(folder, bad))
        chosen = {1, index % len(every)}
        for at in sorted(chosen):
            code, words = every[at]
            # For git an empty base is a version that is not there yet.
            if words[0] == 'merge' and at == 6 and os.path.isfile(bad) and os.path.getsize(bad) == 0:
                continue
            Run(*words).require_refusal(code, says)
            n_runs += 1
    require(not os.path.exists(os.path.join(folder, 'out.png')), 'nothing is written')
    ok(f'{len(inputs)} bad inputs in {n_runs} runs of 6 commands are refused in words')


def bad_input_board():
    with open(EXAMPLE, 'rb') as file:
        return file.read()


def test_each_command(folder):
    """Of each group of inputs one, with every command in every place."""
    bad = os.path.join(os.fsencode(folder), b'bad')
    chosen = [b'picture.png', b'half.commons', b'deep.commons', b'five-gigabytes', b'folder.commons', b'pipe.commons',
              b'socket.commons', b'loop', b'line\nbreak.commons', b'missing.commons', b'--version']
    n_runs = 0
    for name in chosen:
        for code, words in commands(folder, name if name.startswith(b'-') else os.path.join(bad, name)):
            Run(*words, cwd=bad).require_refusal(code)
            n_runs += 1
    ok(f'each of 6 commands refuses {len(chosen)} of them in each of its places, in {n_runs} runs')


def test_standard_input(folder):
    bad = os.path.join(folder, 'bad')
    for path, says in (('/dev/zero', '64 MiB'), ('/dev/null', 'nothing'), ('/dev/random', '64 MiB'),
                       (os.path.join(bad, 'picture.png'), 'UTF-8'), (os.path.join(bad, 'deep.commons'), '64'),
                       (os.path.join(bad, 'five-gigabytes'), '64 MiB')):
        with open(path, 'rb') as file:
            Run('format', '-', stdin=file).require_refusal(1, says)
    descriptor = os.open(folder, os.O_RDONLY)
    Run('info', '-', stdin=descriptor).require_refusal(1, 'standard input')
    os.close(descriptor)
    Run('info', '-', prepare=lambda: os.close(0)).require_refusal(1, 'standard input')
    ok('8 bad standard inputs are refused')


def test_pipes(folder):
    """What a shell hands over with <(...) is read."""
    read, write = os.pipe()
    thread = threading.Thread(target=feed, args=(write, bad_input_board()))
    thread.start()
    run = run_with(read, 'diff', f'/dev/fd/{read}', EXAMPLE)
    thread.join()
    os.close(read)
    require(run.returncode == 0 and b'same' in run.stdout, run)
    ok('a pipe that somebody writes to is read')


def run_with(descriptor, *words):
    return subprocess.run([BOARD, *words], pass_fds=[descriptor], capture_output=True, timeout=SECONDS, check=False,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'})


def feed(descriptor, data):
    with os.fdopen(descriptor, 'wb') as end:
        end.write(data)


def change_while_read(path, stop, change):
    with open(path, 'r+b') as file:
        while not stop.is_set():
            change(file)


def grow(file):
    size = file.seek(0, os.SEEK_END)
    file.truncate(size + (1 << 20) if size < 200 << 20 else 22)


def shrink(file):
    file.truncate(1000)
    file.seek(0)
    file.write(b'{"foreign":"' + b'a' * (1 << 20) + b'"}')
    file.flush()


def test_moving(folder):
    """Files that grow or are cut short while they are read: either what was
    there is taken, or it is said what was not."""
    for name, change in (('growing.commons', grow), ('shrinking.commons', shrink)):
        path = os.path.join(folder, name)
        bad_input.write(path, b'{"nodes":[],"edges":[]}')
        stop = threading.Event()
        thread = threading.Thread(target=change_while_read, args=(path, stop, change))
        thread.start()
        try:
            for _ in range(8):
                run = Run('info', path)
                if run.code != 0:
                    run.output = b''
                    run.require_refusal(1)
        finally:
            stop.set()
            thread.join()
        os.unlink(path)
    ok('files that change while they are read end too, in 16 runs')


def test_permissions(folder):
    if os.getuid() != 0:
        secret = os.path.join(folder, 'secret.commons')
        shutil.copy(EXAMPLE, secret)
        os.chmod(secret, 0)
        Run('info', secret).require_refusal(1, 'not allowed')
        ok('what may not be read is refused')
        return
    # Root may read everything, so somebody else tries, with a copy of the
    # program they may run.
    place = tempfile.mkdtemp(prefix='commons-bad-')
    os.chmod(place, 0o755)
    program = shutil.copy(BOARD, place)
    secret = shutil.copy(EXAMPLE, os.path.join(place, 'secret.commons'))
    closed = os.path.join(place, 'closed')
    os.mkdir(closed, 0o700)
    shutil.copy(EXAMPLE, os.path.join(closed, 'board.commons'))
    readable = shutil.copy(EXAMPLE, os.path.join(place, 'board.commons'))
    os.chmod(secret, 0)
    os.chmod(readable, 0o644)
    try:
        for path in (secret, os.path.join(closed, 'board.commons')):
            Run('info', path, program=program, prepare=use_nobody, env={'HOME': place}).require_refusal(1, 'not allowed')
        for out in (os.path.join(place, 'out.commons'), os.path.join(closed, 'out.commons'), secret, readable):
            Run('format', '-o', out, readable, program=program, prepare=use_nobody,
                env={'HOME': place}).require_refusal(1, 'not allowed')
            Run('merge', '-o', out, readable, readable, readable, program=program, prepare=use_nobody,
                env={'HOME': place}).require_refusal(129, 'not allowed')
    finally:
        shutil.rmtree(place)
    ok('what may not be read or written is refused, in 10 runs')


def test_outputs(folder):
    bad = os.path.join(folder, 'bad')
    kept = os.path.join(folder, 'kept')
    shutil.copy(EXAMPLE, kept)
    places = (('folder', os.path.join(bad, 'folder.commons'), 'folder'), ('device', '/dev/full', 'not a plain file'),
              ('pipe', os.path.join(bad, 'pipe.commons'), 'not a plain file'),
              ('socket', os.path.join(bad, 'socket.commons'), 'not a plain file'),
              ('missing folder', os.path.join(folder, 'missing', 'out'), 'no such file or folder'),
              ('below a file', os.path.join(kept, 'out'), 'not a folder'), ('loop', os.path.join(bad, 'loop'), ''),
              ('long name', os.path.join(folder, 'x' * 300), 'cannot have that name'), ('no name', '', 'empty'),
              ('address', 'https://localhost/out', 'network'))
    for _, out, says in places:
        Run('export', '-f', 'png', '-o', out, EXAMPLE).require_refusal(1, says)
        Run('format', '-o', out, EXAMPLE).require_refusal(1, says)
        Run('new', '--force', '-o', out).require_refusal(1, says)
        Run('merge', '-o', out, EXAMPLE, EXAMPLE, EXAMPLE).require_refusal(129, says)
    Run('new', '-o', kept).require_refusal(1, '--force')
    with open(kept, 'rb') as file:
        require(file.read() == bad_input_board(), 'a file that is there stays')
    ok(f'{len(places)} places that cannot be written are refused by 4 commands')


def test_standard_output(folder):
    """A full disk, a reader that is gone, no output at all."""
    words = (('export', '-f', 'svg'), ('info',), ('format',), ('diff', EXAMPLE), ('merge', EXAMPLE, EXAMPLE))
    for command in words:
        code = 129 if command[0] == 'merge' else 1
        with open('/dev/full', 'wb') as full:
            Run(*command, EXAMPLE, stdout=full).require_refusal(code, 'No space')
        read, write = os.pipe()
        os.close(read)
        Run(*command, EXAMPLE, stdout=write).require_refusal(code, 'reads the output')
        os.close(write)
        Run(*command, EXAMPLE, prepare=lambda: os.close(1)).require_refusal(code, 'output')
    ok(f'{3 * len(words)} outputs that take nothing are told')


def test_odd_names(folder):
    """A board is read and written whatever it is called."""
    for name in bad_input.odd_names():
        path = os.path.join(os.fsencode(folder), b'odd-' + name)
        run = Run('format', '-o', path, EXAMPLE)
        require(run.code == 0 and run.errors == b'', run.errors)
        run = Run('info', path)
        require(run.code == 0 and run.errors == b'', run.errors)
        os.unlink(path)
    os.chdir(folder)
    shutil.copy(EXAMPLE, '-o')
    run = Run('info', '--', '-o')
    require(run.code == 0 and b'Open Fountains' in run.output, run.errors)
    ok(f'{len(bad_input.odd_names())} odd names are read and written')


def test_what_is_said(folder):
    """Nothing in a board can steer the terminal."""
    path = os.path.join(folder, 'said.commons')
    other = os.path.join(folder, 'said-too.commons')
    text = r'{"commons":{"format":1,"title":"\u001b[31mred\u0007\nline"},"nodes":[{"id":"a\u001b","type":"text",' \
           r'"x":0,"y":0,"width":1,"height":1,"text":"%s","commons":{"kind":"\u001bkind"}}],"edges":' \
           r'[{"id":"e\u001b","fromNode":"\u001b","toNode":"x"}]}'
    bad_input.write(path, (text % r'\u001b[2J\u009b').encode())
    bad_input.write(other, (text % r'\u202eturned\u0008').encode())
    for words in (('info', path), ('diff', path, other), ('merge', '-o', os.path.join(folder, 'm'), EXAMPLE, path, other),
                  ('export', '-f', 'png', '-o', os.path.join(folder, 'p'), path)):
        run = Run(*words)
        said = (run.output + run.errors).decode()
        require(not re.search('[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]', said), (words, said))
    ok('4 commands show what a board says without its control characters')


def test_folders(folder):
    """Templates and texts of the catalogue in folders of a person's own."""
    data = os.path.join(folder, 'data')
    templates = os.path.join(data, 'commons-canvas', 'templates')
    texts = os.path.join(data, 'commons-canvas', 'catalogue', 'texts')
    os.makedirs(templates)
    os.makedirs(texts)
    names = [name for name in os.listdir(os.path.join(folder, 'bad')) if name not in ('down', 'line\nbreak.commons')]
    for index, name in enumerate(names):
        os.symlink(os.path.join(folder, 'bad', name), os.path.join(templates, f't{index}.commons'))
        os.symlink(os.path.join(folder, 'bad', name), os.path.join(texts, f'{chr(97 + index // 26)}{chr(97 + index % 26)}.json'))
    env = {'XDG_DATA_HOME': data, 'G_MESSAGES_DEBUG': '', 'G_DEBUG': ''}
    for index in range(0, len(names), 4):
        run = Run('new', '-t', f't{index}', '-o', os.path.join(folder, 'from.commons'), env=env)
        require(run.code == 2, (names[index], run.code, run.errors))
        require(all(line.startswith((b'commons-board: ', '“'.encode(), b'** Message', b'Message', b'\n', b''))
                    for line in run.errors.split(b'\n')), run.errors)
    run = Run('new', '-t', 'governance', '-o', os.path.join(folder, 'from.commons'), env=env)
    require(run.code == 0, run.errors)
    ok(f'{len(names)} bad templates and texts are left alone, in {len(names) // 4 + 2} runs')


def board_at_the_limits(path):
    """As much as the guard lets through."""
    card = '{"id":"n%d","type":"text","x":%d,"y":%d,"width":200,"height":100,"text":"Card %d"}'
    nodes = ',\n'.join(card % (i, 220 * (i % 220), 120 * (i // 220), i) for i in range(50000))
    bad_input.write(path, f'{{"nodes":[{nodes}],"edges":[],"commons":{{"format":1}}}}'.encode())


def test_large(folder):
    """A board at the limits is read and written; a picture of it is made or
    refused in words."""
    path = os.path.join(folder, 'large.commons')
    board_at_the_limits(path)
    run = Run('info', path)
    require(run.code == 0 and b'50000' in run.output, run.errors)
    run = Run('format', '-o', os.path.join(folder, 'large-too.commons'), path)
    require(run.code == 0, run.errors)
    deep = os.path.join(folder, 'deep-enough.commons')
    bad_input.write(deep, b'{"nodes":[],"edges":[],"foreign":' + b'[' * 63 + b'"' + b'a' * (60 << 20) + b'"' + b']' * 63 + b'}')
    run = Run('info', deep)
    require(run.code == 0, run.errors)
    ok('boards of 50000 cards, and of 60 MiB 64 levels deep, are read within bounds')


def main():
    tests = [test_all, test_each_command, test_standard_input, test_pipes, test_moving, test_permissions, test_outputs,
             test_standard_output, test_odd_names, test_what_is_said, test_folders, test_large]
    print(f'1..{len(tests)}', flush=True)
    folder = tempfile.mkdtemp(prefix='commons-bad-')
    os.mkdir(os.path.join(folder, 'bad'))
    shutil.copy(EXAMPLE, os.path.join(folder, 'good.commons'))
    os.chdir(folder)
    try:
        for test in tests:
            began = time.monotonic()
            test(folder)
            print(f'# in {time.monotonic() - began:.1f} s')
    finally:
        os.chdir('/')
        shutil.rmtree(folder, ignore_errors=True)
    print(f'# {tried} runs; the slowest took {slowest:.1f} s, the largest {peak} MiB')


main()

"""Waiting for what must come, and failing when it does not.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess
import time

DEADLINE = int(os.environ.get('COMMONS_E2E_DEADLINE', '30'))


class Failure(AssertionError):
    """What was expected did not come."""


def check(condition, message):
    if not condition:
        raise Failure(message)


def check_equal(found, expected, what):
    if found != expected:
        raise Failure(f'{what}: found {found!r}, expected {expected!r}')


def wait_for(condition, what, timeout=DEADLINE):
    """Returns the first true value of condition ()."""
    end = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f'waited {timeout} s in vain for {what() if callable(what) else what}')
        time.sleep(0.03)


def settle(look, times=3):
    """Returns what look () says once it has said so several times in a row."""
    seen = []

    def same():
        seen.append(look())
        return len(seen) >= times and all(one == seen[-1] for one in seen[-times:])

    wait_for(same, 'things to come to rest')
    return seen[-1]


def xdotool(*arguments, expect=True):
    result = subprocess.run(['xdotool', *(str(argument) for argument in arguments)],
                            capture_output=True, text=True, timeout=DEADLINE, check=False)
    if expect and result.returncode != 0:
        raise Failure(f'xdotool {" ".join(map(str, arguments))}: {result.stderr.strip()}')
    return result.stdout

#!/usr/bin/env python3
"""Nothing in the product reaches for a network: no socket, no resolver, no
library that fetches, no place that is mounted for it.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

import lint

REACHES_OUT = re.compile(
    r'\b(?:G(?:Socket|Network|Resolver|Proxy|Tls|Dtls|Tcp|Inet)[A-Z]\w*|'
    r'g_(?:socket|network|resolver|proxy|tls|dtls|tcp|inet)_\w+|'
    r'getaddrinfo|gethostby\w+|AF_INET6?|PF_INET6?|'
    r'Soup[A-Z]\w*|soup_\w+|libsoup[\w.-]*|curl_\w+|libcurl|WebKit\w+|webkit_\w+|webkitgtk[\w.-]*|'
    r'g_file_mount_\w+|g_dbus_connection_new_for_address\w*)')
# Dependencies stand in strings.
BUILD_FILES = 'meson.build'


def check(root, path):
    text = lint.read(root, path)
    if not path.endswith(BUILD_FILES):
        text = lint.without_comments(text)
    for found in REACHES_OUT.finditer(text):
        yield f'{path}:{lint.line_of(text, found.start())}: {found[0]} reaches for a network'


def main(root):
    paths = [BUILD_FILES, *(os.path.join('src', path)
                            for path in lint.walk(os.path.join(root, 'src'), '.c', '.h', BUILD_FILES))]
    lint.report([problem for path in paths for problem in check(root, path)])


if __name__ == '__main__':
    main(sys.argv[1])

#!/usr/bin/env python3
"""The product installed under a prefix: found and used from there, and gone
without a trace afterwards.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import shlex
import shutil
import struct
import sys

import desktop
from desktop import APP_ID, BOARD_TYPE, SOURCE, check, check_equal, is_cache, keys_of, list_files, list_folders, run

EXAMPLE = os.path.join(SOURCE, 'data', 'examples', 'fontaines-ouvertes.en.commons')

# What must be there; of the rest, only that it is where it belongs.
FILES = f'''
bin/commons-board
bin/commons-canvas
share/applications/{APP_ID}.desktop
share/bash-completion/completions/commons-board
share/bash-completion/completions/commons-canvas
share/commons-canvas/examples/fontaines-ouvertes.fr.commons
share/commons-canvas/schema/commons-canvas-1.schema.json
share/dbus-1/services/{APP_ID}.service
share/fish/vendor_completions.d/commons-board.fish
share/fish/vendor_completions.d/commons-canvas.fish
share/glib-2.0/schemas/{APP_ID}.gschema.xml
share/gnome-shell/search-providers/{APP_ID}.search-provider.ini
share/help/C/commons-canvas/index.page
share/help/fr/commons-canvas/index.page
share/icons/hicolor/scalable/apps/{APP_ID}.svg
share/icons/hicolor/scalable/mimetypes/application-vnd.inno3.commons-canvas+json.svg
share/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg
share/locale/fr/LC_MESSAGES/commons-canvas.mo
share/man/fr/man1/commons-board.1
share/man/fr/man1/commons-canvas.1
share/man/man1/commons-board.1
share/man/man1/commons-canvas.1
share/metainfo/{APP_ID}.metainfo.xml
share/mime/packages/{APP_ID}.xml
share/thumbnailers/{APP_ID}.thumbnailer
share/zsh/site-functions/_commons-board
share/zsh/site-functions/_commons-canvas
'''.split()

OTHERS = re.compile(r'share/(help/\w+/commons-canvas(?:/figures)?|commons-canvas/(examples|schema))/[^/]+')


def size_of_png(path):
    with open(path, 'rb') as file:
        start = file.read(24)
    check_equal(start[:8], b'\x89PNG\r\n\x1a\n', path)
    return struct.unpack('>II', start[16:])


def run_thumbnailer(tree, env, source, picture, size):
    """As file managers do it: the entry whose types hold that of the file."""
    kind = re.search(r'standard::content-type: (\S+)',
                     run('gio', 'info', '-a', 'standard::content-type', source, env=env).stdout)[1]
    entry = keys_of(tree.path('share', 'thumbnailers', f'{APP_ID}.thumbnailer'), 'Thumbnailer Entry')
    check(kind in entry['MimeType'].split(';'), f'no thumbnails of {kind}')
    check(shutil.which(entry['TryExec'], path=env['PATH']), f'there is no {entry["TryExec"]}')
    values = {'%s': str(size), '%i': source, '%o': picture,
              '%u': 'file://' + source.replace('%', '%25').replace(' ', '%20')}
    return kind, run(*(values.get(word, word) for word in shlex.split(entry['Exec'])), env=env)


def use(tree, folder):
    """What needs no display; the rest is tests/e2e/test-installed.py."""
    env = tree.session(folder)
    picture = os.path.join(folder, 'picture.png')
    board = shutil.copy(EXAMPLE, os.path.join(folder, 'our board.commons'))
    kind, _ = run_thumbnailer(tree, env, board, picture, 128)
    check_equal(kind, BOARD_TYPE, 'type of a board')
    check_equal(max(size_of_png(picture)), 128, 'longer side of the thumbnail')

    french = {**env, **desktop.make_locale(folder)}
    check('Utilisation' in run('commons-board', '--help', env=french).stdout, 'the help is not French')
    keys = run('gsettings', 'list-keys', APP_ID, env={**env, 'GSETTINGS_BACKEND': 'memory'}).stdout
    check('window-width' in keys.split(), 'settings are not found')
    for language, word in (('C', 'SYNOPSIS'), ('fr', 'PLATEAU')):
        page = tree.path('share/man', *(['fr'] if language == 'fr' else []), 'man1', 'commons-board.1')
        check(word in desktop.read(page), f'{page} is not in {language}')
    run('desktop-file-validate', tree.path('share', 'applications', f'{APP_ID}.desktop'))
    service = keys_of(tree.path('share', 'dbus-1', 'services', f'{APP_ID}.service'), 'D-BUS Service')
    check(os.access(service['Exec'].split()[0], os.X_OK), f'{service["Exec"]} cannot be run')


@desktop.test
def installed_used_and_gone(folder):
    with desktop.installed() as tree:
        files = [name for name in list_files(tree.prefix) if not is_cache(name)]
        for name in FILES:
            check(name in files, f'{name} is not installed')
        strangers = [name for name in files if name not in FILES and not OTHERS.fullmatch(name)]
        check(not strangers, f'installed, but nobody knows why: {strangers}')
        tree.settle()
        use(tree, folder)

        tree.uninstall()
        left = [name for name in list_files(tree.prefix) if not is_cache(name)]
        check_equal(left, [], 'files left behind')
        # Folders with caches stay, as they hold those of other programs too.
        kept = {os.path.dirname(name) for name in list_files(tree.prefix)}
        empty = [name for name in list_folders(tree.prefix)
                 if 'commons' in name or (not any(path == name or path.startswith(name + '/') for path in kept)
                                          and not name.startswith('share/mime'))]
        check_equal(empty, [], 'folders left behind')


if __name__ == '__main__':
    sys.exit(desktop.main())

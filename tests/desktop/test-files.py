#!/usr/bin/env python3
"""The files the desktop reads: sound, complete in every language, and in
agreement with one another.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import shutil
import struct
import sys
import xml.etree.ElementTree as ElementTree

import desktop
from desktop import APP_ID, BOARD_TYPE, BUILD, SOURCE, check, check_equal, keys_of, read, run

DATA = os.path.join(SOURCE, 'data')
BUILT = os.path.join(BUILD, 'data')
LANGUAGES = read(SOURCE, 'po', 'LINGUAS').split()
XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang'
SVG = '{http://www.w3.org/2000/svg}'
MIME = '{http://www.freedesktop.org/standards/shared-mime-info}'


def built(name):
    return os.path.join(BUILT, f'{APP_ID}.{name}')


@desktop.test
def launcher(_folder):
    run('desktop-file-validate', '--warn-kde', built('desktop'))
    main = keys_of(built('desktop'), 'Desktop Entry')
    actions = main['Actions'].rstrip(';').split(';')
    check_equal(actions, ['new', 'open', 'open-example'], 'actions')
    check_equal((main['DBusActivatable'], main['StartupNotify'], main['Icon']), ('true', 'true', APP_ID), 'keys')
    check(BOARD_TYPE in main['MimeType'].split(';'), 'boards are not opened')
    check('application/vnd.jsoncanvas+json' in main['MimeType'].split(';'), 'JSON Canvas files are not opened')
    groups = [main] + [keys_of(built('desktop'), f'Desktop Action {action}') for action in actions]
    for language in LANGUAGES:
        for keys in groups:
            for key in ('Name', 'GenericName', 'Comment', 'Keywords'):
                if key in keys and keys[key] != 'Commons Canvas':
                    check(f'{key}[{language}]' in keys, f'{key} is not said in {language}')
    # The bus calls the actions by these names.
    application = read(SOURCE, 'src/ui/app/commons-application.c')
    for action in actions:
        check(re.search(r'\{ "%s", \w+, NULL,' % action, application), f'there is no action app.{action}')


def validate(path):
    return run('appstreamcli', 'validate', '--strict', '--no-net', '--explain', path)


@desktop.test
def description(folder):
    """As it is built here, and as it is where its pictures are published."""
    validate(built('metainfo.xml'))
    built_root = ElementTree.parse(built('metainfo.xml')).getroot()
    check(built_root.find('content_rating') is not None and built_root.find('branding') is not None, 'rating, colours')
    for language in LANGUAGES:
        for tag in ('summary', 'description/p', 'description/ul/li', 'releases/release/description/p'):
            said = [element for element in built_root.findall(tag) if XML_LANG not in element.attrib]
            translated = built_root.findall(tag + f'[@{XML_LANG}="{language}"]')
            check(said, f'there is no {tag}')
            check_equal(len(translated), len(said), f'{tag} in {language}')

    text = read(DATA, f'{APP_ID}.metainfo.xml.in').replace('@screenshots@', 'https://example.org/screenshots')
    built_text = read(built('metainfo.xml'))
    unknown = r'\n *<developer_name.*' if '<developer id' in built_text else r'\n *<developer id(.|\n)*</developer>'
    path = os.path.join(folder, f'{APP_ID}.metainfo.xml')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(re.sub(unknown, '', text))
    validate(path)


@desktop.test
def pictures(_folder):
    """They are there, of the size that is told, and made in each language."""
    root = ElementTree.parse(os.path.join(DATA, f'{APP_ID}.metainfo.xml.in')).getroot()
    images = root.findall('screenshots/screenshot/image')
    check(len(images) >= 6, f'{len(images)} pictures')
    for image in images:
        name = image.text.replace('@screenshots@/', '')
        with open(os.path.join(DATA, 'screenshots', name), 'rb') as file:
            start = file.read(24)
        check_equal(start[:8], b'\x89PNG\r\n\x1a\n', name)
        check_equal(struct.unpack('>II', start[16:]), (int(image.get('width')), int(image.get('height'))), name)
        check(os.path.getsize(os.path.join(DATA, 'screenshots', name)) < 400_000, f'{name} is large')
    for shot in root.findall('screenshots/screenshot'):
        check_equal({image.get(XML_LANG, 'en') for image in shot.findall('image')}, {'en', *LANGUAGES}, 'languages')


@desktop.test
def settings(_folder):
    run('glib-compile-schemas', '--strict', '--dry-run', DATA)


@desktop.test
def translations(_folder):
    for language in LANGUAGES:
        run('msgfmt', '--check', '--output-file', os.devnull, os.path.join(SOURCE, 'po', f'{language}.po'))


def icon(*parts):
    path = os.path.join(DATA, 'icons', 'hicolor', *parts)
    run('xmllint', '--noout', '--nonet', path)
    return ElementTree.parse(path).getroot(), read(path)


@desktop.test
def icons(_folder):
    app, app_text = icon('scalable', 'apps', f'{APP_ID}.svg')
    mime, mime_text = icon('scalable', 'mimetypes', BOARD_TYPE.replace('/', '-') + '.svg')
    symbolic, _ = icon('symbolic', 'apps', f'{APP_ID}-symbolic.svg')
    for root, text in ((app, app_text), (mime, mime_text)):
        check_equal((root.get('width'), root.get('height'), root.get('viewBox')), ('128', '128', '0 0 128 128'), 'size')
        check('<image' not in text and 'href' not in text, 'an icon holds or asks for something else')
    check_equal((symbolic.get('width'), symbolic.get('height')), ('16', '16'), 'size of the symbolic icon')
    # The toolkit only colours what is filled.
    for element in symbolic.iter():
        if element.tag in (SVG + 'path', SVG + 'rect', SVG + 'circle'):
            check_equal((element.get('fill'), element.get('stroke')), ('#2e3436', None), 'colours of the symbolic icon')


@desktop.test
def types_of_files(folder):
    """By name, by content where the name says nothing, and not by too little."""
    packages = os.path.join(folder, 'mime', 'packages')
    os.makedirs(packages)
    shutil.copy(os.path.join(DATA, f'{APP_ID}.mime.xml'), packages)
    said = run('update-mime-database', '-V', os.path.join(folder, 'mime'))
    check('rror' not in said.stderr and 'arning' not in said.stderr, said.stderr)
    env = {**os.environ, 'XDG_DATA_HOME': folder, 'LC_ALL': 'C.UTF-8', 'GIO_USE_VFS': 'local'}

    def type_of(source, name):
        path = shutil.copy(source, os.path.join(folder, name))
        told = run('gio', 'info', '-a', 'standard::content-type,standard::icon', path, env=env).stdout
        return re.search(r'standard::content-type: (\S+)', told)[1], told

    example = os.path.join(DATA, 'examples', 'fontaines-ouvertes.en.commons')
    kind, told = type_of(example, 'a board.commons')
    check_equal(kind, BOARD_TYPE, 'a board')
    check(BOARD_TYPE.replace('/', '-') in told, f'a board has no icon of its own: {told}')
    check_equal(type_of(example, 'nameless')[0], BOARD_TYPE, 'a board without an extension')
    canvas = os.path.join(SOURCE, 'tests', 'data', 'canvas', 'sample.canvas')
    check_equal(type_of(canvas, 'notes.canvas')[0], 'application/vnd.jsoncanvas+json', 'a JSON Canvas file')
    check_equal(type_of(os.path.join(SOURCE, 'tests', 'data', 'clip', 'drawing.excalidraw'), 'a.excalidraw')[0],
                'application/vnd.excalidraw+json', 'a drawing')
    check_equal(type_of(os.path.join(DATA, 'catalogue', 'kinds.json'), 'other.json')[0], 'application/json', 'JSON')
    for root in ElementTree.parse(os.path.join(DATA, f'{APP_ID}.mime.xml')).getroot():
        for language in LANGUAGES:
            said = [comment.get(XML_LANG) for comment in root.findall(MIME + 'comment')]
            check(language in said, f'{root.get("type")} has no name in {language}')


@desktop.test
def agreement(_folder):
    """Every file calls the others by their names."""
    main = keys_of(built('desktop'), 'Desktop Entry')
    root = ElementTree.parse(built('metainfo.xml')).getroot()
    types = {kind for kind in main['MimeType'].split(';') if kind}
    check_equal({element.text for element in root.findall('provides/mediatype')}, types, 'types')
    check_equal(root.find('launchable').text, f'{APP_ID}.desktop', 'launcher')
    known = {element.get('type')
             for element in ElementTree.parse(os.path.join(DATA, f'{APP_ID}.mime.xml')).getroot()}
    check_equal(known, types, 'types that are defined')
    service = keys_of(built('service'), 'D-BUS Service')
    check_equal(service['Name'], APP_ID, 'bus name')
    check(service['Exec'].startswith('/') and service['Exec'].endswith('commons-canvas --gapplication-service'),
          service['Exec'])
    provider = keys_of(built('search-provider.ini'), 'Shell Search Provider')
    check_equal(provider, {'DesktopId': f'{APP_ID}.desktop', 'BusName': APP_ID,
                           'ObjectPath': f'{desktop.BUS_PATH}/SearchProvider', 'Version': '2'}, 'search provider')
    thumbnailer = keys_of(built('thumbnailer'), 'Thumbnailer Entry')
    check(thumbnailer['Exec'].endswith('/commons-board thumbnail -s %s %u %o'), thumbnailer['Exec'])
    check({kind for kind in thumbnailer['MimeType'].split(';') if kind} <= types, 'types of thumbnails')


# What the window needs to be shown, and nothing else: no network, no files but
# those that people choose.
FINISH_ARGS = {'--device=dri', '--share=ipc', '--socket=fallback-x11', '--socket=wayland'}


@desktop.test
def flatpak(_folder):
    manifest = json.loads(read(SOURCE, f'{APP_ID}.json'))
    check_equal(manifest['id'], APP_ID, 'id')
    check_equal((manifest['runtime'], manifest['sdk']), ('org.gnome.Platform', 'org.gnome.Sdk'), 'runtime')
    check(int(manifest['runtime-version']) >= 50, f'runtime {manifest["runtime-version"]} is not maintained any more')
    check_equal(manifest['command'], 'commons-canvas', 'command')
    check_equal(set(manifest['finish-args']), FINISH_ARGS, 'permissions')
    module = manifest['modules'][-1]
    check_equal((module['name'], module['buildsystem'], module['builddir']), ('commons-canvas', 'meson', True), 'module')
    options = set(re.findall(r"^option\('([\w-]+)'", read(SOURCE, 'meson_options.txt'), re.MULTILINE))
    for option in module['config-opts']:
        if option.startswith('-D'):
            check(option[2:].partition('=')[0] in options, f'{option} is not an option of this project')


if __name__ == '__main__':
    sys.exit(desktop.main())

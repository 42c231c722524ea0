#!/usr/bin/env python3
"""The checks of this folder find what they look for, and only that.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
COUNT_TESTS = os.path.join(HERE, '..', '..', 'build-aux', 'count-tests')


class Checks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name

    def write(self, path, text):
        path = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)

    def run_check(self, name):
        script = os.path.join(HERE, f'check-{name}.py')
        return subprocess.run([sys.executable, script, self.root], text=True, check=False,
                              capture_output=True, env=dict(os.environ, PYTHONUTF8='1'))

    def assert_clean(self, name):
        result = self.run_check(name)
        self.assertEqual((result.returncode, result.stdout), (0, ''), result.stderr)

    def assert_found(self, name, *fragments):
        result = self.run_check(name)
        self.assertEqual(result.returncode, 1, result.stderr)
        for fragment in fragments:
            self.assertIn(fragment, result.stdout)
        self.assertEqual(len(result.stdout.splitlines()), len(fragments), result.stdout)

    def test_layers(self):
        self.write('src/core/commons-board.h', '#include <gio/gio.h>\n')
        self.write('src/io/commons-reader.h', '#include "commons-board.h"\n')
        self.write('src/ui/window/commons-window.c',
                   '#include <adwaita.h>\n#include "commons-reader.h"\n#include "config.h"\n')
        self.write('src/compat/commons-ask.c', '#if GTK_CHECK_VERSION (4, 10, 0)\n#endif\n')
        self.write('src/core/commons-board.c', '/* #include <gtk/gtk.h> */\n')
        self.assert_clean('layers')
        self.write('src/core/commons-board.c', '\n#include <gtk/gtk.h>\n')
        self.write('src/io/commons-reader.c', '#include "../core/commons-board.h"\n')
        self.write('src/interact/commons-tool.c', '#include "commons-reader.h"\n')
        self.write('src/render/commons-scene.c', '#include "missing.h"\n')
        self.write('src/core/commons-text.c', '#include <pango/pango.h>\n')
        self.write('src/ui/commons-x.c', '#if ADW_CHECK_VERSION (1, 5, 0)\n#endif\n')
        self.write('src/misc/commons-y.c', '')
        self.assert_found('layers', 'src/core/commons-board.c:2: gtk/gtk.h',
                          'src/io/commons-reader.c:1:', 'src/interact/commons-tool.c:1:',
                          'missing.h is no header', 'pango/pango.h brings in drawing',
                          'ADW_CHECK_VERSION', 'src/misc/commons-y.c')

    def test_deprecated(self):
        self.write('src/compat/commons-files.c', 'gtk_file_chooser_native_new ();\n')
        self.write('src/ui/commons-a.c', '/* gtk_widget_show */ f ("GtkDialog");\n')
        self.write('src/ui/commons-a.ui', '<object class="GtkBox"/>\n')
        self.assert_clean('deprecated')
        self.write('src/ui/commons-a.c', 'gtk_widget_show (w);\nGTK_DIALOG (w);\n')
        self.write('src/ui/commons-a.ui', '<object class="AdwBanner"/>\n')
        self.assert_found('deprecated', 'commons-a.c:1: gtk_widget_show', 'GTK_DIALOG',
                          'AdwBanner')

    def test_potfiles(self):
        self.write('src/ui/commons-a.c', 'f (_("Save"));\n')
        self.write('src/ui/commons-b.c', '/* f (_("Save")) */\nf ("a");\n')
        self.write('src/ui/commons-c.ui', '<property translatable="yes">Save</property>\n')
        self.write('po/POTFILES.in', 'src/ui/commons-a.c\nsrc/ui/commons-c.ui\n')
        self.assert_clean('potfiles')
        self.write('po/POTFILES.in', 'src/ui/commons-c.ui\nsrc/ui/commons-b.c\n')
        self.assert_found('potfiles', 'lacks src/ui/commons-a.c', 'names src/ui/commons-b.c',
                          'not sorted')

    def test_po(self):
        head = ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
                '"Language: fr\\n"\n\n')
        self.write('src/a.c', 'f (_("Save")); f (_("Open"));\n')
        self.write('po/POTFILES.in', 'src/a.c\n')
        self.write('po/LINGUAS', '# all\nfr\n')
        self.write('po/fr.po', head + 'msgid "Save"\nmsgstr "Enregistrer"\n\n'
                                      'msgid "Open"\nmsgstr "Ouvrir"\n')
        self.assert_clean('po')
        self.write('po/fr.po', head + '#, fuzzy\nmsgid "Save"\nmsgstr "Garder"\n')
        self.assert_found('po', 'not translated: "Open"', 'uncertain: "Save"')

    def test_words(self):
        self.write('src/a.c', '/* data/workshop, a/work, shared/a, libraries */\n')
        self.write('_build/a.c', 'TO' 'DO')
        self.write('COPYING', 'TO' 'DO')
        self.assert_clean('words')
        self.write('src/a.c', '/wo' 'rk/main\n.lib' 'rary/x\n../sha' 'red/a\nFIX' 'ME\n')
        self.assert_found('words', 'a.c:1:', 'a.c:2:', 'a.c:3:', 'a.c:4:')

    def test_count_tests(self):
        tests = [
            {'result': 'OK', 'stdout': '1..3\nok 1 a\nok 2 b # SKIP no display\nok 3 c\n'},
            {'result': 'OK', 'stdout': 'free words\nok then\n'},
            {'result': 'ERROR', 'stdout': '1..3\nok 1 a\n'},
            {'result': 'FAIL', 'stdout': '1..2\nok 1 a\nnot ok 2 b\n'},
            {'result': 'TIMEOUT', 'stdout': ''},
            {'result': 'SKIP', 'stdout': ''},
        ]
        self.write('log.json', '\n'.join(json.dumps(test) for test in tests) + '\n')
        result = subprocess.run([sys.executable, COUNT_TESTS, os.path.join(self.root, 'log.json')],
                                text=True, capture_output=True, check=True)
        self.assertEqual(result.stdout.split(), ['5', '3', '2'])


if __name__ == '__main__':
    unittest.main()

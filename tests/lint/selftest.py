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

sys.dont_write_bytecode = True  # the source tree stays as it is

from check_content import Content, PatternCheck, check_wording  # noqa: E402

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

    def test_contrast(self):
        self.write('data/style.css', '.words { color: alpha(currentColor, 0.72); }\n'
                   '.question-mark { color: #26a269; }\n.row:focus { outline: 2px solid @accent_color; }\n')
        self.assert_clean('contrast')
        self.write('data/style.css', '.words { color: alpha(currentColor, 0.6); }\n.pale { opacity: 0.5; }\n'
                   '.row:focus { outline: 2px solid alpha(@accent_color, 0.3); }\n'
                   '.words.dark-only, .dark .words { color: #555555; }\n')
        self.assert_found('contrast', '.words has 3.68 : 1 in the light style', '.pale has', '.pale has', '.row:focus has',
                          '.row:focus has', '.words.dark-only has', '.dark .words has')

    def test_commands(self):
        entries = ''.join(f'  {{ "app.a{number}", N_("Do {number}"), FILES, {{ "F{number}" }} }},\n'
                          for number in range(100))
        page = '<page xmlns="http://projectmallard.org/1.0/">%s</page>'
        keys = ''.join(f'<key>F{number}</key>' for number in range(100))
        self.write('src/ui/app/commons-commands.c', entries + '  { "win.open", N_("Open…"), FILES, { NULL } },\n')
        self.write('help/C/all.page', page % f'<p>{keys} and <gui>Open</gui></p>')
        self.assert_clean('commands')
        self.write('src/ui/app/commons-commands.c', entries + '  { "win.open", N_("Read…"), FILES, { "<Alt>r" } },\n'
                   '  { "win.close", N_("Open"), FILES, { "f7" } },\n')
        self.assert_found('commands', 'no page tells of win.open (“Read…”, <Alt>r)', 'f7 is for app.a7 and for win.close')

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

    def test_network(self):
        self.write('meson.build', "gio_dep = dependency('gio-2.0')\n")
        self.write('src/io/commons-a.c', '/* GSocketClient */ g_file_read (file); f (AF_UNIX);\n')
        self.assert_clean('network')
        self.write('src/io/commons-a.c', '\ng_socket_client_new ();\n')
        self.write('src/io/commons-b.h', 'SoupSession *session;\n')
        self.write('src/io/meson.build', "dependency('libsoup-3.0')\n")
        self.assert_found('network', 'commons-a.c:2: g_socket_client_new', 'SoupSession', 'libsoup-3.0')

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
        self.write('src/a.c', 'f (_("%u cards"));\n')
        self.write('po/fr.po', head + 'msgid "%u cards"\nmsgstr "%u cartes"\n')
        self.assert_found('po', 'whatever the number: %u cards', 'whatever the number: %u cartes')
        self.write('src/a.c', 'f (ngettext ("%u card", "%u cards", n)); g (_("more than %u cards"));\n')
        head = head[:-1] + '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        self.write('po/fr.po', head + 'msgid "%u card"\nmsgid_plural "%u cards"\nmsgstr[0] "%u carte"\n'
                   'msgstr[1] "%u cartes"\n\nmsgid "more than %u cards"\nmsgstr "plus de %u cartes"\n')
        self.assert_clean('po')

    def test_words(self):
        self.write('src/a.c', '/* data/workshop, a/work, shared/a, libraries */\n')
        self.write('_build/a.c', 'TO' 'DO')
        self.write('COPYING', 'TO' 'DO')
        self.assert_clean('words')
        self.write('src/a.c', '/wo' 'rk/main\n.lib' 'rary/x\n../sha' 'red/a\nFIX' 'ME\n')
        self.assert_found('words', 'a.c:1:', 'a.c:2:', 'a.c:3:', 'a.c:4:')

    def test_help_pages(self):
        page = ('<page xmlns="http://projectmallard.org/1.0/"><media src="figures/a.png"/>'
                '<section id="b"/></page>')
        entries = ''.join(f'  {{ "CommonsA", "a{part}" }},\n' for part in ['', '#b'] * 12)
        self.write('src/ui/app/commons-help.c', 'G_DEFINE_TYPE (CommonsA, commons_a, GTK_TYPE_BOX)\n' + entries)
        self.write('help/C/a.page', page)
        self.write('help/LINGUAS', 'fr\n')
        self.write('help/meson.build', "'a.page', 'figures/a.png'\n")
        self.write('help/C/figures/a.png', 'a')
        self.write('help/fr/figures/a.png', 'a')
        self.assert_clean('help-pages')
        self.write('help/fr/figures/a.png', 'a' * 130000)
        self.assert_found('help-pages', 'fr/figures/a.png is larger')
        os.unlink(os.path.join(self.root, 'help/fr/figures/a.png'))
        self.write('help/C/c.page', page.replace('a.png', 'c.png'))
        self.write('src/ui/app/commons-help.c', entries + '  { "CommonsC", "a#c" },\n  { "CommonsA", "d" },\n')
        result = self.run_check('help-pages')
        for problem in ('fr/figures/a.png is not there', 'c.page is not listed', 'figures/c.png is not listed',
                        'there is no CommonsC', 'the page a has no section c', 'there is no page d'):
            self.assertIn(problem, result.stdout)

    def test_mnemonics(self):
        self.write('src/a.c', 'f (_("_Save")); f (_("_Cancel")); f (_("_Delete…")); f (_("_Delete"));\n')
        self.write('src/b.c', 'f (_("_Save")); f (_("_Move"));\n')
        self.write('po/POTFILES.in', 'src/a.c\nsrc/b.c\n')
        self.write('po/LINGUAS', 'fr\n')
        po = ('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + ''.join(
            f'msgid "{text}"\nmsgstr "{{}}"\n\n' for text in ('_Save', '_Cancel', '_Delete…', '_Delete', '_Move')))
        self.write('po/fr.po', po.format('_Enregistrer', '_Annuler', '_Supprimer…', '_Supprimer', '_Déplacer'))
        self.assert_clean('mnemonics')
        self.write('po/fr.po', po.format('Garder', 'A_nnuler', '_Supprimer…', '_Supprimer', '_Déplacer'))
        self.assert_found('mnemonics', 'a.c: fr: “Garder” has no letter', 'b.c: fr: “Garder” has no letter')
        self.write('po/fr.po', po.format('_Enregistrer', 'Ann_ulerr', '_Supprimer…', '_Supprimer', 'Déplac_er'))
        self.assert_found('mnemonics', 'b.c: fr: E stands for')
        self.write('src/b.c', 'f (_("_Save")); f (_("_Show"));\n')
        self.write('po/fr.po', po.format('_E', '_A', '_S', '_S', '_D') + 'msgid "_Show"\nmsgstr "_V"\n')
        self.assert_found('mnemonics', 'b.c: en: S stands for _Save, _Show')

    def test_typography(self):
        po = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\nmsgid "Really?"\nmsgstr "%s"\n'
        page = '<page xmlns="http://projectmallard.org/1.0/"><p>“So”: a <code>"b"</code>; 5 %s</p></page>'
        sound = ('Vraiment\u202f? «\u00a0Oui\u00a0»\u00a0: 75\u202f% des contributrices et contributeurs, '
                 'd’usager·ères, 2\u00a0h…')
        self.write('po/fr.po', po % sound)
        self.write('help/C/a.page', page % 'cards.')
        self.write('data/catalogue/texts/fr.json', json.dumps({'a': 'Pour tous les plateaux', 'b': 'Oui\u00a0: non'}))
        self.assert_clean('typography')
        for wrong, what in (('Vraiment ?', 'no narrow space'), ('Vraiment\u00a0!', 'no narrow space'),
                            ('Oui;', 'no narrow space'), ('Oui : non', 'before the colon'),
                            ('Oui: non', 'before the colon'), ('«\u202foui\u00a0»', 'inside the quotes'),
                            ('“oui”', 'English quotes'), ("l'été", 'straight apostrophe'),
                            ('Attendez...', 'full stops'), ('%d%%', 'torn off'), ('2 h', 'torn off'),
                            ('Les contributeurs votent', 'half of the people'),
                            ('Deux relecteurs', 'half of the people'), ('Ouvert à tous.', 'half of the people'),
                            ('Ce que chacun peut dire', 'half of the people'),
                            ('Un développeur et l’utilisateur·rice', 'half of the people')):
            with self.subTest(wrong):
                self.write('po/fr.po', po % wrong)
                self.assert_found('typography', what)
        self.write('po/fr.po', po % sound)
        self.write('help/C/a.page', page % 'cards ; really...')
        self.write('data/templates/a.en.commons', json.dumps({'nodes': [{'id': "a'b", 'text': "It's"}]}))
        self.write('data/man/a.fr.1', '.TH "A"\n\\fB"a"\\fR oui ; non\n')
        self.assert_found('typography', 'a space before this sign', 'full stops', 'straight apostrophe', 'narrow space')

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


class ContentChecks(unittest.TestCase):
    """check_content.py, which check-catalogue.py runs on the real files."""

    ENUMS = {'entry_mode': ['open'], 'method': ['consent'], 'link_to_parent': ['single'],
             'licence': ['MIT'], 'legal_form': ['scic'], 'stage': ['launch'],
             'dimension': ['legal'], 'horizon': ['now']}

    def setUp(self):
        self.found = []

    def complain(self, where, what):
        self.found.append(f'{where}: {what}')

    def check_pattern(self, *circles, links=()):
        pattern = {'id': 'p', 'circles': list(circles), 'links': list(links)}
        PatternCheck(pattern, self.complain, self.ENUMS).run()
        return '\n'.join(self.found)

    def check_lists(self, **lists):
        everything = {name: {} for name in ('licences', 'risks', 'patterns', 'forms', 'stages')}
        everything.update(lists, licences=lists.get('licences', {'MIT': {'for': ['code']}}))
        Content(lambda path, member: everything[member], self.complain, self.ENUMS).check(['def1'])
        return '\n'.join(self.found)

    def test_patterns(self):
        outer = {'id': 'a', 'place': [0, 0, 600], 'entry_mode': 'open'}
        inner = {'id': 'b', 'in': 'a', 'place': [120, 228, 360], 'method': 'consent'}
        self.assertEqual(self.check_pattern(outer, inner, links=[['leads_to', 'a', 'b']]), '')
        self.assertIn('crosses a', self.check_pattern(outer, {**inner, 'place': [120, 252, 360]}))
        self.assertIn('no room at the top', self.check_pattern(outer, {**inner, 'place': [120, 120, 360]}))
        self.assertIn('not on the grid', self.check_pattern({**outer, 'place': [0, 0, 601]}))
        self.assertIn('too near to a', self.check_pattern(outer, {'id': 'c', 'place': [600, 0, 600]}))
        self.assertIn('lies in unknown z', self.check_pattern(outer, {**inner, 'in': 'z'}))
        self.assertIn("'paid' is no entry_mode", self.check_pattern({**outer, 'entry_mode': 'paid'}))
        self.assertIn('begins at', self.check_pattern({**outer, 'place': [12, 0, 600]}))
        self.assertIn('cannot link', self.check_pattern(outer, links=[['leads_to', 'a', 'z']]))
        self.assertIn('unknown link', self.check_pattern(outer, inner, links=[['holds', 'a', 'b']]))

    def test_lists(self):
        form = {'id': 'scic', 'conditions': [['money', 'yes', 'good']]}
        stage = {'id': 'launch', 'signs': 1, 'advice': 1,
                 'actions': [{'id': 'x', 'dimension': 'legal', 'horizon': 'now', 'question': 'def1'}]}
        self.assertEqual(self.check_lists(forms={'scic': form}, stages={'launch': stage},
                                          risks={'r': {'severity': 3}}), '')
        self.assertIn('severity', self.check_lists(risks={'r': {'severity': 6}}))
        self.assertIn('MIT is not among them', self.check_lists(licences={}))
        self.assertIn('is for nothing', self.check_lists(licences={'MIT': {'for': ['cars']}}))
        self.assertIn('asks money maybe', self.check_lists(
            forms={'scic': {**form, 'conditions': [['money', 'maybe', 'good']]}}))
        self.assertIn('unknown fit', self.check_lists(
            forms={'scic': {**form, 'conditions': [['money', 'yes', 'well']]}}))
        action = {**stage['actions'][0], 'question': 'def99'}
        self.assertIn('no question def99', self.check_lists(stages={'launch': {**stage, 'actions': [action]}}))

    def test_wording(self):
        texts = {'fr': {'risk.a': 'Nom', 'risk.a.text': 'Une phrase complète qui dit quelque chose.'},
                 'en': {'risk.a': 'Name', 'risk.a.text': 'A whole sentence that says something.'}}
        check_wording(texts, self.complain)
        self.assertEqual(self.found, [])
        texts['fr'].update({'risk.a': 'N' * 41, 'enum.x.y': 'Nom.', 'risk.b.text': 'Sans point',
                            'risk.c.text': 'x' * 200 + '.', 'kind.d': 'The same in both languages'})
        texts['en']['kind.d'] = 'The same in both languages'
        check_wording(texts, self.complain)
        self.assertEqual(len(self.found), 5, self.found)


if __name__ == '__main__':
    unittest.main()

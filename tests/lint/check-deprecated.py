#!/usr/bin/env python3
"""No name of GTK or libadwaita that is deprecated later, or that came after the
oldest versions supported, outside src/compat.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

import lint

# Classes whose functions alone cannot be told by deprecated-symbols.txt when
# they appear in an interface file or in a cast.
DEPRECATED_CLASSES = '''
    GtkAppChooserButton GtkAppChooserDialog GtkAppChooserWidget GtkAssistant GtkCellArea
    GtkCellAreaBox GtkCellRenderer GtkCellRendererText GtkCellView GtkColorButton
    GtkColorChooserDialog GtkColorChooserWidget GtkComboBox GtkComboBoxText GtkDialog
    GtkEntryCompletion GtkFileChooserDialog GtkFileChooserNative GtkFileChooserWidget
    GtkFontButton GtkFontChooserDialog GtkFontChooserWidget GtkIconView GtkInfoBar GtkListStore
    GtkLockButton GtkMessageDialog GtkShortcutsGroup GtkShortcutsSection GtkShortcutsShortcut
    GtkShortcutsWindow GtkStatusbar GtkStyleContext GtkTreeModelFilter GtkTreeModelSort
    GtkTreeStore GtkTreeView GtkTreeViewColumn GtkVolumeButton
    AdwAboutWindow AdwEnumListModel AdwFlap AdwLeaflet AdwMessageDialog AdwPreferencesWindow
    AdwSqueezer AdwViewSwitcherTitle
'''.split()

# Classes that GTK 4.8 and libadwaita 1.2 do not have.
LATER_CLASSES = '''
    GtkAlertDialog GtkColorDialog GtkColorDialogButton GtkFileDialog GtkFileLauncher GtkFontDialog
    GtkFontDialogButton GtkGraphicsOffload GtkListHeader GtkScrollInfo GtkSectionModel
    GtkUriLauncher
    AdwAboutDialog AdwAlertDialog AdwBanner AdwBottomSheet AdwBreakpoint AdwBreakpointBin
    AdwButtonRow AdwDialog AdwLayout AdwMultiLayoutView AdwNavigationPage AdwNavigationSplitView
    AdwNavigationView AdwOverlaySplitView AdwPreferencesDialog AdwShortcutsDialog AdwSpinRow
    AdwSpinner AdwSwitchRow AdwTabOverview AdwToggle AdwToggleGroup AdwToolbarView AdwWrapBox
'''.split()

WORD = re.compile(r'\b[A-Za-z]\w+\b')
UI_CLASS = re.compile(r'\b(?:class|parent)="(\w+)"')


def type_macro(name):
    """GtkTreeView gives GTK_TREE_VIEW and GTK_TYPE_TREE_VIEW."""
    words = [word.upper() for word in re.findall(r'[A-Z][a-z]*', name)]
    return '_'.join(words), '_'.join([words[0], 'TYPE', *words[1:]])


def read_names(folder):
    """Maps each name that must not appear to the reason."""
    names = {}
    with open(os.path.join(folder, 'deprecated-symbols.txt'), encoding='utf-8') as lines:
        for line in lines:
            if line.strip() and not line.startswith('#'):
                version, symbol = line.split()
                names[symbol] = f'is deprecated since {version}'
    for kind, reason in ((DEPRECATED_CLASSES, 'is deprecated later'),
                         (LATER_CLASSES, 'came after the oldest version supported')):
        for name in kind:
            for form in (name, *type_macro(name)):
                names[form] = reason
    return names


def check(root, path, names):
    text = lint.read(root, path)
    if path.endswith('.ui'):
        words = ((found[1], found.start()) for found in UI_CLASS.finditer(text))
    else:
        text = lint.without_comments_and_strings(text)
        words = ((found[0], found.start()) for found in WORD.finditer(text))
    for word, offset in words:
        if word in names:
            yield f'{path}:{lint.line_of(text, offset)}: {word} {names[word]}'


def main(root):
    names = read_names(os.path.dirname(os.path.abspath(__file__)))
    problems = []
    for path in lint.walk(root, '.c', '.h', '.ui'):
        folders = path.split(os.sep)
        if folders[0] in ('src', 'data') and folders[1] != 'compat':
            problems += check(root, path, names)
    lint.report(problems)


if __name__ == '__main__':
    main(sys.argv[1])

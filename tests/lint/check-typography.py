#!/usr/bin/env python3
"""French and English are written as their readers expect: spaces that do not
break, quotes, apostrophes and ellipses, and words that mean everybody.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sys

import lint
import said

NARROW, WIDE = '\u202f', '\u00a0'
UNITS = r'(?:%|€|k€|M€|°|h|min|s|ms|cm|mm|km|m|kg|g|Mio|Gio|Mo|MiB|px)'

BOTH = (
    (re.compile(r'\.\.\.'), 'three full stops for an ellipsis'),
    (re.compile(r'(?<!\d)"'), 'a straight quote'),
    (re.compile(r"(?<=\w)'(?=\w)"), 'a straight apostrophe'),
    (re.compile(r'  +(?=\S)'), 'two spaces'),
)
FRENCH = (
    (re.compile(r'(?<=[\w)»…%’”·])[ ' + WIDE + r']?(?:[;!?]+)(?=[\s<»)*]|$)'), 'no narrow space before this sign'),
    (re.compile(r'(?<=[\w)»…%’”])[ ' + NARROW + r']?:(?=[\s<»)]|$)'), 'no unbreakable space before the colon'),
    (re.compile(r'«[^' + WIDE + r']|[^' + WIDE + r']»'), 'no unbreakable space inside the quotes'),
    (re.compile(r'[“”]'), 'English quotes'),
    (re.compile(r'%[du][ ' + WIDE + r']?%%|\d[ ' + WIDE + r']?%(?!\w)|(?<=\d) ' + UNITS + r'(?!\w)'), 'a unit that may be torn off its number'),
)
ENGLISH = (
    (re.compile(r'[\s' + NARROW + WIDE + r'][;!?:](?=\s|$)'), 'a space before this sign'),
    (re.compile(r'[«»]'), 'French quotes'),
)

# Names of people that leave out half of them when they stand alone. With “·”
# or beside their other form they do not; neither do names for organisations.
PEOPLE = ('utilisateur', 'facilitateur', 'contributeur', 'animateur', 'administrateur', 'développeur',
          'relecteur', 'releveur', 'lecteur', 'auteur', 'adhérent', 'citoyen', 'traducteur', 'usager',
          'habitant', 'élu', 'agent', 'coordinateur', 'coordinatrice', 'salarié', 'fondateur',
          'mainteneur', 'modérateur', 'client', 'promeneur', 'chercheur', 'enseignant', 'participant',
          'candidat', 'délégué', 'employé', 'spectateur', 'orateur', 'expert', 'visiteur',
          'créateur', 'concepteur', 'éditeur', 'rédacteur', 'bénéficiaire·', 'intervenant', 'débutant')
ALONE = re.compile(r'(?<![\w·])(?:les|des|aux|ces|nos|vos|leurs|deux|trois|\d+|de|d’|entre|par|et|,|:|→|^)\s*'
                   r'(?:nouveaux |anciens |autres |seuls )?'
                   r'(' + '|'.join(PEOPLE) + r')s(?![\w·-])', re.IGNORECASE)
# One person alone; publishers are organisations, and readers machines.
ONE = re.compile(r'(?<![\w·’])(?:(?:un|le|du|au|ce|cet|son|chaque|aucun|tout|quel|ni) |l’|d’)(' +
                 '|'.join(name for name in PEOPLE if name not in ('éditeur', 'lecteur', 'auteur', 'élu')) +
                 r')(?![\w·-])', re.IGNORECASE)
PAIRED = re.compile(r'(?:trice|euse|ère|ée|ante|ente|enne|ine|cliente)s? (?:et|ou) (?:\w+ )?$')
EACH = re.compile(r'\bchacun (?:y|peut|écrit|a|son|sa|ses|reçoit|vient|doit|contribue|parle|dit)\b|'
                  r'\b(?:pour|à) tous(?=[.,;]|\s*$)', re.IGNORECASE)


def leaves_out(text):
    """Yields what speaks of some people only."""
    for found in ALONE.finditer(text):
        if not PAIRED.search(text[:found.start(1)]):
            yield found, 'half of the people'
    for pattern in (ONE, EACH):
        for found in pattern.finditer(text):
            yield found, 'half of the people'


def check_text(language, text):
    rules = BOTH + (FRENCH if language == 'fr' else ENGLISH)
    for pattern, what in rules:
        for found in pattern.finditer(text):
            yield found, what
    if language == 'fr':
        yield from leaves_out(text)


def main(root):
    problems = []
    for where, language, text in said.everything(root):
        for found, what in check_text(language, text):
            around = text[max(0, found.start() - 20):found.end() + 12].replace('\n', ' ')
            problems.append(f'{where}: “{around}”: {what}')
    lint.report(list(dict.fromkeys(problems)))


if __name__ == '__main__':
    main(sys.argv[1])

#!/usr/bin/env python3
"""What data/style.css writes and draws can be seen: 4.5 : 1 for words, 3 : 1
for marks, rings and other drawings, on every ground of the desktop, light and
dark. What the board draws itself is tried with its themes.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import sys

import lint

SHEET = 'data/style.css'

# The grounds and inks of libadwaita 1.2 and of 1.7, whose greys are others.
PALETTES = {
    'light': {
        'grounds': {'window_bg_color': ('#fafafa', '#fafafb'), 'view_bg_color': ('#ffffff',),
                    'card_bg_color': ('#ffffff',), 'popover_bg_color': ('#ffffff',)},
        'ink': ('#000000', 0.8), 'accent_bg_color': '#3584e4', 'accent_color': '#1c71d8',
        'error_color': '#c01c28', 'warning_bg_color': '#e5a50a',
    },
    'dark': {
        'grounds': {'window_bg_color': ('#242424', '#222226'), 'view_bg_color': ('#1e1e1e', '#1d1d20'),
                    'card_bg_color': ('#363636', '#343437'), 'popover_bg_color': ('#383838', '#36363a')},
        'ink': ('#ffffff', 1), 'accent_bg_color': '#3584e4', 'accent_color': '#78aeed',
        'error_color': '#ff7b63', 'warning_bg_color': '#cd9309',
    },
}

TEXT, GRAPHIC = 4.5, 3.0

# Drawings, not words: icons in the colour of their widget.
DRAWN = re.compile(r'\.question-mark|\.mark-answered|\.start-plus|\.level-bar|\.start-session')
# Boxes that bring a ground of their own, and what is written in them.
OWN_GROUNDS = {
    'findbar .filter-pill': {'light': ('#fff3d1',), 'dark': ('#3d3416',)},
    '.board-view': {'light': ('#eeeef1',), 'dark': ('#1b1b1e',)},
    'start-picture': {'light': ('#eeeef1',), 'dark': ('#1b1b1e',)},
    'card-editor.card-editor': {'light': ('#ffffff',), 'dark': ('#2c2c31',)},
    'zoomcontrol .too-small': {'light': ('#f2cf6b',), 'dark': ('#e0bb58',)},
}

RULE = re.compile(r'([^{}]+)\{([^{}]*)\}')
COLOR = re.compile(r'(?<![-\w])color:\s*([^;]+);')
OPACITY = re.compile(r'(?<![-\w])opacity:\s*(0\.[0-9]+);')
RING = re.compile(r'(?:box-shadow:\s*(?:inset )?0 0 0 [2-9]px|outline:\s*[2-9]px (?:solid|dashed))\s+'
                  r'(alpha\([^)]*\)|[^;,]+)')


def parse(color):
    return [int(color[at:at + 2], 16) / 255 for at in (1, 3, 5)]


def over(ink, alpha, ground):
    return [alpha * one + (1 - alpha) * other for one, other in zip(ink, ground)]


def luminance(color):
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def resolve(text, palette):
    """A colour and how much of what is behind it shows through, or None for
    what is only known where it is used."""
    text = text.strip()
    mixed = re.fullmatch(r'alpha\((.+),\s*([\d.]+)\)', text)
    if mixed:
        inner = resolve(mixed[1], palette)
        return inner and (inner[0], inner[1] * float(mixed[2]))
    if re.fullmatch(r'#[0-9a-f]{6}', text):
        return parse(text), 1
    if text in ('black', 'white'):
        return parse('#000000' if text == 'black' else '#ffffff'), 1
    if text in ('currentColor', '@window_fg_color', '@view_fg_color', '@card_fg_color', '@popover_fg_color'):
        return parse(palette['ink'][0]), palette['ink'][1]
    if text.lstrip('@') in palette:
        return parse(palette[text.lstrip('@')]), 1
    return None


def grounds_of(selector, style):
    for name, grounds in OWN_GROUNDS.items():
        if selector.replace('.dark ', '') == name:
            return grounds[style]
    return [ground for grounds in PALETTES[style]['grounds'].values() for ground in grounds]


def worst(selector, text, style):
    resolved = resolve(text, PALETTES[style])
    if resolved is None:
        return None
    return min(contrast(over(*resolved, parse(ground)), parse(ground)) for ground in grounds_of(selector, style))


def styles_of(selector, selectors):
    """Which styles a rule is for: what has a rule of its own in the dark style
    is only for the light one."""
    if '.dark' in selector:
        return ['dark']
    return ['light'] if f'.dark {selector}' in selectors else ['light', 'dark']


def main(root):
    text = lint.without_comments(lint.read(root, SHEET))
    rules = [(match.start(2), [' '.join(part.split()) for part in match[1].split(',')], match[2])
             for match in RULE.finditer(text)]
    # Pale widgets are their words, paler.
    rules = [(offset, selectors, OPACITY.sub(r'color: alpha(currentColor, \1);', body)) for offset, selectors, body in rules]
    colored = {selector for _, selectors, body in rules if COLOR.search(body) for selector in selectors}
    ringed = {selector for _, selectors, body in rules if RING.search(body) for selector in selectors}

    problems = []
    for offset, selectors, body in rules:
        for selector in selectors:
            # Black on white there; nothing to work out.
            if '.high-contrast' in selector:
                continue
            for pattern, known in ((COLOR, colored), (RING, ringed)):
                for found in pattern.finditer(body):
                    wanted = TEXT if pattern is COLOR and not DRAWN.search(selector) else GRAPHIC
                    for style in styles_of(selector, known):
                        ratio = worst(selector, found[1], style)
                        if ratio is not None and ratio < wanted:
                            problems.append(f'{SHEET}:{lint.line_of(text, offset + found.start())}: {selector} has '
                                            f'{ratio:.2f} : 1 in the {style} style, not {wanted} : 1 ({found[1]})')
    lint.report(problems)


if __name__ == '__main__':
    main(sys.argv[1])

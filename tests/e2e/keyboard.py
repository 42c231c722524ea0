"""What the keyboard can type just now.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ctypes
import ctypes.util

import screenshot

# What xdotool presses for characters that are no signs.
CONTROLS = {'\n': 0xff0d, '\r': 0xff0d, '\t': 0xff09}
UNICODE = 0x01000000


def load_library():
    library = ctypes.CDLL(ctypes.util.find_library('xkbcommon') or 'libxkbcommon.so.0')
    library.xkb_utf32_to_keysym.restype = ctypes.c_uint32
    library.xkb_utf32_to_keysym.argtypes = [ctypes.c_uint32]
    return library


def keysyms_of(library, character):
    """The numbers a layout may know it by: of its own, as from before Unicode,
    or that of Unicode."""
    if character in CONTROLS:
        return [CONTROLS[character]]
    return [library.xkb_utf32_to_keysym(ord(character)), UNICODE + ord(character)]


def missing(text):
    """The characters of a text that no key of the layout gives."""
    names = load_library()
    library = screenshot.load_library()
    library.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    library.XKeysymToKeycode.restype = ctypes.c_ubyte
    display = library.XOpenDisplay(None)
    if not display:
        raise OSError('the display does not answer')
    try:
        return [character for character in dict.fromkeys(text)
                if not any(library.XKeysymToKeycode(display, keysym) for keysym in keysyms_of(names, character))]
    finally:
        library.XCloseDisplay(display)

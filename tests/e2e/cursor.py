"""What the pointer looks like: the one thing of a drag between surfaces that
can be seen from outside of the program.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ctypes
import ctypes.util

import screenshot


class CursorImage(ctypes.Structure):
    _fields_ = [
        ('x', ctypes.c_short),
        ('y', ctypes.c_short),
        ('width', ctypes.c_ushort),
        ('height', ctypes.c_ushort),
        ('xhot', ctypes.c_ushort),
        ('yhot', ctypes.c_ushort),
        ('serial', ctypes.c_ulong),
        ('pixels', ctypes.c_void_p),
        ('atom', ctypes.c_ulong),
        ('name', ctypes.c_char_p),
    ]


def load_library():
    library = ctypes.CDLL(ctypes.util.find_library('Xfixes') or 'libXfixes.so.3')
    pointer = ctypes.POINTER(ctypes.c_int)
    for name in ('XFixesQueryExtension', 'XFixesQueryVersion'):
        getattr(library, name).argtypes = [ctypes.c_void_p, pointer, pointer]
    library.XFixesGetCursorImage.restype = ctypes.POINTER(CursorImage)
    library.XFixesGetCursorImage.argtypes = [ctypes.c_void_p]
    return library


def name():
    """Its name in the theme of cursors; empty when nobody has set one."""
    x11 = screenshot.load_library()
    fixes = load_library()
    display = x11.XOpenDisplay(None)
    if not display:
        raise OSError('the display does not answer')
    try:
        major, minor = ctypes.c_int(), ctypes.c_int()
        if not fixes.XFixesQueryExtension(display, major, minor):
            raise OSError('the display does not tell about its cursor')
        # The server wants to know which version it talks to: names came in 2.
        major.value = 4
        fixes.XFixesQueryVersion(display, major, minor)
        image = fixes.XFixesGetCursorImage(display)
        if not image:
            raise OSError('the display does not tell about its cursor')
        found = (image.contents.name or b'').decode()
        x11.XFree(image)
        return found
    finally:
        x11.XCloseDisplay(display)

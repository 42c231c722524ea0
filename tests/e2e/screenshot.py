"""Pictures of the screen, with nothing but the X library: for whoever reads
why a test failed, and for tests that compare two of them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ctypes
import ctypes.util
import struct
import zlib

Z_PIXMAP = 2
ALL_PLANES = ctypes.c_ulong(-1).value


class Image(ctypes.Structure):
    _fields_ = [
        ('width', ctypes.c_int),
        ('height', ctypes.c_int),
        ('xoffset', ctypes.c_int),
        ('format', ctypes.c_int),
        ('data', ctypes.POINTER(ctypes.c_ubyte)),
        ('byte_order', ctypes.c_int),
        ('bitmap_unit', ctypes.c_int),
        ('bitmap_bit_order', ctypes.c_int),
        ('bitmap_pad', ctypes.c_int),
        ('depth', ctypes.c_int),
        ('bytes_per_line', ctypes.c_int),
        ('bits_per_pixel', ctypes.c_int),
    ]


def load_library():
    name = ctypes.util.find_library('X11') or 'libX11.so.6'
    library = ctypes.CDLL(name)
    library.XOpenDisplay.restype = ctypes.c_void_p
    library.XOpenDisplay.argtypes = [ctypes.c_char_p]
    library.XDefaultRootWindow.restype = ctypes.c_ulong
    library.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    for name in ('XDisplayWidth', 'XDisplayHeight'):
        getattr(library, name).argtypes = [ctypes.c_void_p, ctypes.c_int]
    library.XGetImage.restype = ctypes.POINTER(Image)
    library.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int,
                                  ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
    library.XFree.argtypes = [ctypes.c_void_p]
    library.XCloseDisplay.argtypes = [ctypes.c_void_p]
    return library


def chunk(kind, content):
    body = kind + content
    return struct.pack('>I', len(content)) + body + struct.pack('>I', zlib.crc32(body))


def encode(width, height, rows):
    return (b'\x89PNG\r\n\x1a\n' +
            chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)) +
            chunk(b'IDAT', zlib.compress(b''.join(b'\0' + row for row in rows), 6)) +
            chunk(b'IEND', b''))


def read_rows(image):
    """Rows of red, green, blue, out of 32 bits a pixel with blue first."""
    for y in range(image.height):
        start = y * image.bytes_per_line
        line = bytes(image.data[start:start + image.width * 4])
        row = bytearray(image.width * 3)
        row[0::3], row[1::3], row[2::3] = line[2::4], line[1::4], line[0::4]
        yield bytes(row)


def read(place=None):
    """What is on the screen, or in a rectangle of it: its width, its height, and
    rows of red, green, blue."""
    library = load_library()
    display = library.XOpenDisplay(None)
    if not display:
        raise OSError('the display does not answer')
    try:
        x, y, width, height = (round(number) for number in place) if place else (
            0, 0, library.XDisplayWidth(display, 0), library.XDisplayHeight(display, 0))
        image = library.XGetImage(display, library.XDefaultRootWindow(display), x, y, width, height,
                                  ALL_PLANES, Z_PIXMAP)
        if not image or image.contents.bits_per_pixel != 32:
            raise OSError('the screen cannot be read')
        rows = list(read_rows(image.contents))
        library.XFree(ctypes.cast(image.contents.data, ctypes.c_void_p))
        library.XFree(ctypes.cast(image, ctypes.c_void_p))
        return width, height, rows
    finally:
        library.XCloseDisplay(display)


def save(path, place=None):
    with open(path, 'wb') as file:
        file.write(encode(*read(place)))


def differing(one, other):
    """How many pixels of two pictures of the same size are not the same."""
    return sum(before[i:i + 3] != after[i:i + 3]
               for before, after in zip(one[2], other[2]) if before != after
               for i in range(0, len(before), 3))

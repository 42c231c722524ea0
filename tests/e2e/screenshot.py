"""A picture of the screen, with nothing but the X library: for whoever reads
why a test failed.

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


def save(path):
    library = load_library()
    display = library.XOpenDisplay(None)
    if not display:
        raise OSError('the display does not answer')
    try:
        width = library.XDisplayWidth(display, 0)
        height = library.XDisplayHeight(display, 0)
        image = library.XGetImage(display, library.XDefaultRootWindow(display), 0, 0, width, height,
                                  ALL_PLANES, Z_PIXMAP)
        if not image or image.contents.bits_per_pixel != 32:
            raise OSError('the screen cannot be read')
        with open(path, 'wb') as file:
            file.write(encode(width, height, read_rows(image.contents)))
    finally:
        library.XCloseDisplay(display)

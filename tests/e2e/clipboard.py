#!/usr/bin/python3
"""Another program that reads the clipboard, or has something in it.

    clipboard.py formats                  one a line
    clipboard.py read FORMAT              the bytes
    clipboard.py offer FORMAT FILE …      says “offered”, and lasts until it is ended

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import gi
gi.require_version('Gtk', '4.0')
gi.require_version('Gdk', '4.0')
from gi.repository import Gdk, Gio, GLib, Gtk


# In milliseconds: an empty clipboard never says so.
PATIENCE = 2000


def load_formats(clipboard, loop, wanted=None):
    """Formats of what another program has are told after a while only."""
    def are_there():
        found = clipboard.get_formats().get_mime_types() or []
        return wanted in found if wanted else found

    def changed_cb(*_):
        if are_there():
            loop.quit()

    clipboard.connect('changed', changed_cb)
    GLib.timeout_add(PATIENCE, loop.quit)
    if not are_there():
        loop.run()
    return clipboard.get_formats().get_mime_types() or []


def read(clipboard, mime_type, loop):
    outcome = {}

    def splice_cb(output, result):
        try:
            output.splice_finish(result)
            outcome['bytes'] = output.steal_as_bytes().get_data()
        except GLib.Error as error:
            outcome['error'] = error.message
        loop.quit()

    def read_cb(source, result):
        try:
            stream, _ = source.read_finish(result)
        except GLib.Error as error:
            outcome['error'] = error.message
            loop.quit()
            return
        output = Gio.MemoryOutputStream.new_resizable()
        flags = Gio.OutputStreamSpliceFlags.CLOSE_SOURCE | Gio.OutputStreamSpliceFlags.CLOSE_TARGET
        output.splice_async(stream, flags, GLib.PRIORITY_DEFAULT, None, splice_cb)

    clipboard.read_async([mime_type], GLib.PRIORITY_DEFAULT, None, read_cb)
    loop.run()
    if 'error' in outcome:
        sys.exit(f'{mime_type}: {outcome["error"]}')
    sys.stdout.buffer.write(outcome['bytes'])


def offer(clipboard, pairs, loop):
    providers = []
    for mime_type, path in pairs:
        with open(path, 'rb') as file:
            providers.append(Gdk.ContentProvider.new_for_bytes(mime_type, GLib.Bytes.new(file.read())))
    clipboard.set_content(Gdk.ContentProvider.new_union(providers))
    # The display knows whose clipboard it is once it has answered.
    clipboard.get_display().sync()
    print('offered', flush=True)
    loop.run()


def main():
    if not Gtk.init_check():
        sys.exit('there is no display')
    clipboard = Gdk.Display.get_default().get_clipboard()
    loop = GLib.MainLoop()
    what, *arguments = sys.argv[1:]
    if what == 'offer':
        offer(clipboard, list(zip(arguments[::2], arguments[1::2])), loop)
        return
    formats = load_formats(clipboard, loop, *arguments)
    if what == 'formats':
        print('\n'.join(formats))
    else:
        read(clipboard, *arguments, loop)


if __name__ == '__main__':
    main()

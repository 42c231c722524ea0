#!/usr/bin/python3
"""Another program beside ours: it has something on the clipboard that can be
dragged from its window, too, or it takes what is there.

    other-program.py offer TITLE TYPE FILE [TYPE FILE…]
    other-program.py take TYPE

It says “ready” once it has the clipboard, and writes what it took.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys

import gi
gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GLib, Gtk


def read(path):
    with open(path, 'rb') as file:
        return GLib.Bytes.new(file.read())


def offer(title, arguments):
    pairs = list(zip(arguments[::2], arguments[1::2]))

    def content():
        return Gdk.ContentProvider.new_union([Gdk.ContentProvider.new_for_bytes(mime, read(path))
                                              for mime, path in pairs])

    window = Gtk.Window(title=title, default_width=160, default_height=90, decorated=False)
    label = Gtk.Label(label='Drag me')
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect('prepare', lambda *_: content())
    label.add_controller(source)
    window.set_child(label)
    window.present()

    window.get_display().get_clipboard().set_content(content())
    print('ready', flush=True)
    GLib.MainLoop().run()


def take(mime):
    loop = GLib.MainLoop()
    status = []

    def written(stream, result):
        try:
            stream.splice_finish(result)
            sys.stdout.buffer.write(stream.steal_as_bytes().get_data())
            status.append(0)
        except GLib.Error as error:
            print(error.message, file=sys.stderr)
        loop.quit()

    def opened(clipboard, result):
        try:
            stream, _ = clipboard.read_finish(result)
        except GLib.Error as error:
            print(error.message, file=sys.stderr)
            loop.quit()
            return
        memory = Gio.MemoryOutputStream.new_resizable()
        memory.splice_async(stream, Gio.OutputStreamSpliceFlags.CLOSE_TARGET, GLib.PRIORITY_DEFAULT, None, written)

    Gdk.Display.get_default().get_clipboard().read_async([mime], GLib.PRIORITY_DEFAULT, None, opened)
    loop.run()
    return 0 if status else 1


def main():
    Gtk.init()
    if sys.argv[1] == 'offer':
        offer(sys.argv[2], sys.argv[3:])
        return 0
    return take(sys.argv[2])


if __name__ == '__main__':
    sys.exit(main())

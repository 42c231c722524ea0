/* commons-clip-places.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "commons-board.h"

G_BEGIN_DECLS

/**
 * commons_clip_read_addresses:
 * @text: any text
 *
 * Reads a text of nothing but web and mail addresses, one a line; lines that
 * begin with “#” are comments, as in text/uri-list (RFC 2483).
 *
 * Returns: (transfer full) (nullable): a board with a `link` node for each,
 *   %NULL when the text says something else
 */
CommonsBoard *commons_clip_read_addresses (const char *text);

/**
 * commons_clip_read_named_address:
 * @bytes: what a browser offers as text/x-moz-url: an address and a title, in
 *   UTF-16
 *
 * Reads a link that is dragged from a web page.
 *
 * Returns: (transfer full) (nullable): a board with one card that says title
 *   and address, or a `link` node without a title
 */
CommonsBoard *commons_clip_read_named_address
                                          (GBytes     *bytes);

/**
 * commons_clip_point_to_files:
 * @files: (element-type GFile): files, folders or web addresses
 * @folder: (nullable): the folder the board lies in
 *
 * Makes nodes that point to files and do not hold them: `file` nodes with a
 * path from @folder on when they lie in it, a whole path otherwise; `link`
 * nodes for addresses.
 *
 * Returns: (transfer full): a board with these
 */
CommonsBoard *commons_clip_point_to_files (GPtrArray  *files,
                                           GFile      *folder);

/**
 * commons_clip_decode_text:
 * @bytes: the content of a text file
 *
 * Makes UTF-8 of a text in UTF-8, in UTF-16 with a byte order mark, or in
 * Windows-1252, which spreadsheets still write.
 *
 * Returns: (transfer full) (nullable): the text, %NULL when this is no text
 */
char         *commons_clip_decode_text    (GBytes     *bytes);

G_END_DECLS

/* commons-clip.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-io-error.h"

G_BEGIN_DECLS

/**
 * COMMONS_CLIP_TYPE:
 *
 * The media type of a board, in files and on the clipboard alike.
 */
#define COMMONS_CLIP_TYPE "application/vnd.inno3.commons-canvas+json"

/**
 * COMMONS_CLIP_TYPE_EXCALIDRAW:
 *
 * The media type Excalidraw gives what it copies.
 */
#define COMMONS_CLIP_TYPE_EXCALIDRAW "application/vnd.excalidraw.clipboard+json"

/**
 * COMMONS_CLIP_MAX_NODES:
 *
 * How many nodes, elements or lines one clip may bring.
 */
#define COMMONS_CLIP_MAX_NODES 20000

/**
 * commons_clip_take:
 * @board: a board
 * @ids: (element-type utf8): ids of nodes and edges; edges are ignored
 *
 * Takes a copy of a part of a board: nodes, the content of the circles and
 * zones among them, and the links between two of these. It shares records
 * with the board, and takes no time to speak of.
 *
 * Returns: (transfer full): the part, a board of its own; empty when nothing
 *   of @ids is a node
 */
CommonsBoard *commons_clip_take       (CommonsBoard  *board,
                                       GPtrArray     *ids);

/**
 * commons_clip_write:
 * @clip: what was copied
 *
 * Writes a clip as a board: a JSON Canvas document.
 *
 * Returns: (transfer full): UTF-8 text
 */
GBytes       *commons_clip_write      (CommonsBoard  *clip);

/**
 * commons_clip_write_text:
 * @clip: what was copied
 *
 * Writes a clip for a word processor or a message: one card as it is, several
 * as lines from top to bottom, and as a Markdown list when some have a body
 * or lie in others. commons_clip_read_lines() understands all three.
 *
 * Returns: (transfer full): UTF-8 text without a final line break
 */
char         *commons_clip_write_text (CommonsBoard  *clip);

/**
 * commons_clip_read_json:
 * @bytes: what another board, or another program, wrote
 * @n_skipped: (out) (optional): how many elements have no counterpart here:
 *   pictures, strokes, arrows that hold to nothing
 * @error: return location for a #CommonsIoError; SYNTAX and UNKNOWN mean that
 *   this was not meant for a board
 *
 * Reads our own format, any JSON Canvas, or a drawing or clip of Excalidraw
 * (files as of 2026: version 2). Members of JSON Canvas that are not known
 * stay in place. Positions are those of the source.
 *
 * Returns: (transfer full) (nullable): what it holds, a board of its own
 */
CommonsBoard *commons_clip_read_json  (GBytes        *bytes,
                                       guint         *n_skipped,
                                       GError       **error);

G_END_DECLS

/* commons-writer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

/**
 * CommonsWriterFlags:
 * @COMMONS_WRITER_FLAGS_NONE: a board from another program that uses nothing
 *   of this one stays without a `commons` member
 * @COMMONS_WRITER_HEAD: every file gets the `commons` member that tells its
 *   format
 *
 * How to write a board.
 */
typedef enum
{
  COMMONS_WRITER_FLAGS_NONE = 0,
  COMMONS_WRITER_HEAD       = 1 << 0,
} CommonsWriterFlags;

/**
 * CommonsSnapshot:
 *
 * What a board says at one moment. Taking one costs next to nothing, since
 * records never change; it can then be written in another thread.
 */
typedef struct _CommonsSnapshot CommonsSnapshot;

/**
 * commons_snapshot_new:
 * @board: a board
 *
 * Returns: (transfer full): what it says now, to be freed with
 *   commons_snapshot_free() in the thread of the board
 */
CommonsSnapshot *commons_snapshot_new    (CommonsBoard          *board);
void             commons_snapshot_free   (CommonsSnapshot       *self);

/**
 * commons_snapshot_write:
 * @flags: how
 *
 * Writes a snapshot as commons_writer_write() does. It may be called from any
 * thread: it only reads what cannot change.
 *
 * Returns: (transfer full): UTF-8 text with a final line break
 */
GBytes          *commons_snapshot_write  (const CommonsSnapshot *self,
                                          CommonsWriterFlags     flags);

/**
 * commons_writer_write:
 * @board: a board
 *
 * Writes a board in canonical form: tabs, one node or edge a line, members in
 * their order. What was read in that form is written byte for byte.
 *
 * Returns: (transfer full): UTF-8 text with a final line break
 */
GBytes *commons_writer_write             (CommonsBoard       *board);

/**
 * commons_writer_write_full:
 * @board: a board
 * @flags: how
 *
 * Writes a board as commons_writer_write() does.
 *
 * Returns: (transfer full): UTF-8 text with a final line break
 */
GBytes *commons_writer_write_full        (CommonsBoard       *board,
                                          CommonsWriterFlags  flags);

/**
 * commons_writer_get_flags_for_name:
 * @name: (nullable): name of a file
 *
 * Returns: the flags for a file of that name: what ends in `.commons` says
 *   that it is one of ours
 */
CommonsWriterFlags
        commons_writer_get_flags_for_name (const char        *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsSnapshot, commons_snapshot_free)

G_END_DECLS

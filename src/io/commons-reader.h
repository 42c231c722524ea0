/* commons-reader.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-io-error.h"

G_BEGIN_DECLS

/**
 * CommonsReadReport:
 * @warnings: (element-type utf8): what was odd in the file, in plain words;
 *   nothing was lost
 * @newer: whether a newer version of the program wrote the file, which is then
 *   only to be read
 * @foreign: whether the file says nothing of this program (a `.canvas` file)
 *
 * What there is to say about a file that could be read.
 */
typedef struct
{
  GPtrArray *warnings;
  gboolean   newer;
  gboolean   foreign;
} CommonsReadReport;

/**
 * commons_read_report_free:
 *
 * Frees a report.
 */
void          commons_read_report_free (CommonsReadReport  *self);

/**
 * commons_reader_read:
 * @bytes: what a file holds
 * @report: (out) (optional): what there is to say about it
 * @error: return location for a #CommonsIoError, whose message says where the
 *   fault is
 *
 * Reads a board from JSON Canvas, with or without the members of this
 * program. Members that are not known stay in place. The board belongs to the
 * thread that reads it.
 *
 * Returns: (transfer full) (nullable): the board, or %NULL with @error set
 */
CommonsBoard *commons_reader_read      (GBytes             *bytes,
                                        CommonsReadReport **report,
                                        GError            **error);

/**
 * commons_reader_merge_spellings:
 * @merged: what became of @ours and @theirs; may be @ours itself
 * @base: (nullable): what both were; without, the spellings of @ours count
 * @ours: a board that was read
 * @theirs: another
 *
 * Has the numbers of a merged board written as the files it comes from spell
 * them: 1e5 stays 1e5.
 */
void          commons_reader_merge_spellings
                                       (CommonsBoard       *merged,
                                        CommonsBoard       *base,
                                        CommonsBoard       *ours,
                                        CommonsBoard       *theirs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsReadReport, commons_read_report_free)

G_END_DECLS

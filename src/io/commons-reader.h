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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsReadReport, commons_read_report_free)

G_END_DECLS

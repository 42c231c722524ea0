/* commons-leftovers.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * COMMONS_LEFTOVERS_AGE:
 *
 * How old a file must be at least to count as left behind, in seconds.
 */
#define COMMONS_LEFTOVERS_AGE 60

/**
 * commons_leftovers_sweep:
 * @folder: path of a folder
 * @name: (nullable): name of the file, just written, whose leftovers go; %NULL
 *   for those of all files, in a folder that is the program's own
 *
 * Deletes what a program left behind that was killed while it wrote a file
 * beside @name: hidden files of that name with six letters or digits more,
 * that nobody has the lock of. May be called in any thread; blocks.
 *
 * Returns: how many there were
 */
guint commons_leftovers_sweep (const char *folder,
                               const char *name);

G_END_DECLS

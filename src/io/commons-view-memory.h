/* commons-view-memory.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * COMMONS_VIEW_MEMORY_MAX:
 *
 * How many files are remembered; the ones seen longest ago are forgotten.
 */
#define COMMONS_VIEW_MEMORY_MAX 200

/**
 * CommonsView:
 * @x: abscissa on the board of the middle of the view, in units
 * @y: ordinate on the board of the middle of the view, in units
 * @zoom: pixels per board unit
 * @whole: whether all of the board was shown, as when it is opened first
 * @outline: whether the outline was shown
 *
 * How somebody last looked at a board. The middle is kept, rather than a
 * corner, since the next window may have another size.
 */
typedef struct
{
  double   x;
  double   y;
  double   zoom;
  gboolean whole;
  gboolean outline;
} CommonsView;

/*
 * How each board was last looked at: kept beside the files, never in them,
 * since it concerns one person on one machine. Files go by a digest of their
 * address, so that the list does not tell which ones were opened.
 */

/**
 * commons_view_memory_get_default_path:
 *
 * Returns: (transfer full): name of the file the views are kept in
 */
char     *commons_view_memory_get_default_path (void);

/**
 * commons_view_memory_lookup:
 * @path: name of the file the views are kept in
 * @file: a board
 * @view: (out): how it was last looked at
 *
 * Reads how a board was last looked at. A memory that is missing or damaged
 * knows nothing.
 *
 * Returns: whether that is known
 */
gboolean  commons_view_memory_lookup           (const char         *path,
                                                GFile              *file,
                                                CommonsView        *view);

/**
 * commons_view_memory_store:
 * @path: name of the file the views are kept in; made if needed
 * @file: a board
 * @view: how it is looked at; finite numbers
 * @error: return location for a #GFileError or #GIOErrorEnum
 *
 * Remembers how a board is looked at; what was known of others stays. The
 * file is replaced at once or not at all.
 *
 * Returns: whether it was written
 */
gboolean  commons_view_memory_store            (const char         *path,
                                                GFile              *file,
                                                const CommonsView  *view,
                                                GError            **error);

G_END_DECLS

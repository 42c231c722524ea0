/* commons-file-watch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_FILE_WATCH (commons_file_watch_get_type ())

/**
 * CommonsFileState:
 * @COMMONS_FILE_SAME: the file is as it is known
 * @COMMONS_FILE_OTHER: the file is there, in another state
 * @COMMONS_FILE_GONE: there is no such file any more
 *
 * What is known of a file.
 */
typedef enum
{
  COMMONS_FILE_SAME,
  COMMONS_FILE_OTHER,
  COMMONS_FILE_GONE,
} CommonsFileState;

/**
 * CommonsFileWatch:
 *
 * Watches a file, and what a symbolic link leads to. Events are gathered, and
 * the file is looked at in a worker: what counts is its state, not what was
 * done to it. Programs that write a file anew take it away for a moment, so it
 * is gone only when it stays away. Where the system tells nothing of changes
 * (network, other than local files) it is looked at from time to time.
 */
G_DECLARE_FINAL_TYPE (CommonsFileWatch, commons_file_watch, COMMONS, FILE_WATCH, GObject)

/**
 * CommonsFileWatch::changed:
 *
 * Emitted when the file was found in a state that was not told yet, the known
 * one included.
 */

/**
 * commons_file_watch_new:
 * @file: what to watch; it need not exist
 * @etag: (nullable): names the state the file is known in; %NULL for that it
 *   is found in first
 *
 * Returns: (transfer full): the watch; it looks at once
 */
CommonsFileWatch *commons_file_watch_new        (GFile            *file,
                                                 const char       *etag);

/**
 * commons_file_watch_set_etag:
 * @etag: (nullable): names the state the file is known in from now on
 *
 * Tells of a state that was read or written, and looks again.
 */
void              commons_file_watch_set_etag   (CommonsFileWatch *self,
                                                 const char       *etag);

CommonsFileState  commons_file_watch_get_state  (CommonsFileWatch *self);

/**
 * commons_file_watch_look:
 *
 * Looks at the file now, such as when its window comes to the front.
 */
void              commons_file_watch_look       (CommonsFileWatch *self);

/**
 * commons_file_watch_set_delays:
 * @gather: how long to wait for more events, in milliseconds
 * @gone: how long a file must be missing to be gone, in milliseconds
 * @poll: how often to look where nothing tells of changes, in milliseconds
 *
 * Sets how fast the watch is.
 */
void              commons_file_watch_set_delays (CommonsFileWatch *self,
                                                 guint             gather,
                                                 guint             gone,
                                                 guint             poll);

G_END_DECLS

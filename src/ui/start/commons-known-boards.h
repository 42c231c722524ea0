/* commons-known-boards.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CommonsKnownBoard:
 * @uri: where it is
 * @name: what it is called as long as it was not looked into
 * @about: when it was open last and where it is, or what it is about
 *
 * A board that can be offered without asking for a file.
 */
typedef struct
{
  char *uri;
  char *name;
  char *about;
} CommonsKnownBoard;

/**
 * commons_known_boards_list_recent:
 * @max: how many at most
 *
 * Returns: (transfer full) (element-type CommonsKnownBoard): the boards that
 *   were open lately, the last first; they may be gone meanwhile
 */
GPtrArray *commons_known_boards_list_recent   (guint                    max);

/**
 * commons_known_boards_list_examples:
 *
 * Returns: (transfer full) (element-type CommonsKnownBoard): the worked
 *   examples, in the language of the desktop
 */
GPtrArray *commons_known_boards_list_examples (void);

/**
 * commons_known_board_is_near:
 *
 * Returns: whether its file can be looked into without keeping anybody waiting
 */
gboolean   commons_known_board_is_near        (const CommonsKnownBoard *self);

G_END_DECLS

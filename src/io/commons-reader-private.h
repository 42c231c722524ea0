/* commons-reader-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-json-numbers.h"
#include "commons-reader.h"

G_BEGIN_DECLS

/* Reads what commons_json_guard_check() already let pass. */
CommonsBoard       *_commons_reader_read_guarded (GBytes             *bytes,
                                                  CommonsReadReport **report,
                                                  GError            **error);

/* Reads a tree that was made of such bytes. */
CommonsBoard       *_commons_reader_read_tree    (GBytes             *bytes,
                                                  JsonNode           *root,
                                                  CommonsJsonNumbers *numbers,
                                                  CommonsReadReport **report,
                                                  GError            **error);

/* How the file a board was read from spells its numbers; may be NULL. */
CommonsJsonNumbers *_commons_reader_get_numbers  (CommonsBoard       *board);

G_END_DECLS

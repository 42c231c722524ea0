/* commons-words-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the words for differences and those for conflicts share.
 */

#pragma once

#include "commons-words.h"

G_BEGIN_DECLS

typedef struct
{
  CommonsCatalogue *catalogue;
  CommonsRecord    *record; /* that is talked of, NULL when it is missing */
  gboolean          full;   /* texts are told to their end, without quotation marks */
} CommonsWords;

char *_commons_words_name_member (const CommonsWords  *words,
                                  char               **names);

/* @node is NULL for no value. */
char *_commons_words_say_value   (const CommonsWords  *words,
                                  char               **names,
                                  JsonNode            *node);

G_END_DECLS

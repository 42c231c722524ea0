/* commons-sides-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the two sides share.
 */

#pragma once

#include "commons-sides.h"

G_BEGIN_DECLS

/* One who answered. */
typedef struct
{
  char *name;
  char *key;  /* to sort by; NULL for nobody */
} CommonsSidesAuthor;

struct _CommonsSides
{
  CommonsCatalogue *catalogue;
  GPtrArray        *records;     /* keeps what the rest borrows */
  GPtrArray        *own;         /* CommonsOwnAnswer, in the order of the board */
  GHashTable       *own_by_id;   /* id → CommonsOwnAnswer */
  GPtrArray        *shared;      /* CommonsSharedAnswer */
  GHashTable       *shared_by_id;
  GHashTable       *authors;     /* name → CommonsSidesAuthor */
  GStringChunk     *questions;
  GHashTable       *topics_by_id;
  GPtrArray        *topics;
};

/* By their letters; nobody comes last. */
int _commons_sides_compare_authors (const CommonsSidesAuthor *a,
                                    const CommonsSidesAuthor *b);

G_END_DECLS

/* commons-glance.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-theme.h"

G_BEGIN_DECLS

/**
 * COMMONS_GLANCE_SHEETS:
 *
 * How many guiding sheets a glance tells of.
 */
#define COMMONS_GLANCE_SHEETS 3

/**
 * CommonsGlanceWish:
 * @file: (nullable): the board to look at
 * @bytes: (nullable): what its file holds, where it is known
 * @width: width of the picture, in pixels of the toolkit
 * @height: height of the picture
 * @scale: device pixels in one of these
 * @theme: colours
 * @high_contrast: whether they are those of high contrast
 * @samples: whether cards are laid into empty zones and circles, as they will be used
 *
 * What to look at, and how its picture shall be.
 */
typedef struct
{
  GFile               *file;
  GBytes              *bytes;
  int                  width;
  int                  height;
  int                  scale;
  CommonsThemeVariant  theme;
  gboolean             high_contrast;
  gboolean             samples;
} CommonsGlanceWish;

/**
 * CommonsGlance:
 * @missing: whether there is no such file any more
 * @title: (nullable): title of the board
 * @n_cards: how many cards it has, circles and zones aside
 * @done: how many questions of each guiding sheet are done with
 * @started: how many others are begun
 * @total: how many questions each guiding sheet has
 * @picture: (nullable): its picture; %NULL when the file cannot be read, or is
 *   too large to be drawn in passing
 *
 * What a board looks like at a glance.
 */
typedef struct
{
  gboolean    missing;
  char       *title;
  guint       n_cards;
  guint       done[COMMONS_GLANCE_SHEETS];
  guint       started[COMMONS_GLANCE_SHEETS];
  guint       total[COMMONS_GLANCE_SHEETS];
  GdkTexture *picture;
} CommonsGlance;

/**
 * commons_glance_free:
 *
 * Frees a glance.
 */
void           commons_glance_free   (CommonsGlance           *self);

/**
 * commons_glance_async:
 * @wish: what to look at; copied
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 *
 * Looks at a board in a worker. Boards of more than 4 MiB or 3000 cards get
 * no picture. What is seen of a file is kept in the person's cache until the
 * file changes. Never fails: what cannot be read is said in the glance.
 */
void           commons_glance_async  (const CommonsGlanceWish *wish,
                                      GCancellable            *cancellable,
                                      GAsyncReadyCallback      callback,
                                      gpointer                 user_data);

/**
 * commons_glance_finish:
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was seen
 */
CommonsGlance *commons_glance_finish (GAsyncResult            *result,
                                      GError                 **error);

/**
 * commons_glance_wait:
 *
 * Waits for the glance that is being drawn, and lets no other begin: the
 * program ends.
 */
void           commons_glance_wait   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsGlance, commons_glance_free)

G_END_DECLS

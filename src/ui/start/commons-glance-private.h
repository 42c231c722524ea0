/* commons-glance-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What looking, drawing and remembering share; all of it for workers.
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"
#include "commons-glance.h"

G_BEGIN_DECLS

/* Draws a board, which fits into the picture with a margin. */
GdkTexture    *_commons_glance_draw       (CommonsBoard            *board,
                                           CommonsCatalogue        *catalogue,
                                           const CommonsGlanceWish *wish);

/* Returns: the board with cards where its zones and circles are empty. */
CommonsBoard  *_commons_glance_fill       (CommonsBoard            *board);

/* What names this state of the file and this kind of picture. NULL when the
 * glance of such a file is not kept. */
char          *_commons_glance_get_state  (const CommonsGlanceWish *wish,
                                           GFileInfo               *info);

CommonsGlance *_commons_glance_recall     (const CommonsGlanceWish *wish,
                                           const char              *state);
void           _commons_glance_remember   (const CommonsGlanceWish *wish,
                                           const char              *state,
                                           const CommonsGlance     *glance);

G_END_DECLS

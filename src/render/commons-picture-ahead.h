/* commons-picture-ahead.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-picture-private.h"

G_BEGIN_DECLS

/* Cards laid out before any of them is painted. */
#define COMMONS_AHEAD_CARDS 1000

/* Lays cards out in a second thread, together with the one that paints. */
typedef struct _CommonsAhead CommonsAhead;

/* Begins with the first cards of a picture that is up to date. Returns NULL
 * where there is no second processor, or too few cards for it. */
CommonsAhead *_commons_ahead_new   (CommonsPicture *picture);
void          _commons_ahead_free  (CommonsAhead   *self);

/* Called before the card of that index is painted: sees to it that it is laid
 * out, and that until it is painted nobody uses the fonts it was made with. */
void          _commons_ahead_reach (CommonsAhead   *self,
                                    guint           index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsAhead, _commons_ahead_free)

G_END_DECLS

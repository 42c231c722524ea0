/* commons-kind-shape.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"
#include "commons-theme.h"

G_BEGIN_DECLS

/**
 * CommonsKindShape:
 * @snapshot: where it is drawn
 * @theme: colours of the whole board
 * @hue: colours of the card
 * @look: (nullable): its silhouette, %NULL for a plain card
 * @body: the rounded rectangle without what stands out of it, in pixels
 * @corners: how large corners are beside those of a card at 100 %
 *
 * What a card in a list or on a button is drawn from. The board is painted
 * elsewhere, with much more.
 */
typedef struct
{
  GtkSnapshot        *snapshot;
  const CommonsTheme *theme;
  const CommonsHue   *hue;
  const CommonsLook  *look;
  graphene_rect_t     body;
  float               corners;
} CommonsKindShape;

/**
 * commons_kind_shape_get_theme:
 *
 * Returns: (transfer none): the theme of the windows
 */
const CommonsTheme *commons_kind_shape_get_theme    (void);

/**
 * commons_kind_shape_get_outline:
 * @gap: how far outside of the body, in pixels
 * @outline: (out): the silhouette
 */
void                commons_kind_shape_get_outline  (const CommonsKindShape *self,
                                                     float                   gap,
                                                     GskRoundedRect         *outline);

/**
 * commons_kind_shape_draw:
 * @dashed: whether the line is dashed, as that of a draft
 *
 * Draws the silhouette, without an icon.
 */
void                commons_kind_shape_draw         (const CommonsKindShape *self,
                                                     gboolean                dashed);

/**
 * commons_kind_shape_draw_icon:
 * @x: left edge of the icon, in pixels
 * @y: top edge of the icon, in pixels
 * @size: its width and height, in pixels
 *
 * Draws the icon of the kind in its accent.
 */
void                commons_kind_shape_draw_icon    (const CommonsKindShape *self,
                                                     float                   x,
                                                     float                   y,
                                                     int                     size);

/**
 * commons_kind_shape_to_rgba:
 *
 * Returns: the same colour, for the toolkit
 */
GdkRGBA             commons_kind_shape_to_rgba      (const CommonsColor     *color);

G_END_DECLS

/* commons-board-view-outline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where nodes stand on the screen, and lines around them.
 */

#include "config.h"

#include "commons-board-view-private.h"
#include "commons-folding.h"

void
_commons_board_view_get_rect (CommonsBoardView  *self,
                              const CommonsRect *rect,
                              double             gap,
                              graphene_rect_t   *out)
{
  double x, y;

  commons_viewport_to_view (&self->viewport, rect->x, rect->y, &x, &y);
  graphene_rect_init (out, (float) (x - gap), (float) (y - gap),
                      (float) (rect->width * self->viewport.zoom + 2 * gap),
                      (float) (rect->height * self->viewport.zoom + 2 * gap));
}

/* The silhouette of a node on the screen, widened by a gap. */
void
_commons_board_view_get_silhouette (CommonsBoardView  *self,
                                    CommonsRecord     *record,
                                    const CommonsRect *bounds,
                                    double             gap,
                                    GskRoundedRect    *out)
{
  const CommonsKind *kind = commons_catalogue_get_kind (self->catalogue, commons_record_get_kind (record));
  CommonsRect square = *bounds;
  graphene_rect_t rect;
  graphene_size_t corners[4];

  if (kind != NULL && kind->look.extra == COMMONS_EXTRA_CIRCLE && !commons_folding_is_folded (record))
    {
      int side = MIN (bounds->width, bounds->height);

      square = (CommonsRect) { bounds->x + (bounds->width - side) / 2, bounds->y + (bounds->height - side) / 2, side, side };
    }

  _commons_board_view_get_rect (self, &square, gap, &rect);
  for (guint i = 0; i < 4; i++)
    {
      int radius = kind ? kind->look.radii[i] : 6;
      double size = radius == COMMONS_RADIUS_ROUND ? rect.size.height / 2 : radius * self->viewport.zoom + gap;

      if (kind != NULL && kind->look.extra == COMMONS_EXTRA_CIRCLE)
        size = rect.size.height / 2;
      size = MIN (size, MIN (rect.size.width, rect.size.height) / 2);
      graphene_size_init (&corners[i], (float) size, (float) size);
    }

  gsk_rounded_rect_init (out, &rect, &corners[0], &corners[1], &corners[2], &corners[3]);
}

void
_commons_board_view_append_outline (GtkSnapshot          *snapshot,
                                    const GskRoundedRect *outline,
                                    double                width,
                                    const GdkRGBA        *color)
{
  const float widths[4] = { (float) width, (float) width, (float) width, (float) width };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };

  gtk_snapshot_append_border (snapshot, outline, widths, colors);
}

void
_commons_board_view_append_dashed (GtkSnapshot          *snapshot,
                                   const GskRoundedRect *outline,
                                   double                width,
                                   const GdkRGBA        *color)
{
  const double dashes[] = { 6, 4 };
  const graphene_rect_t *rect = &outline->bounds;
  double inset = width / 2;
  double x1 = rect->origin.x + inset, y1 = rect->origin.y + inset;
  double x2 = rect->origin.x + rect->size.width - inset, y2 = rect->origin.y + rect->size.height - inset;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);

  cairo_new_sub_path (cr);
  for (guint i = 0; i < 4; i++)
    {
      double radius = MAX (outline->corner[i].width - inset, 0);
      double x = i == 0 || i == 3 ? x1 + radius : x2 - radius;
      double y = i < 2 ? y1 + radius : y2 - radius;

      cairo_arc (cr, x, y, radius, G_PI + i * G_PI_2, G_PI + (i + 1) * G_PI_2);
    }
  cairo_close_path (cr);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Begins to draw in board units, into what is in view of @area. All of that is
 * drawn again whenever this is: the smaller it is, the shorter is a frame.
 * Returns: (nullable): a context, to be destroyed; %NULL when @area is out of view */
cairo_t *
_commons_board_view_begin_cairo (CommonsBoardView  *self,
                                 GtkSnapshot       *snapshot,
                                 const CommonsRect *area)
{
  const CommonsViewport *viewport = &self->viewport;
  graphene_rect_t rect;
  cairo_t *cr;

  _commons_board_view_get_rect (self, area, 1, &rect);
  if (!graphene_rect_intersection (&rect, &GRAPHENE_RECT_INIT (0, 0, (float) viewport->width, (float) viewport->height),
                                   &rect))
    return NULL;

  graphene_rect_round_extents (&rect, &rect);
  cr = gtk_snapshot_append_cairo (snapshot, &rect);
  cairo_scale (cr, viewport->zoom, viewport->zoom);
  cairo_translate (cr, -viewport->x, -viewport->y);

  return cr;
}

/* Draws links over the board, those that end at @moved where it is now. */
void
_commons_board_view_append_links (CommonsBoardView *self,
                                  GtkSnapshot      *snapshot,
                                  GPtrArray        *links,
                                  GHashTable       *moved,
                                  double            dx,
                                  double            dy,
                                  gboolean          emphasis)
{
  g_autoptr (GPtrArray) scenes = commons_picture_build_links (self->picture, links, moved, dx, dy, emphasis);

  for (guint i = 0; i < scenes->len; i++)
    {
      CommonsScene *scene = g_ptr_array_index (scenes, i);
      CommonsRect area;
      cairo_t *cr;

      if (!commons_scene_get_extents (scene, &area) ||
          (cr = _commons_board_view_begin_cairo (self, snapshot, &area)) == NULL)
        continue;

      commons_cairo_painter_paint (scene, cr);
      cairo_destroy (cr);
    }
}

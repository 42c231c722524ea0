/* commons-kind-shape.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "commons-board-view-private.h"
#include "commons-cairo-painter.h"
#include "commons-kind-shape.h"

/* A card of no kind, or of one that nobody here knows. */
static const CommonsLook plain = {
  .radii = { 8, 8, 8, 8 },
  .border = 1,
};

static const CommonsLook *
get_look (const CommonsKindShape *self)
{
  return self->look != NULL ? self->look : &plain;
}

GdkRGBA
commons_kind_shape_to_rgba (const CommonsColor *color)
{
  GdkRGBA rgba = {
    (float) color->red,
    (float) color->green,
    (float) color->blue,
    (float) color->alpha,
  };

  return rgba;
}

const CommonsTheme *
commons_kind_shape_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return commons_theme_get (adw_style_manager_get_dark (manager) ? COMMONS_THEME_DARK : COMMONS_THEME_LIGHT,
                            adw_style_manager_get_high_contrast (manager));
}

static void
fill (const CommonsKindShape *self,
      float               x,
      float               y,
      float               width,
      float               height,
      float               radius,
      const CommonsColor *color)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (x, y, width, height);
  GdkRGBA rgba = commons_kind_shape_to_rgba (color);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &rect, radius);
  gtk_snapshot_push_rounded_clip (self->snapshot, &shape);
  gtk_snapshot_append_color (self->snapshot, &rgba, &rect);
  gtk_snapshot_pop (self->snapshot);
}

static float
get_corner (const CommonsKindShape *self,
            guint          index)
{
  int radius = get_look (self)->radii[index];
  float round = self->body.size.height / 2;

  if (radius == COMMONS_RADIUS_ROUND)
    return round;

  return MIN (MIN ((float) radius, (float) radius * self->corners + 1), round);
}

void
commons_kind_shape_get_outline (const CommonsKindShape *self,
                                float                   gap,
                                GskRoundedRect         *outline)
{
  graphene_rect_t bounds = self->body;
  graphene_size_t corners[4];

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      float corner = get_corner (self, i) + gap;

      graphene_size_init (&corners[i], corner, corner);
    }

  graphene_rect_inset (&bounds, -gap, -gap);
  gsk_rounded_rect_init (outline, &bounds, &corners[0], &corners[1], &corners[2], &corners[3]);
}

static void
draw_border (const CommonsKindShape *self,
             const GskRoundedRect   *shape,
             gboolean                dashed)
{
  const CommonsLook *look = get_look (self);
  gboolean ring = look->extra == COMMONS_EXTRA_CIRCLE;
  gboolean thick = look->border > 1;
  GdkRGBA line = commons_kind_shape_to_rgba (ring ? &self->theme->ring_line : &self->hue->line);
  GdkRGBA accent = commons_kind_shape_to_rgba (&self->hue->accent);
  float widths[4];
  GdkRGBA colors[4];

  for (guint i = 0; i < 4; i++)
    {
      gboolean bar = look->bars[i] > 0;

      widths[i] = bar ? look->bars[i] : dashed ? 0 : thick || ring ? 2 : 1;
      colors[i] = bar || thick ? accent : line;
    }

  if (dashed)
    _commons_board_view_append_dashed (self->snapshot, shape, thick || ring ? 2 : 1, thick ? &accent : &line);
  gtk_snapshot_append_border (self->snapshot, shape, widths, colors);
}

/* What stands out above or below the body, under it. */
static void
draw_behind (const CommonsKindShape *self)
{
  const graphene_rect_t *body = &self->body;
  float left = body->origin.x, width = body->size.width;
  float bottom = body->origin.y + body->size.height;

  switch (get_look (self)->extra)
    {
    case COMMONS_EXTRA_TAB:
      fill (self, left + width / 2 - 6, body->origin.y - 1, 12, 5, 2, &self->hue->accent);
      break;
    case COMMONS_EXTRA_PILE:
      fill (self, left + 3, bottom - 3, width - 6, 5, 2, &self->hue->line);
      break;
    case COMMONS_EXTRA_FOOT:
      fill (self, left + width * 0.3f, bottom - 1, width * 0.4f, 3, 1, &self->hue->line);
      break;
    case COMMONS_EXTRA_NONE:
    case COMMONS_EXTRA_DISC:
    case COMMONS_EXTRA_HOLE:
    case COMMONS_EXTRA_FOLD:
    case COMMONS_EXTRA_GAUGE:
    case COMMONS_EXTRA_CIRCLE:
    case COMMONS_EXTRA_ZONE:
    default:
      break;
    }
}

/* A folded corner is half a square: the half towards the middle. */
static void
draw_fold (const CommonsKindShape *self)
{
  const graphene_rect_t *body = &self->body;
  graphene_rect_t corner = GRAPHENE_RECT_INIT (body->origin.x + body->size.width - 8,
                                               body->origin.y + body->size.height - 8, 8, 8);
  graphene_point_t end;
  GdkRGBA line = commons_kind_shape_to_rgba (&self->hue->line);
  GdkRGBA none = line;
  GskColorStop stops[4];

  none.alpha = 0;
  stops[0] = (GskColorStop) { 0.0f, line };
  stops[1] = (GskColorStop) { 0.5f, line };
  stops[2] = (GskColorStop) { 0.5f, none };
  stops[3] = (GskColorStop) { 1.0f, none };

  graphene_rect_get_bottom_right (&corner, &end);
  gtk_snapshot_append_linear_gradient (self->snapshot, &corner, &corner.origin, &end,
                                       stops, G_N_ELEMENTS (stops));
}

/* What is drawn on the body. */
static void
draw_over (const CommonsKindShape *self)
{
  const graphene_rect_t *body = &self->body;
  float left = body->origin.x, width = body->size.width;
  float middle = body->origin.y + body->size.height / 2;
  float bottom = body->origin.y + body->size.height;

  switch (get_look (self)->extra)
    {
    case COMMONS_EXTRA_HOLE:
      fill (self, left + 4, middle - 2, 4, 4, 2, &self->hue->line);
      break;
    case COMMONS_EXTRA_GAUGE:
      fill (self, left + 6, bottom - 5, width - 12, 2, 1, &self->hue->line);
      fill (self, left + 6, bottom - 5, (width - 12) * 0.6f, 2, 1, &self->hue->accent);
      break;
    case COMMONS_EXTRA_FOLD:
      draw_fold (self);
      break;
    case COMMONS_EXTRA_NONE:
    case COMMONS_EXTRA_DISC:
    case COMMONS_EXTRA_TAB:
    case COMMONS_EXTRA_PILE:
    case COMMONS_EXTRA_FOOT:
    case COMMONS_EXTRA_CIRCLE:
    case COMMONS_EXTRA_ZONE:
    default:
      break;
    }
}

void
commons_kind_shape_draw (const CommonsKindShape *self,
                         gboolean                dashed)
{
  GdkRGBA fill_color;
  GskRoundedRect outline;

  g_return_if_fail (self != NULL);

  draw_behind (self);
  if (get_look (self)->extra != COMMONS_EXTRA_ZONE)
    {
      fill_color = commons_kind_shape_to_rgba (&self->hue->fill);
      commons_kind_shape_get_outline (self, 0, &outline);
      gtk_snapshot_push_rounded_clip (self->snapshot, &outline);
      gtk_snapshot_append_color (self->snapshot, &fill_color, &self->body);
      gtk_snapshot_pop (self->snapshot);
      draw_border (self, &outline, dashed);
    }
  draw_over (self);
}

/* With the outlines that boards are drawn with, which are read for them anyway:
 * for the toolkit each icon is a file to load. */
void
commons_kind_shape_draw_icon (const CommonsKindShape *self,
                              float                   x,
                              float                   y,
                              int                     size)
{
  g_autoptr (CommonsScene) scene = NULL;
  cairo_t *cr;

  g_return_if_fail (self != NULL);

  if (get_look (self)->icon == NULL)
    return;

  scene = commons_scene_new ();
  commons_scene_add_icon (scene, get_look (self)->icon, (double) x, (double) y, size, &self->hue->accent);
  cr = gtk_snapshot_append_cairo (self->snapshot, &GRAPHENE_RECT_INIT (x, y, (float) size, (float) size));
  commons_cairo_painter_paint (scene, cr);
  cairo_destroy (cr);
}

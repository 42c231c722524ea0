/* commons-cairo-painter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-cairo-painter"

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "commons-bars.h"
#include "commons-box-sprites.h"
#include "commons-cairo-painter.h"
#include "commons-icons.h"
#include "commons-number.h"
#include "commons-page-shapes.h"
#include "commons-shadow.h"
#include "commons-text-marks.h"

static void
set_color (cairo_t            *cr,
           const CommonsColor *color)
{
  if (color->alpha >= 1)
    cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  else
    cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
add_box (cairo_t          *cr,
         const CommonsBox *box,
         double            inset)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  double radii[4];

  for (guint i = 0; i < 4; i++)
    radii[i] = MAX (0, box->radii[i] - inset);

  commons_path_add_box (path, box->x + inset, box->y + inset,
                        box->width - 2 * inset, box->height - 2 * inset,
                        radii, box->cut);
  commons_path_append_to (path, cr);
}

static void
paint_filled_box (cairo_t          *cr,
                  const CommonsBox *box)
{
  set_color (cr, &box->fill);
  add_box (cr, box, 0);
  cairo_fill (cr);
}

static void
paint_border (cairo_t          *cr,
              const CommonsBox *box)
{
  if (box->dash > 0)
    {
      double dashes[2] = { box->dash, box->dash * 0.75 };

      cairo_set_dash (cr, dashes, 2, 0);
    }

  set_color (cr, &box->border);
  cairo_set_line_width (cr, box->border_width);
  add_box (cr, box, box->border_width / 2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_shadow (cairo_t          *cr,
             const CommonsBox *box)
{
  CommonsBox part;

  for (guint i = 0; commons_shadow_get (box, i, &part); i++)
    paint_filled_box (cr, &part);
}

static void
draw_body (cairo_t       *cr,
           gconstpointer  shape)
{
  const CommonsBox *box = shape;
  CommonsBox part;

  if (box->fill.alpha > 0)
    paint_filled_box (cr, box);

  if (box->border_width > 0)
    paint_border (cr, box);

  for (guint i = 0; i < 4; i++)
    {
      if (commons_bars_get (box, i, &part))
        paint_filled_box (cr, &part);
    }
}

static void
draw_box (cairo_t          *cr,
          const CommonsBox *box)
{
  draw_shadow (cr, box);
  draw_body (cr, box);
}

/* Boxes of one look are one shape of the page, but for their shadows, which
 * are see-through. */
static gboolean
paint_box_of_page (cairo_t          *cr,
                   const CommonsBox *box)
{
  g_autoptr (GBytes) key = NULL;
  CommonsBox shape = *box;

  if (box->fill.alpha < 1 || (box->border_width > 0 && box->border.alpha < 1) || !commons_page_shapes_are_kept (cr))
    return FALSE;

  shape.x = shape.y = shape.shadow = 0;
  key = g_bytes_new (&shape, sizeof shape);
  draw_shadow (cr, box);
  if (!commons_page_shapes_paint (cr, key, &shape, draw_body, box->x, box->y, box->width, box->height))
    draw_body (cr, box);

  return TRUE;
}

static void
paint_box (cairo_t          *cr,
           const CommonsBox *box)
{
  if (box->width > 0 && box->height > 0 && !commons_box_sprites_paint (cr, box, draw_box) && !paint_box_of_page (cr, box))
    draw_box (cr, box);
}

static void
paint_path (cairo_t               *cr,
            const CommonsPathItem *item)
{
  const CommonsStroke *stroke = &item->stroke;

  commons_path_append_to (item->path, cr);

  if (stroke->fill.alpha > 0)
    {
      cairo_set_fill_rule (cr, stroke->even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
      set_color (cr, &stroke->fill);
      cairo_fill_preserve (cr);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
    }

  if (stroke->width > 0)
    {
      if (stroke->dash > 0)
        cairo_set_dash (cr, (double[]) { stroke->dash, stroke->gap }, 2, 0);

      set_color (cr, &stroke->color);
      cairo_set_line_width (cr, stroke->width);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_stroke_preserve (cr);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, NULL, 0, 0);
    }

  cairo_new_path (cr);
}

/* Where pixels are painted, lines of text begin on whole ones: letters are
 * sharper, and cairo 1.18, which measures letters on whole pixels but draws
 * them between, does not shave off their edges wherever a clip crosses the
 * line. What falls half-way goes the same way in every tile, despite the
 * rounding of numbers. */
static void
snap_to_pixels (cairo_t *cr,
                double  *x,
                double  *y)
{
  cairo_user_to_device (cr, x, y);
  *x = floor (*x + 0.501);
  *y = floor (*y + 0.501);
  cairo_device_to_user (cr, x, y);
}

static gboolean
paints_pixels (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  return matrix.xy == 0 && matrix.yx == 0 &&
         cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

static void
paint_lines (cairo_t     *cr,
             PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle logical;
      double x, y;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      x = (double) logical.x / PANGO_SCALE;
      y = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      snap_to_pixels (cr, &x, &y);
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

/* Where a page can have links, those of the text lead somewhere. What is
 * see-through is drawn aside first, where they would be lost. */
static void
tag_links (cairo_t     *cr,
           PangoLayout *layout)
{
  cairo_surface_t *target = cairo_get_target (cr);
  g_autoptr (GArray) links = NULL;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_PDF || cairo_get_group_target (cr) != target)
    return;

  links = commons_text_list_links (layout);

  for (guint i = 0; i < links->len; i++)
    {
      const CommonsTextLink *link = &g_array_index (links, CommonsTextLink, i);
      g_autoptr (GString) attributes = g_string_new ("rect=[");

      /* Neither quotes nor parentheses: cairo writes them as they are. */
      g_autofree char *uri = g_uri_escape_string (link->address, ":/?#[]@!$&*+,;=%", FALSE);

      commons_number_append (attributes, link->x);
      g_string_append_c (attributes, ' ');
      commons_number_append (attributes, link->y);
      g_string_append_c (attributes, ' ');
      commons_number_append (attributes, link->width);
      g_string_append_c (attributes, ' ');
      commons_number_append (attributes, link->height);
      g_string_append_printf (attributes, "] uri='%s'", uri);
      cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
      cairo_tag_end (cr, CAIRO_TAG_LINK);
    }
}

static void
paint_text (cairo_t               *cr,
            const CommonsTextItem *item)
{
  cairo_save (cr);
  set_color (cr, &item->color);
  cairo_translate (cr, item->x, item->y);

  if (item->scale != 1)
    cairo_scale (cr, item->scale, item->scale);

  if (paints_pixels (cr))
    {
      paint_lines (cr, item->layout);
    }
  else
    {
      cairo_move_to (cr, 0, 0);
      pango_cairo_show_layout (cr, item->layout);
      tag_links (cr, item->layout);
    }

  cairo_restore (cr);
}

static void
draw_icon (cairo_t       *cr,
           gconstpointer  shape)
{
  const CommonsIconItem *item = shape;
  guint n_parts;
  const CommonsIconPart *parts = commons_icons_get (item->name, &n_parts);

  cairo_save (cr);
  set_color (cr, &item->color);
  cairo_translate (cr, item->x, item->y);
  cairo_scale (cr, item->size / COMMONS_ICON_SIZE, item->size / COMMONS_ICON_SIZE);

  for (guint i = 0; i < n_parts; i++)
    {
      cairo_set_fill_rule (cr, parts[i].even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
      commons_path_append_to (parts[i].path, cr);
      cairo_fill (cr);
    }

  cairo_restore (cr);
}

static void
paint_icon (cairo_t               *cr,
            const CommonsIconItem *item)
{
  g_autoptr (GBytes) key = NULL;
  CommonsIconItem shape = *item;

  if (item->color.alpha >= 1 && commons_page_shapes_are_kept (cr))
    {
      shape.name = g_intern_string (item->name);
      shape.x = shape.y = 0;
      key = g_bytes_new (&shape, sizeof shape);
      if (commons_page_shapes_paint (cr, key, &shape, draw_icon, item->x, item->y, item->size, item->size))
        return;
    }

  draw_icon (cr, item);
}

/* A see-through group is painted aside, no larger than it is. */
static void
begin_group (CommonsScene           *scene,
             cairo_t                *cr,
             const CommonsGroupItem *item,
             guint                   index)
{
  CommonsRect extents;

  if (item->opacity >= 1)
    return;

  cairo_save (cr);

  if (commons_scene_get_item_range_extents (scene, index, item->end, &extents))
    {
      cairo_rectangle (cr, extents.x, extents.y, extents.width, extents.height);
      cairo_clip (cr);
    }

  cairo_push_group (cr);
}

static void
end_group (cairo_t                *cr,
           const CommonsGroupItem *item)
{
  if (item->opacity >= 1)
    return;

  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, item->opacity);
  cairo_restore (cr);
}

static void
paint_item (cairo_t           *cr,
            const CommonsItem *item)
{
  switch (item->type)
    {
    case COMMONS_ITEM_BOX:
      paint_box (cr, &item->box);
      break;

    case COMMONS_ITEM_PATH:
      paint_path (cr, &item->path);
      break;

    case COMMONS_ITEM_TEXT:
      paint_text (cr, &item->text);
      break;

    case COMMONS_ITEM_ICON:
      paint_icon (cr, &item->icon);
      break;

    case COMMONS_ITEM_BEGIN:
    case COMMONS_ITEM_END:
    default:
      break;
    }
}

void
commons_cairo_painter_paint (CommonsScene *scene,
                             cairo_t      *cr)
{
  g_autoptr (GPtrArray) open = NULL;
  const CommonsItem *items;
  guint n_items;

  g_return_if_fail (scene != NULL);
  g_return_if_fail (cr != NULL);

  items = commons_scene_get_items (scene, &n_items);
  open = g_ptr_array_new ();

  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].type == COMMONS_ITEM_BEGIN)
        {
          begin_group (scene, cr, &items[i].group, i);
          g_ptr_array_add (open, (gpointer) &items[i].group);
        }
      else if (items[i].type == COMMONS_ITEM_END)
        {
          end_group (cr, g_ptr_array_index (open, open->len - 1));
          g_ptr_array_set_size (open, (int) open->len - 1);
        }
      else
        {
          paint_item (cr, &items[i]);
        }
    }
}

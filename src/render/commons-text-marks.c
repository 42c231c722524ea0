/* commons-text-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links and check boxes in a text: what they are to Pango, and where they
 * stand.
 */

#define G_LOG_DOMAIN "commons-text"

#include "config.h"

#include <pango/pangocairo.h>

#include "commons-text-marks.h"
#include "commons-text-private.h"

/* A check box in parts of the height of the letters. */
#define BOX_SIDE    0.8
#define BOX_ADVANCE 0.95
#define BOX_BELOW   0.1
#define BOX_RADIUS  0.15
#define BOX_LINE    0.1

/* How far beside a check box a click still means it, in parts of it. */
#define BOX_REACH 0.5

static PangoAttrClass *get_link_class (void);

static PangoAttribute *
copy_link (const PangoAttribute *attribute)
{
  return _commons_text_link_new (((const PangoAttrString *) (const void *) attribute)->value);
}

static void
destroy_link (PangoAttribute *attribute)
{
  PangoAttrString *link = (PangoAttrString *) (void *) attribute;

  g_free (link->value);
  g_free (link);
}

static gboolean
equal_links (const PangoAttribute *a,
             const PangoAttribute *b)
{
  return g_str_equal (((const PangoAttrString *) (const void *) a)->value,
                      ((const PangoAttrString *) (const void *) b)->value);
}

static gpointer
register_link (gpointer data)
{
  PangoAttrClass *klass = g_new (PangoAttrClass, 1);

  *klass = (PangoAttrClass) {
    .type = pango_attr_type_register ("commons-link"),
    .copy = copy_link,
    .destroy = destroy_link,
    .equal = equal_links,
  };

  return klass;
}

static PangoAttrClass *
get_link_class (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, register_link, NULL);
}

PangoAttribute *
_commons_text_link_new (const char *address)
{
  PangoAttrString *link = g_new0 (PangoAttrString, 1);

  pango_attribute_init (&link->attr, get_link_class ());
  link->value = g_strdup (address);

  return &link->attr;
}

PangoAttribute *
_commons_text_box_new (double   size,
                       gboolean ticked)
{
  int side = (int) (size * BOX_SIDE * PANGO_SCALE);
  PangoRectangle ink = { 0, (int) (-size * (BOX_SIDE - BOX_BELOW) * PANGO_SCALE), side, side };
  PangoRectangle logical = ink;

  logical.width = (int) (size * BOX_ADVANCE * PANGO_SCALE);
  return pango_attr_shape_new_with_data (&ink, &logical, GINT_TO_POINTER (ticked), NULL, NULL);
}

void
commons_text_add_box (CommonsPath *path,
                      CommonsPath *tick,
                      double       x,
                      double       baseline,
                      double       size)
{
  double side = size * BOX_SIDE, inset = size * BOX_LINE / 2, radius = size * BOX_RADIUS;
  double y = baseline - size * (BOX_SIDE - BOX_BELOW);

  g_return_if_fail (path != NULL);
  g_return_if_fail (tick != NULL);

  commons_path_add_box (path, x + inset, y + inset, side - 2 * inset, side - 2 * inset,
                        (double[]) { radius, radius, radius, radius }, 0);
  commons_path_move_to (tick, x + 0.24 * side, y + 0.52 * side);
  commons_path_line_to (tick, x + 0.43 * side, y + 0.72 * side);
  commons_path_line_to (tick, x + 0.77 * side, y + 0.28 * side);
}

double
commons_text_get_box_line (double size)
{
  return size * BOX_LINE;
}

/* Pango has the colour of the text set and stands on the base line. */
static void
draw_box (cairo_t        *cr,
          PangoAttrShape *shape,
          gboolean        do_path,
          gpointer        data)
{
  g_autoptr (CommonsPath) path = commons_path_new (), tick = commons_path_new ();
  double size = shape->ink_rect.width / BOX_SIDE / PANGO_SCALE, x, y;

  cairo_get_current_point (cr, &x, &y);
  commons_text_add_box (path, tick, x, y, size);

  if (!do_path)
    {
      cairo_save (cr);
      cairo_new_path (cr);
      cairo_set_line_width (cr, commons_text_get_box_line (size));
      commons_path_append_to (path, cr);
      cairo_stroke (cr);
      cairo_restore (cr);
    }

  if (!do_path && GPOINTER_TO_INT (shape->data))
    {
      cairo_save (cr);
      cairo_set_line_width (cr, 1.5 * commons_text_get_box_line (size));
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      commons_path_append_to (tick, cr);
      cairo_stroke (cr);
      cairo_restore (cr);
    }

  cairo_move_to (cr, x, y);
}

void
_commons_text_init_boxes (PangoContext *context)
{
  pango_cairo_context_set_shape_renderer (context, draw_box, NULL, NULL);
}

const char *
commons_text_get_address (PangoAttrIterator *iter)
{
  const PangoAttribute *link;

  g_return_val_if_fail (iter != NULL, NULL);

  link = pango_attr_iterator_get (iter, get_link_class ()->type);

  return link ? ((const PangoAttrString *) (const void *) link)->value : NULL;
}

gboolean
commons_text_is_box (PangoAttrIterator *iter,
                     gboolean          *ticked)
{
  const PangoAttribute *attribute;

  g_return_val_if_fail (iter != NULL, FALSE);

  attribute = pango_attr_iterator_get (iter, PANGO_ATTR_SHAPE);

  if (attribute != NULL && ticked != NULL)
    *ticked = GPOINTER_TO_INT (((const PangoAttrShape *) (const void *) attribute)->data);

  return attribute != NULL;
}

/* Whether a point is in or near the room of the letters from @start on. */
static gboolean
is_near_box (PangoLayout *layout,
             int          start,
             double       x,
             double       y)
{
  PangoRectangle place;
  double reach;

  pango_layout_index_to_pos (layout, start, &place);

  /* From right to left a place has a negative width. */
  if (place.width < 0)
    {
      place.x += place.width;
      place.width = -place.width;
    }

  reach = BOX_REACH * place.height / PANGO_SCALE;

  return x >= (double) place.x / PANGO_SCALE - reach &&
         x <= (double) (place.x + place.width) / PANGO_SCALE + reach / 2 &&
         y >= (double) place.y / PANGO_SCALE && y <= (double) (place.y + place.height) / PANGO_SCALE;
}

gboolean
commons_text_pick (PangoLayout     *layout,
                   double           x,
                   double           y,
                   CommonsTextPart *part)
{
  PangoAttrIterator *iter;
  int index, trailing, n_boxes = 0;
  gboolean inside;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  *part = (CommonsTextPart) { NULL, -1 };

  if (pango_layout_get_attributes (layout) == NULL)
    return FALSE;

  inside = pango_layout_xy_to_index (layout, (int) (x * PANGO_SCALE), (int) (y * PANGO_SCALE), &index, &trailing);
  iter = pango_attr_list_get_iterator (pango_layout_get_attributes (layout));

  do
    {
      int start, end;

      pango_attr_iterator_range (iter, &start, &end);

      if (commons_text_is_box (iter, NULL))
        {
          if (is_near_box (layout, start, x, y))
            part->box = n_boxes;

          n_boxes++;
        }
      else if (inside && index >= start && index < end)
        {
          part->address = commons_text_get_address (iter);
        }
    }
  while (pango_attr_iterator_next (iter));

  pango_attr_iterator_destroy (iter);
  return part->address != NULL || part->box >= 0;
}

double
commons_text_get_baseline (PangoLayout *layout,
                           int          index)
{
  PangoLayoutIter *iter;
  double baseline;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  iter = pango_layout_get_iter (layout);

  while (index >= pango_layout_iter_get_line_readonly (iter)->start_index + pango_layout_iter_get_line_readonly (iter)->length &&
         pango_layout_iter_next_line (iter))
    continue;

  baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
  pango_layout_iter_free (iter);

  return baseline;
}

/* A line may hold a link in several pieces where scripts are mixed. */
static void
add_link_line (PangoLayoutIter *iter,
               int              start,
               int              end,
               const char      *address,
               GArray          *links)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  g_autofree int *ranges = NULL;
  PangoRectangle logical;
  int n_ranges;

  start = MAX (start, line->start_index);
  end = MIN (end, line->start_index + line->length);

  if (start >= end)
    return;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n_ranges);

  for (int i = 0; i < n_ranges; i++)
    {
      CommonsTextLink link = {
        address,
        (double) ranges[2 * i] / PANGO_SCALE, (double) logical.y / PANGO_SCALE,
        (double) (ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE, (double) logical.height / PANGO_SCALE,
      };

      g_array_append_val (links, link);
    }
}

static void
add_link (PangoLayout *layout,
          int          start,
          int          end,
          const char  *address,
          GArray      *links)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    add_link_line (iter, start, end, address, links);
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

GArray *
commons_text_list_links (PangoLayout *layout)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (CommonsTextLink));
  PangoAttrIterator *iter;

  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), links);

  if (pango_layout_get_attributes (layout) == NULL)
    return links;

  iter = pango_attr_list_get_iterator (pango_layout_get_attributes (layout));

  do
    {
      const char *address = commons_text_get_address (iter);
      int start, end;

      pango_attr_iterator_range (iter, &start, &end);

      if (address != NULL)
        add_link (layout, start, end, address, links);
    }
  while (pango_attr_iterator_next (iter));

  pango_attr_iterator_destroy (iter);
  return links;
}

/* commons-scene.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-scene"

#include "config.h"

#include <math.h>

#include "commons-scene.h"

/* How far the shadow of a card at rest reaches. */
#define SHADOW_REACH 4

struct _CommonsScene
{
  gatomicrefcount  ref_count;
  GArray          *items;
  GArray          *open;  /* indices of groups not ended yet */
};

static void
clear_item (gpointer data)
{
  CommonsItem *item = data;

  switch (item->type)
    {
    case COMMONS_ITEM_PATH:
      commons_path_unref (item->path.path);
      break;

    case COMMONS_ITEM_TEXT:
      g_object_unref (item->text.layout);
      break;

    case COMMONS_ITEM_BEGIN:
      g_free (item->group.id);
      g_free (item->group.title);
      g_free (item->group.description);
      break;

    case COMMONS_ITEM_BOX:
    case COMMONS_ITEM_ICON:
    case COMMONS_ITEM_END:
    default:
      break;
    }
}

CommonsScene *
commons_scene_new (void)
{
  CommonsScene *self = g_new0 (CommonsScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->items = g_array_new (FALSE, TRUE, sizeof (CommonsItem));
  g_array_set_clear_func (self->items, clear_item);
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

CommonsScene *
commons_scene_ref (CommonsScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
commons_scene_unref (CommonsScene *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->items);
  g_array_unref (self->open);
  g_free (self);
}

static void
add_item (CommonsScene      *self,
          const CommonsItem *item)
{
  g_array_append_vals (self->items, item, 1);
}

void
commons_scene_add_box (CommonsScene     *self,
                       const CommonsBox *box)
{
  CommonsItem item = { .type = COMMONS_ITEM_BOX };

  g_return_if_fail (self != NULL);
  g_return_if_fail (box != NULL);

  item.box = *box;
  add_item (self, &item);
}

void
commons_scene_add_plain_box (CommonsScene       *self,
                             double              x,
                             double              y,
                             double              width,
                             double              height,
                             const double        radii[4],
                             const CommonsColor *fill)
{
  CommonsBox box = {
    x, y, width, height,
    .radii = { radii[0], radii[1], radii[2], radii[3] },
    .fill = *fill,
  };

  commons_scene_add_box (self, &box);
}

void
commons_scene_add_path (CommonsScene        *self,
                        CommonsPath         *path,
                        const CommonsStroke *stroke)
{
  CommonsItem item = { .type = COMMONS_ITEM_PATH };

  g_return_if_fail (self != NULL);
  g_return_if_fail (path != NULL);
  g_return_if_fail (stroke != NULL);

  item.path.path = commons_path_ref (path);
  item.path.stroke = *stroke;
  add_item (self, &item);
}

void
commons_scene_add_text (CommonsScene       *self,
                        PangoLayout        *layout,
                        double              x,
                        double              y,
                        double              scale,
                        const CommonsColor *color)
{
  CommonsItem item = { .type = COMMONS_ITEM_TEXT };

  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  item.text = (CommonsTextItem) { g_object_ref (layout), x, y, scale, *color };
  add_item (self, &item);
}

void
commons_scene_add_icon (CommonsScene       *self,
                        const char         *name,
                        double              x,
                        double              y,
                        double              size,
                        const CommonsColor *color)
{
  CommonsItem item = { .type = COMMONS_ITEM_ICON };

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  item.icon = (CommonsIconItem) { g_intern_string (name), x, y, size, *color };
  add_item (self, &item);
}

void
commons_scene_begin_group (CommonsScene *self,
                           const char   *id,
                           const char   *title,
                           const char   *description,
                           double        opacity)
{
  CommonsItem item = { .type = COMMONS_ITEM_BEGIN };
  guint index;

  g_return_if_fail (self != NULL);

  index = self->items->len;
  g_array_append_val (self->open, index);

  item.group.id = g_strdup (id);
  item.group.title = g_strdup (title);
  item.group.description = g_strdup (description);
  item.group.opacity = opacity;
  add_item (self, &item);
}

void
commons_scene_end_group (CommonsScene *self)
{
  CommonsItem item = { .type = COMMONS_ITEM_END };
  guint begin;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->open->len > 0);

  begin = g_array_index (self->open, guint, self->open->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
  g_array_index (self->items, CommonsItem, begin).group.end = self->items->len;
  add_item (self, &item);
}

void
commons_scene_append (CommonsScene *self,
                      CommonsScene *other)
{
  guint offset;

  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL);
  g_return_if_fail (self != other);
  g_return_if_fail (other->open->len == 0);

  offset = self->items->len;

  for (guint i = 0; i < other->items->len; i++)
    {
      CommonsItem item = g_array_index (other->items, CommonsItem, i);

      if (item.type == COMMONS_ITEM_PATH)
        {
          commons_path_ref (item.path.path);
        }
      else if (item.type == COMMONS_ITEM_TEXT)
        {
          g_object_ref (item.text.layout);
        }
      else if (item.type == COMMONS_ITEM_BEGIN)
        {
          item.group.id = g_strdup (item.group.id);
          item.group.title = g_strdup (item.group.title);
          item.group.description = g_strdup (item.group.description);
          item.group.end += offset;
        }

      add_item (self, &item);
    }
}

static void
translate_item (CommonsItem *item,
                double       dx,
                double       dy)
{
  CommonsPath *path;

  switch (item->type)
    {
    case COMMONS_ITEM_BOX:
      item->box.x += dx;
      item->box.y += dy;
      break;

    case COMMONS_ITEM_PATH:
      path = commons_path_new_translated (item->path.path, dx, dy);
      commons_path_unref (item->path.path);
      item->path.path = path;
      break;

    case COMMONS_ITEM_TEXT:
      item->text.x += dx;
      item->text.y += dy;
      break;

    case COMMONS_ITEM_ICON:
      item->icon.x += dx;
      item->icon.y += dy;
      break;

    case COMMONS_ITEM_BEGIN:
    case COMMONS_ITEM_END:
    default:
      break;
    }
}

void
commons_scene_translate (CommonsScene *self,
                         double        dx,
                         double        dy)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->items->len; i++)
    translate_item (&g_array_index (self->items, CommonsItem, i), dx, dy);
}

const CommonsItem *
commons_scene_get_items (CommonsScene *self,
                         guint        *n_items)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_items != NULL, NULL);

  *n_items = self->items->len;
  return (const CommonsItem *) (void *) self->items->data;
}

typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} Span;

static void
grow (Span   *span,
      double  x1,
      double  y1,
      double  x2,
      double  y2)
{
  span->x1 = MIN (span->x1, x1);
  span->y1 = MIN (span->y1, y1);
  span->x2 = MAX (span->x2, x2);
  span->y2 = MAX (span->y2, y2);
}

static void
grow_by_box (Span             *span,
             const CommonsBox *box)
{
  double reach = box->shadow > 0 ? SHADOW_REACH : 0;

  grow (span, box->x - reach, box->y - reach,
        box->x + box->width + reach, box->y + box->height + reach);
}

static void
grow_by_path (Span                  *span,
              const CommonsPathItem *item)
{
  double half = item->stroke.width / 2;
  double x1, y1, x2, y2;

  if (commons_path_get_extents (item->path, &x1, &y1, &x2, &y2))
    grow (span, x1 - half, y1 - half, x2 + half, y2 + half);
}

/* Letters may lean out of their line, so both of Pango's rectangles count. */
static void
grow_by_text (Span                  *span,
              const CommonsTextItem *item)
{
  PangoRectangle rects[2];

  pango_layout_get_extents (item->layout, &rects[0], &rects[1]);

  for (guint i = 0; i < 2; i++)
    {
      double scale = item->scale / PANGO_SCALE;
      double x = item->x + rects[i].x * scale, y = item->y + rects[i].y * scale;

      grow (span, x, y, x + rects[i].width * scale, y + rects[i].height * scale);
    }
}

static void
grow_by_item (Span              *span,
              const CommonsItem *item)
{
  switch (item->type)
    {
    case COMMONS_ITEM_BOX:
      grow_by_box (span, &item->box);
      break;

    case COMMONS_ITEM_PATH:
      grow_by_path (span, &item->path);
      break;

    case COMMONS_ITEM_TEXT:
      grow_by_text (span, &item->text);
      break;

    case COMMONS_ITEM_ICON:
      grow (span, item->icon.x, item->icon.y,
            item->icon.x + item->icon.size, item->icon.y + item->icon.size);
      break;

    case COMMONS_ITEM_BEGIN:
    case COMMONS_ITEM_END:
    default:
      break;
    }
}

gboolean
commons_scene_get_item_range_extents (CommonsScene *self,
                                      guint         first,
                                      guint         end,
                                      CommonsRect  *extents)
{
  Span span = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (end <= self->items->len, FALSE);
  g_return_val_if_fail (extents != NULL, FALSE);

  for (guint i = first; i < end; i++)
    grow_by_item (&span, &g_array_index (self->items, CommonsItem, i));

  if (span.x1 > span.x2)
    return FALSE;

  extents->x = (int) floor (span.x1);
  extents->y = (int) floor (span.y1);
  extents->width = (int) ceil (span.x2) - extents->x;
  extents->height = (int) ceil (span.y2) - extents->y;
  return TRUE;
}

gboolean
commons_scene_get_extents (CommonsScene *self,
                           CommonsRect  *extents)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return commons_scene_get_item_range_extents (self, 0, self->items->len, extents);
}

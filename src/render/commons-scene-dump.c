/* commons-scene-dump.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-scene"

#include "config.h"

#include <math.h>

#include "commons-number.h"
#include "commons-scene.h"

static void
add_numbers (GString      *string,
             const char   *name,
             const double *values,
             guint         n_values)
{
  g_string_append_printf (string, " %s", name);

  for (guint i = 0; i < n_values; i++)
    {
      g_string_append_c (string, i == 0 ? '=' : ',');
      commons_number_append (string, values[i]);
    }
}

static void
add_number (GString    *string,
            const char *name,
            double      value)
{
  if (fabs (value) >= 0.005)
    add_numbers (string, name, &value, 1);
}

static int
to_byte (double part)
{
  return (int) floor (CLAMP (part, 0, 1) * 255 + 0.5);
}

static void
add_color (GString            *string,
           const char         *name,
           const CommonsColor *color)
{
  if (color->alpha <= 0)
    return;

  g_string_append_printf (string, " %s=#%02x%02x%02x", name,
                          (guint) to_byte (color->red), (guint) to_byte (color->green),
                          (guint) to_byte (color->blue));

  if (color->alpha < 1)
    g_string_append_printf (string, "/%d%%", (int) floor (color->alpha * 100 + 0.5));
}

static void
dump_box (GString          *string,
          const CommonsBox *box)
{
  double widths = box->bars[0] + box->bars[1] + box->bars[2] + box->bars[3];

  g_string_append (string, "box");
  add_numbers (string, "at", (double[]) { box->x, box->y, box->width, box->height }, 4);
  add_numbers (string, "radii", box->radii, 4);
  add_number (string, "cut", box->cut);
  add_color (string, "fill", &box->fill);

  if (box->border_width > 0)
    {
      add_number (string, "border", box->border_width);
      add_color (string, "color", &box->border);
      add_number (string, "dash", box->dash);
    }

  if (widths > 0)
    {
      add_numbers (string, "bars", box->bars, 4);
      add_color (string, "bar", &box->bar);
    }

  add_number (string, "shadow", box->shadow);
}

static void
dump_path (GString               *string,
           const CommonsPathItem *item)
{
  g_autofree char *data = commons_path_to_string (item->path);

  g_string_append (string, "path");
  add_color (string, "fill", &item->stroke.fill);

  if (item->stroke.width > 0)
    {
      add_number (string, "width", item->stroke.width);
      add_color (string, "color", &item->stroke.color);
      add_numbers (string, "dash", (double[]) { item->stroke.dash, item->stroke.gap }, 2);
    }

  g_string_append_printf (string, " %s", data);
}

/* The width is that of the block, -1 when nothing limits it: how wide the
 * letters are is the font's affair. */
static void
dump_text (GString               *string,
           const CommonsTextItem *item)
{
  const PangoFontDescription *font = pango_layout_get_font_description (item->layout);
  g_autofree char *text = g_strdup (pango_layout_get_text (item->layout));
  int width = pango_layout_get_width (item->layout);

  g_strdelimit (text, "\n", '|');
  g_string_append (string, "text");
  add_numbers (string, "at", (double[]) { item->x, item->y }, 2);
  add_number (string, "scale", item->scale);
  add_number (string, "size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  add_number (string, "weight", pango_font_description_get_weight (font));
  add_number (string, "width", width < 0 ? -1 : round ((double) width / PANGO_SCALE));
  add_color (string, "color", &item->color);
  g_string_append_printf (string, " “%s”", text);
}

static void
dump_icon (GString               *string,
           const CommonsIconItem *item)
{
  g_string_append_printf (string, "icon %s", item->name);
  add_numbers (string, "at", (double[]) { item->x, item->y }, 2);
  add_number (string, "size", item->size);
  add_color (string, "color", &item->color);
}

static void
dump_group (GString                *string,
            const CommonsGroupItem *item)
{
  g_string_append_printf (string, "group %s “%s” (%s)",
                          item->id ? item->id : "",
                          item->title ? item->title : "",
                          item->description ? item->description : "");

  if (item->opacity < 1)
    add_number (string, "opacity", item->opacity);
}

static void
dump_item (GString           *string,
           const CommonsItem *item)
{
  switch (item->type)
    {
    case COMMONS_ITEM_BOX:
      dump_box (string, &item->box);
      break;

    case COMMONS_ITEM_PATH:
      dump_path (string, &item->path);
      break;

    case COMMONS_ITEM_TEXT:
      dump_text (string, &item->text);
      break;

    case COMMONS_ITEM_ICON:
      dump_icon (string, &item->icon);
      break;

    case COMMONS_ITEM_BEGIN:
      dump_group (string, &item->group);
      break;

    case COMMONS_ITEM_END:
    default:
      g_string_append (string, "end");
      break;
    }

  g_string_append_c (string, '\n');
}

char *
commons_scene_dump (CommonsScene *self)
{
  GString *string = g_string_new (NULL);
  const CommonsItem *items;
  guint n_items, depth = 0;

  g_return_val_if_fail (self != NULL, NULL);

  items = commons_scene_get_items (self, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].type == COMMONS_ITEM_END)
        depth--;

      for (guint j = 0; j < depth; j++)
        g_string_append (string, "  ");

      dump_item (string, &items[i]);

      if (items[i].type == COMMONS_ITEM_BEGIN)
        depth++;
    }

  return g_string_free (string, FALSE);
}

/* commons-svg-writer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-svg-writer"

#include "config.h"

#include "commons-bars.h"
#include "commons-icons.h"
#include "commons-number.h"
#include "commons-shadow.h"
#include "commons-svg-text.h"
#include "commons-svg-writer.h"

static void
append_path_data (GString           *svg,
                  const CommonsPath *path)
{
  g_autofree char *data = commons_path_to_string (path);

  g_string_append_printf (svg, "<path d=\"%s\"", data);
}

static void
append_box_path (GString          *svg,
                 const CommonsBox *box,
                 double            inset)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  double radii[4];

  for (guint i = 0; i < 4; i++)
    radii[i] = MAX (0, box->radii[i] - inset);

  commons_path_add_box (path, box->x + inset, box->y + inset,
                        MAX (box->width - 2 * inset, 0), MAX (box->height - 2 * inset, 0),
                        radii, box->cut);
  append_path_data (svg, path);
}

static void
append_filled_box (GString          *svg,
                   const CommonsBox *box)
{
  append_box_path (svg, box, 0);
  commons_svg_append_color (svg, "fill", &box->fill);
  g_string_append (svg, "/>\n");
}

static void
append_dashes (GString *svg,
               double   dash,
               double   gap)
{
  g_string_append (svg, " stroke-dasharray=\"");
  commons_number_append (svg, dash);
  g_string_append_c (svg, ' ');
  commons_number_append (svg, gap);
  g_string_append_c (svg, '"');
}

static void
append_box (GString          *svg,
            const CommonsBox *box)
{
  CommonsBox part;

  for (guint i = 0; commons_shadow_get (box, i, &part); i++)
    append_filled_box (svg, &part);

  if (box->fill.alpha > 0)
    append_filled_box (svg, box);

  if (box->border_width > 0)
    {
      append_box_path (svg, box, box->border_width / 2);
      g_string_append (svg, " fill=\"none\"");
      commons_svg_append_color (svg, "stroke", &box->border);
      commons_svg_append_attribute (svg, "stroke-width", box->border_width);

      if (box->dash > 0)
        append_dashes (svg, box->dash, box->dash * 0.75);

      g_string_append (svg, "/>\n");
    }

  for (guint i = 0; i < 4; i++)
    {
      if (commons_bars_get (box, i, &part))
        append_filled_box (svg, &part);
    }
}

static void
append_path (GString               *svg,
             const CommonsPathItem *item)
{
  const CommonsStroke *stroke = &item->stroke;

  append_path_data (svg, item->path);
  commons_svg_append_color (svg, "fill", &stroke->fill);

  if (stroke->fill.alpha > 0 && stroke->even_odd)
    g_string_append (svg, " fill-rule=\"evenodd\"");

  if (stroke->width > 0)
    {
      commons_svg_append_color (svg, "stroke", &stroke->color);
      commons_svg_append_attribute (svg, "stroke-width", stroke->width);
      g_string_append (svg, " stroke-linecap=\"round\"");

      if (stroke->dash > 0)
        append_dashes (svg, stroke->dash, stroke->gap);
    }

  g_string_append (svg, "/>\n");
}

static void
append_icon (GString               *svg,
             const CommonsIconItem *item)
{
  guint n_parts;
  const CommonsIconPart *parts = commons_icons_get (item->name, &n_parts);

  g_string_append (svg, "<g transform=\"translate(");
  commons_number_append (svg, item->x);
  g_string_append_c (svg, ' ');
  commons_number_append (svg, item->y);
  g_string_append (svg, ") scale(");
  commons_number_append (svg, item->size / COMMONS_ICON_SIZE);
  g_string_append (svg, ")\"");
  commons_svg_append_color (svg, "fill", &item->color);
  g_string_append (svg, ">\n");

  for (guint i = 0; i < n_parts; i++)
    {
      append_path_data (svg, parts[i].path);
      g_string_append (svg, parts[i].even_odd ? " fill-rule=\"evenodd\"/>\n" : "/>\n");
    }

  g_string_append (svg, "</g>\n");
}

/* Ids of other programs may hold anything; those of XML may not. */
static void
append_id (GString    *svg,
           const char *id)
{
  g_string_append (svg, " id=\"record-");

  for (const char *p = id; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) || *p == '-' || *p == '_' || *p == '.')
        g_string_append_c (svg, *p);
      else
        g_string_append_printf (svg, "_%02x", (guint) (guchar) *p);
    }

  g_string_append_c (svg, '"');
}

static void
append_element (GString    *svg,
                const char *element,
                const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;

  g_string_append_printf (svg, "<%s>", element);
  commons_svg_append_escaped (svg, text, -1);
  g_string_append_printf (svg, "</%s>\n", element);
}

static void
append_group (GString                *svg,
              const CommonsGroupItem *item)
{
  g_string_append (svg, "<g");

  if (item->id != NULL)
    {
      append_id (svg, item->id);
      g_string_append (svg, " role=\"group\"");
    }

  if (item->opacity < 1)
    commons_svg_append_attribute (svg, "opacity", item->opacity);

  g_string_append (svg, ">\n");
  append_element (svg, "title", item->title);
  append_element (svg, "desc", item->description);
}

static void
append_item (GString           *svg,
             const CommonsItem *item)
{
  switch (item->type)
    {
    case COMMONS_ITEM_BOX:
      if (item->box.width > 0 && item->box.height > 0)
        append_box (svg, &item->box);
      break;

    case COMMONS_ITEM_PATH:
      append_path (svg, &item->path);
      break;

    case COMMONS_ITEM_TEXT:
      commons_svg_append_text (svg, &item->text);
      break;

    case COMMONS_ITEM_ICON:
      append_icon (svg, &item->icon);
      break;

    case COMMONS_ITEM_BEGIN:
      append_group (svg, &item->group);
      break;

    case COMMONS_ITEM_END:
    default:
      g_string_append (svg, "</g>\n");
      break;
    }
}

static void
append_root (GString           *svg,
             const CommonsRect *area,
             double             width,
             double             height,
             const char        *language)
{
  g_string_append (svg,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<svg xmlns=\"http://www.w3.org/2000/svg\"");
  commons_svg_append_attribute (svg, "width", width);
  commons_svg_append_attribute (svg, "height", height);
  g_string_append_printf (svg, " viewBox=\"%d %d %d %d\"", area->x, area->y, area->width, area->height);

  if (language != NULL && language[0] != '\0')
    {
      g_string_append (svg, " xml:lang=\"");
      commons_svg_append_escaped (svg, language, -1);
      g_string_append_c (svg, '"');
    }

  g_string_append (svg, " role=\"graphics-document document\">\n");
}

/* As ccREL and Dublin Core say it. */
static void
append_metadata (GString               *svg,
                 const CommonsSvgWords *words)
{
  if (words->author == NULL && words->rights == NULL && words->source == NULL)
    return;

  g_string_append (svg,
                   "<metadata>\n"
                   "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                   " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                   " xmlns:cc=\"http://creativecommons.org/ns#\">\n"
                   "<cc:Work rdf:about=\"\">\n"
                   "<dc:format>image/svg+xml</dc:format>\n");
  append_element (svg, "dc:title", words->title);
  append_element (svg, "dc:creator", words->author);
  append_element (svg, "dc:rights", words->rights);
  append_element (svg, "dc:source", words->source);

  if (words->address != NULL)
    {
      g_string_append (svg, "<cc:license rdf:resource=\"");
      commons_svg_append_escaped (svg, words->address, -1);
      g_string_append (svg, "\"/>\n");
    }

  g_string_append (svg, "</cc:Work>\n</rdf:RDF>\n</metadata>\n");
}

static void
append_scene (GString      *svg,
              CommonsScene *scene)
{
  guint n_items;
  const CommonsItem *items = commons_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    append_item (svg, &items[i]);
}

/* What reaches beyond the area must not run into the foot. */
static void
append_clipped_scene (GString           *svg,
                      CommonsScene      *scene,
                      const CommonsRect *area)
{
  g_string_append_printf (svg,
                          "<clipPath id=\"board-area\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>\n"
                          "<g clip-path=\"url(#board-area)\">\n",
                          area->x, area->y, area->width, area->height);
  append_scene (svg, scene);
  g_string_append (svg, "</g>\n");
}

GBytes *
commons_svg_writer_write (CommonsScene          *scene,
                          const CommonsRect     *area,
                          CommonsScene          *foot,
                          int                    foot_height,
                          double                 width,
                          double                 height,
                          const CommonsSvgWords *words)
{
  GString *svg = g_string_new (NULL);
  CommonsRect page;

  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (area != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  page = *area;
  page.height += foot != NULL ? foot_height : 0;
  append_root (svg, &page, width, height, words->language);
  append_element (svg, "title", words->title);
  append_metadata (svg, words);

  if (foot != NULL)
    {
      append_clipped_scene (svg, scene, area);
      append_scene (svg, foot);
    }
  else
    append_scene (svg, scene);

  g_string_append (svg, "</svg>\n");

  return g_string_free_to_bytes (svg);
}

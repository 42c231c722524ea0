/* render-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "render-fixture.h"

static JsonNode *
parse (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

static CommonsRecord *
make_record (CommonsTable  table,
             JsonObject   *object)
{
  g_autoptr (GError) error = NULL;
  CommonsRecord *record = commons_record_new (table, object, &error);

  g_assert_no_error (error);
  return record;
}

CommonsRecord *
fixture_record (CommonsTable  table,
                const char   *json)
{
  g_autoptr (JsonNode) node = parse (json);

  return make_record (table, json_node_dup_object (node));
}

static GPtrArray *
take_records (JsonObject   *root,
              const char   *member,
              CommonsTable  table)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  JsonArray *array = json_object_has_member (root, member) ? json_object_get_array_member (root, member) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (records, make_record (table, json_object_ref (json_array_get_object_element (array, i))));

  json_object_set_array_member (root, member, json_array_new ());
  return records;
}

CommonsBoard *
fixture_board (const char *json)
{
  g_autoptr (JsonNode) node = parse (json);
  JsonObject *root = json_node_get_object (node);
  g_autoptr (GPtrArray) nodes = take_records (root, "nodes", COMMONS_TABLE_NODES);
  g_autoptr (GPtrArray) edges = take_records (root, "edges", COMMONS_TABLE_EDGES);
  g_autoptr (CommonsRecord) head = make_record (COMMONS_TABLE_HEAD, json_object_ref (root));

  return commons_board_new_from_records (head, nodes, edges);
}

void
fixture_drawing_init (CommonsDrawing *drawing,
                      CommonsDetail   detail,
                      double          zoom)
{
  memset (drawing, 0, sizeof *drawing);
  drawing->catalogue = commons_catalogue_get ("fr");
  drawing->theme = commons_theme_get (COMMONS_THEME_LIGHT, FALSE);
  drawing->detail = detail;
  drawing->pixel = MAX (1, 1 / zoom);
  drawing->french = TRUE;
  drawing->labels = commons_drawing_new_labels ();
}

void
fixture_drawing_clear (CommonsDrawing *drawing)
{
  g_clear_pointer (&drawing->labels, g_hash_table_unref);
}

void
fixture_assert_golden (const char *name,
                       const char *text)
{
  g_autofree char *path = g_build_filename (g_getenv ("COMMONS_SOURCE"), "tests", "render", "golden", name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("COMMONS_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
    }

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

guint
fixture_get_pixel (cairo_surface_t *surface,
                   int              x,
                   int              y)
{
  const guchar *data;
  guint32 pixel;

  cairo_surface_flush (surface);
  g_assert_cmpint (x, <, cairo_image_surface_get_width (surface));
  g_assert_cmpint (y, <, cairo_image_surface_get_height (surface));
  data = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;
  memcpy (&pixel, data, sizeof pixel);

  return pixel & 0xffffff;
}

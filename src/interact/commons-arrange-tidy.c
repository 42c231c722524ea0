/* commons-arrange-tidy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tidying a selection: into a grid, or into columns of the same kind.
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include <string.h>

#include "commons-arrange-private.h"
#include "commons-arrange-tidy.h"

/* Between the cards of a grid, and between columns of different kinds. */
#define GAP 12
#define COLUMN_GAP 36

static void
find_corner (GPtrArray *units,
             int       *x,
             int       *y)
{
  *x = *y = G_MAXINT;
  for (guint i = 0; i < units->len; i++)
    {
      const CommonsRect *extent = &((ArrangeUnit *) g_ptr_array_index (units, i))->extent;

      *x = MIN (*x, extent->x);
      *y = MIN (*y, extent->y);
    }
}

/* As many columns as the longest row has cards, however crooked it is: rows
 * stay rows, and a column stays one. */
static guint
choose_n_columns (GPtrArray *units)
{
  guint n_columns = 1, n_in_row = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const ArrangeUnit *unit = g_ptr_array_index (units, i);

      n_in_row = unit->row == i ? 1 : n_in_row + 1;
      n_columns = MAX (n_columns, n_in_row);
    }

  return n_columns;
}

/* The places of a grid, in reading order. */
static GArray *
list_cells (GPtrArray *units,
            guint      n_columns)
{
  GArray *cells = g_array_sized_new (FALSE, FALSE, sizeof (CommonsRect), units->len);
  g_autofree int *widths = g_new0 (int, n_columns);
  int left, top;

  find_corner (units, &left, &top);
  for (guint i = 0; i < units->len; i++)
    widths[i % n_columns] = MAX (widths[i % n_columns], ((ArrangeUnit *) g_ptr_array_index (units, i))->extent.width);

  for (guint row = 0; row < units->len; row += n_columns)
    {
      int x = left, tallest = 0;

      for (guint i = row; i < MIN (row + n_columns, units->len); i++)
        {
          const CommonsRect *extent = &((ArrangeUnit *) g_ptr_array_index (units, i))->extent;
          CommonsRect cell = { x, top, extent->width, extent->height };

          g_array_append_val (cells, cell);
          x += widths[i - row] + GAP;
          tallest = MAX (tallest, extent->height);
        }
      top += tallest + GAP;
    }

  return cells;
}

static GPtrArray *
list_free_units (CommonsEditor *editor,
                 GPtrArray     *ids)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autoptr (GPtrArray) free_ids = _commons_arrange_list_free (board, ids);
  GPtrArray *units = _commons_arrange_list_units (board, free_ids);

  _commons_arrange_sort_reading (units);

  return units;
}

static gboolean
place_all (CommonsEditor *editor,
           GPtrArray     *units,
           GArray        *cells,
           const char    *label)
{
  gboolean ours = _commons_arrange_begin (editor, label, NULL);
  gboolean did = FALSE;

  for (guint i = 0; i < units->len; i++)
    {
      const CommonsRect *cell = &g_array_index (cells, CommonsRect, i);

      did |= _commons_arrange_place_extent (editor, g_ptr_array_index (units, i), cell->x, cell->y);
    }

  return _commons_arrange_end (editor, ours, did);
}

gboolean
commons_arrange_tidy (CommonsEditor *editor,
                      GPtrArray     *ids,
                      const char    *label)
{
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GArray) cells = NULL;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  units = list_free_units (editor, ids);
  if (units->len < 2)
    return FALSE;

  cells = list_cells (units, choose_n_columns (units));

  return place_all (editor, units, cells, label);
}

/* Kinds go in the order of the catalogue, foreign ones after it. */
static char *
make_kind_key (CommonsCatalogue *catalogue,
               CommonsRecord    *node)
{
  const char *kind = commons_record_get_kind (node);
  guint n_kinds = commons_catalogue_get_n_kinds (catalogue);

  for (guint i = 0; kind != NULL && i < n_kinds; i++)
    {
      if (g_str_equal (commons_catalogue_get_nth_kind (catalogue, i)->id, kind))
        return g_strdup_printf ("%04u", i);
    }

  return g_strconcat ("~", kind, NULL);
}

/* The first tag counts. What has none comes last. */
static char *
make_tag_key (CommonsRecord *node)
{
  JsonObject *commons = NULL, *object = commons_record_get_object (node);
  JsonNode *member = json_object_get_member (object, "commons");
  JsonArray *tags = NULL;

  if (member != NULL && JSON_NODE_HOLDS_OBJECT (member))
    commons = json_node_get_object (member);
  member = commons != NULL ? json_object_get_member (commons, "tags") : NULL;
  if (member != NULL && JSON_NODE_HOLDS_ARRAY (member))
    tags = json_node_get_array (member);
  if (tags == NULL || json_array_get_length (tags) == 0)
    return g_strdup ("\U0010FFFD");

  member = json_array_get_element (tags, 0);

  return json_node_get_value_type (member) == G_TYPE_STRING ? g_utf8_casefold (json_node_get_string (member), -1)
                                                            : g_strdup ("\U0010FFFD");
}

static char *
make_status_key (CommonsRecord *node)
{
  static const char *const order[] = { "draft", "contested", "agreed", "dropped", NULL };
  const char *status = commons_record_get_status (node);

  for (guint i = 0; status != NULL && order[i] != NULL; i++)
    {
      if (g_str_equal (order[i], status))
        return g_strdup_printf ("%u", i);
    }

  return g_strconcat ("~", status, NULL);
}

static char *
make_key (CommonsCatalogue *catalogue,
          CommonsRecord    *node,
          CommonsGrouping   grouping)
{
  switch (grouping)
    {
    case COMMONS_GROUP_BY_TAG:
      return make_tag_key (node);

    case COMMONS_GROUP_BY_STATUS:
      return make_status_key (node);

    case COMMONS_GROUP_BY_VOTES:
      /* The most votes first. */
      return g_strdup_printf ("%011d", G_MAXINT - MAX (commons_record_get_int (node, "commons/votes", 0), 0));

    case COMMONS_GROUP_BY_KIND:
    default:
      return make_kind_key (catalogue, node);
    }
}

typedef struct
{
  ArrangeUnit *unit;
  char        *key;
} Keyed;

static void
keyed_clear (gpointer data)
{
  g_free (((Keyed *) data)->key);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (((const Keyed *) a)->key, ((const Keyed *) b)->key);
}

/* Sorts the units by their keys and gives each its place. */
static GArray *
list_columns (GPtrArray *units,
              GArray    *keyed)
{
  GArray *cells = g_array_sized_new (FALSE, FALSE, sizeof (CommonsRect), units->len);
  const char *key = NULL;
  int left, top, y = 0, widest = 0;

  find_corner (units, &left, &top);
  g_array_sort (keyed, compare_keys);
  for (guint i = 0; i < keyed->len; i++)
    {
      const Keyed *item = &g_array_index (keyed, Keyed, i);
      const CommonsRect *extent = &item->unit->extent;

      if (key == NULL || !g_str_equal (key, item->key))
        {
          left += key != NULL ? widest + COLUMN_GAP : 0;
          widest = 0;
          y = top;
          key = item->key;
        }

      g_array_append_val (cells, ((CommonsRect) { left, y, extent->width, extent->height }));
      widest = MAX (widest, extent->width);
      y += extent->height + GAP;
    }

  for (guint i = 0; i < keyed->len; i++)
    units->pdata[i] = g_array_index (keyed, Keyed, i).unit;

  return cells;
}

gboolean
commons_arrange_group_by (CommonsEditor    *editor,
                          CommonsCatalogue *catalogue,
                          GPtrArray        *ids,
                          CommonsGrouping   grouping,
                          const char       *label)
{
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GArray) keyed = NULL;
  g_autoptr (GArray) cells = NULL;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  units = list_free_units (editor, ids);
  if (units->len < 2)
    return FALSE;

  keyed = g_array_new (FALSE, FALSE, sizeof (Keyed));
  g_array_set_clear_func (keyed, keyed_clear);
  for (guint i = 0; i < units->len; i++)
    {
      ArrangeUnit *unit = g_ptr_array_index (units, i);
      Keyed item = { unit, make_key (catalogue, unit->node, grouping) };

      g_array_append_val (keyed, item);
    }
  cells = list_columns (units, keyed);

  return place_all (editor, units, cells, label);
}

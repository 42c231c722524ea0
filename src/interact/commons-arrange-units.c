/* commons-arrange-units.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units: what is arranged as one. A circle or zone is one with its content, a
 * community with what is docked beside it.
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-place.h"

void
_commons_arrange_free_unit (gpointer data)
{
  ArrangeUnit *unit = data;

  g_clear_pointer (&unit->others, g_ptr_array_unref);
  commons_record_unref (unit->node);
  g_free (unit);
}

/* Whether something else may go along: content, or what is docked. */
static gboolean
takes_others (CommonsRecord *node)
{
  CommonsCatalogue *catalogue = commons_catalogue_get (NULL);
  const char *kind = commons_record_get_kind (node);

  for (guint i = 0; kind != NULL && i < commons_catalogue_get_n_kinds (catalogue); i++)
    {
      if (commons_place_may_dock (catalogue, commons_catalogue_get_nth_kind (catalogue, i)->id, kind))
        return TRUE;
    }

  return commons_record_is_group (node);
}

static void
extend (CommonsRect       *area,
        const CommonsRect *other)
{
  int right = MAX (area->x + area->width, other->x + other->width);
  int bottom = MAX (area->y + area->height, other->y + other->height);

  area->x = MIN (area->x, other->x);
  area->y = MIN (area->y, other->y);
  area->width = right - area->x;
  area->height = bottom - area->y;
}

/* Notes what goes along with a node as having its unit. */
static void
add_others (CommonsBoard *board,
            ArrangeUnit  *unit,
            GHashTable   *taken)
{
  const char *id = commons_record_get_id (unit->node);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) set = NULL;
  GHashTableIter iter;
  gpointer other;

  g_ptr_array_add (ids, (gpointer) id);
  set = commons_arrange_gather (board, ids);

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    {
      if (g_str_equal (other, id))
        continue;

      g_ptr_array_add (unit->others, g_strdup (other));
      g_hash_table_add (taken, g_strdup (other));
      if (!commons_record_is_group (unit->node))
        extend (&unit->extent, commons_record_get_bounds (commons_board_lookup_node (board, other)));
    }
}

static GPtrArray *
drop_taken (GPtrArray  *units,
            GHashTable *taken)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (_commons_arrange_free_unit);

  for (guint i = 0; i < units->len; i++)
    {
      ArrangeUnit *unit = g_ptr_array_index (units, i);

      if (g_hash_table_contains (taken, commons_record_get_id (unit->node)))
        _commons_arrange_free_unit (unit);
      else
        g_ptr_array_add (left, unit);
    }

  g_ptr_array_set_free_func (units, NULL);
  g_ptr_array_unref (units);

  return left;
}

GPtrArray *
_commons_arrange_list_units (CommonsBoard *board,
                             GPtrArray    *ids)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (_commons_arrange_free_unit);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (ids, i));
      ArrangeUnit *unit;

      if (node == NULL || !g_hash_table_add (seen, (gpointer) commons_record_get_id (node)))
        continue;

      unit = g_new0 (ArrangeUnit, 1);
      unit->node = commons_record_ref (node);
      unit->bounds = unit->extent = *commons_record_get_bounds (node);
      unit->others = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (units, unit);

      if (takes_others (node) && !commons_record_is_locked (node))
        add_others (board, unit, taken);
    }

  return drop_taken (units, taken);
}

static gboolean
shift (CommonsEditor *editor,
       const char    *id,
       int            dx,
       int            dy)
{
  CommonsRecord *node = commons_board_lookup_node (commons_editor_get_board (editor), id);
  CommonsRect bounds = *commons_record_get_bounds (node);
  g_autoptr (CommonsRecord) moved = NULL;
  gboolean changes;

  bounds.x += dx;
  bounds.y += dy;
  moved = commons_record_with_bounds (node, &bounds);
  changes = !commons_record_equal (node, moved);
  if (changes)
    commons_editor_set (editor, moved);

  return changes;
}

gboolean
_commons_arrange_place_unit (CommonsEditor     *editor,
                             const ArrangeUnit *unit,
                             int                x,
                             int                y)
{
  int dx = CLAMP (x, -COMMONS_COORD_MAX, COMMONS_COORD_MAX) - unit->bounds.x;
  int dy = CLAMP (y, -COMMONS_COORD_MAX, COMMONS_COORD_MAX) - unit->bounds.y;
  gboolean did = FALSE;

  if (commons_record_is_locked (unit->node) || (dx == 0 && dy == 0))
    return FALSE;

  did = shift (editor, commons_record_get_id (unit->node), dx, dy);
  for (guint i = 0; i < unit->others->len; i++)
    did |= shift (editor, g_ptr_array_index (unit->others, i), dx, dy);

  return did;
}

gboolean
_commons_arrange_place_extent (CommonsEditor     *editor,
                               const ArrangeUnit *unit,
                               int                x,
                               int                y)
{
  return _commons_arrange_place_unit (editor, unit, x + unit->bounds.x - unit->extent.x,
                                      y + unit->bounds.y - unit->extent.y);
}

void
_commons_arrange_measure (GPtrArray   *units,
                          CommonsRect *area)
{
  *area = units->len > 0 ? ((ArrangeUnit *) g_ptr_array_index (units, 0))->bounds : (CommonsRect) { 0 };
  for (guint i = 1; i < units->len; i++)
    extend (area, &((ArrangeUnit *) g_ptr_array_index (units, i))->bounds);
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const CommonsRect *first = &(*(ArrangeUnit * const *) a)->extent;
  const CommonsRect *second = &(*(ArrangeUnit * const *) b)->extent;

  return first->y != second->y ? first->y - second->y : first->x - second->x;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const ArrangeUnit *first = *(ArrangeUnit * const *) a;
  const ArrangeUnit *second = *(ArrangeUnit * const *) b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;

  return first->extent.x != second->extent.x ? first->extent.x - second->extent.x : compare_tops (a, b);
}

/* A row is what begins above the middle of its first: what is tidy already
 * reads as it stands. */
void
_commons_arrange_sort_reading (GPtrArray *units)
{
  const ArrangeUnit *head = NULL;
  guint row = 0;

  g_ptr_array_sort (units, compare_tops);
  for (guint i = 0; i < units->len; i++)
    {
      ArrangeUnit *unit = g_ptr_array_index (units, i);

      if (head == NULL || unit->extent.y >= head->extent.y + MAX (head->extent.height / 2, 1))
        {
          head = unit;
          row = i;
        }
      unit->row = row;
    }

  g_ptr_array_sort (units, compare_rows);
}

/* commons-refile-into.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving into a container, or out of all, without a pointer.
 */

#define G_LOG_DOMAIN "commons-refile"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-gate.h"
#include "commons-refile-private.h"

/* What a gate becomes off its border. */
#define CARD_WIDTH  204
#define CARD_HEIGHT 62

#define MAX_GROWTHS 4

static gboolean
is_within (CommonsBoard  *board,
           GHashTable    *set,
           CommonsRecord *container)
{
  return container != NULL && g_hash_table_contains (set, commons_record_get_id (container));
}

/* The bounds of all that goes along: cards may stand out of a card they are
 * docked to. */
static CommonsRect
get_extents (CommonsBoard  *board,
             CommonsRecord *node,
             GHashTable    *set)
{
  const CommonsRect *own = commons_record_get_bounds (node);
  int left = own->x, top = own->y, right = own->x + own->width, bottom = own->y + own->height;
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, set);
  while (!commons_record_is_group (node) && g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      const CommonsRect *bounds = commons_record_get_bounds (commons_board_lookup_node (board, id));

      left = MIN (left, bounds->x);
      top = MIN (top, bounds->y);
      right = MAX (right, bounds->x + bounds->width);
      bottom = MAX (bottom, bounds->y + bounds->height);
    }

  return (CommonsRect) { left, top, right - left, bottom - top };
}

static CommonsRecord *
get_outermost (CommonsBoard *board,
               const char   *id)
{
  CommonsRecord *outermost = NULL;

  for (CommonsRecord *parent = commons_board_get_parent (board, id); parent != NULL;
       parent = commons_board_get_parent (board, commons_record_get_id (parent)))
    outermost = parent;

  return outermost;
}

gboolean
_commons_refile_make_place (CommonsEditor     *editor,
                            const char        *container,
                            GHashTable        *set,
                            const CommonsRect *near,
                            CommonsRect       *place)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRect grown;

  /* It is looked for again after each growth: what lay over a border further
   * out is not pushed, and may be in the way then. */
  for (guint i = 0; i < MAX_GROWTHS; i++)
    {
      CommonsRecord *node = container ? commons_board_lookup_node (board, container) : NULL;

      if (_commons_refile_find_place (board, node, set, near, place))
        return TRUE;

      if (node == NULL || commons_record_is_locked (node) ||
          !_commons_refile_find_growth (board, node, set, place, &grown))
        return FALSE;

      _commons_refile_grow_to (editor, container, &grown);
    }

  return TRUE;
}

/* The size something has where it goes. */
static CommonsRect
get_wanted (CommonsBoard  *board,
            CommonsRecord *node,
            GHashTable    *set)
{
  CommonsRect wanted = get_extents (board, node, set);
  CommonsGate gate;

  if (commons_gate_find (board, node, &gate))
    {
      wanted.width = CARD_WIDTH;
      wanted.height = CARD_HEIGHT;
    }

  return wanted;
}

/* Centre to centre, since a gate grows around its own. */
static gboolean
move_to (CommonsEditor     *editor,
         GHashTable        *set,
         const CommonsRect *old,
         const CommonsRect *place)
{
  return commons_arrange_move (editor, set, place->x + place->width / 2 - old->x - old->width / 2,
                               place->y + place->height / 2 - old->y - old->height / 2, "", NULL);
}

static gboolean
move_one (CommonsEditor    *editor,
          CommonsCatalogue *catalogue,
          const char       *id,
          const char       *container)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRecord *node = commons_board_lookup_node (board, id);
  CommonsRecord *target = container ? commons_board_lookup_node (board, container) : NULL;
  CommonsRecord *outermost = get_outermost (board, id);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) set = NULL;
  CommonsRect old, place, near;
  gboolean did;

  if (commons_record_is_locked (node) || commons_board_get_parent (board, id) == target)
    return FALSE;

  g_ptr_array_add (ids, (gpointer) id);
  set = commons_arrange_gather (board, ids);
  if (is_within (board, set, target))
    return FALSE;

  place = get_wanted (board, node, set);
  near = outermost ? *commons_record_get_bounds (outermost) : place;
  if (!_commons_refile_make_place (editor, container, set, &near, &place))
    return FALSE;

  /* Room may have been made by moving what is moved here, too. */
  node = commons_board_lookup_node (board, id);
  old = get_extents (board, node, set);

  did = move_to (editor, set, &old, &place);
  commons_arrange_settle_gates (editor, catalogue, set);

  return did;
}

/* Whether something else of the list takes it along. */
static gboolean
goes_along (CommonsBoard *board,
            GPtrArray    *ids,
            const char   *id)
{
  CommonsRecord *node = commons_board_lookup_node (board, id);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *other = commons_board_lookup_node (board, g_ptr_array_index (ids, i));

      if (other != NULL && other != node && commons_board_contains (other, node))
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
list_movable (CommonsBoard *board,
              GPtrArray    *ids)
{
  GPtrArray *movable = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (commons_board_lookup_node (board, id) != NULL && !goes_along (board, ids, id))
        g_ptr_array_add (movable, (gpointer) id);
    }

  return movable;
}

gboolean
commons_refile_move_into (CommonsEditor    *editor,
                          CommonsCatalogue *catalogue,
                          GPtrArray        *ids,
                          const char       *container,
                          const char       *label)
{
  g_autoptr (CommonsRefile) refile = NULL;
  g_autoptr (GPtrArray) movable = NULL;
  CommonsRecord *target;
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  target = container ? commons_board_lookup_node (board, container) : NULL;
  if (container != NULL && (target == NULL || !commons_record_is_group (target)))
    return FALSE;

  refile = commons_refile_new (board, catalogue);
  movable = list_movable (board, ids);
  ours = _commons_arrange_begin (editor, label, NULL);

  for (guint i = 0; i < movable->len; i++)
    did |= move_one (editor, catalogue, g_ptr_array_index (movable, i), container);

  if (did)
    commons_refile_apply (refile, editor);

  return _commons_arrange_end (editor, ours, did);
}

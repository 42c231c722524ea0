/* commons-navigate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-navigate"

#include "config.h"

#include "commons-folding.h"
#include "commons-navigate.h"

/* The size of a name of a circle or zone, for finding it by direction. */
#define NAME_WIDTH  120
#define NAME_HEIGHT 24

/* How much more a step aside costs than a step ahead. */
#define ASIDE_COST 2.0

typedef enum
{
  RANK_CARD,
  RANK_ZONE,
  RANK_CIRCLE,
} Rank;

typedef struct
{
  CommonsRecord *node;
  Rank           rank;
  int            row;       /* top of the first node of its row */
  GPtrArray     *children;  /* Item, borrowed; NULL for cards */
} Item;

static gboolean
is_circle (CommonsRecord *node)
{
  return commons_record_is_group (node) && g_strcmp0 (commons_record_get_kind (node), "circle") == 0;
}

static void
item_free (gpointer data)
{
  Item *item = data;

  g_clear_pointer (&item->children, g_ptr_array_unref);
  g_free (item);
}

static Item *
item_new (CommonsRecord *node)
{
  Item *item = g_new0 (Item, 1);

  item->node = node;
  item->rank = !commons_record_is_group (node) ? RANK_CARD : is_circle (node) ? RANK_CIRCLE : RANK_ZONE;
  item->children = item->rank != RANK_CARD ? g_ptr_array_new () : NULL;

  return item;
}

static const CommonsRect *
item_bounds (const Item *item)
{
  return commons_record_get_bounds (item->node);
}

static gint64
item_area (const Item *item)
{
  return (gint64) item_bounds (item)->width * item_bounds (item)->height;
}

/* The smallest container, as commons_board_get_parent() finds it; asking that
 * for each node would look at all nodes each time. */
static Item *
find_parent (GPtrArray *containers,
             Item      *item)
{
  Item *parent = NULL;

  for (guint i = 0; i < containers->len; i++)
    {
      Item *other = g_ptr_array_index (containers, i);

      if ((parent == NULL || item_area (other) < item_area (parent)) &&
          commons_board_contains (other->node, item->node))
        parent = other;
    }

  return parent;
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const Item *first = *(Item * const *) a;
  const Item *second = *(Item * const *) b;
  int delta = item_bounds (first)->y - item_bounds (second)->y;

  return delta != 0 ? delta : item_bounds (first)->x - item_bounds (second)->x;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Item *first = *(Item * const *) a;
  const Item *second = *(Item * const *) b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  if (item_bounds (first)->x != item_bounds (second)->x)
    return item_bounds (first)->x - item_bounds (second)->x;

  return compare_tops (a, b);
}

/* People do not lay cards out to the pixel: what has its middle beside the
 * first card of a row belongs to that row. */
static void
sort_siblings (GPtrArray *items)
{
  const Item *anchors[3] = { NULL, NULL, NULL };

  g_ptr_array_sort (items, compare_tops);

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = g_ptr_array_index (items, i);
      const Item *anchor = anchors[item->rank];
      double middle = item_bounds (item)->y + item_bounds (item)->height / 2.0;

      if (anchor == NULL || middle > item_bounds (anchor)->y + item_bounds (anchor)->height)
        anchor = anchors[item->rank] = item;
      item->row = item_bounds (anchor)->y;
    }

  g_ptr_array_sort (items, compare_places);
}

static void
append_items (GPtrArray     *siblings,
              CommonsRecord *parent,
              guint          depth,
              GArray        *steps)
{
  sort_siblings (siblings);

  for (guint i = 0; i < siblings->len; i++)
    {
      Item *item = g_ptr_array_index (siblings, i);
      CommonsNavigateStep step = { item->node, parent, depth, item->children ? item->children->len : 0 };

      g_array_append_val (steps, step);
      if (item->children != NULL)
        append_items (item->children, item->node, depth + 1, steps);
    }
}

static GArray *
walk (CommonsBoard *board,
      gboolean      whole)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GPtrArray) containers = g_ptr_array_new ();
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();
  g_autoptr (GHashTable) hidden = NULL;
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (CommonsNavigateStep));

  if (!whole)
    hidden = commons_folding_list_hidden (board);
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      Item *item;

      if (hidden != NULL && g_hash_table_contains (hidden, commons_record_get_id (node)))
        continue;

      item = item_new (node);
      g_ptr_array_add (items, item);
      if (item->children != NULL)
        g_ptr_array_add (containers, item);
    }

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = g_ptr_array_index (items, i);
      Item *parent = find_parent (containers, item);

      g_ptr_array_add (parent ? parent->children : roots, item);
    }

  append_items (roots, NULL, 0, steps);

  return steps;
}

GArray *
commons_navigate_walk (CommonsBoard *board)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  return walk (board, TRUE);
}

GArray *
commons_navigate_walk_shown (CommonsBoard *board)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  return walk (board, FALSE);
}

GPtrArray *
commons_navigate_list (CommonsBoard *board)
{
  g_autoptr (GArray) steps = NULL;
  GPtrArray *ids = g_ptr_array_new ();

  g_return_val_if_fail (COMMONS_IS_BOARD (board), ids);

  steps = walk (board, FALSE);
  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (ids, (gpointer) commons_record_get_id (g_array_index (steps, CommonsNavigateStep, i).node));

  return ids;
}

const char *
commons_navigate_first (CommonsBoard *board)
{
  return commons_navigate_reading (board, NULL, TRUE);
}

const char *
commons_navigate_last (CommonsBoard *board)
{
  return commons_navigate_reading (board, NULL, FALSE);
}

const char *
commons_navigate_reading (CommonsBoard *board,
                          const char   *from_id,
                          gboolean      forward)
{
  g_autoptr (GPtrArray) ids = NULL;
  guint index;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  ids = commons_navigate_list (board);
  if (ids->len == 0)
    return NULL;

  if (from_id == NULL || !g_ptr_array_find_with_equal_func (ids, from_id, g_str_equal, &index))
    return g_ptr_array_index (ids, forward ? 0 : ids->len - 1);

  if (forward)
    return index + 1 < ids->len ? g_ptr_array_index (ids, index + 1) : NULL;

  return index > 0 ? g_ptr_array_index (ids, index - 1) : NULL;
}

/* Where the eye finds a node: a card at its place, a container at its name. */
static CommonsRect
get_mark (CommonsRecord *node)
{
  CommonsRect mark = *commons_record_get_bounds (node);

  if (!commons_record_is_group (node))
    return mark;

  if (is_circle (node))
    {
      int size = MIN (mark.width, mark.height);

      return (CommonsRect) { mark.x + (mark.width - NAME_WIDTH) / 2,
                             mark.y + (mark.height - size - NAME_HEIGHT) / 2,
                             NAME_WIDTH, NAME_HEIGHT };
    }

  return (CommonsRect) { mark.x, mark.y, NAME_WIDTH, NAME_HEIGHT };
}

/* Turns a rectangle so that @direction becomes to the right. */
static CommonsRect
turn (CommonsRect      rect,
      CommonsDirection direction)
{
  switch (direction)
    {
    case COMMONS_DIRECTION_UP:
      return (CommonsRect) { -rect.y - rect.height, rect.x, rect.height, rect.width };

    case COMMONS_DIRECTION_DOWN:
      return (CommonsRect) { rect.y, rect.x, rect.height, rect.width };

    case COMMONS_DIRECTION_LEFT:
      return (CommonsRect) { -rect.x - rect.width, rect.y, rect.width, rect.height };

    case COMMONS_DIRECTION_RIGHT:
    default:
      return rect;
    }
}

/* How far @to lies to the right of @from; negative when it does not. */
static double
get_cost (const CommonsRect *from,
          const CommonsRect *to)
{
  double ahead = (to->x + to->width / 2.0) - (from->x + from->width / 2.0);
  double gap = MAX (to->x - (from->x + from->width), 0);
  double offset = ABS ((to->y + to->height / 2.0) - (from->y + from->height / 2.0));
  double aside = MAX (MAX (to->y - (from->y + from->height), from->y - (to->y + to->height)), 0);

  /* Beyond some 60° it is rather above or below. */
  if (ahead <= 0 || aside > 1.75 * ahead)
    return -1;

  return gap + ASIDE_COST * aside + offset / 4 + ahead / 16;
}

const char *
commons_navigate_spatial (CommonsBoard     *board,
                          const char       *from_id,
                          CommonsDirection  direction)
{
  g_autoptr (GHashTable) hidden = NULL;
  CommonsRecord *from, *best = NULL;
  double best_cost = G_MAXDOUBLE;
  CommonsRect start;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  from = from_id ? commons_board_lookup_node (board, from_id) : NULL;
  if (from == NULL)
    return commons_navigate_first (board);

  hidden = commons_folding_list_hidden (board);
  start = turn (get_mark (from), direction);
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      CommonsRect mark = turn (get_mark (node), direction);
      double cost = node != from ? get_cost (&start, &mark) : -1;

      if (hidden != NULL && g_hash_table_contains (hidden, commons_record_get_id (node)))
        continue;

      if (cost >= 0 && cost < best_cost)
        {
          best = node;
          best_cost = cost;
        }
    }

  return best ? commons_record_get_id (best) : NULL;
}

/* The links of a node whose other end is there, in the order of the file. */
static GPtrArray *
list_links (CommonsBoard *board,
            const char   *node_id)
{
  GPtrArray *links = commons_board_get_links (board, node_id);
  GPtrArray *whole = g_ptr_array_new ();

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links, i);

      if (commons_board_lookup_node (board, commons_record_get_from (edge)) != NULL &&
          commons_board_lookup_node (board, commons_record_get_to (edge)) != NULL)
        g_ptr_array_add (whole, edge);
    }

  return whole;
}

const char *
commons_navigate_link (CommonsBoard *board,
                       const char   *node_id,
                       const char   *from_id,
                       gboolean      forward,
                       guint        *position,
                       guint        *n_links)
{
  g_autoptr (GPtrArray) links = NULL;
  guint index;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (node_id != NULL, NULL);

  links = list_links (board, node_id);
  if (n_links != NULL)
    *n_links = links->len;
  if (links->len == 0)
    return NULL;

  if (from_id == NULL || !g_ptr_array_find (links, commons_board_lookup (board, from_id), &index))
    index = forward ? 0 : links->len - 1;
  else
    index = (index + (forward ? 1 : links->len - 1)) % links->len;

  if (position != NULL)
    *position = index + 1;

  return commons_record_get_id (g_ptr_array_index (links, index));
}

/* commons-grid.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-grid"

#include "config.h"

#include "commons-grid.h"

/* Side of a square, in board units: some cards fit in one. */
#define SIDE 512

/* A rectangle that covers more squares than that is looked at every time. */
#define MANY 64

typedef struct
{
  CommonsRect rect;
  guint       seen; /* the last query that met it */
} Item;

struct _CommonsGrid
{
  GArray     *items;
  GHashTable *squares; /* place → GArray of numbers */
  GArray     *large;   /* numbers */
  guint       n_queries;
};

typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} Range;

CommonsGrid *
commons_grid_new (void)
{
  CommonsGrid *self = g_new0 (CommonsGrid, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  self->large = g_array_new (FALSE, FALSE, sizeof (guint));
  self->squares = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  return self;
}

void
commons_grid_free (CommonsGrid *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->items);
  g_array_unref (self->large);
  g_hash_table_unref (self->squares);
  g_free (self);
}

static int
get_square (int value)
{
  return value >= 0 ? value / SIDE : -((SIDE - 1 - value) / SIDE);
}

static gint64
get_range (const CommonsRect *rect,
           Range             *range)
{
  *range = (Range) {
    get_square (rect->x), get_square (rect->y),
    get_square (rect->x + rect->width), get_square (rect->y + rect->height),
  };

  return (gint64) (range->right - range->left + 1) * (range->bottom - range->top + 1);
}

static gpointer
get_key (int column,
         int row)
{
  return GUINT_TO_POINTER ((guint) (column & 0xffff) << 16 | (guint) (row & 0xffff));
}

static void
add_to_square (CommonsGrid *self,
               int          column,
               int          row,
               guint        number)
{
  gpointer key = get_key (column, row);
  GArray *square = g_hash_table_lookup (self->squares, key);

  if (square == NULL)
    {
      square = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->squares, key, square);
    }

  g_array_append_val (square, number);
}

void
commons_grid_add (CommonsGrid       *self,
                  const CommonsRect *rect)
{
  Item item = { *rect, 0 };
  Range range;
  guint number;

  g_return_if_fail (self != NULL);
  g_return_if_fail (rect != NULL);

  number = self->items->len;
  g_array_append_val (self->items, item);

  if (get_range (rect, &range) > MANY)
    {
      g_array_append_val (self->large, number);
      return;
    }

  for (int row = range.top; row <= range.bottom; row++)
    {
      for (int column = range.left; column <= range.right; column++)
        add_to_square (self, column, row, number);
    }
}

static void
visit (CommonsGrid       *self,
       GArray            *numbers,
       const CommonsRect *area,
       GArray            *found)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      Item *item = &g_array_index (self->items, Item, number);

      if (item->seen == self->n_queries)
        continue;

      item->seen = self->n_queries;
      if (item->rect.x <= area->x + area->width && item->rect.x + item->rect.width >= area->x &&
          item->rect.y <= area->y + area->height && item->rect.y + item->rect.height >= area->y)
        g_array_append_val (found, number);
    }
}

/* An area larger than the board has more squares than there are any. */
static void
visit_all (CommonsGrid       *self,
           const CommonsRect *area,
           GArray            *found)
{
  GHashTableIter iter;
  gpointer square;

  g_hash_table_iter_init (&iter, self->squares);
  while (g_hash_table_iter_next (&iter, NULL, &square))
    visit (self, square, area, found);
}

void
commons_grid_query (CommonsGrid       *self,
                    const CommonsRect *area,
                    GArray            *found)
{
  Range range;

  g_return_if_fail (self != NULL);
  g_return_if_fail (area != NULL);
  g_return_if_fail (found != NULL);

  self->n_queries++;
  visit (self, self->large, area, found);

  if (get_range (area, &range) > g_hash_table_size (self->squares))
    {
      visit_all (self, area, found);
      return;
    }

  for (int row = range.top; row <= range.bottom; row++)
    {
      for (int column = range.left; column <= range.right; column++)
        {
          GArray *square = g_hash_table_lookup (self->squares, get_key (column, row));

          if (square != NULL)
            visit (self, square, area, found);
        }
    }
}

/* commons-tables-room.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-tables"

#include "config.h"

#include <math.h>

#include "commons-gate.h"
#include "commons-place.h"
#include "commons-tables-room.h"

/* Between a border and what is in it. */
#define MARGIN 12

/* How much a circle grows before it is looked again whether that is enough. */
#define STEP 12
#define MAX_STEPS 4000

/* How far each side of a container moves out. */
typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} Growth;

static void
free_spot (gpointer data)
{
  TablesSpot *spot = data;

  g_free (spot->id);
  g_clear_pointer (&spot->children, g_ptr_array_unref);
  g_free (spot);
}

static TablesSpot *
add_spot (TablesRoom        *self,
          const char        *id,
          const CommonsRect *bounds)
{
  TablesSpot *spot = g_new0 (TablesSpot, 1);

  spot->id = g_strdup (id);
  spot->place.bounds = *bounds;
  spot->children = g_ptr_array_new ();
  g_ptr_array_add (self->spots, spot);

  return spot;
}

static void
put_in (TablesSpot *spot,
        TablesSpot *parent)
{
  spot->parent = parent;
  g_ptr_array_add (parent->children, spot);
}

static gint64
get_area (const TablesSpot *spot)
{
  return (gint64) spot->place.bounds.width * spot->place.bounds.height;
}

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  gint64 first = get_area (*(const TablesSpot *const *) a), second = get_area (*(const TablesSpot *const *) b);

  return first < second ? -1 : first > second;
}

/* The smallest group around each, found by the rule of the board. */
static void
find_parents (TablesRoom   *self,
              CommonsBoard *board)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (guint i = 0; i < self->spots->len; i++)
    {
      TablesSpot *spot = g_ptr_array_index (self->spots, i);

      if (spot->group)
        g_ptr_array_add (groups, spot);
    }
  g_ptr_array_sort (groups, compare_spots);

  for (guint i = 0; i < self->spots->len; i++)
    {
      TablesSpot *spot = g_ptr_array_index (self->spots, i), *parent = &self->ground;
      CommonsRecord *node = commons_board_lookup_node (board, spot->id);

      for (guint j = 0; parent == &self->ground && j < groups->len; j++)
        {
          TablesSpot *group = g_ptr_array_index (groups, j);

          if (group != spot && commons_board_contains (commons_board_lookup_node (board, group->id), node))
            parent = group;
        }
      put_in (spot, parent);
    }
}

/* A gate belongs to the circle it opens, and follows its border. */
static void
note_gate (TablesRoom    *self,
           CommonsBoard  *board,
           TablesSpot    *spot,
           CommonsRecord *node)
{
  CommonsGate gate;
  TablesSpot *circle;

  if (!commons_gate_find (board, node, &gate))
    return;

  circle = g_hash_table_lookup (self->by_id, commons_record_get_id (gate.circle));
  g_ptr_array_remove (spot->parent->children, spot);
  put_in (spot, circle);
  spot->place.gate = TRUE;
  spot->place.angle = gate.angle;
}

TablesRoom *
_commons_tables_room_new (CommonsBoard *board)
{
  TablesRoom *self = g_new0 (TablesRoom, 1);

  self->spots = g_ptr_array_new_with_free_func (free_spot);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->ground.children = g_ptr_array_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      TablesSpot *spot = add_spot (self, commons_record_get_id (node), commons_record_get_bounds (node));

      spot->group = commons_record_is_group (node);
      spot->locked = commons_record_is_locked (node);
      spot->place.disc = commons_place_is_disc (node);
      g_hash_table_insert (self->by_id, spot->id, spot);
    }

  find_parents (self, board);
  for (guint i = 0; i < self->spots->len; i++)
    {
      TablesSpot *spot = g_ptr_array_index (self->spots, i);

      note_gate (self, board, spot, commons_board_lookup_node (board, spot->id));
    }

  return self;
}

void
_commons_tables_room_free (TablesRoom *self)
{
  g_ptr_array_unref (self->ground.children);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->spots);
  g_free (self);
}

gboolean
_commons_tables_room_may_grow (TablesSpot *spot)
{
  for (; spot != NULL; spot = spot->parent)
    {
      if (spot->locked)
        return FALSE;
    }

  return TRUE;
}

static gboolean
overlaps (const CommonsRect *a,
          const CommonsRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static double
get_radius (const CommonsRect *bounds)
{
  return MIN (bounds->width, bounds->height) / 2.0;
}

static void
get_center (const CommonsRect *bounds,
            double            *x,
            double            *y)
{
  *x = bounds->x + bounds->width / 2.0;
  *y = bounds->y + bounds->height / 2.0;
}

static gboolean
holds_point (const CommonsRect *disc,
             double             x,
             double             y)
{
  double cx, cy;

  get_center (disc, &cx, &cy);

  return hypot (x - cx, y - cy) <= get_radius (disc);
}

/* Whether all of a rectangle, or of a disc, is in a container. */
static gboolean
holds (const ArrangeObstacle *outer,
       const ArrangeObstacle *inner)
{
  const CommonsRect *a = &outer->bounds, *b = &inner->bounds;
  double x, y, cx, cy;

  if (!outer->disc)
    return a->x <= b->x && a->y <= b->y && a->x + a->width >= b->x + b->width && a->y + a->height >= b->y + b->height;

  if (inner->disc)
    {
      get_center (a, &x, &y);
      get_center (b, &cx, &cy);
      return hypot (cx - x, cy - y) + get_radius (b) <= get_radius (a);
    }

  return holds_point (a, b->x, b->y) && holds_point (a, b->x + b->width, b->y) &&
         holds_point (a, b->x, b->y + b->height) && holds_point (a, b->x + b->width, b->y + b->height);
}

static gboolean
is_around (TablesSpot *around,
           TablesSpot *spot)
{
  for (; spot != NULL; spot = spot->parent)
    {
      if (spot == around)
        return TRUE;
    }

  return FALSE;
}

/* What an inner group holds as a whole is no obstacle of its own. */
static gboolean
is_in_inner (TablesSpot *container,
             TablesSpot *spot)
{
  return spot->parent != container && is_around (container, spot) && holds (&spot->parent->place, &spot->place);
}

GArray *
_commons_tables_room_list_obstacles (TablesRoom *self,
                                     TablesSpot *spot)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (ArrangeObstacle));

  for (guint i = 0; i < self->spots->len; i++)
    {
      TablesSpot *other = g_ptr_array_index (self->spots, i);
      ArrangeObstacle obstacle = other->place;

      if (is_around (other, spot) || !overlaps (&other->place.bounds, &spot->place.bounds) || is_in_inner (spot, other))
        continue;

      /* Other gates stay on the border where they are. */
      obstacle.gate = other->place.gate && other->parent == spot;
      g_array_append_val (obstacles, obstacle);
    }

  return obstacles;
}

static void
shift (TablesSpot *spot,
       int         dx,
       int         dy)
{
  if (dx == 0 && dy == 0)
    return;

  spot->place.bounds.x += dx;
  spot->place.bounds.y += dy;
  spot->moved = TRUE;
  for (guint i = 0; i < spot->children->len; i++)
    shift (g_ptr_array_index (spot->children, i), dx, dy);
}

/* What stands beside a container gives way to the side where its centre is:
 * beyond an edge of a zone, in a quarter around the centre of a circle. The
 * order of two things along an axis never changes by that, and the gap between
 * them never gets smaller. */
static void
give_way (TablesSpot        *spot,
          const CommonsRect *old,
          gboolean           disc,
          const Growth      *growth)
{
  double x, y, cx, cy;
  int dx = 0, dy = 0;

  get_center (&spot->place.bounds, &x, &y);
  get_center (old, &cx, &cy);

  if (disc)
    {
      dx = x < cx ? -growth->left : growth->right;
      dy = y < cy ? -growth->top : growth->bottom;
    }
  else
    {
      dx = x < old->x ? -growth->left : x > (double) old->x + old->width ? growth->right : 0;
      dy = y < old->y ? -growth->top : y > (double) old->y + old->height ? growth->bottom : 0;
    }

  shift (spot, dx, dy);
}

static void
apply_growth (CommonsRect  *bounds,
              const Growth *growth)
{
  bounds->x -= growth->left;
  bounds->y -= growth->top;
  bounds->width += growth->left + growth->right;
  bounds->height += growth->top + growth->bottom;
}

/* What a zone needs so that all it held is in it again. */
static void
fit_zone (TablesSpot *spot,
          GPtrArray  *held,
          Growth     *growth)
{
  const CommonsRect *bounds = &spot->place.bounds;

  for (guint i = 0; i < held->len; i++)
    {
      const CommonsRect *child = &((TablesSpot *) g_ptr_array_index (held, i))->place.bounds;

      growth->left = MAX (growth->left, bounds->x + MARGIN - child->x);
      growth->top = MAX (growth->top, bounds->y + MARGIN - child->y);
      growth->right = MAX (growth->right, child->x + child->width + MARGIN - bounds->x - bounds->width);
      growth->bottom = MAX (growth->bottom, child->y + child->height + MARGIN - bounds->y - bounds->height);
    }
}

static gboolean
holds_all (const ArrangeObstacle *place,
           GPtrArray             *held)
{
  for (guint i = 0; i < held->len; i++)
    {
      if (!holds (place, &((TablesSpot *) g_ptr_array_index (held, i))->place))
        return FALSE;
    }

  return TRUE;
}

/* A circle keeps its base where that can be: what is gained is one crescent on
 * top. Else it grows all around. */
static void
fit_circle (TablesSpot *spot,
            GPtrArray  *held,
            gboolean    keeps_base,
            Growth     *growth)
{
  for (int by = 0; by <= MAX_STEPS * STEP; by += STEP)
    {
      const Growth tried = { by / 2, keeps_base ? by : by / 2, by / 2, keeps_base ? 0 : by / 2 };
      ArrangeObstacle place = spot->place;

      apply_growth (&place.bounds, &tried);
      *growth = tried;
      if (holds_all (&place, held))
        return;
    }
}

static void
resize (TablesRoom   *self,
        TablesSpot   *spot,
        const Growth *growth)
{
  CommonsRect old = spot->place.bounds;
  TablesSpot *parent = spot->parent;
  g_autoptr (GPtrArray) held = g_ptr_array_new ();
  Growth further = { 0, 0, 0, 0 };

  if (growth->left + growth->top + growth->right + growth->bottom == 0)
    return;

  for (guint i = 0; parent != &self->ground && i < parent->children->len; i++)
    {
      TablesSpot *child = g_ptr_array_index (parent->children, i);

      if (!child->place.gate && holds (&parent->place, &child->place))
        g_ptr_array_add (held, child);
    }

  apply_growth (&spot->place.bounds, growth);
  spot->resized = TRUE;
  for (guint i = 0; i < spot->children->len; i++)
    _commons_arrange_place_gate (&((TablesSpot *) g_ptr_array_index (spot->children, i))->place, &spot->place.bounds);
  for (guint i = 0; i < parent->children->len; i++)
    {
      TablesSpot *sibling = g_ptr_array_index (parent->children, i);

      if (sibling != spot && !sibling->place.gate)
        give_way (sibling, &old, spot->place.disc, growth);
    }

  if (parent == &self->ground)
    return;

  if (parent->place.disc)
    fit_circle (parent, held, growth->bottom == 0, &further);
  else
    fit_zone (parent, held, &further);
  resize (self, parent, &further);
}

void
_commons_tables_room_grow (TablesRoom        *self,
                           TablesSpot        *spot,
                           const CommonsRect *bounds)
{
  const CommonsRect *old = &spot->place.bounds;
  const Growth growth = {
    old->x - bounds->x, old->y - bounds->y,
    bounds->x + bounds->width - old->x - old->width, bounds->y + bounds->height - old->y - old->height,
  };

  resize (self, spot, &growth);
}

TablesSpot *
_commons_tables_room_add (TablesRoom        *self,
                          TablesSpot        *parent,
                          const CommonsRect *bounds)
{
  TablesSpot *spot = add_spot (self, NULL, bounds);

  put_in (spot, parent);

  return spot;
}

static void
write_spot (TablesSpot    *spot,
            CommonsEditor *editor)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRecord *node = commons_board_lookup_node (board, spot->id);
  g_autoptr (CommonsRecord) before = commons_record_ref (node);
  g_autoptr (CommonsRecord) changed = commons_record_with_bounds (node, &spot->place.bounds);
  g_autoptr (GPtrArray) gates = spot->resized && spot->place.disc ? _commons_arrange_list_gates (board, node) : NULL;

  commons_editor_set (editor, changed);
  if (gates != NULL)
    _commons_arrange_follow_border (editor, gates, before, spot->id);
}

/* Gates of circles that grew follow these; the others go with theirs. */
void
_commons_tables_room_write (TablesRoom    *self,
                            CommonsEditor *editor)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      TablesSpot *spot = g_ptr_array_index (self->spots, i);
      gboolean follows = spot->place.gate && spot->parent->resized;

      if (spot->id != NULL && (spot->moved || spot->resized) && !follows)
        write_spot (spot, editor);
    }
}

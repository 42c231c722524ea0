/* commons-tables-land.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where what a table brings comes to lie: in the circle or zone it lay in,
 * beside what is there; else, as it lay, in a zone of the table.
 */

#define G_LOG_DOMAIN "commons-tables"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-capture-private.h"
#include "commons-gate.h"
#include "commons-refile-private.h"
#include "commons-tables-private.h"
#include "commons-tables-room.h"
#include "commons-work-table.h"

/* What a gate becomes off its border. */
#define CARD_WIDTH  204
#define CARD_HEIGHT 62

/* The zone of a table: how far from everything else, what is around its
 * content, and the gaps in it. */
#define ZONE_AWAY   120
#define ZONE_MARGIN 24
#define ZONE_NAME   48
#define GAP         12

/* A unit and where it stands. */
typedef struct
{
  ArrangeUnit *unit;
  TablesSpot  *spot;
} Landed;

typedef struct
{
  CommonsTables *self;
  TablesEntry   *entry;
  GHashTable    *parents; /* id → what it lies in, of the table's board */
  GHashTable    *units;   /* id of what goes alone → ArrangeUnit */
  GHashTable    *homes;   /* id of a container of the plan → GPtrArray of units */
  GPtrArray     *order;   /* those ids, as they were found */
  GPtrArray     *loose;   /* units that lie in nothing common */
  GPtrArray     *gates;   /* nodes */
  TablesRoom    *room;
  GArray        *landed;  /* Landed */
} Landing;

static gboolean
is_common (Landing       *landing,
           CommonsRecord *node)
{
  return g_hash_table_contains (landing->entry->common, commons_record_get_id (node));
}

static CommonsRecord *
get_parent (Landing       *landing,
            CommonsRecord *node)
{
  return g_hash_table_lookup (landing->parents, commons_record_get_id (node));
}

static void
note_parents (Landing *landing)
{
  CommonsBoard *board = landing->entry->board;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      const char *id = commons_record_get_id (commons_board_get_node (board, i));

      g_hash_table_insert (landing->parents, (gpointer) id, commons_board_get_parent (board, id));
    }
}

/* What a node goes along with: the outermost thing around it below what is
 * common, or itself. */
static CommonsRecord *
find_root (Landing       *landing,
           CommonsRecord *node)
{
  for (CommonsRecord *parent = get_parent (landing, node); parent != NULL && !is_common (landing, parent);
       parent = get_parent (landing, node))
    node = parent;

  return node;
}

static ArrangeUnit *
take_unit (Landing       *landing,
           CommonsRecord *root)
{
  ArrangeUnit *unit = g_hash_table_lookup (landing->units, commons_record_get_id (root));

  if (unit != NULL)
    return unit;

  unit = g_new0 (ArrangeUnit, 1);
  unit->node = commons_record_ref (root);
  unit->bounds = unit->extent = *commons_record_get_bounds (root);
  unit->others = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (landing->units, (gpointer) commons_record_get_id (root), unit);

  return unit;
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

/* What is docked beside a card of the same home goes along with it. */
static void
take_docked (Landing       *landing,
             CommonsRecord *host,
             GHashTable    *docked)
{
  CommonsBoard *board = landing->entry->board;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) set = NULL;
  GHashTableIter iter;
  const char *id;

  g_ptr_array_add (ids, (gpointer) commons_record_get_id (host));
  set = commons_arrange_gather (board, ids);
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      CommonsRecord *other = commons_board_lookup_node (board, id);

      if (other != host && !commons_record_is_group (other) && get_parent (landing, other) == get_parent (landing, host) &&
          !g_hash_table_contains (docked, id))
        g_hash_table_insert (docked, (gpointer) commons_record_get_id (other), host);
    }
}

static GHashTable *
list_docked (Landing *landing)
{
  CommonsBoard *board = landing->entry->board;
  GHashTable *docked = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) hosts = NULL;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (!is_common (landing, node) && !commons_record_is_group (node) && find_root (landing, node) == node)
        g_ptr_array_add (nodes, node);
    }

  hosts = _commons_refile_list_hosts (landing->self->catalogue, nodes);
  for (guint i = 0; i < hosts->len; i++)
    {
      CommonsRecord *host = g_ptr_array_index (hosts, i);

      if (!g_hash_table_contains (docked, commons_record_get_id (host)))
        take_docked (landing, host, docked);
    }
  /* One that others went along with before goes along with nothing. */
  for (guint i = 0; i < hosts->len; i++)
    {
      GHashTableIter iter;
      gpointer host;

      g_hash_table_iter_init (&iter, docked);
      while (g_hash_table_iter_next (&iter, NULL, &host))
        {
          if (host == g_ptr_array_index (hosts, i))
            {
              g_hash_table_remove (docked, commons_record_get_id (host));
              break;
            }
        }
    }

  return docked;
}

static void
note_home (Landing     *landing,
           ArrangeUnit *unit)
{
  CommonsRecord *parent = get_parent (landing, unit->node);
  const char *home = parent ? g_hash_table_lookup (landing->entry->ids, commons_record_get_id (parent)) : NULL;
  GPtrArray *units;

  if (home == NULL)
    {
      g_ptr_array_add (landing->loose, unit);
      return;
    }

  units = g_hash_table_lookup (landing->homes, home);
  if (units == NULL)
    {
      units = g_ptr_array_new ();
      g_hash_table_insert (landing->homes, (gpointer) home, units);
      g_ptr_array_add (landing->order, (gpointer) home);
    }
  g_ptr_array_add (units, unit);
}

/* A gate of a circle that is there already. */
static gboolean
is_common_gate (Landing       *landing,
                CommonsRecord *node)
{
  CommonsGate gate;

  return commons_gate_find (landing->entry->board, node, &gate) && is_common (landing, gate.circle);
}

static void
sort_out (Landing *landing)
{
  CommonsBoard *board = landing->entry->board;
  g_autoptr (GHashTable) docked = list_docked (landing);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      CommonsRecord *host = g_hash_table_lookup (docked, commons_record_get_id (node));
      CommonsRecord *root = host ? host : find_root (landing, node);
      ArrangeUnit *unit;

      if (is_common (landing, node))
        continue;

      if (root == node && is_common_gate (landing, node))
        {
          g_ptr_array_add (landing->gates, node);
          continue;
        }

      unit = take_unit (landing, root);
      g_ptr_array_add (unit->others, g_strdup (commons_record_get_id (node)));
      if (host != NULL)
        extend (&unit->extent, commons_record_get_bounds (node));
      if (root == node)
        note_home (landing, unit);
    }
}

CommonsRecord *
_commons_tables_copy (TablesEntry       *entry,
                      CommonsRecord     *node,
                      const CommonsRect *bounds)
{
  const char *id = g_hash_table_lookup (entry->ids, commons_record_get_id (node));
  g_autoptr (CommonsRecord) renamed = commons_record_with_id (node, id);
  g_autoptr (CommonsRecord) placed = commons_record_with_bounds (renamed, bounds);
  g_autoptr (CommonsRecord) filled = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  JsonNode *commons = json_object_get_member (commons_record_get_object (node), "commons");
  JsonNode *fields = commons != NULL && JSON_NODE_HOLDS_OBJECT (commons)
                       ? json_object_get_member (json_node_get_object (commons), "fields") : NULL;

  filled = fields != NULL ? commons_record_with (placed, "commons/fields", _commons_arrange_replace_ids (fields, entry->ids))
                          : commons_record_ref (placed);

  commons_work_table_get_names (node, names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_hash_table_lookup (entry->names, g_ptr_array_index (names, i));

      if (name != NULL)
        names->pdata[i] = (gpointer) name;
    }
  if (names->len == 0)
    g_ptr_array_add (names, entry->name);

  return commons_record_with_work_tables (filled, names);
}

static void
add_node (Landing       *landing,
          CommonsRecord *node,
          int            dx,
          int            dy)
{
  CommonsRect bounds = *commons_record_get_bounds (node);
  g_autoptr (CommonsRecord) copy = NULL;

  bounds.x += dx;
  bounds.y += dy;
  copy = _commons_tables_copy (landing->entry, node, &bounds);
  commons_editor_add (landing->self->editor, copy);
}

static void
add_unit (Landing           *landing,
          const ArrangeUnit *unit,
          int                x,
          int                y)
{
  for (guint i = 0; i < unit->others->len; i++)
    add_node (landing, commons_board_lookup_node (landing->entry->board, g_ptr_array_index (unit->others, i)),
              x - unit->extent.x, y - unit->extent.y);
}

/* What has a place gives way with all the others while room is made. */
static void
note_spot (Landing           *landing,
           ArrangeUnit       *unit,
           TablesSpot        *parent,
           const CommonsRect *cell)
{
  const Landed landed = { unit, _commons_tables_room_add (landing->room, parent, cell) };

  g_array_append_val (landing->landed, landed);
}

/* Inner ones first: what they grow by is no matter of those around them. */
static int
compare_homes (gconstpointer a,
               gconstpointer b,
               gpointer      plan)
{
  const CommonsRect *first = commons_record_get_bounds (commons_board_lookup_node (plan, *(const char *const *) a));
  const CommonsRect *second = commons_record_get_bounds (commons_board_lookup_node (plan, *(const char *const *) b));
  gint64 first_area = (gint64) first->width * first->height, second_area = (gint64) second->width * second->height;

  return first_area < second_area ? -1 : first_area > second_area;
}

static gboolean
land_in (Landing    *landing,
         const char *home)
{
  TablesSpot *spot = g_hash_table_lookup (landing->room->by_id, home);
  GPtrArray *units = g_hash_table_lookup (landing->homes, home);
  g_autoptr (GArray) obstacles = _commons_tables_room_list_obstacles (landing->room, spot);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (CommonsRect));
  CommonsRect area;

  _commons_arrange_sort_reading (units);
  if (!_commons_arrange_find_cells (&spot->place.bounds, spot->place.disc, _commons_tables_room_may_grow (spot),
                                    obstacles, units, &area, cells))
    return FALSE;

  _commons_tables_room_grow (landing->room, spot, &area);
  for (guint i = 0; i < units->len; i++)
    note_spot (landing, g_ptr_array_index (units, i), spot, &g_array_index (cells, CommonsRect, i));

  return TRUE;
}

/* What finds no room where it lay is not lost: it goes to the zone. */
static void
land_at_home (Landing *landing)
{
  g_ptr_array_sort_with_data (landing->order, compare_homes, landing->self->plan);
  for (guint i = 0; i < landing->order->len; i++)
    {
      const char *home = g_ptr_array_index (landing->order, i);
      GPtrArray *units = g_hash_table_lookup (landing->homes, home);

      if (land_in (landing, home))
        continue;

      for (guint j = 0; j < units->len; j++)
        g_ptr_array_add (landing->loose, g_ptr_array_index (units, j));
    }
}

/* Once all that comes has its place. */
static void
add_landed (Landing *landing)
{
  for (guint i = 0; i < landing->landed->len; i++)
    {
      const Landed *landed = &g_array_index (landing->landed, Landed, i);

      add_unit (landing, landed->unit, landed->spot->place.bounds.x, landed->spot->place.bounds.y);
    }
}

static void
measure (GPtrArray   *units,
         CommonsRect *area)
{
  *area = ((ArrangeUnit *) g_ptr_array_index (units, 0))->extent;
  for (guint i = 1; i < units->len; i++)
    extend (area, &((ArrangeUnit *) g_ptr_array_index (units, i))->extent);
}

/* Rows about as wide as all of them are high. */
static void
lay_in_rows (GPtrArray   *units,
             GArray      *cells,
             CommonsRect *area)
{
  double total = 0;
  int widest = 0, x = 0, y = 0, height = 0;

  *area = (CommonsRect) { 0, 0, 0, 0 };
  for (guint i = 0; i < units->len; i++)
    {
      const CommonsRect *extent = &((ArrangeUnit *) g_ptr_array_index (units, i))->extent;

      total += ((double) extent->width + GAP) * ((double) extent->height + GAP);
      widest = MAX (widest, extent->width);
    }
  widest = MAX (widest, (int) MIN (sqrt (total) * 1.3, COMMONS_COORD_MAX));

  for (guint i = 0; i < units->len; i++)
    {
      const CommonsRect *extent = &((ArrangeUnit *) g_ptr_array_index (units, i))->extent;
      CommonsRect cell;

      if (x > 0 && x + extent->width > widest)
        {
          x = 0;
          y += height + GAP;
          height = 0;
        }
      cell = (CommonsRect) { x, y, extent->width, extent->height };
      g_array_append_val (cells, cell);
      area->width = MAX (area->width, x + extent->width);
      area->height = MAX (area->height, y + extent->height);
      height = MAX (height, extent->height);
      x += extent->width + GAP;
    }
}

/* A board that has nothing in common is left as it was laid out. */
static void
lay_out (Landing     *landing,
         GArray      *cells,
         CommonsRect *area)
{
  GPtrArray *units = landing->loose;

  _commons_arrange_sort_reading (units);
  if (g_hash_table_size (landing->entry->common) > 0)
    {
      lay_in_rows (units, cells, area);
      return;
    }

  measure (units, area);
  for (guint i = 0; i < units->len; i++)
    g_array_append_val (cells, ((ArrangeUnit *) g_ptr_array_index (units, i))->extent);
}

/* To the right of everything, at its top. */
static CommonsRect
add_zone (Landing           *landing,
          const CommonsRect *area,
          const CommonsRect *all)
{
  CommonsRect bounds = {
    all->x + all->width + ZONE_AWAY, all->y,
    area->width + 2 * ZONE_MARGIN, area->height + ZONE_NAME + ZONE_MARGIN,
  };
  g_autoptr (CommonsRecord) zone = commons_record_new_card ("zone", TRUE, &bounds, landing->entry->name);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (CommonsRecord) named = NULL;

  g_ptr_array_add (names, landing->entry->name);
  named = commons_record_with_work_tables (zone, names);
  commons_editor_add (landing->self->editor, named);

  return *commons_record_get_bounds (named);
}

static void
land_loose (Landing *landing)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (CommonsRect));
  CommonsRect area, all;
  int dx = 0, dy = 0;

  if (landing->loose->len == 0)
    return;

  lay_out (landing, cells, &area);
  /* The first board that comes to an empty one is its ground. */
  if (commons_board_get_extents (landing->self->plan, &all))
    {
      CommonsRect zone = add_zone (landing, &area, &all);

      dx = zone.x + ZONE_MARGIN - area.x;
      dy = zone.y + ZONE_NAME - area.y;
    }

  for (guint i = 0; i < landing->loose->len; i++)
    {
      const CommonsRect *cell = &g_array_index (cells, CommonsRect, i);

      add_unit (landing, g_ptr_array_index (landing->loose, i), cell->x + dx, cell->y + dy);
    }
}

static gboolean
hides_card (CommonsBoard      *board,
            const CommonsRect *place)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      const CommonsRect *bounds = commons_record_get_bounds (node);

      if (!commons_record_is_group (node) &&
          place->x < bounds->x + bounds->width && bounds->x < place->x + place->width &&
          place->y < bounds->y + bounds->height && bounds->y < place->y + place->height)
        return TRUE;
    }

  return FALSE;
}

/* On the border of its circle; in the circle, as a card, when that is full. */
static void
land_gate (Landing       *landing,
           CommonsRecord *node)
{
  CommonsBoard *plan = landing->self->plan;
  g_autoptr (GHashTable) skip = g_hash_table_new (g_str_hash, g_str_equal);
  CommonsRecord *circle;
  const char *home;
  CommonsRect place, near;
  CommonsGate gate;
  g_autoptr (CommonsRecord) copy = NULL;

  commons_gate_find (landing->entry->board, node, &gate);
  home = g_hash_table_lookup (landing->entry->ids, commons_record_get_id (gate.circle));
  circle = commons_board_lookup_node (plan, home);
  near = *commons_record_get_bounds (circle);

  _commons_capture_find_gate (plan, circle, node, &place);
  if (hides_card (plan, &place))
    {
      place = (CommonsRect) { near.x, near.y, CARD_WIDTH, CARD_HEIGHT };
      if (!_commons_refile_make_place (landing->self->editor, home, skip, &near, &place))
        _commons_refile_make_place (landing->self->editor, NULL, skip, &near, &place);
    }

  copy = _commons_tables_copy (landing->entry, node, &place);
  commons_editor_add (landing->self->editor, copy);
}

void
_commons_tables_land (CommonsTables *self,
                      TablesEntry   *entry)
{
  g_autoptr (GHashTable) parents = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, _commons_arrange_free_unit);
  g_autoptr (GHashTable) homes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GPtrArray) loose = g_ptr_array_new ();
  g_autoptr (GPtrArray) gates = g_ptr_array_new ();
  g_autoptr (TablesRoom) room = _commons_tables_room_new (self->plan);
  g_autoptr (GArray) landed = g_array_new (FALSE, FALSE, sizeof (Landed));
  Landing landing = { self, entry, parents, units, homes, order, loose, gates, room, landed };

  note_parents (&landing);
  sort_out (&landing);
  land_at_home (&landing);
  _commons_tables_room_write (room, self->editor);
  add_landed (&landing);
  land_loose (&landing);
  for (guint i = 0; i < gates->len; i++)
    land_gate (&landing, g_ptr_array_index (gates, i));
}

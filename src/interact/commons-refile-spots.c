/* commons-refile-spots.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What contains a node, and what that becomes by a move.
 */

#define G_LOG_DOMAIN "commons-refile"

#include "config.h"

#include "commons-gate.h"
#include "commons-place.h"
#include "commons-refile-private.h"

/* Looking for a border under and a neighbour beside each of very many cards
 * takes too long while they are dragged; letting go finds them all the same. */
#define MAX_SOUGHT 32

/* A container with the place it has, or would have. */
typedef struct
{
  CommonsRecord *record;
  CommonsRect    bounds;
  gboolean       disc;
} Frame;

/* What contains a node. */
typedef struct
{
  CommonsRecord         *container;
  CommonsRecord         *home;
  const CommonsLinkType *type;
  CommonsRecord         *host;
} Spot;

static gint64
get_area (const CommonsRect *bounds)
{
  return (gint64) bounds->width * bounds->height;
}

static int
compare_frames (gconstpointer a,
                gconstpointer b)
{
  gint64 first = get_area (&((const Frame *) a)->bounds);
  gint64 second = get_area (&((const Frame *) b)->bounds);

  return first < second ? -1 : first > second;
}

static CommonsRect
shift (const CommonsRect *bounds,
       int                dx,
       int                dy)
{
  return (CommonsRect) { bounds->x + dx, bounds->y + dy, bounds->width, bounds->height };
}

/* The groups among @nodes, the smallest first, those of @moved shifted. */
static GArray *
list_frames (GPtrArray  *nodes,
             GHashTable *moved,
             int         dx,
             int         dy)
{
  GArray *frames = g_array_new (FALSE, FALSE, sizeof (Frame));

  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, i);
      gboolean moves = moved != NULL && g_hash_table_contains (moved, commons_record_get_id (node));
      const CommonsRect *bounds = commons_record_get_bounds (node);
      const Frame frame = { node, moves ? shift (bounds, dx, dy) : *bounds, commons_place_is_disc (node) };

      if (commons_record_is_group (node))
        g_array_append_val (frames, frame);
    }

  g_array_sort (frames, compare_frames);
  return frames;
}

static gboolean
frame_contains (const Frame       *frame,
                CommonsRecord     *node,
                const CommonsRect *bounds)
{
  if (g_str_equal (commons_record_get_id (frame->record), commons_record_get_id (node)))
    return FALSE;
  if (commons_record_is_group (node) && get_area (bounds) >= get_area (&frame->bounds))
    return FALSE;

  return commons_place_contains (&frame->bounds, frame->disc, bounds);
}

static void
find_spot (CommonsRefile     *self,
           GArray            *frames,
           CommonsRecord     *node,
           const CommonsRect *bounds,
           Spot              *spot)
{
  *spot = (Spot) { NULL, NULL, NULL, NULL };

  for (guint i = 0; i < frames->len && spot->type == NULL; i++)
    {
      const Frame *frame = &g_array_index (frames, Frame, i);

      if (!frame_contains (frame, node, bounds))
        continue;

      if (spot->container == NULL)
        spot->container = frame->record;
      spot->type = commons_place_find_link (self->catalogue, commons_record_get_kind (node),
                                            commons_record_get_kind (frame->record));
      if (spot->type != NULL)
        spot->home = frame->record;
    }
}

static CommonsRecord *
ref_or_null (CommonsRecord *record)
{
  return record ? commons_record_ref (record) : NULL;
}

static void
add_move (CommonsRefile *self,
          CommonsRecord *node,
          const Spot    *before,
          const Spot    *after)
{
  const CommonsRefileMove move = {
    commons_record_ref (node),
    ref_or_null (before->container),
    ref_or_null (after->container),
    ref_or_null (before->home),
    ref_or_null (after->home),
    before->type,
    after->type,
    ref_or_null (before->host),
    ref_or_null (after->host),
  };

  g_array_append_val (self->moves, move);
}

/* A rule let go on a border will stand on it as a gate. */
static void
find_gate_spot (CommonsRefile     *self,
                GHashTable        *moved,
                CommonsRecord     *node,
                const CommonsRect *bounds,
                Spot              *spot)
{
  CommonsRecord *circle;
  const CommonsLinkType *type;

  if (!commons_gate_may_be (node))
    return;

  circle = commons_gate_find_border (self->board, bounds->x + bounds->width / 2.0, bounds->y + bounds->height / 2.0,
                                     COMMONS_GATE_REACH, NULL);
  if (circle == NULL || g_hash_table_contains (moved, commons_record_get_id (circle)))
    return;

  type = commons_place_find_link (self->catalogue, commons_record_get_kind (node), commons_record_get_kind (circle));
  if (type != NULL)
    *spot = (Spot) { circle, circle, type, spot->host };
}

static void
note_change (CommonsRefile *self,
             CommonsRecord *node,
             const Spot    *was,
             const Spot    *is)
{
  if (!_commons_refile_is_same (was->container, is->container) || !_commons_refile_is_same (was->home, is->home) || !_commons_refile_is_same (was->host, is->host))
    add_move (self, node, was, is);
}

/* What stays where it is, and is docked where it was. */
static void
consider_still (CommonsRefile *self,
                GArray        *before,
                GArray        *after,
                CommonsRecord *node)
{
  Spot was, is;

  find_spot (self, before, node, commons_record_get_bounds (node), &was);
  find_spot (self, after, node, commons_record_get_bounds (node), &is);
  note_change (self, node, &was, &is);
}

/* What would move. */
static void
consider_moving (CommonsRefile *self,
                 GArray        *before,
                 GArray        *after,
                 GHashTable    *moved,
                 int            dx,
                 int            dy,
                 CommonsRecord *node)
{
  const CommonsRect bounds = shift (commons_record_get_bounds (node), dx, dy);
  Spot was, is;

  find_spot (self, before, node, commons_record_get_bounds (node), &was);
  find_spot (self, after, node, &bounds, &is);
  if (g_hash_table_size (moved) <= MAX_SOUGHT)
    {
      find_gate_spot (self, moved, node, &bounds, &is);
      was.host = _commons_refile_find_host (self->catalogue, self->hosts, NULL, 0, 0, node,
                                            commons_record_get_bounds (node));
      is.host = _commons_refile_find_host (self->catalogue, self->hosts, moved, dx, dy, node, &bounds);
    }

  note_change (self, node, &was, &is);
}

/* What changed; @old is %NULL for what is new. */
static void
consider_changed (CommonsRefile *self,
                  GArray        *before,
                  GArray        *after,
                  GPtrArray     *hosts,
                  CommonsRecord *old,
                  CommonsRecord *node)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);
  Spot was = { NULL, NULL, NULL, NULL }, is;

  if (old != NULL)
    {
      find_spot (self, before, old, commons_record_get_bounds (old), &was);
      was.host = _commons_refile_find_host (self->catalogue, self->hosts, NULL, 0, 0, old,
                                            commons_record_get_bounds (old));
    }

  find_spot (self, after, node, bounds, &is);
  is.host = _commons_refile_find_host (self->catalogue, hosts, NULL, 0, 0, node, bounds);
  if (!self->docks && !_commons_refile_is_same (was.host, is.host))
    is.host = NULL;

  note_change (self, node, &was, &is);
}

/* The frames of @frames whose ids are in @ids. */
static GArray *
filter_frames (GArray     *frames,
               GHashTable *ids)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Frame));

  for (guint i = 0; i < frames->len; i++)
    {
      const Frame *frame = &g_array_index (frames, Frame, i);

      if (g_hash_table_contains (ids, commons_record_get_id (frame->record)))
        g_array_append_val (found, *frame);
    }

  return found;
}

static gboolean
any_contains (GArray        *frames,
              CommonsRecord *node)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);

  for (guint i = 0; i < frames->len; i++)
    {
      if (frame_contains (&g_array_index (frames, Frame, i), node, bounds))
        return TRUE;
    }

  return FALSE;
}

/* What stays where it is changes its container only where a container
 * changed: it was in one of @left or is in one of @entered. */
static void
consider_rest (CommonsRefile *self,
               GArray        *before,
               GArray        *after,
               GArray        *left,
               GArray        *entered,
               GHashTable    *changed)
{
  for (guint i = 0; i < self->nodes->len && left->len + entered->len > 0; i++)
    {
      CommonsRecord *node = g_ptr_array_index (self->nodes, i);

      if ((any_contains (left, node) || any_contains (entered, node)) &&
          !g_hash_table_contains (changed, commons_record_get_id (node)) &&
          commons_board_lookup_node (self->board, commons_record_get_id (node)) == node)
        consider_still (self, before, after, node);
    }
}

void
commons_refile_preview (CommonsRefile *self,
                        GHashTable    *ids,
                        int            dx,
                        int            dy)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) entered = NULL;
  GHashTableIter iter;
  const char *id;

  g_return_if_fail (self != NULL);
  g_return_if_fail (ids != NULL);

  g_array_set_size (self->moves, 0);
  before = list_frames (self->groups, NULL, 0, 0);
  after = list_frames (self->groups, ids, dx, dy);

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      CommonsRecord *node = commons_board_lookup_node (self->board, id);

      if (node != NULL)
        consider_moving (self, before, after, ids, dx, dy, node);
    }

  left = filter_frames (before, ids);
  entered = filter_frames (after, ids);
  consider_rest (self, before, after, left, entered, ids);
}

/* The ids of the nodes that came, went, or are not where or what they were. */
static GHashTable *
list_changed (CommonsRefile *self,
              GHashTable    *index)
{
  GHashTable *changed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < commons_board_get_n_nodes (self->board); i++)
    {
      CommonsRecord *node = commons_board_get_node (self->board, i);

      if (g_hash_table_lookup (index, commons_record_get_id (node)) != node)
        g_hash_table_add (changed, (gpointer) commons_record_get_id (node));
    }

  for (guint i = 0; i < self->groups->len; i++)
    {
      const char *id = commons_record_get_id (g_ptr_array_index (self->groups, i));

      if (commons_board_lookup_node (self->board, id) == NULL)
        g_hash_table_add (changed, (gpointer) id);
    }

  return changed;
}

static GPtrArray *
list_board_nodes (CommonsBoard *board)
{
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_ptr_array_add (nodes, commons_board_get_node (board, i));

  return nodes;
}

void
commons_refile_compare (CommonsRefile *self)
{
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GHashTable) changed = NULL;
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GPtrArray) hosts = NULL;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) entered = NULL;

  g_return_if_fail (self != NULL);

  g_array_set_size (self->moves, 0);
  index = _commons_refile_index (self->nodes);
  changed = list_changed (self, index);
  before = list_frames (self->groups, NULL, 0, 0);
  nodes = list_board_nodes (self->board);
  hosts = _commons_refile_list_hosts (self->catalogue, nodes);
  after = list_frames (nodes, NULL, 0, 0);

  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, i);
      const char *id = commons_record_get_id (node);

      if (g_hash_table_contains (changed, id))
        consider_changed (self, before, after, hosts, g_hash_table_lookup (index, id), node);
    }

  left = filter_frames (before, changed);
  entered = filter_frames (after, changed);
  consider_rest (self, before, after, left, entered, changed);
}

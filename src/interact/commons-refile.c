/* commons-refile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything lay, where it lies, and the links that follow.
 */

#define G_LOG_DOMAIN "commons-refile"

#include "config.h"

#include "commons-arrange.h"
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

static gboolean
is_same (CommonsRecord *a,
         CommonsRecord *b)
{
  return a == b || (a != NULL && b != NULL && g_str_equal (commons_record_get_id (a), commons_record_get_id (b)));
}

static CommonsRecord *
ref_or_null (CommonsRecord *record)
{
  return record ? commons_record_ref (record) : NULL;
}

static void
clear_move (gpointer data)
{
  CommonsRefileMove *move = data;

  g_clear_pointer (&move->node, commons_record_unref);
  g_clear_pointer (&move->from, commons_record_unref);
  g_clear_pointer (&move->to, commons_record_unref);
  g_clear_pointer (&move->old_home, commons_record_unref);
  g_clear_pointer (&move->home, commons_record_unref);
  g_clear_pointer (&move->old_host, commons_record_unref);
  g_clear_pointer (&move->host, commons_record_unref);
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
  if (!is_same (was->container, is->container) || !is_same (was->home, is->home) || !is_same (was->host, is->host))
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
  if (!self->docks && !is_same (was.host, is.host))
    is.host = NULL;

  note_change (self, node, &was, &is);
}

CommonsRefile *
commons_refile_new (CommonsBoard     *board,
                    CommonsCatalogue *catalogue)
{
  CommonsRefile *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_new0 (CommonsRefile, 1);
  self->board = g_object_ref (board);
  self->catalogue = g_object_ref (catalogue);
  self->nodes = g_ptr_array_new_full (commons_board_get_n_nodes (board), (GDestroyNotify) commons_record_unref);
  self->groups = g_ptr_array_new ();
  self->moves = g_array_new (FALSE, FALSE, sizeof (CommonsRefileMove));
  g_array_set_clear_func (self->moves, clear_move);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      g_ptr_array_add (self->nodes, commons_record_ref (node));
      if (commons_record_is_group (node))
        g_ptr_array_add (self->groups, node);
    }
  self->hosts = _commons_refile_list_hosts (catalogue, self->nodes);

  return self;
}

void
commons_refile_free (CommonsRefile *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->board);
  g_object_unref (self->catalogue);
  g_ptr_array_unref (self->hosts);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->nodes);
  g_array_unref (self->moves);
  g_free (self);
}

GArray *
commons_refile_get_moves (CommonsRefile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->moves;
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

static GHashTable *
index_nodes (GPtrArray *nodes)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, i);

      g_hash_table_insert (index, (gpointer) commons_record_get_id (node), node);
    }

  return index;
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
  index = index_nodes (self->nodes);
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

CommonsRecord *
commons_refile_get_target (CommonsRefile *self)
{
  CommonsRecord *target = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->moves->len; i++)
    {
      const CommonsRefileMove *move = &g_array_index (self->moves, CommonsRefileMove, i);

      if (is_same (move->from, move->to))
        continue;
      if (move->to == NULL || (target != NULL && !is_same (target, move->to)))
        return NULL;
      target = move->to;
    }

  return target;
}

/* The container an edge of a node says by place, %NULL when it says none. */
static const char *
get_place_end (CommonsRefile *self,
               CommonsRecord *edge,
               const char    *id)
{
  const CommonsLinkType *type = commons_catalogue_get_link (self->catalogue, commons_record_get_link (edge));
  gboolean leaves = g_str_equal (commons_record_get_from (edge), id);

  if (type == NULL || type->inside == COMMONS_INSIDE_NONE)
    return NULL;

  if (leaves)
    return type->inside == COMMONS_INSIDE_FROM ? commons_record_get_to (edge) : NULL;

  return type->inside == COMMONS_INSIDE_TO ? commons_record_get_from (edge) : NULL;
}

/* Whether a move takes the node out of a container it was shown in. */
static gboolean
has_left (CommonsRefile           *self,
          GHashTable              *index,
          const CommonsRefileMove *move,
          const char              *container)
{
  const char *id = commons_record_get_id (move->node);
  CommonsRecord *old_node = g_hash_table_lookup (index, id);
  CommonsRecord *old_container = g_hash_table_lookup (index, container);
  CommonsRecord *new_container = commons_board_lookup_node (self->board, container);

  if (move->home != NULL && g_str_equal (commons_record_get_id (move->home), container))
    return FALSE;
  if (move->old_home != NULL && g_str_equal (commons_record_get_id (move->old_home), container))
    return TRUE;

  return old_node != NULL && old_container != NULL && new_container != NULL &&
         commons_board_contains (old_container, old_node) && !commons_board_contains (new_container, move->node);
}

static gboolean
remove_left (CommonsRefile           *self,
             CommonsEditor           *editor,
             GHashTable              *index,
             const CommonsRefileMove *move)
{
  const char *id = commons_record_get_id (move->node);
  GPtrArray *edges = commons_board_get_links (self->board, id);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (edges, i);
      const char *container = get_place_end (self, edge, id);

      if (container != NULL && has_left (self, index, move, container))
        g_ptr_array_add (gone, g_strdup (commons_record_get_id (edge)));
    }

  for (guint i = 0; i < gone->len; i++)
    commons_editor_remove (editor, g_ptr_array_index (gone, i));

  return gone->len > 0;
}

static gboolean
add_entered (CommonsEditor           *editor,
             const CommonsRefileMove *move)
{
  const char *id = commons_record_get_id (move->node);
  const char *home = move->home ? commons_record_get_id (move->home) : NULL;
  g_autofree char *edge = NULL;

  if (home == NULL)
    return FALSE;

  /* The label is not used: the transaction has one. */
  if (move->type->inside == COMMONS_INSIDE_FROM)
    edge = commons_arrange_connect (editor, move->type->id, id, home, "");
  else
    edge = commons_arrange_connect (editor, move->type->id, home, id, "");

  return edge != NULL;
}

gboolean
commons_refile_apply (CommonsRefile *self,
                      CommonsEditor *editor)
{
  g_autoptr (GHashTable) index = NULL;
  gboolean did = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (COMMONS_IS_EDITOR (editor) && commons_editor_is_busy (editor), FALSE);

  commons_refile_compare (self);
  index = index_nodes (self->nodes);

  for (guint i = 0; i < self->moves->len; i++)
    {
      const CommonsRefileMove *move = &g_array_index (self->moves, CommonsRefileMove, i);

      if (!is_same (move->old_host, move->host))
        did |= _commons_refile_apply_dock (self, editor, move);
      if (is_same (move->old_home, move->home))
        continue;

      did |= remove_left (self, editor, index, move);
      did |= add_entered (editor, move);
    }

  _commons_refile_unfold (self, editor);

  return did;
}

/* commons-refile-dock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards that stand by another one: what a motivation laid beside a community
 * says.
 */

#define G_LOG_DOMAIN "commons-refile"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-place.h"
#include "commons-refile-private.h"

/* How much a kind belongs to another: its place in the list, 0 the most. */
static guint
get_rank (const CommonsKind *kind,
          CommonsRecord     *host)
{
  const char *host_kind = commons_record_get_kind (host);
  guint rank = 0;

  while (host_kind != NULL && kind->docks[rank] != NULL && !g_str_equal (kind->docks[rank], host_kind))
    rank++;

  return host_kind == NULL || kind->docks[rank] == NULL ? G_MAXUINT : rank;
}

static int
get_distance (const CommonsRect *a,
              const CommonsRect *b)
{
  return ABS (2 * a->x + a->width - 2 * b->x - b->width) + ABS (2 * a->y + a->height - 2 * b->y - b->height);
}

GPtrArray *
_commons_refile_list_hosts (CommonsCatalogue *catalogue,
                            GPtrArray        *nodes)
{
  GPtrArray *hosts = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, i);
      const CommonsKind *kind = commons_catalogue_get_kind (catalogue, commons_record_get_kind (node));

      if (kind != NULL && kind->hosts)
        g_ptr_array_add (hosts, node);
    }

  return hosts;
}

/* Cheap, since it is asked of every host. */
static gboolean
is_far (const CommonsRect *a,
        const CommonsRect *b)
{
  return a->x > b->x + b->width + COMMONS_DOCK_REACH || b->x > a->x + a->width + COMMONS_DOCK_REACH ||
         a->y > b->y + b->height + COMMONS_DOCK_REACH || b->y > a->y + a->height + COMMONS_DOCK_REACH;
}

CommonsRecord *
_commons_refile_find_host (CommonsCatalogue  *catalogue,
                           GPtrArray         *hosts,
                           GHashTable        *moved,
                           int                dx,
                           int                dy,
                           CommonsRecord     *node,
                           const CommonsRect *bounds)
{
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, commons_record_get_kind (node));
  CommonsRecord *best = NULL;
  guint best_rank = G_MAXUINT;
  int best_distance = G_MAXINT;

  for (guint i = 0; kind != NULL && kind->docks[0] != NULL && i < hosts->len; i++)
    {
      CommonsRecord *host = g_ptr_array_index (hosts, i);
      CommonsRect other = *commons_record_get_bounds (host);
      guint rank;
      int distance;

      if (moved != NULL && g_hash_table_contains (moved, commons_record_get_id (host)))
        other = (CommonsRect) { other.x + dx, other.y + dy, other.width, other.height };
      if (is_far (bounds, &other) || !commons_place_is_docked (bounds, &other))
        continue;

      /* Few are that near: what costs more is asked last. */
      rank = get_rank (kind, host);
      if (rank > best_rank || rank == G_MAXUINT ||
          g_str_equal (commons_record_get_id (host), commons_record_get_id (node)))
        continue;

      distance = get_distance (bounds, &other);
      if (rank < best_rank || distance < best_distance)
        {
          best = host;
          best_rank = rank;
          best_distance = distance;
        }
    }

  return best;
}

static GPtrArray *
list_nodes (CommonsBoard *board)
{
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_ptr_array_add (nodes, commons_board_get_node (board, i));

  return nodes;
}

static gboolean
may_dock (CommonsCatalogue *catalogue,
          CommonsRecord    *node)
{
  const CommonsKind *kind = node ? commons_catalogue_get_kind (catalogue, commons_record_get_kind (node)) : NULL;

  return kind != NULL && kind->docks[0] != NULL;
}

/* Returns whether it had to move. */
static gboolean
settle_dock (CommonsEditor    *editor,
             CommonsCatalogue *catalogue,
             GHashTable       *ids,
             GPtrArray        *hosts,
             CommonsRecord    *node)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  const CommonsRect *old = commons_record_get_bounds (node);
  CommonsRecord *host = _commons_refile_find_host (catalogue, hosts, NULL, 0, 0, node, old);
  CommonsRect bounds = *old;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GHashTable) set = NULL;

  if (host == NULL || g_hash_table_contains (ids, commons_record_get_id (host)))
    return FALSE;

  commons_place_dock (&bounds, commons_record_get_bounds (host));
  g_ptr_array_add (list, (gpointer) commons_record_get_id (node));
  set = commons_arrange_gather (board, list);

  return commons_arrange_move (editor, set, bounds.x - old->x, bounds.y - old->y, "", NULL);
}

void
_commons_refile_settle_docks (CommonsEditor    *editor,
                              CommonsCatalogue *catalogue,
                              GHashTable       *ids)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autoptr (GPtrArray) hosts = NULL;
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      CommonsRecord *node = commons_board_lookup_node (board, id);

      if (!may_dock (catalogue, node))
        continue;

      if (hosts == NULL)
        {
          g_autoptr (GPtrArray) nodes = list_nodes (board);

          hosts = _commons_refile_list_hosts (catalogue, nodes);
        }

      /* What moved is another record now. */
      if (settle_dock (editor, catalogue, ids, hosts, node))
        g_clear_pointer (&hosts, g_ptr_array_unref);
    }
}

static gboolean
remove_link (CommonsEditor *editor,
             const char    *link,
             const char    *from,
             const char    *to)
{
  GPtrArray *edges = commons_board_get_links (commons_editor_get_board (editor), from);
  g_autofree char *id = NULL;

  for (guint i = 0; edges != NULL && i < edges->len && id == NULL; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (edges, i);

      if (g_strcmp0 (commons_record_get_link (edge), link) == 0 && g_str_equal (commons_record_get_to (edge), to))
        id = g_strdup (commons_record_get_id (edge));
    }

  if (id != NULL)
    commons_editor_remove (editor, id);

  return id != NULL;
}

gboolean
_commons_refile_apply_dock (CommonsRefile           *self,
                            CommonsEditor           *editor,
                            const CommonsRefileMove *move)
{
  const char *id = commons_record_get_id (move->node);
  const char *kind = commons_record_get_kind (move->node);
  const CommonsLinkType *type;
  gboolean did = FALSE;

  if (move->old_host != NULL)
    {
      type = commons_place_find_dock_link (self->catalogue, kind, commons_record_get_kind (move->old_host));
      did = type != NULL && remove_link (editor, type->id, id, commons_record_get_id (move->old_host));
    }

  if (move->host != NULL)
    {
      g_autofree char *edge = NULL;

      type = commons_place_find_dock_link (self->catalogue, kind, commons_record_get_kind (move->host));
      if (type != NULL)
        edge = commons_arrange_connect (editor, type->id, id, commons_record_get_id (move->host), "");
      did = edge != NULL || did;
    }

  return did;
}

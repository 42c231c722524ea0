/* commons-refile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything lay, and the links that follow what lies elsewhere.
 */

#define G_LOG_DOMAIN "commons-refile"

#include "config.h"

#include "commons-arrange.h"
#include "commons-refile-private.h"

gboolean
_commons_refile_is_same (CommonsRecord *a,
                         CommonsRecord *b)
{
  return a == b || (a != NULL && b != NULL && g_str_equal (commons_record_get_id (a), commons_record_get_id (b)));
}

GHashTable *
_commons_refile_index (GPtrArray *nodes)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, i);

      g_hash_table_insert (index, (gpointer) commons_record_get_id (node), node);
    }

  return index;
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

CommonsRecord *
commons_refile_get_target (CommonsRefile *self)
{
  CommonsRecord *target = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->moves->len; i++)
    {
      const CommonsRefileMove *move = &g_array_index (self->moves, CommonsRefileMove, i);

      if (_commons_refile_is_same (move->from, move->to))
        continue;
      if (move->to == NULL || (target != NULL && !_commons_refile_is_same (target, move->to)))
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
  index = _commons_refile_index (self->nodes);

  for (guint i = 0; i < self->moves->len; i++)
    {
      const CommonsRefileMove *move = &g_array_index (self->moves, CommonsRefileMove, i);

      if (!_commons_refile_is_same (move->old_host, move->host))
        did |= _commons_refile_apply_dock (self, editor, move);
      if (_commons_refile_is_same (move->old_home, move->home))
        continue;

      did |= remove_left (self, editor, index, move);
      did |= add_entered (editor, move);
    }

  _commons_refile_unfold (self, editor);

  return did;
}

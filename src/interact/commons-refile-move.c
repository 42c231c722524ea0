/* commons-refile-move.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done to a board so that its links follow.
 */

#define G_LOG_DOMAIN "commons-refile"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-gate.h"
#include "commons-place.h"
#include "commons-refile-private.h"

/* Space around what a new zone is laid around: that of the design. */
#define ZONE_MARGIN 24

/* The name of a zone stands on a line inside its upper edge. */
#define ZONE_NAME 24

static void
make_one_whole (CommonsEditor *editor,
                const char    *id,
                const char    *circle)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRecord *node = commons_board_lookup_node (board, id);
  CommonsGate gate;

  /* A gate stands on the border. */
  if (commons_gate_find (board, node, &gate))
    return;

  _commons_refile_grow_around (editor, circle, commons_record_get_bounds (node), commons_place_is_disc (node));
}

/* What was dropped into a circle lies in it as a whole. */
static void
make_whole (CommonsRefile *refile,
            CommonsEditor *editor,
            GHashTable    *ids)
{
  g_autoptr (GPtrArray) dropped = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) circles = g_ptr_array_new_with_free_func (g_free);

  commons_refile_compare (refile);
  for (guint i = 0; i < refile->moves->len; i++)
    {
      const CommonsRefileMove *move = &g_array_index (refile->moves, CommonsRefileMove, i);
      const char *id = commons_record_get_id (move->node);
      const char *from = move->from ? commons_record_get_id (move->from) : NULL;

      if (move->to == NULL || !commons_place_is_disc (move->to) || !g_hash_table_contains (ids, id) ||
          g_strcmp0 (from, commons_record_get_id (move->to)) == 0)
        continue;

      g_ptr_array_add (dropped, g_strdup (id));
      g_ptr_array_add (circles, g_strdup (commons_record_get_id (move->to)));
    }

  for (guint i = 0; i < dropped->len; i++)
    make_one_whole (editor, g_ptr_array_index (dropped, i), g_ptr_array_index (circles, i));
}

void
_commons_refile_unfold (CommonsRefile *self,
                        CommonsEditor *editor)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->moves->len; i++)
    {
      const CommonsRefileMove *move = &g_array_index (self->moves, CommonsRefileMove, i);

      for (CommonsRecord *group = move->to;
           group != NULL && g_hash_table_add (seen, (gpointer) commons_record_get_id (group));
           group = commons_board_get_parent (self->board, commons_record_get_id (group)))
        g_ptr_array_add (ids, g_strdup (commons_record_get_id (group)));
    }

  commons_arrange_fold (editor, ids, FALSE, "");
}

static void
tell (CommonsRefile  *refile,
      char          **sentence)
{
  if (sentence != NULL)
    *sentence = commons_refile_describe (refile, TRUE);
}

gboolean
commons_refile_move (CommonsEditor     *editor,
                     CommonsCatalogue  *catalogue,
                     GHashTable        *ids,
                     int                dx,
                     int                dy,
                     gboolean           keep_relations,
                     const char        *label,
                     char             **sentence)
{
  g_autoptr (CommonsRefile) refile = NULL;
  gboolean ours, did;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (sentence != NULL)
    *sentence = NULL;

  refile = commons_refile_new (commons_editor_get_board (editor), catalogue);
  ours = _commons_arrange_begin (editor, label, NULL);
  did = commons_arrange_move (editor, ids, dx, dy, label, NULL);

  if (did && !keep_relations)
    {
      refile->docks = TRUE;
      commons_arrange_settle_gates (editor, catalogue, ids);
      _commons_refile_settle_docks (editor, catalogue, ids);
      make_whole (refile, editor, ids);
      commons_refile_apply (refile, editor);
      tell (refile, sentence);
    }
  else if (did)
    {
      commons_refile_compare (refile);
      _commons_refile_unfold (refile, editor);
    }

  return _commons_arrange_end (editor, ours, did);
}

gboolean
commons_refile_nudge (CommonsEditor     *editor,
                      CommonsCatalogue  *catalogue,
                      GHashTable        *ids,
                      int                dx,
                      int                dy,
                      const char        *label,
                      char             **sentence)
{
  g_autoptr (CommonsRefile) refile = NULL;
  g_autofree char *key = NULL;
  gboolean ours, did;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (sentence != NULL)
    *sentence = NULL;

  refile = commons_refile_new (commons_editor_get_board (editor), catalogue);
  refile->docks = TRUE;
  key = _commons_arrange_make_nudge_key (ids);
  ours = _commons_arrange_begin (editor, label, key);
  did = commons_arrange_move (editor, ids, dx, dy, label, NULL);

  if (did)
    {
      commons_refile_apply (refile, editor);
      tell (refile, sentence);
    }

  return _commons_arrange_end (editor, ours, did);
}

gboolean
commons_refile_resize (CommonsEditor      *editor,
                       CommonsCatalogue   *catalogue,
                       const char         *id,
                       const CommonsRect  *bounds,
                       const char         *label,
                       char              **sentence)
{
  g_autoptr (CommonsRefile) refile = NULL;
  gboolean ours, did;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (bounds != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (sentence != NULL)
    *sentence = NULL;

  refile = commons_refile_new (commons_editor_get_board (editor), catalogue);
  ours = _commons_arrange_begin (editor, label, NULL);
  did = commons_arrange_resize (editor, id, bounds, label);

  if (did)
    {
      commons_refile_apply (refile, editor);
      tell (refile, sentence);
    }

  return _commons_arrange_end (editor, ours, did);
}

/* As if what has these ids had not been there yet. */
static void
forget (CommonsRefile *refile,
        GPtrArray     *ids)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));

  for (guint i = refile->groups->len; i > 0; i--)
    {
      if (g_hash_table_contains (set, commons_record_get_id (g_ptr_array_index (refile->groups, i - 1))))
        g_ptr_array_remove_index (refile->groups, i - 1);
    }

  for (guint i = refile->hosts->len; i > 0; i--)
    {
      if (g_hash_table_contains (set, commons_record_get_id (g_ptr_array_index (refile->hosts, i - 1))))
        g_ptr_array_remove_index (refile->hosts, i - 1);
    }

  for (guint i = refile->nodes->len; i > 0; i--)
    {
      if (g_hash_table_contains (set, commons_record_get_id (g_ptr_array_index (refile->nodes, i - 1))))
        g_ptr_array_remove_index_fast (refile->nodes, i - 1);
    }
}

gboolean
commons_refile_settle (CommonsEditor    *editor,
                       CommonsCatalogue *catalogue,
                       GPtrArray        *ids,
                       const char       *label)
{
  g_autoptr (CommonsRefile) refile = NULL;
  g_autoptr (GHashTable) set = NULL;
  gboolean ours, did;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  refile = commons_refile_new (commons_editor_get_board (editor), catalogue);
  forget (refile, ids);
  set = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));

  ours = _commons_arrange_begin (editor, label, NULL);
  did = commons_arrange_settle_gates (editor, catalogue, set);
  did = commons_refile_apply (refile, editor) || did;

  return _commons_arrange_end (editor, ours, did);
}

gboolean
commons_refile_ungroup (CommonsEditor    *editor,
                        CommonsCatalogue *catalogue,
                        GPtrArray        *ids,
                        const char       *label)
{
  g_autoptr (CommonsRefile) refile = NULL;
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  refile = commons_refile_new (board, catalogue);
  ours = _commons_arrange_begin (editor, label, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (ids, i));

      if (node == NULL || !commons_record_is_group (node) || commons_record_is_locked (node))
        continue;

      commons_editor_remove (editor, g_ptr_array_index (ids, i));
      did = TRUE;
    }

  commons_refile_apply (refile, editor);

  return _commons_arrange_end (editor, ours, did);
}

static gboolean
get_extents (CommonsBoard *board,
             GHashTable   *ids,
             CommonsRect  *extents)
{
  int right = G_MININT, bottom = G_MININT;

  *extents = (CommonsRect) { G_MAXINT, G_MAXINT, 0, 0 };
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      const CommonsRect *bounds = commons_record_get_bounds (node);

      if (!g_hash_table_contains (ids, commons_record_get_id (node)))
        continue;

      extents->x = MIN (extents->x, bounds->x);
      extents->y = MIN (extents->y, bounds->y);
      right = MAX (right, bounds->x + bounds->width);
      bottom = MAX (bottom, bounds->y + bounds->height);
    }

  extents->width = right - MIN (right, extents->x);
  extents->height = bottom - MIN (bottom, extents->y);

  return right != G_MININT;
}

char *
commons_refile_group (CommonsEditor    *editor,
                      CommonsCatalogue *catalogue,
                      GPtrArray        *ids,
                      const char       *label)
{
  g_autoptr (CommonsRefile) refile = NULL;
  g_autoptr (GHashTable) set = NULL;
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  const CommonsKind *zone;
  CommonsRect extents;
  char *id;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (ids != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  zone = commons_catalogue_get_kind (catalogue, "zone");
  set = _commons_arrange_collect (commons_editor_get_board (editor), ids);
  if (!get_extents (commons_editor_get_board (editor), set, &extents))
    return NULL;

  refile = commons_refile_new (commons_editor_get_board (editor), catalogue);
  ours = _commons_arrange_begin (editor, label, NULL);
  id = commons_arrange_create (editor, zone, extents.x + extents.width / 2.0,
                               extents.y - ZONE_NAME / 2.0 + extents.height / 2.0,
                               extents.width + 2 * ZONE_MARGIN, extents.height + ZONE_NAME + 2 * ZONE_MARGIN,
                               NULL, label);

  /* Above the circles it was laid around it would hide them. */
  g_ptr_array_add (zones, id);
  commons_arrange_to_back (editor, zones, label);
  commons_refile_apply (refile, editor);
  _commons_arrange_end (editor, ours, TRUE);

  return id;
}

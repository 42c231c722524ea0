/* commons-inspect-kind.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Giving cards another kind.
 */

#define G_LOG_DOMAIN "commons-inspect"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-inspect-kind.h"
#include "commons-inspect-private.h"
#include "commons-refile.h"

#define KIND_PATH "commons/kind"

static gboolean
fits (CommonsRecord     *record,
      const CommonsKind *kind)
{
  if (!_commons_inspect_can_write (record, KIND_PATH))
    return FALSE;

  return kind->group ? commons_record_is_group (record)
                     : g_str_equal (commons_record_get_node_type (record), "text");
}

gboolean
commons_inspect_can_become (CommonsBoard      *board,
                            CommonsCatalogue  *catalogue,
                            GPtrArray         *ids,
                            const CommonsKind *kind)
{
  gboolean differs = FALSE;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup_node (board, g_ptr_array_index (ids, i));

      if (record == NULL || !fits (record, kind))
        return FALSE;
      differs |= g_strcmp0 (commons_record_get_kind (record), kind->id) != 0;
    }

  return differs;
}

static const char *
get_kind (CommonsBoard *board,
          GHashTable   *changing,
          const char   *id,
          const char   *kind)
{
  CommonsRecord *record = commons_board_lookup_node (board, id);

  if (record == NULL)
    return NULL;

  return g_hash_table_contains (changing, id) ? kind : commons_record_get_kind (record);
}

static gboolean
is_unfit (CommonsBoard     *board,
          CommonsCatalogue *catalogue,
          GHashTable       *changing,
          GHashTable       *nothing,
          CommonsRecord    *edge,
          const char       *kind)
{
  const CommonsLinkType *type = commons_catalogue_get_link (catalogue, commons_record_get_link (edge));
  const char *from = commons_record_get_from (edge), *to = commons_record_get_to (edge);

  return type != NULL &&
         commons_link_type_accepts (type, get_kind (board, nothing, from, NULL), get_kind (board, nothing, to, NULL)) &&
         !commons_link_type_accepts (type, get_kind (board, changing, from, kind), get_kind (board, changing, to, kind));
}

GPtrArray *
commons_inspect_list_unfit (CommonsBoard      *board,
                            CommonsCatalogue  *catalogue,
                            GPtrArray         *ids,
                            const CommonsKind *kind)
{
  GPtrArray *unfit = g_ptr_array_new ();
  g_autoptr (GHashTable) changing = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) nothing = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (COMMONS_IS_BOARD (board), unfit);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), unfit);
  g_return_val_if_fail (ids != NULL, unfit);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (changing, g_ptr_array_index (ids, i));

  for (guint i = 0; i < ids->len; i++)
    {
      GPtrArray *edges = commons_board_get_links (board, g_ptr_array_index (ids, i));

      for (guint j = 0; edges != NULL && j < edges->len; j++)
        {
          CommonsRecord *edge = g_ptr_array_index (edges, j);

          if (is_unfit (board, catalogue, changing, nothing, edge, kind ? kind->id : NULL) &&
              g_hash_table_add (seen, edge))
            g_ptr_array_add (unfit, edge);
        }
    }

  return unfit;
}

/* The colour for other programs follows the kind, unless somebody chose it. */
static CommonsRecord *
recolor (CommonsCatalogue  *catalogue,
         CommonsRecord     *record,
         CommonsRecord     *before,
         const CommonsKind *kind)
{
  const CommonsKind *old = commons_catalogue_get_kind (catalogue, commons_record_get_kind (before));

  if (g_strcmp0 (commons_record_get_color (before), old ? old->color : NULL) != 0)
    return commons_record_ref (record);

  return commons_record_with_string (record, "color", kind->color);
}

static gboolean
change (CommonsEditor     *editor,
        CommonsCatalogue  *catalogue,
        CommonsRecord     *record,
        const CommonsKind *kind)
{
  g_autoptr (CommonsRecord) changed = NULL;
  g_autoptr (CommonsRecord) colored = NULL;

  if (record == NULL || !fits (record, kind) || g_strcmp0 (commons_record_get_kind (record), kind->id) == 0)
    return FALSE;

  changed = commons_record_with_string (record, KIND_PATH, kind->id);
  colored = recolor (catalogue, changed, record, kind);
  commons_editor_set (editor, colored);

  return TRUE;
}

static void
drop_unfit (CommonsEditor     *editor,
            CommonsCatalogue  *catalogue,
            GPtrArray         *ids,
            const CommonsKind *kind)
{
  g_autoptr (GPtrArray) unfit = commons_inspect_list_unfit (commons_editor_get_board (editor), catalogue, ids, kind);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < unfit->len; i++)
    g_ptr_array_add (gone, g_strdup (commons_record_get_id (g_ptr_array_index (unfit, i))));
  for (guint i = 0; i < gone->len; i++)
    commons_editor_remove (editor, g_ptr_array_index (gone, i));
}

gboolean
commons_inspect_change_kind (CommonsEditor     *editor,
                             CommonsCatalogue  *catalogue,
                             GPtrArray         *ids,
                             const CommonsKind *kind,
                             gboolean           drop,
                             const char        *label)
{
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (ids != NULL && kind != NULL && label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  ours = _commons_arrange_begin (editor, label, NULL);
  if (drop)
    drop_unfit (editor, catalogue, ids, kind);
  for (guint i = 0; i < ids->len; i++)
    did |= change (editor, catalogue, commons_board_lookup_node (board, g_ptr_array_index (ids, i)), kind);
  if (did)
    commons_refile_settle (editor, catalogue, ids, label);

  return _commons_arrange_end (editor, ours, did);
}

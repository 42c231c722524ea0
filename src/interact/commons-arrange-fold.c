/* commons-arrange-fold.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-folding.h"

static CommonsRecord *
with_folded (CommonsRecord *group,
             gboolean       fold)
{
  JsonNode *value = NULL;

  if (fold)
    {
      value = json_node_new (JSON_NODE_VALUE);
      json_node_set_boolean (value, TRUE);
    }

  return commons_record_with (group, "commons/folded", value);
}

gboolean
commons_arrange_fold (CommonsEditor *editor,
                      GPtrArray     *ids,
                      gboolean       fold,
                      const char    *label)
{
  CommonsBoard *board;
  gboolean ours, did = FALSE;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  ours = _commons_arrange_begin (editor, label, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *group = commons_board_lookup_node (board, g_ptr_array_index (ids, i));
      g_autoptr (CommonsRecord) changed = NULL;

      if (group == NULL || !commons_record_is_group (group) || commons_folding_is_folded (group) == fold)
        continue;

      changed = with_folded (group, fold);
      commons_editor_set (editor, changed);
      did = TRUE;
    }

  return _commons_arrange_end (editor, ours, did);
}

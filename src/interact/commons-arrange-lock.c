/* commons-arrange-lock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include "commons-arrange-private.h"

guint
commons_arrange_set_locked (CommonsEditor *editor,
                            GPtrArray     *ids,
                            gboolean       locked,
                            const char    *label)
{
  CommonsBoard *board;
  guint n_changed = 0;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), 0);
  g_return_val_if_fail (ids != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  board = commons_editor_get_board (editor);
  ours = _commons_arrange_begin (editor, label, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (ids, i));
      g_autoptr (CommonsRecord) changed = NULL;

      if (node == NULL || commons_record_is_locked (node) == !!locked)
        continue;

      changed = commons_record_with_flag (node, "commons/locked", locked);
      commons_editor_set (editor, changed);
      n_changed++;
    }

  _commons_arrange_end (editor, ours, n_changed > 0);

  return n_changed;
}

/* commons-restore.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-restore"

#include "config.h"

#include "commons-merge.h"
#include "commons-restore.h"

gboolean
commons_restore (CommonsEditor *editor,
                 CommonsBoard  *version,
                 const char    *label)
{
  g_autoptr(CommonsMerge) merge = NULL;
  CommonsBoard *board;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_BOARD (version), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  /* A copy nobody changed becomes all that the other copy is. */
  board = commons_editor_get_board (editor);
  merge = commons_merge_new (board, board, version);

  commons_editor_begin (editor, label, NULL);
  commons_merge_apply (merge, editor);

  return commons_editor_commit (editor);
}

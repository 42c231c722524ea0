/* edit-sides.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-reconcile.h"

#include "edit-sides.h"

#define LABEL "sides"

static void
write_own (CommonsEditor *editor,
           const char    *id,
           guint          value)
{
  static const char *const questions[] = { "def2", "fon5", "pro1", "unknown" };
  CommonsRecord *node = commons_board_lookup_node (commons_editor_get_board (editor), id);
  g_autoptr (CommonsRecord) side = commons_record_with_string (node, "commons/side", "i");
  g_autoptr (CommonsRecord) own = commons_record_with_string (side, "commons/author", value % 2 != 0 ? "Inès" : "Malo");
  g_autoptr (CommonsRecord) hidden = commons_record_with_flag (own, "commons/hidden", value % 3 == 0);

  commons_editor_set (editor, hidden);
  commons_answers_file (editor, questions[value % G_N_ELEMENTS (questions)], id, value % 4);
}

void
edit_sides (CommonsEditor *editor,
            const char    *id,
            const char    *other,
            gboolean       has_room,
            guint          value)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const CommonsRect visible = { 0, 0, 1000, 800 };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) made = NULL;
  g_autofree char *merged = NULL;

  g_ptr_array_add (ids, (gpointer) id);
  g_ptr_array_add (ids, (gpointer) other);
  switch (value % 7)
    {
    case 0:
      if (has_room)
        made = commons_reconcile_keep (editor, catalogue, ids, &visible, LABEL);
      break;

    case 1:
      if (has_room)
        merged = commons_reconcile_merge (editor, catalogue, ids, "Merged", (int) (value % 200), &visible, LABEL);
      break;

    case 2:
      g_ptr_array_remove_index (ids, 1);
      commons_reconcile_add (editor, catalogue, ids, other, value % 2 != 0 ? "Added" : NULL, (int) (value % 200), LABEL);
      break;

    case 3:
      commons_reconcile_set_dropped (editor, ids, value % 2 != 0, LABEL);
      break;

    case 4:
      commons_reconcile_set_hidden (editor, ids, value % 2 != 0, LABEL);
      break;

    default:
      write_own (editor, id, value / 7);
      break;
    }
}

/* commons-board-view-lock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Locking cards, and saying so when one tries to move what is locked.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-arrange.h"
#include "commons-board-view-private.h"

static gboolean
is_selection_locked (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);

  for (guint i = 0; i < nodes->len; i++)
    {
      if (!commons_record_is_locked (g_ptr_array_index (nodes, i)))
        return FALSE;
    }

  return nodes->len > 0;
}

static void
toggle_lock (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  gboolean lock = !is_selection_locked (self);
  g_autofree char *message = NULL;
  guint n_changed;

  n_changed = commons_arrange_set_locked (self->editor, ids, lock, lock ? _("Lock") : _("Unlock"));
  if (n_changed == 0)
    return;

  message = lock ? g_strdup_printf (ngettext ("%'u card locked", "%'u cards locked", n_changed), n_changed)
                 : g_strdup_printf (ngettext ("%'u card unlocked", "%'u cards unlocked", n_changed), n_changed);
  commons_announce (GTK_WIDGET (self), message);
  _commons_board_view_commands_changed (self);
}

const char *
_commons_board_view_get_lock_label (CommonsBoardView *self)
{
  return is_selection_locked (self) ? _("Unlock") : _("Lock");
}

void
_commons_board_view_tell_locked (CommonsBoardView *self,
                                 const char       *id)
{
  CommonsRecord *record = id ? commons_board_lookup (self->board, id) : NULL;
  g_autofree char *message = NULL;

  if (record == NULL)
    return;

  if (*commons_record_get_shown_title (record) != '\0')
    message = g_strdup_printf (_("“%s” is locked"), commons_record_get_shown_title (record));
  _commons_board_view_toast (self, message ? message : _("This card is locked"), FALSE);
}

/* Takes what is locked out of @ids, and says so when nothing is left. */
gboolean
_commons_board_view_leave_locked (CommonsBoardView *self,
                                  GPtrArray        *ids)
{
  g_autofree char *locked = NULL;

  for (guint i = ids->len; i > 0; i--)
    {
      CommonsRecord *record = commons_board_lookup (self->board, g_ptr_array_index (ids, i - 1));

      if (record == NULL || !commons_record_is_locked (record))
        continue;

      g_free (locked);
      locked = g_strdup (commons_record_get_id (record));
      g_ptr_array_remove_index (ids, i - 1);
    }

  if (ids->len == 0)
    _commons_board_view_tell_locked (self, locked);

  return ids->len > 0;
}

const CommonsHandler _commons_board_view_lock_handlers[] = {
  { "board.lock", toggle_lock, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { NULL },
};

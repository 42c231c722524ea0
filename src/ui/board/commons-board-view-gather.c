/* commons-board-view-gather.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that are being typed and that the board does not say yet, for the
 * draft: written within a transaction that is taken back at once, so that
 * neither the field nor the history nor an input method hears of it.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-board-view-private.h"

void
commons_board_view_tell_typing (CommonsBoardView *self)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  g_signal_emit_by_name (self, "typing");
}

/* A card that was deleted meanwhile has its words in another, as when the
 * writing ends. */
gboolean
commons_board_view_gather_text (CommonsBoardView *self,
                                const char       *id,
                                const char       *text)
{
  CommonsRecord *record;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  record = commons_board_lookup (self->board, id);
  if (record != NULL)
    {
      g_autoptr (CommonsRecord) written = _commons_board_view_with_text (self, record, text);

      commons_editor_set (self->editor, written);
      return TRUE;
    }

  return *text != '\0' && commons_board_view_gather_card (self, NULL, text);
}

static gboolean
gather_own (CommonsBoardView *self)
{
  g_autofree char *text = NULL;

  if (self->text_editor == NULL || !commons_text_editor_is_changed (self->text_editor))
    return FALSE;

  text = commons_text_editor_dup_text (self->text_editor);

  return commons_board_view_gather_text (self, self->edited, text);
}

gboolean
commons_board_view_gather (CommonsBoardView *self)
{
  gboolean others = FALSE;
  gboolean own;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);

  if (!_commons_board_view_is_editable (self))
    return FALSE;

  own = gather_own (self);
  g_signal_emit_by_name (self, "gather", &others);

  return own || others;
}

/* All that have words give them. */
gboolean
_commons_board_view_accumulate_any (GSignalInvocationHint *hint,
                                    GValue                *total,
                                    const GValue          *value,
                                    gpointer               user_data)
{
  g_value_set_boolean (total, g_value_get_boolean (total) || g_value_get_boolean (value));

  return TRUE;
}

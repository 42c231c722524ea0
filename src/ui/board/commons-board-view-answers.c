/* commons-board-view-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers to the guiding sheets become cards of the board, and cards dragged
 * out of the view are offered to what lies beside it.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-board-view-private.h"
#include "commons-card-new.h"

static int
measure_height (CommonsBoardView         *self,
                const CommonsCaptureSpec *capture,
                CommonsCaptureMode        mode,
                const char               *text)
{
  const char *kind = mode == COMMONS_CAPTURE_LATER ? "question" : capture->kind;
  int width, height;

  commons_card_get_usual_size (commons_catalogue_get_kind (self->catalogue, kind), &width, &height);

  return commons_picture_measure_height (self->picture, kind, width, text);
}

/* Within the transaction that is under way. */
static void
add_answer (CommonsBoardView      *self,
            const CommonsQuestion *question,
            guint                  capture,
            const char            *about,
            const char            *text,
            CommonsCaptureMode     mode,
            const char            *author,
            GPtrArray             *ids)
{
  int height = measure_height (self, &question->captures[capture], mode, text);
  CommonsRect visible;
  char *id;

  commons_viewport_get_visible (&self->viewport, &visible);
  id = commons_capture_answer (self->editor, self->catalogue, question, capture, about, text,
                               height, mode, author, &visible, _("Answer"));
  if (id != NULL)
    g_ptr_array_add (ids, id);
}

gboolean
commons_board_view_gather_answer (CommonsBoardView      *self,
                                  const CommonsQuestion *question,
                                  guint                  capture,
                                  const char            *about,
                                  const char            *text,
                                  CommonsCaptureMode     mode,
                                  const char            *author)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);
  g_return_val_if_fail (question != NULL, FALSE);
  g_return_val_if_fail (capture < question->n_captures, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  add_answer (self, question, capture, about, text, mode, author, ids);

  return ids->len > 0;
}

GPtrArray *
commons_board_view_answer (CommonsBoardView      *self,
                           const CommonsQuestion *question,
                           guint                  capture,
                           const char            *about,
                           const char *const     *texts,
                           CommonsCaptureMode     mode,
                           const char            *author)
{
  GPtrArray *ids;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), NULL);
  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (capture < question->n_captures, NULL);
  g_return_val_if_fail (texts != NULL, NULL);

  ids = g_ptr_array_new_with_free_func (g_free);
  if (!_commons_board_view_is_editable (self))
    return ids;

  commons_board_view_finish_editing (self);
  commons_editor_begin (self->editor, _("Answer"), NULL);
  for (guint i = 0; texts[i] != NULL; i++)
    add_answer (self, question, capture, about, texts[i], mode, author, ids);
  commons_editor_commit (self->editor);

  return ids;
}

/* What lies beside the view, or over it, may take what is dragged there. */
void
_commons_board_view_offer_outside (CommonsBoardView *self)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (self, "drag-outside", self->pointer_x, self->pointer_y, &taken);
  self->outside = !!taken;
  if (!taken)
    return;

  /* It goes back to where it was, which is not what the board says of the
   * place under it. */
  g_clear_pointer (&self->drop_words, g_free);
  g_clear_pointer (&self->drop_target, g_free);
}

void
_commons_board_view_end_outside (CommonsBoardView *self,
                                 gboolean          drop)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (!self->outside)
    return;

  self->outside = FALSE;
  if (drop)
    {
      g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);

      ids = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < nodes->len; i++)
        g_ptr_array_add (ids, g_strdup (commons_record_get_id (g_ptr_array_index (nodes, i))));
    }

  g_signal_emit_by_name (self, "drop-outside", ids);
}

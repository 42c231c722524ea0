/* commons-sheets-panel-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards become answers by being filed under a question: from a list, or by
 * being let go over it.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-answers.h"
#include "commons-drag-load.h"
#include "commons-sheets-panel-private.h"

static void
tell_filed (CommonsSheetsPanel    *self,
            const CommonsQuestion *question,
            guint                  n_cards,
            GPtrArray             *ids)
{
  CommonsRecord *first = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; first == NULL && i < ids->len; i++)
    first = commons_board_lookup_node (self->board, g_ptr_array_index (ids, i));

  if (n_cards == 1)
    /* Translators: a card and the question it was filed under */
    message = g_strdup_printf (_("“%s” answers “%s”"), commons_record_get_shown_title (first), question->title);
  else
    /* Translators: %u cards were filed under the question %s */
    message = g_strdup_printf (ngettext ("%'u card answers “%s”", "%'u cards answer “%s”", n_cards), n_cards, question->title);
  g_signal_emit_by_name (self->view, "toast", message, TRUE);
}

/* The cards that are there, filed last; @from is the question they come from,
 * if they come from one. */
static guint
file_cards (CommonsSheetsPanel    *self,
            CommonsEditor         *editor,
            const CommonsQuestion *question,
            GPtrArray             *ids,
            const char            *from)
{
  guint n_cards = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (commons_board_lookup_node (self->board, id) == NULL)
        continue;
      n_cards++;
      commons_answers_file (editor, question->id, id, G_MAXUINT);
      if (from != NULL)
        commons_answers_unfile (editor, from, id);
    }

  return n_cards;
}

static gboolean
file_from (CommonsSheetsPanel *self,
           const char         *question_id,
           GPtrArray          *ids,
           const char         *from)
{
  CommonsDocument *document = commons_board_view_get_document (self->view);
  const CommonsQuestion *question = self->catalogue ? commons_catalogue_get_question (self->catalogue, question_id) : NULL;
  CommonsEditor *editor;
  guint n_cards;

  if (document == NULL || question == NULL || commons_document_get_read_only (document))
    return FALSE;

  editor = commons_document_get_editor (document);
  commons_editor_begin (editor, _("File Under a Question"), NULL);
  n_cards = file_cards (self, editor, question, ids, from);
  if (!commons_editor_commit (editor) || n_cards == 0)
    return FALSE;

  tell_filed (self, question, n_cards, ids);

  return TRUE;
}

gboolean
commons_sheets_panel_file (CommonsSheetsPanel *self,
                           const char         *question_id,
                           GPtrArray          *ids)
{
  g_return_val_if_fail (COMMONS_IS_SHEETS_PANEL (self), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  return file_from (self, question_id, ids, NULL);
}

static void
set_target (CommonsSheetsPanel *self,
            CommonsQuestionRow *row)
{
  if (self->target == row)
    return;

  if (self->target != NULL)
    commons_question_row_set_target (self->target, FALSE);
  self->target = row;
  if (row != NULL)
    commons_question_row_set_target (row, TRUE);
}

const char *
commons_sheets_panel_hover (CommonsSheetsPanel *self,
                            double              x,
                            double              y)
{
  GtkWidget *hit;
  GtkWidget *row;

  g_return_val_if_fail (COMMONS_IS_SHEETS_PANEL (self), NULL);

  hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  row = hit ? gtk_widget_get_ancestor (hit, COMMONS_TYPE_QUESTION_ROW) : NULL;
  set_target (self, row ? COMMONS_QUESTION_ROW (row) : NULL);

  return row ? commons_question_row_get_question (COMMONS_QUESTION_ROW (row))->id : NULL;
}

void
commons_sheets_panel_drop (CommonsSheetsPanel *self,
                           GPtrArray          *ids)
{
  CommonsQuestionRow *row;

  g_return_if_fail (COMMONS_IS_SHEETS_PANEL (self));

  row = self->target;
  set_target (self, NULL);
  if (row != NULL && ids != NULL)
    file_from (self, commons_question_row_get_question (row)->id, ids, NULL);
}

static GdkDragAction
motion_cb (CommonsSheetsPanel *self,
           double              x,
           double              y)
{
  const char *hovered = commons_sheets_panel_hover (self, x, y);
  const CommonsQuestion *open = commons_sheets_panel_get_open (self);

  g_assert (COMMONS_IS_SHEETS_PANEL (self));

  /* It is there already. */
  if (hovered == NULL || open == NULL || g_str_equal (hovered, open->id))
    {
      set_target (self, NULL);
      return 0;
    }

  return GDK_ACTION_MOVE;
}

static void
leave_cb (CommonsSheetsPanel *self)
{
  g_assert (COMMONS_IS_SHEETS_PANEL (self));

  set_target (self, NULL);
}

/* A card of the list goes from the open question to another one. */
static gboolean
drop_cb (CommonsSheetsPanel *self,
         const GValue       *value)
{
  CommonsQuestionRow *row = self->target;
  const CommonsQuestion *open = commons_sheets_panel_get_open (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_assert (COMMONS_IS_SHEETS_PANEL (self));

  set_target (self, NULL);
  if (row == NULL || open == NULL || !G_VALUE_HOLDS (value, COMMONS_TYPE_WAITING_DRAG))
    return FALSE;

  g_ptr_array_add (ids, g_strdup (commons_drag_load_get_id (g_value_get_boxed (value))));

  return file_from (self, commons_question_row_get_question (row)->id, ids, open->id);
}

void
_commons_sheets_panel_init_drop (CommonsSheetsPanel *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (COMMONS_TYPE_WAITING_DRAG, GDK_ACTION_MOVE);

  g_signal_connect_object (drop, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/* commons-window-sheets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The guiding sheets in a window: going from question to question, and filing
 * cards of the board under one.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-card-picker.h"
#include "commons-panes.h"
#include "commons-sheets-panel.h"
#include "commons-window-private.h"

/* Made when it is first needed. */
static CommonsSheetsPanel *
get_panel (CommonsWindow *self)
{
  _commons_window_make_pane (self, GTK_PACK_START);

  return COMMONS_SHEETS_PANEL (adw_bin_get_child (ADW_BIN (self->start_pane)));
}

/* A panel that is closed opens where it was left. */
static void
step (CommonsWindow *self,
      int            by)
{
  gboolean open = commons_panes_is_open (COMMONS_PANES (self->panes), GTK_PACK_START);

  _commons_window_show_pane (self, GTK_PACK_START);
  if (open)
    commons_sheets_panel_step (get_panel (self), by);
}

void
_commons_window_next_question (CommonsWindow *self)
{
  step (self, 1);
}

void
_commons_window_previous_question (CommonsWindow *self)
{
  step (self, -1);
}

void
_commons_window_commit_sheets (CommonsWindow *self)
{
  if (adw_bin_get_child (ADW_BIN (self->start_pane)) != NULL && !commons_document_get_read_only (self->document))
    commons_sheets_panel_commit (get_panel (self));
}

static GPtrArray *
list_selected (CommonsWindow *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (commons_board_view_get_selection (self->view));
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (ids, g_strdup (commons_record_get_id (g_ptr_array_index (nodes, i))));

  return ids;
}

static void
picked_cb (CommonsWindow *self,
           const char    *question,
           GtkWindow     *dialog)
{
  g_autoptr (GPtrArray) ids = list_selected (self);

  g_assert (COMMONS_IS_WINDOW (self));

  commons_sheets_panel_file (get_panel (self), question, ids);
  gtk_window_close (dialog);
}

static CommonsChoices *
list_questions (CommonsCatalogue *catalogue)
{
  CommonsChoices *choices = commons_choices_new ();

  for (guint i = 0; i < commons_catalogue_get_n_sheets (catalogue); i++)
    {
      const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (catalogue, i);

      for (guint j = 0; j < sheet->n_questions; j++)
        {
          const CommonsQuestion *question = &sheet->questions[j];
          /* Translators: a question of a sheet: “Operation 6: What becomes of a contribution?” */
          g_autofree char *about = g_strdup_printf (_("%s %u: %s"), sheet->title, question->number, question->question);

          commons_choices_add (choices, question->id, NULL, question->title, about);
        }
    }

  return choices;
}

void
_commons_window_file_under (CommonsWindow *self)
{
  CommonsCatalogue *catalogue = commons_board_view_get_catalogue (self->view);
  g_autoptr (GPtrArray) ids = list_selected (self);
  CommonsRecord *first;
  GtkWidget *dialog;

  if (ids->len == 0)
    return;

  _commons_window_finish_editing (self);
  first = commons_board_lookup_node (commons_document_get_board (self->document), g_ptr_array_index (ids, 0));
  dialog = commons_card_picker_new (catalogue);
  commons_card_picker_set_choices (COMMONS_CARD_PICKER (dialog), _("File Under a Question"),
                                   ids->len == 1 ? commons_record_get_shown_title (first) : NULL,
                                   _("Find a question"), list_questions (catalogue));
  g_signal_connect_object (dialog, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_commons_window_update_sheets (CommonsWindow *self,
                               gboolean       can_write)
{
  gboolean has_cards = FALSE;

  if (can_write)
    {
      const char *id = commons_selection_get_primary (commons_board_view_get_selection (self->view));

      has_cards = id != NULL && commons_board_lookup_node (commons_document_get_board (self->document), id) != NULL;
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.file-under", has_cards);
}

/* A card on its way over the panel is on its way to a question. */
static gboolean
drag_outside_cb (CommonsWindow *self,
                 double         x,
                 double         y)
{
  GtkWidget *panel = GTK_WIDGET (get_panel (self));
  graphene_point_t point;

  g_assert (COMMONS_IS_WINDOW (self));

  if (!commons_panes_is_open (COMMONS_PANES (self->panes), GTK_PACK_START) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->view), panel,
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return FALSE;

  commons_sheets_panel_hover (get_panel (self), point.x, point.y);

  return point.x >= 0 && point.y >= 0 &&
         point.x < gtk_widget_get_width (panel) && point.y < gtk_widget_get_height (panel);
}

static void
drop_outside_cb (CommonsWindow *self,
                 GPtrArray     *ids)
{
  g_assert (COMMONS_IS_WINDOW (self));

  commons_sheets_panel_drop (get_panel (self), ids);
}

GtkWidget *
_commons_window_make_sheets (CommonsWindow *self)
{
  GtkWidget *panel = commons_sheets_panel_new (self->view);

  g_signal_connect_object (self->view, "drag-outside", G_CALLBACK (drag_outside_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "drop-outside", G_CALLBACK (drop_outside_cb), self, G_CONNECT_SWAPPED);

  return panel;
}

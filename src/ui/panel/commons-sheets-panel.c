/* commons-sheets-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-answers.h"
#include "commons-open-question.h"
#include "commons-sheet-switcher.h"
#include "commons-sheets-panel-private.h"

G_DEFINE_FINAL_TYPE (CommonsSheetsPanel, commons_sheets_panel, GTK_TYPE_WIDGET)

static const CommonsSheet *
get_sheet (CommonsSheetsPanel *self)
{
  if (self->catalogue == NULL || self->sheet >= commons_catalogue_get_n_sheets (self->catalogue))
    return NULL;

  return commons_catalogue_get_nth_sheet (self->catalogue, self->sheet);
}

static CommonsQuestionRow *
get_row (CommonsSheetsPanel *self,
         guint               index)
{
  return COMMONS_QUESTION_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index));
}

static void
update (CommonsSheetsPanel *self)
{
  const CommonsSheet *sheet = get_sheet (self);

  if (self->board == NULL || sheet == NULL)
    return;

  commons_sheet_switcher_update (COMMONS_SHEET_SWITCHER (self->switcher), self->board);
  for (guint i = 0; i < sheet->n_questions; i++)
    commons_question_row_update (get_row (self, i), self->board);
  commons_open_question_update (COMMONS_OPEN_QUESTION (self->content));
}

static gboolean
update_cb (gpointer user_data)
{
  CommonsSheetsPanel *self = user_data;

  self->idle = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Once for all changes of a moment, and not while nobody looks. */
static void
queue_update (CommonsSheetsPanel *self)
{
  g_assert (COMMONS_IS_SHEETS_PANEL (self));

  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (update_cb, self);
}

static void
selection_changed_cb (CommonsSheetsPanel *self)
{
  g_assert (COMMONS_IS_SHEETS_PANEL (self));

  if (self->board != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    commons_open_question_update_selection (COMMONS_OPEN_QUESTION (self->content));
}

/* As high as it may be: the question first, then as much below as there is
 * room for. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  CommonsSheetsPanel *self = COMMONS_SHEETS_PANEL (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double value = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;

  self->reveal = 0;
  if (self->open == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (self->open), self->list, &bounds))
    return G_SOURCE_REMOVE;

  value = MAX (value, bounds.origin.y + bounds.size.height + 12 - page);
  value = MIN (value, bounds.origin.y);
  gtk_adjustment_set_value (adjustment, value);

  return G_SOURCE_REMOVE;
}

static void
queue_reveal (CommonsSheetsPanel *self)
{
  if (self->reveal == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->reveal = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
open_row (CommonsSheetsPanel *self,
          CommonsQuestionRow *row)
{
  if (self->open == row)
    return;

  if (self->open != NULL)
    commons_question_row_set_content (self->open, NULL);
  self->open = row;
  commons_open_question_set_question (COMMONS_OPEN_QUESTION (self->content),
                                      row ? commons_question_row_get_question (row) : NULL);
  if (row != NULL)
    commons_question_row_set_content (row, self->content);
  queue_reveal (self);
}

static void
row_activated_cb (CommonsSheetsPanel *self,
                  CommonsQuestionRow *row)
{
  g_assert (COMMONS_IS_SHEETS_PANEL (self));

  open_row (self, row);
  if (!gtk_widget_grab_focus (self->content))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
empty_list (CommonsSheetsPanel *self)
{
  GtkWidget *row;

  open_row (self, NULL);
  self->target = NULL;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

static void
show_sheet (CommonsSheetsPanel *self,
            guint               index)
{
  const CommonsSheet *sheet;

  empty_list (self);
  self->sheet = index;
  sheet = get_sheet (self);
  if (sheet == NULL)
    return;

  commons_sheet_switcher_set_sheet (COMMONS_SHEET_SWITCHER (self->switcher), index);
  gtk_label_set_text (GTK_LABEL (self->thread), sheet->thread);
  for (guint i = 0; i < sheet->n_questions; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         commons_question_row_new (&sheet->questions[i], sheet->n_questions));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, sheet->title, -1);
}

/* The first question nobody has said anything of. */
static guint
find_open_question (CommonsSheetsPanel *self)
{
  const CommonsSheet *sheet = get_sheet (self);

  for (guint i = 0; self->board != NULL && i < sheet->n_questions; i++)
    {
      g_autoptr (GPtrArray) cards = commons_answers_list_cards (self->board, sheet->questions[i].id);

      if (cards->len == 0 && commons_answers_get_state (self->board, sheet->questions[i].id) == COMMONS_ANSWER_OPEN)
        return i;
    }

  return 0;
}

static void
choose_sheet (CommonsSheetsPanel *self,
              guint               index)
{
  show_sheet (self, index);
  if (get_sheet (self) == NULL)
    return;

  open_row (self, get_row (self, find_open_question (self)));
  update (self);
}

static void
chosen_cb (CommonsSheetsPanel *self,
           guint               index)
{
  g_assert (COMMONS_IS_SHEETS_PANEL (self));

  choose_sheet (self, index);
}

static void
follow_board (CommonsSheetsPanel *self,
              CommonsBoard       *board)
{
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_set_object (&self->board, board);
  if (board != NULL)
    g_signal_connect_object (board, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
}

/* Another board, perhaps in another language: nothing of the last one stays. */
static void
take_board (CommonsSheetsPanel *self,
            CommonsBoard       *board,
            CommonsCatalogue   *catalogue)
{
  commons_open_question_forget (COMMONS_OPEN_QUESTION (self->content));
  empty_list (self);
  follow_board (self, board);
  g_set_object (&self->catalogue, catalogue);
  commons_sheet_switcher_set_catalogue (COMMONS_SHEET_SWITCHER (self->switcher), self->catalogue);
  if (board != NULL)
    choose_sheet (self, 0);
}

static void
view_changed_cb (CommonsSheetsPanel *self)
{
  CommonsDocument *document = commons_board_view_get_document (self->view);
  CommonsBoard *board = document ? commons_document_get_board (document) : NULL;
  CommonsCatalogue *catalogue = board ? commons_board_view_get_catalogue (self->view) : NULL;
  gboolean read_only = document != NULL && commons_document_get_read_only (document);

  g_assert (COMMONS_IS_SHEETS_PANEL (self));

  if (board != self->board || catalogue != self->catalogue)
    take_board (self, board, catalogue);
  else if ((gboolean) self->read_only != read_only)
    queue_update (self);
  self->read_only = !!read_only;
}

static gboolean
commons_sheets_panel_grab_focus (GtkWidget *widget)
{
  CommonsSheetsPanel *self = COMMONS_SHEETS_PANEL (widget);

  return self->open != NULL &&
         (gtk_widget_grab_focus (self->content) || gtk_widget_grab_focus (GTK_WIDGET (self->open)));
}

static void
commons_sheets_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (commons_sheets_panel_parent_class)->map (widget);

  queue_update (COMMONS_SHEETS_PANEL (widget));
  queue_reveal (COMMONS_SHEETS_PANEL (widget));
}

static void
commons_sheets_panel_dispose (GObject *object)
{
  CommonsSheetsPanel *self = COMMONS_SHEETS_PANEL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  follow_board (self, NULL);
  if (self->open != NULL)
    commons_question_row_set_content (g_steal_pointer (&self->open), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->content);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (commons_sheets_panel_parent_class)->dispose (object);
}

static void
commons_sheets_panel_class_init (CommonsSheetsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_sheets_panel_dispose;
  widget_class->grab_focus = commons_sheets_panel_grab_focus;
  widget_class->map = commons_sheets_panel_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sheetspanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
commons_sheets_panel_init (CommonsSheetsPanel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  self->switcher = commons_sheet_switcher_new ();
  self->thread = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->thread), 0);
  gtk_label_set_wrap (GTK_LABEL (self->thread), TRUE);
  gtk_widget_add_css_class (self->thread, "sheet-thread");
  gtk_widget_add_css_class (self->thread, "secondary");

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (self->list, "questions");

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);

  gtk_widget_set_parent (self->switcher, GTK_WIDGET (self));
  gtk_widget_set_parent (self->thread, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Guiding Sheets"), -1);

  g_signal_connect_object (self->switcher, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  _commons_sheets_panel_init_drop (self);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_sheets_panel_new (CommonsBoardView *view)
{
  CommonsSheetsPanel *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);

  self = g_object_new (COMMONS_TYPE_SHEETS_PANEL, NULL);
  self->view = view;
  self->content = g_object_ref_sink (commons_open_question_new (view));
  g_signal_connect_object (view, "commands-changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (commons_board_view_get_selection (view), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  view_changed_cb (self);

  return GTK_WIDGET (self);
}

gboolean
commons_sheets_panel_open (CommonsSheetsPanel *self,
                           const char         *question)
{
  guint n_sheets;

  g_return_val_if_fail (COMMONS_IS_SHEETS_PANEL (self), FALSE);
  g_return_val_if_fail (question != NULL, FALSE);

  n_sheets = self->catalogue ? commons_catalogue_get_n_sheets (self->catalogue) : 0;
  for (guint i = 0; i < n_sheets; i++)
    {
      const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (self->catalogue, i);

      for (guint j = 0; j < sheet->n_questions; j++)
        {
          if (!g_str_equal (sheet->questions[j].id, question))
            continue;
          if (i != self->sheet)
            show_sheet (self, i);
          open_row (self, get_row (self, j));
          update (self);
          return TRUE;
        }
    }

  return FALSE;
}

const CommonsQuestion *
commons_sheets_panel_get_open (CommonsSheetsPanel *self)
{
  g_return_val_if_fail (COMMONS_IS_SHEETS_PANEL (self), NULL);

  return self->open ? commons_question_row_get_question (self->open) : NULL;
}

void
commons_sheets_panel_step (CommonsSheetsPanel *self,
                           int                 step)
{
  const CommonsSheet *sheet;
  int wanted;

  g_return_if_fail (COMMONS_IS_SHEETS_PANEL (self));

  sheet = get_sheet (self);
  if (sheet == NULL || self->open == NULL)
    return;

  wanted = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->open)) + step;
  if (wanted >= 0 && wanted < (int) sheet->n_questions)
    {
      open_row (self, get_row (self, (guint) wanted));
    }
  else
    {
      guint next = self->sheet + (guint) step;

      if (next >= commons_catalogue_get_n_sheets (self->catalogue))
        return;
      show_sheet (self, next);
      open_row (self, get_row (self, step > 0 ? 0 : get_sheet (self)->n_questions - 1));
    }

  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
commons_sheets_panel_commit (CommonsSheetsPanel *self)
{
  g_return_if_fail (COMMONS_IS_SHEETS_PANEL (self));

  if (commons_sheets_panel_get_open (self) != NULL)
    commons_open_question_commit (COMMONS_OPEN_QUESTION (self->content));
}

/* commons-answer-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-answer-list.h"
#include "commons-card-row.h"

/* More answers than this are on the board, not in a list beside it. */
#define MAX_ROWS 60

struct _CommonsAnswerList
{
  GtkWidget         parent_instance;

  CommonsBoardView *view;       /* not owned */
  char             *question;
  GtkWidget        *heading;
  GtkWidget        *rows;
  GtkWidget        *more;
  GtkWidget        *menu;       /* NULL unless open */
  char             *chosen;     /* id of the card whose menu is open */
};

G_DEFINE_FINAL_TYPE (CommonsAnswerList, commons_answer_list, GTK_TYPE_WIDGET)

static CommonsDocument *
get_document (CommonsAnswerList *self)
{
  return commons_board_view_get_document (self->view);
}

static void
clicked_cb (CommonsAnswerList *self,
            CommonsCardRow    *row)
{
  g_assert (COMMONS_IS_ANSWER_LIST (self));

  commons_board_view_show_card (self->view, commons_record_get_id (commons_card_row_get_card (row)));
}

static void
show_card (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CommonsAnswerList *self = COMMONS_ANSWER_LIST (widget);

  if (self->chosen != NULL)
    commons_board_view_show_card (self->view, self->chosen);
}

/* The place of the chosen card among the answers, -1 when it is none. */
static int
find_chosen (CommonsAnswerList *self,
             guint             *n_cards)
{
  g_autoptr (GPtrArray) cards = commons_answers_list_cards (commons_document_get_board (get_document (self)), self->question);

  *n_cards = cards->len;
  for (guint i = 0; self->chosen != NULL && i < cards->len; i++)
    {
      if (g_str_equal (commons_record_get_id (g_ptr_array_index (cards, i)), self->chosen))
        return (int) i;
    }

  return -1;
}

static void
move_card (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CommonsAnswerList *self = COMMONS_ANSWER_LIST (widget);
  CommonsEditor *editor = commons_document_get_editor (get_document (self));
  guint n_cards;
  int position = find_chosen (self, &n_cards);
  int wanted = position + (g_str_equal (action, "answer.up") ? -1 : 1);

  if (position < 0 || wanted < 0 || wanted >= (int) n_cards || commons_document_get_read_only (get_document (self)))
    return;

  commons_editor_begin (editor, _("Put Answers in Order"), NULL);
  commons_answers_file (editor, self->question, self->chosen, (guint) wanted);
  commons_editor_commit (editor);
}

static void
take_out (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CommonsAnswerList *self = COMMONS_ANSWER_LIST (widget);
  CommonsEditor *editor = commons_document_get_editor (get_document (self));
  guint n_cards;

  if (find_chosen (self, &n_cards) < 0 || commons_document_get_read_only (get_document (self)))
    return;

  commons_editor_begin (editor, _("Take Out of the Question"), NULL);
  commons_answers_unfile (editor, self->question, self->chosen);
  commons_editor_commit (editor);
  g_signal_emit_by_name (self->view, "toast", _("The card is no answer to this question any more"), TRUE);
}

static gboolean
drop_menu_cb (gpointer data)
{
  gtk_widget_unparent (data);

  return G_SOURCE_REMOVE;
}

/* What was chosen is done after the menu says it is closed. */
static void
menu_closed_cb (CommonsAnswerList *self,
                GtkWidget         *menu)
{
  g_assert (COMMONS_IS_ANSWER_LIST (self));

  if (self->menu == menu)
    self->menu = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_menu_cb, g_object_ref (menu), g_object_unref);
}

static GMenuModel *
make_menu (CommonsAnswerList *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  g_menu_append (first, _("Show on the Board"), "answer.show");
  g_menu_append (second, _("Move Up"), "answer.up");
  g_menu_append (second, _("Move Down"), "answer.down");
  g_menu_append (second, _("Take Out of This Question"), "answer.take-out");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));

  return G_MENU_MODEL (menu);
}

static void
menu_cb (CommonsAnswerList *self,
         CommonsCardRow    *row)
{
  g_autoptr (GMenuModel) model = make_menu (self);
  gboolean can_write = !commons_document_get_read_only (get_document (self));
  guint n_cards;
  int position;

  g_assert (COMMONS_IS_ANSWER_LIST (self));

  g_free (self->chosen);
  self->chosen = g_strdup (commons_record_get_id (commons_card_row_get_card (row)));
  position = find_chosen (self, &n_cards);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answer.up", can_write && position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answer.down", can_write && position + 1 < (int) n_cards);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answer.take-out", can_write);

  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (row));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static GtkWidget *
make_row (CommonsAnswerList *self)
{
  GtkWidget *row = commons_card_row_new ();

  g_signal_connect_object (row, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
find_row (CommonsAnswerList *self,
          GtkWidget         *from,
          CommonsRecord     *card)
{
  for (GtkWidget *row = from; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      CommonsRecord *shown = commons_card_row_get_card (COMMONS_CARD_ROW (row));

      if (g_str_equal (commons_record_get_id (shown), commons_record_get_id (card)))
        return row;
    }

  return NULL;
}

static void
remove_from (CommonsAnswerList *self,
             GtkWidget         *row)
{
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (GTK_BOX (self->rows), row);
      row = next;
    }
}

/* Rows of cards that stay are kept; there are few. */
static void
fill (CommonsAnswerList *self,
      GPtrArray         *cards)
{
  CommonsCatalogue *catalogue = commons_board_view_get_catalogue (self->view);
  GtkWidget *last = NULL;

  for (guint i = 0; i < MIN (cards->len, MAX_ROWS); i++)
    {
      CommonsRecord *card = g_ptr_array_index (cards, i);
      GtkWidget *next = last ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (self->rows);
      GtkWidget *row = find_row (self, next, card);

      if (row == NULL)
        {
          row = make_row (self);
          commons_card_row_set_card (COMMONS_CARD_ROW (row), catalogue, card);
          gtk_box_insert_child_after (GTK_BOX (self->rows), row, last);
        }
      else
        {
          commons_card_row_set_card (COMMONS_CARD_ROW (row), catalogue, card);
          if (row != next)
            gtk_box_reorder_child_after (GTK_BOX (self->rows), row, last);
        }
      last = row;
    }

  remove_from (self, last ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (self->rows));
}

static void
commons_answer_list_dispose (GObject *object)
{
  CommonsAnswerList *self = COMMONS_ANSWER_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (commons_answer_list_parent_class)->dispose (object);
}

static void
commons_answer_list_class_init (CommonsAnswerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_answer_list_dispose;

  gtk_widget_class_install_action (widget_class, "answer.show", NULL, show_card);
  gtk_widget_class_install_action (widget_class, "answer.up", NULL, move_card);
  gtk_widget_class_install_action (widget_class, "answer.down", NULL, move_card);
  gtk_widget_class_install_action (widget_class, "answer.take-out", NULL, take_out);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "answerlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
commons_answer_list_init (CommonsAnswerList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  self->heading = gtk_label_new (_("Your answers on the board"));
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "caption-heading");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->rows, "card-rows");
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));

  self->more = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->more), 0);
  gtk_widget_add_css_class (self->more, "secondary");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Your answers on the board"), -1);
}

GtkWidget *
commons_answer_list_new (CommonsBoardView *view)
{
  CommonsAnswerList *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);

  self = g_object_new (COMMONS_TYPE_ANSWER_LIST, NULL);
  self->view = view;

  return GTK_WIDGET (self);
}

void
commons_answer_list_update (CommonsAnswerList *self,
                            const char        *question)
{
  CommonsDocument *document;
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *more = NULL;

  g_return_if_fail (COMMONS_IS_ANSWER_LIST (self));

  if (g_strcmp0 (question, self->question) != 0)
    {
      g_free (self->question);
      self->question = g_strdup (question);
    }

  document = get_document (self);
  if (document == NULL || question == NULL)
    return;

  cards = commons_answers_list_cards (commons_document_get_board (document), question);
  fill (self, cards);
  more = g_strdup_printf (ngettext ("%'u more on the board", "%'u more on the board", MAX (cards->len, MAX_ROWS) - MAX_ROWS),
                          MAX (cards->len, MAX_ROWS) - MAX_ROWS);
  gtk_label_set_text (GTK_LABEL (self->more), more);
  gtk_widget_set_visible (self->more, cards->len > MAX_ROWS);
  gtk_widget_set_visible (GTK_WIDGET (self), cards->len > 0);
  commons_answer_list_update_selection (self);
}

void
commons_answer_list_update_selection (CommonsAnswerList *self)
{
  CommonsSelection *selection;

  g_return_if_fail (COMMONS_IS_ANSWER_LIST (self));

  selection = commons_board_view_get_selection (self->view);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      CommonsCardRow *card_row = COMMONS_CARD_ROW (row);
      const char *id = commons_record_get_id (commons_card_row_get_card (card_row));

      commons_card_row_set_selected (card_row, commons_selection_contains (selection, id));
    }
}

/* commons-risks-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-risks-dialog.h"

#define WIDTH 640

/* One ready risk in the list. */
typedef struct
{
  const CommonsReadyRisk *risk;
  GtkWidget              *row;
  GtkWidget              *check;
  GtkWidget              *present; /* says that the board has it */
  gboolean                on_board;
} Choice;

struct _CommonsRisksDialog
{
  CommonsAdviceDialog  parent_instance;

  GArray              *choices;
  GtkWidget           *list;
  GtkWidget           *button;
};

G_DEFINE_FINAL_TYPE (CommonsRisksDialog, commons_risks_dialog, COMMONS_TYPE_ADVICE_DIALOG)

static gboolean
is_wanted (const Choice *choice)
{
  return !choice->on_board && gtk_check_button_get_active (GTK_CHECK_BUTTON (choice->check));
}

static GPtrArray *
list_wanted (CommonsRisksDialog *self)
{
  GPtrArray *risks = g_ptr_array_new ();

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (is_wanted (choice))
        g_ptr_array_add (risks, (gpointer) choice->risk);
    }

  return risks;
}

static void
update_button (CommonsRisksDialog *self)
{
  g_autoptr (GPtrArray) wanted = list_wanted (self);
  g_autofree char *label = NULL;

  if (wanted->len > 0)
    label = g_strdup_printf (ngettext ("_Add %'u Risk", "_Add %'u Risks", wanted->len), wanted->len);

  gtk_button_set_label (GTK_BUTTON (self->button), label ? label : _("_Add Risks"));
  gtk_widget_set_sensitive (self->button,
                            wanted->len > 0 && commons_advice_dialog_can_write (COMMONS_ADVICE_DIALOG (self)));
}

static void
toggled_cb (CommonsRisksDialog *self)
{
  g_assert (COMMONS_IS_RISKS_DIALOG (self));

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);
      gboolean on = gtk_check_button_get_active (GTK_CHECK_BUTTON (choice->check));

      gtk_accessible_update_state (GTK_ACCESSIBLE (choice->row), GTK_ACCESSIBLE_STATE_CHECKED,
                                   on ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
  update_button (self);
}

static void
row_activated_cb (CommonsRisksDialog *self,
                  GtkListBoxRow      *row)
{
  const Choice *choice = &g_array_index (self->choices, Choice, (guint) gtk_list_box_row_get_index (row));

  g_assert (COMMONS_IS_RISKS_DIALOG (self));

  if (!choice->on_board && commons_advice_dialog_can_write (COMMONS_ADVICE_DIALOG (self)))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice->check),
                                 !gtk_check_button_get_active (GTK_CHECK_BUTTON (choice->check)));
}

static void
add_cb (CommonsRisksDialog *self)
{
  CommonsAdviceDialog *dialog = COMMONS_ADVICE_DIALOG (self);
  g_autoptr (GPtrArray) risks = list_wanted (self);
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *message = NULL;
  CommonsAdvise advise;

  g_assert (COMMONS_IS_RISKS_DIALOG (self));

  if (risks->len == 0 || !commons_advice_dialog_can_write (dialog))
    return;

  commons_advice_dialog_get_advise (dialog, &advise);
  ids = commons_advise_add_risks (&advise, risks, _("Add Risks"));
  message = g_strdup_printf (ngettext ("%'u risk added", "%'u risks added", ids->len), ids->len);
  commons_advice_dialog_finish (dialog, ids, message);
}

/* ---- What the board has -------------------------------------------------- */

static void
describe (const Choice *choice)
{
  g_autofree char *text = g_strdup_printf ("%s%s%s\n%s %s",
                                           choice->on_board ? _("Already on the board") : "",
                                           choice->on_board ? "\n" : "",
                                           choice->risk->text, _("Early sign:"), choice->risk->early_sign);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
mark_present (CommonsRisksDialog *self)
{
  gboolean can_write = commons_advice_dialog_can_write (COMMONS_ADVICE_DIALOG (self));
  g_autoptr (GHashTable) titles = NULL;

  titles = commons_advise_list_titles (commons_advice_dialog_get_board (COMMONS_ADVICE_DIALOG (self)), "risk");
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = &g_array_index (self->choices, Choice, i);

      choice->on_board = commons_advise_has_title (titles, choice->risk->title);
      gtk_widget_set_visible (choice->present, choice->on_board);
      gtk_widget_set_sensitive (choice->check, can_write && !choice->on_board);
      gtk_accessible_update_state (GTK_ACCESSIBLE (choice->row), GTK_ACCESSIBLE_STATE_DISABLED,
                                   !can_write || choice->on_board, -1);
      describe (choice);
    }
  update_button (self);
}

static void
commons_risks_dialog_changed (CommonsAdviceDialog *dialog)
{
  mark_present (COMMONS_RISKS_DIALOG (dialog));
}

/* ---- Making it ----------------------------------------------------------- */

static GtkWidget *
make_words (Choice *choice)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *sign = g_markup_printf_escaped ("<b>%s</b> %s", _("Early sign:"), choice->risk->early_sign);
  GtkWidget *label = commons_advice_make_label (NULL, "secondary");

  gtk_label_set_markup (GTK_LABEL (label), sign);
  choice->present = commons_advice_make_label (_("Already on the board"), "advice-mark");
  gtk_widget_set_halign (choice->present, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), commons_advice_make_label (choice->risk->title, "heading"));
  gtk_box_append (GTK_BOX (words), choice->present);
  gtk_box_append (GTK_BOX (words), commons_advice_make_label (choice->risk->text, NULL));
  gtk_box_append (GTK_BOX (words), label);
  gtk_widget_set_hexpand (words, TRUE);

  return words;
}

/* The row is what is pressed and read out; its mark shows. */
static void
add_row (CommonsRisksDialog     *self,
         const CommonsReadyRisk *risk)
{
  Choice choice = { .risk = risk };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  choice.row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  choice.check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                               "can-focus", FALSE,
                               "can-target", FALSE,
                               "valign", GTK_ALIGN_START,
                               NULL);
  gtk_box_append (GTK_BOX (box), choice.check);
  gtk_box_append (GTK_BOX (box), make_words (&choice));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (choice.row), box);
  gtk_widget_add_css_class (choice.row, "advice-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice.row), GTK_ACCESSIBLE_PROPERTY_LABEL, risk->title, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (choice.row),
                               GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  g_signal_connect_object (choice.check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), choice.row);
  g_array_append_val (self->choices, choice);
}

static GtkWidget *
build_list (CommonsRisksDialog *self)
{
  CommonsCatalogue *catalogue = commons_advice_dialog_get_catalogue (COMMONS_ADVICE_DIALOG (self));
  GtkWidget *clamp = adw_clamp_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ready risks"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  for (guint i = 0; i < commons_catalogue_get_n_risks (catalogue); i++)
    add_row (self, commons_catalogue_get_nth_risk (catalogue, i));

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->list);
  gtk_widget_add_css_class (clamp, "advice-page");

  return clamp;
}

static void
commons_risks_dialog_finalize (GObject *object)
{
  g_array_unref (COMMONS_RISKS_DIALOG (object)->choices);

  G_OBJECT_CLASS (commons_risks_dialog_parent_class)->finalize (object);
}

static void
commons_risks_dialog_class_init (CommonsRisksDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = commons_risks_dialog_finalize;
  COMMONS_ADVICE_DIALOG_CLASS (klass)->changed = commons_risks_dialog_changed;
}

static void
commons_risks_dialog_init (CommonsRisksDialog *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  gtk_window_set_default_size (GTK_WINDOW (self), 700, 680);
}

GtkWidget *
commons_risks_dialog_new (CommonsBoardView *view,
                          CommonsDocument  *document,
                          const char       *question)
{
  CommonsRisksDialog *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);

  self = g_object_new (COMMONS_TYPE_RISKS_DIALOG, NULL);
  commons_advice_dialog_set_up (COMMONS_ADVICE_DIALOG (self), view, document, question, _("Risks"));
  self->button = gtk_button_new_with_mnemonic (_("_Add Risks"));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  commons_advice_dialog_set_bar (COMMONS_ADVICE_DIALOG (self),
                                 _("Tick those that could happen to your commons."), self->button);
  commons_advice_dialog_set_body (COMMONS_ADVICE_DIALOG (self), build_list (self), FALSE);
  mark_present (self);
  gtk_window_set_focus (GTK_WINDOW (self), gtk_widget_get_first_child (self->list));

  return GTK_WIDGET (self);
}

/* commons-legal-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-advice-dialog.h"
#include "commons-legal-compare.h"
#include "commons-legal-list.h"

/* One structure in the list. */
typedef struct
{
  const CommonsLegalForm *form;
  GtkWidget              *row;
  GtkWidget              *check;
  GtkWidget              *reasons;
  CommonsLegalFit         fit;
  guint                   order;
} Choice;

struct _CommonsLegalList
{
  GtkBox            parent_instance;

  CommonsCatalogue *catalogue;
  GPtrArray        *choices;  /* as the catalogue orders them */
  GtkWidget        *list;
  gboolean          answered;
};

enum
{
  TOGGLED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsLegalList, commons_legal_list, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

static Choice *
get_choice (CommonsLegalList *self,
            gpointer            row)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (choice->row == row)
        return choice;
    }

  return NULL;
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  const Choice *first = get_choice (user_data, a);
  const Choice *second = get_choice (user_data, b);

  if (first->fit != second->fit)
    return first->fit > second->fit ? -1 : 1;

  return first->order < second->order ? -1 : 1;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  CommonsLegalList *self = user_data;
  const Choice *choice = get_choice (self, row);
  gboolean first = before == NULL || get_choice (self, before)->fit != choice->fit;
  const char *name = choice->fit == COMMONS_LEGAL_EXCLUDED ? _("Does not fit, because…")
                                                           : commons_legal_fit_get_name (choice->fit);

  gtk_list_box_row_set_header (row, self->answered && first ? commons_advice_make_label (name, "picker-heading")
                                                            : NULL);
}

static void
describe (Choice     *choice,
          const char *reasons,
          gboolean    answered)
{
  g_autofree char *text = g_strdup_printf ("%s%s%s", answered ? commons_legal_fit_get_name (choice->fit) : "",
                                           *reasons != '\0' ? "\n" : "", reasons);

  gtk_label_set_text (GTK_LABEL (choice->reasons), reasons);
  gtk_widget_set_visible (choice->reasons, *reasons != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
row_activated_cb (CommonsLegalList *self,
                  GtkListBoxRow    *row)
{
  g_assert (COMMONS_IS_LEGAL_LIST (self));

  g_signal_emit (self, signals[TOGGLED], 0, get_choice (self, row)->form->id);
}

/* ---- Making it ----------------------------------------------------------- */

static void
add_row (CommonsLegalList       *self,
         const CommonsLegalForm *form)
{
  Choice *choice = g_new0 (Choice, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  choice->form = form;
  choice->fit = COMMONS_LEGAL_NEUTRAL;
  choice->order = self->choices->len;
  choice->row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  choice->check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "can-focus", FALSE, "can-target", FALSE, "valign", GTK_ALIGN_START, NULL);
  choice->reasons = commons_advice_make_label (NULL, "secondary");
  gtk_box_append (GTK_BOX (words), commons_advice_make_label (form->name, "choice-name"));
  gtk_box_append (GTK_BOX (words), choice->reasons);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), choice->check);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (choice->row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->row), GTK_ACCESSIBLE_PROPERTY_LABEL, form->name, -1);
  g_ptr_array_add (self->choices, choice);
  gtk_list_box_append (GTK_LIST_BOX (self->list), choice->row);
}

/* Rows that go would be sorted and headed once more. */
static void
commons_legal_list_dispose (GObject *object)
{
  CommonsLegalList *self = COMMONS_LEGAL_LIST (object);

  if (self->list != NULL)
    {
      gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
      gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
      self->list = NULL;
    }
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (commons_legal_list_parent_class)->dispose (object);
}

static void
commons_legal_list_finalize (GObject *object)
{
  g_ptr_array_unref (COMMONS_LEGAL_LIST (object)->choices);

  G_OBJECT_CLASS (commons_legal_list_parent_class)->finalize (object);
}

static void
commons_legal_list_class_init (CommonsLegalListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_legal_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = commons_legal_list_finalize;

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
commons_legal_list_init (CommonsLegalList *self)
{
  self->choices = g_ptr_array_new_with_free_func (g_free);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_rows, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), update_header, self, NULL);
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_widget_add_css_class (self->list, "choice-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legal structures"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->list);
}

GtkWidget *
commons_legal_list_new (CommonsCatalogue *catalogue)
{
  CommonsLegalList *self;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (COMMONS_TYPE_LEGAL_LIST, NULL);
  self->catalogue = g_object_ref (catalogue);
  for (guint i = 0; i < commons_catalogue_get_n_legal_forms (catalogue); i++)
    add_row (self, commons_catalogue_get_nth_legal_form (catalogue, i));

  return GTK_WIDGET (self);
}

void
commons_legal_list_set_compared (CommonsLegalList *self,
                                 GPtrArray        *forms)
{
  g_return_if_fail (COMMONS_IS_LEGAL_LIST (self));
  g_return_if_fail (forms != NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);
      gboolean on = g_ptr_array_find (forms, choice->form, NULL);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (choice->check), on);
      gtk_accessible_update_state (GTK_ACCESSIBLE (choice->row), GTK_ACCESSIBLE_STATE_CHECKED,
                                   on ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

guint
commons_legal_list_judge (CommonsLegalList         *self,
                          const CommonsLegalAnswer *answers,
                          gboolean                  answered)
{
  guint n = 0;

  g_return_val_if_fail (COMMONS_IS_LEGAL_LIST (self), 0);
  g_return_val_if_fail (answers != NULL, 0);

  self->answered = answered;
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);
      g_autofree char *reasons = commons_legal_list_reasons (choice->form, answers, &choice->fit);

      describe (choice, reasons, answered);
      n += choice->fit != COMMONS_LEGAL_EXCLUDED;
    }

  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));

  return n;
}

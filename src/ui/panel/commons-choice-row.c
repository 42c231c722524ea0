/* commons-choice-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-choice-row.h"
#include "commons-fold.h"

/* In characters, so that it grows with the type. */
#define MIN_CHARS 26
#define MAX_CHARS 46

struct _CommonsChoiceRow
{
  GtkListBoxRow  parent_instance;

  char          *value;
  char          *about;
  char          *folded_name;
  char          *folded;
  GtkWidget     *mark;
};

G_DEFINE_FINAL_TYPE (CommonsChoiceRow, commons_choice_row, GTK_TYPE_LIST_BOX_ROW)

static void
commons_choice_row_finalize (GObject *object)
{
  CommonsChoiceRow *self = COMMONS_CHOICE_ROW (object);

  g_free (self->value);
  g_free (self->about);
  g_free (self->folded_name);
  g_free (self->folded);

  G_OBJECT_CLASS (commons_choice_row_parent_class)->finalize (object);
}

static void
commons_choice_row_class_init (CommonsChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = commons_choice_row_finalize;
}

static void
commons_choice_row_init (CommonsChoiceRow *self)
{
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* The row is what is pressed and read out; its mark is only looked at. A check
 * button is drawn as a radio when it is in a group. */
static GtkWidget *
make_mark (gboolean several)
{
  GtkWidget *mark = g_object_new (GTK_TYPE_CHECK_BUTTON,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "can-focus", FALSE,
                                  "can-target", FALSE,
                                  "valign", GTK_ALIGN_START,
                                  NULL);

  if (!several)
    {
      GtkWidget *other = g_object_ref_sink (gtk_check_button_new ());

      gtk_check_button_set_group (GTK_CHECK_BUTTON (mark), GTK_CHECK_BUTTON (other));
      g_object_set_data_full (G_OBJECT (mark), "commons-group", other, g_object_unref);
    }

  return mark;
}

static void
build (CommonsChoiceRow *self,
       gboolean          several,
       const char       *name,
       const char       *about)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->mark = make_mark (several);
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_box_append (GTK_BOX (words), make_label (name, about ? "choice-name" : "choice-plain"));
  if (about != NULL)
    gtk_box_append (GTK_BOX (words), make_label (about, "secondary"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
commons_choice_row_new (gboolean    several,
                        const char *value,
                        const char *name,
                        const char *about)
{
  CommonsChoiceRow *self;
  g_autofree char *all = NULL;

  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  all = g_strjoin (" ", name, about ? about : "", NULL);
  self = g_object_new (COMMONS_TYPE_CHOICE_ROW,
                       "accessible-role", several ? GTK_ACCESSIBLE_ROLE_CHECKBOX : GTK_ACCESSIBLE_ROLE_RADIO,
                       NULL);
  self->value = g_strdup (value);
  self->about = g_strdup (about);
  self->folded_name = commons_fold (name);
  self->folded = commons_fold (all);

  build (self, several, name, about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  commons_choice_row_describe (self, NULL);
  commons_choice_row_set_chosen (self, FALSE);

  return GTK_WIDGET (self);
}

void
commons_choice_row_describe (CommonsChoiceRow *self,
                             const char       *details)
{
  g_autofree char *text = NULL;

  g_return_if_fail (COMMONS_IS_CHOICE_ROW (self));

  text = self->about != NULL && details != NULL ? g_strjoin ("\n", self->about, details, NULL)
                                                : g_strdup (self->about ? self->about : details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text ? text : "", -1);
}

const char *
commons_choice_row_get_value (CommonsChoiceRow *self)
{
  g_return_val_if_fail (COMMONS_IS_CHOICE_ROW (self), NULL);

  return self->value;
}

gboolean
commons_choice_row_get_chosen (CommonsChoiceRow *self)
{
  g_return_val_if_fail (COMMONS_IS_CHOICE_ROW (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->mark));
}

void
commons_choice_row_set_chosen (CommonsChoiceRow *self,
                               gboolean          chosen)
{
  g_return_if_fail (COMMONS_IS_CHOICE_ROW (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->mark), chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_CHECKED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

gboolean
commons_choice_row_begins (CommonsChoiceRow *self,
                           const char       *folded)
{
  g_return_val_if_fail (COMMONS_IS_CHOICE_ROW (self), FALSE);
  g_return_val_if_fail (folded != NULL, FALSE);

  return g_str_has_prefix (self->folded_name, folded);
}

gboolean
commons_choice_row_matches (CommonsChoiceRow   *self,
                            const char * const *words)
{
  g_return_val_if_fail (COMMONS_IS_CHOICE_ROW (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (self->folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

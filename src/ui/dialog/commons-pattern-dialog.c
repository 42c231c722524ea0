/* commons-pattern-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-advise.h"
#include "commons-pattern-dialog.h"
#include "commons-pattern-miniature.h"

#define PATTERN_KEY "commons-pattern"
#define MAX_COLUMNS 4
#define WORDS_CHARS 36

struct _CommonsPatternDialog
{
  CommonsAdviceDialog  parent_instance;

  GtkWidget           *flow;
  GtkWidget           *button;
};

G_DEFINE_FINAL_TYPE (CommonsPatternDialog, commons_pattern_dialog, COMMONS_TYPE_ADVICE_DIALOG)

static const CommonsPattern *
get_pattern (CommonsPatternDialog *self)
{
  g_autoptr (GList) children = gtk_flow_box_get_selected_children (GTK_FLOW_BOX (self->flow));

  return children != NULL ? g_object_get_data (G_OBJECT (children->data), PATTERN_KEY) : NULL;
}

/* "Public, Users, Core" */
static char *
list_circles (const CommonsPattern *pattern)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < pattern->n_circles; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", pattern->circles[i].title);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
lay_cb (CommonsPatternDialog *self)
{
  CommonsAdviceDialog *dialog = COMMONS_ADVICE_DIALOG (self);
  const CommonsPattern *pattern = get_pattern (self);
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *message = NULL;
  CommonsAdvise advise;

  g_assert (COMMONS_IS_PATTERN_DIALOG (self));

  if (pattern == NULL || !commons_advice_dialog_can_write (dialog))
    return;

  commons_advice_dialog_get_advise (dialog, &advise);
  ids = commons_advise_lay_pattern (&advise, pattern, _("Lay Out Circles"));
  /* Translators: %s is the name of a structure of circles, such as “Onion” */
  message = g_strdup_printf (ngettext ("“%s”: %'u circle laid out", "“%s”: %'u circles laid out", ids->len),
                             pattern->name, ids->len);
  commons_advice_dialog_finish (dialog, ids, message);
}

static void
selected_cb (CommonsPatternDialog *self)
{
  CommonsAdviceDialog *dialog = COMMONS_ADVICE_DIALOG (self);
  const CommonsPattern *pattern = get_pattern (self);
  gboolean can_write = commons_advice_dialog_can_write (dialog);
  g_autofree char *names = pattern ? list_circles (pattern) : NULL;

  g_assert (COMMONS_IS_PATTERN_DIALOG (self));

  gtk_widget_set_sensitive (self->button, pattern != NULL && can_write);
  if (can_write)
    commons_advice_dialog_set_note (dialog, names, FALSE);
}

/* ---- Making it ----------------------------------------------------------- */

/* As wide as the picture, or the words would take the whole window. */
static GtkWidget *
make_words (const char *text,
            const char *css_class)
{
  GtkWidget *label = commons_advice_make_label (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), WORDS_CHARS);

  return label;
}

static GtkWidget *
make_child (CommonsPatternDialog *self,
            const CommonsPattern *pattern)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *names = list_circles (pattern);
  g_autofree char *all = g_strdup_printf ("%s\n%s\n%s", pattern->about, pattern->suits, names);

  gtk_box_append (GTK_BOX (box), commons_pattern_miniature_new (
                    commons_advice_dialog_get_catalogue (COMMONS_ADVICE_DIALOG (self)), pattern));
  gtk_box_append (GTK_BOX (box), make_words (pattern->name, "heading"));
  gtk_box_append (GTK_BOX (box), make_words (pattern->about, NULL));
  gtk_box_append (GTK_BOX (box), make_words (pattern->suits, "secondary"));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_add_css_class (child, "advice-tile");
  g_object_set_data (G_OBJECT (child), PATTERN_KEY, (gpointer) pattern);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, pattern->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all,
                                  -1);

  return child;
}

static void
build_flow (CommonsPatternDialog *self)
{
  CommonsCatalogue *catalogue = commons_advice_dialog_get_catalogue (COMMONS_ADVICE_DIALOG (self));

  self->flow = gtk_flow_box_new ();
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->flow), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), MAX_COLUMNS);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_BROWSE);
  gtk_flow_box_set_activate_on_single_click (GTK_FLOW_BOX (self->flow), FALSE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->flow), 6);
  gtk_widget_set_valign (self->flow, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->flow, "advice-flow");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Structures of circles"), -1);

  for (guint i = 0; i < commons_catalogue_get_n_patterns (catalogue); i++)
    gtk_flow_box_insert (GTK_FLOW_BOX (self->flow),
                         make_child (self, commons_catalogue_get_nth_pattern (catalogue, i)), -1);

  g_signal_connect_object (self->flow, "selected-children-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flow, "child-activated", G_CALLBACK (lay_cb), self, G_CONNECT_SWAPPED);
}

static void
commons_pattern_dialog_class_init (CommonsPatternDialogClass *klass)
{
}

static void
commons_pattern_dialog_init (CommonsPatternDialog *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 940, 680);
}

GtkWidget *
commons_pattern_dialog_new (CommonsBoardView *view,
                            CommonsDocument  *document,
                            const char       *question)
{
  CommonsPatternDialog *self;
  GtkFlowBoxChild *first;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);

  self = g_object_new (COMMONS_TYPE_PATTERN_DIALOG, NULL);
  commons_advice_dialog_set_up (COMMONS_ADVICE_DIALOG (self), view, document, question, _("Structures of Circles"));
  self->button = gtk_button_new_with_mnemonic (_("_Lay Out These Circles"));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (lay_cb), self, G_CONNECT_SWAPPED);
  commons_advice_dialog_set_bar (COMMONS_ADVICE_DIALOG (self), NULL, self->button);
  build_flow (self);
  commons_advice_dialog_set_body (COMMONS_ADVICE_DIALOG (self), self->flow, FALSE);

  first = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->flow), 0);
  if (first != NULL)
    {
      gtk_flow_box_select_child (GTK_FLOW_BOX (self->flow), first);
      /* Not by the window alone: arrows go on from where the list knows of. */
      gtk_widget_child_focus (self->flow, GTK_DIR_TAB_FORWARD);
    }

  return GTK_WIDGET (self);
}

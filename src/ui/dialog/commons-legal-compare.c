/* commons-legal-compare.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-advice-dialog.h"
#include "commons-legal-compare.h"

#define FORM_KEY     "commons-form"
#define COLUMN_WIDTH 232
#define COLUMN_CHARS 24

/* Rows of a column. */
enum
{
  ROW_NAME,
  ROW_FIT,
  ROW_GOVERNS,
  ROW_FUNDS,
  ROW_SUITS,
  ROW_LIMITS,
  ROW_COUNTRY,
  ROW_USE,
};

struct _CommonsLegalCompare
{
  GtkBox     parent_instance;

  GtkWidget *scroller;
  GtkWidget *grid;
  GtkWidget *hint;
};

enum
{
  USE,
  REMOVE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsLegalCompare, commons_legal_compare, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

const char *
commons_legal_fit_get_name (CommonsLegalFit fit)
{
  switch (fit)
    {
    case COMMONS_LEGAL_EXCLUDED:
      return _("Does not fit");
    case COMMONS_LEGAL_CAREFUL:
      return _("Fits, with care");
    case COMMONS_LEGAL_GOOD:
      return _("Fits");
    case COMMONS_LEGAL_NEUTRAL:
    default:
      return _("Possible");
    }
}

/* What does not fit needs no reason that speaks for it. */
char *
commons_legal_list_reasons (const CommonsLegalForm   *form,
                            const CommonsLegalAnswer *answers,
                            CommonsLegalFit          *fit)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (answers != NULL, NULL);
  g_return_val_if_fail (fit != NULL, NULL);

  *fit = commons_legal_form_judge (form, answers, reasons);
  for (guint i = 0; i < reasons->len; i++)
    {
      const CommonsLegalCondition *condition = g_ptr_array_index (reasons, i);

      if (*fit == COMMONS_LEGAL_EXCLUDED && condition->fit != COMMONS_LEGAL_EXCLUDED)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", condition->reason);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
use_cb (CommonsLegalCompare *self,
        GtkWidget           *button)
{
  const CommonsLegalForm *form = g_object_get_data (G_OBJECT (button), FORM_KEY);

  g_assert (COMMONS_IS_LEGAL_COMPARE (self));

  g_signal_emit (self, signals[USE], 0, form->id);
}

static void
remove_cb (CommonsLegalCompare *self,
           GtkWidget           *button)
{
  const CommonsLegalForm *form = g_object_get_data (G_OBJECT (button), FORM_KEY);

  g_assert (COMMONS_IS_LEGAL_COMPARE (self));

  g_signal_emit (self, signals[REMOVE], 0, form->id);
}

static void
attach (CommonsLegalCompare *self,
        GtkWidget           *cell,
        int                  column,
        int                  row)
{
  gtk_widget_add_css_class (cell, "compare-cell");
  if (column > 0)
    gtk_widget_add_css_class (cell, "next");
  gtk_grid_attach (GTK_GRID (self->grid), cell, column, row, 1, 1);
}

static GtkWidget *
make_text (const char *text,
           const char *css_class)
{
  GtkWidget *label = commons_advice_make_label (text, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_label_set_yalign (GTK_LABEL (label), 0);

  return label;
}

static void
attach_aspect (CommonsLegalCompare *self,
               const char          *heading,
               const char          *text,
               int                  column,
               int                  row)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (cell), make_text (heading, "caption-heading"));
  gtk_box_append (GTK_BOX (cell), make_text (text ? text : "", NULL));
  attach (self, cell, column, row);
}

static void
set_up_button (CommonsLegalCompare    *self,
               const CommonsLegalForm *form,
               GtkWidget              *button,
               const char             *name,
               GCallback               callback)
{
  g_object_set_data (G_OBJECT (button), FORM_KEY, (gpointer) form);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
}

static void
attach_name (CommonsLegalCompare    *self,
             const CommonsLegalForm *form,
             int                     column)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = commons_advice_make_label (form->name, "title-4");
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *label = NULL;

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Take Away From the Comparison"));
  /* Translators: %s is a legal structure */
  label = g_strdup_printf (_("Take “%s” away from the comparison"), form->name);
  set_up_button (self, form, remove, label, G_CALLBACK (remove_cb));
  gtk_box_append (GTK_BOX (cell), name);
  gtk_box_append (GTK_BOX (cell), remove);
  attach (self, cell, column, ROW_NAME);
}

static void
attach_fit (CommonsLegalCompare      *self,
            const CommonsLegalForm   *form,
            const CommonsLegalAnswer *answers,
            int                       column)
{
  CommonsLegalFit fit;
  g_autofree char *reasons = commons_legal_list_reasons (form, answers, &fit);

  if (*reasons != '\0')
    attach_aspect (self, commons_legal_fit_get_name (fit), reasons, column, ROW_FIT);
}

static void
attach_use (CommonsLegalCompare    *self,
            const CommonsLegalForm *form,
            gboolean                can_use,
            int                     column)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *use = gtk_button_new_with_label (_("Use This One"));
  g_autofree char *about = g_strdup_printf ("%s %s\n%s %s\n%s %s\n%s %s",
                                            _("Who governs:"), form->governs, _("Who funds:"), form->funds,
                                            _("When it suits:"), form->suits, _("Limits:"), form->limits);
  g_autofree char *label = NULL;

  gtk_widget_set_sensitive (use, can_use);
  gtk_widget_set_halign (use, GTK_ALIGN_START);
  /* Translators: %s is a legal structure */
  label = g_strdup_printf (_("Use “%s”"), form->name);
  set_up_button (self, form, use, label, G_CALLBACK (use_cb));
  gtk_accessible_update_property (GTK_ACCESSIBLE (use), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  gtk_box_append (GTK_BOX (cell), use);
  attach (self, cell, column, ROW_USE);
}

static void
attach_form (CommonsLegalCompare      *self,
             const CommonsLegalForm   *form,
             const CommonsLegalAnswer *answers,
             gboolean                  can_use,
             int                       column)
{
  attach_name (self, form, column);
  attach_fit (self, form, answers, column);
  attach_aspect (self, _("Who governs"), form->governs, column, ROW_GOVERNS);
  attach_aspect (self, _("Who funds"), form->funds, column, ROW_FUNDS);
  attach_aspect (self, _("When it suits"), form->suits, column, ROW_SUITS);
  attach_aspect (self, _("Limits"), form->limits, column, ROW_LIMITS);
  attach (self, make_text (form->country ? form->country : "", "secondary"), column, ROW_COUNTRY);
  attach_use (self, form, can_use, column);
}

static void
commons_legal_compare_class_init (CommonsLegalCompareClass *klass)
{
  signals[USE] = g_signal_new ("use", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
commons_legal_compare_init (CommonsLegalCompare *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_set_valign (self->grid, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->grid, "compare");

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);

  self->hint = commons_advice_make_label (NULL, "secondary");
  gtk_label_set_justify (GTK_LABEL (self->hint), GTK_JUSTIFY_CENTER);
  gtk_widget_set_hexpand (self->hint, TRUE);
  gtk_widget_set_vexpand (self->hint, TRUE);
  gtk_widget_set_halign (self->hint, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (self), self->scroller);
  gtk_box_append (GTK_BOX (self), self->hint);
}

GtkWidget *
commons_legal_compare_new (const char *hint)
{
  CommonsLegalCompare *self = g_object_new (COMMONS_TYPE_LEGAL_COMPARE, NULL);

  gtk_label_set_text (GTK_LABEL (self->hint), hint);

  return GTK_WIDGET (self);
}

void
commons_legal_compare_set_forms (CommonsLegalCompare      *self,
                                 GPtrArray                *forms,
                                 const CommonsLegalAnswer *answers,
                                 gboolean                  can_use)
{
  GtkWidget *child;

  g_return_if_fail (COMMONS_IS_LEGAL_COMPARE (self));
  g_return_if_fail (forms != NULL);
  g_return_if_fail (answers != NULL);

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);

  for (guint i = 0; i < forms->len; i++)
    attach_form (self, g_ptr_array_index (forms, i), answers, can_use, (int) i);

  gtk_widget_set_size_request (self->grid, COLUMN_WIDTH * (int) forms->len, -1);
  gtk_widget_set_visible (self->scroller, forms->len > 0);
  gtk_widget_set_visible (self->hint, forms->len == 0);
}

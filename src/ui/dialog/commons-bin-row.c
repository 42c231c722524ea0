/* commons-bin-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-bin-row.h"
#include "commons-kind-miniature.h"
#include "commons-when.h"

struct _CommonsBinRow
{
  GtkListBoxRow   parent_instance;

  CommonsBinItem *item;
  GtkWidget      *check;
};

G_DEFINE_FINAL_TYPE (CommonsBinRow, commons_bin_row, GTK_TYPE_LIST_BOX_ROW)

/* "Rule · Surveyors · 30 Nov, 10:42" */
static char *
describe (CommonsCatalogue     *catalogue,
          const CommonsBinItem *item)
{
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, item->kind);
  g_autofree char *when = commons_when_both (item->removed);
  g_autoptr (GString) out = g_string_new (kind != NULL ? kind->label : _("Card"));

  if (item->place != NULL && *item->place != '\0')
    g_string_append_printf (out, " · %s", item->place);
  g_string_append_printf (out, " · %s", when);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
commons_bin_row_finalize (GObject *object)
{
  g_clear_pointer (&COMMONS_BIN_ROW (object)->item, commons_bin_item_unref);

  G_OBJECT_CLASS (commons_bin_row_parent_class)->finalize (object);
}

static void
commons_bin_row_class_init (CommonsBinRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = commons_bin_row_finalize;

  /* The row is what is pressed and read out; its mark shows. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
commons_bin_row_init (CommonsBinRow *self)
{
  self->check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "can-focus", FALSE,
                              "can-target", FALSE,
                              NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "advice-row");
}

static GtkWidget *
make_words (const CommonsBinItem *item,
            const char           *title,
            const char           *about)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *small = make_label (about, "secondary");

  gtk_widget_add_css_class (small, "caption");
  gtk_box_append (GTK_BOX (words), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (words), small);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);

  return words;
}

GtkWidget *
commons_bin_row_new (CommonsCatalogue *catalogue,
                     CommonsBinItem   *item)
{
  CommonsBinRow *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *miniature;
  g_autofree char *about = NULL;
  const char *title;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_BIN_ROW, NULL);
  self->item = commons_bin_item_ref (item);
  title = *item->title != '\0' ? item->title : _("Without a title");
  about = describe (catalogue, item);

  miniature = commons_kind_miniature_new (catalogue, item->kind);
  gtk_widget_set_valign (miniature, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_box_append (GTK_BOX (box), miniature);
  gtk_box_append (GTK_BOX (box), make_words (item, title, about));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  commons_bin_row_set_wanted (self, FALSE);

  return GTK_WIDGET (self);
}

CommonsBinItem *
commons_bin_row_get_item (CommonsBinRow *self)
{
  g_return_val_if_fail (COMMONS_IS_BIN_ROW (self), NULL);

  return self->item;
}

void
commons_bin_row_set_wanted (CommonsBinRow *self,
                            gboolean       wanted)
{
  g_return_if_fail (COMMONS_IS_BIN_ROW (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), wanted);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               wanted ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

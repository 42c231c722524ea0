/* commons-sheet-switcher.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-answers.h"
#include "commons-progress-ring.h"
#include "commons-sheet-switcher.h"

/* More sheets than this would not stand side by side. */
#define MAX_SHEETS 4

typedef struct
{
  GtkWidget *button;
  GtkWidget *ring;
  GtkWidget *count;
} Toggle;

struct _CommonsSheetSwitcher
{
  GtkWidget         parent_instance;

  CommonsCatalogue *catalogue;
  GtkWidget        *box;
  Toggle            toggles[MAX_SHEETS];
  guint             n_toggles;
  gboolean          quiet;    /* a toggle is set by the program */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsSheetSwitcher, commons_sheet_switcher, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static void
toggled_cb (CommonsSheetSwitcher *self,
            GtkToggleButton      *button)
{
  g_assert (COMMONS_IS_SHEET_SWITCHER (self));

  if (self->quiet || !gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < self->n_toggles; i++)
    {
      if (self->toggles[i].button == GTK_WIDGET (button))
        g_signal_emit (self, signals[CHOSEN], 0, i);
    }
}

static void
add_toggle (CommonsSheetSwitcher *self,
            guint                 index)
{
  const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (self->catalogue, index);
  Toggle *toggle = &self->toggles[index];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (sheet->title);

  toggle->button = gtk_toggle_button_new ();
  toggle->ring = commons_progress_ring_new (index + 1);
  toggle->count = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (title, 4);
  gtk_widget_add_css_class (title, "sheet-title");
  gtk_widget_add_css_class (toggle->count, "sheet-count");
  gtk_box_append (GTK_BOX (box), toggle->ring);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), toggle->count);

  gtk_button_set_child (GTK_BUTTON (toggle->button), box);
  gtk_widget_add_css_class (toggle->button, "flat");
  gtk_widget_add_css_class (toggle->button, "sheet-toggle");

  /* As wide as their words, not all alike: some titles are long. */
  gtk_widget_set_hexpand (toggle->button, TRUE);
  if (index > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle->button), GTK_TOGGLE_BUTTON (self->toggles[0].button));
  g_signal_connect_object (toggle->button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), toggle->button);
}

static void
commons_sheet_switcher_dispose (GObject *object)
{
  CommonsSheetSwitcher *self = COMMONS_SHEET_SWITCHER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (commons_sheet_switcher_parent_class)->dispose (object);
}

static void
commons_sheet_switcher_class_init (CommonsSheetSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_sheet_switcher_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sheetswitcher");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
commons_sheet_switcher_init (CommonsSheetSwitcher *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Guiding Sheets"), -1);
}

GtkWidget *
commons_sheet_switcher_new (void)
{
  return g_object_new (COMMONS_TYPE_SHEET_SWITCHER, NULL);
}

void
commons_sheet_switcher_set_catalogue (CommonsSheetSwitcher *self,
                                      CommonsCatalogue     *catalogue)
{
  g_return_if_fail (COMMONS_IS_SHEET_SWITCHER (self));

  if (!g_set_object (&self->catalogue, catalogue))
    return;

  for (guint i = 0; i < self->n_toggles; i++)
    gtk_box_remove (GTK_BOX (self->box), self->toggles[i].button);

  self->n_toggles = catalogue ? MIN (commons_catalogue_get_n_sheets (catalogue), MAX_SHEETS) : 0;
  for (guint i = 0; i < self->n_toggles; i++)
    add_toggle (self, i);
}

void
commons_sheet_switcher_set_sheet (CommonsSheetSwitcher *self,
                                  guint                 index)
{
  g_return_if_fail (COMMONS_IS_SHEET_SWITCHER (self));

  if (index >= self->n_toggles)
    return;

  self->quiet = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[index].button), TRUE);
  self->quiet = FALSE;
}

static void
update_toggle (CommonsSheetSwitcher *self,
               CommonsBoard         *board,
               guint                 index)
{
  const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (self->catalogue, index);
  Toggle *toggle = &self->toggles[index];
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;
  guint n_done, n_started;

  commons_answers_count (board, sheet, &n_done, &n_started);
  commons_progress_ring_set (COMMONS_PROGRESS_RING (toggle->ring), n_done, sheet->n_questions);

  /* Translators: how many questions of a sheet are done: “9 of 14” */
  count = g_strdup_printf (_("%'u of %'u"), n_done, sheet->n_questions);
  gtk_label_set_text (GTK_LABEL (toggle->count), count);
  if (n_done == sheet->n_questions)
    gtk_widget_add_css_class (toggle->button, "done");
  else
    gtk_widget_remove_css_class (toggle->button, "done");

  /* Translators: “Operation, 9 of 14 questions done” */
  name = g_strdup_printf (_("%s, %u of %u questions done"), sheet->title, n_done, sheet->n_questions);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
commons_sheet_switcher_update (CommonsSheetSwitcher *self,
                               CommonsBoard         *board)
{
  g_return_if_fail (COMMONS_IS_SHEET_SWITCHER (self));
  g_return_if_fail (COMMONS_IS_BOARD (board));

  for (guint i = 0; i < self->n_toggles; i++)
    update_toggle (self, board, i);
}

/* commons-conflict-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-advice-dialog.h"
#include "commons-conflict-row.h"
#include "commons-words.h"

struct _CommonsConflictRow
{
  GtkBox                 parent_instance;

  const CommonsConflict *conflict;
  GtkWidget             *sides;
  GtkWidget             *first; /* button */
};

enum
{
  CHOSEN,
  LOOKED_AT,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsConflictRow, commons_conflict_row, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

static void
look_cb (CommonsConflictRow *self)
{
  g_assert (COMMONS_IS_CONFLICT_ROW (self));

  g_signal_emit (self, signals[LOOKED_AT], 0);
}

static void
choose_cb (CommonsConflictRow *self,
           GtkWidget          *button)
{
  int choice = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "choice"));

  g_assert (COMMONS_IS_CONFLICT_ROW (self));

  g_signal_emit (self, signals[CHOSEN], 0, choice);
}

static void
commons_conflict_row_class_init (CommonsConflictRowClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[LOOKED_AT] = g_signal_new ("looked-at", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
commons_conflict_row_init (CommonsConflictRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "conflict-row");
  g_signal_connect_object (focus, "enter", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static GtkWidget *
make_head (CommonsConflictRow *self,
           const char         *name,
           const char         *subject)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *show = gtk_button_new_with_label (_("Show on the Board"));

  gtk_box_append (GTK_BOX (words), commons_advice_make_label (name, "heading"));
  gtk_box_append (GTK_BOX (words), commons_advice_make_label (subject, "secondary"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (show, "flat");
  gtk_widget_set_valign (show, GTK_ALIGN_START);
  gtk_widget_set_visible (show, self->conflict->table != COMMONS_TABLE_HEAD);
  g_signal_connect_object (show, "clicked", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), show);

  return box;
}

static GtkWidget *
make_button (CommonsConflictRow    *self,
             const char            *label,
             CommonsConflictChoice  choice,
             gboolean               can_write)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_sensitive (button, can_write);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "choice", GINT_TO_POINTER (choice));
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_side (const char *heading,
           const char *words,
           GtkWidget  *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = commons_advice_make_label (words, NULL);

  gtk_widget_set_vexpand (label, TRUE);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), commons_advice_make_label (heading, "secondary"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "conflict-side");

  return box;
}

/* Screen readers say both sides when one comes to the buttons. */
static void
describe (CommonsConflictRow *self,
          const char         *name,
          const char         *subject,
          const char         *ours,
          const char         *theirs)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", name, subject);
  /* Translators: what we wrote, what they wrote */
  g_autofree char *both = g_strdup_printf (_("Ours: %s. Theirs: %s."), ours, theirs);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both, -1);
}

static void
describe_button (GtkWidget  *button,
                 const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

GtkWidget *
commons_conflict_row_new (CommonsCatalogue      *catalogue,
                          CommonsBoard          *board,
                          const CommonsConflict *conflict,
                          gboolean               can_write)
{
  CommonsRecord *record = commons_board_lookup (board, conflict->id);
  g_autofree char *name = commons_words_for_record (catalogue, board, record);
  g_autofree char *subject = commons_words_for_subject (catalogue, board, conflict);
  g_autofree char *ours = commons_words_for_side (catalogue, board, conflict, FALSE);
  g_autofree char *theirs = commons_words_for_side (catalogue, board, conflict, TRUE);
  CommonsConflictRow *self = g_object_new (COMMONS_TYPE_CONFLICT_ROW,
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *their_button, *both;

  self->conflict = conflict;
  describe (self, name, subject, ours, theirs);
  gtk_box_append (GTK_BOX (self), make_head (self, name, subject));

  self->sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_box_set_homogeneous (GTK_BOX (self->sides), TRUE);
  self->first = make_button (self, _("Keep Ours"), COMMONS_CONFLICT_OURS, can_write);
  describe_button (self->first, ours);
  their_button = make_button (self, _("Take Theirs"), COMMONS_CONFLICT_THEIRS, can_write);
  describe_button (their_button, theirs);
  gtk_box_append (GTK_BOX (self->sides), make_side (_("Ours, on this board"), ours, self->first));
  gtk_box_append (GTK_BOX (self->sides), make_side (_("Theirs, in the other copy"), theirs, their_button));
  gtk_box_append (GTK_BOX (self), self->sides);

  if (commons_conflict_has_both (conflict, board, catalogue))
    {
      both = make_button (self, _("Keep Both"), COMMONS_CONFLICT_BOTH, can_write);
      gtk_widget_set_halign (both, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self), both);
    }

  return GTK_WIDGET (self);
}

const CommonsConflict *
commons_conflict_row_get_conflict (CommonsConflictRow *self)
{
  g_return_val_if_fail (COMMONS_IS_CONFLICT_ROW (self), NULL);

  return self->conflict;
}

void
commons_conflict_row_set_narrow (CommonsConflictRow *self,
                                 gboolean            narrow)
{
  g_return_if_fail (COMMONS_IS_CONFLICT_ROW (self));

  gtk_box_set_homogeneous (GTK_BOX (self->sides), !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

void
commons_conflict_row_focus (CommonsConflictRow *self)
{
  g_return_if_fail (COMMONS_IS_CONFLICT_ROW (self));

  gtk_widget_grab_focus (self->first);
}

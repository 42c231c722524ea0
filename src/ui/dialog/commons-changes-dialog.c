/* commons-changes-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "commons-changes-dialog.h"
#include "commons-conflict-row.h"
#include "commons-words.h"

#define WIDTH 720

/* Of a folder that was put in order there can be thousands. */
#define MAX_LINES 100

/* The others come as these are decided. */
#define MAX_ROWS 50

struct _CommonsChangesDialog
{
  CommonsAdviceDialog  parent_instance;

  CommonsHistory      *history;
  GPtrArray           *conflicts; /* of the rows */
  GPtrArray           *words;     /* what was taken over, NULL when nothing was */
  guint64              state;     /* of the history, right after that */

  GtkWidget           *undo;
  GtkWidget           *to_decide; /* heading and buttons for all */
  GtkWidget           *heading;
  GtkWidget           *all;
  GtkWidget           *rows;
  GtkWidget           *decided;   /* says that all is */
  GtkWidget           *taken;
  guint                narrow : 1;
};

G_DEFINE_FINAL_TYPE (CommonsChangesDialog, commons_changes_dialog, COMMONS_TYPE_ADVICE_DIALOG)

/* ---- Deciding ------------------------------------------------------------ */

static void
apply (CommonsEditor         *editor,
       const CommonsConflict *conflict,
       CommonsConflictChoice  choice)
{
  if (choice == COMMONS_CONFLICT_BOTH)
    commons_conflict_keep_both (conflict, editor);
  else
    commons_conflict_decide (conflict, editor, choice == COMMONS_CONFLICT_THEIRS);
}

static const char *
get_label (CommonsConflictChoice choice)
{
  switch (choice)
    {
    case COMMONS_CONFLICT_THEIRS:
      return _("Take Theirs");

    case COMMONS_CONFLICT_BOTH:
      return _("Keep Both");

    case COMMONS_CONFLICT_OURS:
    default:
      return _("Keep Ours");
    }
}

static guint
get_index (GtkWidget *row)
{
  guint index = 0;

  while ((row = gtk_widget_get_prev_sibling (row)) != NULL)
    index++;

  return index;
}

/* The keyboard goes on to what is to be decided next. */
static void
focus_row (CommonsChangesDialog *self,
           guint                 index)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  if (row == NULL)
    {
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      return;
    }

  while (index-- > 0 && gtk_widget_get_next_sibling (row) != NULL)
    row = gtk_widget_get_next_sibling (row);
  commons_conflict_row_focus (COMMONS_CONFLICT_ROW (row));
}

static void
chosen_cb (CommonsChangesDialog *self,
           int                   choice,
           CommonsConflictRow   *row)
{
  CommonsEditor *editor = commons_advice_dialog_get_editor (COMMONS_ADVICE_DIALOG (self));
  guint index = get_index (GTK_WIDGET (row));

  g_assert (COMMONS_IS_CHANGES_DIALOG (self));

  commons_editor_begin (editor, get_label (choice), NULL);
  apply (editor, commons_conflict_row_get_conflict (row), choice);
  commons_editor_commit (editor);
  focus_row (self, index);
}

static void
decide_all (CommonsChangesDialog  *self,
            CommonsConflictChoice  choice)
{
  CommonsEditor *editor = commons_advice_dialog_get_editor (COMMONS_ADVICE_DIALOG (self));
  g_autoptr (GPtrArray) conflicts = g_ptr_array_ref (self->conflicts);

  commons_editor_begin (editor, get_label (choice), NULL);
  for (guint i = 0; i < conflicts->len; i++)
    apply (editor, g_ptr_array_index (conflicts, i), choice);
  commons_editor_commit (editor);
  focus_row (self, 0);
}

static void
all_ours_cb (CommonsChangesDialog *self)
{
  g_assert (COMMONS_IS_CHANGES_DIALOG (self));

  decide_all (self, COMMONS_CONFLICT_OURS);
}

static void
all_theirs_cb (CommonsChangesDialog *self)
{
  g_assert (COMMONS_IS_CHANGES_DIALOG (self));

  decide_all (self, COMMONS_CONFLICT_THEIRS);
}

static void
undo_cb (CommonsChangesDialog *self)
{
  g_assert (COMMONS_IS_CHANGES_DIALOG (self));

  if (commons_history_get_state (self->history) == self->state)
    commons_board_view_perform (commons_advice_dialog_get_view (COMMONS_ADVICE_DIALOG (self)), "board.undo");
  gtk_window_close (GTK_WINDOW (self));
}

static void
looked_at_cb (CommonsChangesDialog *self,
              CommonsConflictRow   *row)
{
  CommonsBoardView *view = commons_advice_dialog_get_view (COMMONS_ADVICE_DIALOG (self));
  const CommonsConflict *conflict = commons_conflict_row_get_conflict (row);

  g_assert (COMMONS_IS_CHANGES_DIALOG (self));

  if (conflict->table == COMMONS_TABLE_HEAD)
    return;

  commons_selection_set_only (commons_board_view_get_selection (view), conflict->id);
  commons_board_view_reveal_selection (view);
}

/* ---- What is shown ------------------------------------------------------- */

static void
fill_rows (CommonsChangesDialog *self)
{
  CommonsAdviceDialog *dialog = COMMONS_ADVICE_DIALOG (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);

  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  self->conflicts = commons_conflicts_list (commons_advice_dialog_get_board (dialog));
  for (guint i = 0; i < MIN (self->conflicts->len, MAX_ROWS); i++)
    {
      row = commons_conflict_row_new (commons_advice_dialog_get_catalogue (dialog),
                                      commons_advice_dialog_get_board (dialog),
                                      g_ptr_array_index (self->conflicts, i),
                                      commons_advice_dialog_can_write (dialog));
      commons_conflict_row_set_narrow (COMMONS_CONFLICT_ROW (row), self->narrow);
      g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "looked-at", G_CALLBACK (looked_at_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->rows), row);
    }
}

static void
fill (CommonsChangesDialog *self)
{
  guint before = self->conflicts != NULL ? self->conflicts->len : 0;
  g_autofree char *heading = NULL;

  fill_rows (self);

  heading = g_strdup_printf (ngettext ("%'u thing to decide", "%'u things to decide", self->conflicts->len),
                             self->conflicts->len);
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_widget_set_visible (self->to_decide, self->conflicts->len > 0);
  gtk_widget_set_visible (self->all, self->conflicts->len > 1);
  gtk_widget_set_sensitive (self->all, commons_advice_dialog_can_write (COMMONS_ADVICE_DIALOG (self)));
  gtk_widget_set_visible (self->decided, self->conflicts->len == 0);
  gtk_widget_set_visible (self->undo, self->words != NULL);
  gtk_widget_set_sensitive (self->undo, self->words != NULL &&
                                        commons_history_get_state (self->history) == self->state);

  if (self->conflicts->len != before)
    commons_advice_dialog_set_note (COMMONS_ADVICE_DIALOG (self), self->conflicts->len > 0
      ? _("Until you decide, the board says ours, and keeps theirs: also when it is saved.")
      : _("Nothing is left to decide."), before > 0);
}

static void
commons_changes_dialog_changed (CommonsAdviceDialog *dialog)
{
  CommonsChangesDialog *self = COMMONS_CHANGES_DIALOG (dialog);
  gboolean had_focus = gtk_widget_get_focus_child (self->rows) != NULL;
  guint index = had_focus ? get_index (gtk_widget_get_focus_child (self->rows)) : 0;

  fill (self);
  if (had_focus)
    focus_row (self, index);
}

static void
commons_changes_dialog_narrow (CommonsAdviceDialog *dialog,
                               gboolean             narrow)
{
  CommonsChangesDialog *self = COMMONS_CHANGES_DIALOG (dialog);

  self->narrow = !!narrow;
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    commons_conflict_row_set_narrow (COMMONS_CONFLICT_ROW (row), narrow);
}

/* ---- Making it ----------------------------------------------------------- */

static void
document_board_cb (CommonsChangesDialog *self)
{
  g_assert (COMMONS_IS_CHANGES_DIALOG (self));

  gtk_window_close (GTK_WINDOW (self));
}

static void
commons_changes_dialog_dispose (GObject *object)
{
  CommonsChangesDialog *self = COMMONS_CHANGES_DIALOG (object);

  g_clear_object (&self->history);

  G_OBJECT_CLASS (commons_changes_dialog_parent_class)->dispose (object);
}

static void
commons_changes_dialog_finalize (GObject *object)
{
  CommonsChangesDialog *self = COMMONS_CHANGES_DIALOG (object);

  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);

  G_OBJECT_CLASS (commons_changes_dialog_parent_class)->finalize (object);
}

static void
commons_changes_dialog_class_init (CommonsChangesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_changes_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = commons_changes_dialog_finalize;
  COMMONS_ADVICE_DIALOG_CLASS (klass)->changed = commons_changes_dialog_changed;
  COMMONS_ADVICE_DIALOG_CLASS (klass)->narrow = commons_changes_dialog_narrow;
  COMMONS_ADVICE_DIALOG_CLASS (klass)->narrow_width = 520;
}

/* It stands beside the board, so that the cards can be seen. */
static void
commons_changes_dialog_init (CommonsChangesDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 680, 600);
}

static GtkWidget *
make_to_decide (CommonsChangesDialog *self)
{
  GtkWidget *ours = gtk_button_new_with_label (_("All Ours"));
  GtkWidget *theirs = gtk_button_new_with_label (_("All Theirs"));

  self->to_decide = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->all = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->heading = commons_advice_make_label (NULL, "title-4");
  gtk_widget_set_hexpand (self->heading, TRUE);
  g_signal_connect_object (ours, "clicked", G_CALLBACK (all_ours_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (theirs, "clicked", G_CALLBACK (all_theirs_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->all), ours);
  gtk_box_append (GTK_BOX (self->all), theirs);
  gtk_box_append (GTK_BOX (self->to_decide), self->heading);
  gtk_box_append (GTK_BOX (self->to_decide), self->all);

  return self->to_decide;
}

/* Signs at the start of a line are for terminals. */
static char *
make_title (const char *words)
{
  const char *start = g_utf8_next_char (words);
  g_autofree char *name = NULL;

  if (*start == ' ')
    start++;
  name = g_strndup (start, strcspn (start, "\n"));
  if (g_str_has_prefix (words, "+"))
    /* Translators: %s is a card or link that was added */
    return g_strdup_printf (_("New: %s"), name);
  if (g_str_has_prefix (words, "−"))
    /* Translators: %s is a card or link that was deleted */
    return g_strdup_printf (_("Deleted: %s"), name);

  return g_steal_pointer (&name);
}

static GtkWidget *
make_line (const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = make_title (words);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  gtk_box_append (GTK_BOX (box), commons_advice_make_label (title, NULL));
  for (guint i = 1; lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), commons_advice_make_label (g_strstrip (lines[i]), "secondary"));

  return box;
}

static GtkWidget *
make_taken (CommonsChangesDialog *self)
{
  guint n = self->words != NULL ? self->words->len : 0;
  g_autofree char *more = NULL;

  self->taken = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  if (n == 0)
    return self->taken;

  gtk_box_append (GTK_BOX (self->taken), commons_advice_make_label (_("Taken over from elsewhere"), "title-4"));
  for (guint i = 0; i < MIN (n, MAX_LINES); i++)
    gtk_box_append (GTK_BOX (self->taken), make_line (g_ptr_array_index (self->words, i)));
  if (n > MAX_LINES)
    {
      more = g_strdup_printf (ngettext ("… and %'u more", "… and %'u more", n - MAX_LINES), n - MAX_LINES);
      gtk_box_append (GTK_BOX (self->taken), commons_advice_make_label (more, "secondary"));
    }

  return self->taken;
}

static GtkWidget *
build (CommonsChangesDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->decided = commons_advice_make_label (_("There is nothing to decide."), NULL);
  gtk_box_append (GTK_BOX (box), make_to_decide (self));
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_box_append (GTK_BOX (box), self->decided);
  gtk_box_append (GTK_BOX (box), make_taken (self));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_add_css_class (clamp, "advice-page");

  return clamp;
}

GtkWidget *
commons_changes_dialog_new (CommonsBoardView    *view,
                            CommonsDocument     *document,
                            const CommonsTakeUp *taken)
{
  CommonsChangesDialog *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);

  self = g_object_new (COMMONS_TYPE_CHANGES_DIALOG, NULL);
  commons_advice_dialog_set_up (COMMONS_ADVICE_DIALOG (self), view, document, NULL, _("Changes From Elsewhere"));
  self->history = g_object_ref (commons_document_get_history (document));
  if (taken != NULL)
    {
      self->words = commons_take_up_list_words (taken, commons_board_view_get_catalogue (view));
      self->state = taken->state;
    }

  self->undo = gtk_button_new_with_mnemonic (_("_Undo All of It"));
  g_signal_connect_object (self->undo, "clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  commons_advice_dialog_add_header (COMMONS_ADVICE_DIALOG (self), self->undo);
  commons_advice_dialog_set_body (COMMONS_ADVICE_DIALOG (self), build (self), FALSE);
  g_signal_connect_object (document, "notify::board", G_CALLBACK (document_board_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  if (self->conflicts->len > 0)
    focus_row (self, 0);

  return GTK_WIDGET (self);
}

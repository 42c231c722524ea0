/* commons-window-changes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What other programs do with the file of the window, and what is to be
 * decided after it.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-changes-dialog.h"
#include "commons-elsewhere.h"
#include "commons-merge.h"
#include "commons-text-editor.h"
#include "commons-window-private.h"

struct _CommonsWindowChanges
{
  CommonsElsewhere *elsewhere;
  CommonsTakeUp    *taken;       /* the last time, NULL when it was undone */
  CommonsTakeUp    *undone;      /* the same, when it was */
  guint64           last_state;  /* of the history */

  GtkWidget        *file_bar;    /* says what became of the file */
  GtkWidget        *file_words;
  GtkWidget        *file_button;
  GtkWidget        *decide_bar;  /* says that something is to be decided */
  GtkWidget        *decide_words;
  GtkWidget        *dialog;      /* weak */
  guint             idle;
  guint             retry;
  guint             n_open;      /* conflicts */
  guint             had_changes : 1;
};

/* How soon to look again whether a hand has let go, in milliseconds. */
#define RETRY_DELAY 300

static void update (CommonsWindow *self);

/* ---- Bars ---------------------------------------------------------------- */

static GtkWidget *
make_bar (GtkWidget  **words,
          GtkWidget  **button)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "spacing", 12, "visible", FALSE, NULL);

  *words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (*words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (*words), 0);
  gtk_widget_set_hexpand (*words, TRUE);
  *button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (*button), TRUE);
  gtk_widget_set_valign (*button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "notice");
  gtk_box_append (GTK_BOX (bar), *words);
  gtk_box_append (GTK_BOX (bar), *button);

  return bar;
}

GtkWidget *
_commons_window_make_changes (CommonsWindow *self,
                              GtkWidget     *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  CommonsWindowChanges *changes = g_new0 (CommonsWindowChanges, 1);
  GtkWidget *decide;

  self->changes = changes;
  changes->file_bar = make_bar (&changes->file_words, &changes->file_button);
  gtk_widget_add_css_class (changes->file_bar, "warning");
  changes->decide_bar = make_bar (&changes->decide_words, &decide);
  gtk_button_set_label (GTK_BUTTON (decide), _("_Decide…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (decide), "win.changes");

  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->notices), changes->file_bar);
  gtk_box_append (GTK_BOX (self->notices), changes->decide_bar);
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), self->notices);
  gtk_box_append (GTK_BOX (box), content);

  return box;
}

/* What has the keyboard must not vanish with it. */
static void
hide_bar (CommonsWindow *self,
          GtkWidget     *bar)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, bar);

  gtk_widget_set_visible (bar, FALSE);
  if (had_focus)
    _commons_window_focus_view (self);
}

static void
show_bar (CommonsWindow *self,
          GtkWidget     *bar,
          GtkWidget     *label,
          const char    *words)
{
  gboolean news = !gtk_widget_get_visible (bar) || g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), words) != 0;

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (bar, TRUE);
  if (news)
    commons_announce (GTK_WIDGET (self), words);
}

static void
show_file_bar (CommonsWindow *self,
               const char    *words,
               const char    *button,
               const char    *action)
{
  CommonsWindowChanges *changes = self->changes;

  gtk_button_set_label (GTK_BUTTON (changes->file_button), button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (changes->file_button), action);
  show_bar (self, changes->file_bar, changes->file_words, words);
}

/* ---- What is to be decided ----------------------------------------------- */

static void
count (CommonsWindow *self)
{
  CommonsWindowChanges *changes = self->changes;
  g_autoptr (GPtrArray) conflicts = commons_conflicts_list (commons_document_get_board (self->document));
  g_autofree char *words = NULL;

  gboolean has_changes;

  g_clear_handle_id (&changes->idle, g_source_remove);
  changes->n_open = conflicts->len;
  if (conflicts->len == 0 || commons_document_get_error (self->document) != NULL)
    {
      hide_bar (self, changes->decide_bar);
    }
  else
    {
      words = g_strdup_printf (ngettext ("%'u thing to decide: two copies of this board do not agree on it",
                                         "%'u things to decide: two copies of this board do not agree on them",
                                         conflicts->len), conflicts->len);
      show_bar (self, changes->decide_bar, changes->decide_words, words);
    }

  has_changes = _commons_window_has_changes (self);
  if (has_changes != changes->had_changes)
    _commons_window_update_commands (self);
  changes->had_changes = !!has_changes;
}

static gboolean
count_cb (gpointer user_data)
{
  CommonsWindow *self = user_data;

  self->changes->idle = 0;
  count (self);

  return G_SOURCE_REMOVE;
}

static void
count_soon (CommonsWindow *self)
{
  if (self->changes->idle == 0)
    self->changes->idle = g_idle_add (count_cb, self);
}

/* What was taken over is told of as long as it is there. */
static void
follow_history (CommonsWindow *self)
{
  CommonsWindowChanges *changes = self->changes;
  guint64 state = commons_history_get_state (commons_document_get_history (self->document));

  if (changes->taken != NULL && changes->last_state == changes->taken->state && state < changes->last_state)
    changes->undone = g_steal_pointer (&changes->taken);
  else if (changes->undone != NULL && state == changes->undone->state)
    changes->taken = g_steal_pointer (&changes->undone);
  changes->last_state = state;
}

static void
board_changed_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  follow_history (self);
  count_soon (self);
}

static void
forget_taken (CommonsWindowChanges *changes)
{
  g_clear_pointer (&changes->taken, commons_take_up_free);
  g_clear_pointer (&changes->undone, commons_take_up_free);
}

static void
document_board_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  forget_taken (self->changes);
  g_signal_connect_object (commons_document_get_board (self->document), "changed",
                           G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);
  board_changed_cb (self);
}

gboolean
_commons_window_has_changes (CommonsWindow *self)
{
  return self->changes != NULL && (self->changes->n_open > 0 || self->changes->taken != NULL);
}

void
_commons_window_show_changes (CommonsWindow *self)
{
  CommonsWindowChanges *changes = self->changes;

  _commons_window_finish_editing (self);
  if (changes->dialog != NULL)
    gtk_window_close (GTK_WINDOW (changes->dialog));

  g_set_weak_pointer (&changes->dialog, commons_changes_dialog_new (self->view, self->document, changes->taken));
  gtk_window_present (GTK_WINDOW (changes->dialog));
}

/* ---- What was taken over ------------------------------------------------- */

static void
tell_taken (CommonsWindow *self)
{
  g_autofree char *words = commons_take_up_describe (self->changes->taken);
  GtkWidget *box, *label, *show;

  if (words == NULL)
    return;

  _commons_window_toast (self, words, TRUE);
  if (self->last_toast == NULL)
    return;

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  label = gtk_label_new (words);
  show = gtk_button_new_with_mnemonic (_("_Show…"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (show, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "win.changes");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), show);
  adw_toast_set_custom_title (self->last_toast, box);
}

static void
take_up (CommonsWindow *self)
{
  CommonsWindowChanges *changes = self->changes;
  CommonsTakeUp *taken;

  _commons_window_finish_editing (self);
  taken = commons_elsewhere_take_up (changes->elsewhere);
  if (taken == NULL)
    return;

  forget_taken (changes);
  changes->taken = taken;
  changes->last_state = taken->state;
  if (!taken->changed)
    forget_taken (changes);
  else
    tell_taken (self);
  count (self);
}

/* Letters that are being typed must not end up as commands on the board. */
static gboolean
is_writing (CommonsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_get_ancestor (focus, COMMONS_TYPE_TEXT_EDITOR) != NULL;
}

static gboolean
retry_cb (gpointer user_data)
{
  CommonsWindow *self = user_data;

  self->changes->retry = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
retry_soon (CommonsWindow *self)
{
  if (self->changes->retry == 0)
    self->changes->retry = g_timeout_add (RETRY_DELAY, retry_cb, self);
}

static void
take_up_or_wait (CommonsWindow *self)
{
  if (commons_document_get_busy (self->document) || self->asking)
    return;

  if (commons_board_view_is_dragging (self->view))
    retry_soon (self);
  else if (is_writing (self))
    show_file_bar (self, _("Another program changed this board. Its changes are taken over when you have finished writing."),
                   _("_Take Over Now"), "win.take-over");
  else
    take_up (self);
}

static void
update (CommonsWindow *self)
{
  CommonsElsewhere *elsewhere = self->changes->elsewhere;
  g_autofree char *words = NULL;

  g_assert (COMMONS_IS_WINDOW (self));

  switch (commons_elsewhere_get_state (elsewhere))
    {
    case COMMONS_ELSEWHERE_CHANGED:
      take_up_or_wait (self);
      break;

    case COMMONS_ELSEWHERE_UNREADABLE:
      words = g_strdup_printf (_("Another program changed this file, and what it holds now cannot be read. "
                                 "Your board stays as it is here. %s"),
                               commons_elsewhere_get_error (elsewhere)->message);
      show_file_bar (self, words, _("_Try Again"), "win.take-over");
      break;

    case COMMONS_ELSEWHERE_GONE:
      show_file_bar (self, _("The file of this board was deleted or moved, or its disk was taken away. "
                             "The board is safe in this window; saving brings it back."),
                     _("_Save"), "win.save");
      break;

    case COMMONS_ELSEWHERE_SAME:
    default:
      hide_bar (self, self->changes->file_bar);
      break;
    }
}

void
_commons_window_take_over (CommonsWindow *self)
{
  if (commons_elsewhere_get_state (self->changes->elsewhere) == COMMONS_ELSEWHERE_CHANGED)
    take_up (self);
  else
    commons_elsewhere_look (self->changes->elsewhere);
}

/* ---- Saving -------------------------------------------------------------- */

gboolean
_commons_window_take_changes (CommonsWindow *self)
{
  CommonsTakeUp *taken;

  if (commons_elsewhere_get_state (self->changes->elsewhere) != COMMONS_ELSEWHERE_CHANGED)
    return TRUE;

  take_up (self);
  taken = self->changes->taken;

  /* Who closes the window would not see that there is something to decide. */
  return !self->closing || taken == NULL || taken->n_conflicts == 0;
}

static void
say_unreadable (CommonsWindow *self,
                const GError  *error)
{
  g_autofree char *words = g_strdup_printf (_("What the other program wrote cannot be read, so it cannot be merged: %s"),
                                            error->message);

  commons_window_toast (self, words);
  _commons_window_stay (self);
}

static void
merge_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CommonsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = commons_elsewhere_read_finish (COMMONS_ELSEWHERE (object), result, &error);

  if (self->gone)
    return;

  if (done)
    _commons_window_save (self);
  else
    say_unreadable (self, error);
}

void
_commons_window_merge_and_save (CommonsWindow *self)
{
  commons_elsewhere_read_async (self->changes->elsewhere, merge_cb, g_object_ref (self));
}

/* ---- Following ----------------------------------------------------------- */

static void
active_cb (CommonsWindow *self)
{
  if (!self->gone && gtk_window_is_active (GTK_WINDOW (self)))
    commons_elsewhere_look (self->changes->elsewhere);
}

static gboolean
update_cb (gpointer user_data)
{
  CommonsWindow *self = user_data;

  if (!self->gone && self->changes != NULL)
    update (self);

  return G_SOURCE_REMOVE;
}

/* Ends of writing and saving come in the middle of other things. */
static void
update_soon (CommonsWindow *self)
{
  if (!self->gone && commons_elsewhere_get_state (self->changes->elsewhere) == COMMONS_ELSEWHERE_CHANGED)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, update_cb, g_object_ref (self), g_object_unref);
}

void
_commons_window_update_changes (CommonsWindow *self)
{
  update_soon (self);
}

void
_commons_window_follow_changes (CommonsWindow *self)
{
  CommonsWindowChanges *changes = self->changes;

  changes->elsewhere = commons_elsewhere_new (self->document);
  g_signal_connect_object (changes->elsewhere, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::board", G_CALLBACK (document_board_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::error", G_CALLBACK (count_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::busy", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::focus-widget", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  document_board_cb (self);
}

CommonsElsewhere *
_commons_window_get_elsewhere (CommonsWindow *self)
{
  return self->changes->elsewhere;
}

void
_commons_window_drop_changes (CommonsWindow *self)
{
  CommonsWindowChanges *changes = g_steal_pointer (&self->changes);

  if (changes == NULL)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_func (self, active_cb, self);
  g_signal_handlers_disconnect_by_func (self, update_soon, self);
  if (changes->elsewhere != NULL)
    g_signal_handlers_disconnect_by_data (changes->elsewhere, self);
  g_clear_object (&changes->elsewhere);
  g_clear_handle_id (&changes->idle, g_source_remove);
  g_clear_handle_id (&changes->retry, g_source_remove);
  g_clear_weak_pointer (&changes->dialog);
  forget_taken (changes);
  g_free (changes);
}

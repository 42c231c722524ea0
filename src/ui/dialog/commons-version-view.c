/* commons-version-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-advice-dialog.h"
#include "commons-start-picture.h"
#include "commons-version-changes.h"
#include "commons-version-row.h"
#include "commons-version-view.h"
#include "commons-when.h"

#define WIDTH 480
#define HEIGHT 232

struct _CommonsVersionView
{
  AdwBin        parent_instance;

  char         *root;
  GFile        *file;
  CommonsBoard *board;
  GCancellable *cancellable;
  GBytes       *bytes;    /* of the version, NULL as long as they are not read */
  GBytes       *previous; /* of the one before, NULL when there is none */

  GtkWidget    *picture;
  GtkWidget    *title;
  GtkWidget    *about;
  GtkWidget    *choice;
  GtkWidget    *summary;
  GtkWidget    *words;
};

enum
{
  READ,
  N_SIGNALS
};

/* What the choice offers. */
enum
{
  SINCE,
  ITSELF,
};

/* What a worker reads. */
typedef struct
{
  char   *root;
  GFile  *file;
  char   *id;
  char   *previous_id;
  GBytes *bytes;
  GBytes *previous;
} Reading;

G_DEFINE_FINAL_TYPE (CommonsVersionView, commons_version_view, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* ---- What changed -------------------------------------------------------- */

static char *
summarize (const CommonsVersionChanges *changes)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (changes->n_added > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u added", "%'u added", changes->n_added), changes->n_added));
  if (changes->n_removed > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u removed", "%'u removed", changes->n_removed),
                                             changes->n_removed));
  if (changes->n_changed > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u changed", "%'u changed", changes->n_changed),
                                             changes->n_changed));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
say (CommonsVersionView *self,
     const char         *summary,
     const char         *words)
{
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->words, *words != '\0');
}

static void
show_changes (CommonsVersionView          *self,
              const CommonsVersionChanges *changes)
{
  g_autofree char *summary = summarize (changes);
  g_autofree char *words = g_strjoinv ("\n", changes->words);
  g_autofree char *more = NULL;

  if (*summary == '\0')
    {
      say (self, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice)) == SINCE
                   ? _("The board still says the same.") : _("Both versions say the same."), "");
      return;
    }

  if (changes->n_more > 0)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("and %'u more change", "and %'u more changes", changes->n_more),
                                               changes->n_more);

      more = g_strjoin ("\n", words, rest, NULL);
    }
  say (self, summary, more != NULL ? more : words);
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CommonsVersionView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsVersionChanges) changes = commons_version_changes_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->words == NULL)
    return;

  if (changes != NULL)
    show_changes (self, changes);
  else
    say (self, _("This version cannot be compared."), "");
}

static void
compare (CommonsVersionView *self)
{
  gboolean since = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice)) == SINCE;

  g_assert (COMMONS_IS_VERSION_VIEW (self));

  if (self->bytes == NULL)
    return;

  if (!since && self->previous == NULL)
    {
      say (self, _("There is no version before this one."), "");
      return;
    }

  say (self, _("Comparing…"), "");
  commons_version_changes_async (since ? self->bytes : self->previous, since ? NULL : self->bytes,
                                 since ? self->board : NULL, self->cancellable, compared_cb, g_object_ref (self));
}

/* ---- Reading it ---------------------------------------------------------- */

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->root);
  g_object_unref (self->file);
  g_free (self->id);
  g_free (self->previous_id);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->previous, g_bytes_unref);
  g_free (self);
}

static void
read_in_worker (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;

  reading->bytes = commons_versions_read (reading->root, reading->file, reading->id, &error);
  if (reading->bytes != NULL && reading->previous_id != NULL)
    reading->previous = commons_versions_read (reading->root, reading->file, reading->previous_id, NULL);

  if (reading->bytes != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CommonsVersionView) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->words == NULL)
    return;

  if (done)
    {
      self->bytes = g_steal_pointer (&reading->bytes);
      self->previous = g_steal_pointer (&reading->previous);
      commons_start_picture_load (COMMONS_START_PICTURE (self->picture), NULL, self->bytes, FALSE);
      compare (self);
    }
  else
    {
      g_message ("A version could not be read: %s", error->message);
      say (self, _("This version is damaged and cannot be shown. The others are not affected."), "");
    }
  g_signal_emit (self, signals[READ], 0);
}

static void
forget (CommonsVersionView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->previous, g_bytes_unref);
}

void
commons_version_view_show (CommonsVersionView   *self,
                           const CommonsVersion *version,
                           const CommonsVersion *previous)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *when = NULL;
  Reading *reading;

  g_return_if_fail (COMMONS_IS_VERSION_VIEW (self));
  g_return_if_fail (version != NULL);

  forget (self);
  self->cancellable = g_cancellable_new ();
  day = commons_when_day (version->kept);
  time = commons_when_time (version->kept);
  /* Translators: a day and a time, then why a version was kept */
  when = g_strdup_printf (_("%s, %s · %s"), day, time, commons_version_describe_reason (version->reason));
  gtk_label_set_text (GTK_LABEL (self->title), version->name != NULL ? version->name : version->title);
  gtk_label_set_text (GTK_LABEL (self->about), when);
  say (self, "", "");
  g_signal_emit (self, signals[READ], 0);

  reading = g_new0 (Reading, 1);
  reading->root = g_strdup (self->root);
  reading->file = g_object_ref (self->file);
  reading->id = g_strdup (version->id);
  reading->previous_id = previous != NULL ? g_strdup (previous->id) : NULL;

  task = g_task_new (NULL, self->cancellable, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, commons_version_view_show);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_worker);
}

GBytes *
commons_version_view_get_bytes (CommonsVersionView *self)
{
  g_return_val_if_fail (COMMONS_IS_VERSION_VIEW (self), NULL);

  return self->bytes;
}

/* ---- Making it ----------------------------------------------------------- */

static void
commons_version_view_dispose (GObject *object)
{
  CommonsVersionView *self = COMMONS_VERSION_VIEW (object);

  forget (self);
  self->words = NULL;
  g_clear_object (&self->file);
  g_clear_object (&self->board);
  g_clear_pointer (&self->root, g_free);

  G_OBJECT_CLASS (commons_version_view_parent_class)->dispose (object);
}

static void
commons_version_view_class_init (CommonsVersionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_version_view_dispose;

  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_choice (CommonsVersionView *self)
{
  const char *const offers[] = { _("What changed since then"), _("What this version changed"), NULL };

  self->choice = gtk_drop_down_new_from_strings (offers);
  gtk_widget_set_halign (self->choice, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->choice, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What to compare"), -1);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);

  return self->choice;
}

static void
commons_version_view_init (CommonsVersionView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->picture = commons_start_picture_new (WIDTH, HEIGHT);
  self->title = commons_advice_make_label (NULL, "title-4");
  self->about = commons_advice_make_label (NULL, "secondary");
  self->summary = commons_advice_make_label (NULL, "heading");
  self->words = commons_advice_make_label (NULL, "version-words");
  gtk_label_set_selectable (GTK_LABEL (self->words), TRUE);
  gtk_widget_add_css_class (self->picture, "version-picture");

  gtk_widget_set_margin_top (self->picture, 6);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->about);
  gtk_box_append (GTK_BOX (box), self->picture);
  gtk_box_append (GTK_BOX (box), make_choice (self));
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->words);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
commons_version_view_new (const char   *root,
                          GFile        *file,
                          CommonsBoard *board)
{
  CommonsVersionView *self;

  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  self = g_object_new (COMMONS_TYPE_VERSION_VIEW, NULL);
  self->root = g_strdup (root);
  self->file = g_object_ref (file);
  self->board = g_object_ref (board);

  return GTK_WIDGET (self);
}

/* commons-version-browser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-advice-dialog.h"
#include "commons-start-picture.h"
#include "commons-version-browser.h"
#include "commons-when.h"

/* Of more versions than this, the picture is drawn only of the one that is
 * looked at. */
#define MAX_PICTURES 60

struct _CommonsVersionBrowser
{
  AdwBin        parent_instance;

  char         *root;
  GFile        *file;
  GCancellable *cancellable;
  guint         next_picture;
  GtkWidget    *list;       /* NULL once it is gone */
};

enum
{
  LISTED,
  SELECTED,
  N_SIGNALS
};

/* What a worker reads: all versions there are, or one of them. */
typedef struct
{
  char  *root;
  GFile *file;
  char  *id;
} Reading;

G_DEFINE_FINAL_TYPE (CommonsVersionBrowser, commons_version_browser, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void load_picture (CommonsVersionBrowser *self);

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_free (self->root);
  g_object_unref (self->file);
  g_free (self->id);
  g_free (self);
}

static void
start_reading (CommonsVersionBrowser *self,
               const char          *id,
               GTaskThreadFunc      perform,
               GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, callback, g_object_ref (self));
  Reading *reading = g_new0 (Reading, 1);

  *reading = (Reading) { g_strdup (self->root), g_object_ref (self->file), g_strdup (id) };
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, perform);
}

static CommonsVersionRow *
get_row (CommonsVersionBrowser *self,
         int                  index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);

  return row != NULL ? COMMONS_VERSION_ROW (row) : NULL;
}

/* ---- Pictures ------------------------------------------------------------ */

static void
looked_cb (CommonsVersionBrowser *self)
{
  g_assert (COMMONS_IS_VERSION_BROWSER (self));

  self->next_picture++;
  load_picture (self);
}

static void
read_in_worker (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Reading *reading = data;

  g_task_return_pointer (task, commons_versions_read (reading->root, reading->file, reading->id, NULL),
                         (GDestroyNotify) g_bytes_unref);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CommonsVersionBrowser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  const Reading *reading = g_task_get_task_data (G_TASK (result));
  CommonsVersionRow *row;
  GtkWidget *picture;

  if (error != NULL || self->list == NULL)
    return;

  /* It may have been deleted meanwhile, or be damaged. */
  row = get_row (self, (int) self->next_picture);
  if (bytes == NULL || row == NULL || !g_str_equal (commons_version_row_get_version (row)->id, reading->id))
    {
      looked_cb (self);
      return;
    }

  picture = commons_version_row_get_picture (row);
  g_signal_connect_object (picture, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
  commons_start_picture_load (COMMONS_START_PICTURE (picture), NULL, bytes, FALSE);
}

/* One after the other: the window has the other processors. */
static void
load_picture (CommonsVersionBrowser *self)
{
  CommonsVersionRow *row;

  if (self->list == NULL || self->next_picture >= MAX_PICTURES)
    return;

  row = get_row (self, (int) self->next_picture);
  if (row != NULL)
    start_reading (self, commons_version_row_get_version (row)->id, read_in_worker, read_cb);
}

/* ---- Rows ---------------------------------------------------------------- */

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  g_autofree char *day = commons_when_day (commons_version_row_get_version (COMMONS_VERSION_ROW (row))->kept);
  g_autofree char *other = NULL;

  if (before != NULL)
    other = commons_when_day (commons_version_row_get_version (COMMONS_VERSION_ROW (before))->kept);

  gtk_list_box_row_set_header (row, g_strcmp0 (day, other) != 0
                                      ? commons_advice_make_label (day, "picker-heading") : NULL);
}

static void
list_in_worker (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Reading *reading = data;

  g_task_return_pointer (task, commons_versions_list (reading->root, reading->file),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CommonsVersionBrowser) self = user_data;
  g_autoptr (GPtrArray) versions = g_task_propagate_pointer (G_TASK (result), NULL);
  CommonsVersionRow *first;

  if (versions == NULL || self->list == NULL)
    return;

  while (versions->len > 0)
    gtk_list_box_append (GTK_LIST_BOX (self->list), commons_version_row_new (g_ptr_array_steal_index (versions, 0)));

  first = get_row (self, 0);
  if (first != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (first));
      gtk_widget_grab_focus (GTK_WIDGET (first));
      load_picture (self);
    }
  g_signal_emit (self, signals[LISTED], 0);
}

static void
row_selected_cb (CommonsVersionBrowser *self)
{
  g_assert (COMMONS_IS_VERSION_BROWSER (self));

  if (self->list != NULL)
    g_signal_emit (self, signals[SELECTED], 0);
}

CommonsVersionRow *
commons_version_browser_get_selected (CommonsVersionBrowser *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (COMMONS_IS_VERSION_BROWSER (self), NULL);

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? COMMONS_VERSION_ROW (row) : NULL;
}

const CommonsVersion *
commons_version_browser_get_previous (CommonsVersionBrowser *self)
{
  CommonsVersionRow *row = commons_version_browser_get_selected (self);
  CommonsVersionRow *previous = row != NULL ? get_row (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1)
                                            : NULL;

  return previous != NULL ? commons_version_row_get_version (previous) : NULL;
}

void
commons_version_browser_remove_selected (CommonsVersionBrowser *self)
{
  CommonsVersionRow *row = commons_version_browser_get_selected (self);
  CommonsVersionRow *next;
  int index;

  if (row == NULL)
    return;

  index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));

  next = get_row (self, index);
  if (next == NULL && index > 0)
    next = get_row (self, index - 1);
  if (next != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (next));
      gtk_widget_grab_focus (GTK_WIDGET (next));
    }
}

/* ---- Making it ----------------------------------------------------------- */

static void
commons_version_browser_dispose (GObject *object)
{
  CommonsVersionBrowser *self = COMMONS_VERSION_BROWSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_pointer (&self->root, g_free);
  self->list = NULL;

  G_OBJECT_CLASS (commons_version_browser_parent_class)->dispose (object);
}

static void
commons_version_browser_class_init (CommonsVersionBrowserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_version_browser_dispose;

  signals[LISTED] = g_signal_new ("listed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
commons_version_browser_init (CommonsVersionBrowser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->cancellable = g_cancellable_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_cb, NULL, NULL);
  gtk_widget_add_css_class (self->list, "version-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Versions"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
commons_version_browser_new (const char *root,
                           GFile      *file)
{
  CommonsVersionBrowser *self;

  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (COMMONS_TYPE_VERSION_BROWSER, NULL);
  self->root = g_strdup (root);
  self->file = g_object_ref (file);
  start_reading (self, NULL, list_in_worker, listed_cb);

  return GTK_WIDGET (self);
}

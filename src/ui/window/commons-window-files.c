/* commons-window-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening, saving, exporting, and what to do before closing.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-ask.h"
#include "commons-export-dialog.h"
#include "commons-files.h"
#include "commons-memory.h"
#include "commons-one-line.h"
#include "commons-window-private.h"

#define MIME_TYPE "application/vnd.inno3.commons-canvas+json"
#define MAX_RECENT 8

/* Characters of a title; in any script they are less than the 255 bytes that
 * the name of a file may have. */
#define MAX_TITLE 60

/* By then the board is drawn, and what lies around the view as well. */
#define GIVE_BACK_MS 1000

static GListModel *
make_filters (gboolean for_saving)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) boards = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (boards, _("Boards"));
  gtk_file_filter_add_suffix (boards, "commons");
  gtk_file_filter_add_suffix (boards, "canvas");
  if (!for_saving)
    gtk_file_filter_add_suffix (boards, "excalidraw");
  g_list_store_append (filters, boards);

  if (!for_saving)
    {
      gtk_file_filter_set_name (all, _("All files"));
      gtk_file_filter_add_pattern (all, "*");
      g_list_store_append (filters, all);
    }

  return G_LIST_MODEL (filters);
}

/* A title may go on for pages, which neither a question nor a name of a file
 * can show. */
static char *
shorten_title (CommonsWindow *self)
{
  const char *title = commons_document_get_title (self->document);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= MAX_TITLE)
    return g_strdup (title);

  start = g_utf8_substring (title, 0, MAX_TITLE);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* The name proposed for a file: the title without what file systems and
 * people dislike in names. */
static char *
make_name (CommonsWindow *self,
           const char    *extension)
{
  g_autofree char *name = shorten_title (self);

  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '-');
  g_strstrip (name);
  if (*name == '\0' || *name == '.')
    return g_strconcat (_("Board"), extension, NULL);

  return g_strconcat (name, extension, NULL);
}

static void
remember_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) APP_ID,
    .app_exec = (char *) "commons-canvas %u",
  };

  if (!g_file_has_uri_scheme (file, "resource"))
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_recent (gconstpointer a,
                gconstpointer b)
{
  GtkRecentInfo *info_a = *(GtkRecentInfo **) a;
  GtkRecentInfo *info_b = *(GtkRecentInfo **) b;

  return g_date_time_compare (gtk_recent_info_get_modified (info_b), gtk_recent_info_get_modified (info_a));
}

/* In a menu an underscore marks the key of an entry; two show one. */
static char *
make_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

GMenuModel *
_commons_window_list_recent (void)
{
  GMenu *menu = g_menu_new ();
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();

  for (GList *item = items; item != NULL; item = item->next)
    {
      if (gtk_recent_info_has_application (item->data, APP_ID) && gtk_recent_info_exists (item->data))
        g_ptr_array_add (ours, item->data);
    }
  g_ptr_array_sort (ours, compare_recent);

  for (guint i = 0; i < MIN (ours->len, MAX_RECENT); i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (ours, i);
      g_autofree char *name = commons_one_line (gtk_recent_info_get_display_name (info));
      g_autofree char *label = make_label (name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-uri", "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (menu, item);
    }

  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  return G_MENU_MODEL (menu);
}

static void
say_warnings (CommonsWindow *self)
{
  GPtrArray *warnings = commons_document_get_warnings (self->document);

  if (commons_document_get_newer (self->document))
    commons_window_toast (self, _("A newer version of Commons Canvas made this board. It can be looked at, not changed."));
  else if (warnings != NULL && warnings->len > 0)
    commons_window_toast (self, g_ptr_array_index (warnings, 0));
}

static gboolean
give_back_cb (gpointer user_data)
{
  commons_memory_give_back ();

  return G_SOURCE_REMOVE;
}

/* Reading a board and drawing it for the first time leaves holes where other
 * programs could have memory. */
static void
give_back_memory (void)
{
  g_timeout_add_full (G_PRIORITY_LOW, GIVE_BACK_MS, give_back_cb, NULL, NULL);
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CommonsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file;

  g_clear_object (&self->loading);

  /* What went wrong is the document's state, which the window shows. */
  if (!commons_document_load_finish (COMMONS_DOCUMENT (object), result, &error) || self->gone)
    return;

  file = commons_document_get_file (self->document);
  if (file != NULL)
    remember_recent (file);
  _commons_window_leave_start (self);
  _commons_window_recall_view (self);
  say_warnings (self);
  _commons_window_focus_view (self);
  give_back_memory ();
}

void
commons_window_load (CommonsWindow *self,
                     GFile         *file)
{
  g_return_if_fail (COMMONS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->loading, file);
  commons_document_load_async (self->document, file, self->cancellable, load_cb, g_object_ref (self));
}

static void
open_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CommonsWindow) self = user_data;
  g_autoptr (GListModel) files = commons_files_open_finish (result, NULL);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  if (files == NULL || application == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (list, g_list_model_get_item (files, i));

  g_application_open (G_APPLICATION (application), (GFile **) list->pdata, (int) list->len, "");
}

void
_commons_window_open (CommonsWindow *self)
{
  g_autoptr (GListModel) filters = make_filters (FALSE);

  commons_files_open_async (GTK_WINDOW (self), _("Open Boards"), filters, TRUE, self->cancellable,
                            open_cb, g_object_ref (self));
}

static GListModel *
make_import_filters (void)
{
  static const char * const suffixes[] = {
    "canvas", "commons", "excalidraw", "txt", "md", "markdown", "csv", "tsv",
  };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) known = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (known, _("Boards, drawings, texts and tables"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (known, suffixes[i]);
  g_list_store_append (filters, known);

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
import_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CommonsWindow) self = user_data;
  g_autoptr (GListModel) files = commons_files_open_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && !self->gone)
    commons_board_view_import (self->view, file);
}

void
_commons_window_import (CommonsWindow *self)
{
  g_autoptr (GListModel) filters = make_import_filters ();

  commons_files_open_async (GTK_WINDOW (self), _("Import Into This Board"), filters, FALSE, self->cancellable,
                            import_cb, g_object_ref (self));
}

static void save_to (CommonsWindow *self,
                     GFile         *file,
                     gboolean       overwrite);

static void
conflict_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CommonsWindow) self = user_data;
  g_autofree char *answer = commons_ask_finish (result);

  if (self->gone)
    return;

  self->asking = FALSE;
  if (g_str_equal (answer, "merge"))
    _commons_window_merge_and_save (self);
  else if (g_str_equal (answer, "overwrite"))
    save_to (self, NULL, TRUE);
  else if (g_str_equal (answer, "copy"))
    _commons_window_save_as (self);
  else
    _commons_window_stay (self);
  _commons_window_update_changes (self);
}

static void
ask_about_conflict (CommonsWindow *self)
{
  const CommonsAnswer answers[] = {
    { "cancel", _("_Cancel"), COMMONS_ANSWER_DEFAULT },
    { "overwrite", _("Save _Over It"), COMMONS_ANSWER_DESTRUCTIVE },
    { "copy", _("Save a Co_py…"), COMMONS_ANSWER_DEFAULT },
    { "merge", _("_Merge"), COMMONS_ANSWER_SUGGESTED },
  };

  self->asking = TRUE;
  commons_ask_async (GTK_WINDOW (self),
                     _("Another program changed this file"),
                     _("Your board is safe in this window. Merging puts together what both wrote, and saves it. "
                       "Saving over the file loses what the other program wrote."),
                     answers, G_N_ELEMENTS (answers), "merge", "cancel", self->cancellable,
                     conflict_cb, g_object_ref (self));
}

static void
failed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CommonsWindow) self = user_data;
  g_autofree char *answer = commons_ask_finish (result);

  if (self->gone)
    return;

  self->asking = FALSE;
  if (g_str_equal (answer, "elsewhere"))
    _commons_window_save_as (self);
}

static void
say_failure (CommonsWindow *self,
             const GError  *error)
{
  const CommonsAnswer answers[] = {
    { "cancel", _("_Cancel"), COMMONS_ANSWER_DEFAULT },
    { "elsewhere", _("Save _Elsewhere…"), COMMONS_ANSWER_SUGGESTED },
  };
  g_autofree char *words = commons_document_describe_save_error (error);

  self->asking = TRUE;
  commons_ask_async (GTK_WINDOW (self), _("The board was not saved"), words,
                     answers, G_N_ELEMENTS (answers), "elsewhere", "cancel", self->cancellable,
                     failed_cb, g_object_ref (self));
}

static void
save_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CommonsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = commons_document_save_finish (COMMONS_DOCUMENT (object), result, &error);

  if (self->gone || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (saved)
    {
      remember_recent (commons_document_get_file (self->document));
      commons_announce_later (GTK_WIDGET (self), _("The board is saved"));

      /* What was typed while the file was written asks again. */
      if (self->closing)
        {
          self->closing = FALSE;
          gtk_window_close (GTK_WINDOW (self));
        }
    }
  else if (g_error_matches (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_CONFLICT))
    {
      ask_about_conflict (self);
      return;
    }
  else
    {
      say_failure (self, error);
      _commons_window_stay (self);
    }
}

static void
save_to (CommonsWindow *self,
         GFile         *file,
         gboolean       overwrite)
{
  commons_document_save_async (self->document, file, overwrite, NULL, save_cb, g_object_ref (self));
}

static void
save_as_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CommonsWindow) self = user_data;
  g_autoptr (GFile) file = commons_files_save_finish (result, NULL);

  if (file != NULL && !self->gone)
    save_to (self, file, TRUE);
  else
    _commons_window_stay (self);
}

void
_commons_window_save_as (CommonsWindow *self)
{
  g_autoptr (GListModel) filters = make_filters (TRUE);
  GFile *file = commons_document_get_file (self->document);
  g_autoptr (GFile) folder = file ? g_file_get_parent (file) : NULL;
  g_autofree char *name = make_name (self, ".commons");

  _commons_window_finish_editing (self);
  if (folder != NULL && g_file_has_uri_scheme (folder, "resource"))
    g_clear_object (&folder);

  commons_files_save_async (GTK_WINDOW (self), _("Save the Board"), folder, name, filters, self->cancellable,
                            save_as_cb, g_object_ref (self));
}

void
_commons_window_save (CommonsWindow *self)
{
  GFile *file = commons_document_get_file (self->document);

  /* The question that is open is about this very file. */
  if (self->asking)
    return;

  _commons_window_finish_editing (self);

  if (file == NULL || commons_document_get_read_only (self->document) || g_file_has_uri_scheme (file, "resource"))
    _commons_window_save_as (self);
  else if (_commons_window_take_changes (self))
    save_to (self, NULL, FALSE);
  else
    _commons_window_stay (self);
}

static void
exported_cb (CommonsWindow *self,
             GFile         *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *message = g_strdup_printf (_("The picture was saved as “%s”."), name);

  g_assert (COMMONS_IS_WINDOW (self));

  commons_window_toast (self, message);
}

static GHashTable *
get_selected_nodes (CommonsWindow *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (commons_board_view_get_selection (self->view));
  GHashTable *ids;

  if (nodes->len == 0)
    return NULL;

  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_add (ids, g_strdup (commons_record_get_id (g_ptr_array_index (nodes, i))));

  return ids;
}

void
_commons_window_export (CommonsWindow *self)
{
  GFile *file = commons_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = make_name (self, ".png");
  g_autoptr (GHashTable) selected = NULL;
  CommonsViewport viewport;
  CommonsRect view;
  GtkWidget *dialog;

  _commons_window_finish_editing (self);
  selected = get_selected_nodes (self);
  commons_board_view_get_viewport (self->view, &viewport);
  commons_viewport_get_visible (&viewport, &view);

  dialog = commons_export_dialog_new (commons_document_get_board (self->document),
                                      commons_board_view_get_catalogue (self->view),
                                      selected, &view, name);
  if (folder != NULL && !g_file_has_uri_scheme (folder, "resource"))
    commons_export_dialog_set_folder (COMMONS_EXPORT_DIALOG (dialog), folder);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CommonsWindow) self = user_data;
  g_autofree char *answer = commons_ask_finish (result);

  if (self->gone)
    return;

  self->asking = FALSE;
  if (g_str_equal (answer, "save"))
    {
      self->closing = TRUE;
      _commons_window_save (self);
    }
  else if (g_str_equal (answer, "discard"))
    {
      _commons_window_keep_not_saved (self);
      self->can_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      _commons_window_stay (self);
    }
}

/* Returns whether the window must stay for now. */
gboolean
_commons_window_ask_to_close (CommonsWindow *self)
{
  const CommonsAnswer answers[] = {
    { "cancel", _("_Cancel"), COMMONS_ANSWER_DEFAULT },
    { "discard", _("_Don’t Save"), COMMONS_ANSWER_DESTRUCTIVE },
    { "save", _("_Save"), COMMONS_ANSWER_SUGGESTED },
  };
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *loss = NULL;

  /* What is only being read can be read again. */
  if (self->loading != NULL)
    return FALSE;

  if (self->asking)
    return TRUE;

  if (commons_document_get_busy (self->document))
    {
      self->closing = TRUE;
      return TRUE;
    }

  if (!commons_document_get_modified (self->document))
    return FALSE;

  self->asking = TRUE;
  title = shorten_title (self);
  heading = g_strdup_printf (_("Save the changes of “%s”?"), title);
  loss = _commons_window_describe_loss (self);
  commons_ask_async (GTK_WINDOW (self), heading, loss,
                     answers, G_N_ELEMENTS (answers), "save", "cancel", self->cancellable,
                     close_cb, g_object_ref (self));

  return TRUE;
}

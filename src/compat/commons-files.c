/* commons-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-files"

#include "config.h"

#include "commons-files.h"

static void
return_cancelled (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen");
}

/* Whoever asked hears of one thing only, whether the person closed the
 * question or the program took it away. */
static void
return_result (GTask   *task,
               gpointer result,
               GError  *error)
{
  if (result != NULL)
    g_task_return_pointer (task, result, g_object_unref);
  else
    g_task_return_error (task, error);
}

#if GTK_CHECK_VERSION (4, 10, 0)

static gboolean
is_dismissal (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}

static void
finish (GTask   *task,
        gpointer result,
        GError  *error)
{
  if (result == NULL && is_dismissal (error))
    {
      return_cancelled (task);
      g_error_free (error);
    }
  else
    return_result (task, result, error);
}

static GtkFileDialog *
make_dialog (const char *title,
             GListModel *filters)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_modal (dialog, TRUE);

  if (filters != NULL && g_list_model_get_n_items (filters) > 0)
    {
      g_autoptr (GtkFileFilter) first = g_list_model_get_item (filters, 0);

      gtk_file_dialog_set_filters (dialog, filters);
      gtk_file_dialog_set_default_filter (dialog, first);
    }

  return dialog;
}

static void
on_several_chosen (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GListModel *files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  finish (task, files, error);
}

static void
on_one_chosen (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  GListStore *files = NULL;

  if (file != NULL)
    {
      files = g_list_store_new (G_TYPE_FILE);
      g_list_store_append (files, file);
    }

  finish (task, files, error);
}

static void
on_place_chosen (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  finish (task, file, error);
}

static void
ask_to_open (GTask      *task,
             GtkWindow  *parent,
             const char *title,
             GListModel *filters,
             gboolean    multiple)
{
  g_autoptr (GtkFileDialog) dialog = make_dialog (title, filters);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (multiple)
    gtk_file_dialog_open_multiple (dialog, parent, cancellable, on_several_chosen, task);
  else
    gtk_file_dialog_open (dialog, parent, cancellable, on_one_chosen, task);
}

static void
ask_to_save (GTask      *task,
             GtkWindow  *parent,
             const char *title,
             GFile      *initial_folder,
             const char *initial_name,
             GListModel *filters)
{
  g_autoptr (GtkFileDialog) dialog = make_dialog (title, filters);

  if (initial_folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, initial_folder);
  if (initial_name != NULL)
    gtk_file_dialog_set_initial_name (dialog, initial_name);

  gtk_file_dialog_save (dialog, parent, g_task_get_cancellable (task), on_place_chosen, task);
}

#else

/* A question being asked; the task owns it, and it owns the task until there
 * is an answer. */
typedef struct
{
  GtkFileChooserNative *native;
  GSource              *cancelled;
  gboolean              several;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->cancelled != NULL)
    {
      g_source_destroy (question->cancelled);
      g_source_unref (question->cancelled);
    }

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (question->native));
  g_object_unref (question->native);
  g_free (question);
}

static gpointer
get_answer (Question *question)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (question->native);
  g_autoptr (GListModel) files = NULL;

  if (!question->several)
    return gtk_file_chooser_get_file (chooser);

  files = gtk_file_chooser_get_files (chooser);
  return g_list_model_get_n_items (files) > 0 ? g_steal_pointer (&files) : NULL;
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (task);
  gpointer answer = response == GTK_RESPONSE_ACCEPT ? get_answer (question) : NULL;

  g_signal_handlers_disconnect_by_func (dialog, on_response, task);

  if (answer != NULL)
    return_result (task, answer, NULL);
  else
    return_cancelled (task);
}

static gboolean
on_cancelled (GCancellable *cancellable,
              gpointer      user_data)
{
  GTask *task = user_data;
  Question *question = g_task_get_task_data (task);

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (question->native));
  on_response (GTK_NATIVE_DIALOG (question->native), GTK_RESPONSE_CANCEL, task);

  return G_SOURCE_REMOVE;
}

static void
add_filters (GtkFileChooser *chooser,
             GListModel     *filters)
{
  guint n_filters = filters != NULL ? g_list_model_get_n_items (filters) : 0;

  for (guint i = 0; i < n_filters; i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
    }
}

/* Takes the caller's reference to the task, given back with the answer. */
static Question *
make_question (GTask                *task,
               GtkWindow            *parent,
               const char           *title,
               GtkFileChooserAction  action,
               GListModel           *filters)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Question *question = g_new0 (Question, 1);

  question->native = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->native), TRUE);
  add_filters (GTK_FILE_CHOOSER (question->native), filters);
  g_task_set_task_data (task, question, question_free);
  g_signal_connect (question->native, "response", G_CALLBACK (on_response), task);

  if (cancellable != NULL)
    {
      question->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (question->cancelled, G_SOURCE_FUNC (on_cancelled), task, NULL);
      g_source_attach (question->cancelled, g_main_context_get_thread_default ());
    }

  return question;
}

static void
ask_to_open (GTask      *task,
             GtkWindow  *parent,
             const char *title,
             GListModel *filters,
             gboolean    multiple)
{
  Question *question = make_question (task, parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, filters);

  question->several = TRUE;
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (question->native), multiple);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->native));
}

static void
ask_to_save (GTask      *task,
             GtkWindow  *parent,
             const char *title,
             GFile      *initial_folder,
             const char *initial_name,
             GListModel *filters)
{
  Question *question = make_question (task, parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, filters);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (question->native);

  /* A folder that is gone is no reason not to ask. */
  if (initial_folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, initial_folder, NULL);
  if (initial_name != NULL)
    gtk_file_chooser_set_current_name (chooser, initial_name);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->native));
}

#endif

void
commons_files_open_async (GtkWindow           *parent,
                          const char          *title,
                          GListModel          *filters,
                          gboolean             multiple,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (filters == NULL || G_IS_LIST_MODEL (filters));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_files_open_async);
  /* What was chosen counts, even when the question is taken away right then. */
  g_task_set_check_cancellable (task, FALSE);
  ask_to_open (task, parent, title, filters, multiple);
}

GListModel *
commons_files_open_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
commons_files_save_async (GtkWindow           *parent,
                          const char          *title,
                          GFile               *initial_folder,
                          const char          *initial_name,
                          GListModel          *filters,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (initial_folder == NULL || G_IS_FILE (initial_folder));
  g_return_if_fail (filters == NULL || G_IS_LIST_MODEL (filters));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_files_save_async);
  g_task_set_check_cancellable (task, FALSE);
  ask_to_save (task, parent, title, initial_folder, initial_name, filters);
}

GFile *
commons_files_save_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

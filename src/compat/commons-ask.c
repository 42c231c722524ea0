/* commons-ask.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-ask"

#include "config.h"

#include <adwaita.h>

#include "commons-ask.h"

static AdwResponseAppearance
get_appearance (CommonsAnswerAppearance appearance)
{
  switch (appearance)
    {
    case COMMONS_ANSWER_SUGGESTED:
      return ADW_RESPONSE_SUGGESTED;
    case COMMONS_ANSWER_DESTRUCTIVE:
      return ADW_RESPONSE_DESTRUCTIVE;
    case COMMONS_ANSWER_DEFAULT:
    default:
      return ADW_RESPONSE_DEFAULT;
    }
}

/* Closing gives the answer that closing stands for. */
static gboolean
on_cancelled (GCancellable *cancellable,
              gpointer      user_data)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  adw_dialog_close (ADW_DIALOG (user_data));
#else
  gtk_window_close (GTK_WINDOW (user_data));
#endif

  return G_SOURCE_REMOVE;
}

static void
watch_cancellable (GTask     *task,
                   GtkWidget *dialog)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  GSource *cancelled;

  if (cancellable == NULL)
    return;

  cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (cancelled, G_SOURCE_FUNC (on_cancelled),
                         g_object_ref (dialog), g_object_unref);
  g_source_attach (cancelled, g_main_context_get_thread_default ());
  g_task_set_task_data (task, cancelled, (GDestroyNotify) g_source_unref);
}

static void
stop_watching (GTask *task)
{
  GSource *cancelled = g_task_get_task_data (task);

  if (cancelled != NULL)
    g_source_destroy (cancelled);
}

static void
give_answer (GTask      *task,
             const char *id)
{
  stop_watching (task);
  g_task_return_pointer (task, g_strdup (id), g_free);
}

#if ADW_CHECK_VERSION (1, 5, 0)

static void
on_chosen (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  give_answer (task, adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result));
}

static void
ask (GTask               *task,
     GtkWindow           *parent,
     const char          *heading,
     const char          *body,
     const CommonsAnswer *answers,
     guint                n_answers,
     const char          *default_id,
     const char          *close_id)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  for (guint i = 0; i < n_answers; i++)
    {
      adw_alert_dialog_add_response (dialog, answers[i].id, answers[i].label);
      adw_alert_dialog_set_response_appearance (dialog, answers[i].id,
                                                get_appearance (answers[i].appearance));
    }

  adw_alert_dialog_set_default_response (dialog, default_id);
  adw_alert_dialog_set_close_response (dialog, close_id);
  watch_cancellable (task, GTK_WIDGET (dialog));
  adw_alert_dialog_choose (dialog, parent != NULL ? GTK_WIDGET (parent) : NULL,
                           NULL, on_chosen, task);
}

#else

#define ANSWER_KEY "commons-ask-answer"

static gboolean
give_answer_cb (gpointer user_data)
{
  give_answer (user_data, g_object_get_data (user_data, ANSWER_KEY));

  return G_SOURCE_REMOVE;
}

/* Whoever asked may close the window that the question stands over: the answer
 * waits until the dialog, which knows that window, is gone. */
static void
on_response (AdwMessageDialog *dialog,
             const char       *id,
             gpointer          user_data)
{
  GTask *task = user_data;

  g_signal_handlers_disconnect_by_func (dialog, on_response, task);
  stop_watching (task);
  g_object_set_data_full (G_OBJECT (task), ANSWER_KEY, g_strdup (id), g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, give_answer_cb, task, g_object_unref);
}

static void
ask (GTask               *task,
     GtkWindow           *parent,
     const char          *heading,
     const char          *body,
     const CommonsAnswer *answers,
     guint                n_answers,
     const char          *default_id,
     const char          *close_id)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (dialog, answers[i].id,
                                                  get_appearance (answers[i].appearance));
    }

  adw_message_dialog_set_default_response (dialog, default_id);
  adw_message_dialog_set_close_response (dialog, close_id);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  watch_cancellable (task, GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

#endif

void
commons_ask_async (GtkWindow           *parent,
                   const char          *heading,
                   const char          *body,
                   const CommonsAnswer *answers,
                   guint                n_answers,
                   const char          *default_id,
                   const char          *close_id,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (heading != NULL);
  g_return_if_fail (answers != NULL && n_answers > 0);
  g_return_if_fail (close_id != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_ask_async);
  /* Taken away, it was closed: that is an answer too. */
  g_task_set_check_cancellable (task, FALSE);
  ask (task, parent, heading, body, answers, n_answers, default_id, close_id);
}

char *
commons_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

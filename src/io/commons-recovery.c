/* commons-recovery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-recovery"

#include "config.h"

#include "commons-recovery.h"

struct _CommonsRecovery
{
  GObject     parent_instance;

  char       *folder;
  GListStore *drafts;
  GHashTable *put_off; /* those of them that are not offered any more */
};

/* What a worker found. */
typedef struct
{
  char      *folder;
  GPtrArray *drafts;
  GPtrArray *aside;
} Look;

enum
{
  CHANGED,
  SET_ASIDE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CommonsRecovery, commons_recovery, G_TYPE_OBJECT)

static void
look_free (gpointer data)
{
  Look *self = data;

  g_free (self->folder);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_ptr_array_unref (self->aside);
  g_free (self);
}

static void
commons_recovery_finalize (GObject *object)
{
  CommonsRecovery *self = COMMONS_RECOVERY (object);

  g_free (self->folder);
  g_clear_object (&self->drafts);
  g_hash_table_unref (self->put_off);

  G_OBJECT_CLASS (commons_recovery_parent_class)->finalize (object);
}

static void
commons_recovery_class_init (CommonsRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = commons_recovery_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SET_ASIDE] = g_signal_new ("set-aside", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
commons_recovery_init (CommonsRecovery *self)
{
  self->drafts = g_list_store_new (COMMONS_TYPE_DRAFT);
  self->put_off = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

CommonsRecovery *
commons_recovery_new (const char *folder)
{
  CommonsRecovery *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_RECOVERY, NULL);
  self->folder = g_strdup (folder);

  return self;
}

/* Each is read to its end: some are long, and some disks are slow. */
static void
look_in_worker (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Look *look = task_data;

  look->drafts = commons_draft_claim_all (look->folder, look->aside);
  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CommonsRecovery *self = g_task_get_source_object (task);
  Look *look = g_task_get_task_data (G_TASK (result));

  /* Drafts that somebody put off stay where they are, below newer ones. */
  g_list_store_splice (self->drafts, 0, 0, look->drafts->pdata, look->drafts->len);

  /* A worker lets go of its task when it likes; who takes a draft and lets go
   * of it must be the last to hold it. */
  g_clear_pointer (&look->drafts, g_ptr_array_unref);
  g_signal_emit (self, signals[CHANGED], 0);
  if (look->aside->len > 0)
    g_signal_emit (self, signals[SET_ASIDE], 0, look->aside);

  g_task_return_int (task, g_list_model_get_n_items (G_LIST_MODEL (self->drafts)));
}

void
commons_recovery_look_async (CommonsRecovery     *self,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;
  g_autoptr(GTask) worker = NULL;
  Look *look;

  g_return_if_fail (COMMONS_IS_RECOVERY (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, commons_recovery_look_async);

  look = g_new0 (Look, 1);
  look->folder = g_strdup (self->folder);
  look->aside = g_ptr_array_new_with_free_func (g_free);

  worker = g_task_new (NULL, NULL, looked_cb, task);
  g_task_set_source_tag (worker, look_in_worker);
  g_task_set_task_data (worker, look, look_free);
  g_task_run_in_thread (worker, look_in_worker);
}

guint
commons_recovery_look_finish (CommonsRecovery *self,
                              GAsyncResult    *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  return (guint) g_task_propagate_int (G_TASK (result), NULL);
}

GListModel *
commons_recovery_get_drafts (CommonsRecovery *self)
{
  g_return_val_if_fail (COMMONS_IS_RECOVERY (self), NULL);

  return G_LIST_MODEL (self->drafts);
}

CommonsDraft *
commons_recovery_find (CommonsRecovery *self,
                       GFile           *file)
{
  g_return_val_if_fail (COMMONS_IS_RECOVERY (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->drafts)); i++)
    {
      g_autoptr(CommonsDraft) draft = g_list_model_get_item (G_LIST_MODEL (self->drafts), i);
      const char *uri = commons_draft_get_info (draft)->uri;
      g_autoptr(GFile) other = uri != NULL ? g_file_new_for_uri (uri) : NULL;

      if (other != NULL && g_file_equal (file, other) && !g_hash_table_contains (self->put_off, draft))
        return draft;
    }

  return NULL;
}

CommonsDraft *
commons_recovery_get_offer (CommonsRecovery *self,
                            guint           *n_drafts)
{
  CommonsDraft *first = NULL;
  guint n = 0;

  g_return_val_if_fail (COMMONS_IS_RECOVERY (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->drafts)); i++)
    {
      g_autoptr(CommonsDraft) draft = g_list_model_get_item (G_LIST_MODEL (self->drafts), i);

      if (g_hash_table_contains (self->put_off, draft))
        continue;
      if (n++ == 0)
        first = draft;
    }

  if (n_drafts != NULL)
    *n_drafts = n;

  return first;
}

void
commons_recovery_put_off (CommonsRecovery *self,
                          CommonsDraft    *draft)
{
  g_return_if_fail (COMMONS_IS_RECOVERY (self));
  g_return_if_fail (draft == NULL || COMMONS_IS_DRAFT (draft));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->drafts)); i++)
    {
      g_autoptr(CommonsDraft) other = g_list_model_get_item (G_LIST_MODEL (self->drafts), i);

      if (draft == NULL || draft == other)
        g_hash_table_add (self->put_off, g_object_ref (other));
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

void
commons_recovery_take (CommonsRecovery *self,
                       CommonsDraft    *draft)
{
  guint position;

  g_return_if_fail (COMMONS_IS_RECOVERY (self));
  g_return_if_fail (COMMONS_IS_DRAFT (draft));

  if (!g_list_store_find (self->drafts, draft, &position))
    return;

  g_hash_table_remove (self->put_off, draft);
  g_list_store_remove (self->drafts, position);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
commons_recovery_delete (CommonsRecovery *self,
                         CommonsDraft    *draft)
{
  g_autoptr(CommonsDraft) kept = NULL;

  g_return_if_fail (COMMONS_IS_RECOVERY (self));
  g_return_if_fail (COMMONS_IS_DRAFT (draft));

  kept = g_object_ref (draft);
  commons_recovery_take (self, kept);
  commons_draft_discard (kept);
}

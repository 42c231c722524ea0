/* commons-glance.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-answers.h"
#include "commons-file-bytes.h"
#include "commons-glance-private.h"
#include "commons-reader.h"

/* What is larger is not looked into in passing. */
#define MAX_BYTES (4 * 1024 * 1024)
#define MAX_CARDS 3000

#define ATTRIBUTES                                                                     \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE ","                \
  G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

/* One drawing at a time: the window has the other processors. */
static GMutex drawing;
static gboolean ending;

void
commons_glance_free (CommonsGlance *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_clear_object (&self->picture);
  g_free (self);
}

static void
wish_free (gpointer data)
{
  CommonsGlanceWish *wish = data;

  g_clear_object (&wish->file);
  g_clear_pointer (&wish->bytes, g_bytes_unref);
  g_free (wish);
}

static CommonsGlanceWish *
wish_copy (const CommonsGlanceWish *wish)
{
  CommonsGlanceWish *copy = g_memdup2 (wish, sizeof *wish);

  if (wish->file != NULL)
    g_object_ref (wish->file);
  if (wish->bytes != NULL)
    g_bytes_ref (wish->bytes);

  return copy;
}

static void
count (CommonsGlance    *glance,
       CommonsBoard     *board,
       CommonsCatalogue *catalogue)
{
  guint n_sheets = MIN (commons_catalogue_get_n_sheets (catalogue), COMMONS_GLANCE_SHEETS);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      if (!commons_record_is_group (commons_board_get_node (board, i)))
        glance->n_cards++;
    }

  for (guint i = 0; i < n_sheets; i++)
    {
      const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (catalogue, i);

      commons_answers_count (board, sheet, &glance->done[i], &glance->started[i]);
      glance->total[i] = sheet->n_questions;
    }
}

static void
look_into (CommonsGlance           *glance,
           const CommonsGlanceWish *wish,
           GBytes                  *bytes)
{
  g_autoptr (CommonsBoard) board = commons_reader_read (bytes, NULL, NULL);
  g_autoptr (CommonsBoard) filled = NULL;
  CommonsCatalogue *catalogue;

  if (board == NULL)
    return;

  catalogue = commons_catalogue_get (commons_board_get_language (board));
  if (*commons_board_get_title (board) != '\0')
    glance->title = g_strdup (commons_board_get_title (board));
  count (glance, board, catalogue);

  if (glance->n_cards > MAX_CARDS)
    return;

  filled = wish->samples ? _commons_glance_fill (board) : g_object_ref (board);
  glance->picture = _commons_glance_draw (filled, catalogue, wish);
}

/* Returns: the bytes to look into, or NULL when there is nothing more to see. */
static GBytes *
get_bytes (CommonsGlance           *glance,
           const CommonsGlanceWish *wish,
           GFileInfo               *info,
           GCancellable            *cancellable)
{
  if (wish->bytes != NULL)
    return g_bytes_ref (wish->bytes);

  if (info == NULL || g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE) != G_FILE_TYPE_REGULAR ||
      g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) > MAX_BYTES)
    return NULL;

  return commons_file_bytes_read (wish->file, NULL, cancellable, NULL);
}

static void
look (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  const CommonsGlanceWish *wish = data;
  CommonsGlance *glance = g_new0 (CommonsGlance, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *state = NULL;

  if (wish->bytes == NULL)
    info = g_file_query_info (wish->file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &error);
  glance->missing = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  state = info != NULL ? _commons_glance_get_state (wish, info) : NULL;
  if (state != NULL)
    {
      CommonsGlance *known = _commons_glance_recall (wish, state);

      if (known != NULL)
        {
          commons_glance_free (glance);
          g_task_return_pointer (task, known, (GDestroyNotify) commons_glance_free);
          return;
        }
    }

  bytes = get_bytes (glance, wish, info, cancellable);

  g_mutex_lock (&drawing);
  if (bytes != NULL && !ending && !g_cancellable_is_cancelled (cancellable))
    {
      look_into (glance, wish, bytes);
      if (state != NULL && glance->picture != NULL)
        _commons_glance_remember (wish, state, glance);
    }
  g_mutex_unlock (&drawing);

  g_task_return_pointer (task, glance, (GDestroyNotify) commons_glance_free);
}

void
commons_glance_async (const CommonsGlanceWish *wish,
                      GCancellable            *cancellable,
                      GAsyncReadyCallback      callback,
                      gpointer                 user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (wish != NULL);
  g_return_if_fail (wish->file != NULL || wish->bytes != NULL);
  g_return_if_fail (wish->width > 0 && wish->height > 0 && wish->scale > 0);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, commons_glance_async);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, wish_copy (wish), wish_free);

  /* A file that never answers is not waited for. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, look);
}

CommonsGlance *
commons_glance_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
commons_glance_wait (void)
{
  g_mutex_lock (&drawing);
  ending = TRUE;
  g_mutex_unlock (&drawing);
}

/* commons-open-drawing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-clip.h"
#include "commons-file-bytes.h"
#include "commons-one-line.h"
#include "commons-open-drawing.h"

#define SUFFIX ".excalidraw"

gboolean
commons_open_drawing_is_one (GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  lower = g_ascii_strdown (name != NULL ? name : "", -1);

  return g_str_has_suffix (lower, SUFFIX);
}

static void
read_in_worker (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = commons_file_bytes_read (data, NULL, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
commons_open_drawing_async (GFile               *file,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, commons_open_drawing_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_worker);
}

static char *
make_title (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = commons_one_line (name);

  title[strlen (title) - strlen (SUFFIX)] = '\0';

  return g_steal_pointer (&title);
}

/* No template, which would bring a licence: whoever drew it chose none. */
static CommonsDocument *
make_document (GFile        *file,
               CommonsBoard *drawing)
{
  const char *language = commons_catalogue_get_language (commons_catalogue_get (NULL));
  g_autoptr (CommonsBoard) empty = commons_board_new ();
  g_autofree char *title = make_title (file);
  g_autoptr (CommonsRecord) titled = commons_record_with_string (commons_board_get_head (empty), "commons/title", title);
  g_autoptr (CommonsRecord) head = commons_record_with_string (titled, "commons/language", language);
  g_autoptr (CommonsBoard) board = commons_board_new_from_records (head, NULL, NULL);
  CommonsDocument *document = commons_document_new_for_board (board);
  g_autoptr (GPtrArray) ids = NULL;

  ids = commons_arrange_paste (commons_document_get_editor (document), drawing, 0, 0, _("Import"));

  return document;
}

CommonsDocument *
commons_open_drawing_finish (GAsyncResult  *result,
                             guint         *n_skipped,
                             GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CommonsBoard) drawing = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (n_skipped != NULL, NULL);

  bytes = g_task_propagate_pointer (G_TASK (result), error);
  if (bytes == NULL)
    return NULL;

  /* Records belong to the thread that makes them. */
  drawing = commons_clip_read_json (bytes, n_skipped, error);

  return drawing != NULL ? make_document (g_task_get_task_data (G_TASK (result)), drawing) : NULL;
}

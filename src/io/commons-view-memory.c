/* commons-view-memory.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-view-memory"

#include "config.h"

#include <errno.h>
#include <math.h>

#include <glib/gstdio.h>

#include "commons-file-bytes.h"
#include "commons-view-memory.h"

/* No list of so many views is longer. */
#define FILE_MAX (256 * 1024)

char *
commons_view_memory_get_default_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "commons-canvas", "views", NULL);
}

static char *
get_group (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
}

/* A damaged list is an empty one: losing it costs nobody any work. */
static GKeyFile *
load (const char *path)
{
  GKeyFile *views = g_key_file_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = commons_file_bytes_read (file, NULL, NULL, NULL);

  if (bytes == NULL || g_bytes_get_size (bytes) == 0 || g_bytes_get_size (bytes) > FILE_MAX)
    return views;

  if (!g_key_file_load_from_bytes (views, bytes, G_KEY_FILE_NONE, NULL))
    {
      g_debug ("The remembered views are damaged and start anew");
      g_key_file_unref (views);
      return g_key_file_new ();
    }

  return views;
}

static gboolean
get_number (GKeyFile   *views,
            const char *group,
            const char *key,
            double     *number)
{
  g_autoptr (GError) error = NULL;

  *number = g_key_file_get_double (views, group, key, &error);

  return error == NULL && isfinite (*number);
}

gboolean
commons_view_memory_lookup (const char  *path,
                            GFile       *file,
                            CommonsView *view)
{
  g_autoptr (GKeyFile) views = NULL;
  g_autofree char *group = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (view != NULL, FALSE);

  views = load (path);
  group = get_group (file);
  if (!get_number (views, group, "x", &view->x) || !get_number (views, group, "y", &view->y) ||
      !get_number (views, group, "zoom", &view->zoom) || view->zoom <= 0)
    return FALSE;

  view->whole = g_key_file_get_boolean (views, group, "whole", NULL);
  view->outline = g_key_file_get_boolean (views, group, "outline", NULL);

  return TRUE;
}

/* The ones last seen come first. */
static int
compare_seen (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  gint64 first = g_key_file_get_int64 (user_data, *(const char *const *) a, "seen", NULL);
  gint64 second = g_key_file_get_int64 (user_data, *(const char *const *) b, "seen", NULL);

  return first == second ? 0 : first > second ? -1 : 1;
}

static void
forget_oldest (GKeyFile *views)
{
  gsize n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (views, &n_groups);
  g_autoptr (GPtrArray) sorted = NULL;

  if (n_groups <= COMMONS_VIEW_MEMORY_MAX)
    return;

  sorted = g_ptr_array_new ();
  for (gsize i = 0; i < n_groups; i++)
    g_ptr_array_add (sorted, groups[i]);
  g_ptr_array_sort_with_data (sorted, compare_seen, views);

  for (guint i = COMMONS_VIEW_MEMORY_MAX; i < sorted->len; i++)
    g_key_file_remove_group (views, g_ptr_array_index (sorted, i), NULL);
}

/* Later than all others, also after the clock went back. */
static gint64
get_next_seen (GKeyFile *views)
{
  g_auto (GStrv) groups = g_key_file_get_groups (views, NULL);
  gint64 seen = g_get_real_time ();

  for (guint i = 0; groups[i] != NULL; i++)
    {
      gint64 other = g_key_file_get_int64 (views, groups[i], "seen", NULL);

      if (other < G_MAXINT64)
        seen = MAX (seen, other + 1);
    }

  return seen;
}

gboolean
commons_view_memory_store (const char         *path,
                           GFile              *file,
                           const CommonsView  *view,
                           GError            **error)
{
  g_autoptr (GKeyFile) views = NULL;
  g_autofree char *group = NULL, *folder = NULL, *text = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (view != NULL && isfinite (view->x) && isfinite (view->y) && isfinite (view->zoom), FALSE);

  views = load (path);
  group = get_group (file);
  g_key_file_set_double (views, group, "x", view->x);
  g_key_file_set_double (views, group, "y", view->y);
  g_key_file_set_double (views, group, "zoom", view->zoom);
  g_key_file_set_boolean (views, group, "whole", view->whole);
  g_key_file_set_boolean (views, group, "outline", view->outline);
  g_key_file_set_int64 (views, group, "seen", get_next_seen (views));
  forget_oldest (views);

  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", folder, g_strerror (code));
      return FALSE;
    }

  text = g_key_file_to_data (views, &length, NULL);

  return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* commons-unfinished.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note is one file: a line that tells how many bytes there were and will be,
 * then these and those. Its name tells what file it is about.
 */

#define G_LOG_DOMAIN "commons-unfinished"

#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "commons-io-error.h"
#include "commons-leftovers.h"
#include "commons-local-file.h"
#include "commons-unfinished.h"

#define MARK "commons-unfinished 1"
#define ENDING ".unfinished"

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "commons-canvas", "unfinished", NULL);
}

static char *
sum_path (const char *path)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return g_strndup (sum, 16);
}

/* A name of its own for each file: the same number may be on two disks. */
static char *
make_name (const char *folder,
           const char *path,
           ino_t       inode)
{
  g_autofree char *sum = sum_path (path);
  g_autofree char *name = g_strdup_printf ("%" G_GUINT64_FORMAT "-%s" ENDING, (guint64) inode, sum);

  return g_build_filename (folder, name, NULL);
}

static GBytes *
make_note (const char *old,
           gsize       old_length,
           const char *new,
           gsize       new_length)
{
  GString *out = g_string_sized_new (old_length + new_length + 64);

  g_string_printf (out, MARK " %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT "\n", old_length, new_length);
  g_string_append_len (out, old, (gssize) old_length);
  g_string_append_len (out, new, (gssize) new_length);

  return g_string_free_to_bytes (out);
}

char *
commons_unfinished_begin (const char  *path,
                          ino_t        inode,
                          const char  *old,
                          gsize        old_length,
                          const char  *new,
                          gsize        new_length,
                          GError     **error)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *note = make_name (folder, path, inode);
  g_autoptr(GBytes) bytes = make_note (old, old_length, new, new_length);
  g_autoptr(GError) problem = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
      return NULL;
    }

  commons_leftovers_sweep (folder, NULL);
  if (commons_local_file_replace (note, bytes, NULL, NULL, NULL, &problem))
    return g_steal_pointer (&note);

  /* It may not be there when it is needed. */
  if (g_error_matches (problem, COMMONS_IO_ERROR, COMMONS_IO_ERROR_UNCONFIRMED))
    {
      g_unlink (note);
      g_clear_error (&problem);
      g_set_error (&problem, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", folder, g_strerror (EIO));
    }
  g_propagate_error (error, g_steal_pointer (&problem));

  return NULL;
}

void
commons_unfinished_end (const char *note)
{
  /* One that stays finds its file whole the next time. */
  g_unlink (note);
}

GPtrArray *
commons_unfinished_list (void)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = get_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ENDING))
        g_ptr_array_add (notes, g_build_filename (folder, name, NULL));
    }

  return notes;
}

gboolean
commons_unfinished_is_about (const char *note,
                             const char *path,
                             ino_t       inode,
                             gboolean   *same_path)
{
  g_autofree char *name = g_path_get_basename (note);
  g_autofree char *start = g_strdup_printf ("%" G_GUINT64_FORMAT "-", (guint64) inode);
  g_autofree char *sum = sum_path (path);
  g_autofree char *end = g_strconcat ("-", sum, ENDING, NULL);

  *same_path = g_str_has_suffix (name, end);

  return *same_path || g_str_has_prefix (name, start);
}

static gboolean
read_lengths (CommonsUnfinished *self,
              const char        *line)
{
  int length = 0;

  return sscanf (line, MARK " %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT "%n",
                 &self->old_length, &self->new_length, &length) == 2 && line[length] == '\0';
}

static gboolean
read_note (CommonsUnfinished *self)
{
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);
  const char *end = data != NULL ? memchr (data, '\n', length) : NULL;
  g_autofree char *line = end != NULL ? g_strndup (data, (gsize) (end - data)) : NULL;
  gsize rest;

  if (line == NULL || !read_lengths (self, line))
    return FALSE;

  rest = length - (gsize) (end + 1 - data);
  if (self->old_length > rest || rest - self->old_length != self->new_length)
    return FALSE;

  self->old = end + 1;
  self->new = self->old + self->old_length;

  return TRUE;
}

CommonsUnfinished *
commons_unfinished_read (const char *note)
{
  g_autoptr(CommonsUnfinished) self = NULL;
  char *data;
  gsize length;

  if (!g_file_get_contents (note, &data, &length, NULL))
    return NULL;

  self = g_new0 (CommonsUnfinished, 1);
  self->bytes = g_bytes_new_take (data, length);

  return read_note (self) ? g_steal_pointer (&self) : NULL;
}

void
commons_unfinished_free (CommonsUnfinished *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* fuzz-support.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _XOPEN_SOURCE 700  /* nftw() */

#include "config.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>

#include "commons-io-error.h"
#include "commons-reader.h"
#include "commons-writer.h"
#include "fuzz-support.h"

static char *folder;

void
fuzz_check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == COMMONS_IO_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 5);
}

static void
check_record (CommonsBoard  *board,
              CommonsRecord *record,
              GHashTable    *ids)
{
  const char *id = commons_record_get_id (record);

  g_assert_true (g_utf8_validate (id, -1, NULL));
  g_assert_cmpstr (id, !=, "");
  g_assert_true (g_hash_table_add (ids, (gpointer) id));
  g_assert_true (commons_board_lookup (board, id) == record);
}

static void
check_records (CommonsBoard *board)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      const CommonsRect *bounds = commons_record_get_bounds (node);

      check_record (board, node, ids);
      g_assert_cmpint (ABS (bounds->x), <=, COMMONS_COORD_MAX);
      g_assert_cmpint (ABS (bounds->y), <=, COMMONS_COORD_MAX);
      g_assert_cmpint (bounds->width, >=, 0);
      g_assert_cmpint (bounds->height, >=, 0);
    }

  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    check_record (board, commons_board_get_edge (board, i), ids);
}

static void
check_round_trip (CommonsBoard *board)
{
  g_autoptr (GBytes) once = commons_writer_write (board);
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsBoard) again = commons_reader_read (once, NULL, &error);
  g_autoptr (GBytes) twice = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (commons_board_get_n_nodes (again), ==, commons_board_get_n_nodes (board));
  g_assert_cmpuint (commons_board_get_n_edges (again), ==, commons_board_get_n_edges (board));
  twice = commons_writer_write (again);
  g_assert_true (g_bytes_equal (once, twice));
}

void
fuzz_check_board (CommonsBoard *board)
{
  check_records (board);
  check_round_trip (board);
}

static int
remove_one (const char        *path,
            const struct stat *status,
            int                kind,
            struct FTW        *place)
{
  return remove (path);
}

static void
remove_folder (void)
{
  nftw (folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
  g_clear_pointer (&folder, g_free);
}

char *
fuzz_make_folder (void)
{
  g_assert_null (folder);

  /* Files are written safely onto the disk, which takes no time in memory. */
  folder = g_strdup ("/dev/shm/commons-fuzz-XXXXXX");
  if (g_mkdtemp (folder) == NULL)
    {
      g_free (folder);
      folder = g_dir_make_tmp ("commons-fuzz-XXXXXX", NULL);
    }
  g_assert_nonnull (folder);
  atexit (remove_folder);

  return g_strdup (folder);
}

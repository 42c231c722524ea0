/* test-bench-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "bench-board.h"
#include "commons-reader.h"

static void
test_same_every_time (void)
{
  g_autoptr (GBytes) first = bench_board_write (300);
  g_autoptr (GBytes) second = bench_board_write (300);
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, first);

  g_assert_true (g_bytes_equal (first, second));
  /* Measures of two machines or two years compare only with the same board. */
  g_assert_cmpstr (checksum, ==, "99a9d36c43ff009575b211c6ae35b61e7390b01f3c0c6d1d78b158b9df24907f");
}

static void
test_shape (void)
{
  const guint sizes[] = { 0, 1, 2, 3, 7, 200, 2000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = bench_board_write (sizes[i]);
      g_autoptr (GError) error = NULL;
      CommonsReadReport *report = NULL;
      g_autoptr (CommonsBoard) board = commons_reader_read (bytes, &report, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (report->warnings->len, ==, 0);
      commons_read_report_free (report);
      g_assert_cmpuint (commons_board_get_n_nodes (board), ==, sizes[i]);
      g_assert_cmpuint (commons_board_get_n_edges (board), ==, sizes[i] / 2);
      g_assert_cmpstr (commons_board_get_language (board), ==, "fr");

      for (guint j = 0; j < commons_board_get_n_edges (board); j++)
        {
          CommonsRecord *edge = commons_board_get_edge (board, j);

          g_assert_cmpstr (commons_record_get_from (edge), !=, commons_record_get_to (edge));
          g_assert_nonnull (commons_board_lookup_node (board, commons_record_get_from (edge)));
          g_assert_nonnull (commons_board_lookup_node (board, commons_record_get_to (edge)));
        }
    }
}

static gboolean
overlap (const CommonsRect *a,
         const CommonsRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
test_cards (void)
{
  g_autoptr (CommonsBoard) board = bench_board_new (500);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < 500; i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      const CommonsRect *bounds = commons_record_get_bounds (node);
      glong length = g_utf8_strlen (commons_record_get_text (node), -1);

      g_assert_cmpint (bounds->width, ==, 200);
      g_assert_cmpint (bounds->height, ==, 120);
      g_assert_cmpint (length, >=, 72);
      g_assert_cmpint (length, <=, 90);
      g_assert_cmpint (strlen (commons_record_get_body (node)), >, 0);
      g_hash_table_add (kinds, (gpointer) commons_record_get_kind (node));

      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (bounds, commons_record_get_bounds (commons_board_get_node (board, j))));
    }

  g_assert_cmpuint (g_hash_table_size (kinds), ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bench-board/same-every-time", test_same_every_time);
  g_test_add_func ("/bench-board/shape", test_shape);
  g_test_add_func ("/bench-board/cards", test_cards);

  return g_test_run ();
}

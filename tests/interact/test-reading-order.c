/* test-reading-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-reading-order.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "ring", "circle", { 1000, 0, 400, 400 } },
  { "below", "rule", { 0, 200, 100, 50 } },
  { "above", "rule", { 0, 0, 100, 50 } },
  { "inside", "value", { 1150, 150, 100, 50 } },
};

static const SupportEdge edges[] = {
  { "second", "relates_to", "above", "below" },
  { "first", "relates_to", "above", "inside" },
};

static char *
sort (CommonsBoard        *board,
      CommonsReadingOrder *order,
      const char          *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (records, commons_board_lookup (board, parts[i]));
  commons_reading_order_sort (order, records);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (sorted, (gpointer) commons_record_get_id (g_ptr_array_index (records, i)));

  return support_join (sorted);
}

#define assert_sorts(ids, expected) \
  G_STMT_START { \
    g_autofree char *sorted = sort (board, order, ids); \
    g_assert_cmpstr (sorted, ==, expected); \
  } G_STMT_END

static void
test_sort (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
  g_autoptr (CommonsReadingOrder) order = commons_reading_order_new (board);

  assert_sorts ("inside ring below above", "above below ring inside");
  assert_sorts ("below first above", "above first below");
  assert_sorts ("second below first above", "above second first below");
}

static void
test_unknown_comes_last (void)
{
  g_autoptr (CommonsBoard) empty = support_board_new (NULL, 0, NULL, 0);
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
  g_autoptr (CommonsReadingOrder) order = commons_reading_order_new (empty);

  assert_sorts ("below above", "below above");
}

static void
assert_place (CommonsReadingOrder *order,
              const char          *id,
              guint                rank,
              guint                position,
              guint                size,
              guint                level)
{
  CommonsReadingPlace place;

  g_assert_true (commons_reading_order_get_place (order, id, &place));
  g_assert_cmpuint (place.position, ==, position);
  g_assert_cmpuint (place.size, ==, size);
  g_assert_cmpuint (place.level, ==, level);
  g_assert_cmpuint (commons_reading_order_get_rank (order, id), ==, rank);
  g_assert_cmpstr (commons_reading_order_get_nth (order, rank), ==, id);
}

/* Each is counted among what lies in the same thing. */
static void
test_places (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
  g_autoptr (CommonsReadingOrder) order = commons_reading_order_new (board);
  CommonsReadingPlace place;

  g_assert_cmpuint (commons_reading_order_get_n (order), ==, 4);
  assert_place (order, "above", 1, 1, 3, 1);
  assert_place (order, "below", 2, 2, 3, 1);
  assert_place (order, "ring", 3, 3, 3, 1);
  assert_place (order, "inside", 4, 1, 1, 2);
  g_assert_false (commons_reading_order_get_place (order, "second", &place));
  g_assert_cmpuint (commons_reading_order_get_rank (order, "second"), ==, 0);
  g_assert_null (commons_reading_order_get_nth (order, 0));
  g_assert_null (commons_reading_order_get_nth (order, 5));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading-order/sort", test_sort);
  g_test_add_func ("/reading-order/unknown-comes-last", test_unknown_comes_last);
  g_test_add_func ("/reading-order/places", test_places);

  return g_test_run ();
}

/* test-folding.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-folding.h"
#include "core-fixture.h"

static CommonsBoard *
make_board (const char *outer,
            const char *inner)
{
  g_autoptr (CommonsBoard) empty = commons_board_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();
  g_autofree char *first = g_strdup_printf ("{'id':'outer','type':'group','x':0,'y':0,'width':600,'height':600,"
                                            "'commons':{'kind':'circle'%s}}", outer);
  g_autofree char *second = g_strdup_printf ("{'id':'inner','type':'group','x':200,'y':300,'width':200,'height':200,"
                                             "'commons':{'kind':'circle'%s}}", inner);

  g_ptr_array_add (nodes, fixture_record (COMMONS_TABLE_NODES, first));
  g_ptr_array_add (nodes, fixture_record (COMMONS_TABLE_NODES, second));
  g_ptr_array_add (nodes, fixture_node ("top", "value", 250, 50, 100, 40));
  g_ptr_array_add (nodes, fixture_node ("deep", "value", 250, 380, 100, 40));
  g_ptr_array_add (nodes, fixture_node ("out", "value", 900, 0, 100, 40));

  return commons_board_new_from_records (commons_board_get_head (empty), nodes, edges);
}

static void
test_nothing_folded (void)
{
  g_autoptr (CommonsBoard) board = make_board ("", ",'folded':false");

  g_assert_null (commons_folding_list_hidden (board));
  g_assert_false (commons_folding_is_folded (NULL));
  g_assert_false (commons_folding_is_folded (commons_board_lookup_node (board, "top")));
}

static void
test_inner (void)
{
  g_autoptr (CommonsBoard) board = make_board ("", ",'folded':true");
  g_autoptr (GHashTable) hidden = commons_folding_list_hidden (board);

  g_assert_cmpuint (g_hash_table_size (hidden), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (hidden, "deep"), ==, "inner");
  g_assert_cmpuint (commons_folding_count (board, hidden, "inner"), ==, 1);
  g_assert_cmpuint (commons_folding_count (board, hidden, "outer"), ==, 0);
}

/* The outermost folded group has all of it, and counts cards alone. */
static void
test_nested (void)
{
  g_autoptr (CommonsBoard) board = make_board (",'folded':true", ",'folded':true");
  g_autoptr (GHashTable) hidden = commons_folding_list_hidden (board);

  g_assert_cmpuint (g_hash_table_size (hidden), ==, 3);
  g_assert_cmpstr (g_hash_table_lookup (hidden, "deep"), ==, "outer");
  g_assert_cmpstr (g_hash_table_lookup (hidden, "inner"), ==, "outer");
  g_assert_null (g_hash_table_lookup (hidden, "out"));
  g_assert_cmpuint (commons_folding_count (board, hidden, "outer"), ==, 2);
}

/* What other programs may have written there is no folding. */
static void
test_odd_members (void)
{
  static const char *const records[] = {
    "{'id':'a','type':'group','x':0,'y':0,'width':9,'height':9,'commons':{'folded':'true'}}",
    "{'id':'a','type':'group','x':0,'y':0,'width':9,'height':9,'commons':{'folded':1}}",
    "{'id':'a','type':'group','x':0,'y':0,'width':9,'height':9,'commons':{'folded':null}}",
    "{'id':'a','type':'group','x':0,'y':0,'width':9,'height':9,'folded':true}",
    "{'id':'a','type':'text','x':0,'y':0,'width':9,'height':9,'text':'','commons':{'folded':true}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (CommonsRecord) record = fixture_record (COMMONS_TABLE_NODES, records[i]);

      g_assert_false (commons_folding_is_folded (record));
    }
}

static void
test_bounds (void)
{
  g_autoptr (CommonsRecord) circle = fixture_node ("circle", "circle", 100, 100, 400, 400);
  g_autoptr (CommonsRecord) zone = fixture_node ("zone", "zone", 100, 100, 400, 400);
  CommonsRect bounds;

  commons_folding_get_bounds (circle, &bounds);
  g_assert_cmpint (bounds.x + bounds.width / 2, ==, 300);
  g_assert_cmpint (bounds.y + bounds.height / 2, ==, 300);
  commons_folding_get_bounds (zone, &bounds);
  g_assert_cmpint (bounds.x, ==, 100);
  g_assert_cmpint (bounds.y, ==, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/folding/nothing", test_nothing_folded);
  g_test_add_func ("/folding/inner", test_inner);
  g_test_add_func ("/folding/nested", test_nested);
  g_test_add_func ("/folding/odd-members", test_odd_members);
  g_test_add_func ("/folding/bounds", test_bounds);

  return g_test_run ();
}

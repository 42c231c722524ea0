/* test-differences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-differences.h"
#include "core-fixture.h"

static CommonsBoard *
make_board (const char *first,
            const char *second,
            const char *link)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, "{'commons':{'format':1},'nodes':[],'edges':[]}");

  if (first != NULL)
    g_ptr_array_add (nodes, fixture_record (COMMONS_TABLE_NODES, first));
  if (second != NULL)
    g_ptr_array_add (nodes, fixture_record (COMMONS_TABLE_NODES, second));
  if (link != NULL)
    g_ptr_array_add (edges, fixture_record (COMMONS_TABLE_EDGES, link));

  return commons_board_new_from_records (head, nodes, edges);
}

#define A "{'id':'a','type':'text','x':0,'y':0,'width':100,'height':60,'text':'A'}"
#define B "{'id':'b','type':'text','x':0,'y':0,'width':100,'height':60,'text':'B'}"
#define AB "{'id':'ab','fromNode':'a','toNode':'b'}"

static void
test_nothing (void)
{
  g_autoptr (CommonsBoard) before = make_board (A, B, AB);
  g_autoptr (CommonsBoard) after = make_board (B, "{'type':'text','id':'a','x':0,'y':0,'text':'A','width':100,'height':60}", AB);
  g_autoptr (GPtrArray) differences = commons_differences_list (before, after);

  /* In another order, records and members say the same. */
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
test_added_and_removed (void)
{
  g_autoptr (CommonsBoard) before = make_board (A, B, AB);
  g_autoptr (CommonsBoard) after = make_board (A, "{'id':'c','type':'text','x':0,'y':0,'width':9,'height':9,'text':'C'}", NULL);
  g_autoptr (GPtrArray) differences = commons_differences_list (before, after);
  const CommonsDifference *difference;

  g_assert_cmpuint (differences->len, ==, 3);
  difference = g_ptr_array_index (differences, 0);
  g_assert_null (difference->before);
  g_assert_cmpstr (commons_record_get_id (difference->after), ==, "c");
  difference = g_ptr_array_index (differences, 1);
  g_assert_null (difference->after);
  g_assert_cmpstr (commons_record_get_id (difference->before), ==, "b");
  difference = g_ptr_array_index (differences, 2);
  g_assert_null (difference->after);
  g_assert_cmpstr (commons_record_get_id (difference->before), ==, "ab");
}

static void
test_members (void)
{
  g_autoptr (CommonsBoard) before = make_board ("{'id':'a','type':'text','x':0,'y':0,'width':9,'height':9,'text':'A',"
                                                "'commons':{'kind':'rule','tags':['x'],'fields':{'url':'u','gone':1}}}",
                                                NULL, NULL);
  g_autoptr (CommonsBoard) after = make_board ("{'id':'a','type':'text','x':0,'y':0,'width':9,'height':9,'text':'A',"
                                               "'commons':{'kind':'rule','tags':['x','y'],'fields':{'url':'v'},'new':{'deep':1}}}",
                                               NULL, NULL);
  g_autoptr (GPtrArray) differences = commons_differences_list (before, after);
  const CommonsDifference *difference;
  g_autoptr (GString) said = g_string_new (NULL);

  g_assert_cmpuint (differences->len, ==, 1);
  difference = g_ptr_array_index (differences, 0);
  for (guint i = 0; i < difference->members->len; i++)
    {
      const CommonsMemberDifference *member = g_ptr_array_index (difference->members, i);
      g_autofree char *path = g_strjoinv ("/", member->names);
      g_autofree char *was = member->before != NULL ? json_to_string (member->before, FALSE) : g_strdup ("-");
      g_autofree char *is = member->after != NULL ? json_to_string (member->after, FALSE) : g_strdup ("-");

      g_string_append_printf (said, "%s:%s:%s;", path, was, is);
    }
  g_assert_cmpstr (said->str, ==,
                   "commons/tags:[\"x\"]:[\"x\",\"y\"];commons/fields/url:\"u\":\"v\";"
                   "commons/fields/gone:1:-;commons/new/deep:-:1;");
}

/* A card and a link with one id are two things. */
static void
test_table_counts (void)
{
  g_autoptr (CommonsBoard) before = make_board (A, B, "{'id':'c','fromNode':'a','toNode':'b'}");
  g_autoptr (CommonsBoard) after = make_board (A, "{'id':'c','type':'text','x':0,'y':0,'width':9,'height':9,'text':'C'}", NULL);
  g_autoptr (GPtrArray) differences = commons_differences_list (before, after);

  g_assert_cmpuint (differences->len, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/differences/nothing", test_nothing);
  g_test_add_func ("/differences/added-and-removed", test_added_and_removed);
  g_test_add_func ("/differences/members", test_members);
  g_test_add_func ("/differences/table-counts", test_table_counts);

  return g_test_run ();
}

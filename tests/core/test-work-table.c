/* test-work-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a board says of the tables of a workshop its cards come from.
 */

#include "config.h"

#include "commons-enumerate.h"
#include "commons-query.h"
#include "commons-work-table.h"
#include "core-fixture.h"

static CommonsBoard *
make_board (const char *tables)
{
  static const char *const texts[] = {
    "{'id':'a','type':'text','x':0,'y':0,'width':9,'height':9,'text':'a','commons':{'table':'Blue'}}",
    "{'id':'b','type':'text','x':0,'y':0,'width':9,'height':9,'text':'b','commons':{'tables':['Red',7,'Blue','Red','']}}",
    "{'id':'c','type':'text','x':0,'y':0,'width':9,'height':9,'text':'c','commons':{'table':7,'tables':'Red'}}",
    "{'id':'d','type':'text','x':0,'y':0,'width':9,'height':9,'text':'d'}",
  };
  g_autofree char *text = g_strdup_printf ("{'commons':{'format':1,'tables':%s},'nodes':[],'edges':[]}", tables);
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, text);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (nodes, fixture_record (COMMONS_TABLE_NODES, texts[i]));

  return commons_board_new_from_records (head, nodes, NULL);
}

static char *
list (CommonsBoard *board)
{
  g_autoptr (GPtrArray) tables = commons_work_table_list (board);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      const CommonsWorkTable *table = g_ptr_array_index (tables, i);

      g_string_append_printf (text, "%s(%s,%u,%s) ", table->name, table->mark, table->color, table->source);
    }

  return g_string_free (text, FALSE);
}

static void
test_marks (void)
{
  static const struct
  {
    const char *name;
    const char *mark;
  } cases[] = {
    { "Table 3", "3" }, { "Table 03", "3" }, { "Group 2026", "G" }, { "blue", "B" }, { "« école »", "É" },
    { "  ", "1" }, { "", "1" }, { "7", "7" }, { "水", "水" }, { "Table 0", "0" },
  };
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    fixture_assert_says (commons_work_table_make_mark (cases[i].name, NULL), cases[i].mark);

  /* Where the first letter is taken there are more, then numbers. */
  for (guint i = 0; i < 5; i++)
    {
      static const char *const marks[] = { "B", "Bl", "Blu", "1", "2" };
      char *mark = commons_work_table_make_mark ("Blue", taken);

      g_assert_cmpstr (mark, ==, marks[i]);
      g_hash_table_add (taken, mark);
    }
}

static void
test_list (void)
{
  g_autoptr (CommonsBoard) board = make_board ("[{'name':'Blue','mark':'Bl','color':'teal','source':'blue.commons'},"
                                               "{'name':'Blue','mark':'X'},{'mark':'Y'},'Red',{'name':''},"
                                               "{'name':'Red','mark':'','color':'loud','source':7},"
                                               "{'name':'Rose','mark':'much too long'}]");

  fixture_assert_says (list (board), "Blue(Bl,2,blue.commons) Red(R,9,) Rose(Ro,9,) ");
  g_assert_cmpstr (commons_work_table_lookup (board, "Red")->mark, ==, "R");
  g_assert_null (commons_work_table_lookup (board, "Green"));
}

static void
test_odd_lists (void)
{
  static const char *const odd[] = { "null", "7", "{}", "'Blue'", "[[]]", "[{}]" };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (CommonsBoard) board = make_board (odd[i]);

      fixture_assert_says (list (board), "");
    }
}

static void
test_add (void)
{
  g_autoptr (CommonsBoard) board = make_board ("[{'name':'Blue','x-own':[1]}]");
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (JsonObject) entry = json_object_new ();

  fixture_assert_says (list (board), "Blue(B,9,) ");
  json_object_set_string_member (entry, "name", "Red");
  json_object_set_string_member (entry, "color", "rose");
  commons_editor_begin (editor, "Add", NULL);
  commons_work_table_add (editor, entry);
  commons_editor_commit (editor);
  fixture_assert_says (list (board), "Blue(B,9,) Red(R,3,) ");
  fixture_assert_says (fixture_say (commons_board_get_head (board)),
                       "{'commons':{'format':1,'tables':[{'name':'Blue','x-own':[1]},"
                       "{'name':'Red','color':'rose'}]},'nodes':[],'edges':[]}");
}

static void
test_names_of_cards (void)
{
  g_autoptr (CommonsBoard) board = make_board ("[]");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (CommonsRecord) one = NULL;
  g_autoptr (CommonsRecord) two = NULL;
  g_autoptr (CommonsRecord) none = NULL;

  fixture_assert_says (commons_work_table_describe (commons_board_lookup (board, "a")), "from table Blue");
  fixture_assert_says (commons_work_table_describe (commons_board_lookup (board, "b")), "from tables Red and Blue");
  g_assert_null (commons_work_table_describe (commons_board_lookup (board, "c")));
  g_assert_null (commons_work_table_describe (commons_board_lookup (board, "d")));

  g_ptr_array_add (names, (gpointer) "Green");
  one = commons_record_with_work_tables (commons_board_lookup (board, "b"), names);
  g_assert_cmpstr (commons_record_get_string (one, "commons/table"), ==, "Green");
  fixture_assert_says (commons_work_table_describe (one), "from table Green");
  g_ptr_array_add (names, (gpointer) "Red");
  two = commons_record_with_work_tables (one, names);
  g_assert_null (commons_record_get_string (two, "commons/table"));
  fixture_assert_says (commons_work_table_describe (two), "from tables Green and Red");
  g_ptr_array_set_size (names, 0);
  none = commons_record_with_work_tables (two, names);
  g_assert_null (commons_work_table_describe (none));
}

static void
test_filter (void)
{
  g_autoptr (CommonsBoard) board = make_board ("[]");
  g_autoptr (CommonsQuery) query = commons_query_new ();
  g_autoptr (GPtrArray) values = commons_facet_list_values (board, commons_catalogue_get ("en"), COMMONS_FACET_TABLE);

  g_assert_cmpuint (values->len, ==, 2);
  g_assert_cmpstr (((CommonsFacetValue *) g_ptr_array_index (values, 0))->value, ==, "Blue");
  g_assert_cmpuint (((CommonsFacetValue *) g_ptr_array_index (values, 0))->count, ==, 2);

  commons_query_set (query, COMMONS_FACET_TABLE, "Red", TRUE);
  g_assert_false (commons_query_matches (query, commons_board_lookup (board, "a")));
  g_assert_true (commons_query_matches (query, commons_board_lookup (board, "b")));
  g_assert_false (commons_query_matches (query, commons_board_lookup (board, "d")));
}

/* As sentences do, whatever the number of names. */
static void
test_enumerate (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  fixture_assert_says (commons_enumerate (names), "");
  g_ptr_array_add (names, (char *) "Ada");
  fixture_assert_says (commons_enumerate (names), "Ada");
  g_ptr_array_add (names, (char *) "%s");
  fixture_assert_says (commons_enumerate (names), "Ada and %s");
  g_ptr_array_add (names, (char *) "Idriss");
  g_ptr_array_add (names, (char *) "Lou");
  fixture_assert_says (commons_enumerate (names), "Ada, %s, Idriss and Lou");
}

static void
test_colors (void)
{
  for (guint i = 0; i < COMMONS_WORK_TABLE_N_COLORS; i++)
    g_assert_cmpuint (commons_work_table_find_color (commons_work_table_get_color_name (i)), ==, i);

  g_assert_cmpuint (commons_work_table_find_color (NULL), ==, COMMONS_WORK_TABLE_N_COLORS);
  g_assert_cmpuint (commons_work_table_find_color ("loud"), ==, COMMONS_WORK_TABLE_N_COLORS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/work-table/enumerate", test_enumerate);
  g_test_add_func ("/work-table/marks", test_marks);
  g_test_add_func ("/work-table/list", test_list);
  g_test_add_func ("/work-table/odd-lists", test_odd_lists);
  g_test_add_func ("/work-table/add", test_add);
  g_test_add_func ("/work-table/names-of-cards", test_names_of_cards);
  g_test_add_func ("/work-table/filter", test_filter);
  g_test_add_func ("/work-table/colors", test_colors);

  return g_test_run ();
}

/* test-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-query.h"
#include "core-fixture.h"

static CommonsBoard *
make_board (void)
{
  static const char *const texts[] = {
    "{'id':'ring','type':'group','x':0,'y':0,'width':900,'height':900,'label':'Ring',"
    "'commons':{'kind':'circle','status':'agreed','tags':['ground']}}",
    "{'id':'a','type':'text','x':0,'y':0,'width':9,'height':9,'text':'a',"
    "'commons':{'kind':'rule','status':'agreed','author':'Zoé','tags':['water','water','Été']}}",
    "{'id':'b','type':'text','x':0,'y':0,'width':9,'height':9,'text':'b',"
    "'commons':{'kind':'action','status':'draft','author':'ali','fields':{'horizon':'2y'}}}",
    "{'id':'c','type':'text','x':0,'y':0,'width':9,'height':9,'text':'c',"
    "'commons':{'kind':'action','status':'agreed','tags':['air','water'],'fields':{'horizon':'6m'}}}",
    "{'id':'d','type':'text','x':0,'y':0,'width':9,'height':9,'text':'d',"
    "'commons':{'kind':'strange','status':7,'tags':'water','author':''}}",
    "{'id':'e','type':'text','x':0,'y':0,'width':9,'height':9,'text':'e'}",
  };
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, "{'nodes':[],'edges':[]}");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (nodes, fixture_record (COMMONS_TABLE_NODES, texts[i]));
  g_ptr_array_add (edges, fixture_edge ("ab", "a", "b"));

  return commons_board_new_from_records (head, nodes, edges);
}

/* What is kept, and what is not after a bar. */
static char *
list (CommonsQuery *query,
      CommonsBoard *board)
{
  g_autoptr (GHashTable) others = NULL;
  g_autoptr (GPtrArray) ids = commons_query_list (query, board, &others);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s ", (char *) g_ptr_array_index (ids, i));
  g_string_append_c (text, '|');
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      const char *id = commons_record_get_id (commons_board_get_node (board, i));

      if (g_hash_table_contains (others, id))
        g_string_append_printf (text, " %s", id);
    }

  return g_string_free (text, FALSE);
}

static char *
list_values (CommonsBoard *board,
             CommonsFacet  facet)
{
  g_autoptr (GPtrArray) values = commons_facet_list_values (board, commons_catalogue_get ("en"), facet);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const CommonsFacetValue *value = g_ptr_array_index (values, i);

      g_string_append_printf (text, "%s%s:%u", i > 0 ? " " : "", value->value, value->count);
    }

  return g_string_free (text, FALSE);
}

static void
test_empty_keeps_all (void)
{
  g_autoptr (CommonsBoard) board = make_board ();
  g_autoptr (CommonsQuery) query = commons_query_new ();

  g_assert_true (commons_query_is_empty (query));
  g_assert_false (commons_query_clear (query));
  fixture_assert_says (list (query, board), "a b c d e |");
}

static void
test_values_of_a_facet_widen (void)
{
  g_autoptr (CommonsBoard) board = make_board ();
  g_autoptr (CommonsQuery) query = commons_query_new ();

  g_assert_true (commons_query_set (query, COMMONS_FACET_TAG, "air", TRUE));
  g_assert_false (commons_query_set (query, COMMONS_FACET_TAG, "air", TRUE));
  fixture_assert_says (list (query, board), "c | a b d e");
  g_assert_true (commons_query_set (query, COMMONS_FACET_TAG, "water", TRUE));
  fixture_assert_says (list (query, board), "a c | b d e");
  g_assert_true (commons_query_get (query, COMMONS_FACET_TAG, "water"));
  g_assert_true (commons_query_set (query, COMMONS_FACET_TAG, "air", FALSE));
  g_assert_false (commons_query_get (query, COMMONS_FACET_TAG, "air"));
}

static void
test_facets_narrow (void)
{
  g_autoptr (CommonsBoard) board = make_board ();
  g_autoptr (CommonsQuery) query = commons_query_new ();

  commons_query_set (query, COMMONS_FACET_KIND, "action", TRUE);
  fixture_assert_says (list (query, board), "b c | a d e");
  commons_query_set (query, COMMONS_FACET_STATUS, "agreed", TRUE);
  fixture_assert_says (list (query, board), "c | a b d e");
  commons_query_set (query, COMMONS_FACET_AUTHOR, "ali", TRUE);
  fixture_assert_says (list (query, board), "| a b c d e");
  g_assert_true (commons_query_clear (query));
  g_assert_true (commons_query_is_empty (query));

  commons_query_set (query, COMMONS_FACET_HORIZON, "2y", TRUE);
  fixture_assert_says (list (query, board), "b | a c d e");
}

/* Circles, zones and links are the ground: neither kept nor left out. */
static void
test_ground_is_not_told_apart (void)
{
  g_autoptr (CommonsBoard) board = make_board ();
  g_autoptr (CommonsQuery) query = commons_query_new ();

  commons_query_set (query, COMMONS_FACET_TAG, "ground", TRUE);
  fixture_assert_says (list (query, board), "| a b c d e");
  g_assert_false (commons_query_matches (query, commons_board_lookup (board, "ring")));
  commons_query_clear (query);
  g_assert_false (commons_query_matches (query, commons_board_lookup (board, "ab")));
  g_assert_true (commons_query_matches (query, commons_board_lookup (board, "e")));
}

static void
test_list_values (void)
{
  g_autoptr (CommonsBoard) board = make_board ();

  fixture_assert_says (list_values (board, COMMONS_FACET_KIND), "rule:1 action:2 strange:1");
  fixture_assert_says (list_values (board, COMMONS_FACET_TAG), "air:1 Été:1 water:2");
  fixture_assert_says (list_values (board, COMMONS_FACET_STATUS), "draft:1 agreed:2");
  fixture_assert_says (list_values (board, COMMONS_FACET_AUTHOR), "ali:1 Zoé:1");
  fixture_assert_says (list_values (board, COMMONS_FACET_HORIZON), "6m:1 2y:1");
}

static void
test_labels (void)
{
  CommonsCatalogue *french = commons_catalogue_get ("fr");

  g_assert_cmpstr (commons_facet_get_value_label (french, COMMONS_FACET_KIND, "rule"), ==, "Règle");
  g_assert_cmpstr (commons_facet_get_value_label (french, COMMONS_FACET_KIND, "strange"), ==, "strange");
  g_assert_cmpstr (commons_facet_get_value_label (french, COMMONS_FACET_STATUS, "agreed"), ==, "convenue");
  g_assert_cmpstr (commons_facet_get_value_label (french, COMMONS_FACET_HORIZON, "6m"), ==, "6 mois");
  g_assert_cmpstr (commons_facet_get_value_label (french, COMMONS_FACET_HORIZON, "odd"), ==, "odd");
  g_assert_cmpstr (commons_facet_get_value_label (french, COMMONS_FACET_TAG, "rule"), ==, "rule");
  g_assert_cmpstr (commons_facet_get_value_label (french, COMMONS_FACET_AUTHOR, "agreed"), ==, "agreed");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/empty-keeps-all", test_empty_keeps_all);
  g_test_add_func ("/query/values-of-a-facet-widen", test_values_of_a_facet_widen);
  g_test_add_func ("/query/facets-narrow", test_facets_narrow);
  g_test_add_func ("/query/ground-is-not-told-apart", test_ground_is_not_told_apart);
  g_test_add_func ("/query/list-values", test_list_values);
  g_test_add_func ("/query/labels", test_labels);

  return g_test_run ();
}

/* test-surprise.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-surprise.h"
#include "core-fixture.h"

static CommonsRecord *
make_zone (const char *expects)
{
  g_autofree char *json = NULL;

  json = g_strdup_printf ("{'id':'zone','type':'group','x':0,'y':0,'width':400,'height':400,"
                          "'commons':{'kind':'zone','fields':{'expects':%s}}}", expects);

  return fixture_record (COMMONS_TABLE_NODES, json);
}

static void
test_expects (void)
{
  static const struct
  {
    const char *expects;
    const char *kind;
    gboolean    expected;
  } cases[] = {
    { "['value','rule']", "value", TRUE },
    { "['value','rule']", "rule", TRUE },
    { "['value','rule']", "role", FALSE },
    { "['value']", "from-elsewhere", FALSE },
    { "['value']", NULL, TRUE },
    { "['from-elsewhere']", "from-elsewhere", TRUE },
    { "[]", "role", TRUE },
    { "'value'", "role", TRUE },
    { "null", "role", TRUE },
    { "{'value':true}", "role", TRUE },
    { "[1,null,['value'],{}]", "value", FALSE },
    { "[1,null,'value']", "value", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CommonsRecord) zone = make_zone (cases[i].expects);

      g_assert_true (commons_surprise_expects (zone, cases[i].kind) == cases[i].expected);
    }

  g_assert_true (commons_surprise_expects (NULL, "rule"));
}

static void
test_words (void)
{
  g_autoptr (CommonsRecord) zone = make_zone ("['value','improvement',3,'odd']");
  g_autoptr (CommonsRecord) none = make_zone ("[]");
  g_autoptr (CommonsRecord) many = make_zone ("['value','rule','role','community']");
  g_autofree char *french = commons_surprise_describe (commons_catalogue_get ("fr"), zone);
  g_autofree char *english = commons_surprise_describe (commons_catalogue_get ("en"), zone);
  g_autofree char *cut = commons_surprise_describe (commons_catalogue_get ("en"), many);

  g_assert_cmpstr (french, ==, "valeurs, axes d’amélioration, odd");
  g_assert_cmpstr (english, ==, "values, areas for improvement, odd");
  g_assert_cmpstr (cut, ==, "values, rules, roles…");
  g_assert_null (commons_surprise_describe (commons_catalogue_get ("en"), none));
}

/* Only what lies directly in the zone surprises there. */
static void
test_list (void)
{
  g_autoptr (CommonsBoard) board = commons_board_new ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  CommonsRecord *nodes[] = {
    make_zone ("['value']"),
    fixture_node ("circle", "circle", 200, 200, 100, 100),
    fixture_node ("value", "value", 10, 10, 50, 20),
    fixture_node ("rule", "rule", 10, 60, 50, 20),
    fixture_node ("plain", NULL, 10, 90, 50, 20),
    fixture_node ("deep", "rule", 230, 240, 40, 20),
    fixture_node ("away", "rule", 900, 60, 50, 20),
  };
  g_autoptr (GHashTable) set = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    fixture_add (editor, nodes[i], NULL);

  set = commons_surprise_list (board);
  g_assert_cmpuint (g_hash_table_size (set), ==, 1);
  g_assert_true (g_hash_table_contains (set, "rule"));
  g_assert_true (commons_surprise_find (board, nodes[3]) == commons_board_lookup_node (board, "zone"));
  g_assert_null (commons_surprise_find (board, nodes[5]));
  g_assert_null (commons_surprise_find (board, nodes[6]));

  fixture_remove (editor, "zone");
  g_clear_pointer (&set, g_hash_table_unref);
  set = commons_surprise_list (board);
  g_assert_cmpuint (g_hash_table_size (set), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    g_clear_pointer (&nodes[i], commons_record_unref);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/surprise/expects", test_expects);
  g_test_add_func ("/surprise/words", test_words);
  g_test_add_func ("/surprise/list", test_list);

  return g_test_run ();
}

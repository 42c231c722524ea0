/* test-sides.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both sides of a board, and what became of each answer.
 */

#include "config.h"

#include "commons-sides.h"
#include "core-fixture.h"

static void
add_card (GPtrArray  *nodes,
          const char *id,
          const char *kind,
          const char *members)
{
  g_autofree char *json = g_strdup_printf ("{'id':'%s','type':'text','x':0,'y':0,'width':9,'height':9,'text':'%s',"
                                           "'commons':{'kind':'%s'%s}}", id, id, kind, members);

  g_ptr_array_add (nodes, fixture_record (COMMONS_TABLE_NODES, json));
}

static void
add_link (GPtrArray  *edges,
          const char *from,
          const char *to,
          const char *type)
{
  g_autofree char *json = g_strdup_printf ("{'id':'%s-%s-%u','fromNode':'%s','toNode':'%s','commons':{'link':'%s'}}",
                                           from, to, edges->len, from, to, type);

  g_ptr_array_add (edges, fixture_record (COMMONS_TABLE_EDGES, json));
}

static CommonsBoard *
make_board (const char *sheets)
{
  g_autofree char *json = g_strdup_printf ("{'nodes':[],'edges':[],'commons':{'format':1,'sheets':%s}}", sheets);
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, json);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  add_card (nodes, "kept", "resource", ",'side':'i','author':'Zoé'");
  add_card (nodes, "one", "resource", ",'side':'i','author':'  Élodie '");
  add_card (nodes, "two", "resource", ",'side':'i','author':'Zoé','hidden':true");
  add_card (nodes, "out", "resource", ",'side':'i','author':'élodie','status':'dropped'");
  add_card (nodes, "open", "rule", ",'side':'i','author':7");
  add_card (nodes, "loose", "value", ",'side':'i','author':'Zoé'");
  add_card (nodes, "we1", "resource", ",'side':'we'");
  add_card (nodes, "we2", "resource", "");
  add_card (nodes, "gone", "resource", ",'side':'we','status':'dropped'");
  add_card (nodes, "plain", "resource", "");
  add_card (nodes, "later", "question", "");
  add_card (nodes, "far", "resource", ",'side':'we'");
  add_card (nodes, "odd", "resource", ",'side':['i']");

  add_link (edges, "we1", "kept", "derives_from");
  add_link (edges, "we1", "kept", "derives_from");
  add_link (edges, "we2", "one", "derives_from");
  add_link (edges, "we2", "two", "derives_from");
  add_link (edges, "gone", "open", "derives_from");
  add_link (edges, "open", "one", "derives_from");
  add_link (edges, "we1", "out", "derives_from");
  add_link (edges, "we1", "loose", "relates_to");
  add_link (edges, "loose", "we1", "derives_from");
  add_link (edges, "nowhere", "loose", "derives_from");

  return commons_board_new_from_records (head, nodes, edges);
}

#define SHEETS                                                                   \
  "{'fon2':{'cards':['open','kept']},'zz9':{'cards':['open']},"                  \
  "'def2':{'cards':['two','kept','one','out','we1','we2','gone','plain','later','absent',3]}," \
  "'def1':{'cards':['plain','later']},'def3':{'state':'answered'},'pro1':7}"

/* One topic as "question: own | shared". */
static char *
say_topic (const CommonsSidesTopic *topic)
{
  GString *text = g_string_new (topic->question ? topic->question : "-");

  g_string_append_c (text, ':');
  for (guint i = 0; i < topic->own->len; i++)
    {
      const CommonsOwnAnswer *own = g_ptr_array_index (topic->own, i);

      g_string_append_printf (text, " %s", commons_record_get_id (own->card));
    }
  g_string_append (text, " |");
  for (guint i = 0; i < topic->shared->len; i++)
    {
      const CommonsSharedAnswer *shared = g_ptr_array_index (topic->shared, i);

      g_string_append_printf (text, " %s", commons_record_get_id (shared->card));
      for (guint j = 0; j < shared->sources->len; j++)
        g_string_append_printf (text, "%s%s", j == 0 ? "<" : "+",
                                commons_record_get_id (((CommonsOwnAnswer *) g_ptr_array_index (shared->sources, j))->card));
    }

  return g_string_free (text, FALSE);
}

static void
test_side (void)
{
  g_autoptr (CommonsBoard) board = make_board (SHEETS);

  g_assert_cmpint (commons_side_get (commons_board_lookup (board, "kept")), ==, COMMONS_SIDE_I);
  g_assert_cmpint (commons_side_get (commons_board_lookup (board, "we1")), ==, COMMONS_SIDE_WE);
  g_assert_cmpint (commons_side_get (commons_board_lookup (board, "plain")), ==, COMMONS_SIDE_NONE);
  g_assert_cmpint (commons_side_get (commons_board_lookup (board, "odd")), ==, COMMONS_SIDE_NONE);
}

/* In the order of the sheets, then what they do not know, then the rest; a
 * question nobody answered from either side is not there. */
static void
test_topics (void)
{
  static const char *const expected[] = {
    "def2: one out two kept | we1<kept+out we2<one+two gone<open plain",
    "fon2: kept open |",
    "zz9: open |",
    "-: loose | far",
  };
  g_autoptr (CommonsBoard) board = make_board (SHEETS);
  g_autoptr (CommonsSides) sides = commons_sides_new (board, commons_catalogue_get ("fr"));
  g_autoptr (GPtrArray) authors = commons_sides_list_authors (sides);

  g_assert_cmpuint (commons_sides_get_n_topics (sides), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    fixture_assert_says (say_topic (commons_sides_get_topic (sides, i)), expected[i]);

  g_assert_cmpuint (authors->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (authors, 0), ==, "Élodie");
  g_assert_cmpstr (g_ptr_array_index (authors, 1), ==, "élodie");
  g_assert_cmpstr (g_ptr_array_index (authors, 2), ==, "Zoé");
  g_assert_cmpstr (g_ptr_array_index (authors, 3), ==, "");
}

static void
assert_outcome (CommonsSides   *sides,
                const char     *id,
                CommonsOutcome  outcome,
                guint           n_others)
{
  const CommonsOwnAnswer *answer = commons_sides_find (sides, id);

  g_assert_nonnull (answer);
  g_assert_cmpint (answer->outcome, ==, outcome);
  g_assert_cmpuint (answer->n_others, ==, n_others);
}

/* A card that was set aside, or that is one person's own, takes nothing up. */
static void
test_outcomes (void)
{
  g_autoptr (CommonsBoard) board = make_board (SHEETS);
  g_autoptr (CommonsSides) sides = commons_sides_new (board, commons_catalogue_get ("fr"));

  assert_outcome (sides, "kept", COMMONS_OUTCOME_MERGED, 1);
  assert_outcome (sides, "one", COMMONS_OUTCOME_MERGED, 1);
  assert_outcome (sides, "two", COMMONS_OUTCOME_MERGED, 1);
  assert_outcome (sides, "out", COMMONS_OUTCOME_DROPPED, 1);
  assert_outcome (sides, "open", COMMONS_OUTCOME_OPEN, 0);
  assert_outcome (sides, "loose", COMMONS_OUTCOME_OPEN, 0);
  g_assert_null (commons_sides_find (sides, "we1"));
  g_assert_null (commons_sides_find (sides, "plain"));
}

static void
test_kept (void)
{
  g_autoptr (CommonsBoard) board = make_board ("{}");
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsSides) sides = NULL;

  /* The other answer it came from is no more. */
  fixture_remove (editor, "out");
  sides = commons_sides_new (board, commons_catalogue_get ("fr"));
  assert_outcome (sides, "kept", COMMONS_OUTCOME_KEPT, 0);
  g_assert_cmpuint (commons_sides_get_n_topics (sides), ==, 1);
}

static void
assert_count (CommonsSides             *sides,
              const CommonsSidesFilter *filter,
              const char               *expected)
{
  CommonsSidesCount count;

  commons_sides_count (sides, filter, &count);
  fixture_assert_says (g_strdup_printf ("%u of %u: %u open, %u kept, %u merged, %u dropped, %u hidden",
                                        count.n_answers, count.n_people, count.n_outcomes[COMMONS_OUTCOME_OPEN],
                                        count.n_outcomes[COMMONS_OUTCOME_KEPT], count.n_outcomes[COMMONS_OUTCOME_MERGED],
                                        count.n_outcomes[COMMONS_OUTCOME_DROPPED], count.n_hidden), expected);
}

/* An answer to two questions counts once. */
static void
test_count (void)
{
  g_autoptr (CommonsBoard) board = make_board (SHEETS);
  g_autoptr (CommonsSides) sides = commons_sides_new (board, commons_catalogue_get ("fr"));

  assert_count (sides, NULL, "6 of 3: 2 open, 0 kept, 3 merged, 1 dropped, 1 hidden");
  assert_count (sides, &(CommonsSidesFilter) { .author = "Zoé" }, "3 of 1: 1 open, 0 kept, 2 merged, 0 dropped, 1 hidden");
  assert_count (sides, &(CommonsSidesFilter) { .author = "" }, "1 of 0: 1 open, 0 kept, 0 merged, 0 dropped, 0 hidden");
  assert_count (sides, &(CommonsSidesFilter) { .outcomes = 1 << COMMONS_OUTCOME_OPEN },
                "2 of 1: 2 open, 0 kept, 0 merged, 0 dropped, 0 hidden");
  assert_count (sides, &(CommonsSidesFilter) { .sheet = "operation" },
                "2 of 1: 1 open, 0 kept, 1 merged, 0 dropped, 0 hidden");
  assert_count (sides, &(CommonsSidesFilter) { .sheet = "projection" },
                "0 of 0: 0 open, 0 kept, 0 merged, 0 dropped, 0 hidden");
}

/* What it names stays while the board goes on. */
static void
test_outlives (void)
{
  g_autoptr (CommonsBoard) board = make_board (SHEETS);
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsSides) sides = commons_sides_new (board, commons_catalogue_get ("fr"));

  fixture_remove (editor, "kept");
  fixture_remove (editor, "we1");
  fixture_assert_says (say_topic (commons_sides_get_topic (sides, 0)),
                       "def2: one out two kept | we1<kept+out we2<one+two gone<open plain");
}

static void
test_large (void)
{
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, "{'nodes':[],'edges':[]}");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (CommonsBoard) board = NULL;
  g_autoptr (CommonsSides) sides = NULL;
  CommonsSidesCount count;

  add_card (nodes, "we", "resource", ",'side':'we'");
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i);
      g_autofree char *members = g_strdup_printf (",'side':'i','author':'Person %u'", i % 50);

      add_card (nodes, id, "resource", members);
      if (i % 2 == 0)
        add_link (edges, "we", id, "derives_from");
    }

  board = commons_board_new_from_records (head, nodes, edges);
  g_test_timer_start ();
  sides = commons_sides_new (board, commons_catalogue_get ("en"));
  g_test_message ("Both sides of 10000 cards: %.1f ms", g_test_timer_elapsed () * 1000);
  g_assert_cmpfloat (g_test_timer_last (), <, 2);
  commons_sides_count (sides, NULL, &count);
  g_assert_cmpuint (count.n_people, ==, 50);
  g_assert_cmpuint (count.n_outcomes[COMMONS_OUTCOME_MERGED], ==, 5000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sides/side", test_side);
  g_test_add_func ("/sides/topics", test_topics);
  g_test_add_func ("/sides/outcomes", test_outcomes);
  g_test_add_func ("/sides/kept", test_kept);
  g_test_add_func ("/sides/count", test_count);
  g_test_add_func ("/sides/outlives", test_outlives);
  g_test_add_func ("/sides/large", test_large);

  return g_test_run ();
}

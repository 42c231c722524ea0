/* test-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-answers.h"
#include "core-fixture.h"

typedef struct
{
  CommonsBoard   *board;
  CommonsEditor  *editor;
  CommonsHistory *history;
} Fixture;

/* Cards a, b and c, with these members in the head. */
static void
set_up_with (Fixture    *fixture,
             const char *head)
{
  g_autoptr (CommonsRecord) record = fixture_record (COMMONS_TABLE_HEAD, head);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();

  g_ptr_array_add (nodes, fixture_node ("a", "value", 0, 0, 204, 62));
  g_ptr_array_add (nodes, fixture_node ("b", "value", 0, 100, 204, 62));
  g_ptr_array_add (nodes, fixture_node ("c", "value", 0, 200, 204, 62));
  fixture->board = commons_board_new_from_records (record, nodes, edges);
  fixture->editor = commons_editor_new (fixture->board);
  fixture->history = commons_history_new (fixture->board);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_with (fixture, "{'commons':{'format':1},'nodes':[],'edges':[]}");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->board);
}

static void
file (Fixture    *fixture,
      const char *question,
      const char *card,
      guint       position)
{
  commons_editor_begin (fixture->editor, "File", NULL);
  commons_answers_file (fixture->editor, question, card, position);
  commons_editor_commit (fixture->editor);
}

static void
unfile (Fixture    *fixture,
        const char *question,
        const char *card)
{
  commons_editor_begin (fixture->editor, "Unfile", NULL);
  commons_answers_unfile (fixture->editor, question, card);
  commons_editor_commit (fixture->editor);
}

static void
set_state (Fixture            *fixture,
           const char         *question,
           CommonsAnswerState  state,
           const char         *reason)
{
  commons_editor_begin (fixture->editor, "State", NULL);
  commons_answers_set_state (fixture->editor, question, state, reason);
  commons_editor_commit (fixture->editor);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture->history);

  g_assert_nonnull (changes);
}

static void
assert_cards (Fixture    *fixture,
              const char *question,
              const char *expected)
{
  g_autoptr (GPtrArray) cards = commons_answers_list_cards (fixture->board, question);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    g_string_append (text, commons_record_get_id (g_ptr_array_index (cards, i)));

  g_assert_cmpstr (text->str, ==, expected);
  g_string_free (text, TRUE);
}

static void
assert_questions (Fixture    *fixture,
                  const char *card,
                  const char *expected)
{
  g_autoptr (GPtrArray) questions = commons_answers_list_questions (fixture->board, card);
  g_autofree char *text = NULL;

  g_ptr_array_add (questions, NULL);
  text = g_strjoinv (" ", (char **) questions->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_sheets (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *said = fixture_say (commons_board_get_head (fixture->board));

  g_assert_cmpstr (said, ==, expected);
}

#define HEAD(members) "{'commons':{'format':1" members "},'nodes':[],'edges':[]}"

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  file (fixture, "def7", "a", G_MAXUINT);
  file (fixture, "def7", "b", G_MAXUINT);
  file (fixture, "def7", "c", 0);
  assert_cards (fixture, "def7", "cab");
  assert_sheets (fixture, HEAD (",'sheets':{'def7':{'cards':['c','a','b']}}"));

  /* Filed again, it only changes place. */
  file (fixture, "def7", "c", 1);
  assert_cards (fixture, "def7", "acb");
  file (fixture, "def9", "a", 7);
  assert_questions (fixture, "a", "def7 def9");
  assert_questions (fixture, "b", "def7");
  assert_questions (fixture, "nobody", "");

  unfile (fixture, "def7", "a");
  unfile (fixture, "def7", "nobody");
  unfile (fixture, "pro1", "a");
  assert_cards (fixture, "def7", "cb");
  assert_questions (fixture, "a", "def9");
}

/* What was said is unsaid to the byte, and nothing is left behind. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *before = fixture_dump (fixture->board);

  file (fixture, "def7", "a", G_MAXUINT);
  set_state (fixture, "def7", COMMONS_ANSWER_ANSWERED, "Agreed");
  unfile (fixture, "def7", "a");
  set_state (fixture, "def7", COMMONS_ANSWER_OPEN, NULL);
  fixture_assert_says (fixture_dump (fixture->board), before);

  for (guint i = 0; i < 4; i++)
    undo (fixture);
  fixture_assert_says (fixture_dump (fixture->board), before);
  assert_questions (fixture, "a", "");
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpint (commons_answers_get_state (fixture->board, "fon1"), ==, COMMONS_ANSWER_OPEN);
  g_assert_null (commons_answers_get_reason (fixture->board, "fon1"));

  set_state (fixture, "fon1", COMMONS_ANSWER_NOT_APPLICABLE, "Too early");
  g_assert_cmpint (commons_answers_get_state (fixture->board, "fon1"), ==, COMMONS_ANSWER_NOT_APPLICABLE);
  g_assert_cmpstr (commons_answers_get_reason (fixture->board, "fon1"), ==, "Too early");
  assert_sheets (fixture, HEAD (",'sheets':{'fon1':{'state':'not_applicable','reason':'Too early'}}"));

  set_state (fixture, "fon1", COMMONS_ANSWER_DISCUSS, "");
  assert_sheets (fixture, HEAD (",'sheets':{'fon1':{'state':'discuss'}}"));
  set_state (fixture, "fon1", COMMONS_ANSWER_OPEN, NULL);
  assert_sheets (fixture, HEAD (""));
}

static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (commons_catalogue_get ("en"), 0);
  guint n_done, n_started;

  commons_answers_count (fixture->board, sheet, &n_done, &n_started);
  g_assert_cmpuint (n_done + n_started, ==, 0);

  file (fixture, "def7", "a", 0);
  file (fixture, "def2", "ghost", 0);
  file (fixture, "fon1", "b", 0);
  set_state (fixture, "def3", COMMONS_ANSWER_DISCUSS, NULL);
  set_state (fixture, "def4", COMMONS_ANSWER_ANSWERED, NULL);
  set_state (fixture, "def5", COMMONS_ANSWER_NOT_APPLICABLE, NULL);
  commons_answers_count (fixture->board, sheet, &n_done, &n_started);
  g_assert_cmpuint (n_done, ==, 2);
  g_assert_cmpuint (n_started, ==, 2);

  file (fixture, "def4", "a", 0);
  commons_answers_count (fixture->board, sheet, &n_done, &n_started);
  g_assert_cmpuint (n_started, ==, 2);
}

/* A card that goes leaves its filing behind for the day it comes back, until
 * the list is written for another reason. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  file (fixture, "def7", "a", 0);
  file (fixture, "def7", "b", 1);
  fixture_remove (fixture->editor, "a");
  assert_cards (fixture, "def7", "b");
  undo (fixture);
  assert_cards (fixture, "def7", "ab");

  fixture_remove (fixture->editor, "a");
  file (fixture, "def7", "c", 2);
  assert_sheets (fixture, HEAD (",'sheets':{'def7':{'cards':['b','c']}}"));
  undo (fixture);
  undo (fixture);
  assert_cards (fixture, "def7", "ab");
}

/* Whatever a file says, it is read, and what is not understood stays. */
static void
test_hostile (void)
{
  static const char *const heads[] = {
    "{}",
    "{'commons':[]}",
    HEAD (",'sheets':[]"),
    HEAD (",'sheets':null"),
    HEAD (",'sheets':'def7'"),
    HEAD (",'sheets':{'def7':7}"),
    HEAD (",'sheets':{'def7':[]}"),
    HEAD (",'sheets':{'def7':{'state':{},'reason':[],'cards':{}}}"),
    HEAD (",'sheets':{'def7':{'state':'open?','reason':false,'cards':'a'}}"),
    HEAD (",'sheets':{'def7':{'state':7,'cards':[1,null,{},['a'],true,'','ghost']}}"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      Fixture fixture;
      g_autofree char *before = NULL;

      g_test_message ("%s", heads[i]);
      set_up_with (&fixture, heads[i]);
      before = fixture_dump (fixture.board);
      g_assert_cmpint (commons_answers_get_state (fixture.board, "def7"), ==, COMMONS_ANSWER_OPEN);
      g_assert_null (commons_answers_get_reason (fixture.board, "def7"));
      assert_cards (&fixture, "def7", "");
      assert_questions (&fixture, "a", "");

      unfile (&fixture, "def7", "a");
      file (&fixture, "def7", "a", G_MAXUINT);
      set_state (&fixture, "def7", COMMONS_ANSWER_DISCUSS, "Why");
      assert_cards (&fixture, "def7", "a");
      assert_questions (&fixture, "a", "def7");
      g_assert_cmpint (commons_answers_get_state (fixture.board, "def7"), ==, COMMONS_ANSWER_DISCUSS);

      while (commons_history_can_undo (fixture.history))
        undo (&fixture);
      fixture_assert_says (fixture_dump (fixture.board), before);
      tear_down (&fixture, NULL);
    }
}

/* Questions and members of a later version are kept, whatever their names. */
static void
test_unknown (void)
{
  Fixture fixture;

  set_up_with (&fixture, HEAD (",'sheets':{'def99':{'cards':['a']},'a/b':{'cards':['a','a']},"
                               "'def7':{'by':'Lou','cards':['a','b','a'],'votes':[1]}},'x':1"));
  assert_cards (&fixture, "def7", "ab");
  assert_questions (&fixture, "a", "def99 a/b def7");

  file (&fixture, "def7", "c", 1);
  unfile (&fixture, "a/b", "a");
  set_state (&fixture, "def7", COMMONS_ANSWER_ANSWERED, NULL);
  assert_sheets (&fixture, HEAD (",'sheets':{'def99':{'cards':['a']},"
                                 "'def7':{'by':'Lou','cards':['a','c','b'],'votes':[1],'state':'answered'}},'x':1"));
  tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/answers/file", Fixture, NULL, set_up, test_file, tear_down);
  g_test_add ("/answers/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/answers/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/answers/count", Fixture, NULL, set_up, test_count, tear_down);
  g_test_add ("/answers/stale", Fixture, NULL, set_up, test_stale, tear_down);
  g_test_add_func ("/answers/hostile", test_hostile);
  g_test_add_func ("/answers/unknown", test_unknown);

  return g_test_run ();
}

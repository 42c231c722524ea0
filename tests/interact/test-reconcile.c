/* test-reconcile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers shown, kept, merged and set aside.
 */

#include "config.h"

#include <string.h>

#include "commons-history.h"
#include "commons-reconcile.h"
#include "interact-support.h"

static const CommonsRect visible = { 0, 0, 1000, 800 };

typedef struct
{
  CommonsBoard     *board;
  CommonsEditor    *editor;
  CommonsHistory   *history;
  CommonsCatalogue *catalogue;
} Fixture;

static void
write_own (CommonsEditor *editor,
           const char    *id,
           const char    *author,
           const char    *text,
           const char    *question,
           const char    *purpose)
{
  g_autoptr (CommonsRecord) written = commons_record_with_text (commons_board_lookup (commons_editor_get_board (editor), id), text);
  g_autoptr (CommonsRecord) side = commons_record_with_string (written, "commons/side", "i");
  g_autoptr (CommonsRecord) named = commons_record_with_string (side, "commons/author", author);
  g_autoptr (CommonsRecord) hidden = commons_record_with_flag (named, "commons/hidden", TRUE);
  g_autoptr (CommonsRecord) filled = purpose ? commons_record_with_string (hidden, "commons/fields/holder", purpose)
                                             : commons_record_ref (hidden);

  commons_editor_set (editor, filled);
  if (question != NULL)
    commons_answers_file (editor, question, id, G_MAXUINT);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const SupportNode nodes[] = {
    { "a", "resource", { 0, 0, 204, 62 } },
    { "b", "resource", { 0, 100, 204, 62 } },
    { "c", "rule", { 0, 200, 204, 62 } },
    { "d", "resource", { 0, 300, 204, 62 } },
    { "we", "resource", { 600, 0, 204, 62 } },
    { "value", "value", { 600, 300, 204, 62 } },
  };
  static const SupportEdge edges[] = { { "e", "embodies", "c", "value" }, { "r", "relates_to", "a", "we" } };

  fixture->board = support_board_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
  fixture->editor = commons_editor_new (fixture->board);
  fixture->catalogue = commons_catalogue_get ("en");

  commons_editor_begin (fixture->editor, "Write", NULL);
  write_own (fixture->editor, "a", "Inès", "The database\nAll water points", "def2", "town");
  write_own (fixture->editor, "b", "Malo", "The app", "def2", "club");
  write_own (fixture->editor, "c", "Inès", "Answer within a week", "fon5", NULL);
  write_own (fixture->editor, "d", "Malo", "the data-base !", "def2", "town");
  commons_editor_commit (fixture->editor);
  fixture->history = commons_history_new (fixture->board);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->history);
  g_clear_object (&fixture->editor);
  g_clear_object (&fixture->board);
}

static CommonsRecord *
get (Fixture    *fixture,
     const char *id)
{
  CommonsRecord *record = commons_board_lookup_node (fixture->board, id);

  g_assert_nonnull (record);
  return record;
}

static CommonsOutcome
get_outcome (Fixture    *fixture,
             const char *id)
{
  g_autoptr (CommonsSides) sides = commons_sides_new (fixture->board, fixture->catalogue);
  const CommonsOwnAnswer *answer = commons_sides_find (sides, id);

  g_assert_nonnull (answer);
  return answer->outcome;
}

/* What the cards a question has are called. */
static char *
list_filed (Fixture    *fixture,
            const char *question)
{
  g_autoptr (GPtrArray) cards = commons_answers_list_cards (fixture->board, question);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", commons_record_get_title (g_ptr_array_index (cards, i)));

  return g_string_free (text, FALSE);
}

#define assert_filed(fixture, question, expected)                   \
  G_STMT_START                                                      \
    {                                                               \
      g_autofree char *filed = list_filed (fixture, question);      \
      g_assert_cmpstr (filed, ==, (expected));                      \
    }                                                               \
  G_STMT_END

/* One step back, and all is as it was; and forward again. */
static void
assert_one_step (Fixture    *fixture,
                 const char *before)
{
  g_autofree char *after = support_dump (fixture->board);
  g_autofree char *back = NULL, *again = NULL;
  g_autoptr (CommonsChangeSet) undone = NULL;
  g_autoptr (CommonsChangeSet) redone = NULL;

  g_assert_cmpstr (before, !=, after);
  undone = commons_history_undo (fixture->history);
  back = support_dump (fixture->board);
  g_assert_cmpstr (back, ==, before);
  g_assert_false (commons_history_can_undo (fixture->history));
  redone = commons_history_redo (fixture->history);
  again = support_dump (fixture->board);
  g_assert_cmpstr (again, ==, after);
}

static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("a b we nowhere");
  g_autofree char *before = support_dump (fixture->board);

  g_assert_cmpuint (commons_reconcile_set_hidden (fixture->editor, ids, TRUE, "Hide"), ==, 0);
  g_assert_cmpuint (commons_reconcile_set_hidden (fixture->editor, ids, FALSE, "Reveal"), ==, 2);
  g_assert_false (commons_record_is_hidden (get (fixture, "a")));
  g_assert_true (commons_record_is_hidden (get (fixture, "c")));
  assert_one_step (fixture, before);
  g_assert_cmpuint (commons_reconcile_set_hidden (fixture->editor, ids, TRUE, "Hide"), ==, 2);
  g_assert_true (commons_record_is_hidden (get (fixture, "b")));
  g_assert_false (commons_record_is_hidden (get (fixture, "we")));
}

static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("c we a c");
  g_autofree char *before = support_dump (fixture->board);
  g_autoptr (GPtrArray) made = commons_reconcile_keep (fixture->editor, fixture->catalogue, ids, &visible, "Keep");
  g_autoptr (GPtrArray) again = NULL;
  CommonsRecord *rule, *resource;
  GPtrArray *links;
  gboolean embodies = FALSE;

  g_assert_cmpuint (made->len, ==, 2);
  rule = get (fixture, g_ptr_array_index (made, 0));
  resource = get (fixture, g_ptr_array_index (made, 1));
  g_assert_cmpstr (commons_record_get_kind (rule), ==, "rule");
  g_assert_cmpint (commons_side_get (rule), ==, COMMONS_SIDE_WE);
  g_assert_cmpstr (commons_record_get_text (resource), ==, "The database\nAll water points");
  g_assert_cmpstr (commons_record_get_string (resource, "commons/fields/holder"), ==, "town");
  g_assert_null (commons_record_get_string (resource, "commons/author"));
  g_assert_false (commons_record_is_hidden (resource));
  g_assert_false (commons_record_is_hidden (get (fixture, "a")));
  g_assert_true (commons_record_is_hidden (get (fixture, "b")));
  g_assert_cmpint (get_outcome (fixture, "a"), ==, COMMONS_OUTCOME_KEPT);
  g_assert_cmpint (get_outcome (fixture, "b"), ==, COMMONS_OUTCOME_OPEN);
  assert_filed (fixture, "def2", "The database, The app, the data-base !, The database");
  assert_filed (fixture, "fon5", "Answer within a week, Answer within a week");

  /* What the answer is linked to, its card is linked to. */
  links = commons_board_get_links (fixture->board, commons_record_get_id (rule));
  for (guint i = 0; i < links->len; i++)
    embodies = embodies || g_strcmp0 (commons_record_get_link (g_ptr_array_index (links, i)), "embodies") == 0;
  g_assert_true (embodies);
  assert_one_step (fixture, before);

  again = commons_reconcile_keep (fixture->editor, fixture->catalogue, ids, &visible, "Keep");
  g_assert_cmpuint (again->len, ==, 0);
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("c a d b");
  g_autofree char *before = support_dump (fixture->board);
  g_autofree char *text = commons_reconcile_propose_text (fixture->board, ids);
  g_autofree char *id = NULL;
  CommonsRecord *shared;

  g_assert_cmpstr (text, ==, "Answer within a week\nThe database\nthe data-base !\nThe app");
  g_assert_cmpstr (commons_reconcile_choose_kind (fixture->board, ids), ==, "resource");
  id = commons_reconcile_merge (fixture->editor, fixture->catalogue, ids, "One\nfor all", 120, &visible, "Merge");
  shared = get (fixture, id);
  g_assert_cmpstr (commons_record_get_kind (shared), ==, "resource");
  g_assert_cmpstr (commons_record_get_text (shared), ==, "One\nfor all");
  g_assert_cmpint (commons_record_get_bounds (shared)->height, ==, 120);
  g_assert_null (commons_record_get_string (shared, "commons/fields/holder"));
  g_assert_cmpint (get_outcome (fixture, "a"), ==, COMMONS_OUTCOME_MERGED);
  g_assert_cmpint (get_outcome (fixture, "c"), ==, COMMONS_OUTCOME_MERGED);
  assert_filed (fixture, "def2", "The database, The app, the data-base !, One");
  assert_filed (fixture, "fon5", "Answer within a week, One");
  assert_one_step (fixture, before);
}

/* A field on which all agree is kept; titles that say the same stand once. */
static void
test_merge_alike (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("a d");
  g_autoptr (GPtrArray) none = support_split ("we nowhere");
  g_autofree char *id = NULL;

  id = commons_reconcile_merge (fixture->editor, fixture->catalogue, ids, "Data", 0, &visible, "Merge");
  g_assert_cmpstr (commons_record_get_string (get (fixture, id), "commons/fields/holder"), ==, "town");
  g_assert_null (commons_reconcile_merge (fixture->editor, fixture->catalogue, none, "", 0, &visible, "Merge"));
  g_assert_null (commons_reconcile_choose_kind (fixture->board, none));
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("a b");
  g_autoptr (GPtrArray) more = support_split ("c");
  g_autofree char *before = support_dump (fixture->board);

  g_assert_false (commons_reconcile_add (fixture->editor, fixture->catalogue, ids, "c", NULL, 0, "Add"));
  g_assert_false (commons_reconcile_add (fixture->editor, fixture->catalogue, ids, "nowhere", NULL, 0, "Add"));
  g_assert_true (commons_reconcile_add (fixture->editor, fixture->catalogue, ids, "we", NULL, 0, "Add"));
  g_assert_cmpstr (commons_record_get_text (get (fixture, "we")), ==, "we");
  g_assert_cmpint (get_outcome (fixture, "a"), ==, COMMONS_OUTCOME_MERGED);
  assert_one_step (fixture, before);

  g_assert_true (commons_reconcile_add (fixture->editor, fixture->catalogue, more, "we", "we\nand more", 140, "Add"));
  g_assert_cmpstr (commons_record_get_text (get (fixture, "we")), ==, "we\nand more");
  g_assert_cmpint (commons_record_get_bounds (get (fixture, "we"))->height, ==, 140);

  /* What is linked already is not linked twice. */
  g_assert_false (commons_reconcile_add (fixture->editor, fixture->catalogue, ids, "we", NULL, 0, "Add"));
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("b we");
  g_autofree char *before = support_dump (fixture->board);
  g_autoptr (GPtrArray) made = NULL;

  g_assert_cmpuint (commons_reconcile_set_dropped (fixture->editor, ids, TRUE, "Drop"), ==, 1);
  g_assert_cmpint (get_outcome (fixture, "b"), ==, COMMONS_OUTCOME_DROPPED);
  g_assert_true (commons_record_is_hidden (get (fixture, "b")));
  assert_one_step (fixture, before);
  g_assert_cmpuint (commons_reconcile_set_dropped (fixture->editor, ids, FALSE, "Take Back"), ==, 1);
  g_assert_null (commons_record_get_status (get (fixture, "b")));

  /* Keeping what was set aside takes it back, too. */
  commons_reconcile_set_dropped (fixture->editor, ids, TRUE, "Drop");
  made = commons_reconcile_keep (fixture->editor, fixture->catalogue, ids, &visible, "Keep");
  g_assert_cmpuint (made->len, ==, 1);
  g_assert_null (commons_record_get_status (get (fixture, g_ptr_array_index (made, 0))));
  g_assert_cmpint (get_outcome (fixture, "b"), ==, COMMONS_OUTCOME_KEPT);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("a");
  g_autoptr (CommonsRecord) own = commons_record_with_flag (get (fixture, "a"), "commons/locked", TRUE);
  g_autoptr (CommonsRecord) shared = commons_record_with_flag (get (fixture, "we"), "commons/locked", TRUE);

  commons_editor_begin (fixture->editor, "Lock", NULL);
  commons_editor_set (fixture->editor, own);
  commons_editor_set (fixture->editor, shared);
  commons_editor_commit (fixture->editor);
  g_assert_cmpuint (commons_reconcile_set_dropped (fixture->editor, ids, TRUE, "Drop"), ==, 0);
  g_assert_true (commons_reconcile_add (fixture->editor, fixture->catalogue, ids, "we", "other", 0, "Add"));
  g_assert_cmpstr (commons_record_get_text (get (fixture, "we")), ==, "we");
}

/* The titles of answers, by group. */
static char *
say_alike (const char *const *titles,
           guint              n_titles)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) groups = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_titles; i++)
    {
      CommonsOwnAnswer *answer = g_new0 (CommonsOwnAnswer, 1);
      gboolean hidden = *titles[i] == '?';

      answer->card = commons_record_new_card ("rule", FALSE, &(CommonsRect) { 0, 0, 9, 9 }, titles[i] + hidden);
      g_ptr_array_add (records, answer->card);
      if (hidden)
        {
          answer->card = commons_record_with_flag (answer->card, "commons/hidden", TRUE);
          g_ptr_array_add (records, answer->card);
        }
      if (g_str_has_prefix (titles[i], "kept"))
        answer->outcome = COMMONS_OUTCOME_KEPT;
      g_ptr_array_add (answers, answer);
    }

  groups = commons_reconcile_list_alike (answers);
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " = " : i > 0 ? "; " : "",
                                commons_record_get_title (((CommonsOwnAnswer *) g_ptr_array_index (group, j))->card));
    }

  return g_string_free (text, FALSE);
}

static void
assert_alike (const char *titles,
              const char *expected)
{
  g_auto (GStrv) list = g_strsplit (titles, "|", -1);
  g_autofree char *said = say_alike ((const char *const *) list, g_strv_length (list));

  g_assert_cmpstr (said, ==, expected);
}

static void
test_alike (void)
{
  assert_alike ("La base de données|LA BASE, de donnees !|Le serveur", "La base de données = LA BASE, de donnees !");
  assert_alike ("Points d’eau potable|point d'eau potable|eau", "Points d’eau potable = point d'eau potable");
  assert_alike ("Answer each report|Answer each report within a week|Each week a walk", "Answer each report = Answer each report within a week");
  assert_alike ("The map|The app|A name", "");
  assert_alike ("kept the map|the map|?the map", "");
  assert_alike ("a|A|!!|??|", "a = A");
  assert_alike ("one two three|nine ten six|two three one|ten six nine|three one two",
                "one two three = two three one = three one two; nine ten six = ten six nine");
}

/* Whatever is done, one step at a time leads back, and no answer ever loses
 * its words. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const own[] = { "a", "b", "c", "d" };
  g_autofree char *first = support_dump (fixture->board);
  g_autofree char *texts[G_N_ELEMENTS (own)] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    texts[i] = g_strdup (commons_record_get_text (get (fixture, own[i])));

  for (guint step = 0; step < 400; step++)
    {
      g_autoptr (GPtrArray) ids = support_split (own[g_test_rand_int_range (0, 4)]);
      g_autoptr (GPtrArray) made = NULL;
      g_autofree char *id = NULL;
      guint n = commons_board_get_n_nodes (fixture->board);
      g_autofree char *any = g_strdup (commons_record_get_id (commons_board_get_node (fixture->board,
                                                                                      (guint) g_test_rand_int_range (0, (int) n))));

      g_ptr_array_add (ids, g_strdup (own[g_test_rand_int_range (0, 4)]));
      switch (g_test_rand_int_range (0, 7))
        {
        case 0:
          made = commons_reconcile_keep (fixture->editor, fixture->catalogue, ids, &visible, "Keep");
          break;

        case 1:
          if (n < 60)
            id = commons_reconcile_merge (fixture->editor, fixture->catalogue, ids, "Merged", 0, &visible, "Merge");
          break;

        case 2:
          commons_reconcile_add (fixture->editor, fixture->catalogue, ids, any, g_test_rand_bit () ? "Added" : NULL, 80, "Add");
          break;

        case 3:
          commons_reconcile_set_dropped (fixture->editor, ids, g_test_rand_bit (), "Drop");
          break;

        case 4:
          commons_reconcile_set_hidden (fixture->editor, ids, g_test_rand_bit (), "Hide");
          break;

        default:
          {
            g_autoptr (CommonsChangeSet) changes = g_test_rand_bit () ? commons_history_undo (fixture->history)
                                                                      : commons_history_redo (fixture->history);
          }
          break;
        }

      for (guint i = 0; i < G_N_ELEMENTS (own); i++)
        g_assert_cmpstr (commons_record_get_text (get (fixture, own[i])), ==, texts[i]);
    }

  while (commons_history_can_undo (fixture->history))
    {
      g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture->history);
    }

  {
    g_autofree char *last = support_dump (fixture->board);

    g_assert_cmpstr (last, ==, first);
  }

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_clear_pointer (&texts[i], g_free);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/reconcile/reveal", test_reveal },
    { "/reconcile/keep", test_keep },
    { "/reconcile/merge", test_merge },
    { "/reconcile/merge-alike", test_merge_alike },
    { "/reconcile/add", test_add },
    { "/reconcile/drop", test_drop },
    { "/reconcile/locked", test_locked },
    { "/reconcile/random", test_random },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/reconcile/alike", test_alike);

  return g_test_run ();
}

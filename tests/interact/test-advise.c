/* test-advise.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the catalogue advises, put on a board and filed under a question.
 */

#include "config.h"

#include "commons-advise.h"
#include "commons-answers.h"
#include "commons-history.h"
#include "interact-support.h"

typedef struct
{
  CommonsBoard     *board;
  CommonsEditor    *editor;
  CommonsHistory   *history;
  CommonsAdvise     advise;
} Fixture;

static int
measure (const char *kind,
         int         width,
         const char *text,
         gpointer    user_data)
{
  guint *n_calls = user_data;

  g_assert_cmpint (width, ==, 204);
  *n_calls += 1;

  return 150;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const SupportNode nodes[] = {
    { "risk", "risk", { 0, 0, 204, 62 } },
    { "old", "legal", { 0, 100, 204, 62 } },
  };

  fixture->board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
  fixture->editor = commons_editor_new (fixture->board);
  fixture->history = commons_history_new (fixture->board);
  fixture->advise = (CommonsAdvise) {
    .editor = fixture->editor,
    .catalogue = commons_catalogue_get ("en"),
    .question = "pro4",
    .visible = { 0, 0, 1000, 600 },
  };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->board);
}

static CommonsRecord *
lookup (Fixture    *fixture,
        const char *id)
{
  CommonsRecord *card = commons_board_lookup_node (fixture->board, id);

  g_assert_nonnull (card);

  return card;
}

/* One step takes it all back. */
static void
undo (Fixture *fixture)
{
  commons_change_set_unref (commons_history_undo (fixture->history));
  g_assert_false (commons_history_can_undo (fixture->history));
  g_assert_cmpuint (commons_board_get_n_nodes (fixture->board), ==, 2);
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 0);
  {
    g_autoptr (GPtrArray) cards = commons_answers_list_cards (fixture->board, "pro4");

    g_assert_cmpuint (cards->len, ==, 0);
  }
}

static void
assert_filed (Fixture   *fixture,
              GPtrArray *ids)
{
  g_autoptr (GPtrArray) cards = commons_answers_list_cards (fixture->board, "pro4");

  g_assert_cmpuint (cards->len, ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpstr (commons_record_get_id (g_ptr_array_index (cards, i)), ==, g_ptr_array_index (ids, i));
}

static void
test_risks (Fixture       *fixture,
            gconstpointer  data)
{
  CommonsCatalogue *catalogue = fixture->advise.catalogue;
  g_autoptr (GPtrArray) risks = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GHashTable) titles = NULL;
  guint n_calls = 0;

  fixture->advise.measure = measure;
  fixture->advise.measure_data = &n_calls;
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (risks, (gpointer) commons_catalogue_get_nth_risk (catalogue, i));
  ids = commons_advise_add_risks (&fixture->advise, risks, "Risks");

  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpuint (n_calls, ==, 3);
  assert_filed (fixture, ids);
  titles = commons_advise_list_titles (fixture->board, "risk");
  for (guint i = 0; i < 3; i++)
    {
      const CommonsReadyRisk *risk = g_ptr_array_index (risks, i);
      CommonsRecord *card = lookup (fixture, g_ptr_array_index (ids, i));

      g_assert_cmpstr (commons_record_get_title (card), ==, risk->title);
      g_assert_cmpstr (commons_record_get_string (card, "commons/fields/early_sign"), ==, risk->early_sign);
      g_assert_cmpint (commons_record_get_bounds (card)->height, ==, 150);
      g_assert_true (commons_advise_has_title (titles, risk->title));
    }
  g_assert_false (commons_advise_has_title (titles, commons_catalogue_get_nth_risk (catalogue, 3)->title));

  undo (fixture);
}

static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  const CommonsStage *stage = commons_catalogue_get_stage (fixture->advise.catalogue, "prefiguration");
  g_autoptr (GPtrArray) actions = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = NULL;
  CommonsRecord *card;

  g_ptr_array_add (actions, (gpointer) &stage->actions[0]);
  g_ptr_array_add (actions, (gpointer) &stage->actions[1]);
  ids = commons_advise_add_actions (&fixture->advise, actions, "Actions");
  g_assert_cmpuint (ids->len, ==, 2);
  assert_filed (fixture, ids);
  card = lookup (fixture, g_ptr_array_index (ids, 1));
  g_assert_cmpstr (commons_record_get_kind (card), ==, "action");
  g_assert_cmpstr (commons_record_get_title (card), ==, stage->actions[1].title);
  g_assert_cmpstr (commons_record_get_string (card, "commons/fields/horizon"), ==, stage->actions[1].horizon);

  undo (fixture);
}

static void
test_legal (Fixture       *fixture,
            gconstpointer  data)
{
  const CommonsLegalForm *form = commons_catalogue_get_legal_form (fixture->advise.catalogue, "scic");
  g_autofree char *made = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *other = NULL;

  /* A card of another kind, or of none, is none to give a form to. */
  made = commons_advise_use_legal_form (&fixture->advise, form, "risk", "Legal");
  g_assert_cmpstr (made, !=, "risk");
  g_assert_cmpstr (commons_record_get_string (lookup (fixture, made), "commons/fields/form"), ==, "scic");
  g_assert_cmpstr (commons_record_get_string (lookup (fixture, made), "commons/fields/state"), ==, "planned");
  g_assert_null (commons_record_get_string (lookup (fixture, "risk"), "commons/fields/form"));
  undo (fixture);

  kept = commons_advise_use_legal_form (&fixture->advise, form, "old", "Legal");
  g_assert_cmpstr (kept, ==, "old");
  g_assert_cmpstr (commons_record_get_string (lookup (fixture, "old"), "commons/fields/form"), ==, "scic");
  g_assert_null (commons_record_get_string (lookup (fixture, "old"), "commons/fields/state"));
  undo (fixture);

  fixture->advise.question = "";
  other = commons_advise_use_legal_form (&fixture->advise, form, NULL, "Legal");
  {
    g_autoptr (GPtrArray) questions = commons_answers_list_questions (fixture->board, other);

    g_assert_cmpuint (questions->len, ==, 0);
  }
  undo (fixture);
}

/* Every pattern in one step, its circles filed in their order. */
static void
test_patterns (Fixture       *fixture,
               gconstpointer  data)
{
  CommonsCatalogue *catalogue = fixture->advise.catalogue;

  for (guint i = 0; i < commons_catalogue_get_n_patterns (catalogue); i++)
    {
      const CommonsPattern *pattern = commons_catalogue_get_nth_pattern (catalogue, i);
      g_autoptr (GPtrArray) ids = commons_advise_lay_pattern (&fixture->advise, pattern, "Circles");

      g_assert_cmpuint (ids->len, ==, pattern->n_circles);
      assert_filed (fixture, ids);
      for (guint j = 0; j < ids->len; j++)
        g_assert_cmpstr (commons_record_get_title (lookup (fixture, g_ptr_array_index (ids, j))), ==,
                         pattern->circles[j].title);
      undo (fixture);
    }
}

static void
test_stage (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *made = NULL;
  g_autofree char *again = NULL;

  g_assert_null (commons_advise_get_stage (fixture->board));
  made = commons_advise_set_stage (&fixture->advise, "launch", "Stage");
  g_assert_cmpstr (commons_record_get_kind (lookup (fixture, made)), ==, "project");
  g_assert_cmpstr (commons_record_get_title (lookup (fixture, made)), !=, "");
  g_assert_cmpstr (commons_advise_get_stage (fixture->board), ==, "launch");

  again = commons_advise_set_stage (&fixture->advise, "dormant", "Stage");
  g_assert_cmpstr (again, ==, made);
  g_assert_cmpstr (commons_advise_get_stage (fixture->board), ==, "dormant");
  commons_change_set_unref (commons_history_undo (fixture->history));
  g_assert_cmpstr (commons_advise_get_stage (fixture->board), ==, "launch");
  undo (fixture);
  g_assert_null (commons_advise_get_stage (fixture->board));
}

/* Titles are compared as people type them. */
static void
test_titles (void)
{
  const CommonsRect bounds = { 0, 0, 204, 62 };
  g_autoptr (CommonsBoard) board = commons_board_new ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsRecord) card = commons_record_new_card ("risk", FALSE, &bounds, "  éPUISEMENT \nmore");
  g_autoptr (CommonsRecord) other = commons_record_new_card ("rule", FALSE, &bounds, "Fork");
  g_autoptr (GHashTable) titles = NULL;

  commons_editor_begin (editor, "Add", NULL);
  commons_editor_add (editor, card);
  commons_editor_add (editor, other);
  commons_editor_commit (editor);

  titles = commons_advise_list_titles (board, "risk");
  g_assert_true (commons_advise_has_title (titles, "Épuisement"));
  g_assert_false (commons_advise_has_title (titles, "Fork"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/advise/risks", Fixture, NULL, set_up, test_risks, tear_down);
  g_test_add ("/advise/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/advise/legal", Fixture, NULL, set_up, test_legal, tear_down);
  g_test_add ("/advise/patterns", Fixture, NULL, set_up, test_patterns, tear_down);
  g_test_add ("/advise/stage", Fixture, NULL, set_up, test_stage, tear_down);
  g_test_add_func ("/advise/titles", test_titles);

  return g_test_run ();
}

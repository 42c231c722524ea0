/* test-ready.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-history.h"
#include "commons-ready.h"
#include "interact-support.h"

static const CommonsRect visible = { 0, 0, 1000, 600 };

typedef struct
{
  CommonsBoard     *board;
  CommonsEditor    *editor;
  CommonsHistory   *history;
  CommonsCatalogue *catalogue;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->board = support_board_new (NULL, 0, NULL, 0);
  fixture->editor = commons_editor_new (fixture->board);
  fixture->history = commons_history_new (fixture->board);
  fixture->catalogue = commons_catalogue_get ("fr");
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
test_risk (Fixture       *fixture,
           gconstpointer  data)
{
  const CommonsReadyRisk *risk = commons_catalogue_get_risk (fixture->catalogue, "enclosure");
  g_autofree char *id = commons_ready_add_risk (fixture->editor, fixture->catalogue, risk, 0, &visible, "Add");
  CommonsRecord *card = commons_board_lookup_node (fixture->board, id);

  g_assert_cmpstr (commons_record_get_kind (card), ==, "risk");
  g_assert_cmpstr (commons_record_get_title (card), ==, risk->title);
  g_assert_cmpstr (commons_record_get_body (card), ==, risk->text);
  g_assert_cmpint (commons_record_get_int (card, "commons/fields/severity", 0), ==, risk->severity);
  g_assert_cmpstr (commons_record_get_string (card, "commons/fields/early_sign"), ==, risk->early_sign);
  g_assert_true (commons_ready_find (fixture->board, "risk", risk->title) == card);
  g_assert_null (commons_ready_find (fixture->board, "rule", risk->title));

  commons_change_set_unref (commons_history_undo (fixture->history));
  g_assert_cmpuint (commons_board_get_n_nodes (fixture->board), ==, 0);
}

/* An action is linked to the improvement it answers, when there is one. */
static void
test_action (Fixture       *fixture,
             gconstpointer  data)
{
  const CommonsStage *stage = commons_catalogue_get_stage (fixture->catalogue, "launch");
  const CommonsRect bounds = { 0, 0, 204, 62 };
  g_autoptr (CommonsRecord) improvement =
    commons_record_new_card ("improvement", FALSE, &bounds, stage->actions[0].answers);
  g_autofree char *first = NULL, *second = NULL;
  CommonsRecord *card, *edge;

  commons_editor_begin (fixture->editor, "Add", NULL);
  commons_editor_add (fixture->editor, improvement);
  commons_editor_commit (fixture->editor);

  commons_editor_begin (fixture->editor, "Add", NULL);
  first = commons_ready_add_action (fixture->editor, fixture->catalogue, &stage->actions[0], 0, &visible, "Add");
  second = commons_ready_add_action (fixture->editor, fixture->catalogue, &stage->actions[1], 0, &visible, "Add");
  commons_editor_commit (fixture->editor);

  card = commons_board_lookup_node (fixture->board, first);
  g_assert_cmpstr (commons_record_get_kind (card), ==, "action");
  g_assert_cmpstr (commons_record_get_title (card), ==, stage->actions[0].title);
  g_assert_cmpstr (commons_record_get_string (card, "commons/fields/dimension"), ==, stage->actions[0].dimension);
  g_assert_cmpstr (commons_record_get_string (card, "commons/fields/horizon"), ==, stage->actions[0].horizon);
  g_assert_cmpstr (commons_record_get_string (card, "commons/fields/status"), ==, "todo");

  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 1);
  edge = commons_board_get_edge (fixture->board, 0);
  g_assert_cmpstr (commons_record_get_link (edge), ==, "addresses");
  g_assert_cmpstr (commons_record_get_from (edge), ==, first);
  g_assert_cmpstr (commons_record_get_to (edge), ==, commons_record_get_id (improvement));

  /* Both are one step. */
  commons_change_set_unref (commons_history_undo (fixture->history));
  g_assert_null (commons_board_lookup_node (fixture->board, first));
  g_assert_null (commons_board_lookup_node (fixture->board, second));
  g_assert_nonnull (commons_board_lookup_node (fixture->board, commons_record_get_id (improvement)));
}

/* It goes where such cards are expected. */
static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  const CommonsRect bounds = { 600, 400, 600, 400 };
  g_autoptr (CommonsRecord) plain = commons_record_new_card ("zone", TRUE, &bounds, "Dangers");
  g_autoptr (CommonsRecord) zone =
    commons_record_with (plain, "commons/fields/expects", json_from_string ("[\"risk\"]", NULL));
  g_autofree char *id = NULL;

  commons_editor_begin (fixture->editor, "Add", NULL);
  commons_editor_add (fixture->editor, zone);
  commons_editor_commit (fixture->editor);
  id = commons_ready_add_risk (fixture->editor, fixture->catalogue,
                               commons_catalogue_get_nth_risk (fixture->catalogue, 0), 0, &visible, "Add");

  g_assert_true (commons_board_contains (commons_board_lookup_node (fixture->board, commons_record_get_id (zone)),
                                         commons_board_lookup_node (fixture->board, id)));
}

static void
test_legal (Fixture       *fixture,
            gconstpointer  data)
{
  const CommonsLegalForm *form = commons_catalogue_get_legal_form (fixture->catalogue, "scic");
  g_autofree char *id = commons_ready_add_legal (fixture->editor, fixture->catalogue, form, 0, &visible, "Add");
  CommonsRecord *card = commons_board_lookup_node (fixture->board, id);

  g_assert_cmpstr (commons_record_get_kind (card), ==, "legal");
  g_assert_cmpstr (commons_record_get_text (card), ==, form->name);
  g_assert_cmpstr (commons_record_get_string (card, "commons/fields/form"), ==, "scic");
  g_assert_cmpstr (commons_record_get_string (card, "commons/fields/state"), ==, "planned");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/ready/risk", Fixture, NULL, set_up, test_risk, tear_down);
  g_test_add ("/ready/action", Fixture, NULL, set_up, test_action, tear_down);
  g_test_add ("/ready/place", Fixture, NULL, set_up, test_place, tear_down);
  g_test_add ("/ready/legal", Fixture, NULL, set_up, test_legal, tear_down);

  return g_test_run ();
}

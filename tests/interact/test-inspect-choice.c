/* test-inspect-choice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-history.h"
#include "commons-inspect-choice.h"
#include "interact-support.h"

#define PATH "commons/fields/spdx"

static const SupportNode nodes[] = {
  { "first", "licence", { 0, 0, 204, 62 } },
  { "second", "licence", { 0, 100, 204, 62 } },
  { "rule", "rule", { 0, 200, 204, 62 } },
};

static void
assert_terms (CommonsBoard *board,
              const char   *id,
              const char   *spdx,
              int           share_alike,
              int           commercial)
{
  CommonsRecord *card = commons_board_lookup_node (board, id);

  g_assert_cmpstr (commons_record_get_string (card, PATH), ==, spdx);
  g_assert_cmpint (commons_record_get_boolean (card, "commons/fields/share_alike"), ==, share_alike);
  g_assert_cmpint (commons_record_get_boolean (card, "commons/fields/commercial"), ==, commercial);
}

/* Terms come with the licence, in one step; a card of another kind has none. */
static void
test_licence (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  g_autoptr (GPtrArray) ids = support_split ("first second rule");
  g_autofree char *before = support_dump (board);
  g_autofree char *after = NULL;

  g_assert_true (commons_inspect_choose (editor, catalogue, ids, PATH, "ODbL-1.0", "Choose"));
  assert_terms (board, "first", "ODbL-1.0", TRUE, TRUE);
  assert_terms (board, "second", "ODbL-1.0", TRUE, TRUE);
  assert_terms (board, "rule", "ODbL-1.0", FALSE, FALSE);
  g_assert_false (commons_inspect_choose (editor, catalogue, ids, PATH, "ODbL-1.0", "Choose"));

  commons_change_set_unref (commons_history_undo (history));
  after = support_dump (board);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (commons_history_can_undo (history));
}

/* What nobody knows the terms of leaves them as they are. */
static void
test_unknown (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  g_autoptr (GPtrArray) ids = support_split ("first missing");

  commons_inspect_choose (editor, catalogue, ids, PATH, "AGPL-3.0-or-later", "Choose");
  commons_inspect_choose (editor, catalogue, ids, PATH, "other", "Choose");
  assert_terms (board, "first", "other", TRUE, TRUE);
  commons_inspect_choose (editor, catalogue, ids, PATH, "A licence of ours", "Choose");
  assert_terms (board, "first", "A licence of ours", TRUE, TRUE);
  commons_inspect_choose (editor, catalogue, ids, PATH, NULL, "Choose");
  assert_terms (board, "first", NULL, TRUE, TRUE);
  commons_inspect_choose (editor, catalogue, ids, PATH, "CC-BY-NC-4.0", "Choose");
  assert_terms (board, "first", "CC-BY-NC-4.0", FALSE, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inspect-choice/licence", test_licence);
  g_test_add_func ("/inspect-choice/unknown", test_unknown);

  return g_test_run ();
}

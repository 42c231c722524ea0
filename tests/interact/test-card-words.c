/* test-card-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A board in words: what cards are called, where they are, what changed.
 */

#include "config.h"

#include "commons-arrange.h"
#include "commons-card-words.h"
#include "commons-change-words.h"
#include "commons-history.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "ring", "circle", { 0, 0, 480, 480 } },
  { "zone", "zone", { 1000, 0, 480, 300 } },
  { "inside", "rule", { 150, 150, 204, 62 } },
  { "zoned", "value", { 1100, 100, 204, 62 } },
  { "free", "rule", { 0, 600, 204, 62 } },
};

static const SupportEdge edges[] = {
  { "link", "relates_to", "inside", "zoned" },
};

static CommonsBoard *
make_board (void)
{
  return support_board_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
}

static char *
describe (CommonsBoard *board,
          const char   *id)
{
  return commons_card_describe (commons_board_lookup_node (board, id), board, commons_catalogue_get ("en"));
}

static void
rename_node (CommonsEditor *editor,
             const char    *id,
             const char    *text)
{
  CommonsRecord *record = commons_board_lookup_node (commons_editor_get_board (editor), id);
  g_autoptr (CommonsRecord) renamed = commons_record_with_text (record, text);

  commons_editor_begin (editor, "Rename", NULL);
  commons_editor_set (editor, renamed);
  commons_editor_commit (editor);
}

static void
test_names (void)
{
  g_autoptr (CommonsBoard) board = make_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  g_autofree char *bold = NULL, *empty = NULL;

  rename_node (editor, "inside", "**Seven** days");
  bold = commons_card_name (commons_board_lookup_node (board, "inside"), catalogue);
  g_assert_cmpstr (bold, ==, "Rule: Seven days");

  rename_node (editor, "inside", "");
  empty = commons_card_name (commons_board_lookup_node (board, "inside"), catalogue);
  g_assert_cmpstr (empty, ==, "Rule: Untitled");
}

/* What it lies in is called a circle or a zone, and a closed one says how much
 * it keeps. */
static void
test_places (void)
{
  g_autoptr (CommonsBoard) board = make_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsRecord) folded = NULL;
  g_autofree char *inside = NULL, *zoned = NULL, *ring = NULL;

  rename_node (editor, "ring", "Surveyors");
  rename_node (editor, "zone", "What we share");
  inside = describe (board, "inside");
  zoned = describe (board, "zoned");
  g_assert_nonnull (strstr (inside, "in circle Surveyors"));
  g_assert_nonnull (strstr (zoned, "in zone What we share"));

  folded = commons_record_with_flag (commons_board_lookup_node (board, "ring"), "commons/folded", TRUE);
  commons_editor_begin (editor, "Fold", NULL);
  commons_editor_set (editor, folded);
  commons_editor_commit (editor);
  ring = describe (board, "ring");
  g_assert_nonnull (strstr (ring, "folded, with 1 card"));
}

static void
test_position (void)
{
  g_autofree char *both = commons_card_describe_place ("agreed", 3, 12);
  g_autofree char *alone = commons_card_describe_place ("", 3, 12);
  g_autofree char *unknown = commons_card_describe_place ("agreed", 0, 0);

  g_assert_cmpstr (both, ==, "agreed; 3 of 12");
  g_assert_cmpstr (alone, ==, "3 of 12");
  g_assert_cmpstr (unknown, ==, "agreed");
}

static char *words; /* of the last change */

static void
changed_cb (CommonsBoard     *board,
            CommonsChangeSet *changes,
            int               origin,
            const char       *label)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");

  g_free (words);
  words = origin == COMMONS_ORIGIN_EDIT ? commons_change_words (changes, board, catalogue)
                                        : commons_change_words_for_step (changes, label, origin, board, catalogue);
}

static void
move (CommonsEditor *editor,
      const char    *ids)
{
  g_autoptr (GPtrArray) list = support_split (ids);

  commons_editor_begin (editor, "Move", NULL);
  for (guint i = 0; i < list->len; i++)
    {
      CommonsRecord *record = commons_board_lookup_node (commons_editor_get_board (editor), g_ptr_array_index (list, i));
      CommonsRect bounds = *commons_record_get_bounds (record);
      g_autoptr (CommonsRecord) moved = NULL;

      bounds.x += 2000;
      moved = commons_record_with_bounds (record, &bounds);
      commons_editor_set (editor, moved);
    }
  commons_editor_commit (editor);
}

static void
undo (CommonsHistory *history)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (history);

  g_assert_nonnull (changes);
}

static void
redo (CommonsHistory *history)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_redo (history);

  g_assert_nonnull (changes);
}

static void
test_changes (void)
{
  g_autoptr (CommonsBoard) board = make_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  const CommonsRect bounds = { 0, 900, 204, 62 };
  g_autoptr (CommonsRecord) card = commons_record_new_card ("rule", FALSE, &bounds, "Free to leave");
  g_autoptr (CommonsRecord) link = NULL;

  rename_node (editor, "inside", "Seven days");
  rename_node (editor, "zoned", "Welcome");
  g_signal_connect (board, "changed", G_CALLBACK (changed_cb), NULL);

  /* What is written is heard as it is typed. */
  rename_node (editor, "free", "Answer");
  g_assert_null (words);

  commons_editor_begin (editor, "New Card", NULL);
  commons_editor_add (editor, card);
  commons_editor_commit (editor);
  g_assert_cmpstr (words, ==, "Added: Rule: Free to leave");

  link = commons_record_new_link ("relates_to", commons_record_get_id (card), "zoned");
  commons_editor_begin (editor, "Link", NULL);
  commons_editor_add (editor, link);
  commons_editor_commit (editor);
  g_assert_nonnull (strstr (words, "Free to leave "));
  g_assert_nonnull (strstr (words, " Welcome"));

  move (editor, "free");
  g_assert_cmpstr (words, ==, "Moved: Rule: Answer");
  move (editor, "free zoned inside");
  g_assert_cmpstr (words, ==, "3 cards moved");
  undo (history);
  g_assert_cmpstr (words, ==, "Undo: Move, 3 cards");
  undo (history);
  g_assert_cmpstr (words, ==, "Undo: Move, Rule: Answer");
  undo (history);
  g_assert_cmpstr (words, ==, "Undo: Link");
  redo (history);
  g_assert_cmpstr (words, ==, "Redo: Link");

  /* The link that goes with a card is not worth a word. */
  commons_editor_begin (editor, "Delete", NULL);
  commons_editor_remove (editor, commons_record_get_id (card));
  commons_editor_commit (editor);
  g_assert_cmpstr (words, ==, "Deleted: Rule: Free to leave");

  g_clear_pointer (&words, g_free);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/card-words/names", test_names);
  g_test_add_func ("/card-words/places", test_places);
  g_test_add_func ("/card-words/position", test_position);
  g_test_add_func ("/card-words/changes", test_changes);

  return g_test_run ();
}

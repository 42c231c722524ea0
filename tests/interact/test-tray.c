/* test-tray.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-arrange.h"
#include "commons-history.h"
#include "commons-tray.h"
#include "interact-support.h"

static const CommonsRect visible = { 100, 200, 1000, 600 };

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
  static const SupportNode nodes[] = {
    { "card", "value", { 0, 0, 204, 62 } },
  };

  fixture->board = support_board_new (nodes, data ? 1 : 0, NULL, 0);
  fixture->editor = commons_editor_new (fixture->board);
  fixture->history = commons_history_new (fixture->board);
  fixture->catalogue = commons_catalogue_get ("en");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->board);
}

static char *
add (Fixture    *fixture,
     const char *kind,
     const char *text)
{
  return commons_tray_add (fixture->editor, fixture->catalogue, commons_catalogue_get_kind (fixture->catalogue, kind),
                           text, 0, &visible, "Add");
}

static void
add_many (Fixture *fixture,
          guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("Word %u", i + 1);
      g_autofree char *id = add (fixture, i % 2 != 0 ? "rule" : NULL, text);
    }
}

static guint
count_trays (CommonsBoard *board)
{
  guint n = 0;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      n += g_strcmp0 (commons_record_get_string (node, "commons/role"), COMMONS_TRAY_ROLE) == 0;
    }

  return n;
}

static void
assert_apart (GPtrArray *cards)
{
  for (guint i = 0; i < cards->len; i++)
    {
      const CommonsRect *a = commons_record_get_bounds (g_ptr_array_index (cards, i));

      for (guint j = 0; j < i; j++)
        {
          const CommonsRect *b = commons_record_get_bounds (g_ptr_array_index (cards, j));

          g_assert_true (a->x >= b->x + b->width || b->x >= a->x + a->width ||
                         a->y >= b->y + b->height || b->y >= a->y + a->height);
        }
    }
}

/* Forty words in a row all wait, in order, none over another. */
static void
test_burst (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) cards = NULL;
  CommonsRect extents;

  add_many (fixture, 40);
  cards = commons_tray_list (fixture->board);
  g_assert_cmpuint (cards->len, ==, 40);
  g_assert_cmpstr (commons_record_get_title (g_ptr_array_index (cards, 0)), ==, "Word 40");
  g_assert_cmpstr (commons_record_get_title (g_ptr_array_index (cards, 39)), ==, "Word 1");
  g_assert_cmpuint (count_trays (fixture->board), ==, 1);
  assert_apart (cards);

  /* All of it is right of what there was. */
  g_assert_true (commons_board_get_extents (fixture->board, &extents));
  for (guint i = 0; i < cards->len; i++)
    g_assert_cmpint (commons_record_get_bounds (g_ptr_array_index (cards, i))->x, >, 204);
}

/* Each word is a step of its own; the first one takes the tray with it. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  add_many (fixture, 3);
  for (guint n = 2; n > 0; n--)
    {
      g_autoptr (GPtrArray) cards = NULL;

      commons_change_set_unref (commons_history_undo (fixture->history));
      cards = commons_tray_list (fixture->board);
      g_assert_cmpuint (cards->len, ==, n);
    }

  commons_change_set_unref (commons_history_undo (fixture->history));
  g_assert_cmpuint (count_trays (fixture->board), ==, 0);
  g_assert_cmpuint (commons_board_get_n_nodes (fixture->board), ==, 1);
  g_assert_false (commons_history_can_undo (fixture->history));
}

static void
test_empty_board (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *id = add (fixture, "rule", "First");
  CommonsRecord *card = commons_board_lookup_node (fixture->board, id);
  const CommonsRect *bounds = commons_record_get_bounds (card);

  g_assert_cmpstr (commons_record_get_kind (card), ==, "rule");
  g_assert_cmpint (bounds->x, >, visible.x);
  g_assert_cmpint (bounds->y, >, visible.y);
  g_assert_cmpint (bounds->x + bounds->width, <, visible.x + visible.width);
  g_assert_cmpstr (commons_record_get_title (commons_board_get_parent (fixture->board, id)), ==, "To place");
}

/* Never over what somebody put beside the tray since. */
static void
test_does_not_grow_over (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *wall = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  CommonsRect extents;

  add_many (fixture, 8);
  g_assert_true (commons_board_get_extents (fixture->board, &extents));
  wall = commons_arrange_create (fixture->editor, NULL, extents.x + extents.width + 120, extents.y + 200,
                                 204, 400, "Wall", "Wall");
  add_many (fixture, 4);

  cards = commons_tray_list (fixture->board);
  g_assert_cmpuint (cards->len, ==, 12);
  g_assert_cmpuint (count_trays (fixture->board), ==, 2);
  assert_apart (cards);
  g_assert_null (commons_board_get_parent (fixture->board, wall));
}

/* A place that was left is taken again. */
static void
test_fills_gaps (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *id = NULL;
  CommonsRect before;

  add_many (fixture, 3);
  cards = commons_tray_list (fixture->board);
  before = *commons_record_get_bounds (g_ptr_array_index (cards, 1));
  g_ptr_array_add (ids, g_strdup (commons_record_get_id (g_ptr_array_index (cards, 1))));
  g_assert_true (commons_arrange_delete (fixture->editor, ids, "Delete"));

  id = add (fixture, NULL, "Again");
  support_assert_rect (support_get_bounds (fixture->board, id), before.x, before.y, before.width, before.height);
}

static void
test_clear_up (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *id = add (fixture, NULL, "Only");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_false (commons_tray_clear_up (fixture->editor, "Clear"));
  g_hash_table_add (ids, id);
  g_assert_true (commons_arrange_move (fixture->editor, ids, 0, 3000, "Move", NULL));
  g_assert_true (commons_tray_clear_up (fixture->editor, "Clear"));
  g_assert_cmpuint (count_trays (fixture->board), ==, 0);
  g_assert_nonnull (commons_board_lookup_node (fixture->board, id));
}

/* The card gets its place and what it means, and the tray goes, in one step. */
static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  static const CommonsRect bounds = { 1200, 1200, 480, 480 };
  g_autofree char *id = NULL;
  g_autofree char *circle = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GPtrArray *links;

  circle = commons_arrange_create (fixture->editor, commons_catalogue_get_kind (fixture->catalogue, "circle"),
                                   1440, 1440, bounds.width, bounds.height, "Reviewers", "Circle");
  id = add (fixture, "rule", "Review within a week");
  before = support_join_nodes (fixture->board);

  g_assert_true (commons_tray_place (fixture->editor, fixture->catalogue, id, 1440, 1440, "Place", &sentence));
  g_assert_cmpstr (sentence, ==, "Review within a week applies to Reviewers");
  g_assert_cmpuint (count_trays (fixture->board), ==, 0);
  links = commons_board_get_links (fixture->board, id);
  g_assert_nonnull (links);
  g_assert_cmpstr (commons_record_get_link (g_ptr_array_index (links, 0)), ==, "applies_to");

  commons_change_set_unref (commons_history_undo (fixture->history));
  after = support_join_nodes (fixture->board);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (commons_tray_place (fixture->editor, fixture->catalogue, "nobody", 0, 0, "Place", NULL));
  g_assert_false (commons_tray_place (fixture->editor, fixture->catalogue, circle, 0, 0, "Place", NULL));
}

static const char *
get_author (Fixture    *fixture,
            const char *id)
{
  return commons_record_get_string (commons_board_lookup_node (fixture->board, id), "commons/author");
}

/* What somebody writes bears their name, once they told it; frames and copies
 * of what others wrote do not. */
static void
test_author (Fixture       *fixture,
             gconstpointer  data)
{
  const CommonsKind *circle = commons_catalogue_get_kind (fixture->catalogue, "circle");
  g_autofree char *nobody = add (fixture, "rule", "Nobody’s");
  g_autofree char *typed = NULL;
  g_autofree char *made = NULL;
  g_autofree char *frame = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_assert_null (get_author (fixture, nobody));

  commons_editor_set_author (fixture->editor, "  Zoé Martin ");
  g_assert_cmpstr (commons_editor_get_author (fixture->editor), ==, "Zoé Martin");
  typed = add (fixture, "rule", "Typed");
  made = commons_arrange_create (fixture->editor, NULL, 900, 900, 0, 0, "Made", "New");
  frame = commons_arrange_create (fixture->editor, circle, 2000, 900, 0, 0, "Circle", "New");
  g_assert_cmpstr (get_author (fixture, typed), ==, "Zoé Martin");
  g_assert_cmpstr (get_author (fixture, made), ==, "Zoé Martin");
  g_assert_null (get_author (fixture, frame));
  g_assert_null (get_author (fixture, nobody));

  g_ptr_array_add (ids, nobody);
  copies = commons_arrange_duplicate (fixture->editor, ids, 24, 24, "Duplicate");
  g_assert_null (get_author (fixture, g_ptr_array_index (copies, 0)));

  commons_editor_set_author (fixture->editor, "  ");
  g_assert_null (commons_editor_get_author (fixture->editor));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/tray/author", Fixture, "card", set_up, test_author, tear_down);
  g_test_add ("/tray/burst", Fixture, "card", set_up, test_burst, tear_down);
  g_test_add ("/tray/undo", Fixture, "card", set_up, test_undo, tear_down);
  g_test_add ("/tray/empty-board", Fixture, NULL, set_up, test_empty_board, tear_down);
  g_test_add ("/tray/does-not-grow-over", Fixture, "card", set_up, test_does_not_grow_over, tear_down);
  g_test_add ("/tray/fills-gaps", Fixture, "card", set_up, test_fills_gaps, tear_down);
  g_test_add ("/tray/place", Fixture, "card", set_up, test_place, tear_down);
  g_test_add ("/tray/clear-up", Fixture, "card", set_up, test_clear_up, tear_down);

  return g_test_run ();
}

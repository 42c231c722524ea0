/* test-next.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Free places beside cards, and the cards that are made there.
 */

#include "config.h"

#include "commons-arrange-next.h"
#include "commons-history.h"
#include "commons-pit.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "zone", "zone", { 2000, 0, 500, 300 } },
  { "circle", "circle", { 0, 1000, 480, 480 } },
  { "alone", "rule", { 0, 0, 180, 62 } },
  { "below", "value", { 24, 90, 204, 62 } },
  { "middle", "role", { 140, 1200, 204, 62 } },
  { "note", NULL, { 2012, 48, 204, 62 } },
  { "end", "value", { 2012, 220, 204, 62 } },
  { "elsewhere", "gizmo", { 4000, 0, 204, 62 } },
};

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
  fixture->board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
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

static gboolean
find (Fixture          *fixture,
      const char       *from,
      CommonsDirection  direction,
      CommonsPitShape   shape,
      CommonsRect      *pit)
{
  *pit = (CommonsRect) { 0, 0, 204, 62 };

  return commons_pit_find_beside (fixture->board, from, direction, shape, 12, FALSE, pit);
}

static void
test_four_sides (Fixture       *fixture,
                 gconstpointer  data)
{
  CommonsRect pit;

  g_assert_true (find (fixture, "elsewhere", COMMONS_DIRECTION_UP, COMMONS_PIT_LINE, &pit));
  support_assert_rect (&pit, 4000, -74, 204, 62);
  g_assert_true (find (fixture, "elsewhere", COMMONS_DIRECTION_RIGHT, COMMONS_PIT_LINE, &pit));
  support_assert_rect (&pit, 4216, 0, 204, 62);
  g_assert_true (find (fixture, "elsewhere", COMMONS_DIRECTION_DOWN, COMMONS_PIT_LINE, &pit));
  support_assert_rect (&pit, 4000, 74, 204, 62);
  g_assert_true (find (fixture, "elsewhere", COMMONS_DIRECTION_LEFT, COMMONS_PIT_LINE, &pit));
  support_assert_rect (&pit, 3784, 0, 204, 62);

  g_assert_false (find (fixture, "nobody", COMMONS_DIRECTION_LEFT, COMMONS_PIT_LINE, &pit));
}

/* A line goes on behind what is in the way, a fan spreads beside it. */
static void
test_shapes (Fixture       *fixture,
             gconstpointer  data)
{
  CommonsRect pit;

  g_assert_true (find (fixture, "alone", COMMONS_DIRECTION_DOWN, COMMONS_PIT_LINE, &pit));
  support_assert_rect (&pit, 0, 164, 204, 62);
  g_assert_true (find (fixture, "alone", COMMONS_DIRECTION_DOWN, COMMONS_PIT_FAN, &pit));
  support_assert_rect (&pit, -228, 74, 204, 62);
}

/* A column that is full goes on in a second one, begun at the top. */
static void
test_keeps_in_zone (Fixture       *fixture,
                    gconstpointer  data)
{
  CommonsRect pit;

  g_assert_true (find (fixture, "note", COMMONS_DIRECTION_DOWN, COMMONS_PIT_LINE, &pit));
  support_assert_rect (&pit, 2012, 122, 204, 62);
  g_assert_true (find (fixture, "end", COMMONS_DIRECTION_DOWN, COMMONS_PIT_LINE, &pit));
  support_assert_rect (&pit, 2240, 36, 204, 62);
}

static void
test_keeps_in_circle (Fixture       *fixture,
                      gconstpointer  data)
{
  CommonsRect pit;
  CommonsRecord *circle = commons_board_lookup_node (fixture->board, "circle");
  g_autoptr (CommonsRecord) inside = NULL;

  g_assert_true (find (fixture, "middle", COMMONS_DIRECTION_DOWN, COMMONS_PIT_LINE, &pit));
  support_assert_rect (&pit, 140, 1274, 204, 62);
  inside = commons_record_new_card (NULL, FALSE, &pit, "");
  g_assert_true (commons_board_contains (circle, inside));

  /* A card of that width has no place beside the middle one. */
  pit = (CommonsRect) { 0, 0, 470, 62 };
  g_assert_false (commons_pit_find_beside (fixture->board, "middle", COMMONS_DIRECTION_RIGHT, COMMONS_PIT_LINE,
                                           12, FALSE, &pit));
  support_assert_rect (&pit, 356, 1200, 470, 62);
}

static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  data)
{
  static const SupportNode few[] = {
    { "zone", "zone", { 0, 0, 500, 240 } },
    { "card", NULL, { 250, 140, 204, 62 } },
  };
  g_autoptr (CommonsBoard) board = support_board_new (few, G_N_ELEMENTS (few), NULL, 0);
  CommonsRect pit = { 0, 0, 204, 62 };

  g_assert_true (commons_pit_find_beside (board, "card", COMMONS_DIRECTION_DOWN, COMMONS_PIT_LINE, 12, TRUE, &pit));
  support_assert_rect (&pit, 22, 36, 204, 62);
}

static void
test_around (Fixture       *fixture,
             gconstpointer  data)
{
  CommonsRect pit = { 4000, 0, 204, 62 };

  g_assert_true (commons_pit_find_around (fixture->board, "elsewhere", 12, &pit));
  support_assert_rect (&pit, 4000, 0, 204, 62);
  g_assert_true (commons_pit_find_around (fixture->board, NULL, 12, &pit));
  g_assert_true (pit.y <= -74 || pit.y >= 74 || pit.x <= 3784 || pit.x >= 4216);
  g_assert_cmpint (ABS (pit.x - 4000), <, 400);
  g_assert_cmpint (ABS (pit.y), <, 200);
}

static void
test_next (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *before = support_join_nodes (fixture->board);
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;
  CommonsRecord *card;

  id = commons_arrange_next (fixture->editor, fixture->catalogue, "alone", COMMONS_DIRECTION_RIGHT, FALSE, "Next");
  card = commons_board_lookup_node (fixture->board, id);
  g_assert_cmpstr (commons_record_get_kind (card), ==, "rule");
  g_assert_cmpstr (commons_record_get_text (card), ==, "");
  support_assert_rect (commons_record_get_bounds (card), 204, 0, 180, 62);
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 0);

  commons_change_set_unref (commons_history_undo (fixture->history));
  after = support_join_nodes (fixture->board);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (commons_history_can_undo (fixture->history));

  g_assert_null (commons_arrange_next (fixture->editor, fixture->catalogue, "nobody",
                                       COMMONS_DIRECTION_DOWN, FALSE, "Next"));
}

/* A kind nobody knows gives a plain card. */
static void
test_next_to_unknown (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *id = commons_arrange_next (fixture->editor, fixture->catalogue, "elsewhere",
                                              COMMONS_DIRECTION_DOWN, FALSE, "Next");
  CommonsRecord *card = commons_board_lookup_node (fixture->board, id);

  g_assert_null (commons_record_get_kind (card));
  support_assert_rect (commons_record_get_bounds (card), 4000, 74, 204, 62);
}

static void
check_clone (Fixture    *fixture,
             const char *from,
             const char *expected)
{
  const CommonsLinkType *type = NULL;
  g_autofree char *id = commons_arrange_clone (fixture->editor, fixture->catalogue, from,
                                               COMMONS_DIRECTION_RIGHT, FALSE, &type, "Clone");
  GPtrArray *links = commons_board_get_links (fixture->board, id);
  CommonsRecord *link;

  g_assert_nonnull (links);
  g_assert_cmpuint (links->len, ==, 1);
  link = g_ptr_array_index (links, 0);
  g_assert_cmpstr (commons_record_get_link (link), ==, expected);
  g_assert_cmpstr (commons_record_get_from (link), ==, from);
  g_assert_cmpstr (commons_record_get_to (link), ==, id);
  g_assert_cmpstr (type->id, ==, expected);
  g_assert_cmpstr (commons_record_get_kind (commons_board_lookup_node (fixture->board, id)), ==,
                   commons_record_get_kind (commons_board_lookup_node (fixture->board, from)));

  commons_change_set_unref (commons_history_undo (fixture->history));
  g_assert_null (commons_board_lookup (fixture->board, id));
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 0);
}

static void
test_clone (Fixture       *fixture,
            gconstpointer  data)
{
  check_clone (fixture, "alone", "relates_to");
  check_clone (fixture, "note", "relates_to");
  check_clone (fixture, "circle", "leads_to");
}

/* Several linked to one card spread out, none over another. */
static void
test_clones_spread (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 12; i++)
    g_ptr_array_add (ids, commons_arrange_clone (fixture->editor, fixture->catalogue, "elsewhere",
                                                 COMMONS_DIRECTION_RIGHT, FALSE, NULL, "Clone"));

  for (guint i = 0; i < ids->len; i++)
    {
      const CommonsRect *a = support_get_bounds (fixture->board, g_ptr_array_index (ids, i));

      g_assert_cmpint (a->x, >=, 4000 + 204);
      for (guint j = 0; j < i; j++)
        {
          const CommonsRect *b = support_get_bounds (fixture->board, g_ptr_array_index (ids, j));

          g_assert_true (a->x >= b->x + b->width || b->x >= a->x + a->width ||
                         a->y >= b->y + b->height || b->y >= a->y + a->height);
        }
    }
}

/* A zone that is full grows, and so does a circle; the card is related to it. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *from = g_strdup ("middle");

  for (guint i = 0; i < 20; i++)
    {
      char *id = commons_arrange_next (fixture->editor, fixture->catalogue, from, COMMONS_DIRECTION_DOWN, FALSE, "Next");
      GPtrArray *links = commons_board_get_links (fixture->board, id);

      g_assert_cmpstr (commons_record_get_id (commons_board_get_parent (fixture->board, id)), ==, "circle");
      g_assert_nonnull (links);
      g_assert_cmpstr (commons_record_get_link (g_ptr_array_index (links, 0)), ==, "sits_in");
      g_free (from);
      from = id;
    }

  g_assert_cmpint (support_get_bounds (fixture->board, "circle")->width, >, 480);
}

static void
test_create_in (Fixture       *fixture,
                gconstpointer  data)
{
  const CommonsKind *kind = commons_catalogue_get_kind (fixture->catalogue, "community");
  g_autofree char *id = commons_arrange_create_in (fixture->editor, fixture->catalogue, kind, "circle", "Walkers", 0,
                                                   "Add");
  GPtrArray *links = commons_board_get_links (fixture->board, id);

  g_assert_cmpstr (commons_record_get_id (commons_board_get_parent (fixture->board, id)), ==, "circle");
  g_assert_nonnull (links);
  g_assert_cmpstr (commons_record_get_link (g_ptr_array_index (links, 0)), ==, "member_of");
  commons_change_set_unref (commons_history_undo (fixture->history));
  g_assert_null (commons_board_lookup_node (fixture->board, id));
  g_assert_false (commons_history_can_undo (fixture->history));

  g_assert_null (commons_arrange_create_in (fixture->editor, fixture->catalogue, kind, "nowhere", "Word", 0, "Add"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/pit/four-sides", Fixture, NULL, set_up, test_four_sides, tear_down);
  g_test_add ("/pit/shapes", Fixture, NULL, set_up, test_shapes, tear_down);
  g_test_add ("/pit/zone", Fixture, NULL, set_up, test_keeps_in_zone, tear_down);
  g_test_add ("/pit/circle", Fixture, NULL, set_up, test_keeps_in_circle, tear_down);
  g_test_add ("/pit/right-to-left", Fixture, NULL, set_up, test_right_to_left, tear_down);
  g_test_add ("/pit/around", Fixture, NULL, set_up, test_around, tear_down);
  g_test_add ("/next/next", Fixture, NULL, set_up, test_next, tear_down);
  g_test_add ("/next/unknown-kind", Fixture, NULL, set_up, test_next_to_unknown, tear_down);
  g_test_add ("/next/clone", Fixture, NULL, set_up, test_clone, tear_down);
  g_test_add ("/next/clones-spread", Fixture, NULL, set_up, test_clones_spread, tear_down);
  g_test_add ("/next/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/next/create-in", Fixture, NULL, set_up, test_create_in, tear_down);

  return g_test_run ();
}

/* test-refile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-arrange.h"
#include "commons-folding.h"
#include "commons-history.h"
#include "commons-place.h"
#include "commons-refile.h"
#include "interact-support.h"

/* Two circles, one in the other; one aside; a zone; cards on the ground. */
static const SupportNode nodes[] = {
  { "zone", "zone", { 2000, 0, 480, 300 } },
  { "outer", "circle", { 0, 0, 720, 720 } },
  { "inner", "circle", { 180, 360, 348, 348 } },
  { "aside", "circle", { 1200, 0, 360, 360 } },
  { "rule", "rule", { 0, 1200, 120, 60 } },
  { "people", "community", { 200, 1200, 120, 60 } },
  { "gift", "contribution", { 400, 1200, 120, 60 } },
  { "value", "value", { 600, 1200, 120, 60 } },
  { "plain", NULL, { 800, 1200, 120, 60 } },
};

typedef struct
{
  CommonsBoard     *board;
  CommonsEditor    *editor;
  CommonsHistory   *history;
  CommonsCatalogue *catalogue;
  char             *start;
} Fixture;

static void
open_board (Fixture           *fixture,
            const SupportNode *board_nodes,
            guint              n_nodes,
            const SupportEdge *edges,
            guint              n_edges)
{
  fixture->board = support_board_new (board_nodes, n_nodes, edges, n_edges);
  fixture->editor = commons_editor_new (fixture->board);
  fixture->history = commons_history_new (fixture->board);
  fixture->catalogue = commons_catalogue_get ("en");
  fixture->start = support_dump (fixture->board);
}

static void
close_board (Fixture *fixture)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->board);
  g_free (fixture->start);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  open_board (fixture, nodes, G_N_ELEMENTS (nodes), NULL, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_board (fixture);
}

static void
step_back (Fixture *fixture)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture->history);

  g_assert_nonnull (changes);
}

/* All was one step, and taking it back gives the very same board. */
static void
assert_one_step_back (Fixture *fixture)
{
  g_autofree char *dump = NULL;

  step_back (fixture);
  dump = support_dump (fixture->board);
  g_assert_cmpstr (dump, ==, fixture->start);
}

static void
assert_links (Fixture    *fixture,
              const char *expected)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < commons_board_get_n_edges (fixture->board); i++)
    {
      CommonsRecord *edge = commons_board_get_edge (fixture->board, i);

      g_string_append_printf (text, "%s%s %s %s", text->len > 0 ? ", " : "", commons_record_get_from (edge),
                              commons_record_get_link (edge), commons_record_get_to (edge));
    }

  g_assert_cmpstr (text->str, ==, expected);
  g_string_free (text, TRUE);
}

/* Drops nodes with the centre of the first one at a point. */
static char *
drop (Fixture    *fixture,
      const char *ids,
      int         x,
      int         y,
      gboolean    keep)
{
  g_autoptr (GPtrArray) list = support_split (ids);
  g_autoptr (GHashTable) set = commons_arrange_gather (fixture->board, list);
  const CommonsRect *bounds = support_get_bounds (fixture->board, g_ptr_array_index (list, 0));
  char *sentence = NULL;

  g_assert_true (commons_refile_move (fixture->editor, fixture->catalogue, set,
                                      x - bounds->x - bounds->width / 2, y - bounds->y - bounds->height / 2,
                                      keep, "Move", &sentence));
  return sentence;
}

#define assert_drop(fixture, ids, x, y, expected) \
  G_STMT_START { \
    g_autofree char *dropped = drop (fixture, ids, x, y, FALSE); \
    g_assert_cmpstr (dropped, ==, expected); \
  } G_STMT_END

static void
test_into_and_out (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (CommonsChangeSet) again = NULL;

  assert_drop (fixture, "rule", 1380, 180, "rule applies to aside");
  assert_links (fixture, "rule applies_to aside");
  assert_one_step_back (fixture);
  again = commons_history_redo (fixture->history);
  g_assert_nonnull (again);

  assert_drop (fixture, "rule", 1380, 200, NULL);
  assert_links (fixture, "rule applies_to aside");

  assert_drop (fixture, "rule", 1380, 1200, "rule leaves aside");
  assert_links (fixture, "");
}

static void
test_directions (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_drop (fixture, "gift", 1380, 180, "gift is expected by aside");
  assert_links (fixture, "aside expects gift");
  assert_drop (fixture, "gift", 1380, 1200, "gift leaves aside");
  assert_links (fixture, "");

  assert_drop (fixture, "aside", 300, 160, "aside belongs to outer");
  assert_links (fixture, "aside nested_in outer");
}

static void
test_innermost (Fixture       *fixture,
                gconstpointer  data)
{
  assert_drop (fixture, "people", 354, 540, "people is a member of inner");
  assert_links (fixture, "people member_of inner");

  assert_drop (fixture, "people", 354, 180, "people is a member of outer");
  assert_links (fixture, "people member_of outer");
}

/* Leaving two circles at once takes back both, were they both shown. */
static void
test_leave_both (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *inside = drop (fixture, "rule", 354, 180, FALSE);
  g_autofree char *deeper = NULL;
  g_autofree char *edge = NULL;

  g_assert_nonnull (inside);
  deeper = drop (fixture, "rule", 354, 540, FALSE);
  edge = commons_arrange_connect (fixture->editor, "applies_to", "rule", "outer", "Connect");
  assert_links (fixture, "rule applies_to inner, rule applies_to outer");

  assert_drop (fixture, "rule", 354, 1200, "rule leaves inner");
  assert_links (fixture, "");
}

static void
test_other_links_stay (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *one = commons_arrange_connect (fixture->editor, "applies_to", "rule", "aside", "Connect");
  g_autofree char *two = commons_arrange_connect (fixture->editor, "relates_to", "rule", "outer", "Connect");
  g_autofree char *three = commons_arrange_connect (fixture->editor, "enforced_by", "rule", "outer", "Connect");

  assert_drop (fixture, "rule", 354, 180, "rule applies to outer");
  assert_drop (fixture, "rule", 354, 1200, "rule leaves outer");
  assert_links (fixture, "rule applies_to aside, rule relates_to outer, rule enforced_by outer");
}

static void
test_only_moves (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *sentence = drop (fixture, "rule", 1380, 180, TRUE);

  g_assert_null (sentence);
  assert_links (fixture, "");

  assert_drop (fixture, "rule", 1380, 200, NULL);
  assert_links (fixture, "");
}

static void
test_no_meaning (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_drop (fixture, "value", 1380, 180, "value goes to aside");
  assert_drop (fixture, "plain", 2200, 150, "plain goes to zone");
  assert_drop (fixture, "rule", 2200, 240, "rule goes to zone");
  assert_links (fixture, "");
}

static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  assert_drop (fixture, "rule people gift", 100, 360, "3 cards go to outer");
  assert_links (fixture, "rule applies_to outer, people member_of outer, outer expects gift");
  assert_one_step_back (fixture);

  assert_drop (fixture, "rule people", 2100, 150, "2 cards go to zone");
  assert_drop (fixture, "rule people", 2100, 1500, "2 cards leave zone");
  assert_drop (fixture, "gift", 1290, 180, "gift is expected by aside");
  assert_drop (fixture, "people", 1570, 80, NULL);
  assert_drop (fixture, "gift people", 1100, 280, "people is a member of aside");
  assert_drop (fixture, "people value", 1380, 1500, "people leaves aside");
}

static void
test_content_keeps_relations (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *member = drop (fixture, "people", 354, 540, FALSE);

  assert_drop (fixture, "inner", 1380, 900, "inner leaves outer");
  assert_links (fixture, "people member_of inner");
  assert_drop (fixture, "inner", 360, 520, "inner belongs to outer");
  assert_links (fixture, "people member_of inner, inner nested_in outer");
}

/* A circle laid over cards takes them in, and says so. */
static void
test_captures (Fixture       *fixture,
               gconstpointer  data)
{
  assert_drop (fixture, "aside", 60, 1230, "rule applies to aside");
  assert_links (fixture, "rule applies_to aside");
  assert_one_step_back (fixture);
}

/* What is in a zone in a circle is in the circle. */
static void
test_zone_counts_for_nothing (Fixture       *fixture,
                              gconstpointer  data)
{
  const CommonsRect bounds = { 200, 60, 300, 200 };

  g_assert_true (commons_refile_resize (fixture->editor, fixture->catalogue, "zone", &bounds, "Resize", NULL));
  assert_drop (fixture, "rule", 354, 160, "rule applies to outer");
  assert_links (fixture, "rule applies_to outer");

  assert_drop (fixture, "zone", 2200, 160, "zone leaves outer");
  assert_links (fixture, "");
}

/* What goes into a folded circle would vanish: it unfolds. */
static void
test_folded (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("outer inner");

  for (guint keep = 0; keep < 2; keep++)
    {
      g_assert_true (commons_arrange_fold (fixture->editor, ids, TRUE, "Fold"));
      g_free (drop (fixture, "people", 354, 540, keep));
      g_assert_false (commons_folding_is_folded (commons_board_lookup_node (fixture->board, "inner")));
      g_assert_false (commons_folding_is_folded (commons_board_lookup_node (fixture->board, "outer")));
      step_back (fixture);
      g_assert_true (commons_folding_is_folded (commons_board_lookup_node (fixture->board, "inner")));
      assert_one_step_back (fixture);
    }
}

/* All pairs of the catalogue that place shows, each way. */
static void
test_catalogue (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  guint n_pairs = 0;

  for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
    for (guint j = 0; j < commons_catalogue_get_n_kinds (catalogue); j++)
      {
        const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, i);
        const CommonsKind *outer = commons_catalogue_get_nth_kind (catalogue, j);
        const CommonsLinkType *type = commons_place_find_link (catalogue, kind->id, outer->id);
        const SupportNode pair[] = {
          { "outer", outer->id, { 0, 0, 900, 900 } },
          { "card", kind->id, { 2000, 0, 60, 60 } },
        };
        Fixture fixture;

        if (!outer->group)
          continue;

        open_board (&fixture, pair, G_N_ELEMENTS (pair), NULL, 0);
        g_free (drop (&fixture, "card", 450, 450, FALSE));
        g_assert_cmpuint (commons_board_get_n_edges (fixture.board), ==, type != NULL ? 1 : 0);
        if (type != NULL)
          {
            CommonsRecord *edge = commons_board_get_edge (fixture.board, 0);

            g_assert_cmpstr (commons_record_get_link (edge), ==, type->id);
            g_assert_cmpstr (commons_record_get_from (edge), ==,
                             type->inside == COMMONS_INSIDE_FROM ? "card" : "outer");
            n_pairs++;
          }

        g_free (drop (&fixture, "card", 2030, 30, FALSE));
        g_assert_cmpuint (commons_board_get_n_edges (fixture.board), ==, 0);
        close_board (&fixture);
      }

  g_assert_cmpuint (n_pairs, >=, 6);
}

static void
test_preview_is_what_happens (Fixture       *fixture,
                              gconstpointer  data)
{
  static const struct { const char *ids; int dx, dy; } cases[] = {
    { "rule", 1300, -1000 }, { "rule people", 200, -900 }, { "aside", -1200, 1000 }, { "inner", 900, 0 },
    { "outer", 100, 900 }, { "value", 1500, -1000 }, { "rule", 1135, -1050 }, { "zone", -1800, 100 }, { "rule", 3, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) ids = support_split (cases[i].ids);
      g_autoptr (GHashTable) set = commons_arrange_gather (fixture->board, ids);
      g_autoptr (CommonsRefile) refile = commons_refile_new (fixture->board, fixture->catalogue);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *dump = NULL;

      commons_refile_preview (refile, set, cases[i].dx, cases[i].dy);
      before = commons_refile_describe (refile, TRUE);
      dump = support_dump (fixture->board);
      g_assert_cmpstr (dump, ==, fixture->start);

      commons_refile_move (fixture->editor, fixture->catalogue, set, cases[i].dx, cases[i].dy, FALSE, "Move", &after);
      g_assert_cmpstr (before, ==, after);
      assert_one_step_back (fixture);
    }
}

static void
test_target (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CommonsRefile) refile = commons_refile_new (fixture->board, fixture->catalogue);
  g_autoptr (GPtrArray) ids = support_split ("rule");
  g_autoptr (GHashTable) set = commons_arrange_gather (fixture->board, ids);
  g_autofree char *words = NULL;

  commons_refile_preview (refile, set, 1300, -1050);
  g_assert_cmpstr (commons_record_get_id (commons_refile_get_target (refile)), ==, "aside");
  words = commons_refile_describe (refile, FALSE);
  g_assert_cmpstr (words, ==, "applies to aside");

  commons_refile_preview (refile, set, 10, 0);
  g_assert_null (commons_refile_get_target (refile));
}

/* From below across both borders, one step of the history in all. */
static void
test_nudge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("rule");
  g_autoptr (GHashTable) set = commons_arrange_gather (fixture->board, ids);
  g_autoptr (GString) told = g_string_new (NULL);

  g_free (drop (fixture, "rule", 354, 1030, FALSE));
  commons_history_barrier (fixture->history);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *sentence = NULL;

      g_assert_true (commons_refile_nudge (fixture->editor, fixture->catalogue, set, 0, -12, "Nudge", &sentence));
      if (sentence != NULL)
        g_string_append_printf (told, "%s. ", sentence);
    }

  g_assert_cmpstr (told->str, ==, "rule applies to outer. rule applies to inner. ");
  assert_links (fixture, "rule applies_to inner");
  step_back (fixture);
  assert_links (fixture, "");
  support_assert_rect (support_get_bounds (fixture->board, "rule"), 294, 1000, 120, 60);
}

static void
test_resize (Fixture       *fixture,
             gconstpointer  data)
{
  const CommonsRect large = { 1200, 0, 720, 720 };
  const CommonsRect small = { 1200, 0, 360, 360 };
  g_autofree char *in = NULL;
  g_autofree char *out = NULL;

  g_free (drop (fixture, "rule", 1600, 500, FALSE));
  g_assert_true (commons_refile_resize (fixture->editor, fixture->catalogue, "aside", &large, "Resize", &in));
  g_assert_cmpstr (in, ==, "rule applies to aside");
  assert_links (fixture, "rule applies_to aside");

  g_assert_true (commons_refile_resize (fixture->editor, fixture->catalogue, "aside", &small, "Resize", &out));
  g_assert_cmpstr (out, ==, "rule leaves aside");
  assert_links (fixture, "");
}

static void
test_settle (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  commons_editor_begin (fixture->editor, "New card", NULL);
  g_ptr_array_add (ids, commons_arrange_create (fixture->editor, commons_catalogue_get_kind (fixture->catalogue, "role"),
                                                360, 160, 0, 0, "new", "New card"));
  g_assert_true (commons_refile_settle (fixture->editor, fixture->catalogue, ids, "New card"));
  g_assert_true (commons_editor_commit (fixture->editor));
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 1);
  g_assert_cmpstr (commons_record_get_link (commons_board_get_edge (fixture->board, 0)), ==, "sits_in");
  assert_one_step_back (fixture);
}

/* A new circle relates to what it was laid over, and to what is around it. */
static void
test_settle_circle (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const CommonsKind *circle = commons_catalogue_get_kind (fixture->catalogue, "circle");

  g_free (drop (fixture, "rule", 360, 160, FALSE));
  assert_links (fixture, "rule applies_to outer");

  g_ptr_array_add (ids, commons_arrange_create (fixture->editor, circle, 360, 180, 200, 200, "new", "New circle"));
  g_assert_true (commons_refile_settle (fixture->editor, fixture->catalogue, ids, "New circle"));
  g_assert_cmpuint (commons_board_get_n_edges (fixture->board), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      CommonsRecord *edge = commons_board_get_edge (fixture->board, i);
      const char *id = g_ptr_array_index (ids, 0);

      if (g_strcmp0 (commons_record_get_link (edge), "nested_in") == 0)
        g_assert_cmpstr (commons_record_get_from (edge), ==, id);
      else
        g_assert_cmpstr (commons_record_get_to (edge), ==, id);
    }
}

static void
test_ungroup (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("inner rule nowhere");

  g_free (drop (fixture, "people", 354, 540, FALSE));
  assert_links (fixture, "people member_of inner");
  g_assert_true (commons_refile_ungroup (fixture->editor, fixture->catalogue, ids, "Ungroup"));
  g_assert_null (commons_board_lookup (fixture->board, "inner"));
  assert_links (fixture, "people member_of outer");
  step_back (fixture);
  assert_one_step_back (fixture);
}

static void
test_group (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("rule people");
  g_autoptr (GPtrArray) none = support_split ("nowhere");
  g_autofree char *zone = commons_refile_group (fixture->editor, fixture->catalogue, ids, "Group");
  g_autofree char *order = NULL;

  g_assert_null (commons_refile_group (fixture->editor, fixture->catalogue, none, "Group"));
  g_assert_cmpstr (commons_record_get_id (commons_board_get_parent (fixture->board, "rule")), ==, zone);
  g_assert_cmpstr (commons_record_get_id (commons_board_get_parent (fixture->board, "people")), ==, zone);
  g_assert_null (commons_board_get_parent (fixture->board, "gift"));
  assert_one_step_back (fixture);
}

/* A zone around a circle is drawn below it. */
static void
test_group_circle (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = support_split ("outer");
  g_autofree char *zone = commons_refile_group (fixture->editor, fixture->catalogue, ids, "Group");
  guint below, above;

  g_assert_true (commons_board_get_position (fixture->board, zone, &below));
  g_assert_true (commons_board_get_position (fixture->board, "outer", &above));
  g_assert_cmpuint (below, <, above);
}

static void
move_into (Fixture    *fixture,
           const char *ids,
           const char *container,
           gboolean    expected)
{
  g_autoptr (GPtrArray) list = support_split (ids);

  g_assert_true (commons_refile_move_into (fixture->editor, fixture->catalogue, list, container,
                                           "Move into") == expected);
}

/* A motivation laid beside a community is felt by it; a reward answers the
 * motivation it is laid beside. */
static void
test_docking (void)
{
  static const SupportNode cards[] = {
    { "people", "community", { 0, 0, 204, 62 } },
    { "why", "motivation", { 0, 600, 204, 62 } },
    { "gift", "reward", { 0, 1200, 204, 62 } },
    { "others", "community", { 1000, 0, 204, 62 } },
  };
  Fixture fixture;
  g_autoptr (GPtrArray) ids = support_split ("people");
  g_autoptr (GHashTable) along = NULL;
  g_autofree char *names = NULL;

  open_board (&fixture, cards, G_N_ELEMENTS (cards), NULL, 0);
  assert_drop (&fixture, "why", 120, 104, "why felt by people");
  assert_links (&fixture, "why felt_by people");
  support_assert_rect (support_get_bounds (fixture.board, "why"), 18, 66, 204, 62);

  assert_drop (&fixture, "gift", 336, 90, "gift answers why");
  assert_links (&fixture, "why felt_by people, gift rewards why");
  support_assert_rect (support_get_bounds (fixture.board, "gift"), 226, 59, 204, 62);

  along = commons_arrange_gather (fixture.board, ids);
  names = support_join_set (along);
  g_assert_cmpstr (names, ==, "gift people why");
  assert_drop (&fixture, "people", 110, 2000, NULL);
  assert_links (&fixture, "why felt_by people, gift rewards why");

  assert_drop (&fixture, "why", 1110, 100, "why felt by others");
  assert_links (&fixture, "gift rewards why, why felt_by others");
  assert_drop (&fixture, "gift", 1110, 800, "gift leaves why");
  assert_links (&fixture, "why felt_by others");
  close_board (&fixture);
}

static gboolean
is_whole (Fixture    *fixture,
          const char *circle,
          const char *card)
{
  const CommonsRect *outer = support_get_bounds (fixture->board, circle);
  const CommonsRect *inner = support_get_bounds (fixture->board, card);
  gboolean whole = TRUE;

  for (guint i = 0; i < 4; i++)
    {
      double x = inner->x + (i % 2) * inner->width - outer->x - outer->width / 2.0;
      double y = inner->y + (i / 2) * inner->height - outer->y - outer->height / 2.0;

      whole = whole && hypot (x, y) <= outer->width / 2.0;
    }

  return whole;
}

static void
test_grows_on_drop (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_drop (fixture, "people", 1210, 180, "people is a member of aside");
  g_assert_true (is_whole (fixture, "aside", "people"));
  support_assert_rect (support_get_bounds (fixture->board, "people"), 1150, 150, 120, 60);
  g_assert_cmpint (support_get_bounds (fixture->board, "aside")->width, <, 480);
  assert_one_step_back (fixture);
}

/* A rule let go on a border is a gate, and nothing grows. */
static void
test_gates (Fixture       *fixture,
            gconstpointer  data)
{
  const CommonsRect *bounds;

  assert_drop (fixture, "rule", 1195, 180, "rule applies to aside");
  assert_links (fixture, "rule applies_to aside");
  bounds = support_get_bounds (fixture->board, "rule");
  g_assert_cmpint (bounds->height, ==, 26);
  g_assert_cmpint (ABS (bounds->x + bounds->width / 2 - 1200), <=, 2);
  support_assert_rect (support_get_bounds (fixture->board, "aside"), 1200, 0, 360, 360);

  move_into (fixture, "rule", "outer", TRUE);
  assert_links (fixture, "rule applies_to outer");
  bounds = support_get_bounds (fixture->board, "rule");
  g_assert_cmpint (bounds->height, ==, 62);
  g_assert_true (is_whole (fixture, "outer", "rule"));
}

/* The circle around grows along, and what stands beside it makes room. */
static void
test_neighbours_make_room (Fixture       *fixture,
                           gconstpointer  data)
{
  const CommonsRect near = { 724, 320, 120, 60 };
  const CommonsRect beside = { 572, 500, 100, 60 };
  const CommonsRect *inner, *outer, *moved;

  g_assert_true (commons_refile_resize (fixture->editor, fixture->catalogue, "plain", &near, "Move", NULL));
  g_assert_true (commons_refile_resize (fixture->editor, fixture->catalogue, "value", &beside, "Move", NULL));
  assert_drop (fixture, "people", 510, 560, "people is a member of inner");

  g_assert_true (is_whole (fixture, "inner", "people"));
  inner = support_get_bounds (fixture->board, "inner");
  moved = support_get_bounds (fixture->board, "value");
  outer = support_get_bounds (fixture->board, "outer");
  g_assert_cmpint (moved->x, >, beside.x);
  g_assert_cmpfloat (hypot (moved->x - inner->x - inner->width / 2.0,
                            moved->y - inner->y - inner->height / 2.0), >=, inner->width / 2.0);
  g_assert_true (is_whole (fixture, "outer", "value"));
  g_assert_cmpfloat (hypot (inner->x + inner->width / 2.0 - outer->x - outer->width / 2.0,
                            inner->y + inner->height / 2.0 - outer->y - outer->height / 2.0) + inner->width / 2.0,
                     <=, outer->width / 2.0 + 1);
}

static gboolean
overlaps (const CommonsRect *a,
          const CommonsRect *b,
          int                gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap &&
         a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

static void
test_move_into (Fixture       *fixture,
                gconstpointer  data)
{
  move_into (fixture, "rule people gift", "aside", TRUE);
  assert_links (fixture, "rule applies_to aside, people member_of aside, aside expects gift");
  g_assert_true (is_whole (fixture, "aside", "rule"));
  g_assert_true (is_whole (fixture, "aside", "people"));
  g_assert_true (is_whole (fixture, "aside", "gift"));
  g_assert_false (overlaps (support_get_bounds (fixture->board, "rule"),
                            support_get_bounds (fixture->board, "people"), 6));
  g_assert_false (overlaps (support_get_bounds (fixture->board, "people"),
                            support_get_bounds (fixture->board, "gift"), 6));
  support_assert_rect (support_get_bounds (fixture->board, "aside"), 1200, 0, 360, 360);

  /* There already, into itself, into a card, nowhere. */
  move_into (fixture, "rule", "aside", FALSE);
  move_into (fixture, "aside", "aside", FALSE);
  move_into (fixture, "outer", "inner", FALSE);
  move_into (fixture, "rule", "value", FALSE);
  move_into (fixture, "rule", "nowhere", FALSE);
  move_into (fixture, "nowhere", "aside", FALSE);
  assert_one_step_back (fixture);
}

static void
test_move_out (Fixture       *fixture,
               gconstpointer  data)
{
  g_free (drop (fixture, "people", 354, 540, FALSE));
  move_into (fixture, "people", NULL, TRUE);
  g_assert_null (commons_board_get_parent (fixture->board, "people"));
  assert_links (fixture, "");
  move_into (fixture, "people", NULL, FALSE);
}

/* A circle with no free place grows until there is one. */
static void
test_move_into_full (void)
{
  SupportNode many[24] = { { "circle", "circle", { 0, 0, 300, 300 } }, { "beside", "circle", { 304, 0, 300, 300 } } };
  char ids[24][4];
  GString *list = g_string_new (NULL);
  Fixture fixture;

  for (guint i = 2; i < G_N_ELEMENTS (many); i++)
    {
      g_snprintf (ids[i], sizeof ids[i], "c%u", i);
      many[i] = (SupportNode) { ids[i], "rule", { 2000, (int) i * 100, 204, 62 } };
      g_string_append_printf (list, "%s ", ids[i]);
    }

  open_board (&fixture, many, G_N_ELEMENTS (many), NULL, 0);
  move_into (&fixture, list->str, "circle", TRUE);
  g_assert_cmpuint (commons_board_get_n_edges (fixture.board), ==, G_N_ELEMENTS (many) - 2);

  for (guint i = 2; i < G_N_ELEMENTS (many); i++)
    {
      g_assert_true (is_whole (&fixture, "circle", ids[i]));
      for (guint j = 2; j < i; j++)
        g_assert_false (overlaps (support_get_bounds (fixture.board, ids[i]),
                                  support_get_bounds (fixture.board, ids[j]), 6));
    }
  g_assert_null (commons_board_get_parent (fixture.board, "beside"));
  g_assert_cmpint (support_get_bounds (fixture.board, "beside")->x, >=,
                   support_get_bounds (fixture.board, "circle")->x);

  assert_one_step_back (&fixture);
  close_board (&fixture);
  g_string_free (list, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/refile/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("into-and-out", test_into_and_out);
  ADD ("directions", test_directions);
  ADD ("innermost", test_innermost);
  ADD ("leave-both", test_leave_both);
  ADD ("other-links-stay", test_other_links_stay);
  ADD ("only-moves", test_only_moves);
  ADD ("no-meaning", test_no_meaning);
  ADD ("several", test_several);
  ADD ("content-keeps-relations", test_content_keeps_relations);
  ADD ("captures", test_captures);
  ADD ("zone-counts-for-nothing", test_zone_counts_for_nothing);
  ADD ("folded", test_folded);
  ADD ("preview", test_preview_is_what_happens);
  ADD ("target", test_target);
  ADD ("nudge", test_nudge);
  ADD ("resize", test_resize);
  ADD ("settle", test_settle);
  ADD ("settle-circle", test_settle_circle);
  ADD ("ungroup", test_ungroup);
  ADD ("group", test_group);
  ADD ("group-circle", test_group_circle);
  ADD ("grows-on-drop", test_grows_on_drop);
  ADD ("gates", test_gates);
  ADD ("neighbours-make-room", test_neighbours_make_room);
  ADD ("move-into", test_move_into);
  ADD ("move-out", test_move_out);
  g_test_add_func ("/refile/catalogue", test_catalogue);
  g_test_add_func ("/refile/docking", test_docking);
  g_test_add_func ("/refile/move-into-full", test_move_into_full);

  return g_test_run ();
}

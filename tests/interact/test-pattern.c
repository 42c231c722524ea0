/* test-pattern.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-gate.h"
#include "commons-history.h"
#include "commons-pattern.h"
#include "interact-support.h"

#define N_MANY 10000

static const CommonsRect visible = { -400, -300, 1280, 800 };

static gboolean
is_linked (CommonsBoard *board,
           const char   *link,
           const char   *from,
           const char   *to)
{
  GPtrArray *links = commons_board_get_links (board, from);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links, i);

      if (g_strcmp0 (commons_record_get_link (edge), link) == 0 && g_str_equal (commons_record_get_from (edge), from) &&
          g_str_equal (commons_record_get_to (edge), to))
        return TRUE;
    }

  return FALSE;
}

static guint
count_links (CommonsBoard *board,
             const char   *link,
             const char   *from)
{
  GPtrArray *links = commons_board_get_links (board, from);
  guint n = 0;

  for (guint i = 0; links != NULL && i < links->len; i++)
    n += g_strcmp0 (commons_record_get_link (g_ptr_array_index (links, i)), link) == 0 &&
         g_str_equal (commons_record_get_from (g_ptr_array_index (links, i)), from);

  return n;
}

static void
assert_circle (CommonsBoard               *board,
               const CommonsPatternCircle *circle,
               GPtrArray                  *ids,
               guint                       index)
{
  const char *id = g_ptr_array_index (ids, index);
  CommonsRecord *node = commons_board_lookup_node (board, id);

  g_assert_nonnull (node);
  g_assert_cmpstr (commons_record_get_kind (node), ==, "circle");
  g_assert_cmpstr (commons_record_get_title (node), ==, circle->title);
  g_assert_cmpstr (commons_record_get_string (node, "commons/fields/purpose"), ==, circle->purpose);
  g_assert_cmpstr (commons_record_get_string (node, "commons/fields/entry_mode"), ==, circle->entry_mode);
  g_assert_cmpstr (commons_record_get_string (node, "commons/fields/decision_method"), ==, circle->method);
  g_assert_cmpint (commons_record_get_int (node, "commons/fields/ring", -1), ==, circle->ring);

  /* It is nested in one circle at most, the one it is said to lie in. */
  g_assert_cmpuint (count_links (board, "nested_in", id), ==, circle->parent >= 0);
  if (circle->parent >= 0)
    {
      CommonsRecord *parent = commons_board_lookup_node (board, g_ptr_array_index (ids, circle->parent));

      g_assert_true (commons_board_contains (parent, node));
      g_assert_true (is_linked (board, "nested_in", id, commons_record_get_id (parent)));
    }

  if (circle->gate != NULL)
    {
      CommonsRecord *gate = commons_gate_get_entry (board, node);

      g_assert_nonnull (gate);
      g_assert_cmpstr (commons_record_get_title (gate), ==, circle->gate);
      g_assert_cmpuint (count_links (board, "applies_to", commons_record_get_id (gate)), ==, 1);
    }
}

static void
assert_laid (CommonsBoard         *board,
             const CommonsPattern *pattern,
             GPtrArray            *ids)
{
  g_assert_cmpuint (ids->len, ==, pattern->n_circles);
  for (guint i = 0; i < ids->len; i++)
    assert_circle (board, &pattern->circles[i], ids, i);

  for (guint i = 0; i < pattern->n_links; i++)
    g_assert_true (is_linked (board, pattern->links[i].link, g_ptr_array_index (ids, pattern->links[i].from),
                              g_ptr_array_index (ids, pattern->links[i].to)));
}

/* What was there before keeps clear of what came after it. */
static void
assert_clear (CommonsBoard *board,
              GHashTable   *before)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      const CommonsRect *a = commons_record_get_bounds (node);

      for (guint j = 0; j < i; j++)
        {
          CommonsRecord *other = commons_board_get_node (board, j);
          const CommonsRect *b = commons_record_get_bounds (other);

          if (g_hash_table_contains (before, commons_record_get_id (node)) ==
              g_hash_table_contains (before, commons_record_get_id (other)))
            continue;

          g_assert_true (a->x >= b->x + b->width || b->x >= a->x + a->width || a->y >= b->y + b->height ||
                         b->y >= a->y + a->height);
        }
    }
}

static GHashTable *
list_nodes (CommonsBoard *board)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_hash_table_add (ids, g_strdup (commons_record_get_id (commons_board_get_node (board, i))));

  return ids;
}

/* Lays each pattern on the board and takes it back. */
static void
lay_each (CommonsBoard *board,
          gboolean      clear)
{
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");
  g_autoptr (GHashTable) before = list_nodes (board);
  g_autofree char *dump = support_dump (board);

  for (guint i = 0; i < commons_catalogue_get_n_patterns (catalogue); i++)
    {
      const CommonsPattern *pattern = commons_catalogue_get_nth_pattern (catalogue, i);
      g_autoptr (GPtrArray) ids = commons_pattern_lay (editor, catalogue, pattern, &visible, "Lay");
      g_autofree char *after = NULL;

      g_test_message ("%s", pattern->id);
      assert_laid (board, pattern, ids);
      if (clear)
        assert_clear (board, before);

      commons_change_set_unref (commons_history_undo (history));
      after = support_dump (board);
      g_assert_cmpstr (after, ==, dump);
      g_assert_false (commons_history_can_undo (history));
    }
}

static void
test_empty (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (NULL, 0, NULL, 0);

  lay_each (board, TRUE);
}

/* On an empty board it stands in the middle of what one looks at. */
static void
test_in_view (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (NULL, 0, NULL, 0);
  const CommonsPattern *pattern = commons_catalogue_get_pattern (commons_catalogue_get ("en"), "dormant");
  CommonsRect place;

  commons_pattern_find_place (board, pattern, &visible, &place);
  g_assert_cmpint (ABS (2 * place.x + place.width - 2 * visible.x - visible.width), <=, 24);
  g_assert_cmpint (ABS (2 * place.y + place.height - 2 * visible.y - visible.height), <=, 24);

  commons_pattern_find_place (board, pattern, NULL, &place);
  support_assert_rect (&place, 0, 0, pattern->width, pattern->height);
}

/* A zone as large as the view, a circle with a card in it, and loose cards. */
static void
test_full (void)
{
  static const SupportNode nodes[] = {
    { "zone", "zone", { -600, -500, 1800, 1200 } },
    { "circle", "circle", { -300, -300, 600, 600 } },
    { "inside", "rule", { -100, -30, 204, 62 } },
    { "loose", NULL, { 1300, 0, 204, 62 } },
  };
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);

  lay_each (board, TRUE);
}

static CommonsBoard *
make_many (void)
{
  g_autofree SupportNode *nodes = g_new0 (SupportNode, N_MANY);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < N_MANY; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("card-%d", i));
      nodes[i] = (SupportNode) { g_ptr_array_index (ids, (guint) i), i % 7 != 0 ? "rule" : "value",
                                 { -12000 + i % 100 * 240, -4800 + i / 100 * 96, 204, 62 } };
    }

  return support_board_new (nodes, N_MANY, NULL, 0);
}

/* Ten thousand cards around the view: beside them all, and quickly. */
static void
test_many (void)
{
  g_autoptr (CommonsBoard) board = make_many ();
  g_autoptr (GHashTable) before = list_nodes (board);
  const CommonsPattern *pattern = commons_catalogue_get_pattern (commons_catalogue_get ("en"), "onion");
  CommonsRect place, all;

  g_assert_true (commons_board_get_extents (board, &all));
  commons_pattern_find_place (board, pattern, &visible, &place);
  g_assert_true (place.x >= all.x + all.width || place.y >= all.y + all.height || place.x + place.width <= all.x ||
                 place.y + place.height <= all.y);
  lay_each (board, FALSE);
}

/* At the limits of what a board may hold it goes to another side. */
static void
test_limits (void)
{
  static const SupportNode nodes[] = {
    { "right", NULL, { COMMONS_COORD_MAX - 204, 0, 204, 62 } },
    { "wide", "zone", { -2000, -2000, COMMONS_COORD_MAX, 4000 } },
  };
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
  const CommonsPattern *pattern = commons_catalogue_get_pattern (commons_catalogue_get ("en"), "peach");
  CommonsRect place;

  commons_pattern_find_place (board, pattern, NULL, &place);
  g_assert_cmpint (place.x + place.width, <=, COMMONS_COORD_MAX);
  g_assert_cmpint (place.y, >=, 2000);
  lay_each (board, TRUE);
}

/* All ids are new, so that the same pattern may be laid twice. */
static void
test_twice (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (NULL, 0, NULL, 0);
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const CommonsPattern *pattern = commons_catalogue_get_pattern (catalogue, "sociocratic");
  g_autoptr (GPtrArray) first = commons_pattern_lay (editor, catalogue, pattern, &visible, "Lay");
  g_autoptr (GHashTable) before = list_nodes (board);
  g_autoptr (GPtrArray) second = commons_pattern_lay (editor, catalogue, pattern, &visible, "Lay");

  assert_laid (board, pattern, first);
  assert_laid (board, pattern, second);
  g_assert_cmpstr (g_ptr_array_index (first, 0), !=, g_ptr_array_index (second, 0));
  assert_clear (board, before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pattern/empty", test_empty);
  g_test_add_func ("/pattern/in-view", test_in_view);
  g_test_add_func ("/pattern/full", test_full);
  g_test_add_func ("/pattern/many", test_many);
  g_test_add_func ("/pattern/limits", test_limits);
  g_test_add_func ("/pattern/twice", test_twice);

  return g_test_run ();
}

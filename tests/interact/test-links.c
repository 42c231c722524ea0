/* test-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-arrange-link.h"
#include "commons-history.h"
#include "commons-links-offer.h"
#include "commons-navigate.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "c1", "circle", { 0, 0, 360, 360 } },
  { "c2", "circle", { 400, 0, 360, 360 } },
  { "rule", "rule", { 0, 500, 204, 62 } },
  { "value", "value", { 400, 500, 204, 38 } },
  { "plain", NULL, { 800, 500, 204, 62 } },
};

static const SupportEdge edges[] = {
  { "leads", "leads_to", "c1", "c2" },
  { "embodies", "embodies", "rule", "value" },
  { "related", "relates_to", "rule", "plain" },
  { "bare", NULL, "plain", "value" },
  { "lost", "embodies", "rule", "nowhere" },
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
  fixture->board = support_board_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
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

static void
assert_link (Fixture    *fixture,
             const char *id,
             const char *type,
             const char *from,
             const char *to)
{
  CommonsRecord *edge = commons_board_lookup (fixture->board, id);

  g_assert_nonnull (edge);
  g_assert_cmpstr (commons_record_get_link (edge), ==, type);
  g_assert_cmpstr (commons_record_get_from (edge), ==, from);
  g_assert_cmpstr (commons_record_get_to (edge), ==, to);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture->history);

  g_assert_nonnull (changes);
}

static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  g_assert_true (commons_arrange_set_link (fixture->editor, "leads", "nested_in", FALSE, "Type"));
  assert_link (fixture, "leads", "nested_in", "c1", "c2");
  g_assert_true (commons_arrange_set_link (fixture->editor, "leads", "leads_to", TRUE, "Type"));
  assert_link (fixture, "leads", "leads_to", "c2", "c1");
  g_assert_false (commons_arrange_set_link (fixture->editor, "leads", "leads_to", FALSE, "Type"));
  g_assert_false (commons_arrange_set_link (fixture->editor, "rule", "leads_to", FALSE, "Type"));
  g_assert_false (commons_arrange_set_link (fixture->editor, "nothing", "leads_to", FALSE, "Type"));

  undo (fixture);
  undo (fixture);
  assert_link (fixture, "leads", "leads_to", "c1", "c2");
  g_assert_false (commons_history_can_undo (fixture->history));
}

static void
test_reverse (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_true (commons_arrange_can_reverse (fixture->board, fixture->catalogue, "leads"));
  g_assert_true (commons_arrange_can_reverse (fixture->board, fixture->catalogue, "bare"));
  g_assert_false (commons_arrange_can_reverse (fixture->board, fixture->catalogue, "embodies"));
  g_assert_false (commons_arrange_can_reverse (fixture->board, fixture->catalogue, "related"));
  g_assert_false (commons_arrange_can_reverse (fixture->board, fixture->catalogue, "lost"));
  g_assert_false (commons_arrange_can_reverse (fixture->board, fixture->catalogue, "rule"));
  g_assert_false (commons_arrange_can_reverse (fixture->board, fixture->catalogue, NULL));

  g_assert_true (commons_arrange_reverse (fixture->editor, "leads", "Reverse"));
  assert_link (fixture, "leads", "leads_to", "c2", "c1");
  undo (fixture);
  assert_link (fixture, "leads", "leads_to", "c1", "c2");
}

/* The side of a card goes with the card. */
static void
test_sides (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CommonsRecord) sided =
    commons_record_with_string (commons_board_lookup (fixture->board, "bare"), "fromSide", "left");
  CommonsRecord *edge;

  commons_editor_begin (fixture->editor, "Side", NULL);
  commons_editor_set (fixture->editor, sided);
  commons_editor_commit (fixture->editor);

  g_assert_true (commons_arrange_reverse (fixture->editor, "bare", "Reverse"));
  edge = commons_board_lookup (fixture->board, "bare");
  g_assert_cmpstr (commons_record_get_string (edge, "toSide"), ==, "left");
  g_assert_null (commons_record_get_string (edge, "fromSide"));
}

static char *
list_instead (Fixture    *fixture,
              const char *id)
{
  g_autoptr (GPtrArray) offers = commons_links_offer_instead (fixture->board, fixture->catalogue, id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < offers->len; i++)
    {
      const CommonsLinkOffer *offer = g_ptr_array_index (offers, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", offer->reversed ? "<" : "", offer->type->id);
    }

  return g_string_free (text, FALSE);
}

static void
test_instead (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *circles = list_instead (fixture, "leads");
  g_autofree char *rule = list_instead (fixture, "embodies");
  g_autofree char *node = list_instead (fixture, "rule");
  g_autofree char *lost = list_instead (fixture, "lost");

  g_assert_cmpstr (circles, ==, "nested_in linked_with <nested_in <leads_to derives_from relates_to");
  g_assert_cmpstr (rule, ==, "derives_from relates_to");
  g_assert_cmpstr (node, ==, "");
  g_assert_cmpstr (lost, ==, "");
}

static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) value = commons_links_list_kinds (fixture->catalogue, "value");
  g_autoptr (GPtrArray) unknown = commons_links_list_kinds (fixture->catalogue, "spaceship");
  g_autoptr (GPtrArray) none = commons_links_list_kinds (fixture->catalogue, NULL);
  g_autofree char *kinds = support_join (value);

  g_assert_cmpstr (kinds, ==, "rule indicator fact");
  g_assert_cmpuint (unknown->len, ==, commons_catalogue_get_n_kinds (fixture->catalogue));
  g_assert_cmpuint (none->len, ==, commons_catalogue_get_n_kinds (fixture->catalogue));
}

static void
test_create_linked (Fixture       *fixture,
                    gconstpointer  data)
{
  const CommonsLinkType *link = NULL;
  const CommonsKind *rule = commons_catalogue_get_kind (fixture->catalogue, "rule");
  g_autofree char *id = NULL;
  GPtrArray *links;

  g_assert_null (commons_arrange_create_linked (fixture->editor, fixture->catalogue, "nothing", rule, 0, 0, NULL, "New"));
  id = commons_arrange_create_linked (fixture->editor, fixture->catalogue, "value", rule, 1000, 1000, &link, "New");
  g_assert_nonnull (id);
  g_assert_cmpstr (link->id, ==, "embodies");
  links = commons_board_get_links (fixture->board, id);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpstr (commons_record_get_to (g_ptr_array_index (links, 0)), ==, "value");

  undo (fixture);
  g_assert_null (commons_board_lookup_node (fixture->board, id));
  g_assert_false (commons_history_can_undo (fixture->history));
}

static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  guint position = 0, n_links = 0;

  g_assert_cmpstr (commons_navigate_link (fixture->board, "rule", NULL, TRUE, &position, &n_links), ==, "embodies");
  g_assert_cmpuint (position, ==, 1);
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpstr (commons_navigate_link (fixture->board, "rule", "embodies", TRUE, &position, NULL), ==, "related");
  g_assert_cmpuint (position, ==, 2);
  g_assert_cmpstr (commons_navigate_link (fixture->board, "rule", "related", TRUE, NULL, NULL), ==, "embodies");
  g_assert_cmpstr (commons_navigate_link (fixture->board, "rule", "embodies", FALSE, NULL, NULL), ==, "related");
  g_assert_cmpstr (commons_navigate_link (fixture->board, "rule", NULL, FALSE, NULL, NULL), ==, "related");
  g_assert_cmpstr (commons_navigate_link (fixture->board, "rule", "leads", TRUE, NULL, NULL), ==, "embodies");
  g_assert_null (commons_navigate_link (fixture->board, "nothing", NULL, TRUE, NULL, &n_links));
  g_assert_cmpuint (n_links, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/links/set", test_set);
  ADD ("/links/reverse", test_reverse);
  ADD ("/links/sides", test_sides);
  ADD ("/links/instead", test_instead);
  ADD ("/links/kinds", test_kinds);
  ADD ("/links/create-linked", test_create_linked);
  ADD ("/links/walk", test_walk);
#undef ADD

  return g_test_run ();
}

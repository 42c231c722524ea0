/* test-links-offer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-links-offer.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "c1", "circle", { 0, 0, 360, 360 } },
  { "c2", "circle", { 400, 0, 360, 360 } },
  { "rule", "rule", { 0, 0, 204, 62 } },
  { "rule2", "rule", { 0, 0, 204, 62 } },
  { "value", "value", { 0, 0, 204, 38 } },
  { "people", "community", { 0, 0, 204, 62 } },
  { "why", "motivation", { 0, 0, 204, 62 } },
  { "plain", NULL, { 0, 0, 204, 62 } },
  { "foreign", "spaceship", { 0, 0, 204, 62 } },
};

/* The offers as one text, such as "applies_to enforced_by" or "<felt_by" when
 * reversed. */
static char *
offer (CommonsBoard *board,
       const char   *from,
       const char   *to)
{
  g_autoptr (GPtrArray) offers = commons_links_offer (board, commons_catalogue_get ("fr"), from, to);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < offers->len; i++)
    {
      const CommonsLinkOffer *one = g_ptr_array_index (offers, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", one->reversed ? "<" : "", one->type->id);
    }

  return g_string_free (text, FALSE);
}

static void
assert_offers (CommonsBoard *board,
               const char   *from,
               const char   *to,
               const char   *expected)
{
  g_autofree char *offers = offer (board, from, to);

  g_assert_cmpstr (offers, ==, expected);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char * const *) a, *(char * const *) b);
}

/* For offers whose order is the catalogue's business. */
static void
assert_offers_sorted (CommonsBoard *board,
                      const char   *from,
                      const char   *to,
                      const char   *expected)
{
  g_autofree char *offers = offer (board, from, to);
  g_autoptr (GPtrArray) words = support_split (offers);
  g_autofree char *sorted = NULL;

  g_ptr_array_sort (words, compare_words);
  sorted = support_join (words);
  g_assert_cmpstr (sorted, ==, expected);
}

static void
test_allowed (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);

  assert_offers (board, "rule", "value", "embodies");
  assert_offers (board, "people", "c1", "member_of");
  assert_offers_sorted (board, "rule", "c1", "applies_to enforced_by");
  assert_offers_sorted (board, "c1", "c2", "leads_to linked_with nested_in");
}

static void
test_reversed (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);

  assert_offers (board, "people", "why", "<felt_by");
  assert_offers (board, "value", "rule", "<embodies");
  assert_offers_sorted (board, "c1", "rule", "<applies_to <enforced_by");
}

static void
test_open_to_any (void)
{
  static const char * const ends[][2] = {
    { "rule", "rule2" }, { "plain", "rule" }, { "rule", "plain" }, { "foreign", "plain" }, { "why", "value" },
  };
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    assert_offers_sorted (board, ends[i][0], ends[i][1], "derives_from relates_to");
}

static void
test_existing (void)
{
  static const SupportEdge edges[] = {
    { "e1", "applies_to", "rule", "c1" },
    { "e2", "linked_with", "c2", "c1" },
    { "e3", "leads_to", "c2", "c1" },
    { "e4", "embodies", "rule", "value" },
    { "e5", "relates_to", "plain", "rule" },
  };
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));

  assert_offers (board, "rule", "c1", "enforced_by");
  assert_offers_sorted (board, "rule2", "c1", "applies_to enforced_by");
  assert_offers (board, "c1", "rule", "<enforced_by");

  /* A link without direction exists both ways, another one only its own. */
  assert_offers_sorted (board, "c1", "c2", "leads_to nested_in");
  assert_offers (board, "c2", "c1", "nested_in");

  assert_offers_sorted (board, "rule", "value", "derives_from relates_to");
  assert_offers (board, "plain", "rule", "derives_from");
  assert_offers (board, "rule", "plain", "derives_from");
}

static void
test_refused (void)
{
  static const SupportEdge edges[] = { { "e", NULL, "rule", "value" } };
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), edges, 1);

  assert_offers (board, "rule", "rule", "");
  assert_offers (board, "rule", "nowhere", "");
  assert_offers (board, "nowhere", "rule", "");
  assert_offers (board, "rule", "e", "");
  assert_offers (board, "", "rule", "");

  /* A link of no type is none of the types. */
  assert_offers (board, "rule", "value", "embodies");
}

/* Whatever is offered is allowed by the catalogue, in the direction said. */
static void
test_all_kinds (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  guint n_kinds = commons_catalogue_get_n_kinds (catalogue);
  guint n_offers = 0;

  for (guint i = 0; i < n_kinds * n_kinds; i++)
    {
      const char *kinds[] = { commons_catalogue_get_nth_kind (catalogue, i / n_kinds)->id,
                              commons_catalogue_get_nth_kind (catalogue, i % n_kinds)->id };
      SupportNode pair[] = { { "a", kinds[0], { 0, 0, 9, 9 } }, { "b", kinds[1], { 0, 0, 9, 9 } } };
      g_autoptr (CommonsBoard) board = support_board_new (pair, 2, NULL, 0);
      g_autoptr (GPtrArray) offers = commons_links_offer (board, catalogue, "a", "b");

      g_assert_cmpuint (offers->len, >, 0);
      for (guint j = 0; j < offers->len; j++)
        {
          const CommonsLinkOffer *one = g_ptr_array_index (offers, j);
          g_autoptr (GPtrArray) allowed = commons_catalogue_list_links (catalogue, kinds[one->reversed],
                                                                        kinds[!one->reversed]);

          g_assert_true (g_ptr_array_find (allowed, one->type, NULL));
          n_offers++;
        }
    }

  g_assert_cmpuint (n_offers, >, n_kinds * n_kinds);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/links-offer/allowed", test_allowed);
  g_test_add_func ("/links-offer/reversed", test_reversed);
  g_test_add_func ("/links-offer/open-to-any", test_open_to_any);
  g_test_add_func ("/links-offer/existing", test_existing);
  g_test_add_func ("/links-offer/refused", test_refused);
  g_test_add_func ("/links-offer/all-kinds", test_all_kinds);

  return g_test_run ();
}

/* test-choices.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-choices.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "outer", "circle", { 0, 0, 720, 720 } },
  { "inner", "circle", { 240, 240, 240, 240 } },
  { "rule", "rule", { 258, 330, 204, 62 } },
  { "aside", "zone", { 900, 0, 480, 480 } },
  { "value", "value", { 960, 60, 204, 38 } },
  { "people", "community", { 960, 240, 204, 62 } },
  { "pile", "group", { 900, 600, 240, 240 } },
  { "lone", "value", { 1500, 0, 204, 38 } },
};

static char *
find (CommonsChoices *choices,
      const char     *query,
      guint           max,
      guint          *n_more)
{
  g_autoptr (GPtrArray) found = commons_choices_find (choices, query, max, n_more);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CommonsChoice *choice = g_ptr_array_index (found, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", choice->id);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_found (CommonsChoices *choices,
              const char     *query,
              const char     *expected)
{
  g_autofree char *found = find (choices, query, G_MAXUINT, NULL);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_find (void)
{
  g_autoptr (CommonsChoices) choices = commons_choices_new ();
  g_autofree char *first = NULL;
  guint n_more;

  assert_found (choices, "", "");
  commons_choices_add (choices, "a", NULL, "Relevé de l’eau", "Activité");
  commons_choices_add (choices, "b", NULL, "Partage", "Ressource, dans Eau vive");
  commons_choices_add (choices, "c", "value", "Eau", NULL);
  commons_choices_add (choices, "d", NULL, "Œuvre", "Bien");

  assert_found (choices, "", "a b c d");
  assert_found (choices, "  ", "a b c d");

  /* Names that begin so, names that have it, what else is said. */
  assert_found (choices, "EAU", "c a b");
  assert_found (choices, "eau releve", "a");
  assert_found (choices, "releve eau vive", "");
  assert_found (choices, "l'eau", "a");
  assert_found (choices, "oeu", "d");
  assert_found (choices, "partage vive", "b");
  assert_found (choices, "nulle part", "");

  first = find (choices, "eau", 2, &n_more);
  g_assert_cmpstr (first, ==, "c a");
  g_assert_cmpuint (n_more, ==, 1);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char * const *) a, *(char * const *) b);
}

static void
assert_places (CommonsBoard *board,
               const char   *ids,
               const char   *expected)
{
  g_autoptr (CommonsChoices) choices = commons_choices_new ();
  g_autoptr (GPtrArray) list = support_split (ids);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  commons_choices_add_places (choices, board, commons_catalogue_get ("en"), list, "Outside");
  found = commons_choices_find (choices, "", G_MAXUINT, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const CommonsChoice *choice = g_ptr_array_index (found, i);

      g_ptr_array_add (sorted, g_strdup (*choice->id != '\0' ? choice->id : "-"));
    }
  g_ptr_array_sort (sorted, compare_words);
  text = support_join (sorted);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_places (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);

  assert_places (board, "lone", "aside inner outer pile");

  /* Not where they all are already; but where one of them is. */
  assert_places (board, "rule", "- aside outer pile");
  assert_places (board, "value people", "- inner outer pile");
  assert_places (board, "lone rule", "- aside inner outer pile");
  assert_places (board, "value lone", "- aside inner outer pile");
  assert_places (board, "value rule", "- aside inner outer pile");

  /* Not into itself, nor into what moves along. */
  assert_places (board, "outer", "aside pile");
  assert_places (board, "inner", "- aside pile");
}

static void
test_nodes (void)
{
  g_autoptr (CommonsBoard) board = support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
  g_autoptr (CommonsChoices) choices = commons_choices_new ();
  g_autoptr (GPtrArray) found = NULL;
  const CommonsChoice *choice;

  commons_choices_add_nodes (choices, board, commons_catalogue_get ("en"), "value");
  g_assert_cmpuint (commons_choices_get_n (choices), ==, G_N_ELEMENTS (nodes) - 1);
  assert_found (choices, "value", "lone");

  found = commons_choices_find (choices, "rule inner", G_MAXUINT, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  choice = g_ptr_array_index (found, 0);
  g_assert_cmpstr (choice->kind, ==, "rule");
  g_assert_cmpstr (choice->title, ==, "rule");
  g_assert_cmpstr (choice->about, ==, "Rule, in inner");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/choices/find", test_find);
  g_test_add_func ("/choices/places", test_places);
  g_test_add_func ("/choices/nodes", test_nodes);

  return g_test_run ();
}

/* test-clip-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards from lines and tables.
 */

#include "config.h"

#include <string.h>

#include "commons-clip-lines.h"
#include "commons-clip.h"
#include "commons-json-guard.h"

/* Cards as “depth title|body”, with “:kind” and “[zone]”, one a line. */
static char *
describe (GPtrArray *cards)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      CommonsClipCard *card = g_ptr_array_index (cards, i);
      g_autofree char *body = g_strdelimit (g_strdup (card->body), "\n", '/');

      g_string_append_printf (out, "%u %s|%s%s%s%s\n", card->depth, card->title, body,
                              card->kind ? ":" : "", card->kind ? card->kind : "", card->container ? "[zone]" : "");
    }

  return g_string_free (out, FALSE);
}

static void
assert_lines (const char *text,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = commons_clip_read_lines (text, &error);
  g_autofree char *described = NULL;

  g_assert_no_error (error);
  described = describe (cards);
  g_assert_cmpstr (described, ==, expected);
}

static void
test_lines (void)
{
  assert_lines ("", "");
  assert_lines (" \n\t\n\r\n", "");
  assert_lines ("One", "0 One|\n");
  assert_lines ("One\r\nTwo\rThree\xe2\x80\xa8" "Four\n\n\n", "0 One|\n0 Two|\n0 Three|\n0 Four|\n");
  assert_lines ("\xef\xbb\xbfOne\n---\n===\nTwo  ", "0 One|\n0 Two|\n");
  assert_lines ("Broken \xff text", "0 Broken \xef\xbf\xbd text|\n");
  assert_lines ("Name\tfirst\tsecond", "0 Name|first/second\n");
}

static void
test_bullets (void)
{
  assert_lines ("- a\n* b\n+ c\n• d\n– e\n1. f\n12) g\nb) h\n○\ti",
                "0 a|\n0 b|\n0 c|\n0 d|\n0 e|\n0 f|\n0 g|\n0 h|\n0 i|\n");
  assert_lines ("- [ ] to do\n- [x] done\n[ ] bare", "0 [ ] to do|\n0 [x] done|\n0 [ ] bare|\n");
  /* What only looks like one stays. */
  assert_lines ("2024. A year\n3.5 litres\n-5 degrees\n*bold* word\n#1 first\n-", 
                "0 2024. A year|\n0 3.5 litres|\n0 -5 degrees|\n0 *bold* word|\n0 #1 first|\n");
}

static void
test_depth (void)
{
  assert_lines ("A\n  B\n    C\n  D\nE", "0 A|\n1 B|\n2 C|\n1 D|\n0 E|\n");
  assert_lines ("A\n\tB\n\t\tC\nD", "0 A|\n1 B|\n2 C|\n0 D|\n");
  assert_lines ("- A\n    - B\n    - C\n- D", "0 A|\n1 B|\n1 C|\n0 D|\n");
  /* A space too many is no level; the first line is the left. */
  assert_lines ("A\n B\nC", "0 A|\n0 B|\n0 C|\n");
  assert_lines ("    A\n      B\n  C", "0 A|\n1 B|\n0 C|\n");
  assert_lines ("# Title\nintro\n## Part ##\n- a\n  - b\n## Other\nc",
                "0 Title|\n1 intro|\n1 Part|\n2 a|\n3 b|\n1 Other|\n2 c|\n");
}

static void
test_body (void)
{
  assert_lines ("- A\n  more\n\n  and more\n  - B\n    of B\n- C", "0 A|more/and more\n1 B|of B\n0 C|\n");
  /* Without bullets, further right is deeper. */
  assert_lines ("A\n  more", "0 A|\n1 more|\n");
}

static void
test_text_comes_back (void)
{
  static const char text[] = "- Circle\n  - First\n    Its body\n    more\n  - Inner\n    - Deep\n- Outside";
  g_autoptr (GPtrArray) cards = commons_clip_read_lines (text, NULL);
  g_autoptr (CommonsBoard) board = commons_clip_lay_out (cards, COMMONS_CLIP_NESTED, commons_catalogue_get ("en"), NULL, NULL, NULL);
  g_autofree char *again = commons_clip_write_text (board);

  g_assert_cmpstr (again, ==, text);
}

static void
assert_whole (const char *text,
              const char *expected)
{
  g_autoptr (GPtrArray) cards = commons_clip_read_whole (text, NULL);
  g_autofree char *described = describe (cards);

  g_assert_cmpstr (described, ==, expected);
}

static void
test_whole (void)
{
  assert_whole ("", "");
  assert_whole (" \n ", "");
  assert_whole ("One\n", "0 One|\n");
  assert_whole ("\n- One\r\n  - Two\r\rThree\n", "0 - One|  - Two//Three\n");
}

static void
assert_table (const char *text,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = commons_clip_read_table (text, &error);
  g_autofree char *described = NULL;

  g_assert_no_error (error);
  described = cards != NULL ? describe (cards) : NULL;
  g_assert_cmpstr (described, ==, expected);
}

static void
test_table (void)
{
  assert_table ("Title,Text,Kind\nOne,\"Body, with \"\"quotes\"\"\nand lines\",rule\nTwo,,Values\n,,\n",
                "0 One|Body, with \"quotes\"/and lines:rule\n0 Two|:value\n");
  assert_table ("Titre;Nature;Quand\nUn;Règle;demain\nDeux;inconnue;\n",
                "0 Un|Quand: demain:rule\n0 Deux|Nature: inconnue\n");
  assert_table ("Zone\tNom\nA\tone\nB\ttwo\nA\tthree\n\tfour\n",
                "0 A|[zone]\n1 one|\n1 three|\n0 B|[zone]\n1 two|\n0 four|\n");
  /* Without titles, the texts are the titles. */
  assert_table ("texte,type\n\"Un\ndeux\",circle\n", "0 Un|deux:circle\n");
}

static void
test_no_table (void)
{
  assert_table ("", NULL);
  assert_table ("Title", NULL);
  assert_table ("Title\nOne", NULL);
  assert_table ("One, two, three\nfour, five, six", NULL);
  assert_table ("Title,Kind", NULL);
  assert_table ("Title,Kind\n", NULL);
}

static void
test_kinds (void)
{
  g_assert_cmpstr (commons_clip_find_kind ("rule"), ==, "rule");
  g_assert_cmpstr (commons_clip_find_kind (" RÈGLES "), ==, "rule");
  g_assert_cmpstr (commons_clip_find_kind ("regle"), ==, "rule");
  g_assert_cmpstr (commons_clip_find_kind ("decision_right"), ==, "decision_right");
  g_assert_null (commons_clip_find_kind ("whatever"));
  g_assert_null (commons_clip_find_kind (""));
}

static void
test_too_much (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *cards;

  for (guint i = 0; i <= COMMONS_CLIP_MAX_NODES; i++)
    g_string_append (text, "a\n");
  cards = commons_clip_read_lines (text->str, &error);
  g_assert_null (cards);
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_LIMIT);
  g_clear_error (&error);

  g_string_set_size (text, COMMONS_CLIP_MAX_CARD + 1);
  memset (text->str, 'a', text->len);
  cards = commons_clip_read_whole (text->str, &error);
  g_assert_null (cards);
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_LIMIT);
  g_clear_error (&error);

  g_string_set_size (text, COMMONS_CLIP_MAX_TEXT + 1);
  memset (text->str, 'a', text->len);
  cards = commons_clip_read_lines (text->str, &error);
  g_assert_null (cards);
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_TOO_LARGE);
  g_clear_error (&error);
  cards = commons_clip_read_table (text->str, &error);
  g_assert_null (cards);
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_TOO_LARGE);
}

static CommonsBoard *
lay_out (const char       *text,
         CommonsClipLayout  layout,
         const char       *kind)
{
  g_autoptr (GPtrArray) cards = commons_clip_read_lines (text, NULL);
  CommonsBoard *board = commons_clip_lay_out (cards, layout, commons_catalogue_get ("en"), kind, NULL, NULL);

  g_assert_cmpuint (commons_clip_count (cards, layout), ==, commons_board_get_n_nodes (board));
  return board;
}

static gboolean
overlap (const CommonsRect *a,
         const CommonsRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
test_flat_layout (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CommonsBoard) board = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "%sCard %u%s\n", i % 3 ? "  " : "", i,
                            i % 7 ? "" : " with a title that is a good deal longer than what fits in two lines of a card");

  board = lay_out (text->str, COMMONS_CLIP_FLAT, "rule");
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 40);

  for (guint i = 0; i < 40; i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      g_autofree char *prefix = g_strdup_printf ("Card %u", i);

      /* In reading order, and none over another. */
      g_assert_true (g_str_has_prefix (commons_record_get_title (node), prefix));
      g_assert_cmpstr (commons_record_get_kind (node), ==, "rule");
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (commons_record_get_bounds (node),
                                 commons_record_get_bounds (commons_board_get_node (board, j))));
    }
}

static void
test_nested_layout (void)
{
  g_autoptr (CommonsBoard) board = lay_out ("A\n  B\n    C\n    D\n  E\nF\n", COMMONS_CLIP_NESTED, "value");
  const char *expected[][3] = {
    { "A", "zone", NULL }, { "B", "zone", "A" }, { "C", "value", "B" },
    { "D", "value", "B" }, { "E", "value", "A" }, { "F", "value", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      CommonsRecord *parent = commons_board_get_parent (board, commons_record_get_id (node));

      g_assert_cmpstr (commons_record_get_title (node), ==, expected[i][0]);
      g_assert_cmpstr (commons_record_get_kind (node), ==, expected[i][1]);
      g_assert_cmpstr (parent ? commons_record_get_title (parent) : NULL, ==, expected[i][2]);
    }
}

static int
measure (const char *kind,
         int         width,
         const char *text,
         gpointer    data)
{
  g_assert_cmpstr (kind, ==, "rule");
  g_assert_cmpint (width, ==, 204);
  g_string_append_printf (data, "(%s)", text);

  return 500;
}

static void
test_measured_layout (void)
{
  g_autoptr (GPtrArray) cards = commons_clip_read_lines ("- A\n  of A\n  - B\n    of B", NULL);
  g_autoptr (GString) measured = g_string_new (NULL);
  g_autoptr (CommonsBoard) board = commons_clip_lay_out (cards, COMMONS_CLIP_NESTED, commons_catalogue_get ("en"),
                                                         "rule", measure, measured);

  /* The body of what becomes a zone is a card in it. */
  g_assert_cmpstr (measured->str, ==, "(of A)(B\nof B)");
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 3);
  g_assert_cmpuint (commons_clip_count (cards, COMMONS_CLIP_NESTED), ==, 3);
  g_assert_cmpuint (commons_clip_count (cards, COMMONS_CLIP_FLAT), ==, 2);
  g_assert_cmpstr (commons_record_get_text (commons_board_get_node (board, 0)), ==, "A");
  g_assert_cmpint (commons_record_get_bounds (commons_board_get_node (board, 1))->height, ==, 500);
}

static void
test_circles (void)
{
  g_autoptr (CommonsBoard) board = lay_out ("A\n  B\n  C\n  D", COMMONS_CLIP_NESTED, "circle");

  for (guint i = 1; i < 4; i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      CommonsRecord *parent = commons_board_get_parent (board, commons_record_get_id (node));

      g_assert_cmpint (commons_record_get_bounds (node)->width, ==, commons_record_get_bounds (node)->height);
      g_assert_cmpstr (parent ? commons_record_get_title (parent) : NULL, ==, "A");
    }
}

static void
test_zones_of_table (void)
{
  g_autoptr (GPtrArray) cards = commons_clip_read_table ("zone,title\nA,one\n,two\n", NULL);
  g_autoptr (CommonsBoard) flat = commons_clip_lay_out (cards, COMMONS_CLIP_FLAT, commons_catalogue_get ("en"), NULL, NULL, NULL);
  g_autoptr (CommonsBoard) nested = commons_clip_lay_out (cards, COMMONS_CLIP_NESTED, commons_catalogue_get ("en"), NULL, NULL, NULL);

  /* A name of a zone is no card of its own. */
  g_assert_cmpuint (commons_board_get_n_nodes (flat), ==, 2);
  g_assert_cmpuint (commons_clip_count (cards, COMMONS_CLIP_FLAT), ==, 2);
  g_assert_cmpuint (commons_board_get_n_nodes (nested), ==, 3);
  g_assert_true (commons_record_is_group (commons_board_get_node (nested, 0)));
}

static void
test_very_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (CommonsBoard) board = NULL;
  CommonsRect extents;

  for (guint i = 0; i < 300; i++)
    {
      for (guint j = 0; j < i; j++)
        g_string_append (text, "  ");
      g_string_append (text, "deeper\n");
    }

  board = lay_out (text->str, COMMONS_CLIP_NESTED, NULL);
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 300);
  g_assert_true (commons_board_get_extents (board, &extents));
  g_assert_cmpint (MAX (extents.width, extents.height), <, 20000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clip/lines", test_lines);
  g_test_add_func ("/clip/lines/bullets", test_bullets);
  g_test_add_func ("/clip/lines/depth", test_depth);
  g_test_add_func ("/clip/lines/body", test_body);
  g_test_add_func ("/clip/lines/text-comes-back", test_text_comes_back);
  g_test_add_func ("/clip/lines/whole", test_whole);
  g_test_add_func ("/clip/table", test_table);
  g_test_add_func ("/clip/table/none", test_no_table);
  g_test_add_func ("/clip/table/kinds", test_kinds);
  g_test_add_func ("/clip/too-much", test_too_much);
  g_test_add_func ("/clip/layout/flat", test_flat_layout);
  g_test_add_func ("/clip/layout/nested", test_nested_layout);
  g_test_add_func ("/clip/layout/measured", test_measured_layout);
  g_test_add_func ("/clip/layout/circles", test_circles);
  g_test_add_func ("/clip/layout/zones-of-table", test_zones_of_table);
  g_test_add_func ("/clip/layout/very-deep", test_very_deep);

  return g_test_run ();
}

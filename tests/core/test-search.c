/* test-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "commons-fold.h"
#include "commons-search.h"
#include "core-fixture.h"

#define assert_folds(text, expected) fixture_assert_says (commons_fold (text), expected)

static void
test_fold (void)
{
  assert_folds ("", "");
  assert_folds ("Relecteur·rices", "relecteur.rices");
  assert_folds ("RELEVÉ d’été", "releve d'ete");
  assert_folds ("e\xcc\x81t\xc3\xa9", "ete");
  assert_folds ("Œuvre, ex æquo, Straße, ŒUVRE", "oeuvre, ex aequo, strasse, oeuvre");
  assert_folds ("Łódź Ærø İstanbul ÇA ñ", "lodz aero istanbul ca n");
  assert_folds ("Ελλάς ΕΛΛΑΣ", "ελλασ ελλασ");
  assert_folds ("« À qui ? »", "\" a qui ? \"");
  assert_folds ("  two \t words\xc2\xa0here  ", "two words here");
  assert_folds ("first \n second", "first\nsecond");
  assert_folds ("co\xc2\xadop\xe2\x80\x91 Ａ ﬁn", "coop- a fin");
  assert_folds ("bad \xff byte", "bad � byte");
}

static void
test_fold_plain (void)
{
  g_autofree char *title = commons_fold_plain (" « L’Été » : 2 030 €, oui ! ");
  g_autofree char *nothing = commons_fold_plain ("… — !");

  g_assert_cmpstr (title, ==, "l ete 2 030 oui");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_fold_words (void)
{
  g_auto (GStrv) words = commons_fold_words (" L’Été \n 2030 ");
  g_auto (GStrv) none = commons_fold_words (" \t\n");

  g_assert_cmpuint (g_strv_length (words), ==, 2);
  g_assert_cmpstr (words[0], ==, "l'ete");
  g_assert_cmpstr (words[1], ==, "2030");
  g_assert_null (none[0]);
}

/* Whatever the bytes, folding ends, gives a text, and is done once. */
static void
test_fold_anything (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *once = NULL, *twice = NULL;
      gboolean bytes = g_test_rand_bit ();

      for (int n = g_test_rand_int_range (0, 24); n > 0; n--)
        {
          gunichar letter = (gunichar) g_test_rand_int_range (1, i % 3 == 0 ? 0x20000 : 0x2500);

          if (bytes)
            g_string_append_c (text, (char) g_test_rand_int_range (1, 256));
          else if (g_unichar_validate (letter) && letter != 0)
            g_string_append_unichar (text, letter);
        }

      once = commons_fold (text->str);
      twice = commons_fold (once);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (once, ==, twice);
    }
}

static CommonsBoard *
make_board (void)
{
  static const char *const texts[] = {
    "{'id':'zone','type':'group','x':0,'y':0,'width':900,'height':900,'label':'À relire',"
    "'commons':{'kind':'zone'}}",
    "{'id':'title','type':'text','x':0,'y':0,'width':9,'height':9,'text':'Relevés du débit\\nChaque été.',"
    "'commons':{'kind':'contribution'}}",
    "{'id':'notes','type':'text','x':0,'y':0,'width':9,'height':9,'text':'Autre',"
    "'commons':{'kind':'rule','notes':'vu avec Zoë','tags':['eau vive',3],'author':'Renée'}}",
    "{'id':'field','type':'text','x':0,'y':0,'width':9,'height':9,'text':'Qui',"
    "'commons':{'kind':'action','fields':{'horizon':'6m','owner':'Chloé','dimension':'legal','odd':['Bœuf']}}}",
    "{'id':'file','type':'file','x':0,'y':0,'width':9,'height':9,'file':'docs/Été.pdf'}",
    "{'id':'strange','type':'text','x':0,'y':0,'width':9,'height':9,'text':'','commons':12}",
  };
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, "{'nodes':[],'edges':[]}");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (nodes, fixture_record (COMMONS_TABLE_NODES, texts[i]));
  g_ptr_array_add (edges, fixture_record (COMMONS_TABLE_EDGES,
                                          "{'id':'link','fromNode':'title','toNode':'notes','label':'Relève de'}"));

  return commons_board_new_from_records (head, nodes, edges);
}

static char *
find (CommonsSearch *search,
      const char    *query)
{
  g_autoptr (GPtrArray) ids = commons_search_find (search, query);

  g_ptr_array_add (ids, NULL);

  return g_strjoinv (" ", (char **) ids->pdata);
}

#define assert_finds(search, query, expected) fixture_assert_says (find (search, query), expected)

static void
test_find (void)
{
  g_autoptr (CommonsBoard) board = make_board ();
  g_autoptr (CommonsSearch) search = commons_search_new (board, commons_catalogue_get ("fr"));

  assert_finds (search, "", "");
  assert_finds (search, "   ", "");
  assert_finds (search, "releve", "title link");
  assert_finds (search, "RELEVÉ", "title link");
  assert_finds (search, "rele", "title link");
  assert_finds (search, "ete", "title file");
  assert_finds (search, "été relevés", "title");
  assert_finds (search, "été absent", "");
  assert_finds (search, "a relire", "zone");
  assert_finds (search, "zoe", "notes");
  assert_finds (search, "eau", "notes");
  assert_finds (search, "renee", "notes");
  assert_finds (search, "chloe", "field");
  assert_finds (search, "boeuf", "field");
}

/* Chosen values are found by the name people read, in their language. */
static void
test_find_names_of_values (void)
{
  g_autoptr (CommonsBoard) board = make_board ();
  g_autoptr (CommonsSearch) french = commons_search_new (board, commons_catalogue_get ("fr"));
  g_autoptr (CommonsSearch) english = commons_search_new (board, commons_catalogue_get ("en"));

  assert_finds (french, "6 mois", "field");
  assert_finds (french, "droit", "field");
  assert_finds (english, "droit", "");
  assert_finds (english, "6 months legal", "field");
}

/* The words of a hidden card do not give it away; that it is there, and whose
 * it is, is no secret. */
static void
test_find_hidden (void)
{
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, "{'nodes':[],'edges':[]}");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();
  g_autoptr (CommonsBoard) board = NULL;
  g_autoptr (CommonsEditor) editor = NULL;
  g_autoptr (CommonsSearch) search = NULL;
  g_autoptr (CommonsRecord) shown = NULL;

  g_ptr_array_add (nodes, fixture_record (COMMONS_TABLE_NODES,
    "{'id':'own','type':'text','x':0,'y':0,'width':9,'height':9,'text':'Secret\\nmore','commons':{'kind':'rule',"
    "'side':'i','author':'Inès','hidden':true,'notes':'aside','tags':['shade'],'fields':{'url':'https://a.org'}}}"));
  board = commons_board_new_from_records (head, nodes, edges);
  editor = commons_editor_new (board);
  search = commons_search_new (board, commons_catalogue_get ("en"));

  assert_finds (search, "secret", "");
  assert_finds (search, "more", "");
  assert_finds (search, "aside", "");
  assert_finds (search, "shade", "");
  assert_finds (search, "a.org", "");
  assert_finds (search, "ines", "own");
  assert_finds (search, "hidden", "own");
  g_assert_cmpstr (commons_record_get_shown_title (g_ptr_array_index (nodes, 0)), ==, "hidden card");
  g_assert_cmpstr (commons_record_get_shown_body (g_ptr_array_index (nodes, 0)), ==, "");

  shown = commons_record_with_flag (commons_board_lookup (board, "own"), "commons/hidden", FALSE);
  commons_editor_begin (editor, "Reveal", NULL);
  commons_editor_set (editor, shown);
  commons_editor_commit (editor);
  assert_finds (search, "secret more aside shade", "own");
  assert_finds (search, "hidden", "");
  g_assert_cmpstr (commons_record_get_shown_title (shown), ==, "Secret");
  g_assert_cmpstr (commons_record_get_shown_body (shown), ==, "more");
}

static void
test_find_follows_board (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsHistory) history = commons_history_new (board);
  g_autoptr (CommonsSearch) search = commons_search_new (board, commons_catalogue_get ("en"));
  g_autoptr (CommonsChangeSet) undone = NULL;

  assert_finds (search, "ring", "ring");
  fixture_write (editor, "a", "Été", NULL);
  assert_finds (search, "ete", "a");
  fixture_write (editor, "a", "Hiver", NULL);
  assert_finds (search, "ete", "");
  assert_finds (search, "hiver", "a");
  undone = commons_history_undo (history);
  assert_finds (search, "ete", "a");
  fixture_remove (editor, "a");
  assert_finds (search, "ete", "");

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = g_strdup_printf ("number%u", i);

      fixture_write (editor, "b", text, NULL);
      assert_finds (search, text, "b");
    }
}

static void
test_prepare (void)
{
  g_autoptr (CommonsBoard) board = make_board ();
  g_autoptr (CommonsSearch) search = commons_search_new (board, commons_catalogue_get ("fr"));
  guint turns = 0;

  g_assert_true (commons_search_prepare (search, 0));
  while (commons_search_prepare (search, 1))
    g_assert_cmpuint (++turns, <, 1000);
  assert_finds (search, "ete", "title file");
}

/* A key press on 10,000 cards takes about a millisecond once read; ten times
 * that is for slow machines and sanitizers. */
static void
test_find_in_many (void)
{
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, "{'nodes':[],'edges':[]}");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (CommonsBoard) board = NULL;
  g_autoptr (CommonsSearch) search = NULL;
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *text = g_strdup_printf ("Relevé numéro %u\nCe que l’équipe a noté ce jour-là, d’où cela "
                                               "vient et à qui le dire avant la fin de l’été.", i);

      g_ptr_array_add (nodes, commons_record_new_card ("rule", FALSE, &(CommonsRect) { 0, 0, 9, 9 }, text));
    }
  board = commons_board_new_from_records (head, nodes, edges);
  search = commons_search_new (board, commons_catalogue_get ("fr"));
  while (commons_search_prepare (search, 10000))
    continue;

  for (guint i = 0; i < 5; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) ids = commons_search_find (search, "numero 99 ete absent");
      g_autoptr (GPtrArray) some = commons_search_find (search, "numero 9999 releve");

      best = MIN (best, (g_get_monotonic_time () - start) / 2);
      g_assert_cmpuint (ids->len, ==, 0);
      g_assert_cmpuint (some->len, ==, 1);
    }
  g_test_message ("one search in 10,000 cards: %" G_GINT64_FORMAT " µs", best);
  g_assert_cmpint (best, <, 50000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/text", test_fold);
  g_test_add_func ("/fold/words", test_fold_words);
  g_test_add_func ("/fold/plain", test_fold_plain);
  g_test_add_func ("/fold/anything", test_fold_anything);
  g_test_add_func ("/search/find", test_find);
  g_test_add_func ("/search/find-names-of-values", test_find_names_of_values);
  g_test_add_func ("/search/hidden", test_find_hidden);
  g_test_add_func ("/search/find-follows-board", test_find_follows_board);
  g_test_add_func ("/search/prepare", test_prepare);
  g_test_add_func ("/search/find-in-many", test_find_in_many);

  return g_test_run ();
}

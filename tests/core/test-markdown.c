/* test-markdown.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "commons-markdown.h"

/* The text with its spans told apart: b, i, l (and where it leads), c or x. */
static char *
show (const char           *source,
      CommonsMarkdownReach  reach)
{
  g_autoptr (CommonsMarkdown) read = commons_markdown_parse (source, reach);
  GString *shown = g_string_new (read->text);

  g_assert_true (g_utf8_validate (read->text, -1, NULL));

  for (guint i = 0; i < read->spans->len; i++)
    {
      const CommonsMarkdownSpan *span = &g_array_index (read->spans, CommonsMarkdownSpan, i);

      g_assert_cmpuint (span->start, <=, span->end);
      g_assert_cmpuint (span->end, <=, strlen (read->text));
      g_string_append_printf (shown, "|%c:%.*s", span->ticked ? 'x' : "bilc"[span->look],
                              (int) (span->end - span->start), read->text + span->start);

      if (span->address != NULL)
        g_string_append_printf (shown, ">%s", span->address);
    }

  return g_string_free (shown, FALSE);
}

static void
assert_line (const char *source,
             const char *expected)
{
  g_autofree char *shown = show (source, COMMONS_MARKDOWN_LINE);

  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_text (const char *source,
             const char *expected)
{
  g_autofree char *shown = show (source, COMMONS_MARKDOWN_TEXT);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_emphasis (void)
{
  assert_line ("un **mot** et *un autre*", "un mot et un autre|b:mot|i:un autre");
  assert_line ("__fort__ et _doux_", "fort et doux|b:fort|i:doux");
  assert_line ("***les deux***", "les deux|i:les deux|b:les deux");
  assert_line ("*a **b***", "a b|b:b|i:a b");
  assert_line ("**a *b***", "a b|i:b|b:a b");
  assert_line ("**a *b**", "a *b|b:a *b");
  assert_line ("*a **b*", "a **b|i:a **b");
  assert_line ("*a _b* c_", "a _b c_|i:a _b");
  assert_line ("l’*été*, **déjà**", "l’été, déjà|i:été|b:déjà");
  assert_line ("contribu*teur·rices*", "contributeur·rices|i:teur·rices");
}

/* What does not close, or stands alone, is text. */
static void
test_plain (void)
{
  assert_line ("2 * 3 * 4", "2 * 3 * 4");
  assert_line ("**pas fermé", "**pas fermé");
  assert_line ("pas ouvert*", "pas ouvert*");
  assert_line ("****", "****");
  assert_line ("*****a*****", "*****a*****");
  assert_line ("* a*", "* a*");
  assert_line ("mon_fichier_ici et __init", "mon_fichier_ici et __init");
  assert_line ("a*\nb*", "a*\nb*");
  assert_line ("\\*pas\\* \\[x\\] C:\\dossier", "*pas* [x] C:\\dossier");
  assert_line ("", "");
  assert_line ("- un", "- un");
  assert_line ("[crochets] et (parenthèses)", "[crochets] et (parenthèses)");
}

static void
test_links (void)
{
  assert_line ("voir [la *charte*](https://a.org/x_y_z)", "voir la charte|i:charte|l:la charte>https://a.org/x_y_z");
  assert_line ("[w](https://fr.org/A_(b))", "w|l:w>https://fr.org/A_(b)");
  assert_line ("[](https://a.org)", "https://a.org|l:https://a.org>https://a.org");
  assert_line ("[m](mailto:a@b.org)", "m|l:m>mailto:a@b.org");
  assert_line ("[a](javascript:alert)", "[a](javascript:alert)");
  assert_line ("[a](note.md) [b](file:///etc)", "[a](note.md) [b](file:///etc)");
  assert_line ("[a](https://a b)", "[a](https://a b)|l:https://a>https://a");
  assert_line ("[a](https://a", "[a](https://a|l:https://a>https://a");
  assert_line ("**[a](http://b.c)**", "a|l:a>http://b.c|b:a");
}

static void
test_bare_links (void)
{
  assert_line ("https://a.org/b_c_d.", "https://a.org/b_c_d.|l:https://a.org/b_c_d>https://a.org/b_c_d");
  assert_line ("(https://a.org/(x))", "(https://a.org/(x))|l:https://a.org/(x)>https://a.org/(x)");
  assert_line ("« https://a.org » ?", "« https://a.org » ?|l:https://a.org>https://a.org");
  assert_line ("«\302\240https://a.org\302\240»", "«\302\240https://a.org\302\240»|l:https://a.org>https://a.org");
  assert_line ("*https://a.org*", "https://a.org|l:https://a.org>https://a.org|i:https://a.org");
  assert_line ("[https://a.org](https://b.org)", "https://a.org|l:https://a.org>https://b.org");
  assert_line ("[https://a.org]", "[https://a.org]|l:https://a.org>https://a.org");
  assert_line ("HTTP://A.org", "HTTP://A.org|l:HTTP://A.org>HTTP://A.org");
  assert_line ("xhttps://a.org http:// https:", "xhttps://a.org http:// https:");
}

static void
test_lists (void)
{
  assert_text ("- un\n* deux\n+ trois\n  - quatre", "• un\n• deux\n• trois\n  • quatre");
  assert_text ("- [ ] à faire\n- [x] **fait**\n* [X] aussi",
               "☐ à faire\n☑ fait\n☑ aussi|c:☐|x:☑|b:fait|x:☑");
  assert_text ("- [ ]", "☐|c:☐");
  assert_text ("- [y] non\n- [x](https://a.org)", "• [y] non\n• x|l:x>https://a.org");
  assert_text ("-un\n-- deux\na - b", "-un\n-- deux\na - b");
  assert_text ("- \n- ", "• \n• ");
  assert_text ("- *un\n- deux*", "• *un\n• deux*");
}

static void
test_to_plain (void)
{
  g_autofree char *title = commons_markdown_to_plain ("La **charte** de [tous](https://a.org)", COMMONS_MARKDOWN_LINE);
  g_autofree char *body = commons_markdown_to_plain ("- [x] *fait*", COMMONS_MARKDOWN_TEXT);
  g_autofree char *same = commons_markdown_to_plain ("Rien de tout cela : https://a.org", COMMONS_MARKDOWN_TEXT);

  g_assert_cmpstr (title, ==, "La charte de tous");
  g_assert_cmpstr (body, ==, "☑ fait");
  g_assert_cmpstr (same, ==, "Rien de tout cela : https://a.org");
}

/* The box that is counted is the one that is drawn. */
static void
test_toggle (void)
{
  const char *source = "Liste\n- [ ] un\n- deux\n  * [x] trois\n- [x](https://a.org)\n- [X] quatre";
  g_autofree char *first = commons_markdown_toggle (source, 0);
  g_autofree char *second = commons_markdown_toggle (source, 1);
  g_autofree char *third = commons_markdown_toggle (source, 2);
  g_autofree char *again = commons_markdown_toggle (first, 0);

  g_assert_cmpstr (first, ==, "Liste\n- [x] un\n- deux\n  * [x] trois\n- [x](https://a.org)\n- [X] quatre");
  g_assert_cmpstr (second, ==, "Liste\n- [ ] un\n- deux\n  * [ ] trois\n- [x](https://a.org)\n- [X] quatre");
  g_assert_cmpstr (third, ==, "Liste\n- [ ] un\n- deux\n  * [x] trois\n- [x](https://a.org)\n- [ ] quatre");
  g_assert_cmpstr (again, ==, source);
  g_assert_null (commons_markdown_toggle (source, 3));
  g_assert_null (commons_markdown_toggle ("", 0));
}

static void
test_addresses (void)
{
  g_autofree char *long_address = g_strdup_printf ("https://%*d", 3000, 1);

  g_assert_true (commons_markdown_is_address ("https://a.org/é?q=1#b"));
  g_assert_true (commons_markdown_is_address ("mailto:a@b.org"));
  g_assert_false (commons_markdown_is_address ("mailto:"));
  g_assert_false (commons_markdown_is_address ("https://"));
  g_assert_false (commons_markdown_is_address ("file:///etc/passwd"));
  g_assert_false (commons_markdown_is_address ("smb://a/b"));
  g_assert_false (commons_markdown_is_address ("https://a.org/\nb"));
  g_assert_false (commons_markdown_is_address ("https://a.org/ b"));
  g_assert_false (commons_markdown_is_address (long_address));
}

/* Marks without end cost no more than as many letters: what would be a
 * thousand times a thousand steps would last for minutes. */
static void
test_length (void)
{
  static const char *const parts[] = { "*a ", "_a ", "[", "](", "[a](https://b", "**a_", "- [ ] ", "*a **b ", "](http://(" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GString *source = g_string_new (NULL);
      g_autofree char *shown = NULL;

      while (source->len < 1000000)
        g_string_append (source, parts[i]);

      shown = commons_markdown_to_plain (source->str, COMMONS_MARKDOWN_TEXT);
      g_assert_cmpuint (strlen (shown), <=, source->len);
      g_string_free (source, TRUE);
    }
}

/* Whatever the letters, spans lie within the text, and reading is what
 * toggling reads. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "*", "**", "_", "__", "***", "[", "](", ")", "]", " ", "\n", "- ", "- [ ] ", "- [x] ", "é", "a", "\\",
    "https://a.b", "(", "\302\240", "»", "mailto:a@b", "\342\200\242",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);

  for (guint run = 0; run < 20000; run++)
    {
      GString *source = g_string_new (NULL);
      g_autofree char *shown = NULL, *plain = NULL;
      int n_pieces = g_rand_int_range (rand, 0, 24);

      for (int i = 0; i < n_pieces; i++)
        g_string_append (source, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      shown = show (source->str, COMMONS_MARKDOWN_TEXT);
      plain = commons_markdown_to_plain (source->str, COMMONS_MARKDOWN_TEXT);
      g_assert_true (g_str_has_prefix (shown, plain));

      for (guint i = 0;; i++)
        {
          g_autofree char *toggled = commons_markdown_toggle (source->str, i);

          if (toggled == NULL)
            break;

          g_assert_cmpuint (strlen (toggled), ==, source->len);
        }

      g_string_free (source, TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/emphasis", test_emphasis);
  g_test_add_func ("/markdown/plain", test_plain);
  g_test_add_func ("/markdown/links", test_links);
  g_test_add_func ("/markdown/bare-links", test_bare_links);
  g_test_add_func ("/markdown/lists", test_lists);
  g_test_add_func ("/markdown/to-plain", test_to_plain);
  g_test_add_func ("/markdown/toggle", test_toggle);
  g_test_add_func ("/markdown/addresses", test_addresses);
  g_test_add_func ("/markdown/length", test_length);
  g_test_add_func ("/markdown/random", test_random);

  return g_test_run ();
}

/* test-sheets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "commons-sheets.h"
#include "core-fixture.h"

#define N_QUESTIONS 14

/* As wide as the list of questions can show in one line. */
#define TITLE_LENGTH 33

static const struct
{
  const char *id;
  const char *questions;
} sheets[] = {
  { "definition", "def" },
  { "operation", "fon" },
  { "projection", "pro" },
};

static const char *const languages[] = { "en", "fr" };

static void
assert_words (const char *words)
{
  g_assert_nonnull (words);
  g_assert_cmpuint (strlen (words), >, 0);
  g_assert_null (strchr (words, '\''));
}

static void
check_question (CommonsCatalogue      *catalogue,
                const CommonsSheet    *sheet,
                const CommonsQuestion *question)
{
  g_test_message ("%s", question->id);
  assert_words (question->title);
  assert_words (question->question);
  assert_words (question->example);
  g_assert_cmpint (g_utf8_strlen (question->title, -1), <=, TITLE_LENGTH);
  g_assert_true (strchr (question->question, '?') != NULL);
  g_assert_cmpuint (question->n_captures, >=, 1);
  for (guint i = 0; i < question->n_captures; i++)
    assert_words (question->captures[i].label);

  g_assert_true (commons_catalogue_get_question (catalogue, question->id) == question);
  g_assert_true (commons_catalogue_get_question_sheet (catalogue, question->id) == sheet);
}

/* Three sheets of fourteen questions, in both languages. */
static void
test_questions (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      CommonsCatalogue *catalogue = commons_catalogue_get (languages[l]);

      g_assert_cmpuint (commons_catalogue_get_n_sheets (catalogue), ==, G_N_ELEMENTS (sheets));
      for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
        {
          const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (catalogue, i);

          g_assert_cmpstr (sheet->id, ==, sheets[i].id);
          assert_words (sheet->title);
          assert_words (sheet->thread);
          g_assert_cmpuint (sheet->n_questions, ==, N_QUESTIONS);
          for (guint j = 0; j < sheet->n_questions; j++)
            {
              g_autofree char *id = g_strdup_printf ("%s%u", sheets[i].questions, j + 1);

              g_assert_cmpstr (sheet->questions[j].id, ==, id);
              g_assert_cmpuint (sheet->questions[j].number, ==, j + 1);
              check_question (catalogue, sheet, &sheet->questions[j]);
            }
        }
    }
}

/* Both languages ask the same for the same cards. */
static void
test_languages (void)
{
  CommonsCatalogue *english = commons_catalogue_get ("en");
  CommonsCatalogue *french = commons_catalogue_get ("fr");

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      const CommonsSheet *first = commons_catalogue_get_nth_sheet (english, i);
      const CommonsSheet *second = commons_catalogue_get_nth_sheet (french, i);

      g_assert_cmpstr (first->thread, !=, second->thread);
      for (guint j = 0; j < N_QUESTIONS; j++)
        {
          const CommonsQuestion *a = &first->questions[j], *b = &second->questions[j];

          g_assert_cmpstr (a->question, !=, b->question);
          g_assert_cmpstr (a->title, !=, b->title);
          g_assert_cmpstr (a->example, !=, b->example);
          g_assert_cmpuint (a->n_captures, ==, b->n_captures);
          for (guint c = 0; c < a->n_captures; c++)
            g_assert_cmpstr (a->captures[c].kind, ==, b->captures[c].kind);
        }
    }
}

/* What tells one answer from another of the same kind has a name. */
static void
test_labels (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      for (guint j = 0; j < N_QUESTIONS; j++)
        {
          const CommonsQuestion *question = &commons_catalogue_get_nth_sheet (catalogue, i)->questions[j];

          for (guint a = 0; a < question->n_captures; a++)
            {
              for (guint b = 0; b < a; b++)
                g_assert_cmpstr (question->captures[a].label, !=, question->captures[b].label);
            }
        }
    }
}

static void
test_captures (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const CommonsQuestion *question = commons_catalogue_get_question (catalogue, "def1");

  g_assert_cmpstr (question->captures[0].kind, ==, "project");
  g_assert_cmpstr (question->captures[0].into, ==, "purpose");

  question = commons_catalogue_get_question (catalogue, "fon3");
  g_assert_cmpstr (question->captures[0].kind, ==, "rule");
  g_assert_cmpstr (question->captures[0].about, ==, "circle");
  g_assert_cmpstr (question->captures[0].link, ==, "applies_to");
  g_assert_cmpstr (json_object_get_string_member (question->captures[0].fields, "rule_type"), ==, "boundary");
  g_assert_cmpstr (question->fills[0].kind, ==, "circle");
  g_assert_cmpstr (question->fills[0].field, ==, "entry_mode");

  question = commons_catalogue_get_question (catalogue, "fon1");
  g_assert_cmpstr (question->helper, ==, "circle-patterns");
  g_assert_cmpstr (question->captures[0].label, ==, "Circle");

  g_assert_null (commons_catalogue_get_question (catalogue, "def15"));
  g_assert_null (commons_catalogue_get_question (catalogue, NULL));
  g_assert_null (commons_catalogue_get_question_sheet (catalogue, "none"));
}

static void
test_rings (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");

  g_assert_cmpint (commons_catalogue_get_ring (catalogue, "role"), ==, COMMONS_RING_INNER);
  g_assert_cmpint (commons_catalogue_get_ring (catalogue, "contribution"), ==, COMMONS_RING_MIDDLE);
  g_assert_cmpint (commons_catalogue_get_ring (catalogue, "community"), ==, COMMONS_RING_OUTER);
  g_assert_cmpint (commons_catalogue_get_ring (catalogue, "value"), ==, COMMONS_RING_NONE);
  g_assert_cmpint (commons_catalogue_get_ring (catalogue, NULL), ==, COMMONS_RING_NONE);
}

/* The steps of a sanction are asked of rules on sanctions alone. */
static void
test_fills (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const CommonsFillSpec *steps = &commons_catalogue_get_question (catalogue, "fon9")->fills[0];
  const CommonsFillSpec *written = &commons_catalogue_get_question (catalogue, "fon14")->fills[0];
  g_autoptr (CommonsRecord) rule = fixture_node ("r", "rule", 0, 0, 204, 62);
  g_autoptr (CommonsRecord) sanction = commons_record_with_string (rule, "commons/fields/rule_type", "sanction");
  g_autoptr (CommonsRecord) odd = commons_record_with_int (rule, "commons/fields/rule_type", 3);
  g_autoptr (CommonsRecord) role = fixture_node ("o", "role", 0, 0, 204, 62);

  g_assert_true (commons_fill_spec_accepts (steps, sanction));
  g_assert_false (commons_fill_spec_accepts (steps, rule));
  g_assert_false (commons_fill_spec_accepts (steps, odd));
  g_assert_true (commons_fill_spec_accepts (written, rule));
  g_assert_false (commons_fill_spec_accepts (written, role));
}

static void
test_prompts (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      CommonsCatalogue *catalogue = commons_catalogue_get (languages[l]);

      g_assert_cmpuint (commons_catalogue_get_n_prompts (catalogue), ==, 8);
      for (guint i = 0; i < commons_catalogue_get_n_prompts (catalogue); i++)
        {
          assert_words (commons_catalogue_get_nth_prompt (catalogue, i)->situation);
          assert_words (commons_catalogue_get_nth_prompt (catalogue, i)->words);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheets/questions", test_questions);
  g_test_add_func ("/sheets/languages", test_languages);
  g_test_add_func ("/sheets/labels", test_labels);
  g_test_add_func ("/sheets/captures", test_captures);
  g_test_add_func ("/sheets/rings", test_rings);
  g_test_add_func ("/sheets/fills", test_fills);
  g_test_add_func ("/sheets/prompts", test_prompts);

  return g_test_run ();
}

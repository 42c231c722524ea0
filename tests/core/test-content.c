/* test-content.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the catalogue advises: licences, risks, patterns, structures, stages.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-legal-forms.h"
#include "commons-licences.h"
#include "commons-patterns.h"
#include "commons-risks.h"
#include "commons-stages.h"

static const char *const languages[] = { "en", "fr" };

/* Every licence of the enumeration is there, and says what cards need. */
static void
test_licences (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const char *const *values = commons_catalogue_get_enum (catalogue, "licence");
  const CommonsLicence *licence;
  g_autoptr (JsonObject) terms = NULL;

  g_assert_cmpuint (commons_catalogue_get_n_licences (catalogue), ==, g_strv_length ((char **) values));
  for (guint i = 0; values[i] != NULL; i++)
    {
      licence = commons_catalogue_get_licence (catalogue, values[i]);
      g_assert_nonnull (licence);
      g_assert_cmpstr (licence->id, ==, values[i]);
      g_assert_cmpstr (licence->about, !=, "");
      g_assert_true (!licence->free || licence->commercial);
    }

  terms = commons_licence_get_terms (commons_catalogue_get_licence (catalogue, "AGPL-3.0-or-later"));
  g_assert_true (json_object_get_boolean_member (terms, "share_alike"));
  g_assert_true (json_object_get_boolean_member (terms, "attribution"));
  g_assert_true (json_object_get_boolean_member (terms, "commercial"));

  g_assert_null (commons_licence_get_terms (commons_catalogue_get_licence (catalogue, "other")));
  g_assert_null (commons_catalogue_get_licence (catalogue, "other")->spdx);
  g_assert_cmpstr (commons_catalogue_get_licence (catalogue, "MIT")->spdx, ==, "MIT");
  g_assert_false (commons_catalogue_get_licence (catalogue, "CC-BY-NC-4.0")->free);
  g_assert_null (commons_catalogue_get_licence (catalogue, "none")->spdx);
  g_assert_null (commons_catalogue_get_licence (catalogue, NULL));
}

static void
test_risks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      CommonsCatalogue *catalogue = commons_catalogue_get (languages[i]);

      g_assert_cmpuint (commons_catalogue_get_n_risks (catalogue), ==, 13);
      for (guint j = 0; j < 13; j++)
        {
          const CommonsReadyRisk *risk = commons_catalogue_get_nth_risk (catalogue, j);

          g_assert_true (commons_catalogue_get_risk (catalogue, risk->id) == risk);
          g_assert_cmpstr (risk->title, !=, "");
          g_assert_cmpstr (risk->text, !=, "");
          g_assert_cmpstr (risk->early_sign, !=, "");
          g_assert_cmpint (risk->severity, >=, 1);
          g_assert_cmpint (risk->severity, <=, 5);
        }
    }

  g_assert_null (commons_catalogue_get_risk (commons_catalogue_get ("en"), "none"));
}

/* Circles lie whole in those they are nested in, and come after them. */
static void
test_patterns (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");

  g_assert_cmpuint (commons_catalogue_get_n_patterns (catalogue), ==, 10);
  for (guint i = 0; i < commons_catalogue_get_n_patterns (catalogue); i++)
    {
      const CommonsPattern *pattern = commons_catalogue_get_nth_pattern (catalogue, i);

      g_test_message ("%s", pattern->id);
      g_assert_true (commons_catalogue_get_pattern (catalogue, pattern->id) == pattern);
      g_assert_cmpuint (pattern->n_circles, >=, 2);
      for (guint j = 0; j < pattern->n_circles; j++)
        {
          const CommonsPatternCircle *circle = &pattern->circles[j];
          const CommonsRect *inner = &circle->bounds;

          g_assert_cmpstr (circle->title, !=, "");
          g_assert_cmpstr (circle->purpose, !=, "");
          g_assert_cmpint (circle->parent, <, (int) j);
          g_assert_cmpint (inner->x + inner->width, <=, pattern->width);
          g_assert_cmpint (inner->y + inner->height, <=, pattern->height);
        }
    }

  g_assert_null (commons_catalogue_get_pattern (catalogue, NULL));
}

static void
test_legal_forms (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const CommonsLegalForm *none = commons_catalogue_get_legal_form (catalogue, "none");
  CommonsLegalAnswer answers[COMMONS_LEGAL_N_QUESTIONS] = { COMMONS_LEGAL_UNKNOWN };
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  const CommonsLegalCondition *first;

  g_assert_cmpint (commons_legal_form_judge (none, answers, reasons), ==, COMMONS_LEGAL_NEUTRAL);
  g_assert_cmpuint (reasons->len, ==, 0);

  answers[COMMONS_LEGAL_MONEY] = COMMONS_LEGAL_NO;
  g_assert_cmpint (commons_legal_form_judge (none, answers, NULL), ==, COMMONS_LEGAL_GOOD);

  /* What excludes weighs more than what speaks for it. */
  answers[COMMONS_LEGAL_EMPLOYEES] = COMMONS_LEGAL_YES;
  g_assert_cmpint (commons_legal_form_judge (none, answers, reasons), ==, COMMONS_LEGAL_EXCLUDED);
  g_assert_cmpuint (reasons->len, ==, 2);
  first = g_ptr_array_index (reasons, 0);
  g_assert_cmpint (first->question, ==, COMMONS_LEGAL_EMPLOYEES);
  g_assert_cmpstr (first->reason, !=, "");
}

/* Every structure of the enumeration is there, and fits some answers. */
static void
test_all_legal_forms (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");
  const char *const *values = commons_catalogue_get_enum (catalogue, "legal_form");

  g_assert_cmpuint (commons_catalogue_get_n_legal_forms (catalogue), ==, g_strv_length ((char **) values));
  for (guint i = 0; values[i] != NULL; i++)
    {
      const CommonsLegalForm *form = commons_catalogue_get_legal_form (catalogue, values[i]);

      g_assert_nonnull (form);
      g_assert_cmpstr (form->governs, !=, "");
      g_assert_cmpstr (form->funds, !=, "");
      g_assert_cmpstr (form->suits, !=, "");
      g_assert_cmpstr (form->limits, !=, "");
      g_assert_cmpuint (form->n_conditions, >, 0);
    }

  for (guint i = 0; i < COMMONS_LEGAL_N_QUESTIONS; i++)
    g_assert_cmpstr (commons_catalogue_get_legal_question (catalogue, i), !=, "");
}

/* Whatever is answered, there is a structure that is not excluded. */
static void
test_always_one_form (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");

  for (guint n = 0; n < 243; n++)
    {
      CommonsLegalAnswer answers[COMMONS_LEGAL_N_QUESTIONS];
      guint rest = n, n_left = 0;

      for (guint i = 0; i < COMMONS_LEGAL_N_QUESTIONS; i++, rest /= 3)
        answers[i] = (CommonsLegalAnswer) (rest % 3);

      for (guint i = 0; i < commons_catalogue_get_n_legal_forms (catalogue); i++)
        n_left += commons_legal_form_judge (commons_catalogue_get_nth_legal_form (catalogue, i), answers, NULL) !=
                  COMMONS_LEGAL_EXCLUDED;

      g_assert_cmpuint (n_left, >, 0);
      g_assert_cmpuint (n_left, <=, commons_catalogue_get_n_legal_forms (catalogue));
    }
}

static void
test_stages (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");

  g_assert_cmpuint (commons_catalogue_get_n_stages (catalogue), ==, 6);
  for (guint i = 0; i < commons_catalogue_get_n_stages (catalogue); i++)
    {
      const CommonsStage *stage = commons_catalogue_get_nth_stage (catalogue, i);

      g_assert_true (commons_catalogue_get_stage (catalogue, stage->id) == stage);
      g_assert_cmpstr (stage->about, !=, "");
      g_assert_nonnull (stage->signs[0]);
      g_assert_nonnull (stage->advice[0]);
      for (guint j = 0; j < stage->n_actions; j++)
        {
          g_assert_cmpstr (stage->actions[j].title, !=, "");
          g_assert_cmpstr (stage->actions[j].answers, !=, "");
        }
    }

  g_assert_null (commons_catalogue_get_stage (catalogue, ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/content/licences", test_licences);
  g_test_add_func ("/content/risks", test_risks);
  g_test_add_func ("/content/patterns", test_patterns);
  g_test_add_func ("/content/legal-forms", test_legal_forms);
  g_test_add_func ("/content/legal-forms/all", test_all_legal_forms);
  g_test_add_func ("/content/legal-forms/always-one", test_always_one_form);
  g_test_add_func ("/content/stages", test_stages);

  return g_test_run ();
}

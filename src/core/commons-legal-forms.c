/* commons-legal-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-legal-forms"

#include "config.h"

#include "commons-catalogue-private.h"
#include "commons-legal-forms.h"

static const char *const questions[] = {
  "money", "employees", "individuals", "public_majority", "services", NULL,
};
static const char *const answer_names[] = { "unknown", "yes", "no", NULL };
static const char *const fits[] = { "excluded", "careful", "neutral", "good", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (questions) == COMMONS_LEGAL_N_QUESTIONS + 1);

static void
clear_form (gpointer data)
{
  g_free ((gpointer) ((CommonsLegalForm *) data)->conditions);
}

/* Each is [question, answer, fit]. */
static void
read_conditions (CommonsCatalogue *self,
                 JsonArray        *list,
                 CommonsLegalForm *form)
{
  CommonsLegalCondition *conditions = g_new0 (CommonsLegalCondition, json_array_get_length (list));

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonArray *condition = json_array_get_array_element (list, i);
      const char *question = json_array_get_string_element (condition, 0);
      const char *answer = json_array_get_string_element (condition, 1);

      conditions[i].question = _commons_catalogue_find_name (questions, question);
      conditions[i].answer = _commons_catalogue_find_name (answer_names, answer);
      conditions[i].fit = _commons_catalogue_find_name (fits, json_array_get_string_element (condition, 2));
      conditions[i].reason = _commons_catalogue_get_text (self, "legal.%s.%s.%s", form->id, question, answer);
    }

  form->n_conditions = json_array_get_length (list);
  form->conditions = conditions;
}

static void
read_form (CommonsCatalogue *self,
           JsonObject       *object,
           GArray           *forms)
{
  CommonsLegalForm form = { 0 };

  form.id = json_object_get_string_member (object, "id");
  form.name = commons_catalogue_get_enum_label (self, "legal_form", form.id);
  form.governs = _commons_catalogue_get_text (self, "legal.%s.governs", form.id);
  form.funds = _commons_catalogue_get_text (self, "legal.%s.funds", form.id);
  form.suits = _commons_catalogue_get_text (self, "legal.%s.suits", form.id);
  form.limits = _commons_catalogue_get_text (self, "legal.%s.limits", form.id);
  form.country = _commons_catalogue_find_text (self, "legal.%s.country", form.id);
  read_conditions (self, json_object_get_array_member (object, "conditions"), &form);

  g_array_append_val (forms, form);
}

static GArray *
get_forms (CommonsCatalogue *self)
{
  GArray *forms = _commons_catalogue_get_kept (self, "legal-forms");

  if (forms == NULL)
    {
      JsonArray *list = json_object_get_array_member (_commons_catalogue_load (self, "legal.json"), "forms");

      forms = g_array_new (FALSE, FALSE, sizeof (CommonsLegalForm));
      g_array_set_clear_func (forms, clear_form);
      for (guint i = 0; i < json_array_get_length (list); i++)
        read_form (self, json_array_get_object_element (list, i), forms);
      _commons_catalogue_keep (self, "legal-forms", forms, (GDestroyNotify) g_array_unref);
    }

  return forms;
}

guint
commons_catalogue_get_n_legal_forms (CommonsCatalogue *self)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), 0);

  return get_forms (self)->len;
}

const CommonsLegalForm *
commons_catalogue_get_nth_legal_form (CommonsCatalogue *self,
                                      guint             index)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (index < get_forms (self)->len, NULL);

  return &g_array_index (get_forms (self), CommonsLegalForm, index);
}

const CommonsLegalForm *
commons_catalogue_get_legal_form (CommonsCatalogue *self,
                                  const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  for (guint i = 0; i < get_forms (self)->len; i++)
    {
      const CommonsLegalForm *form = &g_array_index (get_forms (self), CommonsLegalForm, i);

      if (g_strcmp0 (form->id, id) == 0)
        return form;
    }

  return NULL;
}

const char *
commons_catalogue_get_legal_question (CommonsCatalogue     *self,
                                      CommonsLegalQuestion  question)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (question < COMMONS_LEGAL_N_QUESTIONS, NULL);

  return _commons_catalogue_get_text (self, "legal.question.%s", questions[question]);
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const CommonsLegalCondition *first = *(const CommonsLegalCondition *const *) a;
  const CommonsLegalCondition *second = *(const CommonsLegalCondition *const *) b;

  if (first->fit != second->fit)
    return first->fit > second->fit ? 1 : -1;

  return (int) first->question - (int) second->question;
}

CommonsLegalFit
commons_legal_form_judge (const CommonsLegalForm   *form,
                          const CommonsLegalAnswer *answers,
                          GPtrArray                *reasons)
{
  CommonsLegalFit fit = COMMONS_LEGAL_NEUTRAL;
  gboolean good = FALSE;

  g_return_val_if_fail (form != NULL, COMMONS_LEGAL_NEUTRAL);
  g_return_val_if_fail (answers != NULL, COMMONS_LEGAL_NEUTRAL);

  for (guint i = 0; i < form->n_conditions; i++)
    {
      const CommonsLegalCondition *condition = &form->conditions[i];

      if (answers[condition->question] != condition->answer)
        continue;

      good = good || condition->fit == COMMONS_LEGAL_GOOD;
      fit = MIN (fit, condition->fit);
      if (reasons != NULL)
        g_ptr_array_add (reasons, (gpointer) condition);
    }

  if (reasons != NULL)
    g_ptr_array_sort (reasons, compare_weights);

  return good && fit == COMMONS_LEGAL_NEUTRAL ? COMMONS_LEGAL_GOOD : fit;
}

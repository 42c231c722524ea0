/* commons-legal-forms.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"

G_BEGIN_DECLS

/*
 * Legal structures that can carry a commons, compared. Nothing of this is
 * legal advice: commons_catalogue_get_text (self, "legal.notice") says so and
 * has to be shown wherever these are.
 */

/**
 * CommonsLegalQuestion:
 * @COMMONS_LEGAL_MONEY: does the commons handle money?
 * @COMMONS_LEGAL_EMPLOYEES: does it employ people?
 * @COMMONS_LEGAL_INDIVIDUALS: do individuals vote?
 * @COMMONS_LEGAL_PUBLIC_MAJORITY: shall public bodies have the majority?
 * @COMMONS_LEGAL_SERVICES: does it sell services?
 * @COMMONS_LEGAL_N_QUESTIONS: how many there are
 *
 * What is asked to tell which structures fit.
 */
typedef enum
{
  COMMONS_LEGAL_MONEY,
  COMMONS_LEGAL_EMPLOYEES,
  COMMONS_LEGAL_INDIVIDUALS,
  COMMONS_LEGAL_PUBLIC_MAJORITY,
  COMMONS_LEGAL_SERVICES,
  COMMONS_LEGAL_N_QUESTIONS,
} CommonsLegalQuestion;

/**
 * CommonsLegalAnswer:
 * @COMMONS_LEGAL_UNKNOWN: not answered, or it does not matter
 * @COMMONS_LEGAL_YES: yes
 * @COMMONS_LEGAL_NO: no
 *
 * An answer to such a question.
 */
typedef enum
{
  COMMONS_LEGAL_UNKNOWN,
  COMMONS_LEGAL_YES,
  COMMONS_LEGAL_NO,
} CommonsLegalAnswer;

/**
 * CommonsLegalFit:
 * @COMMONS_LEGAL_EXCLUDED: cannot be
 * @COMMONS_LEGAL_CAREFUL: can be, with a difficulty to settle first
 * @COMMONS_LEGAL_NEUTRAL: nothing speaks for or against it
 * @COMMONS_LEGAL_GOOD: is made for it
 *
 * How a structure fits an answer; a lower value weighs more.
 */
typedef enum
{
  COMMONS_LEGAL_EXCLUDED,
  COMMONS_LEGAL_CAREFUL,
  COMMONS_LEGAL_NEUTRAL,
  COMMONS_LEGAL_GOOD,
} CommonsLegalFit;

/**
 * CommonsLegalCondition:
 * @question: a question
 * @answer: an answer to it, never %COMMONS_LEGAL_UNKNOWN
 * @fit: how a structure fits that answer, never %COMMONS_LEGAL_NEUTRAL
 * @reason: why, one sentence
 *
 * What an answer says of a structure.
 */
typedef struct
{
  CommonsLegalQuestion  question;
  CommonsLegalAnswer    answer;
  CommonsLegalFit       fit;
  const char           *reason;
} CommonsLegalCondition;

/**
 * CommonsLegalForm:
 * @id: value of the enumeration `legal_form`
 * @name: its name
 * @governs: who governs
 * @funds: who funds
 * @suits: when it suits
 * @limits: what it does not do
 * @country: (nullable): whose law it depends on
 * @n_conditions: number of @conditions
 * @conditions: (array length=n_conditions): what answers say of it
 *
 * A legal structure.
 */
typedef struct
{
  const char                  *id;
  const char                  *name;
  const char                  *governs;
  const char                  *funds;
  const char                  *suits;
  const char                  *limits;
  const char                  *country;
  guint                        n_conditions;
  const CommonsLegalCondition *conditions;
} CommonsLegalForm;

/**
 * commons_catalogue_get_n_legal_forms:
 *
 * Returns: how many structures there are
 */
guint                   commons_catalogue_get_n_legal_forms   (CommonsCatalogue     *self);

/**
 * commons_catalogue_get_nth_legal_form:
 * @index: less than commons_catalogue_get_n_legal_forms()
 *
 * Returns: (transfer none): a structure, owned by the catalogue, the lightest
 *   first
 */
const CommonsLegalForm *commons_catalogue_get_nth_legal_form  (CommonsCatalogue     *self,
                                                               guint                 index);

/**
 * commons_catalogue_get_legal_form:
 * @id: (nullable): value of the enumeration `legal_form`
 *
 * Returns: (transfer none) (nullable): the structure
 */
const CommonsLegalForm *commons_catalogue_get_legal_form      (CommonsCatalogue     *self,
                                                               const char           *id);

/**
 * commons_catalogue_get_legal_question:
 * @question: a question
 *
 * Returns: (transfer none): its words
 */
const char             *commons_catalogue_get_legal_question  (CommonsCatalogue     *self,
                                                               CommonsLegalQuestion  question);

/**
 * commons_legal_form_judge:
 * @form: a structure
 * @answers: (array fixed-size=5): an answer to each question
 * @reasons: (nullable) (element-type CommonsLegalCondition): gets the
 *   conditions that the answers meet, those that weigh most first
 *
 * Tells how a structure fits the answers. It is excluded when one answer
 * excludes it; good when an answer speaks for it and none against.
 *
 * Returns: how it fits
 */
CommonsLegalFit         commons_legal_form_judge              (const CommonsLegalForm   *form,
                                                               const CommonsLegalAnswer *answers,
                                                               GPtrArray                *reasons);

G_END_DECLS

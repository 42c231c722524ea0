/* commons-sheets.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The guiding sheets: what they ask, and what an answer becomes on the board.
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-record.h"

G_BEGIN_DECLS

/**
 * CommonsCaptureSpec:
 * @kind: kind of the card an answer becomes
 * @label: what that answer is called here: the name of the kind unless the
 *   question has a word of its own
 * @fields: (nullable): what the card says from the start, by field id
 * @status: (nullable): the status it has from the start, such as "draft"
 * @about: (nullable): kind of the card such an answer is about, if one is
 *   named
 * @link: (nullable): type of link between both; the catalogue says which of
 *   them it leaves
 * @into: (nullable): text field of the board's one card of that kind, which
 *   takes the words instead of a new card
 *
 * One way to answer a question.
 */
typedef struct
{
  const char *kind;
  const char *label;
  JsonObject *fields;
  const char *status;
  const char *about;
  const char *link;
  const char *into;
} CommonsCaptureSpec;

/**
 * CommonsFillSpec:
 * @kind: a kind
 * @field: id of one of its fields
 * @only: (nullable): what a card must say to be asked, by field id
 *
 * A field that a question asks to fill on every card of a kind.
 */
typedef struct
{
  const char *kind;
  const char *field;
  JsonObject *only;
} CommonsFillSpec;

/**
 * CommonsQuestion:
 * @id: "def1" to "def14", "fon1" to "fon14", "pro1" to "pro14": the name of
 *   the question in files
 * @number: its number in its sheet, from 1
 * @title: a few words, for a list
 * @question: what is asked
 * @example: how an imaginary commons, Open Fountains, answers
 * @helper: (nullable): a window action, without "win.", that helps to answer
 * @n_captures: number of @captures, at least one
 * @captures: (array length=n_captures): ways to answer, the usual one first
 * @n_fills: number of @fills
 * @fills: (array length=n_fills): what else there is to say
 *
 * A question of a guiding sheet.
 */
typedef struct
{
  const char               *id;
  guint                     number;
  const char               *title;
  const char               *question;
  const char               *example;
  const char               *helper;
  guint                     n_captures;
  const CommonsCaptureSpec *captures;
  guint                     n_fills;
  const CommonsFillSpec    *fills;
} CommonsQuestion;

/**
 * CommonsSheet:
 * @id: "definition", "operation" or "projection"
 * @title: its name
 * @thread: the question that runs through it
 * @n_questions: number of @questions
 * @questions: (array length=n_questions): its questions
 *
 * A guiding sheet.
 */
typedef struct
{
  const char            *id;
  const char            *title;
  const char            *thread;
  guint                  n_questions;
  const CommonsQuestion *questions;
} CommonsSheet;

/**
 * CommonsPrompt:
 * @situation: what happens in the group
 * @words: what the person who facilitates may say then
 *
 * A question to go further with.
 */
typedef struct
{
  const char *situation;
  const char *words;
} CommonsPrompt;

/**
 * CommonsRing:
 * @COMMONS_RING_NONE: no circle
 * @COMMONS_RING_INNER: the innermost circle: the core
 * @COMMONS_RING_MIDDLE: a circle half way
 * @COMMONS_RING_OUTER: the outermost circle
 *
 * Which of the circles of a board cards of a kind belong to, when nobody says
 * which.
 */
typedef enum
{
  COMMONS_RING_NONE,
  COMMONS_RING_INNER,
  COMMONS_RING_MIDDLE,
  COMMONS_RING_OUTER,
} CommonsRing;

guint                  commons_catalogue_get_n_sheets     (CommonsCatalogue      *self);
const CommonsSheet    *commons_catalogue_get_nth_sheet    (CommonsCatalogue      *self,
                                                           guint                  index);

/**
 * commons_catalogue_get_question:
 * @id: (nullable): id of a question
 *
 * Returns: (transfer none) (nullable): the question, %NULL when unknown
 */
const CommonsQuestion *commons_catalogue_get_question     (CommonsCatalogue      *self,
                                                           const char            *id);

/**
 * commons_catalogue_get_question_sheet:
 * @id: (nullable): id of a question
 *
 * Returns: (transfer none) (nullable): the sheet that asks it
 */
const CommonsSheet    *commons_catalogue_get_question_sheet (CommonsCatalogue    *self,
                                                           const char            *id);

guint                  commons_catalogue_get_n_prompts    (CommonsCatalogue      *self);
const CommonsPrompt   *commons_catalogue_get_nth_prompt   (CommonsCatalogue      *self,
                                                           guint                  index);

/**
 * commons_catalogue_get_ring:
 * @kind: (nullable): a kind
 *
 * Returns: the circle cards of that kind belong to, when nobody says which
 */
CommonsRing            commons_catalogue_get_ring         (CommonsCatalogue      *self,
                                                           const char            *kind);

/**
 * commons_fill_spec_accepts:
 * @spec: a field to be filled
 * @card: a card
 *
 * Returns: whether that field is to be filled on that card
 */
gboolean               commons_fill_spec_accepts          (const CommonsFillSpec *spec,
                                                           CommonsRecord         *card);

G_END_DECLS

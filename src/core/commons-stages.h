/* commons-stages.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"

G_BEGIN_DECLS

/**
 * CommonsReadyAction:
 * @id: name within the stage
 * @title: title of the card
 * @answers: what it mends, one sentence: title of an improvement
 * @dimension: value of the enumeration `dimension`
 * @horizon: value of the enumeration `horizon`
 * @question: (nullable): id of the guiding question it follows from, such as
 *   "def10"
 *
 * A next action, ready to be laid on a board.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *answers;
  const char *dimension;
  const char *horizon;
  const char *question;
} CommonsReadyAction;

/**
 * CommonsStage:
 * @id: value of the enumeration `stage`
 * @name: its name
 * @about: one sentence on what it is
 * @signs: (array zero-terminated=1): what it looks like
 * @advice: (array zero-terminated=1): recommendations
 * @n_actions: number of @actions
 * @actions: (array length=n_actions): what can be done next
 *
 * A stage in the life of a commons, from prefiguration to emancipation (both
 * ends named by the toolbox of digital commons of inno³ and ANCT), or asleep.
 */
typedef struct
{
  const char               *id;
  const char               *name;
  const char               *about;
  const char *const        *signs;
  const char *const        *advice;
  guint                     n_actions;
  const CommonsReadyAction *actions;
} CommonsStage;

/**
 * commons_catalogue_get_n_stages:
 *
 * Returns: how many stages there are
 */
guint               commons_catalogue_get_n_stages  (CommonsCatalogue *self);

/**
 * commons_catalogue_get_nth_stage:
 * @index: less than commons_catalogue_get_n_stages()
 *
 * Returns: (transfer none): a stage, owned by the catalogue, in their order
 */
const CommonsStage *commons_catalogue_get_nth_stage (CommonsCatalogue *self,
                                                     guint             index);

/**
 * commons_catalogue_get_stage:
 * @id: (nullable): value of the enumeration `stage`
 *
 * Returns: (transfer none) (nullable): the stage
 */
const CommonsStage *commons_catalogue_get_stage     (CommonsCatalogue *self,
                                                     const char       *id);

G_END_DECLS

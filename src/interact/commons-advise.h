/* commons-advise.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-editor.h"
#include "commons-legal-forms.h"
#include "commons-patterns.h"
#include "commons-risks.h"
#include "commons-stages.h"

G_BEGIN_DECLS

/*
 * What the catalogue advises, put on a board: ready risks and actions, a
 * legal structure, a structure of circles, the stage of the commons. Each is
 * one transaction, or a part of the one under way; cards go where they belong
 * as commons_capture_place() does, and are filed under a guiding question when
 * there is one.
 */

/**
 * CommonsMeasureFunc:
 * @kind: id of a kind
 * @width: width of a card, in board units
 * @text: title, then body after the first line break
 *
 * Returns: the height at which nothing of the text is cut, in board units
 */
typedef int (*CommonsMeasureFunc) (const char *kind,
                                   int         width,
                                   const char *text,
                                   gpointer    user_data);

/**
 * CommonsAdvise:
 * @editor: editor of the board
 * @catalogue: the catalogue in the board's language
 * @question: (nullable): id of the guiding question cards are filed under
 * @visible: the part of the board one looks at, in board units
 * @measure: (nullable): tells how tall cards have to be
 * @measure_data: for @measure
 *
 * What all of these need.
 */
typedef struct
{
  CommonsEditor      *editor;
  CommonsCatalogue   *catalogue;
  const char         *question;
  CommonsRect         visible;
  CommonsMeasureFunc  measure;
  gpointer            measure_data;
} CommonsAdvise;

/**
 * commons_advise_list_titles:
 * @kind: a kind
 *
 * Lists what the cards of a kind are called, folded, to tell ready cards that
 * are on the board already. It looks at every node once.
 *
 * Returns: (transfer full) (element-type utf8 utf8): a set of titles
 */
GHashTable   *commons_advise_list_titles    (CommonsBoard            *board,
                                             const char              *kind);

/**
 * commons_advise_has_title:
 * @titles: of commons_advise_list_titles()
 * @title: title of a ready card
 *
 * Returns: whether a card is called that, case, accents and spaces aside
 */
gboolean      commons_advise_has_title      (GHashTable              *titles,
                                             const char              *title);

/**
 * commons_advise_add_risks:
 * @risks: (element-type CommonsReadyRisk): ready risks
 * @label: name of the undo step, translated
 *
 * Returns: (transfer full) (element-type utf8): ids of the cards, in the order
 *   of @risks
 */
GPtrArray    *commons_advise_add_risks      (const CommonsAdvise     *advise,
                                             GPtrArray               *risks,
                                             const char              *label);

/**
 * commons_advise_add_actions:
 * @actions: (element-type CommonsReadyAction): ready actions
 * @label: name of the undo step, translated
 *
 * Adds cards of actions to do, with their dimension and horizon.
 *
 * Returns: (transfer full) (element-type utf8): ids of the cards, in the order
 *   of @actions
 */
GPtrArray    *commons_advise_add_actions    (const CommonsAdvise     *advise,
                                             GPtrArray               *actions,
                                             const char              *label);

/**
 * commons_advise_use_legal_form:
 * @form: a legal structure
 * @card: (nullable): id of the card of kind `legal` that gets this form; when
 *   it is none, a card is added, planned
 * @label: name of the undo step, translated
 *
 * Returns: (transfer full): id of the card
 */
char         *commons_advise_use_legal_form (const CommonsAdvise     *advise,
                                             const CommonsLegalForm  *form,
                                             const char              *card,
                                             const char              *label);

/**
 * commons_advise_lay_pattern:
 * @pattern: a structure of circles
 * @label: name of the undo step, translated
 *
 * Lays the circles of a pattern as commons_pattern_lay() does, and files them.
 *
 * Returns: (transfer full) (element-type utf8): ids of the circles
 */
GPtrArray    *commons_advise_lay_pattern    (const CommonsAdvise     *advise,
                                             const CommonsPattern    *pattern,
                                             const char              *label);

/**
 * commons_advise_get_stage:
 *
 * Returns: (transfer none) (nullable): the stage that the board's first card
 *   of kind `project` says, whether the catalogue knows it or not; valid until
 *   the board changes
 */
const char   *commons_advise_get_stage      (CommonsBoard            *board);

/**
 * commons_advise_set_stage:
 * @stage: value of the enumeration `stage`
 * @label: name of the undo step, translated
 *
 * Says on the board's first card of kind `project` which stage the commons is
 * at; makes that card, called as the board is, when there is none.
 *
 * Returns: (transfer full): id of the card
 */
char         *commons_advise_set_stage      (const CommonsAdvise     *advise,
                                             const char              *stage,
                                             const char              *label);

G_END_DECLS

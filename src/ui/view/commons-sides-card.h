/* commons-sides-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"
#include "commons-sides.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_SIDES_CARD (commons_sides_card_get_type ())

/**
 * CommonsSidesCard:
 *
 * One answer in the comparison of both sides: a person's, with what became of
 * it; the community's, with whom it comes from; or all that one person keeps
 * from the group, of which only the number is told. It can have the keyboard,
 * and tells screen readers all it shows.
 */
G_DECLARE_FINAL_TYPE (CommonsSidesCard, commons_sides_card, COMMONS, SIDES_CARD, GtkWidget)

/**
 * commons_sides_card_new_own:
 * @answer: an answer of one person that is not hidden
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget  *commons_sides_card_new_own      (CommonsCatalogue          *catalogue,
                                             const CommonsOwnAnswer    *answer);

/**
 * commons_sides_card_new_shared:
 * @answer: an answer of the community
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget  *commons_sides_card_new_shared   (CommonsCatalogue          *catalogue,
                                             const CommonsSharedAnswer *answer);

/**
 * commons_sides_card_new_hidden:
 * @answers: (element-type CommonsOwnAnswer): hidden answers of one person, one
 *   at least
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget  *commons_sides_card_new_hidden   (GPtrArray                 *answers);

/**
 * commons_sides_card_get_side:
 *
 * Returns: on which side it stands
 */
CommonsSide commons_sides_card_get_side     (CommonsSidesCard          *self);

/**
 * commons_sides_card_list_ids:
 *
 * Returns: (transfer none) (element-type utf8): ids of the cards it stands for
 */
GPtrArray  *commons_sides_card_list_ids     (CommonsSidesCard          *self);

/**
 * commons_sides_card_is_hidden:
 *
 * Returns: whether it stands for answers that are kept from the group
 */
gboolean    commons_sides_card_is_hidden    (CommonsSidesCard          *self);

/**
 * commons_sides_card_set_selected:
 *
 * Shows whether its card is selected.
 */
void        commons_sides_card_set_selected (CommonsSidesCard          *self,
                                             gboolean                   selected);

/**
 * commons_sides_describe_author:
 * @author: a name, or "" for none
 *
 * Returns: (transfer none): the name, or words for somebody who is not named
 */
const char *commons_sides_describe_author   (const char                *author);

/**
 * commons_sides_describe_outcome:
 * @answer: an answer of one person
 *
 * Returns: (transfer full): what became of it, such as "merged with 2 others"
 */
char       *commons_sides_describe_outcome  (const CommonsOwnAnswer    *answer);

G_END_DECLS

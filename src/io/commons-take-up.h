/* commons-take-up.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

/**
 * CommonsTakeUp:
 * @before: the board as it was
 * @after: the board as it became
 * @differences: (element-type CommonsDifference): what was taken over, without
 *   the marks of what is to be decided
 * @merged: whether there were changes of ours to merge with
 * @changed: whether the board changed at all
 * @n_conflicts: how many things were changed on both sides, and are to be
 *   decided
 * @state: commons_history_get_state() after it
 *
 * What became of a board when it took up what another program wrote into its
 * file. Belongs to the main thread.
 */
typedef struct
{
  CommonsBoard *before;
  CommonsBoard *after;
  GPtrArray    *differences;
  gboolean      merged;
  gboolean      changed;
  guint         n_conflicts;
  guint64       state;
} CommonsTakeUp;

void       commons_take_up_free       (CommonsTakeUp       *self);

/**
 * commons_take_up_list_words:
 *
 * Tells what was taken over, as commons_words_for_difference() does.
 *
 * Returns: (transfer full) (element-type utf8): the words, for each difference
 */
GPtrArray *commons_take_up_list_words (const CommonsTakeUp *self,
                                       CommonsCatalogue    *catalogue);

/**
 * commons_take_up_list_ids:
 *
 * Returns: (transfer full) (element-type utf8): ids of the cards and links that
 *   were added or say something else
 */
GPtrArray *commons_take_up_list_ids   (const CommonsTakeUp *self);

/**
 * commons_take_up_describe:
 *
 * Returns: (transfer full) (nullable): one line for people; %NULL when there
 *   is nothing to tell
 */
char      *commons_take_up_describe   (const CommonsTakeUp *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsTakeUp, commons_take_up_free)

G_END_DECLS

/* commons-alike-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-tables.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_ALIKE_VIEW (commons_alike_view_get_type ())

/**
 * CommonsAlikeView:
 *
 * Cards that look alike, one group after the other, large enough to be read
 * from the back of a room, with what can be done about them: keep all, merge
 * them into one, keep one.
 *
 * Signals: `turned`, when another group is shown; `done`, when somebody goes on
 * from the last one.
 */
G_DECLARE_FINAL_TYPE (CommonsAlikeView, commons_alike_view, COMMONS, ALIKE_VIEW, GtkWidget)

/**
 * commons_alike_view_new:
 * @tables: (transfer none): what is brought together, which must outlive the
 *   view; its plan is complete and has groups
 * @catalogue: names of kinds
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *commons_alike_view_new       (CommonsTables    *tables,
                                         CommonsCatalogue *catalogue);

/**
 * commons_alike_view_get_index:
 *
 * Returns: the group that is shown
 */
guint      commons_alike_view_get_index (CommonsAlikeView *self);

/**
 * commons_alike_view_turn:
 * @by: how many groups to go on, or back
 *
 * Shows another group; going on from the last one emits `done`.
 */
void       commons_alike_view_turn      (CommonsAlikeView *self,
                                         int               by);

/**
 * commons_alike_view_press:
 * @keyval: a key that was pressed anywhere but in a text
 *
 * K keeps all, M merges, a number keeps one, arrows turn.
 *
 * Returns: whether the key means something here
 */
gboolean   commons_alike_view_press     (CommonsAlikeView *self,
                                         guint             keyval);

G_END_DECLS

/* commons-inspect-kind.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/**
 * commons_inspect_can_become:
 * @ids: (element-type utf8): ids of cards
 * @kind: a kind
 *
 * A card stays a card, and a circle or zone what holds cards; pictures and
 * pages of other programs have no kind.
 *
 * Returns: whether every one of the cards may become of that kind, and at
 *   least one is not
 */
gboolean   commons_inspect_can_become  (CommonsBoard      *board,
                                        CommonsCatalogue  *catalogue,
                                        GPtrArray         *ids,
                                        const CommonsKind *kind);

/**
 * commons_inspect_list_unfit:
 * @ids: (element-type utf8): ids of cards
 * @kind: (nullable): the kind they would become, %NULL for none
 *
 * Returns: (transfer container) (element-type CommonsRecord): their links that
 *   the catalogue allows now and would not allow then; valid until the next
 *   change
 */
GPtrArray *commons_inspect_list_unfit  (CommonsBoard      *board,
                                        CommonsCatalogue  *catalogue,
                                        GPtrArray         *ids,
                                        const CommonsKind *kind);

/**
 * commons_inspect_change_kind:
 * @ids: (element-type utf8): ids of cards
 * @kind: a kind they can become
 * @drop: whether the links of commons_inspect_list_unfit() go
 * @label: name of the undo step, translated
 *
 * Makes cards of another kind. What they say stays, the fields of the old kind
 * included: those the new kind has not are kept as they stand in the file, and
 * come back with the old kind. The places where they lie are read anew.
 *
 * Returns: whether anything changed
 */
gboolean   commons_inspect_change_kind (CommonsEditor     *editor,
                                        CommonsCatalogue  *catalogue,
                                        GPtrArray         *ids,
                                        const CommonsKind *kind,
                                        gboolean           drop,
                                        const char        *label);

G_END_DECLS

/* commons-inspect-links.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"
#include "commons-choices.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/**
 * CommonsInspectLinks:
 * @type: (nullable): a type of the catalogue, %NULL for others
 * @reversed: whether the card is what the links reach
 * @words: how the card reads them, such as “Applies to”, “Enforces”
 * @edges: (element-type CommonsRecord): the links, empty when there could be
 *   some
 *
 * The links of one card that read the same from it.
 */
typedef struct
{
  const CommonsLinkType *type;
  gboolean               reversed;
  char                  *words;
  GPtrArray             *edges;
} CommonsInspectLinks;

/**
 * commons_inspect_list_links:
 * @id: id of a card
 *
 * Lists the links of a card in the order of the catalogue, those that leave it
 * before those that reach it. Those that its kind may have and that it has not
 * are listed, too: the ones that leave it, or, for kinds that nothing leaves,
 * the ones that reach it. Links that any card may have are listed when there
 * are some.
 *
 * Returns: (transfer full) (element-type CommonsInspectLinks): the links; the
 *   edges are valid until the next change
 */
GPtrArray *commons_inspect_list_links      (CommonsBoard          *board,
                                            CommonsCatalogue      *catalogue,
                                            const char            *id);

/**
 * commons_inspect_list_link_kinds:
 * @type: a type of link
 * @reversed: whether the card at hand is what it reaches
 *
 * Returns: (transfer container) (element-type CommonsKind): the kinds of cards
 *   that can be at its other end
 */
GPtrArray *commons_inspect_list_link_kinds (CommonsCatalogue      *catalogue,
                                            const CommonsLinkType *type,
                                            gboolean               reversed);

/**
 * commons_inspect_list_linkable:
 * @id: id of a card
 * @type: a type of link
 * @reversed: whether the card is what it reaches
 *
 * Returns: (transfer full): the cards that could be at the other end, without
 *   those that are
 */
CommonsChoices *commons_inspect_list_linkable (CommonsBoard       *board,
                                            CommonsCatalogue      *catalogue,
                                            const char            *id,
                                            const CommonsLinkType *type,
                                            gboolean               reversed);

/**
 * commons_inspect_link_new:
 * @id: id of a card
 * @type: a type of link
 * @reversed: whether the card is what it reaches
 * @kind: kind of the new card
 * @title: its title
 * @visible: where to begin on a board that is empty, in board units
 * @label: name of the undo step, translated
 *
 * Makes a card where it belongs, and the link to it, in one undo step.
 *
 * Returns: (transfer full) (nullable): its id, %NULL when @id is missing
 */
char      *commons_inspect_link_new        (CommonsEditor         *editor,
                                            CommonsCatalogue      *catalogue,
                                            const char            *id,
                                            const CommonsLinkType *type,
                                            gboolean               reversed,
                                            const CommonsKind     *kind,
                                            const char            *title,
                                            const CommonsRect     *visible,
                                            const char            *label);

G_END_DECLS

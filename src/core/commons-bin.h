/* commons-bin.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-editor.h"

G_BEGIN_DECLS

/**
 * CommonsBinItem:
 * @id: id of what was removed
 * @table: where it stood
 * @record: (nullable): what it was; %NULL as long as it was not read
 * @source: (nullable): what it is to be read from, where @record is %NULL
 * @kind: (nullable): kind of a card
 * @title: title to be shown; never %NULL
 * @text: more words of it, to search in; never %NULL
 * @from: id of the node a link leaves, "" for cards
 * @to: id of the node a link reaches, "" for cards
 * @place: (nullable): title of the circle or zone a card was in
 * @below: id of what lay right below it in drawing order, "" for nothing
 * @position: its index in its table
 * @removed: when it was removed, in microseconds since 1970; no two are alike
 * @returned: when it was put back, in microseconds since 1970, 0 as long as
 *   it was not
 * @alone: whether a link was removed without a card
 *
 * Something that was removed from a board. Reference-counted in any thread,
 * but the last reference has to go in the thread of the board.
 */
typedef struct
{
  char          *id;
  CommonsTable   table;
  CommonsRecord *record;
  char          *source;
  char          *kind;
  char          *title;
  char          *text;
  char          *from;
  char          *to;
  char          *place;
  char          *below;
  guint          position;
  gint64         removed;
  gint64         returned;
  gboolean       alone;
} CommonsBinItem;

/**
 * commons_bin_item_new:
 * @record: a card or link
 *
 * Makes an item that tells what there is to tell about @record, and holds it.
 *
 * Returns: (transfer full): the item
 */
CommonsBinItem *commons_bin_item_new   (CommonsRecord  *record);
CommonsBinItem *commons_bin_item_ref   (CommonsBinItem *self);
void            commons_bin_item_unref (CommonsBinItem *self);

#define COMMONS_TYPE_BIN (commons_bin_get_type ())

/**
 * CommonsBin:
 *
 * What was removed from a board since it is followed. It keeps what was put
 * back too: nobody knows yet whether that will be saved.
 */
G_DECLARE_FINAL_TYPE (CommonsBin, commons_bin, COMMONS, BIN, GObject)

/**
 * COMMONS_BIN_MAX:
 *
 * How many cards are remembered, and twice as many links; the oldest go first.
 */
#define COMMONS_BIN_MAX 2000

/**
 * CommonsBin::changed:
 *
 * Emitted when something was removed from the board.
 */

/**
 * commons_bin_new:
 * @board: the board to follow
 *
 * Returns: (transfer full): the bin, empty
 */
CommonsBin *commons_bin_new          (CommonsBoard  *board);

/**
 * commons_bin_list:
 *
 * Returns: (transfer container) (element-type CommonsBinItem): what was
 *   removed, the first one first
 */
GPtrArray  *commons_bin_list         (CommonsBin    *self);

/**
 * commons_bin_empty:
 *
 * Forgets everything.
 */
void        commons_bin_empty        (CommonsBin    *self);

/**
 * commons_bin_plan:
 * @items: (element-type CommonsBinItem): what was removed from a board, with
 *   what was put back since
 * @ids: (element-type utf8): ids of the cards to put back
 * @board: the board
 *
 * Finds what putting cards back means: them, and the links they had when they
 * were removed, as far as both ends are on the board then.
 *
 * Returns: (transfer container) (element-type CommonsBinItem): the cards, then
 *   the links; what is on the board is not among them
 */
GPtrArray  *commons_bin_plan         (GPtrArray     *items,
                                      GPtrArray     *ids,
                                      CommonsBoard  *board);

/**
 * commons_bin_put_back:
 * @plan: (element-type CommonsBinItem): what commons_bin_plan() gave; items
 *   without a record stay away, and their links with them
 * @items: (element-type CommonsBinItem): what @plan was made of
 * @editor: the editor of the board, in a transaction
 *
 * Puts things back where they were, in drawing order too, with the ids they
 * had.
 *
 * Returns: (transfer full) (element-type utf8): ids of the cards that are back
 */
GPtrArray  *commons_bin_put_back     (GPtrArray     *plan,
                                      GPtrArray     *items,
                                      CommonsEditor *editor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsBinItem, commons_bin_item_unref)

G_END_DECLS

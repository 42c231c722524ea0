/* commons-query.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

/**
 * CommonsFacet:
 * @COMMONS_FACET_KIND: the kind of a card
 * @COMMONS_FACET_TAG: its tags
 * @COMMONS_FACET_STATUS: how far the group stands behind it
 * @COMMONS_FACET_AUTHOR: who wrote it
 * @COMMONS_FACET_HORIZON: by when
 * @COMMONS_FACET_TABLE: the tables of a workshop it comes from
 *
 * What cards can be told apart by.
 */
typedef enum
{
  COMMONS_FACET_KIND,
  COMMONS_FACET_TAG,
  COMMONS_FACET_STATUS,
  COMMONS_FACET_AUTHOR,
  COMMONS_FACET_HORIZON,
  COMMONS_FACET_TABLE,
  COMMONS_N_FACETS,
} CommonsFacet;

/**
 * CommonsFacetValue:
 * @value: what the file says
 * @count: how many cards of the board say so
 *
 * One value that occurs on a board.
 */
typedef struct
{
  char  *value;
  guint  count;
} CommonsFacetValue;

/**
 * CommonsQuery:
 *
 * Which cards to keep in sight: several values of one facet widen the choice,
 * several facets narrow it. Circles and zones are the ground the cards lie
 * on: they belong to no facet and always stay.
 */
typedef struct _CommonsQuery CommonsQuery;

/**
 * commons_query_new:
 *
 * Returns: (transfer full): a query that keeps all cards
 */
CommonsQuery *commons_query_new         (void);
void          commons_query_free        (CommonsQuery       *self);

/**
 * commons_query_set:
 * @facet: a facet
 * @value: a value of it, as the file says it
 * @wanted: whether cards of that value are wanted
 *
 * Chooses a value, or no longer.
 *
 * Returns: whether that changed the query
 */
gboolean      commons_query_set         (CommonsQuery       *self,
                                         CommonsFacet        facet,
                                         const char         *value,
                                         gboolean            wanted);

/**
 * commons_query_get:
 *
 * Returns: whether that value is chosen
 */
gboolean      commons_query_get         (CommonsQuery       *self,
                                         CommonsFacet        facet,
                                         const char         *value);

/**
 * commons_query_clear:
 *
 * Keeps all cards again.
 *
 * Returns: whether that changed the query
 */
gboolean      commons_query_clear       (CommonsQuery       *self);

/**
 * commons_query_is_empty:
 *
 * Returns: whether all cards are kept
 */
gboolean      commons_query_is_empty    (CommonsQuery       *self);

/**
 * commons_query_matches:
 * @record: a record of a board
 *
 * Returns: whether it is a card that the query keeps
 */
gboolean      commons_query_matches     (CommonsQuery       *self,
                                         CommonsRecord      *record);

/**
 * commons_query_list:
 * @board: a board
 * @others: (out) (optional) (transfer full) (element-type utf8 utf8): the set
 *   of the ids of all other cards, copied
 *
 * Returns: (transfer container) (element-type utf8): ids of the cards that are
 *   kept, in the order of the board, valid until its next change
 */
GPtrArray    *commons_query_list        (CommonsQuery       *self,
                                         CommonsBoard       *board,
                                         GHashTable        **others);

/**
 * commons_facet_list_values:
 * @board: a board
 * @catalogue: gives the order of the values it knows
 * @facet: a facet
 *
 * Lists what occurs on a board: values of the catalogue in its order, then
 * the others by their letters.
 *
 * Returns: (transfer full) (element-type CommonsFacetValue): the values
 */
GPtrArray    *commons_facet_list_values (CommonsBoard       *board,
                                         CommonsCatalogue   *catalogue,
                                         CommonsFacet        facet);

/**
 * commons_facet_get_value_label:
 * @catalogue: a catalogue
 * @facet: a facet
 * @value: a value of it
 *
 * Returns: (transfer none): its name in the language of the catalogue, or the
 *   value itself when it has none
 */
const char   *commons_facet_get_value_label
                                        (CommonsCatalogue   *catalogue,
                                         CommonsFacet        facet,
                                         const char         *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsQuery, commons_query_free)

G_END_DECLS

/* commons-clip-lines.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-io-error.h"

G_BEGIN_DECLS

/**
 * COMMONS_CLIP_MAX_TEXT:
 *
 * How many bytes of text are turned into cards at once.
 */
#define COMMONS_CLIP_MAX_TEXT (8u * 1024u * 1024u)

/**
 * COMMONS_CLIP_MAX_CARD:
 *
 * How many bytes of text one card may hold that is pasted: some twenty pages.
 */
#define COMMONS_CLIP_MAX_CARD (64u * 1024u)

/**
 * CommonsClipCard:
 * @depth: how far to the right it stood; what follows a line and is deeper
 *   belongs to it
 * @title: what it says
 * @body: what it says more, "" for nothing
 * @kind: (nullable): id of the kind a table gives it
 * @container: whether it only stands for the name of a zone of a table
 *
 * A card that a text proposes.
 */
typedef struct
{
  guint     depth;
  char     *title;
  char     *body;
  char     *kind;
  gboolean  container;
} CommonsClipCard;

/**
 * CommonsClipLayout:
 * @COMMONS_CLIP_FLAT: one card for each line
 * @COMMONS_CLIP_NESTED: lines that have deeper ones below become zones around
 *   these, and around a card with their own body
 *
 * What becomes of indentation.
 */
typedef enum
{
  COMMONS_CLIP_FLAT,
  COMMONS_CLIP_NESTED,
} CommonsClipLayout;

/**
 * commons_clip_read_lines:
 * @text: any text
 * @error: return location for a #CommonsIoError: TOO_LARGE or LIMIT
 *
 * Proposes a card for each line that is not empty. Bullets and numbers before
 * a line are left out, check boxes stay; indentation by tabs or by two spaces
 * and more, and Markdown headings, give the depth. Lines without a bullet that
 * stand further right than the bullet above, and what follows a tab in a
 * line, are the body of a card.
 *
 * Returns: (transfer full) (nullable) (element-type CommonsClipCard): the
 *   cards, none for a text without any
 */
GPtrArray    *commons_clip_read_lines  (const char         *text,
                                        GError            **error);

/**
 * commons_clip_read_whole:
 * @text: any text
 * @error: return location for a #CommonsIoError: TOO_LARGE or LIMIT
 *
 * Proposes one card: the first line that is not empty is its title, the rest
 * its body, as they stand.
 *
 * Returns: (transfer full) (nullable) (element-type CommonsClipCard): the
 *   card; none for an empty text
 */
GPtrArray    *commons_clip_read_whole  (const char         *text,
                                        GError            **error);

/**
 * commons_clip_read_table:
 * @text: any text
 * @error: return location for a #CommonsIoError: TOO_LARGE or LIMIT
 *
 * Proposes a card for each row of a table that has a header and is separated
 * by tabs, semicolons or commas (RFC 4180). The columns are found by their
 * names in English or French: title, text, kind, zone. What other columns say
 * goes to the body after their name.
 *
 * Returns: (transfer full) (nullable) (element-type CommonsClipCard): the
 *   cards; %NULL without @error when this is no such table
 */
GPtrArray    *commons_clip_read_table  (const char         *text,
                                        GError            **error);

/**
 * commons_clip_is_nested:
 * @cards: (element-type CommonsClipCard): proposed cards
 *
 * Returns: whether any would lie in another one
 */
gboolean      commons_clip_is_nested   (GPtrArray          *cards);

/**
 * commons_clip_count:
 * @cards: (element-type CommonsClipCard): proposed cards
 * @layout: what becomes of indentation
 *
 * Returns: how many cards and zones commons_clip_lay_out() makes of them
 */
guint         commons_clip_count       (GPtrArray          *cards,
                                        CommonsClipLayout   layout);

/**
 * CommonsClipMeasure:
 * @kind: (nullable): id of the kind of a card
 * @width: width of the card, in board units
 * @text: its title and body
 * @data: what was given along
 *
 * Returns: the height the card needs, in board units
 */
typedef int (*CommonsClipMeasure) (const char *kind,
                                   int         width,
                                   const char *text,
                                   gpointer    data);

/**
 * commons_clip_lay_out:
 * @cards: (element-type CommonsClipCard): proposed cards
 * @layout: what becomes of indentation
 * @catalogue: the kinds there are
 * @kind: (nullable): id of the kind of those that have none, %NULL for plain
 *   cards
 * @measure: (nullable): what knows how high cards are; %NULL to guess
 * @data: for @measure
 *
 * Makes nodes of cards: a column, or rows when there are many, in the order
 * they come.
 *
 * Returns: (transfer full): a board that holds them, for
 *   commons_arrange_paste()
 */
CommonsBoard *commons_clip_lay_out     (GPtrArray          *cards,
                                        CommonsClipLayout   layout,
                                        CommonsCatalogue   *catalogue,
                                        const char         *kind,
                                        CommonsClipMeasure  measure,
                                        gpointer            data);

/**
 * commons_clip_find_kind:
 * @name: id, name or plural of a kind, in English or French; accents and case
 *   do not matter
 *
 * Returns: (transfer none) (nullable): id of the kind
 */
const char   *commons_clip_find_kind   (const char         *name);

G_END_DECLS

/* commons-inspect.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/*
 * What cards say, one or thousands of them, and how that is changed. Cards are
 * given by their ids; "" is the board itself, and ids the board does not have
 * are passed over. What a file says that makes no sense is told as it stands.
 */

/**
 * CommonsInspectState:
 * @COMMONS_INSPECT_EMPTY: none of the cards says anything
 * @COMMONS_INSPECT_SAME: all say the same
 * @COMMONS_INSPECT_MIXED: they differ
 */
typedef enum
{
  COMMONS_INSPECT_EMPTY,
  COMMONS_INSPECT_SAME,
  COMMONS_INSPECT_MIXED,
} CommonsInspectState;

/**
 * CommonsInspectItem:
 * @value: one of the values of a list
 * @count: how many cards have it
 */
typedef struct
{
  char  *value;
  guint  count;
} CommonsInspectItem;

/**
 * CommonsInspectUnknown:
 * @name: name of the member in the file
 * @text: what it says
 *
 * Something a card says that its kind has no field for.
 */
typedef struct
{
  char *name;
  char *text;
} CommonsInspectUnknown;

/**
 * commons_inspect_get:
 * @ids: (element-type utf8): ids of records
 * @path: names of members separated by "/", such as "commons/status"
 * @value: (out) (optional) (transfer none) (nullable): what they all say,
 *   %NULL unless %COMMONS_INSPECT_SAME; valid until the next change
 *
 * Returns: whether the records say the same there
 */
CommonsInspectState commons_inspect_get           (CommonsBoard      *board,
                                                   GPtrArray         *ids,
                                                   const char        *path,
                                                   JsonNode         **value);

/**
 * commons_inspect_is_writable:
 * @ids: (element-type utf8): ids of records
 * @path: names of members separated by "/"
 *
 * Locked cards say what they say; and where a file has something else than an
 * object on the way to @path, that would be lost by writing.
 *
 * Returns: whether at least one of the records can be written to there
 */
gboolean            commons_inspect_is_writable   (CommonsBoard      *board,
                                                   GPtrArray         *ids,
                                                   const char        *path);

/**
 * commons_inspect_set:
 * @ids: (element-type utf8): ids of records
 * @path: names of members separated by "/"
 * @value: (transfer none) (nullable): what they are to say, %NULL for nothing
 * @label: name of the undo step, translated
 * @merge_key: (nullable): from commons_inspect_make_key() while typing
 *
 * Makes all records say the same, in one undo step. Those that cannot be
 * written to are passed over.
 *
 * Returns: whether anything changed
 */
gboolean            commons_inspect_set           (CommonsEditor     *editor,
                                                   GPtrArray         *ids,
                                                   const char        *path,
                                                   JsonNode          *value,
                                                   const char        *label,
                                                   const char        *merge_key);
gboolean            commons_inspect_set_string    (CommonsEditor     *editor,
                                                   GPtrArray         *ids,
                                                   const char        *path,
                                                   const char        *value,
                                                   const char        *label,
                                                   const char        *merge_key);

/**
 * commons_inspect_make_key:
 * @ids: (element-type utf8): ids of records
 * @path: names of members separated by "/"
 *
 * Returns: (transfer full): a merge key for writing there, in these records
 */
char               *commons_inspect_make_key      (GPtrArray         *ids,
                                                   const char        *path);

/**
 * commons_inspect_list_items:
 * @ids: (element-type utf8): ids of records
 * @path: names of members separated by "/", of a list of words or numbers
 *
 * Returns: (transfer full) (element-type CommonsInspectItem): every value of
 *   their lists once, in the order met
 */
GPtrArray          *commons_inspect_list_items    (CommonsBoard      *board,
                                                   GPtrArray         *ids,
                                                   const char        *path);

/**
 * commons_inspect_set_item:
 * @ids: (element-type utf8): ids of records
 * @path: names of members separated by "/", of a list
 * @item: a value
 * @wanted: whether all lists are to have it
 * @label: name of the undo step, translated
 *
 * Adds a value at the end of the lists that do not have it, or takes it out of
 * all; the rest of each list stays. What is no list becomes one only when it
 * says nothing.
 *
 * Returns: whether anything changed
 */
gboolean            commons_inspect_set_item      (CommonsEditor     *editor,
                                                   GPtrArray         *ids,
                                                   const char        *path,
                                                   const char        *item,
                                                   gboolean           wanted,
                                                   const char        *label);

/**
 * commons_inspect_list_fields:
 * @ids: (element-type utf8): ids of records
 *
 * Returns: (transfer container) (element-type CommonsField): the fields that
 *   the kinds of all these cards have, as the first kind has them
 */
GPtrArray          *commons_inspect_list_fields   (CommonsBoard      *board,
                                                   CommonsCatalogue  *catalogue,
                                                   GPtrArray         *ids);

/**
 * commons_inspect_list_kinds:
 * @ids: (element-type utf8): ids of records
 *
 * Returns: (transfer container) (element-type utf8): the kinds of these cards
 *   as the file gives them, each once, "" for cards without one; valid until
 *   the next change
 */
GPtrArray          *commons_inspect_list_kinds    (CommonsBoard      *board,
                                                   GPtrArray         *ids);

/**
 * commons_inspect_list_unknown:
 * @record: a card
 *
 * Returns: (transfer full) (element-type CommonsInspectUnknown): what
 *   `commons.fields` has that is no field of its kind, in the order of the file
 */
GPtrArray          *commons_inspect_list_unknown  (CommonsCatalogue  *catalogue,
                                                   CommonsRecord     *record);

/**
 * commons_inspect_describe:
 * @value: (nullable): any value of a file
 *
 * Returns: (transfer full): it in plain text: words as they are, lists with
 *   commas, objects as they stand in the file
 */
char               *commons_inspect_describe      (JsonNode          *value);

/**
 * commons_inspect_replace_title:
 * @record: a card, circle or link
 * @title: its new title; line breaks become spaces
 *
 * Returns: (transfer full): its text with another title: marks of a heading
 *   around the title stay, and so does the body
 */
char               *commons_inspect_replace_title (CommonsRecord     *record,
                                                   const char        *title);

/**
 * commons_inspect_replace_body:
 * @record: a card
 * @body: what follows the title, "" for nothing
 *
 * Returns: (transfer full): its text with another body
 */
char               *commons_inspect_replace_body  (CommonsRecord     *record,
                                                   const char        *body);

G_END_DECLS

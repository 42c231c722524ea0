/* commons-record.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-types.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_RECORD  (commons_record_get_type ())
#define COMMONS_RECORD_ERROR (commons_record_error_quark ())

/**
 * CommonsRecordError:
 * @COMMONS_RECORD_ERROR_INVALID: a member the format requires is missing, of
 *   the wrong type or out of range; the message names it
 */
typedef enum
{
  COMMONS_RECORD_ERROR_INVALID,
} CommonsRecordError;

/**
 * CommonsRecord:
 *
 * One node, edge or file head: an immutable, reference-counted JSON object
 * and the few values that are asked for all the time. Members this program
 * does not know stay in the object, in place. Records belong to one thread,
 * since JsonObject reference counts are not atomic.
 */

GType          commons_record_get_type      (void) G_GNUC_CONST;
GQuark         commons_record_error_quark   (void);

/**
 * commons_record_new:
 * @table: where the record stands
 * @object: (transfer full): its JSON object; sealed by this call
 * @error: return location for a #CommonsRecordError
 *
 * Makes a record from a JSON object. Node coordinates that are finite numbers
 * are rounded to integers and kept within ±%COMMONS_COORD_MAX.
 *
 * Returns: (transfer full) (nullable): the record, or %NULL with @error set
 */
CommonsRecord *commons_record_new           (CommonsTable         table,
                                             JsonObject          *object,
                                             GError             **error);

/**
 * commons_record_new_card:
 * @kind: (nullable): id of a kind of the catalogue
 * @group: whether to make a `group` node (circles and zones)
 * @bounds: place and size, in board units
 * @text: title, then body after the first line break
 *
 * Makes a node with a new random id.
 *
 * Returns: (transfer full): the record
 */
CommonsRecord *commons_record_new_card      (const char          *kind,
                                             gboolean             group,
                                             const CommonsRect   *bounds,
                                             const char          *text);

/**
 * commons_record_new_link:
 * @link: (nullable): id of a link type of the catalogue
 * @from: id of the node it leaves
 * @to: id of the node it reaches
 *
 * Makes an edge with a new random id.
 *
 * Returns: (transfer full): the record
 */
CommonsRecord *commons_record_new_link      (const char          *link,
                                             const char          *from,
                                             const char          *to);

CommonsRecord *commons_record_ref           (CommonsRecord       *self);
void           commons_record_unref         (CommonsRecord       *self);

/**
 * commons_record_new_id:
 *
 * Makes an id that no other record has: 16 hexadecimal digits.
 *
 * Returns: (transfer full): the id
 */
char          *commons_record_new_id        (void);

CommonsTable   commons_record_get_table     (const CommonsRecord *self);

/**
 * commons_record_get_id:
 *
 * Returns: (transfer none): the id, unique in a board; "" for the head
 */
const char    *commons_record_get_id        (const CommonsRecord *self);

/**
 * commons_record_get_node_type:
 *
 * Returns: (transfer none): JSON Canvas type of a node: "text", "group",
 *   "file", "link" or a foreign one; "" for edges and head
 */
const char    *commons_record_get_node_type (const CommonsRecord *self);

/**
 * commons_record_is_group:
 *
 * Returns: whether the node is a `group`: circle, zone or foreign group
 */
gboolean       commons_record_is_group      (const CommonsRecord *self);

/**
 * commons_record_get_kind:
 *
 * Returns: (transfer none) (nullable): the catalogue kind of a node as the
 *   file gives it, known to the catalogue or not
 */
const char    *commons_record_get_kind      (const CommonsRecord *self);

/**
 * commons_record_get_link:
 *
 * Returns: (transfer none) (nullable): the link type of an edge as the file
 *   gives it, known to the catalogue or not
 */
const char    *commons_record_get_link      (const CommonsRecord *self);

/**
 * commons_record_get_bounds:
 *
 * Returns: (transfer none): place and size of a node, in board units; all
 *   zero for edges and head
 */
const CommonsRect *commons_record_get_bounds (const CommonsRecord *self);

/**
 * commons_record_get_title:
 *
 * Returns: (transfer none): the title: first line of a text without Markdown
 *   marks, label of a group or of an edge, file name or address for `file`
 *   and `link` nodes, title of the board for the head. Never %NULL.
 */
const char    *commons_record_get_title     (const CommonsRecord *self);

/**
 * commons_record_get_heading:
 *
 * Returns: (transfer none): the title with the marks inside of it, for
 *   commons_markdown_parse(); those of a heading, or of bold around all of
 *   it, are no part of it. Never %NULL.
 */
const char    *commons_record_get_heading   (const CommonsRecord *self);

/**
 * commons_record_get_body:
 *
 * Returns: (transfer none): what follows the first line of a text; never %NULL
 */
const char    *commons_record_get_body      (const CommonsRecord *self);

/**
 * commons_record_get_text:
 *
 * Returns: (transfer none): the text of a `text` node or the label of a group
 *   or edge, as it stands in the file; never %NULL
 */
const char    *commons_record_get_text      (const CommonsRecord *self);

/**
 * commons_record_get_from:
 *
 * Returns: (transfer none): id of the node an edge leaves; "" when missing
 */
const char    *commons_record_get_from      (const CommonsRecord *self);

/**
 * commons_record_get_to:
 *
 * Returns: (transfer none): id of the node an edge reaches; "" when missing
 */
const char    *commons_record_get_to        (const CommonsRecord *self);

/**
 * commons_record_get_status:
 *
 * Returns: (transfer none) (nullable): "draft", "agreed", "contested",
 *   "dropped" or a foreign word
 */
const char    *commons_record_get_status    (const CommonsRecord *self);

/**
 * commons_record_get_color:
 *
 * Returns: (transfer none) (nullable): JSON Canvas colour, "1" to "6" or
 *   "#rrggbb"
 */
const char    *commons_record_get_color     (const CommonsRecord *self);

/**
 * commons_record_get_string:
 * @path: names of members separated by "/", such as "commons/fields/ring"
 *
 * Returns: (transfer none) (nullable): the string there, or %NULL when there
 *   is none or it is not a string
 */
const char    *commons_record_get_string    (const CommonsRecord *self,
                                             const char          *path);

/**
 * commons_record_get_int:
 * @path: as for commons_record_get_string()
 * @fallback: what to return when there is no finite number there
 *
 * Returns: the number there, rounded and clamped to an int
 */
int            commons_record_get_int       (const CommonsRecord *self,
                                             const char          *path,
                                             int                  fallback);

/**
 * commons_record_get_boolean:
 * @path: as for commons_record_get_string()
 *
 * Returns: whether there is `true` there
 */
gboolean       commons_record_get_boolean   (const CommonsRecord *self,
                                             const char          *path);

/**
 * commons_record_is_hidden:
 *
 * What one person wrote may be kept from the others until it is shared: it is
 * shown as a card without any words, to the eye and to screen readers.
 *
 * Returns: whether `commons.hidden` is `true`
 */
gboolean       commons_record_is_hidden     (const CommonsRecord *self);

/**
 * commons_record_get_shown_title:
 *
 * Anything that shows, says or finds a title for the group asks for this one;
 * commons_record_get_title() is for what works on the words themselves.
 *
 * Returns: (transfer none): the title, or words that stand for it while it is
 *   hidden; never %NULL
 */
const char    *commons_record_get_shown_title (const CommonsRecord *self);

/**
 * commons_record_get_shown_body:
 *
 * Returns: (transfer none): what follows the first line of a text, "" while it
 *   is hidden; never %NULL
 */
const char    *commons_record_get_shown_body (const CommonsRecord *self);

/**
 * commons_record_is_locked:
 *
 * A locked node stays where it is and says what it says: it is not taken by
 * the rubber band, moved, arranged, sized, edited or deleted, until it is
 * unlocked. Inside a circle or zone that moves it goes along.
 *
 * Returns: whether `commons.locked` is `true`
 */
gboolean       commons_record_is_locked     (const CommonsRecord *self);

/**
 * commons_record_get_object:
 *
 * Returns: (transfer none): the sealed JSON object; never change it
 */
JsonObject    *commons_record_get_object    (const CommonsRecord *self);

/**
 * commons_record_equal:
 *
 * Returns: whether both say the same, member order included
 */
gboolean       commons_record_equal         (const CommonsRecord *a,
                                             const CommonsRecord *b);

/**
 * commons_record_with:
 * @path: names of members separated by "/"; objects on the way are made
 * @value: (transfer full) (nullable): the new value, or %NULL to remove the
 *   member
 *
 * Makes a copy that differs in one member; everything else is shared. An
 * object member that becomes empty by a removal is removed too; removing what
 * is not there changes nothing.
 *
 * Returns: (transfer full): the copy
 */
CommonsRecord *commons_record_with          (CommonsRecord       *self,
                                             const char          *path,
                                             JsonNode            *value);

CommonsRecord *commons_record_with_string   (CommonsRecord       *self,
                                             const char          *path,
                                             const char          *value);
CommonsRecord *commons_record_with_int      (CommonsRecord       *self,
                                             const char          *path,
                                             gint64               value);

/**
 * commons_record_with_flag:
 * @path: names of members separated by "/"
 * @value: whether the member is to be `true`; otherwise it is removed
 *
 * Returns: (transfer full): the copy
 */
CommonsRecord *commons_record_with_flag     (CommonsRecord       *self,
                                             const char          *path,
                                             gboolean             value);

/**
 * commons_record_with_bounds:
 * @bounds: place and size, in board units; clamped to the board's limits
 *
 * Returns: (transfer full): a copy of a node, placed and sized so
 */
CommonsRecord *commons_record_with_bounds   (CommonsRecord       *self,
                                             const CommonsRect   *bounds);

/**
 * commons_record_with_text:
 * @text: the new text of a text node, or label of a group or edge
 *
 * Returns: (transfer full): a copy that says @text
 */
CommonsRecord *commons_record_with_text     (CommonsRecord       *self,
                                             const char          *text);

/**
 * commons_record_with_id:
 *
 * Returns: (transfer full): a copy under another id
 */
CommonsRecord *commons_record_with_id       (CommonsRecord       *self,
                                             const char          *id);

/**
 * commons_record_with_ends:
 *
 * Returns: (transfer full): a copy of an edge between other nodes
 */
CommonsRecord *commons_record_with_ends     (CommonsRecord       *self,
                                             const char          *from,
                                             const char          *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsRecord, commons_record_unref)

G_END_DECLS

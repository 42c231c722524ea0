/* commons-field-editor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board-view.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_FIELD_EDITOR (commons_field_editor_get_type ())

/**
 * CommonsFieldEditor:
 *
 * The control for one field of one card or of several: an entry, a text, a
 * choice, chips, a list, toggles, a date, an address, a table of rights, as
 * the field is. It writes to the board by itself: what is typed in a row is
 * one undo step, and what makes no sense stays in view with a word about it
 * and is not written. It has no label of its own to see, only for assistive
 * technologies.
 */
G_DECLARE_FINAL_TYPE (CommonsFieldEditor, commons_field_editor, COMMONS, FIELD_EDITOR, GtkWidget)

/**
 * commons_field_editor_new:
 * @view: the view of the board; it must outlive what is done with the editor
 * @kind: (nullable): id of the kind of cards
 * @field: a field of that kind
 *
 * Makes the control for a field, of no card yet.
 *
 * Returns: (transfer floating): the control
 */
GtkWidget  *commons_field_editor_new          (CommonsBoardView     *view,
                                               const char           *kind,
                                               const CommonsField   *field);

/**
 * commons_field_editor_new_for_path:
 * @view: the view of the board
 * @field: how it is called and what it holds; its strings must be static or
 *   of the catalogue
 * @path: where in a record it is, such as "commons/author"
 *
 * Makes the control for something that is no field of a kind.
 *
 * Returns: (transfer floating): the control
 */
GtkWidget  *commons_field_editor_new_for_path (CommonsBoardView     *view,
                                               const CommonsField   *field,
                                               const char           *path);

/**
 * commons_field_editor_set_cards:
 * @ids: (nullable) (array zero-terminated=1): ids of cards, "" for the board
 *
 * Shows what other cards say. Setting the same ones again changes nothing.
 */
void        commons_field_editor_set_cards    (CommonsFieldEditor   *self,
                                               const char * const   *ids);

/**
 * commons_field_editor_share_cards:
 * @ids: (element-type utf8): ids of cards, no longer changed by anybody
 *
 * As commons_field_editor_set_cards(), without copying thousands of ids for
 * each of many fields.
 */
void        commons_field_editor_share_cards  (CommonsFieldEditor   *self,
                                               GPtrArray            *ids);

/**
 * commons_field_editor_update:
 *
 * Shows what the board says now. The owner calls it when the board changed;
 * what is being written stays, and so does the focus.
 */
void        commons_field_editor_update       (CommonsFieldEditor   *self);

/**
 * commons_field_editor_get_field:
 *
 * Returns: (transfer none): the field
 */
const CommonsField *
            commons_field_editor_get_field    (CommonsFieldEditor   *self);

/**
 * commons_field_editor_is_wide:
 *
 * Returns: whether the control wants the width of the panel, below its label,
 *   rather than a place beside it
 */
gboolean    commons_field_editor_is_wide      (CommonsFieldEditor   *self);

/**
 * commons_field_editor_get_control:
 *
 * Returns: (transfer none): what is typed into or pressed, for tests and for
 *   giving it the focus
 */
GtkWidget  *commons_field_editor_get_control  (CommonsFieldEditor   *self);

/**
 * commons_field_editor_get_complaint:
 *
 * Returns: (transfer none) (nullable): what is wrong with what was typed
 */
const char *commons_field_editor_get_complaint
                                              (CommonsFieldEditor   *self);

G_END_DECLS

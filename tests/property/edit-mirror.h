/* edit-mirror.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A second board that knows the first one only by what its signal tells, as
 * every view does.
 */

#pragma once

#include "commons-board.h"

G_BEGIN_DECLS

typedef struct _EditMirror EditMirror;

EditMirror *edit_mirror_new         (CommonsBoard *board);
void        edit_mirror_free        (EditMirror   *self);

/* How often the board told of a change. */
guint       edit_mirror_get_n_heard (EditMirror   *self);

/* How often it did so for an edit, not for undo or redo. */
guint       edit_mirror_get_n_edits (EditMirror   *self);

/* Returns how mirror and board differ, %NULL when they do not. */
char       *edit_mirror_compare     (EditMirror   *self);

/* Lets the mirror lie from now on. */
void        edit_mirror_break       (EditMirror   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EditMirror, edit_mirror_free)

G_END_DECLS

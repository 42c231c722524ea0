/* edit-machine.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs edits on a board and checks after each what must always hold.
 */

#pragma once

#include "edit-script.h"

G_BEGIN_DECLS

typedef struct _EditMachine EditMachine;

EditMachine *edit_machine_new      (void);
void         edit_machine_free     (EditMachine *self);

/* Returns what no longer holds after the edit, %NULL when all does. */
const char  *edit_machine_run      (EditMachine *self,
                                    const Edit  *edit);

/* How many transactions changed the board so far. */
guint        edit_machine_get_n_changes
                                   (EditMachine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EditMachine, edit_machine_free)

G_END_DECLS

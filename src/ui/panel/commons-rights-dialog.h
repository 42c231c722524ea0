/* commons-rights-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_RIGHTS_DIALOG (commons_rights_dialog_get_type ())

/**
 * CommonsRightsDialog:
 *
 * A table of the resources of the board and the rights one can have over them,
 * for one circle or several. Every box is a change of the board of its own.
 */
G_DECLARE_FINAL_TYPE (CommonsRightsDialog, commons_rights_dialog, COMMONS, RIGHTS_DIALOG, AdwWindow)

/**
 * commons_rights_dialog_new:
 * @editor: what changes the board
 * @catalogue: names of the rights, and what each means
 * @enumeration: id of the enumeration of rights
 * @ids: (element-type utf8): ids of circles, no longer changed by anybody
 *
 * Returns: (transfer none): the dialog; the caller gives it its parent and
 *   presents it
 */
GtkWidget *commons_rights_dialog_new (CommonsEditor    *editor,
                                      CommonsCatalogue *catalogue,
                                      const char       *enumeration,
                                      GPtrArray        *ids);

/**
 * commons_rights_dialog_get_box:
 * @resource: id of a resource
 * @right: id of a right
 *
 * Returns: (transfer none) (nullable): the check button of that right over
 *   that resource, if it is in view
 */
GtkWidget *commons_rights_dialog_get_box (CommonsRightsDialog *self,
                                          const char          *resource,
                                          const char          *right);

G_END_DECLS

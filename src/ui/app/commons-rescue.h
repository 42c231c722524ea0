/* commons-rescue.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-window.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_RESCUE (commons_rescue_get_type ())

/**
 * CommonsRescue:
 *
 * What an application does so that no work is lost: it offers what was left
 * behind, in the window people see first, and writes the drafts of all windows
 * when it is told to end or the session ends.
 */
G_DECLARE_FINAL_TYPE (CommonsRescue, commons_rescue, COMMONS, RESCUE, GObject)

/**
 * commons_rescue_new:
 * @application: the application, which owns what is returned
 *
 * Begins to look for drafts.
 *
 * Returns: (transfer full): what rescues
 */
CommonsRescue *commons_rescue_new  (GtkApplication *application);

/**
 * commons_rescue_show:
 * @window: where somebody asked
 *
 * Looks again, and shows all drafts that were left behind.
 */
void           commons_rescue_show (CommonsRescue  *self,
                                    CommonsWindow  *window);

G_END_DECLS

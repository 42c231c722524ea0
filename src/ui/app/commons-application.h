/* commons-application.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_APPLICATION (commons_application_get_type ())

/**
 * CommonsApplication:
 *
 * The running program: its windows, and the commands that belong to none.
 */
G_DECLARE_FINAL_TYPE (CommonsApplication, commons_application, COMMONS, APPLICATION, AdwApplication)

/**
 * commons_application_new:
 *
 * Returns: (transfer full): the application
 */
CommonsApplication *commons_application_new (void);

G_END_DECLS

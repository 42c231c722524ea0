/* commons-launch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CommonsLaunchFailed:
 * @widget: (nullable): the widget given to commons_launch(); %NULL when it is gone
 * @message: what went wrong, in the words of the system
 *
 * Told when nothing could show an address.
 */
typedef void (*CommonsLaunchFailed) (GtkWidget  *widget,
                                     const char *message);

/**
 * commons_launch:
 * @widget: what asks, in a window
 * @uri: the address of a page, a mailbox or a file
 * @failed: called when it could not be shown; not when somebody gave up
 *
 * Has the program that is there for it show an address.
 */
void commons_launch (GtkWidget           *widget,
                     const char          *uri,
                     CommonsLaunchFailed  failed);

G_END_DECLS

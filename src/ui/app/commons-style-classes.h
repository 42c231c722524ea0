/* commons-style-classes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * commons_style_classes_follow:
 * @window: a window
 *
 * Keeps the style classes `dark` and `high-contrast` of a window as the desktop
 * and the preferences want them: the style sheet asks the window, whichever it
 * is.
 */
void commons_style_classes_follow (GtkWindow *window);

G_END_DECLS

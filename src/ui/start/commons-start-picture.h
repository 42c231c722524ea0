/* commons-start-picture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-glance.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_START_PICTURE (commons_start_picture_get_type ())

/**
 * CommonsStartPicture:
 *
 * The small picture of a board, drawn in the style of the desktop. An icon
 * stands for it until it is there, and where there is none. Larger ones give
 * way where there is less room.
 */
G_DECLARE_FINAL_TYPE (CommonsStartPicture, commons_start_picture, COMMONS, START_PICTURE, GtkWidget)

/**
 * commons_start_picture_new:
 * @width: width of the picture, in pixels
 * @height: height of the picture
 *
 * Returns: (transfer full): the widget
 */
GtkWidget *commons_start_picture_new  (int                  width,
                                       int                  height);

/**
 * commons_start_picture_set_icon:
 * @icon: name of an icon that stands there instead of a board
 */
void       commons_start_picture_set_icon
                                      (CommonsStartPicture *self,
                                       const char          *icon);

/**
 * commons_start_picture_load:
 * @file: (nullable): the board to show
 * @bytes: (nullable): what its file holds, where it is known
 * @samples: whether to lay cards into empty zones and circles
 *
 * Looks at a board, again whenever the style of the desktop changes. The
 * signal `looked` (#CommonsGlance) tells what was seen.
 */
void       commons_start_picture_load (CommonsStartPicture *self,
                                       GFile               *file,
                                       GBytes              *bytes,
                                       gboolean             samples);

G_END_DECLS

/* commons-wrap-box.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_WRAP_BOX (commons_wrap_box_get_type ())

/**
 * CommonsWrapBox:
 *
 * Lays children out in lines, each as wide as it wants to be and the next line
 * begun when there is no more room, as words in a text.
 */
G_DECLARE_FINAL_TYPE (CommonsWrapBox, commons_wrap_box, COMMONS, WRAP_BOX, GtkWidget)

/**
 * commons_wrap_box_new:
 * @spacing: between children and between lines, in pixels
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *commons_wrap_box_new    (int             spacing);

/**
 * commons_wrap_box_append:
 * @child: (transfer none): a widget without a parent
 *
 * Adds a child at the end.
 */
void       commons_wrap_box_append (CommonsWrapBox *self,
                                    GtkWidget      *child);

/**
 * commons_wrap_box_remove_all:
 *
 * Takes all children out.
 */
void       commons_wrap_box_remove_all (CommonsWrapBox *self);

G_END_DECLS

/* commons-rings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_RINGS (commons_rings_get_type ())

/**
 * CommonsRings:
 *
 * A ring for each guiding sheet, which closes as its questions are answered.
 */
G_DECLARE_FINAL_TYPE (CommonsRings, commons_rings, COMMONS, RINGS, GtkWidget)

/**
 * commons_rings_new:
 *
 * Returns: (transfer full): the widget, which shows nothing yet
 */
GtkWidget *commons_rings_new (void);

/**
 * commons_rings_set:
 * @n_rings: how many sheets there are, three at most
 * @done: how many questions of each are answered
 * @total: how many questions each has
 *
 * Shows how far the sheets are; a sheet without questions has no ring.
 */
void       commons_rings_set (CommonsRings *self,
                              guint         n_rings,
                              const guint  *done,
                              const guint  *total);

G_END_DECLS

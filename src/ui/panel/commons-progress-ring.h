/* commons-progress-ring.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_PROGRESS_RING (commons_progress_ring_get_type ())

/**
 * CommonsProgressRing:
 *
 * A ring that fills as questions are answered, with a number in it, 38 pixels
 * wide. It never blames: what is left is pale, and what is done turns green.
 */
G_DECLARE_FINAL_TYPE (CommonsProgressRing, commons_progress_ring, COMMONS, PROGRESS_RING, GtkWidget)

/**
 * commons_progress_ring_new:
 * @number: what stands in the ring
 *
 * Returns: (transfer floating): an empty ring
 */
GtkWidget *commons_progress_ring_new (guint                number);

/**
 * commons_progress_ring_set:
 * @n_done: how much is done
 * @n_all: how much there is
 *
 * Fills the ring.
 */
void       commons_progress_ring_set (CommonsProgressRing *self,
                                      guint                n_done,
                                      guint                n_all);

G_END_DECLS

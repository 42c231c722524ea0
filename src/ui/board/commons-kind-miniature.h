/* commons-kind-miniature.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_KIND_MINIATURE (commons_kind_miniature_get_type ())

/**
 * CommonsKindMiniature:
 *
 * The silhouette of a kind of card with its icon, 36 × 26 pixels, light or
 * dark as the windows are.
 */
G_DECLARE_FINAL_TYPE (CommonsKindMiniature, commons_kind_miniature, COMMONS, KIND_MINIATURE, GtkWidget)

/**
 * commons_kind_miniature_new:
 * @catalogue: (nullable): where @kind is found
 * @kind: (nullable): id of a kind
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget  *commons_kind_miniature_new      (CommonsCatalogue     *catalogue,
                                             const char           *kind);

/**
 * commons_kind_miniature_set_kind:
 * @catalogue: (nullable): where @kind is found
 * @kind: (nullable): id of a kind; one that is unknown shows nothing
 *
 * Changes what is drawn.
 */
void        commons_kind_miniature_set_kind (CommonsKindMiniature *self,
                                             CommonsCatalogue     *catalogue,
                                             const char           *kind);

/**
 * commons_kind_miniature_get_kind:
 *
 * Returns: (transfer none) (nullable): id of the kind drawn
 */
const char *commons_kind_miniature_get_kind (CommonsKindMiniature *self);

G_END_DECLS

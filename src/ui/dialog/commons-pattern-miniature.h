/* commons-pattern-miniature.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-patterns.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_PATTERN_MINIATURE (commons_pattern_miniature_get_type ())

/**
 * CommonsPatternMiniature:
 *
 * A structure of circles as it will be on the board, seen from afar: it is
 * laid on an empty board of its own, which the painter of boards draws.
 */
G_DECLARE_FINAL_TYPE (CommonsPatternMiniature, commons_pattern_miniature, COMMONS, PATTERN_MINIATURE, GtkWidget)

/**
 * commons_pattern_miniature_new:
 * @catalogue: the catalogue @pattern belongs to
 * @pattern: a structure of circles
 *
 * Returns: (transfer floating): a picture of it
 */
GtkWidget *commons_pattern_miniature_new (CommonsCatalogue     *catalogue,
                                          const CommonsPattern *pattern);

G_END_DECLS

/* commons-pattern.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-editor.h"
#include "commons-patterns.h"

G_BEGIN_DECLS

/**
 * commons_pattern_find_place:
 * @pattern: a structure of circles
 * @visible: (nullable): the part of the board one looks at, in board units
 * @place: (out): where the structure goes, in board units
 *
 * Finds a place where a structure covers nothing: in the middle of what one
 * looks at, else near it, else beside all there is. Circles and zones count
 * as taken. Only when the board reaches its limits on all sides may it cover
 * something.
 */
void       commons_pattern_find_place (CommonsBoard         *board,
                                       const CommonsPattern *pattern,
                                       const CommonsRect    *visible,
                                       CommonsRect          *place);

/**
 * commons_pattern_lay:
 * @catalogue: the catalogue @pattern belongs to
 * @pattern: a structure of circles
 * @visible: (nullable): the part of the board one looks at, in board units
 * @label: name of the undo step, translated
 *
 * Lays the circles of a structure on the board, with their gates and their
 * links, where commons_pattern_find_place() finds room. One transaction, or a
 * part of the one under way.
 *
 * Returns: (transfer full) (element-type utf8): ids of the circles, in the
 *   order of the pattern
 */
GPtrArray *commons_pattern_lay        (CommonsEditor        *editor,
                                       CommonsCatalogue     *catalogue,
                                       const CommonsPattern *pattern,
                                       const CommonsRect    *visible,
                                       const char           *label);

G_END_DECLS

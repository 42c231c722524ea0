/* commons-patterns.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"

G_BEGIN_DECLS

/**
 * CommonsPatternCircle:
 * @id: name within the pattern
 * @title: name of the circle
 * @purpose: what it is for
 * @gate: (nullable): title of the boundary rule on its border
 * @gate_angle: where that rule stands, in radians, clockwise from the right
 * @entry_mode: (nullable): value of the enumeration `entry_mode`
 * @method: (nullable): value of the enumeration `method`
 * @link_to_parent: (nullable): value of the enumeration `link_to_parent`
 * @ring: 0 for the heart, more for further out
 * @parent: index of the circle it lies in, or -1
 * @bounds: place and size in board units, the pattern beginning at 0, 0
 *
 * One circle of a pattern. Circles stand in an order in which each comes
 * after the one it lies in.
 */
typedef struct
{
  const char  *id;
  const char  *title;
  const char  *purpose;
  const char  *gate;
  double       gate_angle;
  const char  *entry_mode;
  const char  *method;
  const char  *link_to_parent;
  int          ring;
  int          parent;
  CommonsRect  bounds;
} CommonsPatternCircle;

/**
 * CommonsPatternLink:
 * @link: type of link, `leads_to` or `linked_with`
 * @from: index of a circle
 * @to: index of a circle
 *
 * A link between two circles of a pattern. That one lies in another is not
 * among them: its place says so.
 */
typedef struct
{
  const char *link;
  guint       from;
  guint       to;
} CommonsPatternLink;

/**
 * CommonsPattern:
 * @id: name in the catalogue
 * @name: its name
 * @about: one sentence on how it works
 * @suits: one sentence on when it suits
 * @width: width of all of it, in board units
 * @height: height of all of it, in board units
 * @n_circles: number of @circles
 * @circles: (array length=n_circles): its circles
 * @n_links: number of @links
 * @links: (array length=n_links): its links
 *
 * A structure of circles that many commons have, ready to be laid out. Names
 * of patterns come from the onion model of free software (CHAOSS), Sociocracy
 * 3.0 and GitHub’s Minimum Viable Governance.
 */
typedef struct
{
  const char                 *id;
  const char                 *name;
  const char                 *about;
  const char                 *suits;
  int                         width;
  int                         height;
  guint                       n_circles;
  const CommonsPatternCircle *circles;
  guint                       n_links;
  const CommonsPatternLink   *links;
} CommonsPattern;

/**
 * commons_catalogue_get_n_patterns:
 *
 * Returns: how many patterns there are
 */
guint                 commons_catalogue_get_n_patterns  (CommonsCatalogue *self);

/**
 * commons_catalogue_get_nth_pattern:
 * @index: less than commons_catalogue_get_n_patterns()
 *
 * Returns: (transfer none): a pattern, owned by the catalogue
 */
const CommonsPattern *commons_catalogue_get_nth_pattern (CommonsCatalogue *self,
                                                         guint             index);

/**
 * commons_catalogue_get_pattern:
 * @id: (nullable): name in the catalogue
 *
 * Returns: (transfer none) (nullable): the pattern of that name
 */
const CommonsPattern *commons_catalogue_get_pattern     (CommonsCatalogue *self,
                                                         const char       *id);

G_END_DECLS

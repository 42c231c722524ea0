/* commons-group-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Circles, zones and the groups of other programs.
 */

#pragma once

#include "commons-drawing.h"

G_BEGIN_DECLS

/**
 * CommonsGroupLook:
 * @COMMONS_GROUP_CIRCLE: a true disc with its name on the border
 * @COMMONS_GROUP_ZONE: a name at a corner and no frame
 * @COMMONS_GROUP_BOX: a frame with a name inside of it, for zones that ask for
 *   one: the fields of a canvas that has no circles
 * @COMMONS_GROUP_FRAME: a thin frame with a label, for groups that another
 *   program made
 *
 * How a `group` node is drawn.
 */
typedef enum
{
  COMMONS_GROUP_CIRCLE,
  COMMONS_GROUP_ZONE,
  COMMONS_GROUP_BOX,
  COMMONS_GROUP_FRAME,
} CommonsGroupLook;

/**
 * commons_group_layout_get_look:
 * @node: a `group` node
 *
 * Returns: how it is drawn
 */
CommonsGroupLook commons_group_layout_get_look   (const CommonsDrawing *drawing,
                                                  CommonsRecord        *node);

/**
 * commons_group_layout_get_disc:
 * @node: a circle
 * @x: (out): centre
 * @y: (out): centre
 *
 * Returns: the radius of the disc drawn for it, in board units
 */
double           commons_group_layout_get_disc   (CommonsRecord        *node,
                                                  double               *x,
                                                  double               *y);

/**
 * commons_group_layout_get_name:
 * @span: (out): where the name of the group stands, pill included
 */
void             commons_group_layout_get_name   (const CommonsDrawing *drawing,
                                                  CommonsRecord        *node,
                                                  CommonsSpan          *span);

/**
 * commons_group_layout_build:
 * @depth: number of circles around it
 *
 * Adds the ground of a group to a scene: a disc, a frame, or nothing.
 */
void             commons_group_layout_build      (const CommonsDrawing *drawing,
                                                  CommonsRecord        *node,
                                                  guint                 depth,
                                                  CommonsScene         *scene);

/**
 * commons_group_layout_build_name:
 *
 * Adds the name of a group to a scene.
 */
void             commons_group_layout_build_name (const CommonsDrawing *drawing,
                                                  CommonsRecord        *node,
                                                  CommonsScene         *scene);

G_END_DECLS

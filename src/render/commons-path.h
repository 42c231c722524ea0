/* commons-path.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

#define COMMONS_PATH_ERROR (commons_path_error_quark ())

/**
 * CommonsPathError:
 * @COMMONS_PATH_ERROR_SYNTAX: the text is not SVG path data
 */
typedef enum
{
  COMMONS_PATH_ERROR_SYNTAX,
} CommonsPathError;

/**
 * CommonsPathOp:
 *
 * What one command of a path does.
 */
typedef enum
{
  COMMONS_PATH_MOVE,
  COMMONS_PATH_LINE,
  COMMONS_PATH_CURVE,
  COMMONS_PATH_CLOSE,
} CommonsPathOp;

/**
 * CommonsPathCommand:
 * @op: what to do
 * @points: x and y of the target, after those of two handles for a curve
 *
 * One command of a path.
 */
typedef struct
{
  CommonsPathOp op;
  double        points[6];
} CommonsPathCommand;

/**
 * CommonsPath:
 *
 * A reference-counted list of lines and cubic curves, the same for every
 * painter.
 */
typedef struct _CommonsPath CommonsPath;

GQuark       commons_path_error_quark      (void);

CommonsPath *commons_path_new              (void);

/**
 * commons_path_new_translated:
 *
 * Returns: (transfer full): the same path elsewhere
 */
CommonsPath *commons_path_new_translated   (const CommonsPath *self,
                                            double             dx,
                                            double             dy);
CommonsPath *commons_path_ref              (CommonsPath       *self);
void         commons_path_unref            (CommonsPath       *self);

/**
 * commons_path_parse:
 * @data: SVG path data, with any command, absolute or relative
 * @error: return location for a #CommonsPathError
 *
 * Returns: (transfer full) (nullable): the path
 */
CommonsPath *commons_path_parse            (const char        *data,
                                            GError           **error);

void         commons_path_move_to          (CommonsPath       *self,
                                            double             x,
                                            double             y);
void         commons_path_line_to          (CommonsPath       *self,
                                            double             x,
                                            double             y);
void         commons_path_curve_to         (CommonsPath       *self,
                                            double             x1,
                                            double             y1,
                                            double             x2,
                                            double             y2,
                                            double             x,
                                            double             y);
void         commons_path_close            (CommonsPath       *self);

/**
 * commons_path_add_circle:
 *
 * Adds a closed circle of @radius around (@x, @y).
 */
void         commons_path_add_circle       (CommonsPath       *self,
                                            double             x,
                                            double             y,
                                            double             radius);

/**
 * commons_path_add_box:
 * @radii: corners: top-left, top-right, bottom-right, bottom-left; made
 *   smaller together when they do not fit
 * @cut: legs of the triangle cut off at the bottom right, or 0
 *
 * Adds a closed rectangle with round corners.
 */
void         commons_path_add_box          (CommonsPath       *self,
                                            double             x,
                                            double             y,
                                            double             width,
                                            double             height,
                                            const double       radii[4],
                                            double             cut);

/**
 * commons_path_get_commands:
 * @n_commands: (out): their number
 *
 * Returns: (transfer none) (array length=n_commands): the commands
 */
const CommonsPathCommand *
             commons_path_get_commands     (const CommonsPath *self,
                                            guint             *n_commands);

/**
 * commons_path_get_extents:
 * @x1: (out): left edge
 * @y1: (out): top edge
 * @x2: (out): right edge
 * @y2: (out): bottom edge
 *
 * Gives a rectangle that holds the path and the handles of its curves.
 *
 * Returns: whether the path has any point
 */
gboolean     commons_path_get_extents      (const CommonsPath *self,
                                            double            *x1,
                                            double            *y1,
                                            double            *x2,
                                            double            *y2);

/**
 * commons_path_append_to:
 *
 * Adds the path to the current path of @cr.
 */
void         commons_path_append_to        (const CommonsPath *self,
                                            cairo_t           *cr);

/**
 * commons_path_to_string:
 *
 * Returns: (transfer full): the path as SVG path data, rounded to hundredths
 */
char        *commons_path_to_string        (const CommonsPath *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsPath, commons_path_unref)

G_END_DECLS

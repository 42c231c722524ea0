/* commons-path.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-path"

#include "config.h"

#include <math.h>

#include "commons-number.h"
#include "commons-path.h"

/* Handle length that makes a cubic curve follow a quarter of a circle. */
#define QUARTER 0.5522847498

struct _CommonsPath
{
  gatomicrefcount  ref_count;
  GArray          *commands;
};

G_DEFINE_QUARK (commons-path-error-quark, commons_path_error)

CommonsPath *
commons_path_new (void)
{
  CommonsPath *self = g_new0 (CommonsPath, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->commands = g_array_new (FALSE, FALSE, sizeof (CommonsPathCommand));

  return self;
}

CommonsPath *
commons_path_new_translated (const CommonsPath *self,
                             double             dx,
                             double             dy)
{
  CommonsPath *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = commons_path_new ();
  g_array_append_vals (copy->commands, self->commands->data, self->commands->len);
  for (guint i = 0; i < copy->commands->len; i++)
    {
      CommonsPathCommand *command = &g_array_index (copy->commands, CommonsPathCommand, i);

      for (guint j = 0; j < G_N_ELEMENTS (command->points); j += 2)
        {
          command->points[j] += dx;
          command->points[j + 1] += dy;
        }
    }

  return copy;
}

CommonsPath *
commons_path_ref (CommonsPath *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
commons_path_unref (CommonsPath *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->commands);
  g_free (self);
}

void
commons_path_move_to (CommonsPath *self,
                      double       x,
                      double       y)
{
  CommonsPathCommand command = { COMMONS_PATH_MOVE, { x, y } };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->commands, command);
}

void
commons_path_line_to (CommonsPath *self,
                      double       x,
                      double       y)
{
  CommonsPathCommand command = { COMMONS_PATH_LINE, { x, y } };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->commands, command);
}

void
commons_path_curve_to (CommonsPath *self,
                       double       x1,
                       double       y1,
                       double       x2,
                       double       y2,
                       double       x,
                       double       y)
{
  CommonsPathCommand command = { COMMONS_PATH_CURVE, { x1, y1, x2, y2, x, y } };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->commands, command);
}

void
commons_path_close (CommonsPath *self)
{
  CommonsPathCommand command = { COMMONS_PATH_CLOSE, { 0 } };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->commands, command);
}

void
commons_path_add_circle (CommonsPath *self,
                         double       x,
                         double       y,
                         double       radius)
{
  double k = radius * QUARTER;

  g_return_if_fail (self != NULL);

  commons_path_move_to (self, x + radius, y);
  commons_path_curve_to (self, x + radius, y + k, x + k, y + radius, x, y + radius);
  commons_path_curve_to (self, x - k, y + radius, x - radius, y + k, x - radius, y);
  commons_path_curve_to (self, x - radius, y - k, x - k, y - radius, x, y - radius);
  commons_path_curve_to (self, x + k, y - radius, x + radius, y - k, x + radius, y);
  commons_path_close (self);
}

/* Two corners on a side never overlap: all shrink together, as CSS does. */
static void
fit_radii (const double radii[4],
           double       width,
           double       height,
           double       fitted[4])
{
  double sums[4] = { radii[0] + radii[1], radii[1] + radii[2], radii[2] + radii[3], radii[3] + radii[0] };
  double factor = 1;

  for (guint i = 0; i < 4; i++)
    {
      double side = i % 2 == 0 ? width : height;

      if (sums[i] > side)
        factor = MIN (factor, side / sums[i]);
    }

  for (guint i = 0; i < 4; i++)
    fitted[i] = radii[i] * factor;
}

/* One corner from the end of a side to the start of the next one; (dx, dy)
 * is the direction the path arrives with, (ex, ey) the one it leaves with. */
static void
add_corner (CommonsPath *self,
            double       x,
            double       y,
            double       dx,
            double       dy,
            double       ex,
            double       ey,
            double       radius)
{
  double h = radius * (1 - QUARTER);

  if (radius <= 0)
    {
      commons_path_line_to (self, x, y);
      return;
    }

  commons_path_line_to (self, x - dx * radius, y - dy * radius);
  commons_path_curve_to (self, x - dx * h, y - dy * h, x + ex * h, y + ey * h,
                         x + ex * radius, y + ey * radius);
}

void
commons_path_add_box (CommonsPath  *self,
                      double        x,
                      double        y,
                      double        width,
                      double        height,
                      const double  radii[4],
                      double        cut)
{
  double r[4];

  g_return_if_fail (self != NULL);

  fit_radii (radii, width, height, r);
  commons_path_move_to (self, x + r[0], y);
  add_corner (self, x + width, y, 1, 0, 0, 1, r[1]);

  if (cut > 0)
    {
      commons_path_line_to (self, x + width, y + height - cut);
      commons_path_line_to (self, x + width - cut, y + height);
    }
  else
    {
      add_corner (self, x + width, y + height, 0, 1, -1, 0, r[2]);
    }

  add_corner (self, x, y + height, -1, 0, 0, -1, r[3]);
  add_corner (self, x, y, 0, -1, 1, 0, r[0]);
  commons_path_close (self);
}

const CommonsPathCommand *
commons_path_get_commands (const CommonsPath *self,
                           guint             *n_commands)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_commands != NULL, NULL);

  *n_commands = self->commands->len;
  return (const CommonsPathCommand *) (void *) self->commands->data;
}

static guint
get_n_points (CommonsPathOp op)
{
  switch (op)
    {
    case COMMONS_PATH_MOVE:
    case COMMONS_PATH_LINE:
      return 1;

    case COMMONS_PATH_CURVE:
      return 3;

    case COMMONS_PATH_CLOSE:
    default:
      return 0;
    }
}

gboolean
commons_path_get_extents (const CommonsPath *self,
                          double            *x1,
                          double            *y1,
                          double            *x2,
                          double            *y2)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *x1 = *y1 = G_MAXDOUBLE;
  *x2 = *y2 = -G_MAXDOUBLE;

  for (guint i = 0; i < self->commands->len; i++)
    {
      const CommonsPathCommand *command = &g_array_index (self->commands, CommonsPathCommand, i);

      for (guint j = 0; j < get_n_points (command->op); j++)
        {
          *x1 = MIN (*x1, command->points[2 * j]);
          *y1 = MIN (*y1, command->points[2 * j + 1]);
          *x2 = MAX (*x2, command->points[2 * j]);
          *y2 = MAX (*y2, command->points[2 * j + 1]);
        }
    }

  return *x1 <= *x2;
}

void
commons_path_append_to (const CommonsPath *self,
                        cairo_t           *cr)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  for (guint i = 0; i < self->commands->len; i++)
    {
      const CommonsPathCommand *command = &g_array_index (self->commands, CommonsPathCommand, i);
      const double *p = command->points;

      switch (command->op)
        {
        case COMMONS_PATH_MOVE:
          cairo_move_to (cr, p[0], p[1]);
          break;

        case COMMONS_PATH_LINE:
          cairo_line_to (cr, p[0], p[1]);
          break;

        case COMMONS_PATH_CURVE:
          cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
          break;

        case COMMONS_PATH_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

char *
commons_path_to_string (const CommonsPath *self)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };
  GString *string = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->commands->len; i++)
    {
      const CommonsPathCommand *command = &g_array_index (self->commands, CommonsPathCommand, i);

      g_string_append_c (string, letters[command->op]);

      for (guint j = 0; j < 2 * get_n_points (command->op); j++)
        {
          if (j > 0)
            g_string_append_c (string, ' ');

          commons_number_append (string, command->points[j]);
        }
    }

  return g_string_free (string, FALSE);
}

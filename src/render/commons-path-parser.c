/* commons-path-parser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads SVG path data. Every command becomes lines and cubic curves.
 */

#define G_LOG_DOMAIN "commons-path"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-path.h"

typedef struct
{
  CommonsPath *path;
  const char  *start;
  const char  *cursor;

  /* The current point, where the sub-path began, and the last handle, which
   * a smooth curve mirrors. */
  double       x;
  double       y;
  double       start_x;
  double       start_y;
  double       handle_x;
  double       handle_y;
  char         previous;
} Parser;

static void
skip_separators (Parser *parser)
{
  while (g_ascii_isspace (*parser->cursor) || *parser->cursor == ',')
    parser->cursor++;
}

static gboolean
read_number (Parser *parser,
             double *value)
{
  char *end = NULL;

  skip_separators (parser);

  /* g_ascii_strtod() would take "inf", "nan" and hexadecimal numbers too. */
  if (strchr ("+-.0123456789", *parser->cursor) == NULL || *parser->cursor == '\0' ||
      g_ascii_strncasecmp (parser->cursor, "0x", 2) == 0)
    return FALSE;

  *value = g_ascii_strtod (parser->cursor, &end);

  if (end == parser->cursor || !isfinite (*value))
    return FALSE;

  parser->cursor = end;
  return TRUE;
}

/* The flags of an arc may stand without a space: "a1 1 0 01 2 2". */
static gboolean
read_flag (Parser *parser,
           double *value)
{
  skip_separators (parser);

  if (*parser->cursor != '0' && *parser->cursor != '1')
    return FALSE;

  *value = *parser->cursor++ - '0';
  return TRUE;
}

static guint
get_n_arguments (char command)
{
  switch (g_ascii_toupper (command))
    {
    case 'M':
    case 'L':
    case 'T':
      return 2;

    case 'H':
    case 'V':
      return 1;

    case 'C':
      return 6;

    case 'S':
    case 'Q':
      return 4;

    case 'A':
      return 7;

    default:
      return 0;
    }
}

static gboolean
read_arguments (Parser *parser,
                char    command,
                double  values[7])
{
  gboolean is_arc = g_ascii_toupper (command) == 'A';

  for (guint i = 0; i < get_n_arguments (command); i++)
    {
      gboolean is_flag = is_arc && (i == 3 || i == 4);

      if (!(is_flag ? read_flag (parser, &values[i]) : read_number (parser, &values[i])))
        return FALSE;
    }

  return TRUE;
}

static void
make_absolute (Parser *parser,
               char    command,
               double  values[7])
{
  guint first = g_ascii_toupper (command) == 'A' ? 5 : 0;

  if (!g_ascii_islower (command))
    return;

  if (command == 'v')
    {
      values[0] += parser->y;
      return;
    }

  for (guint i = first; i < get_n_arguments (command); i++)
    values[i] += (i - first) % 2 == 0 ? parser->x : parser->y;
}

static void
add_curve (Parser *parser,
           double  x1,
           double  y1,
           double  x2,
           double  y2,
           double  x,
           double  y)
{
  commons_path_curve_to (parser->path, x1, y1, x2, y2, x, y);
  parser->x = x;
  parser->y = y;
}

static void
add_line (Parser *parser,
          double  x,
          double  y)
{
  commons_path_line_to (parser->path, x, y);
  parser->x = x;
  parser->y = y;
}

static void
add_cubic (Parser       *parser,
           const double *v)
{
  parser->handle_x = v[2];
  parser->handle_y = v[3];
  add_curve (parser, v[0], v[1], v[2], v[3], v[4], v[5]);
}

static void
add_quadratic (Parser *parser,
               double  qx,
               double  qy,
               double  x,
               double  y)
{
  parser->handle_x = qx;
  parser->handle_y = qy;
  add_curve (parser,
             parser->x + (qx - parser->x) * 2 / 3, parser->y + (qy - parser->y) * 2 / 3,
             x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3,
             x, y);
}

/* The handle a smooth curve starts with: the last one mirrored, or the
 * current point when what came before was no curve of the same family. */
static void
mirror_handle (Parser     *parser,
               const char *family,
               double     *x,
               double     *y)
{
  gboolean follows = parser->previous != '\0' && strchr (family, parser->previous) != NULL;

  *x = follows ? 2 * parser->x - parser->handle_x : parser->x;
  *y = follows ? 2 * parser->y - parser->handle_y : parser->y;
}

/* Cuts the arc around (cx, cy) from angle @start over @sweep into curves of
 * at most a quarter turn each. */
static void
add_arc_curves (Parser *parser,
                double  cx,
                double  cy,
                double  rx,
                double  ry,
                double  turn,
                double  start,
                double  sweep)
{
  int n_curves = (int) ceil (fabs (sweep) / G_PI_2 - 1e-9);
  double step = sweep / MAX (n_curves, 1);
  double k = 4.0 / 3 * tan (step / 4);
  double cos_turn = cos (turn), sin_turn = sin (turn);

  for (int i = 0; i < n_curves; i++)
    {
      double a = start + i * step, b = a + step;
      double px[3] = { cos (a) - k * sin (a), cos (b) + k * sin (b), cos (b) };
      double py[3] = { sin (a) + k * cos (a), sin (b) - k * cos (b), sin (b) };
      double x[3], y[3];

      for (guint j = 0; j < 3; j++)
        {
          x[j] = cx + cos_turn * rx * px[j] - sin_turn * ry * py[j];
          y[j] = cy + sin_turn * rx * px[j] + cos_turn * ry * py[j];
        }

      add_curve (parser, x[0], y[0], x[1], y[1], x[2], y[2]);
    }
}

/* From the two ends of an arc to its centre, as the SVG specification lays
 * down (appendix on elliptical arcs). */
static void
add_arc (Parser       *parser,
         const double *v)
{
  double rx = fabs (v[0]), ry = fabs (v[1]), turn = v[2] * G_PI / 180;
  double dx = (parser->x - v[5]) / 2, dy = (parser->y - v[6]) / 2;
  double px = cos (turn) * dx + sin (turn) * dy;
  double py = -sin (turn) * dx + cos (turn) * dy;
  double scale, factor, qx, qy, start, sweep;

  if (rx < 1e-9 || ry < 1e-9 || (fabs (dx) < 1e-12 && fabs (dy) < 1e-12))
    {
      add_line (parser, v[5], v[6]);
      return;
    }

  scale = sqrt (MAX (1, px * px / (rx * rx) + py * py / (ry * ry)));
  rx *= scale;
  ry *= scale;

  factor = rx * rx * py * py + ry * ry * px * px;
  factor = sqrt (MAX (0, (rx * rx * ry * ry - factor) / factor));

  if ((v[3] != 0) == (v[4] != 0))
    factor = -factor;

  qx = factor * rx * py / ry;
  qy = -factor * ry * px / rx;
  start = atan2 ((py - qy) / ry, (px - qx) / rx);
  sweep = atan2 ((-py - qy) / ry, (-px - qx) / rx) - start;

  if (v[4] != 0 && sweep < 0)
    sweep += 2 * G_PI;
  else if (v[4] == 0 && sweep > 0)
    sweep -= 2 * G_PI;

  add_arc_curves (parser,
                  cos (turn) * qx - sin (turn) * qy + (parser->x + v[5]) / 2,
                  sin (turn) * qx + cos (turn) * qy + (parser->y + v[6]) / 2,
                  rx, ry, turn, start, sweep);
}

static void
add_move (Parser *parser,
          double  x,
          double  y)
{
  commons_path_move_to (parser->path, x, y);
  parser->x = parser->start_x = x;
  parser->y = parser->start_y = y;
}

static void
add_smooth (Parser       *parser,
            char          upper,
            const double *v)
{
  double x, y;

  if (upper == 'S')
    {
      mirror_handle (parser, "CS", &x, &y);
      add_cubic (parser, (double[]) { x, y, v[0], v[1], v[2], v[3] });
    }
  else
    {
      mirror_handle (parser, "QT", &x, &y);
      add_quadratic (parser, x, y, v[0], v[1]);
    }
}

static void
add_command (Parser       *parser,
             char          upper,
             const double *v)
{
  switch (upper)
    {
    case 'M':
      add_move (parser, v[0], v[1]);
      break;

    case 'L':
      add_line (parser, v[0], v[1]);
      break;

    case 'H':
      add_line (parser, v[0], parser->y);
      break;

    case 'V':
      add_line (parser, parser->x, v[0]);
      break;

    case 'C':
      add_cubic (parser, v);
      break;

    case 'Q':
      add_quadratic (parser, v[0], v[1], v[2], v[3]);
      break;

    case 'A':
      add_arc (parser, v);
      break;

    default:
      add_smooth (parser, upper, v);
      break;
    }

  parser->previous = upper;
}

static gboolean
parse_command (Parser *parser,
               char   *command)
{
  double values[7] = { 0 };

  skip_separators (parser);

  /* Numbers after a complete command repeat it; after a move they are lines. */
  if (g_ascii_isalpha (*parser->cursor))
    *command = *parser->cursor++;
  else if (*command == 'm' || *command == 'M')
    *command = *command == 'm' ? 'l' : 'L';
  else if (*command == 'z' || *command == 'Z')
    return FALSE;

  if (*command == '\0' || strchr ("MmLlHhVvCcSsQqTtAaZz", *command) == NULL ||
      (parser->previous == '\0' && g_ascii_toupper (*command) != 'M'))
    return FALSE;

  if (g_ascii_toupper (*command) == 'Z')
    {
      commons_path_close (parser->path);
      parser->x = parser->start_x;
      parser->y = parser->start_y;
      parser->previous = 'Z';
      return TRUE;
    }

  if (!read_arguments (parser, *command, values))
    return FALSE;

  make_absolute (parser, *command, values);
  add_command (parser, g_ascii_toupper (*command), values);
  return TRUE;
}

CommonsPath *
commons_path_parse (const char  *data,
                    GError     **error)
{
  g_autoptr (CommonsPath) path = commons_path_new ();
  Parser parser = { .path = path, .start = data, .cursor = data };
  char command = '\0';

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (skip_separators (&parser); *parser.cursor != '\0'; skip_separators (&parser))
    {
      if (!parse_command (&parser, &command))
        {
          g_set_error (error, COMMONS_PATH_ERROR, COMMONS_PATH_ERROR_SYNTAX,
                       "The path data cannot be read at character %d",
                       (int) (parser.cursor - parser.start) + 1);
          return NULL;
        }
    }

  return g_steal_pointer (&path);
}

/* commons-gate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-gate"

#include "config.h"

#include <math.h>

#include "commons-gate.h"

/* A gate stands this far inside the border it belongs to, so that rounding
 * never puts it outside. */
#define INSET 1.0

/* Two gates nearer than that on a border, in units, would hide one another. */
#define ELBOW_ROOM 130

static gboolean
is_kind (CommonsRecord *record,
         const char    *kind)
{
  return record != NULL && g_strcmp0 (commons_record_get_kind (record), kind) == 0;
}

static gboolean
is_circle (CommonsRecord *record)
{
  return is_kind (record, "circle") && commons_record_is_group (record);
}

static double
get_disc (CommonsRecord *circle,
          double        *x,
          double        *y)
{
  const CommonsRect *bounds = commons_record_get_bounds (circle);

  *x = bounds->x + bounds->width / 2.0;
  *y = bounds->y + bounds->height / 2.0;

  return MIN (bounds->width, bounds->height) / 2.0;
}

/* How far a point is from a border, and where the border is nearest. */
static double
get_distance (CommonsRecord *circle,
              double         x,
              double         y,
              double        *angle)
{
  double center_x, center_y;
  double radius = get_disc (circle, &center_x, &center_y);

  *angle = atan2 (y - center_y, x - center_x);

  return fabs (hypot (x - center_x, y - center_y) - radius);
}

CommonsGateWay
commons_gate_get_way (CommonsRecord *record)
{
  const char *type;

  if (!is_kind (record, "rule") || commons_record_is_group (record))
    return COMMONS_GATE_NONE;

  type = commons_record_get_string (record, "commons/fields/rule_type");
  if (g_strcmp0 (type, "boundary") == 0)
    return COMMONS_GATE_IN;
  else if (g_strcmp0 (type, "exit") == 0)
    return COMMONS_GATE_OUT;
  else
    return COMMONS_GATE_NONE;
}

gboolean
commons_gate_may_be (CommonsRecord *record)
{
  if (!is_kind (record, "rule") || commons_record_is_group (record))
    return FALSE;

  return commons_gate_get_way (record) != COMMONS_GATE_NONE ||
         commons_record_get_string (record, "commons/fields/rule_type") == NULL;
}

/* The circle at the other end of a link by which a rule applies to one. */
static CommonsRecord *
get_circle (CommonsBoard  *board,
            CommonsRecord *rule,
            CommonsRecord *edge)
{
  CommonsRecord *circle;

  if (g_strcmp0 (commons_record_get_link (edge), "applies_to") != 0 ||
      !g_str_equal (commons_record_get_from (edge), commons_record_get_id (rule)))
    return NULL;

  circle = commons_board_lookup_node (board, commons_record_get_to (edge));

  return is_circle (circle) ? circle : NULL;
}

gboolean
commons_gate_find (CommonsBoard  *board,
                   CommonsRecord *record,
                   CommonsGate   *gate)
{
  CommonsGateWay way = commons_gate_get_way (record);
  double least = COMMONS_GATE_REACH;
  const CommonsRect *bounds;
  GPtrArray *links;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (gate != NULL, FALSE);

  *gate = (CommonsGate) { 0 };
  if (way == COMMONS_GATE_NONE)
    return FALSE;

  bounds = commons_record_get_bounds (record);
  links = commons_board_get_links (board, commons_record_get_id (record));
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *circle = get_circle (board, record, g_ptr_array_index (links, i));
      double distance, angle;

      if (circle == NULL)
        continue;

      distance = get_distance (circle, bounds->x + bounds->width / 2.0, bounds->y + bounds->height / 2.0, &angle);
      if (distance > least || (gate->circle != NULL && distance == least))
        continue;

      least = distance;
      *gate = (CommonsGate) { circle, way, angle };
    }

  return gate->circle != NULL;
}

CommonsRecord *
commons_gate_find_border (CommonsBoard *board,
                          double        x,
                          double        y,
                          double        reach,
                          double       *angle)
{
  CommonsRecord *nearest = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      double distance, where;

      if (!is_circle (node))
        continue;

      distance = get_distance (node, x, y, &where);
      if (distance > reach || (nearest != NULL && distance == reach))
        continue;

      reach = distance;
      nearest = node;
      if (angle != NULL)
        *angle = where;
    }

  return nearest;
}

void
commons_gate_get_point (CommonsRecord *circle,
                        double         angle,
                        double        *x,
                        double        *y)
{
  double radius;

  g_return_if_fail (circle != NULL);
  g_return_if_fail (x != NULL && y != NULL);

  radius = MAX (get_disc (circle, x, y) - INSET, 0);
  *x += cos (angle) * radius;
  *y += sin (angle) * radius;
}

CommonsRecord *
commons_gate_get_entry (CommonsBoard  *board,
                        CommonsRecord *circle)
{
  GPtrArray *links;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (circle != NULL, NULL);

  links = commons_board_get_links (board, commons_record_get_id (circle));
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *rule = commons_board_lookup_node (board, commons_record_get_from (g_ptr_array_index (links, i)));
      CommonsGate gate;

      if (commons_gate_get_way (rule) == COMMONS_GATE_IN &&
          commons_gate_find (board, rule, &gate) && gate.circle == circle)
        return rule;
    }

  return NULL;
}

static gboolean
says_how_to_enter (CommonsBoard  *board,
                   CommonsRecord *circle)
{
  const char *mode = commons_record_get_string (circle, "commons/fields/entry_mode");
  GPtrArray *links = commons_board_get_links (board, commons_record_get_id (circle));

  if (mode != NULL && *mode != '\0' && !g_str_equal (mode, "closed"))
    return TRUE;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links, i);
      CommonsRecord *rule = commons_board_lookup_node (board, commons_record_get_from (edge));

      if (commons_gate_get_way (rule) == COMMONS_GATE_IN && get_circle (board, rule, edge) == circle)
        return TRUE;
    }

  return FALSE;
}

/* Whether there is a card in the circle, and another circle than it. */
static gboolean
is_lived_in (CommonsBoard  *board,
             CommonsRecord *circle)
{
  gboolean card = FALSE, other = FALSE;

  for (guint i = 0; i < commons_board_get_n_nodes (board) && !(card && other); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (!commons_record_is_group (node))
        card = card || commons_board_contains (circle, node);
      else
        other = other || (node != circle && is_circle (node));
    }

  return card && other;
}

static gboolean
is_free (CommonsBoard  *board,
         CommonsRecord *circle,
         double         angle)
{
  GPtrArray *links = commons_board_get_links (board, commons_record_get_id (circle));
  double x, y;

  commons_gate_get_point (circle, angle, &x, &y);
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *rule = commons_board_lookup_node (board, commons_record_get_from (g_ptr_array_index (links, i)));
      double other_x, other_y;
      CommonsGate gate;

      if (rule == NULL || !commons_gate_find (board, rule, &gate) || gate.circle != circle)
        continue;

      commons_gate_get_point (circle, gate.angle, &other_x, &other_y);
      if (fabs (other_y - y) < 2 * COMMONS_GATE_HEIGHT && fabs (other_x - x) < ELBOW_ROOM)
        return FALSE;
    }

  return TRUE;
}

gboolean
commons_gate_is_missing (CommonsBoard  *board,
                         CommonsRecord *circle,
                         double        *angle)
{
  /* Where ways in stand on the boards of the method: up on the right, away
   * from the name and from what nested circles share at the bottom. */
  static const double angles[] = { -0.38, -2.76, 0.3, 2.84 };
  guint choice = 0;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (circle != NULL, FALSE);

  if (!is_circle (circle) || says_how_to_enter (board, circle) || !is_lived_in (board, circle))
    return FALSE;

  while (choice + 1 < G_N_ELEMENTS (angles) && !is_free (board, circle, angles[choice]))
    choice++;
  if (angle != NULL)
    *angle = angles[choice];

  return TRUE;
}

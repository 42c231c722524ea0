/* commons-arrange-gate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules that become gates on a border, slide along it, and leave it.
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-gate.h"

#define CARD_WIDTH  204
#define CARD_HEIGHT 62

/* Icon, posts and the space between them, and what a letter takes on average:
 * bold letters of 12.5 px, in units. */
#define GATE_PAD       44
#define GATE_LETTER    7.2
#define GATE_NARROW    4.2
#define GATE_WIDE      11
#define GATE_MIN_WIDTH 60
#define GATE_MAX_WIDTH 260

#define NARROW_LETTERS "ijlrtf.,:;'’!| I1()[]"
#define WIDE_LETTERS   "mwMWœ@%—"

int
commons_arrange_measure_gate (const char *title)
{
  double width = GATE_PAD;

  g_return_val_if_fail (title != NULL, 0);

  for (const char *p = title; *p != '\0' && width < GATE_MAX_WIDTH; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_iswide (letter) || g_utf8_strchr (WIDE_LETTERS, -1, letter) != NULL)
        width += GATE_WIDE;
      else if (g_utf8_strchr (NARROW_LETTERS, -1, letter) != NULL)
        width += GATE_NARROW;
      else
        width += GATE_LETTER;
    }

  return CLAMP ((int) ceil (width), GATE_MIN_WIDTH, GATE_MAX_WIDTH);
}

static void
get_center (CommonsRecord *node,
            double        *x,
            double        *y)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);

  *x = bounds->x + bounds->width / 2.0;
  *y = bounds->y + bounds->height / 2.0;
}

static void
center_on (CommonsRect *bounds,
           double       x,
           double       y,
           int          width,
           int          height)
{
  *bounds = (CommonsRect) { (int) round (x - width / 2.0), (int) round (y - height / 2.0), width, height };
}

/* One that stands where it should stays: rounding must not make it creep. */
static gboolean
stands (CommonsRecord *node,
        CommonsRecord *circle,
        double         angle)
{
  double x, y, at_x, at_y;

  get_center (node, &x, &y);
  commons_gate_get_point (circle, angle, &at_x, &at_y);

  return hypot (x - at_x, y - at_y) < 1.5 && commons_board_contains (circle, node);
}

static gboolean
set_bounds (CommonsEditor     *editor,
            CommonsRecord     *node,
            const CommonsRect *bounds)
{
  const CommonsRect *old = commons_record_get_bounds (node);
  g_autoptr (CommonsRecord) placed = NULL;

  if (bounds->x == old->x && bounds->y == old->y && bounds->width == old->width && bounds->height == old->height)
    return FALSE;

  placed = commons_record_with_bounds (node, bounds);
  commons_editor_set (editor, placed);

  return TRUE;
}

static gboolean
put_on_border (CommonsEditor *editor,
               CommonsRecord *rule,
               CommonsRecord *circle,
               double         angle)
{
  int width = commons_arrange_measure_gate (commons_record_get_title (rule));
  const CommonsRect *old = commons_record_get_bounds (rule);
  CommonsRect bounds;
  double x, y;

  /* Another size would round its middle elsewhere, be it across the border. */
  if (old->width == width && old->height == COMMONS_GATE_HEIGHT && stands (rule, circle, angle))
    return FALSE;

  commons_gate_get_point (circle, angle, &x, &y);
  center_on (&bounds, x, y, width, COMMONS_GATE_HEIGHT);

  return set_bounds (editor, rule, &bounds);
}

/* A rule laid on a border without a type says how one enters. */
static gboolean
give_type (CommonsEditor *editor,
           const char    *id)
{
  CommonsRecord *rule = commons_board_lookup_node (commons_editor_get_board (editor), id);
  g_autoptr (CommonsRecord) typed = NULL;

  if (commons_gate_get_way (rule) != COMMONS_GATE_NONE)
    return FALSE;

  typed = commons_record_with_string (rule, "commons/fields/rule_type", "boundary");
  commons_editor_set (editor, typed);

  return TRUE;
}

static gboolean
link_to_circle (CommonsEditor    *editor,
                CommonsCatalogue *catalogue,
                const char       *id,
                const char       *circle)
{
  g_autofree char *edge = NULL;

  if (commons_catalogue_get_link (catalogue, "applies_to") == NULL)
    return FALSE;

  /* Within a transaction the label is not used. */
  edge = commons_arrange_connect (editor, "applies_to", id, circle, "");

  return edge != NULL;
}

static gboolean
settle (CommonsEditor    *editor,
        CommonsCatalogue *catalogue,
        const char       *id)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRecord *rule = commons_board_lookup_node (board, id);
  CommonsRecord *circle;
  double x, y, angle;
  gboolean did;

  if (!commons_gate_may_be (rule))
    return FALSE;

  get_center (rule, &x, &y);
  circle = commons_gate_find_border (board, x, y, COMMONS_GATE_REACH, &angle);

  if (circle != NULL)
    {
      g_autofree char *circle_id = g_strdup (commons_record_get_id (circle));

      did = put_on_border (editor, rule, circle, angle);
      did = give_type (editor, id) || did;

      return link_to_circle (editor, catalogue, id, circle_id) || did;
    }

  if (commons_record_get_bounds (rule)->height != COMMONS_GATE_HEIGHT)
    return FALSE;

  {
    CommonsRect bounds;

    center_on (&bounds, x, y, CARD_WIDTH, CARD_HEIGHT);
    return set_bounds (editor, rule, &bounds);
  }
}

gboolean
commons_arrange_settle_gates (CommonsEditor    *editor,
                              CommonsCatalogue *catalogue,
                              GHashTable       *ids)
{
  gboolean did = FALSE;
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);
  g_return_val_if_fail (commons_editor_is_busy (editor), FALSE);

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    did = settle (editor, catalogue, id) || did;

  return did;
}

GPtrArray *
_commons_arrange_list_gates (CommonsBoard  *board,
                             CommonsRecord *circle)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *links = commons_board_get_links (board, commons_record_get_id (circle));

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const char *id = commons_record_get_from (g_ptr_array_index (links, i));
      CommonsRecord *rule = commons_board_lookup_node (board, id);
      CommonsGate gate;

      if (rule != NULL && commons_gate_find (board, rule, &gate) && gate.circle == circle)
        g_ptr_array_add (ids, g_strdup (id));
    }

  return ids;
}

gboolean
_commons_arrange_follow_border (CommonsEditor *editor,
                                GPtrArray     *gates,
                                CommonsRecord *before,
                                const char    *id)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRecord *circle = commons_board_lookup_node (board, id);
  gboolean did = FALSE;
  double x, y;

  get_center (before, &x, &y);
  for (guint i = 0; i < gates->len; i++)
    {
      CommonsRecord *rule = commons_board_lookup_node (board, g_ptr_array_index (gates, i));
      double gate_x, gate_y;

      get_center (rule, &gate_x, &gate_y);
      did = put_on_border (editor, rule, circle, atan2 (gate_y - y, gate_x - x)) || did;
    }

  return did;
}

char *
commons_arrange_create_gate (CommonsEditor    *editor,
                             CommonsCatalogue *catalogue,
                             const char       *circle,
                             double            angle,
                             const char       *label)
{
  CommonsRecord *node;
  g_autoptr (GHashTable) ids = NULL;
  char *id;
  gboolean ours;
  double x, y;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (circle != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  node = commons_board_lookup_node (commons_editor_get_board (editor), circle);
  if (node == NULL || g_strcmp0 (commons_record_get_kind (node), "circle") != 0)
    return NULL;

  commons_gate_get_point (node, angle, &x, &y);
  ours = _commons_arrange_begin (editor, label, NULL);
  id = commons_arrange_create (editor, commons_catalogue_get_kind (catalogue, "rule"), x, y,
                               GATE_MIN_WIDTH, COMMONS_GATE_HEIGHT, NULL, label);
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (ids, id);
  put_on_border (editor, commons_board_lookup_node (commons_editor_get_board (editor), id), node, angle);
  commons_arrange_settle_gates (editor, catalogue, ids);
  _commons_arrange_end (editor, ours, TRUE);

  return id;
}

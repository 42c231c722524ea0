/* commons-pattern.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ready structures of circles, laid on a board.
 */

#define G_LOG_DOMAIN "commons-pattern"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-card-new.h"
#include "commons-gate.h"
#include "commons-pattern.h"
#include "commons-refile.h"
#include "commons-tool.h"

/* Around a structure: names and gates stick out of circles. */
#define DISTANCE (12 * COMMONS_GRID)

/* A free place is looked for around the middle of the view, ring by ring. */
#define STEP    (16 * COMMONS_GRID)
#define N_RINGS 16

static gboolean
is_within_limits (const CommonsRect *place)
{
  return place->x >= -COMMONS_COORD_MAX && place->y >= -COMMONS_COORD_MAX &&
         place->x + place->width <= COMMONS_COORD_MAX && place->y + place->height <= COMMONS_COORD_MAX;
}

static gboolean
is_free (CommonsBoard      *board,
         const CommonsRect *place)
{
  if (!is_within_limits (place))
    return FALSE;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      const CommonsRect *other = commons_record_get_bounds (commons_board_get_node (board, i));

      if (other->x < place->x + place->width + DISTANCE && other->x + other->width > place->x - DISTANCE &&
          other->y < place->y + place->height + DISTANCE && other->y + other->height > place->y - DISTANCE)
        return FALSE;
    }

  return TRUE;
}

/* The nearest free place of a ring of places around the first one. */
static gboolean
search_ring (CommonsBoard *board,
             int           ring,
             CommonsRect  *place)
{
  const CommonsRect first = *place;
  int nearest = G_MAXINT;

  for (int row = -ring; row <= ring; row++)
    {
      int pace = ABS (row) == ring ? 1 : 2 * MAX (ring, 1);

      for (int column = -ring; column <= ring; column += pace)
        {
          const CommonsRect found = { first.x + column * STEP, first.y + row * STEP, first.width, first.height };
          int distance = row * row + column * column;

          if (distance < nearest && is_free (board, &found))
            {
              nearest = distance;
              *place = found;
            }
        }
    }

  return nearest < G_MAXINT;
}

/* Right of everything, else on the side that has room. */
static void
find_beside (CommonsBoard *board,
             CommonsRect  *place)
{
  CommonsRect all = { 0, 0, 0, 0 };

  if (!commons_board_get_extents (board, &all))
    {
      *place = (CommonsRect) { 0, 0, place->width, place->height };
      return;
    }

  {
    const CommonsRect sides[] = {
      { all.x + all.width + DISTANCE, all.y, place->width, place->height },
      { all.x, all.y + all.height + DISTANCE, place->width, place->height },
      { all.x - DISTANCE - place->width, all.y, place->width, place->height },
      { all.x, all.y - DISTANCE - place->height, place->width, place->height },
    };

    *place = sides[0];
    place->x = MIN (place->x, COMMONS_COORD_MAX - place->width);
    place->y = MIN (place->y, COMMONS_COORD_MAX - place->height);
    for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
      {
        if (is_within_limits (&sides[i]))
          {
            *place = sides[i];
            return;
          }
      }
  }
}

static int
snap (double value)
{
  return (int) round (value / COMMONS_GRID) * COMMONS_GRID;
}

void
commons_pattern_find_place (CommonsBoard         *board,
                            const CommonsPattern *pattern,
                            const CommonsRect    *visible,
                            CommonsRect          *place)
{
  g_return_if_fail (COMMONS_IS_BOARD (board));
  g_return_if_fail (pattern != NULL);
  g_return_if_fail (place != NULL);

  *place = (CommonsRect) { 0, 0, pattern->width, pattern->height };

  if (visible != NULL)
    {
      place->x = snap (visible->x + (visible->width - pattern->width) / 2.0);
      place->y = snap (visible->y + (visible->height - pattern->height) / 2.0);
      for (int ring = 0; ring <= N_RINGS; ring++)
        {
          if (search_ring (board, ring, place))
            return;
        }
    }

  find_beside (board, place);
}

/* Sets a field of a record when there is something to say. Takes and returns
 * a reference. */
static CommonsRecord *
say (CommonsRecord *record,
     const char    *path,
     const char    *value)
{
  CommonsRecord *said;

  if (value == NULL || *value == '\0')
    return record;

  said = commons_record_with_string (record, path, value);
  commons_record_unref (record);

  return said;
}

static CommonsRecord *
make_circle (CommonsCatalogue           *catalogue,
             const CommonsPatternCircle *circle,
             const CommonsRect          *place)
{
  CommonsRect bounds = circle->bounds;
  g_autoptr (CommonsRecord) plain = NULL;
  CommonsRecord *record;

  bounds.x += place->x;
  bounds.y += place->y;
  plain = commons_card_new (commons_catalogue_get_kind (catalogue, "circle"), &bounds, circle->title);
  record = say (commons_record_ref (plain), "commons/fields/purpose", circle->purpose);
  {
    CommonsRecord *ringed = commons_record_with_int (record, "commons/fields/ring", circle->ring);

    commons_record_unref (record);
    record = ringed;
  }
  record = say (record, "commons/fields/entry_mode", circle->entry_mode);
  record = say (record, "commons/fields/decision_method", circle->method);

  return say (record, "commons/fields/link_to_parent", circle->link_to_parent);
}

static char *
add_gate (CommonsEditor              *editor,
          CommonsCatalogue           *catalogue,
          const CommonsPatternCircle *circle,
          const char                 *id)
{
  CommonsRecord *node = commons_board_lookup_node (commons_editor_get_board (editor), id);
  int width = commons_arrange_measure_gate (circle->gate);
  g_autoptr (CommonsRecord) rule = NULL;
  CommonsRect bounds;
  double x, y;

  commons_gate_get_point (node, circle->gate_angle, &x, &y);
  bounds = (CommonsRect) { (int) round (x - width / 2.0), (int) round (y - COMMONS_GATE_HEIGHT / 2.0), width,
                           COMMONS_GATE_HEIGHT };
  rule = say (commons_card_new (commons_catalogue_get_kind (catalogue, "rule"), &bounds, circle->gate),
              "commons/fields/rule_type", "boundary");
  commons_editor_add (editor, rule);

  return g_strdup (commons_record_get_id (rule));
}

static void
add_links (CommonsEditor        *editor,
           const CommonsPattern *pattern,
           GPtrArray            *circles,
           const char           *label)
{
  for (guint i = 0; i < pattern->n_links; i++)
    {
      const CommonsPatternLink *link = &pattern->links[i];
      g_autofree char *edge = NULL;

      edge = commons_arrange_connect (editor, link->link, g_ptr_array_index (circles, link->from),
                                      g_ptr_array_index (circles, link->to), label);
    }
}

/* Gates come last, so that all circles are there when they find theirs. */
static GPtrArray *
add_circles (CommonsEditor        *editor,
             CommonsCatalogue     *catalogue,
             const CommonsPattern *pattern,
             const CommonsRect    *place,
             const char           *label)
{
  GPtrArray *circles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < pattern->n_circles; i++)
    {
      g_autoptr (CommonsRecord) circle = make_circle (catalogue, &pattern->circles[i], place);

      commons_editor_add (editor, circle);
      g_ptr_array_add (circles, g_strdup (commons_record_get_id (circle)));
      g_ptr_array_add (all, g_strdup (commons_record_get_id (circle)));
    }

  for (guint i = 0; i < pattern->n_circles; i++)
    {
      if (pattern->circles[i].gate != NULL)
        g_ptr_array_add (all, add_gate (editor, catalogue, &pattern->circles[i], g_ptr_array_index (circles, i)));
    }

  commons_refile_settle (editor, catalogue, all, label);
  add_links (editor, pattern, circles, label);

  return circles;
}

GPtrArray *
commons_pattern_lay (CommonsEditor        *editor,
                     CommonsCatalogue     *catalogue,
                     const CommonsPattern *pattern,
                     const CommonsRect    *visible,
                     const char           *label)
{
  GPtrArray *circles;
  CommonsRect place;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (pattern != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  commons_pattern_find_place (commons_editor_get_board (editor), pattern, visible, &place);
  ours = _commons_arrange_begin (editor, label, NULL);
  circles = add_circles (editor, catalogue, pattern, &place, label);
  _commons_arrange_end (editor, ours, TRUE);

  return circles;
}

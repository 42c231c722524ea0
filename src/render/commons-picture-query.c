/* commons-picture-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where things stand in the picture of a board.
 */

#define G_LOG_DOMAIN "commons-picture"

#include "config.h"

#include <math.h>

#include "commons-card-layout.h"
#include "commons-picture-private.h"

/* What stands out of a card: shadow, tab, pile and badges, in units near by
 * and in pixels from far. */
#define CARD_MARGIN 13

/* Space around a whole board. */
#define BOARD_MARGIN 24

void
_commons_rect_round_out (const CommonsSpan *span,
                         CommonsRect       *rect)
{
  rect->x = (int) floor (span->x);
  rect->y = (int) floor (span->y);
  rect->width = (int) ceil (span->x + span->width) - rect->x;
  rect->height = (int) ceil (span->y + span->height) - rect->y;
}

void
_commons_rect_union (CommonsRect       *rect,
                     const CommonsRect *other)
{
  int right = MAX (rect->x + rect->width, other->x + other->width);
  int bottom = MAX (rect->y + rect->height, other->y + other->height);

  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

static void
measure_group (CommonsPicture *self,
               CommonsRecord  *node,
               CommonsRect    *extents)
{
  double margin = 2 * self->drawing.pixel;
  const CommonsRect *bounds = commons_record_get_bounds (node);
  CommonsSpan span, name;
  CommonsRect around;

  if (commons_folding_is_folded (node))
    {
      int room = (int) ceil (CARD_MARGIN * self->drawing.pixel);

      commons_folding_get_bounds (node, extents);
      *extents = (CommonsRect) {
        extents->x - room, extents->y - room, extents->width + 2 * room, extents->height + 2 * room,
      };
      return;
    }

  span = (CommonsSpan) {
    bounds->x - margin, bounds->y - margin,
    bounds->width + 2 * margin, bounds->height + 2 * margin,
  };
  _commons_rect_round_out (&span, extents);

  commons_group_layout_get_name (&self->drawing, node, &name);
  name.x -= margin;
  name.y -= margin;
  name.width += 2 * margin;
  name.height += 2 * margin;
  _commons_rect_round_out (&name, &around);
  _commons_rect_union (extents, &around);
}

static void
add_gate_extents (CommonsPicture *self,
                  CommonsRecord  *node,
                  CommonsRect    *extents)
{
  CommonsRect around;
  CommonsSpan span;

  commons_gate_layout_get_span (&self->drawing, node, &span);
  span.x -= 4 * self->drawing.pixel;
  span.y -= 4 * self->drawing.pixel;
  span.width += 8 * self->drawing.pixel;
  span.height += 8 * self->drawing.pixel;
  _commons_rect_round_out (&span, &around);
  _commons_rect_union (extents, &around);
}

void
_commons_picture_measure_node (CommonsPicture *self,
                               CommonsRecord  *node,
                               CommonsRect    *extents)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);
  int margin;

  if (commons_record_is_group (node))
    {
      measure_group (self, node, extents);
      return;
    }

  margin = (int) ceil (CARD_MARGIN * self->drawing.pixel);
  *extents = (CommonsRect) {
    bounds->x - margin, bounds->y - margin,
    bounds->width + 2 * margin, bounds->height + 2 * margin,
  };

  /* Whether a rule is a gate is for others to say: there is room for both. */
  if (commons_gate_get_way (node) != COMMONS_GATE_NONE)
    add_gate_extents (self, node, extents);
}

/* A link to what is folded away goes to what holds it. */
static CommonsRecord *
lookup_visible (CommonsPicture *self,
                const char     *id)
{
  const char *group = self->hidden ? g_hash_table_lookup (self->hidden, id) : NULL;

  return commons_board_lookup_node (self->board, group ? group : id);
}

/* Asked of every link at every change: a record that is still there is found
 * without its id. */
static CommonsRecord *
find_end (CommonsPicture *self,
          const char     *id,
          CommonsRecord  *known)
{
  if (known != NULL && self->hidden == NULL && !self->was_folded && g_hash_table_contains (self->nodes, known))
    return known;

  return lookup_visible (self, id);
}

static gboolean
get_folded_span (CommonsRecord *node,
                 CommonsSpan   *span)
{
  CommonsRect bounds;

  if (!commons_folding_is_folded (node))
    return FALSE;

  commons_folding_get_bounds (node, &bounds);
  *span = (CommonsSpan) { bounds.x, bounds.y, bounds.width, bounds.height };

  return TRUE;
}

/* Asked of every link at every change: the cheap question first. */
static gboolean
is_ladder (CommonsPicture        *self,
           CommonsRecord         *edge,
           const CommonsLinkEnds *ends)
{
  const CommonsLinkType *type;

  if (!commons_record_is_group (ends->from) || !commons_record_is_group (ends->to))
    return FALSE;

  type = commons_catalogue_get_link (self->catalogue, commons_record_get_link (edge));

  return type != NULL && type->style == COMMONS_LINK_STYLE_DOTTED;
}

void
_commons_picture_get_ends (CommonsPicture        *self,
                           CommonsRecord         *edge,
                           const CommonsLinkEnds *known,
                           CommonsLinkEnds       *ends)
{
  *ends = (CommonsLinkEnds) {
    .from = find_end (self, commons_record_get_from (edge), known ? known->from : NULL),
    .to = find_end (self, commons_record_get_to (edge), known ? known->to : NULL),
  };

  if (ends->from == NULL || ends->to == NULL)
    return;

  ends->from_shaped = get_folded_span (ends->from, &ends->from_shape);
  ends->to_shaped = get_folded_span (ends->to, &ends->to_shape);
  if (ends->from_shaped || ends->to_shaped)
    return;

  if (is_ladder (self, edge, ends))
    {
      ends->from_shaped = _commons_picture_get_rung (self, ends->from, &ends->from_shape);
      ends->to_shaped = _commons_picture_get_rung (self, ends->to, &ends->to_shape);
      return;
    }

  ends->from_shaped = _commons_picture_get_gate_span (self, ends->from, &ends->from_shape);
  ends->to_shaped = _commons_picture_get_gate_span (self, ends->to, &ends->to_shape);
}

void
commons_picture_get_node_extents (CommonsPicture *self,
                                  CommonsRecord  *node,
                                  CommonsRect    *extents)
{
  g_return_if_fail (COMMONS_IS_PICTURE (self));
  g_return_if_fail (node != NULL);
  g_return_if_fail (extents != NULL);

  _commons_picture_measure_node (self, node, extents);
}

static CommonsLinkEntry *
find_link (CommonsPicture *self,
           CommonsRecord  *edge)
{
  CommonsLinkEntry *entry;

  _commons_picture_update (self);
  entry = g_hash_table_lookup (self->links, edge);
  if (entry == NULL || !entry->shown)
    return NULL;

  _commons_picture_ensure_route (self, entry);
  return entry;
}

void
commons_picture_get_link_extents (CommonsPicture *self,
                                  CommonsRecord  *edge,
                                  CommonsRect    *extents)
{
  CommonsLinkEntry *entry;

  g_return_if_fail (COMMONS_IS_PICTURE (self));
  g_return_if_fail (edge != NULL);
  g_return_if_fail (extents != NULL);

  entry = find_link (self, edge);
  *extents = entry ? entry->extents : (CommonsRect) { 0 };
}

gboolean
commons_picture_get_link_point (CommonsPicture *self,
                                CommonsRecord  *edge,
                                double          t,
                                double         *x,
                                double         *y)
{
  CommonsLinkEntry *entry;
  CommonsLinkEnds ends;
  CommonsRoute route;

  g_return_val_if_fail (COMMONS_IS_PICTURE (self), FALSE);
  g_return_val_if_fail (edge != NULL, FALSE);
  g_return_val_if_fail (x != NULL && y != NULL, FALSE);

  entry = find_link (self, edge);
  if (entry != NULL)
    {
      commons_route_get_point (&entry->route, t, x, y);
      return TRUE;
    }

  _commons_picture_get_ends (self, edge, NULL, &ends);
  if (!commons_link_layout_is_quiet (&self->drawing, edge, &ends) &&
      !commons_link_layout_is_told_by_place (&self->drawing, edge, &ends))
    return FALSE;

  _commons_picture_find_route (self, edge, &ends, NULL, &route);
  commons_route_get_point (&route, t, x, y);
  return TRUE;
}

gboolean
commons_picture_lights_link (CommonsPicture *self,
                             CommonsRecord  *edge)
{
  CommonsLinkEnds ends;

  g_return_val_if_fail (COMMONS_IS_PICTURE (self), FALSE);
  g_return_val_if_fail (edge != NULL, FALSE);

  if (commons_picture_shows_link (self, edge))
    return TRUE;

  _commons_picture_get_ends (self, edge, NULL, &ends);

  return commons_link_layout_is_quiet (&self->drawing, edge, &ends);
}

gboolean
commons_picture_shows_link (CommonsPicture *self,
                            CommonsRecord  *edge)
{
  CommonsLinkEntry *entry;

  g_return_val_if_fail (COMMONS_IS_PICTURE (self), FALSE);
  g_return_val_if_fail (edge != NULL, FALSE);

  _commons_picture_update (self);
  entry = g_hash_table_lookup (self->links, edge);

  return entry != NULL && entry->shown;
}

static gboolean
is_within (const CommonsRect *inner,
           const CommonsRect *outer)
{
  return inner->x >= outer->x && inner->y >= outer->y &&
         inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

gboolean
commons_picture_get_extents (CommonsPicture *self,
                             CommonsRect    *extents)
{
  GPtrArray *nodes[2];
  gboolean any = FALSE;

  g_return_val_if_fail (COMMONS_IS_PICTURE (self), FALSE);
  g_return_val_if_fail (extents != NULL, FALSE);

  _commons_picture_update (self);
  nodes[0] = self->groups;
  nodes[1] = self->cards;

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      for (guint j = 0; j < nodes[i]->len; j++)
        {
          const CommonsNodeEntry *entry = g_ptr_array_index (nodes[i], j);

          if (any)
            _commons_rect_union (extents, &entry->extents);
          else
            *extents = entry->extents;

          any = TRUE;
        }
    }

  for (guint i = 0; any && i < self->shown->len; i++)
    {
      CommonsLinkEntry *entry = g_ptr_array_index (self->shown, i);

      /* Few links may stand out, and only their ways matter. */
      if (!is_within (&entry->extents, extents))
        _commons_picture_ensure_route (self, entry);
      if (!is_within (&entry->extents, extents))
        _commons_rect_union (extents, &entry->extents);
    }

  if (!any)
    return FALSE;

  extents->x -= BOARD_MARGIN;
  extents->y -= BOARD_MARGIN;
  extents->width += 2 * BOARD_MARGIN;
  extents->height += 2 * BOARD_MARGIN;
  return TRUE;
}

static gboolean
is_drawn (CommonsPicture   *self,
          CommonsLinkEntry *entry)
{
  const CommonsLinkType *type;

  if (self->drawing.detail < COMMONS_DETAIL_FAR)
    return TRUE;

  type = commons_catalogue_get_link (self->catalogue, commons_record_get_link (entry->edge));

  return type != NULL && type->style != COMMONS_LINK_STYLE_ARROW;
}

static gboolean
holds_point (const CommonsRect *rect,
             double             x,
             double             y)
{
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y && y <= rect->y + rect->height;
}

/* Asked for each move of the pointer: where a card is exactly matters only of
 * those that are near. */
CommonsRecord *
commons_picture_pick_card (CommonsPicture *self,
                           double          x,
                           double          y)
{
  g_return_val_if_fail (COMMONS_IS_PICTURE (self), NULL);

  _commons_picture_update (self);
  for (guint i = self->cards->len; i > 0; i--)
    {
      const CommonsNodeEntry *entry;
      CommonsRect rect;

      if (!holds_point (&g_array_index (self->card_areas, CommonsRect, i - 1), x, y))
        continue;

      entry = g_ptr_array_index (self->cards, i - 1);
      commons_picture_get_node_rect (self, entry->record, &rect);
      if (holds_point (&rect, x, y))
        return entry->record;
    }

  return NULL;
}

CommonsRecord *
commons_picture_pick_link (CommonsPicture *self,
                           double          x,
                           double          y,
                           double          tolerance)
{
  CommonsRecord *nearest = NULL;
  double least = tolerance;

  g_return_val_if_fail (COMMONS_IS_PICTURE (self), NULL);

  _commons_picture_update (self);

  for (guint i = 0; i < self->shown->len; i++)
    {
      CommonsLinkEntry *entry = g_ptr_array_index (self->shown, i);
      const CommonsRect *extents = &g_array_index (self->link_areas, CommonsRect, i);
      double distance;

      if (x < extents->x - tolerance || x > extents->x + extents->width + tolerance ||
          y < extents->y - tolerance || y > extents->y + extents->height + tolerance ||
          !is_drawn (self, entry))
        continue;

      _commons_picture_ensure_route (self, entry);
      distance = commons_route_get_distance (&entry->route, x, y);

      if (distance <= least)
        {
          least = distance;
          nearest = entry->edge;
        }
    }

  return nearest;
}

GHashTable *
commons_picture_get_hidden (CommonsPicture *self)
{
  g_return_val_if_fail (COMMONS_IS_PICTURE (self), NULL);

  _commons_picture_update (self);

  return self->hidden;
}

static void
list_touching (GPtrArray         *entries,
               const CommonsRect *area,
               GPtrArray         *nodes)
{
  for (guint i = 0; i < entries->len; i++)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (entries, i);

      if (_commons_rect_intersects (&entry->extents, area))
        g_ptr_array_add (nodes, entry->record);
    }
}

GPtrArray *
commons_picture_list_nodes (CommonsPicture    *self,
                            const CommonsRect *area)
{
  GPtrArray *nodes = g_ptr_array_new ();

  g_return_val_if_fail (COMMONS_IS_PICTURE (self), nodes);
  g_return_val_if_fail (area != NULL, nodes);

  _commons_picture_update (self);
  list_touching (self->groups, area, nodes);
  list_touching (self->cards, area, nodes);

  return nodes;
}

void
commons_picture_get_node_rect (CommonsPicture *self,
                               CommonsRecord  *node,
                               CommonsRect    *rect)
{
  CommonsSpan span;

  g_return_if_fail (COMMONS_IS_PICTURE (self));
  g_return_if_fail (node != NULL);
  g_return_if_fail (rect != NULL);

  _commons_picture_update (self);
  if (commons_folding_is_folded (node))
    commons_folding_get_bounds (node, rect);
  else if (_commons_picture_get_gate_span (self, node, &span))
    _commons_rect_round_out (&span, rect);
  else
    *rect = *commons_record_get_bounds (node);
}

void
commons_picture_get_text_rect (CommonsPicture *self,
                               CommonsRecord  *node,
                               CommonsRect    *rect)
{
  CommonsCardFrame frame;
  CommonsSpan span;

  g_return_if_fail (COMMONS_IS_PICTURE (self));
  g_return_if_fail (node != NULL);
  g_return_if_fail (rect != NULL);

  _commons_picture_update (self);
  if (commons_folding_is_folded (node))
    {
      commons_folding_get_bounds (node, rect);
      return;
    }

  if (commons_record_is_group (node))
    {
      commons_group_layout_get_name (&self->drawing, node, &span);
    }
  else if (_commons_picture_get_gate_span (self, node, &span))
    {
      /* All of it. */
    }
  else
    {
      commons_card_layout_divide (&self->drawing, node, &frame);
      span = frame.text;
    }

  _commons_rect_round_out (&span, rect);
}

int
commons_picture_measure_height (CommonsPicture *self,
                                const char     *kind,
                                int             width,
                                const char     *text)
{
  g_return_val_if_fail (COMMONS_IS_PICTURE (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  return commons_card_layout_measure_height (&self->drawing, kind, width, text);
}

gboolean
commons_picture_pick_part (CommonsPicture  *self,
                           CommonsRecord   *node,
                           double           x,
                           double           y,
                           CommonsTextPart *part)
{
  CommonsNodeEntry *entry;
  const CommonsItem *items;
  guint n_items;

  g_return_val_if_fail (COMMONS_IS_PICTURE (self), FALSE);
  g_return_val_if_fail (node != NULL, FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  *part = (CommonsTextPart) { NULL, -1 };
  _commons_picture_update (self);
  entry = g_hash_table_lookup (self->nodes, node);

  if (entry == NULL || entry->group)
    return FALSE;

  items = commons_scene_get_items (_commons_picture_get_node_scene (self, entry), &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      const CommonsTextItem *text = &items[i].text;

      if (items[i].type == COMMONS_ITEM_TEXT &&
          commons_text_pick (text->layout, (x - text->x) / text->scale, (y - text->y) / text->scale, part))
        return TRUE;
    }

  return FALSE;
}

int
commons_picture_fit_height (CommonsPicture *self,
                            CommonsRecord  *before,
                            CommonsRecord  *after)
{
  g_return_val_if_fail (COMMONS_IS_PICTURE (self), 0);
  g_return_val_if_fail (before != NULL, 0);
  g_return_val_if_fail (after != NULL, 0);

  return commons_card_layout_fit_height (&self->drawing, before, after);
}

double
commons_picture_get_disc (CommonsRecord *circle,
                          double        *x,
                          double        *y)
{
  g_return_val_if_fail (circle != NULL, 0);

  return commons_group_layout_get_disc (circle, x, y);
}

int
commons_picture_find_seam (CommonsPicture *self,
                           int             from,
                           int             to)
{
  g_autofree int *steps = NULL;
  int n_crossed = 0, fewest = G_MAXINT, seam = to;

  g_return_val_if_fail (COMMONS_IS_PICTURE (self), to);
  g_return_val_if_fail (from <= to, to);

  _commons_picture_update (self);

  /* How many cards begin and end at each place; those that began before are
   * counted at the first. */
  steps = g_new0 (int, to - from + 2);
  for (guint i = 0; i < self->cards->len; i++)
    {
      const CommonsRect *extents = &((CommonsNodeEntry *) g_ptr_array_index (self->cards, i))->extents;

      if (extents->y >= to || extents->y + extents->height <= from)
        continue;

      steps[MAX (extents->y + 1, from) - from]++;
      steps[MIN (extents->y + extents->height, to + 1) - from]--;
    }

  for (int y = from; y <= to; y++)
    {
      n_crossed += steps[y - from];
      if (n_crossed <= fewest)
        {
          fewest = n_crossed;
          seam = y;
        }
    }

  return seam;
}

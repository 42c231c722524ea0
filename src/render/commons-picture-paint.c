/* commons-picture-paint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ground first, then names of zones, circles from the largest, links, names
 * of circles, and cards on top.
 */

#define G_LOG_DOMAIN "commons-picture"

#include "config.h"

#include <math.h>

#include "commons-picture-ahead.h"
#include "commons-picture-private.h"

#define DOT_STEP     24

/* With more links than that following the hand, their plain ways will do. */
#define MAX_UNDER_WAY 40
#define MIN_DOT_ZOOM 0.5

/* Where a drawing goes: onto a context, or into a scene. */
typedef struct
{
  cairo_t      *cr;
  CommonsScene *scene;
} Target;

/* What is see-through is painted aside, as a group of no record. */
static void
emit (Target       *target,
      CommonsScene *scene,
      double        opacity)
{
  g_autoptr (CommonsScene) pale = NULL;

  if (opacity < 1)
    {
      pale = commons_scene_new ();
      commons_scene_begin_group (pale, NULL, NULL, NULL, opacity);
      commons_scene_append (pale, scene);
      commons_scene_end_group (pale);
      scene = pale;
    }

  if (target->cr != NULL)
    commons_cairo_painter_paint (scene, target->cr);
  else
    commons_scene_append (target->scene, scene);
}

static gboolean
is_dimmed (const CommonsPaintFilter *filter,
           CommonsRecord            *node)
{
  return filter != NULL && filter->dimmed != NULL &&
         g_hash_table_contains (filter->dimmed, commons_record_get_id (node));
}

static double
get_opacity (const CommonsPaintFilter *filter,
             CommonsRecord            *node)
{
  return is_dimmed (filter, node) ? COMMONS_DIMMED_OPACITY : 1;
}

gboolean
_commons_picture_accepts_node (const CommonsPaintFilter *filter,
                               CommonsRecord            *node)
{
  const char *id;

  if (filter == NULL || (filter->hidden == NULL && filter->only == NULL))
    return TRUE;

  id = commons_record_get_id (node);

  if (filter->hidden != NULL && g_hash_table_contains (filter->hidden, id))
    return FALSE;

  return filter->only == NULL || g_hash_table_contains (filter->only, id);
}

gboolean
_commons_picture_accepts_link (const CommonsPaintFilter *filter,
                               const CommonsLinkEnds    *ends)
{
  return _commons_picture_accepts_node (filter, ends->from) &&
         _commons_picture_accepts_node (filter, ends->to);
}

static void
paint_ground (CommonsPicture    *self,
              Target            *target,
              const CommonsRect *area)
{
  const CommonsColor *color = &self->drawing.theme->board;

  if (target->cr != NULL)
    {
      cairo_set_source_rgb (target->cr, color->red, color->green, color->blue);
      cairo_rectangle (target->cr, area->x, area->y, area->width, area->height);
      cairo_fill (target->cr);
    }
  else
    {
      CommonsBox box = { area->x, area->y, area->width, area->height, .fill = *color };

      commons_scene_add_box (target->scene, &box);
    }
}

/* Dots sit on whole pixels: they are the same in every tile, and cairo fills
 * them as plain rectangles. */
static void
paint_dots (CommonsPicture    *self,
            cairo_t           *cr,
            const CommonsRect *area)
{
  const CommonsColor *color = &self->drawing.theme->dot;
  int left = (int) floor ((double) area->x / DOT_STEP) * DOT_STEP;
  int top = (int) floor ((double) area->y / DOT_STEP) * DOT_STEP;
  double size = 1, unused = 0;

  cairo_user_to_device_distance (cr, &size, &unused);
  size = MAX (1, round (fabs (size) * 1.5));
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  cairo_save (cr);

  for (int y = top; y <= area->y + area->height; y += DOT_STEP)
    {
      for (int x = left; x <= area->x + area->width; x += DOT_STEP)
        {
          double px = x, py = y;

          cairo_user_to_device (cr, &px, &py);
          cairo_save (cr);
          cairo_identity_matrix (cr);
          cairo_rectangle (cr, round (px - size / 2), round (py - size / 2), size, size);
          cairo_restore (cr);
        }
    }

  cairo_fill (cr);
  cairo_restore (cr);
}

static gboolean
wants_dots (CommonsPicture           *self,
            const CommonsPaintFilter *filter)
{
  const CommonsTheme *theme = self->drawing.theme;

  return (filter == NULL || filter->dots) && !theme->high_contrast &&
         theme->variant != COMMONS_THEME_PRINT &&
         (self->zoom <= 0 || self->zoom >= MIN_DOT_ZOOM);
}

/* A zone is a name alone, and lies under everything; the names of circles
 * and frames lie over the links. Seen from far, cards have no text any more
 * and names are as large as cards: all names then lie on top. */
static void
paint_names (CommonsPicture           *self,
             Target                   *target,
             const CommonsRect        *area,
             const CommonsPaintFilter *filter,
             gboolean                  zones,
             gboolean                  others)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (self->groups, i);
      gboolean zone = commons_group_layout_get_look (&self->drawing, entry->record) == COMMONS_GROUP_ZONE;

      if ((zone ? zones : others) && _commons_rect_intersects (&entry->extents, area) &&
          _commons_picture_accepts_node (filter, entry->record))
        emit (target, _commons_picture_get_name_scene (self, entry), get_opacity (filter, entry->record));
    }
}

static void
paint_groups (CommonsPicture           *self,
              Target                   *target,
              const CommonsRect        *area,
              const CommonsPaintFilter *filter)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (self->groups, i);

      if (_commons_rect_intersects (&entry->extents, area) &&
          _commons_picture_accepts_node (filter, entry->record))
        emit (target, _commons_picture_get_node_scene (self, entry), get_opacity (filter, entry->record));
    }
}

static gboolean
is_given_up (const CommonsPaintFilter *filter)
{
  return filter != NULL && g_cancellable_is_cancelled (filter->cancellable);
}

/* Links cross the board, and most of a long one's rectangle is empty. */
static gboolean
is_link_in (CommonsPicture    *self,
            CommonsLinkEntry  *entry,
            const CommonsRect *area)
{
  CommonsSpan span = { area->x, area->y, area->width, area->height };

  _commons_picture_ensure_route (self, entry);
  return commons_route_touches (&entry->route, &span,
                                commons_link_layout_get_reach (&self->drawing, entry->edge));
}

static void
paint_links (CommonsPicture           *self,
             Target                   *target,
             const CommonsRect        *area,
             const CommonsPaintFilter *filter)
{
  const CommonsRect *areas = (const CommonsRect *) (const void *) self->link_areas->data;

  for (guint i = 0; i < self->shown->len && !is_given_up (filter); i++)
    {
      CommonsLinkEntry *entry;

      if (!_commons_rect_intersects (&areas[i], area))
        continue;

      entry = g_ptr_array_index (self->shown, i);
      if (is_link_in (self, entry, area) && _commons_picture_accepts_link (filter, &entry->ends))
        emit (target, _commons_picture_get_link_scene (self, entry),
              MIN (get_opacity (filter, entry->ends.from), get_opacity (filter, entry->ends.to)));
    }
}

static void
paint_cards (CommonsPicture           *self,
             Target                   *target,
             const CommonsRect        *area,
             const CommonsPaintFilter *filter,
             CommonsAhead             *ahead)
{
  gboolean far = self->drawing.detail >= COMMONS_DETAIL_SHAPE && target->cr != NULL;
  const CommonsRect *areas = (const CommonsRect *) (const void *) self->card_areas->data;

  for (guint i = 0; i < self->cards->len && !is_given_up (filter); i++)
    {
      CommonsNodeEntry *entry;
      double opacity;

      if (ahead != NULL)
        _commons_ahead_reach (ahead, i);

      if (!_commons_rect_intersects (&areas[i], area))
        continue;

      entry = g_ptr_array_index (self->cards, i);
      if (!_commons_picture_accepts_node (filter, entry->record))
        continue;

      opacity = get_opacity (filter, entry->record);
      self->n_painted++;

      if (!far || entry->way != COMMONS_GATE_NONE ||
          !commons_sprites_paint (self->sprites, target->cr, &self->drawing, entry->record, opacity))
        emit (target, _commons_picture_get_node_scene (self, entry), opacity);
    }
}

static void
paint (CommonsPicture           *self,
       Target                   *target,
       const CommonsRect        *area,
       const CommonsPaintFilter *filter)
{
  gboolean far = self->drawing.detail >= COMMONS_DETAIL_SHAPE;
  g_autoptr (CommonsAhead) ahead = NULL;

  _commons_picture_update (self);
  if (filter != NULL && filter->whole)
    ahead = _commons_ahead_new (self);

  if (filter == NULL || filter->background)
    paint_ground (self, target, area);

  if (target->cr != NULL && wants_dots (self, filter))
    paint_dots (self, target->cr, area);

  paint_names (self, target, area, filter, !far, FALSE);
  paint_groups (self, target, area, filter);
  paint_links (self, target, area, filter);
  paint_names (self, target, area, filter, FALSE, !far);
  if (target->cr != NULL && filter != NULL && filter->hints)
    _commons_picture_paint_hints (self, target->cr, area, filter);
  paint_cards (self, target, area, filter, ahead);
  paint_names (self, target, area, filter, far, far);
}

void
commons_picture_paint (CommonsPicture           *self,
                       cairo_t                  *cr,
                       const CommonsRect        *area,
                       const CommonsPaintFilter *filter)
{
  Target target = { .cr = cr };

  g_return_if_fail (COMMONS_IS_PICTURE (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (area != NULL);

  paint (self, &target, area, filter);
}

CommonsScene *
commons_picture_build_scene (CommonsPicture           *self,
                             const CommonsRect        *area,
                             const CommonsPaintFilter *filter)
{
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  Target target = { .scene = scene };

  g_return_val_if_fail (COMMONS_IS_PICTURE (self), NULL);
  g_return_val_if_fail (area != NULL, NULL);

  paint (self, &target, area, filter);

  return g_steal_pointer (&scene);
}

static void
set_offset (GHashTable    *moved,
            CommonsRecord *node,
            double         dx,
            double         dy,
            double         offset[2])
{
  if (moved != NULL && g_hash_table_contains (moved, commons_record_get_id (node)))
    {
      offset[0] = dx;
      offset[1] = dy;
    }
}

/* What place tells already is told again only where the line is clear. Returns
 * whether there is a line to draw. */
static gboolean
find_lit_route (CommonsPicture  *self,
                CommonsRecord   *edge,
                CommonsLinkEnds *ends,
                GHashTable      *moved,
                gboolean         emphasis,
                gboolean         few,
                CommonsRoute    *route)
{
  CommonsLinkEntry *entry = g_hash_table_lookup (self->links, edge);

  if (emphasis && commons_link_layout_is_quiet (&self->drawing, edge, ends))
    {
      _commons_picture_find_route (self, edge, ends, moved, route);
      return TRUE;
    }

  if (!commons_link_layout_is_shown (&self->drawing, edge, ends))
    return emphasis && commons_link_layout_is_told_by_place (&self->drawing, edge, ends) &&
           _commons_picture_find_route (self, edge, ends, moved, route) == 0;

  if (moved == NULL && entry != NULL && entry->shown)
    {
      _commons_picture_ensure_route (self, entry);
      *route = entry->route;
    }
  else if (few)
    {
      _commons_picture_find_route (self, edge, ends, moved, route);
    }
  else
    {
      commons_link_layout_get_route (&self->drawing, edge, ends, route);
    }

  return TRUE;
}

GPtrArray *
commons_picture_build_links (CommonsPicture *self,
                             GPtrArray      *edges,
                             GHashTable     *moved,
                             double          dx,
                             double          dy,
                             gboolean        emphasis)
{
  GPtrArray *scenes;

  g_return_val_if_fail (COMMONS_IS_PICTURE (self), NULL);
  g_return_val_if_fail (edges != NULL, NULL);

  scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_scene_unref);
  _commons_picture_update (self);

  for (guint i = 0; i < edges->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (edges, i);
      g_autoptr (CommonsScene) scene = commons_scene_new ();
      CommonsLinkEnds ends;
      CommonsRoute route;

      _commons_picture_get_ends (self, edge, NULL, &ends);
      if (ends.from == NULL || ends.to == NULL)
        continue;

      set_offset (moved, ends.from, dx, dy, ends.from_offset);
      set_offset (moved, ends.to, dx, dy, ends.to_offset);
      if (!find_lit_route (self, edge, &ends, moved, emphasis, edges->len <= MAX_UNDER_WAY, &route))
        continue;

      commons_link_layout_build (&self->drawing, edge, &ends, &route, emphasis, scene);
      g_ptr_array_add (scenes, g_steal_pointer (&scene));
    }

  return scenes;
}

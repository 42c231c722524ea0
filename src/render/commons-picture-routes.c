/* commons-picture-routes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways of links around cards. Finding them takes time: it is done for the
 * links that are looked at, kept, and done again when a card comes or goes
 * near one.
 */

#define G_LOG_DOMAIN "commons-picture"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-picture-private.h"

/* Among more cards than that, a detour would only run through others. */
#define MAX_OBSTACLES 160

/* With more links than that in sight at once, seen from far, nobody can tell a
 * detour. */
#define MAX_FAR_LINKS 400

/* With more cards changed at once than that, comparing them with each link takes
 * as long as finding ways again. */
#define MAX_CHANGED 1000

/* With more new links at once than that, their rough places will do. */
#define MAX_FRESH 200

static gboolean
avoids (CommonsPicture *self)
{
  return self->drawing.detail < COMMONS_DETAIL_SHAPE || self->shown->len <= MAX_FAR_LINKS;
}

static void
make_grid (CommonsPicture *self)
{
  if (self->grid != NULL)
    return;

  self->grid = commons_grid_new ();
  for (guint i = 0; i < self->cards->len; i++)
    {
      const CommonsNodeEntry *entry = g_ptr_array_index (self->cards, i);

      commons_grid_add (self->grid, commons_record_get_bounds (entry->record));
    }
}

static void
add_bounds (CommonsSpan           *span,
            const CommonsRouteEnd *end)
{
  double right, bottom;

  if (end->round)
    return;

  right = MAX (span->x + span->width, end->bounds.x + end->bounds.width);
  bottom = MAX (span->y + span->height, end->bounds.y + end->bounds.height);
  span->x = MIN (span->x, end->bounds.x);
  span->y = MIN (span->y, end->bounds.y);
  span->width = right - span->x;
  span->height = bottom - span->y;
}

/* Where a link may go at most: cards elsewhere are no obstacles. */
static void
get_corridor (const CommonsRouteEnd *from,
              const CommonsRouteEnd *to,
              CommonsRect           *corridor)
{
  CommonsRoute plain;
  CommonsSpan span;

  commons_route_find (from, to, &plain);
  commons_route_get_span (&plain, &span);
  add_bounds (&span, from);
  add_bounds (&span, to);
  span.x -= COMMONS_ROUTE_DETOUR;
  span.y -= COMMONS_ROUTE_DETOUR;
  span.width += 2 * COMMONS_ROUTE_DETOUR;
  span.height += 2 * COMMONS_ROUTE_DETOUR;
  _commons_rect_round_out (&span, corridor);
}

static GArray *
list_obstacles (CommonsPicture        *self,
                const CommonsLinkEnds *ends,
                const CommonsRect     *corridor,
                GHashTable            *moved)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (CommonsSpan));

  make_grid (self);
  commons_grid_query (self->grid, corridor, found);

  for (guint i = 0; i < found->len && found->len <= MAX_OBSTACLES; i++)
    {
      const CommonsNodeEntry *entry = g_ptr_array_index (self->cards, g_array_index (found, guint, i));
      const CommonsRect *bounds = commons_record_get_bounds (entry->record);
      CommonsSpan span = { bounds->x, bounds->y, bounds->width, bounds->height };

      if (entry->record == ends->from || entry->record == ends->to ||
          (moved != NULL && g_hash_table_contains (moved, commons_record_get_id (entry->record))))
        continue;

      g_array_append_val (obstacles, span);
    }

  return obstacles;
}

guint
_commons_picture_find_route (CommonsPicture        *self,
                             CommonsRecord         *edge,
                             const CommonsLinkEnds *ends,
                             GHashTable            *moved,
                             CommonsRoute          *route)
{
  g_autoptr (GArray) obstacles = NULL;
  CommonsRouteEnd from, to;
  CommonsRect corridor;

  commons_link_layout_get_route_ends (&self->drawing, edge, ends, &from, &to);
  if (!avoids (self))
    {
      commons_route_find (&from, &to, route);
      return 0;
    }

  get_corridor (&from, &to, &corridor);
  obstacles = list_obstacles (self, ends, &corridor, moved);

  return commons_route_find_around (&from, &to, (const CommonsSpan *) obstacles->data, obstacles->len, route);
}

static void
measure (CommonsPicture   *self,
         CommonsLinkEntry *entry)
{
  CommonsSpan span;

  commons_link_layout_get_span (&self->drawing, entry->edge, &entry->route, &span);
  _commons_rect_round_out (&span, &entry->extents);
  if (entry->shown)
    g_array_index (self->link_areas, CommonsRect, entry->place) = entry->extents;
}

/* Before its way is known, a link may be anywhere in its corridor. */
void
_commons_picture_guess_route (CommonsPicture   *self,
                              CommonsLinkEntry *entry)
{
  CommonsRouteEnd from, to;
  CommonsSpan span;
  CommonsRect around;

  commons_link_layout_get_route_ends (&self->drawing, entry->edge, &entry->ends, &from, &to);
  get_corridor (&from, &to, &entry->corridor);
  commons_route_find (&from, &to, &entry->route);
  commons_link_layout_get_span (&self->drawing, entry->edge, &entry->route, &span);
  _commons_rect_round_out (&span, &around);

  /* The label may be anywhere too, and stand out as much as it does now. */
  entry->extents = entry->corridor;
  entry->extents.x -= around.width;
  entry->extents.y -= MIN (around.height, 64);
  entry->extents.width += 2 * around.width;
  entry->extents.height += 2 * MIN (around.height, 64);
  entry->routed = FALSE;
}

void
_commons_picture_ensure_route (CommonsPicture   *self,
                               CommonsLinkEntry *entry)
{
  if (entry->routed)
    return;

  _commons_picture_find_route (self, entry->edge, &entry->ends, NULL, &entry->route);
  measure (self, entry);
  entry->routed = TRUE;
}

static gboolean
touches_any (const CommonsRect *corridor,
             GArray            *rects)
{
  for (guint i = 0; i < rects->len; i++)
    {
      const CommonsRect *rect = &g_array_index (rects, CommonsRect, i);

      if (rect->x <= corridor->x + corridor->width && rect->x + rect->width >= corridor->x &&
          rect->y <= corridor->y + corridor->height && rect->y + rect->height >= corridor->y)
        return TRUE;
    }

  return FALSE;
}

static void
route_again (CommonsPicture   *self,
             CommonsLinkEntry *entry)
{
  CommonsRoute before = entry->route;
  CommonsRect extents = entry->extents;

  entry->routed = FALSE;
  _commons_picture_ensure_route (self, entry);
  if (memcmp (&before, &entry->route, sizeof before) == 0)
    return;

  g_clear_pointer (&entry->scene, commons_scene_unref);
  _commons_picture_add_stale (self, &extents);
  _commons_picture_add_stale (self, &entry->extents);
}

void
_commons_picture_update_routes (CommonsPicture *self,
                                GArray         *changed)
{
  gboolean many = changed->len > MAX_CHANGED;

  if (changed->len == 0)
    return;

  for (guint i = 0; i < self->shown->len; i++)
    {
      CommonsLinkEntry *entry = g_ptr_array_index (self->shown, i);

      if (entry->routed && (many || touches_any (&entry->corridor, changed)))
        route_again (self, entry);
    }
}

/* What is new to the picture is drawn soon: its place must be told. */
void
_commons_picture_add_fresh_link (CommonsPicture   *self,
                                 CommonsLinkEntry *entry)
{
  if (!entry->shown || self->forgot)
    return;

  if (self->n_fresh++ < MAX_FRESH)
    _commons_picture_ensure_route (self, entry);

  _commons_picture_add_stale (self, &entry->extents);
}

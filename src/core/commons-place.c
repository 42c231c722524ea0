/* commons-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Place is meaning: which circle, zone or group a node lies in.
 */

#define G_LOG_DOMAIN "commons-place"

#include "config.h"

#include "commons-place.h"

static gint64
get_area (CommonsRecord *node)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);

  return (gint64) bounds->width * bounds->height;
}

gboolean
commons_board_get_extents (CommonsBoard *self,
                           CommonsRect  *extents)
{
  int left = G_MAXINT, top = G_MAXINT, right = G_MININT, bottom = G_MININT;
  guint n_nodes = commons_board_get_n_nodes (self);

  g_return_val_if_fail (extents != NULL, FALSE);

  for (guint i = 0; i < n_nodes; i++)
    {
      const CommonsRect *bounds = commons_record_get_bounds (commons_board_get_node (self, i));

      left = MIN (left, bounds->x);
      top = MIN (top, bounds->y);
      right = MAX (right, bounds->x + bounds->width);
      bottom = MAX (bottom, bounds->y + bounds->height);
    }

  if (n_nodes == 0)
    return FALSE;

  *extents = (CommonsRect) { left, top, right - left, bottom - top };
  return TRUE;
}

gboolean
commons_place_contains (const CommonsRect *outer,
                        gboolean           disc,
                        const CommonsRect *inner)
{
  double x, y;

  g_return_val_if_fail (outer != NULL, FALSE);
  g_return_val_if_fail (inner != NULL, FALSE);

  x = inner->x + inner->width / 2.0 - outer->x;
  y = inner->y + inner->height / 2.0 - outer->y;

  if (disc)
    {
      double radius = MIN (outer->width, outer->height) / 2.0;

      x -= outer->width / 2.0;
      y -= outer->height / 2.0;
      return x * x + y * y <= radius * radius;
    }

  return x >= 0 && y >= 0 && x <= outer->width && y <= outer->height;
}

gboolean
commons_place_is_disc (CommonsRecord *node)
{
  g_return_val_if_fail (node != NULL, FALSE);

  return commons_record_is_group (node) && g_strcmp0 (commons_record_get_kind (node), "circle") == 0;
}

const CommonsLinkType *
commons_place_find_link (CommonsCatalogue *catalogue,
                         const char       *kind,
                         const char       *container_kind)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  for (guint i = 0; i < commons_catalogue_get_n_links (catalogue); i++)
    {
      const CommonsLinkType *type = commons_catalogue_get_nth_link (catalogue, i);

      if ((type->inside == COMMONS_INSIDE_FROM && commons_link_type_accepts (type, kind, container_kind)) ||
          (type->inside == COMMONS_INSIDE_TO && commons_link_type_accepts (type, container_kind, kind)))
        return type;
    }

  return NULL;
}

/* Distance between two ranges, negative when they overlap. */
static int
range_gap (int a,
           int a_size,
           int b,
           int b_size)
{
  return MAX (b - (a + a_size), a - (b + b_size));
}

gboolean
commons_place_is_docked (const CommonsRect *bounds,
                         const CommonsRect *host)
{
  int across, down;

  g_return_val_if_fail (bounds != NULL, FALSE);
  g_return_val_if_fail (host != NULL, FALSE);

  across = range_gap (host->x, host->width, bounds->x, bounds->width);
  down = range_gap (host->y, host->height, bounds->y, bounds->height);

  return MAX (across, down) <= COMMONS_DOCK_REACH && MIN (across, down) < 0;
}

void
commons_place_dock (CommonsRect       *bounds,
                    const CommonsRect *host)
{
  int across, down;
  gboolean after;

  g_return_if_fail (bounds != NULL);
  g_return_if_fail (host != NULL);

  across = range_gap (host->x, host->width, bounds->x, bounds->width);
  down = range_gap (host->y, host->height, bounds->y, bounds->height);

  if (across >= down)
    {
      after = 2 * bounds->x + bounds->width >= 2 * host->x + host->width;
      bounds->x = after ? host->x + host->width + COMMONS_DOCK_GAP : host->x - bounds->width - COMMONS_DOCK_GAP;
    }
  else
    {
      after = 2 * bounds->y + bounds->height >= 2 * host->y + host->height;
      bounds->y = after ? host->y + host->height + COMMONS_DOCK_GAP : host->y - bounds->height - COMMONS_DOCK_GAP;
    }
}

gboolean
commons_place_may_dock (CommonsCatalogue *catalogue,
                        const char       *kind,
                        const char       *host)
{
  const CommonsKind *known;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);

  known = commons_catalogue_get_kind (catalogue, kind);

  return known != NULL && host != NULL && g_strv_contains (known->docks, host);
}

const CommonsLinkType *
commons_place_find_dock_link (CommonsCatalogue *catalogue,
                              const char       *kind,
                              const char       *host)
{
  g_autoptr (GPtrArray) types = NULL;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  if (!commons_place_may_dock (catalogue, kind, host))
    return NULL;

  types = commons_catalogue_list_links (catalogue, kind, host);
  for (guint i = 0; i < types->len; i++)
    {
      const CommonsLinkType *type = g_ptr_array_index (types, i);

      /* What is open to any kind says nothing of these two. */
      if (!g_str_equal (type->from[0], "*"))
        return type;
    }

  return NULL;
}

gboolean
commons_board_contains (CommonsRecord *container,
                        CommonsRecord *node)
{
  g_return_val_if_fail (container != NULL, FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  if (container == node || !commons_record_is_group (container))
    return FALSE;

  /* The larger group contains the smaller one, never the other way round. */
  if (commons_record_is_group (node) && get_area (node) >= get_area (container))
    return FALSE;

  return commons_place_contains (commons_record_get_bounds (container), commons_place_is_disc (container),
                                 commons_record_get_bounds (node));
}

GPtrArray *
commons_board_get_content (CommonsBoard *self,
                           const char   *id)
{
  GPtrArray *content = g_ptr_array_new ();
  CommonsRecord *container = commons_board_lookup_node (self, id);

  if (container == NULL || !commons_record_is_group (container))
    return content;

  for (guint i = 0; i < commons_board_get_n_nodes (self); i++)
    {
      CommonsRecord *node = commons_board_get_node (self, i);

      if (commons_board_contains (container, node))
        g_ptr_array_add (content, node);
    }

  return content;
}

CommonsRecord *
commons_board_get_parent (CommonsBoard *self,
                          const char   *id)
{
  CommonsRecord *node = commons_board_lookup_node (self, id);
  CommonsRecord *parent = NULL;
  GPtrArray *groups;

  if (node == NULL)
    return NULL;

  groups = commons_board_get_groups (self);
  for (guint i = 0; i < groups->len; i++)
    {
      CommonsRecord *other = g_ptr_array_index (groups, i);

      if (commons_board_contains (other, node) &&
          (parent == NULL || get_area (other) < get_area (parent)))
        parent = other;
    }

  return parent;
}

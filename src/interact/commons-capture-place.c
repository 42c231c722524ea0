/* commons-capture-place.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a card belongs.
 */

#define G_LOG_DOMAIN "commons-capture"

#include "config.h"

#include "commons-arrange.h"
#include "commons-capture-private.h"
#include "commons-gate.h"
#include "commons-place.h"
#include "commons-refile-private.h"
#include "commons-surprise.h"
#include "commons-tool.h"
#include "commons-tray.h"

/* Where the first circle of an empty board stands in what is visible. */
#define MARGIN (4 * COMMONS_GRID)

typedef struct
{
  CommonsEditor     *editor;
  CommonsCatalogue  *catalogue;
  CommonsBoard      *board;
  CommonsRecord     *card;
  const char        *id;
  const char        *kind;    /* nullable */
  const char        *hint;    /* nullable */
  const CommonsRect *visible;
  GHashTable        *skip;
} Placing;

static gboolean
put (Placing           *placing,
     const CommonsRect *bounds)
{
  g_autoptr (CommonsRecord) placed = commons_record_with_bounds (placing->card, bounds);

  if (commons_board_lookup_node (placing->board, placing->id) != NULL)
    commons_editor_set (placing->editor, placed);
  else
    commons_editor_add (placing->editor, placed);

  return TRUE;
}

static gboolean
put_into (Placing       *placing,
          CommonsRecord *container)
{
  CommonsRect place = *commons_record_get_bounds (placing->card);
  const CommonsRect near = *commons_record_get_bounds (container);
  g_autofree char *id = g_strdup (commons_record_get_id (container));

  return _commons_refile_make_place (placing->editor, id, placing->skip, &near, &place) && put (placing, &place);
}

/* Links are made whatever the place says. */
static void
connect_dock (Placing    *placing,
              const char *host)
{
  const char *host_kind = commons_record_get_kind (commons_board_lookup_node (placing->board, host));
  const CommonsLinkType *type = commons_place_find_dock_link (placing->catalogue, placing->kind, host_kind);
  g_autofree char *edge = NULL;

  if (type != NULL)
    edge = commons_arrange_connect (placing->editor, type->id, placing->id, host, "");
}

/* The container of the host grows rather than being stuck out of; where there
 * is no room beside the host, both go where there is some. */
static gboolean
put_beside (Placing       *placing,
            CommonsRecord *about)
{
  g_autofree char *host = g_strdup (commons_record_get_id (about));
  CommonsRecord *parent = commons_board_get_parent (placing->board, host);
  g_autofree char *home = parent ? g_strdup (commons_record_get_id (parent)) : NULL;
  CommonsRect place = *commons_record_get_bounds (placing->card);
  gboolean found = _commons_capture_find_dock (placing->board, about, placing->id, &place);

  if (found && parent != NULL && !commons_record_is_locked (parent) && !_commons_refile_holds (parent, &place, FALSE) &&
      commons_place_contains (commons_record_get_bounds (parent), commons_place_is_disc (parent), &place))
    _commons_refile_grow_around (placing->editor, home, &place, FALSE);

  put (placing, &place);
  connect_dock (placing, host);
  if (!found)
    _commons_refile_unhide (placing->editor, home, host);

  return TRUE;
}

static gboolean
put_on_border (Placing       *placing,
               CommonsRecord *circle)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *edge = NULL;
  g_autofree char *circle_id = g_strdup (commons_record_get_id (circle));
  CommonsRect place;

  _commons_capture_find_gate (placing->board, circle, placing->card, &place);
  put (placing, &place);
  g_hash_table_add (ids, (gpointer) placing->id);
  commons_arrange_settle_gates (placing->editor, placing->catalogue, ids);
  edge = commons_arrange_connect (placing->editor, "applies_to", placing->id, circle_id, "");

  return TRUE;
}

/* The rectangle around all circles, or around everything without one. */
static gboolean
measure_circles (CommonsBoard *board,
                 CommonsRect  *area)
{
  gboolean any = FALSE;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      const CommonsRect *bounds = commons_record_get_bounds (node);
      int right, bottom;

      if (!commons_place_is_disc (node))
        continue;

      right = MAX (bounds->x + bounds->width, any ? area->x + area->width : bounds->x);
      bottom = MAX (bounds->y + bounds->height, any ? area->y + area->height : bounds->y);
      area->x = any ? MIN (area->x, bounds->x) : bounds->x;
      area->y = any ? MIN (area->y, bounds->y) : bounds->y;
      area->width = right - area->x;
      area->height = bottom - area->y;
      any = TRUE;
    }

  return any || commons_board_get_extents (board, area);
}

/* On the ground, where nothing is. */
static gboolean
put_on_ground (Placing *placing)
{
  CommonsRect place = *commons_record_get_bounds (placing->card);
  CommonsRect near;

  place.x = placing->visible->x + MARGIN;
  place.y = placing->visible->y + MARGIN;
  if (measure_circles (placing->board, &near))
    {
      place.y = near.y;
      _commons_refile_find_place (placing->board, NULL, placing->skip, &near, &place);
    }

  return put (placing, &place);
}

/* Whether @a is a better place than @b: one that expects what is hinted at,
 * then the one that expects the kind most. */
static gboolean
is_better (Placing       *placing,
           CommonsRecord *a,
           CommonsRecord *b)
{
  gboolean hint_a = placing->hint != NULL && commons_surprise_get_rank (a, placing->hint) >= 0;
  gboolean hint_b = placing->hint != NULL && commons_surprise_get_rank (b, placing->hint) >= 0;

  if (hint_a != hint_b)
    return hint_a;

  return commons_surprise_get_rank (a, placing->kind) < commons_surprise_get_rank (b, placing->kind);
}

static gboolean
expects (Placing       *placing,
         CommonsRecord *node)
{
  return placing->kind != NULL && commons_record_is_group (node) &&
         !g_str_equal (commons_record_get_id (node), placing->id) &&
         commons_record_get_string (node, "commons/role") == NULL &&
         commons_surprise_get_rank (node, placing->kind) >= 0;
}

static CommonsRecord *
find_zone (Placing *placing)
{
  CommonsRecord *best = NULL;

  for (guint i = 0; i < commons_board_get_n_nodes (placing->board); i++)
    {
      CommonsRecord *node = commons_board_get_node (placing->board, i);

      if (expects (placing, node) && (best == NULL || is_better (placing, node, best)))
        best = node;
    }

  return best;
}

/* The zone around what a card is about, if it expects such cards. */
static CommonsRecord *
find_zone_of (Placing       *placing,
              CommonsRecord *about)
{
  CommonsRecord *parent = commons_board_get_parent (placing->board, commons_record_get_id (about));

  while (parent != NULL && !expects (placing, parent))
    parent = commons_board_get_parent (placing->board, commons_record_get_id (parent));

  return parent;
}

static gboolean
is_gate_of (Placing       *placing,
            CommonsRecord *circle)
{
  return commons_gate_get_way (placing->card) != COMMONS_GATE_NONE && commons_place_is_disc (circle) &&
         g_strcmp0 (commons_record_get_kind (circle), "circle") == 0;
}

/* What a card is about may name its place. */
static gboolean
put_by_about (Placing       *placing,
              CommonsRecord *about)
{
  CommonsRecord *zone;

  if (is_gate_of (placing, about))
    return put_on_border (placing, about);
  if (commons_record_is_group (about))
    return put_into (placing, about);
  if (commons_place_may_dock (placing->catalogue, placing->kind, commons_record_get_kind (about)))
    return put_beside (placing, about);

  zone = find_zone_of (placing, about);

  return zone != NULL && put_into (placing, zone);
}

static gboolean
put_in_ring (Placing *placing)
{
  CommonsRing ring = commons_catalogue_get_ring (placing->catalogue, placing->kind);
  CommonsRecord *circle = _commons_capture_find_ring (placing->board, ring);

  if (circle == NULL || g_str_equal (commons_record_get_id (circle), placing->id))
    return FALSE;

  return is_gate_of (placing, circle) ? put_on_border (placing, circle) : put_into (placing, circle);
}

static gboolean
put_in_zone (Placing *placing)
{
  CommonsRecord *zone = find_zone (placing);

  return zone != NULL && put_into (placing, zone);
}

static void
place (Placing       *placing,
       CommonsRecord *about)
{
  gboolean done = about != NULL && put_by_about (placing, about);

  /* What is about something that is in no circle is no matter of a ring. */
  if (!done && about == NULL)
    done = put_in_ring (placing);
  if (!done && commons_record_is_group (placing->card))
    done = put_on_ground (placing);
  if (!done)
    done = put_in_zone (placing) || put_in_ring (placing);

  if (!done)
    {
      g_autofree char *id = _commons_tray_add_card (placing->editor, placing->catalogue, placing->card,
                                                    COMMONS_TRAY_ROLE, placing->visible);
    }
}

char *
_commons_capture_put (CommonsEditor     *editor,
                      CommonsCatalogue  *catalogue,
                      CommonsRecord     *card,
                      const char        *about,
                      const char        *hint,
                      const CommonsRect *visible)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autoptr (CommonsRefile) refile = commons_refile_new (board, catalogue);
  g_autoptr (GHashTable) skip = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CommonsRecord) kept = commons_record_ref (card);
  const char *id = commons_record_get_id (card);
  CommonsRecord *other = about && !g_str_equal (about, id) ? commons_board_lookup_node (board, about) : NULL;
  Placing placing = { editor, catalogue, board, card, id, commons_record_get_kind (card), hint, visible, skip };
  gboolean waited = commons_board_lookup_node (board, id) != NULL;

  g_hash_table_add (skip, (gpointer) id);
  place (&placing, other);
  commons_refile_apply (refile, editor);
  if (waited)
    commons_tray_clear_up (editor, "");

  return g_strdup (id);
}

char *
commons_capture_place (CommonsEditor     *editor,
                       CommonsCatalogue  *catalogue,
                       CommonsRecord     *card,
                       const char        *about,
                       const CommonsRect *visible)
{
  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (commons_editor_is_busy (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (card != NULL && commons_record_get_table (card) == COMMONS_TABLE_NODES, NULL);
  g_return_val_if_fail (visible != NULL, NULL);

  return _commons_capture_put (editor, catalogue, card, about, NULL, visible);
}

/* commons-board-view-found.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks what was found on the board.
 */

#include "config.h"

#include "commons-board-view-private.h"

/* Rings are amber, with a thin dark line that shows on every ground. */
#define RING_WIDTH 3.0
#define CURRENT_WIDTH 5.0
#define LINE_WIDTH 1.0
#define RING_GAP 3.0

/* So many at a time: more could not be told apart, and would cost a frame. */
#define MAX_RINGS 400
#define MAX_LINKS 40

static GdkRGBA
get_color (const CommonsColor *color)
{
  return (GdkRGBA) { (float) color->red, (float) color->green, (float) color->blue, (float) color->alpha };
}

static gboolean
intersects (const CommonsRect *a,
            const CommonsRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

/* What is folded away is found where its circle or zone stands. */
CommonsRecord *
_commons_board_view_get_shown (CommonsBoardView *self,
                               CommonsRecord    *record)
{
  GHashTable *hidden = commons_picture_get_hidden (self->picture);
  const char *group = hidden ? g_hash_table_lookup (hidden, commons_record_get_id (record)) : NULL;
  CommonsRecord *shown = group ? commons_board_lookup_node (self->board, group) : NULL;

  return shown ? shown : record;
}

/* Circles and zones are ringed where their name stands, which says what was
 * found. */
static void
get_outline (CommonsBoardView *self,
             CommonsRecord    *node,
             double            gap,
             GskRoundedRect   *outline)
{
  CommonsRect text;
  graphene_rect_t rect;

  if (!commons_record_is_group (node))
    {
      CommonsRect bounds;

      commons_picture_get_node_rect (self->picture, node, &bounds);
      _commons_board_view_get_silhouette (self, node, &bounds, gap, outline);
      return;
    }

  commons_picture_get_text_rect (self->picture, node, &text);
  _commons_board_view_get_rect (self, &text, gap, &rect);
  gsk_rounded_rect_init_from_rect (outline, &rect, rect.size.height / 2);
}

static void
snapshot_ring (CommonsBoardView *self,
               GtkSnapshot      *snapshot,
               CommonsRecord    *node,
               gboolean          current)
{
  const CommonsTheme *theme = commons_picture_get_theme (self->picture);
  const GdkRGBA mark = get_color (&theme->mark), line = get_color (&theme->mark_text);
  double width = current ? CURRENT_WIDTH : RING_WIDTH;
  GskRoundedRect outline;

  node = _commons_board_view_get_shown (self, node);
  get_outline (self, node, RING_GAP + width, &outline);
  _commons_board_view_append_outline (snapshot, &outline, width, &mark);
  get_outline (self, node, RING_GAP + width + LINE_WIDTH, &outline);
  _commons_board_view_append_outline (snapshot, &outline, LINE_WIDTH, &line);
  if (current)
    {
      get_outline (self, node, RING_GAP, &outline);
      _commons_board_view_append_outline (snapshot, &outline, LINE_WIDTH, &line);
    }
}

/* Links are lit and named, as when they are selected. */
static void
snapshot_links (CommonsBoardView *self,
                GtkSnapshot      *snapshot,
                GPtrArray        *found)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  for (guint i = 0; i < found->len && links->len < MAX_LINKS; i++)
    {
      CommonsRecord *record = g_ptr_array_index (found, i);

      if (commons_record_get_table (record) == COMMONS_TABLE_EDGES &&
          commons_board_lookup (self->board, commons_record_get_id (record)) == record)
        g_ptr_array_add (links, record);
    }

  _commons_board_view_append_links (self, snapshot, links, NULL, 0, 0, TRUE);
}

void
_commons_board_view_snapshot_found (CommonsBoardView *self,
                                    GtkSnapshot      *snapshot)
{
  CommonsRecord *current;
  GPtrArray *found = _commons_board_view_get_found (self, &current);
  CommonsRect visible;
  guint n_rings = 0;

  if (found == NULL || found->len == 0)
    return;

  snapshot_links (self, snapshot, found);

  commons_viewport_get_visible (&self->viewport, &visible);
  for (guint i = 0; i < found->len && n_rings < MAX_RINGS; i++)
    {
      CommonsRecord *record = g_ptr_array_index (found, i);

      if (record != current && commons_record_get_table (record) == COMMONS_TABLE_NODES &&
          intersects (commons_record_get_bounds (record), &visible))
        {
          snapshot_ring (self, snapshot, record, FALSE);
          n_rings++;
        }
    }

  if (current != NULL && commons_record_get_table (current) == COMMONS_TABLE_NODES)
    snapshot_ring (self, snapshot, current, TRUE);
}

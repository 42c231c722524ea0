/* commons-tray.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-tray"

#include "config.h"

#include <math.h>

#include "commons-arrange-private.h"
#include "commons-capture-private.h"
#include "commons-card-new.h"
#include "commons-pit.h"
#include "commons-refile.h"
#include "commons-tool.h"
#include "commons-tray.h"

#define CARD_WIDTH  204
#define CARD_HEIGHT 62

/* Around the cards and between them. The name stands at the top. */
#define PADDING     COMMONS_GRID
#define NAME_HEIGHT (3 * COMMONS_GRID)
#define GAP         COMMONS_GRID

/* Eight usual cards make a column. */
#define COLUMN_HEIGHT (8 * (CARD_HEIGHT + GAP) - GAP)
#define COLUMN_PITCH  (CARD_WIDTH + GAP)

/* Between the tray and what is on the board. */
#define DISTANCE (4 * COMMONS_GRID)

static gboolean
has_role (CommonsRecord *node,
          const char    *role)
{
  return commons_record_is_group (node) && g_strcmp0 (commons_record_get_string (node, "commons/role"), role) == 0;
}

static gboolean
is_tray (CommonsRecord *node)
{
  return has_role (node, COMMONS_TRAY_ROLE);
}

static gboolean
overlaps (const CommonsRect *a,
          const CommonsRect *b)
{
  return a->x < b->x + b->width && a->x + a->width > b->x && a->y < b->y + b->height && a->y + a->height > b->y;
}

GPtrArray *
commons_tray_list (CommonsBoard *board)
{
  GPtrArray *cards = g_ptr_array_new ();
  g_autoptr (GPtrArray) trays = g_ptr_array_new ();

  g_return_val_if_fail (COMMONS_IS_BOARD (board), cards);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      if (is_tray (commons_board_get_node (board, i)))
        g_ptr_array_add (trays, commons_board_get_node (board, i));
    }

  for (guint i = commons_board_get_n_nodes (board); trays->len > 0 && i > 0; i--)
    {
      CommonsRecord *node = commons_board_get_node (board, i - 1);
      gboolean waits = FALSE;

      for (guint j = 0; j < trays->len && !waits; j++)
        waits = !commons_record_is_group (node) && commons_board_contains (g_ptr_array_index (trays, j), node);
      if (waits)
        g_ptr_array_add (cards, node);
    }

  return cards;
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const CommonsRect *first = commons_record_get_bounds (*(CommonsRecord *const *) a);
  const CommonsRect *second = commons_record_get_bounds (*(CommonsRecord *const *) b);

  return first->y != second->y ? (first->y > second->y ? 1 : -1) : 0;
}

/* The first free height of a column. */
static int
slide_down (GPtrArray   *content,
            CommonsRect  place)
{
  for (guint i = 0; i < content->len; i++)
    {
      const CommonsRect *bounds = commons_record_get_bounds (g_ptr_array_index (content, i));
      const CommonsRect room = { bounds->x, bounds->y - GAP, bounds->width, bounds->height + 2 * GAP };

      if (overlaps (&room, &place))
        place.y = bounds->y + bounds->height + GAP;
    }

  return place.y;
}

/* Nothing but what lies in the tray may be where it grows to. */
static gboolean
can_grow (CommonsBoard      *board,
          CommonsRecord     *tray,
          const CommonsRect *bounds)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (node != tray && overlaps (commons_record_get_bounds (node), bounds) &&
          !commons_board_contains (tray, node) && !commons_board_contains (node, tray))
        return FALSE;
    }

  return TRUE;
}

/* Finds a place in a tray, and how large it has to be for that. */
static gboolean
find_place (CommonsBoard  *board,
            CommonsRecord *tray,
            CommonsRect   *place,
            CommonsRect   *bounds)
{
  g_autoptr (GPtrArray) content = commons_board_get_content (board, commons_record_get_id (tray));
  int bottom;

  g_ptr_array_sort (content, compare_tops);
  *bounds = *commons_record_get_bounds (tray);
  bottom = bounds->y + MAX (bounds->height, NAME_HEIGHT + COLUMN_HEIGHT + PADDING) - PADDING;

  /* Each column but the last has a card at least, so that this ends. */
  for (guint column = 0; column <= content->len; column++)
    {
      place->x = bounds->x + PADDING + (int) column * COLUMN_PITCH;
      place->y = bounds->y + NAME_HEIGHT;
      place->y = slide_down (content, *place);
      if (place->y + place->height <= bottom || place->y == bounds->y + NAME_HEIGHT)
        break;
    }

  bounds->width = MAX (bounds->width, place->x + CARD_WIDTH + PADDING - bounds->x);
  bounds->height = MAX (bounds->height, place->y + place->height + PADDING - bounds->y);

  return can_grow (board, tray, bounds);
}

/* Beside everything, since all of the board may be in use: on the right what
 * waits for its place, below what people wrote for themselves. */
static CommonsRecord *
make_tray (CommonsEditor     *editor,
           CommonsCatalogue  *catalogue,
           const char        *role,
           const CommonsRect *visible)
{
  gboolean below = g_str_equal (role, COMMONS_CAPTURE_I_ROLE);
  const char *name = commons_catalogue_get_text (catalogue, below ? "side.i.zone" : "tray");
  CommonsRect bounds = { visible->x + DISTANCE, visible->y + DISTANCE, CARD_WIDTH + 2 * PADDING,
                         NAME_HEIGHT + CARD_HEIGHT + PADDING };
  g_autoptr (CommonsRecord) zone = NULL;
  g_autoptr (CommonsRecord) tray = NULL;
  CommonsRect extents;

  if (commons_board_get_extents (commons_editor_get_board (editor), &extents))
    {
      bounds.x = below ? extents.x : extents.x + extents.width + DISTANCE;
      bounds.y = below ? extents.y + extents.height + DISTANCE : extents.y;
    }

  zone = commons_record_new_card ("zone", TRUE, &bounds, name ? name : "");
  tray = commons_record_with_string (zone, "commons/role", role);
  commons_editor_add (editor, tray);

  return commons_board_lookup_node (commons_editor_get_board (editor), commons_record_get_id (tray));
}

/* Finds the tray that has room, or makes one. */
static void
choose_place (CommonsEditor     *editor,
              CommonsCatalogue  *catalogue,
              const char        *role,
              const CommonsRect *visible,
              CommonsRect       *place)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRecord *tray = NULL;
  CommonsRect bounds;
  g_autoptr (CommonsRecord) grown = NULL;

  for (guint i = commons_board_get_n_nodes (board); i > 0 && tray == NULL; i--)
    {
      CommonsRecord *node = commons_board_get_node (board, i - 1);

      if (has_role (node, role) && find_place (board, node, place, &bounds))
        tray = node;
    }

  if (tray == NULL)
    {
      tray = make_tray (editor, catalogue, role, visible);
      find_place (board, tray, place, &bounds);
    }

  grown = commons_record_with_bounds (tray, &bounds);
  commons_editor_set (editor, grown);
}

char *
_commons_tray_add_card (CommonsEditor     *editor,
                        CommonsCatalogue  *catalogue,
                        CommonsRecord     *card,
                        const char        *role,
                        const CommonsRect *visible)
{
  const CommonsRect *bounds = commons_record_get_bounds (card);
  CommonsRect place = { 0, 0, CARD_WIDTH, commons_record_is_group (card) ? CARD_WIDTH : bounds->height };
  g_autoptr (CommonsRecord) placed = NULL;

  choose_place (editor, catalogue, role, visible, &place);
  placed = commons_record_with_bounds (card, &place);
  if (commons_board_lookup_node (commons_editor_get_board (editor), commons_record_get_id (card)) != NULL)
    commons_editor_set (editor, placed);
  else
    commons_editor_add (editor, placed);

  return g_strdup (commons_record_get_id (card));
}

char *
commons_tray_add (CommonsEditor     *editor,
                  CommonsCatalogue  *catalogue,
                  const CommonsKind *kind,
                  const char        *text,
                  int                height,
                  const CommonsRect *visible,
                  const char        *label)
{
  const CommonsRect bounds = { 0, 0, CARD_WIDTH, height > 0 ? height : CARD_HEIGHT };
  g_autoptr (CommonsRecord) card = NULL;
  gboolean ours;
  char *id;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (kind == NULL || !kind->group, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (visible != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  card = _commons_arrange_sign (editor, commons_card_new (kind, &bounds, text));
  ours = _commons_arrange_begin (editor, label, NULL);
  id = _commons_tray_add_card (editor, catalogue, card, COMMONS_TRAY_ROLE, visible);
  _commons_arrange_end (editor, ours, TRUE);

  return id;
}

static int
snap (double value)
{
  double snapped = round (value / COMMONS_GRID) * COMMONS_GRID;

  return (int) CLAMP (snapped, -COMMONS_COORD_MAX, COMMONS_COORD_MAX);
}

gboolean
commons_tray_place (CommonsEditor    *editor,
                    CommonsCatalogue *catalogue,
                    const char       *id,
                    double            cx,
                    double            cy,
                    const char       *label,
                    char            **sentence)
{
  g_autoptr (GHashTable) ids = NULL;
  CommonsBoard *board;
  CommonsRecord *card;
  CommonsRect from, to;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (isfinite (cx) && isfinite (cy), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  card = commons_board_lookup_node (board, id);
  if (sentence != NULL)
    *sentence = NULL;
  if (card == NULL || commons_record_is_group (card))
    return FALSE;

  to = from = *commons_record_get_bounds (card);
  to.x = snap (cx - from.width / 2.0);
  to.y = snap (cy - from.height / 2.0);
  commons_pit_find_around (board, id, GAP / 2, &to);

  ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (ids, (gpointer) commons_record_get_id (card));
  ours = _commons_arrange_begin (editor, label, NULL);
  commons_refile_move (editor, catalogue, ids, to.x - from.x, to.y - from.y, FALSE, label, sentence);
  commons_tray_clear_up (editor, label);
  _commons_arrange_end (editor, ours, TRUE);

  return TRUE;
}

gboolean
commons_tray_clear_up (CommonsEditor *editor,
                       const char    *label)
{
  g_autoptr (GPtrArray) empty = g_ptr_array_new_with_free_func (g_free);
  CommonsBoard *board;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  board = commons_editor_get_board (editor);
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      g_autoptr (GPtrArray) content = NULL;

      if (!is_tray (node) && !has_role (node, COMMONS_CAPTURE_I_ROLE))
        continue;

      content = commons_board_get_content (board, commons_record_get_id (node));
      if (content->len == 0)
        g_ptr_array_add (empty, g_strdup (commons_record_get_id (node)));
    }

  return empty->len > 0 && commons_arrange_delete (editor, empty, label);
}

/* commons-clip-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives proposed cards a size and a place. Boxes are measured from the inside
 * out and placed from the outside in.
 */

#define G_LOG_DOMAIN "commons-clip"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-card-new.h"
#include "commons-clip-lines.h"
#include "commons-clip-private.h"

/* Deeper lines lie in the zone at this depth: smaller ones could not be read. */
#define MAX_DEPTH  6

#define GAP        24
#define ZONE_SIDE  24
#define ZONE_TOP   60

/* As many cards as fit below one another in a view. */
#define MAX_COLUMN 6

/* How much wider than high many cards are laid out. */
#define RATIO      1.6

/* A first guess of what a text needs; the window measures it when it shows
 * the card. */
#define LINE_CHARS  26
#define TITLE_LINES 2
#define LINE_HEIGHT 18

typedef struct
{
  CommonsClipCard   *card;
  const CommonsKind *kind;
  GPtrArray         *children;
  CommonsRect        bounds; /* within the box around it */
} Box;

typedef struct
{
  CommonsCatalogue  *catalogue;
  const CommonsKind *kind;
  GPtrArray         *groups;
  GPtrArray         *cards;
} Layout;

static void
box_free (gpointer data)
{
  Box *box = data;

  g_ptr_array_unref (box->children);
  g_free (box);
}

static Box *
box_new (CommonsClipCard *card)
{
  Box *box = g_new0 (Box, 1);

  box->card = card;
  box->children = g_ptr_array_new_with_free_func (box_free);

  return box;
}

static guint
get_depth (GPtrArray *cards,
           guint      index)
{
  CommonsClipCard *card = g_ptr_array_index (cards, index);

  return MIN (card->depth, MAX_DEPTH);
}

gboolean
commons_clip_is_nested (GPtrArray *cards)
{
  g_return_val_if_fail (cards != NULL, FALSE);

  for (guint i = 1; i < cards->len; i++)
    {
      if (get_depth (cards, i) > get_depth (cards, i - 1))
        return TRUE;
    }

  return FALSE;
}

/* Zones that only bear the name a table gives them are no cards. */
static gboolean
is_left_out (CommonsClipCard   *card,
             CommonsClipLayout  layout)
{
  return layout == COMMONS_CLIP_FLAT && card->container;
}

guint
commons_clip_count (GPtrArray         *cards,
                    CommonsClipLayout  layout)
{
  guint n = 0;

  g_return_val_if_fail (cards != NULL, 0);

  for (guint i = 0; i < cards->len; i++)
    n += !is_left_out (g_ptr_array_index (cards, i), layout);

  return n;
}

/* The boxes of the first level. */
static GPtrArray *
make_boxes (GPtrArray         *cards,
            CommonsClipLayout  layout)
{
  GPtrArray *top = g_ptr_array_new_with_free_func (box_free);
  GPtrArray *levels[MAX_DEPTH + 2] = { top };
  guint deepest = 0;

  for (guint i = 0; i < cards->len; i++)
    {
      guint depth = layout == COMMONS_CLIP_NESTED ? MIN (get_depth (cards, i), deepest) : 0;
      Box *box;

      if (is_left_out (g_ptr_array_index (cards, i), layout))
        continue;

      box = box_new (g_ptr_array_index (cards, i));
      g_ptr_array_add (levels[depth], box);
      levels[depth + 1] = box->children;
      deepest = depth + 1;
    }

  return top;
}

static const CommonsKind *
find_kind (Layout *self,
           Box    *box)
{
  const CommonsKind *own = commons_catalogue_get_kind (self->catalogue, box->card->kind);

  if (own == NULL)
    own = self->kind;

  if (box->children->len == 0 || (own != NULL && own->group))
    return own;

  return commons_catalogue_get_kind (self->catalogue, "zone");
}

static int
count_lines (const char *text)
{
  int n = 0;

  for (const char *line = text; line != NULL && *line != '\0';)
    {
      const char *end = strchr (line, '\n');
      glong length = g_utf8_strlen (line, end != NULL ? end - line : -1);

      n += 1 + (int) (length / LINE_CHARS);
      line = end != NULL ? end + 1 : NULL;
    }

  return n;
}

static void
measure_card (Box *box)
{
  int lines = count_lines (box->card->title) + count_lines (box->card->body);

  commons_card_get_usual_size (box->kind, &box->bounds.width, &box->bounds.height);

  if (box->kind == NULL || !box->kind->group)
    box->bounds.height += LINE_HEIGHT * CLAMP (lines - TITLE_LINES, 0, 100);
}

static guint
count_columns (GPtrArray *boxes)
{
  Box *first;

  for (guint i = 0; i < boxes->len; i++)
    {
      if (((Box *) g_ptr_array_index (boxes, i))->bounds.width != ((Box *) g_ptr_array_index (boxes, 0))->bounds.width)
        return (guint) ceil (sqrt (boxes->len));
    }

  first = boxes->len > 0 ? g_ptr_array_index (boxes, 0) : NULL;
  if (first == NULL || (boxes->len <= MAX_COLUMN && first->bounds.width > first->bounds.height * 2))
    return 1;

  return (guint) ceil (sqrt (boxes->len * RATIO * (first->bounds.height + GAP) / (first->bounds.width + GAP)));
}

/* Places boxes in rows, in the order they come; tells the size of them all. */
static void
place_rows (GPtrArray *boxes,
            int       *width,
            int       *height)
{
  guint n_columns = count_columns (boxes);
  g_autofree int *widths = g_new0 (int, n_columns);
  int x = 0, y = 0, row = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      Box *box = g_ptr_array_index (boxes, i);

      widths[i % n_columns] = MAX (widths[i % n_columns], box->bounds.width);
    }

  *width = 0;
  for (guint i = 0; i < boxes->len; i++)
    {
      Box *box = g_ptr_array_index (boxes, i);

      if (i % n_columns == 0)
        {
          y += i > 0 ? row + GAP : 0;
          x = row = 0;
        }

      box->bounds.x = x;
      box->bounds.y = y;
      x += widths[i % n_columns] + GAP;
      row = MAX (row, box->bounds.height);
      *width = MAX (*width, x - GAP);
    }

  *height = y + row;
}

static void
move_all (GPtrArray *boxes,
          int        dx,
          int        dy)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      Box *box = g_ptr_array_index (boxes, i);

      box->bounds.x += dx;
      box->bounds.y += dy;
    }
}

/* A circle goes around the corners of its content. */
static void
measure_group (Box *box)
{
  int width, height;

  place_rows (box->children, &width, &height);

  if (g_str_equal (box->kind->id, "circle"))
    {
      int size = (int) ceil (hypot (width, height)) + 2 * ZONE_TOP;

      box->bounds.width = box->bounds.height = size;
      move_all (box->children, (size - width) / 2, (size - height) / 2);
    }
  else
    {
      box->bounds.width = width + 2 * ZONE_SIDE;
      box->bounds.height = height + ZONE_TOP + ZONE_SIDE;
      move_all (box->children, ZONE_SIDE, ZONE_TOP);
    }
}

static void
measure (Layout *self,
         Box    *box)
{
  box->kind = find_kind (self, box);

  for (guint i = 0; i < box->children->len; i++)
    measure (self, g_ptr_array_index (box->children, i));

  if (box->children->len > 0)
    measure_group (box);
  else
    measure_card (box);
}

static void
add_records (Layout *self,
             Box    *box,
             int     x,
             int     y)
{
  CommonsClipCard *card = box->card;
  gboolean group = box->kind != NULL && box->kind->group;
  g_autofree char *text = NULL;

  /* The name of a circle or zone is one line. */
  text = *card->body != '\0' ? g_strconcat (card->title, group ? " " : "\n", card->body, NULL) : g_strdup (card->title);
  if (group)
    g_strdelimit (text, "\n", ' ');

  box->bounds.x += x;
  box->bounds.y += y;
  g_ptr_array_add (group ? self->groups : self->cards, commons_card_new (box->kind, &box->bounds, text));

  for (guint i = 0; i < box->children->len; i++)
    add_records (self, g_ptr_array_index (box->children, i), box->bounds.x, box->bounds.y);
}

CommonsBoard *
commons_clip_lay_out (GPtrArray         *cards,
                      CommonsClipLayout  layout,
                      CommonsCatalogue  *catalogue,
                      const char        *kind)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();
  g_autoptr (GPtrArray) boxes = NULL;
  Layout self = { catalogue, NULL, nodes, leaves };
  int width, height;

  g_return_val_if_fail (cards != NULL, NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self.kind = commons_catalogue_get_kind (catalogue, kind);
  boxes = make_boxes (cards, layout);

  for (guint i = 0; i < boxes->len; i++)
    measure (&self, g_ptr_array_index (boxes, i));
  place_rows (boxes, &width, &height);
  for (guint i = 0; i < boxes->len; i++)
    add_records (&self, g_ptr_array_index (boxes, i), 0, 0);

  g_ptr_array_extend_and_steal (nodes, g_steal_pointer (&leaves));

  return _commons_clip_new_board (nodes, edges);
}

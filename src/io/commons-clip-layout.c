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
#include "commons-clip-lines-private.h"
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

/* A guess of what a text needs, for want of somebody who measures it. */
#define LINE_CHARS   26
#define TITLE_LINES  2
#define LINE_HEIGHT  18

/* Pages of text do not make a card that nobody can see the end of. */
#define MAX_HEIGHT   900
#define MAX_MEASURED 8192

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
  CommonsClipMeasure measure;
  gpointer           data;
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

/* Whether a card becomes a zone. */
static gboolean
has_content (GPtrArray *cards,
             guint      index)
{
  return index + 1 < cards->len && get_depth (cards, index + 1) > get_depth (cards, index);
}

/* A zone says its name only: what else it said becomes a card in it. */
static gboolean
is_split (GPtrArray         *cards,
          guint              index,
          CommonsClipLayout  layout)
{
  CommonsClipCard *card = g_ptr_array_index (cards, index);

  return layout == COMMONS_CLIP_NESTED && *card->body != '\0' && has_content (cards, index);
}

guint
commons_clip_count (GPtrArray         *cards,
                    CommonsClipLayout  layout)
{
  guint n = 0;

  g_return_val_if_fail (cards != NULL, 0);

  for (guint i = 0; i < cards->len; i++)
    n += !is_left_out (g_ptr_array_index (cards, i), layout) + is_split (cards, i, layout);

  return n;
}

/* The cards there will be, each on its own. */
static GPtrArray *
split (GPtrArray         *cards,
       CommonsClipLayout  layout)
{
  GPtrArray *result = _commons_clip_cards_new ();

  for (guint i = 0; i < cards->len; i++)
    {
      CommonsClipCard *card = g_ptr_array_index (cards, i);
      gboolean in_two = is_split (cards, i, layout);
      CommonsClipCard *copy;

      if (is_left_out (card, layout))
        continue;

      copy = _commons_clip_cards_add (result, card->depth, card->title, in_two ? "" : card->body);
      copy->kind = g_strdup (card->kind);
      if (in_two)
        _commons_clip_cards_add (result, card->depth + 1, card->body, "");
    }

  return result;
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
      Box *box = box_new (g_ptr_array_index (cards, i));

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

/* Title and body; the name of a circle or zone is one line. */
static char *
make_text (Box *box)
{
  gboolean group = box->kind != NULL && box->kind->group;
  char *text = *box->card->body != '\0' ? g_strconcat (box->card->title, "\n", box->card->body, NULL)
                                        : g_strdup (box->card->title);

  return group ? g_strdelimit (text, "\n", ' ') : text;
}

static void
measure_card (Layout *self,
              Box    *box)
{
  g_autofree char *text = make_text (box);
  int height;

  commons_card_get_usual_size (box->kind, &box->bounds.width, &box->bounds.height);
  if (box->kind != NULL && box->kind->group)
    return;

  if (strlen (text) > MAX_MEASURED)
    height = MAX_HEIGHT;
  else if (self->measure != NULL)
    height = self->measure (box->kind != NULL ? box->kind->id : NULL, box->bounds.width, text, self->data);
  else
    height = box->bounds.height + LINE_HEIGHT * CLAMP (count_lines (text) - TITLE_LINES, 0, 100);

  box->bounds.height = CLAMP (height, box->bounds.height, MAX_HEIGHT);
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
    measure_card (self, box);
}

static void
add_records (Layout *self,
             Box    *box,
             int     x,
             int     y)
{
  gboolean group = box->kind != NULL && box->kind->group;
  g_autofree char *text = make_text (box);

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
                      const char        *kind,
                      CommonsClipMeasure measure_text,
                      gpointer           data)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) leaves = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();
  g_autoptr (GPtrArray) single = NULL;
  g_autoptr (GPtrArray) boxes = NULL;
  Layout self = { catalogue, NULL, measure_text, data, nodes, leaves };
  int width, height;

  g_return_val_if_fail (cards != NULL, NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self.kind = commons_catalogue_get_kind (catalogue, kind);
  single = split (cards, layout);
  boxes = make_boxes (single, layout);

  for (guint i = 0; i < boxes->len; i++)
    measure (&self, g_ptr_array_index (boxes, i));
  place_rows (boxes, &width, &height);
  for (guint i = 0; i < boxes->len; i++)
    add_records (&self, g_ptr_array_index (boxes, i), 0, 0);

  g_ptr_array_extend_and_steal (nodes, g_steal_pointer (&leaves));

  return _commons_clip_new_board (nodes, edges);
}

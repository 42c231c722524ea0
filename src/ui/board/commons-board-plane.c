/* commons-board-plane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "commons-board-plane.h"
#include "commons-folding.h"
#include "commons-reading-order.h"

/* So many widgets of what is in view at most: of thousands of cards none can be
 * read. */
#define MAX_CARDS 400

/* So many are there before and after the one that has the keyboard, wherever
 * they are: who goes on from card to card, by any means, always finds the next
 * one there. */
#define MAX_NEAR 24

/* Widgets are made and dropped again when the view has moved by this share of
 * what they are wanted for. */
#define AHEAD 8

struct _CommonsBoardPlane
{
  GtkWidget         parent_instance;

  CommonsBoard     *board;
  CommonsCatalogue *catalogue;
  CommonsSelection *selection;
  GHashTable       *cards;  /* id → CommonsCardWidget, a child */
  GHashTable       *dimmed; /* ids, NULL without a filter */
  GHashTable       *hidden; /* ids of what is folded away, NULL when nothing is */

  CommonsReadingOrder *order;   /* NULL until asked for */
  char                *focused; /* the last one that had the keyboard */
  guint                tell_idle;
  gboolean             reordered; /* since the order was made */
  CommonsRect       covered; /* what the cards are there for; empty when they are not */
};

enum
{
  FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CommonsBoardPlane, commons_board_plane, GTK_TYPE_WIDGET)

/* The order of before a change will do until there is time for another. */
static CommonsReadingOrder *
get_order (CommonsBoardPlane *self)
{
  if (self->order == NULL)
    self->order = commons_reading_order_new (self->board);

  return self->order;
}

static void
remove_all_cards (CommonsBoardPlane *self)
{
  GtkWidget *child;

  g_clear_handle_id (&self->tell_idle, g_source_remove);
  g_clear_pointer (&self->order, commons_reading_order_free);
  g_clear_pointer (&self->focused, g_free);
  self->reordered = FALSE;
  self->covered = (CommonsRect) { 0 };
  g_hash_table_remove_all (self->cards);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
commons_board_plane_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int ignored;

      /* GTK wants a child measured before it is allocated. */
      gtk_widget_measure (child, orientation, -1, &ignored, NULL, NULL, NULL);
    }

  *minimum = 0;
  *natural = 0;
}

static void
commons_board_plane_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      CommonsRecord *record = commons_card_widget_get_record (COMMONS_CARD_WIDGET (child));
      const CommonsRect *bounds = commons_record_get_bounds (record);
      GskTransform *transform;

      transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) bounds->x, (float) bounds->y));
      gtk_widget_allocate (child, MAX (bounds->width, 1), MAX (bounds->height, 1), -1, transform);
    }
}

static void tell_places (CommonsBoardPlane *self);

static gboolean
tell_places_cb (gpointer user_data)
{
  CommonsBoardPlane *self = user_data;

  self->tell_idle = 0;
  if (self->board != NULL)
    tell_places (self);

  return G_SOURCE_REMOVE;
}

/* Of many changes in a row only the last one is told; and never in a frame. */
static void
tell_places_later (CommonsBoardPlane *self)
{
  if (self->tell_idle == 0)
    self->tell_idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 10, tell_places_cb, self, NULL);
}

static void
commons_board_plane_set_focus_child (GtkWidget *widget,
                                     GtkWidget *child)
{
  CommonsBoardPlane *self = COMMONS_BOARD_PLANE (widget);
  const char *id = child ? commons_record_get_id (commons_card_widget_get_record (COMMONS_CARD_WIDGET (child))) : NULL;

  GTK_WIDGET_CLASS (commons_board_plane_parent_class)->set_focus_child (widget, child);

  if (id == NULL || g_strcmp0 (id, self->focused) == 0)
    return;

  g_free (self->focused);
  self->focused = g_strdup (id);
  tell_places_later (self);
  g_signal_emit (self, signals[FOCUSED], 0, self->focused);
}

static void
commons_board_plane_dispose (GObject *object)
{
  CommonsBoardPlane *self = COMMONS_BOARD_PLANE (object);

  remove_all_cards (self);
  g_clear_object (&self->board);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (commons_board_plane_parent_class)->dispose (object);
}

static void
commons_board_plane_finalize (GObject *object)
{
  CommonsBoardPlane *self = COMMONS_BOARD_PLANE (object);

  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_pointer (&self->dimmed, g_hash_table_unref);
  g_clear_pointer (&self->hidden, g_hash_table_unref);

  G_OBJECT_CLASS (commons_board_plane_parent_class)->finalize (object);
}

static void
commons_board_plane_class_init (CommonsBoardPlaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = commons_board_plane_dispose;
  object_class->finalize = commons_board_plane_finalize;
  widget_class->measure = commons_board_plane_measure;
  widget_class->size_allocate = commons_board_plane_size_allocate;
  widget_class->set_focus_child = commons_board_plane_set_focus_child;

  /* The keyboard came to another node, by whatever means. */
  signals[FOCUSED] = g_signal_new ("focused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "plane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
commons_board_plane_init (CommonsBoardPlane *self)
{
  self->cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GtkWidget *
commons_board_plane_new (void)
{
  return g_object_new (COMMONS_TYPE_BOARD_PLANE, NULL);
}

void
commons_board_plane_set_board (CommonsBoardPlane *self,
                               CommonsBoard      *board,
                               CommonsCatalogue  *catalogue,
                               CommonsSelection  *selection)
{
  g_return_if_fail (COMMONS_IS_BOARD_PLANE (self));

  remove_all_cards (self);
  g_set_object (&self->board, board);
  g_set_object (&self->catalogue, catalogue);
  g_set_object (&self->selection, selection);

  if (board != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, commons_board_get_title (board),
                                    -1);
}

static gboolean
is_dimmed (CommonsBoardPlane *self,
           const char        *id)
{
  return self->dimmed != NULL && g_hash_table_contains (self->dimmed, id);
}

static void
update_card (CommonsBoardPlane *self,
             CommonsCardWidget *card,
             CommonsRecord     *record)
{
  commons_card_widget_set_dimmed (card, is_dimmed (self, commons_record_get_id (record)));
  commons_card_widget_update (card, record, self->board, self->catalogue);
  commons_card_widget_set_selected (card, commons_selection_contains (self->selection,
                                                                      commons_record_get_id (record)));
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      order)
{
  CommonsRecord *first = commons_card_widget_get_record (*(CommonsCardWidget *const *) a);
  CommonsRecord *second = commons_card_widget_get_record (*(CommonsCardWidget *const *) b);

  return (int) commons_reading_order_get_rank (order, commons_record_get_id (first)) -
         (int) commons_reading_order_get_rank (order, commons_record_get_id (second));
}

static GPtrArray *
list_in_order (CommonsBoardPlane *self)
{
  GPtrArray *cards = g_ptr_array_sized_new (g_hash_table_size (self->cards));

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card; card = gtk_widget_get_next_sibling (card))
    g_ptr_array_add (cards, card);
  g_ptr_array_sort_with_data (cards, compare_ranks, get_order (self));

  return cards;
}

static void
tell_place (CommonsBoardPlane *self,
            CommonsCardWidget *card)
{
  CommonsReadingPlace place;

  if (commons_reading_order_get_place (get_order (self), commons_record_get_id (commons_card_widget_get_record (card)), &place))
    commons_card_widget_set_place (card, place.position, place.size, place.level);
}

/* Reading goes on from one card to what stands after it. */
static void
tell_next (GtkWidget *card)
{
  if (card != NULL)
    commons_card_widget_set_next (COMMONS_CARD_WIDGET (card), gtk_widget_get_next_sibling (card));
}

/* The last of the cards read before it; NULL when it is the first. What comes
 * from far is put at the end and waits for all to be put in order. */
static GtkWidget *
find_before (CommonsBoardPlane *self,
             const char        *id)
{
  guint rank = commons_reading_order_get_rank (get_order (self), id);

  for (guint i = 1; rank > 0 && i <= MAX_NEAR; i++)
    {
      GtkWidget *card = rank > i ? g_hash_table_lookup (self->cards, commons_reading_order_get_nth (self->order, rank - i))
                                 : NULL;

      if (card != NULL || rank <= i)
        return card;
    }

  tell_places_later (self);
  return gtk_widget_get_last_child (GTK_WIDGET (self));
}

static CommonsCardWidget *
add_card (CommonsBoardPlane *self,
          CommonsRecord     *record)
{
  GtkWidget *card = commons_card_widget_new (record);
  GtkWidget *before = find_before (self, commons_record_get_id (record));

  update_card (self, COMMONS_CARD_WIDGET (card), record);
  tell_place (self, COMMONS_CARD_WIDGET (card));
  gtk_widget_insert_after (card, GTK_WIDGET (self), before);
  g_hash_table_insert (self->cards, g_strdup (commons_record_get_id (record)), card);
  tell_next (before);
  tell_next (card);

  return COMMONS_CARD_WIDGET (card);
}

/* What is read before it must not point at what is gone. */
static void
drop_card (GtkWidget *card)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (card);

  if (before != NULL)
    commons_card_widget_set_next (COMMONS_CARD_WIDGET (before), NULL);
  gtk_widget_unparent (card);
  tell_next (before);
}

static void
remove_card (CommonsBoardPlane *self,
             const char        *id)
{
  GtkWidget *card = g_hash_table_lookup (self->cards, id);

  if (card == NULL)
    return;

  g_hash_table_remove (self->cards, id);
  drop_card (card);
}

static gboolean
intersects (const CommonsRect *a,
            const CommonsRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_hidden (CommonsBoardPlane *self,
           const char        *id)
{
  return self->hidden != NULL && g_hash_table_contains (self->hidden, id);
}

/* Around which node of the reading order there are always some. */
static guint
get_middle (CommonsBoardPlane *self)
{
  const char *id = self->focused ? self->focused : commons_selection_get_primary (self->selection);
  guint rank = id ? commons_reading_order_get_rank (get_order (self), id) : 0;

  return MAX (rank, 1);
}

static gboolean
is_near (CommonsBoardPlane *self,
         const char        *id,
         guint              middle)
{
  guint rank = commons_reading_order_get_rank (get_order (self), id);

  return rank > 0 && rank + MAX_NEAR >= middle && rank <= middle + MAX_NEAR;
}

static void
drop_far_cards (CommonsBoardPlane *self,
                const CommonsRect *area)
{
  guint middle = get_middle (self);
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    {
      CommonsRecord *record = commons_card_widget_get_record (card);

      if (!is_hidden (self, id) &&
          (intersects (commons_record_get_bounds (record), area) ||
           gtk_widget_is_focus (card) ||
           commons_selection_contains (self->selection, id) ||
           is_near (self, id, middle)))
        continue;

      g_hash_table_iter_remove (&iter);
      drop_card (card);
    }
}

static void
add_near_cards (CommonsBoardPlane *self)
{
  CommonsReadingOrder *order = get_order (self);
  guint middle = get_middle (self);
  guint last = MIN (middle + MAX_NEAR, commons_reading_order_get_n (order));

  for (guint rank = middle > MAX_NEAR ? middle - MAX_NEAR : 1; rank <= last; rank++)
    {
      const char *id = commons_reading_order_get_nth (order, rank);
      CommonsRecord *record = commons_board_lookup_node (self->board, id);

      if (record != NULL && !is_hidden (self, id) && !g_hash_table_contains (self->cards, id))
        add_card (self, record);
    }
}

/* Children stand in the order they are read in, each knows its place, and which
 * one follows. */
static void
tell_places (CommonsBoardPlane *self)
{
  g_autoptr (GPtrArray) cards = NULL;
  GtkWidget *before = NULL;

  if (self->reordered)
    g_clear_pointer (&self->order, commons_reading_order_free);
  self->reordered = FALSE;
  add_near_cards (self);
  g_clear_handle_id (&self->tell_idle, g_source_remove);

  cards = list_in_order (self);
  for (guint i = 0; i < cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (cards, i);

      if (gtk_widget_get_prev_sibling (card) != before)
        gtk_widget_insert_after (card, GTK_WIDGET (self), before);
      tell_place (self, COMMONS_CARD_WIDGET (card));
      before = card;
    }

  for (guint i = 0; i < cards->len; i++)
    tell_next (g_ptr_array_index (cards, i));
}

void
commons_board_plane_set_hidden (CommonsBoardPlane *self,
                                GHashTable        *hidden)
{
  g_return_if_fail (COMMONS_IS_BOARD_PLANE (self));

  if (self->hidden == hidden)
    return;

  self->covered = (CommonsRect) { 0 };
  if (hidden != NULL)
    g_hash_table_ref (hidden);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  self->hidden = hidden;
}

static gboolean
lies_in (const CommonsRect *inner,
         const CommonsRect *outer)
{
  return inner->x >= outer->x && inner->x + inner->width <= outer->x + outer->width &&
         inner->y >= outer->y && inner->y + inner->height <= outer->y + outer->height;
}

/* Whether what is there was made for about this part of the board: while it
 * moves nothing has to be looked for, and from nearer fewer are wanted. */
static gboolean
is_covered (CommonsBoardPlane *self,
            const CommonsRect *area)
{
  return lies_in (area, &self->covered) && area->width > self->covered.width / 2;
}

void
commons_board_plane_update (CommonsBoardPlane *self,
                            const CommonsRect *area)
{
  guint n_nodes;

  g_return_if_fail (COMMONS_IS_BOARD_PLANE (self));
  g_return_if_fail (area != NULL);

  if (self->board == NULL || is_covered (self, area))
    return;

  self->covered = (CommonsRect) {
    area->x - area->width / AHEAD, area->y - area->height / AHEAD,
    area->width + 2 * (area->width / AHEAD), area->height + 2 * (area->height / AHEAD),
  };
  area = &self->covered;
  drop_far_cards (self, area);

  n_nodes = commons_board_get_n_nodes (self->board);
  for (guint i = 0; i < n_nodes && g_hash_table_size (self->cards) < MAX_CARDS; i++)
    {
      CommonsRecord *record = commons_board_get_node (self->board, i);

      if (intersects (commons_record_get_bounds (record), area) && !is_hidden (self, commons_record_get_id (record)) &&
          !g_hash_table_contains (self->cards, commons_record_get_id (record)))
        add_card (self, record);
    }

  add_near_cards (self);
}

/* A link is read out by the cards at both its ends. */
static void
update_ends (CommonsBoardPlane *self,
             CommonsRecord     *edge)
{
  const char *ends[] = { commons_record_get_from (edge), commons_record_get_to (edge) };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      CommonsCardWidget *card = g_hash_table_lookup (self->cards, ends[i]);
      CommonsRecord *record = commons_board_lookup_node (self->board, ends[i]);

      if (card != NULL && record != NULL)
        update_card (self, card, record);
    }
}

/* Whether nodes are read in another order after a change, or others are. */
static gboolean
reorders (const CommonsChange *change)
{
  if (commons_change_get_table (change) != COMMONS_TABLE_NODES)
    return FALSE;

  return change->before == NULL || change->after == NULL ||
         memcmp (commons_record_get_bounds (change->before), commons_record_get_bounds (change->after),
                 sizeof (CommonsRect)) != 0 ||
         commons_folding_is_folded (change->before) != commons_folding_is_folded (change->after) ||
         g_strcmp0 (commons_record_get_kind (change->before), commons_record_get_kind (change->after)) != 0;
}

void
commons_board_plane_changed (CommonsBoardPlane *self,
                             CommonsChangeSet  *changes)
{
  g_return_if_fail (COMMONS_IS_BOARD_PLANE (self));
  g_return_if_fail (changes != NULL);

  self->covered = (CommonsRect) { 0 };
  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);
      const char *id = commons_change_get_id (change);
      CommonsRecord *now = commons_board_lookup (self->board, id);
      CommonsCardWidget *card = g_hash_table_lookup (self->cards, id);

      if (reorders (change))
        {
          self->reordered = TRUE;
          tell_places_later (self);
        }

      if (commons_change_get_table (change) == COMMONS_TABLE_EDGES)
        update_ends (self, change->after ? change->after : change->before);
      else if (card != NULL && now != NULL)
        update_card (self, card, now);
      else if (card != NULL)
        remove_card (self, id);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
commons_board_plane_update_selected (CommonsBoardPlane *self)
{
  GHashTableIter iter;
  gpointer id, card;

  g_return_if_fail (COMMONS_IS_BOARD_PLANE (self));

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    commons_card_widget_set_selected (card, commons_selection_contains (self->selection, id));
}

gboolean
commons_board_plane_is_dimmed (CommonsBoardPlane *self,
                               const char        *id)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_PLANE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return is_dimmed (self, id);
}

void
commons_board_plane_set_dimmed (CommonsBoardPlane *self,
                                GHashTable        *dimmed)
{
  GHashTableIter iter;
  gpointer id, card;

  g_return_if_fail (COMMONS_IS_BOARD_PLANE (self));

  g_clear_pointer (&self->dimmed, g_hash_table_unref);
  self->dimmed = dimmed ? g_hash_table_ref (dimmed) : NULL;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    commons_card_widget_set_dimmed (card, is_dimmed (self, id));
}

CommonsCardWidget *
commons_board_plane_get_card (CommonsBoardPlane *self,
                              const char        *id,
                              gboolean           make)
{
  CommonsCardWidget *card;
  CommonsRecord *record;

  g_return_val_if_fail (COMMONS_IS_BOARD_PLANE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  card = g_hash_table_lookup (self->cards, id);
  if (card != NULL || !make || self->board == NULL)
    return card;

  record = commons_board_lookup_node (self->board, id);
  return record ? add_card (self, record) : NULL;
}

const char *
commons_board_plane_get_focused (CommonsBoardPlane *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (COMMONS_IS_BOARD_PLANE (self), NULL);

  focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  if (focus == NULL || !gtk_widget_is_focus (focus))
    return NULL;

  return commons_record_get_id (commons_card_widget_get_record (COMMONS_CARD_WIDGET (focus)));
}

guint
commons_board_plane_get_n_cards (CommonsBoardPlane *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_PLANE (self), 0);

  return g_hash_table_size (self->cards);
}

/* commons-board-plane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-board-plane"

#include "config.h"

#include "commons-board-plane.h"

/* So many widgets at most: when thousands of cards are in view none can be
 * read, and the keyboard still makes the one it goes to. */
#define MAX_CARDS 400

struct _CommonsBoardPlane
{
  GtkWidget         parent_instance;

  CommonsBoard     *board;
  CommonsCatalogue *catalogue;
  CommonsSelection *selection;
  GHashTable       *cards;  /* id → CommonsCardWidget, a child */
  GHashTable       *dimmed; /* ids, NULL without a filter */
  GHashTable       *hidden; /* ids of what is folded away, NULL when nothing is */
};

G_DEFINE_FINAL_TYPE (CommonsBoardPlane, commons_board_plane, GTK_TYPE_WIDGET)

static void
remove_all_cards (CommonsBoardPlane *self)
{
  GtkWidget *child;

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

static CommonsCardWidget *
add_card (CommonsBoardPlane *self,
          CommonsRecord     *record)
{
  GtkWidget *card = commons_card_widget_new (record);

  update_card (self, COMMONS_CARD_WIDGET (card), record);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_hash_table_insert (self->cards, g_strdup (commons_record_get_id (record)), card);

  return COMMONS_CARD_WIDGET (card);
}

static void
remove_card (CommonsBoardPlane *self,
             const char        *id)
{
  GtkWidget *card = g_hash_table_lookup (self->cards, id);

  if (card == NULL)
    return;

  g_hash_table_remove (self->cards, id);
  gtk_widget_unparent (card);
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

static void
drop_far_cards (CommonsBoardPlane *self,
                const CommonsRect *area)
{
  GHashTableIter iter;
  gpointer id, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, &card))
    {
      CommonsRecord *record = commons_card_widget_get_record (card);

      if (!is_hidden (self, id) &&
          (intersects (commons_record_get_bounds (record), area) ||
           gtk_widget_is_focus (card) ||
           commons_selection_contains (self->selection, id)))
        continue;

      g_hash_table_iter_remove (&iter);
      gtk_widget_unparent (card);
    }
}

void
commons_board_plane_set_hidden (CommonsBoardPlane *self,
                                GHashTable        *hidden)
{
  g_return_if_fail (COMMONS_IS_BOARD_PLANE (self));

  if (hidden != NULL)
    g_hash_table_ref (hidden);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  self->hidden = hidden;
}

void
commons_board_plane_update (CommonsBoardPlane *self,
                            const CommonsRect *area)
{
  guint n_nodes;

  g_return_if_fail (COMMONS_IS_BOARD_PLANE (self));
  g_return_if_fail (area != NULL);

  if (self->board == NULL)
    return;

  drop_far_cards (self, area);

  n_nodes = commons_board_get_n_nodes (self->board);
  for (guint i = 0; i < n_nodes && g_hash_table_size (self->cards) < MAX_CARDS; i++)
    {
      CommonsRecord *record = commons_board_get_node (self->board, i);

      if (intersects (commons_record_get_bounds (record), area) && !is_hidden (self, commons_record_get_id (record)) &&
          !g_hash_table_contains (self->cards, commons_record_get_id (record)))
        add_card (self, record);
    }
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

void
commons_board_plane_changed (CommonsBoardPlane *self,
                             CommonsChangeSet  *changes)
{
  g_return_if_fail (COMMONS_IS_BOARD_PLANE (self));
  g_return_if_fail (changes != NULL);

  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);
      const char *id = commons_change_get_id (change);
      CommonsRecord *now = commons_board_lookup (self->board, id);
      CommonsCardWidget *card = g_hash_table_lookup (self->cards, id);

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

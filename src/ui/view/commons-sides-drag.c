/* commons-sides-drag.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An answer dragged to the side of the group is kept; on a card of the group
 * it is taken up in that one.
 */

#include "config.h"

#include "commons-sides-view-private.h"

static GdkContentProvider *
prepare_cb (CommonsSidesView *self,
            double            x,
            double            y,
            GtkDragSource    *source)
{
  CommonsSidesCard *card = COMMONS_SIDES_CARD (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));

  g_assert (COMMONS_IS_SIDES_VIEW (self));

  if (!_commons_sides_view_is_editable (self))
    return NULL;

  return gdk_content_provider_new_typed (COMMONS_TYPE_SIDES_CARD, card);
}

static void
drag_begin_cb (CommonsSidesView *self,
               GdkDrag          *drag,
               GtkDragSource    *source)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (card);

  g_assert (COMMONS_IS_SIDES_VIEW (self));

  gtk_drag_source_set_icon (source, paintable, 24, 16);
}

/* A card that is selected takes the other answers along. */
static GPtrArray *
list_dragged (CommonsSidesView *self,
              CommonsSidesCard *card)
{
  const char *id = g_ptr_array_index (commons_sides_card_list_ids (card), 0);
  GPtrArray *ids;

  if (commons_selection_contains (commons_board_view_get_selection (self->view), id))
    {
      ids = _commons_sides_view_list_chosen (self);
      for (guint i = ids->len; i > 0; i--)
        {
          const CommonsOwnAnswer *answer = commons_sides_find (self->sides, g_ptr_array_index (ids, i - 1));

          if (answer == NULL || commons_record_is_hidden (answer->card))
            g_ptr_array_remove_index (ids, i - 1);
        }
      return ids;
    }

  ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (ids, g_strdup (id));

  return ids;
}

static gboolean
drop_cb (CommonsSidesView *self,
         const GValue     *value,
         double            x,
         double            y,
         GtkDropTarget    *target)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  CommonsSidesCard *card = g_value_get_object (value);
  g_autoptr (GPtrArray) ids = NULL;

  g_assert (COMMONS_IS_SIDES_VIEW (self));

  if (card == NULL || self->sides == NULL || !_commons_sides_view_is_editable (self) ||
      commons_sides_card_get_side (card) != COMMONS_SIDE_I || !gtk_widget_is_ancestor (GTK_WIDGET (card), GTK_WIDGET (self)))
    return FALSE;

  ids = list_dragged (self, card);
  if (COMMONS_IS_SIDES_CARD (widget))
    {
      g_autofree char *shared = g_strdup (g_ptr_array_index (commons_sides_card_list_ids (COMMONS_SIDES_CARD (widget)), 0));

      _commons_sides_view_add_to (self, ids, shared);
    }
  else
    {
      _commons_sides_view_keep (self, ids);
    }

  return TRUE;
}

void
_commons_sides_view_init_drop (CommonsSidesView *self,
                               GtkWidget        *column)
{
  GtkDropTarget *target = gtk_drop_target_new (COMMONS_TYPE_SIDES_CARD, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (target));
}

void
_commons_sides_view_init_drag (CommonsSidesView *self,
                               CommonsSidesCard *card)
{
  GtkDragSource *source;

  if (commons_sides_card_get_side (card) == COMMONS_SIDE_WE)
    {
      _commons_sides_view_init_drop (self, GTK_WIDGET (card));
      return;
    }

  source = gtk_drag_source_new ();
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (card), GTK_EVENT_CONTROLLER (source));
}

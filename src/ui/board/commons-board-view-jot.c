/* commons-board-view-jot.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards written down in the quick entry, and their way to a place.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-arrange-next.h"
#include "commons-board-view-private.h"
#include "commons-quick-tray.h"
#include "commons-tray.h"

/* Width of the cards made here, in board units. */
#define CARD_WIDTH 204

/* The one circle or zone that is selected; a tray gives no other place. */
CommonsRecord *
commons_board_view_get_container (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = NULL;
  CommonsRecord *node;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), NULL);

  if (self->board == NULL)
    return NULL;

  nodes = commons_selection_list_nodes (self->selection);
  node = nodes->len == 1 ? g_ptr_array_index (nodes, 0) : NULL;
  if (node == NULL || !commons_record_is_group (node) ||
      g_strcmp0 (commons_record_get_string (node, "commons/role"), COMMONS_TRAY_ROLE) == 0)
    return NULL;

  return node;
}

static void
announce_waiting (CommonsBoardView *self,
                  const char       *text)
{
  g_autoptr (GPtrArray) cards = commons_tray_list (self->board);
  /* Translators: the first %s is the title of a card */
  g_autofree char *words = g_strdup_printf (ngettext ("“%s” waits for its place, %'u card in all",
                                                      "“%s” waits for its place, %'u cards in all", cards->len),
                                            text, cards->len);

  commons_announce (GTK_WIDGET (self), words);
}

static void
announce_added (CommonsBoardView *self,
                const char       *text,
                CommonsRecord    *container)
{
  /* Translators: a card and the circle or zone it was added to */
  g_autofree char *words = g_strdup_printf (_("“%s” added to “%s”"), text, commons_record_get_shown_title (container));

  commons_announce (GTK_WIDGET (self), words);
}

/* In @into, or among the cards that wait. */
static char *
put_down (CommonsBoardView *self,
          const char       *kind_id,
          const char       *into,
          const char       *text)
{
  const CommonsKind *kind = commons_catalogue_get_kind (self->catalogue, kind_id);
  int height = commons_picture_measure_height (self->picture, kind_id, CARD_WIDTH, text);
  CommonsRect visible;

  if (into != NULL)
    return commons_arrange_create_in (self->editor, self->catalogue, kind, into, text, height, _("Quick Entry"));

  commons_viewport_get_visible (&self->viewport, &visible);

  return commons_tray_add (self->editor, self->catalogue, kind, text, height, &visible, _("Quick Entry"));
}

static char *
dup_container_id (CommonsBoardView *self)
{
  CommonsRecord *container = commons_board_view_get_container (self);

  return container != NULL ? g_strdup (commons_record_get_id (container)) : NULL;
}

gboolean
commons_board_view_jot (CommonsBoardView *self,
                        const char       *kind_id,
                        const char       *text)
{
  g_autofree char *into = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (!_commons_board_view_is_editable (self))
    return FALSE;

  commons_board_view_finish_editing (self);
  into = dup_container_id (self);
  id = put_down (self, kind_id, into, text);
  if (into != NULL)
    announce_added (self, text, commons_board_lookup_node (self->board, into));
  else
    announce_waiting (self, text);

  return id != NULL;
}

gboolean
commons_board_view_gather_card (CommonsBoardView *self,
                                const char       *kind_id,
                                const char       *text)
{
  g_autofree char *into = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  into = dup_container_id (self);
  id = put_down (self, kind_id, into, text);

  return id != NULL;
}

static gboolean
place_at (CommonsBoardView *self,
          const char       *id,
          double            x,
          double            y)
{
  g_autofree char *sentence = NULL;
  double board_x, board_y;

  commons_viewport_to_board (&self->viewport, x, y, &board_x, &board_y);
  if (!_commons_board_view_is_editable (self) ||
      !commons_tray_place (self->editor, self->catalogue, id, board_x, board_y, _("Place Card"), &sentence))
    return FALSE;

  commons_selection_set_only (self->selection, id);
  if (sentence != NULL)
    _commons_board_view_toast (self, sentence, TRUE);

  return TRUE;
}

void
commons_board_view_place (CommonsBoardView *self,
                          const char       *id)
{
  g_autofree char *kept = NULL;

  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));
  g_return_if_fail (id != NULL);

  kept = g_strdup (id);
  if (place_at (self, kept, self->viewport.width / 2.0, (self->viewport.height - self->inset_bottom) / 2.0))
    _commons_board_view_reveal (self, kept);
}

void
commons_board_view_show_card (CommonsBoardView *self,
                              const char       *id)
{
  g_autofree char *kept = NULL;

  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));
  g_return_if_fail (id != NULL);

  if (self->board == NULL || commons_board_lookup_node (self->board, id) == NULL)
    return;

  kept = g_strdup (id);
  commons_selection_set_only (self->selection, kept);
  _commons_board_view_reveal (self, kept);
}

static gboolean
drop_cb (CommonsBoardView *self,
         const GValue     *value,
         double            x,
         double            y)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  return G_VALUE_HOLDS (value, COMMONS_TYPE_WAITING_DRAG) &&
         place_at (self, commons_drag_load_get_id (g_value_get_boxed (value)), x, y);
}

void
_commons_board_view_init_jot (CommonsBoardView *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (COMMONS_TYPE_WAITING_DRAG, GDK_ACTION_MOVE);

  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/* commons-board-view-prefer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people prefer, on the board: what is drawn of it, what catches a drag,
 * whose cards are made, and how far away it has to be read.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "commons-board-view-private.h"
#include "commons-settings.h"

void
_commons_board_view_prefer (CommonsBoardView *self)
{
  g_autofree char *author = commons_settings_dup_author (self->settings);

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  commons_tool_set_snapping (self->tool, commons_settings_get_snapping (self->settings));
  if (self->board == NULL)
    return;

  commons_editor_set_author (self->editor, author);
  commons_tile_cache_set_dots (self->tiles, g_settings_get_boolean (self->settings, "grid"));
  commons_tile_cache_set_print (self->tiles, commons_settings_get_print (self->settings));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A board that is shown whole may be shown larger now. */
static void
print_changed_cb (CommonsBoardView *self)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  self->wants_fit |= self->fitted;
  _commons_board_view_prefer (self);
  g_signal_emit_by_name (self, "zoom-changed");
}

static void
room_changed_cb (CommonsBoardView *self)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  g_signal_emit_by_name (self, "zoom-changed");
}

/* On another screen, pixels have another size. */
static void
realize_cb (CommonsBoardView *self)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));

  g_signal_connect_object (surface, "enter-monitor", G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
}

void
_commons_board_view_init_preferences (CommonsBoardView *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } signals[] = {
    { "changed::grid", G_CALLBACK (_commons_board_view_prefer) },
    { "changed::snap-to-cards", G_CALLBACK (_commons_board_view_prefer) },
    { "changed::snap-to-grid", G_CALLBACK (_commons_board_view_prefer) },
    { "changed::author", G_CALLBACK (_commons_board_view_prefer) },
    { "changed::large-print", G_CALLBACK (print_changed_cb) },
    { "changed::projecting", G_CALLBACK (room_changed_cb) },
    { "changed::room-distance", G_CALLBACK (room_changed_cb) },
    { "changed::room-width", G_CALLBACK (room_changed_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->settings, signals[i].signal, signals[i].callback, self, G_CONNECT_SWAPPED);

  g_signal_connect (self, "realize", G_CALLBACK (realize_cb), NULL);
  _commons_board_view_prefer (self);
}

/* ---- Those at the back ------------------------------------------------------ */

double
commons_board_view_get_readable_zoom (CommonsBoardView *self,
                                      CommonsRoom      *room,
                                      gboolean         *readable)
{
  CommonsRoom own;
  double print;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), 1);

  print = commons_settings_get_print (self->settings);
  commons_settings_get_room (self->settings, GTK_WIDGET (self), &own);
  if (room != NULL)
    *room = own;
  if (readable != NULL)
    *readable = commons_legibility_is_readable (&own, self->viewport.zoom, print);

  return commons_legibility_get_zoom (&own, print);
}

/* In the middle of the view stays what was there, or comes what is selected. */
static void
aim (CommonsBoardView *self,
     double            zoom)
{
  const char *primary = commons_selection_get_primary (self->selection);
  CommonsRecord *record = primary != NULL ? commons_board_lookup_node (self->board, primary) : NULL;
  CommonsViewport target, free;

  _commons_board_view_get_free (self, &self->viewport, &free);
  commons_viewport_set_zoom_at (&free, zoom, free.width / 2.0, free.height / 2.0);
  if (record != NULL && !commons_record_is_group (record))
    {
      const CommonsRect *bounds = commons_record_get_bounds (record);

      commons_viewport_center_on (&free, bounds->x + bounds->width / 2.0, bounds->y + bounds->height / 2.0);
    }

  _commons_board_view_set_free (self, &free, &target);
  _commons_board_view_fly_to (self, &target);
}

static void
zoom_readable (CommonsBoardView *self)
{
  CommonsRoom room;
  double zoom = commons_board_view_get_readable_zoom (self, &room, NULL);
  g_autofree char *message = NULL;

  /* A step more, so that rounding never leaves it a hair too small. */
  aim (self, MIN (ceil (zoom * 100) / 100, COMMONS_ZOOM_MAX));

  if (zoom <= COMMONS_ZOOM_MAX)
    message = g_strdup_printf (/* Translators: %.3g is a number of metres, such as 8 or 7.5 */
                               _("Cards can now be read from %.3g m away."), room.distance);
  else
    message = g_strdup_printf (_("Even at the largest zoom, cards cannot be read from %.3g m away."), room.distance);
  _commons_board_view_toast (self, message, FALSE);
}

const CommonsHandler _commons_board_view_prefer_handlers[] = {
  { "board.zoom-readable", zoom_readable, COMMONS_NEEDS_BOARD },
  { NULL, NULL, 0 },
};

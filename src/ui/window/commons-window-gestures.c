/* commons-window-gestures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layer over the board that says what hands can do there.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-gestures.h"
#include "commons-window-private.h"

static gboolean
is_in_layer (CommonsWindow *self,
             GtkWidget     *widget)
{
  return widget != NULL && (widget == self->gestures || gtk_widget_is_ancestor (widget, self->gestures));
}

static void
close_layer (CommonsWindow *self,
             gboolean       give_focus_back)
{
  GtkWidget *layer = g_steal_pointer (&self->gestures);
  GtkWidget *body = gtk_overlay_get_child (GTK_OVERLAY (self->body));

  if (layer == NULL)
    return;

  gtk_widget_set_can_focus (body, TRUE);
  if (give_focus_back)
    _commons_window_focus_view (self);
  gtk_overlay_remove_overlay (GTK_OVERLAY (self->body), layer);
}

static void
closed_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  close_layer (self, TRUE);
}

/* What has the keyboard must not lie under the layer. */
static void
focus_cb (CommonsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  g_assert (COMMONS_IS_WINDOW (self));

  if (self->gestures != NULL && focus != NULL && gtk_widget_is_ancestor (focus, self->body) &&
      !is_in_layer (self, focus))
    close_layer (self, FALSE);
}

GtkWidget *
_commons_window_make_body (CommonsWindow *self,
                           GtkWidget     *panes)
{
  self->body = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->body), panes);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);

  return self->body;
}

void
_commons_window_toggle_gestures (CommonsWindow *self)
{
  if (self->gestures != NULL)
    {
      close_layer (self, TRUE);
      return;
    }

  _commons_window_finish_editing (self);
  _commons_window_show_board (self);
  self->gestures = commons_gestures_new (g_settings_get_boolean (self->settings, "wheel-zooms"));
  g_signal_connect_object (self->gestures, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->body), self->gestures);
  gtk_widget_grab_focus (self->gestures);
  gtk_widget_set_can_focus (gtk_overlay_get_child (GTK_OVERLAY (self->body)), FALSE);
  commons_announce (GTK_WIDGET (self), _("Board gestures are shown; Esc closes them"));
}

/* commons-window-hints.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hints of a window, and what teaches more than they do: doing it.
 */

#include "config.h"

#include "commons-hint.h"
#include "commons-panes.h"
#include "commons-window-private.h"

static void
view_dismissed_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  _commons_window_focus_view (self);
}

static void
pane_dismissed_cb (CommonsWindow *self,
                   CommonsHint   *hint)
{
  g_assert (COMMONS_IS_WINDOW (self));

  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (hint)), GTK_DIR_TAB_FORWARD);
}

/* Puts a place for a hint at the end of what it is about, where it covers
 * nothing. */
static GtkWidget *
add_hint (CommonsWindow *self,
          GtkWidget     *about,
          const char    *name,
          GCallback      dismissed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *hint = commons_hint_new (name);

  gtk_widget_set_vexpand (about, TRUE);
  gtk_box_append (GTK_BOX (box), about);
  gtk_box_append (GTK_BOX (box), hint);
  g_signal_connect_object (hint, "dismissed", dismissed, self, G_CONNECT_SWAPPED);

  return box;
}

GtkWidget *
_commons_window_add_view_hint (CommonsWindow *self,
                               GtkWidget     *view,
                               const char    *name)
{
  return add_hint (self, view, name, G_CALLBACK (view_dismissed_cb));
}

/* The place for one under the view that is shown. */
GtkWidget *
_commons_window_get_view_hint (CommonsWindow *self)
{
  return gtk_widget_get_last_child (adw_view_stack_get_visible_child (self->views));
}

GtkWidget *
_commons_window_add_pane_hint (CommonsWindow *self,
                               GtkWidget     *pane,
                               const char    *name)
{
  return add_hint (self, pane, name, G_CALLBACK (pane_dismissed_cb));
}

static gboolean
adds_cards (const CommonsChangeSet *changes)
{
  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);

      if (change->before == NULL && commons_change_get_table (change) == COMMONS_TABLE_NODES)
        return TRUE;
    }

  return FALSE;
}

/* Whoever changes the board from somewhere knows how to. */
void
_commons_window_learn (CommonsWindow          *self,
                       const CommonsChangeSet *changes,
                       CommonsOrigin           origin)
{
  CommonsPanes *panes = COMMONS_PANES (self->panes);
  gboolean adds = adds_cards (changes);

  if (origin != COMMONS_ORIGIN_EDIT || !gtk_widget_get_mapped (self->panes))
    return;

  if (commons_panes_has_focus (panes, GTK_PACK_END))
    commons_hint_learn ("inspector");
  else if (commons_panes_has_focus (panes, GTK_PACK_START))
    {
      if (adds)
        commons_hint_learn ("sheets");
    }
  else if (!_commons_window_shows_board (self))
    commons_hint_learn (adw_view_stack_get_visible_child_name (self->views));
  else if (adds)
    commons_hint_learn ("board");
}

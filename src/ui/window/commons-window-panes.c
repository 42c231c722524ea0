/* commons-window-panes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panes on the sides of the window: the guiding sheets and the inspector.
 * What is opened in a wide window is remembered; in a narrow one panes lie
 * over the board, and only for as long as they are needed.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-inspector.h"
#include "commons-panes.h"
#include "commons-window-private.h"

static CommonsPanes *
get_panes (CommonsWindow *self)
{
  return COMMONS_PANES (self->panes);
}

static const char *
get_key (GtkPackType pane)
{
  return pane == GTK_PACK_START ? "sheets" : "inspector";
}

/* A blank board stays blank until somebody asks for questions. */
static gboolean
goes_with_sheets (CommonsWindow *self)
{
  CommonsRecord *head = commons_board_get_head (commons_document_get_board (self->document));
  const char *template_name = commons_record_get_string (head, "commons/template");
  JsonNode *commons = json_object_get_member (commons_record_get_object (head), "commons");

  return (template_name != NULL && !g_str_equal (template_name, "blank")) ||
         (commons != NULL && JSON_NODE_HOLDS_OBJECT (commons) &&
          json_object_has_member (json_node_get_object (commons), "sheets"));
}

static gboolean
is_wanted (CommonsWindow *self,
           GtkPackType    pane)
{
  return _commons_window_has_board (self) && (pane == GTK_PACK_END || self->guided) &&
         g_settings_get_boolean (self->settings, get_key (pane));
}

static void
update_buttons (CommonsWindow *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->start_button),
                                commons_panes_is_open (get_panes (self), GTK_PACK_START));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->end_button),
                                commons_panes_is_open (get_panes (self), GTK_PACK_END));
}

static GtkWidget *
get_place (CommonsWindow *self,
           GtkPackType    pane)
{
  return pane == GTK_PACK_START ? self->start_pane : self->end_pane;
}

/* Many never open a pane: its content is not worth the time a window takes to
 * appear. */
void
_commons_window_make_pane (CommonsWindow *self,
                           GtkPackType    pane)
{
  AdwBin *place = ADW_BIN (get_place (self, pane));

  if (adw_bin_get_child (place) == NULL)
    adw_bin_set_child (place, pane == GTK_PACK_START ? _commons_window_make_sheets (self)
                                                     : commons_inspector_new (self->view));
}

static void
set_open (CommonsWindow *self,
          GtkPackType    pane,
          gboolean       open,
          gboolean       slide)
{
  gboolean had_focus = commons_panes_has_focus (get_panes (self), pane);

  if (open)
    _commons_window_make_pane (self, pane);
  if (commons_panes_is_open (get_panes (self), pane) != open)
    commons_panes_open (get_panes (self), pane, open, slide);
  if (had_focus && !open)
    _commons_window_focus_view (self);

  update_buttons (self);
}

/* What somebody chose. Only a choice in a wide window is one for later. */
static void
choose_open (CommonsWindow *self,
             GtkPackType    pane,
             gboolean       open)
{
  self->guided |= open && pane == GTK_PACK_START;
  if (!commons_panes_is_folded (get_panes (self)))
    g_settings_set_boolean (self->settings, get_key (pane), open);

  set_open (self, pane, open, TRUE);
}

static void
focus_pane (CommonsWindow *self,
            GtkPackType    pane)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (get_place (self, pane)));

  _commons_window_finish_editing (self);
  if (child != NULL && !gtk_widget_grab_focus (child))
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

void
_commons_window_show_pane (CommonsWindow *self,
                           GtkPackType    pane)
{
  if (!commons_panes_is_open (get_panes (self), pane))
    choose_open (self, pane, TRUE);

  focus_pane (self, pane);
}

/* The key goes to the pane, and from there back to the view: nobody closes by
 * accident what they wanted to write in. */
static void
toggle (CommonsWindow *self,
        GtkPackType    pane)
{
  if (commons_panes_has_focus (get_panes (self), pane))
    choose_open (self, pane, FALSE);
  else
    _commons_window_show_pane (self, pane);
}

void
_commons_window_toggle_sheets (CommonsWindow *self)
{
  toggle (self, GTK_PACK_START);
}

void
_commons_window_toggle_inspector (CommonsWindow *self)
{
  toggle (self, GTK_PACK_END);
}

/* Beside the board, panes are as they were last chosen; over it, they wait to
 * be called, but nobody loses what they are writing in. */
static void
place_panes (CommonsWindow *self)
{
  const GtkPackType panes[] = { GTK_PACK_START, GTK_PACK_END };
  gboolean over = commons_panes_is_folded (get_panes (self));

  self->panes_over = !!over;
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      gboolean kept = over && commons_panes_has_focus (get_panes (self), panes[i]);

      set_open (self, panes[i], kept || (!over && is_wanted (self, panes[i])), FALSE);
    }
}

static gboolean
placed_idle_cb (gpointer user_data)
{
  CommonsWindow *self = user_data;

  if (self->gone)
    return G_SOURCE_REMOVE;

  if (self->panes_over != commons_panes_is_folded (get_panes (self)))
    place_panes (self);
  _commons_window_place_tools (self);

  return G_SOURCE_REMOVE;
}

/* Moving anything asks for another layout, which cannot begin inside one. */
static void
placed_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  g_idle_add_full (G_PRIORITY_HIGH_IDLE, placed_idle_cb, g_object_ref (self), g_object_unref);
}

/* Over the board a pane goes when it is left; beside it, only the keyboard. */
static void
left_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  if (commons_panes_is_folded (get_panes (self)))
    {
      set_open (self, GTK_PACK_START, FALSE, TRUE);
      set_open (self, GTK_PACK_END, FALSE, TRUE);
    }

  _commons_window_focus_view (self);
}

static void
toggled_cb (CommonsWindow   *self,
            GtkToggleButton *button)
{
  GtkPackType pane = GTK_WIDGET (button) == self->start_button ? GTK_PACK_START : GTK_PACK_END;
  gboolean open = gtk_toggle_button_get_active (button);

  g_assert (COMMONS_IS_WINDOW (self));

  if (open == commons_panes_is_open (get_panes (self), pane))
    return;

  /* Where both are in view, the board keeps the keyboard. */
  choose_open (self, pane, open);
  if (open && commons_panes_is_folded (get_panes (self)))
    focus_pane (self, pane);
}

GtkWidget *
_commons_window_make_pane_button (CommonsWindow *self,
                                  GtkPackType    pane)
{
  gboolean start = pane == GTK_PACK_START;
  GtkWidget *button = gtk_toggle_button_new ();
  const char *name = start ? _("Guiding Sheets") : _("Inspector");

  gtk_button_set_icon_name (GTK_BUTTON (button), start ? "sidebar-show-symbolic" : "sidebar-show-right-symbolic");
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_RELATION_CONTROLS, start ? self->start_pane : self->end_pane, NULL, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  if (start)
    self->start_button = button;
  else
    self->end_button = button;

  return button;
}

GtkWidget *
_commons_window_make_panes (CommonsWindow *self,
                            GtkWidget     *content)
{
  int width, height;

  self->start_pane = adw_bin_new ();
  self->end_pane = adw_bin_new ();

  /* Before there is a width, that of the last window is the best guess: a pane
   * that comes or goes after the first frame would make the board jump. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  self->panes = commons_panes_new (content, _commons_window_add_pane_hint (self, self->start_pane, "sheets"), COMMONS_PANES_START_WIDTH,
                                   _commons_window_add_pane_hint (self, self->end_pane, "inspector"), COMMONS_PANES_END_WIDTH,
                                   gtk_window_is_maximized (GTK_WINDOW (self)) ? G_MAXINT : width);
  self->panes_over = commons_panes_is_folded (get_panes (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start_pane),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Guiding Sheets"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->end_pane),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Inspector"), -1);

  g_signal_connect_object (self->panes, "placed", G_CALLBACK (placed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);

  return self->panes;
}

/* Another document, or one that could not be read. */
void
_commons_window_fill_panes (CommonsWindow *self)
{
  self->guided = _commons_window_has_board (self) && goes_with_sheets (self);
  gtk_widget_set_sensitive (self->start_button, _commons_window_has_board (self));
  gtk_widget_set_sensitive (self->end_button, _commons_window_has_board (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sheets", _commons_window_has_board (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.inspector", _commons_window_has_board (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-question", _commons_window_has_board (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-question", _commons_window_has_board (self));
  place_panes (self);
}

/* commons-find-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-filter-popover.h"
#include "commons-find-bar.h"

/* Room the bar takes at the top of the board, in pixels. */
#define BAR_ROOM 64

/* Shorter than a pause between two letters would make large boards stutter. */
#define DELAY_MS 80

struct _CommonsFindBar
{
  GtkWidget         parent_instance;

  CommonsBoardView *view; /* not owned */
  GtkWidget        *revealer;
  GtkWidget        *entry;
  GtkWidget        *count;
  GtkWidget        *previous;
  GtkWidget        *next;
  GtkWidget        *filter;
  GtkWidget        *pill;
  GtkWidget        *pill_label;
  gboolean          open;
};

enum
{
  TOGGLED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsFindBar, commons_find_bar, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static char *
describe_count (CommonsFindBar *self)
{
  guint n_found = commons_board_view_get_n_found (self->view);

  if (n_found == 0)
    return g_strdup (_("No match"));

  /* Translators: the place of a match among all: “3 of 12”. */
  return g_strdup_printf (_("%'u of %'u"), commons_board_view_get_found_position (self->view), n_found);
}

static void
found_changed_cb (CommonsFindBar *self)
{
  gboolean asks, found;
  g_autofree char *text = NULL;

  g_assert (COMMONS_IS_FIND_BAR (self));

  asks = self->open && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  found = commons_board_view_get_n_found (self->view) > 0;
  text = asks ? describe_count (self) : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, asks);
  gtk_widget_set_sensitive (self->previous, found);
  gtk_widget_set_sensitive (self->next, found);
  if (asks && !found)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
announce_found (CommonsFindBar *self)
{
  guint n_found = commons_board_view_get_n_found (self->view);
  g_autofree char *text = NULL;

  if (n_found == 0)
    text = g_strdup (_("No match"));
  else
    text = g_strdup_printf (ngettext ("%'u match", "%'u matches", n_found), n_found);
  commons_announce_later (GTK_WIDGET (self), text);
}

static void
search_changed_cb (CommonsFindBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_assert (COMMONS_IS_FIND_BAR (self));

  if (!self->open)
    return;

  commons_board_view_find (self->view, *text != '\0' ? text : NULL);
  found_changed_cb (self);
  if (*text != '\0')
    announce_found (self);
}

/* Somebody who types and presses Enter at once means what is written now. */
static void
step (CommonsFindBar *self,
      gboolean        forward)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *before = g_strdup (commons_board_view_get_found_id (self->view));
  gboolean is_new;

  commons_board_view_find (self->view, *text != '\0' ? text : NULL);
  is_new = g_strcmp0 (before, commons_board_view_get_found_id (self->view)) != 0;
  if (commons_board_view_get_n_found (self->view) == 0)
    announce_found (self);
  else if (!is_new)
    commons_board_view_find_step (self->view, forward);
  found_changed_cb (self);
}

static void go_next (CommonsFindBar *self) { step (self, TRUE); }
static void go_previous (CommonsFindBar *self) { step (self, FALSE); }

static gboolean
key_pressed_cb (CommonsFindBar  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK;
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  g_assert (COMMONS_IS_FIND_BAR (self));

  if (is_enter && (state & modifiers) == GDK_SHIFT_MASK)
    {
      go_previous (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* The entry says so itself; the buttons beside it do not. */
static gboolean
escape_cb (CommonsFindBar  *self,
           guint            keyval,
           guint            keycode,
           GdkModifierType  state)
{
  g_assert (COMMONS_IS_FIND_BAR (self));

  if (keyval != GDK_KEY_Escape || !self->open)
    return GDK_EVENT_PROPAGATE;

  commons_find_bar_close (self);
  return GDK_EVENT_STOP;
}

static void
filter_changed_cb (CommonsFindBar *self)
{
  guint n_kept, n_cards;
  gboolean filtered = commons_board_view_get_filtered (self->view, &n_kept, &n_cards);
  g_autofree char *text = commons_filter_describe (n_kept, n_cards);

  g_assert (COMMONS_IS_FIND_BAR (self));

  gtk_widget_set_visible (self->pill, filtered);
  gtk_label_set_text (GTK_LABEL (self->pill_label), text);
  if (filtered)
    gtk_widget_add_css_class (self->filter, "on");
  else
    gtk_widget_remove_css_class (self->filter, "on");
}

static GtkWidget *
make_button (const char *icon,
             const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Going on must not take the keyboard out of the entry. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
make_entry (CommonsFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), DELAY_MS);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 26);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find on the board"), -1);
  g_object_set (self->entry, "placeholder-text", _("Find on the board"), NULL);

  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (go_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "next-match", G_CALLBACK (go_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "previous-match", G_CALLBACK (go_previous), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (commons_find_bar_close), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);

  return self->entry;
}

static void
update_filter_cb (GtkMenuButton *button,
                  gpointer       user_data)
{
  commons_filter_popover_update (COMMONS_FILTER_POPOVER (gtk_menu_button_get_popover (button)));
}

static GtkWidget *
make_bar (CommonsFindBar *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *close = make_button ("window-close-symbolic", _("Close"));

  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "secondary");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_set_margin_start (self->count, 6);
  gtk_widget_set_margin_end (self->count, 3);
  gtk_widget_set_visible (self->count, FALSE);

  self->previous = make_button ("go-up-symbolic", _("Previous Match"));
  self->next = make_button ("go-down-symbolic", _("Next Match"));
  g_signal_connect_object (self->previous, "clicked", G_CALLBACK (go_previous), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next, "clicked", G_CALLBACK (go_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (close, "clicked", G_CALLBACK (commons_find_bar_close), self, G_CONNECT_SWAPPED);

  self->filter = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->filter), "cc-filter-symbolic");
  gtk_widget_add_css_class (self->filter, "flat");
  gtk_widget_add_css_class (self->filter, "circular");
  gtk_widget_add_css_class (self->filter, "find-filter");
  gtk_widget_set_valign (self->filter, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->filter, _("Filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);

  gtk_widget_add_css_class (bar, "floating");
  gtk_widget_add_css_class (bar, "find-bar");
  gtk_box_append (GTK_BOX (bar), make_entry (self));
  gtk_box_append (GTK_BOX (bar), self->count);
  gtk_box_append (GTK_BOX (bar), self->previous);
  gtk_box_append (GTK_BOX (bar), self->next);
  gtk_box_append (GTK_BOX (bar), self->filter);
  gtk_box_append (GTK_BOX (bar), close);

  return bar;
}

static GtkWidget *
make_pill (CommonsFindBar *self)
{
  GtkWidget *select = gtk_button_new_with_mnemonic (_("Se_lect"));
  GtkWidget *clear = gtk_button_new_with_mnemonic (_("_Show All"));

  self->pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->pill_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->pill_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->pill_label, TRUE);
  gtk_widget_add_css_class (self->pill_label, "numeric");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (select), "win.select-matches");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "win.clear-filter");
  gtk_widget_add_css_class (select, "flat");
  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_set_valign (select, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (clear, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (select, _("Select All Matches"));

  gtk_widget_add_css_class (self->pill, "floating");
  gtk_widget_add_css_class (self->pill, "filter-pill");
  gtk_widget_set_halign (self->pill, GTK_ALIGN_END);
  gtk_widget_set_visible (self->pill, FALSE);
  gtk_box_append (GTK_BOX (self->pill), self->pill_label);
  gtk_box_append (GTK_BOX (self->pill), select);
  gtk_box_append (GTK_BOX (self->pill), clear);

  return self->pill;
}

static void
commons_find_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (commons_find_bar_parent_class)->dispose (object);
}

static void
commons_find_bar_class_init (CommonsFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_find_bar_dispose;

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "findbar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
commons_find_bar_init (CommonsFindBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), make_bar (self));
  gtk_widget_set_visible (self->revealer, FALSE);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  gtk_widget_set_parent (make_pill (self), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find"), -1);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (escape_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
commons_find_bar_new (CommonsBoardView *view)
{
  CommonsFindBar *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);

  self = g_object_new (COMMONS_TYPE_FIND_BAR, NULL);
  self->view = view;
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->filter), commons_filter_popover_new (view));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->filter), update_filter_cb, NULL, NULL);
  g_signal_connect_object (view, "found-changed", G_CALLBACK (found_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  found_changed_cb (self);

  return GTK_WIDGET (self);
}

static void
set_open (CommonsFindBar *self,
          gboolean        open)
{
  self->open = open;
  gtk_widget_set_visible (self->revealer, open);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  commons_board_view_set_top_inset (self->view, open ? BAR_ROOM : 0);
  g_signal_emit (self, signals[TOGGLED], 0);
}

void
commons_find_bar_open (CommonsFindBar *self)
{
  g_return_if_fail (COMMONS_IS_FIND_BAR (self));

  /* What is being written is found as well. */
  commons_board_view_finish_editing (self->view);
  commons_board_view_prepare_find (self->view);
  set_open (self, TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  search_changed_cb (self);
}

void
commons_find_bar_open_filter (CommonsFindBar *self)
{
  g_return_if_fail (COMMONS_IS_FIND_BAR (self));

  if (!self->open)
    commons_find_bar_open (self);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->filter));
}

void
commons_find_bar_close (CommonsFindBar *self)
{
  g_return_if_fail (COMMONS_IS_FIND_BAR (self));

  if (!self->open)
    return;

  set_open (self, FALSE);
  commons_board_view_end_find (self->view);
  found_changed_cb (self);
}

void
commons_find_bar_step (CommonsFindBar *self,
                       gboolean        forward)
{
  g_return_if_fail (COMMONS_IS_FIND_BAR (self));

  if (self->open)
    step (self, forward);
  else
    commons_find_bar_open (self);
}

gboolean
commons_find_bar_is_open (CommonsFindBar *self)
{
  g_return_val_if_fail (COMMONS_IS_FIND_BAR (self), FALSE);

  return self->open;
}

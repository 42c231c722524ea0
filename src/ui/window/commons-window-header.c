/* commons-window-header.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The header bar: name and state of the board, undo, saving, the menu.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-text-scale.h"
#include "commons-window-private.h"

/* Under this width tools stand on the side, without words, and views at the
 * bottom. */
#define COMPACT_WIDTH 1100

/* Under this width the menu has what is needed less. */
#define TIGHT_WIDTH 720

static const char *
get_template_name (CommonsDocument *document)
{
  static const struct
  {
    const char *id;
    const char *name;
  } templates[] = {
    { "governance", N_("Governance canvas") },
    { "economic", N_("Economic canvas") },
    { "argument", N_("Argument sheet") },
    { "business-model", N_("Business Model Canvas") },
  };
  CommonsRecord *head = commons_board_get_head (commons_document_get_board (document));
  const char *name = commons_record_get_string (head, "commons/template");

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      if (g_strcmp0 (name, templates[i].id) == 0)
        return _(templates[i].name);
    }

  return NULL;
}

static const char *
get_state_name (CommonsDocument *document)
{
  if (commons_document_get_error (document) != NULL)
    return _("cannot be shown");
  if (commons_document_get_busy (document))
    return _("saving…");
  if (commons_document_get_read_only (document))
    return _("read-only");
  if (commons_document_get_modified (document))
    return _("not saved");
  if (commons_document_get_file (document) != NULL)
    return _("saved");

  return _("new");
}

void
_commons_window_update_title (CommonsWindow *self)
{
  const char *title = commons_document_get_title (self->document);
  const char *template_name = get_template_name (self->document);
  g_autofree char *subtitle = NULL;

  if (template_name != NULL && !g_str_equal (template_name, title))
    subtitle = g_strdup_printf ("%s · %s", template_name, get_state_name (self->document));
  else
    subtitle = g_strdup (get_state_name (self->document));

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle);
  gtk_window_set_title (GTK_WINDOW (self), self->starting ? _("Commons Canvas") : title);
}

/* What could not be read must not get changes that could not be saved. */
static gboolean
can_rename (CommonsWindow *self)
{
  return commons_document_get_error (self->document) == NULL && !commons_document_get_read_only (self->document);
}

static void
rename_cb (CommonsWindow *self)
{
  CommonsEditor *editor = commons_document_get_editor (self->document);
  CommonsRecord *head = commons_board_get_head (commons_document_get_board (self->document));
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_entry))));
  g_autoptr (CommonsRecord) renamed = NULL;

  g_assert (COMMONS_IS_WINDOW (self));

  gtk_popover_popdown (GTK_POPOVER (self->title_popover));
  if (*title == '\0' || !can_rename (self) || g_str_equal (title, commons_document_get_title (self->document)))
    return;

  renamed = commons_record_with_string (head, "commons/title", title);
  commons_editor_begin (editor, _("Rename Board"), NULL);
  commons_editor_set (editor, renamed);
  commons_editor_commit (editor);
  _commons_window_update_title (self);
}

static void
title_shown_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  /* A text being written is a step before the new title. */
  _commons_window_finish_editing (self);
  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), commons_document_get_title (self->document));
  gtk_editable_set_editable (GTK_EDITABLE (self->title_entry), can_rename (self));
}

static GtkWidget *
make_title (CommonsWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_("Title of the board"));

  self->title = adw_window_title_new ("", "");
  self->title_entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->title_entry), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->title_entry);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->title_entry);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);

  self->title_popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->title_popover), box);
  g_signal_connect_object (self->title_popover, "show", G_CALLBACK (title_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title_entry, "activate", G_CALLBACK (rename_cb), self, G_CONNECT_SWAPPED);

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), self->title);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->title_popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "board-title");
  gtk_widget_set_tooltip_text (button, _("Rename the board"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rename the board"), -1);

  return button;
}

static GtkWidget *
make_button (const char *icon,
             const char *action,
             const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);

  return button;
}

/* Recent boards change at any time, also outside of this program: the menu is
 * made when it opens, since another one would close it. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  CommonsWindow *self = user_data;
  g_autoptr (GMenuModel) menu = NULL;

  g_assert (COMMONS_IS_WINDOW (self));

  menu = _commons_window_make_menu (self);
  gtk_menu_button_set_menu_model (button, menu);
}

GtkWidget *
_commons_window_make_menu_button (CommonsWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (button, _("Main Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Main Menu"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu_cb, self, NULL);

  return button;
}

static void
set_tight (GtkWidget *header,
           gboolean   tight)
{
  if (tight)
    gtk_widget_add_css_class (header, "tight");
  else
    gtk_widget_remove_css_class (header, "tight");
}

/* Where there is little room, the menu has what the header leaves out. */
void
_commons_window_place_buttons (CommonsWindow *self)
{
  GtkButton *save = GTK_BUTTON (self->save_button);

  set_tight (self->header, self->tight);
  gtk_widget_set_visible (self->undo_button, !self->tight);
  gtk_widget_set_visible (self->redo_button, !self->tight);
  gtk_widget_set_visible (self->find_button, !self->tight);

  if (self->tight)
    {
      gtk_button_set_icon_name (save, "document-save-symbolic");
    }
  else
    {
      gtk_button_set_use_underline (save, TRUE);
      gtk_button_set_label (save, _("_Save"));
    }

  if (self->start_header != NULL)
    {
      set_tight (self->start_header, self->tight);
      gtk_widget_set_visible (self->start_find, !self->tight);
    }
}

GtkWidget *
_commons_window_make_header (CommonsWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->undo_button = make_button ("edit-undo-symbolic", "board.undo", _("Undo"));
  self->redo_button = make_button ("edit-redo-symbolic", "board.redo", _("Redo"));
  self->find_button = make_button ("edit-find-symbolic", "win.find", _("Find"));
  self->save_button = make_button ("document-save-symbolic", "win.save", _("Save"));
  self->menu_button = _commons_window_make_menu_button (self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), _commons_window_make_pane_button (self, GTK_PACK_START));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->undo_button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->redo_button);
  self->title_button = g_object_ref_sink (make_title (self));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->menu_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), _commons_window_make_pane_button (self, GTK_PACK_END));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->find_button);
  self->header = header;
  _commons_window_place_buttons (self);

  return header;
}

void
_commons_window_set_room (CommonsWindow *self,
                          int            width)
{
  /* Large letters leave less room for as much. */
  double room = width / commons_text_scale (GTK_WIDGET (self));

  self->compact = room < COMPACT_WIDTH;
  self->tight = room < TIGHT_WIDTH;
}

/* Where there is room the views stand in the middle and the name on the left;
 * else the name takes the middle, and the views the bottom of the window. */
void
_commons_window_place_header (CommonsWindow *self)
{
  AdwHeaderBar *header = ADW_HEADER_BAR (self->header);
  gboolean in_middle = adw_header_bar_get_title_widget (header) == self->title_button;
  gboolean has_board = self->document != NULL && commons_document_get_error (self->document) == NULL;
  gboolean wide = has_board && !self->compact;

  _commons_window_place_buttons (self);
  adw_view_switcher_bar_set_reveal (ADW_VIEW_SWITCHER_BAR (self->switcher_bar), has_board && self->compact);
  if (wide != in_middle)
    return;

  if (wide)
    {
      adw_header_bar_set_title_widget (header, self->switcher);
      adw_header_bar_pack_start (header, self->title_button);
    }
  else
    {
      adw_header_bar_remove (header, self->title_button);
      adw_header_bar_set_title_widget (header, self->title_button);
    }
}

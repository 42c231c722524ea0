/* commons-window-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands of the table do in a window, and the main menu.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-about.h"
#include "commons-commands.h"
#include "commons-hint.h"
#include "commons-shortcuts-window.h"
#include "commons-window-private.h"

static void
board_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  commons_board_view_perform (COMMONS_WINDOW (widget)->view, action);
}

static void
close_window (CommonsWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
toggle_fullscreen (CommonsWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
show_shortcuts (CommonsWindow *self)
{
  commons_shortcuts_window_present (GTK_WINDOW (self));
}

static void
show_hints (CommonsWindow *self)
{
  commons_hint_show_again ();
}

static void
open_menu (CommonsWindow *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->starting ? self->start_menu : self->menu_button));
}

static void
show_about (CommonsWindow *self)
{
  commons_about_present (GTK_WINDOW (self));
}

static const struct
{
  const char *action;
  void      (*perform) (CommonsWindow *self);
} handlers[] = {
  { "win.open", _commons_window_open },
  { "win.import", _commons_window_import },
  { "win.merge-tables", _commons_window_merge_tables },
  { "win.find-duplicates", _commons_window_find_duplicates },
  { "win.save", _commons_window_save },
  { "win.save-as", _commons_window_save_as },
  { "win.save-as-template", _commons_window_save_as_template },
  { "win.export", _commons_window_export },
  { "win.name-version", _commons_window_name_version },
  { "win.versions", _commons_window_show_versions },
  { "win.deleted-cards", _commons_window_show_deleted },
  { "win.changes", _commons_window_show_changes },
  { "win.take-over", _commons_window_take_over },
  { "win.close", close_window },
  { "win.find", _commons_window_find },
  { "win.find-next", _commons_window_find_next },
  { "win.find-previous", _commons_window_find_previous },
  { "win.filter", _commons_window_filter },
  { "win.clear-filter", _commons_window_clear_filter },
  { "win.overview", _commons_window_toggle_overview },
  { "win.select-matches", _commons_window_select_matches },
  { "win.fullscreen", toggle_fullscreen },
  { "win.quick-entry", _commons_window_toggle_quick_entry },
  { "win.show-board", _commons_window_show_board },
  { "win.show-outline", _commons_window_show_outline },
  { "win.show-sides", _commons_window_show_sides },
  { "win.sheets", _commons_window_toggle_sheets },
  { "win.inspector", _commons_window_toggle_inspector },
  { "win.next-question", _commons_window_next_question },
  { "win.previous-question", _commons_window_previous_question },
  { "win.file-under", _commons_window_file_under },
  { "win.next-view", _commons_window_next_view },
  { "win.previous-view", _commons_window_previous_view },
  { "win.next-part", _commons_window_next_part },
  { "win.previous-part", _commons_window_previous_part },
  { "win.shortcuts", show_shortcuts },
  { "win.show-hints", show_hints },
  { "win.gestures", _commons_window_toggle_gestures },
  { "win.menu", open_menu },
  { "win.about", show_about },
};

static void
window_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    {
      if (g_str_equal (handlers[i].action, action))
        handlers[i].perform (COMMONS_WINDOW (widget));
    }
}

void
_commons_window_class_install_actions (GtkWidgetClass *widget_class)
{
  guint n_commands;
  const CommonsCommand *commands = commons_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      if (commons_board_view_has_command (commands[i].action))
        gtk_widget_class_install_action (widget_class, commands[i].action, NULL, board_action);
    }

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    gtk_widget_class_install_action (widget_class, handlers[i].action, NULL, window_action);

  _commons_window_class_install_advice (widget_class);
}

void
_commons_window_update_commands (CommonsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint n_commands;
  const CommonsCommand *commands = commons_commands_get (&n_commands);
  gboolean has_board = _commons_window_has_board (self);
  gboolean can_write = has_board && !commons_document_get_read_only (self->document);

  /* The keys of a text field are its own: Ctrl+Z there undoes typing. */
  gboolean in_text = GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);

  for (guint i = 0; i < n_commands; i++)
    {
      const char *action = commands[i].action;

      if (commons_board_view_has_command (action))
        gtk_widget_action_set_enabled (GTK_WIDGET (self), action,
                                       has_board && commons_board_view_can_perform (self->view, action) &&
                                       (!in_text || g_str_has_prefix (action, "board.zoom")));
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import",
                                 has_board && !commons_document_get_read_only (self->document));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save", has_board);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-as", has_board);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-as-template", has_board);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export",
                                 has_board && commons_board_get_n_nodes (commons_document_get_board (self->document)) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.changes", has_board && _commons_window_has_changes (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.gestures", has_board);
  _commons_window_update_find (self, has_board);
  _commons_window_update_advice (self, has_board);
  _commons_window_update_versions (self, has_board);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.quick-entry", can_write);
  _commons_window_update_sheets (self, can_write);
  _commons_window_update_tables (self, can_write);
  gtk_widget_set_visible (self->palette, can_write && !self->quick);
  if (!can_write)
    _commons_window_close_quick_entry (self);
}

static void
append_command (GMenu      *menu,
                const char *action)
{
  g_menu_append (menu, _(commons_commands_find (action)->label), action);
}

static GMenuModel *
make_examples (void)
{
  static const struct
  {
    const char *name;
    const char *title;
  } examples[] = {
    { "fontaines-ouvertes", N_("Open Fountains") },
    { "openstreetmap-france", N_("OpenStreetMap Seen From France") },
    { "open-food-facts", N_("Open Food Facts") },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(examples[i].title), NULL);

      g_menu_item_set_action_and_target (item, "app.example", "s", examples[i].name);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_styles (void)
{
  static const struct
  {
    const char *id;
    const char *label;
  } styles[] = {
    { "system", N_("Like the Desktop") },
    { "light", N_("Light") },
    { "dark", N_("Dark") },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(styles[i].label), NULL);

      g_menu_item_set_action_and_target (item, "app.style", "s", styles[i].id);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static GMenu *
make_section (const char *const *actions)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; actions[i] != NULL; i++)
    append_command (section, actions[i]);

  return section;
}

static void
append_submenu (GMenu             *menu,
                const char        *label,
                const char *const *actions)
{
  g_autoptr (GMenu) submenu = make_section (actions);

  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

/* What the header has where there is room. */
static GMenu *
make_undo (void)
{
  static const char *const actions[] = { "board.undo", "board.redo", NULL };

  return make_section (actions);
}

static GMenu *
make_open (void)
{
  static const char *const actions[] = { "app.new", "win.open", NULL };
  static const char *const more[] = {
    "app.new-blank", "app.start", "win.import", "win.merge-tables", "app.recover", NULL
  };
  GMenu *section = make_section (actions);
  g_autoptr (GMenu) others = make_section (more);
  g_autoptr (GMenuModel) recent = _commons_window_list_recent ();
  g_autoptr (GMenuModel) examples = make_examples ();

  g_menu_append_submenu (others, _("Examples"), examples);
  if (g_menu_model_get_n_items (recent) > 0)
    g_menu_append_submenu (section, _("Recent Boards"), recent);
  g_menu_append_submenu (section, _("Create and Import"), G_MENU_MODEL (others));

  return section;
}

static GMenu *
make_save (void)
{
  static const char *const actions[] = { "win.save", "win.save-as", "win.save-as-template", "win.export", NULL };
  static const char *const history[] = {
    "win.name-version", "win.versions", "win.deleted-cards", "win.changes", NULL
  };
  GMenu *section = make_section (actions);

  append_submenu (section, _("History"), history);

  return section;
}

static GMenu *
make_view (void)
{
  static const char *const actions[] = {
    "win.sheets", "win.inspector", "win.overview", "win.quick-entry", "win.fullscreen", NULL
  };
  GMenu *section = make_section (actions);
  g_autoptr (GMenuModel) styles = make_styles ();

  g_menu_append_submenu (section, _("Style"), styles);
  g_menu_append (section, _("Mouse Wheel Zooms"), "app.wheel-zooms");

  return section;
}

static GMenu *
make_work (void)
{
  static const char *const actions[] = { "win.find", "win.filter", NULL };
  static const char *const edit[] = {
    "board.select-all", "board.duplicate", "board.link-to", "board.move-into", "win.file-under",
    "win.find-duplicates", NULL
  };
  GMenu *section = make_section (actions);
  g_autoptr (GMenu) view = make_view ();
  g_autoptr (GMenuModel) advice = _commons_window_make_advice_menu ();

  append_submenu (section, _("Cards"), edit);
  g_menu_append_submenu (section, _("View"), G_MENU_MODEL (view));
  g_menu_append_submenu (section, _("Advice for Commons"), advice);

  return section;
}

static GMenu *
make_help (void)
{
  static const char *const actions[] = {
    "app.preferences", "win.shortcuts", "win.gestures", "win.show-hints", "app.help", "win.about", NULL
  };

  return make_section (actions);
}

/* As long as fits on the screen of a projector without being scrolled: what is
 * needed at every moment first, the rest one step further. */
GMenuModel *
_commons_window_make_menu (CommonsWindow *self)
{
  static GMenu *(* const makers[]) (void) = { make_open, make_save, make_work, make_help };
  GMenu *menu = g_menu_new ();

  if (self->tight && !self->starting)
    {
      g_autoptr (GMenu) undo = make_undo ();

      g_menu_append_section (menu, NULL, G_MENU_MODEL (undo));
    }

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (GMenu) section = makers[i] ();

      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }

  return G_MENU_MODEL (menu);
}

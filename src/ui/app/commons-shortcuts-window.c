/* commons-shortcuts-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-commands.h"
#include "commons-help.h"
#include "commons-key-names.h"
#include "commons-shortcuts-window.h"

#define WINDOW_KEY "commons-shortcuts-window"

struct _CommonsShortcutsWindow
{
  AdwWindow  parent_instance;

  GtkWidget *search;
  GtkWidget *page;
  GtkWidget *nothing;
  GPtrArray *entries;
  guint      layout;   /* of the keyboard, that of the last key pressed */
};

G_DEFINE_FINAL_TYPE (CommonsShortcutsWindow, commons_shortcuts_window, ADW_TYPE_WINDOW)

/* A row, the group it stands in and all the words it is found by. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *group;
  char      *words;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->words);
  g_free (entry);
}

static char *
simplify (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (plain != NULL ? plain : "", -1);
}

/* What stands on a key in the layout that was typed with last. */
static guint
key_at (guint    keycode,
        gboolean shifted,
        gpointer user_data)
{
  CommonsShortcutsWindow *self = user_data;
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autofree GdkKeymapKey *keys = NULL;
  g_autofree guint *keyvals = NULL;
  int n_keys;

  if (!gdk_display_map_keycode (display, keycode, &keys, &keyvals, &n_keys))
    return 0;

  for (int i = 0; i < n_keys; i++)
    {
      if (keys[i].group == (int) self->layout && keys[i].level == (shifted ? 1 : 0))
        return keyvals[i];
    }

  return 0;
}

/* The ways to write keys that are searched for: as shown, with the two
 * modifiers the other way round, and with the names of the toolkit, which are
 * those of the menus. */
static void
append_spellings (CommonsShortcutsWindow *self,
                  GString                *words,
                  const char             *accel)
{
  g_auto (GStrv) names = commons_key_names_list (accel, key_at, self);
  g_autofree char *shown = g_strjoinv ("+", names);
  g_autofree char *label = NULL;
  GdkModifierType modifiers;
  guint key;

  g_string_append_printf (words, "\n%s", shown);

  if (g_strv_length (names) == 3)
    g_string_append_printf (words, "\n%s+%s+%s", names[1], names[0], names[2]);

  if (gtk_accelerator_parse (accel, &key, &modifiers))
    {
      label = gtk_accelerator_get_label (key, modifiers);
      g_string_append_printf (words, "\n%s", label);
    }
}

static GtkWidget *
make_caps (GStrv names)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *cap = gtk_label_new (names[i]);

      gtk_widget_add_css_class (cap, "keycap");
      gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), cap);
    }

  /* Keys are read from left to right in every language. */
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);

  return box;
}

/* A command is found by its name, its section and any of its keys. */
static char *
gather_words (CommonsShortcutsWindow *self,
              const CommonsCommand   *command)
{
  GString *words = g_string_new (_(command->label));
  g_autofree char *all = NULL;

  g_string_append_printf (words, "\n%s", _(command->section));

  for (guint i = 0; command->accels[i] != NULL; i++)
    append_spellings (self, words, command->accels[i]);

  all = g_string_free (words, FALSE);
  return simplify (all);
}

/* The keys that do the same, for those who know them from elsewhere. */
static void
add_others (CommonsShortcutsWindow *self,
            GtkWidget              *row,
            const CommonsCommand   *command)
{
  g_auto (GStrv) others = commons_key_names_list_others (command, key_at, self);
  g_autofree char *list = g_strjoinv (" · ", others);
  g_autofree char *words = NULL;

  if (*list == '\0')
    return;

  /* Translators: %s are other keys for the same command, such as “Ctrl+Y”. */
  words = g_strdup_printf (_("or %s"), list);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
}

static GtkWidget *
make_row (CommonsShortcutsWindow *self,
          const CommonsCommand   *command)
{
  g_auto (GStrv) names = commons_key_names_list (command->accels[0], key_at, self);
  g_autofree char *keys = g_strjoinv ("+", names);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(command->label));
  add_others (self, row, command);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_caps (names));

  /* Newer toolkits let what stands under a title describe it, though it is nothing. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys, -1);

  return row;
}

/* Anew, where another layout writes something else on the keys. */
static void
clear (CommonsShortcutsWindow *self)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->group != group)
        gtk_box_remove (GTK_BOX (self->page), entry->group);
      group = entry->group;
    }

  g_ptr_array_set_size (self->entries, 0);
}

static void
fill (CommonsShortcutsWindow *self)
{
  guint n_commands;
  const CommonsCommand *commands = commons_commands_get (&n_commands);
  const char *section = NULL;
  GtkWidget *group = NULL;

  for (guint i = 0; i < n_commands; i++)
    {
      const CommonsCommand *command = &commands[i];
      Entry *entry;

      if (command->accels[0] == NULL)
        continue;

      if (g_strcmp0 (section, command->section) != 0)
        {
          section = command->section;
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(section));
          gtk_box_append (GTK_BOX (self->page), group);
        }

      entry = g_new0 (Entry, 1);
      entry->row = make_row (self, command);
      entry->group = group;
      entry->words = gather_words (self, command);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry->row);
      g_ptr_array_add (self->entries, entry);
    }
}

static void
on_search_changed (CommonsShortcutsWindow *self)
{
  g_autofree char *needle = simplify (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gboolean any = FALSE;

  g_strstrip (needle);

  for (guint i = 0; i < self->entries->len; i++)
    gtk_widget_set_visible (((Entry *) g_ptr_array_index (self->entries, i))->group, FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      gboolean found = strstr (entry->words, needle) != NULL;

      gtk_widget_set_visible (entry->row, found);
      if (found)
        gtk_widget_set_visible (entry->group, TRUE);
      any |= found;
    }

  gtk_widget_set_visible (self->nothing, !any);
}

static void
follow_layout (CommonsShortcutsWindow *self,
               guint                   keyval,
               guint                   keycode,
               GdkModifierType         state,
               GtkEventControllerKey  *keys)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (keys));
  guint layout = event != NULL ? gdk_key_event_get_layout (event) : self->layout;

  if (layout == self->layout)
    return;

  self->layout = layout;
  clear (self);
  fill (self);
  on_search_changed (self);
}

static gboolean
on_key_pressed (CommonsShortcutsWindow *self,
                guint                   keyval,
                guint                   keycode,
                GdkModifierType         state,
                GtkEventControllerKey  *keys)
{
  follow_layout (self, keyval, keycode, state, keys);

  return GDK_EVENT_PROPAGATE;
}

/* The keys that opened the window are let go of in it: they tell the layout. */
static void
watch_layout (CommonsShortcutsWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (follow_layout), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Escape empties the search first. */
static void
on_search_stopped (CommonsShortcutsWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
commons_shortcuts_window_finalize (GObject *object)
{
  CommonsShortcutsWindow *self = COMMONS_SHORTCUTS_WINDOW (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (commons_shortcuts_window_parent_class)->finalize (object);
}

static void
commons_shortcuts_window_class_init (CommonsShortcutsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = commons_shortcuts_window_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (widget_class);
}

static void
build_search (CommonsShortcutsWindow *self)
{
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search commands and keys"), NULL);
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search commands and keys"), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));

  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_search_stopped), self);
}

static GtkWidget *
build_page (CommonsShortcutsWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_margin_top (self->page, 12);
  gtk_widget_set_margin_bottom (self->page, 24);
  gtk_widget_set_margin_start (self->page, 18);
  gtk_widget_set_margin_end (self->page, 18);

  self->nothing = gtk_label_new (_("No command is called that"));
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_widget_add_css_class (self->nothing, "picker-nothing");
  gtk_box_append (GTK_BOX (self->page), self->nothing);

  adw_clamp_set_child (ADW_CLAMP (clamp), self->page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
commons_shortcuts_window_init (CommonsShortcutsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = build_page (self);

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  build_search (self);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->search);

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);

  gtk_window_set_title (GTK_WINDOW (self), _("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 640);
  watch_layout (self);
  fill (self);
  gtk_widget_grab_focus (self->search);
}

static void
on_destroyed (GtkWidget *window,
              GtkWindow *parent)
{
  g_object_set_data (G_OBJECT (parent), WINDOW_KEY, NULL);
}

void
commons_shortcuts_window_present (GtkWindow *parent)
{
  GtkWindow *window = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  if (parent != NULL)
    window = g_object_get_data (G_OBJECT (parent), WINDOW_KEY);

  if (window == NULL)
    {
      window = g_object_new (COMMONS_TYPE_SHORTCUTS_WINDOW,
                             "transient-for", parent,
                             "destroy-with-parent", TRUE,
                             NULL);
      if (parent != NULL)
        {
          g_object_set_data (G_OBJECT (parent), WINDOW_KEY, window);
          g_signal_connect_object (window, "destroy", G_CALLBACK (on_destroyed), parent, 0);
        }
    }

  gtk_window_present (window);
}

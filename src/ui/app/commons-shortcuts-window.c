/* commons-shortcuts-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-shortcuts-window"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-commands.h"
#include "commons-shortcuts-window.h"

#define WINDOW_KEY "commons-shortcuts-window"

struct _CommonsShortcutsWindow
{
  AdwWindow  parent_instance;

  GtkWidget *search;
  GtkWidget *page;
  GtkWidget *nothing;
  GPtrArray *entries;
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

/* Arrows are quicker to read than their names, and a few keys say something
 * else than what the toolkit calls them. */
static char *
get_key_name (guint key)
{
  switch (key)
    {
    case GDK_KEY_Left:
      return g_strdup ("←");
    case GDK_KEY_Right:
      return g_strdup ("→");
    case GDK_KEY_Up:
      return g_strdup ("↑");
    case GDK_KEY_Down:
      return g_strdup ("↓");
    case GDK_KEY_minus:
      return g_strdup ("−");
    case GDK_KEY_Return:
      /* Translators: what is written on the key */
      return g_strdup (C_("key", "Enter"));
    case GDK_KEY_Escape:
      /* Translators: what is written on the key */
      return g_strdup (C_("key", "Esc"));
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      /* Translators: what is written on the key */
      return g_strdup (C_("key", "Tab"));
    default:
      return gtk_accelerator_get_label (key, 0);
    }
}

/* What is written on the keys to press together, in the order of the menus and
 * the help. */
static GStrv
name_keys (const char *accel)
{
  static const GdkModifierType order[] = {
    GDK_SHIFT_MASK, GDK_CONTROL_MASK, GDK_ALT_MASK, GDK_SUPER_MASK,
  };
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *key_name = NULL;
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accel, &key, &modifiers))
    {
      g_warning ("“%s” is no key", accel);
      return g_strv_builder_end (names);
    }

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *name = NULL;

      if ((modifiers & order[i]) == 0)
        continue;

      /* Named alone, a modifier ends in "+". */
      name = gtk_accelerator_get_label (0, order[i]);
      if (g_str_has_suffix (name, "+"))
        name[strlen (name) - 1] = '\0';
      g_strv_builder_add (names, name);
    }

  key_name = get_key_name (key);
  g_strv_builder_add (names, key_name);

  return g_strv_builder_end (names);
}

/* The ways to write keys that are searched for: as shown, with the two
 * modifiers the other way round, and with the names of the toolkit, which are
 * those of the menus. */
static void
append_spellings (GString    *words,
                  const char *accel)
{
  g_auto (GStrv) names = name_keys (accel);
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
gather_words (const CommonsCommand *command)
{
  GString *words = g_string_new (_(command->label));
  g_autofree char *all = NULL;

  g_string_append_printf (words, "\n%s", _(command->section));

  for (guint i = 0; command->accels[i] != NULL; i++)
    append_spellings (words, command->accels[i]);

  all = g_string_free (words, FALSE);
  return simplify (all);
}

static GtkWidget *
make_row (const CommonsCommand *command)
{
  g_auto (GStrv) names = name_keys (command->accels[0]);
  g_autofree char *keys = g_strjoinv ("+", names);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(command->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_caps (names));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys, -1);

  return row;
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
      entry->row = make_row (command);
      entry->group = group;
      entry->words = gather_words (command);
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

/* test-shortcuts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of keyboard shortcuts: everything once, findable, and called as
 * it is written on the keyboard.
 */

#include "config.h"

#include "commons-commands.h"
#include "commons-key-match.h"
#include "commons-key-names.h"
#include "commons-shortcuts-window.h"
#include "test-ui.h"

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
list (GtkWidget *window,
      GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (window, type, found);

  return found;
}

static GtkWidget *
open_shortcuts (void)
{
  GtkWidget *window = g_object_new (COMMONS_TYPE_SHORTCUTS_WINDOW, NULL);

  g_object_ref_sink (window);
  gtk_window_present (GTK_WINDOW (window));
  test_ui_frame (window);

  return window;
}

static void
close_shortcuts (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

static guint
count_rows (GPtrArray  *rows,
            const char *title)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title);

  return n;
}

/* Every command that has a key, and nothing else. */
static void
test_each_once (void)
{
  GtkWidget *window = open_shortcuts ();
  g_autoptr (GPtrArray) rows = list (window, ADW_TYPE_ACTION_ROW);
  guint n_commands, n_with_keys = 0;
  const CommonsCommand *commands = commons_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      guint n = count_rows (rows, commands[i].label);

      if (n != (commands[i].accels[0] != NULL))
        g_error ("%s is there %u times", commands[i].action, n);
      n_with_keys += commands[i].accels[0] != NULL;
    }

  g_assert_cmpuint (rows->len, ==, n_with_keys);
  g_assert_cmpuint (n_with_keys, >, 70);

  close_shortcuts (window);
}

/* A heading stands once, and has something under it. */
static void
test_groups (void)
{
  GtkWidget *window = open_shortcuts ();
  g_autoptr (GPtrArray) groups = list (window, ADW_TYPE_PREFERENCES_GROUP);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (groups->len, >=, 5);
  for (guint i = 0; i < groups->len; i++)
    {
      AdwPreferencesGroup *group = g_ptr_array_index (groups, i);
      g_autoptr (GPtrArray) rows = list (GTK_WIDGET (group), ADW_TYPE_ACTION_ROW);

      g_assert_true (g_hash_table_add (seen, (gpointer) adw_preferences_group_get_title (group)));
      g_assert_cmpuint (rows->len, >, 0);
    }

  close_shortcuts (window);
}

static guint
count_showing (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += gtk_widget_get_visible (g_ptr_array_index (rows, i));

  return n;
}

typedef struct
{
  GPtrArray *rows;
  guint      n;
} Showing;

static gboolean
shows (gpointer user_data)
{
  Showing *showing = user_data;

  return count_showing (showing->rows) == showing->n;
}

static void
test_search (void)
{
  GtkWidget *window = open_shortcuts ();
  g_autoptr (GPtrArray) rows = list (window, ADW_TYPE_ACTION_ROW);
  g_autoptr (GPtrArray) entries = list (window, GTK_TYPE_SEARCH_ENTRY);
  GtkEditable *search;

  g_assert_cmpuint (entries->len, ==, 1);
  search = g_ptr_array_index (entries, 0);

  gtk_editable_set_text (search, "SHOW EVERYTHING");
  test_ui_wait (shows, &(Showing) { rows, 1 }, "the one command of that name");
  gtk_editable_set_text (search, "ctrl+y");
  test_ui_wait (shows, &(Showing) { rows, 1 }, "the one command of that key");
  gtk_editable_set_text (search, "nothing is called that");
  test_ui_wait (shows, &(Showing) { rows, 0 }, "no command");
  gtk_editable_set_text (search, "");
  test_ui_wait (shows, &(Showing) { rows, rows->len }, "all of them");

  close_shortcuts (window);
}

/* What is written on the keys from that of the digit 1 on, alone and with
 * Shift; a space stands for keys that write nothing. */
typedef struct
{
  const char *plain;
  const char *shifted;
} Keyboard;

static const Keyboard qwerty = {
  "1234567890-=  qwertyuiop[]  asdfghjkl;'` \\zxcvbnm,./",
  "!@#$%^&*()_+  QWERTYUIOP{}  ASDFGHJKL:\"~ |ZXCVBNM<>?",
};

/* Without its letters with accents, which are beside the point. */
static const Keyboard azerty = {
  "& \"'(- _  )=  azertyuiop^$  qsdfghjklm   *wxcvbn,;:!",
  "1234567890 +  AZERTYUIOP    QSDFGHJKLM%   WXCVBN?./ ",
};

static guint
key_at (guint    keycode,
        gboolean shifted,
        gpointer user_data)
{
  const Keyboard *keyboard = user_data;
  const char *keys = shifted ? keyboard->shifted : keyboard->plain;
  guint index = keycode - 10;

  return keycode >= 10 && index < strlen (keys) && keys[index] != ' ' ? gdk_unicode_to_keyval ((guint32) keys[index]) : 0;
}

static void
assert_named (const Keyboard *keyboard,
              const char     *accel,
              const char     *expected)
{
  g_auto (GStrv) names = commons_key_names_list (accel, key_at, (gpointer) keyboard);
  g_autofree char *joined = g_strjoinv ("+", names);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_layouts (void)
{
  assert_named (&qwerty, "<Control>bracketright", "Ctrl+]");
  assert_named (&azerty, "<Control>bracketright", "Ctrl+$");
  assert_named (&azerty, "<Control><Shift>bracketleft", "Shift+Ctrl+^");

  /* What a key bears with Shift is written on it as well. */
  assert_named (&azerty, "<Control>1", "Ctrl+1");
  assert_named (&azerty, "<Control>question", "Ctrl+?");

  /* Letters, and keys that write nothing, are called the same everywhere. */
  assert_named (&azerty, "<Control>w", "Ctrl+W");
  assert_named (&azerty, "<Shift>F9", "Shift+F9");
  assert_named (&azerty, "<Control>Left", "Ctrl+←");
}

/* A key that is named after its place does, at that place, what its row says. */
static void
test_place (void)
{
  static const guint keys[] = { GDK_KEY_bracketleft, GDK_KEY_bracketright, GDK_KEY_1, GDK_KEY_question, GDK_KEY_z };
  static const guint keycodes[] = { 34, 35, 10, 61, 52 };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_cmpuint (commons_key_match_get_place (keys[i]), ==, keycodes[i]);

  g_assert_cmpuint (commons_key_match_get_place (GDK_KEY_F1), ==, 0);
  g_assert_cmpuint (commons_key_match_get_place (0), ==, 0);
}

/* The keypad and other spellings of the same key are not worth a word. */
static void
test_others (void)
{
  static const struct
  {
    const char *action;
    const char *others;
  } commands[] = {
    { "board.redo", "Ctrl+Y" },
    { "board.new-card", "Insert" },
    { "board.zoom-in", "" },
    { "board.zoom-fit", "Ctrl+Home" },
    { "board.previous", "" },
    { "win.shortcuts", "" },
    { "win.import", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (GStrv) others = commons_key_names_list_others (commons_commands_find (commands[i].action),
                                                             key_at, (gpointer) &qwerty);
      g_autofree char *joined = g_strjoinv (", ", others);

      g_assert_cmpstr (joined, ==, commands[i].others);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/shortcuts/each-once", test_each_once);
  g_test_add_func ("/shortcuts/groups", test_groups);
  g_test_add_func ("/shortcuts/search", test_search);
  g_test_add_func ("/shortcuts/layouts", test_layouts);
  g_test_add_func ("/shortcuts/place", test_place);
  g_test_add_func ("/shortcuts/others", test_others);

  return g_test_run ();
}

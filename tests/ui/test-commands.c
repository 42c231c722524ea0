/* test-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of commands.
 */

#include "config.h"

#include "commons-commands.h"
#include "commons-window-private.h"
#include "test-ui.h"

/* Rows that fit on a projector of 768 pixels under the header. */
#define MAX_ROWS 20

static void
test_complete (void)
{
  guint n_commands;
  const CommonsCommand *commands = commons_commands_get (&n_commands);

  g_assert_cmpuint (n_commands, >, 30);

  for (guint i = 0; i < n_commands; i++)
    {
      g_assert_nonnull (commands[i].label);
      g_assert_cmpstr (commands[i].label, !=, "");
      g_assert_cmpstr (commands[i].section, !=, "");
      g_assert_true (commons_commands_find (commands[i].action) == &commands[i]);
    }
}

static void
test_keys_parse_and_differ (void)
{
  guint n_commands;
  const CommonsCommand *commands = commons_commands_get (&n_commands);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_commands; i++)
    {
      for (guint j = 0; commands[i].accels[j] != NULL; j++)
        {
          guint key;
          GdkModifierType modifiers;
          char *name;

          g_assert_true (gtk_accelerator_parse (commands[i].accels[j], &key, &modifiers));
          name = gtk_accelerator_name (key, modifiers);
          if (!g_hash_table_add (seen, name))
            g_error ("%s has two meanings, one of them %s", commands[i].accels[j], commands[i].action);
        }
    }
}

/* Every command works or is disabled: none is a name without a meaning. */
static void
test_actions_exist (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  guint n_commands;
  const CommonsCommand *commands = commons_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      const char *action = commands[i].action;
      gboolean found = FALSE;

      if (g_str_has_prefix (action, "app."))
        {
          found = g_action_group_has_action (G_ACTION_GROUP (application), action + strlen ("app."));
        }
      else
        {
          const GVariantType *parameter;
          const char *name, *property;
          GType owner;

          for (guint j = 0;
               gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (window), j, &owner, &name, &parameter, &property);
               j++)
            found = found || g_str_equal (name, action);
        }

      if (!found)
        g_error ("No action stands behind %s", action);
    }

  test_ui_close (window);
}

/* Puts the actions of a menu and its submenus together, and counts the rows that
 * are seen when it opens. */
static guint
walk_menu (GMenuModel *menu,
           GHashTable *actions)
{
  guint n_rows = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *action = NULL;

      n_rows += section != NULL ? walk_menu (section, actions) : 1;
      if (submenu != NULL)
        g_assert_cmpuint (walk_menu (submenu, actions), >, 1);
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_hash_table_add (actions, g_steal_pointer (&action));
    }

  return n_rows;
}

/* Nothing of the main menu has to be scrolled to, and nothing is left out. */
static void
test_main_menu (void)
{
  static const char *const needed[] = {
    "app.new", "app.new-blank", "app.start", "win.open", "win.import", "win.merge-tables", "app.recover",
    "app.example", "win.save", "win.save-as", "win.save-as-template", "win.export", "win.name-version",
    "win.versions", "win.deleted-cards", "win.changes", "win.find", "win.filter", "board.select-all",
    "board.duplicate", "board.link-to", "board.move-into", "win.file-under", "win.find-duplicates", "win.sheets",
    "win.inspector", "win.overview", "win.quick-entry", "win.fullscreen", "app.style", "app.wheel-zooms",
    "app.preferences", "win.shortcuts", "win.gestures", "win.show-hints", "app.help", "win.about",
  };
  CommonsWindow *window = test_ui_new ("governance");
  g_autoptr (GMenuModel) menu = _commons_window_make_menu (window);
  g_autoptr (GHashTable) actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (walk_menu (menu, actions), <=, MAX_ROWS);
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      if (!g_hash_table_contains (actions, needed[i]))
        g_error ("%s is not in the main menu", needed[i]);
    }

  test_ui_close (window);
}

static void
test_unknown (void)
{
  CommonsWindow *window = test_ui_new ("blank");

  g_assert_null (commons_commands_find ("board.fly"));
  g_assert_false (commons_board_view_has_command ("board.fly"));
  g_assert_false (commons_board_view_perform (commons_window_get_view (window), "board.fly"));

  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/commands/complete", test_complete);
  g_test_add_func ("/commands/keys", test_keys_parse_and_differ);
  g_test_add_func ("/commands/actions", test_actions_exist);
  g_test_add_func ("/commands/main-menu", test_main_menu);
  g_test_add_func ("/commands/unknown", test_unknown);

  return g_test_run ();
}

/* test-help.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * F1 and Help buttons ask for the page about what is in front of people.
 */

#include "config.h"

#include "commons-catalogue.h"
#include "commons-changes-dialog.h"
#include "commons-document.h"
#include "commons-help.h"
#include "commons-recover-dialog.h"
#include "commons-tables-dialog.h"
#include "test-ui.h"

static char *asked;

/* Instead of the program that shows the help. */
static void
help_page_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_free (asked);
  asked = g_variant_dup_string (parameter, NULL);
}

static void
listen (CommonsWindow *window)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("help-page", G_VARIANT_TYPE_STRING);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  g_signal_connect (action, "activate", G_CALLBACK (help_page_cb), NULL);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
  g_application_set_default (G_APPLICATION (application));
}

static CommonsWindow *
open_example (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CommonsWindow *window = test_ui_open (file);

  listen (window);

  return window;
}

static GtkWidget *
find_type (GtkWidget  *root,
           const char *type)
{
  GtkWidget *found = g_str_equal (G_OBJECT_TYPE_NAME (root), type) ? root : NULL;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);

  return found;
}

/* ---- Keys and buttons ---------------------------------------------------- */

/* Does what F1 does in a window that is none of the application’s own. */
static gboolean
press_help_key (GtkWidget *dialog)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (dialog);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, "F1"))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, dialog,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  return FALSE;
}

static GtkWidget *
find_help_button (GtkWidget *root)
{
  const char *icon = GTK_IS_BUTTON (root) ? gtk_button_get_icon_name (GTK_BUTTON (root)) : NULL;
  GtkWidget *found = g_strcmp0 (icon, "cc-help-symbolic") == 0 ? root : NULL;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_help_button (child);

  return found;
}

static void
assert_asked (const char *page)
{
  g_assert_cmpstr (asked, ==, page);
  g_clear_pointer (&asked, g_free);
}

static void
assert_dialog (GtkWidget  *dialog,
               const char *page,
               gboolean    has_button)
{
  GtkWidget *button = find_help_button (dialog);

  g_test_message ("%s", G_OBJECT_TYPE_NAME (dialog));
  g_assert_cmpstr (commons_help_find_page (dialog), ==, page);
  g_assert_true (press_help_key (dialog));
  assert_asked (page);

  g_assert_true ((button != NULL) == has_button);
  if (button == NULL)
    return;

  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Help");
  g_signal_emit_by_name (button, "clicked");
  assert_asked (page);
}

/* ---- Tests --------------------------------------------------------------- */

/* Each part of the window has its page, whatever in it has the focus. */
static void
test_parts (void)
{
  static const struct
  {
    const char *type;
    const char *show;
    const char *page;
  } parts[] = {
    { "CommonsBoardView", "win.show-board", "window" },
    { "CommonsSheetsPanel", "win.sheets", "sheets" },
    { "CommonsInspector", "win.inspector", "inspector" },
    { "CommonsFindBar", "win.find", "find#words" },
    { "CommonsQuickEntry", "win.quick-entry", "cards#quick" },
    { "CommonsOutlineView", "win.show-outline", "outline" },
    { "CommonsSidesView", "win.show-sides", "sides" },
  };
  CommonsWindow *window = open_example ();
  GActionGroup *application = G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (window)));

  gtk_window_set_focus (GTK_WINDOW (window), GTK_WIDGET (commons_window_get_view (window)));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part;

      g_test_message ("%s", parts[i].type);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), parts[i].show, NULL));
      part = find_type (GTK_WIDGET (window), parts[i].type);
      g_assert_nonnull (part);
      g_assert_cmpstr (commons_help_find_page (part), ==, parts[i].page);
      if (!gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), part))
        gtk_widget_grab_focus (part);

      g_action_group_activate_action (application, "help", NULL);
      assert_asked (parts[i].page);
    }

  test_ui_close (window);
}

static void
test_dialogs (void)
{
  static const struct
  {
    const char *action;
    const char *type;
    const char *page;
    gboolean    has_button;
  } dialogs[] = {
    { "win.export", "CommonsExportDialog", "export-png", TRUE },
    { "win.versions", "CommonsVersionsDialog", "versions", TRUE },
    { "win.deleted-cards", "CommonsBinDialog", "versions#deleted", TRUE },
    { "win.circle-patterns", "CommonsPatternDialog", "choices#circles", TRUE },
    { "win.risks", "CommonsRisksDialog", "choices#risks", TRUE },
    { "win.legal-forms", "CommonsLegalDialog", "choices#legal", TRUE },
    { "win.stages", "CommonsStagesDialog", "choices#stages", TRUE },
    { "win.save-as-template", "CommonsTemplateDialog", "templates#own", FALSE },
    { "win.shortcuts", "CommonsShortcutsWindow", "shortcuts", FALSE },
  };
  CommonsWindow *window = open_example ();

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autoptr (GList) windows = NULL;
      GtkWidget *dialog = NULL;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), dialogs[i].action, NULL));
      windows = gtk_window_list_toplevels ();
      for (GList *l = windows; l != NULL; l = l->next)
        {
          if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), dialogs[i].type))
            dialog = l->data;
        }

      if (dialog == NULL)
        g_error ("%s opens no %s", dialogs[i].action, dialogs[i].type);
      assert_dialog (dialog, dialogs[i].page, dialogs[i].has_button);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }

  test_ui_close (window);
}

static void
test_other_dialogs (void)
{
  g_autoptr (CommonsRecovery) recovery = NULL;
  g_autofree char *folder = g_dir_make_tmp ("commons-help-XXXXXX", NULL);
  CommonsWindow *window = open_example ();
  GtkWidget *tables = commons_tables_dialog_new (commons_window_get_document (window), commons_catalogue_get ("en"));
  GtkWidget *changes, *recover;

  changes = commons_changes_dialog_new (commons_window_get_view (window), commons_window_get_document (window), NULL);
  assert_dialog (changes, "changes#decide", TRUE);
  gtk_window_destroy (GTK_WINDOW (changes));

  assert_dialog (tables, "tables", TRUE);
  gtk_window_destroy (GTK_WINDOW (tables));

  recovery = commons_recovery_new (folder);
  recover = commons_recover_dialog_new (recovery);
  assert_dialog (recover, "files#drafts", TRUE);
  gtk_window_destroy (GTK_WINDOW (recover));

  test_ui_close (window);
}

/* What has no page of its own has that of what it stands in or over. */
static void
test_outer (void)
{
  CommonsWindow *window = open_example ();
  GtkWidget *view = GTK_WIDGET (commons_window_get_view (window));
  GtkWidget *question = gtk_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (question), GTK_WINDOW (window));
  gtk_window_set_focus (GTK_WINDOW (window), view);
  g_assert_cmpstr (commons_help_find_page (question), ==, "window");
  gtk_window_set_transient_for (GTK_WINDOW (question), NULL);
  g_assert_cmpstr (commons_help_find_page (question), ==, "index");
  g_assert_cmpstr (commons_help_find_page (NULL), ==, "index");

  gtk_window_destroy (GTK_WINDOW (question));
  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/help/parts", test_parts);
  g_test_add_func ("/help/dialogs", test_dialogs);
  g_test_add_func ("/help/other-dialogs", test_other_dialogs);
  g_test_add_func ("/help/outer", test_outer);

  return g_test_run ();
}

/* test-language.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window speaks the language of the desktop, a board its own; and a window
 * from right to left holds together.
 */

#include "config.h"

#include "commons-languages.h"
#include "test-ui.h"

static CommonsWindow *
open_example (const char *name)
{
  g_autofree char *path = test_ui_source_path (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return test_ui_open (file);
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

/* Whether a label or a tooltip says that, in what is shown. */
static gboolean
says (GtkWidget  *root,
      const char *words)
{
  GtkWidget *child;

  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), words))
    return TRUE;
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), words) == 0)
    return TRUE;

  for (child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, words))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  GtkWidget  *root;
  const char *words;
} Saying;

static gboolean
says_it (gpointer user_data)
{
  Saying *saying = user_data;

  return says (saying->root, saying->words);
}

static void
wait_for_words (GtkWidget  *root,
                const char *words)
{
  Saying saying = { root, words };

  test_ui_wait (says_it, &saying, words);
}

static GtkWidget *
open_inspector (CommonsWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.inspector", NULL);

  return find_type (GTK_WIDGET (window), "CommonsInspector");
}

static const char *
get_language (CommonsWindow *window)
{
  return commons_board_get_language (test_ui_get_board (window));
}

static const char *
get_rule (CommonsWindow *window)
{
  return commons_catalogue_get_text (commons_board_view_get_catalogue (commons_window_get_view (window)), "kind.rule");
}

/* ---- Tests --------------------------------------------------------------- */

static void
test_french_board (void)
{
  CommonsWindow *window = open_example ("data/examples/fontaines-ouvertes.fr.commons");
  GtkWidget *inspector = open_inspector (window);
  GtkWidget *palette = find_type (GTK_WIDGET (window), "CommonsPalette");

  /* On the board: kinds, zones, questions. */
  g_assert_cmpstr (get_rule (window), ==, "Règle");
  g_assert_true (says (palette, "Règle"));
  g_assert_false (says (palette, "Rule"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sheets", NULL);
  wait_for_words (find_type (GTK_WIDGET (window), "CommonsSheetsPanel"), "Définition");

  /* Around it: the window. */
  wait_for_words (inspector, "Description");
  g_assert_true (says (inspector, "Licence"));
  g_assert_true (says (inspector, "Language"));
  g_assert_false (says (inspector, "Langue"));
  g_assert_true (says (GTK_WIDGET (window), "Main Menu"));

  test_ui_close (window);
}

/* The language is one of those there are, and the board is said in it at once;
 * undone as all else. */
static void
test_choose (void)
{
  CommonsWindow *window = open_example ("data/examples/fontaines-ouvertes.fr.commons");
  GtkWidget *inspector = open_inspector (window);
  GtkWidget *palette = find_type (GTK_WIDGET (window), "CommonsPalette");
  GtkDropDown *choice;
  const char *const *languages = commons_languages_list ();
  guint n = g_strv_length ((char **) languages);

  wait_for_words (inspector, "Description");
  choice = GTK_DROP_DOWN (find_type (inspector, "GtkDropDown"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (choice)), ==, n + 1);
  g_assert_true (says (GTK_WIDGET (choice), "Français"));

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (languages[i], "en"))
        gtk_drop_down_set_selected (choice, i + 1);
    }
  g_assert_cmpstr (get_language (window), ==, "en");
  g_assert_cmpstr (get_rule (window), ==, "Rule");
  wait_for_words (palette, "Rule");
  g_assert_false (says (palette, "Règle"));

  commons_board_view_perform (commons_window_get_view (window), "board.undo");
  g_assert_cmpstr (get_language (window), ==, "fr");
  wait_for_words (palette, "Règle");
  wait_for_words (inspector, "Description");
  choice = GTK_DROP_DOWN (find_type (inspector, "GtkDropDown"));
  g_assert_true (says (GTK_WIDGET (choice), "Français"));

  /* None: the board says no language, and follows the desktop. */
  gtk_drop_down_set_selected (choice, 0);
  g_assert_null (get_language (window));
  g_assert_cmpstr (get_rule (window), ==, "Rule");

  test_ui_close (window);
}

/* A language nobody knows here stands as it is, and stays. */
static void
test_unknown (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "commons-language.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CommonsWindow *window;
  GtkWidget *inspector;

  g_assert_true (g_file_set_contents (path, "{\"commons\":{\"format\":1,\"language\":\"oc\"},\"nodes\":[],\"edges\":[]}",
                                      -1, NULL));
  window = test_ui_open (file);
  inspector = open_inspector (window);
  wait_for_words (inspector, "oc");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_type (inspector, "GtkDropDown")), 0);
  g_assert_null (get_language (window));
  commons_board_view_perform (commons_window_get_view (window), "board.undo");
  g_assert_cmpstr (get_language (window), ==, "oc");

  test_ui_close (window);
  g_file_delete (file, NULL, NULL);
}

/* Nothing is offered from right to left yet, but a desktop may ask for it. */
static void
test_right_to_left (void)
{
  CommonsWindow *window;
  GtkWidget *sheets, *inspector;
  graphene_rect_t left, right;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = open_example ("data/examples/fontaines-ouvertes.en.commons");
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 800);
  inspector = open_inspector (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sheets", NULL);
  sheets = find_type (GTK_WIDGET (window), "CommonsSheetsPanel");
  test_ui_frame (GTK_WIDGET (window));

  /* The sheets stand where reading begins. */
  g_assert_true (gtk_widget_compute_bounds (inspector, GTK_WIDGET (window), &left));
  g_assert_true (gtk_widget_compute_bounds (sheets, GTK_WIDGET (window), &right));
  g_assert_cmpfloat (left.origin.x, <, right.origin.x);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-outline", NULL);
  test_ui_frame (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-sides", NULL);
  test_ui_frame (GTK_WIDGET (window));

  test_ui_close (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/language/french-board", test_french_board);
  g_test_add_func ("/language/choose", test_choose);
  g_test_add_func ("/language/unknown", test_unknown);
  g_test_add_func ("/language/right-to-left", test_right_to_left);

  return g_test_run ();
}

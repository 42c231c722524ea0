/* test-start.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "commons-board-start.h"
#include "commons-glance.h"
#include "commons-start-card.h"
#include "commons-start-dialog.h"
#include "commons-start-page.h"
#include "commons-template-dialog.h"
#include "commons-templates.h"
#include "test-ui.h"

static gboolean
is_mapped (gpointer user_data)
{
  return gtk_widget_get_mapped (user_data) && gtk_widget_get_width (user_data) > 0;
}

static gboolean
is_set (gpointer user_data)
{
  return *(gpointer *) user_data != NULL;
}

/* The first descendant of a type. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count (GtkWidget *widget,
       GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count (child, type);

  return n;
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

static CommonsWindow *
open_start (void)
{
  CommonsWindow *window = test_ui_new ("blank");

  commons_window_show_start (window);
  test_ui_wait (is_mapped, find (GTK_WIDGET (window), COMMONS_TYPE_START_PAGE), "the start page");

  return window;
}

/* Writes the first answer of a dialog, and leaves the others as they are. */
static void
answer (GtkWidget  *dialog,
        const char *text)
{
  GtkWidget *entry = find (dialog, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
}

static void
test_page (void)
{
  CommonsWindow *window = open_start ();
  GtkWidget *page = find (GTK_WIDGET (window), COMMONS_TYPE_START_PAGE);

  g_assert_true (commons_window_is_starting (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Commons Canvas");
  g_assert_cmpuint (count (page, COMMONS_TYPE_START_CARD), >=, g_strv_length ((char **) commons_templates_get_builtin ()));

  /* What needs a board cannot be done. */
  g_assert_true (commons_window_is_pristine (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-as-template", NULL);
  g_assert_null (find_window (COMMONS_TYPE_TEMPLATE_DIALOG));

  test_ui_close (window);
}

static void
test_template (void)
{
  CommonsWindow *window = open_start ();
  GtkWidget *card = find (GTK_WIDGET (window), COMMONS_TYPE_START_CARD);
  GtkWidget *dialog;
  CommonsBoard *board;

  g_assert_cmpstr (commons_start_card_get_template (COMMONS_START_CARD (card))->id, ==, "governance");
  g_signal_emit_by_name (card, "chosen");
  dialog = find_window (COMMONS_TYPE_START_DIALOG);
  g_assert_nonnull (dialog);
  answer (dialog, " Wells ");

  board = commons_document_get_board (commons_window_get_document (window));
  g_assert_false (commons_window_is_starting (window));
  g_assert_cmpstr (commons_board_get_title (board), ==, "Wells");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Wells");
  g_assert_cmpstr (commons_record_get_title (commons_board_lookup_node (board, "project")), ==, "Wells");
  g_assert_false (commons_document_get_modified (commons_window_get_document (window)));
  test_ui_wait (is_mapped, commons_window_get_view (window), "the board");

  test_ui_close (window);
}

/* A page that is narrow stands in one column and still has everything. */
static void
test_narrow (void)
{
  CommonsWindow *window = open_start ();
  GtkWidget *page = find (GTK_WIDGET (window), COMMONS_TYPE_START_PAGE);
  int minimum;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpuint (count (page, ADW_TYPE_ACTION_ROW), >=, 4);

  test_ui_close (window);
}

static void
test_save_as_template (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  g_autoptr (GFile) folder = commons_templates_get_folder ();
  g_autoptr (GFile) file = g_file_get_child (folder, "Our way.commons");
  g_autoptr (CommonsTemplate) template = NULL;
  GtkWidget *dialog;

  g_file_delete (file, NULL, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-as-template", NULL);
  dialog = find_window (COMMONS_TYPE_TEMPLATE_DIALOG);
  g_assert_nonnull (dialog);
  answer (dialog, "Our way");
  while (find_window (COMMONS_TYPE_TEMPLATE_DIALOG) != NULL)
    g_main_context_iteration (NULL, TRUE);

  template = commons_templates_find ("Our way", NULL, NULL);
  g_assert_nonnull (template);
  g_assert_null (template->problem);
  g_assert_true (template->own);
  g_assert_true (commons_template_remove (template, NULL, NULL));

  test_ui_close (window);
}

/* ---- Glances ---------------------------------------------------------------- */

static void
glance_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(CommonsGlance **) user_data = commons_glance_finish (result, NULL);
}

static CommonsGlance *
look (GFile *file)
{
  const CommonsGlanceWish wish = { .file = file, .width = 76, .height = 50, .scale = 2 };
  CommonsGlance *glance = NULL;

  commons_glance_async (&wish, NULL, glance_cb, &glance);
  test_ui_wait (is_set, &glance, "a glance");

  return glance;
}

static void
test_glance (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/open-food-facts.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  /* The second time from the cache. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CommonsGlance) glance = look (file);

      g_assert_false (glance->missing);
      g_assert_cmpstr (glance->title, ==, "Open Food Facts");
      g_assert_cmpuint (glance->n_cards, >, 20);
      g_assert_cmpuint (glance->total[0], ==, 14);
      g_assert_cmpint (gdk_texture_get_width (glance->picture), ==, 152);
      g_assert_cmpint (gdk_texture_get_height (glance->picture), ==, 100);
    }
}

/* Files that are gone, no boards, or far too large get no picture. */
static void
test_glance_hostile (void)
{
  g_autofree char *folder = g_dir_make_tmp ("commons-start-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.commons", NULL);
  g_autofree char *broken = g_build_filename (folder, "broken.commons", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge.commons", NULL);
  g_autofree char *spaces = g_strnfill (5 * 1024 * 1024, ' ');
  const char *paths[] = { missing, broken, huge, folder };

  g_assert_true (g_file_set_contents (broken, "{\"nodes\":[", -1, NULL));
  g_assert_true (g_file_set_contents (huge, spaces, -1, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (CommonsGlance) glance = look (file);

      g_assert_null (glance->picture);
      g_assert_cmpint (glance->missing, ==, i == 0);
    }

  g_remove (broken);
  g_remove (huge);
  g_rmdir (folder);
}

/* What lies in the cache may be anything. */
static void
test_glance_cache (void)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "commons-canvas", "glances", NULL);
  g_autofree char *path = test_ui_source_path ("data/examples/open-food-facts.fr.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CommonsGlance) before = look (file);
  g_autoptr (CommonsGlance) after = NULL;
  g_autoptr (GDir) dir = g_dir_open (cache, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *kept = g_build_filename (cache, name, NULL);

      g_assert_true (g_file_set_contents (kept, "\xff\x00\x01rubbish", 10, NULL));
    }

  after = look (file);
  g_assert_cmpstr (after->title, ==, before->title);
  g_assert_nonnull (after->picture);
}

/* Our icons are found without the theme being told of a folder, for which it
 * would be read again. */
static void
test_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_auto (GStrv) folders = gtk_icon_theme_get_resource_path (theme);

  g_assert_true (gtk_icon_theme_has_icon (theme, "cc-board-symbolic"));
  g_assert_true (gtk_icon_theme_has_icon (theme, APP_ID));
  for (guint i = 0; folders[i] != NULL; i++)
    g_assert_null (strstr (folders[i], "CommonsCanvas"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/start/page", test_page);
  g_test_add_func ("/start/template", test_template);
  g_test_add_func ("/start/narrow", test_narrow);
  g_test_add_func ("/start/save-as-template", test_save_as_template);
  g_test_add_func ("/start/glance", test_glance);
  g_test_add_func ("/start/glance-hostile", test_glance_hostile);
  g_test_add_func ("/start/glance-cache", test_glance_cache);
  g_test_add_func ("/start/icons", test_icons);

  return g_test_run ();
}

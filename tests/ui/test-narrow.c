/* test-narrow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything fits a telephone held either way, in the language the test is run
 * in. French needs more room than English.
 */

#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "commons-find-bar.h"
#include "commons-hint.h"
#include "commons-merge-dialog.h"
#include "commons-panes.h"
#include "commons-start-dialog.h"
#include "commons-template-dialog.h"
#include "commons-version-name-dialog.h"
#include "commons-window-private.h"
#include "test-ui.h"

#define WIDTH 360
#define LOW_WIDTH 640
#define HEIGHT 294

static GSettings *settings;

static int
measure (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  return width;
}

/* Of what is too wide, what stands innermost is to blame, and one of its parts. */
static void
blame (GtkWidget *widget)
{
  gboolean innermost = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_visible (child) && measure (child) > WIDTH)
        {
          innermost = FALSE;
          blame (child);
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); innermost && child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *words = GTK_IS_LABEL (child) ? gtk_label_get_text (GTK_LABEL (child)) : "";

      if (gtk_widget_get_visible (child))
        g_test_message ("%s: %s %s takes %d", G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (child), words, measure (child));
    }
}

static void
assert_narrow (GtkWidget  *widget,
               const char *what)
{
  if (measure (widget) <= WIDTH)
    return;

  blame (widget);
  g_test_fail_printf ("%s is %d pixels wide at least", what, measure (widget));
}

static gboolean
has_width (gpointer user_data)
{
  int width = gtk_widget_get_width (user_data);

  /* Without a desktop that draws shadows, the border is a part of it. */
  return width <= WIDTH && width >= WIDTH - 12;
}

static CommonsWindow *
open_narrow (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  CommonsWindow *window;

  g_settings_reset (settings, "screens");
  g_settings_set_int (settings, "window-width", WIDTH);
  g_settings_set_int (settings, "window-height", 640);
  path = test_ui_source_path ("data/examples/fontaines-ouvertes.fr.commons");
  file = g_file_new_for_path (path);
  window = test_ui_open (file);
  test_ui_wait (has_width, window, "a narrow window");
  test_ui_frame (GTK_WIDGET (window));

  return window;
}

static void
assert_window_narrow (CommonsWindow *window,
                      const char    *what)
{
  test_ui_frame (GTK_WIDGET (window));
  assert_narrow (window->screens, what);
  if (gtk_widget_get_width (GTK_WIDGET (window)) > WIDTH)
    g_test_fail_printf ("%s: the window takes %d", what, gtk_widget_get_width (GTK_WIDGET (window)));
  if (gtk_widget_get_width (window->header) > WIDTH)
    g_test_fail_printf ("%s: the header takes %d", what, gtk_widget_get_width (window->header));
}

/* The window, with whatever may be open in it. */
static void
test_window (void)
{
  static const char *const actions[] = {
    "win.show-outline", "win.show-sides", "win.show-board", "win.sheets", "win.inspector", "win.find",
    "win.quick-entry", "win.gestures",
  };
  CommonsWindow *window = open_narrow ();

  assert_window_narrow (window, "The window");
  assert_narrow (window->palette, "The palette");
  assert_narrow (window->zoom_control, "The zoom");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      assert_window_narrow (window, actions[i]);
      assert_narrow (window->find_bar, "What finds");
      assert_narrow (window->quick_entry, "The quick entry");
    }

  test_ui_close (window);
}

static gboolean
overlap (CommonsWindow *window,
         GtkWidget     *one,
         GtkWidget     *other)
{
  graphene_rect_t first, second, both;

  g_assert_true (gtk_widget_compute_bounds (one, GTK_WIDGET (window), &first));
  g_assert_true (gtk_widget_compute_bounds (other, GTK_WIDGET (window), &second));

  return graphene_rect_intersection (&first, &second, &both) && both.size.width > 1 && both.size.height > 1;
}

static gboolean
stand_apart (gpointer user_data)
{
  CommonsWindow *window = user_data;

  return !overlap (window, window->palette, window->find_bar);
}

/* What finds is as wide as the board, and leaves all tools where hands reach
 * them. */
static void
test_find (void)
{
  CommonsWindow *window = open_narrow ();
  int top = gtk_widget_get_margin_top (window->palette);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  test_ui_frame (GTK_WIDGET (window));
  test_ui_wait (stand_apart, window, "the palette to stand below what finds");
  g_assert_false (overlap (window, window->palette, window->zoom_control));
  assert_window_narrow (window, "Finding");

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  commons_find_bar_close (COMMONS_FIND_BAR (window->find_bar));
  g_assert_cmpint (gtk_widget_get_margin_top (window->palette), ==, top);

  test_ui_close (window);
}

/* With each of its hints, which are sentences. */
static void
test_hints (void)
{
  CommonsWindow *window;

  g_settings_reset (settings, "hints-seen");
  window = open_narrow ();
  assert_window_narrow (window, "The board with a hint");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-outline", NULL);
  assert_window_narrow (window, "The outline with a hint");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-sides", NULL);
  assert_window_narrow (window, "I and We with a hint");
  test_ui_close (window);
  g_settings_set_strv (settings, "hints-seen", commons_hint_list ());
}

static void
test_start (void)
{
  CommonsWindow *window;

  g_settings_reset (settings, "hints-seen");
  window = open_narrow ();
  commons_window_show_start (window);
  test_ui_frame (GTK_WIDGET (window));
  test_ui_frame (GTK_WIDGET (window));
  assert_window_narrow (window, "The start page");
  test_ui_close (window);
  g_settings_set_strv (settings, "hints-seen", commons_hint_list ());
}

/* Panels lie over the board, of which some stays in view. */
static void
test_panels (void)
{
  CommonsWindow *window = open_narrow ();
  CommonsPanes *panes = COMMONS_PANES (window->panes);
  GtkWidget *places[] = { window->start_pane, window->end_pane };
  const char *const actions[] = { "win.sheets", "win.inspector" };

  commons_panes_set_width (panes, GTK_PACK_START, 700);
  commons_panes_set_width (panes, GTK_PACK_END, 700);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      assert_window_narrow (window, actions[i]);
      test_ui_frame (GTK_WIDGET (window));
      g_assert_true (commons_panes_is_folded (panes));
      if (gtk_widget_get_width (places[i]) > WIDTH - 36 || measure (places[i]) > COMMONS_PANES_MIN_WIDTH)
        g_test_fail_printf ("%s takes %d, at least %d", actions[i], gtk_widget_get_width (places[i]), measure (places[i]));
    }

  test_ui_close (window);
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static gboolean
is_low (gpointer user_data)
{
  return gtk_widget_get_height (user_data) <= HEIGHT + 30;
}

static void
test_low (void)
{
  static const char *const actions[] = { "win.show-outline", "win.show-sides", "win.show-board", "win.sheets", "win.inspector" };
  CommonsWindow *window = open_narrow ();

  gtk_window_set_default_size (GTK_WINDOW (window), LOW_WIDTH, HEIGHT);
  test_ui_wait (is_low, window, "a low window");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      test_ui_frame (GTK_WIDGET (window));
      if (measure_height (window->screens, LOW_WIDTH) > HEIGHT || measure_height (window->screens, WIDTH) > WIDTH)
        g_test_fail_printf ("With %s the window is %d or %d pixels high at least", actions[i],
                            measure_height (window->screens, LOW_WIDTH), measure_height (window->screens, WIDTH));
    }

  test_ui_close (window);
}

/* ---- Dialogs ---------------------------------------------------------------- */

static GtkWidget *
find_dialog (CommonsWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (windows, i);

      if (toplevel != GTK_WIDGET (window) && gtk_window_get_transient_for (GTK_WINDOW (toplevel)) == GTK_WINDOW (window) &&
          gtk_widget_get_mapped (toplevel))
        return toplevel;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer user_data)
{
  return find_dialog (user_data) != NULL;
}

static gboolean
has_no_dialog (gpointer user_data)
{
  return find_dialog (user_data) == NULL;
}

/* The border that is a part of it without a desktop does not count. */
static void
assert_dialog_narrow (GtkWidget  *dialog,
                      const char *what)
{
  GtkWidget *content = test_ui_get_content (dialog);

  gtk_window_set_default_size (GTK_WINDOW (dialog), WIDTH, 640);
  test_ui_frame (dialog);
  test_ui_frame (dialog);
  test_ui_frame (dialog);
  if (gtk_widget_get_width (dialog) > WIDTH)
    g_test_fail_printf ("%s is %d wide", what, gtk_widget_get_width (dialog));
  assert_narrow (content, what);
  if (measure_height (content, WIDTH) > 640)
    g_test_fail_printf ("%s is %d high at least", what, measure_height (content, WIDTH));
}

/* Asked for with its command, on a board with a selected card. */
static void
test_commands (void)
{
  static const char *const actions[] = {
    "win.export", "win.versions", "win.deleted-cards", "win.name-version", "win.save-as-template",
    "board.link-to", "board.move-into", "board.notes", "win.file-under", "win.find-duplicates",
    "win.circle-patterns", "win.risks", "win.legal-forms", "win.stages", "win.shortcuts",
  };
  CommonsWindow *window = open_narrow ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *dialog;

      gtk_widget_grab_focus (GTK_WIDGET (commons_window_get_view (window)));
      gtk_widget_activate_action (GTK_WIDGET (window), "board.first", NULL);
      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      test_ui_wait (has_dialog, window, actions[i]);
      dialog = find_dialog (window);
      assert_dialog_narrow (dialog, actions[i]);
      gtk_window_destroy (GTK_WINDOW (dialog));
      test_ui_wait (has_no_dialog, window, "the dialog to be gone");
    }

  test_ui_close (window);
}

/* The others, as they are made. */
static void
test_dialogs (void)
{
  CommonsWindow *window = open_narrow ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GtkWidget *dialogs[] = {
    commons_start_dialog_new_session (),
    commons_version_name_dialog_new ("Before the general assembly"),
    commons_merge_dialog_new ("Lot of words\nAnd more of them", "Words", "Others"),
    commons_template_dialog_new (test_ui_get_board (window), "A title that is long"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      gtk_window_present (GTK_WINDOW (dialogs[i]));
      assert_dialog_narrow (dialogs[i], G_OBJECT_TYPE_NAME (dialogs[i]));
      gtk_window_destroy (GTK_WINDOW (dialogs[i]));
    }

  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    {
      g_setenv ("LANGUAGE", argv[1], TRUE);
      setlocale (LC_ALL, "");
      bindtextdomain (GETTEXT_PACKAGE, g_getenv ("COMMONS_LOCALEDIR"));
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
      textdomain (GETTEXT_PACKAGE);

      /* Newer C libraries translate nothing without a locale. */
      if (g_str_equal (_("Inspector"), "Inspector") && g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "C"))
        {
          g_print ("1..0 # SKIP there is no locale to translate for\n");
          return 0;
        }
      g_assert_cmpstr (_("Inspector"), !=, "Inspector");
    }
  test_ui_init ();
  settings = g_settings_new (APP_ID);

  g_test_add_func ("/narrow/window", test_window);
  g_test_add_func ("/narrow/find", test_find);
  g_test_add_func ("/narrow/panels", test_panels);
  g_test_add_func ("/narrow/low", test_low);
  g_test_add_func ("/narrow/hints", test_hints);
  g_test_add_func ("/narrow/start", test_start);
  g_test_add_func ("/narrow/commands", test_commands);
  g_test_add_func ("/narrow/dialogs", test_dialogs);

  return g_test_run ();
}

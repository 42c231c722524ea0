/* test-gestures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layer that says what hands can do on the board.
 */

#include "config.h"

#include "commons-columns.h"
#include "commons-gestures.h"
#include "commons-window-private.h"
#include "test-ui.h"

static void
open_layer (CommonsWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.gestures", NULL);
  g_assert_nonnull (window->gestures);
  test_ui_frame (GTK_WIDGET (window));
}

static void
test_opens_and_closes (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  GtkWidget *view = GTK_WIDGET (commons_window_get_view (window));

  open_layer (window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == window->gestures);

  /* Nothing under it can be reached while it lies there. */
  g_assert_false (gtk_widget_grab_focus (view));

  g_signal_emit_by_name (window->gestures, "closed");
  g_assert_null (window->gestures);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == view);

  /* The same command opens and closes it. */
  open_layer (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.gestures", NULL);
  g_assert_null (window->gestures);

  test_ui_close (window);
}

/* It is about the board, wherever it is asked for. */
static void
test_from_another_view (void)
{
  CommonsWindow *window = test_ui_new ("blank");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-outline", NULL);
  open_layer (window);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (window->views), ==, "board");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-outline", NULL);
  test_ui_frame (GTK_WIDGET (window));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (window->views), ==, "outline");

  test_ui_close (window);
}

static void
count (GtkWidget  *widget,
       guint      *n_rows,
       GHashTable *words)
{
  if (gtk_widget_has_css_class (widget, "gesture-hands"))
    (*n_rows)++;
  if (GTK_IS_LABEL (widget))
    g_hash_table_add (words, g_strdup (gtk_label_get_text (GTK_LABEL (widget))));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count (child, n_rows, words);
}

/* The wheel does what somebody chose; keys are those of the table. */
static void
test_words (void)
{
  for (guint zooms = 0; zooms < 2; zooms++)
    {
      GtkWidget *layer = g_object_ref_sink (commons_gestures_new (zooms == 1));
      g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint n_rows = 0;

      count (layer, &n_rows, words);
      g_assert_cmpuint (n_rows, >=, 28);
      g_assert_true (g_hash_table_contains (words, "Ctrl and the wheel") == (zooms == 0));
      g_assert_true (g_hash_table_contains (words, "Ctrl+Z"));
      g_assert_true (g_hash_table_contains (words, "Drag a card"));
      g_object_unref (layer);
    }
}

/* As many columns as there is room for, none shorter than it must be. */
static void
test_columns (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkLayoutManager *columns = commons_columns_new (10);
  int height;

  commons_columns_set_width (COMMONS_COLUMNS (columns), 100);
  gtk_widget_set_layout_manager (box, columns);
  for (int i = 0; i < 4; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_set_size_request (child, 20, 50);
      gtk_box_append (GTK_BOX (box), child);
    }

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 209, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 4 * 50 + 3 * 10);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 210, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 2 * 50 + 10);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 10000, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 50);

  g_object_unref (box);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/gestures/opens-and-closes", test_opens_and_closes);
  g_test_add_func ("/gestures/from-another-view", test_from_another_view);
  g_test_add_func ("/gestures/words", test_words);
  g_test_add_func ("/gestures/columns", test_columns);

  return g_test_run ();
}

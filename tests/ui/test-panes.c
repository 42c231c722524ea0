/* test-panes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panes on the sides: beside the board or over it, remembered or not.
 */

#include "config.h"

#include "commons-pane-edge.h"
#include "commons-panes.h"
#include "commons-window-private.h"
#include "test-ui.h"

typedef struct
{
  CommonsPanes *panes;
  int           width;   /* of what is between the panes, 0 for any */
} Wait;

static gboolean
is_placed (gpointer user_data)
{
  Wait *wait = user_data;
  GtkWidget *content = gtk_widget_get_first_child (GTK_WIDGET (wait->panes));

  return gtk_widget_get_width (content) == wait->width;
}

/* A window of panes alone, which takes any width without asking a desktop. */
static GtkWidget *
show_panes (int           width,
            CommonsPanes **panes)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *content = gtk_label_new ("");

  gtk_label_set_width_chars (GTK_LABEL (content), 10);
  *panes = COMMONS_PANES (commons_panes_new (content, gtk_entry_new (), 324, gtk_entry_new (), 312, width));
  gtk_widget_set_size_request (GTK_WIDGET (*panes), width, 200);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*panes));
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
wait_for_width (CommonsPanes *panes,
                int           width)
{
  Wait wait = { panes, width };

  test_ui_wait (is_placed, &wait, "the content to have its width");
}

static void
test_beside (void)
{
  CommonsPanes *panes;
  GtkWidget *window = show_panes (1280, &panes);

  wait_for_width (panes, 1280);
  g_assert_false (commons_panes_is_folded (panes));

  commons_panes_open (panes, GTK_PACK_START, TRUE, FALSE);
  wait_for_width (panes, 1280 - 324);
  commons_panes_open (panes, GTK_PACK_END, TRUE, TRUE);
  wait_for_width (panes, 1280 - 324 - 312);
  g_assert_true (commons_panes_is_open (panes, GTK_PACK_START));

  commons_panes_open (panes, GTK_PACK_START, FALSE, TRUE);
  wait_for_width (panes, 1280 - 312);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_over (void)
{
  CommonsPanes *panes;
  GtkWidget *window = show_panes (1279, &panes);

  wait_for_width (panes, 1279);
  g_assert_true (commons_panes_is_folded (panes));

  /* One goes when the other comes. */
  commons_panes_open (panes, GTK_PACK_START, TRUE, FALSE);
  g_assert_true (commons_panes_is_open (panes, GTK_PACK_START));
  commons_panes_open (panes, GTK_PACK_END, TRUE, FALSE);
  g_assert_false (commons_panes_is_open (panes, GTK_PACK_START));
  test_ui_frame (GTK_WIDGET (panes));
  wait_for_width (panes, 1279);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Both ends of the header bar say what is open, whoever opened it. */
static void
test_buttons (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  CommonsPanes *panes = COMMONS_PANES (window->panes);

  g_assert_false (commons_panes_is_open (panes, GTK_PACK_END));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.inspector", NULL);
  g_assert_true (commons_panes_is_open (panes, GTK_PACK_END));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (window->end_button)));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (window->end_button), FALSE);
  g_assert_false (commons_panes_is_open (panes, GTK_PACK_END));

  test_ui_close (window);
}

/* Over the board, Escape closes and gives the keyboard back; beside it, it
 * gives the keyboard back. */
static void
test_left (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  CommonsPanes *panes = COMMONS_PANES (window->panes);
  GtkWidget *view = GTK_WIDGET (commons_window_get_view (window));
  GtkWidget *entry = gtk_entry_new ();

  adw_bin_set_child (ADW_BIN (window->end_pane), entry);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.inspector", NULL);
  g_assert_true (commons_panes_has_focus (panes, GTK_PACK_END));

  g_signal_emit_by_name (panes, "left");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == view);
  g_assert_true (commons_panes_is_open (panes, GTK_PACK_END) == !commons_panes_is_folded (panes));

  test_ui_close (window);
}

static GtkWidget *
find_edge (CommonsPanes *panes)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (panes)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (COMMONS_IS_PANE_EDGE (child) && gtk_widget_get_visible (child))
        return child;
    }

  return NULL;
}

static void
press (GtkWidget *widget,
       guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;

      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      if (handled)
        return;
    }
}

/* With keys, and with a pointer as the edge tells what it wants. */
static void
test_widths (void)
{
  CommonsPanes *panes;
  GtkWidget *window = show_panes (1280, &panes);
  GtkWidget *edge;

  g_assert_null (find_edge (panes));
  commons_panes_open (panes, GTK_PACK_START, TRUE, FALSE);
  wait_for_width (panes, 1280 - 324);
  edge = find_edge (panes);
  g_assert_nonnull (edge);

  press (edge, GDK_KEY_Right);
  wait_for_width (panes, 1280 - 348);
  press (edge, GDK_KEY_Left);
  press (edge, GDK_KEY_Left);
  wait_for_width (panes, 1280 - 300);

  /* Neither the pane nor the content gets too narrow. */
  press (edge, GDK_KEY_Left);
  g_signal_emit_by_name (edge, "wanted", 20);
  g_assert_cmpint (commons_panes_get_width (panes, GTK_PACK_START), ==, COMMONS_PANES_MIN_WIDTH);
  g_signal_emit_by_name (edge, "wanted", 5000);
  wait_for_width (panes, 1280 - (1280 - 420) / 2);

  press (edge, GDK_KEY_BackSpace);
  wait_for_width (panes, 1280 - 324);
  g_assert_true (gtk_widget_grab_focus (edge));
  g_assert_true (commons_panes_has_focus (panes, GTK_PACK_START));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A width of a wall is kept in mind on a telephone, where there is no room. */
static void
test_widths_over (void)
{
  CommonsPanes *panes;
  GtkWidget *window = show_panes (360, &panes);

  wait_for_width (panes, 360);
  commons_panes_set_width (panes, GTK_PACK_END, 640);
  commons_panes_open (panes, GTK_PACK_END, TRUE, FALSE);
  test_ui_frame (GTK_WIDGET (panes));
  g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (
                     gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (panes)))))), ==, 324);
  g_assert_cmpint (commons_panes_get_width (panes, GTK_PACK_END), ==, 640);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A blank board stays blank. */
static void
test_blank (void)
{
  CommonsWindow *window = test_ui_new ("blank");

  g_assert_false (commons_panes_is_open (COMMONS_PANES (window->panes), GTK_PACK_START));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sheets", NULL);
  g_assert_true (commons_panes_is_open (COMMONS_PANES (window->panes), GTK_PACK_START));

  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/panes/beside", test_beside);
  g_test_add_func ("/panes/over", test_over);
  g_test_add_func ("/panes/widths", test_widths);
  g_test_add_func ("/panes/widths-over", test_widths_over);
  g_test_add_func ("/panes/buttons", test_buttons);
  g_test_add_func ("/panes/left", test_left);
  g_test_add_func ("/panes/blank", test_blank);

  return g_test_run ();
}

/* test-hints.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said to whoever meets a view for the first time: once, one at a
 * time, and never in the way.
 */

#include "config.h"

#include "commons-hint.h"
#include "commons-panes.h"
#include "commons-window-private.h"
#include "test-ui.h"

static GSettings *settings;

static void
collect (GtkWidget *widget,
         GPtrArray *found)
{
  if (COMMONS_IS_HINT (widget) && commons_hint_is_shown (COMMONS_HINT (widget)))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, found);
}

/* The one that is shown anywhere; two at once is a failure. */
static GtkWidget *
get_shown (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      collect (window, found);
    }

  g_assert_cmpuint (found->len, <=, 1);

  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}

static gboolean
is_shown (gpointer user_data)
{
  return get_shown () != NULL;
}

static gboolean
is_gone (gpointer user_data)
{
  return get_shown () == NULL;
}

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

static void
see_none (void)
{
  g_settings_reset (settings, "hints-seen");
}

static void
see_all (void)
{
  g_settings_set_strv (settings, "hints-seen", commons_hint_list ());
}

static gboolean
was_seen (const char *name)
{
  g_auto (GStrv) seen = g_settings_get_strv (settings, "hints-seen");

  return g_strv_contains ((const char *const *) seen, name);
}

static CommonsWindow *
open_new (const char *template_name)
{
  CommonsWindow *window;

  see_none ();
  window = test_ui_new (template_name);
  test_ui_wait (is_shown, NULL, "a hint");

  return window;
}

static void
got_it (void)
{
  GtkWidget *button = find (get_shown (), GTK_TYPE_BUTTON);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  test_ui_wait (is_gone, NULL, "the hint to be gone");
}

/* While the board speaks, what is opened beside it waits. */
static void
test_one_at_a_time (void)
{
  CommonsWindow *window = open_new ("governance");
  GtkWidget *view = GTK_WIDGET (commons_window_get_view (window));
  GtkWidget *hint = get_shown ();

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == view);
  g_assert_false (gtk_widget_is_ancestor (hint, window->start_pane));

  got_it ();
  g_assert_true (was_seen ("board"));
  g_assert_false (was_seen ("sheets"));

  /* Nothing takes its place: the next one waits for its panel to be opened. */
  test_ui_frame (view);
  g_assert_null (get_shown ());
  gtk_widget_activate_action (GTK_WIDGET (window), "win.inspector", NULL);
  test_ui_wait (is_shown, NULL, "the hint of the inspector");
  g_assert_true (commons_panes_has_focus (COMMONS_PANES (window->panes), GTK_PACK_END));
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), get_shown ()));

  test_ui_close (window);
  see_all ();
}

static GtkWidget *
get_stack_page (CommonsWindow *window)
{
  return gtk_widget_get_parent (get_shown ());
}

/* It stands below the board, which gives it the room. */
static void
test_covers_nothing (void)
{
  CommonsWindow *window = open_new ("blank");
  GtkWidget *view = GTK_WIDGET (commons_window_get_view (window));
  graphene_rect_t hint, board, both;

  test_ui_frame (view);
  g_assert_true (gtk_widget_compute_bounds (get_shown (), get_stack_page (window), &hint));
  g_assert_true (gtk_widget_compute_bounds (view, get_stack_page (window), &board));
  g_assert_cmpfloat (hint.size.height, >, 20);
  g_assert_false (graphene_rect_intersection (&hint, &board, &both) && both.size.height > 0);

  test_ui_close (window);
  see_all ();
}

/* What was read once is not said in another window, nor in another run. */
static void
test_forever (void)
{
  CommonsWindow *window = open_new ("blank");
  CommonsWindow *other;

  got_it ();
  other = test_ui_new ("blank");
  test_ui_frame (GTK_WIDGET (commons_window_get_view (other)));
  g_assert_null (get_shown ());

  gtk_widget_activate_action (GTK_WIDGET (other), "win.show-hints", NULL);
  test_ui_wait (is_shown, NULL, "the hint again");
  g_assert_false (was_seen ("board"));

  test_ui_close (other);
  test_ui_close (window);
  see_all ();
}

static void
test_done_is_learnt (void)
{
  CommonsWindow *window = open_new ("blank");

  commons_board_view_create (commons_window_get_view (window), "value", -1, -1);
  test_ui_wait (is_gone, NULL, "the hint to be gone");
  g_assert_true (was_seen ("board"));

  /* What is taken back teaches nothing. */
  see_none ();
  gtk_widget_activate_action (GTK_WIDGET (window), "board.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "board.redo", NULL);
  g_assert_false (was_seen ("board"));

  test_ui_close (window);
  see_all ();
}

/* Each view has its own, and leaving one silences it. */
static void
test_views (void)
{
  static const char *const actions[] = { "win.show-outline", "win.show-sides", "win.show-board" };
  CommonsWindow *window = open_new ("blank");
  GtkWidget *last = get_shown ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
      test_ui_frame (GTK_WIDGET (window));
      test_ui_wait (is_shown, NULL, "the hint of the view");
      g_assert_true (get_shown () != last);
      last = get_shown ();
    }

  test_ui_close (window);
  see_all ();
}

/* Whoever dismisses it with the keyboard has the keyboard back. */
static void
test_keyboard (void)
{
  CommonsWindow *window = open_new ("blank");
  GtkWidget *button = find (get_shown (), GTK_TYPE_BUTTON);

  /* The board keeps Tab for itself: F6 goes there. */
  for (guint i = 0; i < 10 && gtk_window_get_focus (GTK_WINDOW (window)) != button; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.next-part", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == button);
  got_it ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (commons_window_get_view (window)));

  test_ui_close (window);
  see_all ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();
  settings = g_settings_new (APP_ID);

  g_test_add_func ("/hints/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/hints/covers-nothing", test_covers_nothing);
  g_test_add_func ("/hints/forever", test_forever);
  g_test_add_func ("/hints/done-is-learnt", test_done_is_learnt);
  g_test_add_func ("/hints/views", test_views);
  g_test_add_func ("/hints/keyboard", test_keyboard);

  return g_test_run ();
}

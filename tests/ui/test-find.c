/* test-find.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding one's way: the bar that finds, the filter, the way back.
 */

#include "config.h"

#include "commons-board-view-find.h"
#include "commons-find-bar.h"
#include "commons-overview.h"
#include "test-ui.h"

static CommonsWindow *
open_example (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.fr.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return test_ui_open (file);
}

static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  if (G_OBJECT_TYPE (root) == type)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static const char *
get_found_title (CommonsWindow *window)
{
  const char *id = commons_board_view_get_found_id (commons_window_get_view (window));

  return id ? commons_record_get_title (commons_board_lookup (test_ui_get_board (window), id)) : NULL;
}

static void
test_find (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  guint n_found;

  g_assert_cmpuint (commons_board_view_get_n_found (view), ==, 0);
  commons_board_view_find (view, "relecteur");
  n_found = commons_board_view_get_n_found (view);
  g_assert_cmpuint (n_found, >, 1);
  g_assert_cmpuint (commons_board_view_get_found_position (view), ==, 1);

  /* Accents and case do not count. */
  commons_board_view_find (view, "RELÉCTEUR");
  g_assert_cmpuint (commons_board_view_get_n_found (view), ==, n_found);

  commons_board_view_find_step (view, FALSE);
  g_assert_cmpuint (commons_board_view_get_found_position (view), ==, n_found);
  commons_board_view_find_step (view, TRUE);
  g_assert_cmpuint (commons_board_view_get_found_position (view), ==, 1);

  /* What still matches stays the current one. */
  commons_board_view_find (view, "indépendance");
  g_assert_cmpstr (get_found_title (window), ==, "Indépendance");
  commons_board_view_find (view, "indep");
  g_assert_cmpstr (get_found_title (window), ==, "Indépendance");
  test_ui_frame (GTK_WIDGET (view));

  commons_board_view_find (view, "nothing says this");
  g_assert_cmpuint (commons_board_view_get_n_found (view), ==, 0);
  g_assert_null (commons_board_view_get_found_id (view));
  commons_board_view_find_step (view, TRUE);
  g_assert_false (commons_document_get_modified (commons_window_get_document (window)));

  test_ui_close (window);
}

static gboolean
is_not_found (gpointer view)
{
  return commons_board_view_get_n_found (view) == 0;
}

/* Matches follow what is written and undone meanwhile. */
static void
test_found_follows_board (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsEditor *editor = commons_document_get_editor (commons_window_get_document (window));
  g_autofree char *id = NULL;

  commons_board_view_find (view, "Indépendance");
  g_assert_cmpuint (commons_board_view_get_n_found (view), ==, 1);
  id = g_strdup (commons_board_view_get_found_id (view));
  commons_editor_begin (editor, "Remove", NULL);
  commons_editor_remove (editor, id);
  commons_editor_commit (editor);
  test_ui_wait (is_not_found, view, "the match to be gone");
  test_ui_frame (GTK_WIDGET (view));

  test_ui_close (window);
}

static gboolean
shows_card (gpointer window)
{
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsRecord *card = commons_board_lookup_node (test_ui_get_board (window), commons_board_view_get_found_id (view));
  const CommonsRect *bounds = commons_record_get_bounds (card);
  CommonsViewport viewport;
  double x, y;

  commons_board_view_get_viewport (view, &viewport);
  commons_viewport_to_view (&viewport, bounds->x, bounds->y, &x, &y);

  return viewport.zoom == 0.75 && x > 0 && y > 64 && x < viewport.width && y < viewport.height;
}

/* From far away the camera comes near enough to read, beneath no tool. */
static void
test_camera_goes_there (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  GtkWidget *bar = find_widget (GTK_WIDGET (window), COMMONS_TYPE_FIND_BAR);
  CommonsViewport viewport = { .zoom = 0.1, .x = 5000, .y = 5000 };

  commons_board_view_set_viewport (view, &viewport);
  commons_find_bar_open (COMMONS_FIND_BAR (bar));
  commons_board_view_find (view, "indépendance");
  test_ui_wait (shows_card, window, "the card to be readable");

  test_ui_close (window);
}

/* The bar, as Ctrl+F, the entry and Escape drive it. */
static void
test_bar (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsFindBar *bar = COMMONS_FIND_BAR (find_widget (GTK_WIDGET (window), COMMONS_TYPE_FIND_BAR));
  GtkWidget *entry = find_widget (GTK_WIDGET (bar), GTK_TYPE_SEARCH_ENTRY);
  const char *id;

  g_assert_false (commons_find_bar_is_open (bar));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  g_assert_true (commons_find_bar_is_open (bar));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), entry));

  /* Enter does not wait for the pause after typing. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "independance");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (commons_board_view_get_found_position (view), ==, 1);
  id = commons_board_view_get_found_id (view);

  g_signal_emit_by_name (entry, "stop-search");
  g_assert_false (commons_find_bar_is_open (bar));
  g_assert_cmpuint (commons_board_view_get_n_found (view), ==, 0);
  g_assert_cmpstr (commons_selection_get_primary (commons_board_view_get_selection (view)), ==, id);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (view)));

  /* F3 finds the same again, and the bar can be open twice. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-next", NULL);
  g_assert_true (commons_find_bar_is_open (bar));
  g_assert_cmpuint (commons_board_view_get_n_found (view), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  commons_find_bar_close (bar);
  commons_find_bar_close (bar);

  test_ui_close (window);
}

static void
test_select_matches (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);
  guint n_kept, n_cards;

  g_assert_cmpuint (commons_board_view_select_matches (view), ==, 0);
  commons_board_view_find (view, "releve");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.select-matches", NULL);
  g_assert_cmpuint (commons_selection_get_n (selection), ==, commons_board_view_get_n_found (view));

  commons_board_view_find (view, NULL);
  commons_board_view_filter (view, COMMONS_FACET_KIND, "value", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.select-matches", NULL);
  g_assert_true (commons_board_view_get_filtered (view, &n_kept, &n_cards));
  g_assert_cmpuint (commons_selection_get_n (selection), ==, n_kept);

  test_ui_close (window);
}

static void
test_filter (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsSelection *selection = commons_board_view_get_selection (view);
  g_autoptr (GPtrArray) kinds = commons_board_view_list_facet (view, COMMONS_FACET_KIND);
  const CommonsFacetValue *first = g_ptr_array_index (kinds, 0);
  guint n_kept, n_cards;

  g_assert_cmpuint (kinds->len, >, 8);
  g_assert_false (commons_board_view_get_filtered (view, &n_kept, &n_cards));
  commons_board_view_filter (view, COMMONS_FACET_KIND, first->value, TRUE);
  g_assert_true (commons_board_view_get_filtered (view, &n_kept, &n_cards));
  g_assert_cmpuint (n_kept, ==, first->count);
  g_assert_cmpuint (n_cards, >, n_kept);
  test_ui_frame (GTK_WIDGET (view));

  /* Escape first lets go of the selection, then of the filter. */
  commons_selection_select_all (selection);
  g_assert_true (commons_board_view_perform (view, "board.escape"));
  g_assert_true (commons_board_view_get_filtered (view, &n_kept, &n_cards));
  g_assert_true (commons_board_view_perform (view, "board.escape"));
  g_assert_false (commons_board_view_get_filtered (view, &n_kept, &n_cards));
  g_assert_false (commons_document_get_modified (commons_window_get_document (window)));

  test_ui_close (window);
}

static gboolean
keeps_more (gpointer view)
{
  guint n_kept, n_cards;

  return commons_board_view_get_filtered (view, &n_kept, &n_cards) && n_kept == 1;
}

/* A card that becomes what is looked for comes out of the dark. */
static void
test_filter_follows_board (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  guint n_kept, n_cards;

  commons_board_view_filter (view, COMMONS_FACET_KIND, "rule", TRUE);
  g_assert_true (commons_board_view_get_filtered (view, &n_kept, &n_cards));
  g_assert_cmpuint (n_kept, ==, 0);
  commons_board_view_create (view, "rule", 300, 200);
  test_ui_wait (keeps_more, view, "the new rule to be kept");

  test_ui_close (window);
}

static gboolean
is_lost (gpointer view)
{
  return commons_board_view_is_lost (view);
}

static gboolean
is_not_lost (gpointer view)
{
  return !commons_board_view_is_lost (view);
}

static void
test_back_to_content (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsViewport far = { .zoom = 1, .x = 500000, .y = 500000 };

  commons_board_view_set_viewport (view, &far);
  test_ui_wait (is_lost, view, "nothing to be in view");
  g_assert_true (commons_board_view_perform (view, "board.back-to-content"));
  test_ui_wait (is_not_lost, view, "the board to be in view again");

  test_ui_close (window);
}

static void
test_empty_board_is_never_lost (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsViewport far = { .zoom = 1, .x = 500000, .y = 500000 };

  commons_board_view_set_viewport (view, &far);
  test_ui_frame (GTK_WIDGET (view));
  g_assert_false (commons_board_view_is_lost (view));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.filter", NULL);

  test_ui_close (window);
}

static gboolean
is_ready (gpointer overview)
{
  return commons_overview_is_ready (overview);
}

static GtkGesture *
find_drag (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }

  return NULL;
}

/* A click in a corner of the overview goes to that corner of the board, and a
 * drag goes on from there. */
static void
test_overview (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  GtkWidget *overview = find_widget (GTK_WIDGET (window), COMMONS_TYPE_OVERVIEW);
  double x, y, x_before, y_before, zoom;
  CommonsRect extents;

  g_assert_false (gtk_widget_get_visible (overview));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.overview", NULL);
  g_assert_true (gtk_widget_get_visible (overview));
  test_ui_wait (is_ready, overview, "the overview to be drawn");
  test_ui_frame (overview);

  commons_board_view_set_place (view, 0, 0, 1);
  test_ui_frame (GTK_WIDGET (view));
  g_signal_emit_by_name (find_drag (overview), "drag-begin", 10.0, 20.0);
  commons_board_view_get_place (view, &x_before, &y_before, &zoom);
  g_assert_true (commons_board_get_extents (test_ui_get_board (window), &extents));
  g_assert_cmpfloat (x_before, <, extents.x + extents.width / 4.0);
  g_assert_cmpfloat (y_before, <, extents.y + extents.height / 4.0);
  g_assert_cmpfloat (zoom, ==, 1);
  g_signal_emit_by_name (find_drag (overview), "drag-update", 60.0, 40.0);
  commons_board_view_get_place (view, &x, &y, &zoom);
  g_assert_cmpfloat (x, >, x_before + 100);
  g_assert_cmpfloat (y, >, y_before + 100);

  /* It is drawn again after a change. */
  commons_board_view_create (view, "rule", 300, 200);
  g_assert_false (commons_overview_is_ready (COMMONS_OVERVIEW (overview)));
  test_ui_wait (is_ready, overview, "the overview to be drawn again");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.overview", NULL);
  g_assert_false (gtk_widget_get_visible (overview));

  test_ui_close (window);
}

static gboolean
is_at_place (gpointer view)
{
  double x, y, zoom;

  return commons_board_view_get_place (view, &x, &y, &zoom) && ABS (x - 100) < 1 && ABS (y + 50) < 1 && zoom == 1.5;
}

static gboolean
is_whole (gpointer view)
{
  double x, y, zoom;

  return !commons_board_view_get_place (view, &x, &y, &zoom);
}

/* Closed somewhere, a board opens there again; closed whole, it opens whole. */
static void
test_view_is_remembered (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);

  g_assert_true (is_whole (view));
  commons_board_view_set_place (view, 100, -50, 1.5);
  test_ui_wait (is_at_place, view, "the view to go there");
  gtk_window_close (GTK_WINDOW (window));

  window = open_example ();
  test_ui_wait (is_at_place, commons_window_get_view (window), "the view to come back");

  /* Where nothing is any more, all is shown. */
  commons_board_view_set_place (commons_window_get_view (window), 500000, 500000, 1);
  test_ui_frame (GTK_WIDGET (commons_window_get_view (window)));
  g_assert_true (is_at_place (commons_window_get_view (window)));

  gtk_widget_activate_action (GTK_WIDGET (window), "board.zoom-fit", NULL);
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/find/find", test_find);
  g_test_add_func ("/find/found-follows-board", test_found_follows_board);
  g_test_add_func ("/find/camera-goes-there", test_camera_goes_there);
  g_test_add_func ("/find/bar", test_bar);
  g_test_add_func ("/find/select-matches", test_select_matches);
  g_test_add_func ("/find/filter", test_filter);
  g_test_add_func ("/find/filter-follows-board", test_filter_follows_board);
  g_test_add_func ("/find/back-to-content", test_back_to_content);
  g_test_add_func ("/find/empty-board-is-never-lost", test_empty_board_is_never_lost);
  g_test_add_func ("/find/overview", test_overview);
  g_test_add_func ("/find/view-is-remembered", test_view_is_remembered);

  return g_test_run ();
}

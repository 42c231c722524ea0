/* test-accessible.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader is told.
 */

#include "config.h"

#include "commons-board-plane.h"
#include "commons-card-words.h"
#include "commons-reading-order.h"
#include "test-ui.h"

static GtkWidget *
find_plane (GtkWidget *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child; child = gtk_widget_get_next_sibling (child))
    {
      if (COMMONS_IS_BOARD_PLANE (child))
        return child;
    }

  g_error ("The view has no plane");
}

static CommonsWindow *
open_example (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return test_ui_open (file);
}

static void
test_cards (void)
{
  CommonsWindow *window = open_example ();
  GtkWidget *plane = find_plane (GTK_WIDGET (commons_window_get_view (window)));
  guint n_cards = 0;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (plane), GTK_ACCESSIBLE_ROLE_LIST);

  for (GtkWidget *card = gtk_widget_get_first_child (plane); card; card = gtk_widget_get_next_sibling (card))
    {
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_true (gtk_widget_get_focusable (card));
      n_cards++;
    }

  g_assert_cmpuint (n_cards, ==, commons_board_get_n_nodes (test_ui_get_board (window)));

  test_ui_close (window);
}

static void
test_words (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoard *board = test_ui_get_board (window);
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  guint n_linked = 0;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *record = commons_board_get_node (board, i);
      g_autofree char *words = commons_card_describe (record, board, catalogue);
      CommonsRecord *parent = commons_board_get_parent (board, commons_record_get_id (record));

      if (parent != NULL)
        g_assert_nonnull (strstr (words, commons_record_get_title (parent)));
      if (commons_board_get_links (board, commons_record_get_id (record)) != NULL)
        n_linked++;
    }

  g_assert_cmpuint (n_linked, >, 10);

  test_ui_close (window);
}

static CommonsRecord *
make_record (const char *text,
             const char *member,
             gboolean    value)
{
  const CommonsRect bounds = { 0, 0, 204, 62 };
  g_autoptr (CommonsRecord) card = commons_record_new_card ("rule", FALSE, &bounds, text);

  return commons_record_with (card, member, json_node_init_boolean (json_node_alloc (), value));
}

/* Marks and badges are told in words; what is hidden is not told at all. */
static void
test_marks_in_words (void)
{
  g_autoptr (CommonsBoard) board = commons_board_new ();
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  g_autoptr (CommonsRecord) locked = make_record ("Title\n- [x] **Done**", "commons/locked", TRUE);
  g_autoptr (CommonsRecord) noted = commons_record_with_string (locked, "commons/notes", "Why");
  g_autoptr (CommonsRecord) voted = commons_record_with_int (noted, "commons/votes", 3);
  g_autoptr (CommonsRecord) hidden = make_record ("Secret\nVery", "commons/hidden", TRUE);
  g_autofree char *told = commons_card_describe (voted, board, catalogue);
  g_autofree char *kept = commons_card_describe (hidden, board, catalogue);
  GtkWidget *widget = g_object_ref_sink (commons_card_widget_new (hidden));

  g_assert_cmpstr (told, ==, "☑ Done, 3 votes, locked, with notes");
  g_assert_cmpstr (kept, ==, "");

  commons_card_widget_update (COMMONS_CARD_WIDGET (widget), hidden, board, catalogue);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "Rule: hidden card");
  g_object_unref (widget);
}

static gboolean
is_told (gpointer user_data)
{
  GtkWidget *card = gtk_widget_get_first_child (user_data);

  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      gboolean leads = gtk_test_accessible_has_relation (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_RELATION_FLOW_TO);

      if (leads != (gtk_widget_get_next_sibling (card) != NULL))
        return FALSE;
    }

  return TRUE;
}

static CommonsCardWidget *
get_card (CommonsBoardPlane *plane,
          const char        *id)
{
  CommonsCardWidget *card = commons_board_plane_get_card (plane, id, FALSE);

  g_assert_nonnull (card);

  return card;
}

/* Cards stand in the order they are read in, each with its place among those of
 * its circle, and lead from one to the next. */
static void
test_reading_order (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoard *board = test_ui_get_board (window);
  CommonsBoardPlane *plane = COMMONS_BOARD_PLANE (find_plane (GTK_WIDGET (commons_window_get_view (window))));
  g_autoptr (CommonsReadingOrder) order = commons_reading_order_new (board);
  GtkWidget *card;

  test_ui_wait (is_told, plane, "the places to be told");
  card = gtk_widget_get_first_child (GTK_WIDGET (plane));
  for (guint rank = 1; rank <= commons_reading_order_get_n (order); rank++)
    {
      const char *id = commons_reading_order_get_nth (order, rank);
      GtkWidget *next = gtk_widget_get_next_sibling (card);
      CommonsReadingPlace place;

      g_assert_true (card == GTK_WIDGET (get_card (plane, id)));
      g_assert_true (commons_reading_order_get_place (order, id, &place));
      gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) place.position);
      gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) place.size);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) place.level);
      if (next != NULL)
        gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_RELATION_FLOW_TO, next, NULL);
      card = next;
    }
  g_assert_null (card);

  test_ui_close (window);
}

static gboolean
has_neighbours (gpointer user_data)
{
  CommonsCardWidget *card = user_data;
  GtkWidget *plane = gtk_widget_get_parent (GTK_WIDGET (card));

  /* The last card of the board has none after it. */
  return gtk_widget_get_next_sibling (GTK_WIDGET (card)) != NULL || gtk_widget_get_last_child (plane) == GTK_WIDGET (card);
}

/* A screen reader goes from one child of the list to the next, and takes the
 * keyboard along: it comes to every card of a board of which little is in view,
 * in the order it is read in, and each is brought into view. */
static void
test_far_cards (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoard *board = test_ui_get_board (window);
  GtkWidget *plane = find_plane (GTK_WIDGET (view));
  g_autoptr (CommonsReadingOrder) order = commons_reading_order_new (board);
  const char *first = commons_reading_order_get_nth (order, 1);
  CommonsViewport viewport;

  commons_board_view_get_viewport (view, &viewport);
  viewport.zoom = 4;
  commons_viewport_center_on (&viewport, -20000, -20000);
  commons_board_view_set_viewport (view, &viewport);
  test_ui_frame (GTK_WIDGET (view));

  gtk_widget_grab_focus (GTK_WIDGET (get_card (COMMONS_BOARD_PLANE (plane), first)));
  for (guint rank = 1; rank <= commons_reading_order_get_n (order); rank++)
    {
      const char *id = commons_reading_order_get_nth (order, rank);
      CommonsCardWidget *card = get_card (COMMONS_BOARD_PLANE (plane), id);
      CommonsRect visible, *bounds = (CommonsRect *) commons_record_get_bounds (commons_card_widget_get_record (card));

      g_assert_cmpstr (commons_board_plane_get_focused (COMMONS_BOARD_PLANE (plane)), ==, id);
      g_assert_true (commons_selection_contains (commons_board_view_get_selection (view), id));
      commons_board_view_get_viewport (view, &viewport);
      commons_viewport_get_visible (&viewport, &visible);
      g_assert_cmpint (bounds->x, <, visible.x + visible.width);
      g_assert_cmpint (bounds->x + bounds->width, >, visible.x);
      g_assert_cmpint (bounds->y, <, visible.y + visible.height);
      g_assert_cmpint (bounds->y + bounds->height, >, visible.y);

      test_ui_frame (GTK_WIDGET (view));
      test_ui_wait (has_neighbours, card, "the next card");
      if (rank < commons_reading_order_get_n (order))
        gtk_widget_grab_focus (gtk_widget_get_next_sibling (GTK_WIDGET (card)));
    }

  test_ui_close (window);
}

/* Who deletes goes on at the next card; nothing is selected then. */
static void
test_focus_after_deletion (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoardPlane *plane = COMMONS_BOARD_PLANE (find_plane (GTK_WIDGET (view)));
  g_autoptr (CommonsReadingOrder) order = commons_reading_order_new (test_ui_get_board (window));
  guint n_nodes = commons_reading_order_get_n (order);

  commons_board_view_perform (view, "board.first");
  commons_board_view_perform (view, "board.delete");
  g_assert_cmpstr (commons_board_plane_get_focused (plane), ==, commons_reading_order_get_nth (order, 2));
  g_assert_cmpuint (commons_selection_get_n (commons_board_view_get_selection (view)), ==, 0);

  commons_board_view_perform (view, "board.last");
  commons_board_view_perform (view, "board.delete");
  g_assert_cmpstr (commons_board_plane_get_focused (plane), ==, commons_reading_order_get_nth (order, n_nodes - 1));

  commons_board_view_perform (view, "board.undo");
  g_assert_cmpstr (commons_board_plane_get_focused (plane), ==, commons_reading_order_get_nth (order, n_nodes));

  commons_board_view_perform (view, "board.select-all");
  commons_board_view_perform (view, "board.delete");
  g_assert_null (commons_board_plane_get_focused (plane));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (view)));
  commons_board_view_perform (view, "board.undo");

  test_ui_close (window);
}

/* ---- What is announced ----------------------------------------------------- */

static GtkWidget *
find_announcements (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_get_opacity (root) == 0 && !gtk_widget_get_can_target (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_announcements (child);

  return found;
}

typedef struct
{
  GtkWidget  *label;
  const char *text;
} Said;

static gboolean
is_said (gpointer user_data)
{
  Said *said = user_data;

  return g_str_equal (gtk_label_get_text (GTK_LABEL (said->label)), said->text);
}

#define assert_said(words) \
  G_STMT_START { \
    Said said = { label, words }; \
    test_ui_wait (is_said, &said, words); \
  } G_STMT_END

static guint n_said;

static void
label_changed_cb (void)
{
  n_said++;
}

static void
test_announcements (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  GtkWidget *label = find_announcements (GTK_WIDGET (window));
  CommonsCatalogue *catalogue = commons_board_view_get_catalogue (view);
  g_autofree char *name = NULL, *undone = NULL, *redone = NULL;

  commons_board_view_perform (view, "board.first");
  name = commons_card_name (commons_board_lookup_node (test_ui_get_board (window),
                              commons_selection_get_primary (commons_board_view_get_selection (view))), catalogue);
  undone = g_strdup_printf ("Undo: Move, %s", name);
  redone = g_strdup_printf ("Redo: Move, %s", name);

  /* A key that is held is one sentence, once it is let go. */
  g_signal_connect (label, "notify::label", G_CALLBACK (label_changed_cb), NULL);
  n_said = 0;
  for (guint i = 0; i < 10; i++)
    commons_board_view_perform (view, "board.nudge-right");
  assert_said ("Moved right");
  g_assert_cmpuint (n_said, ==, 1);

  commons_board_view_perform (view, "board.undo");
  assert_said (undone);
  commons_board_view_perform (view, "board.redo");
  assert_said (redone);

  n_said = 0;
  for (guint i = 0; i < 3; i++)
    commons_board_view_perform (view, "board.zoom-100");
  assert_said ("Zoom: 100%");
  g_assert_cmpuint (n_said, ==, 1);

  commons_board_view_perform (view, "board.duplicate");
  {
    CommonsRecord *copy = commons_board_lookup_node (test_ui_get_board (window),
                            commons_selection_get_primary (commons_board_view_get_selection (view)));
    g_autofree char *copied = commons_card_name (copy, catalogue);
    g_autofree char *added = g_strdup_printf ("Added: %s", copied);

    assert_said (added);
  }

  test_ui_close (window);
}

static void
test_selected_state (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoardView *view = commons_window_get_view (window);
  CommonsBoardPlane *plane = COMMONS_BOARD_PLANE (find_plane (GTK_WIDGET (view)));
  CommonsCardWidget *card;
  const char *id;

  commons_board_view_perform (view, "board.first");
  id = commons_selection_get_primary (commons_board_view_get_selection (view));
  card = commons_board_plane_get_card (plane, id, FALSE);
  g_assert_nonnull (card);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  g_assert_cmpstr (commons_board_plane_get_focused (plane), ==, id);

  commons_board_view_perform (view, "board.escape");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);

  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/accessible/cards", test_cards);
  g_test_add_func ("/accessible/words", test_words);
  g_test_add_func ("/accessible/marks-in-words", test_marks_in_words);
  g_test_add_func ("/accessible/selected", test_selected_state);
  g_test_add_func ("/accessible/reading-order", test_reading_order);
  g_test_add_func ("/accessible/far-cards", test_far_cards);
  g_test_add_func ("/accessible/focus-after-deletion", test_focus_after_deletion);
  g_test_add_func ("/accessible/announcements", test_announcements);

  return g_test_run ();
}

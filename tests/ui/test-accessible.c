/* test-accessible.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader is told.
 */

#include "config.h"

#include "commons-board-plane.h"
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

  return g_test_run ();
}

/* test-choose.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linking and moving by choosing from a list, with a window.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "commons-card-picker.h"
#include "test-ui.h"

#define BOARD \
  "{\"commons\":{\"format\":1,\"title\":\"Bench\",\"language\":\"en\"},\"nodes\":[" \
  "{\"id\":\"circle\",\"type\":\"group\",\"x\":0,\"y\":0,\"width\":480,\"height\":480,\"label\":\"Équipe\"," \
  "\"commons\":{\"kind\":\"circle\"}}," \
  "{\"id\":\"zone\",\"type\":\"group\",\"x\":900,\"y\":0,\"width\":480,\"height\":480,\"label\":\"Later\"," \
  "\"commons\":{\"kind\":\"zone\"}}," \
  "{\"id\":\"rule\",\"type\":\"text\",\"x\":600,\"y\":600,\"width\":204,\"height\":62,\"text\":\"Two signatures\"," \
  "\"commons\":{\"kind\":\"rule\"}}," \
  "{\"id\":\"value\",\"type\":\"text\",\"x\":600,\"y\":720,\"width\":204,\"height\":62,\"text\":\"Welcome\"," \
  "\"commons\":{\"kind\":\"value\"}}],\"edges\":[]}\n"

typedef struct
{
  char             *path;
  CommonsWindow    *window;
  CommonsBoardView *view;
  CommonsBoard     *board;
} Bench;

static void
set_up (Bench        *bench,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("choose-XXXXXX.commons", &bench->path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (fd, &error));
  g_assert_true (g_file_set_contents (bench->path, BOARD, -1, &error));
  file = g_file_new_for_path (bench->path);
  bench->window = test_ui_open (file);
  bench->view = commons_window_get_view (bench->window);
  bench->board = test_ui_get_board (bench->window);
}

static void
tear_down (Bench        *bench,
           gconstpointer data)
{
  test_ui_close (bench->window);
  g_unlink (bench->path);
  g_free (bench->path);
}

static GtkWidget *
find_picker (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (COMMONS_IS_CARD_PICKER (l->data))
        return l->data;
    }

  return NULL;
}

static GtkWidget *
find_descendant (GtkWidget *widget,
                 GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_descendant (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static int
count_rows (GtkWidget *picker)
{
  GtkListBox *list = GTK_LIST_BOX (find_descendant (picker, GTK_TYPE_LIST_BOX));
  int n = 0;

  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    n++;

  return n;
}

static gboolean
no_picker (gpointer data)
{
  return find_picker () == NULL;
}

/* Writes into the field, and presses Enter there. */
static void
answer (const char *text)
{
  GtkWidget *entry = find_descendant (find_picker (), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
ask (Bench      *bench,
     const char *id,
     const char *action)
{
  commons_selection_set_only (commons_board_view_get_selection (bench->view), id);
  g_assert_true (commons_board_view_perform (bench->view, action));
}

static void
test_link (Bench        *bench,
           gconstpointer data)
{
  CommonsRecord *edge;

  ask (bench, "rule", "board.link-to");
  g_assert_nonnull (find_picker ());
  g_assert_cmpint (count_rows (find_picker ()), ==, 3);

  /* Accents do not count; a name nothing has does nothing. */
  answer ("nobody");
  g_assert_cmpint (count_rows (find_picker ()), ==, 0);
  answer ("equipe");
  g_assert_cmpuint (commons_board_get_n_edges (bench->board), ==, 0);
  g_assert_cmpint (count_rows (find_picker ()), >, 1);

  answer ("applies");
  test_ui_wait (no_picker, NULL, "the list to close");
  g_assert_cmpuint (commons_board_get_n_edges (bench->board), ==, 1);
  edge = commons_board_get_edge (bench->board, 0);
  g_assert_cmpstr (commons_record_get_link (edge), ==, "applies_to");
  g_assert_cmpstr (commons_record_get_from (edge), ==, "rule");
  g_assert_cmpstr (commons_record_get_to (edge), ==, "circle");

  g_assert_true (commons_board_view_perform (bench->view, "board.undo"));
  g_assert_cmpuint (commons_board_get_n_edges (bench->board), ==, 0);
}

static void
test_move (Bench        *bench,
           gconstpointer data)
{
  ask (bench, "rule", "board.move-into");
  g_assert_cmpint (count_rows (find_picker ()), ==, 2);
  answer ("EQUIPE");
  test_ui_wait (no_picker, NULL, "the list to close");
  g_assert_cmpstr (commons_record_get_id (commons_board_get_parent (bench->board, "rule")), ==, "circle");
  g_assert_cmpuint (commons_board_get_n_edges (bench->board), ==, 1);

  /* Out again: the first of the list. */
  ask (bench, "rule", "board.move-into");
  g_assert_cmpint (count_rows (find_picker ()), ==, 2);
  answer ("");
  test_ui_wait (no_picker, NULL, "the list to close");
  g_assert_null (commons_board_get_parent (bench->board, "rule"));
  g_assert_cmpuint (commons_board_get_n_edges (bench->board), ==, 0);

  /* Each is one step. */
  g_assert_true (commons_board_view_perform (bench->view, "board.undo"));
  g_assert_nonnull (commons_board_get_parent (bench->board, "rule"));
  g_assert_true (commons_board_view_perform (bench->view, "board.undo"));
  g_assert_null (commons_board_get_parent (bench->board, "rule"));
  g_assert_false (commons_board_view_can_perform (bench->view, "board.undo"));
}

/* A click chooses like Enter does, and nothing happens when it is given up. */
static void
test_rows (Bench        *bench,
           gconstpointer data)
{
  GtkWidget *list;

  ask (bench, "value", "board.move-into");
  gtk_window_close (GTK_WINDOW (find_picker ()));
  test_ui_wait (no_picker, NULL, "the list to close");
  g_assert_false (commons_board_view_can_perform (bench->view, "board.undo"));

  ask (bench, "value", "board.move-into");
  list = find_descendant (find_picker (), GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  test_ui_wait (no_picker, NULL, "the list to close");
  g_assert_nonnull (commons_board_get_parent (bench->board, "value"));
}

static void
test_needs (Bench        *bench,
            gconstpointer data)
{
  CommonsSelection *selection = commons_board_view_get_selection (bench->view);

  commons_selection_clear (selection);
  g_assert_false (commons_board_view_can_perform (bench->view, "board.link-to"));
  g_assert_false (commons_board_view_can_perform (bench->view, "board.move-into"));

  /* What is locked stays where it is. */
  commons_selection_set_only (selection, "rule");
  g_assert_true (commons_board_view_perform (bench->view, "board.lock"));
  g_assert_true (commons_board_view_perform (bench->view, "board.move-into"));
  g_assert_null (find_picker ());
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

#define ADD(name, func) g_test_add ("/ui/choose/" name, Bench, NULL, set_up, func, tear_down)
  ADD ("link", test_link);
  ADD ("move", test_move);
  ADD ("rows", test_rows);
  ADD ("needs", test_needs);
#undef ADD

  return g_test_run ();
}

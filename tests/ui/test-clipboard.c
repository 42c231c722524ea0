/* test-clipboard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying from one window to another, and pasting what other programs copy.
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "commons-clip-lines.h"
#include "commons-clip.h"
#include "commons-paste-dialog.h"
#include "test-ui.h"

/* ---- Boards and what the window says ------------------------------------- */

static char *last_toast;

static void
toast_cb (CommonsBoardView *view,
          const char       *message)
{
  g_free (last_toast);
  last_toast = g_strdup (message);
}

static CommonsWindow *
open_window (void)
{
  CommonsWindow *window = test_ui_new ("blank");

  g_signal_connect (commons_window_get_view (window), "toast", G_CALLBACK (toast_cb), NULL);

  return window;
}

static CommonsWindow *
open_example (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.fr.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return test_ui_open (file);
}

static void
perform (CommonsWindow *window,
         const char    *action)
{
  g_assert_true (commons_board_view_perform (commons_window_get_view (window), action));
}

static gboolean
has_toast (gpointer user_data)
{
  return last_toast != NULL;
}

static void
paste (CommonsWindow *window,
       const char    *expected_toast)
{
  g_clear_pointer (&last_toast, g_free);
  perform (window, "board.paste");
  test_ui_wait (has_toast, NULL, "something to be said of what was pasted");
  g_assert_cmpstr (last_toast, ==, expected_toast);
}

static void
set_text (CommonsWindow *window,
          const char    *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (COMMONS_IS_PASTE_DIALOG (item->data))
        return item->data;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer user_data)
{
  GtkWindow *dialog = find_dialog ();

  return dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog));
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);

  return found;
}

static void
click (const char *label)
{
  GtkWidget *button;

  test_ui_wait (has_dialog, NULL, "the question about lines");
  button = find_button (GTK_WIDGET (find_dialog ()), label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static guint
count_nodes (CommonsWindow *window)
{
  return commons_board_get_n_nodes (test_ui_get_board (window));
}

/* Titles of all nodes, bottom first. */
static char *
join_titles (CommonsWindow *window)
{
  CommonsBoard *board = test_ui_get_board (window);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "",
                            commons_record_get_title (commons_board_get_node (board, i)));

  return g_string_free (titles, FALSE);
}

static void
assert_titles (CommonsWindow *window,
               const char    *expected)
{
  g_autofree char *titles = join_titles (window);

  g_assert_cmpstr (titles, ==, expected);
}

/* ---- From one board to another ------------------------------------------- */

static void
test_between_windows (void)
{
  CommonsWindow *from = open_example ();
  CommonsWindow *to = open_window ();
  CommonsBoard *source = test_ui_get_board (from);
  CommonsBoard *target = test_ui_get_board (to);
  guint before = commons_board_get_n_nodes (target);
  guint n_nodes = commons_board_get_n_nodes (source);
  g_autofree char *expected = g_strdup_printf ("%u cards added", n_nodes);

  perform (from, "board.select-all");
  perform (from, "board.copy");
  paste (to, expected);

  /* Every link is between the copies. */
  g_assert_cmpuint (commons_board_get_n_nodes (target), ==, before + n_nodes);
  g_assert_cmpuint (commons_board_get_n_edges (target), ==, commons_board_get_n_edges (source));
  for (guint i = 0; i < commons_board_get_n_edges (target); i++)
    g_assert_null (commons_board_lookup_node (source, commons_record_get_from (commons_board_get_edge (target, i))));

  /* The copies are selected, and go in one step. */
  g_assert_cmpuint (commons_selection_get_n (commons_board_view_get_selection (commons_window_get_view (to))), >, 0);
  perform (to, "board.undo");
  g_assert_cmpuint (commons_board_get_n_nodes (target), ==, before);
  g_assert_false (commons_board_view_can_perform (commons_window_get_view (to), "board.undo"));

  test_ui_close (from);
  test_ui_close (to);
}

static void
test_cut (void)
{
  CommonsWindow *window = open_example ();
  CommonsBoard *board = test_ui_get_board (window);
  guint n_nodes = commons_board_get_n_nodes (board);
  guint n_edges = commons_board_get_n_edges (board);

  g_signal_connect (commons_window_get_view (window), "toast", G_CALLBACK (toast_cb), NULL);
  perform (window, "board.select-all");
  perform (window, "board.cut");
  g_assert_cmpuint (count_nodes (window), ==, 0);
  g_assert_false (commons_board_view_can_perform (commons_window_get_view (window), "board.cut"));

  perform (window, "board.undo");
  g_assert_cmpuint (count_nodes (window), ==, n_nodes);
  perform (window, "board.redo");

  /* What was cut is there to be pasted, more than once. */
  for (guint i = 1; i <= 2; i++)
    {
      g_clear_pointer (&last_toast, g_free);
      perform (window, "board.paste");
      test_ui_wait (has_toast, NULL, "what was cut to be pasted");
      g_assert_cmpuint (count_nodes (window), ==, i * n_nodes);
      g_assert_cmpuint (commons_board_get_n_edges (board), ==, i * n_edges);
    }

  test_ui_close (window);
}

/* ---- What other programs get --------------------------------------------- */

typedef struct
{
  gboolean      done;
  GOutputStream *stream;
} Offer;

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  Offer *offer = user_data;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error);
  g_assert_no_error (error);
  offer->done = TRUE;
}

static gboolean
is_written (gpointer user_data)
{
  return ((Offer *) user_data)->done;
}

static GBytes *
get_offered (CommonsWindow *window,
             const char    *type)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (window)));
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  Offer offer = { FALSE, stream };

  g_assert_nonnull (content);
  gdk_content_provider_write_mime_type_async (content, type, stream, G_PRIORITY_DEFAULT, NULL, written_cb, &offer);
  test_ui_wait (is_written, &offer, type);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_offers (void)
{
  CommonsWindow *window = open_example ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) board = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (CommonsBoard) clip = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *words = NULL;

  perform (window, "board.select-all");
  perform (window, "board.copy");

  board = get_offered (window, COMMONS_CLIP_TYPE);
  clip = commons_clip_read_json (board, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (commons_board_get_n_nodes (clip), ==, count_nodes (window));

  text = get_offered (window, "text/plain;charset=utf-8");
  words = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_assert_true (g_str_has_prefix (words, "- "));
  g_assert_nonnull (strstr (words, "\n  - "));

  picture = get_offered (window, "image/png");
  texture = gdk_texture_new_from_bytes (picture, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), >, 100);
  g_assert_cmpint (MAX (gdk_texture_get_width (texture), gdk_texture_get_height (texture)), <=, 4096);

  test_ui_close (window);
}

/* ---- What other programs give -------------------------------------------- */

static void
test_one_line (void)
{
  CommonsWindow *window = open_window ();

  set_text (window, "  - One line \n");
  paste (window, "1 card added");
  assert_titles (window, "One line");

  test_ui_close (window);
}

static void
test_lines (void)
{
  CommonsWindow *window = open_window ();

  set_text (window, "One\nTwo\nThree");
  perform (window, "board.paste");
  click ("_3 Cards");
  assert_titles (window, "One, Two, Three");

  perform (window, "board.undo");
  assert_titles (window, "");

  perform (window, "board.paste");
  click ("_One Card With the Whole Text");
  assert_titles (window, "One");
  g_assert_cmpstr (commons_record_get_body (commons_board_get_node (test_ui_get_board (window), 0)), ==, "Two\nThree");

  test_ui_close (window);
}

static void
test_nested (void)
{
  CommonsWindow *window = open_window ();
  CommonsBoard *board = test_ui_get_board (window);
  GtkWidget *dialog;

  set_text (window, "- Circle\n  - Rule\n  - Value\n- Outside");
  perform (window, "board.paste");
  test_ui_wait (has_dialog, NULL, "the question about lines");

  /* Inside at first, flat when told so. */
  dialog = GTK_WIDGET (find_dialog ());
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (find_type (dialog, GTK_TYPE_SWITCH))));
  click ("_4 Cards");
  g_assert_true (commons_record_is_group (commons_board_get_node (board, 0)));
  for (guint i = 1; i < 3; i++)
    g_assert_true (commons_board_get_parent (board, commons_record_get_id (commons_board_get_node (board, i))) ==
                   commons_board_get_node (board, 0));
  perform (window, "board.undo");

  perform (window, "board.paste");
  test_ui_wait (has_dialog, NULL, "the question about lines");
  dialog = GTK_WIDGET (find_dialog ());
  gtk_switch_set_active (GTK_SWITCH (find_type (dialog, GTK_TYPE_SWITCH)), FALSE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_type (dialog, ADW_TYPE_COMBO_ROW)), 2);
  click ("_4 Cards");
  g_assert_cmpuint (count_nodes (window), ==, 4);
  g_assert_false (commons_record_is_group (commons_board_get_node (board, 0)));
  g_assert_nonnull (commons_record_get_kind (commons_board_get_node (board, 0)));

  test_ui_close (window);
}

static void
test_give_up (void)
{
  CommonsWindow *window = open_window ();

  set_text (window, "One\nTwo");
  perform (window, "board.paste");
  click ("_Cancel");
  g_assert_cmpuint (count_nodes (window), ==, 0);
  g_assert_false (commons_board_view_can_perform (commons_window_get_view (window), "board.undo"));

  test_ui_close (window);
}

static gboolean
has_nodes (gpointer user_data)
{
  return count_nodes (user_data) > 0;
}

static void
test_plain (void)
{
  CommonsWindow *window = open_window ();
  CommonsRecord *card;

  set_text (window, "- One\n- Two");
  perform (window, "board.paste-plain");
  test_ui_wait (has_nodes, window, "the card");
  g_assert_cmpuint (count_nodes (window), ==, 1);
  card = commons_board_get_node (test_ui_get_board (window), 0);
  g_assert_cmpstr (commons_record_get_text (card), ==, "- One\n- Two");

  test_ui_close (window);
}

static void
test_formats (void)
{
  CommonsWindow *window = open_window ();

  set_text (window,
            "{\"type\":\"excalidraw/clipboard\",\"elements\":["
            "{\"id\":\"a\",\"type\":\"text\",\"text\":\"A\"},{\"id\":\"b\",\"type\":\"text\",\"x\":400,\"text\":\"B\"},"
            "{\"id\":\"c\",\"type\":\"arrow\",\"startBinding\":{\"elementId\":\"a\"},\"endBinding\":{\"elementId\":\"b\"}},"
            "{\"id\":\"d\",\"type\":\"freedraw\"}]}");
  paste (window, "2 cards added, 1 drawn thing left out");
  g_assert_cmpuint (commons_board_get_n_edges (test_ui_get_board (window)), ==, 1);
  perform (window, "board.undo");

  set_text (window,
            "{\"nodes\":[{\"id\":\"n\",\"type\":\"file\",\"file\":\"a/b.md\",\"x\":0,\"y\":0,\"width\":400,\"height\":300,\"x-own\":1}]}");
  paste (window, "1 card added");
  g_assert_true (json_object_has_member (commons_record_get_object (commons_board_get_node (test_ui_get_board (window), 0)),
                                         "x-own"));
  perform (window, "board.undo");

  set_text (window, "https://example.org/page");
  paste (window, "1 card added");
  g_assert_cmpstr (commons_record_get_node_type (commons_board_get_node (test_ui_get_board (window), 0)), ==, "link");
  perform (window, "board.undo");

  /* JSON that is no board is a text. */
  set_text (window, "{\"a\":1}");
  paste (window, "1 card added");
  assert_titles (window, "{\"a\":1}");
  perform (window, "board.undo");

  /* A board with a fault is told, not turned into cards. */
  set_text (window, "{\"nodes\":[{\"id\":\"n\",\"type\":\"text\",\"x\":\"no\"}]}");
  g_clear_pointer (&last_toast, g_free);
  perform (window, "board.paste");
  test_ui_wait (has_toast, NULL, "the fault");
  g_assert_nonnull (strstr (last_toast, "Line 1"));
  g_assert_cmpuint (count_nodes (window), ==, 0);

  test_ui_close (window);
}

static void
test_nothing (void)
{
  CommonsWindow *window = open_window ();
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  const guint8 pixel[4] = { 0, 0, 0, 255 };
  g_autoptr (GBytes) bytes = g_bytes_new (pixel, sizeof pixel);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (1, 1, GDK_MEMORY_R8G8B8A8, bytes, 4);

  gdk_clipboard_set_content (clipboard, NULL);
  paste (window, "There is nothing here that can become a card.");

  set_text (window, " \n\n");
  paste (window, "There is no text to paste.");

  gdk_clipboard_set_texture (clipboard, texture);
  paste (window, "Pictures cannot be put on a board. Save the picture, and drop its file here.");
  g_assert_cmpuint (count_nodes (window), ==, 0);

  test_ui_close (window);
}

/* What can only be looked at can be copied, and nothing comes into it. */
static void
test_read_only (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("commons-clipboard-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "newer.commons", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CommonsWindow *window;
  CommonsBoardView *view;

  g_assert_no_error (error);
  g_file_set_contents (path, "{\"commons\":{\"format\":999},\"nodes\":[{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,"
                             "\"width\":204,\"height\":62,\"text\":\"Newer\"}]}", -1, &error);
  g_assert_no_error (error);
  window = test_ui_open (file);
  view = commons_window_get_view (window);
  g_assert_true (commons_document_get_read_only (commons_window_get_document (window)));

  perform (window, "board.select-all");
  perform (window, "board.copy");
  g_assert_false (commons_board_view_can_perform (view, "board.cut"));
  g_assert_false (commons_board_view_can_perform (view, "board.paste"));
  g_assert_false (commons_board_view_can_perform (view, "board.paste-plain"));
  commons_board_view_import (view, file);
  g_assert_cmpuint (count_nodes (window), ==, 1);

  test_ui_close (window);
}

/* A circle is cut with what lies in it, once and not twice. */
static void
test_cut_circle (void)
{
  CommonsWindow *window = open_window ();
  CommonsBoard *board = test_ui_get_board (window);

  set_text (window, "{\"nodes\":[{\"id\":\"c\",\"type\":\"group\",\"x\":0,\"y\":0,\"width\":600,\"height\":600,"
                    "\"commons\":{\"kind\":\"circle\"}},"
                    "{\"id\":\"p\",\"type\":\"text\",\"text\":\"People\",\"x\":200,\"y\":260,\"width\":204,\"height\":62,"
                    "\"commons\":{\"kind\":\"community\"}},"
                    "{\"id\":\"o\",\"type\":\"text\",\"text\":\"Outside\",\"x\":900,\"y\":0,\"width\":204,\"height\":62}]}");
  paste (window, "3 cards added");
  commons_selection_set_only (commons_board_view_get_selection (commons_window_get_view (window)),
                              commons_record_get_id (commons_board_get_node (board, 0)));
  perform (window, "board.cut");
  assert_titles (window, "Outside");

  paste (window, "2 cards added");
  g_assert_cmpuint (count_nodes (window), ==, 3);

  test_ui_close (window);
}

/* ---- Files ---------------------------------------------------------------- */

static void
import (CommonsWindow *window,
        const char    *name,
        const char    *contents,
        gssize         length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("commons-import-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, contents, length, &error));
  g_clear_pointer (&last_toast, g_free);
  commons_board_view_import (commons_window_get_view (window), file);
}

static void
test_import (void)
{
  CommonsWindow *window = open_window ();
  g_autofree char *path = test_ui_source_path ("tests/data/clip/drawing.excalidraw");
  g_autoptr (GFile) drawing = g_file_new_for_path (path);

  import (window, "table.csv", "titre;nature\nUn;r\xe8gle\nDeux;valeur\n", -1);
  click ("_2 Cards");
  assert_titles (window, "Un, Deux");
  g_assert_cmpstr (commons_record_get_kind (commons_board_get_node (test_ui_get_board (window), 0)), ==, "rule");
  perform (window, "board.undo");

  g_clear_pointer (&last_toast, g_free);
  commons_board_view_import (commons_window_get_view (window), drawing);
  test_ui_wait (has_toast, NULL, "the drawing");
  g_assert_cmpstr (last_toast, ==, "4 cards added, 2 drawn things left out");
  perform (window, "board.undo");

  import (window, "broken.excalidraw", "{", -1);
  test_ui_wait (has_toast, NULL, "the fault of the drawing");
  g_assert_true (g_str_has_prefix (last_toast, "“broken.excalidraw” could not be read: "));

  import (window, "picture.png", "\211PNG\0\1", 6);
  test_ui_wait (has_toast, NULL, "the fault of the picture");
  g_assert_cmpstr (last_toast, ==, "“picture.png” could not be read: it holds no text");
  g_assert_cmpuint (count_nodes (window), ==, 0);

  test_ui_close (window);
}

static CommonsWindow *
find_window (const char *title)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (g_application_get_default ())); item != NULL; item = item->next)
    {
      if (COMMONS_IS_WINDOW (item->data) &&
          g_strcmp0 (commons_document_get_title (commons_window_get_document (item->data)), title) == 0)
        return item->data;
    }

  return NULL;
}

static gboolean
has_window (gpointer user_data)
{
  return find_window (user_data) != NULL;
}

/* A drawing becomes a new board, and its file is none of its business. */
static void
test_open_drawing (void)
{
  g_autofree char *path = test_ui_source_path ("tests/data/clip/drawing.excalidraw");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CommonsRecord *head;
  CommonsWindow *window;

  g_application_open (g_application_get_default (), &file, 1, "");
  test_ui_wait (has_window, (gpointer) "drawing", "the drawing to be a board");
  window = find_window ("drawing");
  g_assert_null (commons_document_get_file (commons_window_get_document (window)));
  g_assert_true (commons_document_get_modified (commons_window_get_document (window)));
  g_assert_cmpuint (count_nodes (window), ==, 4);

  /* Whoever drew it chose no licence, and followed no template. */
  head = commons_board_get_head (test_ui_get_board (window));
  g_assert_null (commons_record_get_string (head, "commons/licence"));
  g_assert_null (commons_record_get_string (head, "commons/template"));
  g_assert_cmpstr (commons_board_get_title (test_ui_get_board (window)), ==, "drawing");

  perform (window, "board.undo");
  g_assert_cmpuint (count_nodes (window), ==, 0);
  test_ui_close (window);
}

/* What comes into a circle belongs to it, as if it had been made there. */
static void
test_into_a_circle (void)
{
  CommonsWindow *window = open_window ();
  CommonsBoard *board = test_ui_get_board (window);

  set_text (window, "{\"nodes\":[{\"id\":\"c\",\"type\":\"group\",\"x\":0,\"y\":0,\"width\":600,\"height\":600,"
                    "\"commons\":{\"kind\":\"circle\"}}]}");
  paste (window, "1 card added");
  perform (window, "board.select-none");
  set_text (window, "{\"nodes\":[{\"id\":\"p\",\"type\":\"text\",\"text\":\"People\",\"x\":0,\"y\":0,\"width\":204,\"height\":62,"
                    "\"commons\":{\"kind\":\"community\"}}]}");
  paste (window, "1 card added");
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, 1);
  g_assert_cmpstr (commons_record_get_link (commons_board_get_edge (board, 0)), ==, "member_of");

  perform (window, "board.undo");
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, 0);
  g_assert_cmpuint (count_nodes (window), ==, 1);

  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/clipboard/between-windows", test_between_windows);
  g_test_add_func ("/clipboard/cut", test_cut);
  g_test_add_func ("/clipboard/cut-circle", test_cut_circle);
  g_test_add_func ("/clipboard/read-only", test_read_only);
  g_test_add_func ("/clipboard/offers", test_offers);
  g_test_add_func ("/clipboard/one-line", test_one_line);
  g_test_add_func ("/clipboard/lines", test_lines);
  g_test_add_func ("/clipboard/nested", test_nested);
  g_test_add_func ("/clipboard/give-up", test_give_up);
  g_test_add_func ("/clipboard/plain", test_plain);
  g_test_add_func ("/clipboard/formats", test_formats);
  g_test_add_func ("/clipboard/nothing", test_nothing);
  g_test_add_func ("/clipboard/into-a-circle", test_into_a_circle);
  g_test_add_func ("/clipboard/import", test_import);
  g_test_add_func ("/clipboard/open-drawing", test_open_drawing);

  result = g_test_run ();
  g_free (last_toast);

  return result;
}

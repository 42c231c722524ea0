/* test-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files in the window: opening good and bad ones, saving, several windows.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "commons-picture.h"
#include "commons-tile-cache.h"
#include "test-ui.h"

static GFile *
write_file (const char *name,
            const char *contents)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("commons-window-XXXXXX", &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (path, contents, -1, &error));
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
test_bad_file (void)
{
  const char *contents = "{\n\t\"nodes\":[\n\t\t{\"id\":";
  g_autoptr (GFile) file = write_file ("bad.commons", contents);
  CommonsWindow *window = test_ui_open (file);
  CommonsDocument *document = commons_window_get_document (window);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *words = NULL;
  g_autofree char *after = NULL;

  g_assert_nonnull (commons_document_get_error (document));
  words = commons_document_describe_error (commons_document_get_error (document));
  g_assert_nonnull (strstr (words, "3"));

  /* Nothing is written over it. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  g_assert_false (commons_document_get_busy (document));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, contents);

  /* Another file may take its place: nothing would be lost. */
  g_assert_true (commons_window_is_pristine (window));

  test_ui_close (window);
}

typedef struct
{
  gboolean  done;
  gboolean  saved;
} Save;

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Save *save = user_data;

  save->saved = commons_document_save_finish (COMMONS_DOCUMENT (object), result, NULL);
  save->done = TRUE;
}

static gboolean
is_done (gpointer user_data)
{
  return ((Save *) user_data)->done;
}

static void
test_save_and_read_again (void)
{
  g_autofree char *source = test_ui_source_path ("data/examples/fontaines-ouvertes.fr.commons");
  g_autofree char *contents = NULL;
  g_autofree char *path = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GFile) file = NULL;
  CommonsWindow *window;
  CommonsBoardView *view;
  Save save = { 0 };

  g_assert_true (g_file_get_contents (source, &contents, NULL, NULL));
  file = write_file ("board.commons", contents);
  path = g_file_get_path (file);
  window = test_ui_open (file);
  view = commons_window_get_view (window);
  g_assert_false (commons_window_is_pristine (window));
  g_assert_false (commons_document_get_modified (commons_window_get_document (window)));

  commons_board_view_perform (view, "board.first");
  commons_board_view_perform (view, "board.push-right");
  g_assert_true (commons_document_get_modified (commons_window_get_document (window)));
  commons_board_view_perform (view, "board.undo");
  g_assert_false (commons_document_get_modified (commons_window_get_document (window)));

  commons_document_save_async (commons_window_get_document (window), NULL, FALSE, NULL, saved_cb, &save);
  test_ui_wait (is_done, &save, "the board to be saved");
  g_assert_true (save.saved);

  /* A board in canonical form comes back as it was, byte for byte. */
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, contents);

  test_ui_close (window);
}

static guint
count_windows (void)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  guint n = 0;

  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    {
      if (COMMONS_IS_WINDOW (item->data))
        n++;
    }

  return n;
}

static CommonsWindow *
get_any_window (void)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    {
      if (COMMONS_IS_WINDOW (item->data))
        return item->data;
    }

  return NULL;
}

static gboolean
has_one_window (gpointer user_data)
{
  return count_windows () == 1;
}

static gboolean
has_two_windows (gpointer user_data)
{
  return count_windows () == 2;
}

static gboolean
has_no_window (gpointer user_data)
{
  return count_windows () == 0;
}

/* Windows close one after the other; one that has a question to ask keeps the
 * rest until it is answered. */
static void
test_quit_in_turn (void)
{
  CommonsWindow *last = test_ui_new ("blank");
  CommonsWindow *changed = test_ui_new ("blank");
  CommonsWindow *first = test_ui_new ("blank");

  g_assert_nonnull (first);
  commons_board_view_create (commons_window_get_view (changed), "rule", 300, 200);
  commons_board_view_finish_editing (commons_window_get_view (changed));
  g_assert_true (commons_document_get_modified (commons_window_get_document (changed)));
  gtk_window_present (GTK_WINDOW (first));

  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "quit", NULL);
  test_ui_wait (has_two_windows, NULL, "the first window to close");
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_false (gtk_widget_in_destruction (GTK_WIDGET (last)));

  /* Gone in whatever way, it leaves the way free. */
  test_ui_close (changed);
  test_ui_wait (has_no_window, NULL, "the last window to close");
}

/* A file opened twice at once is shown once, and a window that only reads
 * closes at once. */
static void
test_same_file_twice (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.fr.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *files[] = { file, file };

  g_assert_cmpuint (count_windows (), ==, 0);
  g_application_open (g_application_get_default (), files, G_N_ELEMENTS (files), "");
  test_ui_wait (has_one_window, NULL, "a window");
  g_assert_true (g_file_equal (commons_window_get_file (get_any_window ()), file));

  g_assert_true (commons_document_get_busy (commons_window_get_document (get_any_window ())));
  gtk_window_close (GTK_WINDOW (get_any_window ()));
  test_ui_wait (has_no_window, NULL, "the window to close");
}

static gboolean
is_shown (gpointer user_data)
{
  CommonsDocument *document = commons_window_get_document (user_data);

  return !commons_document_get_busy (document) && commons_document_get_error (document) == NULL;
}

/* A file that was mended is read again where it could not be shown. */
static void
test_mended_file (void)
{
  g_autoptr (GFile) file = write_file ("mended.commons", "{");
  g_autofree char *path = g_file_get_path (file);
  CommonsWindow *window = test_ui_open (file);
  GFile *files[] = { file };

  g_assert_nonnull (commons_document_get_error (commons_window_get_document (window)));
  g_assert_true (g_file_set_contents (path, "{\"nodes\":[],\"edges\":[]}", -1, NULL));
  g_application_open (g_application_get_default (), files, G_N_ELEMENTS (files), "");
  test_ui_wait (is_shown, window, "the board");
  g_assert_cmpuint (count_windows (), ==, 1);

  test_ui_close (window);
}

static void
test_pristine (void)
{
  CommonsWindow *window = test_ui_new ("governance");

  g_assert_true (commons_window_is_pristine (window));
  commons_board_view_create (commons_window_get_view (window), "value", 200, 200);
  commons_board_view_finish_editing (commons_window_get_view (window));
  g_assert_false (commons_window_is_pristine (window));

  test_ui_close (window);
}

/* Panning a little copies tiles; it does not draw them again. */
static void
test_tiles_are_kept (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/open-food-facts.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CommonsWindow *window = test_ui_open (file);
  g_autoptr (CommonsPicture) picture = NULL;
  g_autoptr (CommonsTileCache) tiles = NULL;
  CommonsViewport viewport = { 1.0, 0, 0, 512, 512 };
  guint drawn;

  picture = commons_picture_new (test_ui_get_board (window), commons_catalogue_get ("en"),
                                 commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
  tiles = commons_tile_cache_new (picture);
  commons_tile_cache_settle (tiles, 1.0, 1);

  for (int i = 0; i < 20; i++)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;

      viewport.x = i;
      g_assert_true (commons_tile_cache_snapshot (tiles, snapshot, &viewport, FALSE, FALSE));
      node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
    }
  drawn = commons_tile_cache_get_n_drawn (tiles);
  g_assert_cmpuint (drawn, <=, 6);

  /* What changes is drawn again, and only that. */
  {
    g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
    g_autoptr (GskRenderNode) node = NULL;

    commons_tile_cache_invalidate (tiles, &(CommonsRect) { 10, 10, 20, 20 });
    commons_tile_cache_snapshot (tiles, snapshot, &viewport, FALSE, FALSE);
    node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
    g_assert_cmpuint (commons_tile_cache_get_n_drawn (tiles), ==, drawn + 1);
  }

  test_ui_close (window);
}

typedef struct
{
  CommonsPicture   *picture;
  CommonsTileCache *tiles;
  CommonsViewport   viewport;
} Tiles;

static void
follow_cb (Tiles            *self,
           CommonsChangeSet *changes)
{
  g_autoptr (GArray) damage = g_array_new (FALSE, FALSE, sizeof (CommonsRect));

  commons_picture_get_damage (self->picture, changes, damage);
  commons_tile_cache_change (self->tiles, changes, damage);
}

static GBytes *
draw_tiles (CommonsTileCache      *tiles,
            const CommonsViewport *viewport)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, viewport->width, viewport->height);
  cairo_t *cr = cairo_create (surface);
  GBytes *pixels;

  g_assert_true (commons_tile_cache_snapshot (tiles, snapshot, viewport, FALSE, FALSE));
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface) * (gsize) viewport->height);
  cairo_surface_destroy (surface);

  return pixels;
}

/* What is shown is what would be drawn now; returns how much was drawn for it. */
static guint
show_tiles (Tiles   *self,
            GBytes **pixels)
{
  guint n_drawn = commons_tile_cache_get_n_drawn (self->tiles);
  g_autoptr (CommonsTileCache) fresh = commons_tile_cache_new (self->picture);
  g_autoptr (GBytes) shown = draw_tiles (self->tiles, &self->viewport);
  g_autoptr (GBytes) wanted = NULL;

  commons_tile_cache_settle (fresh, self->viewport.zoom, 1);
  wanted = draw_tiles (fresh, &self->viewport);
  g_assert_true (g_bytes_equal (shown, wanted));
  if (pixels != NULL)
    *pixels = g_steal_pointer (&shown);

  return commons_tile_cache_get_n_drawn (self->tiles) - n_drawn;
}

static void
look_at_first_card (Tiles         *self,
                    CommonsWindow *window)
{
  CommonsBoard *board = test_ui_get_board (window);
  CommonsRecord *card = NULL;

  for (guint i = 0; i < commons_board_get_n_nodes (board) && card == NULL; i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      GPtrArray *links = commons_board_get_links (board, commons_record_get_id (node));

      if (!commons_record_is_group (node) && links != NULL && links->len > 0)
        card = node;
    }
  g_assert_nonnull (card);
  commons_selection_set_only (commons_board_view_get_selection (commons_window_get_view (window)),
                              commons_record_get_id (card));

  self->viewport = (CommonsViewport) { 1, 0, 0, 700, 500 };
  commons_viewport_center_on (&self->viewport, commons_record_get_bounds (card)->x, commons_record_get_bounds (card)->y);
  commons_tile_cache_settle (self->tiles, 1, 1);
}

/* What was shown before a change is there again when it is taken back, as it
 * was, and nothing is drawn for it; what came between is not. */
static void
test_tiles_come_back (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/open-food-facts.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CommonsWindow *window = test_ui_open (file);
  CommonsBoardView *view = commons_window_get_view (window);
  g_autoptr (CommonsPicture) picture = NULL;
  g_autoptr (CommonsTileCache) tiles = NULL;
  g_autoptr (GBytes) before = NULL, moved = NULL, back = NULL, again = NULL, first = NULL;
  Tiles self;

  picture = commons_picture_new (test_ui_get_board (window), commons_catalogue_get ("en"),
                                 commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
  tiles = commons_tile_cache_new (picture);
  self = (Tiles) { .picture = picture, .tiles = tiles };
  g_signal_connect_swapped (test_ui_get_board (window), "changed", G_CALLBACK (follow_cb), &self);
  look_at_first_card (&self, window);
  g_assert_cmpuint (show_tiles (&self, &before), >, 0);

  g_assert_true (commons_board_view_perform (view, "board.push-right"));
  g_assert_cmpuint (show_tiles (&self, &moved), >, 0);
  g_assert_false (g_bytes_equal (before, moved));

  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_cmpuint (show_tiles (&self, &back), ==, 0);
  g_assert_true (g_bytes_equal (before, back));
  g_assert_true (commons_board_view_perform (view, "board.redo"));
  g_assert_cmpuint (show_tiles (&self, &again), ==, 0);
  g_assert_true (g_bytes_equal (moved, again));

  /* Something else was done since. */
  g_assert_true (commons_board_view_perform (view, "board.push-down"));
  g_assert_cmpuint (show_tiles (&self, NULL), >, 0);
  while (commons_board_view_can_perform (view, "board.undo"))
    commons_board_view_perform (view, "board.undo");
  g_assert_cmpuint (show_tiles (&self, &first), >, 0);
  g_assert_true (g_bytes_equal (before, first));

  /* All is drawn otherwise now, or at another size. */
  g_assert_true (commons_board_view_perform (view, "board.push-right"));
  commons_tile_cache_set_dots (tiles, FALSE);
  commons_tile_cache_set_dots (tiles, TRUE);
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_cmpuint (show_tiles (&self, NULL), >, 0);
  g_assert_true (commons_board_view_perform (view, "board.push-right"));
  self.viewport.zoom = 1.5;
  commons_tile_cache_settle (tiles, 1.5, 1);
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_cmpuint (show_tiles (&self, NULL), >, 0);

  g_signal_handlers_disconnect_by_func (test_ui_get_board (window), follow_cb, &self);
  test_ui_close (window);
}

/* What was hidden for a while lacks in what was shown then. */
static void
test_tiles_of_hidden_do_not_come_back (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/open-food-facts.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  CommonsWindow *window = test_ui_open (file);
  CommonsBoardView *view = commons_window_get_view (window);
  g_autoptr (CommonsPicture) picture = NULL;
  g_autoptr (CommonsTileCache) tiles = NULL;
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  Tiles self;

  picture = commons_picture_new (test_ui_get_board (window), commons_catalogue_get ("en"),
                                 commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
  tiles = commons_tile_cache_new (picture);
  self = (Tiles) { .picture = picture, .tiles = tiles };
  g_signal_connect_swapped (test_ui_get_board (window), "changed", G_CALLBACK (follow_cb), &self);
  look_at_first_card (&self, window);
  g_hash_table_add (hidden, (gpointer) commons_selection_get_primary (commons_board_view_get_selection (view)));

  commons_tile_cache_set_hidden (tiles, hidden);
  g_bytes_unref (draw_tiles (tiles, &self.viewport));
  g_assert_true (commons_board_view_perform (view, "board.push-right"));
  commons_tile_cache_set_hidden (tiles, NULL);
  commons_tile_cache_invalidate (tiles, &(CommonsRect) { -4000, -4000, 8000, 8000 });
  show_tiles (&self, NULL);
  g_assert_true (commons_board_view_perform (view, "board.undo"));
  g_assert_cmpuint (show_tiles (&self, NULL), >, 0);

  g_signal_handlers_disconnect_by_func (test_ui_get_board (window), follow_cb, &self);
  test_ui_close (window);
}

static gboolean
is_in (CommonsWindow *window,
       GtkWidget     *part)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && (focus == part || gtk_widget_is_ancestor (focus, part));
}

/* F6 goes round: the board, its tools, the header, and the board again. */
static void
test_parts (void)
{
  CommonsWindow *window = test_ui_new ("governance");
  GtkWidget *view = GTK_WIDGET (commons_window_get_view (window));
  guint n = 0;

  gtk_window_set_focus (GTK_WINDOW (window), view);
  do
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.next-part", NULL));
      n++;
      g_assert_cmpuint (n, <, 6);
    }
  while (!is_in (window, view));
  g_assert_cmpuint (n, >=, 3);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.previous-part", NULL));
      g_assert_true (is_in (window, view) == (i == n - 1));
    }

  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/window/bad-file", test_bad_file);
  g_test_add_func ("/window/save", test_save_and_read_again);
  g_test_add_func ("/window/quit", test_quit_in_turn);
  g_test_add_func ("/window/same-file", test_same_file_twice);
  g_test_add_func ("/window/mended", test_mended_file);
  g_test_add_func ("/window/pristine", test_pristine);
  g_test_add_func ("/window/tiles", test_tiles_are_kept);
  g_test_add_func ("/window/tiles-come-back", test_tiles_come_back);
  g_test_add_func ("/window/tiles-of-hidden", test_tiles_of_hidden_do_not_come_back);
  g_test_add_func ("/window/parts", test_parts);

  return g_test_run ();
}

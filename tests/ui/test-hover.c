/* test-hover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What pointing at a card, or going to it, shows.
 */

#include "config.h"

#include <string.h>

#include "commons-board-view-find.h"
#include "commons-board-view-private.h"
#include "test-ui.h"

/* One pixel of the view as it is drawn now. */
static guint
get_pixel (CommonsBoardView *view,
           double            x,
           double            y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (view));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (view)), height = gtk_widget_get_height (GTK_WIDGET (view));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  cairo_translate (cr, -(int) x, -(int) y);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  memcpy (&pixel, cairo_image_surface_get_data (surface), sizeof pixel);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return pixel & 0xffffff;
}

static char *
add_card (CommonsWindow *window,
          double         view_x,
          double         view_y,
          const char    *kind)
{
  CommonsEditor *editor = commons_document_get_editor (commons_window_get_document (window));
  CommonsViewport viewport;
  g_autoptr (CommonsRecord) card = NULL;
  double x, y;

  commons_board_view_get_viewport (commons_window_get_view (window), &viewport);
  commons_viewport_to_board (&viewport, view_x, view_y, &x, &y);
  card = commons_record_new_card (kind, FALSE, &(CommonsRect) { (int) x, (int) y, 204, 62 }, "Title");
  commons_editor_begin (editor, "Test", NULL);
  commons_editor_add (editor, card);
  commons_editor_commit (editor);

  return g_strdup (commons_record_get_id (card));
}

/* What a filter leaves out is pale, and shown as it is while it has the
 * keyboard. */
static void
test_dimmed (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  g_autofree char *rule = NULL, *value = NULL;
  guint usual, pale;

  commons_board_view_perform (view, "board.zoom-100");
  test_ui_frame (GTK_WIDGET (view));
  rule = add_card (window, 300, 200, "rule");
  value = add_card (window, 300, 400, "value");
  test_ui_frame (GTK_WIDGET (view));
  usual = get_pixel (view, 480, 250);
  g_assert_cmphex (usual, ==, 0xe5e6fe);

  commons_board_view_filter (view, COMMONS_FACET_KIND, "value", TRUE);
  test_ui_frame (GTK_WIDGET (view));
  pale = get_pixel (view, 480, 250);
  g_assert_cmphex (pale, !=, usual);

  /* The first card in reading order gets the keyboard. */
  commons_board_view_perform (view, "board.first");
  test_ui_frame (GTK_WIDGET (view));
  g_assert_cmphex (get_pixel (view, 480, 250), ==, usual);

  commons_board_view_perform (view, "board.last");
  test_ui_frame (GTK_WIDGET (view));
  g_assert_cmphex (get_pixel (view, 480, 250), ==, pale);

  test_ui_close (window);
}

typedef struct
{
  CommonsBoardView *view;
  guint             pixel;
} Awaited;

static gboolean
has_pixel (gpointer user_data)
{
  Awaited *awaited = user_data;

  test_ui_frame (GTK_WIDGET (awaited->view));
  return awaited->view->arrival == NULL && get_pixel (awaited->view, 480, 250) == awaited->pixel;
}

/* A new card comes out of its place; what is undone and done again, or brought
 * by several, is there at once. */
static void
test_arriving (void)
{
  CommonsWindow *window = test_ui_new ("blank");
  CommonsBoardView *view = commons_window_get_view (window);
  g_autofree char *rule = NULL;
  guint ground;

  commons_board_view_perform (view, "board.zoom-100");
  g_free (add_card (window, 300, 500, "value"));
  test_ui_frame (GTK_WIDGET (view));
  ground = get_pixel (view, 480, 250);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  rule = add_card (window, 300, 200, "rule");
  g_assert_nonnull (view->arrival);
  test_ui_wait (has_pixel, &(Awaited) { view, 0xe5e6fe }, "the card to be there");

  commons_board_view_perform (view, "board.undo");
  test_ui_wait (has_pixel, &(Awaited) { view, ground }, "the card to be gone");
  commons_board_view_perform (view, "board.redo");
  g_assert_null (view->arrival);
  test_ui_frame (GTK_WIDGET (view));
  g_assert_cmphex (get_pixel (view, 480, 250), ==, 0xe5e6fe);

  /* Another one while it is under way, and the first is there. */
  commons_board_view_perform (view, "board.undo");
  g_free (add_card (window, 300, 200, "rule"));
  g_free (add_card (window, 300, 400, "value"));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  test_ui_wait (has_pixel, &(Awaited) { view, 0xe5e6fe }, "both cards to be there");

  test_ui_close (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/hover/arriving", test_arriving);
  g_test_add_func ("/hover/dimmed", test_dimmed);

  return g_test_run ();
}

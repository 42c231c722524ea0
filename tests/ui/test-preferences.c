/* test-preferences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each row of the preferences, its setting, and what it does at once in all
 * windows that are open.
 */

#include "config.h"

#include <math.h>

#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-capture-entry.h"
#include "commons-card-new.h"
#include "commons-help.h"
#include "commons-languages.h"
#include "commons-preference-rows.h"
#include "commons-preferences-dialog.h"
#include "commons-preferences.h"
#include "commons-window-private.h"
#include "commons-writer.h"
#include "commons-zoom-control.h"
#include "test-ui.h"

#define N_WINDOWS 2

typedef struct
{
  GSettings     *settings;
  CommonsWindow *windows[N_WINDOWS];
  GtkWidget     *dialog;
  GtkWidget     *weak_dialog;
} Fixture;

static void
reset (GSettings *settings)
{
  static const char *const keys[] = {
    "style", "large-print", "reduce-motion", "grid", "snap-to-cards", "snap-to-grid", "board-language", "author",
    "projecting", "room-distance", "room-width", "draft-delay", "wheel-zooms",
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

/* Two cards off the grid, the second out of line with the first. */
static CommonsWindow *
open_board (void)
{
  static const CommonsRect places[] = { { 5, 5, 204, 62 }, { 400, 31, 204, 62 } };
  static const char *const ids[] = { "one", "two" };
  CommonsWindow *window = test_ui_new ("blank");
  CommonsEditor *editor = commons_document_get_editor (commons_window_get_document (window));
  CommonsViewport viewport;

  commons_editor_begin (editor, "Cards", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (CommonsRecord) card = commons_card_new (NULL, &places[i], "Card\nwith a body that says more");
      g_autoptr (CommonsRecord) named = commons_record_with_id (card, ids[i]);

      commons_editor_add (editor, named);
    }
  commons_editor_commit (editor);

  commons_board_view_get_viewport (window->view, &viewport);
  viewport.x = -200;
  viewport.y = -200;
  viewport.zoom = 1;
  commons_board_view_set_viewport (window->view, &viewport);
  test_ui_frame (GTK_WIDGET (window->view));

  return window;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = g_settings_new (APP_ID);
  reset (fixture->settings);
  for (guint i = 0; i < N_WINDOWS; i++)
    fixture->windows[i] = open_board ();
  fixture->dialog = commons_preferences_dialog_present (GTK_WINDOW (fixture->windows[0]));
}

static gboolean
is_closed (gpointer user_data)
{
  return ((Fixture *) user_data)->weak_dialog == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_set_weak_pointer (&fixture->weak_dialog, fixture->dialog);
  commons_preferences_close (fixture->dialog);
  test_ui_wait (is_closed, fixture, "the dialog to be freed");
  reset (fixture->settings);
  for (guint i = 0; i < N_WINDOWS; i++)
    test_ui_close (fixture->windows[i]);
  g_clear_object (&fixture->settings);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *key)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && g_str_equal (gtk_widget_get_name (widget), key))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, key);

      if (row != NULL)
        return row;
    }

  return NULL;
}

static GtkWidget *
get_row (Fixture    *fixture,
         const char *key)
{
  GtkWidget *row = find_row (fixture->dialog, key);

  if (row == NULL)
    g_error ("There is no row for %s", key);

  return row;
}

/* Sets a switch, and sees that the setting follows, and the switch the setting. */
static void
turn (Fixture    *fixture,
      const char *key,
      gboolean    on)
{
  GtkWidget *control = commons_preference_row_get_control (get_row (fixture, key));

  g_settings_set_boolean (fixture->settings, key, !on);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (control)) == !on);

  gtk_switch_set_active (GTK_SWITCH (control), on);
  g_assert_true (g_settings_get_boolean (fixture->settings, key) == on);
}

static void
choose (Fixture    *fixture,
        const char *key,
        guint       index)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (fixture, key)), index);
}

static void
count (Fixture    *fixture,
       const char *key,
       double      value)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (commons_preference_row_get_control (get_row (fixture, key))), value);
}

/* Every row can be reached and read without sight or pointer. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const keys[] = {
    "style", "large-print", "reduce-motion", "author", "board-language", "draft-delay", "wheel-zooms", "grid",
    "snap-to-cards", "snap-to-grid", "projecting", "room-distance", "room-width",
  };
  g_autoptr (GHashTable) mnemonics = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *row = get_row (fixture, keys[i]);
      GtkWidget *control = commons_preference_row_get_control (row);
      const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
      const char *mark = strchr (title, '_');

      g_assert_true (adw_preferences_row_get_use_underline (ADW_PREFERENCES_ROW (row)));
      g_assert_nonnull (mark);
      g_test_message ("%s: %s", keys[i], title);
      g_assert_true (g_hash_table_add (mnemonics, GUINT_TO_POINTER (g_ascii_tolower (mark[1]))));
      if (!ADW_IS_ENTRY_ROW (row))
        {
          gtk_test_accessible_assert_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                               adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
          g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (control),
                                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY));
        }
    }

  g_assert_null (find_row (fixture->dialog, "window-width"));
}

static void
test_style (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *style = NULL;

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (get_row (fixture, "style"))), ==, 0);
  choose (fixture, "style", 2);
  style = g_settings_get_string (fixture->settings, "style");
  g_assert_cmpstr (style, ==, "dark");
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  for (guint i = 0; i < N_WINDOWS; i++)
    {
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->windows[i]), "dark"));
      g_assert_cmpint (commons_picture_get_theme (fixture->windows[i]->view->picture)->variant, ==, COMMONS_THEME_DARK);
    }

  /* What somebody chooses in the menu is shown here, too. */
  g_settings_set_string (fixture->settings, "style", "light");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (get_row (fixture, "style"))), ==, 1);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->windows[1]), "dark"));
}

static int
get_dpi (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);

  return dpi;
}

/* Texts grow, in windows and on boards seen from afar; boards do not change. */
static void
test_large_print (Fixture       *fixture,
                  gconstpointer  data)
{
  int usual = get_dpi () > 0 ? get_dpi () : 96 * 1024;
  g_autoptr (GBytes) before = commons_writer_write (test_ui_get_board (fixture->windows[0]));
  g_autoptr (GBytes) after = NULL;
  CommonsViewport viewport;

  turn (fixture, "large-print", TRUE);
  g_assert_cmpint (get_dpi (), ==, (int) round (usual * 1.25));
  for (guint i = 0; i < N_WINDOWS; i++)
    {
      commons_board_view_get_viewport (fixture->windows[i]->view, &viewport);
      test_ui_frame (GTK_WIDGET (fixture->windows[i]->view));
      g_assert_cmpfloat_with_epsilon (commons_picture_get_zoom (fixture->windows[i]->view->picture),
                                      viewport.zoom / 1.25, 1e-9);
    }

  /* The actual size is that of the texts beside the board. */
  g_assert_true (commons_board_view_perform (fixture->windows[1]->view, "board.zoom-100"));
  commons_board_view_get_viewport (fixture->windows[1]->view, &viewport);
  g_assert_cmpfloat_with_epsilon (viewport.zoom, 1.25, 1e-9);

  after = commons_writer_write (test_ui_get_board (fixture->windows[0]));
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (commons_history_can_redo (fixture->windows[0]->view->history));

  turn (fixture, "large-print", FALSE);
  g_assert_cmpint (get_dpi () > 0 ? get_dpi () : 96 * 1024, ==, usual);
  test_ui_frame (GTK_WIDGET (fixture->windows[0]->view));
  commons_board_view_get_viewport (fixture->windows[0]->view, &viewport);
  g_assert_cmpfloat_with_epsilon (commons_picture_get_zoom (fixture->windows[0]->view->picture), viewport.zoom, 1e-9);
}

/* Whether zooming in goes there at once. */
static gboolean
jumps (CommonsBoardView *view)
{
  CommonsViewport before, after;
  gboolean there;

  commons_board_view_get_viewport (view, &before);
  g_assert_true (commons_board_view_perform (view, "board.zoom-in"));
  commons_board_view_get_viewport (view, &after);
  there = fabs (after.zoom - commons_viewport_step_zoom (before.zoom, 1)) < 1e-9;
  commons_board_view_set_viewport (view, &before);

  return there;
}

static void
test_motion (Fixture       *fixture,
             gconstpointer  data)
{
  GtkSettings *toolkit = gtk_settings_get_default ();

  gtk_settings_reset_property (toolkit, "gtk-enable-animations");
  for (guint i = 0; i < N_WINDOWS; i++)
    g_assert_false (jumps (fixture->windows[i]->view));

  turn (fixture, "reduce-motion", TRUE);
  for (guint i = 0; i < N_WINDOWS; i++)
    {
      CommonsBoardView *view = fixture->windows[i]->view;

      g_assert_true (jumps (view));
      g_assert_false (adw_get_enable_animations (fixture->windows[i]->toasts));

      /* New cards do not float in, nor do dropped ones slide. */
      commons_board_view_create (view, "rule", -1, -1);
      g_assert_null (view->arrival);
      commons_board_view_finish_editing (view);
    }

  turn (fixture, "reduce-motion", FALSE);
  g_assert_false (jumps (fixture->windows[0]->view));
}

#define PATCH 192

/* How many pixels of an empty part of the board have the colour of its dots. */
static guint
count_dots (CommonsWindow *window)
{
  CommonsBoardView *view = window->view;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (view)));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = g_new0 (guint32, PATCH * PATCH);
  guint n = 0;

  test_ui_frame (GTK_WIDGET (view));
  GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (4, 4, PATCH, PATCH));
  gdk_texture_download (texture, (guchar *) pixels, PATCH * 4);
  for (guint i = 0; i < PATCH * PATCH; i++)
    n += pixels[i] != pixels[0];

  return n;
}

static gboolean
has_dots (gpointer user_data)
{
  return count_dots (user_data) >= 40;
}

static gboolean
has_no_dots (gpointer user_data)
{
  return count_dots (user_data) == 0;
}

static void
test_grid (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < N_WINDOWS; i++)
    test_ui_wait (has_dots, fixture->windows[i], "dots on the ground");

  turn (fixture, "grid", FALSE);
  for (guint i = 0; i < N_WINDOWS; i++)
    test_ui_wait (has_no_dots, fixture->windows[i], "a ground without dots");

  turn (fixture, "grid", TRUE);
  test_ui_wait (has_dots, fixture->windows[1], "dots on the ground again");
}

/* Drags the second card by that much at 100 %, tells where it comes to, and
 * takes it back. */
static CommonsRect
drag (CommonsWindow *window,
      double         dx,
      double         dy)
{
  CommonsBoardView *view = window->view;
  CommonsRect bounds;
  double x, y;

  test_ui_locate (window, "two", &x, &y);
  test_ui_press (view, x, y, 1);
  test_ui_move (view, dx / 2, dy / 2);
  test_ui_move (view, dx, dy);
  test_ui_release (view, dx, dy);
  bounds = *commons_record_get_bounds (commons_board_lookup_node (test_ui_get_board (window), "two"));
  commons_board_view_perform (view, "board.undo");

  return bounds;
}

static void
test_snapping (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint i = 0; i < N_WINDOWS; i++)
    {
      CommonsWindow *window = fixture->windows[i];
      CommonsRect place;

      /* In line with the other card, and on the grid along the other axis. */
      turn (fixture, "snap-to-cards", TRUE);
      turn (fixture, "snap-to-grid", TRUE);
      place = drag (window, 105, -21);
      g_assert_cmpint (place.x, ==, 504);
      g_assert_cmpint (place.y, ==, 5);

      turn (fixture, "snap-to-grid", FALSE);
      place = drag (window, 105, -21);
      g_assert_cmpint (place.x, ==, 505);
      g_assert_cmpint (place.y, ==, 5);

      turn (fixture, "snap-to-cards", FALSE);
      place = drag (window, 105, -21);
      g_assert_cmpint (place.x, ==, 505);
      g_assert_cmpint (place.y, ==, 10);

      turn (fixture, "snap-to-grid", TRUE);
      place = drag (window, 105, -21);
      g_assert_cmpint (place.x, ==, 504);
      g_assert_cmpint (place.y, ==, 12);
    }
}

static void
test_wheel (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint zooms = 0; zooms < 2; zooms++)
    {
      choose (fixture, "wheel-zooms", zooms);
      g_assert_true (g_settings_get_boolean (fixture->settings, "wheel-zooms") == (zooms == 1));

      for (guint i = 0; i < N_WINDOWS; i++)
        {
          CommonsViewport before, after;

          commons_board_view_get_viewport (fixture->windows[i]->view, &before);
          test_ui_scroll (fixture->windows[i]->view, 0, 1);
          commons_board_view_get_viewport (fixture->windows[i]->view, &after);
          g_assert_true ((after.zoom != before.zoom) == (zooms == 1));
          g_assert_true (zooms == 1 || after.y != before.y);
        }
    }

  g_settings_set_boolean (fixture->settings, "wheel-zooms", FALSE);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (get_row (fixture, "wheel-zooms"))), ==, 0);
}

static CommonsWindow *
make_new (const char *action)
{
  GApplication *application = g_application_get_default ();

  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);

  return COMMONS_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  const char *const *tags = commons_languages_list ();
  AdwComboRow *row = ADW_COMBO_ROW (get_row (fixture, "board-language"));

  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==,
                    g_strv_length ((char **) tags) + 1);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      CommonsWindow *window;

      choose (fixture, "board-language", i + 1);
      window = make_new ("new");
      g_assert_cmpstr (commons_board_get_language (test_ui_get_board (window)), ==, tags[i]);
      test_ui_close (window);
    }

  /* One that is not there any more is that of the desktop. */
  g_settings_set_string (fixture->settings, "board-language", "tlh");
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  choose (fixture, "board-language", 0);
  {
    CommonsWindow *window = make_new ("new-blank");

    g_assert_cmpstr (commons_board_get_language (test_ui_get_board (window)), ==, commons_languages_find_desktop ());
    test_ui_close (window);
  }
}

static guint
count_drafts (void)
{
  g_autofree char *folder = commons_draft_get_default_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".draft");

  return n;
}

static gboolean
has_drafts (gpointer user_data)
{
  return count_drafts () == *(guint *) user_data;
}

static gboolean
is_past (gpointer user_data)
{
  return g_get_monotonic_time () > *(gint64 *) user_data;
}

static void
wait_seconds (int seconds)
{
  gint64 until = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;

  test_ui_wait (is_past, &until, "time to pass");
}

/* What is not saved so far is no longer waited for. */
static void
flush_drafts (Fixture *fixture)
{
  for (guint i = 0; i < N_WINDOWS; i++)
    commons_autosave_discard (fixture->windows[i]->autosave);
}

static void
drag_aside (CommonsWindow *window)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (ids, (gpointer) "one");
  commons_arrange_move (commons_document_get_editor (commons_window_get_document (window)), ids, 12, 0, "Move", NULL);
}

static void
test_delay (Fixture       *fixture,
            gconstpointer  data)
{
  GtkSpinButton *control = GTK_SPIN_BUTTON (commons_preference_row_get_control (get_row (fixture, "draft-delay")));
  double least, most;
  guint n_drafts;

  gtk_spin_button_get_range (control, &least, &most);
  g_assert_cmpfloat (least, ==, 1);
  g_assert_cmpfloat (most, ==, 30);
  g_assert_cmpfloat (gtk_spin_button_get_value (control), ==, 3);

  g_settings_set_int (fixture->settings, "draft-delay", 5);
  g_assert_cmpfloat (gtk_spin_button_get_value (control), ==, 5);

  /* Longer than it usually takes, nothing is kept of what changes. */
  flush_drafts (fixture);
  n_drafts = count_drafts ();
  count (fixture, "draft-delay", 30);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "draft-delay"), ==, 30);
  for (guint i = 0; i < N_WINDOWS; i++)
    drag_aside (fixture->windows[i]);
  wait_seconds (4);
  g_assert_cmpuint (count_drafts (), ==, n_drafts);

  /* Asked for sooner, it is there soon. */
  count (fixture, "draft-delay", 1);
  n_drafts += N_WINDOWS;
  test_ui_wait (has_drafts, &n_drafts, "a draft of each window");
}

/* Whose a card is that is made now; NULL for nobody’s. */
static void
assert_author_of_new (CommonsWindow *window,
                      const char    *expected)
{
  CommonsRecord *card;

  commons_board_view_create (window->view, "rule", -1, -1);
  card = commons_board_lookup_node (test_ui_get_board (window), window->view->edited);
  g_assert_nonnull (card);
  g_assert_cmpstr (commons_record_get_string (card, "commons/author"), ==, expected);
  commons_board_view_finish_editing (window->view);
}

static void
test_author (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *row = get_row (fixture, "author");
  GtkWidget *entry = g_object_ref_sink (commons_capture_entry_new ());
  CommonsWindow *window;
  CommonsRecord *head;

  /* Nobody is named who did not ask for it. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  assert_author_of_new (fixture->windows[0], NULL);
  window = make_new ("new");
  head = commons_board_get_head (test_ui_get_board (window));
  g_assert_null (commons_record_get_string (head, "commons/author"));
  test_ui_close (window);

  gtk_editable_set_text (GTK_EDITABLE (row), " Zoé Martin ");
  for (guint i = 0; i < N_WINDOWS; i++)
    assert_author_of_new (fixture->windows[i], "Zoé Martin");
  window = make_new ("new");
  head = commons_board_get_head (test_ui_get_board (window));
  g_assert_cmpstr (commons_record_get_string (head, "commons/author"), ==, "Zoé Martin");
  test_ui_close (window);

  /* What one says for oneself begins with one’s name. */
  commons_capture_entry_set_mode (COMMONS_CAPTURE_ENTRY (entry), COMMONS_CAPTURE_I);
  g_assert_cmpstr (commons_capture_entry_get_author (COMMONS_CAPTURE_ENTRY (entry)), ==, "Zoé Martin");

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  assert_author_of_new (fixture->windows[1], NULL);
  g_assert_null (commons_capture_entry_get_author (COMMONS_CAPTURE_ENTRY (entry)));
  g_object_unref (entry);
}

static GtkWidget *
find_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = find_button (child);

      if (button != NULL)
        return button;
    }

  return NULL;
}

/* The name the system knows is offered, never taken. */
static void
test_suggestion (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *row = g_object_ref_sink (commons_preference_row_new_text (fixture->settings, "author", "_Name", "Ada"));
  GtkWidget *button = find_button (row);
  g_autofree char *author = NULL;

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_visible (button));
  author = g_settings_get_string (fixture->settings, "author");
  g_assert_cmpstr (author, ==, "");

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Ada");
  g_free (author);
  author = g_settings_get_string (fixture->settings, "author");
  g_assert_cmpstr (author, ==, "Ada");
  g_assert_false (gtk_widget_get_visible (button));

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_true (gtk_widget_get_visible (button));
  g_object_unref (row);
}

static GtkWidget *
find_mark (GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "too-small"))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *mark = find_mark (child);

      if (mark != NULL)
        return mark;
    }

  return NULL;
}

static gboolean
is_marked (CommonsWindow *window)
{
  return gtk_widget_get_visible (find_mark (window->zoom_control));
}

static void
test_room (Fixture       *fixture,
           gconstpointer  data)
{
  CommonsRoom room;
  CommonsViewport viewport;
  gboolean readable;
  double zoom;

  g_assert_false (is_marked (fixture->windows[0]));
  turn (fixture, "projecting", TRUE);

  /* The screen of the test decides how many pixels a metre has. */
  zoom = commons_board_view_get_readable_zoom (fixture->windows[0]->view, &room, &readable);
  g_assert_cmpfloat (room.distance, ==, 8);
  g_assert_cmpfloat (room.width, ==, 2);
  g_assert_cmpfloat (room.pixels, >=, 320);
  g_assert_cmpfloat_with_epsilon (zoom, 8 * tan (7.4 / 60 * G_PI / 180) / 0.69 * room.pixels / 2 / 12, 1e-6);
  g_assert_cmpfloat (zoom, >, 1);
  g_assert_false (readable);
  for (guint i = 0; i < N_WINDOWS; i++)
    g_assert_true (is_marked (fixture->windows[i]));

  /* The command goes there, the mark goes, and comes back a step farther. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->windows[0]->view), "board.zoom-readable", NULL);
  commons_board_view_get_viewport (fixture->windows[0]->view, &viewport);
  g_assert_cmpfloat (viewport.zoom, >=, zoom);
  g_assert_cmpfloat (viewport.zoom, <=, zoom + 0.0101);
  g_assert_false (is_marked (fixture->windows[0]));
  g_assert_true (is_marked (fixture->windows[1]));
  g_assert_true (commons_board_view_perform (fixture->windows[0]->view, "board.zoom-out"));
  g_assert_true (is_marked (fixture->windows[0]));

  /* Nearer, what is drawn can be read as it is. */
  count (fixture, "room-distance", 2);
  g_assert_cmpfloat (g_settings_get_double (fixture->settings, "room-distance"), ==, 2);
  for (guint i = 0; i < N_WINDOWS; i++)
    g_assert_false (is_marked (fixture->windows[i]));

  count (fixture, "room-width", 0.5);
  g_assert_true (is_marked (fixture->windows[1]));
  turn (fixture, "projecting", FALSE);
  g_assert_false (is_marked (fixture->windows[1]));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A window that comes to the projector is looked at anew. */
static void
test_screen (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (fixture->windows[1]->view);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (view));
  GdkMonitor *monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (view), surface);
  guint n = 0;

  g_signal_connect_swapped (view, "zoom-changed", G_CALLBACK (count_cb), &n);
  g_signal_emit_by_name (surface, "enter-monitor", monitor);
  g_assert_cmpuint (n, ==, 1);
  g_signal_handlers_disconnect_by_func (view, count_cb, &n);
}

/* The row below the numbers says what follows from them. */
static void
test_room_words (Fixture       *fixture,
                 gconstpointer  data)
{
  AdwActionRow *row = ADW_ACTION_ROW (get_row (fixture, "readable"));
  g_autofree char *usual = g_strdup (adw_action_row_get_subtitle (row));
  double zoom = commons_board_view_get_readable_zoom (fixture->windows[0]->view, NULL, NULL);
  g_autofree char *percent = g_strdup_printf ("%d%%", (int) ceil (zoom * 100));

  g_assert_nonnull (strstr (usual, percent));
  count (fixture, "room-distance", 16);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), !=, usual);
  count (fixture, "room-width", 4);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, usual);
}

/* A card that is selected comes to the middle, and one too far away is told. */
static void
test_readable_selection (Fixture       *fixture,
                         gconstpointer  data)
{
  CommonsBoardView *view = fixture->windows[0]->view;
  CommonsViewport viewport, free;
  double x, y;

  commons_selection_set_only (view->selection, "two");
  g_assert_true (commons_board_view_perform (view, "board.zoom-readable"));
  test_ui_locate (fixture->windows[0], "two", &x, &y);
  commons_board_view_get_viewport (view, &viewport);
  _commons_board_view_get_free (view, &viewport, &free);
  g_assert_cmpfloat_with_epsilon (x, view->inset_left + free.width / 2.0, 2);
  g_assert_cmpfloat_with_epsilon (y, view->inset_top + free.height / 2.0, 2);

  g_settings_set_double (fixture->settings, "room-distance", 50);
  g_settings_set_double (fixture->settings, "room-width", 0.3);
  g_assert_true (commons_board_view_perform (view, "board.zoom-readable"));
  commons_board_view_get_viewport (view, &viewport);
  g_assert_cmpfloat (viewport.zoom, ==, COMMONS_ZOOM_MAX);
  g_assert_nonnull (fixture->windows[0]->last_toast);
  g_assert_nonnull (strstr (adw_toast_get_title (fixture->windows[0]->last_toast), "cannot"));
}

/* There is one dialog, it belongs to whoever asked last, and its help is its
 * own page. */
static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *again = commons_preferences_dialog_present (GTK_WINDOW (fixture->windows[0]));

  g_assert_true (again == fixture->dialog);
  fixture->dialog = commons_preferences_dialog_present (GTK_WINDOW (fixture->windows[1]));
  g_assert_nonnull (get_row (fixture, "style"));

  g_assert_cmpstr (commons_help_find_page (get_row (fixture, "style")), ==, "preferences");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

#define ADD(name, function) g_test_add ("/preferences/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows", test_rows);
  ADD ("style", test_style);
  ADD ("large-print", test_large_print);
  ADD ("motion", test_motion);
  ADD ("grid", test_grid);
  ADD ("snapping", test_snapping);
  ADD ("wheel", test_wheel);
  ADD ("language", test_language);
  ADD ("delay", test_delay);
  ADD ("author", test_author);
  ADD ("suggestion", test_suggestion);
  ADD ("room", test_room);
  ADD ("screen", test_screen);
  ADD ("room-words", test_room_words);
  ADD ("readable-selection", test_readable_selection);
  ADD ("dialog", test_dialog);
#undef ADD

  return g_test_run ();
}

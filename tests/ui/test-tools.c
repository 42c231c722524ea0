/* test-tools.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tools around the board: palette, list of kinds, zoom, keys, questions.
 */

#include "config.h"

#include "commons-announce.h"
#include "commons-ask.h"
#include "commons-commands.h"
#include "commons-kind-miniature.h"
#include "commons-palette.h"
#include "commons-shortcuts-window.h"
#include "commons-zoom-control.h"
#include "test-ui.h"

typedef gboolean (*Filter) (GtkWidget  *widget,
                            gconstpointer data);

/* Every widget below @root that passes, in reading order. */
static void
collect (GtkWidget     *root,
         Filter         filter,
         gconstpointer  data,
         GPtrArray     *found)
{
  GtkWidget *child;

  if (filter (root, data))
    g_ptr_array_add (found, root);

  for (child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, filter, data, found);
}

static gboolean
has_class (GtkWidget     *widget,
           gconstpointer  name)
{
  return gtk_widget_has_css_class (widget, name);
}

static gboolean
has_type (GtkWidget     *widget,
          gconstpointer  type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static GPtrArray *
find_class (GtkWidget  *root,
            const char *name)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, has_class, name, found);
  return found;
}

static GPtrArray *
find_type (GtkWidget *root,
           GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, has_type, &type, found);
  return found;
}

static gboolean
is_mapped (gpointer user_data)
{
  return gtk_widget_get_mapped (user_data);
}

static GtkWidget *
show_in_window (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  test_ui_wait (is_mapped, widget, "the widget");

  return window;
}

typedef struct
{
  char *kind;
  int   n_press;
  guint count;
} Picked;

static void
picked_cb (GtkWidget  *widget,
           const char *kind,
           int         n_press,
           Picked     *picked)
{
  g_free (picked->kind);
  picked->kind = g_strdup (kind);
  picked->n_press = n_press;
  picked->count++;
}

static void
test_palette (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const char *const *kinds = commons_catalogue_get_palette (catalogue);
  GtkWidget *palette = commons_palette_new ();
  GtkWidget *window = show_in_window (palette);
  g_autoptr (GPtrArray) tiles = NULL;
  Picked picked = { 0 };

  commons_palette_set_catalogue (COMMONS_PALETTE (palette), catalogue);
  g_signal_connect (palette, "picked", G_CALLBACK (picked_cb), &picked);
  tiles = find_class (palette, "palette-tile");
  g_assert_cmpuint (tiles->len, ==, g_strv_length ((char **) kinds));

  for (guint i = 0; i < tiles->len; i++)
    {
      GtkWidget *tile = g_ptr_array_index (tiles, i);

      g_signal_emit_by_name (tile, "clicked");
      g_assert_cmpstr (picked.kind, ==, kinds[i]);
      g_assert_cmpint (picked.n_press, ==, 0);
      g_assert_cmpuint (picked.count, ==, i + 1);
      /* Being picked arms nothing by itself. */
      g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tile)));
    }

  g_free (picked.kind);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_palette_armed (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");
  const char *const *kinds = commons_catalogue_get_palette (catalogue);
  GtkWidget *palette = g_object_ref_sink (commons_palette_new ());
  g_autoptr (GPtrArray) tiles = NULL;
  g_autoptr (GPtrArray) more = find_class (palette, "palette-more");

  commons_palette_set_catalogue (COMMONS_PALETTE (palette), catalogue);
  commons_palette_set_armed (COMMONS_PALETTE (palette), kinds[1]);
  tiles = find_class (palette, "palette-tile");

  for (guint i = 0; i < tiles->len; i++)
    g_assert_cmpint (gtk_toggle_button_get_active (g_ptr_array_index (tiles, i)), ==, i == 1);
  g_assert_false (gtk_widget_has_css_class (g_ptr_array_index (more, 0), "armed"));

  /* A kind of the list lights the button that opened the list. */
  commons_palette_set_armed (COMMONS_PALETTE (palette), "fact");
  g_assert_false (gtk_toggle_button_get_active (g_ptr_array_index (tiles, 1)));
  g_assert_true (gtk_widget_has_css_class (g_ptr_array_index (more, 0), "armed"));

  commons_palette_set_armed (COMMONS_PALETTE (palette), NULL);
  g_assert_false (gtk_widget_has_css_class (g_ptr_array_index (more, 0), "armed"));
  g_assert_null (commons_palette_get_armed (COMMONS_PALETTE (palette)));

  g_assert_finalize_object (palette);
}

static void
test_palette_compact (void)
{
  GtkWidget *palette = commons_palette_new ();
  GtkWidget *window = show_in_window (palette);
  g_autoptr (GPtrArray) more = NULL;
  int wide, high, width, height;

  commons_palette_set_catalogue (COMMONS_PALETTE (palette), commons_catalogue_get ("en"));
  gtk_widget_measure (palette, GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
  gtk_widget_measure (palette, GTK_ORIENTATION_VERTICAL, -1, &high, NULL, NULL, NULL);
  g_assert_cmpint (wide, >, high);

  commons_palette_set_compact (COMMONS_PALETTE (palette), TRUE);
  gtk_widget_measure (palette, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (palette, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, >, width);
  g_assert_cmpint (width, <, high);

  /* In a small window it keeps what has room, and the way to the rest. */
  commons_palette_set_room (COMMONS_PALETTE (palette), height / 2);
  gtk_widget_measure (palette, GTK_ORIENTATION_VERTICAL, -1, &high, NULL, NULL, NULL);
  g_assert_cmpint (high, <=, height / 2);
  more = find_class (palette, "palette-more");
  g_assert_true (gtk_widget_get_visible (g_ptr_array_index (more, 0)));
  commons_palette_set_room (COMMONS_PALETTE (palette), G_MAXINT);

  commons_palette_set_compact (COMMONS_PALETTE (palette), FALSE);
  gtk_widget_measure (palette, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, ==, wide);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_palette_accessible (void)
{
  GtkWidget *palette = g_object_ref_sink (commons_palette_new ());
  g_autoptr (GPtrArray) tiles = NULL;

  commons_palette_set_catalogue (COMMONS_PALETTE (palette), commons_catalogue_get ("fr"));
  tiles = find_class (palette, "palette-tile");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (palette), GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (g_ptr_array_index (tiles, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Add a card: Règle");

  g_assert_finalize_object (palette);
}

static void
test_drag (void)
{
  CommonsDragLoad *drag = commons_drag_load_new ("rule");
  GValue value = G_VALUE_INIT;

  g_value_init (&value, COMMONS_TYPE_KIND_DRAG);
  g_value_take_boxed (&value, drag);
  g_assert_cmpstr (commons_drag_load_get_id (g_value_get_boxed (&value)), ==, "rule");
  g_value_unset (&value);
}

static void
search (GtkWidget  *root,
        const char *words)
{
  g_autoptr (GPtrArray) entries = find_type (root, GTK_TYPE_SEARCH_ENTRY);

  g_assert_cmpuint (entries->len, ==, 1);
  gtk_editable_set_text (g_ptr_array_index (entries, 0), words);
  g_signal_emit_by_name (g_ptr_array_index (entries, 0), "search-changed");
}

static guint
count_rows (GtkWidget *root)
{
  g_autoptr (GPtrArray) rows = find_type (root, GTK_TYPE_LIST_BOX_ROW);
  guint n_rows = 0;

  for (guint i = 0; i < rows->len; i++)
    n_rows += gtk_widget_get_child_visible (g_ptr_array_index (rows, i)) &&
              gtk_widget_get_visible (g_ptr_array_index (rows, i));

  return n_rows;
}

static void
test_picker (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");
  GtkWidget *palette = commons_palette_new ();
  GtkWidget *window = show_in_window (palette);
  g_autoptr (GPtrArray) pickers = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *picker;
  Picked picked = { 0 };

  commons_palette_set_catalogue (COMMONS_PALETTE (palette), catalogue);
  g_signal_connect (palette, "picked", G_CALLBACK (picked_cb), &picked);
  commons_palette_open_picker (COMMONS_PALETTE (palette));
  pickers = find_class (palette, "kind-picker");
  g_assert_cmpuint (pickers->len, ==, 1);
  picker = g_ptr_array_index (pickers, 0);

  test_ui_wait (is_mapped, picker, "the list of kinds");
  g_assert_cmpuint (count_rows (picker), ==, commons_catalogue_get_n_kinds (catalogue));

  /* Accents and capitals do not matter. */
  search (picker, "DECISION");
  g_assert_cmpuint (count_rows (picker), ==, 1);
  search (picker, "zzzz");
  g_assert_cmpuint (count_rows (picker), ==, 0);
  search (picker, "règle");
  g_assert_cmpuint (count_rows (picker), ==, 1);

  entries = find_type (picker, GTK_TYPE_SEARCH_ENTRY);
  g_signal_emit_by_name (g_ptr_array_index (entries, 0), "activate");
  g_assert_cmpstr (picked.kind, ==, "rule");
  g_assert_cmpint (picked.n_press, ==, 0);
  g_assert_cmpuint (picked.count, ==, 1);

  g_free (picked.kind);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every kind has something to show, and another than its neighbours. */
static void
test_miniatures (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  GtkWidget *miniature = commons_kind_miniature_new (NULL, NULL);
  GtkWidget *window = show_in_window (miniature);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                       (GDestroyNotify) g_bytes_unref, NULL);

  for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
    {
      const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, i);
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      commons_kind_miniature_set_kind (COMMONS_KIND_MINIATURE (miniature), catalogue, kind->id);
      g_assert_cmpstr (commons_kind_miniature_get_kind (COMMONS_KIND_MINIATURE (miniature)), ==, kind->id);
      GTK_WIDGET_GET_CLASS (miniature)->snapshot (miniature, snapshot);
      node = gtk_snapshot_to_node (snapshot);
      g_assert_nonnull (node);
      g_assert_true (g_hash_table_add (seen, gsk_render_node_serialize (node)));
      gsk_render_node_unref (node);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
activated_cb (GSimpleAction *action,
              GVariant      *parameter,
              guint         *count)
{
  (*count)++;
}

static void
test_zoom (void)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("zoom-in", NULL);
  GtkWidget *zoom = commons_zoom_control_new ();
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GPtrArray) values = find_class (zoom, "numeric");
  g_autoptr (GPtrArray) buttons = find_class (zoom, "circular");
  guint count = 0;

  g_signal_connect (action, "activate", G_CALLBACK (activated_cb), &count);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, "board", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (window), zoom);

  g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (values, 0)), ==, "100%");
  commons_zoom_control_set_zoom (COMMONS_ZOOM_CONTROL (zoom), 0.754);
  g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (values, 0)), ==, "75%");

  /* Only what there is an action for can be pressed. */
  g_assert_cmpuint (buttons->len, ==, 2);
  g_assert_false (gtk_widget_is_sensitive (g_ptr_array_index (buttons, 0)));
  g_assert_true (gtk_widget_is_sensitive (g_ptr_array_index (buttons, 1)));
  g_signal_emit_by_name (g_ptr_array_index (buttons, 1), "clicked");
  g_assert_cmpuint (count, ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_shortcuts_window (guint *n_windows)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  *n_windows = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!COMMONS_IS_SHORTCUTS_WINDOW (window))
        continue;

      found = window;
      (*n_windows)++;
    }

  return found;
}

static void
test_shortcuts (void)
{
  GtkWidget *parent = gtk_window_new ();
  guint n_commands, n_windows;
  const CommonsCommand *commands = commons_commands_get (&n_commands);
  guint n_keys = 0;
  GtkWidget *window;

  for (guint i = 0; i < n_commands; i++)
    n_keys += commands[i].accels[0] != NULL;

  commons_shortcuts_window_present (GTK_WINDOW (parent));
  commons_shortcuts_window_present (GTK_WINDOW (parent));
  window = find_shortcuts_window (&n_windows);
  g_assert_cmpuint (n_windows, ==, 1);

  g_assert_cmpuint (count_rows (window), ==, n_keys);
  search (window, "ctrl+shift+e");
  g_assert_cmpuint (count_rows (window), ==, 1);
  search (window, "shift+ctrl+e");
  g_assert_cmpuint (count_rows (window), ==, 1);
  search (window, "undo");
  g_assert_cmpuint (count_rows (window), ==, 1);
  search (window, "nothing of the kind");
  g_assert_cmpuint (count_rows (window), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  commons_shortcuts_window_present (GTK_WINDOW (parent));
  find_shortcuts_window (&n_windows);
  g_assert_cmpuint (n_windows, ==, 1);

  gtk_window_destroy (GTK_WINDOW (parent));
  find_shortcuts_window (&n_windows);
  g_assert_cmpuint (n_windows, ==, 0);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  char **answer = user_data;

  *answer = commons_ask_finish (result);
}

static gboolean
has_answer (gpointer user_data)
{
  char **answer = user_data;

  return *answer != NULL;
}

/* A question that is taken away was closed. */
static void
test_ask (void)
{
  const CommonsAnswer answers[] = {
    { "cancel", "_Cancel", COMMONS_ANSWER_DEFAULT },
    { "discard", "_Discard", COMMONS_ANSWER_DESTRUCTIVE },
    { "save", "_Save", COMMONS_ANSWER_SUGGESTED },
  };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkWidget *child = gtk_label_new ("Parent");
  GtkWidget *parent = adw_window_new ();
  g_autofree char *answer = NULL;

  adw_window_set_content (ADW_WINDOW (parent), child);
  gtk_window_present (GTK_WINDOW (parent));
  test_ui_wait (is_mapped, child, "the window");

  commons_ask_async (GTK_WINDOW (parent), "Save?", "It has changes.", answers, G_N_ELEMENTS (answers),
                     "save", "cancel", cancellable, answered_cb, &answer);
  test_ui_frame (child);
  g_assert_null (answer);
  g_cancellable_cancel (cancellable);
  test_ui_wait (has_answer, &answer, "an answer");
  g_assert_cmpstr (answer, ==, "cancel");

  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
test_announce (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), label);
  gtk_window_set_child (GTK_WINDOW (window), box);

  /* Nobody listens: nothing happens. */
  commons_announce (button, "One card was deleted");

  commons_announce_set_fallback (window, GTK_LABEL (label));
  commons_announce (button, "Two cards were deleted");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Two cards were deleted");

  /* The label may go before the window does. */
  gtk_box_remove (GTK_BOX (box), label);
  commons_announce (button, "Three cards were deleted");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/tools/palette", test_palette);
  g_test_add_func ("/tools/palette/armed", test_palette_armed);
  g_test_add_func ("/tools/palette/compact", test_palette_compact);
  g_test_add_func ("/tools/palette/accessible", test_palette_accessible);
  g_test_add_func ("/tools/palette/drag", test_drag);
  g_test_add_func ("/tools/picker", test_picker);
  g_test_add_func ("/tools/miniatures", test_miniatures);
  g_test_add_func ("/tools/zoom", test_zoom);
  g_test_add_func ("/tools/shortcuts", test_shortcuts);
  g_test_add_func ("/tools/ask", test_ask);
  g_test_add_func ("/tools/announce", test_announce);

  return g_test_run ();
}

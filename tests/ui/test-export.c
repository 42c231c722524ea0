/* test-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures from the window: the size told, sizes refused, files written.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "commons-export-dialog.h"
#include "commons-export-job.h"
#include "commons-export.h"
#include "commons-reader.h"
#include "test-ui.h"

static CommonsBoard *
read_board (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.fr.commons");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CommonsBoard *board;
  char *contents;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  bytes = g_bytes_new_take (contents, length);
  board = commons_reader_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return board;
}

/* ---- The dialog ---------------------------------------------------------- */

static GtkWidget *
find_class (GtkWidget  *root,
            const char *name)
{
  GtkWidget *found = gtk_widget_has_css_class (root, name) ? root : NULL;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_class (child, name);

  return found;
}

static GtkWidget *
find_nth (GtkWidget *root,
          GType      type,
          guint     *n)
{
  GtkWidget *found = NULL;
  GtkWidget *child;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*n)-- == 0)
    return root;

  for (child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_nth (child, type, n);

  return found;
}

static GtkWidget *
get_nth (GtkWidget *root,
         GType      type,
         guint      n)
{
  GtkWidget *found = find_nth (root, type, &n);

  g_assert_nonnull (found);
  return found;
}

static void
assert_size (GtkWidget                  *dialog,
             CommonsBoard               *board,
             const CommonsExportOptions *options)
{
  GtkWidget *message = find_class (dialog, "picture-size");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int width, height;

  g_assert_true (commons_export_measure (board, commons_catalogue_get ("fr"), options,
                                         &width, &height, NULL, &error));
  g_assert_no_error (error);
  text = g_strdup_printf ("%'d × %'d pixels", width, height);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (message)), ==, text);
  g_assert_false (gtk_widget_has_css_class (message, "refused"));
  g_assert_true (gtk_widget_get_sensitive (find_class (dialog, "suggested-action")));
}

enum { SCOPE_ROW, SIZE_ROW, THEME_ROW };
enum { TRANSPARENT_SWITCH, IMPRINT_SWITCH };

static void
choose (GtkWidget *dialog,
        guint      row,
        guint      entry)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_nth (dialog, ADW_TYPE_COMBO_ROW, row)), entry);
}

static void
test_dialog_size (void)
{
  g_autoptr (CommonsBoard) board = read_board ();
  const CommonsRect view = { 0, 0, 640, 480 };
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .scale = 1, .imprint = TRUE };
  GtkWidget *dialog = commons_export_dialog_new (board, commons_catalogue_get ("fr"), NULL, &view, "board.png");

  choose (dialog, SIZE_ROW, 0);
  assert_size (dialog, board, &options);

  options.scale = 3;
  choose (dialog, SIZE_ROW, 2);
  assert_size (dialog, board, &options);

  /* Without a selection what is in view comes second. */
  options.area = &view;
  choose (dialog, SCOPE_ROW, 1);
  assert_size (dialog, board, &options);

  options.width = 1000;
  choose (dialog, SIZE_ROW, 3);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (get_nth (dialog, GTK_TYPE_SPIN_BUTTON, 0)), 1000);
  assert_size (dialog, board, &options);

  /* Without the line the picture is less high. */
  options.imprint = FALSE;
  gtk_switch_set_active (GTK_SWITCH (get_nth (dialog, GTK_TYPE_SWITCH, IMPRINT_SWITCH)), FALSE);
  assert_size (dialog, board, &options);

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_dialog_selection (void)
{
  g_autoptr (CommonsBoard) board = read_board ();
  g_autoptr (GHashTable) selection = g_hash_table_new (g_str_hash, g_str_equal);
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .scale = 1, .only = selection, .imprint = TRUE };
  GtkWidget *dialog;

  g_hash_table_add (selection, (gpointer) commons_record_get_id (commons_board_get_node (board, 0)));
  dialog = commons_export_dialog_new (board, commons_catalogue_get ("fr"), selection, NULL, "board.png");
  choose (dialog, SIZE_ROW, 0);
  choose (dialog, SCOPE_ROW, 1);
  assert_size (dialog, board, &options);

  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A view that is very wide or very high cannot be drawn that large. */
static void
test_dialog_too_large (void)
{
  g_autoptr (CommonsBoard) board = read_board ();
  const CommonsRect view = { 0, 0, 60000, 200 };
  GtkWidget *dialog = commons_export_dialog_new (board, commons_catalogue_get ("fr"), NULL, &view, "board.png");
  GtkWidget *message = find_class (dialog, "picture-size");

  choose (dialog, SIZE_ROW, 2);
  choose (dialog, SCOPE_ROW, 1);
  g_assert_true (gtk_widget_has_css_class (message, "refused"));
  g_assert_false (gtk_widget_get_sensitive (find_class (dialog, "suggested-action")));

  choose (dialog, SIZE_ROW, 0);
  g_assert_false (gtk_widget_has_css_class (message, "refused"));
  g_assert_true (gtk_widget_get_sensitive (find_class (dialog, "suggested-action")));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_dialog_recalls (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (CommonsBoard) board = read_board ();
  const CommonsRect view = { 0, 0, 640, 480 };
  GtkWidget *dialog;

  g_settings_set_string (settings, "export-scope", "view");
  g_settings_set_string (settings, "export-theme", "dark");
  g_settings_set_int (settings, "export-width", 1234);
  g_settings_set_boolean (settings, "export-transparent", TRUE);
  g_settings_set_boolean (settings, "export-imprint", FALSE);

  dialog = commons_export_dialog_new (board, commons_catalogue_get ("fr"), NULL, &view, "board.png");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (get_nth (dialog, ADW_TYPE_COMBO_ROW, SCOPE_ROW))), ==, 1);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (get_nth (dialog, ADW_TYPE_COMBO_ROW, SIZE_ROW))), ==, 3);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (get_nth (dialog, ADW_TYPE_COMBO_ROW, THEME_ROW))), ==, 1);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (get_nth (dialog, GTK_TYPE_SPIN_BUTTON, 0))), ==, 1234);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (get_nth (dialog, GTK_TYPE_SWITCH, TRANSPARENT_SWITCH))));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (get_nth (dialog, GTK_TYPE_SWITCH, IMPRINT_SWITCH))));
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* What cannot be had any more is not asked for. */
  dialog = commons_export_dialog_new (board, commons_catalogue_get ("fr"), NULL, NULL, "board.png");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (get_nth (dialog, ADW_TYPE_COMBO_ROW, SCOPE_ROW))), ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_settings_reset (settings, "export-scope");
  g_settings_reset (settings, "export-theme");
  g_settings_reset (settings, "export-width");
  g_settings_reset (settings, "export-transparent");
  g_settings_reset (settings, "export-imprint");
}

/* ---- The work ------------------------------------------------------------ */

typedef struct
{
  gboolean  done;
  gboolean  written;
  double    progress;
  guint     n_told;
  GError   *error;
} Outcome;

/* It only ever grows, and is told before the end. */
static void
progress_cb (double   done,
             gpointer user_data)
{
  Outcome *outcome = user_data;

  g_assert_false (outcome->done);
  g_assert_cmpfloat (done, >=, outcome->progress);
  g_assert_cmpfloat (done, <=, 1);
  outcome->progress = done;
  outcome->n_told++;
}

static void
outcome_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->written = commons_export_job_run_finish (result, &outcome->error);
  outcome->done = TRUE;
}

static gboolean
is_done (gpointer user_data)
{
  return ((Outcome *) user_data)->done;
}

static void
run (CommonsBoard               *board,
     const CommonsExportOptions *options,
     const char                 *path,
     gboolean                    cancel,
     Outcome                    *outcome)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  commons_export_job_run_async (board, commons_catalogue_get ("fr"), options, file, cancellable,
                                progress_cb, outcome, outcome_cb, outcome);
  if (cancel)
    g_cancellable_cancel (cancellable);

  test_ui_wait (is_done, outcome, "the picture");
}

static guint32
read_number (const char *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
test_job (void)
{
  g_autoptr (CommonsBoard) board = read_board ();
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .scale = 1, .width = 640 };
  g_autofree char *folder = g_dir_make_tmp ("commons-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "board.png", NULL);
  g_autofree char *contents = NULL;
  Outcome outcome = { 0 };
  int width, height;
  gsize length;

  run (board, &options, path, FALSE, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.written);
  g_assert_cmpuint (outcome.n_told, >, 0);

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 24);
  g_assert_cmpmem (contents, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_true (commons_export_measure (board, commons_catalogue_get ("fr"), &options, &width, &height, NULL, NULL));
  g_assert_cmpuint (read_number (contents + 16), ==, width);
  g_assert_cmpuint (read_number (contents + 20), ==, height);

  g_unlink (path);
  g_rmdir (folder);
}

/* Given up, nothing is written. */
static void
test_job_cancelled (void)
{
  g_autoptr (CommonsBoard) board = read_board ();
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .scale = 1 };
  g_autofree char *folder = g_dir_make_tmp ("commons-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "board.png", NULL);
  Outcome outcome = { 0 };

  run (board, &options, path, TRUE, &outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (outcome.written);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_clear_error (&outcome.error);
  g_rmdir (folder);
}

typedef struct
{
  Outcome       outcome;
  GCancellable *cancellable;
} Ending;

static void
give_up_cb (double   done,
            gpointer user_data)
{
  Ending *ending = user_data;

  if (done > 0)
    g_cancellable_cancel (ending->cancellable);
}

/* Given up half-way, the file holds what it held, with nothing beside it. */
static void
test_job_given_up (void)
{
  g_autoptr (CommonsBoard) board = read_board ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .width = 20000 };
  g_autofree char *folder = g_dir_make_tmp ("commons-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "board.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  Ending ending = { .cancellable = cancellable };

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  commons_export_job_run_async (board, commons_catalogue_get ("fr"), &options, file, cancellable,
                                give_up_cb, &ending, outcome_cb, &ending.outcome);
  test_ui_wait (is_done, &ending.outcome, "the end");

  g_assert_error (ending.outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");

  g_clear_error (&ending.outcome.error);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_job_no_place (void)
{
  g_autoptr (CommonsBoard) board = read_board ();
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .scale = 1, .width = 64 };
  Outcome outcome = { 0 };

  run (board, &options, "/nowhere/at/all/board.png", FALSE, &outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (outcome.written);
  g_clear_error (&outcome.error);
}

static void
test_job_empty (void)
{
  g_autoptr (CommonsBoard) board = commons_board_new ();
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .scale = 1 };
  g_autofree char *folder = g_dir_make_tmp ("commons-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "board.png", NULL);
  Outcome outcome = { 0 };

  run (board, &options, path, FALSE, &outcome);
  g_assert_error (outcome.error, COMMONS_EXPORT_ERROR, COMMONS_EXPORT_ERROR_EMPTY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_clear_error (&outcome.error);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/export/dialog/size", test_dialog_size);
  g_test_add_func ("/export/dialog/selection", test_dialog_selection);
  g_test_add_func ("/export/dialog/too-large", test_dialog_too_large);
  g_test_add_func ("/export/dialog/recalls", test_dialog_recalls);
  g_test_add_func ("/export/job", test_job);
  g_test_add_func ("/export/job/cancelled", test_job_cancelled);
  g_test_add_func ("/export/job/given-up", test_job_given_up);
  g_test_add_func ("/export/job/no-place", test_job_no_place);
  g_test_add_func ("/export/job/empty", test_job_empty);

  status = g_test_run ();
  commons_export_job_wait ();

  return status;
}

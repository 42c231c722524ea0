/* test-versions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The windows of versions and of deleted cards: what they list, what they
 * bring back, and that it is one step.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "commons-arrange.h"
#include "commons-bin-dialog.h"
#include "commons-bin-row.h"
#include "commons-kept.h"
#include "commons-selection.h"
#include "commons-version-name-dialog.h"
#include "commons-version-row.h"
#include "commons-version-view.h"
#include "commons-versions-dialog.h"
#include "commons-writer.h"
#include "test-folder.h"
#include "test-ui.h"

#define HEAD(format) "{\"commons\":{\"format\":" format ",\"title\":\"Wells\",\"language\":\"en\"},\"nodes\":["
#define CARDS \
  "{\"id\":\"ring\",\"type\":\"group\",\"x\":0,\"y\":0,\"width\":400,\"height\":400,\"label\":\"Surveyors\"," \
  "\"commons\":{\"kind\":\"circle\"}}," \
  "{\"id\":\"a\",\"type\":\"text\",\"x\":100,\"y\":120,\"width\":204,\"height\":62,\"text\":\"Deux signatures\"," \
  "\"commons\":{\"kind\":\"rule\"}}," \
  "{\"id\":\"b\",\"type\":\"text\",\"x\":100,\"y\":220,\"width\":204,\"height\":62,\"text\":\"Été\"," \
  "\"commons\":{\"kind\":\"value\"}}],\"edges\":[{\"id\":\"ab\",\"fromNode\":\"a\",\"toNode\":\"b\"}]}\n"

typedef struct
{
  char             *path;
  GFile            *file;
  char             *root;
  CommonsWindow    *window;
  CommonsBoardView *view;
  CommonsDocument  *document;
} Bench;

static void
set_up (Bench        *bench,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("versions-XXXXXX.commons", &bench->path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (fd, &error));
  g_assert_true (g_file_set_contents (bench->path, data, -1, &error));
  bench->file = g_file_new_for_path (bench->path);
  bench->root = commons_kept_get_default_root ();
  bench->window = test_ui_open (bench->file);
  bench->view = commons_window_get_view (bench->window);
  bench->document = commons_window_get_document (bench->window);
}

static void
tear_down (Bench        *bench,
           gconstpointer data)
{
  test_ui_close (bench->window);
  commons_versions_wait ();
  test_remove_tree (bench->root);
  g_unlink (bench->path);
  g_object_unref (bench->file);
  g_free (bench->root);
  g_free (bench->path);
}

/* ---- Windows --------------------------------------------------------------- */

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
        return l->data;
    }

  return NULL;
}

static gboolean
no_dialog (gpointer data)
{
  return find_window (COMMONS_TYPE_ADVICE_DIALOG) == NULL;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static GtkWidget *
open_dialog (Bench      *bench,
             const char *action,
             GType       type)
{
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (bench->window), action, NULL));
  dialog = find_window (type);
  g_assert_nonnull (dialog);
  test_ui_wait (is_mapped, dialog, "the window");

  return dialog;
}

static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  test_ui_wait (no_dialog, NULL, "the window to close");
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (GtkWidget *root,
          GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);

  return found;
}

static gboolean
says (GtkWidget  *root,
      const char *text)
{
  g_autoptr (GPtrArray) labels = find_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (gtk_widget_get_mapped (g_ptr_array_index (labels, i)) &&
          strstr (gtk_label_get_text (g_ptr_array_index (labels, i)), text) != NULL)
        return TRUE;
    }

  return FALSE;
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  g_autoptr (GPtrArray) buttons = find_all (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
        return g_ptr_array_index (buttons, i);
    }
  g_error ("No button says %s", label);
}

static void
click (GtkWidget *button)
{
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_sensitive (gpointer data)
{
  return gtk_widget_is_sensitive (data);
}

/* What is waited for: so many rows of a type, or words. */
typedef struct
{
  GtkWidget  *root;
  GType       type;
  guint       n;
  const char *text;
} Wanted;

static gboolean
has_rows (gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (GPtrArray) rows = find_all (wanted->root, wanted->type);

  return rows->len == wanted->n;
}

static gboolean
has_words (gpointer data)
{
  const Wanted *wanted = data;

  return says (wanted->root, wanted->text);
}

static GPtrArray *
wait_rows (GtkWidget *root,
           GType      type,
           guint      n)
{
  Wanted wanted = { root, type, n, NULL };

  test_ui_wait (has_rows, &wanted, "rows");

  return find_all (root, type);
}

static void
wait_words (GtkWidget  *root,
            const char *text)
{
  Wanted wanted = { root, 0, 0, text };

  test_ui_wait (has_words, &wanted, text);
}

/* ---- Boards ---------------------------------------------------------------- */

static char *
write_board (Bench *bench)
{
  g_autoptr (GBytes) bytes = commons_writer_write (commons_document_get_board (bench->document));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
write_card (Bench      *bench,
            const char *id,
            const char *text)
{
  CommonsEditor *editor = commons_document_get_editor (bench->document);
  g_autoptr (CommonsRecord) record = NULL;

  record = commons_record_with_text (commons_board_lookup (commons_document_get_board (bench->document), id), text);
  commons_editor_begin (editor, "Write", NULL);
  commons_editor_set (editor, record);
  commons_editor_commit (editor);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_assert_true (commons_document_save_finish (COMMONS_DOCUMENT (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static void
save (Bench *bench)
{
  gboolean done = FALSE;

  commons_document_save_async (bench->document, NULL, FALSE, NULL, saved_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* So many versions are on the disk. */
typedef struct
{
  Bench *bench;
  guint  n;
} Kept;

static gboolean
are_kept (gpointer data)
{
  const Kept *kept = data;
  g_autoptr (GPtrArray) versions = commons_versions_list (kept->bench->root, kept->bench->file);

  return versions->len == kept->n;
}

static void
wait_kept (Bench *bench,
           guint  n)
{
  Kept kept = { bench, n };

  test_ui_wait (are_kept, &kept, "versions");
}

static void
undo (Bench *bench)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (commons_document_get_history (bench->document));

  g_assert_nonnull (changes);
}

/* ---- Versions -------------------------------------------------------------- */

static void
test_restore (Bench        *bench,
              gconstpointer data)
{
  g_autofree char *before = write_board (bench);
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  CommonsViewport viewport, same;
  GtkWidget *dialog;

  wait_kept (bench, 1);
  write_card (bench, "a", "Three signatures");
  save (bench);
  wait_kept (bench, 2);
  write_card (bench, "b", "Welcome");
  after = write_board (bench);
  commons_board_view_get_viewport (bench->view, &viewport);

  dialog = open_dialog (bench, "win.versions", COMMONS_TYPE_VERSIONS_DIALOG);
  rows = wait_rows (dialog, COMMONS_TYPE_VERSION_ROW, 2);
  wait_words (dialog, "1 changed");
  wait_words (dialog, "“Été” → “Welcome”");

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (g_ptr_array_index (rows, 1))),
                           g_ptr_array_index (rows, 1));
  wait_words (dialog, "2 changed");
  click (find_button (dialog, "_Restore"));
  test_ui_wait (no_dialog, NULL, "the window to close");
  now = write_board (bench);
  g_assert_cmpstr (now, ==, before);

  /* One step, and nobody moved the view. */
  commons_board_view_get_viewport (bench->view, &same);
  g_assert_cmpfloat (same.x, ==, viewport.x);
  g_assert_cmpfloat (same.zoom, ==, viewport.zoom);
  undo (bench);
  g_clear_pointer (&now, g_free);
  now = write_board (bench);
  g_assert_cmpstr (now, ==, after);

  /* What was not saved is a version as well. */
  wait_kept (bench, 3);
}

static void
test_name (Bench        *bench,
           gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *dialog, *question;

  wait_kept (bench, 1);
  dialog = open_dialog (bench, "win.versions", COMMONS_TYPE_VERSIONS_DIALOG);
  rows = wait_rows (dialog, COMMONS_TYPE_VERSION_ROW, 1);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (g_ptr_array_index (rows, 0)), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (g_ptr_array_index (rows, 0)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  test_ui_wait (is_sensitive, find_button (dialog, "_Name…"), "the version to be read");
  click (find_button (dialog, "_Name…"));
  question = find_window (COMMONS_TYPE_VERSION_NAME_DIALOG);
  g_assert_nonnull (question);
  entries = find_all (question, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (entries, 0)), "  before the vote ");
  click (find_button (question, "_Rename"));
  wait_words (dialog, "before the vote");
  g_assert_cmpstr (commons_version_row_get_version (g_ptr_array_index (rows, 0))->name, ==, "before the vote");
  close_dialog (dialog);
}

static void
test_untitled (void)
{
  Bench bench = { .window = test_ui_new ("blank") };
  GtkWidget *dialog = open_dialog (&bench, "win.versions", COMMONS_TYPE_VERSIONS_DIALOG);

  wait_words (dialog, "This Board Has No File Yet");
  close_dialog (dialog);
  test_ui_close (bench.window);
}

/* A version can be looked at beside a board that cannot be changed. */
static void
test_read_only (Bench        *bench,
                gconstpointer data)
{
  GtkWidget *dialog;

  wait_kept (bench, 1);
  dialog = open_dialog (bench, "win.versions", COMMONS_TYPE_VERSIONS_DIALOG);
  g_ptr_array_unref (wait_rows (dialog, COMMONS_TYPE_VERSION_ROW, 1));
  test_ui_wait (is_sensitive, find_button (dialog, "Open as Cop_y"), "the version to be read");
  g_assert_false (gtk_widget_is_sensitive (find_button (dialog, "_Restore")));
  close_dialog (dialog);
}

/* ---- Deleted cards --------------------------------------------------------- */

static void
delete_cards (Bench *bench)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) "b");
  g_ptr_array_add (ids, (gpointer) "a");
  g_assert_true (commons_arrange_delete (commons_document_get_editor (bench->document), ids, "Delete"));
}

static void
type (GtkWidget  *dialog,
      const char *text)
{
  g_autoptr (GPtrArray) entries = find_all (dialog, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (entries, 0)), text);
  g_signal_emit_by_name (g_ptr_array_index (entries, 0), "search-changed");
}

static void
test_deleted (Bench        *bench,
              gconstpointer data)
{
  g_autofree char *before = write_board (bench);
  g_autofree char *now = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *dialog = open_dialog (bench, "win.deleted-cards", COMMONS_TYPE_BIN_DIALOG);

  wait_words (dialog, "No Deleted Cards");
  close_dialog (dialog);

  delete_cards (bench);
  dialog = open_dialog (bench, "win.deleted-cards", COMMONS_TYPE_BIN_DIALOG);
  rows = wait_rows (dialog, COMMONS_TYPE_BIN_ROW, 2);
  g_assert_true (says (dialog, "Surveyors"));
  g_assert_false (gtk_widget_is_sensitive (find_button (dialog, "_Restore")));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (g_ptr_array_index (rows, 0)), GTK_ACCESSIBLE_ROLE_CHECKBOX);

  /* Whatever is chosen stays so while one looks for others. */
  type (dialog, "ete");
  found = wait_rows (dialog, COMMONS_TYPE_BIN_ROW, 1);
  g_signal_emit_by_name (gtk_widget_get_parent (g_ptr_array_index (found, 0)), "row-activated",
                         g_ptr_array_index (found, 0));
  g_assert_true (gtk_widget_is_sensitive (find_button (dialog, "_Restore 1 Card")));
  type (dialog, "nothing like it");
  wait_words (dialog, "No deleted card says that");
  type (dialog, "");
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = wait_rows (dialog, COMMONS_TYPE_BIN_ROW, 2);
  click (find_button (dialog, "Select _All"));
  click (find_button (dialog, "_Restore 2 Cards"));
  test_ui_wait (no_dialog, NULL, "the window to close");

  now = write_board (bench);
  g_assert_cmpstr (now, ==, before);
  g_assert_cmpuint (commons_selection_get_n (commons_board_view_get_selection (bench->view)), ==, 2);

  undo (bench);
  g_assert_null (commons_board_lookup (commons_document_get_board (bench->document), "a"));
  g_assert_null (commons_board_lookup (commons_document_get_board (bench->document), "ab"));
}

/* What comes back by undo while the window is open is not listed any more. */
static void
test_undone_meanwhile (Bench        *bench,
                       gconstpointer data)
{
  GtkWidget *dialog;

  delete_cards (bench);
  dialog = open_dialog (bench, "win.deleted-cards", COMMONS_TYPE_BIN_DIALOG);
  g_ptr_array_unref (wait_rows (dialog, COMMONS_TYPE_BIN_ROW, 2));
  click (find_button (dialog, "Select _All"));
  undo (bench);
  wait_words (dialog, "No Deleted Cards");
  g_assert_false (gtk_widget_is_sensitive (find_button (dialog, "_Restore")));
  close_dialog (dialog);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

#define ADD(path, data, function) g_test_add (path, Bench, data, set_up, function, tear_down)
  ADD ("/ui/versions/restore", HEAD ("1") CARDS, test_restore);
  ADD ("/ui/versions/name", HEAD ("1") CARDS, test_name);
  ADD ("/ui/versions/read-only", HEAD ("99") CARDS, test_read_only);
  ADD ("/ui/versions/deleted", HEAD ("1") CARDS, test_deleted);
  ADD ("/ui/versions/undone-meanwhile", HEAD ("1") CARDS, test_undone_meanwhile);
#undef ADD
  g_test_add_func ("/ui/versions/untitled", test_untitled);

  return g_test_run ();
}

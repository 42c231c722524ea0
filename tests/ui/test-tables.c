/* test-tables.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog that brings the boards of tables into one.
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "commons-alike-view.h"
#include "commons-filter-popover.h"
#include "commons-tables-dialog.h"
#include "commons-work-table.h"
#include "commons-writer.h"
#include "test-ui.h"

static const char ours[] =
  "{\"nodes\":[{\"id\":\"zone\",\"type\":\"group\",\"label\":\"Values\",\"x\":0,\"y\":0,\"width\":600,\"height\":400,"
  "\"commons\":{\"kind\":\"zone\"}}],\"edges\":[],\"commons\":{\"format\":1,\"title\":\"Ours\",\"language\":\"en\"}}";

static const char theirs[] =
  "{\"nodes\":[{\"id\":\"zone\",\"type\":\"group\",\"label\":\"Values\",\"x\":0,\"y\":0,\"width\":600,\"height\":400,"
  "\"commons\":{\"kind\":\"zone\"}},{\"id\":\"a\",\"type\":\"text\",\"text\":\"%s\",\"x\":24,\"y\":60,\"width\":204,"
  "\"height\":62,\"commons\":{\"kind\":\"value\"}},{\"id\":\"b\",\"type\":\"text\",\"text\":\"%s\",\"x\":24,\"y\":160,"
  "\"width\":204,\"height\":62,\"commons\":{\"kind\":\"value\"}}],\"edges\":[],\"commons\":{\"format\":1}}";

typedef struct
{
  char          *folder;
  GListStore    *files;
  CommonsWindow *window;
  GtkWidget     *dialog;
  char          *message;
} Fixture;

static GFile *
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
add_table (Fixture    *fixture,
           const char *name,
           const char *a,
           const char *b)
{
  g_autofree char *text = g_strdup_printf (theirs, a, b);
  g_autoptr (GFile) file = write_file (fixture, name, text);

  g_list_store_append (fixture->files, file);
}

static void
finished_cb (Fixture    *fixture,
             const char *message)
{
  fixture->message = g_strdup (message);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("commons-tables-XXXXXX", NULL);
  fixture->files = g_list_store_new (G_TYPE_FILE);
  file = write_file (fixture, "ours.commons", ours);
  fixture->window = test_ui_open (file);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  test_ui_close (fixture->window);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->message);
  g_object_unref (fixture->files);
}

static CommonsDocument *
get_document (Fixture *fixture)
{
  return commons_board_view_get_document (commons_window_get_view (fixture->window));
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = commons_tables_dialog_new (get_document (fixture), commons_catalogue_get ("en"));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect_swapped (fixture->dialog, "finished", G_CALLBACK (finished_cb), fixture);
  gtk_window_set_transient_for (GTK_WINDOW (fixture->dialog), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
says (GtkWidget  *root,
      const char *words)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, words))
        return TRUE;
    }

  return FALSE;
}

static gboolean
may_continue (gpointer data)
{
  GtkWidget *button = find_button (((Fixture *) data)->dialog, "Co_ntinue");

  return button != NULL && gtk_widget_get_sensitive (button);
}

static gboolean
is_alike (gpointer data)
{
  return find_type (((Fixture *) data)->dialog, COMMONS_TYPE_ALIKE_VIEW) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->dialog == NULL;
}

static void
press (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = find_button (fixture->dialog, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static char *
write_board (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = commons_writer_write (test_ui_get_board (fixture->window));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = write_board (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  CommonsAlikeView *alike;
  CommonsBoard *board;

  add_table (fixture, "Blue.commons", "Free water", "Sun");
  add_table (fixture, "Red.commons", "free waters", "Moon");
  open_dialog (fixture);
  commons_tables_dialog_add (COMMONS_TABLES_DIALOG (fixture->dialog), G_LIST_MODEL (fixture->files));
  test_ui_wait (may_continue, fixture, "the tables");
  g_assert_true (says (fixture->dialog, "2 cards, Red.commons"));

  /* Nothing has changed yet, and going back changes nothing either. */
  press (fixture, "Co_ntinue");
  test_ui_wait (is_alike, fixture, "what is alike");
  press (fixture, "_Back");
  g_assert_false (is_alike (fixture));
  press (fixture, "Co_ntinue");
  test_ui_wait (is_alike, fixture, "what is alike again");
  undone = write_board (fixture);
  g_assert_cmpstr (undone, ==, before);

  alike = COMMONS_ALIKE_VIEW (find_type (fixture->dialog, COMMONS_TYPE_ALIKE_VIEW));
  g_assert_true (says (GTK_WIDGET (alike), "2 cards look alike"));
  g_assert_true (commons_alike_view_press (alike, GDK_KEY_2));
  g_assert_true (commons_alike_view_press (alike, GDK_KEY_K));
  g_assert_true (commons_alike_view_press (alike, GDK_KEY_m));
  g_assert_false (commons_alike_view_press (alike, GDK_KEY_9));
  press (fixture, "Bring _In");
  test_ui_wait (is_gone, fixture, "the dialog to close");
  g_assert_cmpstr (fixture->message, ==, "2 tables brought in, 4 cards, 2 cards merged");

  board = test_ui_get_board (fixture->window);
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 6);
  after = write_board (fixture);
  g_assert_nonnull (strstr (after, "Free water\\nfree waters"));
  commons_board_view_perform (commons_window_get_view (fixture->window), "board.undo");
  g_free (undone);
  undone = write_board (fixture);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_bad_files (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) bad = write_file (fixture, "Bad.commons", "{");
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at/all.commons");
  g_autoptr (GFile) own = g_object_ref (commons_document_get_file (get_document (fixture)));

  g_list_store_append (fixture->files, bad);
  g_list_store_append (fixture->files, missing);
  g_list_store_append (fixture->files, own);
  add_table (fixture, "Blue.commons", "Free water", "Sun");
  open_dialog (fixture);
  commons_tables_dialog_add (COMMONS_TABLES_DIALOG (fixture->dialog), G_LIST_MODEL (fixture->files));
  test_ui_wait (may_continue, fixture, "the table");
  g_assert_true (says (fixture->dialog, "Bad.commons"));
  g_assert_true (says (fixture->dialog, "all.commons"));
  g_assert_true (says (fixture->dialog, "This is the board that is open."));

  /* Without anything alike it is all done at once. */
  press (fixture, "Co_ntinue");
  test_ui_wait (is_gone, fixture, "the dialog to close");
  g_assert_cmpstr (fixture->message, ==, "1 table brought in, 2 cards");
  g_assert_nonnull (commons_work_table_lookup (test_ui_get_board (fixture->window), "Blue"));
}

static void
test_look (Fixture       *fixture,
           gconstpointer  data)
{
  open_dialog (fixture);
  commons_tables_dialog_look (COMMONS_TABLES_DIALOG (fixture->dialog));
  while (find_button (fixture->dialog, "_Close") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (says (fixture->dialog, "Nothing looks alike"));
  press (fixture, "_Close");
  test_ui_wait (is_gone, fixture, "the dialog to close");
  g_assert_null (fixture->message);
}

/* The board changes while people look at what is alike: that is worked out
 * again, and what was chosen stays. */
static void
test_changes_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  const CommonsRect bounds = { 300, 300, 204, 62 };
  g_autoptr (CommonsRecord) card = commons_record_new_card ("value", FALSE, &bounds, "Meanwhile");
  CommonsEditor *editor = commons_document_get_editor (get_document (fixture));

  add_table (fixture, "Blue.commons", "Free water", "Sun");
  add_table (fixture, "Red.commons", "free waters", "Moon");
  open_dialog (fixture);
  commons_tables_dialog_add (COMMONS_TABLES_DIALOG (fixture->dialog), G_LIST_MODEL (fixture->files));
  test_ui_wait (may_continue, fixture, "the tables");
  press (fixture, "Co_ntinue");
  test_ui_wait (is_alike, fixture, "what is alike");
  commons_alike_view_press (COMMONS_ALIKE_VIEW (find_type (fixture->dialog, COMMONS_TYPE_ALIKE_VIEW)), GDK_KEY_1);

  commons_editor_begin (editor, "Meanwhile", NULL);
  commons_editor_add (editor, card);
  commons_editor_commit (editor);
  g_assert_false (is_alike (fixture));
  test_ui_wait (is_alike, fixture, "what is alike now");
  press (fixture, "Bring _In");
  test_ui_wait (is_gone, fixture, "the dialog to close");
  g_assert_cmpstr (fixture->message, ==, "2 tables brought in, 4 cards, 1 card set aside");
}

/* Closed while files are read. */
static void
test_early_end (Fixture       *fixture,
                gconstpointer  data)
{
  add_table (fixture, "Blue.commons", "Free water", "Sun");
  open_dialog (fixture);
  commons_tables_dialog_add (COMMONS_TABLES_DIALOG (fixture->dialog), G_LIST_MODEL (fixture->files));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  test_ui_wait (is_gone, fixture, "the dialog to go");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add ("/ui/tables/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/ui/tables/bad-files", Fixture, NULL, set_up, test_bad_files, tear_down);
  g_test_add ("/ui/tables/look", Fixture, NULL, set_up, test_look, tear_down);
  g_test_add ("/ui/tables/changes-meanwhile", Fixture, NULL, set_up, test_changes_meanwhile, tear_down);
  g_test_add ("/ui/tables/early-end", Fixture, NULL, set_up, test_early_end, tear_down);

  return g_test_run ();
}

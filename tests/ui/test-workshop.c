/* test-workshop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workshop that goes on in a window: cards are written, moved, linked, copied
 * and deleted by commands, saved and taken back, panels and views come and go.
 * After each round the window is closed and another one opened on the file; what
 * the process has in use must not creep.
 *
 * $COMMONS_SOAK_COMMANDS is how many commands there are: 120, or 10000 for the
 * long run.
 */

#include "config.h"

#include <malloc.h>

#include <glib/gstdio.h>

#include "commons-document.h"
#include "test-ui.h"

#define SEED     20261130
#define N_ROUNDS 6
#define N_FIRST  2
#define GROWTH   1.05

/* Until every part was shown, and fonts and caches are full. */
#define N_WARM_UP 300

#define COMMANDS_PER_SAVE 20
#define COMMANDS_PER_UNDO 50

/* What people do most comes most often. */
static const char *const commands[] = {
  "board.new-card", "board.nudge-left", "board.push-down", "board.duplicate", "board.delete", "board.delete",
  "board.clone-right", "board.delete", "board.go-right", "board.go-up", "board.next", "board.previous",
  "board.zoom-in", "board.zoom-out", "board.zoom-fit", "board.zoom-100", "board.page-down", "board.page-left",
  "board.to-front", "board.wider", "board.lock", "board.lock", "board.tidy", "board.undo", "board.redo",
  "win.inspector", "win.sheets", "win.show-outline", "win.show-board", "win.show-sides", "win.show-board",
  "win.next-question", "win.overview", "win.find", "win.find-next", "win.filter", "win.clear-filter", "win.show-board",
};

typedef struct
{
  GFile         *file;
  CommonsWindow *window;
  GRand         *rand;
  guint          n_commands;
} Workshop;

static void
perform (Workshop   *self,
         const char *command)
{
  CommonsBoardView *view = commons_window_get_view (self->window);

  /* Tells what came before something went wrong. */
  g_test_message ("%s", command);
  if (g_str_has_prefix (command, "board."))
    commons_board_view_perform (view, command);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->window), command, NULL);
}

static void
select_any (Workshop *self)
{
  CommonsBoard *board = test_ui_get_board (self->window);
  CommonsSelection *selection = commons_board_view_get_selection (commons_window_get_view (self->window));
  guint n_nodes = commons_board_get_n_nodes (board);
  CommonsRecord *node;

  if (n_nodes == 0)
    return;

  node = commons_board_get_node (board, (guint) g_rand_int_range (self->rand, 0, (int) n_nodes));
  commons_selection_set_only (selection, commons_record_get_id (node));
}

static gboolean
is_saved (gpointer user_data)
{
  Workshop *self = user_data;
  CommonsDocument *document = commons_window_get_document (self->window);

  return !commons_document_get_busy (document) && !commons_document_get_modified (document);
}

static void
save (Workshop *self)
{
  commons_board_view_finish_editing (commons_window_get_view (self->window));
  perform (self, "win.save");
  test_ui_wait (is_saved, self, "the board to be saved");
}

static void
go_on (Workshop *self,
       guint     n_commands)
{
  for (guint i = 0; i < n_commands; i++)
    {
      const char *command = commands[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (commands))];

      select_any (self);
      perform (self, command);
      commons_board_view_finish_editing (commons_window_get_view (self->window));
      while (g_main_context_iteration (NULL, FALSE));

      if (++self->n_commands % COMMANDS_PER_UNDO == 0)
        perform (self, "board.undo");
      if (self->n_commands % COMMANDS_PER_SAVE == 0)
        save (self);
      if (self->n_commands % 5 == 0)
        test_ui_frame (GTK_WIDGET (self->window));
    }

  save (self);
}

static void
copy_board (Workshop *self)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.fr.commons");
  g_autofree char *folder = g_dir_make_tmp ("commons-soak-XXXXXX", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  self->file = g_file_new_build_filename (folder, "board.commons", NULL);
  g_file_copy (source, self->file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gsize
get_memory (void)
{
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);

  return mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
}

static double
get_pss (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL) || (line = strstr (text, "\nPss:")) == NULL)
    return 0;

  return g_ascii_strtod (line + strlen ("\nPss:"), NULL) / 1024;
}

static guint
get_n_commands (void)
{
  const char *text = g_getenv ("COMMONS_SOAK_COMMANDS");
  guint64 n_commands = 120;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, N_ROUNDS, 1000000, &n_commands, NULL))
    g_error ("$COMMONS_SOAK_COMMANDS is no number of commands");

  return (guint) n_commands;
}

static void
test_soak (void)
{
  Workshop workshop = { .rand = g_rand_new_with_seed (SEED) };
  guint per_round = get_n_commands () / N_ROUNDS;
  gsize first = 0, most = 0;

  copy_board (&workshop);
  workshop.window = test_ui_open (workshop.file);
  go_on (&workshop, N_WARM_UP);
  test_ui_close (workshop.window);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gsize now;

      workshop.window = test_ui_open (workshop.file);
      go_on (&workshop, per_round);
      test_ui_close (workshop.window);
      now = get_memory ();
      g_test_message ("round %u: %.2f MiB in use, %.1f MiB PSS", i + 1, (double) now / (1 << 20), get_pss ());

      if (i < N_FIRST)
        first = MAX (first, now);
      else
        most = MAX (most, now);
    }

  g_file_delete (workshop.file, NULL, NULL);
  g_object_unref (workshop.file);
  g_rand_free (workshop.rand);

#if !defined (__SANITIZE_ADDRESS__)
  g_assert_cmpfloat ((double) most, <=, (double) first * GROWTH);
#endif
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/soak/window", test_soak);

  return g_test_run ();
}

/* test-edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ten thousand random edits, after each of which the board must be in order.
 * Each try is a process of its own, so that a crash is a failure like others:
 * the script that failed is made as short as it gets and printed. To see one
 * again:
 *
 *   test-edits --script FILE
 *
 * COMMONS_TEST_SEED is the seed of other edits than those of every day.
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "edit-machine.h"

/* Three in four edit the board, the others begin, undo, save and so on. */
#define N_LINES 14000
#define DEFAULT_SEED 20240917
#define MAX_TRIES 400

static char *program;

/* Runs a script in this process; returns whether all held. */
static gboolean
run_script (const GArray *script)
{
  g_autoptr (EditMachine) machine = edit_machine_new ();

  for (guint i = 0; i < script->len; i++)
    {
      const Edit *edit = &g_array_index (script, Edit, i);
      const char *fault = edit_machine_run (machine, edit);

      if (fault != NULL)
        {
          g_autofree char *line = edit_format (edit);

          g_printerr ("edit %u (%s): %s\n", i + 1, line, fault);
          return FALSE;
        }
    }

  g_print ("%u\n", edit_machine_get_n_changes (machine));
  return TRUE;
}

static int
run_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GArray) script = NULL;

  if (g_file_get_contents (path, &text, NULL, &error))
    script = edit_script_parse (text, &error);
  if (script == NULL)
    {
      g_printerr ("%s: %s\n", path, error->message);
      return 2;
    }

  return run_script (script) ? 0 : 1;
}

/* Runs a script in a process of its own. Returns NULL when all held, else what
 * the process said last; @n_changes is how many edits changed something. */
static char *
try_script (const GArray *script,
            guint        *n_changes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = edit_script_format (script);
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autofree char *said = NULL;
  int status;
  int fd = g_file_open_tmp ("commons-edits-XXXXXX.txt", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  g_spawn_sync (NULL, (char *[]) { program, (char *) "--script", path, NULL }, NULL, G_SPAWN_DEFAULT,
                NULL, NULL, &out, &said, &status, &error);
  g_assert_no_error (error);
  g_unlink (path);

  if (g_spawn_check_wait_status (status, &error))
    {
      if (n_changes != NULL)
        *n_changes = (guint) g_ascii_strtoull (out, NULL, 10);
      return NULL;
    }

  return g_strconcat (said, error->message, NULL);
}

static GArray *
script_without (const GArray *script,
                guint         start,
                guint         length)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (Edit));
  guint end = MIN (start + length, script->len);

  g_array_append_vals (rest, script->data, start);
  g_array_append_vals (rest, &g_array_index (script, Edit, end), script->len - end);

  return rest;
}

/* Leaves out every part that the failure does not need, halves first. */
static GArray *
shrink (GArray *script)
{
  guint n_tries = 0;

  g_array_ref (script);
  for (guint length = (script->len + 1) / 2; length > 0; length /= 2)
    {
      for (guint start = 0; start < script->len && n_tries < MAX_TRIES;)
        {
          g_autoptr (GArray) rest = script_without (script, start, length);
          g_autofree char *said = try_script (rest, NULL);

          n_tries++;
          if (said == NULL)
            {
              start += length;
            }
          else
            {
              g_array_unref (script);
              script = g_array_ref (rest);
            }
        }
    }

  return script;
}

static guint32
get_seed (void)
{
  const char *seed = g_getenv ("COMMONS_TEST_SEED");

  return seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : DEFAULT_SEED;
}

static void
test_random_edits (void)
{
  guint32 seed = get_seed ();
  g_autoptr (GArray) script = edit_script_new_random (seed, N_LINES);
  guint n_changes = 0;
  g_autofree char *said = try_script (script, &n_changes);

  g_test_message ("seed %u, %u changes", seed, n_changes);

  if (said != NULL)
    {
      g_autoptr (GArray) small = shrink (script);
      g_autofree char *text = edit_script_format (small);

      g_printerr ("%s\nWith the seed %u; what is enough to fail:\n%s", said, seed, text);
      g_test_fail ();
      return;
    }

  /* Else the edits are about nothing. */
  g_assert_cmpuint (n_changes, >, N_LINES / 4);
}

static void
test_finds_and_shrinks_a_fault (void)
{
  const Edit fault = { .code = EDIT_BREAK };
  g_autoptr (GArray) script = edit_script_new_random (1, 64);
  g_autoptr (GArray) small = NULL;
  g_autofree char *said = NULL;
  g_autofree char *text = NULL;

  g_array_insert_val (script, 40, fault);
  said = try_script (script, NULL);
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, "was made to lie"));

  small = shrink (script);
  text = edit_script_format (small);
  g_assert_cmpstr (text, ==, "break\n");
}

static void
test_script_comes_back (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) script = edit_script_new_random (7, 1000);
  g_autoptr (GArray) same = edit_script_new_random (7, 1000);
  g_autoptr (GArray) other = edit_script_new_random (8, 1000);
  g_autofree char *text = edit_script_format (script);
  g_autofree char *same_text = edit_script_format (same);
  g_autofree char *other_text = edit_script_format (other);
  g_autoptr (GArray) read = edit_script_parse (text, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = edit_script_format (read);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (same_text, ==, text);
  g_assert_cmpstr (other_text, !=, text);
}

static void
test_refuses_what_is_no_script (void)
{
  static const char *const texts[] = { "dance", "undo 1", "begin", "begin x", "set-text 1 2 99999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (edit_script_parse (texts[i], &error));
      g_assert_nonnull (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--script"))
    return run_file (argv[2]);

  g_test_init (&argc, &argv, NULL);
  program = argv[0];

  g_test_add_func ("/edits/script-comes-back", test_script_comes_back);
  g_test_add_func ("/edits/refuses-what-is-no-script", test_refuses_what_is_no_script);
  g_test_add_func ("/edits/finds-and-shrinks-a-fault", test_finds_and_shrinks_a_fault);
  g_test_add_func ("/edits/random-edits", test_random_edits);

  return g_test_run ();
}

/* test-json-suite.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every case at the edges of JSON goes through guard and reader, alone and as
 * a member of a board. What is accepted is written again, and says the same.
 */

#include "config.h"

#include <string.h>

#include "commons-json-guard.h"
#include "commons-json-tree.h"
#include "commons-reader.h"
#include "commons-writer.h"
#include "json-suite.h"

#define BEFORE "{\"commons\":{\"format\":1},\"nodes\":[],\"edges\":[],\"foreign\":"
#define AFTER  "}"

/* As deep as a file may go, and the object of the board around it. */
static gboolean
is_too_deep_inside (const JsonSuiteCase *self)
{
  return g_str_has_prefix (self->name, "i_depth_64");
}

static void
check_verdict (const JsonSuiteCase *self,
               const char          *text,
               gsize                length,
               int                  code)
{
  g_autoptr (GError) error = NULL;
  /* A block of the exact size, so that a checker sees a read past its end. */
  g_autofree char *exact = g_memdup2 (text, length);
  gboolean done = commons_json_guard_check (exact, length, &error);

  if (done != (code == JSON_SUITE_ACCEPTED) || (error != NULL && error->code != code))
    g_error ("%s: %s", self->name, error != NULL ? error->message : "was accepted");

  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
}

static char *
write_tree (const char         *text,
            gsize               length,
            CommonsJsonNumbers *numbers)
{
  g_autoptr (JsonNode) node = commons_json_tree_read (text, length, numbers);
  GString *out = g_string_new (NULL);

  commons_json_tree_append (out, node, numbers);

  return g_string_free (out, FALSE);
}

static void
check_round_trip (const JsonSuiteCase *self)
{
  g_autoptr (CommonsJsonNumbers) numbers = commons_json_numbers_new ();
  g_autofree char *once = write_tree (self->text, self->length, numbers);
  g_autofree char *twice = NULL;

  check_verdict (self, once, strlen (once), JSON_SUITE_ACCEPTED);
  twice = write_tree (once, strlen (once), numbers);
  g_assert_cmpstr (once, ==, twice);
}

static GString *
put_into_board (const JsonSuiteCase *self)
{
  const char *text = commons_json_guard_skip_mark (self->text, self->length);
  GString *board = g_string_new (BEFORE);

  g_string_append_len (board, text, (gssize) (self->length - (gsize) (text - self->text)));
  g_string_append (board, AFTER);

  return board;
}

static void
check_board (const JsonSuiteCase *self)
{
  GString *text = put_into_board (self);
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsBoard) board = commons_reader_read (bytes, NULL, &error);
  g_autoptr (GBytes) once = NULL;
  g_autoptr (CommonsBoard) again = NULL;
  g_autoptr (GBytes) twice = NULL;

  if (self->code != JSON_SUITE_ACCEPTED || is_too_deep_inside (self))
    {
      g_assert_null (board);
      g_assert_true (error->domain == COMMONS_IO_ERROR);
      return;
    }

  g_assert_no_error (error);
  once = commons_writer_write (board);
  again = commons_reader_read (once, NULL, &error);
  g_assert_no_error (error);
  twice = commons_writer_write (again);
  g_assert_true (g_bytes_equal (once, twice));
}

static void
test_case (gconstpointer data)
{
  const JsonSuiteCase *self = data;

  check_verdict (self, self->text, self->length, self->code);
  if (self->code == JSON_SUITE_ACCEPTED)
    check_round_trip (self);
  check_board (self);
}

/* Each control character as such is refused in a text, in a name and, but for
 * the four that are space, between values; escaped it is accepted, but for
 * U+0000. */
static void
test_controls (void)
{
  for (guint c = 0; c < 0x20; c++)
    {
      char raw[] = "[\"ac\"]", name[] = "{\"ac\":1}", between[] = "[ 1]";
      g_autofree char *escaped = g_strdup_printf ("[\"\\u%04x\"]", c);
      gboolean space = c != 0 && strchr ("\t\n\r", (int) c) != NULL;
      const JsonSuiteCase cases[] = {
        { "raw", raw, sizeof raw - 1, COMMONS_IO_ERROR_SYNTAX },
        { "name", name, sizeof name - 1, COMMONS_IO_ERROR_SYNTAX },
        { "between", between, sizeof between - 1, space ? JSON_SUITE_ACCEPTED : COMMONS_IO_ERROR_SYNTAX },
        { "escaped", escaped, strlen (escaped), c > 0 ? JSON_SUITE_ACCEPTED : COMMONS_IO_ERROR_SYNTAX },
      };

      raw[3] = name[3] = between[1] = (char) c;
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        test_case (&cases[i]);
    }
}

static void
add_cases (const JsonSuiteCase *cases,
           guint                n_cases,
           const char          *prefix,
           GHashTable          *texts)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strconcat ("/io/json-suite/", cases[i].name, NULL);

      g_assert_true (g_str_has_prefix (cases[i].name, prefix));
      /* Each of them is there for something of its own. */
      g_assert_true (g_hash_table_add (texts, g_bytes_new_static (cases[i].text, cases[i].length)));
      g_test_add_data_func (path, &cases[i], test_case);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);

  g_test_init (&argc, &argv, NULL);

  add_cases (json_suite_accepted, json_suite_n_accepted, "y_", texts);
  add_cases (json_suite_refused, json_suite_n_refused, "n_", texts);
  add_cases (json_suite_open, json_suite_n_open, "i_", texts);
  g_test_add_func ("/io/json-suite/controls", test_controls);
  g_test_message ("%u cases", g_hash_table_size (texts));

  return g_test_run ();
}

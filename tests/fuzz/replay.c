/* replay.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drives a fuzz target without a fuzzer: every file of the folders given, every
 * line of a file given (base64 of what a fuzzer found), then mutations of these
 * from a fixed seed; --runs=N says how many. The
 * environment variables COMMONS_FUZZ_SEED and COMMONS_FUZZ_RUNS choose others.
 */

#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz-support.h"

#define MAX_LENGTH 65536

static const char * const tokens[] = {
  "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud83c", "\\u00e9", "null", "true",
  "-", "0", "1e400", "1e-400", "0.1", "9223372036854775807", "9223372036854775808", "-0.0",
  "\"id\":", "\"type\":\"text\"", "\"commons\":", "\"format\":2", "\"nodes\":[", "\"edges\":[",
  "\"fromNode\":", "\"kind\":", "\xef\xbb\xbf", "\xff", "\xc3", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
  "{\"\":", "\"x\":1e9", "\"x\":-3.5",
  "*", "**", "__", "[", "](", ")", "\n- [ ] ", "- [x] ", "https://a.b",
};

/* What a crash leaves behind is enough to run it again. */
static struct
{
  guint seed;
  guint run;
} now;

static void
append_number (char  *text,
               guint  number)
{
  char digits[12];
  guint n = 0;

  do
    digits[n++] = (char) ('0' + number % 10);
  while ((number /= 10) > 0);

  text += strlen (text);
  while (n > 0)
    *text++ = digits[--n];
  *text = '\0';
}

static void
crashed (int number)
{
  char text[120] = "\nCrashed: COMMONS_FUZZ_SEED=";

  append_number (text, now.seed);
  strcat (text, " at run ");
  append_number (text, now.run);
  strcat (text, "\n");

  if (write (STDERR_FILENO, text, strlen (text)) < 0)
    _exit (3);

  signal (number, SIG_DFL);
  raise (number);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
load_folder (const char *folder,
             GPtrArray  *inputs)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      g_printerr ("No such folder: %s\n", folder);
      exit (1);
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));

  /* The same order everywhere, for a seed to mean the same. */
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      char *text;
      gsize length;

      if (g_file_get_contents (g_ptr_array_index (names, i), &text, &length, NULL))
        g_ptr_array_add (inputs, g_byte_array_new_take ((guint8 *) text, length));
    }
}

static void
load_lines (const char *path,
            GPtrArray  *inputs)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_printerr ("No such file: %s\n", path);
      exit (1);
    }

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize length;
      guchar *data = g_base64_decode (lines[i], &length);

      g_ptr_array_add (inputs, g_byte_array_new_take (data, length));
    }
}

static void
insert (GByteArray *bytes,
        guint       at,
        const void *data,
        guint       length)
{
  guint old = bytes->len;

  if (length == 0 || old + length > MAX_LENGTH)
    return;

  g_byte_array_set_size (bytes, old + length);
  memmove (bytes->data + at + length, bytes->data + at, old - at);
  memcpy (bytes->data + at, data, length);
}

/* Changes that mostly keep JSON what it is, so that what comes after the
 * guard is reached too: another letter or digit, a line twice. */
static void
mutate_gently (GByteArray *bytes,
               guint       at,
               GRand      *rand)
{
  guint end = at;

  if (at >= bytes->len)
    return;

  if (g_ascii_isdigit (bytes->data[at]))
    {
      bytes->data[at] = (guint8) g_rand_int_range (rand, '0', '9' + 1);
      return;
    }

  if (g_ascii_isalpha (bytes->data[at]))
    {
      bytes->data[at] = (guint8) g_rand_int_range (rand, 'a', 'z' + 1);
      return;
    }

  while (at > 0 && bytes->data[at - 1] != '\n')
    at--;

  while (end < bytes->len && bytes->data[end] != '\n')
    end++;

  if (end < bytes->len && end - at < 1000)
    {
      g_autofree guint8 *line = g_memdup2 (bytes->data + at, end + 1 - at);

      insert (bytes, at, line, end + 1 - at);
    }
}

static void
mutate (GByteArray *bytes,
        GPtrArray  *inputs,
        GRand      *rand)
{
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len + 1);
  guint rest = bytes->len - at;
  guint length = rest > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) MIN (rest, 64) + 1) : 0;

  switch (g_rand_int_range (rand, 0, 14))
    {
    case 0:
      if (rest > 0)
        bytes->data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
      break;

    case 1:
      if (rest > 0)
        bytes->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
      break;

    case 2:
      g_byte_array_remove_range (bytes, at, length);
      break;

    case 3:
      {
        const char *token = tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))];

        insert (bytes, at, token, (guint) strlen (token));
      }
      break;

    case 4:
      {
        g_autofree guint8 *copy = g_memdup2 (bytes->data + at, length);

        insert (bytes, (guint) g_rand_int_range (rand, 0, (gint32) bytes->len + 1), copy, length);
      }
      break;

    case 5:
      {
        GByteArray *other = g_ptr_array_index (inputs, g_rand_int_range (rand, 0, (gint32) inputs->len));
        guint from = (guint) g_rand_int_range (rand, 0, (gint32) other->len + 1);

        insert (bytes, at, other->data + from, MIN (other->len - from, 200));
      }
      break;

    default:
      mutate_gently (bytes, at, rand);
    }
}

/* A block of the exact size, so that a checker sees a read past its end; also
 * of none, as a fuzzer gives it. */
static void
run_one (const GByteArray *input)
{
  guint8 *exact = g_malloc (MAX (input->len, 1u));

  if (input->len > 0)
    memcpy (exact, input->data, input->len);
  LLVMFuzzerTestOneInput (exact, input->len);
  g_free (exact);
}

static void
run_mutations (GPtrArray *inputs,
               guint      n_runs)
{
  for (now.run = 0; now.run < n_runs; now.run++)
    {
      /* Each run has a seed of its own, so that one can be run alone. */
      g_autoptr(GRand) rand = g_rand_new_with_seed (now.seed + now.run);
      GByteArray *origin = g_ptr_array_index (inputs, g_rand_int_range (rand, 0, (gint32) inputs->len));
      g_autoptr(GByteArray) bytes = g_byte_array_new ();
      int n_changes = g_rand_int_range (rand, 1, 6);

      g_byte_array_append (bytes, origin->data, MIN (origin->len, MAX_LENGTH / 2));

      for (int i = 0; i < n_changes; i++)
        mutate (bytes, inputs, rand);

      run_one (bytes);
    }
}

static guint
get_number (const char *name,
            guint       fallback)
{
  const char *value = g_getenv (name);

  return value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : fallback;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  guint n_runs = 50000;

  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_prefix (argv[i], "--runs="))
        n_runs = (guint) g_ascii_strtoull (argv[i] + strlen ("--runs="), NULL, 10);
      else if (g_str_has_suffix (argv[i], ".base64"))
        load_lines (argv[i], inputs);
      else
        load_folder (argv[i], inputs);
    }
  n_runs = get_number ("COMMONS_FUZZ_RUNS", n_runs);

  if (inputs->len == 0)
    {
      g_printerr ("Give folders of files to begin with\n");
      return 1;
    }

  now.seed = get_number ("COMMONS_FUZZ_SEED", 1);
  signal (SIGABRT, crashed);
  signal (SIGSEGV, crashed);

  for (guint i = 0; i < inputs->len; i++)
    run_one (g_ptr_array_index (inputs, i));

  run_mutations (inputs, n_runs);
  g_print ("%u files and %u mutations of them\n", inputs->len, n_runs);

  return 0;
}

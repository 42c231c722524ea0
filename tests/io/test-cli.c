/* test-cli.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line program as a process of its own, without any display.
 */

#include "config.h"

#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

typedef struct
{
  char *program;
  char *example;
  char *folder;
  char *out;
} Fixture;

typedef struct
{
  int     code;
  GBytes *output;
  char   *text;
  char   *errors;
} Run;

static void
run_clear (Run *self)
{
  g_clear_pointer (&self->output, g_bytes_unref);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->errors, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const char *source = g_getenv ("COMMONS_SOURCE");

  self->program = g_strdup (g_getenv ("COMMONS_BOARD"));
  self->example = g_build_filename (source, "data", "examples", "openstreetmap-france.fr.commons", NULL);
  self->folder = g_dir_make_tmp ("commons-cli-XXXXXX", NULL);
  self->out = g_build_filename (self->folder, "out.png", NULL);

  g_assert_true (g_file_test (self->program, G_FILE_TEST_IS_EXECUTABLE));
  g_assert_true (g_file_test (self->example, G_FILE_TEST_EXISTS));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->program);
  g_free (self->example);
  g_free (self->folder);
  g_free (self->out);
}

static char *
make_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return data != NULL ? g_strndup (data, length) : g_strdup ("");
}

/* A build that looks for leaks must not speak of those it leaves aside. */
static void
keep_quiet (GSubprocessLauncher *launcher)
{
  const char *options = g_getenv ("LSAN_OPTIONS");
  g_autofree char *quiet = NULL;

  quiet = g_strdup_printf ("%s:print_suppressions=0", options != NULL ? options : "");
  g_subprocess_launcher_setenv (launcher, "LSAN_OPTIONS", quiet, TRUE);
}

/* Runs the program with the words that follow, NULL at the end. */
static Run
run_with_input (Fixture    *self,
                const char *input,
                va_list     words)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GBytes) input_bytes = NULL;
  g_autoptr(GBytes) errors = NULL;
  g_autoptr(GError) error = NULL;
  const char *word;
  Run run = { 0 };

  g_ptr_array_add (argv, self->program);
  while ((word = va_arg (words, const char *)) != NULL)
    g_ptr_array_add (argv, (gpointer) word);
  g_ptr_array_add (argv, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE |
                                        G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  keep_quiet (launcher);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv->pdata, &error);
  g_assert_no_error (error);

  input_bytes = g_bytes_new (input, strlen (input));
  g_subprocess_communicate (process, input_bytes, NULL, &run.output, &errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  run.code = g_subprocess_get_exit_status (process);
  run.text = make_text (run.output);
  run.errors = make_text (errors);

  return run;
}

static Run
run (Fixture *self,
     ...)
{
  va_list words;
  Run result;

  va_start (words, self);
  result = run_with_input (self, "", words);
  va_end (words);

  return result;
}

static Run
run_input (Fixture    *self,
           const char *input,
           ...)
{
  va_list words;
  Run result;

  va_start (words, input);
  result = run_with_input (self, input, words);
  va_end (words);

  return result;
}

static void
assert_code (const Run *result,
             int        code)
{
  if (result->code != code)
    g_error ("ended with %d, not %d: %s", result->code, code, result->errors);

  /* Nothing to say when all went well, and something otherwise. */
  g_assert_cmpint (*result->errors == '\0', ==, code == 0);
}

static char *
read_file (const char *path,
           gsize      *length)
{
  char *data = NULL;

  g_assert_true (g_file_get_contents (path, &data, length, NULL));

  return data;
}

static guint
read_big_endian (const char *data)
{
  guint32 value;

  memcpy (&value, data, sizeof value);

  return GUINT32_FROM_BE (value);
}

static void
assert_png (const char *data,
            gsize       length,
            guint       width)
{
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  if (width > 0)
    g_assert_cmpuint (read_big_endian (data + 16), ==, width);
}

static void
test_help (Fixture       *self,
           gconstpointer  data)
{
  static const char * const commands[] = { "export", "info", "new", "format", "diff", "merge", "thumbnail" };
  g_auto(Run) version = run (self, "--version", NULL);
  g_auto(Run) help = run (self, "--help", NULL);

  assert_code (&version, 0);
  g_assert_cmpstr (version.text, ==, "commons-board " PACKAGE_VERSION "\n");
  assert_code (&help, 0);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto(Run) more = run (self, commands[i], "--help", NULL);

      assert_code (&more, 0);
      g_assert_nonnull (strstr (more.text, commands[i]));
      g_assert_nonnull (strstr (help.text, commands[i]));
    }
}

static void
test_misuse (Fixture       *self,
             gconstpointer  data)
{
  static const char * const misuses[][6] = {
    { NULL },
    { "paint" },
    { "--unknown" },
    { "info" },
    { "info", "a", "b" },
    { "info", "--yaml", "a" },
    { "export" },
    { "export", "--format", "gif", "a" },
    { "export", "--theme", "pink", "a" },
    { "export", "--scale", "0", "a" },
    { "export", "--scale", "-1", "a" },
    { "export", "--scale", "nan", "a" },
    { "export", "--scale", "inf", "a" },
    { "export", "--scale", "two", "a" },
    { "export", "--width", "0", "a" },
    { "export", "--width", "-5", "a" },
    { "export", "--width", "1.5", "a" },
    { "export", "--scale=1", "--width=100", "a" },
    { "export", "-o", "out.txt", "a" },
    { "export", "-o", "out", "a" },
    { "export", "-o" },
    { "new" },
    { "new", "-o", "x", "y" },
    { "new", "--template", "castle", "-o", "-" },
    { "new", "--language", "de", "-o", "-" },
    { "new", "--title", "caf\xe9", "-o", "-" },
    { "format" },
    { "format", "a", "b" },
    { "thumbnail" },
    { "thumbnail", "a" },
    { "thumbnail", "a", "b", "c" },
    { "thumbnail", "-s", "0", "a", "b" },
    { "thumbnail", "-s", "100000", "a", "b" },
    { "thumbnail", "-s", "big", "a", "b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (misuses); i++)
    {
      const char * const *w = misuses[i];
      g_auto(Run) result = run (self, w[0], w[1], w[2], w[3], w[4], w[5], NULL);

      g_test_message ("misuse %u", i);
      assert_code (&result, 2);
      g_assert_cmpstr (result.text, ==, "");
    }
}

static void
test_bad_file (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *bad = g_build_filename (self->folder, "bad.commons", NULL);
  static const char text[] = "{\n\t\"nodes\":[\n\t\t{\"id\":3}\n\t]\n}\n";

  g_assert_true (g_file_set_contents (bad, text, -1, NULL));

  {
    g_auto(Run) info = run (self, "info", bad, NULL);
    g_auto(Run) export = run (self, "export", "-o", self->out, bad, NULL);
    g_auto(Run) format = run (self, "format", "-o", bad, bad, NULL);
    g_auto(Run) missing = run (self, "info", "/no/such/file", NULL);
    g_auto(Run) folder = run (self, "info", self->folder, NULL);
    g_autofree char *after = read_file (bad, NULL);

    assert_code (&info, 1);
    g_assert_nonnull (strstr (info.errors, "bad.commons: Line 3, column 3: "));
    assert_code (&export, 1);
    g_assert_false (g_file_test (self->out, G_FILE_TEST_EXISTS));
    assert_code (&format, 1);
    g_assert_cmpstr (after, ==, text);
    assert_code (&missing, 1);
    assert_code (&folder, 1);
  }
}

static void
test_export_png (Fixture       *self,
                 gconstpointer  data)
{
  g_auto(Run) by_width = run (self, "export", "--width", "640", "-o", self->out, self->example, NULL);
  g_auto(Run) out = { 0 };
  g_autofree char *file = NULL;
  gsize length;

  assert_code (&by_width, 0);
  g_assert_cmpstr (by_width.text, ==, "");
  file = read_file (self->out, &length);
  assert_png (file, length, 640);

  out = run (self, "export", "--scale=0.5", "--theme=dark", "--transparent", "-o", "-", self->example, NULL);
  assert_code (&out, 0);
  assert_png (g_bytes_get_data (out.output, NULL), g_bytes_get_size (out.output), 0);
}

static guint
count_files (Fixture *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* Told to end in the middle of a large picture, it leaves what was there, and
 * nothing beside it. */
static void
test_export_ended (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr(GFileMonitor) monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr(GSubprocess) process = NULL;
  g_autofree char *found = NULL;

  g_assert_true (g_file_set_contents (self->out, "old", -1, NULL));
  keep_quiet (launcher);
  process = g_subprocess_launcher_spawn (launcher, NULL, self->program, "export", "--width=40000",
                                         "-o", self->out, self->example, NULL);
  g_assert_nonnull (process);

  while (count_files (self) < 2)
    g_main_context_iteration (NULL, TRUE);

  g_subprocess_send_signal (process, SIGTERM);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (process));
  g_assert_cmpint (g_subprocess_get_term_sig (process), ==, SIGTERM);
  found = read_file (self->out, NULL);
  g_assert_cmpstr (found, ==, "old");
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_export_formats (Fixture       *self,
                     gconstpointer  data)
{
  g_autofree char *svg_path = g_build_filename (self->folder, "out.SVG", NULL);
  g_auto(Run) svg = run (self, "export", "-o", svg_path, self->example, NULL);
  g_auto(Run) pdf = run (self, "export", "--format", "pdf", "--theme", "print", self->example, NULL);
  g_autofree char *text = NULL;

  assert_code (&svg, 0);
  text = read_file (svg_path, NULL);
  g_assert_nonnull (strstr (text, "<svg"));
  g_assert_nonnull (strstr (text, "<text"));

  assert_code (&pdf, 0);
  g_assert_true (g_str_has_prefix (pdf.text, "%PDF-"));
}

static void
test_export_refused (Fixture       *self,
                     gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (self->folder, "no", "folder.png", NULL);
  g_auto(Run) large = run (self, "export", "--scale", "10000", "-o", self->out, self->example, NULL);
  g_auto(Run) empty = run_input (self, "{}", "export", "-o", self->out, "-", NULL);
  g_auto(Run) unwritable = run (self, "export", "-o", nowhere, self->example, NULL);

  assert_code (&large, 1);
  assert_code (&empty, 1);
  assert_code (&unwritable, 1);
  g_assert_false (g_file_test (self->out, G_FILE_TEST_EXISTS));
}

static void
test_info (Fixture       *self,
           gconstpointer  data)
{
  g_auto(Run) text = run (self, "info", self->example, NULL);
  g_auto(Run) json = run (self, "info", "--json", self->example, NULL);

  assert_code (&text, 0);
  g_assert_nonnull (strstr (text.text, "Title: OpenStreetMap"));
  g_assert_nonnull (strstr (text.text, "Rule"));

  assert_code (&json, 0);
  g_assert_true (g_str_has_prefix (json.text, "{\"title\":\"OpenStreetMap"));
  g_assert_nonnull (strstr (json.text, "\"language\":\"fr\""));
  g_assert_nonnull (strstr (json.text, "\"kinds\":{\"rule\":"));
  g_assert_nonnull (strstr (json.text, "\"warnings\":[]"));
}

static void
test_info_counts (Fixture       *self,
                  gconstpointer  data)
{
  static const char board[] =
    "{\"nodes\":["
    "{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":1,\"height\":1,\"commons\":{\"kind\":\"rule\"}},"
    "{\"id\":\"b\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":1,\"height\":1,\"commons\":{\"kind\":\"rule\"}},"
    "{\"id\":\"c\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":1,\"height\":1,\"commons\":{\"kind\":\"odd\"}},"
    "{\"id\":\"d\",\"type\":\"link\",\"x\":0,\"y\":0,\"width\":1,\"height\":1,\"url\":\"u\"}],"
    "\"edges\":[{\"id\":\"e\",\"fromNode\":\"a\",\"toNode\":\"gone\",\"commons\":{\"link\":\"embodies\"}}]}";
  g_auto(Run) json = run_input (self, board, "info", "--json", "-", NULL);

  assert_code (&json, 0);
  g_assert_nonnull (strstr (json.text, "\"kinds\":{\"rule\":2,\"odd\":1},\"without_kind\":1"));
  g_assert_nonnull (strstr (json.text, "\"links\":{\"embodies\":1},\"without_link\":0"));
  g_assert_nonnull (strstr (json.text, "\"foreign\":true"));
  g_assert_nonnull (strstr (json.text, "\"nodes\":4,\"edges\":1"));
  g_assert_nonnull (strstr (json.text, "\"warnings\":[\""));
}

static void
test_new (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "new.commons", NULL);
  g_auto(Run) made = run (self, "new", "--language", "fr", "--title", "Le puits", "-o", path, NULL);
  g_auto(Run) again = run (self, "new", "-o", path, NULL);
  g_auto(Run) forced = { 0 };
  g_auto(Run) blank = run (self, "new", "--template", "blank", "-o", "-", NULL);
  g_auto(Run) economic = run (self, "new", "--template", "economic", "-o", "-", NULL);
  g_autofree char *first = read_file (path, NULL);
  g_autofree char *second = NULL;

  assert_code (&made, 0);
  g_assert_nonnull (strstr (first, "\"title\":\"Le puits\",\"language\":\"fr\",\"template\":\"governance\""));

  /* What is there is replaced on purpose only. */
  assert_code (&again, 1);
  forced = run (self, "new", "--force", "--template", "blank", "-o", path, NULL);
  assert_code (&forced, 0);
  second = read_file (path, NULL);
  g_assert_nonnull (strstr (second, "\"template\":\"blank\""));

  assert_code (&blank, 0);
  g_assert_nonnull (strstr (blank.text, "\"nodes\":[]"));

  assert_code (&economic, 0);
  g_assert_nonnull (strstr (economic.text, "\"template\":\"economic\""));
}

static void
test_format (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "form.commons", NULL);
  g_autofree char *example = read_file (self->example, NULL);
  g_auto(Run) same = run (self, "format", self->example, NULL);
  g_auto(Run) canvas = run_input (self, "{\"nodes\":[],\"edges\":[],\"own\":1e5}", "format", "-", NULL);
  g_auto(Run) own = run_input (self, "{}", "format", "-o", path, "-", NULL);
  g_auto(Run) newer = run_input (self, "{\"commons\":{\"format\":2}}", "format", "-", NULL);
  g_autofree char *written = read_file (path, NULL);

  assert_code (&same, 0);
  g_assert_cmpstr (same.text, ==, example);
  assert_code (&canvas, 0);
  g_assert_cmpstr (canvas.text, ==, "{\n\t\"nodes\":[],\n\t\"edges\":[],\n\t\"own\":1e5\n}\n");
  assert_code (&own, 0);
  g_assert_nonnull (strstr (written, "\"commons\":{\"format\":1}"));
  assert_code (&newer, 1);
}

/* Files made to harm: an error, in bounded time and memory. */
static void
test_hostile (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *brackets = g_strnfill (200000, '[');
  g_autoptr(GString) names = g_string_new ("{");
  g_auto(Run) deep = run_input (self, brackets, "info", "-", NULL);
  g_auto(Run) repeated = { 0 };
  g_auto(Run) infinite = run_input (self, "{\"x\":1e400}", "info", "-", NULL);
  g_auto(Run) nothing = run_input (self, "", "info", "-", NULL);

  while (names->len < 1000000)
    g_string_append (names, "\"the same name\":0,");

  repeated = run_input (self, names->str, "info", "-", NULL);

  assert_code (&deep, 1);
  assert_code (&repeated, 1);
  assert_code (&infinite, 1);
  assert_code (&nothing, 1);
}

static void
assert_thumbnail (Fixture    *self,
                  const char *board,
                  guint       width,
                  guint       height)
{
  g_auto(Run) made = run (self, "thumbnail", "-s", "200", board, self->out, NULL);
  g_autofree char *file = NULL;
  gsize length;

  assert_code (&made, 0);
  g_assert_cmpstr (made.text, ==, "");
  file = read_file (self->out, &length);
  g_assert_cmpuint (length, >, 67);
  g_assert_cmpmem (file, 8, "\x89PNG\r\n\x1a\n", 8);
  if (width > 0)
    g_assert_cmpuint (read_big_endian (file + 16), ==, width);
  if (height > 0)
    g_assert_cmpuint (read_big_endian (file + 20), ==, height);
}

#define NODE(id, x, y) "{\"id\":\"" id "\",\"type\":\"text\",\"x\":" x ",\"y\":" y "," \
                       "\"width\":100,\"height\":60,\"text\":\"\"}"

/* The longer side is as asked, and the other at least a pixel. */
static void
test_thumbnail (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *tall = g_build_filename (self->folder, "tall ü.canvas", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (tall);
  g_autofree char *uri = g_file_get_uri (file);

  g_assert_true (g_file_set_contents (tall, "{\"nodes\":[" NODE ("a", "0", "0") "," NODE ("b", "0", "900000") "]}",
                                      -1, NULL));

  assert_thumbnail (self, self->example, 200, 0);
  assert_thumbnail (self, tall, 1, 200);
  assert_thumbnail (self, uri, 1, 200);
}

/* More cards than anybody would make out. */
static char *
write_crowd (Fixture *self)
{
  char *path = g_build_filename (self->folder, "crowd.canvas", NULL);
  g_autoptr(GString) json = g_string_new ("{\"nodes\":[");

  for (guint i = 0; i < 20001; i++)
    g_string_append_printf (json, "%s{\"id\":\"n%u\",\"type\":\"text\",\"x\":0,\"y\":%u,\"width\":100,"
                            "\"height\":60,\"text\":\"\"}", i > 0 ? "," : "", i, 80 * i);
  g_string_append (json, "]}");
  g_assert_true (g_file_set_contents (path, json->str, -1, NULL));

  return path;
}

/* File managers ask of whatever lies about. */
static void
test_thumbnail_refused (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *bad = g_test_build_filename (G_TEST_DIST, "data", "bad", NULL);
  g_autofree char *pipe = g_build_filename (self->folder, "pipe.commons", NULL);
  g_autofree char *huge = g_build_filename (self->folder, "huge.commons", NULL);
  g_autofree char *blank = g_build_filename (self->folder, "blank.commons", NULL);
  g_autofree char *crowd = write_crowd (self);
  const char *others[] = { "/no/such/file", self->folder, "/dev/zero", pipe, huge, blank, crowd };
  g_autoptr(GDir) dir = g_dir_open (bad, 0, NULL);
  const char *name;
  guint n_bad = 0;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (g_file_set_contents (blank, "{}", -1, NULL));
  g_assert_true (g_file_set_contents (huge, "{}", -1, NULL));
  g_assert_cmpint (truncate (huge, 1024 * 1024 * 1024), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_auto(Run) result = run (self, "thumbnail", others[i], self->out, NULL);

      g_test_message ("%s", others[i]);
      assert_code (&result, 1);
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (bad, name, NULL);
      g_auto(Run) result = run (self, "thumbnail", path, self->out, NULL);

      g_test_message ("%s", name);
      assert_code (&result, 1);
      n_bad++;
    }

  g_assert_cmpuint (n_bad, >, 15);
  g_assert_false (g_file_test (self->out, G_FILE_TEST_EXISTS));
}

#define CARD(text, more) "{\"nodes\":[{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":100," \
                         "\"height\":60,\"text\":\"" text "\"}" more "],\"edges\":[]}"
#define OTHER ",{\"id\":\"b\",\"type\":\"text\",\"x\":0,\"y\":200,\"width\":100,\"height\":60,\"text\":\"B\"}"

static char *
write_board (Fixture    *self,
             const char *name,
             const char *json)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, json, -1, NULL));

  return path;
}

static void
test_merge (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *base = write_board (self, "base.canvas", CARD ("A", ""));
  g_autofree char *empty = write_board (self, "empty.canvas", "");
  g_autofree char *ours = write_board (self, "ours.canvas", CARD ("Ours", ""));
  g_autofree char *theirs = write_board (self, "theirs.canvas", CARD ("A", OTHER));
  g_autofree char *against = write_board (self, "against.canvas", CARD ("Theirs", ""));
  g_autofree char *broken = write_board (self, "broken.canvas", "{\"nodes\":");
  g_auto(Run) clean = run (self, "merge", base, ours, theirs, NULL);
  g_auto(Run) open = run (self, "merge", "-o", self->out, base, ours, against, NULL);
  g_auto(Run) apart = run (self, "merge", empty, ours, theirs, NULL);
  g_auto(Run) failed = run (self, "merge", "-o", ours, base, ours, broken, NULL);
  g_auto(Run) misused = run (self, "merge", base, ours, NULL);
  g_autofree char *written = read_file (self->out, NULL);
  g_autofree char *kept = read_file (ours, NULL);

  assert_code (&clean, 0);
  g_assert_nonnull (strstr (clean.text, "\"Ours\""));
  g_assert_nonnull (strstr (clean.text, "\"B\""));

  assert_code (&open, 1);
  g_assert_nonnull (strstr (open.errors, "Ours"));
  g_assert_nonnull (strstr (open.errors, "Theirs"));
  g_assert_nonnull (strstr (written, "\"conflicts\":[{\"at\":[\"text\"],\"ours\":\"Ours\",\"theirs\":\"Theirs\"}]"));

  /* Two boards that were never one: every difference is open. */
  assert_code (&apart, 1);

  assert_code (&failed, 129);
  g_assert_cmpstr (kept, ==, CARD ("Ours", ""));
  assert_code (&misused, 129);
}

static void
test_diff (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *before = write_board (self, "before.canvas", CARD ("A", ""));
  g_autofree char *after = write_board (self, "after.canvas", CARD ("Changed", OTHER));
  g_auto(Run) same = run (self, "diff", before, before, NULL);
  g_auto(Run) forth = run (self, "diff", before, after, NULL);
  g_auto(Run) back = run (self, "diff", after, before, NULL);
  g_auto(Run) git = run (self, "diff", "board.canvas", "/dev/null", "0", "0", after, "1", "100644", NULL);
  g_auto(Run) missing = run (self, "diff", before, "/nowhere", NULL);
  g_auto(Run) one = run (self, "diff", before, NULL);

  assert_code (&same, 0);
  g_assert_null (strstr (same.text, "~"));
  assert_code (&forth, 0);
  g_assert_nonnull (strstr (forth.text, "“A” → “Changed”"));
  g_assert_nonnull (strstr (forth.text, "\n    "));
  g_assert_nonnull (strstr (forth.text, "+ "));
  g_assert_nonnull (strstr (back.text, "− "));
  assert_code (&git, 0);
  g_assert_true (g_str_has_prefix (git.text, "board.canvas\n"));
  assert_code (&missing, 1);
  assert_code (&one, 2);
}

static void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/io/cli/%s", name);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("help", test_help);
  add ("misuse", test_misuse);
  add ("bad-file", test_bad_file);
  add ("export-png", test_export_png);
  add ("export-ended", test_export_ended);
  add ("export-formats", test_export_formats);
  add ("export-refused", test_export_refused);
  add ("info", test_info);
  add ("info-counts", test_info_counts);
  add ("new", test_new);
  add ("format", test_format);
  add ("merge", test_merge);
  add ("diff", test_diff);
  add ("hostile", test_hostile);
  add ("thumbnail", test_thumbnail);
  add ("thumbnail-refused", test_thumbnail_refused);

  return g_test_run ();
}

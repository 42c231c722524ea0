/* test-format.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and writing boards.
 */

#include "config.h"

#include <string.h>

#include "commons-json-guard.h"
#include "commons-json-string.h"
#include "commons-json-tree.h"
#include "commons-reader.h"
#include "commons-upgrade-private.h"
#include "commons-writer.h"

static CommonsBoard *
read_text (const char         *text,
           CommonsReadReport **report,
           GError            **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return commons_reader_read (bytes, report, error);
}

static char *
write_text (CommonsBoard       *board,
            CommonsWriterFlags  flags)
{
  g_autoptr(GBytes) bytes = commons_writer_write_full (board, flags);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Reads and writes; the result, read and written again, is the same. */
static char *
rewrite (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CommonsBoard) board = read_text (text, NULL, &error);
  g_autoptr(CommonsBoard) again = NULL;
  g_autofree char *once = NULL;
  char *twice;

  g_assert_no_error (error);
  once = write_text (board, COMMONS_WRITER_FLAGS_NONE);

  again = read_text (once, NULL, &error);
  g_assert_no_error (error);
  twice = write_text (again, COMMONS_WRITER_FLAGS_NONE);
  g_assert_cmpstr (once, ==, twice);

  return twice;
}

static void
assert_identical (const char *text)
{
  g_autofree char *written = rewrite (text);

  g_assert_cmpstr (written, ==, text);
}

static void
test_canonical (void)
{
  assert_identical ("{\n"
                    "\t\"commons\":{\"format\":1,\"title\":\"Fontaines ouvertes\",\"language\":\"fr\"},\n"
                    "\t\"nodes\":[\n"
                    "\t\t{\"id\":\"a\",\"type\":\"group\",\"x\":-300,\"y\":-460,\"width\":400,\"height\":400,"
                    "\"label\":\"Releveurs\",\"commons\":{\"kind\":\"circle\",\"fields\":{\"ring\":2}}},\n"
                    "\t\t{\"id\":\"b\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":204,\"height\":62,"
                    "\"text\":\"Titre\\nCorps\"}\n"
                    "\t],\n"
                    "\t\"edges\":[\n"
                    "\t\t{\"id\":\"c\",\"fromNode\":\"b\",\"toNode\":\"a\",\"commons\":{\"link\":\"applies_to\"}}\n"
                    "\t]\n"
                    "}\n");
}

static void
test_empty_tables (void)
{
  g_autofree char *bare = rewrite ("{}");
  g_autofree char *nodes_only = rewrite ("{\"nodes\":[]}");

  assert_identical ("{\n\t\"commons\":{\"format\":1},\n\t\"nodes\":[],\n\t\"edges\":[]\n}\n");
  g_assert_cmpstr (bare, ==, "{\n\t\"nodes\":[],\n\t\"edges\":[]\n}\n");
  g_assert_cmpstr (nodes_only, ==, bare);
}

static void
test_unknown_members (void)
{
  assert_identical ("{\n"
                    "\t\"first\":{\"deep\":[1,[2,{\"x\":null}],\"\"]},\n"
                    "\t\"edges\":[\n"
                    "\t\t{\"own\":true,\"id\":\"e\",\"fromNode\":\"n\",\"between\":[],\"toNode\":\"n\",\"last\":{}}\n"
                    "\t],\n"
                    "\t\"middle\":\"é\",\n"
                    "\t\"nodes\":[\n"
                    "\t\t{\"zIndex\":3,\"id\":\"n\",\"type\":\"strange\",\"x\":1,\"styleAttributes\":{\"shape\":\"pill\"},"
                    "\"y\":2,\"width\":3,\"height\":4,\"commons\":{\"kind\":\"unheard_of\",\"later\":[{\"a\":1}],"
                    "\"fields\":{\"odd\":{}}},\"\":0}\n"
                    "\t],\n"
                    "\t\"commons\":{\"later\":1,\"format\":1},\n"
                    "\t\"last\":false\n"
                    "}\n");
}

static const char * const spelled[] = {
  "0.1", "1.0", "100.0", "1e5", "1E5", "1e+5", "1.50", "-0.0", "0.30000000000000004",
  "3.141592653589793", "1e-7", "5e-324", "1.7976931348623157e308", "123456789.123456789",
  "0.1e1", "1e-400", "12345678901234567890.0", "9007199254740993", "-9223372036854775808",
  "9223372036854775807", "0",
};

static void
test_spelled_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spelled); i++)
    {
      g_autofree char *text = NULL;

      text = g_strdup_printf ("{\n\t\"n\":%s,\n\t\"nodes\":[],\n\t\"edges\":[]\n}\n", spelled[i]);
      assert_identical (text);
    }
}

static void
test_shortest_spelling (void)
{
  g_autofree char *written = rewrite ("{\"n\":[10.0,1e1,1.50,1.5,0.10,0.1]}");

  g_assert_cmpstr (written, ==,
                   "{\n\t\"n\":[1e1,1e1,1.5,1.5,0.1,0.1],\n\t\"nodes\":[],\n\t\"edges\":[]\n}\n");
}

/* Numbers no file spelled: the fewest digits that read back equal. */
static void
test_fresh_numbers (void)
{
  static const struct { double value; const char *text; } fresh[] = {
    { 0.1, "0.1" }, { 1.0, "1.0" }, { -0.0, "-0.0" }, { 100.0, "100.0" }, { 1e20, "1e20" },
    { 1.5e-7, "1.5e-7" }, { 0.1 + 0.2, "0.30000000000000004" }, { 1.0 / 3.0, "0.3333333333333333" },
    { 5e-324, "4.94065645841247e-324" }, { 123456.75, "123456.75" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fresh); i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);

      commons_json_numbers_append (NULL, out, fresh[i].value);
      g_assert_cmpstr (out->str, ==, fresh[i].text);
      g_assert_true (g_ascii_strtod (out->str, NULL) == fresh[i].value);
    }
}

static void
test_never_infinite (void)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(JsonNode) node = json_node_init_double (json_node_alloc (), G_MAXDOUBLE * 2);

  commons_json_tree_append (out, node, NULL);
  g_assert_cmpstr (out->str, ==, "null");
}

static void
test_strings (void)
{
  g_autofree char *written = NULL;

  written = rewrite ("{\"s\":\"\\u0022 \\\\ \\/ \\b\\f\\n\\r\\t \\u0001\\u001f\\u007f \\u00e9 \\ud83c\\udf33 \\u2028 é\"}");

  g_assert_cmpstr (written, ==,
                   "{\n\t\"s\":\"\\\" \\\\ / \\b\\f\\n\\r\\t \\u0001\\u001f\x7f é 🌳 \xe2\x80\xa8 é\","
                   "\n\t\"nodes\":[],\n\t\"edges\":[]\n}\n");
}

static void
test_invalid_text (void)
{
  g_autoptr(GString) out = g_string_new (NULL);

  commons_json_string_append (out, "a\xff" "b");
  g_assert_cmpstr (out->str, ==, "\"a\xef\xbf\xbd" "b\"");
  g_assert_true (commons_json_guard_check (out->str, out->len, NULL));
}

static void
test_geometry (void)
{
  g_autofree char *written = NULL;

  written = rewrite ("{\"nodes\":[{\"id\":\"a\",\"type\":\"text\",\"x\":1.6,\"y\":-2.4,"
                     "\"width\":10.0,\"height\":1e2,\"text\":\"\"}]}");

  g_assert_nonnull (strstr (written, "\"x\":2,\"y\":-2,\"width\":10,\"height\":100,\"text\":\"\""));
}

static void
test_head (void)
{
  g_autoptr(CommonsBoard) foreign = read_text ("{\"nodes\":[],\"edges\":[]}", NULL, NULL);
  g_autoptr(CommonsBoard) untold = read_text ("{\"commons\":{\"title\":\"T\"}}", NULL, NULL);
  g_autoptr(CommonsBoard) meaning = NULL;
  g_autofree char *plain = write_text (foreign, COMMONS_WRITER_FLAGS_NONE);
  g_autofree char *own = write_text (foreign, COMMONS_WRITER_HEAD);
  g_autofree char *told = write_text (untold, COMMONS_WRITER_FLAGS_NONE);
  g_autofree char *meant = NULL;

  meaning = read_text ("{\"nodes\":[{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":1,"
                       "\"height\":1,\"commons\":{\"kind\":\"rule\"}}]}", NULL, NULL);
  meant = write_text (meaning, COMMONS_WRITER_FLAGS_NONE);

  g_assert_null (strstr (plain, "commons"));
  g_assert_nonnull (strstr (own, "\"commons\":{\"format\":1}"));
  g_assert_nonnull (strstr (told, "\"commons\":{\"format\":1,\"title\":\"T\"}"));
  g_assert_nonnull (strstr (meant, "\"commons\":{\"format\":1}"));

  g_assert_cmpint (commons_writer_get_flags_for_name ("a.commons"), ==, COMMONS_WRITER_HEAD);
  g_assert_cmpint (commons_writer_get_flags_for_name ("a.canvas"), ==, COMMONS_WRITER_FLAGS_NONE);
  g_assert_cmpint (commons_writer_get_flags_for_name (NULL), ==, COMMONS_WRITER_FLAGS_NONE);
}

static void
test_new_board (void)
{
  g_autoptr(CommonsBoard) board = commons_board_new ();
  g_autofree char *text = write_text (board, COMMONS_WRITER_FLAGS_NONE);

  assert_identical (text);
  g_assert_nonnull (strstr (text, "\"format\":1"));
}

static void
test_report (void)
{
  g_autoptr(CommonsReadReport) own = NULL;
  g_autoptr(CommonsReadReport) newer = NULL;
  g_autoptr(CommonsReadReport) foreign = NULL;
  g_autoptr(CommonsBoard) a = read_text ("{\"commons\":{\"format\":1}}", &own, NULL);
  g_autoptr(CommonsBoard) b = read_text ("{\"commons\":{\"format\":2,\"new\":{}}}", &newer, NULL);
  g_autoptr(CommonsBoard) c = read_text ("{\"nodes\":[]}", &foreign, NULL);
  g_autofree char *kept = write_text (b, COMMONS_WRITER_FLAGS_NONE);

  g_assert_nonnull (a);
  g_assert_nonnull (c);
  g_assert_false (own->newer);
  g_assert_false (own->foreign);
  g_assert_cmpuint (own->warnings->len, ==, 0);
  g_assert_true (newer->newer);
  g_assert_nonnull (strstr (kept, "\"commons\":{\"format\":2,\"new\":{}}"));
  g_assert_true (foreign->foreign);
  g_assert_false (foreign->newer);
}

static void
test_repeated_ids (void)
{
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(CommonsBoard) board = NULL;
  CommonsRecord *second;

  board = read_text ("{\"nodes\":["
                     "{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":1,\"height\":1,\"text\":\"1\"},"
                     "{\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":1,\"height\":1,\"text\":\"2\"}],"
                     "\"edges\":[{\"id\":\"a\",\"fromNode\":\"a\",\"toNode\":\"a\"}]}", &report, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 2);
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, 1);
  g_assert_cmpuint (report->warnings->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (report->warnings, 0), "“a”"));
  g_assert_cmpstr (commons_record_get_title (commons_board_lookup (board, "a")), ==, "1");

  second = commons_board_get_node (board, 1);
  g_assert_cmpstr (commons_record_get_id (second), !=, "a");
  g_assert_true (commons_board_lookup (board, commons_record_get_id (second)) == second);
  g_assert_cmpstr (commons_record_get_from (commons_board_get_edge (board, 0)), ==, "a");
}

static void
test_loose_ends (void)
{
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(GString) text = g_string_new ("{\"edges\":[{\"id\":\"x\"}");
  g_autoptr(CommonsBoard) board = NULL;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, ",{\"id\":\"e%u\",\"fromNode\":\"gone\",\"toNode\":\"lost\"}", i);

  g_string_append (text, "]}");
  board = read_text (text->str, &report, NULL);

  g_assert_cmpuint (commons_board_get_n_edges (board), ==, 31);
  g_assert_cmpuint (report->warnings->len, ==, 21);
  g_assert_cmpstr (g_ptr_array_index (report->warnings, 20), ==, "…and 11 more of the same kind");
}

#define NODE(members) "{\n\"nodes\":[\n {" members "}]}"
#define GOOD "\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":1,\"height\":1"

static const struct { const char *text; const char *message; } bad[] = {
  { "[]", "Line 1, column 1: a board must be" },
  { "3", "a board must be" },
  { "null", "a board must be" },
  { "{\n \"nodes\":{}}", "Line 2, column 10: “nodes” must be a list" },
  { "{\"edges\":null}", "“edges” must be a list" },
  { "{\"commons\":[]}", "Line 1, column 12: “commons” must be an object" },
  { "{\"commons\":{\"format\":\"1\"}}", "“format” must be a whole number" },
  { "{\"commons\":{\"format\":1.0}}", "“format” must be a whole number" },
  { "{\"commons\":{\"format\":0}}", "“format” must be a whole number" },
  { "{\"nodes\":[{" GOOD "},\n 12]}", "Line 2, column 2: in card 2 of “nodes”, an object" },
  { NODE (""), "Line 3, column 2: in card 1 of “nodes”, “id” is missing" },
  { NODE ("\"id\":7"), "“id” is missing or not" },
  { NODE ("\"id\":\"\""), "“id” is missing or not" },
  { NODE ("\"id\":\"a\""), "“type” is missing" },
  { NODE ("\"id\":\"a\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":1"), "“height” is missing" },
  { NODE ("\"id\":\"a\",\"type\":\"text\",\"x\":\"0\""), "“x” is missing or not a number" },
  { NODE ("\"id\":\"a\",\"type\":\"text\",\"x\":true"), "“x” is missing or not a number" },
  { NODE (GOOD ",\"text\":4"), "“text” must be a text" },
  { NODE (GOOD ",\"label\":null"), "“label” must be a text" },
  { NODE (GOOD ",\"url\":{}"), "“url” must be a text" },
  { NODE (GOOD ",\"commons\":7"), "“commons” must be an object" },
  { NODE (GOOD ",\"commons\":{\"kind\":7}"), "“kind” must be a text" },
  { NODE (GOOD ",\"commons\":{\"fields\":[]}"), "“fields” must be an object" },
  { "{\"edges\":[{\"id\":\"e\",\"fromNode\":3}]}", "in link 1 of “edges”, “fromNode” must be a text" },
  { "{\"edges\":[{\"id\":\"e\"},{\"id\":\"f\",\"label\":[]}]}", "in link 2 of “edges”, “label” must be a text" },
  { "{\"edges\":[{}]}", "in link 1 of “edges”, “id” is missing" },
  { "{\"edges\":[[]]}", "in link 1 of “edges”, an object" },
};

static void
test_wrong_types (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      CommonsReadReport *report = NULL;

      g_assert_null (read_text (bad[i].text, &report, &error));
      g_assert_null (report);
      g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_FORMAT);
      if (strstr (error->message, bad[i].message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, bad[i].message);
    }
}

static void
test_locate (void)
{
  static const char text[] = "\xef\xbb\xbf{\"s\":\"[{,\\\"}\",\"n\":1,\n \"\\u0061\" : [ [1,\"]\"],\n  true, {} ]}";
  static const struct { const char *member; int item; guint line; guint column; } places[] = {
    { NULL, -1, 1, 1 }, { "s", -1, 1, 6 }, { "n", -1, 1, 19 }, { "a", -1, 2, 13 },
    { "a", 0, 2, 15 }, { "a", 1, 3, 3 }, { "a", 2, 3, 9 }, { "a", 3, 2, 13 }, { "z", 4, 1, 1 },
    { "n", 2, 1, 19 },
  };

  g_assert_true (commons_json_guard_check (text, sizeof text - 1, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint line;
      guint column;

      commons_json_tree_locate (text, sizeof text - 1, places[i].member, places[i].item,
                                &line, &column);
      g_assert_cmpuint (line, ==, places[i].line);
      g_assert_cmpuint (column, ==, places[i].column);
    }
}

static gboolean
rename_label (JsonObject  *root,
              GError     **error)
{
  json_object_set_string_member (root, "name", json_object_get_string_member (root, "title"));
  json_object_remove_member (root, "title");

  return TRUE;
}

static gboolean
upper_name (JsonObject  *root,
            GError     **error)
{
  g_autofree char *upper = g_ascii_strup (json_object_get_string_member (root, "name"), -1);

  json_object_set_string_member (root, "name", upper);

  return TRUE;
}

static gboolean
refuse (JsonObject  *root,
        GError     **error)
{
  g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_FORMAT, "no way forward");

  return FALSE;
}

static void
test_upgrade (void)
{
  static const CommonsUpgradeStep steps[] = { rename_label, upper_name };
  static const char old[] = "{\"commons\":{\"format\":1,\"own\":2},\"title\":\"t\",\"z\":0}";
  g_autoptr(JsonNode) root = commons_json_tree_read (old, sizeof old - 1, NULL);
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (_commons_upgrade_run_steps (json_node_get_object (root), 1, steps, 2, &error));
  g_assert_no_error (error);
  commons_json_tree_append (out, root, NULL);
  g_assert_cmpstr (out->str, ==, "{\"commons\":{\"format\":3,\"own\":2},\"z\":0,\"name\":\"T\"}");

  /* What is already there or newer stays. */
  g_assert_true (_commons_upgrade_run_steps (json_node_get_object (root), 3, steps, 2, &error));
  g_assert_true (_commons_upgrade_run_steps (json_node_get_object (root), 9, steps, 2, &error));
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (json_node_get_object (root), "commons"), "format"), ==, 3);
}

static void
test_upgrade_fails (void)
{
  static const CommonsUpgradeStep steps[] = { refuse, upper_name };
  static const char old[] = "{\"commons\":{\"format\":1},\"name\":\"t\"}";
  g_autoptr(JsonNode) root = commons_json_tree_read (old, sizeof old - 1, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (_commons_upgrade_run_steps (json_node_get_object (root), 1, steps, 2, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_FORMAT);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "name"), ==, "t");
}

static char *
load_sample (const char *folder,
             const char *name,
             gsize      *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);

  return text;
}

static guint
for_each_sample (const char *folder,
                 void (*check) (const char *name, const char *text, gsize length))
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      gsize length;
      g_autofree char *text = load_sample (folder, name, &length);

      g_test_message ("%s/%s", folder, name);
      check (name, text, length);
      n++;
    }

  return n;
}

static void
check_good (const char *name,
            const char *text,
            gsize       length)
{
  assert_identical (text);
}

static void
check_readable (const char *name,
                const char *text,
                gsize       length)
{
  g_free (rewrite (text));
}

static void
check_bad (const char *name,
           const char *text,
           gsize       length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);
  g_autoptr(GError) error = NULL;

  g_assert_null (commons_reader_read (bytes, NULL, &error));
  g_assert_true (error->domain == COMMONS_IO_ERROR);
  g_assert_cmpint ((int) strlen (error->message), >, 10);
}

static void
check_future (const char *name,
              const char *text,
              gsize       length)
{
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(CommonsBoard) board = read_text (text, &report, &error);

  g_assert_no_error (error);
  g_assert_nonnull (board);
  g_assert_true (report->newer);
  assert_identical (text);
}

static void
test_samples (void)
{
  g_assert_cmpuint (for_each_sample ("good", check_good), >=, 5);
  g_assert_cmpuint (for_each_sample ("canvas", check_readable), >=, 4);
  g_assert_cmpuint (for_each_sample ("bad", check_bad), >=, 10);
  g_assert_cmpuint (for_each_sample ("future", check_future), >=, 2);
}

/* What other programs wrote in one line or with spaces means the same. */
static void
test_foreign_sample (void)
{
  g_autofree char *text = load_sample ("canvas", "sample.canvas", NULL);
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(CommonsBoard) board = read_text (text, &report, NULL);

  g_assert_true (report->foreign);
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 6);
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, 3);
  assert_identical (text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/format/canonical", test_canonical);
  g_test_add_func ("/io/format/empty-tables", test_empty_tables);
  g_test_add_func ("/io/format/unknown-members", test_unknown_members);
  g_test_add_func ("/io/format/spelled-numbers", test_spelled_numbers);
  g_test_add_func ("/io/format/shortest-spelling", test_shortest_spelling);
  g_test_add_func ("/io/format/fresh-numbers", test_fresh_numbers);
  g_test_add_func ("/io/format/never-infinite", test_never_infinite);
  g_test_add_func ("/io/format/strings", test_strings);
  g_test_add_func ("/io/format/invalid-text", test_invalid_text);
  g_test_add_func ("/io/format/geometry", test_geometry);
  g_test_add_func ("/io/format/head", test_head);
  g_test_add_func ("/io/format/new-board", test_new_board);
  g_test_add_func ("/io/format/report", test_report);
  g_test_add_func ("/io/format/repeated-ids", test_repeated_ids);
  g_test_add_func ("/io/format/loose-ends", test_loose_ends);
  g_test_add_func ("/io/format/wrong-types", test_wrong_types);
  g_test_add_func ("/io/format/locate", test_locate);
  g_test_add_func ("/io/format/upgrade", test_upgrade);
  g_test_add_func ("/io/format/upgrade-fails", test_upgrade_fails);
  g_test_add_func ("/io/format/samples", test_samples);
  g_test_add_func ("/io/format/foreign-sample", test_foreign_sample);

  return g_test_run ();
}

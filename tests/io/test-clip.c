/* test-clip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is copied, and what is read of other boards and programs.
 */

#include "config.h"

#include <string.h>

#include "commons-clip-places.h"
#include "commons-clip.h"
#include "commons-editor.h"
#include "commons-reader.h"

static CommonsBoard *
read_clip (const char *text,
           guint      *n_skipped)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  CommonsBoard *clip = commons_clip_read_json (bytes, n_skipped, &error);

  g_assert_no_error (error);
  return clip;
}

static void
assert_fails (const char *text,
              int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CommonsBoard) clip = commons_clip_read_json (bytes, NULL, &error);

  g_assert_null (clip);
  g_assert_error (error, COMMONS_IO_ERROR, code);
}

/* Nodes as “type:kind:title|body@x,y,width,height”, one a line, then links as
 * “from>to:type:label”. */
static char *
describe (CommonsBoard *clip)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < commons_board_get_n_nodes (clip); i++)
    {
      CommonsRecord *node = commons_board_get_node (clip, i);
      const CommonsRect *bounds = commons_record_get_bounds (node);
      const char *kind = commons_record_get_kind (node);

      g_string_append_printf (out, "%s:%s:%s|%s@%d,%d,%d,%d\n", commons_record_get_node_type (node),
                              kind ? kind : "", commons_record_get_title (node), commons_record_get_body (node),
                              bounds->x, bounds->y, bounds->width, bounds->height);
    }

  for (guint i = 0; i < commons_board_get_n_edges (clip); i++)
    {
      CommonsRecord *edge = commons_board_get_edge (clip, i);

      g_string_append_printf (out, "%s>%s:%s:%s\n",
                              commons_record_get_title (commons_board_lookup (clip, commons_record_get_from (edge))),
                              commons_record_get_title (commons_board_lookup (clip, commons_record_get_to (edge))),
                              commons_record_get_link (edge), commons_record_get_title (edge));
    }

  return g_string_free (out, FALSE);
}

static const char board_text[] =
  "{\"commons\":{\"format\":1},\"nodes\":["
  "{\"id\":\"c\",\"type\":\"group\",\"x\":0,\"y\":0,\"width\":400,\"height\":400,\"label\":\"Circle\","
  "\"commons\":{\"kind\":\"circle\"}},"
  "{\"id\":\"i\",\"type\":\"group\",\"x\":100,\"y\":200,\"width\":150,\"height\":120,\"label\":\"Inner\","
  "\"commons\":{\"kind\":\"zone\"}},"
  "{\"id\":\"a\",\"type\":\"text\",\"x\":150,\"y\":60,\"width\":100,\"height\":60,\"text\":\"First\\nIts body\\n\\nmore\","
  "\"x-own\":[1],\"commons\":{\"kind\":\"rule\"}},"
  "{\"id\":\"b\",\"type\":\"text\",\"x\":120,\"y\":220,\"width\":100,\"height\":60,\"text\":\"Deep\"},"
  "{\"id\":\"o\",\"type\":\"text\",\"x\":900,\"y\":0,\"width\":100,\"height\":60,\"text\":\"Outside\"},"
  "{\"id\":\"p\",\"type\":\"link\",\"x\":900,\"y\":-90,\"width\":100,\"height\":60,\"url\":\"https://example.org\"}],"
  "\"edges\":["
  "{\"id\":\"ab\",\"fromNode\":\"a\",\"toNode\":\"b\",\"commons\":{\"link\":\"relates_to\"}},"
  "{\"id\":\"ao\",\"fromNode\":\"a\",\"toNode\":\"o\",\"commons\":{\"link\":\"relates_to\"}},"
  "{\"id\":\"loose\",\"fromNode\":\"a\",\"toNode\":\"gone\"}]}";

static CommonsBoard *
take (const char *ids)
{
  g_autoptr (CommonsBoard) board = read_clip (board_text, NULL);
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) array = g_ptr_array_new ();

  for (char **word = words; *word != NULL; word++)
    g_ptr_array_add (array, *word);

  return commons_clip_take (board, array);
}

static void
test_take (void)
{
  g_autoptr (CommonsBoard) circle = take ("c ab");
  g_autoptr (CommonsBoard) pair = take ("o a");
  g_autoptr (CommonsBoard) nothing = take ("ab nowhere");

  /* Content comes along, and links only when both ends do. */
  g_assert_cmpuint (commons_board_get_n_nodes (circle), ==, 4);
  g_assert_nonnull (commons_board_lookup (circle, "ab"));
  g_assert_cmpuint (commons_board_get_n_edges (circle), ==, 1);
  g_assert_cmpuint (commons_board_get_n_nodes (pair), ==, 2);
  g_assert_nonnull (commons_board_lookup (pair, "ao"));
  g_assert_cmpuint (commons_board_get_n_edges (pair), ==, 1);
  g_assert_cmpuint (commons_board_get_n_nodes (nothing), ==, 0);
}

static void
test_write (void)
{
  g_autoptr (CommonsBoard) clip = take ("c");
  g_autoptr (GBytes) bytes = commons_clip_write (clip);
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsReadReport) report = NULL;
  g_autoptr (CommonsBoard) file = commons_reader_read (bytes, &report, &error);
  g_autoptr (CommonsBoard) again = NULL;
  g_autofree char *one = describe (clip);
  g_autofree char *two = NULL;

  /* It is a file of ours. */
  g_assert_no_error (error);
  g_assert_false (report->foreign);
  g_assert_cmpuint (report->warnings->len, ==, 0);

  again = commons_clip_read_json (bytes, NULL, &error);
  g_assert_no_error (error);
  two = describe (again);
  g_assert_cmpstr (one, ==, two);
  g_assert_true (json_object_has_member (commons_record_get_object (commons_board_lookup (again, "a")), "x-own"));
}

static void
assert_text (const char *ids,
             const char *expected)
{
  g_autoptr (CommonsBoard) clip = take (ids);
  g_autofree char *text = commons_clip_write_text (clip);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_write_text (void)
{
  assert_text ("o", "Outside");
  assert_text ("a", "First\nIts body\n\nmore");
  assert_text ("p", "https://example.org");
  assert_text ("o b p", "https://example.org\nOutside\nDeep");
  assert_text ("c o",
               "- Circle\n"
               "  - First\n"
               "    Its body\n"
               "    more\n"
               "  - Inner\n"
               "    - Deep\n"
               "- Outside");
  assert_text ("nowhere", "");
}

/* Other programs get no words that are kept from the group. */
static void
test_write_hidden (void)
{
  static const char *const ids[] = { "c a b o", "a" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (CommonsBoard) clip = take (ids[i]);
      g_autoptr (CommonsEditor) editor = commons_editor_new (clip);
      g_autoptr (CommonsRecord) hidden = commons_record_with_flag (commons_board_lookup (clip, "a"), "commons/hidden", TRUE);
      g_autofree char *text = NULL;

      commons_editor_begin (editor, "Hide", NULL);
      commons_editor_set (editor, hidden);
      commons_editor_commit (editor);
      text = commons_clip_write_text (clip);
      g_assert_null (strstr (text, "First"));
      g_assert_null (strstr (text, "Its body"));
      g_assert_nonnull (strstr (text, "hidden card"));
    }
}

static void
test_recognise (void)
{
  static const char * const boards[] = {
    "{\"commons\":{\"format\":1}}",
    "{\"commons\":{\"format\":99},\"nodes\":[]}",
    "{\"nodes\":[{\"id\":\"1\",\"type\":\"text\",\"x\":1.5,\"y\":0,\"width\":1,\"height\":1,\"text\":\"\"}]}",
    "\xef\xbb\xbf{\"type\":\"excalidraw\",\"elements\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      g_autoptr (CommonsBoard) clip = read_clip (boards[i], NULL);

      g_assert_nonnull (clip);
    }

  assert_fails ("", COMMONS_IO_ERROR_EMPTY);
  assert_fails ("{not json}", COMMONS_IO_ERROR_SYNTAX);
  assert_fails ("Some words", COMMONS_IO_ERROR_SYNTAX);
  assert_fails ("{}", COMMONS_IO_ERROR_UNKNOWN);
  assert_fails ("[1]", COMMONS_IO_ERROR_UNKNOWN);
  assert_fails ("\"text\"", COMMONS_IO_ERROR_UNKNOWN);
  assert_fails ("{\"nodes\":[{\"id\":1}]}", COMMONS_IO_ERROR_UNKNOWN);
  assert_fails ("{\"nodes\":[{\"type\":\"text\",\"x\":\"no\"}]}", COMMONS_IO_ERROR_FORMAT);
  assert_fails ("{\"type\":\"excalidraw\"}", COMMONS_IO_ERROR_FORMAT);
  assert_fails ("{\"type\":\"excalidraw\",\"elements\":{}}", COMMONS_IO_ERROR_FORMAT);
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"excalidraw\",\"elements\":[{}");

  for (guint i = 0; i < COMMONS_CLIP_MAX_NODES; i++)
    g_string_append (text, ",{}");
  g_string_append (text, "]}");
  assert_fails (text->str, COMMONS_IO_ERROR_LIMIT);

  g_string_assign (text, "{\"nodes\":[");
  for (guint i = 0; i <= COMMONS_CLIP_MAX_NODES; i++)
    g_string_append_printf (text, "%s{\"id\":\"%u\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":1,\"height\":1}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  assert_fails (text->str, COMMONS_IO_ERROR_LIMIT);
}

static void
assert_drawing (const char *elements,
                guint       expected_skipped,
                const char *expected)
{
  g_autofree char *text = g_strdup_printf ("{\"type\":\"excalidraw/clipboard\",\"elements\":[%s]}", elements);
  guint n_skipped = 99;
  g_autoptr (CommonsBoard) clip = read_clip (text, &n_skipped);
  g_autofree char *described = describe (clip);

  g_assert_cmpstr (described, ==, expected);
  g_assert_cmpuint (n_skipped, ==, expected_skipped);
}

static void
test_shapes (void)
{
  assert_drawing ("{\"id\":\"r\",\"type\":\"rectangle\",\"x\":10.4,\"y\":20,\"width\":200,\"height\":80,"
                  "\"boundElements\":[{\"id\":\"t\",\"type\":\"text\"}]},"
                  "{\"id\":\"t\",\"type\":\"text\",\"x\":50,\"y\":40,\"width\":90,\"height\":25,"
                  "\"text\":\"Who\\ndecides\",\"originalText\":\"Who decides\\nand why\",\"containerId\":\"r\"},"
                  "{\"id\":\"e\",\"type\":\"ellipse\",\"x\":300,\"y\":0,\"width\":20,\"height\":20},"
                  "{\"id\":\"s\",\"type\":\"text\",\"x\":400,\"y\":0,\"width\":60,\"height\":20,\"text\":\" Alone \"},"
                  "{\"id\":\"gone\",\"type\":\"text\",\"isDeleted\":true,\"text\":\"Gone\"},"
                  "{\"id\":\"i\",\"type\":\"image\",\"fileId\":\"f\"},{\"id\":\"d\",\"type\":\"freedraw\"},"
                  "{\"id\":\"l\",\"type\":\"line\"},\"odd\",{\"type\":7},{}",
                  7,
                  "text::Who decides|and why@10,20,200,80\n"
                  "text::Alone|@328,-21,204,62\n");
}

static void
test_zones (void)
{
  assert_drawing ("{\"id\":\"in\",\"type\":\"rectangle\",\"x\":20,\"y\":60,\"width\":150,\"height\":60},"
                  "{\"id\":\"t\",\"type\":\"text\",\"x\":40,\"y\":70,\"width\":60,\"height\":20,\"text\":\"Written on it\"},"
                  "{\"id\":\"in2\",\"type\":\"diamond\",\"x\":220,\"y\":60,\"width\":150,\"height\":60},"
                  "{\"id\":\"t2\",\"type\":\"text\",\"text\":\"Bound\",\"containerId\":\"in2\"},"
                  "{\"id\":\"out\",\"type\":\"rectangle\",\"x\":0,\"y\":0,\"width\":400,\"height\":200},"
                  "{\"id\":\"t3\",\"type\":\"text\",\"text\":\"Around\\nboth\",\"containerId\":\"out\"},"
                  "{\"id\":\"f\",\"type\":\"frame\",\"x\":-50,\"y\":-50,\"width\":900,\"height\":600,\"name\":\"Frame\"},"
                  "{\"id\":\"m\",\"type\":\"magicframe\",\"x\":5000,\"y\":0,\"width\":100,\"height\":100,\"name\":null}",
                  0,
                  "group:zone:Frame|@-50,-50,900,600\n"
                  "group:zone:Around both|@0,0,400,200\n"
                  "group:zone:|@4990,0,120,100\n"
                  "text::Written on it|@20,60,150,60\n"
                  "text::Bound|@220,60,150,60\n");
}

static void
test_arrows (void)
{
#define BOX(id, x) "{\"id\":\"" id "\",\"type\":\"rectangle\",\"x\":" x ",\"y\":0,\"width\":150,\"height\":60}," \
                   "{\"id\":\"t" id "\",\"type\":\"text\",\"text\":\"" id "\",\"containerId\":\"" id "\"},"
#define ARROW(id, from, to, more) "{\"id\":\"" id "\",\"type\":\"arrow\",\"startBinding\":{\"elementId\":\"" from "\"}," \
                                  "\"endBinding\":{\"elementId\":\"" to "\"}" more "}"

  assert_drawing (BOX ("A", "0") BOX ("B", "300") BOX ("C", "600")
                  ARROW ("1", "A", "B", "") ","
                  "{\"id\":\"t1\",\"type\":\"text\",\"text\":\"leads\\nto\",\"containerId\":\"1\"},"
                  ARROW ("2", "A", "tC", ",\"startArrowhead\":\"arrow\",\"endArrowhead\":null") ","
                  ARROW ("3", "A", "A", "") "," ARROW ("4", "A", "nothing", "") ","
                  "{\"id\":\"5\",\"type\":\"arrow\",\"startBinding\":null,\"endBinding\":[]}",
                  3,
                  "text::A|@0,0,150,60\n"
                  "text::B|@300,0,150,60\n"
                  "text::C|@600,0,150,60\n"
                  "A>B:relates_to:leads to\n"
                  "C>A:relates_to:\n");
}

static void
test_own_members (void)
{
  assert_drawing ("{\"id\":\"a\",\"type\":\"rectangle\",\"width\":204,\"height\":62,"
                  "\"customData\":{\"commonsCanvas\":{\"kind\":\"rule\",\"fields\":{\"subject\":\"budget\"}}}},"
                  "{\"id\":\"b\",\"type\":\"text\",\"x\":900,\"text\":\"B\",\"link\":\"https://example.org\","
                  "\"customData\":{\"commonsCanvas\":{\"kind\":7}}},"
                  "{\"id\":\"c\",\"type\":\"embeddable\",\"x\":2000,\"width\":400,\"height\":300,\"link\":\"https://example.net\"},"
                  "{\"id\":\"d\",\"type\":\"iframe\",\"x\":3000,\"link\":null}",
                  1,
                  "text:rule:|@0,0,204,62\n"
                  "text::B|https://example.org@798,-31,204,62\n"
                  "link::https://example.net|@2000,0,400,300\n");
}

/* Elements far apart, as large as can be, or the same twice are no danger. */
static void
test_hostile (void)
{
  assert_drawing ("{\"id\":\"a\",\"type\":\"text\",\"x\":1e300,\"y\":-1e300,\"width\":1e300,\"height\":-4,\"text\":\"Far\"},"
                  "{\"id\":\"a\",\"type\":\"text\",\"x\":\"no\",\"width\":null,\"text\":\"Again\"},"
                  "{\"id\":\"s\",\"type\":\"text\",\"text\":\"Self\",\"containerId\":\"s\",\"x\":700}",
                  0,
                  "text::Far|@1000000,-1000000,1000000,62\n"
                  "text::Again|@-102,-31,204,62\n"
                  "text::Self|@598,-31,204,62\n");
}

static void
assert_addresses (const char *text,
                  const char *expected)
{
  g_autoptr (CommonsBoard) clip = commons_clip_read_addresses (text);
  g_autofree char *described = clip != NULL ? describe (clip) : NULL;

  g_assert_cmpstr (described, ==, expected);
}

static void
test_addresses (void)
{
  assert_addresses (" https://example.org/a?b=c#d ", "link::https://example.org/a?b=c#d|@0,0,204,62\n");
  assert_addresses ("# comment\r\nHTTP://example.org\r\n\r\nmailto:a@example.org\r\n",
                    "link::HTTP://example.org|@0,0,204,62\nlink::mailto:a@example.org|@0,86,204,62\n");
  assert_addresses ("", NULL);
  assert_addresses ("# only a comment", NULL);
  assert_addresses ("https://example.org and more", NULL);
  assert_addresses ("https://example.org\nand more", NULL);
  assert_addresses ("javascript:alert(1)", NULL);
  assert_addresses ("file:///etc/passwd", NULL);
  assert_addresses ("note: a thing", NULL);
}

static void
assert_named (const char *text,
              const char *expected)
{
  gsize length;
  char *utf16 = g_convert (text, -1, G_BYTE_ORDER == G_LITTLE_ENDIAN ? "UTF-16LE" : "UTF-16BE", "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (utf16, length);
  g_autoptr (CommonsBoard) clip = commons_clip_read_named_address (bytes);
  g_autofree char *described = clip != NULL ? describe (clip) : NULL;

  g_assert_cmpstr (described, ==, expected);
}

static void
test_named_address (void)
{
  assert_named ("https://example.org\nUne é page", "text::Une é page|https://example.org@0,0,204,62\n");
  assert_named ("https://example.org\nhttps://example.org", "link::https://example.org|@0,0,204,62\n");
  assert_named ("https://example.org", "link::https://example.org|@0,0,204,62\n");
  assert_named ("javascript:1\nTitle", NULL);
  assert_named ("", NULL);
}

static void
test_files (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/home/a/boards");
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CommonsBoard) with = NULL;
  g_autoptr (CommonsBoard) without = NULL;
  g_autofree char *described = NULL;
  g_autofree char *plainly = NULL;

  g_ptr_array_add (files, g_file_new_for_path ("/home/a/boards/notes/day one.pdf"));
  g_ptr_array_add (files, g_file_new_for_path ("/home/a/other.png"));
  g_ptr_array_add (files, g_file_new_for_uri ("https://example.org/x"));

  with = commons_clip_point_to_files (files, folder);
  described = describe (with);
  g_assert_cmpstr (described, ==,
                   "file::notes/day one.pdf|@0,0,204,62\n"
                   "file::/home/a/other.png|@0,86,204,62\n"
                   "link::https://example.org/x|@0,172,204,62\n");

  without = commons_clip_point_to_files (files, NULL);
  plainly = describe (without);
  g_assert_true (g_str_has_prefix (plainly, "file::/home/a/boards/notes/day one.pdf|"));
}

static void
assert_decodes (const char *data,
                gsize       length,
                const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autofree char *text = commons_clip_decode_text (bytes);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_decode (void)
{
  assert_decodes ("", 0, "");
  assert_decodes ("\xc3\xa9", 2, "é");
  assert_decodes ("\xe9t\xe9 \x80", 5, "été €");
  assert_decodes ("\xff\xfe\xe9\0!\0", 6, "é!");
  assert_decodes ("\xfe\xff\0\xe9\0!", 6, "é!");
  assert_decodes ("PNG\0\1", 5, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clip/take", test_take);
  g_test_add_func ("/clip/write", test_write);
  g_test_add_func ("/clip/write-text", test_write_text);
  g_test_add_func ("/clip/write-hidden", test_write_hidden);
  g_test_add_func ("/clip/recognise", test_recognise);
  g_test_add_func ("/clip/too-many", test_too_many);
  g_test_add_func ("/clip/excalidraw/shapes", test_shapes);
  g_test_add_func ("/clip/excalidraw/zones", test_zones);
  g_test_add_func ("/clip/excalidraw/arrows", test_arrows);
  g_test_add_func ("/clip/excalidraw/own-members", test_own_members);
  g_test_add_func ("/clip/excalidraw/hostile", test_hostile);

  g_test_add_func ("/clip/addresses", test_addresses);
  g_test_add_func ("/clip/named-address", test_named_address);
  g_test_add_func ("/clip/files", test_files);
  g_test_add_func ("/clip/decode", test_decode);

  return g_test_run ();
}

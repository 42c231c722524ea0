/* test-guard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib.h>

#include "commons-json-guard.h"
#include "commons-json-keys.h"

#define OK (-1)

typedef struct
{
  const char *name;
  const char *text;
  int         code;
  const char *message;
} Case;

static const Case cases[] = {
  { "object", "{}", OK, NULL },
  { "array", "[]", OK, NULL },
  { "scalar", "12", OK, NULL },
  { "space", " \t\r\n{ \"a\" : [ 1 , 2 ] } \n", OK, NULL },
  { "mark", "\xef\xbb\xbf{}", OK, NULL },
  { "words", "[true,false,null]", OK, NULL },
  { "escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"]", OK, NULL },
  { "pair", "[\"\\ud83c\\udf33\"]", OK, NULL },
  { "unicode", "[\"é 🌳 \xe2\x80\xa8\"]", OK, NULL },
  { "empty-name", "{\"\":1}", OK, NULL },
  { "numbers", "[0,-0,1,-1,0.5,-0.5,1e5,1E+5,1e-5,0.0,10.25e2]", OK, NULL },
  { "greatest", "[9223372036854775807,-9223372036854775808]", OK, NULL },
  { "same-name-elsewhere", "{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":1}]}", OK, NULL },
  { "delete-character", "[\"\x7f\"]", OK, NULL },
  { "tiny", "[1e-400]", OK, NULL },

  { "nothing", "", COMMONS_IO_ERROR_EMPTY, "nothing" },
  { "blank", " \n\t ", COMMONS_IO_ERROR_EMPTY, "nothing" },
  { "only-mark", "\xef\xbb\xbf", COMMONS_IO_ERROR_EMPTY, "nothing" },

  { "open-object", "{", COMMONS_IO_ERROR_SYNTAX, "Line 1, column 2: the file stops here" },
  { "open-array", "[1,\n2", COMMONS_IO_ERROR_SYNTAX, "Line 2, column 2: the file stops here" },
  { "open-name", "{\n  \"na", COMMONS_IO_ERROR_SYNTAX, "Line 2, column 3: the text that begins" },
  { "open-text", "[\"abc]", COMMONS_IO_ERROR_SYNTAX, "Line 1, column 2: the text that begins" },
  { "open-escape", "[\"abc\\", COMMONS_IO_ERROR_SYNTAX, "stops here" },
  { "open-unicode", "[\"\\u00", COMMONS_IO_ERROR_SYNTAX, "four hexadecimal" },
  { "open-word", "[tru", COMMONS_IO_ERROR_SYNTAX, "stops here" },
  { "open-member", "{\"a\"", COMMONS_IO_ERROR_SYNTAX, "stops here" },
  { "open-value", "{\"a\":", COMMONS_IO_ERROR_SYNTAX, "stops here" },
  { "open-number", "[-", COMMONS_IO_ERROR_SYNTAX, "stops here" },

  { "trailing-comma", "[1,]", COMMONS_IO_ERROR_SYNTAX, "Line 1, column 4: a value" },
  { "trailing-comma-2", "{\"a\":1,}", COMMONS_IO_ERROR_SYNTAX, "column 8: a name" },
  { "leading-comma", "[,1]", COMMONS_IO_ERROR_SYNTAX, "column 2: a value" },
  { "no-comma", "[1 2]", COMMONS_IO_ERROR_SYNTAX, "column 4: a “,” or “]”" },
  { "no-comma-2", "{\"a\":1 \"b\":2}", COMMONS_IO_ERROR_SYNTAX, "column 8: a “,” or “}”" },
  { "no-colon", "{\"a\" 1}", COMMONS_IO_ERROR_SYNTAX, "column 6: a “:”" },
  { "bare-name", "{a:1}", COMMONS_IO_ERROR_SYNTAX, "column 2: a name" },
  { "single-quotes", "['a']", COMMONS_IO_ERROR_SYNTAX, "column 2: a value" },
  { "comment", "[1 /* one */]", COMMONS_IO_ERROR_SYNTAX, "column 4" },
  { "wrong-end", "[1}", COMMONS_IO_ERROR_SYNTAX, "column 3: a “,” or “]”" },
  { "second-value", "{} {}", COMMONS_IO_ERROR_SYNTAX, "column 4: nothing may follow" },
  { "garbage", "{}\nx", COMMONS_IO_ERROR_SYNTAX, "Line 2, column 1: nothing may follow" },
  { "javascript", "var x = {};", COMMONS_IO_ERROR_SYNTAX, "column 1: a value" },
  { "word-case", "[True]", COMMONS_IO_ERROR_SYNTAX, "column 2: a value" },
  { "word-end", "[nul]", COMMONS_IO_ERROR_SYNTAX, "column 2: a value" },
  { "nan", "[NaN]", COMMONS_IO_ERROR_SYNTAX, "column 2: a value" },
  { "infinity", "[-Infinity]", COMMONS_IO_ERROR_SYNTAX, "column 3: a digit" },
  { "second-mark", "\xef\xbb\xbf\xef\xbb\xbf{}", COMMONS_IO_ERROR_SYNTAX, "column 1: a value" },

  { "zero-first", "[01]", COMMONS_IO_ERROR_SYNTAX, "column 3: a number must not begin" },
  { "hexadecimal", "[0x1F]", COMMONS_IO_ERROR_SYNTAX, "column 3" },
  { "point-first", "[.5]", COMMONS_IO_ERROR_SYNTAX, "column 2" },
  { "point-last", "[5.]", COMMONS_IO_ERROR_SYNTAX, "column 4: a digit" },
  { "plus", "[+5]", COMMONS_IO_ERROR_SYNTAX, "column 2" },
  { "no-exponent", "[5e]", COMMONS_IO_ERROR_SYNTAX, "column 4: a digit" },
  { "two-signs", "[5e+-1]", COMMONS_IO_ERROR_SYNTAX, "column 5: a digit" },

  { "line-break", "[\"a\nb\"]", COMMONS_IO_ERROR_SYNTAX, "Line 1, column 4: a text must not hold" },
  { "tab", "[\"a\tb\"]", COMMONS_IO_ERROR_SYNTAX, "a text must not hold" },
  { "escape", "[\"\\x41\"]", COMMONS_IO_ERROR_SYNTAX, "column 3: no such" },
  { "hex-digits", "[\"\\u00g0\"]", COMMONS_IO_ERROR_SYNTAX, "four hexadecimal" },
  { "zero-character", "[\"\\u0000x\"]", COMMONS_IO_ERROR_SYNTAX, "U+0000" },
  { "high-alone", "[\"\\ud83c\"]", COMMONS_IO_ERROR_SYNTAX, "column 3: this is only one half" },
  { "high-then-other", "[\"\\ud83c\\u0041\"]", COMMONS_IO_ERROR_SYNTAX, "column 3: this is only one half" },
  { "low-alone", "[\"\\udf33\"]", COMMONS_IO_ERROR_SYNTAX, "column 3: this is only one half" },
  { "high-at-end", "[\"\\ud83c\\u", COMMONS_IO_ERROR_SYNTAX, "this is only one half" },
  { "latin-1", "[\"caf\xe9\"]", COMMONS_IO_ERROR_SYNTAX, "column 6: this is not text in UTF-8" },
  { "half-character", "[\"\xc3", COMMONS_IO_ERROR_SYNTAX, "not text in UTF-8" },
  { "overlong", "[\"\xc0\xaf\"]", COMMONS_IO_ERROR_SYNTAX, "not text in UTF-8" },
  { "raw-surrogate", "[\"\xed\xa0\x80\"]", COMMONS_IO_ERROR_SYNTAX, "not text in UTF-8" },
  { "utf-16", "\xff\xfe{", COMMONS_IO_ERROR_SYNTAX, "not text in UTF-8" },

  { "repeated", "{\"a\":1,\n\"b\":2,\"a\":3}", COMMONS_IO_ERROR_SYNTAX, "Line 2, column 7: “a” stands twice" },
  { "repeated-escape", "{\"a\":1,\"\\u0061\":3}", COMMONS_IO_ERROR_SYNTAX, "stands twice" },
  { "repeated-empty", "{\"\":1,\"\":3}", COMMONS_IO_ERROR_SYNTAX, "stands twice" },
  { "repeated-deep", "[[{\"x\":{\"é\":1,\"é\":1}}]]", COMMONS_IO_ERROR_SYNTAX, "“é” stands twice" },

  { "too-great", "[9223372036854775808]", COMMONS_IO_ERROR_LIMIT, "column 2: this whole number" },
  { "too-small", "[-9223372036854775809]", COMMONS_IO_ERROR_LIMIT, "column 2: this whole number" },
  { "twenty-nines", "[99999999999999999999]", COMMONS_IO_ERROR_LIMIT, "this whole number" },
  { "infinite", "[1e400]", COMMONS_IO_ERROR_LIMIT, "column 2: this number is too large" },
  { "minus-infinite", "[-1e400]", COMMONS_IO_ERROR_LIMIT, "column 2: this number is too large" },
};

static void
check_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr(GError) error = NULL;
  /* A block of the exact size, so that a checker sees a read past its end. */
  g_autofree char *exact = g_memdup2 (self->text, strlen (self->text));
  gboolean done = commons_json_guard_check (exact, strlen (self->text), &error);

  if (self->code == OK)
    {
      g_assert_no_error (error);
      g_assert_true (done);
      return;
    }

  g_assert_false (done);
  g_assert_error (error, COMMONS_IO_ERROR, self->code);
  if (strstr (error->message, self->message) == NULL)
    g_error ("%s: “%s” does not say “%s”", self->name, error->message, self->message);
}

static void
assert_code (const GString *text,
             int            code)
{
  g_autoptr(GError) error = NULL;
  gboolean done = commons_json_guard_check (text->str, text->len, &error);

  if (code == OK)
    {
      g_assert_no_error (error);
      g_assert_true (done);
    }
  else
    {
      g_assert_error (error, COMMONS_IO_ERROR, code);
    }
}

static void
append_times (GString    *text,
              const char *part,
              guint       times)
{
  for (guint i = 0; i < times; i++)
    g_string_append (text, part);
}

static void
test_depth (void)
{
  for (guint depth = COMMONS_JSON_MAX_DEPTH; depth <= COMMONS_JSON_MAX_DEPTH + 1; depth++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      append_times (text, "[", depth);
      append_times (text, "]", depth);
      assert_code (text, depth == COMMONS_JSON_MAX_DEPTH ? OK : COMMONS_IO_ERROR_LIMIT);
    }
}

static void
test_brackets (void)
{
  static const char * const opening[] = { "[", "{\"a\":", "[{\"a\":" };

  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      append_times (text, opening[i], 200000);
      assert_code (text, COMMONS_IO_ERROR_LIMIT);
    }
}

static void
test_members (void)
{
  for (guint n = COMMONS_JSON_MAX_MEMBERS; n <= COMMONS_JSON_MAX_MEMBERS + 1; n++)
    {
      g_autoptr(GString) text = g_string_new ("{");

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "%s\"name%u\":0", i > 0 ? "," : "", i);

      g_string_append_c (text, '}');
      assert_code (text, n == COMMONS_JSON_MAX_MEMBERS ? OK : COMMONS_IO_ERROR_LIMIT);
    }
}

static void
test_items (void)
{
  for (guint n = COMMONS_JSON_MAX_ITEMS; n <= COMMONS_JSON_MAX_ITEMS + 1; n++)
    {
      g_autoptr(GString) text = g_string_new ("[0");

      append_times (text, ",0", n - 1);
      g_string_append_c (text, ']');
      assert_code (text, n == COMMONS_JSON_MAX_ITEMS ? OK : COMMONS_IO_ERROR_LIMIT);
    }
}

static void
test_values (void)
{
  g_autoptr(GString) row = g_string_new ("[0");
  g_autoptr(GString) text = g_string_new ("[");

  append_times (row, ",0", COMMONS_JSON_MAX_ITEMS - 1);
  g_string_append_c (row, ']');

  for (guint i = 0; i < COMMONS_JSON_MAX_VALUES / COMMONS_JSON_MAX_ITEMS; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      g_string_append_len (text, row->str, (gssize) row->len);
    }

  g_string_append_c (text, ']');
  assert_code (text, COMMONS_IO_ERROR_LIMIT);
}

static void
test_long_numbers (void)
{
  g_autoptr(GString) digits = g_string_new ("0.");
  g_autoptr(GString) zeros = g_string_new ("0.");

  append_times (digits, "1", COMMONS_JSON_MAX_NUMBER - 2);
  assert_code (digits, OK);
  g_string_append_c (digits, '1');
  assert_code (digits, COMMONS_IO_ERROR_LIMIT);

  append_times (zeros, "0", 1000000);
  assert_code (zeros, COMMONS_IO_ERROR_LIMIT);
}

/* One megabyte of names that all come twice: the first that does ends it. */
static void
test_repeated_names (void)
{
  g_autoptr(GString) text = g_string_new ("{");

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < 40000; i++)
        g_string_append_printf (text, "\"name%05u\":0,", i % 1500);
    }

  g_string_append (text, "\"end\":0}");
  g_assert_cmpuint (text->len, >, 1000000);
  assert_code (text, COMMONS_IO_ERROR_SYNTAX);
}

static void
test_too_large (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = g_string_sized_new (COMMONS_JSON_MAX_BYTES + 2);

  g_string_set_size (text, COMMONS_JSON_MAX_BYTES + 1);
  memset (text->str, ' ', text->len);

  g_assert_false (commons_json_guard_check (text->str, text->len, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_TOO_LARGE);
}

static void
test_zero_byte (void)
{
  static const char text[] = "{\"a\":\n\"b\0c\"}";
  g_autoptr(GError) error = NULL;

  g_assert_false (commons_json_guard_check (text, sizeof text - 1, &error));
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "Line 2, column 3: there is a zero byte in the file");
}

/* Every beginning of a good file but the whole is refused. */
static void
test_truncated (void)
{
  static const char text[] =
    "{\"commons\":{\"format\":1,\"title\":\"É\\u00e9\\ud83c\\udf33\"},"
    "\"nodes\":[{\"x\":-1.5e+3,\"t\":[true,false,null]}],\"edges\":[]}";

  for (gsize length = 0; length < sizeof text - 1; length++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *part = g_memdup2 (text, length);

      g_assert_false (commons_json_guard_check (part, length, &error));
      g_assert_nonnull (error);
    }

  g_assert_true (commons_json_guard_check (text, sizeof text - 1, NULL));
}

static void
test_columns (void)
{
  g_autoptr(GError) error = NULL;
  static const char text[] = "\xef\xbb\xbf{\r\n\t\"é🌳\": oops}";

  g_assert_false (commons_json_guard_check (text, sizeof text - 1, &error));
  g_assert_cmpstr (error->message, ==, "Line 2, column 8: a value was expected here");
}

static void
test_keys (void)
{
  g_autoptr(CommonsJsonKeys) keys = commons_json_keys_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 1000; i++)
    {
      char *name = g_strdup_printf ("%u", i);

      g_ptr_array_add (names, name);
      g_assert_true (commons_json_keys_add (keys, name, strlen (name)));
      g_assert_false (commons_json_keys_add (keys, name, strlen (name)));
    }

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      g_assert_false (commons_json_keys_add (keys, name, strlen (name)));
    }

  commons_json_keys_clear (keys);
  g_assert_true (commons_json_keys_add (keys, "7", 1));
  g_assert_true (commons_json_keys_add (keys, "\\u0039", 6));
  g_assert_false (commons_json_keys_add (keys, "9", 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/guard/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], check_case);
    }

  g_test_add_func ("/io/guard/depth", test_depth);
  g_test_add_func ("/io/guard/brackets", test_brackets);
  g_test_add_func ("/io/guard/members", test_members);
  g_test_add_func ("/io/guard/items", test_items);
  g_test_add_func ("/io/guard/values", test_values);
  g_test_add_func ("/io/guard/long-numbers", test_long_numbers);
  g_test_add_func ("/io/guard/repeated-names", test_repeated_names);
  g_test_add_func ("/io/guard/too-large", test_too_large);
  g_test_add_func ("/io/guard/zero-byte", test_zero_byte);
  g_test_add_func ("/io/guard/truncated", test_truncated);
  g_test_add_func ("/io/guard/columns", test_columns);
  g_test_add_func ("/io/guard/keys", test_keys);

  return g_test_run ();
}

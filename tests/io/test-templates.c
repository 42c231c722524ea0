/* test-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-atomic-file.h"
#include "commons-board-start.h"
#include "commons-catalogue.h"
#include "commons-reader.h"
#include "commons-templates.h"
#include "commons-writer.h"

#define CARD(id, kind) "{\"id\":\"" id "\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":9,\"height\":9,\"text\":\"" id "\"," \
                       "\"commons\":{\"kind\":\"" kind "\"}}"

static char *folder; /* the person's own templates */
static char *shared; /* those of the system */

static char *
put (const char *name,
     const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static void
clear (void)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static CommonsTemplate *
find (GPtrArray  *templates,
      const char *id)
{
  for (guint i = 0; i < templates->len; i++)
    {
      CommonsTemplate *template = g_ptr_array_index (templates, i);

      if (g_str_equal (template->id, id))
        return template;
    }

  return NULL;
}

static CommonsBoard *
read_builtin (const char *id,
              const char *language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CommonsTemplate) template = commons_templates_find (id, language, &error);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) written = NULL;
  g_autoptr(CommonsReadReport) report = NULL;
  CommonsBoard *board;

  g_assert_no_error (error);
  g_assert_null (template->problem);
  bytes = commons_template_read (template, language, &error);
  g_assert_no_error (error);
  board = commons_reader_read (bytes, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->warnings->len, ==, 0);

  /* They are kept in canonical form. */
  written = commons_writer_write (board);
  g_assert_true (g_bytes_equal (written, bytes));

  return board;
}

static void
check_head (CommonsBoard *board,
            const char   *id,
            const char   *language)
{
  CommonsRecord *head = commons_board_get_head (board);

  g_assert_cmpstr (commons_record_get_string (head, "commons/template"), ==, id);
  g_assert_cmpstr (commons_board_get_language (board), ==, language);
  g_assert_cmpstr (commons_record_get_string (head, "commons/licence"), ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (commons_board_get_title (board), !=, "");
  g_assert_cmpint (strlen (commons_record_get_string (head, "commons/description")), >, 10);
}

static void
check_expects (CommonsRecord *zone)
{
  JsonObject *commons = json_object_get_object_member (commons_record_get_object (zone), "commons");
  JsonArray *expects = json_object_get_array_member (json_object_get_object_member (commons, "fields"), "expects");

  g_assert_cmpuint (json_array_get_length (expects), >, 1);
  for (guint i = 0; i < json_array_get_length (expects); i++)
    g_assert_nonnull (commons_catalogue_get_kind (commons_catalogue_get ("fr"), json_array_get_string_element (expects, i)));
}

/* Both languages are the same board in other words. */
static void
test_builtin (void)
{
  const char * const *ids = commons_templates_get_builtin ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(CommonsBoard) fr = read_builtin (ids[i], "fr");
      g_autoptr(CommonsBoard) en = read_builtin (ids[i], "en");

      check_head (fr, ids[i], "fr");
      check_head (en, ids[i], "en");
      g_assert_cmpuint (commons_board_get_n_nodes (fr), ==, commons_board_get_n_nodes (en));
      g_assert_cmpuint (commons_board_get_n_edges (fr), ==, commons_board_get_n_edges (en));

      for (guint j = 0; j < commons_board_get_n_nodes (fr); j++)
        {
          CommonsRecord *one = commons_board_get_node (fr, j);
          CommonsRecord *other = commons_board_get_node (en, j);

          g_assert_cmpstr (commons_record_get_id (one), ==, commons_record_get_id (other));
          g_assert_cmpmem (commons_record_get_bounds (one), sizeof (CommonsRect),
                           commons_record_get_bounds (other), sizeof (CommonsRect));
          if (g_strcmp0 (commons_record_get_kind (one), "zone") == 0)
            {
              g_assert_cmpstr (commons_record_get_string (one, "commons/fields/purpose"), !=, NULL);
              g_assert_cmpstr (commons_record_get_string (other, "commons/fields/purpose"), !=, NULL);
              check_expects (one);
              check_expects (other);
            }
        }
    }
}

/* No zone lies over another: a card is then in one of them alone. */
static void
test_zones_apart (void)
{
  const char * const *ids = commons_templates_get_builtin ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(CommonsBoard) board = read_builtin (ids[i], "en");
      g_autoptr(GPtrArray) zones = g_ptr_array_new ();

      for (guint j = 0; j < commons_board_get_n_nodes (board); j++)
        {
          CommonsRecord *node = commons_board_get_node (board, j);
          const CommonsRect *rect = commons_record_get_bounds (node);

          if (g_strcmp0 (commons_record_get_kind (node), "zone") != 0)
            continue;

          for (guint k = 0; k < zones->len; k++)
            {
              const CommonsRect *other = commons_record_get_bounds (g_ptr_array_index (zones, k));

              g_assert_true (rect->x >= other->x + other->width || other->x >= rect->x + rect->width ||
                             rect->y >= other->y + other->height || other->y >= rect->y + rect->height);
            }
          g_ptr_array_add (zones, node);
        }
    }
}

static void
test_list (void)
{
  g_autofree char *a = put ("walk.commons", "{\"commons\":{\"format\":1,\"title\":\"Walk\\nround\",\"language\":\"en\"},"
                                            "\"nodes\":[" CARD ("a", "rule") "]}");
  g_autofree char *b = put ("both.fr.commons", "{\"commons\":{\"format\":1,\"title\":\"Les deux\"}}");
  g_autofree char *c = put ("both.en.commons", "{\"commons\":{\"format\":1,\"title\":\"Both\"}}");
  g_autofree char *d = put ("other.txt", "{}");
  g_autofree char *e = put (".hidden.commons", "{}");
  g_autoptr(GPtrArray) french = commons_templates_list ("fr");
  g_autoptr(GPtrArray) english = commons_templates_list ("en");
  const char * const *ids = commons_templates_get_builtin ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_cmpstr (((CommonsTemplate *) g_ptr_array_index (french, i))->id, ==, ids[i]);
  g_assert_cmpuint (french->len, ==, g_strv_length ((char **) ids) + 2);

  g_assert_cmpstr (find (french, "walk")->title, ==, "Walk round");
  g_assert_cmpstr (find (french, "walk")->language, ==, "en");
  g_assert_true (find (french, "walk")->own);
  g_assert_cmpstr (find (french, "both")->title, ==, "Les deux");
  g_assert_cmpstr (find (english, "both")->title, ==, "Both");
  g_assert_cmpstr (find (french, "governance")->language, ==, "fr");
  g_assert_false (find (french, "governance")->own);

  clear ();
}

/* What somebody put in their own folder stands for that of the system. */
static void
test_shared (void)
{
  g_autofree char *mine = put ("walk.commons", "{\"commons\":{\"title\":\"My walk\"}}");
  g_autofree char *theirs = g_build_filename (shared, "walk.commons", NULL);
  g_autofree char *more = g_build_filename (shared, "more.commons", NULL);
  g_autoptr(GPtrArray) templates = NULL;

  g_assert_true (g_file_set_contents (theirs, "{\"commons\":{\"title\":\"Their walk\"}}", -1, NULL));
  g_assert_true (g_file_set_contents (more, "{\"commons\":{\"title\":\"More\"}}", -1, NULL));
  templates = commons_templates_list ("en");
  g_assert_cmpstr (find (templates, "walk")->title, ==, "My walk");
  g_assert_cmpstr (find (templates, "more")->title, ==, "More");
  g_assert_false (find (templates, "more")->own);

  clear ();
  g_assert_cmpint (g_remove (theirs), ==, 0);
  g_assert_cmpint (g_remove (more), ==, 0);
}

/* Whatever lies in the folder, the list is there, and says what is wrong. */
static void
test_hostile (void)
{
  g_autofree char *long_title = g_strnfill (100000, 'x');
  g_autofree char *long_json = g_strdup_printf ("{\"commons\":{\"title\":\"%s\",\"description\":\"%s\"}}", long_title, long_title);
  g_autofree char *a = put ("broken.commons", "{\"nodes\":[");
  g_autofree char *b = put ("empty.commons", "");
  g_autofree char *c = put ("newer.commons", "{\"commons\":{\"format\":99,\"title\":\"From the future\"}}");
  g_autofree char *d = put ("types.commons", "{\"commons\":{\"title\":[1],\"description\":{},\"language\":7,\"sheets\":3,"
                                             "\"session\":\"no\",\"template\":null},\"nodes\":[],\"edges\":[]}");
  g_autofree char *e = put ("long.commons", long_json);
  g_autofree char *pipe = g_build_filename (folder, "pipe.commons", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop.commons", NULL);
  g_autofree char *odd = g_build_filename (folder, "\xff\xfe.commons", NULL);
  g_autoptr(GPtrArray) templates = NULL;
  g_autoptr(CommonsBoard) board = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("loop.commons", loop), ==, 0);
  g_assert_true (g_file_set_contents (odd, "{\"nodes\":[]}", -1, NULL));

  templates = commons_templates_list ("en");
  g_assert_nonnull (find (templates, "broken")->problem);
  g_assert_cmpstr (find (templates, "broken")->title, ==, "broken");
  g_assert_nonnull (find (templates, "empty")->problem);
  g_assert_nonnull (find (templates, "pipe")->problem);
  g_assert_nonnull (find (templates, "loop")->problem);
  g_assert_nonnull (strstr (find (templates, "newer")->problem, "newer"));
  g_assert_cmpstr (find (templates, "newer")->title, ==, "From the future");
  g_assert_null (find (templates, "types")->problem);
  g_assert_cmpstr (find (templates, "types")->title, ==, "types");
  g_assert_cmpint (strlen (find (templates, "long")->title), <, 200);
  g_assert_cmpint (strlen (find (templates, "long")->description), <, 400);
  for (guint i = 0; i < templates->len; i++)
    g_assert_true (g_utf8_validate (((CommonsTemplate *) g_ptr_array_index (templates, i))->id, -1, NULL));

  /* A newer one is not taken for what it was not. */
  board = commons_board_start_make_from (find (templates, "newer"), NULL, &error);
  g_assert_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY);
  g_assert_null (board);

  /* What is of a wrong type is written over, not read. */
  {
    const char * const people[] = { "Lou", "", "Idriss", NULL };
    const CommonsBoardStart start = { .title = "Wells", .language = "en", .purpose = "decide", .participants = people };

    board = commons_board_start_make_from (find (templates, "types"), &start, NULL);
    g_assert_cmpstr (commons_board_get_title (board), ==, "Wells");
    g_assert_cmpstr (commons_record_get_string (commons_board_get_head (board),
                                                "commons/session/purpose"), ==, "decide");
  }

  clear ();
}

static void
test_start (void)
{
  const char * const people[] = { "Lou", "", "Idriss", NULL };
  const CommonsBoardStart start = {
    .title = "Open\nfountains", .language = "fr", .purpose = "Who decides?", .date = "2026-11-22", .participants = people,
    .author = "Zoé Martin",
  };
  g_autoptr(CommonsTemplate) template = commons_templates_find ("governance", "fr", NULL);
  g_autoptr(CommonsBoard) board = commons_board_start_make_from (template, &start, NULL);
  g_autoptr(GBytes) bytes = commons_writer_write (board);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  CommonsRecord *project = commons_board_lookup_node (board, "project");

  g_assert_cmpstr (commons_board_get_language (board), ==, "fr");
  g_assert_cmpstr (commons_record_get_string (commons_board_get_head (board), "commons/author"), ==, "Zoé Martin");
  g_assert_cmpstr (commons_record_get_title (project), ==, "Open fountains");
  g_assert_cmpstr (commons_record_get_body (project), !=, "");
  g_assert_null (commons_record_get_string (commons_board_get_head (board), "commons/description"));
  g_assert_nonnull (strstr (text, "\"session\":{\"purpose\":\"Who decides?\",\"date\":\"2026-11-22\","
                                  "\"participants\":[\"Lou\",\"Idriss\"]}"));
}

/* Skipping all questions leaves the template's own words, and no session. */
static void
test_start_skipped (void)
{
  const CommonsBoardStart start = { .title = "", .purpose = "", .date = "" };
  g_autoptr(CommonsTemplate) template = commons_templates_find ("economic", "en", NULL);
  g_autoptr(CommonsBoard) board = commons_board_start_make_from (template, &start, NULL);
  g_autoptr(GBytes) bytes = commons_writer_write (board);

  g_assert_cmpstr (commons_board_get_title (board), ==, template->title);
  g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "session"));
}

static CommonsBoard *
read_text (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  CommonsBoard *board = commons_reader_read (bytes, NULL, NULL);

  g_assert_nonnull (board);

  return board;
}

static const char source[] =
  "{\"commons\":{\"format\":1,\"title\":\"Wells\",\"language\":\"en\",\"template\":\"governance\",\"author\":\"Lou\",\"own\":[1],"
  "\"session\":{\"participants\":[\"Lou\"]},\"sheets\":{\"def1\":{\"state\":\"answered\",\"cards\":[\"rule\"]}}},"
  "\"nodes\":["
  "{\"id\":\"ring\",\"type\":\"group\",\"x\":0,\"y\":0,\"width\":90,\"height\":90,\"label\":\"Ring\",\"commons\":{\"kind\":\"circle\"}},"
  "{\"id\":\"rule\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":9,\"height\":9,\"text\":\"A rule\","
  "\"commons\":{\"kind\":\"rule\",\"votes\":4,\"author\":\"Lou\",\"side\":\"we\"}},"
  "{\"id\":\"mine\",\"type\":\"text\",\"x\":0,\"y\":0,\"width\":9,\"height\":9,\"text\":\"My secret\","
  "\"commons\":{\"kind\":\"value\",\"hidden\":true}}],"
  "\"edges\":[{\"id\":\"e1\",\"fromNode\":\"rule\",\"toNode\":\"ring\"},{\"id\":\"e2\",\"fromNode\":\"rule\",\"toNode\":\"mine\"}]}";

static void
save (const char *title,
      gboolean    with_cards)
{
  g_autoptr(CommonsBoard) board = read_text (source);
  g_autoptr(GBytes) bytes = commons_template_write (board, title, "For workshops", with_cards);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = commons_template_choose_file (title, &error);

  g_assert_no_error (error);
  commons_atomic_file_replace (file, bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_save (void)
{
  g_autoptr(GPtrArray) templates = NULL;
  g_autoptr(GBytes) with_cards = NULL;
  g_autoptr(GBytes) without = NULL;
  g_autoptr(GBytes) source_bytes = g_bytes_new_static (source, strlen (source));
  g_autoptr(CommonsBoard) board = NULL;
  CommonsTemplate *full, *bare;

  save ("Our way", TRUE);
  save ("Our way", FALSE);
  templates = commons_templates_list ("en");
  full = find (templates, "Our way");
  bare = find (templates, "Our way-2");
  g_assert_cmpstr (full->title, ==, "Our way");
  g_assert_cmpstr (full->description, ==, "For workshops");

  with_cards = commons_template_read (full, NULL, NULL);
  board = commons_reader_read (with_cards, NULL, NULL);
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 2);
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, 1);
  g_assert_cmpint (commons_record_get_int (commons_board_lookup_node (board, "rule"), "commons/votes", -1), ==, -1);
  g_assert_null (g_strstr_len (g_bytes_get_data (with_cards, NULL), (gssize) g_bytes_get_size (with_cards), "Lou"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (with_cards, NULL), (gssize) g_bytes_get_size (with_cards), "\"own\":[1]"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (with_cards, NULL), (gssize) g_bytes_get_size (with_cards), "def1"));

  g_clear_object (&board);
  without = commons_template_read (bare, NULL, NULL);
  board = commons_reader_read (without, NULL, NULL);
  g_assert_cmpuint (commons_board_get_n_nodes (board), ==, 1);
  g_assert_cmpuint (commons_board_get_n_edges (board), ==, 0);
  g_assert_null (g_strstr_len (g_bytes_get_data (without, NULL), (gssize) g_bytes_get_size (without), "def1"));

  /* Nor does a board made from what still names somebody. */
  g_clear_object (&board);
  board = commons_board_start_make (source_bytes, NULL, NULL);
  g_assert_null (commons_record_get_string (commons_board_get_head (board), "commons/author"));

  clear ();
}

static void
test_odd_names (void)
{
  static const char * const titles[] = { "", "../../etc/passwd", ".", "..", "a/b\\c:d", "\xff\xff", "   " };
  g_autofree char *endless = g_strnfill (5000, 'n');
  g_autoptr(GFile) own = commons_templates_get_folder ();

  for (guint i = 0; i <= G_N_ELEMENTS (titles); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GFile) file = commons_template_choose_file (i < G_N_ELEMENTS (titles) ? titles[i] : endless, &error);
      g_autoptr(GFile) parent = NULL;

      g_assert_no_error (error);
      parent = g_file_get_parent (file);
      g_assert_true (g_file_equal (parent, own));
      g_assert_true (g_file_set_contents (g_file_peek_path (file), "{}", -1, NULL));
    }

  clear ();
}

static void
test_remove (void)
{
  g_autofree char *path = put ("gone.commons", source);
  g_autoptr(CommonsTemplate) template = commons_templates_find ("gone", NULL, NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (commons_template_remove (template, &bytes, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, strlen (source));

  g_assert_false (commons_template_remove (template, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GFile) own = NULL;
  g_autofree char *home = g_dir_make_tmp ("commons-templates-XXXXXX", NULL);
  int status;
  g_autofree char *system = g_build_filename (home, "system", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_DATA_DIRS", system, TRUE);
  g_test_init (&argc, &argv, NULL);
  own = commons_templates_get_folder ();
  folder = g_file_get_path (own);
  shared = g_build_filename (system, "commons-canvas", "templates", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (shared, 0700), ==, 0);

  g_test_add_func ("/templates/builtin", test_builtin);
  g_test_add_func ("/templates/zones-apart", test_zones_apart);
  g_test_add_func ("/templates/list", test_list);
  g_test_add_func ("/templates/shared", test_shared);
  g_test_add_func ("/templates/hostile", test_hostile);
  g_test_add_func ("/templates/start", test_start);
  g_test_add_func ("/templates/start-skipped", test_start_skipped);
  g_test_add_func ("/templates/save", test_save);
  g_test_add_func ("/templates/odd-names", test_odd_names);
  g_test_add_func ("/templates/remove", test_remove);

  status = g_test_run ();

  g_rmdir (folder);
  g_rmdir (shared);
  g_free (folder);
  g_free (shared);

  return status;
}

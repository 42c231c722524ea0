/* test-languages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Languages of one file each, as translators bring them, and as an enemy
 * would.
 */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-catalogue.h"
#include "commons-languages.h"
#include "commons-stages.h"
#include "test-folder.h"

#define FOLDER "commons-canvas/catalogue/texts"

static void
write_file (const char *room,
            const char *name,
            const char *content,
            gssize      length)
{
  g_autofree char *folder = g_build_filename (g_getenv (room), FOLDER, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
}

static void
write_hostile_files (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("XDG_DATA_HOME"), FOLDER, NULL);
  g_autofree char *pipe = g_build_filename (folder, "it.json", NULL);
  g_autofree char *inside = g_build_filename (folder, "nl.json", NULL);
  g_autofree char *link = g_build_filename (folder, "ro.json", NULL);
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autofree char *nested = g_strconcat ("{\"a\":", deep, NULL);
  g_autofree char *huge = g_strnfill (2 * 1024 * 1024, ' ');

  write_file ("XDG_DATA_HOME", "da.json", deep, -1);
  write_file ("XDG_DATA_HOME", "sv.json", nested, -1);
  write_file ("XDG_DATA_HOME", "fi.json", huge, -1);
  write_file ("XDG_DATA_HOME", "pl.json", "", -1);
  write_file ("XDG_DATA_HOME", "cs.json", "{\"kind.rule\":\"Pravidlo\"", -1);
  write_file ("XDG_DATA_HOME", "hu.json", "{\"kind.rule\":1e999999}", -1);
  write_file ("XDG_DATA_HOME", "el.json", "{\"kind.rule\":\"\xff\xfe\"}", -1);
  write_file ("XDG_DATA_HOME", "ja.json", "{\"a\":\"b\0c\"}", 11);
  write_file ("XDG_DATA_HOME", "lv.json", "{\"kind.rule\":\"\\ud800\"}", -1);
  write_file ("XDG_DATA_HOME", "ko.json", "[\"kind.rule\"]", -1);
  write_file ("XDG_DATA_HOME", "..json", "{}", -1);
  write_file ("XDG_DATA_HOME", "not a tag.json", "{}", -1);
  write_file ("XDG_DATA_HOME", "x.json", "{}", -1);
  g_assert_no_errno (mkfifo (pipe, 0600));
  g_assert_no_errno (g_mkdir (inside, 0700));
  g_assert_no_errno (symlink ("/dev/zero", link));
}

static void
write_files (void)
{
  write_file ("XDG_DATA_HOME", "de.json",
              "{\"language.name\":\"Deutsch\",\"kind.rule\":\"Regel\",\"enum.stage.launch\":\"Start\","
              "\"kind.role\":\"a\\u0007b\",\"link.holds\":\"\"}\n", -1);
  write_file ("XDG_DATA_HOME", "pt_BR.json", "{\"kind.rule\":\"Regra\"}", -1);
  write_file ("XDG_DATA_HOME", "fr-CA.json", "{\"kind.rule\":\"R\xc3\xa8glement\"}", -1);
  write_file ("XDG_DATA_HOME", "fr.json", "{\"kind.rule\":\"Autre\"}", -1);
  write_file ("TEST_DATA_DIR", "es.json", "{\"language.name\":\"Espa\xc3\xb1ol\",\"kind.rule\":\"Regla\"}", -1);
  write_file ("TEST_DATA_DIR", "de.json", "{\"kind.rule\":\"Vorschrift\"}", -1);
  write_hostile_files ();
}

static void
test_list (void)
{
  g_autofree char *list = g_strjoinv (" ", (char **) commons_languages_list ());

  g_assert_cmpstr (list, ==, "en fr de fr-CA pt-BR es");
  g_assert_cmpstr (commons_languages_get_name ("fr"), ==, "Français");
  g_assert_cmpstr (commons_languages_get_name ("en"), ==, "English");
  g_assert_cmpstr (commons_languages_get_name ("es"), ==, "Español");
  g_assert_cmpstr (commons_languages_get_name ("pt-BR"), ==, "pt-BR");
}

static void
test_find (void)
{
  static const struct { const char *wanted; const char *found; } cases[] = {
    { "fr", "fr" }, { "fr_FR.UTF-8", "fr" }, { "fr_CA", "fr-CA" }, { "FR-ca", "fr-CA" }, { "fr@euro", "fr" },
    { "pt", "pt-BR" }, { "pt_PT", "pt-BR" }, { "de-AT-1996", "de" }, { "es", "es" },
    { "C", NULL }, { "POSIX", NULL }, { "frr", NULL }, { "da", NULL }, { "it", NULL }, { "", NULL },
    { "../../etc/passwd", NULL }, { "-", NULL }, { "fr-", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].wanted);
      g_assert_cmpstr (commons_languages_find (cases[i].wanted), ==, cases[i].found);
    }

  g_assert_null (commons_languages_find (NULL));
}

/* What a language does not say is said by the one it is a variety of, then in
 * English. What is no text is as if it were not there. */
static void
test_fallback (void)
{
  CommonsCatalogue *german = commons_catalogue_get ("de_DE.UTF-8");
  CommonsCatalogue *canadian = commons_catalogue_get ("fr_CA");
  CommonsCatalogue *english = commons_catalogue_get ("en");

  g_assert_true (commons_catalogue_get ("de") == german);
  g_assert_true (commons_catalogue_get ("xx") == english);
  g_assert_cmpstr (commons_catalogue_get_language (german), ==, "de");
  g_assert_cmpstr (commons_catalogue_get_kind (german, "rule")->label, ==, "Regel");
  g_assert_cmpstr (commons_catalogue_get_kind (german, "circle")->label, ==, "Circle");
  g_assert_cmpstr (commons_catalogue_get_kind (german, "role")->label, ==, "Role");
  g_assert_cmpstr (commons_catalogue_get_link (german, "holds")->label, ==, "holds");
  g_assert_cmpstr (commons_catalogue_get_stage (german, "launch")->name, ==, "Start");
  g_assert_cmpstr (commons_catalogue_get_stage (german, "launch")->signs[0], ==,
                   commons_catalogue_get_stage (english, "launch")->signs[0]);

  g_assert_cmpstr (commons_catalogue_get_kind (canadian, "rule")->label, ==, "Règlement");
  g_assert_cmpstr (commons_catalogue_get_kind (canadian, "circle")->label, ==, "Cercle");
  g_assert_cmpstr (commons_catalogue_get_kind (commons_catalogue_get ("fr"), "rule")->label, ==, "Règle");
}

/* All that could be read of a file is whole strings, whatever was cut. */
static void
test_cut (void)
{
  static const char file[] = "{\"a\":\"b\\\"\\u00e9\",\n\t\"c\" : \"{[1]}\"}";

  for (gsize length = 0; length < sizeof file - 1; length++)
    g_assert_null (commons_languages_read_texts (file, length));

  {
    JsonObject *texts = commons_languages_read_texts (file, sizeof file - 1);

    g_assert_nonnull (texts);
    g_assert_cmpstr (json_object_get_string_member (texts, "a"), ==, "b\"é");
    g_assert_cmpstr (json_object_get_string_member (texts, "c"), ==, "{[1]}");
    json_object_unref (texts);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("languages-XXXXXX", NULL);
  g_autofree char *shared = g_dir_make_tmp ("languages-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_DATA_DIRS", shared, TRUE);
  g_setenv ("TEST_DATA_DIR", shared, TRUE);
  write_files ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/languages/list", test_list);
  g_test_add_func ("/languages/find", test_find);
  g_test_add_func ("/languages/fallback", test_fallback);
  g_test_add_func ("/languages/cut", test_cut);

  result = g_test_run ();
  test_remove_tree (home);
  test_remove_tree (shared);

  return result;
}

/* test-versions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "commons-kept.h"
#include "commons-versions.h"
#include "test-folder.h"

#define N_WRITERS 4
#define N_WRITES 12

typedef struct
{
  char  *root;
  char  *path;
  char  *kept;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->root = g_dir_make_tmp ("commons-versions-XXXXXX", NULL);
  self->path = g_build_filename (self->root, "wells.commons", NULL);
  self->kept = g_build_filename (self->root, "data", "boards", NULL);
  self->file = g_file_new_for_path (self->path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_remove_tree (self->root);
  g_object_unref (self->file);
  g_free (self->kept);
  g_free (self->path);
  g_free (self->root);
}

static char *
digest (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
keep (Fixture              *self,
      const char           *text,
      const char           *name,
      CommonsVersionReason  reason)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  commons_versions_keep (self->kept, self->file, bytes, "Wells", name, reason, &error);
  g_assert_no_error (error);
}

static char *
read_text (Fixture    *self,
           const char *text,
           GError    **error)
{
  g_autofree char *id = digest (text);
  g_autoptr (GBytes) bytes = commons_versions_read (self->kept, self->file, id, error);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

static char *
get_path (Fixture    *self,
          const char *text)
{
  g_autofree char *folder = commons_kept_get_folder (self->kept, self->file);
  g_autofree char *id = digest (text);
  g_autofree char *name = g_strconcat (id, ".version", NULL);

  return g_build_filename (folder, name, NULL);
}

static void
assert_list (Fixture    *self,
             const char *expected)
{
  g_autoptr (GPtrArray) versions = commons_versions_list (self->kept, self->file);
  GString *said = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < versions->len; i++)
    {
      CommonsVersion *version = g_ptr_array_index (versions, i);
      g_autoptr (GBytes) bytes = commons_versions_read (self->kept, self->file, version->id, NULL);

      g_string_append_printf (said, "%s%.*s:%d%s%s", i > 0 ? " " : "",
                              bytes != NULL ? (int) g_bytes_get_size (bytes) : 1,
                              bytes != NULL ? (const char *) g_bytes_get_data (bytes, NULL) : "?",
                              version->reason, version->name != NULL ? "=" : "",
                              version->name != NULL ? version->name : "");
    }
  words = g_string_free (said, FALSE);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_keep (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *folder = commons_kept_get_folder (self->kept, self->file);
  g_autofree char *text = NULL;
  CommonsVersion *version;
  GStatBuf info;

  assert_list (self, "");
  keep (self, "A", NULL, COMMONS_VERSION_OPENED);
  keep (self, "B", NULL, COMMONS_VERSION_SAVED);
  keep (self, "C", "before the vote", COMMONS_VERSION_NAMED);
  assert_list (self, "C:2=before the vote B:0 A:1");

  /* Others on the machine cannot look into it. */
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0077, ==, 0);

  versions = commons_versions_list (self->kept, self->file);
  version = g_ptr_array_index (versions, 1);
  g_assert_cmpstr (version->title, ==, "Wells");
  g_assert_cmpint (ABS (g_get_real_time () - version->kept), <, G_TIME_SPAN_HOUR);
  text = read_text (self, "B", NULL);
  g_assert_cmpstr (text, ==, "B");
}

/* The same is kept once: as what it was last, unless it has a name. */
static void
test_the_same (Fixture       *self,
               gconstpointer  data)
{
  keep (self, "A", NULL, COMMONS_VERSION_OPENED);
  keep (self, "B", NULL, COMMONS_VERSION_SAVED);
  keep (self, "A", NULL, COMMONS_VERSION_SAVED);
  assert_list (self, "A:0 B:0");

  keep (self, "B", NULL, COMMONS_VERSION_OPENED);
  assert_list (self, "A:0 B:0");

  keep (self, "B", "good", COMMONS_VERSION_NAMED);
  keep (self, "C", NULL, COMMONS_VERSION_SAVED);
  keep (self, "B", NULL, COMMONS_VERSION_SAVED);
  assert_list (self, "C:0 B:2=good A:0");
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *id = digest ("A");
  g_autofree char *other = digest ("X");
  g_autofree char *longest = g_strnfill (5000, 'n');
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  keep (self, "A", NULL, COMMONS_VERSION_SAVED);
  g_assert_true (commons_versions_set_name (self->kept, self->file, id, "Été\n“1”", NULL));
  assert_list (self, "A:0=Été\n“1”");
  g_assert_true (commons_versions_set_name (self->kept, self->file, id, longest, NULL));
  versions = commons_versions_list (self->kept, self->file);
  g_assert_cmpuint (strlen (((CommonsVersion *) g_ptr_array_index (versions, 0))->name), ==, 200);
  g_assert_true (commons_versions_set_name (self->kept, self->file, id, NULL, NULL));
  assert_list (self, "A:0");

  g_assert_false (commons_versions_set_name (self->kept, self->file, other, "name", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  commons_versions_delete (self->kept, self->file, id);
  assert_list (self, "");
}

/* Nothing that happens to one file hides another. */
static void
test_damage (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *cut = get_path (self, "B");
  g_autofree char *changed = get_path (self, "C");
  g_autofree char *odd = get_path (self, "D");
  g_autofree char *pipe = get_path (self, "E");
  g_autofree char *link = get_path (self, "F");
  g_autofree char *folder = get_path (self, "G");
  g_autofree char *address = NULL;
  g_autofree char *text = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  keep (self, "A", NULL, COMMONS_VERSION_SAVED);
  keep (self, "B", NULL, COMMONS_VERSION_SAVED);
  keep (self, "C", NULL, COMMONS_VERSION_SAVED);
  keep (self, "D", NULL, COMMONS_VERSION_SAVED);

  g_assert_true (g_file_set_contents (cut, "", 0, NULL));
  g_assert_true (g_file_get_contents (changed, &contents, NULL, NULL));
  contents[strlen (contents) - 1] = 'X';
  g_assert_true (g_file_set_contents (changed, contents, -1, NULL));
  g_assert_true (g_file_set_contents (odd, "{\"commons-version\":[],\"kept\":{},\"name\":3}\nD", -1, NULL));
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  /* What was changed is told apart only once it is read. */
  assert_list (self, "?:0 A:0");
  text = read_text (self, "C", &error);
  g_assert_null (text);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);

  /* The note of the address is damaged as well. */
  g_clear_pointer (&text, g_free);
  text = g_path_get_dirname (cut);
  address = g_build_filename (text, "address", NULL);
  g_assert_true (g_file_set_contents (address, "\n\n", -1, NULL));
  keep (self, "B", NULL, COMMONS_VERSION_SAVED);
  assert_list (self, "B:0 ?:0 A:0");
}

static void
test_no_room (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("A", 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = g_path_get_dirname (self->kept);

  /* Where the folder should be there is a file. */
  g_assert_true (g_file_set_contents (parent, "", 0, NULL));
  g_assert_false (commons_versions_keep (self->kept, self->file, bytes, "", NULL, COMMONS_VERSION_SAVED, &error));
  g_assert_nonnull (error);
  assert_list (self, "");
}

/* ---- Renamed files -------------------------------------------------------- */

static void
move_to (Fixture    *self,
         const char *name)
{
  g_autofree char *path = g_build_filename (self->root, name, NULL);

  g_object_unref (self->file);
  self->file = g_file_new_for_path (path);
}

static void
test_renamed (Fixture       *self,
              gconstpointer  data)
{
  keep (self, "A", NULL, COMMONS_VERSION_SAVED);
  keep (self, "B", NULL, COMMONS_VERSION_SAVED);

  move_to (self, "springs.commons");
  keep (self, "B", NULL, COMMONS_VERSION_OPENED);
  assert_list (self, "B:0 A:0");

  /* Once more, without a save between. */
  move_to (self, "rivers.commons");
  keep (self, "B", NULL, COMMONS_VERSION_OPENED);
  assert_list (self, "B:0 A:0");
}

/* A copy is another board, and a medium that is not there is not renamed. */
static void
test_not_renamed (Fixture       *self,
                  gconstpointer  data)
{
  keep (self, "A", NULL, COMMONS_VERSION_SAVED);
  keep (self, "B", NULL, COMMONS_VERSION_SAVED);
  g_assert_true (g_file_set_contents (self->path, "B", -1, NULL));

  move_to (self, "copy.commons");
  keep (self, "B", NULL, COMMONS_VERSION_OPENED);
  assert_list (self, "B:1");

  /* Nor is what only began alike. */
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  move_to (self, "another.commons");
  keep (self, "A", NULL, COMMONS_VERSION_OPENED);
  assert_list (self, "A:1");

  move_to (self, "stick/c.commons");
  keep (self, "C", NULL, COMMONS_VERSION_SAVED);
  move_to (self, "d.commons");
  keep (self, "C", NULL, COMMONS_VERSION_OPENED);
  assert_list (self, "C:1");
}

/* ---- Several programs at once ----------------------------------------------- */

static gpointer
write_many (gpointer data)
{
  Fixture *self = ((gpointer *) data)[0];
  guint writer = GPOINTER_TO_UINT (((gpointer *) data)[1]);

  for (guint i = 0; i < N_WRITES; i++)
    {
      g_autofree char *own = g_strdup_printf ("%u-%u", writer, i);
      g_autofree char *shared = g_strdup_printf ("all-%u", i);
      g_autofree char *id = digest (shared);

      keep (self, own, NULL, COMMONS_VERSION_SAVED);
      keep (self, shared, NULL, COMMONS_VERSION_SAVED);
      if (writer == 0)
        g_assert_true (commons_versions_set_name (self->kept, self->file, id, shared, NULL));
    }

  return NULL;
}

static void
test_two_writers (Fixture       *self,
                  gconstpointer  data)
{
  GThread *threads[N_WRITERS];
  gpointer args[N_WRITERS][2];
  g_autoptr (GPtrArray) versions = NULL;
  guint n_named = 0;

  for (guint i = 0; i < N_WRITERS; i++)
    {
      args[i][0] = self;
      args[i][1] = GUINT_TO_POINTER (i);
      threads[i] = g_thread_new ("writer", write_many, args[i]);
    }
  for (guint i = 0; i < N_WRITERS; i++)
    g_thread_join (threads[i]);

  versions = commons_versions_list (self->kept, self->file);
  g_assert_cmpuint (versions->len, ==, (N_WRITERS + 1) * N_WRITES);
  for (guint i = 0; i < versions->len; i++)
    {
      CommonsVersion *version = g_ptr_array_index (versions, i);
      g_autoptr (GBytes) bytes = commons_versions_read (self->kept, self->file, version->id, NULL);

      g_assert_nonnull (bytes);
      n_named += version->name != NULL;
    }

  /* No writer took a name away that another one gave. */
  g_assert_cmpuint (n_named, ==, N_WRITES);
}

/* ---- What is not needed any more ------------------------------------------- */

typedef struct
{
  double                days;   /* age */
  CommonsVersionReason  reason;
  const char           *name;
  gboolean              stays;
} Case;

static CommonsVersion *
make_version (gint64                kept,
              CommonsVersionReason  reason,
              const char           *name,
              guint64               size)
{
  CommonsVersion *version = g_new0 (CommonsVersion, 1);

  version->id = g_strdup ("");
  version->title = g_strdup ("");
  version->name = g_strdup (name);
  version->kept = kept;
  version->reason = reason;
  version->size = size;

  return version;
}

static gint64
get_noon (void)
{
  g_autoptr (GDateTime) noon = g_date_time_new_local (2026, 11, 25, 12, 0, 0);

  return g_date_time_to_unix (noon) * G_USEC_PER_SEC;
}

/* It is Wednesday noon. */
static void
test_ages (void)
{
  static const Case cases[] = {
    { -400, COMMONS_VERSION_SAVED, NULL, TRUE },           /* the clock went back */
    { 0.1 / 24, COMMONS_VERSION_SAVED, NULL, TRUE },       /* all of the last hour */
    { 0.2 / 24, COMMONS_VERSION_SAVED, NULL, TRUE },
    { 0.9 / 24, COMMONS_VERSION_SAVED, NULL, TRUE },
    { 1.1 / 24, COMMONS_VERSION_SAVED, NULL, TRUE },       /* 10:54, the last one of that hour */
    { 1.5 / 24, COMMONS_VERSION_SAVED, NULL, FALSE },      /* 10:30 */
    { 1.9 / 24, COMMONS_VERSION_NAMED, "kept", TRUE },
    { 2.1 / 24, COMMONS_VERSION_SAVED, NULL, TRUE },       /* 9:54 */
    { 2.2 / 24, COMMONS_VERSION_NOT_SAVED, NULL, TRUE },
    { 2.3 / 24, COMMONS_VERSION_OPENED, NULL, FALSE },
    { 1.2, COMMONS_VERSION_SAVED, NULL, TRUE },            /* yesterday 7:12 */
    { 1.3, COMMONS_VERSION_SAVED, NULL, FALSE },           /* yesterday 4:48 */
    { 2.1, COMMONS_VERSION_SAVED, NULL, TRUE },            /* Monday */
    { 29, COMMONS_VERSION_REPLACED, NULL, TRUE },
    { 29.1, COMMONS_VERSION_SAVED, NULL, TRUE },
    { 31, COMMONS_VERSION_SAVED, NULL, TRUE },             /* Sunday 25 October */
    { 32, COMMONS_VERSION_NOT_SAVED, NULL, FALSE },        /* Saturday, the same week */
    { 37, COMMONS_VERSION_SAVED, NULL, FALSE },            /* Monday, the same week */
    { 38, COMMONS_VERSION_SAVED, NULL, TRUE },             /* Sunday, another week */
    { 400, COMMONS_VERSION_NAMED, "old", TRUE },
    { 400.1, COMMONS_VERSION_SAVED, NULL, TRUE },
    { 400.2, COMMONS_VERSION_SAVED, NULL, FALSE },
    { 400.3, COMMONS_VERSION_OPENED, NULL, TRUE },         /* the first one */
  };
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_version_free);
  g_autoptr (GPtrArray) gone = NULL;
  gint64 now = get_noon ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_ptr_array_add (versions, make_version (now - (gint64) (cases[i].days * (double) G_TIME_SPAN_DAY),
                                             cases[i].reason, cases[i].name, 1000));

  gone = commons_versions_choose (versions, now);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean stays = !g_ptr_array_find (gone, g_ptr_array_index (versions, i), NULL);

      if (stays != cases[i].stays)
        g_error ("%g days: %s", cases[i].days, stays ? "stays" : "goes");
    }
}

static void
test_bounds (void)
{
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_version_free);
  g_autoptr (GPtrArray) large = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_version_free);
  g_autoptr (GPtrArray) gone = NULL;
  gint64 now = get_noon ();

  for (guint i = 0; i < COMMONS_VERSIONS_MAX + 20; i++)
    g_ptr_array_add (many, make_version (now - i, COMMONS_VERSION_SAVED, i % 40 == 39 ? "name" : NULL, 10));
  gone = commons_versions_choose (many, now);
  g_assert_cmpuint (gone->len, ==, 20 - (COMMONS_VERSIONS_MAX + 20) / 40);
  g_assert_true (g_ptr_array_index (gone, 0) == g_ptr_array_index (many, many->len - 2));

  /* Of what is too large the last one stays, and what has a name. */
  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (large, make_version (now - i, COMMONS_VERSION_SAVED, i == 4 ? "name" : NULL,
                                          COMMONS_VERSIONS_MAX_BYTES - 10));
  g_clear_pointer (&gone, g_ptr_array_unref);
  gone = commons_versions_choose (large, now);
  g_assert_cmpuint (gone->len, ==, 3);
  g_assert_false (g_ptr_array_find (gone, g_ptr_array_index (large, 0), NULL));
  g_assert_false (g_ptr_array_find (gone, g_ptr_array_index (large, 4), NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/versions/keep", test_keep);
  ADD ("/versions/the-same", test_the_same);
  ADD ("/versions/names", test_names);
  ADD ("/versions/damage", test_damage);
  ADD ("/versions/no-room", test_no_room);
  ADD ("/versions/renamed", test_renamed);
  ADD ("/versions/not-renamed", test_not_renamed);
  ADD ("/versions/two-writers", test_two_writers);
#undef ADD
  g_test_add_func ("/versions/ages", test_ages);
  g_test_add_func ("/versions/bounds", test_bounds);

  return g_test_run ();
}

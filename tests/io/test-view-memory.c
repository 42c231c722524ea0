/* test-view-memory.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "commons-view-memory.h"

typedef struct
{
  char *folder;
  char *path; /* in a folder that is not there yet */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("commons-views-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "state", "views", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *state = g_build_filename (fixture->folder, "state", NULL);

  g_remove (fixture->path);
  g_remove (state);
  g_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static GFile *
make_file (guint number)
{
  g_autofree char *path = g_strdup_printf ("/somewhere/privé %u.commons", number);

  return g_file_new_for_path (path);
}

static void
store (Fixture *fixture,
       guint    number,
       double   x,
       double   y,
       double   zoom)
{
  g_autoptr (GFile) file = make_file (number);
  g_autoptr (GError) error = NULL;
  CommonsView view = { x, y, zoom, number % 2 == 0, number % 2 == 1 };

  g_assert_true (commons_view_memory_store (fixture->path, file, &view, &error));
  g_assert_no_error (error);
}

static gboolean
knows (Fixture     *fixture,
       guint        number,
       CommonsView *view)
{
  g_autoptr (GFile) file = make_file (number);
  CommonsView ignored;

  return commons_view_memory_lookup (fixture->path, file, view ? view : &ignored);
}

static void
test_remembers (Fixture       *fixture,
                gconstpointer  data)
{
  CommonsView view;

  g_assert_false (knows (fixture, 1, NULL));
  store (fixture, 1, -120.5, 1e6, 0.42);
  store (fixture, 2, 3, 4, 8);
  g_assert_true (knows (fixture, 1, &view));
  g_assert_cmpfloat (view.x, ==, -120.5);
  g_assert_cmpfloat (view.y, ==, 1e6);
  g_assert_cmpfloat (view.zoom, ==, 0.42);
  g_assert_true (view.outline);
  g_assert_false (view.whole);

  store (fixture, 1, 7, 8, 1);
  g_assert_true (knows (fixture, 1, &view));
  g_assert_cmpfloat (view.x, ==, 7);
  g_assert_true (knows (fixture, 2, &view));
  g_assert_false (view.outline);
  g_assert_true (view.whole);
}

/* Who reads the list does not learn which files there are. */
static void
test_names_no_file (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *text = NULL;
  GStatBuf info;

  store (fixture, 1, 0, 0, 1);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_null (strstr (text, "priv"));
  g_assert_null (strstr (text, "somewhere"));
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0077, ==, 0);
}

static void
test_forgets_the_oldest (Fixture       *fixture,
                         gconstpointer  data)
{
  store (fixture, 0, 0, 0, 1);
  for (guint i = 1; i < COMMONS_VIEW_MEMORY_MAX; i++)
    store (fixture, i, i, i, 1);
  g_assert_true (knows (fixture, 0, NULL));

  store (fixture, 0, 5, 5, 1);
  store (fixture, COMMONS_VIEW_MEMORY_MAX, 0, 0, 1);
  g_assert_true (knows (fixture, 0, NULL));
  g_assert_false (knows (fixture, 1, NULL));
  g_assert_true (knows (fixture, 2, NULL));
  g_assert_true (knows (fixture, COMMONS_VIEW_MEMORY_MAX, NULL));
}

static void
test_damage_is_no_view (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const damages[] = {
    "", "\x01\xff\xfe", "no group", "[half", "x=1",
  };
  g_autofree char *good = NULL;

  store (fixture, 1, 1, 2, 3);
  g_assert_true (g_file_get_contents (fixture->path, &good, NULL, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, damages[i], -1, NULL));
      g_assert_false (knows (fixture, 1, NULL));
      store (fixture, 1, 1, 2, 3);
      g_assert_true (knows (fixture, 1, NULL));
    }

  for (gsize length = 0; length < strlen (good); length++)
    {
      CommonsView view = { 0 };

      g_assert_true (g_file_set_contents (fixture->path, good, (gssize) length, NULL));
      if (knows (fixture, 1, &view))
        g_assert_true (isfinite (view.x) && isfinite (view.y) && view.zoom > 0);
    }
}

static void
test_odd_numbers_are_no_view (Fixture       *fixture,
                              gconstpointer  data)
{
  static const char *const odd[] = { "x=nan", "x=inf", "zoom=0", "zoom=-1", "zoom=", "y=word", "x=1e999" };
  g_autofree char *good = NULL;

  store (fixture, 1, 1, 2, 3);
  g_assert_true (g_file_get_contents (fixture->path, &good, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *text = g_strconcat (good, odd[i], "\n", NULL);

      g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
      g_assert_false (knows (fixture, 1, NULL));
    }
}

static void
test_huge_list_is_not_read (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *good = NULL, *padding = g_strnfill (300 * 1024, '#'), *text = NULL;

  store (fixture, 1, 1, 2, 3);
  g_assert_true (g_file_get_contents (fixture->path, &good, NULL, NULL));
  text = g_strconcat (good, padding, "\n", NULL);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  g_assert_false (knows (fixture, 1, NULL));
}

static void
test_no_place_to_write (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *below = g_build_filename (fixture->path, "views", NULL);
  g_autoptr (GFile) file = make_file (1);
  g_autoptr (GError) error = NULL;
  CommonsView view = { 0, 0, 1, FALSE, FALSE };

  store (fixture, 1, 0, 0, 1);
  g_assert_false (commons_view_memory_store (below, file, &view, &error));
  g_assert_nonnull (error);
}

static void
test_default_path (void)
{
  g_autofree char *path = commons_view_memory_get_default_path ();

  g_assert_true (g_str_has_prefix (path, g_get_user_state_dir ()));
  g_assert_true (g_str_has_suffix (path, "/commons-canvas/views"));
}

#define add(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/view-memory/remembers", test_remembers);
  add ("/view-memory/names-no-file", test_names_no_file);
  add ("/view-memory/forgets-the-oldest", test_forgets_the_oldest);
  add ("/view-memory/damage-is-no-view", test_damage_is_no_view);
  add ("/view-memory/odd-numbers-are-no-view", test_odd_numbers_are_no_view);
  add ("/view-memory/huge-list-is-not-read", test_huge_list_is_not_read);
  add ("/view-memory/no-place-to-write", test_no_place_to_write);
  g_test_add_func ("/view-memory/default-path", test_default_path);

  return g_test_run ();
}

/* test-mend.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a program that was killed left: a file that is half written over, notes
 * about it, and files beside it.
 */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "commons-in-place.h"
#include "commons-leftovers.h"
#include "commons-unfinished.h"
#include "fault-place.h"

static char *
note (const char *path,
      const char *old,
      const char *new)
{
  g_autoptr(GError) error = NULL;
  struct stat info;
  char *result;

  g_assert_cmpint (stat (path, &info), ==, 0);
  result = commons_unfinished_begin (path, info.st_ino, old, strlen (old), new, strlen (new), &error);
  g_assert_no_error (error);

  return result;
}

/* In place, for the other names and the number to stay. */
static void
write_over (const char *path,
            const char *text,
            gsize       length)
{
  FILE *file = g_fopen (path, "r+");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* Wherever writing stopped, and whatever the name it is read by. */
static void
test_torn (void)
{
  gsize length = strlen (fault_long);

  for (gsize stop = 7; stop <= length; stop += 7)
    {
      g_auto(FaultPlace) place = { 0 };
      g_autofree char *path = NULL;
      g_autofree char *found = NULL;

      fault_place_init (&place, FAULT_PLACE_HARD_LINK, fault_short);
      path = note (place.path, fault_short, fault_long);
      write_over (place.path, fault_long, stop);

      /* The room was taken before. */
      if (stop % 2 == 0)
        g_assert_cmpint (truncate (place.path, (off_t) length), ==, 0);

      commons_in_place_mend (stop % 3 == 0 ? place.other : place.path);
      found = fault_place_read (&place);
      g_assert_cmpstr (found, ==, fault_long);
      fault_place_assert_kept (&place);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* What somebody wrote since is theirs; and two disks may give the same number
 * to different files. */
static void
test_others (void)
{
  static const char theirs[] = "{\"nodes\":[],\"edges\":[],\"their\":\"words\"}\n";
  g_auto(FaultPlace) place = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *found = NULL;
  g_autofree char *elsewhere = NULL;

  fault_place_init (&place, FAULT_PLACE_HARD_LINK, fault_short);
  path = note (place.path, fault_short, fault_long);
  elsewhere = g_build_filename (place.folder, "another-name", NULL);
  g_assert_cmpint (link (place.path, elsewhere), ==, 0);
  write_over (place.path, theirs, strlen (theirs));

  commons_in_place_mend (elsewhere);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  found = fault_place_read (&place);
  g_assert_cmpstr (found, ==, theirs);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  /* A file whose number is that of no note. */
  again = note (place.path, fault_short, fault_long);
  g_assert_cmpint (g_unlink (elsewhere), ==, 0);
  g_assert_true (g_file_set_contents (elsewhere, fault_short, -1, NULL));
  commons_in_place_mend (elsewhere);
  g_assert_true (g_file_test (again, G_FILE_TEST_EXISTS));
}

/* The lock says that the writer still runs. */
static void
test_running (void)
{
  g_auto(FaultPlace) place = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *found = NULL;
  int fd;

  fault_place_init (&place, FAULT_PLACE_HARD_LINK, fault_short);
  path = note (place.path, fault_short, fault_long);
  write_over (place.path, fault_long, 40);
  fd = open (place.path, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);

  commons_in_place_mend (place.path);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  close (fd);

  commons_in_place_mend (place.path);
  g_assert_true (g_file_get_contents (place.path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, fault_long);
}

/* A note that ends too early was never finished, and the file not begun. */
static void
test_short_note (void)
{
  g_auto(FaultPlace) place = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize length;

  fault_place_init (&place, FAULT_PLACE_HARD_LINK, fault_short);
  path = note (place.path, fault_short, fault_long);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));

  for (gsize i = 0; i < length; i += 5)
    {
      g_autofree char *found = NULL;

      g_assert_true (g_file_set_contents (path, text, (gssize) i, NULL));
      commons_in_place_mend (place.path);
      found = fault_place_read (&place);
      g_assert_cmpstr (found, ==, fault_short);
    }
}

static char *
leave (FaultPlace *place,
       const char *name,
       gboolean    old)
{
  char *path = g_build_filename (place->folder, name, NULL);
  struct utimbuf times = { 0, 0 };

  g_assert_true (g_file_set_contents (path, fault_short, -1, NULL));
  if (old)
    g_assert_cmpint (utime (path, &times), ==, 0);

  return path;
}

static void
test_leftovers (void)
{
  static const char *const kept[] = {
    ".board.commons", ".board.commons.abc", ".board.commons.abcdefg", ".board.commons.abc-ef", "board.commons.abcdef",
    ".other.commons.abcdef", ".board.abcdef", "abcdef",
  };
  g_auto(FaultPlace) place = { 0 };
  g_autofree char *gone = NULL;
  g_autofree char *locked = NULL;
  g_autofree char *young = NULL;
  int fd;

  fault_place_init (&place, FAULT_PLACE_FILE, fault_short);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_free (leave (&place, kept[i], TRUE));
  gone = leave (&place, ".board.commons.aB3dEf", TRUE);
  locked = leave (&place, ".board.commons.lockED", TRUE);
  young = leave (&place, ".board.commons.young1", FALSE);
  fd = open (locked, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);

  g_assert_cmpuint (commons_leftovers_sweep (place.folder, "board.commons"), ==, 1);
  g_assert_false (g_file_test (gone, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (locked, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *path = g_build_filename (place.folder, kept[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  close (fd);

  /* In a folder of our own, those of any file. */
  g_assert_cmpuint (commons_leftovers_sweep (place.folder, NULL), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  fault_root ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fault/mend/torn", test_torn);
  g_test_add_func ("/fault/mend/others", test_others);
  g_test_add_func ("/fault/mend/running", test_running);
  g_test_add_func ("/fault/mend/short-note", test_short_note);
  g_test_add_func ("/fault/mend/leftovers", test_leftovers);

  result = g_test_run ();
  fault_root_remove ();

  return result;
}

/* test-calls.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes each call to the system that a save makes fail, one after the other and
 * with each error: the file holds the old bytes or the new ones, never anything
 * else, and the next save works.
 */

#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "commons-atomic-file.h"
#include "commons-draft.h"
#include "commons-io-error.h"
#include "fault-place.h"
#include "faults.h"

/* Sanitizers make each try many times slower. */
static const int codes[] = {
  ENOSPC, EIO, EACCES, ENOENT, EINTR,
#ifndef __SANITIZE_ADDRESS__
  EDQUOT, EROFS, EPERM, ENOMEM, EMFILE, ESTALE, EBUSY, ENOTCONN,
#endif
};
static const int disk_codes[] = { ENOSPC, EIO, EDQUOT };

/* One way to save. */
typedef struct
{
  FaultPlaceKind  kind;
  const char     *old;
  const char     *new;
  gboolean        with_etag;
} Way;

static gboolean
save (FaultPlace  *place,
      const char  *text,
      const char  *etag,
      char       **new_etag,
      GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (place->path);
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return commons_atomic_file_replace (file, bytes, etag, new_etag, NULL, error);
}

static char *
ask_etag (FaultPlace *place)
{
  g_autoptr(GFile) file = g_file_new_for_path (place->path);
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

static void
assert_holds (FaultPlace *place,
              gboolean    done,
              gboolean    unsure,
              const char *new)
{
  g_autofree char *found = fault_place_read (place);

  if (done || (unsure && g_strcmp0 (found, place->old) != 0))
    g_assert_cmpstr (found, ==, new);
  else
    g_assert_cmpstr (found, ==, place->old);
  if (found != NULL)
    fault_place_assert_kept (place);
}

/* Whatever failed before, or was left behind. */
static void
assert_saves (FaultPlace *place,
              const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *etag = ask_etag (place);

  g_assert_true (save (place, text, etag, NULL, &error));
  g_assert_no_error (error);
  assert_holds (place, TRUE, FALSE, text);
}

/* A signal is no reason to fail, nor is a call that does less than it could.
 * What GLib asks in its own name is not asked again. */
static gboolean
must_work (Fault fault,
           int   code)
{
  const char *hit = faults_get_hit ();

  if (fault == FAULT_SHORT || hit == NULL)
    return TRUE;

  return fault == FAULT_FAIL && code == EINTR && strstr (hit, "stat") == NULL && !g_str_equal (hit, "mkdir");
}

/* Returns whether there was such a call. */
static gboolean
try_call (const Way *way,
          Fault      fault,
          guint      call,
          int        code)
{
  g_auto(FaultPlace) place = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *etag = NULL;
  g_autofree char *new_etag = NULL;
  g_autofree char *now = NULL;
  gboolean done;
  gboolean unconfirmed;
  gboolean all_gone = fault == FAULT_GONE;

  fault_place_init (&place, way->kind, way->old);
  etag = way->with_etag ? ask_etag (&place) : NULL;
  faults_arm (place.root, fault, call, code);
  done = save (&place, way->new, etag, &new_etag, &error);
  faults_disarm ();

  unconfirmed = g_error_matches (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_UNCONFIRMED);
  if (faults_get_hit () != NULL && g_test_verbose ())
    g_test_message ("%s %u %s: %s %s", fault_place_names[way->kind], call, g_strerror (code), faults_get_hit (),
                    done ? "done" : error != NULL ? error->message : "NO ERROR");
  g_assert_cmpint (done, ==, error == NULL);
  assert_holds (&place, done, unconfirmed || all_gone, way->new);

  /* With every call in vain, what was being written stays behind too. */
  g_assert_cmpuint (fault_place_count_others (&place), <=, all_gone || g_strcmp0 (faults_get_hit (), "unlink") == 0);

  if (must_work (fault, code))
    g_assert_true (done);

  now = ask_etag (&place);
  if (done && g_strcmp0 (new_etag, "") != 0)
    g_assert_cmpstr (new_etag, ==, now);
  assert_saves (&place, way->old);

  return faults_get_hit () != NULL;
}

static guint
try_each (const Way *way,
          Fault      fault,
          const int *errors,
          guint      n_errors)
{
  guint n = 0;

  for (guint i = 0; i < n_errors; i++)
    {
      guint call = 0;

      while (try_call (way, fault, call, errors[i]))
        call++;
      g_assert_cmpuint (call, >=, 10);
      n += call;
    }

  return n;
}

/* Killed in place of a call, or in the middle of it. */
static gboolean
try_kill (const Way *way,
          guint      call)
{
  g_auto(FaultPlace) place = { 0 };
  int status;
  pid_t child;

  fault_place_init (&place, way->kind, way->old);
  child = fork ();
  if (child == 0)
    {
      faults_arm (place.root, FAULT_KILL, call, 0);
      _exit (save (&place, way->new, NULL, NULL, NULL) ? 0 : 1);
    }

  g_assert_cmpint (child, >, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) || (WIFEXITED (status) && WEXITSTATUS (status) == 0));
  assert_holds (&place, !WIFSIGNALED (status), TRUE, way->new);
  g_assert_cmpuint (fault_place_count_others (&place), <=, WIFSIGNALED (status));
  assert_saves (&place, way->old);
  assert_saves (&place, way->new);

  return WIFSIGNALED (status);
}

static guint
try_kills (const Way *way)
{
  guint call = 0;

  while (try_kill (way, call))
    call++;
  g_assert_cmpuint (call, >=, 10);

  return call;
}

static void
test_place (gconstpointer data)
{
  const Way ways[] = {
    { (FaultPlaceKind) GPOINTER_TO_INT (data), fault_short, fault_long, TRUE },
    { (FaultPlaceKind) GPOINTER_TO_INT (data), fault_long, fault_short, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      guint n_fail = try_each (&ways[i], FAULT_FAIL, codes, G_N_ELEMENTS (codes));
      guint n_half = try_each (&ways[i], FAULT_HALF, disk_codes, G_N_ELEMENTS (disk_codes));
      guint n_gone = try_each (&ways[i], FAULT_GONE, disk_codes, G_N_ELEMENTS (disk_codes));
      guint n_short = try_each (&ways[i], FAULT_SHORT, codes, 1);
      guint n_kill = try_kills (&ways[i]);

      g_test_message ("%-16s %s: failed %4u, half done %3u, then all %3u, short %2u, killed %2u: nothing lost",
                      fault_place_names[ways[i].kind], i == 0 ? "longer " : "shorter", n_fail, n_half, n_gone,
                      n_short, n_kill);
    }
}

/* A file that somebody else changed is not written over, whatever fails. */
static void
test_conflict (void)
{
  for (guint kind = FAULT_PLACE_FILE; kind < FAULT_N_PLACES; kind++)
    {
      gboolean hit = TRUE;

      for (guint call = 0; hit; call++)
        {
          g_auto(FaultPlace) place = { 0 };
          g_autoptr(GError) error = NULL;

          fault_place_init (&place, kind, fault_short);
          faults_arm (place.root, FAULT_FAIL, call, EIO);
          g_assert_false (save (&place, fault_long, "another state", NULL, &error));
          faults_disarm ();
          hit = faults_get_hit () != NULL;
          g_assert_nonnull (error);
          assert_holds (&place, FALSE, FALSE, fault_long);
        }
    }
}

/* Returns whether there was such a call. */
static gboolean
try_draft (Fault fault,
           guint call,
           int   code)
{
  g_auto(FaultPlace) place = { 0 };
  g_autofree char *folder = NULL;
  g_autoptr(GBytes) old = g_bytes_new_static (fault_short, strlen (fault_short));
  g_autoptr(GBytes) new = g_bytes_new_static (fault_long, strlen (fault_long));
  g_autoptr(GBytes) found = NULL;
  g_autoptr(GBytes) base = NULL;
  g_autoptr(CommonsDraft) draft = NULL;
  g_autoptr(GError) error = NULL;
  CommonsDraftInfo info = { .n_changes = 1 };
  gboolean first = (call & 1) != 0;
  gboolean done;
  gboolean hit;

  fault_place_init (&place, FAULT_PLACE_NEW, NULL);
  folder = g_build_filename (place.root, "drafts", NULL);
  draft = commons_draft_new (folder);
  if (!first)
    g_assert_true (commons_draft_write (draft, old, NULL, &info, NULL));

  faults_arm (place.root, fault, call / 2, code);
  done = commons_draft_write (draft, new, old, &info, &error);
  faults_disarm ();
  hit = faults_get_hit () != NULL;
  if (hit && g_test_verbose ())
    g_test_message ("draft %u %s: %s %s", call, g_strerror (code), faults_get_hit (), done ? "done" : error->message);
  g_assert_cmpint (done, ==, error == NULL);

  found = commons_draft_read (draft, NULL);
  if (done || (found != NULL && !g_bytes_equal (found, old)))
    g_assert_true (g_bytes_equal (found, new));
  else if (!first)
    g_assert_true (g_bytes_equal (found, old));

  /* What the changes began from is there, or not known: it is not taken for
   * anything else. */
  base = commons_draft_read_base (draft);
  g_assert_true (base == NULL || g_bytes_equal (base, old));
  if (must_work (fault, code))
    g_assert_true (done);

  g_assert_true (commons_draft_write (draft, old, old, &info, NULL));
  g_clear_pointer (&base, g_bytes_unref);
  base = commons_draft_read_base (draft);
  g_assert_true (base != NULL && g_bytes_equal (base, old));
  commons_draft_discard (draft);
  g_assert_cmpuint (fault_place_count_others (&place), <=, fault == FAULT_GONE);

  return hit;
}

static void
test_draft (void)
{
  const Fault kinds[] = { FAULT_FAIL, FAULT_HALF, FAULT_GONE, FAULT_SHORT };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (guint j = 0; j < (i == 0 ? G_N_ELEMENTS (codes) : 1); j++)
        {
          /* Even ones change a draft, odd ones make it. */
          for (guint first = 0; first < 2; first++)
            {
              guint call = first;

              while (try_draft (kinds[i], call, codes[j]))
                call += 2;
              g_assert_cmpuint (call, >=, 20);
              n += call / 2;
            }
        }
    }

  g_test_message ("draft: %u calls failed: nothing lost", n);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  fault_root ();
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < FAULT_N_PLACES; i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/fault/calls/%s", fault_place_names[i]), " ", '-');

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_place);
    }
  g_test_add_func ("/fault/calls/conflict", test_conflict);
  g_test_add_func ("/fault/calls/draft", test_draft);

  result = g_test_run ();
  fault_root_remove ();

  return result;
}

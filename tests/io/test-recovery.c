/* test-recovery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "commons-recovery.h"
#include "test-folder.h"

#define BOARD "{\"nodes\":[],\"edges\":[]}"

typedef struct
{
  char            *folder;
  CommonsRecovery *recovery;
  guint            n_aside;
} Fixture;

static void
aside_cb (Fixture   *self,
          GPtrArray *paths)
{
  self->n_aside += paths->len;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("commons-recovery-XXXXXX", NULL);
  self->recovery = commons_recovery_new (self->folder);
  g_signal_connect_swapped (self->recovery, "set-aside", G_CALLBACK (aside_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->recovery);
  test_remove_tree (self->folder);
  g_free (self->folder);
}

/* Leaves a draft behind, as a program that was killed does. */
static void
leave (Fixture    *self,
       const char *uri,
       const char *title)
{
  g_autoptr (CommonsDraft) draft = commons_draft_new (self->folder);
  const CommonsDraftInfo info = { (char *) uri, (char *) "etag", (char *) title, 1234, 0, 14 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (BOARD, strlen (BOARD));
  g_autoptr (GError) error = NULL;

  commons_draft_write (draft, bytes, NULL, &info, &error);
  g_assert_no_error (error);
}

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(int *) user_data = (int) commons_recovery_look_finish (COMMONS_RECOVERY (object), result);
}

static guint
look (Fixture *self)
{
  int n = -1;

  commons_recovery_look_async (self->recovery, looked_cb, &n);
  while (n < 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (commons_recovery_get_drafts (self->recovery)), ==, (guint) n);

  return (guint) n;
}

static void
test_find_and_take (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (GFile) mine = g_file_new_for_uri ("file:///tmp/mine.commons");
  g_autoptr (GFile) other = g_file_new_for_uri ("file:///tmp/other.commons");
  g_autoptr (CommonsDraft) draft = NULL;

  g_assert_cmpuint (look (self), ==, 0);
  leave (self, "file:///tmp/mine.commons", "Mine");
  leave (self, NULL, "Never saved");
  g_assert_cmpuint (look (self), ==, 2);

  /* Looking again takes nothing twice, and finds what was left since. */
  leave (self, NULL, "Left since");
  g_assert_cmpuint (look (self), ==, 3);

  g_assert_null (commons_recovery_find (self->recovery, other));
  draft = g_object_ref (commons_recovery_find (self->recovery, mine));
  g_assert_cmpstr (commons_draft_get_info (draft)->title, ==, "Mine");
  commons_recovery_take (self->recovery, draft);
  g_assert_null (commons_recovery_find (self->recovery, mine));

  /* Whoever took it holds it, and it is still there. */
  g_assert_cmpuint (look (self), ==, 2);
  g_assert_true (g_file_test (commons_draft_get_path (draft), G_FILE_TEST_EXISTS));
}

static void
test_delete (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (CommonsDraft) draft = NULL;
  g_autofree char *path = NULL;

  leave (self, NULL, "Not wanted");
  g_assert_cmpuint (look (self), ==, 1);
  draft = g_list_model_get_item (commons_recovery_get_drafts (self->recovery), 0);
  path = g_strdup (commons_draft_get_path (draft));
  commons_recovery_delete (self->recovery, draft);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (look (self), ==, 0);
}

/* Putting it off keeps it for next time. */
static void
test_put_off (Fixture       *self,
              gconstpointer  data)
{
  leave (self, NULL, "For later");
  g_assert_cmpuint (look (self), ==, 1);

  g_clear_object (&self->recovery);
  self->recovery = commons_recovery_new (self->folder);
  g_assert_cmpuint (look (self), ==, 1);
}

/* Some are offered by name, and each of them until somebody says not now. */
static void
test_offers (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("file:///tmp/mine.commons");
  guint n = 7;

  g_assert_null (commons_recovery_get_offer (self->recovery, &n));
  g_assert_cmpuint (n, ==, 0);
  leave (self, "file:///tmp/mine.commons", "Mine");
  leave (self, NULL, "Never saved");
  g_assert_cmpuint (look (self), ==, 2);
  g_assert_nonnull (commons_recovery_get_offer (self->recovery, &n));
  g_assert_cmpuint (n, ==, 2);

  commons_recovery_put_off (self->recovery, commons_recovery_find (self->recovery, file));
  g_assert_null (commons_recovery_find (self->recovery, file));
  g_assert_cmpstr (commons_draft_get_info (commons_recovery_get_offer (self->recovery, &n))->title, ==, "Never saved");
  g_assert_cmpuint (n, ==, 1);

  /* Who asks still finds them. */
  commons_recovery_put_off (self->recovery, NULL);
  g_assert_null (commons_recovery_get_offer (self->recovery, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (commons_recovery_get_drafts (self->recovery)), ==, 2);
}

static void
test_set_aside (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "bad.draft", NULL);

  g_assert_true (g_file_set_contents (path, "no draft", -1, NULL));
  g_test_expect_message ("commons-draft", G_LOG_LEVEL_MESSAGE, "*could not be read*");
  g_assert_cmpuint (look (self), ==, 0);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (self->n_aside, ==, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  /* It is told once. */
  g_assert_cmpuint (look (self), ==, 0);
  g_assert_cmpuint (self->n_aside, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/io/recovery/find-and-take", Fixture, NULL, set_up, test_find_and_take, tear_down);
  g_test_add ("/io/recovery/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/io/recovery/put-off", Fixture, NULL, set_up, test_put_off, tear_down);
  g_test_add ("/io/recovery/offers", Fixture, NULL, set_up, test_offers, tear_down);
  g_test_add ("/io/recovery/set-aside", Fixture, NULL, set_up, test_set_aside, tear_down);

  return g_test_run ();
}

/* kill-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-document.h"
#include "commons-file-bytes.h"
#include "commons-writer.h"
#include "faults.h"
#include "kill-work.h"

static void
tell (const char *what,
      GBytes     *bytes)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_print ("%s %s\n", what, digest);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  commons_document_load_finish (COMMONS_DOCUMENT (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
check_file (const KillOrder *order)
{
  g_autofree char *path = kill_get_file (order);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(CommonsDocument) document = commons_document_new ();
  gboolean done = FALSE;

  commons_document_load_async (document, file, NULL, loaded_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  tell ("file", commons_document_get_saved_bytes (document));
}

static void
check_draft (CommonsDraft *draft)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CommonsDocument) document = commons_document_new_from_draft (draft, &error);
  g_autoptr(GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = commons_writer_write_full (commons_document_get_board (document), COMMONS_WRITER_HEAD);
  tell ("draft", bytes);
}

int
kill_check (const KillOrder *order)
{
  g_autofree char *folder = kill_get_drafts (order);
  g_autofree char *unreadable = g_build_filename (folder, "unreadable", NULL);
  g_autoptr(GPtrArray) drafts = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;

  faults_arm (order->root, FAULT_NONE, 0, 0);
  faults_protect (order->protected ? order->folder : NULL);

  drafts = commons_draft_claim_all (folder, NULL);
  for (guint i = 0; i < drafts->len; i++)
    check_draft (g_ptr_array_index (drafts, i));
  check_file (order);

  dir = g_dir_open (unreadable, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_print ("aside %s\n", name);

  return 0;
}

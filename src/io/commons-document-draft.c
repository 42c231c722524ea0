/* commons-document-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening what was there before the program ended without saving.
 */

#define G_LOG_DOMAIN "commons-document-draft"

#include "config.h"

#include "commons-document-private.h"
#include "commons-draft.h"
#include "commons-reader.h"

gboolean
commons_document_show_draft (CommonsDocument  *self,
                             CommonsDraft     *draft,
                             GError          **error)
{
  const CommonsDraftInfo *info;
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(CommonsBoard) board = NULL;

  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (COMMONS_IS_DRAFT (draft), FALSE);
  g_return_val_if_fail (!commons_document_get_busy (self), FALSE);

  bytes = commons_draft_read (draft, error);
  board = bytes != NULL ? commons_reader_read (bytes, &report, error) : NULL;
  if (board == NULL)
    return FALSE;

  info = commons_draft_get_info (draft);
  g_object_freeze_notify (G_OBJECT (self));
  commons_document_show_board (self, board);

  /* With the version it began from: when another program changed the file
   * since, saving says so. */
  if (info->uri != NULL)
    {
      g_autoptr(GFile) file = g_file_new_for_uri (info->uri);
      g_autoptr(GBytes) base = commons_draft_read_base (draft);

      _commons_document_set_saved (self, base);
      _commons_document_set_file (self, file, info->etag != NULL ? info->etag : "");
    }
  _commons_document_set_read_only (self, report->newer, FALSE);
  _commons_document_set_warnings (self, report->warnings);
  commons_history_mark_modified (self->history);
  g_object_thaw_notify (G_OBJECT (self));

  return TRUE;
}

CommonsDocument *
commons_document_new_from_draft (CommonsDraft  *draft,
                                 GError       **error)
{
  g_autoptr(CommonsDocument) self = commons_document_new ();

  g_return_val_if_fail (COMMONS_IS_DRAFT (draft), NULL);

  return commons_document_show_draft (self, draft, error) ? g_steal_pointer (&self) : NULL;
}

/* commons-document.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "commons-board.h"
#include "commons-editor.h"
#include "commons-history.h"
#include "commons-draft.h"
#include "commons-io-error.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_DOCUMENT (commons_document_get_type ())

/**
 * CommonsDocument:
 *
 * A board and the file it lives in: what was saved, what is going on, what
 * went wrong. Belongs to the main thread; only bytes go to workers.
 *
 * Properties, all to be read only and notified: `board`, `editor`, `history`
 * (others after each load), `file`, `title`, `modified`, `read-only`, `busy`,
 * `error` and `warnings`.
 */
G_DECLARE_FINAL_TYPE (CommonsDocument, commons_document, COMMONS, DOCUMENT, GObject)

/**
 * CommonsDocument::saved:
 *
 * Emitted when the board was written to its file, after the properties tell so;
 * commons_document_get_saved_bytes() is what was written.
 */

/**
 * CommonsDocument::taken-up:
 *
 * Emitted when what another program wrote into the file came into the board;
 * commons_document_get_saved_bytes() is what the file holds.
 */

/**
 * commons_document_new:
 *
 * Makes a document without a file: an empty board.
 *
 * Returns: (transfer full): the document
 */
CommonsDocument *commons_document_new               (void);

/**
 * commons_document_new_for_board:
 * @board: a board that nothing else edits
 *
 * Makes a document without a file that holds @board.
 *
 * Returns: (transfer full): the document
 */
CommonsDocument *commons_document_new_for_board     (CommonsBoard         *board);

/**
 * commons_document_new_from_template:
 * @name: name of a template, such as "governance"
 * @language: (nullable): language of its texts; unknown ones give English
 * @title: (nullable): title of the board, %NULL for the template's own
 * @error: return location for %COMMONS_IO_ERROR_NO_TEMPLATE
 *
 * Makes a document without a file from a template.
 *
 * Returns: (transfer full) (nullable): the document
 */
CommonsDocument *commons_document_new_from_template (const char           *name,
                                                     const char           *language,
                                                     const char           *title,
                                                     GError              **error);

/**
 * commons_document_new_from_draft:
 * @draft: a draft that was taken up
 * @error: return location for a #CommonsIoError or #GIOErrorEnum
 *
 * Opens a board as it was when its draft was written: with its file, if it had
 * one, and with changes to save.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set
 */
CommonsDocument *commons_document_new_from_draft    (CommonsDraft         *draft,
                                                     GError              **error);

/**
 * commons_document_show_draft:
 * @draft: a draft that was taken up
 * @error: return location for a #CommonsIoError or #GIOErrorEnum
 *
 * Puts the board of a draft in place of what the document holds, as
 * commons_document_new_from_draft() does for a new one. What was not saved is
 * lost; not for a document that is busy.
 *
 * Returns: whether it could be read; otherwise nothing changed
 */
gboolean         commons_document_show_draft        (CommonsDocument      *self,
                                                     CommonsDraft         *draft,
                                                     GError              **error);

/**
 * commons_document_show_board:
 * @board: a board that nothing else edits
 *
 * Puts a new board, without a file, in place of what the document holds, as
 * loading does. What was not saved is lost; not for a document that is busy.
 */
void             commons_document_show_board        (CommonsDocument      *self,
                                                     CommonsBoard         *board);

/**
 * commons_document_read_template:
 * @name: name of a template, such as "governance"
 * @language: (nullable): language of its texts; unknown ones give English
 * @error: return location for %COMMONS_IO_ERROR_NO_TEMPLATE
 *
 * Returns: (transfer full) (nullable): the bytes of the template
 */
GBytes          *commons_document_read_template     (const char           *name,
                                                     const char           *language,
                                                     GError              **error);

/**
 * commons_document_load_async:
 * @file: what to read
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 *
 * Reads a file in place of what the document holds. When that fails the
 * document keeps its board, remembers the error, and does not write over
 * that file.
 */
void             commons_document_load_async        (CommonsDocument      *self,
                                                     GFile                *file,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

/**
 * commons_document_load_finish:
 * @error: return location for a #CommonsIoError or #GIOErrorEnum
 *
 * Returns: whether the document now holds what the file holds
 */
gboolean         commons_document_load_finish       (CommonsDocument      *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

/**
 * commons_document_save_async:
 * @file: (nullable): where to, or %NULL for the document's own file; another
 *   file becomes its own when it is written
 * @overwrite: whether to write even when somebody else changed the file
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 *
 * Writes the board as it is when the writing begins; saves asked for while
 * one runs follow it. Any failure leaves the file as it was, or whole and
 * written when only the disk did not confirm it; what is to save stays so.
 */
void             commons_document_save_async        (CommonsDocument      *self,
                                                     GFile                *file,
                                                     gboolean              overwrite,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

/**
 * commons_document_save_finish:
 * @error: return location for a #CommonsIoError (CONFLICT when somebody else
 *   changed the file, READ_ONLY, NO_FILE, BUSY) or a #GIOErrorEnum
 *
 * Returns: whether the board is on the disk
 */
gboolean         commons_document_save_finish       (CommonsDocument      *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

/**
 * commons_document_get_board:
 *
 * Returns: (transfer none): the board; another one after each load
 */
CommonsBoard    *commons_document_get_board         (CommonsDocument      *self);
CommonsEditor   *commons_document_get_editor        (CommonsDocument      *self);
CommonsHistory  *commons_document_get_history       (CommonsDocument      *self);

/**
 * commons_document_get_file:
 *
 * Returns: (transfer none) (nullable): the file, %NULL as long as there is none
 */
GFile           *commons_document_get_file          (CommonsDocument      *self);

/**
 * commons_document_get_etag:
 *
 * Returns: (transfer none) (nullable): what names the file's state when it was
 *   last read or written
 */
const char      *commons_document_get_etag          (CommonsDocument      *self);

/**
 * commons_document_get_saved_bytes:
 *
 * Returns: (transfer none) (nullable): what the file held when it was last read
 *   or written: what changes are counted, compared and merged from. %NULL as
 *   long as there is no file
 */
GBytes          *commons_document_get_saved_bytes   (CommonsDocument      *self);

/**
 * commons_document_get_title:
 *
 * Returns: (transfer none): the board's title, or else the name of the file,
 *   or else words that say it has none
 */
const char      *commons_document_get_title         (CommonsDocument      *self);

/**
 * commons_document_get_modified:
 *
 * Returns: whether there is something to save
 */
gboolean         commons_document_get_modified      (CommonsDocument      *self);

/**
 * commons_document_get_read_only:
 *
 * Returns: whether the file must not be written over: a newer version of the
 *   program made it, or it is write-protected
 */
gboolean         commons_document_get_read_only     (CommonsDocument      *self);

/**
 * commons_document_get_newer:
 *
 * Returns: whether a newer version of the program made the file
 */
gboolean         commons_document_get_newer         (CommonsDocument      *self);

/**
 * commons_document_get_busy:
 *
 * Returns: whether the document is being read or written
 */
gboolean         commons_document_get_busy          (CommonsDocument      *self);

/**
 * commons_document_get_error:
 *
 * Returns: (transfer none) (nullable): why the file could not be read
 */
const GError    *commons_document_get_error         (CommonsDocument      *self);

/**
 * commons_document_get_warnings:
 *
 * Returns: (transfer none) (element-type utf8): what was odd in the file
 */
GPtrArray       *commons_document_get_warnings      (CommonsDocument      *self);

/**
 * commons_document_describe_error:
 * @error: an error of reading or writing
 *
 * Says for a person what happened, what is safe and what to do about it.
 *
 * Returns: (transfer full): two or three sentences
 */
char            *commons_document_describe_error    (const GError         *error);

/**
 * commons_document_describe_save_error:
 * @error: an error of writing
 *
 * Says for a person why a board was not saved, that the file is whole and the
 * changes are still there, and what to do about it.
 *
 * Returns: (transfer full): two or three sentences
 */
char            *commons_document_describe_save_error (const GError       *error);

G_END_DECLS

/* commons-io-error.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMMONS_IO_ERROR (commons_io_error_quark ())

/**
 * CommonsIoError:
 * @COMMONS_IO_ERROR_SYNTAX: the text is not JSON; the message says where
 * @COMMONS_IO_ERROR_LIMIT: nested too deep, too many members or a number out
 *   of range; the message says where
 * @COMMONS_IO_ERROR_FORMAT: JSON, but not a board; the message says where
 * @COMMONS_IO_ERROR_TOO_LARGE: the file is larger than boards may be
 * @COMMONS_IO_ERROR_EMPTY: there is nothing in the file
 * @COMMONS_IO_ERROR_CONFLICT: somebody else changed the file meanwhile
 * @COMMONS_IO_ERROR_READ_ONLY: the file may not be written over
 * @COMMONS_IO_ERROR_BUSY: the document is being read
 * @COMMONS_IO_ERROR_NO_FILE: the document has no file yet
 * @COMMONS_IO_ERROR_NO_TEMPLATE: there is no template of that name
 * @COMMONS_IO_ERROR_UNKNOWN: JSON that has nothing to do with boards
 * @COMMONS_IO_ERROR_UNCONFIRMED: the file holds the board, but the disk may yet
 *   lose it
 * @COMMONS_IO_ERROR_DEVICE: the disk, or the network it is on, failed
 *
 * Why a board could not be read or written. Messages are translated.
 */
typedef enum
{
  COMMONS_IO_ERROR_SYNTAX,
  COMMONS_IO_ERROR_LIMIT,
  COMMONS_IO_ERROR_FORMAT,
  COMMONS_IO_ERROR_TOO_LARGE,
  COMMONS_IO_ERROR_EMPTY,
  COMMONS_IO_ERROR_CONFLICT,
  COMMONS_IO_ERROR_READ_ONLY,
  COMMONS_IO_ERROR_BUSY,
  COMMONS_IO_ERROR_NO_FILE,
  COMMONS_IO_ERROR_NO_TEMPLATE,
  COMMONS_IO_ERROR_UNKNOWN,
  COMMONS_IO_ERROR_UNCONFIRMED,
  COMMONS_IO_ERROR_DEVICE,
} CommonsIoError;

GQuark  commons_io_error_quark          (void);

/**
 * commons_io_error_new_from_errno:
 * @saved_errno: what the system refused with
 * @message: what happened, translated
 *
 * Tells apart what GIO has one code for, so that people can be told what to do.
 *
 * Returns: (transfer full): a #GIOErrorEnum, or %COMMONS_IO_ERROR_DEVICE
 */
GError *commons_io_error_new_from_errno (int         saved_errno,
                                         const char *message);

/**
 * commons_io_error_new_unwritten:
 * @path: name of a file
 * @saved_errno: what the system refused with
 *
 * Says that a file could not be written.
 *
 * Returns: (transfer full): as commons_io_error_new_from_errno()
 */
GError *commons_io_error_new_unwritten  (const char *path,
                                         int         saved_errno);

G_END_DECLS

/* commons-document-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What went wrong, in words for people.
 */

#define G_LOG_DOMAIN "commons-document-words"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-document.h"

/* What is safe and what to do, for each of our own errors; NULL when the
 * message already says it all. */
static const char *
get_io_advice (int code)
{
  switch (code)
    {
    case COMMONS_IO_ERROR_SYNTAX:
    case COMMONS_IO_ERROR_LIMIT:
    case COMMONS_IO_ERROR_FORMAT:
      return _("The file stays as it is. Correct it in a text editor, or open an earlier copy.");

    case COMMONS_IO_ERROR_TOO_LARGE:
      return _("The file stays as it is. Boards are smaller than that: is it the right file?");

    case COMMONS_IO_ERROR_EMPTY:
      return _("It may come from a copy or a download that was cut off. Open an earlier copy, "
               "or start a new board.");

    case COMMONS_IO_ERROR_CONFLICT:
      return _("Nothing was written, and your changes are still here. Save them under another "
               "name, or replace the file on purpose.");

    case COMMONS_IO_ERROR_BUSY:
      return _("Your changes are still here. Try again in a moment.");

    case COMMONS_IO_ERROR_NO_FILE:
      return _("Choose a name and a place for it.");

    case COMMONS_IO_ERROR_UNCONFIRMED:
      return _("Your changes are still here. Save again, or save on another disk.");

    default:
      return NULL;
    }
}

static const char *
get_system_advice (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return _("There is no such file or folder. It may have been moved, renamed or deleted.");

    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return _("You are not allowed to use this file or folder that way. The file stays as it "
               "is; choose another place.");

    case G_IO_ERROR_NO_SPACE:
      return _("The disk is full. The file stays as it was, and your changes are still here. "
               "Make room and save again, or save elsewhere.");

    case G_IO_ERROR_IS_DIRECTORY:
      return _("This is a folder. Choose a file.");

    case G_IO_ERROR_NOT_DIRECTORY:
      return _("A part of the path is not a folder. Choose another place.");

    case G_IO_ERROR_NOT_REGULAR_FILE:
      return _("This is not a plain file. Choose another one.");

    case G_IO_ERROR_FILENAME_TOO_LONG:
    case G_IO_ERROR_INVALID_FILENAME:
      return _("A file cannot have that name. Choose another one.");

    case G_IO_ERROR_TIMED_OUT:
    case G_IO_ERROR_HOST_NOT_FOUND:
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_NOT_MOUNTED:
    case G_IO_ERROR_NOT_CONNECTED:
      return _("The place of the file cannot be reached. Check the connection and try again.");

    case G_IO_ERROR_CANCELLED:
      return _("This was given up. The file stays as it was.");

    default:
      return NULL;
    }
}

char *
commons_document_describe_error (const GError *error)
{
  const char *advice;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == COMMONS_IO_ERROR)
    {
      advice = get_io_advice (error->code);

      if (advice == NULL)
        return g_strdup (error->message);

      /* Translators: what happened, then what is safe and what to do */
      return g_strdup_printf (_("%s. %s"), error->message, advice);
    }

  advice = error->domain == G_IO_ERROR ? get_system_advice (error->code) : NULL;

  if (advice != NULL)
    return g_strdup (advice);

  /* Translators: what the system says, then what is safe and what to do */
  return g_strdup_printf (_("%s. The file stays as it was; try again, or choose another place."),
                          error->message);
}

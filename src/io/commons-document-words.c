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

    case COMMONS_IO_ERROR_DEVICE:
      return _("The disk, or the network it is on, may be failing. Try again, or open a copy from elsewhere.");

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

/* Why a board was not saved: what happened, and what to do. What is safe is the
 * same for all of them. */
static const struct
{
  int         code; /* a GIOErrorEnum */
  const char *what;
  const char *advice;
} refusals[] = {
  { G_IO_ERROR_NO_SPACE, N_("The disk is full, or you have used all the room you have there."),
    N_("Make room and save again, or save elsewhere.") },
  { G_IO_ERROR_PERMISSION_DENIED, N_("You are not allowed to write there."), N_("Save elsewhere.") },
  { G_IO_ERROR_READ_ONLY, N_("That disk can be read, not written."), N_("Save elsewhere.") },
  { G_IO_ERROR_NOT_FOUND, N_("The folder of this file is gone: it was moved, renamed or deleted."),
    N_("Bring it back and save again, or save elsewhere.") },
  { G_IO_ERROR_NOT_DIRECTORY, N_("A part of the path is not a folder."), N_("Save elsewhere.") },
  { G_IO_ERROR_IS_DIRECTORY, N_("A folder has that name."), N_("Save under another name.") },
  { G_IO_ERROR_NOT_REGULAR_FILE, N_("What has that name is not a plain file."), N_("Save under another name.") },
  { G_IO_ERROR_FILENAME_TOO_LONG, N_("That name is too long."), N_("Save under a shorter name.") },
  { G_IO_ERROR_INVALID_FILENAME, N_("A file cannot have that name."), N_("Save under another name.") },
  { G_IO_ERROR_TOO_MANY_LINKS, N_("That name is a link that leads back to itself."), N_("Save under another name.") },
  { G_IO_ERROR_BUSY, N_("Another program keeps this file for itself."),
    N_("Close that program and save again, or save elsewhere.") },
  { G_IO_ERROR_TOO_MANY_OPEN_FILES, N_("Too many files are open at once."),
    N_("Close some programs and save again.") },
};

/* A folder of the network, or a stick, that is not there any more. */
static const int gone[] = {
  G_IO_ERROR_TIMED_OUT, G_IO_ERROR_HOST_NOT_FOUND, G_IO_ERROR_HOST_UNREACHABLE, G_IO_ERROR_NETWORK_UNREACHABLE,
  G_IO_ERROR_NOT_MOUNTED, G_IO_ERROR_NOT_CONNECTED, G_IO_ERROR_CONNECTION_REFUSED, G_IO_ERROR_CONNECTION_CLOSED,
  G_IO_ERROR_NO_SUCH_DEVICE,
};

static const char *
find_refusal (int          code,
              const char **advice)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      if (refusals[i].code == code)
        {
          *advice = _(refusals[i].advice);
          return _(refusals[i].what);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      if (gone[i] == code)
        {
          *advice = _("Connect it and save again, or save elsewhere.");
          return _("The place of the file cannot be reached.");
        }
    }

  return NULL;
}

char *
commons_document_describe_save_error (const GError *error)
{
  const char *safe = _("The file there is as it was, and your changes are still here.");
  const char *advice = _("Save again, or save elsewhere.");
  const char *what = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_DEVICE))
    what = _("The disk, or the network it is on, reports an error.");
  else if (error->domain == COMMONS_IO_ERROR)
    return commons_document_describe_error (error);
  else if (error->domain == G_IO_ERROR)
    what = find_refusal (error->code, &advice);

  if (what != NULL)
    /* Translators: three sentences: what happened, what is safe, what to do */
    return g_strdup_printf (_("%s %s %s"), what, safe, advice);

  /* Translators: what the system says, then two sentences: what is safe, what to do */
  return g_strdup_printf (_("%s. %s %s"), error->message, safe, advice);
}

/* commons-io-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-io-error"

#include "config.h"

#include <errno.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "commons-io-error.h"

G_DEFINE_QUARK (commons-io-error-quark, commons_io_error)

static int
get_code (int saved_errno)
{
  switch (saved_errno)
    {
    case EDQUOT:
      return G_IO_ERROR_NO_SPACE;

    case EHOSTDOWN:
      return G_IO_ERROR_HOST_UNREACHABLE;

    /* A share or a stick that was there when the board was read. */
    case ESTALE:
    case ENXIO:
    case ENODEV:
    case ENOMEDIUM:
    case ESHUTDOWN:
    case ECONNABORTED:
      return G_IO_ERROR_NOT_MOUNTED;

    default:
      return g_io_error_from_errno (saved_errno);
    }
}

GError *
commons_io_error_new_from_errno (int         saved_errno,
                                 const char *message)
{
  g_return_val_if_fail (message != NULL, NULL);

  if (saved_errno == EIO || saved_errno == EREMOTEIO)
    return g_error_new_literal (COMMONS_IO_ERROR, COMMONS_IO_ERROR_DEVICE, message);

  return g_error_new_literal (G_IO_ERROR, get_code (saved_errno), message);
}

GError *
commons_io_error_new_unwritten (const char *path,
                                int         saved_errno)
{
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_name (path);
  /* Translators: the name of a file, then what the system says */
  message = g_strdup_printf (_("Could not write “%s”: %s"), name, g_strerror (saved_errno));

  return commons_io_error_new_from_errno (saved_errno, message);
}

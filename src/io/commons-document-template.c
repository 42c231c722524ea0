/* commons-document-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-document-template"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-board-start.h"
#include "commons-catalogue.h"
#include "commons-document.h"

#define FOLDER "/org/inno3/CommonsCanvas/templates/"

/* Names come from people on the command line: nothing that leaves the folder. */
static gboolean
is_name (const char *name)
{
  return *name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (name);
}

static GBytes *
look_up (const char *name,
         const char *language)
{
  g_autofree char *path = g_strdup_printf (FOLDER "%s.%s.commons", name, language);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

GBytes *
commons_document_read_template (const char  *name,
                                const char  *language,
                                GError     **error)
{
  CommonsCatalogue *catalogue;
  GBytes *bytes = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  /* The catalogue knows which languages there are, and brings the resources. */
  catalogue = commons_catalogue_get (language);

  if (is_name (name))
    {
      /* A language of one file has no templates of its own. */
      bytes = look_up (name, commons_catalogue_get_language (catalogue));
      if (bytes == NULL)
        bytes = look_up (name, "en");
    }

  if (bytes == NULL)
    g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_NO_TEMPLATE,
                 /* Translators: %s is the name of a template */
                 _("There is no template “%s”"), name);

  return bytes;
}

CommonsDocument *
commons_document_new_from_template (const char  *name,
                                    const char  *language,
                                    const char  *title,
                                    GError     **error)
{
  g_autoptr(GBytes) bytes = commons_document_read_template (name, language, error);
  /* A language of one file borrows the templates of another one. */
  const CommonsBoardStart start = {
    .title = title,
    .language = commons_catalogue_get_language (commons_catalogue_get (language)),
  };
  g_autoptr(CommonsBoard) board = bytes != NULL ? commons_board_start_make (bytes, &start, error) : NULL;

  return board != NULL ? commons_document_new_for_board (board) : NULL;
}

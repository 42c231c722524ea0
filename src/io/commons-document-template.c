/* commons-document-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-document-template"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-catalogue.h"
#include "commons-document.h"
#include "commons-reader.h"

#define FOLDER "/org/inno3/CommonsCanvas/templates/"

/* Names come from people on the command line: nothing that leaves the folder. */
static gboolean
is_name (const char *name)
{
  return *name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (name);
}

GBytes *
commons_document_read_template (const char  *name,
                                const char  *language,
                                GError     **error)
{
  CommonsCatalogue *catalogue;
  g_autofree char *path = NULL;
  GBytes *bytes = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  /* The catalogue knows which languages there are, and brings the resources. */
  catalogue = commons_catalogue_get (language);

  if (is_name (name))
    {
      path = g_strdup_printf (FOLDER "%s.%s.commons", name,
                              commons_catalogue_get_language (catalogue));
      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    }

  if (bytes == NULL)
    g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_NO_TEMPLATE,
                 /* Translators: %s is the name of a template */
                 _("There is no template “%s”"), name);

  return bytes;
}

static GPtrArray *
copy_records (CommonsBoard  *board,
              guint          n_records,
              CommonsRecord *(*get_record) (CommonsBoard *, guint))
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < n_records; i++)
    g_ptr_array_add (records, commons_record_ref (get_record (board, i)));

  return records;
}

static CommonsBoard *
board_with_title (CommonsBoard *board,
                  const char   *title)
{
  g_autoptr(GPtrArray) nodes = NULL;
  g_autoptr(GPtrArray) edges = NULL;
  g_autoptr(CommonsRecord) head = NULL;

  nodes = copy_records (board, commons_board_get_n_nodes (board), commons_board_get_node);
  edges = copy_records (board, commons_board_get_n_edges (board), commons_board_get_edge);
  head = commons_record_with_string (commons_board_get_head (board), "commons/title", title);

  return commons_board_new_from_records (head, nodes, edges);
}

CommonsDocument *
commons_document_new_from_template (const char  *name,
                                    const char  *language,
                                    const char  *title,
                                    GError     **error)
{
  g_autoptr(GBytes) bytes = commons_document_read_template (name, language, error);
  g_autoptr(CommonsBoard) board = NULL;
  g_autoptr(CommonsBoard) titled = NULL;

  if (bytes == NULL)
    return NULL;

  board = commons_reader_read (bytes, NULL, error);

  if (board == NULL || title == NULL)
    return board != NULL ? commons_document_new_for_board (board) : NULL;

  titled = board_with_title (board, title);

  return commons_document_new_for_board (titled);
}

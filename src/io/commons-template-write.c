/* commons-template-write.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Templates that people make of their boards.
 */

#define G_LOG_DOMAIN "commons-template-write"

#include "config.h"

#include <string.h>

#include "commons-file-bytes.h"
#include "commons-templates.h"
#include "commons-writer.h"

/* Bytes of the name of a file; with its ending it stays well under the 255
 * that file systems allow. */
#define MAX_NAME 80

/* Names tried for templates of the same title. */
#define MAX_TRIES 1000

/* What says how one group used the board, and not how it is laid out. */
static const char * const left_behind[] = { "commons/votes", "commons/author", "commons/side" };

static CommonsRecord *
copy_node (CommonsRecord *node)
{
  CommonsRecord *copy = commons_record_ref (node);

  for (guint i = 0; i < G_N_ELEMENTS (left_behind); i++)
    {
      CommonsRecord *next = commons_record_with (copy, left_behind[i], NULL);

      commons_record_unref (copy);
      copy = next;
    }

  return copy;
}

static gboolean
is_kept (CommonsRecord *node,
         gboolean       with_cards)
{
  return commons_record_is_group (node) || (with_cards && !commons_record_is_hidden (node));
}

static GPtrArray *
copy_nodes (CommonsBoard *board,
            gboolean      with_cards,
            GHashTable   *kept)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (!is_kept (node, with_cards))
        continue;

      g_ptr_array_add (nodes, copy_node (node));
      g_hash_table_add (kept, (gpointer) commons_record_get_id (node));
    }

  return nodes;
}

static GPtrArray *
copy_edges (CommonsBoard *board,
            GHashTable   *kept)
{
  GPtrArray *edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    {
      CommonsRecord *edge = commons_board_get_edge (board, i);

      if (g_hash_table_contains (kept, commons_record_get_from (edge)) &&
          g_hash_table_contains (kept, commons_record_get_to (edge)))
        g_ptr_array_add (edges, commons_record_ref (edge));
    }

  return edges;
}

/* Takes @head. */
static CommonsRecord *
with (CommonsRecord *head,
      const char    *path,
      const char    *text)
{
  g_autoptr(CommonsRecord) before = head;

  return text != NULL ? commons_record_with_string (before, path, text) : commons_record_with (before, path, NULL);
}

GBytes *
commons_template_write (CommonsBoard *board,
                        const char   *title,
                        const char   *description,
                        gboolean      with_cards)
{
  g_autoptr(GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) nodes = NULL;
  g_autoptr(GPtrArray) edges = NULL;
  g_autoptr(CommonsRecord) head = NULL;
  g_autoptr(CommonsBoard) copy = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  nodes = copy_nodes (board, with_cards, kept);
  edges = copy_edges (board, kept);

  head = with (commons_record_ref (commons_board_get_head (board)), "commons/title", title);
  head = with (g_steal_pointer (&head), "commons/description", description);
  head = with (g_steal_pointer (&head), "commons/session", NULL);
  head = with (g_steal_pointer (&head), "commons/author", NULL);
  if (!with_cards)
    head = with (g_steal_pointer (&head), "commons/sheets", NULL);

  copy = commons_board_new_from_records (head, nodes, edges);

  return commons_writer_write_full (copy, COMMONS_WRITER_HEAD);
}

/* A title without what file systems and people dislike in names. */
static char *
make_name (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  char *end;

  g_strdelimit (valid, "/\\:*?\"<>|\n\r\t.", '-');
  if (strlen (valid) > MAX_NAME)
    {
      end = g_utf8_find_prev_char (valid, valid + MAX_NAME);
      *end = '\0';
    }
  g_strstrip (valid);

  return *valid != '\0' ? g_steal_pointer (&valid) : g_strdup ("template");
}

GFile *
commons_template_choose_file (const char  *title,
                              GError     **error)
{
  g_autoptr(GFile) folder = commons_templates_get_folder ();
  g_autofree char *name = NULL;
  g_autoptr(GError) made = NULL;

  g_return_val_if_fail (title != NULL, NULL);

  if (!g_file_make_directory_with_parents (folder, NULL, &made) &&
      !g_error_matches (made, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&made));
      return NULL;
    }

  name = make_name (title);
  for (guint i = 1; i <= MAX_TRIES; i++)
    {
      g_autofree char *full = i == 1 ? g_strdup_printf ("%s.commons", name) : g_strdup_printf ("%s-%u.commons", name, i);
      g_autoptr(GFile) file = g_file_get_child (folder, full);

      if (!g_file_query_exists (file, NULL))
        return g_steal_pointer (&file);
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, g_strerror (EEXIST));

  return NULL;
}

gboolean
commons_template_remove (const CommonsTemplate  *self,
                         GBytes                **bytes,
                         GError                **error)
{
  g_autoptr(GBytes) held = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->own && self->file != NULL, FALSE);

  /* What cannot be read, such as a link to nothing, can be removed all the same. */
  held = commons_template_read (self, NULL, NULL);
  if (!g_file_delete (self->file, NULL, error))
    return FALSE;

  if (bytes != NULL)
    *bytes = g_steal_pointer (&held);

  return TRUE;
}

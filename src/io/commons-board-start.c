/* commons-board-start.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-board-start"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-board-start.h"
#include "commons-reader.h"

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Takes @head. */
static CommonsRecord *
say (CommonsRecord *head,
     const char    *path,
     const char    *text)
{
  g_autoptr(CommonsRecord) before = head;

  return is_said (text) ? commons_record_with_string (before, path, text) : g_steal_pointer (&before);
}

/* Takes @head. */
static CommonsRecord *
say_participants (CommonsRecord      *head,
                  const char * const *participants)
{
  g_autoptr(CommonsRecord) before = head;
  g_autoptr(JsonArray) names = json_array_new ();

  for (guint i = 0; participants != NULL && participants[i] != NULL; i++)
    {
      if (is_said (participants[i]))
        json_array_add_string_element (names, participants[i]);
    }

  if (json_array_get_length (names) == 0)
    return g_steal_pointer (&before);

  return commons_record_with (before, "commons/session/participants",
                              json_node_init_array (json_node_alloc (), names));
}

static CommonsRecord *
make_head (CommonsBoard            *board,
           const CommonsBoardStart *start)
{
  g_autoptr(CommonsRecord) described = commons_record_with (commons_board_get_head (board), "commons/description", NULL);
  CommonsRecord *head = commons_record_with (described, "commons/author", NULL);

  if (start == NULL)
    return head;

  head = say (head, "commons/title", start->title);
  head = say (head, "commons/language", start->language);
  head = say (head, "commons/author", start->author);
  head = say (head, "commons/session/purpose", start->purpose);
  head = say (head, "commons/session/date", start->date);

  return say_participants (head, start->participants);
}

/* The first line of a card is its title. */
static CommonsRecord *
name_project (CommonsRecord *project,
              const char    *title)
{
  const char *text = commons_record_get_text (project);
  g_autofree char *line = g_strdelimit (g_strdup (title), "\n\r", ' ');
  g_autofree char *named = g_strconcat (line, strchr (text, '\n'), NULL);

  return commons_record_with_text (project, named);
}

static GPtrArray *
make_nodes (CommonsBoard            *board,
            const CommonsBoardStart *start)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  gboolean unnamed = start != NULL && is_said (start->title);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      gboolean is_project = g_strcmp0 (commons_record_get_kind (node), "project") == 0 &&
                            g_str_equal (commons_record_get_node_type (node), "text");

      if (unnamed && is_project)
        g_ptr_array_add (nodes, name_project (node, start->title));
      else
        g_ptr_array_add (nodes, commons_record_ref (node));
      unnamed = unnamed && !is_project;
    }

  return nodes;
}

static GPtrArray *
make_edges (CommonsBoard *board)
{
  GPtrArray *edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    g_ptr_array_add (edges, commons_record_ref (commons_board_get_edge (board, i)));

  return edges;
}

CommonsBoard *
commons_board_start_make (GBytes                   *bytes,
                          const CommonsBoardStart  *start,
                          GError                  **error)
{
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(CommonsBoard) template = NULL;
  g_autoptr(CommonsRecord) head = NULL;
  g_autoptr(GPtrArray) nodes = NULL;
  g_autoptr(GPtrArray) edges = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  template = commons_reader_read (bytes, &report, error);
  if (template == NULL)
    return NULL;

  if (report->newer)
    {
      g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY,
                           _("A newer version of Commons Canvas made this template."));
      return NULL;
    }

  head = make_head (template, start);
  nodes = make_nodes (template, start);
  edges = make_edges (template);

  return commons_board_new_from_records (head, nodes, edges);
}

CommonsBoard *
commons_board_start_make_from (const CommonsTemplate    *template,
                               const CommonsBoardStart  *start,
                               GError                  **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (template != NULL, NULL);

  bytes = commons_template_read (template, start != NULL ? start->language : NULL, error);

  return bytes != NULL ? commons_board_start_make (bytes, start, error) : NULL;
}

/* commons-arrange-tick.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ticking the boxes in the text of a card.
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-arrange-tick.h"
#include "commons-markdown.h"

/* A locked card stays what it is, and a hidden one shows no box. */
static gboolean
can_tick (CommonsRecord *node)
{
  return node != NULL && g_str_equal (commons_record_get_node_type (node), "text") &&
         !commons_record_is_locked (node) && !commons_record_is_hidden (node);
}

gboolean
commons_arrange_tick (CommonsEditor *editor,
                      const char    *id,
                      guint          box,
                      const char    *label)
{
  CommonsRecord *node;
  g_autofree char *body = NULL, *head = NULL, *text = NULL;
  g_autoptr (CommonsRecord) ticked = NULL;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  node = commons_board_lookup_node (commons_editor_get_board (editor), id);

  if (!can_tick (node))
    return FALSE;

  body = commons_markdown_toggle (commons_record_get_body (node), box);

  if (body == NULL)
    return FALSE;

  /* The body is the end of the text. */
  head = g_strndup (commons_record_get_text (node),
                    (gsize) (commons_record_get_body (node) - commons_record_get_text (node)));
  text = g_strconcat (head, body, NULL);
  ticked = commons_record_with_text (node, text);

  ours = _commons_arrange_begin (editor, label, NULL);
  commons_editor_set (editor, ticked);

  return _commons_arrange_end (editor, ours, TRUE);
}

int
commons_arrange_find_box (CommonsRecord *node)
{
  g_autoptr (CommonsMarkdown) read = NULL;
  int n_boxes = 0;

  g_return_val_if_fail (node != NULL, -1);

  if (!can_tick (node))
    return -1;

  read = commons_markdown_parse (commons_record_get_body (node), COMMONS_MARKDOWN_TEXT);

  for (guint i = 0; i < read->spans->len; i++)
    {
      const CommonsMarkdownSpan *span = &g_array_index (read->spans, CommonsMarkdownSpan, i);

      if (span->look != COMMONS_MARKDOWN_CHECK)
        continue;

      if (!span->ticked)
        return n_boxes;

      n_boxes++;
    }

  /* All are ticked: the last one may have been a slip. */
  return n_boxes - 1;
}

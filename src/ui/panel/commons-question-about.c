/* commons-question-about.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-answers.h"
#include "commons-question-about.h"

static gboolean
is_of_kind (CommonsRecord *record,
            const char    *kind)
{
  return record != NULL && !commons_record_is_hidden (record) && g_strcmp0 (commons_record_get_kind (record), kind) == 0;
}

static CommonsRecord *
find_selected (CommonsBoard     *board,
               CommonsSelection *selection,
               const char       *kind)
{
  const char *id = commons_selection_get_primary (selection);
  CommonsRecord *node = id ? commons_board_lookup_node (board, id) : NULL;

  return is_of_kind (node, kind) ? node : NULL;
}

/* Ids of all that answers have links with. */
static GHashTable *
list_answered (CommonsBoard *board,
               const char   *question)
{
  g_autoptr (GPtrArray) answers = commons_answers_list_cards (board, question);
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < answers->len; i++)
    {
      const char *id = commons_record_get_id (g_ptr_array_index (answers, i));
      GPtrArray *links = commons_board_get_links (board, id);

      for (guint j = 0; links != NULL && j < links->len; j++)
        {
          CommonsRecord *link = g_ptr_array_index (links, j);

          g_hash_table_add (ids, (gpointer) commons_record_get_from (link));
          g_hash_table_add (ids, (gpointer) commons_record_get_to (link));
        }
    }

  return ids;
}

CommonsRecord *
commons_question_find_about (CommonsBoard          *board,
                             CommonsSelection      *selection,
                             const CommonsQuestion *question,
                             const char            *kind,
                             const char            *picked)
{
  g_autoptr (GHashTable) answered = NULL;
  CommonsRecord *found, *last = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  found = picked ? commons_board_lookup_node (board, picked) : NULL;
  if (found != NULL)
    return found;

  found = find_selected (board, selection, kind);
  if (found != NULL)
    return found;

  answered = list_answered (board, question->id);
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (!is_of_kind (node, kind))
        continue;
      if (!g_hash_table_contains (answered, commons_record_get_id (node)))
        return node;
      last = node;
    }

  return last;
}

CommonsChoices *
commons_question_list_about (CommonsBoard *board,
                             const char   *kind)
{
  CommonsChoices *choices = commons_choices_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (is_of_kind (node, kind))
        commons_choices_add (choices, commons_record_get_id (node), kind, commons_record_get_shown_title (node), NULL);
    }

  return choices;
}

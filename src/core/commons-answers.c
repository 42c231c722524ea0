/* commons-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-answers"

#include "config.h"

#include "commons-answers.h"
#include "commons-record-private.h"

#define SHEETS "commons/sheets"

/* In the order of CommonsAnswerState. */
static const char *const states[] = { NULL, "answered", "not_applicable", "discuss" };

/* Which questions each card answers, as @sheets says. */
typedef struct
{
  JsonObject *sheets; /* nullable */
  GHashTable *cards;  /* id → GPtrArray of borrowed ids of questions */
} Index;

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* %NULL for anything that is no text. */
static const char *
get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static JsonObject *
get_sheets (CommonsBoard *board)
{
  return get_object (_commons_record_find_node (commons_record_get_object (commons_board_get_head (board)), SHEETS));
}

static JsonObject *
get_entry (CommonsBoard *board,
           const char   *question)
{
  JsonObject *sheets = get_sheets (board);

  return sheets ? get_object (json_object_get_member (sheets, question)) : NULL;
}

static JsonNode *
get_member (JsonObject *entry,
            const char *name)
{
  return entry ? json_object_get_member (entry, name) : NULL;
}

static JsonArray *
get_cards (JsonObject *entry)
{
  JsonNode *node = get_member (entry, "cards");

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

CommonsAnswerState
commons_answers_get_state (CommonsBoard *board,
                           const char   *question)
{
  const char *state;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), COMMONS_ANSWER_OPEN);
  g_return_val_if_fail (question != NULL, COMMONS_ANSWER_OPEN);

  state = get_string (get_member (get_entry (board, question), "state"));
  for (guint i = 1; state != NULL && i < G_N_ELEMENTS (states); i++)
    {
      if (g_str_equal (state, states[i]))
        return i;
    }

  return COMMONS_ANSWER_OPEN;
}

const char *
commons_answers_get_reason (CommonsBoard *board,
                            const char   *question)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  return get_string (get_member (get_entry (board, question), "reason"));
}

GPtrArray *
commons_answers_list_cards (CommonsBoard *board,
                            const char   *question)
{
  GPtrArray *records = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  JsonArray *cards;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), records);
  g_return_val_if_fail (question != NULL, records);

  cards = get_cards (get_entry (board, question));
  for (guint i = 0; cards != NULL && i < json_array_get_length (cards); i++)
    {
      const char *id = get_string (json_array_get_element (cards, i));
      CommonsRecord *record = id ? commons_board_lookup_node (board, id) : NULL;

      if (record != NULL && g_hash_table_add (seen, record))
        g_ptr_array_add (records, record);
    }

  return records;
}

static void
index_free (gpointer data)
{
  Index *index = data;

  g_clear_pointer (&index->sheets, json_object_unref);
  g_hash_table_unref (index->cards);
  g_free (index);
}

static void
index_entry (Index      *index,
             const char *question,
             JsonArray  *cards)
{
  for (guint i = 0; cards != NULL && i < json_array_get_length (cards); i++)
    {
      const char *id = get_string (json_array_get_element (cards, i));
      GPtrArray *questions = id ? g_hash_table_lookup (index->cards, id) : NULL;

      if (id == NULL)
        continue;

      if (questions == NULL)
        {
          questions = g_ptr_array_new ();
          g_hash_table_insert (index->cards, (gpointer) id, questions);
        }

      if (questions->len == 0 || g_ptr_array_index (questions, questions->len - 1) != question)
        g_ptr_array_add (questions, (gpointer) question);
    }
}

static Index *
index_new (JsonObject *sheets)
{
  Index *index = g_new0 (Index, 1);
  JsonObjectIter iter;
  const char *question;
  JsonNode *entry;

  index->cards = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  if (sheets == NULL)
    return index;

  /* The strings of the index belong to it. */
  index->sheets = json_object_ref (sheets);
  json_object_iter_init_ordered (&iter, sheets);
  while (json_object_iter_next_ordered (&iter, &question, &entry))
    index_entry (index, question, get_cards (get_object (entry)));

  return index;
}

/* Records are immutable: as long as the object is the same one, so is what it
 * says. */
static Index *
get_index (CommonsBoard *board)
{
  static GQuark quark;
  JsonObject *sheets = get_sheets (board);
  Index *index;

  if (quark == 0)
    quark = g_quark_from_static_string ("commons-answers-index");

  index = g_object_get_qdata (G_OBJECT (board), quark);
  if (index == NULL || index->sheets != sheets)
    {
      index = index_new (sheets);
      g_object_set_qdata_full (G_OBJECT (board), quark, index, index_free);
    }

  return index;
}

GPtrArray *
commons_answers_list_questions (CommonsBoard *board,
                                const char   *card)
{
  GPtrArray *questions = g_ptr_array_new ();
  GPtrArray *found;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), questions);
  g_return_val_if_fail (card != NULL, questions);

  found = g_hash_table_lookup (get_index (board)->cards, card);
  for (guint i = 0; found != NULL && i < found->len; i++)
    g_ptr_array_add (questions, g_ptr_array_index (found, i));

  return questions;
}

static gboolean
has_cards (CommonsBoard *board,
           const char   *question)
{
  JsonArray *cards = get_cards (get_entry (board, question));

  for (guint i = 0; cards != NULL && i < json_array_get_length (cards); i++)
    {
      const char *id = get_string (json_array_get_element (cards, i));

      if (id != NULL && commons_board_lookup_node (board, id) != NULL)
        return TRUE;
    }

  return FALSE;
}

void
commons_answers_count (CommonsBoard       *board,
                       const CommonsSheet *sheet,
                       guint              *n_done,
                       guint              *n_started)
{
  g_return_if_fail (COMMONS_IS_BOARD (board));
  g_return_if_fail (sheet != NULL);
  g_return_if_fail (n_done != NULL && n_started != NULL);

  *n_done = 0;
  *n_started = 0;

  for (guint i = 0; i < sheet->n_questions; i++)
    {
      const char *question = sheet->questions[i].id;
      CommonsAnswerState state = commons_answers_get_state (board, question);

      if (state == COMMONS_ANSWER_ANSWERED || state == COMMONS_ANSWER_NOT_APPLICABLE)
        (*n_done)++;
      else if (state == COMMONS_ANSWER_DISCUSS || has_cards (board, question))
        (*n_started)++;
    }
}

/* Gives a question another entry; one that says nothing goes, and so does the
 * member that holds them all. A question may have any name, so this does not
 * make a path of it. */
static void
set_entry (CommonsEditor *editor,
           const char    *question,
           JsonObject    *entry)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  JsonObject *old = get_sheets (board);
  JsonObject *sheets = old ? _commons_record_copy_object (old) : json_object_new ();
  JsonNode *node = NULL;
  g_autoptr (CommonsRecord) head = NULL;

  if (json_object_get_size (entry) > 0)
    json_object_set_object_member (sheets, question, json_object_ref (entry));
  else
    json_object_remove_member (sheets, question);

  if (json_object_get_size (sheets) > 0)
    node = json_node_init_object (json_node_alloc (), sheets);
  json_object_unref (sheets);

  head = commons_record_with (commons_board_get_head (board), SHEETS, node);
  commons_editor_set (editor, head);
}

static JsonObject *
copy_entry (CommonsBoard *board,
            const char   *question)
{
  JsonObject *entry = get_entry (board, question);

  return entry ? _commons_record_copy_object (entry) : json_object_new ();
}

static void
set_cards (CommonsEditor *editor,
           const char    *question,
           GPtrArray     *ids)
{
  g_autoptr (JsonObject) entry = copy_entry (commons_editor_get_board (editor), question);
  JsonArray *cards;

  if (ids->len == 0)
    {
      json_object_remove_member (entry, "cards");
      set_entry (editor, question, entry);
      return;
    }

  cards = json_array_sized_new (ids->len);
  for (guint i = 0; i < ids->len; i++)
    json_array_add_string_element (cards, g_ptr_array_index (ids, i));

  json_object_set_array_member (entry, "cards", cards);
  set_entry (editor, question, entry);
}

/* The ids of the cards that answer a question, but for one. */
static GPtrArray *
list_others (CommonsBoard *board,
             const char   *question,
             const char   *card)
{
  g_autoptr (GPtrArray) records = commons_answers_list_cards (board, question);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      const char *id = commons_record_get_id (g_ptr_array_index (records, i));

      if (!g_str_equal (id, card))
        g_ptr_array_add (ids, g_strdup (id));
    }

  return ids;
}

void
commons_answers_file (CommonsEditor *editor,
                      const char    *question,
                      const char    *card,
                      guint          position)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_if_fail (COMMONS_IS_EDITOR (editor));
  g_return_if_fail (commons_editor_is_busy (editor));
  g_return_if_fail (question != NULL && *question != '\0');
  g_return_if_fail (card != NULL);

  ids = list_others (commons_editor_get_board (editor), question, card);
  g_ptr_array_insert (ids, (int) MIN (position, ids->len), g_strdup (card));
  set_cards (editor, question, ids);
}

static gboolean
is_filed (CommonsBoard *board,
          const char   *question,
          const char   *card)
{
  JsonArray *cards = get_cards (get_entry (board, question));

  for (guint i = 0; cards != NULL && i < json_array_get_length (cards); i++)
    {
      if (g_strcmp0 (get_string (json_array_get_element (cards, i)), card) == 0)
        return TRUE;
    }

  return FALSE;
}

void
commons_answers_unfile (CommonsEditor *editor,
                        const char    *question,
                        const char    *card)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_if_fail (COMMONS_IS_EDITOR (editor));
  g_return_if_fail (commons_editor_is_busy (editor));
  g_return_if_fail (question != NULL && *question != '\0');
  g_return_if_fail (card != NULL);

  if (!is_filed (commons_editor_get_board (editor), question, card))
    return;

  ids = list_others (commons_editor_get_board (editor), question, card);
  set_cards (editor, question, ids);
}

static void
set_string (JsonObject *entry,
            const char *name,
            const char *value)
{
  if (value != NULL && *value != '\0')
    json_object_set_string_member (entry, name, value);
  else
    json_object_remove_member (entry, name);
}

void
commons_answers_set_state (CommonsEditor      *editor,
                           const char         *question,
                           CommonsAnswerState  state,
                           const char         *reason)
{
  g_autoptr (JsonObject) entry = NULL;

  g_return_if_fail (COMMONS_IS_EDITOR (editor));
  g_return_if_fail (commons_editor_is_busy (editor));
  g_return_if_fail (question != NULL && *question != '\0');
  g_return_if_fail ((guint) state < G_N_ELEMENTS (states));

  entry = copy_entry (commons_editor_get_board (editor), question);
  set_string (entry, "state", states[state]);
  set_string (entry, "reason", reason);
  set_entry (editor, question, entry);
}

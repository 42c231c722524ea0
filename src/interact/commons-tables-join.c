/* commons-tables-join.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a table says besides its own cards: words on what is common, links,
 * what it answers to the guiding sheets, and itself.
 */

#define G_LOG_DOMAIN "commons-tables"

#include "config.h"

#include <string.h>

#include "commons-answers.h"
#include "commons-arrange-private.h"
#include "commons-tables-private.h"
#include "commons-work-table.h"

/* What a thing is, where it is and how it is shown: ours counts. */
static const char *const own_members[] = { "id", "type", "x", "y", "width", "height", "color" };
static const char *const own_meaning[] = { "kind", "locked", "hidden", "folded", "table", "tables" };

/* Members of a head that are said elsewhere, or for each board alone. */
static const char *const head_members[] = { "nodes", "edges", "commons" };
static const char *const head_meaning[] = { "format", "title", "sheets", "tables", "language", "template" };

static gboolean
is_one_of (const char         *name,
           const char *const  *names,
           gsize               n_names)
{
  for (gsize i = 0; i < n_names; i++)
    {
      if (g_str_equal (names[i], name))
        return TRUE;
    }

  return FALSE;
}

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static JsonObject *
copy_object (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (copy, name, json_node_ref (member));

  return copy;
}

static gboolean
has_element (JsonArray *array,
             JsonNode  *element)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (json_node_equal (json_array_get_element (array, i), element))
        return TRUE;
    }

  return FALSE;
}

static JsonNode *
join_arrays (JsonArray *ours,
             JsonArray *theirs)
{
  g_autoptr (JsonArray) joint = json_array_new ();

  for (guint i = 0; i < json_array_get_length (ours); i++)
    json_array_add_element (joint, json_node_ref (json_array_get_element (ours, i)));
  for (guint i = 0; i < json_array_get_length (theirs); i++)
    {
      if (!has_element (joint, json_array_get_element (theirs, i)))
        json_array_add_element (joint, json_node_ref (json_array_get_element (theirs, i)));
    }

  return json_node_init_array (json_node_alloc (), joint);
}

static JsonNode *join_objects (JsonObject *ours,
                               JsonObject *theirs,
                               const char *path,
                               GPtrArray  *words);

/* Words that ours does not have in them. */
static void
note_words (GPtrArray  *words,
            const char *ours,
            const char *theirs)
{
  if (*theirs != '\0' && strstr (ours, theirs) == NULL)
    g_ptr_array_add (words, g_strdup (theirs));
}

/* What both say: lists and objects are joined, words and numbers noted where
 * they differ, and for the rest ours stays. */
static JsonNode *
join_values (JsonNode   *ours,
             JsonNode   *theirs,
             const char *name,
             const char *path,
             GPtrArray  *words)
{
  if (JSON_NODE_HOLDS_OBJECT (ours) && JSON_NODE_HOLDS_OBJECT (theirs))
    return join_objects (json_node_get_object (ours), json_node_get_object (theirs), path, words);
  if (JSON_NODE_HOLDS_ARRAY (ours) && JSON_NODE_HOLDS_ARRAY (theirs))
    return join_arrays (json_node_get_array (ours), json_node_get_array (theirs));
  if (get_string (theirs) != NULL)
    note_words (words, get_string (ours) ? get_string (ours) : "", get_string (theirs));
  else if (JSON_NODE_HOLDS_VALUE (theirs) && json_node_get_value_type (theirs) == G_TYPE_INT64)
    g_ptr_array_add (words, g_strdup_printf ("%s %" G_GINT64_FORMAT, name, json_node_get_int (theirs)));

  return json_node_ref (ours);
}

static gboolean
is_own (const char *path,
        const char *name)
{
  return *path == '\0' ? is_one_of (name, own_members, G_N_ELEMENTS (own_members))
                       : g_str_equal (path, "commons") && is_one_of (name, own_meaning, G_N_ELEMENTS (own_meaning));
}

static JsonNode *
join_objects (JsonObject *ours,
              JsonObject *theirs,
              const char *path,
              GPtrArray  *words)
{
  g_autoptr (JsonObject) joint = copy_object (ours);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, theirs);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      JsonNode *mine = json_object_get_member (ours, name);
      JsonNode *both;

      if (is_own (path, name) || (mine != NULL && json_node_equal (mine, member)))
        continue;

      both = mine ? join_values (mine, member, name, *path == '\0' ? name : "in", words) : json_node_ref (member);

      /* An object that is given what it has does not take the reference. */
      if (both == mine)
        json_node_unref (both);
      else
        json_object_set_member (joint, name, both);
    }

  return json_node_init_object (json_node_alloc (), joint);
}

/* One paragraph for each of the words, which say where they come from. */
static CommonsRecord *
add_notes (CommonsRecord *record,
           const char    *table,
           GPtrArray     *words)
{
  const char *notes = commons_record_get_string (record, "commons/notes");
  g_autoptr (GString) text = g_string_new (notes);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s: %s", table, (const char *) g_ptr_array_index (words, i));

      if (strstr (text->str, line) != NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, "\n\n");
      g_string_append (text, line);
    }

  return text->len > 0 ? commons_record_with_string (record, "commons/notes", text->str) : commons_record_ref (record);
}

/* What one table alone had brought is of both now. */
static CommonsRecord *
share (CommonsRecord *record,
       const char    *table)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  commons_work_table_get_names (record, names);
  if (names->len == 0)
    return commons_record_ref (record);

  if (!g_ptr_array_find_with_equal_func (names, table, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer) table);

  return commons_record_with_work_tables (record, names);
}

static void
join_node (CommonsTables *self,
           TablesEntry   *entry,
           CommonsRecord *node)
{
  const char *id = g_hash_table_lookup (entry->ids, commons_record_get_id (node));
  CommonsRecord *ours = commons_board_lookup_node (self->plan, id);
  g_autoptr (JsonNode) theirs = json_node_init_object (json_node_alloc (), commons_record_get_object (node));
  g_autoptr (JsonNode) replaced = _commons_arrange_replace_ids (theirs, entry->ids);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonNode) joint = join_objects (commons_record_get_object (ours), json_node_get_object (replaced), "", words);
  g_autoptr (CommonsRecord) record = commons_record_new (COMMONS_TABLE_NODES, json_node_dup_object (joint), NULL);
  g_autoptr (CommonsRecord) noted = NULL;
  g_autoptr (CommonsRecord) shared = NULL;

  if (record == NULL)
    return;

  noted = add_notes (record, entry->name, words);
  shared = share (noted, entry->name);
  commons_editor_set (self->editor, shared);
}

static gboolean
is_said (CommonsBoard  *board,
         CommonsRecord *edge)
{
  GPtrArray *links = commons_board_get_links (board, commons_record_get_from (edge));

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *link = g_ptr_array_index (links, i);
      g_autoptr (CommonsRecord) renamed = NULL;

      if (!g_str_equal (commons_record_get_to (link), commons_record_get_to (edge)))
        continue;

      renamed = commons_record_with_id (edge, commons_record_get_id (link));
      if (commons_record_equal (renamed, link))
        return TRUE;
    }

  return FALSE;
}

/* A link to something its own board lacks says nothing. */
static void
add_edge (CommonsTables *self,
          TablesEntry   *entry,
          CommonsRecord *edge)
{
  const char *id = g_hash_table_lookup (entry->ids, commons_record_get_id (edge));
  const char *from = g_hash_table_lookup (entry->ids, commons_record_get_from (edge));
  const char *to = g_hash_table_lookup (entry->ids, commons_record_get_to (edge));
  g_autoptr (CommonsRecord) renamed = NULL;
  g_autoptr (CommonsRecord) copy = NULL;

  if (from == NULL || to == NULL || commons_board_lookup_node (self->plan, from) == NULL ||
      commons_board_lookup_node (self->plan, to) == NULL)
    return;

  renamed = commons_record_with_id (edge, id);
  copy = commons_record_with_ends (renamed, from, to);
  if (!is_said (self->plan, copy))
    commons_editor_add (self->editor, copy);
}

static void
file_cards (CommonsTables *self,
            TablesEntry   *entry,
            const char    *question)
{
  g_autoptr (GPtrArray) cards = commons_answers_list_cards (entry->board, question);
  g_autoptr (GPtrArray) ours = commons_answers_list_cards (self->plan, question);

  for (guint i = 0; i < cards->len; i++)
    {
      const char *id = g_hash_table_lookup (entry->ids, commons_record_get_id (g_ptr_array_index (cards, i)));
      CommonsRecord *card = commons_board_lookup_node (self->plan, id);

      if (!g_ptr_array_find (ours, card, NULL))
        commons_answers_file (self->editor, question, id, G_MAXUINT);
    }
}

/* Where two tables say otherwise there is something to discuss. */
static CommonsAnswerState
join_states (CommonsAnswerState ours,
             CommonsAnswerState theirs)
{
  if (ours == COMMONS_ANSWER_OPEN || ours == theirs)
    return theirs;

  return theirs == COMMONS_ANSWER_OPEN ? ours : COMMONS_ANSWER_DISCUSS;
}

static char *
join_reasons (const char *ours,
              const char *theirs,
              const char *table)
{
  if (theirs == NULL || *theirs == '\0' || (ours != NULL && strstr (ours, theirs) != NULL))
    return g_strdup (ours);
  if (ours == NULL || *ours == '\0')
    return g_strdup_printf ("%s: %s", table, theirs);

  return g_strdup_printf ("%s\n%s: %s", ours, table, theirs);
}

static void
join_answer (CommonsTables *self,
             TablesEntry   *entry,
             const char    *question)
{
  const char *reason = commons_answers_get_reason (self->plan, question);
  g_autofree char *joint = join_reasons (reason, commons_answers_get_reason (entry->board, question), entry->name);
  CommonsAnswerState ours = commons_answers_get_state (self->plan, question);
  CommonsAnswerState theirs = commons_answers_get_state (entry->board, question);

  if (join_states (ours, theirs) != ours || g_strcmp0 (joint, reason) != 0)
    commons_answers_set_state (self->editor, question, join_states (ours, theirs), joint);
  file_cards (self, entry, question);
}

static void
join_sheets (CommonsTables *self,
             TablesEntry   *entry)
{
  JsonObject *commons = get_object (json_object_get_member (commons_record_get_object (commons_board_get_head (entry->board)), "commons"));
  JsonObject *sheets = commons ? get_object (json_object_get_member (commons, "sheets")) : NULL;
  JsonObjectIter iter;
  const char *question;

  if (sheets == NULL)
    return;

  json_object_iter_init_ordered (&iter, sheets);
  while (json_object_iter_next_ordered (&iter, &question, NULL))
    {
      if (*question != '\0')
        join_answer (self, entry, question);
    }
}

static void
copy_rest (JsonObject         *from,
           JsonObject         *to,
           const char *const  *without,
           gsize               n_without)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!is_one_of (name, without, n_without) && !json_object_has_member (to, name))
        json_object_set_member (to, name, json_node_ref (member));
    }
}

/* What answers have besides what this program knows of them. */
static void
add_rest_of_sheets (JsonObject *commons,
                    JsonObject *said)
{
  static const char *const known[] = { "state", "reason", "cards" };
  JsonObject *sheets = get_object (json_object_get_member (commons, "sheets"));
  g_autoptr (JsonObject) rest = json_object_new ();
  JsonObjectIter iter;
  const char *question;
  JsonNode *answer;

  if (sheets == NULL)
    return;

  json_object_iter_init_ordered (&iter, sheets);
  while (json_object_iter_next_ordered (&iter, &question, &answer))
    {
      g_autoptr (JsonObject) other = json_object_new ();

      if (JSON_NODE_HOLDS_OBJECT (answer))
        copy_rest (json_node_get_object (answer), other, known, G_N_ELEMENTS (known));
      if (json_object_get_size (other) > 0)
        json_object_set_object_member (rest, question, json_object_ref (other));
    }

  if (json_object_get_size (rest) > 0)
    json_object_set_object_member (said, "sheets", json_object_ref (rest));
}

/* What the file of the table says of itself stands in its entry, whatever it
 * is: its title, its description, its licence. */
static JsonObject *
make_entry (TablesEntry *entry,
            const char  *mark)
{
  JsonObject *said = json_object_new ();
  CommonsRecord *head = commons_board_get_head (entry->board);
  JsonObject *commons = get_object (json_object_get_member (commons_record_get_object (head), "commons"));
  g_autoptr (JsonObject) rest = json_object_new ();

  json_object_set_string_member (said, "name", entry->name);
  json_object_set_string_member (said, "mark", mark);
  json_object_set_string_member (said, "color", commons_work_table_get_color_name (entry->color));
  json_object_set_string_member (said, "source", entry->source);
  if (*commons_board_get_title (entry->board) != '\0')
    json_object_set_string_member (said, "title", commons_board_get_title (entry->board));
  if (commons != NULL)
    {
      copy_rest (commons, said, head_meaning, G_N_ELEMENTS (head_meaning));
      add_rest_of_sheets (commons, said);
    }

  copy_rest (commons_record_get_object (head), rest, head_members, G_N_ELEMENTS (head_members));
  if (json_object_get_size (rest) > 0)
    json_object_set_object_member (said, "file", json_object_ref (rest));

  return said;
}

/* Its own tables, under the names they have here. */
static void
add_own_tables (CommonsTables *self,
                TablesEntry   *entry)
{
  g_autoptr (GPtrArray) tables = commons_work_table_list (entry->board);

  for (guint i = 0; i < tables->len; i++)
    {
      const CommonsWorkTable *table = g_ptr_array_index (tables, i);
      const char *name = g_hash_table_lookup (entry->names, table->name);
      g_autoptr (JsonObject) said = NULL;

      if (commons_work_table_lookup (self->plan, name) != NULL)
        continue;

      said = json_object_new ();
      json_object_set_string_member (said, "name", name);
      if (table->color < COMMONS_WORK_TABLE_N_COLORS)
        json_object_set_string_member (said, "color", commons_work_table_get_color_name (table->color));
      json_object_set_string_member (said, "source", table->source);
      commons_work_table_add (self->editor, said);
    }
}

static gboolean
is_other (CommonsTables          *self,
          const char             *name,
          const CommonsWorkTable *table)
{
  const CommonsWorkTable *ours = commons_work_table_lookup (self->plan, name);

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (g_str_equal (((TablesEntry *) g_ptr_array_index (self->entries, i))->name, name))
        return TRUE;
    }

  return ours != NULL && !g_str_equal (ours->source, table->source);
}

void
_commons_tables_name (CommonsTables *self,
                      TablesEntry   *entry)
{
  g_autoptr (GPtrArray) tables = commons_work_table_list (entry->board);

  for (guint i = 0; i < tables->len; i++)
    {
      const CommonsWorkTable *table = g_ptr_array_index (tables, i);
      char *name = g_strdup (table->name);

      for (guint n = 1; is_other (self, name, table); n++)
        {
          g_free (name);
          name = n == 1 ? g_strdup_printf ("%s (%s)", table->name, entry->name)
                        : g_strdup_printf ("%s (%s, %u)", table->name, entry->name, n);
        }
      g_hash_table_insert (entry->names, g_strdup (table->name), name);
    }
}

void
_commons_tables_join (CommonsTables *self,
                      TablesEntry   *entry,
                      const char    *mark)
{
  g_autoptr (JsonObject) said = make_entry (entry, mark);

  for (guint i = 0; i < commons_board_get_n_nodes (entry->board); i++)
    {
      CommonsRecord *node = commons_board_get_node (entry->board, i);

      if (g_hash_table_contains (entry->common, commons_record_get_id (node)))
        join_node (self, entry, node);
    }

  for (guint i = 0; i < commons_board_get_n_edges (entry->board); i++)
    add_edge (self, entry, commons_board_get_edge (entry->board, i));

  join_sheets (self, entry);
  commons_work_table_add (self->editor, said);
  add_own_tables (self, entry);
}

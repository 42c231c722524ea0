/* commons-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-words"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-json-tree.h"
#include "commons-sheets.h"
#include "commons-words-private.h"

/* A text is told by its beginning. */
#define MAX_CHARS 60

typedef CommonsWords Words;

static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_CHARS)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, MAX_CHARS - 1);

  return g_strconcat (start, "…", NULL);
}

static char *
quote (const char *text)
{
  g_autofree char *shown = shorten (text);

  /* Translators: a text of the board between quotation marks */
  return g_strdup_printf (_("“%s”"), shown);
}

static const char *
get_kind_label (CommonsCatalogue *catalogue,
                CommonsRecord    *record)
{
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, commons_record_get_kind (record));

  if (kind != NULL)
    return kind->label;

  return commons_record_is_group (record) ? _("Group") : _("Card");
}

static char *
name_node (CommonsCatalogue *catalogue,
           CommonsRecord    *record)
{
  g_autofree char *title = NULL;

  if (commons_record_is_hidden (record))
    /* Translators: %s is a kind of card */
    return g_strdup_printf (_("%s, hidden"), get_kind_label (catalogue, record));

  title = shorten (commons_record_get_title (record));

  /* Translators: a kind of card and the title of one */
  return g_strdup_printf (_("%s “%s”"), get_kind_label (catalogue, record), title);
}

static char *
name_end (CommonsCatalogue *catalogue,
          CommonsBoard     *board,
          const char       *id)
{
  CommonsRecord *record = commons_board_lookup_node (board, id);

  return record != NULL ? name_node (catalogue, record) : g_strdup (_("something missing"));
}

static char *
name_edge (CommonsCatalogue *catalogue,
           CommonsBoard     *board,
           CommonsRecord    *record)
{
  const CommonsLinkType *type = commons_catalogue_get_link (catalogue, commons_record_get_link (record));
  g_autofree char *from = name_end (catalogue, board, commons_record_get_from (record));
  g_autofree char *to = name_end (catalogue, board, commons_record_get_to (record));

  if (type == NULL)
    /* Translators: a link between two cards */
    return g_strdup_printf (_("%s, linked to %s"), from, to);

  /* Translators: a card, a link such as “applies to”, another card */
  return g_strdup_printf (_("%s %s %s"), from, type->label, to);
}

char *
commons_words_for_record (CommonsCatalogue *catalogue,
                          CommonsBoard     *board,
                          CommonsRecord    *record)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  switch (commons_record_get_table (record))
    {
    case COMMONS_TABLE_HEAD:
      return g_strdup (_("The board"));

    case COMMONS_TABLE_EDGES:
      return name_edge (catalogue, board, record);

    case COMMONS_TABLE_NODES:
    default:
      return name_node (catalogue, record);
    }
}

static const CommonsField *
find_field (const Words *words,
            char       **names)
{
  const CommonsKind *kind;

  if (words->record == NULL || g_strcmp0 (names[0], "commons") != 0 || g_strcmp0 (names[1], "fields") != 0 ||
      names[2] == NULL)
    return NULL;

  kind = commons_catalogue_get_kind (words->catalogue, commons_record_get_kind (words->record));
  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    {
      if (g_str_equal (kind->fields[i].id, names[2]))
        return &kind->fields[i];
    }

  return NULL;
}

static const char *
get_plain_name (const char *path)
{
  static const struct { const char *path, *name; } known[] = {
    { "text", N_("text") }, { "label", N_("name") }, { "color", N_("colour") },
    { "x", N_("place") }, { "y", N_("place") }, { "width", N_("size") }, { "height", N_("size") },
    { "fromNode", N_("start of the link") }, { "toNode", N_("end of the link") },
    { "commons/title", N_("title") }, { "commons/description", N_("description") },
    { "commons/kind", N_("kind") }, { "commons/link", N_("kind of link") },
    { "commons/status", N_("status") }, { "commons/confidence", N_("confidence") },
    { "commons/author", N_("author") }, { "commons/tags", N_("tags") }, { "commons/notes", N_("notes") },
    { "commons/votes", N_("votes") }, { "commons/locked", N_("locked") }, { "commons/hidden", N_("hidden") },
    { "commons/licence", N_("licence") }, { "commons/language", N_("language") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_str_equal (known[i].path, path))
        return _(known[i].name);
    }

  return NULL;
}

char *
_commons_words_name_member (const Words  *words,
                            char        **names)
{
  g_autofree char *path = g_strjoinv ("/", names);
  const CommonsField *field = find_field (words, names);
  const CommonsQuestion *question = NULL;

  if (field != NULL)
    return g_strdup (field->label);

  if (g_strcmp0 (names[0], "commons") == 0 && g_strcmp0 (names[1], "sheets") == 0 && names[2] != NULL)
    question = commons_catalogue_get_question (words->catalogue, names[2]);
  if (question != NULL)
    /* Translators: %s is the title of a question of the guiding sheets */
    return g_strdup_printf (_("question “%s”"), question->title);

  return g_strdup (get_plain_name (path) != NULL ? get_plain_name (path) : path);
}

static const char *
label_value (const Words *words,
             char       **names,
             const char  *value)
{
  const CommonsField *field = find_field (words, names);
  const CommonsKind *kind;
  const char *label = NULL;
  g_autofree char *key = NULL;

  if (field != NULL && field->enumeration != NULL)
    return commons_catalogue_get_enum_label (words->catalogue, field->enumeration, value);

  if (g_strcmp0 (names[0], "commons") != 0 || names[1] == NULL)
    return NULL;

  if (g_str_equal (names[1], "kind"))
    {
      kind = commons_catalogue_get_kind (words->catalogue, value);
      return kind != NULL ? kind->label : NULL;
    }

  if (g_str_equal (names[1], "status"))
    {
      key = g_strdup_printf ("status.%s", value);
      label = commons_catalogue_get_text (words->catalogue, key);
    }

  return label;
}

static char *
say_array (const Words *words,
           char       **names,
           JsonArray   *array)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *value;

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        /* Translators: a list that cannot be told in words */
        return g_strdup_printf (ngettext ("a list of %'u", "a list of %'u", json_array_get_length (array)),
                                json_array_get_length (array));

      value = label_value (words, names, json_node_get_string (element));
      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                              value != NULL ? value : json_node_get_string (element));
    }

  return words->full ? g_strdup (out->str) : shorten (out->str);
}

char *
_commons_words_say_value (const Words  *words,
                          char        **names,
                          JsonNode     *node)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup (_("nothing"));

  if (JSON_NODE_HOLDS_ARRAY (node))
    return say_array (words, names, json_node_get_array (node));

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *value = label_value (words, names, json_node_get_string (node));

      if (value != NULL || words->full)
        return g_strdup (value != NULL ? value : json_node_get_string (node));

      return quote (json_node_get_string (node));
    }

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _("yes") : _("no"));

  commons_json_tree_append (out, node, NULL);

  return words->full ? g_strdup (out->str) : shorten (out->str);
}

static gboolean
is_geometry (char **names)
{
  static const char *const geometry[] = { "x", "y", "width", "height", NULL };

  return names[1] == NULL && g_strv_contains (geometry, names[0]);
}

/* Numbers of pixels say nothing: that a card moved or has another size does,
 * and is said once. */
static void
append_geometry (GString                 *out,
                 const CommonsDifference *difference)
{
  const CommonsRect *before, *after;

  if (commons_record_get_table (difference->after) != COMMONS_TABLE_NODES)
    return;

  before = commons_record_get_bounds (difference->before);
  after = commons_record_get_bounds (difference->after);
  if (before->x != after->x || before->y != after->y)
    g_string_append_printf (out, "\n    %s", _("moved"));
  if (before->width != after->width || before->height != after->height)
    g_string_append_printf (out, "\n    %s", _("another size"));
}

static void
append_member (GString                       *out,
               const Words                   *words,
               const CommonsMemberDifference *member)
{
  g_autofree char *name = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (is_geometry (member->names))
    return;

  name = _commons_words_name_member (words, member->names);
  before = _commons_words_say_value (words, member->names, member->before);
  after = _commons_words_say_value (words, member->names, member->after);

  /* Translators: what changed, what it was, what it is */
  g_string_append_printf (out, "\n    %s", "");
  g_string_append_printf (out, _("%s: %s → %s"), name, before, after);
}

char *
commons_words_for_difference (CommonsCatalogue        *catalogue,
                              CommonsBoard            *before,
                              CommonsBoard            *after,
                              const CommonsDifference *difference)
{
  Words words = { catalogue, NULL, FALSE };
  CommonsRecord *record;
  g_autofree char *name = NULL;
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), g_string_free (out, FALSE));
  g_return_val_if_fail (difference != NULL, g_string_free (out, FALSE));

  record = difference->after != NULL ? difference->after : difference->before;
  words.record = record;
  name = commons_words_for_record (catalogue, difference->after != NULL ? after : before, record);
  g_string_append_printf (out, "%s %s", difference->before == NULL ? "+" : difference->after == NULL ? "−" : "~",
                          name);

  if (difference->before == NULL || difference->after == NULL)
    return g_string_free (out, FALSE);

  if (commons_record_is_hidden (record))
    {
      g_string_append_printf (out, "\n    %s", _("changed while hidden"));
      return g_string_free (out, FALSE);
    }

  append_geometry (out, difference);
  for (guint i = 0; i < difference->members->len; i++)
    append_member (out, &words, g_ptr_array_index (difference->members, i));

  return g_string_free (out, FALSE);
}

char *
commons_words_for_conflict (CommonsCatalogue      *catalogue,
                            CommonsBoard          *board,
                            const CommonsConflict *conflict)
{
  Words words = { catalogue, NULL, FALSE };
  g_autofree char *name = NULL;
  g_autofree char *member = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (conflict != NULL, NULL);

  words.record = commons_board_lookup (board, conflict->id);
  name = words.record != NULL ? commons_words_for_record (catalogue, board, words.record)
                              : g_strdup (_("something missing"));

  if (conflict->kind == COMMONS_CONFLICT_REMOVED_OURS)
    /* Translators: %s is a card or link */
    return g_strdup_printf (_("%s: we removed it, they changed it"), name);
  if (conflict->kind == COMMONS_CONFLICT_REMOVED_THEIRS)
    /* Translators: %s is a card or link */
    return g_strdup_printf (_("%s: they removed it, we changed it"), name);

  member = _commons_words_name_member (&words, conflict->names);
  if (is_geometry (conflict->names) || (words.record != NULL && commons_record_is_hidden (words.record)))
    /* Translators: a card, and what of it both sides changed */
    return g_strdup_printf (_("%s: %s changed on both sides"), name, member);

  ours = _commons_words_say_value (&words, conflict->names, conflict->ours);
  theirs = _commons_words_say_value (&words, conflict->names, conflict->theirs);

  /* Translators: a card, what of it, what we wrote, what they wrote */
  return g_strdup_printf (_("%s: %s: %s here, %s there"), name, member, ours, theirs);
}

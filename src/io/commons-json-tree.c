/* commons-json-tree.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading here trusts the guard: the text is well formed and not nested too
 * deep, so there is nothing to refuse and recursion is safe.
 */

#define G_LOG_DOMAIN "commons-json-tree"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-json-guard.h"
#include "commons-json-string.h"
#include "commons-json-tree.h"

/* So many characters make a number that fits in 64 bits. */
#define MAX_SHORT_INTEGER 18

typedef struct
{
  const char         *cursor;
  const char         *end;
  GString            *scratch;
  CommonsJsonNumbers *numbers;
} Reader;

static JsonNode *read_value (Reader *self);

static inline void
skip_space (Reader *self)
{
  while (self->cursor < self->end &&
         (*self->cursor == ' ' || *self->cursor == '\n' || *self->cursor == '\t' || *self->cursor == '\r'))
    self->cursor++;
}

/* Moves behind @c and the space around it, when that is what comes. */
static inline gboolean
accept_char (Reader *self,
             char    c)
{
  skip_space (self);

  if (self->cursor >= self->end || *self->cursor != c)
    return FALSE;

  self->cursor++;
  skip_space (self);

  return TRUE;
}

/* Returns where the text between the quotes begins; the cursor ends behind
 * the closing one. */
static const char *
skip_string (Reader *self,
             gsize  *length)
{
  const char *raw = ++self->cursor;

  while (*self->cursor != '"')
    self->cursor += *self->cursor == '\\' ? 2 : 1;

  *length = (gsize) (self->cursor - raw);
  self->cursor++;

  return raw;
}

/* The text is in the scratch until the next one is read. */
static const char *
read_string (Reader *self)
{
  gsize length;
  const char *raw = skip_string (self, &length);

  commons_json_string_decode (self->scratch, raw, length);

  return self->scratch->str;
}

/* What fits whatever its digits are is by far the most of what files have. */
static gboolean
read_short_integer (Reader *self,
                    gint64 *value)
{
  const char *end = self->cursor + MIN (self->end - self->cursor, MAX_SHORT_INTEGER);
  gboolean negative = *self->cursor == '-';
  const char *p = self->cursor + negative;
  gint64 sum = 0;

  for (; p < end && g_ascii_isdigit (*p); p++)
    sum = sum * 10 + (*p - '0');

  if (p == end || *p == '.' || *p == 'e' || *p == 'E')
    return FALSE;

  self->cursor = p;
  *value = negative ? -sum : sum;

  return TRUE;
}

static JsonNode *
read_number (Reader *self)
{
  const char *from = self->cursor;
  JsonNode *node = json_node_alloc ();
  gboolean integer;
  gint64 whole;

  if (read_short_integer (self, &whole))
    return json_node_init_int (node, whole);

  while (self->cursor < self->end &&
         (g_ascii_isalnum (*self->cursor) || strchr ("+-.", *self->cursor) != NULL))
    self->cursor++;

  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, from, self->cursor - from);
  integer = strpbrk (self->scratch->str, ".eE") == NULL;

  if (integer)
    {
      json_node_init_int (node, g_ascii_strtoll (self->scratch->str, NULL, 10));
    }
  else
    {
      double value = g_ascii_strtod (self->scratch->str, NULL);

      json_node_init_double (node, value);
      if (self->numbers != NULL)
        commons_json_numbers_remember (self->numbers, value, self->scratch->str);
    }

  return node;
}

static JsonNode *
read_object (Reader *self)
{
  JsonNode *node = json_node_alloc ();
  JsonObject *object = json_object_new ();

  accept_char (self, '{');

  while (!accept_char (self, '}'))
    {
      gsize length;
      const char *raw = skip_string (self, &length);
      JsonNode *value;

      accept_char (self, ':');
      value = read_value (self);

      /* Not before: what it holds is read by way of the same scratch. */
      commons_json_string_decode (self->scratch, raw, length);
      json_object_set_member (object, self->scratch->str, value);
      accept_char (self, ',');
    }

  json_node_init (node, JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  return node;
}

static JsonNode *
read_array (Reader *self)
{
  JsonNode *node = json_node_alloc ();
  JsonArray *array = json_array_new ();

  accept_char (self, '[');

  while (!accept_char (self, ']'))
    {
      json_array_add_element (array, read_value (self));
      accept_char (self, ',');
    }

  json_node_init (node, JSON_NODE_ARRAY);
  json_node_take_array (node, array);

  return node;
}

static JsonNode *
read_value (Reader *self)
{
  skip_space (self);

  switch (*self->cursor)
    {
    case '{':
      return read_object (self);

    case '[':
      return read_array (self);

    case '"':
      return json_node_init_string (json_node_alloc (), read_string (self));

    case 't':
      self->cursor += strlen ("true");
      return json_node_init_boolean (json_node_alloc (), TRUE);

    case 'f':
      self->cursor += strlen ("false");
      return json_node_init_boolean (json_node_alloc (), FALSE);

    case 'n':
      self->cursor += strlen ("null");
      return json_node_init_null (json_node_alloc ());

    default:
      return read_number (self);
    }
}

JsonNode *
commons_json_tree_read (const char         *data,
                        gsize               length,
                        CommonsJsonNumbers *numbers)
{
  Reader self = { 0 };
  JsonNode *root;

  g_return_val_if_fail (data != NULL, NULL);

  self.cursor = commons_json_guard_skip_mark (data, length);
  self.end = data + length;
  self.scratch = g_string_new (NULL);
  self.numbers = numbers;

  root = read_value (&self);

  g_string_free (self.scratch, TRUE);

  return root;
}

static void
append_value (GString            *out,
              JsonNode           *node,
              CommonsJsonNumbers *numbers)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    commons_json_string_append (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (isfinite (json_node_get_double (node)))
    commons_json_numbers_append (numbers, out, json_node_get_double (node));
  else
    g_string_append (out, "null");
}

static void
append_array (GString            *out,
              JsonArray          *array,
              CommonsJsonNumbers *numbers)
{
  guint length = json_array_get_length (array);

  g_string_append_c (out, '[');

  for (guint i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      commons_json_tree_append (out, json_array_get_element (array, i), numbers);
    }

  g_string_append_c (out, ']');
}

void
commons_json_tree_append_object (GString            *out,
                                 JsonObject         *object,
                                 CommonsJsonNumbers *numbers)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  gboolean first = TRUE;

  g_return_if_fail (out != NULL);
  g_return_if_fail (object != NULL);

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);

  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;

      commons_json_string_append (out, name);
      g_string_append_c (out, ':');
      commons_json_tree_append (out, member, numbers);
    }

  g_string_append_c (out, '}');
}

void
commons_json_tree_append (GString            *out,
                          JsonNode           *node,
                          CommonsJsonNumbers *numbers)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (node != NULL);

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      commons_json_tree_append_object (out, json_node_get_object (node), numbers);
      break;

    case JSON_NODE_ARRAY:
      append_array (out, json_node_get_array (node), numbers);
      break;

    case JSON_NODE_VALUE:
      append_value (out, node, numbers);
      break;

    case JSON_NODE_NULL:
    default:
      g_string_append (out, "null");
      break;
    }
}

/* Moves behind the value that comes, without building it. */
static void
skip_value (Reader *self)
{
  guint depth = 0;
  gsize length;

  skip_space (self);

  do
    {
      char c = *self->cursor;

      if (c == '"')
        {
          skip_string (self, &length);
          continue;
        }

      if (c == '{' || c == '[')
        depth++;
      else if (c == '}' || c == ']')
        depth--;

      self->cursor++;
    }
  while (self->cursor < self->end &&
         (depth > 0 || strchr (",]} \n\t\r", *self->cursor) == NULL));
}

/* Leaves the cursor on the value of the member, or where it was. */
static gboolean
find_member (Reader     *self,
             const char *member)
{
  const char *start = self->cursor;

  if (!accept_char (self, '{'))
    return FALSE;

  while (!accept_char (self, '}'))
    {
      gboolean found = strcmp (read_string (self), member) == 0;

      accept_char (self, ':');
      if (found)
        return TRUE;

      skip_value (self);
      accept_char (self, ',');
    }

  self->cursor = start;
  return FALSE;
}

static void
find_item (Reader *self,
           int     item)
{
  const char *start = self->cursor;

  if (!accept_char (self, '['))
    return;

  while (!accept_char (self, ']'))
    {
      if (item-- == 0)
        return;

      skip_value (self);
      accept_char (self, ',');
    }

  self->cursor = start;
}

void
commons_json_tree_locate (const char *data,
                          gsize       length,
                          const char *member,
                          int         item,
                          guint      *line,
                          guint      *column)
{
  Reader self = { 0 };
  const char *start;

  g_return_if_fail (data != NULL);
  g_return_if_fail (line != NULL && column != NULL);

  start = commons_json_guard_skip_mark (data, length);
  self.cursor = start;
  self.end = data + length;
  self.scratch = g_string_new (NULL);
  skip_space (&self);

  if (member != NULL && find_member (&self, member) && item >= 0)
    find_item (&self, item);

  *line = 1;

  for (const char *p = start; p < self.cursor; p++)
    {
      if (*p == '\n')
        {
          *line += 1;
          start = p + 1;
        }
    }

  *column = (guint) g_utf8_strlen (start, self.cursor - start) + 1;
  g_string_free (self.scratch, TRUE);
}

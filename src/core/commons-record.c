/* commons-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-record"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-markdown.h"
#include "commons-record-private.h"

G_DEFINE_BOXED_TYPE (CommonsRecord, commons_record, commons_record_ref, commons_record_unref)
G_DEFINE_QUARK (commons-record-error-quark, commons_record_error)

static const char *const geometry_names[] = { "x", "y", "width", "height" };

JsonNode *
_commons_record_find_node (JsonObject *object,
                           const char *path)
{
  const char *slash;

  while ((slash = strchr (path, '/')) != NULL)
    {
      g_autofree char *name = g_strndup (path, slash - path);
      JsonNode *node = json_object_get_member (object, name);

      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
        return NULL;

      object = json_node_get_object (node);
      path = slash + 1;
    }

  return json_object_get_member (object, path);
}

static const char *
find_string (JsonObject *object,
             const char *path)
{
  JsonNode *node = _commons_record_find_node (object, path);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static gboolean
node_get_number (JsonNode *node,
                 double   *number)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    *number = (double) json_node_get_int (node);
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    *number = json_node_get_double (node);
  else
    return FALSE;

  return isfinite (*number);
}

static JsonNode *
int_node (gint64 value)
{
  return json_node_init_int (json_node_alloc (), value);
}

static int
clamp_coordinate (double   number,
                  gboolean is_size)
{
  return (int) CLAMP (round (number), is_size ? 0 : -COMMONS_COORD_MAX, COMMONS_COORD_MAX);
}

JsonObject *
_commons_record_copy_object (JsonObject *object)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (copy, name, json_node_ref (node));

  return copy;
}

/* Reads the four geometry members, and rewrites those that are not integers
 * within the limits. */
static gboolean
normalise_geometry (JsonObject **object,
                    GError     **error)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (geometry_names); i++)
    {
      JsonNode *node = json_object_get_member (*object, geometry_names[i]);
      double number;
      int rounded;

      if (!node_get_number (node, &number))
        {
          g_set_error (error, COMMONS_RECORD_ERROR, COMMONS_RECORD_ERROR_INVALID,
                       "“%s” must be a number", geometry_names[i]);
          return FALSE;
        }

      rounded = clamp_coordinate (number, i >= 2);
      if (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) == rounded)
        continue;

      if (!changed)
        {
          JsonObject *copy = _commons_record_copy_object (*object);

          json_object_unref (*object);
          *object = copy;
          changed = TRUE;
        }
      json_object_set_member (*object, geometry_names[i], int_node (rounded));
    }

  return TRUE;
}

/* The first line, without the Markdown marks that other programs put around
 * the title of a text; labels and names are no Markdown. */
static char *
make_title (const char *line,
            gsize       length,
            gboolean    is_markdown)
{
  g_autofree char *title = g_strstrip (g_strndup (line, length));
  char *start = title;
  gsize size;

  if (!is_markdown)
    return g_steal_pointer (&title);

  if (*start == '#')
    {
      while (*start == '#')
        start++;
      if (*start != ' ')
        start = title;
      while (*start == ' ')
        start++;
    }

  /* Only when one pair of marks is around the whole line. */
  size = strlen (start);
  if (size > 4 && g_str_has_prefix (start, "**") && strstr (start + 2, "**") == start + size - 2)
    return g_strndup (start + 2, size - 4);

  return g_strdup (start);
}

static void
read_title (CommonsRecord *self,
            const char    *line,
            gsize          length)
{
  gboolean is_markdown = g_str_equal (self->node_type, "text");
  g_autofree char *heading = make_title (line, length, is_markdown);

  if (!is_markdown || !commons_markdown_has_marks (heading))
    {
      self->title = g_steal_pointer (&heading);
      return;
    }

  self->title = commons_markdown_to_plain (heading, COMMONS_MARKDOWN_LINE);
  self->heading = g_steal_pointer (&heading);
}

static void
read_text (CommonsRecord *self)
{
  const char *title_source = self->text;
  const char *line_end;

  if (g_str_equal (self->node_type, "file"))
    title_source = find_string (self->object, "file");
  else if (g_str_equal (self->node_type, "link"))
    title_source = find_string (self->object, "url");
  else if (self->table == COMMONS_TABLE_HEAD)
    title_source = find_string (self->object, "commons/title");

  if (title_source == NULL)
    title_source = "";

  line_end = self->table == COMMONS_TABLE_NODES ? strchr (title_source, '\n') : NULL;
  if (line_end != NULL)
    {
      read_title (self, title_source, (gsize) (line_end - title_source));
      self->body = line_end + 1;
    }
  else
    {
      read_title (self, title_source, strlen (title_source));
      self->body = "";
    }
}

static void
read_node (CommonsRecord *self)
{
  int *values[] = { &self->bounds.x, &self->bounds.y, &self->bounds.width, &self->bounds.height };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    *values[i] = (int) json_node_get_int (json_object_get_member (self->object, geometry_names[i]));

  self->node_type = find_string (self->object, "type");
  self->is_group = g_str_equal (self->node_type, "group");
  self->kind = find_string (self->object, "commons/kind");
  self->text = find_string (self->object, commons_record_is_group (self) ? "label" : "text");
}

static void
read_edge (CommonsRecord *self)
{
  self->kind = find_string (self->object, "commons/link");
  self->from = find_string (self->object, "fromNode");
  self->to = find_string (self->object, "toNode");
  self->text = find_string (self->object, "label");
}

static void
read_hot_fields (CommonsRecord *self)
{
  self->node_type = "";
  self->from = "";
  self->to = "";

  if (self->table != COMMONS_TABLE_HEAD)
    self->id = find_string (self->object, "id");
  else
    self->id = "";

  if (self->table == COMMONS_TABLE_NODES)
    read_node (self);
  else if (self->table == COMMONS_TABLE_EDGES)
    read_edge (self);

  self->status = find_string (self->object, "commons/status");
  self->from = self->from ? self->from : "";
  self->to = self->to ? self->to : "";
  self->text = self->text ? self->text : "";
  read_text (self);
}

static gboolean
check_members (CommonsTable   table,
               JsonObject    *object,
               GError       **error)
{
  const char *id = find_string (object, "id");

  if (table == COMMONS_TABLE_HEAD)
    return TRUE;

  if (id == NULL || *id == '\0')
    {
      g_set_error (error, COMMONS_RECORD_ERROR, COMMONS_RECORD_ERROR_INVALID,
                   "“%s” must be a text that is not empty", "id");
      return FALSE;
    }

  if (table == COMMONS_TABLE_NODES && find_string (object, "type") == NULL)
    {
      g_set_error (error, COMMONS_RECORD_ERROR, COMMONS_RECORD_ERROR_INVALID,
                   "“%s” must be a text", "type");
      return FALSE;
    }

  return TRUE;
}

CommonsRecord *
commons_record_new (CommonsTable   table,
                    JsonObject    *object,
                    GError       **error)
{
  CommonsRecord *self;

  g_return_val_if_fail (object != NULL, NULL);

  if (!check_members (table, object, error) ||
      (table == COMMONS_TABLE_NODES && !normalise_geometry (&object, error)))
    {
      json_object_unref (object);
      return NULL;
    }

  json_object_seal (object);

  self = g_new0 (CommonsRecord, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->table = table;
  self->object = object;
  read_hot_fields (self);

  return self;
}

/* For objects made from a valid record or by this file, which cannot fail. */
CommonsRecord *
_commons_record_new_valid (CommonsTable  table,
                  JsonObject   *object)
{
  g_autoptr (GError) error = NULL;
  CommonsRecord *self = commons_record_new (table, object, &error);

  if (self == NULL)
    g_error ("A record became invalid: %s", error->message);

  return self;
}

void
_commons_record_set_bounds (JsonObject        *object,
            const CommonsRect *bounds)
{
  const int values[] = { bounds->x, bounds->y, bounds->width, bounds->height };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    json_object_set_member (object, geometry_names[i], int_node (clamp_coordinate (values[i], i >= 2)));
}

CommonsRecord *
commons_record_new_card (const char        *kind,
                         gboolean           group,
                         const CommonsRect *bounds,
                         const char        *text)
{
  JsonObject *object;
  g_autofree char *id = commons_record_new_id ();

  g_return_val_if_fail (bounds != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "type", group ? "group" : "text");
  _commons_record_set_bounds (object, bounds);
  json_object_set_string_member (object, group ? "label" : "text", text);

  if (kind != NULL)
    {
      JsonObject *commons = json_object_new ();

      json_object_set_string_member (commons, "kind", kind);
      json_object_set_object_member (object, "commons", commons);
    }

  return _commons_record_new_valid (COMMONS_TABLE_NODES, object);
}

CommonsRecord *
commons_record_new_link (const char *link,
                         const char *from,
                         const char *to)
{
  JsonObject *object;
  g_autofree char *id = commons_record_new_id ();

  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (to != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "fromNode", from);
  json_object_set_string_member (object, "toNode", to);

  if (link != NULL)
    {
      JsonObject *commons = json_object_new ();

      json_object_set_string_member (commons, "link", link);
      json_object_set_object_member (object, "commons", commons);
    }

  return _commons_record_new_valid (COMMONS_TABLE_EDGES, object);
}

CommonsRecord *
commons_record_ref (CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
commons_record_unref (CommonsRecord *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  json_object_unref (self->object);
  g_free (self->title);
  g_free (self->heading);
  g_free (self);
}

char *
commons_record_new_id (void)
{
  return g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
}

CommonsTable
commons_record_get_table (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, COMMONS_TABLE_HEAD);

  return self->table;
}

const char *
commons_record_get_id (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
commons_record_get_node_type (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->node_type;
}

gboolean
commons_record_is_group (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_group;
}

const char *
commons_record_get_kind (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->table == COMMONS_TABLE_NODES ? self->kind : NULL;
}

const char *
commons_record_get_link (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->table == COMMONS_TABLE_EDGES ? self->kind : NULL;
}

const CommonsRect *
commons_record_get_bounds (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->bounds;
}

const char *
commons_record_get_title (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
commons_record_get_heading (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->heading ? self->heading : self->title;
}

const char *
commons_record_get_body (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body;
}

const char *
commons_record_get_text (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

const char *
commons_record_get_from (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->from;
}

const char *
commons_record_get_to (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->to;
}

const char *
commons_record_get_status (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->status;
}

const char *
commons_record_get_color (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_string (self->object, "color");
}

const char *
commons_record_get_string (const CommonsRecord *self,
                           const char          *path)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return find_string (self->object, path);
}

gboolean
commons_record_get_boolean (const CommonsRecord *self,
                            const char          *path)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  node = _commons_record_find_node (self->object, path);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

int
commons_record_get_int (const CommonsRecord *self,
                        const char          *path,
                        int                  fallback)
{
  double number;

  g_return_val_if_fail (self != NULL, fallback);
  g_return_val_if_fail (path != NULL, fallback);

  if (!node_get_number (_commons_record_find_node (self->object, path), &number))
    return fallback;

  return (int) CLAMP (round (number), G_MININT, G_MAXINT);
}

JsonObject *
commons_record_get_object (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->object;
}

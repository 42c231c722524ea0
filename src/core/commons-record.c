/* commons-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-record"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-record.h"

struct _CommonsRecord
{
  grefcount    ref_count;
  CommonsTable table;
  JsonObject  *object;

  /* Hot fields: borrowed from the object unless said otherwise. */
  const char  *id;
  const char  *node_type;
  const char  *kind;
  const char  *status;
  const char  *from;
  const char  *to;
  const char  *text;
  char        *title; /* owned */
  const char  *body;
  CommonsRect  bounds;
  gboolean     is_group;
};

G_DEFINE_BOXED_TYPE (CommonsRecord, commons_record, commons_record_ref, commons_record_unref)
G_DEFINE_QUARK (commons-record-error-quark, commons_record_error)

static const char *const geometry_names[] = { "x", "y", "width", "height" };

static JsonNode *
find_node (JsonObject *object,
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
  JsonNode *node = find_node (object, path);

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
string_node (const char *value)
{
  return json_node_init_string (json_node_alloc (), value);
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

/* A copy that shares the member values, which are immutable. */
static JsonObject *
object_copy (JsonObject *object)
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
          JsonObject *copy = object_copy (*object);

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
read_text (CommonsRecord *self)
{
  const char *title_source = self->text;
  gboolean is_markdown = g_str_equal (self->node_type, "text");
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
      self->title = make_title (title_source, line_end - title_source, is_markdown);
      self->body = line_end + 1;
    }
  else
    {
      self->title = make_title (title_source, strlen (title_source), is_markdown);
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
  g_ref_count_init (&self->ref_count);
  self->table = table;
  self->object = object;
  read_hot_fields (self);

  return self;
}

/* For objects made from a valid record or by this file, which cannot fail. */
static CommonsRecord *
record_new_valid (CommonsTable  table,
                  JsonObject   *object)
{
  g_autoptr (GError) error = NULL;
  CommonsRecord *self = commons_record_new (table, object, &error);

  if (self == NULL)
    g_error ("A record became invalid: %s", error->message);

  return self;
}

static void
set_bounds (JsonObject        *object,
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
  set_bounds (object, bounds);
  json_object_set_string_member (object, group ? "label" : "text", text);

  if (kind != NULL)
    {
      JsonObject *commons = json_object_new ();

      json_object_set_string_member (commons, "kind", kind);
      json_object_set_object_member (object, "commons", commons);
    }

  return record_new_valid (COMMONS_TABLE_NODES, object);
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

  return record_new_valid (COMMONS_TABLE_EDGES, object);
}

CommonsRecord *
commons_record_ref (CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->ref_count);

  return self;
}

void
commons_record_unref (CommonsRecord *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->ref_count))
    return;

  json_object_unref (self->object);
  g_free (self->title);
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

int
commons_record_get_int (const CommonsRecord *self,
                        const char          *path,
                        int                  fallback)
{
  double number;

  g_return_val_if_fail (self != NULL, fallback);
  g_return_val_if_fail (path != NULL, fallback);

  if (!node_get_number (find_node (self->object, path), &number))
    return fallback;

  return (int) CLAMP (round (number), G_MININT, G_MAXINT);
}

JsonObject *
commons_record_get_object (const CommonsRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->object;
}

static gboolean nodes_equal (JsonNode *a,
                             JsonNode *b);

static gboolean
objects_equal (JsonObject *a,
               JsonObject *b)
{
  JsonObjectIter iter_a, iter_b;
  const char *name_a, *name_b;
  JsonNode *node_a, *node_b;

  if (a == b)
    return TRUE;

  if (json_object_get_size (a) != json_object_get_size (b))
    return FALSE;

  json_object_iter_init_ordered (&iter_a, a);
  json_object_iter_init_ordered (&iter_b, b);
  while (json_object_iter_next_ordered (&iter_a, &name_a, &node_a) &&
         json_object_iter_next_ordered (&iter_b, &name_b, &node_b))
    {
      if (!g_str_equal (name_a, name_b) || !nodes_equal (node_a, node_b))
        return FALSE;
    }

  return TRUE;
}

static gboolean
arrays_equal (JsonArray *a,
              JsonArray *b)
{
  if (json_array_get_length (a) != json_array_get_length (b))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (a); i++)
    {
      if (!nodes_equal (json_array_get_element (a, i), json_array_get_element (b, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
nodes_equal (JsonNode *a,
             JsonNode *b)
{
  if (a == b)
    return TRUE;

  if (json_node_get_node_type (a) != json_node_get_node_type (b))
    return FALSE;

  if (JSON_NODE_HOLDS_OBJECT (a))
    return objects_equal (json_node_get_object (a), json_node_get_object (b));

  if (JSON_NODE_HOLDS_ARRAY (a))
    return arrays_equal (json_node_get_array (a), json_node_get_array (b));

  return json_node_equal (a, b);
}

gboolean
commons_record_equal (const CommonsRecord *a,
                      const CommonsRecord *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a == b || (a->table == b->table && objects_equal (a->object, b->object));
}

/* Returns NULL when the object would be empty by a removal. */
static JsonObject *
object_with (JsonObject *object,
             const char *path,
             JsonNode   *value)
{
  const char *slash = strchr (path, '/');
  g_autofree char *name = slash ? g_strndup (path, slash - path) : g_strdup (path);
  JsonObject *copy = object ? object_copy (object) : json_object_new ();

  if (slash != NULL)
    {
      JsonNode *old = json_object_get_member (copy, name);
      JsonObject *child = old && JSON_NODE_HOLDS_OBJECT (old) ? json_node_get_object (old) : NULL;
      JsonObject *changed = object_with (child, slash + 1, value);

      if (changed != NULL)
        {
          value = json_node_init_object (json_node_alloc (), changed);
          json_object_unref (changed);
        }
      else
        {
          value = NULL;
        }
    }

  if (value != NULL)
    json_object_set_member (copy, name, value);
  else
    json_object_remove_member (copy, name);

  if (value == NULL && json_object_get_size (copy) == 0)
    g_clear_pointer (&copy, json_object_unref);

  return copy;
}

CommonsRecord *
commons_record_with (CommonsRecord *self,
                     const char    *path,
                     JsonNode      *value)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (path != NULL && *path != '\0', NULL);

  /* Else what stands on the way, such as a string where an object is
   * expected, would go. */
  if (value == NULL && find_node (self->object, path) == NULL)
    return commons_record_ref (self);

  object = object_with (self->object, path, value);

  return record_new_valid (self->table, object ? object : json_object_new ());
}

CommonsRecord *
commons_record_with_string (CommonsRecord *self,
                            const char    *path,
                            const char    *value)
{
  return commons_record_with (self, path, value ? string_node (value) : NULL);
}

CommonsRecord *
commons_record_with_int (CommonsRecord *self,
                         const char    *path,
                         gint64         value)
{
  return commons_record_with (self, path, int_node (value));
}

CommonsRecord *
commons_record_with_bounds (CommonsRecord     *self,
                            const CommonsRect *bounds)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->table == COMMONS_TABLE_NODES, NULL);
  g_return_val_if_fail (bounds != NULL, NULL);

  object = object_copy (self->object);
  set_bounds (object, bounds);

  return record_new_valid (self->table, object);
}

CommonsRecord *
commons_record_with_text (CommonsRecord *self,
                          const char    *text)
{
  const char *name = "text";

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (self->table == COMMONS_TABLE_EDGES || commons_record_is_group (self))
    name = "label";

  return commons_record_with_string (self, name, text);
}

CommonsRecord *
commons_record_with_id (CommonsRecord *self,
                        const char    *id)
{
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  return commons_record_with_string (self, "id", id);
}

CommonsRecord *
commons_record_with_ends (CommonsRecord *self,
                          const char    *from,
                          const char    *to)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->table == COMMONS_TABLE_EDGES, NULL);
  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (to != NULL, NULL);

  object = object_copy (self->object);
  json_object_set_member (object, "fromNode", string_node (from));
  json_object_set_member (object, "toNode", string_node (to));

  return record_new_valid (self->table, object);
}

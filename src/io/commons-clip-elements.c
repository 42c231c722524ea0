/* commons-clip-elements.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-clip"

#include "config.h"

#include <math.h>

#include "commons-clip-elements-private.h"
#include "commons-types.h"

/* How many pairs of things are looked at to find what lies in what; drawings
 * made by hand need a hundredth of it. */
#define MAX_PAIRS   20000000

void
_commons_element_free (gpointer data)
{
  CommonsElement *element = data;

  g_free (element->node_id);
  g_free (element);
}

const char *
_commons_elements_get_string (JsonObject *object,
                              const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static double
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  double number = 0;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    number = (double) json_node_get_int (node);
  else if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_DOUBLE)
    number = json_node_get_double (node);

  return CLAMP (number, -COMMONS_COORD_MAX, COMMONS_COORD_MAX);
}

JsonObject *
_commons_elements_get_object (JsonObject *object,
                              const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static CommonsElementRole
find_role (JsonObject *object)
{
  static const struct { const char *type; CommonsElementRole role; } roles[] = {
    { "rectangle", COMMONS_ELEMENT_SHAPE }, { "ellipse", COMMONS_ELEMENT_SHAPE }, { "diamond", COMMONS_ELEMENT_SHAPE },
    { "stickynote", COMMONS_ELEMENT_SHAPE }, { "text", COMMONS_ELEMENT_TEXT }, { "frame", COMMONS_ELEMENT_FRAME },
    { "magicframe", COMMONS_ELEMENT_FRAME }, { "embeddable", COMMONS_ELEMENT_PAGE }, { "iframe", COMMONS_ELEMENT_PAGE },
    { "arrow", COMMONS_ELEMENT_ARROW },
  };
  const char *type = _commons_elements_get_string (object, "type");

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (g_strcmp0 (type, roles[i].type) == 0)
        return roles[i].role;
    }

  return COMMONS_ELEMENT_NONE;
}

static gboolean
is_deleted (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "isDeleted");

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static CommonsElement *
element_new (JsonObject *object)
{
  CommonsElement *element = g_new0 (CommonsElement, 1);

  element->object = object;
  element->id = _commons_elements_get_string (object, "id");
  element->role = find_role (object);
  element->x = get_number (object, "x");
  element->y = get_number (object, "y");
  element->width = fabs (get_number (object, "width"));
  element->height = fabs (get_number (object, "height"));

  return element;
}

static void
read_elements (CommonsElements *self,
               JsonArray       *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      CommonsElement *element;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        self->n_skipped++;
      else if (!is_deleted (json_node_get_object (node)))
        {
          element = element_new (json_node_get_object (node));
          g_ptr_array_add (self->elements, element);
          if (element->id != NULL && !g_hash_table_contains (self->by_id, element->id))
            g_hash_table_insert (self->by_id, (gpointer) element->id, element);
        }
    }
}

static CommonsElement *
lookup (CommonsElements *self,
        const char      *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

static void
bind_caption (CommonsElements *self,
              CommonsElement  *text)
{
  CommonsElement *owner = lookup (self, _commons_elements_get_string (text->object, "containerId"));

  if (owner == NULL || owner->caption != NULL ||
      (owner->role != COMMONS_ELEMENT_SHAPE && owner->role != COMMONS_ELEMENT_ARROW))
    return;

  owner->caption = text;
  text->owner = owner;
}

/* Of a caption, the shape that bears it. */
CommonsElement *
_commons_elements_find_end (CommonsElements *self,
                            CommonsElement  *arrow,
                            const char      *name)
{
  JsonObject *binding = _commons_elements_get_object (arrow->object, name);
  CommonsElement *end = binding ? lookup (self, _commons_elements_get_string (binding, "elementId")) : NULL;

  if (end != NULL && end->owner != NULL)
    end = end->owner;

  return end;
}

static void
bind (CommonsElements *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      CommonsElement *element = g_ptr_array_index (self->elements, i);

      if (element->role == COMMONS_ELEMENT_TEXT)
        bind_caption (self, element);
    }

  for (guint i = 0; i < self->elements->len; i++)
    {
      CommonsElement *element = g_ptr_array_index (self->elements, i);
      CommonsElement *from, *to;

      if (element->role != COMMONS_ELEMENT_ARROW)
        continue;

      from = _commons_elements_find_end (self, element, "startBinding");
      to = _commons_elements_find_end (self, element, "endBinding");
      if (from != NULL && to != NULL)
        from->linked = to->linked = TRUE;
    }
}

double
_commons_element_get_center_x (const CommonsElement *element)
{
  return element->x + element->width / 2;
}

double
_commons_element_get_center_y (const CommonsElement *element)
{
  return element->y + element->height / 2;
}

/* Whether an element can lie in a shape and makes it a zone. */
static gboolean
is_thing (const CommonsElement *element)
{
  return element->role == COMMONS_ELEMENT_PAGE ||
         element->role == COMMONS_ELEMENT_SHAPE ||
         (element->role == COMMONS_ELEMENT_TEXT && element->owner == NULL);
}

static gboolean
holds (const CommonsElement *shape,
       const CommonsElement *thing)
{
  return thing != shape &&
         thing->width * thing->height < shape->width * shape->height &&
         thing->width <= shape->width && thing->height <= shape->height &&
         fabs (_commons_element_get_center_x (thing) - _commons_element_get_center_x (shape)) < shape->width / 2 &&
         fabs (_commons_element_get_center_y (thing) - _commons_element_get_center_y (shape)) < shape->height / 2;
}

static int
compare_centers (gconstpointer a,
                 gconstpointer b)
{
  double first = _commons_element_get_center_x (*(CommonsElement * const *) a);
  double second = _commons_element_get_center_x (*(CommonsElement * const *) b);

  return first < second ? -1 : first > second;
}

static guint
find_first_beyond (GPtrArray *things,
                   double     x)
{
  guint low = 0;
  guint high = things->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (_commons_element_get_center_x (g_ptr_array_index (things, middle)) < x)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A text that lies alone in a shape without one was written there instead of
 * being bound to it: many drawings are made so. */
static void
look_inside (CommonsElements *self,
             CommonsElement  *shape,
             GPtrArray       *things)
{
  CommonsElement *text = NULL;
  guint n_found = 0;

  for (guint i = find_first_beyond (things, shape->x); i < things->len && n_found < 2; i++)
    {
      CommonsElement *thing = g_ptr_array_index (things, i);

      if (_commons_element_get_center_x (thing) > shape->x + shape->width || self->n_pairs++ > MAX_PAIRS)
        break;

      if (holds (shape, thing))
        {
          n_found++;
          text = thing->role == COMMONS_ELEMENT_TEXT && !thing->linked ? thing : NULL;
        }
    }

  if (n_found == 1 && text != NULL && shape->caption == NULL && text->owner == NULL)
    {
      shape->caption = text;
      text->owner = shape;
    }
  else
    {
      shape->around = n_found > 0;
    }
}

int
_commons_element_compare_areas (gconstpointer a,
                                gconstpointer b)
{
  const CommonsElement *first = *(CommonsElement * const *) a;
  const CommonsElement *second = *(CommonsElement * const *) b;
  double difference = first->width * first->height - second->width * second->height;

  return difference < 0 ? -1 : difference > 0;
}

static void
find_zones (CommonsElements *self)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new ();
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();

  for (guint i = 0; i < self->elements->len; i++)
    {
      CommonsElement *element = g_ptr_array_index (self->elements, i);

      if (is_thing (element))
        g_ptr_array_add (things, element);
      if (element->role == COMMONS_ELEMENT_SHAPE)
        g_ptr_array_add (shapes, element);
    }

  g_ptr_array_sort (things, compare_centers);
  /* A text lies in the smallest shape around it. */
  g_ptr_array_sort (shapes, _commons_element_compare_areas);

  for (guint i = 0; i < shapes->len; i++)
    look_inside (self, g_ptr_array_index (shapes, i), things);
}

void
_commons_elements_read (CommonsElements *self,
                        JsonArray       *array)
{
  read_elements (self, array);
  bind (self);
  find_zones (self);
}

/* commons-clip-excalidraw.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads drawings of Excalidraw (format version 2, and what it puts on the
 * clipboard). A drawing has shapes and no cards, so this is a reading of it:
 *
 *   shape with a text in it      card
 *   shape around other things    zone
 *   text by itself               card
 *   frame                        zone
 *   arrow from thing to thing    link
 *   embedded page                link card
 *
 * The rest is counted. Elements are taken as they come: what lacks a member
 * gets its usual value, as in Excalidraw itself.
 */

#define G_LOG_DOMAIN "commons-clip"

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "commons-clip-private.h"

/* Excalidraw writes on shapes of any size; cards need room for their icon. */
#define MIN_WIDTH   120
#define MIN_HEIGHT  44
#define TEXT_WIDTH  204
#define TEXT_HEIGHT 62

/* How many pairs of things are looked at to find what lies in what; drawings
 * made by hand need a hundredth of it. */
#define MAX_PAIRS   20000000

#define ZONE_KIND   "zone"
#define PLAIN_LINK  "relates_to"

/* Our own members travel in what the format leaves to applications. */
#define OWN_MEMBER  "commonsCanvas"

typedef enum
{
  ROLE_NONE,
  ROLE_SHAPE,
  ROLE_TEXT,
  ROLE_FRAME,
  ROLE_PAGE,
  ROLE_ARROW,
} Role;

typedef struct _Element Element;

struct _Element
{
  JsonObject *object;
  const char *id;
  Role        role;
  double      x;
  double      y;
  double      width;
  double      height;
  Element    *caption; /* the text bound to a shape or arrow */
  Element    *owner;   /* of a text, the shape or arrow it is the caption of */
  gboolean    linked;
  gboolean    around;  /* whether other things lie in this shape */
  char       *node_id;
};

typedef struct
{
  GPtrArray  *elements;
  GHashTable *by_id;
  GPtrArray  *nodes;
  GPtrArray  *edges;
  guint       n_skipped;
  guint       n_pairs;
} Drawing;

static void
element_free (gpointer data)
{
  Element *element = data;

  g_free (element->node_id);
  g_free (element);
}

static const char *
get_string (JsonObject *object,
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

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static Role
find_role (JsonObject *object)
{
  static const struct { const char *type; Role role; } roles[] = {
    { "rectangle", ROLE_SHAPE }, { "ellipse", ROLE_SHAPE }, { "diamond", ROLE_SHAPE },
    { "stickynote", ROLE_SHAPE }, { "text", ROLE_TEXT }, { "frame", ROLE_FRAME },
    { "magicframe", ROLE_FRAME }, { "embeddable", ROLE_PAGE }, { "iframe", ROLE_PAGE },
    { "arrow", ROLE_ARROW },
  };
  const char *type = get_string (object, "type");

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (g_strcmp0 (type, roles[i].type) == 0)
        return roles[i].role;
    }

  return ROLE_NONE;
}

static gboolean
is_deleted (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "isDeleted");

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static Element *
element_new (JsonObject *object)
{
  Element *element = g_new0 (Element, 1);

  element->object = object;
  element->id = get_string (object, "id");
  element->role = find_role (object);
  element->x = get_number (object, "x");
  element->y = get_number (object, "y");
  element->width = fabs (get_number (object, "width"));
  element->height = fabs (get_number (object, "height"));

  return element;
}

static void
read_elements (Drawing   *self,
               JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      Element *element;

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

static Element *
lookup (Drawing    *self,
        const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

static void
bind_caption (Drawing *self,
              Element *text)
{
  Element *owner = lookup (self, get_string (text->object, "containerId"));

  if (owner == NULL || owner->caption != NULL ||
      (owner->role != ROLE_SHAPE && owner->role != ROLE_ARROW))
    return;

  owner->caption = text;
  text->owner = owner;
}

/* What an end of an arrow holds to: of a caption, the shape that bears it. */
static Element *
find_end (Drawing    *self,
          Element    *arrow,
          const char *name)
{
  JsonObject *binding = get_object (arrow->object, name);
  Element *end = binding ? lookup (self, get_string (binding, "elementId")) : NULL;

  if (end != NULL && end->owner != NULL)
    end = end->owner;

  return end;
}

static void
bind (Drawing *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      Element *element = g_ptr_array_index (self->elements, i);

      if (element->role == ROLE_TEXT)
        bind_caption (self, element);
    }

  for (guint i = 0; i < self->elements->len; i++)
    {
      Element *element = g_ptr_array_index (self->elements, i);
      Element *from, *to;

      if (element->role != ROLE_ARROW)
        continue;

      from = find_end (self, element, "startBinding");
      to = find_end (self, element, "endBinding");
      if (from != NULL && to != NULL)
        from->linked = to->linked = TRUE;
    }
}

static double
get_center_x (const Element *element)
{
  return element->x + element->width / 2;
}

static double
get_center_y (const Element *element)
{
  return element->y + element->height / 2;
}

/* Whether an element can lie in a shape and makes it a zone. */
static gboolean
is_thing (const Element *element)
{
  return element->role == ROLE_PAGE ||
         element->role == ROLE_SHAPE ||
         (element->role == ROLE_TEXT && element->owner == NULL);
}

static gboolean
holds (const Element *shape,
       const Element *thing)
{
  return thing != shape &&
         thing->width * thing->height < shape->width * shape->height &&
         thing->width <= shape->width && thing->height <= shape->height &&
         fabs (get_center_x (thing) - get_center_x (shape)) < shape->width / 2 &&
         fabs (get_center_y (thing) - get_center_y (shape)) < shape->height / 2;
}

static int
compare_centers (gconstpointer a,
                 gconstpointer b)
{
  double first = get_center_x (*(Element * const *) a);
  double second = get_center_x (*(Element * const *) b);

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

      if (get_center_x (g_ptr_array_index (things, middle)) < x)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A text that lies alone in a shape without one was written there instead of
 * being bound to it: many drawings are made so. */
static void
look_inside (Drawing   *self,
             Element   *shape,
             GPtrArray *things)
{
  Element *text = NULL;
  guint n_found = 0;

  for (guint i = find_first_beyond (things, shape->x); i < things->len && n_found < 2; i++)
    {
      Element *thing = g_ptr_array_index (things, i);

      if (get_center_x (thing) > shape->x + shape->width || self->n_pairs++ > MAX_PAIRS)
        break;

      if (holds (shape, thing))
        {
          n_found++;
          text = thing->role == ROLE_TEXT && !thing->linked ? thing : NULL;
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

static int
compare_areas (gconstpointer a,
               gconstpointer b)
{
  const Element *first = *(Element * const *) a;
  const Element *second = *(Element * const *) b;
  double difference = first->width * first->height - second->width * second->height;

  return difference < 0 ? -1 : difference > 0;
}

static void
find_zones (Drawing *self)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new ();
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();

  for (guint i = 0; i < self->elements->len; i++)
    {
      Element *element = g_ptr_array_index (self->elements, i);

      if (is_thing (element))
        g_ptr_array_add (things, element);
      if (element->role == ROLE_SHAPE)
        g_ptr_array_add (shapes, element);
    }

  g_ptr_array_sort (things, compare_centers);
  /* A text lies in the smallest shape around it. */
  g_ptr_array_sort (shapes, compare_areas);

  for (guint i = 0; i < shapes->len; i++)
    look_inside (self, g_ptr_array_index (shapes, i), things);
}

static const char *
get_text (Element *element)
{
  const char *text = get_string (element->object, "originalText");

  if (text == NULL)
    text = get_string (element->object, "text");

  return text != NULL ? text : "";
}

/* Title and body of a card; an address the element leads to ends its body. */
static char *
make_text (Element *element,
           Element *text)
{
  const char *words = text != NULL ? get_text (text) : "";
  const char *link = get_string (element->object, "link");

  if (link == NULL || *link == '\0')
    return g_strstrip (g_strdup (words));

  return g_strstrip (g_strconcat (words, "\n", link, NULL));
}

static CommonsRect
make_bounds (const Element *element,
             double         min_width,
             double         min_height)
{
  double width = MAX (element->width, min_width);
  double height = MAX (element->height, min_height);

  return (CommonsRect) {
    (int) round (get_center_x (element) - width / 2),
    (int) round (get_center_y (element) - height / 2),
    (int) round (width),
    (int) round (height),
  };
}

/* What this program wrote into the drawing, when it is well formed. */
static JsonObject *
get_own (JsonObject *object)
{
  JsonObject *custom = get_object (object, "customData");
  JsonObject *own = custom != NULL ? get_object (custom, OWN_MEMBER) : NULL;

  if (own == NULL ||
      (json_object_has_member (own, "kind") && get_string (own, "kind") == NULL) ||
      (json_object_has_member (own, "link") && get_string (own, "link") == NULL) ||
      (json_object_has_member (own, "status") && get_string (own, "status") == NULL) ||
      (json_object_has_member (own, "fields") && get_object (own, "fields") == NULL))
    return NULL;

  return own;
}

static CommonsRecord *
add_own (CommonsRecord *record,
         JsonObject    *own)
{
  g_autoptr (CommonsRecord) plain = record;
  JsonNode *copy;

  if (own == NULL)
    return g_steal_pointer (&plain);

  copy = json_node_init_object (json_node_alloc (), own);

  return commons_record_with (plain, "commons", copy);
}

static void
add_node (Drawing       *self,
          Element       *element,
          CommonsRecord *node)
{
  node = add_own (node, get_own (element->object));
  element->node_id = g_strdup (commons_record_get_id (node));
  g_ptr_array_add (self->nodes, node);
}

static void
add_page (Drawing *self,
          Element *element)
{
  CommonsRect bounds = make_bounds (element, TEXT_WIDTH, TEXT_HEIGHT);
  const char *url = get_string (element->object, "link");
  g_autoptr (CommonsRecord) card = NULL;
  g_autoptr (CommonsRecord) typed = NULL;
  g_autoptr (CommonsRecord) bare = NULL;

  if (url == NULL || *url == '\0')
    {
      self->n_skipped++;
      return;
    }

  card = commons_record_new_card (NULL, FALSE, &bounds, "");
  bare = commons_record_with (card, "text", NULL);
  typed = commons_record_with_string (bare, "type", "link");
  add_node (self, element, commons_record_with_string (typed, "url", url));
}

static void
add_group (Drawing *self,
           Element *element)
{
  CommonsRect bounds = make_bounds (element, MIN_WIDTH, MIN_HEIGHT);
  const char *name = get_string (element->object, "name");
  g_autofree char *label = NULL;

  if (element->role == ROLE_FRAME)
    label = g_strstrip (g_strdup (name != NULL ? name : ""));
  else
    label = make_text (element, element->caption);

  add_node (self, element, commons_record_new_card (ZONE_KIND, TRUE, &bounds, g_strdelimit (label, "\r\n", ' ')));
}

static void
add_card (Drawing *self,
          Element *element)
{
  gboolean is_text = element->role == ROLE_TEXT;
  CommonsRect bounds = make_bounds (element, is_text ? TEXT_WIDTH : MIN_WIDTH, is_text ? TEXT_HEIGHT : MIN_HEIGHT);
  g_autofree char *text = make_text (element, is_text ? element : element->caption);

  /* A shape that says nothing is decoration, unless something leads to it. */
  if (*text == '\0' && !element->linked && get_own (element->object) == NULL)
    self->n_skipped++;
  else
    add_node (self, element, commons_record_new_card (NULL, FALSE, &bounds, text));
}

static gboolean
is_zone (const Element *element)
{
  return element->role == ROLE_FRAME || (element->role == ROLE_SHAPE && element->around);
}

/* Larger zones first, so that each stands before what it contains. */
static void
add_zones (Drawing *self)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();

  for (guint i = 0; i < self->elements->len; i++)
    {
      if (is_zone (g_ptr_array_index (self->elements, i)))
        g_ptr_array_add (zones, g_ptr_array_index (self->elements, i));
    }

  g_ptr_array_sort (zones, compare_areas);
  for (guint i = zones->len; i > 0; i--)
    add_group (self, g_ptr_array_index (zones, i - 1));
}

static void
add_cards (Drawing *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      Element *element = g_ptr_array_index (self->elements, i);

      if (is_zone (element) || element->owner != NULL || element->role == ROLE_ARROW)
        continue;

      if (element->role == ROLE_PAGE)
        add_page (self, element);
      else if (element->role == ROLE_NONE)
        self->n_skipped++;
      else
        add_card (self, element);
    }
}

/* Excalidraw gives an arrow a head when it does not say, and none for null. */
static gboolean
has_head (Element    *arrow,
          const char *name,
          gboolean    usual)
{
  JsonNode *node = json_object_get_member (arrow->object, name);

  return node == NULL ? usual : !JSON_NODE_HOLDS_NULL (node);
}

static CommonsRecord *
make_link (Element *arrow,
           Element *from,
           Element *to)
{
  gboolean at_start = has_head (arrow, "startArrowhead", FALSE);
  gboolean at_end = has_head (arrow, "endArrowhead", TRUE);
  gboolean backwards = at_start && !at_end;
  g_autoptr (CommonsRecord) link = NULL;
  g_autofree char *label = make_text (arrow, arrow->caption);

  link = commons_record_new_link (PLAIN_LINK, (backwards ? to : from)->node_id, (backwards ? from : to)->node_id);

  if (at_start == at_end)
    {
      g_autoptr (CommonsRecord) plain = g_steal_pointer (&link);

      link = at_start ? commons_record_with_string (plain, "fromEnd", "arrow")
                      : commons_record_with_string (plain, "toEnd", "none");
    }

  if (*label != '\0')
    {
      g_autoptr (CommonsRecord) plain = g_steal_pointer (&link);

      link = commons_record_with_text (plain, g_strdelimit (label, "\r\n", ' '));
    }

  return add_own (g_steal_pointer (&link), get_own (arrow->object));
}

static void
add_links (Drawing *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      Element *arrow = g_ptr_array_index (self->elements, i);
      Element *from, *to;

      if (arrow->role != ROLE_ARROW)
        continue;

      from = find_end (self, arrow, "startBinding");
      to = find_end (self, arrow, "endBinding");

      if (from == NULL || to == NULL || from == to || from->node_id == NULL || to->node_id == NULL)
        self->n_skipped++;
      else
        g_ptr_array_add (self->edges, make_link (arrow, from, to));
    }
}

gboolean
_commons_clip_is_excalidraw (JsonObject *root)
{
  const char *type = get_string (root, "type");

  return g_strcmp0 (type, "excalidraw") == 0 || g_strcmp0 (type, "excalidraw/clipboard") == 0;
}

CommonsBoard *
_commons_clip_read_excalidraw (JsonObject *root,
                               guint      *n_skipped,
                               GError    **error)
{
  JsonNode *member = json_object_get_member (root, "elements");
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (element_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  Drawing self = { elements, by_id, nodes, edges, 0, 0 };

  if (member == NULL || !JSON_NODE_HOLDS_ARRAY (member))
    {
      g_set_error_literal (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_FORMAT,
                           _("This drawing of Excalidraw has no list of elements"));
      return NULL;
    }

  if (json_array_get_length (json_node_get_array (member)) > COMMONS_CLIP_MAX_NODES)
    {
      g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_LIMIT,
                   /* Translators: %d is a number of shapes and texts */
                   _("This drawing has more than %d elements"), COMMONS_CLIP_MAX_NODES);
      return NULL;
    }

  read_elements (&self, json_node_get_array (member));
  bind (&self);
  find_zones (&self);
  add_zones (&self);
  add_cards (&self);
  add_links (&self);

  if (n_skipped != NULL)
    *n_skipped = self.n_skipped;

  return _commons_clip_new_board (nodes, edges);
}

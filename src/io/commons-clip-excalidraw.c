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

#include "commons-clip-elements-private.h"
#include "commons-clip-private.h"

/* Excalidraw writes on shapes of any size; cards need room for their icon. */
#define MIN_WIDTH   120
#define MIN_HEIGHT  44
#define TEXT_WIDTH  204
#define TEXT_HEIGHT 62

#define ZONE_KIND   "zone"
#define PLAIN_LINK  "relates_to"

/* Our own members travel in what the format leaves to applications. */
#define OWN_MEMBER  "commonsCanvas"

static const char *
get_text (CommonsElement *element)
{
  const char *text = _commons_elements_get_string (element->object, "originalText");

  if (text == NULL)
    text = _commons_elements_get_string (element->object, "text");

  return text != NULL ? text : "";
}

/* Title and body of a card; an address the element leads to ends its body. */
static char *
make_text (CommonsElement *element,
           CommonsElement *text)
{
  const char *words = text != NULL ? get_text (text) : "";
  const char *link = _commons_elements_get_string (element->object, "link");

  if (link == NULL || *link == '\0')
    return g_strstrip (g_strdup (words));

  return g_strstrip (g_strconcat (words, "\n", link, NULL));
}

static CommonsRect
make_bounds (const CommonsElement *element,
             double                min_width,
             double                min_height)
{
  double width = MAX (element->width, min_width);
  double height = MAX (element->height, min_height);

  return (CommonsRect) {
    (int) round (_commons_element_get_center_x (element) - width / 2),
    (int) round (_commons_element_get_center_y (element) - height / 2),
    (int) round (width),
    (int) round (height),
  };
}

/* What this program wrote into the drawing, when it is well formed. */
static JsonObject *
get_own (JsonObject *object)
{
  JsonObject *custom = _commons_elements_get_object (object, "customData");
  JsonObject *own = custom != NULL ? _commons_elements_get_object (custom, OWN_MEMBER) : NULL;

  if (own == NULL ||
      (json_object_has_member (own, "kind") && _commons_elements_get_string (own, "kind") == NULL) ||
      (json_object_has_member (own, "link") && _commons_elements_get_string (own, "link") == NULL) ||
      (json_object_has_member (own, "status") && _commons_elements_get_string (own, "status") == NULL) ||
      (json_object_has_member (own, "fields") && _commons_elements_get_object (own, "fields") == NULL))
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
add_node (CommonsElements *self,
          CommonsElement  *element,
          CommonsRecord   *node)
{
  node = add_own (node, get_own (element->object));
  element->node_id = g_strdup (commons_record_get_id (node));
  g_ptr_array_add (self->nodes, node);
}

static void
add_page (CommonsElements *self,
          CommonsElement  *element)
{
  CommonsRect bounds = make_bounds (element, TEXT_WIDTH, TEXT_HEIGHT);
  const char *url = _commons_elements_get_string (element->object, "link");
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
add_group (CommonsElements *self,
           CommonsElement  *element)
{
  CommonsRect bounds = make_bounds (element, MIN_WIDTH, MIN_HEIGHT);
  const char *name = _commons_elements_get_string (element->object, "name");
  g_autofree char *label = NULL;

  if (element->role == COMMONS_ELEMENT_FRAME)
    label = g_strstrip (g_strdup (name != NULL ? name : ""));
  else
    label = make_text (element, element->caption);

  add_node (self, element, commons_record_new_card (ZONE_KIND, TRUE, &bounds, g_strdelimit (label, "\r\n", ' ')));
}

static void
add_card (CommonsElements *self,
          CommonsElement  *element)
{
  gboolean is_text = element->role == COMMONS_ELEMENT_TEXT;
  CommonsRect bounds = make_bounds (element, is_text ? TEXT_WIDTH : MIN_WIDTH, is_text ? TEXT_HEIGHT : MIN_HEIGHT);
  g_autofree char *text = make_text (element, is_text ? element : element->caption);

  /* A shape that says nothing is decoration, unless something leads to it. */
  if (*text == '\0' && !element->linked && get_own (element->object) == NULL)
    self->n_skipped++;
  else
    add_node (self, element, commons_record_new_card (NULL, FALSE, &bounds, text));
}

static gboolean
is_zone (const CommonsElement *element)
{
  return element->role == COMMONS_ELEMENT_FRAME || (element->role == COMMONS_ELEMENT_SHAPE && element->around);
}

/* Larger zones first, so that each stands before what it contains. */
static void
add_zones (CommonsElements *self)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();

  for (guint i = 0; i < self->elements->len; i++)
    {
      if (is_zone (g_ptr_array_index (self->elements, i)))
        g_ptr_array_add (zones, g_ptr_array_index (self->elements, i));
    }

  g_ptr_array_sort (zones, _commons_element_compare_areas);
  for (guint i = zones->len; i > 0; i--)
    add_group (self, g_ptr_array_index (zones, i - 1));
}

static void
add_cards (CommonsElements *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      CommonsElement *element = g_ptr_array_index (self->elements, i);

      if (is_zone (element) || element->owner != NULL || element->role == COMMONS_ELEMENT_ARROW)
        continue;

      if (element->role == COMMONS_ELEMENT_PAGE)
        add_page (self, element);
      else if (element->role == COMMONS_ELEMENT_NONE)
        self->n_skipped++;
      else
        add_card (self, element);
    }
}

/* Excalidraw gives an arrow a head when it does not say, and none for null. */
static gboolean
has_head (CommonsElement *arrow,
          const char     *name,
          gboolean        usual)
{
  JsonNode *node = json_object_get_member (arrow->object, name);

  return node == NULL ? usual : !JSON_NODE_HOLDS_NULL (node);
}

static CommonsRecord *
make_link (CommonsElement *arrow,
           CommonsElement *from,
           CommonsElement *to)
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
add_links (CommonsElements *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      CommonsElement *arrow = g_ptr_array_index (self->elements, i);
      CommonsElement *from, *to;

      if (arrow->role != COMMONS_ELEMENT_ARROW)
        continue;

      from = _commons_elements_find_end (self, arrow, "startBinding");
      to = _commons_elements_find_end (self, arrow, "endBinding");

      if (from == NULL || to == NULL || from == to || from->node_id == NULL || to->node_id == NULL)
        self->n_skipped++;
      else
        g_ptr_array_add (self->edges, make_link (arrow, from, to));
    }
}

gboolean
_commons_clip_is_excalidraw (JsonObject *root)
{
  const char *type = _commons_elements_get_string (root, "type");

  return g_strcmp0 (type, "excalidraw") == 0 || g_strcmp0 (type, "excalidraw/clipboard") == 0;
}

CommonsBoard *
_commons_clip_read_excalidraw (JsonObject *root,
                               guint      *n_skipped,
                               GError    **error)
{
  JsonNode *member = json_object_get_member (root, "elements");
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (_commons_element_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  CommonsElements self = { elements, by_id, nodes, edges, 0, 0 };

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

  _commons_elements_read (&self, json_node_get_array (member));
  add_zones (&self);
  add_cards (&self);
  add_links (&self);

  if (n_skipped != NULL)
    *n_skipped = self.n_skipped;

  return _commons_clip_new_board (nodes, edges);
}

/* commons-patterns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-patterns"

#include "config.h"

#include <math.h>

#include "commons-catalogue-private.h"
#include "commons-patterns.h"

static void
clear_pattern (gpointer data)
{
  CommonsPattern *pattern = data;

  g_free ((gpointer) pattern->circles);
  g_free ((gpointer) pattern->links);
}

static int
find_circle (const CommonsPatternCircle *circles,
             guint                       n_circles,
             const char                 *id)
{
  for (guint i = 0; i < n_circles; i++)
    {
      if (g_strcmp0 (circles[i].id, id) == 0)
        return (int) i;
    }

  g_error ("A pattern has no circle “%s” there", id);
}

static void
read_circle (CommonsCatalogue     *self,
             const char           *pattern,
             JsonObject           *object,
             CommonsPatternCircle *circles,
             guint                 index)
{
  CommonsPatternCircle *circle = &circles[index];
  JsonArray *place = json_object_get_array_member (object, "place");
  const char *parent = json_object_get_string_member_with_default (object, "in", NULL);
  int size = (int) json_array_get_int_element (place, 2);

  circle->id = json_object_get_string_member (object, "id");
  circle->title = _commons_catalogue_get_text (self, "pattern.%s.%s", pattern, circle->id);
  circle->purpose = _commons_catalogue_get_text (self, "pattern.%s.%s.purpose", pattern, circle->id);
  circle->gate = _commons_catalogue_find_text (self, "pattern.%s.%s.gate", pattern, circle->id);
  circle->gate_angle = (double) json_object_get_int_member_with_default (object, "gate", 0) * G_PI / 180;
  circle->entry_mode = json_object_get_string_member_with_default (object, "entry_mode", NULL);
  circle->method = json_object_get_string_member_with_default (object, "method", NULL);
  circle->link_to_parent = json_object_get_string_member_with_default (object, "link_to_parent", NULL);
  circle->ring = (int) json_object_get_int_member (object, "ring");
  circle->parent = parent != NULL ? find_circle (circles, index, parent) : -1;
  circle->bounds = (CommonsRect) { (int) json_array_get_int_element (place, 0),
                                   (int) json_array_get_int_element (place, 1), size, size };
}

static void
read_circles (CommonsCatalogue *self,
              JsonArray        *list,
              CommonsPattern   *pattern)
{
  CommonsPatternCircle *circles = g_new0 (CommonsPatternCircle, json_array_get_length (list));

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      read_circle (self, pattern->id, json_array_get_object_element (list, i), circles, i);
      pattern->width = MAX (pattern->width, circles[i].bounds.x + circles[i].bounds.width);
      pattern->height = MAX (pattern->height, circles[i].bounds.y + circles[i].bounds.height);
    }

  pattern->n_circles = json_array_get_length (list);
  pattern->circles = circles;
}

/* Each is [type, from, to]. */
static void
read_links (JsonArray      *list,
            CommonsPattern *pattern)
{
  CommonsPatternLink *links = g_new0 (CommonsPatternLink, json_array_get_length (list));

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonArray *link = json_array_get_array_element (list, i);

      links[i].link = json_array_get_string_element (link, 0);
      links[i].from = (guint) find_circle (pattern->circles, pattern->n_circles,
                                           json_array_get_string_element (link, 1));
      links[i].to = (guint) find_circle (pattern->circles, pattern->n_circles,
                                         json_array_get_string_element (link, 2));
    }

  pattern->n_links = json_array_get_length (list);
  pattern->links = links;
}

static void
read_pattern (CommonsCatalogue *self,
              JsonObject       *object,
              GArray           *patterns)
{
  CommonsPattern pattern = { 0 };

  pattern.id = json_object_get_string_member (object, "id");
  pattern.name = _commons_catalogue_get_text (self, "pattern.%s", pattern.id);
  pattern.about = _commons_catalogue_get_text (self, "pattern.%s.about", pattern.id);
  pattern.suits = _commons_catalogue_get_text (self, "pattern.%s.suits", pattern.id);
  read_circles (self, json_object_get_array_member (object, "circles"), &pattern);
  read_links (json_object_get_array_member (object, "links"), &pattern);

  g_array_append_val (patterns, pattern);
}

static GArray *
get_patterns (CommonsCatalogue *self)
{
  GArray *patterns = _commons_catalogue_get_kept (self, "patterns");

  if (patterns == NULL)
    {
      JsonArray *list = json_object_get_array_member (_commons_catalogue_load (self, "patterns.json"), "patterns");

      patterns = g_array_new (FALSE, FALSE, sizeof (CommonsPattern));
      g_array_set_clear_func (patterns, clear_pattern);
      for (guint i = 0; i < json_array_get_length (list); i++)
        read_pattern (self, json_array_get_object_element (list, i), patterns);
      _commons_catalogue_keep (self, "patterns", patterns, (GDestroyNotify) g_array_unref);
    }

  return patterns;
}

guint
commons_catalogue_get_n_patterns (CommonsCatalogue *self)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), 0);

  return get_patterns (self)->len;
}

const CommonsPattern *
commons_catalogue_get_nth_pattern (CommonsCatalogue *self,
                                   guint             index)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (index < get_patterns (self)->len, NULL);

  return &g_array_index (get_patterns (self), CommonsPattern, index);
}

const CommonsPattern *
commons_catalogue_get_pattern (CommonsCatalogue *self,
                               const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  for (guint i = 0; i < get_patterns (self)->len; i++)
    {
      const CommonsPattern *pattern = &g_array_index (get_patterns (self), CommonsPattern, i);

      if (g_strcmp0 (pattern->id, id) == 0)
        return pattern;
    }

  return NULL;
}

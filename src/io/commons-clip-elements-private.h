/* commons-clip-elements-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The elements of a drawing of Excalidraw, and what belongs to what.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  COMMONS_ELEMENT_NONE,
  COMMONS_ELEMENT_SHAPE,
  COMMONS_ELEMENT_TEXT,
  COMMONS_ELEMENT_FRAME,
  COMMONS_ELEMENT_PAGE,
  COMMONS_ELEMENT_ARROW,
} CommonsElementRole;

typedef struct _CommonsElement CommonsElement;

struct _CommonsElement
{
  JsonObject         *object;
  const char         *id;
  CommonsElementRole  role;
  double              x;
  double              y;
  double              width;
  double              height;
  CommonsElement     *caption; /* the text bound to a shape or arrow */
  CommonsElement     *owner;   /* of a text, the shape or arrow it is the caption of */
  gboolean            linked;
  gboolean            around;  /* whether other things lie in this shape */
  char               *node_id;
};

typedef struct
{
  GPtrArray  *elements;  /* CommonsElement, in the order of the file */
  GHashTable *by_id;     /* of char* to borrowed CommonsElement */
  GPtrArray  *nodes;     /* the cards and zones made of them */
  GPtrArray  *edges;
  guint       n_skipped;
  guint       n_pairs;   /* looked at so far to find what lies in what */
} CommonsElements;

/* A member of an element, when it is one of that type. */
const char     *_commons_elements_get_string   (JsonObject           *object,
                                                const char           *name);
JsonObject     *_commons_elements_get_object   (JsonObject           *object,
                                                const char           *name);

/* Takes up the elements, binds texts to the shapes and arrows they are written
 * on, and finds the shapes that have others in them. */
void            _commons_elements_read         (CommonsElements      *self,
                                                JsonArray            *array);

/* What the end of an arrow of that name holds to, or NULL. */
CommonsElement *_commons_elements_find_end     (CommonsElements      *self,
                                                CommonsElement       *arrow,
                                                const char           *name);

double          _commons_element_get_center_x  (const CommonsElement *element);
double          _commons_element_get_center_y  (const CommonsElement *element);

/* For g_ptr_array_sort (): smaller ones first. */
int             _commons_element_compare_areas (gconstpointer         a,
                                                gconstpointer         b);
void            _commons_element_free          (gpointer              data);

G_END_DECLS

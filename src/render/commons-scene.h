/* commons-scene.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "commons-path.h"
#include "commons-theme.h"
#include "commons-types.h"

G_BEGIN_DECLS

/**
 * CommonsScene:
 *
 * A display list in board units. The painters know nothing of cards and
 * links, and layouts know nothing of painters.
 */
typedef struct _CommonsScene CommonsScene;

/**
 * CommonsBox:
 * @x: left edge
 * @y: top edge
 * @width: width
 * @height: height
 * @radii: corners: top-left, top-right, bottom-right, bottom-left
 * @cut: legs of the triangle cut off at the bottom right, or 0
 * @fill: colour of the body
 * @border: colour of the border
 * @border_width: width of the border, inside the edges; 0 for none
 * @dash: length of dashes and, at 3/4, of the gaps of the border; 0 for none
 * @bars: widths of the bars inside the edges: top, right, bottom, left
 * @bar: colour of the bars
 * @shadow: opacity of the shadow, 0 for none, 1 for a card at rest
 *
 * A rounded rectangle: the silhouette of every card.
 */
typedef struct
{
  double       x;
  double       y;
  double       width;
  double       height;
  double       radii[4];
  double       cut;
  CommonsColor fill;
  CommonsColor border;
  double       border_width;
  double       dash;
  double       bars[4];
  CommonsColor bar;
  double       shadow;
} CommonsBox;

/**
 * CommonsStroke:
 * @fill: colour of the inside, transparent for none
 * @even_odd: whether overlapping parts of the inside are holes
 * @color: colour of the line
 * @width: width of the line, 0 for none
 * @dash: length of a dash, 0 for a full line; very short dashes are dots
 * @gap: length of a gap
 *
 * How a path is drawn. Lines have round ends.
 */
typedef struct
{
  CommonsColor fill;
  gboolean     even_odd;
  CommonsColor color;
  double       width;
  double       dash;
  double       gap;
} CommonsStroke;

/**
 * CommonsItemType:
 *
 * What stands at one place of a scene.
 */
typedef enum
{
  COMMONS_ITEM_BOX,
  COMMONS_ITEM_PATH,
  COMMONS_ITEM_TEXT,
  COMMONS_ITEM_ICON,
  COMMONS_ITEM_BEGIN,
  COMMONS_ITEM_END,
} CommonsItemType;

typedef struct
{
  CommonsPath  *path;
  CommonsStroke stroke;
} CommonsPathItem;

/* @scale: board units in one unit of the layout */
typedef struct
{
  PangoLayout  *layout;
  double        x;
  double        y;
  double        scale;
  CommonsColor  color;
} CommonsTextItem;

typedef struct
{
  const char   *name;
  double        x;
  double        y;
  double        size;
  CommonsColor  color;
} CommonsIconItem;

/* @end: index of the item that ends the group */
typedef struct
{
  char         *id;
  char         *title;
  char         *description;
  double        opacity;
  guint         end;
} CommonsGroupItem;

typedef struct
{
  CommonsItemType type;
  union
  {
    CommonsBox       box;
    CommonsPathItem  path;
    CommonsTextItem  text;
    CommonsIconItem  icon;
    CommonsGroupItem group;
  };
} CommonsItem;

CommonsScene      *commons_scene_new         (void);
CommonsScene      *commons_scene_ref         (CommonsScene        *self);
void               commons_scene_unref       (CommonsScene        *self);

void               commons_scene_add_box     (CommonsScene        *self,
                                              const CommonsBox    *box);

/**
 * commons_scene_add_plain_box:
 * @radii: corners: top-left, top-right, bottom-right, bottom-left
 *
 * Adds a box of one colour, without border and shadow.
 */
void               commons_scene_add_plain_box
                                             (CommonsScene        *self,
                                              double               x,
                                              double               y,
                                              double               width,
                                              double               height,
                                              const double         radii[4],
                                              const CommonsColor  *fill);
void               commons_scene_add_path    (CommonsScene        *self,
                                              CommonsPath         *path,
                                              const CommonsStroke *stroke);

/**
 * commons_scene_add_text:
 * @layout: a laid out text; kept, not copied
 * @x: left edge of the block
 * @y: top edge of the block
 * @scale: board units in one unit of @layout
 *
 * Adds a block of text.
 */
void               commons_scene_add_text    (CommonsScene        *self,
                                              PangoLayout         *layout,
                                              double               x,
                                              double               y,
                                              double               scale,
                                              const CommonsColor  *color);

/**
 * commons_scene_add_icon:
 * @name: name of an icon, without "-symbolic"
 *
 * Adds an icon in one colour, @size units wide and high.
 */
void               commons_scene_add_icon    (CommonsScene        *self,
                                              const char          *name,
                                              double               x,
                                              double               y,
                                              double               size,
                                              const CommonsColor  *color);

/**
 * commons_scene_begin_group:
 * @id: (nullable): id of the record drawn
 * @title: (nullable): what it is called
 * @description: (nullable): what it is, for those who do not see it
 * @opacity: opacity of all that follows up to commons_scene_end_group()
 */
void               commons_scene_begin_group (CommonsScene        *self,
                                              const char          *id,
                                              const char          *title,
                                              const char          *description,
                                              double               opacity);
void               commons_scene_end_group   (CommonsScene        *self);

/**
 * commons_scene_append:
 *
 * Adds all items of @other, a scene whose groups are all ended.
 */
void               commons_scene_append      (CommonsScene        *self,
                                              CommonsScene        *other);

/**
 * commons_scene_translate:
 *
 * Moves all that is drawn.
 */
void               commons_scene_translate   (CommonsScene        *self,
                                              double               dx,
                                              double               dy);

/**
 * commons_scene_get_items:
 * @n_items: (out): their number
 *
 * Returns: (transfer none) (array length=n_items): the items, bottom first;
 *   valid until the next one is added
 */
const CommonsItem *commons_scene_get_items   (CommonsScene        *self,
                                              guint               *n_items);

/**
 * commons_scene_get_extents:
 * @extents: (out): smallest rectangle of whole units around all that is drawn
 *
 * Returns: whether anything is drawn
 */
gboolean           commons_scene_get_extents (CommonsScene        *self,
                                              CommonsRect         *extents);

/**
 * commons_scene_get_item_range_extents:
 * @first: index of the first item
 * @end: index after the last item
 * @extents: (out): smallest rectangle of whole units around these items
 *
 * Returns: whether anything is drawn
 */
gboolean           commons_scene_get_item_range_extents
                                             (CommonsScene        *self,
                                              guint                first,
                                              guint                end,
                                              CommonsRect         *extents);

/**
 * commons_scene_dump:
 *
 * Writes one item a line with rounded numbers and nothing that depends on how
 * wide a font's letters are: what tests compare.
 *
 * Returns: (transfer full): the text
 */
char              *commons_scene_dump        (CommonsScene        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsScene, commons_scene_unref)

G_END_DECLS

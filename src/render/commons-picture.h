/* commons-picture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "commons-board.h"
#include "commons-catalogue.h"
#include "commons-scene.h"
#include "commons-text.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_PICTURE (commons_picture_get_type ())

/**
 * CommonsPicture:
 *
 * Draws one board, on screen and in files alike. It follows the board's
 * changes and keeps what it laid out until the record, the zoom or the theme
 * changes.
 */
G_DECLARE_FINAL_TYPE (CommonsPicture, commons_picture, COMMONS, PICTURE, GObject)

/**
 * COMMONS_DIMMED_OPACITY:
 *
 * How opaque is what a filter of the view leaves out.
 */
#define COMMONS_DIMMED_OPACITY 0.35

/**
 * CommonsPaintFilter:
 * @hidden: (nullable) (element-type utf8 utf8): set of ids of nodes that are
 *   not painted, nor the links that touch them
 * @only: (nullable) (element-type utf8 utf8): when given, only these nodes and
 *   the links between them are painted
 * @dimmed: (nullable) (element-type utf8 utf8): set of ids of nodes that are
 *   painted at %COMMONS_DIMMED_OPACITY, as are the links that touch them
 * @background: whether the ground is painted
 * @dots: whether the grid of dots is painted, from half size on
 * @hints: whether circles without a way in show where one is missing: for
 *   boards that can be changed, not for pictures of them
 * @whole: whether all cards are going to be painted, so that they are worth
 *   laying out in two threads
 * @cancellable: (nullable): to give up; what is painted by then is not whole
 *
 * What is painted of a board.
 */
typedef struct
{
  GHashTable   *hidden;
  GHashTable   *only;
  GHashTable   *dimmed;
  gboolean      background;
  gboolean      dots;
  gboolean      hints;
  gboolean      whole;
  GCancellable *cancellable;
} CommonsPaintFilter;

/**
 * commons_picture_new:
 *
 * Returns: (transfer full): a picture of @board in full detail
 */
CommonsPicture *commons_picture_new              (CommonsBoard             *board,
                                                  CommonsCatalogue         *catalogue,
                                                  const CommonsTheme       *theme);

void            commons_picture_set_theme        (CommonsPicture           *self,
                                                  const CommonsTheme       *theme);

/**
 * commons_picture_get_theme:
 *
 * Returns: (transfer none): the colours it is drawn with
 */
const CommonsTheme *
                commons_picture_get_theme        (CommonsPicture           *self);
void            commons_picture_set_catalogue    (CommonsPicture           *self,
                                                  CommonsCatalogue         *catalogue);

/**
 * commons_picture_set_zoom:
 * @zoom: pixels of the screen in one board unit, or 0 for full detail at any
 *   size
 *
 * Chooses how much is drawn, and how large what keeps its size on screen is.
 * The context given to commons_picture_paint() is scaled by the caller.
 */
void            commons_picture_set_zoom         (CommonsPicture           *self,
                                                  double                    zoom);
double          commons_picture_get_zoom         (CommonsPicture           *self);

/**
 * commons_picture_paint:
 * @cr: a context in board units
 * @area: the part of the board to paint, in board units
 * @filter: (nullable): what to paint; %NULL for all, with ground and dots
 *
 * Paints everything that touches @area. Clipping is the caller's affair.
 */
void            commons_picture_paint            (CommonsPicture           *self,
                                                  cairo_t                  *cr,
                                                  const CommonsRect        *area,
                                                  const CommonsPaintFilter *filter);

/**
 * commons_picture_build_links:
 * @edges: (element-type CommonsRecord): edges of the board
 * @moved: (nullable) (element-type utf8 utf8): set of ids of nodes under way
 * @dx: how far these are drawn from their place, in board units
 * @dy: how far these are drawn from their place, in board units
 * @emphasis: whether they are drawn as selected, with their names, those that
 *   place tells too
 *
 * Draws some links each by itself, such as those that follow a card being
 * dragged: who paints them knows where each is, and that the rest stays.
 *
 * Returns: (transfer full) (element-type CommonsScene): the links that are drawn,
 *   the first one lowest
 */
GPtrArray      *commons_picture_build_links      (CommonsPicture           *self,
                                                  GPtrArray                *edges,
                                                  GHashTable               *moved,
                                                  double                    dx,
                                                  double                    dy,
                                                  gboolean                  emphasis);

/**
 * commons_picture_get_damage:
 * @changes: changes that were just applied to the board
 * @rects: (element-type CommonsRect): array to append to, in board units
 *
 * Tells where the picture is no longer what it was: the places of what
 * changed, before and after, and those of the links that touch it.
 */
void            commons_picture_get_damage       (CommonsPicture           *self,
                                                  CommonsChangeSet         *changes,
                                                  GArray                   *rects);

/**
 * commons_picture_get_node_extents:
 * @extents: (out): all that is drawn of the node, shadow and badges included
 */
void            commons_picture_get_node_extents (CommonsPicture           *self,
                                                  CommonsRecord            *node,
                                                  CommonsRect              *extents);

/**
 * commons_picture_get_link_extents:
 * @extents: (out): all that is drawn of the link, selected or not; empty when
 *   it is not drawn
 */
void            commons_picture_get_link_extents (CommonsPicture           *self,
                                                  CommonsRecord            *edge,
                                                  CommonsRect              *extents);

/**
 * commons_picture_get_link_point:
 * @edge: an edge of the board
 * @t: from 0 at its start to 1 at its end
 * @x: (out): a point of the link, in board units
 * @y: (out): a point of the link, in board units
 *
 * Returns: whether the link is drawn at all, be it only when lit
 */
gboolean        commons_picture_get_link_point   (CommonsPicture           *self,
                                                  CommonsRecord            *edge,
                                                  double                    t,
                                                  double                   *x,
                                                  double                   *y);

/**
 * commons_picture_shows_link:
 *
 * Returns: whether a link is drawn at rest, and not told by place alone
 */
gboolean        commons_picture_shows_link       (CommonsPicture           *self,
                                                  CommonsRecord            *edge);

/**
 * commons_picture_lights_link:
 *
 * Returns: whether a link is drawn at rest, or as soon as one of its ends is
 *   selected whatever that is; links told by place are lit by cards alone
 */
gboolean        commons_picture_lights_link      (CommonsPicture           *self,
                                                  CommonsRecord            *edge);

/**
 * commons_picture_get_extents:
 * @extents: (out): the whole board with a margin, in board units
 *
 * Returns: whether there is anything to draw
 */
gboolean        commons_picture_get_extents      (CommonsPicture           *self,
                                                  CommonsRect              *extents);

/**
 * commons_picture_pick_card:
 * @x: a point, in board units
 * @y: a point, in board units
 *
 * Returns: (transfer none) (nullable): the topmost card there
 */
CommonsRecord  *commons_picture_pick_card        (CommonsPicture           *self,
                                                  double                    x,
                                                  double                    y);

/**
 * commons_picture_pick_link:
 * @x: a point, in board units
 * @y: a point, in board units
 * @tolerance: how far from the line the point may be, in board units
 *
 * Returns: (transfer none) (nullable): the nearest link that is drawn
 */
CommonsRecord  *commons_picture_pick_link        (CommonsPicture           *self,
                                                  double                    x,
                                                  double                    y,
                                                  double                    tolerance);

/**
 * commons_picture_pick_missing_gate:
 * @x: a point, in board units
 * @y: a point, in board units
 * @angle: (out) (optional): where on the border the gate is missing, in radians
 *
 * Returns: (transfer none) (nullable): id of the circle whose missing gate is
 *   drawn there, by a filter with hints
 */
const char     *commons_picture_pick_missing_gate
                                                 (CommonsPicture           *self,
                                                  double                    x,
                                                  double                    y,
                                                  double                   *angle);

/**
 * commons_picture_get_hidden:
 *
 * Returns: (transfer none) (nullable) (element-type utf8 utf8): what is folded
 *   away, as commons_folding_list_hidden() tells it; valid until the board changes
 */
GHashTable     *commons_picture_get_hidden       (CommonsPicture           *self);

/**
 * commons_picture_list_nodes:
 * @area: a part of the board, in board units
 *
 * Returns: (transfer container) (element-type CommonsRecord): the nodes that
 *   something is drawn of in @area, groups first; valid until the board changes
 */
GPtrArray      *commons_picture_list_nodes       (CommonsPicture           *self,
                                                  const CommonsRect        *area);

/**
 * commons_picture_get_node_rect:
 * @rect: (out): the silhouette of the node at the present zoom, in board units
 *
 * Gives the bounds of a node, or the place of a gate, which is as large as its
 * words and keeps its size on screen.
 */
void            commons_picture_get_node_rect    (CommonsPicture           *self,
                                                  CommonsRecord            *node,
                                                  CommonsRect              *rect);

/**
 * commons_picture_get_text_rect:
 * @rect: (out): where title and body of a card, or the name of a group, stand
 *   at the present zoom, in board units
 */
void            commons_picture_get_text_rect    (CommonsPicture           *self,
                                                  CommonsRecord            *node,
                                                  CommonsRect              *rect);

/**
 * commons_picture_measure_height:
 * @kind: (nullable): id of a kind
 * @width: width of the card, in board units
 * @text: title, then body after the first line break
 *
 * Returns: the height, in board units, at which nothing of @text is cut
 */
int             commons_picture_measure_height   (CommonsPicture           *self,
                                                  const char               *kind,
                                                  int                       width,
                                                  const char               *text);

/**
 * commons_picture_fit_height:
 * @before: a card
 * @after: the same card with another text or width
 *
 * Text shrinks to a least size, then its card grows; a card that was as tall
 * as its text needed shrinks again with it.
 *
 * Returns: the height, in board units, that @after should have
 */
int             commons_picture_fit_height       (CommonsPicture           *self,
                                                  CommonsRecord            *before,
                                                  CommonsRecord            *after);

/**
 * commons_picture_pick_part:
 * @node: a card on the board
 * @x: a point, in board units
 * @y: a point, in board units
 * @part: (out): the link or check box there; its address is valid until the
 *   picture changes
 *
 * Finds what one can click in the text of a card. Boxes are counted in the
 * body, as commons_markdown_toggle() does.
 *
 * Returns: whether there is anything
 */
gboolean        commons_picture_pick_part        (CommonsPicture           *self,
                                                  CommonsRecord            *node,
                                                  double                    x,
                                                  double                    y,
                                                  CommonsTextPart          *part);

/**
 * commons_picture_build_scene:
 * @area: the part of the board to draw, in board units
 * @filter: (nullable): what to draw; dots are never part of a scene
 *
 * Returns: (transfer full): one scene of all, with a group for each record
 */
CommonsScene   *commons_picture_build_scene      (CommonsPicture           *self,
                                                  const CommonsRect        *area,
                                                  const CommonsPaintFilter *filter);

/**
 * commons_picture_find_seam:
 * @from: the first place, in board units
 * @to: the last place, in board units
 *
 * Returns: where between the two a line across the board crosses the fewest
 *   cards, the lowest such place
 */
int             commons_picture_find_seam        (CommonsPicture           *self,
                                                  int                       from,
                                                  int                       to);

/**
 * commons_picture_forget_above:
 * @y: a place, in board units
 *
 * Forgets how cards that end above @y are laid out: what paints a board from
 * top to bottom does not need them any more.
 */
void            commons_picture_forget_above     (CommonsPicture           *self,
                                                  int                       y);

/**
 * commons_picture_get_disc:
 * @circle: a circle
 * @x: (out): centre, in board units
 * @y: (out): centre, in board units
 *
 * Returns: the radius of the disc drawn for a circle, in board units
 */
double          commons_picture_get_disc         (CommonsRecord            *circle,
                                                  double                   *x,
                                                  double                   *y);

/**
 * commons_picture_get_counts:
 * @n_laid_out: (out): cards laid out so far
 * @n_painted: (out): cards painted so far
 *
 * Tells what drawing the board has taken so far.
 */
void            commons_picture_get_counts       (CommonsPicture           *self,
                                                  guint                    *n_laid_out,
                                                  guint                    *n_painted);

G_END_DECLS

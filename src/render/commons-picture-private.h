/* commons-picture-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the picture share.
 */

#pragma once

#include "commons-cairo-painter.h"
#include "commons-fold-layout.h"
#include "commons-folding.h"
#include "commons-gate-layout.h"
#include "commons-grid.h"
#include "commons-group-layout.h"
#include "commons-link-layout.h"
#include "commons-picture.h"
#include "commons-sprites.h"

G_BEGIN_DECLS

/* Cards, at most, whose layouts are kept. */
#define COMMONS_MAX_SCENES 3000

/* One node as it is drawn now. */
typedef struct
{
  CommonsRecord *record;
  guint          seen;       /* the last update that met it */
  CommonsRect    extents;
  gboolean       group;
  guint          depth;
  CommonsScene  *scene;
  CommonsScene  *name;

  CommonsGateWay may_be;     /* what a rule would be on a border */
  CommonsGateWay way;        /* of a rule that is a gate now */
  gboolean       folded;
  guint          n_hidden;   /* cards in a folded group */
  gboolean       hinted;     /* a circle without a way in */
  double         hint_angle;
  CommonsScene  *hint;
} CommonsNodeEntry;

/* One edge as it is drawn now; @ends holds references. */
typedef struct
{
  CommonsRecord  *edge;
  guint           seen;
  CommonsLinkEnds ends;
  gboolean        shown;
  gboolean        routed;    /* or @route and @extents are guesses */
  CommonsRect     corridor;  /* where it may go */
  CommonsRoute    route;
  CommonsRect     extents;
  guint           place;     /* among those that are shown */
  CommonsScene   *scene;
} CommonsLinkEntry;

struct _CommonsPicture
{
  GObject           parent_instance;

  CommonsBoard     *board;
  CommonsCatalogue *catalogue;
  double            zoom;
  CommonsDrawing    drawing;
  CommonsSprites   *sprites;

  /* Made again from the board when it changed; entries whose records are
   * still the same are kept. */
  gboolean          dirty;
  GHashTable       *nodes;   /* record → entry, owned */
  GHashTable       *links;   /* record → entry, owned */
  GPtrArray        *cards;   /* entries, bottom first */
  GPtrArray        *groups;  /* entries, largest first */
  GPtrArray        *shown;   /* entries of links that are drawn */

  /* Extents of the cards and of what is shown, side by side: of thousands, the
   * few that touch a tile are found without looking for each entry. */
  GArray           *card_areas;
  GArray           *link_areas;

  GHashTable       *hidden;  /* id of a node → that of its folded group, or NULL */
  gboolean          was_folded; /* whether there was any of that before the last update */
  guint             n_updates;
  guint             n_scenes;
  guint             n_laid_out; /* cards, ever */
  guint             n_painted;
  CommonsGrid      *grid;    /* of the cards, made when first needed */
  guint             n_fresh; /* links made in this update */

  /* Places that look otherwise since somebody last asked, though what lies
   * there has not changed itself. */
  GArray           *stale;
  gboolean          forgot;  /* everything is to be drawn again anyway */
};

/* Brings the entries up to date with the board. */
void         _commons_picture_update             (CommonsPicture       *self);

/* Forgets entries after a change of zoom, theme or catalogue. */
void         _commons_picture_forget             (CommonsPicture       *self,
                                                  gboolean              cards);

/* Whether a change of the board's own members changes how all of it is set. */
gboolean     _commons_picture_changes_all        (const CommonsChange  *change);

/* Forgets the scenes of cards where there is no room for so many more. */
void         _commons_picture_make_room          (CommonsPicture       *self,
                                                  guint                 n_scenes);

/* Scenes of one entry, made when first asked for. */
CommonsScene *_commons_picture_get_node_scene    (CommonsPicture       *self,
                                                  CommonsNodeEntry     *entry);
CommonsScene *_commons_picture_get_name_scene    (CommonsPicture       *self,
                                                  CommonsNodeEntry     *entry);
CommonsScene *_commons_picture_get_link_scene    (CommonsPicture       *self,
                                                  CommonsLinkEntry     *entry);

/* Whether a filter lets a node or a link through. */
gboolean     _commons_picture_accepts_node       (const CommonsPaintFilter *filter,
                                                  CommonsRecord            *node);
gboolean     _commons_picture_accepts_link       (const CommonsPaintFilter *filter,
                                                  const CommonsLinkEnds    *ends);

/* Places of records that need not be on the board any more. */
void         _commons_picture_measure_node       (CommonsPicture        *self,
                                                  CommonsRecord         *node,
                                                  CommonsRect           *extents);
/* @known is what it ran between before this update, or NULL. */
void         _commons_picture_get_ends           (CommonsPicture        *self,
                                                  CommonsRecord         *edge,
                                                  const CommonsLinkEnds *known,
                                                  CommonsLinkEnds       *ends);

/* Remembers a place that does not look as it did. */
void         _commons_picture_add_stale          (CommonsPicture        *self,
                                                  const CommonsRect     *rect);
void         _commons_picture_add_stale_hint     (CommonsPicture         *self,
                                                  const CommonsNodeEntry *entry);

/* Ways of links; the first returns how many cards it still runs through. */
guint        _commons_picture_find_route         (CommonsPicture        *self,
                                                  CommonsRecord         *edge,
                                                  const CommonsLinkEnds *ends,
                                                  GHashTable            *moved,
                                                  CommonsRoute          *route);
void         _commons_picture_guess_route        (CommonsPicture        *self,
                                                  CommonsLinkEntry      *entry);
void         _commons_picture_ensure_route       (CommonsPicture        *self,
                                                  CommonsLinkEntry      *entry);
void         _commons_picture_update_routes      (CommonsPicture        *self,
                                                  GArray                *changed);
void         _commons_picture_add_fresh_link     (CommonsPicture        *self,
                                                  CommonsLinkEntry      *entry);

/* Gates, and circles that lack one. */
void         _commons_picture_update_gates       (CommonsPicture        *self);
/* Nodes that are not in the picture any more give their drawing to those that
 * are new to it and are the same but for their place. */
void         _commons_picture_keep_moved         (GHashTable            *gone,
                                                  GPtrArray             *fresh);
void         _commons_picture_update_surprises   (CommonsPicture        *self);
gboolean     _commons_picture_get_gate_span      (CommonsPicture        *self,
                                                  CommonsRecord         *node,
                                                  CommonsSpan           *span);
gboolean     _commons_picture_get_rung           (CommonsPicture        *self,
                                                  CommonsRecord         *circle,
                                                  CommonsSpan           *span);
void         _commons_picture_paint_hints        (CommonsPicture        *self,
                                                  cairo_t               *cr,
                                                  const CommonsRect     *area,
                                                  const CommonsPaintFilter *filter);

/* For each tile this is asked of everything there is. */
static inline gboolean
_commons_rect_intersects (const CommonsRect *a,
                          const CommonsRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

void         _commons_rect_round_out             (const CommonsSpan     *span,
                                                  CommonsRect           *rect);
void         _commons_rect_union                 (CommonsRect           *rect,
                                                  const CommonsRect     *other);

G_END_DECLS

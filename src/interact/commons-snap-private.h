/* commons-snap-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the files that align what is dragged. Both axes are handled by
 * the same code: "along" is the axis in question, "beside" the other one.
 */

#pragma once

#include "commons-snap.h"

G_BEGIN_DECLS

/* Where something begins and ends along both axes. */
typedef struct
{
  double from, to;               /* along */
  double beside_from, beside_to; /* beside */
} SnapBox;

typedef struct
{
  CommonsRect rect;
  gboolean    moving; /* a neighbour of its own copies only */
} SnapNeighbour;

struct _CommonsSnapper
{
  GArray *neighbours; /* SnapNeighbour */
};

/* The nearest catch so far. */
typedef struct
{
  double   delta;
  double   cost;   /* how far, as it weighs */
  double   reach;
  gboolean caught;
} SnapCatch;

SnapBox  _commons_snap_box        (const CommonsRect *rect,
                                   CommonsSnapAxes    axis);

/* Those of the neighbours that count, as boxes. */
GArray  *_commons_snap_list_boxes (CommonsSnapper    *self,
                                   CommonsSnapAxes    axis,
                                   gboolean           copying);

/* Takes a catch that is nearer than the one so far; with a larger @weight it
 * has to be that much nearer. */
void     _commons_snap_offer      (SnapCatch         *best,
                                   double             delta,
                                   double             weight);

/* Offers the places where gaps become equal. */
void     _commons_snap_catch_gaps (GArray            *boxes,
                                   const SnapBox     *own,
                                   SnapCatch         *best);

/* Adds the marks of the gaps that are equal where @own is. */
void     _commons_snap_mark_gaps  (GArray            *boxes,
                                   const SnapBox     *own,
                                   CommonsSnapAxes    axis,
                                   GArray            *marks);

G_END_DECLS

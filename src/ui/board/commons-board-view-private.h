/* commons-board-view-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the board view share. Each file has one concern: the
 * widget itself, painting, camera, pointer, commands and text editing.
 */

#pragma once

#include <adwaita.h>

#include "commons-bitmap.h"
#include "commons-board-plane.h"
#include "commons-board-view.h"
#include "commons-picture.h"
#include "commons-text-editor.h"
#include "commons-tile-cache.h"
#include "commons-tool.h"

G_BEGIN_DECLS

struct _CommonsBoardView
{
  GtkWidget          parent_instance;

  /* Model, owned; NULL without a document */
  CommonsDocument   *document;
  CommonsBoard      *board;
  CommonsEditor     *editor;
  CommonsHistory    *history;
  CommonsCatalogue  *catalogue;
  CommonsPicture    *picture;
  CommonsTileCache  *tiles;

  CommonsSelection  *selection;
  CommonsTool       *tool;
  CommonsViewport    viewport;
  GSettings         *settings;

  /* Children */
  CommonsBoardPlane *plane;
  CommonsTextEditor *text_editor;  /* NULL unless a text is edited */
  GtkWidget         *menu;         /* popover at the pointer, NULL unless open */

  /* Camera */
  AdwAnimation      *camera;
  CommonsViewport    camera_from;
  CommonsViewport    camera_to;
  double             zoom_at_pinch;
  double             kinetic_x;    /* px/s */
  double             kinetic_y;
  gint64             kinetic_time;
  guint              kinetic_tick;
  guint              settle_timeout;
  guint              prefetch_idle;
  int                inset_left;
  int                inset_bottom;

  /* Pointer */
  double             pointer_x;
  double             pointer_y;
  double             press_x;
  double             press_y;
  char              *hovered;      /* id of the node under the pointer */
  CommonsHitType     hover_type;   /* what else is under the pointer */
  int                hover_side;
  char              *armed;        /* kind the next click places */
  char              *connecting;   /* node a keyboard connection leaves */
  GtkGesture        *drag_gesture;

  /* Drag */
  CommonsBitmap     *drag_bitmap;
  CommonsRect        drag_area;
  GPtrArray         *drag_links;   /* edges between what moves and what stays */

  /* Editing */
  char              *edited;       /* id of the record being edited */
  guint              edited_is_new : 1;

  guint              drag_hides : 1; /* what is dragged is not in its place */
  guint              space_held : 1;
  guint              space_used : 1;
  guint              wants_fit : 1;
  guint              fitted : 1;     /* nobody has looked elsewhere since */
  guint              zooming : 1;
  guint              zoom_at_limit : 1;
  guint              scroll_zoomed : 1; /* what the last scroll did */
};

/* commons-board-view.c */
void     _commons_board_view_update_theme    (CommonsBoardView *self);
void     _commons_board_view_toast           (CommonsBoardView *self,
                                              const char       *message,
                                              gboolean          undo);
void     _commons_board_view_commands_changed (CommonsBoardView *self);
gboolean _commons_board_view_is_editable     (CommonsBoardView *self);

/* commons-board-view-paint.c */
void     _commons_board_view_snapshot        (GtkWidget        *widget,
                                              GtkSnapshot      *snapshot);
void     _commons_board_view_begin_drag      (CommonsBoardView *self);
void     _commons_board_view_end_drag        (CommonsBoardView *self);

/* commons-board-view-camera.c */
void     _commons_board_view_init_camera     (CommonsBoardView *self);
void     _commons_board_view_dispose_camera  (CommonsBoardView *self);
void     _commons_board_view_moved           (CommonsBoardView *self);
void     _commons_board_view_zoomed          (CommonsBoardView *self,
                                              gboolean          settle_now);
void     _commons_board_view_fly_to          (CommonsBoardView *self,
                                              const CommonsViewport *target);
void     _commons_board_view_fit             (CommonsBoardView *self,
                                              gboolean          animate);
void     _commons_board_view_fit_selection   (CommonsBoardView *self);
void     _commons_board_view_zoom_to         (CommonsBoardView *self,
                                              double            zoom);
void     _commons_board_view_reveal          (CommonsBoardView *self,
                                              const char       *id);
void     _commons_board_view_stop_kinetic    (CommonsBoardView *self);

/* commons-board-view-input.c */
void     _commons_board_view_init_input      (CommonsBoardView *self);
void     _commons_board_view_cancel_pointer  (CommonsBoardView *self);
void     _commons_board_view_update_cursor   (CommonsBoardView *self);

/* commons-board-view-pick.c */
void     _commons_board_view_pick            (CommonsBoardView *self,
                                              double            x,
                                              double            y,
                                              CommonsHit       *hit);
gboolean _commons_board_view_shows_dots      (CommonsBoardView *self,
                                              CommonsRecord    *record);
void     _commons_board_view_get_dot         (CommonsBoardView *self,
                                              CommonsRecord    *record,
                                              int               side,
                                              double           *x,
                                              double           *y);

/* commons-board-view-commands.c */
void     _commons_board_view_init_keys       (CommonsBoardView *self);
void     _commons_board_view_select_and_focus (CommonsBoardView *self,
                                              const char       *id);
void     _commons_board_view_select_copies   (CommonsBoardView *self,
                                              GPtrArray        *copies);

/* commons-board-view-connect.c */
void     _commons_board_view_init_links      (CommonsBoardView *self);
void     _commons_board_view_offer_links     (CommonsBoardView *self,
                                              const char       *from,
                                              const char       *to,
                                              double            x,
                                              double            y);
void     _commons_board_view_locate          (CommonsBoardView *self,
                                              const char       *id,
                                              double           *x,
                                              double           *y);
void     _commons_board_view_popup_menu      (CommonsBoardView *self,
                                              double            x,
                                              double            y,
                                              gboolean          at_pointer);

/* commons-board-view-edit.c */
void     _commons_board_view_edit            (CommonsBoardView *self,
                                              const char       *id,
                                              gboolean          is_new);
void     _commons_board_view_allocate_editor (CommonsBoardView *self);

G_END_DECLS

/* commons-board-view-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the board view share. Each file has one concern, and is
 * named for it; those with commands of their own lend a table of them.
 */

#pragma once

#include <adwaita.h>

#include "commons-bitmap.h"
#include "commons-board-plane.h"
#include "commons-board-view.h"
#include "commons-cairo-painter.h"
#include "commons-navigate.h"
#include "commons-picture.h"
#include "commons-refile.h"
#include "commons-text-editor.h"
#include "commons-tile-cache.h"
#include "commons-tool.h"

G_BEGIN_DECLS

/* Making a card and naming it are one thing for whoever does it, and one step
 * to undo: the end of writing keeps later ones apart. */
#define COMMONS_NEW_CARD_KEY "new-card"

typedef struct _CommonsFind CommonsFind;

/* A card on its way from the hand to its place. */
typedef struct _CommonsArrival CommonsArrival;
typedef struct _CommonsLanding CommonsLanding;

/* What a drag would do, done with clicks. */
typedef enum
{
  COMMONS_CLICKS_NONE,
  COMMONS_CLICKS_MOVE,
  COMMONS_CLICKS_RESIZE,
  COMMONS_CLICKS_AREA,
} CommonsClicks;

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
  double             pinch_x;      /* between the fingers, in pixels */
  double             pinch_y;
  double             kinetic_x;    /* px/s */
  double             kinetic_y;
  gint64             kinetic_time;
  guint              kinetic_tick;
  guint              settle_timeout;
  guint              prefetch_idle;
  int                inset_left;
  int                inset_bottom;
  int                inset_top;
  guint              look_idle;
  double             place_x;      /* where to look as soon as there is a size */
  double             place_y;
  double             place_zoom;

  /* Pointer */
  double             pointer_x;
  double             pointer_y;
  guint              pointer_inside : 1; /* whether it is over the board */
  double             press_x;
  double             press_y;
  char              *hovered;      /* id of the node under the pointer */
  char              *fallen;       /* and of the one that was before */
  AdwAnimation      *rising;
  double             rise;         /* how far the hovered card has risen, 0 to 1 */
  CommonsHitType     hover_type;   /* what else is under the pointer */
  int                hover_side;
  char              *armed;        /* kind the next click places */
  char              *copied_from;  /* what was duplicated last, and its copy */
  char              *copied_to;
  char              *connecting;   /* node a keyboard connection leaves */
  guint              focusing;     /* whether we are the one who moves the focus */
  CommonsClicks      clicks;       /* what the next click does */
  guint              n_clicks;
  double             first_x;      /* where the first one was, in board units */
  double             first_y;
  GtkGesture        *drag_gesture;
  CommonsPointer     pointer;      /* as the drag last knew it */

  /* Scrolling at the edges while something is dragged */
  guint              edge_tick;
  gint64             edge_since;
  gint64             edge_time;

  /* Drag */
  GHashTable        *drag_moved;   /* ids of what is dragged */
  CommonsBitmap     *drag_bitmap;
  CommonsRect        drag_area;
  CommonsBitmap     *lifted;       /* the one card that is dragged; NULL until drawn */
  graphene_rect_t    lifted_area;  /* beside its corner, in pixels, at that zoom */
  double             lifted_zoom;
  CommonsLanding    *landing;
  AdwAnimation      *landing_animation;
  CommonsArrival    *arrival;      /* of a new card */
  GPtrArray         *drag_links;   /* edges between what moves and what stays */
  CommonsRefile     *drop;         /* where everything lay when the drag began */
  char              *drop_words;   /* what letting go would mean */
  char              *drop_target;  /* the container it would go into */

  /* Finding, NULL without a board */
  CommonsFind       *find;

  /* Editing */
  char              *edited;       /* id of the record being edited */
  guint64            edited_state; /* of the history when editing began */
  guint              edited_is_new : 1;

  guint              found_in_view;  /* the number of a node that was */
  double             told_zoom;      /* what who shows it was told last */
  guint              outside : 1;    /* what is dragged is over what takes it */
  guint              holds_commands : 1; /* what can be done is told once, at the end */
  guint              drag_hides : 1; /* what is dragged is not in its place */
  guint              touched : 1;    /* the last press was a finger's */
  guint              held : 1;       /* and stayed on empty ground */
  guint              space_held : 1;
  guint              space_used : 1;
  guint              wants_fit : 1;
  guint              placing : 1;  /* sizes are being given */
  guint              wants_place : 1;
  guint              lost : 1;       /* nothing of the board is in view */
  guint              fitted : 1;     /* nobody has looked elsewhere since */
  guint              zooming : 1;
  guint              sharp : 1;      /* the last frame showed all of it as it is */
  guint              zoom_at_limit : 1;
  guint              scroll_zoomed : 1; /* what the last scroll did */
};

/* When a command is available. */
typedef enum
{
  COMMONS_NEEDS_NOTHING    = 0,
  COMMONS_NEEDS_BOARD      = 1 << 0,
  COMMONS_NEEDS_EDITABLE   = 1 << 1,
  COMMONS_NEEDS_SELECTION  = 1 << 2,
  COMMONS_NEEDS_NODE       = 1 << 3, /* a node is selected */
  COMMONS_NEEDS_UNDO       = 1 << 4,
  COMMONS_NEEDS_REDO       = 1 << 5,
  COMMONS_WHILE_EDITING    = 1 << 6, /* works while a text is edited, too */
  COMMONS_NEEDS_NEARER     = 1 << 7, /* there is a larger zoom */
  COMMONS_NEEDS_FARTHER    = 1 << 8,
  COMMONS_NEEDS_TWO_NODES  = 1 << 10, /* two nodes are selected, or more */
  COMMONS_NEEDS_THREE_NODES = 1 << 11,
  COMMONS_NEEDS_TO_TIDY    = 1 << 12, /* a circle or zone, or several nodes */
  COMMONS_NEEDS_FRAME      = 1 << 21, /* a circle or zone is selected */
  COMMONS_NEEDS_LINK       = 1 << 18, /* one link is selected, and nothing else */
  COMMONS_NEEDS_REVERSIBLE = 1 << 19, /* that link makes sense the other way round */
  COMMONS_NEEDS_ADDRESS    = 1 << 22, /* a card with a link is selected */
  COMMONS_NEEDS_BOX        = 1 << 23, /* a card with a check box is selected */
  COMMONS_NEEDS_HIDDEN     = 1 << 26, /* a hidden card is selected */
  COMMONS_NEEDS_MISSING_GATE = 1 << 20, /* a circle without a way in is selected */
} CommonsNeeds;

/* What a command of the table does on a board. */
typedef struct
{
  const char   *action;
  void        (*perform) (CommonsBoardView *self);
  CommonsNeeds  needs;
} CommonsHandler;

/* Tables that end with a NULL action. */
extern const CommonsHandler _commons_board_view_card_handlers[];
extern const CommonsHandler _commons_board_view_choose_handlers[];
extern const CommonsHandler _commons_board_view_clipboard_handlers[];
extern const CommonsHandler _commons_board_view_nudge_handlers[];
extern const CommonsHandler _commons_board_view_walk_handlers[];
extern const CommonsHandler _commons_board_view_look_handlers[];
extern const CommonsHandler _commons_board_view_prefer_handlers[];
extern const CommonsHandler _commons_board_view_arrange_handlers[];
extern const CommonsHandler _commons_board_view_lock_handlers[];
extern const CommonsHandler _commons_board_view_reveal_handlers[];
extern const CommonsHandler _commons_board_view_room_handlers[];
extern const CommonsHandler _commons_board_view_size_handlers[];
extern const CommonsHandler _commons_board_view_click_handlers[];
extern const CommonsHandler _commons_board_view_gate_handlers[];
extern const CommonsHandler _commons_board_view_link_handlers[];
extern const CommonsHandler _commons_board_view_frame_handlers[];
extern const CommonsHandler _commons_board_view_mark_handlers[];
extern const CommonsHandler _commons_board_view_next_handlers[];
extern const CommonsHandler _commons_board_view_notes_handlers[];
extern const CommonsHandler _commons_board_view_content_handlers[];

/* commons-board-view.c */
void     _commons_board_view_update_theme    (CommonsBoardView *self);
void     _commons_board_view_place_again     (CommonsBoardView *self);
void     _commons_board_view_toast           (CommonsBoardView *self,
                                              const char       *message,
                                              gboolean          undo);
void     _commons_board_view_commands_changed (CommonsBoardView *self);
gboolean _commons_board_view_is_editable     (CommonsBoardView *self);

/* commons-board-view-paint.c */
void     _commons_board_view_snapshot        (GtkWidget        *widget,
                                              GtkSnapshot      *snapshot);

/* commons-board-view-outline.c */
void     _commons_board_view_get_rect        (CommonsBoardView  *self,
                                              const CommonsRect *rect,
                                              double             gap,
                                              graphene_rect_t   *out);
void     _commons_board_view_get_silhouette  (CommonsBoardView  *self,
                                              CommonsRecord     *record,
                                              const CommonsRect *bounds,
                                              double             gap,
                                              GskRoundedRect    *out);
void     _commons_board_view_append_outline  (GtkSnapshot          *snapshot,
                                              const GskRoundedRect *outline,
                                              double                width,
                                              const GdkRGBA        *color);
void     _commons_board_view_append_dashed   (GtkSnapshot          *snapshot,
                                              const GskRoundedRect *outline,
                                              double                width,
                                              const GdkRGBA        *color);
cairo_t *_commons_board_view_begin_cairo     (CommonsBoardView  *self,
                                              GtkSnapshot       *snapshot,
                                              const CommonsRect *area);
void     _commons_board_view_append_links    (CommonsBoardView  *self,
                                              GtkSnapshot       *snapshot,
                                              GPtrArray         *links,
                                              GHashTable        *moved,
                                              double             dx,
                                              double             dy,
                                              gboolean           emphasis);

/* commons-board-view-overlay.c */
void     _commons_board_view_snapshot_overlays (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);

/* commons-board-view-found.c */
CommonsRecord *_commons_board_view_get_shown (CommonsBoardView *self,
                                              CommonsRecord    *record);
void     _commons_board_view_snapshot_found  (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);

/* commons-board-view-arrange.c */
GMenuModel *_commons_board_view_make_arrange_menu (CommonsBoardView *self);

/* commons-board-view-answers.c */
void     _commons_board_view_offer_outside   (CommonsBoardView *self);
void     _commons_board_view_end_outside     (CommonsBoardView *self,
                                              gboolean          drop);

/* commons-board-view-edge.c */
void     _commons_board_view_check_edge      (CommonsBoardView *self);
void     _commons_board_view_stop_at_edge    (CommonsBoardView *self);

/* commons-board-view-room.c */
void     _commons_board_view_finish_room     (CommonsBoardView *self);
void     _commons_board_view_snapshot_room   (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);

/* commons-board-view-lift.c */
gboolean _commons_board_view_push_lift       (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);
gboolean _commons_board_view_snapshot_lifted (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);
void     _commons_board_view_snapshot_places (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);
CommonsLanding *_commons_board_view_prepare_landing (CommonsBoardView *self);
void     _commons_landing_free               (CommonsLanding   *self);

/* Takes the landing over; nothing happens without one. */
void     _commons_board_view_land            (CommonsBoardView *self,
                                              CommonsLanding   *landing,
                                              const char       *id,
                                              int               dx,
                                              int               dy);
void     _commons_board_view_stop_landing    (CommonsBoardView *self);
void     _commons_board_view_snapshot_landing (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);

/* commons-board-view-arrive.c: a change of the board that brings one card */
void     _commons_board_view_arrive          (CommonsBoardView *self,
                                              CommonsChangeSet *changes);
void     _commons_board_view_stop_arrival    (CommonsBoardView *self);
void     _commons_board_view_snapshot_arrival (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);

/* commons-board-view-guides.c */
void     _commons_board_view_snapshot_guides (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);

/* commons-board-view-reveal.c */
gboolean _commons_board_view_has_hidden      (CommonsBoardView *self);

/* commons-board-view-lock.c */
void     _commons_board_view_tell_locked     (CommonsBoardView *self,
                                              const char       *id);
gboolean _commons_board_view_leave_locked    (CommonsBoardView *self,
                                              GPtrArray        *ids);
const char *_commons_board_view_get_lock_label (CommonsBoardView *self);

/* commons-board-view-drag.c */
void     _commons_board_view_begin_drag      (CommonsBoardView *self);
void     _commons_board_view_end_drag        (CommonsBoardView *self);
gboolean _commons_board_view_is_moving       (CommonsBoardView *self);
void     _commons_board_view_invalidate_nodes (CommonsBoardView *self,
                                              GHashTable       *ids);
void     _commons_board_view_snapshot_drag   (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);

/* commons-board-view-drop.c */
void     _commons_board_view_update_drop     (CommonsBoardView *self);
void     _commons_board_view_end_drop        (CommonsBoardView *self);
void     _commons_board_view_snapshot_target (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);
void     _commons_board_view_snapshot_pill   (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot,
                                              const char       *words);
void     _commons_board_view_tell            (CommonsBoardView *self,
                                              const char       *sentence);
void     _commons_board_view_drop            (CommonsBoardView *self,
                                              GHashTable       *moved,
                                              int               dx,
                                              int               dy);
/* A transaction that moves things by itself: what changes its circle is
 * related to the new one, and told. */
CommonsRefile *_commons_board_view_begin_places (CommonsBoardView *self,
                                              const char       *label);
gboolean _commons_board_view_end_places      (CommonsBoardView *self,
                                              CommonsRefile    *before);
GPtrArray *_commons_board_view_duplicate     (CommonsBoardView *self,
                                              GPtrArray        *ids,
                                              int               dx,
                                              int               dy);

/* commons-board-view-frames.c */
gboolean _commons_board_view_has_frame       (CommonsBoardView *self);
char    *_commons_board_view_describe_deletion (CommonsBoardView *self,
                                              GPtrArray        *ids);

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
void     _commons_board_view_reveal_rect     (CommonsBoardView *self,
                                              const CommonsRect *rect);
void     _commons_board_view_reveal          (CommonsBoardView *self,
                                              const char       *id);
void     _commons_board_view_stop_kinetic    (CommonsBoardView *self);
void     _commons_board_view_get_free        (CommonsBoardView      *self,
                                              const CommonsViewport *viewport,
                                              CommonsViewport       *free);
void     _commons_board_view_set_free        (CommonsBoardView      *self,
                                              const CommonsViewport *free,
                                              CommonsViewport       *viewport);

/* commons-board-view-content.c */
void     _commons_board_view_look_again      (CommonsBoardView *self);
void     _commons_board_view_go_to           (CommonsBoardView *self,
                                              const char       *id);
void     _commons_board_view_take_place      (CommonsBoardView *self);

/* commons-board-view-find.c */
void     _commons_board_view_begin_finding   (CommonsBoardView *self);
void     _commons_board_view_drop_finding    (CommonsBoardView *self);
void     _commons_board_view_find_again      (CommonsBoardView *self);
GPtrArray *_commons_board_view_get_found     (CommonsBoardView  *self,
                                              CommonsRecord    **current);

/* commons-board-view-input.c */
void     _commons_board_view_init_input      (CommonsBoardView *self);
void     _commons_board_view_cancel_pointer  (CommonsBoardView *self);
void     _commons_board_view_drag_on         (CommonsBoardView *self);
void     _commons_board_view_set_modifiers   (CommonsBoardView *self,
                                              GdkModifierType   state);
void     _commons_board_view_update_cursor   (CommonsBoardView *self);

/* commons-board-view-touch.c */
void     _commons_board_view_init_touch      (CommonsBoardView *self);
gboolean _commons_board_view_end_hold        (CommonsBoardView *self,
                                              gboolean          dragged);

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

/* commons-board-view-keys.c */
void     _commons_board_view_init_keys       (CommonsBoardView *self);

/* commons-board-view-input.c */
void     _commons_board_view_announce_selection (CommonsBoardView *self);

/* commons-board-view-clicks.c */
gboolean _commons_board_view_take_click      (CommonsBoardView *self,
                                              double            px,
                                              double            py);
gboolean _commons_board_view_end_clicks      (CommonsBoardView *self);

/* commons-board-view-size.c */
void     _commons_board_view_resize_by       (CommonsBoardView *self,
                                              int               width,
                                              int               height);

/* commons-board-view-cards.c */
void     _commons_board_view_select_and_focus (CommonsBoardView *self,
                                              const char       *id);
gboolean _commons_board_view_focus           (CommonsBoardView *self,
                                              GtkWidget        *widget);
void     _commons_board_view_card_focused    (CommonsBoardView *self,
                                              const char       *id);
void     _commons_board_view_select_copies   (CommonsBoardView *self,
                                              GPtrArray        *copies);
void     _commons_board_view_offer_links_at  (CommonsBoardView *self,
                                              const char       *from,
                                              const char       *to);

/* commons-board-view-walk.c */
const char *_commons_board_view_get_current  (CommonsBoardView *self);

/* commons-board-view-gates.c */
gboolean _commons_board_view_press_missing_gate (CommonsBoardView *self,
                                              double            x,
                                              double            y);
gboolean _commons_board_view_lacks_gate      (CommonsBoardView *self);
gboolean _commons_board_view_fit_gate        (CommonsBoardView *self,
                                              const char       *id);

/* commons-board-view-links.c */
extern const GActionEntry _commons_board_view_retype_entry;

gboolean _commons_board_view_meets_link      (CommonsBoardView *self,
                                              CommonsNeeds      needs);
void     _commons_board_view_append_link_menu (CommonsBoardView *self,
                                              GMenu            *menu);

/* Goes back from a link to the card whose links are gone through. */
gboolean _commons_board_view_leave_link      (CommonsBoardView *self);

/* commons-board-view-connect.c */
void     _commons_board_view_connect         (CommonsBoardView *self,
                                              const char       *link,
                                              const char       *from,
                                              const char       *to);
void     _commons_board_view_init_links      (CommonsBoardView *self);
void     _commons_board_view_offer_new_card  (CommonsBoardView *self,
                                              const char       *from,
                                              double            x,
                                              double            y);
char    *_commons_board_view_describe_connection (CommonsBoardView *self,
                                              const char       *from,
                                              const char       *to);
void     _commons_board_view_offer_links     (CommonsBoardView *self,
                                              const char       *from,
                                              const char       *to,
                                              double            x,
                                              double            y);

/* commons-board-view-menu.c */
void     _commons_board_view_init_menu       (CommonsBoardView *self);
void     _commons_board_view_popup           (CommonsBoardView *self,
                                              GMenuModel       *model,
                                              double            x,
                                              double            y);
void     _commons_board_view_popup_widget    (CommonsBoardView *self,
                                              GtkWidget        *popover,
                                              double            x,
                                              double            y);
void     _commons_board_view_popup_menu      (CommonsBoardView *self,
                                              double            x,
                                              double            y,
                                              gboolean          at_pointer);
void     _commons_board_view_get_link_area   (CommonsBoardView *self,
                                              CommonsRecord    *edge,
                                              CommonsRect      *area);
void     _commons_board_view_locate          (CommonsBoardView *self,
                                              const char       *id,
                                              double           *x,
                                              double           *y);

/* commons-board-view-clipboard.c */
void     _commons_board_view_init_clipboard  (CommonsBoardView *self);
void     _commons_board_view_paste_at        (CommonsBoardView *self,
                                              double            x,
                                              double            y);

/* commons-board-view-insert.c, whose places are in board units */
void     _commons_board_view_insert_clip     (CommonsBoardView *self,
                                              CommonsBoard     *clip,
                                              guint             n_skipped,
                                              double            x,
                                              double            y);
void     _commons_board_view_insert_text     (CommonsBoardView *self,
                                              const char       *text,
                                              double            x,
                                              double            y);
void     _commons_board_view_insert_plain    (CommonsBoardView *self,
                                              const char       *text,
                                              double            x,
                                              double            y);
gboolean _commons_board_view_insert_bytes    (CommonsBoardView *self,
                                              GBytes           *bytes,
                                              double            x,
                                              double            y,
                                              GError          **error);
void     _commons_board_view_insert_content  (CommonsBoardView *self,
                                              GFile            *file,
                                              double            x,
                                              double            y);
void     _commons_board_view_insert_files    (CommonsBoardView *self,
                                              GPtrArray        *files,
                                              gboolean          dropped,
                                              double            x,
                                              double            y);

/* commons-board-view-hover.c */
void     _commons_board_view_init_hover      (CommonsBoardView *self);
void     _commons_board_view_dispose_hover   (CommonsBoardView *self);
void     _commons_board_view_set_hovered     (CommonsBoardView *self,
                                              const char       *id);
void     _commons_board_view_snapshot_hover  (CommonsBoardView *self,
                                              GtkSnapshot      *snapshot);

/* commons-board-view-marks.c */
void     _commons_board_view_init_marks      (CommonsBoardView *self);
gboolean _commons_board_view_tick_at         (CommonsBoardView *self,
                                              double            x,
                                              double            y);
gboolean _commons_board_view_open_at         (CommonsBoardView *self,
                                              double            x,
                                              double            y);
gboolean _commons_board_view_launch          (CommonsBoardView *self,
                                              const char       *address);
const char *_commons_board_view_get_part_cursor (CommonsBoardView *self);
gboolean _commons_board_view_has_address     (CommonsBoardView *self);
gboolean _commons_board_view_has_box         (CommonsBoardView *self);

/* commons-board-view-prefer.c: what people prefer, of the board that is shown */
void     _commons_board_view_init_preferences (CommonsBoardView *self);
void     _commons_board_view_prefer          (CommonsBoardView *self);

/* commons-board-view-edit.c */
void     _commons_board_view_edit            (CommonsBoardView *self,
                                              const char       *id,
                                              gboolean          is_new);
void     _commons_board_view_allocate_editor (CommonsBoardView *self);

/* The record as it would be with that text, as high as it needs to be. */
CommonsRecord *_commons_board_view_with_text (CommonsBoardView *self,
                                              CommonsRecord    *record,
                                              const char       *text);

/* commons-board-view-gather.c */
gboolean _commons_board_view_accumulate_any  (GSignalInvocationHint *hint,
                                              GValue                *total,
                                              const GValue          *value,
                                              gpointer               user_data);

/* commons-board-view-jot.c */
void     _commons_board_view_init_jot        (CommonsBoardView *self);

/* commons-board-view-next.c */

/* Making a card and naming it are one thing for whoever does it, and one step
 * to undo: the end of writing keeps later ones apart. */
#define COMMONS_NEW_CARD_KEY "new-card"

void     _commons_board_view_write_on        (CommonsBoardView *self,
                                              const char       *id,
                                              const char       *previous,
                                              CommonsTextNext   next);
void     _commons_board_view_clone           (CommonsBoardView *self,
                                              const char       *id,
                                              CommonsDirection  direction);
void     _commons_board_view_invite          (CommonsBoardView *self,
                                              CommonsRecord    *record);
void     _commons_board_view_rescue_text     (CommonsBoardView *self,
                                              const char       *text);
void     _commons_board_view_check_edited    (CommonsBoardView *self);

G_END_DECLS

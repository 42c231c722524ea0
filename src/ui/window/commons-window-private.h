/* commons-window-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the window share: the widget, its actions, its files.
 */

#pragma once

#include "commons-autosave.h"
#include "commons-bin-keeper.h"
#include "commons-elsewhere.h"
#include "commons-version-keeper.h"
#include "commons-window.h"

G_BEGIN_DECLS

typedef struct _CommonsWindowChanges CommonsWindowChanges;

struct _CommonsWindow
{
  AdwApplicationWindow  parent_instance;

  CommonsDocument      *document;
  CommonsAutosave      *autosave;
  CommonsRecovery      *recovery;    /* NULL where none are offered */
  GFile                *loading;     /* being read, NULL once it is */
  GCancellable         *cancellable;
  GSettings            *settings;
  CommonsVersionKeeper *versions;
  CommonsBinKeeper     *bin;

  GtkWidget            *screens;      /* the board, or the start page */
  GtkWidget            *start_screen; /* NULL when it is not shown, as is what is in it */
  GtkWidget            *start_page;
  GtkWidget            *start_menu;
  GtkWidget            *start_header;
  GtkWidget            *start_find;
  GtkWidget            *header;
  GtkWidget            *bars;        /* owned: notices under the header of either screen */
  GtkWidget            *offer;       /* one of these notices, or NULL, as the next */
  GtkWidget            *warning;
  AdwViewStack         *views;
  GtkWidget            *switcher;     /* owned: it comes and goes with the width */
  GtkWidget            *switcher_bar;
  CommonsBoardView     *view;
  GtkWidget            *outline;      /* NULL until it is shown, as the next */
  GtkWidget            *sides;
  GtkWidget            *outline_place;
  GtkWidget            *sides_place;
  GtkWidget            *palette;
  GtkWidget            *quick_entry;
  GtkWidget            *zoom_control;
  GtkWidget            *find_bar;
  GtkWidget            *back;        /* the way back to the content */
  GtkWidget            *overview;
  GtkWidget            *toasts;
  AdwToast             *last_toast;  /* weak */
  gboolean              last_undoes; /* the last toast offers to undo */
  GtkWidget            *stack;
  GtkWidget            *error_page;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkWidget            *find_button;
  GtkWidget            *save_button;
  GtkWidget            *title;
  GtkWidget            *title_button; /* owned: it changes its place with the width */
  GtkWidget            *title_popover;
  GtkWidget            *title_entry;
  GtkWidget            *menu_button;
  GtkWidget            *announcements;
  GtkWidget            *body;        /* the panes, and what lies over them */
  GtkWidget            *gestures;    /* NULL while they are not shown */
  GtkWidget            *panes;
  GtkWidget            *start_pane;  /* place of the guiding sheets */
  GtkWidget            *end_pane;    /* place of the inspector */
  GtkWidget            *start_button;
  GtkWidget            *end_button;
  GtkWidget            *notices;     /* bars above the board */
  CommonsWindowChanges *changes;     /* from elsewhere; NULL once the window is gone */

  char                 *screen;      /* name of the one it opened on, or NULL */
  int                   placed_width;  /* size of the window the tools stand for */
  int                   placed_height;
  guint                 starting : 1; /* no board was chosen yet */
  guint                 compact : 1;
  guint                 tight : 1;   /* the header has no room for all buttons */
  guint                 cards_wait : 1; /* in the tray, as the quick entry shows */
  guint                 panes_over : 1; /* they lie over the board */
  guint                 guided : 1;  /* the board goes with the sheets */
  guint                 quick : 1;   /* the quick entry stands for the palette */
  guint                 offers_all : 1; /* drafts of any file, not only its own */
  guint                 asking : 1;  /* what to do with changes, before closing */
  guint                 closing : 1; /* close as soon as the save is done */
  guint                 can_close : 1;
  guint                 gone : 1;    /* destroyed, and kept by a task that ends */
};

/* commons-window.c */
void       _commons_window_place_tools     (CommonsWindow      *self);
void       _commons_window_stay            (CommonsWindow      *self);

void       _commons_window_toast           (CommonsWindow      *self,
                                            const char         *message,
                                            gboolean            undo);

/* commons-window-views.c */
GtkWidget *_commons_window_make_views      (CommonsWindow      *self,
                                            GtkWidget          *board);
void       _commons_window_place_sides     (CommonsWindow      *self);
void       _commons_window_finish_editing  (CommonsWindow      *self);
gboolean   _commons_window_shows_board     (CommonsWindow      *self);
void       _commons_window_focus_view      (CommonsWindow      *self);
void       _commons_window_show_board      (CommonsWindow      *self);
void       _commons_window_show_outline    (CommonsWindow      *self);
void       _commons_window_show_sides      (CommonsWindow      *self);
void       _commons_window_next_view       (CommonsWindow      *self);
void       _commons_window_previous_view   (CommonsWindow      *self);

/* commons-window-header.c */
void       _commons_window_set_room        (CommonsWindow      *self,
                                            int                 width);
void       _commons_window_place_buttons   (CommonsWindow      *self);
void       _commons_window_place_header    (CommonsWindow      *self);
GtkWidget *_commons_window_make_header     (CommonsWindow      *self);
GtkWidget *_commons_window_make_menu_button (CommonsWindow     *self);
void       _commons_window_update_title    (CommonsWindow      *self);

/* commons-window-actions.c */
void       _commons_window_class_install_actions (GtkWidgetClass *widget_class);
void       _commons_window_update_commands (CommonsWindow      *self);
GMenuModel *_commons_window_make_menu      (CommonsWindow      *self);

/* commons-window-advice.c */
void       _commons_window_class_install_advice (GtkWidgetClass *widget_class);
void       _commons_window_update_advice   (CommonsWindow      *self,
                                            gboolean            has_board);
GMenuModel *_commons_window_make_advice_menu (void);

/* commons-window-keys.c */
void       _commons_window_init_keys       (CommonsWindow      *self);
void       _commons_window_next_part       (CommonsWindow      *self);
void       _commons_window_previous_part   (CommonsWindow      *self);

/* commons-window-find.c */
void       _commons_window_make_find       (CommonsWindow      *self,
                                            GtkOverlay         *overlay);
void       _commons_window_update_find     (CommonsWindow      *self,
                                            gboolean            has_board);
void       _commons_window_find            (CommonsWindow      *self);
void       _commons_window_find_next       (CommonsWindow      *self);
void       _commons_window_find_previous   (CommonsWindow      *self);
void       _commons_window_filter          (CommonsWindow      *self);
void       _commons_window_clear_filter    (CommonsWindow      *self);
void       _commons_window_select_matches  (CommonsWindow      *self);
void       _commons_window_toggle_overview (CommonsWindow      *self);
void       _commons_window_place_overview  (CommonsWindow      *self);
void       _commons_window_remember_view   (CommonsWindow      *self);
void       _commons_window_recall_view     (CommonsWindow      *self);

/* commons-window-quick.c */
GtkWidget *_commons_window_make_quick_entry   (CommonsWindow   *self);
void       _commons_window_update_quick_entry (CommonsWindow   *self);
void       _commons_window_toggle_quick_entry (CommonsWindow   *self);
void       _commons_window_close_quick_entry  (CommonsWindow   *self);
void       _commons_window_commit_quick_entry (CommonsWindow   *self);

/* commons-window-panes.c: both sides. What stands in one is made when it opens
 * for the first time, or somebody needs it sooner. */
GtkWidget *_commons_window_make_panes      (CommonsWindow      *self,
                                            GtkWidget          *content);
GtkWidget *_commons_window_make_pane_button
                                           (CommonsWindow      *self,
                                            GtkPackType         pane);
void       _commons_window_make_pane       (CommonsWindow      *self,
                                            GtkPackType         pane);
void       _commons_window_fill_panes      (CommonsWindow      *self);
void       _commons_window_show_pane       (CommonsWindow      *self,
                                            GtkPackType         pane);
void       _commons_window_toggle_sheets   (CommonsWindow      *self);
void       _commons_window_toggle_inspector
                                           (CommonsWindow      *self);

/* commons-window-sheets.c */
GtkWidget *_commons_window_make_sheets     (CommonsWindow      *self);
void       _commons_window_next_question   (CommonsWindow      *self);
void       _commons_window_previous_question
                                           (CommonsWindow      *self);
void       _commons_window_file_under      (CommonsWindow      *self);
void       _commons_window_commit_sheets   (CommonsWindow      *self);
void       _commons_window_update_sheets   (CommonsWindow      *self,
                                            gboolean            can_write);

/* commons-window-gestures.c */
GtkWidget *_commons_window_make_body       (CommonsWindow      *self,
                                            GtkWidget          *panes);
void       _commons_window_toggle_gestures (CommonsWindow      *self);

/* commons-window-hints.c: a place for a hint under what it is about. */
GtkWidget *_commons_window_add_view_hint   (CommonsWindow      *self,
                                            GtkWidget          *view,
                                            const char         *name);
GtkWidget *_commons_window_get_view_hint   (CommonsWindow      *self);
GtkWidget *_commons_window_add_pane_hint   (CommonsWindow      *self,
                                            GtkWidget          *pane,
                                            const char         *name);
void       _commons_window_learn           (CommonsWindow      *self,
                                            const CommonsChangeSet *changes,
                                            CommonsOrigin       origin);

/* commons-window-screen.c */
void       _commons_window_init_size       (CommonsWindow      *self);
void       _commons_window_init_panes      (CommonsWindow      *self);
void       _commons_window_watch_screen    (CommonsWindow      *self);
void       _commons_window_arrive          (CommonsWindow      *self,
                                            const char         *screen,
                                            int                 width,
                                            int                 height);
void       _commons_window_remember_size   (CommonsWindow      *self);

/* commons-window-start.c */
gboolean   _commons_window_has_board       (CommonsWindow      *self);
void       _commons_window_leave_start     (CommonsWindow      *self);
void       _commons_window_search_start    (CommonsWindow      *self);
void       _commons_window_toast_start     (CommonsWindow      *self,
                                            const char         *message);
void       _commons_window_save_as_template
                                           (CommonsWindow      *self);

/* commons-window-versions.c */
void       _commons_window_keep_versions   (CommonsWindow      *self);
void       _commons_window_leave_versions  (CommonsWindow      *self);
void       _commons_window_keep_not_saved  (CommonsWindow      *self);
void       _commons_window_update_versions (CommonsWindow      *self,
                                            gboolean            has_board);
void       _commons_window_name_version    (CommonsWindow      *self);
void       _commons_window_show_versions   (CommonsWindow      *self);
void       _commons_window_show_deleted    (CommonsWindow      *self);

/* commons-window-drafts.c */
void       _commons_window_keep_drafts     (CommonsWindow      *self);
void       _commons_window_place_bars      (CommonsWindow      *self,
                                            GtkWidget          *header);
char      *_commons_window_describe_loss   (CommonsWindow      *self);
void       _commons_window_update_offer    (CommonsWindow      *self);

/* commons-window-tables.c */
void       _commons_window_merge_tables    (CommonsWindow      *self);
void       _commons_window_find_duplicates (CommonsWindow      *self);
void       _commons_window_update_tables   (CommonsWindow      *self,
                                            gboolean            can_write);

/* commons-window-files.c */
void       _commons_window_open            (CommonsWindow      *self);
void       _commons_window_import          (CommonsWindow      *self);
void       _commons_window_save            (CommonsWindow      *self);
void       _commons_window_save_as         (CommonsWindow      *self);
void       _commons_window_export          (CommonsWindow      *self);
gboolean   _commons_window_ask_to_close    (CommonsWindow      *self);
GMenuModel *_commons_window_list_recent    (void);

/* commons-window-changes.c: what other programs do with the file. */
GtkWidget *_commons_window_make_changes    (CommonsWindow      *self,
                                            GtkWidget          *content);
void       _commons_window_follow_changes  (CommonsWindow      *self);
void       _commons_window_drop_changes    (CommonsWindow      *self);
void       _commons_window_update_changes  (CommonsWindow      *self);
gboolean   _commons_window_has_changes     (CommonsWindow      *self);
void       _commons_window_show_changes    (CommonsWindow      *self);
void       _commons_window_take_over       (CommonsWindow      *self);
void       _commons_window_merge_and_save  (CommonsWindow      *self);

/* Merges what was seen of the file already, before it is written. Returns
 * whether to go on. */
gboolean   _commons_window_take_changes    (CommonsWindow      *self);

/* For tests. */
CommonsElsewhere *_commons_window_get_elsewhere
                                           (CommonsWindow      *self);

G_END_DECLS

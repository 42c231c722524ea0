/* test-ui.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-window.h"

G_BEGIN_DECLS

typedef gboolean (*TestPredicate) (gpointer user_data);

/* Starts the toolkit and the application, without a window. Call it once,
 * after g_test_init(). */
void             test_ui_init         (void);

/* Runs the main loop until the predicate holds; fails after ten seconds. */
void             test_ui_wait         (TestPredicate    predicate,
                                       gpointer         user_data,
                                       const char      *what);

/* Opens a window on a file, and waits until the board is painted. */
CommonsWindow   *test_ui_open         (GFile           *file);

/* Opens a window on a new board made from a template. */
CommonsWindow   *test_ui_new          (const char      *template_name);

/* Closes a window without a question and waits until it is gone. */
void             test_ui_close        (CommonsWindow   *window);

/* Asks for a frame, waits for it, and tells how long painting it took, in
 * milliseconds. */
double           test_ui_frame        (GtkWidget       *widget);

/* What a window shows, as large as it needs to be: newer toolkits put more
 * around it, and some windows let it be cut off for a while. */
GtkWidget       *test_ui_get_content  (GtkWidget       *window);

/* Presses the left button at a place of the view, in its pixels. */
void             test_ui_press        (CommonsBoardView *view,
                                       double            x,
                                       double            y,
                                       int               n_press);

/* Moves the pressed pointer to that far from where it was pressed. */
void             test_ui_move         (CommonsBoardView *view,
                                       double            dx,
                                       double            dy);

/* Releases the button that far from where it was pressed. */
void             test_ui_release      (CommonsBoardView *view,
                                       double            dx,
                                       double            dy);

/* Turns the wheel by that many steps. */
void             test_ui_scroll       (CommonsBoardView *view,
                                       double            dx,
                                       double            dy);

/* The middle of a node, in pixels of the view. */
void             test_ui_locate       (CommonsWindow    *window,
                                       const char       *id,
                                       double           *x,
                                       double           *y);

/* The board, editor and history of the window. */
CommonsBoard    *test_ui_get_board    (CommonsWindow    *window);

/* Path of a file of the source tree. */
char            *test_ui_source_path  (const char       *relative);

G_END_DECLS

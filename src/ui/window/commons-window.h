/* commons-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-board-view.h"
#include "commons-document.h"
#include "commons-recovery.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_WINDOW (commons_window_get_type ())

/**
 * CommonsWindow:
 *
 * A window on one document.
 */
G_DECLARE_FINAL_TYPE (CommonsWindow, commons_window, COMMONS, WINDOW, AdwApplicationWindow)

/**
 * commons_window_new:
 * @application: the application
 * @document: the document to show
 *
 * Returns: (transfer none): the window, kept by the toolkit until it closes
 */
CommonsWindow    *commons_window_new          (AdwApplication  *application,
                                               CommonsDocument *document);

/**
 * commons_window_get_document:
 *
 * Returns: (transfer none): the document
 */
CommonsDocument  *commons_window_get_document (CommonsWindow   *self);

/**
 * commons_window_get_file:
 *
 * Returns: (transfer none) (nullable): the file shown here, or being read to
 *   be shown here
 */
GFile            *commons_window_get_file     (CommonsWindow   *self);

/**
 * commons_window_get_view:
 *
 * Returns: (transfer none): the view of the board
 */
CommonsBoardView *commons_window_get_view     (CommonsWindow   *self);

/**
 * commons_window_is_pristine:
 *
 * Returns: whether nothing would be lost by showing another file here
 */
gboolean          commons_window_is_pristine  (CommonsWindow   *self);

/**
 * commons_window_load:
 * @file: what to open
 *
 * Reads a file into the window's document; what goes wrong is said in the
 * window.
 */
void              commons_window_load         (CommonsWindow   *self,
                                               GFile           *file);

/**
 * commons_window_set_recovery:
 * @recovery: the drafts that were left behind
 *
 * Offers the draft of the file that is shown, if there is one.
 */
void              commons_window_set_recovery (CommonsWindow   *self,
                                               CommonsRecovery *recovery);

/**
 * commons_window_offer_all:
 *
 * Offers the other drafts here, too: for the window people see first.
 */
void              commons_window_offer_all    (CommonsWindow   *self);

/**
 * commons_window_open_draft:
 * @draft: one of the drafts to recover
 *
 * Opens a draft here when nothing is lost by it, or in another window. One that
 * cannot be read is set aside, and people are told where it is.
 */
void              commons_window_open_draft   (CommonsWindow   *self,
                                               CommonsDraft    *draft);

/**
 * commons_window_tell_set_aside:
 * @path: where a draft is that could not be read
 *
 * Says so until somebody has seen it.
 */
void              commons_window_tell_set_aside (CommonsWindow *self,
                                                 const char    *path);

/**
 * commons_window_flush_draft:
 *
 * Writes what is not saved to the draft, and waits for it: for the moment
 * before the program ends.
 */
void              commons_window_flush_draft  (CommonsWindow   *self);

/**
 * commons_window_show_start:
 *
 * Shows the start page, until a board is chosen there or loaded. What the
 * window holds is lost then: only for a window that is pristine.
 */
void              commons_window_show_start   (CommonsWindow   *self);

/**
 * commons_window_look_for:
 * @words: what people look for
 *
 * Shows on the start page only what holds these words; does nothing in a window
 * that shows a board.
 */
void              commons_window_look_for     (CommonsWindow   *self,
                                               const char      *words);

/**
 * commons_window_is_starting:
 *
 * Returns: whether the start page is shown
 */
gboolean          commons_window_is_starting  (CommonsWindow   *self);

/**
 * commons_window_show_board:
 * @board: a new board that nothing else edits
 *
 * Shows a board without a file in place of the one there is.
 */
void              commons_window_show_board   (CommonsWindow   *self,
                                               CommonsBoard    *board);

/**
 * commons_window_toast:
 * @message: what happened, in one sentence
 *
 * Says something in passing.
 */
void              commons_window_toast        (CommonsWindow   *self,
                                               const char      *message);

G_END_DECLS

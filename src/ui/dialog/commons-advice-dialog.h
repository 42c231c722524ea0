/* commons-advice-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commons-advise.h"
#include "commons-board-view.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_ADVICE_DIALOG (commons_advice_dialog_get_type ())

/**
 * CommonsAdviceDialog:
 *
 * What the windows that choose from a catalogue have in common: the board
 * they add to, the guiding question they are asked from, a place for their
 * content, a bar at the bottom and an end that shows what was added.
 */
G_DECLARE_DERIVABLE_TYPE (CommonsAdviceDialog, commons_advice_dialog, COMMONS, ADVICE_DIALOG, AdwWindow)

/**
 * CommonsAdviceDialogClass:
 * @narrow_width: under this width the window is narrow, in pixels
 * @narrow: (nullable): called when the window becomes too narrow for two
 *   things side by side, or wide enough again
 * @changed: (nullable): called when the board changed while it is open
 */
struct _CommonsAdviceDialogClass
{
  AdwWindowClass parent_class;
  int            narrow_width;

  void (*narrow)  (CommonsAdviceDialog *self,
                   gboolean             narrow);
  void (*changed) (CommonsAdviceDialog *self);
};

/**
 * commons_advice_dialog_set_up:
 * @view: the board one looks at
 * @document: its document
 * @question: (nullable): id of the guiding question it is asked from; "" and
 *   %NULL for none
 * @title: title of the window
 *
 * Says what the window is about, before its content is made.
 */
void              commons_advice_dialog_set_up        (CommonsAdviceDialog *self,
                                                       CommonsBoardView    *view,
                                                       CommonsDocument     *document,
                                                       const char          *question,
                                                       const char          *title);

CommonsBoardView *commons_advice_dialog_get_view      (CommonsAdviceDialog *self);
CommonsBoard     *commons_advice_dialog_get_board     (CommonsAdviceDialog *self);
CommonsEditor    *commons_advice_dialog_get_editor    (CommonsAdviceDialog *self);

/**
 * commons_advice_dialog_get_catalogue:
 *
 * Returns: (transfer none): the catalogue in the board's language
 */
CommonsCatalogue *commons_advice_dialog_get_catalogue (CommonsAdviceDialog *self);

/**
 * commons_advice_dialog_get_question:
 *
 * Returns: (transfer none) (nullable): id of the guiding question, %NULL for
 *   none
 */
const char       *commons_advice_dialog_get_question  (CommonsAdviceDialog *self);

/**
 * commons_advice_dialog_can_write:
 *
 * Returns: whether the board can be changed
 */
gboolean          commons_advice_dialog_can_write     (CommonsAdviceDialog *self);

/**
 * commons_advice_dialog_get_advise:
 * @advise: (out): what is needed to put something on the board; valid as long
 *   as the window
 */
void              commons_advice_dialog_get_advise    (CommonsAdviceDialog *self,
                                                       CommonsAdvise       *advise);

/**
 * commons_advice_dialog_set_body:
 * @body: what stands between header and bar
 * @scrolls: whether it scrolls by itself; else it is put in something that
 *   scrolls
 */
void              commons_advice_dialog_set_body      (CommonsAdviceDialog *self,
                                                       GtkWidget           *body,
                                                       gboolean             scrolls);

/**
 * commons_advice_dialog_set_bar:
 * @note: (nullable): a sentence at the bottom
 * @button: (nullable): what the window is there to do; it becomes its default
 *   button, and cannot be pressed on a board that can only be read
 */
void              commons_advice_dialog_set_bar       (CommonsAdviceDialog *self,
                                                       const char          *note,
                                                       GtkWidget           *button);

/**
 * commons_advice_dialog_set_note:
 * @note: (nullable): another sentence for the bar
 * @announce: whether it is news, to be read out
 */
void              commons_advice_dialog_set_note      (CommonsAdviceDialog *self,
                                                       const char          *note,
                                                       gboolean             announce);

/**
 * commons_advice_dialog_add_header:
 * @widget: a button for the start of the header
 */
void              commons_advice_dialog_add_header    (CommonsAdviceDialog *self,
                                                       GtkWidget           *widget);

/**
 * commons_advice_dialog_finish:
 * @ids: (element-type utf8): ids of what was added
 * @message: what was done, one sentence
 *
 * Selects what was added, shows all of it, says what was done with a way to
 * take it back, and closes the window.
 */
void              commons_advice_dialog_finish        (CommonsAdviceDialog *self,
                                                       GPtrArray           *ids,
                                                       const char          *message);

/**
 * commons_advice_make_label:
 * @text: (nullable): what it says
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a label that wraps, from the start of its line
 */
GtkWidget        *commons_advice_make_label           (const char          *text,
                                                       const char          *css_class);

G_END_DECLS

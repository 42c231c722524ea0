/* commons-board-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-capture.h"
#include "commons-catalogue.h"
#include "commons-document.h"
#include "commons-legibility.h"
#include "commons-selection.h"
#include "commons-viewport.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_BOARD_VIEW (commons_board_view_get_type ())

/**
 * CommonsBoardView:
 *
 * Shows the board of a document and lets people work on it with pointer,
 * touch and keyboard.
 *
 * Signals: `zoom-changed`; `looked`, after another part of the board came in
 * view; `commands-changed`, when commands became available or not; `toast` (const char *message, gboolean undo), when something was
 * done that people may want to take back; `drag-outside` (double x, double y),
 * while nodes are dragged, which returns whether somebody takes them at that
 * place of the view or beside it; `drop-outside` (GPtrArray *ids), when they
 * are let go there, or %NULL when the drag was given up: nothing has moved;
 * `typing`, when words are typed that the board does not say yet, or such words
 * have gone; `gather`, which asks for these words, see
 * commons_board_view_gather().
 */
G_DECLARE_FINAL_TYPE (CommonsBoardView, commons_board_view, COMMONS, BOARD_VIEW, GtkWidget)

/**
 * CommonsBoardViewCost:
 * @n_tiles: tiles drawn so far
 * @n_laid_out: cards laid out so far
 * @n_painted: cards painted so far
 * @n_texts: texts laid out so far, by any picture of the program
 * @n_lookups: records looked up on the board so far
 * @n_widgets: cards that have a widget now
 *
 * What showing a board has taken: to tell whether a frame did more than it had
 * to.
 */
typedef struct
{
  guint n_tiles;
  guint n_laid_out;
  guint n_painted;
  guint n_texts;
  guint n_lookups;
  guint n_widgets;
} CommonsBoardViewCost;

GtkWidget        *commons_board_view_new            (void);

/**
 * commons_board_view_set_document:
 * @document: (nullable): the document to show
 *
 * Shows another document, all of it in view.
 */
void              commons_board_view_set_document   (CommonsBoardView *self,
                                                     CommonsDocument  *document);

/**
 * commons_board_view_get_document:
 *
 * Returns: (transfer none) (nullable): the document that is shown
 */
CommonsDocument  *commons_board_view_get_document   (CommonsBoardView *self);

/**
 * commons_board_view_get_catalogue:
 *
 * Returns: (transfer none): the catalogue in the board's language
 */
CommonsCatalogue *commons_board_view_get_catalogue  (CommonsBoardView *self);

/**
 * commons_board_view_get_selection:
 *
 * Returns: (transfer none): what is selected
 */
CommonsSelection *commons_board_view_get_selection  (CommonsBoardView *self);

/**
 * commons_board_view_get_viewport:
 * @viewport: (out): what part of the board is in view
 */
void              commons_board_view_get_viewport   (CommonsBoardView *self,
                                                     CommonsViewport  *viewport);

/**
 * commons_board_view_get_readable_zoom:
 * @room: (out) (optional): the room people told of
 * @readable: (out) (optional): whether those at the back can read what is
 *   drawn of the texts of cards at the present zoom
 *
 * Returns: the zoom from which on they can read all of them
 */
double            commons_board_view_get_readable_zoom
                                                    (CommonsBoardView       *self,
                                                     CommonsRoom            *room,
                                                     gboolean               *readable);

/**
 * commons_board_view_set_viewport:
 * @viewport: what part of the board to show; its size is ignored
 *
 * Shows a part of the board at once, without animation.
 */
void              commons_board_view_set_viewport   (CommonsBoardView      *self,
                                                     const CommonsViewport *viewport);

/**
 * commons_board_view_tell_typing:
 *
 * Emits `typing`, for fields beside the view that belong to its board.
 */
void              commons_board_view_tell_typing    (CommonsBoardView *self);

/**
 * commons_board_view_gather:
 *
 * Writes what is being typed, here and in the fields that listen to `gather`,
 * within the transaction that is under way; the fields stay as they are. For a
 * draft, which takes the transaction back.
 *
 * Returns: whether there was anything
 */
gboolean          commons_board_view_gather         (CommonsBoardView *self);

/**
 * commons_board_view_gather_text:
 * @id: id of the card or link that is being written
 * @text: what is written so far
 *
 * Writes the words of a field, for a handler of `gather`.
 *
 * Returns: whether there was anything to write
 */
gboolean          commons_board_view_gather_text    (CommonsBoardView *self,
                                                     const char       *id,
                                                     const char       *text);

/**
 * commons_board_view_gather_card:
 * @kind_id: (nullable): kind of the card
 * @text: what is written so far
 *
 * Writes the words of a card that is not entered yet, as
 * commons_board_view_jot() does with one that is; for a handler of `gather`.
 *
 * Returns: whether there was anything to write
 */
gboolean          commons_board_view_gather_card    (CommonsBoardView *self,
                                                     const char       *kind_id,
                                                     const char       *text);

/**
 * commons_board_view_reveal_selection:
 *
 * Brings what was selected last into view, if it is not.
 */
void              commons_board_view_reveal_selection
                                                    (CommonsBoardView *self);

/**
 * commons_board_view_set_insets:
 * @left: pixels covered by tools on the left
 * @bottom: pixels covered by tools at the bottom
 *
 * Tells what stands over the board, so that showing everything shows it
 * beside these tools.
 */
void              commons_board_view_set_insets     (CommonsBoardView *self,
                                                     int               left,
                                                     int               bottom);

/**
 * commons_board_view_set_top_inset:
 * @top: pixels covered by tools at the top
 *
 * Tells what stands over the board for a while: cards that are gone to come
 * out from beneath it. The board stays where it is.
 */
void              commons_board_view_set_top_inset  (CommonsBoardView *self,
                                                     int               top);

/**
 * commons_board_view_get_place:
 * @x: (out): abscissa on the board of the middle of the view
 * @y: (out): ordinate on the board of the middle of the view
 * @zoom: (out): zoom of the view
 *
 * Returns: whether somebody chose to look there; otherwise all of the board
 *   is shown as when it was opened
 */
gboolean          commons_board_view_get_place      (CommonsBoardView *self,
                                                     double           *x,
                                                     double           *y,
                                                     double           *zoom);

/**
 * commons_board_view_set_place:
 * @x: abscissa on the board of the middle of the view
 * @y: ordinate on the board of the middle of the view
 * @zoom: zoom of the view, clamped
 *
 * Looks there as soon as the view has a size, if there is anything to see.
 */
void              commons_board_view_set_place      (CommonsBoardView *self,
                                                     double            x,
                                                     double            y,
                                                     double            zoom);

/**
 * commons_board_view_is_lost:
 *
 * Returns: whether the board has content and nothing of it was in view when
 *   `looked` was last emitted
 */
gboolean          commons_board_view_is_lost        (CommonsBoardView *self);

/**
 * commons_board_view_perform:
 * @action: name of a command, such as "board.delete"
 *
 * Does what a command of the table says, if it is available.
 *
 * Returns: whether it was
 */
gboolean          commons_board_view_perform        (CommonsBoardView *self,
                                                     const char       *action);

/**
 * commons_board_view_can_perform:
 * @action: name of a command, such as "board.delete"
 *
 * Returns: whether the command is available now
 */
gboolean          commons_board_view_can_perform    (CommonsBoardView *self,
                                                     const char       *action);

/**
 * commons_board_view_has_command:
 * @action: name of a command
 *
 * Returns: whether the board knows it
 */
gboolean          commons_board_view_has_command    (const char       *action);

/**
 * commons_board_view_create:
 * @kind: (nullable): id of a kind
 * @x: where its centre goes, in pixels of the view; negative for the middle
 * @y: where its centre goes, in pixels of the view; negative for the middle
 *
 * Adds a card and opens it for writing.
 */
void              commons_board_view_create         (CommonsBoardView *self,
                                                     const char       *kind,
                                                     double            x,
                                                     double            y);

/**
 * commons_board_view_import:
 * @file: a board, a drawing or a text
 *
 * Reads a file and adds what it holds in the middle of the view; asks when it
 * is a text of several lines. What cannot be read is said.
 */
void              commons_board_view_import         (CommonsBoardView *self,
                                                     GFile            *file);

/**
 * commons_board_view_get_container:
 *
 * Returns: (transfer none) (nullable): the circle or zone that is selected
 *   alone, where new cards are wanted; no tray, and %NULL when there is none
 */
CommonsRecord    *commons_board_view_get_container  (CommonsBoardView *self);

/**
 * commons_board_view_jot:
 * @kind: (nullable): id of a kind that is no container
 * @text: title and body
 *
 * Adds a card without leaving what has the keyboard: to the circle or zone of
 * commons_board_view_get_container(), else to those that wait for their place.
 *
 * Returns: whether it could
 */
gboolean          commons_board_view_jot            (CommonsBoardView *self,
                                                     const char       *kind,
                                                     const char       *text);

/**
 * commons_board_view_answer:
 * @question: a question of a guiding sheet
 * @capture: index of one of its captures
 * @about: (nullable): id of the card the answers are about
 * @texts: (array zero-terminated=1): the answers, each a title and body
 * @mode: who answers
 * @author: (nullable): name of who said it
 *
 * Makes cards of answers where they belong, in one undo step, without leaving
 * what has the keyboard.
 *
 * Returns: (transfer full) (element-type utf8): ids of the cards; none on a
 *   board that can only be looked at
 */
GPtrArray        *commons_board_view_answer         (CommonsBoardView      *self,
                                                     const CommonsQuestion *question,
                                                     guint                  capture,
                                                     const char            *about,
                                                     const char *const     *texts,
                                                     CommonsCaptureMode     mode,
                                                     const char            *author);

/**
 * commons_board_view_gather_answer:
 * @question: a question of a guiding sheet
 * @capture: index of one of its captures
 * @about: (nullable): id of the card the answer is about
 * @text: what is written so far
 * @mode: who answers
 * @author: (nullable): name of who said it
 *
 * Writes an answer that is not entered yet, for a handler of `gather`.
 *
 * Returns: whether there was anything to write
 */
gboolean          commons_board_view_gather_answer  (CommonsBoardView      *self,
                                                     const CommonsQuestion *question,
                                                     guint                  capture,
                                                     const char            *about,
                                                     const char            *text,
                                                     CommonsCaptureMode     mode,
                                                     const char            *author);

/**
 * commons_board_view_place:
 * @id: id of a card
 *
 * Puts a card in the middle of the view, where it hides no other, and selects
 * it.
 */
void              commons_board_view_place          (CommonsBoardView *self,
                                                     const char       *id);

/**
 * commons_board_view_show_card:
 * @id: id of a card
 *
 * Selects a card and brings it into view.
 */
void              commons_board_view_show_card      (CommonsBoardView *self,
                                                     const char       *id);

/**
 * commons_board_view_arm:
 * @kind: (nullable): id of a kind, or %NULL to disarm
 *
 * Makes the next click on the board place a card of that kind.
 */
void              commons_board_view_arm            (CommonsBoardView *self,
                                                     const char       *kind);

/**
 * commons_board_view_get_armed:
 *
 * Returns: (transfer none) (nullable): the kind the next click places
 */
const char       *commons_board_view_get_armed      (CommonsBoardView *self);

/**
 * commons_board_view_add_beside:
 * @id: (nullable): id of a node
 *
 * Adds an empty card: in a circle or zone, or after a card, or in the middle
 * of the view. Whoever asked for it writes in it and then calls
 * commons_board_view_write().
 *
 * Returns: (transfer full) (nullable): its id; %NULL on a board that can only
 *   be looked at
 */
char             *commons_board_view_add_beside     (CommonsBoardView *self,
                                                     const char       *id);

/**
 * commons_board_view_write:
 * @id: id of a node or edge
 * @text: title, then body after the first line break
 * @is_new: whether it comes from commons_board_view_add_beside(); making and
 *   writing are one undo step then, and one without text goes as it came
 *
 * Writes into a card as its editor on the board does: it grows to its text.
 */
void              commons_board_view_write          (CommonsBoardView *self,
                                                     const char       *id,
                                                     const char       *text,
                                                     gboolean          is_new);

/**
 * commons_board_view_type:
 * @id: id of a node or edge
 * @text: title, then body after the first line break
 * @merge_key: what in a row is one undo step
 *
 * Writes into a card letter by letter, from somewhere else than the board: it
 * grows to its text. Nothing happens to one that is locked.
 */
void              commons_board_view_type           (CommonsBoardView *self,
                                                     const char       *id,
                                                     const char       *text,
                                                     const char       *merge_key);

/**
 * commons_board_view_is_dragging:
 *
 * Returns: whether the pointer is in the middle of something that another
 *   change of the board would end
 */
gboolean          commons_board_view_is_dragging    (CommonsBoardView *self);

/**
 * commons_board_view_finish_editing:
 *
 * Ends the editing of a card's text, if any, and keeps what was written.
 */
void              commons_board_view_finish_editing (CommonsBoardView *self);


/**
 * commons_board_view_is_sharp:
 *
 * Returns: whether the last frame showed everything as it is now, and nothing
 *   that only stands in for it
 */
gboolean          commons_board_view_is_sharp       (CommonsBoardView     *self);

/**
 * commons_board_view_get_cost:
 * @cost: (out): what it has taken
 *
 * Tells what showing the board has taken so far.
 */
void              commons_board_view_get_cost       (CommonsBoardView     *self,
                                                     CommonsBoardViewCost *cost);

G_END_DECLS

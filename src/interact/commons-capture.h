/* commons-capture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-answers.h"

G_BEGIN_DECLS

/*
 * Answers to the guiding sheets, which become cards at the place they belong
 * to:
 *
 *  - what is about a circle lies in it; a rule on entering or leaving it
 *    stands on its border; a new circle lies in the one it is about, or
 *    beside the others;
 *  - what docks stands beside the card it is about;
 *  - what lives in circles, and is about none, goes to the one that
 *    commons_catalogue_get_ring() names;
 *  - all else goes to the zone that expects its kind: the one the card it is
 *    about lies in, or the one that expects it most;
 *  - and what has no such place waits in the tray.
 *
 * Circles and zones that are full grow. Links are in the file even where the
 * place shows them.
 */

/**
 * CommonsCaptureMode:
 * @COMMONS_CAPTURE_I: one person says it: the card waits apart, hidden until
 *   it is shared
 * @COMMONS_CAPTURE_WE: the group says it
 * @COMMONS_CAPTURE_LATER: nobody can say yet: it becomes an open question, and
 *   the question of the sheet is to be discussed
 *
 * Who answers.
 */
typedef enum
{
  COMMONS_CAPTURE_I,
  COMMONS_CAPTURE_WE,
  COMMONS_CAPTURE_LATER,
} CommonsCaptureMode;

/**
 * COMMONS_CAPTURE_I_ROLE:
 *
 * What `commons.role` says of the zone where cards of one person wait.
 */
#define COMMONS_CAPTURE_I_ROLE "i"

/**
 * commons_capture_answer:
 * @question: a question of a guiding sheet
 * @capture: index of one of its captures
 * @about: (nullable): id of the card the answer is about; one of another kind
 *   than the capture names only tells the place
 * @text: the answer: a title, and a body after the first line break
 * @height: height of the card, in board units; 0 or less for the usual one
 * @mode: who answers
 * @author: (nullable): name of who said it
 * @visible: where to begin on a board that is empty, in board units
 * @label: name of the undo step, translated
 *
 * Makes the card of an answer, or adds the words to the one card that takes
 * them, links it, and files it under the question. That is one undo step.
 *
 * Returns: (transfer full) (nullable): id of the card; %NULL when @text says
 *   nothing
 */
char *commons_capture_answer (CommonsEditor         *editor,
                              CommonsCatalogue      *catalogue,
                              const CommonsQuestion *question,
                              guint                  capture,
                              const char            *about,
                              const char            *text,
                              int                    height,
                              CommonsCaptureMode     mode,
                              const char            *author,
                              const CommonsRect     *visible,
                              const char            *label);

/**
 * commons_capture_add_words:
 * @spec: a way to answer that has a field to put words into
 * @text: the words
 * @visible: where to begin on a board that is empty, in board units
 *
 * Adds a paragraph to the one card of the community that takes the words,
 * which is made where there is none; within the transaction that is under
 * way.
 *
 * Returns: (transfer full): id of that card
 */
char *commons_capture_add_words (CommonsEditor            *editor,
                                 CommonsCatalogue         *catalogue,
                                 const CommonsCaptureSpec *spec,
                                 const char               *text,
                                 const CommonsRect        *visible);

/**
 * commons_capture_place:
 * @card: a ready card, circle or zone; its bounds give the size
 * @about: (nullable): id of the card it is about
 * @visible: where to begin on a board that is empty, in board units
 *
 * Adds a card where it belongs, and what its place says; within the
 * transaction that is under way. A card that the board has already moves
 * there.
 *
 * Returns: (transfer full): id of the card
 */
char *commons_capture_place  (CommonsEditor         *editor,
                              CommonsCatalogue      *catalogue,
                              CommonsRecord         *card,
                              const char            *about,
                              const CommonsRect     *visible);

G_END_DECLS

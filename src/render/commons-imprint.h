/* commons-imprint.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a picture of a board says of itself: whose it is, what one may do with
 * it, and which method it follows.
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"
#include "commons-scene.h"

G_BEGIN_DECLS

/**
 * COMMONS_IMPRINT_LICENCE:
 *
 * The licence of boards that were begun here and do not say another one, as
 * an SPDX identifier: that of the method they follow.
 */
#define COMMONS_IMPRINT_LICENCE "CC-BY-SA-4.0"

/**
 * CommonsImprint:
 * @title: (nullable): what the board is called
 * @author: (nullable): who made it
 * @licence: (nullable): its licence, as the file says it
 * @rights: (nullable): the sentence that names the licence
 * @address: (nullable): where the licence can be read
 * @method: (nullable): the attribution of the method
 * @line: (nullable): all of it in one line, %NULL when there is nothing to say
 *
 * Words about a board, in its language.
 */
typedef struct
{
  char *title;
  char *author;
  char *licence;
  char *rights;
  char *address;
  char *method;
  char *line;
} CommonsImprint;

/**
 * commons_imprint_new:
 * @catalogue: catalogue in the board's language
 *
 * Collects what a picture of @board has to say. A board of another program
 * has no licence but the one it names, and no method.
 *
 * Returns: (transfer full): the words
 */
CommonsImprint *commons_imprint_new   (CommonsBoard         *board,
                                       CommonsCatalogue     *catalogue);
void            commons_imprint_free  (CommonsImprint       *self);

/**
 * commons_imprint_build:
 * @theme: colours
 * @french: whether French rules of line breaking hold
 * @area: the picture, in board units
 * @scene: where the line is drawn, under @area
 *
 * Draws the line, in letters of 8 points when the picture is printed on A3.
 *
 * Returns: how much higher the picture becomes, in board units
 */
int             commons_imprint_build (const CommonsImprint *self,
                                       const CommonsTheme   *theme,
                                       gboolean              french,
                                       const CommonsRect    *area,
                                       CommonsScene         *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsImprint, commons_imprint_free)

G_END_DECLS

/* commons-legibility.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether what is projected can be read from the back of a room.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * COMMONS_LEGIBILITY_ARC:
 *
 * The minutes of arc that a capital letter has to cover, seen by whoever sits
 * at the back.
 *
 * An eye of ordinary sight (acuity 1.0 by ISO 8596, the old 20/20) just
 * recognises a letter that covers 5 minutes, whose strokes cover one. Rooms
 * have people who see less well, and letters that are only just recognised
 * are not read with ease: 7.4 minutes are what an acuity of two thirds (6/9)
 * needs, and what a text of 24 pixels covers on an image 2 metres wide and
 * 1920 pixels across, 8 metres away. It is a limit for titles and short
 * texts; long ones are read in comfort from 16 minutes on (ISO 9241-303),
 * about half that distance.
 */
#define COMMONS_LEGIBILITY_ARC 7.4

/**
 * COMMONS_LEGIBILITY_CAPITAL:
 *
 * The height of a capital letter, in sizes of its font; that of Cantarell.
 */
#define COMMONS_LEGIBILITY_CAPITAL 0.69

/**
 * COMMONS_LARGE_PRINT:
 *
 * How much larger texts are for those who prefer large print.
 */
#define COMMONS_LARGE_PRINT 1.25

/**
 * CommonsRoom:
 * @distance: from the image to those at the back, in metres
 * @width: of the image on the wall or the screen, in metres
 * @pixels: of the image, across, as the program counts them
 *
 * A room where a board is shown.
 */
typedef struct
{
  double distance;
  double width;
  double pixels;
} CommonsRoom;

/**
 * commons_legibility_get_size:
 *
 * Returns: the size of the smallest letters that can be read from the back,
 *   in pixels
 */
double   commons_legibility_get_size     (const CommonsRoom *room);

/**
 * commons_legibility_get_distance:
 * @room: a room, whose own distance does not count
 * @size: size of letters, in pixels
 *
 * Returns: how far away they can be read, in metres
 */
double   commons_legibility_get_distance (const CommonsRoom *room,
                                          double             size);

/**
 * commons_legibility_get_letters:
 * @zoom: pixels in one board unit
 * @print: how much larger texts are: 1 or %COMMONS_LARGE_PRINT
 *
 * Returns: the size of the smallest text drawn on cards at that zoom, in
 *   pixels; 0 where they have none
 */
double   commons_legibility_get_letters  (double             zoom,
                                          double             print);

/**
 * commons_legibility_get_zoom:
 * @print: as for commons_legibility_get_letters()
 *
 * Returns: the least zoom at which all texts of cards are drawn and can be
 *   read from the back
 */
double   commons_legibility_get_zoom     (const CommonsRoom *room,
                                          double             print);

/**
 * commons_legibility_is_readable:
 * @zoom: as for commons_legibility_get_letters()
 * @print: as for commons_legibility_get_letters()
 *
 * Returns: whether what is drawn of the texts of cards can be read from the
 *   back: all of them, or the titles where only these are drawn
 */
gboolean commons_legibility_is_readable  (const CommonsRoom *room,
                                          double             zoom,
                                          double             print);

G_END_DECLS

/* commons-legibility.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-legibility"

#include "config.h"

#include <math.h>

#include "commons-card-layout.h"
#include "commons-legibility.h"

/* What rounding may take away from a size, as a part of it. */
#define TOLERANCE 1e-6

/* How high a capital letter has to be, in distances to whoever reads it. */
static double
get_angle (void)
{
  return tan (COMMONS_LEGIBILITY_ARC / 60 * G_PI / 180);
}

double
commons_legibility_get_size (const CommonsRoom *room)
{
  double metres;

  g_return_val_if_fail (room != NULL, 0);
  g_return_val_if_fail (room->distance > 0 && room->width > 0 && room->pixels > 0, 0);

  metres = room->distance * get_angle () / COMMONS_LEGIBILITY_CAPITAL;

  return metres * room->pixels / room->width;
}

double
commons_legibility_get_distance (const CommonsRoom *room,
                                 double             size)
{
  g_return_val_if_fail (room != NULL, 0);
  g_return_val_if_fail (room->width > 0 && room->pixels > 0, 0);

  return COMMONS_LEGIBILITY_CAPITAL * size * room->width / room->pixels / get_angle ();
}

double
commons_legibility_get_letters (double zoom,
                                double print)
{
  CommonsDetail detail;
  double letters;

  g_return_val_if_fail (zoom > 0, 0);
  g_return_val_if_fail (print >= 1, 0);

  detail = commons_detail_from_zoom (zoom / print, COMMONS_DETAIL_FAR);
  letters = commons_card_layout_get_letters (detail);

  /* From afar, texts keep their size on the screen. */
  return letters * (detail == COMMONS_DETAIL_FULL ? zoom : print);
}

double
commons_legibility_get_zoom (const CommonsRoom *room,
                             double             print)
{
  double least;

  g_return_val_if_fail (room != NULL, 1);
  g_return_val_if_fail (print >= 1, 1);

  least = commons_legibility_get_size (room) / commons_card_layout_get_letters (COMMONS_DETAIL_FULL);

  return MAX (least, COMMONS_DETAIL_FULL_ZOOM * print);
}

gboolean
commons_legibility_is_readable (const CommonsRoom *room,
                                double             zoom,
                                double             print)
{
  g_return_val_if_fail (room != NULL, FALSE);

  return commons_legibility_get_letters (zoom, print) >= commons_legibility_get_size (room) * (1 - TOLERANCE);
}

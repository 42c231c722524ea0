/* commons-bars.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-bars"

#include "config.h"

#include "commons-bars.h"

gboolean
commons_bars_get (const CommonsBox *box,
                  guint             side,
                  CommonsBox       *bar)
{
  double width;

  g_return_val_if_fail (box != NULL, FALSE);
  g_return_val_if_fail (side < 4, FALSE);
  g_return_val_if_fail (bar != NULL, FALSE);

  width = box->bars[side];

  if (width <= 0)
    return FALSE;

  *bar = (CommonsBox) { box->x, box->y, box->width, box->height, .fill = box->bar };

  if (side % 2 == 0)
    bar->height = MIN (width, box->height);
  else
    bar->width = MIN (width, box->width);

  if (side == 1)
    bar->x += box->width - bar->width;
  else if (side == 2)
    bar->y += box->height - bar->height;

  /* The two corners on its side: radii go clockwise from the top left. */
  bar->radii[side] = MIN (box->radii[side], width);
  bar->radii[(side + 1) % 4] = MIN (box->radii[(side + 1) % 4], width);
  return TRUE;
}

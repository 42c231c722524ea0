/* commons-shadow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-shadow"

#include "config.h"

#include "commons-shadow.h"

#define OFFSET 1

gboolean
commons_shadow_get (const CommonsBox *box,
                    guint             index,
                    CommonsBox       *layer)
{
  static const double spreads[] = { 1.5, 0.3 };
  static const double alphas[] = { 0.045, 0.085 };

  g_return_val_if_fail (box != NULL, FALSE);
  g_return_val_if_fail (layer != NULL, FALSE);

  if (box->shadow <= 0 || index >= G_N_ELEMENTS (spreads))
    return FALSE;

  *layer = (CommonsBox) {
    box->x - spreads[index], box->y - spreads[index] + OFFSET,
    box->width + 2 * spreads[index], box->height + 2 * spreads[index],
    .cut = box->cut,
    .fill = { 0, 0, 0, MIN (alphas[index] * box->shadow, 1) },
  };

  for (guint i = 0; i < 4; i++)
    layer->radii[i] = box->radii[i] + spreads[index];

  return TRUE;
}

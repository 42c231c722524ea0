/* commons-card-new.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-card-new"

#include "config.h"

#include "commons-card-new.h"

#define CARD_WIDTH  204
#define CARD_HEIGHT 62
#define CIRCLE_SIZE 360
#define ZONE_WIDTH  480
#define ZONE_HEIGHT 300

void
commons_card_get_usual_size (const CommonsKind *kind,
                             int               *width,
                             int               *height)
{
  gboolean circle = kind != NULL && g_str_equal (kind->id, "circle");
  gboolean group = kind != NULL && kind->group;

  g_return_if_fail (width != NULL && height != NULL);

  *width = circle ? CIRCLE_SIZE : group ? ZONE_WIDTH : CARD_WIDTH;
  *height = circle ? CIRCLE_SIZE : group ? ZONE_HEIGHT : CARD_HEIGHT;
}

/* The colour for other programs stands before our own member, as in files in
 * canonical form. */
CommonsRecord *
commons_card_new (const CommonsKind *kind,
                  const CommonsRect *bounds,
                  const char        *text)
{
  g_autoptr (CommonsRecord) plain = NULL;
  g_autoptr (CommonsRecord) coloured = NULL;

  g_return_val_if_fail (bounds != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (kind == NULL || kind->color == NULL)
    return commons_record_new_card (kind ? kind->id : NULL, kind && kind->group, bounds, text);

  plain = commons_record_new_card (NULL, kind->group, bounds, text);
  coloured = commons_record_with_string (plain, "color", kind->color);

  return commons_record_with_string (coloured, "commons/kind", kind->id);
}

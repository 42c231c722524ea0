/* commons-icons.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-path.h"

G_BEGIN_DECLS

/**
 * COMMONS_ICON_SIZE:
 *
 * Width and height of the square icons are drawn in.
 */
#define COMMONS_ICON_SIZE 16

/**
 * CommonsIconPart:
 * @path: an outline to fill
 * @even_odd: whether overlapping parts are holes
 *
 * One outline of an icon.
 */
typedef struct
{
  CommonsPath *path;
  gboolean     even_odd;
} CommonsIconPart;

/**
 * commons_icons_get:
 * @name: name of an icon, without "-symbolic"
 * @n_parts: (out): number of outlines, 0 when there is no such icon
 *
 * Reads an icon of the application the first time it is asked for.
 *
 * Returns: (transfer none) (nullable) (array length=n_parts): its outlines
 */
const CommonsIconPart *commons_icons_get (const char *name,
                                          guint      *n_parts);

G_END_DECLS

/* commons-number.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * commons_number_append:
 * @value: a finite number
 *
 * Appends @value rounded to hundredths, as short as it can be written and the
 * same in every locale: 12, 0.5, -3.25.
 */
void commons_number_append (GString *string,
                            double   value);

G_END_DECLS

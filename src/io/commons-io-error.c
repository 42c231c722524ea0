/* commons-io-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-io-error"

#include "config.h"

#include "commons-io-error.h"

G_DEFINE_QUARK (commons-io-error-quark, commons_io_error)

/* commons-versions-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-versions.h"

G_BEGIN_DECLS

/* Counts one more, or one less, of what commons_versions_wait() waits for. */
void _commons_versions_count_pending (int change);

G_END_DECLS

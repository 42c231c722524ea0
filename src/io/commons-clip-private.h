/* commons-clip-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the files that read clips.
 */

#pragma once

#include "commons-clip.h"

G_BEGIN_DECLS

/* Whether the root of a JSON text is a drawing or clip of Excalidraw. */
gboolean      _commons_clip_is_excalidraw   (JsonObject  *root);

/* Makes cards and links of the elements of a drawing. */
CommonsBoard *_commons_clip_read_excalidraw (JsonObject  *root,
                                             guint       *n_skipped,
                                             GError     **error);

/* Makes a board with the head of a new one. Both arrays stay the caller's. */
CommonsBoard *_commons_clip_new_board       (GPtrArray   *nodes,
                                             GPtrArray   *edges);

G_END_DECLS

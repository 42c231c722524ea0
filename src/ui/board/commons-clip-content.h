/* commons-clip-content.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-board.h"
#include "commons-catalogue.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_CLIP_CONTENT (commons_clip_content_get_type ())

/**
 * CommonsClipContent:
 *
 * What was copied, for other programs: a board, a text and a picture at once.
 * Each is made when somebody asks for it, the picture in a worker, so that
 * copying a large board takes no time.
 */
G_DECLARE_FINAL_TYPE (CommonsClipContent, commons_clip_content, COMMONS, CLIP_CONTENT, GdkContentProvider)

/**
 * commons_clip_content_new:
 * @clip: what was copied, a board nothing edits
 * @catalogue: its catalogue
 *
 * Returns: (transfer full): what to put on the clipboard
 */
GdkContentProvider *commons_clip_content_new (CommonsBoard     *clip,
                                              CommonsCatalogue *catalogue);

G_END_DECLS

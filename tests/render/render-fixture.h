/* render-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-board.h"
#include "commons-catalogue.h"
#include "commons-drawing.h"
#include "commons-editor.h"
#include "commons-picture.h"

G_BEGIN_DECLS

/* A board from JSON Canvas in memory; single quotes stand for double ones. */
CommonsBoard  *fixture_board          (const char           *json);

/* A node or edge alone. */
CommonsRecord *fixture_record         (CommonsTable          table,
                                       const char           *json);

/* A drawing in light colours with the French catalogue. */
void           fixture_drawing_init   (CommonsDrawing       *drawing,
                                       CommonsDetail         detail,
                                       double                zoom);
void           fixture_drawing_clear  (CommonsDrawing       *drawing);

/* Compares with tests/render/golden/NAME; written anew when the environment
 * has COMMONS_UPDATE_GOLDEN. */
void           fixture_assert_golden  (const char           *name,
                                       const char           *text);

/* The colour of one pixel of an image surface, as 0xrrggbb. */
guint          fixture_get_pixel      (cairo_surface_t      *surface,
                                       int                   x,
                                       int                   y);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CommonsDrawing, fixture_drawing_clear)

G_END_DECLS

/* commons-panes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What panes are, and may be, wide. */
#define COMMONS_PANES_START_WIDTH 324
#define COMMONS_PANES_END_WIDTH 312
#define COMMONS_PANES_MIN_WIDTH 300
#define COMMONS_PANES_MAX_WIDTH 720

#define COMMONS_TYPE_PANES (commons_panes_get_type ())

/**
 * CommonsPanes:
 *
 * A content with a pane on each side. In a wide window an open pane stands
 * beside the content, in a narrower one it lies over it. Its inner edge moves
 * with the pointer or with keys. What is
 * open is decided by whoever holds it.
 *
 * Signals: `placed`, after the width left to the content or the way panes
 * stand has changed, while sizes are being given: what moves things is done
 * later; `left`, when somebody pressed beside a pane that lies over the
 * content, or pressed Escape in a pane.
 */
G_DECLARE_FINAL_TYPE (CommonsPanes, commons_panes, COMMONS, PANES, GtkWidget)

/**
 * commons_panes_new:
 * @content: what stands between the panes
 * @start: what is in the pane where lines begin
 * @start_width: its width, in pixels
 * @end: what is in the pane where lines end
 * @end_width: its width, in pixels
 * @expected_width: the width all this will probably have, in pixels, which
 *   says how panes stand until the true one is known
 *
 * Returns: (transfer floating): the widget, both panes closed
 */
GtkWidget      *commons_panes_new          (GtkWidget       *content,
                                            GtkWidget       *start,
                                            int              start_width,
                                            GtkWidget       *end,
                                            int              end_width,
                                            int              expected_width);

/**
 * commons_panes_open:
 * @pane: the start or the end pane
 * @open: whether it shows
 * @slide: whether it may slide, where people want movement; without, it is
 *   there at once
 *
 * Opens or closes a pane. Over the content, one goes when the other comes.
 */
void            commons_panes_open         (CommonsPanes    *self,
                                            GtkPackType      pane,
                                            gboolean         open,
                                            gboolean         slide);

/**
 * commons_panes_is_open:
 * @pane: the start or the end pane
 *
 * Returns: whether it shows, or is about to
 */
gboolean        commons_panes_is_open      (CommonsPanes    *self,
                                            GtkPackType      pane);

/**
 * commons_panes_is_folded:
 *
 * Returns: whether panes lie over the content
 */
gboolean        commons_panes_is_folded    (CommonsPanes    *self);

/**
 * commons_panes_set_width:
 * @pane: the start or the end pane
 * @width: what it is wide, where there is room for it
 */
void            commons_panes_set_width    (CommonsPanes    *self,
                                            GtkPackType      pane,
                                            int              width);

/**
 * commons_panes_get_width:
 * @pane: the start or the end pane
 *
 * Returns: what it is wide where there is room for it
 */
int             commons_panes_get_width    (CommonsPanes    *self,
                                            GtkPackType      pane);

/**
 * commons_panes_has_focus:
 * @pane: the start or the end pane
 *
 * Returns: whether the keyboard is in it
 */
gboolean        commons_panes_has_focus    (CommonsPanes    *self,
                                            GtkPackType      pane);

G_END_DECLS

/* commons-drag-load.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * COMMONS_TYPE_KIND_DRAG:
 *
 * What a drag from the palette carries: the kind of the card to add.
 */
#define COMMONS_TYPE_KIND_DRAG (commons_kind_drag_get_type ())

/**
 * COMMONS_TYPE_WAITING_DRAG:
 *
 * What a drag from the tray carries: the id of the card to place.
 */
#define COMMONS_TYPE_WAITING_DRAG (commons_waiting_drag_get_type ())

/**
 * CommonsDragLoad:
 *
 * What a drag inside the window carries: one id. The two boxed types of it
 * say of what, so that each is dropped only where it is wanted.
 */
typedef struct _CommonsDragLoad CommonsDragLoad;

typedef CommonsDragLoad CommonsKindDrag;
typedef CommonsDragLoad CommonsWaitingDrag;

GType            commons_kind_drag_get_type    (void) G_GNUC_CONST;
GType            commons_waiting_drag_get_type (void) G_GNUC_CONST;

/**
 * commons_drag_load_new:
 * @id: what is dragged
 *
 * Returns: (transfer full): the load of a drag
 */
CommonsDragLoad *commons_drag_load_new         (const char            *id);

CommonsDragLoad *commons_drag_load_ref         (CommonsDragLoad       *self);
void             commons_drag_load_unref       (CommonsDragLoad       *self);

/**
 * commons_drag_load_get_id:
 *
 * Returns: (transfer none): id of what is dragged
 */
const char      *commons_drag_load_get_id      (const CommonsDragLoad *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsDragLoad, commons_drag_load_unref)

G_END_DECLS

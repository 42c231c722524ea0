/* commons-drag-load.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-drag-load.h"

struct _CommonsDragLoad
{
  char *id;
};

G_DEFINE_BOXED_TYPE (CommonsKindDrag, commons_kind_drag, commons_drag_load_ref, commons_drag_load_unref)
G_DEFINE_BOXED_TYPE (CommonsWaitingDrag, commons_waiting_drag, commons_drag_load_ref, commons_drag_load_unref)

CommonsDragLoad *
commons_drag_load_new (const char *id)
{
  CommonsDragLoad *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_rc_box_new0 (CommonsDragLoad);
  self->id = g_strdup (id);

  return self;
}

CommonsDragLoad *
commons_drag_load_ref (CommonsDragLoad *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
drag_load_clear (gpointer data)
{
  CommonsDragLoad *self = data;

  g_free (self->id);
}

void
commons_drag_load_unref (CommonsDragLoad *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, drag_load_clear);
}

const char *
commons_drag_load_get_id (const CommonsDragLoad *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

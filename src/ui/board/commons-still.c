/* commons-still.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-bitmap.h"
#include "commons-still.h"

struct _CommonsStill
{
  AdwBin parent_instance;

  guint  n_drawn;
};

G_DEFINE_FINAL_TYPE (CommonsStill, commons_still, ADW_TYPE_BIN)

/* The toolkit keeps what is appended here until something in the child changes. */
static void
commons_still_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  CommonsStill *self = COMMONS_STILL (widget);
  GtkSnapshot *inner = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (CommonsBitmap) bitmap = NULL;
  graphene_rect_t rect;

  self->n_drawn++;
  GTK_WIDGET_CLASS (commons_still_parent_class)->snapshot (widget, inner);
  node = gtk_snapshot_free_to_node (inner);
  if (node == NULL)
    return;

  if (!commons_bitmap_wants_cairo (widget))
    {
      gtk_snapshot_append_node (snapshot, node);
      return;
    }

  bitmap = commons_bitmap_new_for_node (node, gtk_widget_get_scale_factor (widget), &rect);
  commons_bitmap_append (bitmap, snapshot, &rect, TRUE);
}

static gboolean
commons_still_contains (GtkWidget *widget,
                        double     x,
                        double     y)
{
  return FALSE;
}

static void
commons_still_class_init (CommonsStillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = commons_still_snapshot;
  widget_class->contains = commons_still_contains;
}

static void
commons_still_init (CommonsStill *self)
{
}

GtkWidget *
commons_still_new (GtkWidget *child)
{
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  return g_object_new (COMMONS_TYPE_STILL, "child", child, NULL);
}

guint
commons_still_get_n_drawn (CommonsStill *self)
{
  g_return_val_if_fail (COMMONS_IS_STILL (self), 0);

  return self->n_drawn;
}

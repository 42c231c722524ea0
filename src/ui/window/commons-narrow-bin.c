/* commons-narrow-bin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-narrow-bin.h"

struct _CommonsNarrowBin
{
  AdwBin parent_instance;

  int width;
};

G_DEFINE_FINAL_TYPE (CommonsNarrowBin, commons_narrow_bin, ADW_TYPE_BIN)

/* What the child is given in that room: not less than it can do with. */
static int
get_child_size (GtkWidget      *child,
                GtkOrientation  orientation,
                int             for_size,
                int             room)
{
  int minimum;

  gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);

  return MAX (room, minimum);
}

static void
commons_narrow_bin_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  CommonsNarrowBin *self = COMMONS_NARROW_BIN (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  if (for_size >= 0)
    for_size = get_child_size (child, orientation == GTK_ORIENTATION_HORIZONTAL ? GTK_ORIENTATION_VERTICAL
                                                                                : GTK_ORIENTATION_HORIZONTAL,
                               -1, for_size);

  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, self->width);
}

static void
commons_narrow_bin_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  width = get_child_size (child, GTK_ORIENTATION_HORIZONTAL, -1, width);
  height = get_child_size (child, GTK_ORIENTATION_VERTICAL, width, height);
  gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
commons_narrow_bin_class_init (CommonsNarrowBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = commons_narrow_bin_measure;
  widget_class->size_allocate = commons_narrow_bin_size_allocate;
}

static void
commons_narrow_bin_init (CommonsNarrowBin *self)
{
  /* The layout of an ordinary bin would measure instead. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
commons_narrow_bin_new (GtkWidget *child,
                        int        width)
{
  CommonsNarrowBin *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);
  g_return_val_if_fail (width > 0, NULL);

  self = g_object_new (COMMONS_TYPE_NARROW_BIN, NULL);
  self->width = width;
  adw_bin_set_child (ADW_BIN (self), child);

  return GTK_WIDGET (self);
}

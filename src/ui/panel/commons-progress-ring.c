/* commons-progress-ring.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "commons-kind-shape.h"
#include "commons-progress-ring.h"

#define SIZE   38
#define STROKE 4

/* What is left of the ring is that much of the colour of text. */
#define PALE 0.14

struct _CommonsProgressRing
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  guint      n_done;
  guint      n_all;
};

G_DEFINE_FINAL_TYPE (CommonsProgressRing, commons_progress_ring, GTK_TYPE_WIDGET)

/* The green of what is done, in both styles. */
static const CommonsColor done_light = { 0x26 / 255.0, 0xa2 / 255.0, 0x69 / 255.0, 1.0 };
static const CommonsColor done_dark = { 0x8f / 255.0, 0xf0 / 255.0, 0xa4 / 255.0, 1.0 };

static const CommonsColor *
get_color (CommonsProgressRing *self,
           const CommonsTheme  *theme)
{
  if (self->n_done < self->n_all)
    return theme->high_contrast ? &theme->ring_text : &theme->accent;
  if (theme->high_contrast)
    return &theme->ring_text;

  return theme->variant == COMMONS_THEME_DARK ? &done_dark : &done_light;
}

static void
draw_arc (cairo_t            *cr,
          double              from,
          double              to,
          const CommonsColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, (SIZE - STROKE) / 2.0, from, to);
  cairo_stroke (cr);
}

static void
commons_progress_ring_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  CommonsProgressRing *self = COMMONS_PROGRESS_RING (widget);
  const CommonsTheme *theme = commons_kind_shape_get_theme ();
  CommonsColor pale = commons_color_fade (&theme->ring_text, theme->high_contrast ? 3 * PALE : PALE);
  double x = (gtk_widget_get_width (widget) - SIZE) / 2.0, y = (gtk_widget_get_height (widget) - SIZE) / 2.0;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, SIZE, SIZE));

  cairo_translate (cr, x, y);
  cairo_set_line_width (cr, STROKE);
  draw_arc (cr, 0, 2 * G_PI, &pale);
  if (self->n_done > 0 && self->n_all > 0)
    draw_arc (cr, -G_PI_2, -G_PI_2 + 2 * G_PI * MIN (self->n_done, self->n_all) / self->n_all, get_color (self, theme));
  cairo_destroy (cr);

  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
commons_progress_ring_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  CommonsProgressRing *self = COMMONS_PROGRESS_RING (widget);

  gtk_widget_measure (self->label, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum = *natural = MAX (SIZE, *minimum);
}

static void
commons_progress_ring_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  CommonsProgressRing *self = COMMONS_PROGRESS_RING (widget);

  gtk_widget_size_allocate (self->label, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
commons_progress_ring_dispose (GObject *object)
{
  CommonsProgressRing *self = COMMONS_PROGRESS_RING (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (commons_progress_ring_parent_class)->dispose (object);
}

static void
commons_progress_ring_class_init (CommonsProgressRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_progress_ring_dispose;
  widget_class->snapshot = commons_progress_ring_snapshot;
  widget_class->measure = commons_progress_ring_measure;
  widget_class->size_allocate = commons_progress_ring_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "progressring");

  /* What it shows is said by the words beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
commons_progress_ring_init (CommonsProgressRing *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  g_signal_connect_object (manager, "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_progress_ring_new (guint number)
{
  CommonsProgressRing *self = g_object_new (COMMONS_TYPE_PROGRESS_RING, NULL);
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_text (GTK_LABEL (self->label), text);

  return GTK_WIDGET (self);
}

void
commons_progress_ring_set (CommonsProgressRing *self,
                           guint                n_done,
                           guint                n_all)
{
  g_return_if_fail (COMMONS_IS_PROGRESS_RING (self));

  if (self->n_done == n_done && self->n_all == n_all)
    return;

  self->n_done = n_done;
  self->n_all = n_all;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

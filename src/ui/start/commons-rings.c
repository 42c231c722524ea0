/* commons-rings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "commons-rings.h"

#define MAX_RINGS 3
#define SIZE      18
#define GAP       5
#define LINE      3

struct _CommonsRings
{
  GtkWidget parent_instance;

  guint     n_rings;
  double    parts[MAX_RINGS]; /* 0 to 1 */
};

G_DEFINE_FINAL_TYPE (CommonsRings, commons_rings, GTK_TYPE_WIDGET)

static void
draw_arc (cairo_t       *cr,
          double         x,
          double         y,
          double         part,
          const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, (SIZE - LINE) / 2.0, -G_PI / 2, -G_PI / 2 + part * 2 * G_PI);
  cairo_stroke (cr);
}

/* Ground, begun and whole, on light and on dark. */
static const GdkRGBA colors[2][3] = {
  { { 0, 0, 0, 0.15f }, { 0.208f, 0.518f, 0.894f, 1 }, { 0.149f, 0.635f, 0.412f, 1 } },
  { { 1, 1, 1, 0.2f }, { 0.384f, 0.627f, 0.918f, 1 }, { 0.341f, 0.890f, 0.537f, 1 } },
};
static const GdkRGBA black[3] = { { 0, 0, 0, 0.3f }, { 0, 0, 0, 1 }, { 0, 0, 0, 1 } };
static const GdkRGBA white[3] = { { 1, 1, 1, 0.4f }, { 1, 1, 1, 1 }, { 1, 1, 1, 1 } };

static const GdkRGBA *
get_colors (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return dark ? white : black;

  return colors[dark];
}

static void
commons_rings_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  CommonsRings *self = COMMONS_RINGS (widget);
  const GdkRGBA *rgba = get_colors ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_set_line_width (cr, LINE);

  for (guint i = 0; i < self->n_rings; i++)
    {
      double x = SIZE / 2.0 + i * (SIZE + GAP);

      if (rtl)
        x = width - x;
      draw_arc (cr, x, height / 2.0, 1, &rgba[0]);
      if (self->parts[i] > 0)
        draw_arc (cr, x, height / 2.0, self->parts[i], &rgba[self->parts[i] >= 1 ? 2 : 1]);
    }

  cairo_destroy (cr);
}

static void
commons_rings_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  CommonsRings *self = COMMONS_RINGS (widget);
  int n = (int) self->n_rings;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = SIZE;
  else
    *minimum = n > 0 ? n * SIZE + (n - 1) * GAP : 0;
  *natural = *minimum;
}

static void
commons_rings_class_init (CommonsRingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = commons_rings_snapshot;
  widget_class->measure = commons_rings_measure;

  gtk_widget_class_set_css_name (widget_class, "rings");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
commons_rings_init (CommonsRings *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_rings_new (void)
{
  return g_object_new (COMMONS_TYPE_RINGS, "valign", GTK_ALIGN_CENTER, NULL);
}

void
commons_rings_set (CommonsRings *self,
                   guint         n_rings,
                   const guint  *done,
                   const guint  *total)
{
  guint all_done = 0, all = 0;
  g_autofree char *words = NULL;

  g_return_if_fail (COMMONS_IS_RINGS (self));
  g_return_if_fail (n_rings <= MAX_RINGS);

  self->n_rings = 0;
  for (guint i = 0; i < n_rings; i++)
    {
      if (total[i] == 0)
        continue;

      /* What a file of the cache says need not make sense. */
      self->parts[self->n_rings++] = MIN (done[i], total[i]) / (double) total[i];
      all_done += MIN (done[i], total[i]);
      all += total[i];
    }

  words = g_strdup_printf (_("%u of %u questions answered"), all_done, all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

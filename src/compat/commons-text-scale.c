/* commons-text-scale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-text-scale"

#include "config.h"

#include "commons-text-scale.h"

/* What gtk-xft-dpi counts in, and what it is when nobody asked for more. */
#define PARTS 1024
#define USUAL_DPI 96

double
commons_text_scale (GtkWidget *widget)
{
  int dpi;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  /* Letters that are smaller than usual make no more room. */
  return MAX (dpi / (double) (USUAL_DPI * PARTS), 1);
}

/* commons-pattern-miniature.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "commons-pattern-miniature.h"
#include "commons-pattern.h"
#include "commons-picture.h"

#define WIDTH   300
#define HEIGHT  264
#define PADDING 6

struct _CommonsPatternMiniature
{
  GtkWidget       parent_instance;

  CommonsPicture *picture;
  CommonsRect     extents;
};

G_DEFINE_FINAL_TYPE (CommonsPatternMiniature, commons_pattern_miniature, GTK_TYPE_WIDGET)

static void
update_theme (CommonsPatternMiniature *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  CommonsThemeVariant variant = adw_style_manager_get_dark (style) ? COMMONS_THEME_DARK : COMMONS_THEME_LIGHT;

  g_assert (COMMONS_IS_PATTERN_MINIATURE (self));

  if (self->picture == NULL)
    return;

  commons_picture_set_theme (self->picture, commons_theme_get (variant, adw_style_manager_get_high_contrast (style)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
commons_pattern_miniature_snapshot (GtkWidget   *widget,
                                    GtkSnapshot *snapshot)
{
  CommonsPatternMiniature *self = COMMONS_PATTERN_MINIATURE (widget);
  const CommonsPaintFilter filter = { .background = FALSE };
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double scale = MIN ((width - 2 * PADDING) / MAX (self->extents.width, 1),
                      (height - 2 * PADDING) / MAX (self->extents.height, 1));
  cairo_t *cr;

  if (self->picture == NULL || scale <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_translate (cr, width / 2, height / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -(self->extents.x + self->extents.width / 2.0), -(self->extents.y + self->extents.height / 2.0));
  commons_picture_set_zoom (self->picture, scale);
  commons_picture_paint (self->picture, cr, &self->extents, &filter);
  cairo_destroy (cr);
}

static void
commons_pattern_miniature_measure (GtkWidget      *widget,
                                   GtkOrientation  orientation,
                                   int             for_size,
                                   int            *minimum,
                                   int            *natural,
                                   int            *minimum_baseline,
                                   int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
commons_pattern_miniature_dispose (GObject *object)
{
  g_clear_object (&COMMONS_PATTERN_MINIATURE (object)->picture);

  G_OBJECT_CLASS (commons_pattern_miniature_parent_class)->dispose (object);
}

static void
commons_pattern_miniature_class_init (CommonsPatternMiniatureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_pattern_miniature_dispose;
  widget_class->snapshot = commons_pattern_miniature_snapshot;
  widget_class->measure = commons_pattern_miniature_measure;

  gtk_widget_class_set_css_name (widget_class, "patternminiature");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
commons_pattern_miniature_init (CommonsPatternMiniature *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_pattern_miniature_new (CommonsCatalogue     *catalogue,
                               const CommonsPattern *pattern)
{
  g_autoptr (CommonsBoard) board = commons_board_new ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (GPtrArray) circles = NULL;
  CommonsPatternMiniature *self;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (pattern != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_PATTERN_MINIATURE, NULL);
  circles = commons_pattern_lay (editor, catalogue, pattern, NULL, "pattern");
  self->picture = commons_picture_new (board, catalogue, commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
  commons_picture_get_extents (self->picture, &self->extents);
  update_theme (self);

  return GTK_WIDGET (self);
}

/* commons-table-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "commons-kind-shape.h"
#include "commons-table-mark.h"
#include "commons-work-table.h"

#define SIZE    22
#define PADDING 10
#define RADIUS  4

struct _CommonsTableMarkWidget
{
  GtkWidget    parent_instance;

  guint        color;
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (CommonsTableMarkWidget, commons_table_mark, GTK_TYPE_WIDGET)

static GdkRGBA
get_rgba (const CommonsColor *color)
{
  return (GdkRGBA) { (float) color->red, (float) color->green, (float) color->blue, (float) color->alpha };
}

static void
draw_ground (GtkSnapshot        *snapshot,
             int                 width,
             const CommonsTheme *theme,
             const GdkRGBA      *fill)
{
  const GdkRGBA line = get_rgba (&theme->tables_line);
  const GdkRGBA lines[4] = { line, line, line, line };
  float thick = theme->high_contrast ? 2 : 1;
  const float widths[4] = { thick, thick, thick, thick };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, SIZE);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, fill, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, lines);
}

static void
commons_table_mark_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  CommonsTableMarkWidget *self = COMMONS_TABLE_MARK (widget);
  const CommonsTheme *theme = commons_kind_shape_get_theme ();
  gboolean known = self->color < COMMONS_N_TABLES;
  const GdkRGBA fill = get_rgba (known ? &theme->tables[self->color] : &theme->badge);
  const GdkRGBA ink = get_rgba (known ? &theme->tables_text[self->color] : &theme->badge_text);
  int width, height;

  pango_layout_get_pixel_size (self->layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) (gtk_widget_get_height (widget) - SIZE) / 2));
  draw_ground (snapshot, gtk_widget_get_width (widget), theme, &fill);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (widget) - width) / 2,
                                                          (float) (SIZE - height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
commons_table_mark_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  int width;

  pango_layout_get_pixel_size (COMMONS_TABLE_MARK (widget)->layout, &width, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (width + PADDING, SIZE) : SIZE;
}

static void
commons_table_mark_finalize (GObject *object)
{
  g_clear_object (&COMMONS_TABLE_MARK (object)->layout);

  G_OBJECT_CLASS (commons_table_mark_parent_class)->finalize (object);
}

static void
commons_table_mark_class_init (CommonsTableMarkWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = commons_table_mark_finalize;
  widget_class->snapshot = commons_table_mark_snapshot;
  widget_class->measure = commons_table_mark_measure;

  gtk_widget_class_set_css_name (widget_class, "tablemark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
commons_table_mark_init (CommonsTableMarkWidget *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "");
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->layout, attributes);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_table_mark_new (const char *text,
                        guint       color)
{
  CommonsTableMarkWidget *self = g_object_new (COMMONS_TYPE_TABLE_MARK, NULL);

  commons_table_mark_set (self, text, color);

  return GTK_WIDGET (self);
}

GtkWidget *
commons_table_mark_new_for_name (CommonsBoard *board,
                                 const char   *name)
{
  const CommonsWorkTable *table;
  g_autofree char *mark = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  table = commons_work_table_lookup (board, name);
  mark = table ? g_strdup (table->mark) : commons_work_table_make_mark (name, NULL);

  return commons_table_mark_new (mark, table ? table->color : COMMONS_WORK_TABLE_N_COLORS);
}

void
commons_table_mark_set (CommonsTableMarkWidget *self,
                        const char             *text,
                        guint                   color)
{
  g_return_if_fail (COMMONS_IS_TABLE_MARK (self));
  g_return_if_fail (text != NULL);

  self->color = color;
  pango_layout_set_text (self->layout, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* commons-kind-miniature.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "commons-kind-miniature.h"
#include "commons-kind-shape.h"

#define WIDTH       36
#define HEIGHT      26
#define BODY_HEIGHT 24
#define ICON_SIZE   14

/* A miniature is this much smaller than a card with one line of text. */
#define CORNER_SCALE 0.66f

struct _CommonsKindMiniature
{
  GtkWidget         parent_instance;

  CommonsCatalogue *catalogue;
  const CommonsKind *kind;
};

G_DEFINE_FINAL_TYPE (CommonsKindMiniature, commons_kind_miniature, GTK_TYPE_WIDGET)

/* In the middle of the body, or of what bars and a gauge leave of it. */
static void
draw_icon (const CommonsKindShape *shape)
{
  const graphene_rect_t *body = &shape->body;
  const int *bars = shape->look->bars;
  float left = bars[3] > 0 ? bars[3] / 2.0f : 0;
  float right = bars[1] > 0 ? bars[1] / 2.0f : 0;
  float lift = shape->look->extra == COMMONS_EXTRA_GAUGE ? 2 : 0;

  commons_kind_shape_draw_icon (shape,
                                body->origin.x + (body->size.width - ICON_SIZE) / 2 + left - right,
                                body->origin.y + (body->size.height - ICON_SIZE) / 2 - lift, ICON_SIZE);
}

static void
commons_kind_miniature_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  CommonsKindMiniature *self = COMMONS_KIND_MINIATURE (widget);
  CommonsKindShape shape = { .snapshot = snapshot, .corners = CORNER_SCALE };

  if (self->kind == NULL)
    return;

  shape.look = &self->kind->look;
  shape.theme = commons_kind_shape_get_theme ();
  shape.hue = commons_theme_get_hue (shape.theme, shape.look->hue);

  if (shape.look->extra == COMMONS_EXTRA_CIRCLE)
    graphene_rect_init (&shape.body, (WIDTH - HEIGHT) / 2, 0, HEIGHT, HEIGHT);
  else
    graphene_rect_init (&shape.body, 0, (HEIGHT - BODY_HEIGHT) / 2, WIDTH, BODY_HEIGHT);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - WIDTH) / 2,
                                                          (gtk_widget_get_height (widget) - HEIGHT) / 2));
  commons_kind_shape_draw (&shape, FALSE);
  draw_icon (&shape);
  gtk_snapshot_restore (snapshot);
}

static void
commons_kind_miniature_measure (GtkWidget      *widget,
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
commons_kind_miniature_finalize (GObject *object)
{
  CommonsKindMiniature *self = COMMONS_KIND_MINIATURE (object);

  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (commons_kind_miniature_parent_class)->finalize (object);
}

static void
commons_kind_miniature_class_init (CommonsKindMiniatureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = commons_kind_miniature_finalize;

  widget_class->snapshot = commons_kind_miniature_snapshot;
  widget_class->measure = commons_kind_miniature_measure;

  gtk_widget_class_set_css_name (widget_class, "kindminiature");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
commons_kind_miniature_init (CommonsKindMiniature *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (manager, "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_kind_miniature_new (CommonsCatalogue *catalogue,
                            const char       *kind)
{
  CommonsKindMiniature *self = g_object_new (COMMONS_TYPE_KIND_MINIATURE, NULL);

  commons_kind_miniature_set_kind (self, catalogue, kind);

  return GTK_WIDGET (self);
}

void
commons_kind_miniature_set_kind (CommonsKindMiniature *self,
                                 CommonsCatalogue     *catalogue,
                                 const char           *kind)
{
  g_return_if_fail (COMMONS_IS_KIND_MINIATURE (self));
  g_return_if_fail (catalogue == NULL || COMMONS_IS_CATALOGUE (catalogue));

  g_set_object (&self->catalogue, catalogue);
  self->kind = catalogue != NULL ? commons_catalogue_get_kind (catalogue, kind) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
commons_kind_miniature_get_kind (CommonsKindMiniature *self)
{
  g_return_val_if_fail (COMMONS_IS_KIND_MINIATURE (self), NULL);

  return self->kind != NULL ? self->kind->id : NULL;
}

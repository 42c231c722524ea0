/* commons-kind-miniature.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-kind-miniature"

#include "config.h"

#include <adwaita.h>

#include "commons-kind-miniature.h"
#include "commons-theme.h"

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

/* What one drawing needs to know. */
typedef struct
{
  GtkSnapshot        *snapshot;
  const CommonsTheme *theme;
  const CommonsHue   *hue;
  const CommonsLook  *look;
  graphene_rect_t     body;
} Drawing;

static GdkRGBA
to_rgba (const CommonsColor *color)
{
  GdkRGBA rgba = {
    (float) color->red,
    (float) color->green,
    (float) color->blue,
    (float) color->alpha,
  };

  return rgba;
}

static const CommonsTheme *
get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return commons_theme_get (adw_style_manager_get_dark (manager) ? COMMONS_THEME_DARK : COMMONS_THEME_LIGHT,
                            adw_style_manager_get_high_contrast (manager));
}

static void
fill (Drawing            *drawing,
      float               x,
      float               y,
      float               width,
      float               height,
      float               radius,
      const CommonsColor *color)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (x, y, width, height);
  GdkRGBA rgba = to_rgba (color);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &rect, radius);
  gtk_snapshot_push_rounded_clip (drawing->snapshot, &shape);
  gtk_snapshot_append_color (drawing->snapshot, &rgba, &rect);
  gtk_snapshot_pop (drawing->snapshot);
}

static float
get_corner (const Drawing *drawing,
            guint          index)
{
  int radius = drawing->look->radii[index];
  float round = drawing->body.size.height / 2;

  if (radius == COMMONS_RADIUS_ROUND)
    return round;

  return MIN (MIN ((float) radius, (float) radius * CORNER_SCALE + 1), round);
}

static void
get_shape (const Drawing  *drawing,
           GskRoundedRect *shape)
{
  graphene_size_t corners[4];

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      float corner = get_corner (drawing, i);

      graphene_size_init (&corners[i], corner, corner);
    }

  gsk_rounded_rect_init (shape, &drawing->body, &corners[0], &corners[1], &corners[2], &corners[3]);
}

static void
draw_border (Drawing              *drawing,
             const GskRoundedRect *shape)
{
  const CommonsLook *look = drawing->look;
  gboolean ring = look->extra == COMMONS_EXTRA_CIRCLE;
  gboolean thick = look->border > 1;
  GdkRGBA line = to_rgba (ring ? &drawing->theme->ring_line : &drawing->hue->line);
  GdkRGBA accent = to_rgba (&drawing->hue->accent);
  float widths[4];
  GdkRGBA colors[4];

  for (guint i = 0; i < 4; i++)
    {
      gboolean bar = look->bars[i] > 0;

      widths[i] = bar ? look->bars[i] : (thick || ring ? 2 : 1);
      colors[i] = bar || thick ? accent : line;
    }

  gtk_snapshot_append_border (drawing->snapshot, shape, widths, colors);
}

/* What stands out above or below the body, under it. */
static void
draw_behind (Drawing *drawing)
{
  const graphene_rect_t *body = &drawing->body;
  float bottom = body->origin.y + body->size.height;

  switch (drawing->look->extra)
    {
    case COMMONS_EXTRA_TAB:
      fill (drawing, WIDTH / 2 - 6, 0, 12, 5, 2, &drawing->hue->accent);
      break;
    case COMMONS_EXTRA_PILE:
      fill (drawing, 3, bottom - 3, WIDTH - 6, 5, 2, &drawing->hue->line);
      break;
    case COMMONS_EXTRA_FOOT:
      fill (drawing, WIDTH * 0.3f, bottom - 1, WIDTH * 0.4f, 3, 1, &drawing->hue->line);
      break;
    case COMMONS_EXTRA_NONE:
    case COMMONS_EXTRA_DISC:
    case COMMONS_EXTRA_HOLE:
    case COMMONS_EXTRA_FOLD:
    case COMMONS_EXTRA_GAUGE:
    case COMMONS_EXTRA_CIRCLE:
    case COMMONS_EXTRA_ZONE:
    default:
      break;
    }
}

/* A folded corner is half a square: the half towards the middle. */
static void
draw_fold (Drawing *drawing)
{
  const graphene_rect_t *body = &drawing->body;
  graphene_rect_t corner = GRAPHENE_RECT_INIT (body->origin.x + body->size.width - 8,
                                               body->origin.y + body->size.height - 8, 8, 8);
  graphene_point_t end;
  GdkRGBA line = to_rgba (&drawing->hue->line);
  GdkRGBA none = line;
  GskColorStop stops[4];

  none.alpha = 0;
  stops[0] = (GskColorStop) { 0.0f, line };
  stops[1] = (GskColorStop) { 0.5f, line };
  stops[2] = (GskColorStop) { 0.5f, none };
  stops[3] = (GskColorStop) { 1.0f, none };

  graphene_rect_get_bottom_right (&corner, &end);
  gtk_snapshot_append_linear_gradient (drawing->snapshot, &corner, &corner.origin, &end,
                                       stops, G_N_ELEMENTS (stops));
}

/* What is drawn on the body. */
static void
draw_over (Drawing *drawing)
{
  const graphene_rect_t *body = &drawing->body;
  float middle = body->origin.y + body->size.height / 2;
  float bottom = body->origin.y + body->size.height;

  switch (drawing->look->extra)
    {
    case COMMONS_EXTRA_HOLE:
      fill (drawing, 4, middle - 2, 4, 4, 2, &drawing->hue->line);
      break;
    case COMMONS_EXTRA_GAUGE:
      fill (drawing, 6, bottom - 5, WIDTH - 12, 2, 1, &drawing->hue->line);
      fill (drawing, 6, bottom - 5, (WIDTH - 12) * 0.6f, 2, 1, &drawing->hue->accent);
      break;
    case COMMONS_EXTRA_FOLD:
      draw_fold (drawing);
      break;
    case COMMONS_EXTRA_NONE:
    case COMMONS_EXTRA_DISC:
    case COMMONS_EXTRA_TAB:
    case COMMONS_EXTRA_PILE:
    case COMMONS_EXTRA_FOOT:
    case COMMONS_EXTRA_CIRCLE:
    case COMMONS_EXTRA_ZONE:
    default:
      break;
    }
}

static void
draw_icon (CommonsKindMiniature *self,
           Drawing              *drawing)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autofree char *name = g_strconcat (drawing->look->icon, "-symbolic", NULL);
  g_autoptr (GtkIconPaintable) icon = NULL;
  const graphene_rect_t *body = &drawing->body;
  GdkRGBA accent = to_rgba (&drawing->hue->accent);
  float left = drawing->look->bars[3] > 0 ? drawing->look->bars[3] / 2.0f : 0;
  float right = drawing->look->bars[1] > 0 ? drawing->look->bars[1] / 2.0f : 0;
  float lift = drawing->look->extra == COMMONS_EXTRA_GAUGE ? 2 : 0;

  icon = gtk_icon_theme_lookup_icon (theme, name, NULL, ICON_SIZE,
                                     gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);

  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot,
                          &GRAPHENE_POINT_INIT (body->origin.x + (body->size.width - ICON_SIZE) / 2 + left - right,
                                                body->origin.y + (body->size.height - ICON_SIZE) / 2 - lift));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), drawing->snapshot,
                                            ICON_SIZE, ICON_SIZE, &accent, 1);
  gtk_snapshot_restore (drawing->snapshot);
}

static void
commons_kind_miniature_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  CommonsKindMiniature *self = COMMONS_KIND_MINIATURE (widget);
  Drawing drawing = { .snapshot = snapshot };
  GskRoundedRect shape;

  if (self->kind == NULL)
    return;

  drawing.look = &self->kind->look;
  drawing.theme = get_theme ();
  drawing.hue = commons_theme_get_hue (drawing.theme, drawing.look->hue);

  if (drawing.look->extra == COMMONS_EXTRA_CIRCLE)
    graphene_rect_init (&drawing.body, (WIDTH - HEIGHT) / 2, 0, HEIGHT, HEIGHT);
  else
    graphene_rect_init (&drawing.body, 0, (HEIGHT - BODY_HEIGHT) / 2, WIDTH, BODY_HEIGHT);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - WIDTH) / 2,
                                                          (gtk_widget_get_height (widget) - HEIGHT) / 2));
  get_shape (&drawing, &shape);
  draw_behind (&drawing);

  if (drawing.look->extra != COMMONS_EXTRA_ZONE)
    {
      GdkRGBA body = to_rgba (&drawing.hue->fill);

      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &body, &drawing.body);
      gtk_snapshot_pop (snapshot);
      draw_border (&drawing, &shape);
    }

  draw_over (&drawing);
  draw_icon (self, &drawing);
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

/* commons-card-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "commons-card-row.h"
#include "commons-drag-load.h"
#include "commons-kind-shape.h"

/* Room for the ring of a selected card around it. */
#define INSET 3

#define ICON_SIZE 16
#define ICON_GAP 8
#define LINES 2

/* Corners of a card of that height beside those of one on the board. */
#define CORNERS 0.66f

/* The disc of those whose icon stands on one. */
#define DISC 26

struct _CommonsCardRow
{
  GtkButton         parent_instance;

  CommonsCatalogue *catalogue;
  CommonsRecord    *card;
  GtkWidget        *label;
  GtkWidget        *hidden;    /* the mark of what only one person sees */
  gboolean          selected;
};

enum
{
  MENU,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsCardRow, commons_card_row, GTK_TYPE_BUTTON)

static guint signals[N_SIGNALS];

static const CommonsKind *
get_kind (CommonsCardRow *self)
{
  return commons_catalogue_get_kind (self->catalogue, commons_record_get_kind (self->card));
}

static void
get_hue (CommonsCardRow     *self,
         const CommonsTheme *theme,
         CommonsHue         *hue)
{
  const CommonsKind *kind = get_kind (self);

  if (kind != NULL)
    *hue = *commons_theme_get_hue (theme, kind->look.hue);
  else
    commons_theme_make_hue (theme, commons_record_get_color (self->card), hue);
}

static float
get_icon_x (const CommonsKindShape *shape)
{
  const CommonsLook *look = shape->look;
  float left = look != NULL ? look->bars[3] : 0;

  if (look != NULL && look->extra == COMMONS_EXTRA_DISC)
    return shape->body.origin.x + (shape->body.size.height - ICON_SIZE) / 2;

  return shape->body.origin.x + MAX (10, left + 7);
}

/* People are a disc with an icon in it. */
static void
draw_disc (const CommonsKindShape *shape)
{
  GdkRGBA accent = commons_kind_shape_to_rgba (&shape->hue->accent);
  float gap = (shape->body.size.height - DISC) / 2;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (shape->body.origin.x + gap, shape->body.origin.y + gap, DISC, DISC);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &bounds, DISC / 2);
  gtk_snapshot_push_rounded_clip (shape->snapshot, &disc);
  gtk_snapshot_append_color (shape->snapshot, &accent, &bounds);
  gtk_snapshot_pop (shape->snapshot);
}

static void
draw_card (CommonsCardRow   *self,
           CommonsKindShape *shape)
{
  gboolean disc = shape->look != NULL && shape->look->extra == COMMONS_EXTRA_DISC;
  CommonsHue on_disc = *shape->hue;
  GskRoundedRect outline;
  GdkRGBA accent;

  commons_kind_shape_draw (shape, g_strcmp0 (commons_record_get_status (self->card), "draft") == 0);
  if (disc)
    {
      draw_disc (shape);
      on_disc.accent = shape->theme->on_accent;
      shape->hue = &on_disc;
    }
  commons_kind_shape_draw_icon (shape, get_icon_x (shape),
                                shape->body.origin.y + (shape->body.size.height - ICON_SIZE) / 2, ICON_SIZE);

  if (!self->selected)
    return;

  accent = commons_kind_shape_to_rgba (&shape->theme->accent);
  commons_kind_shape_get_outline (shape, INSET, &outline);
  gtk_snapshot_append_border (shape->snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { accent, accent, accent, accent });
}

static void
commons_card_row_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CommonsCardRow *self = COMMONS_CARD_ROW (widget);
  const CommonsTheme *theme = commons_kind_shape_get_theme ();
  CommonsKindShape shape = { .snapshot = snapshot, .theme = theme, .corners = CORNERS };
  CommonsHue hue;

  if (self->card != NULL)
    {
      const CommonsKind *kind = get_kind (self);

      get_hue (self, theme, &hue);
      shape.hue = &hue;
      shape.look = kind ? &kind->look : NULL;
      graphene_rect_init (&shape.body, INSET, INSET, (float) gtk_widget_get_width (widget) - 2 * INSET,
                          (float) gtk_widget_get_height (widget) - 2 * INSET);
      draw_card (self, &shape);
    }

  GTK_WIDGET_CLASS (commons_card_row_parent_class)->snapshot (widget, snapshot);
}

/* Words on a card have the colour of its family, in both styles. */
static void
color_label (CommonsCardRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const CommonsTheme *theme = commons_kind_shape_get_theme ();
  CommonsHue hue;

  g_assert (COMMONS_IS_CARD_ROW (self));

  if (self->card == NULL)
    return;

  get_hue (self, theme, &hue);
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (hue.text.red * G_MAXUINT16),
                                                                 (guint16) (hue.text.green * G_MAXUINT16),
                                                                 (guint16) (hue.text.blue * G_MAXUINT16)));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GdkContentProvider *
prepare_cb (CommonsCardRow *self)
{
  g_autoptr (CommonsDragLoad) drag = NULL;

  g_assert (COMMONS_IS_CARD_ROW (self));

  if (self->card == NULL)
    return NULL;

  drag = commons_drag_load_new (commons_record_get_id (self->card));

  return gdk_content_provider_new_typed (COMMONS_TYPE_WAITING_DRAG, drag);
}

static void
drag_begin_cb (CommonsCardRow *self,
               GdkDrag        *drag,
               GtkDragSource  *source)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) icon = gdk_paintable_get_current_image (live);

  g_assert (COMMONS_IS_CARD_ROW (self));

  gtk_drag_source_set_icon (source, icon, gdk_paintable_get_intrinsic_width (icon) / 2,
                            gdk_paintable_get_intrinsic_height (icon) / 2);
}

static void
secondary_cb (CommonsCardRow  *self,
              int              n_press,
              double           x,
              double           y,
              GtkGestureClick *gesture)
{
  g_assert (COMMONS_IS_CARD_ROW (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MENU], 0);
}

static gboolean
popup_menu (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  g_signal_emit (widget, signals[MENU], 0);

  return TRUE;
}

static void
commons_card_row_dispose (GObject *object)
{
  CommonsCardRow *self = COMMONS_CARD_ROW (object);

  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->card, commons_record_unref);

  G_OBJECT_CLASS (commons_card_row_parent_class)->dispose (object);
}

static void
commons_card_row_class_init (CommonsCardRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_card_row_dispose;
  widget_class->snapshot = commons_card_row_snapshot;

  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, popup_menu, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, popup_menu, NULL);
}

static void
commons_card_row_init (CommonsCardRow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, ICON_GAP);
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  self->label = gtk_label_new (NULL);
  self->hidden = gtk_image_new_from_icon_name ("cc-hidden-symbolic");
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->label), LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, INSET + 4);
  gtk_widget_set_margin_bottom (box, INSET + 4);
  gtk_widget_set_visible (self->hidden, FALSE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->hidden);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card-row");

  /* Before the button, which keeps presses for itself. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (color_label), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (color_label), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_card_row_new (void)
{
  return g_object_new (COMMONS_TYPE_CARD_ROW, NULL);
}

static void
describe (CommonsCardRow *self)
{
  const CommonsKind *kind = get_kind (self);
  const char *title = commons_record_get_shown_title (self->card);
  g_autofree char *name = NULL;

  if (kind != NULL)
    name = g_strdup_printf ("%s, %s", kind->label, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name ? name : title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->selected ? _("Selected on the board") : _("Shows the card on the board"), -1);
}

void
commons_card_row_set_card (CommonsCardRow   *self,
                           CommonsCatalogue *catalogue,
                           CommonsRecord    *card)
{
  g_autoptr (CommonsRecord) old = NULL;
  const CommonsKind *kind;
  gboolean disc;

  g_return_if_fail (COMMONS_IS_CARD_ROW (self));
  g_return_if_fail (COMMONS_IS_CATALOGUE (catalogue));
  g_return_if_fail (card != NULL);

  g_set_object (&self->catalogue, catalogue);
  if (self->card == card)
    return;

  old = g_steal_pointer (&self->card);
  self->card = commons_record_ref (card);
  kind = get_kind (self);
  disc = kind != NULL && kind->look.extra == COMMONS_EXTRA_DISC;
  gtk_widget_set_margin_start (gtk_button_get_child (GTK_BUTTON (self)),
                               INSET + (kind == NULL ? 10 : disc ? DISC + 10 : MAX (10, kind->look.bars[3] + 7) + ICON_SIZE + ICON_GAP));
  gtk_label_set_text (GTK_LABEL (self->label), commons_record_get_shown_title (card));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), commons_record_get_shown_title (card));
  gtk_widget_set_visible (self->hidden, commons_record_is_hidden (card));
  color_label (self);
  describe (self);
}

CommonsRecord *
commons_card_row_get_card (CommonsCardRow *self)
{
  g_return_val_if_fail (COMMONS_IS_CARD_ROW (self), NULL);

  return self->card;
}

void
commons_card_row_set_selected (CommonsCardRow *self,
                               gboolean        selected)
{
  g_return_if_fail (COMMONS_IS_CARD_ROW (self));

  if (self->selected == selected)
    return;

  self->selected = selected;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

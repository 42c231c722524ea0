/* commons-palette.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-kind-miniature.h"
#include "commons-kind-picker.h"
#include "commons-palette.h"

#define TILE_KEY "commons-palette-tile"

struct _CommonsPalette
{
  GtkWidget         parent_instance;

  CommonsCatalogue *catalogue;
  GPtrArray        *tiles;
  GtkWidget        *separator;
  GtkWidget        *more;
  GtkWidget        *picker; /* NULL until it opens */
  char             *armed;
  int               room; /* in pixels, along the bar */
  gboolean          compact;
};

enum
{
  PROP_0,
  PROP_CATALOGUE,
  PROP_COMPACT,
  PROP_ARMED,
  N_PROPS
};

enum
{
  PICKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsPalette, commons_palette, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* A button of the palette, its parts and the kind it adds. Freed with the
 * button. */
typedef struct
{
  CommonsPalette    *palette;
  const CommonsKind *kind;
  GtkWidget         *button;
  GtkWidget         *miniature;
  GtkWidget         *label;
  int                n_press;
} Tile;

static void
show_armed (CommonsPalette *self)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = g_ptr_array_index (self->tiles, i);
      gboolean armed = g_strcmp0 (tile->kind->id, self->armed) == 0;

      found |= armed;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tile->button), armed);
    }

  if (self->armed != NULL && !found)
    gtk_widget_add_css_class (self->more, "armed");
  else
    gtk_widget_remove_css_class (self->more, "armed");
}

static void
on_clicked (Tile *tile)
{
  CommonsPalette *self = tile->palette;
  int n_press = tile->n_press;

  tile->n_press = 0;
  /* The button has toggled by itself: what is armed is not for it to say. */
  show_armed (self);
  g_signal_emit (self, signals[PICKED], 0, tile->kind->id, n_press);
}

static void
on_pressed (Tile *tile,
            int   n_press)
{
  tile->n_press = n_press;
}

static gboolean
on_key_pressed (Tile *tile)
{
  tile->n_press = 0;

  return GDK_EVENT_PROPAGATE;
}

static GdkContentProvider *
on_drag_prepare (Tile *tile)
{
  g_autoptr (CommonsDragLoad) drag = commons_drag_load_new (tile->kind->id);

  return gdk_content_provider_new_typed (COMMONS_TYPE_KIND_DRAG, drag);
}

static void
on_drag_begin (Tile          *tile,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (tile->miniature);
  g_autoptr (GdkPaintable) icon = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, icon,
                            gdk_paintable_get_intrinsic_width (icon) / 2,
                            gdk_paintable_get_intrinsic_height (icon) / 2);
}

static void
watch_tile (Tile *tile)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  /* Before the button, which keeps presses for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), tile);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), tile);
  g_signal_connect_swapped (drag, "prepare", G_CALLBACK (on_drag_prepare), tile);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), tile);
  g_signal_connect_swapped (tile->button, "clicked", G_CALLBACK (on_clicked), tile);

  gtk_widget_add_controller (tile->button, keys);
  gtk_widget_add_controller (tile->button, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (tile->button, GTK_EVENT_CONTROLLER (drag));
}

static void
style_tile (Tile *tile)
{
  gboolean compact = tile->palette->compact;

  gtk_widget_set_visible (tile->label, !compact);
  gtk_widget_set_valign (tile->miniature, compact ? GTK_ALIGN_CENTER : GTK_ALIGN_END);
  /* Without words on the tile, its tooltip says the name first. */
  if (compact)
    {
      g_autofree char *tip = g_strdup_printf ("%s\n%s", tile->kind->label, tile->kind->about);

      gtk_widget_set_tooltip_text (tile->button, tip);
    }
  else
    gtk_widget_set_tooltip_text (tile->button, tile->kind->about);
}

static Tile *
make_tile (CommonsPalette    *self,
           const CommonsKind *kind)
{
  /* Translators: what a screen reader says of a tile of the palette; %s is a
   * kind of card such as “Rule”. */
  g_autofree char *name = g_strdup_printf (_("Add a card: %s"), kind->label);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Tile *tile = g_new0 (Tile, 1);

  tile->palette = self;
  tile->kind = kind;
  tile->button = gtk_toggle_button_new ();
  tile->miniature = commons_kind_miniature_new (self->catalogue, kind->id);
  tile->label = gtk_label_new (kind->label);

  gtk_widget_set_halign (tile->miniature, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (tile->miniature, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (tile->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (tile->label), 1);
  gtk_box_append (GTK_BOX (box), tile->miniature);
  gtk_box_append (GTK_BOX (box), tile->label);
  gtk_button_set_child (GTK_BUTTON (tile->button), box);
  gtk_widget_add_css_class (tile->button, "flat");
  gtk_widget_add_css_class (tile->button, "palette-tile");
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, kind->about,
                                  -1);

  g_object_set_data_full (G_OBJECT (tile->button), TILE_KEY, tile, g_free);
  watch_tile (tile);
  style_tile (tile);

  return tile;
}

static int
measure_length (CommonsPalette *self,
                GtkWidget      *widget)
{
  int length;

  gtk_widget_measure (widget, self->compact ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                      -1, NULL, &length, NULL, NULL);

  return length;
}

static void
hide_tiles_without_room (CommonsPalette *self)
{
  int spacing = (int) gtk_box_layout_get_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))));
  int needed;

  for (guint i = 0; i < self->tiles->len; i++)
    gtk_widget_set_visible (((Tile *) g_ptr_array_index (self->tiles, i))->button, TRUE);

  /* Measuring what has no place yet would lay out all of its words in vain. */
  if (self->room == G_MAXINT)
    return;

  needed = measure_length (self, GTK_WIDGET (self));
  for (guint i = self->tiles->len; i > 0 && needed > self->room; i--)
    {
      Tile *tile = g_ptr_array_index (self->tiles, i - 1);

      needed -= measure_length (self, tile->button) + spacing;
      gtk_widget_set_visible (tile->button, FALSE);
    }
}

static void
remove_tiles (CommonsPalette *self)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = g_ptr_array_index (self->tiles, i);

      gtk_widget_unparent (tile->button);
    }

  g_ptr_array_set_size (self->tiles, 0);
}

static void
add_tiles (CommonsPalette *self)
{
  const char *const *kinds = commons_catalogue_get_palette (self->catalogue);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      Tile *tile = make_tile (self, commons_catalogue_get_kind (self->catalogue, kinds[i]));

      gtk_widget_insert_before (tile->button, GTK_WIDGET (self), self->separator);
      g_ptr_array_add (self->tiles, tile);
    }

  show_armed (self);
  hide_tiles_without_room (self);
}

static void
on_picker_picked (CommonsPalette *self,
                  const char     *kind,
                  int             n_press)
{
  g_signal_emit (self, signals[PICKED], 0, kind, n_press);
}

static void
make_picker_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  CommonsPalette *self = user_data;

  if (self->picker != NULL)
    return;

  self->picker = commons_kind_picker_new ();
  commons_kind_picker_set_catalogue (COMMONS_KIND_PICKER (self->picker), self->catalogue);
  g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (on_picker_picked), self);
  gtk_menu_button_set_popover (button, self->picker);
}

static void
build_more (CommonsPalette *self)
{
  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->separator, GTK_WIDGET (self));

  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-horizontal-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->more), make_picker_cb, self, NULL);
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "palette-more");
  gtk_widget_set_tooltip_text (self->more, _("More Kinds of Cards"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("More Kinds of Cards"), -1);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

static void
apply_compact (CommonsPalette *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  self->compact ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_layout_set_homogeneous (layout, FALSE);
  gtk_box_layout_set_spacing (layout, self->compact ? 1 : 2);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->more), self->compact ? GTK_ARROW_RIGHT : GTK_ARROW_UP);
  /* The direction of a menu button also changes its icon. */
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-horizontal-symbolic");
  gtk_widget_set_visible (self->separator, !self->compact);

  if (self->compact)
    gtk_widget_add_css_class (widget, "compact");
  else
    gtk_widget_remove_css_class (widget, "compact");

  for (guint i = 0; i < self->tiles->len; i++)
    style_tile (g_ptr_array_index (self->tiles, i));
  hide_tiles_without_room (self);
}

static void
commons_palette_dispose (GObject *object)
{
  CommonsPalette *self = COMMONS_PALETTE (object);

  remove_tiles (self);
  g_clear_pointer (&self->separator, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  self->picker = NULL;
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (commons_palette_parent_class)->dispose (object);
}

static void
commons_palette_finalize (GObject *object)
{
  CommonsPalette *self = COMMONS_PALETTE (object);

  g_clear_pointer (&self->tiles, g_ptr_array_unref);
  g_clear_pointer (&self->armed, g_free);

  G_OBJECT_CLASS (commons_palette_parent_class)->finalize (object);
}

static void
commons_palette_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CommonsPalette *self = COMMONS_PALETTE (object);

  switch (prop_id)
    {
    case PROP_CATALOGUE:
      g_value_set_object (value, self->catalogue);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_ARMED:
      g_value_set_string (value, self->armed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
commons_palette_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CommonsPalette *self = COMMONS_PALETTE (object);

  switch (prop_id)
    {
    case PROP_CATALOGUE:
      commons_palette_set_catalogue (self, g_value_get_object (value));
      break;
    case PROP_COMPACT:
      commons_palette_set_compact (self, g_value_get_boolean (value));
      break;
    case PROP_ARMED:
      commons_palette_set_armed (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  /**
   * CommonsPalette:catalogue:
   *
   * Where kinds and their names come from.
   */
  properties[PROP_CATALOGUE] = g_param_spec_object ("catalogue", NULL, NULL, COMMONS_TYPE_CATALOGUE, flags);

  /**
   * CommonsPalette:compact:
   *
   * Whether it is an upright bar of smaller tiles without words.
   */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);

  /**
   * CommonsPalette:armed:
   *
   * The kind that the next click on the board places.
   */
  properties[PROP_ARMED] = g_param_spec_string ("armed", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
commons_palette_class_init (CommonsPaletteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = commons_palette_dispose;
  object_class->finalize = commons_palette_finalize;
  object_class->get_property = commons_palette_get_property;
  object_class->set_property = commons_palette_set_property;

  install_properties (object_class);

  signals[PICKED] = g_signal_new ("picked",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "palette");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
commons_palette_init (CommonsPalette *self)
{
  self->tiles = g_ptr_array_new ();
  self->room = G_MAXINT;

  gtk_widget_add_css_class (GTK_WIDGET (self), "floating");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kinds of Cards"), -1);
  build_more (self);
  apply_compact (self);
}

GtkWidget *
commons_palette_new (void)
{
  return g_object_new (COMMONS_TYPE_PALETTE, NULL);
}

void
commons_palette_set_catalogue (CommonsPalette   *self,
                               CommonsCatalogue *catalogue)
{
  g_return_if_fail (COMMONS_IS_PALETTE (self));
  g_return_if_fail (catalogue == NULL || COMMONS_IS_CATALOGUE (catalogue));

  if (!g_set_object (&self->catalogue, catalogue))
    return;

  remove_tiles (self);
  if (catalogue != NULL)
    add_tiles (self);
  if (self->picker != NULL)
    commons_kind_picker_set_catalogue (COMMONS_KIND_PICKER (self->picker), catalogue);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOGUE]);
}

void
commons_palette_set_compact (CommonsPalette *self,
                             gboolean        compact)
{
  g_return_if_fail (COMMONS_IS_PALETTE (self));

  compact = !!compact;
  if (self->compact == compact)
    return;

  self->compact = compact;
  apply_compact (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

gboolean
commons_palette_get_compact (CommonsPalette *self)
{
  g_return_val_if_fail (COMMONS_IS_PALETTE (self), FALSE);

  return self->compact;
}

void
commons_palette_set_room (CommonsPalette *self,
                          int             length)
{
  g_return_if_fail (COMMONS_IS_PALETTE (self));

  self->room = length;
  hide_tiles_without_room (self);
}

void
commons_palette_set_armed (CommonsPalette *self,
                           const char     *kind)
{
  g_return_if_fail (COMMONS_IS_PALETTE (self));

  if (g_strcmp0 (self->armed, kind) == 0)
    return;

  g_free (self->armed);
  self->armed = g_strdup (kind);
  show_armed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARMED]);
}

const char *
commons_palette_get_armed (CommonsPalette *self)
{
  g_return_val_if_fail (COMMONS_IS_PALETTE (self), NULL);

  return self->armed;
}

void
commons_palette_open_picker (CommonsPalette *self)
{
  g_return_if_fail (COMMONS_IS_PALETTE (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->more));
}

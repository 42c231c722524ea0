/* commons-zoom-control.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-zoom-control.h"

struct _CommonsZoomControl
{
  GtkWidget  parent_instance;

  GtkWidget *value_button;
  GtkWidget *value_label;
  GtkWidget *mark;       /* of texts too small for the room */
  char      *warning;    /* what is wrong with them, NULL when nothing is */
  double     zoom;
};

enum
{
  PROP_0,
  PROP_ZOOM,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (CommonsZoomControl, commons_zoom_control, GTK_TYPE_WIDGET)

enum
{
  MENU_CLOSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Actual Size"), "board.zoom-100");
  g_menu_append (menu, _("Show _Everything"), "board.zoom-fit");
  g_menu_append (menu, _("Show the _Selection"), "board.zoom-selection");
  g_menu_append (menu, _("Zoom to _Readable"), "board.zoom-readable");

  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_button (const char *icon,
             const char *name,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Zooming must not take the keyboard away from the cards. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
menu_closed_cb (CommonsZoomControl *self)
{
  g_assert (COMMONS_IS_ZOOM_CONTROL (self));

  g_signal_emit (self, signals[MENU_CLOSED], 0);
}

static GtkWidget *
make_value_button (CommonsZoomControl *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->mark = gtk_image_new_from_icon_name ("cc-screen-symbolic");
  gtk_widget_add_css_class (self->mark, "too-small");
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->mark, FALSE);
  self->value_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->value_label, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (self->value_label), 5);
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_box_append (GTK_BOX (box), self->value_label);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  g_signal_connect_object (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)), "closed",
                           G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "zoom-value");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, _("Zoom"));

  return button;
}

static char *
make_percent (double zoom)
{
  int percent = (int) (zoom * 100 + 0.5);

  /* Translators: the zoom of the board; “%d%%” shows as “75%”. Put the space
   * your language puts before the sign, one that does not break. */
  return g_strdup_printf (_("%d%%"), MAX (percent, 1));
}

char *
commons_zoom_describe (double zoom)
{
  g_autofree char *percent = make_percent (zoom);

  /* Translators: what a screen reader says of the zoom; %s is “75%”. */
  return g_strdup_printf (_("Zoom: %s"), percent);
}

static void
show_zoom (CommonsZoomControl *self)
{
  g_autofree char *text = make_percent (self->zoom);
  g_autofree char *plain = commons_zoom_describe (self->zoom);
  g_autofree char *name = self->warning != NULL ? g_strconcat (plain, ". ", self->warning, NULL) : g_strdup (plain);

  gtk_label_set_text (GTK_LABEL (self->value_label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value_label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
commons_zoom_control_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (commons_zoom_control_parent_class)->dispose (object);
}

static void
commons_zoom_control_finalize (GObject *object)
{
  g_free (COMMONS_ZOOM_CONTROL (object)->warning);

  G_OBJECT_CLASS (commons_zoom_control_parent_class)->finalize (object);
}

static void
commons_zoom_control_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  CommonsZoomControl *self = COMMONS_ZOOM_CONTROL (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
commons_zoom_control_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  CommonsZoomControl *self = COMMONS_ZOOM_CONTROL (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      commons_zoom_control_set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
commons_zoom_control_class_init (CommonsZoomControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = commons_zoom_control_dispose;
  object_class->finalize = commons_zoom_control_finalize;
  object_class->get_property = commons_zoom_control_get_property;
  object_class->set_property = commons_zoom_control_set_property;

  /**
   * CommonsZoomControl:zoom:
   *
   * The zoom shown; 1 is 100 %.
   */
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL,
                                               0, G_MAXDOUBLE, 1,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[MENU_CLOSED] = g_signal_new ("menu-closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zoomcontrol");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
commons_zoom_control_init (CommonsZoomControl *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->zoom = 1;
  self->value_button = make_value_button (self);

  gtk_widget_add_css_class (widget, "floating");
  gtk_widget_set_parent (make_button ("list-remove-symbolic", _("Zoom Out"), "board.zoom-out"), widget);
  gtk_widget_set_parent (self->value_button, widget);
  gtk_widget_set_parent (make_button ("list-add-symbolic", _("Zoom In"), "board.zoom-in"), widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Zoom"), -1);
  show_zoom (self);
}

GtkWidget *
commons_zoom_control_new (void)
{
  return g_object_new (COMMONS_TYPE_ZOOM_CONTROL, NULL);
}

void
commons_zoom_control_set_zoom (CommonsZoomControl *self,
                               double              zoom)
{
  g_return_if_fail (COMMONS_IS_ZOOM_CONTROL (self));
  g_return_if_fail (zoom > 0);

  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  show_zoom (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
commons_zoom_control_set_warning (CommonsZoomControl *self,
                                  const char         *warning)
{
  g_return_if_fail (COMMONS_IS_ZOOM_CONTROL (self));

  if (g_strcmp0 (self->warning, warning) == 0)
    return;

  g_free (self->warning);
  self->warning = g_strdup (warning);
  gtk_widget_set_visible (self->mark, warning != NULL);
  gtk_widget_set_tooltip_text (self->value_button, warning != NULL ? warning : _("Zoom"));
  show_zoom (self);
}

double
commons_zoom_control_get_zoom (CommonsZoomControl *self)
{
  g_return_val_if_fail (COMMONS_IS_ZOOM_CONTROL (self), 1);

  return self->zoom;
}

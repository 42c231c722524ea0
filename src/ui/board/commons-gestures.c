/* commons-gestures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-columns.h"
#include "commons-commands.h"
#include "commons-gestures.h"
#include "commons-key-names.h"

#define SPACING 24

/* A column has room for about that many letters. */
#define COLUMN_CHARS 26

/* Nobody reads lines that go from one side of a wall to the other. */
#define MAX_COLUMNS 5

/* How large the words are beside those of the window: at a desk, in a room, in
 * a hall, on a wall. */
static const double scales[] = { 1.0, 1.25, 1.65, 2.2, 3.2, 4.2 };

struct _CommonsGestures
{
  GtkWidget         parent_instance;

  GtkWidget        *scroller;
  GtkWidget        *box;       /* the words, and their heading */
  GtkWidget        *groups;
  GtkLayoutManager *columns;   /* borrowed, of the groups */
  GPtrArray        *labels;    /* borrowed */
  int               width;
  int               height;
  guint             placing;   /* id of an idle source */
};

enum
{
  CLOSED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsGestures, commons_gestures, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* What hands do, and what comes of it. */
typedef struct
{
  const char *hands;
  const char *board;
} Gesture;

static const Gesture pointer[] = {
  { N_("Double-click the ground"), N_("write a new card") },
  { N_("Double-click a card"), N_("change its text") },
  { N_("Drag a card"), N_("move it, also into a circle or zone") },
  { N_("Drag on the ground"), N_("select what the frame touches") },
  { N_("Shift or Ctrl with a click"), N_("add to the selection") },
  { N_("Drag a dot beside a card"), N_("link it to another card") },
  { N_("Click a dot"), N_("write a linked card") },
  { N_("Alt while dragging"), N_("leave a copy where it was") },
  { N_("Right button"), N_("menu of what is there") },
  { N_("Space or middle button, and drag"), N_("move the board") },
};

static const Gesture wheel[] = {
  { N_("Turn the wheel"), N_("look further up or down") },
  { N_("Shift and the wheel"), N_("look to the sides") },
  { N_("Ctrl and the wheel"), N_("zoom where the pointer is") },
};

static const Gesture zooming_wheel[] = {
  { N_("Turn the wheel"), N_("zoom where the pointer is") },
  { N_("Shift and the wheel"), N_("look to the sides") },
};

static const Gesture touchpad[] = {
  { N_("Slide two fingers"), N_("move the board") },
  { N_("Pinch"), N_("zoom") },
};

static const Gesture touch[] = {
  { N_("One finger on the ground"), N_("move the board") },
  { N_("One finger on a card"), N_("move the card") },
  { N_("Pinch"), N_("zoom") },
  { N_("Tap twice"), N_("write: a new card, or that one") },
  { N_("Hold a card"), N_("its menu") },
  { N_("Hold the ground, then slide"), N_("select what the frame touches") },
};

/* These have their words and keys from the table of commands. */
static const char *const commands[] = {
  "board.new-card", "board.edit", "board.next", "board.link-to", "board.move-into", "board.undo",
  "board.zoom-fit", "board.escape", "win.find", "win.shortcuts",
};

static void
close_layer (CommonsGestures *self)
{
  g_assert (COMMONS_IS_GESTURES (self));

  g_signal_emit (self, signals[CLOSED], 0);
}

static GtkWidget *
make_label (CommonsGestures *self,
            const char      *text,
            const char      *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  g_ptr_array_add (self->labels, label);

  return label;
}

static GtkWidget *
make_gesture (CommonsGestures *self,
              const char      *hands,
              const char      *board)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 NULL);
  /* Translators: what a screen reader says; the first is what hands do, such
   * as “Drag a card” or “Ctrl+Z”, the second what comes of it. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), hands, board);

  gtk_box_append (GTK_BOX (row), make_label (self, hands, "gesture-hands"));
  gtk_box_append (GTK_BOX (row), make_label (self, board, "gesture-board"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static GtkWidget *
add_group (CommonsGestures *self,
           const char      *heading)
{
  GtkWidget *group = g_object_new (GTK_TYPE_BOX,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                   "orientation", GTK_ORIENTATION_VERTICAL,
                                   NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_box_append (GTK_BOX (group), make_label (self, heading, "gesture-heading"));
  gtk_widget_add_css_class (group, "gesture-group");
  gtk_box_append (GTK_BOX (self->groups), group);

  return group;
}

static void
add_gestures (CommonsGestures *self,
              const char      *heading,
              const Gesture   *gestures,
              guint            n_gestures)
{
  GtkWidget *group = add_group (self, heading);

  for (guint i = 0; i < n_gestures; i++)
    gtk_box_append (GTK_BOX (group), make_gesture (self, _(gestures[i].hands), _(gestures[i].board)));
}

static void
add_keys (CommonsGestures *self)
{
  GtkWidget *group = add_group (self, _("Keys"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const CommonsCommand *command = commons_commands_find (commands[i]);
      g_auto (GStrv) names = commons_key_names_list (command->accels[0], NULL, NULL);
      g_autofree char *keys = g_strjoinv ("+", names);

      gtk_box_append (GTK_BOX (group), make_gesture (self, keys, _(command->label)));
    }
}

/* ---- As large as there is room for ------------------------------------------ */

/* A style class would count only from the next frame on. */
static void
set_scale (CommonsGestures *self,
           double           scale)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  for (guint i = 0; i < self->labels->len; i++)
    gtk_label_set_attributes (g_ptr_array_index (self->labels, i), attributes);
}

static int
get_column_width (CommonsGestures *self,
                  double           scale)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);

  return (int) (scale * COLUMN_CHARS * letter / PANGO_SCALE);
}

/* Whether all of it is in view at that size. */
static gboolean
fits (CommonsGestures *self,
      double           scale)
{
  int column = get_column_width (self, scale);
  int least, height;

  set_scale (self, scale);
  commons_columns_set_width (COMMONS_COLUMNS (self->columns), MAX (column, (self->width - 2 * SPACING) / MAX_COLUMNS));
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, MAX (self->width, least), &height, NULL, NULL, NULL);

  return least <= self->width && height <= self->height;
}

static gboolean
place_cb (gpointer user_data)
{
  CommonsGestures *self = user_data;
  guint size = G_N_ELEMENTS (scales) - 1;

  self->placing = 0;
  while (!fits (self, scales[size]) && size > 0)
    size--;

  return G_SOURCE_REMOVE;
}

/* Another size of text asks for another layout, which cannot begin inside one. */
static void
commons_gestures_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  CommonsGestures *self = COMMONS_GESTURES (widget);

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (width == self->width && height == self->height)
    return;

  self->width = width;
  self->height = height;
  if (self->placing == 0)
    self->placing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_cb, self, NULL);
}

/* It takes what there is, and asks for nothing. */
static void
commons_gestures_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  int ignored;

  gtk_widget_measure (COMMONS_GESTURES (widget)->scroller, orientation, for_size, &ignored, natural, NULL, NULL);
  *minimum = 0;
}

/* ---- Being done with it ------------------------------------------------------ */

static gboolean
key_pressed_cb (CommonsGestures *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  g_assert (COMMONS_IS_GESTURES (self));

  switch (keyval)
    {
    case GDK_KEY_Escape:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      close_layer (self);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
released_cb (CommonsGestures *self,
             int              n_press,
             double           x,
             double           y,
             GtkGesture      *gesture)
{
  g_assert (COMMONS_IS_GESTURES (self));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  close_layer (self);
}

static void
commons_gestures_dispose (GObject *object)
{
  CommonsGestures *self = COMMONS_GESTURES (object);

  g_clear_handle_id (&self->placing, g_source_remove);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (commons_gestures_parent_class)->dispose (object);
}

static void
commons_gestures_class_init (CommonsGesturesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_gestures_dispose;
  widget_class->measure = commons_gestures_measure;
  widget_class->size_allocate = commons_gestures_size_allocate;

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "gestures");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
}

static void
listen (CommonsGestures *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
commons_gestures_init (CommonsGestures *self)
{
  const char *title = _("Board Gestures");
  const char *way_out = _("A click anywhere or Esc closes this.");
  GtkWidget *groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->labels = g_ptr_array_new ();
  self->groups = groups;
  self->columns = commons_columns_new (SPACING);
  gtk_widget_set_layout_manager (groups, self->columns);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), make_label (self, title, "gesture-title"));
  gtk_box_append (GTK_BOX (self->box), groups);
  gtk_box_append (GTK_BOX (self->box), make_label (self, way_out, "gesture-board"));
  gtk_widget_add_css_class (self->box, "gesture-words");

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, way_out,
                                  GTK_ACCESSIBLE_PROPERTY_MODAL, TRUE,
                                  -1);
  listen (self);
}

GtkWidget *
commons_gestures_new (gboolean wheel_zooms)
{
  CommonsGestures *self = g_object_new (COMMONS_TYPE_GESTURES, NULL);

  add_gestures (self, _("Pointer"), pointer, G_N_ELEMENTS (pointer));
  add_gestures (self, _("Touch screen"), touch, G_N_ELEMENTS (touch));
  add_keys (self);
  if (wheel_zooms)
    add_gestures (self, _("Mouse wheel"), zooming_wheel, G_N_ELEMENTS (zooming_wheel));
  else
    add_gestures (self, _("Mouse wheel"), wheel, G_N_ELEMENTS (wheel));
  add_gestures (self, _("Touchpad"), touchpad, G_N_ELEMENTS (touchpad));

  /* Until there is a size to go by. */
  commons_columns_set_width (COMMONS_COLUMNS (self->columns), get_column_width (self, 1));

  return GTK_WIDGET (self);
}

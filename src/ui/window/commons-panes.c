/* commons-panes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-pane-edge.h"
#include "commons-panes.h"

/* Of the content, which stays in view beside panes or behind one. */
#define CONTENT_BESIDE 420
#define CONTENT_BEHIND 36

/* From this width on there is room for panes beside the content. */
#define WIDE 1280

enum
{
  PLACED,
  LEFT,
  N_SIGNALS
};

struct _CommonsPanes
{
  GtkWidget  parent_instance;

  GtkWidget *content;
  GtkWidget *start;    /* revealers */
  GtkWidget *end;
  GtkWidget *start_edge;
  GtkWidget *end_edge;
  int        start_width;  /* as wanted */
  int        end_width;
  int        usual_start;
  int        usual_end;
  int        total;    /* width of all when it was placed last */
  int        width;    /* of the content when it was placed last */
  guint      folded : 1;
};

G_DEFINE_FINAL_TYPE (CommonsPanes, commons_panes, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static GtkWidget *
get_pane (CommonsPanes *self,
          GtkPackType   pane)
{
  return pane == GTK_PACK_START ? self->start : self->end;
}

static GtkWidget *
get_edge (CommonsPanes *self,
          GtkPackType   pane)
{
  return pane == GTK_PACK_START ? self->start_edge : self->end_edge;
}

/* Only the content says how narrow the window may be: panes can always lie
 * over it. */
static void
commons_panes_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  CommonsPanes *self = COMMONS_PANES (widget);
  GtkWidget *panes[] = { self->start, self->end };

  gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      int pane_minimum, pane_natural;

      gtk_widget_measure (panes[i], orientation, -1, &pane_minimum, &pane_natural, NULL, NULL);
      *minimum = MAX (*minimum, pane_minimum);
      *natural = MAX (*natural, pane_natural);
    }
}

/* The part of its width a pane shows now; it slides by it. */
static int
get_shown_width (GtkWidget *pane)
{
  int minimum;

  gtk_widget_measure (pane, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static void
allocate_at (GtkWidget *child,
             int        x,
             int        width,
             int        height)
{
  GtkAllocation allocation = { x, 0, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

/* A board that gets its place may add cards, which asks for another layout of
 * all that is around it. Where only a pane changed its size the toolkit takes
 * no notice of that, and the board would not be drawn: twice is enough, and
 * costs nothing where nothing was asked for. */
static void
allocate_content (CommonsPanes *self,
                  int           x,
                  int           width,
                  int           height)
{
  int minimum;

  allocate_at (self->content, x, width, height);
  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  allocate_at (self->content, x, width, height);
}

static void
mark_folded (CommonsPanes *self)
{
  GtkWidget *panes[] = { self->start, self->end };

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      if (self->folded)
        gtk_widget_add_css_class (panes[i], "over");
      else
        gtk_widget_remove_css_class (panes[i], "over");
    }
}

/* What a pane may be wide at most, so that the content stays in view. */
static int
get_max_width (CommonsPanes *self)
{
  int room = self->folded ? self->total - CONTENT_BEHIND : (self->total - CONTENT_BESIDE) / 2;

  return CLAMP (room, COMMONS_PANES_MIN_WIDTH, COMMONS_PANES_MAX_WIDTH);
}

static void
apply_widths (CommonsPanes *self)
{
  const GtkPackType panes[] = { GTK_PACK_START, GTK_PACK_END };
  int max = self->total > 0 ? get_max_width (self) : COMMONS_PANES_MAX_WIDTH;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      int width = CLAMP (commons_panes_get_width (self, panes[i]), COMMONS_PANES_MIN_WIDTH, max);

      gtk_widget_set_size_request (gtk_revealer_get_child (GTK_REVEALER (get_pane (self, panes[i]))), width, -1);
      commons_pane_edge_set_width (COMMONS_PANE_EDGE (get_edge (self, panes[i])), width, COMMONS_PANES_MIN_WIDTH, max);
      gtk_widget_set_visible (get_edge (self, panes[i]), commons_panes_is_open (self, panes[i]));
    }
}

/* Another style asks for another layout, which cannot begin inside one. */
static gboolean
mark_folded_cb (gpointer user_data)
{
  CommonsPanes *self = user_data;

  if (self->content != NULL)
    {
      mark_folded (self);
      apply_widths (self);
    }

  return G_SOURCE_REMOVE;
}

static void
place_edge (GtkWidget *edge,
            int        x,
            int        height)
{
  if (gtk_widget_get_visible (edge))
    gtk_widget_size_allocate (edge, &(GtkAllocation) { x - COMMONS_PANE_EDGE_WIDTH / 2, 0,
                                                       COMMONS_PANE_EDGE_WIDTH, height }, -1);
}

static void
commons_panes_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  CommonsPanes *self = COMMONS_PANES (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean folded = width < WIDE;
  gboolean changed = folded != (gboolean) self->folded;
  int start = get_shown_width (self->start);
  int end = get_shown_width (self->end);
  int left = mirrored ? end : start;
  int content = folded ? width : MAX (width - start - end, 1);

  allocate_content (self, folded ? 0 : left, content, height);
  allocate_at (self->start, mirrored ? width - start : 0, start, height);
  allocate_at (self->end, mirrored ? 0 : width - end, end, height);
  place_edge (self->start_edge, mirrored ? width - start : start, height);
  place_edge (self->end_edge, mirrored ? end : width - end, height);

  self->folded = !!folded;
  if (changed || width != self->total)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, mark_folded_cb, g_object_ref (self), g_object_unref);

  self->total = width;
  changed |= content != self->width;
  self->width = content;
  if (changed)
    g_signal_emit (self, signals[PLACED], 0);
}

static gboolean
is_in_open_pane (CommonsPanes *self,
                 double        x,
                 double        y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return hit != NULL && (hit == self->start || hit == self->end || COMMONS_IS_PANE_EDGE (hit) ||
                         gtk_widget_is_ancestor (hit, self->start) || gtk_widget_is_ancestor (hit, self->end));
}

/* A press beside a pane that lies over the content closes it, and does
 * nothing else. */
static void
pressed_cb (CommonsPanes    *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  gboolean open = commons_panes_is_open (self, GTK_PACK_START) || commons_panes_is_open (self, GTK_PACK_END);

  g_assert (COMMONS_IS_PANES (self));

  if (!self->folded || !open || is_in_open_pane (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[LEFT], 0);
}

/* After what has the keyboard in the pane had its say. */
static gboolean
key_pressed_cb (CommonsPanes    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  g_assert (COMMONS_IS_PANES (self));

  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[LEFT], 0);

  return GDK_EVENT_STOP;
}

static void
commons_panes_dispose (GObject *object)
{
  CommonsPanes *self = COMMONS_PANES (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  g_clear_pointer (&self->start_edge, gtk_widget_unparent);
  g_clear_pointer (&self->end_edge, gtk_widget_unparent);

  G_OBJECT_CLASS (commons_panes_parent_class)->dispose (object);
}

static void
commons_panes_class_init (CommonsPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = commons_panes_dispose;
  widget_class->measure = commons_panes_measure;
  widget_class->size_allocate = commons_panes_size_allocate;

  /**
   * CommonsPanes::placed:
   *
   * The content has another width, or panes stand in another way.
   */
  signals[PLACED] = g_signal_new ("placed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CommonsPanes::left:
   *
   * Somebody wants back to the content.
   */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "panes");
}

static void
commons_panes_init (CommonsPanes *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
make_pane (CommonsPanes *self,
           GtkWidget    *child,
           const char   *style)
{
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  gboolean from_left = (g_strcmp0 (style, "start") == 0) != mirrored;
  GtkWidget *pane = gtk_revealer_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (pane, keys);

  gtk_revealer_set_transition_type (GTK_REVEALER (pane), from_left ? GTK_REVEALER_TRANSITION_TYPE_SLIDE_RIGHT
                                                                   : GTK_REVEALER_TRANSITION_TYPE_SLIDE_LEFT);
  gtk_revealer_set_child (GTK_REVEALER (pane), child);
  gtk_widget_add_css_class (pane, "side-pane");
  gtk_widget_add_css_class (pane, style);
  gtk_widget_set_parent (pane, GTK_WIDGET (self));

  return pane;
}

static void
wanted_cb (CommonsPanes    *self,
           int              width,
           CommonsPaneEdge *edge)
{
  gboolean start = GTK_WIDGET (edge) == self->start_edge;

  g_assert (COMMONS_IS_PANES (self));

  if (width == 0)
    width = start ? self->usual_start : self->usual_end;

  commons_panes_set_width (self, start ? GTK_PACK_START : GTK_PACK_END, MIN (width, get_max_width (self)));
}

static GtkWidget *
make_edge (CommonsPanes *self,
           GtkPackType   pane)
{
  GtkWidget *edge = commons_pane_edge_new (pane);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (edge, keys);
  g_signal_connect_object (edge, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (edge, GTK_WIDGET (self));

  return edge;
}

GtkWidget *
commons_panes_new (GtkWidget *content,
                   GtkWidget *start,
                   int        start_width,
                   GtkWidget *end,
                   int        end_width,
                   int        expected_width)
{
  CommonsPanes *self;

  g_return_val_if_fail (GTK_IS_WIDGET (content), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (start), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (end), NULL);

  self = g_object_new (COMMONS_TYPE_PANES, NULL);

  self->folded = expected_width < WIDE;

  /* Panes are drawn and hit over the content. */
  self->content = content;
  gtk_widget_set_parent (content, GTK_WIDGET (self));
  self->start = make_pane (self, start, "start");
  self->start_edge = make_edge (self, GTK_PACK_START);
  self->end = make_pane (self, end, "end");
  self->end_edge = make_edge (self, GTK_PACK_END);
  self->start_width = self->usual_start = start_width;
  self->end_width = self->usual_end = end_width;
  mark_folded (self);
  apply_widths (self);

  return GTK_WIDGET (self);
}

static void
reveal (GtkWidget *pane,
        gboolean   open,
        gboolean   slide)
{
  GtkRevealer *revealer = GTK_REVEALER (pane);
  GtkRevealerTransitionType type = gtk_revealer_get_transition_type (revealer);

  if (!slide)
    gtk_revealer_set_transition_type (revealer, GTK_REVEALER_TRANSITION_TYPE_NONE);
  gtk_revealer_set_reveal_child (revealer, open);
  gtk_revealer_set_transition_type (revealer, type);
}

void
commons_panes_open (CommonsPanes *self,
                    GtkPackType   pane,
                    gboolean      open,
                    gboolean      slide)
{
  g_return_if_fail (COMMONS_IS_PANES (self));

  if (open && self->folded)
    reveal (get_pane (self, pane == GTK_PACK_START ? GTK_PACK_END : GTK_PACK_START), FALSE, slide);

  reveal (get_pane (self, pane), open, slide);
  apply_widths (self);
}

gboolean
commons_panes_is_open (CommonsPanes *self,
                       GtkPackType   pane)
{
  g_return_val_if_fail (COMMONS_IS_PANES (self), FALSE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (get_pane (self, pane)));
}

gboolean
commons_panes_is_folded (CommonsPanes *self)
{
  g_return_val_if_fail (COMMONS_IS_PANES (self), FALSE);

  return self->folded;
}

void
commons_panes_set_width (CommonsPanes *self,
                         GtkPackType   pane,
                         int           width)
{
  int sane = CLAMP (width, COMMONS_PANES_MIN_WIDTH, COMMONS_PANES_MAX_WIDTH);

  g_return_if_fail (COMMONS_IS_PANES (self));

  if (pane == GTK_PACK_START)
    self->start_width = sane;
  else
    self->end_width = sane;

  apply_widths (self);
}

int
commons_panes_get_width (CommonsPanes *self,
                         GtkPackType   pane)
{
  g_return_val_if_fail (COMMONS_IS_PANES (self), 0);

  return pane == GTK_PACK_START ? self->start_width : self->end_width;
}

gboolean
commons_panes_has_focus (CommonsPanes *self,
                         GtkPackType   pane)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (COMMONS_IS_PANES (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == get_edge (self, pane) || gtk_widget_is_ancestor (focus, get_pane (self, pane)));
}

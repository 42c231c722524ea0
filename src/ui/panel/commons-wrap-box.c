/* commons-wrap-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-wrap-box.h"

struct _CommonsWrapBox
{
  GtkWidget parent_instance;

  int       spacing;
};

G_DEFINE_FINAL_TYPE (CommonsWrapBox, commons_wrap_box, GTK_TYPE_WIDGET)

/* The children of one line, its width and its height. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;    /* the first child of the next line, or NULL */
  int        width;
  int        height;
} Line;

static int
get_width (GtkWidget *child,
           int        available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return available < 0 ? natural : MAX (minimum, MIN (natural, available));
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* At least one child, then as many as there is room for. */
static void
measure_line (CommonsWrapBox *self,
              GtkWidget      *first,
              int             available,
              Line           *line)
{
  GtkWidget *child;

  *line = (Line) { first, NULL, 0, 0 };
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int width, gap;

      if (!gtk_widget_should_layout (child))
        continue;

      width = get_width (child, available);
      gap = line->width > 0 ? self->spacing : 0;
      if (line->width > 0 && available >= 0 && line->width + gap + width > available)
        break;

      line->width += gap + width;
      line->height = MAX (line->height, get_height (child, width));
    }
  line->end = child;
}

static void
measure_width (CommonsWrapBox *self,
               int            *minimum,
               int            *natural)
{
  Line line;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }

  measure_line (self, gtk_widget_get_first_child (GTK_WIDGET (self)), -1, &line);
  *natural = MAX (*minimum, line.width);
}

static int
measure_height (CommonsWrapBox *self,
                int             width)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int height = 0;

  while (child != NULL)
    {
      Line line;

      measure_line (self, child, width, &line);
      if (line.height > 0)
        height += (height > 0 ? self->spacing : 0) + line.height;
      child = line.end;
    }

  return height;
}

static void
commons_wrap_box_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  CommonsWrapBox *self = COMMONS_WRAP_BOX (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = measure_height (self, for_size);
}

static void
allocate_line (CommonsWrapBox *self,
               const Line     *line,
               int             width,
               int             y)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      int own;

      if (!gtk_widget_should_layout (child))
        continue;

      own = get_width (child, width);
      gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - own : x, y, own, line->height }, -1);
      x += own + self->spacing;
    }
}

static void
commons_wrap_box_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  CommonsWrapBox *self = COMMONS_WRAP_BOX (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      Line line;

      measure_line (self, child, width, &line);
      allocate_line (self, &line, width, y);
      y += line.height > 0 ? line.height + self->spacing : 0;
      child = line.end;
    }
}

static GtkSizeRequestMode
commons_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
commons_wrap_box_dispose (GObject *object)
{
  commons_wrap_box_remove_all (COMMONS_WRAP_BOX (object));

  G_OBJECT_CLASS (commons_wrap_box_parent_class)->dispose (object);
}

static void
commons_wrap_box_class_init (CommonsWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_wrap_box_dispose;
  widget_class->measure = commons_wrap_box_measure;
  widget_class->size_allocate = commons_wrap_box_size_allocate;
  widget_class->get_request_mode = commons_wrap_box_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "wrapbox");
}

static void
commons_wrap_box_init (CommonsWrapBox *self)
{
}

GtkWidget *
commons_wrap_box_new (int spacing)
{
  CommonsWrapBox *self = g_object_new (COMMONS_TYPE_WRAP_BOX, NULL);

  self->spacing = spacing;

  return GTK_WIDGET (self);
}

void
commons_wrap_box_append (CommonsWrapBox *self,
                         GtkWidget      *child)
{
  g_return_if_fail (COMMONS_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
commons_wrap_box_remove_all (CommonsWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (COMMONS_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/* commons-columns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-columns.h"

#define MAX_COLUMNS 8

struct _CommonsColumns
{
  GtkLayoutManager  parent_instance;

  int               spacing;
  int               width;
};

G_DEFINE_FINAL_TYPE (CommonsColumns, commons_columns, GTK_TYPE_LAYOUT_MANAGER)

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);

  return n;
}

static int
get_n_columns (CommonsColumns *self,
               GtkWidget      *widget,
               int             width)
{
  int n = (width + self->spacing) / MAX (self->width + self->spacing, 1);

  return CLAMP (n, 1, (int) CLAMP (count_children (widget), 1, MAX_COLUMNS));
}

static int
get_column_width (CommonsColumns *self,
                  int             n_columns,
                  int             width)
{
  return MAX ((width - (n_columns - 1) * self->spacing) / n_columns, 1);
}

/* Goes through the children with the place of each; returns the height of all. */
static int
place (CommonsColumns *self,
       GtkWidget      *widget,
       int             width,
       gboolean        allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_columns = get_n_columns (self, widget, width);
  int column_width = get_column_width (self, n_columns, width);
  int heights[MAX_COLUMNS] = { 0 };
  int tallest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int column = 0, height;

      if (!gtk_widget_should_layout (child))
        continue;

      for (int i = 1; i < n_columns; i++)
        column = heights[i] < heights[column] ? i : column;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, &height, NULL, NULL, NULL);
      if (allocate)
        {
          int x = (mirrored ? n_columns - 1 - column : column) * (column_width + self->spacing);

          gtk_widget_size_allocate (child, &(GtkAllocation) { x, heights[column], column_width, height }, -1);
        }

      tallest = MAX (tallest, heights[column] + height);
      heights[column] += height + self->spacing;
    }

  return tallest;
}

static GtkSizeRequestMode
commons_columns_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
commons_columns_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  CommonsColumns *self = COMMONS_COLUMNS (manager);
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      widest = MAX (widest, least);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, self->width);
      return;
    }

  *minimum = *natural = place (self, widget, MAX (for_size >= 0 ? for_size : self->width, widest), FALSE);
}

static void
commons_columns_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  place (COMMONS_COLUMNS (manager), widget, width, TRUE);
}

static void
commons_columns_class_init (CommonsColumnsClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = commons_columns_get_request_mode;
  manager_class->measure = commons_columns_measure;
  manager_class->allocate = commons_columns_allocate;
}

static void
commons_columns_init (CommonsColumns *self)
{
  self->width = 1;
}

GtkLayoutManager *
commons_columns_new (int spacing)
{
  CommonsColumns *self = g_object_new (COMMONS_TYPE_COLUMNS, NULL);

  self->spacing = MAX (spacing, 0);

  return GTK_LAYOUT_MANAGER (self);
}

void
commons_columns_set_width (CommonsColumns *self,
                           int             width)
{
  g_return_if_fail (COMMONS_IS_COLUMNS (self));
  g_return_if_fail (width > 0);

  if (self->width == width)
    return;

  self->width = width;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

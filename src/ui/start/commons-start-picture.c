/* commons-start-picture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-start-picture.h"

/* Device pixels in a pixel of the toolkit; on other screens it is scaled. */
#define SHARPNESS 2

/* What every window has room for. */
#define MAX_MINIMUM 96

struct _CommonsStartPicture
{
  GtkWidget     parent_instance;

  int           width;
  int           height;
  GFile        *file;
  GBytes       *bytes;
  GCancellable *cancellable;
  GtkWidget    *icon;
  GdkTexture   *texture;     /* NULL for the icon */
  gboolean      samples;
};

enum
{
  LOOKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsStartPicture, commons_start_picture, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CommonsStartPicture) self = user_data;
  g_autoptr (CommonsGlance) glance = commons_glance_finish (result, NULL);

  /* Given up: somebody asked for another, or nobody looks any more. */
  if (glance == NULL)
    return;

  if (glance->picture != NULL)
    {
      g_set_object (&self->texture, glance->picture);
      gtk_widget_set_visible (self->icon, FALSE);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }

  g_signal_emit (self, signals[LOOKED], 0, glance);
}

static void
look (CommonsStartPicture *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  CommonsGlanceWish wish = {
    .file = self->file,
    .bytes = self->bytes,
    .width = self->width,
    .height = self->height,
    .scale = SHARPNESS,
    .theme = adw_style_manager_get_dark (style) ? COMMONS_THEME_DARK : COMMONS_THEME_LIGHT,
    .high_contrast = adw_style_manager_get_high_contrast (style),
    .samples = self->samples,
  };

  g_assert (COMMONS_IS_START_PICTURE (self));

  if (self->file == NULL && self->bytes == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  commons_glance_async (&wish, self->cancellable, looked_cb, g_object_ref (self));
}

static void
commons_start_picture_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  CommonsStartPicture *self = COMMONS_START_PICTURE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double scale = MIN ((double) width / self->width, (double) height / self->height);
  graphene_point_t corner;

  GTK_WIDGET_CLASS (commons_start_picture_parent_class)->snapshot (widget, snapshot);
  if (self->texture == NULL)
    return;

  graphene_point_init (&corner, (float) ((width - self->width * scale) / 2),
                       (float) ((height - self->height * scale) / 2));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &corner);
  gdk_paintable_snapshot (GDK_PAINTABLE (self->texture), snapshot, self->width * scale, self->height * scale);
  gtk_snapshot_restore (snapshot);
}

static void
commons_start_picture_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  CommonsStartPicture *self = COMMONS_START_PICTURE (widget);

  *natural = orientation == GTK_ORIENTATION_VERTICAL ? self->height : self->width;
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? *natural : MIN (*natural, MAX_MINIMUM);
}

static void
commons_start_picture_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  GtkWidget *icon = COMMONS_START_PICTURE (widget)->icon;

  if (gtk_widget_should_layout (icon))
    gtk_widget_size_allocate (icon, &(GtkAllocation) { 0, 0, width, height }, -1);
}

/* A page that is gone wants no more pictures. */
static void
commons_start_picture_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (COMMONS_START_PICTURE (widget)->cancellable);

  GTK_WIDGET_CLASS (commons_start_picture_parent_class)->unroot (widget);
}

/* It may only have changed its place. */
static void
commons_start_picture_root (GtkWidget *widget)
{
  CommonsStartPicture *self = COMMONS_START_PICTURE (widget);

  GTK_WIDGET_CLASS (commons_start_picture_parent_class)->root (widget);

  if (self->texture == NULL && self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable))
    look (self);
}

static void
commons_start_picture_dispose (GObject *object)
{
  CommonsStartPicture *self = COMMONS_START_PICTURE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->icon, gtk_widget_unparent);

  G_OBJECT_CLASS (commons_start_picture_parent_class)->dispose (object);
}

static void
commons_start_picture_class_init (CommonsStartPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_start_picture_dispose;
  widget_class->snapshot = commons_start_picture_snapshot;
  widget_class->measure = commons_start_picture_measure;
  widget_class->size_allocate = commons_start_picture_size_allocate;
  widget_class->root = commons_start_picture_root;
  widget_class->unroot = commons_start_picture_unroot;
  gtk_widget_class_set_css_name (widget_class, "start-picture");

  /* What it shows is said by the words beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  /**
   * CommonsStartPicture::looked:
   * @glance: a #CommonsGlance, valid during the call
   *
   * A board was looked at.
   */
  signals[LOOKED] = g_signal_new ("looked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
commons_start_picture_init (CommonsStartPicture *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->icon = gtk_image_new_from_icon_name ("cc-board-symbolic");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_start_picture_new (int width,
                           int height)
{
  CommonsStartPicture *self;

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self = g_object_new (COMMONS_TYPE_START_PICTURE, NULL);
  self->width = width;
  self->height = height;

  return GTK_WIDGET (self);
}

void
commons_start_picture_set_icon (CommonsStartPicture *self,
                                const char          *icon)
{
  g_return_if_fail (COMMONS_IS_START_PICTURE (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
}

void
commons_start_picture_load (CommonsStartPicture *self,
                            GFile               *file,
                            GBytes              *bytes,
                            gboolean             samples)
{
  g_return_if_fail (COMMONS_IS_START_PICTURE (self));
  g_return_if_fail (file != NULL || bytes != NULL);

  g_set_object (&self->file, file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->samples = samples;
  look (self);
}

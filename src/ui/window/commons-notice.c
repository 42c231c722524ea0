/* commons-notice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-notice.h"

#define SPACING 6

/* With less than that the words stand above the buttons. */
#define MIN_WORDS 240

struct _CommonsNotice
{
  GtkWidget  parent_instance;

  GtkWidget *words;
  GtkWidget *buttons;
};

enum
{
  ACTIVATED,
  DISMISSED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsNotice, commons_notice, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static void
activated_cb (CommonsNotice *self)
{
  g_assert (COMMONS_IS_NOTICE (self));

  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
dismissed_cb (CommonsNotice *self)
{
  g_assert (COMMONS_IS_NOTICE (self));

  g_signal_emit (self, signals[DISMISSED], 0);
}

static int
measure_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* Room for the words beside the buttons; 0 when they stand above them. */
static int
get_words_width (CommonsNotice *self,
                 int            width)
{
  int left = width - SPACING - measure_width (self->buttons);

  return left >= MIN (MIN_WORDS, measure_width (self->words)) ? left : 0;
}

static int
get_height (CommonsNotice *self,
            int            width)
{
  int words = get_words_width (self, width);

  if (words > 0)
    return MAX (measure_height (self->words, words), measure_height (self->buttons, -1));

  return measure_height (self->words, width) + measure_height (self->buttons, -1);
}

static GtkSizeRequestMode
commons_notice_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
commons_notice_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  CommonsNotice *self = COMMONS_NOTICE (widget);
  int words;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int wide = measure_width (self->words) + SPACING + measure_width (self->buttons);

      *minimum = *natural = get_height (self, for_size >= 0 ? for_size : wide);
      return;
    }

  gtk_widget_measure (self->words, GTK_ORIENTATION_HORIZONTAL, -1, &words, NULL, NULL, NULL);
  *minimum = MAX (words, measure_width (self->buttons));
  *natural = measure_width (self->words) + SPACING + measure_width (self->buttons);
}

static void
place (GtkWidget *widget,
       int        x,
       int        y,
       int        width,
       int        height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
commons_notice_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CommonsNotice *self = COMMONS_NOTICE (widget);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int words = get_words_width (self, width);
  int buttons = measure_width (self->buttons);
  int at_end = from_right ? 0 : width - buttons;

  if (words > 0)
    {
      place (self->words, from_right ? width - words : 0, 0, words, height);
      place (self->buttons, at_end, 0, buttons, height);
    }
  else
    {
      int above = measure_height (self->words, width);

      place (self->words, 0, 0, width, above);
      place (self->buttons, at_end, above, buttons, height - above);
    }
}

static void
commons_notice_dispose (GObject *object)
{
  CommonsNotice *self = COMMONS_NOTICE (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, gtk_widget_unparent);

  G_OBJECT_CLASS (commons_notice_parent_class)->dispose (object);
}

static void
commons_notice_class_init (CommonsNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_notice_dispose;
  widget_class->get_request_mode = commons_notice_get_request_mode;
  widget_class->measure = commons_notice_measure;
  widget_class->size_allocate = commons_notice_size_allocate;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
commons_notice_init (CommonsNotice *self)
{
  self->words = gtk_label_new (NULL);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
}

static void
show_words (CommonsNotice *self,
            const char    *words)
{
  GtkLabel *label = GTK_LABEL (self->words);

  gtk_label_set_text (label, words);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  gtk_widget_add_css_class (self->words, "notice-words");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
add_button (CommonsNotice *self,
            GtkWidget     *button,
            GCallback      callback)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->buttons), button);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_cross (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);

  return button;
}

GtkWidget *
commons_notice_new (const char *words,
                    const char *action,
                    const char *dismiss)
{
  CommonsNotice *self;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_NOTICE, NULL);
  show_words (self, words);

  if (action != NULL)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (action);

      gtk_widget_add_css_class (button, "notice-action");
      add_button (self, button, G_CALLBACK (activated_cb));
    }

  add_button (self, dismiss != NULL ? gtk_button_new_with_mnemonic (dismiss) : make_cross (),
              G_CALLBACK (dismissed_cb));

  return GTK_WIDGET (self);
}

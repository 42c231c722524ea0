/* commons-notice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-notice"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-notice.h"

struct _CommonsNotice
{
  GtkWidget  parent_instance;

  GtkWidget *box;
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

static void
commons_notice_dispose (GObject *object)
{
  CommonsNotice *self = COMMONS_NOTICE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (commons_notice_parent_class)->dispose (object);
}

static void
commons_notice_class_init (CommonsNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_notice_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
commons_notice_init (CommonsNotice *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_words (CommonsNotice *self,
           const char    *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "notice-words");
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
add_button (CommonsNotice *self,
            GtkWidget     *button,
            GCallback      callback)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), button);
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
  GtkWidget *button;

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (action != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_NOTICE, NULL);
  add_words (self, words);

  button = gtk_button_new_with_mnemonic (action);
  gtk_widget_add_css_class (button, "notice-action");
  add_button (self, button, G_CALLBACK (activated_cb));
  add_button (self, dismiss != NULL ? gtk_button_new_with_mnemonic (dismiss) : make_cross (),
              G_CALLBACK (dismissed_cb));

  return GTK_WIDGET (self);
}

/* commons-choice-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-choice-list.h"
#include "commons-choice-popover.h"

struct _CommonsChoicePopover
{
  GtkPopover         parent_instance;

  CommonsCatalogue  *catalogue;
  char              *enumeration;
  char             **values;
  GtkWidget         *list; /* NULL until it is first shown */
  gboolean           several;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsChoicePopover, commons_choice_popover, GTK_TYPE_POPOVER)

static guint signals[N_SIGNALS];

/* Closed before it is told: what is done with the choice may take the popover
 * away. */
static void
chosen_cb (CommonsChoicePopover *self,
           const char           *value,
           gboolean              on)
{
  g_autofree char *kept = g_strdup (value);

  g_assert (COMMONS_IS_CHOICE_POPOVER (self));

  g_object_ref (self);
  if (!self->several)
    gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, kept, on);
  g_object_unref (self);
}

static void
fill (CommonsChoicePopover *self)
{
  self->list = commons_choice_list_new (self->catalogue, self->enumeration, self->several);
  commons_choice_list_set_values (COMMONS_CHOICE_LIST (self->list), (const char *const *) self->values);
  gtk_popover_set_child (GTK_POPOVER (self), self->list);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
commons_choice_popover_show (GtkWidget *widget)
{
  CommonsChoicePopover *self = COMMONS_CHOICE_POPOVER (widget);

  if (self->list == NULL)
    fill (self);

  GTK_WIDGET_CLASS (commons_choice_popover_parent_class)->show (widget);
}

static void
commons_choice_popover_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (commons_choice_popover_parent_class)->map (widget);

  commons_choice_list_start (COMMONS_CHOICE_LIST (COMMONS_CHOICE_POPOVER (widget)->list));
}

static void
commons_choice_popover_dispose (GObject *object)
{
  CommonsChoicePopover *self = COMMONS_CHOICE_POPOVER (object);

  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->enumeration, g_free);
  g_clear_pointer (&self->values, g_strfreev);

  G_OBJECT_CLASS (commons_choice_popover_parent_class)->dispose (object);
}

static void
commons_choice_popover_class_init (CommonsChoicePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_choice_popover_dispose;
  widget_class->show = commons_choice_popover_show;
  widget_class->map = commons_choice_popover_map;

  signals[CHOSEN] = g_signal_new ("chosen",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
commons_choice_popover_init (CommonsChoicePopover *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "choice-popover");
}

GtkWidget *
commons_choice_popover_new (CommonsCatalogue *catalogue,
                            const char       *enumeration,
                            gboolean          several)
{
  CommonsChoicePopover *self;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (enumeration != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_CHOICE_POPOVER, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->enumeration = g_strdup (enumeration);
  self->several = several;

  return GTK_WIDGET (self);
}

void
commons_choice_popover_set_values (CommonsChoicePopover *self,
                                   const char * const   *values)
{
  g_return_if_fail (COMMONS_IS_CHOICE_POPOVER (self));

  g_strfreev (self->values);
  self->values = g_strdupv ((char **) values);
  if (self->list != NULL)
    commons_choice_list_set_values (COMMONS_CHOICE_LIST (self->list), values);
}

GtkWidget *
commons_choice_popover_get_list (CommonsChoicePopover *self)
{
  g_return_val_if_fail (COMMONS_IS_CHOICE_POPOVER (self), NULL);

  return self->list;
}

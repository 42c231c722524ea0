/* commons-card-widget.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-card-widget.h"
#include "commons-card-words.h"
#include "commons-folding.h"

struct _CommonsCardWidget
{
  GtkWidget      parent_instance;

  CommonsRecord *record;
  char          *description; /* NULL until first told */
  GtkWidget     *next;        /* what is read after it, not held */
  guint          position;    /* among what lies in the same thing, from 1 */
  guint          size;        /* 0 until told */
  gboolean       dimmed;
};

G_DEFINE_FINAL_TYPE (CommonsCardWidget, commons_card_widget, GTK_TYPE_WIDGET)

static void
commons_card_widget_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  /* The plane gives a card the size its record says, however small. */
  *minimum = 0;
  *natural = 0;
}

static void
commons_card_widget_finalize (GObject *object)
{
  CommonsCardWidget *self = COMMONS_CARD_WIDGET (object);

  g_clear_pointer (&self->record, commons_record_unref);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (commons_card_widget_parent_class)->finalize (object);
}

static void
commons_card_widget_class_init (CommonsCardWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = commons_card_widget_finalize;
  widget_class->measure = commons_card_widget_measure;

  gtk_widget_class_set_css_name (widget_class, "card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
commons_card_widget_init (CommonsCardWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
commons_card_widget_new (CommonsRecord *record)
{
  CommonsCardWidget *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_CARD_WIDGET, NULL);
  self->record = commons_record_ref (record);

  return GTK_WIDGET (self);
}

CommonsRecord *
commons_card_widget_get_record (CommonsCardWidget *self)
{
  g_return_val_if_fail (COMMONS_IS_CARD_WIDGET (self), NULL);

  return self->record;
}

static void
tell_description (CommonsCardWidget *self)
{
  g_autofree char *dimmed = NULL, *text = NULL;

  /* Translators: said of a card that is drawn pale, after what else it is. */
  if (self->dimmed)
    dimmed = g_strjoin (*self->description != '\0' ? ", " : "", self->description, _("left out by the filter"), NULL);
  text = commons_card_describe_place (dimmed ? dimmed : self->description, self->position, self->size);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
commons_card_widget_update (CommonsCardWidget *self,
                            CommonsRecord     *record,
                            CommonsBoard      *board,
                            CommonsCatalogue  *catalogue)
{
  g_autofree char *label = NULL;

  g_return_if_fail (COMMONS_IS_CARD_WIDGET (self));
  g_return_if_fail (record != NULL);

  commons_record_ref (record);
  commons_record_unref (self->record);
  self->record = record;

  label = commons_card_name (record, catalogue);
  g_free (self->description);
  self->description = commons_card_describe (record, board, catalogue);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (commons_record_is_group (record))
    gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                                 GTK_ACCESSIBLE_STATE_EXPANDED, !commons_folding_is_folded (record), -1);
  tell_description (self);
}

void
commons_card_widget_set_place (CommonsCardWidget *self,
                               guint              position,
                               guint              size,
                               guint              level)
{
  g_return_if_fail (COMMONS_IS_CARD_WIDGET (self));
  g_return_if_fail (position <= size);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) level, -1);
  if (self->position == position && self->size == size)
    return;

  self->position = position;
  self->size = size;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) size, -1);
  if (self->description != NULL)
    tell_description (self);
}

void
commons_card_widget_set_next (CommonsCardWidget *self,
                              GtkWidget         *next)
{
  g_return_if_fail (COMMONS_IS_CARD_WIDGET (self));

  if (self->next == next)
    return;

  self->next = next;
  if (next != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_FLOW_TO, next, NULL, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_FLOW_TO);
}

void
commons_card_widget_set_dimmed (CommonsCardWidget *self,
                                gboolean           dimmed)
{
  g_return_if_fail (COMMONS_IS_CARD_WIDGET (self));

  if (self->dimmed == dimmed)
    return;

  self->dimmed = dimmed;
  if (self->description != NULL)
    tell_description (self);
}

void
commons_card_widget_set_selected (CommonsCardWidget *self,
                                  gboolean           selected)
{
  g_return_if_fail (COMMONS_IS_CARD_WIDGET (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

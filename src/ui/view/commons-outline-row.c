/* commons-outline-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-outline-row.h"

struct _CommonsOutlineRow
{
  GObject        parent_instance;

  CommonsRecord *record;
  guint          depth;
  guint          n_children;
  gboolean       expanded;
};

G_DEFINE_FINAL_TYPE (CommonsOutlineRow, commons_outline_row, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
commons_outline_row_finalize (GObject *object)
{
  CommonsOutlineRow *self = COMMONS_OUTLINE_ROW (object);

  g_clear_pointer (&self->record, commons_record_unref);

  G_OBJECT_CLASS (commons_outline_row_parent_class)->finalize (object);
}

static void
commons_outline_row_class_init (CommonsOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = commons_outline_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
commons_outline_row_init (CommonsOutlineRow *self)
{
}

CommonsOutlineRow *
commons_outline_row_new (CommonsRecord *record)
{
  CommonsOutlineRow *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_OUTLINE_ROW, NULL);
  self->record = commons_record_ref (record);

  return self;
}

gboolean
commons_outline_row_update (CommonsOutlineRow *self,
                            CommonsRecord     *record,
                            guint              depth,
                            guint              n_children,
                            gboolean           expanded)
{
  g_return_val_if_fail (COMMONS_IS_OUTLINE_ROW (self), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  if (self->record == record && self->depth == depth && self->n_children == n_children &&
      self->expanded == expanded)
    return FALSE;

  commons_record_ref (record);
  commons_record_unref (self->record);
  self->record = record;
  self->depth = depth;
  self->n_children = n_children;
  self->expanded = expanded;
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

CommonsRecord *
commons_outline_row_get_record (CommonsOutlineRow *self)
{
  g_return_val_if_fail (COMMONS_IS_OUTLINE_ROW (self), NULL);

  return self->record;
}

const char *
commons_outline_row_get_id (CommonsOutlineRow *self)
{
  g_return_val_if_fail (COMMONS_IS_OUTLINE_ROW (self), NULL);

  return commons_record_get_id (self->record);
}

guint
commons_outline_row_get_depth (CommonsOutlineRow *self)
{
  g_return_val_if_fail (COMMONS_IS_OUTLINE_ROW (self), 0);

  return self->depth;
}

guint
commons_outline_row_get_n_children (CommonsOutlineRow *self)
{
  g_return_val_if_fail (COMMONS_IS_OUTLINE_ROW (self), 0);

  return self->n_children;
}

gboolean
commons_outline_row_get_expanded (CommonsOutlineRow *self)
{
  g_return_val_if_fail (COMMONS_IS_OUTLINE_ROW (self), FALSE);

  return self->expanded;
}

/* commons-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-history"

#include "config.h"

#include "commons-board-private.h"
#include "commons-history.h"

/* One undo step. `state` names the board as it is after the step. */
typedef struct
{
  CommonsChangeSet *changes;
  char             *label;
  char             *merge_key;
  guint64           state;
} Step;

struct _CommonsHistory
{
  GObject       parent_instance;

  CommonsBoard *board;
  GPtrArray    *undo;
  GPtrArray    *redo;
  guint64       first_state;
  guint64       next_state;
  guint64       saved_state;

  guint         had_undo : 1;
  guint         had_redo : 1;
  guint         was_modified : 1;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  N_PROPS
};

/* No state has this number. */
#define STATE_NONE 0

G_DEFINE_FINAL_TYPE (CommonsHistory, commons_history, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
step_free (gpointer data)
{
  Step *step = data;

  commons_change_set_unref (step->changes);
  g_free (step->label);
  g_free (step->merge_key);
  g_free (step);
}

static Step *
peek (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

static void
notify_changes (CommonsHistory *self)
{
  gboolean can_undo = commons_history_can_undo (self);
  gboolean can_redo = commons_history_can_redo (self);
  gboolean modified = commons_history_is_modified (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (can_undo != self->had_undo)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (can_redo != self->had_redo)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  if (modified != self->was_modified)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  self->had_undo = can_undo;
  self->had_redo = can_redo;
  self->was_modified = modified;
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
can_merge (CommonsHistory *self,
           const char     *merge_key)
{
  Step *last = peek (self->undo);

  /* A saved state must stay reachable, so nothing is merged into it. */
  return last != NULL && merge_key != NULL && self->redo->len == 0 &&
         last->state != self->saved_state && g_strcmp0 (last->merge_key, merge_key) == 0;
}

static void
merge_into_last (CommonsHistory   *self,
                 CommonsChangeSet *changes)
{
  Step *last = peek (self->undo);
  CommonsChangeSet *all = commons_change_set_concat (last->changes, changes);

  commons_change_set_unref (last->changes);
  last->changes = all;
  last->state = self->next_state++;

  if (commons_change_set_is_noop (all))
    g_ptr_array_remove_index (self->undo, self->undo->len - 1);
}

static void
push_step (CommonsHistory   *self,
           CommonsChangeSet *changes,
           const char       *label,
           const char       *merge_key)
{
  Step *step = g_new0 (Step, 1);

  step->changes = commons_change_set_ref (changes);
  step->label = g_strdup (label);
  step->merge_key = g_strdup (merge_key);
  step->state = self->next_state++;

  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, step);
}

static void
board_changed_cb (CommonsHistory   *self,
                  CommonsChangeSet *changes,
                  int               origin,
                  const char       *label,
                  const char       *merge_key)
{
  g_assert (COMMONS_IS_HISTORY (self));

  if (origin != COMMONS_ORIGIN_EDIT)
    return;

  if (can_merge (self, merge_key))
    merge_into_last (self, changes);
  else
    push_step (self, changes, label, merge_key);

  notify_changes (self);
}

static void
commons_history_dispose (GObject *object)
{
  CommonsHistory *self = COMMONS_HISTORY (object);

  g_clear_object (&self->board);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);

  G_OBJECT_CLASS (commons_history_parent_class)->dispose (object);
}

static void
commons_history_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CommonsHistory *self = COMMONS_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, commons_history_can_undo (self));
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, commons_history_can_redo (self));
      break;

    case PROP_MODIFIED:
      g_value_set_boolean (value, commons_history_is_modified (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
commons_history_class_init (CommonsHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = commons_history_dispose;
  object_class->get_property = commons_history_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
commons_history_init (CommonsHistory *self)
{
  self->undo = g_ptr_array_new_with_free_func (step_free);
  self->redo = g_ptr_array_new_with_free_func (step_free);
  self->first_state = 1;
  self->saved_state = 1;
  self->next_state = 2;
}

CommonsHistory *
commons_history_new (CommonsBoard *board)
{
  CommonsHistory *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  self = g_object_new (COMMONS_TYPE_HISTORY, NULL);
  self->board = g_object_ref (board);
  g_signal_connect_object (board, "changed", G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

gboolean
commons_history_can_undo (CommonsHistory *self)
{
  g_return_val_if_fail (COMMONS_IS_HISTORY (self), FALSE);

  return self->undo->len > 0;
}

gboolean
commons_history_can_redo (CommonsHistory *self)
{
  g_return_val_if_fail (COMMONS_IS_HISTORY (self), FALSE);

  return self->redo->len > 0;
}

static void
apply (CommonsHistory   *self,
       CommonsChangeSet *changes,
       CommonsOrigin     origin,
       const char       *label)
{
  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    _commons_board_apply (self->board, commons_change_set_get (changes, i));

  _commons_board_notify (self->board, changes, origin, label, NULL);
  notify_changes (self);
}

CommonsChangeSet *
commons_history_undo (CommonsHistory *self)
{
  CommonsChangeSet *inverse;
  Step *step;

  g_return_val_if_fail (COMMONS_IS_HISTORY (self), NULL);

  if (self->undo->len == 0)
    return NULL;

  step = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  g_ptr_array_add (self->redo, step);

  inverse = commons_change_set_invert (step->changes);
  apply (self, inverse, COMMONS_ORIGIN_UNDO, step->label);

  return inverse;
}

CommonsChangeSet *
commons_history_redo (CommonsHistory *self)
{
  Step *step;

  g_return_val_if_fail (COMMONS_IS_HISTORY (self), NULL);

  if (self->redo->len == 0)
    return NULL;

  step = g_ptr_array_steal_index (self->redo, self->redo->len - 1);
  g_ptr_array_add (self->undo, step);
  apply (self, step->changes, COMMONS_ORIGIN_REDO, step->label);

  return commons_change_set_ref (step->changes);
}

const char *
commons_history_get_undo_label (CommonsHistory *self)
{
  Step *step;

  g_return_val_if_fail (COMMONS_IS_HISTORY (self), NULL);

  step = peek (self->undo);
  return step ? step->label : NULL;
}

const char *
commons_history_get_redo_label (CommonsHistory *self)
{
  Step *step;

  g_return_val_if_fail (COMMONS_IS_HISTORY (self), NULL);

  step = peek (self->redo);
  return step ? step->label : NULL;
}

void
commons_history_barrier (CommonsHistory *self)
{
  Step *step;

  g_return_if_fail (COMMONS_IS_HISTORY (self));

  step = peek (self->undo);
  if (step != NULL)
    g_clear_pointer (&step->merge_key, g_free);
}

guint64
commons_history_get_state (CommonsHistory *self)
{
  Step *step;

  g_return_val_if_fail (COMMONS_IS_HISTORY (self), STATE_NONE);

  step = peek (self->undo);
  return step ? step->state : self->first_state;
}

void
commons_history_mark_saved (CommonsHistory *self)
{
  commons_history_mark_saved_state (self, commons_history_get_state (self));
}

void
commons_history_mark_saved_state (CommonsHistory *self,
                                  guint64         state)
{
  g_return_if_fail (COMMONS_IS_HISTORY (self));

  self->saved_state = state;
  notify_changes (self);
}

gboolean
commons_history_is_modified (CommonsHistory *self)
{
  g_return_val_if_fail (COMMONS_IS_HISTORY (self), FALSE);

  return commons_history_get_state (self) != self->saved_state;
}

guint
commons_history_count_changes (CommonsHistory *self)
{
  g_return_val_if_fail (COMMONS_IS_HISTORY (self), 0);

  for (guint i = self->undo->len; i > 0; i--)
    {
      if (((Step *) g_ptr_array_index (self->undo, i - 1))->state == self->saved_state)
        return self->undo->len - i;
    }

  /* What can be redone leads back to what was saved. */
  for (guint i = self->redo->len; i > 0; i--)
    {
      if (((Step *) g_ptr_array_index (self->redo, i - 1))->state == self->saved_state)
        return self->redo->len - i + 1;
    }

  return self->undo->len;
}

void
commons_history_mark_modified (CommonsHistory *self)
{
  commons_history_mark_saved_state (self, STATE_NONE);
}

/* commons-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-editor"

#include "config.h"

#include "commons-board-private.h"
#include "commons-editor.h"

struct _CommonsEditor
{
  GObject           parent_instance;

  CommonsBoard     *board;
  CommonsChangeSet *changes; /* NULL outside a transaction */
  char             *label;
  char             *merge_key;
  char             *author;  /* who writes, NULL for nobody in particular */
};

G_DEFINE_FINAL_TYPE (CommonsEditor, commons_editor, G_TYPE_OBJECT)

static void
end_transaction (CommonsEditor *self)
{
  g_clear_pointer (&self->changes, commons_change_set_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->merge_key, g_free);
}

static void
change (CommonsEditor *self,
        CommonsRecord *before,
        guint          before_position,
        CommonsRecord *after,
        guint          after_position)
{
  const CommonsChange one = { before, after, before_position, after_position };

  if (self->changes == NULL)
    g_error ("The board may only be changed within a transaction");

  commons_change_set_add (self->changes, before, before_position, after, after_position);
  _commons_board_apply (self->board, &one);
}

/* Groups lie below the cards, so that a new circle covers none of them. */
static guint
get_add_position (CommonsEditor *self,
                  CommonsRecord *record)
{
  guint position = 0;

  if (commons_record_get_table (record) == COMMONS_TABLE_EDGES)
    return commons_board_get_n_edges (self->board);

  if (!commons_record_is_group (record))
    return commons_board_get_n_nodes (self->board);

  for (guint i = 0; i < commons_board_get_n_nodes (self->board); i++)
    {
      if (commons_record_is_group (commons_board_get_node (self->board, i)))
        position = i + 1;
    }

  return position;
}

static void
commons_editor_dispose (GObject *object)
{
  CommonsEditor *self = COMMONS_EDITOR (object);

  end_transaction (self);
  g_clear_pointer (&self->author, g_free);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (commons_editor_parent_class)->dispose (object);
}

static void
commons_editor_class_init (CommonsEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_editor_dispose;
}

static void
commons_editor_init (CommonsEditor *self)
{
}

CommonsEditor *
commons_editor_new (CommonsBoard *board)
{
  CommonsEditor *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  self = g_object_new (COMMONS_TYPE_EDITOR, NULL);
  self->board = g_object_ref (board);

  return self;
}

CommonsBoard *
commons_editor_get_board (CommonsEditor *self)
{
  g_return_val_if_fail (COMMONS_IS_EDITOR (self), NULL);

  return self->board;
}

void
commons_editor_set_author (CommonsEditor *self,
                           const char    *author)
{
  g_autofree char *name = NULL;

  g_return_if_fail (COMMONS_IS_EDITOR (self));

  name = g_strstrip (g_strdup (author != NULL ? author : ""));
  g_free (self->author);
  self->author = *name != '\0' ? g_steal_pointer (&name) : NULL;
}

const char *
commons_editor_get_author (CommonsEditor *self)
{
  g_return_val_if_fail (COMMONS_IS_EDITOR (self), NULL);

  return self->author;
}

void
commons_editor_begin (CommonsEditor *self,
                      const char    *label,
                      const char    *merge_key)
{
  g_return_if_fail (COMMONS_IS_EDITOR (self));
  g_return_if_fail (label != NULL);

  if (self->changes != NULL)
    g_error ("A transaction is under way: %s", self->label);

  self->changes = commons_change_set_new ();
  self->label = g_strdup (label);
  self->merge_key = g_strdup (merge_key);
}

void
commons_editor_add (CommonsEditor *self,
                    CommonsRecord *record)
{
  g_return_if_fail (COMMONS_IS_EDITOR (self));
  g_return_if_fail (record != NULL);
  g_return_if_fail (commons_record_get_table (record) != COMMONS_TABLE_HEAD);
  g_return_if_fail (commons_board_lookup (self->board, commons_record_get_id (record)) == NULL);

  change (self, NULL, 0, record, get_add_position (self, record));
}

void
commons_editor_set (CommonsEditor *self,
                    CommonsRecord *record)
{
  CommonsRecord *before;
  guint position = 0;

  g_return_if_fail (COMMONS_IS_EDITOR (self));
  g_return_if_fail (record != NULL);

  before = commons_board_lookup (self->board, commons_record_get_id (record));
  g_return_if_fail (before != NULL);
  g_return_if_fail (commons_record_get_table (before) == commons_record_get_table (record));

  if (commons_record_equal (before, record))
    return;

  commons_board_get_position (self->board, commons_record_get_id (record), &position);
  change (self, before, position, record, position);
}

static void
remove_record (CommonsEditor *self,
               CommonsRecord *record)
{
  guint position = 0;

  commons_board_get_position (self->board, commons_record_get_id (record), &position);
  change (self, record, position, NULL, 0);
}

void
commons_editor_remove (CommonsEditor *self,
                       const char    *id)
{
  CommonsRecord *record;
  GPtrArray *links;

  g_return_if_fail (COMMONS_IS_EDITOR (self));
  g_return_if_fail (id != NULL);

  record = commons_board_lookup (self->board, id);
  g_return_if_fail (record != NULL);
  g_return_if_fail (commons_record_get_table (record) != COMMONS_TABLE_HEAD);

  if (commons_record_get_table (record) == COMMONS_TABLE_NODES)
    {
      while ((links = commons_board_get_links (self->board, id)) != NULL)
        remove_record (self, g_ptr_array_index (links, links->len - 1));
    }

  remove_record (self, record);
}

void
commons_editor_reorder (CommonsEditor *self,
                        const char    *id,
                        guint          position)
{
  CommonsRecord *record;
  guint before, last;

  g_return_if_fail (COMMONS_IS_EDITOR (self));
  g_return_if_fail (id != NULL);

  record = commons_board_lookup (self->board, id);
  g_return_if_fail (record != NULL);

  if (!commons_board_get_position (self->board, id, &before))
    return;

  last = (commons_record_get_table (record) == COMMONS_TABLE_NODES
            ? commons_board_get_n_nodes (self->board)
            : commons_board_get_n_edges (self->board)) - 1;
  position = MIN (position, last);

  if (position != before)
    change (self, record, before, record, position);
}

gboolean
commons_editor_commit (CommonsEditor *self)
{
  g_autoptr (CommonsChangeSet) nothing = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) changes = NULL;
  g_autofree char *label = NULL;
  g_autofree char *merge_key = NULL;

  g_return_val_if_fail (COMMONS_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (self->changes != NULL, FALSE);

  /* Folded, so that a record set there and back counts as nothing.
   * Ended first: a listener may begin a transaction of its own. */
  changes = commons_change_set_concat (self->changes, nothing);
  label = g_steal_pointer (&self->label);
  merge_key = g_steal_pointer (&self->merge_key);
  end_transaction (self);

  if (commons_change_set_is_noop (changes))
    return FALSE;

  _commons_board_notify (self->board, changes, COMMONS_ORIGIN_EDIT, label, merge_key);

  return TRUE;
}

void
commons_editor_rollback (CommonsEditor *self)
{
  g_autoptr (CommonsChangeSet) inverse = NULL;

  g_return_if_fail (COMMONS_IS_EDITOR (self));
  g_return_if_fail (self->changes != NULL);

  inverse = commons_change_set_invert (self->changes);
  for (guint i = 0; i < commons_change_set_get_length (inverse); i++)
    _commons_board_apply (self->board, commons_change_set_get (inverse, i));

  end_transaction (self);
}

gboolean
commons_editor_is_busy (CommonsEditor *self)
{
  g_return_val_if_fail (COMMONS_IS_EDITOR (self), FALSE);

  return self->changes != NULL;
}

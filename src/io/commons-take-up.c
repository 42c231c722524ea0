/* commons-take-up.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking up what another program wrote into the file of a document, and what
 * there is to tell of it.
 */

#define G_LOG_DOMAIN "commons-take-up"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-differences.h"
#include "commons-document-private.h"
#include "commons-merge.h"
#include "commons-reader.h"
#include "commons-words.h"

typedef guint          (*GetN) (CommonsBoard *);
typedef CommonsRecord *(*GetNth) (CommonsBoard *, guint);

static GPtrArray *
list_records (CommonsBoard *board,
              GetN          get_n,
              GetNth        get)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < get_n (board); i++)
    g_ptr_array_add (records, get (board, i));

  return records;
}

static CommonsBoard *
copy_board (CommonsBoard *board)
{
  g_autoptr (GPtrArray) nodes = list_records (board, commons_board_get_n_nodes, commons_board_get_node);
  g_autoptr (GPtrArray) edges = list_records (board, commons_board_get_n_edges, commons_board_get_edge);

  return commons_board_new_from_records (commons_board_get_head (board), nodes, edges);
}

static gboolean
say_same_records (CommonsBoard *a,
                  CommonsBoard *b,
                  GetN          get_n,
                  GetNth        get)
{
  if (get_n (a) != get_n (b))
    return FALSE;

  for (guint i = 0; i < get_n (a); i++)
    {
      if (!commons_record_equal (get (a, i), get (b, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
say_same (CommonsBoard *a,
          CommonsBoard *b)
{
  return commons_record_equal (commons_board_get_head (a), commons_board_get_head (b)) &&
         say_same_records (a, b, commons_board_get_n_nodes, commons_board_get_node) &&
         say_same_records (a, b, commons_board_get_n_edges, commons_board_get_edge);
}

/* What both sides came from. Without changes of ours that is ours; what the
 * file held is not known of all drafts. */
static CommonsBoard *
make_base (CommonsDocument *self)
{
  CommonsBoard *base;

  if (!commons_document_get_modified (self))
    return copy_board (self->board);

  base = self->saved != NULL ? commons_reader_read (self->saved, NULL, NULL) : NULL;

  return base != NULL ? base : commons_board_new ();
}

static gboolean
is_mark (const CommonsMemberDifference *member)
{
  return g_strcmp0 (member->names[0], "commons") == 0 && g_strcmp0 (member->names[1], "conflicts") == 0;
}

/* That something is to be decided is told apart. */
static GPtrArray *
list_differences (CommonsBoard *before,
                  CommonsBoard *after)
{
  GPtrArray *differences = commons_differences_list (before, after);

  for (guint i = differences->len; i > 0; i--)
    {
      CommonsDifference *difference = g_ptr_array_index (differences, i - 1);
      guint n = difference->members->len;

      for (guint j = n; j > 0; j--)
        {
          if (is_mark (g_ptr_array_index (difference->members, j - 1)))
            g_ptr_array_remove_index (difference->members, j - 1);
        }
      if (n > 0 && difference->members->len == 0)
        g_ptr_array_remove_index (differences, i - 1);
    }

  return differences;
}

/* The state that counts as saved is the one the file holds: the present one,
 * an earlier one as long as the file still says the same, or none. */
static void
mark_saved (CommonsDocument *self,
            CommonsTakeUp   *taken,
            CommonsBoard    *base,
            CommonsBoard    *theirs)
{
  if (!taken->merged || say_same (self->board, theirs))
    commons_history_mark_saved (self->history);
  else if (!say_same (base, theirs))
    commons_history_mark_modified (self->history);
}

CommonsTakeUp *
_commons_document_take_up (CommonsDocument *self,
                           CommonsBoard    *theirs,
                           GBytes          *bytes,
                           const char      *etag)
{
  CommonsTakeUp *taken = g_new0 (CommonsTakeUp, 1);
  g_autoptr (CommonsBoard) base = make_base (self);
  g_autoptr (CommonsMerge) merge = commons_merge_new (base, self->board, theirs);

  taken->merged = commons_document_get_modified (self);
  taken->before = copy_board (self->board);

  g_object_freeze_notify (G_OBJECT (self));
  commons_reader_merge_spellings (self->board, NULL, self->board, theirs);
  commons_editor_begin (self->editor, _("Changes From Elsewhere"), NULL);
  commons_merge_apply (merge, self->editor);
  taken->changed = commons_editor_commit (self->editor);
  mark_saved (self, taken, base, theirs);
  _commons_document_set_saved (self, bytes);
  _commons_document_set_file (self, self->file, etag);
  g_object_thaw_notify (G_OBJECT (self));
  _commons_document_tell_taken_up (self);

  taken->after = copy_board (self->board);
  taken->differences = list_differences (taken->before, taken->after);
  taken->n_conflicts = commons_merge_get_n_conflicts (merge);
  taken->state = commons_history_get_state (self->history);

  return taken;
}

void
commons_take_up_free (CommonsTakeUp *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->differences);
  g_object_unref (self->before);
  g_object_unref (self->after);
  g_free (self);
}

GPtrArray *
commons_take_up_list_words (const CommonsTakeUp *self,
                            CommonsCatalogue    *catalogue)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, words);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), words);

  for (guint i = 0; i < self->differences->len; i++)
    g_ptr_array_add (words, commons_words_for_difference (catalogue, self->before, self->after,
                                                          g_ptr_array_index (self->differences, i)));

  return words;
}

GPtrArray *
commons_take_up_list_ids (const CommonsTakeUp *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, ids);

  for (guint i = 0; i < self->differences->len; i++)
    {
      const CommonsDifference *difference = g_ptr_array_index (self->differences, i);

      if (difference->after != NULL && commons_record_get_table (difference->after) != COMMONS_TABLE_HEAD)
        g_ptr_array_add (ids, g_strdup (commons_record_get_id (difference->after)));
    }

  return ids;
}

static char *
describe_changes (guint n)
{
  return g_strdup_printf (ngettext ("%'u change taken over", "%'u changes taken over", n), n);
}

char *
commons_take_up_describe (const CommonsTakeUp *self)
{
  g_autofree char *changes = NULL;
  g_autofree char *conflicts = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!self->changed)
    return NULL;

  changes = describe_changes (self->differences->len);
  if (self->n_conflicts > 0)
    {
      conflicts = g_strdup_printf (ngettext ("%'u thing to decide", "%'u things to decide", self->n_conflicts),
                                   self->n_conflicts);
      if (self->differences->len == 0)
        /* Translators: %s is “3 changes taken over” */
        return g_strdup_printf (_("Another program changed this board: %s"), conflicts);

      /* Translators: “1 change taken over”, then “2 things to decide” */
      return g_strdup_printf (_("Another program changed this board: %s, %s"), changes, conflicts);
    }

  if (self->differences->len == 0)
    return g_strdup (_("Another program put this board in another order"));

  return self->merged
    /* Translators: %s is “3 changes taken over” */
    ? g_strdup_printf (_("Another program changed this board: %s, yours kept"), changes)
    /* Translators: %s is “3 changes taken over” */
    : g_strdup_printf (_("Another program changed this board: %s"), changes);
}

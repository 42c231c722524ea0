/* commons-reconcile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-reconcile"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-fold.h"
#include "commons-reconcile-private.h"
#include "commons-refile.h"

static CommonsRecord *
lookup_own (CommonsBoard *board,
            const char   *id)
{
  CommonsRecord *card = commons_board_lookup_node (board, id);

  return card != NULL && commons_side_get (card) == COMMONS_SIDE_I ? card : NULL;
}

GPtrArray *
_commons_reconcile_list_own (CommonsBoard *board,
                             GPtrArray    *ids)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *card = lookup_own (board, g_ptr_array_index (ids, i));

      if (card != NULL && g_hash_table_add (seen, card))
        g_ptr_array_add (cards, commons_record_ref (card));
    }

  return cards;
}

static gboolean
is_dropped (CommonsRecord *card)
{
  return g_strcmp0 (commons_record_get_status (card), "dropped") == 0;
}

guint
commons_reconcile_set_hidden (CommonsEditor *editor,
                              GPtrArray     *ids,
                              gboolean       hidden,
                              const char    *label)
{
  g_autoptr (GPtrArray) cards = NULL;
  guint n_changed = 0;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), 0);
  g_return_val_if_fail (ids != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  cards = _commons_reconcile_list_own (commons_editor_get_board (editor), ids);
  ours = _commons_arrange_begin (editor, label, NULL);
  for (guint i = 0; i < cards->len; i++)
    {
      CommonsRecord *card = g_ptr_array_index (cards, i);
      g_autoptr (CommonsRecord) changed = NULL;

      if (commons_record_is_hidden (card) == hidden)
        continue;

      changed = commons_record_with_flag (card, "commons/hidden", hidden);
      commons_editor_set (editor, changed);
      n_changed++;
    }
  _commons_arrange_end (editor, ours, n_changed > 0);

  return n_changed;
}

guint
commons_reconcile_set_dropped (CommonsEditor *editor,
                               GPtrArray     *ids,
                               gboolean       dropped,
                               const char    *label)
{
  g_autoptr (GPtrArray) cards = NULL;
  guint n_changed = 0;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), 0);
  g_return_val_if_fail (ids != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  cards = _commons_reconcile_list_own (commons_editor_get_board (editor), ids);
  ours = _commons_arrange_begin (editor, label, NULL);
  for (guint i = 0; i < cards->len; i++)
    {
      CommonsRecord *card = g_ptr_array_index (cards, i);
      g_autoptr (CommonsRecord) changed = NULL;

      if (is_dropped (card) == dropped || commons_record_is_locked (card))
        continue;

      changed = dropped ? commons_record_with_string (card, "commons/status", "dropped")
                        : commons_record_with (card, "commons/status", NULL);
      commons_editor_set (editor, changed);
      n_changed++;
    }
  _commons_arrange_end (editor, ours, n_changed > 0);

  return n_changed;
}

gboolean
commons_reconcile_is_taken (CommonsBoard *board,
                            const char   *id)
{
  GPtrArray *links;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  links = commons_board_get_links (board, id);
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links, i);
      CommonsRecord *from = commons_board_lookup_node (board, commons_record_get_from (edge));

      if (g_strcmp0 (commons_record_get_link (edge), COMMONS_LINK_DERIVES) == 0 &&
          g_str_equal (commons_record_get_to (edge), id) && from != NULL &&
          commons_side_get (from) != COMMONS_SIDE_I && !is_dropped (from))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_link (CommonsBoard *board,
          const char   *type,
          const char   *from,
          const char   *to)
{
  GPtrArray *links = commons_board_get_links (board, from);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links, i);

      if (g_strcmp0 (commons_record_get_link (edge), type) == 0 &&
          g_str_equal (commons_record_get_from (edge), from) && g_str_equal (commons_record_get_to (edge), to))
        return TRUE;
    }

  return FALSE;
}

/* An answer that is taken up is there for all to see. */
static void
show (CommonsEditor *editor,
      CommonsRecord *card)
{
  g_autoptr (CommonsRecord) shown = commons_record_with_flag (card, "commons/hidden", FALSE);
  g_autoptr (CommonsRecord) taken = is_dropped (card) ? commons_record_with (shown, "commons/status", NULL)
                                                      : commons_record_ref (shown);

  commons_editor_set (editor, taken);
}

void
_commons_reconcile_derive (CommonsEditor *editor,
                           const char    *shared,
                           GPtrArray     *cards)
{
  CommonsBoard *board = commons_editor_get_board (editor);

  for (guint i = 0; i < cards->len; i++)
    {
      CommonsRecord *card = g_ptr_array_index (cards, i);
      const char *id = commons_record_get_id (card);
      g_autoptr (GPtrArray) questions = commons_answers_list_questions (board, id);
      g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

      /* Filing changes what lists them. */
      for (guint j = 0; j < questions->len; j++)
        g_ptr_array_add (ids, g_strdup (g_ptr_array_index (questions, j)));
      for (guint j = 0; j < ids->len; j++)
        _commons_reconcile_file (editor, g_ptr_array_index (ids, j), shared);

      if (!has_link (board, COMMONS_LINK_DERIVES, shared, id))
        {
          g_autoptr (CommonsRecord) link = commons_record_new_link (COMMONS_LINK_DERIVES, shared, id);

          commons_editor_add (editor, link);
        }
      show (editor, card);
    }
}

void
_commons_reconcile_file (CommonsEditor *editor,
                         const char    *question,
                         const char    *card)
{
  g_autoptr (GPtrArray) filed = commons_answers_list_questions (commons_editor_get_board (editor), card);

  if (*question != '\0' && !g_ptr_array_find_with_equal_func (filed, question, g_str_equal, NULL))
    commons_answers_file (editor, question, card, G_MAXUINT);
}

char *
commons_reconcile_propose_text (CommonsBoard *board,
                                GPtrArray    *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) cards = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  cards = _commons_reconcile_list_own (board, ids);
  for (guint i = 0; i < cards->len; i++)
    {
      const char *title = commons_record_get_heading (g_ptr_array_index (cards, i));

      if (*title == '\0' || !g_hash_table_add (said, commons_fold (title)))
        continue;

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, title);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A taller card goes on standing where it stood, or grows what it lies in. */
static void
write_shared (CommonsEditor    *editor,
              CommonsCatalogue *catalogue,
              CommonsRecord    *card,
              const char       *text,
              int               height,
              const char       *label)
{
  g_autofree char *id = g_strdup (commons_record_get_id (card));
  g_autoptr (CommonsRecord) written = commons_record_with_text (card, text);
  CommonsRect bounds = *commons_record_get_bounds (card);

  commons_editor_set (editor, written);
  if (height > 0 && height != bounds.height)
    {
      bounds.height = height;
      commons_refile_resize (editor, catalogue, id, &bounds, label, NULL);
    }
}

gboolean
commons_reconcile_add (CommonsEditor    *editor,
                       CommonsCatalogue *catalogue,
                       GPtrArray        *ids,
                       const char       *shared,
                       const char       *text,
                       int               height,
                       const char       *label)
{
  g_autoptr (GPtrArray) cards = NULL;
  CommonsRecord *card;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (ids != NULL && shared != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  cards = _commons_reconcile_list_own (commons_editor_get_board (editor), ids);
  card = commons_board_lookup_node (commons_editor_get_board (editor), shared);
  if (cards->len == 0 || card == NULL || commons_side_get (card) == COMMONS_SIDE_I)
    return FALSE;

  ours = _commons_arrange_begin (editor, label, NULL);
  _commons_reconcile_derive (editor, shared, cards);
  if (text != NULL && !commons_record_is_locked (card))
    write_shared (editor, catalogue, card, text, height, label);

  return _commons_arrange_end (editor, ours, TRUE);
}

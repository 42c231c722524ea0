/* commons-reconcile-make.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards of the community that are made of answers.
 */

#define G_LOG_DOMAIN "commons-reconcile"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-capture.h"
#include "commons-reconcile-private.h"

/* What is one person's own, and not what was answered. */
static const char *const personal[] = {
  "commons/author", "commons/hidden", "commons/locked", "commons/notes", "commons/votes", "commons/status",
};

static CommonsRecord *
make_shared (CommonsRecord *own)
{
  g_autofree char *id = commons_record_new_id ();
  g_autoptr (CommonsRecord) renamed = commons_record_with_id (own, id);
  g_autoptr (CommonsRecord) shared = commons_record_with_string (renamed, "commons/side", "we");

  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    {
      CommonsRecord *bare = commons_record_with (shared, personal[i], NULL);

      commons_record_unref (shared);
      shared = bare;
    }

  return g_steal_pointer (&shared);
}

/* The card an answer is about: where answers of that kind are asked about
 * another card, the one they are linked to. */
static const char *
find_about (CommonsBoard     *board,
            CommonsCatalogue *catalogue,
            CommonsRecord    *own)
{
  const char *id = commons_record_get_id (own);
  GPtrArray *links = commons_board_get_links (board, id);
  g_autoptr (GPtrArray) questions = commons_answers_list_questions (board, id);
  const CommonsQuestion *question = questions->len > 0 ? commons_catalogue_get_question (catalogue, g_ptr_array_index (questions, 0))
                                                       : NULL;

  for (guint i = 0; question != NULL && links != NULL && i < question->n_captures; i++)
    {
      const CommonsCaptureSpec *spec = &question->captures[i];

      for (guint j = 0; spec->link != NULL && j < links->len; j++)
        {
          CommonsRecord *edge = g_ptr_array_index (links, j);
          const char *other = g_str_equal (commons_record_get_from (edge), id) ? commons_record_get_to (edge)
                                                                               : commons_record_get_from (edge);

          if (g_strcmp0 (spec->kind, commons_record_get_kind (own)) == 0 &&
              g_strcmp0 (spec->link, commons_record_get_link (edge)) == 0 &&
              commons_board_lookup_node (board, other) != NULL)
            return other;
        }
    }

  return NULL;
}

/* Place tells some links, and where an answer came from is its own affair. */
static gboolean
is_copied (CommonsCatalogue *catalogue,
           CommonsRecord    *edge)
{
  const CommonsLinkType *type = commons_catalogue_get_link (catalogue, commons_record_get_link (edge));

  return (type == NULL || type->inside == COMMONS_INSIDE_NONE) &&
         g_strcmp0 (commons_record_get_link (edge), COMMONS_LINK_DERIVES) != 0;
}

static gboolean
is_linked (CommonsBoard  *board,
           const char    *from,
           const char    *to,
           CommonsRecord *like)
{
  GPtrArray *links = commons_board_get_links (board, from);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links, i);

      if (g_strcmp0 (commons_record_get_link (edge), commons_record_get_link (like)) == 0 &&
          g_str_equal (commons_record_get_from (edge), from) && g_str_equal (commons_record_get_to (edge), to))
        return TRUE;
    }

  return FALSE;
}

static void
copy_links (CommonsEditor    *editor,
            CommonsCatalogue *catalogue,
            CommonsRecord    *own,
            const char       *shared)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  const char *id = commons_record_get_id (own);
  GPtrArray *links = commons_board_get_links (board, id);
  g_autoptr (GPtrArray) copied = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      if (is_copied (catalogue, g_ptr_array_index (links, i)))
        g_ptr_array_add (copied, commons_record_ref (g_ptr_array_index (links, i)));
    }

  for (guint i = 0; i < copied->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (copied, i);
      const char *from = commons_record_get_from (edge), *to = commons_record_get_to (edge);
      g_autofree char *new_id = commons_record_new_id ();
      g_autoptr (CommonsRecord) renamed = commons_record_with_id (edge, new_id);
      g_autoptr (CommonsRecord) copy = NULL;

      from = g_str_equal (from, id) ? shared : from;
      to = g_str_equal (to, id) ? shared : to;
      copy = commons_record_with_ends (renamed, from, to);
      if (!is_linked (board, from, to, edge))
        commons_editor_add (editor, copy);
    }
}

static char *
place (CommonsEditor     *editor,
       CommonsCatalogue  *catalogue,
       CommonsRecord     *shared,
       CommonsRecord     *own,
       const CommonsRect *visible)
{
  g_autofree char *about = g_strdup (find_about (commons_editor_get_board (editor), catalogue, own));

  return commons_capture_place (editor, catalogue, shared, about, visible);
}

/* Words that are no card of their own become a paragraph of the card that
 * takes them. Returns the id of that card, or %NULL. */
static char *
add_words (CommonsEditor     *editor,
           CommonsCatalogue  *catalogue,
           CommonsRecord     *own,
           const CommonsRect *visible)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autoptr (GPtrArray) questions = commons_answers_list_questions (board, commons_record_get_id (own));

  for (guint i = 0; i < questions->len; i++)
    {
      const CommonsQuestion *question = commons_catalogue_get_question (catalogue, g_ptr_array_index (questions, i));

      for (guint j = 0; question != NULL && j < question->n_captures; j++)
        {
          const CommonsCaptureSpec *spec = &question->captures[j];

          if (spec->into != NULL && g_strcmp0 (spec->kind, commons_record_get_kind (own)) == 0)
            return commons_capture_add_words (editor, catalogue, spec, commons_record_get_text (own), visible);
        }
    }

  return NULL;
}

static char *
make_card (CommonsEditor     *editor,
           CommonsCatalogue  *catalogue,
           CommonsRecord     *own,
           const CommonsRect *visible)
{
  g_autoptr (CommonsRecord) shared = make_shared (own);
  char *id = place (editor, catalogue, shared, own, visible);

  copy_links (editor, catalogue, own, id);

  return id;
}

GPtrArray *
commons_reconcile_keep (CommonsEditor     *editor,
                        CommonsCatalogue  *catalogue,
                        GPtrArray         *ids,
                        const CommonsRect *visible,
                        const char        *label)
{
  GPtrArray *made = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cards = NULL;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), made);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), made);
  g_return_val_if_fail (ids != NULL && visible != NULL, made);
  g_return_val_if_fail (label != NULL, made);

  cards = _commons_reconcile_list_own (commons_editor_get_board (editor), ids);
  ours = _commons_arrange_begin (editor, label, NULL);
  for (guint i = 0; i < cards->len; i++)
    {
      CommonsRecord *own = g_ptr_array_index (cards, i);
      g_autoptr (GPtrArray) source = NULL;
      char *id;

      if (commons_reconcile_is_taken (commons_editor_get_board (editor), commons_record_get_id (own)))
        continue;

      id = add_words (editor, catalogue, own, visible);
      if (id == NULL)
        id = make_card (editor, catalogue, own, visible);
      source = g_ptr_array_new ();
      g_ptr_array_add (source, own);
      _commons_reconcile_derive (editor, id, source);
      g_ptr_array_add (made, id);
    }
  _commons_arrange_end (editor, ours, made->len > 0);

  return made;
}

/* The first one among equals. */
static const char *
choose_kind (GPtrArray *cards)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint most = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < cards->len; i++)
        {
          const char *kind = commons_record_get_kind (g_ptr_array_index (cards, i));
          char *key = (char *) (kind ? kind : "");
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

          if (pass == 0)
            {
              g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
            }
          else if (n > most)
            {
              most = n;
              best = kind;
            }
        }
    }

  return best;
}

const char *
commons_reconcile_choose_kind (CommonsBoard *board,
                               GPtrArray    *ids)
{
  g_autoptr (GPtrArray) cards = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  cards = _commons_reconcile_list_own (board, ids);

  return choose_kind (cards);
}

static JsonObject *
get_fields (CommonsRecord *card)
{
  JsonNode *node = json_object_get_member (commons_record_get_object (card), "commons");

  node = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), "fields") : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* A field one of them says otherwise is left to the group. */
CommonsRecord *
_commons_reconcile_agree (CommonsRecord *shared,
                          CommonsRecord *own)
{
  CommonsRecord *agreed = commons_record_ref (shared);
  JsonObject *fields = get_fields (own), *mine = get_fields (shared);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (fields == NULL || mine == NULL)
    return agreed;

  json_object_iter_init (&iter, fields);
  while (json_object_iter_next (&iter, &name, &value))
    {
      JsonNode *other = json_object_get_member (mine, name);
      g_autofree char *path = g_strconcat ("commons/fields/", name, NULL);
      CommonsRecord *less;

      if (other == NULL || json_node_equal (value, other) || strchr (name, '/') != NULL)
        continue;

      less = commons_record_with (agreed, path, NULL);
      commons_record_unref (agreed);
      agreed = less;
    }

  return agreed;
}

/* The first answer of that kind, with what all others of it agree on. */
static CommonsRecord *
make_merged (GPtrArray      *cards,
             const char     *kind,
             const char     *text,
             int             height,
             CommonsRecord **first)
{
  g_autoptr (CommonsRecord) shared = NULL;
  CommonsRecord *written;

  for (guint i = 0; i < cards->len; i++)
    {
      CommonsRecord *own = g_ptr_array_index (cards, i);
      CommonsRecord *agreed;

      if (g_strcmp0 (commons_record_get_kind (own), kind) != 0)
        continue;

      if (shared == NULL)
        *first = own;
      agreed = shared == NULL ? make_shared (own) : _commons_reconcile_agree (shared, own);
      g_clear_pointer (&shared, commons_record_unref);
      shared = agreed;
    }

  written = commons_record_with_text (shared, text);
  if (height > 0)
    {
      CommonsRect bounds = *commons_record_get_bounds (written);
      CommonsRecord *sized;

      bounds.height = height;
      sized = commons_record_with_bounds (written, &bounds);
      commons_record_unref (written);
      written = sized;
    }

  return written;
}

char *
commons_reconcile_merge (CommonsEditor     *editor,
                         CommonsCatalogue  *catalogue,
                         GPtrArray         *ids,
                         const char        *text,
                         int                height,
                         const CommonsRect *visible,
                         const char        *label)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (CommonsRecord) shared = NULL;
  CommonsRecord *first = NULL;
  const char *kind;
  gboolean ours;
  char *id;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (ids != NULL && text != NULL && visible != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  cards = _commons_reconcile_list_own (commons_editor_get_board (editor), ids);
  if (cards->len == 0)
    return NULL;

  kind = choose_kind (cards);
  shared = make_merged (cards, kind, text, height, &first);
  ours = _commons_arrange_begin (editor, label, NULL);
  id = place (editor, catalogue, shared, first, visible);
  for (guint i = 0; i < cards->len; i++)
    {
      if (g_strcmp0 (commons_record_get_kind (g_ptr_array_index (cards, i)), kind) == 0)
        copy_links (editor, catalogue, g_ptr_array_index (cards, i), id);
    }
  _commons_reconcile_derive (editor, id, cards);
  _commons_arrange_end (editor, ours, TRUE);

  return id;
}

/* commons-alike-decide.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a group does about cards that say the same.
 */

#define G_LOG_DOMAIN "commons-alike"

#include "config.h"

#include "commons-alike.h"
#include "commons-arrange-private.h"
#include "commons-fold.h"
#include "commons-gate.h"
#include "commons-reconcile-private.h"
#include "commons-refile-private.h"
#include "commons-work-table.h"

/* What a gate becomes off its border. */
#define CARD_WIDTH  204
#define CARD_HEIGHT 62

/* What belongs to one of the cards, and not to what they say together. */
static const char *const personal[] = {
  "commons/author", "commons/hidden", "commons/locked", "commons/notes",
  "commons/votes", "commons/status", "commons/conflicts",
};

static void
append_once (GString    *text,
             GHashTable *said,
             const char *words)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (words));

  if (*trimmed == '\0' || !g_hash_table_add (said, commons_fold (trimmed)))
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, trimmed);
}

char *
commons_alike_propose_text (GPtrArray *cards)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (cards != NULL, NULL);

  for (guint i = 0; i < cards->len; i++)
    append_once (text, said, commons_record_get_heading (g_ptr_array_index (cards, i)));
  for (guint i = 0; i < cards->len; i++)
    append_once (text, said, commons_record_get_body (g_ptr_array_index (cards, i)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The cards as they are now, each once. */
static GPtrArray *
list_cards (CommonsBoard *board,
            GPtrArray    *ids)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *card = commons_board_lookup_node (board, g_ptr_array_index (ids, i));

      if (card != NULL && !commons_record_is_group (card) && g_hash_table_add (seen, card))
        g_ptr_array_add (cards, commons_record_ref (card));
    }

  return cards;
}

static void
replace (CommonsRecord **record,
         CommonsRecord  *changed)
{
  commons_record_unref (*record);
  *record = changed;
}

static GPtrArray *
list_names (GPtrArray *cards)
{
  GPtrArray *all = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < cards->len; i++)
    {
      commons_work_table_get_names (g_ptr_array_index (cards, i), names);
      for (guint j = 0; j < names->len; j++)
        {
          if (!g_ptr_array_find_with_equal_func (all, g_ptr_array_index (names, j), g_str_equal, NULL))
            g_ptr_array_add (all, g_ptr_array_index (names, j));
        }
    }

  return all;
}

/* Answers of one's own become one of the group. */
static void
set_side (CommonsRecord **joint,
          GPtrArray      *cards)
{
  for (guint i = 0; i < cards->len; i++)
    {
      if (commons_side_get (g_ptr_array_index (cards, i)) == COMMONS_SIDE_I)
        {
          replace (joint, commons_record_with_string (*joint, "commons/side", "we"));
          return;
        }
    }
}

static CommonsRecord *
make_joint (CommonsBoard *board,
            GPtrArray    *cards,
            const char   *text,
            int           height)
{
  CommonsRecord *first = g_ptr_array_index (cards, 0);
  g_autofree char *id = commons_record_new_id ();
  g_autoptr (GPtrArray) names = list_names (cards);
  CommonsRecord *joint = commons_record_with_id (first, id);
  CommonsRect bounds = *commons_record_get_bounds (first);
  CommonsGate gate;

  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    replace (&joint, commons_record_with (joint, personal[i], NULL));
  for (guint i = 1; i < cards->len; i++)
    replace (&joint, _commons_reconcile_agree (joint, g_ptr_array_index (cards, i)));
  set_side (&joint, cards);
  replace (&joint, commons_record_with_work_tables (joint, names));
  replace (&joint, commons_record_with_text (joint, text));

  if (commons_gate_find (board, first, &gate))
    {
      bounds.width = CARD_WIDTH;
      bounds.height = CARD_HEIGHT;
    }
  if (height > 0)
    bounds.height = height;
  replace (&joint, commons_record_with_bounds (joint, &bounds));

  return joint;
}

/* Where the first one lies there is room, or room is made; else beside all. */
static void
place (CommonsEditor *editor,
       CommonsRecord *joint,
       const char    *first)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRecord *parent = commons_board_get_parent (board, first);
  g_autofree char *container = parent ? g_strdup (commons_record_get_id (parent)) : NULL;
  g_autoptr (GHashTable) skip = g_hash_table_new (g_str_hash, g_str_equal);
  CommonsRect bounds = *commons_record_get_bounds (joint);
  CommonsRect near = parent ? *commons_record_get_bounds (parent) : bounds;
  g_autoptr (CommonsRecord) placed = NULL;

  if (!_commons_refile_make_place (editor, container, skip, &near, &bounds))
    _commons_refile_make_place (editor, NULL, skip, &near, &bounds);
  placed = commons_record_with_bounds (joint, &bounds);
  commons_editor_add (editor, placed);
}

static gboolean
stays (CommonsCatalogue *catalogue,
       CommonsRecord    *edge)
{
  const CommonsLinkType *type = commons_catalogue_get_link (catalogue, commons_record_get_link (edge));

  return (type != NULL && type->inside != COMMONS_INSIDE_NONE) ||
         g_strcmp0 (commons_record_get_link (edge), COMMONS_LINK_DERIVES) == 0;
}

/* Whether there is a link that says all of what @edge says. */
static gboolean
is_said (CommonsBoard  *board,
         CommonsRecord *edge)
{
  GPtrArray *links = commons_board_get_links (board, commons_record_get_from (edge));

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *link = g_ptr_array_index (links, i);
      g_autoptr (CommonsRecord) renamed = commons_record_with_id (edge, commons_record_get_id (link));

      if (commons_record_equal (renamed, link))
        return TRUE;
    }

  return FALSE;
}

/* A link between two of the cards is no link of the one that joins them. */
static void
move_links (CommonsEditor    *editor,
            CommonsCatalogue *catalogue,
            const char       *id,
            const char       *joint,
            GHashTable       *joined)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  GPtrArray *links = commons_board_get_links (board, id);
  g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      if (!stays (catalogue, g_ptr_array_index (links, i)))
        g_ptr_array_add (moved, commons_record_ref (g_ptr_array_index (links, i)));
    }

  for (guint i = 0; i < moved->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (moved, i);
      const char *from = commons_record_get_from (edge), *to = commons_record_get_to (edge);
      gboolean leaves = g_str_equal (from, id);
      g_autoptr (CommonsRecord) changed = commons_record_with_ends (edge, leaves ? joint : from, leaves ? to : joint);

      if (!g_hash_table_contains (joined, leaves ? to : from) && !is_said (board, changed))
        commons_editor_set (editor, changed);
    }
}

static gboolean
set_aside (CommonsEditor *editor,
           const char    *id)
{
  CommonsRecord *card = commons_board_lookup_node (commons_editor_get_board (editor), id);
  g_autoptr (CommonsRecord) changed = NULL;

  if (commons_record_is_locked (card) || g_strcmp0 (commons_record_get_status (card), "dropped") == 0)
    return FALSE;

  changed = commons_record_with_string (card, "commons/status", "dropped");
  commons_editor_set (editor, changed);

  return TRUE;
}

static void
join (CommonsEditor    *editor,
      CommonsCatalogue *catalogue,
      GPtrArray        *ids,
      const char       *joint)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autoptr (GPtrArray) cards = list_cards (board, ids);
  g_autoptr (GHashTable) joined = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cards->len; i++)
    g_hash_table_add (joined, (gpointer) commons_record_get_id (g_ptr_array_index (cards, i)));
  for (guint i = 0; i < cards->len; i++)
    move_links (editor, catalogue, commons_record_get_id (g_ptr_array_index (cards, i)), joint, joined);

  _commons_reconcile_derive (editor, joint, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      if (commons_side_get (g_ptr_array_index (cards, i)) != COMMONS_SIDE_I)
        set_aside (editor, commons_record_get_id (g_ptr_array_index (cards, i)));
    }
}

char *
commons_alike_merge (CommonsEditor    *editor,
                     CommonsCatalogue *catalogue,
                     GPtrArray        *ids,
                     const char       *text,
                     int               height,
                     const char       *label)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (CommonsRecord) joint = NULL;
  g_autoptr (CommonsRefile) refile = NULL;
  CommonsBoard *board;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (ids != NULL && text != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  board = commons_editor_get_board (editor);
  cards = list_cards (board, ids);
  if (cards->len == 0)
    return NULL;

  joint = make_joint (board, cards, text, height);
  refile = commons_refile_new (board, catalogue);
  ours = _commons_arrange_begin (editor, label, NULL);
  place (editor, joint, commons_record_get_id (g_ptr_array_index (cards, 0)));
  commons_refile_apply (refile, editor);
  /* Making room may have moved them. */
  join (editor, catalogue, ids, commons_record_get_id (joint));
  _commons_arrange_end (editor, ours, TRUE);

  return g_strdup (commons_record_get_id (joint));
}

guint
commons_alike_keep_one (CommonsEditor *editor,
                        GPtrArray     *ids,
                        const char    *kept,
                        const char    *label)
{
  g_autoptr (GPtrArray) cards = NULL;
  guint n_changed = 0;
  gboolean ours;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), 0);
  g_return_val_if_fail (ids != NULL && kept != NULL, 0);
  g_return_val_if_fail (label != NULL, 0);

  cards = list_cards (commons_editor_get_board (editor), ids);
  ours = _commons_arrange_begin (editor, label, NULL);
  for (guint i = 0; i < cards->len; i++)
    {
      const char *id = commons_record_get_id (g_ptr_array_index (cards, i));

      if (!g_str_equal (id, kept))
        n_changed += set_aside (editor, id);
    }
  _commons_arrange_end (editor, ours, n_changed > 0);

  return n_changed;
}

/* commons-alike.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding cards that may say the same, without comparing each with each: two
 * titles that are alike have one of their rarest words in common.
 */

#define G_LOG_DOMAIN "commons-alike"

#include "config.h"

#include <string.h>

#include "commons-alike.h"
#include "commons-fold.h"
#include "commons-reconcile.h"
#include "commons-work-table.h"

/* Shorter words say little: of, and, le, la. */
#define MIN_LETTERS 3

/* A word of the titles of one kind. */
typedef struct
{
  char   *text;
  guint   n_titles;
  guint   mark;     /* of the title that is looked at, plus one */
  GArray *leaders;  /* indexes of those that have it among their rarest */
} Word;

/* What is compared of one card. */
typedef struct
{
  CommonsRecord *card;
  char          *key;    /* kind, then title of letters and digits only */
  GPtrArray     *words;  /* Word, the rarest first */
  guint          leader; /* the first card it is like, or itself */
} Said;

typedef struct
{
  GPtrArray  *all;    /* Said */
  GHashTable *words;  /* by kind and text */
  GHashTable *titles; /* key → index of a leader plus one */
  GArray     *seen;   /* for each card, the mark of the last one compared */
} Index;

static void
free_word (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_array_unref (word->leaders);
  g_free (word);
}

static void
free_said (gpointer data)
{
  Said *said = data;

  g_free (said->key);
  g_ptr_array_unref (said->words);
  g_free (said);
}

static void
add_word (Index      *index,
          Said       *said,
          const char *kind,
          const char *text)
{
  g_autofree char *key = g_strconcat (kind, "\n", text, NULL);
  Word *word = g_hash_table_lookup (index->words, key);

  if (word == NULL)
    {
      word = g_new0 (Word, 1);
      word->text = g_steal_pointer (&key);
      word->leaders = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (index->words, word->text, word);
    }

  /* Each word once, however often a title says it. */
  if (word->mark == index->all->len + 1)
    return;

  word->mark = index->all->len + 1;
  word->n_titles++;
  g_ptr_array_add (said->words, word);
}

static void
read_card (Index         *index,
           CommonsRecord *card)
{
  const char *kind = commons_record_get_kind (card) ? commons_record_get_kind (card) : "";
  g_autofree char *title = commons_fold_plain (commons_record_get_title (card));
  g_auto (GStrv) words = g_strsplit (title, " ", -1);
  Said *said;

  if (*title == '\0')
    return;

  said = g_new0 (Said, 1);
  said->card = card;
  said->key = g_strconcat (kind, "\n", title, NULL);
  said->words = g_ptr_array_new ();
  said->leader = index->all->len;

  for (guint i = 0; words[i] != NULL; i++)
    {
      /* One and several are the same word, as near as one can tell. */
      if (g_str_has_suffix (words[i], "s"))
        words[i][strlen (words[i]) - 1] = '\0';
      if (g_utf8_strlen (words[i], -1) >= MIN_LETTERS)
        add_word (index, said, kind, words[i]);
    }

  g_ptr_array_add (index->all, said);
}

static gboolean
is_candidate (CommonsBoard  *board,
              CommonsRecord *node)
{
  return !commons_record_is_group (node) && !commons_record_is_hidden (node) &&
         g_strcmp0 (commons_record_get_status (node), "dropped") != 0 &&
         !commons_reconcile_is_taken (board, commons_record_get_id (node));
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *first = *(const Word *const *) a, *second = *(const Word *const *) b;

  if (first->n_titles != second->n_titles)
    return first->n_titles < second->n_titles ? -1 : 1;

  return strcmp (first->text, second->text);
}

/* Of two titles that have half of their words in common, one has at least one
 * of so many rarest words of the other. */
static guint
count_telling (const Said *said)
{
  guint n_words = said->words->len;

  return n_words == 0 ? 0 : n_words - (n_words + 1) / 2 + 1;
}

/* How many words both have, as thousandths of the words of both; the words of
 * one of them are marked. */
static guint
measure (const Said *said,
         const Said *other,
         guint       mark)
{
  guint n_both = 0;

  for (guint i = 0; i < other->words->len; i++)
    n_both += ((Word *) g_ptr_array_index (other->words, i))->mark == mark;

  return 1000 * n_both / (said->words->len + other->words->len - n_both);
}

static void
try_leaders (Index *index,
             guint  position,
             Word  *word,
             guint *best)
{
  Said *said = g_ptr_array_index (index->all, position);

  for (guint i = 0; i < word->leaders->len; i++)
    {
      guint leader = g_array_index (word->leaders, guint, i), likeness;

      if (g_array_index (index->seen, guint, leader) == position + 1)
        continue;

      g_array_index (index->seen, guint, leader) = position + 1;
      likeness = measure (said, g_ptr_array_index (index->all, leader), position + 1);
      if (likeness >= 500 && likeness > *best)
        {
          *best = likeness;
          said->leader = leader;
        }
    }
}

static void
lead (Index *index,
      guint  position)
{
  Said *said = g_ptr_array_index (index->all, position);

  for (guint i = 0; i < count_telling (said); i++)
    g_array_append_val (((Word *) g_ptr_array_index (said->words, i))->leaders, position);
  g_hash_table_insert (index->titles, said->key, GUINT_TO_POINTER (position + 1));
}

/* Each card goes to the first one it is like, so that a row of cards, each a
 * little like the next, does not become one group. */
static void
find_leader (Index *index,
             guint  position)
{
  Said *said = g_ptr_array_index (index->all, position);
  guint same = GPOINTER_TO_UINT (g_hash_table_lookup (index->titles, said->key)), best = 0;

  if (same > 0)
    {
      said->leader = same - 1;
      return;
    }

  for (guint i = 0; i < said->words->len; i++)
    ((Word *) g_ptr_array_index (said->words, i))->mark = position + 1;
  for (guint i = 0; i < count_telling (said); i++)
    try_leaders (index, position, g_ptr_array_index (said->words, i), &best);

  if (said->leader == position)
    lead (index, position);
}

static char *
get_origin (CommonsRecord *card)
{
  char *origin = commons_work_table_describe (card);

  return origin ? origin : g_strdup ("");
}

static gboolean
has_origins (GPtrArray *all)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < all->len && names->len == 0; i++)
    commons_work_table_get_names (((Said *) g_ptr_array_index (all, i))->card, names);

  return names->len > 0;
}

static gboolean
is_across (GPtrArray *group)
{
  g_autofree char *first = get_origin (g_ptr_array_index (group, 0));

  for (guint i = 1; i < group->len; i++)
    {
      g_autofree char *origin = get_origin (g_ptr_array_index (group, i));

      if (!g_str_equal (first, origin))
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
list_groups (GPtrArray *all)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_leader = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  gboolean origins = has_origins (all);

  for (guint i = 0; i < all->len; i++)
    {
      const Said *said = g_ptr_array_index (all, i);
      GPtrArray *group = g_hash_table_lookup (by_leader, GUINT_TO_POINTER (said->leader));

      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
          g_hash_table_insert (by_leader, GUINT_TO_POINTER (said->leader), group);
        }
      g_ptr_array_add (group, commons_record_ref (said->card));
      if (group->len == 2)
        g_ptr_array_add (groups, g_ptr_array_ref (group));
    }

  for (guint i = groups->len; origins && i > 0; i--)
    {
      if (!is_across (g_ptr_array_index (groups, i - 1)))
        g_ptr_array_remove_index (groups, i - 1);
    }

  return groups;
}

GPtrArray *
commons_alike_list (CommonsBoard *board)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_said);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_word);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) seen = g_array_new (FALSE, TRUE, sizeof (guint));
  Index index = { all, words, titles, seen };

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (is_candidate (board, node))
        read_card (&index, node);
    }

  g_array_set_size (seen, all->len);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_sort (((Said *) g_ptr_array_index (all, i))->words, compare_words);
  for (guint i = 0; i < all->len; i++)
    find_leader (&index, i);

  return list_groups (all);
}

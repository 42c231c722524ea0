/* commons-reconcile-alike.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers that may say the same, for people to judge.
 */

#define G_LOG_DOMAIN "commons-reconcile"

#include "config.h"

#include <string.h>

#include "commons-fold.h"
#include "commons-reconcile.h"

/* Shorter words say little: of, and, le, la. */
#define MIN_LETTERS 3

/* Among more answers to one question than that, only equal titles are found:
 * comparing each with each would take too long. */
#define MAX_COMPARED 400

/* What is compared of one answer; @group leads to the first one like it. */
typedef struct
{
  const CommonsOwnAnswer *answer;
  char                   *title;  /* folded, letters and digits only */
  GHashTable             *words;  /* set */
  guint                   group;
} Said;

static void
free_said (gpointer data)
{
  Said *said = data;

  g_free (said->title);
  g_hash_table_unref (said->words);
  g_free (said);
}

static Said *
read_answer (const CommonsOwnAnswer *answer)
{
  Said *said = g_new0 (Said, 1);
  g_auto (GStrv) words = NULL;

  said->answer = answer;
  said->title = commons_fold_plain (commons_record_get_title (answer->card));
  said->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  words = g_strsplit (said->title, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      /* One and several are the same word, as near as one can tell. */
      if (g_str_has_suffix (words[i], "s"))
        words[i][strlen (words[i]) - 1] = '\0';
      if (g_utf8_strlen (words[i], -1) >= MIN_LETTERS)
        g_hash_table_add (said->words, g_strdup (words[i]));
    }

  return said;
}

static gboolean
is_candidate (const CommonsOwnAnswer *answer)
{
  return answer->outcome == COMMONS_OUTCOME_OPEN && !commons_record_is_hidden (answer->card) &&
         *commons_record_get_title (answer->card) != '\0';
}

static gboolean
shares_words (const Said *a,
              const Said *b)
{
  guint n_a = g_hash_table_size (a->words), n_b = g_hash_table_size (b->words), n_both = 0;
  GHashTableIter iter;
  gpointer word;

  if (2 * MIN (n_a, n_b) < MAX (n_a, n_b))
    return FALSE;

  g_hash_table_iter_init (&iter, a->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n_both += g_hash_table_contains (b->words, word);

  return n_both > 0 && 2 * n_both >= n_a + n_b - n_both;
}

static guint
find_group (GPtrArray *all,
            guint      index)
{
  while (((Said *) g_ptr_array_index (all, index))->group != index)
    index = ((Said *) g_ptr_array_index (all, index))->group;

  return index;
}

/* Leads both to the first of them. */
static void
join (GPtrArray *all,
      guint      a,
      guint      b)
{
  guint first = find_group (all, a), second = find_group (all, b);

  if (first == second)
    return;

  ((Said *) g_ptr_array_index (all, MAX (first, second)))->group = MIN (first, second);
}

static void
join_equal (GPtrArray *all)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len; i++)
    {
      Said *said = g_ptr_array_index (all, i);
      guint first = GPOINTER_TO_UINT (g_hash_table_lookup (titles, said->title));

      if (*said->title == '\0')
        continue;
      if (first > 0)
        join (all, first - 1, i);
      else
        g_hash_table_insert (titles, said->title, GUINT_TO_POINTER (i + 1));
    }
}

static void
join_alike (GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      for (guint j = i + 1; j < all->len; j++)
        {
          if (shares_words (g_ptr_array_index (all, i), g_ptr_array_index (all, j)))
            join (all, i, j);
        }
    }
}

static GPtrArray *
list_groups (GPtrArray *all)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_first = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < all->len; i++)
    {
      gpointer first = GUINT_TO_POINTER (find_group (all, i));
      GPtrArray *group = g_hash_table_lookup (by_first, first);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (by_first, first, group);
        }
      g_ptr_array_add (group, (gpointer) ((Said *) g_ptr_array_index (all, i))->answer);
      if (group->len == 2)
        g_ptr_array_add (groups, g_ptr_array_ref (group));
    }

  return groups;
}

GPtrArray *
commons_reconcile_list_alike (GPtrArray *answers)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_said);

  g_return_val_if_fail (answers != NULL, NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      Said *said;

      if (!is_candidate (g_ptr_array_index (answers, i)))
        continue;

      said = read_answer (g_ptr_array_index (answers, i));
      said->group = all->len;
      g_ptr_array_add (all, said);
    }

  join_equal (all);
  if (all->len <= MAX_COMPARED)
    join_alike (all);

  return list_groups (all);
}

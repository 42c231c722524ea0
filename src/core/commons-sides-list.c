/* commons-sides-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which answers of both sides to look at, and how many there are.
 */

#define G_LOG_DOMAIN "commons-sides"

#include "config.h"

#include "commons-sides-private.h"

int
_commons_sides_compare_authors (const CommonsSidesAuthor *a,
                                const CommonsSidesAuthor *b)
{
  int result;

  if (a->key == NULL || b->key == NULL)
    return (a->key == NULL) - (b->key == NULL);

  result = g_strcmp0 (a->key, b->key);

  return result != 0 ? result : g_strcmp0 (a->name, b->name);
}

static int
compare_author_pointers (gconstpointer a,
                         gconstpointer b)
{
  return _commons_sides_compare_authors (*(const CommonsSidesAuthor *const *) a,
                                         *(const CommonsSidesAuthor *const *) b);
}

GPtrArray *
commons_sides_list_authors (CommonsSides *self)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer author;

  g_return_val_if_fail (self != NULL, names);

  g_hash_table_iter_init (&iter, self->authors);
  while (g_hash_table_iter_next (&iter, NULL, &author))
    g_ptr_array_add (names, author);

  g_ptr_array_sort (names, compare_author_pointers);
  for (guint i = 0; i < names->len; i++)
    names->pdata[i] = ((CommonsSidesAuthor *) g_ptr_array_index (names, i))->name;

  return names;
}

gboolean
commons_sides_has_sheet (CommonsCatalogue        *catalogue,
                         const CommonsSidesTopic *topic,
                         const char              *sheet)
{
  const CommonsSheet *found;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (topic != NULL, FALSE);

  if (sheet == NULL)
    return TRUE;

  found = commons_catalogue_get_question_sheet (catalogue, topic->question);

  return found != NULL && g_str_equal (found->id, sheet);
}

gboolean
commons_sides_filter_accepts (const CommonsSidesFilter *filter,
                              const CommonsOwnAnswer   *answer)
{
  g_return_val_if_fail (answer != NULL, FALSE);

  if (filter == NULL)
    return TRUE;

  return (filter->author == NULL || g_str_equal (filter->author, answer->author)) &&
         (filter->outcomes == 0 || (filter->outcomes & (1u << answer->outcome)) != 0);
}

GPtrArray *
commons_sides_list (CommonsSides             *self,
                    const CommonsSidesFilter *filter)
{
  GPtrArray *answers = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (self != NULL, answers);

  for (guint i = 0; i < self->topics->len; i++)
    {
      const CommonsSidesTopic *topic = g_ptr_array_index (self->topics, i);

      if (!commons_sides_has_sheet (self->catalogue, topic, filter ? filter->sheet : NULL))
        continue;

      for (guint j = 0; j < topic->own->len; j++)
        {
          CommonsOwnAnswer *answer = g_ptr_array_index (topic->own, j);

          if (commons_sides_filter_accepts (filter, answer) && g_hash_table_add (seen, answer))
            g_ptr_array_add (answers, answer);
        }
    }

  return answers;
}

void
commons_sides_count (CommonsSides             *self,
                     const CommonsSidesFilter *filter,
                     CommonsSidesCount        *count)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GHashTable) people = g_hash_table_new (NULL, NULL);

  g_return_if_fail (self != NULL);
  g_return_if_fail (count != NULL);

  *count = (CommonsSidesCount) { 0 };
  answers = commons_sides_list (self, filter);
  for (guint i = 0; i < answers->len; i++)
    {
      const CommonsOwnAnswer *answer = g_ptr_array_index (answers, i);

      count->n_outcomes[answer->outcome]++;
      if (commons_record_is_hidden (answer->card))
        count->n_hidden++;
      if (*answer->author != '\0' && g_hash_table_add (people, (gpointer) answer->author))
        count->n_people++;
    }
  count->n_answers = answers->len;
}

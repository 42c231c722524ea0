/* commons-sides.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-sides"

#include "config.h"

#include "commons-fold.h"
#include "commons-sides-private.h"

/* What a question for later is made of. */
#define KIND_QUESTION "question"

static void
free_author (gpointer data)
{
  CommonsSidesAuthor *author = data;

  g_free (author->name);
  g_free (author->key);
  g_free (author);
}

static void
free_own (gpointer data)
{
  CommonsOwnAnswer *answer = data;

  g_ptr_array_unref (answer->shared);
  g_free (answer);
}

static void
free_shared (gpointer data)
{
  CommonsSharedAnswer *answer = data;

  g_ptr_array_unref (answer->sources);
  g_free (answer);
}

static void
free_topic (gpointer data)
{
  CommonsSidesTopic *topic = data;

  g_ptr_array_unref (topic->own);
  g_ptr_array_unref (topic->shared);
  g_free (topic);
}

CommonsSide
commons_side_get (const CommonsRecord *card)
{
  const char *side;

  g_return_val_if_fail (card != NULL, COMMONS_SIDE_NONE);

  side = commons_record_get_string (card, "commons/side");
  if (g_strcmp0 (side, "i") == 0)
    return COMMONS_SIDE_I;
  if (g_strcmp0 (side, "we") == 0)
    return COMMONS_SIDE_WE;

  return COMMONS_SIDE_NONE;
}

static CommonsSidesAuthor *
take_author (CommonsSides  *self,
             CommonsRecord *card)
{
  const char *words = commons_record_get_string (card, "commons/author");
  g_autofree char *name = g_strstrip (g_strdup (words ? words : ""));
  CommonsSidesAuthor *author = g_hash_table_lookup (self->authors, name);

  if (author != NULL)
    return author;

  author = g_new0 (CommonsSidesAuthor, 1);
  author->key = *name != '\0' ? commons_fold (name) : NULL;
  author->name = g_steal_pointer (&name);
  g_hash_table_insert (self->authors, author->name, author);

  return author;
}

static void
add_own (CommonsSides  *self,
         CommonsRecord *card)
{
  CommonsOwnAnswer *answer = g_new0 (CommonsOwnAnswer, 1);

  answer->card = card;
  answer->author = take_author (self, card)->name;
  answer->shared = g_ptr_array_new ();
  g_ptr_array_add (self->records, commons_record_ref (card));
  g_ptr_array_add (self->own, answer);
  g_hash_table_insert (self->own_by_id, (gpointer) commons_record_get_id (card), answer);
}

static CommonsSharedAnswer *
take_shared (CommonsSides  *self,
             CommonsRecord *card)
{
  CommonsSharedAnswer *answer = g_hash_table_lookup (self->shared_by_id, commons_record_get_id (card));

  if (answer != NULL)
    return answer;

  answer = g_new0 (CommonsSharedAnswer, 1);
  answer->card = card;
  answer->sources = g_ptr_array_new ();
  g_ptr_array_add (self->records, commons_record_ref (card));
  g_ptr_array_add (self->shared, answer);
  g_hash_table_insert (self->shared_by_id, (gpointer) commons_record_get_id (card), answer);

  return answer;
}

static gboolean
is_dropped (CommonsRecord *card)
{
  return g_strcmp0 (commons_record_get_status (card), "dropped") == 0;
}

/* A file may draw the same link twice; the links of an answer are followed
 * one after the other. */
static void
derive (CommonsSharedAnswer *shared,
        CommonsOwnAnswer    *own)
{
  guint n_sources = shared->sources->len;

  if (n_sources > 0 && g_ptr_array_index (shared->sources, n_sources - 1) == own)
    return;

  g_ptr_array_add (shared->sources, own);
  if (!is_dropped (shared->card))
    g_ptr_array_add (own->shared, shared->card);
}

static void
follow_links (CommonsSides     *self,
              CommonsBoard     *board,
              CommonsOwnAnswer *own)
{
  const char *id = commons_record_get_id (own->card);
  GPtrArray *links = commons_board_get_links (board, id);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links, i);
      CommonsRecord *from;

      if (g_strcmp0 (commons_record_get_link (edge), COMMONS_LINK_DERIVES) != 0 ||
          !g_str_equal (commons_record_get_to (edge), id))
        continue;

      from = commons_board_lookup_node (board, commons_record_get_from (edge));
      if (from != NULL && commons_side_get (from) != COMMONS_SIDE_I)
        derive (take_shared (self, from), own);
    }
}

/* The largest company it was taken up in says most. */
static void
decide (CommonsSides     *self,
        CommonsOwnAnswer *own)
{
  for (guint i = 0; i < own->shared->len; i++)
    {
      const char *id = commons_record_get_id (g_ptr_array_index (own->shared, i));
      const CommonsSharedAnswer *shared = g_hash_table_lookup (self->shared_by_id, id);

      own->n_others = MAX (own->n_others, shared->sources->len - 1);
    }

  if (is_dropped (own->card))
    own->outcome = COMMONS_OUTCOME_DROPPED;
  else if (own->shared->len > 0)
    own->outcome = own->n_others > 0 ? COMMONS_OUTCOME_MERGED : COMMONS_OUTCOME_KEPT;
}

static void
read_board (CommonsSides *self,
            CommonsBoard *board)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      switch (commons_side_get (node))
        {
        case COMMONS_SIDE_I:
          add_own (self, node);
          break;

        case COMMONS_SIDE_WE:
          take_shared (self, node);
          break;

        case COMMONS_SIDE_NONE:
        default:
          break;
        }
    }

  for (guint i = 0; i < self->own->len; i++)
    follow_links (self, board, g_ptr_array_index (self->own, i));
  for (guint i = 0; i < self->own->len; i++)
    decide (self, g_ptr_array_index (self->own, i));
}

static CommonsSidesTopic *
take_topic (CommonsSides *self,
            const char   *question)
{
  CommonsSidesTopic *topic = g_hash_table_lookup (self->topics_by_id, question ? question : "");

  if (topic != NULL)
    return topic;

  topic = g_new0 (CommonsSidesTopic, 1);
  topic->question = question ? g_string_chunk_insert_const (self->questions, question) : NULL;
  topic->own = g_ptr_array_new ();
  topic->shared = g_ptr_array_new ();
  g_ptr_array_add (self->topics, topic);
  g_hash_table_insert (self->topics_by_id, (gpointer) (topic->question ? topic->question : ""), topic);

  return topic;
}

/* A file may say anything: a question without a name is none. */
static GPtrArray *
list_questions (CommonsBoard  *board,
                CommonsRecord *card)
{
  GPtrArray *questions = commons_answers_list_questions (board, commons_record_get_id (card));

  for (guint i = questions->len; i > 0; i--)
    {
      if (*(const char *) g_ptr_array_index (questions, i - 1) == '\0')
        g_ptr_array_remove_index (questions, i - 1);
    }

  return questions;
}

/* Makes a topic of each question a card answers. */
static void
open_topics (CommonsSides  *self,
             CommonsBoard  *board,
             CommonsRecord *card)
{
  g_autoptr (GPtrArray) questions = list_questions (board, card);

  for (guint i = 0; i < questions->len; i++)
    take_topic (self, g_ptr_array_index (questions, i));
}

/* Both kinds of answers begin with their card. */
static void
open_all_topics (CommonsSides *self,
                 CommonsBoard *board)
{
  for (guint i = 0; i < self->own->len; i++)
    open_topics (self, board, ((CommonsOwnAnswer *) g_ptr_array_index (self->own, i))->card);
  for (guint i = 0; i < self->shared->len; i++)
    open_topics (self, board, ((CommonsSharedAnswer *) g_ptr_array_index (self->shared, i))->card);
}

static void
fill_topic (CommonsSides      *self,
            CommonsBoard      *board,
            CommonsSidesTopic *topic)
{
  g_autoptr (GPtrArray) cards = commons_answers_list_cards (board, topic->question);

  for (guint i = 0; i < cards->len; i++)
    {
      CommonsRecord *card = g_ptr_array_index (cards, i);
      CommonsOwnAnswer *own = g_hash_table_lookup (self->own_by_id, commons_record_get_id (card));

      if (own != NULL)
        g_ptr_array_add (topic->own, own);
      else if (commons_side_get (card) == COMMONS_SIDE_WE ||
               g_hash_table_contains (self->shared_by_id, commons_record_get_id (card)) ||
               g_strcmp0 (commons_record_get_kind (card), KIND_QUESTION) != 0)
        g_ptr_array_add (topic->shared, take_shared (self, card));
    }
}

static gboolean
is_filed (CommonsBoard  *board,
          CommonsRecord *card)
{
  g_autoptr (GPtrArray) questions = list_questions (board, card);

  return questions->len > 0;
}

static void
fill_rest (CommonsSides *self,
           CommonsBoard *board)
{
  for (guint i = 0; i < self->own->len; i++)
    {
      CommonsOwnAnswer *own = g_ptr_array_index (self->own, i);

      if (!is_filed (board, own->card))
        g_ptr_array_add (take_topic (self, NULL)->own, own);
    }

  for (guint i = 0; i < self->shared->len; i++)
    {
      CommonsSharedAnswer *shared = g_ptr_array_index (self->shared, i);

      if (!is_filed (board, shared->card))
        g_ptr_array_add (take_topic (self, NULL)->shared, shared);
    }
}

static guint
get_rank (CommonsCatalogue *catalogue,
          const char       *question)
{
  const CommonsSheet *sheet = commons_catalogue_get_question_sheet (catalogue, question);

  if (question == NULL)
    return G_MAXUINT;
  if (sheet == NULL)
    return G_MAXUINT - 1;

  for (guint i = 0; i < commons_catalogue_get_n_sheets (catalogue); i++)
    {
      if (commons_catalogue_get_nth_sheet (catalogue, i) == sheet)
        return i * 1000 + commons_catalogue_get_question (catalogue, question)->number;
    }

  return G_MAXUINT - 1;
}

static int
compare_topics (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const CommonsSidesTopic *first = *(const CommonsSidesTopic *const *) a;
  const CommonsSidesTopic *second = *(const CommonsSidesTopic *const *) b;
  guint first_rank = get_rank (user_data, first->question);
  guint second_rank = get_rank (user_data, second->question);

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;

  return g_strcmp0 (first->question, second->question);
}

/* Sorting keeps the order of filing among the answers of one person. */
static int
compare_own (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  CommonsSides *self = user_data;
  const CommonsOwnAnswer *first = *(const CommonsOwnAnswer *const *) a;
  const CommonsOwnAnswer *second = *(const CommonsOwnAnswer *const *) b;

  return _commons_sides_compare_authors (g_hash_table_lookup (self->authors, first->author),
                                         g_hash_table_lookup (self->authors, second->author));
}

CommonsSides *
commons_sides_new (CommonsBoard     *board,
                   CommonsCatalogue *catalogue)
{
  CommonsSides *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_new0 (CommonsSides, 1);
  self->catalogue = g_object_ref (catalogue);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  self->own = g_ptr_array_new_with_free_func (free_own);
  self->own_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->shared = g_ptr_array_new_with_free_func (free_shared);
  self->shared_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->authors = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_author);
  self->questions = g_string_chunk_new (256);
  self->topics = g_ptr_array_new_with_free_func (free_topic);
  self->topics_by_id = g_hash_table_new (g_str_hash, g_str_equal);

  read_board (self, board);
  open_all_topics (self, board);
  for (guint i = 0; i < self->topics->len; i++)
    fill_topic (self, board, g_ptr_array_index (self->topics, i));
  fill_rest (self, board);

  g_ptr_array_sort_with_data (self->topics, compare_topics, catalogue);
  for (guint i = 0; i < self->topics->len; i++)
    g_ptr_array_sort_with_data (((CommonsSidesTopic *) g_ptr_array_index (self->topics, i))->own, compare_own, self);

  return self;
}

void
commons_sides_free (CommonsSides *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->topics);
  g_hash_table_unref (self->topics_by_id);
  g_string_chunk_free (self->questions);
  g_hash_table_unref (self->own_by_id);
  g_hash_table_unref (self->shared_by_id);
  g_ptr_array_unref (self->own);
  g_ptr_array_unref (self->shared);
  g_hash_table_unref (self->authors);
  g_ptr_array_unref (self->records);
  g_object_unref (self->catalogue);
  g_free (self);
}

guint
commons_sides_get_n_topics (CommonsSides *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->topics->len;
}

const CommonsSidesTopic *
commons_sides_get_topic (CommonsSides *self,
                         guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->topics->len, NULL);

  return g_ptr_array_index (self->topics, index);
}

const CommonsOwnAnswer *
commons_sides_find (CommonsSides *self,
                    const char   *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->own_by_id, id);
}

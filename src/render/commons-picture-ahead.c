/* commons-picture-ahead.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file is painted by one thread, but laying its cards out takes as long again.
 * Both threads do that first, for so many cards, from both ends until they meet.
 * Then one of them paints while the other waits: fonts belong to a thread, and
 * what was laid out with them is painted while that thread leaves them alone.
 */

#define G_LOG_DOMAIN "commons-picture"

#include "config.h"

#include "commons-card-layout.h"
#include "commons-picture-ahead.h"

/* With fewer cards, loading the fonts again takes longer than it saves. */
#define MIN_CARDS 60

struct _CommonsAhead
{
  CommonsPicture *picture;
  CommonsDrawing  drawing;   /* of the second thread */
  GThread        *thread;

  /* Under the mutex: cards of this turn that nobody has begun, and whether the
   * second thread is at one. */
  GMutex          mutex;
  GCond           changed;
  guint           first;
  guint           end;
  guint           n_taken;
  gboolean        busy;
  gboolean        over;
};

static void
lay_out (const CommonsDrawing *drawing,
         CommonsNodeEntry     *entry)
{
  entry->scene = commons_scene_new ();
  commons_card_layout_build (drawing, entry->record, entry->scene);
}

/* Everything else is rare, and made when it is painted. */
static gboolean
is_plain_card (const CommonsNodeEntry *entry)
{
  return entry->scene == NULL && !entry->folded && !entry->group && entry->way == COMMONS_GATE_NONE;
}

/* Begins the last card, or the first; returns NULL when there is none left. */
static CommonsNodeEntry *
take (CommonsAhead *self,
      gboolean      last)
{
  while (self->first < self->end)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (self->picture->cards, last ? --self->end : self->first++);

      if (is_plain_card (entry))
        {
          self->n_taken++;
          return entry;
        }
    }

  return NULL;
}

static gpointer
help (gpointer data)
{
  CommonsAhead *self = data;

  g_mutex_lock (&self->mutex);

  while (!self->over)
    {
      CommonsNodeEntry *entry = take (self, TRUE);

      self->busy = entry != NULL;
      g_cond_broadcast (&self->changed);

      if (entry == NULL)
        {
          g_cond_wait (&self->changed, &self->mutex);
          continue;
        }

      g_mutex_unlock (&self->mutex);
      lay_out (&self->drawing, entry);
      g_mutex_lock (&self->mutex);
    }

  g_mutex_unlock (&self->mutex);
  return NULL;
}

static void
begin_turn (CommonsAhead *self,
            guint         first)
{
  guint n_cards = self->picture->cards->len;

  _commons_picture_make_room (self->picture, COMMONS_AHEAD_CARDS);
  g_mutex_lock (&self->mutex);
  self->first = first;
  self->end = MIN (first + COMMONS_AHEAD_CARDS, n_cards);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static void
end_turn (CommonsAhead *self)
{
  CommonsNodeEntry *entry;

  g_mutex_lock (&self->mutex);

  while ((entry = take (self, FALSE)) != NULL)
    {
      g_mutex_unlock (&self->mutex);
      lay_out (&self->picture->drawing, entry);
      g_mutex_lock (&self->mutex);
    }

  while (self->busy)
    g_cond_wait (&self->changed, &self->mutex);

  self->picture->n_scenes += self->n_taken;
  self->picture->n_laid_out += self->n_taken;
  self->n_taken = 0;
  g_mutex_unlock (&self->mutex);
}

CommonsAhead *
_commons_ahead_new (CommonsPicture *picture)
{
  CommonsAhead *self;

  g_return_val_if_fail (COMMONS_IS_PICTURE (picture), NULL);

  if (picture->cards->len < MIN_CARDS || g_get_num_processors () < 2)
    return NULL;

  self = g_new0 (CommonsAhead, 1);
  self->picture = picture;
  self->drawing = picture->drawing;
  self->drawing.labels = commons_drawing_new_labels ();
  if (picture->drawing.board != NULL)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      /* Its tables are all that cards ask for. */
      self->drawing.board = commons_board_new_from_records (commons_board_get_head (picture->drawing.board), none, none);
    }
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  begin_turn (self, 0);
  self->thread = g_thread_try_new ("layouts", help, self, NULL);

  return self;
}

void
_commons_ahead_free (CommonsAhead *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->over = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  if (self->thread != NULL)
    g_thread_join (self->thread);

  g_clear_object (&self->drawing.board);
  g_hash_table_unref (self->drawing.labels);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

/* The first turn began with this; each later one ends with the one before. */
void
_commons_ahead_reach (CommonsAhead *self,
                      guint         index)
{
  g_return_if_fail (self != NULL);

  if (index % COMMONS_AHEAD_CARDS != 0)
    return;

  if (index > 0)
    begin_turn (self, index);

  end_turn (self);
}

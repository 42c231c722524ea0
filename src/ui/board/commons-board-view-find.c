/* commons-board-view-find.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding texts and filtering cards: what matches, and where to look.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-board-view-find.h"
#include "commons-board-view-private.h"
#include "commons-reading-order.h"
#include "commons-search.h"

/* How long each turn of the idle loop reads a large board ahead. */
#define PREPARE_US 4000

struct _CommonsFind
{
  CommonsSearch       *search; /* NULL until something is to be found */
  CommonsReadingOrder *order;  /* NULL when the board changed since */
  char                *text;   /* NULL unless something is being found */
  GPtrArray           *found;  /* CommonsRecord, in reading order */
  guint                current;
  guint                prepare_idle;

  CommonsQuery        *query;
  GHashTable          *dimmed; /* ids of the cards that are not kept, or NULL */
  guint                n_kept;
  guint                n_cards;

  guint                refresh_idle;
};

void
_commons_board_view_begin_finding (CommonsBoardView *self)
{
  g_assert (self->find == NULL);

  self->find = g_new0 (CommonsFind, 1);
  self->find->found = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  self->find->query = commons_query_new ();
}

void
_commons_board_view_drop_finding (CommonsBoardView *self)
{
  CommonsFind *find = g_steal_pointer (&self->find);

  if (find == NULL)
    return;

  g_clear_handle_id (&find->prepare_idle, g_source_remove);
  g_clear_handle_id (&find->refresh_idle, g_source_remove);
  g_clear_pointer (&find->search, commons_search_free);
  g_clear_pointer (&find->order, commons_reading_order_free);
  g_clear_pointer (&find->dimmed, g_hash_table_unref);
  commons_board_plane_set_dimmed (self->plane, NULL);
  g_ptr_array_unref (find->found);
  commons_query_free (find->query);
  g_free (find->text);
  g_free (find);
  g_signal_emit_by_name (self, "found-changed");
  g_signal_emit_by_name (self, "filter-changed");
}

static CommonsRecord *
get_current (CommonsBoardView *self)
{
  CommonsFind *find = self->find;

  return find != NULL && find->current < find->found->len ? g_ptr_array_index (find->found, find->current) : NULL;
}

static gboolean
prepare_cb (gpointer user_data)
{
  CommonsBoardView *self = user_data;

  if (commons_search_prepare (self->find->search, PREPARE_US))
    return G_SOURCE_CONTINUE;

  self->find->prepare_idle = 0;
  return G_SOURCE_REMOVE;
}

static void
ensure_search (CommonsBoardView *self)
{
  if (self->find->search != NULL)
    return;

  self->find->search = commons_search_new (self->board, self->catalogue);
  self->find->prepare_idle = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

/* Fills the list of matches; the current one stays if it still matches, and
 * else what is selected is a good place to begin. */
static void
search (CommonsBoardView *self)
{
  CommonsFind *find = self->find;
  CommonsRecord *current = get_current (self);
  g_autofree char *current_id = g_strdup (current ? commons_record_get_id (current)
                                                  : commons_selection_get_primary (self->selection));
  g_autoptr (GPtrArray) ids = commons_search_find (find->search, find->text);

  g_ptr_array_set_size (find->found, 0);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (find->found, commons_record_ref (commons_board_lookup (self->board, g_ptr_array_index (ids, i))));

  if (find->order == NULL)
    find->order = commons_reading_order_new (self->board);
  commons_reading_order_sort (find->order, find->found);

  find->current = 0;
  for (guint i = 0; current_id != NULL && i < find->found->len; i++)
    {
      if (g_str_equal (commons_record_get_id (g_ptr_array_index (find->found, i)), current_id))
        find->current = i;
    }
}

static void
found_changed (CommonsBoardView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "found-changed");
}

static void
go_to_current (CommonsBoardView *self)
{
  CommonsRecord *current = get_current (self);

  if (current != NULL)
    _commons_board_view_go_to (self, commons_record_get_id (current));
}

void
commons_board_view_prepare_find (CommonsBoardView *self)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  if (self->find != NULL)
    ensure_search (self);
}

void
commons_board_view_find (CommonsBoardView *self,
                         const char       *text)
{
  CommonsFind *find;

  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  find = self->find;
  if (find == NULL || g_strcmp0 (find->text, text) == 0)
    return;

  g_free (find->text);
  find->text = g_strdup (text);
  if (text != NULL)
    {
      ensure_search (self);
      search (self);
      go_to_current (self);
    }
  else
    {
      g_ptr_array_set_size (find->found, 0);
      find->current = 0;
    }

  found_changed (self);
}

guint
commons_board_view_get_n_found (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), 0);

  return self->find != NULL ? self->find->found->len : 0;
}

guint
commons_board_view_get_found_position (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), 0);

  return get_current (self) != NULL ? self->find->current + 1 : 0;
}

const char *
commons_board_view_get_found_id (CommonsBoardView *self)
{
  CommonsRecord *current;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), NULL);

  current = get_current (self);

  return current ? commons_record_get_id (current) : NULL;
}

static void
announce_current (CommonsBoardView *self)
{
  g_autofree char *sentence = NULL;

  /* Translators: a card that was found, its place among those found, and how
   * many these are: “Independence, 3 of 12”. */
  sentence = g_strdup_printf (_("%s, %u of %u"), commons_record_get_shown_title (get_current (self)),
                              self->find->current + 1, self->find->found->len);
  commons_announce (GTK_WIDGET (self), sentence);
}

void
commons_board_view_find_step (CommonsBoardView *self,
                              gboolean          forward)
{
  guint n_found;

  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  n_found = commons_board_view_get_n_found (self);
  if (n_found == 0)
    return;

  self->find->current = (self->find->current + (forward ? 1 : n_found - 1)) % n_found;
  go_to_current (self);
  announce_current (self);
  found_changed (self);
}

void
commons_board_view_end_find (CommonsBoardView *self)
{
  g_autofree char *id = NULL;

  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  id = g_strdup (commons_board_view_get_found_id (self));
  commons_board_view_find (self, NULL);

  if (id != NULL)
    _commons_board_view_select_and_focus (self, id);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
is_same_set (GHashTable *a,
             GHashTable *b)
{
  GHashTableIter iter;
  gpointer key;

  if (a == NULL || b == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return a == b;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!g_hash_table_contains (b, key))
        return FALSE;
    }

  return TRUE;
}

static void
apply_filter (CommonsBoardView *self)
{
  CommonsFind *find = self->find;
  g_autoptr (GHashTable) others = NULL;
  g_autoptr (GPtrArray) kept = commons_query_list (find->query, self->board, &others);

  find->n_kept = kept->len;
  find->n_cards = kept->len + g_hash_table_size (others);
  if (commons_query_is_empty (find->query))
    g_clear_pointer (&others, g_hash_table_unref);

  if (!is_same_set (others, find->dimmed))
    {
      g_clear_pointer (&find->dimmed, g_hash_table_unref);
      find->dimmed = g_steal_pointer (&others);
      commons_tile_cache_set_dimmed (self->tiles, find->dimmed);
      commons_board_plane_set_dimmed (self->plane, find->dimmed);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }

  g_signal_emit_by_name (self, "filter-changed");
}

static void
announce_filter (CommonsBoardView *self)
{
  g_autofree char *sentence = NULL;

  if (commons_query_is_empty (self->find->query))
    sentence = g_strdup (_("All cards shown"));
  else
    sentence = commons_filter_describe (self->find->n_kept, self->find->n_cards);
  commons_announce (GTK_WIDGET (self), sentence);
}

char *
commons_filter_describe (guint n_kept,
                         guint n_cards)
{
  /* Translators: a filter is on; how many cards it keeps, and of how many. */
  return g_strdup_printf (ngettext ("%'u of %'u card shown", "%'u of %'u cards shown", n_cards), n_kept, n_cards);
}

void
commons_board_view_filter (CommonsBoardView *self,
                           CommonsFacet      facet,
                           const char       *value,
                           gboolean          wanted)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));
  g_return_if_fail (value != NULL);

  if (self->find == NULL || !commons_query_set (self->find->query, facet, value, wanted))
    return;

  apply_filter (self);
  announce_filter (self);
  _commons_board_view_commands_changed (self);
}

gboolean
commons_board_view_clear_filter (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);

  if (self->find == NULL || !commons_query_clear (self->find->query))
    return FALSE;

  apply_filter (self);
  announce_filter (self);
  _commons_board_view_commands_changed (self);

  return TRUE;
}

CommonsQuery *
commons_board_view_get_query (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), NULL);

  return self->find != NULL ? self->find->query : NULL;
}

gboolean
commons_board_view_get_filtered (CommonsBoardView *self,
                                 guint            *n_kept,
                                 guint            *n_cards)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), FALSE);

  *n_kept = self->find != NULL ? self->find->n_kept : 0;
  *n_cards = self->find != NULL ? self->find->n_cards : 0;

  return self->find != NULL && !commons_query_is_empty (self->find->query);
}

GHashTable *
commons_board_view_get_dimmed (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), NULL);

  return self->find != NULL ? self->find->dimmed : NULL;
}

GPtrArray *
commons_board_view_list_facet (CommonsBoardView *self,
                               CommonsFacet      facet)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), NULL);

  return self->board != NULL ? commons_facet_list_values (self->board, self->catalogue, facet)
                             : g_ptr_array_new ();
}

guint
commons_board_view_select_matches (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = NULL;
  guint n_kept, n_cards;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), 0);

  if (commons_board_view_get_n_found (self) > 0)
    {
      ids = g_ptr_array_new ();
      for (guint i = 0; i < self->find->found->len; i++)
        g_ptr_array_add (ids, (gpointer) commons_record_get_id (g_ptr_array_index (self->find->found, i)));
    }
  else if (commons_board_view_get_filtered (self, &n_kept, &n_cards))
    {
      ids = commons_query_list (self->find->query, self->board, NULL);
    }

  if (ids == NULL || ids->len == 0)
    return 0;

  commons_selection_set_many (self->selection, ids);

  return ids->len;
}

/* Matches and dimmed cards follow the board, once for all changes of a turn. */
static gboolean
refresh_cb (gpointer user_data)
{
  CommonsBoardView *self = user_data;

  self->find->refresh_idle = 0;
  if (self->find->text != NULL)
    {
      search (self);
      found_changed (self);
    }
  if (!commons_query_is_empty (self->find->query))
    apply_filter (self);

  return G_SOURCE_REMOVE;
}

void
_commons_board_view_find_again (CommonsBoardView *self)
{
  CommonsFind *find = self->find;

  g_clear_pointer (&find->order, commons_reading_order_free);
  if (find->refresh_idle == 0 && (find->text != NULL || !commons_query_is_empty (find->query)))
    find->refresh_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

GPtrArray *
_commons_board_view_get_found (CommonsBoardView  *self,
                               CommonsRecord    **current)
{
  *current = get_current (self);

  return self->find != NULL ? self->find->found : NULL;
}

/* commons-picture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-picture"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-card-layout.h"
#include "commons-picture-private.h"

G_DEFINE_FINAL_TYPE (CommonsPicture, commons_picture, G_TYPE_OBJECT)

static void
free_node_entry (gpointer data)
{
  CommonsNodeEntry *entry = data;

  g_clear_pointer (&entry->scene, commons_scene_unref);
  g_clear_pointer (&entry->name, commons_scene_unref);
  g_clear_pointer (&entry->hint, commons_scene_unref);
  commons_record_unref (entry->record);
  g_free (entry);
}

static void
free_link_entry (gpointer data)
{
  CommonsLinkEntry *entry = data;

  g_clear_pointer (&entry->scene, commons_scene_unref);
  g_clear_pointer (&entry->ends.from, commons_record_unref);
  g_clear_pointer (&entry->ends.to, commons_record_unref);
  commons_record_unref (entry->edge);
  g_free (entry);
}

static GHashTable *
new_entries (GDestroyNotify destroy)
{
  return g_hash_table_new_full (NULL, NULL, NULL, destroy);
}

static void
update_language (CommonsPicture *self)
{
  const char *language = commons_board_get_language (self->board);
  JsonObject *head = commons_record_get_object (commons_board_get_head (self->board));

  self->drawing.french = language != NULL && g_str_has_prefix (language, "fr");
  self->drawing.foreign = !json_object_has_member (head, "commons");
}

static void
on_board_changed (CommonsPicture   *self,
                  CommonsChangeSet *changes)
{
  self->dirty = TRUE;

  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      if (_commons_picture_changes_all (commons_change_set_get (changes, i)))
        {
          update_language (self);
          g_hash_table_remove_all (self->drawing.labels);
          _commons_picture_forget (self, TRUE);
          break;
        }
    }
}

static void
commons_picture_dispose (GObject *object)
{
  CommonsPicture *self = COMMONS_PICTURE (object);

  if (self->board != NULL)
    g_signal_handlers_disconnect_by_func (self->board, on_board_changed, self);

  g_clear_object (&self->board);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (commons_picture_parent_class)->dispose (object);
}

static void
commons_picture_finalize (GObject *object)
{
  CommonsPicture *self = COMMONS_PICTURE (object);

  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->shown);
  g_array_unref (self->card_areas);
  g_array_unref (self->link_areas);
  g_array_unref (self->stale);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->grid, commons_grid_free);
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->links);
  g_hash_table_unref (self->drawing.labels);
  g_hash_table_unref (self->drawing.surprises);
  commons_sprites_free (self->sprites);

  G_OBJECT_CLASS (commons_picture_parent_class)->finalize (object);
}

static void
commons_picture_class_init (CommonsPictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_picture_dispose;
  object_class->finalize = commons_picture_finalize;
}

static void
commons_picture_init (CommonsPicture *self)
{
  self->nodes = new_entries (free_node_entry);
  self->links = new_entries (free_link_entry);
  self->cards = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  self->card_areas = g_array_new (FALSE, FALSE, sizeof (CommonsRect));
  self->link_areas = g_array_new (FALSE, FALSE, sizeof (CommonsRect));
  self->stale = g_array_new (FALSE, FALSE, sizeof (CommonsRect));
  self->sprites = commons_sprites_new ();
  self->drawing.labels = commons_drawing_new_labels ();
  self->drawing.surprises = g_hash_table_new (g_str_hash, g_str_equal);
  self->drawing.pixel = 1;
  self->dirty = TRUE;
}

CommonsPicture *
commons_picture_new (CommonsBoard       *board,
                     CommonsCatalogue   *catalogue,
                     const CommonsTheme *theme)
{
  CommonsPicture *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (theme != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_PICTURE, NULL);
  self->board = g_object_ref (board);
  self->catalogue = g_object_ref (catalogue);
  self->drawing.catalogue = catalogue;
  self->drawing.theme = theme;
  self->drawing.board = board;
  update_language (self);
  g_signal_connect_swapped (board, "changed", G_CALLBACK (on_board_changed), self);

  return self;
}

void
_commons_picture_forget (CommonsPicture *self,
                         gboolean        cards)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_remove_all (self->links);
  commons_sprites_clear (self->sprites);
  self->dirty = TRUE;
  self->forgot = TRUE;

  if (cards)
    {
      g_hash_table_remove_all (self->nodes);
      self->n_scenes = 0;
      return;
    }

  /* Cards drawn in full look the same at any zoom. */
  g_hash_table_iter_init (&iter, self->nodes);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      CommonsNodeEntry *entry = value;

      if (entry->group || entry->way != COMMONS_GATE_NONE)
        g_hash_table_iter_remove (&iter);
      else
        _commons_picture_measure_node (self, entry->record, &entry->extents);
    }
}

void
commons_picture_set_theme (CommonsPicture     *self,
                           const CommonsTheme *theme)
{
  g_return_if_fail (COMMONS_IS_PICTURE (self));
  g_return_if_fail (theme != NULL);

  if (self->drawing.theme == theme)
    return;

  self->drawing.theme = theme;
  _commons_picture_forget (self, TRUE);
}

const CommonsTheme *
commons_picture_get_theme (CommonsPicture *self)
{
  g_return_val_if_fail (COMMONS_IS_PICTURE (self), NULL);

  return self->drawing.theme;
}

void
commons_picture_set_catalogue (CommonsPicture   *self,
                               CommonsCatalogue *catalogue)
{
  g_return_if_fail (COMMONS_IS_PICTURE (self));
  g_return_if_fail (COMMONS_IS_CATALOGUE (catalogue));

  if (!g_set_object (&self->catalogue, catalogue))
    return;

  self->drawing.catalogue = catalogue;
  _commons_picture_forget (self, TRUE);
}

void
commons_picture_set_zoom (CommonsPicture *self,
                          double          zoom)
{
  CommonsDetail detail;
  double pixel;
  gboolean full;

  g_return_if_fail (COMMONS_IS_PICTURE (self));
  g_return_if_fail (isfinite (zoom) && zoom >= 0);

  detail = commons_detail_from_zoom (zoom, self->drawing.detail);
  pixel = zoom > 0 ? MAX (1, 1 / zoom) : 1;
  full = detail == COMMONS_DETAIL_FULL && self->drawing.detail == COMMONS_DETAIL_FULL;
  self->zoom = zoom;

  if (detail == self->drawing.detail && pixel == self->drawing.pixel)
    return;

  self->drawing.detail = detail;
  self->drawing.pixel = pixel;
  _commons_picture_forget (self, !full);
}

double
commons_picture_get_zoom (CommonsPicture *self)
{
  g_return_val_if_fail (COMMONS_IS_PICTURE (self), 0);

  return self->zoom;
}

/* Larger discs lie under smaller ones, whatever the order in the file. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const CommonsNodeEntry *first = *(CommonsNodeEntry *const *) a;
  const CommonsNodeEntry *second = *(CommonsNodeEntry *const *) b;
  const CommonsRect *r = commons_record_get_bounds (first->record);
  const CommonsRect *s = commons_record_get_bounds (second->record);
  gint64 difference = (gint64) s->width * s->height - (gint64) r->width * r->height;

  return (difference > 0) - (difference < 0);
}

static gboolean
is_disc (CommonsPicture   *self,
         CommonsNodeEntry *entry)
{
  return commons_group_layout_get_look (&self->drawing, entry->record) == COMMONS_GROUP_CIRCLE;
}

static void
update_depths (CommonsPicture *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (self->groups, i);
      guint depth = 0;

      if (!is_disc (self, entry))
        continue;

      for (guint j = 0; j < i; j++)
        {
          CommonsNodeEntry *outer = g_ptr_array_index (self->groups, j);

          if (is_disc (self, outer) && commons_board_contains (outer->record, entry->record))
            depth++;
        }

      if (depth != entry->depth)
        g_clear_pointer (&entry->scene, commons_scene_unref);

      entry->depth = depth;
    }
}

static CommonsNodeEntry *
make_node_entry (CommonsPicture *self,
                 CommonsRecord  *node)
{
  CommonsNodeEntry *entry = g_new0 (CommonsNodeEntry, 1);

  entry->record = commons_record_ref (node);
  entry->group = commons_record_is_group (node);
  entry->may_be = commons_gate_get_way (node);
  entry->folded = commons_folding_is_folded (node);
  _commons_picture_measure_node (self, node, &entry->extents);

  return entry;
}

static void
add_obstacle (CommonsNodeEntry *entry,
              GArray           *changed)
{
  if (!entry->group)
    g_array_append_vals (changed, commons_record_get_bounds (entry->record), 1);
}

/* What is gone from the board takes along the question it was asked, and is
 * in the way of no link any more. */
static void
forget_nodes (CommonsPicture *self,
              GHashTable     *gone,
              GArray         *changed)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      CommonsNodeEntry *entry = value;

      _commons_picture_add_stale (self, &entry->extents);
      _commons_picture_add_stale_hint (self, entry);
      add_obstacle (entry, changed);
    }
}

/* A folded group shows how much it holds. */
static void
update_folds (CommonsPicture *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (self->groups, i);
      guint n_hidden = entry->folded ? commons_folding_count (self->board, self->hidden, commons_record_get_id (entry->record)) : 0;

      if (n_hidden == entry->n_hidden)
        continue;

      entry->n_hidden = n_hidden;
      g_clear_pointer (&entry->scene, commons_scene_unref);
      _commons_picture_add_stale (self, &entry->extents);
    }
}

/* Takes out the entries that this update did not meet; there are none where it
 * met as many as there were. */
static GHashTable *
take_gone_nodes (CommonsPicture *self,
                 guint           n_met)
{
  GHashTable *gone = new_entries (free_node_entry);
  GHashTableIter iter;
  gpointer record, value;

  if (n_met == g_hash_table_size (self->nodes))
    return gone;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &record, &value))
    {
      if (((CommonsNodeEntry *) value)->seen == self->n_updates)
        continue;

      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (gone, record, value);
    }

  return gone;
}

static void
update_nodes (CommonsPicture *self,
              GArray         *changed)
{
  g_autoptr (GHashTable) gone = NULL;
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  guint n_met = 0;

  g_ptr_array_set_size (self->cards, 0);
  g_array_set_size (self->card_areas, 0);
  g_ptr_array_set_size (self->groups, 0);
  self->was_folded = self->hidden != NULL;
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  self->hidden = commons_folding_list_hidden (self->board);

  for (guint i = 0; i < commons_board_get_n_nodes (self->board); i++)
    {
      CommonsRecord *node = commons_board_get_node (self->board, i);
      CommonsNodeEntry *entry;

      if (self->hidden != NULL && g_hash_table_contains (self->hidden, commons_record_get_id (node)))
        continue;

      entry = g_hash_table_lookup (self->nodes, node);
      if (entry == NULL)
        {
          entry = make_node_entry (self, node);
          add_obstacle (entry, changed);
          _commons_picture_add_stale (self, &entry->extents);
          g_ptr_array_add (fresh, entry);
          g_hash_table_insert (self->nodes, node, entry);
        }
      entry->seen = self->n_updates;
      n_met++;
      g_ptr_array_add (entry->group ? self->groups : self->cards, entry);
      if (!entry->group)
        g_array_append_val (self->card_areas, entry->extents);
    }

  gone = take_gone_nodes (self, n_met);
  g_ptr_array_sort (self->groups, compare_groups);
  _commons_picture_keep_moved (gone, fresh);
  update_depths (self);
  forget_nodes (self, gone, changed);
  update_folds (self);
  _commons_picture_update_gates (self);
  _commons_picture_update_surprises (self);
}

static CommonsLinkEntry *
make_link_entry (CommonsPicture        *self,
                 CommonsRecord         *edge,
                 const CommonsLinkEnds *ends)
{
  CommonsLinkEntry *entry = g_new0 (CommonsLinkEntry, 1);

  entry->edge = commons_record_ref (edge);
  entry->ends = *ends;
  if (ends->from != NULL)
    commons_record_ref (ends->from);
  if (ends->to != NULL)
    commons_record_ref (ends->to);
  entry->shown = commons_link_layout_is_shown (&self->drawing, edge, &entry->ends);

  if (entry->shown)
    _commons_picture_guess_route (self, entry);

  return entry;
}

/* Links that are gone, or run elsewhere now; one whose way was never needed
 * was never drawn. */
static void
forget_link (CommonsPicture   *self,
             CommonsLinkEntry *entry)
{
  if (entry->routed)
    _commons_picture_add_stale (self, &entry->extents);
}

static void
forget_gone_links (CommonsPicture *self)
{
  GHashTableIter iter;
  gpointer value;

  if (g_hash_table_size (self->links) == commons_board_get_n_edges (self->board))
    return;

  g_hash_table_iter_init (&iter, self->links);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (((CommonsLinkEntry *) value)->seen == self->n_updates)
        continue;

      forget_link (self, value);
      g_hash_table_iter_remove (&iter);
    }
}

static void
update_links (CommonsPicture *self,
              GPtrArray      *fresh)
{
  g_ptr_array_set_size (self->shown, 0);
  g_array_set_size (self->link_areas, 0);
  self->n_fresh = 0;

  for (guint i = 0; i < commons_board_get_n_edges (self->board); i++)
    {
      CommonsRecord *edge = commons_board_get_edge (self->board, i);
      CommonsLinkEntry *entry = g_hash_table_lookup (self->links, edge);
      CommonsLinkEnds ends;

      _commons_picture_get_ends (self, edge, entry ? &entry->ends : NULL, &ends);
      if (entry == NULL || !commons_link_ends_equal (&entry->ends, &ends))
        {
          if (entry != NULL)
            forget_link (self, entry);
          entry = make_link_entry (self, edge, &ends);
          g_hash_table_replace (self->links, edge, entry);
          g_ptr_array_add (fresh, entry);
        }

      entry->seen = self->n_updates;
      if (!entry->shown)
        continue;

      entry->place = self->shown->len;
      g_ptr_array_add (self->shown, entry);
      g_array_append_val (self->link_areas, entry->extents);
    }

  forget_gone_links (self);
}

void
_commons_picture_update (CommonsPicture *self)
{
  g_autoptr (GArray) changed = NULL;
  g_autoptr (GPtrArray) fresh = NULL;

  if (!self->dirty)
    return;

  changed = g_array_new (FALSE, FALSE, sizeof (CommonsRect));
  fresh = g_ptr_array_new ();
  self->dirty = FALSE;
  self->n_updates++;
  g_clear_pointer (&self->grid, commons_grid_free);
  update_nodes (self, changed);
  update_links (self, fresh);

  /* Before the ways of links that are new are found, which is done once. */
  _commons_picture_update_routes (self, changed);
  for (guint i = 0; i < fresh->len; i++)
    _commons_picture_add_fresh_link (self, g_ptr_array_index (fresh, i));

  if (self->forgot)
    g_array_set_size (self->stale, 0);
  self->forgot = FALSE;
}

void
_commons_picture_make_room (CommonsPicture *self,
                            guint           n_scenes)
{
  if (self->n_scenes + n_scenes <= COMMONS_MAX_SCENES)
    return;

  for (guint i = 0; i < self->cards->len; i++)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (self->cards, i);

      g_clear_pointer (&entry->scene, commons_scene_unref);
    }

  self->n_scenes = 0;
}

void
commons_picture_get_counts (CommonsPicture *self,
                            guint          *n_laid_out,
                            guint          *n_painted)
{
  g_return_if_fail (COMMONS_IS_PICTURE (self));
  g_return_if_fail (n_laid_out != NULL && n_painted != NULL);

  *n_laid_out = self->n_laid_out;
  *n_painted = self->n_painted;
}

void
commons_picture_forget_above (CommonsPicture *self,
                              int             y)
{
  g_return_if_fail (COMMONS_IS_PICTURE (self));

  for (guint i = 0; i < self->cards->len; i++)
    {
      CommonsNodeEntry *entry = g_ptr_array_index (self->cards, i);

      if (entry->scene == NULL || entry->extents.y + entry->extents.height > y)
        continue;

      g_clear_pointer (&entry->scene, commons_scene_unref);
      self->n_scenes--;
    }
}

CommonsScene *
_commons_picture_get_node_scene (CommonsPicture   *self,
                                 CommonsNodeEntry *entry)
{
  if (entry->scene != NULL)
    return entry->scene;

  if (!entry->group)
    {
      _commons_picture_make_room (self, 1);
      self->n_scenes++;
    }

  entry->scene = commons_scene_new ();
  self->n_laid_out += !entry->group;

  if (entry->folded)
    commons_fold_layout_build (&self->drawing, entry->record, entry->n_hidden, entry->scene);
  else if (entry->group)
    commons_group_layout_build (&self->drawing, entry->record, entry->depth, entry->scene);
  else if (entry->way != COMMONS_GATE_NONE)
    commons_gate_layout_build (&self->drawing, entry->record, entry->way, entry->scene);
  else
    commons_card_layout_build (&self->drawing, entry->record, entry->scene);

  return entry->scene;
}

CommonsScene *
_commons_picture_get_name_scene (CommonsPicture   *self,
                                 CommonsNodeEntry *entry)
{
  if (entry->name == NULL)
    {
      entry->name = commons_scene_new ();
      if (!entry->folded)
        commons_group_layout_build_name (&self->drawing, entry->record, entry->name);
    }

  return entry->name;
}

CommonsScene *
_commons_picture_get_link_scene (CommonsPicture   *self,
                                 CommonsLinkEntry *entry)
{
  if (entry->scene == NULL)
    {
      entry->scene = commons_scene_new ();
      commons_link_layout_build (&self->drawing, entry->edge, &entry->ends, &entry->route, FALSE, entry->scene);
    }

  return entry->scene;
}

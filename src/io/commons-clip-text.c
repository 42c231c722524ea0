/* commons-clip-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was copied, as text.
 */

#define G_LOG_DOMAIN "commons-clip"

#include "config.h"

#include <string.h>

#include "commons-clip.h"

/* Deeper content is written as far to the right as this. */
#define MAX_INDENT 16

typedef struct
{
  CommonsBoard *clip;
  GHashTable   *children; /* content by record; that of no circle by NULL */
  GString      *out;
  gboolean      list;
} Outline;

static gint64
get_area (CommonsRecord *node)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);

  return (gint64) bounds->width * bounds->height;
}

/* Of several circles and zones around a node, the smallest. */
static CommonsRecord *
find_parent (GPtrArray     *groups,
             CommonsRecord *node)
{
  CommonsRecord *parent = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      CommonsRecord *group = g_ptr_array_index (groups, i);

      if (group != node && commons_board_contains (group, node) &&
          (parent == NULL || get_area (group) < get_area (parent)))
        parent = group;
    }

  return parent;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const CommonsRect *first = commons_record_get_bounds (*(CommonsRecord * const *) a);
  const CommonsRect *second = commons_record_get_bounds (*(CommonsRecord * const *) b);

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;

  return first->x < second->x ? -1 : first->x > second->x;
}

static void
free_children (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
find_children (Outline *self)
{
  guint n_nodes = commons_board_get_n_nodes (self->clip);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer content;

  for (guint i = 0; i < n_nodes; i++)
    {
      if (commons_record_is_group (commons_board_get_node (self->clip, i)))
        g_ptr_array_add (groups, commons_board_get_node (self->clip, i));
    }

  for (guint i = 0; i < n_nodes; i++)
    {
      CommonsRecord *node = commons_board_get_node (self->clip, i);
      CommonsRecord *parent = find_parent (groups, node);

      content = g_hash_table_lookup (self->children, parent);
      if (content == NULL)
        g_hash_table_insert (self->children, parent, content = g_ptr_array_new ());
      g_ptr_array_add (content, node);

      self->list = self->list || parent != NULL || *commons_record_get_body (node) != '\0';
    }

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, NULL, &content))
    g_ptr_array_sort (content, compare_places);
}

static void
begin_line (Outline    *self,
            guint       depth,
            const char *mark)
{
  if (self->out->len > 0)
    g_string_append_c (self->out, '\n');

  if (!self->list)
    return;

  for (guint i = 0; i < MIN (depth, MAX_INDENT); i++)
    g_string_append (self->out, "  ");
  g_string_append (self->out, mark);
}

static void
write_node (Outline       *self,
            CommonsRecord *node,
            guint          depth)
{
  g_auto (GStrv) lines = g_strsplit (commons_record_get_shown_body (node), "\n", -1);

  begin_line (self, depth, "- ");
  g_string_append (self->out, commons_record_get_shown_title (node));

  for (char **line = lines; *line != NULL; line++)
    {
      if (*g_strchomp (*line) == '\0')
        continue;

      begin_line (self, depth, "  ");
      g_string_append (self->out, *line);
    }
}

static void
write_children (Outline       *self,
                CommonsRecord *parent,
                guint          depth)
{
  GPtrArray *content = g_hash_table_lookup (self->children, parent);

  for (guint i = 0; content != NULL && i < content->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (content, i);

      write_node (self, node, depth);
      write_children (self, node, depth + 1);
    }
}

char *
commons_clip_write_text (CommonsBoard *clip)
{
  g_autoptr (GHashTable) children = NULL;
  Outline self = { 0 };

  g_return_val_if_fail (COMMONS_IS_BOARD (clip), NULL);

  if (commons_board_get_n_nodes (clip) == 1)
    {
      CommonsRecord *node = commons_board_get_node (clip, 0);
      const char *text = commons_record_get_text (node);

      return g_strdup (*text != '\0' && !commons_record_is_hidden (node) ? text : commons_record_get_shown_title (node));
    }

  children = g_hash_table_new_full (NULL, NULL, NULL, free_children);
  self.clip = clip;
  self.children = children;
  self.out = g_string_new (NULL);

  find_children (&self);
  write_children (&self, NULL, 0);

  return g_string_free (self.out, FALSE);
}

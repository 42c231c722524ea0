/* commons-choices.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-choices"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "commons-choices.h"
#include "commons-fold.h"
#include "commons-navigate.h"

/* How well a choice answers: by its beginning, its name, its description. */
#define N_RANKS 3

typedef struct
{
  CommonsChoice  public;
  char          *id;
  char          *kind;
  char          *title;
  char          *about;
  char          *folded_title;
  char          *folded_about;
} Choice;

struct _CommonsChoices
{
  GPtrArray *choices;
};

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->id);
  g_free (choice->kind);
  g_free (choice->title);
  g_free (choice->about);
  g_free (choice->folded_title);
  g_free (choice->folded_about);
  g_free (choice);
}

CommonsChoices *
commons_choices_new (void)
{
  CommonsChoices *self = g_new0 (CommonsChoices, 1);

  self->choices = g_ptr_array_new_with_free_func (choice_free);

  return self;
}

void
commons_choices_free (CommonsChoices *self)
{
  g_ptr_array_unref (self->choices);
  g_free (self);
}

void
commons_choices_add (CommonsChoices *self,
                     const char     *id,
                     const char     *kind,
                     const char     *title,
                     const char     *about)
{
  Choice *choice;

  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (title != NULL);

  choice = g_new0 (Choice, 1);
  choice->id = g_strdup (id);
  choice->kind = g_strdup (kind);
  choice->title = g_strdup (title);
  choice->about = g_strdup (about ? about : "");
  choice->folded_title = commons_fold (choice->title);
  choice->folded_about = commons_fold (choice->about);
  choice->public = (CommonsChoice) { choice->id, choice->kind, choice->title, choice->about };
  g_ptr_array_add (self->choices, choice);
}

static gint64
get_area (CommonsRecord *node)
{
  const CommonsRect *bounds = commons_record_get_bounds (node);

  return (gint64) bounds->width * bounds->height;
}

static GPtrArray *
list_containers (CommonsBoard *board)
{
  GPtrArray *containers = g_ptr_array_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      if (commons_record_is_group (commons_board_get_node (board, i)))
        g_ptr_array_add (containers, commons_board_get_node (board, i));
    }

  return containers;
}

/* The smallest container, as commons_board_get_parent() finds it; asking that
 * for each node would look at all nodes each time. */
static CommonsRecord *
find_parent (GPtrArray     *containers,
             CommonsRecord *node)
{
  CommonsRecord *parent = NULL;

  for (guint i = 0; i < containers->len; i++)
    {
      CommonsRecord *other = g_ptr_array_index (containers, i);

      if ((parent == NULL || get_area (other) < get_area (parent)) && commons_board_contains (other, node))
        parent = other;
    }

  return parent;
}

/* Such as “Rule, in Reviewers”; a card without a title is called by its kind. */
static void
add_node (CommonsChoices   *self,
          GPtrArray        *containers,
          CommonsCatalogue *catalogue,
          CommonsRecord    *node)
{
  const char *id = commons_record_get_id (node);
  const char *title = commons_record_get_shown_title (node);
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, commons_record_get_kind (node));
  const char *label = kind != NULL ? kind->label : commons_record_is_group (node) ? _("Group") : _("Card");
  CommonsRecord *parent = find_parent (containers, node);
  g_autofree char *about = NULL;

  /* Translators: a kind of card and the circle or zone it lies in, such as “Rule, in Reviewers” */
  if (parent != NULL && *commons_record_get_shown_title (parent) != '\0')
    about = g_strdup_printf (_("%s, in %s"), label, commons_record_get_shown_title (parent));

  commons_choices_add (self, id, kind != NULL ? kind->id : NULL, *title != '\0' ? title : label, about ? about : label);
}

void
commons_choices_add_nodes (CommonsChoices   *self,
                           CommonsBoard     *board,
                           CommonsCatalogue *catalogue,
                           const char       *id)
{
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (COMMONS_IS_BOARD (board));
  g_return_if_fail (COMMONS_IS_CATALOGUE (catalogue));
  g_return_if_fail (id != NULL);

  ids = commons_navigate_list (board);
  others = g_ptr_array_new ();
  for (guint i = 0; i < ids->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (ids, i), id))
        g_ptr_array_add (others, g_ptr_array_index (ids, i));
    }

  commons_choices_add_these (self, board, catalogue, others);
}

void
commons_choices_add_these (CommonsChoices   *self,
                           CommonsBoard     *board,
                           CommonsCatalogue *catalogue,
                           GPtrArray        *ids)
{
  g_autoptr (GPtrArray) containers = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (COMMONS_IS_BOARD (board));
  g_return_if_fail (COMMONS_IS_CATALOGUE (catalogue));
  g_return_if_fail (ids != NULL);

  containers = list_containers (board);
  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (ids, i));

      if (node != NULL)
        add_node (self, containers, catalogue, node);
    }
}

/* What cannot be moved into: what moves, and what lies in it. */
static GHashTable *
gather_moving (CommonsBoard *board,
               GPtrArray    *ids)
{
  GHashTable *moving = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) content = commons_board_get_content (board, g_ptr_array_index (ids, i));

      g_hash_table_add (moving, g_ptr_array_index (ids, i));
      for (guint j = 0; j < content->len; j++)
        g_hash_table_add (moving, (gpointer) commons_record_get_id (g_ptr_array_index (content, j)));
    }

  return moving;
}

/* The one they all lie in, or NULL; @inside tells whether any lies in one. */
static CommonsRecord *
find_common_parent (CommonsBoard *board,
                    GPtrArray    *containers,
                    GPtrArray    *ids,
                    gboolean     *inside)
{
  CommonsRecord *common = NULL;

  *inside = FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (ids, i));
      CommonsRecord *parent = node != NULL ? find_parent (containers, node) : NULL;

      *inside |= parent != NULL;
      common = i == 0 || parent == common ? parent : NULL;
      if (*inside && common == NULL)
        return NULL;
    }

  return common;
}

void
commons_choices_add_places (CommonsChoices   *self,
                            CommonsBoard     *board,
                            CommonsCatalogue *catalogue,
                            GPtrArray        *ids,
                            const char       *outside)
{
  g_autoptr (GPtrArray) containers = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) moving = NULL;
  CommonsRecord *parent;
  gboolean inside;

  g_return_if_fail (self != NULL);
  g_return_if_fail (COMMONS_IS_BOARD (board));
  g_return_if_fail (COMMONS_IS_CATALOGUE (catalogue));
  g_return_if_fail (ids != NULL);

  containers = list_containers (board);
  all = commons_navigate_list (board);
  moving = gather_moving (board, ids);
  parent = find_common_parent (board, containers, ids, &inside);
  if (inside && outside != NULL)
    commons_choices_add (self, "", NULL, outside, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      CommonsRecord *node = commons_board_lookup_node (board, g_ptr_array_index (all, i));

      if (commons_record_is_group (node) && node != parent &&
          !g_hash_table_contains (moving, commons_record_get_id (node)))
        add_node (self, containers, catalogue, node);
    }
}

guint
commons_choices_get_n (CommonsChoices *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->choices->len;
}

/* Returns N_RANKS for one that does not answer at all. */
static guint
rank (const Choice       *choice,
      const char         *folded,
      const char * const *words)
{
  gboolean in_title = TRUE;

  if (g_str_has_prefix (choice->folded_title, folded))
    return 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = strstr (choice->folded_title, words[i]) != NULL;

      if (!found && strstr (choice->folded_about, words[i]) == NULL)
        return N_RANKS;
      in_title &= found;
    }

  return in_title ? 1 : 2;
}

GPtrArray *
commons_choices_find (CommonsChoices *self,
                      const char     *query,
                      guint           max,
                      guint          *n_more)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  GPtrArray *ranks[N_RANKS];
  GPtrArray *found = g_ptr_array_new ();
  guint n_found = 0;

  g_return_val_if_fail (self != NULL, found);
  g_return_val_if_fail (query != NULL, found);

  folded = g_strstrip (commons_fold (query));
  words = commons_fold_words (query);
  for (guint i = 0; i < N_RANKS; i++)
    ranks[i] = g_ptr_array_new ();

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);
      guint place = rank (choice, folded, (const char * const *) words);

      if (place < N_RANKS)
        g_ptr_array_add (ranks[place], &choice->public);
    }

  for (guint i = 0; i < N_RANKS; i++)
    {
      n_found += ranks[i]->len;
      for (guint j = 0; j < ranks[i]->len && found->len < max; j++)
        g_ptr_array_add (found, g_ptr_array_index (ranks[i], j));
      g_ptr_array_unref (ranks[i]);
    }

  if (n_more != NULL)
    *n_more = n_found - found->len;

  return found;
}

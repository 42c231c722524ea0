/* commons-tables.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-tables"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-alike.h"
#include "commons-fold.h"
#include "commons-tables-private.h"
#include "commons-work-table.h"

/* Steps that bring in one table. */
#define N_PHASES 3

typedef struct
{
  CommonsTablesChoice  choice;
  char                *kept;
  char                *text;
  int                  height;
} Choice;

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->kept);
  g_free (choice->text);
  g_free (choice);
}

static void
free_entry (gpointer data)
{
  TablesEntry *entry = data;

  g_object_unref (entry->board);
  g_free (entry->name);
  g_free (entry->source);
  g_hash_table_unref (entry->ids);
  g_hash_table_unref (entry->made);
  g_hash_table_unref (entry->common);
  g_hash_table_unref (entry->names);
  g_free (entry);
}

static void
drop_plan (CommonsTables *self)
{
  if (self->editor != NULL && commons_editor_is_busy (self->editor))
    commons_editor_commit (self->editor);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->refile, commons_refile_free);
  g_clear_object (&self->editor);
  g_clear_object (&self->plan);
  self->n_done = 0;
}

CommonsTables *
commons_tables_new (CommonsBoard     *board,
                    CommonsCatalogue *catalogue)
{
  CommonsTables *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_new0 (CommonsTables, 1);
  self->board = g_object_ref (board);
  self->catalogue = g_object_ref (catalogue);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_choice);
  self->handler = g_signal_connect_swapped (board, "changed", G_CALLBACK (drop_plan), self);

  return self;
}

void
commons_tables_free (CommonsTables *self)
{
  g_return_if_fail (self != NULL);

  drop_plan (self);
  g_clear_signal_handler (&self->handler, self->board);
  g_hash_table_unref (self->choices);
  g_ptr_array_unref (self->entries);
  g_object_unref (self->catalogue);
  g_object_unref (self->board);
  g_free (self);
}

/* Whether the board or one of the first @n_entries has a name. Names that
 * differ by case or accents alone are not told apart by ear. */
static gboolean
is_taken (CommonsTables *self,
          const char    *name,
          guint          n_entries,
          guint          except)
{
  g_autofree char *folded = commons_fold (name);
  g_autoptr (GPtrArray) tables = commons_work_table_list (self->board);

  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *other = commons_fold (((CommonsWorkTable *) g_ptr_array_index (tables, i))->name);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  for (guint i = 0; i < n_entries; i++)
    {
      g_autofree char *other = commons_fold (((TablesEntry *) g_ptr_array_index (self->entries, i))->name);

      if (i != except && g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

static char *
make_name (CommonsTables *self,
           const char    *wanted,
           guint          n_entries)
{
  for (guint i = 2; is_taken (self, wanted, n_entries, G_MAXUINT); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", wanted, i);

      if (!is_taken (self, name, n_entries, G_MAXUINT))
        return g_steal_pointer (&name);
    }

  return g_strdup (wanted);
}

static guint
count_users (CommonsTables *self,
             guint          color)
{
  g_autoptr (GPtrArray) tables = commons_work_table_list (self->board);
  guint n = 0;

  for (guint i = 0; i < tables->len; i++)
    n += ((CommonsWorkTable *) g_ptr_array_index (tables, i))->color == color;
  for (guint i = 0; i < self->entries->len; i++)
    n += ((TablesEntry *) g_ptr_array_index (self->entries, i))->color == color;

  return n;
}

/* The first one of those that the fewest have. */
static guint
choose_color (CommonsTables *self)
{
  guint best = 0, least = G_MAXUINT;

  for (guint i = 0; i < COMMONS_WORK_TABLE_N_COLORS; i++)
    {
      guint n_users = count_users (self, i);

      if (n_users < least)
        {
          least = n_users;
          best = i;
        }
    }

  return best;
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

guint
commons_tables_add (CommonsTables *self,
                    CommonsBoard  *table,
                    const char    *name,
                    const char    *source)
{
  g_autofree char *wanted = NULL;
  TablesEntry *entry;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (COMMONS_IS_BOARD (table), 0);
  g_return_val_if_fail (source != NULL, 0);

  wanted = g_strstrip (g_strdup (name && *name != '\0' ? name : source));
  if (*wanted == '\0')
    {
      g_free (wanted);
      wanted = g_strdup (_("Table"));
    }

  entry = g_new0 (TablesEntry, 1);
  entry->board = g_object_ref (table);
  entry->source = g_strdup (source);
  entry->name = make_name (self, wanted, self->entries->len);
  entry->color = choose_color (self);
  entry->ids = new_ids ();
  entry->made = new_ids ();
  entry->common = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  entry->names = new_ids ();
  for (guint i = 0; i < commons_board_get_n_nodes (table); i++)
    entry->n_cards += !commons_record_is_group (commons_board_get_node (table, i));

  g_ptr_array_add (self->entries, entry);
  drop_plan (self);

  return self->entries->len - 1;
}

guint
commons_tables_get_n_tables (CommonsTables *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

static TablesEntry *
get_entry (CommonsTables *self,
           guint          index)
{
  g_return_val_if_fail (self != NULL && index < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, index);
}

const char *
commons_tables_get_name (CommonsTables *self,
                         guint          index)
{
  TablesEntry *entry = get_entry (self, index);

  return entry ? entry->name : NULL;
}

gboolean
commons_tables_set_name (CommonsTables *self,
                         guint          index,
                         const char    *name)
{
  TablesEntry *entry = get_entry (self, index);
  g_autofree char *trimmed = NULL;
  gboolean is_own;

  g_return_val_if_fail (entry != NULL && name != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (name));
  if (*trimmed == '\0')
    return FALSE;

  is_own = !is_taken (self, trimmed, self->entries->len, index);
  if (!g_str_equal (trimmed, entry->name))
    {
      g_free (entry->name);
      entry->name = g_steal_pointer (&trimmed);
      drop_plan (self);
    }

  return is_own;
}

/* All marks up to one, in the order in which they are given. */
static char *
find_mark (CommonsTables *self,
           CommonsBoard  *board,
           guint          first,
           guint          index)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) tables = commons_work_table_list (board);

  for (guint i = 0; i < tables->len; i++)
    g_hash_table_add (taken, g_strdup (((CommonsWorkTable *) g_ptr_array_index (tables, i))->mark));
  for (guint i = first; i < index; i++)
    g_hash_table_add (taken, commons_work_table_make_mark (get_entry (self, i)->name, taken));

  return commons_work_table_make_mark (get_entry (self, index)->name, taken);
}

char *
commons_tables_dup_mark (CommonsTables *self,
                         guint          index)
{
  g_return_val_if_fail (get_entry (self, index) != NULL, NULL);

  return find_mark (self, self->board, 0, index);
}

const char *
commons_tables_get_source (CommonsTables *self,
                           guint          index)
{
  TablesEntry *entry = get_entry (self, index);

  return entry ? entry->source : NULL;
}

guint
commons_tables_get_color (CommonsTables *self,
                          guint          index)
{
  TablesEntry *entry = get_entry (self, index);

  return entry ? entry->color : 0;
}

void
commons_tables_set_color (CommonsTables *self,
                          guint          index,
                          guint          color)
{
  TablesEntry *entry = get_entry (self, index);

  g_return_if_fail (entry != NULL && color < COMMONS_WORK_TABLE_N_COLORS);

  entry->color = color;
  drop_plan (self);
}

void
commons_tables_count (CommonsTables      *self,
                      guint               index,
                      CommonsTablesCount *count)
{
  TablesEntry *entry = get_entry (self, index);

  g_return_if_fail (entry != NULL && count != NULL);

  *count = (CommonsTablesCount) {
    .n_cards = entry->n_cards,
    .n_common = g_hash_table_size (entry->common),
    .n_links = commons_board_get_n_edges (entry->board),
  };
}

/* Records are immutable, so that a copy takes no time to speak of. */
static CommonsBoard *
copy_board (CommonsBoard *board)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_ptr_array_add (nodes, commons_record_ref (commons_board_get_node (board, i)));
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    g_ptr_array_add (edges, commons_record_ref (commons_board_get_edge (board, i)));

  return commons_board_new_from_records (commons_board_get_head (board), nodes, edges);
}

static void
begin_plan (CommonsTables *self)
{
  self->plan = copy_board (self->board);
  self->editor = commons_editor_new (self->plan);
  self->refile = commons_refile_new (self->plan, self->catalogue);
  commons_editor_begin (self->editor, "", NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      TablesEntry *entry = get_entry (self, i);
      g_autofree char *name = make_name (self, entry->name, i);

      g_free (entry->name);
      entry->name = g_steal_pointer (&name);
      g_hash_table_remove_all (entry->ids);
      g_hash_table_remove_all (entry->common);
      g_hash_table_remove_all (entry->names);
    }
}

/* Each table takes three steps, so that none is long. */
static void
bring_in (CommonsTables *self)
{
  guint index = self->n_done / N_PHASES;
  TablesEntry *entry = get_entry (self, index);
  g_autofree char *mark = NULL;

  switch (self->n_done % N_PHASES)
    {
    case 0:
      _commons_tables_name (self, entry);
      _commons_tables_match (self, entry);
      break;

    case 1:
      _commons_tables_land (self, entry);
      break;

    default:
      mark = find_mark (self, self->plan, index, index);
      _commons_tables_join (self, entry, mark);
      break;
    }
  self->n_done++;
}

gboolean
commons_tables_step (CommonsTables *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->groups != NULL)
    return FALSE;

  if (self->plan == NULL)
    begin_plan (self);

  if (self->n_done < N_PHASES * self->entries->len)
    {
      bring_in (self);
      return TRUE;
    }

  if (commons_editor_is_busy (self->editor))
    {
      if (self->entries->len > 0)
        commons_refile_apply (self->refile, self->editor);
      commons_editor_commit (self->editor);
      return TRUE;
    }

  self->groups = commons_alike_list (self->plan);

  return FALSE;
}

CommonsBoard *
commons_tables_get_plan (CommonsTables *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  while (commons_tables_step (self))
    ;

  return self->plan;
}

GPtrArray *
commons_tables_get_groups (CommonsTables *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  commons_tables_get_plan (self);

  return self->groups;
}

static GPtrArray *
list_ids (GPtrArray *group)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < group->len; i++)
    g_ptr_array_add (ids, (gpointer) commons_record_get_id (g_ptr_array_index (group, i)));

  return ids;
}

/* A plan that is made again finds the choices by the cards they are about. */
static char *
make_key (GPtrArray *group)
{
  g_autoptr (GPtrArray) ids = list_ids (group);

  g_ptr_array_add (ids, NULL);

  return g_strjoinv ("\n", (char **) ids->pdata);
}

void
commons_tables_choose (CommonsTables       *self,
                       guint                group,
                       CommonsTablesChoice  choice,
                       const char          *kept,
                       const char          *text,
                       int                  height)
{
  Choice *made;

  g_return_if_fail (self != NULL && group < commons_tables_get_groups (self)->len);
  g_return_if_fail (choice != COMMONS_TABLES_MERGE || text != NULL);
  g_return_if_fail (choice != COMMONS_TABLES_KEEP_ONE || kept != NULL);

  made = g_new0 (Choice, 1);
  made->choice = choice;
  made->kept = g_strdup (kept);
  made->text = g_strdup (text);
  made->height = height;
  g_hash_table_insert (self->choices, make_key (g_ptr_array_index (self->groups, group)), made);
}

CommonsTablesChoice
commons_tables_get_choice (CommonsTables  *self,
                           guint           group,
                           const char    **kept,
                           const char    **text)
{
  g_autofree char *key = NULL;
  const Choice *choice;

  g_return_val_if_fail (self != NULL && group < commons_tables_get_groups (self)->len, COMMONS_TABLES_KEEP_ALL);

  key = make_key (g_ptr_array_index (self->groups, group));
  choice = g_hash_table_lookup (self->choices, key);
  if (kept != NULL)
    *kept = choice ? choice->kept : NULL;
  if (text != NULL)
    *text = choice ? choice->text : NULL;

  return choice ? choice->choice : COMMONS_TABLES_KEEP_ALL;
}

/* Adds what the plan has more, and sets what it says otherwise. */
static void
replay (CommonsEditor *editor,
        CommonsRecord *record)
{
  CommonsRecord *old = commons_board_lookup (commons_editor_get_board (editor), commons_record_get_id (record));

  if (old == NULL)
    commons_editor_add (editor, record);
  else if (old != record)
    commons_editor_set (editor, record);
}

static void
replay_plan (CommonsTables *self,
             CommonsEditor *editor)
{
  for (guint i = commons_board_get_n_edges (self->board); i > 0; i--)
    {
      const char *id = commons_record_get_id (commons_board_get_edge (self->board, i - 1));

      if (commons_board_lookup (self->plan, id) == NULL)
        commons_editor_remove (editor, id);
    }

  replay (editor, commons_board_get_head (self->plan));
  for (guint i = 0; i < commons_board_get_n_nodes (self->plan); i++)
    replay (editor, commons_board_get_node (self->plan, i));
  for (guint i = 0; i < commons_board_get_n_edges (self->plan); i++)
    replay (editor, commons_board_get_edge (self->plan, i));
}

static void
decide (CommonsTables *self,
        CommonsEditor *editor,
        GPtrArray     *group)
{
  g_autofree char *key = make_key (group);
  const Choice *choice = g_hash_table_lookup (self->choices, key);
  g_autoptr (GPtrArray) ids = list_ids (group);
  g_autofree char *made = NULL;

  if (choice == NULL)
    return;

  if (choice->choice == COMMONS_TABLES_MERGE)
    made = commons_alike_merge (editor, self->catalogue, ids, choice->text, choice->height, "");
  else if (choice->choice == COMMONS_TABLES_KEEP_ONE)
    commons_alike_keep_one (editor, ids, choice->kept, "");
}

gboolean
commons_tables_apply (CommonsTables *self,
                      CommonsEditor *editor,
                      const char    *label)
{
  gboolean changed;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (COMMONS_IS_EDITOR (editor) && commons_editor_get_board (editor) == self->board, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  commons_tables_get_plan (self);
  g_signal_handler_block (self->board, self->handler);
  commons_editor_begin (editor, label, NULL);
  replay_plan (self, editor);
  for (guint i = 0; i < self->groups->len; i++)
    decide (self, editor, g_ptr_array_index (self->groups, i));
  changed = commons_editor_commit (editor);
  g_signal_handler_unblock (self->board, self->handler);

  return changed;
}

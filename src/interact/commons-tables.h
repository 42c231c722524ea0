/* commons-tables.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/**
 * CommonsTables:
 *
 * Brings the boards that groups filled at their tables into one board. What
 * the boards have in common, such as the circles and zones of a template, is
 * not repeated; cards land in the circle or zone they lay in, beside what is
 * there, or else in a zone of their table; each says which table it comes
 * from. Nothing of what any board says is lost: where two say otherwise of
 * what they have in common, both stand in its notes.
 *
 * All is worked out on a copy first, one step after the other; the board
 * changes with commons_tables_apply() alone. Without any table this looks for
 * cards that are alike on the board as it is.
 */
typedef struct _CommonsTables CommonsTables;

/**
 * CommonsTablesChoice:
 * @COMMONS_TABLES_KEEP_ALL: nothing is done
 * @COMMONS_TABLES_MERGE: one card is made of all, which are set aside
 * @COMMONS_TABLES_KEEP_ONE: all but one are set aside
 *
 * What is done about cards that are alike.
 */
typedef enum
{
  COMMONS_TABLES_KEEP_ALL,
  COMMONS_TABLES_MERGE,
  COMMONS_TABLES_KEEP_ONE,
} CommonsTablesChoice;

/**
 * CommonsTablesCount:
 * @n_cards: how many cards it brings
 * @n_common: how many of its nodes are there already
 * @n_links: how many links it has
 *
 * What there is to say of a table before it is brought in.
 */
typedef struct
{
  guint n_cards;
  guint n_common;
  guint n_links;
} CommonsTablesCount;

/**
 * commons_tables_new:
 * @board: the board to bring the others into
 *
 * Returns: (transfer full): nothing to bring in yet
 */
CommonsTables       *commons_tables_new           (CommonsBoard        *board,
                                                   CommonsCatalogue    *catalogue);
void                 commons_tables_free          (CommonsTables       *self);

/**
 * commons_tables_add:
 * @table: the board of a table
 * @name: (nullable): name proposed for it; that of the file is taken when it
 *   is empty or the name of the template
 * @source: name of the file, as it is shown
 *
 * Takes up the board of a table, under a name that no other table has and in a
 * colour of its own as long as there are any.
 *
 * Returns: its index
 */
guint                commons_tables_add           (CommonsTables       *self,
                                                   CommonsBoard        *table,
                                                   const char          *name,
                                                   const char          *source);

guint                commons_tables_get_n_tables  (CommonsTables       *self);

/**
 * commons_tables_get_name:
 *
 * Returns: (transfer none): the name of a table
 */
const char          *commons_tables_get_name      (CommonsTables       *self,
                                                   guint                index);

/**
 * commons_tables_set_name:
 *
 * Names a table. A name another one has gets a number when tables are brought
 * in.
 *
 * Returns: whether it is a name that no other table has
 */
gboolean             commons_tables_set_name      (CommonsTables       *self,
                                                   guint                index,
                                                   const char          *name);

/**
 * commons_tables_dup_mark:
 *
 * Returns: (transfer full): the short mark cards of a table get
 */
char                *commons_tables_dup_mark      (CommonsTables       *self,
                                                   guint                index);

const char          *commons_tables_get_source    (CommonsTables       *self,
                                                   guint                index);
guint                commons_tables_get_color     (CommonsTables       *self,
                                                   guint                index);

/**
 * commons_tables_set_color:
 * @color: less than %COMMONS_WORK_TABLE_N_COLORS
 */
void                 commons_tables_set_color     (CommonsTables       *self,
                                                   guint                index,
                                                   guint                color);

/**
 * commons_tables_count:
 * @count: (out): what it brings, as far as that is known before a plan
 */
void                 commons_tables_count         (CommonsTables       *self,
                                                   guint                index,
                                                   CommonsTablesCount  *count);

/**
 * commons_tables_step:
 *
 * Works out what becomes of the next table; begins again where the board or
 * what is brought changed meanwhile.
 *
 * Returns: whether there is more to do
 */
gboolean             commons_tables_step          (CommonsTables       *self);

/**
 * commons_tables_get_plan:
 *
 * Returns: (transfer none): the board as it would be, without any choice about
 *   what is alike; complete once commons_tables_step() returned %FALSE
 */
CommonsBoard        *commons_tables_get_plan      (CommonsTables       *self);

/**
 * commons_tables_get_groups:
 *
 * Returns: (transfer none) (element-type GPtrArray): groups of cards of the
 *   plan that are alike, as commons_alike_list() gives them
 */
GPtrArray           *commons_tables_get_groups    (CommonsTables       *self);

/**
 * commons_tables_choose:
 * @group: index of a group
 * @choice: what to do about it
 * @kept: (nullable): id of the card that is kept, for
 *   %COMMONS_TABLES_KEEP_ONE
 * @text: (nullable): what the card says that joins all, for
 *   %COMMONS_TABLES_MERGE
 * @height: its height, in board units; 0 or less for that of the first one
 */
void                 commons_tables_choose        (CommonsTables       *self,
                                                   guint                group,
                                                   CommonsTablesChoice  choice,
                                                   const char          *kept,
                                                   const char          *text,
                                                   int                  height);

/**
 * commons_tables_get_choice:
 * @kept: (out) (optional) (nullable): id of the card that is kept
 * @text: (out) (optional) (nullable): what the card says that joins all
 *
 * Returns: what is to be done about a group
 */
CommonsTablesChoice  commons_tables_get_choice    (CommonsTables       *self,
                                                   guint                group,
                                                   const char         **kept,
                                                   const char         **text);

/**
 * commons_tables_describe:
 *
 * Says how many tables and cards come in, are merged and are set aside by what
 * was chosen.
 *
 * Returns: (transfer full): words for people
 */
char                *commons_tables_describe      (CommonsTables       *self);

/**
 * commons_tables_apply:
 * @editor: the editor of the board
 * @label: name of the undo step, translated
 *
 * Brings all tables in and does what was chosen, as one transaction.
 *
 * Returns: whether the board changed
 */
gboolean             commons_tables_apply         (CommonsTables       *self,
                                                   CommonsEditor       *editor,
                                                   const char          *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsTables, commons_tables_free)

G_END_DECLS

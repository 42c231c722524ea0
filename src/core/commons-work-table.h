/* commons-work-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-editor.h"

G_BEGIN_DECLS

/*
 * In a workshop the groups at their tables each fill a board of their own;
 * once these are brought together every card says which table it comes from.
 * A card says it in `commons.table`, one that joins cards of several tables in
 * the list `commons.tables`; the file lists the tables in its own
 * `commons.tables`:
 *
 *   {"name": "Blue", "mark": "B", "color": "indigo", "source": "blue.commons"}
 *
 * Members this program does not know are kept. A file may say anything there:
 * what has the wrong type counts as not said.
 */

/**
 * COMMONS_WORK_TABLE_N_COLORS:
 *
 * How many colours there are for tables.
 */
#define COMMONS_WORK_TABLE_N_COLORS 9

/**
 * CommonsWorkTable:
 * @name: name of the table, unique in a board
 * @mark: one to three characters that stand for it, where it is listed unique
 * @color: index of its colour, %COMMONS_WORK_TABLE_N_COLORS for none that is
 *   known here
 * @source: name of the file its cards came from; never %NULL
 *
 * One table of a workshop.
 */
typedef struct
{
  char  *name;
  char  *mark;
  guint  color;
  char  *source;
} CommonsWorkTable;

/**
 * commons_work_table_get_color_name:
 * @index: less than %COMMONS_WORK_TABLE_N_COLORS
 *
 * Returns: (transfer none): the word for a colour in the file
 */
const char             *commons_work_table_get_color_name (guint               index);

/**
 * commons_work_table_find_color:
 * @name: (nullable): the word for a colour in the file
 *
 * Returns: its index, or %COMMONS_WORK_TABLE_N_COLORS
 */
guint                   commons_work_table_find_color     (const char         *name);

/**
 * commons_work_table_make_mark:
 * @name: name of a table
 * @taken: (nullable) (element-type utf8): set of marks of other tables
 *
 * Makes a short mark of a name: its number where it ends with one, else its
 * first letter, or more of it where that is taken.
 *
 * Returns: (transfer full): the mark
 */
char                   *commons_work_table_make_mark      (const char         *name,
                                                           GHashTable         *taken);

/**
 * commons_work_table_list:
 *
 * Returns: (transfer container) (element-type CommonsWorkTable): the tables a
 *   board lists, in the order of the file; valid until its head changes
 */
GPtrArray              *commons_work_table_list           (CommonsBoard       *board);

/**
 * commons_work_table_lookup:
 * @name: name of a table
 *
 * Returns: (transfer none) (nullable): what the board says of it
 */
const CommonsWorkTable *commons_work_table_lookup         (CommonsBoard       *board,
                                                           const char         *name);

/**
 * commons_work_table_get_names:
 * @node: a node
 * @names: (element-type utf8): array to fill; what it held goes, and nothing
 *   of it is freed
 *
 * Finds the names of the tables a node comes from, valid as long as it is.
 */
void                    commons_work_table_get_names      (CommonsRecord      *node,
                                                           GPtrArray          *names);

/**
 * commons_work_table_describe:
 * @node: a node
 *
 * Returns: (transfer full) (nullable): words for the tables it comes from,
 *   such as “from table Blue”, translated; %NULL when it comes from none
 */
char                   *commons_work_table_describe       (CommonsRecord      *node);

/**
 * commons_work_table_add:
 * @editor: the editor of a board, with a transaction under way
 * @entry: what the file is to say of a table, `name` at least; sealed by this
 *
 * Lists a table in the head of the board, last.
 */
void                    commons_work_table_add            (CommonsEditor      *editor,
                                                           JsonObject         *entry);

/**
 * commons_record_with_work_tables:
 * @names: (element-type utf8): names of tables
 *
 * Returns: (transfer full): a copy of a node that comes from these tables
 */
CommonsRecord          *commons_record_with_work_tables   (CommonsRecord      *self,
                                                           GPtrArray          *names);

G_END_DECLS

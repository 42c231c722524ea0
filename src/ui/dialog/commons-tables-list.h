/* commons-tables-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-tables.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_TABLES_LIST (commons_tables_list_get_type ())

/**
 * CommonsTablesList:
 *
 * The tables that are brought in, each with its colour and its name to change,
 * and the files that cannot be.
 */
G_DECLARE_FINAL_TYPE (CommonsTablesList, commons_tables_list, COMMONS, TABLES_LIST, GtkBox)

/**
 * commons_tables_list_new:
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *commons_tables_list_new         (void);

/**
 * commons_tables_list_set_tables:
 * @tables: (transfer none) (nullable): what is brought together, for as long as
 *   names and colours are chosen
 */
void       commons_tables_list_set_tables  (CommonsTablesList *self,
                                            CommonsTables     *tables);

/**
 * commons_tables_list_add:
 * @index: which table
 * @newer: whether a newer version of the program made its board
 *
 * Adds a row for a table.
 */
void       commons_tables_list_add         (CommonsTablesList *self,
                                            guint              index,
                                            gboolean           newer);

/**
 * commons_tables_list_add_problem:
 * @name: of a file
 * @problem: why it is not brought in, in words
 */
void       commons_tables_list_add_problem (CommonsTablesList *self,
                                            const char        *name,
                                            const char        *problem);

G_END_DECLS

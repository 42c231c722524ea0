/* commons-tables-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to become of the tables, in one sentence.
 */

#define G_LOG_DOMAIN "commons-tables"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-tables-private.h"

typedef struct
{
  guint n_cards;
  guint n_merged;
  guint n_aside;
} Sum;

static void
add_up (CommonsTables *self,
        Sum           *sum)
{
  CommonsBoard *plan = commons_tables_get_plan (self);
  GPtrArray *groups = commons_tables_get_groups (self);

  for (guint i = 0; i < commons_board_get_n_nodes (plan); i++)
    {
      CommonsRecord *node = commons_board_get_node (plan, i);

      if (!commons_record_is_group (node) && commons_board_lookup_node (self->board, commons_record_get_id (node)) == NULL)
        sum->n_cards++;
    }

  for (guint i = 0; i < groups->len; i++)
    {
      CommonsTablesChoice choice = commons_tables_get_choice (self, i, NULL, NULL);
      guint n_cards = ((GPtrArray *) g_ptr_array_index (groups, i))->len;

      if (choice == COMMONS_TABLES_MERGE)
        sum->n_merged += n_cards;
      else if (choice == COMMONS_TABLES_KEEP_ONE)
        sum->n_aside += n_cards - 1;
    }
}

static void
append_part (GString *text,
             char    *part)
{
  g_string_append (text, text->len > 0 ? ", " : "");
  g_string_append (text, part);
  g_free (part);
}

char *
commons_tables_describe (CommonsTables *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Sum sum = { 0, 0, 0 };
  guint n_tables;

  g_return_val_if_fail (self != NULL, NULL);

  n_tables = commons_tables_get_n_tables (self);
  add_up (self, &sum);

  if (n_tables > 0)
    {
      append_part (text, g_strdup_printf (ngettext ("%'u table brought in", "%'u tables brought in", n_tables), n_tables));
      append_part (text, g_strdup_printf (ngettext ("%'u card", "%'u cards", sum.n_cards), sum.n_cards));
    }
  if (sum.n_merged > 0)
    append_part (text, g_strdup_printf (ngettext ("%'u card merged", "%'u cards merged", sum.n_merged), sum.n_merged));
  if (sum.n_aside > 0)
    append_part (text, g_strdup_printf (ngettext ("%'u card set aside", "%'u cards set aside", sum.n_aside), sum.n_aside));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

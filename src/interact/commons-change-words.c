/* commons-change-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-change-words"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-card-words.h"
#include "commons-change-words.h"

/* One sort of changes: how many, and the last one of them. */
typedef struct
{
  guint          n;
  CommonsRecord *record;
} Some;

typedef struct
{
  Some nodes;    /* all of them, whatever happened to them */
  Some added;
  Some removed;
  Some moved;
  Some linked;
  Some unlinked;
} Summary;

static void
count (Some          *some,
       CommonsRecord *record)
{
  some->n++;
  some->record = record;
}

static gboolean
has_moved (const CommonsChange *change)
{
  const CommonsRect *before = commons_record_get_bounds (change->before);
  const CommonsRect *after = commons_record_get_bounds (change->after);

  return before->x != after->x || before->y != after->y;
}

static void
summarise (CommonsChangeSet *changes,
           Summary          *summary)
{
  *summary = (Summary) { { 0, NULL } };

  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);
      CommonsRecord *record = change->after ? change->after : change->before;

      switch (commons_change_get_table (change))
        {
        case COMMONS_TABLE_NODES:
          count (&summary->nodes, record);
          if (change->before == NULL)
            count (&summary->added, record);
          else if (change->after == NULL)
            count (&summary->removed, record);
          else if (has_moved (change))
            count (&summary->moved, record);
          break;

        case COMMONS_TABLE_EDGES:
          if (change->before == NULL)
            count (&summary->linked, record);
          else if (change->after == NULL)
            count (&summary->unlinked, record);
          break;

        default:
          break;
        }
    }
}

/* The only one, by its name. */
static char *
name_only (const Some       *some,
           CommonsCatalogue *catalogue)
{
  return some->n == 1 ? commons_card_name (some->record, catalogue) : NULL;
}

static char *
describe_added (const Some       *some,
                CommonsCatalogue *catalogue)
{
  g_autofree char *name = name_only (some, catalogue);

  if (name == NULL)
    return g_strdup_printf (ngettext ("%'u card added", "%'u cards added", some->n), some->n);

  /* Translators: %s is a kind and a title, such as “Rule: Free to leave” */
  return g_strdup_printf (_("Added: %s"), name);
}

static char *
describe_removed (const Some       *some,
                  CommonsCatalogue *catalogue)
{
  g_autofree char *name = name_only (some, catalogue);

  if (name == NULL)
    return g_strdup_printf (ngettext ("%'u card deleted", "%'u cards deleted", some->n), some->n);

  return g_strdup_printf (_("Deleted: %s"), name);
}

static char *
describe_moved (const Some       *some,
                CommonsCatalogue *catalogue)
{
  g_autofree char *name = name_only (some, catalogue);

  if (name == NULL)
    return g_strdup_printf (ngettext ("%'u card moved", "%'u cards moved", some->n), some->n);

  return g_strdup_printf (_("Moved: %s"), name);
}

/* “Free to leave applies to Reviewers” */
static char *
describe_link (CommonsRecord    *edge,
               CommonsBoard     *board,
               CommonsCatalogue *catalogue)
{
  const CommonsLinkType *type = commons_catalogue_get_link (catalogue, commons_record_get_link (edge));
  CommonsRecord *from = commons_board_lookup_node (board, commons_record_get_from (edge));
  CommonsRecord *to = commons_board_lookup_node (board, commons_record_get_to (edge));
  const char *own = commons_record_get_title (edge);

  if (from == NULL || to == NULL)
    return NULL;

  return g_strjoin (" ", commons_record_get_shown_title (from),
                    *own != '\0' ? own : type != NULL ? type->label : _("is linked to"),
                    commons_record_get_shown_title (to), NULL);
}

char *
commons_change_words (CommonsChangeSet *changes,
                      CommonsBoard     *board,
                      CommonsCatalogue *catalogue)
{
  Summary summary;

  g_return_val_if_fail (changes != NULL, NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  summarise (changes, &summary);

  if (summary.added.n > 0)
    return describe_added (&summary.added, catalogue);
  if (summary.removed.n > 0)
    return describe_removed (&summary.removed, catalogue);
  if (summary.linked.n == 1)
    return describe_link (summary.linked.record, board, catalogue);
  if (summary.linked.n > 1)
    return g_strdup_printf (ngettext ("%'u link added", "%'u links added", summary.linked.n), summary.linked.n);
  if (summary.unlinked.n > 0)
    return g_strdup_printf (ngettext ("%'u link removed", "%'u links removed", summary.unlinked.n), summary.unlinked.n);
  if (summary.moved.n > 0)
    return describe_moved (&summary.moved, catalogue);

  return NULL;
}

char *
commons_change_words_for_step (CommonsChangeSet *changes,
                               const char       *label,
                               CommonsOrigin     origin,
                               CommonsBoard     *board,
                               CommonsCatalogue *catalogue)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Summary summary;

  g_return_val_if_fail (changes != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  summarise (changes, &summary);

  /* Translators: what was undone, such as “Undo: Move” */
  g_string_printf (text, origin == COMMONS_ORIGIN_UNDO ? _("Undo: %s") : _("Redo: %s"), label);
  if (summary.nodes.n == 1)
    {
      g_autofree char *name = name_only (&summary.nodes, catalogue);

      g_string_append_printf (text, ", %s", name);
    }
  else if (summary.nodes.n > 1)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("%'u card", "%'u cards", summary.nodes.n), summary.nodes.n);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

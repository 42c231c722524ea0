/* commons-board-view-frames.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands about circles and zones as a whole: laying a zone around cards,
 * taking a frame away, deleting one with what lies in it.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-folding.h"
#include "commons-refile.h"

gboolean
_commons_board_view_has_frame (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);

  for (guint i = 0; i < nodes->len; i++)
    {
      if (commons_record_is_group (g_ptr_array_index (nodes, i)))
        return TRUE;
    }

  return FALSE;
}

/* Its name is what one writes next; giving up writing it takes it back. */
static void
group (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autofree char *zone = NULL;

  commons_editor_begin (self->editor, _("Group in a Zone"), COMMONS_NEW_CARD_KEY);
  zone = commons_refile_group (self->editor, self->catalogue, ids, _("Group in a Zone"));
  commons_editor_commit (self->editor);

  if (zone != NULL)
    _commons_board_view_edit (self, zone, TRUE);
}

static void
ungroup (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  g_autoptr (CommonsRefile) before = commons_refile_new (self->board, self->catalogue);
  g_autofree char *sentence = NULL;

  commons_selection_clear (self->selection);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!commons_refile_ungroup (self->editor, self->catalogue, ids, _("Ungroup")))
    return;

  commons_refile_compare (before);
  sentence = commons_refile_describe (before, TRUE);
  _commons_board_view_toast (self, sentence ? sentence : _("Only the frame was removed"), TRUE);
}

/* What is open is folded first; when all is folded, all is unfolded. */
static void
fold (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean any_open = FALSE;

  for (guint i = 0; i < nodes->len; i++)
    {
      CommonsRecord *node = g_ptr_array_index (nodes, i);

      if (!commons_record_is_group (node))
        continue;

      any_open = any_open || !commons_folding_is_folded (node);
      g_ptr_array_add (ids, g_strdup (commons_record_get_id (node)));
    }

  commons_selection_set_many (self->selection, ids);
  commons_arrange_fold (self->editor, ids, any_open, any_open ? _("Fold") : _("Unfold"));
  commons_announce (GTK_WIDGET (self), any_open ? _("Folded") : _("Unfolded"));
}

/* How many nodes go with @ids that are not among them. */
static guint
count_content (CommonsBoardView *self,
               GPtrArray        *ids)
{
  g_autoptr (GHashTable) content = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) inner = commons_board_get_content (self->board, g_ptr_array_index (ids, i));

      for (guint j = 0; j < inner->len; j++)
        g_hash_table_add (content, (gpointer) commons_record_get_id (g_ptr_array_index (inner, j)));
    }

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_remove (content, g_ptr_array_index (ids, i));

  return g_hash_table_size (content);
}

char *
_commons_board_view_describe_deletion (CommonsBoardView *self,
                                       GPtrArray        *ids)
{
  CommonsRecord *record = commons_board_lookup (self->board, g_ptr_array_index (ids, 0));
  const char *title = record ? commons_record_get_shown_title (record) : "";
  guint content = count_content (self, ids);
  guint n = ids->len + content;

  if (ids->len == 1 && *title != '\0' && content > 0)
    /* Translators: %s is the name of a circle or zone, %u how many cards lie in it */
    return g_strdup_printf (ngettext ("“%s” and %'u card deleted", "“%s” and %'u cards deleted", content), title, content);
  if (ids->len == 1 && *title != '\0')
    return g_strdup_printf (_("“%s” deleted"), title);

  return g_strdup_printf (ngettext ("%'u item deleted", "%'u items deleted", n), n);
}

const CommonsHandler _commons_board_view_frame_handlers[] = {
  { "board.group", group, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.ungroup", ungroup, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE | COMMONS_NEEDS_FRAME },
  { "board.fold", fold, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE | COMMONS_NEEDS_FRAME },
  { NULL, NULL, 0 },
};

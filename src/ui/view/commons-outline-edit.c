/* commons-outline-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing in a line of the outline, with the field of the board.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-outline-private.h"

typedef struct
{
  CommonsOutlineView *self;
  char               *id;
  char               *text;
  gboolean            is_new;
} Written;

static void
written_free (gpointer data)
{
  Written *written = data;

  g_object_unref (written->self);
  g_free (written->id);
  g_free (written->text);
  g_free (written);
}

static gboolean
write_cb (gpointer data)
{
  Written *written = data;

  if (written->self->view != NULL)
    commons_board_view_write (written->self->view, written->id, written->text, written->is_new);

  return G_SOURCE_REMOVE;
}

/* A list that is taking a line back does not stand that its lines change. */
static void
keep_words (CommonsOutlineView *self,
            const char         *id,
            const char         *text,
            gboolean            is_new)
{
  Written *written;

  if (!self->letting_go)
    {
      commons_board_view_write (self->view, id, text, is_new);
      return;
    }

  written = g_new (Written, 1);
  *written = (Written) { g_object_ref (self), g_strdup (id), g_strdup (text), is_new };
  g_idle_add_full (G_PRIORITY_HIGH, write_cb, written, written_free);
}

static void
done_cb (CommonsOutlineView *self,
         gboolean            changed,
         CommonsTextEditor  *editor)
{
  CommonsTextNext next = commons_text_editor_get_next (editor);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL && !self->letting_go;
  g_autofree char *text = commons_text_editor_dup_text (editor);
  g_autofree char *id = NULL;
  gboolean is_new;

  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  id = g_steal_pointer (&self->edited);
  is_new = self->edited_is_new;
  self->editor = NULL;
  self->edited_is_new = FALSE;
  if (self->edited_item != NULL)
    commons_outline_item_set_editor (self->edited_item, NULL);
  self->edited_item = NULL;

  if (changed || is_new)
    keep_words (self, id, text, is_new);
  if (self->view != NULL)
    commons_board_view_tell_typing (self->view);
  if (had_focus)
    _commons_outline_view_focus (self, id);

  if (self->letting_go)
    return;
  if (next == COMMONS_TEXT_NEXT_BELOW || next == COMMONS_TEXT_NEXT_BESIDE)
    _commons_outline_view_add (self);
}

/* Pictures and pages of other programs have no text of their own. */
static gboolean
has_text (CommonsRecord *record)
{
  return commons_record_is_group (record) || g_str_equal (commons_record_get_node_type (record), "text");
}

void
_commons_outline_view_edit (CommonsOutlineView *self,
                            const char         *id,
                            gboolean            is_new)
{
  CommonsRecord *record;
  CommonsOutlineItem *item;
  g_autofree char *kept = g_strdup (id);

  commons_outline_view_finish_editing (self);
  if (!_commons_outline_view_is_editable (self))
    return;

  /* Choosing a line may make the list bind all of them anew. */
  commons_selection_set_only (commons_board_view_get_selection (self->view), kept);
  record = commons_board_lookup_node (commons_document_get_board (self->document), kept);
  item = _commons_outline_view_reveal (self, kept);
  if (record == NULL || item == NULL || !has_text (record))
    return;

  /* Its words would be there for all to read. */
  if (commons_record_is_hidden (record))
    {
      g_signal_emit_by_name (self, "toast", _("This card is hidden: reveal it before writing in it"), FALSE);
      return;
    }

  self->edited = g_steal_pointer (&kept);
  self->edited_is_new = is_new;
  self->edited_item = item;
  self->editor = COMMONS_TEXT_EDITOR (commons_text_editor_new (commons_record_get_text (record),
                                                               commons_record_is_group (record)));
  g_signal_connect_object (self->editor, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (commons_board_view_tell_typing), self->view,
                           G_CONNECT_SWAPPED);
  commons_outline_item_set_editor (item, GTK_WIDGET (self->editor));
  commons_text_editor_start (self->editor);
}

gboolean
_commons_outline_view_gather (CommonsOutlineView *self)
{
  g_autofree char *text = NULL;

  if (self->editor == NULL || !commons_text_editor_is_changed (self->editor))
    return FALSE;

  text = commons_text_editor_dup_text (self->editor);

  return commons_board_view_gather_text (self->view, self->edited, text);
}

void
_commons_outline_view_add (CommonsOutlineView *self)
{
  g_autofree char *id = NULL;

  commons_outline_view_finish_editing (self);
  id = commons_board_view_add_beside (self->view, _commons_outline_view_get_current (self));
  if (id != NULL)
    _commons_outline_view_edit (self, id, TRUE);
}

void
commons_outline_view_finish_editing (CommonsOutlineView *self)
{
  g_return_if_fail (COMMONS_IS_OUTLINE_VIEW (self));

  if (self->editor != NULL)
    commons_text_editor_finish (self->editor);
}

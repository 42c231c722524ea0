/* commons-board-view-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making cards and writing in them.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "commons-arrange-next.h"
#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-navigate.h"

/* The field is never smaller than that, in pixels, so that it can be used at
 * any zoom. */
#define EDITOR_MIN_WIDTH 200
#define EDITOR_MIN_HEIGHT 56
#define EDITOR_LINE_HEIGHT 40

/* Room below the text, without which the first line stays scrolled away by a
 * few pixels after the field has grown. */
#define EDITOR_SLACK 12

/* Text of a card at 100 %, and the least that can be read, in pixels. */
#define TEXT_SIZE 14.67
#define TEXT_MIN_SIZE 13

static void
get_text_area (CommonsBoardView *self,
               CommonsRecord    *record,
               CommonsRect      *area)
{
  if (commons_record_get_table (record) == COMMONS_TABLE_EDGES)
    {
      _commons_board_view_get_link_area (self, record, area);
      area->y += (area->height - 32) / 2;
      area->height = 32;
    }
  else if (commons_record_is_group (record))
    {
      commons_picture_get_text_rect (self->picture, record, area);
    }
  else
    {
      *area = *commons_record_get_bounds (record);
    }
}

void
_commons_board_view_allocate_editor (CommonsBoardView *self)
{
  GtkWidget *editor = GTK_WIDGET (self->text_editor);
  CommonsRecord *record;
  CommonsRect area;
  gboolean is_line;
  double x, y;
  int width, height, minimum, natural, bottom;

  if (editor == NULL || (record = commons_board_lookup (self->board, self->edited)) == NULL)
    return;

  is_line = commons_record_get_table (record) == COMMONS_TABLE_EDGES || commons_record_is_group (record);
  get_text_area (self, record, &area);
  commons_viewport_to_view (&self->viewport, area.x, area.y, &x, &y);
  width = MAX ((int) (area.width * self->viewport.zoom), EDITOR_MIN_WIDTH);
  height = MAX ((int) (area.height * self->viewport.zoom), is_line ? EDITOR_LINE_HEIGHT : EDITOR_MIN_HEIGHT);
  commons_text_editor_set_font_size (self->text_editor, MAX (TEXT_SIZE * self->viewport.zoom, TEXT_MIN_SIZE));

  gtk_widget_measure (editor, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_measure (editor, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  bottom = MAX (self->viewport.height - self->inset_bottom, minimum);
  height = MAX (height, MIN (natural + EDITOR_SLACK, bottom));

  /* It grows with the text and keeps in view, above the tools: neither the
   * edge nor a tool may hide what is typed. */
  x = CLAMP (x, 0, MAX (self->viewport.width - width, 0));
  y = CLAMP (y, 0, MAX (bottom - height, 0));
  gtk_widget_allocate (editor, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y)));
}

/* Text shrinks a little, then its card grows; what grew so shrinks again. */
static CommonsRecord *
fit_to_text (CommonsBoardView *self,
             CommonsRecord    *before,
             CommonsRecord    *record)
{
  CommonsRect bounds = *commons_record_get_bounds (record);

  if (commons_record_get_table (record) != COMMONS_TABLE_NODES ||
      !g_str_equal (commons_record_get_node_type (record), "text"))
    return commons_record_ref (record);

  bounds.height = commons_picture_fit_height (self->picture, before, record);
  return commons_record_with_bounds (record, &bounds);
}

CommonsRecord *
_commons_board_view_with_text (CommonsBoardView *self,
                               CommonsRecord    *record,
                               const char       *text)
{
  g_autoptr (CommonsRecord) written = NULL;

  /* An empty label of a link is no label. */
  if (*text == '\0' && commons_record_get_table (record) == COMMONS_TABLE_EDGES)
    written = commons_record_with (record, "label", NULL);
  else
    written = commons_record_with_text (record, text);

  return fit_to_text (self, record, written);
}

static void
write_text (CommonsBoardView *self,
            CommonsRecord    *record,
            const char       *text,
            const char       *label,
            const char       *merge_key)
{
  g_autofree char *id = g_strdup (commons_record_get_id (record));
  g_autoptr (CommonsRecord) fitted = _commons_board_view_with_text (self, record, text);

  commons_editor_begin (self->editor, label, merge_key);
  commons_editor_set (self->editor, fitted);
  _commons_board_view_fit_gate (self, id);
  commons_editor_commit (self->editor);
}

static void
store_text (CommonsBoardView *self,
            const char       *id,
            const char       *text)
{
  CommonsRecord *record = commons_board_lookup (self->board, id);

  if (record == NULL)
    {
      _commons_board_view_rescue_text (self, text);
      return;
    }

  write_text (self, record, text, self->edited_is_new ? _("New Card") : _("Edit Text"),
              self->edited_is_new ? COMMONS_NEW_CARD_KEY : NULL);
}

/* A card nobody wrote in was a slip: it goes as it came. */
static void
take_back_empty_card (CommonsBoardView *self,
                      const char       *id,
                      gboolean          is_last_step)
{
  g_autoptr (GPtrArray) ids = NULL;
  CommonsRecord *record = commons_board_lookup_node (self->board, id);

  if (record == NULL || *commons_record_get_text (record) != '\0')
    return;

  if (is_last_step)
    {
      g_autoptr (CommonsChangeSet) changes = commons_history_undo (self->history);
      return;
    }

  ids = g_ptr_array_new ();
  g_ptr_array_add (ids, (gpointer) id);
  commons_arrange_delete (self->editor, ids, _("Delete"));
}

static void
editor_done_cb (CommonsBoardView  *self,
                gboolean           changed,
                CommonsTextEditor *editor)
{
  CommonsTextNext next = commons_text_editor_get_next (editor);
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  g_autofree char *previous = NULL;
  gboolean had_focus, is_last_step;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  id = g_steal_pointer (&self->edited);
  text = commons_text_editor_dup_text (editor);
  previous = g_strdup (commons_navigate_reading (self->board, id, FALSE));
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (editor);
  is_last_step = commons_history_get_state (self->history) == self->edited_state;

  if (changed && _commons_board_view_is_editable (self))
    store_text (self, id, text);
  commons_history_barrier (self->history);

  self->text_editor = NULL;
  gtk_widget_unparent (GTK_WIDGET (editor));
  if (self->edited_is_new && *text == '\0')
    take_back_empty_card (self, id, is_last_step);
  self->edited_is_new = FALSE;
  if (had_focus)
    _commons_board_view_select_and_focus (self, id);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  commons_board_view_tell_typing (self);
  _commons_board_view_commands_changed (self);
  _commons_board_view_write_on (self, id, previous, next);
}

void
commons_board_view_finish_editing (CommonsBoardView *self)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  if (self->text_editor != NULL)
    commons_text_editor_finish (self->text_editor);
}

void
_commons_board_view_edit (CommonsBoardView *self,
                          const char       *id,
                          gboolean          is_new)
{
  CommonsRecord *record = commons_board_lookup (self->board, id);
  gboolean is_line;

  if (record == NULL || !_commons_board_view_is_editable (self))
    return;

  if (commons_record_is_locked (record))
    {
      _commons_board_view_tell_locked (self, id);
      return;
    }

  /* Its words would be there for all to read. */
  if (commons_record_is_hidden (record))
    {
      _commons_board_view_toast (self, _("This card is hidden: reveal it before writing in it"), FALSE);
      return;
    }

  /* Pictures and pages of other programs have no text of their own. */
  if (g_str_equal (commons_record_get_node_type (record), "file") ||
      g_str_equal (commons_record_get_node_type (record), "link"))
    return;

  commons_board_view_finish_editing (self);
  is_line = commons_record_get_table (record) == COMMONS_TABLE_EDGES || commons_record_is_group (record);
  self->edited = g_strdup (id);
  self->edited_is_new = !!is_new;
  self->edited_state = commons_history_get_state (self->history);
  _commons_board_view_stop_arrival (self);
  self->text_editor = COMMONS_TEXT_EDITOR (commons_text_editor_new (commons_record_get_text (record), is_line));
  g_signal_connect_object (self->text_editor, "done", G_CALLBACK (editor_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text_editor, "changed", G_CALLBACK (commons_board_view_tell_typing), self,
                           G_CONNECT_SWAPPED);
  _commons_board_view_invite (self, record);
  gtk_widget_set_parent (GTK_WIDGET (self->text_editor), GTK_WIDGET (self));

  /* The id given may be one that the selection drops here. */
  commons_selection_set_only (self->selection, self->edited);
  _commons_board_view_reveal (self, self->edited);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  commons_text_editor_start (self->text_editor);
  _commons_board_view_commands_changed (self);
}

void
commons_board_view_create (CommonsBoardView *self,
                           const char       *kind,
                           double            x,
                           double            y)
{
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  double board_x, board_y;

  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  if (!_commons_board_view_is_editable (self))
    return;

  if (x < 0 || y < 0)
    {
      x = self->viewport.width / 2.0;
      y = self->viewport.height / 2.0;
    }

  commons_board_view_finish_editing (self);
  commons_viewport_to_board (&self->viewport, x, y, &board_x, &board_y);
  commons_editor_begin (self->editor, _("New Card"), COMMONS_NEW_CARD_KEY);
  id = commons_arrange_create (self->editor, commons_catalogue_get_kind (self->catalogue, kind),
                               board_x, board_y, 0, 0, NULL, _("New Card"));
  g_ptr_array_add (ids, id);
  commons_refile_settle (self->editor, self->catalogue, ids, _("New Card"));
  commons_editor_commit (self->editor);
  if (id != NULL)
    _commons_board_view_edit (self, id, TRUE);
}

static char *
make_beside (CommonsBoardView *self,
             const char       *id)
{
  CommonsRecord *record = id ? commons_board_lookup_node (self->board, id) : NULL;
  double x, y;

  if (record != NULL && commons_record_is_group (record))
    return commons_arrange_create_in (self->editor, self->catalogue, NULL, id, "", 0, _("New Card"));
  if (record != NULL)
    return commons_arrange_next (self->editor, self->catalogue, id, COMMONS_DIRECTION_DOWN, FALSE, _("New Card"));

  commons_viewport_to_board (&self->viewport, self->viewport.width / 2.0, self->viewport.height / 2.0, &x, &y);
  return commons_arrange_create (self->editor, NULL, x, y, 0, 0, "", _("New Card"));
}

char *
commons_board_view_add_beside (CommonsBoardView *self,
                               const char       *id)
{
  char *made;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), NULL);

  if (!_commons_board_view_is_editable (self))
    return NULL;

  commons_board_view_finish_editing (self);
  commons_editor_begin (self->editor, _("New Card"), COMMONS_NEW_CARD_KEY);
  made = make_beside (self, id);
  commons_editor_commit (self->editor);
  self->edited_state = commons_history_get_state (self->history);

  return made;
}

void
commons_board_view_write (CommonsBoardView *self,
                          const char       *id,
                          const char       *text,
                          gboolean          is_new)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (text != NULL);

  if (!_commons_board_view_is_editable (self))
    return;

  self->edited_is_new = !!is_new;
  if (is_new && *text == '\0')
    take_back_empty_card (self, id, commons_history_get_state (self->history) == self->edited_state);
  else
    store_text (self, id, text);
  self->edited_is_new = FALSE;
  commons_history_barrier (self->history);
}

void
commons_board_view_type (CommonsBoardView *self,
                         const char       *id,
                         const char       *text,
                         const char       *merge_key)
{
  CommonsRecord *record;

  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (text != NULL);

  record = _commons_board_view_is_editable (self) ? commons_board_lookup (self->board, id) : NULL;
  if (record == NULL || commons_record_is_locked (record))
    return;

  write_text (self, record, text, _("Edit Text"), merge_key);
}

void
commons_board_view_arm (CommonsBoardView *self,
                        const char       *kind)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  g_free (self->armed);
  self->armed = g_strdup (kind);
  _commons_board_view_update_cursor (self);
  _commons_board_view_commands_changed (self);
}

const char *
commons_board_view_get_armed (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), NULL);

  return self->armed;
}

/* commons-outline-drag.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filing lines elsewhere: a line dropped on a circle or zone goes into it, on
 * a card beside it, and below all lines out of everything.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-outline-private.h"
#include "commons-refile.h"

static GdkContentProvider *
prepare_cb (CommonsOutlineView *self,
            double              x,
            double              y,
            GtkDragSource      *source)
{
  CommonsOutlineItem *item = COMMONS_OUTLINE_ITEM (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  CommonsOutlineRow *row = commons_outline_item_get_row (item);

  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  if (row == NULL || self->editor != NULL || !_commons_outline_view_is_editable (self))
    return NULL;

  return gdk_content_provider_new_typed (COMMONS_TYPE_OUTLINE_ROW, row);
}

static void
drag_begin_cb (CommonsOutlineView *self,
               GdkDrag            *drag,
               GtkDragSource      *source)
{
  GtkWidget *item = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (item);

  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

/* A line that is selected takes the others along. */
static GPtrArray *
list_dragged (CommonsOutlineView *self,
              CommonsOutlineRow  *row)
{
  CommonsSelection *selection = commons_board_view_get_selection (self->view);
  GPtrArray *ids;

  if (commons_selection_contains (selection, commons_outline_row_get_id (row)))
    return commons_selection_list (selection);

  ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (ids, g_strdup (commons_outline_row_get_id (row)));

  return ids;
}

static void
tell (CommonsOutlineView *self,
      GPtrArray          *ids,
      const char         *container)
{
  CommonsRecord *record = container ? commons_board_lookup_node (commons_document_get_board (self->document), container) : NULL;
  g_autofree char *message = NULL;

  if (record != NULL)
    /* Translators: %u cards were moved into the circle or zone %s */
    message = g_strdup_printf (ngettext ("%'u card moved into “%s”", "%'u cards moved into “%s”", ids->len),
                               ids->len, commons_record_get_shown_title (record));
  else
    message = g_strdup_printf (ngettext ("%'u card moved out of everything", "%'u cards moved out of everything", ids->len),
                               ids->len);

  g_signal_emit_by_name (self, "toast", message, TRUE);
}

static gboolean
file_into (CommonsOutlineView *self,
           CommonsOutlineRow  *row,
           const char         *container)
{
  g_autoptr (GPtrArray) ids = list_dragged (self, row);
  g_autofree char *first = g_strdup (commons_outline_row_get_id (row));

  if (!_commons_outline_view_is_editable (self) ||
      !commons_refile_move_into (commons_document_get_editor (self->document),
                                 commons_board_view_get_catalogue (self->view), ids, container, _("Move")))
    return FALSE;

  tell (self, ids, container);
  commons_selection_set_many (commons_board_view_get_selection (self->view), ids);
  _commons_outline_view_focus (self, first);

  return TRUE;
}

static gboolean
drop_on_item_cb (CommonsOutlineView *self,
                 const GValue       *value,
                 double              x,
                 double              y,
                 GtkDropTarget      *target)
{
  CommonsOutlineItem *item = COMMONS_OUTLINE_ITEM (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  CommonsOutlineRow *row = commons_outline_item_get_row (item);
  CommonsBoard *board = self->document ? commons_document_get_board (self->document) : NULL;
  CommonsRecord *record;

  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  if (row == NULL || board == NULL || g_value_get_object (value) == row)
    return FALSE;

  record = commons_outline_row_get_record (row);
  if (!commons_record_is_group (record))
    record = commons_board_get_parent (board, commons_record_get_id (record));

  return file_into (self, g_value_get_object (value), record ? commons_record_get_id (record) : NULL);
}

static gboolean
drop_on_ground_cb (CommonsOutlineView *self,
                   const GValue       *value)
{
  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  return self->document != NULL && file_into (self, g_value_get_object (value), NULL);
}

void
_commons_outline_view_init_drag (CommonsOutlineView *self,
                                 CommonsOutlineItem *item)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (COMMONS_TYPE_OUTLINE_ROW, GDK_ACTION_COPY);

  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (item), GTK_EVENT_CONTROLLER (source));

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_on_item_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (item), GTK_EVENT_CONTROLLER (target));
}

void
_commons_outline_view_init_drop (CommonsOutlineView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (COMMONS_TYPE_OUTLINE_ROW, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_on_ground_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (target));
}

/* commons-board-view-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Check boxes that are ticked and links that are opened, in the texts of
 * cards.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-arrange-tick.h"
#include "commons-board-view-private.h"
#include "commons-launch.h"
#include "commons-markdown.h"

/* Boxes are ticked where text is drawn in full; smaller ones would be hit by
 * mistake. */
#define TICK_MIN_ZOOM 0.88

/* More addresses than that are found in the text itself. */
#define MAX_ADDRESSES 12

#define ADDRESS_TYPE "s"

static CommonsRecord *
pick_part (CommonsBoardView *self,
           double            x,
           double            y,
           CommonsTextPart  *part)
{
  CommonsHit hit;
  CommonsRecord *record;

  *part = (CommonsTextPart) { NULL, -1 };
  _commons_board_view_pick (self, x, y, &hit);
  record = hit.type == COMMONS_HIT_NODE ? commons_board_lookup_node (self->board, hit.id) : NULL;

  if (record == NULL || commons_record_is_group (record))
    return NULL;

  commons_viewport_to_board (&self->viewport, x, y, &x, &y);

  return commons_picture_pick_part (self->picture, record, x, y, part) ? record : NULL;
}

static void
tick (CommonsBoardView *self,
      const char       *id,
      guint             box)
{
  CommonsRecord *record;
  g_autofree char *body = NULL;

  if (!commons_arrange_tick (self->editor, id, box, _("Tick")))
    return;

  record = commons_board_lookup_node (self->board, id);
  body = commons_markdown_to_plain (commons_record_get_body (record), COMMONS_MARKDOWN_TEXT);
  commons_announce (GTK_WIDGET (self), body);
}

gboolean
_commons_board_view_tick_at (CommonsBoardView *self,
                             double            x,
                             double            y)
{
  CommonsTextPart part;
  CommonsRecord *record;

  if (self->viewport.zoom < TICK_MIN_ZOOM || !_commons_board_view_is_editable (self))
    return FALSE;

  record = pick_part (self, x, y, &part);

  if (record == NULL || part.box < 0)
    return FALSE;

  tick (self, commons_record_get_id (record), (guint) part.box);

  return TRUE;
}

static void
launch_failed_cb (GtkWidget  *widget,
                  const char *message)
{
  g_autofree char *text = NULL;

  if (widget == NULL)
    return;

  /* Translators: %s is what the system says went wrong. */
  text = g_strdup_printf (_("The link could not be opened: %s"), message);
  _commons_board_view_toast (COMMONS_BOARD_VIEW (widget), text, FALSE);
}

gboolean
_commons_board_view_launch (CommonsBoardView *self,
                            const char       *address)
{
  commons_launch (GTK_WIDGET (self), address, launch_failed_cb);

  return TRUE;
}

static void
open_address (CommonsBoardView *self,
              const char       *address)
{
  gboolean handled = FALSE;

  if (commons_markdown_is_address (address))
    g_signal_emit_by_name (self, "open-address", address, &handled);
}

gboolean
_commons_board_view_open_at (CommonsBoardView *self,
                             double            x,
                             double            y)
{
  CommonsTextPart part;
  g_autofree char *address = NULL;

  if (pick_part (self, x, y, &part) == NULL || part.address == NULL)
    return FALSE;

  /* Opening may run a main loop, in which the picture may change. */
  address = g_strdup (part.address);
  open_address (self, address);

  return TRUE;
}

const char *
_commons_board_view_get_part_cursor (CommonsBoardView *self)
{
  CommonsTextPart part;

  if (self->viewport.zoom < TICK_MIN_ZOOM || !_commons_board_view_is_editable (self) ||
      pick_part (self, self->pointer_x, self->pointer_y, &part) == NULL || part.box < 0)
    return NULL;

  return "pointer";
}

static CommonsRecord *
get_selected_card (CommonsBoardView *self)
{
  const char *id = commons_selection_get_primary (self->selection);
  CommonsRecord *record = id ? commons_board_lookup_node (self->board, id) : NULL;

  return record == NULL || commons_record_is_group (record) || commons_record_is_hidden (record) ? NULL : record;
}

static void
add_addresses (GPtrArray            *addresses,
               const char           *text,
               CommonsMarkdownReach  reach)
{
  g_autoptr (CommonsMarkdown) read = commons_markdown_parse (text, reach);

  for (guint i = 0; i < read->spans->len && addresses->len < MAX_ADDRESSES; i++)
    {
      const char *address = g_array_index (read->spans, CommonsMarkdownSpan, i).address;

      if (address != NULL && !g_ptr_array_find_with_equal_func (addresses, address, g_str_equal, NULL))
        g_ptr_array_add (addresses, g_strdup (address));
    }
}

static GPtrArray *
list_addresses (CommonsRecord *record)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func (g_free);

  /* The title of a node of the link type is its address. */
  add_addresses (addresses, commons_record_get_heading (record), COMMONS_MARKDOWN_LINE);
  add_addresses (addresses, commons_record_get_body (record), COMMONS_MARKDOWN_TEXT);

  return addresses;
}

gboolean
_commons_board_view_has_address (CommonsBoardView *self)
{
  CommonsRecord *record = get_selected_card (self);
  g_autoptr (GPtrArray) addresses = record ? list_addresses (record) : NULL;

  return addresses != NULL && addresses->len > 0;
}

gboolean
_commons_board_view_has_box (CommonsBoardView *self)
{
  CommonsRecord *record = get_selected_card (self);

  return record != NULL && commons_arrange_find_box (record) >= 0;
}

static void
open_link (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) addresses = list_addresses (get_selected_card (self));
  g_autoptr (GMenu) menu = g_menu_new ();
  double x, y;

  if (addresses->len == 1)
    {
      open_address (self, g_ptr_array_index (addresses, 0));
      return;
    }

  for (guint i = 0; i < addresses->len; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (g_ptr_array_index (addresses, i), NULL);

      g_menu_item_set_action_and_target (item, "address.open", ADDRESS_TYPE, g_ptr_array_index (addresses, i));
      g_menu_append_item (menu, item);
    }

  _commons_board_view_locate (self, commons_selection_get_primary (self->selection), &x, &y);
  _commons_board_view_popup (self, G_MENU_MODEL (menu), x, y);
}

static void
tick_next (CommonsBoardView *self)
{
  CommonsRecord *record = get_selected_card (self);

  tick (self, commons_record_get_id (record), (guint) commons_arrange_find_box (record));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  open_address (user_data, g_variant_get_string (parameter, NULL));
}

void
_commons_board_view_init_marks (CommonsBoardView *self)
{
  static const GActionEntry open_entry = { "open", open_cb, ADDRESS_TYPE, NULL, NULL, { 0 } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), &open_entry, 1, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "address", G_ACTION_GROUP (group));
}

const CommonsHandler _commons_board_view_mark_handlers[] = {
  { "board.open-link", open_link, COMMONS_NEEDS_NODE | COMMONS_NEEDS_ADDRESS },
  { "board.tick", tick_next, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE | COMMONS_NEEDS_BOX },
  { NULL, NULL, 0 },
};

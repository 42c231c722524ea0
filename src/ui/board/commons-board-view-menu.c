/* commons-board-view-menu.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Menus at the pointer or at a card.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-board-view-private.h"
#include "commons-commands.h"

/* Where something was asked for, in pixels of the view. */
#define PLACE_TYPE "(dd)"

static gboolean
unparent_cb (gpointer user_data)
{
  gtk_widget_unparent (user_data);

  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (CommonsBoardView *self)
{
  GtkWidget *menu = g_steal_pointer (&self->menu);

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  /* The chosen action runs after the popover closes. */
  if (menu != NULL)
    g_idle_add_full (G_PRIORITY_LOW, unparent_cb, g_object_ref (menu), g_object_unref);
}

void
_commons_board_view_popup (CommonsBoardView *self,
                           GMenuModel       *model,
                           double            x,
                           double            y)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  _commons_board_view_popup_widget (self, menu, x, y);
}

void
_commons_board_view_popup_widget (CommonsBoardView *self,
                                  GtkWidget        *popover,
                                  double            x,
                                  double            y)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = popover;
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* A link is where its name is; one that place shows, at the card it leaves. */
void
_commons_board_view_get_link_area (CommonsBoardView *self,
                                   CommonsRecord    *edge,
                                   CommonsRect      *area)
{
  CommonsRecord *from = commons_board_lookup_node (self->board, commons_record_get_from (edge));
  double x, y;

  *area = (CommonsRect) { 0 };
  if (commons_picture_get_link_point (self->picture, edge, 0.5, &x, &y))
    *area = (CommonsRect) { (int) x - 80, (int) y - 16, 160, 32 };
  else if (from != NULL)
    *area = *commons_record_get_bounds (from);
}

/* Where a menu about something stands, in pixels: on it, or at the edge of the
 * view it lies beyond; in the middle when there is no such thing. */
void
_commons_board_view_locate (CommonsBoardView *self,
                            const char       *id,
                            double           *x,
                            double           *y)
{
  CommonsRecord *record = id ? commons_board_lookup (self->board, id) : NULL;
  CommonsRect area;

  if (record == NULL)
    commons_viewport_get_visible (&self->viewport, &area);
  else if (commons_record_get_table (record) == COMMONS_TABLE_EDGES)
    _commons_board_view_get_link_area (self, record, &area);
  else if (commons_record_is_group (record))
    commons_picture_get_text_rect (self->picture, record, &area);
  else
    area = *commons_record_get_bounds (record);

  commons_viewport_to_view (&self->viewport, area.x + area.width / 2.0, area.y + area.height / 2.0, x, y);
  *x = CLAMP (*x, 0, self->viewport.width);
  *y = CLAMP (*y, 0, self->viewport.height);
}

/* All that a card says, in the panel beside the board. */
#define DETAILS "win.inspector"

/* What the menu of the board offers, section by section. */
static const char *const new_actions[] = { "board.new-card", "board.select-area", NULL };
static const char *const text_actions[] = {
  "board.edit", DETAILS, "board.notes", "board.tick", "board.open-link", "board.link-to", "board.connect", "board.move-into",
  "board.move-to", "board.resize-to",
  "board.add-entry", NULL,
};
static const char *const link_actions[] = { "board.reverse-link", "board.go-to-source", "board.go-to-target", NULL };
static const char *const copy_actions[] = { "board.cut", "board.copy", "board.paste", "board.duplicate", NULL };
static const char *const lock_actions[] = { "board.group", "board.ungroup", "board.fold", "board.reveal", "board.lock",
                                            NULL };
static const char *const end_actions[] = { "board.delete", NULL };

static const char *const *const sections[] = {
  new_actions, text_actions, link_actions, copy_actions, lock_actions, end_actions,
};

static GMenuModel *
make_section (CommonsBoardView  *self,
              const char *const *actions,
              double             x,
              double             y,
              gboolean           at_pointer)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (g_str_equal (actions[i], DETAILS) && commons_selection_get_n (self->selection) > 0)
        g_menu_append (section, _("Details…"), DETAILS);
      if (!commons_board_view_can_perform (self, actions[i]))
        continue;

      item = g_menu_item_new (_(commons_commands_find (actions[i])->label), actions[i]);

      if (g_str_equal (actions[i], "board.lock"))
        g_menu_item_set_label (item, _commons_board_view_get_lock_label (self));

      /* What the pointer asks for comes where the pointer was. */
      if (at_pointer && g_str_equal (actions[i], "board.new-card"))
        g_menu_item_set_action_and_target (item, "place.new-card", PLACE_TYPE, x, y);
      if (at_pointer && g_str_equal (actions[i], "board.paste"))
        g_menu_item_set_action_and_target (item, "place.paste", PLACE_TYPE, x, y);
      g_menu_append_item (section, item);
    }

  return G_MENU_MODEL (section);
}

static void
append_arrange_menu (CommonsBoardView *self,
                     GMenu            *section)
{
  g_autoptr (GMenuModel) arrange = _commons_board_view_make_arrange_menu (self);

  if (g_menu_model_get_n_items (arrange) > 0)
    g_menu_append_submenu (section, _("Arrange"), arrange);
}

void
_commons_board_view_popup_menu (CommonsBoardView *self,
                                double            x,
                                double            y,
                                gboolean          at_pointer)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GMenuModel) section = make_section (self, sections[i], x, y, at_pointer);

      if (sections[i] == copy_actions)
        append_arrange_menu (self, G_MENU (section));
      if (g_menu_model_get_n_items (section) > 0)
        g_menu_append_section (menu, NULL, section);
      if (sections[i] == text_actions)
        _commons_board_view_append_link_menu (self, menu);
    }

  /* A board that can only be looked at has nothing to offer. */
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0)
    _commons_board_view_popup (self, G_MENU_MODEL (menu), x, y);
}

static void
new_card_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  double x, y;

  g_variant_get (parameter, PLACE_TYPE, &x, &y);
  commons_board_view_create (user_data, NULL, x, y);
}

static void
paste_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  double x, y;

  g_variant_get (parameter, PLACE_TYPE, &x, &y);
  _commons_board_view_paste_at (user_data, x, y);
}

void
_commons_board_view_init_menu (CommonsBoardView *self)
{
  static const GActionEntry places[] = {
    { "new-card", new_card_cb, PLACE_TYPE, NULL, NULL, { 0 } },
    { "paste", paste_cb, PLACE_TYPE, NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), places, G_N_ELEMENTS (places), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "place", G_ACTION_GROUP (group));
}

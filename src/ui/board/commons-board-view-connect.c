/* commons-board-view-connect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linking cards: the choice among the links that make sense.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange-link.h"
#include "commons-board-view-private.h"
#include "commons-kind-picker.h"
#include "commons-links-offer.h"
#include "commons-refile.h"

/* What a choice of the menu of links says: link type, from, to. */
#define CHOICE_TYPE "(sss)"

void
_commons_board_view_connect (CommonsBoardView *self,
                             const char       *link,
                             const char       *from,
                             const char       *to)
{
  const CommonsLinkType *type = commons_catalogue_get_link (self->catalogue, link);
  g_autofree char *message = NULL;
  g_autofree char *id = NULL;
  CommonsRecord *from_card, *to_card;

  id = commons_arrange_connect (self->editor, link, from, to, _("Link Cards"));
  if (id == NULL)
    return;

  from_card = commons_board_lookup_node (self->board, from);
  to_card = commons_board_lookup_node (self->board, to);

  /* Translators: a link between two cards, such as “Review within a week” applies to “Reviewers” */
  message = g_strdup_printf (_("“%s” %s “%s”"),
                             commons_record_get_shown_title (from_card), type->label, commons_record_get_shown_title (to_card));
  _commons_board_view_toast (self, message, TRUE);
}

static void
choose_link_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CommonsBoardView *self = user_data;
  const char *link, *from, *to;

  g_variant_get (parameter, "(&s&s&s)", &link, &from, &to);
  if (commons_board_lookup_node (self->board, from) != NULL && commons_board_lookup_node (self->board, to) != NULL)
    _commons_board_view_connect (self, link, from, to);
}

static GMenu *
make_link_menu (CommonsBoardView *self,
                GPtrArray        *offers,
                const char       *from,
                const char       *to)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < offers->len; i++)
    {
      const CommonsLinkOffer *offer = g_ptr_array_index (offers, i);
      g_autoptr (GMenuItem) item = NULL;
      const char *label = offer->reversed ? offer->type->inverse : offer->type->label;

      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "link.choose", CHOICE_TYPE, offer->type->id,
                                         offer->reversed ? to : from, offer->reversed ? from : to);
      g_menu_append_item (menu, item);
    }

  return menu;
}

void
_commons_board_view_offer_links (CommonsBoardView *self,
                                 const char       *from,
                                 const char       *to,
                                 double            x,
                                 double            y)
{
  g_autoptr (GPtrArray) offers = commons_links_offer (self->board, self->catalogue, from, to);
  g_autoptr (GMenu) menu = NULL;

  if (offers->len == 0)
    {
      _commons_board_view_toast (self, _("These two cards are linked in every way they can be."), FALSE);
      return;
    }

  if (offers->len == 1)
    {
      const CommonsLinkOffer *offer = g_ptr_array_index (offers, 0);

      _commons_board_view_connect (self, offer->type->id, offer->reversed ? to : from, offer->reversed ? from : to);
      return;
    }

  menu = make_link_menu (self, offers, from, to);
  _commons_board_view_popup (self, G_MENU_MODEL (menu), x, y);
}

/* Where a connection was dropped, while a kind of card is chosen for it. */
typedef struct
{
  CommonsBoardView *self;
  char             *from;
  double            x;
  double            y;
} NewEnd;

static void
free_new_end (gpointer  data,
              GClosure *closure)
{
  NewEnd *end = data;

  g_free (end->from);
  g_free (end);
}

static void
kind_picked_cb (GtkWidget  *picker,
                const char *kind,
                int         n_press,
                NewEnd     *end)
{
  CommonsBoardView *self = end->self;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *id = NULL;

  if (!_commons_board_view_is_editable (self))
    return;

  commons_editor_begin (self->editor, _("New Linked Card"), COMMONS_NEW_CARD_KEY);
  id = commons_arrange_create_linked (self->editor, self->catalogue, end->from,
                                      commons_catalogue_get_kind (self->catalogue, kind), end->x, end->y, NULL,
                                      _("New Linked Card"));
  if (id != NULL)
    {
      g_ptr_array_add (ids, id);
      commons_refile_settle (self->editor, self->catalogue, ids, _("New Linked Card"));
    }
  commons_editor_commit (self->editor);

  if (id != NULL)
    _commons_board_view_edit (self, id, TRUE);
}

void
_commons_board_view_offer_new_card (CommonsBoardView *self,
                                    const char       *from,
                                    double            x,
                                    double            y)
{
  CommonsRecord *record = commons_board_lookup_node (self->board, from);
  GtkWidget *picker;
  g_autoptr (GPtrArray) kinds = NULL;
  NewEnd *end;

  if (record == NULL)
    return;

  end = g_new0 (NewEnd, 1);
  *end = (NewEnd) { self, g_strdup (from), 0, 0 };
  commons_viewport_to_board (&self->viewport, x, y, &end->x, &end->y);

  kinds = commons_links_list_kinds (self->catalogue, commons_record_get_kind (record));
  picker = commons_kind_picker_new ();
  commons_kind_picker_set_only (COMMONS_KIND_PICKER (picker), kinds);
  commons_kind_picker_set_catalogue (COMMONS_KIND_PICKER (picker), self->catalogue);
  g_signal_connect_data (picker, "picked", G_CALLBACK (kind_picked_cb), end, free_new_end, 0);
  _commons_board_view_popup_widget (self, picker, x, y);
}

char *
_commons_board_view_describe_connection (CommonsBoardView *self,
                                         const char       *from,
                                         const char       *to)
{
  g_autoptr (GPtrArray) offers = NULL;
  const CommonsLinkOffer *offer;

  if (to == NULL)
    /* Translators: what comes of a link that is dropped on no card */
    return g_strdup (_("new linked card"));

  offers = commons_links_offer (self->board, self->catalogue, from, to);
  if (offers->len == 0)
    return g_strdup (_("already linked"));

  offer = g_ptr_array_index (offers, 0);

  /* Several links make sense: the drop asks which. */
  return g_strconcat (offer->reversed ? offer->type->inverse : offer->type->label, " ",
                      commons_record_get_shown_title (commons_board_lookup_node (self->board, to)),
                      offers->len > 1 ? "…" : NULL, NULL);
}

void
_commons_board_view_init_links (CommonsBoardView *self)
{
  static const GActionEntry choose = { "choose", choose_link_cb, CHOICE_TYPE, NULL, NULL, { 0 } };

  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), &choose, 1, self);
  g_action_map_add_action_entries (G_ACTION_MAP (group), &_commons_board_view_retype_entry, 1, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "link", G_ACTION_GROUP (group));
}

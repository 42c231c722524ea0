/* commons-board-view-choose.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linking and moving without a drag: the other card, or the place, is chosen
 * from a list.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-board-view-private.h"
#include "commons-card-picker.h"
#include "commons-links-offer.h"

/* What is asked, for as long as the dialog is there. */
typedef struct
{
  CommonsBoardView *self;
  GPtrArray        *ids;
  char             *to;   /* the card to link to, NULL until it was chosen */
} Question;

static void
free_question (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->self);
  g_ptr_array_unref (question->ids);
  g_free (question->to);
  g_free (question);
}

static GPtrArray *
copy_ids (GPtrArray *ids)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (ids, i)));

  return copy;
}

static void
ask (CommonsBoardView *self,
     GPtrArray        *ids,
     const char       *title,
     const char       *prompt,
     CommonsChoices   *choices,
     GCallback         picked_cb)
{
  CommonsRecord *record = commons_board_lookup_node (self->board, g_ptr_array_index (ids, 0));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *picker = commons_card_picker_new (self->catalogue);
  Question *question = g_new0 (Question, 1);
  g_autofree char *subtitle = NULL;

  if (ids->len == 1)
    subtitle = g_strdup (commons_record_get_shown_title (record));
  else
    subtitle = g_strdup_printf (ngettext ("%'u card", "%'u cards", ids->len), ids->len);

  *question = (Question) { g_object_ref (self), copy_ids (ids), NULL };
  g_signal_connect_data (picker, "picked", picked_cb, question, free_question, 0);
  commons_card_picker_set_choices (COMMONS_CARD_PICKER (picker), title, subtitle, prompt, choices);
  gtk_window_set_transient_for (GTK_WINDOW (picker), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (picker));
}

static void
link_cards (Question               *question,
            const CommonsLinkOffer *offer)
{
  const char *from = g_ptr_array_index (question->ids, 0);

  _commons_board_view_connect (question->self, offer->type->id, offer->reversed ? question->to : from,
                               offer->reversed ? from : question->to);
}

/* Several links make sense: which one is asked in the same place. */
static void
ask_for_link (Question          *question,
              CommonsCardPicker *picker,
              GPtrArray         *offers)
{
  CommonsBoard *board = question->self->board;
  CommonsChoices *choices = commons_choices_new ();
  const char *from = commons_record_get_shown_title (commons_board_lookup_node (board, g_ptr_array_index (question->ids, 0)));
  const char *to = commons_record_get_shown_title (commons_board_lookup_node (board, question->to));

  for (guint i = 0; i < offers->len; i++)
    {
      const CommonsLinkOffer *offer = g_ptr_array_index (offers, i);
      g_autofree char *sentence = NULL;

      sentence = g_strdup_printf (_("“%s” %s “%s”"), from,
                                  offer->reversed ? offer->type->inverse : offer->type->label, to);
      commons_choices_add (choices, offer->type->id, NULL, sentence, NULL);
    }

  commons_card_picker_set_choices (picker, _("Which Link?"), from, _("Search links"), choices);
}

static void
target_picked_cb (CommonsCardPicker *picker,
                  const char        *id,
                  Question          *question)
{
  CommonsBoardView *self = question->self;
  g_autoptr (GPtrArray) offers = NULL;

  if (!_commons_board_view_is_editable (self))
    {
      gtk_window_close (GTK_WINDOW (picker));
      return;
    }

  /* The first answer is a card, the second one a link. */
  if (question->to == NULL)
    {
      offers = commons_links_offer (self->board, self->catalogue, g_ptr_array_index (question->ids, 0), id);
      if (offers->len > 0)
        question->to = g_strdup (id);
      if (offers->len > 1)
        {
          ask_for_link (question, picker, offers);
          return;
        }
      gtk_window_close (GTK_WINDOW (picker));
      if (offers->len == 1)
        link_cards (question, g_ptr_array_index (offers, 0));
      else
        _commons_board_view_toast (self, _("These two cards are linked in every way they can be."), FALSE);
      return;
    }

  offers = commons_links_offer (self->board, self->catalogue, g_ptr_array_index (question->ids, 0), question->to);
  gtk_window_close (GTK_WINDOW (picker));
  for (guint i = 0; i < offers->len; i++)
    {
      const CommonsLinkOffer *offer = g_ptr_array_index (offers, i);

      if (g_str_equal (offer->type->id, id))
        link_cards (question, offer);
    }
}

static void
link_to (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  CommonsChoices *choices = commons_choices_new ();
  const char *id = commons_record_get_id (g_ptr_array_index (nodes, nodes->len - 1));

  g_ptr_array_add (ids, (gpointer) id);
  commons_choices_add_nodes (choices, self->board, self->catalogue, id);
  if (commons_choices_get_n (choices) == 0)
    {
      commons_choices_free (choices);
      _commons_board_view_toast (self, _("There is no other card to link to."), FALSE);
      return;
    }

  ask (self, ids, _("Link To"), _("Search cards"), choices, G_CALLBACK (target_picked_cb));
}

static void
move_into (CommonsBoardView *self,
           GPtrArray        *ids,
           const char       *container)
{
  g_autoptr (CommonsRefile) refile = commons_refile_new (self->board, self->catalogue);
  g_autofree char *sentence = NULL;

  if (!commons_refile_move_into (self->editor, self->catalogue, ids, container, _("Move Into")))
    return;

  commons_refile_compare (refile);
  sentence = commons_refile_describe (refile, TRUE);
  _commons_board_view_tell (self, sentence);
  _commons_board_view_reveal (self, g_ptr_array_index (ids, 0));
}

static void
place_picked_cb (CommonsCardPicker *picker,
                 const char        *id,
                 Question          *question)
{
  CommonsBoardView *self = question->self;

  gtk_window_close (GTK_WINDOW (picker));
  if (!_commons_board_view_is_editable (self) ||
      commons_board_lookup_node (self->board, g_ptr_array_index (question->ids, 0)) == NULL)
    return;

  move_into (self, question->ids, *id != '\0' ? id : NULL);
}

static void
choose_place (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) nodes = commons_selection_list_nodes (self->selection);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  CommonsChoices *choices;

  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (ids, (gpointer) commons_record_get_id (g_ptr_array_index (nodes, i)));
  if (!_commons_board_view_leave_locked (self, ids))
    return;

  choices = commons_choices_new ();
  commons_choices_add_places (choices, self->board, self->catalogue, ids, _("Outside of everything"));
  if (commons_choices_get_n (choices) == 0)
    {
      commons_choices_free (choices);
      _commons_board_view_toast (self, _("There is no circle or zone to move this into."), FALSE);
      return;
    }

  ask (self, ids, _("Move Into"), _("Search circles and zones"), choices, G_CALLBACK (place_picked_cb));
}

const CommonsHandler _commons_board_view_choose_handlers[] = {
  { "board.link-to", link_to, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.move-into", choose_place, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { NULL, NULL, 0 },
};

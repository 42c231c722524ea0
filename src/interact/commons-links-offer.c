/* commons-links-offer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-links-offer"

#include "config.h"

#include "commons-links-offer.h"

static gboolean
is_open_to_any (const CommonsLinkType *type)
{
  return g_strcmp0 (type->from[0], "*") == 0 && g_strcmp0 (type->to[0], "*") == 0;
}

static gboolean
joins (CommonsRecord *edge,
       CommonsRecord *from,
       CommonsRecord *to)
{
  return g_str_equal (commons_record_get_from (edge), commons_record_get_id (from)) &&
         g_str_equal (commons_record_get_to (edge), commons_record_get_id (to));
}

static gboolean
exists (CommonsBoard          *board,
        const CommonsLinkType *type,
        CommonsRecord         *from,
        CommonsRecord         *to)
{
  GPtrArray *edges = commons_board_get_links (board, commons_record_get_id (from));

  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (edges, i);

      if (g_strcmp0 (commons_record_get_link (edge), type->id) == 0 &&
          (joins (edge, from, to) || (!type->directed && joins (edge, to, from))))
        return TRUE;
    }

  return FALSE;
}

static void
add_offers (GPtrArray        *offers,
            CommonsBoard     *board,
            CommonsCatalogue *catalogue,
            CommonsRecord    *from,
            CommonsRecord    *to,
            gboolean          open_to_any,
            gboolean          reversed)
{
  g_autoptr (GPtrArray) types = commons_catalogue_list_links (catalogue,
                                                              commons_record_get_kind (from),
                                                              commons_record_get_kind (to));

  for (guint i = 0; i < types->len; i++)
    {
      const CommonsLinkType *type = g_ptr_array_index (types, i);
      CommonsLinkOffer *offer;

      if (is_open_to_any (type) != open_to_any || exists (board, type, from, to))
        continue;

      offer = g_new (CommonsLinkOffer, 1);
      *offer = (CommonsLinkOffer) { type, reversed };
      g_ptr_array_add (offers, offer);
    }
}

GPtrArray *
commons_links_offer (CommonsBoard     *board,
                     CommonsCatalogue *catalogue,
                     const char       *from_id,
                     const char       *to_id)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (g_free);
  CommonsRecord *from, *to;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), offers);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), offers);
  g_return_val_if_fail (from_id != NULL && to_id != NULL, offers);

  from = commons_board_lookup_node (board, from_id);
  to = commons_board_lookup_node (board, to_id);
  if (from == NULL || to == NULL || from == to)
    return offers;

  add_offers (offers, board, catalogue, from, to, FALSE, FALSE);
  if (offers->len == 0)
    add_offers (offers, board, catalogue, to, from, FALSE, TRUE);
  if (offers->len == 0)
    add_offers (offers, board, catalogue, from, to, TRUE, FALSE);

  return offers;
}

/* A link that reads the same from both ends is offered once. */
static void
drop_twins (GPtrArray *offers)
{
  for (guint i = offers->len; i > 0; i--)
    {
      const CommonsLinkOffer *offer = g_ptr_array_index (offers, i - 1);

      for (guint j = 0; offer->reversed && !offer->type->directed && j < i - 1; j++)
        {
          const CommonsLinkOffer *other = g_ptr_array_index (offers, j);

          if (other->type == offer->type)
            {
              g_ptr_array_remove_index (offers, i - 1);
              break;
            }
        }
    }
}

GPtrArray *
commons_links_offer_instead (CommonsBoard     *board,
                             CommonsCatalogue *catalogue,
                             const char       *id)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (g_free);
  CommonsRecord *edge, *from, *to;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), offers);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), offers);
  g_return_val_if_fail (id != NULL, offers);

  edge = commons_board_lookup (board, id);
  if (edge == NULL || commons_record_get_table (edge) != COMMONS_TABLE_EDGES)
    return offers;

  from = commons_board_lookup_node (board, commons_record_get_from (edge));
  to = commons_board_lookup_node (board, commons_record_get_to (edge));
  if (from == NULL || to == NULL || from == to)
    return offers;

  add_offers (offers, board, catalogue, from, to, FALSE, FALSE);
  add_offers (offers, board, catalogue, to, from, FALSE, TRUE);
  drop_twins (offers);
  add_offers (offers, board, catalogue, from, to, TRUE, FALSE);

  return offers;
}

static gboolean
has_own_link (CommonsCatalogue *catalogue,
              const char       *from,
              const char       *to)
{
  g_autoptr (GPtrArray) types = commons_catalogue_list_links (catalogue, from, to);

  for (guint i = 0; i < types->len; i++)
    {
      if (!is_open_to_any (g_ptr_array_index (types, i)))
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
commons_links_list_kinds (CommonsCatalogue *catalogue,
                          const char       *kind)
{
  GPtrArray *kinds = g_ptr_array_new ();
  guint n_kinds;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), kinds);

  n_kinds = commons_catalogue_get_n_kinds (catalogue);
  for (guint i = 0; i < n_kinds; i++)
    {
      const char *other = commons_catalogue_get_nth_kind (catalogue, i)->id;

      if (has_own_link (catalogue, kind, other) || has_own_link (catalogue, other, kind))
        g_ptr_array_add (kinds, (gpointer) other);
    }

  if (kinds->len > 0)
    return kinds;

  for (guint i = 0; i < n_kinds; i++)
    g_ptr_array_add (kinds, (gpointer) commons_catalogue_get_nth_kind (catalogue, i)->id);

  return kinds;
}

/* commons-arrange-link.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-arrange"

#include "config.h"

#include "commons-arrange-link.h"
#include "commons-arrange-private.h"
#include "commons-links-offer.h"

static CommonsRecord *
lookup_edge (CommonsBoard *board,
             const char   *id)
{
  CommonsRecord *record = id ? commons_board_lookup (board, id) : NULL;

  return record != NULL && commons_record_get_table (record) == COMMONS_TABLE_EDGES ? record : NULL;
}

static CommonsRecord *
with_member (CommonsRecord *record,
             const char    *member,
             const char    *value)
{
  return value ? commons_record_with_string (record, member, value) : commons_record_with (record, member, NULL);
}

/* The side of a node goes with it; heads stay at their end of the line. */
static CommonsRecord *
exchange_ends (CommonsRecord *edge)
{
  const char *from_side = commons_record_get_string (edge, "fromSide");
  const char *to_side = commons_record_get_string (edge, "toSide");
  g_autoptr (CommonsRecord) turned = NULL;
  g_autoptr (CommonsRecord) sided = NULL;

  turned = commons_record_with_ends (edge, commons_record_get_to (edge), commons_record_get_from (edge));
  if (from_side == NULL && to_side == NULL)
    return g_steal_pointer (&turned);

  sided = with_member (turned, "fromSide", to_side);

  return with_member (sided, "toSide", from_side);
}

static gboolean
store (CommonsEditor *editor,
       CommonsRecord *before,
       CommonsRecord *after,
       const char    *label)
{
  gboolean did = !commons_record_equal (before, after);
  gboolean ours = _commons_arrange_begin (editor, label, NULL);

  if (did)
    commons_editor_set (editor, after);

  return _commons_arrange_end (editor, ours, did);
}

gboolean
commons_arrange_set_link (CommonsEditor *editor,
                          const char    *id,
                          const char    *link,
                          gboolean       reversed,
                          const char    *label)
{
  g_autoptr (CommonsRecord) turned = NULL;
  g_autoptr (CommonsRecord) typed = NULL;
  CommonsRecord *edge;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (id != NULL && link != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  edge = lookup_edge (commons_editor_get_board (editor), id);
  if (edge == NULL)
    return FALSE;

  turned = reversed ? exchange_ends (edge) : commons_record_ref (edge);
  typed = commons_record_with_string (turned, "commons/link", link);

  return store (editor, edge, typed, label);
}

static gboolean
contains (GPtrArray             *types,
          const CommonsLinkType *type)
{
  return g_ptr_array_find (types, type, NULL);
}

gboolean
commons_arrange_can_reverse (CommonsBoard     *board,
                             CommonsCatalogue *catalogue,
                             const char       *id)
{
  CommonsRecord *edge, *from, *to;
  const CommonsLinkType *type;
  g_autoptr (GPtrArray) types = NULL;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), FALSE);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), FALSE);

  edge = lookup_edge (board, id);
  from = edge ? commons_board_lookup_node (board, commons_record_get_from (edge)) : NULL;
  to = edge ? commons_board_lookup_node (board, commons_record_get_to (edge)) : NULL;
  if (from == NULL || to == NULL)
    return FALSE;

  type = commons_catalogue_get_link (catalogue, commons_record_get_link (edge));
  if (type == NULL)
    return TRUE;

  types = commons_catalogue_list_links (catalogue, commons_record_get_kind (to), commons_record_get_kind (from));

  return type->directed && contains (types, type);
}

gboolean
commons_arrange_reverse (CommonsEditor *editor,
                         const char    *id,
                         const char    *label)
{
  g_autoptr (CommonsRecord) turned = NULL;
  CommonsRecord *edge;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  edge = lookup_edge (commons_editor_get_board (editor), id);
  if (edge == NULL)
    return FALSE;

  turned = exchange_ends (edge);

  return store (editor, edge, turned, label);
}

char *
commons_arrange_create_linked (CommonsEditor          *editor,
                               CommonsCatalogue       *catalogue,
                               const char             *from,
                               const CommonsKind      *kind,
                               double                  x,
                               double                  y,
                               const CommonsLinkType **link,
                               const char             *label)
{
  CommonsBoard *board;
  g_autoptr (GPtrArray) offers = NULL;
  gboolean ours;
  char *id;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  board = commons_editor_get_board (editor);
  if (link != NULL)
    *link = NULL;
  if (commons_board_lookup_node (board, from) == NULL)
    return NULL;

  ours = _commons_arrange_begin (editor, label, NULL);
  id = commons_arrange_create (editor, kind, x, y, 0, 0, "", label);
  offers = commons_links_offer (board, catalogue, from, id);

  if (offers->len > 0)
    {
      const CommonsLinkOffer *offer = g_ptr_array_index (offers, 0);
      g_autofree char *edge = NULL;

      edge = commons_arrange_connect (editor, offer->type->id, offer->reversed ? id : from,
                                      offer->reversed ? from : id, label);
      if (link != NULL)
        *link = offer->type;
    }

  _commons_arrange_end (editor, ours, TRUE);

  return id;
}

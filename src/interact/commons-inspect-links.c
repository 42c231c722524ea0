/* commons-inspect-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The links of a card, as it reads them.
 */

#define G_LOG_DOMAIN "commons-inspect"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-arrange-private.h"
#include "commons-capture.h"
#include "commons-card-new.h"
#include "commons-inspect-links.h"
#include "commons-navigate.h"

static void
free_links (gpointer data)
{
  CommonsInspectLinks *links = data;

  g_free (links->words);
  g_ptr_array_unref (links->edges);
  g_free (links);
}

static char *
capitalize (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree char *first = g_utf8_substring (valid, 0, *valid != '\0');
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, *valid != '\0' ? g_utf8_next_char (valid) : "", NULL);
}

static CommonsInspectLinks *
links_new (const CommonsLinkType *type,
           gboolean               reversed)
{
  CommonsInspectLinks *links = g_new (CommonsInspectLinks, 1);
  const char *words = type == NULL ? reversed ? _("linked from") : _("linked to") : reversed ? type->inverse : type->label;

  *links = (CommonsInspectLinks) { type, reversed, capitalize (words), g_ptr_array_new () };

  return links;
}

static gboolean
is_open_to_any (const CommonsLinkType *type)
{
  return g_str_equal (type->from[0], "*") && g_str_equal (type->to[0], "*");
}

static gboolean
names (const char * const *kinds,
       const char         *kind)
{
  return kind != NULL && g_strv_contains (kinds, kind);
}

/* Whether a card is at the end a group of links starts from. */
static gboolean
belongs (CommonsRecord         *edge,
         const CommonsLinkType *type,
         CommonsCatalogue      *catalogue,
         const char            *id,
         gboolean               reversed)
{
  const char *end = reversed ? commons_record_get_to (edge) : commons_record_get_from (edge);

  if (commons_catalogue_get_link (catalogue, commons_record_get_link (edge)) != type)
    return FALSE;

  /* A link that reads the same from both ends stands in one group. */
  if (type != NULL && !type->directed)
    return !reversed;

  return g_str_equal (end, id);
}

static void
add_links (GPtrArray             *list,
           CommonsBoard          *board,
           CommonsCatalogue      *catalogue,
           const char            *id,
           const CommonsLinkType *type,
           gboolean               reversed,
           gboolean               wanted)
{
  GPtrArray *edges = commons_board_get_links (board, id);
  CommonsInspectLinks *links = links_new (type, reversed);

  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      if (belongs (g_ptr_array_index (edges, i), type, catalogue, id, reversed))
        g_ptr_array_add (links->edges, g_ptr_array_index (edges, i));
    }

  if (links->edges->len > 0 || wanted)
    g_ptr_array_add (list, links);
  else
    free_links (links);
}

/* Whether links of its own leave a kind. */
static gboolean
has_own (CommonsCatalogue *catalogue,
         const char       *kind)
{
  for (guint i = 0; i < commons_catalogue_get_n_links (catalogue); i++)
    {
      const CommonsLinkType *type = commons_catalogue_get_nth_link (catalogue, i);

      if (!is_open_to_any (type) && names (type->from, kind))
        return TRUE;
    }

  return FALSE;
}

GPtrArray *
commons_inspect_list_links (CommonsBoard     *board,
                            CommonsCatalogue *catalogue,
                            const char       *id)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_links);
  CommonsRecord *record;
  const char *kind;
  gboolean leaves;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), list);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), list);
  g_return_val_if_fail (id != NULL, list);

  record = commons_board_lookup_node (board, id);
  if (record == NULL)
    return list;

  kind = commons_record_get_kind (record);
  leaves = has_own (catalogue, kind);
  for (guint reversed = 0; reversed < 2; reversed++)
    {
      for (guint i = 0; i < commons_catalogue_get_n_links (catalogue); i++)
        {
          const CommonsLinkType *type = commons_catalogue_get_nth_link (catalogue, i);
          gboolean wanted = !is_open_to_any (type) && leaves != (reversed == 1) &&
                            names (reversed ? type->to : type->from, kind);

          add_links (list, board, catalogue, id, type, reversed == 1, wanted);
        }
      add_links (list, board, catalogue, id, NULL, reversed == 1, FALSE);
    }

  return list;
}

GPtrArray *
commons_inspect_list_link_kinds (CommonsCatalogue      *catalogue,
                                 const CommonsLinkType *type,
                                 gboolean               reversed)
{
  GPtrArray *kinds = g_ptr_array_new ();
  const char * const *wanted;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), kinds);
  g_return_val_if_fail (type != NULL, kinds);

  wanted = reversed ? type->from : type->to;
  for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
    {
      const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, i);

      if (g_str_equal (wanted[0], "*") || g_strv_contains (wanted, kind->id))
        g_ptr_array_add (kinds, (gpointer) kind);
    }

  return kinds;
}

static gboolean
is_linked (CommonsBoard          *board,
           const char            *id,
           const char            *other,
           const CommonsLinkType *type,
           gboolean               reversed)
{
  GPtrArray *edges = commons_board_get_links (board, other);

  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (edges, i);
      gboolean forth = g_str_equal (commons_record_get_from (edge), id);
      gboolean back = g_str_equal (commons_record_get_to (edge), id);

      if (g_strcmp0 (commons_record_get_link (edge), type->id) == 0 &&
          (!type->directed ? forth || back : reversed ? back : forth))
        return TRUE;
    }

  return FALSE;
}

CommonsChoices *
commons_inspect_list_linkable (CommonsBoard          *board,
                               CommonsCatalogue      *catalogue,
                               const char            *id,
                               const CommonsLinkType *type,
                               gboolean               reversed)
{
  CommonsChoices *choices = commons_choices_new ();
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();
  const char * const *wanted;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), choices);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), choices);
  g_return_val_if_fail (id != NULL && type != NULL, choices);

  wanted = reversed ? type->from : type->to;
  ids = commons_navigate_list (board);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *other = g_ptr_array_index (ids, i);
      const char *kind = commons_record_get_kind (commons_board_lookup_node (board, other));

      if (!g_str_equal (other, id) && (g_str_equal (wanted[0], "*") || names (wanted, kind)) &&
          !is_linked (board, id, other, type, reversed))
        g_ptr_array_add (fitting, (gpointer) other);
    }
  commons_choices_add_these (choices, board, catalogue, fitting);

  return choices;
}

char *
commons_inspect_link_new (CommonsEditor         *editor,
                          CommonsCatalogue      *catalogue,
                          const char            *id,
                          const CommonsLinkType *type,
                          gboolean               reversed,
                          const CommonsKind     *kind,
                          const char            *title,
                          const CommonsRect     *visible,
                          const char            *label)
{
  CommonsRect bounds = { 0 };
  g_autoptr (CommonsRecord) card = NULL;
  g_autofree char *edge = NULL;
  gboolean ours;
  char *made;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (id != NULL && type != NULL && kind != NULL, NULL);
  g_return_val_if_fail (title != NULL && visible != NULL && label != NULL, NULL);

  if (commons_board_lookup_node (commons_editor_get_board (editor), id) == NULL)
    return NULL;

  commons_card_get_usual_size (kind, &bounds.width, &bounds.height);
  card = _commons_arrange_sign (editor, commons_card_new (kind, &bounds, title));
  ours = _commons_arrange_begin (editor, label, NULL);
  made = commons_capture_place (editor, catalogue, card, id, visible);
  edge = commons_arrange_connect (editor, type->id, reversed ? made : id, reversed ? id : made, label);
  _commons_arrange_end (editor, ours, TRUE);

  return made;
}

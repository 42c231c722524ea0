/* commons-card-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card in words, for whoever hears it.
 */

#define G_LOG_DOMAIN "commons-card-words"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-card-words.h"
#include "commons-folding.h"
#include "commons-markdown.h"
#include "commons-surprise.h"
#include "commons-work-table.h"

/* More links than that are counted rather than read out. */
#define MAX_LINKS_READ 4

static void
append_sentence (GString    *text,
                 const char *sentence)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, sentence);
}

static void
append_links (GString          *text,
              CommonsRecord    *record,
              CommonsBoard     *board,
              CommonsCatalogue *catalogue)
{
  const char *id = commons_record_get_id (record);
  GPtrArray *links = commons_board_get_links (board, id);

  for (guint i = 0; links != NULL && i < MIN (links->len, MAX_LINKS_READ); i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links, i);
      const CommonsLinkType *type = commons_catalogue_get_link (catalogue, commons_record_get_link (edge));
      gboolean leaves = g_str_equal (commons_record_get_from (edge), id);
      CommonsRecord *other = commons_board_lookup_node (board, leaves ? commons_record_get_to (edge)
                                                                      : commons_record_get_from (edge));
      g_autofree char *sentence = NULL;
      const char *verb = commons_record_get_title (edge);

      if (other == NULL)
        continue;
      if (type != NULL)
        verb = leaves ? type->label : type->inverse;

      sentence = g_strdup_printf ("%s %s", verb, commons_record_get_shown_title (other));
      append_sentence (text, sentence);
    }

  if (links != NULL && links->len > MAX_LINKS_READ)
    {
      guint rest = links->len - MAX_LINKS_READ;
      g_autofree char *sentence = g_strdup_printf (ngettext ("%'u more link", "%'u more links", rest), rest);

      append_sentence (text, sentence);
    }
}

/* What the badges of a card show. */
static void
append_badges (GString       *text,
               CommonsRecord *record)
{
  const char *notes = commons_record_get_string (record, "commons/notes");
  int n_votes = commons_record_get_int (record, "commons/votes", 0);

  if (n_votes > 0)
    {
      g_autofree char *sentence = g_strdup_printf (ngettext ("%'d vote", "%'d votes", (gulong) n_votes), n_votes);

      append_sentence (text, sentence);
    }

  if (commons_record_is_locked (record))
    append_sentence (text, _("locked"));

  if (notes != NULL && *notes != '\0' && !commons_record_is_hidden (record))
    append_sentence (text, _("with notes"));
}

/* What the marks at the left of the badges show. */
static void
append_tables (GString       *text,
               CommonsRecord *record)
{
  g_autofree char *sentence = commons_record_is_group (record) ? NULL : commons_work_table_describe (record);

  if (sentence != NULL)
    append_sentence (text, sentence);
}

/* What the mark at the corner of a card says to the eye. */
static void
append_surprise (GString          *text,
                 CommonsRecord    *record,
                 CommonsRecord    *parent,
                 CommonsCatalogue *catalogue)
{
  g_autofree char *sentence = commons_card_describe_surprise (record, parent, catalogue);

  if (sentence != NULL)
    append_sentence (text, sentence);
}

char *
commons_card_describe_surprise (CommonsRecord    *record,
                                CommonsRecord    *parent,
                                CommonsCatalogue *catalogue)
{
  g_autofree char *expected = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  if (commons_record_is_group (record) || commons_surprise_expects (parent, commons_record_get_kind (record)))
    return NULL;

  expected = commons_surprise_describe (catalogue, parent);

  /* Translators: %s is a list such as “values, questions” */
  return g_strdup_printf (_("This zone expects %s"), expected);
}

/* How many cards a closed circle or zone keeps out of sight. */
static void
append_folded (GString       *text,
               CommonsRecord *record,
               CommonsBoard  *board)
{
  g_autoptr (GHashTable) hidden = NULL;
  g_autofree char *sentence = NULL;
  guint n_cards;

  if (!commons_folding_is_folded (record))
    return;

  hidden = commons_folding_list_hidden (board);
  n_cards = commons_folding_count (board, hidden, commons_record_get_id (record));
  sentence = g_strdup_printf (ngettext ("folded, with %'u card", "folded, with %'u cards", n_cards), n_cards);
  append_sentence (text, sentence);
}

/* What a card lies in, by the kind of it. */
static void
append_parent (GString          *text,
               CommonsRecord    *record,
               CommonsRecord    *parent,
               CommonsCatalogue *catalogue)
{
  const char *kind = commons_record_get_kind (parent);
  const char *title = commons_record_get_shown_title (parent);
  g_autofree char *sentence = NULL;

  if (g_strcmp0 (kind, "circle") == 0)
    /* Translators: %s is the title of a circle a card lies in. */
    sentence = g_strdup_printf (_("in circle %s"), title);
  else if (g_strcmp0 (kind, "zone") == 0)
    /* Translators: %s is the title of a zone a card lies in. */
    sentence = g_strdup_printf (_("in zone %s"), title);
  else
    /* Translators: %s is the title of a group a card lies in. */
    sentence = g_strdup_printf (_("in %s"), title);

  append_sentence (text, sentence);
  append_surprise (text, record, parent, catalogue);
}

char *
commons_card_name (CommonsRecord    *record,
                   CommonsCatalogue *catalogue)
{
  g_autofree char *title = NULL;
  const CommonsKind *kind;
  const char *words;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  title = commons_markdown_to_plain (commons_record_get_shown_title (record), COMMONS_MARKDOWN_LINE);
  words = *title != '\0' ? title : _("Untitled");
  kind = commons_catalogue_get_kind (catalogue, commons_record_get_kind (record));

  /* Translators: kind and title of a card, such as “Rule: Review within a week” */
  return kind ? g_strdup_printf (_("%s: %s"), kind->label, words) : g_strdup (words);
}

char *
commons_card_describe (CommonsRecord    *record,
                       CommonsBoard     *board,
                       CommonsCatalogue *catalogue)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *status = commons_record_get_status (record);
  CommonsRecord *parent;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  if (*commons_record_get_body (record) != '\0' && !commons_record_is_hidden (record))
    {
      g_autofree char *body = commons_markdown_to_plain (commons_record_get_body (record), COMMONS_MARKDOWN_TEXT);

      append_sentence (text, body);
    }

  if (status != NULL)
    {
      g_autofree char *key = g_strdup_printf ("status.%s", status);
      const char *label = commons_catalogue_get_text (catalogue, key);

      append_sentence (text, label ? label : status);
    }

  append_badges (text, record);
  append_tables (text, record);
  append_folded (text, record, board);

  parent = commons_board_get_parent (board, commons_record_get_id (record));
  if (parent != NULL)
    append_parent (text, record, parent, catalogue);

  append_links (text, record, board, catalogue);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
commons_card_describe_place (const char *description,
                             guint       position,
                             guint       size)
{
  g_return_val_if_fail (position <= size, NULL);

  if (size == 0)
    return g_strdup (description != NULL ? description : "");

  if (description == NULL || *description == '\0')
    /* Translators: the place of a card in its circle or zone, such as “3 of 12” */
    return g_strdup_printf (_("%'u of %'u"), position, size);

  /* Translators: what a card is, and its place in its circle or zone, such as
   * “agreed, in circle Surveyors; 3 of 12” */
  return g_strdup_printf (_("%s; %'u of %'u"), description, position, size);
}

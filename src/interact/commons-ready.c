/* commons-ready.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ready cards of the catalogue, laid on a board.
 */

#define G_LOG_DOMAIN "commons-ready"

#include "config.h"

#include "commons-arrange-private.h"
#include "commons-capture.h"
#include "commons-card-new.h"
#include "commons-ready.h"

/* Sets a field. Takes and returns a reference. */
static CommonsRecord *
say (CommonsRecord *record,
     const char    *path,
     const char    *value)
{
  CommonsRecord *said = commons_record_with_string (record, path, value);

  commons_record_unref (record);

  return said;
}

static CommonsRecord *
make_card (CommonsCatalogue *catalogue,
           const char       *kind_id,
           const char       *title,
           const char       *body,
           int               height)
{
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, kind_id);
  g_autofree char *text = *body != '\0' ? g_strconcat (title, "\n", body, NULL) : g_strdup (title);
  CommonsRect bounds = { 0, 0, 0, 0 };

  commons_card_get_usual_size (kind, &bounds.width, &bounds.height);
  bounds.height = MAX (bounds.height, height);

  return commons_card_new (kind, &bounds, text);
}

/* Takes the card. */
static char *
place (CommonsEditor     *editor,
       CommonsCatalogue  *catalogue,
       CommonsRecord     *card,
       const CommonsRect *visible)
{
  char *id = commons_capture_place (editor, catalogue, card, NULL, visible);

  commons_record_unref (card);

  return id;
}

CommonsRecord *
commons_ready_find (CommonsBoard *board,
                    const char   *kind,
                    const char   *title)
{
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (kind != NULL && title != NULL, NULL);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (g_strcmp0 (commons_record_get_kind (node), kind) == 0 &&
          g_str_equal (commons_record_get_title (node), title))
        return node;
    }

  return NULL;
}

char *
commons_ready_add_risk (CommonsEditor          *editor,
                        CommonsCatalogue       *catalogue,
                        const CommonsReadyRisk *risk,
                        int                    height,
                        const CommonsRect      *visible,
                        const char             *label)
{
  CommonsRecord *plain, *card;
  gboolean ours;
  char *id;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (risk != NULL && visible != NULL && label != NULL, NULL);

  plain = make_card (catalogue, "risk", risk->title, risk->text, height);
  card = commons_record_with_int (plain, "commons/fields/severity", risk->severity);
  commons_record_unref (plain);
  card = say (card, "commons/fields/early_sign", risk->early_sign);

  ours = _commons_arrange_begin (editor, label, NULL);
  id = place (editor, catalogue, card, visible);
  _commons_arrange_end (editor, ours, TRUE);

  return id;
}

static void
link_to_improvements (CommonsEditor            *editor,
                      const CommonsReadyAction *action,
                      const char               *id,
                      const char               *label)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRecord *mended = commons_ready_find (board, "improvement", action->answers);
  g_autofree char *edge = NULL;

  if (mended != NULL)
    edge = commons_arrange_connect (editor, "addresses", id, commons_record_get_id (mended), label);
}

char *
commons_ready_add_action (CommonsEditor            *editor,
                          CommonsCatalogue         *catalogue,
                          const CommonsReadyAction *action,
                          int                      height,
                          const CommonsRect        *visible,
                          const char               *label)
{
  CommonsRecord *card;
  gboolean ours;
  char *id;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (action != NULL && visible != NULL && label != NULL, NULL);

  card = make_card (catalogue, "action", action->title, action->answers, height);
  card = say (card, "commons/fields/horizon", action->horizon);
  card = say (card, "commons/fields/dimension", action->dimension);
  card = say (card, "commons/fields/status", "todo");

  ours = _commons_arrange_begin (editor, label, NULL);
  id = place (editor, catalogue, card, visible);
  link_to_improvements (editor, action, id, label);
  _commons_arrange_end (editor, ours, TRUE);

  return id;
}

char *
commons_ready_add_legal (CommonsEditor          *editor,
                         CommonsCatalogue       *catalogue,
                         const CommonsLegalForm *form,
                         int                    height,
                         const CommonsRect      *visible,
                         const char             *label)
{
  CommonsRecord *card;
  gboolean ours;
  char *id;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (form != NULL && visible != NULL && label != NULL, NULL);

  card = make_card (catalogue, "legal", form->name, "", height);
  card = say (card, "commons/fields/form", form->id);
  card = say (card, "commons/fields/state", "planned");

  ours = _commons_arrange_begin (editor, label, NULL);
  id = place (editor, catalogue, card, visible);
  _commons_arrange_end (editor, ours, TRUE);

  return id;
}

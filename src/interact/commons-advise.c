/* commons-advise.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-advise"

#include "config.h"

#include "commons-advise.h"
#include "commons-answers.h"
#include "commons-arrange-private.h"
#include "commons-capture.h"
#include "commons-card-new.h"
#include "commons-fold.h"
#include "commons-pattern.h"
#include "commons-ready.h"

#define KIND_RISK    "risk"
#define KIND_ACTION  "action"
#define KIND_LEGAL   "legal"
#define KIND_PROJECT "project"

#define FIELD_STAGE "commons/fields/stage"

/* ---- What is on the board ------------------------------------------------ */

GHashTable *
commons_advise_list_titles (CommonsBoard *board,
                            const char   *kind)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (COMMONS_IS_BOARD (board), titles);
  g_return_val_if_fail (kind != NULL, titles);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (g_strcmp0 (commons_record_get_kind (node), kind) == 0)
        g_hash_table_add (titles, g_strstrip (commons_fold (commons_record_get_title (node))));
    }

  return titles;
}

gboolean
commons_advise_has_title (GHashTable *titles,
                          const char *title)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (titles != NULL, FALSE);
  g_return_val_if_fail (title != NULL, FALSE);

  folded = g_strstrip (commons_fold (title));

  return g_hash_table_contains (titles, folded);
}

static CommonsRecord *
find_project (CommonsBoard *board)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (g_strcmp0 (commons_record_get_kind (node), KIND_PROJECT) == 0)
        return node;
    }

  return NULL;
}

/* ---- Cards --------------------------------------------------------------- */

/* How tall a card is in which nothing of a text is cut. */
static int
measure (const CommonsAdvise *advise,
         const char          *kind_id,
         const char          *title,
         const char          *body)
{
  g_autofree char *text = body && *body != '\0' ? g_strdup_printf ("%s\n%s", title, body) : g_strdup (title);
  int width, height, needed;

  commons_card_get_usual_size (commons_catalogue_get_kind (advise->catalogue, kind_id), &width, &height);
  if (advise->measure == NULL)
    return height;

  needed = advise->measure (kind_id, width, text, advise->measure_data);

  return MAX (height, needed);
}

static void
file (const CommonsAdvise *advise,
      const char          *id)
{
  if (advise->question != NULL && *advise->question != '\0')
    commons_answers_file (advise->editor, advise->question, id, G_MAXUINT);
}

static char *
add_risk (const CommonsAdvise    *advise,
          const CommonsReadyRisk *risk,
          const char             *label)
{
  char *id = commons_ready_add_risk (advise->editor, advise->catalogue, risk,
                                     measure (advise, KIND_RISK, risk->title, risk->text), &advise->visible, label);

  file (advise, id);

  return id;
}

GPtrArray *
commons_advise_add_risks (const CommonsAdvise *advise,
                          GPtrArray           *risks,
                          const char          *label)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  gboolean ours;

  g_return_val_if_fail (advise != NULL, ids);
  g_return_val_if_fail (risks != NULL, ids);
  g_return_val_if_fail (label != NULL, ids);

  ours = _commons_arrange_begin (advise->editor, label, NULL);
  for (guint i = 0; i < risks->len; i++)
    g_ptr_array_add (ids, add_risk (advise, g_ptr_array_index (risks, i), label));
  _commons_arrange_end (advise->editor, ours, ids->len > 0);

  return ids;
}

static char *
add_action (const CommonsAdvise      *advise,
            const CommonsReadyAction *action,
            const char               *label)
{
  char *id = commons_ready_add_action (advise->editor, advise->catalogue, action,
                                       measure (advise, KIND_ACTION, action->title, action->answers),
                                       &advise->visible, label);

  file (advise, id);

  return id;
}

GPtrArray *
commons_advise_add_actions (const CommonsAdvise *advise,
                            GPtrArray           *actions,
                            const char          *label)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  gboolean ours;

  g_return_val_if_fail (advise != NULL, ids);
  g_return_val_if_fail (actions != NULL, ids);
  g_return_val_if_fail (label != NULL, ids);

  ours = _commons_arrange_begin (advise->editor, label, NULL);
  for (guint i = 0; i < actions->len; i++)
    g_ptr_array_add (ids, add_action (advise, g_ptr_array_index (actions, i), label));
  _commons_arrange_end (advise->editor, ours, ids->len > 0);

  return ids;
}

/* ---- Legal structure ----------------------------------------------------- */

static CommonsRecord *
lookup_legal (const CommonsAdvise *advise,
              const char          *id)
{
  CommonsRecord *card = id ? commons_board_lookup_node (commons_editor_get_board (advise->editor), id) : NULL;

  return card != NULL && g_strcmp0 (commons_record_get_kind (card), KIND_LEGAL) == 0 ? card : NULL;
}

static char *
set_form (const CommonsAdvise    *advise,
          CommonsRecord          *card,
          const CommonsLegalForm *form)
{
  g_autoptr (CommonsRecord) said = commons_record_with_string (card, "commons/fields/form", form->id);

  commons_editor_set (advise->editor, said);
  file (advise, commons_record_get_id (said));

  return g_strdup (commons_record_get_id (said));
}

static char *
add_form (const CommonsAdvise    *advise,
          const CommonsLegalForm *form,
          const char             *label)
{
  char *id = commons_ready_add_legal (advise->editor, advise->catalogue, form,
                                      measure (advise, KIND_LEGAL, form->name, NULL), &advise->visible, label);

  file (advise, id);

  return id;
}

char *
commons_advise_use_legal_form (const CommonsAdvise    *advise,
                               const CommonsLegalForm *form,
                               const char             *card,
                               const char             *label)
{
  CommonsRecord *present;
  gboolean ours;
  char *id;

  g_return_val_if_fail (advise != NULL, NULL);
  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  present = lookup_legal (advise, card);
  ours = _commons_arrange_begin (advise->editor, label, NULL);
  id = present != NULL ? set_form (advise, present, form) : add_form (advise, form, label);
  _commons_arrange_end (advise->editor, ours, TRUE);

  return id;
}

/* ---- Circles ------------------------------------------------------------- */

GPtrArray *
commons_advise_lay_pattern (const CommonsAdvise  *advise,
                            const CommonsPattern *pattern,
                            const char           *label)
{
  GPtrArray *ids;
  gboolean ours;

  g_return_val_if_fail (advise != NULL, NULL);
  g_return_val_if_fail (pattern != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  ours = _commons_arrange_begin (advise->editor, label, NULL);
  ids = commons_pattern_lay (advise->editor, advise->catalogue, pattern, &advise->visible, label);
  for (guint i = 0; i < ids->len; i++)
    file (advise, g_ptr_array_index (ids, i));
  _commons_arrange_end (advise->editor, ours, TRUE);

  return ids;
}

/* ---- Stage --------------------------------------------------------------- */

const char *
commons_advise_get_stage (CommonsBoard *board)
{
  CommonsRecord *project;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  project = find_project (board);

  return project != NULL ? commons_record_get_string (project, FIELD_STAGE) : NULL;
}

static char *
set_stage (const CommonsAdvise *advise,
           CommonsRecord       *project,
           const char          *stage)
{
  g_autoptr (CommonsRecord) said = commons_record_with_string (project, FIELD_STAGE, stage);

  commons_editor_set (advise->editor, said);
  file (advise, commons_record_get_id (said));

  return g_strdup (commons_record_get_id (said));
}

static char *
add_project (const CommonsAdvise *advise,
             const char          *stage)
{
  const CommonsKind *kind = commons_catalogue_get_kind (advise->catalogue, KIND_PROJECT);
  const char *named = commons_board_get_title (commons_editor_get_board (advise->editor));
  const char *title = named != NULL && *named != '\0' ? named : kind->new_title;
  CommonsRect bounds = { 0, 0, 0, 0 };
  g_autoptr (CommonsRecord) card = NULL;
  g_autoptr (CommonsRecord) said = NULL;
  char *id;

  commons_card_get_usual_size (kind, &bounds.width, &bounds.height);
  bounds.height = measure (advise, KIND_PROJECT, title, NULL);
  card = commons_card_new (kind, &bounds, title);
  said = commons_record_with_string (card, FIELD_STAGE, stage);
  id = commons_capture_place (advise->editor, advise->catalogue, said, NULL, &advise->visible);
  file (advise, id);

  return id;
}

char *
commons_advise_set_stage (const CommonsAdvise *advise,
                          const char          *stage,
                          const char          *label)
{
  CommonsRecord *project;
  gboolean ours;
  char *id;

  g_return_val_if_fail (advise != NULL, NULL);
  g_return_val_if_fail (stage != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  project = find_project (commons_editor_get_board (advise->editor));
  ours = _commons_arrange_begin (advise->editor, label, NULL);
  id = project != NULL ? set_stage (advise, project, stage) : add_project (advise, stage);
  _commons_arrange_end (advise->editor, ours, TRUE);

  return id;
}

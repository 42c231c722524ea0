/* commons-capture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an answer becomes.
 */

#define G_LOG_DOMAIN "commons-capture"

#include "config.h"

#include <string.h>

#include "commons-arrange-private.h"
#include "commons-capture-private.h"
#include "commons-card-new.h"
#include "commons-tool.h"

/* A circle in another one is a third of it, within reason. */
#define LEAST_CIRCLE 180

typedef struct
{
  CommonsEditor            *editor;
  CommonsCatalogue         *catalogue;
  CommonsBoard             *board;
  const CommonsQuestion    *question;
  const CommonsCaptureSpec *spec;
  CommonsRecord            *about; /* nullable */
  const char               *text;  /* without blanks around it */
  const char               *author;
  int                       height;
  CommonsCaptureMode        mode;
  const CommonsRect        *visible;
} Capture;

static CommonsRecord *
with_string (CommonsRecord *record,
             const char    *path,
             const char    *value)
{
  g_autoptr (CommonsRecord) old = record;

  return value != NULL && *value != '\0' ? commons_record_with_string (old, path, value) : g_steal_pointer (&old);
}

/* A circle says its name on its border, and the rest as its purpose. */
static CommonsRecord *
make_group (const CommonsKind *kind,
            const CommonsRect *bounds,
            const char        *text)
{
  const char *end = strchr (text, '\n');
  g_autofree char *name = end ? g_strchomp (g_strndup (text, end - text)) : g_strdup (text);
  g_autofree char *rest = end ? g_strstrip (g_strdup (end)) : NULL;

  return with_string (commons_card_new (kind, bounds, name), "commons/fields/purpose", rest);
}

static CommonsRect
get_size (Capture           *capture,
          const CommonsKind *kind)
{
  CommonsRect bounds = { 0, 0, 0, 0 };

  commons_card_get_usual_size (kind, &bounds.width, &bounds.height);
  if (!kind->group && capture->height > 0)
    bounds.height = capture->height;

  if (kind->group && capture->about != NULL && commons_record_is_group (capture->about))
    {
      const CommonsRect *outer = commons_record_get_bounds (capture->about);
      int third = MIN (outer->width, outer->height) / 3 / COMMONS_GRID * COMMONS_GRID;

      bounds.width = bounds.height = CLAMP (third, LEAST_CIRCLE, bounds.width);
    }

  return bounds;
}

static CommonsRecord *
with_fields (CommonsRecord *record,
             JsonObject    *fields)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (fields == NULL)
    return record;

  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *path = g_strconcat ("commons/fields/", name, NULL);
      CommonsRecord *next = commons_record_with (record, path, json_node_ref (value));

      commons_record_unref (record);
      record = next;
    }

  return record;
}

static CommonsRecord *
with_side (CommonsRecord *record,
           Capture       *capture)
{
  g_autoptr (CommonsRecord) sided = NULL;

  record = with_string (record, "commons/side", capture->mode == COMMONS_CAPTURE_I ? "i" : "we");
  sided = with_string (record, "commons/author", capture->author);

  return commons_record_with_flag (sided, "commons/hidden", capture->mode == COMMONS_CAPTURE_I);
}

static CommonsRecord *
make_card (Capture *capture)
{
  const CommonsKind *kind = commons_catalogue_get_kind (capture->catalogue, capture->spec->kind);
  const CommonsRect bounds = get_size (capture, kind);
  CommonsRecord *record = kind->group ? make_group (kind, &bounds, capture->text)
                                      : commons_card_new (kind, &bounds, capture->text);

  record = with_string (record, "commons/status", capture->spec->status);
  record = with_fields (record, capture->spec->fields);

  return with_side (record, capture);
}

/* The catalogue says which of both a link leaves. */
static void
connect (Capture    *capture,
         const char *type,
         const char *id)
{
  const CommonsLinkType *link = commons_catalogue_get_link (capture->catalogue, type);
  const char *about = commons_record_get_id (capture->about);
  const char *about_kind = commons_record_get_kind (capture->about);
  const char *kind = commons_record_get_kind (commons_board_lookup_node (capture->board, id));
  g_autofree char *edge = NULL;

  if (link == NULL)
    return;

  if (commons_link_type_accepts (link, kind, about_kind))
    edge = commons_arrange_connect (capture->editor, type, id, about, "");
  else if (commons_link_type_accepts (link, about_kind, kind))
    edge = commons_arrange_connect (capture->editor, type, about, id, "");
}

static char *
place (Capture       *capture,
       CommonsRecord *card,
       const char    *hint)
{
  const char *about = capture->about ? commons_record_get_id (capture->about) : NULL;

  if (capture->mode == COMMONS_CAPTURE_I)
    return _commons_tray_add_card (capture->editor, capture->catalogue, card, COMMONS_CAPTURE_I_ROLE,
                                   capture->visible);

  /* Circles are no place to park a question in. */
  if (capture->mode == COMMONS_CAPTURE_LATER && capture->about != NULL && commons_record_is_group (capture->about))
    about = NULL;

  return _commons_capture_put (capture->editor, capture->catalogue, card, about, hint, capture->visible);
}

/* The record may have become another one by what was done since. */
static void
look_again (Capture    *capture,
            const char *about)
{
  capture->about = about ? commons_board_lookup_node (capture->board, about) : NULL;
}

static char *
add_card (Capture       *capture,
          CommonsRecord *card,
          const char    *link,
          const char    *hint)
{
  g_autofree char *about = capture->about ? g_strdup (commons_record_get_id (capture->about)) : NULL;
  char *id = place (capture, card, hint);

  look_again (capture, about);
  if (capture->about != NULL && link != NULL)
    connect (capture, link, id);

  return id;
}

static CommonsRecord *
find_only (Capture *capture)
{
  for (guint i = 0; i < commons_board_get_n_nodes (capture->board); i++)
    {
      CommonsRecord *node = commons_board_get_node (capture->board, i);

      if (g_strcmp0 (commons_record_get_kind (node), capture->spec->kind) == 0 &&
          g_strcmp0 (commons_record_get_string (node, "commons/side"), "i") != 0)
        return node;
    }

  return NULL;
}

/* A card that is there to take words is called like the board. */
static CommonsRecord *
make_only (Capture *capture)
{
  const CommonsKind *kind = commons_catalogue_get_kind (capture->catalogue, capture->spec->kind);
  const char *title = commons_board_get_title (capture->board);
  CommonsRect bounds = { 0, 0, 0, 0 };
  CommonsRecord *record;

  /* The words go to a field, which does not need the height of the text. */
  commons_card_get_usual_size (kind, &bounds.width, &bounds.height);
  record = commons_card_new (kind, &bounds, *title != '\0' ? title : kind->label);

  return with_fields (record, capture->spec->fields);
}

/* What comes later is a new paragraph. */
static char *
add_words (Capture *capture)
{
  g_autofree char *path = g_strconcat ("commons/fields/", capture->spec->into, NULL);
  CommonsRecord *found = find_only (capture);
  g_autoptr (CommonsRecord) card = found ? commons_record_ref (found) : make_only (capture);
  const char *old = commons_record_get_string (card, path);
  g_autofree char *words = old != NULL && *old != '\0' ? g_strconcat (old, "\n\n", capture->text, NULL)
                                                       : g_strdup (capture->text);
  g_autoptr (CommonsRecord) changed = commons_record_with_string (card, path, words);

  if (found == NULL)
    return add_card (capture, changed, NULL, NULL);

  commons_editor_set (capture->editor, changed);

  return g_strdup (commons_record_get_id (changed));
}

/* What nobody can say yet waits where such an answer would be, if that is a
 * zone. */
static char *
add_question (Capture *capture)
{
  const char *hint = commons_catalogue_get_ring (capture->catalogue, capture->spec->kind) == COMMONS_RING_NONE
                       ? capture->spec->kind : NULL;
  const CommonsKind *kind = commons_catalogue_get_kind (capture->catalogue, "question");
  const CommonsRect bounds = get_size (capture, kind);
  CommonsRecord *record = commons_card_new (kind, &bounds, capture->text);
  g_autoptr (CommonsRecord) card = NULL;

  record = with_string (record, "commons/fields/asked_by", capture->author);
  card = with_string (record, "commons/side", "we");

  return add_card (capture, card, "relates_to", hint);
}

static char *
add_answer (Capture *capture)
{
  g_autoptr (CommonsRecord) card = NULL;

  if (capture->mode == COMMONS_CAPTURE_LATER)
    return add_question (capture);
  if (capture->mode == COMMONS_CAPTURE_WE && capture->spec->into != NULL)
    return add_words (capture);

  card = make_card (capture);

  return add_card (capture, card, capture->spec->link, NULL);
}

static void
file (Capture    *capture,
      const char *id)
{
  const char *question = capture->question->id;
  g_autoptr (GPtrArray) cards = commons_answers_list_cards (capture->board, question);

  if (!g_ptr_array_find (cards, commons_board_lookup_node (capture->board, id), NULL))
    commons_answers_file (capture->editor, question, id, G_MAXUINT);

  if (capture->mode == COMMONS_CAPTURE_LATER &&
      commons_answers_get_state (capture->board, question) == COMMONS_ANSWER_OPEN)
    commons_answers_set_state (capture->editor, question, COMMONS_ANSWER_DISCUSS, NULL);
}

char *
commons_capture_answer (CommonsEditor         *editor,
                        CommonsCatalogue      *catalogue,
                        const CommonsQuestion *question,
                        guint                  capture,
                        const char            *about,
                        const char            *text,
                        int                    height,
                        CommonsCaptureMode     mode,
                        const char            *author,
                        const CommonsRect     *visible,
                        const char            *label)
{
  g_autofree char *words = NULL;
  Capture answer;
  gboolean ours;
  char *id;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (question != NULL && capture < question->n_captures, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (visible != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  words = g_strstrip (g_strdup (text));
  if (*words == '\0')
    return NULL;

  answer = (Capture) { editor, catalogue, commons_editor_get_board (editor), question, &question->captures[capture],
                       NULL, words, author, height, mode, visible };
  look_again (&answer, about);
  ours = _commons_arrange_begin (editor, label, NULL);
  id = add_answer (&answer);
  file (&answer, id);
  _commons_arrange_end (editor, ours, TRUE);

  return id;
}

char *
commons_capture_add_words (CommonsEditor            *editor,
                           CommonsCatalogue         *catalogue,
                           const CommonsCaptureSpec *spec,
                           const char               *text,
                           const CommonsRect        *visible)
{
  Capture capture = { .spec = spec, .text = text, .mode = COMMONS_CAPTURE_WE, .visible = visible };

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (commons_editor_is_busy (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (spec != NULL && spec->into != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (visible != NULL, NULL);

  capture.editor = editor;
  capture.catalogue = catalogue;
  capture.board = commons_editor_get_board (editor);

  return add_words (&capture);
}

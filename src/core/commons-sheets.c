/* commons-sheets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-sheets"

#include "config.h"

#include "commons-catalogue-private.h"
#include "commons-sheets.h"

#define KEY "sheets"

/* The strings are those of the catalogue, which owns this. */
typedef struct
{
  CommonsCatalogue *catalogue;
  GArray           *sheets;
  GArray           *prompts;
  GHashTable       *questions; /* by id */
  GHashTable       *homes;     /* id of a question → its sheet */
  GHashTable       *rings;     /* id of a kind → CommonsRing */
  GPtrArray        *arrays;    /* those the sheets and questions point to */
} Sheets;

static const char *
get_string (JsonObject *object,
            const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_object_member (object, name) : NULL;
}

static const char *
get_text (Sheets     *self,
          const char *start,
          const char *end)
{
  g_autofree char *key = g_strconcat (start, end, NULL);
  const char *text = commons_catalogue_get_text (self->catalogue, key);

  if (text == NULL)
    g_error ("The catalogue has no text “%s”", key);

  return text;
}

/* What follows checks the file, which is part of the program. */

static const CommonsField *
get_field (Sheets     *self,
           const char *kind_id,
           const char *field)
{
  const CommonsKind *kind = commons_catalogue_get_kind (self->catalogue, kind_id);

  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    {
      if (g_str_equal (kind->fields[i].id, field))
        return &kind->fields[i];
    }

  g_error ("sheets.json: there is no field “%s” of kind “%s”", field, kind_id);
}

static void
check_value (Sheets             *self,
             const CommonsField *field,
             JsonNode           *value)
{
  if (JSON_NODE_HOLDS_ARRAY (value))
    {
      JsonArray *array = json_node_get_array (value);

      for (guint i = 0; i < json_array_get_length (array); i++)
        check_value (self, field, json_array_get_element (array, i));
      return;
    }

  if (field->enumeration != NULL &&
      !g_strv_contains (commons_catalogue_get_enum (self->catalogue, field->enumeration), json_node_get_string (value)))
    g_error ("sheets.json: “%s” is no %s", json_node_get_string (value), field->enumeration);
}

static void
check_fields (Sheets     *self,
              const char *kind,
              JsonObject *fields)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (fields == NULL)
    return;

  json_object_iter_init_ordered (&iter, fields);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    check_value (self, get_field (self, kind, name), value);
}

static void
check_capture (Sheets                   *self,
               const CommonsCaptureSpec *spec)
{
  const CommonsLinkType *link = commons_catalogue_get_link (self->catalogue, spec->link);

  if (spec->kind == NULL || commons_catalogue_get_kind (self->catalogue, spec->kind) == NULL)
    g_error ("sheets.json: there is no kind “%s”", spec->kind);

  check_fields (self, spec->kind, spec->fields);
  if (spec->into != NULL && get_field (self, spec->kind, spec->into)->type != COMMONS_FIELD_TEXT)
    g_error ("sheets.json: “%s” of kind “%s” takes no words", spec->into, spec->kind);

  if ((spec->about != NULL || spec->link != NULL) &&
      (link == NULL || commons_catalogue_get_kind (self->catalogue, spec->about) == NULL ||
       (!commons_link_type_accepts (link, spec->kind, spec->about) &&
        !commons_link_type_accepts (link, spec->about, spec->kind))))
    g_error ("sheets.json: “%s” does not link “%s” and “%s”", spec->link, spec->kind, spec->about);
}

/* What follows reads it. */

static void
read_capture (Sheets             *self,
              JsonObject         *object,
              CommonsCaptureSpec *spec)
{
  const char *name = get_string (object, "name");

  spec->kind = get_string (object, "kind");
  spec->fields = get_object (object, "fields");
  spec->status = get_string (object, "status");
  spec->about = get_string (object, "about");
  spec->link = get_string (object, "link");
  spec->into = get_string (object, "into");
  check_capture (self, spec);
  spec->label = name ? get_text (self, "capture.", name)
                     : commons_catalogue_get_kind (self->catalogue, spec->kind)->label;
}

static void
read_fill (Sheets          *self,
           JsonObject      *object,
           CommonsFillSpec *spec)
{
  spec->kind = get_string (object, "kind");
  spec->field = get_string (object, "field");
  spec->only = get_object (object, "only");
  get_field (self, spec->kind, spec->field);
  check_fields (self, spec->kind, spec->only);
}

static gpointer
add_array (Sheets *self,
           gsize   size,
           guint   length)
{
  gpointer array = g_malloc0_n (length + 1, size);

  g_ptr_array_add (self->arrays, array);
  return array;
}

static void
read_captures (Sheets          *self,
               JsonObject      *object,
               CommonsQuestion *question)
{
  JsonArray *array = json_object_get_array_member (object, "captures");
  CommonsCaptureSpec *specs;

  question->n_captures = json_array_get_length (array);
  specs = add_array (self, sizeof *specs, question->n_captures);
  for (guint i = 0; i < question->n_captures; i++)
    read_capture (self, json_array_get_object_element (array, i), &specs[i]);

  question->captures = specs;
  if (question->n_captures == 0)
    g_error ("sheets.json: nothing answers “%s”", question->id);
}

static void
read_fills (Sheets          *self,
            JsonObject      *object,
            CommonsQuestion *question)
{
  JsonArray *array = json_object_has_member (object, "fills") ? json_object_get_array_member (object, "fills") : NULL;
  CommonsFillSpec *specs;

  question->n_fills = array ? json_array_get_length (array) : 0;
  specs = add_array (self, sizeof *specs, question->n_fills);
  for (guint i = 0; i < question->n_fills; i++)
    read_fill (self, json_array_get_object_element (array, i), &specs[i]);

  question->fills = specs;
}

static void
read_question (Sheets          *self,
               JsonObject      *object,
               guint            number,
               CommonsQuestion *question)
{
  g_autofree char *name = g_strconcat ("question.", get_string (object, "id"), NULL);

  question->id = get_string (object, "id");
  question->number = number;
  question->title = get_text (self, name, ".title");
  question->question = get_text (self, name, "");
  question->example = get_text (self, name, ".example");
  question->helper = get_string (object, "helper");
  read_captures (self, object, question);
  read_fills (self, object, question);

  if (!g_hash_table_insert (self->questions, (gpointer) question->id, question))
    g_error ("sheets.json: “%s” is there twice", question->id);
}

static void
read_sheet (Sheets     *self,
            JsonObject *object,
            guint       number)
{
  g_autofree char *name = g_strdup_printf ("sheet.%u", number);
  JsonArray *array = json_object_get_array_member (object, "questions");
  CommonsSheet sheet = { 0 };
  CommonsQuestion *questions;

  sheet.id = get_string (object, "id");
  sheet.title = get_text (self, name, "");
  sheet.thread = get_text (self, name, ".about");
  sheet.n_questions = json_array_get_length (array);
  questions = add_array (self, sizeof *questions, sheet.n_questions);
  for (guint i = 0; i < sheet.n_questions; i++)
    read_question (self, json_array_get_object_element (array, i), i + 1, &questions[i]);

  sheet.questions = questions;
  g_array_append_val (self->sheets, sheet);
}

static void
read_sheets (Sheets    *self,
             JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    read_sheet (self, json_array_get_object_element (array, i), i + 1);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      CommonsSheet *sheet = &g_array_index (self->sheets, CommonsSheet, i);

      for (guint j = 0; j < sheet->n_questions; j++)
        g_hash_table_insert (self->homes, (gpointer) sheet->questions[j].id, sheet);
    }
}

static void
read_prompts (Sheets    *self,
              JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *name = g_strconcat ("prompt.", json_array_get_string_element (array, i), NULL);
      CommonsPrompt prompt = { get_text (self, name, ""), get_text (self, name, ".words") };

      g_array_append_val (self->prompts, prompt);
    }
}

static void
read_rings (Sheets     *self,
            JsonObject *object)
{
  static const char *const names[] = { "none", "inner", "middle", "outer", NULL };
  JsonObjectIter iter;
  const char *kind;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &kind, &node))
    {
      guint ring = COMMONS_RING_NONE;

      while (names[ring] != NULL && !g_str_equal (names[ring], json_node_get_string (node)))
        ring++;
      if (names[ring] == NULL || commons_catalogue_get_kind (self->catalogue, kind) == NULL)
        g_error ("sheets.json: “%s” belongs to no ring “%s”", kind, json_node_get_string (node));

      g_hash_table_insert (self->rings, (gpointer) kind, GUINT_TO_POINTER (ring));
    }
}

static void
sheets_free (gpointer data)
{
  Sheets *self = data;
  g_ptr_array_unref (self->arrays);
  g_hash_table_unref (self->rings);
  g_hash_table_unref (self->homes);
  g_hash_table_unref (self->questions);
  g_array_unref (self->prompts);
  g_array_unref (self->sheets);
  g_free (self);
}

static Sheets *
sheets_new (CommonsCatalogue *catalogue)
{
  Sheets *self = g_new0 (Sheets, 1);
  JsonObject *root = _commons_catalogue_load (catalogue, "sheets.json");

  self->catalogue = catalogue;
  self->sheets = g_array_new (FALSE, FALSE, sizeof (CommonsSheet));
  self->prompts = g_array_new (FALSE, FALSE, sizeof (CommonsPrompt));
  self->questions = g_hash_table_new (g_str_hash, g_str_equal);
  self->homes = g_hash_table_new (g_str_hash, g_str_equal);
  self->rings = g_hash_table_new (g_str_hash, g_str_equal);
  self->arrays = g_ptr_array_new_with_free_func (g_free);

  read_sheets (self, json_object_get_array_member (root, "sheets"));
  read_prompts (self, json_object_get_array_member (root, "prompts"));
  read_rings (self, json_object_get_object_member (root, "rings"));

  return self;
}

/* Read when it is asked for first. */
static Sheets *
get_sheets (CommonsCatalogue *catalogue)
{
  Sheets *self = _commons_catalogue_get_kept (catalogue, KEY);

  if (self == NULL)
    {
      self = sheets_new (catalogue);
      _commons_catalogue_keep (catalogue, KEY, self, sheets_free);
    }

  return self;
}

guint
commons_catalogue_get_n_sheets (CommonsCatalogue *self)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), 0);

  return get_sheets (self)->sheets->len;
}

const CommonsSheet *
commons_catalogue_get_nth_sheet (CommonsCatalogue *self,
                                 guint             index)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (index < commons_catalogue_get_n_sheets (self), NULL);

  return &g_array_index (get_sheets (self)->sheets, CommonsSheet, index);
}

const CommonsQuestion *
commons_catalogue_get_question (CommonsCatalogue *self,
                                const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  return id ? g_hash_table_lookup (get_sheets (self)->questions, id) : NULL;
}

const CommonsSheet *
commons_catalogue_get_question_sheet (CommonsCatalogue *self,
                                      const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  return id ? g_hash_table_lookup (get_sheets (self)->homes, id) : NULL;
}

guint
commons_catalogue_get_n_prompts (CommonsCatalogue *self)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), 0);

  return get_sheets (self)->prompts->len;
}

const CommonsPrompt *
commons_catalogue_get_nth_prompt (CommonsCatalogue *self,
                                  guint             index)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (index < commons_catalogue_get_n_prompts (self), NULL);

  return &g_array_index (get_sheets (self)->prompts, CommonsPrompt, index);
}

CommonsRing
commons_catalogue_get_ring (CommonsCatalogue *self,
                            const char       *kind)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), COMMONS_RING_NONE);

  return kind ? GPOINTER_TO_UINT (g_hash_table_lookup (get_sheets (self)->rings, kind))
              : COMMONS_RING_NONE;
}

gboolean
commons_fill_spec_accepts (const CommonsFillSpec *spec,
                           CommonsRecord         *card)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  g_return_val_if_fail (spec != NULL, FALSE);
  g_return_val_if_fail (card != NULL, FALSE);

  if (g_strcmp0 (commons_record_get_kind (card), spec->kind) != 0)
    return FALSE;
  if (spec->only == NULL)
    return TRUE;

  json_object_iter_init_ordered (&iter, spec->only);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *path = g_strconcat ("commons/fields/", name, NULL);

      if (g_strcmp0 (commons_record_get_string (card, path), json_node_get_string (value)) != 0)
        return FALSE;
    }

  return TRUE;
}

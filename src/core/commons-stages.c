/* commons-stages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-stages"

#include "config.h"

#include "commons-catalogue-private.h"
#include "commons-stages.h"

static void
clear_stage (gpointer data)
{
  CommonsStage *stage = data;

  g_free ((gpointer) stage->signs);
  g_free ((gpointer) stage->advice);
  g_free ((gpointer) stage->actions);
}

/* The texts KEY.1 to KEY.n, whose number the file tells. */
static const char *const *
list_texts (CommonsCatalogue *self,
            const char       *stage,
            const char       *what,
            JsonObject       *object)
{
  guint n_texts = (guint) json_object_get_int_member (object, what);
  const char **texts = g_new0 (const char *, n_texts + 1);

  for (guint i = 0; i < n_texts; i++)
    texts[i] = _commons_catalogue_get_text (self, "stage.%s.%s.%u", stage, what, i + 1);

  return texts;
}

static void
read_actions (CommonsCatalogue *self,
              JsonArray        *list,
              CommonsStage     *stage)
{
  CommonsReadyAction *actions = g_new0 (CommonsReadyAction, json_array_get_length (list));

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *object = json_array_get_object_element (list, i);
      const char *id = json_object_get_string_member (object, "id");

      actions[i].id = id;
      actions[i].title = _commons_catalogue_get_text (self, "stage.%s.action.%s", stage->id, id);
      actions[i].answers = _commons_catalogue_get_text (self, "stage.%s.action.%s.answers", stage->id, id);
      actions[i].dimension = json_object_get_string_member (object, "dimension");
      actions[i].horizon = json_object_get_string_member (object, "horizon");
      actions[i].question = json_object_get_string_member_with_default (object, "question", NULL);
    }

  stage->n_actions = json_array_get_length (list);
  stage->actions = actions;
}

static void
read_stage (CommonsCatalogue *self,
            JsonObject       *object,
            GArray           *stages)
{
  CommonsStage stage = { 0 };

  stage.id = json_object_get_string_member (object, "id");
  stage.name = commons_catalogue_get_enum_label (self, "stage", stage.id);
  stage.about = _commons_catalogue_get_text (self, "enum.stage.%s.about", stage.id);
  stage.signs = list_texts (self, stage.id, "signs", object);
  stage.advice = list_texts (self, stage.id, "advice", object);
  read_actions (self, json_object_get_array_member (object, "actions"), &stage);

  g_array_append_val (stages, stage);
}

static GArray *
get_stages (CommonsCatalogue *self)
{
  GArray *stages = _commons_catalogue_get_kept (self, "stages");

  if (stages == NULL)
    {
      JsonArray *list = json_object_get_array_member (_commons_catalogue_load (self, "stages.json"), "stages");

      stages = g_array_new (FALSE, FALSE, sizeof (CommonsStage));
      g_array_set_clear_func (stages, clear_stage);
      for (guint i = 0; i < json_array_get_length (list); i++)
        read_stage (self, json_array_get_object_element (list, i), stages);
      _commons_catalogue_keep (self, "stages", stages, (GDestroyNotify) g_array_unref);
    }

  return stages;
}

guint
commons_catalogue_get_n_stages (CommonsCatalogue *self)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), 0);

  return get_stages (self)->len;
}

const CommonsStage *
commons_catalogue_get_nth_stage (CommonsCatalogue *self,
                                 guint             index)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (index < get_stages (self)->len, NULL);

  return &g_array_index (get_stages (self), CommonsStage, index);
}

const CommonsStage *
commons_catalogue_get_stage (CommonsCatalogue *self,
                             const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  for (guint i = 0; i < get_stages (self)->len; i++)
    {
      const CommonsStage *stage = &g_array_index (get_stages (self), CommonsStage, i);

      if (g_strcmp0 (stage->id, id) == 0)
        return stage;
    }

  return NULL;
}

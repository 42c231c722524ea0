/* commons-risks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-risks"

#include "config.h"

#include "commons-catalogue-private.h"
#include "commons-risks.h"

static void
read_risk (CommonsCatalogue *self,
           JsonObject       *object,
           GArray           *risks)
{
  CommonsReadyRisk risk = { 0 };

  risk.id = json_object_get_string_member (object, "id");
  risk.title = _commons_catalogue_get_text (self, "risk.%s", risk.id);
  risk.text = _commons_catalogue_get_text (self, "risk.%s.text", risk.id);
  risk.early_sign = _commons_catalogue_get_text (self, "risk.%s.sign", risk.id);
  risk.severity = (int) json_object_get_int_member (object, "severity");

  g_array_append_val (risks, risk);
}

static GArray *
get_risks (CommonsCatalogue *self)
{
  GArray *risks = _commons_catalogue_get_kept (self, "risks");

  if (risks == NULL)
    {
      JsonArray *list = json_object_get_array_member (_commons_catalogue_load (self, "risks.json"), "risks");

      risks = g_array_new (FALSE, FALSE, sizeof (CommonsReadyRisk));
      for (guint i = 0; i < json_array_get_length (list); i++)
        read_risk (self, json_array_get_object_element (list, i), risks);
      _commons_catalogue_keep (self, "risks", risks, (GDestroyNotify) g_array_unref);
    }

  return risks;
}

guint
commons_catalogue_get_n_risks (CommonsCatalogue *self)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), 0);

  return get_risks (self)->len;
}

const CommonsReadyRisk *
commons_catalogue_get_nth_risk (CommonsCatalogue *self,
                                guint             index)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (index < get_risks (self)->len, NULL);

  return &g_array_index (get_risks (self), CommonsReadyRisk, index);
}

const CommonsReadyRisk *
commons_catalogue_get_risk (CommonsCatalogue *self,
                            const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  for (guint i = 0; i < get_risks (self)->len; i++)
    {
      const CommonsReadyRisk *risk = &g_array_index (get_risks (self), CommonsReadyRisk, i);

      if (g_strcmp0 (risk->id, id) == 0)
        return risk;
    }

  return NULL;
}

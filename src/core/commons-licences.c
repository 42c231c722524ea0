/* commons-licences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-licences"

#include "config.h"

#include "commons-catalogue-private.h"
#include "commons-licences.h"

static CommonsLicenceUse
read_uses (JsonArray *list)
{
  static const char *const names[] = { "code", "data", "content", NULL };
  guint uses = 0;

  for (guint i = 0; i < json_array_get_length (list); i++)
    uses |= 1u << _commons_catalogue_find_name (names, json_array_get_string_element (list, i));

  return (CommonsLicenceUse) uses;
}

static void
read_licence (CommonsCatalogue *self,
              JsonObject       *object,
              GArray           *licences)
{
  CommonsLicence licence = { 0 };

  licence.id = json_object_get_string_member (object, "id");
  licence.name = commons_catalogue_get_enum_label (self, "licence", licence.id);
  licence.about = _commons_catalogue_get_text (self, "enum.licence.%s.about", licence.id);
  licence.uses = read_uses (json_object_get_array_member (object, "for"));
  licence.known = json_object_has_member (object, "free");
  licence.share_alike = json_object_get_boolean_member_with_default (object, "share_alike", FALSE);
  licence.attribution = json_object_get_boolean_member_with_default (object, "attribution", FALSE);
  licence.commercial = json_object_get_boolean_member_with_default (object, "commercial", FALSE);
  licence.free = json_object_get_boolean_member_with_default (object, "free", FALSE);

  /* Values of the enumeration are identifiers of SPDX but for these two. */
  licence.spdx = json_object_get_boolean_member_with_default (object, "spdx", TRUE) ? licence.id : NULL;

  g_array_append_val (licences, licence);
}

static GArray *
get_licences (CommonsCatalogue *self)
{
  GArray *licences = _commons_catalogue_get_kept (self, "licences");

  if (licences == NULL)
    {
      JsonArray *list = json_object_get_array_member (_commons_catalogue_load (self, "licences.json"), "licences");

      licences = g_array_new (FALSE, FALSE, sizeof (CommonsLicence));
      for (guint i = 0; i < json_array_get_length (list); i++)
        read_licence (self, json_array_get_object_element (list, i), licences);
      _commons_catalogue_keep (self, "licences", licences, (GDestroyNotify) g_array_unref);
    }

  return licences;
}

guint
commons_catalogue_get_n_licences (CommonsCatalogue *self)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), 0);

  return get_licences (self)->len;
}

const CommonsLicence *
commons_catalogue_get_nth_licence (CommonsCatalogue *self,
                                   guint             index)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (index < get_licences (self)->len, NULL);

  return &g_array_index (get_licences (self), CommonsLicence, index);
}

const CommonsLicence *
commons_catalogue_get_licence (CommonsCatalogue *self,
                               const char       *id)
{
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (self), NULL);

  for (guint i = 0; i < get_licences (self)->len; i++)
    {
      const CommonsLicence *licence = &g_array_index (get_licences (self), CommonsLicence, i);

      if (g_strcmp0 (licence->id, id) == 0)
        return licence;
    }

  return NULL;
}

JsonObject *
commons_licence_get_terms (const CommonsLicence *licence)
{
  JsonObject *fields;

  g_return_val_if_fail (licence != NULL, NULL);

  if (!licence->known)
    return NULL;

  fields = json_object_new ();
  json_object_set_boolean_member (fields, "share_alike", licence->share_alike);
  json_object_set_boolean_member (fields, "attribution", licence->attribution);
  json_object_set_boolean_member (fields, "commercial", licence->commercial);

  return fields;
}

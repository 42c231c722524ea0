/* commons-catalogue-shelf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the catalogue keeps for the files that read a part of it.
 */

#define G_LOG_DOMAIN "commons-catalogue"

#include "config.h"

#include "commons-catalogue-private.h"

#define RESOURCE_PREFIX "/org/inno3/CommonsCanvas/catalogue/"

void
_commons_catalogue_keep (CommonsCatalogue *self,
                         const char       *key,
                         gpointer          data,
                         GDestroyNotify    destroy)
{
  g_object_set_data_full (G_OBJECT (self), key, data, destroy);
}

gpointer
_commons_catalogue_get_kept (CommonsCatalogue *self,
                             const char       *key)
{
  return g_object_get_data (G_OBJECT (self), key);
}

JsonObject *
_commons_catalogue_load (CommonsCatalogue *self,
                         const char       *name)
{
  JsonParser *parser = _commons_catalogue_get_kept (self, name);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (parser == NULL)
    {
      parser = json_parser_new_immutable ();
      path = g_strconcat (RESOURCE_PREFIX, name, NULL);
      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

      if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                        (gssize) g_bytes_get_size (bytes), &error))
        g_error ("The catalogue file %s cannot be read: %s", name, error->message);

      _commons_catalogue_keep (self, name, parser, g_object_unref);
    }

  return json_node_get_object (json_parser_get_root (parser));
}

static const char *find_text (CommonsCatalogue *self,
                              const char       *format,
                              va_list           args) G_GNUC_PRINTF (2, 0);

static const char *
find_text (CommonsCatalogue *self,
           const char       *format,
           va_list           args)
{
  g_autofree char *key = g_strdup_vprintf (format, args);

  return commons_catalogue_get_text (self, key);
}

const char *
_commons_catalogue_find_text (CommonsCatalogue *self,
                              const char       *format,
                              ...)
{
  const char *text;
  va_list args;

  va_start (args, format);
  text = find_text (self, format, args);
  va_end (args);

  return text;
}

const char *
_commons_catalogue_get_text (CommonsCatalogue *self,
                             const char       *format,
                             ...)
{
  const char *text;
  va_list args;

  va_start (args, format);
  text = find_text (self, format, args);
  va_end (args);

  return text != NULL ? text : "";
}

guint
_commons_catalogue_find_name (const char *const *names,
                              const char        *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_strcmp0 (names[i], name) == 0)
        return i;
    }

  g_error ("The catalogue does not know “%s”", name);
}

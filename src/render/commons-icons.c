/* commons-icons.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-icons"

#include "config.h"

#include <gio/gio.h>

#include "commons-icons.h"
#include "commons-icons-resources.h"

/* Among those of the toolkit, which looks there without being told: being told
 * of another folder has it read all themes again. */
#define ICON_PATH "/org/gtk/libgtk/icons/scalable/actions/%s-symbolic.svg"

static GMutex icons_mutex;
static GHashTable *icons; /* name → GArray of CommonsIconPart, never freed */

static void
clear_part (gpointer data)
{
  CommonsIconPart *part = data;

  commons_path_unref (part->path);
}

static void
on_start_element (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  GArray *parts = user_data;
  const char *data = NULL, *rule = NULL;
  CommonsIconPart part;

  if (g_strcmp0 (element, "path") != 0)
    return;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_strcmp0 (names[i], "d") == 0)
        data = values[i];
      else if (g_strcmp0 (names[i], "fill-rule") == 0)
        rule = values[i];
    }

  if (data == NULL)
    return;

  part.path = commons_path_parse (data, error);
  part.even_odd = g_strcmp0 (rule, "evenodd") == 0;

  if (part.path != NULL)
    g_array_append_val (parts, part);
}

static gboolean
parse_icon (GBytes  *bytes,
            GArray  *parts,
            GError **error)
{
  static const GMarkupParser parser = { .start_element = on_start_element };
  g_autoptr (GMarkupParseContext) context = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, parts, NULL);

  return g_markup_parse_context_parse (context, text, (gssize) length, error) &&
         g_markup_parse_context_end_parse (context, error);
}

static GArray *
load_icon (const char *name)
{
  g_autofree char *path = g_strdup_printf (ICON_PATH, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (CommonsIconPart));

  g_array_set_clear_func (parts, clear_part);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL || !parse_icon (bytes, parts, &error))
    {
      g_warning ("The icon “%s” cannot be drawn: %s", name, error->message);
      g_array_set_size (parts, 0);
    }

  return parts;
}

const CommonsIconPart *
commons_icons_get (const char *name,
                   guint      *n_parts)
{
  GArray *parts;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (n_parts != NULL, NULL);

  g_mutex_lock (&icons_mutex);

  if (icons == NULL)
    {
      commons_icons_register_resource ();
      icons = g_hash_table_new (g_str_hash, g_str_equal);
    }

  parts = g_hash_table_lookup (icons, name);

  if (parts == NULL)
    {
      parts = load_icon (name);
      g_hash_table_insert (icons, g_strdup (name), parts);
    }

  g_mutex_unlock (&icons_mutex);

  *n_parts = parts->len;
  return parts->len > 0 ? (const CommonsIconPart *) (void *) parts->data : NULL;
}

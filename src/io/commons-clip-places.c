/* commons-clip-places.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards that point to something elsewhere, and texts of other programs.
 */

#define G_LOG_DOMAIN "commons-clip"

#include "config.h"

#include <string.h>

#include "commons-card-new.h"
#include "commons-clip-places.h"
#include "commons-clip-private.h"

#define GAP        24
#define MAX_COLUMN 6

/* A browser writes no longer ones. */
#define MAX_NAMED_ADDRESS (256u * 1024u)

static gboolean
is_address (const char *line)
{
  static const char * const schemes[] = { "http", "https", "ftp", "mailto", NULL };
  g_autofree char *scheme = g_uri_parse_scheme (line);
  g_autofree char *lower = scheme != NULL ? g_ascii_strdown (scheme, -1) : NULL;

  return lower != NULL && g_strv_contains (schemes, lower) &&
         strpbrk (line, " \t<>\"") == NULL &&
         g_uri_is_valid (line, G_URI_FLAGS_PARSE_RELAXED, NULL);
}

/* Adds a node below the last one, or beside when the column is full. */
static void
add_node (GPtrArray  *nodes,
          const char *type,
          const char *member,
          const char *value)
{
  g_autoptr (CommonsRecord) card = NULL;
  g_autoptr (CommonsRecord) bare = NULL;
  g_autoptr (CommonsRecord) typed = NULL;
  CommonsRect bounds = { 0 };

  commons_card_get_usual_size (NULL, &bounds.width, &bounds.height);
  bounds.x = (int) (nodes->len / MAX_COLUMN) * (bounds.width + GAP);
  bounds.y = (int) (nodes->len % MAX_COLUMN) * (bounds.height + GAP);

  card = commons_record_new_card (NULL, FALSE, &bounds, "");
  bare = commons_record_with (card, "text", NULL);
  typed = commons_record_with_string (bare, "type", type);
  g_ptr_array_add (nodes, commons_record_with_string (typed, member, value));
}

static CommonsBoard *
make_board (GPtrArray *nodes)
{
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();

  return _commons_clip_new_board (nodes, edges);
}

CommonsBoard *
commons_clip_read_addresses (const char *text)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  const char *line = text;

  g_return_val_if_fail (text != NULL, NULL);

  /* The first line that is none ends it: long texts are not read in vain. */
  while (*line != '\0' && nodes->len < COMMONS_CLIP_MAX_NODES)
    {
      const char *end = line + strcspn (line, "\r\n");
      g_autofree char *word = g_strstrip (g_strndup (line, end - line));

      if (is_address (word))
        add_node (nodes, "link", "url", word);
      else if (*word != '\0' && *word != '#')
        return NULL;

      line = end + (*end != '\0');
    }

  return nodes->len > 0 ? make_board (nodes) : NULL;
}

static char *
from_utf16 (const char *data,
            gsize       length,
            const char *charset)
{
  return g_convert (data, (gssize) length, "UTF-8", charset, NULL, NULL, NULL);
}

CommonsBoard *
commons_clip_read_named_address (GBytes *bytes)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length == 0 || length > MAX_NAMED_ADDRESS)
    return NULL;

  /* Browsers write the byte order of the machine, without a mark. */
  text = from_utf16 (data, length, G_BYTE_ORDER == G_LITTLE_ENDIAN ? "UTF-16LE" : "UTF-16BE");
  lines = text != NULL ? g_strsplit (text, "\n", 3) : NULL;
  if (lines == NULL || lines[0] == NULL || !is_address (g_strstrip (lines[0])))
    return NULL;

  if (lines[1] == NULL || *g_strstrip (lines[1]) == '\0' || g_str_equal (lines[0], lines[1]))
    {
      add_node (nodes, "link", "url", lines[0]);
    }
  else
    {
      g_autofree char *words = g_strconcat (lines[1], "\n", lines[0], NULL);
      CommonsRect bounds = { 0 };

      commons_card_get_usual_size (NULL, &bounds.width, &bounds.height);
      g_ptr_array_add (nodes, commons_record_new_card (NULL, FALSE, &bounds, words));
    }

  return make_board (nodes);
}

CommonsBoard *
commons_clip_point_to_files (GPtrArray *files,
                             GFile     *folder)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  g_return_val_if_fail (files != NULL, NULL);

  for (guint i = 0; i < MIN (files->len, COMMONS_CLIP_MAX_NODES); i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autofree char *uri = g_file_get_uri (file);
      g_autofree char *path = folder != NULL ? g_file_get_relative_path (folder, file) : NULL;

      if (path == NULL)
        path = g_file_get_path (file);

      if (path != NULL && !is_address (uri))
        {
          g_autofree char *valid = g_utf8_make_valid (path, -1);

          add_node (nodes, "file", "file", valid);
        }
      else
        {
          add_node (nodes, "link", "url", uri);
        }
    }

  return make_board (nodes);
}

char *
commons_clip_decode_text (GBytes *bytes)
{
  const char *data;
  gsize length;
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length == 0)
    return g_strdup ("");

  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    text = from_utf16 (data + 2, length - 2, "UTF-16LE");
  else if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    text = from_utf16 (data + 2, length - 2, "UTF-16BE");
  else if (memchr (data, '\0', length) != NULL)
    text = NULL;
  else if (g_utf8_validate_len (data, length, NULL))
    text = g_strndup (data, length);
  else
    text = g_convert (data, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

  return text;
}

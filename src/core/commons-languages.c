/* commons-languages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-languages"

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "commons-catalogue-resources.h"
#include "commons-languages.h"

#define RESOURCE_FOLDER "/org/inno3/CommonsCanvas/catalogue/texts/"
#define FOLDER          "commons-canvas/catalogue/texts"
#define SUFFIX          ".json"

/* Ten times what our own files take, and more languages than any folder of
 * translations has. */
#define MAX_BYTES     (1024 * 1024)
#define MAX_TEXT      4000
#define MAX_LANGUAGES 64
#define MAX_TAG       35

typedef struct
{
  char       *tag;
  char       *resource;  /* name of our own file, read when it is asked for */
  JsonObject *texts;
} Language;

static GPtrArray *languages;  /* of Language */
static GPtrArray *tags;       /* their tags, and NULL */

/* Braces stand around the whole, and nothing is outside strings but what an
 * object of strings needs. The parser then meets no depth and no number. */
static gboolean
is_flat (const char *data,
         gsize       length)
{
  gboolean quoted = FALSE;
  guint n_braces = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && data[i] == '\\')
        i++;
      else if (data[i] == '"')
        quoted = !quoted;
      else if (!quoted && data[i] == '{')
        n_braces++;
      else if (!quoted && (data[i] == '\0' || strchr (" \t\r\n:,}", data[i]) == NULL))
        return FALSE;
    }

  return n_braces == 1 && !quoted;
}

static gboolean
is_text (const char *text)
{
  if (text == NULL || *text == '\0' || strlen (text) > MAX_TEXT || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)) && *p != '\n')
        return FALSE;
    }

  return TRUE;
}

JsonObject *
commons_languages_read_texts (const char *data,
                              gsize       length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *texts;
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (length == 0 || length > MAX_BYTES || !is_flat (data, length) || !g_utf8_validate (data, (gssize) length, NULL) ||
      !json_parser_load_from_data (parser, data, (gssize) length, NULL) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;

  texts = json_object_new ();
  json_object_iter_init (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next (&iter, &key, &node))
    {
      if (JSON_NODE_HOLDS_VALUE (node) && is_text (json_node_get_string (node)) && g_utf8_validate (key, -1, NULL))
        json_object_set_string_member (texts, key, json_node_get_string (node));
    }

  return texts;
}

/* The next string of a flat object, and @data after it; NULL where there is no
 * more, or an escape that our own texts do without. */
static char *
take_string (const char **data)
{
  const char *start = strchr (*data, '"');
  g_autoptr (GString) text = g_string_new (NULL);

  if (start == NULL)
    return NULL;

  start++;
  while (*start != '"' && *start != '\0')
    {
      gsize plain = strcspn (start, "\"\\");

      g_string_append_len (text, start, (gssize) plain);
      start += plain;
      if (*start != '\\')
        continue;

      if (start[1] != '"' && start[1] != '\\' && start[1] != 'n')
        return NULL;
      g_string_append_c (text, start[1] == 'n' ? '\n' : start[1]);
      start += 2;
    }

  *data = start + 1;

  return g_strdup (text->str);
}

/* Our own files are part of the program: one that does not parse is a fault
 * of the build. They are flat and large, and read at each start, for which the
 * parser of all there is takes ten times as long. */
static JsonObject *
load_resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, NULL) : NULL;
  JsonObject *texts = json_object_new ();

  if (data == NULL || !is_flat (data, g_bytes_get_size (bytes)))
    g_error ("The texts %s of the catalogue cannot be read", name);

  while (TRUE)
    {
      g_autofree char *key = take_string (&data);
      g_autofree char *text = key != NULL ? take_string (&data) : NULL;

      if (text == NULL)
        break;
      json_object_set_string_member (texts, key, text);
    }

  if (strchr (data, '"') != NULL)
    g_error ("The texts %s of the catalogue cannot be read", name);

  return texts;
}

/* Anything may lie in a folder: what is no file, or a huge one, is not
 * waited for. */
static JsonObject *
load_file (const char *path)
{
  g_autofree char *data = NULL;
  JsonObject *texts = NULL;
  gssize n_read = 0, step;
  struct stat status;
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);

  if (fd < 0)
    return NULL;

  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_size <= MAX_BYTES)
    {
      data = g_malloc (MAX_BYTES + 1);
      while (n_read <= MAX_BYTES && (step = read (fd, data + n_read, (gsize) (MAX_BYTES + 1 - n_read))) > 0)
        n_read += step;
      texts = commons_languages_read_texts (data, (gsize) n_read);
    }

  close (fd);

  return texts;
}

/* The tag of a file name or locale, or NULL. */
static char *
make_tag (const char *name)
{
  gsize length = strcspn (name, ".");
  gsize primary;
  char *tag;

  if (length > MAX_TAG)
    return NULL;

  tag = g_strndup (name, length);
  g_strdelimit (tag, "_@", '-');
  primary = strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  if (primary < 2 || primary > 3 || (tag[primary] != '\0' && tag[primary] != '-') ||
      strspn (tag, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") != length || g_str_has_suffix (tag, "-"))
    g_clear_pointer (&tag, g_free);

  return tag;
}

static Language *
find_exactly (const char *tag)
{
  for (guint i = 0; i < languages->len; i++)
    {
      Language *language = g_ptr_array_index (languages, i);

      if (g_ascii_strcasecmp (language->tag, tag) == 0)
        return language;
    }

  return NULL;
}

/* Takes all. */
static void
add_language (char       *tag,
              char       *resource,
              JsonObject *texts)
{
  Language *language = g_new (Language, 1);

  *language = (Language) { tag, resource, texts };
  g_ptr_array_add (languages, language);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
read_resources (void)
{
  g_auto (GStrv) names = g_resources_enumerate_children (RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n_names = names != NULL ? g_strv_length (names) : 0;

  if (n_names > 0)
    qsort (names, n_names, sizeof (char *), compare_names);

  for (guint i = 0; i < n_names; i++)
    add_language (make_tag (names[i]), g_strdup (names[i]), NULL);
}

/* The names of a folder in their order, so that it is the same everywhere. */
static GPtrArray *
list_folder (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      if (g_str_has_suffix (name, SUFFIX))
        g_ptr_array_add (names, g_strdup (name));
    }

  g_clear_pointer (&folder, g_dir_close);
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void
read_folder (const char *parent)
{
  g_autofree char *path = g_build_filename (parent, FOLDER, NULL);
  g_autoptr (GPtrArray) names = list_folder (path);

  for (guint i = 0; i < names->len && languages->len < MAX_LANGUAGES; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *stem = g_strndup (name, strlen (name) - strlen (SUFFIX));
      g_autofree char *tag = strchr (stem, '.') == NULL ? make_tag (stem) : NULL;
      JsonObject *texts;

      if (tag != NULL && find_exactly (tag) != NULL)
        continue;

      texts = tag != NULL ? load_file (file) : NULL;
      if (texts != NULL)
        add_language (g_steal_pointer (&tag), NULL, texts);
      else
        g_message ("The texts in %s cannot be used", file);
    }
}

static void
ensure_languages (void)
{
  const char *const *folders = g_get_system_data_dirs ();

  if (languages != NULL)
    return;

  commons_catalogue_register_resource ();
  languages = g_ptr_array_new ();
  read_resources ();
  read_folder (g_get_user_data_dir ());
  for (guint i = 0; folders[i] != NULL; i++)
    read_folder (folders[i]);

  tags = g_ptr_array_new ();
  for (guint i = 0; i < languages->len; i++)
    g_ptr_array_add (tags, ((Language *) g_ptr_array_index (languages, i))->tag);
  g_ptr_array_add (tags, NULL);
}

const char *const *
commons_languages_list (void)
{
  ensure_languages ();

  return (const char *const *) tags->pdata;
}

JsonObject *
commons_languages_get_texts (const char *tag)
{
  Language *language;

  g_return_val_if_fail (tag != NULL, NULL);

  ensure_languages ();
  language = find_exactly (tag);
  if (language == NULL)
    return NULL;

  if (language->texts == NULL)
    language->texts = load_resource (language->resource);

  return language->texts;
}

gboolean
commons_languages_is_whole (const char *tag)
{
  Language *language;

  g_return_val_if_fail (tag != NULL, FALSE);

  ensure_languages ();
  language = find_exactly (tag);

  return language != NULL && language->resource != NULL;
}

const char *
commons_languages_get_name (const char *tag)
{
  JsonObject *texts = commons_languages_get_texts (tag);

  return texts != NULL ? json_object_get_string_member_with_default (texts, "language.name", tag) : tag;
}

/* Another variety of the same language. */
static Language *
find_relative (const char *tag)
{
  gsize primary = strcspn (tag, "-");

  for (guint i = 0; i < languages->len; i++)
    {
      Language *language = g_ptr_array_index (languages, i);

      if (strcspn (language->tag, "-") == primary && g_ascii_strncasecmp (language->tag, tag, primary) == 0)
        return language;
    }

  return NULL;
}

const char *
commons_languages_find (const char *language)
{
  g_autofree char *tag = language != NULL ? make_tag (language) : NULL;
  Language *found = NULL;

  if (tag == NULL)
    return NULL;

  ensure_languages ();
  while ((found = find_exactly (tag)) == NULL && strchr (tag, '-') != NULL)
    *strrchr (tag, '-') = '\0';
  if (found == NULL)
    found = find_relative (tag);

  return found != NULL ? found->tag : NULL;
}

const char *
commons_languages_find_desktop (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *tag = commons_languages_find (names[i]);

      if (tag != NULL)
        return tag;
    }

  return "en";
}

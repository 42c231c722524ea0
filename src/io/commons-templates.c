/* commons-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-templates"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-catalogue.h"
#include "commons-document.h"
#include "commons-file-bytes.h"
#include "commons-reader.h"
#include "commons-templates.h"

#define SUFFIX ".commons"

/* Characters shown of what a file says of itself. */
#define MAX_TITLE       120
#define MAX_DESCRIPTION 300

static const char * const builtin[] = {
  "governance", "economic", "blank", "argument", "business-model", NULL,
};

CommonsTemplate *
commons_template_copy (const CommonsTemplate *self)
{
  CommonsTemplate *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (CommonsTemplate, 1);
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->description = g_strdup (self->description);
  copy->language = g_strdup (self->language);
  copy->file = self->file != NULL ? g_object_ref (self->file) : NULL;
  copy->own = self->own;
  copy->problem = g_strdup (self->problem);

  return copy;
}

void
commons_template_free (CommonsTemplate *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->language);
  g_clear_object (&self->file);
  g_free (self->problem);
  g_free (self);
}

const char * const *
commons_templates_get_builtin (void)
{
  return builtin;
}

GFile *
commons_templates_get_folder (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "commons-canvas", "templates", NULL);
}

/* What a file says of itself may be pages long, or none at all. */
static char *
make_line (const char *text,
           int         max)
{
  g_autofree char *line = NULL;

  if (text == NULL)
    return NULL;

  line = g_utf8_strlen (text, -1) > max ? g_utf8_substring (text, 0, max) : g_strdup (text);
  g_strdelimit (line, "\n\r\t\v\f", ' ');
  g_strstrip (line);

  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

/* In `workshop.fr.commons` the language is the part before the last. */
static char *
split_name (const char  *name,
            char       **language)
{
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (SUFFIX));
  char *dot = strrchr (stem, '.');
  gsize length = dot != NULL ? strspn (dot + 1, "abcdefghijklmnopqrstuvwxyz") : 0;

  *language = NULL;
  if (dot == NULL || dot == stem || length < 2 || length > 3 || dot[1 + length] != '\0')
    return g_steal_pointer (&stem);

  *language = g_strdup (dot + 1);
  *dot = '\0';

  return g_steal_pointer (&stem);
}

/* Templates are all read to be shown, so they are smaller than boards. */
static GBytes *
read_file (GFile   *file,
           GError **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info != NULL && g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) > COMMONS_TEMPLATE_MAX_BYTES)
    {
      g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_TOO_LARGE,
                   _("The file is larger than %u MiB"), COMMONS_TEMPLATE_MAX_BYTES / (1024u * 1024u));
      return NULL;
    }

  return commons_file_bytes_read (file, NULL, NULL, error);
}

static void
describe (CommonsTemplate *self,
          GBytes          *bytes)
{
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(CommonsBoard) board = commons_reader_read (bytes, &report, &error);
  CommonsRecord *head;

  if (board == NULL)
    {
      self->problem = g_strdup (error->message);
      return;
    }

  head = commons_board_get_head (board);
  self->title = make_line (commons_board_get_title (board), MAX_TITLE);
  self->description = make_line (commons_record_get_string (head, "commons/description"), MAX_DESCRIPTION);
  self->language = make_line (commons_board_get_language (board), MAX_TITLE);
  if (report->newer)
    self->problem = g_strdup (_("A newer version of Commons Canvas made this template."));
}

static CommonsTemplate *
new_from_file (GFile      *file,
               const char *id,
               gboolean    own)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_file (file, &error);
  CommonsTemplate *self = g_new0 (CommonsTemplate, 1);

  self->file = g_object_ref (file);
  self->own = own;

  if (bytes != NULL)
    describe (self, bytes);
  else
    self->problem = g_strdup (error->message);

  /* Names of files need not be text. */
  self->id = g_utf8_make_valid (id, -1);
  if (self->title == NULL)
    self->title = g_strdup (self->id);

  return self;
}

static CommonsTemplate *
new_builtin (const char *id,
             const char *language)
{
  g_autoptr(GBytes) bytes = commons_document_read_template (id, language, NULL);
  CommonsTemplate *self = g_new0 (CommonsTemplate, 1);

  self->id = g_strdup (id);
  describe (self, bytes);

  return self;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (name[0] != '.' && g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
        g_ptr_array_add (names, g_strdup (name));
    }

  g_ptr_array_sort (names, compare_names);
  if (names->len > COMMONS_TEMPLATES_MAX)
    g_ptr_array_set_size (names, COMMONS_TEMPLATES_MAX);

  return names;
}

/* Of the languages one template comes in: the one wanted, else one that
 * everybody gets, else English, else any. */
static int
rate_language (const char *language,
               const char *wanted)
{
  if (g_strcmp0 (language, wanted) == 0)
    return 3;
  if (language == NULL)
    return 2;

  return g_str_equal (language, "en") ? 1 : 0;
}

/* Returns: from id to the name of the file to take. */
static GHashTable *
choose_files (GPtrArray  *names,
              const char *wanted)
{
  GHashTable *chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *language = NULL;
      g_autofree char *id = split_name (name, &language);
      const char *before = g_hash_table_lookup (chosen, id);
      g_autofree char *other = NULL;

      if (before != NULL)
        {
          g_autofree char *same = split_name (before, &other);

          g_assert (g_str_equal (same, id));
          if (rate_language (language, wanted) <= rate_language (other, wanted))
            continue;
        }

      g_hash_table_insert (chosen, g_steal_pointer (&id), (gpointer) name);
    }

  return chosen;
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const CommonsTemplate *first = *(const CommonsTemplate **) a;
  const CommonsTemplate *second = *(const CommonsTemplate **) b;
  int order = g_utf8_collate (first->title, second->title);

  return order != 0 ? order : strcmp (first->id, second->id);
}

static void
add_folder (GPtrArray  *templates,
            GHashTable *seen,
            const char *folder,
            const char *language,
            gboolean    own)
{
  g_autoptr(GPtrArray) names = list_names (folder);
  g_autoptr(GHashTable) chosen = choose_files (names, language);
  GHashTableIter iter;
  gpointer id, name;

  g_hash_table_iter_init (&iter, chosen);
  while (g_hash_table_iter_next (&iter, &id, &name))
    {
      g_autoptr(GFile) file = g_file_new_build_filename (folder, name, NULL);

      if (g_hash_table_add (seen, g_strdup (id)))
        g_ptr_array_add (templates, new_from_file (file, id, own));
    }
}

static GPtrArray *
list_files (const char *language)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_template_free);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GFile) own = commons_templates_get_folder ();
  const char * const *system = g_get_system_data_dirs ();

  add_folder (templates, seen, g_file_peek_path (own), language, TRUE);
  for (guint i = 0; system[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (system[i], "commons-canvas", "templates", NULL);

      add_folder (templates, seen, folder, language, FALSE);
    }

  g_ptr_array_sort (templates, compare_titles);

  return templates;
}

GPtrArray *
commons_templates_list (const char *language)
{
  const char *known = commons_catalogue_get_language (commons_catalogue_get (language));
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_template_free);

  for (guint i = 0; builtin[i] != NULL; i++)
    g_ptr_array_add (templates, new_builtin (builtin[i], known));
  g_ptr_array_extend_and_steal (templates, list_files (known));

  return templates;
}

CommonsTemplate *
commons_templates_find (const char  *id,
                        const char  *language,
                        GError     **error)
{
  const char *known = commons_catalogue_get_language (commons_catalogue_get (language));
  g_autoptr(GPtrArray) files = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  if (g_strv_contains (builtin, id))
    return new_builtin (id, known);

  files = list_files (known);
  for (guint i = 0; i < files->len; i++)
    {
      const CommonsTemplate *found = g_ptr_array_index (files, i);

      if (g_str_equal (found->id, id))
        return commons_template_copy (found);
    }

  g_set_error (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_NO_TEMPLATE,
               /* Translators: %s is the name of a template */
               _("There is no template “%s”"), id);

  return NULL;
}

GBytes *
commons_template_read (const CommonsTemplate  *self,
                       const char             *language,
                       GError                **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->file == NULL)
    return commons_document_read_template (self->id, language, error);

  return read_file (self->file, error);
}

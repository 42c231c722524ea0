/* fuzz-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever lies in the folders of a person's own: as a draft it is told of or
 * set aside, and never gone; as a template it makes boards or says why not; as
 * texts of the catalogue it gives texts that can be shown; as the list of
 * views it gives a place one can look at.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "commons-board-start.h"
#include "commons-draft.h"
#include "commons-languages.h"
#include "commons-reader.h"
#include "commons-view-memory.h"
#include "fuzz-support.h"

typedef struct
{
  char *drafts;
  char *draft;
  char *aside;
  char *template;
  char *views;
} Places;

static const Places *
get_places (void)
{
  static Places places;
  g_autofree char *folder = NULL;
  g_autofree char *templates = NULL;

  if (places.drafts != NULL)
    return &places;

  /* Asked once and remembered by the library, so before all else. */
  folder = fuzz_make_folder ();
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_DIRS", folder, TRUE);

  places.drafts = g_build_filename (folder, "drafts", NULL);
  places.draft = g_build_filename (places.drafts, "a.draft", NULL);
  places.aside = g_build_filename (places.drafts, "unreadable", "a.draft", NULL);
  places.views = g_build_filename (folder, "views", NULL);
  templates = g_build_filename (folder, "commons-canvas", "templates", NULL);
  places.template = g_build_filename (templates, "own.commons", NULL);
  g_assert_cmpint (g_mkdir_with_parents (places.drafts, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (templates, 0700), ==, 0);

  return &places;
}

static void
put (const char   *path,
     const guint8 *data,
     size_t        length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, (const char *) data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_drafts_line (CommonsDraft *draft,
                   const guint8 *data,
                   size_t        length)
{
  const CommonsDraftInfo *info = commons_draft_get_info (draft);
  g_autoptr (GBytes) board = commons_draft_read (draft, NULL);
  const guint8 *end = memchr (data, '\n', length);
  CommonsDraftInfo told;

  check_text (info->uri);
  check_text (info->etag);
  check_text (info->title);
  g_assert_nonnull (board);
  g_assert_cmpmem (g_bytes_get_data (board, NULL), g_bytes_get_size (board), end + 1, length - (size_t) (end + 1 - data));

  /* What is told of it can be written and read again. */
  told = *info;
  told.title = g_strdup (info->title);
  told.uri = g_strdup (info->uri);
  g_assert_true (commons_draft_write (draft, board, NULL, &told, NULL));
  g_assert_cmpstr (commons_draft_get_info (draft)->title, ==, told.title);
  g_assert_cmpstr (commons_draft_get_info (draft)->uri, ==, told.uri);
  g_free (told.title);
  g_free (told.uri);
}

static void
check_aside (const Places *places,
             const guint8 *data,
             size_t        length)
{
  g_autofree char *kept = NULL;
  gsize n;

  g_assert_false (g_file_test (places->draft, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (places->aside, &kept, &n, NULL));
  g_assert_cmpmem (kept, n, data, length);
  g_unlink (places->aside);
}

static void
check_draft (const Places *places,
             const guint8 *data,
             size_t        length)
{
  g_autoptr (GPtrArray) drafts = NULL;

  put (places->draft, data, length);
  drafts = commons_draft_claim_all (places->drafts, NULL);

  if (drafts->len == 0)
    {
      check_aside (places, data, length);
      return;
    }

  g_assert_cmpuint (drafts->len, ==, 1);
  check_drafts_line (g_ptr_array_index (drafts, 0), data, length);
  commons_draft_discard (g_ptr_array_index (drafts, 0));
  g_assert_false (g_file_test (places->draft, G_FILE_TEST_EXISTS));
}

static void
check_template (const Places *places,
                const guint8 *data,
                size_t        length)
{
  static const CommonsBoardStart start = { .title = "Title", .language = "fr" };
  g_autoptr (CommonsTemplate) template = NULL;
  g_autoptr (CommonsBoard) board = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (CommonsBoard) again = NULL;
  g_autoptr (GError) error = NULL;

  put (places->template, data, length);
  template = commons_templates_find ("own", "en", &error);
  g_assert_no_error (error);
  check_text (template->title);
  check_text (template->description);
  check_text (template->language);
  check_text (template->problem);
  g_assert_true (template->problem == NULL || *template->problem != '\0');

  if (template->problem != NULL)
    return;

  board = commons_board_start_make_from (template, &start, &error);
  g_assert_no_error (error);
  fuzz_check_board (board);

  written = commons_template_write (board, "Other", NULL, TRUE);
  again = commons_reader_read (written, NULL, &error);
  g_assert_no_error (error);
  fuzz_check_board (again);
}

static void
check_texts (const guint8 *data,
             size_t        length)
{
  g_autoptr (JsonObject) texts = commons_languages_read_texts ((const char *) data, length);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (texts == NULL)
    return;

  json_object_iter_init (&iter, texts);
  while (json_object_iter_next (&iter, &name, &node))
    {
      check_text (name);
      check_text (json_node_get_string (node));
      g_assert_cmpstr (json_node_get_string (node), !=, NULL);
      g_assert_cmpstr (json_node_get_string (node), !=, "");
    }
}

static void
check_view (const CommonsView *view)
{
  g_assert_true (isfinite (view->x) && isfinite (view->y) && isfinite (view->zoom));
  g_assert_true (view->zoom > 0);
}

static void
check_views (const Places *places,
             const guint8 *data,
             size_t        length)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("file:///a");
  CommonsView view = { 1.5, -2.25, 0.5, TRUE, FALSE }, after = { 0 };
  g_autoptr (GError) error = NULL;

  put (places->views, data, length);
  if (commons_view_memory_lookup (places->views, file, &after))
    check_view (&after);

  g_assert_true (commons_view_memory_store (places->views, file, &view, &error));
  g_assert_no_error (error);
  g_assert_true (commons_view_memory_lookup (places->views, file, &after));
  g_assert_cmpfloat (after.x, ==, view.x);
  g_assert_cmpfloat (after.y, ==, view.y);
  g_assert_cmpfloat (after.zoom, ==, view.zoom);
  g_assert_true (after.whole && !after.outline);
}

static GLogWriterOutput
keep_quiet (GLogLevelFlags   level,
            const GLogField *fields,
            gsize            n_fields,
            gpointer         user_data)
{
  return level & (G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG)
         ? G_LOG_WRITER_HANDLED : g_log_writer_default (level, fields, n_fields, user_data);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  static gboolean quiet;
  const Places *places = get_places ();

  if (!quiet)
    g_log_set_writer_func (keep_quiet, NULL, NULL);
  quiet = TRUE;

  check_draft (places, data, length);
  check_template (places, data, length);
  check_texts (data, length);
  check_views (places, data, length);

  return 0;
}

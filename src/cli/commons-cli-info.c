/* commons-cli-info.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-cli-info"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-catalogue.h"
#include "commons-cli.h"
#include "commons-json-tree.h"
#include "commons-one-line.h"

typedef struct
{
  const char *id;
  guint       n;
} Count;

/* How many records say which kind or link; those that say none are only
 * counted. */
typedef struct
{
  GArray *counts;
  guint   n_without;
} Counts;

static void
counts_clear (Counts *self)
{
  g_clear_pointer (&self->counts, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counts, counts_clear)

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Count *first = a;
  const Count *second = b;

  if (first->n != second->n)
    return first->n < second->n ? 1 : -1;

  return g_strcmp0 (first->id, second->id);
}

static void
count_ids (Counts        *self,
           CommonsBoard  *board,
           guint          n_records,
           CommonsRecord *(*get_record) (CommonsBoard *, guint),
           const char    *(*get_id) (const CommonsRecord *))
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  self->counts = g_array_new (FALSE, FALSE, sizeof (Count));

  for (guint i = 0; i < n_records; i++)
    {
      const char *id = get_id (get_record (board, i));
      guint n = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id)) : 0;

      if (id == NULL)
        self->n_without++;
      else
        g_hash_table_insert (numbers, (gpointer) id, GUINT_TO_POINTER (n + 1));
    }

  g_hash_table_iter_init (&iter, numbers);

  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Count count = { key, GPOINTER_TO_UINT (value) };

      g_array_append_val (self->counts, count);
    }

  g_array_sort (self->counts, compare_counts);
}

static const char *
get_kind_label (const char *id)
{
  const CommonsKind *kind = commons_catalogue_get_kind (commons_catalogue_get (NULL), id);

  return kind != NULL ? kind->label : id;
}

static const char *
get_link_label (const char *id)
{
  const CommonsLinkType *link = commons_catalogue_get_link (commons_catalogue_get (NULL), id);

  return link != NULL ? link->label : id;
}

static void
append_counts (GString      *out,
               const Counts *counts,
               const char   *without,
               const char   *(*get_label) (const char *id))
{
  for (guint i = 0; i < counts->counts->len; i++)
    {
      const Count *count = &g_array_index (counts->counts, Count, i);

      g_autofree char *label = commons_one_line (get_label (count->id));

      g_string_append_printf (out, "%6u  %s\n", count->n, label);
    }

  if (counts->n_without > 0)
    g_string_append_printf (out, "%6u  %s\n", counts->n_without, without);
}

static void
append_line (GString    *out,
             const char *label,
             const char *value)
{
  g_autofree char *line = value != NULL && *value != '\0' ? commons_one_line (value) : NULL;

  if (line != NULL)
    /* Translators: a label and what it says, such as “Language: fr” */
    g_string_append_printf (out, _("%s: %s\n"), label, line);
}

static void
append_warnings (GString           *out,
                 CommonsReadReport *report)
{
  if (report->newer)
    g_string_append_printf (out, "%s\n", _("A newer version of Commons Canvas made this file"));

  if (report->foreign)
    g_string_append_printf (out, "%s\n", _("Another program made this file"));

  if (report->warnings->len > 0)
    g_string_append_printf (out, "%s\n", _("Warnings"));

  for (guint i = 0; i < report->warnings->len; i++)
    {
      g_autofree char *warning = commons_one_line (g_ptr_array_index (report->warnings, i));

      g_string_append_printf (out, "  %s\n", warning);
    }
}

static void
append_text (GString           *out,
             CommonsBoard      *board,
             CommonsReadReport *report,
             const Counts      *kinds,
             const Counts      *links)
{
  CommonsRecord *head = commons_board_get_head (board);
  g_autofree char *n_nodes = g_strdup_printf ("%u", commons_board_get_n_nodes (board));
  g_autofree char *n_edges = g_strdup_printf ("%u", commons_board_get_n_edges (board));
  const char *title = commons_board_get_title (board);

  append_line (out, _("Title"), *title != '\0' ? title : _("Untitled Board"));
  append_line (out, _("Language"), commons_board_get_language (board));
  append_line (out, _("Template"), commons_record_get_string (head, "commons/template"));
  append_line (out, _("Licence"), commons_record_get_string (head, "commons/licence"));
  append_line (out, _("Cards"), n_nodes);
  append_counts (out, kinds, _("without a kind"), get_kind_label);
  append_line (out, _("Links"), n_edges);
  append_counts (out, links, _("without a meaning"), get_link_label);
  append_warnings (out, report);
}

static JsonObject *
counts_to_json (const Counts *counts)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < counts->counts->len; i++)
    {
      const Count *count = &g_array_index (counts->counts, Count, i);

      json_object_set_int_member (object, count->id, count->n);
    }

  return object;
}

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static void
append_json (GString           *out,
             CommonsBoard      *board,
             CommonsReadReport *report,
             const Counts      *kinds,
             const Counts      *links)
{
  CommonsRecord *head = commons_board_get_head (board);
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *warnings = json_array_new ();

  for (guint i = 0; i < report->warnings->len; i++)
    json_array_add_string_element (warnings, g_ptr_array_index (report->warnings, i));

  json_object_set_string_member (object, "title", commons_board_get_title (board));
  set_string (object, "language", commons_board_get_language (board));
  set_string (object, "template", commons_record_get_string (head, "commons/template"));
  set_string (object, "licence", commons_record_get_string (head, "commons/licence"));
  json_object_set_int_member (object, "format",
                              commons_record_get_int (head, "commons/format", 0));
  json_object_set_boolean_member (object, "newer", report->newer);
  json_object_set_boolean_member (object, "foreign", report->foreign);
  json_object_set_int_member (object, "nodes", commons_board_get_n_nodes (board));
  json_object_set_int_member (object, "edges", commons_board_get_n_edges (board));
  json_object_set_object_member (object, "kinds", counts_to_json (kinds));
  json_object_set_int_member (object, "without_kind", kinds->n_without);
  json_object_set_object_member (object, "links", counts_to_json (links));
  json_object_set_int_member (object, "without_link", links->n_without);
  json_object_set_array_member (object, "warnings", warnings);

  commons_json_tree_append_object (out, object, NULL);
  g_string_append_c (out, '\n');
}

static CommonsCliExit
print_info (const char *name,
            gboolean    json)
{
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(CommonsBoard) board = commons_cli_read (name, &report);
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_auto(Counts) kinds = { NULL, 0 };
  g_auto(Counts) links = { NULL, 0 };

  if (board == NULL)
    return COMMONS_CLI_FAILED;

  count_ids (&kinds, board, commons_board_get_n_nodes (board), commons_board_get_node,
             commons_record_get_kind);
  count_ids (&links, board, commons_board_get_n_edges (board), commons_board_get_edge,
             commons_record_get_link);

  if (json)
    append_json (out, board, report, &kinds, &links);
  else
    append_text (out, board, report, &kinds, &links);

  bytes = g_string_free_to_bytes (g_steal_pointer (&out));

  return commons_cli_write (NULL, bytes);
}

CommonsCliExit
commons_cli_info (int    argc,
                  char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON, for programs"), NULL },
    { NULL }
  };

  if (!commons_cli_parse (entries, "BOARD", N_("Tells what a board holds."), &argc, &argv))
    return COMMONS_CLI_USAGE;

  if (argc != 2)
    return commons_cli_misuse (_("Give one board"));

  return print_info (argv[1], json);
}

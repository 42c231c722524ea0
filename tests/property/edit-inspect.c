/* edit-inspect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-inspect-kind.h"
#include "commons-inspect-links.h"
#include "commons-inspect-rights.h"
#include "commons-inspect.h"

#include "edit-inspect.h"

/* Boards stay small, so that every check stays fast. */
#define MAX_NODES 80

#define LABEL "inspect"

typedef struct
{
  CommonsEditor    *editor;
  CommonsCatalogue *catalogue;
  GPtrArray        *ids;
  guint             value;
} Inspect;

static const char *const values[] = {
  "\"word\"", "7", "0.5", "true", "false", "[\"a\", \"b\", 3]", "{\"deep\": [1, null]}", "\"2027-03-06\"", "[]", "\"\"",
};

static const char *const paths[] = {
  "commons/status", "commons/confidence", "commons/side", "commons/author", "commons/notes", "commons/tags",
  "commons/fields", "commons", "commons/title",
};

static void
set_field (Inspect *inspect)
{
  guint n_kinds = commons_catalogue_get_n_kinds (inspect->catalogue);
  const CommonsKind *kind = commons_catalogue_get_nth_kind (inspect->catalogue, inspect->value / 10 % n_kinds);
  const CommonsField *field = &kind->fields[inspect->value / 100 % kind->n_fields];
  g_autofree char *path = g_strconcat ("commons/fields/", field->id, NULL);
  g_autoptr (JsonNode) value = json_from_string (values[inspect->value % G_N_ELEMENTS (values)], NULL);

  commons_inspect_set (inspect->editor, inspect->ids, path, inspect->value % 5 != 0 ? value : NULL, LABEL, NULL);
}

static void
set_member (Inspect *inspect)
{
  g_autoptr (JsonNode) value = json_from_string (values[inspect->value % G_N_ELEMENTS (values)], NULL);

  commons_inspect_set (inspect->editor, inspect->ids, paths[inspect->value / 10 % G_N_ELEMENTS (paths)],
                       inspect->value % 3 != 0 ? value : NULL, LABEL, NULL);
}

static void
set_item (Inspect *inspect)
{
  commons_inspect_set_item (inspect->editor, inspect->ids, "commons/tags", inspect->value % 4 < 2 ? "water" : "b",
                            inspect->value % 2, LABEL);
}

static void
set_right (Inspect *inspect)
{
  commons_rights_set (inspect->editor, inspect->ids, g_ptr_array_index (inspect->ids, 0),
                      inspect->value % 4 < 2 ? "access" : "manage", inspect->value % 2, LABEL);
}

static void
change_kind (Inspect *inspect)
{
  guint n_kinds = commons_catalogue_get_n_kinds (inspect->catalogue);

  commons_inspect_change_kind (inspect->editor, inspect->catalogue, inspect->ids,
                               commons_catalogue_get_nth_kind (inspect->catalogue, inspect->value % n_kinds),
                               inspect->value % 3 == 0, LABEL);
}

static void
link_new (Inspect *inspect)
{
  CommonsBoard *board = commons_editor_get_board (inspect->editor);
  guint n_links = commons_catalogue_get_n_links (inspect->catalogue);
  const CommonsLinkType *type = commons_catalogue_get_nth_link (inspect->catalogue, inspect->value % n_links);
  g_autoptr (GPtrArray) kinds = commons_inspect_list_link_kinds (inspect->catalogue, type, inspect->value % 2);
  const CommonsRect visible = { 0, 0, 1000, 600 };
  g_autofree char *made = NULL;

  if (commons_board_get_n_nodes (board) < MAX_NODES)
    made = commons_inspect_link_new (inspect->editor, inspect->catalogue, g_ptr_array_index (inspect->ids, 0), type,
                                     inspect->value % 2, g_ptr_array_index (kinds, inspect->value / 7 % kinds->len),
                                     "New", &visible, LABEL);
}

static void
write_text (Inspect *inspect)
{
  CommonsRecord *record = commons_board_lookup_node (commons_editor_get_board (inspect->editor),
                                                     g_ptr_array_index (inspect->ids, 0));
  g_autofree char *text = NULL;
  g_autoptr (CommonsRecord) written = NULL;

  text = inspect->value % 2 != 0 ? commons_inspect_replace_title (record, "A title\nof two lines")
                                 : commons_inspect_replace_body (record, inspect->value % 4 != 0 ? "A body" : "");
  written = commons_record_with_text (record, text);
  commons_editor_set (inspect->editor, written);
}

static void
set_head (Inspect *inspect)
{
  g_autoptr (GPtrArray) head = g_ptr_array_new ();

  g_ptr_array_add (head, (gpointer) "");
  commons_inspect_set_string (inspect->editor, head, "commons/description", inspect->value % 3 != 0 ? "About" : NULL,
                              LABEL, NULL);
}

static void (*const things[]) (Inspect *inspect) = {
  set_field, set_member, set_item, set_right, change_kind, link_new, write_text, set_head,
};

void
edit_inspect (CommonsEditor    *editor,
              CommonsCatalogue *catalogue,
              const char       *id,
              const char       *other,
              guint             value)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  Inspect inspect = { editor, catalogue, ids, value / G_N_ELEMENTS (things) };

  g_ptr_array_add (ids, (gpointer) id);
  if (value % 3 == 0)
    g_ptr_array_add (ids, (gpointer) other);
  things[value % G_N_ELEMENTS (things)] (&inspect);
}

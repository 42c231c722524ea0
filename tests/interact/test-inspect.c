/* test-inspect.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-history.h"
#include "commons-inspect-entry.h"
#include "commons-inspect-kind.h"
#include "commons-inspect-links.h"
#include "commons-inspect-names.h"
#include "commons-inspect-rights.h"
#include "commons-inspect.h"
#include "interact-support.h"

static const SupportNode nodes[] = {
  { "circle", "circle", { 0, 0, 600, 600 } },
  { "rule", "rule", { 800, 0, 204, 62 } },
  { "rule2", "rule", { 800, 100, 204, 62 } },
  { "value", "value", { 800, 200, 204, 38 } },
  { "resource", "resource", { 800, 300, 204, 62 } },
  { "action", "action", { 800, 400, 204, 62 } },
};

static const SupportEdge edges[] = {
  { "e1", "embodies", "rule", "value" },
  { "e2", "applies_to", "rule", "circle" },
  { "e3", "relates_to", "rule", "action" },
  { "e4", "strange", "rule", "resource" },
};

typedef struct
{
  CommonsBoard   *board;
  CommonsEditor  *editor;
  CommonsHistory *history;
} Fixture;

static void
set_up (Fixture *fixture)
{
  fixture->board = support_board_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
  fixture->editor = commons_editor_new (fixture->board);
  fixture->history = commons_history_new (fixture->board);
}

static void
tear_down (Fixture *fixture)
{
  g_object_unref (fixture->history);
  g_object_unref (fixture->editor);
  g_object_unref (fixture->board);
}

static void
write_json (Fixture    *fixture,
            const char *ids,
            const char *path,
            const char *json)
{
  g_autoptr (GPtrArray) list = support_split (ids);
  g_autoptr (JsonNode) value = json ? json_from_string (json, NULL) : NULL;

  commons_inspect_set (fixture->editor, list, path, value, "write", NULL);
}

static CommonsInspectState
get (Fixture     *fixture,
     const char  *ids,
     const char  *path,
     char       **text)
{
  g_autoptr (GPtrArray) list = support_split (ids);
  JsonNode *value;
  CommonsInspectState state = commons_inspect_get (fixture->board, list, path, &value);

  *text = commons_inspect_describe (value);

  return state;
}

#define assert_value(fixture, ids, path, expected_state, expected) \
  G_STMT_START { \
    g_autofree char *assert_text = NULL; \
    g_assert_cmpint (get (fixture, ids, path, &assert_text), ==, expected_state); \
    g_assert_cmpstr (assert_text, ==, expected); \
  } G_STMT_END

static void
undo_all (Fixture    *fixture,
          const char *before)
{
  g_autofree char *now = NULL;

  while (commons_history_can_undo (fixture->history))
    {
      g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture->history);
    }
  now = support_dump (fixture->board);
  g_assert_cmpstr (now, ==, before);
}

static void
test_values (void)
{
  Fixture fixture;
  g_autofree char *before = NULL;

  set_up (&fixture);
  before = support_dump (fixture.board);
  assert_value (&fixture, "rule rule2", "commons/status", COMMONS_INSPECT_EMPTY, "");
  write_json (&fixture, "rule", "commons/status", "\"agreed\"");
  assert_value (&fixture, "rule", "commons/status", COMMONS_INSPECT_SAME, "agreed");
  assert_value (&fixture, "rule rule2", "commons/status", COMMONS_INSPECT_MIXED, "");
  write_json (&fixture, "rule rule2 nowhere", "commons/status", "\"draft\"");
  assert_value (&fixture, "rule rule2", "commons/status", COMMONS_INSPECT_SAME, "draft");
  write_json (&fixture, "rule rule2", "commons/status", NULL);
  assert_value (&fixture, "rule rule2", "commons/status", COMMONS_INSPECT_EMPTY, "");
  assert_value (&fixture, "nowhere", "commons/status", COMMONS_INSPECT_EMPTY, "");
  undo_all (&fixture, before);
  tear_down (&fixture);
}

/* One step for several cards, and for letters in a row. */
static void
test_steps (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) ids = support_split ("rule rule2");
  g_autofree char *key = commons_inspect_make_key (ids, "commons/author");
  g_autofree char *other = commons_inspect_make_key (ids, "commons/notes");
  guint64 before;

  set_up (&fixture);
  before = commons_history_get_state (fixture.history);
  g_assert_cmpstr (key, !=, other);
  commons_inspect_set_string (fixture.editor, ids, "commons/author", "C", "write", key);
  commons_inspect_set_string (fixture.editor, ids, "commons/author", "Ca", "write", key);
  commons_inspect_set_string (fixture.editor, ids, "commons/author", "Camille", "write", key);
  g_assert_false (commons_inspect_set_string (fixture.editor, ids, "commons/author", "Camille", "write", key));
  {
    g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture.history);
  }
  g_assert_cmpuint (commons_history_get_state (fixture.history), ==, before);
  tear_down (&fixture);
}

/* What a file has in the wrong place is not written over, nor what is locked. */
static void
test_writable (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) rule = support_split ("rule");

  set_up (&fixture);
  write_json (&fixture, "rule", "commons/fields", "\"words\"");
  g_assert_false (commons_inspect_is_writable (fixture.board, rule, "commons/fields/url"));
  write_json (&fixture, "rule", "commons/fields/url", "\"x\"");
  assert_value (&fixture, "rule", "commons/fields", COMMONS_INSPECT_SAME, "words");
  assert_value (&fixture, "rule", "commons/fields/url", COMMONS_INSPECT_EMPTY, "");

  g_assert_true (commons_inspect_is_writable (fixture.board, rule, "commons/status"));
  write_json (&fixture, "rule", "commons/locked", "true");
  g_assert_false (commons_inspect_is_writable (fixture.board, rule, "commons/status"));
  write_json (&fixture, "rule rule2", "commons/status", "\"agreed\"");
  assert_value (&fixture, "rule", "commons/status", COMMONS_INSPECT_EMPTY, "");
  assert_value (&fixture, "rule2", "commons/status", COMMONS_INSPECT_SAME, "agreed");
  tear_down (&fixture);
}

static void
test_items (void)
{
  g_autoptr (GPtrArray) rule = support_split ("rule");
  Fixture fixture;
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) both = support_split ("rule rule2");
  g_autoptr (GPtrArray) items = NULL;

  set_up (&fixture);
  before = support_dump (fixture.board);
  write_json (&fixture, "rule", "commons/tags", "[\"water\", 7, {\"odd\": 1}, \"water\"]");
  items = commons_inspect_list_items (fixture.board, both, "commons/tags");
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpstr (((CommonsInspectItem *) g_ptr_array_index (items, 0))->value, ==, "water");
  g_assert_cmpuint (((CommonsInspectItem *) g_ptr_array_index (items, 0))->count, ==, 1);

  g_assert_true (commons_inspect_set_item (fixture.editor, both, "commons/tags", "water", TRUE, "tag"));
  assert_value (&fixture, "rule2", "commons/tags", COMMONS_INSPECT_SAME, "water");
  g_assert_true (commons_inspect_set_item (fixture.editor, both, "commons/tags", "water", FALSE, "tag"));
  assert_value (&fixture, "rule2", "commons/tags", COMMONS_INSPECT_EMPTY, "");
  assert_value (&fixture, "rule", "commons/tags", COMMONS_INSPECT_SAME, "7, {\"odd\":1}");

  write_json (&fixture, "rule", "commons/tags", "\"no list\"");
  g_assert_false (commons_inspect_set_item (fixture.editor, rule, "commons/tags", "x", TRUE, "tag"));
  undo_all (&fixture, before);
  tear_down (&fixture);
}

static void
test_fields (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  Fixture fixture;
  g_autoptr (GPtrArray) mixed = support_split ("rule action");
  g_autoptr (GPtrArray) one = support_split ("rule rule2");
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GPtrArray) common = NULL;
  g_autoptr (GPtrArray) unknown = NULL;

  set_up (&fixture);
  fields = commons_inspect_list_fields (fixture.board, catalogue, one);
  g_assert_cmpuint (fields->len, ==, commons_catalogue_get_kind (catalogue, "rule")->n_fields);
  common = commons_inspect_list_fields (fixture.board, catalogue, mixed);
  g_assert_cmpuint (common->len, ==, 0);

  write_json (&fixture, "rule", "commons/fields", "{\"url\": \"x\", \"weather\": {\"a\": [1, null]}, \"due\": 3}");
  unknown = commons_inspect_list_unknown (catalogue, commons_board_lookup (fixture.board, "rule"));
  g_assert_cmpuint (unknown->len, ==, 2);
  g_assert_cmpstr (((CommonsInspectUnknown *) g_ptr_array_index (unknown, 0))->text, ==, "{\"a\":[1,null]}");
  tear_down (&fixture);
}

static void
test_titles (void)
{
  static const struct { const char *text, *title, *body, *with_title, *with_body; } cases[] = {
    { "One\nTwo", "New", "Else", "New\nTwo", "One\nElse" },
    { "# One\nTwo", "New", "", "# New\nTwo", "# One" },
    { "**One**", "New\nline", "a\nb", "**New line**", "**One**\na\nb" },
    { "", "New", "Else", "New", "\nElse" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CommonsRect bounds = { 0, 0, 100, 50 };
      g_autoptr (CommonsRecord) card = commons_record_new_card (NULL, FALSE, &bounds, cases[i].text);
      g_autofree char *titled = commons_inspect_replace_title (card, cases[i].title);
      g_autofree char *bodied = commons_inspect_replace_body (card, cases[i].body);

      g_assert_cmpstr (titled, ==, cases[i].with_title);
      g_assert_cmpstr (bodied, ==, cases[i].with_body);
    }
}

/* The old kind's fields stay in the file, and come back with the kind. */
static void
test_kind (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const CommonsKind *action = commons_catalogue_get_kind (catalogue, "action");
  Fixture fixture;
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) rule = support_split ("rule");
  g_autoptr (GPtrArray) unfit = NULL;
  g_autofree char *left = NULL;

  set_up (&fixture);
  before = support_dump (fixture.board);
  write_json (&fixture, "rule", "commons/fields/threshold", "\"2/3\"");
  g_assert_false (commons_inspect_can_become (fixture.board, catalogue, rule, commons_catalogue_get_kind (catalogue, "rule")));
  g_assert_false (commons_inspect_can_become (fixture.board, catalogue, rule,
                                              commons_catalogue_get_kind (catalogue, "circle")));
  g_assert_true (commons_inspect_can_become (fixture.board, catalogue, rule, action));
  unfit = commons_inspect_list_unfit (fixture.board, catalogue, rule, action);
  g_assert_cmpuint (unfit->len, ==, 2);

  g_assert_true (commons_inspect_change_kind (fixture.editor, catalogue, rule, action, TRUE, "kind"));
  assert_value (&fixture, "rule", "commons/kind", COMMONS_INSPECT_SAME, "action");
  assert_value (&fixture, "rule", "commons/fields/threshold", COMMONS_INSPECT_SAME, "2/3");
  left = support_join_edges (fixture.board);
  g_assert_cmpstr (left, ==, "e3 e4");
  {
    g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture.history);
  }
  g_assert_true (commons_inspect_change_kind (fixture.editor, catalogue, rule, action, FALSE, "kind"));
  g_assert_nonnull (commons_board_lookup (fixture.board, "e1"));
  undo_all (&fixture, before);
  tear_down (&fixture);
}

static const CommonsInspectLinks *
find_links (GPtrArray  *all,
            const char *words)
{
  for (guint i = 0; i < all->len; i++)
    {
      const CommonsInspectLinks *links = g_ptr_array_index (all, i);

      if (g_str_equal (links->words, words))
        return links;
    }

  return NULL;
}

static void
test_links (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  const CommonsLinkType *enforced = commons_catalogue_get_link (catalogue, "enforced_by");
  Fixture fixture;
  g_autofree char *before = NULL, *made = NULL;
  g_autoptr (GPtrArray) all = NULL, of_value = NULL, kinds = NULL;
  g_autoptr (CommonsChoices) choices = NULL;
  const CommonsRect visible = { 0, 0, 1000, 600 };

  set_up (&fixture);
  before = support_dump (fixture.board);
  all = commons_inspect_list_links (fixture.board, catalogue, "rule");
  g_assert_cmpuint (find_links (all, "Embodies")->edges->len, ==, 1);
  g_assert_cmpuint (find_links (all, "Applies to")->edges->len, ==, 1);
  g_assert_cmpuint (find_links (all, "Enforced by")->edges->len, ==, 0);
  g_assert_cmpuint (find_links (all, "Is related to")->edges->len, ==, 1);
  g_assert_null (find_links (all, "Comes from"));
  of_value = commons_inspect_list_links (fixture.board, catalogue, "value");
  g_assert_cmpuint (find_links (of_value, "Is embodied by")->edges->len, ==, 1);

  kinds = commons_inspect_list_link_kinds (catalogue, enforced, FALSE);
  g_assert_cmpuint (kinds->len, ==, 2);
  choices = commons_inspect_list_linkable (fixture.board, catalogue, "rule", enforced, FALSE);
  g_assert_cmpuint (commons_choices_get_n (choices), ==, 1);
  g_clear_pointer (&choices, commons_choices_free);
  choices = commons_inspect_list_linkable (fixture.board, catalogue, "rule",
                                           commons_catalogue_get_link (catalogue, "applies_to"), FALSE);
  g_assert_cmpuint (commons_choices_get_n (choices), ==, 1);

  made = commons_inspect_link_new (fixture.editor, catalogue, "rule", enforced, FALSE,
                                   commons_catalogue_get_kind (catalogue, "role"), "Guardian", &visible, "new");
  g_assert_cmpstr (commons_record_get_title (commons_board_lookup (fixture.board, made)), ==, "Guardian");
  g_clear_pointer (&all, g_ptr_array_unref);
  all = commons_inspect_list_links (fixture.board, catalogue, "rule");
  g_assert_cmpuint (find_links (all, "Enforced by")->edges->len, ==, 1);
  {
    g_autoptr (CommonsChangeSet) changes = commons_history_undo (fixture.history);
  }
  g_assert_false (commons_history_can_undo (fixture.history));
  undo_all (&fixture, before);
  tear_down (&fixture);
}

static void
test_names (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  Fixture fixture;
  g_autoptr (GPtrArray) people = NULL, tags = NULL, found = NULL;
  g_autofree char *joined = NULL;

  set_up (&fixture);
  write_json (&fixture, "rule", "commons/author", "\"Camille\"");
  write_json (&fixture, "action", "commons/fields/owner", "\"Zoé\"");
  write_json (&fixture, "rule2", "commons/author", "[\"Odd\", 3]");
  write_json (&fixture, "rule rule2", "commons/tags", "[\"water\", \"Été\", 4]");
  people = commons_inspect_list_people (fixture.board, catalogue);
  joined = support_join (people);
  g_assert_cmpstr (joined, ==, "Camille Odd Zoé");
  tags = commons_inspect_list_words (fixture.board, "commons/tags");
  g_assert_cmpuint (tags->len, ==, 2);
  found = commons_inspect_match_words (tags, "ete", 5);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (found, 0), ==, "Été");
  tear_down (&fixture);
}

static void
test_rights (void)
{
  Fixture fixture;
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) circle = support_split ("circle");
  guint n_rights, n_resources;
  JsonNode *value;

  set_up (&fixture);
  before = support_dump (fixture.board);
  write_json (&fixture, "circle", "commons/fields/rights",
              "[{\"resource\": \"resource\", \"right\": \"access\", \"until\": 2030}, \"odd\", {\"resource\": 3}]");
  g_assert_cmpuint (commons_rights_count (fixture.board, circle, "resource", "access"), ==, 1);
  g_assert_true (commons_rights_set (fixture.editor, circle, "resource", "manage", TRUE, "rights"));
  g_assert_false (commons_rights_set (fixture.editor, circle, "resource", "manage", TRUE, "rights"));
  commons_inspect_get (fixture.board, circle, "commons/fields/rights", &value);
  commons_rights_measure (value, &n_rights, &n_resources);
  g_assert_cmpuint (n_rights, ==, 2);
  g_assert_cmpuint (n_resources, ==, 1);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (value)), ==, 4);
  g_assert_true (commons_rights_set (fixture.editor, circle, "resource", "access", FALSE, "rights"));
  g_assert_cmpuint (commons_rights_count (fixture.board, circle, "resource", "access"), ==, 0);
  undo_all (&fixture, before);
  tear_down (&fixture);
}

static void
test_entries (void)
{
  static const struct { CommonsFieldType type; const char *unit, *typed, *stored, *shown; } cases[] = {
    { COMMONS_FIELD_INT, "days", "7", "7", "7" },
    { COMMONS_FIELD_INT, "days", " 7 days", "7", "7" },
    { COMMONS_FIELD_INT, NULL, "1 000", "1000", "1000" },
    { COMMONS_FIELD_INT, NULL, "7.5", NULL, NULL },
    { COMMONS_FIELD_INT, NULL, "nan", NULL, NULL },
    { COMMONS_FIELD_INT, NULL, "0x10", NULL, NULL },
    { COMMONS_FIELD_INT, NULL, "1e3", NULL, NULL },
    { COMMONS_FIELD_NUMBER, NULL, "0,25", "0.25", "0.25" },
    { COMMONS_FIELD_NUMBER, NULL, "1.2.3", NULL, NULL },
    { COMMONS_FIELD_DATE, NULL, "2027-03-06", "2027-03-06", "6 March 2027" },
    { COMMONS_FIELD_DATE, NULL, "6/3/2027", "2027-03-06", "6 March 2027" },
    { COMMONS_FIELD_DATE, NULL, "6 mars 2027", "2027-03-06", "6 March 2027" },
    { COMMONS_FIELD_DATE, NULL, "1er août 2026", "2026-08-01", "1 August 2026" },
    { COMMONS_FIELD_DATE, NULL, "March 6th, 2027", "2027-03-06", "6 March 2027" },
    { COMMONS_FIELD_DATE, NULL, "12.31.2027", "2027-12-31", "31 December 2027" },
    { COMMONS_FIELD_DATE, NULL, "29 feb 2028", "2028-02-29", "29 February 2028" },
    { COMMONS_FIELD_DATE, NULL, "29 feb 2027", NULL, NULL },
    { COMMONS_FIELD_DATE, NULL, "6 ju 2027", NULL, NULL },
    { COMMONS_FIELD_DATE, NULL, "soon", NULL, NULL },
    { COMMONS_FIELD_DATE, NULL, "6/3/27", NULL, NULL },
    { COMMONS_FIELD_URL, NULL, "https://example.org", "https://example.org", "https://example.org" },
    { COMMONS_FIELD_URL, NULL, "example.org/charter", "https://example.org/charter", "https://example.org/charter" },
    { COMMONS_FIELD_URL, NULL, "us@example.org", "mailto:us@example.org", "mailto:us@example.org" },
    { COMMONS_FIELD_URL, NULL, "javascript:alert(1)", NULL, NULL },
    { COMMONS_FIELD_URL, NULL, "file:///etc/passwd", NULL, NULL },
    { COMMONS_FIELD_URL, NULL, "https://", NULL, NULL },
    { COMMONS_FIELD_URL, NULL, "the guide, page 4", NULL, NULL },
    { COMMONS_FIELD_STRING, NULL, "anything at all", "anything at all", "anything at all" },
  };
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CommonsField field = { .id = "x", .label = "X", .type = cases[i].type, .unit = cases[i].unit,
                                   .minimum = -G_MAXDOUBLE, .maximum = G_MAXDOUBLE };
      g_autofree char *complaint = NULL, *stored = NULL, *shown = NULL;
      g_autoptr (JsonNode) value = commons_entry_parse (&field, catalogue, cases[i].typed, &complaint);

      g_test_message ("%s", cases[i].typed);
      g_assert_true ((complaint == NULL) == (cases[i].stored != NULL));
      g_assert_true ((value == NULL) == (cases[i].stored == NULL));
      if (value == NULL)
        continue;
      stored = commons_inspect_describe (value);
      g_assert_cmpstr (stored, ==, cases[i].stored);
      shown = commons_entry_format (&field, catalogue, value);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* Thousands of cards are read in a moment. */
static void
test_many (void)
{
  CommonsBoard *board = commons_board_new ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const CommonsKind *rule = commons_catalogue_get_kind (commons_catalogue_get ("en"), "rule");
  gint64 start;

  commons_editor_begin (editor, "make", NULL);
  for (guint i = 0; i < 10000; i++)
    {
      const CommonsRect bounds = { (int) i * 12, 0, 204, 62 };
      g_autoptr (CommonsRecord) card = commons_record_new_card ("rule", FALSE, &bounds, "Card");

      commons_editor_add (editor, card);
      g_ptr_array_add (ids, g_strdup (commons_record_get_id (card)));
    }
  commons_editor_commit (editor);

  start = g_get_monotonic_time ();
  for (guint i = 0; i < rule->n_fields; i++)
    {
      g_autofree char *path = g_strconcat ("commons/fields/", rule->fields[i].id, NULL);

      g_assert_cmpint (commons_inspect_get (board, ids, path, NULL), ==, COMMONS_INSPECT_EMPTY);
    }
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  if (g_test_perf ())
    g_assert_cmpint (g_get_monotonic_time () - start, <, 100 * 1000);
  g_object_unref (board);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inspect/values", test_values);
  g_test_add_func ("/inspect/steps", test_steps);
  g_test_add_func ("/inspect/writable", test_writable);
  g_test_add_func ("/inspect/items", test_items);
  g_test_add_func ("/inspect/fields", test_fields);
  g_test_add_func ("/inspect/titles", test_titles);
  g_test_add_func ("/inspect/kind", test_kind);
  g_test_add_func ("/inspect/links", test_links);
  g_test_add_func ("/inspect/names", test_names);
  g_test_add_func ("/inspect/rights", test_rights);
  g_test_add_func ("/inspect/entries", test_entries);
  g_test_add_func ("/inspect/many", test_many);

  return g_test_run ();
}

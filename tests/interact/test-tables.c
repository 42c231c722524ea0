/* test-tables.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The boards of the tables of a workshop, brought into one.
 */

#include "config.h"

#include <string.h>

#include "commons-alike.h"
#include "commons-answers.h"
#include "commons-document.h"
#include "commons-history.h"
#include "commons-reader.h"
#include "commons-tables.h"
#include "commons-work-table.h"
#include "commons-writer.h"
#include "interact-support.h"

typedef struct
{
  CommonsBoard     *board;
  CommonsEditor    *editor;
  CommonsHistory   *history;
  CommonsTables    *tables;
  char             *before;
} Fixture;

static char *
write_board (CommonsBoard *board)
{
  g_autoptr (GBytes) bytes = commons_writer_write (board);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static CommonsBoard *
read_board (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CommonsBoard *board = commons_reader_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return board;
}

/* JSON with "'" for a double quote. */
static CommonsBoard *
read_quoted (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  return read_board (json);
}

static CommonsBoard *
read_template (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = commons_document_read_template ("governance", "en", &error);

  g_assert_no_error (error);

  return commons_reader_read (bytes, NULL, NULL);
}

static void
change (CommonsBoard  *board,
        CommonsRecord *record)
{
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);

  commons_editor_begin (editor, "Change", NULL);
  if (commons_board_lookup (board, commons_record_get_id (record)) != NULL)
    commons_editor_set (editor, record);
  else
    commons_editor_add (editor, record);
  commons_editor_commit (editor);
}

static void
add_card (CommonsBoard *board,
          const char   *id,
          const char   *kind,
          int           x,
          int           y,
          const char   *text)
{
  const CommonsRect bounds = { x, y, 204, 62 };
  g_autoptr (CommonsRecord) card = commons_record_new_card (kind, FALSE, &bounds, text);
  g_autoptr (CommonsRecord) named = commons_record_with_id (card, id);

  change (board, named);
}

static void
add_link (CommonsBoard *board,
          const char   *id,
          const char   *link,
          const char   *from,
          const char   *to)
{
  g_autoptr (CommonsRecord) edge = commons_record_new_link (link, from, to);
  g_autoptr (CommonsRecord) named = commons_record_with_id (edge, id);

  change (board, named);
}

static void
set_string (CommonsBoard *board,
            const char   *id,
            const char   *path,
            const char   *value)
{
  g_autoptr (CommonsRecord) record = commons_record_with_string (commons_board_lookup (board, id), path, value);

  change (board, record);
}

static void
begin (Fixture      *fixture,
       CommonsBoard *board)
{
  fixture->board = board;
  fixture->editor = commons_editor_new (board);
  fixture->history = commons_history_new (board);
  fixture->tables = commons_tables_new (board, commons_catalogue_get ("en"));
  fixture->before = write_board (board);
}

static void
end (Fixture *fixture)
{
  g_clear_pointer (&fixture->tables, commons_tables_free);
  g_clear_pointer (&fixture->before, g_free);
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->board);
}

static void
assert_sound (CommonsBoard *board)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_assert_true (g_hash_table_add (ids, (gpointer) commons_record_get_id (commons_board_get_node (board, i))));
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    {
      CommonsRecord *edge = commons_board_get_edge (board, i);

      g_assert_true (g_hash_table_add (ids, (gpointer) commons_record_get_id (edge)));
      g_assert_nonnull (commons_board_lookup_node (board, commons_record_get_from (edge)));
      g_assert_nonnull (commons_board_lookup_node (board, commons_record_get_to (edge)));
    }
}

/* Applies; going back gives the same bytes, going on again the others. */
static void
apply (Fixture *fixture)
{
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (CommonsChangeSet) back = NULL;
  g_autoptr (CommonsChangeSet) forth = NULL;

  g_assert_true (commons_tables_apply (fixture->tables, fixture->editor, "Merge Tables"));
  assert_sound (fixture->board);

  after = write_board (fixture->board);
  back = commons_history_undo (fixture->history);
  g_assert_nonnull (back);
  g_assert_false (commons_history_can_undo (fixture->history));
  undone = write_board (fixture->board);
  g_assert_cmpstr (undone, ==, fixture->before);
  forth = commons_history_redo (fixture->history);
  g_assert_nonnull (forth);
  redone = write_board (fixture->board);
  g_assert_cmpstr (redone, ==, after);
}

static CommonsRecord *
find_text (CommonsBoard *board,
           const char   *text)
{
  CommonsRecord *found = NULL;

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (g_str_equal (commons_record_get_text (node), text))
        {
          g_assert_null (found);
          found = node;
        }
    }

  g_assert_nonnull (found);

  return found;
}

static const char *
get_parent_id (CommonsBoard  *board,
               CommonsRecord *node)
{
  CommonsRecord *parent = commons_board_get_parent (board, commons_record_get_id (node));

  return parent ? commons_record_get_id (parent) : NULL;
}

static void
assert_nothing_covered (CommonsBoard *board)
{
  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);
      const CommonsRect *a = commons_record_get_bounds (node);

      for (guint j = 0; j < i && !commons_record_is_group (node); j++)
        {
          CommonsRecord *other = commons_board_get_node (board, j);
          const CommonsRect *b = commons_record_get_bounds (other);

          if (!commons_record_is_group (other) && a->x < b->x + b->width && b->x < a->x + a->width &&
              a->y < b->y + b->height && b->y < a->y + a->height)
            g_error ("“%s” covers “%s”", commons_record_get_title (node), commons_record_get_title (other));
        }
    }
}

/* A copy of the template as a table fills it: a value in its zone, a rule in
 * the core circle, a gate, what it is about, and a link. */
static CommonsBoard *
fill_template (const char *table)
{
  CommonsBoard *board = read_template ();
  g_autofree char *value = g_strconcat (table, " cares", NULL);
  g_autofree char *rule = g_strconcat (table, " decides", NULL);
  g_autofree char *role = g_strconcat (table, " does", NULL);

  add_card (board, "v", "value", -820, -300, value);
  add_card (board, "r", "rule", -100, 200, rule);
  add_card (board, "c", "community", -100, 300, role);
  add_link (board, "vr", "embodies", "r", "v");
  add_link (board, "rc", "applies_to", "r", "circle-coordination");

  return board;
}

static void
test_template (void)
{
  static const char *const names[] = { "Ash", "Birch", "Cedar", "Date" };
  Fixture fixture;
  g_autoptr (GPtrArray) listed = NULL;
  guint n_ground;

  begin (&fixture, read_template ());
  n_ground = commons_board_get_n_nodes (fixture.board);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CommonsBoard) table = fill_template (names[i]);

      g_assert_cmpuint (commons_tables_add (fixture.tables, table, names[i], "table.commons"), ==, i);
    }

  apply (&fixture);
  g_assert_cmpuint (commons_board_get_n_nodes (fixture.board), ==, n_ground + 3 * G_N_ELEMENTS (names));
  g_assert_cmpuint (commons_board_get_n_edges (fixture.board), ==, 2 + 3 * G_N_ELEMENTS (names));
  assert_nothing_covered (fixture.board);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = g_strconcat (names[i], " cares", NULL);
      g_autofree char *rule = g_strconcat (names[i], " decides", NULL);
      CommonsRecord *v = find_text (fixture.board, value), *r = find_text (fixture.board, rule);
      GPtrArray *links = commons_board_get_links (fixture.board, commons_record_get_id (v));

      g_assert_cmpstr (get_parent_id (fixture.board, v), ==, "zone-values");
      g_assert_cmpstr (get_parent_id (fixture.board, r), ==, "circle-coordination");
      g_assert_cmpstr (commons_record_get_string (v, "commons/table"), ==, names[i]);
      g_assert_cmpuint (links->len, ==, 1);
      g_assert_cmpstr (commons_record_get_from (g_ptr_array_index (links, 0)), ==, commons_record_get_id (r));
    }

  /* What all have in common is of no table, and nothing was noted on it. */
  g_assert_null (commons_record_get_string (commons_board_lookup (fixture.board, "zone-values"), "commons/table"));
  g_assert_null (commons_record_get_string (commons_board_lookup (fixture.board, "zone-values"), "commons/notes"));
  g_assert_null (commons_record_get_string (commons_board_lookup (fixture.board, "project"), "commons/table"));

  listed = commons_work_table_list (fixture.board);
  g_assert_cmpuint (listed->len, ==, G_N_ELEMENTS (names));
  g_assert_cmpstr (((CommonsWorkTable *) g_ptr_array_index (listed, 1))->name, ==, "Birch");
  g_assert_cmpstr (((CommonsWorkTable *) g_ptr_array_index (listed, 1))->mark, ==, "B");
  g_assert_cmpstr (((CommonsWorkTable *) g_ptr_array_index (listed, 1))->source, ==, "table.commons");
  g_assert_cmpuint (((CommonsWorkTable *) g_ptr_array_index (listed, 1))->color, ==, 1);
  end (&fixture);
}

/* An empty board takes the first one as it is, and the others into it. */
static void
test_empty (void)
{
  Fixture fixture;
  g_autoptr (CommonsBoard) first = fill_template ("Ash"), second = fill_template ("Birch");
  g_autoptr (CommonsBoard) template = read_template ();

  begin (&fixture, commons_board_new ());
  commons_tables_add (fixture.tables, first, "Ash", "ash.commons");
  commons_tables_add (fixture.tables, second, "Birch", "birch.commons");
  apply (&fixture);

  g_assert_cmpuint (commons_board_get_n_nodes (fixture.board), ==, commons_board_get_n_nodes (template) + 6);
  support_assert_rect (support_get_bounds (fixture.board, "r"), -100, 200, 204, 62);
  g_assert_cmpstr (get_parent_id (fixture.board, find_text (fixture.board, "Birch cares")), ==, "zone-values");
  assert_nothing_covered (fixture.board);
  end (&fixture);
}

/* Nothing in common: the layout of each one stays, in a zone of its own. */
static void
test_zones (void)
{
  Fixture fixture;
  g_autoptr (CommonsBoard) first = commons_board_new (), second = commons_board_new ();
  CommonsRecord *a, *b;

  add_card (first, "a", "value", 0, 0, "One");
  add_card (first, "b", "value", 400, 300, "Two");
  add_card (second, "a", "value", 0, 0, "Three");
  begin (&fixture, read_template ());
  commons_tables_add (fixture.tables, first, "Ash", "ash.commons");
  commons_tables_add (fixture.tables, second, NULL, "birch.commons");
  apply (&fixture);

  a = find_text (fixture.board, "One");
  b = find_text (fixture.board, "Two");
  g_assert_cmpint (commons_record_get_bounds (b)->x - commons_record_get_bounds (a)->x, ==, 400);
  g_assert_cmpint (commons_record_get_bounds (b)->y - commons_record_get_bounds (a)->y, ==, 300);
  g_assert_cmpstr (get_parent_id (fixture.board, a), ==, commons_record_get_id (find_text (fixture.board, "Ash")));
  g_assert_cmpstr (get_parent_id (fixture.board, b), ==, commons_record_get_id (find_text (fixture.board, "Ash")));
  g_assert_cmpstr (get_parent_id (fixture.board, find_text (fixture.board, "Three")), ==,
                   commons_record_get_id (find_text (fixture.board, "birch.commons")));
  assert_nothing_covered (fixture.board);
  end (&fixture);
}

/* Circles of other ids with the same name are one circle; a circle that only
 * one has comes with what is in it. */
static void
test_names (void)
{
  Fixture fixture;
  g_autoptr (CommonsBoard) table =
    read_quoted ("{'nodes':[{'id':'k','type':'group','label':'THE core','x':0,'y':0,'width':600,'height':600,"
                 "'commons':{'kind':'circle'}},"
                 "{'id':'n','type':'group','label':'New','x':200,'y':300,'width':240,'height':200,'commons':{'kind':'zone'}},"
                 "{'id':'a','type':'text','text':'In the new','x':220,'y':360,'width':204,'height':62},"
                 "{'id':'b','type':'text','text':'In the core','x':200,'y':100,'width':204,'height':62}],'edges':[]}");

  begin (&fixture, read_quoted ("{'nodes':[{'id':'core','type':'group','label':'The Core','x':0,'y':0,'width':300,"
                                "'height':300,'commons':{'kind':'circle'}}],'edges':[]}"));
  commons_tables_add (fixture.tables, table, "Ash", "ash.commons");
  apply (&fixture);

  g_assert_cmpuint (commons_board_get_n_nodes (fixture.board), ==, 4);
  g_assert_cmpstr (get_parent_id (fixture.board, find_text (fixture.board, "In the core")), ==, "core");
  g_assert_cmpstr (get_parent_id (fixture.board, commons_board_lookup (fixture.board, "n")), ==, "core");
  g_assert_cmpstr (get_parent_id (fixture.board, find_text (fixture.board, "In the new")), ==, "n");
  g_assert_cmpstr (commons_record_get_string (commons_board_lookup (fixture.board, "n"), "commons/table"), ==, "Ash");
  g_assert_cmpstr (commons_record_get_string (commons_board_lookup (fixture.board, "core"), "commons/notes"), ==, "Ash: THE core");
  assert_nothing_covered (fixture.board);
  end (&fixture);
}

static void
test_words_stay (void)
{
  Fixture fixture;
  g_autoptr (CommonsBoard) table = read_template ();
  g_autofree char *text = NULL;

  set_string (table, "circle-use", "label", "The neighbours");
  set_string (table, "circle-use", "commons/fields/purpose", "Drink the water.");
  set_string (table, "circle-use", "x-own", "kept");
  set_string (table, "project", "text", "Open fountains");
  set_string (table, "", "commons/description", "What the ash says");
  set_string (table, "", "commons/title", "Ash’s canvas");
  set_string (table, "", "x-head", "kept too");

  begin (&fixture, read_template ());
  commons_tables_add (fixture.tables, table, "Ash", "ash.commons");
  apply (&fixture);

  g_assert_cmpstr (commons_record_get_title (commons_board_lookup (fixture.board, "circle-use")), ==, "Public use");
  g_assert_cmpstr (commons_record_get_string (commons_board_lookup (fixture.board, "circle-use"), "commons/notes"), ==,
                   "Ash: The neighbours\n\nAsh: Drink the water.");
  g_assert_cmpstr (commons_record_get_string (commons_board_lookup (fixture.board, "circle-use"), "x-own"), ==, "kept");
  g_assert_cmpstr (get_parent_id (fixture.board, find_text (fixture.board, "Open fountains")), ==, "zone-values");
  text = write_board (fixture.board);
  g_assert_nonnull (strstr (text, "What the ash says"));
  g_assert_nonnull (strstr (text, "Ash’s canvas"));
  g_assert_nonnull (strstr (text, "kept too"));
  end (&fixture);
}

static void
test_hidden_and_unknown (void)
{
  Fixture fixture;
  g_autoptr (CommonsBoard) table =
    read_quoted ("{'nodes':[{'id':'a','type':'text','text':'Secret','x':0,'y':0,'width':204,'height':62,'x-node':[1,{}],"
                 "'commons':{'kind':'value','side':'i','author':'Inès','hidden':true,'x-own':{'a':1}}}],"
                 "'edges':[],'commons':{'format':1}}");
  CommonsRecord *card;

  begin (&fixture, read_template ());
  commons_tables_add (fixture.tables, table, "Ash", "ash.commons");
  apply (&fixture);
  card = find_text (fixture.board, "Secret");
  g_assert_true (commons_record_is_hidden (card));
  g_assert_cmpstr (commons_record_get_string (card, "commons/author"), ==, "Inès");
  g_assert_true (json_object_has_member (commons_record_get_object (card), "x-node"));
  g_assert_cmpint (commons_record_get_int (card, "commons/x-own/a", 0), ==, 1);
  end (&fixture);
}

/* Ids that both have become others, wherever they are named. */
static void
test_ids (void)
{
  static const char text[] =
    "{'nodes':[{'id':'circle','type':'group','label':'%s','x':%d,'y':0,'width':600,'height':600,"
    "'commons':{'kind':'circle','fields':{'rights':[{'resource':'res','right':'access'}]}}},"
    "{'id':'res','type':'text','text':'%s resource','x':%d,'y':200,'width':204,'height':62,'commons':{'kind':'resource'}},"
    "{'id':'who','type':'text','text':'%s who','x':%d,'y':300,'width':204,'height':62,"
    "'commons':{'kind':'licence','fields':{'holder':'res'}}}],"
    "'edges':[{'id':'e','fromNode':'who','toNode':'res','commons':{'link':'relates_to'}}],"
    "'commons':{'format':1,'sheets':{'def1':{'state':'answered','reason':'%s reason','cards':['res']},"
    "'x/odd':{'x-more':'%s more','cards':['who','nobody']}}}}";
  g_autofree char *ours = g_strdup_printf (text, "Ours", 0, "our", 200, "our", 200, "our", "our");
  g_autofree char *theirs = g_strdup_printf (text, "Theirs", 2000, "their", 2200, "their", 2200, "their", "their");
  g_autoptr (CommonsBoard) table = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GPtrArray) odd = NULL;
  g_autofree char *all = NULL;
  CommonsRecord *resource, *who;
  Fixture fixture;

  begin (&fixture, read_quoted (ours));
  table = read_quoted (theirs);
  set_string (table, "circle", "commons/kind", "zone");
  commons_tables_add (fixture.tables, table, "Ash", "ash.commons");
  apply (&fixture);

  resource = find_text (fixture.board, "their resource");
  who = find_text (fixture.board, "their who");
  g_assert_cmpstr (commons_record_get_id (resource), !=, "res");
  g_assert_cmpstr (commons_record_get_string (who, "commons/fields/holder"), ==, commons_record_get_id (resource));
  g_assert_cmpuint (commons_board_get_links (fixture.board, commons_record_get_id (resource))->len, ==, 1);
  g_assert_cmpstr (commons_record_get_id (find_text (fixture.board, "Theirs")), !=, "circle");

  cards = commons_answers_list_cards (fixture.board, "def1");
  g_assert_cmpuint (cards->len, ==, 2);
  g_assert_true (g_ptr_array_index (cards, 1) == resource);
  odd = commons_answers_list_cards (fixture.board, "x/odd");
  g_assert_cmpuint (odd->len, ==, 2);
  g_assert_cmpint (commons_answers_get_state (fixture.board, "def1"), ==, COMMONS_ANSWER_ANSWERED);
  g_assert_cmpstr (commons_answers_get_reason (fixture.board, "def1"), ==, "our reason\nAsh: their reason");
  all = write_board (fixture.board);
  g_assert_nonnull (strstr (all, "their more"));
  end (&fixture);
}

static void
test_states (void)
{
  Fixture fixture;
  g_autoptr (CommonsBoard) table = read_quoted ("{'nodes':[],'edges':[],'commons':{'format':1,'sheets':{"
                                                "'def1':{'state':'answered'},'def2':{'state':'answered'},"
                                                "'def3':{'state':'discuss','reason':'Why not'}}}}");

  begin (&fixture, read_quoted ("{'nodes':[],'edges':[],'commons':{'format':1,'sheets':{"
                                "'def1':{'state':'not_applicable'},'def4':{'state':'answered'}}}}"));
  commons_tables_add (fixture.tables, table, "Ash", "ash.commons");
  apply (&fixture);
  g_assert_cmpint (commons_answers_get_state (fixture.board, "def1"), ==, COMMONS_ANSWER_DISCUSS);
  g_assert_cmpint (commons_answers_get_state (fixture.board, "def2"), ==, COMMONS_ANSWER_ANSWERED);
  g_assert_cmpint (commons_answers_get_state (fixture.board, "def3"), ==, COMMONS_ANSWER_DISCUSS);
  g_assert_cmpstr (commons_answers_get_reason (fixture.board, "def3"), ==, "Ash: Why not");
  g_assert_cmpint (commons_answers_get_state (fixture.board, "def4"), ==, COMMONS_ANSWER_ANSWERED);
  end (&fixture);
}

/* A table whose board was merged before: cards keep the table they are from. */
static void
test_own_tables (void)
{
  Fixture fixture;
  g_autoptr (CommonsBoard) table =
    read_quoted ("{'nodes':[{'id':'a','type':'text','text':'Old','x':0,'y':0,'width':204,'height':62,'commons':{'table':'Blue'}},"
                 "{'id':'b','type':'text','text':'Own','x':0,'y':100,'width':204,'height':62}],"
                 "'edges':[],'commons':{'format':1,'tables':[{'name':'Blue','color':'teal','source':'far.commons'}]}}");

  begin (&fixture, read_quoted ("{'nodes':[],'edges':[],'commons':{'format':1,'tables':[{'name':'Blue','source':'near.commons'}]}}"));
  commons_tables_add (fixture.tables, table, "Ash", "ash.commons");
  apply (&fixture);
  g_assert_cmpstr (commons_record_get_string (find_text (fixture.board, "Old"), "commons/table"), ==, "Blue (Ash)");
  g_assert_cmpstr (commons_record_get_string (find_text (fixture.board, "Own"), "commons/table"), ==, "Ash");
  g_assert_cmpstr (commons_work_table_lookup (fixture.board, "Blue (Ash)")->source, ==, "far.commons");
  g_assert_cmpuint (commons_work_table_lookup (fixture.board, "Blue (Ash)")->color, ==, commons_work_table_find_color ("teal"));
  end (&fixture);
}

static void
test_names_of_tables (void)
{
  Fixture fixture;
  g_autoptr (CommonsBoard) table = commons_board_new ();
  g_autofree char *mark = NULL;
  g_autofree char *other = NULL;

  begin (&fixture, commons_board_new ());
  for (guint i = 0; i < 12; i++)
    commons_tables_add (fixture.tables, table, "Table", "table.commons");
  g_assert_cmpstr (commons_tables_get_name (fixture.tables, 0), ==, "Table");
  g_assert_cmpstr (commons_tables_get_name (fixture.tables, 1), ==, "Table 2");
  for (guint i = 0; i < COMMONS_WORK_TABLE_N_COLORS; i++)
    g_assert_cmpuint (commons_tables_get_color (fixture.tables, i), ==, i);
  g_assert_cmpuint (commons_tables_get_color (fixture.tables, COMMONS_WORK_TABLE_N_COLORS), ==, 0);

  g_assert_true (commons_tables_set_name (fixture.tables, 1, " Blue "));
  g_assert_cmpstr (commons_tables_get_name (fixture.tables, 1), ==, "Blue");
  g_assert_false (commons_tables_set_name (fixture.tables, 2, "  "));
  g_assert_false (commons_tables_set_name (fixture.tables, 2, "BLUE"));
  mark = commons_tables_dup_mark (fixture.tables, 1);
  other = commons_tables_dup_mark (fixture.tables, 3);
  g_assert_cmpstr (mark, ==, "B");
  g_assert_cmpstr (other, ==, "4");
  apply (&fixture);
  g_assert_nonnull (commons_work_table_lookup (fixture.board, "BLUE 2"));
  end (&fixture);
}

static char *
list_groups (GPtrArray *groups)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);

      g_string_append (text, i > 0 ? " | " : "");
      for (guint j = 0; j < group->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " " : "", commons_record_get_id (g_ptr_array_index (group, j)));
    }

  return g_string_free (text, FALSE);
}

static void
test_alike (void)
{
  g_autoptr (CommonsBoard) board = commons_board_new ();
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) across = NULL;
  g_autofree char *found = NULL;
  g_autofree char *found_across = NULL;

  add_card (board, "a", "value", 0, 0, "Free access to water");
  add_card (board, "b", "value", 0, 100, "free ACCESS to waters!");
  add_card (board, "c", "rule", 0, 200, "Free access to water");
  add_card (board, "d", "value", 0, 300, "Water: free access for all");
  add_card (board, "e", "value", 0, 400, "Fire and earth");
  add_card (board, "f", "value", 0, 500, "");
  add_card (board, "g", "value", 0, 600, "Free access to water");
  add_card (board, "h", "value", 0, 700, "Free access to water");
  set_string (board, "g", "commons/status", "dropped");
  add_card (board, "i", "rule", 0, 800, "Fire and earth");
  add_card (board, "j", "rule", 0, 900, "earth & fire");
  groups = commons_alike_list (board);
  found = list_groups (groups);
  g_assert_cmpstr (found, ==, "a b d h | i j");

  /* Where there are tables, what one of them says twice is its own affair. */
  set_string (board, "a", "commons/table", "Ash");
  set_string (board, "i", "commons/table", "Ash");
  set_string (board, "j", "commons/table", "Ash");
  across = commons_alike_list (board);
  found_across = list_groups (across);
  g_assert_cmpstr (found_across, ==, "a b d h");
}

static void
add_alike (CommonsBoard *board,
           const char   *title,
           const char   *body)
{
  g_autofree char *text = g_strconcat (title, "\n", body, NULL);

  add_card (board, "same", "value", -820, -200, text);
  add_card (board, "other", "rule", -100, 200, body);
  add_link (board, "so", "embodies", "other", "same");
  set_string (board, "same", "commons/notes", body);
}

static void
begin_alike (Fixture *fixture)
{
  g_autoptr (CommonsBoard) first = read_template (), second = read_template ();

  add_alike (first, "Answer within a week", "Said by the ash");
  add_alike (second, "Answer within one week", "Told at the birch");
  begin (fixture, read_template ());
  commons_tables_add (fixture->tables, first, "Ash", "ash.commons");
  commons_tables_add (fixture->tables, second, "Birch", "birch.commons");
}

static void
test_merge (void)
{
  Fixture fixture;
  GPtrArray *groups;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  CommonsRecord *joint;
  GPtrArray *links;
  guint n_derived = 0, n_embodied = 0;

  begin_alike (&fixture);
  groups = commons_tables_get_groups (fixture.tables);
  g_assert_cmpuint (groups->len, ==, 1);
  text = commons_alike_propose_text (g_ptr_array_index (groups, 0));
  g_assert_cmpstr (text, ==, "Answer within a week\nAnswer within one week\nSaid by the ash\nTold at the birch");
  g_assert_cmpint (commons_tables_get_choice (fixture.tables, 0, NULL, NULL), ==, COMMONS_TABLES_KEEP_ALL);
  commons_tables_choose (fixture.tables, 0, COMMONS_TABLES_MERGE, NULL, "Answer soon", 80);
  apply (&fixture);

  joint = find_text (fixture.board, "Answer soon");
  g_assert_cmpint (commons_record_get_bounds (joint)->height, ==, 80);
  g_assert_cmpstr (get_parent_id (fixture.board, joint), ==, "zone-values");
  g_assert_null (commons_record_get_string (joint, "commons/notes"));
  commons_work_table_get_names (joint, names);
  g_assert_cmpuint (names->len, ==, 2);
  assert_nothing_covered (fixture.board);

  links = commons_board_get_links (fixture.board, commons_record_get_id (joint));
  for (guint i = 0; i < links->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links, i);
      CommonsRecord *other = commons_board_lookup_node (fixture.board, commons_record_get_to (edge));

      n_embodied += g_strcmp0 (commons_record_get_link (edge), "embodies") == 0;
      if (g_strcmp0 (commons_record_get_link (edge), "derives_from") != 0)
        continue;
      n_derived++;
      g_assert_cmpstr (commons_record_get_status (other), ==, "dropped");
      g_assert_nonnull (commons_record_get_string (other, "commons/notes"));
    }
  g_assert_cmpuint (n_derived, ==, 2);
  g_assert_cmpuint (n_embodied, ==, 2);

  /* What was done is not proposed again. */
  {
    g_autoptr (GPtrArray) again = commons_alike_list (fixture.board);

    g_assert_cmpuint (again->len, ==, 0);
  }
  end (&fixture);
}

static void
test_keep_one (void)
{
  Fixture fixture;
  GPtrArray *group;
  const char *kept = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  begin_alike (&fixture);
  group = g_ptr_array_index (commons_tables_get_groups (fixture.tables), 0);
  first = g_strdup (commons_record_get_id (g_ptr_array_index (group, 0)));
  second = g_strdup (commons_record_get_id (g_ptr_array_index (group, 1)));
  commons_tables_choose (fixture.tables, 0, COMMONS_TABLES_KEEP_ONE, second, NULL, 0);

  /* A choice lasts although the plan is made again. */
  commons_tables_set_name (fixture.tables, 0, "Oak");
  g_assert_cmpint (commons_tables_get_choice (fixture.tables, 0, &kept, NULL), ==, COMMONS_TABLES_KEEP_ONE);
  g_assert_cmpstr (kept, ==, second);
  apply (&fixture);
  g_assert_cmpstr (commons_record_get_status (commons_board_lookup (fixture.board, first)), ==, "dropped");
  g_assert_null (commons_record_get_status (commons_board_lookup (fixture.board, second)));
  g_assert_cmpstr (commons_record_get_string (commons_board_lookup (fixture.board, first), "commons/table"), ==, "Oak");
  end (&fixture);
}

static void
test_keep_all (void)
{
  Fixture fixture;

  begin_alike (&fixture);
  commons_tables_choose (fixture.tables, 0, COMMONS_TABLES_MERGE, NULL, "Answer soon", 0);
  commons_tables_choose (fixture.tables, 0, COMMONS_TABLES_KEEP_ALL, NULL, NULL, 0);
  apply (&fixture);
  for (guint i = 0; i < commons_board_get_n_nodes (fixture.board); i++)
    g_assert_cmpstr (commons_record_get_status (commons_board_get_node (fixture.board, i)), !=, "dropped");
  end (&fixture);
}

/* The board changes while people look at what is alike. */
static void
test_changes_meanwhile (void)
{
  Fixture fixture;

  begin_alike (&fixture);
  commons_tables_get_plan (fixture.tables);
  g_clear_object (&fixture.history);
  add_card (fixture.board, "meanwhile", "value", -820, -200, "Meanwhile");
  g_clear_pointer (&fixture.before, g_free);
  fixture.before = write_board (fixture.board);
  fixture.history = commons_history_new (fixture.board);
  apply (&fixture);
  g_assert_nonnull (find_text (fixture.board, "Meanwhile"));
  assert_nothing_covered (fixture.board);
  end (&fixture);
}

/* Without a table this looks at the board as it is. */
static void
test_no_table (void)
{
  Fixture fixture;

  begin (&fixture, read_template ());
  g_assert_cmpuint (commons_tables_get_groups (fixture.tables)->len, ==, 0);
  g_assert_false (commons_tables_apply (fixture.tables, fixture.editor, "Look"));
  g_assert_false (commons_history_can_undo (fixture.history));
  end (&fixture);
}

static CommonsBoard *
make_large (guint n_cards,
            guint seed)
{
  static const char *const words[] = {
    "water", "public", "access", "fountain", "decide", "together", "weekly", "meeting", "licence", "data",
    "repair", "city", "school", "member", "vote", "share", "budget", "open", "local", "network",
  };
  CommonsBoard *board = read_template ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *id = g_strdup_printf ("card-%u", i);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < 5; j++)
        g_string_append_printf (text, "%s ", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      g_string_append_printf (text, "%u", g_rand_int_range (random, 100, 100000));
      add_card (board, id, i % 2 ? "value" : "rule", g_rand_int_range (random, -800, 900), g_rand_int_range (random, -400, 700),
                text->str);
    }

  return board;
}

/* Eight tables of three hundred cards. No step may be long: the window works
 * one of them off between two frames. */
static void
test_large (void)
{
  Fixture fixture;
  g_autoptr (GTimer) timer = g_timer_new ();
  double longest = 0;
  gboolean more = TRUE;

  begin (&fixture, read_template ());
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (CommonsBoard) table = make_large (300, i + 1);
      g_autofree char *name = g_strdup_printf ("Table %u", i + 1);

      commons_tables_add (fixture.tables, table, name, "large.commons");
    }

  while (more)
    {
      g_timer_start (timer);
      more = commons_tables_step (fixture.tables);
      g_test_message ("step: %.1f ms", g_timer_elapsed (timer, NULL) * 1000);
      longest = MAX (longest, g_timer_elapsed (timer, NULL));
    }
  g_test_message ("longest step: %.1f ms, %u groups", longest * 1000, commons_tables_get_groups (fixture.tables)->len);
  g_timer_start (timer);
  apply (&fixture);
  g_test_message ("applied, undone, redone: %.1f ms", g_timer_elapsed (timer, NULL) * 1000);
  g_assert_cmpuint (commons_board_get_n_nodes (fixture.board), >=, 2400);
  assert_nothing_covered (fixture.board);
  end (&fixture);
}

/* For the check against the schema. */
static int
write_merged (const char *path)
{
  Fixture fixture;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  begin_alike (&fixture);
  commons_tables_choose (fixture.tables, 0, COMMONS_TABLES_MERGE, NULL, "Answer soon", 0);
  commons_tables_apply (fixture.tables, fixture.editor, "Merge Tables");
  text = write_board (fixture.board);
  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
  end (&fixture);

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--board"))
    return write_merged (argv[2]);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tables/template", test_template);
  g_test_add_func ("/tables/empty", test_empty);
  g_test_add_func ("/tables/zones", test_zones);
  g_test_add_func ("/tables/names", test_names);
  g_test_add_func ("/tables/words-stay", test_words_stay);
  g_test_add_func ("/tables/hidden-and-unknown", test_hidden_and_unknown);
  g_test_add_func ("/tables/ids", test_ids);
  g_test_add_func ("/tables/states", test_states);
  g_test_add_func ("/tables/own-tables", test_own_tables);
  g_test_add_func ("/tables/names-of-tables", test_names_of_tables);
  g_test_add_func ("/tables/alike", test_alike);
  g_test_add_func ("/tables/merge", test_merge);
  g_test_add_func ("/tables/keep-one", test_keep_one);
  g_test_add_func ("/tables/keep-all", test_keep_all);
  g_test_add_func ("/tables/changes-meanwhile", test_changes_meanwhile);
  g_test_add_func ("/tables/no-table", test_no_table);
  g_test_add_func ("/tables/large", test_large);

  return g_test_run ();
}

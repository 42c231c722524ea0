/* test-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "commons-merge.h"
#include "core-fixture.h"

/* A copy of a board, to be edited on its own. */
static CommonsBoard *
copy_board (CommonsBoard *board)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    g_ptr_array_add (nodes, commons_board_get_node (board, i));
  for (guint i = 0; i < commons_board_get_n_edges (board); i++)
    g_ptr_array_add (edges, commons_board_get_edge (board, i));

  return commons_board_new_from_records (commons_board_get_head (board), nodes, edges);
}

typedef struct
{
  CommonsBoard  *base;
  CommonsBoard  *ours;
  CommonsBoard  *theirs;
  CommonsEditor *our_editor;
  CommonsEditor *their_editor;
} Copies;

static void
copies_init (Copies       *self,
             CommonsBoard *base)
{
  self->base = g_object_ref (base);
  self->ours = copy_board (base);
  self->theirs = copy_board (base);
  self->our_editor = commons_editor_new (self->ours);
  self->their_editor = commons_editor_new (self->theirs);
}

static void
copies_clear (Copies *self)
{
  g_clear_object (&self->our_editor);
  g_clear_object (&self->their_editor);
  g_clear_object (&self->ours);
  g_clear_object (&self->theirs);
  g_clear_object (&self->base);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copies, copies_clear)

static void
set_up (Copies *self)
{
  g_autoptr (CommonsBoard) base = fixture_board ();

  copies_init (self, base);
}

static void
set_member (CommonsEditor *editor,
            const char    *id,
            const char    *path,
            JsonNode      *value)
{
  CommonsRecord *record = commons_board_lookup (commons_editor_get_board (editor), id);
  g_autoptr (CommonsRecord) changed = commons_record_with (record, path, value);

  commons_editor_begin (editor, "Set", NULL);
  commons_editor_set (editor, changed);
  commons_editor_commit (editor);
}

static void
set_words (CommonsEditor *editor,
           const char    *id,
           const char    *path,
           const char    *json)
{
  set_member (editor, id, path, json_from_string (json, NULL));
}

static void
move (CommonsEditor *editor,
      const char    *id,
      int            x,
      int            y,
      int            grow)
{
  CommonsRecord *record = commons_board_lookup (commons_editor_get_board (editor), id);
  CommonsRect bounds = *commons_record_get_bounds (record);
  g_autoptr (CommonsRecord) changed = NULL;

  bounds.x = x;
  bounds.y = y;
  bounds.width += grow;
  changed = commons_record_with_bounds (record, &bounds);
  commons_editor_begin (editor, "Move", NULL);
  commons_editor_set (editor, changed);
  commons_editor_commit (editor);
}

static void
assert_merges (CommonsBoard *base,
               CommonsBoard *ours,
               CommonsBoard *theirs,
               CommonsBoard *expected)
{
  g_autoptr (CommonsMerge) merge = commons_merge_new (base, ours, theirs);
  g_autoptr (CommonsBoard) merged = commons_merge_make_board (merge);
  g_autofree char *said = fixture_dump (merged);
  g_autofree char *wanted = fixture_dump (expected);

  g_assert_cmpuint (commons_merge_get_n_conflicts (merge), ==, 0);
  g_assert_cmpstr (said, ==, wanted);
}

/* Decides what is written in the board, not what the merge remembers. */
static void
decide_all (CommonsEditor *editor,
            gboolean       theirs)
{
  g_autoptr (GPtrArray) open = commons_conflicts_list (commons_editor_get_board (editor));
  g_autoptr (GPtrArray) left = NULL;

  g_assert_cmpuint (open->len, >, 0);
  for (guint i = 0; i < open->len; i++)
    g_assert_true (commons_conflict_decide (g_ptr_array_index (open, i), editor, theirs));

  left = commons_conflicts_list (commons_editor_get_board (editor));
  g_assert_cmpuint (left->len, ==, 0);
}

static void
test_one_side (void)
{
  g_auto (Copies) copies = { 0 };

  set_up (&copies);
  fixture_write (copies.our_editor, "a", "Changed\nhere", NULL);
  fixture_remove (copies.our_editor, "c");
  commons_editor_begin (copies.our_editor, "Order", NULL);
  commons_editor_reorder (copies.our_editor, "b", 1);
  commons_editor_commit (copies.our_editor);

  assert_merges (copies.base, copies.ours, copies.base, copies.ours);
  assert_merges (copies.base, copies.base, copies.ours, copies.ours);
  assert_merges (copies.base, copies.ours, copies.ours, copies.ours);
}

static void
test_members_apart (void)
{
  g_auto (Copies) copies = { 0 };
  g_autoptr (CommonsMerge) merge = NULL;
  g_autoptr (CommonsBoard) merged = NULL;
  CommonsRecord *record;

  set_up (&copies);
  fixture_write (copies.our_editor, "a", "Our words", NULL);
  move (copies.our_editor, "b", 500, 500, 0);
  set_words (copies.our_editor, "a", "commons/tags", "[\"one\",\"two\"]");
  move (copies.their_editor, "a", 700, 20, 0);
  move (copies.their_editor, "b", commons_record_get_bounds (commons_board_lookup (copies.base, "b"))->x,
        commons_record_get_bounds (commons_board_lookup (copies.base, "b"))->y, 60);
  set_words (copies.their_editor, "a", "commons/fields", "{\"purpose\":\"theirs\"}");

  merge = commons_merge_new (copies.base, copies.ours, copies.theirs);
  merged = commons_merge_make_board (merge);
  g_assert_cmpuint (commons_merge_get_n_conflicts (merge), ==, 0);

  record = commons_board_lookup (merged, "a");
  g_assert_cmpstr (commons_record_get_text (record), ==, "Our words");
  g_assert_cmpint (commons_record_get_bounds (record)->x, ==, 700);
  g_assert_cmpstr (commons_record_get_string (record, "commons/fields/purpose"), ==, "theirs");

  record = commons_board_lookup (merged, "b");
  g_assert_cmpint (commons_record_get_bounds (record)->x, ==, 500);
  g_assert_cmpint (commons_record_get_bounds (record)->width, ==,
                   commons_record_get_bounds (commons_board_lookup (copies.theirs, "b"))->width);
}

static void
test_words (void)
{
  g_auto (Copies) copies = { 0 };
  g_autoptr (CommonsBoard) base = fixture_board ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (base);
  g_autoptr (CommonsMerge) merge = NULL;
  g_autoptr (CommonsBoard) merged = NULL;
  g_autofree char *said = NULL;

  set_words (editor, "a", "commons/tags", "[\"kept\",\"gone\",\"left\"]");
  copies_init (&copies, base);
  set_words (copies.our_editor, "a", "commons/tags", "[\"kept\",\"ours\",\"left\"]");
  set_words (copies.their_editor, "a", "commons/tags", "[\"kept\",\"gone\",\"left\",\"theirs\"]");

  merge = commons_merge_new (copies.base, copies.ours, copies.theirs);
  merged = commons_merge_make_board (merge);
  said = fixture_say (commons_board_lookup (merged, "a"));

  g_assert_cmpuint (commons_merge_get_n_conflicts (merge), ==, 0);
  g_assert_nonnull (strstr (said, "'tags':['kept','ours','left','theirs']"));
}

static void
test_same_member (void)
{
  g_auto (Copies) copies = { 0 };
  g_autoptr (CommonsMerge) merge = NULL;
  g_autoptr (CommonsHistory) history = NULL;
  g_autoptr (CommonsChangeSet) undone = NULL;
  const CommonsConflict *conflict;
  g_autofree char *before = NULL;

  set_up (&copies);
  fixture_write (copies.our_editor, "a", "Ours", NULL);
  fixture_write (copies.their_editor, "a", "Theirs", NULL);
  before = fixture_dump (copies.ours);

  merge = commons_merge_new (copies.base, copies.ours, copies.theirs);
  g_assert_cmpuint (commons_merge_get_n_conflicts (merge), ==, 1);
  conflict = commons_merge_get_conflict (merge, 0);
  g_assert_cmpint (conflict->kind, ==, COMMONS_CONFLICT_MEMBER);
  g_assert_cmpstr (conflict->id, ==, "a");
  g_assert_cmpstr (conflict->names[0], ==, "text");
  g_assert_cmpstr (json_node_get_string (conflict->ours), ==, "Ours");
  g_assert_cmpstr (json_node_get_string (conflict->theirs), ==, "Theirs");

  history = commons_history_new (copies.ours);
  commons_editor_begin (copies.our_editor, "Merge", NULL);
  commons_merge_apply (merge, copies.our_editor);
  decide_all (copies.our_editor, TRUE);
  commons_editor_commit (copies.our_editor);
  g_assert_cmpstr (commons_record_get_text (commons_board_lookup (copies.ours, "a")), ==, "Theirs");

  undone = commons_history_undo (history);
  fixture_assert_says (fixture_dump (copies.ours), before);
}

static void
keep_both (Copies *copies)
{
  g_autoptr (GPtrArray) conflicts = commons_conflicts_list (copies->ours);

  commons_editor_begin (copies->our_editor, "Both", NULL);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const CommonsConflict *conflict = g_ptr_array_index (conflicts, i);

      if (commons_conflict_has_both (conflict, copies->ours, commons_catalogue_get ("en")))
        g_assert_true (commons_conflict_keep_both (conflict, copies->our_editor));
    }
  commons_editor_commit (copies->our_editor);

  /* It was decided before. */
  if (conflicts->len > 0)
    {
      commons_editor_begin (copies->our_editor, "Again", NULL);
      g_assert_false (commons_conflict_keep_both (g_ptr_array_index (conflicts, 0), copies->our_editor));
      commons_editor_commit (copies->our_editor);
    }
}

/* Lines of both are kept once, and names stand beside each other; what is
 * chosen from a list can only be one. */
static void
test_keep_both (void)
{
  g_auto (Copies) copies = { 0 };
  g_autoptr (CommonsMerge) merge = NULL;
  g_autoptr (GPtrArray) left = NULL;
  CommonsRecord *head;

  set_up (&copies);
  fixture_write (copies.our_editor, "a", "Title\nOur line", NULL);
  fixture_write (copies.their_editor, "a", "Title\nTheir line", NULL);
  set_member (copies.our_editor, "a", "commons/status", json_node_init_string (json_node_alloc (), "agreed"));
  set_member (copies.their_editor, "a", "commons/status", json_node_init_string (json_node_alloc (), "proposed"));
  set_member (copies.our_editor, "", "commons/title", json_node_init_string (json_node_alloc (), "Wells"));
  set_member (copies.their_editor, "", "commons/title", json_node_init_string (json_node_alloc (), "Fountains"));

  merge = commons_merge_new (copies.base, copies.ours, copies.theirs);
  g_assert_cmpuint (commons_merge_get_n_conflicts (merge), ==, 3);
  commons_editor_begin (copies.our_editor, "Merge", NULL);
  commons_merge_apply (merge, copies.our_editor);
  commons_editor_commit (copies.our_editor);
  keep_both (&copies);

  head = commons_board_get_head (copies.ours);
  g_assert_cmpstr (commons_record_get_text (commons_board_lookup (copies.ours, "a")), ==, "Title\nOur line\nTheir line");
  g_assert_cmpstr (commons_record_get_string (head, "commons/title"), ==, "Wells / Fountains");
  left = commons_conflicts_list (copies.ours);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (commons_record_get_status (commons_board_lookup (copies.ours, "a")), ==, "agreed");
}

static void
test_two_places (void)
{
  g_auto (Copies) copies = { 0 };
  g_autoptr (CommonsMerge) merge = NULL;
  const CommonsConflict *conflict;

  set_up (&copies);
  move (copies.our_editor, "a", 2000, 0, 0);
  move (copies.their_editor, "a", -2000, 0, 0);
  move (copies.our_editor, "b", 300, 300, 0);
  move (copies.their_editor, "b", 303, 300, 0);

  merge = commons_merge_new (copies.base, copies.ours, copies.theirs);
  g_assert_cmpuint (commons_merge_get_n_conflicts (merge), ==, 1);
  conflict = commons_merge_get_conflict (merge, 0);
  g_assert_cmpstr (conflict->names[0], ==, "x");

  commons_editor_begin (copies.our_editor, "Merge", NULL);
  commons_merge_apply (merge, copies.our_editor);
  decide_all (copies.our_editor, TRUE);
  commons_editor_commit (copies.our_editor);
  g_assert_cmpint (commons_record_get_bounds (commons_board_lookup (copies.ours, "a"))->x, ==, -2000);
  g_assert_cmpint (commons_record_get_bounds (commons_board_lookup (copies.ours, "b"))->x, ==, 300);
}

/* What one side removed and the other changed, or linked, stays. */
static void
test_removed (void)
{
  g_auto (Copies) copies = { 0 };
  g_autoptr (CommonsMerge) merge = NULL;
  g_autoptr (CommonsBoard) merged = NULL;
  g_autoptr (CommonsRecord) edge = fixture_edge ("new", "a", "b");
  const CommonsConflict *conflict;

  set_up (&copies);
  fixture_remove (copies.our_editor, "b");
  fixture_remove (copies.our_editor, "c");
  fixture_add (copies.their_editor, edge, NULL);
  fixture_write (copies.their_editor, "a", "Changed", NULL);
  fixture_remove (copies.our_editor, "a");

  merge = commons_merge_new (copies.base, copies.ours, copies.theirs);
  merged = commons_merge_make_board (merge);

  g_assert_nonnull (commons_board_lookup (merged, "a"));
  g_assert_nonnull (commons_board_lookup (merged, "b"));
  g_assert_null (commons_board_lookup (merged, "c"));
  g_assert_nonnull (commons_board_lookup (merged, "ab"));
  g_assert_nonnull (commons_board_lookup (merged, "new"));

  g_assert_cmpuint (commons_merge_get_n_conflicts (merge), ==, 2);
  conflict = commons_merge_get_conflict (merge, 0);
  g_assert_cmpint (conflict->kind, ==, COMMONS_CONFLICT_REMOVED_OURS);
  g_assert_null (conflict->names);

  commons_editor_begin (copies.our_editor, "Merge", NULL);
  commons_merge_apply (merge, copies.our_editor);
  decide_all (copies.our_editor, FALSE);
  commons_editor_commit (copies.our_editor);
  g_assert_null (commons_board_lookup (copies.ours, "a"));
  g_assert_null (commons_board_lookup (copies.ours, "b"));
  fixture_check (copies.ours);
}

static void
test_same_link_twice (void)
{
  g_auto (Copies) copies = { 0 };
  g_autoptr (CommonsMerge) merge = NULL;
  g_autoptr (CommonsBoard) merged = NULL;
  g_autoptr (CommonsBoard) other = NULL;
  g_autoptr (CommonsMerge) back = NULL;
  g_autoptr (CommonsRecord) ours = fixture_edge ("mine", "a", "c");
  g_autoptr (CommonsRecord) theirs = fixture_edge ("also", "a", "c");

  set_up (&copies);
  fixture_add (copies.our_editor, ours, NULL);
  fixture_add (copies.their_editor, theirs, NULL);

  merge = commons_merge_new (copies.base, copies.ours, copies.theirs);
  merged = commons_merge_make_board (merge);
  back = commons_merge_new (copies.base, copies.theirs, copies.ours);
  other = commons_merge_make_board (back);

  fixture_assert_says (fixture_ids (merged), "ring a b c | ab bc cc also");
  fixture_assert_says (fixture_ids (other), "ring a b c | ab bc cc also");
}

/* A card of one side and a link of the other with one id. */
static void
test_same_id (void)
{
  g_auto (Copies) copies = { 0 };
  g_autoptr (CommonsMerge) merge = NULL;
  g_autoptr (CommonsBoard) merged = NULL;
  g_autoptr (CommonsRecord) node = fixture_node ("twin", "rule", 0, 0, 200, 60);
  g_autoptr (CommonsRecord) edge = fixture_edge ("twin", "a", "b");

  set_up (&copies);
  fixture_add (copies.our_editor, node, NULL);
  fixture_add (copies.their_editor, edge, NULL);

  merge = commons_merge_new (copies.base, copies.ours, copies.theirs);
  merged = commons_merge_make_board (merge);
  g_assert_cmpuint (commons_board_get_n_nodes (merged), ==, 5);
  g_assert_cmpuint (commons_board_get_n_edges (merged), ==, 4);
  fixture_check (merged);
}

static void
test_head (void)
{
  g_auto (Copies) copies = { 0 };
  g_autoptr (CommonsMerge) merge = NULL;
  g_autoptr (CommonsBoard) merged = NULL;

  set_up (&copies);
  set_words (copies.our_editor, "", "commons/sheets", "{\"def1\":{\"state\":\"answered\",\"cards\":[\"a\"]}}");
  set_words (copies.their_editor, "", "commons/sheets", "{\"def1\":{\"cards\":[\"b\"]},\"def2\":{\"state\":\"discuss\"}}");

  merge = commons_merge_new (copies.base, copies.ours, copies.theirs);
  merged = commons_merge_make_board (merge);
  g_assert_cmpuint (commons_merge_get_n_conflicts (merge), ==, 0);
  g_assert_cmpstr (commons_record_get_string (commons_board_get_head (merged), "commons/sheets/def1/state"), ==,
                   "answered");
  g_assert_cmpstr (commons_record_get_string (commons_board_get_head (merged), "commons/sheets/def2/state"), ==,
                   "discuss");
}

/* Random edits. */

#define N_CARDS 30
#define N_EDITS 25

static char *
random_id (CommonsBoard *board,
           gboolean      node)
{
  guint n = node ? commons_board_get_n_nodes (board) : commons_board_get_n_edges (board);

  if (n == 0)
    return NULL;

  return g_strdup (commons_record_get_id (node ? commons_board_get_node (board, (guint) g_test_rand_int_range (0, (gint32) n))
                                               : commons_board_get_edge (board, (guint) g_test_rand_int_range (0, (gint32) n))));
}

static void
random_edit (CommonsEditor *editor)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autofree char *id = random_id (board, TRUE);
  g_autofree char *other = random_id (board, TRUE);
  g_autofree char *link = random_id (board, FALSE);
  g_autofree char *name = commons_record_new_id ();
  g_autofree char *words = g_strdup_printf ("Words %d", g_test_rand_int_range (0, 1000));
  g_autoptr (CommonsRecord) record = NULL;

  switch (id != NULL ? g_test_rand_int_range (0, 8) : 0)
    {
    case 0:
      record = fixture_node (name, "rule", g_test_rand_int_range (-900, 900), 0, 200, 60);
      fixture_add (editor, record, NULL);
      break;
    case 1:
      fixture_write (editor, id, words, NULL);
      break;
    case 2:
      move (editor, id, g_test_rand_int_range (-900, 900), g_test_rand_int_range (-900, 900), 0);
      break;
    case 3:
      fixture_remove (editor, id);
      break;
    case 4:
      record = fixture_edge (name, id, other);
      fixture_add (editor, record, NULL);
      break;
    case 5:
      if (link != NULL)
        fixture_remove (editor, link);
      break;
    case 6:
      set_member (editor, id, g_test_rand_bit () ? "commons/fields/purpose" : "commons/status",
                  json_node_init_string (json_node_alloc (), words));
      break;
    default:
      commons_editor_begin (editor, "Order", NULL);
      commons_editor_reorder (editor, id, (guint) g_test_rand_int_range (0, N_CARDS));
      commons_editor_commit (editor);
      break;
    }
}

static CommonsBoard *
random_board (void)
{
  CommonsBoard *board = commons_board_new ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);

  for (guint i = 0; i < N_CARDS; i++)
    {
      g_autofree char *id = g_strdup_printf ("card-%u", i);
      g_autoptr (CommonsRecord) record = fixture_node (id, "value", (int) i * 30, 0, 200, 60);

      fixture_add (editor, record, NULL);
    }
  for (guint i = 0; i < N_CARDS; i++)
    random_edit (editor);

  return board;
}

static gboolean
has_conflict (CommonsMerge *merge,
              const char   *id)
{
  for (guint i = 0; i < commons_merge_get_n_conflicts (merge); i++)
    {
      if (g_str_equal (commons_merge_get_conflict (merge, i)->id, id))
        return TRUE;
    }

  return FALSE;
}

/* What a side made or changed is in the result, or in a conflict. */
static void
assert_kept (CommonsMerge *merge,
             CommonsBoard *merged,
             CommonsBoard *base,
             CommonsBoard *side,
             CommonsBoard *other)
{
  for (guint i = 0; i < commons_board_get_n_nodes (side); i++)
    {
      CommonsRecord *record = commons_board_get_node (side, i);
      const char *id = commons_record_get_id (record);
      CommonsRecord *before = commons_board_lookup (base, id);
      CommonsRecord *after = commons_board_lookup (merged, id);

      if (before != NULL && commons_record_equal (before, record))
        continue;

      g_assert_nonnull (after);
      if (has_conflict (merge, id))
        continue;
      if (commons_board_lookup (other, id) == NULL || before == NULL ||
          commons_record_equal (before, commons_board_lookup (other, id)))
        g_assert_true (commons_record_equal (after, record));
      else if (g_strcmp0 (commons_record_get_text (record), commons_record_get_text (before)) != 0)
        g_assert_cmpstr (commons_record_get_text (after), ==, commons_record_get_text (record));
    }
}

static gboolean
both_moved (Copies     *copies,
            const char *id)
{
  CommonsRecord *records[] = { commons_board_lookup_node (copies->base, id), commons_board_lookup_node (copies->ours, id),
                               commons_board_lookup_node (copies->theirs, id) };
  const CommonsRect *bounds[3];

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      if (records[i] == NULL)
        return FALSE;
      bounds[i] = commons_record_get_bounds (records[i]);
    }

  return memcmp (bounds[0], bounds[1], sizeof (CommonsRect)) != 0 &&
         memcmp (bounds[0], bounds[2], sizeof (CommonsRect)) != 0;
}

static void
assert_same_record (Copies        *copies,
                    CommonsRecord *record,
                    CommonsRecord *other)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), commons_record_get_object (record));
  g_autoptr (JsonNode) twin = NULL;

  g_assert_nonnull (other);
  if (both_moved (copies, commons_record_get_id (record)))
    return;

  /* In whatever order their members came. */
  twin = json_node_init_object (json_node_alloc (), commons_record_get_object (other));
  g_assert_true (json_node_equal (node, twin));
}

/* Without conflict, whoever merges gets the same cards and links. */
static void
assert_same_content (Copies       *copies,
                     CommonsBoard *a,
                     CommonsBoard *b)
{
  g_assert_cmpuint (commons_board_get_n_nodes (a), ==, commons_board_get_n_nodes (b));
  g_assert_cmpuint (commons_board_get_n_edges (a), ==, commons_board_get_n_edges (b));

  for (guint i = 0; i < commons_board_get_n_nodes (a); i++)
    assert_same_record (copies, commons_board_get_node (a, i),
                        commons_board_lookup (b, commons_record_get_id (commons_board_get_node (a, i))));
  for (guint i = 0; i < commons_board_get_n_edges (a); i++)
    assert_same_record (copies, commons_board_get_edge (a, i),
                        commons_board_lookup (b, commons_record_get_id (commons_board_get_edge (a, i))));
}

static void
try_copies (Copies *copies,
            guint  *n_clean)
{
  g_autoptr (CommonsMerge) merge = commons_merge_new (copies->base, copies->ours, copies->theirs);
  g_autoptr (CommonsMerge) back = commons_merge_new (copies->base, copies->theirs, copies->ours);
  g_autoptr (CommonsBoard) merged = commons_merge_make_board (merge);
  g_autoptr (CommonsBoard) other = commons_merge_make_board (back);
  g_autoptr (CommonsHistory) history = commons_history_new (copies->ours);
  g_autofree char *before = fixture_dump (copies->ours);
  g_autofree char *wanted = fixture_dump (merged);
  g_autoptr (CommonsChangeSet) undone = NULL;

  fixture_check (merged);
  assert_kept (merge, merged, copies->base, copies->ours, copies->theirs);
  assert_kept (merge, merged, copies->base, copies->theirs, copies->ours);
  g_assert_cmpuint (commons_merge_get_n_conflicts (merge), ==, commons_merge_get_n_conflicts (back));
  if (commons_merge_get_n_conflicts (merge) == 0)
    {
      assert_same_content (copies, merged, other);
      (*n_clean)++;
    }

  commons_editor_begin (copies->our_editor, "Merge", NULL);
  commons_merge_apply (merge, copies->our_editor);
  if (commons_editor_commit (copies->our_editor))
    {
      fixture_assert_says (fixture_dump (copies->ours), wanted);
      undone = commons_history_undo (history);
    }
  fixture_assert_says (fixture_dump (copies->ours), before);
}

static void
test_random (void)
{
  guint n_clean = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (CommonsBoard) base = random_board ();
      g_auto (Copies) copies = { 0 };
      gint32 n_edits = g_test_rand_int_range (1, N_EDITS);

      copies_init (&copies, base);
      for (gint32 j = 0; j < n_edits; j++)
        {
          random_edit (copies.our_editor);
          random_edit (copies.their_editor);
        }

      assert_merges (copies.base, copies.ours, copies.base, copies.ours);
      assert_merges (copies.base, copies.base, copies.theirs, copies.theirs);
      assert_merges (copies.base, copies.ours, copies.ours, copies.ours);
      try_copies (&copies, &n_clean);
    }

  /* Else the runs say nothing of merges without conflict. */
  g_assert_cmpuint (n_clean, >, 20);
}

/* A member that only one side touches, with words that say whose they are. */
static void
edit_own_member (CommonsEditor *editor,
                 gboolean       ours,
                 GHashTable    *written)
{
  static const char *const paths[2][3] = {
    { "color", "commons/fields/purpose", "commons/fields/limits" },
    { "text", "commons/status", "commons/fields/means" },
  };
  g_autofree char *id = random_id (commons_editor_get_board (editor), TRUE);
  g_autofree char *words = g_strdup_printf ("%s %d", ours ? "Ours" : "Theirs", g_test_rand_int_range (0, 100000));
  const char *path = paths[ours][g_test_rand_int_range (0, 3)];

  set_member (editor, id, path, json_node_init_string (json_node_alloc (), words));
  g_hash_table_replace (written, g_strdup_printf ("%s %s", id, path), g_steal_pointer (&words));
}

static void
assert_written (CommonsBoard *merged,
                GHashTable   *written)
{
  GHashTableIter iter;
  const char *where;
  const char *words;

  g_hash_table_iter_init (&iter, written);
  while (g_hash_table_iter_next (&iter, (gpointer *) &where, (gpointer *) &words))
    {
      g_auto (GStrv) parts = g_strsplit (where, " ", 2);

      g_assert_cmpstr (commons_record_get_string (commons_board_lookup (merged, parts[0]), parts[1]), ==, words);
    }
}

/* Members that are not the same never stand in each other's way, not even on
 * one card. */
static void
test_random_members (void)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (CommonsBoard) base = random_board ();
      g_autoptr (GHashTable) written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_auto (Copies) copies = { 0 };
      g_autoptr (CommonsMerge) merge = NULL;
      guint n_clean = 0;

      copies_init (&copies, base);
      for (guint j = 0; j < N_EDITS; j++)
        {
          edit_own_member (copies.our_editor, TRUE, written);
          edit_own_member (copies.their_editor, FALSE, written);
        }

      merge = commons_merge_new (copies.base, copies.ours, copies.theirs);
      g_assert_cmpuint (commons_merge_get_n_conflicts (merge), ==, 0);

      /* The other way round, applied and undone. */
      try_copies (&copies, &n_clean);
      g_assert_cmpuint (n_clean, ==, 1);

      commons_editor_begin (copies.our_editor, "Merge", NULL);
      commons_merge_apply (merge, copies.our_editor);
      commons_editor_commit (copies.our_editor);
      assert_written (copies.ours, written);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/one-side", test_one_side);
  g_test_add_func ("/merge/members-apart", test_members_apart);
  g_test_add_func ("/merge/words", test_words);
  g_test_add_func ("/merge/same-member", test_same_member);
  g_test_add_func ("/merge/two-places", test_two_places);
  g_test_add_func ("/merge/removed", test_removed);
  g_test_add_func ("/merge/same-link-twice", test_same_link_twice);
  g_test_add_func ("/merge/same-id", test_same_id);
  g_test_add_func ("/merge/head", test_head);
  g_test_add_func ("/merge/keep-both", test_keep_both);
  g_test_add_func ("/merge/random", test_random);
  g_test_add_func ("/merge/random-members", test_random_members);

  return g_test_run ();
}

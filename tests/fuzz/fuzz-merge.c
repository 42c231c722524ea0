/* fuzz-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three boards of one input, put together: what one side left alone comes out
 * as the other has it, nothing that was added disappears, and the result is a
 * board whatever they were.
 *
 * The input is the three files, base, ours and theirs, with a byte 0x1e between
 * them; one that is missing or does not read is as base is. What follows a
 * third 0x1e are changes, of four bytes each, made to ours and theirs.
 */

#include "config.h"

#include <string.h>

#include "commons-editor.h"
#include "commons-merge.h"
#include "commons-reader.h"
#include "commons-words.h"
#include "commons-writer.h"
#include "fuzz-support.h"

#define SEPARATOR 0x1e
#define MAX_CHANGES 64

enum { BASE, OURS, THEIRS, CHANGES, N_PARTS };

typedef struct
{
  const guint8 *data;
  size_t        length;
} Part;

static void
split (const guint8 *data,
       size_t        length,
       Part          parts[N_PARTS])
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      const guint8 *end = i < CHANGES && length > 0 ? memchr (data, SEPARATOR, length) : NULL;

      parts[i].data = data;
      parts[i].length = end != NULL ? (size_t) (end - data) : length;
      data += parts[i].length + (end != NULL);
      length -= parts[i].length + (end != NULL);
    }
}

static CommonsBoard *
read_part (const Part *part)
{
  g_autoptr (GBytes) bytes = g_bytes_new (part->data, part->length);

  return commons_reader_read (bytes, NULL, NULL);
}

static CommonsBoard *
read_copy (const Part *part,
           const Part *base)
{
  CommonsBoard *board = part->length > 0 ? read_part (part) : NULL;

  return board != NULL ? board : read_part (base);
}

static CommonsRecord *
choose (CommonsBoard *board,
        guint8        which)
{
  guint n_nodes = commons_board_get_n_nodes (board);
  guint n = n_nodes + commons_board_get_n_edges (board);

  if (n == 0)
    return NULL;

  return which % n < n_nodes ? commons_board_get_node (board, which % n)
                             : commons_board_get_edge (board, which % n - n_nodes);
}

static void
write_member (CommonsEditor *editor,
              CommonsRecord *record,
              guint8         value)
{
  static const char *const paths[] = { "text", "label", "commons/kind", "commons/fields/purpose", "color", "commons/tags" };
  g_autofree char *text = g_strdup_printf ("%u", value / 8);
  JsonNode *node = json_node_init_string (json_node_alloc (), text);
  g_autoptr (CommonsRecord) changed = commons_record_with (record, paths[value % G_N_ELEMENTS (paths)], node);

  commons_editor_set (editor, changed);
}

static void
move (CommonsEditor *editor,
      CommonsRecord *record,
      guint8         value)
{
  CommonsRect bounds;
  g_autoptr (CommonsRecord) moved = NULL;

  if (commons_record_get_table (record) != COMMONS_TABLE_NODES)
    return;

  bounds = *commons_record_get_bounds (record);
  bounds.x = CLAMP (bounds.x + 100 * (value / 16) - 800, -COMMONS_COORD_MAX, COMMONS_COORD_MAX);
  bounds.width = MIN (bounds.width + value % 16, COMMONS_COORD_MAX);
  moved = commons_record_with_bounds (record, &bounds);
  commons_editor_set (editor, moved);
}

/* A card goes with its links, as everywhere in the program. */
static void
take_away (CommonsEditor *editor,
           CommonsRecord *record)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  g_autofree char *id = g_strdup (commons_record_get_id (record));

  for (guint i = commons_board_get_n_edges (board); i > 0; i--)
    {
      CommonsRecord *edge = commons_board_get_edge (board, i - 1);

      if (strcmp (commons_record_get_from (edge), id) == 0 || strcmp (commons_record_get_to (edge), id) == 0)
        commons_editor_remove (editor, commons_record_get_id (edge));
    }

  if (commons_board_lookup (board, id) != NULL)
    commons_editor_remove (editor, id);
}

static void
change (CommonsEditor *editor,
        const guint8   bytes[4])
{
  CommonsRecord *record = choose (commons_editor_get_board (editor), bytes[1]);
  g_autoptr (CommonsRecord) copy = NULL;
  g_autofree char *id = NULL;

  if (record == NULL)
    return;

  switch (bytes[2] % 5)
    {
    case 0:
      take_away (editor, record);
      break;

    case 1:
      move (editor, record, bytes[3]);
      break;

    case 2:
      id = g_strdup_printf ("new-%u", bytes[3]);
      copy = commons_record_with_id (record, id);
      if (commons_board_lookup (commons_editor_get_board (editor), id) == NULL)
        commons_editor_add (editor, copy);
      break;

    case 3:
      commons_editor_reorder (editor, commons_record_get_id (record),
                              bytes[3] % (commons_record_get_table (record) == COMMONS_TABLE_NODES
                                          ? commons_board_get_n_nodes (commons_editor_get_board (editor))
                                          : commons_board_get_n_edges (commons_editor_get_board (editor))));
      break;

    default:
      write_member (editor, record, bytes[3]);
    }
}

static void
make_changes (CommonsBoard *boards[3],
              const Part   *changes)
{
  for (guint side = OURS; side <= THEIRS; side++)
    {
      g_autoptr (CommonsEditor) editor = commons_editor_new (boards[side]);

      commons_editor_begin (editor, "Change", NULL);
      for (size_t i = 0; i + 4 <= MIN (changes->length, 4 * MAX_CHANGES); i += 4)
        {
          if ((changes->data[i] & 1u) + OURS == side)
            change (editor, changes->data + i);
        }
      commons_editor_commit (editor);
    }
}

static void
check_same (CommonsBoard *board,
            CommonsBoard *expected)
{
  g_autoptr (GBytes) bytes = commons_writer_write (board);
  g_autoptr (GBytes) wanted = commons_writer_write (expected);

  g_assert_true (g_bytes_equal (bytes, wanted));
}

/* Without the spellings of numbers, which the files have. */
static void
check_same_records (CommonsBoard *board,
                    CommonsBoard *expected)
{
  g_autoptr (GPtrArray) differences = commons_differences_list (expected, board);

  g_assert_cmpuint (differences->len, ==, 0);
}

static void
check_merges_to (CommonsBoard *base,
                 CommonsBoard *ours,
                 CommonsBoard *theirs,
                 CommonsBoard *expected)
{
  g_autoptr (CommonsMerge) merge = commons_merge_new (base, ours, theirs);
  g_autoptr (CommonsBoard) merged = commons_merge_make_board (merge);

  commons_reader_merge_spellings (merged, base, ours, theirs);
  g_assert_cmpuint (commons_merge_get_n_conflicts (merge), ==, 0);
  check_same (merged, expected);
}

static gboolean
is_loose (CommonsBoard  *board,
          CommonsRecord *edge)
{
  return commons_board_lookup_node (board, commons_record_get_from (edge)) == NULL ||
         commons_board_lookup_node (board, commons_record_get_to (edge)) == NULL;
}

static CommonsRecord *
find_edge (CommonsBoard  *board,
           CommonsRecord *edge)
{
  CommonsRecord *found = commons_board_lookup (board, commons_record_get_id (edge));

  return found != NULL && commons_record_get_table (found) == COMMONS_TABLE_EDGES ? found : NULL;
}

/* Merging does not take a card away from under a link. */
static void
check_ends (CommonsBoard *boards[3],
            CommonsBoard *merged)
{
  for (guint i = 0; i < commons_board_get_n_edges (merged); i++)
    {
      CommonsRecord *edge = commons_board_get_edge (merged, i);
      gboolean was_loose = FALSE;

      if (!is_loose (merged, edge))
        continue;

      for (guint side = OURS; side <= THEIRS; side++)
        {
          CommonsRecord *before = find_edge (boards[side], edge);

          was_loose = was_loose || (before != NULL && is_loose (boards[side], before));
        }
      /* One side may have turned the link from one card to another. */
      g_assert_true (was_loose || is_loose (boards[OURS], edge) || is_loose (boards[THEIRS], edge));
    }
}

/* What one side added is there, under its id or, where a link of the other had
 * that id already, under another. */
static void
check_added (CommonsBoard *boards[3],
             CommonsBoard *merged)
{
  for (guint side = OURS; side <= THEIRS; side++)
    {
      for (guint i = 0; i < commons_board_get_n_nodes (boards[side]); i++)
        {
          CommonsRecord *node = commons_board_get_node (boards[side], i);

          if (commons_board_lookup_node (boards[BASE], commons_record_get_id (node)) == NULL)
            g_assert_nonnull (commons_board_lookup_node (merged, commons_record_get_id (node)));
        }
    }
}

static void
check_apply (CommonsMerge *merge,
             CommonsBoard *ours,
             CommonsBoard *merged)
{
  g_autoptr (CommonsEditor) editor = commons_editor_new (ours);
  g_autoptr (GBytes) before = commons_writer_write (ours);
  g_autoptr (GBytes) after = NULL;

  commons_editor_begin (editor, "Merge", NULL);
  commons_merge_apply (merge, editor);
  check_same_records (ours, merged);
  commons_editor_rollback (editor);

  after = commons_writer_write (ours);
  g_assert_true (g_bytes_equal (before, after));
}

static void
check_decisions (CommonsBoard *merged)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  g_autoptr (CommonsEditor) editor = commons_editor_new (merged);
  g_autoptr (GPtrArray) conflicts = commons_conflicts_list (merged);
  guint n_open = conflicts->len;

  commons_editor_begin (editor, "Decide", NULL);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const CommonsConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *words = commons_words_for_conflict (catalogue, merged, conflict);
      g_autoptr (GPtrArray) left = NULL;

      g_assert_true (g_utf8_validate (words, -1, NULL));
      if (!commons_conflict_decide (conflict, editor, i % 2 == 0))
        continue;

      left = commons_conflicts_list (merged);
      g_assert_cmpuint (left->len, <, n_open);
      n_open = left->len;
    }
  commons_editor_commit (editor);

  fuzz_check_board (merged);
}

static void
check_differences (CommonsBoard *before,
                   CommonsBoard *after)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");
  g_autoptr (GPtrArray) differences = commons_differences_list (before, after);

  for (guint i = 0; i < differences->len; i++)
    {
      g_autofree char *words = commons_words_for_difference (catalogue, before, after,
                                                             g_ptr_array_index (differences, i));

      g_assert_true (g_utf8_validate (words, -1, NULL));
      g_assert_cmpstr (words, !=, "");
    }
}

static void
check_merge (CommonsBoard *boards[3])
{
  g_autoptr (CommonsMerge) merge = commons_merge_new (boards[BASE], boards[OURS], boards[THEIRS]);
  g_autoptr (CommonsBoard) merged = commons_merge_make_board (merge);

  fuzz_check_board (merged);
  check_ends (boards, merged);
  check_added (boards, merged);
  check_apply (merge, boards[OURS], merged);
  check_differences (boards[OURS], merged);
  check_decisions (merged);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  Part parts[N_PARTS];
  CommonsBoard *boards[3];

  split (data, length, parts);
  boards[BASE] = read_part (&parts[BASE]);
  if (boards[BASE] == NULL)
    return 0;

  boards[OURS] = read_copy (&parts[OURS], &parts[BASE]);
  boards[THEIRS] = read_copy (&parts[THEIRS], &parts[BASE]);
  make_changes (boards, &parts[CHANGES]);

  for (guint side = OURS; side <= THEIRS; side++)
    {
      check_merges_to (boards[BASE], boards[side], boards[BASE], boards[side]);
      check_merges_to (boards[BASE], boards[BASE], boards[side], boards[side]);
      check_merges_to (boards[BASE], boards[side], boards[side], boards[side]);
    }
  check_merge (boards);

  for (guint i = 0; i < 3; i++)
    g_object_unref (boards[i]);

  return 0;
}

/* edit-machine.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-editor.h"
#include "commons-history.h"
#include "commons-reader.h"
#include "commons-writer.h"

#include "edit-arrange.h"
#include "edit-machine.h"
#include "edit-mirror.h"

#define MAX_NODES 80
#define MAX_EDGES 80

struct _EditMachine
{
  CommonsBoard   *board;
  CommonsEditor  *editor;
  CommonsHistory *history;
  EditMirror     *mirror;
  GBytes         *start;
  GBytes         *saved;
  GHashTable     *states; /* number of a state → checksum of the board */
  char           *fault;
};

/* What other programs may write, in the form this one writes. */
static const char start[] =
  "{\n"
  "\t\"x-first\":{\"deep\":[1,2.50,1e3,null,{\"k\":\"v\"}]},\n"
  "\t\"commons\":{\"format\":1,\"title\":\"Fontaines\",\"language\":\"fr\",\"later\":true},\n"
  "\t\"nodes\":[\n"
  "\t\t{\"id\":\"g\",\"type\":\"group\",\"x\":-300,\"y\":-300,\"width\":600,\"height\":600,"
  "\"label\":\"Relevé\",\"background\":\"a.png\",\"commons\":{\"kind\":\"circle\",\"fields\":{\"ring\":1}}},\n"
  "\t\t{\"id\":\"a\",\"x-odd\":[],\"type\":\"text\",\"text\":\"Règle\\nTexte\",\"x\":0,\"y\":0,"
  "\"width\":204,\"height\":62,\"color\":\"#a1b2c3\",\"commons\":{\"later\":0.10,\"kind\":\"rule\"}},\n"
  "\t\t{\"id\":\"f\",\"type\":\"file\",\"file\":\"notes/day.md\",\"subpath\":\"#top\",\"x\":400,\"y\":0,"
  "\"width\":400,\"height\":400},\n"
  "\t\t{\"id\":\"u\",\"type\":\"unheard-of\",\"x\":900,\"y\":0,\"width\":0,\"height\":0}\n"
  "\t],\n"
  "\t\"edges\":[\n"
  "\t\t{\"id\":\"ga\",\"fromNode\":\"g\",\"fromSide\":\"top\",\"toNode\":\"a\",\"toEnd\":\"none\"},\n"
  "\t\t{\"id\":\"aa\",\"fromNode\":\"a\",\"toNode\":\"a\",\"commons\":{\"link\":\"relates_to\"}}\n"
  "\t],\n"
  "\t\"x-last\":\"é\"\n"
  "}\n";

static const char *const texts[] = {
  "",
  "Title",
  "Title\nBody\n\nmore",
  "# Heading\n* list",
  "\n",
  "Règle « d’usage »\u00a0!",
  "say \"so\" \\ slash / tab\t",
  "\001 control \177 \302\205",
  "line\r\nend",
  "\U0001F6B0 e\u0301 \u200d \u202e \u2028",
};

static const char *const kinds[] = { "rule", "value", "community", "resource", "from-elsewhere", NULL };
static const char *const statuses[] = { "draft", "agreed", "contested", "dropped", NULL };
static const char *const link_types[] = { "relates_to", "applies_to", "from-elsewhere", NULL };
static const char *const keys[] = { NULL, "one", "two", "three" };

static void
find_fault (EditMachine *self,
            const char  *format,
            ...) G_GNUC_PRINTF (2, 3);

/* Keeps the first fault: what follows comes from it. */
static void
find_fault (EditMachine *self,
            const char  *format,
            ...)
{
  va_list args;

  if (self->fault != NULL)
    return;

  va_start (args, format);
  self->fault = g_strdup_vprintf (format, args);
  va_end (args);
}

EditMachine *
edit_machine_new (void)
{
  EditMachine *self = g_new0 (EditMachine, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = NULL;

  self->start = g_bytes_new_static (start, sizeof start - 1);
  self->saved = g_bytes_ref (self->start);
  self->states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->board = commons_reader_read (self->start, NULL, &error);
  g_assert_no_error (error);
  self->editor = commons_editor_new (self->board);
  self->history = commons_history_new (self->board);
  self->mirror = edit_mirror_new (self->board);

  written = commons_writer_write (self->board);
  if (!g_bytes_equal (written, self->start))
    find_fault (self, "the start is written otherwise than it was read");

  return self;
}

void
edit_machine_free (EditMachine *self)
{
  if (commons_editor_is_busy (self->editor))
    commons_editor_rollback (self->editor);
  edit_mirror_free (self->mirror);
  g_object_unref (self->history);
  g_object_unref (self->editor);
  g_object_unref (self->board);
  g_hash_table_unref (self->states);
  g_bytes_unref (self->start);
  g_bytes_unref (self->saved);
  g_free (self->fault);
  g_free (self);
}

guint
edit_machine_get_n_changes (EditMachine *self)
{
  return edit_mirror_get_n_edits (self->mirror);
}

static CommonsRecord *
pick_node (EditMachine *self,
           int          index)
{
  guint n_nodes = commons_board_get_n_nodes (self->board);

  return n_nodes > 0 ? commons_board_get_node (self->board, (guint) index % n_nodes) : NULL;
}

static CommonsRecord *
pick_edge (EditMachine *self,
           int          index)
{
  guint n_edges = commons_board_get_n_edges (self->board);

  return n_edges > 0 ? commons_board_get_edge (self->board, (guint) index % n_edges) : NULL;
}

/* Sets what the record becomes; takes it over. */
static void
set_record (EditMachine   *self,
            CommonsRecord *changed)
{
  commons_editor_set (self->editor, changed);
  commons_record_unref (changed);
}

static void
add_record (EditMachine   *self,
            char           prefix,
            int            number,
            CommonsRecord *record)
{
  g_autofree char *id = g_strdup_printf ("%c%d", prefix, number);
  g_autoptr (CommonsRecord) named = commons_record_with_id (record, id);

  if (commons_board_lookup (self->board, id) == NULL)
    commons_editor_add (self->editor, named);
  commons_record_unref (record);
}

static void
add_node (EditMachine *self,
          const Edit  *edit)
{
  const int *args = edit->args;
  gboolean circle = edit->code == EDIT_ADD_CIRCLE;
  const CommonsRect bounds = { args[2], args[3], args[4], circle ? args[4] : 62 };
  const char *kind = circle ? "circle" : kinds[(guint) args[1] % G_N_ELEMENTS (kinds)];

  if (commons_board_get_n_nodes (self->board) < MAX_NODES)
    add_record (self, 'n', args[1],
                commons_record_new_card (kind, circle, &bounds, texts[(guint) args[1] % G_N_ELEMENTS (texts)]));
}

static void
add_link (EditMachine *self,
          const Edit  *edit)
{
  CommonsRecord *from = pick_node (self, edit->args[2]);
  CommonsRecord *to = pick_node (self, edit->args[3]);

  if (from != NULL && commons_board_get_n_edges (self->board) < MAX_EDGES)
    add_record (self, 'e', edit->args[1],
                commons_record_new_link (link_types[(guint) edit->args[1] % G_N_ELEMENTS (link_types)],
                                         commons_record_get_id (from), commons_record_get_id (to)));
}

static void
change_node (EditMachine *self,
             const Edit  *edit)
{
  const int *args = edit->args;
  const guint value = (guint) args[2];
  CommonsRecord *node = pick_node (self, args[1]);

  if (node == NULL)
    return;

  if (edit->code == EDIT_SET_TEXT)
    set_record (self, commons_record_with_text (node, texts[value % G_N_ELEMENTS (texts)]));
  else if (edit->code == EDIT_SET_BOUNDS)
    set_record (self, commons_record_with_bounds (node, &(CommonsRect) { args[2], args[3], args[4], args[4] }));
  else if (edit->code == EDIT_SET_STATUS)
    set_record (self, commons_record_with_string (node, "commons/status",
                                                  statuses[value % G_N_ELEMENTS (statuses)]));
  else if (value % 3 == 0)
    set_record (self, commons_record_with (node, "commons/fields/ring", NULL));
  else
    set_record (self, commons_record_with_int (node, "commons/fields/ring", args[2]));
}

static void
change_edge (EditMachine *self,
             const Edit  *edit)
{
  CommonsRecord *edge = pick_edge (self, edit->args[1]);

  if (edge == NULL)
    return;

  if (edit->code == EDIT_SET_LABEL)
    set_record (self, commons_record_with_text (edge, texts[(guint) edit->args[2] % G_N_ELEMENTS (texts)]));
  else
    set_record (self, commons_record_with_ends (edge,
                                                commons_record_get_id (pick_node (self, edit->args[2])),
                                                commons_record_get_id (pick_node (self, edit->args[3]))));
}

static void
change_order (EditMachine *self,
              const Edit  *edit)
{
  gboolean is_node = edit->code == EDIT_ORDER_CARD || edit->code == EDIT_REMOVE_CARD;
  CommonsRecord *record = is_node ? pick_node (self, edit->args[1]) : pick_edge (self, edit->args[1]);

  if (record == NULL)
    return;

  if (edit->code == EDIT_ORDER_CARD || edit->code == EDIT_ORDER_LINK)
    commons_editor_reorder (self->editor, commons_record_get_id (record), (guint) edit->args[2]);
  else
    commons_editor_remove (self->editor, commons_record_get_id (record));
}

static void
change_board (EditMachine *self,
              const Edit  *edit)
{
  switch (edit->code)
    {
    case EDIT_ADD_CARD:
    case EDIT_ADD_CIRCLE:
      add_node (self, edit);
      break;

    case EDIT_ADD_LINK:
      add_link (self, edit);
      break;

    case EDIT_SET_LABEL:
    case EDIT_TURN_LINK:
      change_edge (self, edit);
      break;

    case EDIT_SET_TITLE:
      set_record (self, commons_record_with_string (commons_board_get_head (self->board), "commons/title",
                                                    texts[(guint) edit->args[1] % G_N_ELEMENTS (texts)]));
      break;

    case EDIT_REMOVE_CARD:
    case EDIT_REMOVE_LINK:
    case EDIT_ORDER_CARD:
    case EDIT_ORDER_LINK:
      change_order (self, edit);
      break;

    case EDIT_ARRANGE:
      edit_arrange (self->editor, edit->args[1], edit->args[2], edit->args[3], edit->args[4]);
      break;

    default:
      change_node (self, edit);
      break;
    }
}

static void
begin (EditMachine *self,
       const Edit  *edit)
{
  commons_editor_begin (self->editor, edit_get_name (edit), keys[(guint) edit->args[0] % G_N_ELEMENTS (keys)]);
}

/* A commit tells once when it changed something, and else not at all. */
static void
commit (EditMachine *self)
{
  guint before = edit_mirror_get_n_heard (self->mirror);
  gboolean changed = commons_editor_commit (self->editor);

  if (edit_mirror_get_n_heard (self->mirror) - before != (changed ? 1 : 0))
    find_fault (self, "a commit told %u times", edit_mirror_get_n_heard (self->mirror) - before);
}

static gboolean
go (EditMachine       *self,
    CommonsChangeSet *(*step) (CommonsHistory *))
{
  g_autoptr (CommonsChangeSet) changes = step (self->history);

  return changes != NULL;
}

static void
assert_bytes (EditMachine *self,
              GBytes      *expected,
              const char  *when)
{
  g_autoptr (GBytes) bytes = commons_writer_write (self->board);

  if (!g_bytes_equal (bytes, expected))
    find_fault (self, "the board is not the same %s", when);
}

static void
check_reading (EditMachine *self,
               GBytes      *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsBoard) board = commons_reader_read (bytes, NULL, &error);
  g_autoptr (GBytes) again = board ? commons_writer_write (board) : NULL;

  if (board == NULL)
    find_fault (self, "what was written cannot be read: %s", error->message);
  else if (!g_bytes_equal (bytes, again))
    find_fault (self, "what was read is written otherwise");
}

static void
check_all (EditMachine *self)
{
  g_autoptr (GBytes) end = commons_writer_write (self->board);
  guint n_steps = 0;

  check_reading (self, end);

  while (go (self, commons_history_undo))
    n_steps++;
  assert_bytes (self, self->start, "as at the start after undoing all");

  for (; n_steps > 0; n_steps--)
    go (self, commons_history_redo);
  assert_bytes (self, end, "after undoing and redoing all");
}

static void
save (EditMachine *self)
{
  commons_history_mark_saved (self->history);
  g_bytes_unref (self->saved);
  self->saved = commons_writer_write (self->board);
}

static void
control (EditMachine *self,
         const Edit  *edit)
{
  gboolean busy = commons_editor_is_busy (self->editor);

  if (edit->code == EDIT_BREAK)
    edit_mirror_break (self->mirror);
  else if (busy && edit->code == EDIT_COMMIT)
    commit (self);
  else if (busy && edit->code == EDIT_ROLLBACK)
    commons_editor_rollback (self->editor);
  else if (busy)
    return;
  else if (edit->code == EDIT_BEGIN)
    begin (self, edit);
  else if (edit->code == EDIT_UNDO)
    go (self, commons_history_undo);
  else if (edit->code == EDIT_REDO)
    go (self, commons_history_redo);
  else if (edit->code == EDIT_BARRIER)
    commons_history_barrier (self->history);
  else if (edit->code == EDIT_SAVE)
    save (self);
  else if (edit->code == EDIT_CHECK_ALL)
    check_all (self);
}

static void
check_record (EditMachine   *self,
              CommonsRecord *record,
              guint          index)
{
  const char *id = commons_record_get_id (record);
  guint position = G_MAXUINT;

  if (commons_board_lookup (self->board, id) != record)
    find_fault (self, "looking up %s gives something else", id);
  else if (!commons_board_get_position (self->board, id, &position) || position != index)
    find_fault (self, "%s is at %u, but its position is %u", id, index, position);
}

/* Counts an end of an edge, which must be there and know the edge. */
static void
check_end (EditMachine   *self,
           GHashTable    *counts,
           CommonsRecord *edge,
           const char    *end)
{
  GPtrArray *links = commons_board_get_links (self->board, end);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, end));

  if (commons_board_lookup_node (self->board, end) == NULL)
    find_fault (self, "%s dangles: there is no %s", commons_record_get_id (edge), end);
  if (links == NULL || !g_ptr_array_find (links, edge, NULL))
    find_fault (self, "the links of %s lack %s", end, commons_record_get_id (edge));

  g_hash_table_insert (counts, (gpointer) end, GUINT_TO_POINTER (count + 1));
}

static void
check_indexes (EditMachine *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_nodes = commons_board_get_n_nodes (self->board);
  guint n_edges = commons_board_get_n_edges (self->board);

  for (guint i = 0; i < n_edges; i++)
    {
      CommonsRecord *edge = commons_board_get_edge (self->board, i);
      const char *from = commons_record_get_from (edge);
      const char *to = commons_record_get_to (edge);

      if (!g_hash_table_add (ids, (gpointer) commons_record_get_id (edge)))
        find_fault (self, "%s is there twice", commons_record_get_id (edge));
      check_record (self, edge, i);
      check_end (self, counts, edge, from);
      if (!g_str_equal (from, to))
        check_end (self, counts, edge, to);
    }

  for (guint i = 0; i < n_nodes; i++)
    {
      CommonsRecord *node = commons_board_get_node (self->board, i);
      const char *id = commons_record_get_id (node);
      GPtrArray *links = commons_board_get_links (self->board, id);

      if (!g_hash_table_add (ids, (gpointer) id))
        find_fault (self, "%s is there twice", id);
      check_record (self, node, i);
      if ((links ? links->len : 0) != GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)))
        find_fault (self, "%s has %u links too many or too few", id, links ? links->len : 0);
    }
}

/* The number of a state names what the board says, and what is not modified
 * says what was saved. */
static void
check_state (EditMachine *self)
{
  gint64 state = (gint64) commons_history_get_state (self->history);
  g_autoptr (GBytes) bytes = commons_writer_write (self->board);
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes);
  const char *known = g_hash_table_lookup (self->states, &state);

  if (known == NULL)
    g_hash_table_insert (self->states, g_memdup2 (&state, sizeof state), g_steal_pointer (&checksum));
  else if (!g_str_equal (known, checksum))
    find_fault (self, "the state %" G_GINT64_FORMAT " came back as another board", state);

  if (!commons_history_is_modified (self->history) && !g_bytes_equal (bytes, self->saved))
    find_fault (self, "the board counts as saved and is not");
}

const char *
edit_machine_run (EditMachine *self,
                  const Edit  *edit)
{
  gboolean own = edit_is_transactional (edit) && !commons_editor_is_busy (self->editor);

  if (own)
    begin (self, edit);
  if (edit_is_transactional (edit))
    change_board (self, edit);
  else
    control (self, edit);
  if (own)
    commit (self);

  check_indexes (self);
  if (!commons_editor_is_busy (self->editor))
    {
      g_autofree char *difference = edit_mirror_compare (self->mirror);

      if (difference != NULL)
        find_fault (self, "%s", difference);
      check_state (self);
    }

  return self->fault;
}

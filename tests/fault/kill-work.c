/* kill-work.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clock goes by the script, not by the machine: drafts have the delays they
 * have for people, and a busy machine changes nothing.
 */

#include "config.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "commons-atomic-file.h"
#include "commons-autosave.h"
#include "commons-file-bytes.h"
#include "commons-merge.h"
#include "commons-reader.h"
#include "faults.h"
#include "kill-work.h"

#define N_STEPS 400
#define MAX_CARDS 40

/* Far more than any disk needs, in microseconds. */
#define PATIENCE (120 * G_USEC_PER_SEC)

/* Between two looks at what a worker does, in microseconds: looking without a
 * pause would take its time from it. */
#define NAP 100

const char *const kill_phase_names[] = { "edit", "start", "draft", "save", "merge" };

static struct
{
  const KillOrder *order;
  KillStatus      *status;
  char            *drafts;
  gint             n_drafts;   /* that were written */
  guint            n_calls;    /* in the phase to be killed in */

  CommonsDocument *document;
  CommonsAutosave *autosave;
  GRand           *rand;
  GHashTable      *states;     /* digest to number */
  GArray          *times;      /* of the states that came here, from the first */
  guint            first;
  guint            state;      /* the last one there was */
  guint            kept;       /* the last one that is in a draft or saved */
  gint             n_seen;     /* drafts that were looked at */
  gint64           now;
  gboolean         saving;
  gboolean         saved;
  guint            save_state;
  char            *save_digest;
} work;

char *
kill_get_file (const KillOrder *order)
{
  return g_build_filename (order->folder, "board.commons", NULL);
}

char *
kill_get_drafts (const KillOrder *order)
{
  return g_build_filename (order->root, "data", "commons-canvas", "drafts", NULL);
}

static gboolean
is_active (KillPhase phase)
{
  return g_atomic_int_get (&work.status->active[phase]) > 0;
}

static void
set_active (KillPhase phase,
            gboolean  active)
{
  g_atomic_int_set (&work.status->active[phase], active);
}

static KillPhase
get_phase (const char *path)
{
  if (g_str_has_prefix (path, work.drafts) && !is_active (KILL_PHASE_START))
    return KILL_PHASE_DRAFT;

  for (guint i = KILL_N_PHASES - 1; i > 0; i--)
    {
      if (i != KILL_PHASE_DRAFT && is_active (i))
        return i;
    }

  return KILL_PHASE_EDIT;
}

/* The last thing a draft asks for is that its folder be on the disk. */
static void
follow_draft (const char *name,
              const char *path)
{
  if (g_str_equal (name, "create") && g_strrstr (path, ".draft.") != NULL)
    set_active (KILL_PHASE_DRAFT, TRUE);
  else if (g_str_equal (name, "fsync") && g_str_equal (path, work.drafts))
    g_atomic_int_inc (&work.n_drafts);
  else if (g_str_equal (name, "close") && g_str_equal (path, work.drafts))
    set_active (KILL_PHASE_DRAFT, FALSE);
}

static gboolean
hook (const char *name,
      const char *path)
{
  KillPhase phase = get_phase (path);

  follow_draft (name, path);
  if (phase != work.order->phase || g_atomic_int_add (&work.n_calls, 1) != (gint) work.order->call)
    return FALSE;

  g_atomic_int_set (&work.status->ends, (gint) phase + 1);

  return TRUE;
}

static void
report (KillReportKind  kind,
        guint           state,
        const char     *digest,
        const char     *before)
{
  KillReport line = { .kind = kind, .state = state, .time = work.now };

  g_strlcpy (line.digest, digest != NULL ? digest : "", sizeof line.digest);
  g_strlcpy (line.before, before != NULL ? before : "", sizeof line.before);
  if (write (KILL_REPORTS, &line, sizeof line) != (gssize) sizeof line)
    _exit (4);
}

static char *
sum_bytes (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static char *
sum_board (CommonsBoard *board)
{
  g_autoptr(GBytes) bytes = commons_writer_write_full (board, COMMONS_WRITER_HEAD);

  return sum_bytes (bytes);
}

/* What the board says now is a state of its own, unless it was just that. */
static void
note_state (void)
{
  g_autofree char *digest = sum_board (commons_document_get_board (work.document));
  gpointer state;

  if (g_hash_table_lookup_extended (work.states, digest, NULL, &state) && GPOINTER_TO_UINT (state) == work.state)
    return;

  work.state++;
  g_array_append_val (work.times, work.now);
  report (KILL_REPORT_STATE, work.state, digest, NULL);
  g_hash_table_insert (work.states, g_steal_pointer (&digest), GUINT_TO_POINTER (work.state));
}

static gint64
get_time (guint state)
{
  return g_array_index (work.times, gint64, state - work.first - 1);
}

static guint
find_state (GBytes *bytes)
{
  g_autofree char *digest = sum_bytes (bytes);

  return GPOINTER_TO_UINT (g_hash_table_lookup (work.states, digest));
}

/* Looks into the draft that was written last. */
static void
look_at_drafts (void)
{
  gint n = g_atomic_int_get (&work.n_drafts);
  g_autoptr(GDir) dir = NULL;
  const char *name;

  if (n == work.n_seen)
    return;

  faults_set_quiet (TRUE);
  work.n_seen = n;
  dir = g_dir_open (work.drafts, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (work.drafts, name, NULL);
      g_autofree char *data = NULL;
      char *board;

      if (!g_str_has_suffix (name, ".draft") || !g_file_get_contents (path, &data, NULL, NULL))
        continue;

      board = strchr (data, '\n');
      if (board != NULL)
        {
          g_autoptr(GBytes) bytes = g_bytes_new (board + 1, strlen (board + 1));

          work.kept = MAX (work.kept, find_state (bytes));
        }
    }
  faults_set_quiet (FALSE);
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  /* Back at what is saved, there is nothing to keep. */
  if (!commons_document_get_modified (work.document))
    work.kept = work.state;
  look_at_drafts ();
}

/* Waits until nothing that is older than @interval lacks a draft. */
static void
wait_for_draft (gint64 interval)
{
  gint64 deadline = g_get_real_time () + PATIENCE;

  iterate ();
  while (work.kept < work.state && work.now - get_time (MAX (work.kept, work.first) + 1) > interval)
    {
      if (g_get_real_time () > deadline)
        {
          report (KILL_REPORT_STUCK, work.state, NULL, NULL);
          _exit (5);
        }
      g_usleep (NAP);
      iterate ();
    }
}

static void
pass_time (guint milliseconds)
{
  work.now += milliseconds;
  faults_advance (milliseconds);
  iterate ();
}

static CommonsRecord *
pick_card (CommonsBoard *board)
{
  guint n = commons_board_get_n_nodes (board);

  return n > 0 ? commons_board_get_node (board, (guint) g_rand_int_range (work.rand, 0, (gint32) n)) : NULL;
}

static CommonsRecord *
new_card (const char *words)
{
  const CommonsRect bounds = {
    g_rand_int_range (work.rand, -2000, 2000), g_rand_int_range (work.rand, -2000, 2000), 200, 62,
  };

  return commons_record_new_card ("rule", FALSE, &bounds, words);
}

static CommonsRecord *
change_card (CommonsRecord *card,
             const char    *words)
{
  CommonsRect bounds = *commons_record_get_bounds (card);

  if (g_rand_boolean (work.rand))
    return commons_record_with_string (card, commons_record_is_group (card) ? "label" : "text", words);

  bounds.x += g_rand_int_range (work.rand, 1, 300);

  return commons_record_with_bounds (card, &bounds);
}

static void
change_board (CommonsEditor *editor)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  CommonsRecord *card = pick_card (board);
  g_autofree char *words = g_strdup_printf ("Une règle – %u", g_rand_int (work.rand));
  g_autoptr(CommonsRecord) record = NULL;
  gboolean full = commons_board_get_n_nodes (board) > MAX_CARDS;

  commons_editor_begin (editor, "Edit", NULL);
  if (card == NULL || (!full && g_rand_int_range (work.rand, 0, 3) == 0))
    commons_editor_add (editor, record = new_card (words));
  else if (full || g_rand_int_range (work.rand, 0, 8) == 0)
    commons_editor_remove (editor, commons_record_get_id (card));
  else
    commons_editor_set (editor, record = change_card (card, words));
  commons_editor_commit (editor);
}

static void
edit (void)
{
  CommonsHistory *history = commons_document_get_history (work.document);
  g_autoptr(CommonsChangeSet) changes = NULL;

  switch (g_rand_int_range (work.rand, 0, 10))
    {
    case 0:
      changes = commons_history_undo (history);
      break;
    case 1:
      changes = commons_history_redo (history);
      break;
    default:
      change_board (commons_document_get_editor (work.document));
      break;
    }
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  work.saved = commons_document_save_finish (COMMONS_DOCUMENT (object), result, &error);
  if (work.saved)
    {
      work.kept = MAX (work.kept, work.save_state);
      report (KILL_REPORT_SAVED, 0, work.save_digest, NULL);
    }
  else if (!g_error_matches (error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_CONFLICT))
    g_error ("%s", error->message);
  set_active (KILL_PHASE_SAVE, FALSE);
  work.saving = FALSE;
}

static void
start_save (gboolean overwrite)
{
  work.saving = TRUE;
  work.save_state = work.state;
  g_free (work.save_digest);
  work.save_digest = sum_board (commons_document_get_board (work.document));
  set_active (KILL_PHASE_SAVE, TRUE);
  commons_document_save_async (work.document, NULL, overwrite, NULL, saved_cb, NULL);
}

static void
wait_for_save (void)
{
  while (work.saving)
    g_main_context_iteration (NULL, TRUE);
  iterate ();
}

static CommonsBoard *
read_file (GBytes **bytes)
{
  GFile *file = commons_document_get_file (work.document);
  g_autoptr(GError) error = NULL;
  CommonsBoard *board;

  *bytes = commons_file_bytes_read (file, NULL, NULL, &error);
  g_assert_no_error (error);
  board = commons_reader_read (*bytes, NULL, &error);
  g_assert_no_error (error);

  return board;
}

static void
decide (CommonsEditor *editor)
{
  g_autoptr(GPtrArray) conflicts = commons_conflicts_list (commons_document_get_board (work.document));

  for (guint i = 0; i < conflicts->len; i++)
    commons_conflict_decide (g_ptr_array_index (conflicts, i), editor, g_rand_boolean (work.rand));
}

/* Another program changed the file: what it wrote and what is here become one
 * board, in one step, which is saved. */
static void
merge (void)
{
  g_autofree char *path = kill_get_file (work.order);
  GBytes *saved = commons_document_get_saved_bytes (work.document);
  g_autoptr(CommonsBoard) base = saved != NULL ? commons_reader_read (saved, NULL, NULL) : commons_board_new ();
  CommonsEditor *editor = commons_document_get_editor (work.document);
  g_autoptr(CommonsBoard) theirs = NULL;
  g_autoptr(CommonsMerge) result = NULL;
  g_autoptr(GBytes) bytes = NULL;

  set_active (KILL_PHASE_MERGE, TRUE);
  theirs = read_file (&bytes);
  faults_pass ("merge", path);
  result = commons_merge_new (base, commons_document_get_board (work.document), theirs);
  faults_pass ("merged", path);
  commons_editor_begin (editor, "Merge", NULL);
  commons_merge_apply (result, editor);
  faults_pass ("applied", path);
  commons_editor_commit (editor);
  faults_pass ("committed", path);
  iterate ();

  commons_editor_begin (editor, "Decide", NULL);
  decide (editor);
  commons_editor_commit (editor);
  start_save (TRUE);
  wait_for_save ();
  set_active (KILL_PHASE_MERGE, FALSE);
}

/* Somebody else opens the file, adds a card and saves. */
static void
write_as_other (void)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(CommonsBoard) board = NULL;
  g_autoptr(CommonsEditor) editor = NULL;
  g_autoptr(CommonsRecord) card = NULL;
  g_autoptr(GBytes) written = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *before = NULL;

  faults_set_quiet (TRUE);
  board = read_file (&bytes);
  before = sum_bytes (bytes);
  editor = commons_editor_new (board);
  card = new_card ("Somebody else's words");
  commons_editor_begin (editor, "Add", NULL);
  commons_editor_add (editor, card);
  commons_editor_commit (editor);
  written = commons_writer_write_full (board, COMMONS_WRITER_HEAD);
  digest = sum_bytes (written);
  report (KILL_REPORT_OTHER, 0, digest, before);
  g_assert_true (commons_atomic_file_replace (commons_document_get_file (work.document), written, NULL, NULL, NULL,
                                              NULL));
  faults_set_quiet (FALSE);
}

static void
save (gboolean wait)
{
  start_save (FALSE);
  if (!wait)
    return;

  wait_for_save ();
  if (!work.saved)
    merge ();
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  commons_document_load_finish (COMMONS_DOCUMENT (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static CommonsDocument *
load (void)
{
  g_autofree char *path = kill_get_file (work.order);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  CommonsDocument *document = commons_document_new ();
  gboolean done = FALSE;

  commons_document_load_async (document, file, NULL, loaded_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  return document;
}

/* Opens what was there: a draft is followed by what the file became since. */
static void
start (void)
{
  g_autoptr(GPtrArray) drafts = NULL;
  g_autoptr(GError) error = NULL;
  CommonsDraft *draft;

  set_active (KILL_PHASE_START, TRUE);
  drafts = commons_draft_claim_all (work.drafts, NULL);
  draft = drafts->len > 0 ? g_ptr_array_index (drafts, 0) : NULL;
  work.document = draft != NULL ? commons_document_new_from_draft (draft, &error) : load ();
  g_assert_no_error (error);
  /* Before what follows from it: back at what is saved, the draft goes. */
  g_signal_connect (commons_document_get_board (work.document), "changed", G_CALLBACK (note_state), NULL);
  work.autosave = commons_autosave_new (work.document, draft, work.drafts);
  set_active (KILL_PHASE_START, FALSE);

  if (draft != NULL)
    save (TRUE);
}

static void
report_draft (void)
{
  g_autofree char *digest = sum_board (commons_document_get_board (work.document));

  report (KILL_REPORT_DRAFTED, 0, digest, NULL);
}

static void
step (void)
{
  edit ();
  pass_time ((guint) g_rand_int_range (work.rand, 10, 4000));
  wait_for_draft (KILL_DRAFT_INTERVAL);

  if (work.saving && g_rand_boolean (work.rand))
    return;
  wait_for_save ();

  switch (g_rand_int_range (work.rand, 0, 16))
    {
    case 0:
    case 1:
    case 2:
      save (TRUE);
      break;
    case 3:
      save (FALSE);
      break;
    case 4:
    case 5:
      write_as_other ();
      save (TRUE);
      break;
    case 6:
      /* What nobody changes for a while is in a draft. */
      pass_time (COMMONS_AUTOSAVE_DELAY);
      wait_for_draft (0);
      report_draft ();
      break;
    default:
      break;
    }
}

int
kill_work (const KillOrder *order)
{
  work.order = order;
  work.status = mmap (NULL, sizeof (KillStatus), PROT_READ | PROT_WRITE, MAP_SHARED, KILL_STATUS, 0);
  g_assert_true (work.status != MAP_FAILED);
  work.drafts = kill_get_drafts (order);
  work.rand = g_rand_new_with_seed (order->seed);
  work.states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  work.times = g_array_new (FALSE, FALSE, sizeof (gint64));
  work.first = work.state = work.kept = order->state;

  faults_set_hook (hook);
  faults_arm (order->root, FAULT_KILL, G_MAXINT, 0);
  faults_protect (order->protected ? order->folder : NULL);

  start ();
  for (guint i = 0; i < N_STEPS; i++)
    step ();

  return 0;
}

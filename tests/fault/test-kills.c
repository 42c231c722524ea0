/* test-kills.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts the program again and again on the same files, and kills it at random:
 * by the number of a call to the system in a phase that is drawn, or from
 * outside whenever it comes. After each, what is left is read by a new process.
 *
 * COMMONS_FAULT_RUNS is how often; COMMONS_FAULT_SEED repeats what a run drew.
 */

/* For memfd_create(). */
#define _GNU_SOURCE

#include "config.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <utime.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "commons-atomic-file.h"
#include "commons-document.h"
#include "fault-place.h"
#include "kill-work.h"

/* Sanitizers make each start many times slower. */
#ifdef __SANITIZE_ADDRESS__
#define N_RUNS 60
#else
#define N_RUNS 300
#endif

/* Of all kills, how many must come in each phase at least. */
#define MIN_SHARE 20

/* How many files there may be besides the board: a draft, its lock, a note, and
 * what kills in a row left. */
#define MAX_REST 12

/* Runs on the same files, before they are made anew in another kind of place. */
#define CHAIN 25

/* Above the numbers of the files that are given to other programs. */
#define ABOVE 10

typedef struct
{
  FaultPlace    place;
  KillOrder     order;
  GHashTable   *states;     /* digest to number of the last state that is so */
  GHashTable   *others;     /* digest of another program's to that of what it read */
  GArray       *reports;    /* of this run */
  guint         required;   /* the state that must not be lost */
} Chain;

static struct
{
  KillStatus *status;
  int         status_file;
  guint       n_kills[KILL_N_PHASES];
  guint       n_outside;
  guint       n_checked;
  gint64      oldest_lost;
} all;

static void
remember (Chain      *self,
          const char *digest,
          guint       state)
{
  g_hash_table_replace (self->states, g_strdup (digest), GUINT_TO_POINTER (state));
}

/* The last state that is in what has that digest; another program only added
 * to what there was. 0 when nobody wrote that. */
static guint
find_state (Chain      *self,
            const char *digest)
{
  guint state = 0;

  for (; digest != NULL; digest = g_hash_table_lookup (self->others, digest))
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->states, digest));

      state = MAX (state, number);
    }

  return state;
}

static void
take_report (Chain            *self,
             const KillReport *report)
{
  guint state;

  g_assert_cmpint (report->kind, !=, KILL_REPORT_STUCK);
  g_array_append_val (self->reports, *report);

  switch (report->kind)
    {
    case KILL_REPORT_STATE:
      self->order.state = report->state;
      remember (self, report->digest, report->state);
      break;
    case KILL_REPORT_OTHER:
      g_hash_table_replace (self->others, g_strdup (report->digest), g_strdup (report->before));
      break;
    case KILL_REPORT_SAVED:
    case KILL_REPORT_DRAFTED:
      state = find_state (self, report->digest);
      self->required = MAX (self->required, state);
      break;
    case KILL_REPORT_STUCK:
    default:
      g_assert_not_reached ();
    }
}

/* Makes what was left behind look as old as it would be the next time. */
static void
make_old (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      const struct utimbuf times = { 0, 0 };

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        make_old (path);
      else if (*name == '.' || g_str_has_suffix (name, ".lock"))
        g_assert_cmpint (utime (path, &times), ==, 0);
    }
}

/* Nothing that is older than the interval may be lost. */
static void
require_old_changes (Chain *self)
{
  gint64 end = 0;

  for (guint i = 0; i < self->reports->len; i++)
    end = MAX (end, g_array_index (self->reports, KillReport, i).time);

  for (guint i = 0; i < self->reports->len; i++)
    {
      const KillReport *report = &g_array_index (self->reports, KillReport, i);

      if (report->kind == KILL_REPORT_STATE && report->time + KILL_DRAFT_INTERVAL < end)
        self->required = MAX (self->required, report->state);
    }
}

static void
note_lost (Chain *self,
           guint  found)
{
  gint64 end = 0;

  for (guint i = 0; i < self->reports->len; i++)
    end = MAX (end, g_array_index (self->reports, KillReport, i).time);

  for (guint i = 0; i < self->reports->len; i++)
    {
      const KillReport *report = &g_array_index (self->reports, KillReport, i);

      if (report->kind == KILL_REPORT_STATE && report->state > found)
        all.oldest_lost = MAX (all.oldest_lost, end - report->time);
    }
}

static G_NORETURN void
run_child (const KillOrder *order,
           const char      *what,
           int              out,
           int              out_as)
{
  g_autofree char *seed = g_strdup_printf ("%u", order->seed);
  g_autofree char *state = g_strdup_printf ("%u", order->state);
  g_autofree char *phase = g_strdup_printf ("%u", order->phase);
  g_autofree char *call = g_strdup_printf ("%u", order->call);

  dup2 (out, out_as);
  dup2 (all.status_file, KILL_STATUS);
  execl ("/proc/self/exe", "test-fault-kills", what, order->root, order->folder, seed, state, phase, call,
         order->protected ? "1" : "0", NULL);
  _exit (127);
}

static pid_t
start_child (const KillOrder *order,
             const char      *what,
             int              out_as,
             int             *out)
{
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);

  if (child == 0)
    {
      int file = fcntl (ends[1], F_DUPFD_CLOEXEC, ABOVE);

      close (ends[0]);
      close (ends[1]);
      run_child (order, what, file, out_as);
    }

  close (ends[1]);
  *out = ends[0];

  return child;
}

/* Reads what there is; FALSE at the end. */
static gboolean
read_report (Chain *self,
             int    fd)
{
  KillReport report;
  gssize n = read (fd, &report, sizeof report);

  if (n != (gssize) sizeof report)
    return FALSE;

  take_report (self, &report);

  return TRUE;
}

/* Kills the program after some reports and a moment, whatever it does then. */
static void
kill_from_outside (Chain *self,
                   GRand *rand,
                   pid_t  child,
                   int    fd)
{
  gint32 n = g_rand_int_range (rand, 0, 60);
  gint64 until;

  while (n-- > 0 && read_report (self, fd))
    continue;

  until = g_get_monotonic_time () + g_rand_int_range (rand, 0, 4000);
  while (g_get_monotonic_time () < until)
    {
      struct pollfd poll_fd = { fd, POLLIN, 0 };

      if (poll (&poll_fd, 1, 0) > 0 && !read_report (self, fd))
        break;
    }

  kill (child, SIGKILL);
}

static KillPhase
get_phase_of_kill (void)
{
  KillPhase last = KILL_PHASE_EDIT;

  if (all.status->ends != 0)
    return all.status->ends - 1;

  /* A draft may be written while anything else goes on. */
  for (guint i = 0; i < KILL_N_PHASES; i++)
    {
      if (all.status->active[i] != 0)
        last = i;
    }

  return last;
}

static void
run_worker (Chain *self,
            GRand *rand)
{
  gboolean outside = g_rand_int_range (rand, 0, 3) == 0;
  pid_t child;
  int status;
  int fd;

  self->order.seed = g_rand_int (rand);
  self->order.phase = (KillPhase) g_rand_int_range (rand, KILL_PHASE_START, KILL_N_PHASES);
  self->order.call = (guint) g_rand_int_range (rand, 0, self->order.phase == KILL_PHASE_START ? 8 : 60);
  if (outside)
    self->order.call = G_MAXINT;
  memset (all.status, 0, sizeof *all.status);
  g_array_set_size (self->reports, 0);

  child = start_child (&self->order, "--work", KILL_REPORTS, &fd);
  if (outside)
    kill_from_outside (self, rand, child, fd);
  while (read_report (self, fd))
    continue;
  close (fd);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  if (WIFSIGNALED (status))
    {
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      all.n_kills[get_phase_of_kill ()]++;
      all.n_outside += outside;
    }
  else
    {
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
}

static guint
take_line (Chain      *self,
           const char *line,
           guint      *n_files)
{
  const char *digest = strchr (line, ' ');
  guint state;

  g_assert_nonnull (digest);
  g_assert_false (g_str_has_prefix (line, "aside"));
  *n_files += g_str_has_prefix (line, "file ");

  /* Whole, and one of those that were written. */
  state = find_state (self, digest + 1);
  g_assert_cmpuint (state, >, 0);

  return state;
}

/* For whoever has to find out why. */
static void
print_reports (Chain      *self,
               const char *lines)
{
  static const char *const kinds[] = { "state", "saved", "drafted", "other", "stuck" };

  g_test_message ("%s, run %u of seed %u, killed in %s, found:\n%s", fault_place_names[self->place.kind], all.n_checked,
                  self->order.seed, kill_phase_names[get_phase_of_kill ()], lines);

  for (guint i = 0; i < self->reports->len; i++)
    {
      const KillReport *report = &g_array_index (self->reports, KillReport, i);

      g_test_message ("%s %u at %.3f s %.8s", kinds[report->kind], report->state, (double) report->time / 1000,
                      report->digest);
    }
}

static void
check (Chain *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;
  char buffer[4096];
  guint found = 0;
  guint n_files = 0;
  gssize n;
  int status;
  int fd;
  pid_t child = start_child (&self->order, "--check", STDOUT_FILENO, &fd);

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  close (fd);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);

  lines = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      guint state = take_line (self, lines[i], &n_files);

      found = MAX (found, state);
    }

  require_old_changes (self);
  note_lost (self, found);
  g_assert_cmpuint (n_files, ==, 1);
  if (found < self->required)
    print_reports (self, text->str);
  g_assert_cmpuint (found, >=, self->required);
  fault_place_assert_kept (&self->place);
  all.n_checked++;
}

static void
chain_init (Chain *self,
            guint  kind)
{
  static const FaultPlaceKind kinds[] = {
    FAULT_PLACE_FILE, FAULT_PLACE_HARD_LINK, FAULT_PLACE_PROTECTED, FAULT_PLACE_SYMLINK,
  };
  g_autoptr(CommonsDocument) document = commons_document_new_from_template ("governance", "fr", NULL, NULL);
  g_autoptr(GBytes) bytes = commons_writer_write_full (commons_document_get_board (document), COMMONS_WRITER_HEAD);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  memset (self, 0, sizeof *self);
  fault_place_init (&self->place, kinds[kind % G_N_ELEMENTS (kinds)], text);
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->reports = g_array_new (FALSE, FALSE, sizeof (KillReport));
  self->order.root = self->place.root;
  self->order.folder = self->place.folder;
  self->order.state = 1;
  self->order.protected = self->place.kind == FAULT_PLACE_PROTECTED;
  remember (self, digest, 1);
}

static void
chain_clear (Chain *self)
{
  g_hash_table_unref (self->states);
  g_hash_table_unref (self->others);
  g_array_unref (self->reports);
  fault_place_clear (&self->place);
}

static guint
get_number (const char *name,
            guint       otherwise)
{
  const char *text = g_getenv (name);

  return text != NULL && *text != '\0' ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static void
print_table (guint seed)
{
  guint n = 0;

  for (guint i = 0; i < KILL_N_PHASES; i++)
    {
      g_test_message ("%-6s killed %4u times: older changes lost 0, unreadable 0", kill_phase_names[i], all.n_kills[i]);
      n += all.n_kills[i];
    }

  g_test_message ("killed %u times, %u of them from outside; of what was lost the oldest was %.1f s old; seed %u",
                  n, all.n_outside, (double) all.oldest_lost / 1000, seed);
}

static void
test_kills (void)
{
  guint n_runs = get_number ("COMMONS_FAULT_RUNS", N_RUNS);
  guint seed = get_number ("COMMONS_FAULT_SEED", (guint) g_test_rand_int_range (1, G_MAXINT));
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint n_rest = 0;
  Chain chain;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < n_runs; i++)
    {
      if (i % CHAIN == 0)
        chain_init (&chain, i / CHAIN);
      run_worker (&chain, rand);
      check (&chain);
      make_old (chain.place.root);
      n_rest = MAX (n_rest, fault_place_count_others (&chain.place));
      if (i % CHAIN == CHAIN - 1 || i == n_runs - 1)
        chain_clear (&chain);
    }

  print_table (seed);
  g_test_message ("at most %u files besides the board were there, drafts and locks among them", n_rest);
  g_assert_cmpuint (n_rest, <=, MAX_REST);
  for (guint i = KILL_PHASE_START; i < KILL_N_PHASES; i++)
    g_assert_cmpuint (all.n_kills[i], >=, n_runs / MIN_SHARE);
  g_assert_cmpuint (all.n_outside, >=, n_runs / MIN_SHARE);
}

static KillOrder
read_order (char **argv)
{
  KillOrder order = { .root = argv[2], .folder = argv[3] };

  order.seed = (guint32) g_ascii_strtoull (argv[4], NULL, 10);
  order.state = (guint) g_ascii_strtoull (argv[5], NULL, 10);
  order.phase = (KillPhase) g_ascii_strtoull (argv[6], NULL, 10);
  order.call = (guint) g_ascii_strtoull (argv[7], NULL, 10);
  order.protected = g_str_equal (argv[8], "1");

  return order;
}

int
main (int   argc,
      char *argv[])
{
  int result;

  if (argc == 9 && g_str_has_prefix (argv[1], "--"))
    {
      KillOrder order = read_order (argv);

      return g_str_equal (argv[1], "--work") ? kill_work (&order) : kill_check (&order);
    }

  fault_root ();
  g_test_init (&argc, &argv, NULL);
  all.status_file = fcntl (memfd_create ("commons-fault", MFD_CLOEXEC), F_DUPFD_CLOEXEC, ABOVE);
  g_assert_cmpint (ftruncate (all.status_file, sizeof (KillStatus)), ==, 0);
  all.status = mmap (NULL, sizeof (KillStatus), PROT_READ | PROT_WRITE, MAP_SHARED, all.status_file, 0);
  g_assert_true (all.status != MAP_FAILED);
  g_test_add_func ("/fault/kills", test_kills);

  result = g_test_run ();
  fault_root_remove ();

  return result;
}

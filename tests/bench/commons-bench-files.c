/* commons-bench-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a board costs without a window: reading, saving, searching, undoing,
 * deleting, drawing it into files. Prints a line for each figure: its name, the
 * number of cards, a median, its unit; and with several sizes, with which power
 * of the number of cards each grows.
 *
 * Times end in -cpu where they are what the processors worked for it, which a
 * busy machine does not change much; the others are what passed.
 */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "bench-board.h"
#include "bench-process.h"
#include "commons-arrange.h"
#include "commons-bin.h"
#include "commons-document.h"
#include "commons-export.h"
#include "commons-restore.h"
#include "commons-search.h"
#include "commons-writer.h"

#define N_MOVED   100
#define N_DELETED 1000
#define MAX_RUNS  31

static const guint default_sizes[] = { 200, 2000, 10000 };
static const guint growth_sizes[] = { 200, 500, 1000, 2000, 5000, 10000, 20000 };

typedef struct
{
  const char      *folder;
  GFile           *file;
  char            *program;
  guint            n_cards;
  CommonsDocument *document;
  CommonsSearch   *search;
  CommonsBoard    *version;
  GHashTable      *moved;
  GPtrArray       *deleted;
  guint            turn;
  gboolean         done;
} Bench;

typedef void (*BenchFunc) (Bench *bench);

/* How a figure is made, and how often at most. */
typedef struct
{
  const char *name;
  BenchFunc   prepare;
  BenchFunc   work;
  guint       n_runs;
  gboolean    grows;   /* with the cards: shown by --growth */
} Figure;

static CommonsEditor *
get_editor (Bench *bench)
{
  return commons_document_get_editor (bench->document);
}

/* ---- Work ---------------------------------------------------------------- */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;

  if (!commons_document_load_finish (COMMONS_DOCUMENT (source), result, &error))
    g_error ("%s", error->message);

  bench->done = TRUE;
}

static void
work_load (Bench *bench)
{
  g_autoptr (CommonsDocument) document = commons_document_new ();

  bench->done = FALSE;
  commons_document_load_async (document, bench->file, NULL, loaded_cb, bench);
  while (!bench->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Bench *bench = user_data;
  g_autoptr (GError) error = NULL;

  if (!commons_document_save_finish (COMMONS_DOCUMENT (source), result, &error))
    g_error ("%s", error->message);

  bench->done = TRUE;
}

static void
move (Bench *bench)
{
  gboolean moved = commons_arrange_move (get_editor (bench), bench->moved, bench->turn++ % 2 == 0 ? 240 : -240, 0, "Move", NULL);

  g_assert (moved);
}

/* Until it is on the disk. */
static void
work_save (Bench *bench)
{
  bench->done = FALSE;
  commons_document_save_async (bench->document, NULL, FALSE, NULL, saved_cb, bench);
  while (!bench->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
work_write (Bench *bench)
{
  g_autoptr (GBytes) bytes = commons_writer_write (commons_document_get_board (bench->document));

  g_assert (g_bytes_get_size (bytes) > 0);
}

static void
work_undo (Bench *bench)
{
  g_autoptr (CommonsChangeSet) changes = commons_history_undo (commons_document_get_history (bench->document));

  g_assert (changes != NULL);
}

/* Each letter more that is typed. */
static void
work_search (Bench *bench)
{
  static const char *const typed[] = { "r", "re", "rel", "rele", "relev", "relevé", "relevé p", "relevé pu" };
  g_autoptr (GPtrArray) found = commons_search_find (bench->search, typed[bench->turn++ % G_N_ELEMENTS (typed)]);

  g_assert (found->len > 0);
}

static void
work_delete (Bench *bench)
{
  if (!commons_arrange_delete (get_editor (bench), bench->deleted, "Delete"))
    g_error ("Nothing was deleted");
}

static void
prepare_delete (Bench *bench)
{
  g_autoptr (CommonsChangeSet) changes = NULL;

  if (commons_board_lookup (commons_document_get_board (bench->document), g_ptr_array_index (bench->deleted, 0)) == NULL)
    changes = commons_history_undo (commons_document_get_history (bench->document));
}

static void
work_restore (Bench *bench)
{
  if (!commons_restore (get_editor (bench), bench->version, "Restore"))
    g_error ("There was nothing to restore");
}

static void
work_png (Bench *bench)
{
  const CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .scale = 1, .imprint = TRUE };
  g_autoptr (GFile) null = g_file_new_for_path ("/dev/null");
  g_autoptr (GFileOutputStream) stream = g_file_append_to (null, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (!commons_export_write (commons_document_get_board (bench->document), commons_catalogue_get ("fr"), &options,
                             G_OUTPUT_STREAM (stream), NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* The longest come last: they leave the caches as they like. */
static const Figure figures[] = {
  { "load-file", NULL, work_load, 15, TRUE },
  { "write", NULL, work_write, 15, FALSE },
  { "save", move, work_save, 15, TRUE },
  { "undo-board", move, work_undo, 31, FALSE },
  { "search", NULL, work_search, 24, TRUE },
  { "delete-1000", prepare_delete, work_delete, 7, FALSE },
  { "restore-version", move, work_restore, 7, FALSE },
  { "png", NULL, work_png, 3, TRUE },
};

/* ---- Figures ------------------------------------------------------------- */

static void
say (const char *name,
     const char *kind,
     guint       n_cards,
     double      value,
     const char *unit)
{
  printf ("%s%s\t%u\t%.3f\t%s\n", name, kind, n_cards, value, unit);
  fflush (stdout);
}

/* Boards of many cards are measured less often. */
static guint
get_n_runs (const Figure *figure,
            guint         n_cards)
{
  return n_cards > 5000 ? MIN (figure->n_runs, 5) : MIN (figure->n_runs, MAX_RUNS);
}

static double
measure (Bench        *bench,
         const Figure *figure)
{
  double passed[MAX_RUNS], worked[MAX_RUNS];
  guint n_runs = get_n_runs (figure, bench->n_cards);
  double cpu;

  for (guint i = 0; i < n_runs; i++)
    {
      double wall_start, cpu_start;

      if (figure->prepare != NULL)
        figure->prepare (bench);

      cpu_start = bench_process_get_cpu ();
      wall_start = (double) g_get_monotonic_time () / 1000;
      figure->work (bench);
      passed[i] = (double) g_get_monotonic_time () / 1000 - wall_start;
      worked[i] = bench_process_get_cpu () - cpu_start;
    }

  cpu = bench_process_get_median (worked, n_runs);
  say (figure->name, "", bench->n_cards, bench_process_get_median (passed, n_runs), "ms");
  say (figure->name, "-cpu", bench->n_cards, cpu, "ms");
  return cpu;
}

static void
measure_export (Bench      *bench,
                const char *format)
{
  g_autofree char *path = g_file_get_path (bench->file), *name = g_strconcat ("board.", format, NULL);
  g_autofree char *out = g_build_filename (bench->folder, name, NULL), *figure = g_strconcat ("export-", format, NULL);
  const char *const argv[] = { bench->program, "export", "-o", out, path, NULL };
  BenchProcessCost cost;

  bench_process_run (argv, 3, &cost);
  say (figure, "", bench->n_cards, cost.passed, "ms");
  say (figure, "-cpu", bench->n_cards, cost.worked, "ms");
  g_unlink (out);
}

static void
list_cards (Bench *bench)
{
  CommonsBoard *board = commons_document_get_board (bench->document);
  guint n_nodes = commons_board_get_n_nodes (board);

  /* Spread over the board, not all at the bottom. */
  for (guint i = 0; i < MIN (N_MOVED, n_nodes); i++)
    g_hash_table_add (bench->moved, g_strdup (commons_record_get_id (commons_board_get_node (board, i * n_nodes / N_MOVED))));

  for (guint i = 0; i < MIN (N_DELETED, n_nodes / 2); i++)
    g_ptr_array_add (bench->deleted, g_strdup (commons_record_get_id (commons_board_get_node (board, i))));
}

static void
bench_init (Bench      *bench,
            const char *folder,
            const char *program,
            guint       n_cards)
{
  g_autofree char *path = g_build_filename (folder, "board.commons", NULL);
  g_autoptr (GBytes) bytes = bench_board_write (n_cards);

  *bench = (Bench) { .folder = folder, .n_cards = n_cards, .program = g_strdup (program) };
  bench->file = g_file_new_for_path (path);
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
    g_error ("“%s” cannot be written", path);

  say ("file", "", n_cards, (double) g_bytes_get_size (bytes) / 1000, "kB");
  bench->document = commons_document_new ();
  commons_document_load_async (bench->document, bench->file, NULL, loaded_cb, bench);
  while (!bench->done)
    g_main_context_iteration (NULL, TRUE);

  bench->search = commons_search_new (commons_document_get_board (bench->document), commons_catalogue_get ("fr"));
  bench->version = bench_board_new (n_cards);
  bench->moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bench->deleted = g_ptr_array_new_with_free_func (g_free);
  list_cards (bench);
}

static void
bench_clear (Bench *bench)
{
  g_autofree char *path = g_file_get_path (bench->file);

  g_unlink (path);
  commons_search_free (bench->search);
  g_object_unref (bench->document);
  g_object_unref (bench->version);
  g_object_unref (bench->file);
  g_hash_table_unref (bench->moved);
  g_ptr_array_unref (bench->deleted);
  g_free (bench->program);
}

static void
run_size (guint       n_cards,
          const char *folder,
          const char *program,
          gboolean    growth,
          double     *costs)
{
  Bench bench;
  g_autoptr (CommonsBin) bin = NULL;
  double before;

  bench_init (&bench, folder, program, n_cards);
  bin = commons_bin_new (commons_document_get_board (bench.document));

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      if (growth && !figures[i].grows)
        continue;

      before = bench_process_get_peak_mib ();
      costs[i] = measure (&bench, &figures[i]);
      if (figures[i].work == work_png)
        say ("png-memory", "", n_cards, bench_process_get_peak_mib () - before, "MiB");
    }

  if (program != NULL && !growth)
    {
      measure_export (&bench, "png");
      measure_export (&bench, "svg");
      measure_export (&bench, "pdf");
    }

  bench_clear (&bench);
}

static void
print_growth (const GArray *sizes,
              const double *costs)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

      for (guint j = 0; j < sizes->len; j++)
        g_array_append_val (points, costs[j * G_N_ELEMENTS (figures) + i]);

      if (figures[i].grows)
        printf ("# %s grows with the cards to the power of %.2f\n", figures[i].name,
                bench_process_fit_exponent ((const guint *) (void *) sizes->data, (const double *) (void *) points->data, sizes->len));
    }
}

/* Sizes, and "growth" for those that show how costs grow. */
static gboolean
read_arguments (int       argc,
                char     *argv[],
                GArray   *sizes,
                gboolean *growth)
{
  for (int i = 1; i < argc; i++)
    {
      guint64 n_cards;
      guint size;

      if (g_str_equal (argv[i], "growth"))
        {
          *growth = TRUE;
          continue;
        }

      if (!g_ascii_string_to_unsigned (argv[i], 10, 1, BENCH_BOARD_MAX, &n_cards, NULL))
        return FALSE;

      size = (guint) n_cards;
      g_array_append_val (sizes, size);
    }

  if (sizes->len == 0 && *growth)
    g_array_append_vals (sizes, growth_sizes, G_N_ELEMENTS (growth_sizes));
  else if (sizes->len == 0)
    g_array_append_vals (sizes, default_sizes, G_N_ELEMENTS (default_sizes));

  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("commons-bench-XXXXXX", NULL);
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *costs = NULL;
  gboolean growth = FALSE;

  if (!read_arguments (argc, argv, sizes, &growth) || folder == NULL)
    {
      fprintf (stderr, "Usage: %s [growth] [N…]   (each 1 to %d)\n", argv[0], BENCH_BOARD_MAX);
      return 2;
    }

  costs = g_new0 (double, sizes->len * G_N_ELEMENTS (figures));
  for (guint i = 0; i < sizes->len; i++)
    run_size (g_array_index (sizes, guint, i), folder, g_getenv ("COMMONS_BOARD"), growth,
              costs + i * G_N_ELEMENTS (figures));

  if (sizes->len > 1)
    print_growth (sizes, costs);

  g_rmdir (folder);
  return 0;
}

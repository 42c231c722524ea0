/* test-soak.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workshop that goes on: people write, move, link and delete cards, save, take
 * back, search, look elsewhere and draw the board, while drafts, versions and the
 * bin are kept. Memory must not creep: what is in use after each round, when the
 * board was opened again, is what it was after the rounds before. Under the
 * sanitizers what leaks is told as well.
 *
 * $COMMONS_SOAK_EDITS is how many edits there are: 400, or 10000 for two hours’
 * worth, with a save for each twenty and a step taken back for each fifty.
 */

#include "config.h"

#include <malloc.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "bench-board.h"
#include "commons-arrange.h"
#include "commons-autosave.h"
#include "commons-bin-keeper.h"
#include "commons-document.h"
#include "commons-export.h"
#include "commons-picture.h"
#include "commons-search.h"
#include "commons-version-keeper.h"
#include "commons-versions.h"
#include "commons-writer.h"

#define SEED      20261130
#define N_CARDS   300
#define N_ROUNDS  10
#define N_FIRST   2
#define GROWTH    1.05

/* Until fonts and caches of what is drawn are full. */
#define N_WARM_UP 400

#define EDITS_PER_SAVE 20
#define EDITS_PER_UNDO 50
#define EDITS_PER_LOOK 5
#define EDITS_PER_DRAFT 50
#define EDITS_PER_FILE 400

typedef struct
{
  char                 *folder;
  GFile                *file;
  CommonsDocument      *document;
  CommonsAutosave      *autosave;
  CommonsVersionKeeper *versions;
  CommonsBinKeeper     *bin;
  CommonsSearch        *search;
  CommonsPicture       *picture;
  GRand                *rand;
  cairo_surface_t      *screen;
  guint                 n_edits;
  guint                 n_saves;
  guint                 n_undos;
  gboolean              done;
} Workshop;

static CommonsBoard *
get_board (Workshop *self)
{
  return commons_document_get_board (self->document);
}

static CommonsEditor *
get_editor (Workshop *self)
{
  return commons_document_get_editor (self->document);
}

static CommonsRecord *
pick_card (Workshop *self)
{
  return commons_board_get_node (get_board (self),
                                 (guint) g_rand_int_range (self->rand, 0, (int) commons_board_get_n_nodes (get_board (self))));
}

/* ---- Edits --------------------------------------------------------------- */

/* Letters typed one after the other are one step. */
static void
write_words (Workshop *self)
{
  CommonsRecord *card = pick_card (self);
  g_autofree char *id = g_strdup (commons_record_get_id (card)), *key = g_strconcat ("text-", id, NULL);
  g_autoptr (GString) text = g_string_new ("Relire ");

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (CommonsRecord) written = NULL;

      g_string_append_printf (text, "%c%u", 'a' + g_rand_int_range (self->rand, 0, 26), self->n_edits);
      written = commons_record_with_text (commons_board_lookup_node (get_board (self), id), text->str);
      commons_editor_begin (get_editor (self), "Write", key);
      commons_editor_set (get_editor (self), written);
      commons_editor_commit (get_editor (self));
    }
}

static void
move_some (Workshop *self)
{
  g_autoptr (GHashTable) moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 5; i++)
    g_hash_table_add (moved, g_strdup (commons_record_get_id (pick_card (self))));

  commons_arrange_move (get_editor (self), moved, g_rand_int_range (self->rand, -200, 200),
                        g_rand_int_range (self->rand, -200, 200), "Move", NULL);
}

static void
add_card (Workshop *self)
{
  static const char *const kinds[] = { "rule", "value", "community", "resource", "action" };
  CommonsRecord *beside = pick_card (self);
  CommonsRect bounds = *commons_record_get_bounds (beside);
  g_autoptr (CommonsRecord) card = NULL, link = NULL;

  bounds.x += 30;
  card = commons_record_new_card (kinds[self->n_edits % G_N_ELEMENTS (kinds)], FALSE, &bounds, "Une carte de plus");
  link = commons_record_new_link ("relates_to", commons_record_get_id (beside), commons_record_get_id (card));
  commons_editor_begin (get_editor (self), "Add", NULL);
  commons_editor_add (get_editor (self), card);
  commons_editor_add (get_editor (self), link);
  commons_editor_commit (get_editor (self));
}

static void
delete_card (Workshop *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (ids, g_strdup (commons_record_get_id (pick_card (self))));
  commons_arrange_delete (get_editor (self), ids, "Delete");
}

/* The board stays about as large as it is. */
static void
edit (Workshop *self)
{
  guint n_nodes = commons_board_get_n_nodes (get_board (self));

  switch (g_rand_int_range (self->rand, 0, 4))
    {
    case 0:
      write_words (self);
      break;

    case 1:
      move_some (self);
      break;

    default:
      if (n_nodes <= N_CARDS)
        add_card (self);
      else
        delete_card (self);
      break;
    }

  self->n_edits++;
}

/* ---- What goes on beside ------------------------------------------------- */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Workshop *self = user_data;
  g_autoptr (GError) error = NULL;

  commons_document_save_finish (COMMONS_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  self->done = TRUE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Workshop *self = user_data;
  g_autoptr (GError) error = NULL;

  commons_document_load_finish (COMMONS_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  self->done = TRUE;
}

static void
wait (Workshop *self)
{
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);

  self->done = FALSE;
}

static void
save (Workshop *self)
{
  commons_document_save_async (self->document, self->file, FALSE, NULL, saved_cb, self);
  wait (self);
  commons_versions_wait ();
  self->n_saves++;
}

static void
take_back (Workshop *self)
{
  CommonsHistory *history = commons_document_get_history (self->document);
  g_autoptr (CommonsChangeSet) undone = commons_history_undo (history);
  g_autoptr (CommonsChangeSet) done = NULL;

  g_assert_nonnull (undone);
  if (self->n_undos++ % 2 == 0)
    done = commons_history_redo (history);
}

/* Another place, nearer or further away, and what is looked for there. */
static void
look (Workshop *self)
{
  static const double zooms[] = { 1, 0.5, 0.2, 2, 0.05 };
  static const char *const words[] = { "relire", "eau", "carte de plus", "a1" };
  g_autoptr (GPtrArray) found = NULL;
  const CommonsRect *bounds = commons_record_get_bounds (pick_card (self));
  double zoom = zooms[self->n_edits / EDITS_PER_LOOK % G_N_ELEMENTS (zooms)];
  CommonsRect area = { bounds->x, bounds->y, (int) (600 / zoom), (int) (400 / zoom) };
  cairo_t *cr = cairo_create (self->screen);

  commons_picture_set_zoom (self->picture, zoom);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -area.x, -area.y);
  commons_picture_paint (self->picture, cr, &area, NULL);
  cairo_destroy (cr);

  found = commons_search_find (self->search, words[self->n_edits / EDITS_PER_LOOK % G_N_ELEMENTS (words)]);
  g_assert_nonnull (found);
}

static void
keep_draft (Workshop *self)
{
  commons_autosave_flush (self->autosave);
  commons_autosave_wait ();
  commons_bin_keeper_flush (self->bin);
}

static void
draw_files (Workshop *self)
{
  static const CommonsExportFormat formats[] = { COMMONS_EXPORT_PNG, COMMONS_EXPORT_SVG, COMMONS_EXPORT_PDF };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const CommonsExportOptions options = { .format = formats[i], .scale = 0.3, .imprint = TRUE };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = commons_export_render (get_board (self), commons_catalogue_get ("fr"), &options, &error);

      g_assert_no_error (error);
      g_assert_nonnull (bytes);
    }
}

/* ---- The workshop -------------------------------------------------------- */

static void
start_looking (Workshop *self)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");

  self->search = commons_search_new (get_board (self), catalogue);
  self->picture = commons_picture_new (get_board (self), catalogue, commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
}

static void
stop_looking (Workshop *self)
{
  g_clear_pointer (&self->search, commons_search_free);
  g_clear_object (&self->picture);
}

static void
workshop_init (Workshop *self)
{
  g_autoptr (CommonsBoard) board = bench_board_new (N_CARDS);
  g_autofree char *path = NULL, *kept = NULL, *drafts = NULL;

  *self = (Workshop) { .folder = g_dir_make_tmp ("commons-soak-XXXXXX", NULL), .rand = g_rand_new_with_seed (SEED) };
  path = g_build_filename (self->folder, "board.commons", NULL);
  kept = g_build_filename (self->folder, "kept", NULL);
  drafts = g_build_filename (self->folder, "drafts", NULL);
  self->file = g_file_new_for_path (path);
  self->screen = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 400);
  self->document = commons_document_new_for_board (board);
  self->autosave = commons_autosave_new (self->document, NULL, drafts);
  self->versions = commons_version_keeper_new (self->document, kept);
  self->bin = commons_bin_keeper_new (self->document, kept);
  start_looking (self);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }

  g_remove (path);
}

static void
workshop_clear (Workshop *self)
{
  stop_looking (self);
  g_object_unref (self->bin);
  g_object_unref (self->versions);
  g_object_unref (self->autosave);
  g_object_unref (self->document);
  g_object_unref (self->file);
  g_rand_free (self->rand);
  cairo_surface_destroy (self->screen);
  remove_tree (self->folder);
  g_free (self->folder);
}

static void
go_on (Workshop *self,
       guint     n_edits)
{
  for (guint i = 0; i < n_edits; i++)
    {
      edit (self);

      if (self->n_edits % EDITS_PER_LOOK == 0)
        look (self);
      if (self->n_edits % EDITS_PER_UNDO == 0)
        take_back (self);
      if (self->n_edits % EDITS_PER_DRAFT == EDITS_PER_DRAFT / 2)
        keep_draft (self);
      if (self->n_edits % EDITS_PER_SAVE == 0)
        save (self);
      if (self->n_edits % EDITS_PER_FILE == 0)
        draw_files (self);

      while (g_main_context_iteration (NULL, FALSE));
    }
}

/* What was done cannot be taken back any more. */
static void
open_again (Workshop *self)
{
  save (self);
  stop_looking (self);
  commons_document_load_async (self->document, self->file, NULL, loaded_cb, self);
  wait (self);
  commons_versions_wait ();
  start_looking (self);
}

static gsize
get_memory (void)
{
  return mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
}

static guint
get_n_edits (void)
{
  const char *text = g_getenv ("COMMONS_SOAK_EDITS");
  guint64 n_edits = 400;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, N_ROUNDS, 1000000, &n_edits, NULL))
    g_error ("$COMMONS_SOAK_EDITS is no number of edits");

  return (guint) n_edits;
}

static void
test_soak (void)
{
  guint per_round = get_n_edits () / N_ROUNDS;
  gsize warm = 0, most = 0, before;
  Workshop workshop;

  workshop_init (&workshop);
  go_on (&workshop, N_WARM_UP);
  draw_files (&workshop);
  open_again (&workshop);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gsize full, now;

      before = get_memory ();
      go_on (&workshop, per_round);
      full = get_memory ();
      open_again (&workshop);
      now = get_memory ();
      g_test_message ("round %u: %.1f MiB, %.1f MiB before it was opened again, %.1f before it began", i + 1,
                      (double) now / (1 << 20), (double) full / (1 << 20), (double) before / (1 << 20));

      if (i < N_FIRST)
        warm = MAX (warm, now);
      else
        most = MAX (most, now);
    }

  g_test_message ("%u edits, %u saves, %u steps taken back", workshop.n_edits, workshop.n_saves, workshop.n_undos);
  workshop_clear (&workshop);

  /* The sanitizers have an allocator of their own. */
#if !defined (__SANITIZE_ADDRESS__)
  g_assert_cmpfloat ((double) most, <=, (double) warm * GROWTH);
#endif
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/soak/board", test_soak);

  return g_test_run ();
}

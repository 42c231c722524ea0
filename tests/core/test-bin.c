/* test-bin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-bin.h"
#include "core-fixture.h"

#define N_RUNS 300
#define N_CARDS 14
#define N_LINKS 12

typedef struct
{
  CommonsBoard   *board;
  CommonsEditor  *editor;
  CommonsHistory *history;
  CommonsBin     *bin;
} Fixture;

static void
start (Fixture      *self,
       CommonsBoard *board)
{
  self->board = board;
  self->editor = commons_editor_new (board);
  self->history = commons_history_new (board);
  self->bin = commons_bin_new (board);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  start (self, fixture_board ());
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->bin);
  g_clear_object (&self->history);
  g_clear_object (&self->editor);
  g_clear_object (&self->board);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const CommonsBinItem *first = *(CommonsBinItem *const *) a;
  const CommonsBinItem *second = *(CommonsBinItem *const *) b;

  return g_strcmp0 (first->id, second->id);
}

/* Ids of what the bin has and the board has not, in their order. */
static char *
say_gone (Fixture *self)
{
  g_autoptr (GPtrArray) items = commons_bin_list (self->bin);
  GString *ids = g_string_new (NULL);

  g_ptr_array_sort (items, compare_ids);
  for (guint i = 0; i < items->len; i++)
    {
      CommonsBinItem *item = g_ptr_array_index (items, i);

      if (commons_board_lookup (self->board, item->id) == NULL)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", item->id);
    }

  return g_string_free (ids, FALSE);
}

static CommonsBinItem *
find (GPtrArray  *items,
      const char *id)
{
  for (guint i = 0; i < items->len; i++)
    {
      CommonsBinItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->id, id))
        return item;
    }

  return NULL;
}

static guint
put_back (Fixture   *self,
          GPtrArray *ids)
{
  g_autoptr (GPtrArray) items = commons_bin_list (self->bin);
  g_autoptr (GPtrArray) plan = commons_bin_plan (items, ids, self->board);
  g_autoptr (GPtrArray) back = NULL;

  commons_editor_begin (self->editor, "Restore", NULL);
  back = commons_bin_put_back (plan, items, self->editor);
  commons_editor_commit (self->editor);
  fixture_check (self->board);

  return back->len;
}

static guint
put_back_words (Fixture    *self,
                const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (ids, list[i]);

  return put_back (self, ids);
}

static void
test_one_card (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *before = fixture_dump (self->board);
  g_autofree char *without = NULL;
  g_autoptr (GPtrArray) items = NULL;
  CommonsBinItem *item;

  fixture_remove (self->editor, "b");
  without = fixture_dump (self->board);
  fixture_assert_says (say_gone (self), "ab b bc");
  items = commons_bin_list (self->bin);
  item = find (items, "b");
  g_assert_cmpstr (item->title, ==, "b");
  g_assert_cmpstr (item->kind, ==, "value");
  g_assert_cmpstr (item->place, ==, "ring");
  g_assert_cmpstr (item->below, ==, "a");
  g_assert_cmpint (item->removed, >, g_get_real_time () - G_TIME_SPAN_HOUR);

  g_assert_cmpuint (put_back_words (self, "b"), ==, 1);
  fixture_assert_says (fixture_dump (self->board), before);
  fixture_assert_says (say_gone (self), "");

  /* One step, there and back. */
  commons_change_set_unref (commons_history_undo (self->history));
  fixture_assert_says (fixture_dump (self->board), without);
  fixture_assert_says (say_gone (self), "ab b bc");
  commons_change_set_unref (commons_history_redo (self->history));
  fixture_assert_says (fixture_dump (self->board), before);
}

static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  fixture_remove (self->editor, "a");
  fixture_assert_says (say_gone (self), "a ab");
  commons_change_set_unref (commons_history_undo (self->history));
  fixture_assert_says (say_gone (self), "");
  commons_change_set_unref (commons_history_redo (self->history));
  fixture_assert_says (say_gone (self), "a ab");
}

/* A link comes back with the second of its ends, not before. */
static void
test_links (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *before = fixture_dump (self->board);

  fixture_remove (self->editor, "a");
  fixture_remove (self->editor, "b");
  fixture_assert_says (fixture_ids (self->board), "ring c | cc");

  put_back_words (self, "b");
  fixture_assert_says (fixture_ids (self->board), "ring b c | bc cc");
  put_back_words (self, "a");
  fixture_assert_says (fixture_dump (self->board), before);
}

/* Somebody did not want that link any more before the card went. */
static void
test_link_alone (Fixture       *self,
                 gconstpointer  data)
{
  fixture_remove (self->editor, "ab");
  fixture_remove (self->editor, "a");
  put_back_words (self, "a");
  fixture_assert_says (fixture_ids (self->board), "ring a b c | bc cc");
}

static void
test_all_at_once (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *before = fixture_dump (self->board);

  commons_editor_begin (self->editor, "Remove", NULL);
  commons_editor_remove (self->editor, "a");
  commons_editor_remove (self->editor, "ring");
  commons_editor_remove (self->editor, "c");
  commons_editor_remove (self->editor, "b");
  commons_editor_commit (self->editor);

  g_assert_cmpuint (put_back_words (self, "c ring a b"), ==, 4);
  fixture_assert_says (fixture_dump (self->board), before);
}

/* What was there is put where it was; what came meanwhile stays. */
static void
test_others_came (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (CommonsRecord) taken = fixture_node ("n", NULL, 0, 0, 100, 60);
  g_autoptr (CommonsRecord) again = fixture_node ("a", NULL, 0, 0, 100, 60);

  fixture_remove (self->editor, "a");
  fixture_remove (self->editor, "ring");
  fixture_add (self->editor, taken, NULL);
  put_back_words (self, "a");
  fixture_assert_says (fixture_ids (self->board), "a b c n | ab bc cc");

  /* An id that is taken is not put back. */
  fixture_remove (self->editor, "a");
  fixture_add (self->editor, again, NULL);
  g_assert_cmpuint (put_back_words (self, "a nothing"), ==, 0);
}

/* One step may do more than remove. */
static void
test_mixed_step (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (CommonsRecord) taken = fixture_node ("n", NULL, 0, 0, 100, 60);
  g_autoptr (GPtrArray) items = NULL;

  commons_editor_begin (self->editor, "Mixed", NULL);
  commons_editor_add (self->editor, taken);
  commons_editor_remove (self->editor, "b");
  commons_editor_reorder (self->editor, "a", 0);
  commons_editor_remove (self->editor, "c");
  commons_editor_commit (self->editor);
  fixture_assert_says (fixture_ids (self->board), "a ring n |");

  items = commons_bin_list (self->bin);
  g_assert_cmpstr (find (items, "b")->below, ==, "a");
  g_assert_cmpstr (find (items, "c")->below, ==, "ring");
  put_back_words (self, "b c");
  fixture_assert_says (fixture_ids (self->board), "a b ring c n | ab bc cc");
}

static void
test_emptied (Fixture       *self,
              gconstpointer  data)
{
  fixture_remove (self->editor, "a");
  commons_bin_empty (self->bin);
  fixture_assert_says (say_gone (self), "");
  g_assert_cmpuint (put_back_words (self, "a"), ==, 0);
}

/* A file may say that two things lay on one another. */
static void
test_circular (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) items = NULL;

  fixture_remove (self->editor, "a");
  fixture_remove (self->editor, "b");
  items = commons_bin_list (self->bin);
  g_free (find (items, "a")->below);
  find (items, "a")->below = g_strdup ("b");
  g_free (find (items, "b")->below);
  find (items, "b")->below = g_strdup ("a");

  g_assert_cmpuint (put_back_words (self, "a b"), ==, 2);
  g_assert_cmpuint (commons_board_get_n_nodes (self->board), ==, 4);
}

static void
test_bounds (Fixture       *self,
             gconstpointer  data)
{
  const guint n = COMMONS_BIN_MAX + 50;
  g_autoptr (GPtrArray) items = NULL;

  commons_editor_begin (self->editor, "Add", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autoptr (CommonsRecord) record = fixture_node (id, NULL, 0, 0, 100, 60);

      commons_editor_add (self->editor, record);
    }
  commons_editor_commit (self->editor);

  commons_editor_begin (self->editor, "Remove", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);

      commons_editor_remove (self->editor, id);
    }
  commons_editor_commit (self->editor);

  items = commons_bin_list (self->bin);
  g_assert_cmpuint (items->len, ==, COMMONS_BIN_MAX);
  g_assert_null (find (items, "n49"));
  g_assert_nonnull (find (items, "n50"));
}

/* ---- Whatever is removed, in whatever order it is put back ---------------- */

static CommonsBoard *
make_board (GRand *rand)
{
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, "{'nodes':[],'edges':[]}");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edges = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; i < N_CARDS; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);

      g_ptr_array_add (nodes, fixture_node (id, i % 5 == 0 ? "circle" : NULL, 100 * (int) i, 0, 300, 300));
    }
  for (guint i = 0; i < N_LINKS; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autofree char *from = g_strdup_printf ("n%d", g_rand_int_range (rand, 0, N_CARDS));
      g_autofree char *to = g_strdup_printf ("n%d", g_rand_int_range (rand, 0, N_CARDS));

      g_ptr_array_add (edges, fixture_edge (id, from, to));
    }

  return commons_board_new_from_records (head, nodes, edges);
}

static void
remove_some (Fixture *self,
             GRand   *rand)
{
  guint n = (guint) g_rand_int_range (rand, 1, 5);

  commons_editor_begin (self->editor, "Remove", NULL);
  for (guint i = 0; i < n && commons_board_get_n_nodes (self->board) > 0; i++)
    {
      guint index = (guint) g_rand_int_range (rand, 0, (int) commons_board_get_n_nodes (self->board));

      commons_editor_remove (self->editor, commons_record_get_id (commons_board_get_node (self->board, index)));
    }
  commons_editor_commit (self->editor);
}

static void
put_some_back (Fixture *self,
               GRand   *rand,
               guint    n_max)
{
  g_autoptr (GPtrArray) items = commons_bin_list (self->bin);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = items->len; i > 0 && ids->len < n_max; i--)
    {
      guint chosen = (guint) g_rand_int_range (rand, 0, (int) i);
      CommonsBinItem *item = g_ptr_array_index (items, chosen);

      if (item->table == COMMONS_TABLE_NODES && commons_board_lookup (self->board, item->id) == NULL)
        g_ptr_array_add (ids, item->id);
      g_ptr_array_index (items, chosen) = g_ptr_array_index (items, i - 1);
      g_ptr_array_index (items, i - 1) = item;
    }

  put_back (self, ids);
}

static void
test_random (void)
{
  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (run);
      Fixture self = { 0 };
      g_autofree char *before = NULL;
      guint n_steps = 0;

      start (&self, make_board (rand));
      before = fixture_dump (self.board);
      for (guint i = 0; i < 8; i++)
        remove_some (&self, rand);

      while (commons_board_get_n_nodes (self.board) < N_CARDS)
        put_some_back (&self, rand, (guint) g_rand_int_range (rand, 1, 4));
      fixture_assert_says (fixture_dump (self.board), before);

      /* All of it can be taken back, and done again. */
      for (; commons_history_can_undo (self.history); n_steps++)
        commons_change_set_unref (commons_history_undo (self.history));
      fixture_assert_says (fixture_dump (self.board), before);
      for (; n_steps > 0; n_steps--)
        commons_change_set_unref (commons_history_redo (self.history));
      fixture_assert_says (fixture_dump (self.board), before);

      tear_down (&self, NULL);
    }
}

/* Removing and putting back by turns: nothing is lost, and what was removed
 * and put back while nothing else happened lies where it lay. */
static void
test_by_turns (void)
{
  for (guint run = 0; run < N_RUNS; run++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (1000 + run);
      Fixture self = { 0 };
      g_autofree char *before = NULL;

      start (&self, make_board (rand));
      for (guint i = 0; i < 12; i++)
        {
          if (g_rand_boolean (rand))
            remove_some (&self, rand);
          else
            put_some_back (&self, rand, 3);
        }

      g_clear_pointer (&before, g_free);
      put_some_back (&self, rand, G_MAXUINT);
      g_assert_cmpuint (commons_board_get_n_nodes (self.board), ==, N_CARDS);
      g_assert_cmpuint (commons_board_get_n_edges (self.board), ==, N_LINKS);

      before = fixture_dump (self.board);
      remove_some (&self, rand);
      put_some_back (&self, rand, G_MAXUINT);
      fixture_assert_says (fixture_dump (self.board), before);

      tear_down (&self, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/bin/one-card", test_one_card);
  ADD ("/bin/undo", test_undo);
  ADD ("/bin/links", test_links);
  ADD ("/bin/link-alone", test_link_alone);
  ADD ("/bin/all-at-once", test_all_at_once);
  ADD ("/bin/others-came", test_others_came);
  ADD ("/bin/mixed-step", test_mixed_step);
  ADD ("/bin/emptied", test_emptied);
  ADD ("/bin/circular", test_circular);
  ADD ("/bin/bounds", test_bounds);
#undef ADD
  g_test_add_func ("/bin/random", test_random);
  g_test_add_func ("/bin/by-turns", test_by_turns);

  return g_test_run ();
}

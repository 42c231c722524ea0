/* test-outline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline follows the board, and the board the outline.
 */

#include "config.h"

#include "commons-arrange.h"
#include "commons-outline-model.h"
#include "commons-refile.h"
#include "test-ui.h"

static const char *
get_id (CommonsOutlineModel *model,
        guint                position)
{
  g_autoptr (CommonsOutlineRow) row = g_list_model_get_item (G_LIST_MODEL (model), position);

  return row ? commons_outline_row_get_id (row) : NULL;
}

static guint
get_n (CommonsOutlineModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

typedef struct
{
  CommonsWindow       *window;
  CommonsDocument     *document;
  CommonsBoard        *board;
  CommonsEditor       *editor;
  CommonsCatalogue    *catalogue;
  CommonsOutlineModel *model;
  char                *circle;
  char                *rule;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = test_ui_new ("blank");
  fixture->document = commons_window_get_document (fixture->window);
  fixture->board = commons_document_get_board (fixture->document);
  fixture->editor = commons_document_get_editor (fixture->document);
  fixture->catalogue = commons_board_view_get_catalogue (commons_window_get_view (fixture->window));
  fixture->circle = commons_arrange_create (fixture->editor, commons_catalogue_get_kind (fixture->catalogue, "circle"),
                                            0, 0, 480, 480, "Surveyors", "New");
  fixture->rule = commons_arrange_create (fixture->editor, commons_catalogue_get_kind (fixture->catalogue, "rule"),
                                          900, 0, 0, 0, "Answer within two days", "New");
  fixture->model = commons_outline_model_new ();
  commons_outline_model_set_active (fixture->model, TRUE);
  commons_outline_model_set_board (fixture->model, fixture->board);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->model);
  g_clear_pointer (&fixture->circle, g_free);
  g_clear_pointer (&fixture->rule, g_free);
  test_ui_close (fixture->window);
}

static gboolean
move_rule_in (Fixture *fixture)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, fixture->rule);
  return commons_refile_move_into (fixture->editor, fixture->catalogue, ids, fixture->circle, "Move");
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CommonsOutlineRow) rule = NULL;
  g_autoptr (CommonsOutlineRow) same = NULL;
  g_autoptr (CommonsChangeSet) undone = NULL;
  guint n_changes = 0;

  g_assert_cmpuint (get_n (fixture->model), ==, 2);
  g_assert_cmpstr (get_id (fixture->model, 0), ==, fixture->rule);
  g_assert_cmpstr (get_id (fixture->model, 1), ==, fixture->circle);
  g_assert_cmpuint (commons_outline_model_get_parent (fixture->model, 0), ==, G_MAXUINT);

  rule = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  g_signal_connect_swapped (rule, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (move_rule_in (fixture));

  /* The same line, one level further in. */
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (get_id (fixture->model, 0), ==, fixture->circle);
  same = g_list_model_get_item (G_LIST_MODEL (fixture->model), 1);
  g_assert_true (same == rule);
  g_assert_cmpuint (commons_outline_row_get_depth (rule), ==, 1);
  g_assert_cmpuint (commons_outline_model_get_parent (fixture->model, 1), ==, 0);

  undone = commons_history_undo (commons_document_get_history (fixture->document));
  g_assert_cmpstr (get_id (fixture->model, 0), ==, fixture->rule);
  g_assert_cmpuint (commons_outline_row_get_depth (rule), ==, 0);
}

static void
test_folds (Fixture       *fixture,
            gconstpointer  data)
{
  move_rule_in (fixture);
  commons_outline_model_set_expanded (fixture->model, fixture->circle, FALSE);
  g_assert_cmpuint (get_n (fixture->model), ==, 1);
  g_assert_cmpuint (commons_outline_model_find (fixture->model, fixture->rule), ==, G_MAXUINT);

  /* Showing what is folded away unfolds what it lies in. */
  g_assert_nonnull (commons_outline_model_show (fixture->model, fixture->rule));
  g_assert_cmpuint (commons_outline_model_find (fixture->model, fixture->rule), ==, 1);
  g_assert_null (commons_outline_model_show (fixture->model, "nowhere"));
}

/* What nobody looks at costs nothing, and is right when somebody does. */
static void
test_sleeps (Fixture       *fixture,
             gconstpointer  data)
{
  guint n_changes = 0;

  g_signal_connect_swapped (fixture->model, "items-changed", G_CALLBACK (count_cb), &n_changes);
  commons_outline_model_set_active (fixture->model, FALSE);
  move_rule_in (fixture);
  g_assert_cmpuint (n_changes, ==, 0);
  commons_outline_model_set_active (fixture->model, TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (get_id (fixture->model, 0), ==, fixture->circle);
}

/* Random edits tell of every difference: a copy kept by the signal is the
 * list that a new model makes. */
static void
replay_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *copy)
{
  if (removed > 0)
    g_ptr_array_remove_range (copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (copy, (int) (position + i), g_list_model_get_item (model, position + i));
}

static void
test_tells_everything (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) copy = g_ptr_array_new_with_free_func (g_object_unref);

  replay_cb (G_LIST_MODEL (fixture->model), 0, 0, get_n (fixture->model), copy);
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (replay_cb), copy);

  for (guint i = 0; i < 120; i++)
    {
      guint n = commons_board_get_n_nodes (fixture->board);
      const char *id = commons_record_get_id (commons_board_get_node (fixture->board, (guint) g_test_rand_int_range (0, (int) n)));
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();
      g_autoptr (CommonsOutlineModel) fresh = commons_outline_model_new ();
      g_autofree char *made = NULL;

      g_ptr_array_add (ids, (gpointer) id);
      if (i % 3 == 0)
        made = commons_arrange_create (fixture->editor, commons_catalogue_get_kind (fixture->catalogue, i % 2 ? "circle" : "value"),
                                       g_test_rand_int_range (-600, 600), g_test_rand_int_range (-600, 600), 0, 0, "x", "New");
      else if (i % 7 == 1 && n > 4)
        commons_arrange_delete (fixture->editor, ids, "Delete");
      else
        commons_refile_move_into (fixture->editor, fixture->catalogue, ids, i % 2 ? fixture->circle : NULL, "Move");

      commons_outline_model_set_active (fresh, TRUE);
      commons_outline_model_set_board (fresh, fixture->board);
      g_assert_cmpuint (copy->len, ==, get_n (fixture->model));
      g_assert_cmpuint (copy->len, ==, get_n (fresh));
      for (guint j = 0; j < copy->len; j++)
        g_assert_cmpstr (commons_outline_row_get_id (g_ptr_array_index (copy, j)), ==, get_id (fresh, j));
    }

  g_signal_handlers_disconnect_by_func (fixture->model, replay_cb, copy);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add ("/outline/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/outline/folds", Fixture, NULL, set_up, test_folds, tear_down);
  g_test_add ("/outline/sleeps", Fixture, NULL, set_up, test_sleeps, tear_down);
  g_test_add ("/outline/tells-everything", Fixture, NULL, set_up, test_tells_everything, tear_down);

  return g_test_run ();
}

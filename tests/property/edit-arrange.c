/* edit-arrange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-advise.h"
#include "commons-arrange-link.h"
#include "commons-arrange-next.h"
#include "commons-arrange-tick.h"
#include "commons-arrange-tidy.h"
#include "commons-capture.h"
#include "commons-catalogue.h"
#include "commons-pattern.h"
#include "commons-ready.h"
#include "commons-refile.h"
#include "commons-tray.h"

#include "edit-arrange.h"
#include "edit-inspect.h"
#include "edit-sides.h"

/* Boards stay small, so that every check stays fast. */
#define MAX_NODES 80

#define LABEL "arrange"

typedef struct
{
  CommonsEditor    *editor;
  CommonsBoard     *board;
  CommonsCatalogue *catalogue;
  char             *id;    /* of a node */
  char             *other; /* of another one, or of the same */
  guint             value;
} Arrange;

static gboolean
has_room (Arrange *arrange)
{
  return commons_board_get_n_nodes (arrange->board) < MAX_NODES;
}

static GPtrArray *
list_ids (Arrange *arrange)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, arrange->id);
  g_ptr_array_add (ids, arrange->other);

  return ids;
}

static void
next (Arrange *arrange)
{
  g_autofree char *made = NULL;

  if (has_room (arrange))
    made = commons_arrange_next (arrange->editor, arrange->catalogue, arrange->id,
                                 arrange->value % 4, arrange->value % 3 == 0, LABEL);
}

static void
clone (Arrange *arrange)
{
  g_autofree char *made = NULL;

  if (has_room (arrange))
    made = commons_arrange_clone (arrange->editor, arrange->catalogue, arrange->id,
                                  arrange->value % 4, arrange->value % 3 == 0, NULL, LABEL);
}

static void
add_to_tray (Arrange *arrange)
{
  const CommonsRect visible = { 0, 0, 1000, 600 };
  g_autofree char *made = NULL;

  if (has_room (arrange))
    made = commons_tray_add (arrange->editor, arrange->catalogue,
                             commons_catalogue_get_kind (arrange->catalogue, arrange->value % 2 != 0 ? "rule" : NULL),
                             "Word", (int) arrange->value, &visible, LABEL);
}

static void
place (Arrange *arrange)
{
  g_autofree char *sentence = NULL;

  commons_tray_place (arrange->editor, arrange->catalogue, arrange->id, arrange->value, arrange->value, LABEL,
                      &sentence);
}

static void
create_in (Arrange *arrange)
{
  g_autofree char *made = NULL;

  if (has_room (arrange))
    made = commons_arrange_create_in (arrange->editor, arrange->catalogue, NULL, arrange->id, "Word", 0, LABEL);
}

static void
clear_up_tray (Arrange *arrange)
{
  commons_tray_clear_up (arrange->editor, LABEL);
}

static void
duplicate (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_ids (arrange);
  g_autoptr (GPtrArray) copies = NULL;

  if (commons_board_get_n_nodes (arrange->board) < MAX_NODES / 2)
    copies = commons_arrange_duplicate (arrange->editor, ids, 24, (int) arrange->value, LABEL);
}

/* The board is pasted into itself, or a card of another one is. */
static void
paste (Arrange *arrange)
{
  const CommonsRect bounds = { 0, 0, 204, 62 };
  g_autoptr (CommonsBoard) other = commons_board_new ();
  g_autoptr (CommonsEditor) editor = commons_editor_new (other);
  g_autoptr (CommonsRecord) card = commons_record_new_card ("rule", FALSE, &bounds, "Pasted");
  g_autoptr (GPtrArray) ids = NULL;

  if (commons_board_get_n_nodes (arrange->board) >= MAX_NODES / 2)
    return;

  commons_editor_begin (editor, LABEL, NULL);
  commons_editor_add (editor, card);
  commons_editor_commit (editor);
  ids = commons_arrange_paste (arrange->editor, arrange->value % 4 == 0 ? arrange->board : other,
                               arrange->value, -(double) arrange->value, LABEL);
}

static void
move (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_ids (arrange);
  g_autoptr (GHashTable) moved = commons_arrange_gather (arrange->board, ids);

  commons_arrange_move (arrange->editor, moved, 12, -(int) arrange->value, LABEL, NULL);
}

static void
change_order (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_ids (arrange);

  if (arrange->value % 2 != 0)
    commons_arrange_to_front (arrange->editor, ids, LABEL);
  else
    commons_arrange_to_back (arrange->editor, ids, LABEL);
}

/* All nodes, so that there is enough to arrange. */
static GPtrArray *
list_all (Arrange *arrange)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < commons_board_get_n_nodes (arrange->board); i++)
    g_ptr_array_add (ids, g_strdup (commons_record_get_id (commons_board_get_node (arrange->board, i))));

  return ids;
}

static void
align (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_all (arrange);

  commons_arrange_align (arrange->editor, ids, (CommonsAlignment) (arrange->value % 6), LABEL);
}

static void
distribute (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_all (arrange);

  commons_arrange_distribute (arrange->editor, ids, arrange->value % 2, LABEL);
}

static void
tidy (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_all (arrange);

  if (arrange->value % 5 == 4)
    commons_arrange_tidy (arrange->editor, ids, LABEL);
  else
    commons_arrange_group_by (arrange->editor, arrange->catalogue, ids,
                              (CommonsGrouping) (arrange->value % 5), LABEL);
}

static void
tidy_inside (Arrange *arrange)
{
  commons_arrange_tidy_inside (arrange->editor, arrange->id, LABEL);
}

static void
make_room (Arrange *arrange)
{
  commons_arrange_make_room (arrange->editor, (CommonsRoomSide) (arrange->value % 4),
                             (int) (arrange->value % 1000) - 500, (int) (arrange->value % 300), LABEL);
}

static void
lock (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_ids (arrange);

  commons_arrange_set_locked (arrange->editor, ids, arrange->value % 2, LABEL);
}

static void
step_order (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_ids (arrange);

  commons_arrange_step_order (arrange->editor, ids, arrange->value % 2, LABEL);
}

/* Far enough to cross borders, there and back. */
static void
refile (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_ids (arrange);
  g_autoptr (GHashTable) moved = commons_arrange_gather (arrange->board, ids);
  g_autofree char *sentence = NULL;
  int far = (int) (arrange->value % 100) * (arrange->value % 2 != 0 ? 12 : -12);

  commons_refile_move (arrange->editor, arrange->catalogue, moved, far, -far / 2, arrange->value % 7 == 0, LABEL,
                       &sentence);
}

static void
nudge (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_ids (arrange);
  g_autoptr (GHashTable) moved = commons_arrange_gather (arrange->board, ids);
  g_autofree char *sentence = NULL;

  commons_refile_nudge (arrange->editor, arrange->catalogue, moved, 12, 0, LABEL, &sentence);
}

static void
move_into (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, arrange->id);
  commons_refile_move_into (arrange->editor, arrange->catalogue, ids, arrange->value % 4 != 0 ? arrange->other : NULL,
                            LABEL);
}

static void
settle (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_ids (arrange);

  commons_refile_settle (arrange->editor, arrange->catalogue, ids, LABEL);
}

static void
group (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_ids (arrange);
  g_autofree char *made = NULL;

  if (has_room (arrange))
    made = commons_refile_group (arrange->editor, arrange->catalogue, ids, LABEL);
}

static void
ungroup (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_ids (arrange);

  commons_refile_ungroup (arrange->editor, arrange->catalogue, ids, LABEL);
}

static void
resize (Arrange *arrange)
{
  CommonsRect bounds = *commons_record_get_bounds (commons_board_lookup_node (arrange->board, arrange->id));
  g_autofree char *sentence = NULL;

  bounds.width = bounds.height = 60 + (int) (arrange->value % 100) * 10;
  commons_refile_resize (arrange->editor, arrange->catalogue, arrange->id, &bounds, LABEL, &sentence);
}

/* Seldom, or nothing would be left. */
static void
delete (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, arrange->id);
  if (arrange->value % 4 == 0)
    commons_arrange_delete (arrange->editor, ids, LABEL);
}

static void
fold (Arrange *arrange)
{
  g_autoptr (GPtrArray) ids = list_ids (arrange);

  commons_arrange_fold (arrange->editor, ids, arrange->value % 3 != 0, LABEL);
}

static void
create_gate (Arrange *arrange)
{
  g_autofree char *made = NULL;

  if (has_room (arrange))
    made = commons_arrange_create_gate (arrange->editor, arrange->catalogue, arrange->id, arrange->value % 628 / 100.0,
                                        LABEL);
}

static void
create_linked (Arrange *arrange)
{
  guint n_kinds = commons_catalogue_get_n_kinds (arrange->catalogue);
  g_autofree char *made = NULL;

  if (has_room (arrange))
    made = commons_arrange_create_linked (arrange->editor, arrange->catalogue, arrange->id,
                                          commons_catalogue_get_nth_kind (arrange->catalogue, arrange->value % n_kinds),
                                          arrange->value % 500, arrange->value % 300, NULL, LABEL);
}

/* A link turned round, or of another type. */
static void
change_link (Arrange *arrange)
{
  guint n_edges = commons_board_get_n_edges (arrange->board), n_links = commons_catalogue_get_n_links (arrange->catalogue);
  g_autofree char *id = NULL;

  if (n_edges == 0)
    return;

  id = g_strdup (commons_record_get_id (commons_board_get_edge (arrange->board, arrange->value % n_edges)));
  if (arrange->value % 2 != 0)
    commons_arrange_reverse (arrange->editor, id, LABEL);
  else
    commons_arrange_set_link (arrange->editor, id,
                              commons_catalogue_get_nth_link (arrange->catalogue, arrange->value / 2 % n_links)->id,
                              arrange->value % 3 == 0, LABEL);
}

/* Texts of other things have few boxes: one is written first. */
static void
tick (Arrange *arrange)
{
  g_autoptr (CommonsRecord) written =
    commons_record_with_text (commons_board_lookup_node (arrange->board, arrange->id), "Steps\n- [ ] one\n- [x] two");

  commons_editor_set (arrange->editor, written);
  commons_arrange_tick (arrange->editor, arrange->id, arrange->value % 3, LABEL);
}

static void
lay_pattern (Arrange *arrange)
{
  const CommonsRect visible = { 0, 0, 1000, 600 };
  guint n_patterns = commons_catalogue_get_n_patterns (arrange->catalogue);
  g_autoptr (GPtrArray) ids = NULL;

  if (commons_board_get_n_nodes (arrange->board) < MAX_NODES / 2)
    ids = commons_pattern_lay (arrange->editor, arrange->catalogue,
                               commons_catalogue_get_nth_pattern (arrange->catalogue, arrange->value % n_patterns),
                               arrange->value % 2 != 0 ? &visible : NULL, LABEL);
}

/* A form for a card, or a card for a form; the stage of the commons. */
static void
advise (Arrange *arrange)
{
  const CommonsAdvise advise = {
    .editor = arrange->editor,
    .catalogue = arrange->catalogue,
    .question = arrange->value % 2 != 0 ? "pro5" : "",
    .visible = { 0, 0, 1000, 600 },
  };
  g_autofree char *made = NULL;

  if (!has_room (arrange))
    return;

  if (arrange->value % 3 == 0)
    made = commons_advise_set_stage (&advise, arrange->value % 4 != 0 ? "launch" : "dormant", LABEL);
  else
    made = commons_advise_use_legal_form (&advise,
                                          commons_catalogue_get_nth_legal_form (arrange->catalogue, arrange->value % 14),
                                          arrange->id, LABEL);
}

static void
add_ready (Arrange *arrange)
{
  const CommonsRect visible = { 0, 0, 1000, 600 };
  const CommonsStage *stage = commons_catalogue_get_nth_stage (arrange->catalogue, arrange->value % 6);
  g_autofree char *made = NULL;

  if (!has_room (arrange))
    return;

  if (arrange->value % 3 == 0)
    made = commons_ready_add_risk (arrange->editor, arrange->catalogue,
                                   commons_catalogue_get_nth_risk (arrange->catalogue, arrange->value % 13),
                                   0, &visible, LABEL);
  else if (arrange->value % 3 == 1)
    made = commons_ready_add_action (arrange->editor, arrange->catalogue, &stage->actions[0], 0, &visible, LABEL);
  else
    made = commons_ready_add_legal (arrange->editor, arrange->catalogue,
                                    commons_catalogue_get_nth_legal_form (arrange->catalogue, arrange->value % 14),
                                    0, &visible, LABEL);
}

static const CommonsQuestion *
get_question (Arrange *arrange)
{
  const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (arrange->catalogue, arrange->value % 3);

  return &sheet->questions[arrange->value / 3 % sheet->n_questions];
}

static void
capture (Arrange *arrange)
{
  const CommonsRect visible = { 0, 0, 1000, 600 };
  const CommonsQuestion *question = get_question (arrange);
  g_autofree char *made = NULL;

  if (has_room (arrange))
    made = commons_capture_answer (arrange->editor, arrange->catalogue, question,
                                   arrange->value % question->n_captures,
                                   arrange->value % 5 != 0 ? arrange->other : NULL, "Said\nand done",
                                   (int) (arrange->value % 90), arrange->value % 7 % 3,
                                   arrange->value % 2 != 0 ? "Lou" : NULL, &visible, LABEL);
}

/* What is on the board already moves to where it belongs. */
static void
capture_again (Arrange *arrange)
{
  const CommonsRect visible = { 0, 0, 1000, 600 };
  g_autofree char *id = commons_capture_place (arrange->editor, arrange->catalogue,
                                               commons_board_lookup_node (arrange->board, arrange->id),
                                               arrange->value % 3 != 0 ? arrange->other : NULL, &visible);
}

static void
file (Arrange *arrange)
{
  commons_answers_file (arrange->editor, get_question (arrange)->id, arrange->id, arrange->value % 5);
}

static void
unfile (Arrange *arrange)
{
  commons_answers_unfile (arrange->editor, get_question (arrange)->id, arrange->id);
}

static void
set_answer_state (Arrange *arrange)
{
  commons_answers_set_state (arrange->editor, get_question (arrange)->id, arrange->value % 4,
                             arrange->value % 3 == 0 ? "Why" : NULL);
}

static void
reconcile (Arrange *arrange)
{
  edit_sides (arrange->editor, arrange->id, arrange->other, has_room (arrange), arrange->value);
}

static void
inspect (Arrange *arrange)
{
  edit_inspect (arrange->editor, arrange->catalogue, arrange->id, arrange->other, arrange->value);
}

static void (*const things[]) (Arrange *arrange) = {
  advise,
  next,
  clone,
  add_to_tray,
  clear_up_tray,
  create_in,
  place,
  duplicate,
  paste,
  move,
  change_order,
  align,
  distribute,
  tidy,
  tidy_inside,
  make_room,
  lock,
  step_order,
  refile,
  nudge,
  move_into,
  settle,
  group,
  ungroup,
  resize,
  delete,
  fold,
  create_gate,
  create_linked,
  change_link,
  tick,
  inspect,
  lay_pattern,
  add_ready,
  capture,
  capture_again,
  file,
  unfile,
  set_answer_state,
  reconcile,
  reconcile,
};

static const char *
get_id (CommonsBoard *board,
        int           index)
{
  return commons_record_get_id (commons_board_get_node (board, (guint) index % commons_board_get_n_nodes (board)));
}

void
edit_arrange (CommonsEditor *editor,
              int            which,
              int            index,
              int            other,
              int            value)
{
  CommonsBoard *board = commons_editor_get_board (editor);
  Arrange arrange = { editor, board, commons_catalogue_get ("en"), NULL, NULL, (guint) value };

  if (commons_board_get_n_nodes (board) == 0)
    return;

  arrange.id = g_strdup (get_id (board, index));
  arrange.other = g_strdup (get_id (board, other));
  things[(guint) which % G_N_ELEMENTS (things)] (&arrange);
  g_free (arrange.id);
  g_free (arrange.other);
}

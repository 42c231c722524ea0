/* test-capture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "commons-capture.h"
#include "commons-card-new.h"
#include "commons-gate.h"
#include "commons-history.h"
#include "commons-place.h"
#include "commons-reader.h"
#include "commons-reconcile.h"
#include "commons-surprise.h"
#include "commons-tray.h"
#include "commons-writer.h"
#include "interact-support.h"

static const CommonsRect visible = { 100, 200, 1000, 600 };

static const char *const languages[] = { "en", "fr" };

/* Cards that answers may be about, besides the circles of the template. */
static const char *const subjects[] = {
  "resource", "value", "community", "motivation", "improvement", "risk", "strength", "action",
};

typedef struct
{
  CommonsBoard     *board;
  CommonsEditor    *editor;
  CommonsHistory   *history;
  CommonsCatalogue *catalogue;
} Fixture;

static char *
write_board (CommonsBoard *board)
{
  g_autoptr (GBytes) bytes = commons_writer_write (board);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
set_up_board (Fixture      *fixture,
              CommonsBoard *board,
              const char   *language)
{
  fixture->catalogue = commons_catalogue_get (language);
  fixture->board = board;
  fixture->editor = commons_editor_new (board);
  fixture->history = commons_history_new (board);
}

static void
tear_down (Fixture *fixture)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->board);
}

static char *
find_kind (CommonsBoard *board,
           const char   *kind)
{
  for (guint i = commons_board_get_n_nodes (board); i > 0; i--)
    {
      CommonsRecord *node = commons_board_get_node (board, i - 1);

      if (g_strcmp0 (commons_record_get_kind (node), kind) == 0)
        return g_strdup (commons_record_get_id (node));
    }

  return NULL;
}

static char *
place (Fixture    *fixture,
       const char *kind_id,
       const char *about)
{
  const CommonsKind *kind = commons_catalogue_get_kind (fixture->catalogue, kind_id);
  CommonsRect bounds = { 0, 0, 0, 0 };
  g_autoptr (CommonsRecord) card = NULL;
  char *id;

  commons_card_get_usual_size (kind, &bounds.width, &bounds.height);
  card = commons_card_new (kind, &bounds, kind->label);
  commons_editor_begin (fixture->editor, "Place", NULL);
  id = commons_capture_place (fixture->editor, fixture->catalogue, card, about, &visible);
  commons_editor_commit (fixture->editor);

  return id;
}

static void
set_up (Fixture    *fixture,
        const char *language)
{
  g_autofree char *path = g_strdup_printf ("/org/inno3/CommonsCanvas/templates/governance.%s.commons", language);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CommonsBoard *board;

  commons_catalogue_get (language);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  board = commons_reader_read (bytes, NULL, &error);
  g_assert_no_error (error);
  set_up_board (fixture, board, language);

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autofree char *about = g_str_equal (subjects[i], "motivation") ? find_kind (board, "community") : NULL;
      g_autofree char *id = place (fixture, subjects[i], about);
    }
}

static void
set_up_empty (Fixture *fixture)
{
  set_up_board (fixture, commons_board_new (), "en");
}

static char *
capture (Fixture               *fixture,
         const CommonsQuestion *question,
         guint                  index,
         const char            *about,
         const char            *text,
         CommonsCaptureMode     mode)
{
  return commons_capture_answer (fixture->editor, fixture->catalogue, question, index, about, text, 0, mode, "Lou",
                                 &visible, "Answer");
}

static char *
capture_by_id (Fixture            *fixture,
               const char         *question,
               guint               index,
               const char         *about,
               const char         *text,
               CommonsCaptureMode  mode)
{
  return capture (fixture, commons_catalogue_get_question (fixture->catalogue, question), index, about, text, mode);
}

static CommonsRecord *
get (Fixture    *fixture,
     const char *id)
{
  CommonsRecord *record = commons_board_lookup_node (fixture->board, id);

  g_assert_nonnull (record);
  return record;
}

static gboolean
is_linked (Fixture    *fixture,
           const char *type,
           const char *a,
           const char *b)
{
  GPtrArray *edges = commons_board_get_links (fixture->board, a);

  for (guint i = 0; edges != NULL && i < edges->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (edges, i);

      if (g_strcmp0 (commons_record_get_link (edge), type) == 0 &&
          (g_str_equal (commons_record_get_to (edge), b) || g_str_equal (commons_record_get_from (edge), b)))
        return TRUE;
    }

  return FALSE;
}

/* No card hides another one. */
static void
assert_apart (Fixture    *fixture,
              const char *id)
{
  CommonsRecord *card = get (fixture, id);
  const CommonsRect *a = commons_record_get_bounds (card);

  for (guint i = 0; i < commons_board_get_n_nodes (fixture->board); i++)
    {
      CommonsRecord *other = commons_board_get_node (fixture->board, i);
      const CommonsRect *b = commons_record_get_bounds (other);

      if (other == card || commons_record_is_group (other))
        continue;

      g_assert_true (a->x >= b->x + b->width || b->x >= a->x + a->width ||
                     a->y >= b->y + b->height || b->y >= a->y + a->height);
    }
}

static void
assert_filed (Fixture    *fixture,
              const char *question,
              const char *id)
{
  g_autoptr (GPtrArray) cards = commons_answers_list_cards (fixture->board, question);

  g_assert_cmpuint (cards->len, >, 0);
  g_assert_cmpstr (commons_record_get_id (g_ptr_array_index (cards, cards->len - 1)), ==, id);
}

static void
assert_fields (CommonsRecord            *card,
               const CommonsCaptureSpec *spec)
{
  JsonObject *commons = json_object_get_object_member (commons_record_get_object (card), "commons");
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (spec->fields == NULL)
    return;

  json_object_iter_init (&iter, spec->fields);
  while (json_object_iter_next (&iter, &name, &value))
    g_assert_true (json_node_equal (json_object_get_member (json_object_get_object_member (commons, "fields"), name),
                                    value));
}

/* Where a card lies is a place for it. */
static void
assert_place (Fixture    *fixture,
              const char *id,
              const char *about)
{
  CommonsRecord *card = get (fixture, id);
  CommonsRecord *subject = about ? get (fixture, about) : NULL;
  CommonsRecord *parent = commons_board_get_parent (fixture->board, id);
  const char *kind = commons_record_get_kind (card);
  CommonsGate gate;

  if (commons_gate_get_way (card) != COMMONS_GATE_NONE)
    {
      g_assert_true (commons_gate_find (fixture->board, card, &gate));
      g_assert_true (subject == NULL || gate.circle == subject);
    }
  else if (subject != NULL && commons_record_is_group (subject))
    g_assert_true (parent == subject);
  else if (subject != NULL && commons_place_may_dock (fixture->catalogue, kind, commons_record_get_kind (subject)))
    g_assert_true (commons_place_is_docked (commons_record_get_bounds (card), commons_record_get_bounds (subject)));
  else if (commons_record_is_group (card))
    g_assert_null (parent);
  else if (commons_catalogue_get_ring (fixture->catalogue, kind) != COMMONS_RING_NONE &&
           (subject == NULL || commons_place_is_disc (parent)))
    g_assert_true (commons_place_is_disc (parent));
  else if (g_strcmp0 (commons_record_get_string (parent, "commons/role"), COMMONS_TRAY_ROLE) == 0)
    g_assert_true (commons_catalogue_get_kind (fixture->catalogue, kind)->docks[0] != NULL);
  else
    g_assert_cmpint (commons_surprise_get_rank (parent, kind), >=, 0);
}

static void
assert_undo (Fixture    *fixture,
             const char *before)
{
  g_autofree char *after = write_board (fixture->board);
  g_autoptr (CommonsChangeSet) undone = commons_history_undo (fixture->history);
  g_autofree char *again = write_board (fixture->board);
  g_autoptr (CommonsChangeSet) redone = NULL;
  g_autofree char *back = NULL;

  g_assert_nonnull (undone);
  g_assert_cmpstr (again, ==, before);
  redone = commons_history_redo (fixture->history);
  back = write_board (fixture->board);
  g_assert_cmpstr (back, ==, after);
}

static void
check_we (Fixture               *fixture,
          const CommonsQuestion *question,
          guint                  index,
          const char            *about)
{
  const CommonsCaptureSpec *spec = &question->captures[index];
  g_autofree char *before = write_board (fixture->board);
  g_autofree char *id = capture (fixture, question, index, about, "  A title\nand more \n", COMMONS_CAPTURE_WE);
  CommonsRecord *card = get (fixture, id);

  g_assert_cmpstr (commons_record_get_kind (card), ==, spec->kind);
  assert_filed (fixture, question->id, id);
  assert_undo (fixture, before);

  card = get (fixture, id);
  if (spec->into != NULL)
    {
      g_assert_cmpstr (commons_record_get_string (card, "commons/fields/purpose"), ==, "A title\nand more");
      return;
    }

  g_assert_cmpstr (commons_record_get_title (card), ==, "A title");
  g_assert_cmpstr (commons_record_get_string (card, "commons/side"), ==, "we");
  g_assert_cmpstr (commons_record_get_string (card, "commons/author"), ==, "Lou");
  g_assert_cmpstr (commons_record_get_status (card), ==, spec->status);
  assert_fields (card, spec);
  assert_place (fixture, id, about);
  if (!commons_record_is_group (card))
    assert_apart (fixture, id);
  if (about != NULL)
    g_assert_true (is_linked (fixture, spec->link, id, about));
}

/* Said by one person, it waits apart, hidden, and is linked all the same. */
static void
check_i (Fixture               *fixture,
         const CommonsQuestion *question,
         guint                  index,
         const char            *about)
{
  g_autofree char *before = write_board (fixture->board);
  g_autofree char *id = capture (fixture, question, index, about, "Mine", COMMONS_CAPTURE_I);
  CommonsRecord *parent = commons_board_get_parent (fixture->board, id);
  CommonsRecord *card;

  g_assert_cmpstr (commons_record_get_string (parent, "commons/role"), ==, COMMONS_CAPTURE_I_ROLE);
  assert_filed (fixture, question->id, id);
  assert_undo (fixture, before);

  card = get (fixture, id);
  g_assert_cmpstr (commons_record_get_kind (card), ==, question->captures[index].kind);
  g_assert_cmpstr (commons_record_get_title (card), ==, "Mine");
  g_assert_cmpstr (commons_record_get_string (card, "commons/side"), ==, "i");
  g_assert_cmpstr (commons_record_get_string (card, "commons/author"), ==, "Lou");
  g_assert_true (commons_record_is_hidden (card));
  assert_apart (fixture, id);
  if (about != NULL)
    g_assert_true (is_linked (fixture, question->captures[index].link, id, about));
}

static void
check_later (Fixture               *fixture,
             const CommonsQuestion *question,
             guint                  index,
             const char            *about)
{
  g_autofree char *before = write_board (fixture->board);
  g_autofree char *id = capture (fixture, question, index, about, "Who knows?", COMMONS_CAPTURE_LATER);
  CommonsRecord *parent = commons_board_get_parent (fixture->board, id);

  g_assert_cmpint (commons_surprise_get_rank (parent, "question"), >=, 0);
  assert_filed (fixture, question->id, id);
  g_assert_cmpint (commons_answers_get_state (fixture->board, question->id), ==, COMMONS_ANSWER_DISCUSS);
  assert_undo (fixture, before);
  g_assert_cmpstr (commons_record_get_kind (get (fixture, id)), ==, "question");
  g_assert_cmpstr (commons_record_get_string (get (fixture, id), "commons/fields/asked_by"), ==, "Lou");
  assert_apart (fixture, id);
  g_assert_true (about == NULL || is_linked (fixture, "relates_to", id, about));
}

typedef void (*Check) (Fixture               *fixture,
                       const CommonsQuestion *question,
                       guint                  index,
                       const char            *about);

/* Every way to answer every question, about a card and about none, one after
 * the other, so that the board fills up. */
static void
check_all (Check check)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      Fixture fixture;

      set_up (&fixture, languages[l]);
      for (guint s = 0; s < commons_catalogue_get_n_sheets (fixture.catalogue); s++)
        {
          const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (fixture.catalogue, s);

          for (guint q = 0; q < sheet->n_questions; q++)
            {
              const CommonsQuestion *question = &sheet->questions[q];

              for (guint c = 0; c < question->n_captures; c++)
                {
                  const char *kind = question->captures[c].about;
                  g_autofree char *about = !kind ? NULL : g_str_equal (kind, "circle")
                                                            ? g_strdup ("circle-contribution")
                                                            : find_kind (fixture.board, kind);

                  g_test_message ("%s %s %u", languages[l], question->id, c);
                  check (&fixture, question, c, NULL);
                  if (about != NULL)
                    check (&fixture, question, c, about);
                }
            }
        }

      tear_down (&fixture);
    }
}

static void
test_we (void)
{
  check_all (check_we);
}

static void
test_i (void)
{
  check_all (check_i);
}

static void
test_later (void)
{
  check_all (check_later);
}

/* Everything can be answered on a board that has nothing yet. */
static void
test_empty (void)
{
  CommonsCatalogue *catalogue = commons_catalogue_get ("en");

  for (guint s = 0; s < commons_catalogue_get_n_sheets (catalogue); s++)
    {
      const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (catalogue, s);

      for (guint i = 0; i < 3 * sheet->n_questions; i++)
        {
          const CommonsQuestion *question = &sheet->questions[i / 3];

          for (guint c = 0; c < question->n_captures; c++)
            {
              Fixture fixture;
              g_autofree char *before = NULL;
              g_autofree char *id = NULL;

              set_up_empty (&fixture);
              before = write_board (fixture.board);
              id = capture (&fixture, question, c, NULL, "First", i % 3);
              assert_filed (&fixture, question->id, id);
              assert_undo (&fixture, before);
              tear_down (&fixture);
            }
        }
    }
}

static void
test_nothing (void)
{
  Fixture fixture;

  set_up_empty (&fixture);
  g_assert_null (capture_by_id (&fixture, "def7", 0, NULL, " \n\t ", COMMONS_CAPTURE_WE));
  g_assert_false (commons_history_can_undo (fixture.history));
  tear_down (&fixture);
}

/* A need that is said twice is two paragraphs of one card. */
static void
test_purpose (void)
{
  Fixture fixture;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *mine = NULL;
  g_autoptr (GPtrArray) cards = NULL;

  set_up (&fixture, "en");
  first = capture_by_id (&fixture, "def1", 0, NULL, "Water", COMMONS_CAPTURE_WE);
  second = capture_by_id (&fixture, "def1", 0, NULL, "On foot", COMMONS_CAPTURE_WE);
  mine = capture_by_id (&fixture, "def1", 0, NULL, "My own need", COMMONS_CAPTURE_I);

  g_assert_cmpstr (first, ==, "project");
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, mine);
  g_assert_cmpstr (commons_record_get_string (get (&fixture, first), "commons/fields/purpose"), ==,
                   "Water\n\nOn foot");
  cards = commons_answers_list_cards (fixture.board, "def1");
  g_assert_cmpuint (cards->len, ==, 2);
  tear_down (&fixture);

  /* The card is made where there is none, and what has a wrong type goes. */
  set_up_empty (&fixture);
  {
    g_autofree char *mine_first = capture_by_id (&fixture, "def1", 0, NULL, "Mine", COMMONS_CAPTURE_I);
    g_autofree char *ours = capture_by_id (&fixture, "def1", 0, NULL, "Ours", COMMONS_CAPTURE_WE);
    g_autoptr (CommonsRecord) odd = NULL;
    g_autofree char *again = NULL;

    g_assert_cmpstr (mine_first, !=, ours);
    odd = commons_record_with_int (get (&fixture, ours), "commons/fields/purpose", 7);
    commons_editor_begin (fixture.editor, "Odd", NULL);
    commons_editor_set (fixture.editor, odd);
    commons_editor_commit (fixture.editor);
    again = capture_by_id (&fixture, "def1", 0, NULL, "Again", COMMONS_CAPTURE_WE);
    g_assert_cmpstr (again, ==, ours);
    g_assert_cmpstr (commons_record_get_string (get (&fixture, ours), "commons/fields/purpose"), ==, "Again");
  }
  tear_down (&fixture);
}

/* What a person said of the need becomes a paragraph when it is kept. */
static void
test_keep_words (void)
{
  Fixture fixture;
  g_autofree char *ours = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) made = NULL;

  set_up (&fixture, "en");
  ours = capture_by_id (&fixture, "def1", 0, NULL, "Water", COMMONS_CAPTURE_WE);
  mine = capture_by_id (&fixture, "def1", 0, NULL, "On foot", COMMONS_CAPTURE_I);
  before = write_board (fixture.board);
  g_ptr_array_add (ids, mine);
  made = commons_reconcile_keep (fixture.editor, fixture.catalogue, ids, &visible, "Keep");

  g_assert_cmpuint (made->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (made, 0), ==, ours);
  g_assert_cmpstr (commons_record_get_string (get (&fixture, ours), "commons/fields/purpose"), ==, "Water\n\nOn foot");
  g_assert_true (commons_reconcile_is_taken (fixture.board, mine));
  assert_undo (&fixture, before);
  tear_down (&fixture);
}

/* A circle takes the first line for its name and the rest for its purpose;
 * one without another stands beside the others. */
static void
test_circles (void)
{
  Fixture fixture;
  g_autofree char *inner = NULL;
  g_autofree char *beside = NULL;

  set_up (&fixture, "en");
  inner = capture_by_id (&fixture, "fon1", 0, "circle-coordination", "Treasury\nKeep the money.", COMMONS_CAPTURE_WE);
  beside = capture_by_id (&fixture, "fon1", 0, NULL, "Towns", COMMONS_CAPTURE_WE);

  g_assert_cmpstr (commons_record_get_title (get (&fixture, inner)), ==, "Treasury");
  g_assert_cmpstr (commons_record_get_string (get (&fixture, inner), "commons/fields/purpose"), ==, "Keep the money.");
  g_assert_true (is_linked (&fixture, "nested_in", inner, "circle-coordination"));
  g_assert_null (commons_board_get_links (fixture.board, beside));
  g_assert_false (commons_board_contains (get (&fixture, "circle-use"), get (&fixture, beside)));
  tear_down (&fixture);
}

/* A circle that is full grows, and so does what is around it; gates find a
 * place of their own each. */
static void
test_full (void)
{
  Fixture fixture;
  CommonsRect old;

  set_up (&fixture, "en");
  old = *commons_record_get_bounds (get (&fixture, "circle-coordination"));
  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *role = capture_by_id (&fixture, "fon7", 0, "circle-coordination", "Role", COMMONS_CAPTURE_WE);

      assert_apart (&fixture, role);
      assert_place (&fixture, role, "circle-coordination");
    }
  g_assert_cmpint (commons_record_get_bounds (get (&fixture, "circle-coordination"))->width, >, old.width);
  g_assert_true (commons_board_contains (get (&fixture, "circle-contribution"), get (&fixture, "circle-coordination")));

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *gate = capture_by_id (&fixture, "fon3", i % 2, "circle-use", "Some way", COMMONS_CAPTURE_WE);

      assert_apart (&fixture, gate);
      assert_place (&fixture, gate, "circle-use");
    }
  tear_down (&fixture);
}

/* A second card docks on another side; when all are taken, all go where there
 * is room. */
static void
test_docks (void)
{
  Fixture fixture;
  g_autofree char *community = NULL;

  set_up (&fixture, "en");
  community = capture_by_id (&fixture, "def4", 0, NULL, "Hikers", COMMONS_CAPTURE_WE);
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *id = capture_by_id (&fixture, "fon12", 0, community, "Fresh air", COMMONS_CAPTURE_WE);

      assert_apart (&fixture, id);
      assert_apart (&fixture, community);
      g_assert_true (is_linked (&fixture, "felt_by", id, community));
      g_assert_true (i > 3 || commons_place_is_docked (commons_record_get_bounds (get (&fixture, id)),
                                                       commons_record_get_bounds (get (&fixture, community))));
    }
  tear_down (&fixture);
}

/* What does not exist, what is of another kind and what is locked. */
static void
test_odd (void)
{
  Fixture fixture;
  g_autofree char *ghost = NULL;
  g_autofree char *other = NULL;
  g_autofree char *locked = NULL;
  g_autoptr (CommonsRecord) circle = NULL;

  set_up (&fixture, "en");
  ghost = capture_by_id (&fixture, "fon7", 0, "nobody", "Ghost", COMMONS_CAPTURE_WE);
  g_assert_true (commons_board_get_parent (fixture.board, ghost) == get (&fixture, "circle-coordination"));

  other = capture_by_id (&fixture, "fon7", 0, "project", "Other", COMMONS_CAPTURE_WE);
  g_assert_null (commons_board_get_links (fixture.board, "project"));
  assert_filed (&fixture, "fon7", other);

  circle = commons_record_with_flag (get (&fixture, "circle-coordination"), "commons/locked", TRUE);
  commons_editor_begin (fixture.editor, "Lock", NULL);
  commons_editor_set (fixture.editor, circle);
  commons_editor_commit (fixture.editor);
  for (guint i = 0; i < 40; i++)
    {
      g_free (locked);
      locked = capture_by_id (&fixture, "fon7", 0, "circle-coordination", "Locked", COMMONS_CAPTURE_WE);
      g_assert_true (is_linked (&fixture, "sits_in", locked, "circle-coordination"));
    }
  g_assert_cmpint (commons_record_get_bounds (get (&fixture, "circle-coordination"))->width, ==, 444);
  tear_down (&fixture);
}

/* Shared, a card goes where it belongs, and the place where it waited goes
 * with the last one. */
static void
test_keep (void)
{
  Fixture fixture;
  g_autofree char *before = NULL;
  g_autofree char *id = NULL;
  g_autofree char *same = NULL;
  g_autoptr (CommonsRecord) shared = NULL;

  set_up (&fixture, "en");
  id = capture_by_id (&fixture, "fon7", 0, "circle-coordination", "Treasurer", COMMONS_CAPTURE_I);
  before = write_board (fixture.board);
  shared = commons_record_with_string (get (&fixture, id), "commons/side", "we");
  commons_editor_begin (fixture.editor, "Keep", NULL);
  same = commons_capture_place (fixture.editor, fixture.catalogue, shared, "circle-coordination", &visible);
  commons_editor_commit (fixture.editor);

  g_assert_cmpstr (same, ==, id);
  assert_place (&fixture, id, "circle-coordination");
  assert_filed (&fixture, "fon7", id);
  for (guint i = 0; i < commons_board_get_n_nodes (fixture.board); i++)
    g_assert_null (commons_record_get_string (commons_board_get_node (fixture.board, i), "commons/role"));
  assert_undo (&fixture, before);
  tear_down (&fixture);
}

/* Rings by number, whatever else a file says there, and by nesting. */
static void
test_rings (void)
{
  static const SupportNode nodes[] = {
    { "beside", "circle", { 2000, 0, 300, 300 } },
    { "outer", "circle", { 0, 0, 1200, 1200 } },
    { "middle", "circle", { 150, 150, 900, 900 } },
    { "inner", "circle", { 300, 300, 600, 600 } },
  };
  static const struct
  {
    const char *kind;
    const char *home;
  } homes[] = {
    { "community", "outer" }, { "contribution", "middle" }, { "role", "inner" },
  };
  Fixture fixture;

  set_up_board (&fixture, support_board_new (nodes, G_N_ELEMENTS (nodes), NULL, 0), "en");
  for (guint i = 0; i < 2 * G_N_ELEMENTS (homes); i++)
    {
      g_autofree char *id = place (&fixture, homes[i / 2].kind, NULL);
      g_autoptr (CommonsRecord) odd = commons_record_with_string (get (&fixture, "outer"), "commons/fields/ring", "9");

      g_assert_cmpstr (commons_record_get_id (commons_board_get_parent (fixture.board, id)), ==, homes[i / 2].home);
      commons_editor_begin (fixture.editor, "Odd", NULL);
      commons_editor_set (fixture.editor, odd);
      commons_editor_commit (fixture.editor);
    }

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      static const int rings[] = { 0, 2, 1, 5 };
      g_autoptr (CommonsRecord) numbered = commons_record_with_int (get (&fixture, nodes[i].id), "commons/fields/ring",
                                                                    rings[i]);

      commons_editor_begin (fixture.editor, "Number", NULL);
      commons_editor_set (fixture.editor, numbered);
      commons_editor_commit (fixture.editor);
    }
  {
    g_autofree char *role = place (&fixture, "role", NULL);
    g_autofree char *community = place (&fixture, "community", NULL);

    g_assert_cmpstr (commons_record_get_id (commons_board_get_parent (fixture.board, role)), ==, "beside");
    g_assert_cmpstr (commons_record_get_id (commons_board_get_parent (fixture.board, community)), ==, "inner");
  }
  tear_down (&fixture);
}

/* A file that was written is read again and says the same. */
static void
test_round_trip (void)
{
  Fixture fixture;
  g_autofree char *id = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CommonsBoard) board = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&fixture, "fr");
  id = capture_by_id (&fixture, "def7", 0, NULL, "Gratuité", COMMONS_CAPTURE_WE);
  before = write_board (fixture.board);
  bytes = commons_writer_write (fixture.board);
  board = commons_reader_read (bytes, NULL, &error);
  g_assert_no_error (error);
  after = write_board (board);
  g_assert_cmpstr (after, ==, before);

  cards = commons_answers_list_cards (board, "def7");
  g_assert_cmpuint (cards->len, ==, 1);
  g_assert_cmpstr (commons_record_get_id (g_ptr_array_index (cards, 0)), ==, id);
  g_clear_pointer (&cards, g_ptr_array_unref);
  cards = commons_answers_list_cards (board, "fon1");
  g_assert_cmpuint (cards->len, ==, 3);
  tear_down (&fixture);
}

/* The example says what it answers, as in the picture of the method. */
static void
test_example (void)
{
  static const guint done[] = { 14, 9, 4 };
  static const guint started[] = { 0, 5, 4 };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autofree char *path = g_strdup_printf ("%s/data/examples/fontaines-ouvertes.%s.commons",
                                               g_getenv ("COMMONS_SOURCE"), languages[l]);
      g_autofree char *text = NULL;
      gsize length = 0;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (CommonsBoard) board = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &text, &length, &error);
      g_assert_no_error (error);
      bytes = g_bytes_new (text, length);
      board = commons_reader_read (bytes, NULL, &error);
      g_assert_no_error (error);

      for (guint i = 0; i < G_N_ELEMENTS (done); i++)
        {
          guint n_done, n_started;

          commons_answers_count (board, commons_catalogue_get_nth_sheet (commons_catalogue_get (languages[l]), i),
                                 &n_done, &n_started);
          g_assert_cmpuint (n_done, ==, done[i]);
          g_assert_cmpuint (n_started, ==, started[i]);
        }
    }
}

/* Ten thousand cards in a row, none in the way of an answer. */
static void
test_many (void)
{
  enum { N = 10000 };
  g_autofree SupportNode *nodes = g_new0 (SupportNode, N + 2);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Fixture fixture;
  g_autofree char *role = NULL;
  g_autofree char *gate = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *value = NULL;

  nodes[0] = (SupportNode) { "core", "circle", { -3000, 0, 600, 600 } };
  nodes[1] = (SupportNode) { "use", "circle", { -3200, -200, 1000, 1000 } };
  for (guint i = 0; i < N; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("card-%u", i));
      nodes[i + 2] = (SupportNode) { g_ptr_array_index (ids, i), "value",
                                     { (int) (i % 100) * 240, (int) (i / 100) * 96, 204, 62 } };
    }

  set_up_board (&fixture, support_board_new (nodes, N + 2, NULL, 0), "en");
  role = capture_by_id (&fixture, "fon7", 0, NULL, "Treasurer", COMMONS_CAPTURE_WE);
  gate = capture_by_id (&fixture, "fon3", 0, "use", "An account", COMMONS_CAPTURE_WE);
  mine = capture_by_id (&fixture, "def7", 0, NULL, "Mine", COMMONS_CAPTURE_I);
  value = capture_by_id (&fixture, "def7", 0, NULL, "Free", COMMONS_CAPTURE_WE);

  assert_place (&fixture, role, "core");
  assert_place (&fixture, gate, "use");
  assert_apart (&fixture, mine);
  assert_apart (&fixture, value);
  tear_down (&fixture);
}

/* Writes a board that answers everything in each way, for check-written.py. */
static int
write_answers (const char *path)
{
  Fixture fixture;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&fixture, "fr");
  for (guint i = 0; i < 3 * 42; i++)
    {
      const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (fixture.catalogue, i / 42);
      const CommonsQuestion *question = &sheet->questions[i / 3 % 14];

      for (guint c = 0; c < question->n_captures; c++)
        {
          const char *kind = question->captures[c].about;
          g_autofree char *about = kind ? find_kind (fixture.board, kind) : NULL;
          g_autofree char *id = capture (&fixture, question, c, about, "Réponse\net suite", i % 3);
        }
    }

  commons_editor_begin (fixture.editor, "State", NULL);
  commons_answers_set_state (fixture.editor, "def1", COMMONS_ANSWER_ANSWERED, NULL);
  commons_answers_set_state (fixture.editor, "def2", COMMONS_ANSWER_NOT_APPLICABLE, "Sans objet");
  commons_editor_commit (fixture.editor);

  text = write_board (fixture.board);
  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
  tear_down (&fixture);

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--board"))
    return write_answers (argv[2]);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/capture/we", test_we);
  g_test_add_func ("/capture/i", test_i);
  g_test_add_func ("/capture/later", test_later);
  g_test_add_func ("/capture/empty", test_empty);
  g_test_add_func ("/capture/nothing", test_nothing);
  g_test_add_func ("/capture/purpose", test_purpose);
  g_test_add_func ("/capture/keep-words", test_keep_words);
  g_test_add_func ("/capture/circles", test_circles);
  g_test_add_func ("/capture/full", test_full);
  g_test_add_func ("/capture/docks", test_docks);
  g_test_add_func ("/capture/odd", test_odd);
  g_test_add_func ("/capture/keep", test_keep);
  g_test_add_func ("/capture/rings", test_rings);
  g_test_add_func ("/capture/round-trip", test_round_trip);
  g_test_add_func ("/capture/example", test_example);
  g_test_add_func ("/capture/many", test_many);

  return g_test_run ();
}

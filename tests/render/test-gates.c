/* test-gates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "commons-gate-layout.h"
#include "render-fixture.h"

/* Two circles in one another; a way into the outer one, a way out of the
 * inner one, and nothing that says how one enters the inner one. */
#define BOARD \
  "{'commons':{'format':1,'language':'fr'},'nodes':[" \
  "{'id':'c','type':'group','x':0,'y':0,'width':600,'height':600,'label':'Grand','commons':{'kind':'circle'}}," \
  "{'id':'d','type':'group','x':150,'y':280,'width':300,'height':300,'label':'Petit','commons':{'kind':'circle'}}," \
  "{'id':'in','type':'text','x':549,'y':287,'width':100,'height':26,'text':'Ouvert'," \
  "'commons':{'kind':'rule','fields':{'rule_type':'boundary'}}}," \
  "{'id':'out','type':'text','x':101,'y':417,'width':100,'height':26,'text':'Sortie'," \
  "'commons':{'kind':'rule','status':'draft','fields':{'rule_type':'exit'}}}," \
  "{'id':'card','type':'text','x':220,'y':400,'width':160,'height':44,'text':'Carte','commons':{'kind':'value'}}" \
  "],'edges':[" \
  "{'id':'e','fromNode':'in','toNode':'c','commons':{'link':'applies_to'}}," \
  "{'id':'f','fromNode':'out','toNode':'d','commons':{'link':'applies_to'}}," \
  "{'id':'g','fromNode':'c','toNode':'d','commons':{'link':'leads_to'}}" \
  "]}"

typedef struct
{
  const char    *name;
  CommonsDetail  detail;
  double         zoom;
} Level;

/* The levels without words, which are as wide as a font makes them. */
static const Level levels[] = {
  { "small", COMMONS_DETAIL_SMALL, 0.5 },
  { "shape", COMMONS_DETAIL_SHAPE, 0.25 },
};

static const CommonsRect everywhere = { -200, -200, 1000, 1000 };

/* A way in, a way out that is a draft, and one that is missing. */
static void
test_looks (gconstpointer data)
{
  const Level *level = data;
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  g_autofree char *name = g_strdup_printf ("gates-%s.txt", level->name);
  g_autofree char *dump = NULL;

  fixture_drawing_init (&drawing, level->detail, level->zoom);
  commons_gate_layout_build (&drawing, commons_board_lookup_node (board, "in"), COMMONS_GATE_IN, scene);
  commons_gate_layout_build (&drawing, commons_board_lookup_node (board, "out"), COMMONS_GATE_OUT, scene);
  commons_gate_layout_build_missing (&drawing, commons_board_lookup_node (board, "d"), -0.38, scene);
  dump = commons_scene_dump (scene);
  fixture_assert_golden (name, dump);
}

/* Nearer, a gate says its name, as large on screen at any zoom, in the middle
 * of its place. */
static void
test_words (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  CommonsRecord *rule = commons_board_lookup_node (board, "in");

  for (guint i = 0; i < 2; i++)
    {
      double pixel = i == 0 ? 1 : 1 / 0.75;
      g_auto (CommonsDrawing) drawing;
      g_autoptr (CommonsScene) scene = commons_scene_new ();
      g_autofree char *dump = NULL;
      CommonsSpan span;

      fixture_drawing_init (&drawing, i == 0 ? COMMONS_DETAIL_FULL : COMMONS_DETAIL_TITLE, 1 / pixel);
      commons_gate_layout_build (&drawing, rule, COMMONS_GATE_IN, scene);
      commons_gate_layout_build_missing (&drawing, commons_board_lookup_node (board, "d"), -0.38, scene);
      dump = commons_scene_dump (scene);
      g_assert_nonnull (strstr (dump, "“Ouvert”"));
      g_assert_nonnull (strstr (dump, "“Entrée\342\200\257?”"));

      commons_gate_layout_get_span (&drawing, rule, &span);
      g_assert_cmpfloat_with_epsilon (span.x + span.width / 2, 599, 0.01);
      g_assert_cmpfloat_with_epsilon (span.y + span.height / 2, 300, 0.01);
      g_assert_cmpfloat_with_epsilon (span.height, 36 * pixel, 0.01);
      g_assert_cmpfloat (span.width, >, 60 * pixel);
    }
}

static char *
dump_picture (CommonsPicture *picture)
{
  g_autoptr (CommonsScene) scene = commons_picture_build_scene (picture, &everywhere, NULL);

  return commons_scene_dump (scene);
}

static void
set (CommonsEditor *editor,
     CommonsRecord *record)
{
  commons_editor_begin (editor, "Edit", NULL);
  commons_editor_set (editor, record);
  commons_editor_commit (editor);
}

/* A rule off the border is a card again, with its link. */
static void
test_picture_follows (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = commons_picture_new (board, commons_catalogue_get ("fr"),
                                                            commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autofree char *gate = dump_picture (picture);
  g_autofree char *card = NULL, *back = NULL;
  CommonsRect rect;

  g_assert_nonnull (strstr (gate, "cc-gate"));
  g_assert_nonnull (strstr (gate, "cc-exit"));
  g_assert_null (strstr (gate, "group e “"));

  /* The border moves away, and not the rule. */
  {
    g_autoptr (CommonsRecord) circle = commons_record_ref (commons_board_lookup_node (board, "c"));
    g_autoptr (CommonsRecord) smaller = commons_record_with_bounds (circle, &(CommonsRect) { 0, 0, 500, 500 });

    set (editor, smaller);
    card = dump_picture (picture);
    g_assert_null (strstr (card, "cc-gate"));
    g_assert_nonnull (strstr (card, "group e “"));
    commons_picture_get_node_rect (picture, commons_board_lookup_node (board, "in"), &rect);
    g_assert_cmpint (rect.height, ==, 26);

    set (editor, circle);
    back = dump_picture (picture);
    g_assert_cmpstr (back, ==, gate);
  }
}

/* A gate is picked where it is drawn, which from far is not where the card is. */
static void
test_pick (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = commons_picture_new (board, commons_catalogue_get ("fr"),
                                                            commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
  CommonsRecord *gate = commons_board_lookup_node (board, "in");
  const CommonsRect *bounds = commons_record_get_bounds (gate);
  CommonsRect rect;

  commons_picture_set_zoom (picture, 0.25);
  commons_picture_get_node_rect (picture, gate, &rect);
  g_assert_cmpint (rect.y, <, bounds->y);
  g_assert_cmpint (rect.x, >, bounds->x);
  g_assert_true (commons_picture_pick_card (picture, rect.x + 1, rect.y + 1) == gate);
  g_assert_null (commons_picture_pick_card (picture, bounds->x + 1, bounds->y + 1));
}

/* Questions are for the screen, and stand where the picker finds them. */
static void
test_hints (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = commons_picture_new (board, commons_catalogue_get ("fr"),
                                                            commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
  const CommonsPaintFilter plain = { .background = TRUE }, hints = { .background = TRUE, .hints = TRUE };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 600);
  cairo_t *cr = cairo_create (surface);
  double x, y, angle;
  guint without;

  g_assert_true (commons_gate_is_missing (board, commons_board_lookup_node (board, "d"), &angle));
  commons_gate_get_point (commons_board_lookup_node (board, "d"), angle, &x, &y);
  g_assert_cmpstr (commons_picture_pick_missing_gate (picture, x, y, NULL), ==, "d");
  g_assert_null (commons_picture_pick_missing_gate (picture, x, y + 60, NULL));

  commons_picture_paint (picture, cr, &everywhere, &plain);
  without = fixture_get_pixel (surface, (int) x, (int) y - 9);
  commons_picture_paint (picture, cr, &everywhere, &hints);
  g_assert_cmphex (fixture_get_pixel (surface, (int) x, (int) y - 9), !=, without);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *name = g_strdup_printf ("/gates/looks/%s", levels[i].name);

      g_test_add_data_func (name, &levels[i], test_looks);
    }
  g_test_add_func ("/gates/words", test_words);
  g_test_add_func ("/gates/picture-follows", test_picture_follows);
  g_test_add_func ("/gates/pick", test_pick);
  g_test_add_func ("/gates/hints", test_hints);

  return g_test_run ();
}

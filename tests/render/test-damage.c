/* test-damage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Damage is right when painting only what is damaged gives the same pixels as
 * painting everything again. Both pass through the same clips, since letters
 * and curves that a clip crosses may be rounded otherwise by some cairo.
 */

#include "config.h"

#include <math.h>

#include "render-fixture.h"

#define WIDTH  640
#define HEIGHT 480

static const CommonsPaintFilter filter = { .background = TRUE, .dots = TRUE, .hints = TRUE };

typedef struct
{
  CommonsBoard    *board;
  CommonsPicture  *picture;
  CommonsEditor   *editor;
  cairo_surface_t *surface;
  GArray          *damage;
  double           zoom;
} Fixture;

static void
paint (Fixture           *fixture,
       cairo_surface_t   *surface,
       CommonsPicture    *picture,
       const CommonsRect *rect)
{
  cairo_t *cr = cairo_create (surface);
  CommonsRect part = *rect;

  /* Whole pixels around the damage, as a view does. */
  cairo_scale (cr, fixture->zoom, fixture->zoom);
  cairo_rectangle (cr, part.x, part.y, part.width, part.height);
  cairo_identity_matrix (cr);
  cairo_save (cr);
  {
    double x1, y1, x2, y2;

    cairo_path_extents (cr, &x1, &y1, &x2, &y2);
    cairo_new_path (cr);
    cairo_rectangle (cr, (int) x1 - 2, (int) y1 - 2, (int) (x2 - x1) + 4, (int) (y2 - y1) + 4);
    cairo_clip (cr);
  }
  cairo_scale (cr, fixture->zoom, fixture->zoom);
  part.x -= (int) (4 / fixture->zoom);
  part.y -= (int) (4 / fixture->zoom);
  part.width += (int) (8 / fixture->zoom);
  part.height += (int) (8 / fixture->zoom);
  commons_picture_paint (picture, cr, &part, &filter);
  cairo_restore (cr);
  cairo_destroy (cr);
}

static CommonsRect
get_whole (Fixture *fixture)
{
  return (CommonsRect) { 0, 0, (int) (WIDTH / fixture->zoom), (int) (HEIGHT / fixture->zoom) };
}

static void
on_changed (CommonsBoard     *board,
            CommonsChangeSet *changes,
            int               origin,
            const char       *label,
            const char       *merge_key,
            Fixture          *fixture)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (CommonsRect));

  commons_picture_get_damage (fixture->picture, changes, rects);
  g_assert_cmpuint (rects->len, >, 0);

  for (guint i = 0; i < rects->len; i++)
    {
      CommonsRect rect = g_array_index (rects, CommonsRect, i);

      if (rect.width > COMMONS_COORD_MAX)
        rect = get_whole (fixture);

      paint (fixture, fixture->surface, fixture->picture, &rect);
      g_array_append_val (fixture->damage, rect);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  CommonsRect whole;

  fixture->zoom = *(const double *) data;
  fixture->damage = g_array_new (FALSE, FALSE, sizeof (CommonsRect));
  fixture->board = fixture_board (
    "{'commons':{'format':1,'language':'fr'},'nodes':["
    "{'id':'c','type':'group','x':20,'y':20,'width':420,'height':420,'label':'Grand','commons':{'kind':'circle'}},"
    "{'id':'d','type':'group','x':120,'y':200,'width':220,'height':220,'label':'Petit','commons':{'kind':'circle'}},"
    "{'id':'a','type':'text','x':100,'y':100,'width':160,'height':62,'text':'Une règle','commons':{'kind':'rule','votes':3}},"
    "{'id':'b','type':'text','x':460,'y':300,'width':150,'height':44,'text':'Valeur','commons':{'kind':'value'}},"
    "{'id':'r','type':'text','x':150,'y':280,'width':150,'height':62,'text':'Un rôle','commons':{'kind':'role'}}"
    "],'edges':["
    "{'id':'e','fromNode':'a','toNode':'b','label':'incarne','commons':{'link':'embodies'}},"
    "{'id':'f','fromNode':'a','toNode':'d','commons':{'link':'enforced_by'}},"
    "{'id':'g','fromNode':'c','toNode':'d','commons':{'link':'leads_to'}}"
    "]}");
  fixture->picture = commons_picture_new (fixture->board, commons_catalogue_get ("fr"),
                                          commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
  commons_picture_set_zoom (fixture->picture, fixture->zoom);
  fixture->editor = commons_editor_new (fixture->board);
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  g_signal_connect (fixture->board, "changed", G_CALLBACK (on_changed), fixture);

  whole = get_whole (fixture);
  paint (fixture, fixture->surface, fixture->picture, &whole);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  cairo_surface_destroy (fixture->surface);
  g_array_unref (fixture->damage);
  g_object_unref (fixture->editor);
  g_assert_finalize_object (fixture->picture);
  g_object_unref (fixture->board);
}

/* All of it as it is now, then again through what was damaged so far. */
static cairo_surface_t *
paint_again (Fixture *fixture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  g_autoptr (CommonsPicture) picture =
    commons_picture_new (fixture->board, commons_catalogue_get ("fr"), commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
  CommonsRect whole = get_whole (fixture);

  commons_picture_set_zoom (picture, fixture->zoom);
  paint (fixture, surface, picture, &whole);

  for (guint i = 0; i < fixture->damage->len; i++)
    paint (fixture, surface, picture, &g_array_index (fixture->damage, CommonsRect, i));

  return surface;
}

/* @part is what should be at @left, @top of @whole, give or take a rounding
 * by @most. */
static void
assert_same (cairo_surface_t *part,
             cairo_surface_t *whole,
             int              left,
             int              top,
             int              most)
{
  for (int y = 0; y < cairo_image_surface_get_height (part); y++)
    {
      for (int x = 0; x < cairo_image_surface_get_width (part); x++)
        {
          guint is = fixture_get_pixel (part, x, y);
          guint should = fixture_get_pixel (whole, left + x, top + y);

          for (guint shift = 0; shift < 24; shift += 8)
            {
              int difference = (int) (is >> shift & 0xff) - (int) (should >> shift & 0xff);

              if (ABS (difference) > most)
                g_error ("The pixel at %d, %d is %06x instead of %06x", left + x, top + y, is, should);
            }
        }
    }
}

static void
assert_painted (Fixture *fixture)
{
  cairo_surface_t *surface = paint_again (fixture);

  assert_same (fixture->surface, surface, 0, 0, 2);
  cairo_surface_destroy (surface);
}

/* Tiles are surfaces of their own; no seam shows where they meet. Letters are
 * drawn at quarters of a pixel, and one may fall on the next quarter. */
static void
test_tiles (Fixture       *fixture,
            gconstpointer  data)
{
  enum { SIDE = 40 };

  for (int top = 0; top < HEIGHT; top += SIDE)
    {
      for (int left = 0; left < WIDTH; left += SIDE)
        {
          cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
          CommonsRect area = {
            (int) floor (left / fixture->zoom), (int) floor (top / fixture->zoom),
            (int) ceil (SIDE / fixture->zoom) + 1, (int) ceil (SIDE / fixture->zoom) + 1,
          };
          cairo_t *cr = cairo_create (tile);

          cairo_translate (cr, -left, -top);
          cairo_scale (cr, fixture->zoom, fixture->zoom);
          commons_picture_paint (fixture->picture, cr, &area, &filter);
          cairo_destroy (cr);
          assert_same (tile, fixture->surface, left, top, 64);
          cairo_surface_destroy (tile);
        }
    }
}

static void
set_bounds (Fixture           *fixture,
            const char        *id,
            const CommonsRect *bounds)
{
  g_autoptr (CommonsRecord) record =
    commons_record_with_bounds (commons_board_lookup_node (fixture->board, id), bounds);

  commons_editor_set (fixture->editor, record);
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  commons_editor_begin (fixture->editor, "Move", NULL);
  set_bounds (fixture, "a", &(CommonsRect) { 300, 60, 160, 62 });
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);
}

/* A circle that leaves another one takes a different colour, though it is the
 * outer one that moved. */
static void
test_depth (Fixture       *fixture,
            gconstpointer  data)
{
  commons_editor_begin (fixture->editor, "Move", NULL);
  set_bounds (fixture, "c", &(CommonsRect) { 420, 20, 230, 230 });
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CommonsRecord) draft =
    commons_record_with_string (commons_board_lookup_node (fixture->board, "b"), "commons/status", "draft");
  g_autoptr (CommonsRecord) dropped =
    commons_record_with_string (commons_board_lookup_node (fixture->board, "a"), "commons/status", "dropped");

  commons_editor_begin (fixture->editor, "Status", NULL);
  commons_editor_set (fixture->editor, draft);
  commons_editor_set (fixture->editor, dropped);
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);
}

static void
test_add_and_remove (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (CommonsRecord) card =
    commons_record_new_card ("resource", FALSE, &(CommonsRect) { 40, 400, 150, 62 }, "Nouvelle");
  g_autoptr (CommonsRecord) link =
    commons_record_new_link ("protects", "a", commons_record_get_id (card));

  commons_editor_begin (fixture->editor, "Add", NULL);
  commons_editor_add (fixture->editor, card);
  commons_editor_add (fixture->editor, link);
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);

  commons_editor_begin (fixture->editor, "Remove", NULL);
  commons_editor_remove (fixture->editor, "b");
  commons_editor_remove (fixture->editor, "d");
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CommonsRecord) link =
    commons_record_with_text (commons_board_lookup (fixture->board, "e"), "un nom de lien bien plus long");
  g_autoptr (CommonsRecord) circle =
    commons_record_with_text (commons_board_lookup_node (fixture->board, "d"), "Un nom de cercle bien plus long");

  commons_editor_begin (fixture->editor, "Rename", NULL);
  commons_editor_set (fixture->editor, link);
  commons_editor_set (fixture->editor, circle);
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);
}

static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (CommonsRecord) head =
    commons_record_with_string (commons_board_get_head (fixture->board), "commons/language", "en");

  commons_editor_begin (fixture->editor, "Language", NULL);
  commons_editor_set (fixture->editor, head);
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);
}

static void
assert_part (CommonsBoard     *board,
             CommonsChangeSet *changes,
             int               origin,
             const char       *label,
             const char       *merge_key,
             Fixture          *fixture)
{
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (CommonsRect));

  commons_picture_get_damage (fixture->picture, changes, rects);
  for (guint i = 0; i < rects->len; i++)
    g_assert_cmpint (g_array_index (rects, CommonsRect, i).width, <=, COMMONS_COORD_MAX);
}

/* What the head says besides is drawn nowhere: filing an answer on a large
 * board must not draw it again. */
static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CommonsRecord) head =
    commons_record_with_string (commons_board_get_head (fixture->board), "commons/sheets/def1/state", "answered");

  g_signal_handlers_disconnect_by_data (fixture->board, fixture);
  g_signal_connect (fixture->board, "changed", G_CALLBACK (assert_part), fixture);
  commons_editor_begin (fixture->editor, "Answer", NULL);
  commons_editor_set (fixture->editor, head);
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);
}

/* A rule becomes a gate, and what was asked of the circle goes, though only a
 * link was added; a circle that leaves takes the gate's look away. */
static void
test_gates (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CommonsRecord) rule =
    commons_record_with_string (commons_board_lookup_node (fixture->board, "a"), "commons/fields/rule_type", "boundary");
  g_autoptr (CommonsRecord) link = commons_record_new_link ("applies_to", "a", "d");

  commons_editor_begin (fixture->editor, "Type", NULL);
  commons_editor_set (fixture->editor, rule);
  set_bounds (fixture, "a", &(CommonsRect) { 250, 235, 160, 26 });
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);

  commons_editor_begin (fixture->editor, "Link", NULL);
  commons_editor_add (fixture->editor, link);
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);

  commons_editor_begin (fixture->editor, "Move", NULL);
  set_bounds (fixture, "d", &(CommonsRect) { 60, 150, 220, 220 });
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);
}

/* A zone laid around a card it does not expect gives it a mark, though the
 * card has not changed; the zone leaves, and the mark with it. */
static void
test_surprises (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (CommonsRecord) zone = fixture_record (COMMONS_TABLE_NODES,
    "{'id':'z','type':'group','x':440,'y':260,'width':190,'height':160,'label':'Zone',"
    "'commons':{'kind':'zone','fields':{'expects':['resource']}}}");

  commons_editor_begin (fixture->editor, "Zone", NULL);
  commons_editor_add (fixture->editor, zone);
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);

  commons_editor_begin (fixture->editor, "Move", NULL);
  set_bounds (fixture, "z", &(CommonsRect) { 440, 20, 190, 160 });
  commons_editor_commit (fixture->editor);
  assert_painted (fixture);
}

/* Folding a circle takes away what lies in it, and the links go elsewhere. */
static void
test_folding (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    {
      const char *id = i == 1 ? "c" : "d";
      JsonNode *value = json_node_new (JSON_NODE_VALUE);
      g_autoptr (CommonsRecord) folded = NULL;

      json_node_set_boolean (value, i != 2);
      folded = commons_record_with (commons_board_lookup_node (fixture->board, id), "commons/folded", value);
      commons_editor_begin (fixture->editor, "Fold", NULL);
      commons_editor_set (fixture->editor, folded);
      if (i == 1)
        set_bounds (fixture, "r", &(CommonsRect) { 160, 290, 150, 62 });
      commons_editor_commit (fixture->editor);
      assert_painted (fixture);
    }
}

/* Whatever moves, near links or on borders, what is painted is what is there. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const ids[] = { "a", "b", "r", "c", "d" };
  g_autoptr (CommonsRecord) rule =
    commons_record_with_string (commons_board_lookup_node (fixture->board, "a"), "commons/fields/rule_type", "boundary");
  g_autoptr (CommonsRecord) link = commons_record_new_link ("applies_to", "a", "d");

  commons_editor_begin (fixture->editor, "Gate", NULL);
  commons_editor_set (fixture->editor, rule);
  commons_editor_add (fixture->editor, link);
  commons_editor_commit (fixture->editor);

  for (guint i = 0; i < 25; i++)
    {
      const char *id = ids[g_test_rand_int_range (0, G_N_ELEMENTS (ids))];
      CommonsRect bounds = *commons_record_get_bounds (commons_board_lookup_node (fixture->board, id));

      bounds.x = CLAMP (bounds.x + g_test_rand_int_range (-60, 60), -100, WIDTH - 100);
      bounds.y = CLAMP (bounds.y + g_test_rand_int_range (-60, 60), -100, HEIGHT - 100);
      commons_editor_begin (fixture->editor, "Move", NULL);
      set_bounds (fixture, id, &bounds);
      commons_editor_commit (fixture->editor);
    }

  assert_painted (fixture);
}

int
main (int   argc,
      char *argv[])
{
  static const double zooms[] = { 1, 0.75, 0.5 };
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "move", test_move },
    { "depth", test_depth },
    { "states", test_states },
    { "add-and-remove", test_add_and_remove },
    { "labels", test_labels },
    { "language", test_language },
    { "answers", test_answers },
    { "tiles", test_tiles },
    { "gates", test_gates },
    { "surprises", test_surprises },
    { "folding", test_folding },
    { "random", test_random },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (zooms); j++)
        {
          g_autofree char *path = g_strdup_printf ("/damage/%s/%d", tests[i].name, (int) (zooms[j] * 100));

          g_test_add (path, Fixture, &zooms[j], set_up, tests[i].test, tear_down);
        }
    }

  return g_test_run ();
}

/* test-sprites.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boards seen from far.
 */

#include "config.h"

#include "commons-sprites.h"
#include "render-fixture.h"

static CommonsRecord *
make_card (const char *kind,
           int         x)
{
  return commons_record_new_card (kind, FALSE, &(CommonsRect) { x, 40, 204, 62 }, "Titre");
}

/* A silhouette has its colour at its place, and leaves its surroundings. */
static void
test_paint (void)
{
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsRecord) card = make_card ("rule", 40);
  CommonsSprites *sprites = commons_sprites_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 40);
  cairo_t *cr = cairo_create (surface);

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FAR, 0.1);
  cairo_scale (cr, 0.25, 0.25);
  g_assert_true (commons_sprites_paint (sprites, cr, &drawing, card, 1));
  g_assert_cmphex (fixture_get_pixel (surface, 30, 17), ==, 0x7f7cce);
  g_assert_cmphex (fixture_get_pixel (surface, 30, 30), ==, 0);
  g_assert_cmphex (fixture_get_pixel (surface, 5, 17), ==, 0);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  commons_sprites_free (sprites);
}

/* A pale silhouette lets its ground through. */
static void
test_pale (void)
{
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsRecord) card = make_card ("rule", 40);
  CommonsSprites *sprites = commons_sprites_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 40);
  cairo_t *cr = cairo_create (surface);

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FAR, 0.1);
  cairo_scale (cr, 0.25, 0.25);
  g_assert_true (commons_sprites_paint (sprites, cr, &drawing, card, COMMONS_DIMMED_OPACITY));
  g_assert_cmphex (fixture_get_pixel (surface, 30, 17) >> 16, <, 0x30);
  g_assert_cmphex (fixture_get_pixel (surface, 30, 17) >> 16, >, 0x20);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  commons_sprites_free (sprites);
}

/* Only images, and only upright ones, are made of sprites. */
static void
test_refusal (void)
{
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsRecord) card = make_card ("rule", 40);
  CommonsSprites *sprites = commons_sprites_new ();
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 40);
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *turned = cairo_create (image), *recorded = cairo_create (recording);
  cairo_t *near_by = cairo_create (image);

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FAR, 0.1);
  cairo_rotate (turned, 0.1);
  cairo_scale (near_by, 20, 20);
  g_assert_false (commons_sprites_paint (sprites, turned, &drawing, card, 1));
  g_assert_false (commons_sprites_paint (sprites, recorded, &drawing, card, 1));
  g_assert_false (commons_sprites_paint (sprites, near_by, &drawing, card, 1));

  cairo_destroy (turned);
  cairo_destroy (recorded);
  cairo_destroy (near_by);
  cairo_surface_destroy (image);
  cairo_surface_destroy (recording);
  commons_sprites_free (sprites);
}

/* The same board in one image or in tiles gives the same pixels. */
static void
test_tiles (void)
{
  g_auto (CommonsDrawing) drawing;
  CommonsSprites *sprites = commons_sprites_new ();
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 128, 32);
  cairo_surface_t *tiles[2];
  double zoom = 0.137;

  fixture_drawing_init (&drawing, COMMONS_DETAIL_SHAPE, zoom);

  for (guint i = 0; i < 2; i++)
    tiles[i] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 32);

  for (int x = 17; x < 900; x += 251)
    {
      g_autoptr (CommonsRecord) card = make_card (x % 2 ? "value" : "rule", x);

      for (guint i = 0; i < 3; i++)
        {
          cairo_t *cr = cairo_create (i < 2 ? tiles[i] : whole);

          cairo_translate (cr, i == 1 ? -64 : 0, 0);
          cairo_scale (cr, zoom, zoom);
          g_assert_true (commons_sprites_paint (sprites, cr, &drawing, card, 1));
          cairo_destroy (cr);
        }
    }

  for (int y = 0; y < 32; y++)
    {
      for (int x = 0; x < 128; x++)
        g_assert_cmphex (fixture_get_pixel (whole, x, y), ==, fixture_get_pixel (tiles[x / 64], x % 64, y));
    }

  g_assert_cmphex (fixture_get_pixel (whole, 20, 9), !=, 0);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (tiles[0]);
  cairo_surface_destroy (tiles[1]);
  commons_sprites_free (sprites);
}

/* Cards that differ only in state or colour are not taken for each other. */
static void
test_states (void)
{
  static const char *const nodes[] = {
    "{'id':'a','type':'text','x':0,'y':0,'width':204,'height':62,'text':'T','commons':{'kind':'rule'}}",
    "{'id':'b','type':'text','x':0,'y':0,'width':204,'height':62,'text':'T','commons':{'kind':'rule','status':'dropped'}}",
    "{'id':'c','type':'text','x':0,'y':0,'width':204,'height':62,'text':'T'}",
    "{'id':'d','type':'text','x':0,'y':0,'width':204,'height':62,'text':'T','color':'1'}",
    "{'id':'e','type':'text','x':0,'y':0,'width':204,'height':62,'text':'T','color':'#00ff00'}",
  };
  g_auto (CommonsDrawing) drawing;
  CommonsSprites *sprites = commons_sprites_new ();
  guint seen[G_N_ELEMENTS (nodes)];

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FAR, 0.1);

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      g_autoptr (CommonsRecord) node = fixture_record (COMMONS_TABLE_NODES, nodes[i]);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 20);
      cairo_t *cr = cairo_create (surface);

      cairo_scale (cr, 0.1, 0.1);
      g_assert_true (commons_sprites_paint (sprites, cr, &drawing, node, 1));
      cairo_destroy (cr);
      seen[i] = fixture_get_pixel (surface, 10, 3);
      cairo_surface_destroy (surface);

      for (guint j = 0; j < i; j++)
        g_assert_cmphex (seen[i], !=, seen[j]);
    }

  commons_sprites_free (sprites);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sprites/paint", test_paint);
  g_test_add_func ("/sprites/pale", test_pale);
  g_test_add_func ("/sprites/refusal", test_refusal);
  g_test_add_func ("/sprites/tiles", test_tiles);
  g_test_add_func ("/sprites/states", test_states);

  return g_test_run ();
}

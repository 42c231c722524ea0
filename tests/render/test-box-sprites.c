/* test-box-sprites.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes that are copied look as those that are drawn shape by shape.
 */

#include "config.h"

#include "commons-box-sprites.h"
#include "commons-cairo-painter.h"
#include "render-fixture.h"

#define SEED   20260302
#define WIDTH  700
#define HEIGHT 400

/* One painting rounds once where several round each. */
#define MAX_ROUNDING 2

static void
draw (cairo_t          *cr,
      const CommonsBox *box)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
}

static double
pick_size (GRand *rand)
{
  return g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 20 : 300);
}

/* Any silhouette of the catalogue, and others. */
static CommonsBox
make_box (GRand *rand)
{
  CommonsBox box = {
    g_rand_int_range (rand, -40, WIDTH), g_rand_int_range (rand, -40, HEIGHT), pick_size (rand), pick_size (rand),
    .fill = { 0.9, 0.95, g_rand_double (rand), 1 },
    .border = { 0.2, 0.1, 0.5, 1 },
    .bar = { 0.4, 0.1, 0.1, 1 },
  };

  for (guint i = 0; i < 4; i++)
    {
      box.radii[i] = g_rand_int_range (rand, 0, 3) == 0 ? box.height / 2 : g_rand_int_range (rand, 0, 12);
      box.bars[i] = MAX (0, g_rand_int_range (rand, -8, 6));
    }

  box.cut = g_rand_boolean (rand) ? 0 : MIN (12, MIN (box.width, box.height));
  box.border_width = g_rand_int_range (rand, 0, 4);
  box.dash = g_rand_boolean (rand) ? 4 : 0;
  box.shadow = g_rand_boolean (rand) ? 1 : 0;
  return box;
}

static CommonsScene *
make_scene (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  CommonsScene *scene = commons_scene_new ();

  for (guint i = 0; i < 60; i++)
    {
      CommonsBox box = make_box (rand);

      if (i % 7 == 0)
        commons_scene_begin_group (scene, NULL, NULL, NULL, 0.5);
      commons_scene_add_box (scene, &box);
      if (i % 7 == 0)
        commons_scene_end_group (scene);
    }

  return scene;
}

/* Recordings are no images: what they replay was drawn shape by shape. */
static cairo_surface_t *
paint (CommonsScene   *scene,
       cairo_format_t  format,
       int             scale,
       int             left,
       gboolean        copied)
{
  cairo_surface_t *surface = cairo_image_surface_create (format, WIDTH, HEIGHT);
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *onto = cairo_create (surface), *cr = copied ? cairo_reference (onto) : cairo_create (recording);

  if (format == CAIRO_FORMAT_RGB24)
    {
      cairo_set_source_rgb (onto, 0.97, 0.97, 0.95);
      cairo_paint (onto);
    }

  cairo_translate (cr, 31, 17);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, left, 10, 250, 150);
  cairo_clip (cr);
  commons_cairo_painter_paint (scene, cr);

  if (!copied)
    {
      cairo_set_source_surface (onto, recording, 0, 0);
      cairo_paint (onto);
    }

  cairo_destroy (cr);
  cairo_destroy (onto);
  cairo_surface_destroy (recording);
  cairo_surface_flush (surface);
  return surface;
}

static int
find_largest_difference (cairo_surface_t *a,
                         cairo_surface_t *b,
                         gboolean         alpha)
{
  const guint8 *one = cairo_image_surface_get_data (a), *other = cairo_image_surface_get_data (b);
  int largest = 0;

  for (gsize i = 0; i < (gsize) cairo_image_surface_get_stride (a) * HEIGHT; i++)
    {
      if (alpha || i % 4 != (G_BYTE_ORDER == G_LITTLE_ENDIAN ? 3 : 0))
        largest = MAX (largest, ABS ((int) one[i] - (int) other[i]));
    }

  return largest;
}

static void
test_same (void)
{
  static const cairo_format_t formats[] = { CAIRO_FORMAT_RGB24, CAIRO_FORMAT_ARGB32 };
  g_autoptr (CommonsScene) scene = make_scene ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      for (int scale = 1; scale <= 4; scale++)
        {
          int left = 20 + 37 * scale;
          cairo_surface_t *copied = paint (scene, formats[i], scale, left, TRUE);
          cairo_surface_t *drawn = paint (scene, formats[i], scale, left, FALSE);
          int difference = find_largest_difference (copied, drawn, formats[i] == CAIRO_FORMAT_ARGB32);

          g_test_message ("format %d, scale %d: %d at most", formats[i], scale, difference);
          g_assert_cmpint (difference, <=, MAX_ROUNDING);
          cairo_surface_destroy (copied);
          cairo_surface_destroy (drawn);
        }
    }
}

static guint n_drawn;

static void
count (cairo_t          *cr,
       const CommonsBox *box)
{
  n_drawn++;
  draw (cr, box);
}

/* Any size of a look is made of one drawing; round ends need one a height. */
static void
test_once (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  CommonsBox box = { 10, 10, 0, 0, .radii = { 4, 4, 4, 4 }, .fill = { 0.3, 0.3, 0.3, 1 } };
  CommonsBox pill = { 10, 10, 0, 60, .radii = { 30, 30, 30, 30 }, .fill = { 0.3, 0.3, 0.3, 1 } };

  n_drawn = 0;
  for (int i = 0; i < 100; i++)
    {
      box.width = 40 + i;
      box.height = 30 + i * 2;
      pill.width = 80 + i;
      g_assert_true (commons_box_sprites_paint (cr, &box, count));
      g_assert_true (commons_box_sprites_paint (cr, &pill, count));
    }

  g_assert_cmpuint (n_drawn, ==, 2);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
try (double            x,
     double            scale,
     double            angle,
     const CommonsBox *box)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gboolean painted;

  cairo_translate (cr, x, 0);
  cairo_rotate (cr, angle);
  cairo_scale (cr, scale, scale);
  painted = commons_box_sprites_paint (cr, box, draw);
  g_assert_true (painted || fixture_get_pixel (surface, 50, 50) == 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return painted;
}

/* What falls between pixels, is turned, or lets its ground through is drawn
 * as it is. */
static void
test_refusal (void)
{
  const CommonsBox box = { 10, 10, 100, 60, .fill = { 1, 1, 1, 1 } };
  const CommonsBox pale = { 10, 10, 100, 60, .fill = { 1, 1, 1, 0.5 } };
  const CommonsBox between = { 10, 10, 100.5, 60, .fill = { 1, 1, 1, 1 } };

  g_assert_true (try (0, 1, 0, &box));
  g_assert_true (try (0, 2, 0, &between));
  g_assert_false (try (0, 1, 0, &between));
  g_assert_false (try (0.5, 1, 0, &box));
  g_assert_false (try (0, 0.37, 0, &box));
  g_assert_false (try (0, 1, 0.1, &box));
  g_assert_false (try (0, 1, 0, &pale));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/box-sprites/same", test_same);
  g_test_add_func ("/box-sprites/once", test_once);
  g_test_add_func ("/box-sprites/refusal", test_refusal);

  return g_test_run ();
}

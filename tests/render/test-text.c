/* test-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-cairo-painter.h"
#include "commons-text.h"
#include "render-fixture.h"

static const CommonsTextStyle plain = { .size = 12.5, .line = 17 };

/* What no line may end with, and none may begin with, in French. */
static void
assert_french_lines (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      g_autofree char *part = g_strndup (text + line->start_index, (gsize) line->length);
      g_autofree char *stripped = g_strdup (g_strstrip (part));

      g_assert_false (g_str_has_prefix (stripped, ":"));
      g_assert_false (g_str_has_prefix (stripped, "?"));
      g_assert_false (g_str_has_prefix (stripped, "»"));
      g_assert_false (g_str_has_suffix (stripped, "«"));
      g_assert_false (g_str_has_prefix (stripped, "000"));
    }
}

/* Whatever the width, marks stay with their word, and the text is the one
 * that is stored. */
static void
test_french (void)
{
  const char *text = "Licence : deux tiers ? Non « à vérifier » avant 14 000 points";
  CommonsTextStyle style = plain;

  style.french = TRUE;

  for (int width = 80; width < 400; width += 5)
    {
      g_autoptr (PangoLayout) layout = commons_text_layout (text, &style, width, 20);

      g_assert_cmpstr (pango_layout_get_text (layout), ==, text);
      g_assert_false (pango_layout_is_ellipsized (layout));
      assert_french_lines (layout);
    }
}

/* Short compounds are not broken at their hyphens. */
static void
test_compounds (void)
{
  const char *text = "Indépendance vis-à-vis des dons OSM-FR";

  for (int width = 90; width < 300; width += 5)
    {
      g_autoptr (PangoLayout) layout = commons_text_layout (text, &plain, width, 20);

      for (int i = 0; i < pango_layout_get_line_count (layout); i++)
        {
          PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);

          g_assert_cmpint (text[line->start_index + line->length - 1], !=, '-');
        }
    }
}

static void
test_lines (void)
{
  const char *text = "Une phrase assez longue pour tenir sur plusieurs lignes d’une carte étroite";

  for (int n_lines = 1; n_lines < 4; n_lines++)
    {
      g_autoptr (PangoLayout) layout = commons_text_layout (text, &plain, 100, n_lines);

      g_assert_cmpint (pango_layout_get_line_count (layout), ==, n_lines);
      g_assert_true (pango_layout_is_ellipsized (layout));
      g_assert_true (commons_text_is_cut (layout));
      g_assert_cmpfloat (commons_text_get_height (layout), ==, 17.0 * n_lines);
      g_assert_cmpfloat (commons_text_get_width (layout), <=, 100);
    }
}

/* A text cut where a paragraph ends says so, too. */
static void
test_paragraphs (void)
{
  g_autoptr (PangoLayout) layout = commons_text_layout ("un\ndeux\ntrois", &plain, 200, 2);

  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
  g_assert_cmpstr (pango_layout_get_text (layout), ==, "un\ndeux …");
}

static void
test_balance (void)
{
  CommonsTextStyle style = plain;
  g_autoptr (PangoLayout) loose = commons_text_layout ("Application mobile", &style, 95, 2);
  g_autoptr (PangoLayout) balanced = NULL;

  style.balanced = TRUE;
  balanced = commons_text_layout ("Application mobile", &style, 95, 2);

  g_assert_cmpint (pango_layout_get_line_count (balanced), ==, pango_layout_get_line_count (loose));
  g_assert_false (commons_text_is_cut (balanced));
}

static void
test_broken_word (void)
{
  g_autoptr (PangoLayout) layout = commons_text_layout ("Anticonstitutionnellement", &plain, 60, 5);

  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  g_assert_true (commons_text_is_cut (layout));
}

/* Breaks are between words, wherever a word is no wider than the block. */
static void
test_words (void)
{
  const char *text = "Randonneurs, coureuses et promeneuses relèvent l’état des fontaines";
  double word = commons_text_measure_words (text, &plain, NULL);

  g_assert_cmpfloat (word, >, 40);

  for (int width = (int) ceil (word); width < 400; width++)
    {
      g_autoptr (PangoLayout) layout = commons_text_layout (text, &plain, width, 20);

      for (int i = 1; i < pango_layout_get_line_count (layout); i++)
        g_assert_cmpint (text[pango_layout_get_line_readonly (layout, i)->start_index - 1], ==, ' ');

      g_assert_false (commons_text_is_cut (layout));
    }
}

/* Words that must stay whole are cut where they are too wide, and only
 * those. */
static void
test_whole (void)
{
  CommonsTextStyle style = plain;
  double word = commons_text_measure_words ("Randonneurs", &style, NULL);
  g_autoptr (PangoLayout) wide = NULL, narrow = NULL, least = NULL;

  style.whole = TRUE;
  wide = commons_text_layout ("Randonneurs et autres", &style, word + 1, 4);
  narrow = commons_text_layout ("Randonneurs et autres", &style, word - 2, 4);
  least = commons_text_layout ("Randonneurs et autres", &style, 1, 4);

  g_assert_false (commons_text_is_cut (wide));
  g_assert_cmpstr (pango_layout_get_text (wide), ==, "Randonneurs et autres");
  g_assert_true (commons_text_is_cut (narrow));
  g_assert_true (g_str_has_prefix (pango_layout_get_text (narrow), "Randonn"));
  g_assert_true (g_str_has_suffix (pango_layout_get_text (narrow), "… et autres"));
  g_assert_cmpint (pango_layout_get_line_count (narrow), ==, 2);
  g_assert_cmpfloat (commons_text_get_width (narrow), <=, word - 2);
  g_assert_true (commons_text_is_cut (least));
}

/* A word too wide for the only line is cut, and so is one of bytes without
 * end. */
static void
test_whole_on_one_line (void)
{
  CommonsTextStyle style = plain;
  g_autofree char *long_text = g_strnfill (8000, 'i');
  g_autoptr (PangoLayout) layout = NULL, endless = NULL;

  style.whole = TRUE;
  layout = commons_text_layout ("Randonneurs", &style, 50, 1);
  endless = commons_text_layout (long_text, &style, 200, 3);

  g_assert_true (commons_text_is_cut (layout));
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 1);
  g_assert_cmpfloat (commons_text_get_width (layout), <=, 50);
  g_assert_true (commons_text_is_cut (endless));
  g_assert_cmpfloat (commons_text_get_width (endless), <=, 200);
}

static void
test_loose (void)
{
  CommonsTextStyle style = plain;
  const char *text = "contributeur·rices vis-à-vis";
  double length, tied = commons_text_measure_words (text, &style, &length), parted;
  g_autoptr (PangoLayout) layout = NULL;

  style.loose = style.whole = TRUE;
  parted = commons_text_measure_words (text, &style, NULL);
  g_assert_cmpfloat (parted, <, tied - 15);
  g_assert_cmpfloat (length, >, tied + 15);

  layout = commons_text_layout (text, &style, parted + 1, 4);
  g_assert_false (commons_text_is_cut (layout));
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  g_assert_true (g_str_has_prefix (pango_layout_get_text (layout) +
                                   pango_layout_get_line_readonly (layout, 1)->start_index, "rices"));
}

static void
assert_marks (const char *text,
              const char *shown,
              guint       n_attributes)
{
  CommonsTextStyle style = { .size = 12.5, .marks = COMMONS_TEXT_MARKDOWN };
  g_autoptr (PangoLayout) layout = commons_text_layout (text, &style, -1, 1);
  GSList *attributes = pango_attr_list_get_attributes (pango_layout_get_attributes (layout));
  guint found = 0;

  for (GSList *l = attributes; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      found += attribute->klass->type == PANGO_ATTR_WEIGHT || attribute->klass->type == PANGO_ATTR_STYLE;
    }

  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  g_assert_cmpstr (pango_layout_get_text (layout), ==, shown);
  g_assert_cmpuint (found, ==, n_attributes);
}

static void
test_marks (void)
{
  assert_marks ("un **mot** et *un autre*", "un mot et un autre", 2);
  assert_marks ("- un\n- deux", "• un\n• deux", 0);
  assert_marks ("2 * 3 * 4", "2 * 3 * 4", 0);
  assert_marks ("**pas fermé", "**pas fermé", 0);
  assert_marks ("****", "****", 0);
  assert_marks ("a*", "a*", 0);
}

static cairo_surface_t *
paint_text (PangoLayout *layout,
            double       x,
            double       y,
            int          height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 80, 40);
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  cairo_t *cr = cairo_create (surface);

  commons_scene_add_text (scene, layout, x, y, 1, &(CommonsColor) { 1, 1, 1, 1 });
  cairo_rectangle (cr, 0, 0, 80, height);
  cairo_clip (cr);
  commons_cairo_painter_paint (scene, cr);
  cairo_destroy (cr);

  return surface;
}

/* Clicks mean the link or the box they hit, wherever lines break. */
static void
test_pick (void)
{
  CommonsTextStyle style = { .size = 12.5, .line = 17, .marks = COMMONS_TEXT_MARKDOWN };
  g_autoptr (PangoLayout) layout =
    commons_text_layout ("Voir [la charte](https://a.org) ici\n- [ ] un\n  - [x] [deux](mailto:a@b.org)", &style, 400, 9);
  double word = commons_text_get_width (layout);
  CommonsTextPart part;

  g_assert_cmpstr (pango_layout_get_text (layout), ==, "Voir la charte ici\n☐ un\n  ☑ deux");
  g_assert_false (commons_text_pick (layout, 5, 8, &part));
  g_assert_true (commons_text_pick (layout, word / 2, 8, &part));
  g_assert_cmpstr (part.address, ==, "https://a.org");
  g_assert_cmpint (part.box, ==, -1);
  g_assert_false (commons_text_pick (layout, word + 20, 8, &part));
  g_assert_true (commons_text_pick (layout, 5, 25, &part));
  g_assert_null (part.address);
  g_assert_cmpint (part.box, ==, 0);
  g_assert_false (commons_text_pick (layout, 26, 25, &part));
  g_assert_true (commons_text_pick (layout, 12, 42, &part));
  g_assert_cmpint (part.box, ==, 1);
  g_assert_true (commons_text_pick (layout, 35, 42, &part));
  g_assert_cmpstr (part.address, ==, "mailto:a@b.org");
  g_assert_false (commons_text_pick (layout, 5, 300, &part));
}

/* A box that is ticked has more ink than one that is not, and both have
 * some. */
static void
test_boxes (void)
{
  static const char *const items[] = { "- [ ] ", "- [x] " };
  CommonsTextStyle style = { .size = 20, .marks = COMMONS_TEXT_MARKDOWN };
  guint n_inked[2] = { 0 };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PangoLayout) layout = commons_text_layout (items[i], &style, -1, 1);
      cairo_surface_t *surface = paint_text (layout, 4, 4, 40);

      for (int y = 0; y < 40; y++)
        {
          for (int x = 0; x < 40; x++)
            n_inked[i] += fixture_get_pixel (surface, x, y) > 0x7f7f7f;
        }

      cairo_surface_destroy (surface);
    }

  g_assert_cmpuint (n_inked[0], >, 40);
  g_assert_cmpuint (n_inked[1], >, n_inked[0] + 10);
}

static void
test_odd_bytes (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autoptr (PangoLayout) broken = commons_text_layout ("a\xff" "b", &plain, 100, 2);
  g_autoptr (PangoLayout) cut = commons_text_layout (long_text, &plain, 100, 3);
  g_autoptr (PangoLayout) narrow = commons_text_layout ("mot", &plain, 0, 1);

  g_assert_true (g_utf8_validate (pango_layout_get_text (broken), -1, NULL));
  g_assert_cmpint (pango_layout_get_line_count (cut), ==, 3);
  g_assert_nonnull (narrow);
}

static void
test_arabic (void)
{
  g_autoptr (PangoLayout) layout = commons_text_layout ("قواعد المساهمة", &plain, 200, 2);

  g_assert_cmpint (pango_layout_get_line_readonly (layout, 0)->resolved_dir, ==, PANGO_DIRECTION_RTL);
}

/* A clip that crosses a line takes nothing from what it lets through,
 * wherever the line stands between the pixels. The last columns are left out:
 * letters after the first one stand between pixels, too. */
static void
test_clip (void)
{
  CommonsTextStyle style = { .size = 14.67, .bold = TRUE };
  g_autoptr (PangoLayout) layout = commons_text_layout ("HÉlô", &style, -1, 1);
  int right = 10 + (int) commons_text_get_width (layout) - 3;

  for (int step = 0; step < 64; step++)
    {
      double x = 10 + step % 8 / 8.0, y = 10 + step / 8 / 8.0;
      cairo_surface_t *whole = paint_text (layout, x, y, 40);
      cairo_surface_t *upper = paint_text (layout, x, y, 20);

      for (int row = 0; row < 20; row++)
        {
          for (int column = 0; column < right; column++)
            g_assert_cmphex (fixture_get_pixel (upper, column, row), ==, fixture_get_pixel (whole, column, row));
        }

      cairo_surface_destroy (whole);
      cairo_surface_destroy (upper);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/french", test_french);
  g_test_add_func ("/text/compounds", test_compounds);
  g_test_add_func ("/text/lines", test_lines);
  g_test_add_func ("/text/paragraphs", test_paragraphs);
  g_test_add_func ("/text/balance", test_balance);
  g_test_add_func ("/text/broken-word", test_broken_word);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/whole", test_whole);
  g_test_add_func ("/text/whole-on-one-line", test_whole_on_one_line);
  g_test_add_func ("/text/loose", test_loose);
  g_test_add_func ("/text/marks", test_marks);
  g_test_add_func ("/text/pick", test_pick);
  g_test_add_func ("/text/boxes", test_boxes);
  g_test_add_func ("/text/odd-bytes", test_odd_bytes);
  g_test_add_func ("/text/arabic", test_arabic);
  g_test_add_func ("/text/clip", test_clip);

  return g_test_run ();
}

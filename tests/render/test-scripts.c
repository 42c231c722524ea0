/* test-scripts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards whose words are read from right to left, alone and among others.
 */

#include "config.h"

#include <string.h>

#include "commons-card-layout.h"
#include "commons-text.h"
#include "render-fixture.h"

#define ARABIC_TITLE "عنوان من سطرين لا يتسع له السطر الواحد في البطاقة"
#define HEBREW_TITLE "כותרת ארוכה שאינה נכנסת בשורה אחת של הכרטיס"

static const CommonsTextStyle body = { .size = 12.5, .line = 17, .marks = COMMONS_TEXT_MARKDOWN };
static const CommonsTextStyle title = { .size = 14.67, .line = 19, .bold = TRUE, .balanced = TRUE };

/* Lines touch the side where their paragraph begins: 'r' or 'l' for each. */
static void
assert_sides (PangoLayout *layout,
              const char  *sides)
{
  int width = pango_layout_get_width (layout);
  g_autoptr (GString) found = g_string_new (NULL);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      gboolean right = pango_layout_get_line_readonly (layout, i)->resolved_dir == PANGO_DIRECTION_RTL;
      PangoLayoutIter *iter = pango_layout_get_iter (layout);
      PangoRectangle line;

      for (int j = 0; j < i; j++)
        pango_layout_iter_next_line (iter);
      pango_layout_iter_get_line_extents (iter, NULL, &line);
      pango_layout_iter_free (iter);

      if (right)
        g_assert_cmpint (ABS (line.x + line.width - width), <=, PANGO_SCALE);
      else
        g_assert_cmpint (line.x, ==, 0);
      g_string_append_c (found, right ? 'r' : 'l');
    }

  g_assert_cmpstr (found->str, ==, sides);
}

/* Each paragraph has its own direction, that of its first letter. */
static void
test_paragraphs (void)
{
  g_autoptr (PangoLayout) layout = commons_text_layout ("كل قرار يُكتب\nThis one is English.\nכל החלטה נכתבת\n- بند\n- item\n123",
                                                        &body, 200, 10);
  g_autoptr (PangoLayout) mixed = commons_text_layout ("הצטרפות ל-OpenStreetMap\nRègle (قاعدة الدخول)", &body, 260, 10);

  assert_sides (layout, "rlrrll");
  assert_sides (mixed, "rl");
}

/* Titles of several lines stand at the right edge of their whole room, as the
 * text below does; those that begin on the left are evened out. */
static void
test_titles (void)
{
  static const char *const titles[] = { ARABIC_TITLE, HEBREW_TITLE };
  g_autoptr (PangoLayout) latin = commons_text_layout ("A title that takes two lines of its card", &title, 230, 3);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (PangoLayout) layout = commons_text_layout (titles[i], &title, 230, 3);

      g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
      g_assert_cmpint (pango_layout_get_width (layout), ==, 230 * PANGO_SCALE);
      assert_sides (layout, pango_layout_get_line_count (layout) == 2 ? "rr" : "rrr");
    }

  assert_sides (latin, "ll");
  g_assert_cmpint (pango_layout_get_width (latin), <, 230 * PANGO_SCALE);
}

/* What does not fit is cut where reading ends: on the left. */
static void
test_cut (void)
{
  g_autoptr (PangoLayout) layout = commons_text_layout (ARABIC_TITLE " " ARABIC_TITLE, &title, 160, 2);
  PangoLayoutLine *last;
  PangoRectangle place;

  g_assert_true (commons_text_is_cut (layout));
  g_assert_true (pango_layout_is_ellipsized (layout));
  assert_sides (layout, "rr");

  /* The ellipsis stands for all that is cut; the end of the text is in it. */
  last = pango_layout_get_line_readonly (layout, 1);
  pango_layout_index_to_pos (layout, last->start_index + last->length - 2, &place);
  g_assert_cmpint (MIN (place.x, place.x + place.width), <, 20 * PANGO_SCALE);
}

/* Where one points is what one means, boxes to tick included. */
static void
test_pick (void)
{
  g_autoptr (PangoLayout) layout = commons_text_layout ("- [ ] بند أول\n[رابط](https://example.org) هنا", &body, 220, 5);
  CommonsTextPart part;

  g_assert_true (commons_text_pick (layout, 214, 8, &part));
  g_assert_cmpint (part.box, ==, 0);
  g_assert_false (commons_text_pick (layout, 6, 8, &part));
  g_assert_true (commons_text_pick (layout, 214, 25, &part));
  g_assert_cmpstr (part.address, ==, "https://example.org");
}

static void
test_cards (void)
{
  static const char *const nodes[] = {
    "{'id':'a','type':'text','x':0,'y':0,'width':300,'height':120,'text':'كل قرار يُكتب ويُنشر\\nيمكن لأي عضو أن يطلب إعادة النظر.\\n- [ ] بند','commons':{'kind':'rule','status':'agreed'}}",
    "{'id':'b','type':'text','x':0,'y':200,'width':300,'height':120,'text':'שער פתוח לכל\\nכל אדם יכול להצטרף ל-OpenStreetMap.\\nIn English.','commons':{'kind':'value'}}",
    "{'id':'c','type':'text','x':0,'y':400,'width':300,'height':140,'text':'" ARABIC_TITLE "\\nنص قصير','commons':{'kind':'decision'}}",
    "{'id':'d','type':'text','x':0,'y':600,'width':300,'height':62,'text':'Règle d’entrée (قاعدة الدخول)','commons':{'kind':'rule','status':'dropped'}}",
    "{'id':'e','type':'text','x':0,'y':700,'width':204,'height':40,'text':'" HEBREW_TITLE " " HEBREW_TITLE "','commons':{'kind':'community'}}",
  };
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  g_autoptr (GRegex) pixels = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *rounded = NULL;

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      g_autoptr (CommonsRecord) node = fixture_record (COMMONS_TABLE_NODES, nodes[i]);

      commons_card_layout_build (&drawing, node, scene);
    }

  /* Letters of these scripts are some hundredths higher in other releases of
   * their fonts: places count in whole pixels. */
  pixels = g_regex_new ("( at=[0-9]+)[.][0-9]+|(,[0-9]+)[.][0-9]+( scale)", 0, 0, NULL);
  dump = commons_scene_dump (scene);
  rounded = g_regex_replace (pixels, dump, -1, 0, "\\1\\2\\3", 0, NULL);
  fixture_assert_golden ("scripts.txt", rounded);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scripts/paragraphs", test_paragraphs);
  g_test_add_func ("/scripts/titles", test_titles);
  g_test_add_func ("/scripts/cut", test_cut);
  g_test_add_func ("/scripts/pick", test_pick);
  g_test_add_func ("/scripts/cards", test_cards);

  return g_test_run ();
}

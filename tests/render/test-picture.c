/* test-picture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "commons-cairo-painter.h"
#include "render-fixture.h"

#define BOARD                                                                                          \
  "{'commons':{'format':1,'language':'fr'},'nodes':["                                                  \
  "{'id':'z','type':'group','x':-900,'y':-500,'width':400,'height':900,'label':'Zone','commons':{'kind':'zone'}}," \
  "{'id':'big','type':'group','x':0,'y':0,'width':1000,'height':1000,'label':'Grand','commons':{'kind':'circle'}},"  \
  "{'id':'small','type':'group','x':300,'y':500,'width':400,'height':400,'label':'Petit','commons':{'kind':'circle'}}," \
  "{'id':'in','type':'text','x':400,'y':650,'width':204,'height':62,'text':'Dedans','commons':{'kind':'community'}},"   \
  "{'id':'out','type':'text','x':-800,'y':0,'width':204,'height':62,'text':'Dehors','commons':{'kind':'value'}},"       \
  "{'id':'rule','type':'text','x':350,'y':200,'width':204,'height':62,'text':'Une règle','commons':{'kind':'rule'}}"    \
  "],'edges':["                                                                                        \
  "{'id':'e1','fromNode':'in','toNode':'small','commons':{'link':'member_of'}},"                       \
  "{'id':'e2','fromNode':'rule','toNode':'out','commons':{'link':'embodies'}},"                        \
  "{'id':'e3','fromNode':'rule','toNode':'nowhere','commons':{'link':'embodies'}}"                     \
  "]}"

static const CommonsRect everywhere = { -2000, -2000, 6000, 6000 };

static CommonsPicture *
make_picture (CommonsBoard *board)
{
  return commons_picture_new (board, commons_catalogue_get ("fr"), commons_theme_get (COMMONS_THEME_LIGHT, FALSE));
}

static char *
dump (CommonsPicture           *picture,
      const CommonsRect        *area,
      const CommonsPaintFilter *filter)
{
  g_autoptr (CommonsScene) scene = commons_picture_build_scene (picture, area, filter);

  return commons_scene_dump (scene);
}

static gboolean
has_group (const char *text,
           const char *id)
{
  g_autofree char *needle = g_strdup_printf ("group %s “", id);

  return strstr (text, needle) != NULL;
}

/* Ground, then circles from the largest, links, names, and cards. */
static void
test_order (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  g_autofree char *text = dump (picture, &everywhere, NULL);
  static const char *const order[] = {
    "fill=#eeeef1", "“Zone”", "group big “", "fill=#f4f4f6", "group small “", "fill=#f9f9fa", "group e2 “",
    " “Grand”\n", " “Petit”\n", "group in “", "group out “", "group rule “",
  };
  const char *place = text;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      place = strstr (place, order[i]);
      g_assert_nonnull (place);
    }

  g_assert_false (has_group (text, "e1"));
  g_assert_false (has_group (text, "e3"));
}

static void
test_culling (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  CommonsRect area = { -850, -20, 300, 120 };
  g_autofree char *text = dump (picture, &area, NULL);

  g_assert_true (has_group (text, "out"));
  g_assert_true (has_group (text, "e2"));
  g_assert_false (has_group (text, "rule"));
  g_assert_false (has_group (text, "big"));
}

static gboolean
lists (GPtrArray    *nodes,
       CommonsBoard *board,
       const char   *id)
{
  return g_ptr_array_find (nodes, commons_board_lookup_node (board, id), NULL);
}

static void
test_list_nodes (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  CommonsRect area = { -850, -20, 300, 120 };
  g_autoptr (GPtrArray) some = commons_picture_list_nodes (picture, &area);
  g_autoptr (GPtrArray) all = commons_picture_list_nodes (picture, &everywhere);

  g_assert_true (lists (some, board, "out"));
  g_assert_false (lists (some, board, "rule"));
  g_assert_false (lists (some, board, "big"));
  g_assert_cmpuint (all->len, ==, commons_board_get_n_nodes (board));
}

static void
test_filter (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  CommonsPaintFilter hidden = { .hidden = ids }, only = { .only = ids };
  g_autofree char *without = NULL, *alone = NULL;

  g_hash_table_add (ids, (gpointer) "rule");
  without = dump (picture, &everywhere, &hidden);
  alone = dump (picture, &everywhere, &only);

  g_assert_false (has_group (without, "rule"));
  g_assert_false (has_group (without, "e2"));
  g_assert_true (has_group (without, "out"));
  g_assert_null (strstr (without, "fill=#eeeef1"));

  g_assert_true (has_group (alone, "rule"));
  g_assert_false (has_group (alone, "e2"));
  g_assert_false (has_group (alone, "out"));
  g_assert_null (strstr (alone, "“Zone”"));
}

/* What is filtered out is paler, and so are the links that touch it. */
static void
test_dimmed (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  CommonsPaintFilter filter = { .dimmed = ids };
  g_autofree char *none = NULL, *some = NULL, *all = NULL;

  none = dump (picture, &everywhere, &filter);
  g_assert_null (strstr (none, "opacity"));

  g_hash_table_add (ids, (gpointer) "out");
  some = dump (picture, &everywhere, &filter);
  g_assert_nonnull (strstr (some, "opacity=0.35\n  group out “"));
  g_assert_nonnull (strstr (some, "opacity=0.35\n  group e2 “"));
  g_assert_null (strstr (some, "opacity=0.35\n  group rule “"));

  g_hash_table_add (ids, (gpointer) "big");
  all = dump (picture, &everywhere, &filter);
  g_assert_nonnull (strstr (all, "opacity=0.35\n  group big “"));
  g_assert_null (strstr (all, "opacity=0.35\n  group small “"));
}

/* A card its zone does not expect is marked, and loses the mark when it is. */
static void
test_surprises (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (
    "{'commons':{'format':1},'nodes':["
    "{'id':'zone','type':'group','x':0,'y':0,'width':400,'height':300,'commons':{'kind':'zone'}},"
    "{'id':'rule','type':'text','x':40,'y':40,'width':204,'height':62,'text':'Rule','commons':{'kind':'rule'}}"
    "],'edges':[]}");
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  g_autoptr (JsonNode) list = json_from_string ("[\"value\"]", NULL);
  g_autoptr (CommonsRecord) wants = NULL, wants_none = NULL;
  g_autofree char *before = dump (picture, &everywhere, NULL), *marked = NULL, *after = NULL;

  wants_none = commons_record_ref (commons_board_lookup_node (board, "zone"));
  wants = commons_record_with (wants_none, "commons/fields/expects", g_steal_pointer (&list));
  commons_editor_begin (editor, "Expect", NULL);
  commons_editor_set (editor, wants);
  commons_editor_commit (editor);
  marked = dump (picture, &everywhere, NULL);
  commons_editor_begin (editor, "Expect", NULL);
  commons_editor_set (editor, wants_none);
  commons_editor_commit (editor);
  after = dump (picture, &everywhere, NULL);

  g_assert_cmpstr (marked, !=, before);
  g_assert_cmpstr (after, ==, before);
}

/* A level is left only well below the zoom that reached it. */
static void
test_detail (void)
{
  g_assert_cmpint (commons_detail_from_zoom (0, COMMONS_DETAIL_FAR), ==, COMMONS_DETAIL_FULL);
  g_assert_cmpint (commons_detail_from_zoom (1, COMMONS_DETAIL_FAR), ==, COMMONS_DETAIL_FULL);
  g_assert_cmpint (commons_detail_from_zoom (0.88, COMMONS_DETAIL_TITLE), ==, COMMONS_DETAIL_FULL);
  g_assert_cmpint (commons_detail_from_zoom (0.85, COMMONS_DETAIL_FULL), ==, COMMONS_DETAIL_FULL);
  g_assert_cmpint (commons_detail_from_zoom (0.85, COMMONS_DETAIL_TITLE), ==, COMMONS_DETAIL_TITLE);
  g_assert_cmpint (commons_detail_from_zoom (0.83, COMMONS_DETAIL_FULL), ==, COMMONS_DETAIL_TITLE);
  g_assert_cmpint (commons_detail_from_zoom (0.75, COMMONS_DETAIL_FULL), ==, COMMONS_DETAIL_TITLE);
  g_assert_cmpint (commons_detail_from_zoom (0.5, COMMONS_DETAIL_FULL), ==, COMMONS_DETAIL_SMALL);
  g_assert_cmpint (commons_detail_from_zoom (0.25, COMMONS_DETAIL_FULL), ==, COMMONS_DETAIL_SHAPE);
  g_assert_cmpint (commons_detail_from_zoom (0.1, COMMONS_DETAIL_FULL), ==, COMMONS_DETAIL_FAR);
}

/* What is kept between two paintings never shows what was before. */
static void
test_follows_board (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autofree char *before = dump (picture, &everywhere, NULL);
  g_autofree char *after = NULL;
  g_autofree char *fresh = NULL;
  g_autoptr (CommonsPicture) other = NULL;
  g_autoptr (CommonsRecord) moved = NULL;
  g_autoptr (CommonsRecord) renamed = NULL;

  moved = commons_record_with_bounds (commons_board_lookup_node (board, "small"),
                                      &(CommonsRect) { 2000, 0, 400, 400 });
  renamed = commons_record_with_text (commons_board_lookup_node (board, "rule"), "Autre règle");

  commons_editor_begin (editor, "Test", NULL);
  commons_editor_set (editor, moved);
  commons_editor_set (editor, renamed);
  commons_editor_remove (editor, "out");
  commons_editor_commit (editor);

  after = dump (picture, &everywhere, NULL);
  other = make_picture (board);
  fresh = dump (other, &everywhere, NULL);

  g_assert_cmpstr (after, !=, before);
  g_assert_cmpstr (after, ==, fresh);
  g_assert_nonnull (strstr (after, "Autre règle"));
  g_assert_false (has_group (after, "e2"));
}

/* Zooming away and back gives the picture there was. */
static void
test_zoom_and_back (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  g_autofree char *before = NULL, *far = NULL, *after = NULL;

  commons_picture_set_zoom (picture, 1);
  before = dump (picture, &everywhere, NULL);
  commons_picture_set_zoom (picture, 0.2);
  g_assert_cmpfloat (commons_picture_get_zoom (picture), ==, 0.2);
  far = dump (picture, &everywhere, NULL);
  commons_picture_set_zoom (picture, 0.93);
  commons_picture_set_zoom (picture, 1);
  after = dump (picture, &everywhere, NULL);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before, !=, far);
  g_assert_null (strstr (far, "Une règle”\n"));
  g_assert_nonnull (strstr (far, "“Grand”\n"));
}

static void
test_theme (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  g_autofree char *light = dump (picture, &everywhere, NULL);
  g_autofree char *dark = NULL;

  commons_picture_set_theme (picture, commons_theme_get (COMMONS_THEME_DARK, FALSE));
  dark = dump (picture, &everywhere, NULL);
  g_assert_nonnull (strstr (light, "#eeeef1"));
  g_assert_null (strstr (dark, "#eeeef1"));
  g_assert_nonnull (strstr (dark, "#1b1b1e"));
}

static void
test_pick_link (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  CommonsRecord *edge;
  CommonsRect extents;

  /* The link leaves the rule at the middle of its left side. */
  edge = commons_picture_pick_link (picture, 340, 231, 6);
  g_assert_nonnull (edge);
  g_assert_cmpstr (commons_record_get_id (edge), ==, "e2");
  g_assert_null (commons_picture_pick_link (picture, 340, 331, 6));
  g_assert_null (commons_picture_pick_link (picture, 5000, 5000, 6));

  commons_picture_get_link_extents (picture, edge, &extents);
  g_assert_cmpint (extents.x, <=, -590);
  g_assert_cmpint (extents.x + extents.width, >=, 347);
}

/* The topmost of two, up to their very edge, but not what they stand on. */
static void
test_pick_card (void)
{
  g_autoptr (CommonsBoard) board = fixture_board ("{'commons':{'format':1},'nodes':["
    "{'id':'zone','type':'group','x':0,'y':0,'width':400,'height':400,'label':'Zone','commons':{'kind':'zone'}},"
    "{'id':'under','type':'text','x':40,'y':40,'width':200,'height':62,'text':'Dessous','commons':{'kind':'rule'}},"
    "{'id':'over','type':'text','x':100,'y':80,'width':200,'height':62,'text':'Dessus','commons':{'kind':'rule'}}"
    "],'edges':[]}");
  g_autoptr (CommonsPicture) picture = make_picture (board);
  CommonsRecord *under = commons_board_lookup_node (board, "under");
  CommonsRecord *over = commons_board_lookup_node (board, "over");

  g_assert_true (commons_picture_pick_card (picture, 60, 60) == under);
  g_assert_true (commons_picture_pick_card (picture, 120, 90) == over);
  g_assert_true (commons_picture_pick_card (picture, 300, 142) == over);
  g_assert_null (commons_picture_pick_card (picture, 301, 100));
  g_assert_null (commons_picture_pick_card (picture, 20, 200));
}

/* Everything that is drawn lies within the extents that are told. */
static void
test_extents (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  static const double zooms[] = { 1, 0.7, 0.45, 0.25, 0.1 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autoptr (CommonsPicture) picture = make_picture (board);
      CommonsPaintFilter filter = { 0 };
      g_autoptr (CommonsScene) scene = NULL;
      CommonsRect told, drawn;

      commons_picture_set_zoom (picture, zooms[i]);
      g_assert_true (commons_picture_get_extents (picture, &told));
      scene = commons_picture_build_scene (picture, &told, &filter);
      g_assert_true (commons_scene_get_extents (scene, &drawn));
      g_assert_cmpint (drawn.x, >=, told.x);
      g_assert_cmpint (drawn.y, >=, told.y);
      g_assert_cmpint (drawn.x + drawn.width, <=, told.x + told.width);
      g_assert_cmpint (drawn.y + drawn.height, <=, told.y + told.height);
    }
}

static void
test_empty (void)
{
  g_autoptr (CommonsBoard) board = commons_board_new ();
  g_autoptr (CommonsPicture) picture = make_picture (board);
  CommonsRect extents;

  g_assert_false (commons_picture_get_extents (picture, &extents));
  g_assert_null (commons_picture_pick_card (picture, 0, 0));
  g_assert_null (commons_picture_pick_link (picture, 0, 0, 10));
}

static void
test_text_rect (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  CommonsRect rect;

  commons_picture_get_text_rect (picture, commons_board_lookup_node (board, "rule"), &rect);
  g_assert_cmpint (rect.x, ==, 350 + 5 + 12 + 16 + 8);
  g_assert_cmpint (rect.x + rect.width, ==, 350 + 204 - 12);

  commons_picture_get_text_rect (picture, commons_board_lookup_node (board, "big"), &rect);
  g_assert_cmpint (rect.y, ==, -12);
  g_assert_cmpint (rect.height, ==, 24);
}

static void
test_disc (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  double x, y;

  g_assert_cmpfloat (commons_picture_get_disc (commons_board_lookup_node (board, "small"), &x, &y), ==, 200);
  g_assert_cmpfloat (x, ==, 500);
  g_assert_cmpfloat (y, ==, 700);
}

static void
paint_scenes (GPtrArray *scenes,
              cairo_t   *cr)
{
  for (guint i = 0; i < scenes->len; i++)
    commons_cairo_painter_paint (g_ptr_array_index (scenes, i), cr);
}

/* Selected links are painted over the rest, with those that follow a card
 * under way where it is. */
static void
test_build_links (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  g_autoptr (GHashTable) moved = g_hash_table_new (g_str_hash, g_str_equal);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 400);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GPtrArray) scenes = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  g_hash_table_add (moved, (gpointer) "rule");
  cairo_translate (cr, -100, -131);
  scenes = commons_picture_build_links (picture, commons_board_get_links (board, "rule"), moved, 0, -100, TRUE);
  paint_scenes (scenes, cr);
  cairo_destroy (cr);

  /* It leaves the moved card at (347, 131), in the accent colour. */
  g_assert_cmphex (fixture_get_pixel (surface, 244, 0), !=, 0xffffff);
  g_assert_cmphex (fixture_get_pixel (surface, 244, 100), ==, 0xffffff);
  cairo_surface_destroy (surface);
}

/* Draws the links of a card onto white; returns whether any pixel is another. */
static gboolean
paints_links (CommonsPicture *picture,
              GPtrArray      *edges,
              gboolean        emphasis)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 300);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GPtrArray) scenes = commons_picture_build_links (picture, edges, NULL, 0, 0, emphasis);
  gboolean any = FALSE;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, 400, 0);
  paint_scenes (scenes, cr);
  cairo_destroy (cr);

  for (int y = 0; y < 300 && !any; y++)
    any = fixture_get_pixel (surface, 100, y) != 0xffffff;
  cairo_surface_destroy (surface);

  return any;
}

/* Where a card came from is drawn only while it is looked into: the picture,
 * which is what files show, is the same with and without it. */
static void
test_quiet (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsBoard) bare = fixture_board (BOARD);
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsEditor) bare_editor = commons_editor_new (bare);
  g_autoptr (CommonsRecord) link = commons_record_new_link ("derives_from", "rule", "out");
  g_autoptr (CommonsRecord) far = commons_record_new_link ("derives_from", "rule", "big");
  g_autoptr (CommonsPicture) picture = make_picture (board);
  g_autoptr (CommonsPicture) bare_picture = make_picture (bare);
  g_autofree char *before = dump (picture, &everywhere, NULL);
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autofree char *with = NULL, *without = NULL;
  CommonsRect extents, bare_extents;
  double x, y;

  commons_editor_begin (bare_editor, "Unlink", NULL);
  commons_editor_remove (bare_editor, "e2");
  commons_editor_commit (bare_editor);
  commons_editor_begin (editor, "Derive", NULL);
  commons_editor_remove (editor, "e2");
  commons_editor_add (editor, link);
  commons_editor_add (editor, far);
  commons_editor_commit (editor);

  with = dump (picture, &everywhere, NULL);
  without = dump (bare_picture, &everywhere, NULL);
  g_assert_cmpstr (with, ==, without);
  g_assert_cmpstr (with, !=, before);
  g_assert_true (commons_picture_get_extents (picture, &extents));
  g_assert_true (commons_picture_get_extents (bare_picture, &bare_extents));
  g_assert_cmpmem (&extents, sizeof extents, &bare_extents, sizeof bare_extents);

  g_assert_false (commons_picture_shows_link (picture, link));
  g_assert_true (commons_picture_lights_link (picture, link));
  g_assert_true (commons_picture_lights_link (picture, far));
  g_assert_false (commons_picture_lights_link (picture, commons_board_lookup (board, "e1")));
  g_assert_true (commons_picture_get_link_point (picture, link, 0.5, &x, &y));
  g_assert_null (commons_picture_pick_link (picture, x, y, 6));

  g_ptr_array_add (links, link);
  g_assert_true (paints_links (picture, links, TRUE));
  g_assert_false (paints_links (picture, links, FALSE));
}

/* So are the links of what one person wrote and keeps hidden. */
static void
test_kept_back (void)
{
  static const char *const members[] = { "side", "i", "hidden", "" };
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsPicture) picture = make_picture (board);
  CommonsRecord *link = commons_board_lookup (board, "e2");
  const char *id = commons_record_get_from (link);

  g_assert_true (commons_picture_shows_link (picture, link));
  for (guint i = 0; i < G_N_ELEMENTS (members); i += 2)
    {
      g_autofree char *path = g_strconcat ("commons/", members[i], NULL);
      CommonsRecord *card = commons_board_lookup_node (board, id);
      g_autoptr (CommonsRecord) changed = *members[i + 1] != '\0' ? commons_record_with_string (card, path, members[i + 1])
                                                                  : commons_record_with_flag (card, path, TRUE);

      g_assert_true (commons_picture_shows_link (picture, link));
      commons_editor_begin (editor, "Keep back", NULL);
      commons_editor_set (editor, changed);
      commons_editor_commit (editor);
    }

  g_assert_false (commons_picture_shows_link (picture, link));
  g_assert_true (commons_picture_lights_link (picture, link));
}

/* A card laid in the way of a link bends it, and it comes back when the card
 * goes; a link far from it stays as it is. */
static void
test_detour (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (
    "{'commons':{'format':1},'nodes':["
    "{'id':'a','type':'text','x':0,'y':0,'width':200,'height':60,'text':'A','commons':{'kind':'rule'}},"
    "{'id':'b','type':'text','x':800,'y':0,'width':200,'height':60,'text':'B','commons':{'kind':'value'}},"
    "{'id':'c','type':'text','x':0,'y':2000,'width':200,'height':60,'text':'C','commons':{'kind':'value'}},"
    "{'id':'d','type':'text','x':800,'y':2000,'width':200,'height':60,'text':'D','commons':{'kind':'value'}}"
    "],'edges':["
    "{'id':'near','fromNode':'a','toNode':'b','commons':{'link':'embodies'}},"
    "{'id':'far','fromNode':'c','toNode':'d','commons':{'link':'relates_to'}}"
    "]}");
  g_autoptr (CommonsPicture) picture = make_picture (board);
  g_autoptr (CommonsEditor) editor = commons_editor_new (board);
  g_autoptr (CommonsRecord) card = commons_record_new_card ("value", FALSE, &(CommonsRect) { 400, 10, 160, 44 }, "Là");
  CommonsRecord *near = commons_board_lookup (board, "near"), *far = commons_board_lookup (board, "far");
  CommonsRect straight, bent, back, before, after;

  commons_picture_get_link_extents (picture, near, &straight);
  commons_picture_get_link_extents (picture, far, &before);

  commons_editor_begin (editor, "Add", NULL);
  commons_editor_add (editor, card);
  commons_editor_commit (editor);
  commons_picture_get_link_extents (picture, near, &bent);
  commons_picture_get_link_extents (picture, far, &after);
  g_assert_cmpint (bent.height, >, straight.height + 20);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);

  commons_editor_begin (editor, "Remove", NULL);
  commons_editor_remove (editor, commons_record_get_id (card));
  commons_editor_commit (editor);
  commons_picture_get_link_extents (picture, near, &back);
  g_assert_cmpmem (&back, sizeof back, &straight, sizeof straight);
}

/* What is folded away is not drawn, and links to it end at what holds it. */
static void
test_folded (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = g_strsplit (BOARD, "'label':'Petit','commons':{", 2);
  g_autofree char *json = g_strjoin ("'label':'Petit','commons':{'folded':true,", parts[0], parts[1], NULL);
  g_autofree char *linked = NULL;
  g_autoptr (CommonsBoard) board = NULL;
  g_autoptr (CommonsPicture) picture = NULL;
  CommonsRect rect, extents;
  g_auto (GStrv) ends = g_strsplit (json, "'edges':[", 2);

  linked = g_strjoin ("'edges':[{'id':'e4','fromNode':'in','toNode':'out','commons':{'link':'relates_to'}},",
                      ends[0], ends[1], NULL);
  board = fixture_board (linked);
  picture = make_picture (board);
  text = dump (picture, &everywhere, NULL);

  g_assert_true (has_group (text, "small"));
  g_assert_nonnull (strstr (text, "“Petit”"));
  g_assert_nonnull (strstr (text, "“+1”"));
  g_assert_false (has_group (text, "in"));
  g_assert_true (has_group (text, "e4"));
  g_assert_true (g_hash_table_contains (commons_picture_get_hidden (picture), "in"));

  commons_picture_get_node_rect (picture, commons_board_lookup_node (board, "small"), &rect);
  g_assert_cmpint (rect.width, <, 400);
  commons_picture_get_link_extents (picture, commons_board_lookup (board, "e4"), &extents);
  g_assert_cmpint (extents.x + extents.width, <=, rect.x + rect.width);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/folded", test_folded);
  g_test_add_func ("/picture/detour", test_detour);
  g_test_add_func ("/picture/order", test_order);
  g_test_add_func ("/picture/culling", test_culling);
  g_test_add_func ("/picture/list-nodes", test_list_nodes);
  g_test_add_func ("/picture/filter", test_filter);
  g_test_add_func ("/picture/dimmed", test_dimmed);
  g_test_add_func ("/picture/surprises", test_surprises);
  g_test_add_func ("/picture/detail", test_detail);
  g_test_add_func ("/picture/follows-board", test_follows_board);
  g_test_add_func ("/picture/zoom-and-back", test_zoom_and_back);
  g_test_add_func ("/picture/theme", test_theme);
  g_test_add_func ("/picture/pick-card", test_pick_card);
  g_test_add_func ("/picture/pick-link", test_pick_link);
  g_test_add_func ("/picture/extents", test_extents);
  g_test_add_func ("/picture/empty", test_empty);
  g_test_add_func ("/picture/text-rect", test_text_rect);
  g_test_add_func ("/picture/disc", test_disc);
  g_test_add_func ("/picture/build-links", test_build_links);
  g_test_add_func ("/picture/quiet", test_quiet);
  g_test_add_func ("/picture/kept-back", test_kept_back);

  return g_test_run ();
}

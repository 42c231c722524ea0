/* test-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scenes of cards, circles and links, compared with what was looked at once.
 */

#include "config.h"

#include <string.h>

#include "commons-cairo-painter.h"
#include "commons-card-layout.h"
#include "commons-group-layout.h"
#include "commons-link-layout.h"
#include "commons-text.h"
#include "render-fixture.h"

typedef struct
{
  const char    *name;
  CommonsDetail  detail;
  double         zoom;
} Level;

static const Level levels[] = {
  { "full", COMMONS_DETAIL_FULL, 1 },
  { "title", COMMONS_DETAIL_TITLE, 0.75 },
  { "small", COMMONS_DETAIL_SMALL, 0.5 },
  { "shape", COMMONS_DETAIL_SHAPE, 0.25 },
  { "far", COMMONS_DETAIL_FAR, 0.1 },
};

static CommonsRecord *
make_card (const char *kind,
           int         y,
           int         height,
           const char *members)
{
  g_autofree char *json = g_strdup_printf ("{'id':'%s-%d','type':'text','x':0,'y':%d,'width':204,'height':%d,"
                                           "'text':'Mot','commons':{'kind':'%s'%s}}",
                                           kind, y, y, height, kind, members);

  return fixture_record (COMMONS_TABLE_NODES, json);
}

/* Every kind, at every level: one golden dump for each level. */
static void
test_kinds (gconstpointer data)
{
  const Level *level = data;
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  g_autofree char *name = g_strdup_printf ("kinds-%s.txt", level->name);
  g_autofree char *dump = NULL;

  fixture_drawing_init (&drawing, level->detail, level->zoom);

  for (guint i = 0; i < commons_catalogue_get_n_kinds (drawing.catalogue); i++)
    {
      const CommonsKind *kind = commons_catalogue_get_nth_kind (drawing.catalogue, i);
      g_autoptr (CommonsRecord) node = make_card (kind->id, (int) i * 100, 62, "");

      if (!kind->group)
        commons_card_layout_build (&drawing, node, scene);
    }

  dump = commons_scene_dump (scene);
  fixture_assert_golden (name, dump);
}

static void
test_states (gconstpointer data)
{
  const Level *level = data;
  static const char *const members[] = {
    ",'status':'agreed'", ",'status':'draft'", ",'status':'contested'", ",'status':'dropped'",
    ",'status':'unheard-of'", ",'status':'contested','locked':true,'notes':'N'",
    ",'hidden':true,'status':'agreed','notes':'N'",
  };
  static const char *const kinds[] = { "rule", "community", "risk" };
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  g_autofree char *name = g_strdup_printf ("states-%s.txt", level->name);
  g_autofree char *dump = NULL;

  fixture_drawing_init (&drawing, level->detail, level->zoom);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        {
          g_autoptr (CommonsRecord) node = make_card (kinds[i], (int) (i * 1000 + j * 100), 44, members[j]);

          commons_card_layout_build (&drawing, node, scene);
        }
    }

  dump = commons_scene_dump (scene);
  fixture_assert_golden (name, dump);
}

static char *
dump_card (const CommonsDrawing *drawing,
           const char           *members)
{
  g_autoptr (CommonsRecord) node = make_card ("rule", 0, 62, members);
  g_autoptr (CommonsScene) scene = commons_scene_new ();

  commons_card_layout_build (drawing, node, scene);

  return commons_scene_dump (scene);
}

/* Badges stand beside each other from the corner inwards, and the mild mark
 * of a surprise on the other side. */
/* Where a card comes from: one mark, several, and one nobody listed. */
static void
test_tables (void)
{
  static const CommonsDetail details[] = { COMMONS_DETAIL_FULL, COMMONS_DETAIL_SMALL, COMMONS_DETAIL_SHAPE };
  g_autoptr (CommonsBoard) board =
    fixture_board ("{'nodes':[],'edges':[],'commons':{'format':1,'tables':["
                   "{'name':'Blue','mark':'B','color':'indigo'},{'name':'Table 12','mark':'12','color':'sand'}]}}");
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      g_auto (CommonsDrawing) drawing;
      g_autofree char *one = NULL, *several = NULL, *unknown = NULL;

      fixture_drawing_init (&drawing, details[i], details[i] == COMMONS_DETAIL_FULL ? 1 : 0.4);
      drawing.board = board;
      one = dump_card (&drawing, ",'table':'Blue'");
      several = dump_card (&drawing, ",'tables':['Blue','Table 12']");
      unknown = dump_card (&drawing, ",'table':'Red'");
      g_string_append_printf (all, "%s\n%s\n%s\n", one, several, unknown);
    }

  fixture_assert_golden ("tables.txt", all->str);
}

static void
test_badges (void)
{
  g_auto (CommonsDrawing) drawing;
  g_autoptr (GHashTable) surprises = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *many = NULL, *voters = NULL, *none = NULL, *empty = NULL, *surprise = NULL;
  const char *votes, *debate, *lock, *notes;

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);
  many = dump_card (&drawing, ",'status':'contested','votes':12,'locked':true,'notes':'N'");
  votes = strstr (many, "“12”");
  g_assert_nonnull (votes);
  debate = strstr (votes, "icon cc-double");
  lock = strstr (many, "icon cc-lock");
  notes = strstr (many, "icon cc-note");
  g_assert_true (votes != NULL && votes < debate && debate < lock && lock < notes);

  voters = dump_card (&drawing, ",'votes':['a','b']");
  g_assert_nonnull (strstr (voters, "“2”"));

  none = dump_card (&drawing, "");
  empty = dump_card (&drawing, ",'votes':0,'locked':'yes','notes':''");
  g_assert_cmpstr (none, ==, empty);

  g_hash_table_add (surprises, (gpointer) "rule-0");
  drawing.surprises = surprises;
  surprise = dump_card (&drawing, "");
  g_assert_cmpstr (surprise, !=, none);
  g_assert_nonnull (strstr (surprise, "box at=-6,-3.5,9,9"));
  drawing.surprises = NULL;
}

/* Without tints, how far a gauge has come still shows. */
static void
test_gauge_without_tints (void)
{
  static const char *const fields[] = {
    ",'fields':{'baseline':0,'current':2,'target':10}", ",'fields':{'baseline':0,'current':10,'target':10}",
  };
  g_auto (CommonsDrawing) drawing;
  guint n_inked[2] = { 0 };

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);
  drawing.theme = commons_theme_get (COMMONS_THEME_LIGHT, TRUE);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CommonsRecord) node = make_card ("indicator", 0, 62, fields[i]);
      g_autoptr (CommonsScene) scene = commons_scene_new ();
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 204, 62);
      cairo_t *cr = cairo_create (surface);

      commons_card_layout_build (&drawing, node, scene);
      commons_cairo_painter_paint (scene, cr);
      cairo_destroy (cr);

      for (int x = 12; x < 192; x++)
        n_inked[i] += fixture_get_pixel (surface, x, 55) < 0x404040;

      cairo_surface_destroy (surface);
    }

  g_assert_cmpuint (n_inked[0], >, 10);
  g_assert_cmpuint (n_inked[0], <, n_inked[1] / 2);
}

/* The words of a hidden card are nowhere. */
static void
test_hidden (void)
{
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsRecord) node = make_card ("reward", 0, 62, ",'hidden':true,'side':'i'");

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (CommonsScene) scene = commons_scene_new ();
      g_autofree char *dump = NULL;

      drawing.detail = levels[i].detail;
      drawing.pixel = 1 / levels[i].zoom;
      commons_card_layout_build (&drawing, node, scene);
      dump = commons_scene_dump (scene);
      g_assert_null (strstr (dump, "Mot"));
      g_assert_true ((strstr (dump, "cc-hidden") != NULL) == (levels[i].detail < COMMONS_DETAIL_FAR));
    }
}

/* The lines across a hidden card stay within its silhouette. */
static void
test_hatching (void)
{
  static const char *const kinds[] = { "value", "motivation", "community", "contribution", "rule", "improvement" };
  g_auto (CommonsDrawing) drawing;

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CommonsRecord) node = make_card (kinds[i], 0, 62, "");
      g_autoptr (CommonsScene) scene = commons_scene_new ();
      g_autoptr (CommonsPath) outline = commons_path_new ();
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
      cairo_t *cr = cairo_create (surface);
      const CommonsPathCommand *commands;
      CommonsCardFrame frame;
      const CommonsItem *items;
      guint n_items, n_commands;

      commons_card_layout_divide (&drawing, node, &frame);
      commons_card_layout_add_hatching (&drawing, &frame, scene);
      items = commons_scene_get_items (scene, &n_items);
      commands = commons_path_get_commands (items[0].path.path, &n_commands);
      g_assert_cmpuint (n_commands, >, 40);

      /* A little more than the silhouette, for rounding. */
      commons_path_add_box (outline, frame.box.x - 0.01, frame.box.y - 0.01,
                            frame.box.width + 0.02, frame.box.height + 0.02, frame.box.radii, 0);
      commons_path_append_to (outline, cr);

      for (guint j = 0; j < n_commands; j++)
        g_assert_true (cairo_in_fill (cr, commands[j].points[0], commands[j].points[1]));

      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_foreign (void)
{
  static const char *const nodes[] = {
    "{'id':'a','type':'text','x':0,'y':0,'width':250,'height':60,'text':'Note'}",
    "{'id':'b','type':'text','x':0,'y':100,'width':250,'height':60,'text':'Note','color':'4'}",
    "{'id':'c','type':'text','x':0,'y':200,'width':250,'height':60,'text':'Note','color':'#ff8800'}",
    "{'id':'d','type':'file','x':0,'y':300,'width':250,'height':60,'file':'notes/a.md'}",
    "{'id':'e','type':'link','x':0,'y':400,'width':250,'height':60,'url':'https://example.org/'}",
    "{'id':'f','type':'text','x':0,'y':500,'width':250,'height':60,'text':'Note','commons':{'kind':'from-the-future'}}",
    "{'id':'g','type':'hologram','x':0,'y':600,'width':250,'height':60}",
    "{'id':'h','type':'text','x':0,'y':700,'width':0,'height':0,'text':'Rien'}",
    "{'id':'i','type':'text','x':0,'y':800,'width':1,'height':1,'text':'Rien','commons':{'kind':'community'}}",
  };
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  g_autofree char *dump = NULL;

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      g_autoptr (CommonsRecord) node = fixture_record (COMMONS_TABLE_NODES, nodes[i]);

      commons_card_layout_build (&drawing, node, scene);
    }

  dump = commons_scene_dump (scene);
  fixture_assert_golden ("foreign.txt", dump);
}

static void
test_groups (void)
{
  static const char *const nodes[] = {
    "{'id':'a','type':'group','x':0,'y':0,'width':400,'height':400,'label':'Cercle','commons':{'kind':'circle'}}",
    "{'id':'b','type':'group','x':0,'y':0,'width':400,'height':300,'label':'Cercle','commons':{'kind':'circle','status':'draft'}}",
    "{'id':'c','type':'group','x':0,'y':0,'width':400,'height':300,'label':'Zone','commons':{'kind':'zone'}}",
    "{'id':'d','type':'group','x':0,'y':0,'width':400,'height':300,'label':'Cadre','commons':{'kind':'from-the-future'},'color':'3'}",
    "{'id':'e','type':'group','x':0,'y':0,'width':0,'height':0,'label':'Point','commons':{'kind':'circle'}}",
  };
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  g_autofree char *dump = NULL;

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      g_autoptr (CommonsRecord) node = fixture_record (COMMONS_TABLE_NODES, nodes[i]);

      commons_group_layout_build (&drawing, node, i, scene);
    }

  dump = commons_scene_dump (scene);
  fixture_assert_golden ("groups.txt", dump);
}

/* A group without a kind is a zone on our boards and a frame on others'. */
static void
test_group_looks (void)
{
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsRecord) node =
    fixture_record (COMMONS_TABLE_NODES, "{'id':'a','type':'group','x':0,'y':0,'width':9,'height':9,'label':'A'}");

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);
  g_assert_cmpint (commons_group_layout_get_look (&drawing, node), ==, COMMONS_GROUP_ZONE);
  drawing.foreign = TRUE;
  g_assert_cmpint (commons_group_layout_get_look (&drawing, node), ==, COMMONS_GROUP_FRAME);
}

/* A zone that asks for a frame is a box with its name inside; anything but
 * `true` asks for none. */
static void
test_framed_zone (void)
{
  static const char *const words[] = { "false", "'true'", "1", "null", "[]" };
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  g_autoptr (CommonsRecord) framed =
    fixture_record (COMMONS_TABLE_NODES, "{'id':'a','type':'group','x':0,'y':0,'width':400,'height':300,'label':'A',"
                                         "'commons':{'kind':'zone','fields':{'framed':true}}}");
  g_autofree char *dump = NULL;
  CommonsSpan name;

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);
  g_assert_cmpint (commons_group_layout_get_look (&drawing, framed), ==, COMMONS_GROUP_BOX);
  commons_group_layout_get_name (&drawing, framed, &name);
  g_assert_cmpfloat (name.x, >, 0);
  g_assert_cmpfloat (name.y, >, 0);
  commons_group_layout_build (&drawing, framed, 0, scene);
  dump = commons_scene_dump (scene);
  g_assert_nonnull (strstr (dump, "box"));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *json = g_strdup_printf ("{'id':'a','type':'group','x':0,'y':0,'width':9,'height':9,'label':'A',"
                                               "'commons':{'kind':'zone','fields':{'framed':%s}}}", words[i]);
      g_autoptr (CommonsRecord) node = fixture_record (COMMONS_TABLE_NODES, json);

      g_assert_cmpint (commons_group_layout_get_look (&drawing, node), ==, COMMONS_GROUP_ZONE);
    }
}

static void
test_links (gconstpointer data)
{
  const Level *level = data;
  static const char *const edges[] = {
    "{'id':'1','fromNode':'a','toNode':'b','commons':{'link':'embodies'}}",
    "{'id':'2','fromNode':'a','toNode':'b','commons':{'link':'linked_with'}}",
    "{'id':'3','fromNode':'a','toNode':'b','commons':{'link':'leads_to'}}",
    "{'id':'4','fromNode':'a','toNode':'b','commons':{'link':'relates_to'}}",
    "{'id':'5','fromNode':'a','toNode':'b','commons':{'link':'embodies','status':'draft'}}",
    "{'id':'6','fromNode':'a','toNode':'b','commons':{'link':'from-the-future'}}",
    "{'id':'7','fromNode':'a','toNode':'b','fromSide':'top','toSide':'bottom','fromEnd':'arrow'}",
    "{'id':'8','fromNode':'a','toNode':'b','toEnd':'none'}",
  };
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  g_autoptr (CommonsRecord) a = make_card ("rule", 0, 62, "");
  g_autoptr (CommonsRecord) b = make_card ("value", 300, 38, "");
  CommonsLinkEnds ends = { .from = a, .to = b };
  g_autofree char *name = g_strdup_printf ("links-%s.txt", level->name);
  g_autofree char *dump = NULL;

  fixture_drawing_init (&drawing, level->detail, level->zoom);

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_autoptr (CommonsRecord) edge = fixture_record (COMMONS_TABLE_EDGES, edges[i]);
      CommonsRoute route;

      commons_link_layout_get_route (&drawing, edge, &ends, &route);
      commons_link_layout_build (&drawing, edge, &ends, &route, FALSE, scene);
    }

  dump = commons_scene_dump (scene);
  fixture_assert_golden (name, dump);
}

static guint
count (CommonsScene *scene,
       const char   *needle)
{
  g_autofree char *dump = commons_scene_dump (scene);
  g_auto (GStrv) parts = g_strsplit (dump, needle, -1);

  return g_strv_length (parts) - 1;
}

static PangoLayout *
find_title (CommonsScene *scene)
{
  guint n_items;
  const CommonsItem *items = commons_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].type == COMMONS_ITEM_TEXT)
        return items[i].text.layout;
    }

  g_assert_not_reached ();
}

static double
get_size (PangoLayout *layout)
{
  return (double) pango_font_description_get_size (pango_layout_get_font_description (layout)) / PANGO_SCALE;
}

/* Lines of a title end between words, or between the parts of a compound,
 * and letters stay large enough, whatever the card. */
static void
assert_title (CommonsDrawing    *drawing,
              const CommonsKind *kind,
              int                width,
              const char        *text)
{
  g_autoptr (CommonsRecord) node =
    commons_record_new_card (kind->id, FALSE, &(CommonsRect) { 0, 0, width, 74 }, text);
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  PangoLayout *layout;
  const char *shown;

  commons_card_layout_build (drawing, node, scene);
  layout = find_title (scene);
  shown = pango_layout_get_text (layout);
  g_assert_cmpfloat (get_size (layout), >=, drawing->detail == COMMONS_DETAIL_SMALL ? 8.99 : 12.5 * 0.849);
  g_assert_cmpfloat (commons_text_get_width (layout) * drawing->pixel, <, width);

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      const char *start = shown + pango_layout_get_line_readonly (layout, i)->start_index;

      g_assert_true (start[-1] == ' ' || start[-1] == '-' ||
                     strncmp (start - 3, "\342\200\213", 3) == 0);
    }
}

static void
test_titles (gconstpointer data)
{
  static const char *const texts[] = {
    "Randonneurs, coureurs et promeneurs", "Exactitude vérifiable", "Contributeur·rices bénévoles",
    "Porte-parole et compte-rendu", "Anticonstitutionnellement",
  };
  const Level *level = data;
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");
  g_auto (CommonsDrawing) drawing;

  fixture_drawing_init (&drawing, level->detail, level->zoom);

  for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
    {
      const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, i);

      for (guint j = 0; j < G_N_ELEMENTS (texts) && !kind->group; j++)
        {
          for (int width = 120; width < 260; width += 13)
            assert_title (&drawing, kind, width, texts[j]);
        }
    }
}

/* A word that nearly fits shrinks the letters; one that fits does not. */
static void
test_shrinking (void)
{
  double smallest = 20, largest = 0;
  g_auto (CommonsDrawing) drawing;

  fixture_drawing_init (&drawing, COMMONS_DETAIL_SMALL, 0.46);

  for (int width = 140; width < 260; width += 2)
    {
      g_autoptr (CommonsRecord) node =
        commons_record_new_card ("community", FALSE, &(CommonsRect) { 0, 0, width, 74 }, "Contributrices");
      g_autoptr (CommonsScene) scene = commons_scene_new ();
      double size;

      commons_card_layout_build (&drawing, node, scene);
      size = get_size (find_title (scene));
      g_assert_cmpfloat (size, >=, largest - 1e-3);
      largest = MAX (largest, size);
      smallest = MIN (smallest, size);
    }

  g_assert_cmpfloat (smallest, <, 9.1);
  g_assert_cmpfloat (largest, ==, 10.5);
}

/* Links at rest are thin, and as easy to see from far as from near; what is
 * emphasised is wider. */
static void
test_quiet_links (void)
{
  g_autoptr (CommonsRecord) a = make_card ("rule", 0, 62, "");
  g_autoptr (CommonsRecord) b = make_card ("value", 300, 38, "");
  g_autoptr (CommonsRecord) edge =
    fixture_record (COMMONS_TABLE_EDGES, "{'id':'1','fromNode':'a','toNode':'b','commons':{'link':'embodies'}}");
  CommonsLinkEnds ends = { .from = a, .to = b };

  for (guint i = 0; levels[i].detail < COMMONS_DETAIL_FAR; i++)
    {
      g_auto (CommonsDrawing) drawing;
      g_autoptr (CommonsScene) rest = commons_scene_new ();
      g_autoptr (CommonsScene) emphasis = commons_scene_new ();
      g_autoptr (CommonsScene) contrast = commons_scene_new ();
      CommonsRoute route;

      fixture_drawing_init (&drawing, levels[i].detail, levels[i].zoom);
      commons_link_layout_get_route (&drawing, edge, &ends, &route);
      commons_link_layout_build (&drawing, edge, &ends, &route, FALSE, rest);
      commons_link_layout_build (&drawing, edge, &ends, &route, TRUE, emphasis);
      drawing.theme = commons_theme_get (COMMONS_THEME_LIGHT, TRUE);
      commons_link_layout_build (&drawing, edge, &ends, &route, FALSE, contrast);

      g_assert_cmpuint (count (rest, "%"), ==, 0);
      g_assert_cmpuint (count (emphasis, "%"), ==, 0);
      g_assert_cmpuint (count (contrast, "%"), ==, 0);
    }
}

/* Status, confidence and side stand in the footer when there is room. What the
 * group says is not told apart. */
static void
test_footer (void)
{
  const char *members = ",'status':'agreed','confidence':2,'side':'i','votes':7";
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsScene) roomy = commons_scene_new ();
  g_autoptr (CommonsScene) narrow = commons_scene_new ();
  g_autoptr (CommonsRecord) tall = make_card ("rule", 0, 96, members);
  g_autoptr (CommonsRecord) low = make_card ("rule", 0, 44, members);
  g_autoptr (CommonsRecord) ours = make_card ("rule", 0, 96, ",'side':'we'");
  g_autoptr (CommonsScene) common = commons_scene_new ();

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);
  commons_card_layout_build (&drawing, tall, roomy);
  commons_card_layout_build (&drawing, low, narrow);
  commons_card_layout_build (&drawing, ours, common);

  g_assert_cmpuint (count (roomy, "“convenue”"), ==, 1);
  g_assert_cmpuint (count (roomy, "“Je”"), ==, 1);
  g_assert_cmpuint (count (common, "“Nous”"), ==, 0);
  g_assert_cmpuint (count (roomy, "“7”"), ==, 1);
  g_assert_cmpuint (count (narrow, "“convenue”"), ==, 0);
  g_assert_cmpuint (count (narrow, "“7”"), ==, 1);
  g_assert_cmpuint (count (roomy, "fill=#1f1f33/22%"), ==, 1);
}

/* Nothing is cut at the height that is measured, and no less would do. */
static void
test_measure (void)
{
  static const char *const texts[] = {
    "Relecture", "Relecture sous sept jours par deux personnes", "Titre\nUn corps de quelques mots qui tient sur deux lignes",
    "Un titre qui prend trois lignes entières sur une carte étroite\net un corps\n- avec\n- une liste", "",
  };
  CommonsCatalogue *catalogue = commons_catalogue_get ("fr");
  g_auto (CommonsDrawing) drawing;

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);

  for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
    {
      const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, i);

      for (guint j = 0; j < G_N_ELEMENTS (texts) && !kind->group; j++)
        {
          int height = commons_card_layout_measure_height (&drawing, kind->id, 204, texts[j]);
          g_autoptr (CommonsRecord) node =
            commons_record_new_card (kind->id, FALSE, &(CommonsRect) { 0, 0, 204, height }, texts[j]);
          g_autoptr (CommonsScene) scene = commons_scene_new ();
          const CommonsItem *items;
          guint n_items, n_texts = 0;

          g_assert_cmpint (height, >=, g_str_equal (kind->id, "value") ? 38 : 62);
          g_assert_cmpint (height, <, 300);
          commons_card_layout_build (&drawing, node, scene);
          items = commons_scene_get_items (scene, &n_items);

          for (guint k = 0; k < n_items; k++)
            {
              if (items[k].type != COMMONS_ITEM_TEXT)
                continue;

              g_assert_false (pango_layout_is_ellipsized (items[k].text.layout));
              n_texts++;
            }

          g_assert_cmpuint (n_texts, ==, commons_record_get_body (node)[0] != '\0' ? 2 : 1);
        }
    }
}

/* A link shown by place is not drawn, nor one to nothing. */
static void
test_shown (void)
{
  g_auto (CommonsDrawing) drawing;
  g_autoptr (CommonsRecord) circle =
    fixture_record (COMMONS_TABLE_NODES, "{'id':'c','type':'group','x':0,'y':0,'width':400,'height':400,'label':'C','commons':{'kind':'circle'}}");
  g_autoptr (CommonsRecord) inside =
    fixture_record (COMMONS_TABLE_NODES, "{'id':'i','type':'text','x':100,'y':100,'width':200,'height':62,'text':'I','commons':{'kind':'community'}}");
  g_autoptr (CommonsRecord) outside =
    fixture_record (COMMONS_TABLE_NODES, "{'id':'o','type':'text','x':800,'y':100,'width':200,'height':62,'text':'O','commons':{'kind':'community'}}");
  g_autoptr (CommonsRecord) docked =
    fixture_record (COMMONS_TABLE_NODES, "{'id':'d','type':'text','x':1004,'y':100,'width':200,'height':62,'text':'D','commons':{'kind':'motivation'}}");
  g_autoptr (CommonsRecord) member = fixture_record (COMMONS_TABLE_EDGES, "{'id':'m','fromNode':'i','toNode':'c','commons':{'link':'member_of'}}");
  g_autoptr (CommonsRecord) other = fixture_record (COMMONS_TABLE_EDGES, "{'id':'r','fromNode':'d','toNode':'o','commons':{'link':'relates_to'}}");
  g_autoptr (CommonsRecord) felt = fixture_record (COMMONS_TABLE_EDGES, "{'id':'f','fromNode':'d','toNode':'o','commons':{'link':'felt_by'}}");

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);
  g_assert_false (commons_link_layout_is_shown (&drawing, member, &(CommonsLinkEnds) { .from = inside, .to = circle }));
  g_assert_true (commons_link_layout_is_shown (&drawing, member, &(CommonsLinkEnds) { .from = outside, .to = circle }));
  g_assert_false (commons_link_layout_is_shown (&drawing, member, &(CommonsLinkEnds) { .from = outside, .to = NULL }));
  g_assert_false (commons_link_layout_is_shown (&drawing, member, &(CommonsLinkEnds) { .from = inside, .to = inside }));
  g_assert_false (commons_link_layout_is_shown (&drawing, felt, &(CommonsLinkEnds) { .from = docked, .to = outside }));
  g_assert_true (commons_link_layout_is_shown (&drawing, felt, &(CommonsLinkEnds) { .from = docked, .to = inside }));

  /* Standing there says one thing, the one the catalogue has for both. */
  g_assert_true (commons_link_layout_is_shown (&drawing, other, &(CommonsLinkEnds) { .from = docked, .to = outside }));
  g_assert_true (commons_link_layout_is_shown (&drawing, felt, &(CommonsLinkEnds) { .from = outside, .to = docked }));
}

static double
get_title_size (const CommonsDrawing *drawing,
                CommonsRecord        *node)
{
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  const CommonsItem *items;
  guint n_items;

  commons_card_layout_build (drawing, node, scene);
  items = commons_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].type == COMMONS_ITEM_TEXT)
        return (double) pango_font_description_get_size (pango_layout_get_font_description (items[i].text.layout)) / PANGO_SCALE;
    }

  return 0;
}

static CommonsRecord *
with_text (CommonsRecord *card,
           const char    *text)
{
  return commons_record_with_text (card, text);
}

static CommonsRecord *
with_height (CommonsRecord *card,
             int            height)
{
  CommonsRect bounds = *commons_record_get_bounds (card);

  bounds.height = height;
  return commons_record_with_bounds (card, &bounds);
}

/* Text shrinks to 14 px, then the card grows, and letters are large again;
 * what grew by itself shrinks by itself, to no less than it was. */
static void
test_fit (void)
{
  const char *text = "Mot";
  g_autoptr (CommonsRecord) card = make_card ("rule", 0, 62, "");
  g_autofree char *growing = g_strdup (text);
  g_auto (CommonsDrawing) drawing;
  gboolean shrank = FALSE;
  int height = 62;

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);
  g_assert_cmpfloat_with_epsilon (get_title_size (&drawing, card), 14.67, 0.01);

  for (guint n = 0; n < 60; n++)
    {
      g_autoptr (CommonsRecord) longer = with_text (card, growing);
      g_autoptr (CommonsRecord) fitted = NULL;
      g_autofree char *next = g_strconcat (growing, " il", NULL);
      int fit = commons_card_layout_fit_height (&drawing, card, longer);
      double size;

      g_assert_cmpint (fit, >=, height);
      fitted = with_height (longer, fit);
      size = get_title_size (&drawing, fitted);
      shrank = shrank || size < 14.5;
      g_assert_cmpfloat (size, >=, 14);
      g_assert_cmpfloat (size, <, fit > 62 ? 14.68 : 15);

      height = fit;
      g_free (growing);
      growing = g_steal_pointer (&next);
    }

  g_assert_true (shrank);
  g_assert_cmpint (height, >, 100);
}

static void
test_fit_back (void)
{
  g_autoptr (CommonsRecord) small = make_card ("rule", 0, 62, "");
  g_autoptr (CommonsRecord) tall = NULL, grown = NULL, mine = NULL, shorter = NULL, mine_shorter = NULL;
  g_auto (CommonsDrawing) drawing;

  fixture_drawing_init (&drawing, COMMONS_DETAIL_FULL, 1);
  tall = with_text (small, "Un titre\nEt un corps de plusieurs lignes, assez long pour que la carte doive grandir avec lui, ligne après ligne");
  grown = with_height (tall, commons_card_layout_fit_height (&drawing, small, tall));
  g_assert_cmpint (commons_record_get_bounds (grown)->height, >, 62);

  shorter = with_text (grown, "Court");
  g_assert_cmpint (commons_card_layout_fit_height (&drawing, grown, shorter), ==, 62);

  /* What somebody made taller stays so. */
  mine = with_height (grown, 300);
  mine_shorter = with_text (mine, "Court");
  g_assert_cmpint (commons_card_layout_fit_height (&drawing, mine, mine_shorter), ==, 300);

  /* A low card of one line stays low. */
  g_clear_pointer (&mine, commons_record_unref);
  g_clear_pointer (&mine_shorter, commons_record_unref);
  mine = with_height (small, 44);
  mine_shorter = with_text (mine, "Autre");
  g_assert_cmpint (commons_card_layout_fit_height (&drawing, mine, mine_shorter), ==, 44);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *kinds = g_strdup_printf ("/layout/kinds/%s", levels[i].name);
      g_autofree char *states = g_strdup_printf ("/layout/states/%s", levels[i].name);
      g_autofree char *links = g_strdup_printf ("/layout/links/%s", levels[i].name);

      g_test_add_data_func (kinds, &levels[i], test_kinds);
      g_test_add_data_func (states, &levels[i], test_states);
      g_test_add_data_func (links, &levels[i], test_links);
    }

  g_test_add_data_func ("/layout/titles/title", &levels[COMMONS_DETAIL_TITLE], test_titles);
  g_test_add_data_func ("/layout/titles/small", &levels[COMMONS_DETAIL_SMALL], test_titles);
  g_test_add_func ("/layout/shrinking", test_shrinking);
  g_test_add_func ("/layout/quiet-links", test_quiet_links);
  g_test_add_func ("/layout/badges", test_badges);
  g_test_add_func ("/layout/tables", test_tables);
  g_test_add_func ("/layout/gauge-without-tints", test_gauge_without_tints);
  g_test_add_func ("/layout/hidden", test_hidden);
  g_test_add_func ("/layout/hatching", test_hatching);
  g_test_add_func ("/layout/foreign", test_foreign);
  g_test_add_func ("/layout/groups", test_groups);
  g_test_add_func ("/layout/group-looks", test_group_looks);
  g_test_add_func ("/layout/framed-zone", test_framed_zone);
  g_test_add_func ("/layout/footer", test_footer);
  g_test_add_func ("/layout/measure", test_measure);
  g_test_add_func ("/layout/fit", test_fit);
  g_test_add_func ("/layout/fit-back", test_fit_back);
  g_test_add_func ("/layout/shown", test_shown);

  return g_test_run ();
}

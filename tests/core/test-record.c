/* test-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core-fixture.h"

#define NODE(members) "{'id':'n','type':'text','x':1,'y':2,'width':3,'height':4" members "}"
#define EDGE(members) "{'id':'e','fromNode':'a','toNode':'b'" members "}"

static CommonsRecord *
node_saying (const char *members)
{
  g_autofree char *json = g_strdup_printf ("{'id':'n','type':'text','x':1,'y':2,'width':3,'height':4%s}", members);

  return fixture_record (COMMONS_TABLE_NODES, json);
}

static void
test_members_stay_in_place (void)
{
  g_autoptr (CommonsRecord) record =
    fixture_record (COMMONS_TABLE_NODES,
                    "{'zeta':{'deep':[1,null,{'k':true}]},'id':'n','y':2,'styleAttributes':{},"
                    "'type':'text','text':'old','x':1,'height':4,'alpha':0.5,'width':3,"
                    "'commons':{'later':1,'kind':'rule','fields':{'ours':2,'theirs':[]}}}");
  g_autoptr (CommonsRecord) written = commons_record_with_text (record, "new");
  g_autoptr (CommonsRecord) moved = commons_record_with_bounds (written, &(CommonsRect) { 10, 20, 30, 40 });
  g_autoptr (CommonsRecord) filled = commons_record_with_int (moved, "commons/fields/ours", 7);

  fixture_assert_says (fixture_say (filled),
                        "{'zeta':{'deep':[1,null,{'k':true}]},'id':'n','y':20,'styleAttributes':{},"
                        "'type':'text','text':'new','x':10,'height':40,'alpha':0.5,'width':30,"
                        "'commons':{'later':1,'kind':'rule','fields':{'ours':7,'theirs':[]}}}");
}

static void
test_rounds_geometry (void)
{
  static const struct
  {
    const char *written;
    int         coordinate;
    int         size;
  } cases[] = {
    { "0", 0, 0 },
    { "12", 12, 12 },
    { "12.0", 12, 12 },
    { "12.4", 12, 12 },
    { "12.5", 13, 13 },
    { "-12.5", -13, 0 },
    { "-0.2", 0, 0 },
    { "1000000", 1000000, 1000000 },
    { "1000000.4", 1000000, 1000000 },
    { "1000001", 1000000, 1000000 },
    { "-1000001", -1000000, 0 },
    { "9223372036854775807", 1000000, 1000000 },
    { "-9223372036854775808", -1000000, 0 },
    { "1e300", 1000000, 1000000 },
    { "-1e300", -1000000, 0 },
    { "1e-300", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{'id':'n','x':%s,'y':%s,'width':%s,'height':%s,'type':'text'}",
                                               cases[i].written, cases[i].written,
                                               cases[i].written, cases[i].written);
      g_autofree char *expected = g_strdup_printf ("{'id':'n','x':%d,'y':%d,'width':%d,'height':%d,'type':'text'}",
                                                   cases[i].coordinate, cases[i].coordinate,
                                                   cases[i].size, cases[i].size);
      g_autoptr (CommonsRecord) record = fixture_record (COMMONS_TABLE_NODES, json);
      const CommonsRect *bounds = commons_record_get_bounds (record);

      g_assert_cmpint (bounds->x, ==, cases[i].coordinate);
      g_assert_cmpint (bounds->y, ==, cases[i].coordinate);
      g_assert_cmpint (bounds->width, ==, cases[i].size);
      g_assert_cmpint (bounds->height, ==, cases[i].size);
      fixture_assert_says (fixture_say (record), expected);
    }
}

static void
test_refuses_invalid (void)
{
  static const struct
  {
    CommonsTable  table;
    const char   *json;
    const char   *member;
  } cases[] = {
    { COMMONS_TABLE_NODES, "{'type':'text','x':1,'y':2,'width':3,'height':4}", "“id”" },
    { COMMONS_TABLE_NODES, "{'id':'','type':'text','x':1,'y':2,'width':3,'height':4}", "“id”" },
    { COMMONS_TABLE_NODES, "{'id':7,'type':'text','x':1,'y':2,'width':3,'height':4}", "“id”" },
    { COMMONS_TABLE_NODES, "{'id':'n','x':1,'y':2,'width':3,'height':4}", "“type”" },
    { COMMONS_TABLE_NODES, "{'id':'n','type':null,'x':1,'y':2,'width':3,'height':4}", "“type”" },
    { COMMONS_TABLE_NODES, "{'id':'n','type':'text','y':2,'width':3,'height':4}", "“x”" },
    { COMMONS_TABLE_NODES, "{'id':'n','type':'text','x':1,'y':'2','width':3,'height':4}", "“y”" },
    { COMMONS_TABLE_NODES, "{'id':'n','type':'text','x':1,'y':2,'width':true,'height':4}", "“width”" },
    { COMMONS_TABLE_NODES, "{'id':'n','type':'text','x':1.5,'y':2,'width':3,'height':[]}", "“height”" },
    { COMMONS_TABLE_NODES, "{'id':'n','type':'text','x':1e999,'y':2,'width':3,'height':4}", "“x”" },
    { COMMONS_TABLE_EDGES, "{'fromNode':'a','toNode':'b'}", "“id”" },
    { COMMONS_TABLE_EDGES, "{'id':{},'fromNode':'a','toNode':'b'}", "“id”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (commons_record_new (cases[i].table, fixture_object (cases[i].json), &error));
      g_assert_error (error, COMMONS_RECORD_ERROR, COMMONS_RECORD_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].member));
    }
}

static void
test_titles_of_texts (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *body;
  } cases[] = {
    { "", "", "" },
    { "One line", "One line", "" },
    { "Title\nBody\nand more", "Title", "Body\nand more" },
    { "  Title  \nBody", "Title", "Body" },
    { "Title\r\nBody", "Title", "Body" },
    { "Title\n", "Title", "" },
    { "\nBody", "", "Body" },
    { "Title\n\nBody", "Title", "\nBody" },
    { "# Heading\nBody", "Heading", "Body" },
    { "###   Deep", "Deep", "" },
    { "#tag first", "#tag first", "" },
    { "#", "#", "" },
    { "**Bold**\nBody", "Bold", "Body" },
    { "## **Both**", "Both", "" },
    { "****", "****", "" },
    { "**open", "**open", "" },
    { "**a** and **b**", "a and b", "" },
    { "## The [*charter*](https://a.org)\n- **b**", "The charter", "- **b**" },
    { "Règles d’usage\nTexte", "Règles d’usage", "Texte" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CommonsRect bounds = { 0, 0, 10, 10 };
      g_autoptr (CommonsRecord) record = commons_record_new_card ("rule", FALSE, &bounds, cases[i].text);

      g_assert_cmpstr (commons_record_get_title (record), ==, cases[i].title);
      g_assert_cmpstr (commons_record_get_body (record), ==, cases[i].body);
      g_assert_cmpstr (commons_record_get_text (record), ==, cases[i].text);
    }
}

/* Marks inside of a title are kept for those who draw it; labels have none. */
static void
test_headings (void)
{
  const CommonsRect bounds = { 0, 0, 10, 10 };
  g_autoptr (CommonsRecord) marked = commons_record_new_card ("rule", FALSE, &bounds, "# The *charter*\nBody");
  g_autoptr (CommonsRecord) bold = commons_record_new_card ("rule", FALSE, &bounds, "**Bold**");
  g_autoptr (CommonsRecord) group = commons_record_new_card ("zone", TRUE, &bounds, "2 *stars*");

  g_assert_cmpstr (commons_record_get_heading (marked), ==, "The *charter*");
  g_assert_cmpstr (commons_record_get_title (marked), ==, "The charter");
  g_assert_cmpstr (commons_record_get_heading (bold), ==, "Bold");
  g_assert_cmpstr (commons_record_get_heading (group), ==, "2 *stars*");
  g_assert_cmpstr (commons_record_get_title (group), ==, "2 *stars*");
}

static void
test_titles_of_others (void)
{
  static const struct
  {
    CommonsTable  table;
    const char   *json;
    const char   *title;
    const char   *text;
  } cases[] = {
    { COMMONS_TABLE_NODES, "{'id':'n','type':'group','x':0,'y':0,'width':9,'height':9,'label':'# Ring','text':'no'}",
      "# Ring", "# Ring" },
    { COMMONS_TABLE_NODES, "{'id':'n','type':'group','x':0,'y':0,'width':9,'height':9}", "", "" },
    { COMMONS_TABLE_NODES, "{'id':'n','type':'file','x':0,'y':0,'width':9,'height':9,'file':'notes/day.md'}",
      "notes/day.md", "" },
    { COMMONS_TABLE_NODES, "{'id':'n','type':'link','x':0,'y':0,'width':9,'height':9,'url':'https://a.example'}",
      "https://a.example", "" },
    { COMMONS_TABLE_NODES, "{'id':'n','type':'video','x':0,'y':0,'width':9,'height':9}", "", "" },
    { COMMONS_TABLE_NODES, "{'id':'n','type':'text','x':0,'y':0,'width':9,'height':9,'text':5}", "", "" },
    { COMMONS_TABLE_EDGES, "{'id':'e','fromNode':'a','toNode':'b','label':'**says**'}", "**says**", "**says**" },
    { COMMONS_TABLE_HEAD, "{'commons':{'title':'Open fountains'},'nodes':[]}", "Open fountains", "" },
    { COMMONS_TABLE_HEAD, "{'commons':{'title':3}}", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CommonsRecord) record = fixture_record (cases[i].table, cases[i].json);

      g_assert_cmpstr (commons_record_get_title (record), ==, cases[i].title);
      g_assert_cmpstr (commons_record_get_text (record), ==, cases[i].text);
    }
}

static void
test_new_card (void)
{
  const CommonsRect bounds = { -2000000, 5, 204, -1 };
  g_autoptr (CommonsRecord) card = commons_record_new_card ("rule", FALSE, &bounds, "Title\nBody");
  g_autoptr (CommonsRecord) named = commons_record_with_id (card, "n");
  g_autoptr (CommonsRecord) circle = commons_record_new_card (NULL, TRUE, &bounds, "Ring");
  g_autoptr (CommonsRecord) other = commons_record_with_id (circle, "g");

  g_assert_cmpuint (strlen (commons_record_get_id (card)), ==, 16);
  g_assert_cmpstr (commons_record_get_id (card), !=, commons_record_get_id (circle));
  g_assert_cmpint (commons_record_get_table (card), ==, COMMONS_TABLE_NODES);
  g_assert_cmpstr (commons_record_get_kind (card), ==, "rule");
  g_assert_null (commons_record_get_link (card));
  g_assert_false (commons_record_is_group (card));
  g_assert_true (commons_record_is_group (circle));
  g_assert_null (commons_record_get_kind (circle));

  fixture_assert_says (fixture_say (named),
                        "{'id':'n','type':'text','x':-1000000,'y':5,'width':204,'height':0,"
                        "'text':'Title\\nBody','commons':{'kind':'rule'}}");
  fixture_assert_says (fixture_say (other),
                        "{'id':'g','type':'group','x':-1000000,'y':5,'width':204,'height':0,'label':'Ring'}");
}

static void
test_new_link (void)
{
  g_autoptr (CommonsRecord) link = commons_record_new_link ("applies_to", "a", "b");
  g_autoptr (CommonsRecord) named = commons_record_with_id (link, "e");
  g_autoptr (CommonsRecord) turned = commons_record_with_ends (named, "b", "c");
  g_autoptr (CommonsRecord) loose = fixture_record (COMMONS_TABLE_EDGES, "{'id':'e'}");

  g_assert_cmpint (commons_record_get_table (link), ==, COMMONS_TABLE_EDGES);
  g_assert_cmpstr (commons_record_get_link (link), ==, "applies_to");
  g_assert_null (commons_record_get_kind (link));
  g_assert_cmpstr (commons_record_get_from (link), ==, "a");
  g_assert_cmpstr (commons_record_get_to (link), ==, "b");
  g_assert_cmpstr (commons_record_get_from (turned), ==, "b");
  g_assert_cmpstr (commons_record_get_to (turned), ==, "c");
  g_assert_cmpstr (commons_record_get_from (loose), ==, "");
  g_assert_cmpstr (commons_record_get_to (loose), ==, "");

  fixture_assert_says (fixture_say (turned), "{'id':'e','fromNode':'b','toNode':'c','commons':{'link':'applies_to'}}");
}

static void
test_ids_differ (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 10000; i++)
    g_assert_true (g_hash_table_add (seen, commons_record_new_id ()));
}

static void
test_reads_values (void)
{
  g_autoptr (CommonsRecord) record =
    node_saying (",'color':'4','commons':{'status':'agreed','confidence':2,'author':'Ada',"
                 "'fields':{'ring':1.6,'huge':1e12,'small':-1e12,'word':'x','list':[1]}}");

  g_assert_cmpstr (commons_record_get_status (record), ==, "agreed");
  g_assert_cmpstr (commons_record_get_color (record), ==, "4");
  g_assert_cmpstr (commons_record_get_string (record, "commons/author"), ==, "Ada");
  g_assert_cmpstr (commons_record_get_string (record, "commons/fields/word"), ==, "x");
  g_assert_null (commons_record_get_string (record, "commons/confidence"));
  g_assert_null (commons_record_get_string (record, "commons/fields"));
  g_assert_null (commons_record_get_string (record, "commons/author/deeper"));
  g_assert_null (commons_record_get_string (record, "missing/deeper"));
  g_assert_cmpint (commons_record_get_int (record, "commons/confidence", -1), ==, 2);
  g_assert_cmpint (commons_record_get_int (record, "commons/fields/ring", -1), ==, 2);
  g_assert_cmpint (commons_record_get_int (record, "commons/fields/huge", -1), ==, G_MAXINT);
  g_assert_cmpint (commons_record_get_int (record, "commons/fields/small", -1), ==, G_MININT);
  g_assert_cmpint (commons_record_get_int (record, "commons/fields/word", -1), ==, -1);
  g_assert_cmpint (commons_record_get_int (record, "commons/fields/list", -1), ==, -1);
  g_assert_cmpint (commons_record_get_int (record, "commons/fields/none", 9), ==, 9);
}

static void
test_tolerates_foreign_types (void)
{
  g_autoptr (CommonsRecord) flat = node_saying (",'commons':'note','color':3,'text':null");
  g_autoptr (CommonsRecord) odd = node_saying (",'commons':{'kind':1,'status':[],'fields':'none'}");

  g_assert_null (commons_record_get_kind (flat));
  g_assert_null (commons_record_get_status (flat));
  g_assert_null (commons_record_get_color (flat));
  g_assert_cmpstr (commons_record_get_text (flat), ==, "");
  g_assert_null (commons_record_get_kind (odd));
  g_assert_null (commons_record_get_status (odd));
}

static void
test_with_makes_objects (void)
{
  g_autoptr (CommonsRecord) bare = node_saying ("");
  g_autoptr (CommonsRecord) nested = commons_record_with_int (bare, "commons/fields/ring", 2);
  g_autoptr (CommonsRecord) more = commons_record_with_string (nested, "commons/kind", "circle");
  g_autoptr (CommonsRecord) flat = node_saying (",'commons':'note'");
  g_autoptr (CommonsRecord) over = commons_record_with_string (flat, "commons/kind", "rule");

  fixture_assert_says (fixture_say (nested), NODE (",'commons':{'fields':{'ring':2}}"));
  fixture_assert_says (fixture_say (more), NODE (",'commons':{'fields':{'ring':2},'kind':'circle'}"));
  fixture_assert_says (fixture_say (over), NODE (",'commons':{'kind':'rule'}"));
  g_assert_cmpstr (commons_record_get_kind (more), ==, "circle");
}

static void
test_with_removes (void)
{
  g_autoptr (CommonsRecord) full = node_saying (",'commons':{'kind':'rule','fields':{'a':1,'b':2}},'color':'1'");
  g_autoptr (CommonsRecord) less = commons_record_with (full, "commons/fields/a", NULL);
  g_autoptr (CommonsRecord) none = commons_record_with (less, "commons/fields/b", NULL);
  g_autoptr (CommonsRecord) bare = commons_record_with_string (none, "commons/kind", NULL);
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, "{'commons':{'title':'T'}}");
  g_autoptr (CommonsRecord) empty = commons_record_with_string (head, "commons/title", NULL);

  fixture_assert_says (fixture_say (less), NODE (",'commons':{'kind':'rule','fields':{'b':2}},'color':'1'"));
  fixture_assert_says (fixture_say (none), NODE (",'commons':{'kind':'rule'},'color':'1'"));
  fixture_assert_says (fixture_say (bare), NODE (",'color':'1'"));
  fixture_assert_says (fixture_say (empty), "{}");
}

/* What stands where a path expects an object belongs to others. */
static void
test_with_removes_nothing (void)
{
  static const char *const members[] = {
    "",
    ",'commons':'note'",
    ",'commons':{}",
    ",'commons':{'fields':'none'}",
    ",'commons':{'fields':[1,2]}",
    ",'commons':{'fields':{}}",
    ",'commons':{'fields':{'other':1}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (CommonsRecord) record = node_saying (members[i]);
      g_autoptr (CommonsRecord) same = commons_record_with (record, "commons/fields/ring", NULL);

      g_assert_true (commons_record_equal (record, same));
    }
}

static void
test_originals_stay (void)
{
  g_autoptr (CommonsRecord) record = node_saying (",'text':'old','commons':{'kind':'rule','fields':{'a':1}}");
  g_autofree char *before = fixture_say (record);
  g_autoptr (CommonsRecord) text = commons_record_with_text (record, "new");
  g_autoptr (CommonsRecord) field = commons_record_with_int (record, "commons/fields/a", 2);
  g_autoptr (CommonsRecord) added = commons_record_with_string (record, "commons/fields/b", "x");
  g_autoptr (CommonsRecord) removed = commons_record_with (record, "commons", NULL);
  g_autoptr (CommonsRecord) moved = commons_record_with_bounds (record, &(CommonsRect) { 9, 9, 9, 9 });
  g_autoptr (CommonsRecord) renamed = commons_record_with_id (record, "other");

  fixture_assert_says (fixture_say (record), before);
  g_assert_cmpstr (commons_record_get_text (record), ==, "old");
  g_assert_cmpstr (commons_record_get_id (record), ==, "n");
  g_assert_cmpint (commons_record_get_bounds (record)->x, ==, 1);
  g_assert_cmpstr (commons_record_get_text (text), ==, "new");
  g_assert_cmpstr (commons_record_get_id (renamed), ==, "other");
  g_assert_cmpint (commons_record_get_int (field, "commons/fields/a", 0), ==, 2);
  g_assert_cmpstr (commons_record_get_string (added, "commons/fields/b"), ==, "x");
  g_assert_null (commons_record_get_kind (removed));
  g_assert_cmpint (commons_record_get_bounds (moved)->width, ==, 9);
}

static void
test_copies_outlive_originals (void)
{
  CommonsRecord *record = node_saying (",'text':'Title\\nBody','commons':{'kind':'rule','status':'draft'}");
  g_autoptr (CommonsRecord) copy = commons_record_with_int (record, "commons/confidence", 1);

  commons_record_unref (record);

  g_assert_cmpstr (commons_record_get_kind (copy), ==, "rule");
  g_assert_cmpstr (commons_record_get_status (copy), ==, "draft");
  g_assert_cmpstr (commons_record_get_title (copy), ==, "Title");
  g_assert_cmpstr (commons_record_get_body (copy), ==, "Body");
}

static void
test_with_bounds_clamps (void)
{
  g_autoptr (CommonsRecord) record = node_saying ("");
  g_autoptr (CommonsRecord) moved =
    commons_record_with_bounds (record, &(CommonsRect) { G_MININT, G_MAXINT, -7, G_MAXINT });
  const CommonsRect *bounds = commons_record_get_bounds (moved);

  g_assert_cmpint (bounds->x, ==, -COMMONS_COORD_MAX);
  g_assert_cmpint (bounds->y, ==, COMMONS_COORD_MAX);
  g_assert_cmpint (bounds->width, ==, 0);
  g_assert_cmpint (bounds->height, ==, COMMONS_COORD_MAX);
}

static void
test_with_text_of_each_type (void)
{
  g_autoptr (CommonsRecord) group = fixture_node ("g", "circle", 0, 0, 9, 9);
  g_autoptr (CommonsRecord) named = commons_record_with_text (group, "Ring");
  g_autoptr (CommonsRecord) edge = fixture_record (COMMONS_TABLE_EDGES, EDGE (""));
  g_autoptr (CommonsRecord) labelled = commons_record_with_text (edge, "says");

  g_assert_cmpstr (commons_record_get_string (named, "label"), ==, "Ring");
  g_assert_null (commons_record_get_string (named, "text"));
  fixture_assert_says (fixture_say (labelled), EDGE (",'label':'says'"));
}

static void
test_equal (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean    equal;
  } cases[] = {
    { "", "", TRUE },
    { ",'a':1,'b':[1,{'c':null}]", ",'a':1,'b':[1,{'c':null}]", TRUE },
    { ",'a':1,'b':2", ",'b':2,'a':1", FALSE },
    { ",'a':{'b':1,'c':2}", ",'a':{'c':2,'b':1}", FALSE },
    { ",'a':1,'b':1", ",'b':1,'a':1", FALSE },
    { ",'a':1", ",'b':1", FALSE },
    { ",'a':1", ",'a':2", FALSE },
    { ",'a':1", ",'a':'1'", FALSE },
    { ",'a':1", ",'a':true", FALSE },
    { ",'a':0.5", ",'a':0.25", FALSE },
    { ",'a':null", "", FALSE },
    { ",'a':{}", ",'a':[]", FALSE },
    { ",'a':[1,2]", ",'a':[1]", FALSE },
    { ",'a':[1,2]", ",'a':[2,1]", FALSE },
    { ",'a':'é'", ",'a':'é'", TRUE },
    { ",'a':'é'", ",'a':'e'", FALSE },
    { ",'x':1.0", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CommonsRecord) a = node_saying (cases[i].a);
      g_autoptr (CommonsRecord) b = node_saying (cases[i].b);

      g_assert_cmpint (commons_record_equal (a, b), ==, cases[i].equal);
      g_assert_cmpint (commons_record_equal (b, a), ==, cases[i].equal);
      g_assert_true (commons_record_equal (a, a));
    }
}

static void
test_equal_minds_the_table (void)
{
  g_autoptr (CommonsRecord) head = fixture_record (COMMONS_TABLE_HEAD, EDGE (""));
  g_autoptr (CommonsRecord) edge = fixture_record (COMMONS_TABLE_EDGES, EDGE (""));

  g_assert_false (commons_record_equal (head, edge));
}

static void
test_flags (void)
{
  static const struct
  {
    const char *members;
    gboolean    locked;
  } cases[] = {
    { "", FALSE },
    { ",'commons':{'locked':true}", TRUE },
    { ",'commons':{'locked':false}", FALSE },
    { ",'commons':{'locked':1}", FALSE },
    { ",'commons':{'locked':'true'}", FALSE },
    { ",'commons':{'locked':null}", FALSE },
    { ",'commons':{'locked':[true]}", FALSE },
    { ",'commons':true", FALSE },
    { ",'locked':true", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CommonsRecord) record = node_saying (cases[i].members);

      g_assert_cmpint (commons_record_is_locked (record), ==, cases[i].locked);
    }
}

static void
test_flags_come_and_go (void)
{
  g_autoptr (CommonsRecord) record = node_saying (",'commons':{'kind':'rule'}");
  g_autoptr (CommonsRecord) locked = commons_record_with_flag (record, "commons/locked", TRUE);
  g_autoptr (CommonsRecord) unlocked = commons_record_with_flag (locked, "commons/locked", FALSE);

  g_assert_true (commons_record_is_locked (locked));
  fixture_assert_says (fixture_say (locked), NODE (",'commons':{'kind':'rule','locked':true}"));
  g_assert_true (commons_record_equal (unlocked, record));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/members-stay-in-place", test_members_stay_in_place);
  g_test_add_func ("/record/rounds-geometry", test_rounds_geometry);
  g_test_add_func ("/record/refuses-invalid", test_refuses_invalid);
  g_test_add_func ("/record/titles-of-texts", test_titles_of_texts);
  g_test_add_func ("/record/headings", test_headings);
  g_test_add_func ("/record/titles-of-others", test_titles_of_others);
  g_test_add_func ("/record/new-card", test_new_card);
  g_test_add_func ("/record/new-link", test_new_link);
  g_test_add_func ("/record/ids-differ", test_ids_differ);
  g_test_add_func ("/record/reads-values", test_reads_values);
  g_test_add_func ("/record/tolerates-foreign-types", test_tolerates_foreign_types);
  g_test_add_func ("/record/with-makes-objects", test_with_makes_objects);
  g_test_add_func ("/record/with-removes", test_with_removes);
  g_test_add_func ("/record/with-removes-nothing", test_with_removes_nothing);
  g_test_add_func ("/record/originals-stay", test_originals_stay);
  g_test_add_func ("/record/copies-outlive-originals", test_copies_outlive_originals);
  g_test_add_func ("/record/with-bounds-clamps", test_with_bounds_clamps);
  g_test_add_func ("/record/with-text-of-each-type", test_with_text_of_each_type);
  g_test_add_func ("/record/flags", test_flags);
  g_test_add_func ("/record/flags-come-and-go", test_flags_come_and_go);
  g_test_add_func ("/record/equal", test_equal);
  g_test_add_func ("/record/equal-minds-the-table", test_equal_minds_the_table);

  return g_test_run ();
}

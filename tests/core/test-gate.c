/* test-gate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "commons-gate.h"
#include "core-fixture.h"

/* Two circles of radius 200, the second to the right of the first. */
#define CIRCLES \
  "{'id':'left','type':'group','x':0,'y':0,'width':400,'height':400,'commons':{'kind':'circle'}}", \
  "{'id':'right','type':'group','x':600,'y':0,'width':400,'height':400,'commons':{'kind':'circle'}}"

static CommonsBoard *
make_board (const char *const *nodes,
            const char *const *edges)
{
  g_autoptr (CommonsBoard) empty = commons_board_new ();
  g_autoptr (GPtrArray) node_records = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);
  g_autoptr (GPtrArray) edge_records = g_ptr_array_new_with_free_func ((GDestroyNotify) commons_record_unref);

  for (guint i = 0; nodes[i] != NULL; i++)
    g_ptr_array_add (node_records, fixture_record (COMMONS_TABLE_NODES, nodes[i]));
  for (guint i = 0; edges[i] != NULL; i++)
    g_ptr_array_add (edge_records, fixture_record (COMMONS_TABLE_EDGES, edges[i]));

  return commons_board_new_from_records (commons_board_get_head (empty), node_records, edge_records);
}

/* A board with a rule of that type, centred on (x, y), that applies to both
 * circles. */
static CommonsBoard *
make_rule_board (const char *type,
                 int         x,
                 int         y)
{
  g_autofree char *rule = g_strdup_printf ("{'id':'rule','type':'text','x':%d,'y':%d,'width':100,'height':26,'text':'r',"
                                           "'commons':{'kind':'rule','fields':{'rule_type':'%s'}}}", x - 50, y - 13, type);
  const char *const nodes[] = { CIRCLES, rule, NULL };
  const char *const edges[] = {
    "{'id':'a','fromNode':'rule','toNode':'left','commons':{'link':'applies_to'}}",
    "{'id':'b','fromNode':'rule','toNode':'right','commons':{'link':'applies_to'}}",
    NULL,
  };

  return make_board (nodes, edges);
}

static void
assert_gate (const char     *type,
             int             x,
             int             y,
             const char     *circle,
             CommonsGateWay  way)
{
  g_autoptr (CommonsBoard) board = make_rule_board (type, x, y);
  CommonsGate gate;
  gboolean found = commons_gate_find (board, commons_board_lookup_node (board, "rule"), &gate);

  g_assert_cmpint (found, ==, circle != NULL);
  g_assert_cmpint (gate.way, ==, way);
  if (circle != NULL)
    g_assert_cmpstr (commons_record_get_id (gate.circle), ==, circle);
}

static void
test_gate_is_a_rule_on_a_border (void)
{
  assert_gate ("boundary", 400, 200, "left", COMMONS_GATE_IN);
  assert_gate ("boundary", 418, 200, "left", COMMONS_GATE_IN);
  assert_gate ("boundary", 382, 200, "left", COMMONS_GATE_IN);
  assert_gate ("boundary", 419, 200, NULL, COMMONS_GATE_NONE);
  assert_gate ("boundary", 381, 200, NULL, COMMONS_GATE_NONE);
  assert_gate ("exit", 600, 200, "right", COMMONS_GATE_OUT);
  assert_gate ("conduct", 400, 200, NULL, COMMONS_GATE_NONE);
}

static void
test_gate_needs_its_link (void)
{
  static const char *const nodes[] = {
    CIRCLES,
    "{'id':'rule','type':'text','x':350,'y':187,'width':100,'height':26,'text':'r',"
    "'commons':{'kind':'rule','fields':{'rule_type':'boundary'}}}",
    NULL,
  };
  static const char *const edges[] = {
    "{'id':'a','fromNode':'rule','toNode':'right','commons':{'link':'applies_to'}}",
    "{'id':'b','fromNode':'rule','toNode':'left','commons':{'link':'enforced_by'}}",
    "{'id':'c','fromNode':'left','toNode':'rule','commons':{'link':'applies_to'}}",
    NULL,
  };
  g_autoptr (CommonsBoard) board = make_board (nodes, edges);
  CommonsGate gate;

  g_assert_false (commons_gate_find (board, commons_board_lookup_node (board, "rule"), &gate));
  g_assert_false (commons_gate_find (board, commons_board_lookup_node (board, "left"), &gate));
}

static void
test_only_rules_may_be_gates (void)
{
  static const struct
  {
    const char *record;
    gboolean    may_be;
  } cases[] = {
    { "{'id':'a','type':'text','x':0,'y':0,'width':9,'height':9,'text':'','commons':{'kind':'rule'}}", TRUE },
    { "{'id':'a','type':'text','x':0,'y':0,'width':9,'height':9,'text':'','commons':{'kind':'rule','fields':{'rule_type':'exit'}}}", TRUE },
    { "{'id':'a','type':'text','x':0,'y':0,'width':9,'height':9,'text':'','commons':{'kind':'rule','fields':{'rule_type':'conduct'}}}", FALSE },
    { "{'id':'a','type':'text','x':0,'y':0,'width':9,'height':9,'text':'','commons':{'kind':'value'}}", FALSE },
    { "{'id':'a','type':'text','x':0,'y':0,'width':9,'height':9,'text':''}", FALSE },
    { "{'id':'a','type':'group','x':0,'y':0,'width':9,'height':9,'commons':{'kind':'rule'}}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CommonsRecord) record = fixture_record (COMMONS_TABLE_NODES, cases[i].record);

      g_assert_cmpint (commons_gate_may_be (record), ==, cases[i].may_be);
    }

  g_assert_false (commons_gate_may_be (NULL));
}

static void
test_nearest_border_is_found (void)
{
  g_autoptr (CommonsBoard) board = make_rule_board ("boundary", 0, 0);
  double angle = 9;

  g_assert_cmpstr (commons_record_get_id (commons_gate_find_border (board, 495, 200, 100, &angle)), ==, "left");
  g_assert_cmpfloat_with_epsilon (angle, 0, 1e-9);
  g_assert_cmpstr (commons_record_get_id (commons_gate_find_border (board, 505, 200, 100, &angle)), ==, "right");
  g_assert_cmpfloat_with_epsilon (fabs (angle), G_PI, 1e-9);
  g_assert_null (commons_gate_find_border (board, 200, 200, 100, NULL));
  g_assert_nonnull (commons_gate_find_border (board, 200, 390, 10, NULL));
}

/* Whatever the angle, a gate that stands on a border lies in its circle. */
static void
test_gate_lies_in_its_circle (void)
{
  g_autoptr (CommonsRecord) circle = fixture_node ("circle", "circle", 3, -7, 397, 401);

  for (double angle = -3.2; angle < 3.2; angle += 0.05)
    {
      g_autoptr (CommonsRecord) gate = NULL;
      double x, y;

      commons_gate_get_point (circle, angle, &x, &y);
      gate = fixture_node ("gate", "rule", (int) round (x - 50), (int) round (y - 13), 100, 26);
      g_assert_true (commons_board_contains (circle, gate));
    }
}

static void
test_missing_entry_is_told (void)
{
  const char *const no_edge[] = { NULL };
  const char *const entry[] = { "{'id':'e','fromNode':'rule','toNode':'left','commons':{'link':'applies_to'}}", NULL };
  const char *card = "{'id':'card','type':'text','x':150,'y':180,'width':100,'height':40,'text':'c','commons':{'kind':'value'}}";
  const char *rule = "{'id':'rule','type':'text','x':150,'y':180,'width':100,'height':40,'text':'c',"
                     "'commons':{'kind':'rule','fields':{'rule_type':'boundary'}}}";
  const char *open = "{'id':'open','type':'group','x':0,'y':0,'width':400,'height':400,"
                     "'commons':{'kind':'circle','fields':{'entry_mode':'open'}}}";
  const char *closed = "{'id':'closed','type':'group','x':0,'y':0,'width':400,'height':400,"
                       "'commons':{'kind':'circle','fields':{'entry_mode':'closed'}}}";
  g_autoptr (CommonsBoard) lived_in = make_board ((const char *[]) { CIRCLES, card, NULL }, no_edge);
  g_autoptr (CommonsBoard) ruled = make_board ((const char *[]) { CIRCLES, rule, NULL }, entry);
  g_autoptr (CommonsBoard) modes = make_board ((const char *[]) { open, closed, card, NULL }, no_edge);
  g_autoptr (CommonsBoard) alone = make_board ((const char *[]) { closed, card, NULL }, no_edge);
  double angle = 9;

  g_assert_true (commons_gate_is_missing (lived_in, commons_board_lookup_node (lived_in, "left"), &angle));
  g_assert_cmpfloat (fabs (angle), <=, G_PI);
  g_assert_false (commons_gate_is_missing (lived_in, commons_board_lookup_node (lived_in, "right"), NULL));
  g_assert_false (commons_gate_is_missing (lived_in, commons_board_lookup_node (lived_in, "card"), NULL));
  g_assert_false (commons_gate_is_missing (ruled, commons_board_lookup_node (ruled, "left"), NULL));
  g_assert_false (commons_gate_is_missing (modes, commons_board_lookup_node (modes, "open"), NULL));
  g_assert_true (commons_gate_is_missing (modes, commons_board_lookup_node (modes, "closed"), NULL));
  g_assert_false (commons_gate_is_missing (alone, commons_board_lookup_node (alone, "closed"), NULL));
}

static void
test_entry_of_a_circle (void)
{
  g_autoptr (CommonsBoard) in = make_rule_board ("boundary", 400, 200);
  g_autoptr (CommonsBoard) out = make_rule_board ("exit", 400, 200);

  g_assert_cmpstr (commons_record_get_id (commons_gate_get_entry (in, commons_board_lookup_node (in, "left"))), ==, "rule");
  g_assert_null (commons_gate_get_entry (in, commons_board_lookup_node (in, "right")));
  g_assert_null (commons_gate_get_entry (out, commons_board_lookup_node (out, "left")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate/rule-on-a-border", test_gate_is_a_rule_on_a_border);
  g_test_add_func ("/gate/needs-its-link", test_gate_needs_its_link);
  g_test_add_func ("/gate/only-rules", test_only_rules_may_be_gates);
  g_test_add_func ("/gate/nearest-border", test_nearest_border_is_found);
  g_test_add_func ("/gate/lies-in-its-circle", test_gate_lies_in_its_circle);
  g_test_add_func ("/gate/missing-entry", test_missing_entry_is_told);
  g_test_add_func ("/gate/entry-of-a-circle", test_entry_of_a_circle);

  return g_test_run ();
}

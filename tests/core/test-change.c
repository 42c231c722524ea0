/* test-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core-fixture.h"

/* A card "a" that says @text. */
static CommonsRecord *
card (const char *id,
      const char *text)
{
  g_autoptr (CommonsRecord) record = fixture_node (id, "rule", 0, 0, 10, 10);

  return commons_record_with_text (record, text);
}

/* Adds an edit of a card that stays at @position. */
static void
add_edit (CommonsChangeSet *set,
          const char       *id,
          guint             position,
          const char       *before,
          const char       *after)
{
  g_autoptr (CommonsRecord) old = card (id, before);
  g_autoptr (CommonsRecord) new = card (id, after);

  commons_change_set_add (set, old, position, new, position);
}

static void
add_move (CommonsChangeSet *set,
          const char       *id,
          guint             before,
          guint             after)
{
  g_autoptr (CommonsRecord) record = card (id, "still");

  commons_change_set_add (set, record, before, record, after);
}

static const char *
get_text (CommonsRecord *record)
{
  return record ? commons_record_get_text (record) : "-";
}

/* Such as "a:0-1:old-new", one change after the other; "-" for no record. */
static char *
say (CommonsChangeSet *set)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < commons_change_set_get_length (set); i++)
    {
      const CommonsChange *change = commons_change_set_get (set, i);

      g_string_append_printf (said, "%s%s:%u>%u:%s>%s", i > 0 ? " " : "",
                              commons_change_get_id (change),
                              change->before_position, change->after_position,
                              get_text (change->before), get_text (change->after));
    }

  return g_string_free (said, FALSE);
}

static void
test_id_and_table (void)
{
  g_autoptr (CommonsChangeSet) set = commons_change_set_new ();
  g_autoptr (CommonsRecord) node = card ("a", "text");
  g_autoptr (CommonsRecord) edge = fixture_edge ("e", "a", "b");

  commons_change_set_add (set, NULL, 0, node, 0);
  commons_change_set_add (set, edge, 3, NULL, 0);

  g_assert_cmpuint (commons_change_set_get_length (set), ==, 2);
  g_assert_cmpstr (commons_change_get_id (commons_change_set_get (set, 0)), ==, "a");
  g_assert_cmpint (commons_change_get_table (commons_change_set_get (set, 0)), ==, COMMONS_TABLE_NODES);
  g_assert_cmpstr (commons_change_get_id (commons_change_set_get (set, 1)), ==, "e");
  g_assert_cmpint (commons_change_get_table (commons_change_set_get (set, 1)), ==, COMMONS_TABLE_EDGES);
}

static void
test_invert (void)
{
  g_autoptr (CommonsChangeSet) set = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) inverse = NULL;
  g_autoptr (CommonsChangeSet) again = NULL;
  g_autoptr (CommonsRecord) added = card ("new", "text");
  g_autoptr (CommonsRecord) removed = card ("old", "text");
  g_autofree char *before = NULL;

  commons_change_set_add (set, NULL, 0, added, 4);
  commons_change_set_add (set, removed, 2, NULL, 0);
  add_edit (set, "a", 1, "one", "two");
  add_move (set, "b", 0, 3);
  before = say (set);

  inverse = commons_change_set_invert (set);
  again = commons_change_set_invert (inverse);

  fixture_assert_says (say (inverse), "b:3>0:still>still a:1>1:two>one old:0>2:->text new:4>0:text>-");
  fixture_assert_says (say (again), before);
  fixture_assert_says (say (set), before);
}

static void
test_reverses (void)
{
  g_autoptr (CommonsChangeSet) set = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) other = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) alike = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) inverse = NULL;
  g_autoptr (CommonsRecord) added = card ("new", "text");
  g_autoptr (CommonsRecord) same = card ("new", "text");

  commons_change_set_add (set, NULL, 0, added, 4);
  add_edit (set, "a", 1, "one", "two");
  inverse = commons_change_set_invert (set);

  g_assert_true (commons_change_set_reverses (inverse, set));
  g_assert_true (commons_change_set_reverses (set, inverse));
  g_assert_false (commons_change_set_reverses (set, set));

  /* Neither what goes to another place, nor a record that says the same. */
  commons_change_set_add (other, added, 3, NULL, 0);
  commons_change_set_add (alike, same, 4, NULL, 0);
  g_assert_false (commons_change_set_reverses (other, set));
  commons_change_set_unref (g_steal_pointer (&set));
  set = commons_change_set_new ();
  commons_change_set_add (set, NULL, 0, added, 4);
  g_assert_false (commons_change_set_reverses (other, set));
  g_assert_false (commons_change_set_reverses (alike, set));
}

static void
test_concat_folds_edits (void)
{
  g_autoptr (CommonsChangeSet) first = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) second = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) all = NULL;

  add_edit (first, "a", 0, "", "o");
  add_edit (first, "b", 1, "", "x");
  add_edit (second, "a", 0, "o", "on");
  add_edit (second, "a", 0, "on", "one");
  add_edit (second, "c", 2, "", "y");
  all = commons_change_set_concat (first, second);

  fixture_assert_says (say (all), "a:0>0:>one b:1>1:>x c:2>2:>y");
  fixture_assert_says (say (first), "a:0>0:>o b:1>1:>x");
  fixture_assert_says (say (second), "a:0>0:o>on a:0>0:on>one c:2>2:>y");
}

/* Positions differ on both sides of an addition, removal or reorder. */
static void
test_concat_keeps_order_of_the_rest (void)
{
  g_autoptr (CommonsChangeSet) first = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) second = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) all = NULL;
  g_autoptr (CommonsRecord) new = card ("new", "text");

  add_edit (first, "a", 0, "", "o");
  add_move (first, "b", 1, 0);
  add_edit (second, "a", 1, "o", "on");
  commons_change_set_add (second, NULL, 0, new, 2);
  add_edit (second, "a", 1, "on", "one");
  all = commons_change_set_concat (first, second);

  fixture_assert_says (say (all),
                        "a:0>0:>o b:1>0:still>still a:1>1:o>on new:0>2:->text a:1>1:on>one");
}

static void
test_concat_folds_the_head (void)
{
  g_autoptr (CommonsChangeSet) first = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) second = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) all = NULL;
  g_autoptr (CommonsRecord) none = fixture_record (COMMONS_TABLE_HEAD, "{}");
  g_autoptr (CommonsRecord) one = commons_record_with_string (none, "commons/title", "1");
  g_autoptr (CommonsRecord) two = commons_record_with_string (none, "commons/title", "2");

  commons_change_set_add (first, none, 0, one, 0);
  commons_change_set_add (second, one, 0, two, 0);
  all = commons_change_set_concat (first, second);

  g_assert_cmpuint (commons_change_set_get_length (all), ==, 1);
  g_assert_true (commons_change_set_get (all, 0)->before == none);
  g_assert_true (commons_change_set_get (all, 0)->after == two);
  g_assert_cmpint (commons_change_get_table (commons_change_set_get (all, 0)), ==, COMMONS_TABLE_HEAD);
}

static void
test_noop (void)
{
  g_autoptr (CommonsChangeSet) empty = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) there = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) back = commons_change_set_new ();
  g_autoptr (CommonsChangeSet) both = NULL;

  add_edit (there, "a", 0, "one", "two");
  add_edit (back, "a", 0, "two", "one");
  both = commons_change_set_concat (there, back);

  g_assert_true (commons_change_set_is_noop (empty));
  g_assert_false (commons_change_set_is_noop (there));
  g_assert_cmpuint (commons_change_set_get_length (both), ==, 1);
  g_assert_true (commons_change_set_is_noop (both));
}

static void
test_reorder_is_no_noop (void)
{
  g_autoptr (CommonsChangeSet) set = commons_change_set_new ();

  add_move (set, "a", 0, 1);

  g_assert_false (commons_change_set_is_noop (set));
}

static void
test_holds_its_records (void)
{
  g_autoptr (CommonsChangeSet) set = commons_change_set_new ();
  CommonsRecord *record = card ("a", "kept");

  commons_change_set_add (set, NULL, 0, record, 0);
  commons_record_unref (record);

  g_assert_cmpstr (commons_record_get_text (commons_change_set_get (set, 0)->after), ==, "kept");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/id-and-table", test_id_and_table);
  g_test_add_func ("/change/invert", test_invert);
  g_test_add_func ("/change/reverses", test_reverses);
  g_test_add_func ("/change/concat-folds-edits", test_concat_folds_edits);
  g_test_add_func ("/change/concat-keeps-order-of-the-rest", test_concat_keeps_order_of_the_rest);
  g_test_add_func ("/change/concat-folds-the-head", test_concat_folds_the_head);
  g_test_add_func ("/change/noop", test_noop);
  g_test_add_func ("/change/reorder-is-no-noop", test_reorder_is_no_noop);
  g_test_add_func ("/change/holds-its-records", test_holds_its_records);

  return g_test_run ();
}

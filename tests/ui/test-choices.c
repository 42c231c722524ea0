/* test-choices.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing a value of an enumeration from a list, in a popover.
 */

#include "config.h"

#include "commons-choice-list.h"
#include "commons-choice-popover.h"
#include "commons-choice-row.h"
#include "test-ui.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *button;
  GtkWidget *popover;
  GString   *log;      /* what was chosen, "+value" and "-value" */
} Bench;

static void
chosen_cb (Bench      *bench,
           const char *value,
           gboolean    on)
{
  g_string_append_printf (bench->log, "%s%s ", on ? "+" : "-", value);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
is_unmapped (gpointer data)
{
  return !gtk_widget_get_mapped (data);
}

static void
bench_open (Bench      *bench,
            const char *language,
            const char *enumeration,
            gboolean    several)
{
  bench->log = g_string_new (NULL);
  bench->window = gtk_window_new ();
  bench->button = gtk_menu_button_new ();
  bench->popover = commons_choice_popover_new (commons_catalogue_get (language), enumeration, several);
  g_signal_connect_swapped (bench->popover, "chosen", G_CALLBACK (chosen_cb), bench);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (bench->button), bench->popover);
  gtk_window_set_child (GTK_WINDOW (bench->window), bench->button);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 600, 500);
  gtk_window_present (GTK_WINDOW (bench->window));
}

static GtkWidget *
bench_show (Bench *bench)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (bench->button));
  test_ui_wait (is_mapped, bench->popover, "the list to open");

  return commons_choice_popover_get_list (COMMONS_CHOICE_POPOVER (bench->popover));
}

static void
bench_close (Bench *bench)
{
  gtk_window_destroy (GTK_WINDOW (bench->window));
  g_string_free (bench->log, TRUE);
}

static GtkWidget *
find_descendant (GtkWidget *widget,
                 GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_descendant (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkListBox *
get_box (GtkWidget *list)
{
  return GTK_LIST_BOX (find_descendant (list, GTK_TYPE_LIST_BOX));
}

static CommonsChoiceRow *
get_row (GtkWidget *list,
         int        index)
{
  return (CommonsChoiceRow *) gtk_list_box_get_row_at_index (get_box (list), index);
}

static CommonsChoiceRow *
find_row (GtkWidget  *list,
          const char *value)
{
  CommonsChoiceRow *row;

  for (int i = 0; (row = get_row (list, i)) != NULL; i++)
    {
      if (g_str_equal (commons_choice_row_get_value (row), value))
        return row;
    }

  return NULL;
}

static int
count_rows (GtkWidget *list,
            gboolean   only_found)
{
  int n = 0;

  for (int i = 0; get_row (list, i) != NULL; i++)
    n += !only_found || gtk_widget_get_child_visible (GTK_WIDGET (get_row (list, i)));

  return n;
}

static void
choose (GtkWidget  *list,
        const char *value)
{
  g_signal_emit_by_name (get_box (list), "row-activated", find_row (list, value));
}

static void
test_single (void)
{
  static const char *const values[] = { "duo", NULL };
  static const char *const other[] = { "single", NULL };
  Bench bench;
  GtkWidget *list;

  /* Nothing is built for a field nobody touches. */
  bench_open (&bench, "en", "link_to_parent", FALSE);
  g_assert_null (commons_choice_popover_get_list (COMMONS_CHOICE_POPOVER (bench.popover)));
  commons_choice_popover_set_values (COMMONS_CHOICE_POPOVER (bench.popover), other);

  /* Three values and the row that takes the value away; few enough to read. */
  list = bench_show (&bench);
  g_assert_cmpint (count_rows (list, FALSE), ==, 4);
  g_assert_cmpstr (commons_choice_row_get_value (get_row (list, 0)), ==, "");
  g_assert_null (find_descendant (list, GTK_TYPE_SEARCH_ENTRY));
  g_assert_true (commons_choice_row_get_chosen (find_row (list, "single")));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (list)) == GTK_WIDGET (find_row (list, "single")));

  choose (list, "double");
  test_ui_wait (is_unmapped, bench.popover, "the list to close");
  g_assert_cmpstr (bench.log->str, ==, "+double ");
  g_assert_true (commons_choice_row_get_chosen (find_row (list, "double")));
  g_assert_false (commons_choice_row_get_chosen (find_row (list, "single")));

  bench_show (&bench);
  choose (list, "");
  test_ui_wait (is_unmapped, bench.popover, "the list to close");
  g_assert_cmpstr (bench.log->str, ==, "+double - ");
  g_assert_true (commons_choice_row_get_chosen (find_row (list, "")));

  /* What a file has and the list has not stays, and can be chosen again. */
  commons_choice_popover_set_values (COMMONS_CHOICE_POPOVER (bench.popover), values);
  g_assert_cmpint (count_rows (list, FALSE), ==, 5);
  g_assert_true (commons_choice_row_get_chosen (find_row (list, "duo")));
  g_assert_false (commons_choice_row_get_chosen (find_row (list, "")));
  bench_show (&bench);
  choose (list, "single");
  test_ui_wait (is_unmapped, bench.popover, "the list to close");
  bench_show (&bench);
  choose (list, "duo");
  g_assert_cmpstr (bench.log->str, ==, "+double - +single +duo ");

  bench_close (&bench);
}

static void
test_several (void)
{
  static const char *const values[] = { "governance", "joy", NULL };
  Bench bench;
  GtkWidget *list;

  bench_open (&bench, "en", "dimension", TRUE);
  commons_choice_popover_set_values (COMMONS_CHOICE_POPOVER (bench.popover), values);
  list = bench_show (&bench);
  g_assert_cmpint (count_rows (list, FALSE), ==, 7);
  g_assert_null (find_row (list, ""));
  g_assert_true (commons_choice_row_get_chosen (find_row (list, "governance")));
  g_assert_true (commons_choice_row_get_chosen (find_row (list, "joy")));

  choose (list, "legal");
  choose (list, "governance");
  g_assert_cmpstr (bench.log->str, ==, "+legal -governance ");
  g_assert_true (commons_choice_row_get_chosen (find_row (list, "legal")));
  g_assert_false (commons_choice_row_get_chosen (find_row (list, "governance")));
  g_assert_true (commons_choice_row_get_chosen (find_row (list, "joy")));
  g_assert_true (gtk_widget_get_mapped (bench.popover));

  commons_choice_popover_set_values (COMMONS_CHOICE_POPOVER (bench.popover), NULL);
  for (int i = 0; get_row (list, i) != NULL; i++)
    g_assert_false (commons_choice_row_get_chosen (get_row (list, i)));

  bench_close (&bench);
}

static void
search (GtkWidget  *list,
        const char *text)
{
  GtkWidget *entry = find_descendant (list, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_search (void)
{
  Bench bench;
  GtkWidget *list;

  bench_open (&bench, "fr", "method", FALSE);
  list = bench_show (&bench);
  g_assert_cmpint (count_rows (list, TRUE), ==, 23);

  /* « majorité simple », « majorité qualifiée » at least, without an accent
   * on the keyboard. */
  search (list, "MAJORITE");
  g_assert_cmpint (count_rows (list, TRUE), >=, 2);
  g_assert_cmpint (count_rows (list, TRUE), <, 10);
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (find_row (list, "simple_majority"))));
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (find_row (list, "veto"))));

  search (list, "xyzzy");
  g_assert_cmpint (count_rows (list, TRUE), ==, 0);
  g_signal_emit_by_name (find_descendant (list, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpstr (bench.log->str, ==, "");

  gtk_editable_set_text (GTK_EDITABLE (find_descendant (list, GTK_TYPE_SEARCH_ENTRY)), "tirage");
  g_signal_emit_by_name (find_descendant (list, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpstr (bench.log->str, ==, "+sortition ");
  test_ui_wait (is_unmapped, bench.popover, "the list to close");

  /* The next time everything is there again. */
  bench_show (&bench);
  g_assert_cmpint (count_rows (list, TRUE), ==, 23);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_descendant (list, GTK_TYPE_SEARCH_ENTRY))), ==, "");
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (list)) == GTK_WIDGET (find_row (list, "sortition")));

  bench_close (&bench);
}

static void
type (GtkWidget *list,
      guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_box (list)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, 0, &handled);
    }
}

static const char *
get_focused (GtkWidget *list)
{
  return commons_choice_row_get_value (COMMONS_CHOICE_ROW (gtk_root_get_focus (gtk_widget_get_root (list))));
}

static void
test_type_ahead (void)
{
  Bench bench;
  GtkWidget *list;

  /* Volunteer, Election, Appointment, Co-optation, Lot, Contract, Founder:
   * the same letter goes on, another one adds to the beginning. */
  bench_open (&bench, "en", "mandate", FALSE);
  list = bench_show (&bench);
  type (list, GDK_KEY_c);
  g_assert_cmpstr (get_focused (list), ==, "cooptation");
  type (list, GDK_KEY_c);
  g_assert_cmpstr (get_focused (list), ==, "contract");
  type (list, GDK_KEY_c);
  g_assert_cmpstr (get_focused (list), ==, "cooptation");
  bench_close (&bench);

  bench_open (&bench, "en", "mandate", FALSE);
  list = bench_show (&bench);
  type (list, GDK_KEY_C);
  type (list, GDK_KEY_o);
  type (list, GDK_KEY_n);
  g_assert_cmpstr (get_focused (list), ==, "contract");
  type (list, GDK_KEY_z);
  g_assert_cmpstr (get_focused (list), ==, "contract");
  bench_close (&bench);
}

/* Every enumeration that a field has, in both languages, whether or not its
 * values have sentences. */
static void
test_all (void)
{
  static const char *const languages[] = { "en", "fr" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      CommonsCatalogue *catalogue = commons_catalogue_get (languages[l]);

      for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
        {
          const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, i);

          for (guint f = 0; f < kind->n_fields; f++)
            {
              const char *enumeration = kind->fields[f].enumeration;
              GtkWidget *list;
              int n;

              if (enumeration == NULL)
                continue;

              list = g_object_ref_sink (commons_choice_list_new (catalogue, enumeration, TRUE));
              n = (int) g_strv_length ((char **) commons_catalogue_get_enum (catalogue, enumeration));
              g_assert_cmpint (count_rows (list, FALSE), ==, n);
              g_assert_true ((find_descendant (list, GTK_TYPE_SEARCH_ENTRY) != NULL) == (n > 8));
              g_object_unref (list);
            }
        }
    }
}

/* An enumeration nobody knows has only what the file says. */
static void
test_unknown (void)
{
  static const char *const values[] = { "<b>what", "", NULL };
  GtkWidget *list = g_object_ref_sink (commons_choice_list_new (commons_catalogue_get ("en"), "no-such-thing", FALSE));

  g_assert_cmpint (count_rows (list, FALSE), ==, 1);
  commons_choice_list_set_values (COMMONS_CHOICE_LIST (list), values);
  g_assert_cmpint (count_rows (list, FALSE), ==, 2);
  g_assert_true (commons_choice_row_get_chosen (find_row (list, "<b>what")));
  g_object_unref (list);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/ui/choices/single", test_single);
  g_test_add_func ("/ui/choices/several", test_several);
  g_test_add_func ("/ui/choices/search", test_search);
  g_test_add_func ("/ui/choices/type-ahead", test_type_ahead);
  g_test_add_func ("/ui/choices/all", test_all);
  g_test_add_func ("/ui/choices/unknown", test_unknown);

  return g_test_run ();
}

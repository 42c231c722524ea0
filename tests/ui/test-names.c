/* test-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every window, panel and dialog: whatever can have the keyboard has a name, and
 * with letters twice as large there is room for all of it.
 */

#include "config.h"

#include "commons-application.h"
#include "test-ui.h"

/* ---- What has a name --------------------------------------------------------- */

static gboolean
has_words (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget))
    return FALSE;

  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (has_words (child))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_told (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* Names that are made of what is inside. */
static gboolean
is_named_by_content (GtkWidget *widget)
{
  switch (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_LABEL:
    case GTK_ACCESSIBLE_ROLE_LINK:
    case GTK_ACCESSIBLE_ROLE_LIST_ITEM:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO:
    case GTK_ACCESSIBLE_ROLE_OPTION:
    case GTK_ACCESSIBLE_ROLE_RADIO:
    case GTK_ACCESSIBLE_ROLE_TAB:
      return TRUE;

    default:
      return GTK_IS_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget);
    }
}

/* What the toolkit makes inside of a field answers for the field. */
static GtkWidget *
get_field (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_TEXT (widget) && GTK_IS_EDITABLE (parent))
    return parent;
  if (GTK_IS_TOGGLE_BUTTON (widget) && (GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent)))
    return parent;

  return widget;
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkWidget *field = get_field (widget);

  return is_told (widget) || is_told (field) ||
         ((is_named_by_content (widget) || field != widget) && has_words (field));
}

/* ---- Walking ------------------------------------------------------------------ */

static guint n_looked;
static guint n_nameless;

static char *
describe_path (GtkWidget *widget)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (GtkWidget *part = widget; part != NULL; part = gtk_widget_get_parent (part))
    {
      g_autofree char *step = g_strdup_printf ("%s%s", G_OBJECT_TYPE_NAME (part), part == widget ? "" : " › ");

      g_string_prepend (path, step);
    }

  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* The window itself, and boxes that scroll, only pass the keyboard on. */
static gboolean
takes_keyboard (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget) && !GTK_IS_WINDOW (widget) &&
         !GTK_IS_POPOVER (widget) && !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_STACK (widget);
}

static void
look_at (GtkWidget  *widget,
         const char *where)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  /* What the toolkit makes dialogs of has the keyboard until it gives it on. */
  if (takes_keyboard (widget) && g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo"))
    n_looked++;
  else if (takes_keyboard (widget))
    {
      n_looked++;
      if (!is_named (widget))
        {
          g_autofree char *path = describe_path (widget);

          g_test_message ("%s: no name: %s", where, path);
          n_nameless++;
        }
    }

  /* A list to choose from is one field, whatever the toolkit makes it of. */
  if (GTK_IS_DROP_DOWN (widget))
    {
      g_assert_true (is_told (widget));
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at (child, where);
}

static void
look_at_all (const char *where)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window))
        look_at (window, where);
    }
}

static GtkWindow *
find_other (CommonsWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (other != GTK_WINDOW (window))
        return other;
    }

  return NULL;
}

/* One window may take others along. */
static void
close_others (CommonsWindow *window)
{
  GtkWindow *other;

  while ((other = find_other (window)) != NULL)
    {
      if (COMMONS_IS_WINDOW (other))
        test_ui_close (COMMONS_WINDOW (other));
      else
        gtk_window_destroy (other);
    }
}

static gboolean
is_over (gpointer user_data)
{
  return g_get_monotonic_time () > *(gint64 *) user_data;
}

/* Long enough for what is loaded and laid out in idle time. */
static void
let_it_come (void)
{
  gint64 end = g_get_monotonic_time () + 400 * G_TIME_SPAN_MILLISECOND;

  test_ui_wait (is_over, &end, "time to pass");
}

static CommonsWindow *
open_example (void)
{
  g_autofree char *path = test_ui_source_path ("data/examples/fontaines-ouvertes.en.commons");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return test_ui_open (file);
}

/* ---- The windows --------------------------------------------------------------- */

typedef struct
{
  const char *action;
  gboolean    opens; /* a window of its own */
} Place;

static const Place places[] = {
  { "win.sheets", FALSE },
  { "win.inspector", FALSE },
  { "win.find", FALSE },
  { "win.filter", FALSE },
  { "win.overview", FALSE },
  { "win.quick-entry", FALSE },
  { "win.show-outline", FALSE },
  { "win.show-sides", FALSE },
  { "win.show-board", FALSE },
  { "board.first", FALSE },
  { "board.notes", TRUE },
  { "board.link-to", TRUE },
  { "board.move-into", TRUE },
  { "win.export", TRUE },
  { "win.versions", TRUE },
  { "win.name-version", TRUE },
  { "win.deleted-cards", TRUE },
  { "win.find-duplicates", FALSE },
  { "win.circle-patterns", TRUE },
  { "win.risks", TRUE },
  { "win.legal-forms", TRUE },
  { "win.stages", TRUE },
  { "win.file-under", TRUE },
  { "win.save-as-template", TRUE },
  { "app.start", TRUE },
  { "app.recover", TRUE },
  { "win.shortcuts", TRUE },
  { "win.about", TRUE },
};

typedef void (*Look) (const char *where);

/* Newer toolkits show some of their dialogs in the window itself. */
static GtkWidget *
get_dialog (CommonsWindow *window)
{
  GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (window));

  while (widget != NULL && !g_str_has_suffix (G_OBJECT_TYPE_NAME (widget), "Dialog"))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static void
close_dialog (CommonsWindow *window)
{
  if (get_dialog (window) != NULL)
    gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (window)), "window.close", NULL);
}

static void
visit (CommonsWindow *window,
       Look           look)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());

      g_test_message ("%s", places[i].action);
      if (g_str_has_prefix (places[i].action, "board."))
        commons_board_view_perform (commons_window_get_view (window), places[i].action);
      else if (!gtk_widget_activate_action (GTK_WIDGET (window), places[i].action, NULL))
        g_error ("There is no action %s", places[i].action);
      let_it_come ();
      if (places[i].opens && g_list_model_get_n_items (gtk_window_get_toplevels ()) <= n_windows &&
          get_dialog (window) == NULL)
        g_error ("%s opens no window", places[i].action);
      look (places[i].action);
      close_dialog (window);
      close_others (window);
    }
}

static void
test_names (void)
{
  CommonsWindow *window = open_example ();

  n_looked = n_nameless = 0;
  visit (window, look_at_all);

  /* Some hundred: the walk has come to what it should look at. */
  g_assert_cmpuint (n_looked, >, 400);
  g_assert_cmpuint (n_nameless, ==, 0);

  test_ui_close (window);
}

/* ---- Large letters ------------------------------------------------------------- */

#define SCREEN_WIDTH 1280
#define SCREEN_HEIGHT 800

static guint n_large;

static void
assert_fits (GtkWidget  *window,
             const char *where)
{
  GtkWidget *content = test_ui_get_content (window);
  int width, height;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, MAX (gtk_widget_get_width (window), width), &height, NULL, NULL, NULL);
  g_test_message ("%s: %s needs %d × %d", where, G_OBJECT_TYPE_NAME (window), width, height);
  if (width > SCREEN_WIDTH || height > SCREEN_HEIGHT)
    n_large++;
}

static void
measure_all (const char *where)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window))
        assert_fits (window, where);
    }
}

/* With the desktop's letters twice as large no window needs more than a small
 * screen. */
static void
test_large_letters (void)
{
  CommonsWindow *window;
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);

  n_large = 0;
  window = open_example ();
  let_it_come ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, SCREEN_WIDTH);
  visit (window, measure_all);
  test_ui_close (window);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);

  g_assert_cmpuint (n_large, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_ui_init ();

  g_test_add_func ("/names/windows", test_names);
  g_test_add_func ("/names/large-letters", test_large_letters);

  return g_test_run ();
}

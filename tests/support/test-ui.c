/* test-ui.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "commons-application.h"
#include "commons-hint.h"
#include "commons-narrow-bin.h"
#include "commons-view-memory.h"
#include "test-ui.h"

#define DEADLINE_SECONDS 10

static CommonsApplication *application;

/* What the toolkits have to say of themselves. */
static const char *const complaints[] = {
  /* The buttons of a question with three answers, which libadwaita 1.7 measures
   * for less than they need. */
  "Trying to measure GtkLabel",

  /* A tooltip whose time comes when its window was just closed, and that asks
   * where the pointer is over it all the same (GTK 4.8). */
  "gdk_surface_get_device_position: assertion 'GDK_IS_SURFACE (surface)' failed",
};

static gboolean
is_complaint (const char *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (complaints); i++)
    {
      if (g_str_has_prefix (message, complaints[i]))
        return TRUE;
    }

  return FALSE;
}

/* All else is worth stopping for: GLib would decide before it is known what a
 * message says. */
static GLogWriterOutput
write_log (GLogLevelFlags   log_level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  GLogWriterOutput output = g_log_writer_default (log_level, fields, n_fields, user_data);

  if ((log_level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) == 0)
    return output;

  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE") && !is_complaint (fields[i].value))
        G_BREAKPOINT ();
    }

  return output;
}

/* What an earlier run did not save is not offered to this one. */
static void
remove_drafts (void)
{
  g_autofree char *folder = commons_draft_get_default_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

void
test_ui_init (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *views = NULL;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  g_log_set_writer_func (write_log, NULL, NULL);

  remove_drafts ();
  application = commons_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  /* Where an earlier run looked last is not where this one begins. */
  views = commons_view_memory_get_default_path ();
  g_remove (views);

  /* Nor are hints, but for the test of them. */
  g_settings_set_strv (settings, "hints-seen", commons_hint_list ());

  /* Motion is not what these tests look at. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

void
test_ui_wait (TestPredicate  predicate,
              gpointer       user_data,
              const char    *what)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_SECONDS * G_USEC_PER_SEC;

  while (!predicate (user_data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("Waited in vain for %s", what);

      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

typedef struct
{
  gint64   begin;
  gint64   end;
  gboolean painted;
} Frame;

static void
frame_begin_cb (Frame *frame)
{
  frame->begin = g_get_monotonic_time ();
}

static void
frame_end_cb (Frame *frame)
{
  frame->end = g_get_monotonic_time ();
  frame->painted = frame->begin != 0;
}

GtkWidget *
test_ui_get_content (GtkWidget *window)
{
  GtkWidget *widget = gtk_widget_get_first_child (window);

  while (widget != NULL && !COMMONS_IS_NARROW_BIN (widget))
    widget = gtk_widget_get_first_child (widget);

  return widget != NULL ? adw_bin_get_child (ADW_BIN (widget)) : gtk_widget_get_first_child (window);
}

double
test_ui_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  Frame frame = { 0 };
  gulong begin, end;

  g_assert_nonnull (clock);
  begin = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (frame_begin_cb), &frame);
  end = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (frame_end_cb), &frame);
  gtk_widget_queue_draw (widget);
  test_ui_wait (is_true, &frame.painted, "a frame");
  g_signal_handler_disconnect (clock, begin);
  g_signal_handler_disconnect (clock, end);

  return (frame.end - frame.begin) / 1000.0;
}

static gboolean
is_mapped (gpointer user_data)
{
  return gtk_widget_get_mapped (user_data) && gtk_widget_get_width (user_data) > 0;
}

static void
show (CommonsWindow *window)
{
  gtk_window_present (GTK_WINDOW (window));
  test_ui_wait (is_mapped, commons_window_get_view (window), "the window");
  test_ui_frame (GTK_WIDGET (commons_window_get_view (window)));
}

static gboolean
is_idle (gpointer user_data)
{
  return !commons_document_get_busy (commons_window_get_document (user_data));
}

CommonsWindow *
test_ui_open (GFile *file)
{
  g_autoptr (CommonsDocument) document = commons_document_new ();
  CommonsWindow *window = commons_window_new (ADW_APPLICATION (application), document);

  commons_window_load (window, file);
  test_ui_wait (is_idle, window, "the file to be read");
  if (commons_document_get_error (document) == NULL)
    show (window);

  return window;
}

CommonsWindow *
test_ui_new (const char *template_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsDocument) document = NULL;
  CommonsWindow *window;

  document = commons_document_new_from_template (template_name, "en", NULL, &error);
  g_assert_no_error (error);
  window = commons_window_new (ADW_APPLICATION (application), document);
  show (window);

  return window;
}

static void
gone_cb (gpointer  user_data,
         GObject  *where_the_object_was)
{
  *(gboolean *) user_data = TRUE;
}

void
test_ui_close (CommonsWindow *window)
{
  gboolean gone = FALSE;

  g_object_weak_ref (G_OBJECT (window), gone_cb, &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  test_ui_wait (is_true, &gone, "the window to be freed");
}

static GtkEventController *
find_controller (CommonsBoardView *view,
                 GType             type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }

  g_error ("The board view has no %s", g_type_name (type));
}

void
test_ui_press (CommonsBoardView *view,
               double            x,
               double            y,
               int               n_press)
{
  g_signal_emit_by_name (find_controller (view, GTK_TYPE_GESTURE_CLICK), "pressed", n_press, x, y);
}

void
test_ui_move (CommonsBoardView *view,
              double            dx,
              double            dy)
{
  g_signal_emit_by_name (find_controller (view, GTK_TYPE_GESTURE_DRAG), "drag-update", dx, dy);
}

void
test_ui_release (CommonsBoardView *view,
                 double            dx,
                 double            dy)
{
  g_signal_emit_by_name (find_controller (view, GTK_TYPE_GESTURE_DRAG), "drag-end", dx, dy);
}

void
test_ui_scroll (CommonsBoardView *view,
                double            dx,
                double            dy)
{
  gboolean handled;

  g_signal_emit_by_name (find_controller (view, GTK_TYPE_EVENT_CONTROLLER_SCROLL), "scroll", dx, dy, &handled);
}

void
test_ui_locate (CommonsWindow *window,
                const char    *id,
                double        *x,
                double        *y)
{
  CommonsRecord *record = commons_board_lookup_node (test_ui_get_board (window), id);
  const CommonsRect *bounds;
  CommonsViewport viewport;

  g_assert_nonnull (record);
  bounds = commons_record_get_bounds (record);
  commons_board_view_get_viewport (commons_window_get_view (window), &viewport);
  commons_viewport_to_view (&viewport, bounds->x + bounds->width / 2.0, bounds->y + bounds->height / 2.0, x, y);
}

CommonsBoard *
test_ui_get_board (CommonsWindow *window)
{
  return commons_document_get_board (commons_window_get_document (window));
}

char *
test_ui_source_path (const char *relative)
{
  const char *source = g_getenv ("COMMONS_SOURCE");

  g_assert_nonnull (source);

  return g_build_filename (source, relative, NULL);
}

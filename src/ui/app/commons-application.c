/* commons-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "commons-application.h"
#include "commons-autosave.h"
#include "commons-board-start.h"
#include "commons-commands.h"
#include "commons-export-job.h"
#include "commons-glance.h"
#include "commons-help.h"
#include "commons-icons.h"
#include "commons-open-drawing.h"
#include "commons-preferences-dialog.h"
#include "commons-rescue.h"
#include "commons-search-provider.h"
#include "commons-settings.h"
#include "commons-ui-resources.h"
#include "commons-versions.h"
#include "commons-window.h"

#define RESOURCE_PATH "/org/inno3/CommonsCanvas/"

/* How long a new window waits for its board. */
#define PATIENCE_MS 250

struct _CommonsApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings;
  CommonsRescue  *rescue;   /* of what was not saved */
  char           *template; /* what to begin with, as the command line says */
  gboolean        choosing; /* which board to open is asked at once */
  gboolean        example;  /* the example is opened at once */
  gboolean        quitting; /* window after window, until one stays */
};

G_DEFINE_FINAL_TYPE (CommonsApplication, commons_application, ADW_TYPE_APPLICATION)

static CommonsWindow *
find_window (CommonsApplication *self,
             GFile              *file)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      GFile *shown;

      if (!COMMONS_IS_WINDOW (item->data))
        continue;

      shown = commons_window_get_file (item->data);
      if (shown != NULL && g_file_equal (shown, file))
        return item->data;
    }

  return NULL;
}

static CommonsWindow *
find_pristine_window (CommonsApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (COMMONS_IS_WINDOW (active) && commons_window_is_pristine (COMMONS_WINDOW (active)))
    return COMMONS_WINDOW (active);

  return NULL;
}

static CommonsWindow *
get_first_window (CommonsApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      if (COMMONS_IS_WINDOW (item->data))
        return item->data;
    }

  return NULL;
}

static CommonsWindow *
new_window (CommonsApplication *self,
            CommonsDocument    *document)
{
  CommonsWindow *window = commons_window_new (ADW_APPLICATION (self), document);

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
drawing_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CommonsApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_skipped = 0;
  g_autoptr (CommonsDocument) document = commons_open_drawing_finish (result, &n_skipped, &error);
  g_autofree char *message = NULL;
  CommonsWindow *pristine = find_pristine_window (self);
  CommonsWindow *window;

  if (document != NULL && n_skipped > 0)
    message = g_strdup_printf (ngettext ("%'u drawn thing left out", "%'u drawn things left out", n_skipped), n_skipped);
  else if (document == NULL)
    message = g_strdup_printf (_("The drawing could not be read: %s"), error->message);

  /* What could not be read is told where people are, or in a new window. */
  window = document == NULL ? get_first_window (self) : NULL;
  if (window == NULL)
    {
      g_autoptr (CommonsDocument) shown = document != NULL ? g_object_ref (document) : commons_document_new ();

      window = new_window (self, shown);
      if (pristine != NULL)
        gtk_window_close (GTK_WINDOW (pristine));
    }

  if (message != NULL)
    commons_window_toast (window, message);

  g_application_release (G_APPLICATION (self));
}

/* A drawing is only read: it becomes a new board. The application stays until
 * it has its window. */
static void
open_drawing (CommonsApplication *self,
              GFile              *file)
{
  g_application_hold (G_APPLICATION (self));
  commons_open_drawing_async (file, drawing_cb, g_object_ref (self));
}

/* A window that was closed before it was shown stays closed. */
static gboolean
present_unless_mapped_cb (gpointer user_data)
{
  CommonsWindow *window = user_data;

  if (!gtk_widget_get_mapped (GTK_WIDGET (window)) && gtk_window_get_application (GTK_WINDOW (window)) != NULL)
    gtk_window_present (GTK_WINDOW (window));

  return G_SOURCE_REMOVE;
}

static void
read_cb (CommonsDocument *document,
         GParamSpec      *pspec,
         CommonsWindow   *window)
{
  if (!commons_document_get_busy (document))
    present_unless_mapped_cb (window);
}

/* A new window is shown with its board rather than empty and then again, unless
 * reading takes so long that somebody would wonder. */
static void
present_with_board (CommonsWindow *window)
{
  CommonsDocument *document = commons_window_get_document (window);

  if (gtk_widget_get_mapped (GTK_WIDGET (window)) || !commons_document_get_busy (document))
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  g_signal_connect_object (document, "notify::busy", G_CALLBACK (read_cb), window, 0);
  g_timeout_add_full (G_PRIORITY_DEFAULT, PATIENCE_MS, present_unless_mapped_cb, g_object_ref (window), g_object_unref);
}

static void
open_file (CommonsApplication *self,
           GFile              *file)
{
  CommonsWindow *window = find_window (self, file);

  if (commons_open_drawing_is_one (file))
    {
      open_drawing (self, file);
      return;
    }

  if (window != NULL)
    {
      /* What could not be read may have been mended since. */
      if (commons_document_get_error (commons_window_get_document (window)) != NULL)
        commons_window_load (window, file);
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  window = find_pristine_window (self);
  if (window == NULL)
    {
      g_autoptr (CommonsDocument) document = commons_document_new ();

      window = commons_window_new (ADW_APPLICATION (self), document);
    }

  commons_window_load (window, file);
  present_with_board (window);
}

/* A window without a board yet: the one there is, or one that has nothing to
 * lose, or another. */
static CommonsWindow *
show_start (CommonsApplication *self)
{
  CommonsWindow *window = NULL;

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      if (COMMONS_IS_WINDOW (item->data) && commons_window_is_starting (item->data))
        window = item->data;
    }

  if (window == NULL)
    window = find_pristine_window (self);
  if (window == NULL)
    {
      g_autoptr (CommonsDocument) document = commons_document_new ();

      window = commons_window_new (ADW_APPLICATION (self), document);
    }

  commons_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
new_from_template (CommonsApplication *self,
                   const char         *name)
{
  const char *language = commons_settings_get_board_language (self->settings);
  g_autofree char *author = commons_settings_dup_author (self->settings);
  const CommonsBoardStart start = { .language = language, .author = author };
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsTemplate) template = commons_templates_find (name, language, &error);
  g_autoptr (CommonsBoard) board = NULL;

  if (template != NULL)
    board = commons_board_start_make_from (template, &start, &error);

  if (board != NULL)
    {
      g_autoptr (CommonsDocument) document = commons_document_new_for_board (board);

      new_window (self, document);
    }
  else
    {
      commons_window_toast (show_start (self), error->message);
    }
}

static void
new_from_template_action (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  new_from_template (user_data, g_variant_get_string (parameter, NULL));
}

static void
start_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  show_start (user_data);
}

/* Asked from outside of any window. */
static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (show_start (user_data)), "win.open", NULL);
}

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  new_from_template (user_data, "governance");
}

static void
new_blank_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  new_from_template (user_data, "blank");
}

static void
example_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  const char *language = commons_catalogue_get_language (commons_catalogue_get (NULL));
  g_autofree char *uri = g_strdup_printf ("resource://" RESOURCE_PATH "examples/%s.%s.commons",
                                          g_variant_get_string (parameter, NULL), language);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  open_file (user_data, file);
}

/* The first of them, which shows all there is. */
static void
open_example_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  g_autoptr (GVariant) name = g_variant_ref_sink (g_variant_new_string ("fontaines-ouvertes"));

  example_action (action, name, user_data);
}

static void
look_for_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  commons_window_look_for (show_start (user_data), g_variant_get_string (parameter, NULL));
}

static void
open_uri_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_file (user_data, file);
}

static void
help_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CommonsApplication) self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!g_app_info_launch_default_for_uri_finish (result, NULL) && COMMONS_IS_WINDOW (window))
    commons_window_toast (COMMONS_WINDOW (window),
                          _("The help could not be shown. It needs the program “Help” (yelp)."));
}

/* The page about what has the focus in the window people are in. */
static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  GtkWidget *focus = window != NULL ? gtk_window_get_focus (window) : NULL;

  if (window != NULL)
    commons_help_show (focus != NULL ? focus : GTK_WIDGET (window));
  else
    g_action_group_activate_action (user_data, "help-page", g_variant_new_string ("index"));
}

static void
help_page_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  g_autofree char *uri = g_strconcat ("help:commons-canvas/", g_variant_get_string (parameter, NULL), NULL);

  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, help_cb, g_object_ref (user_data));
}

/* One window at a time: the next is closed when this one is gone, and none
 * when somebody tells this one to stay. */
static gboolean
close_next_cb (gpointer user_data)
{
  CommonsApplication *self = user_data;
  CommonsWindow *window = self->quitting ? get_first_window (self) : NULL;

  if (window == NULL)
    {
      self->quitting = FALSE;
      return G_SOURCE_REMOVE;
    }

  if (commons_document_get_modified (commons_window_get_document (window)))
    gtk_window_present (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));

  return G_SOURCE_REMOVE;
}

static void
window_stays_cb (CommonsApplication *self)
{
  g_assert (COMMONS_IS_APPLICATION (self));

  self->quitting = FALSE;
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  CommonsApplication *self = user_data;

  self->quitting = TRUE;
  close_next_cb (self);
}

static void
recover_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CommonsApplication *self = user_data;
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  commons_rescue_show (self->rescue, COMMONS_IS_WINDOW (active) ? COMMONS_WINDOW (active) : show_start (self));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  CommonsApplication *self = user_data;
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  /* Asked again from the dialog itself, it belongs where it is. */
  while (active != NULL && !COMMONS_IS_WINDOW (active))
    active = gtk_window_get_transient_for (active);

  commons_preferences_dialog_present (active != NULL ? active : GTK_WINDOW (show_start (self)));
}

static const GActionEntry entries[] = {
  { "new", new_action, NULL, NULL, NULL, { 0 } },
  { "new-blank", new_blank_action, NULL, NULL, NULL, { 0 } },
  { "new-from-template", new_from_template_action, "s", NULL, NULL, { 0 } },
  { "start", start_action, NULL, NULL, NULL, { 0 } },
  { "open", open_action, NULL, NULL, NULL, { 0 } },
  { "example", example_action, "s", NULL, NULL, { 0 } },
  { "open-example", open_example_action, NULL, NULL, NULL, { 0 } },
  { "open-uri", open_uri_action, "s", NULL, NULL, { 0 } },
  { "look-for", look_for_action, "s", NULL, NULL, { 0 } },
  { "recover", recover_action, NULL, NULL, NULL, { 0 } },
  { "preferences", preferences_action, NULL, NULL, NULL, { 0 } },
  { "help", help_action, NULL, NULL, NULL, { 0 } },
  { "help-page", help_page_action, "s", NULL, NULL, { 0 } },
  { "quit", quit_action, NULL, NULL, NULL, { 0 } },
};

static void
set_accels (CommonsApplication *self)
{
  guint n_commands;
  const CommonsCommand *commands = commons_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    {
      g_autoptr (GPtrArray) accels = g_ptr_array_new ();

      for (guint j = 0; commands[i].accels[j] != NULL; j++)
        {
          if (!commons_accel_types (commands[i].accels[j]))
            g_ptr_array_add (accels, (gpointer) commands[i].accels[j]);
        }
      g_ptr_array_add (accels, NULL);

      if (!commands[i].local)
        gtk_application_set_accels_for_action (GTK_APPLICATION (self), commands[i].action,
                                               (const char *const *) accels->pdata);
    }
}

/* The toolkit would only say that it cannot open a display. */
static void
require_display (void)
{
  if (gtk_init_check ())
    return;

  g_printerr ("%s\n",
              _("Commons Canvas needs a display, and there is none here. "
                "“commons-board” exports boards without one: see commons-board --help."));
  exit (EXIT_FAILURE);
}

/* The program that runs already does what is asked; without one, this one does
 * when it is activated. */
static int
ask_running (CommonsApplication *self)
{
  GApplication *application = G_APPLICATION (self);
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  if (!g_application_get_is_remote (application))
    return -1;

  if (self->template != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), "new-from-template", g_variant_new_string (self->template));
  else if (self->example)
    g_action_group_activate_action (G_ACTION_GROUP (self), "open-example", NULL);
  else
    g_action_group_activate_action (G_ACTION_GROUP (self), "open", NULL);

  return EXIT_SUCCESS;
}

static int
commons_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  CommonsApplication *self = COMMONS_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("commons-canvas %s\n", PACKAGE_VERSION);
      return EXIT_SUCCESS;
    }

  g_variant_dict_lookup (options, "template", "s", &self->template);
  self->choosing = g_variant_dict_contains (options, "open");
  self->example = g_variant_dict_contains (options, "example");

  return self->template != NULL || self->choosing || self->example ? ask_running (self) : -1;
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
commons_application_startup (GApplication *application)
{
  CommonsApplication *self = COMMONS_APPLICATION (application);
  g_autoptr (GAction) style = NULL;
  g_autoptr (GAction) wheel = NULL;
  guint n_parts;

  require_display ();
  commons_ui_register_resource ();

  /* The icons of cards are those of menus: reading one makes the resource
   * they live in known to the icon theme. */
  commons_icons_get ("cc-commons", &n_parts);

  /* The icon theme is read in a thread as soon as somebody asks for it, and
   * again after it is told of a folder, which libadwaita does as it begins. So
   * that has to be first to ask. */
  adw_init ();
  G_APPLICATION_CLASS (commons_application_parent_class)->startup (application);
  load_style ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  set_accels (self);
  self->settings = g_settings_new (APP_ID);
  commons_settings_follow (self->settings);

  style = g_settings_create_action (self->settings, "style");
  g_action_map_add_action (G_ACTION_MAP (self), style);
  wheel = g_settings_create_action (self->settings, "wheel-zooms");
  g_action_map_add_action (G_ACTION_MAP (self), wheel);
  gtk_window_set_default_icon_name (APP_ID);
  self->rescue = commons_rescue_new (GTK_APPLICATION (self));
}

static void
commons_application_shutdown (GApplication *application)
{
  commons_autosave_wait ();
  commons_export_job_wait ();
  commons_glance_wait ();
  commons_versions_wait ();

  G_APPLICATION_CLASS (commons_application_parent_class)->shutdown (application);
}

static void
commons_application_activate (GApplication *application)
{
  CommonsApplication *self = COMMONS_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *template = g_steal_pointer (&self->template);
  gboolean choosing = self->choosing;
  gboolean example = self->example;

  /* Once: who asks later says so then. */
  self->choosing = FALSE;
  self->example = FALSE;

  if (template != NULL)
    new_from_template (self, template);
  else if (example)
    g_action_group_activate_action (G_ACTION_GROUP (self), "open-example", NULL);
  else if (choosing)
    gtk_widget_activate_action (GTK_WIDGET (show_start (self)), "win.open", NULL);
  else if (window != NULL)
    gtk_window_present (window);
  else
    show_start (self);
}

static void
commons_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (COMMONS_APPLICATION (application), files[i]);
}

static void
commons_application_window_added (GtkApplication *application,
                                  GtkWindow      *window)
{
  GTK_APPLICATION_CLASS (commons_application_parent_class)->window_added (application, window);

  if (COMMONS_IS_WINDOW (window))
    g_signal_connect_object (window, "stays", G_CALLBACK (window_stays_cb), application, G_CONNECT_SWAPPED);
}

static void
commons_application_window_removed (GtkApplication *application,
                                    GtkWindow      *window)
{
  CommonsApplication *self = COMMONS_APPLICATION (application);

  GTK_APPLICATION_CLASS (commons_application_parent_class)->window_removed (application, window);

  self->quitting = self->quitting && get_first_window (self) != NULL;

  /* Not from within the end of a window. */
  if (self->quitting)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_next_cb, g_object_ref (self), g_object_unref);
}

static void
commons_application_dispose (GObject *object)
{
  CommonsApplication *self = COMMONS_APPLICATION (object);

  g_clear_object (&self->rescue);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->template, g_free);

  G_OBJECT_CLASS (commons_application_parent_class)->dispose (object);
}

static void
commons_application_class_init (CommonsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_class = GTK_APPLICATION_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_application_dispose;

  gtk_class->window_added = commons_application_window_added;
  gtk_class->window_removed = commons_application_window_removed;

  application_class->handle_local_options = commons_application_handle_local_options;
  application_class->startup = commons_application_startup;
  application_class->shutdown = commons_application_shutdown;
  application_class->activate = commons_application_activate;
  application_class->open = commons_application_open;
  commons_search_provider_install (application_class);
}

static void
commons_application_init (CommonsApplication *self)
{
  static const GOptionEntry options[] = {
    { "template", 't', 0, G_OPTION_ARG_STRING, NULL,
      N_("Begin a new board: governance, economic, argument, business-model, blank, or a template of your own"),
      N_("TEMPLATE") },
    { "open", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Ask which board to open"), NULL },
    { "example", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the worked example"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[BOARD…]"));
}

CommonsApplication *
commons_application_new (void)
{
  CommonsApplication *self = g_object_new (COMMONS_TYPE_APPLICATION,
                                           "application-id", APP_ID,
                                           "flags", G_APPLICATION_HANDLES_OPEN,
                                           "register-session", TRUE,
                                           NULL);

  /* The toolkit would add a folder of icons there to the theme, for which it
   * would read it all again: ours are where it looks anyway. */
  g_application_set_resource_base_path (G_APPLICATION (self), NULL);

  return self;
}

/* commons-preferences-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "commons-help.h"
#include "commons-languages.h"
#include "commons-preference-rows.h"
#include "commons-preferences-dialog.h"
#include "commons-preferences.h"
#include "commons-settings.h"

#define PARENT_KEY "commons-parent"
#define SETTINGS_KEY "commons-settings"

/* What a system tells of people who told it nothing. */
#define NOBODY "Unknown"

/* The one that is open. */
static GtkWidget *open_dialog;

static GtkWidget *
make_help_button (void)
{
  GtkWidget *button = commons_help_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

static AdwPreferencesGroup *
add_group (GtkWidget  *page,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
make_page (const char *title,
           const char *icon)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), title);
  adw_preferences_page_set_use_underline (ADW_PREFERENCES_PAGE (page), TRUE);
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), icon);

  return page;
}

/* ---- General ---------------------------------------------------------------- */

static void
add_appearance (GtkWidget *page,
                GSettings *settings)
{
  const CommonsPreferenceChoice styles[] = {
    { "system", _("Like the Desktop") }, { "light", _("Light") }, { "dark", _("Dark") },
  };
  AdwPreferencesGroup *group = add_group (page, _("Appearance"));

  adw_preferences_group_set_header_suffix (group, make_help_button ());
  adw_preferences_group_add (group, commons_preference_row_new_choice (
    settings, "style", _("_Style"), _("High contrast is as the desktop says."), styles, G_N_ELEMENTS (styles)));
  adw_preferences_group_add (group, commons_preference_row_new_switch (
    settings, "large-print", _("_Large print"),
    _("Texts of windows, and titles of cards seen from afar, are a quarter larger. Boards stay the same.")));
  adw_preferences_group_add (group, commons_preference_row_new_switch (
    settings, "reduce-motion", _("_Reduce motion"),
    _("Views and cards are at their place at once, even where the desktop allows animations.")));
}

static GtkWidget *
make_languages (GSettings *settings)
{
  const char *const *tags = commons_languages_list ();
  /* Translators: %s is the name of a language, such as “Français” */
  g_autofree char *desktop = g_strdup_printf (_("Like the Desktop (%s)"),
                                              commons_languages_get_name (commons_languages_find_desktop ()));
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (CommonsPreferenceChoice));
  CommonsPreferenceChoice choice = { "", desktop };

  g_array_append_val (choices, choice);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      choice = (CommonsPreferenceChoice) { tags[i], commons_languages_get_name (tags[i]) };
      g_array_append_val (choices, choice);
    }

  return commons_preference_row_new_choice (settings, "board-language", _("Language of _new boards"),
                                            _("Of their kinds of card, links and questions."),
                                            (const CommonsPreferenceChoice *) (gpointer) choices->data, choices->len);
}

static void
add_writing (GtkWidget *page,
             GSettings *settings)
{
  AdwPreferencesGroup *group = add_group (page, _("Writing"));
  const char *name = g_get_real_name ();

  adw_preferences_group_set_description (group, _("New cards and new boards bear your name, and pictures of these "
                                                  "boards tell it. Without one nothing is written."));
  adw_preferences_group_add (group, commons_preference_row_new_text (
    settings, "author", _("Your na_me"), g_strcmp0 (name, NOBODY) != 0 ? name : NULL));
  adw_preferences_group_add (group, make_languages (settings));
  adw_preferences_group_add (group, commons_preference_row_new_number (
    settings, "draft-delay", _("_Keep unsaved work after"),
    _("In seconds without a change, in case the program ends all at once."), 1, 0));
}

/* ---- Board ------------------------------------------------------------------ */

static void
add_moving (GtkWidget *page,
            GSettings *settings)
{
  const CommonsPreferenceChoice wheel[] = {
    { "false", _("Moves the Board") }, { "true", _("Zooms") },
  };
  AdwPreferencesGroup *group = add_group (page, _("Moving About"));

  adw_preferences_group_set_header_suffix (group, make_help_button ());
  adw_preferences_group_add (group, commons_preference_row_new_choice (
    settings, "wheel-zooms", _("Mouse _wheel"),
    _("On a touchpad two fingers always move the board, and pinching zooms."), wheel, G_N_ELEMENTS (wheel)));
}

static void
add_placing (GtkWidget *page,
             GSettings *settings)
{
  AdwPreferencesGroup *group = add_group (page, _("Placing Cards"));

  adw_preferences_group_add (group, commons_preference_row_new_switch (
    settings, "grid", _("Show the _grid"), _("As dots on the ground, from half size on.")));
  adw_preferences_group_add (group, commons_preference_row_new_switch (
    settings, "snap-to-cards", _("_Align with other cards"),
    _("What is dragged is caught by edges, centers and equal gaps.")));
  adw_preferences_group_add (group, commons_preference_row_new_switch (
    settings, "snap-to-grid", _("Sna_p to the grid"),
    _("Where no other card is near. Ctrl frees a drag of both.")));
}

/* ---- Room ------------------------------------------------------------------- */

/* What follows from the numbers above it, on the screen it is shown on. */
static void
tell_result (GtkWidget *row)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *words = NULL;
  g_autofree char *percent = NULL;
  CommonsRoom room;
  double size, zoom;

  commons_settings_get_room (settings, row, &room);
  size = ceil (commons_legibility_get_size (&room));
  zoom = commons_legibility_get_zoom (&room, commons_settings_get_print (settings));

  percent = g_strdup_printf (_("%d%%"), (int) ceil (zoom * 100));
  words = g_strdup_printf (/* Translators: a number of pixels, then such as “200%” */
                           ngettext ("Letters need %'d pixel on this screen: cards can be read from %s on.",
                                     "Letters need %'d pixels on this screen: cards can be read from %s on.",
                                     (gulong) size),
                           (int) size, percent);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
}

static GtkWidget *
make_result (GSettings *settings,
             GtkWidget *dialog)
{
  static const char *const signals[] = { "changed::room-distance", "changed::room-width", "changed::large-print" };
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_name (row, "readable");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Readable from the back"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data_full (G_OBJECT (row), SETTINGS_KEY, g_object_ref (settings), g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (settings, signals[i], G_CALLBACK (tell_result), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "map", G_CALLBACK (tell_result), row, G_CONNECT_SWAPPED);
  tell_result (row);

  return row;
}

static GtkWidget *
make_room_page (GSettings *settings,
                GtkWidget *dialog)
{
  GtkWidget *page = make_page (_("R_oom"), "cc-screen-symbolic");
  AdwPreferencesGroup *group = add_group (page, _("Those at the Back"));

  adw_preferences_group_set_header_suffix (group, make_help_button ());
  adw_preferences_group_set_description (group, _("When a board is shown to a room, everyone should be able to read "
                                                  "it. “Zoom to Readable” goes there."));
  adw_preferences_group_add (group, commons_preference_row_new_switch (
    settings, "projecting", _("_Tell when texts are too small"),
    _("The zoom at the bottom of the board then has a mark.")));
  adw_preferences_group_add (group, commons_preference_row_new_number (
    settings, "room-distance", _("_Distance to the back"), _("In meters."), 0.5, 1));
  adw_preferences_group_add (group, commons_preference_row_new_number (
    settings, "room-width", _("Width of the _image"), _("In meters, on the wall or the screen."), 0.1, 1));
  adw_preferences_group_add (group, make_result (settings, dialog));

  return page;
}

/* ---- The dialog ------------------------------------------------------------- */

static gboolean
help_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  commons_help_show (widget);

  return TRUE;
}

/* Keys of the window are not heard in dialogs that are shown in it. */
static void
add_help_key (GtkWidget *dialog)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                                                          gtk_callback_action_new (help_cb, NULL, NULL)));
  gtk_widget_add_controller (dialog, keys);
}

static GtkWidget *
make_dialog (GtkWindow *parent)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *dialog = commons_preferences_new (_("Preferences"));
  GtkWidget *general = make_page (_("G_eneral"), "preferences-system-symbolic");
  GtkWidget *board = make_page (_("_Board"), "cc-board-symbolic");

  add_help_key (dialog);
  add_appearance (general, settings);
  add_writing (general, settings);
  add_moving (board, settings);
  add_placing (board, settings);

  commons_preferences_add (dialog, ADW_PREFERENCES_PAGE (general));
  commons_preferences_add (dialog, ADW_PREFERENCES_PAGE (board));
  commons_preferences_add (dialog, ADW_PREFERENCES_PAGE (make_room_page (settings, dialog)));
  g_object_set_data (G_OBJECT (dialog), PARENT_KEY, parent);

  return dialog;
}

GtkWidget *
commons_preferences_dialog_present (GtkWindow *parent)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  if (open_dialog != NULL && g_object_get_data (G_OBJECT (open_dialog), PARENT_KEY) != parent)
    {
      GtkWidget *other = open_dialog;

      g_clear_weak_pointer (&open_dialog);
      commons_preferences_close (other);
    }

  if (open_dialog == NULL)
    g_set_weak_pointer (&open_dialog, make_dialog (parent));
  commons_preferences_present (open_dialog, parent);

  return open_dialog;
}

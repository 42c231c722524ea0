/* commons-start-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-board-start.h"
#include "commons-catalogue.h"
#include "commons-entry-row.h"
#include "commons-help.h"
#include "commons-languages.h"
#include "commons-settings.h"
#include "commons-start-dialog.h"

struct _CommonsStartDialog
{
  AdwWindow        parent_instance;

  CommonsTemplate *template;
  GtkWidget       *content;
  GtkWidget       *name;
  GtkWidget       *language;
  GtkWidget       *choice;       /* of the template; NULL when it is chosen */
  GtkWidget       *purpose;      /* these three NULL when there is no session */
  GtkWidget       *date;
  GtkWidget       *participants;
  GtkWidget       *calendar;
  GtkWidget       *calendar_button;
};

enum
{
  MADE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsStartDialog, commons_start_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

/* ---- Answers ---------------------------------------------------------------- */

static char *
get_text (GtkWidget *row)
{
  return row != NULL ? g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)))) : NULL;
}

/* Returns: the day written there as YYYY-MM-DD; "" for none, NULL for what is
 * no day. */
static char *
get_date (GtkWidget *row)
{
  g_autofree char *text = get_text (row);
  g_autoptr (GDateTime) day = NULL;
  g_auto (GStrv) parts = NULL;

  if (text == NULL || *text == '\0')
    return g_strdup ("");

  parts = g_strsplit (text, "-", -1);
  if (g_strv_length (parts) == 3)
    day = g_date_time_new_utc ((int) g_ascii_strtoll (parts[0], NULL, 10), (int) g_ascii_strtoll (parts[1], NULL, 10),
                               (int) g_ascii_strtoll (parts[2], NULL, 10), 0, 0, 0);

  return day != NULL ? g_date_time_format (day, "%Y-%m-%d") : NULL;
}

static char **
get_participants (GtkWidget *row)
{
  g_autofree char *text = get_text (row);
  char **names;

  if (text == NULL)
    return NULL;

  names = g_strsplit_set (text, ",;", -1);
  for (guint i = 0; names[i] != NULL; i++)
    g_strstrip (names[i]);

  return names;
}

static const CommonsTemplate *
get_template (CommonsStartDialog *self)
{
  const char * const *ids = commons_templates_get_builtin ();

  if (self->choice != NULL)
    {
      guint index = adw_combo_row_get_selected (ADW_COMBO_ROW (self->choice));

      g_clear_pointer (&self->template, commons_template_free);
      self->template = commons_templates_find (ids[index], NULL, NULL);
    }

  return self->template;
}

static void
date_changed_cb (CommonsStartDialog *self)
{
  g_autofree char *date = get_date (self->date);

  g_assert (COMMONS_IS_START_DIALOG (self));

  if (date != NULL)
    gtk_widget_remove_css_class (self->date, "error");
}

static void
make_cb (CommonsStartDialog *self)
{
  g_autofree char *name = get_text (self->name);
  g_autofree char *purpose = get_text (self->purpose);
  g_autofree char *date = get_date (self->date);
  g_auto (GStrv) participants = get_participants (self->participants);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *author = commons_settings_dup_author (settings);
  guint language = adw_combo_row_get_selected (ADW_COMBO_ROW (self->language));
  const CommonsBoardStart start = {
    .title = name,
    .language = commons_languages_list ()[language],
    .purpose = purpose,
    .date = date,
    .participants = (const char * const *) participants,
    .author = author,
  };

  g_assert (COMMONS_IS_START_DIALOG (self));

  if (date == NULL)
    {
      gtk_widget_add_css_class (self->date, "error");
      gtk_widget_grab_focus (self->date);
      commons_announce (GTK_WIDGET (self), _("Write the date as year-month-day, such as 2026-11-22, or leave it out."));
      return;
    }

  g_signal_emit (self, signals[MADE], 0, get_template (self), &start);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- Questions -------------------------------------------------------------- */

static GtkWidget *
make_entry (const char *title)
{
  GtkWidget *row = commons_entry_row_new (title);

  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);

  return row;
}

static GtkWidget *
make_languages (CommonsStartDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  gboolean own = self->template != NULL && self->template->file != NULL && self->template->language != NULL;
  const char *preferred = own ? commons_catalogue_get_language (commons_catalogue_get (self->template->language))
                              : commons_settings_get_board_language (settings);
  const char *const *languages = commons_languages_list ();
  guint selected = 0;

  /* Languages call themselves by their own name. */
  for (guint i = 0; languages[i] != NULL; i++)
    {
      gtk_string_list_append (names, commons_languages_get_name (languages[i]));
      if (g_str_equal (languages[i], preferred))
        selected = i;
    }

  self->language = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->language), _("Language of the board"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->language), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->language), selected);

  return self->language;
}

static GtkWidget *
make_choice (CommonsStartDialog *self)
{
  const char * const *ids = commons_templates_get_builtin ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (CommonsTemplate) template = commons_templates_find (ids[i], NULL, NULL);

      gtk_string_list_append (titles, template->title);
    }

  self->choice = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->choice), _("Template"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->choice), G_LIST_MODEL (titles));

  return self->choice;
}

static void
day_selected_cb (CommonsStartDialog *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  g_assert (COMMONS_IS_START_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (self->date), text);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->calendar_button));
}

static GtkWidget *
make_date (CommonsStartDialog *self)
{
  GtkWidget *popover = gtk_popover_new ();
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (today, "%Y-%m-%d");

  self->date = make_entry (_("Date (year-month-day)"));
  self->calendar = gtk_calendar_new ();
  self->calendar_button = gtk_menu_button_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->date), text);
  gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->calendar_button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->calendar_button), popover);
  gtk_widget_add_css_class (self->calendar_button, "flat");
  gtk_widget_set_valign (self->calendar_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->calendar_button, _("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a day"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->date), self->calendar_button);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (date_changed_cb), self, G_CONNECT_SWAPPED);

  return self->date;
}

static void
add_questions (CommonsStartDialog  *self,
               AdwPreferencesGroup *group,
               gboolean             session)
{
  self->name = make_entry (_("Name of the commons"));
  adw_preferences_group_add (group, self->name);

  if (session)
    {
      self->purpose = make_entry (_("What is to be decided"));
      self->participants = make_entry (_("Who takes part, separated by commas"));
      adw_preferences_group_add (group, self->purpose);
      adw_preferences_group_add (group, make_date (self));
      adw_preferences_group_add (group, self->participants);
      adw_preferences_group_add (group, make_choice (self));
    }

  adw_preferences_group_add (group, make_languages (self));
}

static GtkWidget *
make_header (CommonsStartDialog *self,
             const char         *subtitle)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *make = gtk_button_new_with_mnemonic (_("C_reate"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (make, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (gtk_window_get_title (GTK_WINDOW (self)), subtitle));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), make);
  gtk_window_set_default_widget (GTK_WINDOW (self), make);
  g_signal_connect_object (make, "clicked", G_CALLBACK (make_cb), self, G_CONNECT_SWAPPED);

  return header;
}

static void
build (CommonsStartDialog *self,
       const char         *subtitle,
       gboolean            session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *group = adw_preferences_group_new ();

  if (session)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _("Which commons, with whom, to decide what? Everything can be left out."));
  gtk_widget_set_margin_start (group, 18);
  gtk_widget_set_margin_end (group, 18);
  gtk_widget_set_margin_top (group, 18);
  gtk_widget_set_margin_bottom (group, 24);
  add_questions (self, ADW_PREFERENCES_GROUP (group), session);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), group);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self, subtitle));
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_focus (GTK_WINDOW (self), self->name);
}

static void
commons_start_dialog_dispose (GObject *object)
{
  g_clear_pointer (&COMMONS_START_DIALOG (object)->template, commons_template_free);

  G_OBJECT_CLASS (commons_start_dialog_parent_class)->dispose (object);
}

static void
commons_start_dialog_class_init (CommonsStartDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_start_dialog_dispose;

  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (GTK_WIDGET_CLASS (klass));
}

static void
commons_start_dialog_init (CommonsStartDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 480, -1);
}

GtkWidget *
commons_start_dialog_new (const CommonsTemplate *template)
{
  CommonsStartDialog *self;

  g_return_val_if_fail (template != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_START_DIALOG, "title", _("New Board"), NULL);
  self->template = commons_template_copy (template);
  build (self, template->title, FALSE);

  return GTK_WIDGET (self);
}

GtkWidget *
commons_start_dialog_new_session (void)
{
  CommonsStartDialog *self = g_object_new (COMMONS_TYPE_START_DIALOG, "title", _("Prepare a Session"), NULL);

  build (self, "", TRUE);

  return GTK_WIDGET (self);
}

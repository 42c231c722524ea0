/* commons-field-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words, numbers, dates and addresses: one line, with what helps beside it.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-field-editor-private.h"
#include "commons-inspect-entry.h"
#include "commons-inspect-names.h"
#include "commons-launch.h"
#include "commons-suggestions.h"

static const char *
get_text (CommonsFieldEditor *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->main));
}

static void
update_extra (CommonsFieldEditor *self)
{
  if (self->field.type == COMMONS_FIELD_URL)
    gtk_widget_set_sensitive (self->extra, commons_entry_is_address (get_text (self)));
}

/* What makes sense is written at once, so that saving never misses it; what
 * does not may be on its way to making sense. */
static void
changed_cb (CommonsFieldEditor *self)
{
  g_autofree char *complaint = NULL;
  g_autoptr (JsonNode) value = NULL;

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  update_extra (self);
  if (self->showing)
    return;

  value = commons_entry_parse (&self->field, _commons_field_editor_get_catalogue (self), get_text (self), &complaint);
  _commons_field_editor_complain (self, NULL);
  if (complaint == NULL)
    _commons_field_editor_write (self, value, TRUE);
}

/* Its own undo must not bring back what the board no longer says. */
static void
set_text (CommonsFieldEditor *self,
          const char         *text)
{
  GtkEditable *editable = GTK_EDITABLE (self->main);

  if (g_str_equal (gtk_editable_get_text (editable), text))
    return;

  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, TRUE);
}

/* Somebody is done: what makes no sense is told, the rest is written out. */
static void
done_cb (CommonsFieldEditor *self)
{
  CommonsCatalogue *catalogue;
  g_autofree char *complaint = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) value = NULL;

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  g_clear_pointer (&self->words, g_ptr_array_unref);
  _commons_field_editor_finish (self);
  if (self->view == NULL || self->known_state == COMMONS_INSPECT_MIXED)
    return;

  catalogue = _commons_field_editor_get_catalogue (self);
  value = commons_entry_parse (&self->field, catalogue, get_text (self), &complaint);

  /* Nobody wrote what the file has. */
  text = commons_entry_format (&self->field, catalogue, self->known);
  if (complaint != NULL && g_str_equal (text, get_text (self)))
    return;

  _commons_field_editor_complain (self, complaint);
  if (complaint != NULL)
    return;

  g_free (text);
  text = commons_entry_format (&self->field, catalogue, value);
  self->showing = TRUE;
  set_text (self, text);
  self->showing = FALSE;
}

static void
show_entry (CommonsFieldEditor  *self,
            CommonsInspectState  state,
            JsonNode            *value)
{
  g_autofree char *text = commons_entry_format (&self->field, _commons_field_editor_get_catalogue (self), value);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->main), _commons_field_editor_get_placeholder (state, _("Not said")));
  set_text (self, text);
  gtk_widget_set_tooltip_text (self->main, *text != '\0' ? text : NULL);
  update_extra (self);
}

static void
add_unit (CommonsFieldEditor *self,
          GtkWidget          *box)
{
  GtkWidget *unit = gtk_label_new (self->field.unit);

  gtk_editable_set_width_chars (GTK_EDITABLE (self->main), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->main), 8);
  gtk_widget_set_hexpand (self->main, FALSE);
  gtk_label_set_xalign (GTK_LABEL (unit), 0);
  gtk_widget_set_hexpand (unit, TRUE);
  gtk_widget_add_css_class (unit, "secondary");
  gtk_box_append (GTK_BOX (box), unit);
  _commons_field_editor_name (self, self->main, self->field.unit);
}

/* Whether a day was pressed, and not another month looked at. */
static void
day_selected_cb (CommonsFieldEditor *self,
                 GtkCalendar        *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *iso = NULL;
  g_autoptr (JsonNode) value = NULL;

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (self->showing)
    return;

  iso = g_date_time_format (day, "%Y-%m-%d");
  value = json_node_init_string (json_node_alloc (), iso);
  _commons_field_editor_write (self, value, FALSE);
  commons_field_editor_update (self);
}

static void
calendar_shown_cb (CommonsFieldEditor *self,
                   GtkWidget          *calendar)
{
  g_autoptr (GDateTime) today = NULL;
  GDate date;

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (!commons_entry_parse_date (get_text (self), &date))
    {
      today = g_date_time_new_now_local ();
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (today), g_date_time_get_month (today),
                      (GDateYear) g_date_time_get_year (today));
    }

  /* By way of the first, a day that every month has. */
  self->showing = TRUE;
  g_object_set (calendar, "day", 1, NULL);
  g_object_set (calendar, "year", (int) g_date_get_year (&date), NULL);
  g_object_set (calendar, "month", (int) g_date_get_month (&date) - 1, NULL);
  g_object_set (calendar, "day", (int) g_date_get_day (&date), NULL);
  self->showing = FALSE;
}

static void
add_calendar (CommonsFieldEditor *self,
              GtkWidget          *box)
{
  GtkWidget *calendar = gtk_calendar_new ();

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), calendar);
  self->extra = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->extra), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->extra), self->popover);
  gtk_widget_add_css_class (self->extra, "flat");
  gtk_widget_add_css_class (self->extra, "field-button");
  gtk_widget_set_valign (self->extra, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->extra, _("Choose a Day"));
  _commons_field_editor_name (self, self->extra, _("choose a day"));
  gtk_box_append (GTK_BOX (box), self->extra);

  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (calendar, "map", G_CALLBACK (calendar_shown_cb), self, G_CONNECT_SWAPPED);
}

static void
open_failed_cb (GtkWidget  *widget,
                const char *message)
{
  _commons_field_editor_complain (COMMONS_FIELD_EDITOR (widget), message);
}

static void
open_cb (CommonsFieldEditor *self)
{
  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (commons_entry_is_address (get_text (self)))
    commons_launch (GTK_WIDGET (self), get_text (self), open_failed_cb);
}

static void
add_open (CommonsFieldEditor *self,
          GtkWidget          *box)
{
  self->extra = _commons_field_make_button ("cc-address-symbolic", _("Open the Address"));
  gtk_box_append (GTK_BOX (box), self->extra);
  g_signal_connect_object (self->extra, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
}

/* What is named elsewhere on the board, looked for once while writing here. */
static GPtrArray *
suggest (GtkWidget  *entry,
         const char *typed,
         guint       max,
         gpointer    user_data)
{
  CommonsFieldEditor *self = user_data;
  CommonsBoard *board = _commons_field_editor_get_board (self);

  if (board == NULL)
    return NULL;

  if (self->words == NULL)
    self->words = self->field.type == COMMONS_FIELD_PERSON
                    ? commons_inspect_list_people (board, _commons_field_editor_get_catalogue (self))
                    : commons_inspect_list_words (board, self->path);

  return commons_inspect_match_words (self->words, typed, max);
}

static GtkWidget *
build_entry (CommonsFieldEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->main = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->main), 4);
  gtk_widget_set_hexpand (self->main, TRUE);
  gtk_widget_add_css_class (self->main, "field-entry");
  gtk_widget_add_controller (self->main, focus);
  _commons_field_editor_name (self, self->main, NULL);
  gtk_box_append (GTK_BOX (box), self->main);

  if (self->field.type == COMMONS_FIELD_DATE)
    add_calendar (self, box);
  else if (self->field.type == COMMONS_FIELD_URL)
    add_open (self, box);
  else if (self->field.unit != NULL)
    add_unit (self, box);
  else if (self->field.type == COMMONS_FIELD_STRING || self->field.type == COMMONS_FIELD_PERSON)
    commons_suggestions_attach (self->main, suggest, self);

  g_signal_connect_object (self->main, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->main, "activate", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);

  return box;
}

const CommonsFieldControl _commons_field_entry = { build_entry, show_entry };

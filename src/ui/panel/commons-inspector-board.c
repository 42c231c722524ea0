/* commons-inspector-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board itself, when nothing on it is selected.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-choice-popover.h"
#include "commons-inspect.h"
#include "commons-inspector-private.h"
#include "commons-languages.h"

#define STAGE "stage"
#define LANGUAGE "commons/language"

/* The stage is what the first card of the commons says. */
static CommonsRecord *
find_project (CommonsInspector *self)
{
  CommonsBoard *board = _commons_inspector_get_board (self);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (g_strcmp0 (commons_record_get_kind (node), "project") == 0)
        return node;
    }

  return NULL;
}

static GtkWidget *
make_stage (CommonsInspector *self)
{
  self->stage = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->stage), "win.stages");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->stage), "s", "");
  gtk_button_set_child (GTK_BUTTON (self->stage), gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->stage))), 0);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->stage))), TRUE);
  gtk_widget_add_css_class (self->stage, "flat");
  gtk_widget_add_css_class (self->stage, "field-choice");

  return self->stage;
}

/* ---- The language -------------------------------------------------------- */

/* The tag behind an entry of the list: none for the first, which follows the
 * desktop; after the languages there are, the one of the board when it is none
 * of them. */
static const char *
get_tag (CommonsInspector *self,
         guint             position)
{
  const char *const *languages = commons_languages_list ();
  guint n = g_strv_length ((char **) languages);

  if (position == 0)
    return NULL;

  return position <= n ? languages[position - 1] : commons_board_get_language (_commons_inspector_get_board (self));
}

static guint
find_tag (const char *tag)
{
  const char *const *languages = commons_languages_list ();
  guint i;

  if (tag == NULL || *tag == '\0')
    return 0;

  for (i = 0; languages[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (languages[i], tag) == 0)
        break;
    }

  return i + 1;
}

static void
language_chosen_cb (CommonsInspector *self)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->language));

  g_assert (COMMONS_IS_INSPECTOR (self));

  if (self->showing || position == GTK_INVALID_LIST_POSITION)
    return;

  commons_inspect_set_string (_commons_inspector_get_editor (self), self->ids, LANGUAGE, get_tag (self, position),
                              _("Change Language"), NULL);
}

static GtkWidget *
make_language (CommonsInspector *self)
{
  const char *const *languages = commons_languages_list ();
  const char *tag = commons_board_get_language (_commons_inspector_get_board (self));
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("As on this computer"));
  for (guint i = 0; languages[i] != NULL; i++)
    gtk_string_list_append (names, commons_languages_get_name (languages[i]));
  if (find_tag (tag) > g_strv_length ((char **) languages))
    gtk_string_list_append (names, tag);

  self->language = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->language), find_tag (tag));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->language),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Language of the board"),
                                  -1);
  g_signal_connect_object (self->language, "notify::selected", G_CALLBACK (language_chosen_cb), self,
                           G_CONNECT_SWAPPED);

  return self->language;
}

static void
update_language (CommonsInspector *self)
{
  const char *tag = commons_board_get_language (_commons_inspector_get_board (self));
  GListModel *names = gtk_drop_down_get_model (GTK_DROP_DOWN (self->language));
  guint n_languages = g_strv_length ((char **) commons_languages_list ());
  guint n = g_list_model_get_n_items (names);
  guint position = find_tag (tag);

  /* One that nobody knows here stands at the end, by its tag. */
  if (n > n_languages + 1)
    gtk_string_list_remove (GTK_STRING_LIST (names), n - 1);
  if (position > n_languages)
    gtk_string_list_append (GTK_STRING_LIST (names), tag);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->language), position);
  gtk_widget_set_sensitive (self->language, _commons_inspector_is_editable (self));
}

/* ---- The board ----------------------------------------------------------- */

void
_commons_inspector_build_board (CommonsInspector *self)
{
  CommonsCatalogue *catalogue = _commons_inspector_get_catalogue (self);
  const char *stage = commons_catalogue_get_text (catalogue, "field.stage");
  GtkWidget *head = gtk_label_new (_("Board"));
  GtkWidget *list = _commons_inspector_make_list (_("Board"));

  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_widget_add_css_class (head, "heading");
  gtk_widget_add_css_class (head, "inspector-head");
  _commons_inspector_add (self, head);

  _commons_inspector_add_member (self, list, "title", _("Title"), COMMONS_FIELD_TEXT, NULL, "commons/title");
  _commons_inspector_add_member (self, list, "description", _("Description"), COMMONS_FIELD_TEXT, NULL,
                                 "commons/description");
  _commons_inspector_add_member (self, list, "licence", _("Licence"), COMMONS_FIELD_ENUM, "licence", "commons/licence");
  _commons_inspector_add_row (list, _("Language"), make_language (self), FALSE);
  _commons_inspector_add_row (list, stage ? stage : STAGE, make_stage (self), FALSE);
  _commons_inspector_add (self, list);

  head = gtk_label_new (_("Select a card to see and change all it says."));
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_wrap (GTK_LABEL (head), TRUE);
  gtk_widget_add_css_class (head, "inspector-origin");
  _commons_inspector_add (self, head);
}

void
_commons_inspector_update_board (CommonsInspector *self)
{
  CommonsRecord *project;
  const char *stage, *shown;
  GtkWidget *label;

  if (self->stage == NULL)
    return;

  update_language (self);
  project = find_project (self);
  stage = project ? commons_record_get_string (project, "commons/fields/stage") : NULL;
  shown = stage ? commons_catalogue_get_enum_label (_commons_inspector_get_catalogue (self), STAGE, stage) : _("Choose…");
  label = gtk_button_get_child (GTK_BUTTON (self->stage));
  gtk_label_set_label (GTK_LABEL (label), shown);
  if (stage == NULL)
    gtk_widget_add_css_class (label, "field-placeholder");
  else
    gtk_widget_remove_css_class (label, "field-placeholder");
}

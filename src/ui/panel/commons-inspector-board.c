/* commons-inspector-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board itself, when nothing on it is selected.
 */

#define G_LOG_DOMAIN "commons-inspector"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-choice-popover.h"
#include "commons-inspector-private.h"

#define STAGE "stage"

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
  _commons_inspector_add_member (self, list, "language", _("Language"), COMMONS_FIELD_STRING, NULL, "commons/language");
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

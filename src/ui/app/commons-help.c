/* commons-help.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which page of the help is about what.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-help.h"

#define FIRST_PAGE "index"

typedef struct
{
  const char *type; /* name of the class of a widget */
  const char *page; /* about it, with "#section" where it is only a part */
} HelpPage;

static const HelpPage pages[] = {
  /* The board and what stands around it. */
  { "CommonsBoardView", "window" },
  { "CommonsTextEditor", "cards#edit" },
  { "CommonsPalette", "cards#create" },
  { "CommonsKindPicker", "cards#create" },
  { "CommonsQuickEntry", "cards#quick" },
  { "CommonsQuickTray", "cards#quick" },
  { "CommonsOverview", "find#overview" },
  { "CommonsZoomControl", "view#zoom" },
  { "CommonsFindBar", "find#words" },
  { "CommonsFilterPopover", "find#filter" },
  { "CommonsSheetsPanel", "sheets" },
  { "CommonsInspector", "inspector" },
  { "CommonsOutlineView", "outline" },
  { "CommonsSidesView", "sides" },
  { "CommonsStartPage", "templates" },
  { "CommonsShortcutsWindow", "shortcuts" },

  /* Dialogs. */
  { "AdwPreferencesDialog", "preferences" },
  { "AdwPreferencesWindow", "preferences" },
  { "CommonsBinDialog", "versions#deleted" },
  { "CommonsCardPicker", "links" },
  { "CommonsChangesDialog", "changes#decide" },
  { "CommonsExportDialog", "export-png" },
  { "CommonsLegalDialog", "choices#legal" },
  { "CommonsMergeDialog", "sides#decide" },
  { "CommonsNotesDialog", "cards#notes" },
  { "CommonsPasteDialog", "clipboard" },
  { "CommonsPatternDialog", "choices#circles" },
  { "CommonsRecoverDialog", "files#drafts" },
  { "CommonsRightsDialog", "inspector" },
  { "CommonsRisksDialog", "choices#risks" },
  { "CommonsStagesDialog", "choices#stages" },
  { "CommonsStartDialog", "templates" },
  { "CommonsTablesDialog", "tables" },
  { "CommonsTemplateDialog", "templates#own" },
  { "CommonsVersionNameDialog", "versions#name" },
  { "CommonsVersionsDialog", "versions" },
};

static const char *
page_about (GtkWidget *widget)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_str_equal (G_OBJECT_TYPE_NAME (widget), pages[i].type))
        return pages[i].page;
    }

  return NULL;
}

/* What it stands in, or the window it was opened over. */
static GtkWidget *
get_outer (GtkWidget *widget)
{
  if (GTK_IS_WINDOW (widget))
    {
      GtkWindow *over = gtk_window_get_transient_for (GTK_WINDOW (widget));
      GtkWidget *focus = over != NULL ? gtk_window_get_focus (over) : NULL;

      return focus != NULL ? focus : (GtkWidget *) over;
    }

  return gtk_widget_get_parent (widget);
}

const char *
commons_help_find_page (GtkWidget *widget)
{
  g_return_val_if_fail (widget == NULL || GTK_IS_WIDGET (widget), NULL);

  for (; widget != NULL; widget = get_outer (widget))
    {
      const char *page = page_about (widget);

      if (page != NULL)
        return page;
    }

  return FIRST_PAGE;
}

void
commons_help_show (GtkWidget *widget)
{
  GApplication *application = g_application_get_default ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (application != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (application), "help-page",
                                    g_variant_new_string (commons_help_find_page (widget)));
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  commons_help_show (focus != NULL ? focus : widget);

  return TRUE;
}

void
commons_help_class_add_key (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, 0, key_cb, NULL);
}

GtkWidget *
commons_help_button_new (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("cc-help-symbolic");

  gtk_widget_set_tooltip_text (button, _("Help"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Help"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (commons_help_show), NULL);

  return button;
}

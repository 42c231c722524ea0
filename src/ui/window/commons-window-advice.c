/* commons-window-advice.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the catalogue advises, opened from a window: legal structures,
 * structures of circles, risks, stages. Each action takes the id of the
 * guiding question it is asked from, or "".
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-commands.h"
#include "commons-legal-dialog.h"
#include "commons-pattern-dialog.h"
#include "commons-risks-dialog.h"
#include "commons-stages-dialog.h"
#include "commons-window-private.h"

static const struct
{
  const char *action;
  GtkWidget *(*open) (CommonsBoardView *view,
                      CommonsDocument  *document,
                      const char       *question);
} dialogs[] = {
  { "win.circle-patterns", commons_pattern_dialog_new },
  { "win.risks", commons_risks_dialog_new },
  { "win.legal-forms", commons_legal_dialog_new },
  { "win.stages", commons_stages_dialog_new },
};

/* An item of the menu that keeps the keyboard while another window comes would
 * still have it, out of sight, when that window is gone. */
static void
leave_menu (CommonsWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    _commons_window_focus_view (self);
}

static void
open_advice (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CommonsWindow *self = COMMONS_WINDOW (widget);
  const char *question = parameter ? g_variant_get_string (parameter, NULL) : "";

  _commons_window_finish_editing (self);
  leave_menu (self);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      if (g_str_equal (dialogs[i].action, action))
        gtk_window_present (GTK_WINDOW (dialogs[i].open (self->view, self->document, question)));
    }
}

void
_commons_window_class_install_advice (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    gtk_widget_class_install_action (widget_class, dialogs[i].action, "s", open_advice);
}

/* What is advised can be read beside a board that cannot be changed. */
void
_commons_window_update_advice (CommonsWindow *self,
                               gboolean       has_board)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), dialogs[i].action, has_board);
}

GMenuModel *
_commons_window_make_advice_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(commons_commands_find (dialogs[i].action)->label), NULL);

      g_menu_item_set_action_and_target (item, dialogs[i].action, "s", "");
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

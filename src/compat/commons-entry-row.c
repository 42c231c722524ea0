/* commons-entry-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-entry-row"

#include "config.h"

#include "commons-entry-row.h"

GtkWidget *
commons_entry_row_new (const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  g_return_val_if_fail (title != NULL, row);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

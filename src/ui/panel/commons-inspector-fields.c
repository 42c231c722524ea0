/* commons-inspector-fields.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of the kind, and what the file says besides.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-inspector-private.h"

void
_commons_inspector_build_fields (CommonsInspector *self)
{
  CommonsCatalogue *catalogue = _commons_inspector_get_catalogue (self);
  CommonsBoard *board = _commons_inspector_get_board (self);
  g_autoptr (GPtrArray) fields = commons_inspect_list_fields (board, catalogue, self->ids);
  g_autoptr (GPtrArray) kinds = commons_inspect_list_kinds (board, self->ids);
  GtkWidget *list = _commons_inspector_make_list (_("Fields"));

  for (guint i = 0; i < fields->len; i++)
    _commons_inspector_add_field (self, list, commons_field_editor_new (self->view, g_ptr_array_index (kinds, 0),
                                                                       g_ptr_array_index (fields, i)));
  if (fields->len > 0)
    _commons_inspector_add (self, list);
  else
    g_object_unref (g_object_ref_sink (list));

  self->unknown = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  _commons_inspector_add (self, self->unknown);
}

static void
add_unknown (GtkWidget                    *list,
             const CommonsInspectUnknown *unknown)
{
  GtkWidget *value = gtk_label_new (unknown->text);

  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_label_set_lines (GTK_LABEL (value), 6);
  gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (value, "inspector-value");
  _commons_inspector_add_row (list, unknown->name, value, FALSE);
}

void
_commons_inspector_update_fields (CommonsInspector *self)
{
  CommonsRecord *record = self->unknown ? _commons_inspector_get_record (self) : NULL;
  g_autoptr (GPtrArray) unknown = NULL;
  GtkWidget *child, *heading, *list;

  if (self->unknown == NULL)
    return;

  while ((child = gtk_widget_get_first_child (self->unknown)) != NULL)
    gtk_box_remove (GTK_BOX (self->unknown), child);
  if (record != NULL)
    unknown = commons_inspect_list_unknown (_commons_inspector_get_catalogue (self), record);
  gtk_widget_set_visible (self->unknown, unknown != NULL && unknown->len > 0);
  if (unknown == NULL || unknown->len == 0)
    return;

  heading = gtk_label_new (_("Also in the file"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "inspector-heading");
  gtk_box_append (GTK_BOX (self->unknown), heading);
  list = _commons_inspector_make_list (_("Also in the file"));
  for (guint i = 0; i < unknown->len; i++)
    add_unknown (list, g_ptr_array_index (unknown, i));
  gtk_box_append (GTK_BOX (self->unknown), list);
}

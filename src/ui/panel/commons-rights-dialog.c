/* commons-rights-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "commons-fold.h"
#include "commons-help.h"
#include "commons-inspect-rights.h"
#include "commons-rights-dialog.h"

#define RESOURCE_KEY "commons-resource"
#define RIGHT_KEY "commons-right"

/* More resources are found by a part of their name. */
#define MAX_ROWS 30

/* From where on looking for one is quicker than reading. */
#define MANY_ROWS 10

struct _CommonsRightsDialog
{
  AdwWindow           parent_instance;

  CommonsEditor      *editor;
  CommonsCatalogue   *catalogue;
  const char * const *rights;      /* of the catalogue */
  char               *enumeration;
  GPtrArray          *ids;
  GtkWidget          *search;
  GtkWidget          *grid;
  GtkWidget          *about;       /* the sentence of the right at hand */
  GtkWidget          *more;
  gboolean            showing;
};

G_DEFINE_FINAL_TYPE (CommonsRightsDialog, commons_rights_dialog, ADW_TYPE_WINDOW)

static CommonsBoard *
get_board (CommonsRightsDialog *self)
{
  return commons_editor_get_board (self->editor);
}

static const char *
get_about (CommonsRightsDialog *self,
           const char          *right)
{
  g_autofree char *key = g_strdup_printf ("enum.%s.%s.about", self->enumeration, right);
  const char *about = commons_catalogue_get_text (self->catalogue, key);

  return about ? about : "";
}

static const char *
get_label (CommonsRightsDialog *self,
           const char          *right)
{
  return commons_catalogue_get_enum_label (self->catalogue, self->enumeration, right);
}

static void
update_box (CommonsRightsDialog *self,
            GtkWidget           *box)
{
  guint n = commons_rights_count (get_board (self), self->ids, g_object_get_data (G_OBJECT (box), RESOURCE_KEY),
                                  g_object_get_data (G_OBJECT (box), RIGHT_KEY));

  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), n == self->ids->len);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (box), n > 0 && n < self->ids->len);
  self->showing = FALSE;
}

static void
toggled_cb (CommonsRightsDialog *self,
            GtkWidget           *box)
{
  g_assert (COMMONS_IS_RIGHTS_DIALOG (self));

  if (self->showing)
    return;

  commons_rights_set (self->editor, self->ids, g_object_get_data (G_OBJECT (box), RESOURCE_KEY),
                      g_object_get_data (G_OBJECT (box), RIGHT_KEY),
                      gtk_check_button_get_active (GTK_CHECK_BUTTON (box)), _("Change Rights"));
  update_box (self, box);
}

static void
tell_about_cb (GtkEventController *controller,
               gpointer            user_data)
{
  CommonsRightsDialog *self = COMMONS_RIGHTS_DIALOG (user_data);
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  const char *right = g_object_get_data (G_OBJECT (widget), RIGHT_KEY);
  g_autofree char *text = NULL;

  if (*get_about (self, right) != '\0')
    /* Translators: the name of a right and a sentence on it. */
    text = g_strdup_printf (_("%s: %s"), get_label (self, right), get_about (self, right));
  gtk_label_set_label (GTK_LABEL (self->about), text ? text : get_label (self, right));
}

static void
enter_cb (GtkEventController *controller,
          double              x,
          double              y,
          gpointer            user_data)
{
  tell_about_cb (controller, user_data);
}

static void
add_tellers (CommonsRightsDialog *self,
             GtkWidget           *widget)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), self, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (tell_about_cb), self, 0);
}

/* Arrows go from box to box, as in any table. */
static gboolean
key_cb (CommonsRightsDialog   *self,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *keys)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int column, row;
  GtkWidget *next;

  g_assert (COMMONS_IS_RIGHTS_DIALOG (self));

  if (focus == NULL || gtk_widget_get_parent (focus) != self->grid)
    return GDK_EVENT_PROPAGATE;

  gtk_grid_query_child (GTK_GRID (self->grid), focus, &column, &row, NULL, NULL);
  if (keyval == GDK_KEY_Left)
    column--;
  else if (keyval == GDK_KEY_Right)
    column++;
  else if (keyval == GDK_KEY_Up)
    row--;
  else if (keyval == GDK_KEY_Down)
    row++;
  else
    return GDK_EVENT_PROPAGATE;

  next = gtk_grid_get_child_at (GTK_GRID (self->grid), column, row);
  if (next == NULL || !GTK_IS_CHECK_BUTTON (next))
    gtk_widget_error_bell (focus);
  else
    gtk_widget_grab_focus (next);

  return GDK_EVENT_STOP;
}

static void
add_heads (CommonsRightsDialog *self)
{
  for (guint i = 0; self->rights[i] != NULL; i++)
    {
      GtkWidget *head = gtk_label_new (get_label (self, self->rights[i]));

      gtk_label_set_wrap (GTK_LABEL (head), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (head), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_justify (GTK_LABEL (head), GTK_JUSTIFY_CENTER);
      gtk_label_set_max_width_chars (GTK_LABEL (head), 11);
      gtk_widget_set_valign (head, GTK_ALIGN_END);
      gtk_widget_add_css_class (head, "caption-heading");
      g_object_set_data (G_OBJECT (head), RIGHT_KEY, (gpointer) self->rights[i]);
      add_tellers (self, head);
      gtk_grid_attach (GTK_GRID (self->grid), head, (int) i + 1, 0, 1, 1);
    }
}

static GtkWidget *
make_box (CommonsRightsDialog *self,
          CommonsRecord       *resource,
          const char          *right)
{
  GtkWidget *box = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf ("%s, %s", commons_record_get_shown_title (resource), get_label (self, right));

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (box), RESOURCE_KEY, g_strdup (commons_record_get_id (resource)), g_free);
  g_object_set_data (G_OBJECT (box), RIGHT_KEY, (gpointer) right);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, get_about (self, right), -1);
  add_tellers (self, box);
  update_box (self, box);
  g_signal_connect_object (box, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return box;
}

static void
add_row (CommonsRightsDialog *self,
         CommonsRecord       *resource,
         int                  row)
{
  GtkWidget *title = gtk_label_new (commons_record_get_shown_title (resource));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 24);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), title, 0, row, 1, 1);
  for (guint i = 0; self->rights[i] != NULL; i++)
    gtk_grid_attach (GTK_GRID (self->grid), make_box (self, resource, self->rights[i]), (int) i + 1, row, 1, 1);
}

static void
tell_more (CommonsRightsDialog *self,
           guint                n_shown,
           guint                n_more)
{
  g_autofree char *text = NULL;

  if (n_shown == 0)
    text = g_strdup (_("No resource to have rights over"));
  else if (n_more > 0)
    text = g_strdup_printf (ngettext ("%'u more. Type more of its name to find it.",
                                      "%'u more. Type more of a name to find it.", n_more), n_more);
  gtk_label_set_label (GTK_LABEL (self->more), text ? text : "");
  gtk_widget_set_visible (self->more, text != NULL);
}

static void
fill (CommonsRightsDialog *self)
{
  g_autoptr (GPtrArray) resources = commons_rights_list_resources (get_board (self));
  g_autofree char *wanted = commons_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkWidget *child;
  guint n = 0, n_more = 0;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);

  add_heads (self);
  for (guint i = 0; i < resources->len; i++)
    {
      CommonsRecord *resource = g_ptr_array_index (resources, i);
      g_autofree char *title = commons_fold (commons_record_get_shown_title (resource));

      if (strstr (title, wanted) == NULL)
        continue;
      if (n < MAX_ROWS)
        add_row (self, resource, (int) ++n);
      else
        n_more++;
    }

  tell_more (self, n, n_more);
  gtk_widget_set_visible (self->grid, n > 0);
  gtk_widget_set_visible (self->search, resources->len > MANY_ROWS);
}

static void
search_changed_cb (CommonsRightsDialog *self)
{
  g_assert (COMMONS_IS_RIGHTS_DIALOG (self));

  fill (self);
}

/* Undone from elsewhere, or by somebody else: the boxes follow. */
static void
board_changed_cb (CommonsRightsDialog *self)
{
  g_assert (COMMONS_IS_RIGHTS_DIALOG (self));

  for (GtkWidget *child = gtk_widget_get_first_child (self->grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_CHECK_BUTTON (child))
        update_box (self, child);
    }
}

static void
commons_rights_dialog_dispose (GObject *object)
{
  CommonsRightsDialog *self = COMMONS_RIGHTS_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->enumeration, g_free);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (commons_rights_dialog_parent_class)->dispose (object);
}

static void
commons_rights_dialog_class_init (CommonsRightsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_rights_dialog_dispose;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (GTK_WIDGET_CLASS (klass));
}

static void
build_grid (CommonsRightsDialog *self,
            GtkWidget           *box)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_add_css_class (self->grid, "rights-grid");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
}

static void
build_words (CommonsRightsDialog *self,
             GtkWidget           *box)
{
  self->more = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->more), TRUE);
  gtk_widget_add_css_class (self->more, "picker-more");
  gtk_box_append (GTK_BOX (box), self->more);

  self->about = gtk_label_new (_("Move over a right to read what it means."));
  gtk_label_set_wrap (GTK_LABEL (self->about), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->about), 0);
  gtk_widget_add_css_class (self->about, "rights-about");
  gtk_box_append (GTK_BOX (box), self->about);
}

static void
commons_rights_dialog_init (CommonsRightsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search resources"), NULL);
  gtk_widget_add_css_class (self->search, "rights-search");
  gtk_box_append (GTK_BOX (box), self->search);
  build_grid (self, box);
  build_words (self, box);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_window_set_title (GTK_WINDOW (self), _("Rights over Resources"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 1060, 460);
}

GtkWidget *
commons_rights_dialog_new (CommonsEditor    *editor,
                           CommonsCatalogue *catalogue,
                           const char       *enumeration,
                           GPtrArray        *ids)
{
  CommonsRightsDialog *self;

  g_return_val_if_fail (COMMONS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (commons_catalogue_get_enum (catalogue, enumeration) != NULL, NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_RIGHTS_DIALOG, NULL);
  self->editor = g_object_ref (editor);
  self->catalogue = g_object_ref (catalogue);
  self->enumeration = g_strdup (enumeration);
  self->rights = commons_catalogue_get_enum (catalogue, enumeration);
  self->ids = g_ptr_array_ref (ids);
  fill (self);
  g_signal_connect_object (get_board (self), "changed", G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

GtkWidget *
commons_rights_dialog_get_box (CommonsRightsDialog *self,
                               const char          *resource,
                               const char          *right)
{
  g_return_val_if_fail (COMMONS_IS_RIGHTS_DIALOG (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (self->grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_CHECK_BUTTON (child) && g_strcmp0 (g_object_get_data (G_OBJECT (child), RESOURCE_KEY), resource) == 0 &&
          g_strcmp0 (g_object_get_data (G_OBJECT (child), RIGHT_KEY), right) == 0)
        return child;
    }

  return NULL;
}

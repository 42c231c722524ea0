/* commons-field-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-field-editor-private.h"
#include "commons-inspect-choice.h"

/* A range with no more steps than that is chosen from, not typed. */
#define MAX_STEPS 6

G_DEFINE_FINAL_TYPE (CommonsFieldEditor, commons_field_editor, GTK_TYPE_WIDGET)

static CommonsDocument *
get_document (CommonsFieldEditor *self)
{
  return self->view ? commons_board_view_get_document (self->view) : NULL;
}

CommonsBoard *
_commons_field_editor_get_board (CommonsFieldEditor *self)
{
  CommonsDocument *document = get_document (self);

  return document ? commons_document_get_board (document) : NULL;
}

CommonsEditor *
_commons_field_editor_get_editor (CommonsFieldEditor *self)
{
  CommonsDocument *document = get_document (self);

  return document ? commons_document_get_editor (document) : NULL;
}

CommonsCatalogue *
_commons_field_editor_get_catalogue (CommonsFieldEditor *self)
{
  return self->view ? commons_board_view_get_catalogue (self->view) : commons_catalogue_get (NULL);
}

static char *
make_label (CommonsFieldEditor *self)
{
  /* Translators: an undo step; %s is the name of a field, such as “Due on”. */
  return g_strdup_printf (_("Change “%s”"), self->field.label);
}

static void
remember (CommonsFieldEditor  *self,
          CommonsInspectState  state,
          JsonNode            *value)
{
  g_clear_pointer (&self->known, json_node_unref);
  self->known = value ? json_node_copy (value) : NULL;
  self->known_state = state;
}

static gboolean
may_write (CommonsFieldEditor *self)
{
  return !self->showing && self->writable && _commons_field_editor_get_editor (self) != NULL;
}

void
_commons_field_editor_write (CommonsFieldEditor *self,
                             JsonNode           *value,
                             gboolean            typed)
{
  g_autofree char *label = make_label (self);
  g_autofree char *key = typed ? commons_inspect_make_key (self->ids, self->path) : NULL;

  if (!may_write (self))
    return;

  /* What is typed is in view already. */
  if (typed)
    remember (self, value ? COMMONS_INSPECT_SAME : COMMONS_INSPECT_EMPTY, value);
  commons_inspect_set (_commons_field_editor_get_editor (self), self->ids, self->path, value, label, key);
}

void
_commons_field_editor_write_string (CommonsFieldEditor *self,
                                    const char         *text,
                                    gboolean            typed)
{
  g_autoptr (JsonNode) value = NULL;

  if (text != NULL && *text != '\0')
    value = json_node_init_string (json_node_alloc (), text);
  _commons_field_editor_write (self, value, typed);
}

void
_commons_field_editor_choose (CommonsFieldEditor *self,
                              const char         *value)
{
  g_autofree char *label = make_label (self);

  if (may_write (self))
    commons_inspect_choose (_commons_field_editor_get_editor (self), _commons_field_editor_get_catalogue (self),
                            self->ids, self->path, value, label);
}

void
_commons_field_editor_set_item (CommonsFieldEditor *self,
                                const char         *item,
                                gboolean            wanted)
{
  g_autofree char *label = make_label (self);

  if (may_write (self))
    commons_inspect_set_item (_commons_field_editor_get_editor (self), self->ids, self->path, item, wanted, label);
}

static gboolean
gather_cb (CommonsFieldEditor *self)
{
  g_autofree char *word = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->main))));

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (*word == '\0' || !may_write (self))
    return FALSE;

  _commons_field_editor_set_item (self, word, TRUE);

  return TRUE;
}

void
_commons_field_editor_keep_word (CommonsFieldEditor *self)
{
  if (self->view == NULL)
    return;

  g_signal_connect_object (self->main, "changed", G_CALLBACK (commons_board_view_tell_typing), self->view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "gather", G_CALLBACK (gather_cb), self, G_CONNECT_SWAPPED);
}

void
_commons_field_editor_finish (CommonsFieldEditor *self)
{
  CommonsDocument *document = get_document (self);

  if (document != NULL)
    commons_history_barrier (commons_document_get_history (document));
}

void
_commons_field_editor_complain (CommonsFieldEditor *self,
                                const char         *complaint)
{
  gtk_label_set_label (GTK_LABEL (self->complaint), complaint ? complaint : "");
  gtk_widget_set_visible (self->complaint, complaint != NULL);
  if (complaint != NULL)
    gtk_widget_add_css_class (self->main, "error");
  else
    gtk_widget_remove_css_class (self->main, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->main), GTK_ACCESSIBLE_STATE_INVALID,
                               complaint ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

const char *
_commons_field_editor_get_placeholder (CommonsInspectState  state,
                                       const char          *usual)
{
  return state == COMMONS_INSPECT_MIXED ? _("Several values") : usual;
}

void
_commons_field_editor_name (CommonsFieldEditor *self,
                            GtkWidget          *widget,
                            const char         *detail)
{
  g_autofree char *name = detail ? g_strdup_printf ("%s, %s", self->field.label, detail) : g_strdup (self->field.label);

  /* Newer toolkits let the words in a button name it, whatever else it is called. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const char *
_commons_field_editor_get_value_label (CommonsFieldEditor *self,
                                       const char         *value)
{
  if (self->field.enumeration == NULL)
    return value;

  return commons_catalogue_get_enum_label (_commons_field_editor_get_catalogue (self), self->field.enumeration, value);
}

GtkWidget *
_commons_field_make_button (const char *icon,
                            const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "field-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);

  return button;
}

void
_commons_field_fill_button (GtkWidget *button,
                            GtkWidget *inside)
{
  for (GtkWidget *widget = inside; widget != button; widget = gtk_widget_get_parent (widget))
    {
      gtk_widget_set_halign (widget, GTK_ALIGN_FILL);
      gtk_widget_set_hexpand (widget, TRUE);
    }
}

GtkWidget *
_commons_field_make_menu (GtkWidget   *popover,
                          const char  *words,
                          GtkWidget  **label)
{
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (words);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, "field-placeholder");
  gtk_box_append (GTK_BOX (inside), text);
  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), inside);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  _commons_field_fill_button (button, inside);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "field-choice");
  if (label != NULL)
    *label = text;

  return button;
}

static gboolean
is_same (JsonNode *a,
         JsonNode *b)
{
  return a == b || (a != NULL && b != NULL && json_node_equal (a, b));
}

static void
show (CommonsFieldEditor *self,
      gboolean            anew)
{
  CommonsBoard *board = _commons_field_editor_get_board (self);
  CommonsInspectState state = COMMONS_INSPECT_EMPTY;
  JsonNode *value = NULL;

  self->writable = FALSE;
  if (board != NULL)
    {
      state = commons_inspect_get (board, self->ids, self->path, &value);
      self->writable = !commons_document_get_read_only (get_document (self)) &&
                       commons_inspect_is_writable (board, self->ids, self->path);
    }
  gtk_widget_set_sensitive (self->box, self->writable);

  /* Chips of several cards that differed may differ in another way now. */
  if (!anew && state == self->known_state && is_same (value, self->known) &&
      (state != COMMONS_INSPECT_MIXED || self->control != &_commons_field_chips))
    return;

  remember (self, state, value);
  self->showing = TRUE;
  _commons_field_editor_complain (self, NULL);
  self->control->show (self, state, value);
  self->showing = FALSE;
}

void
commons_field_editor_update (CommonsFieldEditor *self)
{
  g_return_if_fail (COMMONS_IS_FIELD_EDITOR (self));

  show (self, FALSE);
}

static gboolean
has_cards (CommonsFieldEditor *self,
           GPtrArray          *ids)
{
  if (ids == self->ids)
    return TRUE;
  if (ids->len != self->ids->len)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (ids, i), g_ptr_array_index (self->ids, i)))
        return FALSE;
    }

  return TRUE;
}

void
commons_field_editor_share_cards (CommonsFieldEditor *self,
                                  GPtrArray          *ids)
{
  g_return_if_fail (COMMONS_IS_FIELD_EDITOR (self));
  g_return_if_fail (ids != NULL);

  if (has_cards (self, ids))
    {
      show (self, FALSE);
      return;
    }

  g_ptr_array_ref (ids);
  g_ptr_array_unref (self->ids);
  self->ids = ids;
  show (self, TRUE);
}

void
commons_field_editor_set_cards (CommonsFieldEditor *self,
                                const char * const *ids)
{
  g_autoptr (GPtrArray) copy = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (COMMONS_IS_FIELD_EDITOR (self));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (copy, g_strdup (ids[i]));

  commons_field_editor_share_cards (self, copy);
}

const CommonsField *
commons_field_editor_get_field (CommonsFieldEditor *self)
{
  g_return_val_if_fail (COMMONS_IS_FIELD_EDITOR (self), NULL);

  return &self->field;
}

gboolean
commons_field_editor_is_wide (CommonsFieldEditor *self)
{
  g_return_val_if_fail (COMMONS_IS_FIELD_EDITOR (self), FALSE);

  return self->control == &_commons_field_text || self->control == &_commons_field_list ||
         self->control == &_commons_field_ladder || self->control == &_commons_field_chips;
}

GtkWidget *
commons_field_editor_get_control (CommonsFieldEditor *self)
{
  g_return_val_if_fail (COMMONS_IS_FIELD_EDITOR (self), NULL);

  return self->main;
}

const char *
commons_field_editor_get_complaint (CommonsFieldEditor *self)
{
  g_return_val_if_fail (COMMONS_IS_FIELD_EDITOR (self), NULL);

  return gtk_widget_get_visible (self->complaint) ? gtk_label_get_label (GTK_LABEL (self->complaint)) : NULL;
}

static gboolean
commons_field_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COMMONS_FIELD_EDITOR (widget)->main);
}

static void
commons_field_editor_dispose (GObject *object)
{
  CommonsFieldEditor *self = COMMONS_FIELD_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->known, json_node_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (commons_field_editor_parent_class)->dispose (object);
}

static void
commons_field_editor_finalize (GObject *object)
{
  CommonsFieldEditor *self = COMMONS_FIELD_EDITOR (object);

  g_ptr_array_unref (self->ids);
  g_free (self->kind);
  g_free (self->path);

  G_OBJECT_CLASS (commons_field_editor_parent_class)->finalize (object);
}

static void
commons_field_editor_class_init (CommonsFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = commons_field_editor_dispose;
  object_class->finalize = commons_field_editor_finalize;
  widget_class->grab_focus = commons_field_editor_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "fieldeditor");
}

static void
commons_field_editor_init (CommonsFieldEditor *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->complaint = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->complaint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->complaint), 0);
  gtk_widget_add_css_class (self->complaint, "field-complaint");
  gtk_widget_set_visible (self->complaint, FALSE);
}

static const CommonsFieldControl *
choose_control (const CommonsField *field)
{
  switch (field->type)
    {
    case COMMONS_FIELD_TEXT:
      return &_commons_field_text;

    case COMMONS_FIELD_ENUM:
      return &_commons_field_choice;

    case COMMONS_FIELD_ENUMS:
      return &_commons_field_chips;

    case COMMONS_FIELD_LIST:
      return field->ordered ? &_commons_field_ladder
                            : field->enumeration != NULL ? &_commons_field_chips : &_commons_field_list;

    case COMMONS_FIELD_BOOL:
      return &_commons_field_yes_no;

    case COMMONS_FIELD_INT:
      return field->maximum - field->minimum < MAX_STEPS ? &_commons_field_scale : &_commons_field_entry;

    case COMMONS_FIELD_RIGHTS:
      return &_commons_field_rights;

    case COMMONS_FIELD_STRING:
    case COMMONS_FIELD_PERSON:
    case COMMONS_FIELD_NUMBER:
    case COMMONS_FIELD_DATE:
    case COMMONS_FIELD_URL:
    default:
      return &_commons_field_entry;
    }
}

static GtkWidget *
make (CommonsBoardView          *view,
      const CommonsField        *field,
      char                      *path,
      const CommonsFieldControl *control)
{
  CommonsFieldEditor *self = g_object_new (COMMONS_TYPE_FIELD_EDITOR, NULL);

  g_set_weak_pointer (&self->view, view);
  self->field = *field;
  self->path = path;
  self->control = control;
  gtk_box_append (GTK_BOX (self->box), self->control->build (self));
  gtk_box_append (GTK_BOX (self->box), self->complaint);
  show (self, TRUE);

  return GTK_WIDGET (self);
}

GtkWidget *
commons_field_editor_new (CommonsBoardView   *view,
                          const char         *kind,
                          const CommonsField *field)
{
  GtkWidget *editor;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  editor = make (view, field, g_strconcat ("commons/fields/", field->id, NULL), choose_control (field));
  COMMONS_FIELD_EDITOR (editor)->kind = g_strdup (kind);

  return editor;
}

GtkWidget *
commons_field_editor_new_for_path (CommonsBoardView   *view,
                                   const CommonsField *field,
                                   const char         *path)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  /* Words that belong together without order stand together. */
  return make (view, field, g_strdup (path),
               field->type == COMMONS_FIELD_LIST ? &_commons_field_chips : choose_control (field));
}

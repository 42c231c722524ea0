/* commons-inspector-state.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the group stands: status, confidence, who says it, tags, notes, and
 * which questions of the guiding sheets it answers.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-answers.h"
#include "commons-inspector-private.h"

#define PATH_KEY "commons-path"
#define VALUE_KEY "commons-value"
#define HINT_KEY "commons-hint"

/* In the order a card goes through. */
static const char *const statuses[] = { "draft", "contested", "agreed", "dropped", NULL };
static const char *const sides[] = { "i", "we", NULL };

static const char *
get_text (CommonsInspector *self,
          const char       *key)
{
  const char *text = commons_catalogue_get_text (_commons_inspector_get_catalogue (self), key);

  return text ? text : key;
}

static void
toggled_cb (CommonsInspector *self,
            GtkToggleButton  *button)
{
  const char *path = g_object_get_data (G_OBJECT (button), PATH_KEY);
  const char *label = g_str_equal (path, "commons/status") ? _("Change Status") : _("Change Side");

  g_assert (COMMONS_IS_INSPECTOR (self));

  if (self->showing || !_commons_inspector_is_editable (self))
    return;

  commons_inspect_set_string (_commons_inspector_get_editor (self), self->ids, path,
                              gtk_toggle_button_get_active (button) ? g_object_get_data (G_OBJECT (button), VALUE_KEY)
                                                                    : NULL,
                              label, NULL);
  self->showing = TRUE;
  _commons_inspector_update_state (self);
  self->showing = FALSE;
}

/* A toggle for each value; the name of each is that of the texts. Below, a word
 * when cards differ or a file says something else. */
static GtkWidget *
make_toggles (CommonsInspector  *self,
              const char        *name,
              const char        *path,
              const char *const *values)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *hint = gtk_label_new (NULL);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s.%s", name, values[i]);
      g_autofree char *label = _commons_inspector_capitalize (get_text (self, key));
      g_autofree char *spoken = g_strdup_printf ("%s, %s", get_text (self, name), label);
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *words = gtk_label_new (label);

      gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
      gtk_button_set_child (GTK_BUTTON (button), words);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      g_object_set_data_full (G_OBJECT (button), PATH_KEY, g_strdup (path), g_free);
      g_object_set_data (G_OBJECT (button), VALUE_KEY, (gpointer) values[i]);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "field-toggles");
  g_ptr_array_add (self->toggles, box);

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (hint, "field-placeholder");
  gtk_widget_add_css_class (hint, "inspector-value");
  g_object_set_data (G_OBJECT (box), HINT_KEY, hint);
  gtk_box_append (GTK_BOX (frame), box);
  gtk_box_append (GTK_BOX (frame), hint);

  return frame;
}

static void
build_answers (CommonsInspector *self)
{
  self->answers = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->answers), 0);
  gtk_label_set_wrap (GTK_LABEL (self->answers), TRUE);
  gtk_widget_add_css_class (self->answers, "inspector-origin");
  _commons_inspector_add (self, self->answers);

  self->origin = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->origin), 0);
  gtk_label_set_wrap (GTK_LABEL (self->origin), TRUE);
  gtk_widget_add_css_class (self->origin, "inspector-origin");
  _commons_inspector_add (self, self->origin);
}

void
_commons_inspector_build_state (CommonsInspector *self)
{
  GtkWidget *list = _commons_inspector_make_list (get_text (self, "status"));

  _commons_inspector_add_row (list, _("Where does it stand?"), make_toggles (self, "status", "commons/status", statuses),
                              TRUE);
  _commons_inspector_add_member (self, list, "confidence", get_text (self, "confidence"), COMMONS_FIELD_ENUM,
                                 "confidence", "commons/confidence");
  _commons_inspector_add_row (list, get_text (self, "side"), make_toggles (self, "side", "commons/side", sides), FALSE);
  _commons_inspector_add_member (self, list, "author", get_text (self, "author"), COMMONS_FIELD_PERSON, NULL,
                                 "commons/author");
  _commons_inspector_add_member (self, list, "tags", get_text (self, "tags"), COMMONS_FIELD_LIST, NULL, "commons/tags");
  _commons_inspector_add_member (self, list, "notes", _("Notes"), COMMONS_FIELD_TEXT, NULL, "commons/notes");
  _commons_inspector_add (self, list);
  build_answers (self);
}

static void
update_toggles (CommonsInspector *self,
                GtkWidget        *box)
{
  const char *path = g_object_get_data (G_OBJECT (gtk_widget_get_first_child (box)), PATH_KEY);
  CommonsBoard *board = _commons_inspector_get_board (self);
  GtkWidget *hint = g_object_get_data (G_OBJECT (box), HINT_KEY);
  CommonsInspectState state;
  g_autofree char *text = NULL;
  gboolean known = FALSE;
  JsonNode *value;

  state = commons_inspect_get (board, self->ids, path, &value);
  text = commons_inspect_describe (value);
  for (GtkWidget *button = gtk_widget_get_first_child (box); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      gboolean active = g_strcmp0 (g_object_get_data (G_OBJECT (button), VALUE_KEY), text) == 0;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
      known |= active;
    }

  gtk_label_set_label (GTK_LABEL (hint), state == COMMONS_INSPECT_MIXED ? _("Several values") : text);
  gtk_widget_set_visible (hint, !known && state != COMMONS_INSPECT_EMPTY);
  gtk_widget_set_sensitive (box, _commons_inspector_is_editable (self) &&
                                 commons_inspect_is_writable (board, self->ids, path));
}

/* "Operation, question 6" for each question it answers. */
static char *
describe_answers (CommonsInspector *self,
                  const char       *id)
{
  CommonsCatalogue *catalogue = _commons_inspector_get_catalogue (self);
  g_autoptr (GPtrArray) questions = commons_answers_list_questions (_commons_inspector_get_board (self), id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const CommonsQuestion *question = commons_catalogue_get_question (catalogue, g_ptr_array_index (questions, i));

      if (question != NULL)
        /* Translators: the number of a question and its title. */
        g_string_append_printf (text, _("%s%u. %s"), text->len > 0 ? "\n" : "", question->number, question->title);
    }

  return g_string_free (text, FALSE);
}

static void
show_answers (CommonsInspector *self,
              CommonsRecord    *record)
{
  g_autofree char *answers = record ? describe_answers (self, commons_record_get_id (record)) : NULL;
  g_autofree char *text = NULL;

  if (answers != NULL && *answers != '\0')
    text = g_strdup_printf (_("Answers the questions:\n%s"), answers);
  gtk_label_set_label (GTK_LABEL (self->answers), text ? text : "");
  gtk_widget_set_visible (self->answers, text != NULL);
}

/* What other programs, or later versions, say of when it was written. */
static void
show_origin (CommonsInspector *self,
             CommonsRecord    *record)
{
  const char *created = record ? commons_record_get_string (record, "commons/created") : NULL;
  const char *changed = record ? commons_record_get_string (record, "commons/changed") : NULL;
  g_autofree char *text = NULL;

  if (created != NULL && changed != NULL)
    text = g_strdup_printf (_("Written %s, changed %s"), created, changed);
  else if (created != NULL)
    text = g_strdup_printf (_("Written %s"), created);
  else if (changed != NULL)
    text = g_strdup_printf (_("Changed %s"), changed);
  gtk_label_set_label (GTK_LABEL (self->origin), text ? text : "");
  gtk_widget_set_visible (self->origin, text != NULL);
}

void
_commons_inspector_update_state (CommonsInspector *self)
{
  CommonsRecord *record;

  if (self->answers == NULL)
    return;

  for (guint i = 0; i < self->toggles->len; i++)
    update_toggles (self, g_ptr_array_index (self->toggles, i));

  record = _commons_inspector_get_record (self);
  show_answers (self, record);
  show_origin (self, record);
}

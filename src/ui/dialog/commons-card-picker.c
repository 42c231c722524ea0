/* commons-card-picker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-card-picker.h"
#include "commons-help.h"
#include "commons-kind-miniature.h"

#define ID_KEY "commons-id"
#define KIND_KEY "commons-kind"

/* As many as one looks through; a large board has more, and a word more of
 * the name brings the one that is meant. */
#define MAX_ROWS 60

/* A link any card may have would offer every kind. */
#define MAX_NEW_ROWS 8

struct _CommonsCardPicker
{
  AdwWindow         parent_instance;

  CommonsCatalogue *catalogue;
  CommonsChoices   *choices;
  GPtrArray        *kinds;  /* of new cards, NULL when none can be made */
  GtkWidget        *title;
  GtkWidget        *search;
  GtkWidget        *scroller;
  GtkWidget        *list;
  GtkWidget        *more;
};

enum
{
  PICKED,
  MAKE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsCardPicker, commons_card_picker, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static GtkWidget *
make_label (const char *text,
            gboolean    secondary)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (secondary)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "secondary");
    }

  return label;
}

static GtkWidget *
make_row (CommonsCardPicker   *self,
          const CommonsChoice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (choice->kind != NULL)
    {
      GtkWidget *miniature = commons_kind_miniature_new (self->catalogue, choice->kind);

      gtk_widget_set_valign (miniature, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), miniature);
    }
  gtk_box_append (GTK_BOX (words), make_label (choice->title, FALSE));
  if (*choice->about != '\0')
    gtk_box_append (GTK_BOX (words), make_label (choice->about, TRUE));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, choice->title);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (choice->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, choice->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, choice->about,
                                  -1);

  return row;
}

static void
add_new_rows (CommonsCardPicker *self,
              const char        *typed)
{
  g_autofree char *title = g_strstrip (g_strdup (typed));

  for (guint i = 0; self->kinds != NULL && i < MIN (self->kinds->len, MAX_NEW_ROWS); i++)
    {
      const CommonsKind *kind = g_ptr_array_index (self->kinds, i);
      /* Translators: a kind of card and the title it would have. */
      g_autofree char *words = *title != '\0' ? g_strdup_printf (_("New: “%s”"), title) : g_strdup (kind->new_title);
      const CommonsChoice choice = { "", kind->id, words, kind->label };
      GtkWidget *row = make_row (self, &choice);

      g_object_set_data (G_OBJECT (row), KIND_KEY, (gpointer) kind->id);
      gtk_widget_add_css_class (row, "new-card");
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

static void
empty_list (CommonsCardPicker *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
tell_more (CommonsCardPicker *self,
           guint              n_shown,
           guint              n_more)
{
  g_autofree char *text = NULL;

  if (n_shown == 0 && self->kinds == NULL)
    text = g_strdup (_("Nothing is called that"));
  else if (n_more > 0)
    text = g_strdup_printf (ngettext ("%'u more. Type more of its name to find it.",
                                      "%'u more. Type more of a name to find it.", n_more), n_more);

  gtk_label_set_label (GTK_LABEL (self->more), text ? text : "");
  gtk_widget_set_visible (self->more, text != NULL);
  gtk_widget_set_visible (self->scroller, n_shown > 0 || self->kinds != NULL);
  if (text != NULL)
    commons_announce (self->more, text);
}

static void
search_changed_cb (CommonsCardPicker *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GPtrArray) found = NULL;
  guint n_more;

  g_assert (COMMONS_IS_CARD_PICKER (self));

  if (self->choices == NULL)
    return;

  found = commons_choices_find (self->choices, query, MAX_ROWS, &n_more);
  empty_list (self);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (found, i)));
  add_new_rows (self, query);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  tell_more (self, found->len, n_more);
}

static void
row_activated_cb (CommonsCardPicker *self,
                  GtkListBoxRow     *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), ID_KEY));
  const char *kind = g_object_get_data (G_OBJECT (row), KIND_KEY);
  g_autofree char *title = NULL;

  g_assert (COMMONS_IS_CARD_PICKER (self));

  if (kind != NULL)
    {
      title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
      g_signal_emit (self, signals[MAKE], 0, kind, title);
      return;
    }

  g_signal_emit (self, signals[PICKED], 0, id);
}

static void
search_activate_cb (CommonsCardPicker *self)
{
  GtkListBoxRow *row;

  g_assert (COMMONS_IS_CARD_PICKER (self));

  /* The field waits a little before it tells of a change; Enter does not. */
  search_changed_cb (self);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (row != NULL)
    row_activated_cb (self, row);
}

static gboolean
search_key_cb (CommonsCardPicker *self,
               guint              keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  g_assert (COMMONS_IS_CARD_PICKER (self));

  if (row == NULL || (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (row));

  return GDK_EVENT_STOP;
}

/* Up from the first row goes back to the field. */
static gboolean
keynav_failed_cb (CommonsCardPicker *self,
                  GtkDirectionType   direction)
{
  g_assert (COMMONS_IS_CARD_PICKER (self));

  return direction == GTK_DIR_UP && gtk_widget_grab_focus (self->search);
}

static void
commons_card_picker_dispose (GObject *object)
{
  CommonsCardPicker *self = COMMONS_CARD_PICKER (object);

  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->choices, commons_choices_free);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (commons_card_picker_parent_class)->dispose (object);
}

static void
commons_card_picker_class_init (CommonsCardPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_card_picker_dispose;

  signals[PICKED] = g_signal_new ("picked",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MAKE] = g_signal_new ("make",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (GTK_WIDGET_CLASS (klass));
}

static void
build_search (CommonsCardPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  gtk_widget_set_margin_start (self->search, 12);
  gtk_widget_set_margin_end (self->search, 12);
  gtk_widget_set_margin_top (self->search, 6);
  gtk_widget_set_margin_bottom (self->search, 6);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
}

static void
build_list (CommonsCardPicker *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "kind-list");
  gtk_widget_add_css_class (self->list, "card-picker-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
}

static void
commons_card_picker_init (CommonsCardPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->title = adw_window_title_new (NULL, NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  build_search (self);
  build_list (self);
  self->more = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->more), TRUE);
  gtk_widget_add_css_class (self->more, "picker-more");

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->more);
  adw_window_set_content (ADW_WINDOW (self), box);

  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 420, 480);
  gtk_window_set_focus (GTK_WINDOW (self), self->search);
}

GtkWidget *
commons_card_picker_new (CommonsCatalogue *catalogue)
{
  CommonsCardPicker *self;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (COMMONS_TYPE_CARD_PICKER, NULL);
  self->catalogue = g_object_ref (catalogue);

  return GTK_WIDGET (self);
}

void
commons_card_picker_set_choices (CommonsCardPicker *self,
                                 const char        *title,
                                 const char        *subtitle,
                                 const char        *prompt,
                                 CommonsChoices    *choices)
{
  g_return_if_fail (COMMONS_IS_CARD_PICKER (self));
  g_return_if_fail (title != NULL);
  g_return_if_fail (prompt != NULL);
  g_return_if_fail (choices != NULL);

  g_clear_pointer (&self->choices, commons_choices_free);
  self->choices = choices;

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle ? subtitle : "");
  g_object_set (self->search, "placeholder-text", prompt, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  gtk_widget_grab_focus (self->search);
}

void
commons_card_picker_set_kinds (CommonsCardPicker *self,
                               GPtrArray         *kinds)
{
  g_return_if_fail (COMMONS_IS_CARD_PICKER (self));
  g_return_if_fail (kinds != NULL);

  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  if (kinds->len > 0)
    self->kinds = g_ptr_array_ref (kinds);
  search_changed_cb (self);
}

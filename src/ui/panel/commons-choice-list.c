/* commons-choice-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-choice-list.h"
#include "commons-choice-row.h"
#include "commons-fold.h"

/* More than this is searched rather than read through. */
#define MAX_READ 8

#define MAX_HEIGHT 400
#define DETAILS_CHARS 30

/* Letters typed one after the other are one beginning of a name. */
#define TYPING_PAUSE_MS 1000

struct _CommonsChoiceList
{
  GtkBox             parent_instance;

  CommonsCatalogue  *catalogue;
  char              *enumeration;
  char             **words;    /* what is searched, NULL for nothing */
  GString           *typed;
  gint64             typed_at;
  GtkWidget         *search;   /* NULL for a short list */
  GtkWidget         *scroller;
  GtkWidget         *list;
  GtkWidget         *nothing;
  GtkWidget         *details;  /* a page for each value, the size of the largest */
  gboolean           several;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsChoiceList, commons_choice_list, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

static const char *
get_text (CommonsChoiceList *self,
          const char        *value,
          const char        *what)
{
  /* Kinds can be chosen, too; what is said of them has keys of its own. */
  const char *of = g_str_equal (self->enumeration, "kind") ? "" : "enum.";
  g_autofree char *key = g_strdup_printf ("%s%s.%s.%s", of, self->enumeration, value, what);
  const char *text = commons_catalogue_get_text (self->catalogue, key);

  return text != NULL && *text != '\0' ? text : NULL;
}

static CommonsChoiceRow *
get_row (CommonsChoiceList *self,
         int                index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);

  return row ? COMMONS_CHOICE_ROW (row) : NULL;
}

static CommonsChoiceRow *
find_row (CommonsChoiceList *self,
          const char        *value)
{
  CommonsChoiceRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (g_str_equal (commons_choice_row_get_value (row), value))
        return row;
    }

  return NULL;
}

static gboolean
matches (CommonsChoiceList *self,
         CommonsChoiceRow  *row)
{
  return self->words == NULL || commons_choice_row_matches (row, (const char *const *) self->words);
}

static CommonsChoiceRow *
get_first_match (CommonsChoiceList *self)
{
  CommonsChoiceRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (matches (self, row))
        return row;
    }

  return NULL;
}

/* ---- What is good to know about a value ---------------------------------- */

static const struct
{
  const char *what;
  const char *heading;
} details[] = {
  { "good_for", N_("Good for:") },
  { "caution", N_("Take care:") },
  { "needs", N_("To be settled:") },
  { "rewards", N_("Answered by:") },
};

static void
append_detail (GtkWidget  *box,
               const char *heading,
               const char *text)
{
  g_autofree char *markup = NULL;
  GtkWidget *label;

  if (text == NULL)
    return;

  markup = g_markup_printf_escaped ("<b>%s</b> %s", heading, text);
  label = gtk_label_new (NULL);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), DETAILS_CHARS);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_details (CommonsChoiceList *self,
             CommonsChoiceRow  *row)
{
  const char *value = commons_choice_row_get_value (row);
  g_autoptr (GString) all = g_string_new (NULL);
  GtkWidget *page = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      const char *text = get_text (self, value, details[i].what);

      if (text == NULL)
        continue;

      if (page == NULL)
        page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      append_detail (page, _(details[i].heading), text);
      g_string_append_printf (all, "%s%s %s", all->len > 0 ? "\n" : "", _(details[i].heading), text);
    }

  if (page == NULL)
    return;

  gtk_stack_add_named (GTK_STACK (self->details), page, value);
  gtk_widget_set_visible (self->details, TRUE);
  commons_choice_row_describe (row, all->str);
}

static void
show_details (CommonsChoiceList  *self,
              GtkEventController *controller)
{
  CommonsChoiceRow *row = COMMONS_CHOICE_ROW (gtk_event_controller_get_widget (controller));
  const char *value = commons_choice_row_get_value (row);
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (self->details), value);

  gtk_stack_set_visible_child_name (GTK_STACK (self->details), page ? value : "");
}

static void
row_entered_cb (CommonsChoiceList  *self,
                double              x,
                double              y,
                GtkEventController *controller)
{
  g_assert (COMMONS_IS_CHOICE_LIST (self));

  show_details (self, controller);
}

static void
row_focused_cb (CommonsChoiceList  *self,
                GtkEventController *controller)
{
  g_assert (COMMONS_IS_CHOICE_LIST (self));

  show_details (self, controller);
}

/* ---- Rows ---------------------------------------------------------------- */

static void
add_row (CommonsChoiceList *self,
         const char        *value,
         const char        *name,
         const char        *about)
{
  GtkWidget *row = commons_choice_row_new (self->several, value, name, about);
  GtkEventController *pointer = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_controller (row, pointer);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (pointer, "enter", G_CALLBACK (row_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (row_focused_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  if (*value != '\0')
    add_details (self, COMMONS_CHOICE_ROW (row));
}

static void
add_unknown (CommonsChoiceList *self,
             const char        *value)
{
  add_row (self, value, value, _("Not in this list. It is kept as the file has it."));
}

static void
add_rows (CommonsChoiceList *self)
{
  const char *const *values = commons_catalogue_get_enum (self->catalogue, self->enumeration);

  /* Enumerations have a “none” of their own, which says something. */
  if (!self->several)
    add_row (self, "", _("Not specified"), NULL);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    add_row (self, values[i],
             commons_catalogue_get_enum_label (self->catalogue, self->enumeration, values[i]),
             get_text (self, values[i], "about"));
}

static void
row_activated_cb (CommonsChoiceList *self,
                  CommonsChoiceRow  *row)
{
  g_autofree char *value = g_strdup (commons_choice_row_get_value (row));
  gboolean on = self->several ? !commons_choice_row_get_chosen (row) : *value != '\0';
  CommonsChoiceRow *other;

  g_assert (COMMONS_IS_CHOICE_LIST (self));

  for (int i = 0; !self->several && (other = get_row (self, i)) != NULL; i++)
    commons_choice_row_set_chosen (other, other == row);
  if (self->several)
    commons_choice_row_set_chosen (row, on);

  g_signal_emit (self, signals[CHOSEN], 0, value, on);
}

/* ---- Searching ----------------------------------------------------------- */

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  return matches (user_data, COMMONS_CHOICE_ROW (row));
}

static void
search_changed_cb (CommonsChoiceList *self)
{
  gboolean found;

  g_assert (COMMONS_IS_CHOICE_LIST (self));

  g_clear_pointer (&self->words, g_strfreev);
  self->words = commons_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (self->words[0] == NULL)
    g_clear_pointer (&self->words, g_strfreev);

  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  found = get_first_match (self) != NULL;
  gtk_widget_set_visible (self->nothing, !found);
  if (!found)
    commons_announce (self->nothing, gtk_label_get_text (GTK_LABEL (self->nothing)));
}

/* The field waits a little before it tells of a change; Enter does not. */
static void
search_activate_cb (CommonsChoiceList *self)
{
  CommonsChoiceRow *row;

  g_assert (COMMONS_IS_CHOICE_LIST (self));

  search_changed_cb (self);
  row = get_first_match (self);
  if (row != NULL && self->words != NULL)
    row_activated_cb (self, row);
}

static void
close_cb (CommonsChoiceList *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  g_assert (COMMONS_IS_CHOICE_LIST (self));

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
search_key_cb (CommonsChoiceList *self,
               guint              keyval)
{
  CommonsChoiceRow *row;

  g_assert (COMMONS_IS_CHOICE_LIST (self));

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  search_changed_cb (self);
  row = get_first_match (self);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Up from the first row goes back to the field. */
static gboolean
keynav_failed_cb (CommonsChoiceList *self,
                  GtkDirectionType   direction)
{
  g_assert (COMMONS_IS_CHOICE_LIST (self));

  return direction == GTK_DIR_UP && self->search != NULL && gtk_widget_grab_focus (self->search);
}

/* ---- Typing the beginning of a name -------------------------------------- */

/* The row after the one that has the keyboard, so that a letter typed again
 * goes on to the next name. */
static gboolean
focus_begins (CommonsChoiceList *self,
              const char        *folded,
              gboolean           next)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->list);
  int n = 0;
  int start = 0;

  while (get_row (self, n) != NULL)
    {
      if (GTK_WIDGET (get_row (self, n)) == focus)
        start = n + (next ? 1 : 0);
      n++;
    }

  for (int i = 0; i < n; i++)
    {
      CommonsChoiceRow *row = get_row (self, (start + i) % n);

      if (commons_choice_row_begins (row, folded))
        return gtk_widget_grab_focus (GTK_WIDGET (row));
    }

  return FALSE;
}

static gboolean
is_one_letter (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_utf8_get_char (p) != first)
        return FALSE;
    }

  return TRUE;
}

static gboolean
list_key_cb (CommonsChoiceList     *self,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gint64 now = g_get_monotonic_time ();
  g_autofree char *folded = NULL;

  g_assert (COMMONS_IS_CHOICE_LIST (self));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0 || !g_unichar_isgraph (letter))
    return GDK_EVENT_PROPAGATE;

  if (now - self->typed_at > TYPING_PAUSE_MS * 1000)
    g_string_truncate (self->typed, 0);
  self->typed_at = now;
  g_string_append_unichar (self->typed, letter);

  folded = commons_fold (self->typed->str);
  if (!is_one_letter (folded))
    return focus_begins (self, folded, FALSE);

  *g_utf8_next_char (folded) = '\0';

  return focus_begins (self, folded, TRUE);
}

/* ---- Making it ----------------------------------------------------------- */

static void
commons_choice_list_dispose (GObject *object)
{
  CommonsChoiceList *self = COMMONS_CHOICE_LIST (object);

  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->enumeration, g_free);

  G_OBJECT_CLASS (commons_choice_list_parent_class)->dispose (object);
}

static void
commons_choice_list_finalize (GObject *object)
{
  CommonsChoiceList *self = COMMONS_CHOICE_LIST (object);

  g_strfreev (self->words);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (commons_choice_list_parent_class)->finalize (object);
}

static void
commons_choice_list_class_init (CommonsChoiceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_choice_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = commons_choice_list_finalize;

  signals[CHOSEN] = g_signal_new ("chosen",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
commons_choice_list_init (CommonsChoiceList *self)
{
  self->typed = g_string_new (NULL);
}

static void
build_search (CommonsChoiceList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), self->list);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);
  gtk_box_append (GTK_BOX (self), self->search);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
}

static void
build_typing (CommonsChoiceList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_controller (self->list, keys);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
}

static void
build_list (CommonsChoiceList *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_cb, self, NULL);
  gtk_widget_add_css_class (self->list, "choice-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_widget_set_vexpand (self->scroller, TRUE);
}

/* The pages of a stack lend it the size of the largest: the list does not move
 * when another row is looked at. */
static void
build_rest (CommonsChoiceList *self)
{
  self->nothing = gtk_label_new (_("Nothing is called that"));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "picker-more");
  gtk_widget_set_visible (self->nothing, FALSE);

  self->details = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->details), gtk_label_new (NULL), "");
  gtk_widget_add_css_class (self->details, "choice-details");
  gtk_widget_set_visible (self->details, FALSE);
}

GtkWidget *
commons_choice_list_new (CommonsCatalogue *catalogue,
                         const char       *enumeration,
                         gboolean          several)
{
  CommonsChoiceList *self;
  const char *const *values;

  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (enumeration != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_CHOICE_LIST, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->enumeration = g_strdup (enumeration);
  self->several = several;

  values = commons_catalogue_get_enum (catalogue, enumeration);
  build_list (self);
  if (values != NULL && g_strv_length ((char **) values) > MAX_READ)
    build_search (self);
  else
    build_typing (self);
  build_rest (self);
  gtk_box_append (GTK_BOX (self), self->scroller);
  gtk_box_append (GTK_BOX (self), self->nothing);
  gtk_box_append (GTK_BOX (self), self->details);
  add_rows (self);
  commons_choice_list_set_values (self, NULL);

  return GTK_WIDGET (self);
}

void
commons_choice_list_set_values (CommonsChoiceList  *self,
                                const char * const *values)
{
  static const char *const nothing[] = { "", NULL };
  CommonsChoiceRow *row;

  g_return_if_fail (COMMONS_IS_CHOICE_LIST (self));

  if (values == NULL || values[0] == NULL)
    values = nothing;

  for (guint i = 0; values[i] != NULL; i++)
    {
      if (*values[i] != '\0' && find_row (self, values[i]) == NULL)
        add_unknown (self, values[i]);
    }

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    commons_choice_row_set_chosen (row, g_strv_contains (values, commons_choice_row_get_value (row)));
}

void
commons_choice_list_start (CommonsChoiceList *self)
{
  CommonsChoiceRow *first;
  CommonsChoiceRow *row;

  g_return_if_fail (COMMONS_IS_CHOICE_LIST (self));

  if (self->search != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      search_changed_cb (self);
    }

  first = get_row (self, 0);
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (commons_choice_row_get_chosen (row))
        break;
    }

  if (row != NULL || first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row ? row : first));
}

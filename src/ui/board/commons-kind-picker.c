/* commons-kind-picker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-fold.h"
#include "commons-kind-miniature.h"
#include "commons-kind-picker.h"

#define KIND_KEY "commons-kind"

/* Groups of the list are guiding sheets, then what is of use in all. */
#define GROUP_ANYWHERE 32
#define MIN_SHEETS_FOR_ANYWHERE 3

struct _CommonsKindPicker
{
  GtkPopover        parent_instance;

  CommonsCatalogue *catalogue;
  GtkWidget        *search;
  GtkWidget        *list;
  GtkWidget        *scroller;
  GtkWidget        *nothing;
  char             *needle;
  GHashTable *only; /* ids of the kinds offered, NULL for all */

  /* Words of the sentences count only when no name has them. */
  guint             by_name : 1;
  guint             filled : 1;
  guint             by_pointer : 1;
};

enum
{
  PICKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsKindPicker, commons_kind_picker, GTK_TYPE_POPOVER)

static guint signals[N_SIGNALS];

static const CommonsKind *
get_kind (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), KIND_KEY);
}

static guint
get_group (const CommonsKind *kind)
{
  guint n_sheets = 0;

  for (guint sheets = kind->sheets; sheets != 0; sheets &= sheets - 1)
    n_sheets++;

  return n_sheets < MIN_SHEETS_FOR_ANYWHERE ? (guint) g_bit_nth_lsf (kind->sheets, -1) : GROUP_ANYWHERE;
}

static gboolean
mentions (const char *text,
          const char *needle)
{
  g_autofree char *simple = commons_fold (text);

  return strstr (simple, needle) != NULL;
}

static gboolean
is_named (const CommonsKind *kind,
          const char        *needle)
{
  return mentions (kind->label, needle) || mentions (kind->plural, needle);
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  CommonsKindPicker *self = user_data;
  const CommonsKind *kind = get_kind (row);

  if (self->only != NULL && !g_hash_table_contains (self->only, kind->id))
    return FALSE;

  if (self->needle == NULL || *self->needle == '\0')
    return TRUE;

  return self->by_name ? is_named (kind, self->needle) : mentions (kind->about, self->needle);
}

static int
sort_rows (GtkListBoxRow *a,
           GtkListBoxRow *b,
           gpointer       user_data)
{
  const CommonsKind *kind_a = get_kind (a);
  const CommonsKind *kind_b = get_kind (b);
  guint group_a = get_group (kind_a);
  guint group_b = get_group (kind_b);

  if (group_a != group_b)
    return group_a < group_b ? -1 : 1;

  /* Kinds of one catalogue stand in one array, in the order to be kept. */
  return kind_a < kind_b ? -1 : kind_a > kind_b;
}

static const char *
get_group_name (CommonsKindPicker *self,
                guint              group)
{
  g_autofree char *key = g_strdup_printf ("sheet.%u", group);
  const char *name = commons_catalogue_get_text (self->catalogue, key);

  return name != NULL ? name : _("Anywhere");
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  CommonsKindPicker *self = user_data;
  guint group = get_group (get_kind (row));
  GtkWidget *header;

  if (before != NULL && get_group (get_kind (before)) == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  header = gtk_label_new (get_group_name (self, group));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "picker-heading");
  gtk_list_box_row_set_header (row, header);
}

static GtkWidget *
make_words (const CommonsKind *kind)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (kind->label);
  GtkWidget *about = gtk_label_new (kind->about);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_label_set_wrap (GTK_LABEL (about), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (about), 40);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "secondary");

  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), about);
  gtk_widget_set_hexpand (words, TRUE);

  return words;
}

static GtkWidget *
make_row (CommonsKindPicker *self,
          const CommonsKind *kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *miniature = commons_kind_miniature_new (self->catalogue, kind->id);

  gtk_widget_set_valign (miniature, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), miniature);
  gtk_box_append (GTK_BOX (box), make_words (kind));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), KIND_KEY, (gpointer) kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, kind->label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, kind->about,
                                  -1);

  return row;
}

static void
empty_list (CommonsKindPicker *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));

  self->filled = FALSE;
}

/* Some thirty rows cost too much to be made before they are looked at. */
static void
fill_list (CommonsKindPicker *self)
{
  if (self->filled || self->catalogue == NULL)
    return;

  for (guint i = 0; i < commons_catalogue_get_n_kinds (self->catalogue); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         make_row (self, commons_catalogue_get_nth_kind (self->catalogue, i)));

  self->filled = TRUE;
}

static GtkListBoxRow *
find_first_row (CommonsKindPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        return row;
    }

  return NULL;
}

static gboolean
any_is_named (CommonsKindPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      if (is_named (get_kind (row), self->needle))
        return TRUE;
    }

  return FALSE;
}

static void
on_search_changed (CommonsKindPicker *self)
{
  g_clear_pointer (&self->needle, g_free);
  self->needle = commons_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_strstrip (self->needle);
  self->by_name = any_is_named (self);

  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  gtk_widget_set_visible (self->nothing, find_first_row (self) == NULL);
  gtk_widget_set_visible (self->scroller, find_first_row (self) != NULL);
}

static void
pick (CommonsKindPicker *self,
      GtkListBoxRow     *row,
      int                n_press)
{
  /* The catalogue may change in a handler, but its kinds never go away. */
  const char *kind = get_kind (row)->id;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, kind, n_press);
}

static void
on_search_activate (CommonsKindPicker *self)
{
  GtkListBoxRow *row;

  /* The entry waits a little before it tells of a change; Enter does not. */
  on_search_changed (self);
  row = find_first_row (self);
  if (row != NULL)
    pick (self, row, 0);
}

static void
on_row_activated (CommonsKindPicker *self,
                  GtkListBoxRow     *row)
{
  pick (self, row, self->by_pointer ? 1 : 0);
}

/* The list tells that a row was activated, not by what. */
static void
on_pressed (CommonsKindPicker *self)
{
  self->by_pointer = TRUE;
}

static gboolean
on_list_key (CommonsKindPicker *self)
{
  self->by_pointer = FALSE;

  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_search_key (CommonsKindPicker *self,
               guint              keyval)
{
  GtkListBoxRow *row = find_first_row (self);

  if (row == NULL || (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static void
commons_kind_picker_show (GtkWidget *widget)
{
  CommonsKindPicker *self = COMMONS_KIND_PICKER (widget);

  fill_list (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);

  GTK_WIDGET_CLASS (commons_kind_picker_parent_class)->show (widget);

  gtk_widget_grab_focus (self->search);
}

static void
commons_kind_picker_finalize (GObject *object)
{
  CommonsKindPicker *self = COMMONS_KIND_PICKER (object);

  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->only, g_hash_table_unref);

  G_OBJECT_CLASS (commons_kind_picker_parent_class)->finalize (object);
}

static void
commons_kind_picker_class_init (CommonsKindPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = commons_kind_picker_finalize;
  widget_class->show = commons_kind_picker_show;

  signals[PICKED] = g_signal_new ("picked",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
build_search (CommonsKindPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search kinds of cards"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search kinds of cards"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_search_key), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activate), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
}

static void
build_list (CommonsKindPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "kind-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_row, self, NULL);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), sort_rows, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), update_header, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kinds of cards"), -1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->list, keys);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_list_key), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}

static void
commons_kind_picker_init (CommonsKindPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  build_search (self);
  build_list (self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);

  self->nothing = gtk_label_new (_("No kind of card is called that"));
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_widget_add_css_class (self->nothing, "picker-nothing");

  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_widget_set_size_request (box, 340, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kind-picker");
}

GtkWidget *
commons_kind_picker_new (void)
{
  return g_object_new (COMMONS_TYPE_KIND_PICKER, NULL);
}

void
commons_kind_picker_set_catalogue (CommonsKindPicker *self,
                                   CommonsCatalogue  *catalogue)
{
  g_return_if_fail (COMMONS_IS_KIND_PICKER (self));
  g_return_if_fail (catalogue == NULL || COMMONS_IS_CATALOGUE (catalogue));

  if (!g_set_object (&self->catalogue, catalogue))
    return;

  empty_list (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    fill_list (self);
}

void
commons_kind_picker_set_only (CommonsKindPicker *self,
                              GPtrArray         *kinds)
{
  g_return_if_fail (COMMONS_IS_KIND_PICKER (self));

  g_clear_pointer (&self->only, g_hash_table_unref);
  if (kinds != NULL)
    {
      self->only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < kinds->len; i++)
        g_hash_table_add (self->only, g_strdup (g_ptr_array_index (kinds, i)));
    }

  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

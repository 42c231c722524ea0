/* commons-start-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-start-boards.h"
#include "commons-start-page.h"
#include "commons-start-templates.h"

#define MAX_WIDTH 1153

/* Under this width everything stands in one column. */
#define NARROW_WIDTH 700

struct _CommonsStartPage
{
  AdwBin     parent_instance;

  GtkWidget *toasts;
  GtkWidget *search_bar;
  GtkWidget *search_entry;
  GtkWidget *hero_icon;
  GtkWidget *templates;
  GtkWidget *boards;      /* recent ones and examples */
  GtkWidget *recent;
  GtkWidget *examples;
  GtkWidget *session;
  GtkWidget *nothing;
  GtkWidget *announcements;
  int        placed_width;
  gboolean   gone;
};

enum
{
  TEMPLATE_CHOSEN,
  OPEN,
  PREPARE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsStartPage, commons_start_page, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
template_chosen_cb (CommonsStartPage *self,
                    gpointer          template)
{
  g_assert (COMMONS_IS_START_PAGE (self));

  g_signal_emit (self, signals[TEMPLATE_CHOSEN], 0, template);
}

static void
open_cb (CommonsStartPage *self,
         const char       *uri)
{
  g_assert (COMMONS_IS_START_PAGE (self));

  g_signal_emit (self, signals[OPEN], 0, uri);
}

static void
prepare_cb (CommonsStartPage *self)
{
  g_assert (COMMONS_IS_START_PAGE (self));

  g_signal_emit (self, signals[PREPARE], 0);
}

/* ---- Searching -------------------------------------------------------------- */

static char **
split_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_strv_builder_add (words, parts[i]);
    }

  return g_strv_builder_end (words);
}

static void
searched_cb (CommonsStartPage *self)
{
  g_auto (GStrv) words = split_words (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  const char * const *wanted = (const char * const *) words;
  guint n_found;

  g_assert (COMMONS_IS_START_PAGE (self));

  n_found = commons_start_templates_filter (COMMONS_START_TEMPLATES (self->templates), wanted);
  n_found += commons_start_boards_filter (COMMONS_START_BOARDS (self->recent), wanted);
  n_found += commons_start_boards_filter (COMMONS_START_BOARDS (self->examples), wanted);
  gtk_widget_set_visible (self->boards,
                          gtk_widget_get_visible (self->recent) || gtk_widget_get_visible (self->examples));
  gtk_widget_set_visible (self->session, words[0] == NULL);
  gtk_widget_set_visible (self->nothing, words[0] != NULL && n_found == 0);

  if (words[0] != NULL)
    {
      g_autofree char *message = g_strdup_printf (ngettext ("%'u thing found", "%'u things found", n_found), n_found);

      commons_announce (GTK_WIDGET (self), message);
    }
}

/* Goes to the first of what is found. */
static void
focus_found_cb (CommonsStartPage *self)
{
  g_assert (COMMONS_IS_START_PAGE (self));

  if (!commons_start_templates_focus (COMMONS_START_TEMPLATES (self->templates)) &&
      !commons_start_boards_focus (COMMONS_START_BOARDS (self->recent)))
    commons_start_boards_focus (COMMONS_START_BOARDS (self->examples));
}

static gboolean
search_key_cb (CommonsStartPage *self,
               guint             keyval)
{
  g_assert (COMMONS_IS_START_PAGE (self));

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;

  focus_found_cb (self);

  return TRUE;
}

void
commons_start_page_search (CommonsStartPage *self)
{
  GtkSearchBar *bar;

  g_return_if_fail (COMMONS_IS_START_PAGE (self));

  bar = GTK_SEARCH_BAR (self->search_bar);
  gtk_search_bar_set_search_mode (bar, !gtk_search_bar_get_search_mode (bar));
  if (gtk_search_bar_get_search_mode (bar))
    gtk_widget_grab_focus (self->search_entry);
}

void
commons_start_page_look_for (CommonsStartPage *self,
                             const char       *words)
{
  g_return_if_fail (COMMONS_IS_START_PAGE (self));
  g_return_if_fail (words != NULL);

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words);
}

GtkSearchBar *
commons_start_page_get_search_bar (CommonsStartPage *self)
{
  g_return_val_if_fail (COMMONS_IS_START_PAGE (self), NULL);

  return GTK_SEARCH_BAR (self->search_bar);
}

/* ---- Parts ------------------------------------------------------------------ */

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_hero (CommonsStartPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->hero_icon = gtk_image_new_from_icon_name (APP_ID);
  gtk_image_set_pixel_size (GTK_IMAGE (self->hero_icon), 80);
  gtk_box_append (GTK_BOX (box), self->hero_icon);

  gtk_box_append (GTK_BOX (words), make_label (_("What do we keep in common, and by which rules?"), "title-1"));
  gtk_box_append (GTK_BOX (words), make_label (_("Lay cards, draw circles, project the board. Everything stays on this "
                                                 "computer, with no account and no network."), "start-promise"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "start-hero");

  return box;
}

static GtkWidget *
make_boards (CommonsStartPage *self)
{
  self->boards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 30);
  self->recent = commons_start_boards_new_recent ();
  self->examples = commons_start_boards_new_examples ();
  gtk_box_set_homogeneous (GTK_BOX (self->boards), TRUE);
  gtk_box_append (GTK_BOX (self->boards), self->recent);
  gtk_box_append (GTK_BOX (self->boards), self->examples);
  gtk_widget_set_valign (self->recent, GTK_ALIGN_START);
  gtk_widget_set_valign (self->examples, GTK_ALIGN_START);
  g_signal_connect_object (self->recent, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->examples, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);

  return self->boards;
}

static GtkWidget *
make_session (CommonsStartPage *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("x-office-calendar-symbolic");
  GtkWidget *prepare = gtk_button_new_with_mnemonic (_("_Prepare…"));

  self->session = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->session), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->session), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Prepare a Session"), -1);
  gtk_widget_add_css_class (self->session, "boxed-list");
  gtk_widget_add_css_class (row, "start-board");
  gtk_widget_add_css_class (icon, "start-session");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Prepare a Session"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Which commons, with whom, to decide what? The answers go on the new board."));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_set_valign (prepare, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), prepare);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), prepare);
  gtk_list_box_append (GTK_LIST_BOX (self->session), row);
  g_signal_connect_object (prepare, "clicked", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);

  return self->session;
}

static GtkWidget *
make_nothing (CommonsStartPage *self)
{
  self->nothing = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->nothing), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), _("Nothing Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing), _("Try other words."));
  gtk_widget_set_visible (self->nothing, FALSE);

  return self->nothing;
}

static GtkWidget *
make_list (CommonsStartPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->templates = commons_start_templates_new ();
  gtk_box_append (GTK_BOX (box), make_hero (self));
  gtk_box_append (GTK_BOX (box), self->templates);
  gtk_box_append (GTK_BOX (box), make_boards (self));
  gtk_box_append (GTK_BOX (box), make_session (self));
  gtk_box_append (GTK_BOX (box), make_nothing (self));
  gtk_widget_add_css_class (box, "start-list");
  g_signal_connect_object (self->templates, "chosen", G_CALLBACK (template_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->templates, "toast", G_CALLBACK (commons_start_page_toast), self, G_CONNECT_SWAPPED);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH + 48);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
make_search (CommonsStartPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search_bar = gtk_search_bar_new ();
  self->search_entry = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a template or a board"), -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 440);
  gtk_widget_set_hexpand (self->search_entry, TRUE);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->search_entry);
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->search_bar), clamp);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->search_entry));
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (focus_found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search_entry, keys);

  return self->search_bar;
}

/* ---- The page --------------------------------------------------------------- */

static gboolean
place_cb (gpointer user_data)
{
  CommonsStartPage *self = user_data;
  gboolean narrow;

  if (self->gone)
    return G_SOURCE_REMOVE;

  narrow = self->placed_width < NARROW_WIDTH;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->boards),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->boards), !narrow);
  gtk_widget_set_visible (self->hero_icon, !narrow);
  commons_start_templates_set_narrow (COMMONS_START_TEMPLATES (self->templates), narrow);

  return G_SOURCE_REMOVE;
}

/* Another orientation asks for another layout, which cannot begin inside one. */
static void
commons_start_page_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  CommonsStartPage *self = COMMONS_START_PAGE (widget);
  gboolean crossed = (width < NARROW_WIDTH) != (self->placed_width < NARROW_WIDTH);
  int minimum;

  /* Columns that are too wide for now are cut off until there is one. */
  gtk_widget_measure (self->toasts, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->toasts, &(GtkAllocation) { 0, 0, MAX (width, minimum), height }, baseline);
  self->placed_width = width;
  if (crossed)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_cb, g_object_ref (self), g_object_unref);
}

static void
commons_start_page_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  gtk_widget_measure (COMMONS_START_PAGE (widget)->toasts, orientation, for_size, minimum, natural, NULL, NULL);

  /* The window may become narrow before the columns do. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 300);
}

static gboolean
focus_cb (gpointer user_data)
{
  CommonsStartPage *self = user_data;

  if (!self->gone && gtk_widget_get_mapped (GTK_WIDGET (self)))
    commons_start_page_focus (self);

  return G_SOURCE_REMOVE;
}

/* The toolkit chooses what has the keyboard in a window that opens, and goes
 * on to the next from what was chosen already. */
static void
commons_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (commons_start_page_parent_class)->map (widget);

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, g_object_ref (widget), g_object_unref);
}

static void
commons_start_page_dispose (GObject *object)
{
  COMMONS_START_PAGE (object)->gone = TRUE;

  G_OBJECT_CLASS (commons_start_page_parent_class)->dispose (object);
}

static void
commons_start_page_class_init (CommonsStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_start_page_dispose;
  widget_class->size_allocate = commons_start_page_size_allocate;
  widget_class->map = commons_start_page_map;
  widget_class->measure = commons_start_page_measure;
  gtk_widget_class_set_css_name (widget_class, "start-page");

  signals[TEMPLATE_CHOSEN] = g_signal_new ("template-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PREPARE] = g_signal_new ("prepare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
commons_start_page_init (CommonsStartPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->placed_width = NARROW_WIDTH;

  /* Read by screen readers only. */
  self->announcements = gtk_label_new ("");
  gtk_widget_set_opacity (self->announcements, 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->announcements), PANGO_ELLIPSIZE_END);

  gtk_box_append (GTK_BOX (box), make_search (self));
  gtk_box_append (GTK_BOX (box), make_list (self));
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), box);
  adw_bin_set_child (ADW_BIN (self), self->toasts);
}

GtkWidget *
commons_start_page_new (void)
{
  return g_object_new (COMMONS_TYPE_START_PAGE, NULL);
}

void
commons_start_page_focus (CommonsStartPage *self)
{
  g_return_if_fail (COMMONS_IS_START_PAGE (self));

  commons_start_templates_focus (COMMONS_START_TEMPLATES (self->templates));
}

void
commons_start_page_toast (CommonsStartPage *self,
                          AdwToast         *toast)
{
  g_return_if_fail (COMMONS_IS_START_PAGE (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

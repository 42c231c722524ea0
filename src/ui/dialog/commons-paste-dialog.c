/* commons-paste-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-clip-lines.h"
#include "commons-help.h"
#include "commons-paste-dialog.h"

/* More lines than anybody reads before pressing Enter are only counted. */
#define MAX_ROWS     100
#define MAX_INDENT   6
#define INDENT_WIDTH 24

struct _CommonsPasteDialog
{
  AdwWindow         parent_instance;

  char             *text;
  GPtrArray        *cards;
  CommonsCatalogue *catalogue;
  GPtrArray        *kinds;  /* ids, as the row lists them; NULL for plain */

  GtkWidget        *kind_row;
  GtkWidget        *nested_switch;
  GtkWidget        *list;
  GtkWidget        *rest;
  GtkWidget        *accept_button;
};

enum
{
  ACCEPTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsPasteDialog, commons_paste_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static CommonsClipLayout
get_layout (CommonsPasteDialog *self)
{
  return gtk_switch_get_active (GTK_SWITCH (self->nested_switch)) ? COMMONS_CLIP_NESTED : COMMONS_CLIP_FLAT;
}

static const char *
get_kind (CommonsPasteDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind_row));

  return selected < self->kinds->len ? g_ptr_array_index (self->kinds, selected) : NULL;
}

static void
accept (CommonsPasteDialog *self,
        CommonsPasteChoice  choice)
{
  g_signal_emit (self, signals[ACCEPTED], 0, choice, get_kind (self));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
accept_cards_cb (CommonsPasteDialog *self)
{
  g_assert (COMMONS_IS_PASTE_DIALOG (self));

  accept (self, get_layout (self) == COMMONS_CLIP_NESTED ? COMMONS_PASTE_NESTED : COMMONS_PASTE_FLAT);
}

static void
accept_whole_cb (CommonsPasteDialog *self)
{
  g_assert (COMMONS_IS_PASTE_DIALOG (self));

  accept (self, COMMONS_PASTE_WHOLE);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* The kind a table gives a card stands beside it. */
static GtkWidget *
make_row (CommonsPasteDialog *self,
          CommonsClipCard    *card,
          gboolean            nested)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const CommonsKind *kind = commons_catalogue_get_kind (self->catalogue, card->kind);

  gtk_widget_set_margin_start (box, 12 + (nested ? INDENT_WIDTH * (int) MIN (card->depth, MAX_INDENT) : 0));
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);

  gtk_box_append (GTK_BOX (box), make_label (card->title, card->container ? "heading" : NULL));
  if (*card->body != '\0')
    {
      g_autofree char *line = g_strdelimit (g_strdup (card->body), "\n", ' ');
      GtkWidget *label = make_label (line, "dim-label");

      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (box), label);
    }
  if (kind != NULL)
    {
      GtkWidget *label = make_label (kind->label, "caption");

      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static void
fill_list (CommonsPasteDialog *self)
{
  CommonsClipLayout layout = get_layout (self);
  guint n = commons_clip_count (self->cards, layout);
  guint n_shown = 0;
  g_autofree char *label = g_strdup_printf (ngettext ("_%'u Card", "_%'u Cards", n), n);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);

  for (guint i = 0; i < self->cards->len && n_shown < MAX_ROWS; i++)
    {
      CommonsClipCard *card = g_ptr_array_index (self->cards, i);

      if (layout == COMMONS_CLIP_FLAT && card->container)
        continue;

      gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, card, layout == COMMONS_CLIP_NESTED));
      n_shown++;
    }

  gtk_button_set_label (GTK_BUTTON (self->accept_button), label);
  gtk_widget_set_visible (self->rest, n > n_shown);
  if (n > n_shown)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("…and %'u more", "…and %'u more", n - n_shown), n - n_shown);

      gtk_label_set_text (GTK_LABEL (self->rest), rest);
    }
}

static void
add_kind (CommonsPasteDialog *self,
          GtkStringList      *names,
          const CommonsKind  *kind)
{
  if (kind == NULL || g_ptr_array_find_with_equal_func (self->kinds, kind->id, g_str_equal, NULL))
    return;

  gtk_string_list_append (names, kind->label);
  g_ptr_array_add (self->kinds, (gpointer) kind->id);
}

/* The kinds of the palette first. */
static GtkStringList *
list_kinds (CommonsPasteDialog *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const char * const *palette = commons_catalogue_get_palette (self->catalogue);

  gtk_string_list_append (names, _("Plain card"));
  g_ptr_array_add (self->kinds, (gpointer) "");

  for (guint i = 0; palette[i] != NULL; i++)
    add_kind (self, names, commons_catalogue_get_kind (self->catalogue, palette[i]));
  for (guint i = 0; i < commons_catalogue_get_n_kinds (self->catalogue); i++)
    add_kind (self, names, commons_catalogue_get_nth_kind (self->catalogue, i));

  g_ptr_array_index (self->kinds, 0) = NULL;

  return names;
}

static GtkWidget *
build_choices (CommonsPasteDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GtkStringList) names = list_kinds (self);

  self->kind_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind_row), _("_Kind"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->kind_row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->kind_row), G_LIST_MODEL (names));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->kind_row);

  self->nested_switch = gtk_switch_new ();
  gtk_widget_set_valign (self->nested_switch, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (self->nested_switch), commons_clip_is_nested (self->cards));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->nested_switch),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Indented lines go inside"), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("_Indented lines go inside"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("The line above them becomes a zone around them"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->nested_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->nested_switch);
  gtk_widget_set_visible (row, commons_clip_is_nested (self->cards));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  g_signal_connect_object (self->nested_switch, "notify::active", G_CALLBACK (fill_list), self, G_CONNECT_SWAPPED);

  return group;
}

static GtkWidget *
build_preview (CommonsPasteDialog *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_margin_start (self->list, 2);
  gtk_widget_set_margin_end (self->list, 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview"), -1);

  self->rest = make_label ("", "dim-label");
  gtk_widget_set_halign (self->rest, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->rest);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static GtkWidget *
build_header (CommonsPasteDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->accept_button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->accept_button), TRUE);
  gtk_widget_add_css_class (self->accept_button, "suggested-action");

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), commons_help_button_new ());

  g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept_button, "clicked", G_CALLBACK (accept_cards_cb), self, G_CONNECT_SWAPPED);

  return header;
}

static void
build (CommonsPasteDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *whole = gtk_button_new_with_mnemonic (_("_One Card With the Whole Text"));

  gtk_widget_set_margin_top (content, 6);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  g_signal_connect_object (whole, "clicked", G_CALLBACK (accept_whole_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), build_header (self));
  gtk_box_append (GTK_BOX (content), build_choices (self));
  gtk_box_append (GTK_BOX (content), build_preview (self));
  gtk_box_append (GTK_BOX (content), whole);
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self), box);

  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept_button);
  gtk_window_set_focus (GTK_WINDOW (self), self->accept_button);
}

static void
commons_paste_dialog_finalize (GObject *object)
{
  CommonsPasteDialog *self = COMMONS_PASTE_DIALOG (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (commons_paste_dialog_parent_class)->finalize (object);
}

static void
commons_paste_dialog_class_init (CommonsPasteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = commons_paste_dialog_finalize;

  signals[ACCEPTED] = g_signal_new ("accepted",
                                    G_TYPE_FROM_CLASS (klass),
                                    G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (GTK_WIDGET_CLASS (klass));
}

static void
commons_paste_dialog_init (CommonsPasteDialog *self)
{
  self->kinds = g_ptr_array_new ();

  gtk_window_set_title (GTK_WINDOW (self), _("Paste as Cards"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, -1);
}

GtkWidget *
commons_paste_dialog_new (const char       *text,
                          GPtrArray        *cards,
                          CommonsCatalogue *catalogue)
{
  CommonsPasteDialog *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (cards != NULL, NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (COMMONS_TYPE_PASTE_DIALOG, NULL);
  self->text = g_strdup (text);
  self->cards = g_ptr_array_ref (cards);
  self->catalogue = g_object_ref (catalogue);
  build (self);
  fill_list (self);

  return GTK_WIDGET (self);
}

const char *
commons_paste_dialog_get_text (CommonsPasteDialog *self)
{
  g_return_val_if_fail (COMMONS_IS_PASTE_DIALOG (self), NULL);

  return self->text;
}

GPtrArray *
commons_paste_dialog_get_cards (CommonsPasteDialog *self)
{
  g_return_val_if_fail (COMMONS_IS_PASTE_DIALOG (self), NULL);

  return self->cards;
}

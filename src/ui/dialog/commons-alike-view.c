/* commons-alike-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-alike.h"
#include "commons-alike-view.h"
#include "commons-announce.h"
#include "commons-enumerate.h"
#include "commons-kind-miniature.h"
#include "commons-markdown.h"
#include "commons-picture.h"
#include "commons-table-mark.h"
#include "commons-work-table.h"

/* Cards in one row, and how many have a key of their own. */
#define MAX_COLUMNS 4
#define MAX_NUMBERS 9

struct _CommonsAlikeView
{
  GtkWidget         parent_instance;

  CommonsTables    *tables;
  CommonsCatalogue *catalogue;
  guint             index;
  gboolean          filling;

  GtkWidget        *box;
  GtkWidget        *heading;
  GtkWidget        *cards;
  GtkWidget        *keep_all;
  GtkWidget        *merge;
  GtkWidget        *previous;
  GtkWidget        *next;
  GtkWidget        *reveal;
  GtkWidget        *text;
  GtkTextBuffer    *buffer;
  GPtrArray        *ones;    /* buttons that keep one card, borrowed */
};

G_DEFINE_FINAL_TYPE (CommonsAlikeView, commons_alike_view, GTK_TYPE_WIDGET)

enum
{
  TURNED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GPtrArray *
get_group (CommonsAlikeView *self)
{
  return g_ptr_array_index (commons_tables_get_groups (self->tables), self->index);
}

static guint
count_groups (CommonsAlikeView *self)
{
  return commons_tables_get_groups (self->tables)->len;
}

static char *
dup_text (CommonsAlikeView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

/* A text that needs more room than its card has gets it. */
static int
measure (CommonsAlikeView *self,
         const char       *text)
{
  CommonsRecord *first = g_ptr_array_index (get_group (self), 0);
  g_autoptr (CommonsPicture) picture = commons_picture_new (commons_tables_get_plan (self->tables), self->catalogue,
                                                            commons_theme_get (COMMONS_THEME_LIGHT, FALSE));

  return commons_picture_measure_height (picture, commons_record_get_kind (first),
                                         commons_record_get_bounds (first)->width, text);
}

/* Words that are gone merge nothing. */
static void
choose_merge (CommonsAlikeView *self)
{
  g_autofree char *text = dup_text (self);

  if (*text != '\0')
    commons_tables_choose (self->tables, self->index, COMMONS_TABLES_MERGE, NULL, text, measure (self, text));
  else
    commons_tables_choose (self->tables, self->index, COMMONS_TABLES_KEEP_ALL, NULL, NULL, 0);
}

static void
buffer_changed_cb (CommonsAlikeView *self)
{
  g_assert (COMMONS_IS_ALIKE_VIEW (self));

  if (!self->filling && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->merge)))
    choose_merge (self);
}

static void
toggled_cb (CommonsAlikeView *self,
            GtkToggleButton  *button)
{
  guint position;

  g_assert (COMMONS_IS_ALIKE_VIEW (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->reveal),
                                 gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->merge)));
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;

  if (GTK_WIDGET (button) == self->merge)
    {
      choose_merge (self);
      gtk_widget_grab_focus (self->text);
    }
  else if (g_ptr_array_find (self->ones, button, &position))
    commons_tables_choose (self->tables, self->index, COMMONS_TABLES_KEEP_ONE,
                           commons_record_get_id (g_ptr_array_index (get_group (self), position)), NULL, 0);
  else
    commons_tables_choose (self->tables, self->index, COMMONS_TABLES_KEEP_ALL, NULL, NULL, 0);
}

static void
previous_cb (CommonsAlikeView *self)
{
  g_assert (COMMONS_IS_ALIKE_VIEW (self));

  commons_alike_view_turn (self, -1);
}

static void
next_cb (CommonsAlikeView *self)
{
  g_assert (COMMONS_IS_ALIKE_VIEW (self));

  commons_alike_view_turn (self, 1);
}

/* ---- One group ----------------------------------------------------------- */

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static char *
describe_tables (CommonsRecord *card)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  commons_work_table_get_names (card, names);
  if (names->len == 0)
    return g_strdup (_("This board"));

  return commons_enumerate (names);
}

/* Whose it is, and where it lies. */
static GtkWidget *
make_origin (CommonsAlikeView *self,
             CommonsRecord    *card)
{
  CommonsBoard *plan = commons_tables_get_plan (self->tables);
  CommonsRecord *parent = commons_board_get_parent (plan, commons_record_get_id (card));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *tables = describe_tables (card);
  GtkWidget *name = make_label (tables, "heading");

  commons_work_table_get_names (card, names);
  for (guint i = 0; i < MIN (names->len, 4); i++)
    gtk_box_append (GTK_BOX (box), commons_table_mark_new_for_name (plan, g_ptr_array_index (names, i)));
  gtk_box_append (GTK_BOX (box), name);

  if (parent != NULL)
    {
      GtkWidget *label = make_label (commons_record_get_shown_title (parent), "secondary");

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static GtkWidget *
make_words (CommonsRecord *card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *body = commons_markdown_to_plain (commons_record_get_body (card), COMMONS_MARKDOWN_TEXT);

  gtk_box_append (GTK_BOX (box), make_label (commons_record_get_title (card), "alike-title"));
  if (*body != '\0')
    gtk_box_append (GTK_BOX (box), make_label (body, "alike-body"));
  gtk_widget_set_vexpand (box, TRUE);

  return box;
}

static GtkWidget *
make_keyed (const char *label,
            const char *key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_label_new (label);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  if (key != NULL)
    {
      GtkWidget *cap = gtk_label_new (key);

      gtk_widget_add_css_class (cap, "keycap");
      gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), cap);
    }

  return box;
}

static GtkWidget *
make_choice (CommonsAlikeView *self,
             const char       *label,
             const char       *key)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_keyed (label, key));
  gtk_widget_add_css_class (button, "alike-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key ? key : "", -1);
  if (self->keep_all != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->keep_all));
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_card (CommonsAlikeView *self,
           guint             position)
{
  CommonsRecord *card = g_ptr_array_index (get_group (self), position);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *key = position < MAX_NUMBERS ? g_strdup_printf ("%u", position + 1) : NULL;
  g_autofree char *tables = describe_tables (card);
  /* Translators: the words of a card, and the table it comes from. */
  g_autofree char *name = g_strdup_printf (_("%s, %s"), commons_record_get_text (card), tables);
  GtkWidget *one = make_choice (self, _("Keep This One"), key);

  g_ptr_array_add (self->ones, one);
  gtk_accessible_update_property (GTK_ACCESSIBLE (one), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), make_origin (self, card));
  gtk_box_append (GTK_BOX (box), make_words (card));
  gtk_box_append (GTK_BOX (box), one);
  gtk_widget_add_css_class (box, "alike-card");

  return box;
}

static void
clear_cards (CommonsAlikeView *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->ones, 0);
  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->cards), child);
}

static void
fill_cards (CommonsAlikeView *self)
{
  GPtrArray *group = get_group (self);

  clear_cards (self);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->cards), MIN (group->len, MAX_COLUMNS));
  for (guint i = 0; i < group->len; i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), make_card (self, i));
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (self->cards), child);
    }
}

static void
show_choice (CommonsAlikeView *self)
{
  const char *kept, *text;
  CommonsTablesChoice choice = commons_tables_get_choice (self->tables, self->index, &kept, &text);
  g_autofree char *proposed = text ? g_strdup (text) : commons_alike_propose_text (get_group (self));
  GtkWidget *button = choice == COMMONS_TABLES_MERGE ? self->merge : self->keep_all;

  for (guint i = 0; choice == COMMONS_TABLES_KEEP_ONE && i < self->ones->len; i++)
    {
      if (g_strcmp0 (kept, commons_record_get_id (g_ptr_array_index (get_group (self), i))) == 0)
        button = g_ptr_array_index (self->ones, i);
    }

  gtk_text_buffer_set_text (self->buffer, proposed, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
fill (CommonsAlikeView *self)
{
  GPtrArray *group = get_group (self);
  const CommonsKind *kind = commons_catalogue_get_kind (self->catalogue, commons_record_get_kind (g_ptr_array_index (group, 0)));
  g_autofree char *heading = NULL;

  heading = g_strdup_printf (ngettext ("%'u card looks alike", "%'u cards look alike", group->len), group->len);
  if (kind != NULL)
    {
      char *whole = g_strdup_printf (_("%s: %s"), kind->label, heading);

      g_free (heading);
      heading = whole;
    }

  self->filling = TRUE;
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->keep_all), TRUE);
  fill_cards (self);
  show_choice (self);
  gtk_widget_set_sensitive (self->previous, self->index > 0);
  self->filling = FALSE;
  commons_announce (GTK_WIDGET (self), heading);
}

/* ---- Making it ----------------------------------------------------------- */

static void
commons_alike_view_dispose (GObject *object)
{
  CommonsAlikeView *self = COMMONS_ALIKE_VIEW (object);

  self->filling = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->ones, g_ptr_array_unref);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (commons_alike_view_parent_class)->dispose (object);
}

static void
commons_alike_view_class_init (CommonsAlikeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_alike_view_dispose;

  signals[TURNED] = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "alikeview");
}

static void
commons_alike_view_init (CommonsAlikeView *self)
{
  self->ones = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
make_cards (CommonsAlikeView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->cards = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->cards), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->cards), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->cards), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->cards), 12);
  gtk_widget_set_valign (self->cards, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Cards that look alike"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->cards);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
make_text (CommonsAlikeView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_widget_add_css_class (self->text, "alike-words");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Words of the card"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_widget_add_css_class (scroller, "card");

  return scroller;
}

static GtkWidget *
make_reveal (CommonsAlikeView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), make_label (_("What does the card say that joins them? The first line is its title. "
                                               "The others stay beside it, set aside."), "secondary"));
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_widget_get_first_child (box)), -1);
  gtk_box_append (GTK_BOX (box), make_text (self));
  self->reveal = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->reveal), GTK_REVEALER_TRANSITION_TYPE_NONE);
  gtk_revealer_set_child (GTK_REVEALER (self->reveal), box);

  return self->reveal;
}

static GtkWidget *
make_turn (CommonsAlikeView *self,
           const char       *icon,
           const char       *label,
           GCallback         callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_choices (CommonsAlikeView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->previous = make_turn (self, "go-previous-symbolic", _("Previous Group"), G_CALLBACK (previous_cb));
  self->next = make_turn (self, "go-next-symbolic", _("Next Group"), G_CALLBACK (next_cb));
  self->keep_all = make_choice (self, _("Keep All"), "K");
  self->merge = make_choice (self, _("Merge Into One"), "M");
  gtk_widget_add_css_class (self->keep_all, "large");
  gtk_widget_add_css_class (self->merge, "large");
  gtk_widget_set_hexpand (self->keep_all, TRUE);
  gtk_widget_set_hexpand (self->merge, TRUE);
  gtk_box_append (GTK_BOX (box), self->previous);
  gtk_box_append (GTK_BOX (box), self->keep_all);
  gtk_box_append (GTK_BOX (box), self->merge);
  gtk_box_append (GTK_BOX (box), self->next);

  return box;
}

GtkWidget *
commons_alike_view_new (CommonsTables    *tables,
                        CommonsCatalogue *catalogue)
{
  CommonsAlikeView *self;

  g_return_val_if_fail (tables != NULL, NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (COMMONS_TYPE_ALIKE_VIEW, NULL);
  self->tables = tables;
  self->catalogue = g_object_ref (catalogue);
  self->heading = make_label (NULL, "title-2");
  gtk_label_set_max_width_chars (GTK_LABEL (self->heading), -1);
  gtk_box_append (GTK_BOX (self->box), self->heading);
  gtk_box_append (GTK_BOX (self->box), make_cards (self));
  gtk_box_append (GTK_BOX (self->box), make_reveal (self));
  gtk_box_append (GTK_BOX (self->box), make_choices (self));
  fill (self);

  return GTK_WIDGET (self);
}

guint
commons_alike_view_get_index (CommonsAlikeView *self)
{
  g_return_val_if_fail (COMMONS_IS_ALIKE_VIEW (self), 0);

  return self->index;
}

void
commons_alike_view_turn (CommonsAlikeView *self,
                         int               by)
{
  gint64 index;

  g_return_if_fail (COMMONS_IS_ALIKE_VIEW (self));

  index = (gint64) self->index + by;
  if (index < 0)
    return;

  if (index >= count_groups (self))
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }

  self->index = (guint) index;
  fill (self);
  gtk_widget_grab_focus (self->keep_all);
  g_signal_emit (self, signals[TURNED], 0);
}

static gboolean
press (GtkWidget *button)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  if (!gtk_widget_has_focus (button))
    gtk_widget_grab_focus (button);

  return TRUE;
}

gboolean
commons_alike_view_press (CommonsAlikeView *self,
                          guint             keyval)
{
  guint number = gdk_keyval_to_unicode (keyval) - '1';

  g_return_val_if_fail (COMMONS_IS_ALIKE_VIEW (self), FALSE);

  if (number < MIN (self->ones->len, MAX_NUMBERS))
    return press (g_ptr_array_index (self->ones, number));

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_k:
      return press (self->keep_all);

    case GDK_KEY_m:
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->merge), TRUE);
      return gtk_widget_grab_focus (self->text);

    case GDK_KEY_Left:
    case GDK_KEY_Page_Up:
      commons_alike_view_turn (self, -1);
      return TRUE;

    case GDK_KEY_Right:
    case GDK_KEY_Page_Down:
      commons_alike_view_turn (self, 1);
      return TRUE;

    default:
      return FALSE;
    }
}

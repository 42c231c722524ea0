/* commons-quick-tray.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-kind-miniature.h"
#include "commons-quick-tray.h"
#include "commons-record.h"

/* Chips shown at most; the others come when these have their place. */
#define MAX_CHIPS 24

/* Letters of a title shown at most. */
#define MAX_CHARS 22

#define CHIP_KEY "commons-quick-tray-chip"

struct _CommonsQuickTray
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *row;
  GtkWidget *rest;    /* how many more there are */
  guint      n_cards;
};

enum
{
  REVEAL,
  PLACE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsQuickTray, commons_quick_tray, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* One card that waits. Freed with its button. */
typedef struct
{
  CommonsQuickTray *tray;
  CommonsRecord    *card;
  GtkWidget        *button;
  gboolean          pointed; /* pressed with a pointer, not with a key */
} Chip;

static void
chip_free (gpointer data)
{
  Chip *chip = data;

  commons_record_unref (chip->card);
  g_free (chip);
}

static void
chip_pressed_cb (Chip *chip)
{
  chip->pointed = TRUE;
}

/* Also what assistive technologies ask for: they have no place to point at. */
static void
chip_clicked_cb (Chip *chip)
{
  g_autoptr (CommonsRecord) card = commons_record_ref (chip->card);
  gboolean pointed = chip->pointed;

  chip->pointed = FALSE;
  g_signal_emit (chip->tray, signals[pointed ? REVEAL : PLACE], 0, commons_record_get_id (card));
}

static gboolean
chip_key_cb (Chip *chip)
{
  chip->pointed = FALSE;

  return GDK_EVENT_PROPAGATE;
}

static GdkContentProvider *
chip_prepare_cb (Chip *chip)
{
  g_autoptr (CommonsDragLoad) drag = commons_drag_load_new (commons_record_get_id (chip->card));

  return gdk_content_provider_new_typed (COMMONS_TYPE_WAITING_DRAG, drag);
}

static void
chip_drag_begin_cb (Chip          *chip,
                    GdkDrag       *drag,
                    GtkDragSource *source)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (chip->button);
  g_autoptr (GdkPaintable) icon = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, icon,
                            gdk_paintable_get_intrinsic_width (icon) / 2,
                            gdk_paintable_get_intrinsic_height (icon) / 2);
}

static void
watch_chip (Chip *chip)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  /* Before the button, which keeps presses for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (chip_key_cb), chip);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (chip_pressed_cb), chip);
  g_signal_connect_swapped (drag, "prepare", G_CALLBACK (chip_prepare_cb), chip);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (chip_drag_begin_cb), chip);
  g_signal_connect_swapped (chip->button, "clicked", G_CALLBACK (chip_clicked_cb), chip);

  gtk_widget_add_controller (chip->button, keys);
  gtk_widget_add_controller (chip->button, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (chip->button, GTK_EVENT_CONTROLLER (drag));
}

static GtkWidget *
make_chip (CommonsQuickTray *self,
           CommonsCatalogue *catalogue,
           CommonsRecord    *card)
{
  Chip *chip = g_new0 (Chip, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (commons_record_get_shown_title (card));
  const CommonsKind *kind = catalogue ? commons_catalogue_get_kind (catalogue, commons_record_get_kind (card)) : NULL;

  *chip = (Chip) { self, commons_record_ref (card), gtk_button_new (), FALSE };
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  if (kind != NULL)
    gtk_box_append (GTK_BOX (box), commons_kind_miniature_new (catalogue, kind->id));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (chip->button), box);
  gtk_widget_add_css_class (chip->button, "quick-chip");
  gtk_widget_set_tooltip_text (chip->button, commons_record_is_hidden (card) ? commons_record_get_shown_title (card)
                                                                             : commons_record_get_text (card));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, commons_record_get_shown_title (card),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Puts the card in the middle of the view"),
                                  -1);
  g_object_set_data_full (G_OBJECT (chip->button), CHIP_KEY, chip, chip_free);
  watch_chip (chip);

  return chip->button;
}

static CommonsRecord *
get_card (GtkWidget *button)
{
  Chip *chip = button ? g_object_get_data (G_OBJECT (button), CHIP_KEY) : NULL;

  return chip ? chip->card : NULL;
}

/* Whether the row shows the cards from @skip on. */
static gboolean
shows (CommonsQuickTray *self,
       GPtrArray        *cards,
       guint             skip)
{
  GtkWidget *button = gtk_widget_get_first_child (self->row);

  for (guint i = skip; i < MIN (cards->len, MAX_CHIPS); i++)
    {
      if (get_card (button) != g_ptr_array_index (cards, i))
        return FALSE;
      button = gtk_widget_get_next_sibling (button);
    }

  return TRUE;
}

static void
remove_after (CommonsQuickTray *self,
              guint             n)
{
  GtkWidget *button = gtk_widget_get_first_child (self->row);

  for (guint i = 0; button != NULL; i++)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (button);

      if (i >= n)
        gtk_box_remove (GTK_BOX (self->row), button);
      button = next;
    }
}

static GHashTable *
list_buttons (CommonsQuickTray *self)
{
  GHashTable *buttons = g_hash_table_new (NULL, NULL);

  for (GtkWidget *button = gtk_widget_get_first_child (self->row);
       button != NULL;
       button = gtk_widget_get_next_sibling (button))
    g_hash_table_insert (buttons, get_card (button), button);

  return buttons;
}

/* What stays keeps its button, and with it the keyboard. */
static void
fill (CommonsQuickTray *self,
      CommonsCatalogue *catalogue,
      GPtrArray        *cards)
{
  g_autoptr (GHashTable) old = list_buttons (self);
  GtkWidget *last = NULL;

  for (guint i = 0; i < MIN (cards->len, MAX_CHIPS); i++)
    {
      CommonsRecord *card = g_ptr_array_index (cards, i);
      GtkWidget *button = g_hash_table_lookup (old, card);

      if (button != NULL)
        {
          gtk_box_reorder_child_after (GTK_BOX (self->row), button, last);
        }
      else
        {
          button = make_chip (self, catalogue, card);
          gtk_box_insert_child_after (GTK_BOX (self->row), button, last);
        }
      last = button;
    }
}

static void
commons_quick_tray_dispose (GObject *object)
{
  CommonsQuickTray *self = COMMONS_QUICK_TRAY (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (commons_quick_tray_parent_class)->dispose (object);
}

static void
commons_quick_tray_class_init (CommonsQuickTrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_quick_tray_dispose;
  signals[REVEAL] = g_signal_new ("reveal", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PLACE] = g_signal_new ("place", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quicktray");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
commons_quick_tray_init (CommonsQuickTray *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->rest = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->rest, "secondary");
  gtk_box_append (GTK_BOX (box), self->row);
  gtk_box_append (GTK_BOX (box), self->rest);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Cards to Place"), -1);
}

GtkWidget *
commons_quick_tray_new (void)
{
  return g_object_new (COMMONS_TYPE_QUICK_TRAY, NULL);
}

void
commons_quick_tray_set_cards (CommonsQuickTray *self,
                              CommonsCatalogue *catalogue,
                              GPtrArray        *cards)
{
  g_autofree char *more = NULL;

  g_return_if_fail (COMMONS_IS_QUICK_TRAY (self));
  g_return_if_fail (cards != NULL);

  /* While somebody types one comes before the others, each time. */
  if (!shows (self, cards, 0))
    {
      if (shows (self, cards, 1))
        gtk_box_prepend (GTK_BOX (self->row), make_chip (self, catalogue, g_ptr_array_index (cards, 0)));
      else
        fill (self, catalogue, cards);
    }
  remove_after (self, MIN (cards->len, MAX_CHIPS));

  self->n_cards = cards->len;
  more = g_strdup_printf ("+%u", cards->len > MAX_CHIPS ? cards->len - MAX_CHIPS : 0);
  gtk_label_set_text (GTK_LABEL (self->rest), more);
  gtk_widget_set_visible (self->rest, cards->len > MAX_CHIPS);
  gtk_widget_set_visible (GTK_WIDGET (self), cards->len > 0);
}

int
commons_quick_tray_get_focused (CommonsQuickTray *self)
{
  int index = 0;

  g_return_val_if_fail (COMMONS_IS_QUICK_TRAY (self), -1);

  for (GtkWidget *button = gtk_widget_get_first_child (self->row);
       button != NULL;
       button = gtk_widget_get_next_sibling (button), index++)
    {
      if (gtk_widget_has_focus (button))
        return index;
    }

  return -1;
}

gboolean
commons_quick_tray_focus (CommonsQuickTray *self,
                          int               index)
{
  GtkWidget *button, *last = NULL;

  g_return_val_if_fail (COMMONS_IS_QUICK_TRAY (self), FALSE);

  button = gtk_widget_get_first_child (self->row);
  for (int i = 0; button != NULL && i <= index; i++)
    {
      last = button;
      button = gtk_widget_get_next_sibling (button);
    }

  return last != NULL && gtk_widget_grab_focus (last);
}

guint
commons_quick_tray_get_n_cards (CommonsQuickTray *self)
{
  g_return_val_if_fail (COMMONS_IS_QUICK_TRAY (self), 0);

  return self->n_cards;
}

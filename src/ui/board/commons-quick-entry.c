/* commons-quick-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "commons-kind-miniature.h"
#include "commons-quick-entry.h"
#include "commons-quick-tray.h"

/* At half size a longer title is cut. */
#define TITLE_CHARS 40

/* Letters of the longest names of kinds. */
#define KIND_CHARS 11
#define NARROW_KIND_CHARS 7

struct _CommonsQuickEntry
{
  GtkWidget         parent_instance;

  CommonsCatalogue *catalogue;
  GPtrArray        *kinds;   /* ids; the first is NULL, for plain cards */
  guint             kind;

  GtkWidget        *box;
  GtkWidget        *target;
  GtkWidget        *tray;
  GtkWidget        *miniature;
  GtkWidget        *plain;   /* stands for a card without a kind */
  GtkWidget        *kind_label;
  GtkWidget        *kind_button;
  GtkWidget        *entry;
  GtkWidget        *hint;

  guint             composing : 1;
};

enum
{
  ENTERED,
  UNDO,
  CLOSED,
  REVEAL,
  PLACE,
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsQuickEntry, commons_quick_entry, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static const CommonsKind *
get_kind (CommonsQuickEntry *self)
{
  const char *id = commons_quick_entry_get_kind (self);

  return id != NULL ? commons_catalogue_get_kind (self->catalogue, id) : NULL;
}

static void
show_kind (CommonsQuickEntry *self)
{
  const CommonsKind *kind = get_kind (self);
  const char *label = kind != NULL ? kind->label : _("Card");
  /* Translators: %s is a kind of card such as “Rule” */
  g_autofree char *name = g_strdup_printf (_("Kind: %s"), label);

  commons_kind_miniature_set_kind (COMMONS_KIND_MINIATURE (self->miniature), self->catalogue, kind ? kind->id : NULL);
  gtk_widget_set_visible (self->miniature, kind != NULL);
  gtk_widget_set_visible (self->plain, kind == NULL);
  gtk_label_set_text (GTK_LABEL (self->kind_label), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
}

static void
step_kind (CommonsQuickEntry *self,
           int                step)
{
  self->kind = (self->kind + self->kinds->len + (guint) step) % self->kinds->len;
  show_kind (self);
}

static void
kind_clicked_cb (CommonsQuickEntry *self)
{
  g_assert (COMMONS_IS_QUICK_ENTRY (self));

  step_kind (self, 1);
  gtk_widget_grab_focus (self->entry);
}

/* Never more than a hint: long titles are taken like any other. */
static void
show_hint (CommonsQuickEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean long_title = g_utf8_strlen (text, -1) > TITLE_CHARS;

  gtk_label_set_text (GTK_LABEL (self->hint),
                      long_title ? _("From the back of the room, only the first 40 letters or so can be read.")
                                 : _("Enter adds the card, Tab changes its kind, Up goes to the cards to place."));
}

static void
changed_cb (CommonsQuickEntry *self)
{
  g_assert (COMMONS_IS_QUICK_ENTRY (self));

  show_hint (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (CommonsQuickEntry *self)
{
  g_assert (COMMONS_IS_QUICK_ENTRY (self));

  commons_quick_entry_commit (self);
}

static void
preedit_changed_cb (CommonsQuickEntry *self,
                    const char        *preedit)
{
  g_assert (COMMONS_IS_QUICK_ENTRY (self));

  self->composing = *preedit != '\0';
}

static gboolean
entry_key_cb (CommonsQuickEntry *self,
              guint              keyval,
              guint              keycode,
              GdkModifierType    state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);
  gboolean is_empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';

  g_assert (COMMONS_IS_QUICK_ENTRY (self));

  /* The keys of a letter being composed belong to the input method. */
  if (self->composing)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_Tab && held == GDK_SHIFT_MASK))
    step_kind (self, -1);
  else if (keyval == GDK_KEY_Tab && held == 0)
    step_kind (self, 1);
  else if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up) && held == 0)
    commons_quick_tray_focus (COMMONS_QUICK_TRAY (self->tray), 0);
  else if (keyval == GDK_KEY_z && held == GDK_CONTROL_MASK && is_empty)
    g_signal_emit (self, signals[UNDO], 0);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* From the chips, Down and Escape go back to the field first. */
static gboolean
key_cb (CommonsQuickEntry *self,
        guint              keyval,
        guint              keycode,
        GdkModifierType    state)
{
  int chip = commons_quick_tray_get_focused (COMMONS_QUICK_TRAY (self->tray));

  g_assert (COMMONS_IS_QUICK_ENTRY (self));

  if (self->composing)
    return GDK_EVENT_PROPAGATE;

  if (chip >= 0 && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down || keyval == GDK_KEY_Escape))
    gtk_widget_grab_focus (self->entry);
  else if (keyval == GDK_KEY_Escape)
    g_signal_emit (self, signals[CLOSED], 0);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
close_cb (CommonsQuickEntry *self)
{
  g_assert (COMMONS_IS_QUICK_ENTRY (self));

  g_signal_emit (self, signals[CLOSED], 0);
}

static void
reveal_cb (CommonsQuickEntry *self,
           const char        *id)
{
  g_assert (COMMONS_IS_QUICK_ENTRY (self));

  g_signal_emit (self, signals[REVEAL], 0, id);
}

/* One after the other can be placed: the next one gets the keyboard. */
static void
place_cb (CommonsQuickEntry *self,
          const char        *id)
{
  CommonsQuickTray *tray = COMMONS_QUICK_TRAY (self->tray);
  int chip = commons_quick_tray_get_focused (tray);

  g_assert (COMMONS_IS_QUICK_ENTRY (self));

  g_signal_emit (self, signals[PLACE], 0, id);
  if (chip >= 0 && !commons_quick_tray_focus (tray, chip))
    gtk_widget_grab_focus (self->entry);
}

static gboolean
commons_quick_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COMMONS_QUICK_ENTRY (widget)->entry);
}

static void
commons_quick_entry_dispose (GObject *object)
{
  CommonsQuickEntry *self = COMMONS_QUICK_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (commons_quick_entry_parent_class)->dispose (object);
}

static void
commons_quick_entry_class_init (CommonsQuickEntryClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_quick_entry_dispose;
  widget_class->grab_focus = commons_quick_entry_grab_focus;

  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[UNDO] = g_signal_new ("undo", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REVEAL] = g_signal_new ("reveal", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PLACE] = g_signal_new ("place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quickentry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static GtkWidget *
make_kind_button (CommonsQuickEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->miniature = commons_kind_miniature_new (NULL, NULL);
  self->plain = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->kind_label = gtk_label_new (NULL);
  gtk_widget_set_valign (self->plain, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->miniature, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->plain, "plain-card");
  gtk_label_set_xalign (GTK_LABEL (self->kind_label), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->kind_label), KIND_CHARS);
  gtk_label_set_ellipsize (GTK_LABEL (self->kind_label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), self->miniature);
  gtk_box_append (GTK_BOX (box), self->plain);
  gtk_box_append (GTK_BOX (box), self->kind_label);

  self->kind_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->kind_button), box);
  gtk_widget_add_css_class (self->kind_button, "flat");
  gtk_widget_set_focusable (self->kind_button, FALSE);
  gtk_widget_set_tooltip_text (self->kind_button, _("Next Kind of Card (Tab)"));
  g_signal_connect_object (self->kind_button, "clicked", G_CALLBACK (kind_clicked_cb), self, G_CONNECT_SWAPPED);

  return self->kind_button;
}

static void
make_entry (CommonsQuickEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEditable *text;

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_input_hints (GTK_ENTRY (self->entry), GTK_INPUT_HINT_SPELLCHECK);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quick Entry"), -1);

  /* Before the field, for which Tab goes elsewhere. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);

  text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));
  g_signal_connect_object (text, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_line (CommonsQuickEntry *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  make_entry (self);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Close Quick Entry (Escape)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close Quick Entry"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (line), make_kind_button (self));
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), button);

  return line;
}

static void
commons_quick_entry_init (CommonsQuickEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->kinds = g_ptr_array_new ();
  g_ptr_array_add (self->kinds, NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->target = gtk_label_new (NULL);
  self->tray = commons_quick_tray_new ();
  self->hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->target), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->target), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_add_css_class (self->target, "heading");
  gtk_widget_add_css_class (self->hint, "secondary");
  gtk_widget_set_visible (self->tray, FALSE);

  gtk_box_append (GTK_BOX (self->box), self->tray);
  gtk_box_append (GTK_BOX (self->box), self->target);
  gtk_box_append (GTK_BOX (self->box), make_line (self));
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "floating");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quick Entry"), -1);

  g_signal_connect_object (self->tray, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tray, "place", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  show_hint (self);
  show_kind (self);
  commons_quick_entry_set_target (self, NULL);
}

void
commons_quick_entry_set_narrow (CommonsQuickEntry *self,
                                gboolean           narrow)
{
  g_return_if_fail (COMMONS_IS_QUICK_ENTRY (self));

  /* Where it is as wide as the longest of them, the field does not jump. */
  gtk_label_set_width_chars (GTK_LABEL (self->kind_label), narrow ? NARROW_KIND_CHARS : KIND_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self->kind_label), narrow ? NARROW_KIND_CHARS : KIND_CHARS);
}

GtkWidget *
commons_quick_entry_new (void)
{
  return g_object_new (COMMONS_TYPE_QUICK_ENTRY, NULL);
}

void
commons_quick_entry_set_catalogue (CommonsQuickEntry *self,
                                   CommonsCatalogue  *catalogue)
{
  const char *const *palette;

  g_return_if_fail (COMMONS_IS_QUICK_ENTRY (self));

  if (!g_set_object (&self->catalogue, catalogue))
    return;

  self->kind = 0;
  g_ptr_array_set_size (self->kinds, 1);
  palette = catalogue ? commons_catalogue_get_palette (catalogue) : NULL;
  for (guint i = 0; palette != NULL && palette[i] != NULL; i++)
    {
      /* A circle needs a place and a size: it is drawn, not written down. */
      if (!commons_catalogue_get_kind (catalogue, palette[i])->group)
        g_ptr_array_add (self->kinds, (gpointer) palette[i]);
    }
  show_kind (self);
}

void
commons_quick_entry_set_target (CommonsQuickEntry *self,
                                const char        *title)
{
  g_autofree char *words = NULL;

  g_return_if_fail (COMMONS_IS_QUICK_ENTRY (self));

  /* Translators: %s is the name of a circle or zone */
  words = title != NULL ? g_strdup_printf (_("Add to “%s”"), title) : g_strdup (_("A card to place later"));
  gtk_label_set_text (GTK_LABEL (self->target), words);
  gtk_widget_set_visible (self->target, title != NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), words);
}

void
commons_quick_entry_set_cards (CommonsQuickEntry *self,
                               GPtrArray         *cards)
{
  g_return_if_fail (COMMONS_IS_QUICK_ENTRY (self));

  commons_quick_tray_set_cards (COMMONS_QUICK_TRAY (self->tray), self->catalogue, cards);
}

const char *
commons_quick_entry_get_kind (CommonsQuickEntry *self)
{
  g_return_val_if_fail (COMMONS_IS_QUICK_ENTRY (self), NULL);

  return g_ptr_array_index (self->kinds, self->kind);
}

char *
commons_quick_entry_dup_text (CommonsQuickEntry *self)
{
  g_return_val_if_fail (COMMONS_IS_QUICK_ENTRY (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

void
commons_quick_entry_commit (CommonsQuickEntry *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (COMMONS_IS_QUICK_ENTRY (self));

  text = commons_quick_entry_dup_text (self);
  if (*text == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[ENTERED], 0, commons_quick_entry_get_kind (self), text);
}

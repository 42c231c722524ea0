/* commons-capture-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-capture-entry.h"
#include "commons-growing-text.h"
#include "commons-settings.h"

/* What is pasted line by line makes at most this many cards. */
#define MAX_LINES 200

#define N_MODES 3

struct _CommonsCaptureEntry
{
  GtkWidget              parent_instance;

  const CommonsQuestion *question;
  GtkWidget             *captures;
  GtkWidget             *about;
  GtkWidget             *about_label;
  GtkWidget             *text;
  GtkWidget             *offer;      /* to make a card of each line */
  GtkWidget             *modes[N_MODES];
  GtkWidget             *speaker;
  GSettings             *settings;
  char                  *author;     /* who speaks unless somebody else is named */
  gboolean               pasted;     /* several lines came at once */
};

enum
{
  ENTERED,
  PICK_ABOUT,
  CAPTURE_CHANGED,
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsCaptureEntry, commons_capture_entry, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* The lines that say something. */
static GStrv
list_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\r", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; lines[i] != NULL && n < MAX_LINES; i++)
    {
      if (*g_strstrip (lines[i]) == '\0')
        continue;
      g_strv_builder_add (builder, lines[i]);
      n++;
    }

  return g_strv_builder_end (builder);
}

char *
commons_capture_entry_dup_text (CommonsCaptureEntry *self)
{
  char *text;

  g_return_val_if_fail (COMMONS_IS_CAPTURE_ENTRY (self), NULL);

  text = commons_growing_text_dup_text (COMMONS_GROWING_TEXT (self->text));

  return g_strstrip (text);
}

void
commons_capture_entry_enter (CommonsCaptureEntry *self)
{
  g_autofree char *text = NULL;
  const char *texts[2] = { NULL, NULL };

  g_return_if_fail (COMMONS_IS_CAPTURE_ENTRY (self));

  text = commons_capture_entry_dup_text (self);
  if (*text == '\0')
    return;

  texts[0] = text;
  g_signal_emit (self, signals[ENTERED], 0, texts);
}

static void
enter_lines_cb (CommonsCaptureEntry *self)
{
  g_autofree char *text = commons_capture_entry_dup_text (self);
  g_auto (GStrv) lines = list_lines (text);

  g_assert (COMMONS_IS_CAPTURE_ENTRY (self));

  if (lines[0] != NULL)
    g_signal_emit (self, signals[ENTERED], 0, lines);
  gtk_widget_grab_focus (self->text);
}

static gboolean
key_cb (CommonsCaptureEntry *self,
        guint                keyval,
        guint                keycode,
        GdkModifierType      state)
{
  g_assert (COMMONS_IS_CAPTURE_ENTRY (self));

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter) ||
      (state & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  commons_capture_entry_enter (self);

  return GDK_EVENT_STOP;
}

/* Several lines at once, which nobody types. */
static void
insert_text_cb (CommonsCaptureEntry *self,
                GtkTextIter         *place,
                const char          *text,
                int                  length)
{
  g_autofree char *inserted = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  g_auto (GStrv) lines = list_lines (inserted);

  g_assert (COMMONS_IS_CAPTURE_ENTRY (self));

  self->pasted |= g_strv_length (lines) > 1;
}

static void
changed_cb (CommonsCaptureEntry *self)
{
  g_autofree char *text = commons_capture_entry_dup_text (self);
  g_auto (GStrv) lines = list_lines (text);
  guint n_lines = g_strv_length (lines);
  g_autofree char *words = NULL;
  gboolean offers;

  g_assert (COMMONS_IS_CAPTURE_ENTRY (self));

  self->pasted &= n_lines > 0;
  offers = self->pasted && n_lines > 1;
  words = g_strdup_printf (ngettext ("Make %'u Card, One per Line", "Make %'u Cards, One per Line", n_lines), n_lines);
  gtk_button_set_label (GTK_BUTTON (self->offer), words);
  if (offers && !gtk_widget_get_visible (self->offer))
    commons_announce (self->offer, words);
  gtk_widget_set_visible (self->offer, offers);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mode_toggled_cb (CommonsCaptureEntry *self)
{
  static const char *const placeholders[N_MODES] = {
    N_("Add my answer…"), N_("Add an answer…"), N_("What is still to be found out…"),
  };
  CommonsCaptureMode mode = commons_capture_entry_get_mode (self);

  g_assert (COMMONS_IS_CAPTURE_ENTRY (self));

  gtk_widget_set_visible (self->speaker, mode == COMMONS_CAPTURE_I);
  commons_growing_text_set_placeholder (COMMONS_GROWING_TEXT (self->text), _(placeholders[mode]));
}

static void
about_cb (CommonsCaptureEntry *self)
{
  g_assert (COMMONS_IS_CAPTURE_ENTRY (self));

  g_signal_emit (self, signals[PICK_ABOUT], 0);
}

static void
capture_cb (CommonsCaptureEntry *self)
{
  g_assert (COMMONS_IS_CAPTURE_ENTRY (self));

  g_signal_emit (self, signals[CAPTURE_CHANGED], 0);
}

static gboolean
commons_capture_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COMMONS_CAPTURE_ENTRY (widget)->text);
}

static void
commons_capture_entry_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&COMMONS_CAPTURE_ENTRY (object)->settings);

  G_OBJECT_CLASS (commons_capture_entry_parent_class)->dispose (object);
}

static void
commons_capture_entry_finalize (GObject *object)
{
  g_free (COMMONS_CAPTURE_ENTRY (object)->author);

  G_OBJECT_CLASS (commons_capture_entry_parent_class)->finalize (object);
}

static void
commons_capture_entry_class_init (CommonsCaptureEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_capture_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = commons_capture_entry_finalize;
  widget_class->grab_focus = commons_capture_entry_grab_focus;

  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[PICK_ABOUT] = g_signal_new ("pick-about", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CAPTURE_CHANGED] = g_signal_new ("capture-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "captureentry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_modes (CommonsCaptureEntry *self)
{
  /* Translators: who answers a question: one person, the group, or nobody yet */
  const char *const names[N_MODES] = { _("I"), _("We"), _("Later") };
  const char *const tips[N_MODES] = {
    _("One person answers: the card stays hidden until it is shared"),
    _("The group answers"),
    _("Nobody can say yet: the card becomes an open question"),
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "capture-modes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who answers"), -1);
  for (guint i = 0; i < N_MODES; i++)
    {
      self->modes[i] = gtk_toggle_button_new_with_label (names[i]);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->modes[i]), GTK_TOGGLE_BUTTON (self->modes[0]));
      gtk_widget_set_tooltip_text (self->modes[i], tips[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->modes[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tips[i], -1);
      gtk_box_append (GTK_BOX (box), self->modes[i]);
    }

  return box;
}

static void
make_text (CommonsCaptureEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *view;

  self->text = commons_growing_text_new (_("New answer"));
  view = commons_growing_text_get_view (COMMONS_GROWING_TEXT (self->text));
  gtk_widget_add_css_class (self->text, "capture-text");

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "insert-text",
                           G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
make_about (CommonsCaptureEntry *self)
{
  self->about = gtk_button_new ();
  self->about_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->about_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->about_label), 0);
  gtk_button_set_child (GTK_BUTTON (self->about), self->about_label);
  gtk_widget_add_css_class (self->about, "capture-about");
  gtk_widget_set_visible (self->about, FALSE);
  g_signal_connect_object (self->about, "clicked", G_CALLBACK (about_cb), self, G_CONNECT_SWAPPED);
}

/* Whoever is at the keyboard speaks, unless another name was written. */
static void
author_changed_cb (CommonsCaptureEntry *self)
{
  g_autofree char *before = g_steal_pointer (&self->author);

  g_assert (COMMONS_IS_CAPTURE_ENTRY (self));

  self->author = commons_settings_dup_author (self->settings);
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->speaker)), before != NULL ? before : ""))
    gtk_editable_set_text (GTK_EDITABLE (self->speaker), self->author != NULL ? self->author : "");
}

static void
commons_capture_entry_init (CommonsCaptureEntry *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *modes;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->captures = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->captures),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the answer becomes"), -1);
  make_about (self);
  make_text (self);
  self->offer = gtk_button_new ();
  modes = make_modes (self);
  self->speaker = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->speaker), _("Who speaks?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speaker), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who speaks?"), -1);
  gtk_widget_set_visible (self->offer, FALSE);

  gtk_widget_set_parent (self->captures, GTK_WIDGET (self));
  gtk_widget_set_parent (self->about, GTK_WIDGET (self));
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_parent (self->offer, GTK_WIDGET (self));
  gtk_widget_set_parent (modes, GTK_WIDGET (self));
  gtk_widget_set_parent (self->speaker, GTK_WIDGET (self));

  for (guint i = 0; i < N_MODES; i++)
    g_signal_connect_object (self->modes[i], "toggled", G_CALLBACK (mode_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->offer, "clicked", G_CALLBACK (enter_lines_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->captures, "notify::selected", G_CALLBACK (capture_cb), self, G_CONNECT_SWAPPED);
  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::author", G_CALLBACK (author_changed_cb), self, G_CONNECT_SWAPPED);
  author_changed_cb (self);
  commons_capture_entry_set_mode (self, COMMONS_CAPTURE_WE);
}

GtkWidget *
commons_capture_entry_new (void)
{
  return g_object_new (COMMONS_TYPE_CAPTURE_ENTRY, NULL);
}

void
commons_capture_entry_set_question (CommonsCaptureEntry   *self,
                                    const CommonsQuestion *question)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (COMMONS_IS_CAPTURE_ENTRY (self));

  self->question = question;
  for (guint i = 0; question != NULL && i < question->n_captures; i++)
    gtk_string_list_append (names, question->captures[i].label);

  gtk_drop_down_set_model (GTK_DROP_DOWN (self->captures), G_LIST_MODEL (names));
  gtk_widget_set_visible (self->captures, question != NULL && question->n_captures > 1);
}

void
commons_capture_entry_set_about (CommonsCaptureEntry *self,
                                 const char          *title,
                                 gboolean             wanted)
{
  g_autofree char *words = NULL;

  g_return_if_fail (COMMONS_IS_CAPTURE_ENTRY (self));

  gtk_widget_set_visible (self->about, wanted);
  if (!wanted)
    return;

  /* Translators: what an answer is about: “About: Map server” */
  words = title != NULL ? g_strdup_printf (_("About: %s"), title) : g_strdup (_("About: nothing yet"));
  if (g_strcmp0 (words, gtk_label_get_text (GTK_LABEL (self->about_label))) == 0)
    return;

  gtk_label_set_text (GTK_LABEL (self->about_label), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->about), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
commons_capture_entry_set_text (CommonsCaptureEntry *self,
                                const char          *text)
{
  g_return_if_fail (COMMONS_IS_CAPTURE_ENTRY (self));

  commons_growing_text_set_text (COMMONS_GROWING_TEXT (self->text), text != NULL ? text : "");
}

guint
commons_capture_entry_get_capture (CommonsCaptureEntry *self)
{
  guint selected;

  g_return_val_if_fail (COMMONS_IS_CAPTURE_ENTRY (self), 0);

  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->captures));

  return self->question != NULL && selected < self->question->n_captures ? selected : 0;
}

CommonsCaptureMode
commons_capture_entry_get_mode (CommonsCaptureEntry *self)
{
  g_return_val_if_fail (COMMONS_IS_CAPTURE_ENTRY (self), COMMONS_CAPTURE_WE);

  for (guint i = 0; i < N_MODES; i++)
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->modes[i])))
        return (CommonsCaptureMode) i;
    }

  return COMMONS_CAPTURE_WE;
}

void
commons_capture_entry_set_mode (CommonsCaptureEntry *self,
                                CommonsCaptureMode   mode)
{
  g_return_if_fail (COMMONS_IS_CAPTURE_ENTRY (self));
  g_return_if_fail (mode <= COMMONS_CAPTURE_LATER);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->modes[mode]), TRUE);
  mode_toggled_cb (self);
}

const char *
commons_capture_entry_get_author (CommonsCaptureEntry *self)
{
  const char *name;

  g_return_val_if_fail (COMMONS_IS_CAPTURE_ENTRY (self), NULL);

  name = gtk_editable_get_text (GTK_EDITABLE (self->speaker));

  return commons_capture_entry_get_mode (self) == COMMONS_CAPTURE_I && *name != '\0' ? name : NULL;
}

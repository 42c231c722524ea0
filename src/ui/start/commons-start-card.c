/* commons-start-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-start-card.h"
#include "commons-start-picture.h"

#define LARGE_HEIGHT 166
#define SMALL_WIDTH  76
#define SMALL_HEIGHT 50

struct _CommonsStartCard
{
  AdwBin           parent_instance;

  CommonsTemplate *template;
  GtkWidget       *button;
  GtkWidget       *picture;
};

enum
{
  CHOSEN,
  REMOVED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsStartCard, commons_start_card, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
clicked_cb (CommonsStartCard *self)
{
  g_assert (COMMONS_IS_START_CARD (self));

  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
remove_cb (CommonsStartCard *self)
{
  g_assert (COMMONS_IS_START_CARD (self));

  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
key_cb (CommonsStartCard *self,
        guint             keyval)
{
  g_assert (COMMONS_IS_START_CARD (self));

  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return FALSE;

  remove_cb (self);

  return TRUE;
}

static void
commons_start_card_dispose (GObject *object)
{
  CommonsStartCard *self = COMMONS_START_CARD (object);

  g_clear_pointer (&self->template, commons_template_free);

  G_OBJECT_CLASS (commons_start_card_parent_class)->dispose (object);
}

static void
commons_start_card_class_init (CommonsStartCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_start_card_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
commons_start_card_init (CommonsStartCard *self)
{
}

static GtkWidget *
make_label (const char *text,
            const char *css_class,
            int         lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static gboolean
is_blank (CommonsStartCard *self)
{
  return g_str_equal (self->template->id, "blank") && self->template->file == NULL;
}

static const char *
get_words (CommonsStartCard *self)
{
  return self->template->problem != NULL ? self->template->problem : self->template->description;
}

/* Other boards are named by what they are; an empty one by what it lacks. */
static const char *
get_title (CommonsStartCard *self)
{
  return is_blank (self) ? _("Blank board") : self->template->title;
}

static GtkWidget *
make_words (CommonsStartCard *self,
            gboolean          large)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *words = get_words (self);

  gtk_widget_add_css_class (box, "start-words");
  gtk_widget_set_valign (box, large ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_label (get_title (self), "heading", large ? 2 : 1));
  if (words != NULL)
    gtk_box_append (GTK_BOX (box), make_label (words, "start-about", large ? 3 : 2));

  return box;
}

static void
load_picture (CommonsStartCard *self)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->template->file != NULL)
    {
      commons_start_picture_load (COMMONS_START_PICTURE (self->picture), self->template->file, NULL, FALSE);
      return;
    }

  bytes = commons_template_read (self->template, NULL, NULL);
  if (bytes != NULL)
    commons_start_picture_load (COMMONS_START_PICTURE (self->picture), NULL, bytes, TRUE);
}

/* An empty board is shown by what one does first with it. */
static GtkWidget *
make_picture (CommonsStartCard *self,
              gboolean          large,
              int               width)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *plus = gtk_image_new_from_icon_name ("list-add-symbolic");

  self->picture = large ? commons_start_picture_new (width, LARGE_HEIGHT)
                        : commons_start_picture_new (SMALL_WIDTH, SMALL_HEIGHT);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->picture);
  if (is_blank (self))
    {
      gtk_widget_add_css_class (plus, "start-plus");
      gtk_widget_set_halign (plus, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (plus, GTK_ALIGN_CENTER);
      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), plus);
    }
  else
    {
      g_object_ref_sink (plus);
      g_object_unref (plus);
    }

  if (!large)
    gtk_widget_set_valign (overlay, GTK_ALIGN_CENTER);
  if (self->template->problem == NULL)
    load_picture (self);
  else
    commons_start_picture_set_icon (COMMONS_START_PICTURE (self->picture), "dialog-question-symbolic");

  return overlay;
}

static GtkWidget *
make_remover (CommonsStartCard *self)
{
  GtkWidget *remover = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *words = g_strdup_printf (_("Remove the template “%s”"), self->template->title);

  gtk_widget_add_css_class (remover, "flat");
  gtk_widget_add_css_class (remover, "circular");
  gtk_widget_set_valign (remover, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (remover, 6);
  gtk_widget_set_tooltip_text (remover, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remover), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (remover, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return remover;
}

static GtkWidget *
make_button (CommonsStartCard *self,
             gboolean          large,
             int               width)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 0);
  const char *words = get_words (self);

  gtk_box_append (GTK_BOX (box), make_picture (self, large, width));
  gtk_box_append (GTK_BOX (box), make_words (self, large));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "start-choice");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_sensitive (button, self->template->problem == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (self), -1);
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
build (CommonsStartCard *self,
       gboolean          large,
       int               width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->button = make_button (self, large, width);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, large ? "start-large" : "start-small");
  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);

  if (self->template->own)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      gtk_box_append (GTK_BOX (box), make_remover (self));
      g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (box, keys);
    }

  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
commons_start_card_new (const CommonsTemplate *template,
                        gboolean               large,
                        int                    width)
{
  CommonsStartCard *self;

  g_return_val_if_fail (template != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_START_CARD, NULL);
  self->template = commons_template_copy (template);
  build (self, large, width);

  return GTK_WIDGET (self);
}

const CommonsTemplate *
commons_start_card_get_template (CommonsStartCard *self)
{
  g_return_val_if_fail (COMMONS_IS_START_CARD (self), NULL);

  return self->template;
}

void
commons_start_card_focus (CommonsStartCard *self)
{
  g_return_if_fail (COMMONS_IS_START_CARD (self));

  gtk_widget_grab_focus (self->button);
}

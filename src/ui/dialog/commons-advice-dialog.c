/* commons-advice-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-advice-dialog.h"
#include "commons-announce.h"
#include "commons-help.h"
#include "commons-narrow-bin.h"
#include "commons-picture.h"
#include "commons-sheets.h"
#include "commons-style-classes.h"

#define MIN_WIDTH  360
#define MIN_HEIGHT 300

/* Below this width two things side by side are too narrow to be read. */
#define NARROW_WIDTH 720

typedef struct
{
  CommonsBoardView *view;
  CommonsDocument  *document;
  char             *question;
  CommonsPicture   *picture; /* measures cards, NULL until one is added */
  GtkWidget        *header;
  GtkWidget        *title;
  GtkWidget        *box;
  GtkWidget        *bar;
  GtkWidget        *note;
  GtkWidget        *button; /* NULL for none */
  gboolean          narrow;
  guint             narrow_idle;
} CommonsAdviceDialogPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (CommonsAdviceDialog, commons_advice_dialog, ADW_TYPE_WINDOW)

static CommonsAdviceDialogPrivate *
get_private (CommonsAdviceDialog *self)
{
  return commons_advice_dialog_get_instance_private (self);
}

/* ---- Width --------------------------------------------------------------- */

/* Not while sizes are given out. */
static gboolean
tell_narrow_cb (gpointer user_data)
{
  CommonsAdviceDialog *self = user_data;
  CommonsAdviceDialogPrivate *priv = get_private (self);
  CommonsAdviceDialogClass *klass = COMMONS_ADVICE_DIALOG_GET_CLASS (self);

  priv->narrow_idle = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (priv->bar),
                                  priv->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (klass->narrow != NULL)
    klass->narrow (self, priv->narrow);

  return G_SOURCE_REMOVE;
}

static void
commons_advice_dialog_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  CommonsAdviceDialog *self = COMMONS_ADVICE_DIALOG (widget);
  CommonsAdviceDialogPrivate *priv = get_private (self);
  gboolean narrow = width < COMMONS_ADVICE_DIALOG_GET_CLASS (self)->narrow_width;

  GTK_WIDGET_CLASS (commons_advice_dialog_parent_class)->size_allocate (widget, width, height, baseline);

  if (priv->narrow == narrow)
    return;

  priv->narrow = narrow;
  if (priv->narrow_idle == 0)
    priv->narrow_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_narrow_cb, self, NULL);
}

/* ---- Making it ----------------------------------------------------------- */

static void
board_changed_cb (CommonsAdviceDialog *self)
{
  CommonsAdviceDialogClass *klass = COMMONS_ADVICE_DIALOG_GET_CLASS (self);

  g_assert (COMMONS_IS_ADVICE_DIALOG (self));

  if (klass->changed != NULL)
    klass->changed (self);
}

static void
commons_advice_dialog_dispose (GObject *object)
{
  CommonsAdviceDialogPrivate *priv = get_private (COMMONS_ADVICE_DIALOG (object));

  g_clear_handle_id (&priv->narrow_idle, g_source_remove);
  g_clear_object (&priv->view);
  g_clear_object (&priv->document);
  g_clear_object (&priv->picture);
  g_clear_pointer (&priv->question, g_free);

  G_OBJECT_CLASS (commons_advice_dialog_parent_class)->dispose (object);
}

static void
commons_advice_dialog_class_init (CommonsAdviceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_advice_dialog_dispose;
  widget_class->size_allocate = commons_advice_dialog_size_allocate;
  klass->narrow_width = NARROW_WIDTH;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (widget_class);
}

static GtkWidget *
make_bar (CommonsAdviceDialogPrivate *priv)
{
  priv->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (priv->bar, "advice-bar");
  gtk_widget_set_visible (priv->bar, FALSE);

  priv->note = g_object_new (GTK_TYPE_LABEL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                             "wrap", TRUE,
                             "xalign", 0.0f,
                             "hexpand", TRUE,
                             NULL);
  gtk_widget_add_css_class (priv->note, "secondary");
  gtk_box_append (GTK_BOX (priv->bar), priv->note);

  return priv->bar;
}

static void
commons_advice_dialog_init (CommonsAdviceDialog *self)
{
  CommonsAdviceDialogPrivate *priv = get_private (self);

  priv->title = adw_window_title_new (NULL, NULL);
  priv->header = adw_header_bar_new ();
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (priv->header), priv->title);
  adw_header_bar_pack_end (ADW_HEADER_BAR (priv->header), commons_help_button_new ());
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (priv->box), priv->header);
  gtk_box_append (GTK_BOX (priv->box), make_bar (priv));

  /* It may become narrow before what stands side by side has moved. */
  adw_window_set_content (ADW_WINDOW (self), commons_narrow_bin_new (priv->box, MIN_WIDTH));

  gtk_widget_add_css_class (GTK_WIDGET (self), "advice-dialog");
  gtk_widget_set_size_request (GTK_WIDGET (self), MIN_WIDTH, MIN_HEIGHT);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  commons_style_classes_follow (GTK_WINDOW (self));
}

/* Work under way may keep it longer than the window it was opened over. */
static void
parent_destroyed_cb (CommonsAdviceDialog *self)
{
  g_assert (COMMONS_IS_ADVICE_DIALOG (self));

  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
}

void
commons_advice_dialog_set_up (CommonsAdviceDialog *self,
                              CommonsBoardView    *view,
                              CommonsDocument     *document,
                              const char          *question,
                              const char          *title)
{
  CommonsAdviceDialogPrivate *priv;
  const CommonsQuestion *asked;
  GtkRoot *root;

  g_return_if_fail (COMMONS_IS_ADVICE_DIALOG (self));
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (view));
  g_return_if_fail (COMMONS_IS_DOCUMENT (document));
  g_return_if_fail (title != NULL);

  priv = get_private (self);
  root = gtk_widget_get_root (GTK_WIDGET (view));
  asked = commons_catalogue_get_question (commons_board_view_get_catalogue (view), question);
  g_set_object (&priv->view, view);
  g_set_object (&priv->document, document);
  g_free (priv->question);
  priv->question = asked != NULL ? g_strdup (asked->id) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (ADW_WINDOW_TITLE (priv->title), title);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (priv->title),
                                 asked != NULL ? asked->title : commons_document_get_title (document));
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "destroy", G_CALLBACK (parent_destroyed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (commons_document_get_board (document), "changed",
                           G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);
}

CommonsBoardView *
commons_advice_dialog_get_view (CommonsAdviceDialog *self)
{
  g_return_val_if_fail (COMMONS_IS_ADVICE_DIALOG (self), NULL);

  return get_private (self)->view;
}

CommonsBoard *
commons_advice_dialog_get_board (CommonsAdviceDialog *self)
{
  g_return_val_if_fail (COMMONS_IS_ADVICE_DIALOG (self), NULL);

  return commons_document_get_board (get_private (self)->document);
}

CommonsEditor *
commons_advice_dialog_get_editor (CommonsAdviceDialog *self)
{
  g_return_val_if_fail (COMMONS_IS_ADVICE_DIALOG (self), NULL);

  return commons_document_get_editor (get_private (self)->document);
}

CommonsCatalogue *
commons_advice_dialog_get_catalogue (CommonsAdviceDialog *self)
{
  g_return_val_if_fail (COMMONS_IS_ADVICE_DIALOG (self), NULL);

  return commons_board_view_get_catalogue (get_private (self)->view);
}

const char *
commons_advice_dialog_get_question (CommonsAdviceDialog *self)
{
  g_return_val_if_fail (COMMONS_IS_ADVICE_DIALOG (self), NULL);

  return get_private (self)->question;
}

gboolean
commons_advice_dialog_can_write (CommonsAdviceDialog *self)
{
  g_return_val_if_fail (COMMONS_IS_ADVICE_DIALOG (self), FALSE);

  return !commons_document_get_read_only (get_private (self)->document);
}

static int
measure (const char *kind,
         int         width,
         const char *text,
         gpointer    user_data)
{
  return commons_picture_measure_height (user_data, kind, width, text);
}

void
commons_advice_dialog_get_advise (CommonsAdviceDialog *self,
                                  CommonsAdvise       *advise)
{
  CommonsAdviceDialogPrivate *priv;
  CommonsViewport viewport;

  g_return_if_fail (COMMONS_IS_ADVICE_DIALOG (self));
  g_return_if_fail (advise != NULL);

  priv = get_private (self);
  if (priv->picture == NULL)
    priv->picture = commons_picture_new (commons_document_get_board (priv->document),
                                         commons_board_view_get_catalogue (priv->view),
                                         commons_theme_get (COMMONS_THEME_LIGHT, FALSE));

  *advise = (CommonsAdvise) {
    .editor = commons_document_get_editor (priv->document),
    .catalogue = commons_board_view_get_catalogue (priv->view),
    .question = priv->question,
    .measure = measure,
    .measure_data = priv->picture,
  };
  commons_board_view_get_viewport (priv->view, &viewport);
  commons_viewport_get_visible (&viewport, &advise->visible);
}

void
commons_advice_dialog_set_body (CommonsAdviceDialog *self,
                                GtkWidget           *body,
                                gboolean             scrolls)
{
  CommonsAdviceDialogPrivate *priv;
  GtkWidget *scroller = NULL;

  g_return_if_fail (COMMONS_IS_ADVICE_DIALOG (self));
  g_return_if_fail (GTK_IS_WIDGET (body));

  priv = get_private (self);
  if (!scrolls)
    {
      scroller = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), body);
      body = scroller;
    }

  gtk_widget_set_vexpand (body, TRUE);
  gtk_box_insert_child_after (GTK_BOX (priv->box), body, priv->header);
}

void
commons_advice_dialog_set_note (CommonsAdviceDialog *self,
                                const char          *note,
                                gboolean             announce)
{
  CommonsAdviceDialogPrivate *priv;

  g_return_if_fail (COMMONS_IS_ADVICE_DIALOG (self));

  priv = get_private (self);
  gtk_label_set_text (GTK_LABEL (priv->note), note ? note : "");
  gtk_widget_set_visible (priv->bar, note != NULL || priv->button != NULL);
  if (announce && note != NULL)
    commons_announce (GTK_WIDGET (self), note);
}

void
commons_advice_dialog_set_bar (CommonsAdviceDialog *self,
                               const char          *note,
                               GtkWidget           *button)
{
  CommonsAdviceDialogPrivate *priv;
  g_autofree char *all = NULL;

  g_return_if_fail (COMMONS_IS_ADVICE_DIALOG (self));

  priv = get_private (self);
  if (button != NULL)
    {
      priv->button = button;
      gtk_widget_add_css_class (button, "suggested-action");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_sensitive (button, commons_advice_dialog_can_write (self));
      gtk_box_append (GTK_BOX (priv->bar), button);
      gtk_window_set_default_widget (GTK_WINDOW (self), button);
    }

  if (button != NULL && !commons_advice_dialog_can_write (self))
    all = g_strjoin (" ", _("This board can only be read: nothing can be added to it."), note, NULL);
  commons_advice_dialog_set_note (self, all ? all : note, FALSE);
}

void
commons_advice_dialog_add_header (CommonsAdviceDialog *self,
                                  GtkWidget           *widget)
{
  g_return_if_fail (COMMONS_IS_ADVICE_DIALOG (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  adw_header_bar_pack_start (ADW_HEADER_BAR (get_private (self)->header), widget);
}

void
commons_advice_dialog_finish (CommonsAdviceDialog *self,
                              GPtrArray           *ids,
                              const char          *message)
{
  g_autoptr (CommonsBoardView) view = NULL;
  CommonsSelection *selection;

  g_return_if_fail (COMMONS_IS_ADVICE_DIALOG (self));
  g_return_if_fail (ids != NULL);
  g_return_if_fail (message != NULL);

  view = g_object_ref (get_private (self)->view);
  gtk_window_close (GTK_WINDOW (self));

  selection = commons_board_view_get_selection (view);
  commons_selection_set_many (selection, ids);

  if (ids->len > 1)
    commons_board_view_perform (view, "board.zoom-selection");
  else if (ids->len == 1)
    commons_board_view_show_card (view, g_ptr_array_index (ids, 0));
  g_signal_emit_by_name (view, "toast", message, TRUE);
}

GtkWidget *
commons_advice_make_label (const char *text,
                           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

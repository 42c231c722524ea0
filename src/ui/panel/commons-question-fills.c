/* commons-question-fills.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-field-editor.h"
#include "commons-question-fills.h"

/* More cards than this are filled in one by one, in the inspector. */
#define MAX_CARDS 40

#define SPEC_KEY "commons-fill-spec"
#define CARD_KEY "commons-fill-card"

struct _CommonsQuestionFills
{
  GtkWidget              parent_instance;

  CommonsBoardView      *view;       /* not owned */
  const CommonsQuestion *question;
};

G_DEFINE_FINAL_TYPE (CommonsQuestionFills, commons_question_fills, GTK_TYPE_WIDGET)

static const CommonsField *
find_field (CommonsQuestionFills  *self,
            const CommonsFillSpec *spec)
{
  CommonsCatalogue *catalogue = commons_board_view_get_catalogue (self->view);
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, spec->kind);

  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    {
      if (g_str_equal (kind->fields[i].id, spec->field))
        return &kind->fields[i];
    }

  return NULL;
}

static GPtrArray *
list_cards (CommonsQuestionFills  *self,
            const CommonsFillSpec *spec)
{
  CommonsBoard *board = commons_document_get_board (commons_board_view_get_document (self->view));
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < commons_board_get_n_nodes (board) && cards->len < MAX_CARDS; i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      if (g_strcmp0 (commons_record_get_kind (node), spec->kind) == 0 &&
          !commons_record_is_hidden (node) && commons_fill_spec_accepts (spec, node))
        g_ptr_array_add (cards, node);
    }

  return cards;
}

static GtkWidget *
make_fill (CommonsQuestionFills  *self,
           const CommonsFillSpec *spec,
           CommonsRecord         *card)
{
  const char *ids[] = { commons_record_get_id (card), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *editor = commons_field_editor_new (self->view, spec->kind, find_field (self, spec));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), editor);
  gtk_widget_add_css_class (box, "question-fill");
  commons_field_editor_set_cards (COMMONS_FIELD_EDITOR (editor), ids);
  g_object_set_data_full (G_OBJECT (box), CARD_KEY, g_strdup (ids[0]), g_free);

  return box;
}

static void
show_fill (GtkWidget     *fill,
           CommonsRecord *card)
{
  GtkWidget *label = gtk_widget_get_first_child (fill);

  gtk_label_set_text (GTK_LABEL (label), commons_record_get_shown_title (card));
  commons_field_editor_update (COMMONS_FIELD_EDITOR (gtk_widget_get_next_sibling (label)));
}

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static gboolean
shows (GtkWidget *box,
       GPtrArray *cards)
{
  GtkWidget *fill = gtk_widget_get_first_child (box);

  for (guint i = 0; i < cards->len; i++)
    {
      const char *id = fill ? g_object_get_data (G_OBJECT (fill), CARD_KEY) : NULL;

      if (g_strcmp0 (id, commons_record_get_id (g_ptr_array_index (cards, i))) != 0)
        return FALSE;
      fill = gtk_widget_get_next_sibling (fill);
    }

  return fill == NULL;
}

static void
fill_expander (CommonsQuestionFills *self,
               GtkExpander          *expander)
{
  const CommonsFillSpec *spec = g_object_get_data (G_OBJECT (expander), SPEC_KEY);
  GtkWidget *box = gtk_expander_get_child (expander);
  g_autoptr (GPtrArray) cards = NULL;
  GtkWidget *fill;

  if (!gtk_expander_get_expanded (expander))
    return;

  cards = list_cards (self, spec);
  if (cards->len == 0 || !shows (box, cards))
    {
      empty (box);
      for (guint i = 0; i < cards->len; i++)
        gtk_box_append (GTK_BOX (box), make_fill (self, spec, g_ptr_array_index (cards, i)));
    }

  if (cards->len == 0)
    {
      gtk_box_append (GTK_BOX (box), gtk_label_new (_("No such card on the board yet")));
      return;
    }

  fill = gtk_widget_get_first_child (box);
  for (guint i = 0; i < cards->len; i++, fill = gtk_widget_get_next_sibling (fill))
    show_fill (fill, g_ptr_array_index (cards, i));
}

static void
expanded_cb (CommonsQuestionFills *self,
             GParamSpec           *pspec,
             GtkExpander          *expander)
{
  g_assert (COMMONS_IS_QUESTION_FILLS (self));

  fill_expander (self, expander);
}

static void
clear (CommonsQuestionFills *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
commons_question_fills_dispose (GObject *object)
{
  clear (COMMONS_QUESTION_FILLS (object));

  G_OBJECT_CLASS (commons_question_fills_parent_class)->dispose (object);
}

static void
commons_question_fills_class_init (CommonsQuestionFillsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_question_fills_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "questionfills");
}

static void
commons_question_fills_init (CommonsQuestionFills *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

GtkWidget *
commons_question_fills_new (CommonsBoardView *view)
{
  CommonsQuestionFills *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);

  self = g_object_new (COMMONS_TYPE_QUESTION_FILLS, NULL);
  self->view = view;

  return GTK_WIDGET (self);
}

static void
add_expander (CommonsQuestionFills  *self,
              const CommonsFillSpec *spec)
{
  CommonsCatalogue *catalogue = commons_board_view_get_catalogue (self->view);
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, spec->kind);
  const CommonsField *field = find_field (self, spec);
  g_autofree char *words = NULL;
  GtkWidget *expander, *label;

  if (field == NULL)
    return;

  /* Translators: a kind of cards and a field of them: “Resources: held by” */
  words = g_strdup_printf (_("%s: %s"), kind->plural, field->label);
  label = gtk_label_new (words);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_expander_set_child (GTK_EXPANDER (expander), gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (expander, "question-more");
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (expander), SPEC_KEY, (gpointer) spec);
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (expander, GTK_WIDGET (self));
}

void
commons_question_fills_set_question (CommonsQuestionFills  *self,
                                     const CommonsQuestion *question)
{
  g_return_if_fail (COMMONS_IS_QUESTION_FILLS (self));

  clear (self);
  self->question = question;
  for (guint i = 0; question != NULL && i < question->n_fills; i++)
    add_expander (self, &question->fills[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), question != NULL && question->n_fills > 0);
}

void
commons_question_fills_update (CommonsQuestionFills *self)
{
  g_return_if_fail (COMMONS_IS_QUESTION_FILLS (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fill_expander (self, GTK_EXPANDER (child));
}

/* commons-inspector-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The links of one card, a row for all that read the same: chips of the other
 * cards, and a button that looks for one or makes it.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-arrange.h"
#include "commons-card-picker.h"
#include "commons-inspect-links.h"
#include "commons-inspector-private.h"
#include "commons-wrap-box.h"

#define LINK_KEY "commons-link"
#define REVERSED_KEY "commons-reversed"

/* What is asked, for as long as the picker is there. */
typedef struct
{
  CommonsInspector      *self;
  char                  *id;
  const CommonsLinkType *type;     /* of the catalogue */
  gboolean               reversed;
} Question;

static void
free_question (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->self);
  g_free (question->id);
  g_free (question);
}

static gboolean
is_askable (Question *question)
{
  return question->self->view != NULL && _commons_inspector_is_editable (question->self);
}

static void
picked_cb (CommonsCardPicker *picker,
           const char        *other,
           Question          *question)
{
  g_autofree char *made = NULL;

  if (is_askable (question))
    made = commons_arrange_connect (_commons_inspector_get_editor (question->self), question->type->id,
                                    question->reversed ? other : question->id,
                                    question->reversed ? question->id : other, _("New Link"));
  gtk_window_close (GTK_WINDOW (picker));
}

static void
make_cb (CommonsCardPicker *picker,
         const char        *kind_id,
         const char        *title,
         Question          *question)
{
  CommonsInspector *self = question->self;
  CommonsCatalogue *catalogue = _commons_inspector_get_catalogue (self);
  const CommonsKind *kind = commons_catalogue_get_kind (catalogue, kind_id);
  g_autofree char *made = NULL;
  CommonsViewport viewport;
  CommonsRect visible;

  if (is_askable (question) && kind != NULL)
    {
      commons_board_view_get_viewport (self->view, &viewport);
      commons_viewport_get_visible (&viewport, &visible);
      made = commons_inspect_link_new (_commons_inspector_get_editor (self), catalogue, question->id, question->type,
                                       question->reversed, kind, *title != '\0' ? title : kind->new_title, &visible,
                                       _("New Card"));
    }
  gtk_window_close (GTK_WINDOW (picker));
}

static void
add_cb (CommonsInspector *self,
        GtkWidget        *button)
{
  CommonsBoard *board = _commons_inspector_get_board (self);
  CommonsCatalogue *catalogue = _commons_inspector_get_catalogue (self);
  CommonsRecord *record = _commons_inspector_get_record (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Question *question;
  GtkWidget *picker;
  g_autoptr (GPtrArray) kinds = NULL;

  g_assert (COMMONS_IS_INSPECTOR (self));

  if (record == NULL || !_commons_inspector_is_editable (self))
    return;

  question = g_new0 (Question, 1);
  *question = (Question) {
    g_object_ref (self),
    g_strdup (commons_record_get_id (record)),
    commons_catalogue_get_link (catalogue, g_object_get_data (G_OBJECT (button), LINK_KEY)),
    g_object_get_data (G_OBJECT (button), REVERSED_KEY) != NULL,
  };
  picker = commons_card_picker_new (catalogue);
  kinds = commons_inspect_list_link_kinds (catalogue, question->type, question->reversed);
  g_signal_connect_data (picker, "picked", G_CALLBACK (picked_cb), question, free_question, 0);
  g_signal_connect (picker, "make", G_CALLBACK (make_cb), question);
  commons_card_picker_set_kinds (COMMONS_CARD_PICKER (picker), kinds);
  commons_card_picker_set_choices (COMMONS_CARD_PICKER (picker),
                                   question->reversed ? question->type->inverse : question->type->label,
                                   commons_record_get_shown_title (record), _("Search cards, or name a new one"),
                                   commons_inspect_list_linkable (board, catalogue, question->id, question->type,
                                                                  question->reversed));
  gtk_window_set_transient_for (GTK_WINDOW (picker), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (picker));
}

/* "Circle, role…": what would fit. */
static GtkWidget *
make_hint (CommonsInspector          *self,
           const CommonsInspectLinks *links)
{
  g_autoptr (GPtrArray) kinds = commons_inspect_list_link_kinds (_commons_inspector_get_catalogue (self), links->type,
                                                                 links->reversed);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *hint;

  for (guint i = 0; i < kinds->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ((const CommonsKind *) g_ptr_array_index (kinds, i))->label);
  g_string_append (text, "…");
  hint = gtk_label_new (text->str);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (hint, text->str);
  gtk_widget_add_css_class (hint, "field-placeholder");
  gtk_widget_add_css_class (hint, "inspector-value");

  return hint;
}

static GtkWidget *
make_chips (CommonsInspector          *self,
            const CommonsInspectLinks *links)
{
  CommonsBoard *board = _commons_inspector_get_board (self);
  const char *id = g_ptr_array_index (self->ids, 0);
  GtkWidget *chips = commons_wrap_box_new (4);

  for (guint i = 0; i < links->edges->len; i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links->edges, i);
      const char *other = g_str_equal (commons_record_get_from (edge), id) ? commons_record_get_to (edge)
                                                                           : commons_record_get_from (edge);
      CommonsRecord *card = commons_board_lookup_node (board, other);

      if (card != NULL)
        commons_wrap_box_append (COMMONS_WRAP_BOX (chips),
                                 _commons_inspector_make_chip (self, card, commons_record_get_id (edge)));
    }

  return chips;
}

static GtkWidget *
make_add (CommonsInspector          *self,
          const CommonsInspectLinks *links)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  /* Translators: %s is how a link reads, such as “Applies to”. */
  g_autofree char *label = g_strdup_printf (_("%s: add a card"), links->words);

  gtk_widget_add_css_class (add, "flat");
  gtk_widget_add_css_class (add, "field-button");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (add, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (add), LINK_KEY, (gpointer) links->type->id);
  g_object_set_data (G_OBJECT (add), REVERSED_KEY, links->reversed ? add : NULL);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);

  return add;
}

/* The words and the button in one line; chips have all the width below. */
static void
add_links (CommonsInspector          *self,
           GtkWidget                 *list,
           const CommonsInspectLinks *links)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (links->words);
  GtkWidget *hint;

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_add_css_class (words, "inspector-label");
  gtk_box_append (GTK_BOX (head), words);
  hint = links->edges->len > 0 ? gtk_label_new (NULL) : make_hint (self, links);
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_box_append (GTK_BOX (head), hint);
  if (links->type != NULL && _commons_inspector_is_editable (self))
    gtk_box_append (GTK_BOX (head), make_add (self, links));

  gtk_box_append (GTK_BOX (box), head);
  if (links->edges->len > 0)
    gtk_box_append (GTK_BOX (box), make_chips (self, links));
  _commons_inspector_add_row (list, NULL, box, FALSE);
}

/* What is in view of them: when that stays, so do the rows and the focus. */
static char *
make_shape (CommonsInspector *self,
            GPtrArray        *all)
{
  CommonsBoard *board = _commons_inspector_get_board (self);
  GString *shape = g_string_new (g_ptr_array_index (self->ids, 0));

  g_string_append_printf (shape, " %d", _commons_inspector_is_editable (self));
  for (guint i = 0; i < all->len; i++)
    {
      const CommonsInspectLinks *links = g_ptr_array_index (all, i);

      g_string_append_printf (shape, "\n%s", links->words);
      for (guint j = 0; j < links->edges->len; j++)
        {
          CommonsRecord *edge = g_ptr_array_index (links->edges, j);
          CommonsRecord *from = commons_board_lookup_node (board, commons_record_get_from (edge));
          CommonsRecord *to = commons_board_lookup_node (board, commons_record_get_to (edge));

          g_string_append_printf (shape, "\t%s %s %s %s", commons_record_get_id (edge),
                                  from ? commons_record_get_shown_title (from) : "", to ? commons_record_get_shown_title (to) : "",
                                  from && to ? commons_record_get_kind (g_str_equal (commons_record_get_id (from), g_ptr_array_index (self->ids, 0)) ? to : from) : "");
        }
    }

  return g_string_free (shape, FALSE);
}

void
_commons_inspector_build_links (CommonsInspector *self)
{
  if (self->ids->len != 1)
    return;

  self->links = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  _commons_inspector_add (self, self->links);
}

void
_commons_inspector_update_links (CommonsInspector *self)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *shape = NULL;
  GtkWidget *child, *list;

  if (self->links == NULL)
    return;

  all = commons_inspect_list_links (_commons_inspector_get_board (self), _commons_inspector_get_catalogue (self),
                                    g_ptr_array_index (self->ids, 0));
  shape = make_shape (self, all);
  if (g_strcmp0 (shape, self->links_shape) == 0)
    return;

  g_free (self->links_shape);
  self->links_shape = g_steal_pointer (&shape);
  while ((child = gtk_widget_get_first_child (self->links)) != NULL)
    gtk_box_remove (GTK_BOX (self->links), child);
  gtk_widget_set_visible (self->links, all->len > 0);
  if (all->len == 0)
    return;

  list = _commons_inspector_make_list (_("Links"));
  for (guint i = 0; i < all->len; i++)
    add_links (self, list, g_ptr_array_index (all, i));
  gtk_box_append (GTK_BOX (self->links), list);
}

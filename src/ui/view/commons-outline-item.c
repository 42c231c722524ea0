/* commons-outline-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-card-words.h"
#include "commons-kind-miniature.h"
#include "commons-markdown.h"
#include "commons-outline-item.h"

/* One level of the tree, in pixels, and the deepest that is indented. */
#define INDENT 30
#define MAX_INDENTED 8

/* Columns of kind and status, in pixels. */
#define KIND_WIDTH 130
#define STATUS_WIDTH 84
#define SPACING 9

/* Narrower lines only have words. */
#define MIN_FOR_COLUMNS 520

struct _CommonsOutlineItem
{
  GtkWidget          parent_instance;

  CommonsOutlineRow *row;
  CommonsBoard      *board;
  CommonsCatalogue  *catalogue;

  GtkWidget         *box;
  GtkWidget         *arrow;
  GtkWidget         *miniature;
  GtkWidget         *words;      /* title and text */
  GtkWidget         *title;
  GtkWidget         *text;
  GtkWidget         *editor;     /* in place of the words, or NULL */
  GtkWidget         *columns;    /* kind and status */
  GtkWidget         *kind;
  GtkWidget         *status;
};

G_DEFINE_FINAL_TYPE (CommonsOutlineItem, commons_outline_item, GTK_TYPE_WIDGET)

enum
{
  FOLD,
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_arrow (CommonsOutlineItem *self)
{
  guint n_children = commons_outline_row_get_n_children (self->row);
  gboolean expanded = commons_outline_row_get_expanded (self->row);

  gtk_widget_set_opacity (self->arrow, n_children > 0 ? 1 : 0);
  gtk_widget_set_sensitive (self->arrow, n_children > 0);
  gtk_button_set_icon_name (GTK_BUTTON (self->arrow), expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->arrow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  expanded ? _("Fold") : _("Unfold"), -1);
}

static void
show_words (CommonsOutlineItem *self,
            CommonsRecord      *record)
{
  g_autofree char *title = commons_markdown_to_plain (commons_record_get_shown_title (record), COMMONS_MARKDOWN_LINE);
  g_autofree char *text = commons_markdown_to_plain (commons_record_get_shown_body (record), COMMONS_MARKDOWN_TEXT);

  gtk_label_set_text (GTK_LABEL (self->title), *title != '\0' ? title : _("Untitled"));
  gtk_label_set_text (GTK_LABEL (self->text), text);
  gtk_widget_set_visible (self->text, *text != '\0');

  if (commons_record_is_group (record))
    gtk_widget_add_css_class (self->title, "heading");
  else
    gtk_widget_remove_css_class (self->title, "heading");
}

static void
show_kind (CommonsOutlineItem *self,
           CommonsRecord      *record)
{
  const CommonsKind *kind = commons_catalogue_get_kind (self->catalogue, commons_record_get_kind (record));
  const char *status = commons_record_get_status (record);
  guint n_children = commons_outline_row_get_n_children (self->row);
  g_autofree char *count = NULL;

  commons_kind_miniature_set_kind (COMMONS_KIND_MINIATURE (self->miniature), self->catalogue,
                                   commons_record_get_kind (record));

  if (n_children > 0)
    count = g_strdup_printf (ngettext ("%'u inside", "%'u inside", n_children), n_children);
  gtk_label_set_text (GTK_LABEL (self->kind), count ? count : kind ? kind->label : "");

  if (status != NULL)
    {
      g_autofree char *key = g_strdup_printf ("status.%s", status);
      const char *label = commons_catalogue_get_text (self->catalogue, key);

      gtk_label_set_text (GTK_LABEL (self->status), label ? label : status);
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (self->status), "");
    }
}

/* The list item around it is what has the keyboard and is read out. */
static void
tell_list_item (CommonsOutlineItem *self,
                CommonsRecord      *record)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = commons_card_name (record, self->catalogue);
  g_autofree char *description = commons_card_describe (record, self->board, self->catalogue);

  if (item == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) commons_outline_row_get_depth (self->row) + 1,
                                  -1);
}

static void
row_changed_cb (CommonsOutlineItem *self)
{
  CommonsRecord *record;

  g_assert (COMMONS_IS_OUTLINE_ITEM (self));

  record = commons_outline_row_get_record (self->row);
  gtk_widget_set_margin_start (self->box, INDENT * (int) MIN (commons_outline_row_get_depth (self->row), MAX_INDENTED));
  show_arrow (self);
  show_words (self, record);
  show_kind (self, record);
  tell_list_item (self, record);
}

static void
arrow_clicked_cb (CommonsOutlineItem *self)
{
  g_assert (COMMONS_IS_OUTLINE_ITEM (self));

  if (self->row != NULL)
    g_signal_emit (self, signals[FOLD], 0, !commons_outline_row_get_expanded (self->row));
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static int
measure_columns (CommonsOutlineItem *self)
{
  int width;

  gtk_widget_measure (self->columns, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

/* Columns are for lines that have room for them: what the miniature says to the
 * eye, screen readers are told in any case. */
static void
commons_outline_item_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  CommonsOutlineItem *self = COMMONS_OUTLINE_ITEM (widget);

  gtk_widget_measure (self->box, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural += SPACING + measure_columns (self);
}

static void
commons_outline_item_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  CommonsOutlineItem *self = COMMONS_OUTLINE_ITEM (widget);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean has_room = width >= MIN_FOR_COLUMNS;
  int columns = has_room ? measure_columns (self) : 0;
  int words = has_room ? width - columns - SPACING : width;

  gtk_widget_size_allocate (self->box, &(GtkAllocation) { from_right ? width - words : 0, 0, words, height }, -1);
  gtk_widget_set_child_visible (self->columns, has_room);
  if (has_room)
    gtk_widget_size_allocate (self->columns, &(GtkAllocation) { from_right ? 0 : width - columns, 0, columns, height }, -1);
}

static void
commons_outline_item_dispose (GObject *object)
{
  CommonsOutlineItem *self = COMMONS_OUTLINE_ITEM (object);

  if (self->box != NULL)
    g_signal_emit (self, signals[GONE], 0);
  commons_outline_item_bind (self, NULL, NULL, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->columns, gtk_widget_unparent);

  G_OBJECT_CLASS (commons_outline_item_parent_class)->dispose (object);
}

static void
commons_outline_item_class_init (CommonsOutlineItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = commons_outline_item_dispose;

  signals[FOLD] = g_signal_new ("fold", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[GONE] = g_signal_new ("gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  widget_class->measure = commons_outline_item_measure;
  widget_class->size_allocate = commons_outline_item_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "outline-item");
}

static void
commons_outline_item_init (CommonsOutlineItem *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->arrow = gtk_button_new_from_icon_name ("pan-end-symbolic");
  self->miniature = commons_kind_miniature_new (NULL, NULL);
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = make_label (NULL);
  self->text = make_label ("outline-text");
  self->kind = make_label ("outline-kind");
  self->status = make_label ("outline-status");

  gtk_widget_add_css_class (self->arrow, "flat");
  gtk_widget_add_css_class (self->arrow, "circular");
  gtk_widget_set_focusable (self->arrow, FALSE);
  gtk_widget_set_valign (self->arrow, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->miniature, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_box_append (GTK_BOX (self->words), self->title);
  gtk_box_append (GTK_BOX (self->words), self->text);

  /* So that lines below each other have columns. */
  gtk_widget_set_size_request (self->kind, KIND_WIDTH, -1);
  gtk_widget_set_size_request (self->status, STATUS_WIDTH, -1);

  gtk_box_append (GTK_BOX (self->box), self->arrow);
  gtk_box_append (GTK_BOX (self->box), self->miniature);
  gtk_box_append (GTK_BOX (self->box), self->words);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_box_append (GTK_BOX (self->columns), self->kind);
  gtk_box_append (GTK_BOX (self->columns), self->status);
  gtk_widget_set_parent (self->columns, GTK_WIDGET (self));

  g_signal_connect_object (self->arrow, "clicked", G_CALLBACK (arrow_clicked_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_outline_item_new (void)
{
  return g_object_new (COMMONS_TYPE_OUTLINE_ITEM, NULL);
}

void
commons_outline_item_bind (CommonsOutlineItem *self,
                           CommonsOutlineRow  *row,
                           CommonsBoard       *board,
                           CommonsCatalogue   *catalogue)
{
  g_return_if_fail (COMMONS_IS_OUTLINE_ITEM (self));

  commons_outline_item_set_editor (self, NULL);
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);

  g_set_object (&self->row, row);
  g_set_object (&self->board, board);
  g_set_object (&self->catalogue, catalogue);

  if (row != NULL)
    {
      g_signal_connect_swapped (row, "changed", G_CALLBACK (row_changed_cb), self);
      row_changed_cb (self);
    }
}

void
commons_outline_item_update (CommonsOutlineItem *self)
{
  g_return_if_fail (COMMONS_IS_OUTLINE_ITEM (self));

  if (self->row != NULL)
    tell_list_item (self, commons_outline_row_get_record (self->row));
}

CommonsOutlineRow *
commons_outline_item_get_row (CommonsOutlineItem *self)
{
  g_return_val_if_fail (COMMONS_IS_OUTLINE_ITEM (self), NULL);

  return self->row;
}

void
commons_outline_item_set_editor (CommonsOutlineItem *self,
                                 GtkWidget          *editor)
{
  g_return_if_fail (COMMONS_IS_OUTLINE_ITEM (self));

  if (self->editor != NULL && self->box != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->editor);
  self->editor = editor;

  if (self->words != NULL)
    gtk_widget_set_visible (self->words, editor == NULL);
  if (editor != NULL)
    {
      gtk_widget_set_hexpand (editor, TRUE);
      gtk_box_insert_child_after (GTK_BOX (self->box), editor, self->words);
    }
}

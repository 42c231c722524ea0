/* commons-card-widget.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-card-widget"

#include "config.h"

#include <glib/gi18n.h>

#include "commons-card-widget.h"
#include "commons-markdown.h"
#include "commons-surprise.h"
#include "commons-work-table.h"

/* More links than that are counted rather than read out. */
#define MAX_LINKS_READ 4

struct _CommonsCardWidget
{
  GtkWidget      parent_instance;

  CommonsRecord *record;
  char          *description; /* NULL until first told */
  gboolean       dimmed;
};

G_DEFINE_FINAL_TYPE (CommonsCardWidget, commons_card_widget, GTK_TYPE_WIDGET)

static void
commons_card_widget_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  /* The plane gives a card the size its record says, however small. */
  *minimum = 0;
  *natural = 0;
}

static void
commons_card_widget_finalize (GObject *object)
{
  CommonsCardWidget *self = COMMONS_CARD_WIDGET (object);

  g_clear_pointer (&self->record, commons_record_unref);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (commons_card_widget_parent_class)->finalize (object);
}

static void
commons_card_widget_class_init (CommonsCardWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = commons_card_widget_finalize;
  widget_class->measure = commons_card_widget_measure;

  gtk_widget_class_set_css_name (widget_class, "card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
commons_card_widget_init (CommonsCardWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
commons_card_widget_new (CommonsRecord *record)
{
  CommonsCardWidget *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_CARD_WIDGET, NULL);
  self->record = commons_record_ref (record);

  return GTK_WIDGET (self);
}

CommonsRecord *
commons_card_widget_get_record (CommonsCardWidget *self)
{
  g_return_val_if_fail (COMMONS_IS_CARD_WIDGET (self), NULL);

  return self->record;
}

static void
append_sentence (GString    *text,
                 const char *sentence)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, sentence);
}

static void
append_links (GString          *text,
              CommonsRecord    *record,
              CommonsBoard     *board,
              CommonsCatalogue *catalogue)
{
  const char *id = commons_record_get_id (record);
  GPtrArray *links = commons_board_get_links (board, id);

  for (guint i = 0; links != NULL && i < MIN (links->len, MAX_LINKS_READ); i++)
    {
      CommonsRecord *edge = g_ptr_array_index (links, i);
      const CommonsLinkType *type = commons_catalogue_get_link (catalogue, commons_record_get_link (edge));
      gboolean leaves = g_str_equal (commons_record_get_from (edge), id);
      CommonsRecord *other = commons_board_lookup_node (board, leaves ? commons_record_get_to (edge)
                                                                      : commons_record_get_from (edge));
      g_autofree char *sentence = NULL;
      const char *verb = commons_record_get_title (edge);

      if (other == NULL)
        continue;
      if (type != NULL)
        verb = leaves ? type->label : type->inverse;

      sentence = g_strdup_printf ("%s %s", verb, commons_record_get_shown_title (other));
      append_sentence (text, sentence);
    }

  if (links != NULL && links->len > MAX_LINKS_READ)
    {
      guint rest = links->len - MAX_LINKS_READ;
      g_autofree char *sentence = g_strdup_printf (ngettext ("%'u more link", "%'u more links", rest), rest);

      append_sentence (text, sentence);
    }
}

/* What the badges of a card show. */
static void
append_badges (GString       *text,
               CommonsRecord *record)
{
  const char *notes = commons_record_get_string (record, "commons/notes");
  int n_votes = commons_record_get_int (record, "commons/votes", 0);

  if (n_votes > 0)
    {
      g_autofree char *sentence = g_strdup_printf (ngettext ("%'d vote", "%'d votes", (gulong) n_votes), n_votes);

      append_sentence (text, sentence);
    }

  if (commons_record_is_locked (record))
    append_sentence (text, _("locked"));

  if (notes != NULL && *notes != '\0' && !commons_record_is_hidden (record))
    append_sentence (text, _("with notes"));
}

/* What the marks at the left of the badges show. */
static void
append_tables (GString       *text,
               CommonsRecord *record)
{
  g_autofree char *sentence = commons_record_is_group (record) ? NULL : commons_work_table_describe (record);

  if (sentence != NULL)
    append_sentence (text, sentence);
}

/* What the mark at the corner of a card says to the eye. */
static void
append_surprise (GString          *text,
                 CommonsRecord    *record,
                 CommonsRecord    *parent,
                 CommonsCatalogue *catalogue)
{
  g_autofree char *sentence = commons_card_describe_surprise (record, parent, catalogue);

  if (sentence != NULL)
    append_sentence (text, sentence);
}

char *
commons_card_describe_surprise (CommonsRecord    *record,
                                CommonsRecord    *parent,
                                CommonsCatalogue *catalogue)
{
  g_autofree char *expected = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  if (commons_record_is_group (record) || commons_surprise_expects (parent, commons_record_get_kind (record)))
    return NULL;

  expected = commons_surprise_describe (catalogue, parent);

  /* Translators: %s is a list such as “values, questions” */
  return g_strdup_printf (_("This zone expects %s"), expected);
}

char *
commons_card_describe (CommonsRecord    *record,
                       CommonsBoard     *board,
                       CommonsCatalogue *catalogue)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *status = commons_record_get_status (record);
  CommonsRecord *parent;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  if (*commons_record_get_body (record) != '\0' && !commons_record_is_hidden (record))
    {
      g_autofree char *body = commons_markdown_to_plain (commons_record_get_body (record), COMMONS_MARKDOWN_TEXT);

      append_sentence (text, body);
    }

  if (status != NULL)
    {
      g_autofree char *key = g_strdup_printf ("status.%s", status);
      const char *label = commons_catalogue_get_text (catalogue, key);

      append_sentence (text, label ? label : status);
    }

  append_badges (text, record);
  append_tables (text, record);

  parent = commons_board_get_parent (board, commons_record_get_id (record));
  if (parent != NULL)
    {
      g_autofree char *sentence = NULL;

      /* Translators: %s is the title of a circle or zone a card lies in. */
      sentence = g_strdup_printf (_("in %s"), commons_record_get_shown_title (parent));
      append_sentence (text, sentence);
      append_surprise (text, record, parent, catalogue);
    }

  append_links (text, record, board, catalogue);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
tell_description (CommonsCardWidget *self)
{
  g_autoptr (GString) text = g_string_new (self->description);

  /* Translators: said of a card that is drawn pale, after what else it is. */
  if (self->dimmed)
    append_sentence (text, _("left out by the filter"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

void
commons_card_widget_update (CommonsCardWidget *self,
                            CommonsRecord     *record,
                            CommonsBoard      *board,
                            CommonsCatalogue  *catalogue)
{
  const CommonsKind *kind;
  g_autofree char *label = NULL;
  const char *title;

  g_return_if_fail (COMMONS_IS_CARD_WIDGET (self));
  g_return_if_fail (record != NULL);

  commons_record_ref (record);
  commons_record_unref (self->record);
  self->record = record;

  title = commons_record_get_shown_title (record);
  kind = commons_catalogue_get_kind (catalogue, commons_record_get_kind (record));
  /* Translators: kind and title of a card, such as “Rule: Review within a week” */
  label = kind ? g_strdup_printf (_("%s: %s"), kind->label, title) : g_strdup (title);
  g_free (self->description);
  self->description = commons_card_describe (record, board, catalogue);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  tell_description (self);
}

void
commons_card_widget_set_dimmed (CommonsCardWidget *self,
                                gboolean           dimmed)
{
  g_return_if_fail (COMMONS_IS_CARD_WIDGET (self));

  if (self->dimmed == dimmed)
    return;

  self->dimmed = dimmed;
  if (self->description != NULL)
    tell_description (self);
}

void
commons_card_widget_set_selected (CommonsCardWidget *self,
                                  gboolean           selected)
{
  g_return_if_fail (COMMONS_IS_CARD_WIDGET (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

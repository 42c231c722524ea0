/* commons-inspector-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Title and text of one card, written where they are read.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-growing-text.h"
#include "commons-inspector-private.h"

#define TITLE_PATH "title"
#define BODY_PATH "body"

/* Letters in a row are one step; the title and the text are two. */
static void
write_text (CommonsInspector *self,
            const char       *text,
            const char       *part)
{
  g_autofree char *key = commons_inspect_make_key (self->ids, part);

  commons_board_view_type (self->view, g_ptr_array_index (self->ids, 0), text, key);
}

static void
title_changed_cb (CommonsInspector *self)
{
  CommonsRecord *record = _commons_inspector_get_record (self);
  g_autofree char *typed = NULL;
  g_autofree char *text = NULL;

  g_assert (COMMONS_IS_INSPECTOR (self));

  if (self->showing || record == NULL)
    return;

  typed = commons_growing_text_dup_text (COMMONS_GROWING_TEXT (self->title));
  text = commons_inspect_replace_title (record, typed);
  write_text (self, text, TITLE_PATH);
}

static void
body_changed_cb (CommonsInspector *self)
{
  CommonsRecord *record = _commons_inspector_get_record (self);
  g_autofree char *typed = NULL;
  g_autofree char *text = NULL;

  g_assert (COMMONS_IS_INSPECTOR (self));

  if (self->showing || record == NULL)
    return;

  typed = commons_growing_text_dup_text (COMMONS_GROWING_TEXT (self->body));
  text = commons_inspect_replace_body (record, typed);
  write_text (self, text, BODY_PATH);
}

static void
left_cb (CommonsInspector *self)
{
  CommonsDocument *document;

  g_assert (COMMONS_IS_INSPECTOR (self));

  document = self->view ? commons_board_view_get_document (self->view) : NULL;
  if (document != NULL)
    commons_history_barrier (commons_document_get_history (document));
}

/* Enter in the title goes on to the text. */
static void
title_done_cb (CommonsInspector *self)
{
  g_assert (COMMONS_IS_INSPECTOR (self));

  if (self->body != NULL)
    gtk_widget_grab_focus (self->body);
}

static GtkWidget *
make_field (CommonsInspector *self,
            const char       *label,
            const char       *placeholder,
            GCallback         changed_cb)
{
  GtkWidget *field = commons_growing_text_new (label);

  commons_growing_text_set_placeholder (COMMONS_GROWING_TEXT (field), placeholder);
  g_signal_connect_object (field, "changed", changed_cb, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);

  return field;
}

void
_commons_inspector_build_text (CommonsInspector *self)
{
  CommonsRecord *record = _commons_inspector_get_record (self);
  GtkWidget *card;

  if (record == NULL)
    return;

  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "inspector-text");
  self->title = make_field (self, _("Title"), _("Title"), G_CALLBACK (title_changed_cb));
  commons_growing_text_set_single (COMMONS_GROWING_TEXT (self->title), TRUE);
  gtk_widget_add_css_class (self->title, "title-4");
  g_signal_connect_object (self->title, "done", G_CALLBACK (title_done_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), self->title);

  if (g_str_equal (commons_record_get_node_type (record), "text"))
    {
      self->body = make_field (self, _("Text"), _("Say more…"), G_CALLBACK (body_changed_cb));
      gtk_box_append (GTK_BOX (card), self->body);
    }
  _commons_inspector_add (self, card);
}

/* The name of a file or a page is not written here. */
static gboolean
has_own_text (CommonsRecord *record)
{
  return commons_record_is_group (record) || g_str_equal (commons_record_get_node_type (record), "text");
}

void
_commons_inspector_update_text (CommonsInspector *self,
                                gboolean          anew)
{
  CommonsRecord *record = self->title ? _commons_inspector_get_record (self) : NULL;
  gboolean editable;
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  if (record == NULL)
    return;

  editable = _commons_inspector_is_editable (self) && !commons_record_is_locked (record) && has_own_text (record);
  title = g_utf8_make_valid (commons_record_get_heading (record), -1);
  commons_growing_text_set_text (COMMONS_GROWING_TEXT (self->title), title);
  commons_growing_text_set_editable (COMMONS_GROWING_TEXT (self->title), editable);
  if (self->body == NULL)
    return;

  body = g_utf8_make_valid (commons_record_get_body (record), -1);
  commons_growing_text_set_text (COMMONS_GROWING_TEXT (self->body), body);
  commons_growing_text_set_editable (COMMONS_GROWING_TEXT (self->body), editable);
}

/* commons-field-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text of several lines, as high as it needs to be.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-field-editor-private.h"
#include "commons-growing-text.h"

static void
changed_cb (CommonsFieldEditor *self)
{
  g_autofree char *text = NULL;
  g_autofree char *stripped = NULL;

  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  if (self->showing)
    return;

  /* Blank lines alone say nothing. */
  text = commons_growing_text_dup_text (COMMONS_GROWING_TEXT (self->main));
  stripped = g_strstrip (g_strdup (text));
  _commons_field_editor_write_string (self, *stripped != '\0' ? text : NULL, TRUE);
}

static void
leave_cb (CommonsFieldEditor *self)
{
  g_assert (COMMONS_IS_FIELD_EDITOR (self));

  _commons_field_editor_finish (self);
}

static void
show_text (CommonsFieldEditor  *self,
           CommonsInspectState  state,
           JsonNode            *value)
{
  g_autofree char *text = commons_inspect_describe (value);

  commons_growing_text_set_placeholder (COMMONS_GROWING_TEXT (self->main),
                                        _commons_field_editor_get_placeholder (state, _("Not said")));
  commons_growing_text_set_text (COMMONS_GROWING_TEXT (self->main), text);
}

static GtkWidget *
build_text (CommonsFieldEditor *self)
{
  self->main = commons_growing_text_new (self->field.label);
  g_signal_connect_object (self->main, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->main, "left", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);

  return self->main;
}

const CommonsFieldControl _commons_field_text = { build_text, show_text };

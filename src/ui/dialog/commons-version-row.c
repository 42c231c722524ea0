/* commons-version-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-start-picture.h"
#include "commons-version-row.h"
#include "commons-when.h"

#define WIDTH 84
#define HEIGHT 56

struct _CommonsVersionRow
{
  GtkListBoxRow   parent_instance;

  CommonsVersion *version;
  GtkWidget      *picture;
  GtkWidget      *title;
  GtkWidget      *about;
};

G_DEFINE_FINAL_TYPE (CommonsVersionRow, commons_version_row, GTK_TYPE_LIST_BOX_ROW)

const char *
commons_version_describe_reason (CommonsVersionReason reason)
{
  switch (reason)
    {
    case COMMONS_VERSION_OPENED:
      return _("As it was opened");
    case COMMONS_VERSION_NAMED:
      return _("Kept by hand");
    case COMMONS_VERSION_NOT_SAVED:
      return _("Closed without saving");
    case COMMONS_VERSION_REPLACED:
      return _("Before a version was restored");
    case COMMONS_VERSION_SAVED:
    default:
      return _("Saved");
    }
}

static void
update (CommonsVersionRow *self)
{
  g_autofree char *time = commons_when_time (self->version->kept);
  g_autofree char *both = commons_when_both (self->version->kept);
  const char *reason = commons_version_describe_reason (self->version->reason);
  g_autofree char *about = self->version->name != NULL ? g_strdup_printf ("%s · %s", time, reason) : g_strdup (reason);
  g_autofree char *spoken = g_strjoin (", ", self->version->name != NULL ? self->version->name : reason, both, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), self->version->name != NULL ? self->version->name : time);
  gtk_label_set_text (GTK_LABEL (self->about), about);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->version->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
commons_version_row_finalize (GObject *object)
{
  g_clear_pointer (&COMMONS_VERSION_ROW (object)->version, commons_version_free);

  G_OBJECT_CLASS (commons_version_row_parent_class)->finalize (object);
}

static void
commons_version_row_class_init (CommonsVersionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = commons_version_row_finalize;
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
commons_version_row_init (CommonsVersionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->picture = commons_start_picture_new (WIDTH, HEIGHT);
  self->title = make_label ("heading");
  self->about = make_label ("secondary");
  gtk_widget_add_css_class (self->about, "caption");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->about);
  gtk_box_append (GTK_BOX (box), self->picture);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "version-row");
}

GtkWidget *
commons_version_row_new (CommonsVersion *version)
{
  CommonsVersionRow *self;

  g_return_val_if_fail (version != NULL, NULL);

  self = g_object_new (COMMONS_TYPE_VERSION_ROW, NULL);
  self->version = version;
  update (self);

  return GTK_WIDGET (self);
}

const CommonsVersion *
commons_version_row_get_version (CommonsVersionRow *self)
{
  g_return_val_if_fail (COMMONS_IS_VERSION_ROW (self), NULL);

  return self->version;
}

void
commons_version_row_set_name (CommonsVersionRow *self,
                              const char        *name)
{
  g_return_if_fail (COMMONS_IS_VERSION_ROW (self));

  g_free (self->version->name);
  self->version->name = g_strdup (name);
  update (self);
}

GtkWidget *
commons_version_row_get_picture (CommonsVersionRow *self)
{
  g_return_val_if_fail (COMMONS_IS_VERSION_ROW (self), NULL);

  return self->picture;
}

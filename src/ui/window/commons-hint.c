/* commons-hint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-hint.h"
#include "commons-notice.h"

#define SEEN "hints-seen"

static const char *const names[] = {
  "start", "board", "outline", "sides", "sheets", "inspector", "tables", "versions", NULL,
};

/* In the order of the names. */
static const char *const sentences[] = {
  N_("A template brings guiding questions along; an example shows a board that others have filled."),
  N_("Double-click the board or press N to write a card. Shift+F1 shows all gestures."),
  N_("Press Enter to change a line and N to add one: the board changes with it."),
  N_("Here stands what each one says, beside what the group says. Enter changes a card."),
  N_("Answer a question, and your answer becomes a card in its place on the board."),
  N_("All that a card says can be read and changed here. Ctrl+Z takes any change back."),
  N_("Each table keeps its name and color on its cards. Change them here before you go on."),
  N_("Choose a version to see what has changed since. Going back to one loses nothing."),
};

struct _CommonsHint
{
  AdwBin      parent_instance;

  const char *name;     /* one of the names */
  const char *sentence;
};

enum
{
  DISMISSED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsHint, commons_hint, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* Of all windows. The one that speaks, the one that a dialog made silent for
 * as long as it is open, and all that are in view. */
static CommonsHint *shown;
static CommonsHint *behind;
static GList *in_view;

static GSettings *
get_settings (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = g_settings_new (APP_ID);

  return settings;
}

static gboolean
is_seen (const char *name)
{
  g_auto (GStrv) seen = g_settings_get_strv (get_settings (), SEEN);

  return g_strv_contains ((const char *const *) seen, name);
}

static void
fall_silent (CommonsHint *self)
{
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (shown == self)
    shown = NULL;
}

static void
dismissed_cb (CommonsHint *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  g_assert (COMMONS_IS_HINT (self));

  commons_hint_learn (self->name);
  if (had_focus)
    g_signal_emit (self, signals[DISMISSED], 0);
}

static void
speak (CommonsHint *self)
{
  GtkWidget *notice = commons_notice_new (_(self->sentence), NULL, _("_Got It"));

  shown = self;
  gtk_widget_add_css_class (notice, "hint");
  g_signal_connect_object (notice, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), notice);
  commons_announce (GTK_WIDGET (self), _(self->sentence));
}

/* A dialog lies over what spoke until now. */
static void
ask_to_speak (CommonsHint *self)
{
  if (self == shown || is_seen (self->name))
    return;

  if (shown != NULL && gtk_widget_get_root (GTK_WIDGET (shown)) == gtk_widget_get_root (GTK_WIDGET (self)))
    return;

  if (shown != NULL)
    {
      behind = shown;
      fall_silent (shown);
    }

  speak (self);
}

static void
forget (CommonsHint *self)
{
  gboolean spoke = shown == self;

  in_view = g_list_remove (in_view, self);
  if (behind == self)
    behind = NULL;
  fall_silent (self);

  if (spoke && behind != NULL)
    ask_to_speak (g_steal_pointer (&behind));
}

/* What speaks may ask for another layout, which cannot begin while a window is
 * being shown. */
static gboolean
map_cb (gpointer user_data)
{
  CommonsHint *self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask_to_speak (self);

  return G_SOURCE_REMOVE;
}

static void
commons_hint_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (commons_hint_parent_class)->map (widget);

  in_view = g_list_append (in_view, widget);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, map_cb, g_object_ref (widget), g_object_unref);
}

static void
commons_hint_unmap (GtkWidget *widget)
{
  forget (COMMONS_HINT (widget));

  GTK_WIDGET_CLASS (commons_hint_parent_class)->unmap (widget);
}

static void
commons_hint_dispose (GObject *object)
{
  forget (COMMONS_HINT (object));

  G_OBJECT_CLASS (commons_hint_parent_class)->dispose (object);
}

static void
commons_hint_class_init (CommonsHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_hint_dispose;
  GTK_WIDGET_CLASS (klass)->map = commons_hint_map;
  GTK_WIDGET_CLASS (klass)->unmap = commons_hint_unmap;

  signals[DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
seen_changed_cb (CommonsHint *self)
{
  g_assert (COMMONS_IS_HINT (self));

  if (is_seen (self->name))
    fall_silent (self);
}

static void
commons_hint_init (CommonsHint *self)
{
  g_signal_connect_object (get_settings (), "changed::" SEEN, G_CALLBACK (seen_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_hint_new (const char *name)
{
  CommonsHint *self = g_object_new (COMMONS_TYPE_HINT, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_strcmp0 (names[i], name) == 0)
        {
          self->name = names[i];
          self->sentence = sentences[i];
        }
    }

  g_return_val_if_fail (self->name != NULL, NULL);

  return GTK_WIDGET (self);
}

gboolean
commons_hint_is_shown (CommonsHint *self)
{
  g_return_val_if_fail (COMMONS_IS_HINT (self), FALSE);

  return self == shown;
}

void
commons_hint_learn (const char *name)
{
  g_auto (GStrv) seen = g_settings_get_strv (get_settings (), SEEN);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;

  g_return_if_fail (g_strv_contains (names, name));

  if (g_strv_contains ((const char *const *) seen, name))
    return;

  g_strv_builder_addv (builder, (const char **) seen);
  g_strv_builder_add (builder, name);
  now = g_strv_builder_end (builder);
  g_settings_set_strv (get_settings (), SEEN, (const char *const *) now);
}

void
commons_hint_show_again (void)
{
  g_autoptr (GList) candidates = g_list_copy (in_view);

  g_settings_reset (get_settings (), SEEN);
  for (GList *item = candidates; item != NULL && shown == NULL; item = item->next)
    ask_to_speak (item->data);
}

const char *const *
commons_hint_list (void)
{
  return names;
}

/* commons-start-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-atomic-file.h"
#include "commons-start-boards.h"
#include "commons-start-card.h"
#include "commons-start-templates.h"
#include "commons-templates.h"

/* The first is the widest, as what most people come for. */
#define N_LARGE     3
#define FIRST_SPAN  5
#define OTHER_SPAN  4
#define ALL_SPANS   (FIRST_SPAN + 2 * OTHER_SPAN)
#define FIRST_WIDTH 437
#define OTHER_WIDTH 341
#define N_COLUMNS   3

struct _CommonsStartTemplates
{
  GtkBox        parent_instance;

  GtkWidget    *large;       /* grids */
  GtkWidget    *small;
  GPtrArray    *cards;       /* GtkWidget: CommonsStartCard, in order */
  GStrv         words;       /* what is looked for; NULL for all */
  GFileMonitor *monitor;
  GCancellable *cancellable;
  gboolean      narrow;
};

enum
{
  CHOSEN,
  TOAST,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsStartTemplates, commons_start_templates, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

/* ---- Placing ---------------------------------------------------------------- */

static gboolean
is_shown (CommonsStartTemplates *self,
          guint                  index)
{
  const CommonsTemplate *template = commons_start_card_get_template (g_ptr_array_index (self->cards, index));
  g_autofree char *text = g_strdup_printf ("%s\n%s", template->title,
                                           template->description != NULL ? template->description : "");

  return self->words == NULL || commons_start_words_match ((const char * const *) self->words, text);
}

static void
empty (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
}

static void
place_large (CommonsStartTemplates *self,
             GtkWidget             *card,
             int                    index,
             int                    column)
{
  int span = index == 0 ? FIRST_SPAN : OTHER_SPAN;

  if (self->narrow)
    gtk_grid_attach (GTK_GRID (self->large), card, 0, index, ALL_SPANS, 1);
  else
    gtk_grid_attach (GTK_GRID (self->large), card, column, 0, span, 1);
}

/* Returns: the card that has the keyboard, or NULL. */
static GtkWidget *
find_focused (CommonsStartTemplates *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->cards->len; i++)
    {
      if (gtk_widget_is_ancestor (focus, g_ptr_array_index (self->cards, i)))
        return g_ptr_array_index (self->cards, i);
    }

  return NULL;
}

/* Returns: how many are shown */
static guint
place (CommonsStartTemplates *self)
{
  GtkWidget *focused = find_focused (self);
  int column = 0, n_small = 0, n_large = 0;
  int n_columns = self->narrow ? 1 : N_COLUMNS;

  empty (self->large);
  empty (self->small);

  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);

      if (!is_shown (self, i))
        continue;

      if (i < N_LARGE)
        {
          place_large (self, card, (int) i, column);
          column += i == 0 ? FIRST_SPAN : OTHER_SPAN;
          n_large++;
        }
      else
        {
          gtk_grid_attach (GTK_GRID (self->small), card, n_small % n_columns, n_small / n_columns, 1, 1);
          n_small++;
        }
    }

  gtk_widget_set_visible (self->large, n_large > 0);
  gtk_widget_set_visible (self->small, n_small > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n_large + n_small > 0);
  if (focused != NULL && gtk_widget_get_parent (focused) != NULL)
    commons_start_card_focus (COMMONS_START_CARD (focused));

  return (guint) (n_large + n_small);
}

/* ---- Removing --------------------------------------------------------------- */

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CommonsStartTemplates) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!commons_atomic_file_replace_finish (G_FILE (object), result, NULL, &error))
    g_signal_emit (self, signals[TOAST], 0, adw_toast_new (_("The template could not be put back.")));
}

static void
restore_cb (CommonsStartTemplates *self,
            AdwToast              *toast)
{
  GFile *file = g_object_get_data (G_OBJECT (toast), "file");
  GBytes *bytes = g_object_get_data (G_OBJECT (toast), "bytes");

  g_assert (COMMONS_IS_START_TEMPLATES (self));

  commons_atomic_file_replace_async (file, bytes, NULL, NULL, restored_cb, g_object_ref (self));
}

static void
offer_undo (CommonsStartTemplates *self,
            const CommonsTemplate *template,
            GBytes                *bytes)
{
  g_autofree char *message = g_strdup_printf (_("The template “%s” was removed."), template->title);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (bytes != NULL)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (template->file), g_object_unref);
      g_object_set_data_full (G_OBJECT (toast), "bytes", g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
    }

  commons_announce (GTK_WIDGET (self), message);
  g_signal_emit (self, signals[TOAST], 0, toast);
}

static void update (CommonsStartTemplates *self);

static void
removed_cb (CommonsStartTemplates *self,
            CommonsStartCard      *card)
{
  const CommonsTemplate *template = commons_start_card_get_template (card);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (COMMONS_IS_START_TEMPLATES (self));

  if (commons_template_remove (template, &bytes, &error))
    {
      offer_undo (self, template, bytes);
    }
  else
    {
      g_autofree char *message = g_strdup_printf (_("The template could not be removed: %s"), error->message);
      g_autofree char *escaped = g_markup_escape_text (message, -1);

      g_signal_emit (self, signals[TOAST], 0, adw_toast_new (escaped));
    }

  commons_start_templates_focus (self);
  update (self);
}

/* ---- Listing ---------------------------------------------------------------- */

static void
chosen_cb (CommonsStartTemplates *self,
           CommonsStartCard      *card)
{
  g_autoptr (CommonsTemplate) template = commons_template_copy (commons_start_card_get_template (card));

  g_assert (COMMONS_IS_START_TEMPLATES (self));

  g_signal_emit (self, signals[CHOSEN], 0, template);
}

static void
add_card (CommonsStartTemplates *self,
          const CommonsTemplate *template)
{
  guint index = self->cards->len;
  GtkWidget *card = commons_start_card_new (template, index < N_LARGE, index == 0 ? FIRST_WIDTH : OTHER_WIDTH);

  g_signal_connect_object (card, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->cards, g_object_ref_sink (card));
}

/* Those of the program stay as they are. */
static void
take_templates (CommonsStartTemplates *self,
                GPtrArray             *templates)
{
  guint n_builtin = g_strv_length ((char **) commons_templates_get_builtin ());

  /* Cards that change their place would lose the keyboard. */
  if (self->cards->len == n_builtin && templates->len == n_builtin)
    return;

  if (self->cards->len > n_builtin)
    g_ptr_array_set_size (self->cards, (int) n_builtin);
  for (guint i = self->cards->len; i < templates->len; i++)
    add_card (self, g_ptr_array_index (templates, i));

  place (self);
}

static void
list_in_worker (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, commons_templates_list (NULL), (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CommonsStartTemplates) self = user_data;
  g_autoptr (GPtrArray) templates = g_task_propagate_pointer (G_TASK (result), NULL);

  if (templates != NULL)
    take_templates (self, templates);
}

static void
update (CommonsStartTemplates *self)
{
  g_autoptr (GTask) task = NULL;

  g_assert (COMMONS_IS_START_TEMPLATES (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, listed_cb, g_object_ref (self));
  g_task_set_source_tag (task, update);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, list_in_worker);
}

/* The templates of the program are there at once. */
static void
list_builtin (CommonsStartTemplates *self)
{
  const char * const *ids = commons_templates_get_builtin ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (CommonsTemplate) template = commons_templates_find (ids[i], NULL, NULL);

      add_card (self, template);
    }
}

static void
commons_start_templates_dispose (GObject *object)
{
  CommonsStartTemplates *self = COMMONS_START_TEMPLATES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (commons_start_templates_parent_class)->dispose (object);
}

static void
commons_start_templates_class_init (CommonsStartTemplatesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_start_templates_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);
}

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 17);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);

  return grid;
}

static void
commons_start_templates_init (CommonsStartTemplates *self)
{
  GtkWidget *heading = gtk_label_new (_("New Board"));
  g_autoptr (GFile) folder = commons_templates_get_folder ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "start-heading");

  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
  self->large = make_grid ();
  self->small = make_grid ();
  gtk_widget_set_margin_top (self->small, 9);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), self->large);
  gtk_box_append (GTK_BOX (self), self->small);

  list_builtin (self);
  place (self);
  update (self);

  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_start_templates_new (void)
{
  return g_object_new (COMMONS_TYPE_START_TEMPLATES, NULL);
}

void
commons_start_templates_set_narrow (CommonsStartTemplates *self,
                                    gboolean               narrow)
{
  g_return_if_fail (COMMONS_IS_START_TEMPLATES (self));

  if (self->narrow != narrow)
    {
      self->narrow = narrow;
      place (self);
    }
}

guint
commons_start_templates_filter (CommonsStartTemplates *self,
                                const char * const    *words)
{
  g_return_val_if_fail (COMMONS_IS_START_TEMPLATES (self), 0);
  g_return_val_if_fail (words != NULL, 0);

  g_strfreev (self->words);
  self->words = words[0] != NULL ? g_strdupv ((char **) words) : NULL;

  return place (self);
}

gboolean
commons_start_templates_focus (CommonsStartTemplates *self)
{
  g_return_val_if_fail (COMMONS_IS_START_TEMPLATES (self), FALSE);

  for (guint i = 0; i < self->cards->len; i++)
    {
      if (is_shown (self, i))
        {
          commons_start_card_focus (g_ptr_array_index (self->cards, i));
          return TRUE;
        }
    }

  return FALSE;
}

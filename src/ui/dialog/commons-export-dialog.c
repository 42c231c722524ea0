/* commons-export-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-document.h"
#include "commons-export-dialog.h"
#include "commons-export-job.h"
#include "commons-files.h"
#include "commons-help.h"

#define MIN_WIDTH     16
#define MAX_WIDTH     COMMONS_EXPORT_MAX_SIDE
#define DEFAULT_WIDTH 1920

/* The position of the last entry of the sizes, after the scales. */
#define SIZE_BY_WIDTH 3

typedef enum
{
  SCOPE_BOARD,
  SCOPE_SELECTION,
  SCOPE_VIEW,
  N_SCOPES
} Scope;

/* As the settings name them. */
static const char *const scopes[N_SCOPES] = { "board", "selection", "view" };
static const char *const themes[] = { "light", "dark", "print" };

struct _CommonsExportDialog
{
  AdwWindow         parent_instance;

  CommonsBoard     *board;
  CommonsCatalogue *catalogue;
  GHashTable       *selection;
  CommonsRect       view;
  char             *suggested_name;
  GFile            *folder;
  GFile            *target;
  GSettings        *settings;
  GCancellable     *cancellable;

  GtkWidget        *content;
  GtkWidget        *scope_row;
  GtkWidget        *size_row;
  GtkWidget        *width_row;
  GtkWidget        *width_spin;
  GtkWidget        *theme_row;
  GtkWidget        *transparent_switch;
  GtkWidget        *imprint_switch;
  GtkWidget        *foot;
  GtkWidget        *message;
  GtkWidget        *progress;
  GtkWidget        *cancel_button;
  GtkWidget        *export_button;

  /* What can be drawn at all: an entry of the scope row each. */
  Scope             offered[N_SCOPES];
  guint             n_offered;
  guint             has_view : 1;
  guint             fits : 1;
  guint             ready : 1;
  guint             closed : 1;
};

enum
{
  EXPORTED,
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsExportDialog, commons_export_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static Scope
get_scope (CommonsExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->scope_row));

  return selected < self->n_offered ? self->offered[selected] : SCOPE_BOARD;
}

static gboolean
is_by_width (CommonsExportDialog *self)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (self->size_row)) == SIZE_BY_WIDTH;
}

static void
get_options (CommonsExportDialog  *self,
             CommonsExportOptions *options)
{
  Scope scope = get_scope (self);

  memset (options, 0, sizeof *options);
  options->format = COMMONS_EXPORT_PNG;
  options->only = scope == SCOPE_SELECTION ? self->selection : NULL;
  options->area = scope == SCOPE_VIEW ? &self->view : NULL;
  options->theme = adw_combo_row_get_selected (ADW_COMBO_ROW (self->theme_row));
  options->transparent = gtk_switch_get_active (GTK_SWITCH (self->transparent_switch));
  options->imprint = gtk_switch_get_active (GTK_SWITCH (self->imprint_switch));
  options->scale = 1;

  if (is_by_width (self))
    options->width = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->width_spin));
  else
    options->scale = adw_combo_row_get_selected (ADW_COMBO_ROW (self->size_row)) + 1;
}

static void
show_message (CommonsExportDialog *self,
              const char          *text,
              gboolean             refused)
{
  gboolean changed = g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->message)), text) != 0;

  gtk_label_set_text (GTK_LABEL (self->message), text);

  if (!refused)
    {
      gtk_widget_remove_css_class (self->message, "refused");
      return;
    }

  gtk_widget_add_css_class (self->message, "refused");
  if (changed && gtk_widget_get_mapped (self->message))
    commons_announce (GTK_WIDGET (self), text);
}

static void
update_size (CommonsExportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *size = NULL;
  CommonsExportOptions options;
  int width = 0;
  int height = 0;

  /* While the choices are being set there is nothing to measure yet. */
  if (!self->ready)
    return;

  get_options (self, &options);
  self->fits = commons_export_measure (self->board, self->catalogue, &options, &width, &height, NULL, &error);

  if (self->fits)
    {
      /* Translators: width and height of a picture. */
      size = g_strdup_printf (_("%'d × %'d pixels"), width, height);
      show_message (self, size, FALSE);
    }
  else
    show_message (self, error->message, TRUE);

  gtk_widget_set_visible (self->width_row, is_by_width (self));
  gtk_widget_set_sensitive (self->export_button, self->fits && self->cancellable == NULL);
}

static void
remember_choices (CommonsExportDialog *self)
{
  CommonsExportOptions options;

  get_options (self, &options);
  g_settings_set_string (self->settings, "export-scope", scopes[get_scope (self)]);
  g_settings_set_string (self->settings, "export-theme", themes[options.theme]);
  g_settings_set_boolean (self->settings, "export-transparent", options.transparent);
  g_settings_set_boolean (self->settings, "export-imprint", options.imprint);
  g_settings_set_int (self->settings, "export-width", options.width);
  if (options.width == 0)
    g_settings_set_int (self->settings, "export-scale", (int) options.scale);
}

static void
recall_scope (CommonsExportDialog *self)
{
  g_autofree char *scope = g_settings_get_string (self->settings, "export-scope");

  for (guint i = 0; i < self->n_offered; i++)
    {
      if (g_str_equal (scopes[self->offered[i]], scope))
        adw_combo_row_set_selected (ADW_COMBO_ROW (self->scope_row), i);
    }
}

static void
recall_choices (CommonsExportDialog *self)
{
  g_autofree char *theme = g_settings_get_string (self->settings, "export-theme");
  int scale = g_settings_get_int (self->settings, "export-scale");
  int width = g_settings_get_int (self->settings, "export-width");

  recall_scope (self);

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      if (g_str_equal (themes[i], theme))
        adw_combo_row_set_selected (ADW_COMBO_ROW (self->theme_row), i);
    }

  gtk_switch_set_active (GTK_SWITCH (self->transparent_switch),
                         g_settings_get_boolean (self->settings, "export-transparent"));
  gtk_switch_set_active (GTK_SWITCH (self->imprint_switch),
                         g_settings_get_boolean (self->settings, "export-imprint"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->width_spin), width > 0 ? width : DEFAULT_WIDTH);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->size_row),
                              width > 0 ? SIZE_BY_WIDTH : (guint) CLAMP (scale, 1, SIZE_BY_WIDTH) - 1);
}

static void
show_progress (double   done,
               gpointer user_data)
{
  CommonsExportDialog *self = user_data;
  /* Translators: how much of a picture is drawn */
  g_autofree char *text = g_strdup_printf (_("%d%% drawn"), (int) (done * 100));

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), done);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress), text);
}

static void
set_busy (CommonsExportDialog *self,
          gboolean             busy)
{
  g_clear_object (&self->cancellable);
  if (busy)
    self->cancellable = g_cancellable_new ();

  /* While the picture is drawn there is one thing to do: give up. */
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), self->cancel_button);

  gtk_widget_set_sensitive (self->content, !busy);
  gtk_stack_set_visible_child (GTK_STACK (self->foot), busy ? self->progress : self->message);
  show_progress (0, self);
  gtk_widget_set_sensitive (self->export_button, self->fits && !busy);
}

/* Errors of drawing speak for themselves; those of files need words. */
static GError *
put_in_words (const GError *error)
{
  g_autofree char *words = NULL;

  if (error->domain == COMMONS_EXPORT_ERROR)
    return g_error_copy (error);

  words = commons_document_describe_error (error);
  return g_error_new_literal (error->domain, error->code, words);
}

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CommonsExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = commons_export_job_run_finish (result, &error);

  /* Closed in the meantime, there is nobody left to tell. */
  if (self->closed)
    return;

  set_busy (self, FALSE);

  if (done)
    {
      g_signal_emit (self, signals[EXPORTED], 0, self->target);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      g_autoptr (GError) plain = put_in_words (error);

      show_message (self, plain->message, TRUE);
      g_signal_emit (self, signals[FAILED], 0, plain);
    }
}

static void
on_place_chosen (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CommonsExportDialog) self = user_data;
  g_autoptr (GFile) file = commons_files_save_finish (result, NULL);
  CommonsExportOptions options;

  /* Whoever gave up choosing is back at the choices. */
  if (file == NULL || self->closed)
    return;

  remember_choices (self);
  get_options (self, &options);
  set_busy (self, TRUE);
  g_set_object (&self->target, file);
  commons_export_job_run_async (self->board, self->catalogue, &options, file, self->cancellable,
                                show_progress, self, on_exported, g_object_ref (self));
}

static GListModel *
make_filters (void)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("PNG pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_suffix (filter, "png");
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

static void
on_export (CommonsExportDialog *self)
{
  g_autoptr (GListModel) filters = make_filters ();

  /* A width being typed counts when Enter is pressed or the button clicked. */
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->width_spin));
  update_size (self);
  if (!self->fits || self->cancellable != NULL)
    return;

  commons_files_save_async (GTK_WINDOW (self), _("Export Picture"), self->folder, self->suggested_name,
                            filters, NULL, on_place_chosen, g_object_ref (self));
}

static GtkWidget *
make_combo (CommonsExportDialog *self,
            const char          *title,
            const char          *const *names)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (update_size), self);

  return row;
}

static void
build_scope (CommonsExportDialog *self,
             GtkWidget           *group)
{
  const char *names[N_SCOPES + 1] = { NULL };

  self->offered[self->n_offered] = SCOPE_BOARD;
  names[self->n_offered++] = _("Whole board");

  if (self->selection != NULL && g_hash_table_size (self->selection) > 0)
    {
      self->offered[self->n_offered] = SCOPE_SELECTION;
      names[self->n_offered++] = _("Selection");
    }

  if (self->has_view)
    {
      self->offered[self->n_offered] = SCOPE_VIEW;
      names[self->n_offered++] = _("What is in view");
    }

  self->scope_row = make_combo (self, _("Co_ntent"), names);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->scope_row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->scope_row);
}

static void
build_size (CommonsExportDialog *self,
            GtkWidget           *group)
{
  const char *const names[] = {
    _("Actual size"),
    _("Twice as large"),
    _("Three times as large"),
    _("Given width"),
    NULL,
  };

  self->size_row = make_combo (self, _("_Size"), names);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->size_row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->size_row);

  self->width_spin = gtk_spin_button_new_with_range (MIN_WIDTH, MAX_WIDTH, 10);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (self->width_spin), TRUE);
  gtk_widget_set_valign (self->width_spin, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->width_spin, "value-changed", G_CALLBACK (update_size), self);

  self->width_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->width_row), _("_Width in pixels"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->width_row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->width_row), self->width_spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->width_row), self->width_spin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->width_spin),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Width in pixels"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->width_row);
}

/* A row with a switch; @title has a mnemonic, @label has not. */
static GtkWidget *
add_switch (CommonsExportDialog *self,
            GtkWidget           *group,
            const char          *title,
            const char          *subtitle,
            const char          *label)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (control, "notify::active", G_CALLBACK (update_size), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return control;
}

static void
build_look (CommonsExportDialog *self,
            GtkWidget           *group)
{
  const char *const names[] = { _("Light"), _("Dark"), _("For paper"), NULL };

  self->theme_row = make_combo (self, _("C_olours"), names);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->theme_row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->theme_row);

  self->transparent_switch = add_switch (self, group, _("_Transparent background"), "",
                                         _("Transparent background"));
  self->imprint_switch = add_switch (self, group, _("_Licence and source"),
                                     _("One line under the picture"), _("Licence and source"));
}

static GtkWidget *
build_header (CommonsExportDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->cancel_button = gtk_button_new_with_mnemonic (_("_Cancel"));
  self->export_button = gtk_button_new_with_mnemonic (_("_Export…"));
  gtk_widget_add_css_class (self->export_button, "suggested-action");

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->export_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), commons_help_button_new ());

  g_signal_connect_swapped (self->cancel_button, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->export_button, "clicked", G_CALLBACK (on_export), self);

  return header;
}

/* What stands under the choices: the size, and while the picture is drawn, how
 * far it is. The window is as high with either. */
static GtkWidget *
build_foot (CommonsExportDialog *self)
{
  self->message = g_object_new (GTK_TYPE_LABEL,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                "wrap", TRUE,
                                "max-width-chars", 40,
                                "justify", GTK_JUSTIFY_CENTER,
                                NULL);
  gtk_widget_add_css_class (self->message, "picture-size");
  gtk_widget_add_css_class (self->message, "numeric");

  self->progress = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->progress), TRUE);
  gtk_widget_add_css_class (self->progress, "numeric");
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("The picture is being drawn"), -1);

  self->foot = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->foot), TRUE);
  gtk_widget_set_margin_top (self->foot, 18);
  gtk_widget_set_margin_bottom (self->foot, 18);
  gtk_widget_set_margin_start (self->foot, 18);
  gtk_widget_set_margin_end (self->foot, 18);
  gtk_stack_add_child (GTK_STACK (self->foot), self->message);
  gtk_stack_add_child (GTK_STACK (self->foot), self->progress);

  return self->foot;
}

static GtkWidget *
build_content (CommonsExportDialog *self)
{
  GtkWidget *subject = adw_preferences_group_new ();
  GtkWidget *size = adw_preferences_group_new ();
  GtkWidget *look = adw_preferences_group_new ();

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (self->content, 6);
  gtk_widget_set_margin_start (self->content, 18);
  gtk_widget_set_margin_end (self->content, 18);

  build_scope (self, subject);
  build_size (self, size);
  build_look (self, look);

  gtk_box_append (GTK_BOX (self->content), subject);
  gtk_box_append (GTK_BOX (self->content), size);
  gtk_box_append (GTK_BOX (self->content), look);

  return self->content;
}

static void
build (CommonsExportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), build_header (self));
  gtk_box_append (GTK_BOX (box), build_content (self));
  gtk_box_append (GTK_BOX (box), build_foot (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
}

/* A window that was destroyed lives on, unrealized, as long as a task waits
 * for it. */
static void
commons_export_dialog_unrealize (GtkWidget *widget)
{
  CommonsExportDialog *self = COMMONS_EXPORT_DIALOG (widget);

  self->closed = TRUE;
  g_cancellable_cancel (self->cancellable);

  GTK_WIDGET_CLASS (commons_export_dialog_parent_class)->unrealize (widget);
}

static void
commons_export_dialog_finalize (GObject *object)
{
  CommonsExportDialog *self = COMMONS_EXPORT_DIALOG (object);

  g_clear_object (&self->board);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->folder);
  g_clear_object (&self->target);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->selection, g_hash_table_unref);
  g_clear_pointer (&self->suggested_name, g_free);

  G_OBJECT_CLASS (commons_export_dialog_parent_class)->finalize (object);
}

static void
commons_export_dialog_class_init (CommonsExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = commons_export_dialog_finalize;
  widget_class->unrealize = commons_export_dialog_unrealize;

  signals[EXPORTED] = g_signal_new ("exported",
                                    G_TYPE_FROM_CLASS (klass),
                                    G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[FAILED] = g_signal_new ("failed",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (widget_class);
}

static void
commons_export_dialog_init (CommonsExportDialog *self)
{
  self->settings = g_settings_new (APP_ID);

  gtk_window_set_title (GTK_WINDOW (self), _("Export Picture"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 500, -1);
}

GtkWidget *
commons_export_dialog_new (CommonsBoard      *board,
                           CommonsCatalogue  *catalogue,
                           GHashTable        *selection,
                           const CommonsRect *view,
                           const char        *suggested_name)
{
  CommonsExportDialog *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (COMMONS_TYPE_EXPORT_DIALOG, NULL);
  self->board = g_object_ref (board);
  self->catalogue = g_object_ref (catalogue);
  self->selection = selection != NULL ? g_hash_table_ref (selection) : NULL;
  self->suggested_name = g_strdup (suggested_name);

  if (view != NULL)
    {
      self->view = *view;
      self->has_view = TRUE;
    }

  build (self);
  recall_choices (self);
  self->ready = TRUE;
  update_size (self);

  return GTK_WIDGET (self);
}

void
commons_export_dialog_set_folder (CommonsExportDialog *self,
                                  GFile               *folder)
{
  g_return_if_fail (COMMONS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (folder == NULL || G_IS_FILE (folder));

  g_set_object (&self->folder, folder);
}

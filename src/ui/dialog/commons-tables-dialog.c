/* commons-tables-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-alike-view.h"
#include "commons-announce.h"
#include "commons-files.h"
#include "commons-help.h"
#include "commons-hint.h"
#include "commons-style-classes.h"
#include "commons-tables-dialog.h"
#include "commons-tables-files.h"
#include "commons-tables-list.h"

struct _CommonsTablesDialog
{
  AdwWindow         parent_instance;

  CommonsDocument  *document;
  CommonsCatalogue *catalogue;
  CommonsTables    *tables;
  GCancellable     *cancellable;
  guint             idle;
  gboolean          looks;   /* at the board as it is */
  gboolean          applying;

  GtkWidget        *title;
  GtkWidget        *cancel;
  GtkWidget        *accept;
  GtkWidget        *stack;
  GtkWidget        *list;
  GtkWidget        *alike;   /* NULL until there is something */
};

G_DEFINE_FINAL_TYPE (CommonsTablesDialog, commons_tables_dialog, ADW_TYPE_WINDOW)

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
shows (CommonsTablesDialog *self,
       const char          *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), page) == 0;
}

static void
set_accept (CommonsTablesDialog *self,
            const char          *label,
            gboolean             sensitive)
{
  gtk_button_set_label (GTK_BUTTON (self->accept), label);
  gtk_widget_set_sensitive (self->accept, sensitive);
}

static const char *
get_action (CommonsTablesDialog *self)
{
  return self->looks ? _("Merge Duplicates") : _("Merge Tables");
}

static void
update_title (CommonsTablesDialog *self)
{
  g_autofree char *subtitle = NULL;
  guint n_tables = commons_tables_get_n_tables (self->tables);

  if (self->alike != NULL && shows (self, "alike"))
    /* Translators: which group of cards that look alike is shown, of how many. */
    subtitle = g_strdup_printf (_("%'u of %'u"), commons_alike_view_get_index (COMMONS_ALIKE_VIEW (self->alike)) + 1,
                                commons_tables_get_groups (self->tables)->len);
  else if (n_tables > 0)
    subtitle = g_strdup_printf (ngettext ("%'u table", "%'u tables", n_tables), n_tables);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title),
                              shows (self, "alike") ? _("Cards That Look Alike") : get_action (self));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle ? subtitle : "");
}

/* ---- Bringing in --------------------------------------------------------- */

static void
bring_in (CommonsTablesDialog *self)
{
  g_autofree char *message = commons_tables_describe (self->tables);

  g_object_ref (self);
  self->applying = TRUE;
  if (!commons_document_get_read_only (self->document) &&
      commons_tables_apply (self->tables, commons_document_get_editor (self->document), get_action (self)))
    g_signal_emit (self, signals[FINISHED], 0, message);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

/* ---- Working it out ------------------------------------------------------ */

static void
turned_cb (CommonsTablesDialog *self)
{
  g_assert (COMMONS_IS_TABLES_DIALOG (self));

  update_title (self);
}

static void
done_cb (CommonsTablesDialog *self)
{
  g_assert (COMMONS_IS_TABLES_DIALOG (self));

  gtk_widget_grab_focus (self->accept);
}

static void
show_nothing (CommonsTablesDialog *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
  gtk_widget_set_visible (self->accept, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->cancel), _("_Close"));
  commons_announce (GTK_WIDGET (self), _("Nothing looks alike"));
  update_title (self);
}

static void
show_alike (CommonsTablesDialog *self)
{
  self->alike = commons_alike_view_new (self->tables, self->catalogue);
  g_signal_connect_object (self->alike, "turned", G_CALLBACK (turned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->alike, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (self->stack), self->alike, "alike");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "alike");
  set_accept (self, self->looks ? _("_Apply") : _("Bring _In"), TRUE);
  if (!self->looks)
    gtk_button_set_label (GTK_BUTTON (self->cancel), _("_Back"));
  gtk_widget_child_focus (self->alike, GTK_DIR_TAB_FORWARD);
  update_title (self);
}

static void
planned (CommonsTablesDialog *self)
{
  if (commons_tables_get_groups (self->tables)->len > 0)
    show_alike (self);
  else if (self->looks)
    show_nothing (self);
  else
    bring_in (self);
}

/* A step between two frames, so that the window goes on living. */
static gboolean
step_cb (gpointer data)
{
  CommonsTablesDialog *self = data;

  if (commons_tables_step (self->tables))
    return G_SOURCE_CONTINUE;

  self->idle = 0;
  planned (self);

  return G_SOURCE_REMOVE;
}

static void
plan (CommonsTablesDialog *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "working");
  gtk_widget_set_sensitive (self->accept, FALSE);
  if (self->idle == 0)
    self->idle = g_idle_add (step_cb, self);
}

static void
accept_cb (CommonsTablesDialog *self)
{
  g_assert (COMMONS_IS_TABLES_DIALOG (self));

  if (shows (self, "alike"))
    {
      commons_hint_learn ("tables");
      bring_in (self);
    }
  else if (commons_tables_get_n_tables (self->tables) > 0)
    {
      plan (self);
    }
}

static void
go_back (CommonsTablesDialog *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "tables");
  gtk_stack_remove (GTK_STACK (self->stack), g_steal_pointer (&self->alike));
  gtk_button_set_label (GTK_BUTTON (self->cancel), _("_Cancel"));
  set_accept (self, _("Co_ntinue"), TRUE);
  gtk_widget_grab_focus (self->accept);
  update_title (self);
}

static void
cancel_cb (CommonsTablesDialog *self)
{
  g_assert (COMMONS_IS_TABLES_DIALOG (self));

  if (self->alike != NULL && !self->looks)
    go_back (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- Reading them ------------------------------------------------------- */

/* A copy of a template has its title; the name of its file tells more. */
static char *
propose_name (CommonsTablesDialog *self,
              CommonsBoard        *board,
              const char          *file_name)
{
  const char *title = commons_board_get_title (board);
  const char *dot = g_strrstr (file_name, ".");
  g_autofree char *stem = dot != NULL && dot != file_name ? g_strndup (file_name, dot - file_name) : g_strdup (file_name);
  const char *template = commons_record_get_string (commons_board_get_head (board), "commons/template");

  if (*title == '\0' || g_str_equal (title, commons_board_get_title (commons_document_get_board (self->document))) ||
      template != NULL)
    return g_steal_pointer (&stem);

  return g_strdup (title);
}

static gboolean
is_own_file (CommonsTablesDialog *self,
             CommonsTableFile    *file)
{
  GFile *own = commons_document_get_file (self->document);

  return own != NULL && g_file_equal (own, file->file);
}

static void
add_table (CommonsTablesDialog *self,
           CommonsTableFile    *file)
{
  g_autofree char *file_name = commons_table_file_dup_name (file);
  g_autofree char *name = NULL;
  g_autoptr (CommonsBoard) board = NULL;
  g_autoptr (GError) error = NULL;
  gboolean newer;
  guint index;

  if (is_own_file (self, file))
    {
      commons_tables_list_add_problem (COMMONS_TABLES_LIST (self->list), file_name, _("This is the board that is open."));
      return;
    }

  board = commons_table_file_make_board (file, &newer, &error);
  if (board == NULL)
    {
      g_autofree char *words = commons_document_describe_error (error);

      commons_tables_list_add_problem (COMMONS_TABLES_LIST (self->list), file_name, words);
      return;
    }

  name = propose_name (self, board, file_name);
  index = commons_tables_add (self->tables, board, name, file_name);
  commons_tables_list_add (COMMONS_TABLES_LIST (self->list), index, newer);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CommonsTablesDialog) self = user_data;
  g_autoptr (GPtrArray) files = commons_tables_files_read_finish (result, NULL);

  if (files == NULL || self->tables == NULL)
    return;

  for (guint i = 0; i < files->len; i++)
    add_table (self, g_ptr_array_index (files, i));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "tables");
  set_accept (self, _("Co_ntinue"), commons_tables_get_n_tables (self->tables) > 0);
  gtk_widget_grab_focus (commons_tables_get_n_tables (self->tables) > 0 ? self->accept : self->cancel);
  update_title (self);
}

void
commons_tables_dialog_add (CommonsTablesDialog *self,
                           GListModel          *files)
{
  g_return_if_fail (COMMONS_IS_TABLES_DIALOG (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "working");
  commons_tables_files_read_async (files, self->cancellable, read_cb, g_object_ref (self));
}

void
commons_tables_dialog_look (CommonsTablesDialog *self)
{
  g_return_if_fail (COMMONS_IS_TABLES_DIALOG (self));

  self->looks = TRUE;
  set_accept (self, _("_Apply"), FALSE);
  update_title (self);
  plan (self);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CommonsTablesDialog) self = user_data;
  g_autoptr (GListModel) files = commons_files_open_finish (result, NULL);

  if (files != NULL && self->tables != NULL)
    commons_tables_dialog_add (self, files);
}

static void
more_cb (CommonsTablesDialog *self)
{
  g_autoptr (GListModel) filters = commons_tables_files_make_filters ();

  g_assert (COMMONS_IS_TABLES_DIALOG (self));

  commons_files_open_async (GTK_WINDOW (self), _("Boards of the Tables"), filters, TRUE, self->cancellable,
                            chosen_cb, g_object_ref (self));
}

/* ---- Keys ---------------------------------------------------------------- */

static gboolean
press_on (CommonsTablesDialog *self,
          guint                keyval,
          GdkModifierType      state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean in_text = GTK_IS_TEXT_VIEW (focus);
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (control && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      commons_alike_view_turn (COMMONS_ALIKE_VIEW (self->alike), 1);
      return TRUE;
    }

  if (in_text && keyval == GDK_KEY_Escape)
    return gtk_widget_child_focus (self->alike, GTK_DIR_TAB_FORWARD);

  /* What was chosen so far is not given up by one key. */
  if (keyval == GDK_KEY_Escape)
    {
      cancel_cb (self);
      return TRUE;
    }

  if (in_text || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  return commons_alike_view_press (COMMONS_ALIKE_VIEW (self->alike), keyval);
}

static gboolean
key_pressed_cb (CommonsTablesDialog *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  g_assert (COMMONS_IS_TABLES_DIALOG (self));

  return self->alike != NULL && shows (self, "alike") && press_on (self, keyval, state);
}

/* ---- Making it ----------------------------------------------------------- */

static void
commons_tables_dialog_dispose (GObject *object)
{
  CommonsTablesDialog *self = COMMONS_TABLES_DIALOG (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (commons_tables_dialog_parent_class)->dispose (object);

  g_clear_pointer (&self->tables, commons_tables_free);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->document);
}

static void
commons_tables_dialog_class_init (CommonsTablesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = commons_tables_dialog_dispose;

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  commons_help_class_add_key (GTK_WIDGET_CLASS (klass));
}

static GtkWidget *
make_header (CommonsTablesDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = adw_window_title_new ("", "");
  self->cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  self->accept = gtk_button_new_with_mnemonic (_("Co_ntinue"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_set_sensitive (self->accept, FALSE);
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), commons_help_button_new ());

  return header;
}

static GtkWidget *
make_tables_page (CommonsTablesDialog *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *more = gtk_button_new_with_mnemonic (_("Add _More Boards…"));
  GtkWidget *about = gtk_label_new (_("Circles and zones these boards have in common are not repeated. Every card says "
                                      "which table it comes from. Nothing is left out."));

  gtk_label_set_wrap (GTK_LABEL (about), TRUE);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  self->list = commons_tables_list_new ();
  gtk_box_append (GTK_BOX (box), about);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), more);
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  g_signal_connect_object (more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (page), scroller);
  gtk_box_append (GTK_BOX (page), commons_hint_new ("tables"));

  return page;
}

static GtkWidget *
make_working_page (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reading the boards"), -1);

  return spinner;
}

static GtkWidget *
make_nothing_page (void)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE,
                       "icon-name", "cc-merge-symbolic",
                       "title", _("Nothing looks alike"),
                       "description", _("No two cards of the same kind have much of their titles in common."),
                       NULL);
}

static void
commons_tables_dialog_init (CommonsTablesDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cancellable = g_cancellable_new ();
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_working_page (), "working");
  gtk_stack_add_named (GTK_STACK (self->stack), make_tables_page (self), "tables");
  gtk_stack_add_named (GTK_STACK (self->stack), make_nothing_page (), "nothing");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (self->stack, "tables-content");

  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  commons_style_classes_follow (GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 980, 680);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* What was worked out was about the board as it was. */
static void
board_changed_cb (CommonsTablesDialog *self)
{
  g_assert (COMMONS_IS_TABLES_DIALOG (self));

  if (self->alike == NULL || self->applying)
    return;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "working");
  gtk_stack_remove (GTK_STACK (self->stack), g_steal_pointer (&self->alike));
  plan (self);
}

/* Another board in its place is none that this was meant for. */
static void
board_replaced_cb (CommonsTablesDialog *self)
{
  g_assert (COMMONS_IS_TABLES_DIALOG (self));

  gtk_window_close (GTK_WINDOW (self));
}

GtkWidget *
commons_tables_dialog_new (CommonsDocument  *document,
                           CommonsCatalogue *catalogue)
{
  CommonsTablesDialog *self;

  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (COMMONS_TYPE_TABLES_DIALOG, NULL);
  self->document = g_object_ref (document);
  self->catalogue = g_object_ref (catalogue);
  self->tables = commons_tables_new (commons_document_get_board (document), catalogue);
  commons_tables_list_set_tables (COMMONS_TABLES_LIST (self->list), self->tables);
  g_signal_connect_object (commons_document_get_board (document), "changed", G_CALLBACK (board_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::board", G_CALLBACK (board_replaced_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self), _("Merge Tables"));
  update_title (self);

  return GTK_WIDGET (self);
}

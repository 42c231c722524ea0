/* commons-bin-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-ask.h"
#include "commons-bin-dialog.h"
#include "commons-bin-file.h"
#include "commons-bin-row.h"
#include "commons-fold.h"

#define WIDTH 640

/* As many as one looks through; a word of its title brings the one that is
 * meant. */
#define MAX_ROWS 100

struct _CommonsBinDialog
{
  CommonsAdviceDialog  parent_instance;

  CommonsBinKeeper    *keeper;
  GCancellable        *cancellable;
  GPtrArray           *items;   /* everything that is kept, NULL until it is read */
  GHashTable          *wanted;  /* ids */

  GtkWidget           *stack;
  GtkWidget           *search;
  GtkWidget           *list;
  GtkWidget           *more;
  GtkWidget           *all;
  GtkWidget           *empty;
  GtkWidget           *button;
};

G_DEFINE_FINAL_TYPE (CommonsBinDialog, commons_bin_dialog, COMMONS_TYPE_ADVICE_DIALOG)

static CommonsBoard *
get_board (CommonsBinDialog *self)
{
  return commons_advice_dialog_get_board (COMMONS_ADVICE_DIALOG (self));
}

/* ---- The list ------------------------------------------------------------ */

/* Links come back with their cards, and what is on the board is not gone. */
static gboolean
is_gone (CommonsBinDialog     *self,
         const CommonsBinItem *item)
{
  return item->table == COMMONS_TABLE_NODES && commons_board_lookup (get_board (self), item->id) == NULL;
}

static gboolean
matches (CommonsBinDialog     *self,
         const CommonsBinItem *item,
         char                **words)
{
  const CommonsKind *kind;
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (words[0] == NULL)
    return TRUE;

  kind = commons_catalogue_get_kind (commons_advice_dialog_get_catalogue (COMMONS_ADVICE_DIALOG (self)), item->kind);
  all = g_strjoin ("\n", item->title, item->text, kind != NULL ? kind->label : "",
                   item->place != NULL ? item->place : "", NULL);
  folded = commons_fold (all);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer container): the cards to be listed, the last one first */
static GPtrArray *
find (CommonsBinDialog *self,
      const char       *typed)
{
  g_auto (GStrv) words = commons_fold_words (typed);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = self->items != NULL ? self->items->len : 0; i > 0; i--)
    {
      CommonsBinItem *item = g_ptr_array_index (self->items, i - 1);

      if (is_gone (self, item) && matches (self, item, words))
        g_ptr_array_add (found, item);
    }

  return found;
}

static void
update_button (CommonsBinDialog *self)
{
  guint n = g_hash_table_size (self->wanted);
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("_Restore %'u Card", "_Restore %'u Cards", n), n) : NULL;

  gtk_button_set_label (GTK_BUTTON (self->button), label != NULL ? label : _("_Restore"));
  gtk_widget_set_sensitive (self->button, n > 0 && commons_advice_dialog_can_write (COMMONS_ADVICE_DIALOG (self)));
}

static void
empty_list (CommonsBinDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
tell_more (CommonsBinDialog *self,
           guint             n_found)
{
  g_autofree char *text = NULL;

  if (n_found == 0)
    text = g_strdup (_("No deleted card says that"));
  else if (n_found > MAX_ROWS)
    text = g_strdup_printf (ngettext ("%'u more. Type more of its name to find it.",
                                      "%'u more. Type more of a name to find it.", n_found - MAX_ROWS),
                            n_found - MAX_ROWS);

  gtk_label_set_text (GTK_LABEL (self->more), text != NULL ? text : "");
  gtk_widget_set_visible (self->more, text != NULL);
  gtk_widget_set_visible (self->list, n_found > 0);
  if (text != NULL)
    commons_announce (self->more, text);
}

static void
fill (CommonsBinDialog *self)
{
  CommonsCatalogue *catalogue = commons_advice_dialog_get_catalogue (COMMONS_ADVICE_DIALOG (self));
  g_autoptr (GPtrArray) found = NULL;

  g_assert (COMMONS_IS_BIN_DIALOG (self));

  found = find (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  empty_list (self);
  for (guint i = 0; i < MIN (found->len, MAX_ROWS); i++)
    {
      CommonsBinItem *item = g_ptr_array_index (found, i);
      GtkWidget *row = commons_bin_row_new (catalogue, item);

      commons_bin_row_set_wanted (COMMONS_BIN_ROW (row), g_hash_table_contains (self->wanted, item->id));
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  tell_more (self, found->len);
  update_button (self);
}

static void
show_items (CommonsBinDialog *self)
{
  g_autoptr (GPtrArray) all = find (self, "");

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), all->len > 0 ? "cards" : "nothing");
  gtk_widget_set_sensitive (self->empty, self->items != NULL && self->items->len > 0);
  gtk_widget_set_sensitive (self->all, all->len > 0);
  fill (self);
}

/* Keeps what is chosen to what is still gone. */
static void
commons_bin_dialog_changed (CommonsAdviceDialog *dialog)
{
  CommonsBinDialog *self = COMMONS_BIN_DIALOG (dialog);
  GHashTableIter iter;
  gpointer id;

  if (self->items == NULL)
    return;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (commons_board_lookup (get_board (self), id) != NULL)
        g_hash_table_iter_remove (&iter);
    }
  show_items (self);
}

static void
want (CommonsBinDialog *self,
      CommonsBinRow    *row,
      gboolean          wanted)
{
  const char *id = commons_bin_row_get_item (row)->id;

  if (wanted)
    g_hash_table_add (self->wanted, g_strdup (id));
  else
    g_hash_table_remove (self->wanted, id);
  commons_bin_row_set_wanted (row, wanted);
}

static void
row_activated_cb (CommonsBinDialog *self,
                  GtkListBoxRow    *row)
{
  const char *id = commons_bin_row_get_item (COMMONS_BIN_ROW (row))->id;

  g_assert (COMMONS_IS_BIN_DIALOG (self));

  want (self, COMMONS_BIN_ROW (row), !g_hash_table_contains (self->wanted, id));
  update_button (self);
}

/* All that are listed; once more for none of them. */
static void
all_cb (CommonsBinDialog *self)
{
  gboolean all = TRUE;
  GtkListBoxRow *row;

  g_assert (COMMONS_IS_BIN_DIALOG (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    all = all && g_hash_table_contains (self->wanted, commons_bin_row_get_item (COMMONS_BIN_ROW (row))->id);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    want (self, COMMONS_BIN_ROW (row), !all);
  update_button (self);
}

/* ---- Putting back -------------------------------------------------------- */

static GPtrArray *
put_back (CommonsBinDialog *self)
{
  CommonsEditor *editor = commons_advice_dialog_get_editor (COMMONS_ADVICE_DIALOG (self));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) plan = NULL;
  GPtrArray *back;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);

  plan = commons_bin_plan (self->items, ids, get_board (self));
  for (guint i = 0; i < plan->len; i++)
    commons_bin_file_read_record (g_ptr_array_index (plan, i));

  commons_editor_begin (editor, _("Restore Cards"), NULL);
  back = commons_bin_put_back (plan, self->items, editor);
  commons_editor_commit (editor);

  return back;
}

static void
restore_cb (CommonsBinDialog *self)
{
  CommonsAdviceDialog *dialog = COMMONS_ADVICE_DIALOG (self);
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *message = NULL;

  g_assert (COMMONS_IS_BIN_DIALOG (self));

  if (self->items == NULL || g_hash_table_size (self->wanted) == 0 || !commons_advice_dialog_can_write (dialog))
    return;

  g_object_ref (self);
  ids = put_back (self);
  if (ids->len > 0)
    {
      message = g_strdup_printf (ngettext ("%'u card is back in its place.", "%'u cards are back in their places.",
                                           ids->len), ids->len);
      commons_advice_dialog_finish (dialog, ids, message);
    }
  else
    {
      commons_advice_dialog_set_note (dialog, _("These cards are damaged and cannot be put back."), TRUE);
    }
  g_object_unref (self);
}

/* ---- Emptying ------------------------------------------------------------ */

static void
emptied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CommonsBinDialog) self = user_data;
  g_autofree char *answer = commons_ask_finish (result);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (answer, "empty") || self->keeper == NULL)
    return;

  if (!commons_bin_keeper_empty (self->keeper, &error))
    {
      commons_advice_dialog_set_note (COMMONS_ADVICE_DIALOG (self),
                                      _("The bin could not be emptied: its file cannot be written."), TRUE);
      return;
    }

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_hash_table_remove_all (self->wanted);
  show_items (self);
  commons_announce (GTK_WIDGET (self), _("The bin is empty."));
}

static void
empty_cb (CommonsBinDialog *self)
{
  const CommonsAnswer answers[] = {
    { "cancel", _("_Cancel"), COMMONS_ANSWER_DEFAULT },
    { "empty", _("_Empty the Bin"), COMMONS_ANSWER_DESTRUCTIVE },
  };

  g_assert (COMMONS_IS_BIN_DIALOG (self));

  commons_ask_async (GTK_WINDOW (self), _("Empty the bin of this board?"),
                     _("The deleted cards cannot be had back. What is on the board stays as it is."),
                     answers, G_N_ELEMENTS (answers), "cancel", "cancel", self->cancellable,
                     emptied_cb, g_object_ref (self));
}

/* ---- Making it ----------------------------------------------------------- */

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CommonsBinDialog) self = user_data;
  GPtrArray *items = commons_bin_keeper_list_finish (COMMONS_BIN_KEEPER (object), result, NULL);

  if (items == NULL || self->keeper == NULL)
    {
      g_clear_pointer (&items, g_ptr_array_unref);
      return;
    }

  self->items = items;
  show_items (self);
}

static void
commons_bin_dialog_dispose (GObject *object)
{
  CommonsBinDialog *self = COMMONS_BIN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (commons_bin_dialog_parent_class)->dispose (object);
}

static void
commons_bin_dialog_finalize (GObject *object)
{
  g_hash_table_unref (COMMONS_BIN_DIALOG (object)->wanted);

  G_OBJECT_CLASS (commons_bin_dialog_parent_class)->finalize (object);
}

static void
commons_bin_dialog_class_init (CommonsBinDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = commons_bin_dialog_dispose;
  object_class->finalize = commons_bin_dialog_finalize;
  COMMONS_ADVICE_DIALOG_CLASS (klass)->changed = commons_bin_dialog_changed;
}

static void
commons_bin_dialog_init (CommonsBinDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 640);
}

static GtkWidget *
make_list (CommonsBinDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Deleted cards"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  self->more = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->more), TRUE);
  gtk_widget_add_css_class (self->more, "picker-more");

  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->more);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_add_css_class (clamp, "advice-page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
make_cards (CommonsBinDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *prompt = _("Search deleted cards");

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", prompt, NULL);
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);

  self->all = gtk_button_new_with_mnemonic (_("Select _All"));
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (line), self->search);
  gtk_box_append (GTK_BOX (line), self->all);
  gtk_widget_add_css_class (line, "bin-line");
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), make_list (self));

  return box;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "user-trash-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Deleted Cards"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("What you delete from this board can be found here for 90 days."));

  return page;
}

GtkWidget *
commons_bin_dialog_new (CommonsBoardView *view,
                        CommonsDocument  *document,
                        CommonsBinKeeper *keeper)
{
  CommonsBinDialog *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (COMMONS_IS_BIN_KEEPER (keeper), NULL);

  self = g_object_new (COMMONS_TYPE_BIN_DIALOG, NULL);
  self->keeper = g_object_ref (keeper);
  commons_advice_dialog_set_up (COMMONS_ADVICE_DIALOG (self), view, document, NULL, _("Deleted Cards"));

  self->empty = gtk_button_new_with_mnemonic (_("_Empty the Bin…"));
  g_signal_connect_object (self->empty, "clicked", G_CALLBACK (empty_cb), self, G_CONNECT_SWAPPED);
  commons_advice_dialog_add_header (COMMONS_ADVICE_DIALOG (self), self->empty);
  self->button = gtk_button_new_with_mnemonic (_("_Restore"));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  commons_advice_dialog_set_bar (COMMONS_ADVICE_DIALOG (self),
                                 _("Cards go back to their place, with their links."), self->button);

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_cards (self), "cards");
  gtk_stack_add_named (GTK_STACK (self->stack), make_nothing (), "nothing");
  commons_advice_dialog_set_body (COMMONS_ADVICE_DIALOG (self), self->stack, TRUE);
  gtk_window_set_focus (GTK_WINDOW (self), self->search);
  gtk_widget_set_sensitive (self->empty, FALSE);
  update_button (self);
  commons_bin_keeper_list_async (keeper, self->cancellable, listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

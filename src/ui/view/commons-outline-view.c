/* commons-outline-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "commons-outline-private.h"

G_DEFINE_FINAL_TYPE (CommonsOutlineView, commons_outline_view, GTK_TYPE_WIDGET)

enum
{
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CommonsSelection *
get_selection (CommonsOutlineView *self)
{
  return commons_board_view_get_selection (self->view);
}

static CommonsOutlineItem *
find_item (CommonsOutlineView *self,
           const char         *id)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      CommonsOutlineRow *row = commons_outline_item_get_row (item);

      if (row != NULL && g_str_equal (commons_outline_row_get_id (row), id))
        return item;
    }

  return NULL;
}

CommonsOutlineItem *
_commons_outline_view_reveal (CommonsOutlineView *self,
                              const char         *id)
{
  guint position;

  if (id == NULL || commons_outline_model_show (self->model, id) == NULL)
    return NULL;

  position = commons_outline_model_find (self->model, id);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);

  return find_item (self, id);
}

void
_commons_outline_view_focus (CommonsOutlineView *self,
                             const char         *id)
{
  CommonsOutlineItem *item = _commons_outline_view_reveal (self, id);

  if (item != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (item)));
  else
    gtk_widget_grab_focus (self->list);
}

const char *
_commons_outline_view_get_current (CommonsOutlineView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (COMMONS_IS_OUTLINE_ITEM (child) && gtk_widget_is_ancestor (child, GTK_WIDGET (self)))
    return commons_outline_row_get_id (commons_outline_item_get_row (COMMONS_OUTLINE_ITEM (child)));

  return commons_selection_get_primary (get_selection (self));
}

gboolean
_commons_outline_view_is_editable (CommonsOutlineView *self)
{
  return self->document != NULL && !commons_document_get_read_only (self->document);
}

static void
show_page (CommonsOutlineView *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "empty" : "list");
}

/* The lines chosen become those of the board's selection. */
static void
follow_selection (CommonsOutlineView *self)
{
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  g_autoptr (GPtrArray) ids = commons_selection_list (get_selection (self));

  for (guint i = 0; i < ids->len; i++)
    {
      guint position = commons_outline_model_find (self->model, g_ptr_array_index (ids, i));

      if (position != G_MAXUINT)
        gtk_bitset_add (chosen, position);
    }

  self->syncing = TRUE;
  gtk_selection_model_set_selection (self->chosen, chosen, all);
  self->syncing = FALSE;
}

static void
selection_changed_cb (CommonsOutlineView *self)
{
  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  if (!self->syncing)
    follow_selection (self);
}

static void
chosen_changed_cb (CommonsOutlineView *self)
{
  g_autoptr (GtkBitset) chosen = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  if (self->syncing)
    return;

  chosen = gtk_selection_model_get_selection (self->chosen);
  ids = g_ptr_array_new ();
  for (guint64 i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr (CommonsOutlineRow) row = g_list_model_get_item (G_LIST_MODEL (self->model),
                                                                 gtk_bitset_get_nth (chosen, (guint) i));

      g_ptr_array_add (ids, (gpointer) commons_outline_row_get_id (row));
    }

  self->syncing = TRUE;
  commons_selection_set_many (get_selection (self), ids);
  self->syncing = FALSE;
}

static void
items_changed_cb (CommonsOutlineView *self)
{
  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  show_page (self);
  follow_selection (self);
}

static void
board_changed_cb (CommonsOutlineView *self)
{
  GHashTableIter iter;
  gpointer item;

  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  if (self->edited != NULL && !self->edited_is_new &&
      commons_board_lookup_node (commons_document_get_board (self->document), self->edited) == NULL)
    commons_outline_view_finish_editing (self);

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    commons_outline_item_update (item);
}

static void
fold_cb (CommonsOutlineView *self,
         gboolean            expanded,
         CommonsOutlineItem *item)
{
  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  commons_outline_model_set_expanded (self->model, commons_outline_row_get_id (commons_outline_item_get_row (item)),
                                      expanded);
}

/* What was being written is kept before its line goes. */
static void
gone_cb (CommonsOutlineView *self,
         CommonsOutlineItem *item)
{
  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  self->letting_go = TRUE;
  if (item == self->edited_item)
    commons_outline_view_finish_editing (self);
  self->letting_go = FALSE;
  g_hash_table_remove (self->items, item);
}

static void
setup_cb (CommonsOutlineView *self,
          GtkListItem        *list_item)
{
  GtkWidget *item = commons_outline_item_new ();

  g_signal_connect_object (item, "fold", G_CALLBACK (fold_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  _commons_outline_view_init_drag (self, COMMONS_OUTLINE_ITEM (item));
  gtk_list_item_set_child (list_item, item);
}

static void
bind_cb (CommonsOutlineView *self,
         GtkListItem        *list_item)
{
  CommonsOutlineItem *item = COMMONS_OUTLINE_ITEM (gtk_list_item_get_child (list_item));

  commons_outline_item_bind (item, gtk_list_item_get_item (list_item), commons_document_get_board (self->document),
                             commons_board_view_get_catalogue (self->view));
  g_hash_table_add (self->items, item);
}

static void
unbind_cb (CommonsOutlineView *self,
           GtkListItem        *list_item)
{
  GtkWidget *item = gtk_list_item_get_child (list_item);

  /* A list that is taken apart has lost its lines before it lets them go. */
  if (item == NULL)
    return;

  gone_cb (self, COMMONS_OUTLINE_ITEM (item));
  commons_outline_item_bind (COMMONS_OUTLINE_ITEM (item), NULL, NULL, NULL);
}

static void
activate_cb (CommonsOutlineView *self,
             guint               position)
{
  g_autoptr (CommonsOutlineRow) row = NULL;

  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  row = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  if (row != NULL)
    _commons_outline_view_edit (self, commons_outline_row_get_id (row), FALSE);
}

static void
document_board_cb (CommonsOutlineView *self)
{
  CommonsBoard *board = self->document ? commons_document_get_board (self->document) : NULL;

  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  commons_outline_model_set_board (self->model, board);
  if (board != NULL)
    g_signal_connect_object (board, "changed", G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);
  follow_selection (self);
}

/* Lines name kinds in the language of the board. */
static void
language_changed_cb (CommonsOutlineView *self)
{
  g_assert (COMMONS_IS_OUTLINE_VIEW (self));

  if (self->document == NULL)
    return;

  commons_outline_model_set_board (self->model, NULL);
  commons_outline_model_set_board (self->model, commons_document_get_board (self->document));
  follow_selection (self);
}

void
commons_outline_view_set_document (CommonsOutlineView *self,
                                   CommonsDocument    *document)
{
  g_return_if_fail (COMMONS_IS_OUTLINE_VIEW (self));

  if (self->document == document)
    return;

  commons_outline_view_finish_editing (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_object (document, "notify::board", G_CALLBACK (document_board_cb), self, G_CONNECT_SWAPPED);
  document_board_cb (self);
}

/* Nobody looks at what is not mapped: it costs nothing then. */
static void
commons_outline_view_map (GtkWidget *widget)
{
  CommonsOutlineView *self = COMMONS_OUTLINE_VIEW (widget);

  commons_outline_model_set_active (self->model, TRUE);
  show_page (self);
  follow_selection (self);

  GTK_WIDGET_CLASS (commons_outline_view_parent_class)->map (widget);
}

static void
commons_outline_view_unmap (GtkWidget *widget)
{
  CommonsOutlineView *self = COMMONS_OUTLINE_VIEW (widget);

  commons_outline_view_finish_editing (self);
  commons_outline_model_set_active (self->model, FALSE);

  GTK_WIDGET_CLASS (commons_outline_view_parent_class)->unmap (widget);
}

static gboolean
commons_outline_view_grab_focus (GtkWidget *widget)
{
  CommonsOutlineView *self = COMMONS_OUTLINE_VIEW (widget);

  if (self->editor != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->editor));

  _commons_outline_view_focus (self, commons_selection_get_primary (get_selection (self)));

  return TRUE;
}

static void
commons_outline_view_dispose (GObject *object)
{
  CommonsOutlineView *self = COMMONS_OUTLINE_VIEW (object);

  if (self->view != NULL)
    commons_outline_view_set_document (self, NULL);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->chosen);
  g_clear_object (&self->model);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (commons_outline_view_parent_class)->dispose (object);
}

static void
commons_outline_view_finalize (GObject *object)
{
  CommonsOutlineView *self = COMMONS_OUTLINE_VIEW (object);

  /* The board view may have gone first, and then nothing was taken off. */
  g_clear_object (&self->document);
  g_hash_table_unref (self->items);
  g_free (self->edited);

  G_OBJECT_CLASS (commons_outline_view_parent_class)->finalize (object);
}

static void
commons_outline_view_class_init (CommonsOutlineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = commons_outline_view_dispose;
  object_class->finalize = commons_outline_view_finalize;
  widget_class->map = commons_outline_view_map;
  widget_class->unmap = commons_outline_view_unmap;
  widget_class->grab_focus = commons_outline_view_grab_focus;

  signals[TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outline-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_empty_page (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "cc-outline-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing Here Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Press N to write the first card."));

  return page;
}

static void
commons_outline_view_init (CommonsOutlineView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->items = g_hash_table_new (NULL, NULL);
  self->model = commons_outline_model_new ();
  self->chosen = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model))));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  self->list = gtk_list_view_new (g_object_ref (self->chosen), factory);
  gtk_list_view_set_enable_rubberband (GTK_LIST_VIEW (self->list), FALSE);
  gtk_widget_add_css_class (self->list, "outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Outline"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty_page (), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "list");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Outline"), -1);

  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chosen, "selection-changed", G_CALLBACK (chosen_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chosen, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  _commons_outline_view_init_keys (self);
  _commons_outline_view_init_drop (self);
}

GtkWidget *
commons_outline_view_new (CommonsBoardView *view)
{
  CommonsOutlineView *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);

  self = g_object_new (COMMONS_TYPE_OUTLINE_VIEW, NULL);
  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (get_selection (self), "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "language-changed", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "gather", G_CALLBACK (_commons_outline_view_gather), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

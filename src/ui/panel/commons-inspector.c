/* commons-inspector.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-inspector-private.h"

G_DEFINE_FINAL_TYPE (CommonsInspector, commons_inspector, GTK_TYPE_WIDGET)

static CommonsDocument *
get_document (CommonsInspector *self)
{
  return self->view ? commons_board_view_get_document (self->view) : NULL;
}

CommonsBoard *
_commons_inspector_get_board (CommonsInspector *self)
{
  CommonsDocument *document = get_document (self);

  return document ? commons_document_get_board (document) : NULL;
}

CommonsEditor *
_commons_inspector_get_editor (CommonsInspector *self)
{
  CommonsDocument *document = get_document (self);

  return document ? commons_document_get_editor (document) : NULL;
}

CommonsCatalogue *
_commons_inspector_get_catalogue (CommonsInspector *self)
{
  return commons_board_view_get_catalogue (self->view);
}

gboolean
_commons_inspector_is_editable (CommonsInspector *self)
{
  CommonsDocument *document = get_document (self);

  return document != NULL && !commons_document_get_read_only (document);
}

CommonsRecord *
_commons_inspector_get_record (CommonsInspector *self)
{
  CommonsBoard *board = _commons_inspector_get_board (self);

  return board != NULL && self->ids->len == 1 ? commons_board_lookup (board, g_ptr_array_index (self->ids, 0)) : NULL;
}

/* Circles, zones and cards when there are some, else one link, else the
 * board. What one person keeps is counted with nothing. */
static CommonsInspectorMode
choose_mode (CommonsInspector *self,
             GPtrArray        *ids)
{
  CommonsBoard *board = _commons_inspector_get_board (self);
  g_autoptr (GPtrArray) chosen = NULL;
  const char *link = NULL, *hidden = NULL;
  guint n_links = 0;

  if (board == NULL)
    return COMMONS_INSPECTOR_NOTHING;

  chosen = commons_selection_list (commons_board_view_get_selection (self->view));
  for (guint i = 0; i < chosen->len; i++)
    {
      const char *id = g_ptr_array_index (chosen, i);
      CommonsRecord *record = commons_board_lookup (board, id);

      if (record != NULL && commons_record_get_table (record) == COMMONS_TABLE_EDGES && ++n_links > 0)
        link = id;
      else if (record != NULL && commons_record_is_hidden (record))
        hidden = id;
      else if (record != NULL)
        g_ptr_array_add (ids, g_strdup (id));
    }

  if (ids->len > 0)
    return COMMONS_INSPECTOR_CARDS;

  g_ptr_array_add (ids, g_strdup (hidden ? hidden : n_links == 1 ? link : ""));

  return hidden ? COMMONS_INSPECTOR_HIDDEN : n_links == 1 ? COMMONS_INSPECTOR_LINK : COMMONS_INSPECTOR_BOARD;
}

/* Cards of the same shape are shown by the same parts. */
static char *
make_shape (CommonsInspector     *self,
            CommonsInspectorMode  mode,
            GPtrArray            *ids)
{
  CommonsBoard *board = _commons_inspector_get_board (self);
  CommonsCatalogue *catalogue = _commons_inspector_get_catalogue (self);
  GString *shape = g_string_new (NULL);
  g_autoptr (GPtrArray) kinds = NULL;

  g_string_printf (shape, "%d %p %d", mode, (gpointer) catalogue, ids->len > 1);
  if (mode != COMMONS_INSPECTOR_CARDS)
    return g_string_free (shape, FALSE);

  kinds = commons_inspect_list_kinds (board, ids);
  for (guint i = 0; i < kinds->len; i++)
    g_string_append_printf (shape, " %s", (const char *) g_ptr_array_index (kinds, i));
  if (ids->len == 1)
    g_string_append_printf (shape, " %s",
                            commons_record_get_node_type (commons_board_lookup (board, g_ptr_array_index (ids, 0))));

  return g_string_free (shape, FALSE);
}

void
_commons_inspector_add (CommonsInspector *self,
                        GtkWidget        *part)
{
  gtk_box_append (GTK_BOX (self->box), part);
}

static void
clear (CommonsInspector *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->editors, 0);
  g_ptr_array_set_size (self->toggles, 0);
  self->miniature = self->kind_button = self->kind_label = self->count = self->lock_row = NULL;
  self->title = self->body = self->unknown = self->links = self->answers = self->origin = NULL;
  self->link_type = self->link_ends = self->stage = self->language = NULL;
  g_clear_pointer (&self->links_shape, g_free);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
build (CommonsInspector *self)
{
  switch (self->mode)
    {
    case COMMONS_INSPECTOR_CARDS:
      _commons_inspector_build_head (self);
      _commons_inspector_build_text (self);
      _commons_inspector_build_fields (self);
      _commons_inspector_build_links (self);
      _commons_inspector_build_state (self);
      break;

    case COMMONS_INSPECTOR_HIDDEN:
      _commons_inspector_build_head (self);
      break;

    case COMMONS_INSPECTOR_LINK:
      _commons_inspector_build_link (self);
      break;

    case COMMONS_INSPECTOR_BOARD:
      _commons_inspector_build_board (self);
      break;

    case COMMONS_INSPECTOR_NOTHING:
    default:
      break;
    }
}

static void
show_values (CommonsInspector *self,
             gboolean          anew)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->editors->len; i++)
    commons_field_editor_share_cards (g_ptr_array_index (self->editors, i), self->ids);
  _commons_inspector_update_head (self);
  _commons_inspector_update_text (self, anew);
  _commons_inspector_update_fields (self);
  _commons_inspector_update_links (self);
  _commons_inspector_update_state (self);
  _commons_inspector_update_link (self);
  _commons_inspector_update_board (self);
  self->showing = FALSE;
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

static void
take_ids (CommonsInspector *self,
          GPtrArray        *ids)
{
  g_ptr_array_unref (self->ids);
  self->ids = g_ptr_array_ref (ids);
  g_hash_table_remove_all (self->set);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->set, g_ptr_array_index (ids, i));
}

static void
scroll_to_top (CommonsInspector *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* Whoever writes here stays here, even when other parts come. */
static void
rebuild (CommonsInspector *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  clear (self);
  build (self);
  scroll_to_top (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
commons_inspector_update (CommonsInspector *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *shape = NULL;
  gboolean anew;

  g_return_if_fail (COMMONS_IS_INSPECTOR (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  self->dirty = FALSE;
  if (self->view == NULL)
    return;

  self->mode = choose_mode (self, ids);
  shape = make_shape (self, self->mode, ids);
  anew = !is_same (ids, self->ids);
  if (anew)
    take_ids (self, ids);
  if (g_strcmp0 (shape, self->shape) != 0)
    {
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
      rebuild (self);
      anew = TRUE;
    }
  show_values (self, anew);
}

static gboolean
update_cb (gpointer user_data)
{
  CommonsInspector *self = user_data;

  self->idle = 0;
  commons_inspector_update (self);

  return G_SOURCE_REMOVE;
}

void
_commons_inspector_queue (CommonsInspector *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->dirty = TRUE;
  else if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 30, update_cb, self, NULL);
}

static void
selection_changed_cb (CommonsInspector *self)
{
  g_assert (COMMONS_IS_INSPECTOR (self));

  _commons_inspector_queue (self);
}

/* What changes far from what is shown costs nothing: neither cards nor, for
 * one card, those its links name. */
static gboolean
concerns (CommonsInspector       *self,
          const CommonsChangeSet *changes)
{
  guint length = commons_change_set_get_length (changes);

  if (self->mode != COMMONS_INSPECTOR_CARDS || self->ids->len == 1)
    return TRUE;

  for (guint i = 0; i < length; i++)
    {
      if (g_hash_table_contains (self->set, commons_change_get_id (commons_change_set_get (changes, i))))
        return TRUE;
    }

  return FALSE;
}

static void
board_changed_cb (CommonsInspector *self,
                  CommonsChangeSet *changes)
{
  g_assert (COMMONS_IS_INSPECTOR (self));

  if (concerns (self, changes))
    _commons_inspector_queue (self);
}

/* The view has another board after another file was read. */
static void
follow_board (CommonsInspector *self)
{
  CommonsBoard *board = _commons_inspector_get_board (self);

  if (board == self->board)
    return;

  if (self->board != NULL)
    g_signal_handlers_disconnect_by_func (self->board, board_changed_cb, self);
  g_set_object (&self->board, board);
  if (board != NULL)
    g_signal_connect_object (board, "changed", G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);
  g_clear_pointer (&self->shape, g_free);
  _commons_inspector_queue (self);
}

static void
commands_changed_cb (CommonsInspector *self)
{
  g_assert (COMMONS_IS_INSPECTOR (self));

  follow_board (self);
}

GtkWidget *
commons_inspector_get_editor (CommonsInspector *self,
                              const char       *field)
{
  g_return_val_if_fail (COMMONS_IS_INSPECTOR (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (g_str_equal (field, "title"))
    return self->title;
  if (g_str_equal (field, "body"))
    return self->body;

  for (guint i = 0; i < self->editors->len; i++)
    {
      if (g_str_equal (commons_field_editor_get_field (g_ptr_array_index (self->editors, i))->id, field))
        return g_ptr_array_index (self->editors, i);
    }

  return NULL;
}

static void
commons_inspector_map (GtkWidget *widget)
{
  CommonsInspector *self = COMMONS_INSPECTOR (widget);

  GTK_WIDGET_CLASS (commons_inspector_parent_class)->map (widget);

  follow_board (self);
  if (self->dirty || self->shape == NULL)
    commons_inspector_update (self);
}

/* The title first: it is what one came for. */
static gboolean
commons_inspector_grab_focus (GtkWidget *widget)
{
  CommonsInspector *self = COMMONS_INSPECTOR (widget);

  if (self->dirty || self->idle != 0)
    commons_inspector_update (self);
  if (self->title != NULL && gtk_widget_grab_focus (self->title))
    return TRUE;

  return gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
}

static void
commons_inspector_dispose (GObject *object)
{
  CommonsInspector *self = COMMONS_INSPECTOR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_func (self->board, board_changed_cb, self);
  g_clear_object (&self->board);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (commons_inspector_parent_class)->dispose (object);
}

static void
commons_inspector_finalize (GObject *object)
{
  CommonsInspector *self = COMMONS_INSPECTOR (object);

  g_hash_table_unref (self->set);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->editors);
  g_ptr_array_unref (self->toggles);
  g_free (self->links_shape);
  g_free (self->shape);

  G_OBJECT_CLASS (commons_inspector_parent_class)->finalize (object);
}

static void
commons_inspector_class_init (CommonsInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = commons_inspector_dispose;
  object_class->finalize = commons_inspector_finalize;
  widget_class->map = commons_inspector_map;
  widget_class->grab_focus = commons_inspector_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
  /* Newer toolkits call nothing by its name that has no role of its own. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
commons_inspector_init (CommonsInspector *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->set = g_hash_table_new (g_str_hash, g_str_equal);
  self->editors = g_ptr_array_new ();
  self->toggles = g_ptr_array_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "inspector-box");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller))),
                                     GTK_SCROLL_NATURAL);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
commons_inspector_new (CommonsBoardView *view)
{
  CommonsInspector *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);

  self = g_object_new (COMMONS_TYPE_INSPECTOR, NULL);
  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (commons_board_view_get_selection (view), "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "commands-changed", G_CALLBACK (commands_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Inspector"), -1);

  return GTK_WIDGET (self);
}

/* commons-sides-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The comparison of both sides: it is worked out again when the board changed
 * and somebody looks, and questions that look the same stay as they are.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "commons-sides-view-private.h"

/* Questions that are shown at most: the sheets have fewer, a file may name
 * any number. */
#define MAX_TOPICS 120

/* A projected page is not wider than what one reads across. */
#define MAX_WIDTH 1500

G_DEFINE_FINAL_TYPE (CommonsSidesView, commons_sides_view, GTK_TYPE_WIDGET)

enum
{
  TOAST,
  SHOW_CARD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A question as it is shown, and all it was made of. */
typedef struct
{
  GtkWidget *widget;
  char      *sign;
} Entry;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->widget);
  g_free (entry->sign);
  g_free (entry);
}

static GHashTable *
new_entries (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
}

gboolean
_commons_sides_view_is_editable (CommonsSidesView *self)
{
  return self->document != NULL && !commons_document_get_read_only (self->document);
}

CommonsCatalogue *
_commons_sides_view_get_catalogue (CommonsSidesView *self)
{
  return commons_board_view_get_catalogue (self->view);
}

void
_commons_sides_view_get_filter (CommonsSidesView   *self,
                                CommonsSidesFilter *filter)
{
  *filter = (CommonsSidesFilter) { .author = self->author, .sheet = self->sheet, .outcomes = self->wanted };
}

static void
list_cards_in (GtkWidget *widget,
               GPtrArray *cards)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (COMMONS_IS_SIDES_CARD (child))
        g_ptr_array_add (cards, child);
      else
        list_cards_in (child, cards);
    }
}

GPtrArray *
_commons_sides_view_list_cards (CommonsSidesView *self)
{
  GPtrArray *cards = g_ptr_array_new ();

  list_cards_in (self->list, cards);

  return cards;
}

CommonsSidesCard *
_commons_sides_view_get_focused (CommonsSidesView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;

  return COMMONS_IS_SIDES_CARD (focus) ? COMMONS_SIDES_CARD (focus) : NULL;
}

static void
show_selection (CommonsSidesView *self)
{
  CommonsSelection *selection = commons_board_view_get_selection (self->view);
  g_autoptr (GPtrArray) cards = _commons_sides_view_list_cards (self);

  for (guint i = 0; i < cards->len; i++)
    {
      CommonsSidesCard *card = g_ptr_array_index (cards, i);
      GPtrArray *ids = commons_sides_card_list_ids (card);

      commons_sides_card_set_selected (card, !commons_sides_card_is_hidden (card) &&
                                             commons_selection_contains (selection, g_ptr_array_index (ids, 0)));
    }

  _commons_sides_view_update_actions (self);
}

static guint
find_card (GPtrArray  *cards,
           const char *id)
{
  for (guint i = 0; i < cards->len; i++)
    {
      if (g_ptr_array_find_with_equal_func (commons_sides_card_list_ids (g_ptr_array_index (cards, i)), id, g_str_equal, NULL))
        return i;
    }

  return G_MAXUINT;
}

/* The card that has the keyboard, as its id and its place. */
static char *
dup_focused (CommonsSidesView *self,
             guint            *place)
{
  CommonsSidesCard *focused = _commons_sides_view_get_focused (self);
  g_autoptr (GPtrArray) cards = NULL;

  if (focused == NULL)
    return NULL;

  cards = _commons_sides_view_list_cards (self);
  g_ptr_array_find (cards, focused, place);

  return g_strdup (g_ptr_array_index (commons_sides_card_list_ids (focused), 0));
}

/* The keyboard stays where it was, though the widget is another. */
static void
restore_focus (CommonsSidesView *self,
               const char       *id,
               guint             place)
{
  g_autoptr (GPtrArray) cards = NULL;
  guint found;

  if (id == NULL || _commons_sides_view_get_focused (self) != NULL)
    return;

  cards = _commons_sides_view_list_cards (self);
  found = find_card (cards, id);
  if (found == G_MAXUINT && cards->len > 0)
    found = MIN (place, cards->len - 1);
  if (found != G_MAXUINT)
    gtk_widget_grab_focus (g_ptr_array_index (cards, found));
}

static Entry *
make_entry (CommonsSidesView        *self,
            const CommonsSidesTopic *topic,
            char                    *sign)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->widget = g_object_ref_sink (_commons_sides_topic_new (self, topic));
  entry->sign = sign;
  gtk_box_append (GTK_BOX (self->list), entry->widget);

  return entry;
}

static void
show_topics (CommonsSidesView *self,
             CommonsSides     *sides)
{
  g_autoptr (GHashTable) old = self->topics;
  GtkWidget *last = NULL;
  GHashTableIter iter;
  gpointer value;
  guint n_shown = 0;

  self->topics = new_entries ();
  for (guint i = 0; i < commons_sides_get_n_topics (sides) && n_shown < MAX_TOPICS; i++)
    {
      const CommonsSidesTopic *topic = commons_sides_get_topic (sides, i);
      const char *key = topic->question ? topic->question : "";
      g_autofree char *sign = NULL;
      gpointer stolen_key = NULL, stolen = NULL;

      if (!_commons_sides_topic_is_shown (self, topic))
        continue;

      sign = _commons_sides_topic_sign (self, topic);
      value = g_hash_table_lookup (old, key);
      if (value != NULL && g_str_equal (((Entry *) value)->sign, sign))
        g_hash_table_steal_extended (old, key, &stolen_key, &stolen);
      if (stolen == NULL)
        stolen = make_entry (self, topic, g_steal_pointer (&sign));

      gtk_box_reorder_child_after (GTK_BOX (self->list), ((Entry *) stolen)->widget, last);
      last = ((Entry *) stolen)->widget;
      g_hash_table_insert (self->topics, stolen_key ? stolen_key : g_strdup (key), stolen);
      n_shown++;
    }

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    gtk_box_remove (GTK_BOX (self->list), ((Entry *) value)->widget);
  gtk_widget_set_visible (self->nothing, n_shown == 0);
}

void
_commons_sides_view_update (CommonsSidesView *self)
{
  CommonsSides *sides;
  g_autofree char *focused = NULL;
  guint place = 0;

  g_clear_handle_id (&self->update_idle, g_source_remove);
  self->stale = FALSE;
  if (self->document == NULL)
    return;

  focused = dup_focused (self, &place);
  sides = commons_sides_new (commons_document_get_board (self->document), _commons_sides_view_get_catalogue (self));

  /* The last comparison keeps what the signs name until they are compared. */
  show_topics (self, sides);
  g_clear_pointer (&self->sides, commons_sides_free);
  self->sides = sides;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), commons_sides_get_n_topics (sides) > 0 ? "sides" : "empty");
  _commons_sides_view_update_bar (self);
  show_selection (self);
  restore_focus (self, focused, place);
}

static gboolean
update_cb (gpointer user_data)
{
  CommonsSidesView *self = user_data;

  self->update_idle = 0;
  _commons_sides_view_update (self);

  return G_SOURCE_REMOVE;
}

/* Before the next frame, and nobody looks at what is not mapped. */
static void
queue_update (CommonsSidesView *self)
{
  self->stale = TRUE;
  if (self->update_idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
board_changed_cb (CommonsSidesView *self)
{
  g_assert (COMMONS_IS_SIDES_VIEW (self));

  queue_update (self);
}

static void
selection_changed_cb (CommonsSidesView *self)
{
  g_assert (COMMONS_IS_SIDES_VIEW (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->sides != NULL)
    show_selection (self);
}

static void
forget (CommonsSidesView *self)
{
  GHashTableIter iter;
  gpointer value;

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_hash_table_iter_init (&iter, self->topics);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    gtk_box_remove (GTK_BOX (self->list), ((Entry *) value)->widget);
  g_hash_table_remove_all (self->topics);
  g_hash_table_remove_all (self->limits);
  g_clear_pointer (&self->sides, commons_sides_free);
}

/* Questions are asked in the language of the board. */
static void
language_changed_cb (CommonsSidesView *self)
{
  g_assert (COMMONS_IS_SIDES_VIEW (self));

  forget (self);
  queue_update (self);
}

static void
document_board_cb (CommonsSidesView *self)
{
  CommonsBoard *board = self->document ? commons_document_get_board (self->document) : NULL;

  g_assert (COMMONS_IS_SIDES_VIEW (self));

  forget (self);
  if (board != NULL)
    g_signal_connect_object (board, "changed", G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);
  queue_update (self);
}

void
commons_sides_view_set_document (CommonsSidesView *self,
                                 CommonsDocument  *document)
{
  g_return_if_fail (COMMONS_IS_SIDES_VIEW (self));

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      g_signal_connect_object (document, "notify::board", G_CALLBACK (document_board_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::read-only", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
    }
  document_board_cb (self);
}

/* Who goes on to a button still means the answers the keyboard was on. */
static void
focus_changed_cb (CommonsSidesView *self)
{
  CommonsSidesCard *focused = _commons_sides_view_get_focused (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_assert (COMMONS_IS_SIDES_VIEW (self));

  if (focused != NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_clear_pointer (&self->current, g_ptr_array_unref);
  if (focused != NULL && commons_sides_card_get_side (focused) == COMMONS_SIDE_I)
    self->current = g_ptr_array_ref (commons_sides_card_list_ids (focused));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    _commons_sides_view_update_actions (self);
}

static void
commons_sides_view_root (GtkWidget *widget)
{
  CommonsSidesView *self = COMMONS_SIDES_VIEW (widget);

  GTK_WIDGET_CLASS (commons_sides_view_parent_class)->root (widget);
  self->focus_handler = g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget",
                                                  G_CALLBACK (focus_changed_cb), self);
}

static void
commons_sides_view_unroot (GtkWidget *widget)
{
  CommonsSidesView *self = COMMONS_SIDES_VIEW (widget);

  g_clear_signal_handler (&self->focus_handler, gtk_widget_get_root (widget));
  GTK_WIDGET_CLASS (commons_sides_view_parent_class)->unroot (widget);
}

static void
commons_sides_view_map (GtkWidget *widget)
{
  CommonsSidesView *self = COMMONS_SIDES_VIEW (widget);

  GTK_WIDGET_CLASS (commons_sides_view_parent_class)->map (widget);

  if (self->stale || self->sides == NULL)
    _commons_sides_view_update (self);
  else
    show_selection (self);
}

static void
commons_sides_view_unmap (GtkWidget *widget)
{
  CommonsSidesView *self = COMMONS_SIDES_VIEW (widget);

  g_clear_handle_id (&self->update_idle, g_source_remove);

  GTK_WIDGET_CLASS (commons_sides_view_parent_class)->unmap (widget);
}

static gboolean
commons_sides_view_grab_focus (GtkWidget *widget)
{
  CommonsSidesView *self = COMMONS_SIDES_VIEW (widget);
  const char *primary = commons_selection_get_primary (commons_board_view_get_selection (self->view));
  g_autoptr (GPtrArray) cards = _commons_sides_view_list_cards (self);
  guint found = primary != NULL ? find_card (cards, primary) : G_MAXUINT;

  if (cards->len == 0)
    return GTK_WIDGET_CLASS (commons_sides_view_parent_class)->grab_focus (widget);

  return gtk_widget_grab_focus (g_ptr_array_index (cards, found != G_MAXUINT ? found : 0));
}

static void
commons_sides_view_dispose (GObject *object)
{
  CommonsSidesView *self = COMMONS_SIDES_VIEW (object);

  if (self->view != NULL && self->stack != NULL)
    commons_sides_view_set_document (self, NULL);
  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (commons_sides_view_parent_class)->dispose (object);
}

static void
commons_sides_view_finalize (GObject *object)
{
  CommonsSidesView *self = COMMONS_SIDES_VIEW (object);

  g_clear_pointer (&self->sides, commons_sides_free);
  g_clear_object (&self->document);
  g_hash_table_unref (self->topics);
  g_hash_table_unref (self->limits);
  g_ptr_array_unref (self->names);
  g_clear_pointer (&self->current, g_ptr_array_unref);
  g_free (self->author);
  g_free (self->sheet);

  G_OBJECT_CLASS (commons_sides_view_parent_class)->finalize (object);
}

static void
commons_sides_view_class_init (CommonsSidesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = commons_sides_view_dispose;
  object_class->finalize = commons_sides_view_finalize;
  widget_class->root = commons_sides_view_root;
  widget_class->unroot = commons_sides_view_unroot;
  widget_class->map = commons_sides_view_map;
  widget_class->unmap = commons_sides_view_unmap;
  widget_class->grab_focus = commons_sides_view_grab_focus;

  signals[TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SHOW_CARD] = g_signal_new ("show-card", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sides-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  _commons_sides_view_class_install_actions (widget_class);
}

static GtkWidget *
make_empty_page (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "cc-sides-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Answers Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Open the guiding sheets, choose I, and let each person write an answer of their own: "
                                     "it stays hidden until it is revealed here. Then the group keeps, merges or drops "
                                     "what was said."));

  return page;
}

static GtkWidget *
make_list (CommonsSidesView *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->nothing = gtk_label_new (_("No answer is like that. Choose all answers of everybody to see them again."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "sides-nothing");
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->nothing);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  gtk_widget_set_vexpand (self->scrolled, TRUE);

  return self->scrolled;
}

/* Bars as wide as what they stand over. */
static GtkWidget *
clamp_bar (GtkWidget *bar)
{
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), bar);

  return clamp;
}

static void
commons_sides_view_init (CommonsSidesView *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top, *bottom;

  self->topics = new_entries ();
  self->limits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);

  top = clamp_bar (_commons_sides_view_make_bar (self));
  bottom = clamp_bar (_commons_sides_view_make_actions (self));
  gtk_widget_add_css_class (top, "sides-top");
  gtk_widget_add_css_class (bottom, "sides-bottom");
  gtk_box_append (GTK_BOX (page), top);
  gtk_box_append (GTK_BOX (page), make_list (self));
  gtk_box_append (GTK_BOX (page), bottom);

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty_page (), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), page, "sides");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("I and We"), -1);
  _commons_sides_view_init_keys (self);
}

GtkWidget *
commons_sides_view_new (CommonsBoardView *view)
{
  CommonsSidesView *self;

  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (view), NULL);

  self = g_object_new (COMMONS_TYPE_SIDES_VIEW, NULL);
  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (commons_board_view_get_selection (view), "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "language-changed", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
commons_sides_view_set_low (CommonsSidesView *self,
                            gboolean          low)
{
  g_return_if_fail (COMMONS_IS_SIDES_VIEW (self));

  gtk_widget_set_visible (self->summary, !low);
  if (low)
    gtk_widget_add_css_class (GTK_WIDGET (self), "low");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "low");
}

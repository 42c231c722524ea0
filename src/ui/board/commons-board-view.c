/* commons-board-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-board-view-private.h"
#include "commons-change-words.h"

/* Widgets are kept for cards this far outside the view, in pixels. */
#define PLANE_MARGIN 200

enum
{
  ZOOM_CHANGED,
  COMMANDS_CHANGED,
  TOAST,
  LOOKED,
  FOUND_CHANGED,
  FILTER_CHANGED,
  LANGUAGE_CHANGED,
  OPEN_ADDRESS,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsBoardView, commons_board_view, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

void
_commons_board_view_toast (CommonsBoardView *self,
                           const char       *message,
                           gboolean          undo)
{
  g_signal_emit (self, signals[TOAST], 0, message, undo);
}

void
_commons_board_view_commands_changed (CommonsBoardView *self)
{
  if (!self->holds_commands)
    g_signal_emit (self, signals[COMMANDS_CHANGED], 0);
}

gboolean
_commons_board_view_is_editable (CommonsBoardView *self)
{
  return self->board != NULL && !commons_document_get_read_only (self->document);
}

static void
update_plane (CommonsBoardView *self)
{
  CommonsRect area;
  int margin = (int) (PLANE_MARGIN / self->viewport.zoom);

  commons_viewport_get_visible (&self->viewport, &area);
  area.x -= margin;
  area.y -= margin;
  area.width += 2 * margin;
  area.height += 2 * margin;
  commons_board_plane_set_hidden (self->plane, self->picture ? commons_picture_get_hidden (self->picture) : NULL);
  commons_board_plane_update (self->plane, &area);
}

static void
selection_changed_cb (CommonsBoardView *self)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  commons_board_plane_update_selected (self->plane);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  _commons_board_view_commands_changed (self);
}

static gboolean
sees_any (CommonsBoardView *self,
          GPtrArray        *ids)
{
  CommonsRect visible;

  commons_viewport_get_visible (&self->viewport, &visible);
  for (guint i = 0; i < ids->len; i++)
    {
      CommonsRecord *record = commons_board_lookup_node (self->board, g_ptr_array_index (ids, i));
      const CommonsRect *bounds = record != NULL ? commons_record_get_bounds (record) : NULL;

      if (bounds != NULL && bounds->x >= visible.x && bounds->x + bounds->width <= visible.x + visible.width &&
          bounds->y >= visible.y && bounds->y + bounds->height <= visible.y + visible.height)
        return TRUE;
    }

  return FALSE;
}

/* After an undo the cards it touched are selected and shown, so that nobody
 * wonders what happened. Of many, those in view say enough: the board stays. */
static void
show_changes (CommonsBoardView *self,
              CommonsChangeSet *changes)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < commons_change_set_get_length (changes); i++)
    {
      const CommonsChange *change = commons_change_set_get (changes, i);

      if (commons_change_get_table (change) == COMMONS_TABLE_NODES && change->after != NULL)
        g_ptr_array_add (ids, (gpointer) commons_change_get_id (change));
    }

  if (ids->len == 0)
    return;

  commons_selection_set_many (self->selection, ids);
  if (ids->len == 1 || !sees_any (self, ids))
    _commons_board_view_reveal (self, g_ptr_array_index (ids, 0));
}

/* What was undone is said at once; of what was done, when the command that did
 * it says nothing itself. */
static void
announce_changes (CommonsBoardView *self,
                  CommonsChangeSet *changes,
                  int               origin,
                  const char       *label)
{
  g_autofree char *words = NULL;

  if (origin == COMMONS_ORIGIN_EDIT)
    {
      words = commons_change_words (changes, self->board, self->catalogue);
      if (words != NULL)
        commons_announce_later (GTK_WIDGET (self), words);
      return;
    }

  words = commons_change_words_for_step (changes, label ? label : "", origin, self->board, self->catalogue);
  commons_announce (GTK_WIDGET (self), words);
}

/* A board whose language changes is said in the new one at once. */
static void
follow_language (CommonsBoardView *self)
{
  CommonsCatalogue *catalogue = commons_catalogue_get (commons_board_get_language (self->board));

  if (catalogue == self->catalogue)
    return;

  self->catalogue = catalogue;
  commons_picture_set_catalogue (self->picture, catalogue);
  commons_tile_cache_clear (self->tiles);
  commons_board_plane_set_board (self->plane, self->board, catalogue, self->selection);
  g_signal_emit (self, signals[LANGUAGE_CHANGED], 0);
}

static void
board_changed_cb (CommonsBoardView *self,
                  CommonsChangeSet *changes,
                  int               origin,
                  const char       *label)
{
  g_autoptr (GArray) damage = g_array_new (FALSE, FALSE, sizeof (CommonsRect));
  gboolean had_focus = commons_board_plane_get_focused (self->plane) != NULL;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  _commons_board_view_stop_landing (self);

  /* What is being dragged may be gone or elsewhere now. */
  if (commons_tool_get_state (self->tool) != COMMONS_TOOL_IDLE)
    _commons_board_view_cancel_pointer (self);

  follow_language (self);
  commons_picture_get_damage (self->picture, changes, damage);
  commons_tile_cache_change (self->tiles, changes, damage);

  commons_board_plane_changed (self->plane, changes);
  update_plane (self);

  _commons_board_view_check_edited (self);
  if (origin != COMMONS_ORIGIN_EDIT)
    show_changes (self, changes);
  else
    _commons_board_view_arrive (self, changes);

  _commons_board_view_find_again (self);
  _commons_board_view_look_again (self);

  /* A card that goes must not take the keyboard with it; after an undo it goes
   * to what is selected. */
  if (had_focus && (origin != COMMONS_ORIGIN_EDIT || commons_board_plane_get_focused (self->plane) == NULL))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  announce_changes (self, changes, origin, label);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  _commons_board_view_commands_changed (self);
}

void
_commons_board_view_update_theme (CommonsBoardView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  CommonsThemeVariant variant = adw_style_manager_get_dark (style) ? COMMONS_THEME_DARK : COMMONS_THEME_LIGHT;

  if (self->picture == NULL)
    return;

  commons_picture_set_theme (self->picture,
                             commons_theme_get (variant, adw_style_manager_get_high_contrast (style)));
  commons_tile_cache_clear (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_board (CommonsBoardView *self)
{
  commons_board_view_finish_editing (self);
  _commons_board_view_cancel_pointer (self);
  _commons_board_view_end_drag (self);

  if (self->board != NULL)
    g_signal_handlers_disconnect_by_func (self->board, board_changed_cb, self);
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_func (self->history, _commons_board_view_commands_changed, self);

  _commons_board_view_stop_landing (self);
  _commons_board_view_drop_finding (self);
  g_clear_pointer (&self->tiles, commons_tile_cache_free);
  g_clear_object (&self->picture);
  g_clear_object (&self->history);
  g_clear_object (&self->editor);
  g_clear_object (&self->board);
  g_clear_pointer (&self->hovered, g_free);
  g_clear_pointer (&self->fallen, g_free);
  g_clear_pointer (&self->connecting, g_free);
  self->clicks = COMMONS_CLICKS_NONE;
  g_clear_pointer (&self->copied_from, g_free);
  g_clear_pointer (&self->copied_to, g_free);
}

static void
take_board (CommonsBoardView *self)
{
  const CommonsTheme *theme = commons_theme_get (COMMONS_THEME_LIGHT, FALSE);

  self->board = g_object_ref (commons_document_get_board (self->document));
  self->editor = g_object_ref (commons_document_get_editor (self->document));
  self->history = g_object_ref (commons_document_get_history (self->document));
  self->catalogue = commons_catalogue_get (commons_board_get_language (self->board));
  self->picture = commons_picture_new (self->board, self->catalogue, theme);
  self->tiles = commons_tile_cache_new (self->picture);
  _commons_board_view_prefer (self);
  _commons_board_view_begin_finding (self);

  /* The picture hears of changes first, having connected first. */
  g_signal_connect_swapped (self->board, "changed", G_CALLBACK (board_changed_cb), self);
  g_signal_connect_swapped (self->history, "notify", G_CALLBACK (_commons_board_view_commands_changed), self);

  commons_selection_set_board (self->selection, self->board);
  commons_board_plane_set_board (self->plane, self->board, self->catalogue, self->selection);
  _commons_board_view_update_theme (self);
  self->wants_fit = TRUE;
  self->sharp = FALSE;
  _commons_board_view_place_again (self);
}

static void
document_board_cb (CommonsBoardView *self)
{
  g_assert (COMMONS_IS_BOARD_VIEW (self));

  drop_board (self);
  if (self->document != NULL)
    take_board (self);
  _commons_board_view_commands_changed (self);
}

void
commons_board_view_set_document (CommonsBoardView *self,
                                 CommonsDocument  *document)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));

  if (self->document == document)
    return;

  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      drop_board (self);
    }

  g_set_object (&self->document, document);

  if (document != NULL)
    {
      g_signal_connect_swapped (document, "notify::board", G_CALLBACK (document_board_cb), self);
      g_signal_connect_swapped (document, "notify::read-only",
                                G_CALLBACK (_commons_board_view_commands_changed), self);
      take_board (self);
    }

  _commons_board_view_commands_changed (self);
}

static GskTransform *
get_plane_transform (CommonsBoardView *self)
{
  const CommonsViewport *viewport = &self->viewport;
  GskTransform *transform;

  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (-viewport->x * viewport->zoom),
                                                                   (float) (-viewport->y * viewport->zoom)));

  return gsk_transform_scale (transform, (float) viewport->zoom, (float) viewport->zoom);
}

/* Tiles and cards follow the viewport. */
static void
place_content (CommonsBoardView *self)
{
  GtkWidget *plane = GTK_WIDGET (self->plane);

  if (self->tiles != NULL && (!self->zooming || commons_tile_cache_is_far_from (self->tiles, self->viewport.zoom)))
    commons_tile_cache_settle (self->tiles, self->viewport.zoom, gtk_widget_get_scale_factor (GTK_WIDGET (self)));

  update_plane (self);
  gtk_widget_measure (plane, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (plane, 1, 1, -1, get_plane_transform (self));
}

/* A layout of the whole window asks the display for its size each time, and
 * waits: it is left to what has a size of its own. And cards that come in the
 * middle of a layout would leave what surrounds the board without a place. */
void
_commons_board_view_place_again (CommonsBoardView *self)
{
  /* A layout under way places the content at its end. */
  if (self->placing)
    return;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->wants_fit && !self->wants_place)
    place_content (self);
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));

  if (self->text_editor != NULL || self->menu != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
commons_board_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  CommonsBoardView *self = COMMONS_BOARD_VIEW (widget);
  gboolean resized = width != self->viewport.width || height != self->viewport.height;

  commons_viewport_set_size (&self->viewport, width, height);

  self->placing = TRUE;

  /* A board that was shown whole stays whole when the window changes. */
  if ((self->wants_fit || (self->fitted && resized)) && self->board != NULL && width > 0 && height > 0)
    {
      _commons_board_view_fit (self, FALSE);
      self->wants_fit = FALSE;
      self->fitted = TRUE;
    }
  _commons_board_view_take_place (self);
  self->placing = FALSE;
  if (resized)
    _commons_board_view_look_again (self);

  place_content (self);
  _commons_board_view_allocate_editor (self);

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
commons_board_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  CommonsBoardView *self = COMMONS_BOARD_VIEW (widget);
  int ignored;

  gtk_widget_measure (GTK_WIDGET (self->plane), orientation, -1, &ignored, NULL, NULL, NULL);
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
}

static gboolean
commons_board_view_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  CommonsBoardView *self = COMMONS_BOARD_VIEW (widget);

  /* An open menu keeps the keyboard, and has stops of its own. */
  if (self->menu != NULL && gtk_widget_get_focus_child (widget) == self->menu)
    {
      gtk_widget_child_focus (self->menu, direction);
      return TRUE;
    }

  /* The board is one stop of the Tab order; inside, Tab and arrows are
   * commands. */
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
commons_board_view_grab_focus (GtkWidget *widget)
{
  CommonsBoardView *self = COMMONS_BOARD_VIEW (widget);
  const char *primary = commons_selection_get_primary (self->selection);
  CommonsCardWidget *card = primary ? commons_board_plane_get_card (self->plane, primary, TRUE) : NULL;

  if (self->text_editor != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->text_editor));
  if (card != NULL)
    return _commons_board_view_focus (self, GTK_WIDGET (card));

  return GTK_WIDGET_CLASS (commons_board_view_parent_class)->grab_focus (widget);
}

static void
commons_board_view_dispose (GObject *object)
{
  CommonsBoardView *self = COMMONS_BOARD_VIEW (object);
  GtkWidget *child;

  commons_board_view_set_document (self, NULL);
  _commons_board_view_dispose_camera (self);
  _commons_board_view_dispose_hover (self);
  _commons_board_view_stop_at_edge (self);
  _commons_board_view_stop_landing (self);

  /* Also a menu that was closed and waits for its action to run. */
  self->menu = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->plane = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->tool, commons_tool_free);
  g_clear_pointer (&self->armed, g_free);
  g_clear_pointer (&self->edited, g_free);

  G_OBJECT_CLASS (commons_board_view_parent_class)->dispose (object);
}

static void
commons_board_view_class_init (CommonsBoardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = commons_board_view_dispose;
  widget_class->size_allocate = commons_board_view_size_allocate;
  widget_class->measure = commons_board_view_measure;
  widget_class->focus = commons_board_view_focus;
  widget_class->grab_focus = commons_board_view_grab_focus;
  widget_class->snapshot = _commons_board_view_snapshot;

  signals[ZOOM_CHANGED] = g_signal_new ("zoom-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMMANDS_CHANGED] = g_signal_new ("commands-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOOKED] = g_signal_new ("looked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FOUND_CHANGED] = g_signal_new ("found-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LANGUAGE_CHANGED] = g_signal_new ("language-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* What is dragged is at a place of the view, or beside it, in its pixels;
   * whoever takes it there says so. */
  g_signal_new ("drag-outside", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("drop-outside", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  g_signal_new ("typing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("gather", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                _commons_board_view_accumulate_any, NULL, NULL, G_TYPE_BOOLEAN, 0);

  signals[TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  signals[OPEN_ADDRESS] = g_signal_new_class_handler ("open-address", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                      G_CALLBACK (_commons_board_view_launch),
                                                      g_signal_accumulator_true_handled, NULL, NULL,
                                                      G_TYPE_BOOLEAN, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "board-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
commons_board_view_init (CommonsBoardView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  commons_viewport_init (&self->viewport);
  self->catalogue = commons_catalogue_get (NULL);
  self->selection = commons_selection_new (NULL);
  self->tool = commons_tool_new ();
  self->settings = g_settings_new (APP_ID);
  self->plane = COMMONS_BOARD_PLANE (commons_board_plane_new ());

  gtk_widget_set_parent (GTK_WIDGET (self->plane), GTK_WIDGET (self));
  g_signal_connect_object (self->plane, "focused", G_CALLBACK (_commons_board_view_card_focused), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Board"), -1);

  _commons_board_view_init_preferences (self);
  _commons_board_view_init_camera (self);
  _commons_board_view_init_hover (self);
  _commons_board_view_init_input (self);
  _commons_board_view_init_touch (self);
  _commons_board_view_init_keys (self);
  _commons_board_view_init_links (self);
  _commons_board_view_init_jot (self);
  _commons_board_view_init_menu (self);
  _commons_board_view_init_marks (self);
  _commons_board_view_init_clipboard (self);

  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_allocate), NULL);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (_commons_board_view_update_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (_commons_board_view_update_theme), self, G_CONNECT_SWAPPED);
}

GtkWidget *
commons_board_view_new (void)
{
  return g_object_new (COMMONS_TYPE_BOARD_VIEW, NULL);
}

CommonsCatalogue *
commons_board_view_get_catalogue (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), NULL);

  return self->catalogue;
}

CommonsDocument *
commons_board_view_get_document (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), NULL);

  return self->document;
}

CommonsSelection *
commons_board_view_get_selection (CommonsBoardView *self)
{
  g_return_val_if_fail (COMMONS_IS_BOARD_VIEW (self), NULL);

  return self->selection;
}

void
commons_board_view_get_viewport (CommonsBoardView *self,
                                 CommonsViewport  *viewport)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));
  g_return_if_fail (viewport != NULL);

  *viewport = self->viewport;
}

void
commons_board_view_set_viewport (CommonsBoardView      *self,
                                 const CommonsViewport *viewport)
{
  g_return_if_fail (COMMONS_IS_BOARD_VIEW (self));
  g_return_if_fail (viewport != NULL);

  /* A flight that goes on would leave that place at once. */
  _commons_board_view_stop_kinetic (self);
  self->viewport.x = viewport->x;
  self->viewport.y = viewport->y;
  self->viewport.zoom = CLAMP (viewport->zoom, COMMONS_ZOOM_MIN, COMMONS_ZOOM_MAX);
  self->wants_fit = FALSE;
  _commons_board_view_zoomed (self, TRUE);
}

/* commons-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "commons-announce.h"
#include "commons-find-bar.h"
#include "commons-narrow-bin.h"
#include "commons-palette.h"
#include "commons-quick-entry.h"
#include "commons-sides-view.h"
#include "commons-still.h"
#include "commons-style-classes.h"
#include "commons-window-private.h"
#include "commons-wrap-box.h"
#include "commons-zoom-control.h"

/* Room the palette takes at the bottom, or on the side, with its margin. */
#define PALETTE_HEIGHT 84
#define PALETTE_SIDE 72

/* Between tools and the edge of the board. */
#define TOOL_MARGIN 12

/* Of the quick entry, and what the zoom at the corner takes of its line. */
#define QUICK_ENTRY_WIDTH 760
#define ZOOM_WIDTH 144
#define ZOOM_HEIGHT 42

#define TOAST_SECONDS 8

/* Under this width of the board, what finds is as wide as the board. */
#define NARROW_WIDTH 560

/* A telephone held upright, or one lying down. */
#define MIN_WIDTH 360
#define MIN_HEIGHT 294

enum
{
  STAYS,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CommonsWindow, commons_window, ADW_TYPE_APPLICATION_WINDOW)

static guint signals[N_SIGNALS];

static void
show_error (CommonsWindow *self,
            const GError  *error)
{
  g_autofree char *words = commons_document_describe_error (error);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (self->error_page), escaped);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "error");
}

static void
document_error_cb (CommonsWindow *self)
{
  const GError *error;

  g_assert (COMMONS_IS_WINDOW (self));

  error = commons_document_get_error (self->document);
  if (error != NULL)
    _commons_window_leave_start (self);
  _commons_window_update_title (self);
  if (error != NULL)
    show_error (self, error);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "board");
  _commons_window_place_header (self);
  _commons_window_fill_panes (self);

  _commons_window_update_commands (self);
}

/* The offer to undo is about what was done last: after another change it
 * would undo that one. */
static void
board_changed_cb (CommonsWindow    *self,
                  CommonsChangeSet *changes,
                  CommonsOrigin     origin)
{
  g_assert (COMMONS_IS_WINDOW (self));

  _commons_window_learn (self, changes, origin);

  if (self->last_toast != NULL && self->last_undoes)
    adw_toast_dismiss (self->last_toast);
  _commons_window_update_quick_entry (self);
}

/* Kinds are named in the language of the board: before the window is shown,
 * another board may come, in another language. */
static void
language_changed_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  commons_palette_set_catalogue (COMMONS_PALETTE (self->palette), commons_board_view_get_catalogue (self->view));
  commons_quick_entry_set_catalogue (COMMONS_QUICK_ENTRY (self->quick_entry),
                                     commons_board_view_get_catalogue (self->view));
}

static void
document_board_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  g_signal_connect_object (commons_document_get_board (self->document), "changed",
                           G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);
  language_changed_cb (self);
  _commons_window_update_quick_entry (self);
  _commons_window_update_title (self);
  _commons_window_fill_panes (self);
}

/* Says how large texts have to be, to whoever told that some sit far away. */
static char *
warn_of_room (CommonsWindow *self)
{
  CommonsRoom room;
  gboolean readable;
  double zoom;

  if (!g_settings_get_boolean (self->settings, "projecting"))
    return NULL;

  zoom = commons_board_view_get_readable_zoom (self->view, &room, &readable);
  if (readable)
    return NULL;

  return g_strdup_printf (/* Translators: a number of metres, such as 8 or 7.5, then per cent */
                          _("Too small to be read from %.3g m away: that takes %d%%"),
                          room.distance, (int) ceil (zoom * 100));
}

static void
zoom_changed_cb (CommonsWindow *self)
{
  CommonsViewport viewport;
  g_autofree char *warning = NULL;

  g_assert (COMMONS_IS_WINDOW (self));

  commons_board_view_get_viewport (self->view, &viewport);
  commons_zoom_control_set_zoom (COMMONS_ZOOM_CONTROL (self->zoom_control), viewport.zoom);
  warning = warn_of_room (self);
  commons_zoom_control_set_warning (COMMONS_ZOOM_CONTROL (self->zoom_control), warning);
}

static void
commands_changed_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  commons_palette_set_armed (COMMONS_PALETTE (self->palette), commons_board_view_get_armed (self->view));
  _commons_window_update_commands (self);
}

void
_commons_window_toast (CommonsWindow *self,
                       const char    *message,
                       gboolean       undo)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  if (self->starting)
    {
      _commons_window_toast_start (self, message);
      return;
    }

  escaped = g_markup_escape_text (message, -1);
  toast = adw_toast_new (escaped);

  /* What was just done counts: an older message must not keep it waiting. */
  if (self->last_toast != NULL)
    adw_toast_dismiss (self->last_toast);
  g_set_weak_pointer (&self->last_toast, toast);
  self->last_undoes = undo;

  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "board.undo");
    }

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
  commons_announce (GTK_WIDGET (self), message);
}

void
commons_window_toast (CommonsWindow *self,
                      const char    *message)
{
  g_return_if_fail (COMMONS_IS_WINDOW (self));
  g_return_if_fail (message != NULL);

  _commons_window_toast (self, message, FALSE);
}

static gboolean
focus_view_cb (gpointer user_data)
{
  CommonsWindow *self = user_data;

  if (!self->gone)
    _commons_window_focus_view (self);

  return G_SOURCE_REMOVE;
}

/* The menu gives the focus back to its button after it says it is closed. */
static void
zoom_menu_closed_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_view_cb, g_object_ref (self), g_object_unref);
}

static void
palette_picked_cb (CommonsWindow *self,
                   const char    *kind,
                   int            n_press)
{
  g_assert (COMMONS_IS_WINDOW (self));

  /* With the keyboard there is no place to point at, and two clicks ask for
   * the card at once. */
  if (n_press == 1)
    {
      gboolean again = g_strcmp0 (commons_board_view_get_armed (self->view), kind) == 0;

      commons_board_view_arm (self->view, again ? NULL : kind);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return;
    }

  commons_board_view_arm (self->view, NULL);
  commons_board_view_create (self->view, kind, -1, -1);
}

static GtkWidget *
make_error_page (CommonsWindow *self)
{
  GtkWidget *buttons = commons_wrap_box_new (12);
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open Another Board…"));
  GtkWidget *create = gtk_button_new_with_mnemonic (_("_New Board"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.open");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (create), "app.new");
  gtk_widget_add_css_class (open, "pill");
  gtk_widget_add_css_class (open, "suggested-action");
  gtk_widget_add_css_class (create, "pill");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  commons_wrap_box_append (COMMONS_WRAP_BOX (buttons), open);
  commons_wrap_box_append (COMMONS_WRAP_BOX (buttons), create);

  self->error_page = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->error_page), "cc-question-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->error_page), _("This Board Cannot Be Shown"));
  adw_status_page_set_child (ADW_STATUS_PAGE (self->error_page), buttons);
  gtk_widget_add_css_class (self->error_page, "error-page");

  return self->error_page;
}

/* As wide as it may be beside the zoom, or above it where that leaves little. */
static void
place_quick_entry (CommonsWindow *self,
                   int            width)
{
  int beside = width - 2 * ZOOM_WIDTH;
  gboolean above = beside < QUICK_ENTRY_WIDTH;
  int own = MAX (MIN (QUICK_ENTRY_WIDTH, width - 2 * TOOL_MARGIN), 0);
  int height;

  commons_quick_entry_set_narrow (COMMONS_QUICK_ENTRY (self->quick_entry), own < NARROW_WIDTH);
  gtk_widget_set_size_request (self->quick_entry, own, -1);
  gtk_widget_set_margin_bottom (self->quick_entry, above ? 2 * TOOL_MARGIN + ZOOM_HEIGHT : TOOL_MARGIN);
  gtk_widget_measure (self->quick_entry, GTK_ORIENTATION_VERTICAL, own > 0 ? own : -1, NULL, &height, NULL, NULL);
  commons_board_view_set_insets (self->view, 0, height);
}

void
_commons_window_place_tools (CommonsWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->view));
  int height = gtk_widget_get_height (GTK_WIDGET (self->view));
  gboolean under = self->compact && width < NARROW_WIDTH && commons_find_bar_is_open (COMMONS_FIND_BAR (self->find_bar));
  int above = 0;

  if (under)
    gtk_widget_measure (self->find_bar, GTK_ORIENTATION_VERTICAL, -1, NULL, &above, NULL, NULL);
  gtk_widget_set_margin_top (self->palette, TOOL_MARGIN + above);
  commons_palette_set_compact (COMMONS_PALETTE (self->palette), self->compact);
  if (width > 0 && height > 0)
    commons_palette_set_room (COMMONS_PALETTE (self->palette),
                              (self->compact ? height - above : width - 2 * ZOOM_WIDTH) - 2 * TOOL_MARGIN);
  gtk_widget_set_halign (self->palette, self->compact ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->palette, self->compact ? GTK_ALIGN_START : GTK_ALIGN_END);

  if (self->quick)
    place_quick_entry (self, width);
  else
    commons_board_view_set_insets (self->view, self->compact ? PALETTE_SIDE : 0, self->compact ? 0 : PALETTE_HEIGHT);
}

static GtkWidget *
make_board (CommonsWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->view = COMMONS_BOARD_VIEW (commons_board_view_new ());
  self->palette = commons_palette_new ();
  self->zoom_control = commons_zoom_control_new ();
  self->announcements = gtk_label_new ("");

  gtk_widget_set_margin_start (self->palette, TOOL_MARGIN);
  gtk_widget_set_margin_top (self->palette, TOOL_MARGIN);
  gtk_widget_set_margin_bottom (self->palette, TOOL_MARGIN);
  gtk_widget_set_halign (self->zoom_control, GTK_ALIGN_END);
  gtk_widget_set_valign (self->zoom_control, GTK_ALIGN_END);
  gtk_widget_set_margin_end (self->zoom_control, TOOL_MARGIN);
  gtk_widget_set_margin_bottom (self->zoom_control, TOOL_MARGIN);

  /* Read by screen readers only: toasts say the same to the eye. */
  gtk_widget_set_opacity (self->announcements, 0);
  gtk_widget_set_can_target (self->announcements, FALSE);
  gtk_widget_set_halign (self->announcements, GTK_ALIGN_START);
  gtk_widget_set_valign (self->announcements, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (self->announcements), PANGO_ELLIPSIZE_END);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), commons_still_new (self->palette));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), _commons_window_make_quick_entry (self));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), commons_still_new (self->zoom_control));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->announcements);
  _commons_window_make_find (self, GTK_OVERLAY (overlay));
  _commons_window_place_tools (self);

  g_signal_connect_object (self->view, "zoom-changed", G_CALLBACK (zoom_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "commands-changed", G_CALLBACK (commands_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "language-changed", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "toast", G_CALLBACK (_commons_window_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->zoom_control, "menu-closed", G_CALLBACK (zoom_menu_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->palette, "picked", G_CALLBACK (palette_picked_cb), self, G_CONNECT_SWAPPED);

  return overlay;
}

/* Lets style.css tell the styles apart the same way on every release. */
static gboolean
files_dropped_cb (CommonsWindow *self,
                  const GValue  *value)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GSList *list = g_value_get_boxed (value);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  g_assert (COMMONS_IS_WINDOW (self));

  for (GSList *item = list; item != NULL; item = item->next)
    g_ptr_array_add (files, item->data);

  if (files->len == 0)
    return FALSE;

  g_application_open (application, (GFile **) files->pdata, (int) files->len, "");

  return TRUE;
}

static void
make_content (CommonsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body;
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), _commons_window_make_views (self, make_board (self)), "board");
  gtk_stack_add_named (GTK_STACK (self->stack), make_error_page (self), "error");

  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), _commons_window_make_changes (self, self->stack));
  body = _commons_window_make_body (self, _commons_window_make_panes (self, self->toasts));
  gtk_widget_set_vexpand (body, TRUE);

  _commons_window_make_header (self);
  gtk_box_append (GTK_BOX (box), self->header);
  _commons_window_place_bars (self, self->header);
  gtk_box_append (GTK_BOX (box), body);
  gtk_box_append (GTK_BOX (box), self->switcher_bar);

  self->screens = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->screens), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->screens), FALSE);
  gtk_stack_add_named (GTK_STACK (self->screens), box, "main");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), commons_narrow_bin_new (self->screens, MIN_WIDTH));
  commons_announce_set_fallback (GTK_WIDGET (self), GTK_LABEL (self->announcements));

  g_signal_connect_object (drop, "drop", G_CALLBACK (files_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

static void
text_scale_changed_cb (CommonsWindow *self)
{
  g_assert (COMMONS_IS_WINDOW (self));

  self->placed_width = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
place_tools_cb (gpointer user_data)
{
  CommonsWindow *self = user_data;

  /* A window that was closed meanwhile has no tools any more. */
  if (!self->gone)
    {
      _commons_window_set_room (self, gtk_widget_get_width (GTK_WIDGET (self)));
      _commons_window_place_tools (self);
      _commons_window_place_overview (self);
      _commons_window_place_header (self);
      _commons_window_place_sides (self);
    }

  return G_SOURCE_REMOVE;
}

static void
commons_window_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CommonsWindow *self = COMMONS_WINDOW (widget);

  GTK_WIDGET_CLASS (commons_window_parent_class)->size_allocate (widget, width, height, baseline);

  /* Moving tools asks for another layout, which cannot begin inside one. */
  if (width == self->placed_width && height == self->placed_height)
    return;

  self->placed_width = width;
  self->placed_height = height;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_tools_cb, g_object_ref (self), g_object_unref);
}

static gboolean
commons_window_close_request (GtkWindow *window)
{
  CommonsWindow *self = COMMONS_WINDOW (window);

  _commons_window_finish_editing (self);
  _commons_window_commit_quick_entry (self);
  _commons_window_commit_sheets (self);
  if (!self->can_close && _commons_window_ask_to_close (self))
    return TRUE;

  /* What is not saved by now is not wanted, nor kept again while this window
   * goes. */
  commons_autosave_discard (self->autosave);
  g_clear_object (&self->autosave);
  _commons_window_remember_size (self);
  _commons_window_remember_view (self);

  return GTK_WINDOW_CLASS (commons_window_parent_class)->close_request (window);
}

static void
commons_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (commons_window_parent_class)->realize (widget);

  language_changed_cb (COMMONS_WINDOW (widget));
  _commons_window_watch_screen (COMMONS_WINDOW (widget));
}

/* A window that was destroyed lives on as long as a task waits for it: what is
 * being read or asked for it ends. */
static void
commons_window_unrealize (GtkWidget *widget)
{
  CommonsWindow *self = COMMONS_WINDOW (widget);

  self->gone = TRUE;
  g_cancellable_cancel (self->cancellable);

  GTK_WIDGET_CLASS (commons_window_parent_class)->unrealize (widget);
}

void
_commons_window_stay (CommonsWindow *self)
{
  self->closing = FALSE;
  if (!self->gone)
    g_signal_emit (self, signals[STAYS], 0);
}

static void
commons_window_dispose (GObject *object)
{
  CommonsWindow *self = COMMONS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  _commons_window_drop_changes (self);
  g_clear_weak_pointer (&self->last_toast);
  g_clear_object (&self->switcher);
  g_clear_object (&self->title_button);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading);
  _commons_window_leave_versions (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->autosave);
  g_clear_object (&self->recovery);
  g_clear_object (&self->bars);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->screen, g_free);

  G_OBJECT_CLASS (commons_window_parent_class)->dispose (object);
}

static void
commons_window_class_init (CommonsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = commons_window_dispose;
  widget_class->size_allocate = commons_window_size_allocate;
  widget_class->realize = commons_window_realize;
  widget_class->unrealize = commons_window_unrealize;
  window_class->close_request = commons_window_close_request;

  /**
   * CommonsWindow::stays:
   *
   * The window was asked to close, and somebody decided otherwise or could
   * not save.
   */
  signals[STAYS] = g_signal_new ("stays", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  _commons_window_class_install_actions (widget_class);
}

static void
commons_window_init (CommonsWindow *self)
{
  /* A screen reader that comes while the window is being made has the toolkit
   * think of it as of any widget (GTK 4.8). */
  g_object_set (self, "accessible-role", GTK_ACCESSIBLE_ROLE_WINDOW, NULL);

  self->settings = g_settings_new (APP_ID);
  self->cancellable = g_cancellable_new ();

  _commons_window_init_size (self);
  gtk_widget_set_size_request (GTK_WIDGET (self), MIN_WIDTH, MIN_HEIGHT);

  make_content (self);
  _commons_window_init_panes (self);
  _commons_window_init_keys (self);
  commons_style_classes_follow (GTK_WINDOW (self));
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (text_scale_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (_commons_window_update_commands), NULL);
}

static void
set_document (CommonsWindow   *self,
              CommonsDocument *document)
{
  static const char *const names[] = {
    "notify::title", "notify::modified", "notify::read-only", "notify::busy", "notify::file",
  };

  self->document = g_object_ref (document);
  commons_board_view_set_document (self->view, document);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_swapped (document, names[i], G_CALLBACK (_commons_window_update_title), self);
  g_signal_connect_swapped (document, "notify::board", G_CALLBACK (document_board_cb), self);
  g_signal_connect_swapped (document, "notify::error", G_CALLBACK (document_error_cb), self);

  _commons_window_keep_versions (self);

  document_board_cb (self);
  document_error_cb (self);
  _commons_window_follow_changes (self);
  _commons_window_keep_drafts (self);
}

CommonsWindow *
commons_window_new (AdwApplication  *application,
                    CommonsDocument *document)
{
  CommonsWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (document), NULL);

  self = g_object_new (COMMONS_TYPE_WINDOW, "application", application, NULL);
  set_document (self, document);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->view));

  return self;
}

CommonsDocument *
commons_window_get_document (CommonsWindow *self)
{
  g_return_val_if_fail (COMMONS_IS_WINDOW (self), NULL);

  return self->document;
}

GFile *
commons_window_get_file (CommonsWindow *self)
{
  g_return_val_if_fail (COMMONS_IS_WINDOW (self), NULL);

  return self->loading != NULL ? self->loading : commons_document_get_file (self->document);
}

CommonsBoardView *
commons_window_get_view (CommonsWindow *self)
{
  g_return_val_if_fail (COMMONS_IS_WINDOW (self), NULL);

  return self->view;
}

gboolean
commons_window_is_pristine (CommonsWindow *self)
{
  g_return_val_if_fail (COMMONS_IS_WINDOW (self), FALSE);

  /* Nor is there anything to lose where a file could not be read. */
  return (commons_document_get_file (self->document) == NULL ||
          commons_document_get_error (self->document) != NULL) &&
         !commons_document_get_modified (self->document) &&
         !commons_document_get_busy (self->document) &&
         !commons_history_can_redo (commons_document_get_history (self->document));
}

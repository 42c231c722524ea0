/* commons-board-view-clipboard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying, cutting, pasting and dropping: what the clipboard and other
 * programs hold, read without waiting for them.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "commons-announce.h"
#include "commons-arrange.h"
#include "commons-board-view-private.h"
#include "commons-clip-content.h"
#include "commons-clip-places.h"
#include "commons-clip-stream.h"
#include "commons-clip.h"
#include "commons-palette.h"

/* A link with its title, as browsers offer it to a drop. */
#define LINK_TYPE "text/x-moz-url"

/* Something that was pasted or dropped and is on its way. */
typedef struct
{
  CommonsBoardView *view;
  CommonsBoard     *board;  /* the one it is for: another may be shown since */
  GdkClipboard     *clipboard;
  GdkDrop          *drop;   /* one of the two is NULL */
  double            x;
  double            y;
  gboolean          plain;
} Parcel;

static Parcel *
parcel_new (CommonsBoardView *self,
            double            x,
            double            y)
{
  Parcel *parcel = g_new0 (Parcel, 1);

  parcel->view = g_object_ref (self);
  parcel->board = g_object_ref (self->board);
  parcel->x = x;
  parcel->y = y;

  return parcel;
}

/* Whoever dropped something waits to hear that it has come. */
static void
parcel_free (Parcel *parcel)
{
  if (parcel->drop != NULL)
    gdk_drop_finish (parcel->drop, GDK_ACTION_COPY);

  g_clear_object (&parcel->drop);
  g_clear_object (&parcel->clipboard);
  g_clear_object (&parcel->view);
  g_clear_object (&parcel->board);
  g_free (parcel);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parcel, parcel_free)

static gboolean
is_still_wanted (Parcel *parcel)
{
  return parcel->view->board == parcel->board && _commons_board_view_is_editable (parcel->view);
}

static void
say_unreadable (Parcel       *parcel,
                const GError *error)
{
  g_autofree char *message = NULL;

  /* Translators: why the other program’s content could not be had */
  message = g_strdup_printf (_("This could not be read: %s"), error->message);
  _commons_board_view_toast (parcel->view, message, FALSE);
}

static void
insert_named_link (Parcel *parcel,
                   GBytes *bytes)
{
  g_autoptr (CommonsBoard) link = commons_clip_read_named_address (bytes);

  if (link != NULL)
    _commons_board_view_insert_clip (parcel->view, link, 0, parcel->x, parcel->y);
  else
    _commons_board_view_toast (parcel->view, _("There is nothing here that can become a card."), FALSE);
}

static void
bytes_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Parcel) parcel = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = commons_clip_stream_read_finish (result, &error);
  const char *type = g_object_get_data (source, "commons-clip-type");

  if (!is_still_wanted (parcel))
    return;

  if (bytes != NULL && g_strcmp0 (type, LINK_TYPE) == 0)
    insert_named_link (parcel, bytes);
  else if (bytes == NULL || !_commons_board_view_insert_bytes (parcel->view, bytes, parcel->x, parcel->y, &error))
    say_unreadable (parcel, error);
}

static void
stream_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Parcel) parcel = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = NULL;
  const char *type = NULL;

  if (parcel->drop != NULL)
    stream = gdk_drop_read_finish (parcel->drop, result, &type, &error);
  else
    stream = gdk_clipboard_read_finish (parcel->clipboard, result, &type, &error);

  if (stream == NULL)
    {
      say_unreadable (parcel, error);
      return;
    }

  g_object_set_data_full (G_OBJECT (stream), "commons-clip-type", g_strdup (type), g_free);
  commons_clip_stream_read_async (stream, NULL, bytes_cb, g_steal_pointer (&parcel));
}

static void
insert_file_list (Parcel *parcel,
                  GSList *list)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  if (parcel->view->board != parcel->board)
    return;

  for (GSList *item = list; item != NULL; item = item->next)
    g_ptr_array_add (files, item->data);

  _commons_board_view_insert_files (parcel->view, files, parcel->drop != NULL, parcel->x, parcel->y);
}

static void
insert_string (Parcel     *parcel,
               const char *text)
{
  if (!is_still_wanted (parcel))
    return;

  if (parcel->plain)
    _commons_board_view_insert_plain (parcel->view, text ? text : "", parcel->x, parcel->y);
  else
    _commons_board_view_insert_text (parcel->view, text ? text : "", parcel->x, parcel->y);
}

static void
value_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Parcel) parcel = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value;

  if (parcel->drop != NULL)
    value = gdk_drop_read_value_finish (parcel->drop, result, &error);
  else
    value = gdk_clipboard_read_value_finish (parcel->clipboard, result, &error);

  if (value == NULL)
    say_unreadable (parcel, error);
  else if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    insert_file_list (parcel, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS_STRING (value))
    insert_string (parcel, g_value_get_string (value));
}

static void
read_types (Parcel      *parcel,
            const char **types)
{
  if (parcel->drop != NULL)
    gdk_drop_read_async (parcel->drop, types, G_PRIORITY_DEFAULT, NULL, stream_cb, parcel);
  else
    gdk_clipboard_read_async (parcel->clipboard, types, G_PRIORITY_DEFAULT, NULL, stream_cb, parcel);
}

static void
read_value (Parcel *parcel,
            GType   type)
{
  if (parcel->drop != NULL)
    gdk_drop_read_value_async (parcel->drop, type, G_PRIORITY_DEFAULT, NULL, value_cb, parcel);
  else
    gdk_clipboard_read_value_async (parcel->clipboard, type, G_PRIORITY_DEFAULT, NULL, value_cb, parcel);
}

static gboolean
has_picture (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) ||
         gdk_content_formats_contain_mime_type (formats, "image/png");
}

/* Reads the most telling of what is offered. Takes the parcel over. */
static void
receive (Parcel            *parcel,
         GdkContentFormats *offered)
{
  static const char *types[] = { COMMONS_CLIP_TYPE, COMMONS_CLIP_TYPE_EXCALIDRAW, LINK_TYPE, NULL };
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (offered));
  g_autoptr (GdkContentFormats) telling = gdk_content_formats_new (types, G_N_ELEMENTS (types) - 1);

  if (!parcel->plain && gdk_content_formats_match (formats, telling))
    read_types (parcel, types);
  else if (!parcel->plain && gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    read_value (parcel, GDK_TYPE_FILE_LIST);
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    read_value (parcel, G_TYPE_STRING);
  else
    {
      _commons_board_view_toast (parcel->view,
                                 has_picture (formats) ? _("Pictures cannot be put on a board. Save the picture, and drop its file here.")
                                                       : _("There is nothing here that can become a card."), FALSE);
      parcel_free (parcel);
    }
}

/* Where the pointer is when it is over the board, else in the middle. */
static void
choose_place (CommonsBoardView *self,
              double           *x,
              double           *y)
{
  double view_x = self->viewport.width / 2.0;
  double view_y = self->viewport.height / 2.0;

  if (self->pointer_inside)
    {
      view_x = self->pointer_x;
      view_y = self->pointer_y;
    }

  commons_viewport_to_board (&self->viewport, view_x, view_y, x, y);
}

static void
paste_from_clipboard (CommonsBoardView *self,
                      gboolean          plain,
                      double            x,
                      double            y)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  Parcel *parcel = parcel_new (self, x, y);

  parcel->clipboard = g_object_ref (clipboard);
  parcel->plain = plain;
  receive (parcel, gdk_clipboard_get_formats (clipboard));
}

static void
paste (CommonsBoardView *self)
{
  double x, y;

  choose_place (self, &x, &y);
  paste_from_clipboard (self, FALSE, x, y);
}

static void
paste_plain (CommonsBoardView *self)
{
  double x, y;

  choose_place (self, &x, &y);
  paste_from_clipboard (self, TRUE, x, y);
}

void
_commons_board_view_paste_at (CommonsBoardView *self,
                              double            x,
                              double            y)
{
  double board_x, board_y;

  if (!_commons_board_view_is_editable (self))
    return;

  commons_viewport_to_board (&self->viewport, x, y, &board_x, &board_y);
  paste_from_clipboard (self, FALSE, board_x, board_y);
}

static CommonsBoard *
take_selection (CommonsBoardView *self)
{
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  CommonsBoard *clip = commons_clip_take (self->board, ids);
  g_autoptr (GdkContentProvider) content = commons_clip_content_new (clip, self->catalogue);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);

  return clip;
}

static void
copy (CommonsBoardView *self)
{
  g_autoptr (CommonsBoard) clip = take_selection (self);
  guint n = commons_board_get_n_nodes (clip);
  g_autofree char *message = g_strdup_printf (ngettext ("%'u card copied", "%'u cards copied", n), n);

  commons_announce (GTK_WIDGET (self), message);
}

/* What lies in a circle went to the clipboard with it, and goes with it. */
static void
cut (CommonsBoardView *self)
{
  g_autoptr (CommonsBoard) clip = take_selection (self);
  g_autoptr (GPtrArray) ids = commons_selection_list (self->selection);
  guint n = commons_board_get_n_nodes (clip);
  g_autofree char *message = g_strdup_printf (ngettext ("%'u card cut", "%'u cards cut", n), n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, g_strdup (commons_record_get_id (commons_board_get_node (clip, i))));

  commons_selection_clear (self->selection);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (commons_arrange_delete (self->editor, ids, _("Cut")))
    _commons_board_view_toast (self, message, TRUE);
}

const CommonsHandler _commons_board_view_clipboard_handlers[] = {
  { "board.cut", cut, COMMONS_NEEDS_EDITABLE | COMMONS_NEEDS_NODE },
  { "board.copy", copy, COMMONS_NEEDS_BOARD | COMMONS_NEEDS_NODE },
  { "board.paste", paste, COMMONS_NEEDS_EDITABLE },
  { "board.paste-plain", paste_plain, COMMONS_NEEDS_EDITABLE },
  { NULL, NULL, 0 },
};

static gboolean
drop_cb (CommonsBoardView *self,
         GdkDrop          *drop,
         double            x,
         double            y)
{
  Parcel *parcel;
  double board_x, board_y;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (self->board == NULL)
    return FALSE;

  commons_viewport_to_board (&self->viewport, x, y, &board_x, &board_y);
  parcel = parcel_new (self, board_x, board_y);
  parcel->drop = g_object_ref (drop);
  receive (parcel, gdk_drop_get_formats (drop));

  return TRUE;
}

/* Files may come to a board that can only be looked at: boards among them are
 * opened. */
static gboolean
accept_cb (CommonsBoardView *self,
           GdkDrop          *drop)
{
  g_autoptr (GdkContentFormats) formats = NULL;

  g_assert (COMMONS_IS_BOARD_VIEW (self));

  if (self->board == NULL || (gdk_drop_get_actions (drop) & GDK_ACTION_COPY) == 0)
    return FALSE;

  formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_drop_get_formats (drop)));
  if (gdk_content_formats_contain_gtype (formats, COMMONS_TYPE_KIND_DRAG))
    return FALSE;
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    return TRUE;

  return _commons_board_view_is_editable (self) &&
         (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) ||
          gdk_content_formats_contain_mime_type (formats, COMMONS_CLIP_TYPE) ||
          gdk_content_formats_contain_mime_type (formats, LINK_TYPE));
}

void
_commons_board_view_init_clipboard (CommonsBoardView *self)
{
  GtkDropTargetAsync *drop = gtk_drop_target_async_new (NULL, GDK_ACTION_COPY);

  g_signal_connect_object (drop, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

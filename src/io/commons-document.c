/* commons-document.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a document is and holds; reading and writing it are in
 * commons-document-load.c and commons-document-save.c.
 */

#define G_LOG_DOMAIN "commons-document"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-document-private.h"
#include "commons-one-line.h"

G_DEFINE_FINAL_TYPE (CommonsDocument, commons_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BOARD,
  PROP_EDITOR,
  PROP_HISTORY,
  PROP_FILE,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  PROP_BUSY,
  PROP_ERROR,
  PROP_WARNINGS,
  N_PROPS
};

enum
{
  SAVED,
  TAKEN_UP,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The name of a file without its last extension, for people to read. */
static char *
get_file_title (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char *title = commons_one_line (base != NULL ? base : "");
  char *dot = strrchr (title, '.');

  if (dot != NULL && dot != title)
    *dot = '\0';

  return title;
}

static char *
make_title (CommonsDocument *self)
{
  const char *title = commons_board_get_title (self->board);

  if (*title != '\0')
    return g_strdup (title);

  if (self->file != NULL)
    return get_file_title (self->file);

  return g_strdup (_("Untitled Board"));
}

static void
update_title (CommonsDocument *self)
{
  g_autofree char *title = make_title (self);

  if (g_strcmp0 (title, self->title) == 0)
    return;

  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
board_changed_cb (CommonsDocument *self)
{
  g_assert (COMMONS_IS_DOCUMENT (self));

  update_title (self);
}

static void
history_modified_cb (CommonsDocument *self)
{
  g_assert (COMMONS_IS_DOCUMENT (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static void
drop_board (CommonsDocument *self)
{
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);

  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);

  g_clear_object (&self->editor);
  g_clear_object (&self->history);
  g_clear_object (&self->board);
}

void
_commons_document_set_board (CommonsDocument *self,
                             CommonsBoard    *board)
{
  gboolean first = self->board == NULL;

  g_object_ref (board);
  drop_board (self);

  self->board = board;
  self->history = commons_history_new (board);
  self->editor = commons_editor_new (board);

  g_signal_connect_object (board, "changed",
                           G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::modified",
                           G_CALLBACK (history_modified_cb), self, G_CONNECT_SWAPPED);

  if (first)
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARD]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITOR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HISTORY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

void
_commons_document_set_file (CommonsDocument *self,
                            GFile           *file,
                            const char      *etag)
{
  g_free (self->etag);
  self->etag = g_strdup (etag);

  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);

  update_title (self);
}

void
_commons_document_set_saved (CommonsDocument *self,
                             GBytes          *bytes)
{
  if (bytes != NULL)
    g_bytes_ref (bytes);
  g_clear_pointer (&self->saved, g_bytes_unref);
  self->saved = bytes;
}

void
_commons_document_tell_saved (CommonsDocument *self)
{
  g_signal_emit (self, signals[SAVED], 0);
}

void
_commons_document_tell_taken_up (CommonsDocument *self)
{
  g_signal_emit (self, signals[TAKEN_UP], 0);
}

void
_commons_document_set_read_only (CommonsDocument *self,
                                 gboolean         newer,
                                 gboolean         write_protected)
{
  gboolean before = commons_document_get_read_only (self);

  self->newer = newer;
  self->write_protected = write_protected;

  if (before != commons_document_get_read_only (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

void
_commons_document_set_busy (CommonsDocument *self,
                            gboolean         loading,
                            gboolean         saving)
{
  gboolean before = commons_document_get_busy (self);

  self->loading = loading;
  self->saving = saving;

  if (before != commons_document_get_busy (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
_commons_document_take_error (CommonsDocument *self,
                              GError          *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

void
_commons_document_set_warnings (CommonsDocument *self,
                                GPtrArray       *warnings)
{
  g_ptr_array_ref (warnings);
  g_ptr_array_unref (self->warnings);
  self->warnings = warnings;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WARNINGS]);
}

static void
commons_document_finalize (GObject *object)
{
  CommonsDocument *self = COMMONS_DOCUMENT (object);

  drop_board (self);
  g_clear_object (&self->file);
  g_clear_error (&self->error);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->saved, g_bytes_unref);
  g_clear_pointer (&self->title, g_free);
  g_queue_clear_full (&self->waiting, g_object_unref);

  G_OBJECT_CLASS (commons_document_parent_class)->finalize (object);
}

static void
commons_document_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CommonsDocument *self = COMMONS_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_BOARD:
      g_value_set_object (value, self->board);
      break;

    case PROP_EDITOR:
      g_value_set_object (value, self->editor);
      break;

    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;

    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_MODIFIED:
      g_value_set_boolean (value, commons_document_get_modified (self));
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, commons_document_get_read_only (self));
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, commons_document_get_busy (self));
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_WARNINGS:
      g_value_set_boxed (value, self->warnings);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
commons_document_class_init (CommonsDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = commons_document_finalize;
  object_class->get_property = commons_document_get_property;

  properties[PROP_BOARD] = g_param_spec_object ("board", NULL, NULL, COMMONS_TYPE_BOARD, flags);
  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, COMMONS_TYPE_EDITOR, flags);
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, COMMONS_TYPE_HISTORY, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_WARNINGS] = g_param_spec_boxed ("warnings", NULL, NULL, G_TYPE_PTR_ARRAY, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TAKEN_UP] = g_signal_new ("taken-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
commons_document_init (CommonsDocument *self)
{
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  g_queue_init (&self->waiting);
}

CommonsDocument *
commons_document_new (void)
{
  g_autoptr(CommonsBoard) board = commons_board_new ();

  return commons_document_new_for_board (board);
}

CommonsDocument *
commons_document_new_for_board (CommonsBoard *board)
{
  CommonsDocument *self;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);

  self = g_object_new (COMMONS_TYPE_DOCUMENT, NULL);
  _commons_document_set_board (self, board);
  self->title = make_title (self);

  return self;
}

void
commons_document_show_board (CommonsDocument *self,
                             CommonsBoard    *board)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (COMMONS_IS_DOCUMENT (self));
  g_return_if_fail (COMMONS_IS_BOARD (board));
  g_return_if_fail (!commons_document_get_busy (self));

  g_object_freeze_notify (G_OBJECT (self));
  _commons_document_take_error (self, NULL);
  _commons_document_set_board (self, board);
  _commons_document_set_saved (self, NULL);
  _commons_document_set_file (self, NULL, NULL);
  _commons_document_set_read_only (self, FALSE, FALSE);
  _commons_document_set_warnings (self, none);
  g_object_thaw_notify (G_OBJECT (self));
}

CommonsBoard *
commons_document_get_board (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), NULL);

  return self->board;
}

CommonsEditor *
commons_document_get_editor (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), NULL);

  return self->editor;
}

CommonsHistory *
commons_document_get_history (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), NULL);

  return self->history;
}

GFile *
commons_document_get_file (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), NULL);

  return self->file;
}

const char *
commons_document_get_etag (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), NULL);

  return self->etag;
}

GBytes *
commons_document_get_saved_bytes (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), NULL);

  return self->saved;
}

const char *
commons_document_get_title (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), NULL);

  return self->title;
}

gboolean
commons_document_get_modified (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), FALSE);

  return commons_history_is_modified (self->history);
}

gboolean
commons_document_get_read_only (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), FALSE);

  return self->newer || self->write_protected;
}

gboolean
commons_document_get_newer (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), FALSE);

  return self->newer;
}

gboolean
commons_document_get_busy (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), FALSE);

  return self->loading || self->saving;
}

const GError *
commons_document_get_error (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), NULL);

  return self->error;
}

GPtrArray *
commons_document_get_warnings (CommonsDocument *self)
{
  g_return_val_if_fail (COMMONS_IS_DOCUMENT (self), NULL);

  return self->warnings;
}

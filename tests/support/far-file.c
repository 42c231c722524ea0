/* far-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "far-file.h"

static FarFault fault;
static gboolean has_etags = TRUE;

static gboolean
fails (FarFault   point,
       GError   **error)
{
  if (fault != point)
    return FALSE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "The server is gone");

  return TRUE;
}

/* A stream for writing that passes everything on to one of a local file. */

#define FAR_TYPE_OUTPUT (far_output_get_type ())
G_DECLARE_FINAL_TYPE (FarOutput, far_output, FAR, OUTPUT, GFileOutputStream)

struct _FarOutput
{
  GFileOutputStream  parent_instance;
  GFileOutputStream *inner;
  gboolean           broken;
};

G_DEFINE_FINAL_TYPE (FarOutput, far_output, G_TYPE_FILE_OUTPUT_STREAM)

static gssize
far_output_write (GOutputStream  *stream,
                  const void     *data,
                  gsize           length,
                  GCancellable   *cancellable,
                  GError        **error)
{
  FarOutput *self = FAR_OUTPUT (stream);

  if (fails (FAR_FAULT_WRITE, error) || (self->broken && fails (FAR_FAULT_HALF, error)))
    return -1;

  self->broken = TRUE;
  if (fault == FAR_FAULT_HALF)
    length = MAX (length / 2, 1);

  return g_output_stream_write (G_OUTPUT_STREAM (self->inner), data, length, cancellable, error);
}

static gboolean
far_output_flush (GOutputStream  *stream,
                  GCancellable   *cancellable,
                  GError        **error)
{
  return !fails (FAR_FAULT_FLUSH, error);
}

/* What is not closed in peace leaves the old file. */
static gboolean
far_output_close (GOutputStream  *stream,
                  GCancellable   *cancellable,
                  GError        **error)
{
  FarOutput *self = FAR_OUTPUT (stream);
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();

  if (fails (FAR_FAULT_CLOSE, error))
    {
      g_cancellable_cancel (cancelled);
      g_output_stream_close (G_OUTPUT_STREAM (self->inner), cancelled, NULL);
      return FALSE;
    }

  return g_output_stream_close (G_OUTPUT_STREAM (self->inner), cancellable, error) && !fails (FAR_FAULT_LATE, error);
}

static char *
far_output_get_etag (GFileOutputStream *stream)
{
  return has_etags ? g_file_output_stream_get_etag (FAR_OUTPUT (stream)->inner) : NULL;
}

static void
far_output_finalize (GObject *object)
{
  g_clear_object (&FAR_OUTPUT (object)->inner);

  G_OBJECT_CLASS (far_output_parent_class)->finalize (object);
}

static void
far_output_class_init (FarOutputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = far_output_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = far_output_write;
  G_OUTPUT_STREAM_CLASS (klass)->flush = far_output_flush;
  G_OUTPUT_STREAM_CLASS (klass)->close_fn = far_output_close;
  G_FILE_OUTPUT_STREAM_CLASS (klass)->get_etag = far_output_get_etag;
}

static void
far_output_init (FarOutput *self)
{
}

/* One for reading. */

#define FAR_TYPE_INPUT (far_input_get_type ())
G_DECLARE_FINAL_TYPE (FarInput, far_input, FAR, INPUT, GFileInputStream)

struct _FarInput
{
  GFileInputStream  parent_instance;
  GFileInputStream *inner;
  gboolean          broken;
};

G_DEFINE_FINAL_TYPE (FarInput, far_input, G_TYPE_FILE_INPUT_STREAM)

static gssize
far_input_read (GInputStream  *stream,
                void          *data,
                gsize          length,
                GCancellable  *cancellable,
                GError       **error)
{
  FarInput *self = FAR_INPUT (stream);

  if (self->broken && fails (FAR_FAULT_READ, error))
    return -1;

  self->broken = TRUE;

  return g_input_stream_read (G_INPUT_STREAM (self->inner), data, MIN (length, 10), cancellable, error);
}

static GFileInfo *
without_etag (GFileInfo *info)
{
  if (info != NULL && !has_etags)
    g_file_info_remove_attribute (info, G_FILE_ATTRIBUTE_ETAG_VALUE);

  return info;
}

static GFileInfo *
far_input_query_info (GFileInputStream  *stream,
                      const char        *attributes,
                      GCancellable      *cancellable,
                      GError           **error)
{
  return without_etag (g_file_input_stream_query_info (FAR_INPUT (stream)->inner, attributes, cancellable, error));
}

static void
far_input_finalize (GObject *object)
{
  g_clear_object (&FAR_INPUT (object)->inner);

  G_OBJECT_CLASS (far_input_parent_class)->finalize (object);
}

static void
far_input_class_init (FarInputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = far_input_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = far_input_read;
  G_FILE_INPUT_STREAM_CLASS (klass)->query_info = far_input_query_info;
}

static void
far_input_init (FarInput *self)
{
}

/* The file. */

#define FAR_TYPE_FILE (far_file_get_type ())
G_DECLARE_FINAL_TYPE (FarFile, far_file, FAR, FILE, GObject)

struct _FarFile
{
  GObject  parent_instance;
  GFile   *inner;
};

static void far_file_iface_init (GFileIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FarFile, far_file, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_FILE, far_file_iface_init))

static GFile *
inner_of (GFile *file)
{
  return FAR_FILE (file)->inner;
}

static GFile *
far_file_take (GFile *inner)
{
  FarFile *self;

  if (inner == NULL)
    return NULL;

  self = g_object_new (FAR_TYPE_FILE, NULL);
  self->inner = inner;

  return G_FILE (self);
}

GFile *
far_file_new (const char *path)
{
  return far_file_take (g_file_new_for_path (path));
}

static GFile *
far_dup (GFile *file)
{
  return far_file_take (g_file_dup (inner_of (file)));
}

static guint
far_hash (GFile *file)
{
  return g_file_hash (inner_of (file));
}

static gboolean
far_equal (GFile *a,
           GFile *b)
{
  return g_file_equal (inner_of (a), inner_of (b));
}

static gboolean
far_is_native (GFile *file)
{
  return FALSE;
}

static gboolean
far_has_scheme (GFile      *file,
                const char *scheme)
{
  return g_ascii_strcasecmp (scheme, FAR_SCHEME) == 0;
}

static char *
far_get_scheme (GFile *file)
{
  return g_strdup (FAR_SCHEME);
}

static char *
far_get_basename (GFile *file)
{
  return g_file_get_basename (inner_of (file));
}

static char *
far_get_path (GFile *file)
{
  return NULL;
}

static char *
far_get_uri (GFile *file)
{
  return g_strconcat (FAR_SCHEME ":", g_file_peek_path (inner_of (file)), NULL);
}

static GFile *
far_get_parent (GFile *file)
{
  return far_file_take (g_file_get_parent (inner_of (file)));
}

static gboolean
far_prefix_matches (GFile *prefix,
                    GFile *file)
{
  return g_file_has_prefix (inner_of (file), inner_of (prefix));
}

static GFile *
far_resolve (GFile      *file,
             const char *path)
{
  return far_file_take (g_file_resolve_relative_path (inner_of (file), path));
}

static GFileInfo *
far_query_info (GFile                *file,
                const char           *attributes,
                GFileQueryInfoFlags   flags,
                GCancellable         *cancellable,
                GError              **error)
{
  return without_etag (g_file_query_info (inner_of (file), attributes, flags, cancellable, error));
}

static GFileInputStream *
far_read (GFile         *file,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GFileInputStream) inner = g_file_read (inner_of (file), cancellable, error);
  FarInput *self;

  if (inner == NULL)
    return NULL;

  self = g_object_new (FAR_TYPE_INPUT, NULL);
  self->inner = g_steal_pointer (&inner);

  return G_FILE_INPUT_STREAM (self);
}

static GFileOutputStream *
far_replace (GFile             *file,
             const char        *etag,
             gboolean           make_backup,
             GFileCreateFlags   flags,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr(GFileOutputStream) inner = NULL;
  FarOutput *self;

  if (fails (FAR_FAULT_REPLACE, error))
    return NULL;

  inner = g_file_replace (inner_of (file), etag, make_backup, flags, cancellable, error);
  if (inner == NULL)
    return NULL;

  self = g_object_new (FAR_TYPE_OUTPUT, NULL);
  self->inner = g_steal_pointer (&inner);

  return G_FILE_OUTPUT_STREAM (self);
}

static void
far_file_iface_init (GFileIface *iface)
{
  iface->dup = far_dup;
  iface->hash = far_hash;
  iface->equal = far_equal;
  iface->is_native = far_is_native;
  iface->has_uri_scheme = far_has_scheme;
  iface->get_uri_scheme = far_get_scheme;
  iface->get_basename = far_get_basename;
  iface->get_path = far_get_path;
  iface->get_uri = far_get_uri;
  iface->get_parse_name = far_get_uri;
  iface->get_parent = far_get_parent;
  iface->prefix_matches = far_prefix_matches;
  iface->resolve_relative_path = far_resolve;
  iface->query_info = far_query_info;
  iface->read_fn = far_read;
  iface->replace = far_replace;
}

static void
far_file_finalize (GObject *object)
{
  g_clear_object (&FAR_FILE (object)->inner);

  G_OBJECT_CLASS (far_file_parent_class)->finalize (object);
}

static void
far_file_class_init (FarFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = far_file_finalize;
}

static void
far_file_init (FarFile *self)
{
}

static GFile *
look_up (GVfs       *vfs,
         const char *identifier,
         gpointer    user_data)
{
  return far_file_new (identifier + strlen (FAR_SCHEME ":"));
}

void
far_file_register (void)
{
  g_assert_true (g_vfs_register_uri_scheme (g_vfs_get_default (), FAR_SCHEME, look_up, NULL, NULL, look_up, NULL,
                                            NULL));
}

void
far_file_set_fault (FarFault value)
{
  fault = value;
}

void
far_file_set_etags (gboolean etags)
{
  has_etags = etags;
}

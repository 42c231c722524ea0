/* commons-local-calls-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What writing a file beside and writing it in place ask from the system.
 */

#pragma once

#include <errno.h>

#include <glib.h>

G_BEGIN_DECLS

/* Asks again as long as signals interrupt. Not for close(): the file is closed
 * then, and its number may already be another's. */
#define COMMONS_RETRY(call)                    \
  (G_GNUC_EXTENSION                            \
    ({                                         \
      gssize result_;                          \
      do                                       \
        result_ = (call);                      \
      while (result_ < 0 && errno == EINTR);   \
      (int) result_;                           \
    }))

/* Each returns 0 or what went wrong. @written counts the bytes that were
 * written all the same. */
int      _commons_write_all  (int         fd,
                              const char *data,
                              gsize       length,
                              gsize      *written);
int      _commons_read_all   (int         fd,
                              char       *data,
                              gsize       length);
int      _commons_sync       (int         fd);

/* Takes the lock of an open file that nobody waits for; the system gives it
 * back when the file is closed, or the program ends. Returns FALSE when
 * somebody else has it, TRUE also where there are no locks; @sure tells. */
gboolean _commons_try_lock   (int         fd,
                              gboolean   *sure);

/* What names the state of a file, as GIO tells it; NULL with @error set when
 * it is gone or cannot be asked. */
char    *_commons_query_etag (const char *path,
                              GError    **error);

G_END_DECLS

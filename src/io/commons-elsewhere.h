/* commons-elsewhere.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-document.h"
#include "commons-take-up.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_ELSEWHERE (commons_elsewhere_get_type ())

/**
 * CommonsElsewhereState:
 * @COMMONS_ELSEWHERE_SAME: the file holds what the document read or wrote last
 * @COMMONS_ELSEWHERE_CHANGED: it holds another board, which can be taken up
 * @COMMONS_ELSEWHERE_UNREADABLE: it holds something else; see
 *   commons_elsewhere_get_error()
 * @COMMONS_ELSEWHERE_GONE: it was deleted or moved, or its disk was taken away
 *
 * What became of the file of a document.
 */
typedef enum
{
  COMMONS_ELSEWHERE_SAME,
  COMMONS_ELSEWHERE_CHANGED,
  COMMONS_ELSEWHERE_UNREADABLE,
  COMMONS_ELSEWHERE_GONE,
} CommonsElsewhereState;

/**
 * CommonsElsewhere:
 *
 * What other programs do with the file of a document. It is read in a worker
 * whenever it changed; what is there already, or comes from the document
 * itself, is nothing new. The document stays as it is until
 * commons_elsewhere_take_up() is called. A file that is gone makes its
 * document modified: saving brings it back.
 */
G_DECLARE_FINAL_TYPE (CommonsElsewhere, commons_elsewhere, COMMONS, ELSEWHERE, GObject)

/**
 * CommonsElsewhere::changed:
 *
 * Emitted when the state is another, or when what the file holds changed again.
 */

/**
 * commons_elsewhere_new:
 * @document: a document, with a file or not yet
 *
 * Returns: (transfer full): what follows its file from now on
 */
CommonsElsewhere      *commons_elsewhere_new         (CommonsDocument      *document);
CommonsElsewhereState  commons_elsewhere_get_state   (CommonsElsewhere     *self);

/**
 * commons_elsewhere_get_error:
 *
 * Returns: (transfer none) (nullable): why the file cannot be read
 */
const GError          *commons_elsewhere_get_error   (CommonsElsewhere     *self);

/**
 * commons_elsewhere_look:
 *
 * Looks at the file now, such as when its window comes to the front.
 */
void                   commons_elsewhere_look        (CommonsElsewhere     *self);

/**
 * commons_elsewhere_read_async:
 * @callback: called when it is done
 *
 * Reads the file now, whatever was seen of it.
 */
void                   commons_elsewhere_read_async  (CommonsElsewhere     *self,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);

/**
 * commons_elsewhere_read_finish:
 * @error: return location for a #CommonsIoError (BUSY while the document is
 *   read or written) or #GIOErrorEnum
 *
 * Returns: whether it could be read; the state tells what it holds
 */
gboolean               commons_elsewhere_read_finish (CommonsElsewhere     *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

/**
 * commons_elsewhere_take_up:
 *
 * Brings the document to what the file holds, in one undo step: board, history
 * and view stay. What was not saved is merged with it, three ways. From then on
 * the document knows the file; it counts as modified when it holds more than
 * the file.
 *
 * Returns: (transfer full) (nullable): what was done, %NULL when there is
 *   nothing to take up or the document is busy
 */
CommonsTakeUp         *commons_elsewhere_take_up     (CommonsElsewhere     *self);

/**
 * commons_elsewhere_set_delays:
 * @gather: see commons_file_watch_set_delays(); also how long to wait before a
 *   file that cannot be read is read again, in milliseconds
 * @gone: see there
 * @poll: see there
 *
 * Sets how fast changes are seen.
 */
void                   commons_elsewhere_set_delays  (CommonsElsewhere     *self,
                                                      guint                 gather,
                                                      guint                 gone,
                                                      guint                 poll);

G_END_DECLS

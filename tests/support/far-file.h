/* far-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files without a path, as those of servers and of other programs are: an
 * address such as "commons-far:/tmp/x/board.commons" is that file, reached only
 * through GIO. What is asked of it can be made to fail.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FAR_SCHEME "commons-far"

/**
 * FarFault:
 * @FAR_FAULT_NONE: all works
 * @FAR_FAULT_READ: reading fails after some bytes
 * @FAR_FAULT_REPLACE: nothing can be opened for writing
 * @FAR_FAULT_WRITE: writing fails at once
 * @FAR_FAULT_HALF: writing fails after half of the bytes
 * @FAR_FAULT_FLUSH: what was written cannot be sent
 * @FAR_FAULT_CLOSE: the new file cannot be put in place
 * @FAR_FAULT_LATE: the new file is in place, but the answer is lost
 *
 * What goes wrong.
 */
typedef enum
{
  FAR_FAULT_NONE,
  FAR_FAULT_READ,
  FAR_FAULT_REPLACE,
  FAR_FAULT_WRITE,
  FAR_FAULT_HALF,
  FAR_FAULT_FLUSH,
  FAR_FAULT_CLOSE,
  FAR_FAULT_LATE,
  FAR_N_FAULTS,
} FarFault;

/* Makes such addresses known. */
void   far_file_register  (void);
GFile *far_file_new       (const char *path);
void   far_file_set_fault (FarFault    fault);

/* Servers may not tell states of a file apart. */
void   far_file_set_etags (gboolean    etags);

G_END_DECLS

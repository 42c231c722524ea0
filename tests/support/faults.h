/* faults.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands between a test and the system: a program that is linked with
 * faults.c asks it for files in place of the C library, and so do all the
 * libraries it uses. Only what is below one folder counts.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Fault:
 * @FAULT_NONE: calls are counted, and none fails
 * @FAULT_FAIL: one call fails without having done anything
 * @FAULT_HALF: as @FAULT_FAIL, after half of the bytes when it writes; the call
 *   after it on that file fails
 * @FAULT_GONE: one call fails, and all after it
 * @FAULT_SHORT: one call writes or reads a single byte, which is no failure
 * @FAULT_KILL: the program is killed in place of one call; in the middle of its
 *   bytes when that call writes
 *
 * What happens to one call.
 */
typedef enum
{
  FAULT_NONE,
  FAULT_FAIL,
  FAULT_HALF,
  FAULT_GONE,
  FAULT_SHORT,
  FAULT_KILL,
} Fault;

/* Told what a call does before it is done: "open", and where. Returns whether
 * the fault happens to it. */
typedef gboolean (*FaultsHook) (const char *name,
                                const char *path);

/**
 * faults_arm:
 * @folder: what is below it counts
 * @fault: what happens
 * @call: to which call, counted from 0
 * @code: the errno of a call that fails
 *
 * Begins to count.
 */
void        faults_arm      (const char *folder,
                             Fault       fault,
                             guint       call,
                             int         code);

/**
 * faults_disarm:
 *
 * Lets everything through again.
 *
 * Returns: how many calls there were
 */
guint       faults_disarm   (void);

/* Refuses to make, rename and delete files in one folder, to whoever runs the
 * test; NULL ends it. */
void        faults_protect  (const char *folder);

/* The name of the call that was hit, NULL as long as there was none, and what
 * it was about. */
const char *faults_get_hit  (void);
const char *faults_get_path (void);

/* Called for each call that counts, in any thread; it must not touch files. */
void        faults_set_hook (FaultsHook  hook);

/* Lets this thread through, uncounted, for what the test itself looks at. */
void        faults_set_quiet (gboolean   quiet);

/* Counts as a call on @path that asks nothing from the system. */
void        faults_pass     (const char *name,
                             const char *path);

/* Moves the clock forward that measures time spans, in milliseconds. */
void        faults_advance  (guint       milliseconds);

G_END_DECLS

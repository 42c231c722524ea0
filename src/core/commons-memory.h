/* commons-memory.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * commons_memory_prepare:
 *
 * Has the memory that a program is about to ask for come in large pages, where
 * the system and its C library can. Nothing is taken by it.
 *
 * The first touch of a page calls the kernel. That is next to nothing on some
 * machines and ten microseconds on others, virtual ones above all: for the
 * fifty megabytes that a window and its first frame take, more than all else
 * that a start does. With large pages it is called five hundred times less.
 *
 * To be called by main(), before there are other threads.
 */
void     commons_memory_prepare   (void);

/**
 * commons_memory_give_back:
 *
 * Gives the system back what was freed, as after a large piece of work. What is
 * taken next comes in large pages again.
 */
void     commons_memory_give_back (void);

/**
 * commons_memory_expect:
 * @n_bytes: about how many bytes
 *
 * Has the memory that the calling thread is about to take in many small blocks
 * come in large pages, as commons_memory_prepare() does for the main one: each
 * thread has a heap of its own. Nothing is taken by it.
 */
void     commons_memory_expect    (gsize    n_bytes);

/**
 * commons_memory_map:
 * @n_bytes: how many bytes, more than 0
 *
 * Takes memory that is about to be written from one end to the other, such as
 * the pixels of a picture: the kernel is called once for all of it, which comes
 * in large pages where it fills some, and all of it is the system's again once
 * it is let go.
 *
 * Returns: (transfer full) (nullable): bytes that are 0, to be let go with
 *   commons_memory_unmap(), or %NULL if there are not as many
 */
gpointer commons_memory_map       (gsize    n_bytes);

/**
 * commons_memory_unmap:
 * @memory: (transfer full): what commons_memory_map() gave
 * @n_bytes: as many as it was asked for
 */
void     commons_memory_unmap     (gpointer memory,
                                   gsize    n_bytes);

G_END_DECLS

/* commons-deflate.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CommonsDeflate:
 *
 * Packs bytes as RFC 1951 has it, for data of which whoever adds it knows where
 * it repeats: nothing is searched here. One stretch is packed after the other,
 * and stretches packed apart, in threads of their own, are joined by putting
 * them together.
 */
typedef struct _CommonsDeflate CommonsDeflate;

/**
 * COMMONS_DEFLATE_WINDOW:
 *
 * How far back, in bytes, what is repeated may stand.
 */
#define COMMONS_DEFLATE_WINDOW 32768

/**
 * COMMONS_DEFLATE_SHORTEST:
 *
 * The fewest bytes that can be told as a repetition.
 */
#define COMMONS_DEFLATE_SHORTEST 3

/**
 * commons_deflate_new:
 *
 * Returns: (transfer full): a packer
 */
CommonsDeflate *commons_deflate_new        (void);
void            commons_deflate_free       (CommonsDeflate *self);

/**
 * commons_deflate_begin:
 * @packed: what packed bytes are appended to, until the stretch ends
 *
 * Begins a stretch.
 */
void            commons_deflate_begin      (CommonsDeflate *self,
                                            GByteArray     *packed);

/**
 * commons_deflate_add_bytes:
 * @n_bytes: number of @bytes
 *
 * Adds bytes as they are.
 */
void            commons_deflate_add_bytes  (CommonsDeflate *self,
                                            const guint8   *bytes,
                                            guint           n_bytes);

/**
 * commons_deflate_add_repeat:
 * @length: number of bytes, at least %COMMONS_DEFLATE_SHORTEST
 * @distance: how far back they stand already, in bytes, from 1 to
 *   %COMMONS_DEFLATE_WINDOW, within the stretch; less than @length when they
 *   repeat themselves
 *
 * Adds bytes that stand already before.
 */
void            commons_deflate_add_repeat (CommonsDeflate *self,
                                            gsize           length,
                                            guint           distance);

/**
 * commons_deflate_end:
 *
 * Ends a stretch at a whole byte. Another one may follow.
 */
void            commons_deflate_end        (CommonsDeflate *self);

/**
 * commons_deflate_finish:
 *
 * Appends the end of all stretches to @packed.
 */
void            commons_deflate_finish     (GByteArray     *packed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsDeflate, commons_deflate_free)

G_END_DECLS

/* commons-png-chunk.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * COMMONS_PNG_SIGNATURE:
 *
 * What a PNG file begins with, %COMMONS_PNG_SIGNATURE_SIZE bytes.
 */
#define COMMONS_PNG_SIGNATURE "\x89PNG\r\n\x1a\n"
#define COMMONS_PNG_SIGNATURE_SIZE 8

/**
 * commons_png_chunk_append:
 * @png: bytes to append to
 * @type: its four letters
 * @data: (nullable): what it holds
 * @size: number of bytes of @data, less than 2^31
 *
 * Appends a chunk of the PNG specification (ISO/IEC 15948, 5.3), with its sum.
 */
void commons_png_chunk_append        (GByteArray   *png,
                                      const char   *type,
                                      const guint8 *data,
                                      guint         size);

/**
 * commons_png_chunk_append_header:
 * @alpha: whether pixels are see-through
 *
 * Appends what comes first: the size in pixels, eight bits for each colour.
 */
void commons_png_chunk_append_header (GByteArray   *png,
                                      guint         width,
                                      guint         height,
                                      gboolean      alpha);

/**
 * commons_png_chunk_append_text:
 * @keyword: what is told, such as "Title" or "Copyright"
 * @text: (nullable): the words, in UTF-8; nothing is done without any
 *
 * Appends words, as an iTXt chunk (11.3.4.5).
 */
void commons_png_chunk_append_text   (GByteArray   *png,
                                      const char   *keyword,
                                      const char   *text);

G_END_DECLS

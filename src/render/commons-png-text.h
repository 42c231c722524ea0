/* commons-png-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * commons_png_text_insert:
 * @png: the content of a PNG file; nothing is done to what is none
 * @keyword: what is told, such as "Title" or "Copyright"
 * @text: (nullable): the words, in UTF-8; nothing is done without any
 *
 * Adds words to a picture, as an iTXt chunk of the PNG specification
 * (ISO/IEC 15948, 11.3.4.5) after those that are there.
 */
void commons_png_text_insert (GByteArray *png,
                              const char *keyword,
                              const char *text);

G_END_DECLS

/* commons-json-numbers.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CommonsJsonNumbers:
 *
 * How a file spells its numbers with a fraction or exponent, so that those
 * nobody touched are written back as they were: 1e5 stays 1e5, and 100.0
 * stays 100.0. Reference-counted.
 */
typedef struct _CommonsJsonNumbers CommonsJsonNumbers;

/**
 * commons_json_numbers_new:
 *
 * Returns: (transfer full): a memory of spellings, empty
 */
CommonsJsonNumbers *commons_json_numbers_new      (void);
CommonsJsonNumbers *commons_json_numbers_ref      (CommonsJsonNumbers *self);
void                commons_json_numbers_unref    (CommonsJsonNumbers *self);

/**
 * commons_json_numbers_remember:
 * @value: a finite number
 * @spelling: how the file writes it
 *
 * Remembers a spelling; of several for one value, the shortest.
 */
void                commons_json_numbers_remember (CommonsJsonNumbers *self,
                                                   double              value,
                                                   const char         *spelling);

/**
 * commons_json_numbers_merge:
 * @base: (nullable): the spellings of what two files were
 * @ours: (nullable): those of one
 * @theirs: (nullable): those of the other
 *
 * Puts spellings together: theirs where ours is still that of @base.
 *
 * Returns: (transfer full): the spellings
 */
CommonsJsonNumbers *commons_json_numbers_merge    (CommonsJsonNumbers *base,
                                                   CommonsJsonNumbers *ours,
                                                   CommonsJsonNumbers *theirs);

/**
 * commons_json_numbers_append:
 * @self: (nullable): the spellings of the file, if there is one
 * @out: where to write
 * @value: a finite number
 *
 * Writes a number as the file spelled it, or else with the fewest digits that
 * read back equal. It stays recognisable as no integer.
 */
void                commons_json_numbers_append   (CommonsJsonNumbers *self,
                                                   GString            *out,
                                                   double              value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsJsonNumbers, commons_json_numbers_unref)

G_END_DECLS

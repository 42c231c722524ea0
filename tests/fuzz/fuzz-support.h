/* fuzz-support.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What several targets demand of what they read.
 */

#pragma once

#include "commons-board.h"

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=length): any bytes
 *
 * What a target does with one input; it stops the program when something is
 * not as it must be.
 *
 * Returns: 0
 */
int   LLVMFuzzerTestOneInput (const guint8 *data,
                              size_t        length);

/**
 * fuzz_check_error:
 *
 * Demands that there is an error of our own that says something.
 */
void  fuzz_check_error       (const GError *error);

/**
 * fuzz_check_board:
 *
 * Demands that ids are unique, that every record is found by its id, that
 * geometry is within bounds, and that the board is written in a form that
 * reads again to the same bytes.
 */
void  fuzz_check_board       (CommonsBoard *board);

/**
 * fuzz_make_folder:
 *
 * Makes a folder that is removed at the end, for targets that read files.
 *
 * Returns: (transfer full): its name
 */
char *fuzz_make_folder       (void);

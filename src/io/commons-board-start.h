/* commons-board-start.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-templates.h"

G_BEGIN_DECLS

/**
 * CommonsBoardStart:
 * @title: (nullable): name of the commons
 * @language: (nullable): language of the board; %NULL for the template's own
 * @purpose: (nullable): what the session is to decide
 * @date: (nullable): day of the session, YYYY-MM-DD
 * @participants: (nullable) (array zero-terminated=1): who takes part
 * @author: (nullable): who makes it
 *
 * What is known before the first card; empty texts are as good as none.
 */
typedef struct
{
  const char         *title;
  const char         *language;
  const char         *purpose;
  const char         *date;
  const char * const *participants;
  const char         *author;
} CommonsBoardStart;

/**
 * commons_board_start_make:
 * @bytes: what the file of a template holds
 * @start: (nullable): what is known of the board
 * @error: return location for a #CommonsIoError: READ_ONLY when a newer
 *   version of the program made the template
 *
 * Makes a new board: its title is the name of the commons, which its card of
 * kind `project` bears too; what is known of the session is in the member
 * `session` of its head. What the template says of itself stays behind.
 *
 * Returns: (transfer full) (nullable): the board
 */
CommonsBoard *commons_board_start_make      (GBytes                   *bytes,
                                             const CommonsBoardStart  *start,
                                             GError                  **error);

/**
 * commons_board_start_make_from:
 * @template: a template
 * @start: (nullable): what is known of the board
 * @error: return location for a #CommonsIoError or #GIOErrorEnum
 *
 * Reads a template and does commons_board_start_make(). Blocks.
 *
 * Returns: (transfer full) (nullable): the board
 */
CommonsBoard *commons_board_start_make_from (const CommonsTemplate    *template,
                                             const CommonsBoardStart  *start,
                                             GError                  **error);

G_END_DECLS

/* commons-ask.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CommonsAnswerAppearance:
 * @COMMONS_ANSWER_DEFAULT: a plain button
 * @COMMONS_ANSWER_SUGGESTED: the button of the usual answer
 * @COMMONS_ANSWER_DESTRUCTIVE: the button of an answer that loses something
 *
 * How the button of an answer looks.
 */
typedef enum
{
  COMMONS_ANSWER_DEFAULT,
  COMMONS_ANSWER_SUGGESTED,
  COMMONS_ANSWER_DESTRUCTIVE,
} CommonsAnswerAppearance;

/**
 * CommonsAnswer:
 * @id: what commons_ask_finish() returns for it
 * @label: the button's words, with a mnemonic
 * @appearance: how the button looks
 *
 * One answer to a question.
 */
typedef struct
{
  const char              *id;
  const char              *label;
  CommonsAnswerAppearance  appearance;
} CommonsAnswer;

/**
 * commons_ask_async:
 * @parent: (nullable): the window the question belongs to
 * @heading: the question, in a few words
 * @body: (nullable): what follows from the answers, as plain text
 * @answers: (array length=n_answers): the answers, from first to last
 * @n_answers: number of @answers, at least 1
 * @default_id: (nullable): id of the answer that Enter gives
 * @close_id: id of the answer that closing or Escape gives; need not be one
 *   of @answers
 * @cancellable: (nullable): takes the question away
 * @callback: called when there is an answer
 * @user_data: for @callback
 *
 * Asks a question that has to be answered before the window is used again.
 */
void  commons_ask_async  (GtkWindow            *parent,
                          const char           *heading,
                          const char           *body,
                          const CommonsAnswer  *answers,
                          guint                 n_answers,
                          const char           *default_id,
                          const char           *close_id,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data);

/**
 * commons_ask_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full): id of the answer; that of closing when the
 *   question was taken away
 */
char *commons_ask_finish (GAsyncResult         *result);

G_END_DECLS

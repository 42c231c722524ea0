/* fuzz-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever the bytes are: either they are refused with an error that says
 * something, or what they hold is written in a form that reads back the same.
 */

#include "config.h"

#include "commons-answers.h"
#include "commons-reader.h"
#include "fuzz-support.h"

/* The head may say anything of the sheets. */
static void
check_answers (CommonsBoard *board)
{
  const CommonsSheet *sheet = commons_catalogue_get_nth_sheet (commons_catalogue_get ("en"), 0);
  g_autoptr(CommonsEditor) editor = commons_editor_new (board);
  guint n_done, n_started;

  commons_answers_count (board, sheet, &n_done, &n_started);
  g_assert_cmpuint (n_done + n_started, <=, sheet->n_questions);

  commons_editor_begin (editor, "File", NULL);
  for (guint i = 0; i < sheet->n_questions; i++)
    {
      const char *question = sheet->questions[i].id;
      g_autoptr(GPtrArray) cards = commons_answers_list_cards (board, question);

      commons_answers_get_reason (board, question);
      for (guint j = 0; j < cards->len; j++)
        {
          const char *id = commons_record_get_id (g_ptr_array_index (cards, j));
          g_autoptr(GPtrArray) questions = commons_answers_list_questions (board, id);

          g_assert_cmpuint (questions->len, >, 0);
          commons_answers_unfile (editor, question, id);
        }
      commons_answers_set_state (editor, question, COMMONS_ANSWER_DISCUSS, NULL);
    }
  commons_editor_rollback (editor);
}

/* What each warning says can be shown. */
static void
check_report (const CommonsReadReport *report)
{
  g_assert_nonnull (report);

  for (guint i = 0; i < report->warnings->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (report->warnings, i), -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(CommonsBoard) board = NULL;
  g_autoptr(GError) error = NULL;

  board = commons_reader_read (bytes, &report, &error);

  if (board == NULL)
    {
      fuzz_check_error (error);
      return 0;
    }

  check_report (report);
  check_answers (board);
  fuzz_check_board (board);

  return 0;
}

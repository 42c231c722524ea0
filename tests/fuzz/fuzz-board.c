/* fuzz-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever the bytes are: either they are refused with an error that says
 * something, or what they hold is written in a form that reads back the same.
 */

#include "config.h"

#include <string.h>

#include "commons-answers.h"
#include "commons-json-guard.h"
#include "commons-reader.h"
#include "commons-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        length);

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == COMMONS_IO_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 5);
}

static void
check_board (CommonsBoard            *board,
             const CommonsReadReport *report)
{
  g_assert_nonnull (report);

  for (guint i = 0; i < commons_board_get_n_nodes (board); i++)
    {
      CommonsRecord *node = commons_board_get_node (board, i);

      g_assert_true (commons_board_lookup (board, commons_record_get_id (node)) == node);
      g_assert_cmpint (ABS (commons_record_get_bounds (node)->x), <=, COMMONS_COORD_MAX);
    }

  for (guint i = 0; i < report->warnings->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (report->warnings, i), -1, NULL));
}

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

static void
check_round_trip (CommonsBoard *board)
{
  g_autoptr(GBytes) once = commons_writer_write (board);
  g_autoptr(GError) error = NULL;
  g_autoptr(CommonsBoard) again = commons_reader_read (once, NULL, &error);
  g_autoptr(GBytes) twice = NULL;

  g_assert_no_error (error);
  twice = commons_writer_write (again);
  g_assert_true (g_bytes_equal (once, twice));
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
      check_error (error);
      return 0;
    }

  check_board (board, report);
  check_answers (board);
  check_round_trip (board);

  return 0;
}

/* fuzz-clip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is pasted: it is refused with an error that says something, or it
 * makes a board that is written in a form that reads back.
 */

#include "config.h"

#include "commons-clip-lines.h"
#include "commons-clip-places.h"
#include "commons-clip.h"
#include "commons-reader.h"
#include "fuzz-support.h"

/* More lines say nothing new, and each is laid out and written many times. */
#define MAX_TEXT 1500

static void
check_board (CommonsBoard *board)
{
  g_autoptr (GBytes) bytes = commons_clip_write (board);
  g_autofree char *text = commons_clip_write_text (board);
  g_autoptr (GError) error = NULL;
  g_autoptr (CommonsBoard) again = commons_reader_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (commons_board_get_n_nodes (again), ==, commons_board_get_n_nodes (board));
  g_assert_cmpuint (commons_board_get_n_edges (again), ==, commons_board_get_n_edges (board));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  fuzz_check_board (board);
}

static void
check_json (const guint8 *data,
            size_t        length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  guint n_skipped = 0;
  g_autoptr (CommonsBoard) board = commons_clip_read_json (bytes, &n_skipped, &error);

  if (board == NULL)
    fuzz_check_error (error);
  else
    check_board (board);
  g_assert_cmpuint (n_skipped, <=, length);
}

static void
check_cards (GPtrArray *cards)
{
  for (CommonsClipLayout layout = COMMONS_CLIP_FLAT; layout <= COMMONS_CLIP_NESTED; layout++)
    {
      g_autoptr (CommonsBoard) board = commons_clip_lay_out (cards, layout, commons_catalogue_get ("en"), "circle", NULL, NULL);

      g_assert_cmpuint (commons_board_get_n_nodes (board), ==, commons_clip_count (cards, layout));
      check_board (board);
    }
}

static void
check_text (const guint8 *data,
            size_t        length)
{
  g_autofree char *text = g_strndup ((const char *) data, MIN (length, MAX_TEXT));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = commons_clip_read_lines (text, &error);
  g_autoptr (GPtrArray) table = NULL;

  if (lines == NULL)
    fuzz_check_error (error);
  else
    check_cards (lines);

  g_clear_error (&error);
  table = commons_clip_read_table (text, &error);

  if (table != NULL)
    check_cards (table);
  else if (error != NULL)
    fuzz_check_error (error);
}

static void
check_places (const guint8 *data,
              size_t        length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autofree char *text = commons_clip_decode_text (bytes);
  g_autoptr (CommonsBoard) links = text != NULL ? commons_clip_read_addresses (text) : NULL;
  g_autoptr (CommonsBoard) named = commons_clip_read_named_address (bytes);

  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
  if (links != NULL)
    check_board (links);
  if (named != NULL)
    check_board (named);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  check_json (data, length);
  check_text (data, length);
  check_places (data, length);

  return 0;
}

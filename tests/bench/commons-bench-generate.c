/* commons-bench-generate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints a board of N cards and N/2 links, for measuring.
 */

#include "config.h"

#include <stdio.h>

#include "bench-board.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  guint64 n_cards;
  gsize size;

  if (argc != 2 || !g_ascii_string_to_unsigned (argv[1], 10, 0, BENCH_BOARD_MAX, &n_cards, NULL))
    {
      g_printerr ("Usage: %s N > BOARD.commons   (N: 0 to %d)\n", argv[0], BENCH_BOARD_MAX);
      return 2;
    }

  bytes = bench_board_write ((guint) n_cards);
  data = g_bytes_get_data (bytes, &size);
  if (fwrite (data, 1, size, stdout) != size || fflush (stdout) != 0)
    {
      g_printerr ("The board could not be written.\n");
      return 1;
    }

  return 0;
}

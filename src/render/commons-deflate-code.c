/* commons-deflate-code.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-deflate"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "commons-deflate-code.h"

#define MAX_BITS 15

/* A tree of symbols has one node less than leaves. */
#define MAX_NODES (2 * COMMONS_DEFLATE_MAX_SYMBOLS)

typedef struct
{
  guint32 count;
  guint16 symbol;
} Leaf;

static int
compare_leaves (const void *a,
                const void *b)
{
  const Leaf *first = a, *second = b;

  if (first->count != second->count)
    return first->count < second->count ? -1 : 1;

  return (int) first->symbol - (int) second->symbol;
}

static guint
list_leaves (const guint32 *counts,
             guint          n_symbols,
             Leaf          *leaves)
{
  guint n_leaves = 0;

  for (guint i = 0; i < n_symbols; i++)
    {
      if (counts[i] > 0)
        leaves[n_leaves++] = (Leaf) { counts[i], (guint16) i };
    }

  for (guint i = 0; n_leaves < 2; i++)
    {
      if (counts[i] == 0)
        leaves[n_leaves++] = (Leaf) { 1, (guint16) i };
    }

  qsort (leaves, n_leaves, sizeof *leaves, compare_leaves);
  return n_leaves;
}

/* Joins the two rarest over and over; leaves come first, and both leaves and
 * what was joined are in order, so that the rarest is the next of either. */
static void
join_leaves (const Leaf *leaves,
             guint       n_leaves,
             guint16    *parents)
{
  guint32 counts[MAX_NODES];
  guint leaf = 0, joined = n_leaves;

  for (guint i = 0; i < n_leaves; i++)
    counts[i] = leaves[i].count;

  for (guint node = n_leaves; node < 2 * n_leaves - 1; node++)
    {
      counts[node] = 0;

      for (guint i = 0; i < 2; i++)
        {
          gboolean takes_leaf = leaf < n_leaves && (joined >= node || counts[leaf] <= counts[joined]);
          guint child = takes_leaf ? leaf++ : joined++;

          counts[node] += counts[child];
          parents[child] = (guint16) node;
        }
    }
}

/* Counts how many leaves lie how deep, none deeper than @max_length: what is
 * too deep is lifted, and others sink for it until the code is whole again. */
static void
count_depths (const guint16 *parents,
              guint          n_leaves,
              guint          max_length,
              guint         *n_deep)
{
  guint8 depths[MAX_NODES];
  guint root = 2 * n_leaves - 2, total = 0;

  depths[root] = 0;
  for (guint node = root; node-- > 0;)
    {
      depths[node] = (guint8) MIN (depths[parents[node]] + 1, 250);
      if (node < n_leaves)
        n_deep[MIN (depths[node], max_length)]++;
    }

  for (guint depth = 1; depth <= max_length; depth++)
    total += n_deep[depth] << (max_length - depth);

  for (; total > 1u << max_length; total--)
    {
      guint depth = max_length - 1;

      while (n_deep[depth] == 0)
        depth--;

      n_deep[depth]--;
      n_deep[depth + 1] += 2;
      n_deep[max_length]--;
    }
}

static guint16
reverse (guint code,
         guint length)
{
  guint reversed = 0;

  for (guint i = 0; i < length; i++)
    reversed |= (code >> i & 1) << (length - 1 - i);

  return (guint16) reversed;
}

static void
assign_codes (const guint8 *lengths,
              guint         n_symbols,
              const guint  *n_deep,
              guint16      *codes)
{
  guint next[MAX_BITS + 1] = { 0 };

  for (guint depth = 1; depth < MAX_BITS; depth++)
    next[depth + 1] = (next[depth] + n_deep[depth]) << 1;

  for (guint i = 0; i < n_symbols; i++)
    {
      if (lengths[i] > 0)
        codes[i] = reverse (next[lengths[i]]++, lengths[i]);
    }
}

void
commons_deflate_code_make (const guint32 *counts,
                           guint          n_symbols,
                           guint          max_length,
                           guint8        *lengths,
                           guint16       *codes)
{
  Leaf leaves[COMMONS_DEFLATE_MAX_SYMBOLS];
  guint16 parents[MAX_NODES];
  guint n_deep[MAX_BITS + 1] = { 0 };
  guint n_leaves, leaf = 0;

  g_return_if_fail (n_symbols >= 2 && n_symbols <= COMMONS_DEFLATE_MAX_SYMBOLS);
  g_return_if_fail (max_length <= MAX_BITS);

  n_leaves = list_leaves (counts, n_symbols, leaves);
  join_leaves (leaves, n_leaves, parents);
  count_depths (parents, n_leaves, max_length, n_deep);

  memset (lengths, 0, n_symbols);
  for (guint depth = max_length; depth > 0; depth--)
    {
      for (guint i = 0; i < n_deep[depth]; i++)
        lengths[leaves[leaf++].symbol] = (guint8) depth;
    }

  assign_codes (lengths, n_symbols, n_deep, codes);
}

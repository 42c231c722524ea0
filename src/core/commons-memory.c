/* commons-memory.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "commons-memory.h"

/* Addresses, not memory: that is taken two megabytes at a time as it is
 * touched. A board of ten thousand cards fits. */
#define AHEAD_BYTES (128 << 20)

/* Blocks up to here come from the heap and stay in it, which a frame's pixels
 * profit from; it is the most that the C library allows. */
#define MAX_HEAP_BLOCK (32 << 20)

/* So much of what was freed at the end of the heap stays in it until it is given
 * back: more than it is ahead. */
#define KEPT_BYTES (2 * AHEAD_BYTES)

/* More than what is left of the heap when it is asked to grow. */
#define STEP_BYTES (4 << 20)

/* The heap of a thread is no larger than 64 MiB, of which others may have taken
 * some. */
#define EXPECTED_BLOCK ((gsize) 28 << 20)
#define MAX_EXPECTED_BLOCKS 2

/* What the C library takes besides what it needs, unless it is told. */
#define DEFAULT_TOP_PAD (128 << 10)

/* Systems that do not know the flag do all the same, page by page. */
#ifdef MAP_POPULATE
#define POPULATE MAP_POPULATE
#else
#define POPULATE 0
#endif

#if defined (__GLIBC__) && defined (MADV_HUGEPAGE)

/* Flags belong to a range of addresses: the heap has to have grown before it
 * can be told. Fails in silence: small pages do, too. A compiler leaves out what
 * is taken and let go again, unless somebody could look at it. */
static void
grow_heap (void)
{
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  guintptr start = ((guintptr) sbrk (0) + page - 1) / page * page;
  guintptr end;
  void *volatile block;

  mallopt (M_TOP_PAD, AHEAD_BYTES);
  block = malloc (STEP_BYTES);
  end = (guintptr) sbrk (0) / page * page;
  if (end > start)
    madvise ((void *) start, end - start, MADV_HUGEPAGE);
  free (block);

  /* The heaps of threads would take as much. */
  mallopt (M_TOP_PAD, DEFAULT_TOP_PAD);
}

void
commons_memory_prepare (void)
{
  mallopt (M_MMAP_THRESHOLD, MAX_HEAP_BLOCK);
  mallopt (M_TRIM_THRESHOLD, KEPT_BYTES);
  grow_heap ();
}

/* Only the end of the heap. Holes in it could be given back as well, but then
 * large pages come apart: who draws into what was a hole takes twice as long. */
void
commons_memory_give_back (void)
{
  void *volatile block;

  mallopt (M_TRIM_THRESHOLD, STEP_BYTES);
  block = malloc (STEP_BYTES);
  free (block);
  mallopt (M_TRIM_THRESHOLD, KEPT_BYTES);
  grow_heap ();
}

/* The heap of a thread grows a page at a time, each with a call of its own, and
 * keeps what it has grown to. The first bytes of a block are written before the
 * range is told, which spoils one large page: so there are few blocks, each of
 * which must come from the heap. */
void
commons_memory_expect (gsize n_bytes)
{
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  void *volatile blocks[MAX_EXPECTED_BLOCKS] = { NULL };

  for (guint i = 0; i < MAX_EXPECTED_BLOCKS && n_bytes > 0; i++)
    {
      gsize size = MIN (n_bytes, EXPECTED_BLOCK);

      blocks[i] = malloc (size);
      if (blocks[i] != NULL)
        madvise ((void *) ((guintptr) blocks[i] / page * page), size, MADV_HUGEPAGE);
      n_bytes -= size;
    }

  for (guint i = 0; i < MAX_EXPECTED_BLOCKS; i++)
    free (blocks[i]);
}

#else

void
commons_memory_prepare (void)
{
}

void
commons_memory_give_back (void)
{
}

void
commons_memory_expect (gsize n_bytes)
{
}

#endif

/* The size of a large page, and of its address. */
#define LARGE_PAGE ((gsize) 2 << 20)

/* As much as is mapped for so many bytes. What is smaller than a large page is
 * no part of one. */
static gsize
get_mapped (gsize n_bytes)
{
  return n_bytes < LARGE_PAGE ? n_bytes : (n_bytes + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
}

static gpointer
map (gsize n_bytes,
     int   flags)
{
  void *memory = mmap (NULL, n_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0);

  return memory != MAP_FAILED ? memory : NULL;
}

/* Maps more, and lets go of what lies before the first large page and after the
 * last one. Systems without them populate small ones all the same. */
static gpointer
map_large (gsize n_bytes)
{
  guint8 *all = map (n_bytes + LARGE_PAGE, 0);
  gsize before, after;

  if (all == NULL)
    return NULL;

  before = (LARGE_PAGE - (guintptr) all % LARGE_PAGE) % LARGE_PAGE;
  after = LARGE_PAGE - before;
  if (before > 0)
    munmap (all, before);
  if (after > 0)
    munmap (all + before + n_bytes, after);

#ifdef MADV_HUGEPAGE
  madvise (all + before, n_bytes, MADV_HUGEPAGE);
#endif
#ifdef MADV_POPULATE_WRITE
  madvise (all + before, n_bytes, MADV_POPULATE_WRITE);
#endif

  return all + before;
}

gpointer
commons_memory_map (gsize n_bytes)
{
  g_return_val_if_fail (n_bytes > 0, NULL);

  if (n_bytes > G_MAXSIZE - 2 * LARGE_PAGE)
    return NULL;

  return n_bytes < LARGE_PAGE ? map (n_bytes, POPULATE) : map_large (get_mapped (n_bytes));
}

void
commons_memory_unmap (gpointer memory,
                      gsize    n_bytes)
{
  g_return_if_fail (memory != NULL);

  munmap (memory, get_mapped (n_bytes));
}

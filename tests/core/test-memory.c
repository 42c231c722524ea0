/* test-memory.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "commons-memory.h"
#include "core-fixture.h"

#define N_BYTES ((1 << 20) + 100)

/* The flag of ranges of addresses that are to have large pages, see proc(5). */
#define LARGE_PAGES " hg"

static void
test_map (void)
{
  guint8 *memory = commons_memory_map (N_BYTES);

  g_assert_nonnull (memory);
  for (guint i = 0; i < N_BYTES; i++)
    g_assert_cmpuint (memory[i], ==, 0);
  memset (memory, 0xff, N_BYTES);
  commons_memory_unmap (memory, N_BYTES);
}

/* Before anything is written to it. */
static void
test_map_is_there (void)
{
#ifdef MAP_POPULATE
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  gsize n_pages = (N_BYTES + page - 1) / page;
  g_autofree guint8 *is_there = g_new0 (guint8, n_pages);
  guint8 *memory = commons_memory_map (N_BYTES);

  g_assert_cmpint (mincore (memory, N_BYTES, is_there), ==, 0);
  for (gsize i = 0; i < n_pages; i++)
    g_assert_true (is_there[i] & 1);
  commons_memory_unmap (memory, N_BYTES);
#else
  g_test_skip ("This system takes pages as they are touched");
#endif
}

static void
test_map_too_much (void)
{
  g_assert_null (commons_memory_map (G_MAXSIZE / 2));
}

/* Whether the heap may have large pages where @address lies. */
static gboolean
is_prepared (gconstpointer address)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean within = FALSE;

  if (!g_file_get_contents ("/proc/self/smaps", &text, NULL, NULL))
    return FALSE;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *rest;
      guint64 start = g_ascii_strtoull (lines[i], &rest, 16);

      if (*rest == '-')
        within = start <= (guintptr) address && (guintptr) address < g_ascii_strtoull (rest + 1, NULL, 16);
      else if (within && g_str_has_prefix (lines[i], "VmFlags:"))
        return strstr (lines[i], LARGE_PAGES) != NULL;
    }

  return FALSE;
}

static gboolean
has_large_pages (void)
{
#if defined (__GLIBC__) && !defined (__SANITIZE_ADDRESS__)
  return g_file_test ("/sys/kernel/mm/transparent_hugepage", G_FILE_TEST_IS_DIR) &&
         g_file_test ("/proc/self/smaps", G_FILE_TEST_EXISTS);
#else
  return FALSE;
#endif
}

/* What is larger than a page comes in large ones, from its first byte on. */
static void
test_map_large (void)
{
  gsize n_bytes = 5 << 20;
  guint8 *memory = commons_memory_map (n_bytes);

  g_assert_nonnull (memory);
  g_assert_cmpuint ((guintptr) memory % (2 << 20), ==, 0);
  for (gsize i = 0; i < n_bytes; i++)
    g_assert_cmpuint (memory[i], ==, 0);
  if (has_large_pages ())
    g_assert_true (is_prepared (memory) && is_prepared (memory + n_bytes - 1));

  commons_memory_unmap (memory, n_bytes);
  g_assert_false (is_prepared (memory));
}

/* Blocks of any size up to that of a frame, as much as a large board takes. */
static void
assert_heap_is_prepared (void)
{
  static const gsize sizes[] = { 40, 3000, 200 << 10, 6 << 20 };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (free);

  for (guint i = 0; i < 40; i++)
    {
      char *block = malloc (sizes[i % G_N_ELEMENTS (sizes)]);

      g_assert_nonnull (block);
      g_ptr_array_add (blocks, block);
    }
  g_assert_true (is_prepared (g_ptr_array_index (blocks, blocks->len - 1)));
}

static void
test_prepare (void)
{
  if (!has_large_pages ())
    {
      g_test_skip ("There are no large pages here, or no heap to have them");
      return;
    }

  commons_memory_prepare ();
  assert_heap_is_prepared ();
}

static gpointer
expect_in_thread (gpointer data)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (free);

  commons_memory_expect (8 << 20);
  for (guint i = 0; i < 2000; i++)
    g_ptr_array_add (blocks, malloc (3000));
  g_assert_true (is_prepared (g_ptr_array_index (blocks, blocks->len - 1)));

  return NULL;
}

/* As it is in the heap of another thread, which says how much it will take. */
static void
test_expect (void)
{
  if (!has_large_pages ())
    {
      g_test_skip ("There are no large pages here, or no heap to have them");
      return;
    }

  commons_memory_prepare ();
  g_thread_join (g_thread_new ("expect", expect_in_thread, NULL));
}

/* What of this process is in memory. */
static gsize
get_resident (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) numbers = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  numbers = g_strsplit (text, " ", -1);

  return (gsize) g_ascii_strtoull (numbers[1], NULL, 10) * (gsize) sysconf (_SC_PAGESIZE);
}

static void
test_give_back (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (free);
  gsize most;

  if (!has_large_pages ())
    {
      g_test_skip ("There are no large pages here, or no heap to have them");
      return;
    }

  commons_memory_prepare ();

  /* What asking takes is there before, and does not come to lie behind. */
  get_resident ();
  for (guint i = 0; i < 30; i++)
    {
      char *block = malloc (2 << 20);

      memset (block, 1, 2 << 20);
      g_ptr_array_add (blocks, block);
    }
  most = get_resident ();
  g_ptr_array_set_size (blocks, 0);
  g_assert_cmpuint (get_resident () + (8 << 20), >, most);

  commons_memory_give_back ();
  g_assert_cmpuint (get_resident () + (40 << 20), <, most);
}

/* What is given back comes again as before. */
static void
test_give_back_again (void)
{
  if (!has_large_pages ())
    {
      g_test_skip ("There are no large pages here, or no heap to have them");
      return;
    }

  commons_memory_prepare ();
  assert_heap_is_prepared ();
  commons_memory_give_back ();
  assert_heap_is_prepared ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* First: what others leave in the heap would lie behind. */
  g_test_add_func ("/memory/give-back", test_give_back);
  g_test_add_func ("/memory/map", test_map);
  g_test_add_func ("/memory/map/is-there", test_map_is_there);
  g_test_add_func ("/memory/map/large", test_map_large);
  g_test_add_func ("/memory/map/too-much", test_map_too_much);
  g_test_add_func ("/memory/prepare", test_prepare);
  g_test_add_func ("/memory/expect", test_expect);
  g_test_add_func ("/memory/give-back/again", test_give_back_again);

  return g_test_run ();
}

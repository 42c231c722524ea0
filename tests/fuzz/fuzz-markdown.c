/* fuzz-markdown.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever the bytes of a text: what is read of it lies within it, and
 * ticking a box twice gives the text there was.
 */

#include "config.h"

#include <string.h>

#include "commons-markdown.h"
#include "fuzz-support.h"

static guint
check_spans (const CommonsMarkdown *read)
{
  gsize length = strlen (read->text);
  guint n_boxes = 0;

  for (guint i = 0; i < read->spans->len; i++)
    {
      const CommonsMarkdownSpan *span = &g_array_index (read->spans, CommonsMarkdownSpan, i);

      g_assert_cmpuint (span->start, <=, span->end);
      g_assert_cmpuint (span->end, <=, length);
      g_assert_true ((span->address != NULL) == (span->look == COMMONS_MARKDOWN_LINK));
      g_assert_true (span->address == NULL || commons_markdown_is_address (span->address));
      n_boxes += span->look == COMMONS_MARKDOWN_CHECK;
    }

  return n_boxes;
}

static void
check_boxes (const char *text,
             guint       n_boxes)
{
  g_autofree char *beyond = commons_markdown_toggle (text, n_boxes);

  g_assert_null (beyond);

  for (guint i = 0; i < MIN (n_boxes, 20); i++)
    {
      g_autofree char *once = commons_markdown_toggle (text, i);
      g_autofree char *twice = commons_markdown_toggle (once, i);

      g_assert_cmpstr (once, !=, text);
      g_assert_cmpuint (strlen (once), ==, strlen (twice));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  g_autofree char *text = g_strndup ((const char *) data, length);
  g_autoptr (CommonsMarkdown) line = commons_markdown_parse (text, COMMONS_MARKDOWN_LINE);
  g_autoptr (CommonsMarkdown) all = commons_markdown_parse (text, COMMONS_MARKDOWN_TEXT);
  g_autofree char *plain = commons_markdown_to_plain (text, COMMONS_MARKDOWN_TEXT);

  g_assert_cmpuint (check_spans (line), ==, 0);
  check_boxes (text, check_spans (all));
  g_assert_cmpstr (plain, ==, all->text);

  if (g_utf8_validate (text, -1, NULL))
    g_assert_true (g_utf8_validate (plain, -1, NULL));

  return 0;
}

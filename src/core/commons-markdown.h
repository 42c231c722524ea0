/* commons-markdown.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * COMMONS_MARKDOWN_BOX:
 *
 * What stands for an empty check box in a text without marks: U+2610.
 */
#define COMMONS_MARKDOWN_BOX    "\342\230\220"

/**
 * COMMONS_MARKDOWN_TICKED:
 *
 * What stands for a ticked check box: U+2611, as long as the empty one.
 */
#define COMMONS_MARKDOWN_TICKED "\342\230\221"

/**
 * CommonsMarkdownReach:
 * @COMMONS_MARKDOWN_LINE: bold, italic and links, as in a title
 * @COMMONS_MARKDOWN_TEXT: these, and lists and check boxes, as in a body
 *
 * Which marks of Markdown are read: the small subset that other programs of
 * the JSON Canvas format show alike. Anything else stays as it is written.
 */
typedef enum
{
  COMMONS_MARKDOWN_LINE,
  COMMONS_MARKDOWN_TEXT,
} CommonsMarkdownReach;

/**
 * CommonsMarkdownLook:
 * @COMMONS_MARKDOWN_BOLD: `**bold**` or `__bold__`
 * @COMMONS_MARKDOWN_ITALIC: `*italic*` or `_italic_`
 * @COMMONS_MARKDOWN_LINK: `[words](address)` or a bare web address
 * @COMMONS_MARKDOWN_CHECK: the box of a `- [ ]` or `- [x]` item
 *
 * What a part of a text is.
 */
typedef enum
{
  COMMONS_MARKDOWN_BOLD,
  COMMONS_MARKDOWN_ITALIC,
  COMMONS_MARKDOWN_LINK,
  COMMONS_MARKDOWN_CHECK,
} CommonsMarkdownLook;

/**
 * CommonsMarkdownSpan:
 * @look: what the part is
 * @start: where it begins, in bytes of the text without marks
 * @end: where it ends
 * @address: (nullable): where a link leads; %NULL for other parts
 * @ticked: whether a check box is ticked
 *
 * A part of a text that differs from the rest. Parts may overlap.
 */
typedef struct
{
  CommonsMarkdownLook  look;
  gsize                start;
  gsize                end;
  char                *address;
  gboolean             ticked;
} CommonsMarkdownSpan;

/**
 * CommonsMarkdown:
 * @text: the text without marks: bullets are “• ”, boxes one of the two
 *   signs above; as valid UTF-8 as what was parsed
 * @spans: (element-type CommonsMarkdownSpan): what differs in it, by where it
 *   ends
 *
 * A text, read.
 */
typedef struct
{
  char   *text;
  GArray *spans;
} CommonsMarkdown;

/**
 * commons_markdown_parse:
 * @source: a text with marks
 * @reach: which ones are read
 *
 * Reads a text, in time that grows with its length alone. Marks that do not
 * close on their line are text; so are links to anything but web and mail
 * addresses.
 *
 * Returns: (transfer full): what it says
 */
CommonsMarkdown *commons_markdown_parse        (const char           *source,
                                                CommonsMarkdownReach  reach);
void             commons_markdown_free         (CommonsMarkdown      *self);

/**
 * commons_markdown_to_plain:
 * @source: a text with marks
 * @reach: which ones are taken out
 *
 * Returns: (transfer full): the text for those who cannot see marks, such as
 *   lists, searches and screen readers
 */
char            *commons_markdown_to_plain     (const char           *source,
                                                CommonsMarkdownReach  reach);

/**
 * commons_markdown_has_marks:
 *
 * Returns: whether @source may hold any mark; if not, it is what
 *   commons_markdown_to_plain() would return
 */
gboolean         commons_markdown_has_marks    (const char           *source);

/**
 * commons_markdown_toggle:
 * @source: a text with marks
 * @index: which of its check boxes, from 0
 *
 * Ticks a check box or takes its tick away. Nothing else changes.
 *
 * Returns: (transfer full) (nullable): the new text, or %NULL when there is no
 *   such box
 */
char            *commons_markdown_toggle       (const char           *source,
                                                guint                 index);

/**
 * commons_markdown_is_address:
 *
 * Returns: whether an address is one that a card may lead to: http, https or
 *   mailto, and nothing that cannot be in an address
 */
gboolean         commons_markdown_is_address   (const char           *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsMarkdown, commons_markdown_free)

G_END_DECLS

/* commons-text-keys.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "commons-text-keys.h"

static void
select_at (GtkTextBuffer *buffer,
           int            from,
           int            length)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, from + length);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

static gboolean
has_marks (const char *text,
           const char *mark)
{
  return strlen (text) > 2 * strlen (mark) && g_str_has_prefix (text, mark) && g_str_has_suffix (text, mark);
}

/* “*” around “**bold**” is not there: both ends are of the stronger mark. */
static gboolean
is_wrapped (const char *text,
            const char *mark)
{
  return has_marks (text, mark) && (!g_str_equal (mark, "*") || !has_marks (text, "**") || has_marks (text, "***"));
}

void
commons_text_keys_wrap (GtkTextBuffer *buffer,
                        const char    *mark)
{
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;
  GtkTextIter start, end;
  int from, skip = 0;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (mark != NULL);

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  from = gtk_text_iter_get_offset (&start);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  if (is_wrapped (text, mark))
    {
      changed = g_strndup (text + strlen (mark), strlen (text) - 2 * strlen (mark));
    }
  else
    {
      changed = g_strconcat (mark, text, mark, NULL);
      skip = *text != '\0' ? 0 : (int) strlen (mark);
    }

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, changed, -1);
  gtk_text_buffer_end_user_action (buffer);
  select_at (buffer, from + skip, skip > 0 ? 0 : (int) g_utf8_strlen (changed, -1));
}

/* Finds the mark a line begins with; returns its length, 0 for none, and what
 * the next item begins with. */
static gsize
read_mark (const char  *line,
           char       **next)
{
  gsize indent = strspn (line, " \t");
  const char *mark = line + indent;
  gsize digits = strspn (mark, "0123456789");

  if (digits > 0 && digits < 9 && (mark[digits] == '.' || mark[digits] == ')') && mark[digits + 1] == ' ')
    {
      *next = g_strdup_printf ("%.*s%" G_GUINT64_FORMAT "%c ", (int) indent, line,
                               g_ascii_strtoull (mark, NULL, 10) + 1, mark[digits]);
      return indent + digits + 2;
    }

  if (strchr ("-*+", mark[0]) == NULL || mark[0] == '\0' || mark[1] != ' ')
    return 0;

  if (mark[2] == '[' && mark[3] != '\0' && strchr (" xX", mark[3]) != NULL && mark[4] == ']' && mark[5] == ' ')
    {
      *next = g_strdup_printf ("%.*s%c [ ] ", (int) indent, line, mark[0]);
      return indent + 6;
    }

  *next = g_strdup_printf ("%.*s%c ", (int) indent, line, mark[0]);
  return indent + 2;
}

gboolean
commons_text_keys_break_line (GtkTextBuffer *buffer)
{
  GtkTextIter start, end, cursor;
  g_autofree char *line = NULL;
  g_autofree char *next = NULL;
  g_autofree char *broken = NULL;
  gsize length;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), FALSE);

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  if (gtk_text_iter_get_line (&cursor) == 0 || gtk_text_buffer_get_has_selection (buffer))
    return FALSE;

  start = end = cursor;
  gtk_text_iter_set_line_offset (&start, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  length = read_mark (line, &next);

  /* Before the mark Enter makes room above the item. */
  if (length == 0 || gtk_text_iter_get_line_offset (&cursor) < (int) length)
    return FALSE;

  gtk_text_buffer_begin_user_action (buffer);
  if (line[length] == '\0')
    {
      gtk_text_buffer_delete (buffer, &start, &end);
    }
  else
    {
      broken = g_strconcat ("\n", next, NULL);
      gtk_text_buffer_insert (buffer, &cursor, broken, -1);
    }
  gtk_text_buffer_end_user_action (buffer);

  return TRUE;
}

void
commons_text_keys_paste (GtkTextBuffer *buffer,
                         const char    *text,
                         gboolean       single_line)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) unix_lines = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *plain = NULL;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (text != NULL);

  /* Files of other systems end their lines with two characters, or another. */
  valid = g_utf8_make_valid (text, -1);
  unix_lines = g_string_new (valid);
  g_string_replace (unix_lines, "\r\n", "\n", 0);
  g_string_replace (unix_lines, "\r", "\n", 0);
  lines = g_strsplit (unix_lines->str, "\n", -1);
  plain = g_strjoinv (single_line ? " " : "\n", lines);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, plain, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

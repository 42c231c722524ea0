/* commons-clip-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards from a table: what a spreadsheet copies or saves.
 */

#define G_LOG_DOMAIN "commons-clip"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "commons-clip-lines-private.h"
#include "commons-clip.h"
#include "commons-fold.h"

#define MAX_COLUMNS 200

typedef enum
{
  COLUMN_OTHER,
  COLUMN_TITLE,
  COLUMN_BODY,
  COLUMN_KIND,
  COLUMN_ZONE,
  N_COLUMNS,
} Column;

/* As commons_fold() leaves them. */
static const struct
{
  const char *name;
  Column      column;
} column_names[] = {
  { "title", COLUMN_TITLE }, { "titre", COLUMN_TITLE }, { "name", COLUMN_TITLE },
  { "nom", COLUMN_TITLE }, { "card", COLUMN_TITLE }, { "carte", COLUMN_TITLE },
  { "label", COLUMN_TITLE }, { "libelle", COLUMN_TITLE }, { "intitule", COLUMN_TITLE },
  { "idea", COLUMN_TITLE }, { "idee", COLUMN_TITLE },
  { "text", COLUMN_BODY }, { "texte", COLUMN_BODY }, { "body", COLUMN_BODY },
  { "description", COLUMN_BODY }, { "content", COLUMN_BODY }, { "contenu", COLUMN_BODY },
  { "detail", COLUMN_BODY }, { "details", COLUMN_BODY },
  { "kind", COLUMN_KIND }, { "type", COLUMN_KIND }, { "nature", COLUMN_KIND },
  { "sorte", COLUMN_KIND }, { "genre", COLUMN_KIND },
  { "zone", COLUMN_ZONE }, { "group", COLUMN_ZONE }, { "groupe", COLUMN_ZONE },
  { "section", COLUMN_ZONE }, { "rubrique", COLUMN_ZONE },
};

typedef struct
{
  const char *cursor;
  char        separator;
} Table;

/* A word as people type it in a hurry, without the space around it. */
static char *
fold (const char *text)
{
  return g_strstrip (commons_fold (text));
}

static void
add_names (GHashTable       *names,
           CommonsCatalogue *catalogue)
{
  for (guint i = 0; i < commons_catalogue_get_n_kinds (catalogue); i++)
    {
      const CommonsKind *kind = commons_catalogue_get_nth_kind (catalogue, i);
      const char *spellings[] = { kind->id, kind->label, kind->plural };

      for (guint j = 0; j < G_N_ELEMENTS (spellings); j++)
        {
          g_autofree char *folded = fold (spellings[j]);

          if (!g_hash_table_contains (names, folded))
            g_hash_table_insert (names, g_steal_pointer (&folded), (gpointer) kind->id);
        }
    }
}

/* Made once, for a table may have thousands of rows. */
const char *
commons_clip_find_kind (const char *name)
{
  static GHashTable *names;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_once_init_enter (&names))
    {
      GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      add_names (all, commons_catalogue_get ("en"));
      add_names (all, commons_catalogue_get ("fr"));
      g_once_init_leave (&names, all);
    }

  folded = fold (name);

  return g_hash_table_lookup (names, folded);
}

/* A cell, with what is doubled in quotes once; the cursor ends behind it. */
static char *
read_cell (Table *self)
{
  GString *cell = g_string_new (NULL);
  gboolean quoted = *self->cursor == '"';

  if (quoted)
    self->cursor++;

  for (; *self->cursor != '\0'; self->cursor++)
    {
      if (quoted && *self->cursor == '"' && self->cursor[1] == '"')
        self->cursor++;
      else if (quoted && *self->cursor == '"')
        {
          quoted = FALSE;
          continue;
        }
      else if (!quoted && (*self->cursor == self->separator || *self->cursor == '\n'))
        break;

      g_string_append_c (cell, *self->cursor);
    }

  return g_strstrip (g_string_free (cell, FALSE));
}

/* The cells of a row; the cursor ends at the beginning of the next. */
static GPtrArray *
read_row (Table *self)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (row, read_cell (self));
  while (*self->cursor == self->separator)
    {
      self->cursor++;
      g_ptr_array_add (row, read_cell (self));
    }

  if (*self->cursor == '\n')
    self->cursor++;

  return row;
}

/* The separator of a row: the one there is most of outside quotes. */
static char
find_separator (const char *text)
{
  static const char separators[] = { '\t', ';', ',' };
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (; *text != '\0' && (quoted || *text != '\n'); text++)
    {
      if (*text == '"')
        quoted = !quoted;
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (separators); i++)
        counts[i] += *text == separators[i];
    }

  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return counts[best] > 0 ? separators[best] : '\0';
}

static Column
find_column (const char *name)
{
  g_autofree char *folded = fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (column_names); i++)
    {
      if (g_str_equal (folded, column_names[i].name))
        return column_names[i].column;
    }

  return COLUMN_OTHER;
}

/* What each column is; of two that say the same, the second is an other.
 * A table of texts without titles has its titles in the texts. */
static GArray *
read_header (GPtrArray *row)
{
  gboolean seen[N_COLUMNS] = { FALSE };
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));

  for (guint i = 0; i < row->len; i++)
    {
      Column column = find_column (g_ptr_array_index (row, i));

      if (seen[column])
        column = COLUMN_OTHER;
      seen[column] = TRUE;
      g_array_append_val (columns, column);
    }

  for (guint i = 0; i < columns->len && !seen[COLUMN_TITLE] && seen[COLUMN_BODY]; i++)
    {
      if (g_array_index (columns, Column, i) == COLUMN_BODY)
        {
          g_array_index (columns, Column, i) = COLUMN_TITLE;
          return columns;
        }
    }

  if (!seen[COLUMN_TITLE])
    g_clear_pointer (&columns, g_array_unref);

  return columns;
}

/* A title is one line; what follows it is body. */
static void
set_title (CommonsClipCard *card,
           const char      *cell)
{
  const char *end = strchr (cell, '\n');

  g_free (card->title);
  card->title = end != NULL ? g_strndup (cell, end - cell) : g_strdup (cell);

  if (end != NULL)
    _commons_clip_card_append (card, end + 1);
}

static void
append_other (CommonsClipCard *card,
              const char      *name,
              const char      *cell)
{
  g_autofree char *line = NULL;

  if (*name == '\0')
    line = g_strdup (cell);
  else
    /* Translators: name of a column of a table, then what it says */
    line = g_strdup_printf (_("%s: %s"), name, cell);

  _commons_clip_card_append (card, line);
}

static void
read_cell_of_card (CommonsClipCard *card,
                   Column           column,
                   const char      *name,
                   const char      *cell)
{
  switch (column)
    {
    case COLUMN_TITLE:
      set_title (card, cell);
      break;

    case COLUMN_KIND:
      card->kind = g_strdup (commons_clip_find_kind (cell));
      if (card->kind == NULL)
        append_other (card, name, cell);
      break;

    case COLUMN_BODY:
      _commons_clip_card_append (card, cell);
      break;

    case COLUMN_ZONE:
      break;

    case COLUMN_OTHER:
    case N_COLUMNS:
    default:
      append_other (card, name, cell);
    }
}

/* The cards of a zone, in the order zones first come. */
static GPtrArray *
get_zone (GPtrArray  *zones,
          GHashTable *by_name,
          const char *name)
{
  GPtrArray *zone = g_hash_table_lookup (by_name, name);

  if (zone == NULL)
    {
      zone = _commons_clip_cards_new ();
      g_ptr_array_add (zones, zone);
      g_hash_table_insert (by_name, g_strdup (name), zone);

      if (*name != '\0')
        _commons_clip_cards_add (zone, 0, name, "")->container = TRUE;
    }

  return zone;
}

static void
add_row (GPtrArray  *zones,
         GHashTable *by_name,
         GArray     *columns,
         GPtrArray  *header,
         GPtrArray  *row)
{
  guint n_cells = MIN (row->len, columns->len);
  g_autofree char *zone_name = NULL;
  CommonsClipCard *card;
  gboolean says = FALSE;

  for (guint i = 0; i < n_cells; i++)
    {
      if (g_array_index (columns, Column, i) == COLUMN_ZONE)
        zone_name = g_strdelimit (g_strdup (g_ptr_array_index (row, i)), "\n", ' ');
      else if (*(char *) g_ptr_array_index (row, i) != '\0')
        says = TRUE;
    }

  if (!says)
    return;

  card = _commons_clip_cards_add (get_zone (zones, by_name, zone_name ? zone_name : ""),
                                  zone_name != NULL && *zone_name != '\0', "", "");

  for (guint i = 0; i < n_cells; i++)
    {
      const char *cell = g_ptr_array_index (row, i);

      if (*cell != '\0')
        read_cell_of_card (card, g_array_index (columns, Column, i), g_ptr_array_index (header, i), cell);
    }
}

static GPtrArray *
join (GPtrArray *zones)
{
  GPtrArray *cards = _commons_clip_cards_new ();

  for (guint i = 0; i < zones->len; i++)
    {
      g_autoptr (GPtrArray) zone = g_steal_pointer (&g_ptr_array_index (zones, i));

      g_ptr_array_extend_and_steal (cards, g_steal_pointer (&zone));
    }

  return cards;
}

GPtrArray *
commons_clip_read_table (const char *text,
                         GError    **error)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) header = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GArray) columns = NULL;
  g_autofree char *clean = NULL;
  Table self;
  guint n_rows = 0;

  g_return_val_if_fail (text != NULL, NULL);

  clean = _commons_clip_clean_text (text, error);
  if (clean == NULL)
    return NULL;

  self.cursor = clean + strspn (clean, "\n");
  self.separator = find_separator (self.cursor);
  if (self.separator == '\0')
    return NULL;

  header = read_row (&self);
  columns = header->len <= MAX_COLUMNS ? read_header (header) : NULL;
  if (columns == NULL || *self.cursor == '\0')
    return NULL;

  for (; *self.cursor != '\0' && n_rows <= COMMONS_CLIP_MAX_NODES; n_rows++)
    {
      g_autoptr (GPtrArray) row = read_row (&self);

      add_row (zones, by_name, columns, header, row);
    }

  cards = join (zones);

  return _commons_clip_check_cards (cards, error) ? g_steal_pointer (&cards) : NULL;
}

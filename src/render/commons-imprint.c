/* commons-imprint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-imprint"

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-imprint.h"
#include "commons-text.h"

/* An A3 sheet is 420 mm long: a 150th of it is 2.8 mm, or 8 points. */
#define LETTERS_PER_PAGE 150

/* The smallest letters of a card; a picture of one card has room for these. */
#define MIN_SIZE 10

/* Texts are laid out at this size, and scaled. */
#define LAYOUT_SIZE 12

#define LINE_HEIGHT 1.36
#define PAD_TOP     0.4
#define PAD_BOTTOM  1.1
#define PAD_SIDE    2.0

/* Attributions are never cut by accident, titles of a whole page are. */
#define MAX_LINES   12
#define MAX_LETTERS 200

#define SEPARATOR " · "

/* One line of words that came from a file, or nothing. */
static char *
tidy_words (const char *text)
{
  g_autofree char *start = NULL;
  char *words;

  if (text == NULL)
    return NULL;

  start = g_utf8_strlen (text, -1) > MAX_LETTERS ? g_utf8_substring (text, 0, MAX_LETTERS) : g_strdup (text);
  words = g_strstrip (g_strdelimit (g_steal_pointer (&start), "\n\r\t", ' '));

  if (words[0] != '\0')
    return words;

  g_free (words);
  return NULL;
}

static char *
find_licence (CommonsBoard *board)
{
  CommonsRecord *head = commons_board_get_head (board);
  char *licence = tidy_words (commons_record_get_string (head, "commons/licence"));

  /* What began elsewhere was not given under any licence by being opened. */
  if (licence == NULL && commons_record_get_string (head, "commons/template") != NULL)
    licence = g_strdup (COMMONS_IMPRINT_LICENCE);

  return licence;
}

static char *
describe_licence (CommonsCatalogue *catalogue,
                  const char       *licence)
{
  const char *sentence = commons_catalogue_get_text (catalogue, "imprint.licence");
  GString *rights = g_string_new (sentence != NULL ? sentence : "{licence}");

  g_string_replace (rights, "{licence}", commons_catalogue_get_enum_label (catalogue, "licence", licence), 1);

  return g_string_free (rights, FALSE);
}

/* Creative Commons licences are found under their own parts: CC-BY-SA-4.0 is
 * licenses/by-sa/4.0. */
static char *
find_address (const char *licence)
{
  g_autofree char *parts = NULL;
  char *version;

  if (strspn (licence, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") != strlen (licence))
    return NULL;

  if (g_str_equal (licence, "CC0-1.0"))
    return g_strdup ("https://creativecommons.org/publicdomain/zero/1.0/");

  if (!g_str_has_prefix (licence, "CC-BY-") || !g_ascii_isdigit (strrchr (licence, '-')[1]))
    return NULL;

  parts = g_ascii_strdown (licence + strlen ("CC-"), -1);
  version = strrchr (parts, '-');
  *version = '\0';

  return g_strdup_printf ("https://creativecommons.org/licenses/%s/%s/", parts, version + 1);
}

static char *
join (const CommonsImprint *self)
{
  const char *const parts[] = { self->title, self->author, self->rights, self->method };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] == NULL)
        continue;

      if (line->len > 0)
        g_string_append (line, SEPARATOR);
      g_string_append (line, parts[i]);
    }

  return g_string_free (line, line->len == 0);
}

CommonsImprint *
commons_imprint_new (CommonsBoard     *board,
                     CommonsCatalogue *catalogue)
{
  CommonsImprint *self;
  CommonsRecord *head;

  g_return_val_if_fail (COMMONS_IS_BOARD (board), NULL);
  g_return_val_if_fail (COMMONS_IS_CATALOGUE (catalogue), NULL);

  self = g_new0 (CommonsImprint, 1);
  head = commons_board_get_head (board);
  self->title = tidy_words (commons_board_get_title (board));
  self->author = tidy_words (commons_record_get_string (head, "commons/author"));
  self->licence = find_licence (board);

  if (self->licence != NULL)
    {
      self->rights = describe_licence (catalogue, self->licence);
      self->address = find_address (self->licence);
    }

  if (json_object_has_member (commons_record_get_object (head), "commons"))
    self->method = g_strdup (commons_catalogue_get_text (catalogue, "imprint.method"));

  self->line = join (self);

  return self;
}

void
commons_imprint_free (CommonsImprint *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->author);
  g_free (self->licence);
  g_free (self->rights);
  g_free (self->address);
  g_free (self->method);
  g_free (self->line);
  g_free (self);
}

/* Whichever side of the sheet the picture fills first sets its size on paper;
 * a high picture is printed on an upright sheet. There are eight sizes from one
 * to its double: cairo keeps the letters of each, and a board that grows is
 * exported often. */
static double
choose_size (const CommonsRect *area)
{
  double longer = MAX (area->width, area->height), shorter = MIN (area->width, area->height);
  double size = MAX (MAX (longer, shorter * G_SQRT2) / LETTERS_PER_PAGE, MIN_SIZE);
  double step = exp2 (floor (log2 (size))) / 8;

  return ceil (size / step) * step;
}

int
commons_imprint_build (const CommonsImprint *self,
                       const CommonsTheme   *theme,
                       gboolean              french,
                       const CommonsRect    *area,
                       CommonsScene         *scene)
{
  CommonsTextStyle style = { .size = LAYOUT_SIZE, .line = ceil (LAYOUT_SIZE * LINE_HEIGHT), .french = french };
  g_autoptr (PangoLayout) layout = NULL;
  double size, scale, width;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (theme != NULL, 0);
  g_return_val_if_fail (area != NULL, 0);
  g_return_val_if_fail (scene != NULL, 0);

  if (self->line == NULL)
    return 0;

  size = choose_size (area);
  scale = size / LAYOUT_SIZE;
  width = MAX (area->width - 2 * PAD_SIDE * size, size) / scale;
  layout = commons_text_layout (self->line, &style, width, MAX_LINES);

  commons_scene_add_text (scene, layout, area->x + PAD_SIDE * size,
                          area->y + area->height + PAD_TOP * size, scale, &theme->secondary);

  return (int) ceil (commons_text_get_height (layout) * scale + (PAD_TOP + PAD_BOTTOM) * size);
}

/* commons-theme.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CommonsColor:
 *
 * A colour in sRGB, each part from 0 to 1, not premultiplied.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} CommonsColor;

/**
 * CommonsThemeVariant:
 * @COMMONS_THEME_LIGHT: the light style
 * @COMMONS_THEME_DARK: the dark style
 * @COMMONS_THEME_PRINT: the light style on a white ground, without dots and
 *   shadows
 */
typedef enum
{
  COMMONS_THEME_LIGHT,
  COMMONS_THEME_DARK,
  COMMONS_THEME_PRINT,
} CommonsThemeVariant;

/**
 * CommonsHue:
 * @fill: body of a card
 * @line: its thin border
 * @mid: body when seen from far
 * @accent: icon, bars, counts
 * @text: title and body
 * @onmid: icon on @mid
 *
 * The colours of one family of cards.
 */
typedef struct
{
  CommonsColor fill;
  CommonsColor line;
  CommonsColor mid;
  CommonsColor accent;
  CommonsColor text;
  CommonsColor onmid;
} CommonsHue;

/**
 * COMMONS_N_HUES:
 *
 * How many named hues a theme has.
 */
#define COMMONS_N_HUES 14

/**
 * COMMONS_N_TABLES:
 *
 * How many colours a theme has for the tables of a workshop.
 */
#define COMMONS_N_TABLES 9

typedef struct _CommonsTheme CommonsTheme;

/**
 * CommonsTheme:
 * @plain: hue of cards whose kind nobody here knows
 * @on_accent: icon on a disc of a hue's accent
 * @pill: ground of the pill that names a circle
 * @label: ground of the label of a link at rest
 * @halo: ground around badges
 * @tables: marks of the tables of a workshop, which people who see few colours
 *   tell apart; the mark always has letters too
 * @tables_text: letters on them
 * @tables_line: line around them
 * @shadow: strength of shadows; 0 is none, 1 the light style's
 *
 * Every colour the board is drawn with.
 */
struct _CommonsTheme
{
  CommonsThemeVariant variant;
  gboolean            high_contrast;

  CommonsColor        board;
  CommonsColor        dot;
  CommonsColor        ring[4];
  CommonsColor        ring_line;
  CommonsColor        ring_text;
  CommonsColor        zone_text;
  CommonsColor        link;
  CommonsColor        link_text;
  CommonsColor        accent;
  CommonsColor        find;
  CommonsColor        find_line;
  CommonsColor        find_text;
  CommonsColor        mark;
  CommonsColor        mark_text;
  CommonsColor        selected_label;
  CommonsColor        selected_label_text;
  CommonsColor        badge;
  CommonsColor        badge_text;
  CommonsColor        secondary;
  CommonsColor        on_accent;
  CommonsColor        pill;
  CommonsColor        label;
  CommonsColor        halo;
  CommonsColor        tables[COMMONS_N_TABLES];
  CommonsColor        tables_text[COMMONS_N_TABLES];
  CommonsColor        tables_line;
  double              shadow;

  CommonsHue          plain;
  CommonsHue          hues[COMMONS_N_HUES];
};

/**
 * commons_theme_get:
 *
 * Returns: (transfer none): the theme, made once and never changed
 */
const CommonsTheme *commons_theme_get           (CommonsThemeVariant  variant,
                                                 gboolean             high_contrast);

/**
 * commons_theme_get_hue:
 * @name: (nullable): name of a hue, such as "rule"
 *
 * Returns: (transfer none): the hue, that of "commons" when there is none of
 *   that name
 */
const CommonsHue   *commons_theme_get_hue       (const CommonsTheme  *self,
                                                 const char          *name);

/**
 * commons_theme_get_hue_name:
 * @index: less than %COMMONS_N_HUES
 *
 * Returns: (transfer none): the name of the hue at @index
 */
const char         *commons_theme_get_hue_name  (guint                index);

/**
 * commons_theme_make_hue:
 * @color: (nullable): a JSON Canvas colour, "1" to "6" or "#rrggbb"
 * @hue: (out): the hue that comes near it; the plain one when there is no
 *   colour or it cannot be read
 *
 * Makes a hue on which text stays readable from any colour.
 */
void                commons_theme_make_hue      (const CommonsTheme  *self,
                                                 const char          *color,
                                                 CommonsHue          *hue);

/**
 * commons_color_mix:
 * @amount: how much of @b, from 0 to 1
 *
 * Returns: a colour between @a and @b, as opaque as @a
 */
CommonsColor        commons_color_mix           (const CommonsColor  *a,
                                                 const CommonsColor  *b,
                                                 double               amount);

/**
 * commons_color_fade:
 * @alpha: factor of the opacity
 *
 * Returns: the colour, made more transparent
 */
CommonsColor        commons_color_fade          (const CommonsColor  *color,
                                                 double               alpha);

/**
 * commons_color_parse:
 * @text: (nullable): "#rrggbb"
 * @color: (out): the colour
 *
 * Returns: whether @text is a colour
 */
gboolean            commons_color_parse         (const char          *text,
                                                 CommonsColor        *color);

G_END_DECLS

/* commons-theme.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-theme"

#include "config.h"

#include <string.h>

#include "commons-theme.h"

#define RGBA(c, a) { ((c) >> 16 & 0xff) / 255.0, ((c) >> 8 & 0xff) / 255.0, ((c) & 0xff) / 255.0, (a) }
#define RGB(c)     RGBA (c, 1.0)

/* Hues that people who see few colours merge are set lighter or darker than
 * each other; the order is that of hue_names. */
static const char *const hue_names[COMMONS_N_HUES] = {
  "rule", "value", "why", "who", "give", "share", "strength",
  "improve", "risk", "act", "measure", "ask", "argue", "commons",
};

#define LIGHT_HUES \
  { \
    { RGB (0xe5e6fe), RGB (0x9a9ad4), RGB (0x7f7cce), \
      RGB (0x463c92), RGB (0x1f1f33), RGB (0x1f1f33) }, \
    { RGB (0xfce5fa), RGB (0xce9dcb), RGB (0xc884c6), \
      RGB (0x7c347b), RGB (0x2b1b2b), RGB (0x2b1b2b) }, \
    { RGB (0xffe8eb), RGB (0xe59fa9), RGB (0xe88696), \
      RGB (0x952f47), RGB (0x311a1e), RGB (0x311a1e) }, \
    { RGB (0xd1f3f4), RGB (0x67b8bc), RGB (0x00a8af), \
      RGB (0x065c60), RGB (0x092728), RGB (0x092728) }, \
    { RGB (0xdef5e3), RGB (0x8cc199), RGB (0x67b87f), \
      RGB (0x006933), RGB (0x142619), RGB (0x142619) }, \
    { RGB (0xfdeed5), RGB (0xd4b279), RGB (0xd4a34a), \
      RGB (0x775302), RGB (0x2b200c), RGB (0x2b200c) }, \
    { RGB (0xedf8dd), RGB (0xb6ce8f), RGB (0xadce70), \
      RGB (0x526d04), RGB (0x1d2510), RGB (0x1d2510) }, \
    { RGB (0xfee6d8), RGB (0xd79c75), RGB (0xd27f45), \
      RGB (0x7e3e01), RGB (0x301c0f), RGB (0x301c0f) }, \
    { RGB (0xffddd8), RGB (0xcf8278), RGB (0xc0564c), \
      RGB (0x870a0b), RGB (0x331916), RGB (0xffffff) }, \
    { RGB (0xe6f3ff), RGB (0x91c1ec), RGB (0x72baf7), \
      RGB (0x03619d), RGB (0x132331), RGB (0x132331) }, \
    { RGB (0xe8f9ff), RGB (0x98d4e9), RGB (0x7cd8f7), \
      RGB (0x07718c), RGB (0x10252c), RGB (0x10252c) }, \
    { RGB (0xfff9c9), RGB (0xdad18d), RGB (0xe3d66e), \
      RGB (0x776b02), RGB (0x25220b), RGB (0x25220b) }, \
    { RGB (0xfaf3ed), RGB (0xd2c4b7), RGB (0xd6c2af), \
      RGB (0x75614d), RGB (0x25211c), RGB (0x25211c) }, \
    { RGB (0xe9edf4), RGB (0xa7afbd), RGB (0x929db1), \
      RGB (0x495569), RGB (0x1f2226), RGB (0x1f2226) }, \
  }

#define DARK_HUES \
  { \
    { RGB (0x2c2c49), RGB (0x504e82), RGB (0x5d59a0), \
      RGB (0xb8b8ff), RGB (0xf2f2fc), RGB (0xffffff) }, \
    { RGB (0x412940), RGB (0x794e77), RGB (0x9b5f99), \
      RGB (0xebb1e9), RGB (0xf8f1f8), RGB (0xffffff) }, \
    { RGB (0x4b282e), RGB (0x8b4d58), RGB (0xb66170), \
      RGB (0xfeb2bd), RGB (0xfcf0f1), RGB (0x101014) }, \
    { RGB (0x06393b), RGB (0x07676c), RGB (0x027d83), \
      RGB (0x71d7dc), RGB (0xebf6f7), RGB (0xffffff) }, \
    { RGB (0x1e3b26), RGB (0x3b6e4a), RGB (0x458d5b), \
      RGB (0x99dbaa), RGB (0xeef6ef), RGB (0x101014) }, \
    { RGB (0x433112), RGB (0x7e5f26), RGB (0xa57b28), \
      RGB (0xeec57f), RGB (0xf8f3ea), RGB (0x101014) }, \
    { RGB (0x303c1b), RGB (0x61753a), RGB (0x839f4c), \
      RGB (0xc2de91), RGB (0xf1f5ec), RGB (0x101014) }, \
    { RGB (0x472915), RGB (0x814d27), RGB (0xa35b25), \
      RGB (0xfab283), RGB (0xfbf1eb), RGB (0xffffff) }, \
    { RGB (0x48211d), RGB (0x7d3932), RGB (0x93372f), \
      RGB (0xfd9f93), RGB (0xfdf0ee), RGB (0xffffff) }, \
    { RGB (0x1e384e), RGB (0x3e6b92), RGB (0x4e8ec4), \
      RGB (0xa3d3ff), RGB (0xedf4fb), RGB (0x101014) }, \
    { RGB (0x1d3d48), RGB (0x3f798d), RGB (0x56a8c3), \
      RGB (0x98e1fa), RGB (0xecf5f8), RGB (0x101014) }, \
    { RGB (0x3f3a15), RGB (0x7e7633), RGB (0xb2a649), \
      RGB (0xe5da87), RGB (0xf5f4ea), RGB (0x101014) }, \
    { RGB (0x3d3630), RGB (0x796c61), RGB (0xa79585), \
      RGB (0xe1d0c0), RGB (0xf5f3f1), RGB (0x101014) }, \
    { RGB (0x2f333a), RGB (0x575e6b), RGB (0x6c7687), \
      RGB (0xbdc7d9), RGB (0xf2f3f6), RGB (0xffffff) }, \
  }

/* Indigo, sand, teal, rose, green, cyan, wine, olive, purple: Paul Tol’s muted
 * scheme, made for all eyes, and the same in both styles, so that what is said
 * of a colour in the room is true on every screen. */
#define TABLES \
  { \
    RGB (0x332288), RGB (0xddcc77), RGB (0x44aa99), RGB (0xcc6677), RGB (0x117733), \
    RGB (0x88ccee), RGB (0x882255), RGB (0x999933), RGB (0xaa4499), \
  }
#define TABLES_TEXT \
  { \
    RGB (0xffffff), RGB (0x1f1a00), RGB (0x00201b), RGB (0x1c0006), RGB (0xffffff), \
    RGB (0x06202c), RGB (0xffffff), RGB (0x161600), RGB (0xffffff), \
  }

static const CommonsTheme light = {
  .variant = COMMONS_THEME_LIGHT,
  .board = RGB (0xeeeef1),
  .dot = RGB (0xd9d9de),
  .ring = { RGB (0xf4f4f6), RGB (0xf9f9fa), RGB (0xfcfcfd), RGB (0xffffff) },
  .ring_line = RGB (0x83869a),
  .ring_text = RGB (0x2b2c38),
  .zone_text = RGB (0x4a4b57),
  .link = RGB (0x858797),
  .link_text = RGB (0x45464f),
  .accent = RGB (0x3584e4),
  .find = RGB (0xfff3d1),
  .find_line = RGB (0xe6c466),
  .find_text = RGB (0x3f2f00),
  .mark = RGB (0xf2cf6b),
  .mark_text = RGB (0x3f2f00),
  .selected_label = RGB (0x174f96),
  .selected_label_text = RGB (0xffffff),
  .badge = RGB (0x3d3846),
  .badge_text = RGB (0xffffff),
  .secondary = RGBA (0x000000, 0.68),
  .on_accent = RGB (0xffffff),
  .pill = RGB (0xffffff),
  .label = RGB (0xfcfcfd),
  .halo = RGB (0xfcfcfd),
  .tables = TABLES,
  .tables_text = TABLES_TEXT,
  .tables_line = RGBA (0x000000, 0.3),
  .shadow = 1,
  .plain = { RGB (0xffffff), RGB (0xb9bac6), RGB (0xb4b6c2), RGB (0x4a4b57), RGB (0x1f2226), RGB (0x1f2226) },
  .hues = LIGHT_HUES,
};

static const CommonsTheme dark = {
  .variant = COMMONS_THEME_DARK,
  .board = RGB (0x1b1b1e),
  .dot = RGB (0x2c2c31),
  .ring = { RGB (0x232327), RGB (0x2a2a2f), RGB (0x313137), RGB (0x39393f) },
  .ring_line = RGB (0x84869a),
  .ring_text = RGB (0xf3f3f6),
  .zone_text = RGB (0xcfd0da),
  .link = RGB (0x8d8e9c),
  .link_text = RGB (0xd4d5de),
  .accent = RGB (0x3584e4),
  .find = RGB (0x3d3416),
  .find_line = RGB (0x7a6520),
  .find_text = RGB (0xfdf3d0),
  .mark = RGB (0xe0bb58),
  .mark_text = RGB (0x241b00),
  .selected_label = RGB (0x99c1f1),
  .selected_label_text = RGB (0x0c2340),
  .badge = RGB (0xe9e8ee),
  .badge_text = RGB (0x1b1b1e),
  .secondary = RGBA (0xffffff, 0.74),
  .on_accent = RGB (0x000000),
  .pill = RGB (0x343434),
  .label = RGB (0x313137),
  .halo = RGB (0x2a2a2f),
  .tables = TABLES,
  .tables_text = TABLES_TEXT,
  .tables_line = RGBA (0xffffff, 0.7),
  .shadow = 2.5,
  .plain = { RGB (0x36363c), RGB (0x64666f), RGB (0x7b7d88), RGB (0xc3c4cf), RGB (0xf2f3f6), RGB (0x101014) },
  .hues = DARK_HUES,
};

/* On paper the ground is white and light must not come from a shadow. */
static void
make_print (CommonsTheme *theme)
{
  static const CommonsColor white = RGB (0xffffff);

  theme->variant = COMMONS_THEME_PRINT;
  theme->board = theme->dot = theme->halo = theme->label = white;
  theme->shadow = 0;
}

/* High contrast keeps the silhouettes and icons and drops every tint. */
static void
make_high_contrast (CommonsTheme *theme)
{
  static const CommonsColor black = RGB (0x000000), white = RGB (0xffffff);
  const CommonsColor *ink = theme->variant == COMMONS_THEME_DARK ? &white : &black;
  const CommonsColor *ground = theme->variant == COMMONS_THEME_DARK ? &black : &white;
  CommonsHue hue = { *ground, *ink, *ink, *ink, *ink, *ground };

  theme->high_contrast = TRUE;
  theme->board = theme->pill = theme->label = theme->halo = theme->on_accent = *ground;
  theme->ring_line = theme->ring_text;
  theme->zone_text = theme->link = theme->link_text = theme->secondary = *ink;
  theme->badge = *ink;
  theme->badge_text = *ground;
  theme->find = theme->mark_text = *ground;
  theme->find_line = theme->find_text = theme->mark = *ink;
  theme->shadow = 0;
  theme->plain = hue;

  for (guint i = 0; i < G_N_ELEMENTS (theme->ring); i++)
    theme->ring[i] = *ground;

  for (guint i = 0; i < COMMONS_N_HUES; i++)
    theme->hues[i] = hue;

  theme->tables_line = *ink;
  for (guint i = 0; i < COMMONS_N_TABLES; i++)
    {
      theme->tables[i] = *ground;
      theme->tables_text[i] = *ink;
    }
}

static gpointer
make_themes (gpointer data)
{
  CommonsTheme *themes = g_new (CommonsTheme, 6);

  for (guint variant = 0; variant < 3; variant++)
    {
      CommonsTheme *theme = &themes[2 * variant];

      *theme = variant == COMMONS_THEME_DARK ? dark : light;

      if (variant == COMMONS_THEME_PRINT)
        make_print (theme);

      theme[1] = theme[0];
      make_high_contrast (&theme[1]);
    }

  return themes;
}

const CommonsTheme *
commons_theme_get (CommonsThemeVariant variant,
                   gboolean            high_contrast)
{
  static GOnce once = G_ONCE_INIT;
  const CommonsTheme *themes;

  g_return_val_if_fail (variant <= COMMONS_THEME_PRINT, NULL);

  themes = g_once (&once, make_themes, NULL);

  return &themes[2 * variant + (high_contrast ? 1 : 0)];
}

const char *
commons_theme_get_hue_name (guint index)
{
  g_return_val_if_fail (index < COMMONS_N_HUES, NULL);

  return hue_names[index];
}

const CommonsHue *
commons_theme_get_hue (const CommonsTheme *self,
                       const char         *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < COMMONS_N_HUES; i++)
    {
      if (g_strcmp0 (hue_names[i], name) == 0)
        return &self->hues[i];
    }

  return &self->hues[COMMONS_N_HUES - 1];
}

CommonsColor
commons_color_mix (const CommonsColor *a,
                   const CommonsColor *b,
                   double              amount)
{
  return (CommonsColor) {
    a->red + (b->red - a->red) * amount,
    a->green + (b->green - a->green) * amount,
    a->blue + (b->blue - a->blue) * amount,
    a->alpha,
  };
}

CommonsColor
commons_color_fade (const CommonsColor *color,
                    double              alpha)
{
  return (CommonsColor) { color->red, color->green, color->blue, color->alpha * alpha };
}

gboolean
commons_color_parse (const char   *text,
                     CommonsColor *color)
{
  int parts[6];

  g_return_val_if_fail (color != NULL, FALSE);

  if (text == NULL || text[0] != '#' || strlen (text) != 7)
    return FALSE;

  for (guint i = 0; i < 6; i++)
    {
      parts[i] = g_ascii_xdigit_value (text[i + 1]);

      if (parts[i] < 0)
        return FALSE;
    }

  *color = (CommonsColor) {
    (parts[0] * 16 + parts[1]) / 255.0,
    (parts[2] * 16 + parts[3]) / 255.0,
    (parts[4] * 16 + parts[5]) / 255.0,
    1,
  };
  return TRUE;
}

void
commons_theme_make_hue (const CommonsTheme *self,
                        const char         *color,
                        CommonsHue         *hue)
{
  /* The presets of JSON Canvas: red, orange, yellow, green, cyan, purple. */
  static const char *const presets[] = { "risk", "improve", "ask", "give", "who", "value" };
  CommonsColor parsed;

  g_return_if_fail (self != NULL);
  g_return_if_fail (hue != NULL);

  *hue = self->plain;

  if (color != NULL && color[0] >= '1' && color[0] <= '6' && color[1] == '\0')
    {
      *hue = *commons_theme_get_hue (self, presets[color[0] - '1']);
    }
  else if (!self->high_contrast && commons_color_parse (color, &parsed))
    {
      hue->fill = commons_color_mix (&hue->fill, &parsed, self->variant == COMMONS_THEME_DARK ? 0.11 : 0.2);
      hue->line = commons_color_mix (&hue->line, &parsed, 0.6);
      hue->mid = commons_color_mix (&hue->mid, &parsed, 0.6);
      hue->accent = commons_color_mix (&hue->accent, &parsed, 0.4);
    }
}

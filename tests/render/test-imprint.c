/* test-imprint.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a picture says of itself, under it and to programs.
 */

#define _GNU_SOURCE

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "commons-export.h"
#include "commons-imprint.h"
#include "render-fixture.h"

#define CARDS                                                                                         \
  "'nodes':[{'id':'a','type':'text','x':0,'y':0,'width':250,'height':96,'text':'Une règle',"          \
  "'commons':{'kind':'rule','status':'agreed'}}],'edges':[]}"

#define METHOD_FR "Canevas pour la gouvernance des communs numériques, inno³ et programme Société Numérique de l’ANCT, CC BY-SA"

static CommonsImprint *
make (const char *head,
      const char *language)
{
  g_autofree char *json = g_strconcat ("{", head, CARDS, NULL);
  g_autoptr (CommonsBoard) board = fixture_board (json);

  return commons_imprint_new (board, commons_catalogue_get (language));
}

static void
test_line (void)
{
  g_autoptr (CommonsImprint) french = make ("'commons':{'format':1,'title':'Fontaines','language':'fr','licence':'CC-BY-SA-4.0'},", "fr");
  g_autoptr (CommonsImprint) english = make ("'commons':{'format':1,'title':'Wells','author':'Lou','licence':'CC0-1.0'},", "en");

  g_assert_cmpstr (french->line, ==,
                   "Fontaines · Licence : Creative Commons BY-SA 4.0 · Méthode : " METHOD_FR);
  g_assert_cmpstr (french->address, ==, "https://creativecommons.org/licenses/by-sa/4.0/");
  g_assert_true (g_str_has_prefix (english->line, "Wells · Lou · Licence: CC0 1.0 (public domain) · Method: "));
  g_assert_cmpstr (english->address, ==, "https://creativecommons.org/publicdomain/zero/1.0/");
}

/* Boards begun here are shared alike; what others drew is theirs. */
static void
test_licence (void)
{
  static const struct { const char *head; const char *licence; gboolean method; } boards[] = {
    { "'commons':{'format':1,'template':'blank'},", "CC-BY-SA-4.0", TRUE },
    { "'commons':{'format':1,'template':'blank','licence':'CC-BY-4.0'},", "CC-BY-4.0", TRUE },
    { "'commons':{'format':1,'template':'blank','licence':'none'},", "none", TRUE },
    { "'commons':{'format':1,'licence':'My own'},", "My own", TRUE },
    { "'commons':{'format':1},", NULL, TRUE },
    { "'commons':{'format':1,'licence':7},", NULL, TRUE },
    { "'commons':{'format':1,'licence':'  \\n'},", NULL, TRUE },
    { "", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      g_autoptr (CommonsImprint) imprint = make (boards[i].head, "en");

      g_assert_cmpstr (imprint->licence, ==, boards[i].licence);
      g_assert_cmpint (imprint->rights != NULL, ==, boards[i].licence != NULL);
      g_assert_cmpint (imprint->method != NULL, ==, boards[i].method);
      g_assert_cmpint (imprint->line != NULL, ==, boards[i].method);
    }
}

/* Only licences that are where their names say get an address. */
static void
test_address (void)
{
  static const struct { const char *licence; const char *address; } licences[] = {
    { "CC-BY-NC-ND-4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/" },
    { "CC-BY-SA-3.0", "https://creativecommons.org/licenses/by-sa/3.0/" },
    { "CC-BY-", NULL },
    { "CC-BY-SA-", NULL },
    { "CC-BY-SA/../4.0", NULL },
    { "MIT", NULL },
    { "none", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (licences); i++)
    {
      g_autofree char *head = g_strdup_printf ("'commons':{'format':1,'licence':'%s'},", licences[i].licence);
      g_autoptr (CommonsImprint) imprint = make (head, "en");

      g_assert_cmpstr (imprint->address, ==, licences[i].address);
    }
}

static int
build (const char        *head,
       const CommonsRect *area,
       char             **dump)
{
  g_autoptr (CommonsImprint) imprint = make (head, "fr");
  g_autoptr (CommonsScene) scene = commons_scene_new ();
  int height = commons_imprint_build (imprint, commons_theme_get (COMMONS_THEME_LIGHT, FALSE), TRUE, area, scene);
  CommonsRect extents;

  /* Under the picture, and as high as told. */
  if (commons_scene_get_extents (scene, &extents))
    {
      g_assert_cmpint (extents.y, >=, area->y + area->height);
      g_assert_cmpint (extents.y + extents.height, <=, area->y + area->height + height);
      g_assert_cmpint (extents.x, >=, area->x);
      g_assert_true (extents.x + extents.width <= area->x + area->width || area->width < 100);
    }

  if (dump != NULL)
    *dump = commons_scene_dump (scene);

  return height;
}

static void
test_scene (void)
{
  const CommonsRect area = { -1200, -600, 2400, 1200 };
  g_autofree char *dump = NULL;

  build ("'commons':{'format':1,'title':'Fontaines','licence':'CC-BY-SA-4.0'},", &area, &dump);
  fixture_assert_golden ("imprint.txt", dump);
}

static void
test_size (void)
{
  const char *head = "'commons':{'format':1,'title':'Fontaines','licence':'CC-BY-SA-4.0'},";
  const CommonsRect page = { 0, 0, 3000, 2100 }, upright = { 0, 0, 2100, 3000 };
  const CommonsRect large = { 0, 0, 6000, 4200 }, card = { 5, 5, 280, 120 }, speck = { 0, 0, 1, 1 };
  int height = build (head, &page, NULL);

  /* One line of letters of 20 units, upright more lines of the same. */
  g_assert_cmpint (height, >, 40);
  g_assert_cmpint (height, <, 70);
  g_assert_cmpint (build (head, &upright, NULL), <=, 2 * height);
  g_assert_cmpint (ABS (build (head, &large, NULL) - 2 * height), <=, 4);

  /* On a small picture it takes several lines. */
  height = build (head, &card, NULL);
  g_assert_cmpint (height, >, 40);
  g_assert_cmpint (height, <, 120);
  build (head, &speck, NULL);

  /* Nothing to say, no line. */
  g_assert_cmpint (build ("", &page, NULL), ==, 0);
}

/* A title of a whole book stays a line or some. */
static void
test_long (void)
{
  const CommonsRect area = { 0, 0, 1200, 700 };
  g_autofree char *title = g_strnfill (100000, 'W');
  g_autofree char *head = g_strdup_printf ("'commons':{'format':1,'title':'%s','licence':'%s'},", title, title);

  g_assert_cmpint (build (head, &area, NULL), <, 200);
}

/* ---- Files --------------------------------------------------------------- */

#define HEAD "'commons':{'format':1,'title':'Fontaines & <puits>','language':'fr','author':'Lou','template':'blank'},"

static GBytes *
export (CommonsExportFormat  format,
        gboolean             imprint,
        const CommonsRect   *area)
{
  g_autoptr (CommonsBoard) board = fixture_board ("{" HEAD CARDS);
  const CommonsExportOptions options = { .format = format, .imprint = imprint, .area = area };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = commons_export_render (board, commons_catalogue_get ("fr"), &options, &error);

  g_assert_no_error (error);
  return bytes;
}

static char *
export_svg (gboolean           imprint,
            const CommonsRect *area)
{
  g_autoptr (GBytes) bytes = export (COMMONS_EXPORT_SVG, imprint, area);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_svg (void)
{
  g_autofree char *shown = export_svg (TRUE, NULL);
  g_autofree char *bare = export_svg (FALSE, NULL);
  const char *card = strstr (shown, "Une règle</tspan>");
  const char *line = strstr (shown, "</tspan></text>\n</svg>");

  /* The line comes last, as text. */
  g_assert_nonnull (card);
  g_assert_nonnull (line);
  g_assert_true (card < line);
  g_assert_nonnull (strstr (strstr (shown, "</metadata>"), ">Fontaines &amp; &lt;puits&gt; · Lou · Licence"));
  g_assert_nonnull (strstr (shown, "clip-path=\"url(#board-area)\""));

  /* Without it the file says the same to programs. */
  g_assert_null (strstr (strstr (bare, "</metadata>"), "Licence"));
  g_assert_null (strstr (bare, "clip-path"));
  g_assert_nonnull (strstr (bare, "<dc:title>Fontaines &amp; &lt;puits&gt;</dc:title>\n<dc:creator>Lou</dc:creator>\n"
                                  "<dc:rights>Licence : Creative Commons BY-SA 4.0</dc:rights>\n"));
  g_assert_nonnull (strstr (bare, "<cc:license rdf:resource=\"https://creativecommons.org/licenses/by-sa/4.0/\"/>"));
  g_assert_nonnull (strstr (bare, METHOD_FR "</dc:source>"));
}

static gboolean
has_bytes (GBytes     *bytes,
           const char *text,
           gsize       size)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, size) != NULL;
}

static void
test_png_words (void)
{
  static const char author[] = "\0\0\0\013iTXtAuthor\0\0\0\0\0Lou";
  static const char rights[] = "iTXtCopyright\0\0\0\0\0Licence : Creative Commons BY-SA 4.0";
  g_autoptr (GBytes) shown = export (COMMONS_EXPORT_PNG, TRUE, NULL);
  g_autoptr (GBytes) bare = export (COMMONS_EXPORT_PNG, FALSE, NULL);

  g_assert_true (has_bytes (shown, author + 4, sizeof author - 5));
  g_assert_true (has_bytes (bare, author + 4, sizeof author - 5));
  g_assert_true (has_bytes (bare, rights, sizeof rights - 1));
}

static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  gsize n_read;

  return g_input_stream_read_all (closure, data, length, &n_read, NULL, NULL) && n_read == length
         ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR;
}

static cairo_surface_t *
load (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

/* A part of the board that cuts a card in two: the card ends where the line
 * begins, and everything above is as it is without the line. */
static void
test_png_area (void)
{
  const CommonsRect area = { -20, -20, 300, 60 };
  g_autoptr (GBytes) shown = export (COMMONS_EXPORT_PNG, TRUE, &area);
  g_autoptr (GBytes) bare = export (COMMONS_EXPORT_PNG, FALSE, &area);
  cairo_surface_t *with = load (shown), *without = load (bare);
  int height = cairo_image_surface_get_height (without);
  guint n_other = 0;

  g_assert_cmpint (height, ==, 60);
  g_assert_cmpint (cairo_image_surface_get_height (with), >, 80);
  g_assert_cmpint (cairo_image_surface_get_width (with), ==, 300);

  for (int y = 0; y < height - 1; y++)
    {
      for (int x = 0; x < 300; x++)
        n_other += fixture_get_pixel (with, x, y) != fixture_get_pixel (without, x, y);
    }

  g_assert_cmpuint (n_other, ==, 0);
  g_assert_cmphex (fixture_get_pixel (with, 2, height + 2), ==, 0xeeeef1);
  g_assert_cmphex (fixture_get_pixel (with, 150, height + 1), ==, 0xeeeef1);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

static void
test_pdf (void)
{
  const char *pdftotext = g_getenv ("PDFTOTEXT");
  g_autoptr (GBytes) bytes = export (COMMONS_EXPORT_PDF, TRUE, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GSubprocess) reader = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;

  if (pdftotext == NULL || pdftotext[0] == '\0')
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }

  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                             pdftotext, "-htmlmeta", "-", "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (reader, bytes, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
  g_assert_nonnull (strstr (text, "<title>Fontaines &amp; &lt;puits&gt;</title>"));
  g_assert_nonnull (strstr (text, "content=\"Lou\""));
  g_assert_nonnull (strstr (text, "content=\"Licence : Creative Commons BY-SA 4.0 · Méthode"));
  g_assert_nonnull (strstr (text, "Fontaines & <puits> · Lou · Licence"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/imprint/line", test_line);
  g_test_add_func ("/imprint/licence", test_licence);
  g_test_add_func ("/imprint/address", test_address);
  g_test_add_func ("/imprint/scene", test_scene);
  g_test_add_func ("/imprint/size", test_size);
  g_test_add_func ("/imprint/long", test_long);
  g_test_add_func ("/imprint/svg", test_svg);
  g_test_add_func ("/imprint/png-words", test_png_words);
  g_test_add_func ("/imprint/png-area", test_png_area);
  g_test_add_func ("/imprint/pdf", test_pdf);

  return g_test_run ();
}

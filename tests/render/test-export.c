/* test-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include <stdio.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "commons-export.h"
#include "commons-svg-writer.h"
#include "render-fixture.h"

#define BOARD                                                                                       \
  "{'commons':{'format':1,'title':'Essai <&> « oui »','language':'fr','author':'Idriss'},'nodes':[" \
  "{'id':'c','type':'group','x':0,'y':0,'width':600,'height':600,'label':'Releveuses & releveurs','commons':{'kind':'circle'}}," \
  "{'id':'a','type':'text','x':100,'y':100,'width':250,'height':96,'text':'Efficacité : office affaire\\nUn corps **gras** et œuvré','commons':{'kind':'rule','status':'agreed'}}," \
  "{'id':'ar','type':'text','x':100,'y':250,'width':250,'height':62,'text':'قواعد المساهمة','commons':{'kind':'value'}},"  \
  "{'id':'odd id\\\"<','type':'text','x':700,'y':250,'width':204,'height':62,'text':'Relecture sous sept jours en tout cas','commons':{'kind':'resource','status':'dropped'}}" \
  "],'edges':[{'id':'e','fromNode':'a','toNode':'ar','label':'éclaire','commons':{'link':'embodies'}}]}"

static const char *const titles[] = {
  "Efficacité : office affaire", "قواعد المساهمة", "Relecture sous sept jours en tout cas",
};

static GBytes *
render (CommonsBoard               *board,
        const CommonsExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = commons_export_render (board, commons_catalogue_get ("fr"), options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

/* Runs @program on the bytes, given as a file, and returns what it prints. */
static char *
run (const char *program,
     const char *option,
     GBytes     *bytes)
{
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { program, option, NULL, strstr (program, "pdftotext") ? "-" : NULL, NULL };
  int fd = g_file_open_tmp ("commons-XXXXXX", &path, &error), status;

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  argv[2] = path;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_unlink (path);

  return g_steal_pointer (&output);
}

/* Lines and spaces as one space, so that titles on two lines are found. */
static char *
flatten (const char *text)
{
  GString *flat = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c))
        g_string_append_unichar (flat, c);
      else if (flat->len > 0 && flat->str[flat->len - 1] != ' ')
        g_string_append_c (flat, ' ');
    }

  return g_string_free (flat, FALSE);
}

static void
on_svg_text (GMarkupParseContext  *context,
             const char           *text,
             gsize                 length,
             gpointer              user_data,
             GError              **error)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);

  for (const GSList *l = stack; l != NULL; l = l->next)
    {
      if (g_strcmp0 (l->data, "text") == 0)
        {
          g_string_append_len (user_data, text, (gssize) length);
          return;
        }
    }
}

static void
on_svg_end (GMarkupParseContext  *context,
            const char           *element,
            gpointer              user_data,
            GError              **error)
{
  if (g_strcmp0 (element, "text") == 0)
    g_string_append_c (user_data, '\n');
}

static char *
get_svg_text (GBytes *bytes)
{
  static const GMarkupParser parser = { .text = on_svg_text, .end_element = on_svg_end };
  GString *text = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, text, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

#define MARKS                                                                                        \
  "{'commons':{'format':1},'nodes':["                                                               \
  "{'id':'a','type':'text','x':0,'y':0,'width':300,'height':140,'text':'Voir [le *site*](https://a.org/é?b=1&c=(2))\\n- [ ] relire\\n- [x] la **charte**\\nhttps://b.org','commons':{'kind':'rule'}}" \
  "],'edges':[]}"

static gboolean
has_bytes (GBytes     *bytes,
           const char *text)
{
  gsize length, sought = strlen (text);
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + sought <= length; i++)
    {
      if (memcmp (data + i, text, sought) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Links and check boxes are drawn in files as they are on screen. */
static void
test_svg_marks (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (MARKS);
  CommonsExportOptions options = { .format = COMMONS_EXPORT_SVG };
  g_autoptr (GBytes) bytes = render (board, &options);
  g_autofree char *text = get_svg_text (bytes);

  g_assert_nonnull (strstr (text, "Voir le site\n"));
  g_assert_nonnull (strstr (text, "relire\nla charte\nhttps://b.org\n"));
  g_assert_true (has_bytes (bytes, "<a href=\"https://a.org/é?b=1&amp;c=(2)\""));
  g_assert_true (has_bytes (bytes, "<a href=\"https://b.org\""));
  g_assert_true (has_bytes (bytes, "aria-checked=\"false\""));
  g_assert_true (has_bytes (bytes, "aria-checked=\"true\""));
  g_assert_null (strstr (text, "☐"));
}

static void
test_pdf_marks (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (MARKS);
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PDF };
  g_autoptr (GBytes) bytes = render (board, &options);
  const char *pdftotext = g_getenv ("PDFTOTEXT");
  g_autofree char *folder = NULL;
  g_autofree char *pdfinfo = NULL;
  g_autofree char *text = NULL;

  if (pdftotext == NULL || pdftotext[0] == '\0')
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }

  /* The two come together. Newer releases of cairo pack links away, so that
   * they cannot be looked for in the bytes. */
  folder = g_path_get_dirname (pdftotext);
  pdfinfo = g_build_filename (folder, "pdfinfo", NULL);
  text = run (pdfinfo, "-url", bytes);
  g_assert_nonnull (strstr (text, "https://a.org/%C3%A9?b=1&c=%282%29\n"));
  g_assert_nonnull (strstr (text, "https://b.org\n"));
}

/* Each title is the content of one text element, as it was written. */
static void
test_svg (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  CommonsExportOptions options = { .format = COMMONS_EXPORT_SVG };
  g_autoptr (GBytes) bytes = render (board, &options);
  g_autofree char *text = get_svg_text (bytes);
  const char *xmllint = g_getenv ("XMLLINT");

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *line = g_strconcat (titles[i], "\n", NULL);

      g_assert_nonnull (strstr (text, line));
    }

  g_assert_nonnull (strstr (text, "Un corps gras et œuvré\n"));
  g_assert_nonnull (strstr (text, "éclaire\n"));
  g_assert_nonnull (strstr (text, "Releveuses & releveurs\n"));

  if (xmllint != NULL && xmllint[0] != '\0')
    {
      g_autofree char *output = run (xmllint, "--noout", bytes);

      g_assert_cmpstr (output, ==, "");
    }
}

static void
test_svg_structure (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  CommonsExportOptions options = { .format = COMMONS_EXPORT_SVG, .scale = 2, .transparent = TRUE };
  g_autoptr (GBytes) bytes = render (board, &options);
  g_autofree char *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (svg, "<title>Essai &lt;&amp;&gt; « oui »</title>"));
  g_assert_nonnull (strstr (svg, "xml:lang=\"fr\""));
  g_assert_nonnull (strstr (svg, "<g id=\"record-a\" role=\"group\">\n<title>Efficacité : office affaire</title>\n<desc>Règle, convenue</desc>"));
  g_assert_nonnull (strstr (svg, "id=\"record-odd_20id_22_3c\" role=\"group\" opacity=\"0.55\""));
  g_assert_nonnull (strstr (svg, "direction=\"rtl\""));
  g_assert_nonnull (strstr (svg, "text-decoration=\"line-through\""));
  g_assert_nonnull (strstr (svg, "<tspan font-weight=\"700\">gras</tspan>"));
  g_assert_null (strstr (svg, "fill=\"#eeeef1\""));
}

/* Control characters have no place in XML; they are left out. */
static void
test_svg_control (void)
{
  g_autoptr (CommonsRecord) card =
    commons_record_new_card ("rule", FALSE, &(CommonsRect) { 0, 0, 204, 62 }, "a\001b\033c");
  g_autoptr (GPtrArray) nodes = g_ptr_array_new (), edges = g_ptr_array_new ();
  g_autoptr (CommonsBoard) empty = commons_board_new ();
  g_autoptr (CommonsBoard) board = NULL;
  CommonsExportOptions options = { .format = COMMONS_EXPORT_SVG };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (nodes, card);
  board = commons_board_new_from_records (commons_board_get_head (empty), nodes, edges);
  bytes = render (board, &options);
  text = get_svg_text (bytes);
  g_assert_nonnull (strstr (text, "abc"));
}

static void
test_pdf (void)
{
  const char *pdftotext = g_getenv ("PDFTOTEXT");
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PDF, .theme = COMMONS_THEME_PRINT };
  g_autoptr (GBytes) bytes = render (board, &options);
  g_autofree char *text = NULL;
  g_autofree char *flat = NULL;

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 5, "%PDF-", 5);

  if (pdftotext == NULL || pdftotext[0] == '\0')
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }

  text = run (pdftotext, "-nopgbrk", bytes);
  flat = flatten (text);

  g_assert_nonnull (strstr (flat, "Efficacité : office affaire"));
  g_assert_nonnull (strstr (flat, "Relecture sous sept jours en tout cas"));
  g_assert_nonnull (strstr (flat, "Un corps gras et œuvré"));
  g_assert_nonnull (strstr (flat, "قواعد"));
  g_assert_nonnull (strstr (flat, "المساهمة"));
  g_assert_nonnull (strstr (flat, "Releveuses & releveurs"));
}

static guint
count_forms (GBytes *bytes)
{
  static const char form[] = "/Subtype /Form";
  gsize left;
  const char *at = g_bytes_get_data (bytes, &left);
  guint n = 0;

  for (const char *next; (next = memmem (at, left, form, sizeof form - 1)) != NULL; n++)
    {
      left -= (gsize) (next + 1 - at);
      at = next + 1;
    }

  return n;
}

/* What many cards have in common is in the file once: the ground, their box,
 * and their icon. */
static void
test_pdf_shapes (void)
{
  g_autoptr (GString) json = g_string_new ("{'commons':{'format':1},'nodes':[");
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PDF };
  g_autoptr (CommonsBoard) board = NULL;
  g_autoptr (GBytes) opaque = NULL, transparent = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (json, "%s{'id':'c%u','type':'text','x':%u,'y':%u,'width':200,'height':96,'text':'Carte %u',"
                            "'commons':{'kind':'rule'}}", i == 0 ? "" : ",", i, i % 8 * 250, i / 8 * 150, i);

  g_string_append (json, "],'edges':[]}");
  board = fixture_board (json->str);
  opaque = render (board, &options);
  g_assert_cmpuint (count_forms (opaque), ==, 3);

  options.transparent = TRUE;
  transparent = render (board, &options);
  g_assert_cmpuint (count_forms (transparent), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (opaque), <, g_bytes_get_size (transparent));
}

/* More cards than are laid out at once, with what cards say of tables and of
 * circles among them. */
static CommonsBoard *
make_large_board (void)
{
  g_autoptr (GString) json = g_string_new ("{'commons':{'format':1,'language':'fr'},'nodes':["
                                           "{'id':'g','type':'group','x':-50,'y':-50,'width':2100,'height':900,'label':'Cercle',"
                                           "'commons':{'kind':'circle'}}");
  static const char *const kinds[] = { "rule", "value", "action", "resource", "unheard" };

  for (guint i = 0; i < 2400; i++)
    g_string_append_printf (json, ",{'id':'c%u','type':'text','x':%u,'y':%u,'width':200,'height':96,"
                            "'text':'Relire avant de publier %u\\nLe texte de la carte','commons':{'kind':'%s'}}",
                            i, i % 40 * 250, i / 40 * 150, i, kinds[i % G_N_ELEMENTS (kinds)]);

  g_string_append (json, "],'edges':[]}");
  return fixture_board (json->str);
}

/* Two threads lay out what one would: a part of the board, even if it is all of
 * it, is left to one. */
static void
test_threads (void)
{
  g_autoptr (CommonsBoard) board = make_large_board ();
  CommonsExportOptions options = { .format = COMMONS_EXPORT_SVG };
  g_autoptr (GBytes) by_two = render (board, &options), by_one = NULL;
  const char *box = strstr (g_bytes_get_data (by_two, NULL), "viewBox=");
  CommonsRect area;

  g_assert_cmpint (sscanf (box, "viewBox=\"%d %d %d %d", &area.x, &area.y, &area.width, &area.height), ==, 4);
  options.area = &area;
  by_one = render (board, &options);
  g_assert_cmpmem (g_bytes_get_data (by_two, NULL), g_bytes_get_size (by_two),
                   g_bytes_get_data (by_one, NULL), g_bytes_get_size (by_one));
}

static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  GInputStream *stream = closure;
  gsize n_read;

  return g_input_stream_read_all (stream, data, length, &n_read, NULL, NULL) && n_read == length
         ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR;
}

static cairo_surface_t *
load_png (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static void
test_png (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  static const int widths[] = { 0, 333, 1500 };
  static const double scales[] = { 0, 1, 2, 0.3 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
        {
          CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .width = widths[i], .scale = scales[j] };
          g_autoptr (GBytes) bytes = render (board, &options);
          cairo_surface_t *surface = load_png (bytes);
          int width, height;

          g_assert_true (commons_export_measure (board, commons_catalogue_get ("fr"), &options, &width, &height, NULL, NULL));
          g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width);
          g_assert_cmpint (cairo_image_surface_get_height (surface), ==, height);

          if (widths[i] > 0)
            g_assert_cmpint (width, ==, widths[i]);

          /* The ground, at a corner. */
          g_assert_cmphex (fixture_get_pixel (surface, 0, 0), ==, 0xeeeef1);
          cairo_surface_destroy (surface);
        }
    }
}

static void
test_png_area (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  CommonsRect area = { 100, 100, 250, 96 };
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .area = &area, .theme = COMMONS_THEME_DARK };
  g_autoptr (GBytes) bytes = render (board, &options);
  cairo_surface_t *surface = load_png (bytes);

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 250);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 96);
  g_assert_cmphex (fixture_get_pixel (surface, 240, 60), ==, 0x2c2c49);
  cairo_surface_destroy (surface);
}

static void
test_png_transparent (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (GHashTable) only = g_hash_table_new (g_str_hash, g_str_equal);
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .transparent = TRUE, .only = only };
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  int width, height;

  g_hash_table_add (only, (gpointer) "a");
  bytes = render (board, &options);
  surface = load_png (bytes);
  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);

  g_assert_cmpint (width, >, 250);
  g_assert_cmpint (width, <, 350);
  g_assert_cmpint (cairo_image_surface_get_format (surface), ==, CAIRO_FORMAT_ARGB32);
  g_assert_cmphex (cairo_image_surface_get_data (surface)[3], ==, 0);
  g_assert_cmphex (fixture_get_pixel (surface, width - 40, height / 2), ==, 0xe5e6fe);
  cairo_surface_destroy (surface);
}

/* What is too large is refused before anything is drawn, with the largest
 * size that fits, and that one does fit. */
static void
test_too_large (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (
    "{'commons':{'format':1},'nodes':["
    "{'id':'a','type':'text','x':-1000000,'y':-1000000,'width':200,'height':62,'text':'A','commons':{'kind':'rule'}},"
    "{'id':'b','type':'text','x':999000,'y':999000,'width':200,'height':62,'text':'B','commons':{'kind':'rule'}}"
    "],'edges':[]}");
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PNG, .scale = 1 };
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;
  double largest;
  int width, height;

  g_assert_false (commons_export_measure (board, commons_catalogue_get ("fr"), &options, &width, &height, &largest, &error));
  g_assert_error (error, COMMONS_EXPORT_ERROR, COMMONS_EXPORT_ERROR_TOO_LARGE);
  g_assert_cmpint (width, >, 1900000);
  expected = g_strdup_printf ("%d × %d pixels", (int) (width * largest), (int) (height * largest));
  g_assert_nonnull (strstr (error->message, expected));
  g_clear_error (&error);

  g_assert_null (commons_export_render (board, commons_catalogue_get ("fr"), &options, &error));
  g_assert_error (error, COMMONS_EXPORT_ERROR, COMMONS_EXPORT_ERROR_TOO_LARGE);
  g_clear_error (&error);

  options.scale = largest * 0.999;
  g_assert_true (commons_export_measure (board, commons_catalogue_get ("fr"), &options, &width, &height, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint ((gint64) width * height, <=, COMMONS_EXPORT_MAX_PIXELS);

  options.scale = 0;
  options.width = G_MAXINT;
  g_assert_false (commons_export_measure (board, commons_catalogue_get ("fr"), &options, NULL, NULL, NULL, NULL));
}

static void
test_empty (void)
{
  g_autoptr (CommonsBoard) board = commons_board_new ();
  g_autoptr (CommonsBoard) full = fixture_board (BOARD);
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  CommonsExportOptions options = { .format = COMMONS_EXPORT_PDF };
  g_autoptr (GError) error = NULL;

  g_assert_null (commons_export_render (board, commons_catalogue_get ("en"), &options, &error));
  g_assert_error (error, COMMONS_EXPORT_ERROR, COMMONS_EXPORT_ERROR_EMPTY);
  g_clear_error (&error);

  options.only = none;
  g_assert_null (commons_export_render (full, commons_catalogue_get ("en"), &options, &error));
  g_assert_error (error, COMMONS_EXPORT_ERROR, COMMONS_EXPORT_ERROR_EMPTY);
}

/* Nodes without size, one upon the other, are no reason to fail. */
static void
test_degenerate (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (
    "{'nodes':["
    "{'id':'a','type':'text','x':0,'y':0,'width':0,'height':0,'text':''},"
    "{'id':'b','type':'group','x':0,'y':0,'width':0,'height':0,'commons':{'kind':'circle'}},"
    "{'id':'c','type':'group','x':0,'y':0,'width':0,'height':0,'label':'G'},"
    "{'id':'d','type':'text','x':0,'y':0,'width':0,'height':62,'text':'D','commons':{'kind':'indicator','status':'contested'}}"
    "],'edges':["
    "{'id':'e','fromNode':'a','toNode':'b'},{'id':'f','fromNode':'b','toNode':'b'},{'id':'g','fromNode':'d','toNode':'c'}"
    "]}");

  for (guint format = COMMONS_EXPORT_PNG; format <= COMMONS_EXPORT_PDF; format++)
    {
      CommonsExportOptions options = { .format = format };
      g_autoptr (GBytes) bytes = render (board, &options);

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
    }
}

#define HIDDEN                                                                                       \
  "{'commons':{'format':1},'nodes':["                                                               \
  "{'id':'c','type':'group','x':0,'y':0,'width':600,'height':600,'label':'Secret','commons':{'kind':'circle','hidden':true}}," \
  "{'id':'f','type':'group','x':900,'y':0,'width':600,'height':600,'label':'Secret','commons':{'kind':'circle','hidden':true,'folded':true}}," \
  "{'id':'z','type':'group','x':900,'y':900,'width':600,'height':300,'label':'Secret','commons':{'kind':'zone','hidden':true}}," \
  "{'id':'g','type':'text','x':198,'y':-31,'width':204,'height':62,'text':'Secret','commons':{'kind':'rule','hidden':true,'fields':{'rule_type':'boundary'}}}," \
  "{'id':'a','type':'text','x':100,'y':200,'width':204,'height':92,'text':'Secret\\nSecret','commons':{'kind':'value','side':'i','hidden':true,'tags':['Secret'],'notes':'Secret'}}" \
  "],'edges':[{'id':'e','fromNode':'g','toNode':'c','commons':{'link':'applies_to'}}]}"

/* What is kept from the group is in no file that is handed out. */
static void
test_hidden (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (HIDDEN);
  CommonsExportOptions svg = { .format = COMMONS_EXPORT_SVG }, pdf = { .format = COMMONS_EXPORT_PDF },
                       png = { .format = COMMONS_EXPORT_PNG };
  g_autoptr (GBytes) drawn = render (board, &svg);
  g_autoptr (GBytes) page = render (board, &pdf);
  g_autoptr (GBytes) image = render (board, &png);
  const char *pdftotext = g_getenv ("PDFTOTEXT");

  g_assert_false (has_bytes (drawn, "Secret"));
  g_assert_true (has_bytes (drawn, "<title>"));
  g_assert_false (has_bytes (page, "Secret"));
  g_assert_false (has_bytes (image, "Secret"));

  if (pdftotext != NULL && *pdftotext != '\0')
    {
      g_autofree char *text = run (pdftotext, "-raw", page);

      g_assert_null (strstr (text, "Secret"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/svg", test_svg);
  g_test_add_func ("/export/svg-marks", test_svg_marks);
  g_test_add_func ("/export/pdf-marks", test_pdf_marks);
  g_test_add_func ("/export/svg-structure", test_svg_structure);
  g_test_add_func ("/export/svg-control", test_svg_control);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/pdf-shapes", test_pdf_shapes);
  g_test_add_func ("/export/threads", test_threads);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/png-area", test_png_area);
  g_test_add_func ("/export/png-transparent", test_png_transparent);
  g_test_add_func ("/export/too-large", test_too_large);
  g_test_add_func ("/export/empty", test_empty);
  g_test_add_func ("/export/degenerate", test_degenerate);
  g_test_add_func ("/export/hidden", test_hidden);

  return g_test_run ();
}

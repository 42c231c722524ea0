/* test-png.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures are made in bands: whatever these are, the picture is the same.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "commons-deflate-code.h"
#include "commons-deflate.h"
#include "commons-export-private.h"
#include "commons-png-rows.h"
#include "png-reader.h"
#include "render-fixture.h"

/* One byte of so many is few. */
#define FEW 10000

#define SEED 20261130

#define BOARD                                                                                       \
  "{'commons':{'format':1,'title':'Essai','language':'fr','author':'Idriss'},'nodes':["             \
  "{'id':'z','type':'group','x':-80,'y':-60,'width':1300,'height':760,'label':'Zone','commons':{'kind':'zone'}}," \
  "{'id':'c','type':'group','x':0,'y':0,'width':600,'height':600,'label':'Releveuses','commons':{'kind':'circle'}}," \
  "{'id':'a','type':'text','x':100,'y':100,'width':250,'height':96,'text':'Efficacité : office affaire\\nUn corps **gras** et œuvré','commons':{'kind':'rule','status':'agreed'}}," \
  "{'id':'ar','type':'text','x':100,'y':250,'width':250,'height':62,'text':'قواعد المساهمة','commons':{'kind':'value'}},"  \
  "{'id':'d','type':'text','x':700,'y':250,'width':204,'height':62,'text':'Relecture sous sept jours','commons':{'kind':'resource','status':'dropped'}}," \
  "{'id':'t','type':'text','x':940,'y':300,'width':204,'height':300,'text':'Haute\\n- [ ] relire\\n- [x] signer\\nhttps://b.org','commons':{'kind':'rule','status':'draft'}}" \
  "],'edges':[{'id':'e','fromNode':'a','toNode':'ar','label':'éclaire','commons':{'link':'embodies'}}," \
  "{'id':'f','fromNode':'ar','toNode':'t','commons':{'link':'relates_to'}}]}"

/* ---- What is packed ------------------------------------------------------ */

/* Each code is whole: as many symbols of each length as there is room for. */
static void
assert_code (const guint32 *counts,
             guint          n_symbols,
             guint          max_length)
{
  guint8 lengths[COMMONS_DEFLATE_MAX_SYMBOLS];
  guint16 codes[COMMONS_DEFLATE_MAX_SYMBOLS];
  guint room = 0;

  commons_deflate_code_make (counts, n_symbols, max_length, lengths, codes);

  for (guint i = 0; i < n_symbols; i++)
    {
      g_assert_cmpuint (lengths[i], <=, max_length);
      g_assert_true (counts[i] == 0 || lengths[i] > 0);
      room += lengths[i] > 0 ? 1u << (max_length - lengths[i]) : 0;

      for (guint j = 0; j < i; j++)
        {
          guint shared = (1u << MIN (lengths[i], lengths[j])) - 1;

          g_assert_true (lengths[i] == 0 || lengths[j] == 0 || (codes[i] & shared) != (codes[j] & shared));
        }
    }

  g_assert_cmpuint (room, ==, 1u << max_length);
}

static void
test_code (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint32 counts[COMMONS_DEFLATE_MAX_SYMBOLS] = { 0 };

  assert_code (counts, 19, 7);
  counts[7] = 1000;
  assert_code (counts, 19, 7);
  assert_code (counts, 286, 15);

  /* The deepest tree there is, too deep by far. */
  counts[0] = counts[1] = 1;
  for (guint i = 2; i < 40; i++)
    counts[i] = counts[i - 1] + counts[i - 2];
  assert_code (counts, 19, 7);
  assert_code (counts, 40, 15);

  for (guint turn = 0; turn < 200; turn++)
    {
      for (guint i = 0; i < COMMONS_DEFLATE_MAX_SYMBOLS; i++)
        counts[i] = g_rand_boolean (rand) ? 0 : (guint32) g_rand_int_range (rand, 0, 1 << g_rand_int_range (rand, 0, 20));
      assert_code (counts, 2 + (guint) g_rand_int_range (rand, 0, 285), 15);
      assert_code (counts, 19, 7);
    }
}

/* Every length and distance there is comes back as it was. */
static void
test_repeats (void)
{
  g_autoptr (CommonsDeflate) deflate = commons_deflate_new ();
  g_autoptr (GByteArray) packed = g_byte_array_new (), expected = g_byte_array_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GBytes) unpacked = NULL;

  commons_deflate_begin (deflate, packed);

  for (guint i = 0; i < COMMONS_DEFLATE_WINDOW; i++)
    {
      guint8 byte = (guint8) g_rand_int (rand);

      commons_deflate_add_bytes (deflate, &byte, 1);
      g_byte_array_append (expected, &byte, 1);
    }

  for (guint i = 0; i < 4000; i++)
    {
      gsize length = i < 1000 ? 3 + i : (gsize) g_rand_int_range (rand, 3, 300);
      guint distance = i < 3000 ? 1 + i : COMMONS_DEFLATE_WINDOW - (guint) g_rand_int_range (rand, 0, 30000);

      commons_deflate_add_repeat (deflate, length, distance);
      for (gsize j = 0; j < length; j++)
        {
          guint8 byte = expected->data[expected->len - distance];

          g_byte_array_append (expected, &byte, 1);
        }
    }

  commons_deflate_end (deflate);
  commons_deflate_finish (packed);
  unpacked = png_reader_inflate (packed->data, packed->len);
  g_assert_cmpmem (g_bytes_get_data (unpacked, NULL), g_bytes_get_size (unpacked), expected->data, expected->len);
}

/* Pixels as cairo has them: flat, striped, noisy, more or less see-through. */
static void
fill (GRand   *rand,
      guint32 *pixels,
      guint    n_pixels,
      gboolean alpha)
{
  guint32 pixel = 0;

  for (guint i = 0; i < n_pixels; i++)
    {
      if (g_rand_int_range (rand, 0, 9) == 0)
        pixel = g_rand_int (rand);
      if (alpha)
        {
          guint32 a = g_rand_int_range (rand, 0, 3) == 0 ? pixel >> 24 : i % 2 * 255;

          pixels[i] = a << 24 | MIN (pixel >> 16 & 0xff, a) << 16 | MIN (pixel >> 8 & 0xff, a) << 8 | MIN (pixel & 0xff, a);
        }
      else
        pixels[i] = pixel;
    }
}

static guint8
get_straight (guint32 pixel,
              guint   shift,
              gboolean alpha)
{
  guint32 value = pixel >> shift & 0xff, opacity = pixel >> 24;

  if (!alpha || shift == 24)
    return (guint8) value;

  return (guint8) (opacity == 0 ? 0 : (value * 255 + opacity / 2) / opacity);
}

#define FILTER_NONE 0
#define FILTER_UP   2

/* Packs the rows in bands of any height, and reads them again. */
static void
assert_rows (GRand    *rand,
             guint     width,
             guint     height,
             gboolean  alpha)
{
  static const guint shifts[] = { 16, 8, 0, 24 };
  g_autofree guint32 *pixels = g_new0 (guint32, width * (height + 1));
  g_autoptr (CommonsPngRows) one = commons_png_rows_new (width, alpha), other = commons_png_rows_new (width, alpha);
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autoptr (GBytes) unpacked = NULL;
  CommonsPngSum sum = COMMONS_PNG_SUM_INIT;
  guint n_bytes = alpha ? 4 : 3, n_rows, low = 1, high = 0;
  const guint8 *bytes;
  gsize length;

  fill (rand, pixels + width, width * height, alpha);
  for (guint y = 0; y < height; y += n_rows)
    {
      CommonsPngSum next;

      n_rows = 1 + (guint) g_rand_int_range (rand, 0, 9);
      n_rows = MIN (n_rows, height - y);
      commons_png_rows_pack (y % 2 == 0 ? one : other, (const guint8 *) (pixels + (y + 1) * width), width * 4, n_rows, packed, &next);
      commons_png_sum_add (&sum, &next);
    }

  commons_deflate_finish (packed);
  unpacked = png_reader_inflate (packed->data, packed->len);
  bytes = g_bytes_get_data (unpacked, &length);
  g_assert_cmpuint (length, ==, height * (1 + width * n_bytes));
  g_assert_cmpuint (length, ==, sum.length);

  for (gsize i = 0; i < length; i++)
    {
      low = (low + bytes[i]) % 65521;
      high = (high + low) % 65521;
    }
  g_assert_cmphex (sum.sum, ==, high << 16 | low);

  for (guint i = 0; i < width * height * n_bytes; i++)
    {
      guint pixel = i / n_bytes, row = i / (width * n_bytes), shift = shifts[i % n_bytes];
      guint8 filter = bytes[row * (width * n_bytes + 1)];
      guint8 above = filter == FILTER_UP ? get_straight (pixels[pixel], shift, alpha) : 0;

      g_assert_true (filter == FILTER_UP || filter == FILTER_NONE);
      g_assert_cmphex ((guint8) (bytes[i + row + 1] + above), ==,
                       get_straight (pixels[pixel + width], shift, alpha));
    }
}

static void
test_rows (void)
{
  static const guint widths[] = { 1, 2, 3, 7, 86, 87, 500, 11001 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      assert_rows (rand, widths[i], i < 6 ? 40 : 5, FALSE);
      assert_rows (rand, widths[i], i < 6 ? 40 : 5, TRUE);
    }
}

/* ---- Bands --------------------------------------------------------------- */

static GBytes *
render (CommonsBoard               *board,
        const CommonsExportOptions *options,
        gsize                       band_bytes,
        int                         column,
        guint                      *n_bands)
{
  CommonsExportTrial trial = { band_bytes, column };
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  _commons_export_set_trial (&trial);
  bytes = commons_export_render (board, commons_catalogue_get ("fr"), options, &error);
  _commons_export_set_trial (NULL);
  g_assert_no_error (error);

  if (n_bands != NULL)
    *n_bands = trial.n_bands;

  return bytes;
}

/* Pixels that are not the same, and by how much at most. */
static gsize
count_other (const guint8 *a,
             const guint8 *b,
             gsize         length,
             int          *most)
{
  gsize n_other = 0;

  *most = 0;
  for (gsize i = 0; i < length; i++)
    {
      int difference = ABS ((int) a[i] - (int) b[i]);

      n_other += difference > 0;
      *most = MAX (*most, difference);
    }

  return n_other;
}

/* Newer releases round a few pixels otherwise where a band ends in a shape. */
static gboolean
is_exact (void)
{
  return cairo_version () < CAIRO_VERSION_ENCODE (1, 18, 0);
}

/* One band and one column are one surface. At whole scales bands show nothing
 * else; between them cairo rounds edges a little otherwise, as it does where a
 * column, which only pictures of more than 32000 pixels have, cuts a shape. */
static void
assert_same (CommonsBoard               *board,
             const CommonsExportOptions *options)
{
  static const struct { guint rows; int column; } bands[] = { { 61, 0 }, { 7, 0 }, { 40, 150 } };
  guint n_bands;
  g_autoptr (GBytes) whole = render (board, options, G_MAXINT, 32000, &n_bands);
  g_autoptr (PngReader) expected = png_reader_new (whole);
  gsize length = (gsize) expected->width * expected->height * expected->n_bytes, n_other;
  gsize few = is_exact () ? 0 : length / FEW;
  int most;

  g_assert_cmpuint (n_bands, ==, 1);
  g_assert_cmpuint (expected->n_bytes, ==, options->transparent ? 4 : 3);

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      g_autoptr (GBytes) bytes = render (board, options, expected->width * 4 * bands[i].rows, bands[i].column, &n_bands);
      g_autoptr (PngReader) got = png_reader_new (bytes);

      g_assert_cmpuint (n_bands, >=, expected->height / bands[i].rows);
      g_assert_cmpuint (got->width, ==, expected->width);
      g_assert_cmpuint (got->height, ==, expected->height);
      n_other = count_other (got->pixels, expected->pixels, length, &most);

      g_test_message ("scale %g, width %d: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " bytes differ, by %d at most",
                      options->scale, options->width, n_other, length, most);
      if (bands[i].column == 0 && options->scale == floor (options->scale) && options->width == 0)
        g_assert_cmpuint (n_other, <=, few);
      g_assert_cmpuint (n_other, <=, length / 500);
      /* Colours mean little where next to nothing is seen of them. */
      if (!options->transparent && n_other > few)
        g_assert_cmpint (most, <=, bands[i].column == 0 ? 3 : 24);
    }
}

static void
test_bands (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  g_autoptr (GHashTable) only = g_hash_table_new (g_str_hash, g_str_equal);
  const CommonsRect area = { 90, 110, 400, 333 };
  const CommonsExportOptions options[] = {
    { .scale = 1 },
    { .scale = 2, .theme = COMMONS_THEME_DARK, .imprint = TRUE },
    { .scale = 0.7, .transparent = TRUE, .imprint = TRUE },
    { .scale = 0.31, .theme = COMMONS_THEME_PRINT },
    { .scale = 0.12, .imprint = TRUE },
    { .width = 777, .transparent = TRUE },
    { .scale = 1.5, .only = only, .imprint = TRUE },
    { .scale = 1, .area = &area, .imprint = TRUE },
    { .scale = 1.3, .area = &area, .transparent = TRUE },
  };

  g_hash_table_add (only, (gpointer) "a");
  g_hash_table_add (only, (gpointer) "t");

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    assert_same (board, &options[i]);
}

/* What the file says of itself comes before its pixels. */
static void
test_chunks (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  const CommonsExportOptions options = { .scale = 1 };
  g_autoptr (GBytes) bytes = render (board, &options, 0, 0, NULL);
  g_autoptr (PngReader) reader = png_reader_new (bytes);
  guint n_words = 0;

  while (g_str_equal (g_ptr_array_index (reader->types, 1 + n_words), "iTXt"))
    n_words++;

  g_assert_cmpuint (n_words, >=, 4);
  g_assert_cmpstr (g_ptr_array_index (reader->types, n_words + 1), ==, "bKGD");
  g_assert_cmpstr (g_ptr_array_index (reader->types, n_words + 2), ==, "IDAT");
}

/* Cards are laid out once, and again only where a band cuts them. */
static void
test_work (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);
  const CommonsExportOptions options = { .scale = 1 };
  CommonsExportTrial trial = { .band_bytes = 1300 * 4 * 200 };
  g_autoptr (GBytes) bytes = NULL;

  _commons_export_set_trial (&trial);
  bytes = commons_export_render (board, commons_catalogue_get ("fr"), &options, NULL);
  _commons_export_set_trial (NULL);
  g_assert_nonnull (bytes);
  g_assert_cmpuint (trial.n_bands, >, 3);
  g_assert_cmpuint (trial.n_laid_out, >=, 4);
  g_assert_cmpuint (trial.n_laid_out, <=, 8);
  g_assert_cmpuint (trial.n_painted, <=, 8);
}

/* ---- Giving up ----------------------------------------------------------- */

typedef struct
{
  GCancellable *cancellable;
  guint         n_left;
  guint         n_told;
  double        done;
} Listener;

static void
listen (double   done,
        gpointer user_data)
{
  Listener *self = user_data;

  g_assert_cmpfloat (done, >=, self->done);
  self->done = done;
  self->n_told++;
  if (self->n_left > 0 && --self->n_left == 0)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
draw (CommonsBoard         *board,
      CommonsExportFormat   format,
      GOutputStream        *stream,
      Listener             *listener,
      GError              **error)
{
  const CommonsExportOptions options = { .format = format, .scale = 1 };
  CommonsExportTrial trial = { .band_bytes = 1300 * 4 * 50 };
  gboolean done;

  _commons_export_set_trial (&trial);
  done = commons_export_write (board, commons_catalogue_get ("fr"), &options, stream,
                               listen, listener, listener->cancellable, error);
  _commons_export_set_trial (NULL);
  return done;
}

static void
test_progress (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);

  for (guint format = COMMONS_EXPORT_PNG; format <= COMMONS_EXPORT_PDF; format++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;
      Listener listener = { 0 };

      g_assert_true (draw (board, format, stream, &listener, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (listener.done, ==, 1);
      g_assert_cmpuint (listener.n_told, >, format == COMMONS_EXPORT_PNG ? 5 : 1);
    }
}

/* Given up at each band, and before the first. */
static void
test_cancelled (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);

  for (guint n = 1;; n++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Listener listener = { cancellable, n };

      if (draw (board, COMMONS_EXPORT_PNG, stream, &listener, &error))
        {
          /* Two bands that end together are told as one. */
          g_assert_cmpuint (n, >, 5);
          break;
        }

      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (listener.n_told, ==, n);
    }

  for (guint format = COMMONS_EXPORT_PNG; format <= COMMONS_EXPORT_PDF; format++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Listener listener = { cancellable, 1 };

      g_assert_false (draw (board, format, stream, &listener, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* A stream that takes no more, at each place where that can be. */
static void
test_no_room (void)
{
  g_autoptr (CommonsBoard) board = fixture_board (BOARD);

  for (gsize room = 0;; room += 997)
    {
      g_autofree char *memory = g_malloc (room + 1);
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new (memory, room, NULL, NULL);
      g_autoptr (GError) error = NULL;
      Listener listener = { 0 };

      if (draw (board, COMMONS_EXPORT_PNG, stream, &listener, &error))
        {
          g_assert_cmpuint (room, >, 20000);
          break;
        }

      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/png/code", test_code);
  g_test_add_func ("/png/repeats", test_repeats);
  g_test_add_func ("/png/rows", test_rows);
  g_test_add_func ("/png/bands", test_bands);
  g_test_add_func ("/png/chunks", test_chunks);
  g_test_add_func ("/png/work", test_work);
  g_test_add_func ("/png/progress", test_progress);
  g_test_add_func ("/png/cancelled", test_cancelled);
  g_test_add_func ("/png/no-room", test_no_room);

  return g_test_run ();
}

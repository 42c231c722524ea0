/* commons-cli-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-cli-export"

#include "config.h"

#include <math.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "commons-cli.h"
#include "commons-export.h"
#include "commons-text.h"

/* What nobody asks for. */
#define WIDTH_UNSET G_MININT

typedef struct
{
  char     *format;
  char     *out;
  char     *theme;
  char     *scale;
  int       width;
  gboolean  transparent;
  gboolean  bare;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->format);
  g_free (self->out);
  g_free (self->theme);
  g_free (self->scale);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
parse (Arguments   *self,
       int         *argc,
       char      ***argv)
{
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format,
      N_("Format: png, svg or pdf (by default the one OUT ends with, or png)"), "FORMAT" },
    { "scale", 's', 0, G_OPTION_ARG_STRING, &self->scale,
      N_("Pixels for each unit of the board (1 by default)"), "N" },
    { "width", 'w', 0, G_OPTION_ARG_INT, &self->width,
      N_("Width of the picture in pixels, instead of a scale"), "PIXELS" },
    { "theme", 't', 0, G_OPTION_ARG_STRING, &self->theme,
      N_("Colours: light, dark or print (light by default)"), "THEME" },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &self->transparent,
      N_("Leave the background out"), NULL },
    { "no-imprint", 0, 0, G_OPTION_ARG_NONE, &self->bare,
      N_("Leave out the line with title, licence and method under the picture"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->out,
      N_("The file to write, “-” for the standard output (the default)"), "OUT" },
    { NULL }
  };

  return commons_cli_parse (entries, "BOARD",
                            N_("Makes a picture of a board, without any display."), argc, argv);
}

/* Reads a word out of a list; its place in the list is the value. */
static gboolean
read_word (const char         *word,
           const char * const *words,
           int                *value)
{
  for (int i = 0; words[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (word, words[i]) == 0)
        {
          *value = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_format (const Arguments     *self,
             CommonsExportFormat *format)
{
  static const char * const formats[] = { "png", "svg", "pdf", NULL };
  int value = 0;
  const char *dot;

  G_STATIC_ASSERT (COMMONS_EXPORT_PNG == 0 && COMMONS_EXPORT_SVG == 1 && COMMONS_EXPORT_PDF == 2);

  if (self->format != NULL)
    {
      if (!read_word (self->format, formats, &value))
        {
          commons_cli_misuse (_("“%s” is not a format: choose png, svg or pdf"), self->format);
          return FALSE;
        }
    }
  else if (!commons_cli_is_stdout (self->out))
    {
      dot = strrchr (self->out, '.');
      if (dot == NULL || !read_word (dot + 1, formats, &value))
        {
          commons_cli_misuse (_("The name of the output does not tell the format: "
                                "end it in .png, .svg or .pdf, or give --format"));
          return FALSE;
        }
    }

  *format = (CommonsExportFormat) value;

  return TRUE;
}

static gboolean
read_theme (const Arguments     *self,
            CommonsThemeVariant *theme)
{
  static const char * const themes[] = { "light", "dark", "print", NULL };
  int value = 0;

  G_STATIC_ASSERT (COMMONS_THEME_LIGHT == 0 && COMMONS_THEME_DARK == 1 && COMMONS_THEME_PRINT == 2);

  if (self->theme != NULL && !read_word (self->theme, themes, &value))
    {
      commons_cli_misuse (_("“%s” is not a theme: choose light, dark or print"), self->theme);
      return FALSE;
    }

  *theme = (CommonsThemeVariant) value;

  return TRUE;
}

/* Returns 0 for what is no scale. */
static double
read_scale (const char *text)
{
  char *end;
  double scale = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && isfinite (scale) && scale > 0 ? scale : 0;
}

static gboolean
read_size (const Arguments      *self,
           CommonsExportOptions *options)
{
  double scale = self->scale != NULL ? read_scale (self->scale) : 1.0;
  gboolean has_width = self->width != WIDTH_UNSET;

  if (self->scale != NULL && has_width)
    commons_cli_misuse (_("Give either a scale or a width, not both"));
  else if (scale <= 0)
    commons_cli_misuse (_("The scale must be a number greater than 0"));
  else if (has_width && self->width < 1)
    commons_cli_misuse (_("The width must be a number of pixels, at least 1"));
  else
    {
      options->scale = scale;
      options->width = has_width ? self->width : 0;
      return TRUE;
    }

  return FALSE;
}

/* What the file is made of. */
typedef struct
{
  CommonsBoard               *board;
  CommonsCatalogue           *catalogue;
  const CommonsExportOptions *options;
} Picture;

static void
tell (double   done,
      gpointer user_data)
{
  commons_cli_watch_tell (done);
}

static gboolean
draw (GOutputStream  *stream,
      gpointer        user_data,
      GCancellable   *cancellable,
      GError        **error)
{
  const Picture *picture = user_data;

  return commons_export_write (picture->board, picture->catalogue, picture->options, stream,
                               tell, NULL, cancellable, error);
}

static CommonsCliExit
export (const char                 *name,
        const char                 *out,
        const CommonsExportOptions *options)
{
  g_autoptr(CommonsReadReport) report = NULL;
  g_autoptr(CommonsBoard) board = commons_cli_read (name, &report);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Picture picture = { board, NULL, options };
  gboolean done;

  if (board == NULL)
    return COMMONS_CLI_FAILED;

  commons_cli_print_warnings (name, report);
  picture.catalogue = commons_catalogue_get (commons_board_get_language (board));

  commons_cli_watch_begin (cancellable);
  done = commons_cli_fill (out, draw, &picture, cancellable, &error);
  commons_cli_watch_end ();

  if (done)
    return COMMONS_CLI_DONE;

  /* What cannot be drawn is the board's affair, what cannot be written not. */
  return commons_cli_fail (error->domain == COMMONS_EXPORT_ERROR ? name : out, error);
}

/* While the board is read. Threads that do so leave signals alone, as those do
 * that start later: one of them would end the program before it cleaned up. */
static void
look_for_fonts (void)
{
  sigset_t all, before;

  sigfillset (&all);
  pthread_sigmask (SIG_BLOCK, &all, &before);
  commons_text_prepare ();
  pthread_sigmask (SIG_SETMASK, &before, NULL);
}

CommonsCliExit
commons_cli_export (int    argc,
                    char **argv)
{
  g_auto(Arguments) arguments = { .width = WIDTH_UNSET };
  CommonsExportOptions options = { 0 };

  if (!parse (&arguments, &argc, &argv) ||
      !read_format (&arguments, &options.format) ||
      !read_theme (&arguments, &options.theme) ||
      !read_size (&arguments, &options))
    return COMMONS_CLI_USAGE;

  if (argc != 2)
    return commons_cli_misuse (_("Give one board"));

  if (commons_cli_is_stdout (arguments.out) && options.format != COMMONS_EXPORT_SVG &&
      isatty (STDOUT_FILENO))
    return commons_cli_misuse (_("A picture makes no sense on a terminal: give a file with -o"));

  look_for_fonts ();
  options.transparent = arguments.transparent;
  options.imprint = !arguments.bare;

  return export (argv[1], arguments.out, &options);
}

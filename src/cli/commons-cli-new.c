/* commons-cli-new.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-cli-new"

#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "commons-board-start.h"
#include "commons-cli.h"
#include "commons-writer.h"

typedef struct
{
  char     *template_name;
  char     *language;
  char     *title;
  char     *out;
  gboolean  force;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->template_name);
  g_free (self->language);
  g_free (self->title);
  g_free (self->out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

/* The title is taken as bytes, so that it can be told in UTF-8 also where the
 * locale knows ASCII only. */
static gboolean
parse (Arguments   *self,
       int         *argc,
       char      ***argv)
{
  const GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_STRING, &self->template_name,
      N_("What to begin with: governance, economic, argument, business-model, blank, or a template of your own (governance by default)"), "TEMPLATE" },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &self->language,
      N_("Language of the board: fr or en (by default that of the desktop)"), "LANGUAGE" },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &self->title,
      N_("Title of the board"), "TITLE" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &self->force,
      N_("Replace the file when there is one"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->out,
      N_("The file to write, “-” for the standard output"), "OUT" },
    { NULL }
  };

  return commons_cli_parse (entries, NULL, N_("Makes a new board."), argc, argv);
}

static CommonsCliExit
check (const Arguments *self,
       int              argc)
{
  static const char * const languages[] = { "fr", "en", NULL };

  if (argc != 1)
    return commons_cli_misuse (_("Too many arguments: give the new file with -o"));

  if (self->out == NULL)
    return commons_cli_misuse (_("Give the new file with -o"));

  if (self->language != NULL && !g_strv_contains (languages, self->language))
    return commons_cli_misuse (_("“%s” is not a language of this program: choose fr or en"),
                               self->language);

  if (self->title != NULL && !g_utf8_validate (self->title, -1, NULL))
    return commons_cli_misuse (_("The title must be text in UTF-8"));

  return COMMONS_CLI_DONE;
}

static gboolean
is_free (const Arguments *self)
{
  g_autoptr(GFile) file = NULL;

  if (self->force || commons_cli_is_stdout (self->out))
    return TRUE;

  file = commons_cli_find_file (self->out, NULL);

  return file == NULL || !g_file_query_exists (file, NULL);
}

static CommonsCliExit
refuse_template (const CommonsTemplate *template)
{
  if (template == NULL)
    return commons_cli_misuse (_("There is no such template: choose governance, economic, argument, "
                                 "business-model, blank, or the name of a file in %s"),
                               "XDG_DATA_HOME/commons-canvas/templates");

  return commons_cli_misuse ("%s: %s", template->id, template->problem);
}

static CommonsCliExit
make_board (const Arguments       *self,
            const CommonsTemplate *template)
{
  const CommonsBoardStart start = { .title = self->title, .language = self->language };
  g_autoptr(CommonsBoard) board = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  if (!is_free (self))
    {
      g_set_error_literal (&error, COMMONS_IO_ERROR, COMMONS_IO_ERROR_READ_ONLY,
                           _("This file is already there; --force replaces it"));
      return commons_cli_fail (self->out, error);
    }

  board = commons_board_start_make_from (template, &start, &error);

  if (board == NULL)
    return commons_cli_fail (NULL, error);

  bytes = commons_writer_write_full (board, COMMONS_WRITER_HEAD);

  return commons_cli_write (self->out, bytes);
}

CommonsCliExit
commons_cli_new (int    argc,
                 char **argv)
{
  g_auto(Arguments) arguments = { NULL };
  g_autoptr(CommonsTemplate) template = NULL;
  const char *name;
  CommonsCliExit checked;

  if (!parse (&arguments, &argc, &argv))
    return COMMONS_CLI_USAGE;

  checked = check (&arguments, argc);

  if (checked != COMMONS_CLI_DONE)
    return checked;

  name = arguments.template_name != NULL ? arguments.template_name : "governance";
  template = commons_templates_find (name, arguments.language, NULL);

  return template != NULL && template->problem == NULL ? make_board (&arguments, template) : refuse_template (template);
}

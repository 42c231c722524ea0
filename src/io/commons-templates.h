/* commons-templates.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a new board can begin with: the templates of the program, then those
 * people put in a folder of their own or their administrator in one for all.
 */

#pragma once

#include <gio/gio.h>

#include "commons-board.h"
#include "commons-io-error.h"

G_BEGIN_DECLS

/**
 * COMMONS_TEMPLATES_MAX:
 *
 * How many files are looked at in one folder; what is beyond, in the order of
 * their names, is left alone.
 */
#define COMMONS_TEMPLATES_MAX 200

/**
 * COMMONS_TEMPLATE_MAX_BYTES:
 *
 * The largest file that is taken for a template.
 */
#define COMMONS_TEMPLATE_MAX_BYTES (8 * 1024 * 1024)

/**
 * CommonsTemplate:
 * @id: name it is chosen by, such as "governance": of the file without what
 *   tells language and format
 * @title: its name, on one line
 * @description: (nullable): one sentence on what it is for
 * @language: (nullable): language of its texts, as its head says
 * @file: (nullable): where it lives; %NULL for those of the program
 * @own: whether it lives in the person's own folder, and can be removed
 * @problem: (nullable): why it cannot be used, as a sentence
 *
 * A template. It may be handed from one thread to another.
 */
typedef struct
{
  char     *id;
  char     *title;
  char     *description;
  char     *language;
  GFile    *file;
  gboolean  own;
  char     *problem;
} CommonsTemplate;

/**
 * commons_template_copy:
 *
 * Returns: (transfer full): a copy
 */
CommonsTemplate *commons_template_copy           (const CommonsTemplate *self);

/**
 * commons_template_free:
 *
 * Frees a template.
 */
void             commons_template_free           (CommonsTemplate       *self);

/**
 * commons_templates_get_builtin:
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the templates of
 *   the program, the one to begin with first
 */
const char * const *
                 commons_templates_get_builtin   (void);

/**
 * commons_templates_get_folder:
 *
 * Returns: (transfer full): the person's own folder of templates, existing or
 *   not
 */
GFile           *commons_templates_get_folder    (void);

/**
 * commons_templates_list:
 * @language: (nullable): which one to take of those that come in several,
 *   `NAME.LANGUAGE.commons`; %NULL for that of the desktop
 *
 * Lists all templates: those of the program, then files that end in `.commons`
 * of the person's own folder and of the system's, by title. Files of a name
 * that an earlier folder has are left out. What cannot be used is listed with
 * its problem. Reads files: may be called in any thread; blocks.
 *
 * Returns: (transfer full) (element-type CommonsTemplate): the templates
 */
GPtrArray       *commons_templates_list          (const char            *language);

/**
 * commons_templates_find:
 * @id: name of a template
 * @language: (nullable): as for commons_templates_list()
 * @error: return location for %COMMONS_IO_ERROR_NO_TEMPLATE
 *
 * Finds a template by its name. May be called in any thread; blocks.
 *
 * Returns: (transfer full) (nullable): the template
 */
CommonsTemplate *commons_templates_find          (const char            *id,
                                                  const char            *language,
                                                  GError               **error);

/**
 * commons_template_read:
 * @language: (nullable): language of a template of the program
 * @error: return location for a #CommonsIoError or #GIOErrorEnum
 *
 * Reads a template. May be called in any thread; blocks.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes          *commons_template_read           (const CommonsTemplate *self,
                                                  const char            *language,
                                                  GError               **error);

/**
 * commons_template_write:
 * @board: a board
 * @title: name of the template
 * @description: (nullable): one sentence on what it is for
 * @with_cards: whether its cards stay, or circles and zones alone
 *
 * Makes a template of a board. What belongs to one session stays behind: who
 * took part, votes, and cards that somebody keeps to themself.
 *
 * Returns: (transfer full): the bytes of the template
 */
GBytes          *commons_template_write          (CommonsBoard          *board,
                                                  const char            *title,
                                                  const char            *description,
                                                  gboolean               with_cards);

/**
 * commons_template_choose_file:
 * @title: name of a new template
 * @error: return location for a #GIOErrorEnum
 *
 * Finds a name that no file of the person's own folder has, and makes the
 * folder if needed. Blocks.
 *
 * Returns: (transfer full) (nullable): a file that does not exist
 */
GFile           *commons_template_choose_file    (const char            *title,
                                                  GError               **error);

/**
 * commons_template_remove:
 * @bytes: (out) (optional): what the file held, to put it back
 * @error: return location for a #GIOErrorEnum
 *
 * Removes a template of the person's own folder. Blocks.
 *
 * Returns: whether it is gone
 */
gboolean         commons_template_remove         (const CommonsTemplate *self,
                                                  GBytes               **bytes,
                                                  GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsTemplate, commons_template_free)

G_END_DECLS

/* commons-languages.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * The languages the catalogue speaks: those of the program, and those whose
 * texts lie in a folder of the user or of the machine, in
 * commons-canvas/catalogue/texts/TAG.json of $XDG_DATA_HOME or of
 * $XDG_DATA_DIRS. One file is all a language needs. What it lacks is said in
 * the language it is a variety of, else in English.
 *
 * Files of folders are read as if an enemy had written them: one that is not
 * a flat object of strings is left out, with a message. Folders are read
 * once.
 */

/**
 * commons_languages_list:
 *
 * Lists the languages of the catalogue: those of the program first, then
 * those of folders, each in the order of their tags.
 *
 * Returns: (transfer none) (array zero-terminated=1): tags of BCP 47, such as
 *   "fr" or "pt-BR"
 */
const char *const *commons_languages_list       (void);

/**
 * commons_languages_get_name:
 * @tag: one of commons_languages_list()
 *
 * Tells how a language calls itself: its text "language.name".
 *
 * Returns: (transfer none): its name, or @tag when it does not say
 */
const char        *commons_languages_get_name   (const char *tag);

/**
 * commons_languages_find:
 * @language: (nullable): a language such as "fr", "fr-CA", "fr_CA.UTF-8"
 *
 * Finds the language that comes nearest: itself, else the one it is a variety
 * of, else another variety of that.
 *
 * Returns: (transfer none) (nullable): a tag of commons_languages_list()
 */
const char        *commons_languages_find       (const char *language);

/**
 * commons_languages_find_desktop:
 *
 * Returns: (transfer none): the tag of the language that the desktop prefers
 *   among those there are, English when there is none of its own
 */
const char        *commons_languages_find_desktop (void);

/**
 * commons_languages_get_texts:
 * @tag: one of commons_languages_list()
 *
 * Returns: (transfer none) (nullable): its texts by key, all of them strings;
 *   %NULL when there is no such language
 */
JsonObject        *commons_languages_get_texts  (const char *tag);

/**
 * commons_languages_is_whole:
 * @tag: a tag
 *
 * Returns: whether it is a language of the program, which lacks no text
 */
gboolean           commons_languages_is_whole   (const char *tag);

/**
 * commons_languages_read_texts:
 * @data: (array length=length): any bytes
 * @length: how many
 *
 * Reads a file of texts. Only a flat object of strings is one; strings that
 * are no UTF-8, far too long or hold control characters are left out.
 *
 * Returns: (transfer full) (nullable): the texts; %NULL when it is no such
 *   file
 */
JsonObject        *commons_languages_read_texts (const char *data,
                                                 gsize       length);

G_END_DECLS

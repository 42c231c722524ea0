/* commons-search-provider.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * commons_search_provider_install:
 * @klass: class of an application with the actions `open-uri` (uri) and
 *   `look-for` (words)
 *
 * Lets the desktop find boards: applications of this class answer
 * `org.gnome.Shell.SearchProvider2` on their bus name, at the path
 * `/…/SearchProvider` below their own. Found are the boards that were open
 * lately and the examples, by their titles and where they are, with a picture.
 */
void commons_search_provider_install (GApplicationClass *klass);

G_END_DECLS

/* commons-catalogue-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the files that read a part of the catalogue. Each keeps what it
 * has read with the catalogue, and reads it when it is asked for first.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "commons-catalogue.h"

G_BEGIN_DECLS

/* The parsed file of data/catalogue with that name, kept by the catalogue.
 * A file that does not parse is a fault of the build and stops the program. */
JsonObject *_commons_catalogue_load     (CommonsCatalogue *self,
                                         const char       *name);

/* Gives the catalogue something to keep until it goes. */
void        _commons_catalogue_keep     (CommonsCatalogue *self,
                                         const char       *key,
                                         gpointer          data,
                                         GDestroyNotify    destroy);

/* What was kept under @key, or NULL. */
gpointer    _commons_catalogue_get_kept (CommonsCatalogue *self,
                                         const char       *key);

/* The text of a key, or NULL. */
const char *_commons_catalogue_find_text (CommonsCatalogue *self,
                                         const char       *format,
                                         ...) G_GNUC_PRINTF (2, 3);

/* The text of a key; an empty one when no language has it. */
const char *_commons_catalogue_get_text (CommonsCatalogue *self,
                                         const char       *format,
                                         ...) G_GNUC_PRINTF (2, 3);

/* The index of a name in a list that ends with NULL; a name that is not there
 * is a fault of the build and stops the program. */
guint       _commons_catalogue_find_name (const char *const *names,
                                         const char        *name);

G_END_DECLS

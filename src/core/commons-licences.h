/* commons-licences.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "commons-catalogue.h"

G_BEGIN_DECLS

/**
 * CommonsLicenceUse:
 * @COMMONS_LICENCE_FOR_CODE: programs
 * @COMMONS_LICENCE_FOR_DATA: data and databases
 * @COMMONS_LICENCE_FOR_CONTENT: texts, pictures, sounds
 *
 * What a licence is written for; all three together are anything.
 */
typedef enum
{
  COMMONS_LICENCE_FOR_CODE = 1 << 0,
  COMMONS_LICENCE_FOR_DATA = 1 << 1,
  COMMONS_LICENCE_FOR_CONTENT = 1 << 2,
} CommonsLicenceUse;

/**
 * CommonsLicence:
 * @id: value of the enumeration `licence`
 * @name: its name
 * @about: one sentence on what it asks for
 * @spdx: (nullable): its identifier in the list of SPDX
 * @uses: what it is written for
 * @known: whether the terms below are known; they are not for other licences
 * @share_alike: whether what derives from it is under the same terms
 * @attribution: whether authors are to be named
 * @commercial: whether it may be reused for profit
 * @free: whether it is a free licence, as commons need
 *
 * A licence.
 */
typedef struct
{
  const char        *id;
  const char        *name;
  const char        *about;
  const char        *spdx;
  CommonsLicenceUse  uses;
  gboolean           known;
  gboolean           share_alike;
  gboolean           attribution;
  gboolean           commercial;
  gboolean           free;
} CommonsLicence;

/**
 * commons_catalogue_get_n_licences:
 *
 * Returns: how many licences there are
 */
guint                 commons_catalogue_get_n_licences  (CommonsCatalogue     *self);

/**
 * commons_catalogue_get_nth_licence:
 * @index: less than commons_catalogue_get_n_licences()
 *
 * Returns: (transfer none): a licence, owned by the catalogue
 */
const CommonsLicence *commons_catalogue_get_nth_licence (CommonsCatalogue     *self,
                                                         guint                 index);

/**
 * commons_catalogue_get_licence:
 * @id: (nullable): value of the enumeration `licence`
 *
 * Returns: (transfer none) (nullable): the licence
 */
const CommonsLicence *commons_catalogue_get_licence     (CommonsCatalogue     *self,
                                                         const char           *id);

/**
 * commons_licence_get_terms:
 * @licence: a licence
 *
 * Tells what choosing it sets in a card of kind `licence`.
 *
 * Returns: (transfer full) (nullable): the fields `share_alike`, `attribution`
 *   and `commercial`; %NULL when its terms are not known
 */
JsonObject           *commons_licence_get_terms         (const CommonsLicence *licence);

G_END_DECLS

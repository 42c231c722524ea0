/* commons-risks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"

G_BEGIN_DECLS

/**
 * CommonsReadyRisk:
 * @id: name in the catalogue
 * @title: title of the card
 * @text: body of the card: how it comes about
 * @early_sign: what shows it early
 * @severity: how grave it usually is, 1 to 5
 *
 * A risk many commons know, ready to be laid on a board. Enclosure, desertion,
 * a single operator and unlawful contributions are those of M. Schneider,
 * Construire des communs numériques (2021).
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *text;
  const char *early_sign;
  int         severity;
} CommonsReadyRisk;

/**
 * commons_catalogue_get_n_risks:
 *
 * Returns: how many ready risks there are
 */
guint                   commons_catalogue_get_n_risks   (CommonsCatalogue *self);

/**
 * commons_catalogue_get_nth_risk:
 * @index: less than commons_catalogue_get_n_risks()
 *
 * Returns: (transfer none): a risk, owned by the catalogue; those that are
 *   met most often come first
 */
const CommonsReadyRisk *commons_catalogue_get_nth_risk  (CommonsCatalogue *self,
                                                         guint             index);

/**
 * commons_catalogue_get_risk:
 * @id: (nullable): name in the catalogue
 *
 * Returns: (transfer none) (nullable): the risk of that name
 */
const CommonsReadyRisk *commons_catalogue_get_risk      (CommonsCatalogue *self,
                                                         const char       *id);

G_END_DECLS

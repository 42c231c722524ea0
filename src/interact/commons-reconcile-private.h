/* commons-reconcile-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the files that bring both sides together.
 */

#pragma once

#include "commons-answers.h"
#include "commons-reconcile.h"

G_BEGIN_DECLS

/* Those of @ids that are answers of one's own, each once, kept. */
GPtrArray  *_commons_reconcile_list_own  (CommonsBoard  *board,
                                          GPtrArray     *ids);

/* Makes a card of the community come from answers: linked to them and filed
 * under their questions. They are shown, and set aside no longer. */
void        _commons_reconcile_derive    (CommonsEditor *editor,
                                          const char    *shared,
                                          GPtrArray     *cards);

/* A copy of @shared without the fields that @own says otherwise. */
CommonsRecord *_commons_reconcile_agree  (CommonsRecord *shared,
                                          CommonsRecord *own);

/* Files a card last under a question, if it is not there yet. */
void        _commons_reconcile_file      (CommonsEditor *editor,
                                          const char    *question,
                                          const char    *card);

G_END_DECLS

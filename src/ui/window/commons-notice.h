/* commons-notice.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMMONS_TYPE_NOTICE (commons_notice_get_type ())

/**
 * CommonsNotice:
 *
 * A bar under the header that says something and stays until it is answered,
 * without keeping anybody from working.
 *
 * Signals: `activated`, when somebody does what it offers; `dismissed`, when
 * somebody does not want to.
 */
G_DECLARE_FINAL_TYPE (CommonsNotice, commons_notice, COMMONS, NOTICE, GtkWidget)

/**
 * commons_notice_new:
 * @words: what there is to say
 * @action: (nullable): label of what can be done about it, with a mnemonic
 * @dismiss: (nullable): label of not doing it, with a mnemonic; %NULL for a
 *   cross
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *commons_notice_new (const char *words,
                               const char *action,
                               const char *dismiss);

G_END_DECLS

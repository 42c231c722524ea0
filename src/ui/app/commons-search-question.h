/* commons-search-question.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * commons_search_question_ask:
 * @application: stays until the question is answered, and a while longer
 * @invocation: (transfer full): the question as it came over the bus
 * @words: (transfer full) (nullable) (array zero-terminated=1): the folded words
 *   boards must hold to be found; %NULL when asked what the boards look like
 * @boards: (transfer full) (element-type CommonsKnownBoard): those it is about
 *
 * Looks at the boards in workers, and then answers with the addresses of those
 * that are found, or with names, words and a picture for each of them.
 */
void commons_search_question_ask (GApplication          *application,
                                  GDBusMethodInvocation *invocation,
                                  GStrv                  words,
                                  GPtrArray             *boards);

G_END_DECLS

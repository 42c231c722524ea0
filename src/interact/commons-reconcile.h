/* commons-reconcile.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"
#include "commons-sides.h"

G_BEGIN_DECLS

/*
 * From what each one answered to what the group holds together: answers are
 * shown, kept, merged and set aside, and every card of the community keeps
 * links to the answers it came from. Nothing is deleted by any of it, and no
 * answer loses its words.
 *
 * As with commons-arrange.h, each function is one transaction, or part of the
 * one under way. Ids that are not answers of one's own are ignored.
 */

/**
 * commons_reconcile_set_hidden:
 * @ids: (element-type utf8): ids of answers of one's own
 * @hidden: whether their words are kept from the group
 * @label: name of the undo step, translated
 *
 * Shows answers to the group, or keeps them from it again.
 *
 * Returns: how many changed
 */
guint      commons_reconcile_set_hidden   (CommonsEditor     *editor,
                                           GPtrArray         *ids,
                                           gboolean           hidden,
                                           const char        *label);

/**
 * commons_reconcile_set_dropped:
 * @ids: (element-type utf8): ids of answers of one's own
 * @dropped: whether they are set aside
 * @label: name of the undo step, translated
 *
 * Sets answers aside by their status, or takes that back. Locked ones stay as
 * they are.
 *
 * Returns: how many changed
 */
guint      commons_reconcile_set_dropped  (CommonsEditor     *editor,
                                           GPtrArray         *ids,
                                           gboolean           dropped,
                                           const char        *label);

/**
 * commons_reconcile_is_taken:
 * @id: id of an answer of one's own
 *
 * Returns: whether a card of the community came from it that was not dropped
 */
gboolean   commons_reconcile_is_taken     (CommonsBoard      *board,
                                           const char        *id);

/**
 * commons_reconcile_keep:
 * @ids: (element-type utf8): ids of answers of one's own
 * @visible: what part of the board is in view, in board units
 * @label: name of the undo step, translated
 *
 * Makes a card of the community of each answer that none came from yet: of
 * the same kind, with the same words and fields, put where it belongs, with
 * the links place does not tell, and filed under the same questions. What was
 * hidden is shown, and what was set aside no longer is.
 *
 * Returns: (transfer full) (element-type utf8): ids of the cards made
 */
GPtrArray *commons_reconcile_keep         (CommonsEditor     *editor,
                                           CommonsCatalogue  *catalogue,
                                           GPtrArray         *ids,
                                           const CommonsRect *visible,
                                           const char        *label);

/**
 * commons_reconcile_propose_text:
 * @ids: (element-type utf8): ids of answers of one's own
 *
 * Joins the titles of answers, one on each line; what two of them say alike
 * stands there once.
 *
 * Returns: (transfer full): a text to go on from
 */
char      *commons_reconcile_propose_text (CommonsBoard      *board,
                                           GPtrArray         *ids);

/**
 * commons_reconcile_choose_kind:
 * @ids: (element-type utf8): ids of answers of one's own
 *
 * Returns: (transfer none) (nullable): the kind most of them are of, the first
 *   one among equals; valid until the board changes
 */
const char *commons_reconcile_choose_kind (CommonsBoard      *board,
                                           GPtrArray         *ids);

/**
 * commons_reconcile_merge:
 * @ids: (element-type utf8): ids of answers of one's own
 * @text: title and body of the card of the community
 * @height: its height, in board units; 0 or less for that of an answer
 * @visible: what part of the board is in view, in board units
 * @label: name of the undo step, translated
 *
 * Makes one card of the community of several answers: of the kind most of
 * them are of, with the fields on which those agree, filed under the
 * questions of all of them.
 *
 * Returns: (transfer full) (nullable): id of the card; %NULL when none of @ids
 *   is an answer of one's own
 */
char      *commons_reconcile_merge        (CommonsEditor     *editor,
                                           CommonsCatalogue  *catalogue,
                                           GPtrArray         *ids,
                                           const char        *text,
                                           int                height,
                                           const CommonsRect *visible,
                                           const char        *label);

/**
 * commons_reconcile_add:
 * @ids: (element-type utf8): ids of answers of one's own
 * @shared: id of a card of the community
 * @text: (nullable): what that card says from now on, %NULL for what it says
 *   already; a locked card goes on saying that
 * @height: its height with @text, in board units; 0 or less to leave it
 * @label: name of the undo step, translated
 *
 * Takes answers up in a card of the community that is there.
 *
 * Returns: whether anything changed
 */
gboolean   commons_reconcile_add          (CommonsEditor     *editor,
                                           CommonsCatalogue  *catalogue,
                                           GPtrArray         *ids,
                                           const char        *shared,
                                           const char        *text,
                                           int                height,
                                           const char        *label);

/**
 * commons_reconcile_list_alike:
 * @answers: (element-type CommonsOwnAnswer): answers of one's own
 *
 * Finds answers that may say the same, among those that are open and not
 * hidden: their titles are the same but for case, accents and punctuation, or
 * at least half of the words of both together stand in both, counting words
 * of three letters and more without a last s. That is a hint for people to
 * judge, in every language alike, and no more.
 *
 * Returns: (transfer container) (element-type GPtrArray): groups of two
 *   answers or more, each in the order of @answers
 */
GPtrArray *commons_reconcile_list_alike   (GPtrArray         *answers);

G_END_DECLS

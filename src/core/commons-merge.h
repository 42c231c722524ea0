/* commons-merge.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/*
 * Merging three ways: what two copies of a board became since they were one,
 * put together record by record and member by member. What only one side
 * changed is taken as it is. Where both changed the same thing, ours stays and
 * a conflict tells what theirs was: nothing disappears.
 *
 * Conflicts are part of the result: each is written into the record it is
 * about, in `commons.conflicts`, until somebody decides. So a board with open
 * conflicts can be saved, sent and opened like any other.
 */

typedef struct _CommonsMerge CommonsMerge;

/**
 * CommonsConflictKind:
 * @COMMONS_CONFLICT_MEMBER: both sides gave a member different values
 * @COMMONS_CONFLICT_REMOVED_OURS: we removed what they changed; it is kept
 * @COMMONS_CONFLICT_REMOVED_THEIRS: they removed what we changed; it is kept
 *
 * What is not agreed.
 */
typedef enum
{
  COMMONS_CONFLICT_MEMBER,
  COMMONS_CONFLICT_REMOVED_OURS,
  COMMONS_CONFLICT_REMOVED_THEIRS,
} CommonsConflictKind;

/**
 * CommonsConflict:
 * @kind: what is not agreed
 * @table: where the record stands
 * @id: id of the record, "" for the head
 * @names: (array zero-terminated=1) (nullable): names that lead to the member,
 *   such as "commons", "fields", "purpose"; %NULL when it is about the whole
 *   record. The place of a card has the one name "x"
 * @base: (nullable): what it was, %NULL when it was not there
 * @ours: (nullable): what we made of it
 * @theirs: (nullable): what they made of it; for a place, an object of four
 *   members
 *
 * Something both sides changed.
 */
typedef struct
{
  CommonsConflictKind   kind;
  CommonsTable          table;
  char                 *id;
  char                **names;
  JsonNode             *base;
  JsonNode             *ours;
  JsonNode             *theirs;
} CommonsConflict;

/**
 * commons_merge_new:
 * @base: what both copies were
 * @ours: our copy
 * @theirs: the other copy
 *
 * Merges two copies of a board. Additions of both are kept; a link that both
 * added between the same cards is kept once. Lists of words (tags, cards that
 * answer a question) are merged word by word. The boards are not changed.
 *
 * Returns: (transfer full): the merge, to be freed with commons_merge_free()
 */
CommonsMerge          *commons_merge_new             (CommonsBoard          *base,
                                                      CommonsBoard          *ours,
                                                      CommonsBoard          *theirs);
void                   commons_merge_free            (CommonsMerge          *self);

guint                  commons_merge_get_n_conflicts (CommonsMerge          *self);

/**
 * commons_merge_get_conflict:
 * @index: less than commons_merge_get_n_conflicts()
 *
 * Returns: (transfer none): a conflict, in the order of the file
 */
const CommonsConflict *commons_merge_get_conflict    (CommonsMerge          *self,
                                                      guint                  index);

/**
 * commons_merge_make_board:
 *
 * Returns: (transfer full): a board of its own that holds the result
 */
CommonsBoard          *commons_merge_make_board      (CommonsMerge          *self);

/**
 * commons_merge_apply:
 * @editor: the editor of our copy, unchanged since, in a transaction
 *
 * Brings our copy to the result.
 */
void                   commons_merge_apply           (CommonsMerge          *self,
                                                      CommonsEditor         *editor);

/**
 * commons_conflicts_list:
 *
 * Lists the conflicts that are written in a board; what is not written as it
 * should be is left out.
 *
 * Returns: (transfer full) (element-type CommonsConflict): the conflicts, in
 *   the order of the file; @base is %NULL in all of them
 */
GPtrArray             *commons_conflicts_list        (CommonsBoard          *board);

/**
 * commons_conflict_decide:
 * @editor: the editor of the board it was listed in, in a transaction
 * @theirs: whether their way, or ours
 *
 * Decides a conflict: the member gets the value of one side, or the record
 * goes that one side had removed. It is not listed any more.
 *
 * Returns: whether it was still open
 */
gboolean               commons_conflict_decide       (const CommonsConflict *self,
                                                      CommonsEditor         *editor,
                                                      gboolean               theirs);

/**
 * commons_conflict_has_both:
 * @board: the board it was listed in
 * @catalogue: what tells which fields are texts
 *
 * Returns: whether both sides wrote a text, so that both can be kept
 */
gboolean               commons_conflict_has_both     (const CommonsConflict *self,
                                                      CommonsBoard          *board,
                                                      CommonsCatalogue      *catalogue);

/**
 * commons_conflict_keep_both:
 * @editor: the editor of the board it was listed in, in a transaction
 *
 * Decides a conflict for which commons_conflict_has_both(): our lines stay, and
 * those of theirs that ours has not come after them. Names that have one line
 * stand beside each other.
 *
 * Returns: whether it was still open
 */
gboolean               commons_conflict_keep_both    (const CommonsConflict *self,
                                                      CommonsEditor         *editor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CommonsMerge, commons_merge_free)

G_END_DECLS

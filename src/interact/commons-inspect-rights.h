/* commons-inspect-rights.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/*
 * What circles may do with resources: a list of pairs in the field "rights".
 * Pairs a file has that name nothing, or say more, are kept as they stand.
 */

/**
 * commons_rights_list_resources:
 *
 * Returns: (transfer container) (element-type CommonsRecord): the resources of
 *   the board, in its order; valid until the next change
 */
GPtrArray *commons_rights_list_resources (CommonsBoard  *board);

/**
 * commons_rights_count:
 * @ids: (element-type utf8): ids of circles
 * @resource: id of a resource
 * @right: id of a right
 *
 * Returns: how many of the circles have that right over that resource
 */
guint      commons_rights_count          (CommonsBoard  *board,
                                          GPtrArray     *ids,
                                          const char    *resource,
                                          const char    *right);

/**
 * commons_rights_set:
 * @ids: (element-type utf8): ids of circles
 * @resource: id of a resource
 * @right: id of a right
 * @wanted: whether they are to have it
 * @label: name of the undo step, translated
 *
 * Gives all the circles a right over a resource, or takes it from them.
 *
 * Returns: whether anything changed
 */
gboolean   commons_rights_set            (CommonsEditor *editor,
                                          GPtrArray     *ids,
                                          const char    *resource,
                                          const char    *right,
                                          gboolean       wanted,
                                          const char    *label);

/**
 * commons_rights_measure:
 * @value: (nullable): what a circle says of its rights
 * @n_rights: (out): how many pairs it has
 * @n_resources: (out): over how many resources
 *
 * Counts what can be read of it.
 */
void       commons_rights_measure        (JsonNode      *value,
                                          guint         *n_rights,
                                          guint         *n_resources);

G_END_DECLS

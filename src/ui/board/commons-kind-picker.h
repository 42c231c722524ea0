/* commons-kind-picker.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "commons-catalogue.h"

G_BEGIN_DECLS

#define COMMONS_TYPE_KIND_PICKER (commons_kind_picker_get_type ())

/**
 * CommonsKindPicker:
 *
 * A popover with all kinds of cards, by guiding sheet, and a search.
 */
G_DECLARE_FINAL_TYPE (CommonsKindPicker, commons_kind_picker, COMMONS, KIND_PICKER, GtkPopover)

/**
 * CommonsKindPicker::picked:
 * @kind: id of the kind
 * @n_press: 0 when picked with the keyboard, else 1
 *
 * Emitted when a kind was picked, after the popover was closed.
 */

/**
 * commons_kind_picker_new:
 *
 * Returns: (transfer floating): the popover, without kinds
 */
GtkWidget *commons_kind_picker_new           (void);

/**
 * commons_kind_picker_set_catalogue:
 * @catalogue: (nullable): where the kinds come from
 */
void       commons_kind_picker_set_catalogue (CommonsKindPicker *self,
                                              CommonsCatalogue  *catalogue);

/**
 * commons_kind_picker_set_only:
 * @kinds: (nullable) (element-type utf8): ids of kinds, or %NULL for all
 *
 * Offers these kinds and no others.
 */
void       commons_kind_picker_set_only      (CommonsKindPicker *self,
                                              GPtrArray         *kinds);

G_END_DECLS

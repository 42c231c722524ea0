/* commons-inspect-choice.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commons-catalogue.h"
#include "commons-editor.h"

G_BEGIN_DECLS

/**
 * commons_inspect_choose:
 * @ids: (element-type utf8): ids of records
 * @path: names of members separated by "/"
 * @value: (nullable): a value of an enumeration, %NULL for none
 * @label: name of the undo step, translated
 *
 * Makes all records say the same, as commons_inspect_set_string() does, and
 * what follows from it: the licence of a licence card brings its terms with
 * it, as far as they are known.
 *
 * Returns: whether anything changed
 */
gboolean commons_inspect_choose (CommonsEditor    *editor,
                                 CommonsCatalogue *catalogue,
                                 GPtrArray        *ids,
                                 const char       *path,
                                 const char       *value,
                                 const char       *label);

G_END_DECLS

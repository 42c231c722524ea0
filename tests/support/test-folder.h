/* test-folder.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folders that tests make and leave nothing of.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * test_remove_tree:
 * @path: a folder or a file
 *
 * Removes a folder with all that is in it. What symbolic links lead to stays.
 */
void test_remove_tree (const char *path);

G_END_DECLS

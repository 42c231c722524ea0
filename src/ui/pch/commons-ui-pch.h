/* commons-ui-pch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every file of the user interface reads, compiled once: two hundred of
 * them build in less than half the time. It is no replacement for the includes
 * of a file, which must also build with -Db_pch=false.
 */

#ifndef COMMONS_UI_PCH_H
#define COMMONS_UI_PCH_H

#include "config.h"

#include <adwaita.h>

#endif

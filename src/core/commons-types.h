/* commons-types.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names every layer shares, so that headers need not include each other.
 */

#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * COMMONS_FORMAT:
 *
 * The version of the file format this program writes.
 */
#define COMMONS_FORMAT 1

/**
 * COMMONS_COORD_MAX:
 *
 * The greatest absolute coordinate or size, in board units.
 */
#define COMMONS_COORD_MAX 1000000

typedef struct _CommonsRecord    CommonsRecord;
typedef struct _CommonsChange    CommonsChange;
typedef struct _CommonsChangeSet CommonsChangeSet;
typedef struct _CommonsBoard     CommonsBoard;
typedef struct _CommonsEditor    CommonsEditor;
typedef struct _CommonsHistory   CommonsHistory;
typedef struct _CommonsCatalogue CommonsCatalogue;

/**
 * CommonsRect:
 * @x: left edge
 * @y: top edge
 * @width: width, not negative
 * @height: height, not negative
 *
 * A rectangle in board units (one unit is one logical pixel at 100 %).
 */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} CommonsRect;

/**
 * CommonsTable:
 * @COMMONS_TABLE_HEAD: what the file says of itself (one record, id "")
 * @COMMONS_TABLE_NODES: cards, circles, zones
 * @COMMONS_TABLE_EDGES: links
 *
 * Where in the file a record stands.
 */
typedef enum
{
  COMMONS_TABLE_HEAD,
  COMMONS_TABLE_NODES,
  COMMONS_TABLE_EDGES,
} CommonsTable;

G_END_DECLS

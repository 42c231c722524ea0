/* edit-script.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits as words and numbers, one a line, so that what fails can be printed,
 * kept and run again. Numbers name cards by their place modulo how many there
 * are: any part of a script is a script.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define EDIT_MAX_ARGS 5

typedef enum
{
  EDIT_BEGIN,       /* key */
  EDIT_COMMIT,
  EDIT_ROLLBACK,
  EDIT_UNDO,
  EDIT_REDO,
  EDIT_BARRIER,
  EDIT_SAVE,
  EDIT_CHECK_ALL,
  EDIT_ADD_CARD,    /* key number x y size */
  EDIT_ADD_CIRCLE,  /* key number x y size */
  EDIT_ADD_LINK,    /* key number from to */
  EDIT_SET_TEXT,    /* key card text */
  EDIT_SET_BOUNDS,  /* key card x y size */
  EDIT_SET_STATUS,  /* key card status */
  EDIT_SET_FIELD,   /* key card value */
  EDIT_SET_TITLE,   /* key text */
  EDIT_SET_LABEL,   /* key link text */
  EDIT_TURN_LINK,   /* key link from to */
  EDIT_REMOVE_CARD, /* key card */
  EDIT_REMOVE_LINK, /* key link */
  EDIT_ORDER_CARD,  /* key card position */
  EDIT_ORDER_LINK,  /* key link position */
  EDIT_ARRANGE,     /* key which card card value */
  EDIT_BREAK,       /* makes the checks fail, to test them */
  EDIT_N_CODES,
} EditCode;

typedef struct
{
  EditCode code;
  int      args[EDIT_MAX_ARGS];
} Edit;

/* A script of @length edits, the same for the same seed. */
GArray *edit_script_new_random (guint32       seed,
                                guint         length);

/* Reads a script; %NULL with @error set when a line is none. Empty lines and
 * lines that begin with "#" count for nothing. */
GArray *edit_script_parse      (const char   *text,
                                GError      **error);

char   *edit_script_format     (const GArray *script);

/* One line, without its end. */
char   *edit_format            (const Edit   *edit);

/* Whether the edit happens in a transaction. */
gboolean edit_is_transactional (const Edit   *edit);

const char *edit_get_name      (const Edit   *edit);

G_END_DECLS

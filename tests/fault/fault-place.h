/* fault-place.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places a board may be saved in, and what must be true of each whatever
 * happened.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Two boards, the first one shorter. */
extern const char fault_short[];
extern const char fault_long[];

/**
 * FaultPlaceKind:
 * @FAULT_PLACE_NEW: there is no file yet
 * @FAULT_PLACE_FILE: a file
 * @FAULT_PLACE_PRIVATE: a file that only its owner may read, of somebody else
 *   when the test may give files away
 * @FAULT_PLACE_SYMLINK: a symbolic link to a file of another folder
 * @FAULT_PLACE_HARD_LINK: a file with another name
 * @FAULT_PLACE_PROTECTED: a file in a folder that allows no others
 *
 * Where the board is.
 */
typedef enum
{
  FAULT_PLACE_NEW,
  FAULT_PLACE_FILE,
  FAULT_PLACE_PRIVATE,
  FAULT_PLACE_SYMLINK,
  FAULT_PLACE_HARD_LINK,
  FAULT_PLACE_PROTECTED,
  FAULT_N_PLACES,
} FaultPlaceKind;

typedef struct
{
  FaultPlaceKind  kind;
  char           *root;    /* all that counts is below it */
  char           *folder;
  char           *path;
  char           *other;   /* target of the link, or the other name */
  const char     *old;     /* NULL when there was no file */
} FaultPlace;

extern const char *const fault_place_names[FAULT_N_PLACES];

/* A folder for the whole program, with the data folder of the user in it. */
const char *fault_root               (void);
void        fault_root_remove        (void);

/* Makes the place anew, with @old in it. */
void        fault_place_init         (FaultPlace     *self,
                                      FaultPlaceKind  kind,
                                      const char     *old);
void        fault_place_clear        (FaultPlace     *self);

/* The board as the program reads it. */
char       *fault_place_read         (FaultPlace     *self);

/* Fails unless what is there besides the board is as it was. */
void        fault_place_assert_kept  (FaultPlace     *self);

/* How many files there are that are neither the board nor its other name. */
guint       fault_place_count_others (FaultPlace     *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FaultPlace, fault_place_clear)

G_END_DECLS

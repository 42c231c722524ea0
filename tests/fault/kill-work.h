/* kill-work.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program that edits, saves and merges a board as somebody in a hurry would,
 * until it is killed; and one that looks at what it left.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Both give these file numbers to the program they start. */
#define KILL_REPORTS 3
#define KILL_STATUS  4

typedef enum
{
  KILL_PHASE_EDIT,  /* nothing but editing */
  KILL_PHASE_START, /* opening what was there */
  KILL_PHASE_DRAFT, /* a draft is being written */
  KILL_PHASE_SAVE,
  KILL_PHASE_MERGE, /* from the conflict to the end of the save */
  KILL_N_PHASES,
} KillPhase;

extern const char *const kill_phase_names[KILL_N_PHASES];

/* What is going on: shared memory, which outlives the program. */
typedef struct
{
  gint  active[KILL_N_PHASES]; /* whether each is under way */
  gint  ends;                  /* the phase of the call it was killed in, +1 */
} KillStatus;

typedef enum
{
  KILL_REPORT_STATE,   /* the board became another */
  KILL_REPORT_SAVED,   /* a save of what has that digest, or came later, is confirmed */
  KILL_REPORT_DRAFTED, /* a draft of what has that digest was waited for */
  KILL_REPORT_OTHER,   /* another program wrote the file, after what it was */
  KILL_REPORT_STUCK,   /* what should have been written was not */
} KillReportKind;

typedef struct
{
  KillReportKind kind;
  guint          state;
  gint64         time;       /* in milliseconds, of a clock that the script moves */
  char           digest[65];
  char           before[65]; /* what another program read */
} KillReport;

/* How long a draft may lack a change, in milliseconds. */
#define KILL_DRAFT_INTERVAL 30000

/**
 * KillOrder:
 * @root: what is below it counts
 * @folder: where the board is
 * @seed: what the script does
 * @state: number of the last state there was
 * @phase: phase to be killed in
 * @call: by which call to the system in that phase
 * @protected: whether the folder of the board allows no new files
 *
 * What the worker shall do.
 */
typedef struct
{
  char      *root;
  char      *folder;
  guint32    seed;
  guint      state;
  KillPhase  phase;
  guint      call;
  gboolean   protected;
} KillOrder;

int kill_work  (const KillOrder *order);

/* Writes a line for each thing that is there, by the functions the program
 * starts with: "file DIGEST", "draft DIGEST", "aside NAME". */
int kill_check (const KillOrder *order);

/* Paths below the root. */
char *kill_get_file   (const KillOrder *order);
char *kill_get_drafts (const KillOrder *order);

G_END_DECLS

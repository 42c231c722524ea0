/* commons-sheets-panel-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the panel of guiding sheets share.
 */

#pragma once

#include "commons-question-row.h"
#include "commons-sheets-panel.h"

G_BEGIN_DECLS

struct _CommonsSheetsPanel
{
  GtkWidget            parent_instance;

  CommonsBoardView    *view;        /* not owned */
  CommonsBoard        *board;       /* the one that is followed */
  CommonsCatalogue    *catalogue;
  GtkWidget           *switcher;
  GtkWidget           *thread;
  GtkWidget           *scroller;
  GtkWidget           *list;
  GtkWidget           *content;     /* of the open question, owned: it moves */
  CommonsQuestionRow  *open;
  CommonsQuestionRow  *target;      /* where a drag would file */
  guint                sheet;
  guint                idle;
  guint                reveal;      /* tick that brings the open row into view */
  guint                read_only : 1;
};

/* commons-sheets-panel-file.c */
void _commons_sheets_panel_init_drop (CommonsSheetsPanel *self);

G_END_DECLS

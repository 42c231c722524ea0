/* commons-document-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What loading and saving share.
 */

#pragma once

#include "commons-document.h"
#include "commons-take-up.h"

G_BEGIN_DECLS

struct _CommonsDocument
{
  GObject         parent_instance;

  CommonsBoard   *board;
  CommonsEditor  *editor;
  CommonsHistory *history;

  GFile          *file;
  char           *etag;
  GBytes         *saved;    /* what the file held when last read or written, as board */
  char           *title;
  GError         *error;    /* why `file` could not be read */
  GPtrArray      *warnings;
  GQueue          waiting;  /* GTask: saves that follow the one that runs */

  guint           newer : 1;
  guint           write_protected : 1;
  guint           loading : 1;
  guint           saving : 1;
};

void _commons_document_set_board     (CommonsDocument *self,
                                      CommonsBoard    *board);
void _commons_document_set_file      (CommonsDocument *self,
                                      GFile           *file,
                                      const char      *etag);
void _commons_document_set_saved     (CommonsDocument *self,
                                      GBytes          *bytes);
void _commons_document_set_read_only (CommonsDocument *self,
                                      gboolean         newer,
                                      gboolean         write_protected);
void _commons_document_set_busy      (CommonsDocument *self,
                                      gboolean         loading,
                                      gboolean         saving);

void _commons_document_tell_saved    (CommonsDocument *self);
void _commons_document_tell_taken_up (CommonsDocument *self);

/* Brings the board to what both sides made of it, in one undo step. The file
 * holds @bytes, which say @theirs; not while the document is busy. */
CommonsTakeUp *_commons_document_take_up (CommonsDocument *self,
                                          CommonsBoard    *theirs,
                                          GBytes          *bytes,
                                          const char      *etag);

/* Takes @error; NULL forgets the one there is. */
void _commons_document_take_error    (CommonsDocument *self,
                                      GError          *error);
void _commons_document_set_warnings  (CommonsDocument *self,
                                      GPtrArray       *warnings);

G_END_DECLS
